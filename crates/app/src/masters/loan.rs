//! A file of our own demonstration and loan units.

use super::file::{MasterFile, in_order};
use crate::sheet::{Cells, Column, RowFault, RowProblem, heading_key, optional_date};
use nightbench_domain::loan::{Loan, LoanKind};
use nightbench_domain::serial::{SerialError, SerialNumber};

impl MasterFile for Loan {
    const COLUMNS: &'static [Column] = &[
        Column { name: "serial", chinese: "序列号" },
        Column { name: "model", chinese: "型号" },
        Column { name: "kind", chinese: "用途" },
        Column { name: "with", chinese: "使用方" },
        Column { name: "since", chinese: "借出日期" },
        Column { name: "until", chinese: "归还日期" },
    ];

    fn named(cells: &Cells<'_>) -> Result<Self, RowFault> {
        let serial = cells.read("serial", |text| {
            SerialNumber::parse(text).map_err(|error| match error {
                SerialError::Empty => RowProblem::NoSerial,
                SerialError::Length | SerialError::Character => RowProblem::NotASerial,
            })
        })?;
        Ok(Self {
            serial,
            model: String::new(),
            kind: LoanKind::default(),
            with: String::new().into(),
            since: None,
            until: None,
        })
    }

    fn take_up(&mut self, cells: &Cells<'_>) -> Result<(), RowFault> {
        cells.text_into("model", 80, &mut self.model)?;
        cells.value_into("kind", kind, &mut self.kind)?;
        if cells.said("with").is_some() {
            self.with = cells.short("with", 200)?.into();
        }
        cells.value_into("since", optional_date, &mut self.since)?;
        cells.value_into("until", optional_date, &mut self.until)?;
        in_order(self.since, "until", self.until)
    }
}

fn kind(text: &str) -> Result<LoanKind, RowProblem> {
    match heading_key(text).as_str() {
        "DEMO" | "样机" | "演示" => Ok(LoanKind::Demo),
        "LOAN" | "借用" | "借用机" | "备用机" | "" => Ok(LoanKind::Loan),
        _ => Err(RowProblem::UnknownKind),
    }
}

//! A file of the charge standard.

use super::file::{MasterFile, date};
use crate::sheet::{Cells, Column, RowFault, RowProblem, amount, class_of, currency, heading_key};
use nightbench_domain::charge::{Charge, ChargeKind};

impl MasterFile for Charge {
    const COLUMNS: &'static [Column] = &[
        Column { name: "code", chinese: "项目编码" },
        Column { name: "version", chinese: "版本" },
        Column { name: "effective_on", chinese: "生效日期" },
        Column { name: "currency", chinese: "币种" },
        Column { name: "name_zh", chinese: "中文名称" },
        Column { name: "name_en", chinese: "英文名称" },
        Column { name: "kind", chinese: "类别" },
        Column { name: "product_class", chinese: "产品类别" },
        Column { name: "model", chinese: "型号" },
        Column { name: "amount", chinese: "金额" },
    ];

    fn named(cells: &Cells<'_>) -> Result<Self, RowFault> {
        Ok(Self {
            code: cells.key("code")?,
            version: cells.key("version")?,
            product_class: cells.read("product_class", class_of)?,
            model: cells.short("model", 80)?,
            ..Self::default()
        })
    }

    fn take_up(&mut self, cells: &Cells<'_>) -> Result<(), RowFault> {
        self.effective_on = cells.read("effective_on", date)?;
        self.currency = cells.read("currency", currency)?;
        cells.text_into("name_zh", 200, &mut self.name_zh)?;
        cells.text_into("name_en", 200, &mut self.name_en)?;
        self.kind = cells.read("kind", kind)?;
        self.amount_minor = cells.read("amount", |text| amount(text, &self.currency))?;
        Ok(())
    }
}

fn kind(text: &str) -> Result<ChargeKind, RowProblem> {
    match heading_key(text).as_str() {
        "LABOUR" | "LABOR" | "工时" | "工时费" | "人工" | "人工费" => Ok(ChargeKind::Labour),
        "INSPECTION" | "检测" | "检测费" => Ok(ChargeKind::Inspection),
        "PART" | "备件" | "配件" | "材料费" => Ok(ChargeKind::Part),
        "FREIGHT" | "运费" => Ok(ChargeKind::Freight),
        _ => Err(RowProblem::UnknownKind),
    }
}

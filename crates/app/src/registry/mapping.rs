//! What the columns of a register file mean, and how a row of it reads as a sale.

use crate::sheet::{Cells, Column, RowFault, RowProblem, class_of, meaning, optional_date, sale_kind_of};
use nightbench_domain::registry::Sale;
use nightbench_domain::serial::{SerialError, SerialNumber};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A field of the sales register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the fields of `Sale`, which documents them")]
pub enum RegistryField {
    Serial,
    Model,
    ProductClass,
    ContractDate,
    VoucherDate,
    SaleKind,
    Dealer,
    Customer,
    Phone,
}

impl RegistryField {
    const ALL: [Self; 9] = [
        Self::Serial,
        Self::Model,
        Self::ProductClass,
        Self::ContractDate,
        Self::VoucherDate,
        Self::SaleKind,
        Self::Dealer,
        Self::Customer,
        Self::Phone,
    ];

    /// The field's name in files, commands and errors.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Serial => "serial",
            Self::Model => "model",
            Self::ProductClass => "product_class",
            Self::ContractDate => "contract_date",
            Self::VoucherDate => "voucher_date",
            Self::SaleKind => "sale_kind",
            Self::Dealer => "dealer",
            Self::Customer => "customer",
            Self::Phone => "phone",
        }
    }

    /// The field of a name.
    pub(super) fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }

    /// Reads a field's English name or Chinese heading, in any case, with spaces, dashes or underscores.
    #[must_use]
    pub fn of_heading(heading: &str) -> Option<Self> {
        meaning(&COLUMNS, heading).and_then(Self::of_name)
    }
}

/// The columns of a register file.
pub(super) const COLUMNS: [Column; 9] = [
    Column { name: "serial", chinese: "序列号" },
    Column { name: "model", chinese: "型号" },
    Column { name: "product_class", chinese: "产品类别" },
    Column { name: "contract_date", chinese: "合同日期" },
    Column { name: "voucher_date", chinese: "购买日期" },
    Column { name: "sale_kind", chinese: "销售类型" },
    Column { name: "dealer", chinese: "经销商" },
    Column { name: "customer", chinese: "客户" },
    Column { name: "phone", chinese: "电话" },
];

/// What a person said a heading means; `None` leaves the column out.
pub type HeadingMap = BTreeMap<String, Option<RegistryField>>;

/// The sale a row states.
pub(super) fn sale_of(cells: &Cells<'_>) -> Result<Sale, RowFault> {
    let date = |field: &'static str| cells.read(field, optional_date);
    let serial = cells.read("serial", |text| {
        SerialNumber::parse(text).map_err(|error| match error {
            SerialError::Empty => RowProblem::NoSerial,
            SerialError::Length | SerialError::Character => RowProblem::NotASerial,
        })
    })?;
    Ok(Sale {
        serial,
        model: cells.short("model", 80)?,
        product_class: cells.read("product_class", class_of)?,
        contract_date: date("contract_date")?,
        voucher_date: date("voucher_date")?,
        sale_kind: cells.read("sale_kind", sale_kind_of)?,
        dealer: cells.short("dealer", 200)?,
        customer: cells.short("customer", 200)?.into(),
        phone: cells.short("phone", 60)?.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::RegistryField;

    #[test]
    fn headings_are_known_in_both_languages_and_in_any_writing() {
        for (english, chinese) in [("Product Class", "产品类别"), ("VOUCHER_DATE", " 购买日期 ")] {
            assert!(RegistryField::of_heading(english).is_some(), "{english}");
            assert_eq!(RegistryField::of_heading(english), RegistryField::of_heading(chinese), "{english}");
        }
        assert_eq!(RegistryField::of_heading("colour"), None);
    }
}

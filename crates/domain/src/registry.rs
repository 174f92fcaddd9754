//! The sales register: what the factory or a dealer says was sold. A row is a statement with a source and
//! a date, never proof by its absence.

use crate::pii::Pii;
use crate::serial::SerialNumber;
use crate::unit::{ProductClass, SaleKind};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One sold unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Sale {
    /// The serial number, folded. One row per serial.
    pub serial: SerialNumber,
    /// The model, or empty when the file does not say.
    pub model: String,
    /// The class, if the file says.
    pub product_class: Option<ProductClass>,
    /// The date on the purchase contract (2.N1).
    pub contract_date: Option<NaiveDate>,
    /// The date on the original purchase voucher (2.1).
    pub voucher_date: Option<NaiveDate>,
    /// How it was sold, if the file says.
    pub sale_kind: Option<SaleKind>,
    /// The dealer, or empty.
    pub dealer: String,
    /// The buyer, or empty.
    pub customer: Pii<String>,
    /// The buyer's phone number, or empty.
    pub phone: Pii<String>,
}

impl Sale {
    /// Whether a newer row of the same serial would change this one. A field the newer row leaves empty says
    /// nothing.
    #[must_use]
    pub fn is_changed_by(&self, newer: &Self) -> bool {
        let text = |known: &str, said: &str| !said.is_empty() && said != known;
        fn value<T: PartialEq>(known: Option<&T>, said: Option<&T>) -> bool {
            said.is_some() && said != known
        }
        text(&self.model, &newer.model)
            || value(self.product_class.as_ref(), newer.product_class.as_ref())
            || value(self.contract_date.as_ref(), newer.contract_date.as_ref())
            || value(self.voucher_date.as_ref(), newer.voucher_date.as_ref())
            || value(self.sale_kind.as_ref(), newer.sale_kind.as_ref())
            || text(&self.dealer, &newer.dealer)
            || text(self.customer.reveal(), newer.customer.reveal())
            || text(self.phone.reveal(), newer.phone.reveal())
    }
}

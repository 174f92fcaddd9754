//! The loan register: demonstration and loan units that are ours. A unit that stands here was never sold, whoever
//! brings it in.

use crate::master::{Finder, Master, MasterKind};
use crate::pii::Pii;
use crate::serial::{SerialNumber, fold};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One unit of ours, as the loan register says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Loan {
    /// Its serial number, folded.
    pub serial: SerialNumber,
    /// Its model, or empty.
    pub model: String,
    /// What it is for.
    pub kind: LoanKind,
    /// Who has it, or empty: nobody outside.
    pub with: Pii<String>,
    /// The day it went out; `None`: not stated.
    pub since: Option<NaiveDate>,
    /// The day it came back; `None`: it is still out.
    pub until: Option<NaiveDate>,
}

/// What a unit of ours is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LoanKind {
    /// Shown to customers.
    Demo,
    /// Lent to customers.
    #[default]
    Loan,
}

impl Loan {
    /// Whether it was lent out on a day: with somebody, not before it went out, not after it came back.
    #[must_use]
    pub fn is_out_on(&self, on: NaiveDate) -> bool {
        !self.with.reveal().trim().is_empty()
            && self.since.is_none_or(|since| since <= on)
            && self.until.is_none_or(|until| on <= until)
    }
}

impl Master for Loan {
    const KIND: MasterKind = MasterKind::Loan;

    fn key(&self) -> String {
        self.serial.to_string()
    }

    fn words(&self) -> String {
        [self.serial.as_str(), &self.model, self.with.reveal()].map(fold).join("\n")
    }

    fn finders(&self) -> Vec<Finder> {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::{Loan, LoanKind};
    use crate::serial::SerialNumber;

    #[test]
    fn a_unit_is_out_from_the_day_it_went_to_the_day_it_came_back() {
        let loan = Loan {
            serial: SerialNumber::parse("JP2409-00417").unwrap(),
            model: "NV-640".to_owned(),
            kind: LoanKind::Loan,
            with: "李雷".to_owned().into(),
            since: "2026-03-01".parse().ok(),
            until: "2026-03-31".parse().ok(),
        };
        for (on, out) in
            [("2026-02-28", false), ("2026-03-01", true), ("2026-03-31", true), ("2026-04-01", false)]
        {
            assert_eq!(loan.is_out_on(on.parse().unwrap()), out, "{on}");
        }
        assert!(Loan { until: None, ..loan.clone() }.is_out_on("2027-01-01".parse().unwrap()));
        assert!(!Loan { with: String::new().into(), ..loan }.is_out_on("2026-03-02".parse().unwrap()));
    }
}

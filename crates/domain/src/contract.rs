//! A purchase contract that says something of its own: longer or shorter periods, a special price, loans. What it does
//! not say is the table's; what follows from it is the commitment's clause 0 and the engine's business.

use crate::master::{Finder, FinderBy, Master, MasterKind};
use crate::pii::Pii;
use crate::serial::{SerialNumber, fold};
use crate::unit::SaleKind;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One contract, as its master says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
// The facts of a claim have a type of that name: what of a contract the engine asks for.
#[ts(rename = "ContractMaster")]
pub struct Contract {
    /// Its number, as on paper. At most 80 characters.
    pub number: String,
    /// Who bought under it, or empty.
    pub buyer: Pii<String>,
    /// The day it was signed; `None`: not stated.
    pub signed_on: Option<NaiveDate>,
    /// The models it covers, by code. With serials stated, those decide alone.
    pub models: Vec<String>,
    /// The serials it covers.
    pub serials: Vec<SerialRange>,
    /// What it says beside the table.
    pub terms: ContractTerms,
    /// How what it covers was sold; `None`: not stated.
    pub sale_kind: Option<SaleKind>,
    /// Where the proof of a special price is: the reference of a paper, or empty.
    pub price_proof: String,
}

/// What a contract says of its own, as the commitment's engine asks for it. `None`: the table's value.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ContractTerms {
    /// Warranty of the unit in months, 0 to 1200.
    pub unit_months: Option<u32>,
    /// Warranty of parts in months, 0 to 1200.
    pub part_months: Option<u32>,
    /// Days in which a refund can be claimed, 0 to 36500.
    pub return_days: Option<u32>,
    /// Days in which an exchange can be claimed, 0 to 36500.
    pub exchange_days: Option<u32>,
    /// The day from which warranty and windows run.
    pub period_starts_on: Option<NaiveDate>,
    /// Whether special-price goods may go back.
    pub special_price_return: Option<bool>,
    /// Whether a borrowed unit is inside the policy.
    pub covers_borrowed: Option<bool>,
    /// Whether a fee inside the warranty was agreed.
    pub fee_inside_warranty: Option<bool>,
}

/// Serials from one to another, both included, of one length: JP2409-00001 to JP2409-00099. One serial is a range
/// that ends where it begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SerialRange {
    /// The first.
    pub from: SerialNumber,
    /// The last.
    pub to: SerialNumber,
}

impl SerialRange {
    /// A range, if its ends have one length and stand in order.
    #[must_use]
    pub fn new(from: SerialNumber, to: SerialNumber) -> Option<Self> {
        (from.as_str().len() == to.as_str().len() && from <= to).then_some(Self { from, to })
    }

    /// Whether a serial lies in it; one of another length never does.
    #[must_use]
    pub fn holds(&self, serial: &SerialNumber) -> bool {
        serial.as_str().len() == self.from.as_str().len() && self.from <= *serial && *serial <= self.to
    }

    /// What all its serials begin with.
    fn beginning(&self) -> String {
        let pairs = self.from.as_str().chars().zip(self.to.as_str().chars());
        pairs.take_while(|(first, last)| first == last).map(|(same, _)| same).collect()
    }
}

impl Contract {
    /// Whether it covers a unit of this serial.
    #[must_use]
    pub fn covers_serial(&self, serial: &SerialNumber) -> bool {
        self.serials.iter().any(|range| range.holds(serial))
    }

    /// Whether it covers every unit of a model that was sold to this buyer; one that names serials covers those only,
    /// and one that names a buyer covers nobody else's.
    #[must_use]
    pub fn covers_model(&self, model: &str, buyer: &str) -> bool {
        let own_buyer = fold(self.buyer.reveal());
        self.serials.is_empty()
            && self.models.iter().any(|covered| fold(covered) == fold(model))
            && (own_buyer.is_empty() || own_buyer == fold(buyer))
    }
}

impl Master for Contract {
    const KIND: MasterKind = MasterKind::Contract;

    fn key(&self) -> String {
        fold(&self.number)
    }

    fn words(&self) -> String {
        [&self.number, self.buyer.reveal()].map(|word| fold(word)).join("\n")
    }

    fn finders(&self) -> Vec<Finder> {
        let models = self.models.iter().map(|model| Finder::exact(FinderBy::Model, fold(model)));
        let serials = self.serials.iter().map(|range| Finder {
            by: FinderBy::Serial,
            prefix: range.beginning(),
            from: range.from.to_string(),
            to: range.to.to_string(),
        });
        models.chain(serials).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Contract, SerialRange};
    use crate::serial::SerialNumber;

    fn serial(text: &str) -> SerialNumber {
        SerialNumber::parse(text).unwrap()
    }

    #[test]
    fn a_range_holds_serials_of_its_own_length_between_its_ends() {
        let range = SerialRange::new(serial("JP2409-00010"), serial("JP2409-00019")).unwrap();
        for (text, holds) in [
            ("JP2409-00010", true),
            ("JP2409-00019", true),
            ("JP2409-00009", false),
            ("JP2409-00020", false),
            ("JP2409-0001", false),
            ("JP2409-000155", false),
        ] {
            assert_eq!(range.holds(&serial(text)), holds, "{text}");
        }
        assert!(SerialRange::new(serial("JP2"), serial("JP10")).is_none(), "of two lengths");
        assert!(SerialRange::new(serial("JP3"), serial("JP2")).is_none(), "backwards");
    }

    #[test]
    fn a_contract_for_a_model_covers_its_own_buyer_only_and_serials_decide_alone() {
        let of_buyer = Contract {
            buyer: "上海公司".to_owned().into(),
            models: vec!["NV-640".to_owned()],
            ..Contract::default()
        };
        assert!(of_buyer.covers_model("nv-640", " 上海公司 "));
        assert!(!of_buyer.covers_model("NV-640", "李雷"));
        assert!(!of_buyer.covers_model("NV-640", ""));
        let of_anybody = Contract { buyer: String::new().into(), ..of_buyer.clone() };
        assert!(of_anybody.covers_model("NV-640", "李雷"));
        let with_serials = Contract {
            serials: SerialRange::new(serial("JP1"), serial("JP9")).into_iter().collect(),
            ..of_anybody
        };
        assert!(!with_serials.covers_model("NV-640", "李雷"));
        assert!(with_serials.covers_serial(&serial("JP5")));
    }
}

//! Masters: what stands before any sale, said by headquarters in files: models, dealers, contracts, the charge
//! standard, the register of our own units. What all kinds share: an identity, words they are searched by, and keys a
//! unit leads to them by. What each kind says is in model.rs, dealer.rs, contract.rs, charge.rs and loan.rs; how they
//! are kept and versioned is in the store.

use crate::serial::SerialNumber;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A kind of master.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MasterKind {
    /// What is built: class, kit, specification.
    Model,
    /// Who may sell it.
    Dealer,
    /// What was agreed beside the table of the commitment.
    Contract,
    /// What a paid service costs.
    Charge,
    /// Our own demonstration and loan units.
    Loan,
}

impl MasterKind {
    /// Every kind, in the order they are brought in.
    pub const ALL: [Self; 5] = [Self::Model, Self::Dealer, Self::Contract, Self::Charge, Self::Loan];
}

/// What every kind of master has.
pub trait Master: Clone + PartialEq + Serialize + DeserializeOwned {
    /// The kind.
    const KIND: MasterKind;

    /// Its identity among its kind, folded: a later file that says the same key speaks of the same one.
    fn key(&self) -> String;

    /// The words it is searched by, folded, with a line feed between them.
    fn words(&self) -> String;

    /// How a unit, a name or a day leads to it, beside its key.
    fn finders(&self) -> Vec<Finder>;
}

/// A key that leads to a master.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finder {
    /// What is looked for.
    pub by: FinderBy,
    /// What it begins with: the whole key, or what all serials of a range or a pattern begin with.
    pub prefix: String,
    /// The first serial of a range, a serial pattern, a charge standard's version; else empty.
    pub from: String,
    /// The last serial of a range; else empty.
    pub to: String,
}

/// What a finder is looked up by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FinderBy {
    /// A name, folded; `prefix` is all of it.
    Name,
    /// A model's code, folded; `prefix` is all of it.
    Model,
    /// A serial within a range.
    Serial,
    /// A serial that fits a pattern.
    Pattern,
    /// The day a charge standard begins, `2026-01-01`.
    Effective,
}

impl Finder {
    /// A finder that is matched as a whole.
    #[must_use]
    pub const fn exact(by: FinderBy, key: String) -> Self {
        Self { by, prefix: key, from: String::new(), to: String::new() }
    }
}

/// Every beginning of a serial, the empty one and the whole included: what finders by serial and by pattern are
/// looked up by.
#[must_use]
pub fn beginnings(serial: &SerialNumber) -> Vec<&str> {
    let text = serial.as_str();
    (0..=text.len()).filter_map(|end| text.get(..end)).collect()
}

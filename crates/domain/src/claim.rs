//! The words in which a claim is stated and answered: what is claimed, what was found, which remedy.
//! The rules that connect them are in the `eligibility` crate.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the customer claims for (reading 20).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClaimObject {
    /// The whole machine, also when an inner part disables it.
    Whole,
    /// A part or accessory claimed as such.
    Part,
}

/// The four things the commitment can grant, in the order they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Remedy {
    /// Money back at the price on the receipt (3.3).
    Refund,
    /// Another unit of the same or a not inferior model (3.2, 3.3).
    Exchange,
    /// Repair without a charge, in warranty (3.1).
    FreeRepair,
    /// Repair against an agreed charge, out of warranty (2.1, 3.1, 4.2).
    PaidRepair,
}

impl Remedy {
    /// All four, in the order they are shown.
    pub const ALL: [Self; 4] = [Self::Refund, Self::Exchange, Self::FreeRepair, Self::PaidRepair];
}

/// What the technician established, each with its cause. A symptom is not a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// A performance failure by material, process or manufacture (1.1).
    ProductFault,
    /// 5.2: misuse, accident, environment, force majeure, power surge.
    MisuseOrEnvironment,
    /// 5.3: caused by third-party products, software or services.
    ThirdParty,
    /// 5.4: normal discoloration, wear and consumption.
    NormalWear,
    /// 5.5: operates normally, no fault found.
    OperatesNormally,
    /// 5.6: data loss or damage by the customer's own software change.
    CustomerSoftwareChange,
    /// 5.7: a consumable wore out; see `consumable_defect` of the facts.
    Consumable,
    /// 5.9: used against the manual.
    AgainstManual,
    /// 5.10: appearance only.
    Appearance,
    /// 5.11: caused by unauthorised disassembly or repair.
    UnauthorisedRepair,
    /// 1.1: a deviation that does not keep the product from its standard performance.
    WithinSpecification,
}

impl Finding {
    /// Every finding, in the order of the clauses that name them.
    pub const ALL: [Self; 11] = [
        Self::ProductFault,
        Self::MisuseOrEnvironment,
        Self::ThirdParty,
        Self::NormalWear,
        Self::OperatesNormally,
        Self::CustomerSoftwareChange,
        Self::Consumable,
        Self::AgainstManual,
        Self::Appearance,
        Self::UnauthorisedRepair,
        Self::WithinSpecification,
    ];
}

/// What an earlier repair repaired, seen from the item now claimed for (2.2, readings 11 and 12).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RepairScope {
    /// The claimed unit itself, under warranty.
    Product,
    /// The claimed part itself, under warranty.
    PartSame,
    /// Another item, under warranty.
    PartOther,
    /// A paid repair.
    Paid,
}

impl RepairScope {
    /// Every scope.
    pub const ALL: [Self; 4] = [Self::Product, Self::PartSame, Self::PartOther, Self::Paid];
}

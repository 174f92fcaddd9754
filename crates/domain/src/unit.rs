//! The physical device and what is sold: class, way of sale. Not the sales record (registry.rs) and not
//! the repair (ticket.rs).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What kind of product a unit is. Decides its warranty period (clause 2.T).
///
/// A detector built into a complete device is part of a `Terminal`, never a `Detector`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProductClass {
    /// Complete device (整机): 24 months, its parts 3.
    Terminal,
    /// Core module (机芯): 12 months, its parts 3.
    Module,
    /// Detector (探测器): 12 months, its parts not stated in the table.
    Detector,
}

impl ProductClass {
    /// Every class, in the order of the commitment's table 2.T.
    pub const ALL: [Self; 3] = [Self::Terminal, Self::Module, Self::Detector];
}

/// How a unit was sold or lent. Decides whether the policy applies at all (2.N2, 3.3.N).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SaleKind {
    /// An ordinary sale.
    Normal,
    /// Sold at a special price: no refund and no exchange (3.3.N, reading 9).
    SpecialPrice,
    /// A prototype sold at a special price: outside the policy (3.3.N, reading 10).
    PrototypeSpecialPrice,
    /// Lent, not sold: outside the policy (2.N2).
    Borrowed,
}

impl SaleKind {
    /// Every kind, from the most common to the rarest.
    pub const ALL: [Self; 4] =
        [Self::Normal, Self::SpecialPrice, Self::PrototypeSpecialPrice, Self::Borrowed];
}

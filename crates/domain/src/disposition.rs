//! What becomes of the hardware that came. It is not what the customer gets (`resolution`): after an exchange the old
//! unit stays with us, and somebody decides about it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What becomes of the unit that came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Disposition {
    /// It goes back to the customer.
    Return,
    /// It is made good and used again.
    Refurbish,
    /// It is destroyed, with a record.
    Scrap,
    /// It goes to the factory for analysis.
    ToFactory,
}

impl Disposition {
    /// Every disposition.
    pub const ALL: [Self; 4] = [Self::Return, Self::Refurbish, Self::Scrap, Self::ToFactory];
}

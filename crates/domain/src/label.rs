//! The label that carries a unit's serial number, as somebody saw it when the unit came. Not the serial itself
//! (serial.rs) and not who the unit is (identity.rs). Called by intake and by the facts of a claim.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the label was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LabelState {
    /// Whole and readable.
    Intact,
    /// Rubbed off so far that the serial cannot be read for certain.
    Worn,
    /// Torn or partly missing.
    Torn,
    /// A label we put on ourselves after a repair.
    ReplacedByUs,
    /// Scratched out, overwritten or stuck over.
    Altered,
    /// There is none.
    Absent,
}

impl LabelState {
    /// Every state, in the order a desk is asked.
    pub const ALL: [Self; 6] =
        [Self::Intact, Self::Worn, Self::Torn, Self::ReplacedByUs, Self::Altered, Self::Absent];

    /// Whether a photo should show it, or the place where it should be: everything but a label as it left the factory.
    #[must_use]
    pub const fn asks_for_photo(self) -> bool {
        match self {
            Self::Intact => false,
            Self::Worn | Self::Torn | Self::ReplacedByUs | Self::Altered | Self::Absent => true,
        }
    }
}

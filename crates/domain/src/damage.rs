//! Damage to a unit that its user did not do: on the way to us, or in our hands. A flag of its own beside the
//! diagnosis: it changes no verdict, and it sends every charge to the customer to review.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where the unit was damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DamagePlace {
    /// On the way to us.
    Transit,
    /// In our hands.
    InHouse,
}

/// Damage that its user did not do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Damage {
    /// Where it happened.
    #[serde(rename = "where")]
    pub place: DamagePlace,
    /// What is damaged and how it was noticed. At most 2,000 characters.
    #[serde(default)]
    pub note: String,
}

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

/// The mark on a unit of a parcel whose damage nobody described.
const UNDESCRIBED: &str = "—";

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

impl Damage {
    /// By the transport, as it is marked on the unit of a parcel; `None` where nothing is.
    #[must_use]
    pub fn in_transit(mark: &str) -> Option<Self> {
        let note = if mark == UNDESCRIBED { "" } else { mark };
        (!mark.is_empty()).then(|| Self { place: DamagePlace::Transit, note: note.to_owned() })
    }

    /// How it is marked on the unit of a parcel: what the sender hears. Damage in our hands is none of theirs.
    #[must_use]
    pub fn mark(&self) -> &str {
        match (self.place, self.note.as_str()) {
            (DamagePlace::InHouse, _) => "",
            (DamagePlace::Transit, "") => UNDESCRIBED,
            (DamagePlace::Transit, note) => note,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Damage, DamagePlace};

    #[test]
    fn what_the_transport_did_is_marked_for_the_sender_and_what_we_did_is_not() {
        let damage = |place, note: &str| Damage { place, note: note.to_owned() };
        for (damage, mark, back) in [
            (
                damage(DamagePlace::Transit, "外壳开裂"),
                "外壳开裂",
                Some(damage(DamagePlace::Transit, "外壳开裂")),
            ),
            (damage(DamagePlace::Transit, ""), "—", Some(damage(DamagePlace::Transit, ""))),
            (damage(DamagePlace::InHouse, "fell"), "", None),
        ] {
            assert_eq!((damage.mark(), Damage::in_transit(damage.mark())), (mark, back));
        }
    }
}

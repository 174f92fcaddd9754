//! Who a unit is when its serial cannot be read, or when unit, certificate and register name different ones (5.8c to
//! 5.8e): what second sources read, and what a person decided. Not the label's state (label.rs) and not the verdict,
//! which does not change by it.

use crate::serial::SerialNumber;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where else a serial can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SecondSource {
    /// The screen the unit shows when it starts.
    BootScreen,
    /// A marking on a board inside.
    Board,
    /// The box it was sold in.
    Box,
    /// The warranty card.
    Card,
    /// The sales register or the dealer's books.
    SaleRecord,
}

/// What a second source read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// The source.
    pub source: SecondSource,
    /// What it says, as read: a whole serial, a part of one, or that it says none.
    pub read: String,
}

/// What a person decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// The unit is the one of this serial.
    Confirmed,
    /// It cannot be said which unit it is.
    Rejected,
}

/// Why the identity of a unit is in question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// The label is there and cannot be read for certain (5.8c).
    LabelUnreadable,
    /// There is no label (5.8d).
    LabelAbsent,
    /// Unit, certificate and register do not name the same unit (5.8e).
    Mismatch,
    /// It was received under a temporary tag.
    TemporaryTag,
}

/// What is known of a unit's identity when a lock is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known<'a> {
    /// The serial on record.
    pub serial: &'a SerialNumber,
    /// Whether the label is known to be unreadable.
    pub is_label_unreadable: bool,
    /// Whether the unit is known to have no label.
    pub is_label_absent: bool,
    /// Whether the serials are known to differ.
    pub is_mismatch: bool,
}

/// Why the identity is in question; empty when it is not.
#[must_use]
pub fn doubts(known: Known<'_>) -> Vec<Doubt> {
    [
        (known.is_label_unreadable, Doubt::LabelUnreadable),
        (known.is_label_absent, Doubt::LabelAbsent),
        (known.is_mismatch, Doubt::Mismatch),
        (known.serial.is_stand_in(), Doubt::TemporaryTag),
    ]
    .into_iter()
    .filter_map(|(is, doubt)| is.then_some(doubt))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::{Doubt, Known, doubts};
    use crate::serial::SerialNumber;

    #[test]
    fn each_reason_to_doubt_who_a_unit_is_is_named() {
        let serial = SerialNumber::parse("JP2409-00417").unwrap();
        let tag = SerialNumber::unread();
        let sure =
            Known { serial: &serial, is_label_unreadable: false, is_label_absent: false, is_mismatch: false };
        for (known, expected) in [
            (sure, vec![]),
            (Known { is_label_unreadable: true, ..sure }, vec![Doubt::LabelUnreadable]),
            (
                Known { is_label_absent: true, serial: &tag, ..sure },
                vec![Doubt::LabelAbsent, Doubt::TemporaryTag],
            ),
            (Known { is_mismatch: true, ..sure }, vec![Doubt::Mismatch]),
        ] {
            assert_eq!(doubts(known), expected);
        }
    }
}

//! What must be seen at a glance on the papers of some units: that a stand-in number is on it, that it came damaged,
//! that it was entered later than it was received. Facts of the intake; nothing is decided by them here.

use serde_json::Value;

use crate::words;

/// A mark on label and application form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// It has no readable serial: the number on it is our own temporary tag.
    TemporaryTag,
    /// The label its serial stands on is one we put there.
    Relabelled,
    /// It came damaged; charges to the customer wait for a review.
    DamagedInTransit,
    /// It was damaged in our hands; charges to the customer wait for a review.
    DamagedInHouse,
    /// It was entered after it was received, from paper, with the time that stood on the paper.
    LateEntry,
    /// Its number was issued elsewhere and is not in our records yet.
    NotSeenHere,
    /// It belongs to the company.
    OwnedByUs,
}

impl Mark {
    /// The mark's words in both languages.
    pub(crate) fn words(self) -> Value {
        let id = match self {
            Self::TemporaryTag => "paper-mark-temporary_tag",
            Self::Relabelled => "paper-mark-relabelled",
            Self::DamagedInTransit => "paper-mark-damaged_in_transit",
            Self::DamagedInHouse => "paper-mark-damaged_in_house",
            Self::LateEntry => "paper-mark-late_entry",
            Self::NotSeenHere => "paper-mark-not_seen_here",
            Self::OwnedByUs => "paper-mark-owned_by_us",
        };
        words::both(id, &[])
    }
}

/// Several marks, as the templates read them.
pub(crate) fn marks_json(marks: &[Mark]) -> Vec<Value> {
    marks.iter().map(|mark| mark.words()).collect()
}

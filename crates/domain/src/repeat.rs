//! Units that come back soon, and batches in which the same fault shows again and again: what is told at the scan, so
//! that nobody repairs the same thing twice without knowing. It changes no verdict. The house's own windows, not the
//! commitment's.

use crate::serial::SerialNumber;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How soon a unit came back after it was handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RepeatWindow {
    /// Within 30 days.
    Days30,
    /// Within 90 days.
    Days90,
}

impl RepeatWindow {
    /// The days of the shorter window.
    pub const SHORT_DAYS: i64 = 30;
    /// The days of the longer window, in which faults of a batch are counted, too.
    pub const LONG_DAYS: i64 = 90;

    /// The window into which a unit falls that was handed over on one day and came back on another; `None` when it
    /// stayed away longer, or came before it went.
    #[must_use]
    pub fn between(handed_over_on: NaiveDate, back_on: NaiveDate) -> Option<Self> {
        let days = (back_on - handed_over_on).num_days();
        if (0..=Self::SHORT_DAYS).contains(&days) {
            Some(Self::Days30)
        } else {
            (0..=Self::LONG_DAYS).contains(&days).then_some(Self::Days90)
        }
    }
}

/// How many units of a batch make the same fault a matter of the batch.
pub const BATCH_UNITS_MIN: u32 = 3;

/// The part of a serial that units of one batch share: everything before its last run of digits, `JP2409-` of
/// JP2409-00417. `None` where that is nothing, because then all serials would be one batch.
#[must_use]
pub fn batch_of(serial: &SerialNumber) -> Option<&str> {
    if serial.is_stand_in() {
        return None;
    }
    let batch = serial.as_str().trim_end_matches(|c: char| c.is_ascii_digit());
    let is_shared = batch.len() < serial.as_str().len() && batch.chars().any(|c| c.is_ascii_digit());
    is_shared.then_some(batch)
}

#[cfg(test)]
mod tests {
    use super::{RepeatWindow, batch_of};
    use crate::serial::SerialNumber;

    #[test]
    fn a_repeat_is_counted_in_days_from_the_hand_over() {
        use RepeatWindow::{Days30, Days90};
        for (handed_over, back, window) in [
            ("2026-01-01", "2026-01-01", Some(Days30)),
            ("2026-01-01", "2026-01-31", Some(Days30)),
            ("2026-01-01", "2026-02-01", Some(Days90)),
            ("2026-01-01", "2026-04-01", Some(Days90)),
            ("2026-01-01", "2026-04-02", None),
            ("2026-01-02", "2026-01-01", None),
        ] {
            let (handed_over, back) = (handed_over.parse().unwrap(), back.parse().unwrap());
            assert_eq!(RepeatWindow::between(handed_over, back), window, "{handed_over} {back}");
        }
    }

    #[test]
    fn a_batch_is_what_stands_before_the_last_number() {
        for (serial, batch) in [
            ("JP2409-00417", Some("JP2409-")),
            ("A12B0007", Some("A12B")),
            ("JP-00417", None),
            ("00417", None),
            ("JP2409-X", None),
        ] {
            assert_eq!(batch_of(&SerialNumber::parse(serial).unwrap()), batch, "{serial}");
        }
    }
}

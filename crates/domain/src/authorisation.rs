//! The authorisation: a number given when we agree to receive a unit, before it comes. On receipt it becomes the
//! work order's number for life. What a number looks like is in rma.rs; giving and finding numbers is the store's.

use crate::rma::RmaNumber;
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What came with the unit to show that we agreed to receive it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Authorisation {
    /// A number stood on the parcel, or the customer named it.
    Number {
        /// The number, its check character right.
        rma: RmaNumber,
        /// What it was found to be when the unit was received; `None` before that.
        #[serde(default)]
        standing: Option<Standing>,
    },
    /// Somebody looked, and there was none.
    None,
}

/// By which act of ours a number was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IssuedBy {
    /// Agreed at the counter.
    Counter,
    /// Agreed in answer to an enquiry by phone or in writing (4.1).
    Enquiry,
    /// The dealer may send without asking.
    StandingConsent,
    /// Reserved for a pre-printed tag or blank form; for whom is said when it is used.
    Reserved,
}

/// What a quoted number was found to be when the unit was received. Recorded then, never recomputed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Given here and waiting: it became the work order's number.
    IssuedHere,
    /// Good by its check character and not known at this station: another one gave it.
    NotSeenHere,
    /// A work order here has it already: one number for a parcel of several.
    UsedBefore,
    /// Given here and taken back before the unit came.
    Cancelled,
}

impl Standing {
    /// Whether a number of this standing shows that we agreed to receive the unit (3.3).
    #[must_use]
    pub const fn is_consent(self) -> bool {
        match self {
            Self::IssuedHere | Self::NotSeenHere | Self::UsedBefore => true,
            Self::Cancelled => false,
        }
    }
}

/// After so many days without a unit a number is shown as old. It stays valid: it was a promise.
pub const OLD_AFTER_DAYS: u64 = 90;

/// Whether a number given on that day is shown as old today.
#[must_use]
pub fn is_old(issued_on: NaiveDate, today: NaiveDate) -> bool {
    issued_on.checked_add_days(Days::new(OLD_AFTER_DAYS)).is_some_and(|last| today > last)
}

#[cfg(test)]
mod tests {
    use super::{Standing, is_old};

    #[test]
    fn a_number_is_old_from_the_ninety_first_day() {
        let issued = "2026-03-02".parse().unwrap();
        assert!(!is_old(issued, "2026-05-31".parse().unwrap()));
        assert!(is_old(issued, "2026-06-01".parse().unwrap()));
    }

    #[test]
    fn only_a_number_we_took_back_is_no_consent() {
        for (standing, is_consent) in [
            (Standing::IssuedHere, true),
            (Standing::NotSeenHere, true),
            (Standing::UsedBefore, true),
            (Standing::Cancelled, false),
        ] {
            assert_eq!(standing.is_consent(), is_consent, "{standing:?}");
        }
    }
}

//! What a calendar says of one day, and of a day it counted to.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whether an answer rests on published days only. Not a judgement about the day itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CalendarStatus {
    /// Every day that decided is published and not estimated.
    Published,
    /// At least one day that decided is unpublished or estimated; a newer pack may move the answer.
    Provisional,
}

impl CalendarStatus {
    /// Provisional when either of the two is.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.max(other)
    }

    /// Published when it is, else provisional.
    pub(crate) const fn published_if(is_published: bool) -> Self {
        if is_published { Self::Published } else { Self::Provisional }
    }
}

/// One civil day of a country: is it worked, why, and who says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Day {
    /// The civil date.
    pub date: NaiveDate,
    /// True for a working day, a make-up workday included.
    pub is_working: bool,
    /// Whether the day is published.
    pub status: CalendarStatus,
    /// Why the day is worked or not.
    pub reason: DayReason,
    /// Who says that it differs from its day of the week, in the words of the calendar's file; empty where it does not differ.
    pub source: String,
}

/// Why a day is worked or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DayReason {
    /// An ordinary working day of the week.
    Weekday,
    /// A rest day of the week.
    Weekend,
    /// A statutory rest day; it may fall on a weekend.
    Holiday {
        /// Chinese name, empty where the source has none.
        name_zh: String,
        /// English name, empty where the source has none.
        name_en: String,
    },
    /// A weekend day that is worked to make up for a holiday.
    MakeupWorkday {
        /// Chinese name of the holiday it makes up for, empty where the source has none.
        name_zh: String,
        /// English name of the holiday it makes up for, empty where the source has none.
        name_en: String,
    },
}

/// A day that was rolled or counted to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct Reached {
    /// The day that was reached.
    pub date: NaiveDate,
    /// Provisional when a day that was counted or rolled over on the way is.
    pub status: CalendarStatus,
}

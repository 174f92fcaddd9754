//! Periods in months.
//!
//! Civil Code art. 202: a period counted in months ends on the day of its last month that corresponds to the day it
//! began; where there is none, on that month's last day (reading 5).

use chrono::{Months, NaiveDate};

/// The day on which a period of `months` that began on `start` ends, before any roll over rest days.
///
/// 2024-02-29 + 12 months is 2025-02-28. Ends with the last day this program can write when the sum lies beyond.
#[must_use]
pub fn add_months(start: NaiveDate, months: u32) -> NaiveDate {
    start.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

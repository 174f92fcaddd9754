//! The cycle of clause 3.1: "the repair is completed within 10-20 working days from the time we receive the
//! faulty machine to the end of the repair delivery".
//!
//! The day of receipt is day 0, also when it is a rest day; day 10 is the target and day 20 the limit. This is
//! the commitment's own clock and it never pauses. It is not a duty to anybody by itself: what must be done when
//! the limit passes is another matter. Derived from events whenever it is asked for, never stored as truth.

use chrono::NaiveDate;
use nightbench_calendar::{Calendar, CalendarStatus};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The target, in working days after receipt (3.1, "10").
pub const TARGET_WORKING_DAYS: u32 = 10;
/// The limit, in working days after receipt (3.1, "20").
pub const LIMIT_WORKING_DAYS: u32 = 20;

/// The days that 3.1 promises for one receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Cycle {
    /// Day 10.
    pub target_on: NaiveDate,
    /// Day 20; the unit is overdue after it.
    pub limit_on: NaiveDate,
    /// Provisional when a day up to the limit is not published yet: a newer calendar may move these dates.
    pub calendar_status: CalendarStatus,
}

/// Where an open cycle stands on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CycleState {
    /// Up to and including day 10.
    OnTime,
    /// Day 11 to day 20.
    Due,
    /// After day 20.
    Overdue,
}

impl Cycle {
    /// The cycle of a unit received on a civil date at the centre.
    #[must_use]
    pub fn of(calendar: &Calendar, received_on: NaiveDate) -> Self {
        let target = calendar.add_working_days(received_on, TARGET_WORKING_DAYS);
        let limit = calendar.add_working_days(received_on, LIMIT_WORKING_DAYS);
        Self { target_on: target.date, limit_on: limit.date, calendar_status: limit.status }
    }

    /// Which working day of a cycle a day is, from its day 20: the same count as from the day of receipt, since day 20 is the
    /// twentieth after it.
    #[must_use]
    pub fn working_day(calendar: &Calendar, limit_on: NaiveDate, day: NaiveDate) -> u32 {
        if day <= limit_on {
            LIMIT_WORKING_DAYS.saturating_sub(calendar.working_days_between(day, limit_on))
        } else {
            LIMIT_WORKING_DAYS + calendar.working_days_between(limit_on, day)
        }
    }

    /// Where it stands on a day.
    #[must_use]
    pub fn state(&self, today: NaiveDate) -> CycleState {
        CycleState::of(self.target_on, self.limit_on, today)
    }
}

impl CycleState {
    /// Where a cycle with these days stands on a day, by date: on the Saturday after a limit that fell on Friday it is
    /// overdue, although no further working day has begun.
    #[must_use]
    pub fn of(target_on: NaiveDate, limit_on: NaiveDate, today: NaiveDate) -> Self {
        if today <= target_on {
            Self::OnTime
        } else if today <= limit_on {
            Self::Due
        } else {
            Self::Overdue
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Cycle, CycleState};
    use chrono::NaiveDate;
    use nightbench_calendar::{Calendar, CalendarStatus};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn every_worked_example_has_its_target_and_limit() {
        let examples = include_str!("../tests/cycle_examples.ndjson");
        for line in examples.lines() {
            let case: serde_json::Value = serde_json::from_str(line).unwrap();
            let text = |name: &str| case[name].as_str().unwrap();
            let cycle = Cycle::of(Calendar::of(text("calendar")), day(text("received_on")));
            let expected = match text("calendar_status") {
                "provisional" => CalendarStatus::Provisional,
                _ => CalendarStatus::Published,
            };
            assert_eq!(
                cycle,
                Cycle {
                    target_on: day(text("target_on")),
                    limit_on: day(text("limit_on")),
                    calendar_status: expected
                },
                "{}",
                text("case")
            );
        }
    }

    #[test]
    fn a_day_is_the_same_working_day_counted_from_receipt_and_from_day_20() {
        let calendar = Calendar::of("CN");
        // A Saturday, the eve of a week of rest, and a make-up workday.
        for received_on in ["2026-02-07", "2026-02-13", "2026-02-28"].map(day) {
            let limit_on = Cycle::of(calendar, received_on).limit_on;
            for today in received_on.iter_days().take(60) {
                let counted = calendar.working_days_between(received_on, today);
                assert_eq!(Cycle::working_day(calendar, limit_on, today), counted, "{received_on} {today}");
            }
        }
    }

    #[test]
    fn a_unit_is_on_time_to_day_10_due_to_day_20_and_overdue_after_it() {
        let cycle = Cycle::of(Calendar::of("CN"), day("2026-02-10"));
        for (today, state) in [
            ("2026-02-10", CycleState::OnTime),
            ("2026-03-02", CycleState::OnTime),
            ("2026-03-03", CycleState::Due),
            ("2026-03-16", CycleState::Due),
            ("2026-03-17", CycleState::Overdue),
        ] {
            assert_eq!(cycle.state(day(today)), state, "{today}");
        }
    }
}

//! The two clocks of a repair, and each day of them. The gross clock is the commitment's (3.1) and never pauses; the net clock
//! beside it leaves out the working days on which a unit waited for its customer or for parts, for the manager's eyes.
//! Not the dates that are promised (`cycle`) and not the 24-hour reply (`calendar::clock_hours`).
//!
//! A day is left out only when the unit waited all day: a day on which anything was in our hands is ours.

use crate::cycle::{Cycle, LIMIT_WORKING_DAYS, TARGET_WORKING_DAYS};
use crate::ticket::Status;
use chrono::NaiveDate;
use nightbench_calendar::{Calendar, Day};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// For whom or what a unit waits without anybody here being able to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WaitCause {
    /// The customer: papers, the answer to a quote, collecting the unit.
    Customer,
    /// A part that is not here.
    Parts,
}

impl WaitCause {
    /// What a status waits for; none where the move is ours, the factory's or a decision of ours.
    #[must_use]
    pub const fn of(status: Status) -> Option<Self> {
        match status {
            Status::AwaitingDocuments | Status::AwaitingAgreement | Status::Unclaimed => Some(Self::Customer),
            Status::AwaitingParts => Some(Self::Parts),
            Status::ToBeDiagnosed
            | Status::UnderDiagnosis
            | Status::InRepair
            | Status::InTest
            | Status::Away
            | Status::Ready
            | Status::Returned
            | Status::Closed
            | Status::OnHold
            | Status::Cancelled => None,
        }
    }
}

/// A stretch of waiting, by civil days at the centre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Wait {
    /// For whom or what.
    pub cause: WaitCause,
    /// The day it began; not yet left out, something was done on it.
    pub began_on: NaiveDate,
    /// The day it ended, not left out either; absent while it lasts.
    pub ended_on: Option<NaiveDate>,
}

impl Wait {
    /// The stretches of waiting in a history of statuses, each with the day it was come to, oldest first.
    #[must_use]
    pub fn of(history: &[(NaiveDate, Status)]) -> Vec<Self> {
        let mut waits: Vec<Self> = Vec::new();
        for (at, &(day, status)) in history.iter().enumerate() {
            let before = at
                .checked_sub(1)
                .and_then(|at| history.get(at))
                .and_then(|(_, status)| WaitCause::of(*status));
            let now = WaitCause::of(status);
            if before == now {
                continue;
            }
            if before.is_some()
                && let Some(wait) = waits.last_mut()
            {
                wait.ended_on = Some(day);
            }
            waits.extend(now.map(|cause| Self { cause, began_on: day, ended_on: None }));
        }
        waits
    }

    fn covers(&self, day: NaiveDate) -> bool {
        self.began_on < day && self.ended_on.is_none_or(|ended| day < ended)
    }
}

/// Working days of a repair, counted both ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Clock {
    /// Working days after receipt up to the day: what 3.1 counts.
    pub gross: u32,
    /// The same without those on which the unit waited.
    pub net: u32,
    /// Working days it waited for its customer.
    pub for_customer: u32,
    /// Working days it waited for parts.
    pub for_parts: u32,
}

/// One civil day of a repair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClockDay {
    /// The day, with the reason for which it is worked or not.
    pub day: Day,
    /// Which working day of the cycle it is; absent for the day of receipt and for rest days.
    pub number: Option<u32>,
    /// What the unit waited for all that day; absent on a rest day.
    pub waited: Option<WaitCause>,
}

impl Clock {
    /// The clocks of a unit received on a day, as they stand on `until`, that day included.
    #[must_use]
    pub fn of(calendar: &Calendar, received_on: NaiveDate, until: NaiveDate, waits: &[Wait]) -> Self {
        let waited = |cause| {
            let days = days_after(received_on, until).filter(|day| calendar.is_working(*day));
            let count = days.filter(|day| waited(waits, *day) == Some(cause)).count();
            u32::try_from(count).unwrap_or(u32::MAX)
        };
        let gross = calendar.working_days_between(received_on, until);
        let (for_customer, for_parts) = (waited(WaitCause::Customer), waited(WaitCause::Parts));
        Self { gross, net: gross.saturating_sub(for_customer + for_parts), for_customer, for_parts }
    }

    /// Every civil day from receipt to the limit of the cycle, or to `until` where that is later. Days after `until` are
    /// not waited on yet.
    #[must_use]
    pub fn days(
        calendar: &Calendar,
        received_on: NaiveDate,
        until: NaiveDate,
        waits: &[Wait],
    ) -> Vec<ClockDay> {
        let last = Cycle::of(calendar, received_on).limit_on.max(until);
        let mut number = 0;
        let first = ClockDay { day: calendar.day(received_on), number: None, waited: None };
        let after = days_after(received_on, last).map(|date| {
            let day = calendar.day(date);
            number += u32::from(day.is_working);
            let is_past = date <= until && day.is_working;
            ClockDay {
                number: day.is_working.then_some(number),
                waited: if is_past { waited(waits, date) } else { None },
                day,
            }
        });
        std::iter::once(first).chain(after).collect()
    }
}

impl ClockDay {
    /// Whether it is day 10 or day 20.
    #[must_use]
    pub fn is_mark(&self) -> bool {
        self.number.is_some_and(|number| number == TARGET_WORKING_DAYS || number == LIMIT_WORKING_DAYS)
    }
}

fn waited(waits: &[Wait], day: NaiveDate) -> Option<WaitCause> {
    waits.iter().find(|wait| wait.covers(day)).map(|wait| wait.cause)
}

fn days_after(from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    from.iter_days().skip(1).take_while(move |day| *day <= to)
}

#[cfg(test)]
mod tests {
    use super::{Clock, Wait, WaitCause};
    use crate::ticket::Status;
    use chrono::NaiveDate;
    use nightbench_calendar::Calendar;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Received on Tuesday 10 February 2026: the Spring Festival lies inside, 14 and 28 February are worked.
    const RECEIVED: &str = "2026-02-10";

    #[test]
    fn a_working_day_is_left_out_only_when_the_unit_waited_all_of_it() {
        let waits = Wait::of(&[
            (day("2026-02-10"), Status::ToBeDiagnosed),
            (day("2026-02-11"), Status::AwaitingDocuments),
            (day("2026-02-14"), Status::UnderDiagnosis),
            (day("2026-02-26"), Status::AwaitingParts),
        ]);
        assert_eq!(waits.len(), 2);
        assert_eq!(waits[0].ended_on, Some(day("2026-02-14")));
        for (until, gross, for_customer, for_parts) in [
            ("2026-02-10", 0, 0, 0),
            ("2026-02-11", 1, 0, 0),
            ("2026-02-13", 3, 2, 0),
            // Saturday, a make-up workday on which it went on.
            ("2026-02-14", 4, 2, 0),
            ("2026-02-23", 4, 2, 0),
            ("2026-02-26", 7, 2, 0),
            // Friday and the Saturday that is worked.
            ("2026-02-28", 9, 2, 2),
        ] {
            let clock = Clock::of(Calendar::of("CN"), day(RECEIVED), day(until), &waits);
            let expected = Clock { gross, net: gross - for_customer - for_parts, for_customer, for_parts };
            assert_eq!(clock, expected, "{until}");
        }
    }

    #[test]
    fn a_wait_that_goes_on_from_papers_to_agreement_is_one() {
        let waits = Wait::of(&[
            (day("2026-03-02"), Status::AwaitingDocuments),
            (day("2026-03-04"), Status::AwaitingAgreement),
            (day("2026-03-06"), Status::AwaitingParts),
        ]);
        assert_eq!(
            waits.iter().map(|wait| wait.cause).collect::<Vec<_>>(),
            [WaitCause::Customer, WaitCause::Parts]
        );
        assert_eq!(waits[0].ended_on, Some(day("2026-03-06")));
        assert_eq!(waits[1].ended_on, None);
    }

    #[test]
    fn every_day_to_the_limit_says_which_it_is_and_why() {
        let waits = [Wait { cause: WaitCause::Parts, began_on: day("2026-02-10"), ended_on: None }];
        let days = Clock::days(Calendar::of("CN"), day(RECEIVED), day("2026-02-12"), &waits);
        assert_eq!(days.first().map(|day| (day.number, day.waited)), Some((None, None)));
        assert_eq!(days.last().map(|day| (day.day.date, day.number)), Some((day("2026-03-16"), Some(20))));
        let marks: Vec<_> = days.iter().filter(|day| day.is_mark()).map(|day| day.day.date).collect();
        assert_eq!(marks, [day("2026-03-02"), day("2026-03-16")]);
        let waited: Vec<_> = days.iter().filter(|day| day.waited.is_some()).map(|day| day.day.date).collect();
        assert_eq!(waited, [day("2026-02-11"), day("2026-02-12")], "days to come are not waited on yet");
        assert!(
            days.iter().all(|day| day.number.is_some()
                || !day.day.is_working
                || day.day.date == self::day(RECEIVED))
        );
    }
}

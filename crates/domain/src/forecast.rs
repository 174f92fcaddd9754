//! Who will not make day 20 (3.1), from what became of like units: those that were in the same status on the same working day of
//! their cycle. It counts and does not guess: where like units are too few it says nothing. How often it was right is part of
//! it, tried on the past with what was known at the time. A part that comes too late is a fact and not asked here.

use crate::cycle::{LIMIT_WORKING_DAYS, TARGET_WORKING_DAYS};
use crate::ticket::Status;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// So many like units are needed before anything is said.
pub const LIKE_MIN: u32 = 20;
/// Where units of the very day are too few, those of so many working days before and after count as like.
const DAYS_AROUND: u32 = 2;

/// What became of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// The statuses it came to, each with the working day of its cycle, in order; the first stands from receipt on.
    pub steps: Vec<(u32, Status)>,
    /// Working days from receipt until it was handed over, or until now where it is still here.
    pub here_until: u32,
    /// Whether it missed day 20.
    pub is_missed: bool,
    /// When that was known: the day of the hand-over, or the one after day 20.
    pub known_on: NaiveDate,
    /// Day 10 of its cycle.
    pub target_on: NaiveDate,
}

/// Like units, and how many of them missed day 20.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Like {
    /// How many there were.
    pub units: u32,
    /// Of these, missed day 20.
    pub missed: u32,
}

/// How the forecast did on the past: for every unit that was still here on day 10, from units whose end was known that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Trial {
    /// Units of which it said something.
    pub units: u32,
    /// Of these, it said would miss day 20.
    pub said: u32,
    /// Of those it said so of, did miss it.
    pub right: u32,
    /// Missed it though nothing of the kind was said.
    pub unforeseen: u32,
}

/// What became of units, by status, working day and how many days around it count.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Forecast {
    like: BTreeMap<(Status, u32, u32), Like>,
    trial: Trial,
}

impl Past {
    /// Where it was at the end of a working day; `None` once it was gone.
    fn status_on(&self, working_day: u32) -> Option<Status> {
        let reached = self.steps.iter().take_while(|(day, _)| *day <= working_day).last();
        reached.filter(|_| working_day < self.here_until).map(|(_, status)| *status)
    }
}

impl Like {
    /// Whether more than half of them missed it.
    #[must_use]
    pub const fn is_missing(self) -> bool {
        self.missed * 2 > self.units
    }
}

impl Forecast {
    /// From what became of units, in any order.
    #[must_use]
    pub fn of(mut past: Vec<Past>) -> Self {
        let mut forecast = Self::default();
        past.sort_by_key(|one| one.known_on);
        let mut asked: Vec<&Past> = past.iter().collect();
        asked.sort_by_key(|one| one.target_on);
        let mut known = past.iter().peekable();
        for one in asked {
            while let Some(earlier) = known.next_if(|earlier| earlier.known_on < one.target_on) {
                forecast.learn(earlier);
            }
            forecast.try_on(one);
        }
        known.for_each(|one| forecast.learn(one));
        forecast
    }

    /// What became of units that were in a status at the end of a working day of their cycle; `None` where they are fewer than
    /// [`LIKE_MIN`], and from day 20 on: who is still here then has missed it or misses it by tonight.
    #[must_use]
    pub fn like(&self, status: Status, working_day: u32) -> Option<Like> {
        if working_day >= LIMIT_WORKING_DAYS {
            return None;
        }
        let like = |around| self.like.get(&(status, working_day, around)).copied();
        (0..=DAYS_AROUND).filter_map(like).find(|like| like.units >= LIKE_MIN)
    }

    /// How it did on the past.
    #[must_use]
    pub const fn trial(&self) -> Trial {
        self.trial
    }

    fn learn(&mut self, one: &Past) {
        for (day, around) in
            (0..LIMIT_WORKING_DAYS).flat_map(|day| (0..=DAYS_AROUND).map(move |around| (day, around)))
        {
            // A unit that stayed for days is still one unit.
            let days = day.saturating_sub(around)..=day + around;
            let statuses: BTreeSet<Status> = days.filter_map(|day| one.status_on(day)).collect();
            for status in statuses {
                let like = self.like.entry((status, day, around)).or_default();
                like.units += 1;
                like.missed += u32::from(one.is_missed);
            }
        }
    }

    fn try_on(&mut self, one: &Past) {
        let Some(status) = one.status_on(TARGET_WORKING_DAYS) else { return };
        let Some(like) = self.like(status, TARGET_WORKING_DAYS) else { return };
        self.trial.units += 1;
        if like.is_missing() {
            self.trial.said += 1;
            self.trial.right += u32::from(one.is_missed);
        } else {
            self.trial.unforeseen += u32::from(one.is_missed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Forecast, Like, Past, Trial};
    use crate::ticket::Status;
    use chrono::{Days, NaiveDate};

    /// A unit that went to a status on a working day and was handed over on another; what became of it was known on a day,
    /// counted from some Monday on, and its day 10 was twenty days before.
    fn past(status: Status, on: u32, here_until: u32, known_on: u64) -> Past {
        let steps = vec![(0, Status::ToBeDiagnosed), (on, status)];
        let day = |count| NaiveDate::from_ymd_opt(2026, 1, 5).unwrap() + Days::new(count);
        Past {
            steps,
            here_until,
            is_missed: here_until > 20,
            known_on: day(known_on),
            target_on: day(known_on - 20),
        }
    }

    #[test]
    fn like_units_are_those_of_the_same_status_on_the_same_working_day() {
        let parts = (0..20).map(|at| past(Status::AwaitingParts, 5, if at < 12 { 25 } else { 12 }, 40 + at));
        let repair = (0..20).map(|at| past(Status::InRepair, 5, 9, 40 + at));
        let forecast = Forecast::of(parts.chain(repair).collect());
        assert_eq!(forecast.like(Status::AwaitingParts, 8), Some(Like { units: 20, missed: 12 }));
        assert_eq!(forecast.like(Status::ToBeDiagnosed, 4), Some(Like { units: 40, missed: 12 }));
        assert_eq!(forecast.like(Status::InRepair, 8), Some(Like { units: 20, missed: 0 }));
        // On day 9 those in repair were gone; days 7 and 8 still tell.
        assert_eq!(forecast.like(Status::InRepair, 9), Some(Like { units: 20, missed: 0 }));
        assert_eq!(forecast.like(Status::InRepair, 11), None);
        // Those that took 12 days were gone; twelve are too few.
        assert_eq!(forecast.like(Status::AwaitingParts, 15), None);
        assert_eq!(forecast.like(Status::AwaitingParts, 20), None);
        assert_eq!(forecast.like(Status::Away, 8), None);
    }

    #[test]
    fn more_than_half_must_have_missed_it() {
        assert!(!Like { units: 20, missed: 10 }.is_missing());
        assert!(Like { units: 21, missed: 11 }.is_missing());
    }

    #[test]
    fn it_is_tried_only_with_what_was_known_at_the_time() {
        let known = (0..20).map(|_| past(Status::AwaitingParts, 2, 25, 100));
        let none = Forecast::of(known.clone().collect());
        assert_eq!(none.trial(), Trial::default(), "nobody's end was known on their day 10");
        let later =
            [(30, 121), (15, 121), (30, 120)].map(|(days, on)| past(Status::AwaitingParts, 2, days, on));
        let tried = Forecast::of(known.chain(later).collect());
        // The third reached day 10 on the very day on which the ends became known: too early to know.
        assert_eq!(tried.trial(), Trial { units: 2, said: 2, right: 1, unforeseen: 0 });
        let quick = (0..20).map(|_| past(Status::InRepair, 2, 12, 100));
        let slow = past(Status::InRepair, 2, 23, 130);
        let tried = Forecast::of(quick.chain([slow]).collect());
        assert_eq!(tried.trial(), Trial { units: 1, said: 0, right: 0, unforeseen: 1 });
    }
}

//! The two clocks of a repair against a loop over its days, and what no pause may do.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use chrono::{Days, NaiveDate};
use nightbench_calendar::Calendar;
use nightbench_domain::clock::{Clock, Wait, WaitCause};
use nightbench_domain::cycle::Cycle;
use nightbench_domain::ticket::Status;
use proptest::prelude::{ProptestConfig, Strategy, prop_assert, prop_assert_eq, proptest};

const COUNTRIES: [&str; 4] = ["CN", "DE", "IL", "US"];
/// What a unit may go through, waiting or not.
const STATUSES: [Status; 6] = [
    Status::UnderDiagnosis,
    Status::AwaitingDocuments,
    Status::AwaitingAgreement,
    Status::AwaitingParts,
    Status::InRepair,
    Status::Away,
];

/// A day of receipt, days until now, and a history: which status after how many days.
fn lives() -> impl Strategy<Value = (usize, NaiveDate, u64, Vec<(u64, usize)>)> {
    let first = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap();
    let history = proptest::collection::vec((0_u64..12, 0..STATUSES.len()), 0..8);
    (0..COUNTRIES.len(), 0_u64..2_900, 0_u64..60, history)
        .prop_map(move |(country, day, until, history)| (country, first + Days::new(day), until, history))
}

fn dated(received_on: NaiveDate, steps: &[(u64, usize)]) -> Vec<(NaiveDate, Status)> {
    let mut day = received_on;
    steps
        .iter()
        .map(|(after, status)| {
            day = day + Days::new(*after);
            (day, STATUSES[*status])
        })
        .collect()
}

/// What a unit waited for on all of a day: what it came to before that day and had not left on it.
fn waited_on(history: &[(NaiveDate, Status)], day: NaiveDate) -> Option<WaitCause> {
    let before =
        history.iter().rev().find(|(on, _)| *on < day).and_then(|(_, status)| WaitCause::of(*status))?;
    let moved = history.iter().filter(|(on, _)| *on == day);
    moved.into_iter().all(|(_, status)| WaitCause::of(*status) == Some(before)).then_some(before)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn the_clocks_are_the_loop((country, received_on, until, steps) in lives()) {
        let calendar = Calendar::of(COUNTRIES[country]);
        let until = received_on + Days::new(until);
        let history = dated(received_on, &steps);
        let clock = Clock::of(calendar, received_on, until, &Wait::of(&history));
        let days = received_on.iter_days().skip(1).take_while(|day| *day <= until);
        let working: Vec<NaiveDate> = days.filter(|day| calendar.is_working(*day)).collect();
        let waited = |cause| working.iter().filter(|day| waited_on(&history, **day) == Some(cause)).count();
        prop_assert_eq!(clock.gross as usize, working.len());
        prop_assert_eq!(clock.for_customer as usize, waited(WaitCause::Customer));
        prop_assert_eq!(clock.for_parts as usize, waited(WaitCause::Parts));
        prop_assert_eq!(clock.net, clock.gross - clock.for_customer - clock.for_parts);
    }

    #[test]
    fn no_pause_moves_the_gross_clock_and_one_of_no_length_moves_neither(
        (country, received_on, until, steps) in lives(), at in 0_u64..60, status in 1_usize..4
    ) {
        let calendar = Calendar::of(COUNTRIES[country]);
        let until = received_on + Days::new(until);
        let waits = Wait::of(&dated(received_on, &steps));
        let (paused, free) =
            (Clock::of(calendar, received_on, until, &waits), Clock::of(calendar, received_on, until, &[]));
        prop_assert_eq!(paused.gross, free.gross);
        prop_assert!(paused.net <= free.net);
        let on = received_on + Days::new(at);
        let nothing = Wait::of(&[(on, STATUSES[status]), (on, Status::InRepair)]);
        prop_assert_eq!(Clock::of(calendar, received_on, until, &nothing), free);
    }

    #[test]
    fn the_days_of_a_cycle_are_counted_alike_from_both_ends((country, received_on, until, _) in lives()) {
        let calendar = Calendar::of(COUNTRIES[country]);
        let today = received_on + Days::new(until);
        let limit_on = Cycle::of(calendar, received_on).limit_on;
        let counted = calendar.working_days_between(received_on, today);
        prop_assert_eq!(Cycle::working_day(calendar, limit_on, today), counted);
    }
}

//! The bitmap answers like a loop over days does, inside the table, outside it and over its edges.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use chrono::{Days, NaiveDate};
use nightbench_calendar::{Calendar, CalendarStatus, add_months};
use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert_eq, proptest};

const COUNTRIES: [&str; 9] = ["CN", "US", "DE", "IL", "IR", "BN", "TR", "LK", "HM"];

fn dates() -> impl Strategy<Value = NaiveDate> {
    let from = NaiveDate::from_ymd_opt(1995, 1, 1).unwrap();
    (0_u64..22_000).prop_map(move |days| from + Days::new(days))
}

fn naive_add(calendar: &Calendar, from: NaiveDate, count: u32) -> (NaiveDate, CalendarStatus) {
    let (mut day, mut left, mut status) = (from, count, CalendarStatus::Published);
    while left > 0 {
        day = day.succ_opt().unwrap();
        status = status.and(calendar.status(day));
        left -= u32::from(calendar.is_working(day));
    }
    (day, status)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn adding_working_days_is_the_loop(country in 0..COUNTRIES.len(), from in dates(), count in 0_u32..700) {
        let calendar = Calendar::of(COUNTRIES[country]);
        let reached = calendar.add_working_days(from, count);
        prop_assert_eq!((reached.date, reached.status), naive_add(calendar, from, count));
        prop_assert_eq!(calendar.working_days_between(from, reached.date), count);
    }

    #[test]
    fn rolling_is_the_loop(country in 0..COUNTRIES.len(), from in dates()) {
        let calendar = Calendar::of(COUNTRIES[country]);
        let (mut day, mut status) = (from, calendar.status(from));
        while !calendar.is_working(day) {
            day = day.succ_opt().unwrap();
            status = status.and(calendar.status(day));
        }
        let reached = calendar.roll_forward(from);
        prop_assert_eq!((reached.date, reached.status), (day, status));
    }

    #[test]
    fn what_rolls_to_a_day_is_what_the_loop_rolls_there(country in 0..COUNTRIES.len(), to in dates()) {
        let calendar = Calendar::of(COUNTRIES[country]);
        let mut earliest = to;
        while !calendar.is_working(earliest.pred_opt().unwrap()) {
            earliest = earliest.pred_opt().unwrap();
        }
        prop_assert_eq!(calendar.earliest_rolling_to(to), earliest);
        prop_assert_eq!(calendar.roll_forward(earliest).date <= calendar.roll_forward(to).date, true);
        prop_assert_eq!(calendar.roll_forward(earliest.pred_opt().unwrap()).date < to, true);
    }

    #[test]
    fn counting_between_is_the_loop(country in 0..COUNTRIES.len(), from in dates(), span in 0_u64..2_000) {
        let calendar = Calendar::of(COUNTRIES[country]);
        let to = from + Days::new(span);
        let days = (1..=span).map(|day| from + Days::new(day));
        let naive = days.clone().filter(|&day| calendar.is_working(day)).count();
        prop_assert_eq!(calendar.working_days_between(from, to) as usize, naive);
        let status = days.map(|day| calendar.status(day)).max().unwrap_or(CalendarStatus::Published);
        prop_assert_eq!(calendar.status_between(from, to), status);
        prop_assert_eq!(calendar.working_days_between(to, from), 0);
    }

    #[test]
    fn a_later_start_never_ends_its_months_earlier(start in dates(), months in 0_u32..60, later in any::<u8>()) {
        let after = start + Days::new(later.into());
        prop_assert_eq!(add_months(start, months).max(add_months(after, months)), add_months(after, months));
    }
}

/// Every day of every calendar of the program: adding 1, 10 and 20 working days is where a loop over the days arrives, counting
/// them again gives what was added, and the count from the year's first day is the loop's.
#[test]
fn adding_and_counting_are_the_loop_on_every_day_of_every_calendar() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    for country in Calendar::countries() {
        let calendar = Calendar::of(&country);
        let first = if country == "CN" { day("2001-01-01") } else { day("2020-01-01") };
        let days: Vec<NaiveDate> = first.iter_days().take_while(|one| *one <= day("2030-12-31")).collect();
        // The working days in their order, past the end by as many as are added.
        let mut working: Vec<NaiveDate> = Vec::new();
        let last = *days.last().unwrap();
        let is_long = |working: &[NaiveDate]| working.len() > 20 && working[working.len() - 20] > last;
        for one in first.iter_days().take(20_000).filter(|one| calendar.is_working(*one)) {
            working.push(one);
            if is_long(&working) {
                break;
            }
        }
        assert!(is_long(&working), "{country}");
        let mut passed = 0;
        for from in days {
            passed += usize::from(calendar.is_working(from));
            for count in [1_usize, 10, 20] {
                let reached = calendar.add_working_days(from, u32::try_from(count).unwrap()).date;
                assert_eq!(reached, working[passed + count - 1], "{country} {from} + {count}");
                assert_eq!(calendar.working_days_between(from, reached) as usize, count, "{country} {from}");
            }
            let counted = calendar.working_days_between(first.pred_opt().unwrap(), from) as usize;
            assert_eq!(counted, passed, "{country} {from}");
        }
    }
}

#[test]
fn the_ends_of_time_stop_the_count_and_do_not_fail() {
    let calendar = Calendar::of("CN");
    assert_eq!(calendar.add_working_days(NaiveDate::MAX, 20).date, NaiveDate::MAX);
    assert_eq!(calendar.roll_forward(NaiveDate::MAX).status, CalendarStatus::Provisional);
    assert_eq!(calendar.earliest_rolling_to(NaiveDate::MIN), NaiveDate::MIN);
    assert_eq!(add_months(NaiveDate::MAX, 24), NaiveDate::MAX);
    assert_eq!(calendar.add_working_days(NaiveDate::MIN, u32::MAX).status, CalendarStatus::Provisional);
    assert!(calendar.working_days_between(NaiveDate::MIN, NaiveDate::MAX) > 0);
}

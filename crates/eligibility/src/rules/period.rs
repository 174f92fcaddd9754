//! How long the warranty of what is claimed for lasts.
//!
//! 2.1: "From the date of purchase ... our products enjoy free QAS within the warranty period ... If otherwise
//! provided by law or purchase contract, it shall be implemented in accordance with the provisions of law or purchase
//! contract." Table 2.T: terminal 24 months, parts 3; module 12, parts 3; detector 12, parts blank.
//! 2.2: "Products or parts repaired or replaced within the warranty scope will continue to enjoy QAS during the
//! remaining warranty period. If the remaining warranty period is less than three months, it will still be calculated
//! as three months."

use crate::claim::Claim;
use crate::policy::Policy;
use crate::policy::reading::{Choices, Reading};
use chrono::{Datelike, NaiveDate};
use nightbench_calendar::add_months;
use nightbench_domain::claim::ClaimObject;
use nightbench_domain::unit::ProductClass;

/// The months of the base period; None where table and contract leave them blank.
pub(crate) fn base_months(
    policy: &Policy,
    claim: &Claim,
    class: ProductClass,
    object: ClaimObject,
    choices: Choices,
) -> Option<u32> {
    let agreed = match object {
        ClaimObject::Whole => claim.terms.unit_months,
        ClaimObject::Part => claim.terms.part_months,
    };
    let period = policy.period(class, object)?;
    // Reading 19: the parts period of a detector is blank, and nothing is invented.
    let blank = if choices.is_alternative(Reading::DetectorParts) { period.alternative_months } else { None };
    agreed.or(period.months).or(blank)
}

/// The nominal end of a period of months (Civil Code 202, reading 5).
pub(crate) fn nominal_end(start: NaiveDate, months: u32, choices: Choices) -> NaiveDate {
    let end = add_months(start, months);
    if end.day() < start.day() && choices.is_alternative(Reading::MissingDayOfMonth) {
        return end.succ_opt().unwrap_or(end);
    }
    end
}

/// The first start of a period of months whose nominal end is not before a day; the inverse of [`nominal_end`]: a start
/// on it or later ends on the day or later, an earlier one before it.
///
/// A start in the month that lies `months` before reaches the day if and only if its day of the month is not lower; where
/// that month has no such day, the next month's first is the first that does. Under the alternative of reading 5 the
/// last days of the month before reach a first of the month too, where its own end has no such days.
pub(crate) fn first_start_reaching(day: NaiveDate, months: u32, choices: Choices) -> NaiveDate {
    let month = i64::from(day.year()) * 12 + i64::from(day.month0()) - i64::from(months);
    if day.day() == 1 && choices.is_alternative(Reading::MissingDayOfMonth) {
        let missing = day.pred_opt().map(|eve| eve.day() + 1);
        if let Some(start) = missing.and_then(|missing| in_month(month - 1, missing)) {
            return start;
        }
    }
    let start = in_month(month, day.day()).or_else(|| in_month(month + 1, 1));
    // Before the first day this program can write every start reaches it.
    start.unwrap_or(NaiveDate::MIN)
}

/// The fewest months of a period from a start whose nominal end is not before a day: one of that many months or more
/// reaches the day, a shorter one does not.
pub(crate) fn fewest_months_reaching(start: NaiveDate, day: NaiveDate, choices: Choices) -> u32 {
    let between =
        (day.year() - start.year()) * 12 + day.month0().cast_signed() - start.month0().cast_signed();
    // Under the alternative of reading 5 a period may end on the first of the month after its last.
    let from = u32::try_from(between - 1).unwrap_or_default();
    (from..=from + 2).find(|&months| nominal_end(start, months, choices) >= day).unwrap_or(u32::MAX)
}

/// A day of the months counted from the year 0, where there is one.
fn in_month(month: i64, day: u32) -> Option<NaiveDate> {
    let year = i32::try_from(month.div_euclid(12)).ok()?;
    NaiveDate::from_ymd_opt(year, u32::try_from(month.rem_euclid(12)).ok()? + 1, day)
}

/// The completion from which the tail of 2.2 counts: the last one. None without a repair that gives a tail.
///
/// Reading 11: the tail belongs to the repaired or replaced item. Reading 12: it counts from completion; a repair
/// completed after the period's end counts, one completed after the claim does not, a paid one never.
fn tail_start(claim: &Claim, choices: Choices) -> Option<NaiveDate> {
    let own = claim.repairs.product.max(claim.repairs.part_same);
    if choices.is_alternative(Reading::TailBelongsTo) { own.max(claim.repairs.part_other) } else { own }
}

/// The nominal end of the tail that 2.2 gives after earlier repairs; None without one that counts.
pub(crate) fn tail_end(policy: &Policy, claim: &Claim, choices: Choices) -> Option<NaiveDate> {
    tail_start(claim, choices).map(|completed| nominal_end(completed, policy.floor_months, choices))
}

/// Whether the tail of 2.2 reaches a day.
pub(crate) fn is_in_tail(policy: &Policy, claim: &Claim, day: NaiveDate, choices: Choices) -> bool {
    tail_end(policy, claim, choices).is_some_and(|end| end >= day)
}

#[cfg(test)]
mod tests {
    use super::{fewest_months_reaching, first_start_reaching, nominal_end};
    use crate::policy::reading::{Choices, Reading};
    use chrono::{Datelike, Days, NaiveDate};

    const MONTHS: [u32; 8] = [0, 1, 2, 3, 12, 13, 24, 36];

    fn both_readings() -> [Choices; 2] {
        let ours = Choices::default();
        [ours, ours.turned(Reading::MissingDayOfMonth)]
    }

    /// The first start that reaches the day, found by looking at every day from well before it.
    fn by_search(day: NaiveDate, months: u32, choices: Choices) -> NaiveDate {
        let from = day - Days::new(u64::from(months) * 30 + u64::from(months) / 2 + 5);
        assert!(nominal_end(from, months, choices) < day);
        from.iter_days().find(|&start| nominal_end(start, months, choices) >= day).unwrap()
    }

    #[test]
    fn the_first_start_that_reaches_a_day_is_the_one_a_search_finds() {
        let first: NaiveDate = "2023-12-25".parse().unwrap();
        let near_ends = |day: &NaiveDate| day.day() <= 3 || day.day() >= 27;
        for day in first.iter_days().take(2 * 366).filter(near_ends) {
            for (months, choices) in
                MONTHS.into_iter().flat_map(|months| both_readings().map(|choices| (months, choices)))
            {
                let found = first_start_reaching(day, months, choices);
                assert_eq!(found, by_search(day, months, choices), "{months} months to {day} {choices:?}");
            }
        }
    }

    #[test]
    fn a_start_reaches_a_day_from_the_first_on_and_never_before() {
        let first: NaiveDate = "2024-01-25".parse().unwrap();
        for choices in both_readings() {
            for months in MONTHS {
                for day in first.iter_days().step_by(17).take(100) {
                    let cut = first_start_reaching(day, months, choices);
                    for start in (cut - Days::new(40)).iter_days().take(80) {
                        let reaches = nominal_end(start, months, choices) >= day;
                        assert_eq!(reaches, start >= cut, "{start} and {months} months to {day}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_fewest_months_that_reach_a_day_are_those_a_search_finds() {
        let start: NaiveDate = "2024-01-27".parse().unwrap();
        for choices in both_readings() {
            for start in start.iter_days().take(70) {
                for day in (start - Days::new(40)).iter_days().take(150) {
                    let by_search = (0..).find(|&months| nominal_end(start, months, choices) >= day);
                    let found = fewest_months_reaching(start, day, choices);
                    assert_eq!(Some(found), by_search, "from {start} to {day} {choices:?}");
                }
            }
        }
    }

    #[test]
    fn at_the_ends_of_time_every_start_reaches() {
        for choices in both_readings() {
            assert_eq!(first_start_reaching(NaiveDate::MIN, 3, choices), NaiveDate::MIN);
            assert_eq!(
                first_start_reaching("2026-01-01".parse().unwrap(), u32::MAX, choices),
                NaiveDate::MIN
            );
            assert_eq!(first_start_reaching(NaiveDate::MAX, 0, choices), NaiveDate::MAX);
        }
    }
}

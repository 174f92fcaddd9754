//! Where the days of refund and exchange end, and what a rest day does to a last day.
//!
//! 3.3: "Within 7 days (inclusive) from the date of original purchase". 3.2: "Within 30 days from the original date of
//! purchase". Civil Code 201: the first day is not counted; 203: a last day on a legal rest day moves to the day after
//! the rest ends; 204: the parties may agree otherwise; 1259: "within" includes the number.

use crate::claim::Claim;
use crate::facts::Counting;
use crate::policy::Policy;
use crate::policy::reading::{Choices, Reading};
use chrono::{Days, NaiveDate};
use nightbench_calendar::{Calendar, CalendarStatus, Reached};

/// A number of days from the start of the period in which a remedy can be claimed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Window {
    /// From the start to the last day; 0 is the start itself.
    days: Days,
    /// The earliest start, under the alternative of reading 13.
    not_before: Option<NaiveDate>,
}

impl Window {
    /// 3.3: the refund.
    pub(crate) fn refund(policy: &Policy, claim: &Claim, choices: Choices) -> Self {
        Self::of(claim, claim.terms.return_days.unwrap_or(policy.refund_days), choices)
    }

    /// 3.2: the exchange. Reading 3: it lacks the "(inclusive)" of 3.3, and means it.
    pub(crate) fn exchange(policy: &Policy, claim: &Claim, choices: Choices) -> Self {
        let days = claim.terms.exchange_days.unwrap_or(policy.exchange_days);
        let exclusive = u32::from(choices.is_alternative(Reading::LastDayOfExchange));
        Self::of(claim, days.saturating_sub(exclusive), choices)
    }

    /// Reading 2: the purchase day is day 0, so that the last day is start + days. The alternative of reading 13: facts
    /// record repair and replacement of the unit alike (2.2 treats them alike), so the windows restart with the last
    /// completion that may have been an exchange.
    fn of(claim: &Claim, days: u32, choices: Choices) -> Self {
        let counted_first = u32::from(choices.is_alternative(Reading::FirstDayOfWindows));
        let restarts = choices.is_alternative(Reading::WindowsAfterExchange);
        Self {
            days: Days::new(days.saturating_sub(counted_first).into()),
            not_before: claim.repairs.product.filter(|_| restarts),
        }
    }

    /// The last day before any roll.
    pub(crate) fn nominal_last_day(self, start: NaiveDate) -> NaiveDate {
        let start = self.not_before.map_or(start, |restart| start.max(restart));
        start.checked_add_days(self.days).unwrap_or(NaiveDate::MAX)
    }

    /// The first start whose nominal last day is not before a day; the inverse of
    /// [`nominal_last_day`](Self::nominal_last_day).
    pub(crate) fn first_start_reaching(self, day: NaiveDate) -> NaiveDate {
        let start = day.checked_sub_days(self.days).unwrap_or(NaiveDate::MIN);
        if self.not_before.is_some_and(|restart| restart >= start) { NaiveDate::MIN } else { start }
    }
}

/// Whether last days roll over rest days (Civil Code 203, reading 4) or stay (204).
pub(crate) fn rolls(claim: &Claim, choices: Choices) -> bool {
    match claim.counting {
        Counting::Cn => !choices.is_alternative(Reading::LastDayOnRestDay),
        Counting::Plain => false,
    }
}

/// A last day after the roll. Without a roll no calendar was asked, so nothing about it is provisional.
pub(crate) fn rolled(calendar: &Calendar, claim: &Claim, nominal: NaiveDate, choices: Choices) -> Reached {
    if rolls(claim, choices) {
        calendar.roll_forward(nominal)
    } else {
        Reached { date: nominal, status: CalendarStatus::Published }
    }
}

/// The earliest nominal last day that still includes a claim of this day: a nominal day counts, after its roll, if and
/// only if it is not earlier. One look at the calendar then serves every period of the claim.
pub(crate) fn earliest_sufficient(calendar: &Calendar, claimed: NaiveDate, does_roll: bool) -> NaiveDate {
    if does_roll { calendar.earliest_rolling_to(claimed) } else { claimed }
}

#[cfg(test)]
mod tests {
    use super::Window;
    use chrono::{Days, NaiveDate};

    #[test]
    fn a_start_reaches_a_day_from_the_first_on_and_never_before() {
        let day: NaiveDate = "2026-03-10".parse().unwrap();
        let restarts = [None, Some(-50), Some(-31), Some(-30), Some(-7), Some(0)];
        for (days, back) in [0, 7, 30].into_iter().flat_map(|days| restarts.map(|back| (days, back))) {
            let not_before = back.map(|back: i64| day + chrono::TimeDelta::days(back));
            let window = Window { days: Days::new(days), not_before };
            for start in (day - Days::new(60)).iter_days().take(60) {
                let reaches = window.nominal_last_day(start) >= day;
                assert_eq!(reaches, start >= window.first_start_reaching(day), "{window:?} from {start}");
            }
        }
        let endless = Window { days: Days::new(u32::MAX.into()), not_before: None };
        assert_eq!(endless.first_start_reaching(day), NaiveDate::MIN);
    }
}

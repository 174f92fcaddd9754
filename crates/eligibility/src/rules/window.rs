//! Where the days of refund and exchange end, and what a rest day does to a last day.
//!
//! 3.3: "Within 7 days (inclusive) from the date of original purchase". 3.2: "Within 30 days from the original date of
//! purchase". Civil Code 201: the first day is not counted; 203: a last day on a legal rest day moves to the day after
//! the rest ends; 204: the parties may agree otherwise; 1259: "within" includes the number.

use crate::claim::Claim;
use crate::facts::{Counting, RepairScope};
use crate::policy::Policy;
use crate::policy::reading::{Choices, Reading};
use chrono::{Days, NaiveDate};
use nightbench_calendar::{Calendar, CalendarStatus, Reached};

/// The last day of the refund before any roll.
pub(crate) fn refund_nominal(
    policy: &Policy,
    claim: &Claim,
    start: NaiveDate,
    choices: Choices,
) -> NaiveDate {
    let days = claim.terms.return_days.unwrap_or(policy.refund_days);
    last_day(claim, start, days, choices)
}

/// The last day of the exchange before any roll.
pub(crate) fn exchange_nominal(
    policy: &Policy,
    claim: &Claim,
    start: NaiveDate,
    choices: Choices,
) -> NaiveDate {
    let days = claim.terms.exchange_days.unwrap_or(policy.exchange_days);
    // Reading 3: 3.2 lacks the "(inclusive)" of 3.3, and means it.
    let exclusive = u32::from(choices.is_alternative(Reading::LastDayOfExchange));
    last_day(claim, start, days.saturating_sub(exclusive), choices)
}

/// Reading 2: the purchase day is day 0, so that the last day is start + days.
fn last_day(claim: &Claim, start: NaiveDate, days: u32, choices: Choices) -> NaiveDate {
    let counted_first = u32::from(choices.is_alternative(Reading::FirstDayOfWindows));
    let start =
        if choices.is_alternative(Reading::WindowsAfterExchange) { restarted(claim, start) } else { start };
    start.checked_add_days(Days::new(days.saturating_sub(counted_first).into())).unwrap_or(NaiveDate::MAX)
}

/// The alternative of reading 13. Facts record repair and replacement of the unit alike (2.2 treats them alike), so
/// the windows restart with the last completion that may have been an exchange.
fn restarted(claim: &Claim, start: NaiveDate) -> NaiveDate {
    let replaced = claim.repairs.iter().filter(|repair| {
        repair.scope == RepairScope::Product
            && claim.claim_date.is_none_or(|claimed| repair.completed <= claimed)
    });
    replaced.map(|repair| repair.completed).max().map_or(start, |completed| start.max(completed))
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
    let mut earliest = claimed;
    if does_roll {
        while let Some(before) = earliest.pred_opt().filter(|&before| !calendar.is_working(before)) {
            earliest = before;
        }
    }
    earliest
}

//! The last days that a verdict shows: of refund and exchange, and of the cover. They are given whenever dates and
//! period are known, for denied and pending remedies too, and do not decide an outcome (space.rs does).

use crate::claim::Claim;
use crate::policy::Policy;
use crate::policy::reading::Choices;
use crate::rules::period::{base_months, nominal_end, tail_end};
use crate::rules::scope::standing;
use crate::rules::window::{Window, rolled};
use crate::verdict::Cover;
use crate::world::Standing;
use chrono::NaiveDate;
use nightbench_calendar::{Calendar, Reached};
use nightbench_domain::claim::ClaimObject;
use nightbench_domain::unit::ProductClass;

/// The days of a claim.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LastDays {
    pub(crate) refund: Option<LastDay>,
    pub(crate) exchange: Option<LastDay>,
    pub(crate) cover: Cover,
}

/// A last day before and after the roll.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LastDay {
    pub(crate) nominal: NaiveDate,
    pub(crate) reached: Reached,
}

const NO_COVER: Cover = Cover { nominal_end: None, last_covered_day: None, calendar_status: None };

/// The last days, as far as they are known.
pub(crate) fn last_days(policy: &Policy, calendar: &Calendar, claim: &Claim, choices: Choices) -> LastDays {
    let standing = claim.sale_kind.map(|kind| standing(policy, claim, kind, choices));
    let start = claim.terms.period_starts_on.or_else(|| claim.purchase_date(choices));
    let (Some(start), true) = (start, standing != Some(Standing::Outside)) else {
        return LastDays { refund: None, exchange: None, cover: NO_COVER };
    };
    let last_day = |nominal| LastDay { nominal, reached: rolled(calendar, claim, nominal, choices) };
    let (has_refund, has_exchange) = match standing {
        None | Some(Standing::Full | Standing::ContractUnseen) => (true, true),
        Some(Standing::NoRefund) => (false, true),
        Some(Standing::NoRefundOrExchange | Standing::Outside) => (false, false),
    };
    LastDays {
        refund: has_refund.then(|| last_day(Window::refund(policy, claim, choices).nominal_last_day(start))),
        exchange: has_exchange
            .then(|| last_day(Window::exchange(policy, claim, choices).nominal_last_day(start))),
        cover: cover(policy, calendar, claim, start, choices),
    }
}

/// The end of the period, where every class and object that is still possible gives the same.
fn cover(policy: &Policy, calendar: &Calendar, claim: &Claim, start: NaiveDate, choices: Choices) -> Cover {
    let classes = claim.product_class.as_ref().map_or(&ProductClass::ALL[..], std::slice::from_ref);
    let objects = claim
        .claim_object
        .as_ref()
        .map_or(&[ClaimObject::Whole, ClaimObject::Part][..], std::slice::from_ref);
    let mut months = classes.iter().flat_map(|&class| {
        objects.iter().map(move |&object| base_months(policy, claim, class, object, choices))
    });
    let first = months.next().flatten();
    let (Some(period), true) = (first, months.all(|other| other == first)) else { return NO_COVER };
    let end = nominal_end(start, period, choices);
    let with_tail = tail_end(policy, claim, choices).map_or(end, |tail| tail.max(end));
    let last = rolled(calendar, claim, with_tail, choices);
    Cover { nominal_end: Some(end), last_covered_day: Some(last.date), calendar_status: Some(last.status) }
}

//! The warranty period that goods start out with, for those who keep account of what became of it (the cover ledger of
//! `domain`). The verdict's own last days are in dates.rs; this adds nothing to them.

use crate::claim::Claim;
use crate::facts::Facts;
use crate::policy::Policy;
use crate::rules::period::base_months;
use crate::rules::scope::standing;
use crate::rules::window::rolled;
use crate::world::Standing;
use chrono::NaiveDate;
use nightbench_calendar::{Calendar, Reached};
use nightbench_domain::claim::ClaimObject;

/// What the pack and the contract give goods from the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BasePeriod {
    /// The first day, which is not counted (2.1, 2.N1, reading 7).
    pub starts_on: NaiveDate,
    /// The unit's months; none where its class is not known.
    pub unit_months: Option<u32>,
    /// The months of its parts; none where its class is not known or the table is blank (reading 19).
    pub part_months: Option<u32>,
}

impl BasePeriod {
    /// The period of the goods that facts speak of; none without a purchase date, or outside the policy.
    #[must_use]
    pub fn of(policy: &Policy, facts: &Facts) -> Option<Self> {
        let claim = Claim::of(facts);
        let choices = policy.choices;
        let starts_on = claim.terms.period_starts_on.or_else(|| claim.purchase_date(choices))?;
        if claim.sale_kind.is_some_and(|kind| standing(policy, &claim, kind, choices) == Standing::Outside) {
            return None;
        }
        let months = |object, agreed: Option<u32>| match claim.product_class {
            Some(class) => base_months(policy, &claim, class, object, choices),
            None => agreed,
        };
        Some(Self {
            starts_on,
            unit_months: months(ClaimObject::Whole, claim.terms.unit_months),
            part_months: months(ClaimObject::Part, claim.terms.part_months),
        })
    }
}

/// The last covered day of an account that ends nominally on a day: after the roll over rest days, where the claim's
/// counting has one (reading 4).
#[must_use]
pub fn last_covered_day(
    policy: &Policy,
    calendar: &Calendar,
    facts: &Facts,
    nominal_end: NaiveDate,
) -> Reached {
    rolled(calendar, &Claim::of(facts), nominal_end, policy.choices)
}

impl Policy {
    /// The months that a repaired or replaced item has at least (2.2).
    #[must_use]
    pub const fn floor_months(&self) -> u32 {
        self.floor_months
    }
}

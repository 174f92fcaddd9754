//! How long the warranty of what is claimed for lasts.
//!
//! 2.1: "From the date of purchase ... our products enjoy free QAS within the warranty period ... If otherwise
//! provided by law or purchase contract, it shall be implemented in accordance with the provisions of law or purchase
//! contract." Table 2.T: terminal 24 months, parts 3; module 12, parts 3; detector 12, parts blank.
//! 2.2: "Products or parts repaired or replaced within the warranty scope will continue to enjoy QAS during the
//! remaining warranty period. If the remaining warranty period is less than three months, it will still be calculated
//! as three months."

use crate::claim::Claim;
use crate::facts::RepairScope;
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

/// The nominal end of the tail that 2.2 gives after earlier repairs; None without one that counts.
///
/// Reading 11: the tail belongs to the repaired or replaced item. Reading 12: it counts from completion; a repair
/// completed after the period's end counts, one completed after the claim does not, a paid one never.
pub(crate) fn tail_end(policy: &Policy, claim: &Claim, choices: Choices) -> Option<NaiveDate> {
    let counted = claim.repairs.iter().filter(|repair| {
        let belongs = match repair.scope {
            RepairScope::Product | RepairScope::PartSame => true,
            RepairScope::PartOther => choices.is_alternative(Reading::TailBelongsTo),
            RepairScope::Paid => false,
        };
        belongs && claim.claim_date.is_none_or(|claimed| repair.completed <= claimed)
    });
    counted.map(|repair| nominal_end(repair.completed, policy.floor_months, choices)).max()
}

//! What an earlier report of the fault would still change, while nobody has said whether there was one. The received date
//! stands in for the report then (reading 6), so a denial that comes from the date alone is not the last word. Not the
//! report itself: that is a field of the intake. Called by verdict.rs; read by screens, by paper and by the customer's screen.

use crate::claim::{Derived, FactSource, Said};
use chrono::NaiveDate;
use nightbench_domain::claim::Remedy;
use nightbench_eligibility::Explanation;
use nightbench_eligibility::verdict::FactName;
use serde::Serialize;
use ts_rs::TS;

/// A remedy that is denied by the received date and would not be if the fault had been reported early enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct EarlierReport {
    /// The remedy.
    pub remedy: Remedy,
    /// The last day on which a report would have been early enough.
    pub until: NaiveDate,
}

/// What is open because nobody was asked; nothing once somebody answered, whatever the answer was.
pub(crate) fn open(said: &Said<'_>, derived: &[Derived], explanation: &Explanation) -> Vec<EarlierReport> {
    let is_from_receipt =
        derived.iter().any(|one| one.fact == "claim_date" && one.source == FactSource::Receipt);
    if said.no_earlier_report || !is_from_receipt {
        return Vec::new();
    }
    let by_date_alone = explanation.counterfactuals.iter().filter(|told| told.facts == [FactName::ClaimDate]);
    by_date_alone
        .filter_map(|told| Some(EarlierReport { remedy: told.remedy, until: told.last_day? }))
        .collect()
}

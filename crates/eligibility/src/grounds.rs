//! Why: the facts, the clauses they meet and what they do to which remedies, in the order of the law. The sentences
//! are in locales/*/verdict.ftl under `ground-<code>`; here are only codes and values. Nothing here decides.

use crate::assess::{Outcomes, proven_findings};
use crate::claim::Claim;
use crate::dates::{LastDay, LastDays};
use crate::facts::SerialLabel;
use crate::policy::{Evidence, Policy};
use crate::space::Space;
use crate::verdict::{ClauseId, Effect, Ground, Need, Outcome};
use crate::world::Covered;
use chrono::NaiveDate;
use nightbench_domain::claim::{Finding, Remedy};
use std::collections::BTreeMap;

/// What the grounds speak of.
pub(crate) struct Situation<'a> {
    pub(crate) policy: &'a Policy,
    pub(crate) claim: &'a Claim,
    pub(crate) space: &'a Space,
    pub(crate) days: &'a LastDays,
    pub(crate) excluded_by: &'a [ClauseId],
}
pub(crate) fn grounds(_s: &Situation<'_>, _o: &Outcomes) -> Vec<Ground> {
    Vec::new()
}
pub(crate) fn deciding_clauses(_s: &Situation<'_>, _g: &[Ground], _r: Remedy, _o: Outcome) -> Vec<ClauseId> {
    Vec::new()
}

//! From facts to verdict. It is total: whatever is unknown stays open in the answer, nothing is an error.

use crate::claim::Claim;
use crate::dates::{LastDay, last_days};
use crate::facts::{Facts, RefusedFacts};
use crate::grounds;
use crate::outcomes::{Outcomes, RemedyOutcome};
use crate::overlay::{self, LawPack};
use crate::policy::Policy;
use crate::policy::reading::{Choices, Reading};
use crate::proof::Proof;
use crate::question::{next_question, no_longer_matters};
use crate::rules::evidence::proven_wanting;
use crate::space::Space;
use crate::turned::Turned;
use crate::verdict::{ClauseId, Outcome, Remedies, RemedyVerdict, Verdict};
use crate::world::Covered;
use nightbench_calendar::Calendar;
use nightbench_domain::claim::{Finding, Remedy};
use std::sync::Arc;

/// What the commitment grants on the facts.
///
/// The calendar is the one last days roll on, China's for the shipped commitment; with `counting: plain` it is not asked.
#[must_use]
pub fn assess(policy: &Policy, calendar: &Calendar, facts: &Facts) -> Verdict {
    let claim = Claim::of(facts);
    let choices = policy.choices;
    let (space, outcomes) = decide(policy, calendar, &claim);
    let turned = Turned::of(policy, calendar, &claim, &space, &outcomes);
    let days = last_days(policy, calendar, &claim, choices);
    let excluded_by = excluded_by(policy, &claim, &space, choices);
    let proof = Proof::of(policy.tables.holding(), choices, &space.possible, &outcomes);
    let situation = grounds::Situation {
        policy,
        calendar,
        claim: &claim,
        space: &space,
        days: &days,
        outcomes: &outcomes,
        proof: &proof,
        excluded_by: &excluded_by,
    };
    let grounds = grounds::grounds(&situation);
    let by_clause = grounds::by_clause(policy, &grounds);
    let remedy = |remedy: Remedy, day: Option<LastDay>| {
        let RemedyOutcome { outcome, needs } = outcomes.of(remedy);
        RemedyVerdict {
            outcome,
            needs: needs.iter().collect(),
            last_day: day.map(|day| day.reached.date),
            nominal_last_day: day.map(|day| day.nominal),
            calendar_status: day.map(|day| day.reached.status),
            clauses: grounds::deciding_clauses(&situation, &by_clause, remedy),
            readings: turned.of_remedy(remedy).map(Reading::number).collect(),
            unsigned: outcome == Outcome::Denied
                && turned.of_remedy(remedy).any(|reading| policy.is_provisional(reading)),
        }
    };
    Verdict {
        case: facts.case.clone(),
        remedies: Remedies {
            refund: remedy(Remedy::Refund, days.refund),
            exchange: remedy(Remedy::Exchange, days.exchange),
            free_repair: remedy(Remedy::FreeRepair, None),
            paid_repair: remedy(Remedy::PaidRepair, None),
        },
        outside_policy: space.is_outside(),
        next_question: next_question(facts, &claim, &space, policy.tables.own(), outcomes.needs()),
        no_longer_matters: no_longer_matters(&claim, &space, &outcomes),
        readings: turned.readings().map(Reading::number).collect(),
        cover: days.cover,
        notes: overlay::notes(
            LawPack::shipped().iter().map(Arc::as_ref),
            facts,
            claim.purchase_date(choices),
        ),
        better_under: None,
        policy: Arc::clone(&policy.identity.reference),
        calendar_hash: calendar.hash().to_owned(),
        assumptions: claim.assumptions(),
        excluded_by,
        grounds,
    }
}

/// Reads one line of facts and assesses it by the shipped calendar of China.
///
/// # Errors
/// [`RefusedFacts`] where the line is not facts; never for want of a fact.
pub fn assess_line(policy: &Policy, line: &str) -> Result<Verdict, RefusedFacts> {
    Facts::from_json(line).map(|facts| assess(policy, Calendar::of("CN"), &facts))
}

/// The worlds a claim may be in, and what that comes to.
pub(crate) fn decide(policy: &Policy, calendar: &Calendar, claim: &Claim) -> (Space, Outcomes) {
    let space = Space::of(policy, calendar, claim, policy.choices);
    let outcomes = space.outcomes(policy.tables.own());
    (space, outcomes)
}

/// The clauses that are proven to exclude, in the order of clause 5, then 1.1; empty outside the policy.
fn excluded_by(policy: &Policy, claim: &Claim, space: &Space, choices: Choices) -> Vec<ClauseId> {
    if space.is_outside() {
        return Vec::new();
    }
    let mut proven: Vec<ClauseId> = Vec::new();
    if space.cover() == Some(Covered::Over) {
        proven.push(ClauseId::cited("5.1"));
    }
    proven.extend(proven_findings(policy, claim, space).map(|(_, clause)| clause));
    let wanting = proven_wanting(claim, choices);
    proven.extend(wanting.filter_map(|piece| policy.evidence_rule(piece)).map(|rule| rule.clause));
    proven.sort_by_key(|clause| (*clause == *"1.1", policy.place_of(clause)));
    proven.dedup();
    proven
}

/// The findings that are proven to exclude what they caused, with their clauses; `None` stands for "no fault at all".
/// Findings that contradict each other prove nothing, and a consumable only once its defect is ruled out.
pub(crate) fn proven_findings(
    policy: &Policy,
    claim: &Claim,
    space: &Space,
) -> impl Iterator<Item = (Option<Finding>, ClauseId)> {
    let findings = claim.findings.filter(|_| !space.is_contradicted(claim));
    let no_fault = findings.filter(|found| found.is_empty()).map(|_| (None, ClauseId::cited("1.1")));
    let does_defect_count = claim.consumable_defect == Some(false);
    let rules = findings.unwrap_or_default().iter().filter_map(move |finding| {
        let rule = policy.exclusion(finding)?;
        (!rule.unless_defect_proven || does_defect_count).then_some((Some(finding), rule.clause))
    });
    no_fault.into_iter().chain(rules)
}

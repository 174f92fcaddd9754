//! Why: the facts, the clauses they meet and what they do to which remedies, in the order of the law. The sentences
//! are in locales/*/verdict.ftl under `ground-<code>`; here are only codes and values. Nothing here decides.
//!
//! A ground names the facts it rests on and the remedies whose outcome rests on it (proof.rs finds out which), so that
//! the grounds of a remedy are a proof tree: fact, clause, effect.

mod fault;
mod open;
mod premise;
mod reason;
mod sale;
mod time;

pub(crate) use open::facts_of;
pub(crate) use reason::Reason;

use crate::claim::Claim;
use crate::dates::LastDays;
use crate::fact_name::FactSet;
use crate::ground::{Arg, Args, Effect, Ground};
use crate::outcomes::{Outcomes, RemedyOutcome};
use crate::policy::Policy;
use crate::proof::Proof;
use crate::remedy_set::RemedySet;
use crate::space::Space;
use crate::verdict::{ClauseId, Outcome};
use nightbench_calendar::Calendar;
use nightbench_domain::claim::Remedy;
use std::borrow::Cow;

/// What the grounds speak of.
pub(crate) struct Situation<'a> {
    pub(crate) policy: &'a Policy,
    pub(crate) calendar: &'a Calendar,
    pub(crate) claim: &'a Claim,
    pub(crate) space: &'a Space,
    pub(crate) days: &'a LastDays,
    pub(crate) outcomes: &'a Outcomes,
    pub(crate) proof: &'a Proof,
    pub(crate) excluded_by: &'a [ClauseId],
}

/// Everything but the paid repair: what an exclusion takes away.
const FREE_OF_CHARGE: RemedySet = RemedySet::of([Remedy::Refund, Remedy::Exchange, Remedy::FreeRepair]);
const WITH_A_WINDOW: RemedySet = RemedySet::of([Remedy::Refund, Remedy::Exchange]);
const REPAIRS: RemedySet = RemedySet::of([Remedy::FreeRepair, Remedy::PaidRepair]);

/// More grounds than a verdict usually has, so that the list does not grow.
const USUAL_NUMBER: usize = 20;

/// The grounds of a verdict, in the order in which the law reads.
pub(crate) fn grounds(situation: &Situation<'_>) -> Vec<Ground> {
    let mut list = Vec::with_capacity(USUAL_NUMBER);
    sale::add(situation, &mut list);
    if situation.space.is_outside() {
        return list;
    }
    time::add_dates(situation, &mut list);
    time::add_period(situation, &mut list);
    time::add_windows(situation, &mut list);
    fault::add_findings(situation, &mut list);
    fault::add_evidence(situation, &mut list);
    fault::add_conditions(situation, &mut list);
    open::add_needs(situation, &mut list);
    open::add_conclusions(situation, &mut list);
    list
}

/// A ground with the place of its clause in the commitment.
pub(crate) type Placed<'a> = (Option<usize>, &'a Ground);

/// The grounds that hold a remedy back or leave it open, in the order of the commitment.
pub(crate) fn by_clause<'a>(policy: &Policy, grounds: &'a [Ground]) -> Vec<Placed<'a>> {
    let opposing = grounds.iter().filter(|ground| ground.effect != Effect::For);
    let mut placed: Vec<Placed<'a>> =
        opposing.map(|ground| (policy.place_of(&ground.clause), ground)).collect();
    placed.sort_by_key(|(place, _)| *place);
    placed
}

/// The clauses that decided a remedy, or that name what it needs, in the order of the commitment, which is that of the
/// grounds.
pub(crate) fn deciding_clauses(
    situation: &Situation<'_>,
    by_clause: &[Placed<'_>],
    remedy: Remedy,
) -> Vec<ClauseId> {
    let weighing = |effect: Effect| {
        let concerned = by_clause
            .iter()
            .filter(move |(_, ground)| ground.effect == effect && ground.remedies.contains(remedy));
        concerned.map(|(_, ground)| ground.clause).collect()
    };
    let RemedyOutcome { outcome, .. } = situation.outcomes.of(remedy);
    let mut clauses: Vec<ClauseId> = match (outcome, remedy) {
        (Outcome::Needs, _) => weighing(Effect::Open),
        (Outcome::Denied, _) => weighing(Effect::Against),
        (Outcome::Granted, Remedy::PaidRepair) => situation.excluded_by.to_vec(),
        (Outcome::Granted, Remedy::Refund | Remedy::Exchange | Remedy::FreeRepair) => Vec::new(),
    };
    if clauses.is_empty() || outcome == Outcome::Granted {
        clauses.push(ClauseId::cited(match remedy {
            Remedy::Refund => "3.3",
            Remedy::Exchange => "3.2",
            Remedy::FreeRepair | Remedy::PaidRepair => "3.1",
        }));
        clauses.sort_by_key(|clause| situation.policy.place_of(clause));
    }
    clauses.dedup();
    clauses
}

impl Reason {
    /// A ground of this reason that rests on no fact of its own and decides nothing, until it is said.
    fn by(self, clause: ClauseId, effect: Effect, remedies: RemedySet) -> Ground {
        Ground {
            id: Cow::Borrowed(self.message_id()),
            clause,
            effect,
            remedies,
            facts: FactSet::NONE,
            decides: RemedySet::NONE,
            args: Args::default(),
        }
    }

    /// The same by a clause that the rules cite of themselves.
    #[inline(always)]
    fn citing(self, clause: &'static str, effect: Effect, remedies: RemedySet) -> Ground {
        self.by(ClauseId::cited(clause), effect, remedies)
    }
}

impl Ground {
    /// The facts it rests on.
    const fn on(mut self, facts: FactSet) -> Self {
        self.facts = facts;
        self
    }

    /// The remedies whose outcome rests on it.
    const fn deciding(mut self, remedies: RemedySet) -> Self {
        self.decides = remedies;
        self
    }

    /// The values of its sentence.
    fn saying<const N: usize>(mut self, args: [(&'static str, Arg); N]) -> Self {
        self.args = Args::of(args);
        self
    }
}

//! What a verdict asks a person, beside what was asked and answered before. Called where a verdict is kept, in the same
//! transaction: asking the same again asks nothing, and what the newest verdict does not ask any more is closed and kept.

use super::{Question, ask};
use crate::decision_letter;
use crate::error::AppError;
use crate::station::App;
use nightbench_domain::claim::Remedy;
use nightbench_domain::decision::{DecisionEvidence, DecisionKind, DecisionState};
use nightbench_domain::id::{TicketId, VerdictId};
use nightbench_eligibility::facts::Facts;
use nightbench_eligibility::verdict::{FactSet, Need, Verdict};
use nightbench_store::Tx;
use nightbench_store::decision::{self as store, Decision};
use nightbench_store::intake;

/// One thing a verdict asks.
struct Wanted {
    kind: DecisionKind,
    /// The reading it turns on; only of a denial that waits.
    reading: Option<u8>,
    remedies: Vec<Remedy>,
}

/// Puts what a new verdict asks and closes what it does not ask any more. A unit of our own has no customer who is
/// granted or denied anything: nobody is asked.
pub(crate) fn follow(
    app: &App,
    tx: &Tx<'_>,
    ticket: TicketId,
    of: VerdictId,
    facts: &Facts,
    verdict: &Verdict,
) -> Result<(), AppError> {
    let is_ours = intake::by_id(tx, ticket)?.is_some_and(|record| record.intake.owned_by_us);
    let wanted = if is_ours { Vec::new() } else { wanted(app, facts, verdict) };
    let is_asked = |known: &Decision| {
        known.asked.verdict.is_some()
            && known.asked.kind.is_asked_by_verdict()
            && !matches!(known.state, DecisionState::Withdrawn | DecisionState::NoLongerAsked)
    };
    let mut known: Vec<Decision> = store::of_ticket(tx, ticket)?.into_iter().filter(is_asked).collect();
    for want in wanted {
        let (same, others) = known.into_iter().partition(|known| is_same(known, &want));
        known = others;
        let left = settle(app, tx, same, &want)?;
        if !left.is_empty() {
            let question = Question {
                clause: clause_of(verdict, &left),
                reading: want.reading,
                evidence: evidence(verdict, &left),
                verdict: Some(of),
                remedies: left,
                ..Question::of(ticket, want.kind, "")
            };
            ask(app, tx, question)?;
        }
    }
    for gone in known {
        if gone.state.is_open() {
            store::no_longer_asked(tx, &gone, app.now_ms())?;
        } else {
            store::set_standing(tx, &gone, false, &gone.asked.remedies)?;
        }
    }
    Ok(())
}

/// Whether a question is the one the verdict asks now: of a denial that waits, the one of the same reading.
fn is_same(known: &Decision, want: &Wanted) -> bool {
    let is_of_reading = known.asked.kind != DecisionKind::Unsigned || known.asked.reading == want.reading;
    known.asked.kind == want.kind && is_of_reading
}

/// Lets what was asked before stand for what is asked now; the remedies that no answer covers are left to be asked.
fn settle(app: &App, tx: &Tx<'_>, same: Vec<Decision>, want: &Wanted) -> Result<Vec<Remedy>, AppError> {
    let mut left = want.remedies.clone();
    let (open, answered): (Vec<_>, Vec<_>) = same.into_iter().partition(|known| known.state.is_open());
    for known in answered {
        // An answer about the claim as a whole covers every remedy, one about remedies those it was given on.
        let covers = |remedy: &Remedy| !want.kind.is_per_remedy() || known.asked.remedies.contains(remedy);
        let (covered, rest) = left.into_iter().partition(covers);
        left = rest;
        let covered: Vec<Remedy> = covered;
        if covered.is_empty() {
            store::set_standing(tx, &known, false, &known.asked.remedies)?;
        } else {
            store::set_standing(tx, &known, true, &covered)?;
        }
    }
    for known in open {
        if left.is_empty() {
            store::no_longer_asked(tx, &known, app.now_ms())?;
        } else {
            store::set_standing(tx, &known, true, &left)?;
            left.clear();
        }
    }
    Ok(left)
}

/// What a verdict asks a person. A need that is only a fact nobody asked for yet is for the desk to find out: `consent`
/// and `dates` are asked of a person when they are what is known to be missing, or the one thing left.
fn wanted(app: &App, facts: &Facts, verdict: &Verdict) -> Vec<Wanted> {
    let remedies_that = |asks: &dyn Fn(Remedy) -> bool| -> Vec<Remedy> {
        Remedy::ALL.into_iter().filter(|&remedy| asks(remedy)).collect()
    };
    let needed = |need: Need, is_known: bool| {
        remedies_that(&|remedy| {
            let needs = &verdict.remedies.of(remedy).needs;
            needs.contains(&need) && (is_known || needs.len() == 1)
        })
    };
    let mut wanted = Vec::new();
    for (kind, need, is_known) in [
        (DecisionKind::Contract, Need::Contract, true),
        (DecisionKind::Review, Need::Review, true),
        (DecisionKind::Consent, Need::Consent, facts.return_consent.is_some()),
        (DecisionKind::Dates, Need::Dates, facts.claim_date.is_some()),
    ] {
        let remedies = needed(need, is_known);
        if !remedies.is_empty() {
            wanted.push(Wanted { kind, reading: None, remedies });
        }
    }
    let packs = app.packs();
    let waits_for_a_person = |number: u8| {
        let mut readings = packs.of(facts).readings().iter();
        readings.any(|entry| entry.reading.number() == number && entry.needs_a_person())
    };
    let turns_on = |remedy: Remedy| {
        let readings = &verdict.remedies.of(remedy).readings;
        readings.iter().copied().find(|&number| waits_for_a_person(number))
    };
    // A denial may turn on two readings together and on neither alone; no letter says it either before a person decided.
    let together = decision_letter::waiting(app, facts, verdict);
    let denied = remedies_that(&|remedy| verdict.remedies.of(remedy).unsigned || together.contains(&remedy));
    let mut readings: Vec<Option<u8>> = denied.iter().map(|&remedy| turns_on(remedy)).collect();
    readings.sort_unstable();
    readings.dedup();
    for reading in readings {
        let remedies = remedies_that(&|remedy| denied.contains(&remedy) && turns_on(remedy) == reading);
        wanted.push(Wanted { kind: DecisionKind::Unsigned, reading, remedies });
    }
    wanted
}

/// The clause that decided, or that names what is needed.
fn clause_of<'a>(verdict: &'a Verdict, remedies: &[Remedy]) -> Option<&'a str> {
    let first = remedies.first()?;
    verdict.remedies.of(*first).clauses.first().map(|clause| clause.as_str())
}

/// The facts that the outcomes rest on.
fn evidence(verdict: &Verdict, remedies: &[Remedy]) -> Vec<DecisionEvidence> {
    let concerns = |set: &nightbench_eligibility::verdict::RemedySet| {
        remedies.iter().any(|&remedy| set.contains(remedy))
    };
    let grounds =
        verdict.grounds.iter().filter(|ground| concerns(&ground.decides) || concerns(&ground.remedies));
    let facts = grounds.fold(FactSet::of([]), |facts, ground| facts.and(ground.facts));
    facts.iter().map(|name| DecisionEvidence::Fact { name: name.code().to_owned() }).collect()
}

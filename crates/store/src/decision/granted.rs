//! What the answers on record give a work order: what gates ask beside the verdict. It changes no verdict.

use super::{Decision, of_ticket, replies};
use crate::Source;
use crate::error::StoreError;
use crate::sql::{count, one};
use nightbench_domain::claim::Remedy;
use nightbench_domain::decision::{DecisionKind, DecisionReply, DecisionState, Excuse};
use nightbench_domain::id::{DecisionId, TicketId};
use rusqlite::named_params;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// What the newest answers of people give. Nothing of it is in the verdict.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Granted {
    /// Remedies that are given though the verdict leaves them open or denies them, each with the answer that gives it.
    pub remedies: BTreeMap<Remedy, GivenBy>,
    /// Denials on an unsigned reading that were looked at, whichever way, each with the newest answer.
    pub looked_at: BTreeMap<Remedy, GivenBy>,
    /// Remedies that the verdict leaves to a person and the newest answer does not give.
    pub refused: BTreeMap<Remedy, GivenBy>,
    /// Evidence that is excused, each with the answer that excuses it.
    pub excused: BTreeMap<Excuse, GivenBy>,
    /// Whether the company receives the unit though it came without consent, and who said so; absent: nobody decided.
    pub consent: Option<(bool, GivenBy)>,
    /// Whether the confirmed fault counts as the product's own; absent: nobody decided.
    pub is_product_fault: Option<bool>,
    /// Whether our own paid work failed; absent: nobody decided.
    pub is_our_work: Option<bool>,
    /// Whether we pay the freight back of a unit that came without consent, and who said so; absent: nobody decided.
    pub freight: Option<(bool, GivenBy)>,
}

/// The answer by which something is given: who said it, to which question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GivenBy {
    /// The question.
    pub decision: DecisionId,
    /// What it was about.
    pub kind: DecisionKind,
    /// Its clause, as in `3.3`; empty for none.
    pub clause: String,
    /// Who decided, by name: by phone the one who said it, not the one who wrote it down.
    pub name: String,
    /// When it was said, milliseconds since 1970 UTC.
    #[ts(type = "number")]
    pub at: i64,
}

/// What the answers on record give a work order. Of several answers to the same, the newest counts; an answer that the
/// newest verdict does not ask for any more gives nothing.
///
/// # Errors
/// When the database cannot be read.
pub fn granted(source: &impl Source, ticket: TicketId) -> Result<Granted, StoreError> {
    let mut answered: Vec<Decision> = of_ticket(source, ticket)?
        .into_iter()
        .filter(|decision| decision.is_standing)
        .filter(|decision| matches!(decision.state, DecisionState::Accepted | DecisionState::Refused))
        .collect();
    answered.sort_by_key(|decision| (decision.settled_at, decision.asked.asked_at, decision.asked.id));
    let mut granted = Granted::default();
    for decision in &answered {
        granted = granted.with(decision, given_by(source, decision)?);
    }
    Ok(granted)
}

/// Who gave the answer that stands.
fn given_by(source: &impl Source, decision: &Decision) -> Result<GivenBy, StoreError> {
    let settles = |reply: DecisionReply| matches!(reply, DecisionReply::Accept | DecisionReply::Refuse);
    let answer = replies(source, decision.asked.id)?.into_iter().rfind(|said| settles(said.reply));
    let (name, at) = match answer {
        Some(said) => said.by_phone.unwrap_or((said.replied_by, said.replied_at)),
        None => (String::new(), decision.settled_at.unwrap_or_default()),
    };
    let asked = &decision.asked;
    Ok(GivenBy { decision: asked.id, kind: asked.kind, clause: asked.clause.clone(), name, at })
}

/// How many questions about a work order wait for somebody.
///
/// # Errors
/// When the database cannot be read.
pub fn open_count(source: &impl Source, ticket: TicketId) -> Result<u32, StoreError> {
    let params = named_params! {":ticket": ticket.to_string()};
    let counted = source.read(|connection| {
        one(connection, include_str!("open_count.sql"), params, |row| count(row, "count"))
    })?;
    Ok(u32::try_from(counted.unwrap_or_default()).unwrap_or(u32::MAX))
}

/// Whether it waits to be decided that our own paid work failed.
///
/// # Errors
/// When the database cannot be read.
pub fn our_work_open(source: &impl Source, ticket: TicketId) -> Result<bool, StoreError> {
    let is_open =
        |decision: &Decision| decision.asked.kind == DecisionKind::OurWork && decision.state.is_open();
    Ok(of_ticket(source, ticket)?.iter().any(is_open))
}

impl Granted {
    /// With one more answer, newer than those before.
    fn with(mut self, decision: &Decision, by: GivenBy) -> Self {
        let is_yes = decision.state == DecisionState::Accepted;
        let asked = &decision.asked;
        match asked.kind {
            DecisionKind::Contract | DecisionKind::Review => {
                self.settle(&asked.remedies, is_yes, &by);
            }
            DecisionKind::Goodwill | DecisionKind::Exception => {
                self.give(&asked.remedies, is_yes, &by);
            }
            DecisionKind::Consent => {
                self.settle(&asked.remedies, is_yes, &by);
                self.consent = Some((is_yes, by));
            }
            // The question is whether the denial stands: a no sets it aside.
            DecisionKind::Unsigned => {
                self.looked_at.extend(asked.remedies.iter().map(|remedy| (*remedy, by.clone())));
                self.give(&asked.remedies, !is_yes, &by);
            }
            // Which date counts is written into the facts; the answer itself gives nothing.
            DecisionKind::Dates => {}
            DecisionKind::Cause => self.is_product_fault = Some(is_yes),
            DecisionKind::OurWork => {
                self.is_our_work = Some(is_yes);
                self.give(&[Remedy::FreeRepair], is_yes, &by);
            }
            DecisionKind::Waiver => {
                if is_yes {
                    self.excused.extend(asked.excuses.iter().map(|excuse| (*excuse, by.clone())));
                } else {
                    self.excused.retain(|excuse, _| !asked.excuses.contains(excuse));
                }
            }
            DecisionKind::Freight => self.freight = Some((is_yes, by)),
        }
        self
    }

    /// What the verdict leaves to a person: a no is as much an answer as a yes.
    fn settle(&mut self, remedies: &[Remedy], is_given: bool, by: &GivenBy) {
        self.give(remedies, is_given, by);
        for remedy in remedies {
            if is_given {
                self.refused.remove(remedy);
            } else {
                self.refused.insert(*remedy, by.clone());
            }
        }
    }

    /// A paid repair is never a gift: where free work is given too, it is not needed.
    fn give(&mut self, remedies: &[Remedy], is_given: bool, by: &GivenBy) {
        for remedy in remedies {
            let is_needed = *remedy != Remedy::PaidRepair || !remedies.contains(&Remedy::FreeRepair);
            if is_given && is_needed {
                self.remedies.insert(*remedy, by.clone());
            } else {
                self.remedies.remove(remedy);
            }
        }
    }
}

//! What the answers on record give a work order: what gates ask beside the verdict. It changes no verdict.

use super::{Decision, of_ticket};
use crate::Source;
use crate::error::StoreError;
use crate::sql::{count, one};
use nightbench_domain::claim::Remedy;
use nightbench_domain::decision::{DecisionKind, DecisionState, Excuse};
use nightbench_domain::id::TicketId;
use rusqlite::named_params;
use std::collections::BTreeSet;

/// What the newest answers of people give. Nothing of it is in the verdict.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Granted {
    /// Remedies that are given though the verdict leaves them open or denies them.
    pub remedies: BTreeSet<Remedy>,
    /// Denials on an unsigned reading that were looked at, whichever way.
    pub looked_at: BTreeSet<Remedy>,
    /// Evidence that is excused.
    pub excused: BTreeSet<Excuse>,
    /// Whether the company receives the unit though it came without consent; absent: nobody decided.
    pub consent: Option<bool>,
    /// Whether the confirmed fault counts as the product's own; absent: nobody decided.
    pub is_product_fault: Option<bool>,
    /// Whether our own paid work failed; absent: nobody decided.
    pub is_our_work: Option<bool>,
    /// Whether we pay the freight back of a unit that came without consent; absent: nobody decided.
    pub is_freight_ours: Option<bool>,
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
    Ok(answered.iter().fold(Granted::default(), Granted::with))
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
    fn with(mut self, decision: &Decision) -> Self {
        let is_yes = decision.state == DecisionState::Accepted;
        let asked = &decision.asked;
        match asked.kind {
            DecisionKind::Contract
            | DecisionKind::Review
            | DecisionKind::Goodwill
            | DecisionKind::Exception => {
                self.give(&asked.remedies, is_yes);
            }
            DecisionKind::Consent => {
                self.consent = Some(is_yes);
                self.give(&asked.remedies, is_yes);
            }
            // The question is whether the denial stands: a no sets it aside.
            DecisionKind::Unsigned => {
                self.looked_at.extend(&asked.remedies);
                self.give(&asked.remedies, !is_yes);
            }
            // Which date counts is written into the facts; the answer itself gives nothing.
            DecisionKind::Dates => {}
            DecisionKind::Cause => self.is_product_fault = Some(is_yes),
            DecisionKind::OurWork => {
                self.is_our_work = Some(is_yes);
                self.give(&[Remedy::FreeRepair], is_yes);
            }
            DecisionKind::Waiver => {
                if is_yes {
                    self.excused.extend(&asked.excuses);
                } else {
                    self.excused.retain(|excuse| !asked.excuses.contains(excuse));
                }
            }
            DecisionKind::Freight => self.is_freight_ours = Some(is_yes),
        }
        self
    }

    /// A paid repair is never a gift: where free work is given too, it is not needed.
    fn give(&mut self, remedies: &[Remedy], is_given: bool) {
        for remedy in remedies {
            let is_needed = *remedy != Remedy::PaidRepair || !remedies.contains(&Remedy::FreeRepair);
            if is_given && is_needed {
                self.remedies.insert(*remedy);
            } else {
                self.remedies.remove(remedy);
            }
        }
    }
}

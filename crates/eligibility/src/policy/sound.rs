//! Whether a pack is sound as a whole: every entry can decide something, every complete claim gets an answer, and the
//! answers fit together. Found by walking every complete claim that the pack can tell apart (walk.rs); a pack that fails
//! is refused with the facts of a claim and the clauses involved. The shape of each entry is checked before (load.rs).
//!
//! What cannot be written down at all is not looked for here: two entries for one cell, window, finding, piece of
//! evidence, sale kind or reading are refused as standing twice, an unnamed one as missing, so that within the policy no
//! two entries answer one question.

use super::file::PackFile;
use super::reading::Reading;
use super::text::PackText;
use super::{Policy, SaleEffect};
use crate::facts::Facts;
use crate::outcomes::{Outcomes, outcomes};
use crate::verdict::{ClauseId, Need, Outcome};
use crate::walk::Walk;
use nightbench_calendar::{Calendar, PackError};
use nightbench_domain::claim::{ClaimObject, Remedy};
use nightbench_domain::unit::ProductClass;
use toml::Spanned;

impl PackText<'_> {
    /// The first thing that makes a pack unsound.
    pub(super) fn sound(&self, pack: &PackFile, policy: &Policy) -> Result<(), PackError> {
        self.reachable(pack)?;
        let walk = Walk::over(&[policy]);
        let mut is_granted = [false; Remedy::ALL.len()];
        for point in 0..walk.len() {
            let facts = walk.facts(point);
            // Dates are counted plain: no calendar is asked.
            let outcomes = outcomes(policy, Calendar::of("CN"), &facts);
            for (seen, remedy) in is_granted.iter_mut().zip(Remedy::ALL) {
                *seen |= outcomes.of(remedy).outcome == Outcome::Granted;
            }
            if let Some(fault) = fault(policy, &facts, &outcomes) {
                return Err(self.refuse(self.line_of(pack, &fault), &fault.told(&facts)));
            }
        }
        let never = Remedy::ALL.into_iter().zip(is_granted).find(|(_, is_granted)| !is_granted);
        match never.and_then(|(remedy, _)| pack.window.iter().find(|entry| entry.get_ref().remedy == remedy))
        {
            None => Ok(()),
            Some(entry) => {
                let (clause, remedy) = (entry.get_ref().clause, name(entry.get_ref().remedy));
                let reason = format!("unreachable: {clause} grants {remedy} to no claim at all");
                Err(self.refuse_entry(entry, &reason))
            }
        }
    }

    /// Entries that another entry always decides before them.
    fn reachable(&self, pack: &PackFile) -> Result<(), PackError> {
        for entry in &pack.exclusion {
            let exclusion = entry.get_ref();
            let clause = exclusion.clause;
            let reason = if exclusion.contradicts_product_fault && exclusion.user_caused {
                "user_caused asks what stands beside a product fault, which contradicts_product_fault rules out"
            } else if exclusion.contradicts_product_fault && exclusion.unless_defect_proven {
                "contradicts_product_fault rules out the proven defect of unless_defect_proven"
            } else {
                continue;
            };
            return Err(self.refuse_entry(entry, &format!("unreachable: {clause}, {reason}")));
        }
        for entry in &pack.sale_kind {
            let rule = entry.get_ref();
            if rule.effect == SaleEffect::Full && rule.lifted_by.is_some() {
                let reason = format!("unreachable: {}, lifted_by has nothing to lift", rule.clause);
                return Err(self.refuse_entry(entry, &reason));
            }
        }
        Ok(())
    }

    /// Where the entry stands that a fault comes from.
    fn line_of(&self, pack: &PackFile, fault: &Fault) -> usize {
        let start = |clause: ClauseId| {
            let periods = pack.period.iter().find(|entry| {
                let entry = entry.get_ref();
                entry.clause == clause && fault.cell == Some((entry.product_class, entry.claim_object))
            });
            let window = || pack.window.iter().find(|entry| entry.get_ref().clause == clause).map(place);
            periods.map(place).or_else(window)
        };
        fault.clauses.iter().find_map(|&clause| start(clause)).unwrap_or_default()
    }
}

fn place<T>(entry: &Spanned<T>) -> usize {
    entry.span().start
}

/// What is wrong with the answer to a complete claim.
struct Fault {
    /// `gap` or `incoherent`.
    kind: &'static str,
    what: String,
    /// The clauses involved; the first is where the pack is put right.
    clauses: Vec<ClauseId>,
    /// The cell of table 2.T it is about.
    cell: Option<(ProductClass, ClaimObject)>,
}

impl Fault {
    fn told(&self, facts: &Facts) -> String {
        let clauses: Vec<&str> = self.clauses.iter().map(ClauseId::as_str).collect();
        let facts = serde_json::to_string(facts).unwrap_or_default();
        format!("{}: {} (clauses {}), such as on {facts}", self.kind, self.what, clauses.join(", "))
    }
}

/// The fault of an answer, if it has one.
fn fault(policy: &Policy, facts: &Facts, outcomes: &Outcomes) -> Option<Fault> {
    gap(policy, facts, outcomes).or_else(|| incoherence(policy, outcomes))
}

/// An answer that waits for something, although every fact is known and nothing is wanting. What may wait: a claim
/// dated before the purchase (dates), an exchange beside a user's fault (review, reading 18), the parts of a detector
/// (contract, reading 19), and everything before the contract was seen where the pack reads that so (reading 21).
fn gap(policy: &Policy, facts: &Facts, outcomes: &Outcomes) -> Option<Fault> {
    let class = facts.product_class.as_ref()?.known().copied()?;
    let object = facts.claim_object.as_ref()?.known().copied()?;
    let may_wait = |need: Need| match need {
        Need::Dates | Need::Review => true,
        Need::Contract => {
            (class, object) == (ProductClass::Detector, ClaimObject::Part)
                && !policy.choices.is_alternative(Reading::DetectorParts)
                || policy.choices.is_alternative(Reading::ContractNotSeen) && facts.contract.is_none()
        }
        Need::Accessories
        | Need::AuthorisedSource
        | Need::ClaimObject
        | Need::Consent
        | Need::ConsumableDefect
        | Need::Diagnosis
        | Need::ProductClass
        | Need::PurchaseDate
        | Need::PurchaseProof
        | Need::SaleKind
        | Need::SerialLabel
        | Need::SerialMatch
        | Need::WarrantyCertificate => false,
    };
    let (remedy, need) = Remedy::ALL.into_iter().find_map(|remedy| {
        let waiting = outcomes.of(remedy).needs.iter().find(|&need| !may_wait(need));
        waiting.map(|need| (remedy, need))
    })?;
    let period = policy.period(class, object)?;
    Some(Fault {
        kind: "gap",
        what: format!("a complete claim gets no answer on {}, it waits for {}", name(remedy), need.code()),
        clauses: vec![period.clause],
        cell: Some((class, object)),
    })
}

/// Answers that do not fit together: who may have the money back may also have another unit (3.3 gives the customer the
/// choice of all three), and who may have another unit may have the repair.
fn incoherence(policy: &Policy, outcomes: &Outcomes) -> Option<Fault> {
    let is = |remedy: Remedy, outcome: Outcome| outcomes.of(remedy).outcome == outcome;
    let clash = |more: Remedy, less: Remedy, clauses: [ClauseId; 2]| {
        (is(more, Outcome::Granted) && is(less, Outcome::Denied)).then(|| Fault {
            kind: "incoherent",
            what: format!("a claim is granted {} and denied {}", name(more), name(less)),
            clauses: clauses.to_vec(),
            cell: None,
        })
    };
    clash(Remedy::Refund, Remedy::Exchange, [policy.refund_clause, policy.exchange_clause]).or_else(|| {
        let period = policy.periods.first()?.clause;
        clash(Remedy::Exchange, Remedy::FreeRepair, [policy.exchange_clause, period])
    })
}

const fn name(remedy: Remedy) -> &'static str {
    match remedy {
        Remedy::Refund => "refund",
        Remedy::Exchange => "exchange",
        Remedy::FreeRepair => "free repair",
        Remedy::PaidRepair => "paid repair",
    }
}

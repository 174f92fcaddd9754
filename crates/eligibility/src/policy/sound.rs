//! Whether a pack is sound as a whole: every entry can decide something, every complete claim gets an answer, and the
//! answers fit together. Found by walking every complete claim that the pack can tell apart (walk.rs); a pack that fails
//! is refused with the facts of a claim and the clauses involved. The shape of each entry is checked before (load.rs).
//!
//! What cannot be written down at all is not looked for here: two entries for one cell, window, finding, piece of
//! evidence, sale kind or reading are refused as standing twice, an unnamed one as missing, so that within the policy no
//! two entries answer one question.

use super::file::PackFile;
use super::reading::Reading;
use super::refusal::{PackError, PackFault};
use super::text::PackText;
use super::{Policy, SaleEffect};
use crate::diff::{Condition, claim_at};
use crate::facts::Facts;
use crate::outcomes::{Outcomes, outcomes};
use crate::verdict::{ClauseId, Need, Outcome};
use crate::walk::Walk;
use nightbench_calendar::Calendar;
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
            if let Some(Found { fault, clauses, cell }) =
                fault(policy, &facts, &outcomes, || claim_at(&walk, point))
            {
                return Err(self.refuse(place_of(pack, &clauses, cell), fault));
            }
        }
        let never = Remedy::ALL.into_iter().zip(is_granted).find(|(_, is_granted)| !is_granted);
        match never.and_then(|(remedy, _)| pack.window.iter().find(|entry| entry.get_ref().remedy == remedy))
        {
            None => Ok(()),
            Some(entry) => {
                let (clause, remedy) = (entry.get_ref().clause, entry.get_ref().remedy);
                Err(self.refuse_entry(entry, PackFault::NeverGranted { clause, remedy }))
            }
        }
    }

    /// Entries that another entry always decides before them.
    fn reachable(&self, pack: &PackFile) -> Result<(), PackError> {
        for entry in &pack.exclusion {
            let exclusion = entry.get_ref();
            let clause = exclusion.clause;
            // What contradicts a product fault never stands beside one, nor is it one by a proven defect.
            if exclusion.contradicts_product_fault && exclusion.user_caused {
                return Err(self.refuse_entry(entry, PackFault::UserCausedUnreachable { clause }));
            }
            if exclusion.contradicts_product_fault && exclusion.unless_defect_proven {
                return Err(self.refuse_entry(entry, PackFault::DefectProvenUnreachable { clause }));
            }
        }
        for entry in &pack.sale_kind {
            let rule = entry.get_ref();
            if rule.effect == SaleEffect::Full && rule.lifted_by.is_some() {
                return Err(self.refuse_entry(entry, PackFault::NothingToLift { clause: rule.clause }));
            }
        }
        Ok(())
    }
}

/// Where the entry stands that a fault comes from: the period of the cell, or the window.
fn place_of(pack: &PackFile, clauses: &[ClauseId], cell: Option<(ProductClass, ClaimObject)>) -> usize {
    let start = |clause: ClauseId| {
        let periods = pack.period.iter().find(|entry| {
            let entry = entry.get_ref();
            entry.clause == clause && cell == Some((entry.product_class, entry.claim_object))
        });
        let window = || pack.window.iter().find(|entry| entry.get_ref().clause == clause).map(place);
        periods.map(place).or_else(window)
    };
    clauses.iter().find_map(|&clause| start(clause)).unwrap_or_default()
}

fn place<T>(entry: &Spanned<T>) -> usize {
    entry.span().start
}

/// What is wrong with the answer to a complete claim, and where the pack is put right.
struct Found {
    fault: PackFault,
    /// The clauses involved; at the first of them the pack is put right.
    clauses: Vec<ClauseId>,
    /// The cell of table 2.T it is about.
    cell: Option<(ProductClass, ClaimObject)>,
}

/// The fault of an answer, if it has one. `claim` tells the claim, which is asked for once.
fn fault(
    policy: &Policy,
    facts: &Facts,
    outcomes: &Outcomes,
    claim: impl Fn() -> Vec<Condition>,
) -> Option<Found> {
    gap(policy, facts, outcomes, &claim).or_else(|| incoherence(policy, outcomes, &claim))
}

/// An answer that waits for something, although every fact is known and nothing is wanting. What may wait: a claim
/// dated before the purchase (dates), an exchange beside a user's fault (review, reading 18), the parts of a detector
/// (contract, reading 19), and everything before the contract was seen where the pack reads that so (reading 21).
fn gap(
    policy: &Policy,
    facts: &Facts,
    outcomes: &Outcomes,
    claim: &impl Fn() -> Vec<Condition>,
) -> Option<Found> {
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
    let clause = policy.period(class, object)?.clause;
    Some(Found {
        fault: PackFault::Gap { remedy, need, clause, claim: claim() },
        clauses: vec![clause],
        cell: Some((class, object)),
    })
}

/// Answers that do not fit together: who may have the money back may also have another unit (3.3 gives the customer the
/// choice of all three), and who may have another unit may have the repair.
fn incoherence(policy: &Policy, outcomes: &Outcomes, claim: &impl Fn() -> Vec<Condition>) -> Option<Found> {
    let is = |remedy: Remedy, outcome: Outcome| outcomes.of(remedy).outcome == outcome;
    let clash = |granted: Remedy, denied: Remedy, [granted_by, denied_by]: [ClauseId; 2]| {
        (is(granted, Outcome::Granted) && is(denied, Outcome::Denied)).then(|| Found {
            fault: PackFault::Incoherent { granted, granted_by, denied, denied_by, claim: claim() },
            clauses: vec![granted_by, denied_by],
            cell: None,
        })
    };
    clash(Remedy::Refund, Remedy::Exchange, [policy.refund_clause, policy.exchange_clause]).or_else(|| {
        let period = policy.periods.first()?.clause;
        clash(Remedy::Exchange, Remedy::FreeRepair, [policy.exchange_clause, period])
    })
}

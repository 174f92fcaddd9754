//! What is still open, the known lacks that hold a remedy back, and what follows for the two repairs.

use super::{Reason, Situation};
use crate::fact_name::{FactName, FactSet};
use crate::ground::{Effect, Ground};
use crate::proof::Premise;
use crate::remedy_set::RemedySet;
use crate::verdict::{Need, Outcome};
use crate::world::Covered;
use nightbench_domain::claim::{Finding, Remedy};

pub(super) fn add_needs(situation: &Situation<'_>, list: &mut Vec<Ground>) {
    let Situation { claim, space, outcomes, .. } = situation;
    for need in outcomes.needs().iter() {
        let reason = match need {
            Need::Consent if claim.consent == Some(false) => Reason::SentWithoutConsent,
            Need::Accessories if claim.accessories == Some(false) => Reason::AccessoriesIncomplete,
            Need::Review => Reason::UserCausedReview,
            // Said already, with the dates, the findings or the period.
            Need::Dates => continue,
            Need::Diagnosis if claim.findings.is_some() => continue,
            Need::Contract if space.cover() == Some(Covered::Blank) => continue,
            Need::Accessories
            | Need::AuthorisedSource
            | Need::ClaimObject
            | Need::Consent
            | Need::ConsumableDefect
            | Need::Contract
            | Need::Diagnosis
            | Need::ProductClass
            | Need::PurchaseDate
            | Need::PurchaseProof
            | Need::SaleKind
            | Need::SerialLabel
            | Need::SerialMatch
            | Need::WarrantyCertificate => Reason::Open(need),
        };
        let is_held = |remedy: &Remedy| outcomes.of(*remedy).needs.contains(need);
        let held: RemedySet = Remedy::ALL.into_iter().filter(is_held).collect();
        let is_among_findings =
            need == Need::Review && claim.findings.is_some_and(|found| found.contains(Finding::Consumable));
        let facts = facts_of(need).and_if(is_among_findings, FactName::ConsumableDefect);
        let decides = held.only(situation.proof.resting_on(premise_of(need)));
        list.push(reason.citing(clause_of(need), Effect::Open, held).on(facts).deciding(decides));
    }
}

/// The clause that makes a fact matter.
const fn clause_of(need: Need) -> &'static str {
    match need {
        Need::Accessories | Need::Review => "3.2",
        Need::Consent => "3.3",
        Need::ClaimObject | Need::Contract | Need::ProductClass => "2.T",
        Need::Dates | Need::PurchaseDate => "2.1",
        Need::SaleKind => "3.3.N",
        Need::Diagnosis => "1.1",
        Need::ConsumableDefect => "5.7",
        Need::WarrantyCertificate => "5.8a",
        Need::PurchaseProof => "5.8b",
        Need::SerialLabel => "5.8c",
        Need::SerialMatch => "5.8e",
        Need::AuthorisedSource => "5.12",
    }
}

/// The facts that answer a need.
pub(crate) const fn facts_of(need: Need) -> FactSet {
    match need {
        Need::Accessories => FactSet::of([FactName::AccessoriesComplete]),
        Need::AuthorisedSource => FactSet::of([FactName::AuthorisedSource]),
        Need::ClaimObject => FactSet::of([FactName::ClaimObject]),
        Need::Consent => FactSet::of([FactName::ReturnConsent]),
        Need::ConsumableDefect => FactSet::of([FactName::ConsumableDefect]),
        Need::Contract => FactSet::of([FactName::Contract]),
        Need::Dates => FactSet::of([FactName::ClaimDate, FactName::VoucherDate, FactName::ContractDate]),
        Need::Diagnosis | Need::Review => FactSet::of([FactName::Findings]),
        Need::ProductClass => FactSet::of([FactName::ProductClass]),
        Need::PurchaseDate => FactSet::of([FactName::VoucherDate, FactName::ContractDate]),
        Need::PurchaseProof => FactSet::of([FactName::PurchaseProof]),
        Need::SaleKind => FactSet::of([FactName::SaleKind]),
        Need::SerialLabel => FactSet::of([FactName::SerialLabel]),
        Need::SerialMatch => FactSet::of([FactName::SerialMatches]),
        Need::WarrantyCertificate => FactSet::of([FactName::WarrantyCertificate]),
    }
}

/// The premise that a known lack is the state of.
const fn premise_of(need: Need) -> Premise {
    match need {
        Need::Accessories => Premise::Accessories,
        Need::Consent => Premise::Consent,
        Need::Contract | Need::SaleKind => Premise::Standing,
        Need::Dates | Need::PurchaseDate => Premise::Dated,
        Need::ClaimObject | Need::ProductClass => Premise::Cover,
        Need::ConsumableDefect | Need::Diagnosis | Need::Review => Premise::Diagnosis,
        Need::AuthorisedSource
        | Need::PurchaseProof
        | Need::SerialLabel
        | Need::SerialMatch
        | Need::WarrantyCertificate => Premise::Evidence,
    }
}

/// What follows for the two repairs. It rests on no fact of its own.
pub(super) fn add_conclusions(situation: &Situation<'_>, list: &mut Vec<Ground>) {
    let outcome = |remedy: Remedy| situation.outcomes.of(remedy).outcome;
    let free = RemedySet::of([Remedy::FreeRepair]);
    let paid = RemedySet::of([Remedy::PaidRepair]);
    if outcome(Remedy::FreeRepair) == Outcome::Granted {
        // 1.2: "no fee, except by advance declaration, law or prior agreement".
        if situation.claim.terms.fee_inside_warranty {
            let fee = FactSet::of([FactName::ContractFee]);
            list.push(Reason::FeeAgreed.citing("1.2", Effect::For, free).on(fee));
        } else {
            list.push(Reason::FreeRepairDue.citing("3.1", Effect::For, free));
        }
    }
    let is_no_fault = |finding: Finding| {
        situation.policy.exclusion(finding).is_some_and(|rule| rule.contradicts_product_fault)
    };
    let is_without_fault = situation.claim.findings.is_some_and(|found| found.iter().all(is_no_fault));
    match outcome(Remedy::PaidRepair) {
        Outcome::Granted if is_without_fault => {
            list.push(Reason::NothingToRepair.citing("3.1", Effect::For, paid));
        }
        Outcome::Granted => list.push(Reason::PaidRepairDue.citing("3.1", Effect::For, paid)),
        Outcome::Denied => list.push(Reason::NothingToPay.citing("1.2", Effect::Against, paid)),
        Outcome::Needs => {}
    }
}

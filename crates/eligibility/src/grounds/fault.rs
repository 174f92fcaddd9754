//! What was found and caused the fault, which evidence there is, and the conditions of refund and exchange.

use super::{FREE_OF_CHARGE, Reason, Situation, WITH_A_WINDOW};
use crate::assess::proven_findings;
use crate::fact_name::{FactName, FactSet};
use crate::facts::SerialLabel;
use crate::ground::{Effect, Ground};
use crate::policy::Evidence;
use crate::proof::Premise;
use crate::remedy_set::RemedySet;
use crate::rules::evidence::proven_wanting;
use crate::verdict::{Need, Outcome};
use nightbench_domain::claim::{Finding, Remedy};

pub(super) fn add_findings(situation: &Situation<'_>, list: &mut Vec<Ground>) {
    let Situation { policy, claim, space, .. } = situation;
    let Some(found) = &claim.findings else { return };
    let is_consumable = found.contains(Finding::Consumable);
    let facts = FactSet::of([FactName::Findings])
        .and_if(is_consumable && claim.consumable_defect.is_some(), FactName::ConsumableDefect);
    if space.is_contradicted(claim) {
        list.push(Reason::FindingsContradict.citing("1.1", Effect::Open, RemedySet::ALL).on(facts));
        return;
    }
    let [on_own_fault, on_other] = resting_on_findings(situation);
    let is_defect_proven = is_consumable && claim.consumable_defect == Some(true);
    let own = |reason: Reason, clause| {
        reason.citing(clause, Effect::For, FREE_OF_CHARGE).on(facts).deciding(on_own_fault)
    };
    if found.contains(Finding::ProductFault) {
        list.push(own(Reason::ProductFault, "1.1"));
    }
    if is_defect_proven {
        list.push(own(Reason::ConsumableDefectProven, "5.7"));
    }
    let is_beside_product_fault = found.contains(Finding::ProductFault) || is_defect_proven;
    for (finding, clause) in proven_findings(policy, claim, space) {
        let is_user_caused =
            finding.and_then(|finding| policy.exclusion(finding)).is_some_and(|rule| rule.user_caused);
        let taken = match (is_beside_product_fault, is_user_caused) {
            (false, _) => FREE_OF_CHARGE,
            (true, true) => RemedySet::of([Remedy::Refund]),
            (true, false) => RemedySet::NONE,
        };
        let reason = finding.map_or(Reason::NoFaultFound, Reason::of_finding);
        list.push(reason.by(clause, Effect::Against, taken).on(facts).deciding(on_other));
    }
}

/// The remedies whose outcome rests on the findings: on the product's own fault, and on what stands beside it or in
/// its place. What is free follows the product's own fault, what is charged the other.
fn resting_on_findings(situation: &Situation<'_>) -> [RemedySet; 2] {
    let resting = situation.proof.resting_on(Premise::Diagnosis);
    let by_own_fault = |remedy: &Remedy| {
        let found = situation.outcomes.of(*remedy);
        match (found.outcome, *remedy) {
            (Outcome::Granted, Remedy::PaidRepair) => false,
            (Outcome::Needs, Remedy::PaidRepair) => !found.needs.contains(Need::Consent),
            (Outcome::Denied, Remedy::PaidRepair) | (Outcome::Granted | Outcome::Needs, _) => true,
            (Outcome::Denied, Remedy::Refund | Remedy::Exchange | Remedy::FreeRepair) => false,
        }
    };
    let own: RemedySet = resting.iter().filter(by_own_fault).collect();
    // A decision by a person is asked for because of both.
    let both = |remedy: &Remedy| situation.outcomes.of(*remedy).needs.contains(Need::Review);
    [own, resting.without(own).and(resting.iter().filter(both).collect())]
}

pub(super) fn add_evidence(situation: &Situation<'_>, list: &mut Vec<Ground>) {
    let Situation { claim, policy, .. } = situation;
    let decides = situation.proof.resting_on(Premise::Evidence);
    let wanting = proven_wanting(claim, policy.choices);
    if wanting.clone().next().is_none() && !decides.is_empty() {
        let seen = [
            (claim.warranty_certificate, Evidence::WarrantyCertificate, Reason::CertificateProduced),
            (claim.purchase_proof, Evidence::PurchaseProof, Reason::ProofProduced),
            (claim.serial_label.map(is_readable), Evidence::ReadableSerial, Reason::SerialReadable),
            (claim.serial_match, Evidence::SerialMatch, Reason::SerialAgrees),
            (claim.authorised_source, Evidence::AuthorisedSource, Reason::SourceAuthorised),
        ];
        for (answer, piece, reason) in seen {
            let Some(rule) = policy.evidence_rule(piece).filter(|_| answer == Some(true)) else { continue };
            list.push(
                reason.by(rule.clause, Effect::For, FREE_OF_CHARGE).on(fact_of(piece)).deciding(decides),
            );
        }
    }
    for piece in wanting {
        let Some(rule) = policy.evidence_rule(piece) else { continue };
        list.push(
            Reason::of_evidence(piece)
                .by(rule.clause, Effect::Against, FREE_OF_CHARGE)
                .on(fact_of(piece))
                .deciding(decides),
        );
    }
}

fn is_readable(label: SerialLabel) -> bool {
    label == SerialLabel::Readable
}

const fn fact_of(piece: Evidence) -> FactSet {
    FactSet::of([match piece {
        Evidence::WarrantyCertificate => FactName::WarrantyCertificate,
        Evidence::PurchaseProof => FactName::PurchaseProof,
        Evidence::ReadableSerial | Evidence::Serial => FactName::SerialLabel,
        Evidence::SerialMatch => FactName::SerialMatches,
        Evidence::AuthorisedSource => FactName::AuthorisedSource,
    }])
}

/// Consent and accessories, where an outcome rests on them. A lack that holds a remedy back is told with the needs
/// (open.rs), one that bars it (the alternatives of readings 14 and 15) here.
pub(super) fn add_conditions(situation: &Situation<'_>, list: &mut Vec<Ground>) {
    let conditions = [
        (
            (situation.claim.consent, Premise::Consent, Need::Consent),
            (FactName::ReturnConsent, "3.3", RemedySet::ALL),
            (Reason::ConsentGiven, Reason::ConsentRefused),
        ),
        (
            (situation.claim.accessories, Premise::Accessories, Need::Accessories),
            (FactName::AccessoriesComplete, "3.2", WITH_A_WINDOW),
            (Reason::AccessoriesThere, Reason::AccessoriesRefused),
        ),
    ];
    for ((answer, premise, need), (fact, clause, remedies), (given, refused)) in conditions {
        let is_held_back = |remedy: &Remedy| situation.outcomes.of(*remedy).needs.contains(need);
        let resting = situation.proof.resting_on(premise);
        let decides = resting.without(resting.iter().filter(is_held_back).collect());
        let ground = match answer {
            Some(true) if !decides.is_empty() => given.citing(clause, Effect::For, remedies),
            Some(false) if !decides.is_empty() => refused.citing(clause, Effect::Against, decides),
            Some(_) | None => continue,
        };
        list.push(ground.on(FactSet::of([fact])).deciding(decides));
    }
}

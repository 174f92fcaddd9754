//! How it was sold or lent: what that takes away, what the contract gives back, and that the policy applies.

use super::{REPAIRS, Reason, Situation, WITH_A_WINDOW};
use crate::fact_name::{FactName, FactSet};
use crate::ground::{Effect, Ground};
use crate::policy::reading::Reading;
use crate::policy::{ContractTerm, SaleEffect, SaleRule};
use crate::proof::Premise;
use crate::remedy_set::RemedySet;
use nightbench_domain::unit::SaleKind;

pub(super) fn add(situation: &Situation<'_>, list: &mut Vec<Ground>) {
    let resting = situation.proof.resting_on(Premise::Standing);
    let Some(rule) = situation.claim.sale_kind.and_then(|kind| situation.policy.sale_rule(kind)) else {
        // Not known, yet not open: what the contract gives back leaves no kind that would matter.
        let facts = FactSet::of([
            FactName::ContractUnitMonths,
            FactName::ContractCoversBorrowed,
            FactName::ContractSpecialPriceReturn,
        ]);
        add_in_policy(situation, resting, ("unknown", facts), list);
        return;
    };
    let kind = sale_kind_code(rule.kind);
    let facts = with_contract_asked(situation, facts_of(rule));
    let concerned = if situation.space.is_outside() || (is_lifted(situation, rule) && takes_all(rule)) {
        RemedySet::ALL
    } else if rule.effect == SaleEffect::Full {
        RemedySet::NONE
    } else {
        WITH_A_WINDOW
    };
    if !concerned.is_empty() {
        let ground = if is_lifted(situation, rule) {
            Reason::SaleLifted.citing("0", Effect::For, concerned)
        } else if situation.space.is_outside() {
            Reason::SaleOutside.by(rule.clause, Effect::Against, concerned)
        } else {
            Reason::SaleNoReturn.by(rule.clause, Effect::Against, concerned)
        };
        list.push(ground.on(facts).deciding(resting.only(concerned)).saying([("kind", kind.into())]));
    }
    // Repairs do not depend on whether return and exchange are given back.
    let own = if takes_all(rule) { facts } else { FactSet::of([FactName::SaleKind]) };
    add_in_policy(situation, resting.without(concerned), (kind, own), list);
}

/// That the policy applies, where an outcome rests on it.
fn add_in_policy(
    situation: &Situation<'_>,
    decides: RemedySet,
    (kind, facts): (&'static str, FactSet),
    list: &mut Vec<Ground>,
) {
    if decides.is_empty() {
        return;
    }
    let about = match situation.claim.sale_kind {
        Some(SaleKind::Normal) | None => RemedySet::ALL,
        Some(SaleKind::SpecialPrice | SaleKind::PrototypeSpecialPrice | SaleKind::Borrowed) => REPAIRS,
    };
    list.push(
        Reason::SaleInPolicy
            .citing("2.1", Effect::For, about)
            .on(with_contract_asked(situation, facts))
            .deciding(decides)
            .saying([("kind", kind.into())]),
    );
}

/// Where a contract that nobody saw leaves everything open (the alternative of reading 21), that it was seen counts too.
fn with_contract_asked(situation: &Situation<'_>, facts: FactSet) -> FactSet {
    facts.and_if(situation.policy.choices.is_alternative(Reading::ContractNotSeen), FactName::Contract)
}

fn is_lifted(situation: &Situation<'_>, rule: &SaleRule) -> bool {
    rule.lifted_by.is_some_and(|term| situation.claim.terms.has(term))
}

/// Whether it takes the whole policy away and not the return alone.
fn takes_all(rule: &SaleRule) -> bool {
    rule.effect == SaleEffect::Outside
}

/// The kind of sale and the term of the contract that gives back what it takes.
fn facts_of(rule: &SaleRule) -> FactSet {
    let term = rule.lifted_by.map(|term| match term {
        ContractTerm::SpecialPriceReturn => FactName::ContractSpecialPriceReturn,
        ContractTerm::UnitMonths => FactName::ContractUnitMonths,
        ContractTerm::CoversBorrowed => FactName::ContractCoversBorrowed,
    });
    [FactName::SaleKind].into_iter().chain(term).collect()
}

const fn sale_kind_code(kind: SaleKind) -> &'static str {
    match kind {
        SaleKind::Normal => "normal",
        SaleKind::SpecialPrice => "special_price",
        SaleKind::PrototypeSpecialPrice => "prototype_special_price",
        SaleKind::Borrowed => "borrowed",
    }
}

//! The one thing to find out next: the open fact whose worst answer leaves the fewest remedies open; among equals the
//! one that costs least to find out (look at the unit, read papers, ask the customer, work at the bench). What is left
//! equal is decided by what the answers leave open on average, then by the order of the codes, so that the same facts
//! are always asked the same. What was asked and not answered is never asked again. A remedy counts as open also where
//! an answer leaves a known lack (consent, a decision): it is not settled. tests/explanation.rs holds it to a search
//! through all answers.
//!
//! And the other end of the same thought: which unknown facts cannot change anything any more.

use crate::claim::Claim;
use crate::fact_name::{FactName, FactSet};
use crate::facts::{Answer, Documents, Facts, Purchase, Serial};
use crate::grounds::facts_of;
use crate::outcomes::{NeedSet, Outcomes};
use crate::space::Space;
use crate::table::{Possible, Table};
use crate::verdict::Need;
use crate::world::Ruling;
use nightbench_domain::claim::{Finding, Remedy};

/// The next question, given everything the four remedies still need. None when there is nothing to ask.
pub(crate) fn next_question(
    facts: &Facts,
    claim: &Claim,
    space: &Space,
    table: &Table,
    needs: NeedSet,
) -> Option<Need> {
    let askable: NeedSet = needs.iter().filter(|&need| is_askable(need, facts, claim)).collect();
    if askable.len() < 2 {
        return askable.iter().next();
    }
    let mut best: Option<Rank> = None;
    for need in askable.iter() {
        let answers = space.after_answers(need, claim.consumable_defect.is_some());
        let left_open = answers.iter().map(|possible| open_remedies(table, &possible));
        best = best.into_iter().chain(Rank::of(need, left_open, best)).min();
    }
    best.map(|best| best.need)
}

/// How good it is to ask for a fact, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    /// The remedies that its worst answer leaves open.
    worst: usize,
    cost: Cost,
    /// Those that its answers leave open on average, in thousandths.
    average: usize,
    need: Need,
}

impl Rank {
    /// By the remedies that each answer leaves open. None as soon as an answer shows that another is better.
    fn of(need: Need, left_open: impl Iterator<Item = usize>, other: Option<Self>) -> Option<Self> {
        let cost = cost(need);
        let (mut worst, mut sum, mut answers) = (0, 0, 0);
        for open in left_open {
            if other.is_some_and(|other| (other.worst, other.cost) < (open, cost)) {
                return None;
            }
            worst = worst.max(open);
            sum += open;
            answers += 1;
        }
        // What no single answer settles comes last.
        let worst = if answers == 0 { Remedy::ALL.len() } else { worst };
        Some(Self { worst, cost, average: sum * ANSWERS_MAX / answers.max(1), need })
    }
}

/// The unknown facts that can no longer change an outcome. What only waits for a known lack to be made good is not
/// among them: accessories matter again once the company has consented, everything does once the claim has a date.
pub(crate) fn no_longer_matters(claim: &Claim, space: &Space, outcomes: &Outcomes) -> FactSet {
    if !space.is_dated() && !space.is_outside() {
        return FactSet::NONE;
    }
    let needs = outcomes.needs();
    let asked = needs.iter().fold(FactSet::NONE, |facts, need| facts.and(facts_of(need)));
    let waits_for = |remedies: &[Remedy], lacks: &[Need]| {
        lacks.iter().any(|&lack| remedies.iter().any(|&remedy| outcomes.of(remedy).needs.contains(lack)))
    };
    // 3.2 and 3.3 ask for the accessories, a repair does not (reading 14).
    let accessories_wait =
        waits_for(&[Remedy::Refund, Remedy::Exchange], &[Need::Contract, Need::Review, Need::Consent]);
    let waiting = FactSet::NONE
        .and_if(accessories_wait, FactName::AccessoriesComplete)
        .and_if(waits_for(&Remedy::ALL, &[Need::Contract, Need::Review]), FactName::ReturnConsent);
    unknown(claim).without(asked.and(waiting))
}

/// The facts without a default that are not known. A defect of the consumable is a question only once there is one, and
/// a second purchase date none when the first is known.
fn unknown(claim: &Claim) -> FactSet {
    let is_purchase_unknown = claim.voucher_date.is_none() && claim.contract_date.is_none();
    let is_consumable = claim.findings.is_some_and(|found| found.contains(Finding::Consumable));
    FactSet::NONE
        .and_if(claim.product_class.is_none(), FactName::ProductClass)
        .and_if(claim.claim_object.is_none(), FactName::ClaimObject)
        .and_if(is_purchase_unknown, FactName::VoucherDate)
        .and_if(is_purchase_unknown, FactName::ContractDate)
        .and_if(claim.claim_date.is_none(), FactName::ClaimDate)
        .and_if(claim.sale_kind.is_none(), FactName::SaleKind)
        .and_if(claim.findings.is_none(), FactName::Findings)
        .and_if(is_consumable && claim.consumable_defect.is_none(), FactName::ConsumableDefect)
        .and_if(claim.warranty_certificate.is_none(), FactName::WarrantyCertificate)
        .and_if(claim.purchase_proof.is_none(), FactName::PurchaseProof)
        .and_if(claim.serial_label.is_none(), FactName::SerialLabel)
        .and_if(claim.serial_match.is_none(), FactName::SerialMatches)
        .and_if(claim.authorised_source.is_none(), FactName::AuthorisedSource)
        .and_if(claim.accessories.is_none(), FactName::AccessoriesComplete)
        .and_if(claim.consent.is_none(), FactName::ReturnConsent)
}

/// More answers than any fact has, so that averages can be compared as whole numbers.
const ANSWERS_MAX: usize = 1_000;

/// How many remedies are neither granted nor denied.
fn open_remedies(table: &Table, possible: &Possible) -> usize {
    let (rulings, open) = table.settled(possible);
    let is_lacking = |remedy: Remedy| matches!(rulings.of(remedy), Ruling::Lacks(_));
    open.len()
        + Remedy::ALL.into_iter().filter(|&remedy| !open.contains(remedy) && is_lacking(remedy)).count()
}

/// What it takes to find a fact out, least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Cost {
    LookAtTheUnit,
    ReadPapers,
    AskTheCustomer,
    BenchWork,
}

const fn cost(need: Need) -> Cost {
    match need {
        Need::ProductClass | Need::SerialLabel | Need::Accessories => Cost::LookAtTheUnit,
        Need::AuthorisedSource
        | Need::Contract
        | Need::PurchaseDate
        | Need::PurchaseProof
        | Need::SaleKind
        | Need::SerialMatch
        | Need::WarrantyCertificate => Cost::ReadPapers,
        Need::ClaimObject | Need::Consent | Need::Dates | Need::Review => Cost::AskTheCustomer,
        Need::ConsumableDefect | Need::Diagnosis => Cost::BenchWork,
    }
}

/// Whether a need is a question at all: a known lack is a decision, and an answer that could not be had stays out.
fn is_askable(need: Need, facts: &Facts, claim: &Claim) -> bool {
    let purchase = &facts.purchase;
    let documents = &facts.documents;
    let serial = &facts.serial;
    match need {
        Need::Accessories => claim.accessories.is_none() && was_not_asked(&facts.accessories_complete),
        Need::AuthorisedSource => was_not_asked(&facts.authorised_source),
        Need::ClaimObject => was_not_asked(&facts.claim_object),
        Need::Consent => claim.consent.is_none() && was_not_asked(&facts.return_consent),
        Need::ConsumableDefect => was_not_asked(&facts.consumable_defect),
        Need::Contract => was_not_asked(&facts.contract),
        // Known dates that contradict each other are to be looked at again.
        Need::Dates => claim.claim_date.is_some() || was_not_asked(&facts.claim_date),
        // Contradictory findings too are to be looked at again.
        Need::Diagnosis => claim.findings.is_some() || was_not_asked(&facts.findings),
        Need::ProductClass => was_not_asked(&facts.product_class),
        Need::PurchaseDate => was_part_not_asked(purchase, |purchase: &Purchase| {
            was_not_asked(&purchase.voucher_date) || was_not_asked(&purchase.contract_date)
        }),
        Need::PurchaseProof => {
            was_part_not_asked(documents, |documents: &Documents| was_not_asked(&documents.purchase_proof))
        }
        Need::Review => false,
        Need::SaleKind => was_not_asked(&facts.sale_kind),
        Need::SerialLabel => was_part_not_asked(serial, |serial: &Serial| was_not_asked(&serial.label)),
        Need::SerialMatch => was_part_not_asked(serial, |serial: &Serial| was_not_asked(&serial.matches)),
        Need::WarrantyCertificate => was_part_not_asked(documents, |documents: &Documents| {
            was_not_asked(&documents.warranty_certificate)
        }),
    }
}

const fn was_not_asked<T>(fact: &Option<Answer<T>>) -> bool {
    fact.is_none()
}

fn was_part_not_asked<T>(whole: &Option<Answer<T>>, part: impl Fn(&T) -> bool) -> bool {
    match whole {
        None => true,
        Some(Answer::Unavailable(_)) => false,
        Some(Answer::Known(whole)) => part(whole),
    }
}

#[cfg(test)]
mod tests {
    use super::Rank;
    use crate::verdict::Need;

    fn rank(need: Need, left_open: &[usize]) -> Option<Rank> {
        Rank::of(need, left_open.iter().copied(), None)
    }

    #[test]
    fn a_question_ranks_by_its_worst_answer_then_by_its_cost_then_by_the_average() {
        let label = |left_open: &[usize]| rank(Need::SerialLabel, left_open);
        assert!(label(&[2, 2]) < label(&[3, 0]), "the worst answer comes first");
        assert!(
            rank(Need::SerialLabel, &[2, 2]) < rank(Need::Diagnosis, &[2, 0]),
            "a look costs less than the bench"
        );
        assert!(label(&[2, 0, 0]) < label(&[2, 2]), "then what the answers leave open on average");
        assert!(label(&[2, 1, 0]) < label(&[2, 1, 1]), "and on average is not the sum");
        assert!(label(&[3, 3, 3, 0, 0]) < label(&[3, 2, 1]), "nor is it whole remedies only");
        assert_eq!(label(&[]).unwrap().worst, 4, "what no single answer settles may leave all four open");
    }

    #[test]
    fn a_question_is_given_up_as_soon_as_an_answer_is_worse_than_another_question_s_worst() {
        let other = rank(Need::SerialLabel, &[2, 1]);
        assert!(Rank::of(Need::Diagnosis, [2, 0].into_iter(), other).is_none(), "as bad and dearer");
        assert!(
            Rank::of(Need::SerialLabel, [2, 0].into_iter(), other).is_some(),
            "as bad and no dearer: the average decides"
        );
        assert!(Rank::of(Need::Diagnosis, [1, 1].into_iter(), other).is_some(), "better, whatever it costs");
    }
}

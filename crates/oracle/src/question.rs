//! Whether the question a verdict asks next is a good one: an open fact that was not asked in vain, and none of the other
//! open facts leaves fewer remedies open in its worst case. Which of several equally good ones is asked is not judged.

use crate::answer::Answer;
use crate::claim::{Claim, Fact};
use crate::complete::Ruling;
use crate::completions::Completions;

/// What is wrong with the next question, if anything is.
pub(crate) fn question_fault(
    claim: &Claim,
    answer: &Answer,
    completions: &Completions,
    asked: Option<&str>,
) -> Option<String> {
    let mut open: Vec<&str> = answer.remedies.iter().flat_map(|remedy| remedy.outcome.1.clone()).collect();
    open.sort_unstable();
    open.dedup();
    let askable: Vec<&str> = open.into_iter().filter(|need| is_askable(claim, need)).collect();
    let Some(asked) = asked else {
        return (!askable.is_empty()).then(|| format!("nothing is asked, and {askable:?} could be"));
    };
    if !askable.contains(&asked) {
        return Some(format!("{asked} is asked, and only {askable:?} can be"));
    }
    let worst = worst_case(claim, completions, asked);
    let better = askable.iter().find(|need| worst_case(claim, completions, need) < worst);
    better.map(|better| format!("{asked} is asked, {better} leaves fewer remedies open"))
}

/// How many remedies stay open after the least helpful answer; all four for what is no fact with answers of its own.
fn worst_case(claim: &Claim, completions: &Completions, need: &str) -> usize {
    let Some(axis) = completions.names.iter().position(|name| *name == need) else { return 4 };
    let size = completions.sizes[axis];
    let step: usize = completions.sizes[..axis].iter().product();
    // Whether a consumable is defective is a question of its own: the codes alone are the answer.
    let is_same_answer = |one: usize, other: usize| {
        let (one, other) = match need {
            "diagnosis" => (completions.findings[one], completions.findings[other]),
            _ => return one == other,
        };
        one.codes == other.codes && (one.defect == other.defect || claim.defect.known().is_none())
    };
    let left = |value: usize| {
        let compatible = |index: &usize| is_same_answer(index / step % size, value);
        let indexes: Vec<usize> = (0..completions.rulings.len()).filter(compatible).collect();
        let is_open = |remedy: &usize| {
            let first = completions.rulings[indexes[0]][*remedy];
            !matches!(first, Ruling::Granted | Ruling::Denied)
                || indexes.iter().any(|&index| completions.rulings[index][*remedy] != first)
        };
        (0..4).filter(is_open).count()
    };
    (0..size).map(left).max().unwrap_or(4)
}

/// What was asked and not answered is never asked again; a known lack is a decision and no question. Known dates and
/// findings that contradict themselves are to be looked at again.
fn is_askable(claim: &Claim, need: &str) -> bool {
    match need {
        "product_class" => claim.class == Fact::NotAsked,
        "claim_object" => claim.object == Fact::NotAsked,
        "purchase_date" => claim.voucher_date == Fact::NotAsked || claim.contract_date == Fact::NotAsked,
        "sale_kind" => claim.sale == Fact::NotAsked,
        "diagnosis" => claim.findings != Fact::NoAnswer,
        "consumable_defect" => claim.defect == Fact::NotAsked,
        "warranty_certificate" => claim.certificate == Fact::NotAsked,
        "purchase_proof" => claim.proof == Fact::NotAsked,
        "serial_label" => claim.label == Fact::NotAsked,
        "serial_match" => claim.matches == Fact::NotAsked,
        "authorised_source" => claim.source == Fact::NotAsked,
        "accessories" => claim.accessories == Fact::NotAsked,
        "consent" => claim.consent == Fact::NotAsked,
        "contract" => matches!(claim.contract, Fact::NotAsked),
        "dates" => claim.claimed != Fact::NoAnswer,
        "review" => false,
        other => panic!("`{other}` is no need"),
    }
}

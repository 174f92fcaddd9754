//! What must hold of every record, known or unknown: learning a fact overturns no definite outcome, forgetting one
//! leaves each outcome or opens it, and what is open, and on which facts, is exactly what the definitions say.
//!
//! Exactness is shown by induction. A record without unknowns is compared with the second reading (complete.rs). A
//! record with unknowns is compared with the records that have one unknown less: an outcome is definite when all of
//! them agree, and a fact is pivotal when it is in one of them, or when it is the last one and they do not agree.

use crate::answers::{Answer, Answers, DENIED, GRANTED, OPEN};
use crate::grid::{self, AXES, Axis, BEFORE_PURCHASE, NO_CLAIM_DATE, RECORDS, Record};
use std::ops::Range;

/// What was looked at.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) records: usize,
    pub(crate) refinements: usize,
    pub(crate) deletions: usize,
    /// Deletions of a purchase after the claim, which are not looked at.
    pub(crate) resolved: usize,
}

/// A law of partial records that was broken, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Broken {
    pub(crate) law: &'static str,
    pub(crate) record: Record,
}

pub(crate) const REFINEMENT: &str = "learning a fact keeps every definite outcome";
pub(crate) const DELETION: &str = "forgetting a fact keeps each outcome or opens it";
pub(crate) const EXACTNESS: &str = "definite where all completions agree, else exactly the pivotal facts";
pub(crate) const CONTRADICTION: &str = "a diagnosis that contradicts itself counts as none";

/// Looks at all records with two threads.
pub(crate) fn check(answers: &Answers) -> (Counts, Vec<Broken>) {
    let half = RECORDS / 2;
    let (mut counts, mut broken) = (Counts::default(), Vec::new());
    std::thread::scope(|scope| {
        let upper = scope.spawn(|| check_range(answers, half..RECORDS));
        let lower = check_range(answers, 0..half);
        for (seen, found) in [lower, upper.join().unwrap()] {
            counts.records += seen.records;
            counts.refinements += seen.refinements;
            counts.deletions += seen.deletions;
            counts.resolved += seen.resolved;
            broken.extend(found);
        }
    });
    (counts, broken)
}

/// Looks at the records of a range; stops listing after a few that are broken.
pub(crate) fn check_range(answers: &Answers, range: Range<usize>) -> (Counts, Vec<Broken>) {
    let mut counts = Counts::default();
    let mut broken = Vec::new();
    let mut record = grid::record(range.start);
    for index in range {
        if broken.len() < 5 {
            let mut found = |law| broken.push(Broken { law, record });
            look_at(answers, &record, index, &mut counts, &mut found);
        }
        grid::advance(&mut record);
    }
    (counts, broken)
}

fn look_at(
    answers: &Answers,
    record: &Record,
    index: usize,
    counts: &mut Counts,
    broken: &mut impl FnMut(&'static str),
) {
    counts.records += 1;
    let own = answers.at(index);
    let (mut unknown, mut count) = ([Axis::Time; 12], 0);
    for axis in AXES {
        let value = record[axis as usize];
        let origin = index - value * grid::stride(axis);
        let completions = grid::completions(axis, value);
        if !completions.is_empty() {
            unknown[count] = axis;
            count += 1;
        }
        // One pair of records is a refinement one way and a deletion the other.
        for other in completions {
            let other = answers.at(origin + other * grid::stride(axis));
            counts.refinements += 1;
            counts.deletions += 1;
            if !own.is_kept_by(other) {
                broken(REFINEMENT);
            }
            if !is_kept_or_opened(other, own) {
                broken(DELETION);
            }
        }
    }
    look_at_dates(answers, record, index, counts, broken);
    if record[Axis::Findings as usize] == grid::CONTRADICTORY {
        if own != answers.at(index + grid::stride(Axis::Findings)) {
            broken(CONTRADICTION);
        }
    } else if count > 0 && !is_exact(answers, record, index, &unknown[..count]) {
        broken(EXACTNESS);
    }
}

/// Deletions that are no refinement the other way: a claim date is never completed, and a purchase after the claim is
/// no completion. Taking such a purchase away resolves a contradiction, of which nothing can be asked.
fn look_at_dates(
    answers: &Answers,
    record: &Record,
    index: usize,
    counts: &mut Counts,
    broken: &mut impl FnMut(&'static str),
) {
    let time = record[Axis::Time as usize];
    if time < NO_CLAIM_DATE {
        counts.deletions += 1;
        let without = answers.at(index + (NO_CLAIM_DATE - time) * grid::stride(Axis::Time));
        if !is_kept_or_opened(answers.at(index), without) {
            broken(DELETION);
        }
    }
    counts.resolved += usize::from(time == BEFORE_PURCHASE);
}

/// Whether each outcome stays or becomes `needs` when a fact is taken away.
fn is_kept_or_opened(before: &Answer, after: &Answer) -> bool {
    before.settled == after.settled
        || (0..4).all(|remedy| match after.settled[remedy] {
            GRANTED | DENIED => before.settled[remedy] == after.settled[remedy],
            _ => true,
        })
}

fn is_exact(answers: &Answers, record: &Record, index: usize, unknown: &[Axis]) -> bool {
    let own = answers.at(index);
    let learned = |axis: Axis| {
        let value = record[axis as usize];
        let origin = index - value * grid::stride(axis);
        grid::completions(axis, value).map(move |other| answers.at(origin + other * grid::stride(axis)))
    };
    let first = unknown[0];
    let bit = 1 << first as u16;
    let mut each = learned(first);
    let Some(one) = each.next() else { return false };
    let (agreed, mut is_agreed, mut pivotal) =
        (one.settled, one.settled.map(|settled| settled != OPEN), one.pivotal);
    for other in each {
        for remedy in 0..4 {
            is_agreed[remedy] &= other.settled[remedy] == agreed[remedy];
            pivotal[remedy] |= other.pivotal[remedy];
        }
    }
    let mut is_first_pivotal = is_agreed.map(|is_agreed| !is_agreed);
    if let Some(&second) = unknown.get(1) {
        is_first_pivotal = [false; 4];
        for other in learned(second) {
            for (is_pivotal, pivotal) in is_first_pivotal.iter_mut().zip(other.pivotal) {
                *is_pivotal |= pivotal & bit != 0;
            }
        }
    }
    (0..4).all(|remedy| {
        if is_agreed[remedy] {
            return own.settled[remedy] == agreed[remedy] && own.pivotal[remedy] == 0;
        }
        let expected = pivotal[remedy] | if is_first_pivotal[remedy] { bit } else { 0 };
        own.settled[remedy] == OPEN && own.pivotal[remedy] == expected
    })
}

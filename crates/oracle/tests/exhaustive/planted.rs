//! Mistakes planted on purpose, in the answers and in the pack: each law must be broken by one of them, and say so.

use crate::answers::{Answer, Answers, DENIED, GRANTED, OPEN, lack};
use crate::complete;
use crate::grid::{self, Axis, Record};
use crate::partial::{self, CONTRADICTION, DELETION, EXACTNESS, REFINEMENT};
use crate::shipped;
use nightbench_eligibility::verdict::Need;

/// An ordinary claim on the day of purchase: all in order, the product's own fault.
const ORDINARY: Record = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];

fn ordinary(changes: &[(Axis, usize)]) -> Record {
    changes.iter().fold(ORDINARY, |record, &(axis, value)| complete::with(&record, axis, value))
}

#[test]
#[cfg_attr(debug_assertions, ignore = "looks at millions of records: in release only")]
fn each_law_of_complete_records_is_seen_to_be_broken() {
    const MISUSED: usize = 3;
    type Planted = (usize, Record, fn(&mut Answer));
    let planted: [Planted; 8] = [
        (0, ORDINARY, |answer| answer.pivotal[0] = 1),
        (1, ORDINARY, |answer| answer.settled[1] = DENIED),
        (2, ORDINARY, |answer| answer.settled[3] = GRANTED),
        (3, ordinary(&[(Axis::Sale, 3)]), |answer| answer.settled[3] = GRANTED),
        (4, ordinary(&[(Axis::Sale, 1)]), |answer| answer.settled[1] = lack(Need::Consent)),
        (5, ordinary(&[(Axis::Time, 5)]), |answer| answer.settled[0] = lack(Need::Review)),
        (6, ordinary(&[(Axis::Proof, 1), (Axis::Time, 4)]), |answer| answer.settled[0] = lack(Need::Review)),
        (7, ordinary(&[(Axis::Findings, MISUSED)]), |answer| answer.settled[3] = DENIED),
    ];
    let mut answers = shipped().clone();
    let mut seen = [false; 8];
    for (law, record, change) in planted {
        let (_, keeps) = complete::LAWS[law];
        let before = *answers.of(&record);
        assert!(keeps(&answers, &record));
        answers.plant(&record, change);
        assert!(!keeps(&answers, &record), "not seen: {}", complete::LAWS[law].0);
        answers.plant(&record, |answer| *answer = before);
        seen[law] = true;
    }
    assert_eq!(seen, [true; 8], "every law has its mistake");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "looks at millions of records: in release only")]
fn each_law_of_partial_records_is_seen_to_be_broken() {
    let unknown = |axis: Axis| ordinary(&[(axis, grid::SIZES[axis as usize] - 1)]);
    let two_unknown = complete::with(&unknown(Axis::Proof), Axis::Certificate, 2);
    let bit = |axis: Axis| 1_u16 << axis as u16;
    let undated = ordinary(&[(Axis::Time, grid::NO_CLAIM_DATE)]);
    let contradictory = ordinary(&[(Axis::Findings, grid::CONTRADICTORY)]);
    // The law, the record in which the answer is wrong, the record at which that is noticed, the mistake.
    let grant: &dyn Fn(&mut Answer) = &|answer| {
        answer.settled[0] = GRANTED;
        answer.pivotal[0] = 0;
    };
    let open: &dyn Fn(&mut Answer) = &|answer| answer.settled[0] = OPEN;
    let miss = |axis: Axis| move |answer: &mut Answer| answer.pivotal[0] &= !bit(axis);
    let add = |axis: Axis| move |answer: &mut Answer| answer.pivotal[0] |= bit(axis);
    type Planted<'a> = (&'static str, Record, Record, &'a dyn Fn(&mut Answer));
    let (miss_proof, miss_both, add_consent) =
        (miss(Axis::Proof), miss(Axis::Certificate), add(Axis::Consent));
    let planted: [Planted<'_>; 9] = [
        (REFINEMENT, unknown(Axis::Proof), unknown(Axis::Proof), grant),
        (REFINEMENT, ORDINARY, unknown(Axis::Class), open),
        (DELETION, unknown(Axis::Consent), unknown(Axis::Consent), grant),
        (DELETION, undated, ORDINARY, &|answer| answer.settled[2] = DENIED),
        (EXACTNESS, unknown(Axis::Class), unknown(Axis::Class), open),
        (EXACTNESS, unknown(Axis::Proof), unknown(Axis::Proof), &miss_proof),
        (EXACTNESS, two_unknown, two_unknown, &miss_both),
        (EXACTNESS, two_unknown, two_unknown, &add_consent),
        (CONTRADICTION, contradictory, contradictory, &|answer| answer.settled[3] = GRANTED),
    ];
    let mut answers = shipped().clone();
    for (law, wrong, noticed, mistake) in planted {
        let before = *answers.of(&wrong);
        let broken = |answers: &Answers| {
            let at = grid::index(&noticed);
            let (_, broken) = partial::check_range(answers, at..at + 1);
            broken.iter().any(|broken| broken.law == law && broken.record == noticed)
        };
        assert!(!broken(&answers));
        answers.plant(&wrong, mistake);
        assert!(broken(&answers), "not seen: {law} at {noticed:?}");
        answers.plant(&wrong, |answer| *answer = before);
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "looks at half a million records: in release only")]
fn a_complete_record_that_is_read_otherwise_is_seen() {
    let mut answers = shipped().clone();
    answers.plant(&ORDINARY, |answer| answer.settled[3] = lack(Need::Contract));
    let (_, differing) = complete::differing_from_the_second_reading(&answers);
    assert_eq!(differing, [ORDINARY]);
}

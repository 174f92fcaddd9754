//! What must hold of every complete claim, whatever the rules behind it look like.

use crate::answers::{Answers, DENIED, GRANTED, OPEN, lack};
use crate::grid::{
    self, Axis, BEFORE_PURCHASE, BESIDE, NO_CLAIM_DATE, NO_PURCHASE_DATE, RECORDS, Record, stride,
};
use nightbench_eligibility::verdict::Need;
use nightbench_oracle::{Claim, outcomes};

/// A law that a complete record can break: its name, and whether the record keeps it.
pub(crate) type Law = (&'static str, fn(&Answers, &Record) -> bool);

const REFUND: usize = 0;
const EXCHANGE: usize = 1;
const FREE: usize = 2;
const PAID: usize = 3;

pub(crate) const LAWS: [Law; 8] = [
    ("nothing is open in a complete claim", nothing_is_open),
    ("refund implies exchange implies free repair, but for a detector's parts", each_implies_the_next),
    (
        "free and paid repair exclude each other, unless a chargeable fault is beside a product fault",
        one_repair,
    ),
    ("outside the policy all is denied", outside_denies_all),
    ("a special price bars refund and exchange", special_price_bars),
    ("a later claim improves nothing", a_later_claim_improves_nothing),
    ("a lost document improves nothing", a_lost_document_improves_nothing),
    ("inside the policy something is always offered", something_is_offered),
];

/// How many complete records there are, and the first that breaks each law.
pub(crate) fn broken(answers: &Answers) -> (usize, Vec<(&'static str, Record)>) {
    let complete: Vec<Record> = without_unknowns(0..NO_PURCHASE_DATE).collect();
    let first = |(name, keeps): &Law| Some((*name, *complete.iter().find(|record| !keeps(answers, record))?));
    let broken = LAWS.iter().filter_map(first).collect();
    (complete.len(), broken)
}

/// The records in which all is known but, perhaps, the date of the claim.
fn without_unknowns(times: impl Iterator<Item = usize>) -> impl Iterator<Item = Record> {
    times.flat_map(|time| {
        let end = if time + 1 == grid::SIZES[Axis::Time as usize] {
            RECORDS
        } else {
            (time + 1) * stride(Axis::Time)
        };
        let mut record = grid::record(time * stride(Axis::Time));
        (time * stride(Axis::Time)..end).filter_map(move |_| {
            let own = record;
            grid::advance(&mut record);
            grid::is_known_but_for_time(&own).then_some(own)
        })
    })
}

fn nothing_is_open(answers: &Answers, record: &Record) -> bool {
    let answer = answers.of(record);
    // A diagnosis that contradicts itself counts as none, and so is the one thing that is open here.
    let is_undiagnosed = record[Axis::Findings as usize] == grid::CONTRADICTORY;
    let allowed = if is_undiagnosed { 1 << Axis::Findings as u16 } else { 0 };
    (0..4).all(|remedy| match answer.settled[remedy] {
        OPEN => is_undiagnosed && answer.pivotal[remedy] == allowed,
        _ => answer.pivotal[remedy] == 0,
    })
}

fn each_implies_the_next(answers: &Answers, record: &Record) -> bool {
    let [refund, exchange, free, _] = answers.of(record).settled;
    let is_detector_part = record[Axis::Class as usize] == 2 && record[Axis::Object as usize] == 1;
    (refund != GRANTED || exchange == GRANTED) && (is_detector_part || exchange != GRANTED || free == GRANTED)
}

fn one_repair(answers: &Answers, record: &Record) -> bool {
    let settled = answers.of(record).settled;
    let are_both = settled[FREE] == GRANTED && settled[PAID] == GRANTED;
    !are_both || BESIDE.contains(&record[Axis::Findings as usize])
}

fn outside_denies_all(answers: &Answers, record: &Record) -> bool {
    record[Axis::Sale as usize] < 2 || answers.of(record).settled == [DENIED; 4]
}

fn special_price_bars(answers: &Answers, record: &Record) -> bool {
    let settled = answers.of(record).settled;
    let is_barred = settled[REFUND] == DENIED && settled[EXCHANGE] == DENIED;
    let is_undated = record[Axis::Time as usize] == BEFORE_PURCHASE && settled == [lack(Need::Dates); 4];
    record[Axis::Sale as usize] != 1 || is_barred || is_undated
}

fn a_later_claim_improves_nothing(answers: &Answers, record: &Record) -> bool {
    // A purchase further back is a claim further on. A claim before the purchase is no claim.
    let time = record[Axis::Time as usize];
    time <= BEFORE_PURCHASE + 1 || !is_improved(answers, &with(record, Axis::Time, time - 1), record)
}

fn a_lost_document_improves_nothing(answers: &Answers, record: &Record) -> bool {
    [Axis::Certificate, Axis::Proof].into_iter().all(|document| {
        record[document as usize] == 0 || !is_improved(answers, &with(record, document, 0), record)
    })
}

fn something_is_offered(answers: &Answers, record: &Record) -> bool {
    record[Axis::Sale as usize] >= 2 || answers.of(record).settled != [DENIED; 4]
}

/// Whether refund, exchange or free repair is better after than before: granted over pending over denied.
fn is_improved(answers: &Answers, before: &Record, after: &Record) -> bool {
    let rank = |settled: u8| match settled {
        GRANTED => 2,
        DENIED => 0,
        _ => 1,
    };
    let (before, after) = (answers.of(before).settled, answers.of(after).settled);
    [REFUND, EXCHANGE, FREE].into_iter().any(|remedy| rank(before[remedy]) < rank(after[remedy]))
}

pub(crate) fn with(record: &Record, axis: Axis, value: usize) -> Record {
    let mut changed = *record;
    changed[axis as usize] = value;
    changed
}

/// The records without an unknown fact, those without a claim date included, on which the engine answers otherwise than
/// the second reading; and how many were looked at.
pub(crate) fn differing_from_the_second_reading(answers: &Answers) -> (usize, Vec<Record>) {
    let settled: Vec<Record> = without_unknowns((0..NO_PURCHASE_DATE).chain([NO_CLAIM_DATE])).collect();
    let (one, other) = settled.split_at(settled.len() / 2);
    let differing = |records: &[Record]| -> Vec<Record> {
        records.iter().filter(|record| !is_as_read(answers, record)).copied().collect()
    };
    let mut found = std::thread::scope(|scope| {
        let one = scope.spawn(|| differing(one));
        let other = differing(other);
        let mut found = one.join().unwrap();
        found.extend(other);
        found
    });
    found.truncate(5);
    (settled.len(), found)
}

fn is_as_read(answers: &Answers, record: &Record) -> bool {
    let facts = serde_json::to_value(grid::facts(record)).unwrap();
    let expected = outcomes(&Claim::read(&facts).unwrap());
    let answer = answers.of(record);
    expected.into_iter().enumerate().all(|(remedy, (outcome, needs))| {
        let settled = match outcome {
            "granted" => GRANTED,
            "denied" => DENIED,
            _ if needs == ["diagnosis"] => OPEN,
            _ => Need::ALL.into_iter().find(|need| needs == [need.code()]).map_or(u8::MAX, lack),
        };
        answer.settled[remedy] == settled
    })
}

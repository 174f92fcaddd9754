//! The finite abstraction: twelve facts with a few values each, of which every combination is looked at, known and
//! unknown alike. What a record is and how it becomes facts; what must hold of records is in complete.rs and partial.rs.
//!
//! | fact | known values | unknown |
//! |---|---|---|
//! | product class | 3 | 1 |
//! | claimed object | 2 | 1 |
//! | sale kind | 4 | 1 |
//! | findings | 6: one of each sort the clauses know | 1 |
//! | warranty certificate, purchase proof | 2 each | 1 each |
//! | serial label | 3 | 1 |
//! | serial match, authorised source | 2 each | 1 each |
//! | accessories, consent | 2 each | 1 each |
//! | dates | 15 days of purchase before (and one after) a fixed claim | 2: no purchase date, no claim date |
//!
//! 3 · 2 · 4 · 6 · 2 · 2 · 3 · 2 · 2 · 2 · 2 · 15 = 414,720 complete records;
//! 4 · 3 · 5 · 7 · 3 · 3 · 4 · 3 · 3 · 3 · 3 · 17 = 20,820,240 with what may be unknown.
//!
//! Contract, earlier repairs and counting keep their defaults: no term of its own, none, China's. Why one diagnosis of
//! each sort and one day on each side of each cut point are enough is itself tested, in faithful.rs.

use chrono::NaiveDate;
use nightbench_domain::claim::{ClaimObject, Finding};
use nightbench_domain::unit::{ProductClass, SaleKind};
use nightbench_eligibility::facts::{Answer, Contract, Documents, Facts, Purchase, Serial, SerialLabel};

/// The facts of a record, the one that changes fastest from record to record first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Axis {
    Consent,
    Accessories,
    Source,
    Matches,
    Label,
    Proof,
    Certificate,
    Sale,
    Object,
    Class,
    Findings,
    Time,
}

use Axis::{
    Accessories, Certificate, Class, Consent, Findings, Label, Matches, Object, Proof, Sale, Source, Time,
};

pub(crate) const AXES: [Axis; 12] =
    [Consent, Accessories, Source, Matches, Label, Proof, Certificate, Sale, Object, Class, Findings, Time];

/// Values of each axis, the unknown ones included. The last value is unknown; of the dates the last two are.
pub(crate) const SIZES: [usize; 12] = [3, 3, 3, 3, 4, 3, 3, 5, 3, 4, 7, 17];

pub(crate) const COMPLETE_RECORDS: usize = 414_720;
pub(crate) const RECORDS: usize = 20_820_240;

/// The values of one record, by axis.
pub(crate) type Record = [usize; 12];

pub(crate) const CLASSES: [ProductClass; 3] =
    [ProductClass::Terminal, ProductClass::Module, ProductClass::Detector];
pub(crate) const OBJECTS: [ClaimObject; 2] = [ClaimObject::Whole, ClaimObject::Part];
pub(crate) const SALES: [SaleKind; 4] =
    [SaleKind::Normal, SaleKind::SpecialPrice, SaleKind::PrototypeSpecialPrice, SaleKind::Borrowed];
const LABELS: [SerialLabel; 3] = [SerialLabel::Readable, SerialLabel::Unreadable, SerialLabel::Absent];

/// One diagnosis of each sort. The last contradicts itself and so counts as none (reading 18).
pub(crate) const DIAGNOSES: [&[Finding]; 6] = [
    &[Finding::ProductFault],
    &[Finding::ProductFault, Finding::Appearance],
    &[Finding::ProductFault, Finding::ThirdParty],
    &[Finding::AgainstManual],
    &[Finding::WithinSpecification],
    &[Finding::ProductFault, Finding::OperatesNormally],
];
/// Product fault with something to be charged beside it.
pub(crate) const BESIDE: [usize; 2] = [1, 2];
pub(crate) const CONTRADICTORY: usize = 5;

/// The day of the claim: the first working day after the Spring Festival of 2026, so that last days from 15 February on
/// roll to it.
pub(crate) const CLAIMED: &str = "2026-02-24";

/// Days of purchase, from the latest back: the day after the claim, its own day, and for each limit the day on whose
/// account the limit falls on the claim itself, the last one that rolls there, and the first that does not.
pub(crate) const BOUGHT: [&str; 15] = [
    "2026-02-25", // claimed before the purchase
    "2026-02-24", // day 0
    "2026-02-17", // 7 days end on the claim
    "2026-02-08", // 7 days end on 15 February and roll to the claim
    "2026-02-07", // 7 days are over
    "2026-01-25", // 30 days end on the claim
    "2026-01-16", // 30 days roll to the claim
    "2026-01-15", // 30 days are over
    "2025-11-24", // 3 months end on the claim
    "2025-11-15", // 3 months roll to the claim
    "2025-11-14", // 3 months are over
    "2025-02-15", // 12 months roll to the claim
    "2025-02-14", // 12 months are over
    "2024-02-15", // 24 months roll to the claim
    "2024-02-14", // 24 months are over
];
pub(crate) const BEFORE_PURCHASE: usize = 0;
pub(crate) const NO_PURCHASE_DATE: usize = 15;
pub(crate) const NO_CLAIM_DATE: usize = 16;

/// How far apart two records lie that differ by one on this axis alone.
pub(crate) const fn stride(axis: Axis) -> usize {
    let (mut stride, mut at) = (1, 0);
    while at < axis as usize {
        stride *= SIZES[at];
        at += 1;
    }
    stride
}

pub(crate) fn index(record: &Record) -> usize {
    AXES.into_iter().map(|axis| record[axis as usize] * stride(axis)).sum()
}

pub(crate) fn record(index: usize) -> Record {
    AXES.map(|axis| index / stride(axis) % SIZES[axis as usize])
}

/// The values that an unknown one can turn out to be; none where the value is known. Findings that contradict
/// themselves are no completion, and an unknown purchase is not later than the claim. A claim without a date is not
/// completed: the date is a known lack.
pub(crate) const fn completions(axis: Axis, value: usize) -> std::ops::Range<usize> {
    match axis {
        Time if value == NO_PURCHASE_DATE => 1..NO_PURCHASE_DATE,
        Findings if value == 6 => 0..CONTRADICTORY,
        Time | Findings => 0..0,
        Consent | Accessories | Source | Matches | Label | Proof | Certificate | Sale | Object | Class => {
            if value + 1 == SIZES[axis as usize] {
                0..value
            } else {
                0..0
            }
        }
    }
}

/// Whether nothing but, perhaps, a date is unknown.
pub(crate) fn is_known_but_for_time(record: &Record) -> bool {
    (0..Time as usize).all(|axis| record[axis] + 1 < SIZES[axis])
}

/// The next record; the axes that changed are the first ones, as many as the answer says.
pub(crate) fn advance(record: &mut Record) -> usize {
    for axis in AXES {
        record[axis as usize] += 1;
        if record[axis as usize] < SIZES[axis as usize] {
            return axis as usize + 1;
        }
        record[axis as usize] = 0;
    }
    AXES.len()
}

/// The facts of a record.
pub(crate) fn facts(record: &Record) -> Facts {
    let mut facts = Facts { contract: Some(Contract::default().into()), ..Facts::default() };
    facts.documents = Some(Documents::default().into());
    facts.serial = Some(Serial::default().into());
    AXES.into_iter().for_each(|axis| set(&mut facts, axis, record[axis as usize]));
    facts
}

/// Writes one value of a record into the facts.
pub(crate) fn set(facts: &mut Facts, axis: Axis, value: usize) {
    fn of<T: Clone>(values: &[T], value: usize) -> Option<Answer<T>> {
        values.get(value).cloned().map(Answer::Known)
    }
    fn known<T>(group: &mut Option<Answer<T>>) -> &mut T {
        match group {
            Some(Answer::Known(group)) => group,
            Some(Answer::Unavailable(_)) | None => panic!("the groups are there"),
        }
    }
    let good = || of(&[true, false], value);
    match axis {
        Consent => facts.return_consent = good(),
        Accessories => facts.accessories_complete = good(),
        Source => facts.authorised_source = good(),
        Matches => known(&mut facts.serial).matches = good(),
        Label => known(&mut facts.serial).label = of(&LABELS, value),
        Proof => known(&mut facts.documents).purchase_proof = good(),
        Certificate => known(&mut facts.documents).warranty_certificate = good(),
        Sale => facts.sale_kind = of(&SALES, value),
        Object => facts.claim_object = of(&OBJECTS, value),
        Class => facts.product_class = of(&CLASSES, value),
        Findings => facts.findings = DIAGNOSES.get(value).map(|findings| findings.to_vec().into()),
        Time => {
            // Without a claim date the purchase is known or not, it makes no difference (faithful.rs).
            let bought = BOUGHT.get(if value == NO_CLAIM_DATE { 1 } else { value });
            let voucher_date = bought.map(|bought| day(bought).into());
            facts.purchase = Some(Purchase { voucher_date, contract_date: None }.into());
            facts.claim_date = (value != NO_CLAIM_DATE).then(|| day(CLAIMED).into());
        }
    }
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_grid_has_the_size_that_it_says_and_finds_every_record_back() {
    assert_eq!(SIZES.iter().product::<usize>(), RECORDS);
    let known: usize =
        AXES.into_iter().map(|axis| if axis == Time { 15 } else { SIZES[axis as usize] - 1 }).product();
    assert_eq!(known, COMPLETE_RECORDS);
    let mut walked = [0; 12];
    for at in 0..300_000 {
        assert_eq!((record(at), index(&walked)), (walked, at));
        advance(&mut walked);
    }
}

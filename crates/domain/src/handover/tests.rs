//! What a hand-over may not say, and what it does to the cover, as tables.

use super::{
    CollectionProof, CustomerSignature, FreightBearer, FreightDecision, GivenUnit, Handover, HandoverOf,
    HandoverWay, InvoiceRequest, ReturnedAccessory, WorkDone, cover_entries, pickup_code,
};
use crate::id::TicketId;
use crate::intake::{Accessory, IntakeReason as R, Presence};
use crate::ledger::{CoverLedger, CoveredItem, RepairTerms};
use crate::resolution::{Resolution, UnrepairedReason};
use crate::serial::SerialNumber;
use crate::waybill::{Carrier, Waybill};
use chrono::NaiveDate;

fn serial() -> SerialNumber {
    SerialNumber::parse("JP2409-00417").unwrap()
}

fn other() -> SerialNumber {
    SerialNumber::parse("JP2609-00001").unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn accessories() -> Vec<Accessory> {
    let accessory = |item: &str, state| Accessory { item: item.to_owned(), state };
    vec![
        accessory("battery", Presence::Present),
        accessory("strap", Presence::Missing),
        accessory("manual", Presence::NotChecked),
    ]
}

/// Somebody came for a repaired unit on the day it is written down, and got everything.
fn collected() -> Handover {
    Handover {
        on: day("2026-03-10"),
        at: "15:30:00".parse().unwrap(),
        late_reason: String::new(),
        way: HandoverWay::Collected { by: "李雷".to_owned().into(), proof: CollectionProof::Receipt },
        accessories: vec![ReturnedAccessory { item: "battery".to_owned(), is_returned: true }],
        missing_note: String::new(),
        condition: String::new(),
        signature: Some(CustomerSignature::OnPaper),
        account: String::new(),
        invoice: None,
        freight: None,
        given: None,
        loan_note: String::new(),
        note: String::new(),
    }
}

fn shipped(carrier: Carrier, waybill: Option<&str>) -> Handover {
    let waybill = waybill.map(|text| Waybill::parse(text).unwrap());
    Handover { way: HandoverWay::Shipped { carrier, waybill }, signature: None, ..collected() }
}

fn problems(handover: &Handover, change: impl FnOnce(&mut HandoverOf<'_>)) -> Vec<(String, R)> {
    let (serial, accessories) = (serial(), accessories());
    let mut of = HandoverOf {
        serial: &serial,
        received_on: day("2026-03-02"),
        accessories: &accessories,
        resolution: Resolution::FreeRepair,
        unrepaired: None,
        is_loan_out: false,
        now: day("2026-03-10").and_hms_opt(16, 0, 0).unwrap(),
    };
    change(&mut of);
    handover.problems(&of).into_iter().map(|problem| (problem.field, problem.reason)).collect()
}

#[test]
fn a_hand_over_that_says_everything_stands() {
    assert_eq!(problems(&collected(), |_| {}), []);
    assert_eq!(problems(&shipped(Carrier::Sf, Some("SF1234567890123")), |_| {}), []);
    assert_eq!(problems(&shipped(Carrier::Other, None), |_| {}), []);
}

#[test]
fn what_is_missing_or_cannot_be_is_named_by_its_field() {
    type Change = fn(&mut Handover);
    let cases: [(&str, R, Change); 12] = [
        ("on", R::BeforeReceipt, |one| one.on = day("2026-03-01")),
        ("on", R::InFuture, |one| one.on = day("2026-03-11")),
        ("at", R::InFuture, |one| one.at = "16:00:01".parse().unwrap()),
        ("late_reason", R::Required, |one| one.on = day("2026-03-09")),
        ("waybill", R::Required, |one| {
            one.way = HandoverWay::Shipped { carrier: Carrier::Jd, waybill: None }
        }),
        ("by", R::Required, |one| {
            one.way = HandoverWay::Collected { by: " ".to_owned().into(), proof: CollectionProof::Receipt };
        }),
        ("note", R::Required, |one| {
            one.way =
                HandoverWay::Collected { by: "李雷".to_owned().into(), proof: CollectionProof::Identity };
        }),
        ("signature", R::Required, |one| one.signature = None),
        ("accessories", R::Required, |one| one.accessories.clear()),
        ("missing_note", R::Required, |one| {
            one.accessories = vec![ReturnedAccessory { item: "battery".to_owned(), is_returned: false }];
        }),
        ("given", R::Contradicts, |one| {
            one.given = Some(GivenUnit { serial: other(), model: "NV-640".to_owned() })
        }),
        ("invoice.title", R::Required, |one| {
            let empty = || String::new().into();
            one.invoice = Some(InvoiceRequest { title: empty(), tax_number: empty(), send_to: empty() });
        }),
    ];
    for (field, reason, change) in cases {
        let mut one = collected();
        change(&mut one);
        assert_eq!(problems(&one, |_| {}), [(field.to_owned(), reason)]);
    }
    let late = Handover { on: day("2026-03-09"), late_reason: "停电".to_owned(), ..collected() };
    assert_eq!(problems(&late, |_| {}), []);
}

#[test]
fn a_loan_unit_comes_back_or_somebody_says_why_it_does_not() {
    let is_out = |of: &mut HandoverOf<'_>| of.is_loan_out = true;
    assert_eq!(problems(&collected(), is_out), [("loan_note".to_owned(), R::Required)]);
    let said = Handover { loan_note: "下周寄回".to_owned(), ..collected() };
    assert_eq!(problems(&said, is_out), []);
}

#[test]
fn an_exchange_names_the_other_unit_and_keeps_what_belongs_to_the_one_that_came() {
    let exchange = |of: &mut HandoverOf<'_>| of.resolution = Resolution::Exchange;
    let given = |serial, model: &str| Some(GivenUnit { serial, model: model.to_owned() });
    for (given, expected) in [
        (None, vec![("given".to_owned(), R::Required)]),
        (given(serial(), "NV-640"), vec![("given".to_owned(), R::Contradicts)]),
        (given(other(), ""), vec![("given.model".to_owned(), R::Required)]),
        (given(other(), "NV-640"), vec![]),
    ] {
        let handover = Handover { given, accessories: Vec::new(), ..collected() };
        assert_eq!(problems(&handover, exchange), expected);
    }
}

#[test]
fn a_person_says_who_bears_the_freight_of_an_unconsented_return() {
    let without = |of: &mut HandoverOf<'_>| {
        of.resolution = Resolution::ReturnUnrepaired;
        of.unrepaired = Some(UnrepairedReason::WithoutConsent);
    };
    let freight =
        |by: &str| Some(FreightDecision { bearer: FreightBearer::Customer, decided_by: by.to_owned() });
    let with = |freight| Handover { freight, ..shipped(Carrier::Sf, Some("SF1234567890123")) };
    assert_eq!(problems(&with(None), without), [("freight".to_owned(), R::Required)]);
    assert_eq!(problems(&with(freight("")), without), [("freight.decided_by".to_owned(), R::Required)]);
    assert_eq!(problems(&with(freight("王芳")), without), []);
    assert_eq!(problems(&with(freight("王芳")), |_| {}), [("freight".to_owned(), R::Contradicts)]);
}

/// By resolution: the end of the cover of the unit and of a part named display, of a unit whose two years ended on the
/// day of the hand-over.
#[test]
fn only_what_was_repaired_within_the_warranty_gets_the_three_months() {
    let on = day("2026-03-10");
    let (free, paid) = (RepairTerms::Warranty, RepairTerms::Paid);
    let base = "2026-03-10";
    let tail = "2026-06-10";
    for (resolution, has_free_work, claimed_part, replaced, unit, display) in [
        (Resolution::FreeRepair, true, None, vec![], tail, None),
        (Resolution::FreeRepair, true, None, vec![("display", free)], tail, Some(tail)),
        (Resolution::FreeRepair, true, Some("display"), vec![], base, Some(tail)),
        (Resolution::FreeRepair, true, Some("display"), vec![("display", free)], base, Some(tail)),
        (Resolution::PaidRepair, false, None, vec![("display", paid)], base, None),
        (Resolution::PaidRepair, true, None, vec![("display", paid)], tail, None),
        (Resolution::PaidRepair, true, None, vec![("display", free)], tail, Some(tail)),
        (Resolution::NoFaultFound, true, None, vec![], base, None),
        (Resolution::ReturnUnrepaired, true, None, vec![], base, None),
        (Resolution::Refund, true, None, vec![], base, None),
    ] {
        let replaced: Vec<_> = replaced.into_iter().map(|(part, terms)| (part.to_owned(), terms)).collect();
        let (serial, given) = (serial(), None);
        let work =
            WorkDone { serial: &serial, resolution, has_free_work, claimed_part, replaced: &replaced, given };
        let mut entries = cover_entries(&work, on);
        entries.push(crate::ledger::CoverEntry::Purchase {
            serial: serial.clone(),
            starts_on: day("2024-03-10"),
            unit_months: Some(24),
            part_months: None,
        });
        let ledger = CoverLedger::of(entries);
        let end = |item: CoveredItem| ledger.nominal_end(&item, day("2026-12-31"), 3);
        let case = format!("{resolution:?} {claimed_part:?} {replaced:?}");
        assert_eq!(end(CoveredItem::unit(serial.clone())), Some(day(unit)), "{case}");
        assert_eq!(end(CoveredItem::part(serial, "display".to_owned())), display.map(day), "{case}");
    }
}

#[test]
fn a_unit_given_in_exchange_takes_the_place_of_the_one_that_came() {
    let (old, new) = (serial(), other());
    let work = WorkDone {
        serial: &old,
        resolution: Resolution::Exchange,
        has_free_work: true,
        claimed_part: None,
        replaced: &[],
        given: Some(&new),
    };
    let ledger = CoverLedger::of(cover_entries(&work, day("2026-03-10")));
    let lines = ledger.lines(&CoveredItem::unit(new), day("2026-03-10"), 3);
    assert_eq!(lines.len(), 1);
    assert_eq!(ledger.lines(&CoveredItem::unit(old), day("2026-03-10"), 3), []);
}

#[test]
fn a_pick_up_code_is_six_digits_of_its_work_order() {
    let code = |number| pickup_code(TicketId::new(uuid::Uuid::from_u128(number)));
    assert_eq!(code(1).len(), 6);
    assert!(code(1).chars().all(|one| one.is_ascii_digit()));
    assert_ne!(code(1), code(2));
    // It stands on paper that customers keep: it never changes.
    assert_eq!(code(1), "126450");
}

//! How what was repaired leaves, as the store keeps it: rows for the full store of the other tests, and what must hold.

use crate::common::{act, customer_id, receive, station, ticket_id, unit};
use chrono::NaiveDate;
use nightbench_domain::handover::{
    CollectionProof, CustomerSignature, FreightBearer, FreightDecision, GivenUnit, Handover, HandoverWay,
    InvoiceRequest, ReturnedAccessory,
};
use nightbench_domain::id::{CoverEntryId, HandoverAmendmentId, HandoverId, LendingId, PaymentId};
use nightbench_domain::ledger::{CoverEntry, CoveredItem, RepairTerms};
use nightbench_domain::payment::{Payment, PaymentKind, PaymentMethod};
use nightbench_domain::serial::SerialNumber;
use nightbench_domain::waybill::{Carrier, Waybill};
use nightbench_store::lending::Lending;
use nightbench_store::{StoreError, Tx, cover, handover, lending, payment};
use uuid::Uuid;

fn id(number: u128) -> Uuid {
    Uuid::from_u128(0xde00 + number)
}

fn day() -> NaiveDate {
    "2026-03-10".parse().unwrap()
}

fn serial(text: &str) -> SerialNumber {
    SerialNumber::parse(text).unwrap()
}

/// A hand-over that says everything one can say of a shipment.
fn shipped() -> Handover {
    Handover {
        on: day(),
        at: "15:30:00".parse().unwrap(),
        late_reason: "停电".to_owned(),
        way: HandoverWay::Shipped { carrier: Carrier::Sf, waybill: Waybill::parse("SF1234567890123").ok() },
        accessories: vec![ReturnedAccessory { item: "battery".to_owned(), is_returned: false }],
        missing_note: "客户留存".to_owned(),
        condition: "完好".to_owned(),
        signature: None,
        account: "蜀光".to_owned(),
        invoice: Some(InvoiceRequest {
            title: "护林科技".to_owned().into(),
            tax_number: "91510100MA6".to_owned().into(),
            send_to: "a@example.com".to_owned().into(),
        }),
        freight: Some(FreightDecision { bearer: FreightBearer::Customer, decided_by: "王芳".to_owned() }),
        given: Some(GivenUnit { serial: serial("JP2609-00001"), model: "NV-640".to_owned() }),
        loan_note: "下周寄回".to_owned(),
        note: "轻放".to_owned(),
    }
}

fn collected() -> Handover {
    Handover {
        way: HandoverWay::Collected { by: "韩梅梅".to_owned().into(), proof: CollectionProof::PickupCode },
        signature: Some(CustomerSignature::OnPaper),
        invoice: None,
        freight: None,
        given: None,
        ..shipped()
    }
}

fn paid() -> Payment {
    Payment {
        kind: PaymentKind::Received,
        method: PaymentMethod::Wechat,
        amount_minor: 38_050,
        currency: "CNY".to_owned(),
        paid_on: day(),
        reference: "4200001234".to_owned(),
    }
}

fn entries() -> [CoverEntry; 3] {
    let repair = |item, terms| CoverEntry::Repair { item, completed_on: day(), terms };
    [
        repair(CoveredItem::unit(serial("JP2409-00001")), RepairTerms::Warranty),
        repair(CoveredItem::part(serial("JP2409-00001"), "显示屏".to_owned()), RepairTerms::Paid),
        CoverEntry::Exchange {
            serial: serial("JP2409-00001"),
            by: serial("JP2609-00001"),
            completed_on: day(),
        },
    ]
}

/// Everything there can be of hand-overs.
pub(crate) fn fill(tx: &Tx<'_>) -> Result<(), StoreError> {
    payment::record(tx, PaymentId::new(id(1)), ticket_id(1), &paid())?;
    payment::withdraw(tx, ticket_id(1), PaymentId::new(id(1)), "记错")?;
    let lent = Lending {
        id: LendingId::new(id(2)),
        ticket: ticket_id(1),
        serial: serial("JP2409-00900"),
        model: "NV-640".to_owned(),
        lent_on: day(),
        note: "含电池".to_owned(),
        lent_by: "desk".to_owned(),
        returned_on: None,
        returned_note: String::new(),
    };
    lending::begin(tx, &lent)?;
    lending::end(tx, ticket_id(1), lent.id, day(), "完好")?;
    handover::record(tx, HandoverId::new(id(3)), ticket_id(1), customer_id(1), &shipped())?;
    let right = Waybill::parse("JDVA01234567890").ok();
    let amendment = HandoverAmendmentId::new(id(4));
    handover::amend(tx, ticket_id(1), amendment, Carrier::Jd, right.as_ref(), "抄错")?;
    handover::close(tx, ticket_id(1), day(), "上月漏关")?;
    for (number, entry) in (10..).zip(entries()) {
        cover::enter(tx, CoverEntryId::new(id(number)), ticket_id(1), &entry)?;
    }
    Ok(())
}

#[test]
fn what_is_handed_over_is_read_back_as_it_was_said() {
    let store = station();
    receive(&store, 1, &unit("JP2409-00001")).unwrap();
    receive(&store, 2, &unit("JP2409-00002")).unwrap();
    store
        .transact(act(1), |tx| {
            handover::record(tx, HandoverId::new(id(1)), ticket_id(1), customer_id(1), &shipped())?;
            handover::record(tx, HandoverId::new(id(2)), ticket_id(2), customer_id(2), &collected())
        })
        .unwrap();
    let of = |number| handover::of_ticket(&store, ticket_id(number)).unwrap().unwrap().handover;
    assert_eq!(of(1), shipped());
    assert_eq!(of(2), collected());
    let waybill = Waybill::parse("SF1234567890123").unwrap();
    assert_eq!(handover::by_waybill(&store, &waybill).unwrap(), [ticket_id(1)]);
}

#[test]
fn a_unit_given_in_exchange_has_the_entries_of_the_one_that_came() {
    let store = station();
    receive(&store, 1, &unit("JP2409-00001")).unwrap();
    store
        .transact(act(1), |tx| {
            entries().into_iter().zip(1..).try_for_each(|(entry, number)| {
                cover::enter(tx, CoverEntryId::new(id(number)), ticket_id(1), &entry)
            })
        })
        .unwrap();
    assert_eq!(cover::of_serial(&store, &serial("JP2609-00001")).unwrap(), entries());
    assert_eq!(cover::of_serial(&store, &serial("JP2409-00001")).unwrap(), entries());
    assert_eq!(cover::of_serial(&store, &serial("JP2409-00002")).unwrap(), []);
    assert_eq!(cover::given_by(&store, &serial("JP2609-00001")).unwrap(), Some(ticket_id(1)));
}

//! Rows of what is asked and said, for the tests that need one in every table.

use crate::common::{NOW, customer_id, date, draft_id, li_lei, ticket_id, user_id};
use nightbench_domain::contact::{About, AttemptResult, CallerCheck, CheckItem, Contact, Direction, Way};
use nightbench_domain::duty::DutyKind;
use nightbench_domain::enquiry::{Enquiry, EnquiryResult, EnquiryUnit};
use nightbench_domain::follow_up::{FollowUp, FollowUpEnd, FollowUpKind};
use nightbench_domain::id::{AuthorisationId, ContactId, EnquiryId, EnquiryUnitId, FollowUpId};
use nightbench_domain::serial::SerialNumber;
use nightbench_store::{StoreError, Tx, authorisation, contact, enquiry, follow_up};
use uuid::Uuid;

/// An enquiry with a unit that became a work order and one put there by mistake, what was said about it, and what was
/// promised and complained of.
pub(crate) fn asked_and_said(tx: &Tx<'_>) -> Result<(), StoreError> {
    let (id, customer, number) =
        (enquiry_id(1), customer_id(1), AuthorisationId::new(Uuid::from_u128(0xa000)));
    let asked = |words: &str| Enquiry {
        way: Way::Call,
        received_at: NOW,
        customer: li_lei(),
        words: words.to_owned().into(),
    };
    enquiry::open_one(tx, id, customer, &asked("no picture"), NOW + 86_400_000, "desk")?;
    enquiry::amend(tx, id, customer, &asked("no picture after a fall"), NOW + 86_400_000)?;
    let unit_id = |n: u128| EnquiryUnitId::new(Uuid::from_u128(0xe1e0 + n));
    let unit =
        EnquiryUnit { model: "NV-640".to_owned(), symptom: "dark".to_owned(), ..EnquiryUnit::default() };
    enquiry::add_unit(tx, id, customer, unit_id(1), 0, &unit)?;
    let named = EnquiryUnit { serial: SerialNumber::parse("JP2409-00001").ok(), ..unit.clone() };
    enquiry::set_unit(tx, unit_id(1), customer, &named)?;
    enquiry::add_unit(tx, id, customer, unit_id(2), 1, &unit)?;
    enquiry::remove_unit(tx, unit_id(2), NOW)?;
    let known = enquiry::unit(tx, unit_id(1))?.unwrap();
    let rma = authorisation::by_id(tx, number)?.unwrap().rma;
    enquiry::give_number(tx, &known, number, &rma)?;
    enquiry::begin_draft(tx, unit_id(1), draft_id(1))?;
    enquiry::take_up(tx, &known, ticket_id(1))?;
    let said = Contact {
        way: Way::Call,
        direction: Direction::Out,
        is_reached: true,
        with: "李雷的同事".to_owned().into(),
        words: "charged it, still dark".to_owned().into(),
        at: NOW,
        attempt: Some(AttemptResult::NotSolved),
        check: Some(CallerCheck { asked: vec![CheckItem::PhoneTail], is_passed: true }),
        closes: vec![DutyKind::Reply],
    };
    let entry = ContactId::new(Uuid::from_u128(0xe2e1));
    contact::log(tx, entry, About::Enquiry { id }, customer, &said, "desk")?;
    contact::withdraw(tx, &contact::by_id(tx, entry)?.unwrap(), "of another unit", NOW)?;
    let promise = FollowUp {
        kind: FollowUpKind::Promise,
        words: "call back".to_owned().into(),
        due_on: date("2026-03-20"),
        owner: Some(user_id(1)),
    };
    let owed = FollowUpId::new(Uuid::from_u128(0xe3e1));
    follow_up::open_one(tx, owed, About::Ticket { id: ticket_id(1) }, customer, &promise, "desk")?;
    let known = follow_up::by_id(tx, owed)?.unwrap();
    follow_up::end(tx, &known, customer, FollowUpEnd::Broken, "called late", "desk")?;
    follow_up::reopen(tx, &known)?;
    enquiry::end(tx, id, EnquiryResult::SendIn, "by courier", NOW)?;
    enquiry::reopen(tx, id)
}

fn enquiry_id(n: u128) -> EnquiryId {
    EnquiryId::new(Uuid::from_u128(0xe0e0 + n))
}

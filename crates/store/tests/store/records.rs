//! What is written is there, is journaled, and says what it changed.

use crate::common::{
    act, cancelled, customer_id, cycle, date, everything_filled, li_lei, pack_of, raw, receive, receive_in,
    station, ticket_id, unit,
};
use nightbench_domain::customer::Customer;
use nightbench_domain::operation::{OperationHash, Value};
use nightbench_domain::party::PartyRole;
use nightbench_domain::serial::SerialNumber;
use nightbench_domain::ticket::{Event, Status};
use nightbench_store::intake::{self, Statement, Why};
use nightbench_store::ticket::{self, Cycle, Listing, Transition};
use nightbench_store::{Noun, StoreError, Tx, customer, draft, journal, pack, settings, station as numbers};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn a_received_unit_is_found_by_id_number_and_serial() {
    let store = station();
    let received = receive(&store, 1, &unit("JP2409-00417")).unwrap();
    let record = intake::by_id(&store, ticket_id(1)).unwrap().unwrap();
    assert_eq!(record.intake, unit("JP2409-00417"));
    assert_eq!(record.rma, received.value);
    assert_eq!(intake::by_rma(&store, &received.value).unwrap().unwrap(), record);
    assert_eq!(intake::by_serial(&store, &record.intake.serial).unwrap(), vec![record]);
    let row = ticket::by_rma(&store, &received.value).unwrap().unwrap();
    assert_eq!((row.status, row.is_open, row.cycle), (Status::ToBeDiagnosed, true, cycle()));
    let changed = BTreeSet::from([Noun::Station, Noun::Customer, Noun::Intake, Noun::Ticket]);
    assert_eq!(received.changes, changed, "what was really written, nothing else");
}

#[test]
fn a_serial_has_one_open_ticket_at_most() {
    let store = station();
    let first = receive(&store, 1, &unit("JP2409-00417")).unwrap().value;
    match receive(&store, 2, &unit("jp2409-00417")) {
        Err(StoreError::OpenTicket { rma, id }) => assert_eq!((rma, id), (first, ticket_id(1))),
        other => panic!("{other:?}"),
    }
    store.transact(act(3), |tx| ticket::transition(tx, ticket_id(1), cancelled("received twice"))).unwrap();
    let second = receive(&store, 2, &unit("JP2409-00417")).unwrap().value;
    assert!(second.as_str().contains("-00002-"), "the refused intake used no number: {second}");
    let reopened = Transition::of(Event::Reopen, Status::Cancelled, Status::ToBeDiagnosed);
    let reopen = |tx: &Tx<'_>| ticket::transition(tx, ticket_id(1), reopened);
    assert!(matches!(store.transact(act(4), reopen), Err(StoreError::OpenTicket { .. })));
}

#[test]
fn personal_values_are_sealed_in_the_journal_and_can_be_read_with_the_key() {
    let store = station();
    receive(&store, 1, &unit("JP2409-00417")).unwrap();
    let entries = journal::timeline(&store, customer_id(1).uuid()).unwrap();
    let operation = &entries.first().unwrap().operation;
    let bytes = String::from_utf8(operation.bytes().unwrap()).unwrap();
    assert!(!bytes.contains("李雷") && !bytes.contains("13980005966"), "{bytes}");
    let Value::Sealed(sealed) = &operation.fields.first().unwrap().value else { panic!("{bytes}") };
    let name = journal::unseal(&store, operation, "name", sealed).unwrap().unwrap();
    assert_eq!(name.reveal(), "李雷");
}

#[test]
fn each_field_names_the_operation_that_set_it_before() {
    let store = station();
    receive(&store, 1, &unit("JP2409-00417")).unwrap();
    let amend = |n: u128, symptom: &str| {
        let mut record = intake::by_id(&store, ticket_id(1)).unwrap().unwrap();
        record.intake.symptom = symptom.to_owned();
        store
            .transact(act(n), |tx| intake::amend(tx, ticket_id(1), &record.statement(), &Why::default()))
            .unwrap()
            .value
    };
    assert_eq!(amend(2, "no picture"), ["symptom"]);
    assert_eq!(amend(3, "no picture at all"), ["symptom"]);
    assert!(amend(4, "no picture at all").is_empty(), "nothing changed, nothing journaled");
    let entries = journal::timeline(&store, ticket_id(1).uuid()).unwrap();
    let bases: Vec<Option<OperationHash>> =
        entries.iter().map(|entry| entry.operation.fields.last().unwrap().base_op).collect();
    let hashes: Vec<OperationHash> = entries.iter().map(|entry| entry.hash).collect();
    assert_eq!(bases, [None, Some(hashes[0]), Some(hashes[1])]);
}

#[test]
fn a_failed_transaction_leaves_nothing_and_uses_no_place_in_the_chain() {
    let store = station();
    let failed: Result<_, StoreError> = store.transact(act(1), |tx| {
        receive_in(tx, 1, &unit("JP2409-00417"))?;
        Err::<(), _>(StoreError::Stopped)
    });
    assert!(matches!(failed, Err(StoreError::Stopped)));
    assert_eq!(intake::by_id(&store, ticket_id(1)).unwrap(), None);
    assert_eq!(journal::waiting(&store).unwrap(), 0, "only the initialisation");
    let rma = receive(&store, 1, &unit("JP2409-00417")).unwrap().value;
    assert!(rma.as_str().contains("-00001-"));
    let reports = journal::verify_all(&store).unwrap();
    assert_eq!(reports.iter().map(|report| (report.entries, report.fault)).collect::<Vec<_>>(), [(3, None)]);
}

#[test]
fn a_panic_inside_a_transaction_rolls_back_and_the_store_goes_on() {
    let store = station();
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let _: Result<_, StoreError> = store.transact(act(1), |tx| {
            receive_in(tx, 1, &unit("JP2409-00417"))?;
            panic!("a bug");
            #[allow(unreachable_code, reason = "gives the closure its type")]
            Ok(())
        });
    }));
    assert!(panicked.is_err());
    assert!(receive(&store, 1, &unit("JP2409-00417")).is_ok());
}

#[test]
fn a_record_cannot_be_written_in_silence() {
    let store = station();
    let silent: Result<_, StoreError> = store.transact_local(|tx| receive_in(tx, 1, &unit("JP2409-00417")));
    assert!(matches!(silent, Err(StoreError::Operation { .. })), "{silent:?}");
    let draft_id = nightbench_domain::id::DraftId::new(uuid::Uuid::from_u128(9));
    let unrecorded: Result<_, StoreError> =
        store.transact(act(1), |tx| draft::save(tx, draft_id, &serde_json::json!({}), crate::common::NOW));
    assert!(matches!(unrecorded, Err(StoreError::Unrecorded { noun: Noun::Draft })));
}

#[test]
fn a_ticket_is_dated_anew_without_an_operation() {
    let store = station();
    receive(&store, 1, &unit("JP2409-00417")).unwrap();
    let moved = Cycle { limit_on: date("2026-12-21"), ..cycle() };
    let redated: Result<_, StoreError> = store.transact_local(|tx| ticket::redate(tx, ticket_id(1), &moved));
    let redated = redated.unwrap();
    assert_eq!((redated.value, redated.changes), (true, BTreeSet::from([Noun::Ticket])));
    assert_eq!(ticket::by_id(&store, ticket_id(1)).unwrap().unwrap().cycle, moved);
}

#[test]
fn a_customer_is_found_by_phone_and_name_however_they_are_written() {
    let store = station();
    receive(&store, 1, &unit("JP2409-00417")).unwrap();
    let written = nightbench_domain::customer::Customer {
        name: " 李 雷".to_owned().into(),
        phone: "+86 139-8000-5966".to_owned().into(),
        ..li_lei()
    };
    assert_eq!(customer::find(&store, &written).unwrap().unwrap().id, customer_id(1));
    store.transact(act(2), |tx| customer::update(tx, customer_id(1), &written)).unwrap();
    let names: Vec<String> = journal::timeline(&store, customer_id(1).uuid())
        .unwrap()
        .pop()
        .unwrap()
        .operation
        .fields
        .into_iter()
        .map(|field| field.name)
        .collect();
    assert_eq!(names, ["name", "phone"], "only what changed");
}

#[test]
fn serials_that_look_alike_are_shown_together() {
    let store = station();
    receive(&store, 1, &unit("JP2409-OO1I8B5S")).unwrap();
    let typed = SerialNumber::parse("JP2409-00118B55").unwrap();
    let alike = ticket::look_alikes(&store, &typed).unwrap();
    assert_eq!(alike.iter().map(|row| row.id).collect::<Vec<_>>(), [ticket_id(1)]);
    assert!(ticket::look_alikes(&store, &alike[0].serial).unwrap().is_empty(), "not itself");
}

#[test]
fn a_list_is_read_page_by_page_without_loss_or_repeat() {
    let store = station();
    for n in 1..=25 {
        receive(&store, n, &unit(&format!("JP2409-{n:05}"))).unwrap();
    }
    for listing in [
        Listing::OpenByLimit,
        Listing::OpenNewest,
        Listing::AllNewest,
        Listing::Overdue { as_of: date("2027-01-01") },
        Listing::Due { as_of: date("2026-12-05") },
    ] {
        let (mut after, mut seen) = (None, Vec::new());
        loop {
            let page = ticket::page(&store, listing, after.as_ref(), 10).unwrap();
            seen.extend(page.rows.iter().map(|row| row.id));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(seen.len(), 25, "{listing:?}");
        assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), 25, "{listing:?}");
    }
    let counts = ticket::counts(&store, date("2026-12-05")).unwrap();
    assert_eq!((counts.open, counts.due, counts.overdue, counts.received), (25, 25, 0, 0));
    assert_eq!(ticket::counts(&store, date("2026-11-22")).unwrap().received, 25);
}

#[test]
fn the_centre_card_is_a_record_and_a_setting_is_not() {
    let store = station();
    let card = settings::CentreCard { name_en: "Chengdu".to_owned(), ..settings::CentreCard::default() };
    store.transact(act(1), |tx| settings::describe_centre(tx, &card)).unwrap();
    assert_eq!(settings::centre_card(&store).unwrap(), card);
    let value = serde_json::json!("zh-CN");
    let set: Result<_, StoreError> =
        store.transact_local(|tx| settings::set(tx, "language", &value, crate::common::NOW));
    set.unwrap();
    assert_eq!(settings::get(&store, "language").unwrap(), Some(value));
    assert_eq!(journal::waiting(&store).unwrap(), 1);
}

#[test]
fn an_intake_with_everything_filled_reads_back_as_it_was() {
    let store = station();
    let mut full = everything_filled("JP2409-00417");
    let payer =
        Customer { name: "韩梅梅".to_owned().into(), phone: "13800138000".to_owned().into(), ..li_lei() };
    full.parties.payer = Some(payer);
    let facts = serde_json::json!({"purchase": {"voucher_date": "2026-03-02"}, "findings": []});
    let conflicts = [nightbench_domain::intake::Conflict::ClaimDateFromReceipt];
    let received: Result<_, StoreError> = store.transact(act(1), |tx| {
        customer::add(tx, customer_id(1), &full.customer)?;
        let payer = full.parties.payer.as_ref().unwrap();
        customer::add(tx, customer_id(2), payer)?;
        let statement = Statement {
            customer: customer_id(1),
            parties: &BTreeMap::from([(PartyRole::Payer, customer_id(2))]),
            intake: &full,
            facts: &facts,
            conflicts: &conflicts,
        };
        let rma = numbers::next_rma(tx)?;
        intake::receive(tx, ticket_id(1), &rma, &statement, &cycle())
    });
    received.unwrap();
    let record = intake::by_id(&store, ticket_id(1)).unwrap().unwrap();
    assert_eq!((record.intake, record.facts, record.conflicts.as_slice()), (full, facts, &conflicts[..]));
}

#[test]
fn an_installed_pack_is_one_operation_and_never_changes() {
    let store = station();
    let installed = store.transact(act(1), |tx| pack::install(tx, &pack_of("2027.1"))).unwrap();
    assert_eq!(installed.changes, BTreeSet::from([Noun::Pack]));
    store.transact(act(2), |tx| pack::install(tx, &pack_of("2027.2"))).unwrap();
    assert_eq!(pack::installed(&store).unwrap(), [pack_of("2027.1"), pack_of("2027.2")]);
    let again = store.transact(act(3), |tx| pack::install(tx, &pack_of("2027.2")));
    assert!(matches!(again, Err(StoreError::Sqlite(_))), "{again:?}");
    assert_eq!(pack::installed(&store).unwrap().len(), 2);
}

#[test]
fn the_database_itself_refuses_to_change_or_delete_a_pack() {
    let directory = tempfile::TempDir::new().unwrap();
    let opened = crate::common::open(directory.path());
    crate::common::initialise(&opened.store);
    opened.store.transact(act(1), |tx| pack::install(tx, &pack_of("2027.1"))).unwrap();
    drop(opened);
    let connection = raw(directory.path());
    for statement in ["UPDATE pack SET text = ''", "DELETE FROM pack"] {
        let refused = connection.execute(statement, []).unwrap_err().to_string();
        assert!(refused.contains("a pack is never"), "{refused}");
    }
}

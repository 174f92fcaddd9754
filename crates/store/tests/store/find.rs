//! Finding again: the search box, the register, the units, the photos and papers of a ticket.

use crate::common::{
    NOW, act, application, bring_in, cancelled, date, draft_id, open, photo, receive, register_file, sale,
    saved_verdict,
};
use crate::common::{entropy, initialise, station, ticket_id, unit};
use nightbench_domain::serial::SerialNumber;
use nightbench_store::attachment::{self, Owner};
use nightbench_store::intake::Why;
use nightbench_store::registry::{self, SalesBy};
use nightbench_store::{
    Noun, Opening, Said, Store, StoreError, Tx, customer, draft, intake, journal, paper, ticket,
    unit as units, verdict,
};
use std::collections::BTreeSet;
use std::io::Cursor;
use std::sync::mpsc;
use std::time::Duration;
use tempfile::TempDir;

fn found(store: &Store, text: &str) -> Vec<u128> {
    let page = ticket::matching(store, text, false, None, 100).unwrap();
    page.rows.iter().map(|row| row.id.uuid().as_u128() - 0x1000).collect()
}

#[test]
fn a_ticket_is_found_by_anything_somebody_remembers_of_it() {
    let store = station();
    let rma = receive(&store, 1, &unit("JP2409-00417")).unwrap().value;
    let mut other = unit("KX1100-77");
    other.customer.name = "Alice Brown".to_owned().into();
    other.customer.phone = "+49 30 901820".to_owned().into();
    other.customer.email = String::new().into();
    other.customer.address = "Berlin".to_owned().into();
    other.symptom = "battery drains overnight".to_owned();
    other.dealer = "华强北数码".to_owned();
    receive(&store, 2, &other).unwrap();
    for (typed, expected) in [
        ("黑屏", vec![1]),
        ("黑", vec![1]),
        ("机黑", vec![1]),
        ("heiping", vec![1]),
        ("kjhp", vec![1]),
        ("hp", vec![1]),
        ("李雷", vec![1]),
        ("lilei", vec![1]),
        ("ll", vec![1]),
        ("LEI", vec![1]),
        ("天府大道", vec![1]),
        ("JP2409-00417", vec![1]),
        ("ｊｐ２４０９", vec![1]),
        ("jp240900417", vec![1]),
        ("00417", vec![1]),
        ("417", vec![1]),
        ("17", vec![1]),
        (rma.as_str(), vec![1]),
        ("5966", vec![1]),
        ("139 8000 5966", vec![1]),
        ("13980005966", vec![1]),
        ("nv-640", vec![2, 1]),
        ("640", vec![2, 1]),
        ("pict", vec![1]),
        ("no picture", vec![1]),
        ("ba", vec![2]),
        ("alice drains", vec![2]),
        ("华强", vec![2]),
        ("hqb", vec![2]),
        ("huaqiang", vec![2]),
        ("lilei drains", vec![]),
        ("白屏", vec![]),
        ("\"; DROP", vec![]),
        ("*", vec![]),
    ] {
        assert_eq!(found(&store, typed), expected, "{typed}");
    }
}

#[test]
fn a_ticket_is_found_by_what_it_says_now() {
    let store = station();
    receive(&store, 1, &unit("JP2409-00417")).unwrap();
    let mut record = intake::by_id(&store, ticket_id(1)).unwrap().unwrap();
    record.intake.symptom = "图像抖动".to_owned();
    store
        .transact(act(2), |tx| intake::amend(tx, ticket_id(1), &record.statement(), &Why::default()))
        .unwrap();
    assert_eq!((found(&store, "抖动"), found(&store, "黑屏")), (vec![1], vec![]));
    let mut renamed = record.intake.customer.clone();
    renamed.name = "韩梅梅".to_owned().into();
    store.transact(act(3), |tx| customer::update(tx, record.customer_id, &renamed)).unwrap();
    assert_eq!((found(&store, "hanmeimei"), found(&store, "李雷")), (vec![1], vec![]));
    store.transact(act(4), |tx| ticket::transition(tx, ticket_id(1), cancelled("重复受理"))).unwrap();
    assert_eq!(found(&store, "重复"), [1]);
    assert!(
        ticket::matching(&store, "抖动", true, None, 10).unwrap().rows.is_empty(),
        "not among the open ones"
    );
}

fn import(store: &Store, n: u128, serials: u128) -> registry::Import {
    let sales: Vec<_> = (0..serials).map(|n| sale(&format!("JP2409-{n:06}"), "客户")).collect();
    let imported = store.transact(act(n), |tx| bring_in(tx, register_file(n), &sales)).unwrap();
    assert!(imported.changes.contains(&Noun::Registry));
    imported.value
}

#[test]
fn an_import_says_what_was_new_what_changed_and_what_said_nothing_new() {
    let store = station();
    let first = import(&store, 1, 5);
    assert_eq!((first.imported, first.updated, first.unchanged), (5, 0, 0));
    let mut changed = sale("JP2409-000000", "客户");
    changed.dealer = "华强".to_owned();
    changed.voucher_date = None;
    let sales = [changed, sale("JP2409-000001", "客户"), sale("JP2409-NEW", "客户")];
    let second = store.transact(act(2), |tx| bring_in(tx, register_file(2), &sales)).unwrap();
    assert_eq!((second.value.imported, second.value.updated, second.value.unchanged), (1, 1, 1));
    let serial = SerialNumber::parse("JP2409-000000").unwrap();
    let now = registry::by_serial(&store, &serial).unwrap().unwrap();
    assert_eq!(now.dealer, "华强");
    assert_eq!(now.voucher_date, Some(date("2026-03-02")), "an empty cell says nothing");
    assert_eq!(registry::newest_import(&store).unwrap().unwrap(), second.value);
    assert_eq!(registry::imports(&store, 10).unwrap().len(), 2);
    assert_eq!(registry::size(&store).unwrap(), 6);
    assert_eq!(journal::waiting(&store).unwrap(), 2, "one operation an import");
}

#[test]
fn an_import_that_is_stopped_keeps_nothing() {
    let store = station();
    let stopped = store.transact(act(1), |tx| {
        let mut importing = registry::begin(tx, register_file(1))?;
        importing.say(2, &sale("JP2409-000001", "客户"))?;
        Err::<(), _>(StoreError::Stopped)
    });
    assert!(matches!(stopped, Err(StoreError::Stopped)));
    assert_eq!((registry::size(&store).unwrap(), registry::imports(&store, 10).unwrap().len()), (0, 0));
    assert_eq!(journal::waiting(&store).unwrap(), 0);
}

#[test]
fn an_import_that_is_rehearsed_says_what_it_would_do_and_keeps_nothing() {
    let store = station();
    import(&store, 1, 2);
    let sales = [sale("JP2409-000001", "客户"), sale("JP2409-000007", "客户")];
    let would =
        store.rehearse(act(2), &[Noun::Registry], |tx| bring_in(tx, register_file(2), &sales)).unwrap();
    assert_eq!((would.imported, would.unchanged), (1, 1));
    assert_eq!((registry::size(&store).unwrap(), registry::imports(&store, 10).unwrap().len()), (2, 1));
    assert_eq!(import(&store, 3, 3).imported, 1, "writing goes on");
}

#[test]
fn others_write_while_an_import_is_rehearsed() {
    let directory = tempfile::tempdir().unwrap();
    let opened = Store::open(directory.path(), Opening { at_ms: NOW, entropy: entropy(1) }).unwrap();
    let store = opened.store;
    initialise(&store);
    let (written, is_written) = mpsc::channel();
    let sales = [sale("JP2409-000007", "客户")];
    std::thread::scope(|threads| {
        let would = store.rehearse(act(2), &[Noun::Registry], |tx| {
            threads.spawn(|| written.send(import(&store, 1, 3).imported));
            let meanwhile = is_written.recv_timeout(Duration::from_secs(20));
            assert_eq!(meanwhile, Ok(3), "the write came through before the rehearsal ended");
            bring_in(tx, register_file(2), &sales)
        });
        assert_eq!(would.unwrap().imported, 1);
    });
    assert_eq!(registry::size(&store).unwrap(), 3);
    let left = std::fs::read_dir(directory.path().join("rehearsals")).unwrap();
    assert_eq!(left.count(), 0, "the copy is gone");
}

#[test]
fn what_a_power_cut_left_of_a_rehearsal_goes_at_the_next_start() {
    let directory = tempfile::tempdir().unwrap();
    let folder = directory.path().join("rehearsals/rehearsal-0");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("store.db"), b"half a copy").unwrap();
    Store::open(directory.path(), Opening { at_ms: NOW, entropy: entropy(1) }).unwrap();
    assert!(!directory.path().join("rehearsals").exists());
}

#[test]
fn a_serial_twice_in_one_file_stands_as_the_first_row_says() {
    let store = station();
    let mut other = sale("JP2409-000001", "客户");
    other.model = "NV-641".to_owned();
    let done = store.transact(act(1), |tx| {
        let mut importing = registry::begin(tx, register_file(1))?;
        let said = [
            importing.say(2, &sale("JP2409-000001", "客户"))?,
            importing.say(3, &sale("JP2409-000001", "客户"))?,
            importing.say(4, &other)?,
        ];
        importing.finish(3, 2)?;
        Ok::<_, StoreError>(said)
    });
    assert_eq!(done.unwrap().value, [Said::New, Said::Repeated, Said::Clash { row: 2 }]);
    let serial = SerialNumber::parse("JP2409-000001").unwrap();
    assert_eq!(registry::by_serial(&store, &serial).unwrap().unwrap().model, "NV-640");
}

#[test]
fn the_register_is_read_page_by_page_and_by_its_beginnings() {
    let store = station();
    import(&store, 1, 250);
    for by in
        [SalesBy::Serial(String::new()), SalesBy::Serial("jp24".to_owned()), SalesBy::Model("nv".to_owned())]
    {
        let (mut after, mut seen) = (None, Vec::new());
        loop {
            let page = registry::page(&store, &by, after.as_ref(), 100).unwrap();
            seen.extend(page.rows.iter().map(|sale| sale.serial.clone()));
            after = page.rows.last().cloned();
            if !page.is_more {
                break;
            }
        }
        assert_eq!(seen.len(), 250, "{by:?}");
        assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), 250, "{by:?}");
    }
    let by = |by| registry::page(&store, &by, None, 1_000).unwrap().rows.len();
    assert_eq!(by(SalesBy::Serial("JP2409-0001".to_owned())), 100);
    assert_eq!(by(SalesBy::Serial("ＪＰ２４０９－００００１".to_owned())), 10);
    assert_eq!(by(SalesBy::Model("X".to_owned())), 0);
    let misread = SerialNumber::parse("JP24O9-OOOO1O").unwrap();
    assert_eq!(registry::look_alikes(&store, &misread).unwrap()[0].serial.as_str(), "JP2409-000010");
}

#[test]
fn a_unit_is_known_by_the_register_by_an_intake_or_by_both() {
    let store = station();
    import(&store, 1, 3);
    receive(&store, 1, &unit("JP2409-000001")).unwrap();
    receive(&store, 2, &unit("ZZ-1")).unwrap();
    let first = units::page(&store, "", "", 3).unwrap();
    let rest = units::page(&store, "", first.last().unwrap().serial.as_str(), 3).unwrap();
    let told: Vec<_> = first
        .iter()
        .chain(&rest)
        .map(|unit| (unit.serial.as_str(), unit.is_registered, unit.tickets))
        .collect();
    assert_eq!(
        told,
        [
            ("JP2409-000000", true, 0),
            ("JP2409-000001", true, 1),
            ("JP2409-000002", true, 0),
            ("ZZ-1", false, 1)
        ]
    );
    assert_eq!(units::page(&store, "zz", "", 3).unwrap().len(), 1);
}

/// The goal is a few seconds with the program as it is shipped; here, unoptimised and beside other tests, it is
/// only made sure that nothing is quadratic.
#[test]
fn twenty_thousand_sales_come_in_by_one_transaction() {
    let directory = TempDir::new().unwrap();
    let store = open(directory.path()).store;
    initialise(&store);
    let import = import(&store, 1, 20_000);
    assert_eq!(import.imported, 20_000);
    assert!(registry::by_serial(&store, &SerialNumber::parse("JP2409-019999").unwrap()).unwrap().is_some());
}

#[test]
fn a_photo_is_stored_once_and_read_back_verified() {
    let store = station();
    receive(&store, 1, &unit("JP2409-00001")).unwrap();
    receive(&store, 2, &unit("JP2409-00002")).unwrap();
    // Two pieces and a bit.
    let content: Vec<u8> = (0..2_500_000_u32).map(|n| n.to_le_bytes()[0] ^ n.to_le_bytes()[1]).collect();
    let add = |n: u128| {
        let new = photo(n, Owner::Ticket(ticket_id(n)));
        store.transact(act(10 + n), |tx| attachment::add(tx, &new, &mut Cursor::new(&content))).unwrap()
    };
    let added = add(1);
    assert_eq!(added.changes, BTreeSet::from([Noun::Attachment]));
    assert_eq!(added.value.hash, add(2).value.hash);
    assert_eq!(attachment::content(&store, &added.value).unwrap(), content);
    assert_eq!(attachment::thumbnail(&store, &added.value).unwrap().unwrap(), b"small");
    assert_eq!(
        attachment::of(&store, Owner::Ticket(ticket_id(1))).unwrap(),
        std::slice::from_ref(&added.value)
    );
    store.transact(act(20), |tx| attachment::remove(tx, added.value.id, NOW)).unwrap();
    assert!(attachment::of(&store, Owner::Ticket(ticket_id(1))).unwrap().is_empty());
    assert_eq!(attachment::content(&store, &added.value).unwrap(), content, "hidden, not deleted");
    store.transact(act(21), |tx| attachment::restore(tx, added.value.id)).unwrap();
    assert_eq!(attachment::of(&store, Owner::Ticket(ticket_id(1))).unwrap().len(), 1);
    let kinds: Vec<_> = journal::timeline(&store, ticket_id(1).uuid())
        .unwrap()
        .into_iter()
        .map(|entry| entry.operation.kind)
        .collect();
    assert_eq!(kinds, ["intake.receive", "attachment.add", "attachment.remove", "attachment.restore"]);
}

#[test]
fn an_empty_file_can_be_attached() {
    let store = station();
    receive(&store, 1, &unit("JP2409-00001")).unwrap();
    let new = photo(1, Owner::Ticket(ticket_id(1)));
    let added = store.transact(act(2), |tx| attachment::add(tx, &new, &mut Cursor::new(b""))).unwrap().value;
    assert_eq!(attachment::content(&store, &added).unwrap(), b"");
}

#[test]
fn bytes_that_are_not_what_was_attached_are_never_shown() {
    let directory = TempDir::new().unwrap();
    let store = open(directory.path()).store;
    initialise(&store);
    receive(&store, 1, &unit("JP2409-00001")).unwrap();
    let new = photo(1, Owner::Ticket(ticket_id(1)));
    let added = store.transact(act(2), |tx| attachment::add(tx, &new, &mut Cursor::new(b"a photo"))).unwrap();
    drop(store);
    crate::common::raw(directory.path()).execute_batch("UPDATE blob_chunk SET bytes = X'00'").unwrap();
    let store = open(directory.path()).store;
    assert!(matches!(attachment::content(&store, &added.value), Err(StoreError::Damaged { .. })));
}

#[test]
fn a_draft_becomes_a_ticket_with_its_photos_in_one_transaction() {
    let store = station();
    let local: Result<_, StoreError> = store.transact_local(|tx| {
        draft::save(tx, draft_id(1), &serde_json::json!({"serial": "JP"}), NOW)?;
        attachment::add(tx, &photo(1, Owner::Draft(draft_id(1))), &mut Cursor::new(b"kept"))?;
        attachment::add(tx, &photo(2, Owner::Draft(draft_id(1))), &mut Cursor::new(b"removed again"))?;
        attachment::remove(tx, photo(2, Owner::Draft(draft_id(1))).id, NOW)
    });
    assert_eq!(local.unwrap().changes, BTreeSet::from([Noun::Draft, Noun::Attachment]));
    assert_eq!(journal::waiting(&store).unwrap(), 0, "a draft is not a record");
    let received: Result<_, StoreError> = store.transact(act(1), |tx| {
        crate::common::receive_in(tx, 1, &unit("JP2409-00001"))?;
        draft::receive(tx, draft_id(1), ticket_id(1))
    });
    received.unwrap();
    assert!(draft::list(&store).unwrap().is_empty());
    let attachments = attachment::of(&store, Owner::Ticket(ticket_id(1))).unwrap();
    assert_eq!(attachments.len(), 1);
    assert_eq!(attachment::content(&store, &attachments[0]).unwrap(), b"kept");
}

#[test]
fn a_discarded_draft_comes_back_for_thirty_days() {
    let store = station();
    let local = |write: &dyn Fn(&Tx<'_>) -> Result<(), StoreError>| {
        let written: Result<_, StoreError> = store.transact_local(|tx| write(tx));
        written.unwrap();
    };
    local(&|tx| draft::save(tx, draft_id(1), &serde_json::json!({}), NOW));
    local(&|tx| {
        attachment::add(tx, &photo(1, Owner::Draft(draft_id(1))), &mut Cursor::new(b"a photo")).map(drop)
    });
    local(&|tx| draft::discard(tx, draft_id(1), NOW));
    assert!(draft::list(&store).unwrap().is_empty());
    assert_eq!(draft::discarded(&store).unwrap().len(), 1);
    local(&|tx| draft::purge(tx, NOW + draft::KEPT_MS).map(drop));
    local(&|tx| draft::restore(tx, draft_id(1)));
    assert_eq!(draft::list(&store).unwrap().len(), 1);
    local(&|tx| draft::discard(tx, draft_id(1), NOW));
    local(&|tx| draft::purge(tx, NOW + draft::KEPT_MS + 1).map(drop));
    assert_eq!(draft::by_id(&store, draft_id(1)).unwrap(), None);
}

#[test]
fn verdicts_and_papers_of_a_ticket_are_kept_newest_first() {
    let store = station();
    receive(&store, 1, &unit("JP2409-00001")).unwrap();
    let first = saved_verdict(1);
    let second = verdict::SavedVerdict {
        id: nightbench_domain::id::VerdictId::new(uuid::Uuid::from_u128(2)),
        made_at: NOW + 1,
        ..first.clone()
    };
    store.transact(act(2), |tx| verdict::save(tx, &first)).unwrap();
    store.transact(act(3), |tx| verdict::save(tx, &second)).unwrap();
    assert_eq!(verdict::newest(&store, ticket_id(1)).unwrap().unwrap(), second);
    assert_eq!(verdict::of_ticket(&store, ticket_id(1)).unwrap(), [second, first]);
    let made = store.transact(act(4), |tx| paper::add(tx, &application(1))).unwrap().value;
    assert_eq!((made.pages, &made.printed), (2, &None));
    store.transact(act(5), |tx| paper::printed(tx, made.id, "Office", NOW)).unwrap();
    let kept = paper::of_ticket(&store, ticket_id(1)).unwrap().remove(0);
    assert_eq!(kept.printed, Some(paper::Printed { to: "Office".to_owned(), at: NOW }));
    assert_eq!(paper::content(&store, &kept).unwrap(), application(1).pdf);
}

#[test]
fn lists_are_read_while_an_import_writes() {
    let directory = TempDir::new().unwrap();
    let store = open(directory.path()).store;
    initialise(&store);
    receive(&store, 1, &unit("JP2409-00001")).unwrap();
    let sales: Vec<_> = (0..2_000).map(|n| sale(&format!("JP2409-{n:06}"), "客户")).collect();
    let mut seen = Vec::new();
    store
        .transact(act(2), |tx| {
            bring_in(tx, register_file(1), &sales)?;
            // Another thread of the window, in the middle of the import.
            let read = std::thread::scope(|scope| {
                scope.spawn(|| (ticket::counts(&store, date("2026-11-22")), registry::size(&store))).join()
            });
            let (counts, size) = read.unwrap();
            seen.push((counts.unwrap().open, size.unwrap()));
            Ok::<_, StoreError>(())
        })
        .unwrap();
    assert!(seen.iter().all(|read| *read == (1, 0)), "reads see the last commit: {seen:?}");
    assert_eq!(registry::size(&store).unwrap(), 2_000);
}

//! What the store's tests share: a station with known randomness, and units to receive.
#![allow(dead_code, unreachable_pub, reason = "each test file uses its part of this module")]

use chrono::NaiveDate;
use nightbench_calendar::CalendarStatus;
use nightbench_domain::customer::Customer;
use nightbench_domain::id::{CentreCode, CustomerId, StationId, TicketId, TxnId};
use nightbench_domain::intake::{Channel, Intake};
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::SerialNumber;
use nightbench_domain::unit::ProductClass;
use nightbench_store::intake::{self, Statement};
use nightbench_store::ticket::Cycle;
use nightbench_store::{Act, Committed, Entropy, Opened, Opening, Store, StoreError, Tx, customer, station};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// 2026-11-22 09:15 UTC.
pub const NOW: i64 = 1_795_338_900_000;

/// Different bytes at each call, the same in each run.
pub fn entropy(seed: u64) -> Entropy {
    let calls = AtomicU64::new(0);
    Entropy::new(move |bytes| {
        let call = calls.fetch_add(1, Ordering::Relaxed);
        let mut hasher = blake3::Hasher::new();
        hasher.update(&seed.to_be_bytes()).update(&call.to_be_bytes());
        hasher.finalize_xof().fill(bytes);
    })
}

pub fn opening(seed: u64) -> Opening {
    Opening { at_ms: NOW, entropy: entropy(seed) }
}

/// Opens with randomness no other opening in this process has, as in life.
pub fn open(path: &Path) -> Opened {
    static OPENINGS: AtomicU64 = AtomicU64::new(1_000);
    Store::open(path, opening(OPENINGS.fetch_add(1, Ordering::Relaxed))).unwrap()
}

pub fn act(n: u128) -> Act<'static> {
    Act { actor: "desk", at_ms: NOW + n as i64, txn: TxnId::new(Uuid::from_u128(0xa000 + n)) }
}

pub fn ticket_id(n: u128) -> TicketId {
    TicketId::new(Uuid::from_u128(0x1000 + n))
}

pub fn customer_id(n: u128) -> CustomerId {
    CustomerId::new(Uuid::from_u128(0xc000 + n))
}

pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn cycle() -> Cycle {
    Cycle {
        target_on: date("2026-12-04"),
        limit_on: date("2026-12-18"),
        calendar_status: CalendarStatus::Published,
        calendar_hash: "calendar".to_owned(),
    }
}

pub fn li_lei() -> Customer {
    Customer {
        name: "李雷".to_owned().into(),
        phone: "139 8000 5966".to_owned().into(),
        email: "lilei@example.com".to_owned().into(),
        address: "成都市高新区天府大道 1 号".to_owned().into(),
    }
}

pub fn unit(serial: &str) -> Intake {
    Intake {
        serial: SerialNumber::parse(serial).unwrap(),
        model: "NV-640".to_owned(),
        product_class: ProductClass::Terminal,
        symptom: "开机黑屏, no picture after 5 minutes".to_owned(),
        customer: li_lei(),
        received_on: date("2026-11-22"),
        channel: Channel::Counter,
        dealer: String::new(),
        first_reported: None,
        remote_attempts: String::new(),
        accessories: Vec::new(),
        condition: String::new(),
        purchase_document: String::new(),
        remedy_wanted: None,
        paper_form: None,
        calendar: None,
    }
}

/// A store in memory that is a station of CD01.
pub fn station() -> Store {
    let store = Store::memory(entropy(1)).unwrap();
    initialise(&store);
    store
}

pub fn initialise(store: &Store) {
    let (id, centre) = (StationId::new(Uuid::from_u128(0x57a7)), CentreCode::parse("CD01").unwrap());
    store.transact(act(0), |tx| station::init(tx, id, &centre)).unwrap();
}

/// Receives unit `n` of a customer of its own.
pub fn receive(store: &Store, n: u128, intake: &Intake) -> Result<Committed<RmaNumber>, StoreError> {
    store.transact(act(n), |tx| receive_in(tx, n, intake))
}

pub fn receive_in(tx: &Tx<'_>, n: u128, intake: &Intake) -> Result<RmaNumber, StoreError> {
    customer::add(tx, customer_id(n), &intake.customer)?;
    let facts = serde_json::json!({"product_class": "terminal"});
    let statement = Statement { customer: customer_id(n), intake, facts: &facts, conflicts: &[] };
    intake::receive(tx, ticket_id(n), &statement, &cycle())
}

/// The database as any program with the key sees it.
pub fn raw(directory: &Path) -> rusqlite::Connection {
    raw_file(&directory.join("store.db"), &directory.join("station.key"))
}

pub fn raw_file(file: &Path, key_file: &Path) -> rusqlite::Connection {
    let connection = rusqlite::Connection::open(file).unwrap();
    let key = std::fs::read_to_string(key_file).unwrap();
    let bytes = blake3::Hash::from_hex(key.trim()).unwrap();
    let salt = blake3::derive_key("nightbench store 2026: salt of the database file", bytes.as_bytes());
    let salt: String = salt[..16].iter().map(|byte| format!("{byte:02x}")).collect();
    connection.pragma_update(None, "key", format!("x'{}{salt}'", key.trim())).unwrap();
    connection
}

//! What one station wrote shows at another as it shows there: everything that any write function writes is followed by another
//! store, and every table is compared, row by row.

use crate::common::{NOW, cycle, fill, open, opening, raw};
use nightbench_domain::id::{CentreCode, CustomerId, StationId};
use nightbench_domain::operation::{Operation, OperationHash};
use nightbench_store::projection::{self, Followed, Held};
use nightbench_store::{Store, StoreError, place, station};
use rusqlite::Connection;
use rusqlite::types::Value as Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use tempfile::TempDir;
use uuid::Uuid;

/// Tables that are a station's own, and why.
const OWN: &[(&str, &str)] = &[
    ("blob", "the bytes of a photo travel by themselves"),
    ("blob_chunk", "the bytes of a photo travel by themselves"),
    ("calendar_pack", "comes from HQ, signed, or is imported at each station"),
    ("centre", "is described at each station until HQ describes it"),
    ("chain", "each station has its own, and knows the others by what it took"),
    ("draft", "still being typed"),
    ("entity_op", "follows from the journal"),
    ("field_op", "follows from the journal"),
    ("journal", "is compared where it is sent"),
    ("line", "how far this station is"),
    ("master", "imported from files; comes from HQ"),
    ("master_finder", "imported from files; comes from HQ"),
    ("master_import", "imported from files; comes from HQ"),
    ("merged", "kept by the line"),
    ("pack", "comes from HQ, signed"),
    ("paper", "is printed again from the same records"),
    ("put_off", "how far this station is"),
    ("registry_import", "imported from files; comes from HQ"),
    ("ruling", "kept by the line"),
    ("sale", "imported from files; comes from HQ"),
    ("series_used", "each station has its own numbers"),
    ("setting", "of this machine"),
    ("station", "this machine"),
    ("stocktake", "a count is of who counts"),
    ("stocktake_scan", "a count is of who counts"),
    ("twin", "of a station that is two"),
    ("wrong_pin", "of this machine"),
];

/// Columns that are a station's own, and why.
const OWN_COLUMNS: &[(&str, &str, &str)] = &[
    ("user", "pin_hash", "a PIN is set where it is used"),
    ("user", "badge_hash", "a badge is given where it is used"),
    ("consignment_line", "draft", "a check-in that was begun is of the machine it was begun at"),
    ("enquiry_unit", "draft", "a check-in that was begun is of the machine it was begun at"),
    ("part", "on_hand", "stock is counted by the station that keeps it"),
    ("part", "reserved", "stock is counted by the station that keeps it"),
    ("place", "updated_at", "each station makes the places it begins with; they are the same ones"),
    ("custody", "since", "when a unit was last put where it is already is not written down"),
    ("custody", "seen_at", "when a unit was last seen is not written down"),
    ("handover_amendment", "id", "an amendment has no name in the journal"),
    ("handover_amendment", "carrier_before", "the waybill before is in the journal, its carrier is not"),
    ("ticket_step", "at", "a step is dated where it is taken"),
];

/// What a record holds, while nobody disagrees.
#[derive(Default)]
struct Record {
    created_by: Option<OperationHash>,
    fields: BTreeMap<String, Held>,
}

impl Record {
    fn take(&mut self, operation: &Operation, hash: OperationHash) {
        self.created_by.get_or_insert(hash);
        for field in &operation.fields {
            let was_set_by = self.fields.get(&field.name).map(|held| held.set_by);
            let held = Held { value: field.value.clone(), set_by: hash, was_set_by };
            self.fields.insert(field.name.clone(), held);
        }
    }
}

fn journal(connection: &Connection) -> Vec<Vec<u8>> {
    let mut statement = connection.prepare("SELECT bytes FROM journal ORDER BY place").unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

fn keys(connection: &Connection) -> BTreeMap<CustomerId, [u8; 32]> {
    let mut statement = connection.prepare("SELECT customer, key FROM customer_key").unwrap();
    let row = |row: &rusqlite::Row<'_>| Ok((row.get::<_, String>(0)?, row.get(1)?));
    let keys = statement.query_map([], row).unwrap().map(Result::unwrap);
    keys.map(|(customer, key)| (customer.parse().unwrap(), key)).collect()
}

/// Another station of the same centre.
fn second(directory: &Path) -> Store {
    let store = Store::open(directory, opening(77)).unwrap().store;
    let act = nightbench_store::Act {
        actor: "bench",
        at_ms: NOW,
        txn: nightbench_domain::id::TxnId::new(Uuid::nil()),
    };
    store
        .transact(act, |tx| {
            station::init(tx, StationId::new(Uuid::from_u128(2)), &CentreCode::parse("CD01").unwrap())?;
            place::begin(tx)
        })
        .unwrap();
    store
}

/// Follows a journal; the operations that could not be shown.
fn follow(store: &Store, journal: &[Vec<u8>], keys: &BTreeMap<CustomerId, [u8; 32]>) -> Vec<String> {
    let mut records: BTreeMap<Uuid, Record> = BTreeMap::new();
    let mut left = Vec::new();
    let dates = cycle();
    store
        .transact_local(|tx| {
            for bytes in journal {
                let operation: Operation = serde_json::from_slice(bytes).unwrap();
                let hash = OperationHash::of(bytes);
                let record = records.entry(operation.entity).or_default();
                record.take(&operation, hash);
                let is_dated = operation.kind.starts_with("intake.");
                let followed = Followed::new(
                    &operation,
                    hash,
                    record.created_by.unwrap(),
                    &record.fields,
                    keys,
                    is_dated.then_some(&dates),
                );
                if !projection::follow(tx, followed)? {
                    left.push(operation.kind);
                }
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
    left
}

type Rows = BTreeMap<String, BTreeMap<String, String>>;

/// The rows of a table by their id, each column as text; JSON whatever its spaces and order.
fn rows(connection: &Connection, table: &str) -> Rows {
    let mut statement = connection.prepare(&format!("SELECT * FROM {table}")).unwrap();
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let mut found = Rows::new();
    let mut rows = statement.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let mut columns = BTreeMap::new();
        for (at, name) in names.iter().enumerate() {
            if OWN_COLUMNS.iter().any(|(of, column, _why)| *of == table && column == name) {
                continue;
            }
            // The samples say who and when otherwise than the act they are written in, which no use case does.
            let is_act = name.ends_with("_at") || name.ends_with("_by");
            let text = match row.get::<_, Cell>(at).unwrap() {
                Cell::Null => "NULL".to_owned(),
                Cell::Text(text) if is_act && !text.is_empty() => "somebody".to_owned(),
                Cell::Integer(_) if is_act => "some time".to_owned(),
                Cell::Text(text) => match serde_json::from_str::<serde_json::Value>(&text) {
                    Ok(json) if json.is_array() || json.is_object() => json.to_string(),
                    _ => text,
                },
                cell => format!("{cell:?}"),
            };
            columns.insert(name.clone(), text);
        }
        let id = columns.get("id").cloned().unwrap_or_else(|| format!("{columns:?}"));
        found.insert(id, columns);
    }
    found
}

/// What differs between two stores.
fn differences(one: &Connection, other: &Connection) -> Vec<String> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%'";
    let mut statement = one.prepare(sql).unwrap();
    let tables: Vec<String> =
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let mut said = Vec::new();
    for table in tables.iter().filter(|table| !OWN.iter().any(|(own, _why)| own == table)) {
        let (here, there) = (rows(one, table), rows(other, table));
        assert!(!here.is_empty(), "{table}: a table without rows proves nothing");
        for (id, row) in here.iter().filter(|(id, row)| there.get(*id) != Some(*row)) {
            let found = there.get(id);
            let differs =
                |(name, value): &(&String, &String)| found.and_then(|row| row.get(*name)) != Some(*value);
            let columns = row.iter().filter(differs);
            let told: Vec<String> = columns
                .map(|(name, value)| format!("{name} {value:?} / {:?}", found.and_then(|row| row.get(name))))
                .collect();
            said.push(format!("{table} {id}: {}", told.join("; ")));
        }
        // A sample is received at no place, as no unit is.
        let more = there.keys().filter(|_| table != "custody");
        said.extend(
            more.filter(|id| !here.contains_key(*id)).map(|id| format!("{table} {id} is there only")),
        );
    }
    said
}

#[test]
fn whatever_a_station_writes_another_shows() {
    let (first, other) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    fill(&open(first.path()).store);
    let raw_first = raw(first.path());
    let journal = journal(&raw_first);
    let store = second(other.path());
    let left = follow(&store, &journal, &keys(&raw_first));
    assert!(left.is_empty(), "{left:?}");
    drop(store);
    let said = differences(&raw_first, &raw(other.path()));
    assert!(said.is_empty(), "{}", said.join("\n"));
}

#[test]
fn the_comparison_misses_no_kind_that_shows() {
    let (first, before) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    fill(&open(first.path()).store);
    drop(second(before.path()));
    let raw_first = raw(first.path());
    let (journal, keys) = (journal(&raw_first), keys(&raw_first));
    let kind = |bytes: &Vec<u8>| serde_json::from_slice::<Operation>(bytes).unwrap().kind;
    let kinds: BTreeSet<String> = journal.iter().map(kind).collect();
    let is_missed = |left_out: &String| {
        let other = TempDir::new().unwrap();
        for file in std::fs::read_dir(before.path()).unwrap().map(Result::unwrap) {
            if file.file_type().unwrap().is_file() {
                std::fs::copy(file.path(), other.path().join(file.file_name())).unwrap();
            }
        }
        let store = open(other.path()).store;
        let rest: Vec<Vec<u8>> = journal.iter().filter(|bytes| kind(bytes) != *left_out).cloned().collect();
        let left = follow(&store, &rest, &keys);
        drop(store);
        left.is_empty() && differences(&raw_first, &raw(other.path())).is_empty()
    };
    let missed: Vec<&String> = kinds.iter().filter(|kind| is_missed(kind)).collect();
    let elsewhere = [
        // What shows in no record of another station: OWN and OWN_COLUMNS say why.
        "centre.describe",
        "master.import",
        "pack.install",
        "paper.make",
        "paper.print",
        "part.count",
        "part.receive",
        "registry.import",
        "station.init",
        "stocktake.finish",
        "user.set_badge",
        "user.set_pin",
        // What the samples take back, or say over again.
        "attachment.remove",
        "consignment.close",
        "decision.lapse",
        "enquiry.end",
        "follow_up.end",
        "part.expect",
        "part.reserve",
        "ticket.assign",
    ];
    let missed: BTreeSet<&str> = missed.into_iter().map(String::as_str).collect();
    assert_eq!(missed, BTreeSet::from(elsewhere));
}

#[test]
fn following_twice_changes_nothing() {
    let (first, other) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    fill(&open(first.path()).store);
    let raw_first = raw(first.path());
    let (journal, keys) = (journal(&raw_first), keys(&raw_first));
    let store = second(other.path());
    for _ in 0..2 {
        assert_eq!(follow(&store, &journal, &keys), [""; 0]);
    }
    drop(store);
    let said = differences(&raw_first, &raw(other.path()));
    assert!(said.is_empty(), "{}", said.join("\n"));
}

//! The schema as it is, as it came to be, and as every statement meets it. Goldens are rewritten by running with
//! `UPDATE_GOLDENS=1`; read the diff.

use crate::common::{NOW, open, opening, raw};
use nightbench_domain::operation::{Operation, Value};
use nightbench_store::{Store, StoreError, ticket};
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn golden(path: &Path, now: &str) {
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        fs::write(path, now).unwrap();
    }
    let kept = fs::read_to_string(path).unwrap_or_default();
    assert!(
        kept == now,
        "{} is not what the code gives; UPDATE_GOLDENS=1 rewrites it\n{now}",
        path.display()
    );
}

/// Tables, indexes, triggers and views as the database keeps them.
fn schema(connection: &Connection) -> String {
    let mut statement = connection
        .prepare(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search\\_%' ESCAPE '\\'
                  OR name IN ('search_line', 'search_made') ORDER BY rowid",
        )
        .unwrap();
    let parts = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
    parts.map(|sql| sql.unwrap() + ";\n\n").collect()
}

fn row_counts(connection: &Connection) -> BTreeMap<String, i64> {
    let mut statement = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%'")
        .unwrap();
    let names: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let count = |name: &String| {
        connection.query_row(&format!("SELECT count(*) FROM {name}"), [], |row| row.get(0)).unwrap()
    };
    names.iter().map(|name| (name.clone(), count(name))).collect()
}

#[test]
fn the_schema_is_what_the_migrations_add_up_to() {
    let directory = TempDir::new().unwrap();
    drop(open(directory.path()));
    let text = format!(
        "-- The whole schema of a station's store now. Made by a test from migrations/desk; never run, never edited.\n\n{}",
        schema(&raw(directory.path()))
    );
    golden(&here().join("../../migrations/desk-schema.sql"), &text);
}

#[test]
fn every_table_and_column_says_what_it_is() {
    for step in [
        "0001_records.sql",
        "0002_search.sql",
        "0003_packs.sql",
        "0005_masters.sql",
        "0006_receiving.sql",
        "0007_parcels.sql",
        "0009_decisions.sql",
        "0011_quotes.sql",
        "0014_contact.sql",
        "0015_parts.sql",
    ] {
        let text = fs::read_to_string(here().join("../../migrations/desk").join(step)).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        let mut is_table = false;
        for (at, line) in lines.iter().enumerate() {
            if line.starts_with("CREATE TABLE") || line.starts_with("CREATE VIRTUAL TABLE") {
                assert!(lines[at - 1].starts_with("--"), "{step}: {line}");
                assert!(!line.contains("WITHOUT ROWID"));
                is_table = line.starts_with("CREATE TABLE");
            } else if line.starts_with(')') {
                assert!(!is_table || line.contains("STRICT"), "{step}: {line}");
                is_table = false;
            } else if is_table {
                let word = line.split_whitespace().next().unwrap_or_default();
                let is_column = !["UNIQUE", "PRIMARY", "CHECK", "--"].contains(&word);
                assert!(!is_column || line.contains(" -- "), "{step}: no comment on {line}");
                assert!(!line.contains(" REAL"), "{step}: {line}");
            }
        }
    }
}

#[test]
fn every_shipped_store_upgrades_to_today_with_its_rows() {
    let fresh = TempDir::new().unwrap();
    drop(open(fresh.path()));
    let wanted = schema(&raw(fresh.path()));
    let mut dumps: Vec<PathBuf> =
        fs::read_dir(here().join("tests/frozen")).unwrap().map(|entry| entry.unwrap().path()).collect();
    dumps.sort();
    assert!(!dumps.is_empty());
    for dump in dumps {
        let name = dump.file_name().unwrap().to_string_lossy().into_owned();
        let old = TempDir::new().unwrap();
        fs::write(old.path().join("station.key"), format!("{}\n", "5a".repeat(32))).unwrap();
        let connection = raw(old.path());
        connection.execute_batch(&fs::read_to_string(&dump).unwrap()).unwrap();
        let before = row_counts(&connection);
        let version: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
        drop(connection);
        assert!(
            before.values().all(|count| *count > 0),
            "{name}: a table without rows proves nothing: {before:?}"
        );
        let opened = open(old.path());
        let is_old = name != format!("desk_v{}.sql", newest());
        assert_eq!(opened.migration_backup.is_some(), is_old, "{name}: backed up before it was changed");
        let found = ticket::matching(&opened.store, "lilei", false, None, 10).unwrap();
        assert!(!found.rows.is_empty(), "{name}: old tickets are found by the new search");
        let chains = nightbench_store::journal::verify_all(&opened.store).unwrap();
        assert!(chains.iter().all(|chain| chain.fault.is_none()), "{name}: {chains:?}");
        drop(opened);
        let connection = raw(old.path());
        assert_eq!(schema(&connection), wanted, "{name}, from {version}");
        let after = row_counts(&connection);
        let kept: BTreeMap<_, _> = before.keys().map(|table| (table.clone(), after[table])).collect();
        assert_eq!(kept, before, "{name}");
    }
}

fn newest() -> u32 {
    let directory = TempDir::new().unwrap();
    drop(open(directory.path()));
    raw(directory.path()).pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
}

#[test]
fn a_newer_store_is_refused_and_not_touched() {
    let directory = TempDir::new().unwrap();
    drop(open(directory.path()));
    raw(directory.path()).pragma_update(None, "user_version", 99).unwrap();
    let before = fs::read(directory.path().join("store.db")).unwrap();
    match Store::open(directory.path(), opening(1)) {
        Err(StoreError::Newer { found: 99, known }) => assert_eq!(known, newest()),
        other => panic!("{other:?}"),
    }
    assert_eq!(fs::read(directory.path().join("store.db")).unwrap(), before);
    assert!(!directory.path().join("backups").exists());
}

#[test]
fn the_backup_before_a_migration_restores_what_was() {
    let old = TempDir::new().unwrap();
    fs::write(old.path().join("station.key"), format!("{}\n", "5a".repeat(32))).unwrap();
    let dump = fs::read_to_string(here().join("tests/frozen/desk_v1.sql")).unwrap();
    raw(old.path()).execute_batch(&dump).unwrap();
    let backup = open(old.path()).migration_backup.unwrap();
    assert_eq!(nightbench_store::backup::verify(&backup).unwrap().schema, 1);
    let there = TempDir::new().unwrap();
    nightbench_store::backup::restore(&backup, &there.path().join("data"), &opening(9)).unwrap();
    assert!(open(&there.path().join("data")).salvaged.is_none());
}

/// The plan of every statement. A big table may be walked in the order of an index for a page of a list; it may
/// not be read from end to end for one record.
#[test]
fn every_statement_has_the_plan_it_was_written_for() {
    const BIG: [&str; 15] = [
        "intake",
        "master",
        "master_finder",
        "ticket",
        "customer",
        "journal",
        "entity_op",
        "field_op",
        "sale",
        "attachment",
        "blob",
        "blob_chunk",
        "verdict",
        "paper",
        "quote",
    ];
    /// What reads everything because everything is asked for; of `board/cells.sql` that is the index of open work orders.
    const READS_ALL: [&str; 10] = [
        "blob/named.sql",
        "blob/sweep.sql",
        "blob/sweep_chunks.sql",
        "board/cells.sql",
        "customer/without_key.sql",
        "journal/arrivals.sql",
        "journal/forget_entities.sql",
        "journal/forget_fields.sql",
        "registry/size.sql",
        "search/tickets.sql",
    ];
    let directory = TempDir::new().unwrap();
    drop(open(directory.path()));
    let connection = raw(directory.path());
    let mut plans = String::new();
    for path in statements(&here().join("src")) {
        let name = path.strip_prefix(here().join("src")).unwrap().to_string_lossy().into_owned();
        if name == "salvage/mend.sql" {
            continue;
        }
        writeln!(plans, "{name}").unwrap();
        let sql = format!("EXPLAIN QUERY PLAN {}", fs::read_to_string(&path).unwrap());
        let mut statement = connection.prepare(&sql).unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next().unwrap() {
            let step: String = row.get("detail").unwrap();
            let is_scan = BIG
                .iter()
                .any(|table| step == format!("SCAN {table}") || step.starts_with(&format!("SCAN {table} ")));
            assert!(!is_scan || READS_ALL.contains(&name.as_str()), "{name}: {step}");
            assert!(!step.contains("AUTOMATIC"), "{name}: {step}");
            writeln!(plans, "    {step}").unwrap();
        }
    }
    golden(&here().join("tests/plans.golden"), &plans);
}

fn statements(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(statements(&path));
        } else if path.extension().is_some_and(|ending| ending == "sql") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// One door for writes: nothing else begins a transaction.
#[test]
fn nothing_begins_a_transaction_but_the_door_and_those_who_make_stores() {
    const MAY: [&str; 6] = ["transact.rs", "rehearse.rs", "migrate.rs", "open.rs", "backup.rs", "salvage.rs"];
    fn sources(folder: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
    }
    for path in sources(&here().join("src")) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap();
        let begins = [
            "BEGIN IMMEDIATE",
            "BEGIN;",
            "savepoint",
            "transaction_with_behavior",
            "unchecked_transaction",
            ".transaction(",
        ]
        .iter()
        .any(|word| text.contains(word));
        assert!(!begins || MAY.contains(&name.as_str()), "{name} begins a transaction");
    }
}

/// The kinds of operations and the fields they may name: what HQ and other stations read. A change here is a new
/// `kind_version`.
#[test]
fn the_kinds_of_operations_are_a_promise() {
    let directory = TempDir::new().unwrap();
    let store = open(directory.path()).store;
    crate::common::fill(&store);
    store.backup(&directory.path().join("b"), NOW).unwrap();
    drop(store);
    let data = directory.path().join("restored");
    nightbench_store::backup::restore(&directory.path().join("b"), &data, &opening(7)).unwrap();
    let mut bytes = fs::read(data.join("store.db")).unwrap();
    bytes[200] ^= 1;
    fs::write(data.join("store.db"), bytes).unwrap();
    let salvaged = open(&data).salvaged.unwrap();
    assert!(salvaged.is_journal_whole && salvaged.incomplete.is_empty(), "{salvaged:?}");
    let connection = raw(&data);
    let mut statement = connection.prepare("SELECT bytes FROM journal").unwrap();
    let entries = statement.query_map([], |row| row.get::<_, Vec<u8>>(0)).unwrap();
    let mut kinds: BTreeMap<(String, u16), BTreeMap<String, &str>> = BTreeMap::new();
    for bytes in entries {
        let operation: Operation = serde_json::from_slice(&bytes.unwrap()).unwrap();
        let fields = kinds.entry((operation.kind, operation.kind_version)).or_default();
        fields.extend(operation.fields.into_iter().map(|field| (field.name, shape(&field.value))));
    }
    let mut text = String::new();
    for ((kind, version), fields) in kinds {
        let fields: Vec<String> = fields.into_iter().map(|(name, shape)| format!("{name} {shape}")).collect();
        writeln!(text, "{kind} {version}: {}", fields.join(", ")).unwrap();
    }
    golden(&here().join("tests/operations.golden"), &text);
}

const fn shape(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "bool",
        Value::Integer(_) => "integer",
        Value::Text(_) => "text",
        Value::Sealed(_) => "sealed",
        Value::List(_) => "list",
        Value::Map(_) => "map",
    }
}

/// Freezes today's schema with rows in every table. Run before a release; commit the file; never change it.
#[test]
#[ignore = "writes a file into the source tree"]
fn freeze() {
    let directory = TempDir::new().unwrap();
    let store = open(directory.path()).store;
    crate::common::fill(&store);
    drop(store);
    let connection = raw(directory.path());
    let version: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    let path = here().join(format!("tests/frozen/desk_v{version}.sql"));
    fs::write(path, dump(&connection, version)).unwrap();
}

/// Schema and rows as SQL. The index is left out: it is made again from the records.
fn dump(connection: &Connection, version: u32) -> String {
    let mut text = format!(
        "-- A store of schema {version} with rows in every table, frozen when it was shipped. Never changed.\n\nPRAGMA foreign_keys = OFF;\nBEGIN;\n\n"
    );
    text += &schema(connection);
    for table in row_counts(connection).keys() {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table} ORDER BY rowid")).unwrap();
        let names = statement.column_names().collect::<Vec<_>>().join(", ");
        let width = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let values: Vec<String> = (0..width).map(|at| literal(row.get_ref(at).unwrap())).collect();
            writeln!(text, "INSERT INTO {table} ({names}) VALUES ({});", values.join(", ")).unwrap();
        }
    }
    writeln!(text, "\nPRAGMA user_version = {version};\nCOMMIT;").unwrap();
    text
}

fn literal(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => "NULL".to_owned(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(_) => panic!("a float in a record"),
        ValueRef::Text(text) => {
            format!("'{}'", String::from_utf8(text.to_vec()).unwrap().replace('\'', "''"))
        }
        ValueRef::Blob(bytes) => {
            format!("X'{}'", bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
        }
    }
}

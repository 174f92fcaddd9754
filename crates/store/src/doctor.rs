//! Looking the whole store over: the file, the journal, the records, the place it lives in. Each check is a code
//! with arguments; what it means and what to do is said by the catalogue. Nothing is repaired here; a bad page
//! that is found makes the next start salvage.

use crate::blob;
use crate::connect::Place;
use crate::directory::BACKUPS;
use crate::error::{Damage, StoreError};
use crate::journal::{self, FaultKind};
use crate::open::Store;
use crate::salvage;
use crate::sealed::Reads;
use crate::sql::{count, one};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;
use std::time::UNIX_EPOCH;
use ts_rs::TS;

/// Free space below which the disk is nearly full, bytes.
const FREE_BYTES_WARN: u64 = 2 << 30;
/// Free space below which photos and backups will soon fail, bytes.
const FREE_BYTES_FAIL: u64 = 200 << 20;
/// A newest backup older than this is reported, milliseconds: 7 days.
const BACKUP_AGE_WARN_MS: i64 = 7 * 24 * 60 * 60 * 1000;

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Nothing to do.
    Ok,
    /// Works, and should be seen to.
    Warn,
    /// Records are lost or in danger.
    Fail,
}

/// What was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// Every page opens under the key. Argument: `pages` that do not.
    Pages,
    /// SQLite's own check of tables and indexes. Argument: `faults`.
    Tables,
    /// Every reference leads somewhere. Argument: `rows` that lead nowhere.
    References,
    /// The chains of operations: hashes, links, no gap. Arguments: `entries`; of the first fault `seq`, `fault`
    /// (`content`, `link`, `gap`, `head`).
    Journal,
    /// Every photo and paper is what its hash says. Arguments: `blobs`, `damaged`.
    Blobs,
    /// Free space where the store lives. Argument: `free_bytes`.
    DiskSpace,
    /// Where the key of the store is. Argument: `place` (`file`).
    KeyPlace,
    /// Age of the newest backup the program knows of. Argument: `age_ms`, absent when there is none.
    BackupAge,
    /// The station has its centre and number series.
    Station,
}

/// One check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Check {
    /// What was looked at.
    pub code: Code,
    /// How it came out.
    pub level: Level,
    /// What the sentence needs, by name.
    pub args: BTreeMap<String, String>,
}

/// Looks everything over, in the order of [`Code`]; reads the whole file. `now_ms` is the clock, milliseconds UTC.
/// A store in memory has no disk, key file or backups to look at.
#[must_use]
pub fn doctor(store: &Store, now_ms: i64) -> Vec<Check> {
    let mut checks = vec![
        faults(Code::Pages, "pages", pages(store)),
        faults(Code::Tables, "faults", store.read(table_faults)),
        faults(Code::References, "rows", store.read(broken_references)),
        chains(store),
        blobs(store),
    ];
    if let Some(path) = store.path() {
        checks.push(disk_space(path));
        checks.push(Check::new(Code::KeyPlace, Level::Warn, [("place", "file".to_owned())]));
        checks.push(backup_age(path, now_ms));
    }
    let is_station = crate::station::station(store).is_ok_and(|station| station.is_some());
    checks.push(Check::new(Code::Station, if is_station { Level::Ok } else { Level::Warn }, []));
    checks
}

impl Check {
    fn new<const N: usize>(code: Code, level: Level, args: [(&str, String); N]) -> Self {
        let args = args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Self { code, level, args }
    }
}

/// A check that counts what is wrong. One that cannot even be made has failed.
fn faults(code: Code, name: &str, found: Result<u64, StoreError>) -> Check {
    match found {
        Ok(0) => Check::new(code, Level::Ok, [(name, "0".to_owned())]),
        Ok(found) => Check::new(code, Level::Fail, [(name, found.to_string())]),
        Err(_) => Check::new(code, Level::Fail, []),
    }
}

/// Pages that do not verify, and the file's first bytes, which no page covers.
/// Nobody writes meanwhile: a page that is just being written would look like a bad one.
fn pages(store: &Store) -> Result<u64, StoreError> {
    let _writes_wait = store.writer();
    let bad = store.read(salvage::bad_pages)?;
    let Place::File(file) = &store.place else { return Ok(bad) };
    let mut first = [0; 16];
    let mut database = std::fs::File::open(file).map_err(StoreError::file("open the store"))?;
    database.read_exact(&mut first).map_err(StoreError::file("read the store"))?;
    let bad = bad + u64::from(first != store.key.salt());
    if bad != 0 {
        store.noted(StoreError::Damaged { what: Damage::Page });
    }
    Ok(bad)
}

fn table_faults(connection: &Connection) -> Result<u64, StoreError> {
    let mut statement = connection.prepare("PRAGMA integrity_check")?;
    let mut rows = statement.query([])?;
    let mut faults = 0;
    while let Some(row) = rows.next()? {
        faults += u64::from(row.get_ref(0)?.as_str().unwrap_or_default() != "ok");
    }
    Ok(faults)
}

fn broken_references(connection: &Connection) -> Result<u64, StoreError> {
    let sql = "SELECT count(*) AS broken FROM pragma_foreign_key_check";
    Ok(one(connection, sql, [], |row| count(row, "broken"))?.unwrap_or_default())
}

fn chains(store: &Store) -> Check {
    let Ok(reports) = journal::verify_all(store) else { return Check::new(Code::Journal, Level::Fail, []) };
    let entries: u64 = reports.iter().map(|report| report.entries).sum();
    let entries = ("entries", entries.to_string());
    match reports.iter().find_map(|report| report.fault) {
        None => Check::new(Code::Journal, Level::Ok, [entries]),
        Some(fault) => {
            let kind = match fault.kind {
                FaultKind::Content => "content",
                FaultKind::Link => "link",
                FaultKind::Gap => "gap",
                FaultKind::Head => "head",
            };
            let args = [entries, ("seq", fault.seq.to_string()), ("fault", kind.to_owned())];
            Check::new(Code::Journal, Level::Fail, args)
        }
    }
}

fn blobs(store: &Store) -> Check {
    match blob::verify_all(store) {
        Ok(found) => {
            let level = if found.damaged == 0 { Level::Ok } else { Level::Fail };
            let args = [("blobs", found.blobs.to_string()), ("damaged", found.damaged.to_string())];
            Check::new(Code::Blobs, level, args)
        }
        Err(_) => Check::new(Code::Blobs, Level::Fail, []),
    }
}

fn disk_space(path: &Path) -> Check {
    match fs4::available_space(path) {
        Ok(free) => {
            let level = if free < FREE_BYTES_FAIL {
                Level::Fail
            } else if free < FREE_BYTES_WARN {
                Level::Warn
            } else {
                Level::Ok
            };
            Check::new(Code::DiskSpace, level, [("free_bytes", free.to_string())])
        }
        Err(_) => Check::new(Code::DiskSpace, Level::Warn, []),
    }
}

/// The newest file in `backups/`. A backup on a stick is not known here.
fn backup_age(path: &Path, now_ms: i64) -> Check {
    let made = |entry: std::io::Result<std::fs::DirEntry>| {
        let modified = entry.ok()?.metadata().ok()?.modified().ok()?;
        i64::try_from(modified.duration_since(UNIX_EPOCH).ok()?.as_millis()).ok()
    };
    let newest =
        std::fs::read_dir(path.join(BACKUPS)).ok().and_then(|entries| entries.filter_map(made).max());
    match newest {
        Some(newest) => {
            let age_ms = now_ms.saturating_sub(newest).max(0);
            let level = if age_ms > BACKUP_AGE_WARN_MS { Level::Warn } else { Level::Ok };
            Check::new(Code::BackupAge, level, [("age_ms", age_ms.to_string())])
        }
        None => Check::new(Code::BackupAge, Level::Warn, []),
    }
}

//! Looking masters up: by key, by a name, by the serial of a unit, by a day. What has ended is shown in lists and by
//! its key, and answers nothing else.

use super::MasterImport;
use crate::Source;
use crate::error::StoreError;
use crate::sql::{all, count, decode, each, json, one, parse};
use chrono::NaiveDate;
use nightbench_domain::charge::Charge;
use nightbench_domain::code;
use nightbench_domain::contract::Contract;
use nightbench_domain::master::{FinderBy, Master, MasterKind, beginnings};
use nightbench_domain::model::{Model, SerialPattern};
use nightbench_domain::serial::{SerialNumber, fold};
use rusqlite::{Row, named_params};

/// How many masters may answer one question. More than one is ambiguous already.
const ANSWERS_MAX: u32 = 8;
/// The lines of a charge standard that are read.
const LINES_MAX: u32 = 10_000;

/// A master, and as of when it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded<M> {
    /// What it says.
    pub entry: M,
    /// When the file that last said it was imported, milliseconds UTC.
    pub said_at: i64,
    /// That file's name.
    pub said_by: String,
    /// When the file that last changed it was imported, milliseconds UTC.
    pub changed_at: i64,
    /// Whether a complete file left it out.
    pub is_ended: bool,
}

/// The master of a key, folded by this function; also one that has ended.
///
/// # Errors
/// When the database cannot be read.
pub fn by_key<M: Master>(source: &impl Source, key: &str) -> Result<Option<Recorded<M>>, StoreError> {
    let (kind, key) = (code(&M::KIND), fold(key));
    source.read(|connection| {
        one(connection, include_str!("by_key.sql"), named_params! {":kind": kind, ":key": key}, read)
    })
}

/// The masters of a name, in force; more than one is ambiguous.
///
/// # Errors
/// When the database cannot be read.
pub fn by_name<M: Master>(source: &impl Source, name: &str) -> Result<Vec<Recorded<M>>, StoreError> {
    found(source, FinderBy::Name, &fold(name), "", ANSWERS_MAX)
}

/// The contracts that name a serial.
///
/// # Errors
/// When the database cannot be read.
pub fn covering_serial(
    source: &impl Source,
    serial: &SerialNumber,
) -> Result<Vec<Recorded<Contract>>, StoreError> {
    let beginnings = serde_json::to_string(&beginnings(serial))?;
    let params =
        named_params! {":beginnings": beginnings, ":serial": serial.as_str(), ":rows_max": ANSWERS_MAX};
    source.read(|connection| all(connection, include_str!("covering.sql"), params, read))
}

/// The contracts that name a model, whoever bought under them.
///
/// # Errors
/// When the database cannot be read.
pub fn covering_model(source: &impl Source, model: &str) -> Result<Vec<Recorded<Contract>>, StoreError> {
    found(source, FinderBy::Model, &fold(model), "", LINES_MAX)
}

/// The model whose pattern a serial fits, if there is exactly one.
///
/// # Errors
/// When the database cannot be read.
pub fn fitting(source: &impl Source, serial: &SerialNumber) -> Result<Option<Recorded<Model>>, StoreError> {
    let beginnings = serde_json::to_string(&beginnings(serial))?;
    let mut keys: Vec<String> = Vec::new();
    source.read(|connection| {
        each(connection, include_str!("patterns.sql"), named_params! {":beginnings": beginnings}, |row| {
            // Two are enough to know that it is not the only one.
            if keys.len() < 2 && parse::<PatternText>(row, "pattern")?.0.fits(serial) {
                keys.push(row.get("key")?);
            }
            Ok(())
        })
    })?;
    match keys.as_slice() {
        [only] => by_key(source, only),
        _ => Ok(None),
    }
}

/// The lines of the charge standard in force on a day; empty when none is.
///
/// # Errors
/// When the database cannot be read.
pub fn charge_standard(source: &impl Source, on: NaiveDate) -> Result<Vec<Recorded<Charge>>, StoreError> {
    let params = named_params! {":on": on.to_string()};
    let newest = source.read(|connection| {
        one(connection, include_str!("standard.sql"), params, |row| {
            Ok((row.get::<_, String>("effective_on")?, row.get::<_, String>("version")?))
        })
    })?;
    let Some((effective_on, version)) = newest else { return Ok(Vec::new()) };
    found(source, FinderBy::Effective, &effective_on, &version, LINES_MAX)
}

/// One page of a kind by key, `rows_max` rows long at most, beginning after a key; each with its key. `text` is
/// looked for in what the masters are searched by.
///
/// # Errors
/// When the database cannot be read.
pub fn page<M: Master>(
    source: &impl Source,
    text: &str,
    after: &str,
    rows_max: u32,
) -> Result<Vec<(String, Recorded<M>)>, StoreError> {
    let kind = code(&M::KIND);
    let params = named_params! {":kind": kind, ":text": fold(text), ":after": after, ":rows_max": rows_max};
    source.read(|connection| {
        all(connection, include_str!("page.sql"), params, |row| Ok((row.get("key")?, read(row)?)))
    })
}

/// How many masters of a kind are in force.
///
/// # Errors
/// When the database cannot be read.
pub fn size(source: &impl Source, kind: MasterKind) -> Result<u64, StoreError> {
    let kind = code(&kind);
    let size = source.read(|connection| {
        one(connection, include_str!("size.sql"), named_params! {":kind": kind}, |row| count(row, "size"))
    })?;
    Ok(size.unwrap_or_default())
}

/// The newest import of a kind: as of when it is known here. `None` when there was none.
///
/// # Errors
/// When the database cannot be read.
pub fn newest_import(source: &impl Source, kind: MasterKind) -> Result<Option<MasterImport>, StoreError> {
    Ok(imports(source, kind, 1)?.into_iter().next())
}

/// The newest imports of a kind.
///
/// # Errors
/// When the database cannot be read.
pub fn imports(
    source: &impl Source,
    kind: MasterKind,
    rows_max: u32,
) -> Result<Vec<MasterImport>, StoreError> {
    let kind = code(&kind);
    source.read(|connection| {
        all(
            connection,
            include_str!("imports.sql"),
            named_params! {":kind": kind, ":rows_max": rows_max},
            read_import,
        )
    })
}

fn found<M: Master>(
    source: &impl Source,
    by: FinderBy,
    key: &str,
    from: &str,
    rows_max: u32,
) -> Result<Vec<Recorded<M>>, StoreError> {
    if key.is_empty() {
        return Ok(Vec::new());
    }
    let (kind, by) = (code(&M::KIND), code(&by));
    let params = named_params! {":kind": kind, ":finder": by, ":prefix": key, ":from_key": from, ":rows_max": rows_max};
    source.read(|connection| all(connection, include_str!("found.sql"), params, read))
}

fn read<M: Master>(row: &Row<'_>) -> Result<Recorded<M>, StoreError> {
    Ok(Recorded {
        entry: json(row, "content")?,
        said_at: row.get("said_at")?,
        said_by: row.get("said_by")?,
        changed_at: row.get("changed_at")?,
        is_ended: row.get("is_ended")?,
    })
}

fn read_import(row: &Row<'_>) -> Result<MasterImport, StoreError> {
    Ok(MasterImport {
        id: parse(row, "id")?,
        kind: decode(row, "kind")?,
        file_name: row.get("file_name")?,
        is_complete: row.get("is_complete")?,
        rows: count(row, "rows")?,
        imported: count(row, "imported")?,
        updated: count(row, "updated")?,
        unchanged: count(row, "unchanged")?,
        skipped: count(row, "skipped")?,
        ended: count(row, "ended")?,
        imported_at: row.get("imported_at")?,
    })
}

/// A pattern as it stands in a finder.
struct PatternText(SerialPattern);

impl std::str::FromStr for PatternText {
    type Err = nightbench_domain::model::SerialPatternError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        SerialPattern::parse(text).map(Self)
    }
}

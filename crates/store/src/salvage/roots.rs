//! Where each table begins in the database, kept beside it; and a first page made from that, through which a copy
//! without a first page of its own can be read.

use crate::connect::{Access, PAGE_BYTES, Place, StationKey, bare};
use crate::directory::{self, Directory, ROOTS};
use crate::error::StoreError;
use crate::migrate;
use rusqlite::{Connection, named_params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, Write};
use std::path::Path;

/// Bytes SQLCipher keeps at the end of each page for its initialisation vector and HMAC.
const RESERVED_BYTES: u32 = 80;
/// Where the first page says what kind of page it is; 13 is a leaf of a table: the whole schema fits on it.
const KIND_AT: usize = 100;
const LEAF: u8 = 13;

/// Where the tables of a schema begin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Roots {
    pub(super) schema: u32,
    /// First page and number of columns by table.
    pub(super) tables: BTreeMap<String, Root>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Root {
    page: u32,
    columns: u32,
}

/// Keeps the places of today's tables in a file beside the database.
pub(crate) fn remember_roots(file: &Path, connection: &Connection) -> Result<(), StoreError> {
    let text = serde_json::to_vec(&Roots::of(connection)?)?;
    if std::fs::read(file).is_ok_and(|kept| kept == text) {
        return Ok(());
    }
    directory::replace_file(file, &text)
}

/// The tables that hold records, not what can be made from them again.
pub(crate) fn record_tables(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare(
        "SELECT name FROM sqlite_schema
         WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%' ORDER BY rowid",
    )?;
    let names = statement.query_map([], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

impl Roots {
    fn of(connection: &Connection) -> Result<Self, StoreError> {
        let mut tables = BTreeMap::new();
        for name in record_tables(connection)? {
            let root = connection.query_row(
                "SELECT rootpage AS page, (SELECT count(*) FROM pragma_table_info(:name)) AS columns
                 FROM sqlite_schema WHERE type = 'table' AND name = :name",
                named_params! {":name": name},
                |row| Ok(Root { page: row.get("page")?, columns: row.get("columns")? }),
            )?;
            tables.insert(name, root);
        }
        Ok(Self { schema: migrate::version(connection)?, tables })
    }

    /// The places as kept; else as the copy itself says, if its first page can be read; else none, and nothing
    /// can be kept.
    pub(super) fn find(directory: &Directory, copy: &Path, key: &StationKey) -> Result<Self, StoreError> {
        let kept = std::fs::read(directory.file(ROOTS)).ok();
        if let Some(roots) = kept.and_then(|text| serde_json::from_slice(&text).ok()) {
            return Ok(roots);
        }
        let read = bare(&Place::File(copy.to_owned()), key, Access::Read).and_then(|copy| Self::of(&copy));
        match read {
            Ok(roots) => Ok(roots),
            Err(error) if error.is_bad_page() => {
                Ok(Self { schema: migrate::known(), tables: BTreeMap::new() })
            }
            Err(error) => Err(error),
        }
    }

    /// Opens the copy in recovery mode through a first page made from these places. `None` when no table can be
    /// reached.
    pub(super) fn open(
        &self,
        copy: &Path,
        page1: &Path,
        key: &StationKey,
    ) -> Result<Option<Copy>, StoreError> {
        let pages = pages(copy)?;
        let within = self.tables.iter().filter(|(_, root)| root.page <= pages);
        let names: BTreeMap<String, String> =
            within.clone().enumerate().map(|(at, (name, _))| (name.clone(), format!("t{at}"))).collect();
        if names.is_empty() {
            return Ok(None);
        }
        let made: Vec<_> = names.values().zip(within.map(|(_, root)| *root)).collect();
        make_page(&made, page1, key)?;
        graft(page1, copy, pages)?;
        Ok(Some(Copy { connection: recovering(copy, key, Access::Write)?, names }))
    }
}

/// The copy, read through a first page of our own. That page must hold the whole schema, so tables and columns go by
/// names as short as can be.
pub(super) struct Copy {
    pub(super) connection: Connection,
    /// By the table's real name.
    names: BTreeMap<String, String>,
}

impl Copy {
    /// What a table is called in the copy. One that begins beyond the end of a cut file is called as it is: nothing there
    /// has that name, and nothing of it can be read.
    pub(super) fn name<'a>(&'a self, table: &'a str) -> &'a str {
        self.names.get(table).map_or(table, String::as_str)
    }
}

/// What the column at a place is called in the copy: `a` to `z`, then `a1`; no keyword of SQL is among them.
pub(super) fn column(at: u32) -> String {
    let letter = char::from(b'a' + u8::try_from(at % 26).unwrap_or_default());
    match at / 26 {
        0 => letter.to_string(),
        round => format!("{letter}{round}"),
    }
}

/// The column after the last, in which only a row of another table would have a value.
pub(super) const BEYOND: &str = "_";

/// How many pages a file has.
pub(super) fn pages(file: &Path) -> Result<u32, StoreError> {
    let bytes = std::fs::metadata(file).map_err(StoreError::file("look at the copy"))?.len();
    Ok(u32::try_from(bytes / u64::from(PAGE_BYTES)).unwrap_or(u32::MAX))
}

/// A connection that takes the first page unencrypted and lets a bad page fail alone.
fn recovering(file: &Path, key: &StationKey, access: Access) -> Result<Connection, StoreError> {
    let connection = bare(&Place::File(file.to_owned()), key, access)?;
    connection.pragma_update(None, "cipher_plaintext_header_size", PAGE_BYTES - RESERVED_BYTES)?;
    Ok(connection)
}

/// Makes a database whose schema names the tables at their places.
fn make_page(tables: &[(&String, Root)], page1: &Path, key: &StationKey) -> Result<(), StoreError> {
    let connection = recovering(page1, key, Access::Write)?;
    for (name, root) in tables {
        let columns: String = (0..root.columns).map(|at| column(at) + ",").collect();
        connection.execute_batch(&format!("CREATE TABLE {name}({columns}{BEYOND})"))?;
    }
    connection.pragma_update(None, "writable_schema", true)?;
    for (name, root) in tables {
        connection.execute(
            "UPDATE sqlite_schema SET rootpage = :page WHERE name = :name",
            named_params! {":page": root.page, ":name": name},
        )?;
    }
    connection.close().map_err(|(_, error)| error.into())
}

/// Writes the made page over the first page of the copy, with the copy's length and an empty free list in it.
fn graft(page1: &Path, copy: &Path, pages: u32) -> Result<(), StoreError> {
    const ACTION: &str = "write the first page of the copy";
    let mut page = vec![0; PAGE_BYTES as usize];
    File::open(page1).and_then(|mut file| file.read_exact(&mut page)).map_err(StoreError::file(ACTION))?;
    if page.get(KIND_AT) != Some(&LEAF) {
        return Err(StoreError::Operation {
            reason: "the schema of the salvaged tables does not fit on one page",
        });
    }
    // Offsets of the file format document: 18 and 19 no log, 28 pages, 32 and 36 free list.
    for (at, bytes) in [(18, [1, 1].as_slice()), (28, &pages.to_be_bytes()), (32, &[0; 8])] {
        if let Some(place) = page.get_mut(at..at + bytes.len()) {
            place.copy_from_slice(bytes);
        }
    }
    let mut file = OpenOptions::new().write(true).open(copy).map_err(StoreError::file(ACTION))?;
    file.rewind().and_then(|()| file.write_all(&page)).map_err(StoreError::file(ACTION))
}

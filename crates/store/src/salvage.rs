//! Salvage: reading what can still be read of a damaged database into a fresh one, row by row. The damaged file
//! is only copied; it is moved into `damaged/` when the fresh store is complete, and never deleted.
//!
//! How. Every page of the file is encrypted and verified by itself, so damage is always a set of whole pages.
//! SQLCipher has a recovery mode in which a bad page fails alone instead of ending the connection; in this mode
//! it takes the first page unencrypted. That suits us: the first page is also the one without which SQLite can
//! read nothing, and we can write it ourselves, because all it must say is where each table begins. Those places
//! are kept beside the database (`store.roots`, no secret). So the loss of any page, the first included, costs
//! the rows on it and no others. A log that was not folded in yet is folded into the copy first (wal.rs).

mod orphans;
mod roots;
mod rows;

pub(crate) use roots::{record_tables, remember_roots};

use crate::backup::{flush, go_on};
use crate::connect::{Access, PAGE_BYTES, Place, StationKey, bare, connect};
use crate::directory::{self, DAMAGED, DATABASE, Directory, KEY, ROOTS};
use crate::entropy::Entropy;
use crate::error::{Damage, StoreError};
use crate::migrate;
use crate::open::{Opening, log_of};
use crate::station::Beginning;
use crate::swap::Incoming;
use crate::wal;
use crate::{customer, journal};
use roots::Roots;
use rusqlite::{Connection, TransactionBehavior};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

/// The copy that is worked on.
const COPY: &str = "damaged.db";

/// What was saved from a damaged file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Salvage {
    /// Where the damaged file lies now, with its log and a copy of its key.
    pub aside: PathBuf,
    /// Rows kept, by table.
    pub kept: BTreeMap<String, u64>,
    /// Tables of which something could not be read.
    pub incomplete: Vec<String>,
    /// Whether every chain of the journal is whole as far as its head says.
    pub is_journal_whole: bool,
}

/// Replaces a damaged database by a fresh one with everything that can be read.
pub(crate) fn salvage(
    directory: &Directory,
    key: &StationKey,
    opening: &Opening,
) -> Result<Salvage, StoreError> {
    let incoming = Incoming::begin(directory)?;
    let copy = incoming.file(COPY);
    copy_with_log(&directory.file(DATABASE), &copy)?;
    let roots = Roots::find(directory, &copy, key)?;
    let mut fresh = connect(&Place::File(incoming.file(DATABASE)), key, Access::Write)?;
    fresh.pragma_update(None, "foreign_keys", false)?;
    migrate::upgrade_to(&mut fresh, roots.schema)?;
    let (kept, incomplete) = match roots.open(&copy, &incoming.file("page1.db"), key)? {
        Some(damaged) => keep(&damaged, &mut fresh, roots::pages(&copy)?)?,
        None => (BTreeMap::new(), roots.tables.keys().cloned().collect()),
    };
    mend(&mut fresh, &opening.entropy)?;
    let is_journal_whole = chains_are_whole(&fresh)?;
    let lost = i64::try_from(incomplete.len()).unwrap_or(i64::MAX);
    let fields = vec![("incomplete_tables", lost.into()), ("is_journal_whole", is_journal_whole.into())];
    go_on(&mut fresh, &opening.entropy, Beginning::Salvage, opening.at_ms, fields)?;
    roots::remember_roots(&incoming.file(ROOTS), &fresh)?;
    fresh.close().map_err(|(_, error)| StoreError::from(error))?;
    flush(&incoming.file(DATABASE))?;
    let aside = incoming.replace(directory, DAMAGED, opening.at_ms)?;
    std::fs::copy(directory.file(KEY), aside.join(KEY)).map_err(StoreError::file("copy the key"))?;
    Ok(Salvage { aside, kept, incomplete, is_journal_whole })
}

/// Whether the schema can be read, and its version: what every start looks at.
pub(crate) fn look(connection: &Connection) -> Result<u32, StoreError> {
    let version = migrate::version(connection)?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(version)
}

/// Whether every page is what was written and the tables are whole.
pub(crate) fn look_at_all(connection: &Connection) -> Result<u32, StoreError> {
    const BAD: StoreError = StoreError::Damaged { what: Damage::Page };
    if bad_pages(connection)? != 0 {
        return Err(BAD);
    }
    let version = look(connection)?;
    let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" { Ok(version) } else { Err(BAD) }
}

/// How many pages of the file do not verify under the key; not those that are in the log only.
pub(crate) fn bad_pages(connection: &Connection) -> Result<u64, StoreError> {
    let mut statement = connection.prepare("PRAGMA cipher_integrity_check")?;
    let mut rows = statement.query([])?;
    let mut bad = 0;
    while rows.next()?.is_some() {
        bad += 1;
    }
    Ok(bad)
}

/// Whether the key is that of the file: it opens at least one of its pages. A file shorter than a page has
/// nothing a key could open.
pub(crate) fn key_opens_a_page(place: &Place, key: &StationKey) -> Result<bool, StoreError> {
    let Place::File(file) = place else { return Ok(true) };
    let bytes = std::fs::metadata(file).map_err(StoreError::file("look at the store"))?.len();
    let pages = bytes / u64::from(PAGE_BYTES);
    Ok(pages == 0 || bad_pages(&bare(place, key, Access::Read)?)? < pages)
}

/// The database with its log folded in, cut to whole pages, under another name.
fn copy_with_log(database: &Path, copy: &Path) -> Result<(), StoreError> {
    const COPYING: &str = "copy the damaged store";
    let mut out = directory::create_private(copy)?;
    let mut input = File::open(database).map_err(StoreError::file(COPYING))?;
    std::io::copy(&mut input, &mut out).map_err(StoreError::file(COPYING))?;
    wal::fold(&log_of(database), &mut out)?;
    let bytes = out.metadata().map_err(StoreError::file(COPYING))?.len();
    let page = u64::from(PAGE_BYTES);
    out.set_len(bytes / page * page).map_err(StoreError::file(COPYING))?;
    out.sync_all().map_err(StoreError::file(COPYING))
}

/// Copies every row that can be read. Counts by table, and the tables that are not complete.
fn keep(
    damaged: &roots::Copy,
    fresh: &mut Connection,
    pages: u32,
) -> Result<(BTreeMap<String, u64>, Vec<String>), StoreError> {
    let tables = roots::record_tables(fresh)?;
    let mut kept = BTreeMap::new();
    let (mut whole, mut incomplete) = (Vec::new(), Vec::new());
    let transaction = fresh.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for table in tables {
        let copied = rows::copy(damaged, &transaction, &table)?;
        kept.insert(table.clone(), copied.rows);
        if copied.is_incomplete { incomplete.push(table) } else { whole.push(table) }
    }
    damaged
        .connection
        .execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA writable_schema = ON;")?;
    for table in &incomplete {
        let found = orphans::adopt(damaged, &transaction, table, &whole, pages)?;
        *kept.entry(table.clone()).or_default() += found;
    }
    transaction.commit()?;
    Ok((kept, incomplete))
}

/// Makes what can be derived again: chains and bases from the journal, a nameless customer where one was lost,
/// so that the units stay visible, and a key where one was lost, so that the customer can be written down again.
fn mend(fresh: &mut Connection, entropy: &Entropy) -> Result<(), StoreError> {
    let transaction = fresh.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.execute_batch(include_str!("salvage/mend.sql"))?;
    customer::draw_missing_keys(&transaction, entropy)?;
    journal::rebuild_bases(&transaction)?;
    Ok(transaction.commit()?)
}

fn chains_are_whole(fresh: &Connection) -> Result<bool, StoreError> {
    Ok(journal::verify_chains(fresh)?.iter().all(|report| report.fault.is_none()))
}

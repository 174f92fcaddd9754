//! Copying the rows of one table out of a damaged file: from both ends towards the damage, then into what lies
//! between, halving it, until only rows that are lost are left.

use super::roots::{BEYOND, Copy, column};
use crate::error::StoreError;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use std::collections::VecDeque;

/// How often a range of rows is tried before the rest of it counts as lost. Reached only when a page is gone
/// that led to thousands of rows.
const TRIES_MAX: u32 = 20_000;
/// How far beyond the last row that was read more are looked for when the end of the table is damaged, so that
/// nothing tells where it ends. A page holds some hundred rows at most.
const BEYOND_MAX: i64 = 1 << 12;

/// What became of one table.
pub(super) struct Copied {
    pub(super) rows: u64,
    pub(super) is_incomplete: bool,
}

/// A column of the fresh table.
struct Column {
    name: String,
    /// It is another name of the rowid, so the row itself does not hold it.
    is_rowid: bool,
    /// What a row that is older than the column holds.
    default: Option<String>,
}

/// Copies a table.
pub(super) fn copy(damaged: &Copy, fresh: &Connection, table: &str) -> Result<Copied, StoreError> {
    let mut rows = Rows::prepare(damaged, fresh, table)?;
    let mut copied = Copied { rows: 0, is_incomplete: false };
    let mut ranges = VecDeque::from([(0, i64::MAX)]);
    let mut tries = 0;
    while let Some((first, last)) = ranges.pop_front() {
        tries += 1;
        if tries > TRIES_MAX {
            copied.is_incomplete = true;
            break;
        }
        let Some(low) = rows.walk(first, last, true, &mut copied)? else { continue };
        copied.is_incomplete = true;
        let Some(high) = rows.walk(low, last, false, &mut copied)? else { continue };
        if (low, high) == (0, i64::MAX) {
            // Neither end can be reached: the page that leads to all rows is gone.
            break;
        }
        let high = if high == i64::MAX { low.saturating_add(BEYOND_MAX) } else { high };
        if low < high {
            let middle = low.midpoint(high);
            ranges.push_back((low, middle));
            ranges.push_back((middle + 1, high));
        }
    }
    Ok(copied)
}

/// Copies what one page holds, or what it leads to, without looking any further.
pub(super) fn copy_page(damaged: &Copy, fresh: &Connection, table: &str) -> Result<u64, StoreError> {
    let mut rows = Rows::prepare(damaged, fresh, table)?;
    let mut copied = Copied { rows: 0, is_incomplete: false };
    if let Some(low) = rows.walk(0, i64::MAX, true, &mut copied)? {
        rows.walk(low, i64::MAX, false, &mut copied)?;
    }
    Ok(copied.rows)
}

struct Rows<'a> {
    upward: Option<rusqlite::Statement<'a>>,
    downward: Option<rusqlite::Statement<'a>>,
    insert: rusqlite::Statement<'a>,
    columns: Vec<Column>,
}

impl<'a> Rows<'a> {
    fn prepare(damaged: &'a Copy, fresh: &'a Connection, table: &str) -> Result<Self, StoreError> {
        let columns = columns(fresh, table)?;
        let from: Vec<String> = columns
            .iter()
            .zip(0..)
            .map(|(kept, at)| if kept.is_rowid { "rowid".to_owned() } else { column(at) })
            .collect();
        let short = damaged.name(table);
        let select = |order: &str| {
            // A table that the file is too short for is not in its schema: nothing of it can be read.
            damaged
                .connection
                .prepare(&format!(
                    "SELECT rowid, {} FROM {short}
                     WHERE rowid BETWEEN ?1 AND ?2 AND {BEYOND} IS NULL ORDER BY rowid {order}",
                    from.join(", ")
                ))
                .ok()
        };
        let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        let values: Vec<String> = columns
            .iter()
            .enumerate()
            .map(|(at, column)| match &column.default {
                Some(default) => format!("coalesce(?{}, {default})", at + 1),
                None => format!("?{}", at + 1),
            })
            .collect();
        let insert =
            format!("INSERT OR IGNORE INTO {table} ({}) VALUES ({})", names.join(", "), values.join(", "));
        Ok(Self { upward: select("ASC"), downward: select("DESC"), insert: fresh.prepare(&insert)?, columns })
    }

    /// Copies rows from one end of a range until its other end or until the damage. `None`: the whole range was
    /// read; else the rowid next to the last one that was read, where the damage begins.
    fn walk(
        &mut self,
        first: i64,
        last: i64,
        up: bool,
        copied: &mut Copied,
    ) -> Result<Option<i64>, StoreError> {
        let (select, edge) = if up { (&mut self.upward, first) } else { (&mut self.downward, last) };
        let Some(select) = select else {
            copied.is_incomplete = true;
            return Ok(None);
        };
        let mut edge = edge;
        let mut found = select.query([first, last])?;
        loop {
            let row = match found.next() {
                Ok(Some(row)) => row,
                Ok(None) => return Ok(None),
                Err(error) => return damage_at(error, edge),
            };
            let rowid: i64 = row.get(0)?;
            let read: Result<Vec<Value>, _> = (1..=self.columns.len()).map(|at| row.get(at)).collect();
            let values = match read {
                Ok(values) => values,
                Err(error) => return damage_at(error, rowid),
            };
            match self.insert.execute(params_from_iter(values)) {
                Ok(inserted) => copied.rows += inserted as u64,
                // A row that the table refuses is not what was written.
                Err(error) if is_refusal(&error) => copied.is_incomplete = true,
                Err(error) => return Err(error.into()),
            }
            edge = if up { rowid.saturating_add(1) } else { rowid.saturating_sub(1) };
        }
    }
}

/// Damage is where reading stopped; anything else is an error of its own.
fn damage_at(error: rusqlite::Error, edge: i64) -> Result<Option<i64>, StoreError> {
    let error = StoreError::from(error);
    if error.is_bad_page() { Ok(Some(edge)) } else { Err(error) }
}

fn is_refusal(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation)
}

fn columns(fresh: &Connection, table: &str) -> Result<Vec<Column>, StoreError> {
    let mut statement = fresh.prepare("SELECT name, type, pk, dflt_value FROM pragma_table_info(?1)")?;
    let mut columns: Vec<(Column, i64)> = Vec::new();
    let mut rows = statement.query([table])?;
    while let Some(row) = rows.next()? {
        let (kind, key): (String, i64) = (row.get("type")?, row.get("pk")?);
        let is_rowid = key == 1 && kind == "INTEGER";
        columns.push((Column { name: row.get("name")?, is_rowid, default: row.get("dflt_value")? }, key));
    }
    let is_single_key = columns.iter().filter(|(_, key)| *key != 0).count() == 1;
    let single = |(column, _): (Column, i64)| Column { is_rowid: column.is_rowid && is_single_key, ..column };
    Ok(columns.into_iter().map(single).collect())
}

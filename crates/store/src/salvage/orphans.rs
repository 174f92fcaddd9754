//! Rows that nothing leads to any more: when a page that points to others is lost, those others are still in the
//! file. Each page that belongs to no whole table is looked at as if the incomplete table began there; what fits
//! the table in every type, constraint and number of columns is kept, unless it is there already.

use super::roots::Copy;
use super::rows;
use crate::error::StoreError;
use rusqlite::{Connection, OptionalExtension, named_params};
use std::collections::BTreeSet;

/// Copies the rows of one incomplete table that lie on pages nothing leads to. `whole` are the tables that were
/// read to their end, whose pages are not looked at. Returns how many rows were found.
pub(super) fn adopt(
    damaged: &Copy,
    fresh: &Connection,
    table: &str,
    whole: &[String],
    pages: u32,
) -> Result<u64, StoreError> {
    let mut taken = BTreeSet::new();
    for name in whole {
        taken.extend(pages_of(&damaged.connection, damaged.name(name))?);
    }
    let place: Option<u32> = damaged
        .connection
        .query_row(PLACE, named_params! {":name": damaged.name(table)}, |row| row.get(0))
        .optional()?;
    // A table that began beyond the end of a cut file never had a page before it.
    let Some(place) = place else { return Ok(0) };
    let mut found = 0;
    for page in (2..=pages).filter(|page| !taken.contains(page)) {
        move_root(&damaged.connection, damaged.name(table), page)?;
        found += rows::copy_page(damaged, fresh, table)?;
    }
    move_root(&damaged.connection, damaged.name(table), place)?;
    Ok(found)
}

const PLACE: &str = "SELECT rootpage FROM sqlite_schema WHERE name = :name";

fn pages_of(damaged: &Connection, table: &str) -> Result<Vec<u32>, StoreError> {
    let mut statement = damaged.prepare("SELECT pageno FROM dbstat WHERE name = :name")?;
    let pages = statement.query_map(named_params! {":name": table}, |row| row.get(0))?;
    Ok(pages.collect::<Result<_, _>>()?)
}

/// Makes the copy say that a table begins at a page. The copy is ours and is thrown away.
fn move_root(damaged: &Connection, table: &str, page: u32) -> Result<(), StoreError> {
    damaged.execute(
        "UPDATE sqlite_schema SET rootpage = :page WHERE name = :name",
        named_params! {":page": page, ":name": table},
    )?;
    damaged.pragma_update(None, "writable_schema", "RESET")?;
    damaged.pragma_update(None, "writable_schema", true)?;
    Ok(())
}

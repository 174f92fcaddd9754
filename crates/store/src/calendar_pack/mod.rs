//! Imported calendars: the files as they came, in the order in which they came. A row is never changed or deleted, which
//! the database itself refuses. What a file says is read by the `calendar` crate; which days it moves by the application.

use crate::Source;
use crate::error::StoreError;
use crate::sql::{all, parse, run};
use crate::transact::Tx;
use nightbench_domain::id::CalendarPackId;
use rusqlite::{Row, named_params};

/// A calendar as it was imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedCalendar {
    /// Its id.
    pub id: CalendarPackId,
    /// Name of the file.
    pub file: String,
    /// The file as it came.
    pub text: String,
    /// BLAKE3 of the text, hexadecimal.
    pub hash: String,
    /// Who imported it.
    pub imported_by: String,
    /// When, milliseconds UTC.
    pub imported_at: i64,
}

/// Adds a calendar: one row, one operation.
///
/// # Errors
/// When the database refuses, as it does when the same file is there already.
pub fn add(tx: &Tx<'_>, calendar: &ImportedCalendar) -> Result<(), StoreError> {
    run(
        tx.connection,
        include_str!("add.sql"),
        named_params! {":id": calendar.id.to_string(), ":file": calendar.file, ":text": calendar.text,
        ":hash": calendar.hash, ":imported_by": calendar.imported_by, ":imported_at": calendar.imported_at},
    )?;
    let fields = vec![
        ("file", calendar.file.as_str().into()),
        ("text", calendar.text.as_str().into()),
        ("hash", calendar.hash.as_str().into()),
        ("imported_by", calendar.imported_by.as_str().into()),
        ("imported_at", calendar.imported_at.into()),
    ];
    tx.append("calendar_pack.import", 1, calendar.id.uuid(), fields)?;
    Ok(())
}

/// Every imported calendar, the first one first.
///
/// # Errors
/// When the database cannot be read.
pub fn imported(source: &impl Source) -> Result<Vec<ImportedCalendar>, StoreError> {
    source.read(|connection| all(connection, include_str!("all.sql"), [], read))
}

fn read(row: &Row<'_>) -> Result<ImportedCalendar, StoreError> {
    Ok(ImportedCalendar {
        id: parse(row, "id")?,
        file: row.get("file")?,
        text: row.get("text")?,
        hash: row.get("hash")?,
        imported_by: row.get("imported_by")?,
        imported_at: row.get("imported_at")?,
    })
}

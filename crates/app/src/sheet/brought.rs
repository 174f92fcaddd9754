//! What a file of records would bring and what it brought, in the words that the sales register and the masters share.
//! What only one of them knows stands beside it, in `registry` and `masters`.

use super::open_files::{ERRORS_SHOWN, OpenFile};
use super::pass::Tally;
use super::values::RowError;
use crate::commands::Written;
use crate::error::AppError;
use nightbench_domain::id::ImportId;
use nightbench_store::{Changes, StoreError};
use serde::Serialize;
use ts_rs::TS;

/// An open file as it was read, and what its rows would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileLook {
    /// Names the open file in later requests.
    pub file: String,
    /// Its name.
    pub name: String,
    /// How it was read: `UTF-8`, `UTF-16`, `GB18030` or `XLSX`.
    pub encoding: String,
    /// The column separator of a text file.
    pub separator: Option<String>,
    /// The first rows, as they stand in the file.
    pub sample: Vec<Vec<String>>,
    /// Rows under the headings.
    pub rows: u32,
    /// Rows that can be imported.
    pub good: u32,
    /// Of these, keys that are new.
    pub new: u32,
    /// Of these, keys about which more, or something else, would be said.
    pub changed: u32,
    /// All other rows: those with an error, and those that say nothing new.
    pub skipped: u32,
    /// The first 200 rows that cannot be imported.
    pub errors: Vec<RowError>,
    /// How many rows cannot be imported.
    pub error_count: u32,
}

/// What an import did. `rows = imported + updated + skipped`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportReport {
    /// Rows under the headings.
    pub rows: u32,
    /// Keys that were new.
    pub imported: u32,
    /// Keys of which something changed.
    pub updated: u32,
    /// Rows not written: those with an error, and those that say what is known already.
    pub skipped: u32,
    /// Of the skipped, those that changed nothing.
    pub unchanged: u32,
    /// The first 10,000 rows with an error.
    pub errors: Vec<RowError>,
    /// Whether a person stopped it; then nothing was written.
    pub cancelled: bool,
}

/// One import in a history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportRow {
    /// Its identity.
    pub id: ImportId,
    /// The file's name.
    pub name: String,
    /// When, milliseconds since 1970 UTC.
    pub at: i64,
    /// Rows under the headings.
    pub rows: u32,
    /// Keys that were new.
    pub imported: u32,
    /// Keys of which something changed.
    pub updated: u32,
    /// Rows not written.
    pub skipped: u32,
}

impl FileLook {
    /// What a pass over the file found, and the file's first rows as they stand in it.
    pub(crate) fn of(file: &OpenFile, tally: Tally) -> Result<Self, AppError> {
        Ok(Self {
            file: file.id.clone(),
            name: file.name.clone(),
            encoding: file.sheet.encoding.to_owned(),
            separator: file.sheet.separator.map(String::from),
            sample: file.sample()?,
            rows: tally.rows,
            good: tally.new + tally.changed + tally.unchanged,
            new: tally.new,
            changed: tally.changed,
            skipped: tally.skipped(),
            error_count: tally.error_count,
            errors: tally.errors.into_iter().take(ERRORS_SHOWN).collect(),
        })
    }
}

impl ImportReport {
    /// The report of an import that was kept.
    pub(crate) fn of(tally: Tally) -> Self {
        Self {
            rows: tally.rows,
            imported: tally.new,
            updated: tally.changed,
            skipped: tally.skipped(),
            unchanged: tally.unchanged + tally.repeated,
            errors: tally.errors,
            cancelled: false,
        }
    }

    /// The report of an import that a person stopped.
    fn stopped(rows: u32) -> Self {
        Self { cancelled: true, ..Self::of(Tally { rows, ..Tally::default() }) }
    }
}

/// The report of an import of `file` with what else it did: one that a person stopped did nothing else.
///
/// # Errors
/// What the import failed with, unless a person stopped it.
pub(crate) fn brought<T: Default>(
    file: &OpenFile,
    written: Result<Written<(Tally, T)>, AppError>,
) -> Result<Written<(ImportReport, T)>, AppError> {
    match written {
        Err(AppError::Store(StoreError::Stopped)) => {
            let value = (ImportReport::stopped(file.progress().total), T::default());
            Ok(Written { value, changes: Changes::default() })
        }
        Err(other) => Err(other),
        Ok(Written { value: (tally, more), changes }) => {
            Ok(Written { value: (ImportReport::of(tally), more), changes })
        }
    }
}

/// A count of rows as a screen gets it; no file has more rows than fit.
pub(crate) fn small_count(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

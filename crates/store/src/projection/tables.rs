//! Which columns of which tables a kind of operation fills, and from what. It is the other direction of what each noun's write
//! functions append, and a test compares the two for every table. What no column can say (a line of a list, a derived date)
//! is in mod.rs.

mod desk;
mod work;

pub(super) use desk::blob;

use super::followed::Followed;
use crate::error::StoreError;
use nightbench_domain::serial::fold;
use rusqlite::types::Value as Cell;

/// A table whose rows show records of one sort.
pub(super) struct Table {
    pub(super) name: &'static str,
    /// Kinds that make a row where there is none.
    pub(super) makes: &'static [&'static str],
    /// Kinds that change one.
    pub(super) changes: &'static [&'static str],
    /// Kinds that take it away.
    pub(super) ends: &'static [&'static str],
    pub(super) columns: &'static [Column],
}

/// What stands in a column.
pub(super) struct Column {
    pub(super) name: &'static str,
    /// The kinds that write it; none: whichever names its fields.
    pub(super) by: &'static [&'static str],
    pub(super) from: From,
}

/// Where a value comes from.
pub(super) enum From {
    /// What a field holds; NULL where it was never said.
    Field(&'static str),
    /// The same; empty where it was never said.
    Text(&'static str),
    /// The same; the number where it was never said.
    Number(&'static str, i64),
    /// The same as JSON; this where it was never said.
    Json(&'static str, &'static str),
    /// What the operation says beside the record; empty where it says nothing.
    Remark(&'static str),
    /// Who wrote the operation.
    Actor,
    /// When.
    At,
    /// This text, always.
    Is(&'static str),
    /// NULL while nothing else writes it.
    Null,
    /// Whatever follows from these fields.
    Of(&'static [&'static str], fn(&Followed<'_>) -> Result<Cell, StoreError>),
}

impl Table {
    pub(super) fn of(kind: &str) -> Option<&'static Self> {
        let knows = |table: &&Self| {
            [table.makes, table.changes, table.ends].iter().any(|kinds| kinds.contains(&kind))
        };
        desk::TABLES.iter().chain(work::TABLES).find(knows)
    }
}

pub(super) const fn field(name: &'static str) -> Column {
    Column { name, by: &[], from: From::Field(name) }
}

pub(super) const fn text(name: &'static str) -> Column {
    Column { name, by: &[], from: From::Text(name) }
}

pub(super) const fn number(name: &'static str, unsaid: i64) -> Column {
    Column { name, by: &[], from: From::Number(name, unsaid) }
}

pub(super) const fn json(name: &'static str, unsaid: &'static str) -> Column {
    Column { name, by: &[], from: From::Json(name, unsaid) }
}

pub(super) const fn from(name: &'static str, from: From) -> Column {
    Column { name, by: &[], from }
}

pub(super) const fn by(name: &'static str, by: &'static [&'static str], from: From) -> Column {
    Column { name, by, from }
}

/// Tables whose rows are never changed, whatever comes.
pub(super) const FIXED: &[&str] = &["bench_catalogue", "bench_sheet", "diagnosis", "verdict"];

pub(super) fn string(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

pub(super) fn folded(record: &Followed<'_>, name: &str) -> Cell {
    string(fold(&record.text(name)))
}

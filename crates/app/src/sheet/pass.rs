//! One pass over a file: finds the headings, then gives every row below them to the record they speak of, and counts
//! what became of it. A preview is such a pass whose transaction is taken back, an import one that is kept; so what a
//! preview promises is what an import does.

use super::columns::{Cells, Column, HeadingWords, meaning};
use super::values::{RowError, RowFault, RowProblem};
use super::{Row, Sheet};
use crate::error::AppError;
use nightbench_store::{Said, StoreError};
use std::ops::ControlFlow;

/// How many bad rows are named; more are only counted.
const ERRORS_KEPT: usize = 10_000;
/// How far down the headings are looked for: real files carry a title and a date above them.
const TITLE_ROWS_MAX: usize = 20;
/// How often progress is told, in rows.
const PROGRESS_ROWS: u32 = 500;

/// What the columns of a file mean.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Headings {
    /// Each heading as it stands in the file, with the field it stands for.
    pub(crate) columns: Vec<(String, Option<&'static str>)>,
    /// Whether a column holds what rows are known by; without one there is nothing to read.
    pub(crate) has_key: bool,
}

/// The rows of a file by what became of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// What the columns mean.
    pub(crate) headings: Headings,
    /// Rows under the headings.
    pub(crate) rows: u32,
    /// Keys that were new.
    pub(crate) new: u32,
    /// Keys of which something changed.
    pub(crate) changed: u32,
    /// Rows that said what was known before the file.
    pub(crate) unchanged: u32,
    /// Rows that said what an earlier row said.
    pub(crate) repeated: u32,
    /// How many rows do not stand.
    pub(crate) error_count: u32,
    /// The first of them.
    pub(crate) errors: Vec<RowError>,
}

impl Tally {
    /// Rows that did not change anything: those with an error, and those that say nothing new.
    pub(crate) const fn skipped(&self) -> u32 {
        self.rows.saturating_sub(self.new + self.changed)
    }

    /// Rows that could not be read or were there twice.
    pub(crate) const fn left_out(&self) -> u64 {
        self.error_count as u64 + self.repeated as u64
    }

    fn add(&mut self, row: u32, key: &'static str, outcome: Result<Said, RowFault>) {
        let wrong =
            |field: &'static str, code, other_row| RowError { row, field: field.to_owned(), code, other_row };
        let error = match outcome {
            Ok(Said::New) => return self.new += 1,
            Ok(Said::Changed) => return self.changed += 1,
            Ok(Said::Unchanged) => return self.unchanged += 1,
            Ok(Said::Repeated) => return self.repeated += 1,
            Ok(Said::Clash { row }) if key == "serial" => wrong(key, RowProblem::Duplicate, Some(row)),
            Ok(Said::Clash { row }) => wrong(key, RowProblem::DuplicateKey, Some(row)),
            Err(RowFault { field, problem }) => wrong(field, problem, None),
        };
        self.error_count += 1;
        if self.errors.len() < ERRORS_KEPT {
            self.errors.push(error);
        }
    }
}

/// Why a row stops more than itself.
pub(crate) enum Refused {
    /// The row does not stand; the others go on.
    Row(RowFault),
    /// The store or the machine failed.
    All(AppError),
}

impl From<RowFault> for Refused {
    fn from(fault: RowFault) -> Self {
        Self::Row(fault)
    }
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        Self::All(error.into())
    }
}

/// What a pass needs to know of a kind of file.
pub(crate) struct Kind<'a> {
    /// The columns it may have.
    pub(crate) columns: &'static [Column],
    /// The field rows are known by.
    pub(crate) key: &'static str,
    /// What a person said headings mean; `None` where nobody said.
    pub(crate) words: HeadingWords<'a>,
}

/// Passes over a file. `progress` is told the rows done every so often and at the end, and may stop the pass.
///
/// # Errors
/// `Stopped` when `progress` says so; what `take` cannot go on from; a file that is damaged further down.
pub(crate) fn pass(
    sheet: &Sheet,
    kind: &Kind<'_>,
    mut progress: impl FnMut(u32) -> ControlFlow<()>,
    mut take: impl FnMut(&Cells<'_>) -> Result<Said, Refused>,
) -> Result<Tally, AppError> {
    let headings = headings(sheet, kind)?;
    let fields: Vec<_> = headings.1.columns.iter().map(|(_, field)| *field).collect();
    let mut tally = Tally { headings: headings.1, ..Tally::default() };
    let Some(place) = headings.0 else { return Ok(tally) };
    let mut failure = None;
    sheet.rows(|row| {
        if row.number <= place {
            return ControlFlow::Continue(());
        }
        tally.rows += 1;
        let outcome = match take(&Cells { row: &row, fields: &fields }) {
            Ok(said) => Ok(said),
            Err(Refused::Row(fault)) => Err(fault),
            Err(Refused::All(error)) => {
                failure = Some(error);
                return ControlFlow::Break(());
            }
        };
        tally.add(row.number, kind.key, outcome);
        if tally.rows.is_multiple_of(PROGRESS_ROWS) && progress(tally.rows).is_break() {
            failure = Some(StoreError::Stopped.into());
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    })?;
    match failure {
        Some(error) => Err(error),
        None if progress(tally.rows).is_break() => Err(StoreError::Stopped.into()),
        None => Ok(tally),
    }
}

/// The number of the heading row, and what its columns mean. Where no row names the key, the first row, so that a
/// person can say.
fn headings(sheet: &Sheet, kind: &Kind<'_>) -> Result<(Option<u32>, Headings), AppError> {
    let chosen = |heading: &str| match (kind.words)(heading) {
        Some(said) => said,
        None => meaning(kind.columns, heading),
    };
    let mut looked_at = 0;
    let mut first: Option<Row> = None;
    let mut found: Option<Row> = None;
    sheet.rows(|row| {
        looked_at += 1;
        if row.cells.iter().any(|cell| chosen(cell) == Some(kind.key)) {
            found = Some(row);
        } else if first.is_none() {
            first = Some(row);
        }
        if found.is_some() || looked_at == TITLE_ROWS_MAX {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    })?;
    let Some(row) = found else {
        let columns = first.into_iter().flat_map(|row| row.cells).map(|heading| (heading, None)).collect();
        return Ok((None, Headings { columns, has_key: false }));
    };
    let mut taken = Vec::new();
    let columns = row
        .cells
        .into_iter()
        .map(|heading| {
            let field = chosen(&heading).filter(|field| !taken.contains(field));
            taken.extend(field);
            (heading, field)
        })
        .collect();
    Ok((Some(row.number), Headings { columns, has_key: true }))
}

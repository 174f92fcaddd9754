//! What the columns of a kind of file are called: headings to fields, in English and in Chinese.

use super::Row;
use super::values::{RowFault, RowProblem, heading_key};

/// A column a kind of file may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Column {
    /// The field's name in commands, errors and English headings.
    pub(crate) name: &'static str,
    /// The Chinese heading.
    pub(crate) chinese: &'static str,
}

/// What a heading means to a person who was asked: a field by its name, or nothing.
pub(crate) type HeadingWords<'a> = &'a dyn Fn(&str) -> Option<Option<&'static str>>;

/// The field a heading stands for by itself.
pub(crate) fn meaning(columns: &[Column], heading: &str) -> Option<&'static str> {
    let key = heading_key(heading);
    let column =
        columns.iter().find(|column| heading_key(column.name) == key || heading_key(column.chinese) == key);
    column.map(|column| column.name)
}

/// One row under headings.
pub(crate) struct Cells<'a> {
    pub(super) row: &'a Row,
    pub(super) fields: &'a [Option<&'static str>],
}

impl Cells<'_> {
    /// The row's number in the file; 1 is the first line.
    pub(crate) const fn number(&self) -> u32 {
        self.row.number
    }

    /// The text of a field; `None` when the file has no such column, which says nothing.
    pub(crate) fn said(&self, field: &str) -> Option<&str> {
        let place = self.fields.iter().position(|known| *known == Some(field))?;
        // A row that ends early leaves its last columns empty.
        Some(self.row.cells.get(place).map_or("", String::as_str))
    }

    /// The text of a field, empty when the file has no such column.
    pub(crate) fn text(&self, field: &str) -> &str {
        self.said(field).unwrap_or_default()
    }

    /// The text of a field that the record holds up to a length.
    pub(crate) fn short(&self, field: &'static str, chars_max: usize) -> Result<String, RowFault> {
        let text = self.text(field);
        if text.chars().count() > chars_max {
            Err(RowFault { field, problem: RowProblem::TooLong })
        } else {
            Ok(text.to_owned())
        }
    }

    /// Reads a field by its own rule.
    pub(crate) fn read<T>(
        &self,
        field: &'static str,
        read: impl FnOnce(&str) -> Result<T, RowProblem>,
    ) -> Result<T, RowFault> {
        read(self.text(field)).map_err(|problem| RowFault { field, problem })
    }
}

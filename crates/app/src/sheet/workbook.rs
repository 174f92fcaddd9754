//! Excel workbooks: the first sheet, row by row.

use super::{FileProblem, Row};
use calamine::{Data, Reader, Sheets, Xlsx, open_workbook_auto_from_rs};
use std::io::Cursor;
use std::ops::ControlFlow;

/// Whether the bytes are a workbook: a zip of the new format or a compound file of the old.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0])
}

/// Shows every row of the first sheet that is not blank, with the number Excel shows.
pub(super) fn rows(bytes: &[u8], visit: impl FnMut(Row) -> ControlFlow<()>) -> Result<(), FileProblem> {
    match open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|_| FileProblem::Workbook)? {
        Sheets::Xlsx(book) => streamed(book, visit),
        mut whole => {
            let range = whole.worksheet_range_at(0).ok_or(FileProblem::Empty)?;
            all_at_once(&range.map_err(|_| FileProblem::Workbook)?, visit)
        }
    }
}

/// Reads cell by cell; the cells of a row come one after the other.
fn streamed(
    mut book: Xlsx<Cursor<&[u8]>>,
    mut visit: impl FnMut(Row) -> ControlFlow<()>,
) -> Result<(), FileProblem> {
    let name = book.sheet_names().first().cloned().ok_or(FileProblem::Empty)?;
    let mut cells = book.worksheet_cells_reader(&name).map_err(|_| FileProblem::Workbook)?;
    let (mut at, mut texts) = (0, Vec::new());
    while let Some(cell) = cells.next_cell().map_err(|_| FileProblem::Workbook)? {
        let (row, column) = cell.get_position();
        if row != at {
            let done = Row::unless_blank(at.saturating_add(1), std::mem::take(&mut texts));
            if done.is_some_and(|done| visit(done).is_break()) {
                return Ok(());
            }
            at = row;
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column > super::COLUMNS_MAX {
            return Err(FileProblem::TooLarge);
        }
        texts.resize(column.max(texts.len()), String::new());
        texts.push(cell_text(&Data::from(cell.get_value().clone())));
    }
    if let Some(last) = Row::unless_blank(at.saturating_add(1), texts) {
        // Nothing comes after it, so whether to go on does not matter.
        let _last = visit(last);
    }
    Ok(())
}

fn all_at_once(
    range: &calamine::Range<Data>,
    mut visit: impl FnMut(Row) -> ControlFlow<()>,
) -> Result<(), FileProblem> {
    let first = range.start().map_or(0, |(row, _)| row);
    for (cells, number) in range.rows().zip(first.saturating_add(1)..) {
        let row = Row::unless_blank(number, cells.iter().map(cell_text).collect());
        if row.is_some_and(|row| visit(row).is_break()) {
            break;
        }
    }
    Ok(())
}

fn cell_text(cell: &Data) -> String {
    match cell {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.trim().to_owned(),
        // A serial number that Excel took for a number must not grow a decimal point or an exponent.
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Bool(yes) => yes.to_string(),
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
    }
}

//! A file as a stream of rows of texts: CSV in UTF-8, UTF-16 or GB18030 with any usual separator, or an Excel
//! workbook. What a column means is decided in `columns`, what becomes of a row in `pass`.
//!
//! However many rows a file has, one is held at a time: beside the file's own bytes, reading a text takes the
//! longest row, and reading an .xlsx that and the workbook's list of distinct texts. Older formats (.xls) are read
//! whole; nobody writes large ones.

mod brought;
mod columns;
mod open_files;
mod pass;
mod text;
mod values;
mod workbook;

pub use brought::{FileLook, ImportReport, ImportRow};
pub(crate) use brought::{brought, small_count};
pub(crate) use columns::{Cells, Column, meaning};
pub use open_files::{FileRef, Progress};
pub(crate) use open_files::{OpenFile, OpenFiles};
pub(crate) use pass::{Kind, Refused, Tally, pass};
pub use values::{RowError, RowProblem};
pub(crate) use values::{
    RowFault, amount, class_of, currency, date_of, heading_key, optional_date, sale_kind_of, whole, yes_or_no,
};

use std::ops::ControlFlow;

/// The largest file that is read, in bytes.
pub(crate) const FILE_BYTES_MAX: usize = 64 * 1024 * 1024;
/// The most rows that are read from one file.
pub(crate) const ROWS_MAX: usize = 1_000_000;
/// The widest table that is read, in columns.
pub(crate) const COLUMNS_MAX: usize = 256;

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// 1 is the first line of the file.
    pub(crate) number: u32,
    /// The cells, spaces around them removed.
    pub(crate) cells: Vec<String>,
}

/// Why a file is not a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileProblem {
    /// It holds nothing.
    #[error("the file is empty")]
    Empty,
    /// It is larger than `FILE_BYTES_MAX`, or has more rows or columns than are read.
    #[error("the file is too large")]
    TooLarge,
    /// It is neither UTF-8 nor UTF-16 nor GB18030 text, nor a workbook.
    #[error("the file is neither a text table nor a workbook")]
    Unreadable,
    /// The workbook is damaged, or protected by a password.
    #[error("the workbook is damaged or protected")]
    Workbook,
    /// No column is a serial number.
    #[error("no column holds the serial number")]
    NoSerialColumn,
    /// No column is what the rows of a master are known by.
    #[error("no column holds the key")]
    NoKeyColumn,
}

/// A file that can be read row by row.
#[derive(Debug)]
pub(crate) struct Sheet {
    /// How the file is read: `UTF-8`, `UTF-16`, `GB18030` or `XLSX`.
    pub(crate) encoding: &'static str,
    /// The column separator of a text file.
    pub(crate) separator: Option<char>,
    /// How a text is decoded; none for a workbook.
    format: Option<text::Format>,
    bytes: Vec<u8>,
}

impl Sheet {
    /// Recognises a file by its content; its name plays no part. Reads it once, keeping nothing of it but its bytes.
    ///
    /// # Errors
    /// When it is empty, too large, or neither text nor a workbook.
    pub(crate) fn open(bytes: Vec<u8>) -> Result<Self, FileProblem> {
        if bytes.len() > FILE_BYTES_MAX {
            return Err(FileProblem::TooLarge);
        }
        let sheet = if workbook::is_one(&bytes) {
            Self { encoding: "XLSX", separator: None, format: None, bytes }
        } else {
            let format = text::Format::of(&bytes)?;
            Self {
                encoding: format.name,
                separator: Some(char::from(format.separator)),
                format: Some(format),
                bytes,
            }
        };
        let mut rows = 0_usize;
        let mut is_wide = false;
        sheet.rows(|row| {
            rows += 1;
            is_wide |= row.cells.len() > COLUMNS_MAX;
            if rows > ROWS_MAX || is_wide { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })?;
        match rows {
            0 => Err(FileProblem::Empty),
            rows if rows > ROWS_MAX || is_wide => Err(FileProblem::TooLarge),
            _ => Ok(sheet),
        }
    }

    /// Shows every row that is not blank to `visit`, in file order, until it says to stop.
    ///
    /// # Errors
    /// When the file is damaged further down.
    pub(crate) fn rows(&self, visit: impl FnMut(Row) -> ControlFlow<()>) -> Result<(), FileProblem> {
        match &self.format {
            Some(format) => format.rows(&self.bytes, visit),
            None => workbook::rows(&self.bytes, visit),
        }
    }

    /// BLAKE3 of the file.
    pub(crate) fn hash(&self) -> blake3::Hash {
        blake3::hash(&self.bytes)
    }
}

/// All rows of a file that is known to be small.
///
/// # Errors
/// As [`Sheet::open`].
pub(crate) fn read(bytes: Vec<u8>) -> Result<Vec<Row>, FileProblem> {
    let mut rows = Vec::new();
    Sheet::open(bytes)?.rows(|row| {
        rows.push(row);
        ControlFlow::Continue(())
    })?;
    Ok(rows)
}

impl Row {
    /// A row, unless every cell of it is empty.
    fn unless_blank(number: u32, cells: Vec<String>) -> Option<Self> {
        cells.iter().any(|cell| !cell.is_empty()).then_some(Self { number, cells })
    }
}

#[cfg(test)]
mod tests {
    use super::{FileProblem, Sheet, read};

    fn cells(bytes: &[u8]) -> Vec<(u32, Vec<String>)> {
        read(bytes.to_vec()).unwrap().into_iter().map(|row| (row.number, row.cells)).collect()
    }

    #[test]
    fn a_register_reads_the_same_in_every_encoding_and_separator() {
        let expected = vec![
            (1, vec!["序列号".to_owned(), "型号".to_owned()]),
            (3, vec!["JP1".to_owned(), "夜视, 一型".to_owned()]),
        ];
        let text = "序列号,型号\r\n\r\nJP1,\"夜视, 一型\"\r\n";
        let gb = encoding_rs::GB18030.encode(text).0.into_owned();
        let with_bom = format!("\u{feff}{text}");
        let utf16: Vec<u8> =
            [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let semicolons = "序列号;型号\n\nJP1;夜视, 一型\n";
        for (bytes, encoding) in [
            (text.as_bytes(), "UTF-8"),
            (with_bom.as_bytes(), "UTF-8"),
            (gb.as_slice(), "GB18030"),
            (utf16.as_slice(), "UTF-16"),
            (semicolons.as_bytes(), "UTF-8"),
        ] {
            assert_eq!(cells(bytes), expected, "{encoding}");
            assert_eq!(Sheet::open(bytes.to_vec()).unwrap().encoding, encoding);
        }
    }

    #[test]
    fn what_is_no_table_is_refused_by_name() {
        let refused = |bytes: &[u8]| Sheet::open(bytes.to_vec()).err();
        assert_eq!(refused(b""), Some(FileProblem::Empty));
        assert_eq!(refused(b" \n , \n"), Some(FileProblem::Empty));
        assert_eq!(refused(b"PK\x03\x04 not a workbook"), Some(FileProblem::Workbook));
        assert_eq!(refused(&[0x89, b'P', b'N', b'G', 0, 0, 0, 13]), Some(FileProblem::Unreadable));
        assert_eq!(refused(b"serial\xff\xff,model\n"), Some(FileProblem::Unreadable));
    }

    #[test]
    fn a_letter_that_lies_across_two_pieces_of_the_file_is_read_whole() {
        // Longer than a piece, with a two-byte letter at every place of it.
        for shift in 0..3 {
            let text = format!("{}序列号,型号\nJP1,{}\n", "x".repeat(shift), "夜视".repeat(20_000));
            let gb = encoding_rs::GB18030.encode(&text).0.into_owned();
            assert_eq!(cells(&gb), cells(text.as_bytes()));
        }
    }
}

//! A register file as a table of texts: CSV in UTF-8, UTF-16 or GB18030 with any usual separator, or an
//! Excel workbook. What a column means is decided in `mapping`.

use calamine::{Data, Reader, open_workbook_auto_from_rs};
use std::io::Cursor;

/// The largest file that is read, in bytes.
pub(crate) const FILE_BYTES_MAX: usize = 64 * 1024 * 1024;
/// The most rows that are read from one file.
pub(crate) const ROWS_MAX: usize = 1_000_000;
/// The widest table that is read, in columns.
pub(crate) const COLUMNS_MAX: usize = 256;

/// A file as a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    /// How the file was read: `UTF-8`, `UTF-16`, `GB18030` or `XLSX`.
    pub(crate) encoding: &'static str,
    /// The column separator of a text file.
    pub(crate) separator: Option<char>,
    /// All rows, each with its number as an editor or a spreadsheet shows it; blank ones are left out.
    pub(crate) rows: Vec<Row>,
}

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
}

/// Reads a file by its content; its name plays no part.
///
/// # Errors
/// When it is empty, too large, or neither text nor a workbook.
pub(crate) fn read(bytes: &[u8]) -> Result<Table, FileProblem> {
    if bytes.len() > FILE_BYTES_MAX {
        return Err(FileProblem::TooLarge);
    }
    let is_workbook = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]);
    let table = if is_workbook { workbook(bytes)? } else { text(bytes)? };
    if table.rows.len() > ROWS_MAX || table.rows.iter().any(|row| row.cells.len() > COLUMNS_MAX) {
        return Err(FileProblem::TooLarge);
    }
    if table.rows.is_empty() { Err(FileProblem::Empty) } else { Ok(table) }
}

fn text(bytes: &[u8]) -> Result<Table, FileProblem> {
    let (text, encoding) = decode(bytes)?;
    let separator = separator_of(&text);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .has_headers(false)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut lines = Lines { text: text.as_bytes(), at: 0, number: 1 };
    for record in reader.records() {
        let record = record.map_err(|_| FileProblem::Unreadable)?;
        let number = lines.number_at(record.position().map_or(0, csv::Position::byte));
        keep(&mut rows, number, record.iter().map(str::to_owned).collect());
    }
    Ok(Table { encoding, separator: Some(char::from(separator)), rows })
}

/// Line numbers as an editor shows them. The reader's own count stops before the blank lines it skips.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    number: u32,
}

impl Lines<'_> {
    /// The line of the first character at or after a byte that is not a line end; bytes come in ascending order.
    fn number_at(&mut self, byte: u64) -> u32 {
        let byte = usize::try_from(byte).unwrap_or(usize::MAX);
        while let Some(&here) = self.text.get(self.at) {
            if self.at >= byte && !matches!(here, b'\r' | b'\n') {
                break;
            }
            self.number += u32::from(here == b'\n');
            self.at += 1;
        }
        self.number
    }
}

fn decode(bytes: &[u8]) -> Result<(String, &'static str), FileProblem> {
    let (encoding, name) = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) if encoding == encoding_rs::UTF_8 => (encoding, "UTF-8"),
        Some((encoding, _)) => (encoding, "UTF-16"),
        None if std::str::from_utf8(bytes).is_ok() => (encoding_rs::UTF_8, "UTF-8"),
        None => (encoding_rs::GB18030, "GB18030"),
    };
    let (text, _, damaged) = encoding.decode(bytes);
    // Control characters never stand in a register; they show that a binary file was chosen.
    let binary = text.chars().take(4_096).any(|c| c.is_control() && !matches!(c, '\t' | '\r' | '\n'));
    if damaged || binary { Err(FileProblem::Unreadable) } else { Ok((text.into_owned(), name)) }
}

/// The separator that stands most often, outside quotes, in the first lines.
fn separator_of(text: &str) -> u8 {
    let mut counts = [(b',', 0_usize), (b';', 0), (b'\t', 0), (b'|', 0)];
    let mut quoted = false;
    for byte in text.lines().take(10).flat_map(str::bytes) {
        if byte == b'"' {
            quoted = !quoted;
        } else if !quoted {
            for (separator, count) in &mut counts {
                *count += usize::from(*separator == byte);
            }
        }
    }
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(separator, _)| *separator)
}

fn workbook(bytes: &[u8]) -> Result<Table, FileProblem> {
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|_| FileProblem::Workbook)?;
    let range = book.worksheet_range_at(0).ok_or(FileProblem::Empty)?.map_err(|_| FileProblem::Workbook)?;
    let first = range.start().map_or(0, |(row, _)| row);
    let mut rows = Vec::new();
    for (cells, number) in range.rows().zip(first.saturating_add(1)..) {
        keep(&mut rows, number, cells.iter().map(cell_text).collect());
    }
    Ok(Table { encoding: "XLSX", separator: None, rows })
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

fn keep(rows: &mut Vec<Row>, number: u32, cells: Vec<String>) {
    if cells.iter().any(|cell| !cell.is_empty()) {
        rows.push(Row { number, cells });
    }
}

#[cfg(test)]
mod tests {
    use super::{FileProblem, read};

    fn cells(bytes: &[u8]) -> Vec<(u32, Vec<String>)> {
        read(bytes).unwrap().rows.into_iter().map(|row| (row.number, row.cells)).collect()
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
            assert_eq!(read(bytes).unwrap().encoding, encoding);
        }
    }

    #[test]
    fn what_is_no_table_is_refused_by_name() {
        assert_eq!(read(b""), Err(FileProblem::Empty));
        assert_eq!(read(b" \n , \n"), Err(FileProblem::Empty));
        assert_eq!(read(b"PK\x03\x04 not a workbook"), Err(FileProblem::Workbook));
        assert_eq!(read(&[0x89, b'P', b'N', b'G', 0, 0, 0, 13]), Err(FileProblem::Unreadable));
    }
}

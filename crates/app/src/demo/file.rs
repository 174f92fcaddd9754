//! The sample register as the files people really send: CSV in UTF-8 as a program writes it, CSV in GB18030
//! as Chinese Excel saves it, and a workbook whose dates are Excel's numbers. The rows are the same.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, XlsxError};
use std::path::Path;

/// How a register is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegisterFile {
    /// CSV in UTF-8.
    Csv,
    /// CSV in GB18030.
    Gb18030,
    /// An Excel workbook.
    Workbook,
}

impl RegisterFile {
    /// By the file's name: `.xlsx` is a workbook, `gb18030` before the ending names that encoding, and all else
    /// is CSV in UTF-8.
    #[must_use]
    pub fn named(path: &Path) -> Self {
        let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
        if name.ends_with(".xlsx") {
            Self::Workbook
        } else if name.contains("gb18030") {
            Self::Gb18030
        } else {
            Self::Csv
        }
    }

    /// The file's bytes for rows given as CSV.
    ///
    /// # Errors
    /// When the workbook cannot be put together.
    pub fn bytes(self, csv: &str) -> Result<Vec<u8>, XlsxError> {
        match self {
            Self::Csv => Ok(csv.as_bytes().to_vec()),
            Self::Gb18030 => Ok(encoding_rs::GB18030.encode(csv).0.into_owned()),
            Self::Workbook => workbook(csv),
        }
    }
}

/// Dates that are written as the standard writes them become Excel's; whoever typed another way typed text.
fn workbook(csv: &str) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let date_format = Format::new().set_num_format("yyyy-mm-dd");
    let sheet = workbook.add_worksheet();
    for (row, line) in (0_u32..).zip(csv.lines()) {
        for (column, cell) in (0_u16..).zip(line.split(',')) {
            match cell.parse::<NaiveDate>() {
                Ok(date) => {
                    let (month, day) = (u8::try_from(date.month()), u8::try_from(date.day()));
                    let year = u16::try_from(date.year()).unwrap_or(1900);
                    let date = ExcelDateTime::from_ymd(year, month.unwrap_or(1), day.unwrap_or(1))?;
                    sheet.write_datetime_with_format(row, column, &date, &date_format)?;
                }
                Err(_) if cell.is_empty() => {}
                Err(_) => {
                    sheet.write_string(row, column, cell)?;
                }
            }
        }
    }
    workbook.save_to_buffer()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_format_follows_from_the_name() {
        let named = |name: &str| RegisterFile::named(Path::new(name));
        assert_eq!(named("register.XLSX"), RegisterFile::Workbook);
        assert_eq!(named("register-gb18030.csv"), RegisterFile::Gb18030);
        assert_eq!(named("register.csv"), RegisterFile::Csv);
    }
}

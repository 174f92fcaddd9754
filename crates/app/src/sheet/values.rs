//! What the texts of cells mean: dates, classes, ways of sale; and what can be wrong with a row.

use chrono::{Datelike, Days, NaiveDate};
use nightbench_domain::serial::fold;
use nightbench_domain::unit::{ProductClass, SaleKind};
use serde::Serialize;
use ts_rs::TS;

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RowError {
    /// The row's number in the file; 1 is the first line.
    pub row: u32,
    /// The field's name.
    pub field: String,
    /// What is wrong, `registry-<code>` in the catalogue.
    pub code: RowProblem,
    /// The other row's number, where two rows clash.
    pub other_row: Option<u32>,
}

/// What can be wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RowProblem {
    /// The serial number is missing.
    NoSerial,
    /// What the row is known by is missing.
    NoKey,
    /// The text is not a serial number.
    NotASerial,
    /// The text is not a date.
    NotADate,
    /// The text is not a whole number, or out of range.
    NotANumber,
    /// The text is not an amount of money.
    NotAnAmount,
    /// The text is neither yes nor no.
    NotYesOrNo,
    /// The text is no list of serials and ranges.
    NotARange,
    /// The text is no serial pattern.
    NotAPattern,
    /// No class is known by that word.
    UnknownClass,
    /// No way of sale is known by that word.
    UnknownSaleKind,
    /// No kind of charge, or of unit of our own, is known by that word.
    UnknownKind,
    /// Two dates stand in the wrong order.
    DateOrder,
    /// The text is longer than the record holds.
    TooLong,
    /// An earlier row holds the same serial with other values; the earlier one stands.
    Duplicate,
    /// An earlier row holds the same key with other values; the earlier one stands.
    DuplicateKey,
}

/// Why a row does not stand, before its number is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RowFault {
    /// The field's name.
    pub(crate) field: &'static str,
    /// What is wrong with it.
    pub(crate) problem: RowProblem,
}

/// A heading or a word of a file as it is compared: in any case, with spaces, dashes or underscores.
pub(crate) fn heading_key(heading: &str) -> String {
    fold(heading).chars().filter(|c| !matches!(c, '_' | '-' | '*' | ':' | '：')).collect()
}

/// A date, or none where the cell is empty or crossed out.
pub(crate) fn optional_date(text: &str) -> Result<Option<NaiveDate>, RowProblem> {
    match text {
        "" | "-" | "/" | "—" => Ok(None),
        text => date_of(text).map(Some).ok_or(RowProblem::NotADate),
    }
}

/// The class a word of a file means; none for an empty one.
pub(crate) fn class_of(text: &str) -> Result<Option<ProductClass>, RowProblem> {
    match heading_key(text).as_str() {
        "" => Ok(None),
        "TERMINAL" | "整机" | "终端整机" => Ok(Some(ProductClass::Terminal)),
        "MODULE" | "机芯" | "模组" => Ok(Some(ProductClass::Module)),
        "DETECTOR" | "探测器" => Ok(Some(ProductClass::Detector)),
        _ => Err(RowProblem::UnknownClass),
    }
}

/// The way of sale a word of a file means; none for an empty one.
pub(crate) fn sale_kind_of(text: &str) -> Result<Option<SaleKind>, RowProblem> {
    match heading_key(text).as_str() {
        "" => Ok(None),
        "NORMAL" | "正常" => Ok(Some(SaleKind::Normal)),
        "SPECIALPRICE" | "特价" => Ok(Some(SaleKind::SpecialPrice)),
        "PROTOTYPESPECIALPRICE" | "特价样机" => Ok(Some(SaleKind::PrototypeSpecialPrice)),
        "BORROWED" | "借用" => Ok(Some(SaleKind::Borrowed)),
        _ => Err(RowProblem::UnknownSaleKind),
    }
}

/// Reads a date as registers write it: year first with any separator, `2026年3月2日`, eight digits, with
/// or without a time, or Excel's day number. A date with the day or month first is refused, because
/// nobody can tell which is which.
#[must_use]
pub(crate) fn date_of(text: &str) -> Option<NaiveDate> {
    let text = text.trim().replace('T', " ");
    let day = fold(text.split_whitespace().next()?);
    let date = if let Ok(number) = day.parse::<u32>() {
        match day.len() {
            8 => NaiveDate::from_ymd_opt(
                i32::try_from(number / 10_000).ok()?,
                number / 100 % 100,
                number % 100,
            )?,
            // Day 1 of Excel's calendar is 1900-01-01, and it counts a 29 February 1900 that never was.
            5 => NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(u64::from(number)))?,
            _ => return None,
        }
    } else {
        let parts: Vec<&str> =
            day.split(['-', '/', '.', '年', '月', '日']).filter(|part| !part.is_empty()).collect();
        let [year, month, day] = parts.as_slice() else { return None };
        if year.len() != 4 {
            return None;
        }
        NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?
    };
    (1990..=2100).contains(&date.year()).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::date_of;
    use chrono::NaiveDate;

    #[test]
    fn a_date_reads_in_every_form_registers_use() {
        let expected = NaiveDate::from_ymd_opt(2026, 3, 2);
        for text in [
            "2026-03-02",
            "2026/3/2",
            "2026.3.2",
            "2026年3月2日",
            "20260302",
            "46083",
            "2026-03-02 00:00:00",
            "2026-03-02T08:30:00",
            " ２０２６－０３－０２ ",
        ] {
            assert_eq!(date_of(text), expected, "{text}");
        }
        for text in ["03/02/2026", "2026-02-30", "soon", "", "26-3-2", "1", "19000101"] {
            assert_eq!(date_of(text), None, "{text}");
        }
    }
}

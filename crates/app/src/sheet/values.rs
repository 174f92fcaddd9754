//! What the texts of cells mean: dates, classes, ways of sale; and what can be wrong with a row.

use chrono::{Datelike, Days, NaiveDate};
use nightbench_domain::money::decimals;
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
    /// A field that must be filled is empty.
    Missing,
    /// Fewer pieces than are reserved for work orders.
    BelowReserved,
    /// Two dates stand in the wrong order.
    DateOrder,
    /// The text is longer than the record holds.
    TooLong,
    /// An earlier row holds the same serial with other values; the earlier one stands.
    Duplicate,
    /// An earlier row holds the same key with other values; the earlier one stands.
    DuplicateKey,
    /// An earlier row holds another dealer of the same name: the name would lead to neither.
    DuplicateName,
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
        "TERMINAL" | "COMPLETEDEVICE" | "整机" | "终端" | "终端整机" => {
            Ok(Some(ProductClass::Terminal))
        }
        "MODULE" | "COREMODULE" | "机芯" | "模组" => Ok(Some(ProductClass::Module)),
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

/// Yes or no; none for an empty cell.
pub(crate) fn yes_or_no(text: &str) -> Result<Option<bool>, RowProblem> {
    match heading_key(text).as_str() {
        "" => Ok(None),
        "YES" | "Y" | "TRUE" | "1" | "是" | "有" => Ok(Some(true)),
        "NO" | "N" | "FALSE" | "0" | "否" | "无" => Ok(Some(false)),
        _ => Err(RowProblem::NotYesOrNo),
    }
}

/// A whole number up to a largest one; none for an empty cell.
pub(crate) fn whole(text: &str, max: u32) -> Result<Option<u32>, RowProblem> {
    match text {
        "" | "-" | "—" => Ok(None),
        text => match text.parse() {
            Ok(number) if number <= max => Ok(Some(number)),
            Ok(_) | Err(_) => Err(RowProblem::NotANumber),
        },
    }
}

/// Three letters; the yuan where the file does not say.
pub(crate) fn currency(text: &str) -> Result<String, RowProblem> {
    match fold(text).as_str() {
        "" | "元" | "人民币" => Ok("CNY".to_owned()),
        code if code.len() == 3 && code.chars().all(|c| c.is_ascii_uppercase()) => Ok(code.to_owned()),
        _ => Err(RowProblem::UnknownKind),
    }
}

/// An amount of money in minor units: `1,280.50` of a currency with two decimals is 128050.
pub(crate) fn amount(text: &str, currency: &str) -> Result<u64, RowProblem> {
    let decimals = decimals(currency);
    let text: String =
        fold(text).chars().filter(|c| !matches!(c, ',' | '，' | ' ' | '¥' | '￥' | '$' | '€')).collect();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let is_number = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    let part = part.trim_end_matches('0');
    if whole.is_empty() || whole.len() > 12 || part.len() > decimals || !is_number(whole) || !is_number(part)
    {
        return Err(RowProblem::NotAnAmount);
    }
    format!("{whole}{part:0<decimals$}").parse().map_err(|_| RowProblem::NotAnAmount)
}

#[cfg(test)]
mod tests {
    use super::{amount, class_of, date_of, whole, yes_or_no};
    use chrono::NaiveDate;
    use nightbench_domain::code;
    use nightbench_domain::unit::ProductClass;
    use nightbench_locale::{Language, say};

    #[test]
    fn a_class_is_read_in_the_words_of_the_screens_and_as_files_write_it() {
        for class in ProductClass::ALL {
            for language in [Language::ZhCn, Language::En] {
                let word = say(language, &format!("product_class-{}", code(&class)), &[]);
                assert!(class_of(&word).is_ok_and(|read| read == Some(class)), "{word}");
            }
            assert!(class_of(&code(&class)).is_ok_and(|read| read == Some(class)));
        }
        assert!(class_of("终端").is_ok_and(|read| read == Some(ProductClass::Terminal)));
        assert!(class_of("telescope").is_err());
    }

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

    #[test]
    fn money_is_read_to_its_minor_unit_and_never_rounded() {
        for (text, currency, expected) in [
            ("120", "CNY", Some(12_000)),
            ("1,280.50", "CNY", Some(128_050)),
            ("￥80.5", "CNY", Some(8_050)),
            ("80.500", "CNY", Some(8_050)),
            ("1200", "JPY", Some(1_200)),
            ("12.5", "JPY", None),
            ("0.005", "CNY", None),
            ("-5", "CNY", None),
            ("", "CNY", None),
            ("free", "CNY", None),
            ("１２.3０", "CNY", Some(1_230)),
        ] {
            assert_eq!(amount(text, currency).ok(), expected, "{text} {currency}");
        }
    }

    #[test]
    fn answers_and_numbers_read_as_people_write_them() {
        assert_eq!(
            (yes_or_no("是"), yes_or_no("No"), yes_or_no("")),
            (Ok(Some(true)), Ok(Some(false)), Ok(None))
        );
        assert!(yes_or_no("maybe").is_err());
        assert_eq!((whole("36", 1_200), whole("", 1_200)), (Ok(Some(36)), Ok(None)));
        assert!(whole("1201", 1_200).is_err() && whole("3.5", 1_200).is_err());
    }
}

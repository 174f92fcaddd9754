//! What the columns and the values of a register file mean: headings to fields, texts to dates, classes
//! and ways of sale.

use super::table::{FileProblem, Row, Table};
use chrono::{Datelike, Days, NaiveDate};
use nightbench_domain::registry::Sale;
use nightbench_domain::serial::{SerialError, SerialNumber, fold};
use nightbench_domain::unit::{ProductClass, SaleKind};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use ts_rs::TS;

/// A field of the sales register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the fields of `Sale`, which documents them")]
pub enum RegistryField {
    Serial,
    Model,
    ProductClass,
    ContractDate,
    VoucherDate,
    SaleKind,
    Dealer,
    Customer,
    Phone,
}

impl RegistryField {
    /// Every field with its English and Chinese heading.
    pub const HEADINGS: [(Self, &str, &str); 9] = [
        (Self::Serial, "serial", "序列号"),
        (Self::Model, "model", "型号"),
        (Self::ProductClass, "product_class", "产品类别"),
        (Self::ContractDate, "contract_date", "合同日期"),
        (Self::VoucherDate, "voucher_date", "购买日期"),
        (Self::SaleKind, "sale_kind", "销售类型"),
        (Self::Dealer, "dealer", "经销商"),
        (Self::Customer, "customer", "客户"),
        (Self::Phone, "phone", "电话"),
    ];

    /// The field's name in files, commands and errors.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::HEADINGS.iter().find(|(field, ..)| *field == self).map_or("", |(_, name, _)| name)
    }

    /// Reads a field's English name or Chinese heading, in any case, with spaces, dashes or underscores.
    #[must_use]
    pub fn of_heading(heading: &str) -> Option<Self> {
        let key = heading_key(heading);
        Self::HEADINGS
            .iter()
            .find(|(_, english, chinese)| heading_key(english) == key || heading_key(chinese) == key)
            .map(|(field, ..)| *field)
    }
}

fn heading_key(heading: &str) -> String {
    fold(heading).chars().filter(|c| !matches!(c, '_' | '-' | '*' | ':')).collect()
}

/// What a person said a heading means; `None` leaves the column out.
pub type HeadingMap = BTreeMap<String, Option<RegistryField>>;

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
    /// The text is not a serial number.
    NotASerial,
    /// The text is not a date.
    NotADate,
    /// No class is known by that word.
    UnknownClass,
    /// No way of sale is known by that word.
    UnknownSaleKind,
    /// The text is longer than the record holds.
    TooLong,
    /// An earlier row holds the same serial with other values; the earlier one stands.
    Duplicate,
}

/// A file whose columns have a meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mapped {
    /// The headings in file order, each with the field it stands for.
    pub(super) headings: Vec<(String, Option<RegistryField>)>,
    /// The good rows, each with its number.
    pub(super) sales: Vec<(u32, Sale)>,
    /// What is wrong with the others.
    pub(super) errors: Vec<RowError>,
    /// Rows that repeat an earlier one word for word.
    pub(super) repeated: u32,
    /// How many rows stand under the headings.
    pub(super) rows: u32,
}

/// Finds the heading row, gives columns their meaning and reads every row below it.
///
/// # Errors
/// `NoSerialColumn` when neither a heading nor `map` says where the serial number is.
pub(super) fn map(table: &Table, map: &HeadingMap) -> Result<Mapped, FileProblem> {
    let chosen = |heading: &str| match map.get(heading) {
        Some(field) => *field,
        None => RegistryField::of_heading(heading),
    };
    // Real files carry a title and a date above the headings; the headings are the first row that names
    // the serial number.
    let place = table
        .rows
        .iter()
        .take(20)
        .position(|row| row.cells.iter().any(|cell| chosen(cell) == Some(RegistryField::Serial)))
        .ok_or(FileProblem::NoSerialColumn)?;
    let (above, body) = table.rows.split_at(place + 1);
    let mut taken = Vec::new();
    let headings: Vec<_> = above
        .last()
        .map(|row| row.cells.as_slice())
        .unwrap_or_default()
        .iter()
        .map(|heading| {
            let field = chosen(heading).filter(|field| !taken.contains(field));
            taken.extend(field);
            (heading.clone(), field)
        })
        .collect();
    let mut mapped = Mapped { headings, sales: Vec::new(), errors: Vec::new(), repeated: 0, rows: 0 };
    let mut seen: HashMap<SerialNumber, (u32, usize)> = HashMap::new();
    for row in body {
        mapped.rows += 1;
        match sale_of(row, &mapped.headings) {
            Err(error) => mapped.errors.push(error),
            Ok(sale) => match seen.get(&sale.serial) {
                None => {
                    seen.insert(sale.serial.clone(), (row.number, mapped.sales.len()));
                    mapped.sales.push((row.number, sale));
                }
                Some((_, at)) if mapped.sales.get(*at).is_some_and(|(_, earlier)| *earlier == sale) => {
                    mapped.repeated += 1;
                }
                Some((first, _)) => mapped.errors.push(RowError {
                    row: row.number,
                    field: RegistryField::Serial.name().to_owned(),
                    code: RowProblem::Duplicate,
                    other_row: Some(*first),
                }),
            },
        }
    }
    Ok(mapped)
}

/// The headings a file offers when none of them names the serial number, so that a person can say.
#[must_use]
pub(super) fn unmapped_headings(table: &Table) -> Vec<String> {
    table.rows.first().map(|row| row.cells.clone()).unwrap_or_default()
}

fn sale_of(row: &Row, headings: &[(String, Option<RegistryField>)]) -> Result<Sale, RowError> {
    let text = |wanted: RegistryField| {
        headings
            .iter()
            .zip(&row.cells)
            .find(|((_, field), _)| *field == Some(wanted))
            .map_or("", |(_, cell)| cell.as_str())
    };
    let wrong = |field: RegistryField, code| RowError {
        row: row.number,
        field: field.name().to_owned(),
        code,
        other_row: None,
    };
    let short = |field: RegistryField, chars_max: usize| {
        let text = text(field);
        if text.chars().count() > chars_max {
            Err(wrong(field, RowProblem::TooLong))
        } else {
            Ok(text.to_owned())
        }
    };
    let date = |field| match text(field) {
        "" | "-" | "/" | "—" => Ok(None),
        text => date_of(text).map(Some).ok_or_else(|| wrong(field, RowProblem::NotADate)),
    };
    let serial = SerialNumber::parse(text(RegistryField::Serial)).map_err(|error| match error {
        SerialError::Empty => wrong(RegistryField::Serial, RowProblem::NoSerial),
        SerialError::Length | SerialError::Character => wrong(RegistryField::Serial, RowProblem::NotASerial),
    })?;
    Ok(Sale {
        serial,
        model: short(RegistryField::Model, 80)?,
        product_class: class_of(text(RegistryField::ProductClass))
            .map_err(|code| wrong(RegistryField::ProductClass, code))?,
        contract_date: date(RegistryField::ContractDate)?,
        voucher_date: date(RegistryField::VoucherDate)?,
        sale_kind: sale_kind_of(text(RegistryField::SaleKind))
            .map_err(|code| wrong(RegistryField::SaleKind, code))?,
        dealer: short(RegistryField::Dealer, 200)?,
        customer: short(RegistryField::Customer, 200)?.into(),
        phone: short(RegistryField::Phone, 60)?.into(),
    })
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
    use super::{HeadingMap, RegistryField, RowProblem, date_of, map};
    use crate::registry::table::{FileProblem, read};
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

    #[test]
    fn headings_are_found_below_a_title_in_both_languages() {
        for (english, chinese) in [("Product Class", "产品类别"), ("VOUCHER_DATE", " 购买日期 ")] {
            assert_eq!(RegistryField::of_heading(english), RegistryField::of_heading(chinese), "{english}");
        }
        let file = "出厂销售台账 2026\n序列号,型号,购买日期\nJP2409-00417,NV-640,2026-03-02\n";
        let mapped = map(&read(file.as_bytes()).unwrap(), &HeadingMap::new()).unwrap();
        assert_eq!(mapped.sales.len(), 1);
        assert_eq!(mapped.rows, 1);
    }

    #[test]
    fn bad_rows_are_named_and_good_rows_stand() {
        let file = "serial,model,product class,voucher date,sale kind\n\
                    JP2409-00417,NV-640,terminal,2026-03-02,normal\n\
                    ,NV-640,terminal,2026-03-02,normal\n\
                    JP2409-00418,NV-640,telescope,2026-03-02,normal\n\
                    JP2409-00419,NV-640,机芯,02.03.2026,normal\n\
                    JP2409-00420,NV-640,,,gift\n\
                    JP2409-00417,NV-640,terminal,2026-03-02,normal\n\
                    JP2409-00417,NV-641,terminal,2026-03-02,normal\n";
        let mapped = map(&read(file.as_bytes()).unwrap(), &HeadingMap::new()).unwrap();
        let errors: Vec<_> =
            mapped.errors.iter().map(|e| (e.row, e.field.as_str(), e.code, e.other_row)).collect();
        assert_eq!(
            errors,
            [
                (3, "serial", RowProblem::NoSerial, None),
                (4, "product_class", RowProblem::UnknownClass, None),
                (5, "voucher_date", RowProblem::NotADate, None),
                (6, "sale_kind", RowProblem::UnknownSaleKind, None),
                (8, "serial", RowProblem::Duplicate, Some(2)),
            ]
        );
        assert_eq!((mapped.rows, mapped.sales.len(), mapped.repeated), (7, 1, 1));
    }

    #[test]
    fn a_person_can_say_what_a_heading_means() {
        let table = read("SN,Type\nJP2409-00417,NV-640\n".as_bytes()).unwrap();
        assert_eq!(map(&table, &HeadingMap::new()), Err(FileProblem::NoSerialColumn));
        let said = HeadingMap::from([
            ("SN".to_owned(), Some(RegistryField::Serial)),
            ("Type".to_owned(), Some(RegistryField::Model)),
        ]);
        assert_eq!(map(&table, &said).unwrap().sales[0].1.model, "NV-640");
    }
}

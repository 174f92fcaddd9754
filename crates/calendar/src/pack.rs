//! A newer calendar as a file brings it: which days of which countries it arranges, as CSV like the shipped files or as
//! TOML. It reads and refuses; what it changes is `Calendar::with`. Where it is kept is the application's.
//!
//! A year counts as arranged when the file has a row of it before December: then the rows of that year are the whole truth
//! about it. Rows of a December alone belong to the next year's arrangement (29 December 2001 was worked for 1 January
//! 2002) and are laid over what is there. An arranged year is published unless every row of it is provisional.

use crate::calendar::{Calendar, Span};
use crate::rows::{DayRow, RowError, RowFault, RowKind, read_days};
use crate::table::Table;
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;

/// What a file says of one country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarPack {
    /// Two capital letters, ISO 3166; a country of [`Calendar::countries`].
    pub country: String,
    /// The years it arranges as a whole, ascending; rows of other years are laid over what is there.
    pub years: Vec<i32>,
    /// The arranged years that are published.
    pub published: Vec<i32>,
    /// Its days, in ascending order; at least one.
    pub rows: Vec<DayRow>,
}

/// Why a newer calendar was refused. The calendar before it stays.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {fault}")]
pub struct PackError {
    /// Name of the file as the caller gave it.
    pub file: String,
    /// Line in the file, from 1.
    pub line: usize,
    /// What is wrong there.
    pub fault: PackFault,
}

/// What is wrong with a newer calendar, the first thing that was found.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackFault {
    /// A row is malformed.
    #[error(transparent)]
    Row(#[from] RowFault),
    /// A country that has no calendar in the program.
    #[error("{0} has no calendar here")]
    UnknownCountry(String),
    /// A day outside the years of a calendar.
    #[error("{0} lies outside the years of a calendar, 2000 to 2049")]
    OutsideYears(NaiveDate),
    /// A make-up workday on a day of the week that is worked anyway.
    #[error("{0} is worked anyway")]
    WorkedAnyway(NaiveDate),
    /// A provisional year where a published one is there.
    #[error("{0} is published already, and this file calls it provisional")]
    PublishedAlready(i32),
    /// The line is not TOML of this form.
    #[error("not a calendar in TOML: {0}")]
    NotToml(String),
    /// It is larger than a calendar can be.
    #[error("the file is larger than {0} MB")]
    TooLarge(usize),
}

impl PackFault {
    /// Its code, `calendar_fault-<code>` in the catalogue.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Row(RowFault::NoDays) => "no_days",
            Self::Row(RowFault::UnknownHeading(_)) => "unknown_heading",
            Self::Row(RowFault::HeadingTwice(_)) => "heading_twice",
            Self::Row(RowFault::HeadingMissing(_)) => "heading_missing",
            Self::Row(RowFault::FieldCount { .. }) => "field_count",
            Self::Row(RowFault::OpenQuote) => "open_quote",
            Self::Row(RowFault::Date(_)) => "date",
            Self::Row(RowFault::Kind(_)) => "kind",
            Self::Row(RowFault::Status(_)) => "status",
            Self::Row(RowFault::DayTwice { .. }) => "day_twice",
            Self::Row(RowFault::Country(_) | RowFault::CountryOrder(_)) => "country",
            Self::Row(RowFault::Weekday(_) | RowFault::NoWorkingWeekday) => "weekday",
            Self::UnknownCountry(_) => "unknown_country",
            Self::OutsideYears(_) => "outside_years",
            Self::WorkedAnyway(_) => "worked_anyway",
            Self::PublishedAlready(_) => "published_already",
            Self::NotToml(_) => "not_toml",
            Self::TooLarge(_) => "too_large",
        }
    }

    /// What the file writes there, as it stands; empty where the code says all.
    #[must_use]
    pub fn found(&self) -> String {
        match self {
            Self::Row(
                RowFault::UnknownHeading(found)
                | RowFault::HeadingTwice(found)
                | RowFault::Date(found)
                | RowFault::Kind(found)
                | RowFault::Status(found)
                | RowFault::Country(found)
                | RowFault::Weekday(found)
                | RowFault::CountryOrder(found),
            )
            | Self::UnknownCountry(found)
            | Self::NotToml(found) => found.clone(),
            Self::Row(RowFault::HeadingMissing(found)) => (*found).to_owned(),
            Self::Row(RowFault::FieldCount { found, named }) => format!("{found} / {named}"),
            Self::Row(RowFault::DayTwice { country, date }) => format!("{country} {date}"),
            Self::OutsideYears(date) | Self::WorkedAnyway(date) => date.to_string(),
            Self::PublishedAlready(year) => year.to_string(),
            Self::TooLarge(megabytes) => megabytes.to_string(),
            Self::Row(RowFault::NoDays | RowFault::OpenQuote | RowFault::NoWorkingWeekday) => String::new(),
        }
    }
}

/// The written form in TOML: one country, one source for all its days.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TomlPack {
    country: Spanned<String>,
    #[serde(default)]
    status: Option<Spanned<String>>,
    #[serde(default)]
    source: Option<String>,
    #[serde(default)]
    day: Vec<TomlDay>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TomlDay {
    date: Spanned<String>,
    kind: Spanned<String>,
    #[serde(default)]
    name_zh: String,
    #[serde(default)]
    name_en: String,
}

impl CalendarPack {
    /// Reads a file, one pack for each country in it in ascending order of code. A name that ends in `.toml` is TOML,
    /// anything else CSV with the headings of the shipped files.
    ///
    /// # Errors
    /// [`PackError`] with the line: a malformed row, a country or a year that no calendar has, a make-up workday on a day
    /// that is worked anyway, a file without days.
    pub fn read(file: &str, text: &str) -> Result<Vec<Self>, PackError> {
        let is_toml = file.to_ascii_lowercase().ends_with(".toml");
        let rows = if is_toml { toml_rows(file, text)? } else { csv_rows(file, text)? };
        let refuse = |line: usize, fault: PackFault| PackError { file: file.to_owned(), line, fault };
        if rows.is_empty() {
            return Err(refuse(1, RowFault::NoDays.into()));
        }
        let known = Calendar::countries();
        let (first, last) = Table::ends();
        let mut of_country: BTreeMap<String, Vec<DayRow>> = BTreeMap::new();
        for (line, row) in rows {
            if known.binary_search(&row.country).is_err() {
                return Err(refuse(line, PackFault::UnknownCountry(row.country)));
            }
            if !(first..=last).contains(&row.date) {
                return Err(refuse(line, PackFault::OutsideYears(row.date)));
            }
            let calendar = Calendar::of(&row.country);
            if row.kind == RowKind::MakeupWorkday && calendar.is_weekday_worked(row.date) {
                return Err(refuse(line, PackFault::WorkedAnyway(row.date)));
            }
            of_country.entry(row.country.clone()).or_default().push(row);
        }
        Ok(of_country.into_iter().map(|(country, rows)| Self::of_rows(country, rows)).collect())
    }

    fn of_rows(country: String, mut rows: Vec<DayRow>) -> Self {
        rows.sort_by_key(|row| row.date);
        let arranged = |row: &&DayRow| row.date.month() < 12;
        let years: BTreeSet<i32> = rows.iter().filter(arranged).map(|row| row.date.year()).collect();
        let vouched = |year: &i32| rows.iter().any(|row| row.date.year() == *year && !row.is_provisional);
        let published = years.iter().copied().filter(vouched).collect();
        Self { country, years: years.into_iter().collect(), published, rows }
    }

    /// Whether it would take a published year back, which year that is.
    #[must_use]
    pub fn unpublishes(&self, calendar: &Calendar) -> Option<i32> {
        let mut provisional = self.years.iter().filter(|year| !self.published.contains(year));
        provisional.find(|year| calendar.is_published(**year)).copied()
    }

    /// The published years as stretches of days.
    pub(crate) fn published_spans(&self) -> impl Iterator<Item = Span> {
        self.published.iter().filter_map(|&year| year_span(year))
    }
}

/// A civil year.
pub(crate) fn year_span(year: i32) -> Option<Span> {
    Some(Span { first: NaiveDate::from_ymd_opt(year, 1, 1)?, last: NaiveDate::from_ymd_opt(year, 12, 31)? })
}

/// The rows with their lines.
type Lined = Vec<(usize, DayRow)>;

fn csv_rows(file: &str, text: &str) -> Result<Lined, PackError> {
    let rows = read_days(file, file, text).map_err(|RowError { file, line, fault }| PackError {
        file,
        line,
        fault: fault.into(),
    })?;
    // Blank lines are no rows; the heading is the first line.
    let lines = text.lines().enumerate().skip(1).filter(|(_, line)| !line.trim().is_empty());
    Ok(lines.map(|(at, _)| at + 1).zip(rows).collect())
}

fn toml_rows(file: &str, text: &str) -> Result<Lined, PackError> {
    let line_at = |offset: usize| text.bytes().take(offset).filter(|&byte| byte == b'\n').count() + 1;
    let refuse =
        |offset: usize, fault: PackFault| PackError { file: file.to_owned(), line: line_at(offset), fault };
    let pack: TomlPack = toml::from_str(text).map_err(|error| {
        let offset = error.span().map_or(0, |span| span.start);
        refuse(offset, PackFault::NotToml(error.message().to_owned()))
    })?;
    let is_provisional = match pack.status.as_ref().map(|status| status.get_ref().as_str()) {
        None | Some("published") => false,
        Some("provisional") => true,
        Some(other) => {
            let offset = pack.status.as_ref().map_or(0, |status| status.span().start);
            return Err(refuse(offset, RowFault::Status(other.to_owned()).into()));
        }
    };
    let country = pack.country.get_ref();
    let source = pack.source.unwrap_or_else(|| file.to_owned());
    let mut seen = BTreeSet::new();
    let mut rows = Vec::with_capacity(pack.day.len());
    for day in pack.day {
        let offset = day.date.span().start;
        let date: NaiveDate = match day.date.get_ref().parse() {
            Ok(date) if day.date.get_ref().len() == "YYYY-MM-DD".len() => date,
            Ok(_) | Err(_) => return Err(refuse(offset, RowFault::Date(day.date.get_ref().clone()).into())),
        };
        let kind = match day.kind.get_ref().as_str() {
            "holiday" => RowKind::Holiday,
            "makeup_workday" => RowKind::MakeupWorkday,
            other => return Err(refuse(day.kind.span().start, RowFault::Kind(other.to_owned()).into())),
        };
        if !seen.insert(date) {
            return Err(refuse(offset, RowFault::DayTwice { country: country.clone(), date }.into()));
        }
        let (name_zh, name_en) = (day.name_zh, day.name_en);
        rows.push((
            line_at(offset),
            DayRow {
                country: country.clone(),
                date,
                kind,
                name_zh,
                name_en,
                is_provisional,
                source: source.clone(),
            },
        ));
    }
    Ok(rows)
}

//! The written form of a calendar pack: CSV rows of holidays and make-up workdays, and of weekends. Reads and
//! refuses; it decides nothing about working days. Called by build.rs, which compiles the shipped files into the
//! program, by `Calendar::from_rows` and by the tests that compare the two.

use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Why a day differs from its weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// A rest day, also where it falls on a weekend.
    Holiday,
    /// A weekend day that is worked to make up for a holiday.
    MakeupWorkday,
}

/// One row of a calendar file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayRow {
    /// Two capital letters, ISO 3166; `CN` in a file without a country column.
    pub country: String,
    /// The civil date of the row.
    pub date: NaiveDate,
    /// Rest or work.
    pub kind: RowKind,
    /// Chinese name of the holiday; empty where the source has none.
    pub name_zh: String,
    /// English name of the holiday; empty where the source has none.
    pub name_en: String,
    /// True for a row that its source calls estimated or provisional.
    pub is_provisional: bool,
    /// Who says so, in the words of the file: its `source` or `basis`, or what is known of the file as a whole.
    pub source: String,
}

/// The weekly rest days of a country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekendRow {
    /// Two capital letters, ISO 3166.
    pub country: String,
    /// Bit 0 is Monday, bit 6 Sunday; at least one day of the week is worked.
    pub rest_days: u8,
}

/// A calendar file that was refused. Whoever builds the program reads it as it stands; whoever brings a newer calendar is
/// told the sentence of its code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {fault}")]
pub struct RowError {
    /// Name of the file as the caller gave it.
    pub file: String,
    /// Line in the file, the heading is line 1.
    pub line: usize,
    /// What is wrong there.
    pub fault: RowFault,
}

/// What is wrong with a calendar file, the first thing that was found.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RowFault {
    /// There is no day in it.
    #[error("the file names no day")]
    NoDays,
    /// A heading that no calendar file has.
    #[error("unknown heading `{0}`")]
    UnknownHeading(String),
    /// A heading that stands twice.
    #[error("heading `{0}` stands twice")]
    HeadingTwice(String),
    /// A heading that must be there.
    #[error("heading `{0}` is missing")]
    HeadingMissing(&'static str),
    /// A row with more or fewer fields than headings.
    #[error("{found} fields where {named} are named")]
    FieldCount {
        /// How many the row has.
        found: usize,
        /// How many there should be.
        named: usize,
    },
    /// A quoted field that does not end in its line.
    #[error("a quote is not closed")]
    OpenQuote,
    /// No civil date.
    #[error("`{0}` is not a date, write YYYY-MM-DD")]
    Date(String),
    /// No kind of day.
    #[error("`{0}` is not a kind, write holiday or makeup_workday")]
    Kind(String),
    /// Neither published nor provisional.
    #[error("`{0}` says neither that the day is published nor that it is not")]
    Status(String),
    /// No country code.
    #[error("`{0}` is not a country, write two capital letters")]
    Country(String),
    /// A day that has a row already.
    #[error("{country} has a row for {date} already")]
    DayTwice {
        /// Whose.
        country: String,
        /// Which day.
        date: NaiveDate,
    },
    /// No day of the week.
    #[error("`{0}` is not an ISO weekday, 1 to 7")]
    Weekday(String),
    /// A week that rests on all its days.
    #[error("no day of the week is worked")]
    NoWorkingWeekday,
    /// A country given twice or out of order.
    #[error("{0} is out of order or doubled")]
    CountryOrder(String),
}

/// Reads a file of days. Columns are found by their headings: `date` and `kind` are required; `country`, `name_zh`,
/// `name_en`, `estimated` (0 or 1), `status` (`published` or `provisional`), `source` and `basis` may be there. A row that
/// names no source has that of the file.
///
/// # Errors
/// [`RowError`] for an unknown or missing heading, a wrong number of fields, a malformed date, country or code, and
/// for a day of a country that has a row already. The rows come back in the order of the file.
pub fn read_days(file: &str, source: &str, text: &str) -> Result<Vec<DayRow>, RowError> {
    let (columns, lines) = read_table(
        file,
        text,
        &["country", "date", "kind", "name_zh", "name_en", "estimated", "status", "source", "basis"],
        &["date", "kind"],
    )?;
    let mut rows: Vec<DayRow> = Vec::with_capacity(lines.len());
    let mut seen = BTreeSet::new();
    for (line, fields) in lines {
        let refuse = |fault: RowFault| RowError { file: file.to_owned(), line, fault };
        let field = |name: &str| {
            columns.iter().position(|column| column == name).and_then(|at| fields.get(at)).map(String::as_str)
        };
        let text_of = |name: &str| field(name).unwrap_or_default().to_owned();
        let date = field("date").unwrap_or_default();
        let row = DayRow {
            country: country_code(field("country").unwrap_or("CN")).map_err(refuse)?,
            date: NaiveDate::parse_from_str(date, "%Y-%m-%d")
                .map_err(|_| refuse(RowFault::Date(date.to_owned())))?,
            kind: match field("kind").unwrap_or_default() {
                "holiday" => RowKind::Holiday,
                "makeup_workday" => RowKind::MakeupWorkday,
                other => return Err(refuse(RowFault::Kind(other.to_owned()))),
            },
            name_zh: text_of("name_zh"),
            name_en: text_of("name_en"),
            is_provisional: match (field("estimated"), field("status")) {
                (None | Some("0"), None | Some("published")) => false,
                (None | Some("0" | "1"), None | Some("published" | "provisional")) => true,
                (estimated, status) => {
                    let said = [estimated, status].into_iter().flatten().collect::<Vec<_>>();
                    return Err(refuse(RowFault::Status(said.join(" "))));
                }
            },
            source: [field("source"), field("basis")]
                .into_iter()
                .flatten()
                .find(|said| !said.is_empty())
                .unwrap_or(source)
                .to_owned(),
        };
        if !seen.insert((row.country.clone(), row.date)) {
            return Err(refuse(RowFault::DayTwice { country: row.country, date: row.date }));
        }
        rows.push(row);
    }
    Ok(rows)
}

/// Reads the file of weekends: country, then the ISO weekday numbers that rest, 1 = Monday, such as `67`.
///
/// # Errors
/// [`RowError`] for a malformed row, a week without a working day, or a country given twice or out of order.
pub fn read_weekends(file: &str, text: &str) -> Result<Vec<WeekendRow>, RowError> {
    let heading = "weekend_iso_weekdays(1=Mon)";
    let (_, lines) = read_table(file, text, &["country", heading], &["country", heading])?;
    let mut rows: Vec<WeekendRow> = Vec::with_capacity(lines.len());
    for (line, fields) in lines {
        let refuse = |fault: RowFault| RowError { file: file.to_owned(), line, fault };
        let [country, weekdays] = fields.as_slice() else {
            return Err(refuse(RowFault::FieldCount { found: fields.len(), named: 2 }));
        };
        let mut rest_days = 0_u8;
        for digit in weekdays.chars() {
            match digit.to_digit(10) {
                Some(weekday @ 1..=7) => rest_days |= 1 << (weekday - 1),
                Some(_) | None => return Err(refuse(RowFault::Weekday(digit.to_string()))),
            }
        }
        if rest_days == 0b0111_1111 {
            return Err(refuse(RowFault::NoWorkingWeekday));
        }
        let row = WeekendRow { country: country_code(country).map_err(refuse)?, rest_days };
        if rows.last().is_some_and(|before| before.country >= row.country) {
            return Err(refuse(RowFault::CountryOrder(row.country)));
        }
        rows.push(row);
    }
    Ok(rows)
}

type Lines = Vec<(usize, Vec<String>)>;

/// Splits a file into its headings and its numbered lines, and checks both against what the caller knows.
fn read_table(
    file: &str,
    text: &str,
    known: &[&str],
    required: &[&'static str],
) -> Result<(Vec<String>, Lines), RowError> {
    let refuse = |line: usize, fault: RowFault| RowError { file: file.to_owned(), line, fault };
    let mut lines = text.trim_start_matches('\u{feff}').lines().enumerate().map(|(at, line)| (at + 1, line));
    let (_, heading) = lines.next().ok_or_else(|| refuse(1, RowFault::NoDays))?;
    let columns = split_fields(heading).map_err(|fault| refuse(1, fault))?;
    for (at, column) in columns.iter().enumerate() {
        if !known.contains(&column.as_str()) {
            return Err(refuse(1, RowFault::UnknownHeading(column.clone())));
        }
        if columns.iter().take(at).any(|before| before == column) {
            return Err(refuse(1, RowFault::HeadingTwice(column.clone())));
        }
    }
    for name in required {
        if !columns.iter().any(|column| column == name) {
            return Err(refuse(1, RowFault::HeadingMissing(name)));
        }
    }
    let mut table = Vec::new();
    for (line, content) in lines {
        if content.trim().is_empty() {
            continue;
        }
        let fields = split_fields(content).map_err(|fault| refuse(line, fault))?;
        if fields.len() != columns.len() {
            return Err(refuse(line, RowFault::FieldCount { found: fields.len(), named: columns.len() }));
        }
        table.push((line, fields));
    }
    Ok((columns, table))
}

/// Splits one CSV line; a field may stand in double quotes, with `""` for a quote, but not run over lines.
fn split_fields(line: &str) -> Result<Vec<String>, RowFault> {
    let mut fields = Vec::new();
    let mut field = String::new();
    let mut is_quoted = false;
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                characters.next();
                field.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if field.is_empty() => is_quoted = true,
            ',' if !is_quoted => fields.push(std::mem::take(&mut field)),
            other => field.push(other),
        }
    }
    if is_quoted {
        return Err(RowFault::OpenQuote);
    }
    fields.push(field);
    Ok(fields)
}

fn country_code(text: &str) -> Result<String, RowFault> {
    if text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase()) {
        Ok(text.to_owned())
    } else {
        Err(RowFault::Country(text.to_owned()))
    }
}

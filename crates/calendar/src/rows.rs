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
}

/// The weekly rest days of a country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekendRow {
    /// Two capital letters, ISO 3166.
    pub country: String,
    /// Bit 0 is Monday, bit 6 Sunday; at least one day of the week is worked.
    pub rest_days: u8,
}

/// A calendar file that was refused. These files are compiled into the program, so this is read by whoever builds it and
/// is no sentence of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {reason}")]
pub struct RowError {
    /// Name of the file as the caller gave it.
    pub file: String,
    /// Line in the file, the heading is line 1.
    pub line: usize,
    /// What is wrong, in English.
    pub reason: String,
}

/// Reads a file of days. Columns are found by their headings: `date` and `kind` are required; `country`, `name_zh`,
/// `name_en`, `estimated` (0 or 1), `status` (`published` or `provisional`) and `basis` may be there.
///
/// # Errors
/// [`RowError`] for an unknown or missing heading, a wrong number of fields, a malformed date, country or code, and
/// for a day of a country that has a row already. The rows come back in the order of the file.
pub fn read_days(file: &str, text: &str) -> Result<Vec<DayRow>, RowError> {
    let (columns, lines) = read_table(
        file,
        text,
        &["country", "date", "kind", "name_zh", "name_en", "estimated", "status", "basis"],
        &["date", "kind"],
    )?;
    let mut rows: Vec<DayRow> = Vec::with_capacity(lines.len());
    let mut seen = BTreeSet::new();
    for (line, fields) in lines {
        let refuse = |reason: String| RowError { file: file.to_owned(), line, reason };
        let field = |name: &str| {
            columns.iter().position(|column| column == name).and_then(|at| fields.get(at)).map(String::as_str)
        };
        let text_of = |name: &str| field(name).unwrap_or_default().to_owned();
        let date = field("date").unwrap_or_default();
        let row = DayRow {
            country: country_code(field("country").unwrap_or("CN")).map_err(refuse)?,
            date: NaiveDate::parse_from_str(date, "%Y-%m-%d")
                .map_err(|_| refuse(format!("`{date}` is not a date, write YYYY-MM-DD")))?,
            kind: match field("kind").unwrap_or_default() {
                "holiday" => RowKind::Holiday,
                "makeup_workday" => RowKind::MakeupWorkday,
                other => {
                    return Err(refuse(format!("`{other}` is not a kind, write holiday or makeup_workday")));
                }
            },
            name_zh: text_of("name_zh"),
            name_en: text_of("name_en"),
            is_provisional: match (field("estimated"), field("status")) {
                (None | Some("0"), None | Some("published")) => false,
                (None | Some("0" | "1"), None | Some("published" | "provisional")) => true,
                (estimated, status) => {
                    return Err(refuse(format!(
                        "estimated {estimated:?} or status {status:?} is not a known code"
                    )));
                }
            },
        };
        if !seen.insert((row.country.clone(), row.date)) {
            return Err(refuse(format!("{} has a row for {} already", row.country, row.date)));
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
        let refuse = |reason: String| RowError { file: file.to_owned(), line, reason };
        let [country, weekdays] = fields.as_slice() else {
            return Err(refuse("a row is a country and its rest days".to_owned()));
        };
        let mut rest_days = 0_u8;
        for digit in weekdays.chars() {
            match digit.to_digit(10) {
                Some(weekday @ 1..=7) => rest_days |= 1 << (weekday - 1),
                Some(_) | None => return Err(refuse(format!("`{digit}` is not an ISO weekday, 1 to 7"))),
            }
        }
        if rest_days == 0b0111_1111 {
            return Err(refuse("no day of the week is worked".to_owned()));
        }
        let row = WeekendRow { country: country_code(country).map_err(refuse)?, rest_days };
        if rows.last().is_some_and(|before| before.country >= row.country) {
            return Err(refuse(format!("{} is out of order or doubled", row.country)));
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
    required: &[&str],
) -> Result<(Vec<String>, Lines), RowError> {
    let refuse = |line: usize, reason: String| RowError { file: file.to_owned(), line, reason };
    let mut lines = text.trim_start_matches('\u{feff}').lines().enumerate().map(|(at, line)| (at + 1, line));
    let (_, heading) = lines.next().ok_or_else(|| refuse(1, "the file is empty".to_owned()))?;
    let columns = split_fields(heading).map_err(|reason| refuse(1, reason))?;
    for (at, column) in columns.iter().enumerate() {
        if !known.contains(&column.as_str()) {
            return Err(refuse(1, format!("unknown heading `{column}`")));
        }
        if columns.iter().take(at).any(|before| before == column) {
            return Err(refuse(1, format!("heading `{column}` stands twice")));
        }
    }
    for name in required {
        if !columns.iter().any(|column| column == name) {
            return Err(refuse(1, format!("heading `{name}` is missing")));
        }
    }
    let mut table = Vec::new();
    for (line, content) in lines {
        if content.trim().is_empty() {
            continue;
        }
        let fields = split_fields(content).map_err(|reason| refuse(line, reason))?;
        if fields.len() != columns.len() {
            return Err(refuse(line, format!("{} fields where {} are named", fields.len(), columns.len())));
        }
        table.push((line, fields));
    }
    Ok((columns, table))
}

/// Splits one CSV line; a field may stand in double quotes, with `""` for a quote, but not run over lines.
fn split_fields(line: &str) -> Result<Vec<String>, String> {
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
        return Err("a quote is not closed".to_owned());
    }
    fields.push(field);
    Ok(fields)
}

fn country_code(text: &str) -> Result<String, String> {
    if text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase()) {
        Ok(text.to_owned())
    } else {
        Err(format!("`{text}` is not a country, write two capital letters"))
    }
}

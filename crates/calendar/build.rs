//! Compiles the calendar packs under `calendars/` into one small binary that the crate embeds, so that a process
//! start reads a few kilobytes of one country instead of parsing 1.6 MB of CSV. A bad pack stops the build with its
//! file, line and reason. What the pieces of the binary are is said in src/embedded.rs, which reads it.

#[path = "src/rows.rs"]
#[allow(unreachable_pub, reason = "the module is public in the crate that shares this file")]
mod rows;

use chrono::{Datelike, NaiveDate};
use rows::{DayRow, RowKind, read_days, read_weekends};
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::{env, fs};

/// Last day for which China's State Council has published the arrangement. Later days are provisional.
const CHINA_PUBLISHED_UNTIL: (i32, u32, u32) = (2026, 12, 31);
/// From this year China's days come from the world file, the own files end before it.
const CHINA_FROM_WORLD: i32 = 2028;
/// A row keeps the index of its source in the six bits beside its two flags.
const SOURCES: u16 = 64;

fn main() {
    if let Err(error) = compile() {
        println!("cargo::error={error}");
    }
}

fn compile() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../calendars");
    let read = |name: &str| -> Result<String, Box<dyn Error>> {
        println!("cargo::rerun-if-changed={}", folder.join(name).display());
        fs::read_to_string(folder.join(name)).map_err(|error| format!("calendars/{name}: {error}").into())
    };
    println!("cargo::rerun-if-changed=src/rows.rs");
    let sources = read("sources.csv")?;
    let days_of = |name: &str| -> Result<Vec<DayRow>, Box<dyn Error>> {
        let named = sources.lines().filter_map(|line| line.split_once(',')).find(|(file, _)| *file == name);
        Ok(read_days(name, named.map_or(name, |(_, source)| source), &read(name)?)?)
    };
    let own = days_of("cn_days.csv")?;
    let own_provisional = days_of("cn_days_2027_provisional.csv")?;
    let world = days_of("world_days_2020_2030.csv")?;
    let weekends = read_weekends("world_weekends.csv", &read("world_weekends.csv")?)?;

    let mut days: BTreeMap<String, Vec<DayRow>> = BTreeMap::new();
    for row in own.into_iter().chain(own_provisional) {
        days.entry(row.country.clone()).or_default().push(row);
    }
    for row in world {
        if row.country != "CN" || row.date.year() >= CHINA_FROM_WORLD {
            days.entry(row.country.clone()).or_default().push(row);
        }
    }
    for rows in days.values_mut() {
        rows.sort_by_key(|row| row.date);
    }
    let mut names = Names::default();
    for row in days.values().flatten() {
        if names.index(&row.source)? >= SOURCES {
            return Err(format!("{} {}: more than {SOURCES} sources", row.country, row.date).into());
        }
    }
    let mut directory = Vec::new();
    let mut body = Vec::new();
    let mut count = 0_u16;
    for weekend in &weekends {
        let rows = days.remove(&weekend.country).unwrap_or_default();
        let published = published_spans(&weekend.country, &rows)?;
        directory.extend(weekend.country.bytes());
        directory.push(weekend.rest_days);
        directory.push(u8::try_from(published.len())?);
        directory.extend(u16::try_from(rows.len())?.to_le_bytes());
        directory.extend(u32::try_from(body.len())?.to_le_bytes());
        for (from, until) in published {
            body.extend(day_number(from)?.to_le_bytes());
            body.extend(day_number(until)?.to_le_bytes());
        }
        for row in rows {
            body.extend(day_number(row.date)?.to_le_bytes());
            let source = u8::try_from(names.index(&row.source)?)?;
            body.push(
                u8::from(row.kind == RowKind::MakeupWorkday)
                    | u8::from(row.is_provisional) << 1
                    | source << 2,
            );
            body.extend(names.index(&row.name_zh)?.to_le_bytes());
            body.extend(names.index(&row.name_en)?.to_le_bytes());
        }
        count += 1;
    }
    if let Some(country) = days.keys().next() {
        return Err(format!("world_weekends.csv: {country} has days but no weekend").into());
    }
    let mut pack = Vec::new();
    pack.extend(count.to_le_bytes());
    pack.extend(u16::try_from(names.texts.len())?.to_le_bytes());
    pack.extend(u32::try_from(body.len())?.to_le_bytes());
    pack.extend(directory);
    pack.extend(body);
    for text in &names.texts {
        pack.push(u8::try_from(text.len())?);
        pack.extend(text.bytes());
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("calendars.bin"), pack)?;
    Ok(())
}

/// Every name once; index 0 is the empty one.
struct Names {
    texts: Vec<String>,
    indexes: BTreeMap<String, u16>,
}

impl Default for Names {
    fn default() -> Self {
        Self { texts: vec![String::new()], indexes: BTreeMap::from([(String::new(), 0)]) }
    }
}

impl Names {
    fn index(&mut self, text: &str) -> Result<u16, Box<dyn Error>> {
        if let Some(&index) = self.indexes.get(text) {
            return Ok(index);
        }
        let index = u16::try_from(self.texts.len())?;
        self.texts.push(text.to_owned());
        self.indexes.insert(text.to_owned(), index);
        Ok(index)
    }
}

/// The stretches of days that somebody has published: China from its first row to the last published year; another
/// country in every year for which the world file has rows.
fn published_spans(country: &str, rows: &[DayRow]) -> Result<Vec<(NaiveDate, NaiveDate)>, Box<dyn Error>> {
    let Some(first) = rows.first() else { return Ok(Vec::new()) };
    if country == "CN" {
        let (year, month, day) = CHINA_PUBLISHED_UNTIL;
        return Ok(vec![(first.date, date(year, month, day)?)]);
    }
    let mut spans: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for row in rows {
        let year = row.date.year();
        match spans.last_mut() {
            Some((_, until)) if until.year() == year => {}
            Some((_, until)) if until.year() + 1 == year => *until = date(year, 12, 31)?,
            Some(_) | None => spans.push((date(year, 1, 1)?, date(year, 12, 31)?)),
        }
    }
    Ok(spans)
}

fn date(year: i32, month: u32, day: u32) -> Result<NaiveDate, Box<dyn Error>> {
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| format!("no day {year}-{month}-{day}").into())
}

/// Days since 2000-01-01, the first day of every table.
fn day_number(day: NaiveDate) -> Result<u16, Box<dyn Error>> {
    let number = day.signed_duration_since(date(2000, 1, 1)?).num_days();
    u16::try_from(number).map_err(|_| format!("{day} is outside the tables, which begin with 2000").into())
}

//! The shipped packs as build.rs compiled them, opened per country on first use. It reads bytes; what they mean for
//! a working day is calendar.rs.
//!
//! The binary: number of countries (u16), of names (u16), length of the body (u32), little endian; the directory, one
//! entry of ten bytes per country in order of code: code (2), weekend (1), number of published spans (1), of rows (u16),
//! offset in the body (u32); the body: spans (first and last day, u16 each), then rows (day u16, flags u8: bit 0
//! make-up workday, bit 1 provisional, from bit 2 the index of the source, which is one of the first 64 names; index of the
//! Chinese and of the English name, u16 each); the names, each a length byte and UTF-8. Days are counted from 2000-01-01.

use crate::calendar::{Calendar, Span};
use crate::rows::{DayRow, RowKind};
use crate::table::Table;
use std::sync::{Arc, OnceLock};

static PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/calendars.bin"));

const DIRECTORY_ENTRY: usize = 10;
const ROW: usize = 7;

/// Saturday and Sunday, bit 0 is Monday.
pub(crate) const SATURDAY_AND_SUNDAY: u8 = 0b0110_0000;

/// Reserved in ISO 3166 for the country whose code is `GB`; earlier versions listed it beside that.
const WRITTEN_FOR_GB: &str = "UK";

struct Entry {
    country: [u8; 2],
    rest_days: u8,
    spans: usize,
    rows: usize,
    offset: usize,
    calendar: OnceLock<Arc<Calendar>>,
}

struct Shelf {
    /// INVARIANT: in ascending order of country, as build.rs wrote them.
    entries: Vec<Entry>,
    body: &'static [u8],
    names: Vec<&'static str>,
}

/// The shipped calendar of a country, built on first use and kept; the weekend-only one for an unlisted country.
pub(crate) fn calendar(country: &str) -> &'static Arc<Calendar> {
    static SHELF: OnceLock<Shelf> = OnceLock::new();
    static UNLISTED: OnceLock<Arc<Calendar>> = OnceLock::new();
    let shelf =
        SHELF.get_or_init(|| open(PACK).unwrap_or(Shelf { entries: vec![], body: &[], names: vec![] }));
    let country = if country == WRITTEN_FOR_GB { "GB" } else { country };
    let entry = shelf.entries.binary_search_by(|entry| entry.country.as_slice().cmp(country.as_bytes()));
    match entry.ok().and_then(|at| shelf.entries.get(at)) {
        Some(entry) => entry.calendar.get_or_init(|| Arc::new(shelf.build(entry))),
        None => {
            UNLISTED.get_or_init(|| Arc::new(Calendar::from_rows("ZZ", SATURDAY_AND_SUNDAY, Vec::new(), &[])))
        }
    }
}

/// The hash of the binary.
pub(crate) fn hash() -> &'static str {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(|| blake3::hash(PACK).to_hex().to_string())
}

/// The codes of all countries that have an entry, ascending.
pub(crate) fn countries() -> Vec<String> {
    open(PACK).map_or_else(Vec::new, |shelf| {
        shelf
            .entries
            .iter()
            .map(|entry| entry.country.iter().map(|&byte| char::from(byte)).collect())
            .collect()
    })
}

impl Shelf {
    fn build(&self, entry: &Entry) -> Calendar {
        let bytes = self.body.get(entry.offset..).unwrap_or_default();
        let (spans, rows) = bytes.split_at_checked(entry.spans * 4).unwrap_or_default();
        let published: Vec<Span> = spans
            .chunks_exact(4)
            .map(|span| Span { first: day_at(span, 0), last: day_at(span, 2) })
            .collect();
        let rows = rows.chunks_exact(ROW).take(entry.rows).map(|row| self.row(entry, row)).collect();
        let country: String = entry.country.iter().map(|&byte| char::from(byte)).collect();
        Calendar::from_rows(&country, entry.rest_days, rows, &published)
    }

    fn row(&self, entry: &Entry, row: &[u8]) -> DayRow {
        let flags = row.get(2).copied().unwrap_or_default();
        let text = |index: usize| self.names.get(index).copied().unwrap_or_default().to_owned();
        DayRow {
            country: entry.country.iter().map(|&byte| char::from(byte)).collect(),
            date: day_at(row, 0),
            kind: if flags & 1 == 1 { RowKind::MakeupWorkday } else { RowKind::Holiday },
            name_zh: text(u16_at(row, 3)),
            name_en: text(u16_at(row, 5)),
            is_provisional: flags & 2 == 2,
            source: text(usize::from(flags >> 2)),
        }
    }
}

/// None only for a binary that build.rs did not write; a test opens the embedded one.
fn open(pack: &'static [u8]) -> Option<Shelf> {
    let (head, rest) = pack.split_at_checked(8)?;
    let (directory, rest) = rest.split_at_checked(u16_at(head, 0) * DIRECTORY_ENTRY)?;
    let (body, mut texts) = rest.split_at_checked(u32_at(head, 4))?;
    let entries = directory
        .chunks_exact(DIRECTORY_ENTRY)
        .map(|entry| Entry {
            country: [byte_at(entry, 0), byte_at(entry, 1)],
            rest_days: byte_at(entry, 2),
            spans: usize::from(byte_at(entry, 3)),
            rows: u16_at(entry, 4),
            offset: u32_at(entry, 6),
            calendar: OnceLock::new(),
        })
        .collect();
    let mut names = Vec::with_capacity(u16_at(head, 2));
    while let Some((&len, after)) = texts.split_first() {
        let (text, after) = after.split_at_checked(usize::from(len))?;
        names.push(std::str::from_utf8(text).ok()?);
        texts = after;
    }
    Some(Shelf { entries, body, names })
}

fn byte_at(bytes: &[u8], at: usize) -> u8 {
    bytes.get(at).copied().unwrap_or_default()
}

fn u16_at(bytes: &[u8], at: usize) -> usize {
    usize::from(byte_at(bytes, at)) | usize::from(byte_at(bytes, at + 1)) << 8
}

fn u32_at(bytes: &[u8], at: usize) -> usize {
    u16_at(bytes, at) | u16_at(bytes, at + 2) << 16
}

fn day_at(bytes: &[u8], at: usize) -> chrono::NaiveDate {
    let days = chrono::Days::new(u16_at(bytes, at) as u64);
    Table::ends().0.checked_add_days(days).unwrap_or(chrono::NaiveDate::MAX)
}

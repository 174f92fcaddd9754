//! Stock-takes: codes scanned at places, stored as they come so that a power cut loses none. Not records while they
//! are open; finishing one is a record (`stocktake.finish`) with its figures and what was missing. What is missing,
//! unexpected or unknown is decided from custody in app/stocktake.rs.

use crate::Source;
use crate::changes::Noun;
use crate::error::StoreError;
use crate::journal::New;
use crate::sql::{all, damaged, decode, integer, one, parse, run};
use crate::transact::Tx;
use nightbench_domain::code;
use nightbench_domain::id::{PlaceId, StocktakeId, TicketId};
use nightbench_domain::operation::Value;
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How far a stock-take is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StocktakeState {
    /// Being scanned.
    Open,
    /// On record.
    Finished,
    /// Given up; of no meaning.
    Dropped,
}

/// A stock-take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Stocktake {
    /// Which.
    pub id: StocktakeId,
    /// What is counted; `None` for the whole centre.
    pub place: Option<PlaceId>,
    /// How far it is.
    pub state: StocktakeState,
    /// When it was begun, milliseconds UTC.
    #[ts(type = "number")]
    pub begun_at: i64,
    /// Who began it.
    pub begun_by: String,
    /// When it ended, milliseconds UTC.
    #[ts(type = "number | null")]
    pub ended_at: Option<i64>,
    /// Its figures, once it is finished.
    pub figures: Option<Figures>,
}

/// What a stock-take found, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[ts(rename = "StocktakeFigures")]
pub struct Figures {
    /// Units where they should be.
    pub found: u32,
    /// Units that should be here and were not scanned.
    pub missing: u32,
    /// Units scanned here and recorded elsewhere.
    pub unexpected: u32,
    /// Codes without an open work order.
    pub unknown: u32,
}

/// One code scanned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scanned {
    /// The serial, or what was scanned.
    pub code: String,
    /// Its open work order when it was scanned.
    pub ticket: Option<TicketId>,
    /// Where the counter stood.
    pub place: Option<PlaceId>,
    /// When, milliseconds UTC.
    pub at_ms: i64,
}

/// Begins a stock-take. No record.
///
/// # Errors
/// When the database refuses, as it does beside an open one.
pub fn begin(
    tx: &Tx<'_>,
    id: StocktakeId,
    place: Option<PlaceId>,
    by: &str,
    at_ms: i64,
) -> Result<(), StoreError> {
    let place = place.map(|place| place.to_string());
    run(
        tx.connection,
        include_str!("begin.sql"),
        named_params! {":id": id.to_string(), ":place": place, ":begun_at": at_ms, ":begun_by": by},
    )?;
    Ok(())
}

/// Stores one scan; the same code again says where it was seen last. No record.
///
/// # Errors
/// When the database refuses.
pub fn scan(tx: &Tx<'_>, id: StocktakeId, scanned: &Scanned) -> Result<(), StoreError> {
    let ticket = scanned.ticket.map(|ticket| ticket.to_string());
    let place = scanned.place.map(|place| place.to_string());
    run(
        tx.connection,
        include_str!("scan.sql"),
        named_params! {":stocktake": id.to_string(), ":code": scanned.code, ":ticket": ticket,
        ":place": place, ":scanned_at": scanned.at_ms},
    )?;
    Ok(())
}

/// Takes one scan back. No record.
///
/// # Errors
/// `Missing` when that code was not scanned.
pub fn unscan(tx: &Tx<'_>, id: StocktakeId, scanned: &str) -> Result<(), StoreError> {
    let params = named_params! {":stocktake": id.to_string(), ":code": scanned};
    found(run(tx.connection, include_str!("unscan.sql"), params)?)
}

/// Ends a stock-take as a record: its figures and the work orders that were missing.
///
/// # Errors
/// `Missing` when it is not open.
pub fn finish(
    tx: &Tx<'_>,
    stocktake: &Stocktake,
    figures: Figures,
    missing: &[TicketId],
) -> Result<(), StoreError> {
    let at_ms = tx.act.map(|act| act.at_ms).unwrap_or_default();
    end(tx, stocktake.id, StocktakeState::Finished, Some(figures), at_ms)?;
    let number = |count: u32| integer(u64::from(count)).map(New::from);
    let missing = missing.iter().map(|ticket| Value::Text(ticket.to_string())).collect();
    let fields = vec![
        ("place", stocktake.place.map(|place| place.to_string()).into()),
        ("begun_at", stocktake.begun_at.into()),
        ("begun_by", stocktake.begun_by.as_str().into()),
        ("found", number(figures.found)?),
        ("missing", number(figures.missing)?),
        ("unexpected", number(figures.unexpected)?),
        ("unknown", number(figures.unknown)?),
        ("missing_tickets", New::from(Value::List(missing))),
    ];
    tx.append("stocktake.finish", 1, stocktake.id.uuid(), fields)?;
    Ok(())
}

/// Ends a stock-take without a meaning. No record.
///
/// # Errors
/// `Missing` when it is not open.
pub fn drop_open(tx: &Tx<'_>, id: StocktakeId, at_ms: i64) -> Result<(), StoreError> {
    end(tx, id, StocktakeState::Dropped, None, at_ms)
}

/// The stock-take that is open, if one is.
///
/// # Errors
/// When the database cannot be read.
pub fn open(source: &impl Source) -> Result<Option<Stocktake>, StoreError> {
    source.read(|connection| one(connection, include_str!("open.sql"), [], read))
}

/// Finished stock-takes, last first.
///
/// # Errors
/// When the database cannot be read.
pub fn ended(source: &impl Source, rows_max: u32) -> Result<Vec<Stocktake>, StoreError> {
    let params = named_params! {":rows_max": rows_max};
    source.read(|connection| all(connection, include_str!("ended.sql"), params, read))
}

/// What was scanned, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn scans(source: &impl Source, id: StocktakeId) -> Result<Vec<Scanned>, StoreError> {
    let id = id.to_string();
    source.read(|connection| {
        all(connection, include_str!("scans.sql"), named_params! {":stocktake": id}, |row| {
            Ok(Scanned {
                code: row.get("code")?,
                ticket: optional(row, "ticket")?,
                place: optional(row, "place")?,
                at_ms: row.get("scanned_at")?,
            })
        })
    })
}

fn end(
    tx: &Tx<'_>,
    id: StocktakeId,
    state: StocktakeState,
    figures: Option<Figures>,
    at_ms: i64,
) -> Result<(), StoreError> {
    let figure = |read: fn(&Figures) -> u32| figures.as_ref().map(read);
    found(run(
        tx.connection,
        include_str!("end.sql"),
        named_params! {":id": id.to_string(), ":state": code(&state), ":ended_at": at_ms,
        ":found": figure(|f| f.found), ":missing": figure(|f| f.missing),
        ":unexpected": figure(|f| f.unexpected), ":unknown": figure(|f| f.unknown)},
    )?)
}

const fn found(rows: usize) -> Result<(), StoreError> {
    if rows == 0 { Err(StoreError::Missing { noun: Noun::Stocktake }) } else { Ok(()) }
}

fn optional<T: std::str::FromStr>(row: &Row<'_>, column: &'static str) -> Result<Option<T>, StoreError> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| text.parse().map_err(|_| damaged(column))).transpose()
}

fn read(row: &Row<'_>) -> Result<Stocktake, StoreError> {
    let found: Option<u32> = row.get("found")?;
    let figures = match found {
        None => None,
        Some(found) => Some(Figures {
            found,
            missing: row.get("missing")?,
            unexpected: row.get("unexpected")?,
            unknown: row.get("unknown")?,
        }),
    };
    Ok(Stocktake {
        id: parse(row, "id")?,
        place: optional(row, "place")?,
        state: decode(row, "state")?,
        begun_at: row.get("begun_at")?,
        begun_by: row.get("begun_by")?,
        ended_at: row.get("ended_at")?,
        figures,
    })
}

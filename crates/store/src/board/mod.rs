//! The board: open work orders by how far they are, how long those took that were handed over, and the lists a manager works
//! from. Every statement answers from an index and touches only the rows that it shows.

use crate::Source;
use crate::error::StoreError;
use crate::sql::{all, count, date, decode, decode_optional, each, one, parse};
use crate::ticket::{Cursor, TicketRow, read};
use chrono::NaiveDate;
use nightbench_domain::code;
use nightbench_domain::id::{TicketId, UserId};
use nightbench_domain::ticket::Status;
use rusqlite::{Row, named_params};

/// Which work orders are looked at; each that is `None` asks for nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chosen {
    /// In this status.
    pub status: Option<Status>,
    /// Assigned to somebody, or to nobody.
    pub owner: Option<Option<UserId>>,
    /// Of this model.
    pub model: Option<String>,
    /// From this dealer.
    pub dealer: Option<String>,
}

/// Open work orders in the same status with the same days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Their status.
    pub status: Status,
    /// Their day 10.
    pub target_on: NaiveDate,
    /// Their day 20.
    pub limit_on: NaiveDate,
    /// How many.
    pub tickets: u64,
}

/// Work orders that were handed over on the same day and had the same days before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    /// The end of their cycle.
    pub handed_over_on: NaiveDate,
    /// Day 0.
    pub received_on: NaiveDate,
    /// Day 10.
    pub target_on: NaiveDate,
    /// Day 20.
    pub limit_on: NaiveDate,
    /// How many.
    pub tickets: u64,
}

/// A step of a work order from one status to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// What it left.
    pub was: Status,
    /// What it came to.
    pub status: Status,
    /// When, milliseconds UTC.
    pub at: i64,
}

/// A work order of which it is known whether it missed day 20.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Which.
    pub id: TicketId,
    /// Day 0.
    pub received_on: NaiveDate,
    /// Day 20.
    pub limit_on: NaiveDate,
    /// The end of its cycle; `None`: it is still here past its limit.
    pub handed_over_on: Option<NaiveDate>,
    /// Its way, oldest step first; empty where it never left its first status.
    pub steps: Vec<Step>,
}

/// What a list shows beside the choice; each that is `None` asks for nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Range {
    /// The earliest day 20.
    pub first_on: Option<NaiveDate>,
    /// The latest day 20.
    pub last_on: Option<NaiveDate>,
    /// Only those with an open complaint.
    pub is_complained: bool,
    /// Only those in one of these statuses with that day 20, and those whose part comes on their day 20 or later.
    pub missing: Option<Vec<(Status, NaiveDate)>>,
}

/// A row of the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardRow {
    /// The work order.
    pub row: TicketRow,
    /// The earliest day that was promised and is not settled.
    pub promised_on: Option<NaiveDate>,
    /// The earliest day by which an open complaint is to be settled.
    pub complaint_due_on: Option<NaiveDate>,
    /// When anybody was last spoken to about it, milliseconds UTC.
    pub reached_at: Option<i64>,
}

/// Something work orders are chosen by, and how many open ones there are of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// A model or a dealer.
    pub name: String,
    /// How many open work orders.
    pub tickets: u64,
}

/// How far the past is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// From this day on.
    pub since: NaiveDate,
    /// Day 20 of those still here was this day at the latest.
    pub yesterday: NaiveDate,
    /// The newest so many of those that were handed over, and of those that are still here.
    pub units_max: u32,
}

/// The parameters of a choice and those a statement has beside it.
macro_rules! chosen_params {
    ($chosen:expr, { $($name:literal: $value:expr),* $(,)? }) => {
        named_params! {
            ":status": $chosen.status.as_ref().map(code),
            ":owner": $chosen.owner.map(|owner| owner.map(|owner| owner.to_string()).unwrap_or_default()),
            ":model": $chosen.model, ":dealer": $chosen.dealer,
            $($name: $value),*
        }
    };
}

/// Open work orders, counted by status and days.
///
/// # Errors
/// When the database cannot be read.
pub fn cells(source: &impl Source, chosen: &Chosen) -> Result<Vec<Cell>, StoreError> {
    source.read(|connection| {
        all(connection, include_str!("cells.sql"), chosen_params!(chosen, {}), |row| {
            Ok(Cell {
                status: decode(row, "status")?,
                target_on: parse(row, "target_on")?,
                limit_on: parse(row, "limit_on")?,
                tickets: count(row, "tickets")?,
            })
        })
    })
}

/// Open work orders that somebody complains about.
///
/// # Errors
/// When the database cannot be read.
pub fn complained(source: &impl Source, chosen: &Chosen) -> Result<u64, StoreError> {
    let params = chosen_params!(chosen, {});
    let counted = source.read(|connection| {
        one(connection, include_str!("complained.sql"), params, |row| count(row, "tickets"))
    })?;
    Ok(counted.unwrap_or_default())
}

/// Open work orders not yet past day 20 whose part comes on that day or later, by it.
///
/// # Errors
/// When the database cannot be read.
pub fn late_parts(
    source: &impl Source,
    chosen: &Chosen,
    as_of: NaiveDate,
) -> Result<Vec<(NaiveDate, u64)>, StoreError> {
    source.read(|connection| {
        let params = chosen_params!(chosen, { ":as_of": as_of.to_string() });
        all(connection, include_str!("late_parts.sql"), params, |row| {
            Ok((parse(row, "limit_on")?, count(row, "tickets")?))
        })
    })
}

/// Work orders that were handed over from a day on, counted by their days, oldest hand-over first.
///
/// # Errors
/// When the database cannot be read.
pub fn returned(
    source: &impl Source,
    chosen: &Chosen,
    since: NaiveDate,
) -> Result<Vec<Returned>, StoreError> {
    source.read(|connection| {
        let params = chosen_params!(chosen, { ":since": since.to_string() });
        all(connection, include_str!("returned.sql"), params, |row| {
            Ok(Returned {
                handed_over_on: parse(row, "handed_over_on")?,
                received_on: parse(row, "received_on")?,
                target_on: parse(row, "target_on")?,
                limit_on: parse(row, "limit_on")?,
                tickets: count(row, "tickets")?,
            })
        })
    })
}

/// Work orders of which it is known whether they missed day 20, with their way.
///
/// # Errors
/// When the database cannot be read.
pub fn known(source: &impl Source, window: Window) -> Result<Vec<Known>, StoreError> {
    let mut known: Vec<Known> = Vec::new();
    source.read(|connection| {
        let params = named_params! {":since": window.since.to_string(), ":yesterday": window.yesterday.to_string(),
        ":units_max": window.units_max};
        each(connection, include_str!("known.sql"), params, |row| {
            let id: TicketId = parse(row, "id")?;
            if known.last().is_none_or(|last| last.id != id) {
                known.push(Known {
                    id,
                    received_on: parse(row, "received_on")?,
                    limit_on: parse(row, "limit_on")?,
                    handed_over_on: date(row, "handed_over_on")?,
                    steps: Vec::new(),
                });
            }
            let step = step(row)?;
            if let Some(last) = known.last_mut() {
                last.steps.extend(step);
            }
            Ok(())
        })
    })?;
    Ok(known)
}

/// How many hand-overs there ever were: as long as it stays, nothing new is known.
///
/// # Errors
/// When the database cannot be read.
pub fn newest(source: &impl Source) -> Result<u64, StoreError> {
    let place = source
        .read(|connection| one(connection, include_str!("newest.sql"), [], |row| count(row, "place")))?;
    Ok(place.unwrap_or_default())
}

fn step(row: &Row<'_>) -> Result<Option<Step>, StoreError> {
    let Some(status) = decode_optional(row, "status")? else { return Ok(None) };
    Ok(Some(Step { was: decode(row, "was")?, status, at: row.get("at")? }))
}

/// One page of a list, nearest limit first, at most `rows_max` rows; with where the next begins.
///
/// # Errors
/// When the database cannot be read.
pub fn page(
    source: &impl Source,
    chosen: &Chosen,
    range: &Range,
    after: Option<&Cursor>,
    rows_max: u32,
) -> Result<(Vec<BoardRow>, Option<Cursor>), StoreError> {
    let missing = range.missing.as_ref().map(|cells| {
        let codes: Vec<String> =
            cells.iter().map(|(status, limit_on)| format!("{}{limit_on}", code(status))).collect();
        serde_json::json!(codes).to_string()
    });
    let rows: Vec<BoardRow> = source.read(|connection| {
        let params = chosen_params!(chosen, {
            ":first_on": range.first_on.map(|on| on.to_string()), ":last_on": range.last_on.map(|on| on.to_string()),
            ":after_limit_on": after.map(|cursor| cursor.limit_on.to_string()).unwrap_or_default(),
            ":after_id": after.map(|cursor| cursor.id.to_string()).unwrap_or_default(),
            ":complained": range.is_complained, ":missing": missing, ":rows_max": rows_max,
        });
        all(connection, include_str!("page.sql"), params, |row| {
            Ok(BoardRow {
                row: read(row)?,
                promised_on: date(row, "promised_on")?,
                complaint_due_on: date(row, "complaint_due_on")?,
                reached_at: row.get("reached_at")?,
            })
        })
    })?;
    let is_full = u32::try_from(rows.len()).is_ok_and(|len| len == rows_max);
    let next = rows.last().filter(|_| is_full).map(|last| Cursor::after(&last.row));
    Ok((rows, next))
}

/// The models of open work orders, the most frequent first, `names_max` at most.
///
/// # Errors
/// When the database cannot be read.
pub fn models(source: &impl Source, names_max: u32) -> Result<Vec<Name>, StoreError> {
    names(source, include_str!("models.sql"), names_max)
}

/// The dealers of open work orders, the most frequent first, `names_max` at most.
///
/// # Errors
/// When the database cannot be read.
pub fn dealers(source: &impl Source, names_max: u32) -> Result<Vec<Name>, StoreError> {
    names(source, include_str!("dealers.sql"), names_max)
}

fn names(source: &impl Source, sql: &str, names_max: u32) -> Result<Vec<Name>, StoreError> {
    source.read(|connection| {
        all(connection, sql, named_params! {":names_max": names_max}, |row| {
            Ok(Name { name: row.get("name")?, tickets: count(row, "tickets")? })
        })
    })
}

//! Open tickets by the day they were received: tickets of one day and one calendar have the same two dates, so a newer
//! calendar is followed a day at a time and not a ticket at a time.

use super::{Cycle, TicketRow, read};
use crate::Source;
use crate::error::StoreError;
use crate::sql::{all, count, decode, parse, run};
use crate::transact::Tx;
use chrono::NaiveDate;
use nightbench_domain::code;
use rusqlite::{Row, named_params};

/// Open tickets that were received on one day, are dated by one calendar and have the same dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// Day 0.
    pub received_on: NaiveDate,
    /// Country of the calendar; `None` = the centre's.
    pub calendar: Option<String>,
    /// The dates they have.
    pub cycle: Cycle,
    /// How many there are.
    pub tickets: u64,
}

/// Every open ticket, counted in one of these.
///
/// # Errors
/// When the database cannot be read.
pub fn dated(source: &impl Source) -> Result<Vec<Dated>, StoreError> {
    source.read(|connection| all(connection, include_str!("dated.sql"), [], read_dated))
}

/// Dates the open tickets of one day and one calendar anew, as [`redate`](super::redate) does one. Returns how many
/// changed.
///
/// # Errors
/// When the database refuses.
pub fn redate_received(
    tx: &Tx<'_>,
    received_on: NaiveDate,
    calendar: Option<&str>,
    cycle: &Cycle,
) -> Result<usize, StoreError> {
    let params = named_params! {":received_on": received_on.to_string(), ":calendar": calendar,
    ":target_on": cycle.target_on.to_string(), ":limit_on": cycle.limit_on.to_string(),
    ":calendar_status": code(&cycle.calendar_status), ":calendar_hash": cycle.calendar_hash};
    tx.watch.derived(|| run(tx.connection, include_str!("redate_received.sql"), params))
}

/// Open tickets of one day and one calendar, at most `rows_max`.
///
/// # Errors
/// When the database cannot be read.
pub fn received(
    source: &impl Source,
    received_on: NaiveDate,
    calendar: Option<&str>,
    rows_max: u32,
) -> Result<Vec<TicketRow>, StoreError> {
    let params =
        named_params! {":received_on": received_on.to_string(), ":calendar": calendar, ":rows_max": rows_max};
    source.read(|connection| all(connection, include_str!("received.sql"), params, read))
}

fn read_dated(row: &Row<'_>) -> Result<Dated, StoreError> {
    Ok(Dated {
        received_on: parse(row, "received_on")?,
        calendar: row.get("calendar")?,
        cycle: Cycle {
            target_on: parse(row, "target_on")?,
            limit_on: parse(row, "limit_on")?,
            calendar_status: decode(row, "calendar_status")?,
            calendar_hash: row.get("calendar_hash")?,
        },
        tickets: count(row, "tickets")?,
    })
}

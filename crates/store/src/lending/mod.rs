//! Units of ours that a customer has while theirs is here. Which units are ours is said by the loan register (`master`);
//! here stands who got one during which work order, and that it came back.

use crate::Source;
use crate::changes::Noun;
use crate::error::StoreError;
use crate::sql::{all, date, decode, one, parse, run};
use crate::transact::Tx;
use chrono::NaiveDate;
use nightbench_domain::id::{LendingId, TicketId};
use nightbench_domain::serial::SerialNumber;
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A lending on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Lending {
    /// Its id.
    pub id: LendingId,
    /// During which work order.
    pub ticket: TicketId,
    /// The unit of ours.
    pub serial: SerialNumber,
    /// Its model, or empty.
    pub model: String,
    /// The day it went out.
    pub lent_on: NaiveDate,
    /// Its condition and what went with it, or empty.
    pub note: String,
    /// Who lent it.
    pub lent_by: String,
    /// The day it came back; `None`: it is out.
    pub returned_on: Option<NaiveDate>,
    /// Its condition then, or empty.
    pub returned_note: String,
}

/// Records that a unit of ours went out.
///
/// # Errors
/// When the database refuses: a serial is out once.
pub fn begin(tx: &Tx<'_>, lending: &Lending) -> Result<(), StoreError> {
    let (id, ticket, lent_on) =
        (lending.id.to_string(), lending.ticket.to_string(), lending.lent_on.to_string());
    run(
        tx.connection,
        include_str!("begin.sql"),
        named_params! {":id": id, ":ticket": ticket, ":serial": lending.serial.as_str(), ":model": lending.model,
        ":lent_on": lent_on, ":note": lending.note, ":lent_by": lending.lent_by},
    )?;
    let fields = vec![
        ("ticket", ticket.into()),
        ("serial", lending.serial.as_str().into()),
        ("model", lending.model.as_str().into()),
        ("lent_on", lent_on.into()),
        ("note", lending.note.as_str().into()),
    ];
    tx.append("lending.begin", 1, lending.id.uuid(), fields)?;
    Ok(())
}

/// Records that it came back.
///
/// # Errors
/// `Missing` when there is no such lending that is out.
pub fn end(
    tx: &Tx<'_>,
    ticket: TicketId,
    id: LendingId,
    on: NaiveDate,
    note: &str,
) -> Result<(), StoreError> {
    let returned_on = on.to_string();
    let written = run(
        tx.connection,
        include_str!("end.sql"),
        named_params! {":id": id.to_string(), ":ticket": ticket.to_string(), ":returned_on": returned_on,
        ":note": note},
    )?;
    if written == 0 {
        return Err(StoreError::Missing { noun: Noun::Handover });
    }
    let fields = vec![
        ("ticket", ticket.to_string().into()),
        ("returned_on", returned_on.into()),
        ("returned_note", note.into()),
    ];
    tx.append("lending.end", 1, id.uuid(), fields)?;
    Ok(())
}

/// What was lent during a work order, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn of_ticket(source: &impl Source, ticket: TicketId) -> Result<Vec<Lending>, StoreError> {
    let ticket = ticket.to_string();
    source.read(|connection| {
        all(connection, include_str!("of_ticket.sql"), named_params! {":ticket": ticket}, read)
    })
}

/// The lending by which a unit of ours is out.
///
/// # Errors
/// When the database cannot be read.
pub fn out(source: &impl Source, serial: &SerialNumber) -> Result<Option<Lending>, StoreError> {
    let serial = serial.as_str();
    source
        .read(|connection| one(connection, include_str!("out.sql"), named_params! {":serial": serial}, read))
}

fn read(row: &Row<'_>) -> Result<Lending, StoreError> {
    Ok(Lending {
        id: parse(row, "id")?,
        ticket: parse(row, "ticket")?,
        serial: decode(row, "serial")?,
        model: row.get("model")?,
        lent_on: parse(row, "lent_on")?,
        note: row.get("note")?,
        lent_by: row.get("lent_by")?,
        returned_on: date(row, "returned_on")?,
        returned_note: row.get("returned_note")?,
    })
}

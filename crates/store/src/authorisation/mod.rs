//! Authorisations: numbers that were given before their unit came. A number is drawn from the same series as every
//! other (station/) and never given again, whatever becomes of it. What a quoted number is worth on receipt is for
//! the application to decide; here it is found, taken up and taken back.

use crate::Source;
use crate::changes::Noun;
use crate::customer;
use crate::error::StoreError;
use crate::sql::{all, decode, decode_optional, one, parse, run};
use crate::station;
use crate::transact::Tx;
use nightbench_domain::authorisation::IssuedBy;
use nightbench_domain::code;
use nightbench_domain::customer::Customer;
use nightbench_domain::id::{AuthorisationId, CustomerId, TicketId};
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::SerialNumber;
use rusqlite::{Row, named_params};

/// What is known when a number is given.
#[derive(Debug, Clone)]
pub struct NewAuthorisation {
    /// Its id.
    pub id: AuthorisationId,
    /// By which act of ours.
    pub issued_by: IssuedBy,
    /// The unit that was agreed on, if it was said.
    pub serial: Option<SerialNumber>,
    /// For whom, on record already, if it was said.
    pub customer: Option<CustomerId>,
    /// What was agreed, or empty.
    pub note: String,
}

/// A number that was given before its unit came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorisationRecord {
    /// Its id.
    pub id: AuthorisationId,
    /// The number.
    pub rma: RmaNumber,
    /// By which act of ours.
    pub issued_by: IssuedBy,
    /// The unit that was agreed on, if it was said.
    pub serial: Option<SerialNumber>,
    /// For whom, as now on record, if it was said.
    pub customer: Option<Customer>,
    /// What was agreed, or empty.
    pub note: String,
    /// When it was given, milliseconds UTC.
    pub issued_at: i64,
    /// The work order that took it; `None`: no unit came yet.
    pub ticket: Option<TicketId>,
    /// When it was taken back, milliseconds UTC; `None`: it stands.
    pub cancelled_at: Option<i64>,
    /// Why; empty when it stands.
    pub cancel_reason: String,
}

/// Gives the next number. It is used up when the transaction commits, not before.
///
/// # Errors
/// `NotInitialised` before there is a number series.
pub fn issue(tx: &Tx<'_>, new: &NewAuthorisation) -> Result<RmaNumber, StoreError> {
    let rma = station::next_rma(tx)?;
    let (issued_by, serial) = (code(&new.issued_by), new.serial.as_ref().map(ToString::to_string));
    let customer = new.customer.map(|customer| customer.to_string());
    run(
        tx.connection,
        include_str!("issue.sql"),
        named_params! {":id": new.id.to_string(), ":rma": rma.as_str(), ":issued_by": issued_by,
        ":serial": serial, ":customer": customer, ":note": new.note,
        ":issued_at": tx.act.map(|act| act.at_ms).unwrap_or_default()},
    )?;
    let mut fields = vec![("rma", rma.as_str().into()), ("issued_by", issued_by.into())];
    fields.extend(serial.map(|serial| ("serial", serial.into())));
    fields.extend(customer.map(|customer| ("customer", customer.into())));
    if !new.note.is_empty() {
        fields.push(("note", new.note.as_str().into()));
    }
    tx.append("authorisation.issue", 1, new.id.uuid(), fields)?;
    Ok(rma)
}

/// Gives a number to the work order of the unit it was given for.
///
/// # Errors
/// When the database refuses.
pub fn take_up(tx: &Tx<'_>, id: AuthorisationId, ticket: TicketId) -> Result<(), StoreError> {
    let params = named_params! {":id": id.to_string(), ":ticket": ticket.to_string()};
    run(tx.connection, include_str!("take_up.sql"), params)?;
    tx.append("authorisation.take_up", 1, id.uuid(), vec![("ticket", ticket.to_string().into())])?;
    Ok(())
}

/// Takes a number back before its unit came.
///
/// # Errors
/// When the database refuses.
pub fn cancel(tx: &Tx<'_>, id: AuthorisationId, reason: &str) -> Result<(), StoreError> {
    let at_ms = tx.act.map(|act| act.at_ms).unwrap_or_default();
    set_cancelled(tx, id, Some(at_ms), reason)?;
    tx.append("authorisation.cancel", 1, id.uuid(), vec![("cancel_reason", reason.into())])?;
    Ok(())
}

/// Lets a number that was taken back stand again.
///
/// # Errors
/// When the database refuses.
pub fn reinstate(tx: &Tx<'_>, id: AuthorisationId) -> Result<(), StoreError> {
    set_cancelled(tx, id, None, "")?;
    tx.append("authorisation.reinstate", 1, id.uuid(), vec![("cancel_reason", "".into())])?;
    Ok(())
}

/// The authorisation of that id.
///
/// # Errors
/// When the database cannot be read.
pub fn by_id(source: &impl Source, id: AuthorisationId) -> Result<Option<AuthorisationRecord>, StoreError> {
    let id = id.to_string();
    source.read(|connection| one(connection, include_str!("by_id.sql"), named_params! {":id": id}, read))
}

/// The authorisation of that number.
///
/// # Errors
/// When the database cannot be read.
pub fn by_rma(source: &impl Source, rma: &RmaNumber) -> Result<Option<AuthorisationRecord>, StoreError> {
    let rma = rma.as_str();
    source.read(|connection| one(connection, include_str!("by_rma.sql"), named_params! {":rma": rma}, read))
}

/// Numbers whose unit has not come, newest first; or with `all` every one.
///
/// # Errors
/// When the database cannot be read.
pub fn list(
    source: &impl Source,
    is_all: bool,
    rows_max: u32,
) -> Result<Vec<AuthorisationRecord>, StoreError> {
    let sql = if is_all { include_str!("newest.sql") } else { include_str!("waiting.sql") };
    source.read(|connection| all(connection, sql, named_params! {":rows_max": rows_max}, read))
}

fn set_cancelled(
    tx: &Tx<'_>,
    id: AuthorisationId,
    at_ms: Option<i64>,
    reason: &str,
) -> Result<(), StoreError> {
    let written = run(
        tx.connection,
        include_str!("set_cancelled.sql"),
        named_params! {":id": id.to_string(), ":cancelled_at": at_ms, ":cancel_reason": reason},
    )?;
    if written == 0 { Err(StoreError::Missing { noun: Noun::Authorisation }) } else { Ok(()) }
}

fn read(row: &Row<'_>) -> Result<AuthorisationRecord, StoreError> {
    let customer = customer::read_as(row, "customer_")?;
    let ticket: Option<String> = row.get("ticket")?;
    Ok(AuthorisationRecord {
        id: parse(row, "id")?,
        rma: decode(row, "rma")?,
        issued_by: decode(row, "issued_by")?,
        serial: decode_optional(row, "serial")?,
        customer: row.get::<_, Option<String>>("customer")?.map(|_| customer),
        note: row.get("note")?,
        issued_at: row.get("issued_at")?,
        ticket: ticket.map(|_| parse(row, "ticket")).transpose()?,
        cancelled_at: row.get("cancelled_at")?,
        cancel_reason: row.get("cancel_reason")?,
    })
}

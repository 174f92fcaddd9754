//! Units of ours that a customer has while theirs is here: lent during a work order, back before it is closed. Which
//! units are ours, the loan register says (`masters`).

use crate::commands::Written;
use crate::error::{AppError, LendingProblem};
use crate::known::{Asked, Known};
use crate::resolution::refuse_settled;
use crate::station::App;
use crate::ticket::{self, TicketLife, TicketRef};
use chrono::NaiveDate;
use nightbench_domain::id::{LendingId, TicketId};
use nightbench_domain::intake::{Intake, IntakeProblem, IntakeReason};
use nightbench_domain::serial::SerialNumber;
use nightbench_store::lending::{self as store, Lending};
use nightbench_store::{Source, Tx, intake};
use serde::Deserialize;
use ts_rs::TS;

/// The request of `loan_lend`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LendRequest {
    /// The work order during which it is lent.
    pub id: TicketId,
    /// The unit of ours, in any writing.
    pub serial: String,
    /// The day it went out; today when absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// Its condition and what went with it.
    #[serde(default)]
    pub note: String,
}

/// The request of `loan_return`; also part of a hand-over.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LoanReturn {
    /// The work order during which it was lent.
    pub id: TicketId,
    /// The lending.
    pub lending: LendingId,
    /// The day it came back; today when absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// Its condition now.
    #[serde(default)]
    pub note: String,
}

pub(crate) fn lend(app: &App, request: LendRequest) -> Result<Written<TicketLife>, AppError> {
    let serial =
        SerialNumber::parse(&request.serial).map_err(|_| refused("serial", IntakeReason::NotASerial))?;
    let today = app.today()?;
    let on = request.on.unwrap_or(today);
    let note = worded(&request.note)?;
    let lent_by = app.actor()?;
    let written = app.write(|tx| {
        refuse_settled(tx, request.id)?;
        let record = intake::by_id(tx, request.id)?.ok_or(AppError::NotFound)?;
        check_day(on, record.intake.received_on, today)?;
        let known = Known::of(tx, &Asked { serial: Some(&serial), ..Asked::default() })?;
        let Some(unit) = known.loan.filter(|_| serial != record.intake.serial) else {
            return Err(LendingProblem::NotOurs.into());
        };
        if let Some(out) = store::out(tx, &serial)? {
            let with = intake::by_id(tx, out.ticket)?.ok_or(AppError::NotFound)?;
            return Err(LendingProblem::UnitOut { rma: with.rma }.into());
        }
        let lending = Lending {
            id: LendingId::new(app.ports.ids.uuid()),
            ticket: request.id,
            serial: serial.clone(),
            model: unit.entry.model,
            lent_on: on,
            note: note.clone(),
            lent_by: lent_by.clone(),
            returned_on: None,
            returned_note: String::new(),
        };
        Ok(store::begin(tx, &lending)?)
    })?;
    let life = ticket::get(app, TicketRef { id: request.id })?;
    Ok(Written { value: life, changes: written.changes })
}

/// It may come back after the customer's own unit was handed over.
pub(crate) fn take_back(app: &App, request: LoanReturn) -> Result<Written<TicketLife>, AppError> {
    let today = app.today()?;
    let written = app.write(|tx| end(tx, &request, today))?;
    let life = ticket::get(app, TicketRef { id: request.id })?;
    Ok(Written { value: life, changes: written.changes })
}

/// Writes down that it came back.
///
/// # Errors
/// `Intake` with the day or the note that cannot stand; `Store` when it is not out.
pub(crate) fn end(tx: &Tx<'_>, back: &LoanReturn, today: NaiveDate) -> Result<(), AppError> {
    let on = back.on.unwrap_or(today);
    let lent = store::of_ticket(tx, back.id)?.into_iter().find(|lending| lending.id == back.lending);
    check_day(on, lent.ok_or(AppError::NotFound)?.lent_on, today)?;
    Ok(store::end(tx, back.id, back.lending, on, &worded(&back.note)?)?)
}

/// Whether a unit of ours is out with the customer of a work order.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn is_out(source: &impl Source, ticket: TicketId) -> Result<bool, AppError> {
    Ok(store::of_ticket(source, ticket)?.iter().any(|lending| lending.returned_on.is_none()))
}

/// Refuses to close a work order while a unit of ours is out.
///
/// # Errors
/// `LendingProblem::Out` while one is.
pub(crate) fn refuse_out(source: &impl Source, ticket: TicketId) -> Result<(), AppError> {
    if is_out(source, ticket)? { Err(LendingProblem::Out.into()) } else { Ok(()) }
}

fn check_day(on: NaiveDate, not_before: NaiveDate, today: NaiveDate) -> Result<(), AppError> {
    if on > today {
        Err(refused("on", IntakeReason::InFuture))
    } else if on < not_before {
        Err(refused("on", IntakeReason::BeforeReceipt))
    } else {
        Ok(())
    }
}

fn worded(note: &str) -> Result<String, AppError> {
    let note = note.trim();
    if note.chars().count() > Intake::TEXT_CHARS_MAX {
        return Err(refused("note", IntakeReason::TooLong));
    }
    Ok(note.to_owned())
}

fn refused(field: &str, reason: IntakeReason) -> AppError {
    AppError::Intake(vec![IntakeProblem { field: field.to_owned(), reason }])
}

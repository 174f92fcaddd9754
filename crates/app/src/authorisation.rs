//! Numbers that are given when we agree to receive a unit, before it comes: for a customer who asked, for a dealer with
//! standing consent, or in advance for pre-printed tags and blank forms. On receipt such a number becomes the work
//! order's for life; what a quoted number is worth is decided here.

use crate::commands::Written;
use crate::customer;
use crate::draft::{DraftAuthorisation, IntakeDraft};
use crate::error::AppError;
use crate::station::App;
use nightbench_domain::authorisation::{Authorisation, IssuedBy, Standing, is_old};
use nightbench_domain::customer::Customer;
use nightbench_domain::id::{AuthorisationId, TicketId};
use nightbench_domain::intake::{IntakeProblem, IntakeReason};
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::SerialNumber;
use nightbench_store::authorisation::{self as store, AuthorisationRecord, NewAuthorisation};
use nightbench_store::{Changes, Source, Tx, station, ticket};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The request of `rma_issue`. Only the act is required: for whom and for what may not be known yet.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct IssueRequest {
    /// By which act of ours.
    pub channel: IssuedBy,
    /// The unit that was agreed on, as typed or scanned.
    #[serde(default)]
    pub serial: String,
    /// For whom.
    #[serde(default)]
    pub customer: Customer,
    /// What was agreed.
    #[serde(default)]
    pub note: String,
}

/// The request of `rma_reserve`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReserveRequest {
    /// How many; 1 to 200.
    pub count: u32,
}

/// Numbers reserved for pre-printed tags and blank forms, in ascending order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Reserved {
    /// The numbers.
    pub rmas: Vec<RmaNumber>,
}

/// The request of `rma_list`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AuthorisationListRequest {
    /// Also those whose unit came and those that were taken back.
    #[serde(default)]
    pub all: bool,
}

/// The request of `rma_cancel`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CancelAuthorisation {
    /// The number's record.
    pub id: AuthorisationId,
    /// Why we no longer agree to receive the unit.
    pub reason: String,
}

/// Names the record of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AuthorisationRef {
    /// The number's record.
    pub id: AuthorisationId,
}

/// A number that was given before its unit came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AuthorisationRow {
    /// Its record.
    pub id: AuthorisationId,
    /// The number.
    pub rma: RmaNumber,
    /// By which act of ours.
    pub issued_by: IssuedBy,
    /// The unit that was agreed on, if it was said.
    pub serial: Option<SerialNumber>,
    /// For whom, if it was said.
    pub customer: Option<Customer>,
    /// What was agreed, or empty.
    pub note: String,
    /// When it was given, milliseconds since 1970 UTC.
    pub issued_at: i64,
    /// Whether it was given more than 90 days ago and no unit came; it stays valid.
    pub is_old: bool,
    /// Whether it waits here and was given before a backup was restored or the records were salvaged: a unit may have
    /// come under it since, in what was lost.
    pub may_be_used: bool,
    /// The work order that took it.
    pub ticket: Option<TicketId>,
    /// When it was taken back, milliseconds since 1970 UTC.
    pub cancelled_at: Option<i64>,
    /// Why; empty when it stands.
    pub cancel_reason: String,
}

/// What a number quoted in a half-typed intake is found to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuotedNumber {
    /// What it is worth on receipt.
    pub standing: Standing,
    /// Its record, where it was given here.
    pub given: Option<AuthorisationRow>,
}

/// The number a unit is received under.
pub(crate) struct ReceivedUnder {
    /// The number, for life.
    pub(crate) rma: RmaNumber,
    /// The record it was given by before, which its work order takes up.
    pub(crate) given: Option<AuthorisationId>,
}

/// How many numbers are reserved at once: a sheet of tags is 24, a pad of forms 50.
pub(crate) const RESERVE_MAX: u32 = 200;
/// How many numbers a list shows.
const ROWS_MAX: u32 = 500;
/// The longest note, in characters.
const NOTE_CHARS_MAX: usize = 2_000;

pub(crate) fn issue(app: &App, request: IssueRequest) -> Result<Written<AuthorisationRow>, AppError> {
    let blank = request.serial.trim().is_empty();
    let serial = (!blank).then(|| SerialNumber::parse(&request.serial)).transpose();
    let mut problems = Vec::new();
    let mut say = |field: &str, reason| problems.push(IntakeProblem { field: field.to_owned(), reason });
    let serial = serial.unwrap_or_else(|_| {
        say("serial", IntakeReason::NotASerial);
        None
    });
    if serial.as_ref().is_some_and(SerialNumber::is_stand_in) {
        say("serial", IntakeReason::NotASerial);
    }
    if request.note.chars().count() > NOTE_CHARS_MAX {
        say("note", IntakeReason::TooLong);
    }
    let customer = (!request.customer.is_blank()).then_some(&request.customer);
    problems.extend(customer.into_iter().flat_map(|customer| customer.problems("customer")));
    if !problems.is_empty() {
        return Err(AppError::Intake(problems));
    }
    let id = AuthorisationId::new(app.ports.ids.uuid());
    let written = app.write(|tx| {
        let customer = customer.map(|customer| customer::on_record(app, tx, customer)).transpose()?;
        let note = request.note.trim().to_owned();
        Ok(store::issue(tx, &NewAuthorisation { id, issued_by: request.channel, serial, customer, note })?)
    })?;
    Ok(Written { value: by_id(app, id)?, changes: written.changes })
}

pub(crate) fn reserve(app: &App, request: ReserveRequest) -> Result<Written<Reserved>, AppError> {
    if !(1..=RESERVE_MAX).contains(&request.count) {
        return Err(AppError::ReserveCount { max: RESERVE_MAX });
    }
    let written = app.write(|tx| {
        let reserved = NewAuthorisation {
            id: AuthorisationId::new(app.ports.ids.uuid()),
            issued_by: IssuedBy::Reserved,
            serial: None,
            customer: None,
            note: String::new(),
        };
        (0..request.count)
            .map(|_| {
                let id = AuthorisationId::new(app.ports.ids.uuid());
                Ok(store::issue(tx, &NewAuthorisation { id, ..reserved.clone() })?)
            })
            .collect::<Result<Vec<_>, AppError>>()
    })?;
    Ok(Written { value: Reserved { rmas: written.value }, changes: written.changes })
}

pub(crate) fn list(app: &App, request: AuthorisationListRequest) -> Result<Vec<AuthorisationRow>, AppError> {
    let records = store::list(&app.store, request.all, ROWS_MAX)?;
    records.into_iter().map(|record| row(app, record)).collect()
}

pub(crate) fn cancel(app: &App, request: CancelAuthorisation) -> Result<Written<AuthorisationRow>, AppError> {
    let reason = request.reason.trim();
    if reason.is_empty() {
        return Err(AppError::ReasonRequired);
    }
    let written = app.write(|tx| {
        let record = store::by_id(tx, request.id)?.ok_or(AppError::NotFound)?;
        if record.ticket.is_some() {
            return Err(AppError::AuthorisationUsed { rma: record.rma });
        }
        Ok(store::cancel(tx, request.id, reason)?)
    })?;
    Ok(Written { value: by_id(app, request.id)?, changes: written.changes })
}

pub(crate) fn reinstate(app: &App, request: AuthorisationRef) -> Result<Written<AuthorisationRow>, AppError> {
    let now = by_id(app, request.id)?;
    if now.cancelled_at.is_none() {
        return Ok(Written { value: now, changes: Changes::default() });
    }
    let written = app.write(|tx| Ok(store::reinstate(tx, request.id)?))?;
    Ok(Written { value: by_id(app, request.id)?, changes: written.changes })
}

/// What a quoted number is worth when its unit comes.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn standing(source: &impl Source, rma: &RmaNumber) -> Result<Standing, AppError> {
    if ticket::by_rma(source, rma)?.is_some() {
        return Ok(Standing::UsedBefore);
    }
    Ok(match store::by_rma(source, rma)? {
        Some(AuthorisationRecord { cancelled_at: Some(_), .. }) => Standing::Cancelled,
        Some(AuthorisationRecord { ticket: Some(_), .. }) => Standing::UsedBefore,
        Some(_) => Standing::IssuedHere,
        None => Standing::NotSeenHere,
    })
}

/// What the number of a half-typed intake is found to be, once it is one.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn quoted(app: &App, draft: &IntakeDraft) -> Result<Option<QuotedNumber>, AppError> {
    let Ok(Some(Authorisation::Number { rma, .. })) = draft.authorisation() else { return Ok(None) };
    let given = store::by_rma(&app.store, &rma)?.map(|record| row(app, record)).transpose()?;
    Ok(Some(QuotedNumber { standing: standing(&app.store, &rma)?, given }))
}

/// The number a unit is received under, and the authorisation as it goes on record: a number that waits for its unit
/// becomes its own; one of another station too, if no unit here has it; else a new one is drawn and the quoted one
/// stays on record.
///
/// # Errors
/// `NotInitialised` before there is a number series; `NumberMayBeUsed` for one that was given before a restore, unless
/// somebody is sure that no other unit has it.
pub(crate) fn received_under(
    tx: &Tx<'_>,
    quoted: Option<Authorisation>,
    is_sure: bool,
) -> Result<(ReceivedUnder, Option<Authorisation>), AppError> {
    let Some(Authorisation::Number { rma, .. }) = quoted else {
        return Ok((ReceivedUnder { rma: station::next_rma(tx)?, given: None }, quoted));
    };
    let standing = standing(tx, &rma)?;
    let on_record = Authorisation::Number { rma: rma.clone(), standing: Some(standing) };
    let under = match standing {
        Standing::IssuedHere => {
            refuse_used(tx, &rma, is_sure)?;
            ReceivedUnder { given: store::by_rma(tx, &rma)?.map(|record| record.id), rma }
        }
        Standing::NotSeenHere if !is_still_to_count(tx, &rma)? => ReceivedUnder { rma, given: None },
        Standing::NotSeenHere | Standing::UsedBefore | Standing::Cancelled => {
            ReceivedUnder { rma: station::next_rma(tx)?, given: None }
        }
    };
    Ok((under, Some(on_record)))
}

/// What a number that is named after receipt is worth; one that waits is taken up by the work order that names it.
///
/// # Errors
/// As [`received_under`].
pub(crate) fn named_later(
    tx: &Tx<'_>,
    id: TicketId,
    own: &RmaNumber,
    before: Option<&Authorisation>,
    quoted: Option<Authorisation>,
    is_sure: bool,
) -> Result<Option<Authorisation>, AppError> {
    let Some(Authorisation::Number { rma, .. }) = quoted else { return Ok(quoted) };
    if let Some(Authorisation::Number { rma: known, .. }) = before
        && *known == rma
    {
        return Ok(before.cloned());
    }
    let standing = match standing(tx, &rma)? {
        // Its own number, read from its own tag, says nothing of what was agreed before.
        Standing::UsedBefore if rma == *own => Standing::NotSeenHere,
        found => found,
    };
    if standing == Standing::IssuedHere
        && let Some(record) = store::by_rma(tx, &rma)?
    {
        refuse_used(tx, &rma, is_sure)?;
        store::take_up(tx, record.id, id)?;
    }
    Ok(Some(Authorisation::Number { rma, standing: Some(standing) }))
}

/// The intake that a waiting number begins, with what was said when it was given.
pub(crate) fn begun_by(row: &AuthorisationRow) -> IntakeDraft {
    IntakeDraft {
        serial: row.serial.as_ref().map(ToString::to_string).unwrap_or_default(),
        customer: row.customer.clone().unwrap_or_default(),
        authorisation: Some(DraftAuthorisation::Number { rma: row.rma.to_string(), sure: false }),
        ..IntakeDraft::default()
    }
}

/// Whether a number that waits here was given in a series this station counts in no more: a backup was restored or the
/// records were salvaged since, and what was lost may hold a unit under it.
fn may_be_used(source: &impl Source, rma: &RmaNumber) -> Result<bool, AppError> {
    Ok(station::station(source)?.is_some_and(|here| !rma.is_of(&here.centre, &here.series)))
}

/// Refuses a number a unit may have come under already, unless somebody looked.
fn refuse_used(source: &impl Source, rma: &RmaNumber, is_sure: bool) -> Result<(), AppError> {
    if !is_sure && may_be_used(source, rma)? {
        return Err(AppError::NumberMayBeUsed { rma: rma.clone() });
    }
    Ok(())
}

/// The record of a number, if it was given here.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn given(app: &App, rma: &RmaNumber) -> Result<Option<AuthorisationRow>, AppError> {
    store::by_rma(&app.store, rma)?.map(|record| row(app, record)).transpose()
}

/// Whether a number is of the series this station counts in and was not counted yet. Nobody can have given it, and the
/// counter will come to it.
fn is_still_to_count(tx: &Tx<'_>, rma: &RmaNumber) -> Result<bool, AppError> {
    let here = station::station(tx)?;
    Ok(here.is_some_and(|here| rma.is_of(&here.centre, &here.series)))
}

fn by_id(app: &App, id: AuthorisationId) -> Result<AuthorisationRow, AppError> {
    row(app, store::by_id(&app.store, id)?.ok_or(AppError::NotFound)?)
}

fn row(app: &App, record: AuthorisationRecord) -> Result<AuthorisationRow, AppError> {
    let is_waiting = record.ticket.is_none() && record.cancelled_at.is_none();
    Ok(AuthorisationRow {
        may_be_used: is_waiting && may_be_used(&app.store, &record.rma)?,
        is_old: is_waiting && is_old(app.day_of(record.issued_at)?, app.today()?),
        id: record.id,
        rma: record.rma,
        issued_by: record.issued_by,
        serial: record.serial,
        customer: record.customer,
        note: record.note,
        issued_at: record.issued_at,
        ticket: record.ticket,
        cancelled_at: record.cancelled_at,
        cancel_reason: record.cancel_reason,
    })
}

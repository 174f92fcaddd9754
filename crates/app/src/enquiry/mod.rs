//! Enquiries (4.1): who asked what, answered within 24 hours of working days, tried from afar, and ended. The units of
//! one, and how they are sent in, are in unit.rs, how they become check-ins in check_in.rs; what was said is in contact.rs.

mod check_in;
mod unit;

pub use check_in::{AskedAbout, EnquiryReceive};
pub(crate) use check_in::{asked_about, receive, sent_in_under, took};
pub use unit::{EnquirySendIn, EnquiryUnitRef, EnquiryUnitRow, EnquiryUnitSave, UnitSaid};
pub(crate) use unit::{remove_unit, save_unit, send_in};

use crate::commands::Written;
use crate::contact;
use crate::customer;
use crate::duty;
use crate::error::AppError;
use crate::station::App;
use crate::ticket::{TimelineEntry, timeline};
use chrono::{NaiveDate, NaiveTime};
use nightbench_domain::contact::{About, AttemptResult, Contact, Direction, Way};
use nightbench_domain::customer::Customer;
use nightbench_domain::duty::DutyKind;
use nightbench_domain::enquiry::{Enquiry, EnquiryResult, UNITS_MAX};
use nightbench_domain::id::{CustomerId, EnquiryId, EnquiryUnitId};
use nightbench_domain::intake::{Intake, IntakeProblem, IntakeReason};
use nightbench_domain::pii::Pii;
use nightbench_domain::time_of_day::time_of_day;
use nightbench_store::enquiry::{self as store, After, KnownEnquiry};
use nightbench_store::{Changes, Source, StoreError, Tx, contact as log, journal};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The request of `enquiry_list`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EnquiryListRequest {
    /// Only those with something left to do, the one to be answered first first. Ignored with a text.
    #[serde(default)]
    pub open: bool,
    /// Text to look for in names, words, models and serials, or digits of a phone number. Empty for all.
    #[serde(default)]
    pub text: String,
    /// The `next` of the page before.
    #[serde(default)]
    pub after: Option<String>,
    /// At most this many rows; 100 when absent, never more than 500.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// A page of enquiries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EnquiryPage {
    /// The rows.
    pub rows: Vec<EnquiryRow>,
    /// Where the next page starts, absent on the last.
    pub next: Option<String>,
}

/// An enquiry as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EnquiryRow {
    /// Which.
    pub id: EnquiryId,
    /// How it reached us.
    pub way: Way,
    /// When, milliseconds since 1970 UTC.
    pub received_at: i64,
    /// When it must be answered, milliseconds since 1970 UTC (4.1).
    pub reply_due_at: i64,
    /// When it was answered; absent while nobody did.
    pub replied_at: Option<i64>,
    /// The time for the answer has passed without one.
    pub is_overdue: bool,
    /// Who asked.
    pub customer: Pii<String>,
    /// What was asked.
    pub words: Pii<String>,
    /// What came of it.
    pub result: Option<EnquiryResult>,
    /// Whether something is left to do.
    pub is_open: bool,
    /// How many units it is about.
    pub units: u32,
    /// The serial of the first of them, or empty.
    pub serial: String,
    /// The model of the first of them, or empty.
    pub model: String,
}

/// Everything about one enquiry, but for what was said, which `contact_list` tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EnquiryLife {
    /// The row lists show.
    pub row: EnquiryRow,
    /// Who asked what.
    pub enquiry: Enquiry,
    /// The units it is about.
    pub units: Vec<EnquiryUnitRow>,
    /// What is said of the result.
    pub result_words: Pii<String>,
    /// When the result was stated, milliseconds since 1970 UTC.
    pub result_at: Option<i64>,
    /// Who recorded it.
    pub recorded_by: String,
    /// Whether a remote attempt is in the log (3.1); without one nothing is solved or sent in.
    pub is_attempted: bool,
    /// Whether somebody tried to reach the customer and could not; without it nobody is said not to answer.
    pub is_tried: bool,
    /// What happened, newest first; empty when an entry of the journal does not hold, which the doctor tells.
    pub timeline: Vec<TimelineEntry>,
}

/// Names an enquiry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EnquiryRef {
    /// Which.
    pub id: EnquiryId,
}

/// The request of `enquiry_open`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EnquiryOpen {
    /// How it reached us.
    pub way: Way,
    /// The day it came, at the centre; now when absent.
    #[serde(default)]
    pub received_on: Option<NaiveDate>,
    /// The time of that day, as in 14:30; empty: not known, and the day counts from its beginning.
    #[serde(default)]
    pub received_time: String,
    /// Who asked: a name and a phone number or an e-mail address.
    pub customer: Customer,
    /// What was asked.
    pub words: Pii<String>,
    /// The units it is about, as far as they are known.
    #[serde(default)]
    pub units: Vec<UnitSaid>,
    /// What was advised at once; empty: the answer is still owed.
    #[serde(default)]
    pub advice: Pii<String>,
    /// What came of what was advised, where it was an attempt to solve it (3.1).
    #[serde(default)]
    pub attempt: Option<AttemptResult>,
}

/// The request of `enquiry_amend`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EnquiryAmend {
    /// Which.
    pub id: EnquiryId,
    /// As it should read.
    pub enquiry: Enquiry,
}

/// The request of `enquiry_end`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EnquiryEnd {
    /// Which.
    pub id: EnquiryId,
    /// What came of it; that it is sent in is said by `enquiry_send_in`.
    pub result: EnquiryResult,
    /// What is said of it, or empty.
    #[serde(default)]
    pub words: Pii<String>,
}

pub(crate) fn list(app: &App, request: EnquiryListRequest) -> Result<EnquiryPage, AppError> {
    let rows_max = request.limit.unwrap_or(crate::ticket::ROWS).clamp(1, crate::ticket::ROWS_MAX);
    if request.open && request.text.trim().is_empty() {
        let open = store::open(&app.store, rows_max)?;
        return Ok(EnquiryPage { rows: rows(app, open)?, next: None });
    }
    let after: Option<After> =
        request.after.as_deref().map(serde_json::from_str).transpose().map_err(AppError::BadRequest)?;
    let found = store::page(&app.store, &request.text, after.as_ref(), rows_max)?;
    let is_full = found.len() == usize::try_from(rows_max).unwrap_or(usize::MAX);
    let next = found
        .last()
        .filter(|_| is_full)
        .map(|last| After { received_at: last.enquiry.received_at, id: last.id });
    let next = next.map(|next| serde_json::to_string(&next)).transpose().map_err(AppError::BadRequest)?;
    Ok(EnquiryPage { rows: rows(app, found)?, next })
}

pub(crate) fn get(app: &App, request: EnquiryRef) -> Result<EnquiryLife, AppError> {
    life(app, request.id)
}

/// Records an enquiry, and what was advised at once as the first entry of its log.
pub(crate) fn open(app: &App, request: EnquiryOpen) -> Result<Written<EnquiryLife>, AppError> {
    let now = app.now_ms();
    let came = came_at(app, request.received_on, &request.received_time)?;
    let enquiry = Enquiry {
        way: request.way,
        received_at: came.unwrap_or(now),
        customer: request.customer,
        words: trimmed(&request.words),
    };
    let advice = answer(&enquiry, trimmed(&request.advice), request.attempt, now);
    let mut problems = enquiry.problems(now);
    problems.extend(advice.iter().flat_map(|advice| advice.problems(now)).map(|problem| IntakeProblem {
        field: if problem.field == "words" { "advice".to_owned() } else { problem.field },
        ..problem
    }));
    if request.units.len() > UNITS_MAX {
        problems.push(IntakeProblem { field: "units".to_owned(), reason: IntakeReason::TooLong });
    }
    let (units, of_units) = unit::read_all(&request.units);
    problems.extend(of_units);
    if !problems.is_empty() {
        return Err(AppError::Entry(problems));
    }
    let id = EnquiryId::new(app.ports.ids.uuid());
    let (due_at, by) = (duty::reply_due_at(app, enquiry.received_at)?, app.actor()?);
    let written = app.write(|tx| {
        let customer = on_record(app, tx, &enquiry.customer)?;
        store::open_one(tx, id, customer, &enquiry, due_at, &by)?;
        for (unit, place) in units.iter().zip(0..) {
            store::add_unit(tx, id, customer, EnquiryUnitId::new(app.ports.ids.uuid()), place, unit)?;
        }
        advice.iter().try_for_each(|advice| contact::write(app, tx, About::Enquiry { id }, advice, &by))
    })?;
    Ok(Written { value: life(app, id)?, changes: written.changes })
}

/// Corrects an enquiry. A corrected name or phone number is the same customer, unless those belong to another one.
pub(crate) fn amend(app: &App, request: EnquiryAmend) -> Result<Written<EnquiryLife>, AppError> {
    let enquiry = Enquiry { words: trimmed(&request.enquiry.words), ..request.enquiry };
    let problems = enquiry.problems(app.now_ms());
    if !problems.is_empty() {
        return Err(AppError::Entry(problems));
    }
    let due_at = duty::reply_due_at(app, enquiry.received_at)?;
    let written = app.write(|tx| {
        let before = known(tx, request.id)?;
        let customer = match nightbench_store::customer::find(tx, &enquiry.customer)? {
            Some(other) if has_phone(&enquiry.customer) && other.id != before.customer => {
                on_record(app, tx, &enquiry.customer)?
            }
            Some(_) | None => {
                nightbench_store::customer::update(tx, before.customer, &enquiry.customer)?;
                before.customer
            }
        };
        Ok(store::amend(tx, request.id, customer, &enquiry, due_at)?)
    })?;
    Ok(Written { value: life(app, request.id)?, changes: written.changes })
}

/// States what came of an enquiry: solved or a fault of the hardware only after an attempt (3.1), not answered only after
/// a try.
pub(crate) fn end(app: &App, request: EnquiryEnd) -> Result<Written<EnquiryLife>, AppError> {
    let words = request.words.reveal().trim();
    if words.chars().count() > Intake::TEXT_CHARS_MAX {
        return Err(AppError::Entry(vec![IntakeProblem {
            field: "words".to_owned(),
            reason: IntakeReason::TooLong,
        }]));
    }
    let now = life(app, request.id)?;
    match request.result {
        EnquiryResult::SolvedRemotely | EnquiryResult::HardwareFault if !now.is_attempted => {
            return Err(AppError::AttemptFirst);
        }
        EnquiryResult::NoAnswer if !now.is_tried => return Err(AppError::EnquiryNotTried),
        // A number is what it is sent in under.
        EnquiryResult::SendIn if now.units.iter().all(|unit| unit.rma.is_none()) => {
            return Err(AppError::Entry(vec![IntakeProblem {
                field: "result".to_owned(),
                reason: IntakeReason::Contradicts,
            }]));
        }
        EnquiryResult::SolvedRemotely
        | EnquiryResult::HardwareFault
        | EnquiryResult::NoAnswer
        | EnquiryResult::SendIn => {}
    }
    let written = app.write(|tx| Ok(store::end(tx, request.id, request.result, words, app.now_ms())?))?;
    Ok(Written { value: life(app, request.id)?, changes: written.changes })
}

pub(crate) fn reopen(app: &App, request: EnquiryRef) -> Result<Written<EnquiryLife>, AppError> {
    let now = life(app, request.id)?;
    if now.row.result.is_none() {
        return Ok(Written { value: now, changes: Changes::default() });
    }
    let written = app.write(|tx| Ok(store::reopen(tx, request.id)?))?;
    Ok(Written { value: life(app, request.id)?, changes: written.changes })
}

pub(crate) fn life(app: &App, id: EnquiryId) -> Result<EnquiryLife, AppError> {
    let known = known(&app.store, id)?;
    let said = log::of(&app.store, About::Enquiry { id })?;
    let entries = match journal::timeline(&app.store, id.uuid()) {
        Err(StoreError::Damaged { .. }) => Vec::new(),
        read => read?,
    };
    let mut standing = said.iter().filter(|entry| entry.withdrawn_at.is_none());
    Ok(EnquiryLife {
        row: row(app, &known)?,
        units: unit::rows(app, id)?,
        result_words: known.result_words.into(),
        result_at: known.result_at,
        recorded_by: known.recorded_by,
        is_attempted: standing.clone().any(|entry| entry.contact.closes.contains(&DutyKind::RemoteAttempt)),
        is_tried: standing.any(|entry| !entry.contact.is_reached),
        enquiry: known.enquiry,
        timeline: timeline(app, entries)?,
    })
}

pub(crate) fn known(source: &impl Source, id: EnquiryId) -> Result<KnownEnquiry, AppError> {
    store::by_id(source, id)?.ok_or(AppError::NotFound)
}

/// When it came, where that was said; a time with no day is one of today.
///
/// # Errors
/// `Entry` when the time is none.
fn came_at(app: &App, on: Option<NaiveDate>, time: &str) -> Result<Option<i64>, AppError> {
    let is_timed = !time.trim().is_empty();
    let on = match on {
        None if !is_timed => return Ok(None),
        None => app.today()?,
        Some(on) => on,
    };
    let at = if is_timed { time_of_day(time) } else { Some(NaiveTime::MIN) };
    let Some(at) = at else {
        let (field, reason) = ("received_time".to_owned(), IntakeReason::NotATime);
        return Err(AppError::Entry(vec![IntakeProblem { field, reason }]));
    };
    duty::instant(app, on.and_time(at)).map(Some)
}

/// What was advised at once, as an entry of the log; nothing where nothing was said.
fn answer(
    enquiry: &Enquiry,
    words: Pii<String>,
    attempt: Option<AttemptResult>,
    now: i64,
) -> Option<Contact> {
    if words.reveal().is_empty() && attempt.is_none() {
        return None;
    }
    let is_live = enquiry.way.is_live();
    Some(Contact {
        // Nobody answers a form of a web site on it.
        way: if enquiry.way == Way::Web { Way::Email } else { enquiry.way },
        direction: if is_live { Direction::In } else { Direction::Out },
        is_reached: true,
        with: Pii::default(),
        words,
        at: if is_live { enquiry.received_at } else { now },
        attempt,
        check: None,
        closes: vec![DutyKind::Reply],
    })
}

/// The record of whoever asked, brought up to date, or a new one. Who left no phone number is not found again by it.
fn on_record(app: &App, tx: &Tx<'_>, customer: &Customer) -> Result<CustomerId, AppError> {
    if has_phone(customer) {
        return customer::on_record(app, tx, customer);
    }
    let id = CustomerId::new(app.ports.ids.uuid());
    nightbench_store::customer::add(tx, id, customer)?;
    Ok(id)
}

fn has_phone(customer: &Customer) -> bool {
    !customer.phone_key().is_empty()
}

fn rows(app: &App, found: Vec<KnownEnquiry>) -> Result<Vec<EnquiryRow>, AppError> {
    found.iter().map(|known| row(app, known)).collect()
}

fn row(app: &App, known: &KnownEnquiry) -> Result<EnquiryRow, AppError> {
    let said = log::of(&app.store, About::Enquiry { id: known.id })?;
    let duties = duty::of_known_enquiry(app, known, &said, &[])?;
    let reply = duties.into_iter().find(|state| state.duty.kind == DutyKind::Reply);
    Ok(EnquiryRow {
        id: known.id,
        way: known.enquiry.way,
        received_at: known.enquiry.received_at,
        reply_due_at: known.reply_due_at,
        replied_at: reply.as_ref().and_then(|reply| reply.duty.closed.as_ref()).map(|closed| closed.at),
        is_overdue: reply.is_some_and(|reply| reply.is_overdue),
        customer: known.enquiry.customer.name.clone(),
        words: known.enquiry.words.clone(),
        result: known.result,
        is_open: known.is_open,
        units: known.units,
        serial: known.first_serial.clone(),
        model: known.first_model.clone(),
    })
}

fn trimmed(text: &Pii<String>) -> Pii<String> {
    Pii::new(text.reveal().trim().to_owned())
}

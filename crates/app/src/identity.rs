//! Who a unit is when its label does not say for certain: what second sources read is put before a person, who confirms
//! a serial or says that none can be confirmed. Until then the ticket stands still (5.8c to 5.8e); the verdict is not
//! changed by any of it. Also the labels we put on.

use crate::claim::{self, Said};
use crate::commands::Written;
use crate::conflicts::conflicts;
use crate::error::AppError;
use crate::known::Known;
use crate::station::App;
use crate::ticket::{self, TicketLife, TicketRef};
use crate::user;
use crate::verdict;
use nightbench_domain::id::{IdentityId, RelabellingId, TicketId};
use nightbench_domain::identity::{Decision, Known as Seen, Reading, doubts};
use nightbench_domain::intake::{Intake, IntakeProblem, IntakeReason};
use nightbench_domain::serial::{SerialNumber, fold};
use nightbench_domain::ticket::Lock;
use nightbench_eligibility::facts::{Answer, Facts, SerialLabel};
use nightbench_store::Tx;
use nightbench_store::identity::{self as store, IdentityDecision, Relabelling};
use nightbench_store::intake::{self, IntakeRecord, Statement, Why};
use serde::Deserialize;
use ts_rs::TS;

/// The request of `identity_confirm`: the unit is the one of this serial.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConfirmRequest {
    /// The work order.
    pub id: TicketId,
    /// The serial, in any writing.
    pub serial: String,
    /// What the second sources read; at least one.
    pub sources: Vec<Reading>,
    /// In the person's own words.
    #[serde(default)]
    pub note: String,
}

/// The request of `identity_reject`: it cannot be said which unit this is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RejectRequest {
    /// The work order.
    pub id: TicketId,
    /// What the second sources read, if any did.
    #[serde(default)]
    pub sources: Vec<Reading>,
    /// Why, in the person's own words.
    pub note: String,
}

/// The request of `unit_relabel`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RelabelRequest {
    /// The work order during which the label was put on.
    pub id: TicketId,
    /// Why.
    pub note: String,
}

/// Why a ticket stands still on these facts, unless a person decided.
pub(crate) fn lock(serial: &SerialNumber, facts: &Facts, decided: Option<&IdentityDecision>) -> Option<Lock> {
    let said = facts.serial.as_ref().and_then(Answer::known);
    let label = said.and_then(|said| said.label.as_ref()).and_then(Answer::known);
    let seen = Seen {
        serial,
        is_label_unreadable: label == Some(&SerialLabel::Unreadable),
        is_label_absent: label == Some(&SerialLabel::Absent),
        is_mismatch: said.and_then(|said| said.matches.as_ref()).and_then(Answer::known) == Some(&false),
    };
    Lock::of_identity(doubts(seen), decided.is_some())
}

/// Refuses what decides or resolves while the ticket stands still. `facts` are those that would be recorded: what was
/// seen of the label may end the doubt itself.
///
/// # Errors
/// `IdentityLocked` when it does.
pub(crate) fn refuse_locked(tx: &Tx<'_>, record: &IntakeRecord, facts: &Facts) -> Result<(), AppError> {
    let decided = store::newest(tx, record.id)?;
    let before: Facts = serde_json::from_value(record.facts.clone()).map_err(AppError::BadRequest)?;
    let known = Known::of_intake(tx, &record.intake)?;
    let is_locked = |stated: &Facts| {
        let all = claim::claim(&Said::by_intake(&record.intake, stated), &known).facts;
        lock(&record.intake.serial, &all, decided.as_ref()).is_some()
    };
    if is_locked(&before) && is_locked(facts) { Err(AppError::IdentityLocked) } else { Ok(()) }
}

pub(crate) fn confirm(app: &App, request: ConfirmRequest) -> Result<Written<TicketLife>, AppError> {
    user::refuse_unless_deciding(app)?;
    let serial = SerialNumber::parse(&request.serial).ok().filter(|serial| !serial.is_stand_in());
    let sources = trimmed(request.sources);
    let mut problems = problems(&sources, &request.note);
    if sources.is_empty() {
        problems.push(problem("sources", IntakeReason::Required));
    }
    // Against what was read somewhere only with a word why.
    let agrees =
        |read: &Reading| serial.as_ref().is_some_and(|serial| serial.as_str().contains(&fold(&read.read)));
    if !sources.is_empty() && !sources.iter().any(agrees) && request.note.trim().is_empty() {
        problems.push(problem("note", IntakeReason::Required));
    }
    let Some(serial) = serial.filter(|_| problems.is_empty()) else {
        if SerialNumber::parse(&request.serial).map_or(true, |serial| serial.is_stand_in()) {
            problems.insert(0, problem("serial", IntakeReason::NotASerial));
        }
        return Err(AppError::Intake(problems));
    };
    let decision = decision(app, Decision::Confirmed, Some(serial.clone()), sources, &request.note)?;
    let written = app.write(|tx| {
        let before = intake::by_id(tx, request.id)?.ok_or(AppError::NotFound)?;
        store::decide(tx, request.id, &decision)?;
        if before.intake.serial != serial {
            take_serial(app, tx, &before, serial)?;
        }
        Ok(())
    })?;
    let life = ticket::get(app, TicketRef { id: request.id })?;
    Ok(Written { value: life, changes: written.changes })
}

pub(crate) fn reject(app: &App, request: RejectRequest) -> Result<Written<TicketLife>, AppError> {
    user::refuse_unless_deciding(app)?;
    let sources = trimmed(request.sources);
    let problems = problems(&sources, &request.note);
    if !problems.is_empty() {
        return Err(AppError::Intake(problems));
    }
    if request.note.trim().is_empty() {
        return Err(AppError::ReasonRequired);
    }
    let decision = decision(app, Decision::Rejected, None, sources, &request.note)?;
    let written = app.write(|tx| {
        intake::by_id(tx, request.id)?.ok_or(AppError::NotFound)?;
        Ok(store::decide(tx, request.id, &decision)?)
    })?;
    let life = ticket::get(app, TicketRef { id: request.id })?;
    Ok(Written { value: life, changes: written.changes })
}

/// Records a label we put on. The label the unit came with stays what this claim is judged by.
pub(crate) fn relabel(app: &App, request: RelabelRequest) -> Result<Written<TicketLife>, AppError> {
    let note = request.note.trim();
    if note.is_empty() {
        return Err(AppError::ReasonRequired);
    }
    let label = Relabelling {
        id: RelabellingId::new(app.ports.ids.uuid()),
        ticket: request.id,
        rma: ticket_number(app, request.id)?,
        note: note.to_owned(),
        done_by: app.actor()?,
        done_at: app.now_ms(),
    };
    let written = app.write(|tx| {
        let record = intake::by_id(tx, request.id)?.ok_or(AppError::NotFound)?;
        let serial = &record.intake.serial;
        let is_rejected =
            store::newest(tx, request.id)?.is_some_and(|decided| decided.decision == Decision::Rejected);
        if serial.is_stand_in() || is_rejected {
            return Err(AppError::SerialUnknown);
        }
        Ok(store::relabel(tx, serial, &label)?)
    })?;
    let life = ticket::get(app, TicketRef { id: request.id })?;
    Ok(Written { value: life, changes: written.changes })
}

/// The intake takes the serial that was confirmed: the register is asked about it, and the unit's history joins.
fn take_serial(app: &App, tx: &Tx<'_>, before: &IntakeRecord, serial: SerialNumber) -> Result<(), AppError> {
    let intake = Intake { serial, ..before.intake.clone() };
    let facts: Facts = serde_json::from_value(before.facts.clone()).map_err(AppError::BadRequest)?;
    let known = Known::of_intake(tx, &intake)?;
    let said = Said::by_intake(&intake, &facts);
    let conflicts = conflicts(&said, &intake.model, &known);
    let statement = Statement { intake: &intake, conflicts: &conflicts, ..before.statement() };
    intake::amend(tx, before.id, &statement, &Why::default())?;
    verdict::keep(app, tx, before.id, &claim::claim(&said, &known).facts)?;
    Ok(())
}

fn decision(
    app: &App,
    decision: Decision,
    serial: Option<SerialNumber>,
    sources: Vec<Reading>,
    note: &str,
) -> Result<IdentityDecision, AppError> {
    Ok(IdentityDecision {
        id: IdentityId::new(app.ports.ids.uuid()),
        decision,
        serial,
        sources,
        note: note.trim().to_owned(),
        decided_by: app.actor()?,
        decided_at: app.now_ms(),
    })
}

/// The sources somebody filled in.
fn trimmed(sources: Vec<Reading>) -> Vec<Reading> {
    let read = sources.into_iter().map(|reading| Reading { read: reading.read.trim().to_owned(), ..reading });
    read.filter(|reading| !reading.read.is_empty()).collect()
}

fn problems(sources: &[Reading], note: &str) -> Vec<IntakeProblem> {
    let is_long = |text: &str, max| text.chars().count() > max;
    let mut problems = Vec::new();
    if sources.iter().any(|reading| is_long(&reading.read, Intake::NAME_CHARS_MAX)) {
        problems.push(problem("sources", IntakeReason::TooLong));
    }
    if is_long(note, Intake::TEXT_CHARS_MAX) {
        problems.push(problem("note", IntakeReason::TooLong));
    }
    problems
}

fn problem(field: &str, reason: IntakeReason) -> IntakeProblem {
    IntakeProblem { field: field.to_owned(), reason }
}

fn ticket_number(app: &App, id: TicketId) -> Result<nightbench_domain::rma::RmaNumber, AppError> {
    Ok(intake::by_id(&app.store, id)?.ok_or(AppError::NotFound)?.rma)
}

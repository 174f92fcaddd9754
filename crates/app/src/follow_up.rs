//! Promised dates and complaints: opened with a day and an owner, closed with what became of them, opened again when that
//! was a mistake.

use crate::commands::Written;
use crate::contact::{self, Correspondence};
use crate::error::AppError;
use crate::station::App;
use chrono::NaiveDate;
use nightbench_domain::contact::About;
use nightbench_domain::follow_up::{FollowUp, FollowUpEnd, FollowUpKind};
use nightbench_domain::id::{FollowUpId, UserId};
use nightbench_domain::intake::{Intake, IntakeProblem, IntakeReason};
use nightbench_domain::pii::Pii;
use nightbench_store::follow_up::{self as store, KnownFollowUp};
use nightbench_store::user;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The request of `follow_up_open`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FollowUpOpen {
    /// What it is about.
    pub about: About,
    /// What it is.
    pub kind: FollowUpKind,
    /// What was promised, or what the complaint says.
    pub words: Pii<String>,
    /// The day it is owed by.
    pub due_on: NaiveDate,
    /// Who sees to it; absent: whoever opens it.
    #[serde(default)]
    pub owner: Option<UserId>,
}

/// The request of `follow_up_end`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FollowUpClose {
    /// Which.
    pub id: FollowUpId,
    /// How it ended.
    pub end: FollowUpEnd,
    /// Closing words; needed for all but a promise that was kept.
    #[serde(default)]
    pub words: Pii<String>,
}

/// Names a promised date or a complaint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FollowUpRef {
    /// Which.
    pub id: FollowUpId,
}

/// A promised date or a complaint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FollowUpRow {
    /// Which.
    pub id: FollowUpId,
    /// What is owed, by when.
    pub follow_up: FollowUp,
    /// Who sees to it: the owner that was named, else whoever opened it.
    pub owner_name: String,
    /// Its day has passed, and it is open.
    pub is_overdue: bool,
    /// When it was opened, milliseconds since 1970 UTC.
    pub opened_at: i64,
    /// Who opened it.
    pub opened_by: String,
    /// How it ended.
    pub ended: Option<FollowUpEnd>,
    /// When, milliseconds since 1970 UTC.
    pub ended_at: Option<i64>,
    /// Who said so; empty while it is open.
    pub ended_by: String,
    /// The closing words.
    pub end_words: Pii<String>,
}

pub(crate) fn open(app: &App, request: FollowUpOpen) -> Result<Written<Correspondence>, AppError> {
    let follow_up = FollowUp {
        kind: request.kind,
        words: Pii::new(request.words.reveal().trim().to_owned()),
        due_on: request.due_on,
        owner: request.owner,
    };
    let problems = follow_up.problems(app.today()?);
    if !problems.is_empty() {
        return Err(AppError::Entry(problems));
    }
    if let Some(owner) = request.owner {
        user::by_id(&app.store, owner)?.filter(|record| record.user.is_active).ok_or(AppError::NotFound)?;
    }
    let by = app.actor()?;
    let written = app.write(|tx| {
        let customer = contact::customer_of(tx, request.about)?;
        let id = FollowUpId::new(app.ports.ids.uuid());
        Ok(store::open_one(tx, id, request.about, customer, &follow_up, &by)?)
    })?;
    Ok(Written { value: contact::list(app, request.about)?, changes: written.changes })
}

pub(crate) fn end(app: &App, request: FollowUpClose) -> Result<Written<Correspondence>, AppError> {
    let known = known(app, request.id)?;
    let words = request.words.reveal().trim();
    let problem =
        |field: &str, reason| Err(AppError::Entry(vec![IntakeProblem { field: field.to_owned(), reason }]));
    if known.ended.is_some() {
        return Err(AppError::FollowUpEnded);
    }
    if !known.follow_up.kind.ends().contains(&request.end) {
        return problem("end", IntakeReason::Contradicts);
    }
    if request.end.takes_words() && words.is_empty() {
        return problem("words", IntakeReason::Required);
    }
    if words.chars().count() > Intake::TEXT_CHARS_MAX {
        return problem("words", IntakeReason::TooLong);
    }
    let by = app.actor()?;
    let written = app.write(|tx| {
        let customer = contact::customer_of(tx, known.about)?;
        Ok(store::end(tx, &known, customer, request.end, words, &by)?)
    })?;
    Ok(Written { value: contact::list(app, known.about)?, changes: written.changes })
}

pub(crate) fn reopen(app: &App, request: FollowUpRef) -> Result<Written<Correspondence>, AppError> {
    let known = known(app, request.id)?;
    if known.ended.is_none() {
        let value = contact::list(app, known.about)?;
        return Ok(Written { value, changes: nightbench_store::Changes::default() });
    }
    let written = app.write(|tx| Ok(store::reopen(tx, &known)?))?;
    Ok(Written { value: contact::list(app, known.about)?, changes: written.changes })
}

/// One as it stands today.
pub(crate) fn row(app: &App, known: KnownFollowUp) -> Result<FollowUpRow, AppError> {
    Ok(FollowUpRow {
        id: known.id,
        is_overdue: known.ended.is_none() && app.today()? > known.follow_up.due_on,
        owner_name: known.owner_name.unwrap_or_else(|| known.opened_by.clone()),
        follow_up: known.follow_up,
        opened_at: known.opened_at,
        opened_by: known.opened_by,
        ended: known.ended,
        ended_at: known.ended_at,
        ended_by: known.ended_by,
        end_words: known.end_words.into(),
    })
}

fn known(app: &App, id: FollowUpId) -> Result<KnownFollowUp, AppError> {
    store::by_id(&app.store, id)?.ok_or(AppError::NotFound)
}

//! Questions to people: asked by a verdict that the rules leave open, or by somebody who would give more than they do;
//! answered with a reason, by whoever decides here or by phone. No answer changes a verdict: what answers give stands
//! beside it (`nightbench_store::decision::granted`).

mod followed;
mod inbox;
mod row;

pub(crate) use followed::follow;
pub use inbox::{
    DecisionCounts, DecisionFigures, DecisionListRequest, DecisionPage, DecisionView, DecisionViewOf,
};
pub(crate) use inbox::{counts, list};
pub use row::{DecisionAnswer, DecisionFact, DecisionRow};
pub(crate) use row::{of_ticket, row};

use crate::commands::Written;
use crate::error::AppError;
use crate::session::{self, SecondPerson};
use crate::station::App;
use crate::user;
use chrono::{NaiveDate, TimeZone};
use nightbench_domain::claim::Remedy;
use nightbench_domain::decision::{DecisionEvidence, DecisionKind, DecisionRefusal, DecisionReply, Excuse};
use nightbench_domain::id::{DecisionId, DecisionReplyId, TicketId, VerdictId};
use nightbench_domain::intake::{Intake, IntakeProblem, IntakeReason};
use nightbench_domain::ticket::Status;
use nightbench_domain::time_of_day::time_of_day;
use nightbench_domain::user::{self as people, Role};
use nightbench_store::Tx;
use nightbench_store::decision::{self as store, Decision, NewDecision, Reply};
use nightbench_store::{paper, ticket, verdict};
use serde::Deserialize;
use ts_rs::TS;

/// The request of `decision_ask`: a question by a person. What a verdict asks, it asks by itself; `unsigned` has it ask
/// where it did not, for the decision letter.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AskRequest {
    /// About which work order.
    pub id: TicketId,
    /// What it is about.
    pub kind: DecisionKind,
    /// Why it is asked, in the asker's own words.
    pub words: String,
    /// Who is asked; absent: whom the kind is for.
    #[serde(default)]
    pub asked_of: Option<Role>,
    /// The clause, where it is not the kind's own.
    #[serde(default)]
    pub clause: Option<String>,
    /// The remedy that goodwill or an exception would give.
    #[serde(default)]
    pub remedy: Option<Remedy>,
    /// What a waiver would excuse.
    #[serde(default)]
    pub excuses: Vec<Excuse>,
    /// What is on record for it.
    #[serde(default)]
    pub evidence: Vec<DecisionEvidence>,
}

/// The request of `decision_reply`: what somebody says to a question.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReplyRequest {
    /// The question.
    pub id: DecisionId,
    /// What.
    pub reply: DecisionReply,
    /// Why, in the person's own words.
    pub reason: String,
    /// Who said it by phone, where somebody else records it.
    #[serde(default)]
    pub by_phone: Option<ByPhone>,
    /// The second person, who must be there to accept an exception.
    #[serde(default)]
    pub second: Option<SecondPerson>,
}

/// An answer that was given by phone.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ByPhone {
    /// Who said it, by name.
    pub name: String,
    /// The day at the centre; absent: today.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// The time of that day at the centre, as in `14:30`.
    pub at: String,
}

/// A question as a use case puts it.
#[derive(Debug, Clone)]
pub(crate) struct Question<'a> {
    pub(crate) ticket: TicketId,
    pub(crate) kind: DecisionKind,
    /// In words; empty where a verdict asks.
    pub(crate) words: &'a str,
    /// None: whom the kind is for.
    pub(crate) asked_of: Option<Role>,
    /// None: the kind's own.
    pub(crate) clause: Option<&'a str>,
    /// None: the kind's own.
    pub(crate) reading: Option<u8>,
    pub(crate) remedies: Vec<Remedy>,
    pub(crate) excuses: Vec<Excuse>,
    pub(crate) evidence: Vec<DecisionEvidence>,
    /// The verdict that asks.
    pub(crate) verdict: Option<VerdictId>,
}

impl<'a> Question<'a> {
    /// A question of a kind that is about the claim as a whole.
    pub(crate) const fn of(ticket: TicketId, kind: DecisionKind, words: &'a str) -> Self {
        Self {
            ticket,
            kind,
            words,
            asked_of: None,
            clause: None,
            reading: None,
            remedies: Vec::new(),
            excuses: Vec::new(),
            evidence: Vec::new(),
            verdict: None,
        }
    }
}

/// Puts a question inside a write. One that waits already and asks the same is not put twice.
///
/// # Errors
/// When the store fails.
pub(crate) fn ask(app: &App, tx: &Tx<'_>, question: Question<'_>) -> Result<DecisionId, AppError> {
    let Question { ticket, kind, words, asked_of, clause, reading, remedies, excuses, evidence, verdict } =
        question;
    let is_same = |known: &&Decision| {
        let asked = &known.asked;
        known.state.is_open() && asked.kind == kind && asked.remedies == remedies && asked.words == words
    };
    if let Some(known) = store::of_ticket(tx, ticket)?.iter().find(is_same) {
        return Ok(known.asked.id);
    }
    let due_on = due_on(app, tx)?;
    let asked = NewDecision {
        id: DecisionId::new(app.ports.ids.uuid()),
        ticket,
        kind,
        clause: clause.unwrap_or_else(|| kind.clause()).to_owned(),
        reading: reading.or_else(|| kind.reading()),
        remedies,
        excuses,
        evidence,
        words: words.to_owned(),
        asked_by: app.actor_of(tx)?,
        asked_of: asked_of.unwrap_or_else(|| kind.asked_of()),
        asked_at: app.now_ms(),
        due_on,
        verdict,
    };
    store::ask(tx, &asked)?;
    Ok(asked.id)
}

/// The day by which an answer is expected, on the centre's calendar.
fn due_on(app: &App, tx: &Tx<'_>) -> Result<NaiveDate, AppError> {
    let calendar = app.calendar_of(tx, None)?;
    let due = calendar.add_working_days(app.today_of(tx)?, DecisionKind::ANSWER_WORKING_DAYS);
    Ok(due.date)
}

/// `decision_ask`.
pub(crate) fn ask_by_hand(app: &App, request: AskRequest) -> Result<Written<DecisionRow>, AppError> {
    if request.kind == DecisionKind::Unsigned {
        return ask_as_verdict(app, request.id);
    }
    if request.kind.is_asked_by_verdict() {
        return Err(AppError::Decision(DecisionRefusal::AskedByVerdict));
    }
    let words = said(&request.words)?;
    let mut problems = Vec::new();
    if request.kind.names_a_remedy() && request.remedy.is_none() {
        problems.push(problem("remedy", IntakeReason::Required));
    }
    if request.kind == DecisionKind::Waiver && request.excuses.is_empty() {
        problems.push(problem("excuses", IntakeReason::Required));
    }
    if !problems.is_empty() {
        return Err(AppError::Intake(problems));
    }
    let mut excuses = request.excuses;
    excuses.sort_unstable();
    excuses.dedup();
    let question = Question {
        asked_of: request.asked_of,
        clause: request.clause.as_deref().map(str::trim).filter(|clause| !clause.is_empty()),
        remedies: request.remedy.into_iter().filter(|_| request.kind.names_a_remedy()).collect(),
        excuses: if request.kind == DecisionKind::Waiver { excuses } else { Vec::new() },
        evidence: request.evidence,
        ..Question::of(request.id, request.kind, words)
    };
    let written = app.write(|tx| {
        let of = ticket::by_id(tx, request.id)?.ok_or(AppError::NotFound)?;
        of.status.refuse_ended()?;
        ask(app, tx, question)
    })?;
    answered(app, written.value, written.changes)
}

/// Has the newest verdict put its denial to a person, where it was recorded before verdicts asked by themselves; where the
/// question waits already, it is that one.
fn ask_as_verdict(app: &App, id: TicketId) -> Result<Written<DecisionRow>, AppError> {
    let written = app.write(|tx| {
        let saved = verdict::newest(tx, id)?.ok_or(AppError::NotFound)?;
        let facts = serde_json::from_value(saved.facts).map_err(AppError::BadRequest)?;
        let recorded = serde_json::from_value(saved.verdict).map_err(AppError::BadRequest)?;
        follow(app, tx, id, saved.id, &facts, &recorded)?;
        let waits = |known: &Decision| known.asked.kind == DecisionKind::Unsigned && known.state.is_open();
        let known = store::of_ticket(tx, id)?.into_iter().find(waits);
        Ok(known.ok_or(AppError::Decision(DecisionRefusal::AskedByVerdict))?.asked.id)
    })?;
    answered(app, written.value, written.changes)
}

/// `decision_reply`.
pub(crate) fn reply(app: &App, request: ReplyRequest) -> Result<Written<DecisionRow>, AppError> {
    let reason = said(&request.reason)?;
    let before = store::by_id(&app.store, request.id)?.ok_or(AppError::NotFound)?;
    let by_phone = request.by_phone.map(|call| told(app, &call)).transpose()?;
    before.state.after(request.reply)?;
    refuse_stranger(app, &before, request.reply, by_phone.is_some())?;
    let takes_two = before.asked.kind.takes_two() && request.reply == DecisionReply::Accept;
    let second = if takes_two { app.second_person(request.second.as_ref())? } else { String::new() };
    let said = Reply {
        id: DecisionReplyId::new(app.ports.ids.uuid()),
        reply: request.reply,
        reason: reason.to_owned(),
        replied_by: app.actor()?,
        replied_at: app.now_ms(),
        by_phone,
        second,
    };
    let written = app.write(|tx| {
        let before = store::by_id(tx, request.id)?.ok_or(AppError::NotFound)?;
        let state = before.state.after(said.reply)?;
        refuse_undone(tx, &before, said.reply)?;
        Ok(store::reply(tx, &before, &said, state)?)
    })?;
    answered(app, request.id, written.changes)
}

/// An answer is for whoever decides here, or in the role that is asked; anybody may record what one of them said by
/// phone. A question is taken back by who asked it, or by who decides.
fn refuse_stranger(
    app: &App,
    before: &Decision,
    reply: DecisionReply,
    is_by_phone: bool,
) -> Result<(), AppError> {
    let signed_in = session::signed_in(app)?;
    let is_asked = signed_in.is_some_and(|user| user.role == before.asked.asked_of);
    let may_answer = is_asked || user::may_decide(app)?;
    match reply {
        DecisionReply::Accept | DecisionReply::Refuse | DecisionReply::AskBack | DecisionReply::TakeBack => {
            if may_answer || is_by_phone {
                Ok(())
            } else {
                Err(AppError::AnswerByPhone)
            }
        }
        DecisionReply::Explain => Ok(()),
        DecisionReply::Withdraw if before.asked.verdict.is_some() => {
            Err(AppError::Decision(DecisionRefusal::AskedByVerdict))
        }
        DecisionReply::Withdraw => {
            if may_answer || before.asked.asked_by == app.actor()? {
                Ok(())
            } else {
                Err(AppError::DeciderNeeded)
            }
        }
    }
}

/// An answer that others acted on is not taken back: the unit was handed over, or the letter went out.
fn refuse_undone(tx: &Tx<'_>, before: &Decision, reply: DecisionReply) -> Result<(), AppError> {
    if reply != DecisionReply::TakeBack {
        return Ok(());
    }
    if matches!(before.status, Status::Returned | Status::Closed) {
        return Err(AppError::Decision(DecisionRefusal::HandedOver));
    }
    let answered_at = before.settled_at.unwrap_or_default();
    let went_out = |paper: &paper::Paper| {
        paper.form == "decision" && paper.made_at >= answered_at && paper.printed.is_some()
    };
    if paper::of_ticket(tx, before.asked.ticket)?.iter().any(went_out) {
        return Err(AppError::Decision(DecisionRefusal::Printed));
    }
    Ok(())
}

/// Who said it by phone and when, as it is kept.
fn told(app: &App, call: &ByPhone) -> Result<(String, i64), AppError> {
    let name = people::name(&call.name).ok_or(AppError::UserName)?;
    let day = call.on.map_or_else(|| app.today(), Ok)?;
    let at = time_of_day(&call.at)
        .ok_or_else(|| AppError::Intake(vec![problem("by_phone.at", IntakeReason::NotATime)]))?;
    let at = app.zone()?.from_local_datetime(&day.and_time(at)).earliest();
    let at_ms = at.map(|at| at.timestamp_millis()).filter(|&at_ms| at_ms <= app.now_ms());
    let at_ms =
        at_ms.ok_or_else(|| AppError::Intake(vec![problem("by_phone.at", IntakeReason::InFuture)]))?;
    Ok((name, at_ms))
}

/// What somebody said, which must be something.
fn said(words: &str) -> Result<&str, AppError> {
    let words = words.trim();
    if words.is_empty() {
        return Err(AppError::ReasonRequired);
    }
    if words.chars().count() > Intake::TEXT_CHARS_MAX {
        return Err(AppError::Intake(vec![problem("words", IntakeReason::TooLong)]));
    }
    Ok(words)
}

fn answered(
    app: &App,
    id: DecisionId,
    changes: nightbench_store::Changes,
) -> Result<Written<DecisionRow>, AppError> {
    let decision = store::by_id(&app.store, id)?.ok_or(AppError::NotFound)?;
    Ok(Written { value: row(app, decision)?, changes })
}

fn problem(field: &str, reason: IntakeReason) -> IntakeProblem {
    IntakeProblem { field: field.to_owned(), reason }
}

//! What the commitment grants: live beside the facts as they are typed, recorded as immutable rows, and tried out on
//! facts as they might be.

use crate::claim::{Claim, Derived, Said, claim};
use crate::commands::Written;
use crate::conflicts::conflicts;
use crate::decision;
use crate::difference::Difference;
use crate::draft::IntakeDraft;
use crate::earlier_report::{self, EarlierReport};
use crate::error::AppError;
use crate::identity;
use crate::known::Known;
use crate::station::{App, LAW_COUNTRY};
use crate::ticket::TicketRef;
use nightbench_domain::cycle::Cycle;
use nightbench_domain::id::{TicketId, VerdictId};
use nightbench_domain::intake::Intake;
use nightbench_eligibility::Explanation;
use nightbench_eligibility::facts::Facts;
use nightbench_eligibility::verdict::Verdict;
use nightbench_store::intake::{self, Statement, Why};
use nightbench_store::verdict::{self as store, SavedVerdict};
use nightbench_store::{StoreError, Tx, journal};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A verdict with the facts it stands on.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Assessment {
    /// The facts, with those that follow from the intake.
    pub facts: Facts,
    /// The answer.
    pub verdict: Verdict,
    /// What would be different, and the words of the readings it turns on.
    pub explanation: Explanation,
    /// The facts nobody stated, and where they were taken from.
    pub derived: Vec<Derived>,
    /// What is denied by the received date while nobody has said whether the fault was reported before.
    pub earlier_report: Vec<EarlierReport>,
    /// Day 10 and day 20, once the received date is known.
    pub cycle: Option<Cycle>,
}

/// The request of `verdict_record`: a new verdict of a work order on changed facts.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecordRequest {
    /// The work order.
    pub id: TicketId,
    /// All facts as they are known now.
    pub facts: Facts,
}

/// A recorded verdict; it is never changed.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct VerdictRow {
    /// Its identity.
    pub id: VerdictId,
    /// When, milliseconds since 1970 UTC.
    pub made_at: i64,
    /// The facts it stood on.
    pub facts: Facts,
    /// The answer.
    pub verdict: Verdict,
    /// What would have been different; absent where the pack or the calendar it was made by is not here any more.
    pub explanation: Option<Explanation>,
    /// Who had it made, as the journal has it; empty when the journal cannot say.
    pub actor: String,
    /// What differs from the verdict before; absent for the first.
    pub changed: Option<Difference>,
}

/// The request of `verdict_what_if`: facts as they are known, and as they might be.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhatIfRequest {
    /// The facts as they are known.
    pub before: Facts,
    /// The facts as they might be.
    pub after: Facts,
}

/// What would be, beside what is. It is no verdict of any work order: nothing of it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct WhatIf {
    /// The answer on the facts as they are known, by the pack in force now.
    pub before: Verdict,
    /// The answer on the facts as they might be.
    pub after: Verdict,
    /// What differs.
    pub changed: Difference,
}

pub(crate) fn assess_draft(app: &App, draft: IntakeDraft) -> Result<Assessment, AppError> {
    let known = Known::of_draft(&app.store, &draft)?;
    let calendar = app.calendar(draft.calendar.as_deref())?;
    let cycle = draft.received_on.map(|received_on| Cycle::of(&calendar, received_on));
    Ok(assessment(app, &Said::by_draft(&draft), &known, cycle))
}

/// What the rules say of a received intake today.
pub(crate) fn assess_intake(app: &App, intake: &Intake, facts: &Facts) -> Result<Assessment, AppError> {
    let known = Known::of_intake(&app.store, intake)?;
    let cycle = Cycle::of(&*app.calendar(intake.calendar.as_deref())?, intake.received_on);
    Ok(assessment(app, &Said::by_intake(intake, facts), &known, Some(cycle)))
}

fn assessment(app: &App, said: &Said<'_>, known: &Known, cycle: Option<Cycle>) -> Assessment {
    let Claim { facts, derived } = claim(said, known);
    let verdict = assess(app, &facts);
    let explanation = explanation(app, &facts, &verdict).unwrap_or_default();
    let earlier_report = earlier_report::open(said, &derived, &explanation);
    Assessment { facts, verdict, explanation, derived, earlier_report, cycle }
}

/// The rest days that extend periods are China's, as the commitment's law is (art. 203); a buyer elsewhere is
/// counted without them (`counting: plain`).
fn assess(app: &App, facts: &Facts) -> Verdict {
    app.packs().assess(&app.law_calendar(), facts)
}

/// Explains a verdict, if the pack and the calendar it was made by are here.
fn explanation(app: &App, facts: &Facts, verdict: &Verdict) -> Option<Explanation> {
    let calendar = app.calendars().named(LAW_COUNTRY, &verdict.calendar_hash)?;
    app.packs().explain(&calendar, facts, verdict)
}

/// Assesses facts that were moved, beside those they were moved from. Neither is kept.
pub(crate) fn what_if(app: &App, request: WhatIfRequest) -> Result<WhatIf, AppError> {
    let WhatIfRequest { before: known, after: moved } = request;
    let (before, after) = (assess(app, &known), assess(app, &moved));
    let changed = Difference::between((&known, &before), (&moved, &after));
    Ok(WhatIf { before, after, changed })
}

/// Assesses and keeps a verdict with its ticket, inside the transaction that changed the facts, and puts what it leaves
/// to a person as questions.
pub(crate) fn keep(app: &App, tx: &Tx<'_>, ticket: TicketId, facts: &Facts) -> Result<VerdictId, AppError> {
    let verdict = assess(app, facts);
    let id = VerdictId::new(app.ports.ids.uuid());
    let saved = SavedVerdict {
        id,
        ticket,
        made_at: app.now_ms(),
        facts: serde_json::to_value(facts).map_err(AppError::BadRequest)?,
        policy_id: verdict.policy.id.clone(),
        policy_version: verdict.policy.version.clone(),
        policy_hash: verdict.policy.hash.clone(),
        calendar_hash: verdict.calendar_hash.clone(),
        verdict: serde_json::to_value(&verdict).map_err(AppError::BadRequest)?,
    };
    store::save(tx, &saved)?;
    decision::follow(app, tx, ticket, id, facts, &verdict)?;
    Ok(id)
}

pub(crate) fn record(app: &App, request: RecordRequest) -> Result<Written<VerdictRow>, AppError> {
    let written = app.write(|tx| {
        let before = intake::by_id(tx, request.id)?.ok_or(AppError::NotFound)?;
        identity::refuse_locked(tx, &before, &request.facts)?;
        let known = Known::of_intake(tx, &before.intake)?;
        let said = Said::by_intake(&before.intake, &request.facts);
        let conflicts = conflicts(&said, &before.intake.model, &known);
        let facts = serde_json::to_value(&request.facts).map_err(AppError::BadRequest)?;
        let statement = Statement { facts: &facts, conflicts: &conflicts, ..before.statement() };
        intake::amend(tx, request.id, &statement, &Why::default())?;
        keep(app, tx, request.id, &claim(&said, &known).facts)
    })?;
    let rows = history(app, TicketRef { id: request.id })?;
    let row = rows.into_iter().find(|row| row.id == written.value).ok_or(AppError::NotFound)?;
    Ok(Written { value: row, changes: written.changes })
}

pub(crate) fn history(app: &App, request: TicketRef) -> Result<Vec<VerdictRow>, AppError> {
    let entries = match journal::timeline(&app.store, request.id.uuid()) {
        // Who made a verdict is told by the journal; that it does not hold is told by the doctor.
        Err(StoreError::Damaged { .. }) => Vec::new(),
        read => read?,
    };
    let rows = rows(app, request.id, &entries)?;
    // Every work order has a verdict, made when its unit was received.
    if rows.is_empty() { Err(AppError::NotFound) } else { Ok(rows) }
}

/// The verdicts of a work order, newest first, each with who had it made and what it changed.
pub(crate) fn rows(
    app: &App,
    ticket: TicketId,
    entries: &[journal::Entry],
) -> Result<Vec<VerdictRow>, AppError> {
    let mut rows: Vec<VerdictRow> = Vec::new();
    for record in store::of_ticket(&app.store, ticket)?.into_iter().rev() {
        let facts = serde_json::from_value(record.facts).map_err(AppError::BadRequest)?;
        let verdict = serde_json::from_value(record.verdict).map_err(AppError::BadRequest)?;
        let changed =
            rows.last().map(|row| Difference::between((&row.facts, &row.verdict), (&facts, &verdict)));
        let made_by = entries.iter().find(|entry| entry.operation.entity == record.id.uuid());
        let actor = made_by.map(|entry| entry.operation.actor.clone()).unwrap_or_default();
        let explanation = explanation(app, &facts, &verdict);
        rows.push(VerdictRow {
            id: record.id,
            made_at: record.made_at,
            facts,
            verdict,
            explanation,
            actor,
            changed,
        });
    }
    rows.reverse();
    Ok(rows)
}

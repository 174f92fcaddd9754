//! A question as screens show it: with its work order, what is on record for it and what was said to it.

use crate::difference::{FactValue, stated};
use crate::error::AppError;
use crate::station::App;
use chrono::NaiveDate;
use nightbench_domain::claim::Remedy;
use nightbench_domain::decision::{DecisionEvidence, DecisionKind, DecisionReply, DecisionState, Excuse};
use nightbench_domain::id::{DecisionId, TicketId};
use nightbench_domain::pii::Pii;
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::SerialNumber;
use nightbench_domain::ticket::Status;
use nightbench_domain::user::Role;
use nightbench_eligibility::facts::Facts;
use nightbench_eligibility::policy::Words;
use nightbench_store::decision::{self as store, Decision, NewDecision, Reply};
use nightbench_store::verdict::{self, SavedVerdict};
use serde::Serialize;
use ts_rs::TS;

/// A question to a person, with its work order and everything that was said to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DecisionRow {
    /// Its id.
    pub id: DecisionId,
    /// About which work order.
    pub ticket: TicketId,
    /// The number of that work order.
    pub rma: RmaNumber,
    /// The serial of its unit.
    pub serial: SerialNumber,
    /// The model of its unit, or empty.
    pub model: String,
    /// Whose unit it is.
    pub customer: Pii<String>,
    /// How far its work order is.
    pub status: Status,
    /// What it is about.
    pub kind: DecisionKind,
    /// The clause, as in `3.3`; empty for none.
    pub clause: String,
    /// What the clause says in our words; absent where the pack does not have it.
    pub clause_says: Option<Words>,
    /// The number of the reading it follows.
    pub reading: Option<u8>,
    /// What that reading says; absent where the pack does not have it.
    pub reading_says: Option<Words>,
    /// The remedies it is about, in the order in which they are shown.
    pub remedies: Vec<Remedy>,
    /// What a waiver would excuse.
    pub excuses: Vec<Excuse>,
    /// The facts it rests on, as they stood when it was asked.
    pub facts: Vec<DecisionFact>,
    /// The photos, documents and papers on record for it.
    pub evidence: Vec<DecisionEvidence>,
    /// In the asker's own words; empty where a verdict asks.
    pub words: String,
    /// Whether a verdict asks it, not a person.
    pub is_asked_by_verdict: bool,
    /// Who asked, or whose entry made the verdict that asks.
    pub asked_by: String,
    /// Who is asked.
    pub asked_of: Role,
    /// When, milliseconds since 1970 UTC.
    #[ts(type = "number")]
    pub asked_at: i64,
    /// The day by which an answer is expected.
    pub due_on: NaiveDate,
    /// Whether it waits past that day.
    pub is_overdue: bool,
    /// Where it stands.
    pub state: DecisionState,
    /// Whether its answer counts: false where the newest verdict does not ask it any more.
    pub is_standing: bool,
    /// What was said to it, in order.
    pub answers: Vec<DecisionAnswer>,
}

/// A fact a question rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DecisionFact {
    /// Its name in the contract, with dots inside.
    pub name: String,
    /// Its value as codes; absent when nobody stated it.
    pub value: Option<FactValue>,
}

/// Something that was said to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DecisionAnswer {
    /// What.
    pub reply: DecisionReply,
    /// Why, in the person's own words.
    pub reason: String,
    /// Who recorded it.
    pub by: String,
    /// When it was recorded, milliseconds since 1970 UTC.
    #[ts(type = "number")]
    pub at: i64,
    /// Who said it by phone; empty where the one who recorded it did.
    pub said_by: String,
    /// When it was said by phone, milliseconds since 1970 UTC.
    #[ts(type = "number | null")]
    pub said_at: Option<i64>,
    /// The second person who was there; empty for none.
    pub second: String,
}

/// Every question about a work order, those that wait first, then the newest first.
pub(crate) fn of_ticket(app: &App, ticket: TicketId) -> Result<Vec<DecisionRow>, AppError> {
    let mut decisions = store::of_ticket(&app.store, ticket)?;
    decisions.sort_by_key(|decision| !decision.state.is_open());
    decisions.into_iter().map(|decision| row(app, decision)).collect()
}

/// A question as screens show it today.
pub(crate) fn row(app: &App, decision: Decision) -> Result<DecisionRow, AppError> {
    let answers = store::replies(&app.store, decision.asked.id)?;
    let asked_on = asked_on(app, &decision)?;
    let (clause_says, reading_says) = says(app, &decision, asked_on.as_ref())?;
    let facts = facts(&decision, asked_on.as_ref())?;
    let today = app.today()?;
    let Decision { asked, state, is_standing, settled_at: _, rma, serial, model, customer_name, status } =
        decision;
    let NewDecision {
        id,
        ticket,
        kind,
        clause,
        reading,
        remedies,
        excuses,
        evidence,
        words,
        asked_by,
        asked_of,
        asked_at,
        due_on,
        verdict,
    } = asked;
    let is_fact = |evidence: &DecisionEvidence| matches!(evidence, DecisionEvidence::Fact { .. });
    Ok(DecisionRow {
        id,
        ticket,
        rma,
        serial,
        model,
        customer: customer_name,
        status,
        kind,
        clause,
        clause_says,
        reading,
        reading_says,
        remedies,
        excuses,
        facts,
        evidence: evidence.into_iter().filter(|evidence| !is_fact(evidence)).collect(),
        words,
        is_asked_by_verdict: verdict.is_some(),
        asked_by,
        asked_of,
        asked_at,
        due_on,
        is_overdue: state.is_open() && due_on < today,
        state,
        is_standing,
        answers: answers.into_iter().map(DecisionAnswer::from).collect(),
    })
}

impl From<Reply> for DecisionAnswer {
    fn from(said: Reply) -> Self {
        let (said_by, said_at) = said.by_phone.map_or((String::new(), None), |(name, at)| (name, Some(at)));
        Self {
            reply: said.reply,
            reason: said.reason,
            by: said.replied_by,
            at: said.replied_at,
            said_by,
            said_at,
            second: said.second,
        }
    }
}

/// The verdict that asks it, else the newest one when it was asked.
fn asked_on(app: &App, decision: &Decision) -> Result<Option<SavedVerdict>, AppError> {
    let asked = &decision.asked;
    let kept = verdict::of_ticket(&app.store, asked.ticket)?;
    let asks = kept.iter().find(|kept| Some(kept.id) == asked.verdict);
    let before = || kept.iter().find(|kept| kept.made_at <= asked.asked_at);
    Ok(asks.or_else(before).cloned())
}

/// What the clause and the reading say in the pack of that verdict.
fn says(
    app: &App,
    decision: &Decision,
    on: Option<&SavedVerdict>,
) -> Result<(Option<Words>, Option<Words>), AppError> {
    let packs = app.packs();
    let Some(policy) = on.and_then(|on| packs.policy(&on.policy_version)) else { return Ok((None, None)) };
    let asked = &decision.asked;
    let clause = policy.clauses().iter().find(|clause| clause.id.as_str() == asked.clause);
    let is_it = |number: u8| Some(number) == asked.reading;
    let reading = policy.readings().iter().find(|entry| is_it(entry.reading.number()));
    Ok((clause.map(|clause| clause.summary.clone()), reading.map(|entry| entry.says.clone())))
}

/// The facts named as evidence, with the values that verdict stood on.
fn facts(decision: &Decision, on: Option<&SavedVerdict>) -> Result<Vec<DecisionFact>, AppError> {
    let Some(on) = on else { return Ok(Vec::new()) };
    let all: Facts = serde_json::from_value(on.facts.clone()).map_err(AppError::BadRequest)?;
    let mut values = stated(&all);
    let names = decision.asked.evidence.iter().filter_map(|evidence| match evidence {
        DecisionEvidence::Fact { name } => Some(name),
        DecisionEvidence::Attachment { .. } | DecisionEvidence::Paper { .. } => None,
    });
    Ok(names.map(|name| DecisionFact { name: name.clone(), value: values.remove(name) }).collect())
}

//! Questions to people with their answers: what the rules leave to a person, and what people ask beyond them. A question
//! is never deleted and a reply never changed, which the database itself refuses. Which reply fits is `domain::decision`;
//! who may give it, and what a verdict asks, is decided before it comes here (app/decision).

mod granted;

pub use granted::{GivenBy, Granted, granted, open_count, our_work_open};

use crate::Source;
use crate::changes::Noun;
use crate::error::StoreError;
use crate::journal::New;
use crate::sql::{all, count, decode, decode_optional, json, one, parse, run};
use crate::ticket;
use crate::transact::Tx;
use chrono::NaiveDate;
use nightbench_domain::claim::Remedy;
use nightbench_domain::code;
use nightbench_domain::decision::{DecisionEvidence, DecisionKind, DecisionReply, DecisionState, Excuse};
use nightbench_domain::id::{DecisionId, DecisionReplyId, TicketId, VerdictId};
use nightbench_domain::operation::Value;
use nightbench_domain::pii::Pii;
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::SerialNumber;
use nightbench_domain::ticket::Status;
use nightbench_domain::user::Role;
use rusqlite::{Row, named_params};

/// A question as it is put. It waits from then on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDecision {
    /// Its id.
    pub id: DecisionId,
    /// About which work order.
    pub ticket: TicketId,
    /// What it is about.
    pub kind: DecisionKind,
    /// The clause, as in `3.3`; empty for none.
    pub clause: String,
    /// The number of the reading it follows.
    pub reading: Option<u8>,
    /// The remedies it is about, in the order in which they are shown.
    pub remedies: Vec<Remedy>,
    /// What a waiver would excuse.
    pub excuses: Vec<Excuse>,
    /// What is on record for it.
    pub evidence: Vec<DecisionEvidence>,
    /// In the asker's own words; empty where a verdict asks.
    pub words: String,
    /// Who asked.
    pub asked_by: String,
    /// Who is asked.
    pub asked_of: Role,
    /// When, milliseconds since 1970 UTC.
    pub asked_at: i64,
    /// The day by which an answer is expected.
    pub due_on: NaiveDate,
    /// The verdict that asks; none where a person does.
    pub verdict: Option<VerdictId>,
}

/// A question on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What was asked.
    pub asked: NewDecision,
    /// Where it stands.
    pub state: DecisionState,
    /// Whether the newest verdict still asks it. Always true of what a person asked.
    pub is_standing: bool,
    /// When it was answered, withdrawn or no longer asked, milliseconds since 1970 UTC.
    pub settled_at: Option<i64>,
    /// The number of its work order.
    pub rma: RmaNumber,
    /// The serial of its unit.
    pub serial: SerialNumber,
    /// The model of its unit, or empty.
    pub model: String,
    /// Whose unit it is.
    pub customer_name: Pii<String>,
    /// How far its work order is.
    pub status: Status,
}

/// Something that was said to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Its id.
    pub id: DecisionReplyId,
    /// What.
    pub reply: DecisionReply,
    /// Why, in the person's own words.
    pub reason: String,
    /// Who recorded it.
    pub replied_by: String,
    /// When it was recorded, milliseconds since 1970 UTC.
    pub replied_at: i64,
    /// By whom and when it was said by phone, where somebody else recorded it.
    pub by_phone: Option<(String, i64)>,
    /// The second person who was there, or empty.
    pub second: String,
}

/// How often a kind was asked, by what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// The kind.
    pub kind: DecisionKind,
    /// Where those stand.
    pub state: DecisionState,
    /// How many.
    pub count: u64,
}

/// Which of the questions that wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waiting<'a> {
    /// Those a role is asked; of every role where none is named.
    For(Option<Role>),
    /// Those one person can go on with: asked of their role, or asked back of them.
    ForOne {
        /// Their role.
        role: Role,
        /// Their name.
        name: &'a str,
    },
}

/// How many questions wait.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// All of them.
    pub waiting: u64,
    /// Of these, past the day an answer was expected.
    pub overdue: u64,
    /// Of these, those one person can go on with.
    pub mine: u64,
}

/// Puts a question. Its words are sealed in the journal for the customer of the work order.
///
/// # Errors
/// `Erased` when words are about a customer whose key was destroyed; when the database refuses, as it does when there is
/// no such work order.
pub fn ask(tx: &Tx<'_>, asked: &NewDecision) -> Result<(), StoreError> {
    let (remedies, excuses) = (serde_json::to_value(&asked.remedies)?, serde_json::to_value(&asked.excuses)?);
    let evidence = serde_json::to_value(&asked.evidence)?;
    run(
        tx.connection,
        include_str!("ask.sql"),
        named_params! {":id": asked.id.to_string(), ":ticket": asked.ticket.to_string(),
        ":kind": code(&asked.kind), ":clause": asked.clause, ":reading": asked.reading,
        ":remedies": remedies.to_string(), ":excuses": excuses.to_string(), ":evidence": evidence.to_string(),
        ":words": asked.words, ":asked_by": asked.asked_by, ":asked_of": code(&asked.asked_of),
        ":asked_at": asked.asked_at, ":due_on": asked.due_on.to_string(),
        ":verdict": asked.verdict.map(|id| id.to_string())},
    )?;
    let fields = vec![
        ("ticket", asked.ticket.to_string().into()),
        ("kind", code(&asked.kind).into()),
        ("clause", asked.clause.as_str().into()),
        ("reading", asked.reading.map_or(New::Plain(Value::Null), |number| i64::from(number).into())),
        ("remedies", New::json(&remedies)?),
        ("excuses", New::json(&excuses)?),
        ("evidence", New::json(&evidence)?),
        ("words", personal(tx, asked.ticket, &asked.words)?),
        ("asked_of", code(&asked.asked_of).into()),
        ("due_on", asked.due_on.to_string().into()),
        ("verdict", asked.verdict.map(|id| id.to_string()).into()),
    ];
    tx.append("decision.ask", 1, asked.id.uuid(), fields)?;
    Ok(())
}

/// Records what was said to a question and where it stands then. The reason is sealed in the journal for the customer of
/// the work order.
///
/// # Errors
/// `Erased` when that customer's key was destroyed; when the database refuses.
pub fn reply(tx: &Tx<'_>, decision: &Decision, said: &Reply, state: DecisionState) -> Result<(), StoreError> {
    let id = decision.asked.id;
    let (said_by, said_at) =
        said.by_phone.as_ref().map_or(("", None), |(name, at)| (name.as_str(), Some(*at)));
    run(
        tx.connection,
        include_str!("add_reply.sql"),
        named_params! {":id": said.id.to_string(), ":decision": id.to_string(), ":reply": code(&said.reply),
        ":reason": said.reason, ":replied_by": said.replied_by, ":replied_at": said.replied_at,
        ":said_by": said_by, ":said_at": said_at, ":second": said.second},
    )?;
    set_state(tx, id, state, said.replied_at)?;
    let mut fields = vec![
        ("ticket", decision.asked.ticket.to_string().into()),
        ("state", code(&state).into()),
        ("reply", said.id.to_string().into()),
        ("reason", personal(tx, decision.asked.ticket, &said.reason)?),
    ];
    if let Some(at) = said_at {
        fields.extend([("said_by", said_by.into()), ("said_at", at.into())]);
    }
    if !said.second.is_empty() {
        fields.push(("second", said.second.as_str().into()));
    }
    tx.append(operation_of(said.reply), 1, id.uuid(), fields)?;
    Ok(())
}

/// A question that the newest verdict does not ask any more. It is kept.
///
/// # Errors
/// When the database refuses.
pub fn no_longer_asked(tx: &Tx<'_>, decision: &Decision, at_ms: i64) -> Result<(), StoreError> {
    let id = decision.asked.id;
    set_state(tx, id, DecisionState::NoLongerAsked, at_ms)?;
    let fields = vec![
        ("ticket", decision.asked.ticket.to_string().into()),
        ("state", code(&DecisionState::NoLongerAsked).into()),
    ];
    tx.append("decision.no_longer_asked", 1, id.uuid(), fields)?;
    Ok(())
}

/// What the newest verdict says of a question: whether it still asks it, and about which remedies. Nothing is written
/// where nothing changes.
///
/// # Errors
/// When the database refuses.
pub fn set_standing(
    tx: &Tx<'_>,
    decision: &Decision,
    is_standing: bool,
    remedies: &[Remedy],
) -> Result<(), StoreError> {
    if is_standing == decision.is_standing && remedies == decision.asked.remedies {
        return Ok(());
    }
    let id = decision.asked.id;
    let remedies = serde_json::to_value(remedies)?;
    let params = named_params! {":id": id.to_string(), ":is_standing": is_standing,
    ":remedies": remedies.to_string()};
    run(tx.connection, include_str!("set_standing.sql"), params)?;
    let fields = vec![
        ("ticket", decision.asked.ticket.to_string().into()),
        ("is_standing", is_standing.into()),
        ("remedies", New::json(&remedies)?),
    ];
    tx.append(if is_standing { "decision.stand" } else { "decision.lapse" }, 1, id.uuid(), fields)?;
    Ok(())
}

/// A question by its id.
///
/// # Errors
/// When the database cannot be read.
pub fn by_id(source: &impl Source, id: DecisionId) -> Result<Option<Decision>, StoreError> {
    let params = named_params! {":id": id.to_string()};
    source.read(|connection| one(connection, include_str!("by_id.sql"), params, read))
}

/// Every question about a work order, newest first.
///
/// # Errors
/// When the database cannot be read.
pub fn of_ticket(source: &impl Source, ticket: TicketId) -> Result<Vec<Decision>, StoreError> {
    let params = named_params! {":ticket": ticket.to_string()};
    source.read(|connection| all(connection, include_str!("of_ticket.sql"), params, read))
}

/// The questions that wait, those due first before the others, after a place in that order. Those of a cancelled work
/// order wait for nobody.
///
/// # Errors
/// When the database cannot be read.
pub fn waiting(
    source: &impl Source,
    of: Waiting<'_>,
    after: Option<(NaiveDate, DecisionId)>,
    rows_max: u32,
) -> Result<Vec<Decision>, StoreError> {
    let due_on = after.map(|(due_on, _)| due_on.to_string()).unwrap_or_default();
    let id = after.map(|(_, id)| id.to_string()).unwrap_or_default();
    source.read(|connection| match of {
        Waiting::For(role) => all(
            connection,
            include_str!("waiting.sql"),
            named_params! {":asked_of": role.as_ref().map(code).unwrap_or_default(), ":due_on": due_on, ":id": id,
            ":rows_max": rows_max},
            read,
        ),
        Waiting::ForOne { role, name } => all(
            connection,
            include_str!("mine.sql"),
            named_params! {":asked_of": code(&role), ":asked_by": name, ":due_on": due_on, ":id": id,
            ":rows_max": rows_max},
            read,
        ),
    })
}

/// The questions that wait for nobody any more, newest first, after a place in that order.
///
/// # Errors
/// When the database cannot be read.
pub fn settled(
    source: &impl Source,
    asked_of: Option<Role>,
    kind: Option<DecisionKind>,
    after: Option<(i64, DecisionId)>,
    rows_max: u32,
) -> Result<Vec<Decision>, StoreError> {
    let (settled_at, id) = after.map_or((i64::MAX, String::new()), |(at, id)| (at, id.to_string()));
    let asked_of = asked_of.as_ref().map(code).unwrap_or_default();
    let kind = kind.as_ref().map(code).unwrap_or_default();
    let params = named_params! {":asked_of": asked_of, ":kind": kind, ":settled_at": settled_at, ":id": id,
    ":rows_max": rows_max};
    source.read(|connection| all(connection, include_str!("settled.sql"), params, read))
}

/// How many questions wait, and of these how many for somebody in a role or who asked them.
///
/// # Errors
/// When the database cannot be read.
pub fn counts(
    source: &impl Source,
    today: NaiveDate,
    of: Option<(Role, &str)>,
) -> Result<Counts, StoreError> {
    let (role, name) = of.map_or((String::new(), ""), |(role, name)| (code(&role), name));
    let params = named_params! {":today": today.to_string(), ":asked_of": role, ":asked_by": name};
    let counted = source.read(|connection| {
        one(connection, include_str!("counts.sql"), params, |row| {
            Ok(Counts {
                waiting: count(row, "waiting")?,
                overdue: count(row, "overdue")?,
                mine: count(row, "mine")?,
            })
        })
    })?;
    Ok(counted.unwrap_or_default())
}

/// What was said to a question, in order.
///
/// # Errors
/// When the database cannot be read.
pub fn replies(source: &impl Source, id: DecisionId) -> Result<Vec<Reply>, StoreError> {
    let params = named_params! {":decision": id.to_string()};
    source.read(|connection| {
        all(connection, include_str!("replies.sql"), params, |row| {
            let said_by: String = row.get("said_by")?;
            Ok(Reply {
                id: parse(row, "id")?,
                reply: decode(row, "reply")?,
                reason: row.get("reason")?,
                replied_by: row.get("replied_by")?,
                replied_at: row.get("replied_at")?,
                by_phone: row.get::<_, Option<i64>>("said_at")?.map(|at| (said_by, at)),
                second: row.get("second")?,
            })
        })
    })
}

/// How often waivers, goodwill and exceptions were asked for, each by what became of it.
///
/// # Errors
/// When the database cannot be read.
pub fn tally(source: &impl Source) -> Result<Vec<Tally>, StoreError> {
    source.read(|connection| {
        all(connection, include_str!("tally.sql"), [], |row| {
            Ok(Tally {
                kind: decode(row, "kind")?,
                state: decode(row, "state")?,
                count: count(row, "count")?,
            })
        })
    })
}

/// Words about a customer, who is often named in them.
fn personal(tx: &Tx<'_>, of: TicketId, words: &str) -> Result<New, StoreError> {
    if words.is_empty() {
        return Ok(New::from(""));
    }
    let of = ticket::by_id(tx, of)?.ok_or(StoreError::Missing { noun: Noun::Ticket })?;
    Ok(New::Personal(of.customer_id, words.to_owned()))
}

fn set_state(tx: &Tx<'_>, id: DecisionId, state: DecisionState, at_ms: i64) -> Result<(), StoreError> {
    let settled_at = (!state.is_open()).then_some(at_ms);
    let params = named_params! {":id": id.to_string(), ":state": code(&state), ":settled_at": settled_at};
    run(tx.connection, include_str!("set_state.sql"), params)?;
    Ok(())
}

const fn operation_of(reply: DecisionReply) -> &'static str {
    match reply {
        DecisionReply::Accept => "decision.accept",
        DecisionReply::Refuse => "decision.refuse",
        DecisionReply::AskBack => "decision.ask_back",
        DecisionReply::Explain => "decision.explain",
        DecisionReply::Withdraw => "decision.withdraw",
        DecisionReply::TakeBack => "decision.take_back",
    }
}

fn read(row: &Row<'_>) -> Result<Decision, StoreError> {
    Ok(Decision {
        asked: NewDecision {
            id: parse(row, "id")?,
            ticket: parse(row, "ticket")?,
            kind: decode(row, "kind")?,
            clause: row.get("clause")?,
            reading: row.get("reading")?,
            remedies: json(row, "remedies")?,
            excuses: json(row, "excuses")?,
            evidence: json(row, "evidence")?,
            words: row.get("words")?,
            asked_by: row.get("asked_by")?,
            asked_of: decode(row, "asked_of")?,
            asked_at: row.get("asked_at")?,
            due_on: parse(row, "due_on")?,
            verdict: decode_optional(row, "verdict")?,
        },
        state: decode(row, "state")?,
        is_standing: row.get("is_standing")?,
        settled_at: row.get("settled_at")?,
        rma: decode(row, "rma")?,
        serial: decode(row, "serial")?,
        model: row.get("model")?,
        customer_name: row.get::<_, String>("customer_name")?.into(),
        status: decode(row, "status")?,
    })
}

//! Quotes: what a paid service would cost, by ticket and revision, and what the customer answered. An issued quote is
//! never written again but for its answer or the revision that takes its place; whether it may be issued or answered
//! is for `domain::quote` and the application to say. Here it is only made sure that it still is where it was.

use crate::Source;
use crate::changes::Noun;
use crate::error::StoreError;
use crate::journal::New;
use crate::sql::{all, date, decode, json, one, parse, run};
use crate::ticket;
use crate::transact::Tx;
use chrono::NaiveDate;
use nightbench_domain::code;
use nightbench_domain::id::{QuoteId, TicketId};
use nightbench_domain::quote::{QuoteAnswer, QuoteChoice, QuoteState, QuoteTerms};
use rusqlite::{Row, named_params};

/// A quote on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteRecord {
    /// Its id.
    pub id: QuoteId,
    /// Of which work order.
    pub ticket: TicketId,
    /// 1 is Q1; `None` for a draft.
    pub revision: Option<u32>,
    /// As it was recorded: never `Expired`, which follows from the day.
    pub state: QuoteState,
    /// What it says.
    pub terms: QuoteTerms,
    /// Who looked at the charges of a damaged unit, or empty.
    pub reviewed_by: String,
    /// In their words.
    pub review: String,
    /// Who wrote it last.
    pub made_by: String,
    /// When, milliseconds UTC.
    pub made_at: i64,
    /// How it was given to the customer; `None` for a draft.
    pub issued: Option<Issued>,
    /// What the customer answered.
    pub answer: Option<Answered>,
}

/// How a quote was given to the customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// By whom.
    pub by: String,
    /// The day of it at the centre.
    pub on: NaiveDate,
    /// When, milliseconds UTC.
    pub at: i64,
}

/// An answer on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// What was said.
    pub answer: QuoteAnswer,
    /// Who recorded it.
    pub by: String,
    /// When it was recorded, milliseconds UTC.
    pub at: i64,
}

/// What gates ask of the quotes of a ticket (4.2).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Agreement {
    /// An issued quote waits for its answer; an answer of its last day may still be recorded when that day is over.
    pub is_quote_out: bool,
    /// The newest issued quote was accepted, and what was accepted is a repair.
    pub is_charge_agreed: bool,
    /// Work would be charged: the newest issued quote says so.
    pub has_paid_work: bool,
}

impl QuoteRecord {
    /// Its state as it reads on a day.
    #[must_use]
    pub fn state_on(&self, today: NaiveDate) -> QuoteState {
        self.state.on(self.terms.valid_until, today)
    }
}

/// Keeps a draft, or changes it. What was reviewed before must be reviewed again.
///
/// # Errors
/// When the database refuses: another draft of the ticket is there, or this one was issued meanwhile.
pub fn save(tx: &Tx<'_>, id: QuoteId, ticket: TicketId, terms: &QuoteTerms) -> Result<(), StoreError> {
    let (said, by, at) = (serde_json::to_value(terms)?, tx.actor(), tx.at_ms());
    if let Some(before) = by_id(tx, id)? {
        still(&before, QuoteState::Draft)?;
    }
    run(
        tx.connection,
        include_str!("save.sql"),
        named_params! {":id": id.to_string(), ":ticket": ticket.to_string(), ":terms": said.to_string(),
        ":valid_until": terms.valid_until.to_string(), ":made_by": by, ":made_at": at},
    )?;
    let fields = vec![("ticket", ticket.to_string().into()), ("terms", New::json(&said)?)];
    tx.append("quote.draft", 1, id.uuid(), fields)?;
    Ok(())
}

/// Throws a draft away. What it said stays in the journal.
///
/// # Errors
/// `Missing` when there is no such quote, `StatusMoved` when it is no draft.
pub fn discard(tx: &Tx<'_>, id: QuoteId) -> Result<(), StoreError> {
    let before = found(tx, id)?;
    still(&before, QuoteState::Draft)?;
    run(tx.connection, include_str!("discard.sql"), named_params! {":id": id.to_string()})?;
    let fields = vec![("ticket", before.ticket.to_string().into()), ("discarded_at", tx.at_ms().into())];
    tx.append("quote.discard", 1, id.uuid(), fields)?;
    Ok(())
}

/// Records that somebody looked at the charges of a draft.
///
/// # Errors
/// `Missing` when there is no such quote, `StatusMoved` when it is no draft.
pub fn review(tx: &Tx<'_>, id: QuoteId, by: &str, words: &str) -> Result<(), StoreError> {
    let before = found(tx, id)?;
    still(&before, QuoteState::Draft)?;
    let params = named_params! {":id": id.to_string(), ":reviewed_by": by, ":review": words};
    run(tx.connection, include_str!("review.sql"), params)?;
    let fields = vec![
        ("ticket", before.ticket.to_string().into()),
        ("reviewed_by", by.into()),
        ("review", words.into()),
    ];
    tx.append("quote.review", 1, id.uuid(), fields)?;
    Ok(())
}

/// Gives a draft its number and closes it; the issued quote before it, if it waits for an answer, is superseded.
///
/// # Errors
/// `Missing` when there is no such quote, `StatusMoved` when it is no draft.
pub fn issue(tx: &Tx<'_>, id: QuoteId, on: NaiveDate) -> Result<u32, StoreError> {
    let draft = found(tx, id)?;
    still(&draft, QuoteState::Draft)?;
    let others = of_ticket(tx, draft.ticket)?;
    for out in others.iter().filter(|quote| quote.state == QuoteState::Issued) {
        run(tx.connection, include_str!("supersede.sql"), named_params! {":id": out.id.to_string()})?;
        let fields = vec![
            ("ticket", out.ticket.to_string().into()),
            ("state", code(&QuoteState::Superseded).into()),
            ("superseded_by", id.to_string().into()),
        ];
        tx.append("quote.supersede", 1, out.id.uuid(), fields)?;
    }
    let revision = others.iter().filter_map(|quote| quote.revision).max().unwrap_or_default() + 1;
    run(
        tx.connection,
        include_str!("issue.sql"),
        named_params! {":id": id.to_string(), ":revision": revision, ":issued_by": tx.actor(),
        ":issued_on": on.to_string(), ":issued_at": tx.at_ms()},
    )?;
    let fields = vec![
        ("ticket", draft.ticket.to_string().into()),
        ("state", code(&QuoteState::Issued).into()),
        ("revision", i64::from(revision).into()),
        ("issued_on", on.to_string().into()),
    ];
    tx.append("quote.issue", 1, id.uuid(), fields)?;
    Ok(revision)
}

/// Records the answer to an issued quote. Who answered and in which words is sealed in the journal.
///
/// # Errors
/// `Missing` when there is no such quote, `StatusMoved` when it was answered or superseded meanwhile.
pub fn answer(tx: &Tx<'_>, id: QuoteId, answer: &QuoteAnswer) -> Result<(), StoreError> {
    let quote = found(tx, id)?;
    still(&quote, QuoteState::Issued)?;
    let customer =
        ticket::by_id(tx, quote.ticket)?.ok_or(StoreError::Missing { noun: Noun::Ticket })?.customer_id;
    let state = match answer.choice {
        QuoteChoice::Accept { .. } => QuoteState::Accepted,
        QuoteChoice::Decline => QuoteState::Declined,
    };
    run(
        tx.connection,
        include_str!("answer.sql"),
        named_params! {":id": id.to_string(), ":state": code(&state), ":answer": serde_json::to_string(answer)?,
        ":answered_by": tx.actor(), ":answered_at": tx.at_ms()},
    )?;
    let fields = vec![
        ("ticket", quote.ticket.to_string().into()),
        ("state", code(&state).into()),
        ("choice", New::json(&serde_json::to_value(&answer.choice)?)?),
        ("who", New::Personal(customer, answer.who.reveal().clone())),
        ("answered_on", answer.on.to_string().into()),
        ("how", code(&answer.how).into()),
        ("words", New::Personal(customer, answer.words.reveal().clone())),
        ("scan", answer.scan.map(|scan| scan.to_string()).into()),
    ];
    tx.append("quote.answer", 1, id.uuid(), fields)?;
    Ok(())
}

/// The quote of that id.
///
/// # Errors
/// When the database cannot be read.
pub fn by_id(source: &impl Source, id: QuoteId) -> Result<Option<QuoteRecord>, StoreError> {
    let id = id.to_string();
    source.read(|connection| one(connection, include_str!("by_id.sql"), named_params! {":id": id}, read))
}

/// The quotes of a ticket: its draft, then the newest revision first.
///
/// # Errors
/// When the database cannot be read.
pub fn of_ticket(source: &impl Source, ticket: TicketId) -> Result<Vec<QuoteRecord>, StoreError> {
    let ticket = ticket.to_string();
    source.read(|connection| {
        all(connection, include_str!("of_ticket.sql"), named_params! {":ticket": ticket}, read)
    })
}

/// What gates ask of the quotes of a ticket. Only the newest issued one counts.
///
/// # Errors
/// When the database cannot be read.
pub fn agreement(source: &impl Source, ticket: TicketId, today: NaiveDate) -> Result<Agreement, StoreError> {
    let quotes = of_ticket(source, ticket)?;
    let Some(newest) = quotes.iter().find(|quote| quote.revision.is_some()) else {
        return Ok(Agreement::default());
    };
    let agrees = |answered: &Answered| newest.terms.agrees_to_repair(&answered.answer.choice);
    Ok(Agreement {
        is_quote_out: newest.state_on(today) == QuoteState::Issued,
        is_charge_agreed: newest.state == QuoteState::Accepted && newest.answer.as_ref().is_some_and(agrees),
        has_paid_work: newest.terms.charges(),
    })
}

fn found(tx: &Tx<'_>, id: QuoteId) -> Result<QuoteRecord, StoreError> {
    by_id(tx, id)?.ok_or(StoreError::Missing { noun: Noun::Quote })
}

/// Makes sure that a quote still is in a state.
fn still(quote: &QuoteRecord, state: QuoteState) -> Result<(), StoreError> {
    if quote.state == state { Ok(()) } else { Err(StoreError::StatusMoved) }
}

fn read(row: &Row<'_>) -> Result<QuoteRecord, StoreError> {
    let issued = match date(row, "issued_on")? {
        None => None,
        Some(on) => Some(Issued { by: row.get("issued_by")?, on, at: row.get("issued_at")? }),
    };
    let answer: Option<QuoteAnswer> = json(row, "answer")?;
    let answer = match answer {
        None => None,
        Some(answer) => Some(Answered { answer, by: row.get("answered_by")?, at: row.get("answered_at")? }),
    };
    Ok(QuoteRecord {
        id: parse(row, "id")?,
        ticket: parse(row, "ticket")?,
        revision: row.get("revision")?,
        state: decode(row, "state")?,
        terms: json(row, "terms")?,
        reviewed_by: row.get("reviewed_by")?,
        review: row.get("review")?,
        made_by: row.get("made_by")?,
        made_at: row.get("made_at")?,
        issued,
        answer,
    })
}

//! Promised dates and complaints. What is owed by when is derived from them in domain/duty.rs.

use crate::Source;
use crate::changes::Noun;
use crate::contact::{about, owner_field, owners};
use crate::error::StoreError;
use crate::journal::New;
use crate::sql::{all, decode, decode_optional, one, parse, run};
use crate::transact::Tx;
use chrono::NaiveDate;
use nightbench_domain::code;
use nightbench_domain::contact::About;
use nightbench_domain::follow_up::{FollowUp, FollowUpEnd};
use nightbench_domain::id::{CustomerId, FollowUpId, UserId};
use rusqlite::{Row, named_params};

/// A promised date or a complaint on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownFollowUp {
    /// Its id.
    pub id: FollowUpId,
    /// What it is about.
    pub about: About,
    /// What is owed.
    pub follow_up: FollowUp,
    /// The name of its owner, where one was named.
    pub owner_name: Option<String>,
    /// When it was opened, milliseconds UTC.
    pub opened_at: i64,
    /// Who opened it.
    pub opened_by: String,
    /// How it ended; `None` while it is open.
    pub ended: Option<FollowUpEnd>,
    /// When, milliseconds UTC.
    pub ended_at: Option<i64>,
    /// Who said so; empty while it is open.
    pub ended_by: String,
    /// The closing words.
    pub end_words: String,
}

/// Opens a promised date or a complaint. Its words are sealed for the customer.
///
/// # Errors
/// When the database refuses.
pub fn open_one(
    tx: &Tx<'_>,
    id: FollowUpId,
    about: About,
    customer: CustomerId,
    follow_up: &FollowUp,
    opened_by: &str,
) -> Result<(), StoreError> {
    let (enquiry, ticket) = owners(about);
    let owner = follow_up.owner.map(|owner| owner.to_string());
    run(
        tx.connection,
        include_str!("open_one.sql"),
        named_params! {":id": id.to_string(), ":enquiry": enquiry, ":ticket": ticket,
        ":kind": code(&follow_up.kind), ":words": follow_up.words.reveal(),
        ":due_on": follow_up.due_on.to_string(), ":owner": owner,
        ":opened_at": tx.act.map(|act| act.at_ms).unwrap_or_default(), ":opened_by": opened_by},
    )?;
    let mut set = vec![
        owner_field(about),
        ("kind", code(&follow_up.kind).into()),
        ("words", New::Personal(customer, follow_up.words.reveal().clone())),
        ("due_on", follow_up.due_on.to_string().into()),
        ("owner", owner.into()),
    ];
    set.retain(|(_, value)| !value.is_empty());
    tx.append("follow_up.open", 1, id.uuid(), set)?;
    Ok(())
}

/// Closes one, with what is said of it.
///
/// # Errors
/// `Missing` when there is no such one.
pub fn end(
    tx: &Tx<'_>,
    known: &KnownFollowUp,
    customer: CustomerId,
    end: FollowUpEnd,
    words: &str,
    by: &str,
) -> Result<(), StoreError> {
    let at_ms = tx.act.map(|act| act.at_ms).unwrap_or_default();
    set_end(tx, known.id, Some(end), Some(at_ms), by, words)?;
    let mut set = vec![
        owner_field(known.about),
        ("kind", code(&known.follow_up.kind).into()),
        ("ended", code(&end).into()),
        ("ended_at", at_ms.into()),
    ];
    if !words.is_empty() {
        set.push(("end_words", New::Personal(customer, words.to_owned())));
    }
    tx.append("follow_up.end", 1, known.id.uuid(), set)?;
    Ok(())
}

/// Opens one again that was closed by mistake.
///
/// # Errors
/// `Missing` when there is no such one.
pub fn reopen(tx: &Tx<'_>, known: &KnownFollowUp) -> Result<(), StoreError> {
    set_end(tx, known.id, None, None, "", "")?;
    let none = || New::from(None::<String>);
    let set = vec![
        owner_field(known.about),
        ("kind", code(&known.follow_up.kind).into()),
        ("ended", none()),
        ("ended_at", none()),
        ("end_words", none()),
    ];
    tx.append("follow_up.reopen", 1, known.id.uuid(), set)?;
    Ok(())
}

/// The one of that id.
///
/// # Errors
/// When the database cannot be read.
pub fn by_id(source: &impl Source, id: FollowUpId) -> Result<Option<KnownFollowUp>, StoreError> {
    let id = id.to_string();
    source.read(|connection| one(connection, include_str!("by_id.sql"), named_params! {":id": id}, read))
}

/// Those of an enquiry or a work order, newest first.
///
/// # Errors
/// When the database cannot be read.
pub fn of(source: &impl Source, about: About) -> Result<Vec<KnownFollowUp>, StoreError> {
    source.read(|connection| match about {
        About::Ticket { id } => {
            let params = named_params! {":ticket": id.to_string()};
            all(connection, include_str!("of_ticket.sql"), params, read)
        }
        About::Enquiry { id } => {
            let params = named_params! {":enquiry": id.to_string()};
            all(connection, include_str!("of_enquiry.sql"), params, read)
        }
    })
}

/// Open ones, the earliest first: with a day those owed by it, with an owner those this person sees to.
///
/// # Errors
/// When the database cannot be read.
pub fn owed(
    source: &impl Source,
    due_on: Option<NaiveDate>,
    owner: Option<UserId>,
    rows: u32,
) -> Result<Vec<KnownFollowUp>, StoreError> {
    let (due_on, owner) = (due_on.map(|day| day.to_string()), owner.map(|owner| owner.to_string()));
    source.read(|connection| {
        let params = named_params! {":due_on": due_on, ":owner": owner, ":rows": rows};
        all(connection, include_str!("owed.sql"), params, read)
    })
}

fn set_end(
    tx: &Tx<'_>,
    id: FollowUpId,
    end: Option<FollowUpEnd>,
    at_ms: Option<i64>,
    by: &str,
    words: &str,
) -> Result<(), StoreError> {
    let written = run(
        tx.connection,
        include_str!("set_end.sql"),
        named_params! {":id": id.to_string(), ":ended": end.as_ref().map(code), ":ended_at": at_ms,
        ":ended_by": by, ":end_words": words},
    )?;
    if written == 0 { Err(StoreError::Missing { noun: Noun::FollowUp }) } else { Ok(()) }
}

fn read(row: &Row<'_>) -> Result<KnownFollowUp, StoreError> {
    let owner: Option<String> = row.get("owner")?;
    Ok(KnownFollowUp {
        id: parse(row, "id")?,
        about: about(row)?,
        follow_up: FollowUp {
            kind: decode(row, "kind")?,
            words: row.get::<_, String>("words")?.into(),
            due_on: parse(row, "due_on")?,
            owner: owner.map(|_| parse(row, "owner")).transpose()?,
        },
        owner_name: row.get("owner_name")?,
        opened_at: row.get("opened_at")?,
        opened_by: row.get("opened_by")?,
        ended: decode_optional(row, "ended")?,
        ended_at: row.get("ended_at")?,
        ended_by: row.get("ended_by")?,
        end_words: row.get("end_words")?,
    })
}

//! The log of what was said about an enquiry or a work order. An entry is never changed; one that is wrong is withdrawn
//! and stays to be seen. The words are sealed in the journal for the customer they were spoken to.

use crate::Source;
use crate::changes::Noun;
use crate::error::StoreError;
use crate::journal::New;
use crate::sql::{all, decode, decode_optional, json, one, parse, run};
use crate::transact::Tx;
use nightbench_domain::code;
use nightbench_domain::contact::{About, Contact};
use nightbench_domain::id::{ContactId, CustomerId, EnquiryId, TicketId};
use rusqlite::{Row, named_params};

/// An entry of the log on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownContact {
    /// Its id.
    pub id: ContactId,
    /// What it is about.
    pub about: About,
    /// What was said.
    pub contact: Contact,
    /// When it was written down, milliseconds UTC.
    pub logged_at: i64,
    /// Who wrote it down.
    pub logged_by: String,
    /// When it was withdrawn, milliseconds UTC; `None`: it stands.
    pub withdrawn_at: Option<i64>,
    /// Why; empty when it stands.
    pub withdrawn_why: String,
}

/// Writes an entry down.
///
/// # Errors
/// When the database refuses.
pub fn log(
    tx: &Tx<'_>,
    id: ContactId,
    about: About,
    customer: CustomerId,
    contact: &Contact,
    logged_by: &str,
) -> Result<(), StoreError> {
    let (enquiry, ticket) = owners(about);
    let closes = contact.closing();
    run(
        tx.connection,
        include_str!("log.sql"),
        named_params! {":id": id.to_string(), ":enquiry": enquiry, ":ticket": ticket, ":way": code(&contact.way),
        ":direction": code(&contact.direction), ":is_reached": contact.is_reached,
        ":party": contact.with.reveal(), ":words": contact.words.reveal(), ":said_at": contact.at,
        ":logged_at": tx.act.map(|act| act.at_ms).unwrap_or_default(), ":logged_by": logged_by,
        ":attempt": contact.attempt.as_ref().map(code), ":checked": serde_json::to_string(&contact.check)?,
        ":closes": serde_json::to_string(&closes)?},
    )?;
    let mut set = vec![
        owner_field(about),
        ("way", code(&contact.way).into()),
        ("direction", code(&contact.direction).into()),
        ("is_reached", contact.is_reached.into()),
        ("said_at", contact.at.into()),
        ("words", New::Personal(customer, contact.words.reveal().clone())),
        ("attempt", contact.attempt.as_ref().map(code).into()),
        ("check", New::json(&serde_json::to_value(&contact.check)?)?),
        ("closes", New::json(&serde_json::to_value(&closes)?)?),
    ];
    if !contact.with.reveal().is_empty() {
        set.push(("with", New::Personal(customer, contact.with.reveal().clone())));
    }
    set.retain(|(_, value)| !value.is_empty());
    tx.append("contact.log", 1, id.uuid(), set)?;
    Ok(())
}

/// Withdraws an entry; the duties it closed are open again.
///
/// # Errors
/// `Missing` when there is no such entry, or it is withdrawn already.
pub fn withdraw(tx: &Tx<'_>, known: &KnownContact, why: &str, at_ms: i64) -> Result<(), StoreError> {
    let params = named_params! {":id": known.id.to_string(), ":withdrawn_at": at_ms, ":withdrawn_why": why};
    if run(tx.connection, include_str!("withdraw.sql"), params)? == 0 {
        return Err(StoreError::Missing { noun: Noun::Contact });
    }
    let set = vec![owner_field(known.about), ("withdrawn_at", at_ms.into()), ("reason", why.into())];
    tx.append("contact.withdraw", 1, known.id.uuid(), set)?;
    Ok(())
}

/// The entry of that id.
///
/// # Errors
/// When the database cannot be read.
pub fn by_id(source: &impl Source, id: ContactId) -> Result<Option<KnownContact>, StoreError> {
    let id = id.to_string();
    source.read(|connection| one(connection, include_str!("by_id.sql"), named_params! {":id": id}, read))
}

/// Everything that was said about an enquiry or a work order, newest first, what was withdrawn included.
///
/// # Errors
/// When the database cannot be read.
pub fn of(source: &impl Source, about: About) -> Result<Vec<KnownContact>, StoreError> {
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

/// The two columns that name the owner, exactly one of them filled: enquiry, ticket.
pub(crate) fn owners(about: About) -> (Option<String>, Option<String>) {
    match about {
        About::Ticket { id } => (None, Some(id.to_string())),
        About::Enquiry { id } => (Some(id.to_string()), None),
    }
}

/// The field of an operation by which it stands in the history of its owner.
pub(crate) fn owner_field(about: About) -> (&'static str, New) {
    match about {
        About::Ticket { id } => ("ticket", id.to_string().into()),
        About::Enquiry { id } => ("of_enquiry", id.to_string().into()),
    }
}

/// Reads the owner back from its two columns.
pub(crate) fn about(row: &Row<'_>) -> Result<About, StoreError> {
    if row.get::<_, Option<String>>("ticket")?.is_some() {
        return Ok(About::Ticket { id: parse::<TicketId>(row, "ticket")? });
    }
    Ok(About::Enquiry { id: parse::<EnquiryId>(row, "enquiry")? })
}

fn read(row: &Row<'_>) -> Result<KnownContact, StoreError> {
    Ok(KnownContact {
        id: parse(row, "id")?,
        about: about(row)?,
        contact: Contact {
            way: decode(row, "way")?,
            direction: decode(row, "direction")?,
            is_reached: row.get("is_reached")?,
            with: row.get::<_, String>("party")?.into(),
            words: row.get::<_, String>("words")?.into(),
            at: row.get("said_at")?,
            attempt: decode_optional(row, "attempt")?,
            check: json(row, "checked")?,
            closes: json(row, "closes")?,
        },
        logged_at: row.get("logged_at")?,
        logged_by: row.get("logged_by")?,
        withdrawn_at: row.get("withdrawn_at")?,
        withdrawn_why: row.get("withdrawn_why")?,
    })
}

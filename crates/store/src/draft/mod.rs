//! Drafts: intakes still being typed, saved at every field so that a crash loses nothing. Not records: written by
//! `transact_local`, never journaled. Receiving ends a draft in the same transaction as the intake it became.

use crate::Source;
use crate::attachment;
use crate::blob;
use crate::changes::Noun;
use crate::error::StoreError;
use crate::sql::{all, json, one, parse, run};
use crate::transact::Tx;
use nightbench_domain::id::{DraftId, TicketId, UserId};
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How long a discarded draft can be brought back, milliseconds: 30 days.
pub const KEPT_MS: i64 = 30 * 24 * 60 * 60 * 1000;

/// A draft.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Draft {
    /// Its id.
    pub id: DraftId,
    /// The form as typed, in the window's own shape.
    pub content: serde_json::Value,
    /// When it was last saved, milliseconds UTC.
    #[ts(type = "number")]
    pub updated_at: i64,
    /// Who last saved it; `None` when nobody was signed in.
    pub user: Option<UserId>,
    /// When it was discarded, milliseconds UTC; `None` while it is being typed.
    #[ts(type = "number | null")]
    pub discarded_at: Option<i64>,
}

/// Saves a draft as typed so far.
///
/// # Errors
/// When the database refuses.
pub fn save(tx: &Tx<'_>, id: DraftId, content: &serde_json::Value, at_ms: i64) -> Result<(), StoreError> {
    run(
        tx.connection,
        include_str!("save.sql"),
        named_params! {":id": id.to_string(), ":content": content.to_string(), ":updated_at": at_ms},
    )?;
    Ok(())
}

/// Notes who typed a draft.
///
/// # Errors
/// `Missing` when there is no such draft.
pub fn typed_by(tx: &Tx<'_>, id: DraftId, user: Option<UserId>) -> Result<(), StoreError> {
    let params = named_params! {":id": id.to_string(), ":user": user.map(|user| user.to_string())};
    found(run(tx.connection, include_str!("typed_by.sql"), params)?)
}

/// Puts a draft away. It can be brought back for [`KEPT_MS`].
///
/// # Errors
/// `Missing` when there is no such draft.
pub fn discard(tx: &Tx<'_>, id: DraftId, at_ms: i64) -> Result<(), StoreError> {
    set_discarded(tx, id, Some(at_ms))
}

/// Brings a discarded draft back.
///
/// # Errors
/// `Missing` when there is no such draft.
pub fn restore(tx: &Tx<'_>, id: DraftId) -> Result<(), StoreError> {
    set_discarded(tx, id, None)
}

/// Ends a draft that became a ticket: its photos become the ticket's, each journaled, and it is gone.
///
/// # Errors
/// `Missing` when there is no such draft.
pub fn receive(tx: &Tx<'_>, id: DraftId, ticket: TicketId) -> Result<(), StoreError> {
    attachment::move_to_ticket(tx, id, ticket)?;
    remove(tx, id)
}

/// Removes what was discarded before `now_ms` less [`KEPT_MS`], photos included. Returns how many drafts.
///
/// # Errors
/// When the database refuses.
pub fn purge(tx: &Tx<'_>, now_ms: i64) -> Result<usize, StoreError> {
    let before = now_ms.saturating_sub(KEPT_MS);
    let old =
        all(tx.connection, include_str!("discarded_before.sql"), named_params! {":before": before}, |row| {
            parse::<DraftId>(row, "id")
        })?;
    for id in &old {
        attachment::remove_of_draft(tx, *id)?;
        remove(tx, *id)?;
    }
    if !old.is_empty() {
        blob::sweep(tx)?;
    }
    Ok(old.len())
}

/// The draft of that id, discarded or not.
///
/// # Errors
/// When the database cannot be read.
pub fn by_id(source: &impl Source, id: DraftId) -> Result<Option<Draft>, StoreError> {
    let id = id.to_string();
    source.read(|connection| one(connection, include_str!("by_id.sql"), named_params! {":id": id}, read))
}

/// Drafts being typed, last saved first.
///
/// # Errors
/// When the database cannot be read.
pub fn list(source: &impl Source) -> Result<Vec<Draft>, StoreError> {
    source.read(|connection| all(connection, include_str!("list.sql"), [], read))
}

/// Discarded drafts that can still be brought back, last discarded first.
///
/// # Errors
/// When the database cannot be read.
pub fn discarded(source: &impl Source) -> Result<Vec<Draft>, StoreError> {
    source.read(|connection| all(connection, include_str!("discarded.sql"), [], read))
}

fn set_discarded(tx: &Tx<'_>, id: DraftId, at_ms: Option<i64>) -> Result<(), StoreError> {
    let params = named_params! {":id": id.to_string(), ":discarded_at": at_ms};
    found(run(tx.connection, include_str!("set_discarded.sql"), params)?)
}

fn remove(tx: &Tx<'_>, id: DraftId) -> Result<(), StoreError> {
    found(run(tx.connection, include_str!("remove.sql"), named_params! {":id": id.to_string()})?)
}

const fn found(rows: usize) -> Result<(), StoreError> {
    if rows == 0 { Err(StoreError::Missing { noun: Noun::Draft }) } else { Ok(()) }
}

fn read(row: &Row<'_>) -> Result<Draft, StoreError> {
    Ok(Draft {
        id: parse(row, "id")?,
        content: json(row, "content")?,
        updated_at: row.get("updated_at")?,
        user: match row.get::<_, Option<String>>("user")? {
            Some(_) => Some(parse(row, "user")?),
            None => None,
        },
        discarded_at: row.get("discarded_at")?,
    })
}

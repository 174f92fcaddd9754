//! Saved verdicts: what the engine was asked and what it answered, with the pack and the calendar it used. A row
//! is never changed or deleted, which the database itself refuses; a new assessment is a new row. Facts and
//! verdict are kept as the JSON they are everywhere else; their meaning is the `eligibility` crate's.

use crate::Source;
use crate::error::StoreError;
use crate::journal::New;
use crate::sql::{all, json, one, parse, run};
use crate::transact::Tx;
use nightbench_domain::id::{TicketId, VerdictId};
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A verdict as it was saved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SavedVerdict {
    /// Its id.
    pub id: VerdictId,
    /// The ticket it was made for.
    pub ticket: TicketId,
    /// When, milliseconds UTC.
    #[ts(type = "number")]
    pub made_at: i64,
    /// What the engine was asked.
    pub facts: serde_json::Value,
    /// What it answered.
    pub verdict: serde_json::Value,
    /// The policy pack.
    pub policy_id: String,
    /// Its version.
    pub policy_version: String,
    /// Its hash.
    pub policy_hash: String,
    /// The hash of the calendar pack.
    pub calendar_hash: String,
}

/// Saves a verdict.
///
/// # Errors
/// When the database refuses, as it does when there is no such ticket.
pub fn save(tx: &Tx<'_>, verdict: &SavedVerdict) -> Result<(), StoreError> {
    run(
        tx.connection,
        include_str!("save.sql"),
        named_params! {":id": verdict.id.to_string(), ":ticket": verdict.ticket.to_string(),
        ":made_at": verdict.made_at, ":facts": verdict.facts.to_string(),
        ":verdict": verdict.verdict.to_string(), ":policy_id": verdict.policy_id,
        ":policy_version": verdict.policy_version, ":policy_hash": verdict.policy_hash,
        ":calendar_hash": verdict.calendar_hash},
    )?;
    let fields = vec![
        ("ticket", verdict.ticket.to_string().into()),
        ("made_at", verdict.made_at.into()),
        ("facts", New::json(&verdict.facts)?),
        ("verdict", New::json(&verdict.verdict)?),
        ("policy_id", verdict.policy_id.as_str().into()),
        ("policy_version", verdict.policy_version.as_str().into()),
        ("policy_hash", verdict.policy_hash.as_str().into()),
        ("calendar_hash", verdict.calendar_hash.as_str().into()),
    ];
    tx.append("verdict.save", 1, verdict.id.uuid(), fields)?;
    Ok(())
}

/// Every verdict of a ticket, newest first.
///
/// # Errors
/// When the database cannot be read.
pub fn of_ticket(source: &impl Source, ticket: TicketId) -> Result<Vec<SavedVerdict>, StoreError> {
    let ticket = ticket.to_string();
    source.read(|connection| {
        all(connection, include_str!("of_ticket.sql"), named_params! {":ticket": ticket}, read)
    })
}

/// The newest verdict of a ticket.
///
/// # Errors
/// When the database cannot be read.
pub fn newest(source: &impl Source, ticket: TicketId) -> Result<Option<SavedVerdict>, StoreError> {
    let ticket = ticket.to_string();
    source.read(|connection| {
        one(connection, include_str!("newest.sql"), named_params! {":ticket": ticket}, read)
    })
}

fn read(row: &Row<'_>) -> Result<SavedVerdict, StoreError> {
    Ok(SavedVerdict {
        id: parse(row, "id")?,
        ticket: parse(row, "ticket")?,
        made_at: row.get("made_at")?,
        facts: json(row, "facts")?,
        verdict: json(row, "verdict")?,
        policy_id: row.get("policy_id")?,
        policy_version: row.get("policy_version")?,
        policy_hash: row.get("policy_hash")?,
        calendar_hash: row.get("calendar_hash")?,
    })
}

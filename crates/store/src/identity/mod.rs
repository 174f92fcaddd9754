//! Who a unit is: what a person decided where its serial could not be read or did not agree, and the labels we put on
//! in place of old ones. A decision is never changed; the newest of a ticket counts.

use crate::Source;
use crate::error::StoreError;
use crate::journal::New;
use crate::sql::{all, decode, decode_optional, json, one, parse, run};
use crate::transact::Tx;
use nightbench_domain::code;
use nightbench_domain::id::{IdentityId, RelabellingId, TicketId};
use nightbench_domain::identity::{Decision, Reading};
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::SerialNumber;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A decision on who a unit is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IdentityDecision {
    /// Its id.
    pub id: IdentityId,
    /// What was decided.
    pub decision: Decision,
    /// The serial that was confirmed; absent when rejected.
    pub serial: Option<SerialNumber>,
    /// What each second source read.
    pub sources: Vec<Reading>,
    /// In the person's own words, or empty.
    pub note: String,
    /// Who decided.
    pub decided_by: String,
    /// When, milliseconds UTC.
    #[ts(type = "number")]
    pub decided_at: i64,
}

/// A label we put on in place of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Relabelling {
    /// Its id.
    pub id: RelabellingId,
    /// During which work order.
    pub ticket: TicketId,
    /// That work order's number.
    pub rma: RmaNumber,
    /// Why.
    pub note: String,
    /// Who put it on.
    pub done_by: String,
    /// When, milliseconds UTC.
    #[ts(type = "number")]
    pub done_at: i64,
}

/// Records a decision. That the intake's serial follows it is written with `intake::amend`.
///
/// # Errors
/// When the database refuses.
pub fn decide(tx: &Tx<'_>, ticket: TicketId, decision: &IdentityDecision) -> Result<(), StoreError> {
    let serial = decision.serial.as_ref().map(ToString::to_string);
    let (decided, sources) = (code(&decision.decision), serde_json::to_value(&decision.sources)?);
    run(
        tx.connection,
        include_str!("decide.sql"),
        named_params! {":id": decision.id.to_string(), ":ticket": ticket.to_string(), ":decision": decided,
        ":serial": serial, ":sources": sources.to_string(), ":note": decision.note,
        ":decided_by": decision.decided_by, ":decided_at": decision.decided_at},
    )?;
    let kind = match decision.decision {
        Decision::Confirmed => "identity.confirm",
        Decision::Rejected => "identity.reject",
    };
    let fields = vec![
        ("ticket", ticket.to_string().into()),
        ("serial", serial.into()),
        ("sources", New::json(&sources)?),
        ("note", decision.note.as_str().into()),
    ];
    tx.append(kind, 1, decision.id.uuid(), fields)?;
    Ok(())
}

/// The newest decision of a ticket.
///
/// # Errors
/// When the database cannot be read.
pub fn newest(source: &impl Source, ticket: TicketId) -> Result<Option<IdentityDecision>, StoreError> {
    let ticket = ticket.to_string();
    source.read(|connection| {
        one(connection, include_str!("newest.sql"), named_params! {":ticket": ticket}, |row| {
            Ok(IdentityDecision {
                id: parse(row, "id")?,
                decision: decode(row, "decision")?,
                serial: decode_optional(row, "serial")?,
                sources: json(row, "sources")?,
                note: row.get("note")?,
                decided_by: row.get("decided_by")?,
                decided_at: row.get("decided_at")?,
            })
        })
    })
}

/// Records a label we put on.
///
/// # Errors
/// When the database refuses.
pub fn relabel(tx: &Tx<'_>, serial: &SerialNumber, label: &Relabelling) -> Result<(), StoreError> {
    run(
        tx.connection,
        include_str!("relabel.sql"),
        named_params! {":id": label.id.to_string(), ":ticket": label.ticket.to_string(),
        ":serial": serial.as_str(), ":note": label.note, ":done_by": label.done_by, ":done_at": label.done_at},
    )?;
    let fields = vec![
        ("ticket", label.ticket.to_string().into()),
        ("serial", serial.as_str().into()),
        ("note", label.note.as_str().into()),
    ];
    tx.append("unit.relabel", 1, label.id.uuid(), fields)?;
    Ok(())
}

/// The labels we put on a unit, newest first.
///
/// # Errors
/// When the database cannot be read.
pub fn relabellings(source: &impl Source, serial: &SerialNumber) -> Result<Vec<Relabelling>, StoreError> {
    let serial = serial.as_str();
    source.read(|connection| {
        all(connection, include_str!("relabellings.sql"), named_params! {":serial": serial}, |row| {
            Ok(Relabelling {
                id: parse(row, "id")?,
                ticket: parse(row, "ticket")?,
                rma: decode(row, "rma")?,
                note: row.get("note")?,
                done_by: row.get("done_by")?,
                done_at: row.get("done_at")?,
            })
        })
    })
}

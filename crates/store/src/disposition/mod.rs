//! What becomes of the unit of each ticket. It is not what the customer gets: that is in resolution/. A decision is never
//! changed: the newest of a ticket counts, also one that takes the one before it back.

use crate::Source;
use crate::error::StoreError;
use crate::sql::{all, decode_optional, parse, run};
use crate::transact::Tx;
use nightbench_domain::code;
use nightbench_domain::disposition::Disposition;
use nightbench_domain::id::{DispositionId, TicketId};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A decision on what becomes of the hardware.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Disposed {
    /// Its id.
    pub id: DispositionId,
    /// What was decided; absent when the decision before was taken back.
    pub disposition: Option<Disposition>,
    /// In the decider's own words, or empty.
    pub note: String,
    /// Who decided.
    pub decided_by: String,
    /// When, milliseconds UTC.
    #[ts(type = "number")]
    pub decided_at: i64,
}

/// Records a decision.
///
/// # Errors
/// When the database refuses.
pub fn decide(tx: &Tx<'_>, ticket: TicketId, disposed: &Disposed, is_undo: bool) -> Result<(), StoreError> {
    let disposition = disposed.disposition.as_ref().map(code);
    run(
        tx.connection,
        include_str!("decide.sql"),
        named_params! {":id": disposed.id.to_string(), ":ticket": ticket.to_string(),
        ":disposition": disposition, ":note": disposed.note, ":decided_by": disposed.decided_by,
        ":decided_at": disposed.decided_at},
    )?;
    let mut fields = vec![
        ("ticket", ticket.to_string().into()),
        ("disposition", disposition.into()),
        ("note", disposed.note.as_str().into()),
    ];
    if is_undo {
        fields.push(("undo", true.into()));
    }
    tx.append("ticket.dispose", 1, disposed.id.uuid(), fields)?;
    Ok(())
}

/// Every decision of a ticket, newest first, also those that took the one before them back.
///
/// # Errors
/// When the database cannot be read.
pub fn of_ticket(source: &impl Source, ticket: TicketId) -> Result<Vec<Disposed>, StoreError> {
    let ticket = ticket.to_string();
    source.read(|connection| {
        all(connection, include_str!("of_ticket.sql"), named_params! {":ticket": ticket}, |row| {
            Ok(Disposed {
                id: parse(row, "id")?,
                disposition: decode_optional(row, "disposition")?,
                note: row.get("note")?,
                decided_by: row.get("decided_by")?,
                decided_at: row.get("decided_at")?,
            })
        })
    })
}

//! What was decided for the customer of each ticket, with the customer's choice. A decision is never changed: the newest
//! of a ticket counts, also one that takes the one before it back. Whether it may be decided is for `app` to say.

use crate::Source;
use crate::error::StoreError;
use crate::journal::New;
use crate::sql::{all, date, decode_optional, parse, run};
use crate::transact::Tx;
use nightbench_domain::code;
use nightbench_domain::id::{CustomerId, ResolutionId, TicketId};
use nightbench_domain::resolution::{Choice, Resolution, UnrepairedReason};
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A decision on what the customer gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Resolved {
    /// Its id.
    pub id: ResolutionId,
    /// What was decided; absent when the decision before was taken back.
    pub resolution: Option<Resolution>,
    /// Why the unit goes back as it came; absent when it does not.
    pub reason: Option<UnrepairedReason>,
    /// In the decider's own words, or empty.
    pub note: String,
    /// The customer's choice, if it is on record.
    pub choice: Option<Choice>,
    /// Who decided.
    pub decided_by: String,
    /// When, milliseconds UTC.
    #[ts(type = "number")]
    pub decided_at: i64,
}

/// Records a decision. The customer's name and words are sealed in the journal under the key of `customer`.
///
/// # Errors
/// `Erased` when a choice is of a customer whose key was destroyed; when the database refuses.
pub fn decide(
    tx: &Tx<'_>,
    ticket: TicketId,
    customer: CustomerId,
    decided: &Resolved,
    is_undo: bool,
) -> Result<(), StoreError> {
    let (resolution, reason) = (decided.resolution.as_ref().map(code), decided.reason.as_ref().map(code));
    let choice = decided.choice.as_ref();
    let chosen_on = choice.map(|choice| choice.on.to_string());
    run(
        tx.connection,
        include_str!("decide.sql"),
        named_params! {":id": decided.id.to_string(), ":ticket": ticket.to_string(), ":resolution": resolution,
        ":reason": reason, ":note": decided.note, ":chosen_by": choice.map(|choice| choice.who.reveal()),
        ":chosen_on": chosen_on, ":chosen_words": choice.map(|choice| choice.words.reveal()),
        ":decided_by": decided.decided_by, ":decided_at": decided.decided_at},
    )?;
    let mut fields = vec![
        ("ticket", ticket.to_string().into()),
        ("resolution", resolution.into()),
        ("reason", reason.into()),
        ("note", decided.note.as_str().into()),
    ];
    if let Some(choice) = choice {
        fields.push(("chosen_by", New::Personal(customer, choice.who.reveal().clone())));
        fields.push(("chosen_on", chosen_on.into()));
        fields.push(("chosen_words", New::Personal(customer, choice.words.reveal().clone())));
    }
    if is_undo {
        fields.push(("undo", true.into()));
    }
    tx.append("ticket.resolve", 1, decided.id.uuid(), fields)?;
    Ok(())
}

/// Every decision of a ticket, newest first, also those that took the one before them back.
///
/// # Errors
/// When the database cannot be read.
pub fn of_ticket(source: &impl Source, ticket: TicketId) -> Result<Vec<Resolved>, StoreError> {
    let ticket = ticket.to_string();
    source.read(|connection| {
        all(connection, include_str!("of_ticket.sql"), named_params! {":ticket": ticket}, read)
    })
}

fn read(row: &Row<'_>) -> Result<Resolved, StoreError> {
    let choice = match date(row, "chosen_on")? {
        Some(on) => Some(Choice {
            who: row.get::<_, String>("chosen_by")?.into(),
            on,
            words: row.get::<_, String>("chosen_words")?.into(),
        }),
        None => None,
    };
    Ok(Resolved {
        id: parse(row, "id")?,
        resolution: decode_optional(row, "resolution")?,
        reason: decode_optional(row, "reason")?,
        note: row.get("note")?,
        choice,
        decided_by: row.get("decided_by")?,
        decided_at: row.get("decided_at")?,
    })
}

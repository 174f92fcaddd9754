//! Whether the last thing somebody did to a ticket may be taken back. It is taken back by operations that say so, never by
//! a deletion; how is for `app` to know. Whether others know of it already (sync) is not seen from here.

use crate::operation::{Operation, Value};
use crate::ticket::{Event, Status};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why nothing is taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Kept {
    /// There is no act of the kind that can be taken back, or it was taken back already.
    #[error("there is nothing to take back")]
    Nothing,
    /// Somebody else did it.
    #[error("somebody else did it")]
    Another,
    /// Something was done after it that rests on it.
    #[error("something was done after it")]
    Later,
    /// A paper was made or printed after it.
    #[error("a paper was made after it")]
    Printed,
    /// Others know of it already.
    #[error("it was sent already")]
    Sent,
    /// What was handed over is a fact of the world.
    #[error("the unit was handed over")]
    HandedOver,
}

/// The operations of the last act of a ticket, oldest first, if `actor` may take them back. `history` is everything that
/// was done to the ticket, oldest first.
///
/// # Errors
/// Why not.
pub fn last_act<'a>(
    history: &[&'a Operation],
    actor: &str,
    status: Status,
) -> Result<Vec<&'a Operation>, Kept> {
    match status {
        Status::Returned | Status::Closed => return Err(Kept::HandedOver),
        Status::ToBeDiagnosed
        | Status::UnderDiagnosis
        | Status::AwaitingDocuments
        | Status::AwaitingAgreement
        | Status::AwaitingParts
        | Status::InRepair
        | Status::InTest
        | Status::Away
        | Status::Ready
        | Status::Unclaimed
        | Status::OnHold
        | Status::Cancelled => {}
    }
    let last = history.last().ok_or(Kept::Nothing)?;
    let act: Vec<&Operation> =
        history.iter().copied().filter(|operation| operation.txn == last.txn).collect();
    if act.iter().all(|operation| is_undoable(operation) || operation.kind == "ticket.move")
        && act.iter().any(|operation| is_undoable(operation))
    {
        if act.iter().any(|operation| flag(operation, "undo")) {
            return Err(Kept::Nothing);
        }
        return if last.actor == actor { Ok(act) } else { Err(Kept::Another) };
    }
    if !history.iter().any(|operation| is_undoable(operation)) {
        return Err(Kept::Nothing);
    }
    Err(if last.kind.starts_with("paper.") { Kept::Printed } else { Kept::Later })
}

/// The event a `ticket.transition` records; none for other kinds, and for those from before events were recorded.
#[must_use]
pub fn event_of(operation: &Operation) -> Option<Event> {
    let field = operation.fields.iter().find(|field| field.name == "event")?;
    match &field.value {
        Value::Text(code) => Event::ALL.into_iter().find(|event| crate::code(event) == *code),
        Value::Null
        | Value::Bool(_)
        | Value::Integer(_)
        | Value::Sealed(_)
        | Value::List(_)
        | Value::Map(_) => None,
    }
}

fn is_undoable(operation: &Operation) -> bool {
    match operation.kind.as_str() {
        "ticket.transition" => event_of(operation).is_some(),
        "ticket.assign" | "ticket.resolve" | "ticket.dispose" => true,
        _ => false,
    }
}

fn flag(operation: &Operation, name: &str) -> bool {
    operation.fields.iter().any(|field| field.name == name && field.value == Value::Bool(true))
}

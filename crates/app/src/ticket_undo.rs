//! Takes back the last thing somebody did to a ticket, where `domain::undo` says it is safe. The journal gets operations
//! that say so; nothing is deleted.

use crate::commands::Written;
use crate::custody;
use crate::error::AppError;
use crate::station::App;
use crate::ticket::{self, TicketLife, TicketRef};
use nightbench_domain::code;
use nightbench_domain::id::{DispositionId, ResolutionId, TicketId, UserId};
use nightbench_domain::operation::{Operation, Value};
use nightbench_domain::ticket::{Event, Status};
use nightbench_domain::undo::{Kept, event_of, last_act};
use nightbench_store::disposition::{self, Disposed};
use nightbench_store::resolution::{self, Resolved};
use nightbench_store::ticket::{self as store, Transition};
use nightbench_store::{Source, Tx, intake, journal};
use serde::Serialize;
use serde::de::DeserializeOwned;
use ts_rs::TS;

/// What would be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum UndoOffer {
    /// An event.
    Event {
        /// Which.
        event: Event,
    },
    /// An assignment.
    Assignment,
    /// A decision on what the customer gets.
    Resolution,
    /// A decision on what becomes of the hardware.
    Disposition,
}

/// What whoever is here now may take back; none where it is not safe.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn offer(
    app: &App,
    status: Status,
    entries: &[journal::Entry],
) -> Result<Option<UndoOffer>, AppError> {
    Ok(safe(&app.store, &app.actor()?, status, entries)?.ok().and_then(|act| act.first().and_then(said)))
}

pub(crate) fn undo(app: &App, request: TicketRef) -> Result<Written<TicketLife>, AppError> {
    let actor = app.actor()?;
    let written = app.write(|tx| {
        let row = store::by_id(tx, request.id)?.ok_or(AppError::NotFound)?;
        let entries = journal::timeline(tx, request.id.uuid())?;
        let act = safe(tx, &actor, row.status, &entries)?.map_err(AppError::Undo)?;
        for operation in act.iter().rev() {
            take_back(app, tx, request.id, operation, &entries, &actor)?;
        }
        Ok(())
    })?;
    let life = ticket::get(app, request)?;
    Ok(Written { value: life, changes: written.changes })
}

fn safe<'a>(
    source: &impl Source,
    actor: &str,
    status: Status,
    entries: &'a [journal::Entry],
) -> Result<Result<Vec<&'a Operation>, Kept>, AppError> {
    let history: Vec<&Operation> = entries.iter().map(|entry| &entry.operation).collect();
    let act = match last_act(&history, actor, status) {
        Ok(act) => act,
        Err(kept) => return Ok(Err(kept)),
    };
    for operation in &act {
        if journal::is_sent(source, operation)? {
            return Ok(Err(Kept::Sent));
        }
    }
    Ok(Ok(act))
}

fn said(operation: &&Operation) -> Option<UndoOffer> {
    match operation.kind.as_str() {
        "ticket.transition" => event_of(operation).map(|event| UndoOffer::Event { event }),
        "ticket.assign" => Some(UndoOffer::Assignment),
        "ticket.resolve" => Some(UndoOffer::Resolution),
        "ticket.dispose" => Some(UndoOffer::Disposition),
        _ => None,
    }
}

fn take_back(
    app: &App,
    tx: &Tx<'_>,
    id: TicketId,
    operation: &Operation,
    entries: &[journal::Entry],
    actor: &str,
) -> Result<(), AppError> {
    match operation.kind.as_str() {
        "ticket.move" => custody::back(app, tx, id),
        "ticket.transition" => {
            let (event, from, to) =
                (event_of(operation), coded(operation, "status"), coded(operation, "from"));
            let (Some(event), Some(from), Some(to)) = (event, from, to) else {
                return Err(AppError::Undo(Kept::Nothing));
            };
            // A work order that is cancelled again keeps why it was.
            let note = if to == Status::Cancelled { cancel_reason(entries) } else { String::new() };
            let moved = Transition { event, from, to, note: &note, is_undo: true };
            Ok(store::transition(tx, id, moved)?)
        }
        "ticket.assign" => {
            let owner: Option<UserId> = text(operation, "from_owner").and_then(|owner| owner.parse().ok());
            Ok(store::assign(tx, id, owner, true)?)
        }
        "ticket.resolve" => unresolve(app, tx, id, actor),
        "ticket.dispose" => undispose(app, tx, id, actor),
        _ => Err(AppError::Undo(Kept::Nothing)),
    }
}

/// The decision before the newest one counts again.
fn unresolve(app: &App, tx: &Tx<'_>, id: TicketId, actor: &str) -> Result<(), AppError> {
    let (decided_by, decided_at) = (actor.to_owned(), app.now_ms());
    let new = ResolutionId::new(app.ports.ids.uuid());
    let again = match resolution::of_ticket(tx, id)?.into_iter().nth(1) {
        Some(before) => Resolved { id: new, decided_by, decided_at, ..before },
        None => Resolved {
            id: new,
            resolution: None,
            reason: None,
            note: String::new(),
            choice: None,
            decided_by,
            decided_at,
        },
    };
    let customer = intake::by_id(tx, id)?.ok_or(AppError::NotFound)?.customer_id;
    Ok(resolution::decide(tx, id, customer, &again, true)?)
}

fn undispose(app: &App, tx: &Tx<'_>, id: TicketId, actor: &str) -> Result<(), AppError> {
    let before = disposition::of_ticket(tx, id)?.into_iter().nth(1);
    let again = Disposed {
        id: DispositionId::new(app.ports.ids.uuid()),
        disposition: before.as_ref().and_then(|before| before.disposition),
        note: before.map(|before| before.note).unwrap_or_default(),
        decided_by: actor.to_owned(),
        decided_at: app.now_ms(),
    };
    Ok(disposition::decide(tx, id, &again, true)?)
}

/// The reason of the newest cancellation.
fn cancel_reason(entries: &[journal::Entry]) -> String {
    let cancelled = entries
        .iter()
        .map(|entry| &entry.operation)
        .rfind(|operation| text(operation, "status").as_deref() == Some(code(&Status::Cancelled).as_str()));
    cancelled.and_then(|operation| text(operation, "reason")).unwrap_or_default()
}

fn coded<T: DeserializeOwned>(operation: &Operation, name: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(text(operation, name)?)).ok()
}

fn text(operation: &Operation, name: &str) -> Option<String> {
    let field = operation.fields.iter().find(|field| field.name == name)?;
    match &field.value {
        Value::Text(text) => Some(text.clone()),
        Value::Null
        | Value::Bool(_)
        | Value::Integer(_)
        | Value::Sealed(_)
        | Value::List(_)
        | Value::Map(_) => None,
    }
}

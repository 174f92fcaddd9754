//! Events of a ticket: the only way its status changes. The machine (`domain::ticket`) says where an event leads, the
//! gates (`domain::gate`) whether it may happen now; custody travels with a unit that is sent away. Other use cases
//! call `happen` inside their own write. Taking back is in ticket_undo.rs.

use crate::commands::Written;
use crate::custody;
use crate::error::{AppError, Failure};
use crate::exchange;
use crate::handover;
use crate::lending;
use crate::part_line;
use crate::reason::reason;
use crate::refund;
use crate::standing::standing;
use crate::station::App;
use crate::ticket::{self, ROWS_MAX, TicketLife, TicketRef};
use nightbench_domain::gate::gate;
use nightbench_domain::id::TicketId;
use nightbench_domain::place::PlaceKind;
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::ticket::{Event, Status};
use nightbench_store::Tx;
use nightbench_store::ticket::{self as store, Transition};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The request of `ticket_act`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ActRequest {
    /// The work order.
    pub id: TicketId,
    /// What happens to it.
    pub event: Event,
    /// In the person's own words; some events need them.
    #[serde(default)]
    pub note: String,
}

/// The request of `ticket_act_many`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ActManyRequest {
    /// The work orders, 500 at most.
    pub ids: Vec<TicketId>,
    /// What happens to each of them.
    pub event: Event,
    /// In the person's own words, for all of them.
    #[serde(default)]
    pub note: String,
}

/// What became of one work order of several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ActedRow {
    /// The work order.
    pub id: TicketId,
    /// Its number; absent when there is no such work order.
    pub rma: Option<RmaNumber>,
    /// Its status now; absent when it was refused.
    pub status: Option<Status>,
    /// Why it was refused; nothing of it was changed then.
    pub failure: Option<Failure>,
}

/// Lets an event happen to a ticket, if its status and the gates allow it. The note is kept as given.
///
/// # Errors
/// `Ticket` when the event does not fit the status, `Gate` when something it needs is missing, `OpenTicket` when the
/// serial would have two, `NotFound`.
pub(crate) fn happen(
    app: &App,
    tx: &Tx<'_>,
    id: TicketId,
    event: Event,
    note: &str,
) -> Result<Status, AppError> {
    let from = store::by_id(tx, id)?.ok_or(AppError::NotFound)?.status;
    let to = from.after(event)?;
    // How it went comes first; the hand-over writes both.
    if event == Event::HandOver {
        handover::refuse_unrecorded(tx, id)?;
    }
    if event == Event::Close {
        lending::refuse_out(tx, id)?;
    }
    gate(from, event, &standing(app, tx, id)?)?;
    store::transition(tx, id, Transition { note, ..Transition::of(event, from, to) })?;
    match event {
        Event::SendAway => custody::travel(app, tx, id, PlaceKind::Factory)?,
        Event::ComeBack => custody::travel(app, tx, id, PlaceKind::Dock)?,
        // Nothing more is put into it.
        Event::HandOver => part_line::let_go(app, tx, id)?,
        Event::Cancel => {
            part_line::let_go(app, tx, id)?;
            exchange::take_back(app, tx, id, "")?;
            refund::take_back(tx, id, "")?;
        }
        Event::StartDiagnosis
        | Event::AskDocuments
        | Event::DocumentsCame
        | Event::AskAgreement
        | Event::Agree
        | Event::Decline
        | Event::AwaitParts
        | Event::PartsCame
        | Event::StartRepair
        | Event::StartTest
        | Event::FailTest
        | Event::PassTest
        | Event::PrepareReturn
        | Event::NobodyCame
        | Event::SomebodyCame
        | Event::Close
        | Event::Hold
        | Event::Release
        | Event::Reopen => {}
    }
    Ok(to)
}

pub(crate) fn act(app: &App, request: ActRequest) -> Result<Written<TicketLife>, AppError> {
    let note = said(request.event, &request.note)?;
    let written = app.write(|tx| happen(app, tx, request.id, request.event, note))?;
    let life = ticket::get(app, TicketRef { id: request.id })?;
    Ok(Written { value: life, changes: written.changes })
}

/// Each work order is written for itself: what is refused of one keeps none of the others back.
pub(crate) fn act_many(app: &App, request: ActManyRequest) -> Result<Written<Vec<ActedRow>>, AppError> {
    let note = said(request.event, &request.note)?;
    if request.ids.len() > ROWS_MAX as usize {
        return Err(AppError::TooManyTickets { most: ROWS_MAX });
    }
    let mut changes = nightbench_store::Changes::default();
    let mut rows: Vec<ActedRow> = Vec::new();
    for id in request.ids {
        if rows.iter().any(|row| row.id == id) {
            continue;
        }
        let rma = store::by_id(&app.store, id)?.map(|row| row.rma);
        let (status, failure) = match app.write(|tx| happen(app, tx, id, request.event, note)) {
            Ok(written) => {
                changes.extend(written.changes);
                (Some(written.value), None)
            }
            // A store that fails, fails for all of them.
            Err(AppError::Store(error)) => return Err(AppError::Store(error)),
            Err(refused) => (None, Some(refused.failure())),
        };
        rows.push(ActedRow { id, rma, status, failure });
    }
    Ok(Written { value: rows, changes })
}

/// The note as it is kept.
fn said(event: Event, note: &str) -> Result<&str, AppError> {
    if note.trim().is_empty() && !event.needs_words() { Ok("") } else { reason(note) }
}

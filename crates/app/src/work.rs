//! What can be done with a work order now: each act with what stands against it, whose move it is, what was decided, and
//! what may be taken back. Read only; the acts themselves are in ticket_event.rs, resolution.rs, disposition.rs, owner.rs.

use crate::error::AppError;
use crate::given::Given;
use crate::resolution::{ResolutionOffer, offers};
use crate::standing::standing;
use crate::station::App;
use crate::ticket_undo::{UndoOffer, offer};
use nightbench_domain::gate::{Gate, gate};
use nightbench_domain::next::Next;
use nightbench_domain::ticket::{Event, Status};
use nightbench_store::custody::Holder;
use nightbench_store::disposition::{self, Disposed};
use nightbench_store::resolution::{self, Resolved};
use nightbench_store::{journal, ticket};
use serde::Serialize;
use ts_rs::TS;

/// What can be done with a work order, and what was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Work {
    /// The events that fit its status, in the order of the journey.
    pub acts: Vec<WorkAct>,
    /// Who it is assigned to.
    pub owner: Option<Holder>,
    /// What moves it on, and whose move that is; absent when nothing is left to do.
    pub next: Option<Next>,
    /// When it came to its status, milliseconds UTC; its receipt when it never moved.
    #[ts(type = "number")]
    pub since: i64,
    /// Every resolution, with what stands against deciding it.
    pub offers: Vec<ResolutionOffer>,
    /// What was decided for the customer, newest first; only the first counts.
    pub resolutions: Vec<Resolved>,
    /// What was decided of the hardware, newest first; only the first counts.
    pub dispositions: Vec<Disposed>,
    /// What whoever is here now may take back.
    pub undo: Option<UndoOffer>,
}

/// An event that fits the status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct WorkAct {
    /// The event.
    pub event: Event,
    /// Where it leads.
    pub to: Status,
    /// What is to be settled before; absent when it may happen now.
    pub refusal: Option<ActRefusal>,
    /// Whether words must be given with it.
    pub needs_words: bool,
}

/// What stands against an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct ActRefusal {
    /// The gate that is shut.
    pub code: Gate,
    /// The clause behind it, where one is.
    pub clause: Option<&'static str>,
}

/// What can be done with a work order as it stands.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn of(app: &App, row: &ticket::TicketRow, entries: &[journal::Entry]) -> Result<Work, AppError> {
    let standing = standing(app, &app.store, row.id)?;
    let act = |event: Event| {
        let to = row.status.after(event).ok()?;
        let shut = gate(row.status, event, &standing).err();
        let refusal = shut.map(|code| ActRefusal { code, clause: code.clause(standing.resolution) });
        Some(WorkAct { event, to, refusal, needs_words: event.needs_words() })
    };
    Ok(Work {
        acts: Event::ALL.into_iter().filter_map(act).collect(),
        owner: row.owner.clone(),
        next: Next::of(row.status, &standing),
        since: row.moved_at.unwrap_or(row.opened_at),
        offers: offers(&Given::load(app, &app.store, row.id)?, &standing),
        resolutions: resolution::of_ticket(&app.store, row.id)?,
        dispositions: disposition::of_ticket(&app.store, row.id)?,
        undo: offer(app, row.status, entries)?,
    })
}

//! The home screen: what is due, what came in, what was left half typed.

use crate::came_back::{self, CameBack};
use crate::consignment::{self, ConsignmentRow};
use crate::decision;
use crate::draft::{self, DraftRow};
use crate::error::AppError;
use crate::session;
use crate::station::App;
use crate::ticket::TicketRow;
use nightbench_store::ticket::{self as store, Listing};
use nightbench_store::{journal, registry};
use serde::Serialize;
use ts_rs::TS;

/// The home screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Bench {
    /// The figures.
    pub counts: Counts,
    /// Open work orders, nearest limit first, at most `ROWS`.
    pub due: Vec<TicketRow>,
    /// The newest work orders, at most `ROWS`.
    pub recent: Vec<TicketRow>,
    /// Check-ins that were begun and not received.
    pub drafts: Vec<DraftRow>,
    /// Parcels that are not closed, the longest here first: the clock of their units runs.
    pub parcels: Vec<ConsignmentRow>,
    /// Open work orders whose units whoever is signed in holds, nearest limit first, at most `ROWS`.
    pub mine: Vec<TicketRow>,
    /// What came back after the records were not closed the last time, until this person has read it.
    pub came_back: Option<CameBack>,
}

/// The figures of the home screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Counts {
    /// Work orders whose unit is here.
    pub open: u64,
    /// Of these, up to the target (day 10).
    pub on_time: u64,
    /// Of these, between target and limit (day 20).
    pub due: u64,
    /// Of these, past the limit.
    pub overdue: u64,
    /// Received today at the centre.
    pub received_today: u64,
    /// Units here that are not checked in: in parcels that are not closed, or taken out of one.
    pub waiting: u64,
    /// Open work orders whose paper form is still to be obtained (4.2).
    pub forms_owed: u64,
    /// Questions that whoever is signed in can go on with; where nobody is, all that wait.
    pub decisions: u64,
    /// Operations that no other machine has yet, without those that setting up wrote by itself.
    pub unsynced: u64,
    /// Rows of the sales register.
    pub registry: u64,
}

/// How many rows a list of the home screen shows.
pub const ROWS: u32 = 12;

pub(crate) fn today(app: &App, (): ()) -> Result<Bench, AppError> {
    let page = |listing| store::page(&app.store, listing, None, ROWS);
    Ok(Bench {
        counts: counts(app)?,
        due: app.rows(page(Listing::OpenByLimit)?.rows)?,
        recent: app.rows(page(Listing::AllNewest)?.rows)?,
        parcels: consignment::open(app)?,
        mine: match session::signed_in(app)? {
            Some(user) => app.rows(page(Listing::Of { user: user.id })?.rows)?,
            None => Vec::new(),
        },
        came_back: came_back::for_bench(app)?,
        drafts: draft::list(app, ())?.into_iter().filter(|draft| draft.discarded_at.is_none()).collect(),
    })
}

pub(crate) fn counts(app: &App) -> Result<Counts, AppError> {
    let store::Counts { open, due, overdue, received, forms_owed } = store::counts(&app.store, app.today()?)?;
    Ok(Counts {
        open,
        on_time: open.saturating_sub(due + overdue),
        due,
        overdue,
        received_today: received,
        waiting: consignment::waiting(app)?,
        forms_owed,
        decisions: decision::counts(app)?.mine,
        unsynced: journal::waiting(&app.store)?,
        registry: registry::size(&app.store)?,
    })
}

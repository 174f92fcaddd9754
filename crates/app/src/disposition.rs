//! What becomes of the hardware of a work order. Not what the customer gets: that is resolution.rs.

use crate::commands::Written;
use crate::error::AppError;
use crate::station::App;
use crate::ticket::{self, TicketLife, TicketRef};
use nightbench_domain::disposition::Disposition;
use nightbench_domain::id::{DispositionId, TicketId};
use nightbench_domain::intake::Intake;
use nightbench_domain::ticket::Status;
use nightbench_store::Tx;
use nightbench_store::disposition::{self as store, Disposed};
use serde::Deserialize;
use ts_rs::TS;

/// The request of `ticket_dispose`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DisposeRequest {
    /// The work order.
    pub id: TicketId,
    /// What becomes of the unit.
    pub disposition: Disposition,
    /// In the decider's own words; needed before a unit is destroyed.
    #[serde(default)]
    pub note: String,
}

pub(crate) fn dispose(app: &App, request: DisposeRequest) -> Result<Written<TicketLife>, AppError> {
    let written = app.write(|tx| decide(app, tx, request.id, request.disposition, &request.note))?;
    let life = ticket::get(app, TicketRef { id: request.id })?;
    Ok(Written { value: life, changes: written.changes })
}

/// Decides what becomes of the unit, inside a write.
///
/// # Errors
/// `ReasonRequired` before a unit is destroyed, `DispositionContradicts`, `Ticket` when nothing is left to decide.
pub(crate) fn decide(
    app: &App,
    tx: &Tx<'_>,
    id: TicketId,
    disposition: Disposition,
    note: &str,
) -> Result<(), AppError> {
    let note = note.trim().to_owned();
    if note.chars().count() > Intake::TEXT_CHARS_MAX {
        return Err(AppError::NoteTooLong);
    }
    if disposition == Disposition::Scrap && note.is_empty() {
        return Err(AppError::ReasonRequired);
    }
    let disposed = Disposed {
        id: DispositionId::new(app.ports.ids.uuid()),
        disposition: Some(disposition),
        note,
        decided_by: app.actor_of(tx)?,
        decided_at: app.now_ms(),
    };
    let row = nightbench_store::ticket::by_id(tx, id)?.ok_or(AppError::NotFound)?;
    row.status.refuse_ended()?;
    let goes_back = disposition == Disposition::Return;
    // A unit that is the customer's is not scrapped, and one that was replaced is not given back as well.
    if row.resolution.is_some_and(|resolution| resolution.gives_the_unit_back() != goes_back)
        && row.status != Status::Unclaimed
    {
        return Err(AppError::DispositionContradicts);
    }
    Ok(store::decide(tx, id, &disposed, false)?)
}

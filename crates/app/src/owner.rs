//! Who a work order is assigned to. Not who has the unit: that is custody.rs.

use crate::commands::Written;
use crate::error::AppError;
use crate::station::App;
use crate::ticket::TicketRow;
use nightbench_domain::id::{TicketId, UserId};
use nightbench_store::{ticket, user};
use serde::Deserialize;
use ts_rs::TS;

/// The request of `ticket_assign`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AssignRequest {
    /// The work orders, all or none.
    pub ids: Vec<TicketId>,
    /// To whom; null for nobody.
    pub user: Option<UserId>,
}

pub(crate) fn assign(app: &App, request: AssignRequest) -> Result<Written<Vec<TicketRow>>, AppError> {
    if let Some(owner) = request.user {
        user::by_id(&app.store, owner)?.filter(|record| record.user.is_active).ok_or(AppError::NotFound)?;
    }
    let written = app.write(|tx| {
        for &id in &request.ids {
            let before = ticket::by_id(tx, id)?.ok_or(AppError::NotFound)?.owner;
            if before.map(|before| before.id) != request.user {
                ticket::assign(tx, id, request.user, false)?;
            }
        }
        Ok(())
    })?;
    let mut rows = Vec::new();
    for &id in &request.ids {
        rows.extend(ticket::by_id(&app.store, id)?);
    }
    Ok(Written { value: app.rows(rows)?, changes: written.changes })
}

//! Damage in transit or in our hands, found after the unit was received, or found not to be any. It changes no verdict;
//! while it stands, every charge to the customer is looked at by a person first.

use crate::commands::Written;
use crate::consignment;
use crate::error::AppError;
use crate::station::App;
use crate::ticket::{self, TicketLife, TicketRef};
use nightbench_domain::damage::Damage;
use nightbench_domain::id::TicketId;
use nightbench_domain::intake::{Intake, IntakeProblem, IntakeReason};
use nightbench_store::Tx;
use nightbench_store::intake::{self as store, Statement, Why};
use serde::Deserialize;
use ts_rs::TS;

/// The request of `ticket_damage`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DamageRequest {
    /// The work order.
    pub id: TicketId,
    /// What is damaged and where it happened; absent: there is no such damage after all.
    #[serde(default)]
    pub damage: Option<Damage>,
}

pub(crate) fn record(app: &App, request: DamageRequest) -> Result<Written<TicketLife>, AppError> {
    let damage = request.damage.map(|damage| Damage { note: damage.note.trim().to_owned(), ..damage });
    if damage.as_ref().is_some_and(|damage| damage.note.chars().count() > Intake::TEXT_CHARS_MAX) {
        let field = "damage.note".to_owned();
        return Err(AppError::Intake(vec![IntakeProblem { field, reason: IntakeReason::TooLong }]));
    }
    let written = app.write(|tx| amend(tx, request.id, damage))?;
    let life = ticket::get(app, TicketRef { id: request.id })?;
    Ok(Written { value: life, changes: written.changes })
}

/// The intake says so from now on, and so does the parcel it came in; nothing is written where they said so before.
pub(crate) fn amend(tx: &Tx<'_>, id: TicketId, damage: Option<Damage>) -> Result<(), AppError> {
    let before = store::by_id(tx, id)?.ok_or(AppError::NotFound)?;
    let intake = Intake { damage, ..before.intake.clone() };
    let statement = Statement { intake: &intake, ..before.statement() };
    store::amend(tx, id, &statement, &Why::default())?;
    consignment::tell(tx, id, before.intake.damage.as_ref(), intake.damage.as_ref())
}

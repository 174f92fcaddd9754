//! What the transport did to a parcel: to its cartons, or to a unit of it. The damage of a unit stands in its check-in,
//! and from then on in its work order, where it sends every charge to the customer to a person first; and what is said
//! there is marked on the unit here, for the sender. Damage in our hands is the work order's own (damage.rs beside this
//! folder).

use super::unit::{ConsignmentUnitRef, begun, line};
use super::{ConsignmentLife, changed, known};
use crate::commands::Written;
use crate::draft::IntakeDraft;
use crate::error::AppError;
use crate::station::App;
use nightbench_domain::consignment::{ConsignmentProblem, Line};
use nightbench_domain::damage::{Damage, DamagePlace};
use nightbench_domain::id::{ConsignmentId, ConsignmentLineId, DraftId, TicketId};
use nightbench_domain::intake::Intake;
use nightbench_store::consignment::{self as store, KnownLine};
use nightbench_store::{Tx, draft, intake};
use serde::Deserialize;
use ts_rs::TS;

/// The request of `consignment_damage`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConsignmentDamageRequest {
    /// The parcel.
    pub id: ConsignmentId,
    /// The unit that was damaged; its cartons when absent.
    #[serde(default)]
    pub line: Option<ConsignmentLineId>,
    /// What is wrong; empty takes it back.
    pub note: String,
}

/// Records what the transport did to a unit, or to the cartons. The check-in of a unit carries it; a unit that is
/// checked in already is amended.
pub(crate) fn damage(
    app: &App,
    request: ConsignmentDamageRequest,
) -> Result<Written<ConsignmentLife>, AppError> {
    let note = request.note.trim();
    if note.chars().count() > Intake::TEXT_CHARS_MAX {
        return Err(AppError::Consignment(ConsignmentProblem::TooLong));
    }
    let Some(line_id) = request.line else {
        return changed(app, request.id, |tx| {
            let mut consignment = known(tx, request.id)?.consignment;
            note.clone_into(&mut consignment.damage);
            Ok(store::amend(tx, request.id, &consignment)?)
        });
    };
    changed(app, request.id, |tx| {
        let mut found = line(tx, ConsignmentUnitRef { id: request.id, line: line_id })?;
        note.clone_into(&mut found.line.damage);
        store::set_line(tx, request.id, &found)?;
        match (found.ticket, found.draft) {
            (Some(ticket), _) => {
                let before = intake::by_id(tx, ticket)?.ok_or(AppError::NotFound)?.intake.damage;
                crate::damage::amend(tx, ticket, with_transit(before, note))
            }
            (None, Some(draft)) => mark_draft(app, tx, draft, note),
            (None, None) => Ok(()),
        }
    })
}

/// The check-in of a unit says what the transport did to it.
pub(super) fn mark_draft(app: &App, tx: &Tx<'_>, id: DraftId, note: &str) -> Result<(), AppError> {
    let Some(kept) = draft::by_id(tx, id)? else { return Ok(()) };
    let before: IntakeDraft = serde_json::from_value(kept.content).map_err(AppError::BadRequest)?;
    let damage = with_transit(before.damage.clone(), note);
    if damage == before.damage {
        return Ok(());
    }
    let marked = serde_json::to_value(IntakeDraft { damage, ..before }).map_err(AppError::BadRequest)?;
    Ok(draft::save(tx, id, &marked, app.now_ms())?)
}

/// The damage a unit is received with: what its check-in says, else what was marked on it in its parcel. A check-in that
/// was typed elsewhere need not know of the mark.
pub(crate) fn damage_of(
    tx: &Tx<'_>,
    id: ConsignmentId,
    intake: &Intake,
    draft: Option<DraftId>,
) -> Result<Option<Damage>, AppError> {
    let said = intake.damage.clone();
    let lines = store::lines(tx, id)?;
    Ok(match begun(&lines, draft, &intake.serial) {
        Some(KnownLine { line, .. }) if !line.damage.is_empty() && said.is_none() => {
            with_transit(said, &line.damage)
        }
        Some(_) | None => said,
    })
}

/// The parcel hears what is said of a unit of it, by its check-in or later by its work order: the list for the sender
/// names what the transport did. A mark of the parcel's own stays while the unit's damage was never the transport's.
pub(crate) fn tell(
    tx: &Tx<'_>,
    ticket: TicketId,
    before: Option<&Damage>,
    after: Option<&Damage>,
) -> Result<(), AppError> {
    let is_transit = |damage: &&Damage| damage.place == DamagePlace::Transit;
    if before.filter(is_transit).or(after.filter(is_transit)).is_none() {
        return Ok(());
    }
    let Some(parcel) = intake::by_id(tx, ticket)?.and_then(|record| record.intake.consignment) else {
        return Ok(());
    };
    let Some(known) = store::line_of_ticket(tx, ticket)? else { return Ok(()) };
    let damage = after.map(Damage::mark).unwrap_or_default().to_owned();
    let line = Line { damage, ..known.line.clone() };
    Ok(store::set_line(tx, parcel, &KnownLine { line, ..known })?)
}

/// What is said of a unit once the transport's mark on it reads `note`; empty: there is no mark. Damage in our hands is
/// not the transport's to change.
fn with_transit(before: Option<Damage>, note: &str) -> Option<Damage> {
    match before {
        Some(damage) if damage.place == DamagePlace::InHouse => Some(damage),
        Some(_) | None => Damage::in_transit(note),
    }
}

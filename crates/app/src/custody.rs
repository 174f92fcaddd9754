//! Custody: where each unit is and who has it. Units are received at the dock, moved by scanning a place and then
//! units, taken by whoever signed in; the last move of a unit can be taken back by a move.

use crate::commands::Written;
use crate::error::{AppError, PlaceProblem};
use crate::session;
use crate::station::App;
use crate::ticket::TicketRow;
use nightbench_domain::id::{PlaceId, TicketId, UserId};
use nightbench_domain::operation::{Operation, Value};
use nightbench_domain::place::{Place, PlaceKind};
use nightbench_store::custody::{self as store, Custody, Move};
use nightbench_store::{Tx, journal, place, station, ticket, user};
use serde::{Deserialize, Serialize};
use std::str::FromStr;
use ts_rs::TS;

/// The request of `custody_move`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MoveRequest {
    /// The work orders whose units are moved, all or none.
    pub tickets: Vec<TicketId>,
    /// Where to.
    pub place: PlaceId,
    /// Who has them there; at a bench whoever is signed in when absent, else nobody.
    #[serde(default)]
    pub holder: Option<UserId>,
}

/// Names work orders.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TicketsRef {
    /// The work orders.
    pub tickets: Vec<TicketId>,
}

/// One unit that was moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MovedUnit {
    /// The work order as it stands now, with its place.
    pub row: TicketRow,
    /// Where the unit was before.
    pub from: Option<Custody>,
    /// Whether anything changed; a unit scanned where it is was only seen.
    pub moved: bool,
}

pub(crate) fn move_units(app: &App, request: MoveRequest) -> Result<Written<Vec<MovedUnit>>, AppError> {
    let signed_in = session::signed_in(app)?.map(|user| user.id);
    let to = place::by_id(&app.store, request.place)?.ok_or(AppError::NotFound)?;
    if !to.is_active {
        return Err(AppError::Place(PlaceProblem::Gone));
    }
    if let Some(holder) = request.holder {
        user::by_id(&app.store, holder)?.filter(|record| record.user.is_active).ok_or(AppError::NotFound)?;
    }
    let holder = to.kind.holder(request.holder, signed_in);
    let written = app.write(|tx| {
        put_all(tx, &request.tickets, |_| Ok(Goes { to: to.clone(), holder, is_undo: false }), app.now_ms())
    })?;
    shown(app, written)
}

pub(crate) fn take(app: &App, request: TicketsRef) -> Result<Written<Vec<MovedUnit>>, AppError> {
    let me = session::signed_in(app)?.ok_or(AppError::SignInFirst)?.id;
    let written = app.write(|tx| {
        let stays = |before: &Before| Ok(Goes { to: before.here()?, holder: Some(me), is_undo: false });
        put_all(tx, &request.tickets, stays, app.now_ms())
    })?;
    shown(app, written)
}

/// Takes the last move of each unit back by a move to where it came from.
pub(crate) fn undo(app: &App, request: TicketsRef) -> Result<Written<Vec<MovedUnit>>, AppError> {
    let written = app.write(|tx| {
        let back = |before: &Before| back_of_last(tx, before.ticket);
        put_all(tx, &request.tickets, back, app.now_ms())
    })?;
    shown(app, written)
}

/// Puts a unit that is being received at the dock, held by whoever received it.
pub(crate) fn arrive(app: &App, tx: &Tx<'_>, ticket: TicketId) -> Result<(), AppError> {
    let holder = session::signed_in_of(app, tx)?.map(|user| user.id);
    Ok(store::arrive(tx, ticket, dock(tx)?, holder, app.now_ms())?)
}

/// Puts a unit at the place of a kind that every station begins with: custody travels with what happens to the ticket.
/// Nothing is written where it is there already.
pub(crate) fn travel(app: &App, tx: &Tx<'_>, ticket: TicketId, kind: PlaceKind) -> Result<(), AppError> {
    let centre = station::station(tx)?.ok_or(AppError::NotInitialised)?.centre;
    let to = place::by_id(tx, place::beginning(&centre, kind)?)?.ok_or(AppError::NotFound)?;
    let me = session::signed_in_of(app, tx)?.map(|user| user.id);
    let holder = if kind.is_here() { me } else { None };
    let goes = |_: &Before| Ok(Goes { to: to.clone(), holder, is_undo: false });
    put_all(tx, &[ticket], goes, app.now_ms())?;
    Ok(())
}

/// Takes the last move of a unit back, with the act it belonged to.
pub(crate) fn back(app: &App, tx: &Tx<'_>, ticket: TicketId) -> Result<(), AppError> {
    put_all(tx, &[ticket], |before: &Before| back_of_last(tx, before.ticket), app.now_ms())?;
    Ok(())
}

/// Makes what every station begins with where it is missing, and puts units without a place at the dock: a store
/// from before there were places, or one of which that was lost.
pub(crate) fn settle(app: &App) -> Result<(), AppError> {
    let Some(identity) = station::station(&app.store)? else { return Ok(()) };
    let mut is_whole = store::without_place(&app.store)?.is_empty();
    for (kind, _) in PlaceKind::BEGINNING {
        is_whole &= place::by_id(&app.store, place::beginning(&identity.centre, kind)?)?.is_some();
    }
    if is_whole {
        return Ok(());
    }
    app.write(|tx| {
        place::begin(tx)?;
        store::settle(tx, dock(tx)?)?;
        Ok(())
    })?;
    Ok(())
}

/// Where the unit of an open work order is.
pub(crate) fn now_of(app: &App, row: &ticket::TicketRow) -> Result<Option<Custody>, AppError> {
    if row.is_open { Ok(store::of_ticket(&app.store, row.id)?) } else { Ok(None) }
}

fn dock(tx: &Tx<'_>) -> Result<PlaceId, AppError> {
    let centre = station::station(tx)?.ok_or(AppError::NotInitialised)?.centre;
    Ok(place::beginning(&centre, PlaceKind::Dock)?)
}

/// Where a unit goes.
struct Goes {
    to: Place,
    holder: Option<UserId>,
    is_undo: bool,
}

/// A unit before its move.
struct Before {
    ticket: TicketId,
    custody: Option<Custody>,
}

impl Before {
    fn here(&self) -> Result<Place, AppError> {
        self.custody.as_ref().map(|custody| custody.place.clone()).ok_or(AppError::NotFound)
    }
}

type Put = (TicketId, Option<Custody>, bool);

/// Moves each unit to where `goes` says, once, in one transaction.
fn put_all(
    tx: &Tx<'_>,
    tickets: &[TicketId],
    goes: impl Fn(&Before) -> Result<Goes, AppError>,
    at_ms: i64,
) -> Result<Vec<Put>, AppError> {
    let mut done: Vec<Put> = Vec::new();
    for &id in tickets {
        let row = ticket::by_id(tx, id)?.ok_or(AppError::NotFound)?;
        if !row.is_open {
            return Err(AppError::UnitNotHere { rma: row.rma });
        }
        if done.iter().any(|(known, ..)| *known == id) {
            continue;
        }
        let before = Before { ticket: id, custody: store::of_ticket(tx, id)? };
        let Goes { to, holder, is_undo } = goes(&before)?;
        let holds = |custody: &Custody| custody.holder.as_ref().map(|holder| holder.id);
        let stays = before.custody.as_ref().is_some_and(|now| now.place.id == to.id && holds(now) == holder);
        if stays {
            store::seen(tx, id, at_ms)?;
        } else {
            store::move_unit(tx, Move { ticket: id, to: &to, holder, is_undo })?;
        }
        done.push((id, before.custody, !stays));
    }
    Ok(done)
}

/// Where the last move of a ticket came from, as the journal has it.
fn back_of_last(tx: &Tx<'_>, ticket: TicketId) -> Result<Goes, AppError> {
    let moves = journal::timeline(tx, ticket.uuid())?;
    let last = moves.iter().map(|entry| &entry.operation).rfind(|operation| operation.kind == "ticket.move");
    let last = last.filter(|last| text(last, "undo").is_none()).ok_or(AppError::NothingToUndo)?;
    let from: PlaceId = parsed(last, "from_place").ok_or(AppError::NothingToUndo)?;
    let to = place::by_id(tx, from)?.ok_or(AppError::NothingToUndo)?;
    Ok(Goes { to, holder: parsed(last, "from_holder"), is_undo: true })
}

fn parsed<T: FromStr>(operation: &Operation, name: &str) -> Option<T> {
    text(operation, name)?.parse().ok()
}

fn text(operation: &Operation, name: &str) -> Option<String> {
    let field = operation.fields.iter().find(|field| field.name == name)?;
    match &field.value {
        Value::Text(text) => Some(text.clone()),
        Value::Bool(is) => is.then(String::new),
        Value::Null | Value::Integer(_) | Value::Sealed(_) | Value::List(_) | Value::Map(_) => None,
    }
}

fn shown(app: &App, written: Written<Vec<Put>>) -> Result<Written<Vec<MovedUnit>>, AppError> {
    let mut units = Vec::new();
    for (id, from, moved) in written.value {
        let row = app.row(ticket::by_id(&app.store, id)?.ok_or(AppError::NotFound)?)?;
        units.push(MovedUnit { row, from, moved });
    }
    Ok(Written { value: units, changes: written.changes })
}

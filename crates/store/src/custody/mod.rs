//! Custody: where the unit of each work order is and who holds it. Every open ticket has exactly one row. A move
//! is journaled as `ticket.move` with where it came from, so that it can be undone by a move back; the first
//! place, the dock, follows from the receipt and has no operation of its own.

use crate::error::StoreError;
use crate::journal::New;
use crate::sql::{all, decode, one, parse, run};
use crate::transact::Tx;
use crate::{Source, user};
use nightbench_domain::id::{PlaceId, TicketId, UserId};
use nightbench_domain::place::Place;
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a unit is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Custody {
    /// Where.
    pub place: Place,
    /// Who has it; `None` for nobody.
    pub holder: Option<Holder>,
    /// When it came there, milliseconds UTC.
    #[ts(type = "number")]
    pub since: i64,
    /// When somebody last had it in hand, milliseconds UTC.
    #[ts(type = "number")]
    pub seen_at: i64,
}

/// Who has a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Holder {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: String,
}

/// A move of one unit.
#[derive(Debug, Clone, Copy)]
pub struct Move<'a> {
    /// The work order.
    pub ticket: TicketId,
    /// Where it is put.
    pub to: &'a Place,
    /// Who has it there.
    pub holder: Option<UserId>,
    /// Whether it takes the last move back.
    pub is_undo: bool,
}

/// Puts a received unit at its first place. It follows from the receipt, so it is not journaled.
///
/// # Errors
/// When the database refuses.
pub fn arrive(
    tx: &Tx<'_>,
    ticket: TicketId,
    place: PlaceId,
    holder: Option<UserId>,
    at_ms: i64,
) -> Result<(), StoreError> {
    tx.watch.derived(|| put(tx, ticket, place, holder, at_ms, at_ms))
}

/// Puts every open ticket without a place at one, held by nobody, since it was opened: those of a store from
/// before there were places, or whose row was lost. Not journaled: nobody moved them. Returns how many.
///
/// # Errors
/// When the database refuses.
pub fn settle(tx: &Tx<'_>, place: PlaceId) -> Result<usize, StoreError> {
    let homeless = without_place(tx)?;
    for (ticket, opened_at) in &homeless {
        arrive(tx, *ticket, place, None, *opened_at)?;
    }
    Ok(homeless.len())
}

/// Whether an open ticket has no place, with when it was opened.
///
/// # Errors
/// When the database cannot be read.
pub fn without_place(source: &impl Source) -> Result<Vec<(TicketId, i64)>, StoreError> {
    source.read(|connection| {
        all(connection, include_str!("without.sql"), [], |row| Ok((parse(row, "id")?, row.get("opened_at")?)))
    })
}

/// Moves a unit and journals it with where it was.
///
/// # Errors
/// When the database refuses.
pub fn move_unit(tx: &Tx<'_>, moved: Move<'_>) -> Result<(), StoreError> {
    let before = of_ticket(tx, moved.ticket)?;
    let at_ms = tx.act.map(|act| act.at_ms).unwrap_or_default();
    let stays = before.as_ref().filter(|before| before.place.id == moved.to.id);
    let since = stays.map_or(at_ms, |before| before.since);
    put(tx, moved.ticket, moved.to.id, moved.holder, since, at_ms)?;
    let name = moved.holder.map(|holder| user::by_id(tx, holder)).transpose()?.flatten();
    let from = before.as_ref();
    let mut fields: Vec<(&str, New)> = vec![
        ("place", moved.to.id.to_string().into()),
        ("place_code", moved.to.code.as_str().into()),
        ("holder", moved.holder.map(|holder| holder.to_string()).into()),
        ("holder_name", name.map(|record| record.user.name).into()),
        ("from_place", from.map(|before| before.place.id.to_string()).into()),
        ("from_code", from.map(|before| before.place.code.to_string()).into()),
        ("from_holder", from.and_then(|before| before.holder.as_ref()).map(|h| h.id.to_string()).into()),
    ];
    if moved.is_undo {
        fields.push(("undo", true.into()));
    }
    tx.append("ticket.move", 1, moved.ticket.uuid(), fields)?;
    Ok(())
}

/// Notes that a unit was had in hand, without moving it. Not journaled.
///
/// # Errors
/// When the database refuses.
pub fn seen(tx: &Tx<'_>, ticket: TicketId, at_ms: i64) -> Result<(), StoreError> {
    let params = named_params! {":ticket": ticket.to_string(), ":seen_at": at_ms};
    tx.watch.derived(|| run(tx.connection, include_str!("seen.sql"), params))?;
    Ok(())
}

/// Where the unit of a ticket is, or was last.
///
/// # Errors
/// When the database cannot be read.
pub fn of_ticket(source: &impl Source, ticket: TicketId) -> Result<Option<Custody>, StoreError> {
    let ticket = ticket.to_string();
    source.read(|connection| {
        one(connection, include_str!("of_ticket.sql"), named_params! {":ticket": ticket}, read)
    })
}

/// The open tickets whose units are at a place, nearest limit first.
///
/// # Errors
/// When the database cannot be read.
pub fn at_place(source: &impl Source, place: PlaceId) -> Result<Vec<(TicketId, Custody)>, StoreError> {
    let place = place.to_string();
    source.read(|connection| {
        all(connection, include_str!("at_place.sql"), named_params! {":place": place}, |row| {
            Ok((parse(row, "ticket")?, read(row)?))
        })
    })
}

fn put(
    tx: &Tx<'_>,
    ticket: TicketId,
    place: PlaceId,
    holder: Option<UserId>,
    since: i64,
    seen_at: i64,
) -> Result<(), StoreError> {
    let holder = holder.map(|holder| holder.to_string());
    run(
        tx.connection,
        include_str!("put.sql"),
        named_params! {":ticket": ticket.to_string(), ":place": place.to_string(), ":holder": holder,
        ":since": since, ":seen_at": seen_at},
    )?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<Custody, StoreError> {
    let holder: Option<String> = row.get("holder")?;
    let holder = match holder {
        None => None,
        Some(_) => Some(Holder {
            id: parse(row, "holder")?,
            name: row.get::<_, Option<String>>("holder_name")?.unwrap_or_default(),
        }),
    };
    Ok(Custody {
        place: Place {
            id: parse(row, "id")?,
            code: decode(row, "code")?,
            name: row.get("name")?,
            kind: decode(row, "kind")?,
            is_active: row.get("is_active")?,
        },
        holder,
        since: row.get("since")?,
        seen_at: row.get("seen_at")?,
    })
}

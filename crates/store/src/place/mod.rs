//! Places: where units can be. A record, journaled as `place.save`. Which unit is where is in custody/.

use crate::error::StoreError;
use crate::sql::{all, count, decode, one, parse, run};
use crate::transact::Tx;
use crate::{Source, station};
use nightbench_domain::code;
use nightbench_domain::id::{CentreCode, PlaceId};
use nightbench_domain::place::{Place, PlaceCode, PlaceKind};
use rusqlite::{Row, named_params};
use uuid::Builder;

/// Adds a place or changes it; journals what changes.
///
/// # Errors
/// When the database refuses, as it does when two places would share a code.
pub fn save(tx: &Tx<'_>, place: &Place) -> Result<(), StoreError> {
    let before = by_id(tx, place.id)?.map(|place| fields(&place)).transpose()?.unwrap_or_default();
    let changed: Vec<_> = fields(place)?.into_iter().filter(|field| !before.contains(field)).collect();
    if changed.is_empty() {
        return Ok(());
    }
    run(
        tx.connection,
        include_str!("save.sql"),
        named_params! {":id": place.id.to_string(), ":code": place.code.as_str(), ":name": place.name,
        ":kind": code(&place.kind), ":is_active": place.is_active,
        ":at": tx.act.map(|act| act.at_ms).unwrap_or_default()},
    )?;
    tx.append("place.save", 1, place.id.uuid(), changed)?;
    Ok(())
}

/// Makes the places every station begins with, where they are missing. A code that somebody gave to another
/// place is left alone.
///
/// # Errors
/// `NotInitialised` before the station has a centre.
pub fn begin(tx: &Tx<'_>) -> Result<(), StoreError> {
    let centre = station::station(tx)?.ok_or(StoreError::NotInitialised)?.centre;
    for (kind, text) in PlaceKind::BEGINNING {
        let id = beginning(&centre, kind)?;
        let Ok(code) = PlaceCode::parse(text) else { continue };
        if by_id(tx, id)?.is_none() && by_code(tx, &code)?.is_none() {
            save(tx, &Place { id, code, name: String::new(), kind, is_active: true })?;
        }
    }
    Ok(())
}

/// The place a station begins with: made from the centre's code, so that all its stations mean the same one.
///
/// # Errors
/// Never in practice; when the kind has no code.
pub fn beginning(centre: &CentreCode, kind: PlaceKind) -> Result<PlaceId, StoreError> {
    let name = format!("{centre} {}", code(&kind));
    let derived = blake3::derive_key("nightbench 2026: entity of a place", name.as_bytes());
    let bytes = std::array::from_fn(|at| derived.get(at).copied().unwrap_or_default());
    Ok(PlaceId::new(Builder::from_custom_bytes(bytes).into_uuid()))
}

/// Every place with how many units of open work orders are there: those in use first, each by code.
///
/// # Errors
/// When the database cannot be read.
pub fn list(source: &impl Source) -> Result<Vec<(Place, u64)>, StoreError> {
    source.read(|connection| {
        all(connection, include_str!("list.sql"), [], |row| Ok((read(row)?, count(row, "units")?)))
    })
}

/// The place of that id, in use or not.
///
/// # Errors
/// When the database cannot be read.
pub fn by_id(source: &impl Source, id: PlaceId) -> Result<Option<Place>, StoreError> {
    let id = id.to_string();
    source.read(|connection| one(connection, include_str!("by_id.sql"), named_params! {":id": id}, read))
}

/// The place of that code, in use or not.
///
/// # Errors
/// When the database cannot be read.
pub fn by_code(source: &impl Source, place: &PlaceCode) -> Result<Option<Place>, StoreError> {
    let params = named_params! {":code": place.as_str()};
    source.read(|connection| one(connection, include_str!("by_code.sql"), params, read))
}

fn fields(place: &Place) -> Result<Vec<(&'static str, crate::journal::New)>, StoreError> {
    Ok(vec![
        ("code", place.code.as_str().into()),
        ("name", place.name.as_str().into()),
        ("kind", code(&place.kind).into()),
        ("is_active", place.is_active.into()),
    ])
}

fn read(row: &Row<'_>) -> Result<Place, StoreError> {
    Ok(Place {
        id: parse(row, "id")?,
        code: decode(row, "code")?,
        name: row.get("name")?,
        kind: decode(row, "kind")?,
        is_active: row.get("is_active")?,
    })
}

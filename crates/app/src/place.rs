//! Places: listed with what is there, added, changed, taken out of use. Moving units is in custody.rs.

use crate::commands::Written;
use crate::error::{AppError, PlaceProblem};
use crate::pin;
use crate::station::App;
use crate::ticket::TicketRow;
use nightbench_domain::id::PlaceId;
use nightbench_domain::place::{Place, PlaceCode, PlaceKind};
use nightbench_domain::serial::SerialNumber;
use nightbench_store::{Tx, custody, intake, place as store, registry, station, ticket};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A place as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlaceRow {
    /// The place.
    pub place: Place,
    /// Units of open work orders there.
    pub units: u64,
}

/// The request of `place_save`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlaceSaveRequest {
    /// Which to change; absent to add one.
    #[serde(default)]
    pub id: Option<PlaceId>,
    /// What its label carries.
    pub code: String,
    /// What people call it, or empty; 60 characters are kept.
    #[serde(default)]
    pub name: String,
    /// What kind of spot it is.
    pub kind: PlaceKind,
    /// Whether units are put there; true when absent.
    #[serde(default = "in_use")]
    pub is_active: bool,
}

/// Names a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlaceRef {
    /// The place.
    pub id: PlaceId,
}

/// A place and the units there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlaceUnits {
    /// The place.
    pub place: Place,
    /// Open work orders whose units are there, nearest limit first.
    pub rows: Vec<TicketRow>,
}

/// The most characters a place's name has.
const NAME_MAX: usize = 60;

pub(crate) fn list(app: &App, (): ()) -> Result<Vec<PlaceRow>, AppError> {
    let places = store::list(&app.store)?;
    Ok(places.into_iter().map(|(place, units)| PlaceRow { place, units }).collect())
}

pub(crate) fn units(app: &App, request: PlaceRef) -> Result<PlaceUnits, AppError> {
    let place = store::by_id(&app.store, request.id)?.ok_or(AppError::NotFound)?;
    let mut rows = Vec::new();
    for (id, _) in custody::at_place(&app.store, request.id)? {
        rows.extend(ticket::by_id(&app.store, id)?);
    }
    Ok(PlaceUnits { place, rows: app.rows(rows)? })
}

pub(crate) fn save(app: &App, request: PlaceSaveRequest) -> Result<Written<PlaceRow>, AppError> {
    let code = PlaceCode::parse(&request.code).map_err(|_| AppError::Place(PlaceProblem::Code))?;
    let id = request.id.unwrap_or_else(|| PlaceId::new(app.ports.ids.uuid()));
    let name = request.name.trim().chars().take(NAME_MAX).collect();
    let place = Place { id, code, name, kind: request.kind, is_active: request.is_active };
    let written = app.write(|tx| {
        let before = store::by_id(tx, id)?;
        if request.id.is_some() && before.is_none() {
            return Err(AppError::NotFound);
        }
        refuse_code(tx, &place, before.as_ref())?;
        refuse_loss(tx, &place)?;
        Ok(store::save(tx, &place)?)
    })?;
    let units = u64::try_from(custody::at_place(&app.store, id)?.len()).unwrap_or(u64::MAX);
    Ok(Written { value: PlaceRow { place, units }, changes: written.changes })
}

/// A scan of the code must mean this place and nothing else.
fn refuse_code(tx: &Tx<'_>, place: &Place, before: Option<&Place>) -> Result<(), AppError> {
    if before.is_some_and(|before| before.code == place.code) {
        return Ok(());
    }
    if store::by_code(tx, &place.code)?.is_some() || pin::badge_owner(tx, place.code.as_str())?.is_some() {
        return Err(AppError::Place(PlaceProblem::CodeTaken));
    }
    let Ok(serial) = SerialNumber::parse(place.code.as_str()) else { return Ok(()) };
    let is_unit = registry::by_serial(tx, &serial)?.is_some() || !intake::by_serial(tx, &serial)?.is_empty();
    if is_unit { Err(AppError::Place(PlaceProblem::CodeSerial)) } else { Ok(()) }
}

/// No unit may be left at a place that is out of use, and received units need the dock.
fn refuse_loss(tx: &Tx<'_>, place: &Place) -> Result<(), AppError> {
    let is_dock = station::station(tx)?
        .map(|station| store::beginning(&station.centre, PlaceKind::Dock))
        .transpose()?
        .is_some_and(|dock| dock == place.id);
    if is_dock && (!place.is_active || place.kind != PlaceKind::Dock) {
        return Err(AppError::Place(PlaceProblem::Needed));
    }
    let units = custody::at_place(tx, place.id)?.len();
    if units > 0 && !place.is_active {
        Err(AppError::Place(PlaceProblem::NotEmpty { units }))
    } else {
        Ok(())
    }
}

const fn in_use() -> bool {
    true
}

//! Stock-take: scan what is there, see what is missing, unexpected, unknown and long unseen. Every scan is stored at
//! once, so a power cut loses none; the lists are worked out anew from custody each time, so a unit that is moved to
//! where it was found counts as found. Finishing keeps the figures.

use crate::commands::Written;
use crate::custody;
use crate::error::{AppError, PlaceProblem};
use crate::station::App;
use crate::ticket::TicketRow;
use chrono::DateTime;
use nightbench_domain::id::{PlaceId, StocktakeId, TicketId};
use nightbench_domain::operation::Value;
use nightbench_domain::place::{Place, UNSEEN_WORKING_DAYS};
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::{SerialNumber, fold};
use nightbench_domain::stocktake::{Counted, counted};
use nightbench_store::stocktake::{self as store, Figures, Scanned, Stocktake};
use nightbench_store::{custody as kept, journal, place, ticket};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// An open stock-take with what it says so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StocktakeSheet {
    /// The stock-take.
    pub stocktake: Stocktake,
    /// What is counted; absent for the whole centre.
    pub place: Option<Place>,
    /// Its figures so far.
    pub figures: Figures,
    /// Units that should be here and were not scanned.
    pub missing: Vec<SheetRow>,
    /// Units scanned here and recorded elsewhere.
    pub unexpected: Vec<SheetRow>,
    /// Codes without an open work order, in the order of their scans.
    pub unknown: Vec<String>,
    /// Of the missing, those nobody had in hand for five working days.
    pub unseen: Vec<SheetRow>,
}

/// A unit in a stock-take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetRow {
    /// Its work order, with the place on record.
    pub row: TicketRow,
    /// Where it was scanned.
    pub stood: Option<Place>,
    /// Working days since somebody had it in hand.
    pub unseen_working_days: u32,
}

/// The request of `stocktake_start`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StocktakeStart {
    /// What to count; absent for the whole centre.
    #[serde(default)]
    pub place: Option<PlaceId>,
}

/// The request of `stocktake_scan` and `stocktake_unscan`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StocktakeScan {
    /// What was scanned.
    pub text: String,
    /// Where the counter stands; the place that is counted when absent.
    #[serde(default)]
    pub place: Option<PlaceId>,
}

/// Names a finished stock-take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StocktakeRef {
    /// The stock-take.
    pub id: StocktakeId,
}

/// What one scan said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StocktakeLine {
    /// The serial, or what was scanned.
    pub code: String,
    /// What it means.
    pub counted: Counted,
    /// Its open work order, with the place on record.
    pub row: Option<TicketRow>,
}

/// How many finished stock-takes are shown.
const ENDED: u32 = 50;

pub(crate) fn get(app: &App, (): ()) -> Result<Option<StocktakeSheet>, AppError> {
    store::open(&app.store)?.map(|open| sheet(app, open)).transpose()
}

pub(crate) fn list(app: &App, (): ()) -> Result<Vec<Stocktake>, AppError> {
    Ok(store::ended(&app.store, ENDED)?)
}

/// The work orders whose units a finished stock-take did not find, as they stand now.
pub(crate) fn missing(app: &App, request: StocktakeRef) -> Result<Vec<TicketRow>, AppError> {
    let entries = journal::timeline(&app.store, request.id.uuid())?;
    let finish = entries.iter().rfind(|entry| entry.operation.kind == "stocktake.finish");
    let fields = finish.ok_or(AppError::NotFound)?.operation.fields.iter();
    let ids = fields.filter(|field| field.name == "missing_tickets").find_map(|field| match &field.value {
        Value::List(ids) => Some(ids.as_slice()),
        _ => None,
    });
    let mut rows = Vec::new();
    for id in ids.unwrap_or_default() {
        let Value::Text(id) = id else { continue };
        let Ok(id) = id.parse() else { continue };
        rows.extend(ticket::by_id(&app.store, id)?);
    }
    app.rows(rows)
}

pub(crate) fn start(app: &App, request: StocktakeStart) -> Result<Written<Option<StocktakeSheet>>, AppError> {
    if let Some(id) = request.place {
        place::by_id(&app.store, id)?
            .filter(|place| place.is_active)
            .ok_or(AppError::Place(PlaceProblem::Gone))?;
    }
    let (id, by, at_ms) = (StocktakeId::new(app.ports.ids.uuid()), app.actor()?, app.now_ms());
    let written = app.write_local(|tx| {
        if store::open(tx)?.is_some() {
            return Err(PlaceProblem::StocktakeOpen.into());
        }
        Ok(store::begin(tx, id, request.place, &by, at_ms)?)
    })?;
    Ok(Written { value: get(app, ())?, changes: written.changes })
}

pub(crate) fn scan(app: &App, request: StocktakeScan) -> Result<Written<StocktakeLine>, AppError> {
    let open = store::open(&app.store)?.ok_or(PlaceProblem::NoStocktake)?;
    let stood = open.place.or(request.place);
    let found = unit(app, &request.text)?;
    let code = found.as_ref().map_or_else(|| fold(&request.text), |row| row.serial.to_string());
    if code.is_empty() {
        return Err(AppError::NotFound);
    }
    let ticket = found.as_ref().map(|row| row.id);
    let scanned = Scanned { code: code.clone(), ticket, place: stood, at_ms: app.now_ms() };
    let written = app.write_local(|tx| Ok(store::scan(tx, open.id, &scanned)?))?;
    let stood = stood.map(|id| place::by_id(&app.store, id)).transpose()?.flatten();
    let row = found.map(|row| app.row(row)).transpose()?;
    let recorded = row.as_ref().and_then(|row| row.custody.as_ref()).map(|custody| &custody.place);
    let value = StocktakeLine { code, counted: counted(recorded, stood.as_ref()), row };
    Ok(Written { value, changes: written.changes })
}

pub(crate) fn unscan(app: &App, request: StocktakeScan) -> Result<Written<Option<StocktakeSheet>>, AppError> {
    let open = store::open(&app.store)?.ok_or(PlaceProblem::NoStocktake)?;
    let written = app.write_local(|tx| Ok(store::unscan(tx, open.id, &fold(&request.text))?))?;
    Ok(Written { value: get(app, ())?, changes: written.changes })
}

/// Ends the stock-take as a record; what was scanned was had in hand.
pub(crate) fn finish(app: &App, (): ()) -> Result<Written<Vec<Stocktake>>, AppError> {
    let sheet = get(app, ())?.ok_or(PlaceProblem::NoStocktake)?;
    let missing: Vec<TicketId> = sheet.missing.iter().map(|unit| unit.row.id).collect();
    let written = app.write(|tx| {
        store::finish(tx, &sheet.stocktake, sheet.figures, &missing)?;
        for scanned in store::scans(tx, sheet.stocktake.id)? {
            if let Some(ticket) = scanned.ticket {
                kept::seen(tx, ticket, scanned.at_ms)?;
            }
        }
        Ok(())
    })?;
    Ok(Written { value: list(app, ())?, changes: written.changes })
}

pub(crate) fn drop_open(app: &App, (): ()) -> Result<Written<Option<StocktakeSheet>>, AppError> {
    let open = store::open(&app.store)?.ok_or(PlaceProblem::NoStocktake)?;
    let written = app.write_local(|tx| Ok(store::drop_open(tx, open.id, app.now_ms())?))?;
    Ok(Written { value: get(app, ())?, changes: written.changes })
}

/// The open work order that a scanned number or serial means.
fn unit(app: &App, text: &str) -> Result<Option<ticket::TicketRow>, AppError> {
    if let Ok(rma) = RmaNumber::parse(text.trim()) {
        return Ok(ticket::by_rma(&app.store, &rma)?.filter(|row| row.is_open));
    }
    match SerialNumber::parse(text) {
        Ok(serial) => Ok(ticket::open_by_serial(&app.store, &serial)?),
        Err(_) => Ok(None),
    }
}

fn sheet(app: &App, stocktake: Stocktake) -> Result<StocktakeSheet, AppError> {
    let places: BTreeMap<PlaceId, Place> =
        place::list(&app.store)?.into_iter().map(|(place, _)| (place.id, place)).collect();
    let stood = |scanned: &Scanned| scanned.place.and_then(|id| places.get(&id).cloned());
    let mut sheet = StocktakeSheet {
        place: stocktake.place.and_then(|id| places.get(&id).cloned()),
        figures: Figures::default(),
        missing: Vec::new(),
        unexpected: Vec::new(),
        unknown: Vec::new(),
        unseen: Vec::new(),
        stocktake,
    };
    let mut scanned_tickets = BTreeSet::new();
    for scanned in store::scans(&app.store, sheet.stocktake.id)? {
        let row = scanned.ticket.map(|id| ticket::by_id(&app.store, id)).transpose()?.flatten();
        let row = row.filter(|row| row.is_open);
        let now = row.as_ref().map(|row| custody::now_of(app, row)).transpose()?.flatten();
        let stood = stood(&scanned);
        scanned_tickets.extend(scanned.ticket);
        match (counted(now.as_ref().map(|now| &now.place), stood.as_ref()), row) {
            (Counted::Found, _) => sheet.figures.found += 1,
            (Counted::Unexpected, Some(row)) => sheet.unexpected.push(unseen(app, row, stood)?),
            (Counted::Unexpected | Counted::Unknown, _) => sheet.unknown.push(scanned.code),
        }
    }
    let counts = |place: &&Place| sheet.stocktake.place.map_or(place.kind.is_here(), |id| id == place.id);
    let counted_places: Vec<PlaceId> = places.values().filter(counts).map(|place| place.id).collect();
    for id in counted_places {
        for (ticket, _) in kept::at_place(&app.store, id)? {
            if !scanned_tickets.contains(&ticket)
                && let Some(row) = ticket::by_id(&app.store, ticket)?
            {
                sheet.missing.push(unseen(app, row, None)?);
            }
        }
    }
    let is_unseen = |unit: &&SheetRow| unit.unseen_working_days >= UNSEEN_WORKING_DAYS;
    sheet.unseen = sheet.missing.iter().filter(is_unseen).cloned().collect();
    let number = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
    sheet.figures.missing = number(sheet.missing.len());
    sheet.figures.unexpected = number(sheet.unexpected.len());
    sheet.figures.unknown = number(sheet.unknown.len());
    Ok(sheet)
}

fn unseen(app: &App, row: ticket::TicketRow, stood: Option<Place>) -> Result<SheetRow, AppError> {
    let opened_at = row.opened_at;
    let row = app.row(row)?;
    let seen_at = row.custody.as_ref().map_or(opened_at, |custody| custody.seen_at);
    let seen_on =
        DateTime::from_timestamp_millis(seen_at).unwrap_or_default().with_timezone(&app.zone()?).date_naive();
    let unseen_working_days = app.calendar(None)?.working_days_between(seen_on, app.today()?);
    Ok(SheetRow { row, stood, unseen_working_days })
}

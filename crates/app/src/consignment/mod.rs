//! Parcels: received by their waybill, opened unit by unit, closed with what differs. A parcel's day starts the clock of
//! every unit in it before it is opened; what its units have in common is asked once. How a unit of it is taken out and
//! checked in is in unit.rs; the check-in itself is the intake's.

mod damage;
mod receipt;
mod row;
mod unit;

pub use damage::ConsignmentDamageRequest;
pub(crate) use damage::{damage, damage_of, tell};
pub(crate) use receipt::{of_paper, receipt};
pub(crate) use row::of as row;
pub use row::{ConsignmentLine, ConsignmentRow};
pub use unit::{ConsignmentUnit, ConsignmentUnitRef, ConsignmentUnitRequest, UnitOutcome};
pub(crate) use unit::{follow, remove, took, unit};

use crate::attachment::{self, Attachment, Owner};
use crate::commands::Written;
use crate::customer::on_record as customer_on_record;
use crate::draft::IntakeDraft;
use crate::error::AppError;
use crate::form::{self, Paper};
use crate::station::App;
use crate::ticket::{TimelineEntry, timeline};
use chrono::NaiveDate;
use nightbench_domain::consignment::{Announced, Consignment, Freight, Line, announced_in};
use nightbench_domain::customer::Customer;
use nightbench_domain::id::{ConsignmentId, ConsignmentLineId};
use nightbench_domain::intake::{Channel, Conflict};
use nightbench_domain::party::Parties;
use nightbench_domain::waybill::{Carrier, Waybill};
use nightbench_store::consignment::{self as store, After, KnownConsignment, KnownLine, NewLine};
use nightbench_store::{Source, StoreError, Tx, journal};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The request of `consignment_receive`: the parcel as the carrier hands it over. Only the day is needed, and it is
/// today's when nothing else is said.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ConsignmentReceive {
    /// The carrier's number as scanned or typed; empty when it came without one.
    pub waybill: String,
    /// Who brought it; by the shape of the waybill when absent.
    pub carrier: Option<Carrier>,
    /// The day of our signature, when it was not today.
    pub received_on: Option<NaiveDate>,
    /// How many cartons the carrier's papers name.
    pub cartons_announced: Option<u32>,
    /// How many cartons were handed over.
    pub cartons_counted: Option<u32>,
    /// How many units were announced.
    pub units_announced: Option<u32>,
    /// Who paid the carrier.
    pub freight: Option<Freight>,
    /// What is wrong with the cartons.
    pub damage: String,
    /// Anything else.
    pub note: String,
}

/// A parcel that was received, now or before.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ConsignmentReceived {
    /// Whether it was recorded just now; a waybill that is on record opens the same parcel.
    pub is_new: bool,
    /// The parcel.
    pub consignment: ConsignmentLife,
}

/// Names a parcel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConsignmentRef {
    /// The parcel.
    pub id: ConsignmentId,
}

/// The request of `consignment_amend`: the parcel as it should read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConsignmentAmend {
    /// The parcel.
    pub id: ConsignmentId,
    /// All of what is recorded of it.
    pub consignment: Consignment,
}

/// The request of `consignment_list`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ConsignmentListRequest {
    /// Only those that are not closed, the longest here first; else all, newest first.
    pub open: bool,
    /// A part of the waybill, the sender or the dealer; then all are searched. Empty for all.
    pub text: String,
    /// The `next` of the page before.
    pub after: Option<String>,
    /// At most this many rows; 100 when absent, never more than 500.
    pub limit: Option<u32>,
}

/// A page of parcels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ConsignmentPage {
    /// The rows.
    pub rows: Vec<ConsignmentRow>,
    /// Where the next page starts, absent on the last.
    pub next: Option<String>,
}

/// The request of `consignment_announce`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConsignmentAnnounce {
    /// The parcel.
    pub id: ConsignmentId,
    /// The sender's list as it was pasted: one unit a line, serial and model; or `NV-640 x 10`.
    pub text: String,
}

/// The request of `consignment_share`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConsignmentShare {
    /// The parcel.
    pub id: ConsignmentId,
    /// What its units have in common, as an intake without its unit. Units that are begun already keep what they have.
    pub shared: Box<IntakeDraft>,
}

/// The request of `consignment_close`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConsignmentClose {
    /// The parcel.
    pub id: ConsignmentId,
    /// Close it although units of it are not checked in.
    #[serde(default)]
    pub anyway: bool,
}

/// Everything about one parcel.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ConsignmentLife {
    /// The row lists show.
    pub row: ConsignmentRow,
    /// What was recorded of it.
    pub consignment: Consignment,
    /// What its units have in common, as an intake without its unit; the customer is the sender.
    pub shared: IntakeDraft,
    /// Its units: as announced, then as they came out.
    pub lines: Vec<ConsignmentLine>,
    /// Photos of the cartons and what is in them.
    pub attachments: Vec<Attachment>,
    /// Papers, newest first.
    pub papers: Vec<Paper>,
    /// What happened, newest first; empty when an entry of the journal does not hold, which the doctor tells.
    pub timeline: Vec<TimelineEntry>,
}

pub(crate) fn receive(
    app: &App,
    request: ConsignmentReceive,
) -> Result<Written<ConsignmentReceived>, AppError> {
    let today = app.today()?;
    let waybill = match request.waybill.trim() {
        "" => None,
        text => Some(Waybill::parse(text).map_err(AppError::Waybill)?),
    };
    if let Some(waybill) = &waybill
        && let Some(known) = store::by_waybill(&app.store, waybill)?
    {
        let value = ConsignmentReceived { is_new: false, consignment: life(app, known.id)? };
        return Ok(Written { value, changes: nightbench_store::Changes::default() });
    }
    let consignment = Consignment {
        carrier: request.carrier.or_else(|| waybill.as_ref().and_then(Waybill::suggested_carrier)),
        waybill,
        received_on: request.received_on.unwrap_or(today),
        cartons_announced: request.cartons_announced,
        cartons_counted: request.cartons_counted,
        units_announced: request.units_announced,
        freight: request.freight,
        damage: request.damage.trim().to_owned(),
        note: request.note.trim().to_owned(),
    };
    sound(&consignment, today)?;
    let id = ConsignmentId::new(app.ports.ids.uuid());
    let written = app.write(|tx| Ok(store::receive(tx, id, &consignment)?))?;
    let value = ConsignmentReceived { is_new: true, consignment: life(app, id)? };
    Ok(Written { value, changes: written.changes })
}

/// Corrects a parcel. Its day stands once a unit of it is checked in: that unit's clock was started by it.
pub(crate) fn amend(app: &App, request: ConsignmentAmend) -> Result<Written<ConsignmentLife>, AppError> {
    sound(&request.consignment, app.today()?)?;
    if let Some(waybill) = &request.consignment.waybill
        && store::by_waybill(&app.store, waybill)?.is_some_and(|other| other.id != request.id)
    {
        return Err(AppError::WaybillTaken { waybill: waybill.clone() });
    }
    changed(app, request.id, |tx| {
        let before = known(tx, request.id)?;
        if before.received > 0 && before.consignment.received_on != request.consignment.received_on {
            return Err(AppError::ConsignmentBegun);
        }
        Ok(store::amend(tx, request.id, &request.consignment)?)
    })
}

pub(crate) fn list(app: &App, request: ConsignmentListRequest) -> Result<ConsignmentPage, AppError> {
    if request.open && request.text.trim().is_empty() {
        return Ok(ConsignmentPage { rows: open(app)?, next: None });
    }
    let rows_max = request.limit.unwrap_or(crate::ticket::ROWS).clamp(1, crate::ticket::ROWS_MAX);
    let after: Option<After> =
        request.after.as_deref().map(serde_json::from_str).transpose().map_err(AppError::BadRequest)?;
    let found = store::page(&app.store, &request.text, after.as_ref(), rows_max)?;
    let is_full = found.len() == usize::try_from(rows_max).unwrap_or(usize::MAX);
    let next =
        found.last().filter(|_| is_full).map(|last| After { received_at: last.received_at, id: last.id });
    let next = next.map(|next| serde_json::to_string(&next)).transpose().map_err(AppError::BadRequest)?;
    Ok(ConsignmentPage { rows: found.iter().map(|known| row(app, known)).collect::<Result<_, _>>()?, next })
}

pub(crate) fn get(app: &App, request: ConsignmentRef) -> Result<ConsignmentLife, AppError> {
    life(app, request.id)
}

/// Adds the sender's list. A unit that came out before its list was read is announced by it.
pub(crate) fn announce(
    app: &App,
    request: ConsignmentAnnounce,
) -> Result<Written<ConsignmentLife>, AppError> {
    let announced = announced_in(&request.text);
    if announced.is_empty() {
        return Err(AppError::NothingAnnounced);
    }
    changed(app, request.id, |tx| {
        let before = open_one(tx, request.id)?;
        let mut lines = store::lines(tx, before.id)?;
        tx.append(
            "consignment.announce",
            1,
            before.id.uuid(),
            vec![("units_listed", i64::try_from(announced.len()).unwrap_or(i64::MAX).into())],
        )?;
        for unit in announced {
            announce_one(app, tx, before.id, &mut lines, unit)?;
        }
        Ok(())
    })
}

fn announce_one(
    app: &App,
    tx: &Tx<'_>,
    id: ConsignmentId,
    lines: &mut Vec<KnownLine>,
    unit: Announced,
) -> Result<(), AppError> {
    let same = lines.iter_mut().find(|known| unit.serial.is_some() && known.line.serial == unit.serial);
    if let Some(known) = same {
        if !known.line.is_announced {
            known.line.is_announced = true;
            store::set_line(tx, id, known)?;
        }
        return Ok(());
    }
    let model = match &unit.serial {
        Some(serial) if unit.model.is_empty() => {
            nightbench_store::registry::by_serial(tx, serial)?.map(|sale| sale.model).unwrap_or_default()
        }
        Some(_) | None => unit.model,
    };
    let new = NewLine {
        id: ConsignmentLineId::new(app.ports.ids.uuid()),
        place: next_place(lines),
        line: Line { serial: unit.serial, model, is_announced: true, is_here: false, damage: String::new() },
        draft: None,
    };
    lines.push(store::add_line(tx, id, new)?);
    Ok(())
}

pub(crate) fn share(app: &App, request: ConsignmentShare) -> Result<Written<ConsignmentLife>, AppError> {
    let sender = request.shared.customer.clone();
    let shared = serde_json::to_value(without_unit(*request.shared)).map_err(AppError::BadRequest)?;
    changed(app, request.id, |tx| {
        let customer = if sender.name.reveal().trim().is_empty() {
            None
        } else {
            Some(customer_on_record(app, tx, &sender)?)
        };
        Ok(store::share(tx, request.id, customer, &shared)?)
    })
}

pub(crate) fn close(app: &App, request: ConsignmentClose) -> Result<Written<ConsignmentLife>, AppError> {
    changed(app, request.id, |tx| {
        let before = open_one(tx, request.id)?;
        let begun = before.tally.here.saturating_sub(before.received);
        if !request.anyway && (begun > 0 || before.tally.here == 0) {
            return Err(AppError::ConsignmentUnopened { count: begun });
        }
        Ok(store::close(tx, request.id, app.now_ms())?)
    })
}

pub(crate) fn reopen(app: &App, request: ConsignmentRef) -> Result<Written<ConsignmentLife>, AppError> {
    changed(app, request.id, |tx| {
        if known(tx, request.id)?.closed_at.is_none() {
            return Ok(());
        }
        Ok(store::reopen(tx, request.id)?)
    })
}

/// The parcels that are not closed, the longest here first.
pub(crate) fn open(app: &App) -> Result<Vec<ConsignmentRow>, AppError> {
    store::open(&app.store)?.iter().map(|known| row(app, known)).collect()
}

/// How many units are here and not checked in.
pub(crate) fn waiting(app: &App) -> Result<u64, AppError> {
    let of_open: u64 = store::open(&app.store)?
        .iter()
        .map(|known| u64::from(known.tally.waiting(known.received, true)))
        .sum();
    Ok(of_open + store::left_over(&app.store)?)
}

/// The check-in of a unit of a parcel takes its day from the parcel unless another was stated.
pub(crate) fn dated(app: &App, draft: IntakeDraft) -> Result<IntakeDraft, AppError> {
    let (Some(id), None) = (draft.consignment, draft.received_on) else { return Ok(draft) };
    let day = store::by_id(&app.store, id)?.map(|known| known.consignment.received_on);
    Ok(IntakeDraft { received_on: day, ..draft })
}

/// A stated day that is not the parcel's contradicts it: the unit cannot have come on another day than its parcel.
pub(crate) fn conflict(
    source: &impl Source,
    consignment: Option<ConsignmentId>,
    received_on: Option<NaiveDate>,
) -> Result<Option<Conflict>, AppError> {
    let (Some(id), Some(stated)) = (consignment, received_on) else { return Ok(None) };
    let day = store::by_id(source, id)?.map(|known| known.consignment.received_on);
    let differs = day.filter(|day| *day != stated);
    Ok(differs.map(|day| Conflict::Consignment { consignment: day.to_string(), intake: stated.to_string() }))
}

fn sound(consignment: &Consignment, today: NaiveDate) -> Result<(), AppError> {
    consignment.problem(today).map_or(Ok(()), |problem| Err(AppError::Consignment(problem)))
}

/// Writes to one parcel and answers with the whole of it.
fn changed(
    app: &App,
    id: ConsignmentId,
    write: impl FnOnce(&Tx<'_>) -> Result<(), AppError>,
) -> Result<Written<ConsignmentLife>, AppError> {
    let written = app.write(write)?;
    Ok(Written { value: life(app, id)?, changes: written.changes })
}

fn known(source: &impl Source, id: ConsignmentId) -> Result<KnownConsignment, AppError> {
    store::by_id(source, id)?.ok_or(AppError::NotFound)
}

fn open_one(source: &impl Source, id: ConsignmentId) -> Result<KnownConsignment, AppError> {
    let found = known(source, id)?;
    if found.closed_at.is_some() { Err(AppError::ConsignmentClosed) } else { Ok(found) }
}

fn next_place(lines: &[KnownLine]) -> u32 {
    lines.iter().map(|line| line.place + 1).max().unwrap_or_default()
}

pub(crate) fn life(app: &App, id: ConsignmentId) -> Result<ConsignmentLife, AppError> {
    let found = known(&app.store, id)?;
    let lines = store::lines(&app.store, id)?;
    let entries = match journal::timeline(&app.store, id.uuid()) {
        Err(StoreError::Damaged { .. }) => Vec::new(),
        read => read?,
    };
    Ok(ConsignmentLife {
        row: row(app, &found)?,
        lines: row::lines(app, &found, lines)?,
        shared: shared(&found)?,
        consignment: found.consignment,
        attachments: attachment::list(app, Owner::Consignment { id })?,
        papers: form::papers_of_consignment(app, id)?,
        timeline: timeline(app, entries)?,
    })
}

/// What the units of a parcel have in common, with the sender as their customer. A record that another version wrote
/// and this one cannot read shares nothing: it is asked again, never guessed.
fn shared(known: &KnownConsignment) -> Result<IntakeDraft, AppError> {
    let draft: IntakeDraft = serde_json::from_value(known.shared.clone()).unwrap_or_default();
    // What came in a parcel came by courier, unless somebody said otherwise.
    let is_unsaid = known.shared.as_object().is_none_or(serde_json::Map::is_empty);
    let channel = if is_unsaid { Some(Channel::Courier) } else { draft.channel };
    Ok(IntakeDraft {
        customer: known.sender_card.clone(),
        received_on: Some(known.consignment.received_on),
        consignment: Some(known.id),
        channel,
        ..draft
    })
}

/// An intake without its unit and without names: what may be kept as common to many.
fn without_unit(draft: IntakeDraft) -> IntakeDraft {
    IntakeDraft {
        serial: String::new(),
        model: String::new(),
        product_class: None,
        customer: Customer::default(),
        received_on: None,
        consignment: None,
        accessories: Vec::new(),
        condition: String::new(),
        no_serial: false,
        label: None,
        parties: Parties::default(),
        damage: None,
        late_entry: None,
        ..draft
    }
}

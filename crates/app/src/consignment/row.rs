//! A parcel and its units as lists show them: counted, dated, with the day each stands at today.

use crate::error::AppError;
use crate::station::App;
use crate::ticket::{TicketRow, TicketState};
use chrono::NaiveDate;
use nightbench_domain::consignment::{LineState, Tally};
use nightbench_domain::cycle::{Cycle, CycleState};
use nightbench_domain::id::{ConsignmentId, ConsignmentLineId, DraftId};
use nightbench_domain::pii::Pii;
use nightbench_domain::serial::SerialNumber;
use nightbench_domain::waybill::{Carrier, Waybill};
use nightbench_store::consignment::{KnownConsignment, KnownLine};
use nightbench_store::{draft, ticket};
use serde::Serialize;
use ts_rs::TS;

/// A parcel as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ConsignmentRow {
    /// Its identity.
    pub id: ConsignmentId,
    /// The carrier's number; absent when it came without one.
    pub waybill: Option<Waybill>,
    /// Who brought it.
    pub carrier: Option<Carrier>,
    /// The sender's name, or empty.
    pub sender: Pii<String>,
    /// The dealer who sent it, or empty.
    pub dealer: String,
    /// Day 0 of every unit in it.
    pub received_on: NaiveDate,
    /// When it was recorded, milliseconds since 1970 UTC.
    pub received_at: i64,
    /// Where its units stand today, opened or not; done when it is closed.
    pub state: TicketState,
    /// Working days since receipt, today's included.
    pub elapsed_working_days: u32,
    /// When it was closed, milliseconds since 1970 UTC; absent while it is open.
    pub closed_at: Option<i64>,
    /// Its units, counted.
    pub tally: Tally,
    /// How many of them are checked in.
    pub received: u32,
    /// How many of them wait for it.
    pub waiting: u32,
    /// Whether cartons or units of it were damaged on the way.
    pub is_damaged: bool,
}

/// A unit of a parcel as the parcel's page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ConsignmentLine {
    /// Its identity.
    pub id: ConsignmentLineId,
    /// Its serial, once it is known.
    pub serial: Option<SerialNumber>,
    /// Its model, or empty.
    pub model: String,
    /// What became of it.
    pub state: LineState,
    /// What the transport did to it, or empty.
    pub damage: String,
    /// The check-in that was begun for it and is not finished.
    pub draft: Option<DraftId>,
    /// Its work order, once it is checked in.
    pub ticket: Option<TicketRow>,
}

pub(crate) fn of(app: &App, known: &KnownConsignment) -> Result<ConsignmentRow, AppError> {
    let (today, calendar) = (app.today()?, app.calendar(None)?);
    let received_on = known.consignment.received_on;
    let is_open = known.closed_at.is_none();
    let state = match (is_open, Cycle::of(&calendar, received_on).state(today)) {
        (false, _) => TicketState::Done,
        (true, CycleState::OnTime) => TicketState::OnTime,
        (true, CycleState::Due) => TicketState::Due,
        (true, CycleState::Overdue) => TicketState::Overdue,
    };
    let dealer = known.shared.get("dealer").and_then(serde_json::Value::as_str).unwrap_or_default();
    Ok(ConsignmentRow {
        id: known.id,
        waybill: known.consignment.waybill.clone(),
        carrier: known.consignment.carrier,
        sender: known.sender_card.name.clone(),
        dealer: dealer.to_owned(),
        received_on,
        received_at: known.received_at,
        state,
        elapsed_working_days: calendar.working_days_between(received_on, today),
        closed_at: known.closed_at,
        tally: known.tally,
        received: known.received,
        waiting: known.tally.waiting(known.received, is_open),
        is_damaged: known.tally.damaged > 0 || !known.consignment.damage.is_empty(),
    })
}

pub(super) fn lines(
    app: &App,
    parcel: &KnownConsignment,
    lines: Vec<KnownLine>,
) -> Result<Vec<ConsignmentLine>, AppError> {
    let has_list = lines.iter().any(|known| known.line.is_announced);
    let is_open = parcel.closed_at.is_none();
    lines.into_iter().map(|known| line(app, known, has_list, is_open)).collect()
}

pub(super) fn line(
    app: &App,
    known: KnownLine,
    has_list: bool,
    is_open: bool,
) -> Result<ConsignmentLine, AppError> {
    let ticket = known.ticket.map(|id| ticket::by_id(&app.store, id)).transpose()?.flatten();
    let draft = match known.draft {
        Some(id) => draft::by_id(&app.store, id)?.filter(|draft| draft.discarded_at.is_none()),
        None => None,
    };
    Ok(ConsignmentLine {
        id: known.id,
        state: known.line.state(has_list, is_open),
        serial: known.line.serial,
        model: known.line.model,
        damage: known.line.damage,
        draft: draft.map(|draft| draft.id),
        ticket: ticket.map(|row| app.row(row)).transpose()?,
    })
}

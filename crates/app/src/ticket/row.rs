//! A work order as lists show it: put together from its row in the store, where the unit is, what it waits for and the day.
//! Every list and every scan answers with it.

use crate::custody;
use crate::error::AppError;
use crate::handover;
use crate::part_line::{self, PartsExpected};
use crate::station::App;
use chrono::NaiveDate;
use nightbench_calendar::{Calendar, CalendarStatus};
use nightbench_domain::cycle::{Cycle, CycleState};
use nightbench_domain::damage::DamagePlace;
use nightbench_domain::id::TicketId;
use nightbench_domain::next::Next;
use nightbench_domain::pii::Pii;
use nightbench_domain::resolution::Resolution;
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::SerialNumber;
use nightbench_domain::ticket::Status;
use nightbench_domain::unit::ProductClass;
use nightbench_store::custody::{Custody, Holder};
use nightbench_store::line;
use nightbench_store::ticket as store;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a work order stands in its cycle of 10 to 20 working days (3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TicketState {
    /// Up to day 10.
    OnTime,
    /// Day 11 to day 20.
    Due,
    /// Past day 20.
    Overdue,
    /// The unit is no longer here.
    Done,
}

/// How far a record has travelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SyncState {
    /// Saved on this computer, which has no line to HQ set up.
    Local,
    /// Saved here, to be sent.
    Waiting,
    /// HQ has it.
    Synced,
    /// A person must look at it.
    Review,
}

/// A work order as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TicketRow {
    /// Its identity.
    pub id: TicketId,
    /// Its number.
    pub rma: RmaNumber,
    /// The unit.
    pub serial: SerialNumber,
    /// The unit's model.
    pub model: String,
    /// The unit's class.
    pub product_class: ProductClass,
    /// The customer's name.
    pub customer: Pii<String>,
    /// The dealer, or empty.
    pub dealer: String,
    /// How far the work is.
    pub status: Status,
    /// Day 0.
    pub received_on: NaiveDate,
    /// Day 10.
    pub target_on: NaiveDate,
    /// Day 20.
    pub limit_on: NaiveDate,
    /// Whether a counted day is not published yet.
    pub calendar_status: CalendarStatus,
    /// Where it stands today.
    pub state: TicketState,
    /// The day it was handed over, if it was: the end of its cycle (3.1).
    pub handed_over_on: Option<NaiveDate>,
    /// Working days since receipt, today's included; those up to the hand-over once it was handed over.
    pub elapsed_working_days: u32,
    /// Why it was cancelled; empty when it is not.
    pub cancel_reason: String,
    /// Damage in transit or in our hands.
    pub damage: Option<DamagePlace>,
    /// Whether it was typed after the fact, from a form filled by hand.
    pub late_entry: bool,
    /// Whether the unit is our own: the work order is an internal one.
    pub owned_by_us: bool,
    /// Whether the paper form is still to be obtained (4.2).
    pub form_owed: bool,
    /// How far the record has travelled.
    pub sync: SyncState,
    /// Where the unit is and who has it; absent once it is no longer here.
    pub custody: Option<Custody>,
    /// Who it is assigned to.
    pub owner: Option<Holder>,
    /// When the parts come that it waits for; absent while it waits for none.
    pub parts: Option<PartsExpected>,
    /// What was decided for the customer.
    pub resolution: Option<Resolution>,
    /// What moves it on and whose move that is, as far as status and resolution say.
    pub next: Option<Next>,
}

impl TicketRow {
    pub(crate) fn of(
        row: store::TicketRow,
        custody: Option<Custody>,
        parts: Option<PartsExpected>,
        sync: SyncState,
        handed_over_on: Option<NaiveDate>,
        calendar: &Calendar,
        today: NaiveDate,
    ) -> Self {
        let cycle = Cycle {
            target_on: row.cycle.target_on,
            limit_on: row.cycle.limit_on,
            calendar_status: row.cycle.calendar_status,
        };
        let state = match (row.is_open, cycle.state(today)) {
            (false, _) => TicketState::Done,
            (true, CycleState::OnTime) => TicketState::OnTime,
            (true, CycleState::Due) => TicketState::Due,
            (true, CycleState::Overdue) => TicketState::Overdue,
        };
        Self {
            id: row.id,
            rma: row.rma,
            serial: row.serial,
            model: row.model,
            product_class: row.product_class,
            customer: row.customer_name,
            dealer: row.dealer,
            status: row.status,
            received_on: row.received_on,
            target_on: cycle.target_on,
            limit_on: cycle.limit_on,
            calendar_status: cycle.calendar_status,
            state,
            handed_over_on,
            elapsed_working_days: calendar
                .working_days_between(row.received_on, handed_over_on.unwrap_or(today)),
            cancel_reason: row.cancel_reason,
            damage: row.damage,
            late_entry: row.is_late_entry,
            owned_by_us: row.owned_by_us,
            form_owed: row.is_form_owed && row.is_open,
            sync,
            custody,
            owner: row.owner,
            parts,
            resolution: row.resolution,
            next: Next::by_status(row.status, row.resolution),
        }
    }
}

/// How far a work order has travelled, with everything that belongs to it.
fn sync_state(app: &App, id: TicketId) -> Result<SyncState, AppError> {
    if !line::is_enrolled(&app.store)? {
        return Ok(SyncState::Local);
    }
    Ok(match line::of_record(&app.store, id.uuid())? {
        (_, true) => SyncState::Review,
        (true, false) => SyncState::Waiting,
        (false, false) => SyncState::Synced,
    })
}

impl App {
    /// Rows as they stand today.
    pub(crate) fn rows(&self, rows: Vec<store::TicketRow>) -> Result<Vec<TicketRow>, AppError> {
        let (today, calendar) = (self.today()?, self.calendar(None)?);
        rows.into_iter().map(|row| self.shown(row, &calendar, today)).collect()
    }

    /// One row as it stands today.
    pub(crate) fn row(&self, row: store::TicketRow) -> Result<TicketRow, AppError> {
        self.shown(row, &*self.calendar(None)?, self.today()?)
    }

    fn shown(
        &self,
        row: store::TicketRow,
        calendar: &Calendar,
        today: NaiveDate,
    ) -> Result<TicketRow, AppError> {
        let custody = custody::now_of(self, &row)?;
        let parts = part_line::expected(&self.store, &row, today)?;
        let handed_over_on = handover::day_of(self, &row)?;
        let sync = sync_state(self, row.id)?;
        Ok(TicketRow::of(row, custody, parts, sync, handed_over_on, calendar, today))
    }
}

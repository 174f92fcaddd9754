//! How the dates of a work order came about: its two clocks and every day of them, from the history of its statuses.

use crate::error::AppError;
use crate::station::App;
use crate::ticket::TicketRef;
use chrono::NaiveDate;
use nightbench_domain::clock::{Clock, ClockDay, Wait};
use nightbench_domain::cycle::Cycle;
use nightbench_domain::id::TicketId;
use nightbench_domain::operation::Value;
use nightbench_domain::ticket::Status;
use nightbench_store::{StoreError, intake, journal, ticket};
use serde::Serialize;
use ts_rs::TS;

/// The clocks of a work order, day by day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TicketClock {
    /// Country of the calendar it is counted by.
    pub country: String,
    /// Day 0.
    pub received_on: NaiveDate,
    /// Day 10 and day 20.
    pub cycle: Cycle,
    /// The day up to which is counted: today, or that of the hand-over.
    pub until: NaiveDate,
    /// Both counts.
    pub clock: Clock,
    /// Every stretch of waiting.
    pub waits: Vec<Wait>,
    /// Every day from receipt to day 20, or to today where that is later.
    pub days: Vec<ClockDay>,
}

pub(crate) fn of_ticket(app: &App, request: TicketRef) -> Result<TicketClock, AppError> {
    let row = ticket::by_id(&app.store, request.id)?.ok_or(AppError::NotFound)?;
    let record = intake::by_id(&app.store, request.id)?.ok_or(AppError::NotFound)?;
    let calendar = app.calendar(record.intake.calendar.as_deref())?;
    let received_on = record.intake.received_on;
    let history = history(app, request.id)?;
    let ended = history.iter().find(|(_, status)| !status.is_open()).map(|(day, _)| *day);
    let until = crate::handover::day_of(app, &row)?.or(ended).unwrap_or(app.today()?);
    let waits = Wait::of(&history);
    Ok(TicketClock {
        country: calendar.country().to_owned(),
        received_on,
        cycle: Cycle {
            target_on: row.cycle.target_on,
            limit_on: row.cycle.limit_on,
            calendar_status: row.cycle.calendar_status,
        },
        until,
        clock: Clock::of(&calendar, received_on, until, &waits),
        days: Clock::days(&calendar, received_on, until, &waits),
        waits,
    })
}

/// The statuses of a work order with the civil day each was come to; without the first, which every one begins with.
/// Nothing where the journal is damaged.
fn history(app: &App, id: TicketId) -> Result<Vec<(NaiveDate, Status)>, AppError> {
    let entries = match journal::timeline(&app.store, id.uuid()) {
        Err(StoreError::Damaged { .. }) => Vec::new(),
        read => read?,
    };
    let moves = entries.into_iter().filter(|entry| entry.operation.kind == "ticket.transition");
    let mut history = Vec::new();
    for entry in moves {
        let status = entry.operation.fields.iter().find(|field| field.name == "status");
        let Some(Value::Text(code)) = status.map(|field| &field.value) else { continue };
        let Ok(status) = serde_json::from_value(code.as_str().into()) else { continue };
        history.push((app.day_of(entry.operation.at)?, status));
    }
    Ok(history)
}

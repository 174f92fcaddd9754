//! The forecast as the board shows it: made from this store's own past, and kept until a day or a hand-over changes it. The rules
//! are in domain/forecast.rs.

use super::view::BoardView;
use crate::error::AppError;
use crate::station::App;
use chrono::{Days, NaiveDate, TimeZone, Utc};
use nightbench_calendar::Calendar;
use nightbench_domain::cycle::{Cycle, TARGET_WORKING_DAYS};
use nightbench_domain::forecast::{Forecast, Like, Past, Trial};
use nightbench_domain::ticket::Status;
use nightbench_store::board::{self as store, Cell, Known, Window};
use serde::Serialize;
use std::sync::{Arc, Mutex, PoisonError};
use ts_rs::TS;

/// How far back like units are looked for, in days: half a year.
const PAST_DAYS: u64 = 182;
/// The most units of the past that are looked at, those handed over and those still here each.
const UNITS_MAX: u32 = 5_000;

/// Why a work order will not make day 20.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Outlook {
    /// The part it waits for comes on day 20 or later.
    Parts {
        /// When the part comes.
        on: NaiveDate,
    },
    /// Most units that were in its status on its working day did not make it.
    Like {
        /// Those units.
        like: Like,
    },
}

/// The forecast for the work orders of a view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoardForecast {
    /// How many will not make day 20.
    #[ts(type = "number")]
    pub will_miss: u64,
    /// Of these, because their part comes too late.
    #[ts(type = "number")]
    pub by_parts: u64,
    /// How it did on the past; of a part that comes too late no trial is made.
    pub trial: Trial,
    /// From when on units of the past were looked at.
    pub since: NaiveDate,
}

/// The forecast in use, with what it was made of; part of [`App`].
#[derive(Default)]
pub(crate) struct InUse(Mutex<Option<(MadeOf, Arc<Forecast>)>>);

/// What a forecast was made of: another day, another hand-over or another calendar make another.
#[derive(PartialEq, Eq)]
struct MadeOf {
    today: NaiveDate,
    handovers: u64,
    calendar: String,
}

/// The forecast from the past of this store.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn forecast(app: &App, calendar: &Calendar, today: NaiveDate) -> Result<Arc<Forecast>, AppError> {
    let made_of =
        MadeOf { today, handovers: store::newest(&app.store)?, calendar: calendar.hash().to_owned() };
    let mut in_use = app.forecast.0.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, forecast)) = in_use.as_ref().filter(|(of, _)| *of == made_of) {
        return Ok(Arc::clone(forecast));
    }
    let window = Window { since: since(today), yesterday: before(today, 1), units_max: UNITS_MAX };
    let zone = app.zone()?;
    let day_of = |at_ms: i64| {
        Utc.timestamp_millis_opt(at_ms).single().unwrap_or_default().with_timezone(&zone).date_naive()
    };
    let known = store::known(&app.store, window)?;
    let past = known.iter().map(|one| past(calendar, one, today, day_of)).collect();
    let forecast = Arc::new(Forecast::of(past));
    *in_use = Some((made_of, Arc::clone(&forecast)));
    Ok(forecast)
}

pub(crate) fn of_view(app: &App, view: BoardView) -> Result<BoardForecast, AppError> {
    let (today, calendar) = (app.today()?, app.calendar(None)?);
    let chosen = view.chosen(app)?;
    let forecast = forecast(app, &calendar, today)?;
    let cells = store::cells(&app.store, &chosen)?;
    let missing = missing(&forecast, &cells, &calendar, today);
    let parts = store::late_parts(&app.store, &chosen, today)?;
    let by_history = missing.iter().map(|cell| cell.tickets).sum::<u64>();
    let is_counted = |limit_on: NaiveDate| {
        missing.iter().any(|cell| cell.status == Status::AwaitingParts && cell.limit_on == limit_on)
    };
    let not_counted = parts.iter().filter(|(limit_on, _)| !is_counted(*limit_on));
    Ok(BoardForecast {
        will_miss: by_history + not_counted.map(|(_, tickets)| tickets).sum::<u64>(),
        by_parts: parts.iter().map(|(_, tickets)| tickets).sum(),
        trial: forecast.trial(),
        since: since(today),
    })
}

/// Of open work orders, those that most like units say will not make day 20.
pub(crate) fn missing(
    forecast: &Forecast,
    cells: &[Cell],
    calendar: &Calendar,
    today: NaiveDate,
) -> Vec<Cell> {
    let in_time = cells.iter().filter(|cell| today <= cell.limit_on);
    let missing = in_time.filter(|cell| {
        let like = forecast.like(cell.status, Cycle::working_day(calendar, cell.limit_on, today));
        like.is_some_and(Like::is_missing)
    });
    missing.cloned().collect()
}

/// What became of a work order, by working days of its cycle.
fn past(calendar: &Calendar, one: &Known, today: NaiveDate, day_of: impl Fn(i64) -> NaiveDate) -> Past {
    let working_day = |day| calendar.working_days_between(one.received_on, day);
    let first = one.steps.first().map_or(Status::ToBeDiagnosed, |step| step.was);
    let steps = one.steps.iter().map(|step| (working_day(day_of(step.at)), step.status));
    Past {
        steps: std::iter::once((0, first)).chain(steps).collect(),
        here_until: working_day(one.handed_over_on.unwrap_or(today)),
        is_missed: one.handed_over_on.is_none_or(|on| one.limit_on < on),
        known_on: one.handed_over_on.unwrap_or_else(|| one.limit_on.succ_opt().unwrap_or(one.limit_on)),
        target_on: calendar.add_working_days(one.received_on, TARGET_WORKING_DAYS).date,
    }
}

fn since(today: NaiveDate) -> NaiveDate {
    before(today, PAST_DAYS)
}

fn before(today: NaiveDate, days: u64) -> NaiveDate {
    today.checked_sub_days(Days::new(days)).unwrap_or(today)
}

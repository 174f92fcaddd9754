//! Units that came back soon and faults that show themselves in a whole batch, told at the scan, at the check-in and on the
//! work order. No verdict changes by it; a unit that is back after our own paid repair is a question to a person before
//! any quote.

use crate::bench_catalogue;
use crate::error::AppError;
use crate::station::App;
use chrono::{Days, NaiveDate};
use nightbench_domain::claim::Finding;
use nightbench_domain::id::TicketId;
use nightbench_domain::repeat::{BATCH_UNITS_MIN, RepeatWindow, batch_of};
use nightbench_domain::resolution::Resolution;
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::SerialNumber;
use nightbench_store::diagnosis::{self as store, Batch};
use nightbench_store::{Source, intake, resolution};
use serde::Serialize;
use ts_rs::TS;

/// What is told of a unit before somebody repairs it again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Repeats {
    /// Work orders after which it came back soon, newest first.
    pub repeats: Vec<Repeat>,
    /// Faults that show themselves again and again in its batch.
    pub batch: Vec<BatchNotice>,
}

impl Repeats {
    /// Whether the unit is back soon after a repair that its customer paid for: whose work failed is for a person to say
    /// before anything is quoted (reading 12).
    pub(crate) fn is_after_our_paid_repair(&self) -> bool {
        self.repeats.iter().any(|repeat| repeat.resolution == Some(Resolution::PaidRepair))
    }
}

/// A work order after which a unit came back soon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Repeat {
    /// That work order.
    pub ticket: TicketId,
    /// Its number.
    pub rma: RmaNumber,
    /// The day it was handed over.
    pub handed_over_on: NaiveDate,
    /// How soon it came back.
    pub window: RepeatWindow,
    /// Days between.
    pub days: u32,
    /// What was decided for the customer then.
    pub resolution: Option<Resolution>,
}

/// A fault of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BatchNotice {
    /// Its code.
    pub fault: String,
    /// Its name in Chinese.
    pub zh: String,
    /// Its name in English.
    pub en: String,
    /// In how many units within 90 days.
    #[ts(type = "number")]
    pub units: u64,
    /// What their serials begin with.
    pub batch: String,
}

/// What is told of a unit that is here since `back_on`, on a day. `now` is its work order, once it has one.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn of(
    app: &App,
    source: &impl Source,
    serial: &SerialNumber,
    model: &str,
    now: Option<TicketId>,
    back_on: NaiveDate,
) -> Result<Repeats, AppError> {
    Ok(Repeats {
        repeats: repeats(app, source, serial, now, back_on)?,
        batch: batch(source, serial, model, back_on)?,
    })
}

fn repeats(
    app: &App,
    source: &impl Source,
    serial: &SerialNumber,
    now: Option<TicketId>,
    back_on: NaiveDate,
) -> Result<Vec<Repeat>, AppError> {
    let mut found = Vec::new();
    // A stand-in serial is that of one work order only.
    if serial.is_stand_in() {
        return Ok(found);
    }
    for earlier in intake::by_serial(source, serial)?.into_iter().filter(|one| Some(one.id) != now) {
        let Some(at) = store::handed_over_at(source, earlier.id)? else { continue };
        let handed_over_on = app.day_of(at)?;
        if let Some(window) = RepeatWindow::between(handed_over_on, back_on) {
            let days = u32::try_from((back_on - handed_over_on).num_days()).unwrap_or_default();
            let decided = resolution::of_ticket(source, earlier.id)?.into_iter().next();
            let resolution = decided.and_then(|decided| decided.resolution);
            found.push(Repeat {
                ticket: earlier.id,
                rma: earlier.rma,
                handed_over_on,
                window,
                days,
                resolution,
            });
        }
    }
    found.sort_by_key(|repeat| repeat.days);
    Ok(found)
}

fn batch(
    source: &impl Source,
    serial: &SerialNumber,
    model: &str,
    on: NaiveDate,
) -> Result<Vec<BatchNotice>, AppError> {
    let Some(prefix) = batch_of(serial) else { return Ok(Vec::new()) };
    let days = Days::new(RepeatWindow::LONG_DAYS.unsigned_abs());
    let batch =
        Batch { model, prefix, since: on.checked_sub_days(days).unwrap_or(on), units_min: BATCH_UNITS_MIN };
    let lists = bench_catalogue::fault_lists(source)?;
    let mut notices = Vec::new();
    for found in store::batch_faults(source, &batch)? {
        let entry = lists.fault.iter().find(|entry| entry.code == found.fault);
        // That several units have no fault is no fault of their batch.
        let is_fault = !matches!(
            entry.and_then(|entry| entry.finding),
            Some(Finding::OperatesNormally | Finding::WithinSpecification)
        );
        if is_fault {
            notices.push(BatchNotice {
                zh: entry.map_or(&found.fault, |entry| &entry.zh).clone(),
                en: entry.map_or(&found.fault, |entry| &entry.en).clone(),
                fault: found.fault,
                units: found.units,
                batch: prefix.to_owned(),
            });
        }
    }
    Ok(notices)
}

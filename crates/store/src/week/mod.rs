//! What is counted of weeks (`domain::week`): one statement a kind of figure for all weeks of a sheet, each as of its own
//! end. Nothing here is stored; it follows from receipts, hand-overs, cancellations, diagnoses, results of enquiries and
//! parts, as they stand on record now.

use crate::Source;
use crate::error::StoreError;
use crate::sql::{all, count, damaged, date, decode, one, parse};
use chrono::NaiveDate;
use nightbench_domain::code;
use nightbench_domain::enquiry::EnquiryResult;
use nightbench_domain::id::TicketId;
use nightbench_domain::money::Currency;
use nightbench_domain::repeat::RepeatWindow;
use nightbench_domain::serial::SerialNumber;
use nightbench_domain::week::{FaultTally, WeekCost, WeekTally};
use rusqlite::{Row, named_params};
use serde::Serialize;

/// A week in the days and instants of its centre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct WeekSpan {
    /// Its first day.
    pub first_on: NaiveDate,
    /// Its last day that is counted: Sunday, or today while it lasts.
    pub last_on: NaiveDate,
    /// When the first day begins, milliseconds UTC.
    pub from_at: i64,
    /// When the day after the last begins, milliseconds UTC.
    pub to_at: i64,
}

/// The day of the first receipt on record; none at a station that received nothing.
///
/// # Errors
/// When the database cannot be read.
pub fn began_on(source: &impl Source) -> Result<Option<NaiveDate>, StoreError> {
    let began = source
        .read(|connection| one(connection, include_str!("began_on.sql"), [], |row| date(row, "began_on")))?;
    Ok(began.flatten())
}

/// What was counted of each week, in the order of the weeks. `no_faults` are the codes of faults by which a diagnosis says
/// that there is none.
///
/// # Errors
/// When the database cannot be read.
pub fn tallies(
    source: &impl Source,
    weeks: &[WeekSpan],
    no_faults: &[&str],
) -> Result<Vec<WeekTally>, StoreError> {
    let (Some(first), Some(last)) = (weeks.first(), weeks.last()) else { return Ok(Vec::new()) };
    let mut tallies = source.read(|connection| {
        all(
            connection,
            include_str!("tally.sql"),
            named_params! {":weeks": json(&weeks)?, ":from_on": first.first_on.to_string(),
            ":from_at": first.from_at, ":to_on": last.last_on.to_string(),
            ":short_days": RepeatWindow::SHORT_DAYS, ":long_days": RepeatWindow::LONG_DAYS,
            ":no_faults": json(&no_faults)?, ":solved_remotely": code(&EnquiryResult::SolvedRemotely)},
            read,
        )
    })?;
    let costs = source.read(|connection| {
        all(connection, include_str!("costs.sql"), named_params! {":weeks": json(&weeks)?}, |row| {
            let currency: String = row.get("currency")?;
            let currency = Currency::parse(&currency).map_err(|_| damaged("currency"))?;
            let cost = WeekCost { currency, minor: count(row, "minor")? };
            Ok((place(row)?, cost, whole(row, "pieces_without_cost")?))
        })
    })?;
    for (place, cost, pieces_without_cost) in costs {
        if let Some(week) = tallies.get_mut(place) {
            week.costs.push(cost);
            week.pieces_without_cost += pieces_without_cost;
        }
    }
    Ok(tallies)
}

/// The faults that were diagnosed in the weeks, by model, batch and dealer; the last of the weeks is the sheet's own.
/// `not_faults` are the codes by which a diagnosis says that nothing is wrong.
///
/// # Errors
/// When the database cannot be read.
pub fn faults(
    source: &impl Source,
    weeks: &[WeekSpan],
    not_faults: &[&str],
) -> Result<Vec<FaultTally>, StoreError> {
    let own = weeks.len().saturating_sub(1);
    source.read(|connection| {
        let params = named_params! {":weeks": json(&weeks)?, ":not_faults": json(&not_faults)?};
        all(connection, include_str!("faults.sql"), params, |row| {
            Ok(FaultTally {
                is_own: place(row)? == own,
                model: row.get("model")?,
                serial: decode::<SerialNumber>(row, "serial")?,
                dealer: row.get("dealer")?,
                fault: row.get("fault")?,
                diagnoses: whole(row, "diagnoses")?,
            })
        })
    })
}

/// The work orders that were open at the end of a week, those received first before others.
///
/// # Errors
/// When the database cannot be read.
pub fn oldest(source: &impl Source, week: &WeekSpan, rows_max: u32) -> Result<Vec<TicketId>, StoreError> {
    let params =
        named_params! {":last_on": week.last_on.to_string(), ":to_at": week.to_at, ":rows_max": rows_max};
    source.read(|connection| all(connection, include_str!("oldest.sql"), params, |row| parse(row, "id")))
}

fn read(row: &Row<'_>) -> Result<WeekTally, StoreError> {
    Ok(WeekTally {
        received: whole(row, "received")?,
        returned: whole(row, "returned")?,
        on_target: whole(row, "on_target")?,
        on_limit: whole(row, "on_limit")?,
        open: whole(row, "open")?,
        overdue: whole(row, "overdue")?,
        repeats_short: whole(row, "repeats_short")?,
        repeats_long: whole(row, "repeats_long")?,
        diagnosed: whole(row, "diagnosed")?,
        no_fault_found: whole(row, "no_fault_found")?,
        enquiries: whole(row, "enquiries")?,
        solved_remotely: whole(row, "solved_remotely")?,
        costs: Vec::new(),
        pieces_without_cost: 0,
    })
}

fn whole(row: &Row<'_>, column: &'static str) -> Result<u32, StoreError> {
    u32::try_from(count(row, column)?).map_err(|_| damaged(column))
}

/// Which of the weeks a row is about.
fn place(row: &Row<'_>) -> Result<usize, StoreError> {
    usize::try_from(count(row, "place")?).map_err(|_| damaged("place"))
}

fn json(list: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(list).map_err(|_| StoreError::Operation { reason: "a list that is no JSON" })
}

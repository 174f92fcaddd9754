//! What was found wrong with units. A diagnosis is never changed; the newest of a work order counts, and the earlier ones
//! stay beside it. What it makes of the claim is written with `intake::amend` and `verdict::save`.

use crate::Source;
use crate::error::StoreError;
use crate::journal::New;
use crate::sql::{all, count, decode, integer, one, parse, run};
use crate::transact::Tx;
use chrono::NaiveDate;
use nightbench_domain::bench_sheet::SheetResult;
use nightbench_domain::diagnosis::FaultLine;
use nightbench_domain::id::{DiagnosisId, TicketId};
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A diagnosis as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DiagnosisRecord {
    /// Its id.
    pub id: DiagnosisId,
    /// Of which work order.
    pub ticket: TicketId,
    /// What is wrong, line by line.
    pub lines: Vec<FaultLine>,
    /// Whether a fault is confirmed whose cause is not shown.
    pub is_cause_open: bool,
    /// The second person of 5.9; empty: none was needed.
    pub second: String,
    /// Who established it.
    pub made_by: String,
    /// The day at the centre.
    pub made_on: NaiveDate,
    /// When, milliseconds UTC.
    #[ts(type = "number")]
    pub made_at: i64,
}

/// A fault that shows itself in several units of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BatchFault {
    /// Its code.
    pub fault: String,
    /// In how many units.
    #[ts(type = "number")]
    pub units: u64,
}

/// Which units are looked through for faults of their batch.
#[derive(Debug, Clone, Copy)]
pub struct Batch<'a> {
    /// The model.
    pub model: &'a str,
    /// What their serials begin with.
    pub prefix: &'a str,
    /// Diagnosed on this day or later.
    pub since: NaiveDate,
    /// In at least so many units.
    pub units_min: u32,
}

/// Records a diagnosis.
///
/// # Errors
/// When the database refuses, as it does when there is no such ticket.
pub fn record(tx: &Tx<'_>, diagnosis: &DiagnosisRecord) -> Result<(), StoreError> {
    let id = diagnosis.id.to_string();
    run(
        tx.connection,
        include_str!("record.sql"),
        named_params! {":id": id, ":ticket": diagnosis.ticket.to_string(),
        ":is_cause_open": diagnosis.is_cause_open, ":second": diagnosis.second, ":made_by": diagnosis.made_by,
        ":made_on": diagnosis.made_on.to_string(), ":made_at": diagnosis.made_at},
    )?;
    write_lines(tx, &id, &diagnosis.lines)?;
    let fields = vec![
        ("ticket", diagnosis.ticket.to_string().into()),
        ("lines", New::json(&serde_json::to_value(&diagnosis.lines)?)?),
        ("is_cause_open", diagnosis.is_cause_open.into()),
        ("second", (!diagnosis.second.is_empty()).then(|| diagnosis.second.clone()).into()),
        ("made_on", diagnosis.made_on.to_string().into()),
    ];
    tx.append("diagnosis.record", 1, diagnosis.id.uuid(), fields)?;
    Ok(())
}

/// Writes the lines of a diagnosis.
pub(crate) fn write_lines(tx: &Tx<'_>, diagnosis: &str, lines: &[FaultLine]) -> Result<(), StoreError> {
    for (place, line) in lines.iter().enumerate() {
        run(
            tx.connection,
            include_str!("add_line.sql"),
            named_params! {":diagnosis": diagnosis, ":place": integer(place as u64)?, ":symptom": line.symptom,
            ":fault": line.fault, ":cause": line.cause, ":action": line.action, ":position": line.position,
            ":note": line.note},
        )?;
    }
    Ok(())
}

/// Every diagnosis of a ticket, newest first.
///
/// # Errors
/// When the database cannot be read.
pub fn of_ticket(source: &impl Source, ticket: TicketId) -> Result<Vec<DiagnosisRecord>, StoreError> {
    let ticket = ticket.to_string();
    source.read(|connection| {
        let mut found =
            all(connection, include_str!("of_ticket.sql"), named_params! {":ticket": ticket}, read)?;
        for diagnosis in &mut found {
            let id = diagnosis.id.to_string();
            diagnosis.lines =
                all(connection, include_str!("lines.sql"), named_params! {":diagnosis": id}, read_line)?;
        }
        Ok(found)
    })
}

/// The faults that show themselves in enough units of a batch, the most frequent first. Of each work order its newest
/// diagnosis counts.
///
/// # Errors
/// When the database cannot be read.
pub fn batch_faults(source: &impl Source, batch: &Batch<'_>) -> Result<Vec<BatchFault>, StoreError> {
    // Serials are folded to ASCII capitals, digits and signs; `~` comes after all of them.
    let end = format!("{}~", batch.prefix);
    source.read(|connection| {
        all(
            connection,
            include_str!("batch_faults.sql"),
            named_params! {":from": batch.prefix, ":to": end, ":model": batch.model,
            ":since": batch.since.to_string(), ":units_min": batch.units_min},
            |row| Ok(BatchFault { fault: row.get("fault")?, units: count(row, "units")? }),
        )
    })
}

/// The newest diagnosis of a ticket.
///
/// # Errors
/// When the database cannot be read.
pub fn newest(source: &impl Source, ticket: TicketId) -> Result<Option<DiagnosisRecord>, StoreError> {
    let ticket = ticket.to_string();
    source.read(|connection| {
        let found = one(connection, include_str!("newest.sql"), named_params! {":ticket": ticket}, read)?;
        let Some(mut diagnosis) = found else { return Ok(None) };
        let id = diagnosis.id.to_string();
        diagnosis.lines =
            all(connection, include_str!("lines.sql"), named_params! {":diagnosis": id}, read_line)?;
        Ok(Some(diagnosis))
    })
}

/// Whether the newest final test of a ticket since its last repair began was passed; since it was opened, where nothing
/// was repaired. A sheet that was corrected counts no more. In the order of the journal, not of clocks.
///
/// # Errors
/// When the database cannot be read.
pub fn test_passed_since_repair(source: &impl Source, ticket: TicketId) -> Result<bool, StoreError> {
    let ticket = ticket.to_string();
    let result: Option<SheetResult> = source.read(|connection| {
        let sql = include_str!("tested_since_repair.sql");
        one(connection, sql, named_params! {":ticket": ticket}, |row| decode(row, "result"))
    })?;
    Ok(result == Some(SheetResult::Passed))
}

/// When a ticket's unit was handed over, as the journal has it, milliseconds UTC; `None` when it was not.
///
/// # Errors
/// When the database cannot be read.
pub fn handed_over_at(source: &impl Source, ticket: TicketId) -> Result<Option<i64>, StoreError> {
    let ticket = ticket.to_string();
    source.read(|connection| {
        let sql = include_str!("handed_over_at.sql");
        one(connection, sql, named_params! {":ticket": ticket}, |row| Ok(row.get("at")?))
    })
}

fn read(row: &Row<'_>) -> Result<DiagnosisRecord, StoreError> {
    Ok(DiagnosisRecord {
        id: parse(row, "id")?,
        ticket: parse(row, "ticket")?,
        lines: Vec::new(),
        is_cause_open: row.get("is_cause_open")?,
        second: row.get("second")?,
        made_by: row.get("made_by")?,
        made_on: parse(row, "made_on")?,
        made_at: row.get("made_at")?,
    })
}

fn read_line(row: &Row<'_>) -> Result<FaultLine, StoreError> {
    Ok(FaultLine {
        symptom: row.get("symptom")?,
        fault: row.get("fault")?,
        cause: row.get("cause")?,
        action: row.get("action")?,
        position: row.get("position")?,
        note: row.get("note")?,
    })
}

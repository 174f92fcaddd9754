//! Protocols of the test bench. A row is never changed or deleted, which the database itself refuses; a correction is a
//! new row that names the old one, and then the old one counts no more.

use crate::Source;
use crate::error::StoreError;
use crate::journal::New;
use crate::sql::{all, count, decode, integer, json, one, parse, run};
use crate::transact::Tx;
use chrono::NaiveDate;
use nightbench_domain::bench_sheet::{Ambient, Frame, Instrument, Measured, SheetKind, SheetResult, Soak};
use nightbench_domain::code;
use nightbench_domain::id::{BenchSheetId, TicketId};
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A protocol as it was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BenchSheet {
    /// Its id.
    pub id: BenchSheetId,
    /// Of which work order.
    pub ticket: TicketId,
    /// Why the unit was measured.
    pub kind: SheetKind,
    /// What it shows as a whole.
    pub result: SheetResult,
    /// The sheet it corrects.
    pub replaces: Option<BenchSheetId>,
    /// The sheet that corrects it; it counts no more.
    pub replaced_by: Option<BenchSheetId>,
    /// The version of the catalogue it asked by; 0 is the shipped one.
    #[ts(type = "number")]
    pub catalogue: u64,
    /// What was asked, read off and judged, in order.
    pub lines: Vec<Measured>,
    /// What stands around the values.
    pub around: Around,
    /// Who measured.
    pub made_by: String,
    /// The day at the centre.
    pub made_on: NaiveDate,
    /// When, milliseconds UTC.
    #[ts(type = "number")]
    pub made_at: i64,
}

/// What stands around the values of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Around {
    /// By which instruments.
    pub instruments: Vec<Instrument>,
    /// In which surroundings.
    pub ambient: Ambient,
    /// How long it ran; of a soak only.
    pub soak: Option<Soak>,
    /// Pictures the unit made.
    pub frames: Vec<Frame>,
    /// Anything else, or empty.
    pub note: String,
}

/// Saves a sheet.
///
/// # Errors
/// When the database refuses, as it does when there is no such ticket.
pub fn save(tx: &Tx<'_>, sheet: &BenchSheet) -> Result<(), StoreError> {
    let (kind, result) = (code(&sheet.kind), code(&sheet.result));
    let replaces = sheet.replaces.map(|id| id.to_string());
    let (lines, around) = (serde_json::to_value(&sheet.lines)?, serde_json::to_value(&sheet.around)?);
    run(
        tx.connection,
        include_str!("save.sql"),
        named_params! {":id": sheet.id.to_string(), ":ticket": sheet.ticket.to_string(), ":kind": kind,
        ":result": result, ":replaces": replaces, ":catalogue": integer(sheet.catalogue)?,
        ":lines": lines.to_string(), ":around": around.to_string(), ":made_by": sheet.made_by,
        ":made_on": sheet.made_on.to_string(), ":made_at": sheet.made_at},
    )?;
    let fields = vec![
        ("ticket", sheet.ticket.to_string().into()),
        ("sheet_kind", kind.into()),
        ("sheet_result", result.into()),
        ("replaces", replaces.into()),
        ("catalogue", integer(sheet.catalogue)?.into()),
        ("lines", New::json(&lines)?),
        ("around", New::json(&around)?),
        ("made_on", sheet.made_on.to_string().into()),
    ];
    tx.append("bench_sheet.save", 1, sheet.id.uuid(), fields)?;
    Ok(())
}

/// Every sheet of a ticket, newest first, the corrected ones included.
///
/// # Errors
/// When the database cannot be read.
pub fn of_ticket(source: &impl Source, ticket: TicketId) -> Result<Vec<BenchSheet>, StoreError> {
    let ticket = ticket.to_string();
    source.read(|connection| {
        all(connection, include_str!("of_ticket.sql"), named_params! {":ticket": ticket}, read)
    })
}

/// The sheet of that id.
///
/// # Errors
/// When the database cannot be read.
pub fn by_id(source: &impl Source, id: BenchSheetId) -> Result<Option<BenchSheet>, StoreError> {
    let id = id.to_string();
    source.read(|connection| one(connection, include_str!("by_id.sql"), named_params! {":id": id}, read))
}

fn read(row: &Row<'_>) -> Result<BenchSheet, StoreError> {
    let id = |column| -> Result<Option<BenchSheetId>, StoreError> {
        let text: Option<String> = row.get(column)?;
        text.map(|text| text.parse().map_err(|_| crate::sql::damaged(column))).transpose()
    };
    Ok(BenchSheet {
        id: parse(row, "id")?,
        ticket: parse(row, "ticket")?,
        kind: decode(row, "kind")?,
        result: decode(row, "result")?,
        replaces: id("replaces")?,
        replaced_by: id("replaced_by")?,
        catalogue: count(row, "catalogue")?,
        lines: json(row, "lines")?,
        around: json(row, "around")?,
        made_by: row.get("made_by")?,
        made_on: parse(row, "made_on")?,
        made_at: row.get("made_at")?,
    })
}

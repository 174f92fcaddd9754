//! Protocols of the test bench: what is asked of a unit, what was read off is worth as it is typed, and the sheet as it is
//! saved, once and for good. Values may come from a file of the test bench. What is wrong with the unit is
//! `diagnosis.rs`.

use crate::bench_catalogue;
use crate::commands::Written;
use crate::error::AppError;
use crate::known::Known;
use crate::sheet::{self, Column, FileProblem, Row, meaning};
use crate::station::App;
use crate::ticket::{self, TicketLife, TicketRef};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use nightbench_domain::bench_catalogue::{Asked, BenchCatalogue};
use nightbench_domain::bench_sheet::{
    BenchReading, Measured, Protocol, SheetDraft, SheetKind, SheetProblem, SheetReason, SheetResult,
};
use nightbench_domain::id::{BenchSheetId, TicketId};
use nightbench_domain::measure::{Value, ValueError};
use nightbench_domain::unit::ProductClass;
use nightbench_store::bench_sheet::{self as store, Around, BenchSheet};
use nightbench_store::{Source, attachment, intake};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The request of `bench_sheet_check` and of `bench_sheet_save`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BenchSheetRequest {
    /// The work order.
    pub id: TicketId,
    /// The sheet as it is typed.
    pub sheet: SheetDraft,
}

/// What a sheet says as far as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetCheck {
    /// What is asked, read off and judged, in order.
    pub lines: Vec<Measured>,
    /// What it shows as a whole.
    pub result: SheetResult,
    /// What must be put right before it can be saved.
    pub problems: Vec<SheetProblem>,
    /// Which instruments are past their calibration today; they are recorded as they are.
    pub expired: Vec<usize>,
}

/// A saved sheet with what follows from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BenchSheetRow {
    /// The sheet.
    pub sheet: BenchSheet,
    /// Which of its instruments were past their calibration on that day.
    pub expired: Vec<usize>,
}

/// The request of `diagnosis_import`: a file of a test bench, with the columns parameter, value and unit.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BenchFileRequest {
    /// The work order.
    pub id: TicketId,
    /// The sheet it is read into.
    pub kind: SheetKind,
    /// The file's content.
    pub base64: String,
}

/// What a file of a test bench says of a unit. Nothing is saved by reading it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BenchFile {
    /// The values that fit, in the order of the sheet.
    pub readings: Vec<BenchReading>,
    /// How many rows were read.
    pub rows: u32,
    /// The rows that do not fit.
    pub errors: Vec<BenchRowError>,
}

/// Why a row of a test bench's file is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BenchRowError {
    /// The row's number in the file; 1 is the first line.
    pub row: u32,
    /// What the row calls the parameter.
    pub parameter: String,
    /// Why.
    pub reason: BenchRowReason,
}

/// What is wrong with a row of a test bench's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BenchRowReason {
    /// No parameter of the catalogue is called so.
    UnknownParameter,
    /// It is not measured on this class of product.
    NotMeasuredHere,
    /// The unit is not that of the parameter; nothing is converted.
    OtherUnit,
    /// It says nothing.
    Empty,
    /// It is not a number.
    NotNumeric,
    /// It is neither yes nor no.
    NotYesOrNo,
    /// It is too long.
    TooLong,
    /// An earlier row says another value; the earlier one stands.
    Twice,
}

impl From<ValueError> for BenchRowReason {
    fn from(error: ValueError) -> Self {
        match error {
            ValueError::NotNumeric => Self::NotNumeric,
            ValueError::NotYesOrNo => Self::NotYesOrNo,
            ValueError::TooLong => Self::TooLong,
        }
    }
}

/// The columns of a test bench's file.
const COLUMNS: &[Column] = &[
    Column { name: "parameter", chinese: "参数" },
    Column { name: "item", chinese: "测试项" },
    Column { name: "value", chinese: "测量值" },
    Column { name: "measured", chinese: "实测值" },
    Column { name: "result", chinese: "结果" },
    Column { name: "unit", chinese: "单位" },
];

/// How far down the heading may stand: test benches write who, when and which program above it.
const HEADING_ROWS_MAX: usize = 30;

pub(crate) fn check(app: &App, request: BenchSheetRequest) -> Result<SheetCheck, AppError> {
    let today = app.today()?;
    let (_, asked) = asked_of(&app.store, request.id, request.sheet.kind)?;
    let Protocol { lines, result, mut problems } = request.sheet.protocol(asked);
    problems.extend(references(&app.store, request.id, &request.sheet)?);
    let instruments = request.sheet.instruments.iter().enumerate();
    let expired = instruments.filter(|(_, one)| one.is_expired_on(today)).map(|(at, _)| at).collect();
    Ok(SheetCheck { lines, result, problems, expired })
}

pub(crate) fn save(app: &App, request: BenchSheetRequest) -> Result<Written<TicketLife>, AppError> {
    let made_by = app.actor()?;
    let made_on = app.today()?;
    let BenchSheetRequest { id, sheet } = request;
    let written = app.write(|tx| {
        let (catalogue, asked) = asked_of(tx, id, sheet.kind)?;
        let Protocol { lines, result, mut problems } = sheet.protocol(asked);
        problems.extend(references(tx, id, &sheet)?);
        if !problems.is_empty() {
            return Err(AppError::BenchSheet(problems));
        }
        let saved = BenchSheet {
            id: BenchSheetId::new(app.ports.ids.uuid()),
            ticket: id,
            kind: sheet.kind,
            result,
            replaces: sheet.replaces,
            replaced_by: None,
            catalogue,
            lines,
            around: around(sheet),
            made_by,
            made_on,
            made_at: app.now_ms(),
        };
        Ok(store::save(tx, &saved)?)
    })?;
    Ok(Written { value: ticket::get(app, TicketRef { id })?, changes: written.changes })
}

/// The sheets of a work order, newest first.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn rows(source: &impl Source, ticket: TicketId) -> Result<Vec<BenchSheetRow>, AppError> {
    let row = |sheet: BenchSheet| {
        let instruments = sheet.around.instruments.iter().enumerate();
        let expired =
            instruments.filter(|(_, one)| one.is_expired_on(sheet.made_on)).map(|(at, _)| at).collect();
        BenchSheetRow { expired, sheet }
    };
    Ok(store::of_ticket(source, ticket)?.into_iter().map(row).collect())
}

/// What a sheet asks of the unit of a work order, and by which version of the catalogue.
fn asked_of(source: &impl Source, ticket: TicketId, kind: SheetKind) -> Result<(u64, Vec<Asked>), AppError> {
    let record = intake::by_id(source, ticket)?.ok_or(AppError::NotFound)?;
    let known = Known::of_intake(source, &record.intake)?;
    let (version, catalogue) = bench_catalogue::in_force(source)?;
    let model = known.model.map(|model| model.entry);
    Ok((version, catalogue.asked(record.intake.product_class, kind, model.as_ref())))
}

/// What a sheet names beside itself: the sheet it corrects and the pictures.
fn references(
    source: &impl Source,
    ticket: TicketId,
    sheet: &SheetDraft,
) -> Result<Vec<SheetProblem>, AppError> {
    let mut problems = Vec::new();
    if let Some(replaces) = sheet.replaces {
        let before = store::by_id(source, replaces)?;
        let is_correctable = before.is_some_and(|before| {
            before.ticket == ticket && before.kind == sheet.kind && before.replaced_by.is_none()
        });
        if !is_correctable {
            let reason = SheetReason::NotCorrectable;
            problems.push(SheetProblem { field: "replaces".to_owned(), reason });
        }
    }
    if !sheet.frames.is_empty() {
        let photos = attachment::of(source, attachment::Owner::Ticket(ticket))?;
        let is_photo =
            |id| photos.iter().any(|photo| photo.id == id && photo.media_type.starts_with("image/"));
        for (at, _) in sheet.frames.iter().enumerate().filter(|(_, frame)| !is_photo(frame.attachment)) {
            let reason = SheetReason::NotAFrame;
            problems.push(SheetProblem { field: format!("frames.{at}"), reason });
        }
    }
    Ok(problems)
}

fn around(sheet: SheetDraft) -> Around {
    let SheetDraft { kind: _, replaces: _, readings: _, instruments, ambient, soak, frames, note } = sheet;
    Around { instruments, ambient, soak, frames, note: note.trim().to_owned() }
}

pub(crate) fn import(app: &App, request: BenchFileRequest) -> Result<BenchFile, AppError> {
    let bytes = STANDARD.decode(&request.base64).map_err(|_| AppError::Base64)?;
    let rows = sheet::read(bytes)?;
    let record = intake::by_id(&app.store, request.id)?.ok_or(AppError::NotFound)?;
    let (_, catalogue) = bench_catalogue::in_force(&app.store)?;
    read_file(&rows, &catalogue, record.intake.product_class).ok_or(FileProblem::NoKeyColumn.into())
}

/// Reads a table of values; `None` where no row is a heading with a parameter and a value.
fn read_file(rows: &[Row], catalogue: &BenchCatalogue, class: ProductClass) -> Option<BenchFile> {
    let heading = rows.iter().take(HEADING_ROWS_MAX).position(|row| columns_of(row).is_some())?;
    let (name, value, unit) = rows.get(heading).and_then(columns_of)?;
    let mut file = BenchFile { readings: Vec::new(), rows: 0, errors: Vec::new() };
    for row in rows.iter().skip(heading + 1) {
        let cell = |place: usize| row.cells.get(place).map_or("", String::as_str).trim();
        file.rows += 1;
        let unit = unit.map_or("", cell);
        match reading(catalogue, class, (cell(name), cell(value), unit), &file.readings) {
            Ok(Some(reading)) => file.readings.push(reading),
            Ok(None) => {}
            Err(reason) => {
                file.errors.push(BenchRowError { row: row.number, parameter: cell(name).to_owned(), reason });
            }
        }
    }
    let order =
        |reading: &BenchReading| catalogue.parameter.iter().position(|one| one.code == reading.parameter);
    file.readings.sort_by_key(order);
    Some(file)
}

/// Where a heading has the parameter, the value, and the unit if it has one. A bench that writes both what it measured
/// and whether that passed is taken by what it measured.
fn columns_of(row: &Row) -> Option<(usize, usize, Option<usize>)> {
    let place = |wanted: &str| row.cells.iter().position(|cell| meaning(COLUMNS, cell) == Some(wanted));
    let name = place("parameter").or_else(|| place("item"))?;
    let value = place("value").or_else(|| place("measured")).or_else(|| place("result"))?;
    Some((name, value, place("unit")))
}

/// One row: a value, or nothing where it repeats what an earlier row said.
fn reading(
    catalogue: &BenchCatalogue,
    class: ProductClass,
    (name, value, unit): (&str, &str, &str),
    before: &[BenchReading],
) -> Result<Option<BenchReading>, BenchRowReason> {
    let parameter = catalogue.named(name).ok_or(BenchRowReason::UnknownParameter)?;
    if !parameter.standard.contains_key(&class) {
        return Err(BenchRowReason::NotMeasuredHere);
    }
    if !unit.is_empty() && unit != parameter.unit {
        return Err(BenchRowReason::OtherUnit);
    }
    let value = Value::read(parameter.limit, value, &parameter.unit)?.ok_or(BenchRowReason::Empty)?.text();
    match before.iter().find(|reading| reading.parameter == parameter.code) {
        Some(reading) if reading.value == value => Ok(None),
        Some(_) => Err(BenchRowReason::Twice),
        None => Ok(Some(BenchReading { parameter: parameter.code.clone(), value })),
    }
}

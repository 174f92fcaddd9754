//! Work orders as a table that a spreadsheet reads: CSV, or an Excel workbook. The words are the catalogue's, dates are dates, and
//! the day a cycle ended is there. A table is a copy to look at, no record and no way back in.

use crate::board::{self, BoardView};
use crate::error::AppError;
use crate::form;
use crate::station::App;
use crate::ticket::{ROWS_MAX, TicketFilter, TicketListRequest, TicketRow};
use chrono::{Datelike, NaiveDate};
use nightbench_domain::code;
use nightbench_locale::{Language, say};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, XlsxError};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// CSV in UTF-8 with a mark at its beginning, by which Excel knows it.
    Csv,
    /// An Excel workbook.
    Xlsx,
}

/// The request of `board_export`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BoardExportRequest {
    /// The list that is written, with what it is chosen by.
    pub view: BoardView,
    /// How.
    pub format: ExportFormat,
    /// In which language.
    pub language: Language,
}

/// A table that was written and opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Exported {
    /// How many work orders it has.
    pub rows: u32,
    /// Where it lies; it is removed at the next start of the program.
    pub path: String,
}

/// A row: the work order, and what the board says beside it.
struct Line {
    row: TicketRow,
    of_board: Option<OfBoard>,
}

struct OfBoard {
    over_working_days: i32,
    promised_on: Option<NaiveDate>,
    reached_on: Option<NaiveDate>,
}

enum Cell {
    Text(String),
    Number(i32),
    Day(Option<NaiveDate>),
}

/// What a column is called in the catalogue, and what stands in it.
type Column = (&'static str, fn(&Line, Language) -> Cell);
type ColumnOfBoard = (&'static str, fn(&OfBoard) -> Cell);

const COLUMNS: [Column; 15] = [
    ("column-rma", |line, _| Cell::Text(line.row.rma.to_string())),
    ("column-serial", |line, _| Cell::Text(line.row.serial.to_string())),
    ("column-model", |line, _| Cell::Text(line.row.model.clone())),
    ("export-class", |line, language| coded(language, "product_class", &line.row.product_class)),
    ("column-customer", |line, _| Cell::Text(line.row.customer.reveal().clone())),
    ("export-dealer", |line, _| Cell::Text(line.row.dealer.clone())),
    ("export-received", |line, _| Cell::Day(Some(line.row.received_on))),
    ("export-target", |line, _| Cell::Day(Some(line.row.target_on))),
    ("column-limit", |line, _| Cell::Day(Some(line.row.limit_on))),
    ("export-handed-over", |line, _| Cell::Day(line.row.handed_over_on)),
    ("export-working-days", |line, _| {
        Cell::Number(i32::try_from(line.row.elapsed_working_days).unwrap_or(i32::MAX))
    }),
    ("export-status", |line, language| coded(language, "status", &line.row.status)),
    ("column-state", |line, language| coded(language, "state", &line.row.state)),
    ("export-resolution", |line, language| match &line.row.resolution {
        Some(resolution) => coded(language, "resolution", resolution),
        None => Cell::Text(String::new()),
    }),
    ("board-column-owner", |line, _| {
        Cell::Text(line.row.owner.as_ref().map(|owner| owner.name.clone()).unwrap_or_default())
    }),
];

/// What the board knows beside them.
const COLUMNS_OF_BOARD: [ColumnOfBoard; 3] = [
    ("export-over", |line| Cell::Number(line.over_working_days)),
    ("export-promised", |line| Cell::Day(line.promised_on)),
    ("board-column-contact", |line| Cell::Day(line.reached_on)),
];

/// Writes a list of the board and opens it in the system's own program for tables.
pub(crate) fn board(app: &App, request: BoardExportRequest) -> Result<Exported, AppError> {
    let BoardExportRequest { view, format, language } = request;
    let (mut lines, mut after) = (Vec::new(), None);
    loop {
        let (rows, next) = board::page(app, &view, after.as_ref(), ROWS_MAX)?;
        lines.extend(rows.into_iter().map(|one| Line {
            row: one.row,
            of_board: Some(OfBoard {
                over_working_days: one.over_working_days,
                promised_on: one.promised_on,
                reached_on: one.reached_on,
            }),
        }));
        after = next;
        if after.is_none() {
            break;
        }
    }
    let bytes = written(&lines, format, language)?;
    let ending = match format {
        ExportFormat::Csv => "csv",
        ExportFormat::Xlsx => "xlsx",
    };
    let file = form::spool(app, &format!("{}-{}.{ending}", code(&view.list), app.today()?), &bytes)?;
    app.ports.printer.show(&file)?;
    Ok(Exported { rows: u32::try_from(lines.len()).unwrap_or(u32::MAX), path: file.display().to_string() })
}

/// Every work order there is, newest first, as the bytes of a file; with how many there are.
///
/// # Errors
/// When the store cannot be read or the workbook cannot be put together.
pub fn tickets(app: &App, format: ExportFormat, language: Language) -> Result<(u32, Vec<u8>), AppError> {
    let (mut lines, mut after) = (Vec::new(), None);
    loop {
        let request = TicketListRequest {
            filter: TicketFilter::All,
            text: String::new(),
            after,
            limit: Some(ROWS_MAX),
        };
        let page = crate::ticket::list(app, request)?;
        lines.extend(page.rows.into_iter().map(|row| Line { row, of_board: None }));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    let bytes = written(&lines, format, language)?;
    Ok((u32::try_from(lines.len()).unwrap_or(u32::MAX), bytes))
}

fn written(lines: &[Line], format: ExportFormat, language: Language) -> Result<Vec<u8>, AppError> {
    let has_board = lines.iter().any(|line| line.of_board.is_some());
    let of_board = if has_board { COLUMNS_OF_BOARD.as_slice() } else { &[] };
    let names = COLUMNS.iter().map(|(name, _)| *name).chain(of_board.iter().map(|(name, _)| *name));
    let head: Vec<String> = names.map(|name| say(language, name, &[])).collect();
    let cells = |line: &Line| -> Vec<Cell> {
        let own = COLUMNS.iter().map(|(_, cell)| cell(line, language));
        let beside = line.of_board.iter().flat_map(|known| of_board.iter().map(|(_, cell)| cell(known)));
        own.chain(beside).collect()
    };
    match format {
        ExportFormat::Csv => csv(&head, lines.iter().map(cells)),
        ExportFormat::Xlsx => workbook(&head, lines.iter().map(cells))
            .map_err(|error| AppError::File(std::io::Error::other(error))),
    }
}

fn csv(head: &[String], rows: impl Iterator<Item = Vec<Cell>>) -> Result<Vec<u8>, AppError> {
    let mut writer = csv::Writer::from_writer(vec![0xef, 0xbb, 0xbf]);
    let unwritten = |error: csv::Error| AppError::File(std::io::Error::other(error));
    writer.write_record(head).map_err(unwritten)?;
    for row in rows {
        let texts = row.into_iter().map(|cell| match cell {
            Cell::Text(text) => no_formula(text),
            Cell::Number(number) => number.to_string(),
            Cell::Day(day) => day.map(|day| day.to_string()).unwrap_or_default(),
        });
        writer.write_record(texts).map_err(unwritten)?;
    }
    writer.into_inner().map_err(|error| AppError::File(error.into_error()))
}

/// A name that begins like a formula is no formula: a spreadsheet would calculate what a stranger typed.
fn no_formula(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text }
}

fn workbook(head: &[String], rows: impl Iterator<Item = Vec<Cell>>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let (bold, day) = (Format::new().set_bold(), Format::new().set_num_format("yyyy-mm-dd"));
    let sheet = workbook.add_worksheet();
    sheet.set_freeze_panes(1, 0)?;
    for (column, name) in (0_u16..).zip(head) {
        sheet.write_string_with_format(0, column, name, &bold)?;
    }
    for (row, cells) in (1_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Text(text) if text.is_empty() => {}
                Cell::Text(text) => {
                    sheet.write_string(row, column, text)?;
                }
                Cell::Number(number) => {
                    sheet.write_number(row, column, number)?;
                }
                Cell::Day(None) => {}
                Cell::Day(Some(on)) => {
                    sheet.write_datetime_with_format(row, column, &excel_day(on)?, &day)?;
                }
            }
        }
    }
    sheet.autofit();
    workbook.save_to_buffer()
}

fn excel_day(on: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    ExcelDateTime::from_ymd(u16::try_from(on.year()).unwrap_or(1900), part(on.month()), part(on.day()))
}

fn coded(language: Language, kind: &str, value: &impl Serialize) -> Cell {
    Cell::Text(say(language, &format!("{kind}-{}", code(value)), &[]))
}

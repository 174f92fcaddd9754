//! The sales register: what was sold, to whom and when, imported from files. A row is a statement as of an
//! import; a serial that is not in it proves nothing.

mod mapping;

use crate::commands::Written;
use crate::error::AppError;
use crate::sheet::{
    FileLook, FileProblem, FileRef, ImportReport, ImportRow, Kind, OpenFile, Progress, Tally, brought, pass,
    small_count,
};
use crate::station::App;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use nightbench_domain::id::ImportId;
use nightbench_domain::registry::Sale;
use nightbench_locale::Language;
use nightbench_store::registry::{self as store, SalesBy};
use nightbench_store::{ImportFile, Noun, Tx};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use ts_rs::TS;

pub use mapping::{HeadingMap, RegistryField};

/// The request of `registry_open`: a file as the person chose it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenRequest {
    /// The file's name, for the history.
    pub name: String,
    /// Its content.
    pub base64: String,
}

/// The request of `registry_remap`: what the headings of an open file mean.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemapRequest {
    /// The open file.
    pub file: String,
    /// Heading to field; `null` leaves a column out; headings not named keep their own meaning.
    pub map: HeadingMap,
}

/// The request of `registry_import`: imports an open file as it is mapped now.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportRequest {
    /// The open file.
    pub file: String,
}

/// What an open file would bring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Preview {
    /// The file, and what its rows would do.
    #[serde(flatten)]
    pub look: FileLook,
    /// The columns and what they mean.
    pub headings: Vec<Heading>,
    /// Whether a column holds the serial number; without one nothing can be imported.
    pub has_serial: bool,
}

/// A column of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Heading {
    /// The heading as it stands in the file.
    pub heading: String,
    /// The field it stands for.
    pub field: Option<RegistryField>,
}

/// The request of `registry_list`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaleListRequest {
    /// What the serial begins with, or else the model; empty for all.
    #[serde(default)]
    pub text: String,
    /// The `next` of the page before.
    #[serde(default)]
    pub after: Option<String>,
    /// At most this many rows; 100 when absent, never more than 500.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// A page of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SalePage {
    /// The rows, by serial.
    pub rows: Vec<Sale>,
    /// Where the next page starts, absent on the last.
    pub next: Option<String>,
    /// How many rows the register holds.
    pub total: u64,
    /// When it was last imported, milliseconds since 1970 UTC.
    pub as_of: Option<i64>,
}

/// How many imports the history shows.
const IMPORTS_SHOWN: u32 = 50;

pub(crate) fn open(app: &App, request: OpenRequest) -> Result<Preview, AppError> {
    let bytes = STANDARD.decode(request.base64).map_err(|_| AppError::Base64)?;
    let file = app.files.open(None, request.name, bytes)?;
    preview(app, &file)
}

pub(crate) fn remap(app: &App, request: RemapRequest) -> Result<Preview, AppError> {
    let file = app.files.of_register(&request.file)?;
    let choices = request.map.into_iter().map(|(heading, field)| (heading, field.map(RegistryField::name)));
    file.choose(choices.collect());
    preview(app, &file)
}

pub(crate) fn progress(app: &App, request: FileRef) -> Result<Progress, AppError> {
    Ok(app.files.of_register(&request.file)?.progress())
}

pub(crate) fn cancel(app: &App, request: FileRef) -> Result<Progress, AppError> {
    let file = app.files.of_register(&request.file)?;
    file.cancel();
    Ok(file.progress())
}

/// The report of an import with each row error in words.
#[must_use]
pub fn with_messages(mut report: serde_json::Value, language: Language) -> serde_json::Value {
    let errors = report.get_mut("errors").and_then(serde_json::Value::as_array_mut);
    for error in errors.into_iter().flatten().filter_map(serde_json::Value::as_object_mut) {
        let text = |name: &str| error.get(name).map(|value| value.as_str().unwrap_or_default().to_owned());
        let code = text("code").unwrap_or_default();
        let other_row =
            error.get("other_row").and_then(serde_json::Value::as_u64).unwrap_or_default().to_string();
        let args = BTreeMap::from([("other_row".to_owned(), other_row)]);
        let id = ["registry", "problem"].map(|group| format!("{group}-{code}"));
        let id = id.iter().find(|id| nightbench_locale::knows(language, id)).cloned().unwrap_or_default();
        error.insert("message".to_owned(), crate::error::say(language, &id, &args).into());
    }
    report
}

/// Brings the file in as it is mapped now, inside a transaction that is kept or taken back.
fn bring_in(
    tx: &Tx<'_>,
    file: &OpenFile,
    id: ImportId,
    progress: impl FnMut(u32) -> ControlFlow<()>,
) -> Result<Tally, AppError> {
    let choices = file.choices();
    let kind = Kind {
        columns: &mapping::COLUMNS,
        key: RegistryField::Serial.name(),
        words: &|heading| choices.get(heading).copied(),
    };
    let mut importing = store::begin(tx, ImportFile { id, name: &file.name, hash: file.hash })?;
    let tally = pass(&file.sheet, &kind, progress, |cells| {
        Ok(importing.say(cells.number(), &mapping::sale_of(cells)?)?)
    })?;
    importing.finish(tally.rows.into(), tally.left_out())?;
    Ok(tally)
}

fn preview(app: &App, file: &OpenFile) -> Result<Preview, AppError> {
    let id = ImportId::new(app.ports.ids.uuid());
    let tally =
        app.rehearse(&[Noun::Registry], |tx| bring_in(tx, file, id, |_| ControlFlow::Continue(())))?;
    file.looked_through(&tally);
    let headings = tally.headings.columns.iter().map(|(heading, field)| Heading {
        heading: heading.clone(),
        field: field.and_then(RegistryField::of_name),
    });
    Ok(Preview {
        headings: headings.collect(),
        has_serial: tally.headings.has_key,
        look: FileLook::of(file, tally)?,
    })
}

/// Imports an open file as it is mapped now, in one transaction. Stopped by a person, it leaves nothing.
pub(crate) fn import(app: &App, request: ImportRequest) -> Result<Written<ImportReport>, AppError> {
    let file = app.files.of_register(&request.file)?;
    file.begin();
    let id = ImportId::new(app.ports.ids.uuid());
    let written = app.write(|tx| {
        let tally = bring_in(tx, &file, id, |rows| file.advance(rows))?;
        if tally.headings.has_key { Ok((tally, ())) } else { Err(FileProblem::NoSerialColumn.into()) }
    });
    let Written { value: (report, ()), changes } = brought(&file, written)?;
    Ok(Written { value: report, changes })
}

pub(crate) fn list(app: &App, request: SaleListRequest) -> Result<SalePage, AppError> {
    let rows_max = request.limit.unwrap_or(crate::ticket::ROWS).clamp(1, crate::ticket::ROWS_MAX);
    let after: Option<SaleCursor> =
        request.after.as_deref().map(serde_json::from_str).transpose().map_err(AppError::BadRequest)?;
    let text = request.text.trim().to_owned();
    let by_model = after.as_ref().is_some_and(|after| after.by_model);
    let after = after.map(|after| after.sale);
    let (page, by_model) = if by_model {
        (store::page(&app.store, &SalesBy::Model(text), after.as_ref(), rows_max)?, true)
    } else {
        let page = store::page(&app.store, &SalesBy::Serial(text.clone()), after.as_ref(), rows_max)?;
        if page.rows.is_empty() && after.is_none() && !text.is_empty() {
            (store::page(&app.store, &SalesBy::Model(text), None, rows_max)?, true)
        } else {
            (page, false)
        }
    };
    let next =
        page.rows.last().filter(|_| page.is_more).map(|last| SaleCursor { by_model, sale: keys(last) });
    Ok(SalePage {
        next: next.map(|next| serde_json::to_string(&next)).transpose().map_err(AppError::BadRequest)?,
        rows: page.rows,
        total: store::size(&app.store)?,
        as_of: as_of(app)?,
    })
}

pub(crate) fn history(app: &App, (): ()) -> Result<Vec<ImportRow>, AppError> {
    let imports = store::imports(&app.store, IMPORTS_SHOWN)?.into_iter();
    Ok(imports
        .map(|import| ImportRow {
            id: import.id,
            name: import.file_name,
            at: import.imported_at,
            rows: small_count(import.rows),
            imported: small_count(import.imported),
            updated: small_count(import.updated),
            skipped: small_count(import.unchanged + import.skipped),
        })
        .collect())
}

/// When the register was last imported, milliseconds since 1970 UTC.
pub(crate) fn as_of(app: &App) -> Result<Option<i64>, AppError> {
    Ok(store::newest_import(&app.store)?.map(|import| import.imported_at))
}

/// Where a page ended: only the keys of its last row, so that no personal value stands in it.
#[derive(Serialize, Deserialize)]
struct SaleCursor {
    by_model: bool,
    sale: Sale,
}

fn keys(sale: &Sale) -> Sale {
    Sale {
        serial: sale.serial.clone(),
        model: sale.model.clone(),
        product_class: None,
        contract_date: None,
        voucher_date: None,
        sale_kind: None,
        dealer: String::new(),
        customer: String::new().into(),
        phone: String::new().into(),
    }
}

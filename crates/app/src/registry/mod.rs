//! The sales register: what was sold, to whom and when, imported from files. A row is a statement as of an
//! import; a serial that is not in it proves nothing.

mod mapping;
mod table;

use crate::commands::Written;
use crate::error::AppError;
use crate::station::App;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use mapping::Mapped;
use nightbench_domain::id::ImportId;
use nightbench_domain::registry::Sale;
use nightbench_locale::Language;
use nightbench_store::registry::{self as store, RegisterFile, SalesBy};
use nightbench_store::{Changes, StoreError};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use ts_rs::TS;

pub use mapping::{HeadingMap, RegistryField, RowError, RowProblem};
pub(crate) use mapping::{class_of, date_of, sale_kind_of};
pub use table::FileProblem;
pub(crate) use table::{Row, Table, read as read_table};

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

/// Names an open file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FileRef {
    /// The open file.
    pub file: String,
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
    /// Names the open file in later requests: the BLAKE3 hash of its content.
    pub file: String,
    /// Its name.
    pub name: String,
    /// How it was read: `UTF-8`, `UTF-16`, `GB18030` or `XLSX`.
    pub encoding: String,
    /// The column separator of a text file.
    pub separator: Option<String>,
    /// The columns and what they mean.
    pub headings: Vec<Heading>,
    /// Whether a column holds the serial number; without one nothing can be imported.
    pub has_serial: bool,
    /// The first rows, as they stand in the file.
    pub sample: Vec<Vec<String>>,
    /// Rows under the headings.
    pub rows: u32,
    /// Rows that can be imported.
    pub good: u32,
    /// Of these, serials the register does not hold yet.
    pub new: u32,
    /// Of these, serials about which the register would say more, or something else.
    pub changed: u32,
    /// All other rows: those with an error, and those that say nothing new.
    pub skipped: u32,
    /// The first 200 rows that cannot be imported.
    pub errors: Vec<RowError>,
    /// How many rows cannot be imported.
    pub error_count: u32,
}

/// A column of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Heading {
    /// The heading as it stands in the file.
    pub heading: String,
    /// The field it stands for.
    pub field: Option<RegistryField>,
}

/// What an import did. `rows = imported + updated + skipped`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportReport {
    /// Rows under the headings.
    pub rows: u32,
    /// Serials that were new.
    pub imported: u32,
    /// Serials whose row changed.
    pub updated: u32,
    /// Rows not written: those with an error, and those that say what the register says already.
    pub skipped: u32,
    /// Of the skipped, those that changed nothing.
    pub unchanged: u32,
    /// The rows with an error.
    pub errors: Vec<RowError>,
    /// Whether a person stopped it; then nothing was written.
    pub cancelled: bool,
}

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Progress {
    /// Rows written so far, in a transaction that is not committed yet.
    pub done: u32,
    /// Rows to write.
    pub total: u32,
    /// Whether a person asked to stop.
    pub cancelled: bool,
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

/// One import in the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportRow {
    /// Its identity.
    pub id: ImportId,
    /// The file's name.
    pub name: String,
    /// When, milliseconds since 1970 UTC.
    pub at: i64,
    /// Rows under the headings.
    pub rows: u32,
    /// Serials that were new.
    pub imported: u32,
    /// Serials whose row changed.
    pub updated: u32,
    /// Rows not written.
    pub skipped: u32,
}

/// How many rows a preview shows as they stand in the file.
const SAMPLE_ROWS: usize = 8;
/// How many row errors a preview names.
const ERRORS_SHOWN: usize = 200;
/// How many files stay open; opening one more drops the oldest.
const FILES_MAX: usize = 4;
/// How many imports the history shows.
const IMPORTS_SHOWN: u32 = 50;

/// Register files that were opened and not yet imported. They live in memory: closing the program forgets them.
#[derive(Default)]
pub(crate) struct OpenFiles(Mutex<Vec<Arc<OpenFile>>>);

/// An opened file, its table, and what its headings are said to mean.
struct OpenFile {
    id: String,
    hash: [u8; 32],
    name: String,
    table: Table,
    map: Mutex<HeadingMap>,
    done: AtomicU32,
    total: AtomicU32,
    is_cancelled: AtomicBool,
}

impl OpenFiles {
    fn put(&self, file: OpenFile) -> Arc<OpenFile> {
        let file = Arc::new(file);
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.retain(|open| open.id != file.id);
        if files.len() >= FILES_MAX {
            files.remove(0);
        }
        files.push(Arc::clone(&file));
        file
    }

    fn get(&self, id: &str) -> Result<Arc<OpenFile>, AppError> {
        let files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.iter().find(|open| open.id == id).cloned().ok_or(AppError::RegistryFileGone)
    }
}

impl OpenFile {
    fn mapped(&self) -> Result<Mapped, FileProblem> {
        mapping::map(&self.table, &self.map.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn progress(&self) -> Progress {
        Progress {
            done: self.done.load(Ordering::Relaxed),
            total: self.total.load(Ordering::Relaxed),
            cancelled: self.is_cancelled.load(Ordering::Relaxed),
        }
    }
}

pub(crate) fn open(app: &App, request: OpenRequest) -> Result<Preview, AppError> {
    let bytes = STANDARD.decode(request.base64).map_err(|_| AppError::Base64)?;
    let table = table::read(&bytes)?;
    let hash = blake3::hash(&bytes);
    let file = app.files.put(OpenFile {
        id: hash.to_hex().to_string(),
        hash: *hash.as_bytes(),
        name: request.name,
        table,
        map: Mutex::default(),
        done: AtomicU32::new(0),
        total: AtomicU32::new(0),
        is_cancelled: AtomicBool::new(false),
    });
    preview(app, &file)
}

pub(crate) fn remap(app: &App, request: RemapRequest) -> Result<Preview, AppError> {
    let file = app.files.get(&request.file)?;
    *file.map.lock().unwrap_or_else(PoisonError::into_inner) = request.map;
    preview(app, &file)
}

pub(crate) fn progress(app: &App, request: FileRef) -> Result<Progress, AppError> {
    Ok(app.files.get(&request.file)?.progress())
}

pub(crate) fn cancel(app: &App, request: FileRef) -> Result<Progress, AppError> {
    let file = app.files.get(&request.file)?;
    file.is_cancelled.store(true, Ordering::Relaxed);
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

fn preview(app: &App, file: &OpenFile) -> Result<Preview, AppError> {
    let sample = file.table.rows.iter().take(SAMPLE_ROWS).map(|row| row.cells.clone()).collect();
    let nothing = Preview {
        file: file.id.clone(),
        name: file.name.clone(),
        encoding: file.table.encoding.to_owned(),
        separator: file.table.separator.map(String::from),
        headings: Vec::new(),
        has_serial: false,
        sample,
        rows: 0,
        good: 0,
        new: 0,
        changed: 0,
        skipped: 0,
        errors: Vec::new(),
        error_count: 0,
    };
    let mapped = match file.mapped() {
        Ok(mapped) => mapped,
        // Which column it is can still be said by a person.
        Err(FileProblem::NoSerialColumn) => {
            let headings = mapping::unmapped_headings(&file.table);
            let headings = headings.into_iter().map(|heading| Heading { heading, field: None }).collect();
            return Ok(Preview { headings, ..nothing });
        }
        Err(problem) => return Err(problem.into()),
    };
    let (mut new, mut changed) = (0, 0);
    for (_, sale) in &mapped.sales {
        match store::by_serial(&app.store, &sale.serial)? {
            None => new += 1,
            Some(known) if known.is_changed_by(sale) => changed += 1,
            Some(_) => {}
        }
    }
    Ok(Preview {
        headings: mapped.headings.into_iter().map(|(heading, field)| Heading { heading, field }).collect(),
        has_serial: true,
        rows: mapped.rows,
        good: small(mapped.sales.len()),
        new,
        changed,
        skipped: mapped.rows.saturating_sub(new + changed),
        error_count: small(mapped.errors.len()),
        errors: mapped.errors.into_iter().take(ERRORS_SHOWN).collect(),
        ..nothing
    })
}

/// Imports an open file as it is mapped now, in one transaction. Stopped by a person, it leaves nothing.
pub(crate) fn import(app: &App, request: ImportRequest) -> Result<Written<ImportReport>, AppError> {
    let file = app.files.get(&request.file)?;
    let mapped = file.mapped()?;
    let sales: Vec<Sale> = mapped.sales.into_iter().map(|(_, sale)| sale).collect();
    file.is_cancelled.store(false, Ordering::Relaxed);
    file.done.store(0, Ordering::Relaxed);
    file.total.store(small(sales.len()), Ordering::Relaxed);
    let errors = mapped.errors;
    let register = RegisterFile {
        id: ImportId::new(app.ports.ids.uuid()),
        name: &file.name,
        hash: file.hash,
        rows: mapped.rows.into(),
        skipped: u64::from(small(errors.len())) + u64::from(mapped.repeated),
    };
    let report = |imported: u64, updated: u64, unchanged: u64, cancelled| {
        let (imported, updated) = (small_count(imported), small_count(updated));
        ImportReport {
            rows: mapped.rows,
            imported,
            updated,
            skipped: mapped.rows.saturating_sub(imported + updated),
            unchanged: small_count(unchanged) + if cancelled { 0 } else { mapped.repeated },
            errors: errors.clone(),
            cancelled,
        }
    };
    let written = app.write(|tx| {
        let done = store::import(tx, &register, &sales, |rows| {
            file.done.store(small_count(rows), Ordering::Relaxed);
            if file.is_cancelled.load(Ordering::Relaxed) {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        Ok(done?)
    });
    match written {
        Err(AppError::Store(StoreError::Stopped)) => {
            Ok(Written { value: report(0, 0, 0, true), changes: Changes::default() })
        }
        Err(other) => Err(other),
        Ok(Written { value, changes }) => {
            Ok(Written { value: report(value.imported, value.updated, value.unchanged, false), changes })
        }
    }
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

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn small_count(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

//! Paper: the forms of a ticket, previewed, kept with their hash and time, opened or printed.

use crate::commands::Written;
use crate::consignment;
use crate::error::AppError;
use crate::ports::PrinterName;
use crate::station::App;
use crate::ticket_paper::{self, centre, printed};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use nightbench_domain::id::{ConsignmentId, PaperId, QuoteId, TicketId};
use nightbench_forms::application::BlankForm;
use nightbench_forms::{Form, FormLanguage};
use nightbench_store::intake;
use nightbench_store::paper as store;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use ts_rs::TS;

/// Which paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FormKind {
    /// The after-sales service application form (4.2).
    Application,
    /// The same, empty, to be filled by hand.
    Blank,
    /// The unit's label.
    Label,
    /// The customer's receipt.
    Receipt,
    /// What goes back with the unit, for the customer's signature.
    Delivery,
    /// What is refunded, from which document and by whom (3.3).
    Refund,
    /// The order of the company to itself, which stands in place of a customer's papers for a unit of its own.
    Internal,
    /// The quote that was given to the customer last (4.2).
    Quote,
    /// The decision letter: what is granted and what is not, and why.
    Decision,
    /// The report of the test bench: what was measured and found.
    Report,
    /// The receipt of a whole parcel, for its sender.
    Parcels,
    /// What differs in a parcel from what was announced, for its sender.
    Differences,
}

/// What a previewed form is about.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Subject {
    /// A work order.
    Ticket {
        /// Which.
        id: TicketId,
    },
    /// A parcel.
    Consignment {
        /// Which.
        id: ConsignmentId,
    },
    /// A quote, also while it is a draft: then the paper says so.
    Quote {
        /// Which.
        id: QuoteId,
    },
    /// Nothing: the empty form.
    Nothing,
}

/// The request of `form_preview`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PreviewRequest {
    /// Which paper.
    pub form: FormKind,
    /// In which language.
    pub language: FormLanguage,
    /// About what.
    pub subject: Subject,
}

/// A PDF.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Pdf {
    /// A file name for it.
    pub name: String,
    /// How many pages.
    pub pages: u32,
    /// BLAKE3 of the bytes, hexadecimal.
    pub hash: String,
    /// The bytes.
    pub base64: String,
}

/// The request of `form_render`: makes a paper and keeps it with the ticket.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RenderRequest {
    /// The work order; for a paper of a parcel a work order of it, or the parcel.
    pub id: TicketId,
    /// Which paper.
    pub form: FormKind,
    /// In which language.
    pub language: FormLanguage,
}

/// The request of `form_print`: makes a paper, keeps it and sends it to a printer.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintRequest {
    /// The work order.
    pub id: TicketId,
    /// Which paper.
    pub form: FormKind,
    /// In which language.
    pub language: FormLanguage,
    /// The printer's name.
    pub printer: String,
    /// How many, 1 to 9.
    pub copies: u8,
}

/// A paper that was made for a ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Paper {
    /// Its identity.
    pub id: PaperId,
    /// Which paper.
    pub form: FormKind,
    /// In which language.
    pub language: FormLanguage,
    /// BLAKE3 of the PDF, hexadecimal.
    pub hash: String,
    /// How many pages.
    pub pages: u32,
    /// When, milliseconds since 1970 UTC.
    pub made_at: i64,
    /// The printer that took it, if one did.
    pub printed_to: Option<String>,
}

/// The file in which a paper was handed to the system's viewer; it is removed at the next start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PaperFile {
    /// Where it is.
    pub path: String,
}

/// Names a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PaperRef {
    /// The paper.
    pub id: PaperId,
}

pub(crate) fn printers(app: &App, (): ()) -> Result<Vec<PrinterName>, AppError> {
    Ok(app.ports.printer.list())
}

pub(crate) fn preview(app: &App, request: PreviewRequest) -> Result<Pdf, AppError> {
    let (pdf, name) = match request.subject {
        Subject::Nothing => {
            let form = Form::Blank(Box::new(BlankForm {
                centre: centre(app)?,
                rma: None,
                further: Vec::new(),
                product_class: None,
                printed: printed(app, app.now_ms())?,
            }));
            (nightbench_forms::render(&form, request.language)?, "blank".to_owned())
        }
        Subject::Consignment { id } => {
            (parcel(app, id, request.form, request.language)?, format!("parcel-{id}"))
        }
        Subject::Quote { id } => {
            let pdf = ticket_paper::quote(app, id, request.language)?;
            (pdf, format!("quote-{id}"))
        }
        Subject::Ticket { id } => {
            let record = intake::by_id(&app.store, id)?.ok_or(AppError::NotFound)?;
            let name = record.rma.to_string();
            (ticket_paper::make(app, record, request.form, request.language)?, name)
        }
    };
    Ok(Pdf {
        name: format!("{name}.pdf"),
        pages: pages(&pdf),
        hash: pdf.blake3.clone(),
        base64: STANDARD.encode(&pdf.bytes),
    })
}

pub(crate) fn render(app: &App, request: RenderRequest) -> Result<Written<Paper>, AppError> {
    let (of, pdf) = match request.form {
        FormKind::Parcels | FormKind::Differences => {
            let id = consignment::of_paper(app, request.id)?;
            (store::PaperOf::Consignment(id), parcel(app, id, request.form, request.language)?)
        }
        FormKind::Application
        | FormKind::Blank
        | FormKind::Decision
        | FormKind::Report
        | FormKind::Delivery
        | FormKind::Internal
        | FormKind::Label
        | FormKind::Quote
        | FormKind::Receipt
        | FormKind::Refund => {
            let record = intake::by_id(&app.store, request.id)?.ok_or(AppError::NotFound)?;
            (
                store::PaperOf::Ticket(request.id),
                ticket_paper::make(app, record, request.form, request.language)?,
            )
        }
    };
    let id = PaperId::new(app.ports.ids.uuid());
    let form = code(request.form)?;
    let written = app.write(|tx| {
        let paper = store::NewPaper {
            id,
            of,
            form: &form,
            language: request.language.tag(),
            pages: pages(&pdf),
            pdf: &pdf.bytes,
            at_ms: app.now_ms(),
        };
        Ok(store::add(tx, &paper)?)
    })?;
    Ok(Written { value: paper(written.value)?, changes: written.changes })
}

/// The paper is kept before it goes to the printer, so a jam loses nothing; the printer's name is added once the
/// print system has taken the job.
pub(crate) fn print(app: &App, request: PrintRequest) -> Result<Written<Paper>, AppError> {
    let PrintRequest { id, form, language, printer, copies } = request;
    let mut kept = render(app, RenderRequest { id, form, language })?;
    let (paper, bytes) = content(app, kept.value.id)?;
    app.ports.printer.print(
        &printer,
        &spool(app, &format!("{}.pdf", paper.id), &bytes)?,
        copies.clamp(1, 9),
    )?;
    let printed = app.write(|tx| Ok(store::printed(tx, paper.id, &printer, app.now_ms())?))?;
    kept.changes.extend(printed.changes);
    Ok(Written { value: content(app, paper.id)?.0, changes: kept.changes })
}

pub(crate) fn read(app: &App, request: PaperRef) -> Result<Pdf, AppError> {
    let (paper, bytes) = content(app, request.id)?;
    Ok(Pdf {
        name: format!("{}.pdf", paper.id),
        pages: paper.pages,
        hash: paper.hash,
        base64: STANDARD.encode(bytes),
    })
}

/// Opens a paper in the system's own viewer, from which it can be saved or printed.
pub(crate) fn open(app: &App, request: PaperRef) -> Result<PaperFile, AppError> {
    let (paper, bytes) = content(app, request.id)?;
    let file = spool(app, &format!("{}.pdf", paper.id), &bytes)?;
    app.ports.printer.show(&file)?;
    Ok(PaperFile { path: file.display().to_string() })
}

/// The papers of a ticket, newest first.
pub(crate) fn papers(app: &App, ticket: TicketId) -> Result<Vec<Paper>, AppError> {
    store::of_ticket(&app.store, ticket)?.into_iter().map(paper).collect()
}

/// The papers of a parcel, newest first.
pub(crate) fn papers_of_consignment(app: &App, consignment: ConsignmentId) -> Result<Vec<Paper>, AppError> {
    store::of_consignment(&app.store, consignment)?.into_iter().map(paper).collect()
}

fn content(app: &App, id: PaperId) -> Result<(Paper, Vec<u8>), AppError> {
    let record = store::by_id(&app.store, id)?.ok_or(AppError::NotFound)?;
    let bytes = store::content(&app.store, &record)?;
    Ok((paper(record)?, bytes))
}

fn paper(record: store::Paper) -> Result<Paper, AppError> {
    Ok(Paper {
        id: record.id,
        form: serde_json::from_value(record.form.into()).map_err(AppError::BadRequest)?,
        language: serde_json::from_value(record.language.into()).map_err(AppError::BadRequest)?,
        hash: record.hash,
        pages: record.pages,
        made_at: record.made_at,
        printed_to: record.printed.map(|printed| printed.to),
    })
}

/// What is handed to another program as a file that only this user can read, beside the records; `clear_spool` removes it
/// at the next start.
pub(crate) fn spool(app: &App, name: &str, bytes: &[u8]) -> Result<PathBuf, AppError> {
    let folder = spool_folder(app);
    fs::create_dir_all(&folder).map_err(AppError::File)?;
    let file = folder.join(name);
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
        options.mode(0o600);
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).map_err(AppError::File)?;
    }
    options.open(&file).and_then(|mut open| open.write_all(bytes)).map_err(AppError::File)?;
    Ok(file)
}

/// Removes the files of papers that were opened or printed before: the papers themselves are in the record.
pub(crate) fn clear_spool(app: &App) -> Result<(), AppError> {
    match fs::remove_dir_all(spool_folder(app)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(AppError::File(error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

fn spool_folder(app: &App) -> PathBuf {
    match app.store.path() {
        Some(data) => data.join("spool"),
        // A store in memory has no folder of its own.
        None => std::env::temp_dir().join(format!("nightbench-spool-{}", std::process::id())),
    }
}

/// A paper of a parcel: the list for its sender where that is asked for, else its receipt.
fn parcel(
    app: &App,
    id: ConsignmentId,
    form: FormKind,
    language: FormLanguage,
) -> Result<nightbench_forms::Pdf, AppError> {
    let receipt = Box::new(consignment::receipt(app, id, language)?);
    let form = match form {
        FormKind::Differences => Form::Differences(receipt),
        FormKind::Application
        | FormKind::Blank
        | FormKind::Decision
        | FormKind::Report
        | FormKind::Internal
        | FormKind::Label
        | FormKind::Delivery
        | FormKind::Receipt
        | FormKind::Refund
        | FormKind::Quote
        | FormKind::Parcels => Form::Parcel(receipt),
    };
    Ok(nightbench_forms::render(&form, language)?)
}

pub(crate) fn pages(pdf: &nightbench_forms::Pdf) -> u32 {
    u32::try_from(pdf.pages).unwrap_or(u32::MAX)
}

fn code(form: FormKind) -> Result<String, AppError> {
    let value = serde_json::to_value(form).map_err(AppError::BadRequest)?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

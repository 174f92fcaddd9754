//! Masters: models, dealers, contracts, the charge standard, our own units. Files of them are looked at, mapped and
//! imported like the sales register, and they are listed with the file that last said each. What follows from them for
//! a claim is in `claim`.

mod charge;
mod contract;
mod dealer;
mod file;
mod listing;
mod loan;
mod model;

pub use listing::{
    ChargeRequest, ContractCard, MasterEntry, MasterImportRow, MasterKindRef, MasterListRequest, MasterPage,
    MasterRow, ModelCard, ModelRef,
};
pub(crate) use listing::{charges, history, list, model as model_get};

use crate::commands::Written;
use crate::error::AppError;
use crate::form;
use crate::sheet::{
    Cells, Column, FileLook, FileProblem, FileRef, ImportReport, Kind, OpenFile, Progress, Refused, Tally,
    brought, heading_key, pass,
};
use crate::station::App;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use dealer::DealerNames;
use file::{MasterFile, bring};
use nightbench_domain::charge::Charge;
use nightbench_domain::contract::Contract;
use nightbench_domain::dealer::Dealer;
use nightbench_domain::id::ImportId;
use nightbench_domain::loan::Loan;
pub use nightbench_domain::master::MasterKind;
use nightbench_domain::model::Model;
use nightbench_locale::Language;
use nightbench_store::master::{self as store, Importing};
use nightbench_store::{ImportFile, Noun, Said, Tx};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use ts_rs::TS;

/// The request of `master_open`: a file as the person chose it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MasterOpenRequest {
    /// What it brings.
    pub kind: MasterKind,
    /// The file's name, for the history.
    pub name: String,
    /// Its content.
    pub base64: String,
}

/// The request of `master_remap`: what the headings of an open file mean.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MasterRemapRequest {
    /// The open file.
    pub file: String,
    /// Heading to field; `null` leaves a column out; headings not named keep their own meaning.
    #[serde(default)]
    pub map: BTreeMap<String, Option<String>>,
    /// Whether the file says all there is of its kind: what it leaves out ends.
    #[serde(default)]
    pub complete: bool,
}

/// The request of `master_import`: imports an open file as it is mapped now.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MasterImportRequest {
    /// The open file.
    pub file: String,
    /// Whether the file says all there is of its kind: what it leaves out ends.
    #[serde(default)]
    pub complete: bool,
}

/// What an open file would bring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MasterPreview {
    /// The file, and what its rows would do.
    #[serde(flatten)]
    pub look: FileLook,
    /// What it brings.
    pub kind: MasterKind,
    /// The columns and what they mean.
    pub headings: Vec<MasterHeading>,
    /// The fields a column can mean, the one rows are known by first.
    pub fields: Vec<String>,
    /// Whether a column holds what rows are known by; without one nothing can be imported.
    pub has_key: bool,
    /// What would end, if the file is complete.
    pub ended: u32,
}

/// A column of a file of masters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MasterHeading {
    /// The heading as it stands in the file.
    pub heading: String,
    /// The field it stands for.
    pub field: Option<String>,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MasterReport {
    /// What became of its rows.
    #[serde(flatten)]
    pub rows: ImportReport,
    /// What ended, because a complete file left it out.
    pub ended: u32,
}

/// The request of `master_template`: an empty file with the right headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MasterTemplateRequest {
    /// What it is for.
    pub kind: MasterKind,
    /// The language of its headings.
    pub language: Language,
    /// Whether it is opened in this computer's program for tables, from which it is saved.
    #[serde(default)]
    pub open: bool,
}

/// An empty file with the right headings: CSV that spreadsheet programs open as such.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MasterTemplate {
    /// Its name.
    pub name: String,
    /// Its content.
    pub base64: String,
}

/// The columns files of a kind may have, the key first.
fn columns(kind: MasterKind) -> &'static [Column] {
    match kind {
        MasterKind::Model => Model::COLUMNS,
        MasterKind::Dealer => Dealer::COLUMNS,
        MasterKind::Contract => Contract::COLUMNS,
        MasterKind::Charge => Charge::COLUMNS,
        MasterKind::Loan => Loan::COLUMNS,
    }
}

/// The fields files of a kind may have, by their names.
pub fn fields(kind: MasterKind) -> impl Iterator<Item = &'static str> {
    columns(kind).iter().map(|column| column.name)
}

/// The field of a kind that a heading in English or Chinese stands for.
#[must_use]
pub fn field_of(kind: MasterKind, heading: &str) -> Option<&'static str> {
    crate::sheet::meaning(columns(kind), heading).or_else(|| Headings::of(kind).field(heading))
}

/// What the columns of a kind are called in English, as the screen calls them; the names of the fields stand for
/// themselves.
struct Headings(Vec<(String, &'static str)>);

impl Headings {
    fn of(kind: MasterKind) -> Self {
        Self(columns(kind).iter().map(|column| (heading_key(&english(column)), column.name)).collect())
    }

    fn field(&self, heading: &str) -> Option<&'static str> {
        let key = heading_key(heading);
        self.0.iter().find(|(known, _)| *known == key).map(|(_, field)| *field)
    }
}

fn english(column: &Column) -> String {
    nightbench_locale::say(Language::En, &format!("master_field-{}", column.name), &[])
}

pub(crate) fn open(app: &App, request: MasterOpenRequest) -> Result<MasterPreview, AppError> {
    let bytes = STANDARD.decode(request.base64).map_err(|_| AppError::Base64)?;
    let file = app.files.open(Some(request.kind), request.name, bytes)?;
    preview(app, &file, request.kind, false)
}

pub(crate) fn remap(app: &App, request: MasterRemapRequest) -> Result<MasterPreview, AppError> {
    let (file, kind) = app.files.of_masters(&request.file)?;
    let choices = request.map.into_iter().map(|(heading, field)| {
        let field = field.map(|field| fields(kind).find(|known| *known == field).ok_or(AppError::NotFound));
        Ok((heading, field.transpose()?))
    });
    file.choose(choices.collect::<Result<_, AppError>>()?);
    preview(app, &file, kind, request.complete)
}

pub(crate) fn progress(app: &App, request: FileRef) -> Result<Progress, AppError> {
    Ok(app.files.of_masters(&request.file)?.0.progress())
}

pub(crate) fn cancel(app: &App, request: FileRef) -> Result<Progress, AppError> {
    let (file, _) = app.files.of_masters(&request.file)?;
    file.cancel();
    Ok(file.progress())
}

pub(crate) fn template(app: &App, request: MasterTemplateRequest) -> Result<MasterTemplate, AppError> {
    let heading = |column: &Column| {
        let said = match request.language {
            Language::En => english(column),
            Language::ZhCn => column.chinese.to_owned(),
        };
        // None of them has quotes of its own.
        if said.contains(',') { format!("\"{said}\"") } else { said }
    };
    let headings: Vec<_> = columns(request.kind).iter().map(heading).collect();
    let name = nightbench_locale::say(request.language, &format!("masters-{}", code(request.kind)), &[]);
    let name = format!("{name}.csv");
    // The mark at the beginning tells spreadsheet programs that it is UTF-8.
    let content = format!("\u{feff}{}\r\n", headings.join(","));
    if request.open {
        app.ports.printer.show(&form::spool(app, &name, content.as_bytes())?)?;
    }
    Ok(MasterTemplate { name, base64: STANDARD.encode(content) })
}

const fn code(kind: MasterKind) -> &'static str {
    match kind {
        MasterKind::Model => "model",
        MasterKind::Dealer => "dealer",
        MasterKind::Contract => "contract",
        MasterKind::Charge => "charge",
        MasterKind::Loan => "loan",
    }
}

/// Brings the file in as it is mapped now, inside a transaction that is kept or taken back. Returns what ended too.
fn bring_in(
    tx: &Tx<'_>,
    file: &OpenFile,
    kind: MasterKind,
    id: ImportId,
    is_complete: bool,
    progress: impl FnMut(u32) -> ControlFlow<()>,
) -> Result<(Tally, u32), AppError> {
    let choices = file.choices();
    let columns = columns(kind);
    let in_english = Headings::of(kind);
    let description = Kind {
        columns,
        key: columns.first().map_or("", |column| column.name),
        words: &|heading| choices.get(heading).copied().or_else(|| in_english.field(heading).map(Some)),
    };
    let import = ImportFile { id, name: &file.name, hash: file.hash };
    let mut importing = store::begin(tx, kind, import, is_complete)?;
    let mut names = DealerNames::default();
    let tally = pass(&file.sheet, &description, progress, |cells| {
        if kind == MasterKind::Dealer {
            names.hear(cells)?;
        }
        row(&mut importing, kind, cells)
    })?;
    // A file in which nothing could be read says nothing about what it leaves out.
    let done = importing.finish(tally.rows.into(), tally.left_out())?;
    Ok((tally, u32::try_from(done.ended).unwrap_or(u32::MAX)))
}

fn row(importing: &mut Importing<'_, '_>, kind: MasterKind, cells: &Cells<'_>) -> Result<Said, Refused> {
    match kind {
        MasterKind::Model => bring::<Model>(importing, cells),
        MasterKind::Dealer => bring::<Dealer>(importing, cells),
        MasterKind::Contract => bring::<Contract>(importing, cells),
        MasterKind::Charge => bring::<Charge>(importing, cells),
        MasterKind::Loan => bring::<Loan>(importing, cells),
    }
}

fn preview(app: &App, file: &OpenFile, kind: MasterKind, complete: bool) -> Result<MasterPreview, AppError> {
    let id = ImportId::new(app.ports.ids.uuid());
    let (tally, ended) = app.rehearse(&[Noun::Master], |tx| {
        bring_in(tx, file, kind, id, complete, |_| ControlFlow::Continue(()))
    })?;
    file.looked_through(&tally);
    let headings = tally
        .headings
        .columns
        .iter()
        .map(|(heading, field)| MasterHeading { heading: heading.clone(), field: field.map(str::to_owned) });
    Ok(MasterPreview {
        kind,
        headings: headings.collect(),
        fields: fields(kind).map(str::to_owned).collect(),
        has_key: tally.headings.has_key,
        ended: if tally.headings.has_key { ended } else { 0 },
        look: FileLook::of(file, tally)?,
    })
}

/// Imports an open file as it is mapped now, in one transaction. Stopped by a person, it leaves nothing.
pub(crate) fn import(app: &App, request: MasterImportRequest) -> Result<Written<MasterReport>, AppError> {
    let (file, kind) = app.files.of_masters(&request.file)?;
    file.begin();
    let id = ImportId::new(app.ports.ids.uuid());
    let written = app.write(|tx| {
        let (tally, ended) = bring_in(tx, &file, kind, id, request.complete, |rows| file.advance(rows))?;
        if !tally.headings.has_key {
            return Err(FileProblem::NoKeyColumn.into());
        }
        // A complete list with rows nobody could read would end what those rows speak of.
        if request.complete && tally.error_count > 0 {
            return Err(AppError::MastersIncomplete { count: tally.error_count });
        }
        Ok((tally, ended))
    });
    let Written { value: (rows, ended), changes } = brought(&file, written)?;
    Ok(Written { value: MasterReport { rows, ended }, changes })
}

//! Masters as they are looked at: lists by kind, the history of files, one model's card, the charges of a day.

use crate::error::AppError;
use crate::known::model_of;
use crate::sheet::{ImportRow, small_count};
use crate::station::App;
use chrono::NaiveDate;
use nightbench_domain::charge::Charge;
use nightbench_domain::contract::Contract;
use nightbench_domain::dealer::Dealer;
use nightbench_domain::loan::Loan;
use nightbench_domain::master::{Master, MasterKind};
use nightbench_domain::model::Model;
use nightbench_store::master::{self as store, Recorded};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How many imports the history shows.
const IMPORTS_SHOWN: u32 = 50;

/// A master of any kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", content = "entry", rename_all = "snake_case")]
pub enum MasterEntry {
    /// A model.
    Model(Box<Model>),
    /// A dealer.
    Dealer(Box<Dealer>),
    /// A contract.
    Contract(Box<Contract>),
    /// A line of the charge standard.
    Charge(Box<Charge>),
    /// A unit of our own.
    Loan(Box<Loan>),
}

/// A master as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MasterRow {
    /// Its key among its kind.
    pub key: String,
    /// What it says.
    pub master: MasterEntry,
    /// When the file that last said it was imported, milliseconds since 1970 UTC.
    pub said_at: i64,
    /// That file's name.
    pub said_by: String,
    /// When the file that last changed it was imported, milliseconds since 1970 UTC.
    pub changed_at: i64,
    /// Whether a complete file left it out: it says nothing any more.
    pub ended: bool,
    /// The last day it held by its own words, once that is over: a dealer's authorisation.
    pub expired_on: Option<NaiveDate>,
}

/// The request of `master_list`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MasterListRequest {
    /// Which kind.
    pub kind: MasterKind,
    /// What stands in its code, number, serial or names; empty for all.
    #[serde(default)]
    pub text: String,
    /// The `next` of the page before.
    #[serde(default)]
    pub after: Option<String>,
    /// At most this many rows; 100 when absent, never more than 500.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// A page of one kind of masters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MasterPage {
    /// The rows, by key.
    pub rows: Vec<MasterRow>,
    /// Where the next page starts, absent on the last.
    pub next: Option<String>,
    /// How many are in force.
    pub total: u64,
    /// When the kind was last imported, milliseconds since 1970 UTC; absent when never.
    pub as_of: Option<i64>,
}

/// Names a kind of masters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MasterKindRef {
    /// The kind.
    pub kind: MasterKind,
}

/// One import in the history of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MasterImportRow {
    /// The import and what became of its rows.
    #[serde(flatten)]
    pub import: ImportRow,
    /// What it brought.
    pub kind: MasterKind,
    /// Whether it said all there is.
    pub complete: bool,
    /// Keys it ended.
    pub ended: u64,
}

/// The request of `model_get`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ModelRef {
    /// The model's code, in any writing.
    pub model: String,
}

/// What the master of a model says, and as of when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ModelCard {
    /// The model.
    pub model: Model,
    /// When it was last said, milliseconds since 1970 UTC.
    pub as_of: i64,
}

/// A contract that covers a unit, and which file says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ContractCard {
    /// The contract.
    pub contract: Contract,
    /// When it was last said, milliseconds since 1970 UTC.
    pub as_of: i64,
    /// The name of the file that said it.
    pub file: String,
}

/// The request of `charge_list`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChargeRequest {
    /// The day the charges are asked for.
    pub on: NaiveDate,
}

impl From<Recorded<Model>> for ModelCard {
    fn from(recorded: Recorded<Model>) -> Self {
        Self { model: recorded.entry, as_of: recorded.said_at }
    }
}

impl From<Recorded<Contract>> for ContractCard {
    fn from(recorded: Recorded<Contract>) -> Self {
        Self { contract: recorded.entry, as_of: recorded.said_at, file: recorded.said_by }
    }
}

pub(crate) fn list(app: &App, request: MasterListRequest) -> Result<MasterPage, AppError> {
    match request.kind {
        MasterKind::Model => page(app, &request, |model| MasterEntry::Model(Box::new(model))),
        MasterKind::Dealer => page(app, &request, |dealer| MasterEntry::Dealer(Box::new(dealer))),
        MasterKind::Contract => page(app, &request, |contract| MasterEntry::Contract(Box::new(contract))),
        MasterKind::Charge => page(app, &request, |charge| MasterEntry::Charge(Box::new(charge))),
        MasterKind::Loan => page(app, &request, |loan| MasterEntry::Loan(Box::new(loan))),
    }
}

fn page<M: Master>(
    app: &App,
    request: &MasterListRequest,
    entry: fn(M) -> MasterEntry,
) -> Result<MasterPage, AppError> {
    let rows_max = request.limit.unwrap_or(crate::ticket::ROWS).clamp(1, crate::ticket::ROWS_MAX);
    let after = request.after.as_deref().unwrap_or_default();
    let mut found = store::page::<M>(&app.store, request.text.trim(), after, rows_max + 1)?;
    let is_more = found.len() > rows_max as usize;
    found.truncate(rows_max as usize);
    let next = found.last().filter(|_| is_more).map(|(key, _)| key.clone());
    let today = app.today()?;
    let rows = found
        .into_iter()
        .map(|(key, recorded)| {
            let master = entry(recorded.entry);
            MasterRow {
                key,
                expired_on: expired_on(&master, today),
                master,
                said_at: recorded.said_at,
                said_by: recorded.said_by,
                changed_at: recorded.changed_at,
                ended: recorded.is_ended,
            }
        })
        .collect();
    Ok(MasterPage {
        rows,
        next,
        total: store::size(&app.store, M::KIND)?,
        as_of: store::newest_import(&app.store, M::KIND)?.map(|import| import.imported_at),
    })
}

fn expired_on(master: &MasterEntry, today: NaiveDate) -> Option<NaiveDate> {
    match master {
        MasterEntry::Dealer(dealer) => dealer.expired_on(today),
        MasterEntry::Model(_) | MasterEntry::Contract(_) | MasterEntry::Charge(_) | MasterEntry::Loan(_) => {
            None
        }
    }
}

pub(crate) fn history(app: &App, request: MasterKindRef) -> Result<Vec<MasterImportRow>, AppError> {
    Ok(store::imports(&app.store, request.kind, IMPORTS_SHOWN)?.into_iter().map(import_row).collect())
}

fn import_row(import: store::MasterImport) -> MasterImportRow {
    MasterImportRow {
        import: ImportRow {
            id: import.id,
            name: import.file_name,
            at: import.imported_at,
            rows: small_count(import.rows),
            imported: small_count(import.imported),
            updated: small_count(import.updated),
            skipped: small_count(import.unchanged + import.skipped),
        },
        kind: import.kind,
        complete: import.is_complete,
        ended: import.ended,
    }
}

/// What the master of a model says: its kit instead of the class's, its specification, its successor.
pub(crate) fn model(app: &App, request: ModelRef) -> Result<Option<ModelCard>, AppError> {
    Ok(model_of(&app.store, &request.model)?.map(ModelCard::from))
}

/// The charge standard in force on a day.
pub(crate) fn charges(app: &App, request: ChargeRequest) -> Result<Vec<Charge>, AppError> {
    Ok(store::charge_standard(&app.store, request.on)?.into_iter().map(|line| line.entry).collect())
}

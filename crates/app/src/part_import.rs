//! A list of spare parts as a file: what is said of each, and how many are here. One row is one part, known by its number;
//! a bad row is named and keeps nothing from the others. A column the file does not have says nothing, and neither does
//! an empty cell: stock lists are filled in by several hands. All good rows are one write, and a look at a file is that
//! write on a copy (`App::rehearse`).

use crate::commands::Written;
use crate::error::AppError;
use crate::part::serve;
use crate::sheet::{
    Cells, Column, FileProblem, Kind, RowError, RowFault, RowProblem, Sheet, Tally, amount, currency,
    heading_key, pass, whole, yes_or_no,
};
use crate::station::App;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use nightbench_domain::id::PartId;
use nightbench_domain::intake::Intake;
use nightbench_domain::money::{AMOUNT_MINOR_MAX, Currency};
use nightbench_domain::part::PartCard;
use nightbench_domain::serial::fold;
use nightbench_store::part as store;
use nightbench_store::{Noun, Said, Tx};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use ts_rs::TS;

/// The request of `part_import`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PartImportRequest {
    /// The file's name: why a stock is another than before.
    pub name: String,
    /// The file: CSV in UTF-8, UTF-16 or GB18030, or an Excel workbook.
    pub base64: String,
    /// Only says what would happen.
    #[serde(default)]
    pub dry_run: bool,
}

/// What became of the rows of a list of parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartImportReport {
    /// Rows under the headings.
    pub rows: u32,
    /// Parts that were not on the list of stock.
    pub imported: u32,
    /// Parts of which something changed.
    pub updated: u32,
    /// Rows that changed nothing: with an error, or with nothing new.
    pub skipped: u32,
    /// How many rows do not stand.
    pub error_count: u32,
    /// The first of them.
    pub errors: Vec<RowError>,
}

const COLUMNS: &[Column] = &[
    Column { name: "number", chinese: "备件号" },
    Column { name: "name_zh", chinese: "中文名称" },
    Column { name: "name_en", chinese: "英文名称" },
    Column { name: "position", chinese: "库位" },
    Column { name: "is_serialised", chinese: "有序列号" },
    Column { name: "cost", chinese: "单件成本" },
    Column { name: "currency", chinese: "币种" },
    Column { name: "on_hand", chinese: "在库" },
];

/// How else files write these headings.
const ALSO: &[(&str, &str)] = &[
    ("PARTNUMBER", "number"),
    ("PARTNO", "number"),
    ("料号", "number"),
    ("物料编码", "number"),
    ("名称", "name_zh"),
    ("库存", "on_hand"),
    ("数量", "on_hand"),
];

pub(crate) fn import(app: &App, request: PartImportRequest) -> Result<Written<PartImportReport>, AppError> {
    let bytes = STANDARD.decode(&request.base64).map_err(|_| AppError::Base64)?;
    let sheet = Sheet::open(bytes)?;
    let why: String = request.name.trim().chars().take(Intake::NAME_CHARS_MAX).collect();
    if request.dry_run {
        let (tally, _) = app.rehearse(&[Noun::Part], |tx| bring_in(app, tx, &sheet, &why))?;
        return Ok(Written { value: report(tally), changes: nightbench_store::Changes::default() });
    }
    let written = app.write(|tx| {
        let (tally, counted) = bring_in(app, tx, &sheet, &why)?;
        counted.into_iter().try_for_each(|part| serve(app, tx, part).map(drop))?;
        Ok(tally)
    })?;
    Ok(Written { value: report(written.value), changes: written.changes })
}

/// Brings every row in; answers with the parts that were counted, whose stock may serve who waits.
fn bring_in(app: &App, tx: &Tx<'_>, sheet: &Sheet, why: &str) -> Result<(Tally, Vec<PartId>), AppError> {
    let also = |heading: &str| {
        let key = heading_key(heading);
        ALSO.iter().find(|(word, _)| *word == key).map(|(_, field)| Some(*field))
    };
    let kind = Kind { columns: COLUMNS, key: "number", words: &also };
    let mut rows: BTreeMap<String, u32> = BTreeMap::new();
    let mut counted = Vec::new();
    let tally = pass(
        sheet,
        &kind,
        |_| ControlFlow::Continue(()),
        |cells| {
            let number = number(cells)?;
            let before = store::by_number(tx, &number)?;
            let card = card(cells, &number, before.as_ref().map(|part| &part.card))?;
            let stock = before.as_ref().map(|part| part.stock).unwrap_or_default();
            let on_hand = cells.read("on_hand", |text| whole(&fold_pieces(text), u32::MAX))?;
            let after = match on_hand.filter(|pieces| *pieces != stock.on_hand()) {
                None => None,
                Some(pieces) => {
                    Some(stock.count(pieces).map_err(|_| fault("on_hand", RowProblem::BelowReserved))?)
                }
            };
            let says_card = before.as_ref().is_none_or(|part| part.card != card);
            let earlier = rows.get(&number).copied();
            match (earlier, says_card || after.is_some()) {
                (Some(row), true) => return Ok(Said::Clash { row }),
                (Some(_), false) => return Ok(Said::Repeated),
                (None, _) => rows.insert(number, cells.number()),
            };
            let is_known = before.is_some();
            let id = before.map_or_else(|| PartId::new(app.ports.ids.uuid()), |part| part.id);
            if says_card {
                store::save(tx, id, &card)?;
            }
            if let Some(after) = after {
                store::count(tx, id, after, why)?;
                counted.push(id);
            }
            Ok(match (is_known, says_card || after.is_some()) {
                (false, _) => Said::New,
                (true, true) => Said::Changed,
                (true, false) => Said::Unchanged,
            })
        },
    )?;
    if tally.headings.has_key { Ok((tally, counted)) } else { Err(FileProblem::NoKeyColumn.into()) }
}

fn report(tally: Tally) -> PartImportReport {
    PartImportReport {
        rows: tally.rows,
        imported: tally.new,
        updated: tally.changed,
        skipped: tally.skipped(),
        error_count: tally.error_count,
        errors: tally.errors,
    }
}

fn number(cells: &Cells<'_>) -> Result<String, RowFault> {
    let number = fold(&cells.short("number", PartCard::TEXT_CHARS_MAX)?);
    if number.is_empty() { Err(fault("number", RowProblem::NoKey)) } else { Ok(number) }
}

/// The card with what the row says, over what was known before.
fn card(cells: &Cells<'_>, number: &str, known: Option<&PartCard>) -> Result<PartCard, RowFault> {
    let text = |field, known: Option<&String>| {
        let said = cells.short(field, PartCard::TEXT_CHARS_MAX)?;
        Ok::<_, RowFault>(if said.is_empty() { known.cloned().unwrap_or_default() } else { said })
    };
    let currency = match (cells.text("currency"), known) {
        ("", Some(card)) => card.currency.clone(),
        ("", None) => Currency::yuan(),
        _ => cells.read("currency", |said| {
            Currency::parse(&currency(said)?).map_err(|_| RowProblem::UnknownKind)
        })?,
    };
    let cost_minor = match cells.text("cost") {
        "" => known.and_then(|card| card.cost_minor),
        _ => Some(cells.read("cost", |said| cost(said, &currency))?),
    };
    let is_serialised = cells.read("is_serialised", yes_or_no)?;
    let card = PartCard {
        number: number.to_owned(),
        name_zh: text("name_zh", known.map(|card| &card.name_zh))?,
        name_en: text("name_en", known.map(|card| &card.name_en))?,
        position: text("position", known.map(|card| &card.position))?,
        is_serialised: is_serialised.unwrap_or_else(|| known.is_some_and(|card| card.is_serialised)),
        cost_minor,
        currency,
    };
    if card.name_zh.is_empty() && card.name_en.is_empty() {
        return Err(fault("name_zh", RowProblem::Missing));
    }
    Ok(card)
}

fn cost(text: &str, currency: &Currency) -> Result<i64, RowProblem> {
    let minor = amount(text, currency.as_str())?;
    let is_kept = minor <= AMOUNT_MINOR_MAX;
    i64::try_from(minor).ok().filter(|_| is_kept).ok_or(RowProblem::NotAnAmount)
}

/// Whole pieces; a workbook writes them with a fraction of nothing.
fn fold_pieces(text: &str) -> String {
    let folded = fold(text).replace(',', "");
    folded.strip_suffix(".0").map_or(folded.clone(), str::to_owned)
}

const fn fault(field: &'static str, problem: RowProblem) -> RowFault {
    RowFault { field, problem }
}

//! Parts on stock: what is here, what came in, what was counted. What comes in, or becomes free, goes to the work order
//! that asked first. What one work order needs of a part is in part_line.rs.

use crate::commands::Written;
use crate::error::AppError;
use crate::part_line::PartLine;
use crate::reason::reason;
use crate::station::App;
use crate::ticket::{TimelineEntry, timeline};
use crate::ticket_event::happen;
use nightbench_domain::id::{PartId, TicketId};
use nightbench_domain::intake::Intake;
use nightbench_domain::money::{AMOUNT_MINOR_MAX, Currency};
use nightbench_domain::part::{PartCard, PartLineState, Stock, StockProblem};
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::fold;
use nightbench_domain::ticket::{Event, Status};
use nightbench_store::part::{self as store, LineMove, LineRecord, PartRecord};
use nightbench_store::search::spellings;
use nightbench_store::{StoreError, Tx, journal, ticket as tickets};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A part as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartRow {
    /// Its identity.
    pub id: PartId,
    /// What is said of it.
    pub card: PartCard,
    /// How many are here.
    pub on_hand: u32,
    /// Of these, how many are spoken for.
    pub reserved: u32,
    /// Of these, how many are not.
    pub free: u32,
    /// How many pieces work orders wait for.
    pub wanted: u32,
    /// What may be typed for its Chinese name beside the name: pinyin initials, the whole of it.
    pub spellings: [String; 2],
}

/// A part with everything about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartLife {
    /// The part as lists show it.
    pub row: PartRow,
    /// The work orders that wait for it, kept it or used it, who asked first first.
    pub uses: Vec<PartUse>,
    /// What came in, was counted and was changed, newest first.
    pub timeline: Vec<TimelineEntry>,
    /// Whether an entry of the journal did not hold; then `timeline` is empty and the doctor says more.
    pub timeline_damaged: bool,
}

/// A work order that needs a part, or used it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartUse {
    /// Which work order.
    pub ticket: TicketId,
    /// Its number.
    pub rma: RmaNumber,
    /// How far it is with it.
    pub line: PartLine,
}

/// Which parts a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartFilter {
    /// Every one.
    #[default]
    All,
    /// Those of which no piece is free.
    NoneFree,
    /// Those that work orders wait for.
    Wanted,
}

/// The request of `part_list`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PartListRequest {
    /// Which.
    #[serde(default)]
    pub filter: PartFilter,
    /// Text to look for in number, name and position, also by pinyin initials; empty for all.
    #[serde(default)]
    pub text: String,
}

/// Names a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PartRef {
    /// The part.
    pub id: PartId,
}

/// The request of `part_save`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PartSaveRequest {
    /// Which to change; absent to add one.
    #[serde(default)]
    pub id: Option<PartId>,
    /// Its number.
    pub number: String,
    /// Its name in Chinese, or empty.
    #[serde(default)]
    pub name_zh: String,
    /// Its name in English, or empty.
    #[serde(default)]
    pub name_en: String,
    /// Where it lies in the store, or empty.
    #[serde(default)]
    pub position: String,
    /// Whether each piece has a serial of its own.
    #[serde(default)]
    pub is_serialised: bool,
    /// What one costs us, in minor units; absent: not known.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub cost_minor: Option<u64>,
    /// The currency of the cost; CNY when absent.
    #[serde(default = "Currency::yuan")]
    pub currency: Currency,
}

/// The request of `part_receive`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PartReceiveRequest {
    /// Which part.
    pub id: PartId,
    /// How many pieces came in.
    pub pieces: u32,
    /// From whom, with which note; or empty.
    #[serde(default)]
    pub note: String,
}

/// The request of `part_count`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PartCountRequest {
    /// Which part.
    pub id: PartId,
    /// How many are here.
    pub counted: u32,
    /// Why that is not what was kept.
    pub reason: String,
}

/// A part whose stock moved, and who was served by it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartMoved {
    /// The part as it is now.
    pub row: PartRow,
    /// The work orders that waited and have it now, who asked first first.
    pub served: Vec<ServedTicket>,
}

/// A work order whose part came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ServedTicket {
    /// Which.
    pub id: TicketId,
    /// Its number.
    pub rma: RmaNumber,
}

impl From<PartRecord> for PartRow {
    fn from(record: PartRecord) -> Self {
        Self {
            id: record.id,
            spellings: spellings(&record.card.name_zh),
            card: record.card,
            on_hand: record.stock.on_hand(),
            reserved: record.stock.reserved(),
            free: record.stock.free(),
            wanted: record.wanted,
        }
    }
}

impl PartRow {
    fn is_in(&self, filter: PartFilter) -> bool {
        match filter {
            PartFilter::All => true,
            PartFilter::NoneFree => self.free == 0,
            PartFilter::Wanted => self.wanted > 0,
        }
    }

    /// Whether every word of the text stands in it, in any script that people type.
    fn says(&self, words: &[String]) -> bool {
        let PartCard { number, name_zh, name_en, position, .. } = &self.card;
        let said = [number, name_zh, name_en, position].map(|text| fold(text)).join("\n");
        let spelt = self.spellings.each_ref().map(|spelling| fold(spelling)).join("\n");
        words.iter().all(|word| said.contains(word) || spelt.contains(word))
    }
}

pub(crate) fn list(app: &App, request: PartListRequest) -> Result<Vec<PartRow>, AppError> {
    let words: Vec<String> = request.text.split_whitespace().map(fold).collect();
    let rows = store::list(&app.store)?.into_iter().map(PartRow::from);
    Ok(rows.filter(|row| row.is_in(request.filter) && row.says(&words)).collect())
}

pub(crate) fn get(app: &App, request: PartRef) -> Result<PartLife, AppError> {
    let record = store::by_id(&app.store, request.id)?.ok_or(AppError::NotFound)?;
    let today = app.today()?;
    let used = |line: LineRecord| {
        let row = tickets::by_id(&app.store, line.ticket)?.ok_or(AppError::NotFound)?;
        Ok(PartUse { ticket: row.id, rma: row.rma, line: PartLine::of(line, record.card.clone(), today) })
    };
    let uses =
        store::of_part(&app.store, request.id)?.into_iter().map(used).collect::<Result<_, AppError>>()?;
    let entries = match journal::timeline(&app.store, request.id.uuid()) {
        Err(StoreError::Damaged { .. }) => None,
        read => Some(read?),
    };
    Ok(PartLife {
        uses,
        timeline_damaged: entries.is_none(),
        timeline: timeline(app, entries.unwrap_or_default())?,
        row: record.into(),
    })
}

pub(crate) fn save(app: &App, request: PartSaveRequest) -> Result<Written<PartRow>, AppError> {
    let id = request.id.unwrap_or_else(|| PartId::new(app.ports.ids.uuid()));
    let trimmed = |text: &str| text.trim().to_owned();
    if request.cost_minor.is_some_and(|minor| minor > AMOUNT_MINOR_MAX) {
        return Err(AppError::PartCard);
    }
    let card = PartCard {
        number: fold(&request.number),
        name_zh: trimmed(&request.name_zh),
        name_en: trimmed(&request.name_en),
        position: trimmed(&request.position),
        is_serialised: request.is_serialised,
        cost_minor: request.cost_minor.and_then(|minor| i64::try_from(minor).ok()),
        currency: request.currency,
    };
    if !card.is_complete() {
        return Err(AppError::PartCard);
    }
    let written = app.write(|tx| {
        if request.id.is_some() && store::by_id(tx, id)?.is_none() {
            return Err(AppError::NotFound);
        }
        if store::by_number(tx, &card.number)?.is_some_and(|other| other.id != id) {
            return Err(AppError::PartNumberTaken);
        }
        Ok(store::save(tx, id, &card)?)
    })?;
    Ok(Written { value: row(app, id)?, changes: written.changes })
}

/// Pieces come in; work orders that wait are served, who asked first first, each line whole or not at all.
pub(crate) fn receive(app: &App, request: PartReceiveRequest) -> Result<Written<PartMoved>, AppError> {
    if request.pieces == 0 {
        return Err(AppError::Stock(StockProblem::Nothing));
    }
    let note = request.note.trim();
    if note.chars().count() > Intake::TEXT_CHARS_MAX {
        return Err(AppError::NoteTooLong);
    }
    let written = app.write(|tx| {
        let stock = of(tx, request.id)?.stock.receive(request.pieces)?;
        store::receive(tx, request.id, request.pieces, stock, note)?;
        serve(app, tx, request.id)
    })?;
    let value = PartMoved { row: row(app, request.id)?, served: written.value };
    Ok(Written { value, changes: written.changes })
}

pub(crate) fn count(app: &App, request: PartCountRequest) -> Result<Written<PartMoved>, AppError> {
    let reason = reason(&request.reason)?;
    let written = app.write(|tx| {
        let before = of(tx, request.id)?.stock;
        if before.on_hand() == request.counted {
            return Err(AppError::NothingChanged);
        }
        store::count(tx, request.id, before.count(request.counted)?, reason)?;
        serve(app, tx, request.id)
    })?;
    let value = PartMoved { row: row(app, request.id)?, served: written.value };
    Ok(Written { value, changes: written.changes })
}

/// Keeps what is free of a part for the work orders that wait for it, who asked first first. One that waits for nothing
/// else goes on, where its gates let it.
///
/// # Errors
/// When the store fails.
pub(crate) fn serve(app: &App, tx: &Tx<'_>, part: PartId) -> Result<Vec<ServedTicket>, AppError> {
    let record = of(tx, part)?;
    let mut stock: Stock = record.stock;
    let mut served: Vec<ServedTicket> = Vec::new();
    for line in store::waiting(tx, part)? {
        let Ok(after) = stock.reserve(line.quantity) else { continue };
        stock = after;
        let reserved = LineRecord { state: PartLineState::Reserved, expected_on: None, ..line };
        store::change(tx, &reserved, Some(stock), LineMove::Reserve, "")?;
        let ticket = tickets::by_id(tx, reserved.ticket)?.ok_or(AppError::NotFound)?;
        if !served.iter().any(|known| known.id == ticket.id) {
            served.push(ServedTicket { id: ticket.id, rma: ticket.rma });
        }
    }
    for ticket in &served {
        go_on(app, tx, ticket.id, &record.card.number)?;
    }
    Ok(served)
}

/// The part of that id.
///
/// # Errors
/// `NotFound`; when the store cannot be read.
pub(crate) fn of(tx: &Tx<'_>, id: PartId) -> Result<PartRecord, AppError> {
    store::by_id(tx, id)?.ok_or(AppError::NotFound)
}

/// What came moves a work order only where it fits: it waited for parts, has them all, and no gate is shut.
fn go_on(app: &App, tx: &Tx<'_>, ticket: TicketId, number: &str) -> Result<(), AppError> {
    let waits = store::of_ticket(tx, ticket)?.iter().any(|line| line.state == PartLineState::Wanted);
    let status = tickets::by_id(tx, ticket)?.ok_or(AppError::NotFound)?.status;
    if waits || status != Status::AwaitingParts {
        return Ok(());
    }
    match happen(app, tx, ticket, Event::PartsCame, number) {
        Ok(_) | Err(AppError::Gate(_)) => Ok(()),
        Err(failed) => Err(failed),
    }
}

fn row(app: &App, id: PartId) -> Result<PartRow, AppError> {
    Ok(store::by_id(&app.store, id)?.ok_or(AppError::NotFound)?.into())
}

//! What a work order needs of a part: kept for it where enough is free, else waited for with the day it should come; given
//! out to the bench with the serials of the old and the new piece, and given back. The stock itself is in part.rs.

mod agreed;

pub use agreed::AgreedPart;

use crate::commands::Written;
use crate::error::AppError;
use crate::part::{of, serve};
use crate::reason::reason;
use crate::standing::standing;
use crate::station::App;
use crate::ticket::{self, TicketLife, TicketRef};
use crate::ticket_event::happen;
use agreed::agreed;
use chrono::NaiveDate;
use nightbench_domain::gate::{Gate, Standing};
use nightbench_domain::id::{PartId, PartLineId, TicketId};
use nightbench_domain::ledger::RepairTerms;
use nightbench_domain::money::Currency;
use nightbench_domain::part::{PartCard, PartLineState, Stock, StockProblem};
use nightbench_domain::serial::fold;
use nightbench_domain::ticket::{Event, Status};
use nightbench_store::part::{self as store, LineMove, LineRecord, PartRecord};
use nightbench_store::ticket::TicketRow;
use nightbench_store::{Source, Tx, ticket as tickets};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What a work order needs of a part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartLine {
    /// Its identity.
    pub id: PartLineId,
    /// Which part.
    pub part: PartId,
    /// What is said of it.
    pub card: PartCard,
    /// How many.
    pub quantity: u32,
    /// Who bears it.
    pub terms: RepairTerms,
    /// How far it is.
    pub state: PartLineState,
    /// When it should come; absent when that is not known, or it is here.
    pub expected_on: Option<NaiveDate>,
    /// Whether that day is over.
    pub is_late: bool,
    /// The serial of the piece that was taken out, or empty.
    pub serial_old: String,
    /// The serial of the piece that was put in, or empty.
    pub serial_new: String,
    /// What all of them cost us, in minor units; absent while they are not given out, and where nobody knows.
    #[ts(type = "number | null")]
    pub cost_minor: Option<u64>,
    /// The currency of the cost.
    pub currency: Currency,
}

/// The parts of a work order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TicketParts {
    /// What it needs and has, in the order it was asked for.
    pub lines: Vec<PartLine>,
    /// When all that it waits for should be here: the last of the days; absent when it waits for nothing, or when nobody
    /// knows of one of them.
    pub expected_on: Option<NaiveDate>,
    /// Who most likely bears the next one: the customer where the work is known to be paid and nothing of it free.
    pub likely_terms: RepairTerms,
    /// What was given out cost us, by currency.
    pub costs: Vec<PartCosts>,
    /// Parts the customer agreed to pay that were not asked for yet.
    pub agreed: Vec<AgreedPart>,
}

/// What the parts of a work order cost us.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartCosts {
    /// In which currency.
    pub currency: Currency,
    /// Those under warranty, in minor units.
    #[ts(type = "number")]
    pub warranty_minor: u64,
    /// Those the customer pays, in minor units.
    #[ts(type = "number")]
    pub paid_minor: u64,
}

/// The request of `part_need`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PartNeedRequest {
    /// The work order.
    pub id: TicketId,
    /// Which part.
    pub part: PartId,
    /// How many, 1 to 999.
    pub quantity: u32,
    /// Who bears it; absent: the customer where the work is known to be paid and nothing of it free, else we.
    #[serde(default)]
    pub terms: Option<RepairTerms>,
    /// When it should come, if it is not here and that is known.
    #[serde(default)]
    pub expected_on: Option<NaiveDate>,
    /// Whether the work order stands still until it comes, if it is not here.
    #[serde(default)]
    pub wait: bool,
}

/// The request of `part_reserve_agreed`: every part the customer agreed to pay, in one go.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PartReserveAgreedRequest {
    /// The work order.
    pub id: TicketId,
    /// Whether the work order stands still until what is not here comes.
    #[serde(default)]
    pub wait: bool,
}

/// The request of `part_expect`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PartExpectRequest {
    /// What a work order waits for.
    pub line: PartLineId,
    /// When it should come; absent: nobody knows.
    #[serde(default)]
    pub expected_on: Option<NaiveDate>,
}

/// The request of `part_issue`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PartIssueRequest {
    /// What a work order needs.
    pub line: PartLineId,
    /// Who bears it; absent: as it was asked for.
    #[serde(default)]
    pub terms: Option<RepairTerms>,
    /// The serial of the piece that is taken out, or empty.
    #[serde(default)]
    pub serial_old: String,
    /// The serial of the piece that is put in; needed of a part whose pieces have one.
    #[serde(default)]
    pub serial_new: String,
}

/// The request of `part_release`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PartReleaseRequest {
    /// What a work order needs no more, or did not use.
    pub line: PartLineId,
    /// Why.
    pub reason: String,
}

/// The most pieces of one part that one work order asks for at once.
const QUANTITY_MAX: u32 = 999;

impl PartLine {
    pub(crate) fn of(line: LineRecord, card: PartCard, today: NaiveDate) -> Self {
        Self {
            id: line.id,
            part: line.part,
            card,
            quantity: line.quantity,
            terms: line.terms,
            state: line.state,
            is_late: line.expected_on.is_some_and(|on| on < today),
            expected_on: line.expected_on,
            serial_old: line.serial_old,
            serial_new: line.serial_new,
            cost_minor: line
                .cost_minor
                .and_then(|minor| u64::try_from(minor).ok())
                .map(|minor| minor.saturating_mul(u64::from(line.quantity))),
            currency: line.currency,
        }
    }
}

/// When the last part is here; absent where of one nobody knows.
fn last_of(mut days: impl Iterator<Item = Option<NaiveDate>>) -> Option<NaiveDate> {
    days.try_fold(None, |last, day| Some(last.max(Some(day?)))).flatten()
}

/// When the parts come that a work order waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct PartsExpected {
    /// The day on which the last of them is expected, absent where of one nobody said; of late ones the first that passed.
    pub on: Option<NaiveDate>,
    /// Whether the day of one of them has passed.
    pub is_late: bool,
}

/// When the parts come that a work order waits for; none while it waits for none.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn expected(
    source: &impl Source,
    row: &TicketRow,
    today: NaiveDate,
) -> Result<Option<PartsExpected>, AppError> {
    if row.status != Status::AwaitingParts {
        return Ok(None);
    }
    let lines = kept(source, row.id)?;
    let wanted = lines.iter().filter(|line| line.state == PartLineState::Wanted);
    let days: Vec<Option<NaiveDate>> = wanted.map(|line| line.expected_on).collect();
    let late = days.iter().flatten().copied().filter(|day| *day < today).min();
    Ok(Some(PartsExpected { on: late.or_else(|| last_of(days.into_iter())), is_late: late.is_some() }))
}

/// The parts of a work order, without what it gave back.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn of_ticket(app: &App, ticket: TicketId) -> Result<TicketParts, AppError> {
    let today = app.today()?;
    let kept = kept(&app.store, ticket)?;
    let agreed = agreed(&app.store, ticket, &kept)?;
    let mut lines = Vec::new();
    for line in kept {
        let card = store::by_id(&app.store, line.part)?.ok_or(AppError::NotFound)?.card;
        lines.push(PartLine::of(line, card, today));
    }
    let wanted = lines.iter().filter(|line| line.state == PartLineState::Wanted);
    let expected_on = last_of(wanted.map(|line| line.expected_on));
    let likely_terms = likely_terms(app, &app.store, ticket)?;
    Ok(TicketParts { costs: costs(&lines), lines, expected_on, likely_terms, agreed })
}

/// The parts that were put into the unit of a work order, with who bore each.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn put_in(
    source: &impl Source,
    ticket: TicketId,
) -> Result<Vec<(PartCard, LineRecord)>, AppError> {
    let issued = kept(source, ticket)?.into_iter().filter(|line| line.state == PartLineState::Issued);
    issued
        .map(|line| {
            let part = store::by_id(source, line.part)?.ok_or(AppError::NotFound)?;
            Ok((part.card, line))
        })
        .collect()
}

/// A work order needs a part: it is kept where enough is free, else waited for.
pub(crate) fn need(app: &App, request: PartNeedRequest) -> Result<Written<TicketLife>, AppError> {
    let written = app.write(|tx| {
        refuse_gone(tx, request.id)?;
        let terms = request.terms.map_or_else(|| likely_terms(app, tx, request.id), Ok)?;
        let wanted = Wanted { terms, expected_on: request.expected_on };
        let is_here = ask(app, tx, request.id, of(tx, request.part)?, request.quantity, wanted)?;
        if request.wait && !is_here { wait(app, tx, request.id) } else { Ok(()) }
    })?;
    answered(app, Written { value: request.id, changes: written.changes })
}

/// Asks for every part that the customer agreed to pay; what is on no list of stock is left and stays shown.
pub(crate) fn reserve_agreed(
    app: &App,
    request: PartReserveAgreedRequest,
) -> Result<Written<TicketLife>, AppError> {
    let written = app.write(|tx| {
        refuse_gone(tx, request.id)?;
        let wanted = Wanted { terms: RepairTerms::Paid, expected_on: None };
        let open = agreed(tx, request.id, &kept(tx, request.id)?)?;
        let known: Vec<_> = open.iter().filter_map(|agreed| Some((agreed.part?, agreed.quantity))).collect();
        if known.is_empty() {
            return Err(AppError::NoAgreedPart);
        }
        let mut is_here = true;
        for (part, quantity) in known {
            is_here &= ask(app, tx, request.id, of(tx, part)?, quantity, wanted)?;
        }
        if request.wait && !is_here { wait(app, tx, request.id) } else { Ok(()) }
    })?;
    answered(app, Written { value: request.id, changes: written.changes })
}

pub(crate) fn expect(app: &App, request: PartExpectRequest) -> Result<Written<TicketLife>, AppError> {
    let written = app.write(|tx| {
        let line = line_of(tx, request.line)?;
        if line.state != PartLineState::Wanted {
            return Err(AppError::PartLineMoved);
        }
        let later = LineRecord { expected_on: request.expected_on, ..line };
        store::change(tx, &later, None, LineMove::Expect, "")?;
        Ok(later.ticket)
    })?;
    answered(app, written)
}

/// Gives reserved pieces out to the bench. What is paid waits for its agreement (4.2), what is free for its ground.
pub(crate) fn issue(app: &App, request: PartIssueRequest) -> Result<Written<TicketLife>, AppError> {
    let (serial_old, serial_new) = (fold(&request.serial_old), fold(&request.serial_new));
    if [&serial_old, &serial_new].iter().any(|serial| serial.chars().count() > PartCard::TEXT_CHARS_MAX) {
        return Err(AppError::PartSerial);
    }
    let written = app.write(|tx| {
        let line = line_of(tx, request.line)?;
        if line.state != PartLineState::Reserved {
            return Err(AppError::PartLineMoved);
        }
        refuse_gone(tx, line.ticket)?;
        let terms = request.terms.unwrap_or(line.terms);
        refuse_too_early(terms, &standing(app, tx, line.ticket)?)?;
        let part = of(tx, line.part)?;
        refuse_serials(tx, &part, &serial_old, &serial_new)?;
        let after = part.stock.issue(line.quantity)?;
        let PartCard { cost_minor, currency, .. } = part.card;
        let state = PartLineState::Issued;
        let issued = LineRecord { state, terms, serial_old, serial_new, cost_minor, currency, ..line };
        store::change(tx, &issued, Some(after), LineMove::Issue, "")?;
        Ok(issued.ticket)
    })?;
    answered(app, written)
}

/// Takes back what a work order needed: a reservation becomes free, a piece that was given out is on stock again. What
/// is free then goes to who waits for it.
pub(crate) fn release(app: &App, request: PartReleaseRequest) -> Result<Written<TicketLife>, AppError> {
    let reason = reason(&request.reason)?;
    let written = app.write(|tx| {
        let line = line_of(tx, request.line)?;
        if line.state == PartLineState::Issued {
            refuse_gone(tx, line.ticket)?;
        }
        give_up(app, tx, &line, reason)?;
        Ok(line.ticket)
    })?;
    answered(app, written)
}

/// Lets go of what a work order waits for and keeps, when its unit leaves or came by mistake; what was put in stays.
///
/// # Errors
/// When the store fails.
pub(crate) fn let_go(app: &App, tx: &Tx<'_>, ticket: TicketId) -> Result<(), AppError> {
    for line in kept(tx, ticket)?.iter().filter(|line| line.state != PartLineState::Issued) {
        give_up(app, tx, line, "")?;
    }
    Ok(())
}

/// How a part is asked for.
#[derive(Clone, Copy)]
struct Wanted {
    terms: RepairTerms,
    expected_on: Option<NaiveDate>,
}

/// Whether all that was asked for is here. Pieces with a serial of their own are asked for one by one.
fn ask(
    app: &App,
    tx: &Tx<'_>,
    ticket: TicketId,
    part: PartRecord,
    quantity: u32,
    wanted: Wanted,
) -> Result<bool, AppError> {
    if quantity == 0 {
        return Err(AppError::Stock(StockProblem::Nothing));
    }
    if quantity > QUANTITY_MAX {
        return Err(AppError::Stock(StockProblem::TooMany));
    }
    let (lines, each) = if part.card.is_serialised { (quantity, 1) } else { (1, quantity) };
    let mut stock: Stock = part.stock;
    let mut is_here = true;
    for _ in 0..lines {
        let reserved = stock.reserve(each).ok();
        is_here &= reserved.is_some();
        let line = LineRecord {
            id: PartLineId::new(app.ports.ids.uuid()),
            ticket,
            part: part.id,
            quantity: each,
            terms: wanted.terms,
            state: if reserved.is_some() { PartLineState::Reserved } else { PartLineState::Wanted },
            expected_on: wanted.expected_on.filter(|_| reserved.is_none()),
            serial_old: String::new(),
            serial_new: String::new(),
            cost_minor: None,
            currency: part.card.currency.clone(),
        };
        store::need(tx, &line, reserved)?;
        stock = reserved.unwrap_or(stock);
    }
    Ok(is_here)
}

/// A work order that can wait for parts does from now on; any other stays where it is.
fn wait(app: &App, tx: &Tx<'_>, ticket: TicketId) -> Result<(), AppError> {
    let status = tickets::by_id(tx, ticket)?.ok_or(AppError::NotFound)?.status;
    if status.after(Event::AwaitParts).is_ok() {
        happen(app, tx, ticket, Event::AwaitParts, "")?;
    }
    Ok(())
}

fn give_up(app: &App, tx: &Tx<'_>, line: &LineRecord, reason: &str) -> Result<(), AppError> {
    let stock = of(tx, line.part)?.stock;
    let after = match line.state {
        PartLineState::Wanted => None,
        PartLineState::Reserved => Some(stock.release(line.quantity)?),
        PartLineState::Issued => Some(stock.receive(line.quantity)?),
        PartLineState::Released => return Err(AppError::PartLineMoved),
    };
    let released = LineRecord { state: PartLineState::Released, expected_on: None, ..line.clone() };
    store::change(tx, &released, after, LineMove::Release, reason)?;
    if after.is_some() {
        serve(app, tx, line.part)?;
    }
    Ok(())
}

/// What a ticket needs and has.
fn kept(source: &impl Source, ticket: TicketId) -> Result<Vec<LineRecord>, AppError> {
    let mut lines = store::of_ticket(source, ticket)?;
    lines.retain(|line| line.state != PartLineState::Released);
    Ok(lines)
}

fn likely_terms(app: &App, source: &impl Source, ticket: TicketId) -> Result<RepairTerms, AppError> {
    let standing = standing(app, source, ticket)?;
    let is_paid = standing.has_paid_work && !standing.has_free_work;
    Ok(if is_paid { RepairTerms::Paid } else { RepairTerms::Warranty })
}

fn refuse_too_early(terms: RepairTerms, standing: &Standing) -> Result<(), Gate> {
    match terms {
        _ if standing.is_locked => Err(Gate::Locked),
        RepairTerms::Warranty if standing.has_free_work => Ok(()),
        RepairTerms::Warranty => Err(Gate::NotDetermined),
        RepairTerms::Paid if standing.is_charge_agreed => Ok(()),
        RepairTerms::Paid => Err(Gate::ChargeNotAgreed),
    }
}

/// A piece with a serial of its own is in one unit at a time, and is not the one it replaces.
fn refuse_serials(tx: &Tx<'_>, part: &PartRecord, old: &str, new: &str) -> Result<(), AppError> {
    if part.card.is_serialised && (new.is_empty() || new == old) {
        return Err(AppError::PartSerial);
    }
    if let Some(there) = store::holding(tx, part.id, new)? {
        let rma = tickets::by_id(tx, there.ticket)?.ok_or(AppError::NotFound)?.rma;
        return Err(AppError::PartSerialUsed { rma });
    }
    Ok(())
}

fn costs(lines: &[PartLine]) -> Vec<PartCosts> {
    let mut sums: BTreeMap<Currency, (u64, u64)> = BTreeMap::new();
    for line in lines {
        let Some(cost_minor) = line.cost_minor else { continue };
        let (warranty, paid) = sums.entry(line.currency.clone()).or_default();
        let sum = match line.terms {
            RepairTerms::Warranty => warranty,
            RepairTerms::Paid => paid,
        };
        *sum = sum.saturating_add(cost_minor);
    }
    let row = |(currency, (warranty_minor, paid_minor))| PartCosts { currency, warranty_minor, paid_minor };
    sums.into_iter().map(row).collect()
}

fn line_of(tx: &Tx<'_>, id: PartLineId) -> Result<LineRecord, AppError> {
    store::line(tx, id)?.ok_or(AppError::NotFound)
}

/// Nothing is kept for, or put into, a unit that is no longer here.
fn refuse_gone(tx: &Tx<'_>, ticket: TicketId) -> Result<(), AppError> {
    let row = tickets::by_id(tx, ticket)?.ok_or(AppError::NotFound)?;
    if row.is_open { Ok(()) } else { Err(AppError::UnitNotHere { rma: row.rma }) }
}

fn answered(app: &App, written: Written<TicketId>) -> Result<Written<TicketLife>, AppError> {
    Ok(Written { value: ticket::get(app, TicketRef { id: written.value })?, changes: written.changes })
}

//! Parts: what is on stock, and what each ticket needs of it. Whether stock may move so is for `domain::part` to say; the
//! table refuses what is negative or reserved twice besides. What happens to a ticket's line is journaled with the ticket.

use crate::Source;
use crate::changes::Noun;
use crate::error::StoreError;
use crate::sql::{all, damaged, date, decode, one, parse, run};
use crate::transact::Tx;
use chrono::NaiveDate;
use nightbench_domain::code;
use nightbench_domain::id::{PartId, PartLineId, TicketId};
use nightbench_domain::ledger::RepairTerms;
use nightbench_domain::money::Currency;
use nightbench_domain::part::{PartCard, PartLineState, Stock};
use rusqlite::{Row, named_params};

/// A part on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartRecord {
    /// Its id.
    pub id: PartId,
    /// What is said of it.
    pub card: PartCard,
    /// How many are here and reserved.
    pub stock: Stock,
    /// How many pieces tickets wait for.
    pub wanted: u32,
}

/// What a ticket needs of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineRecord {
    /// Its id.
    pub id: PartLineId,
    /// Which ticket.
    pub ticket: TicketId,
    /// Which part.
    pub part: PartId,
    /// How many.
    pub quantity: u32,
    /// Who bears it.
    pub terms: RepairTerms,
    /// How far it is.
    pub state: PartLineState,
    /// When it should come; `None`: not known, or it is here.
    pub expected_on: Option<NaiveDate>,
    /// The serial of the piece that was taken out, or empty.
    pub serial_old: String,
    /// The serial of the piece that was put in, or empty.
    pub serial_new: String,
    /// What one cost us when it was given out, in minor units; `None`: it was not, or nobody knows.
    pub cost_minor: Option<i64>,
    /// The currency of the cost.
    pub currency: Currency,
}

/// What happens to what a ticket needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineMove {
    /// It is kept for the ticket.
    Reserve,
    /// The day it should come is another.
    Expect,
    /// It is given out to the bench.
    Issue,
    /// It is not needed, or came back from the bench.
    Release,
}

impl LineMove {
    const fn operation(self) -> &'static str {
        match self {
            Self::Reserve => "part.reserve",
            Self::Expect => "part.expect",
            Self::Issue => "part.issue",
            Self::Release => "part.release",
        }
    }
}

/// Adds a part, or changes what is said of it.
///
/// # Errors
/// When the database refuses: another part has the number.
pub fn save(tx: &Tx<'_>, id: PartId, card: &PartCard) -> Result<(), StoreError> {
    run(
        tx.connection,
        include_str!("save.sql"),
        named_params! {":id": id.to_string(), ":number": card.number, ":name_zh": card.name_zh,
        ":name_en": card.name_en, ":position": card.position, ":is_serialised": card.is_serialised,
        ":cost_minor": card.cost_minor, ":currency": card.currency.as_str()},
    )?;
    let mut fields = vec![
        ("number", card.number.as_str().into()),
        ("name_zh", card.name_zh.as_str().into()),
        ("name_en", card.name_en.as_str().into()),
        ("position", card.position.as_str().into()),
        ("is_serialised", card.is_serialised.into()),
        ("currency", card.currency.as_str().into()),
    ];
    fields.extend(card.cost_minor.map(|minor| ("cost_minor", minor.into())));
    tx.append("part.save", 1, id.uuid(), fields)?;
    Ok(())
}

/// Pieces came in.
///
/// # Errors
/// When the database refuses.
pub fn receive(tx: &Tx<'_>, id: PartId, pieces: u32, after: Stock, note: &str) -> Result<(), StoreError> {
    set_stock(tx, id, after)?;
    let fields = vec![("pieces", i64::from(pieces).into()), ("note", note.into())];
    tx.append("part.receive", 1, id.uuid(), fields)?;
    Ok(())
}

/// Somebody counted how many are here, and why it is not what was kept.
///
/// # Errors
/// When the database refuses.
pub fn count(tx: &Tx<'_>, id: PartId, after: Stock, reason: &str) -> Result<(), StoreError> {
    set_stock(tx, id, after)?;
    let fields = vec![("on_hand", i64::from(after.on_hand()).into()), ("reason", reason.into())];
    tx.append("part.count", 1, id.uuid(), fields)?;
    Ok(())
}

/// A ticket needs a part from now on; `after` is the stock when some of it was reserved.
///
/// # Errors
/// When the database refuses.
pub fn need(tx: &Tx<'_>, line: &LineRecord, after: Option<Stock>) -> Result<(), StoreError> {
    run(
        tx.connection,
        include_str!("add_line.sql"),
        named_params! {":id": line.id.to_string(), ":ticket": line.ticket.to_string(), ":part": line.part.to_string(),
        ":quantity": line.quantity, ":terms": code(&line.terms), ":state": code(&line.state),
        ":expected_on": line.expected_on.map(|on| on.to_string()), ":currency": line.currency.as_str(),
        ":made_at": tx.at_ms()},
    )?;
    moved(tx, line, after, "part.need", "")
}

/// A line of a ticket is another from now on; `after` is the stock when it moved with it.
///
/// # Errors
/// When the database refuses: the serial was put into another unit.
pub fn change(
    tx: &Tx<'_>,
    line: &LineRecord,
    after: Option<Stock>,
    kind: LineMove,
    reason: &str,
) -> Result<(), StoreError> {
    run(
        tx.connection,
        include_str!("set_line.sql"),
        named_params! {":id": line.id.to_string(), ":state": code(&line.state), ":terms": code(&line.terms),
        ":expected_on": line.expected_on.map(|on| on.to_string()), ":serial_old": line.serial_old,
        ":serial_new": line.serial_new, ":cost_minor": line.cost_minor, ":currency": line.currency.as_str()},
    )?;
    moved(tx, line, after, kind.operation(), reason)
}

/// The part of that id.
///
/// # Errors
/// When the database cannot be read.
pub fn by_id(source: &impl Source, id: PartId) -> Result<Option<PartRecord>, StoreError> {
    let id = id.to_string();
    source.read(|connection| one(connection, include_str!("by_id.sql"), named_params! {":id": id}, read))
}

/// The part of that number, folded.
///
/// # Errors
/// When the database cannot be read.
pub fn by_number(source: &impl Source, number: &str) -> Result<Option<PartRecord>, StoreError> {
    source.read(|connection| {
        one(connection, include_str!("by_number.sql"), named_params! {":number": number}, read)
    })
}

/// Every part, by number.
///
/// # Errors
/// When the database cannot be read.
pub fn list(source: &impl Source) -> Result<Vec<PartRecord>, StoreError> {
    source.read(|connection| all(connection, include_str!("list.sql"), [], read))
}

/// The line of that id.
///
/// # Errors
/// When the database cannot be read.
pub fn line(source: &impl Source, id: PartLineId) -> Result<Option<LineRecord>, StoreError> {
    let id = id.to_string();
    source.read(|connection| one(connection, include_str!("line.sql"), named_params! {":id": id}, read_line))
}

/// What a ticket needs, in the order it was asked for.
///
/// # Errors
/// When the database cannot be read.
pub fn of_ticket(source: &impl Source, ticket: TicketId) -> Result<Vec<LineRecord>, StoreError> {
    let ticket = ticket.to_string();
    source.read(|connection| {
        all(connection, include_str!("of_ticket.sql"), named_params! {":ticket": ticket}, read_line)
    })
}

/// The work orders that wait for a part, kept it or used it, who asked first first.
///
/// # Errors
/// When the database cannot be read.
pub fn of_part(source: &impl Source, part: PartId) -> Result<Vec<LineRecord>, StoreError> {
    let part = part.to_string();
    source.read(|connection| {
        all(connection, include_str!("of_part.sql"), named_params! {":part": part}, read_line)
    })
}

/// The line whose unit has a piece with that serial in it.
///
/// # Errors
/// When the database cannot be read.
pub fn holding(source: &impl Source, part: PartId, serial: &str) -> Result<Option<LineRecord>, StoreError> {
    let params = named_params! {":part": part.to_string(), ":serial_new": serial};
    source.read(|connection| one(connection, include_str!("holding.sql"), params, read_line))
}

/// The lines that wait for a part, who asked first first.
///
/// # Errors
/// When the database cannot be read.
pub fn waiting(source: &impl Source, part: PartId) -> Result<Vec<LineRecord>, StoreError> {
    let part = part.to_string();
    source.read(|connection| {
        all(connection, include_str!("waiting.sql"), named_params! {":part": part}, read_line)
    })
}

/// Writes the stock a line moved, and what happened to the line.
fn moved(
    tx: &Tx<'_>,
    line: &LineRecord,
    after: Option<Stock>,
    kind: &str,
    reason: &str,
) -> Result<(), StoreError> {
    if let Some(after) = after {
        set_stock(tx, line.part, after)?;
    }
    let number = by_id(tx, line.part)?.ok_or(StoreError::Missing { noun: Noun::Part })?.card.number;
    let mut fields = vec![
        ("ticket", line.ticket.to_string().into()),
        ("part", line.part.to_string().into()),
        ("part_number", number.into()),
        ("quantity", i64::from(line.quantity).into()),
        ("terms", code(&line.terms).into()),
        ("state", code(&line.state).into()),
        ("expected_on", line.expected_on.map(|on| on.to_string()).into()),
        ("serial_old", line.serial_old.as_str().into()),
        ("serial_new", line.serial_new.as_str().into()),
    ];
    fields.push(("currency", line.currency.as_str().into()));
    fields.extend(line.cost_minor.map(|minor| ("cost_minor", minor.into())));
    if !reason.is_empty() {
        fields.push(("reason", reason.into()));
    }
    tx.append(kind, 1, line.id.uuid(), fields)?;
    Ok(())
}

fn set_stock(tx: &Tx<'_>, id: PartId, stock: Stock) -> Result<(), StoreError> {
    let params =
        named_params! {":id": id.to_string(), ":on_hand": stock.on_hand(), ":reserved": stock.reserved()};
    run(tx.connection, include_str!("set_stock.sql"), params)?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<PartRecord, StoreError> {
    Ok(PartRecord {
        id: parse(row, "id")?,
        card: PartCard {
            number: row.get("number")?,
            name_zh: row.get("name_zh")?,
            name_en: row.get("name_en")?,
            position: row.get("position")?,
            is_serialised: row.get("is_serialised")?,
            cost_minor: row.get("cost_minor")?,
            currency: decode(row, "currency")?,
        },
        stock: Stock::new(row.get("on_hand")?, row.get("reserved")?).map_err(|_| damaged("on_hand"))?,
        wanted: row.get("wanted")?,
    })
}

fn read_line(row: &Row<'_>) -> Result<LineRecord, StoreError> {
    Ok(LineRecord {
        id: parse(row, "id")?,
        ticket: parse(row, "ticket")?,
        part: parse(row, "part")?,
        quantity: row.get("quantity")?,
        terms: decode(row, "terms")?,
        state: decode(row, "state")?,
        expected_on: date(row, "expected_on")?,
        serial_old: row.get("serial_old")?,
        serial_new: row.get("serial_new")?,
        cost_minor: row.get("cost_minor")?,
        currency: decode(row, "currency")?,
    })
}

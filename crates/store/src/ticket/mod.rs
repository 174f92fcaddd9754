//! Tickets: the repair work orders, their status, their dates, and the lists people work from. What was received
//! is in intake/. One serial has at most one open ticket.

mod dated;
mod list;

pub use dated::{Dated, dated, received, redate_received};
pub use list::{Counts, Cursor, Listing, Page, counts, matching, page};

use crate::Source;
use crate::changes::Noun;
use crate::custody::Holder;
use crate::error::StoreError;
use crate::intake;
use crate::search;
use crate::sql::{all, date, decode, decode_optional, one, parse, run};
use crate::transact::Tx;
use crate::user;
use chrono::NaiveDate;
use nightbench_calendar::CalendarStatus;
use nightbench_domain::code;
use nightbench_domain::damage::DamagePlace;
use nightbench_domain::id::{CustomerId, TicketId, UserId};
use nightbench_domain::intake::Channel;
use nightbench_domain::pii::Pii;
use nightbench_domain::resolution::Resolution;
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::SerialNumber;
use nightbench_domain::ticket::{Event, Status};
use nightbench_domain::unit::ProductClass;
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The dates of the cycle as a calendar pack gave them. Derived from the intake, never evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Cycle {
    /// Working day 10.
    pub target_on: NaiveDate,
    /// Working day 20; overdue after it.
    pub limit_on: NaiveDate,
    /// Whether the days counted are published.
    pub calendar_status: CalendarStatus,
    /// The pack that gave the dates.
    pub calendar_hash: String,
}

/// One line of a list of work orders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TicketRow {
    /// Its id, the intake's too.
    pub id: TicketId,
    /// The number on its papers.
    pub rma: RmaNumber,
    /// The unit.
    pub serial: SerialNumber,
    /// The unit's model.
    pub model: String,
    /// The unit's class.
    pub product_class: ProductClass,
    /// How far the work is.
    pub status: Status,
    /// Whether the unit is still here.
    pub is_open: bool,
    /// Why it was cancelled; empty when it is not.
    pub cancel_reason: String,
    /// What the customer says is wrong.
    pub symptom: String,
    /// The dealer, or empty.
    pub dealer: String,
    /// Whose unit it is.
    pub customer_id: CustomerId,
    /// Their name.
    pub customer_name: Pii<String>,
    /// Their phone.
    pub customer_phone: Pii<String>,
    /// How the unit arrived; `None`: not stated.
    pub channel: Option<Channel>,
    /// Damage in transit or in our hands.
    pub damage: Option<DamagePlace>,
    /// Whether the intake was typed after the fact.
    pub is_late_entry: bool,
    /// Whether the unit is our own.
    pub owned_by_us: bool,
    /// Whether the paper form is still to be obtained (4.2).
    pub is_form_owed: bool,
    /// When and how it came after the unit.
    pub form_obtained: Option<FormObtained>,
    /// Day 0 of the cycle.
    pub received_on: NaiveDate,
    /// When it was opened, milliseconds UTC.
    #[ts(type = "number")]
    pub opened_at: i64,
    /// Who it is assigned to; `None` for nobody.
    pub owner: Option<Holder>,
    /// When it came to its status, milliseconds UTC; `None` when it did not move since that is noted.
    #[ts(type = "number | null")]
    pub moved_at: Option<i64>,
    /// What was decided for the customer; `None` when nothing is, or the decision was taken back.
    pub resolution: Option<Resolution>,
    /// Its dates.
    pub cycle: Cycle,
}

/// How the paper form of a unit that came without it was obtained.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FormObtained {
    /// The day it came.
    pub on: NaiveDate,
    /// How it came, in the clerk's words.
    pub how: String,
}

/// A move of a ticket from one status to another.
#[derive(Debug, Clone, Copy)]
pub struct Transition<'a> {
    /// The event that moves it; of an undo, the one that is taken back.
    pub event: Event,
    /// Where it must still be.
    pub from: Status,
    /// Where it goes.
    pub to: Status,
    /// In the person's own words, or empty; of a cancellation its reason.
    pub note: &'a str,
    /// Whether it takes the event back.
    pub is_undo: bool,
}

impl Transition<'_> {
    /// An event that happens, with nothing said about it.
    #[must_use]
    pub const fn of(event: Event, from: Status, to: Status) -> Self {
        Self { event, from, to, note: "", is_undo: false }
    }
}

/// Moves a ticket from one status to another, and journals both. Whether the move is allowed is for
/// `domain::ticket` to say; here it is only made sure that the ticket still is where it was.
///
/// # Errors
/// `Missing` when there is no such ticket, `StatusMoved` when it is in another status, `OpenTicket` when it
/// would be the second open one of its serial.
pub fn transition(tx: &Tx<'_>, id: TicketId, moved: Transition<'_>) -> Result<(), StoreError> {
    let row = by_id(tx, id)?.ok_or(StoreError::Missing { noun: Noun::Ticket })?;
    let Transition { event, from, to, note, is_undo } = moved;
    if row.status != from {
        return Err(StoreError::StatusMoved);
    }
    if to.is_open() && !from.is_open() {
        refuse_second(tx, &row.serial)?;
    }
    let cancel_reason = if to == Status::Cancelled { note } else { "" };
    run(
        tx.connection,
        include_str!("transition.sql"),
        named_params! {":id": id.to_string(), ":status": code(&to), ":is_open": to.is_open(),
        ":cancel_reason": cancel_reason, ":moved_at": tx.act.map(|act| act.at_ms)},
    )?;
    let mut fields = vec![
        ("event", code(&event).into()),
        ("from", code(&from).into()),
        ("status", code(&to).into()),
        ("reason", note.into()),
    ];
    if is_undo {
        fields.push(("undo", true.into()));
    }
    tx.append("ticket.transition", 1, id.uuid(), fields)?;
    search::index(tx.connection, id)
}

/// Assigns a ticket to somebody, or with `None` to nobody.
///
/// # Errors
/// `Missing` when there is no such ticket or nobody of that id.
pub fn assign(tx: &Tx<'_>, id: TicketId, owner: Option<UserId>, is_undo: bool) -> Result<(), StoreError> {
    let before = by_id(tx, id)?.ok_or(StoreError::Missing { noun: Noun::Ticket })?.owner;
    let name = match owner {
        Some(owner) => {
            Some(user::by_id(tx, owner)?.ok_or(StoreError::Missing { noun: Noun::User })?.user.name)
        }
        None => None,
    };
    let owner = owner.map(|owner| owner.to_string());
    run(tx.connection, include_str!("assign.sql"), named_params! {":id": id.to_string(), ":owner": owner})?;
    let mut fields = vec![
        ("owner", owner.into()),
        ("owner_name", name.into()),
        ("from_owner", before.map(|before| before.id.to_string()).into()),
    ];
    if is_undo {
        fields.push(("undo", true.into()));
    }
    tx.append("ticket.assign", 1, id.uuid(), fields)?;
    Ok(())
}

/// Records when and how an owed paper form came, or with `None` that it did not come after all.
///
/// # Errors
/// `Missing` when there is no such ticket.
pub fn form_obtained(
    tx: &Tx<'_>,
    id: TicketId,
    obtained: Option<&FormObtained>,
    reason: &str,
) -> Result<(), StoreError> {
    by_id(tx, id)?.ok_or(StoreError::Missing { noun: Noun::Ticket })?;
    let on = obtained.map(|form| form.on.to_string());
    let how = obtained.map_or("", |form| form.how.as_str());
    run(
        tx.connection,
        include_str!("form_obtained.sql"),
        named_params! {":id": id.to_string(), ":on": on, ":how": how},
    )?;
    let kind = if obtained.is_some() { "ticket.form_obtained" } else { "ticket.form_withdrawn" };
    let mut fields = vec![("form_obtained_on", on.into()), ("form_obtained_how", how.into())];
    if !reason.is_empty() {
        fields.push(("reason", reason.into()));
    }
    tx.append(kind, 1, id.uuid(), fields)?;
    Ok(())
}

/// Dates a ticket anew: a newer calendar pack arrived, or the received date was corrected. Derived, so not
/// journaled; allowed in a local transaction too. Returns whether anything changed.
///
/// # Errors
/// When the database refuses.
pub fn redate(tx: &Tx<'_>, id: TicketId, cycle: &Cycle) -> Result<bool, StoreError> {
    let params = named_params! {":id": id.to_string(), ":target_on": cycle.target_on.to_string(),
    ":limit_on": cycle.limit_on.to_string(), ":calendar_status": code(&cycle.calendar_status),
    ":calendar_hash": cycle.calendar_hash};
    let written = tx.watch.derived(|| run(tx.connection, include_str!("redate.sql"), params))?;
    Ok(written != 0)
}

/// The ticket of that id.
///
/// # Errors
/// When the database cannot be read.
pub fn by_id(source: &impl Source, id: TicketId) -> Result<Option<TicketRow>, StoreError> {
    let id = id.to_string();
    source.read(|connection| one(connection, include_str!("by_id.sql"), named_params! {":id": id}, read))
}

/// The ticket of that number.
///
/// # Errors
/// When the database cannot be read.
pub fn by_rma(source: &impl Source, rma: &RmaNumber) -> Result<Option<TicketRow>, StoreError> {
    let rma = rma.as_str();
    source.read(|connection| one(connection, include_str!("by_rma.sql"), named_params! {":rma": rma}, read))
}

/// The open ticket of a serial, if it has one.
///
/// # Errors
/// When the database cannot be read.
pub fn open_by_serial(source: &impl Source, serial: &SerialNumber) -> Result<Option<TicketRow>, StoreError> {
    let serial = serial.as_str();
    source.read(|connection| {
        one(connection, include_str!("open_by_serial.sql"), named_params! {":serial": serial}, read)
    })
}

/// Tickets of other serials that a person might misread for this one, newest first; at most ten.
///
/// # Errors
/// When the database cannot be read.
pub fn look_alikes(source: &impl Source, serial: &SerialNumber) -> Result<Vec<TicketRow>, StoreError> {
    source.read(|connection| {
        all(
            connection,
            include_str!("look_alikes.sql"),
            named_params! {":look_alike_key": serial.look_alike_key(), ":serial": serial.as_str()},
            read,
        )
    })
}

/// Opens the ticket of an intake.
pub(crate) fn open(
    tx: &Tx<'_>,
    id: TicketId,
    serial: &SerialNumber,
    at_ms: i64,
    cycle: &Cycle,
) -> Result<(), StoreError> {
    let status = Status::ToBeDiagnosed;
    run(
        tx.connection,
        include_str!("open.sql"),
        named_params! {":id": id.to_string(), ":serial": serial.as_str(), ":status": code(&status),
        ":is_open": status.is_open(), ":opened_at": at_ms, ":target_on": cycle.target_on.to_string(),
        ":limit_on": cycle.limit_on.to_string(), ":calendar_status": code(&cycle.calendar_status),
        ":calendar_hash": cycle.calendar_hash},
    )?;
    Ok(())
}

/// Refuses to open a ticket beside an open one of the same serial.
pub(crate) fn refuse_second(tx: &Tx<'_>, serial: &SerialNumber) -> Result<(), StoreError> {
    match open_by_serial(tx, serial)? {
        Some(TicketRow { rma, id, .. }) => Err(StoreError::OpenTicket { rma, id }),
        None => Ok(()),
    }
}

/// Follows a correction of the intake's serial.
pub(crate) fn correct_serial(tx: &Tx<'_>, id: TicketId, serial: &SerialNumber) -> Result<(), StoreError> {
    let row = by_id(tx, id)?.ok_or(StoreError::Missing { noun: Noun::Ticket })?;
    if row.is_open {
        refuse_second(tx, serial)?;
    }
    give_serial(tx, id, serial)
}

/// Follows the serial of the intake, whatever other ticket is open.
pub(crate) fn give_serial(tx: &Tx<'_>, id: TicketId, serial: &SerialNumber) -> Result<(), StoreError> {
    let params = named_params! {":id": id.to_string(), ":serial": serial.as_str()};
    run(tx.connection, include_str!("correct_serial.sql"), params)?;
    Ok(())
}

/// Reads one row of the view `ticket_row`, which lists the columns once for every list.
pub(crate) fn read(row: &Row<'_>) -> Result<TicketRow, StoreError> {
    let form_obtained = match date(row, "form_obtained_on")? {
        Some(on) => Some(FormObtained { on, how: row.get("form_obtained_how")? }),
        None => None,
    };
    Ok(TicketRow {
        id: parse(row, "id")?,
        rma: decode(row, "rma")?,
        serial: decode(row, "serial")?,
        model: row.get("model")?,
        product_class: decode(row, "product_class")?,
        status: decode(row, "status")?,
        is_open: row.get("is_open")?,
        cancel_reason: row.get("cancel_reason")?,
        symptom: row.get("symptom")?,
        dealer: row.get("dealer")?,
        customer_id: parse(row, "customer")?,
        customer_name: row.get::<_, String>("customer_name")?.into(),
        customer_phone: row.get::<_, String>("customer_phone")?.into(),
        channel: intake::channel(row)?,
        damage: decode_optional(row, "damage_where")?,
        is_late_entry: row.get("is_late_entry")?,
        owned_by_us: row.get("owned_by_us")?,
        // Nobody applies to the company for its own unit.
        is_form_owed: row.get::<_, Option<bool>>("paper_form")? != Some(true)
            && form_obtained.is_none()
            && !row.get::<_, bool>("owned_by_us")?,
        form_obtained,
        received_on: parse(row, "received_on")?,
        opened_at: row.get("opened_at")?,
        owner: match row.get::<_, Option<String>>("owner_name")? {
            Some(name) => Some(Holder { id: parse(row, "owner")?, name }),
            None => None,
        },
        moved_at: row.get("moved_at")?,
        resolution: decode_optional(row, "resolution")?,
        cycle: Cycle {
            target_on: parse(row, "target_on")?,
            limit_on: parse(row, "limit_on")?,
            calendar_status: decode(row, "calendar_status")?,
            calendar_hash: row.get("calendar_hash")?,
        },
    })
}

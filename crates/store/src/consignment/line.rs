//! The units of a parcel, each an entity of its own: stations that unpack one parcel together add to it, they do not
//! overwrite each other.

use crate::Source;
use crate::changes::Noun;
use crate::error::StoreError;
use crate::journal::New;
use crate::sql::{all, damaged, one, parse, run};
use crate::transact::Tx;
use nightbench_domain::consignment::Line;
use nightbench_domain::id::{ConsignmentId, ConsignmentLineId, DraftId, TicketId};
use nightbench_domain::serial::SerialNumber;
use rusqlite::{Row, named_params};

/// A unit of a parcel on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownLine {
    /// Its id.
    pub id: ConsignmentLineId,
    /// Its place in the list.
    pub place: u32,
    /// What is known of it.
    pub line: Line,
    /// When it was taken out of the parcel, milliseconds UTC.
    pub arrived_at: Option<i64>,
    /// Its work order, once it is checked in.
    pub ticket: Option<TicketId>,
    /// The check-in that was begun for it. It is no record, so it may be gone.
    pub draft: Option<DraftId>,
}

/// A unit to be added to a parcel.
#[derive(Debug, Clone)]
pub struct NewLine {
    /// Its id.
    pub id: ConsignmentLineId,
    /// Its place in the list.
    pub place: u32,
    /// What is known of it.
    pub line: Line,
    /// The check-in begun for it.
    pub draft: Option<DraftId>,
}

/// Adds a unit. One that is here arrived by the clock of the act.
///
/// # Errors
/// When the database refuses, as it does when there is no such parcel.
pub fn add_line(tx: &Tx<'_>, consignment: ConsignmentId, new: NewLine) -> Result<KnownLine, StoreError> {
    let arrived_at = new.line.is_here.then(|| tx.act.map(|act| act.at_ms).unwrap_or_default());
    let line = KnownLine {
        id: new.id,
        place: new.place,
        line: new.line,
        arrived_at,
        ticket: None,
        draft: new.draft,
    };
    let params = named_params! {":id": line.id.to_string(), ":consignment": consignment.to_string(),
    ":place": line.place, ":serial": serial(&line.line), ":model": line.line.model,
    ":is_announced": line.line.is_announced, ":arrived_at": line.arrived_at, ":damage": line.line.damage,
    ":ticket": None::<String>, ":draft": line.draft.map(|draft| draft.to_string())};
    run(tx.connection, include_str!("add_line.sql"), params)?;
    let mut set = vec![("of_consignment", New::from(consignment.to_string()))];
    set.extend(fields(&line).into_iter().filter(|(_, value)| !value.is_empty()));
    tx.append("consignment.line", 1, line.id.uuid(), set)?;
    Ok(line)
}

/// Records what became of a unit; journals the fields that change. Which check-in was begun for it is of this machine
/// and is not journaled.
///
/// # Errors
/// `Missing` when there is no such unit.
pub fn set_line(tx: &Tx<'_>, consignment: ConsignmentId, line: &KnownLine) -> Result<(), StoreError> {
    let before = line_of(tx, consignment, line.id)?.ok_or(StoreError::Missing { noun: Noun::Consignment })?;
    let old = fields(&before);
    let changed: Vec<_> = fields(line).into_iter().filter(|field| !old.contains(field)).collect();
    let params = named_params! {":id": line.id.to_string(), ":serial": serial(&line.line),
    ":model": line.line.model, ":is_announced": line.line.is_announced, ":arrived_at": line.arrived_at,
    ":damage": line.line.damage, ":ticket": line.ticket.map(|ticket| ticket.to_string()),
    ":draft": line.draft.map(|draft| draft.to_string())};
    let write = || run(tx.connection, include_str!("set_line.sql"), params);
    if changed.is_empty() {
        tx.watch.derived(write)?;
        return Ok(());
    }
    write()?;
    let mut set = vec![("of_consignment", New::from(consignment.to_string()))];
    set.extend(changed);
    tx.append("consignment.line", 1, line.id.uuid(), set)?;
    Ok(())
}

/// Takes a unit from a parcel: it was announced or scanned by mistake.
///
/// # Errors
/// `Missing` when there is no such unit.
pub fn remove_line(
    tx: &Tx<'_>,
    consignment: ConsignmentId,
    id: ConsignmentLineId,
    at_ms: i64,
) -> Result<(), StoreError> {
    if run(tx.connection, include_str!("remove_line.sql"), named_params! {":id": id.to_string()})? == 0 {
        return Err(StoreError::Missing { noun: Noun::Consignment });
    }
    let set = vec![("of_consignment", New::from(consignment.to_string())), ("removed_at", New::from(at_ms))];
    tx.append("consignment.line_remove", 1, id.uuid(), set)?;
    Ok(())
}

/// The units of a parcel, in the order of the list.
///
/// # Errors
/// When the database cannot be read.
pub fn lines(source: &impl Source, consignment: ConsignmentId) -> Result<Vec<KnownLine>, StoreError> {
    let params = consignment.to_string();
    source.read(|connection| {
        all(connection, include_str!("lines.sql"), named_params! {":consignment": params}, read)
    })
}

/// One unit of a parcel.
///
/// # Errors
/// When the database cannot be read.
pub fn line_of(
    source: &impl Source,
    consignment: ConsignmentId,
    id: ConsignmentLineId,
) -> Result<Option<KnownLine>, StoreError> {
    Ok(lines(source, consignment)?.into_iter().find(|line| line.id == id))
}

/// The unit of a parcel that became a work order.
///
/// # Errors
/// When the database cannot be read.
pub fn line_of_ticket(source: &impl Source, ticket: TicketId) -> Result<Option<KnownLine>, StoreError> {
    let ticket = ticket.to_string();
    source.read(|connection| {
        one(connection, include_str!("line_of_ticket.sql"), named_params! {":ticket": ticket}, read)
    })
}

fn serial(line: &Line) -> &str {
    line.serial.as_ref().map_or("", SerialNumber::as_str)
}

fn fields(known: &KnownLine) -> Vec<(&'static str, New)> {
    let instant = |at: Option<i64>| at.map_or_else(|| New::from(None::<String>), New::from);
    vec![
        ("place", i64::from(known.place).into()),
        ("serial", serial(&known.line).into()),
        ("model", known.line.model.as_str().into()),
        ("is_announced", known.line.is_announced.into()),
        ("arrived_at", instant(known.arrived_at)),
        ("damage", known.line.damage.as_str().into()),
        ("ticket", known.ticket.map(|ticket| ticket.to_string()).into()),
    ]
}

fn read(row: &Row<'_>) -> Result<KnownLine, StoreError> {
    let serial: String = row.get("serial")?;
    let arrived_at: Option<i64> = row.get("arrived_at")?;
    let (ticket, draft): (Option<String>, Option<String>) = (row.get("ticket")?, row.get("draft")?);
    Ok(KnownLine {
        id: parse(row, "id")?,
        place: row.get("place")?,
        line: Line {
            serial: match serial.as_str() {
                "" => None,
                _ => Some(SerialNumber::parse(&serial).map_err(|_| damaged("serial"))?),
            },
            model: row.get("model")?,
            is_announced: row.get("is_announced")?,
            is_here: arrived_at.is_some(),
            damage: row.get("damage")?,
        },
        arrived_at,
        ticket: ticket.map(|_| parse(row, "ticket")).transpose()?,
        draft: draft.map(|_| parse(row, "draft")).transpose()?,
    })
}

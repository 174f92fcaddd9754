//! The entries of the cover ledger: what each hand-over did to the covers of serials. What follows from them is in
//! `domain::ledger`. Appended at a hand-over, never changed, never deleted.

use crate::Source;
use crate::error::StoreError;
use crate::sql::{all, damaged, decode, decode_optional, one, parse, run};
use crate::transact::Tx;
use nightbench_domain::code;
use nightbench_domain::id::{CoverEntryId, TicketId};
use nightbench_domain::ledger::{CoverEntry, CoveredItem};
use nightbench_domain::serial::SerialNumber;
use rusqlite::{Row, named_params};

/// Enters what a hand-over did to a cover.
///
/// # Errors
/// `Operation` for a purchase, which follows from the register and is never entered; when the database refuses.
pub fn enter(tx: &Tx<'_>, id: CoverEntryId, ticket: TicketId, entry: &CoverEntry) -> Result<(), StoreError> {
    let (kind, serial, part, terms, by) = match entry {
        CoverEntry::Repair { item, terms, .. } => {
            ("repair", &item.serial, item.part.as_deref(), Some(code(terms)), None)
        }
        CoverEntry::Exchange { serial, by, .. } => ("exchange", serial, None, None, Some(by.as_str())),
        CoverEntry::Purchase { .. } => {
            return Err(StoreError::Operation { reason: "a purchase is no entry of a hand-over" });
        }
    };
    let completed_on = entry.on().to_string();
    run(
        tx.connection,
        include_str!("enter.sql"),
        named_params! {":id": id.to_string(), ":ticket": ticket.to_string(), ":serial": serial.as_str(),
        ":entry": kind, ":part": part, ":terms": terms, ":by_serial": by, ":completed_on": completed_on},
    )?;
    let fields = vec![
        ("ticket", ticket.to_string().into()),
        ("serial", serial.as_str().into()),
        ("entry", kind.into()),
        ("part", part.map(str::to_owned).into()),
        ("terms", terms.into()),
        ("by_serial", by.map(str::to_owned).into()),
        ("completed_on", completed_on.into()),
    ];
    tx.append("cover.enter", 1, id.uuid(), fields)?;
    Ok(())
}

/// Every entry behind the cover of a serial, in the order of entering: its own, and those of the units it was given for.
///
/// # Errors
/// When the database cannot be read.
pub fn of_serial(source: &impl Source, serial: &SerialNumber) -> Result<Vec<CoverEntry>, StoreError> {
    let serial = serial.as_str();
    source.read(|connection| {
        all(connection, include_str!("of_serial.sql"), named_params! {":serial": serial}, read)
    })
}

/// What the hand-over of a work order entered, in the order of entering.
///
/// # Errors
/// When the database cannot be read.
pub fn of_ticket(source: &impl Source, ticket: TicketId) -> Result<Vec<CoverEntry>, StoreError> {
    let ticket = ticket.to_string();
    source.read(|connection| {
        all(connection, include_str!("of_ticket.sql"), named_params! {":ticket": ticket}, read)
    })
}

/// The work order by which a serial was given in exchange for another; the newest where there are several.
///
/// # Errors
/// When the database cannot be read.
pub fn given_by(source: &impl Source, serial: &SerialNumber) -> Result<Option<TicketId>, StoreError> {
    let serial = serial.as_str();
    source.read(|connection| {
        one(connection, include_str!("given_by.sql"), named_params! {":serial": serial}, |row| {
            parse(row, "ticket")
        })
    })
}

fn read(row: &Row<'_>) -> Result<CoverEntry, StoreError> {
    let completed_on = parse(row, "completed_on")?;
    let serial: SerialNumber = decode(row, "serial")?;
    match row.get::<_, String>("entry")?.as_str() {
        "repair" => Ok(CoverEntry::Repair {
            item: CoveredItem { serial, part: row.get("part")? },
            completed_on,
            terms: decode(row, "terms")?,
        }),
        "exchange" => Ok(CoverEntry::Exchange {
            serial,
            by: decode_optional(row, "by_serial")?.ok_or_else(|| damaged("by_serial"))?,
            completed_on,
        }),
        _ => Err(damaged("entry")),
    }
}

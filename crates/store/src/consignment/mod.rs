//! Parcels and the units that were announced for them or came out of them. Receiving a parcel is an act of its own: its
//! units may be opened days later. The work orders of its units are in intake/ and ticket/.

mod line;

pub use line::{KnownLine, NewLine, add_line, line_of, line_of_ticket, lines, remove_line, set_line};

use crate::Source;
use crate::changes::Noun;
use crate::customer;
use crate::error::StoreError;
use crate::journal::New;
use crate::sql::{all, count, damaged, decode_optional, json, one, parse, run};
use crate::transact::Tx;
use nightbench_domain::code;
use nightbench_domain::consignment::{Consignment, Tally};
use nightbench_domain::customer::Customer;
use nightbench_domain::id::{ConsignmentId, CustomerId};
use nightbench_domain::serial::fold;
use nightbench_domain::waybill::Waybill;
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};

/// A parcel on record.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownConsignment {
    /// Its id.
    pub id: ConsignmentId,
    /// What was recorded of it.
    pub consignment: Consignment,
    /// Who sent it; `None` when it is not known yet.
    pub sender: Option<CustomerId>,
    /// That sender as now on record; empty when it is not known.
    pub sender_card: Customer,
    /// What its units have in common, a JSON object without anybody's name.
    pub shared: serde_json::Value,
    /// When it was recorded, milliseconds UTC.
    pub received_at: i64,
    /// When it was closed, milliseconds UTC; `None` while it is open.
    pub closed_at: Option<i64>,
    /// Its units, counted.
    pub tally: Tally,
    /// How many of its units have a work order.
    pub received: u32,
}

/// Where a page of parcels ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct After {
    /// Of its last row, milliseconds UTC.
    pub received_at: i64,
    /// Of its last row.
    pub id: ConsignmentId,
}

/// Records a parcel.
///
/// # Errors
/// When the database refuses, as it does for a waybill that is on record.
pub fn receive(tx: &Tx<'_>, id: ConsignmentId, consignment: &Consignment) -> Result<(), StoreError> {
    let at_ms = tx.act.map(|act| act.at_ms).unwrap_or_default();
    write(tx, include_str!("receive.sql"), id, consignment, Some(at_ms))?;
    let mut set = fields(consignment)?;
    set.retain(|(_, value)| !value.is_empty());
    tx.append("consignment.receive", 1, id.uuid(), set)?;
    Ok(())
}

/// Corrects what was recorded of a parcel; journals the fields that change.
///
/// # Errors
/// `Missing` when there is no such parcel.
pub fn amend(tx: &Tx<'_>, id: ConsignmentId, consignment: &Consignment) -> Result<(), StoreError> {
    let before = known(tx, id)?;
    let old = fields(&before.consignment)?;
    let changed: Vec<_> = fields(consignment)?.into_iter().filter(|field| !old.contains(field)).collect();
    if changed.is_empty() {
        return Ok(());
    }
    write(tx, include_str!("amend.sql"), id, consignment, None)?;
    tx.append("consignment.amend", 1, id.uuid(), changed)?;
    Ok(())
}

/// Says what the units of a parcel have in common, and who sent it. `shared` holds nobody's name: a customer is a
/// record of its own.
///
/// # Errors
/// `Missing` when there is no such parcel; `Operation` when `shared` holds a number that is no integer.
pub fn share(
    tx: &Tx<'_>,
    id: ConsignmentId,
    sender: Option<CustomerId>,
    shared: &serde_json::Value,
) -> Result<(), StoreError> {
    let before = known(tx, id)?;
    let mut set = Vec::new();
    if before.sender != sender {
        set.push(("sender", New::from(sender.map(|sender| sender.to_string()))));
    }
    if before.shared != *shared {
        set.push(("shared", New::json(shared)?));
    }
    if set.is_empty() {
        return Ok(());
    }
    let (sender, shared) = (sender.map(|sender| sender.to_string()), shared.to_string());
    let params = named_params! {":id": id.to_string(), ":shared": shared, ":sender": sender};
    run(tx.connection, include_str!("share.sql"), params)?;
    tx.append("consignment.share", 1, id.uuid(), set)?;
    Ok(())
}

/// Closes a parcel: everything that is in it has been taken out. What was announced and is not here is short.
///
/// # Errors
/// `Missing` when there is no such parcel.
pub fn close(tx: &Tx<'_>, id: ConsignmentId, at_ms: i64) -> Result<(), StoreError> {
    let Tally { short, extra, damaged, .. } = known(tx, id)?.tally;
    set_closed(tx, id, Some(at_ms))?;
    let set = vec![
        ("closed_at", at_ms.into()),
        ("short", i64::from(short).into()),
        ("extra", i64::from(extra).into()),
        ("damaged", i64::from(damaged).into()),
    ];
    tx.append("consignment.close", 1, id.uuid(), set)?;
    Ok(())
}

/// Opens a closed parcel again.
///
/// # Errors
/// `Missing` when there is no such parcel.
pub fn reopen(tx: &Tx<'_>, id: ConsignmentId) -> Result<(), StoreError> {
    set_closed(tx, id, None)?;
    tx.append("consignment.reopen", 1, id.uuid(), vec![("closed_at", None::<String>.into())])?;
    Ok(())
}

/// The parcel of that id.
///
/// # Errors
/// When the database cannot be read.
pub fn by_id(source: &impl Source, id: ConsignmentId) -> Result<Option<KnownConsignment>, StoreError> {
    let id = id.to_string();
    source.read(|connection| one(connection, include_str!("by_id.sql"), named_params! {":id": id}, read))
}

/// The parcel of that waybill.
///
/// # Errors
/// When the database cannot be read.
pub fn by_waybill(source: &impl Source, waybill: &Waybill) -> Result<Option<KnownConsignment>, StoreError> {
    let waybill = waybill.as_str();
    source.read(|connection| {
        one(connection, include_str!("by_waybill.sql"), named_params! {":waybill": waybill}, read)
    })
}

/// Every open parcel, the one that came first first.
///
/// # Errors
/// When the database cannot be read.
pub fn open(source: &impl Source) -> Result<Vec<KnownConsignment>, StoreError> {
    source.read(|connection| all(connection, include_str!("open.sql"), [], read))
}

/// How many units were taken out of parcels that are closed by now, and have no work order.
///
/// # Errors
/// When the database cannot be read.
pub fn left_over(source: &impl Source) -> Result<u64, StoreError> {
    let units = source
        .read(|connection| one(connection, include_str!("left_over.sql"), [], |row| count(row, "units")))?;
    Ok(units.unwrap_or_default())
}

/// A page of all parcels, newest first; with a text those whose waybill, sender or dealer holds it.
///
/// # Errors
/// When the database cannot be read.
pub fn page(
    source: &impl Source,
    text: &str,
    after: Option<&After>,
    rows: u32,
) -> Result<Vec<KnownConsignment>, StoreError> {
    // Behind the last instant there is no row before the first page.
    let (at, id) = after.map_or((i64::MAX, String::new()), |after| (after.received_at, after.id.to_string()));
    let text = text.trim();
    source.read(|connection| {
        if text.is_empty() {
            let params = named_params! {":received_at": at, ":id": id, ":rows": rows};
            return all(connection, include_str!("page.sql"), params, read);
        }
        let waybill = fold(text).replace('-', "");
        let params = named_params! {":received_at": at, ":id": id, ":rows": rows, ":text": text,
        ":waybill": waybill};
        all(connection, include_str!("matching.sql"), params, read)
    })
}

pub(crate) fn known(tx: &Tx<'_>, id: ConsignmentId) -> Result<KnownConsignment, StoreError> {
    by_id(tx, id)?.ok_or(StoreError::Missing { noun: Noun::Consignment })
}

fn set_closed(tx: &Tx<'_>, id: ConsignmentId, at_ms: Option<i64>) -> Result<(), StoreError> {
    let params = named_params! {":id": id.to_string(), ":closed_at": at_ms};
    if run(tx.connection, include_str!("set_closed.sql"), params)? == 0 {
        return Err(StoreError::Missing { noun: Noun::Consignment });
    }
    Ok(())
}

/// The fields as the journal names them.
fn fields(consignment: &Consignment) -> Result<Vec<(&'static str, New)>, StoreError> {
    let Consignment {
        waybill,
        carrier,
        received_on,
        cartons_announced,
        cartons_counted,
        units_announced,
        freight,
        damage,
        note,
    } = consignment;
    let number = |count: &Option<u32>| match count {
        Some(count) => New::from(i64::from(*count)),
        None => New::from(None::<String>),
    };
    Ok(vec![
        ("waybill", waybill.as_ref().map_or("", Waybill::as_str).into()),
        ("carrier", carrier.as_ref().map(code).into()),
        ("received_on", received_on.to_string().into()),
        ("cartons_announced", number(cartons_announced)),
        ("cartons_counted", number(cartons_counted)),
        ("units_announced", number(units_announced)),
        ("freight", New::json(&serde_json::to_value(freight)?)?),
        ("damage", damage.as_str().into()),
        ("note", note.as_str().into()),
    ])
}

fn write(
    tx: &Tx<'_>,
    sql: &str,
    id: ConsignmentId,
    consignment: &Consignment,
    received_at: Option<i64>,
) -> Result<(), StoreError> {
    let (id, received_on) = (id.to_string(), consignment.received_on.to_string());
    let carrier = consignment.carrier.as_ref().map(code);
    let freight = serde_json::to_string(&consignment.freight)?;
    let mut params: Vec<(&str, &dyn rusqlite::ToSql)> = vec![
        (":id", &id),
        (":carrier", &carrier),
        (":received_on", &received_on),
        (":cartons_announced", &consignment.cartons_announced),
        (":cartons_counted", &consignment.cartons_counted),
        (":units_announced", &consignment.units_announced),
        (":freight", &freight),
        (":damage", &consignment.damage),
        (":note", &consignment.note),
    ];
    let waybill = consignment.waybill.as_ref().map_or("", Waybill::as_str);
    params.push((":waybill", &waybill));
    if let Some(received_at) = &received_at {
        params.push((":received_at", received_at));
    }
    run(tx.connection, sql, params.as_slice())?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<KnownConsignment, StoreError> {
    let number = |column| u32::try_from(count(row, column)?).map_err(|_| damaged(column));
    let waybill: String = row.get("waybill")?;
    let sender: Option<String> = row.get("sender")?;
    let consignment = Consignment {
        waybill: match waybill.as_str() {
            "" => None,
            _ => Some(Waybill::parse(&waybill).map_err(|_| damaged("waybill"))?),
        },
        carrier: decode_optional(row, "carrier")?,
        received_on: parse(row, "received_on")?,
        cartons_announced: row.get("cartons_announced")?,
        cartons_counted: row.get("cartons_counted")?,
        units_announced: row.get("units_announced")?,
        freight: json(row, "freight")?,
        damage: row.get("damage")?,
        note: row.get("note")?,
    };
    let tally = Tally::counted(
        consignment.units_announced,
        number("lines_announced")?,
        number("lines_here")?,
        number("lines_missing")?,
        number("lines_damaged")?,
    );
    Ok(KnownConsignment {
        id: parse(row, "id")?,
        consignment,
        sender: sender.map(|_| parse(row, "sender")).transpose()?,
        sender_card: customer::read_as(row, "sender_")?,
        shared: json(row, "shared")?,
        received_at: row.get("received_at")?,
        closed_at: row.get("closed_at")?,
        tally,
        received: number("lines_received")?,
    })
}

//! How an operation that another station wrote, or this one before it was set back, shows in the records of this station. The
//! journal keeps the operation, `sync` says what holds after it, and here the rows follow. A row is written by the columns that
//! the operation names, and only where nothing newer was written here that HQ has not seen: that stays until HQ has.
//!
//! A row that cannot be written, because what it refers to is not here, is remembered and tried again after every page. Nothing
//! is lost by it: the operation is in the journal.

mod followed;
mod tables;

pub use followed::{Followed, Held};

use crate::error::StoreError;
use crate::seal::CustomerKey;
use crate::sql::{all, count, integer, one, run};
use crate::transact::Tx;
use crate::{Source, custody, customer, place, search, station, ticket};
use nightbench_domain::diagnosis::FaultLine;
use nightbench_domain::id::{CustomerId, PlaceId, TicketId, UserId};
use nightbench_domain::operation::Value;
use nightbench_domain::party::PartyRole;
use nightbench_domain::place::PlaceKind;
use nightbench_domain::serial::SerialNumber;
use rusqlite::types::Value as Cell;
use rusqlite::{ErrorCode, named_params, params_from_iter};
use std::collections::BTreeMap;
use tables::{Column, FIXED, From, Table};
use uuid::Uuid;

/// Shows an operation in the records, as far as it shows in one. Whether it does: `false` when what it refers to is not here, or
/// it cannot be read; it is tried again by the caller.
///
/// # Errors
/// When the database fails.
pub fn follow(tx: &Tx<'_>, mut followed: Followed<'_>) -> Result<bool, StoreError> {
    let newest = newest(tx, &followed)?;
    let Some(table) = Table::of(&followed.operation.kind) else {
        note(tx, &followed, &newest)?;
        special(tx, &followed, &newest)?;
        return Ok(true);
    };
    run(tx.connection, "SAVEPOINT follow", [])?;
    let shown = followed.open(tx.connection).and_then(|()| {
        tx.watch
            .derived(|| show(tx, table, &followed, &newest).and_then(|()| complete(tx, &followed, &newest)))
    });
    match shown {
        Ok(()) => {
            run(tx.connection, "RELEASE follow", [])?;
            note(tx, &followed, &newest)?;
            Ok(true)
        }
        Err(error) if is_about_the_record(&error) => {
            run(tx.connection, "ROLLBACK TO follow", [])?;
            run(tx.connection, "RELEASE follow", [])?;
            Ok(false)
        }
        Err(error) => Err(error),
    }
}

/// Whether the record is to blame and not the machine.
fn is_about_the_record(error: &StoreError) -> bool {
    match error {
        StoreError::Operation { .. } | StoreError::Missing { .. } | StoreError::Damaged { .. } => true,
        StoreError::Sqlite(error) => error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation),
        _ => false,
    }
}

/// The fields the operation names and whose newest word, here, HQ has seen.
fn newest(tx: &Tx<'_>, followed: &Followed<'_>) -> Result<Vec<String>, StoreError> {
    let entity = followed.operation.entity;
    let created_by = tx.created_by(entity)?;
    let mut newest = Vec::new();
    for field in &followed.operation.fields {
        let Some(held) = followed.fields.get(&field.name) else { continue };
        if followed.is_again {
            newest.extend((held.set_by == followed.hash).then(|| field.name.clone()));
            continue;
        }
        let here = tx.set_by(entity, &field.name)?.or(created_by);
        let is_seen = here
            .is_none_or(|here| here == followed.hash || Some(here) == held.was_set_by || here == held.set_by);
        if is_seen || (held.was_set_by.is_none() && here == Some(followed.created_by)) {
            newest.push(field.name.clone());
        }
    }
    Ok(newest)
}

/// Remembers which operations the fields are of, so that what is written here next names what it was written on.
fn note(tx: &Tx<'_>, followed: &Followed<'_>, newest: &[String]) -> Result<(), StoreError> {
    let entity = followed.operation.entity.to_string();
    run(
        tx.connection,
        include_str!("../journal/create_entity.sql"),
        named_params! {":entity": entity, ":created_by": followed.created_by.as_bytes()},
    )?;
    for name in newest {
        let Some(held) = followed.fields.get(name) else { continue };
        run(
            tx.connection,
            include_str!("../journal/set_field.sql"),
            named_params! {":entity": entity, ":field": name, ":set_by": held.set_by.as_bytes()},
        )?;
    }
    Ok(())
}

fn show(tx: &Tx<'_>, table: &Table, followed: &Followed<'_>, newest: &[String]) -> Result<(), StoreError> {
    let (kind, id) = (followed.operation.kind.as_str(), followed.id());
    if table.ends.contains(&kind) {
        let sql = format!("DELETE FROM {} WHERE id = ?", table.name);
        run(tx.connection, &sql, [&id])?;
        return Ok(());
    }
    let sql = format!("SELECT 1 FROM {} WHERE id = ?", table.name);
    let is_here = one(tx.connection, &sql, [&id], |_| Ok(()))?.is_some();
    let mut names = Vec::new();
    let mut cells = Vec::new();
    if is_here {
        if FIXED.contains(&table.name) {
            return Ok(());
        }
        // What was said beside a field that lost is not said of the record.
        let sets = |name: &String| followed.fields.get(name).is_some_and(|held| held.set_by == followed.hash);
        let holds = newest.iter().any(sets) || followed.operation.fields.is_empty();
        for column in table.columns {
            if column.is_written(kind, newest, holds) {
                names.push(format!("{} = ?", column.name));
                cells.push(cell(followed, column)?);
            }
        }
        if names.is_empty() {
            return Ok(());
        }
        cells.push(Cell::Text(id));
        let sql = format!("UPDATE {} SET {} WHERE id = ?", table.name, names.join(", "));
        run(tx.connection, &sql, params_from_iter(cells))?;
        return Ok(());
    }
    // A record that can be taken away, is known here and has no row, was.
    let is_gone =
        !table.ends.is_empty() && !followed.is_again && tx.created_by(followed.operation.entity)?.is_some();
    if table.makes.contains(&kind) && !is_gone {
        names.push("id".to_owned());
        cells.push(Cell::Text(id));
        for column in table.columns {
            let is_first = !names.iter().any(|name| name == column.name);
            let writes = |other: &&Column| other.name == column.name && other.is_by(kind);
            if is_first {
                names.push(column.name.to_owned());
                cells.push(match table.columns.iter().find(writes) {
                    Some(column) => cell(followed, column)?,
                    None => unsaid(column),
                });
            }
        }
        if table.name == "attachment" {
            elsewhere(tx, followed)?;
        }
        let marks = vec!["?"; cells.len()].join(", ");
        let sql = format!("INSERT INTO {} ({}) VALUES ({marks})", table.name, names.join(", "));
        run(tx.connection, &sql, params_from_iter(cells))?;
        made(tx, followed)?;
    }
    Ok(())
}

impl Column {
    fn is_by(&self, kind: &str) -> bool {
        self.by.is_empty() || self.by.contains(&kind)
    }

    fn is_written(&self, kind: &str, newest: &[String], holds: bool) -> bool {
        let is_named = |field: &str| newest.iter().any(|name| name == field);
        if !self.by.is_empty() {
            return holds && self.by.contains(&kind);
        }
        match self.from {
            From::Field(field) | From::Text(field) | From::Number(field, _) | From::Json(field, _) => {
                is_named(field)
            }
            From::Of(fields, _) => fields.iter().any(|field| is_named(field)),
            From::Remark(_) | From::Actor | From::At | From::Is(_) | From::Null => false,
        }
    }
}

fn cell(followed: &Followed<'_>, column: &Column) -> Result<Cell, StoreError> {
    let plain = |value: &Value, field: &str| -> Result<Cell, StoreError> {
        Ok(match value {
            Value::Null => Cell::Null,
            Value::Bool(is) => Cell::Integer(i64::from(*is)),
            Value::Integer(number) => Cell::Integer(*number),
            Value::Text(_) | Value::Sealed(_) => Cell::Text(followed.text(field)),
            Value::List(_) | Value::Map(_) => Cell::Text(serde_json::to_string(value)?),
        })
    };
    Ok(match column.from {
        From::Field(field) => match followed.value(field) {
            Some(value) => plain(value, field)?,
            None => Cell::Null,
        },
        From::Text(field) => Cell::Text(followed.text(field)),
        From::Number(field, unsaid) => match followed.value(field) {
            Some(value) => plain(value, field)?,
            None => Cell::Integer(unsaid),
        },
        From::Json(field, unsaid) => match followed.value(field) {
            Some(value) => Cell::Text(serde_json::to_string(value)?),
            None => Cell::Text(unsaid.to_owned()),
        },
        From::Remark(field) => Cell::Text(followed.remark(field)),
        From::Actor => Cell::Text(followed.operation.actor.clone()),
        From::At => Cell::Integer(followed.operation.at),
        From::Is(text) => Cell::Text(text.to_owned()),
        From::Null => Cell::Null,
        From::Of(_, follows) => follows(followed)?,
    })
}

/// What stands in a column that nothing has written yet.
fn unsaid(column: &Column) -> Cell {
    match column.from {
        From::Text(_) | From::Remark(_) | From::Actor | From::Is(_) => Cell::Text(String::new()),
        From::Number(_, unsaid) => Cell::Integer(unsaid),
        From::Json(_, unsaid) => Cell::Text(unsaid.to_owned()),
        From::Field(_) | From::At | From::Null | From::Of(..) => Cell::Null,
    }
}

/// A content that is at another station.
fn elsewhere(tx: &Tx<'_>, attachment: &Followed<'_>) -> Result<(), StoreError> {
    let Some(Value::Integer(size)) = attachment.value("size") else { return Err(attachment.unreadable()) };
    let hash = tables::blob(attachment)?;
    run(tx.connection, include_str!("elsewhere.sql"), named_params! {":hash": hash, ":size": size})?;
    Ok(())
}

/// What comes with a row that was made.
fn made(tx: &Tx<'_>, followed: &Followed<'_>) -> Result<(), StoreError> {
    match followed.operation.kind.as_str() {
        "customer.add" => {
            let id = CustomerId::new(followed.operation.entity);
            match followed.keys.get(&id) {
                Some(key) => customer::add_key(tx.connection, id, &CustomerKey(*key)),
                None => Ok(()),
            }
        }
        "enquiry.unit" => {
            run(tx.connection, include_str!("last_in_enquiry.sql"), named_params! {":id": followed.id()})?;
            Ok(())
        }
        "intake.receive" => {
            let id = TicketId::new(followed.operation.entity);
            let cycle = followed.cycle.ok_or_else(|| followed.unreadable())?;
            let serial = serial(followed)?;
            ticket::open(tx, id, &serial, followed.operation.at, cycle)?;
            let centre = station::station(tx)?.ok_or(StoreError::NotInitialised)?.centre;
            let dock = place::beginning(&centre, PlaceKind::Dock)?;
            if place::by_id(tx, dock)?.is_some() {
                custody::arrive(tx, id, dock, None, followed.operation.at)?;
            }
            Ok(())
        }
        "diagnosis.record" => lines(tx, followed),
        _ => Ok(()),
    }
}

/// What an operation writes beside its row.
fn complete(tx: &Tx<'_>, followed: &Followed<'_>, newest: &[String]) -> Result<(), StoreError> {
    let (kind, entity) = (followed.operation.kind.as_str(), followed.operation.entity);
    match kind {
        "intake.receive" | "intake.amend" => {
            let id = TicketId::new(entity);
            if newest.iter().any(|name| name == "serial") {
                ticket::give_serial(tx, id, &serial(followed)?)?;
            }
            if let Some(cycle) = followed.cycle {
                ticket::redate(tx, id, cycle)?;
            }
            parties(tx, followed)?;
            search::index(tx.connection, id)
        }
        "ticket.transition" => search::index(tx.connection, TicketId::new(entity)),
        "customer.update" => customer::index_tickets(tx.connection, CustomerId::new(entity)),
        "handover.amend" if newest.iter().any(|name| name == "waybill") => amendment(tx, followed),
        _ if followed.names("reply") => reply(tx, followed),
        _ => Ok(()),
    }
}

/// What shows in no row by its id.
fn special(tx: &Tx<'_>, followed: &Followed<'_>, newest: &[String]) -> Result<(), StoreError> {
    if followed.operation.kind != "ticket.move" || !newest.iter().any(|name| name == "place") {
        return Ok(());
    }
    let (place, holder) = (followed.text("place"), followed.text("holder"));
    let Ok(place) = place.parse::<PlaceId>() else { return Ok(()) };
    let holder = holder.parse::<UserId>().ok();
    let ticket = TicketId::new(followed.operation.entity);
    let is_known = place::by_id(tx, place)?.is_some() && ticket::by_id(tx, ticket)?.is_some();
    let holder = holder.map(|holder| crate::user::by_id(tx, holder)).transpose()?.flatten();
    if is_known {
        custody::arrive(tx, ticket, place, holder.map(|holder| holder.user.id), followed.operation.at)?;
    }
    Ok(())
}

fn serial(intake: &Followed<'_>) -> Result<SerialNumber, StoreError> {
    SerialNumber::parse(&intake.text("serial")).map_err(|_| intake.unreadable())
}

fn parties(tx: &Tx<'_>, intake: &Followed<'_>) -> Result<(), StoreError> {
    let mut parties = BTreeMap::new();
    for role in PartyRole::ALL {
        let name = crate::intake::party_field(role);
        if let Ok(customer) = intake.text(name).parse::<CustomerId>() {
            parties.insert(role, customer);
        }
    }
    crate::intake::write_parties(tx, &intake.id(), &parties)
}

fn lines(tx: &Tx<'_>, diagnosis: &Followed<'_>) -> Result<(), StoreError> {
    let Some(said) = diagnosis.value("lines") else { return Ok(()) };
    let lines: Vec<FaultLine> =
        serde_json::from_value(serde_json::to_value(said)?).map_err(|_| diagnosis.unreadable())?;
    crate::diagnosis::write_lines(tx, &diagnosis.id(), &lines)
}

/// A correction of where a unit was sent, under a name that follows from the operation.
fn amendment(tx: &Tx<'_>, handover: &Followed<'_>) -> Result<(), StoreError> {
    let id = handover
        .hash
        .as_bytes()
        .first_chunk()
        .map_or(Uuid::nil(), |bytes| uuid::Builder::from_custom_bytes(*bytes).into_uuid());
    let before = handover.remark("waybill_before");
    run(
        tx.connection,
        include_str!("add_amendment.sql"),
        named_params! {":id": id.to_string(), ":handover": handover.id(), ":waybill_before": (!before.is_empty()).then_some(before),
        ":reason": handover.remark("reason"), ":amended_by": handover.operation.actor,
        ":amended_at": handover.operation.at},
    )?;
    Ok(())
}

fn reply(tx: &Tx<'_>, decision: &Followed<'_>) -> Result<(), StoreError> {
    let (_noun, reply) = decision.operation.kind.split_once('.').ok_or_else(|| decision.unreadable())?;
    let said_at = decision.operation.fields.iter().find(|field| field.name == "said_at");
    let said_at = match said_at.map(|field| &field.value) {
        Some(Value::Integer(at)) => Some(*at),
        _ => None,
    };
    run(
        tx.connection,
        include_str!("add_reply.sql"),
        named_params! {":id": decision.remark("reply"), ":decision": decision.id(), ":reply": reply,
        ":reason": decision.remark("reason"), ":replied_by": decision.operation.actor,
        ":replied_at": decision.operation.at, ":said_by": decision.remark("said_by"), ":said_at": said_at,
        ":second": decision.remark("second")},
    )?;
    Ok(())
}

/// Remembers an operation that could not be shown.
///
/// # Errors
/// When the database refuses.
pub fn put_off(tx: &Tx<'_>, chain: i64, seq: u64) -> Result<(), StoreError> {
    let params = named_params! {":chain": chain, ":seq": integer(seq)?};
    run(tx.connection, include_str!("put_off.sql"), params)?;
    Ok(())
}

/// An operation is shown, or it is of no use any more.
///
/// # Errors
/// When the database refuses.
pub fn done(tx: &Tx<'_>, chain: i64, seq: u64) -> Result<(), StoreError> {
    run(tx.connection, include_str!("done.sql"), named_params! {":chain": chain, ":seq": integer(seq)?})?;
    Ok(())
}

/// The operations that could not be shown, as they stand in the journal, in the order they came: chain, place, text.
///
/// # Errors
/// When the database cannot be read.
pub fn put_off_all(source: &impl Source) -> Result<Vec<(i64, u64, String)>, StoreError> {
    source.read(|connection| {
        all(connection, include_str!("put_off_all.sql"), [], |row| {
            let text = String::from_utf8(row.get("bytes")?).unwrap_or_default();
            Ok((row.get("chain")?, count(row, "seq")?, text))
        })
    })
}

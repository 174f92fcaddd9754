//! Finding a ticket by anything somebody remembers of it: names, phone, serial, number, symptom, notes, in
//! Chinese, English or pinyin; two characters suffice. The index holds tokens only and can be made again from
//! the records at any time. Lists of what was found are `ticket::matching`; the register of sales is looked up
//! by its own indexes (registry/), which keeps importing it fast.

mod tokens;

pub(crate) use tokens::query;
pub use tokens::spellings;

use crate::error::StoreError;
use crate::sql::{all, one, parse, run};
use nightbench_domain::id::TicketId;
use rusqlite::{Connection, Row, named_params};
use tokens::{Tokens, VERSION};

/// Whether the index was made in the way this program makes it.
pub(crate) fn is_current(connection: &Connection) -> Result<bool, StoreError> {
    let version = one(connection, include_str!("made.sql"), [], |row| Ok(row.get::<_, i64>("version")?))?;
    Ok(version == Some(VERSION))
}

/// Makes the whole index again.
pub(crate) fn rebuild(connection: &Connection) -> Result<(), StoreError> {
    run(connection, include_str!("clear_lines.sql"), [])?;
    run(connection, include_str!("clear.sql"), [])?;
    let tickets = all(connection, include_str!("tickets.sql"), [], |row| parse::<TicketId>(row, "id"))?;
    tickets.into_iter().try_for_each(|ticket| index(connection, ticket))?;
    run(connection, include_str!("set_made.sql"), named_params! {":version": VERSION})?;
    Ok(())
}

/// Writes the line of one ticket, in place of the one it had.
pub(crate) fn index(connection: &Connection, ticket: TicketId) -> Result<(), StoreError> {
    let id = ticket.to_string();
    let document = one(connection, include_str!("document.sql"), named_params! {":id": id}, document)?;
    let Some(tokens) = document else { return Ok(()) };
    let line = one(connection, include_str!("line.sql"), named_params! {":ticket": id}, |row| {
        Ok(row.get::<_, i64>("id")?)
    })?;
    let line = match line {
        Some(line) => {
            run(connection, include_str!("remove.sql"), named_params! {":line": line})?;
            line
        }
        None => {
            run(connection, include_str!("add_line.sql"), named_params! {":ticket": id})?;
            connection.last_insert_rowid()
        }
    };
    run(connection, include_str!("add.sql"), named_params! {":line": line, ":tokens": tokens})?;
    Ok(())
}

/// What of a ticket can be searched for.
fn document(row: &Row<'_>) -> Result<String, StoreError> {
    let mut tokens = Tokens::default();
    for column in ["rma", "serial", "phone_key", "purchase_document", "quoted_rma", "party_phone_keys"] {
        tokens.code(&row.get::<_, String>(column)?);
    }
    let texts = [
        "model",
        "name",
        "email",
        "company",
        "address",
        "dealer",
        "symptom",
        "condition",
        "remote_attempts",
        "first_reported_to",
        "first_reported_proof",
        "damage_note",
        "parties",
        "cancel_reason",
    ];
    for column in texts {
        tokens.text(&row.get::<_, String>(column)?);
    }
    Ok(tokens.join())
}

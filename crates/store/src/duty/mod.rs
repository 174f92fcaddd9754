//! Open work orders of which something is owed, one list for each duty. What is owed and until when is a rule of
//! domain/duty.rs; here it is only found which records come into question, by statements that stop at `rows`.

use crate::Source;
use crate::error::StoreError;
use crate::sql::{all, decode, parse};
use chrono::NaiveDate;
use nightbench_domain::id::{TicketId, UserId};
use rusqlite::{Row, named_params};
use std::collections::BTreeMap;

/// An open work order of which something is owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owing {
    /// Which.
    pub ticket: TicketId,
    /// Day 0.
    pub received_on: NaiveDate,
    /// Day 20.
    pub limit_on: NaiveDate,
    /// Whose calendar counts, by two-letter code; `None`: the centre's country.
    pub calendar: Option<String>,
    /// When what is owed began, milliseconds since 1970 UTC: the day the unit was checked in where nothing else did.
    pub since: i64,
}

/// Past their limit, and the customer was neither told (3.1) nor warned before; longest overdue first. `as_of` is today at
/// the centre.
///
/// # Errors
/// When the database cannot be read.
pub fn untold(
    source: &impl Source,
    as_of: NaiveDate,
    owner: Option<UserId>,
    rows: u32,
) -> Result<Vec<Owing>, StoreError> {
    let (as_of, owner) = (as_of.to_string(), name(owner));
    source.read(|connection| {
        let params = named_params! {":as_of": as_of, ":owner": owner, ":rows": rows};
        all(connection, include_str!("untold.sql"), params, read)
    })
}

/// On the last days before their limit, and the customer was neither warned nor told; the nearest limit first. `as_of` is
/// today at the centre, whose country is `centre`; `last_of` is the last limit of which is warned today, by the
/// calendar of each country.
///
/// # Errors
/// When the database cannot be read.
pub fn unwarned(
    source: &impl Source,
    as_of: NaiveDate,
    centre: &str,
    last_of: &BTreeMap<String, NaiveDate>,
    owner: Option<UserId>,
    rows: u32,
) -> Result<Vec<Owing>, StoreError> {
    let last = last_of.values().max().copied().unwrap_or(as_of).to_string();
    let (as_of, last_of, owner) = (as_of.to_string(), serde_json::to_string(last_of)?, name(owner));
    source.read(|connection| {
        let params = named_params! {":as_of": as_of, ":last": last, ":last_of": last_of, ":centre": centre,
        ":owner": owner, ":rows": rows};
        all(connection, include_str!("unwarned.sql"), params, read)
    })
}

/// Ready or not collected, and nobody was reminded since; the longest waiting first. `since` is when the unit was last made
/// ready.
///
/// # Errors
/// When the database cannot be read.
pub fn uncollected(source: &impl Source, owner: Option<UserId>, rows: u32) -> Result<Vec<Owing>, StoreError> {
    owned(source, include_str!("uncollected.sql"), owner, rows)
}

/// Waiting for the customer to agree to a charge (4.2), the longest waiting first. `since` is when it began to wait.
///
/// # Errors
/// When the database cannot be read.
pub fn unagreed(source: &impl Source, owner: Option<UserId>, rows: u32) -> Result<Vec<Owing>, StoreError> {
    owned(source, include_str!("unagreed.sql"), owner, rows)
}

/// Sent in without consent (3.3), and no question about it was answered; the oldest first. That the company agreed may
/// stand in the facts of the claim all the same.
///
/// # Errors
/// When the database cannot be read.
pub fn unconsented(source: &impl Source, owner: Option<UserId>, rows: u32) -> Result<Vec<Owing>, StoreError> {
    owned(source, include_str!("unconsented.sql"), owner, rows)
}

/// Without the paper form (4.2), the oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn without_form(
    source: &impl Source,
    owner: Option<UserId>,
    rows: u32,
) -> Result<Vec<Owing>, StoreError> {
    owned(source, include_str!("without_form.sql"), owner, rows)
}

fn owned(
    source: &impl Source,
    sql: &'static str,
    owner: Option<UserId>,
    rows: u32,
) -> Result<Vec<Owing>, StoreError> {
    let owner = name(owner);
    source.read(|connection| all(connection, sql, named_params! {":owner": owner, ":rows": rows}, read))
}

fn name(owner: Option<UserId>) -> Option<String> {
    owner.map(|owner| owner.to_string())
}

fn read(row: &Row<'_>) -> Result<Owing, StoreError> {
    Ok(Owing {
        ticket: parse(row, "id")?,
        received_on: decode(row, "received_on")?,
        limit_on: decode(row, "limit_on")?,
        calendar: row.get("calendar")?,
        since: row.get("since")?,
    })
}

//! Running one statement: the four shapes every noun needs. Statements are prepared once per connection and
//! stay in its cache.

use crate::error::{Damage, StoreError};
use chrono::NaiveDate;
use rusqlite::{Connection, Params, Row};
use serde::de::DeserializeOwned;
use std::str::FromStr;

/// Runs a statement that returns no rows; how many rows it wrote.
pub(crate) fn run(connection: &Connection, sql: &str, params: impl Params) -> Result<usize, StoreError> {
    Ok(connection.prepare_cached(sql)?.execute(params)?)
}

/// Reads at most one row.
pub(crate) fn one<T>(
    connection: &Connection,
    sql: &str,
    params: impl Params,
    read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Option<T>, StoreError> {
    connection.prepare_cached(sql)?.query_and_then(params, read)?.next().transpose()
}

/// Reads every row.
pub(crate) fn all<T>(
    connection: &Connection,
    sql: &str,
    params: impl Params,
    read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    connection.prepare_cached(sql)?.query_and_then(params, read)?.collect()
}

/// Hands every row to `visit` without keeping them.
pub(crate) fn each(
    connection: &Connection,
    sql: &str,
    params: impl Params,
    mut visit: impl FnMut(&Row<'_>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    while let Some(row) = rows.next()? {
        visit(row)?;
    }
    Ok(())
}

/// Reads a code back.
pub(crate) fn decode<T: DeserializeOwned>(row: &Row<'_>, column: &'static str) -> Result<T, StoreError> {
    let text: String = row.get(column)?;
    serde_json::from_value(serde_json::Value::String(text)).map_err(|_| damaged(column))
}

/// Reads a code that may be NULL.
pub(crate) fn decode_optional<T: DeserializeOwned>(
    row: &Row<'_>,
    column: &'static str,
) -> Result<Option<T>, StoreError> {
    let text: Option<String> = row.get(column)?;
    let parse = |text| serde_json::from_value(serde_json::Value::String(text)).map_err(|_| damaged(column));
    text.map(parse).transpose()
}

/// Reads JSON back.
pub(crate) fn json<T: DeserializeOwned>(row: &Row<'_>, column: &'static str) -> Result<T, StoreError> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|_| damaged(column))
}

/// Reads an id, a date or another value that has a text form.
pub(crate) fn parse<T: FromStr>(row: &Row<'_>, column: &'static str) -> Result<T, StoreError> {
    let text: String = row.get(column)?;
    text.parse().map_err(|_| damaged(column))
}

/// Reads a date that may be NULL.
pub(crate) fn date(row: &Row<'_>, column: &'static str) -> Result<Option<NaiveDate>, StoreError> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| text.parse().map_err(|_| damaged(column))).transpose()
}

/// A count or size; SQLite has no unsigned integers.
pub(crate) fn count(row: &Row<'_>, column: &'static str) -> Result<u64, StoreError> {
    u64::try_from(row.get::<_, i64>(column)?).map_err(|_| damaged(column))
}

/// The same on its way into the database.
pub(crate) fn integer(count: u64) -> Result<i64, StoreError> {
    i64::try_from(count).map_err(|_| StoreError::Operation { reason: "a count beyond 2^63" })
}

/// The stored value cannot be what was written.
pub(crate) const fn damaged(column: &'static str) -> StoreError {
    StoreError::Damaged { what: Damage::Column(column) }
}

//! Looking sales up: by serial as it is scanned, by what it may be misread for, by the beginning of a serial or
//! model, page by page.

use super::Import;
use crate::Source;
use crate::error::StoreError;
use crate::sql::{all, count, date, decode, decode_optional, one, parse};
use nightbench_domain::registry::Sale;
use nightbench_domain::serial::{SerialNumber, fold};
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which sales a list shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "by", content = "beginning")]
pub enum SalesBy {
    /// Those whose serial begins so, by serial; all of them when it is empty.
    Serial(String),
    /// Those whose model begins so, by model and serial.
    Model(String),
}

/// One page of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SalePage {
    /// Its rows.
    pub rows: Vec<Sale>,
    /// Whether more follow; the next page begins after the last row.
    pub is_more: bool,
}

/// What the register says of a serial.
///
/// # Errors
/// When the database cannot be read.
pub fn by_serial(source: &impl Source, serial: &SerialNumber) -> Result<Option<Sale>, StoreError> {
    let serial = serial.as_str();
    source.read(|connection| {
        one(connection, include_str!("by_serial.sql"), named_params! {":serial": serial}, read)
    })
}

/// Sold units of other serials that a person might misread for this one; at most ten.
///
/// # Errors
/// When the database cannot be read.
pub fn look_alikes(source: &impl Source, serial: &SerialNumber) -> Result<Vec<Sale>, StoreError> {
    let params = named_params! {":look_alike_key": serial.look_alike_key(), ":serial": serial.as_str()};
    source.read(|connection| all(connection, include_str!("look_alikes.sql"), params, read))
}

/// One page of the register, `rows_max` rows long at most, beginning after a sale of the page before it.
///
/// # Errors
/// When the database cannot be read.
pub fn page(
    source: &impl Source,
    by: &SalesBy,
    after: Option<&Sale>,
    rows_max: u32,
) -> Result<SalePage, StoreError> {
    let after_serial = after.map(|sale| sale.serial.as_str()).unwrap_or_default();
    let asked = i64::from(rows_max) + 1;
    let mut rows = match by {
        SalesBy::Serial(beginning) => {
            let first = fold(beginning);
            let params = named_params! {":from": first.as_str().max(after_serial), ":beyond": beyond(&first),
            ":after": after_serial, ":rows_max": asked};
            source.read(|connection| all(connection, include_str!("page_by_serial.sql"), params, read))?
        }
        SalesBy::Model(beginning) => {
            let first = fold(beginning);
            let after_model = after.map_or_else(|| first.clone(), |sale| fold(&sale.model));
            let params = named_params! {":beyond": beyond(&first), ":after_model": after_model,
            ":after": after_serial, ":rows_max": asked};
            source.read(|connection| all(connection, include_str!("page_by_model.sql"), params, read))?
        }
    };
    let kept = usize::try_from(rows_max).unwrap_or(usize::MAX);
    let is_more = rows.len() > kept;
    rows.truncate(kept);
    Ok(SalePage { rows, is_more })
}

/// How many serials the register knows.
///
/// # Errors
/// When the database cannot be read.
pub fn size(source: &impl Source) -> Result<u64, StoreError> {
    let size =
        source.read(|connection| one(connection, include_str!("size.sql"), [], |row| count(row, "size")))?;
    Ok(size.unwrap_or_default())
}

/// The newest import: as of when the register is known here. `None` when there was none.
///
/// # Errors
/// When the database cannot be read.
pub fn newest_import(source: &impl Source) -> Result<Option<Import>, StoreError> {
    source.read(|connection| {
        one(connection, include_str!("imports.sql"), named_params! {":rows_max": 1}, read_import)
    })
}

/// The newest imports.
///
/// # Errors
/// When the database cannot be read.
pub fn imports(source: &impl Source, rows_max: u32) -> Result<Vec<Import>, StoreError> {
    source.read(|connection| {
        all(connection, include_str!("imports.sql"), named_params! {":rows_max": rows_max}, read_import)
    })
}

/// The first text after all that begin with `first`: no serial or model has a character beyond U+10FFFE.
fn beyond(first: &str) -> String {
    format!("{first}\u{10ffff}")
}

pub(super) fn read(row: &Row<'_>) -> Result<Sale, StoreError> {
    Ok(Sale {
        serial: decode(row, "serial")?,
        model: row.get("model")?,
        product_class: decode_optional(row, "product_class")?,
        contract_date: date(row, "contract_on")?,
        voucher_date: date(row, "voucher_on")?,
        sale_kind: decode_optional(row, "sale_kind")?,
        dealer: row.get("dealer")?,
        customer: row.get::<_, String>("customer")?.into(),
        phone: row.get::<_, String>("phone")?.into(),
    })
}

fn read_import(row: &Row<'_>) -> Result<Import, StoreError> {
    Ok(Import {
        id: parse(row, "id")?,
        file_name: row.get("file_name")?,
        file_hash: blake3::Hash::from_bytes(row.get("file_hash")?).to_hex().to_string(),
        rows: count(row, "rows")?,
        imported: count(row, "imported")?,
        updated: count(row, "updated")?,
        unchanged: count(row, "unchanged")?,
        skipped: count(row, "skipped")?,
        imported_at: row.get("imported_at")?,
    })
}

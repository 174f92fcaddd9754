//! The sales register: what the factory or a dealer says was sold, one row a serial, the latest word on each. A
//! whole file comes in by one transaction with one operation: register data flows down to every station by
//! itself, so the journal holds that it was imported and from what, not each row.

mod lookup;

pub use lookup::{SalePage, SalesBy, by_serial, imports, look_alikes, newest_import, page, size};

use crate::error::StoreError;
use crate::sql::{code, integer, one, run};
use crate::transact::Tx;
use nightbench_domain::id::ImportId;
use nightbench_domain::registry::Sale;
use rusqlite::{Connection, Statement, named_params};
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;
use ts_rs::TS;

/// How often an import reports how far it is, in rows.
pub const PROGRESS_ROWS: u64 = 1_000;

/// The file that is imported.
#[derive(Debug, Clone, Copy)]
pub struct RegisterFile<'a> {
    /// Names the import.
    pub id: ImportId,
    /// The file's name, without its folder.
    pub name: &'a str,
    /// BLAKE3 of its bytes.
    pub hash: [u8; 32],
    /// Rows it had, headings not counted.
    pub rows: u64,
    /// Rows of it that could not be read.
    pub skipped: u64,
}

/// One import on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// The file's name.
    pub file_name: String,
    /// BLAKE3 of the file, 64 hexadecimal digits.
    pub file_hash: String,
    /// Rows the file had.
    #[ts(type = "number")]
    pub rows: u64,
    /// Serials that were new.
    #[ts(type = "number")]
    pub imported: u64,
    /// Serials whose row changed.
    #[ts(type = "number")]
    pub updated: u64,
    /// Rows that said nothing new.
    #[ts(type = "number")]
    pub unchanged: u64,
    /// Rows that could not be read.
    #[ts(type = "number")]
    pub skipped: u64,
    /// When, milliseconds UTC: as of when the register is known here.
    #[ts(type = "number")]
    pub imported_at: i64,
}

/// Imports sales. A field that a row leaves empty says nothing, so what was known of it stays. `progress` is
/// told the rows done every [`PROGRESS_ROWS`] rows and at the end, and may stop the import.
///
/// # Errors
/// `Stopped` when `progress` says so: nothing is kept then.
pub fn import(
    tx: &Tx<'_>,
    file: &RegisterFile<'_>,
    sales: &[Sale],
    mut progress: impl FnMut(u64) -> ControlFlow<()>,
) -> Result<Import, StoreError> {
    let newest_before = newest_row(tx.connection)?;
    let mut import = Import {
        id: file.id,
        file_name: file.name.to_owned(),
        file_hash: blake3::Hash::from_bytes(file.hash).to_hex().to_string(),
        rows: file.rows,
        imported: 0,
        updated: 0,
        unchanged: 0,
        skipped: file.skipped,
        imported_at: tx.act.map(|act| act.at_ms).unwrap_or_default(),
    };
    add(tx, &import, file.hash)?;
    let mut done = 0;
    let import_id = file.id.to_string();
    let mut statement = tx.connection.prepare_cached(include_str!("upsert.sql"))?;
    for sale in sales {
        match upsert(&mut statement, &import_id, sale)? {
            Some(row) if row > newest_before => import.imported += 1,
            Some(_) => import.updated += 1,
            None => import.unchanged += 1,
        }
        done += 1;
        if done % PROGRESS_ROWS == 0 && progress(done).is_break() {
            return Err(StoreError::Stopped);
        }
    }
    if progress(done).is_break() {
        return Err(StoreError::Stopped);
    }
    run(
        tx.connection,
        include_str!("count_import.sql"),
        named_params! {":id": import.id.to_string(), ":imported": integer(import.imported)?,
        ":updated": integer(import.updated)?, ":unchanged": integer(import.unchanged)?},
    )?;
    let fields = vec![
        ("file_name", import.file_name.as_str().into()),
        ("file_hash", import.file_hash.as_str().into()),
        ("rows", integer(import.rows)?.into()),
        ("imported", integer(import.imported)?.into()),
        ("updated", integer(import.updated)?.into()),
        ("unchanged", integer(import.unchanged)?.into()),
        ("skipped", integer(import.skipped)?.into()),
    ];
    tx.append("registry.import", 1, import.id.uuid(), fields)?;
    Ok(import)
}

fn add(tx: &Tx<'_>, import: &Import, file_hash: [u8; 32]) -> Result<(), StoreError> {
    run(
        tx.connection,
        include_str!("add_import.sql"),
        named_params! {":id": import.id.to_string(), ":file_name": import.file_name, ":file_hash": file_hash,
        ":rows": integer(import.rows)?, ":skipped": integer(import.skipped)?, ":imported_at": import.imported_at},
    )?;
    Ok(())
}

/// Writes one sale; its row when it was new or changed.
fn upsert(statement: &mut Statement<'_>, import: &str, sale: &Sale) -> Result<Option<i64>, StoreError> {
    let params = named_params! {":serial": sale.serial.as_str(), ":look_alike_key": sale.serial.look_alike_key(),
    ":model": sale.model, ":model_key": nightbench_domain::serial::fold(&sale.model),
    ":product_class": sale.product_class.as_ref().map(code).transpose()?,
    ":contract_on": sale.contract_date.map(|on| on.to_string()),
    ":voucher_on": sale.voucher_date.map(|on| on.to_string()),
    ":sale_kind": sale.sale_kind.as_ref().map(code).transpose()?, ":dealer": sale.dealer,
    ":customer": sale.customer.reveal(), ":phone": sale.phone.reveal(), ":import": import};
    let mut written = statement.query(params)?;
    let row = written.next()?.map(|row| row.get("id")).transpose()?;
    Ok(row)
}

/// The newest row before an import: what comes after it is new.
fn newest_row(connection: &Connection) -> Result<i64, StoreError> {
    let newest = one(connection, include_str!("newest_row.sql"), [], |row| Ok(row.get("id")?))?;
    Ok(newest.unwrap_or_default())
}

//! The sales register: what the factory or a dealer says was sold, one row a serial, the latest word on each. A
//! whole file comes in by one transaction with one operation: register data flows down to every station by
//! itself, so the journal holds that it was imported and from what, not each row.

mod lookup;

pub use lookup::{SalePage, SalesBy, by_serial, imports, look_alikes, newest_import, page, size};

use crate::error::StoreError;
use crate::said::{Counts, ImportFile, Said};
use crate::sql::{integer, one, run};
use crate::transact::Tx;
use nightbench_domain::code;
use nightbench_domain::id::ImportId;
use nightbench_domain::registry::Sale;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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

/// An import that is running. A field that a row leaves empty says nothing, so what was known of it stays.
pub struct Importing<'a, 'tx> {
    tx: &'a Tx<'tx>,
    file: ImportFile<'a>,
    counts: Counts,
}

/// Begins to bring a file in.
///
/// # Errors
/// When the database refuses.
pub fn begin<'a, 'tx>(tx: &'a Tx<'tx>, file: ImportFile<'a>) -> Result<Importing<'a, 'tx>, StoreError> {
    run(
        tx.connection,
        include_str!("add_import.sql"),
        named_params! {":id": file.id.to_string(), ":file_name": file.name, ":file_hash": file.hash,
        ":imported_at": tx.act.map(|act| act.at_ms).unwrap_or_default()},
    )?;
    Ok(Importing { tx, file, counts: Counts::default() })
}

impl Importing<'_, '_> {
    /// Brings one row in.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn say(&mut self, row: u32, sale: &Sale) -> Result<Said, StoreError> {
        let params = named_params! {":serial": sale.serial.as_str()};
        let kept = one(self.tx.connection, include_str!("kept.sql"), params, |row| {
            let said_in: Option<String> = row.get("said_in")?;
            Ok((lookup::read(row)?, said_in, row.get::<_, Option<u32>>("said_row")?))
        })?;
        let said = match kept {
            None => {
                self.upsert(row, sale)?;
                Said::New
            }
            Some((known, said_in, said_row)) => {
                let is_changed = known.is_changed_by(sale);
                let is_again = said_in.is_some_and(|import| import == self.file.id.to_string());
                match (is_again, is_changed) {
                    (true, true) => Said::Clash { row: said_row.unwrap_or_default() },
                    (true, false) => Said::Repeated,
                    (false, true) => {
                        self.upsert(row, sale)?;
                        Said::Changed
                    }
                    (false, false) => {
                        self.mark(row, sale)?;
                        Said::Unchanged
                    }
                }
            }
        };
        self.counts.add(said);
        Ok(said)
    }

    /// Ends the import and appends its operation. `rows` is how many the file had, `skipped` how many of them could not
    /// be read or were there twice.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn finish(self, rows: u64, skipped: u64) -> Result<Import, StoreError> {
        let Counts { new, changed, unchanged } = self.counts;
        let import = Import {
            id: self.file.id,
            file_name: self.file.name.to_owned(),
            file_hash: blake3::Hash::from_bytes(self.file.hash).to_hex().to_string(),
            rows,
            imported: new,
            updated: changed,
            unchanged,
            skipped,
            imported_at: self.tx.act.map(|act| act.at_ms).unwrap_or_default(),
        };
        run(
            self.tx.connection,
            include_str!("count_import.sql"),
            named_params! {":id": import.id.to_string(), ":rows": integer(rows)?, ":imported": integer(new)?,
            ":updated": integer(changed)?, ":unchanged": integer(unchanged)?, ":skipped": integer(skipped)?},
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
        self.tx.append("registry.import", 1, import.id.uuid(), fields)?;
        Ok(import)
    }

    fn upsert(&self, row: u32, sale: &Sale) -> Result<(), StoreError> {
        let params = named_params! {":serial": sale.serial.as_str(), ":look_alike_key": sale.serial.look_alike_key(),
        ":model": sale.model, ":model_key": nightbench_domain::serial::fold(&sale.model),
        ":product_class": sale.product_class.as_ref().map(code),
        ":contract_on": sale.contract_date.map(|on| on.to_string()),
        ":voucher_on": sale.voucher_date.map(|on| on.to_string()),
        ":sale_kind": sale.sale_kind.as_ref().map(code), ":dealer": sale.dealer,
        ":customer": sale.customer.reveal(), ":phone": sale.phone.reveal(),
        ":import": self.file.id.to_string(), ":row": row};
        run(self.tx.connection, include_str!("upsert.sql"), params)?;
        Ok(())
    }

    /// Notes that a file said again what is known.
    fn mark(&self, row: u32, sale: &Sale) -> Result<(), StoreError> {
        let params = named_params! {":serial": sale.serial.as_str(), ":import": self.file.id.to_string(),
        ":row": row};
        run(self.tx.connection, include_str!("mark.sql"), params)?;
        Ok(())
    }
}

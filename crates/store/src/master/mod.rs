//! Masters: models, dealers, contracts, the charge standard, our own units. One table for all kinds: each is a
//! document under a key, with finders that lead a serial, a name or a day to it. A file comes in by one transaction
//! with one operation: masters flow down to every station by themselves, so the journal holds that a file was
//! imported and from what, not each row.

mod lookup;

pub use lookup::{
    Recorded, by_key, by_name, charge_standard, covering_model, covering_serial, fitting, imports,
    newest_import, page, size,
};

use crate::error::StoreError;
use crate::said::{Counts, ImportFile, Said};
use crate::sql::{integer, json, one, parse, run};
use crate::transact::Tx;
use nightbench_domain::code;
use nightbench_domain::id::ImportId;
use nightbench_domain::master::{Master, MasterKind};
use rusqlite::named_params;

/// One import of masters on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MasterImport {
    /// Its id.
    pub id: ImportId,
    /// What it brought.
    pub kind: MasterKind,
    /// The file's name.
    pub file_name: String,
    /// Whether it said all there is of its kind.
    pub is_complete: bool,
    /// Rows the file had.
    pub rows: u64,
    /// Keys that were new.
    pub imported: u64,
    /// Keys whose content changed.
    pub updated: u64,
    /// Keys that said the same.
    pub unchanged: u64,
    /// Rows that could not be read, or were there twice.
    pub skipped: u64,
    /// Keys it ended by leaving them out.
    pub ended: u64,
    /// When, milliseconds UTC: as of when the kind is known here.
    pub imported_at: i64,
}

/// An import that is running.
pub struct Importing<'a, 'tx> {
    tx: &'a Tx<'tx>,
    kind: MasterKind,
    file: ImportFile<'a>,
    is_complete: bool,
    counts: Counts,
}

/// What is kept under a key while a file is brought in.
struct Kept<M> {
    id: i64,
    entry: M,
    said_in: ImportId,
    said_row: u32,
    is_ended: bool,
}

/// Begins to bring a file in.
///
/// # Errors
/// When the database refuses.
pub fn begin<'a, 'tx>(
    tx: &'a Tx<'tx>,
    kind: MasterKind,
    file: ImportFile<'a>,
    is_complete: bool,
) -> Result<Importing<'a, 'tx>, StoreError> {
    run(
        tx.connection,
        include_str!("add_import.sql"),
        named_params! {":id": file.id.to_string(), ":kind": code(&kind), ":file_name": file.name,
        ":file_hash": file.hash, ":is_complete": is_complete,
        ":imported_at": tx.act.map(|act| act.at_ms).unwrap_or_default()},
    )?;
    Ok(Importing { tx, kind, file, is_complete, counts: Counts::default() })
}

impl Importing<'_, '_> {
    /// Brings one row in. `compose` makes the master of the key out of what is known of it: a column the file does not
    /// have says nothing.
    ///
    /// # Errors
    /// What `compose` returns, with nothing written; when the database refuses.
    pub fn say<M: Master, E: From<StoreError>>(
        &mut self,
        row: u32,
        key: &str,
        compose: impl FnOnce(Option<&M>) -> Result<M, E>,
    ) -> Result<Said, E> {
        let kept: Option<Kept<M>> = self.kept(key)?;
        let said = compose(kept.as_ref().map(|kept| &kept.entry))?;
        let outcome = match &kept {
            None => {
                self.insert(row, key, &said)?;
                Said::New
            }
            Some(kept) if kept.said_in == self.file.id => {
                if kept.entry == said {
                    Said::Repeated
                } else {
                    Said::Clash { row: kept.said_row }
                }
            }
            Some(kept) if kept.entry == said && !kept.is_ended => {
                self.mark(kept.id, row)?;
                Said::Unchanged
            }
            Some(kept) => {
                self.update(kept.id, row, &said)?;
                Said::Changed
            }
        };
        self.counts.add(outcome);
        Ok(outcome)
    }

    /// Ends the import: what a complete file left out ends, and the operation is appended. `rows` is how many the file
    /// had, `skipped` how many of them could not be read or were there twice.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn finish(self, rows: u64, skipped: u64) -> Result<MasterImport, StoreError> {
        let connection = self.tx.connection;
        let (id, kind) = (self.file.id.to_string(), code(&self.kind));
        let ended = if self.is_complete {
            run(connection, include_str!("end_unsaid.sql"), named_params! {":kind": kind, ":import": id})?
                as u64
        } else {
            0
        };
        let Counts { new, changed, unchanged } = self.counts;
        run(
            connection,
            include_str!("count_import.sql"),
            named_params! {":id": id, ":rows": integer(rows)?, ":imported": integer(new)?,
            ":updated": integer(changed)?, ":unchanged": integer(unchanged)?, ":skipped": integer(skipped)?,
            ":ended": integer(ended)?},
        )?;
        let fields = vec![
            ("kind", kind.as_str().into()),
            ("file_name", self.file.name.into()),
            ("file_hash", blake3::Hash::from_bytes(self.file.hash).to_hex().as_str().into()),
            ("is_complete", self.is_complete.into()),
            ("rows", integer(rows)?.into()),
            ("imported", integer(new)?.into()),
            ("updated", integer(changed)?.into()),
            ("unchanged", integer(unchanged)?.into()),
            ("skipped", integer(skipped)?.into()),
            ("ended", integer(ended)?.into()),
        ];
        self.tx.append("master.import", 1, self.file.id.uuid(), fields)?;
        Ok(MasterImport {
            id: self.file.id,
            kind: self.kind,
            file_name: self.file.name.to_owned(),
            is_complete: self.is_complete,
            rows,
            imported: new,
            updated: changed,
            unchanged,
            skipped,
            ended,
            imported_at: self.tx.act.map(|act| act.at_ms).unwrap_or_default(),
        })
    }

    fn kept<M: Master>(&self, key: &str) -> Result<Option<Kept<M>>, StoreError> {
        let params = named_params! {":kind": code(&self.kind), ":key": key};
        one(self.tx.connection, include_str!("kept.sql"), params, |row| {
            Ok(Kept {
                id: row.get("id")?,
                entry: json(row, "content")?,
                said_in: parse(row, "said_in")?,
                said_row: row.get("said_row")?,
                is_ended: row.get("is_ended")?,
            })
        })
    }

    fn insert<M: Master>(&self, row: u32, key: &str, said: &M) -> Result<(), StoreError> {
        run(
            self.tx.connection,
            include_str!("insert.sql"),
            named_params! {":kind": code(&self.kind), ":key": key, ":words": said.words(),
            ":content": serde_json::to_string(said)?, ":import": self.file.id.to_string(), ":row": row},
        )?;
        self.lead_to(self.tx.connection.last_insert_rowid(), said)
    }

    fn update<M: Master>(&self, id: i64, row: u32, said: &M) -> Result<(), StoreError> {
        run(
            self.tx.connection,
            include_str!("update.sql"),
            named_params! {":id": id, ":words": said.words(), ":content": serde_json::to_string(said)?,
            ":import": self.file.id.to_string(), ":row": row},
        )?;
        run(self.tx.connection, include_str!("clear_finders.sql"), named_params! {":master": id})?;
        self.lead_to(id, said)
    }

    /// Notes that a file said again what is known.
    fn mark(&self, id: i64, row: u32) -> Result<(), StoreError> {
        let params = named_params! {":id": id, ":import": self.file.id.to_string(), ":row": row};
        run(self.tx.connection, include_str!("mark.sql"), params)?;
        Ok(())
    }

    fn lead_to<M: Master>(&self, master: i64, said: &M) -> Result<(), StoreError> {
        for finder in said.finders() {
            run(
                self.tx.connection,
                include_str!("add_finder.sql"),
                named_params! {":master": master, ":finder": code(&finder.by), ":prefix": finder.prefix,
                ":from_key": finder.from, ":to_key": finder.to},
            )?;
        }
        Ok(())
    }
}

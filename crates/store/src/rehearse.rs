//! Finding out what a write would do by doing it where it does not count: on a database of its own, with a copy of
//! the tables the write is about, encrypted under the same key and removed afterwards. The store itself is only
//! read, so the counter goes on saving while a file of a hundred thousand rows is looked at. Previews of imports are
//! its only callers; what is written for good goes through transact.rs.

use crate::changes::{Noun, Watch};
use crate::connect::{Access, Place, StationKey, connect};
use crate::directory::{self, Directory};
use crate::error::StoreError;
use crate::open::Store;
use crate::transact::{Act, Tx, within};
use crate::{migrate, salvage};
use rusqlite::{Connection, TransactionBehavior, named_params};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

/// Where the databases lie, one a rehearsal. What is found here at a start was left by a power cut.
const FOLDER: &str = "rehearsals";
/// The end of this station's chain: without it there is no operation.
const ALWAYS: [&str; 2] = ["station", "chain"];

impl Store {
    /// Does what [`transact`](Self::transact) does, on a copy of the tables of `about` as they stand now. The closure
    /// finds every other table empty: it reads nothing but what `about` names. Other writes do not wait for it.
    ///
    /// # Errors
    /// As `transact`; `File` and `DiskFull` when there is no room for the copy.
    pub fn rehearse<T, E: From<StoreError>>(
        &self,
        act: Act<'_>,
        about: &[Noun],
        write: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut stage = Stage::build(self.directory.as_ref(), &self.key)?;
        stage.copy(&self.place, &self.key, about).map_err(|error| self.noted(error))?;
        let watch = Watch::begin(&mut stage.connection).map_err(StoreError::from)?;
        let begun = stage.connection.transaction_with_behavior(TransactionBehavior::Immediate);
        within(&begun.map_err(StoreError::from)?, &self.entropy, Some(act), &watch, write)
    }
}

/// Removes what rehearsals left that a power cut ended.
pub(crate) fn sweep(directory: &Directory) -> Result<(), StoreError> {
    directory::remove_folder(&directory.file(FOLDER))
}

/// An empty database with the newest schema.
struct Stage {
    // Dropped before its folder: an open file is not removed everywhere.
    connection: Connection,
    _folder: Option<Folder>,
}

/// A folder that goes when its value does.
struct Folder(PathBuf);

impl Drop for Folder {
    /// What cannot be removed now is removed at the next start.
    fn drop(&mut self) {
        let _left_for_sweep = std::fs::remove_dir_all(&self.0);
    }
}

impl Stage {
    fn build(directory: Option<&Directory>, key: &StationKey) -> Result<Self, StoreError> {
        /// Two rehearsals of one process must not share a name; nothing else depends on it.
        static NAMES: AtomicU64 = AtomicU64::new(0);
        let name = format!("rehearsal-{}", NAMES.fetch_add(1, Ordering::Relaxed));
        let (place, folder) = match directory {
            None => (Place::Memory(name), None),
            Some(directory) => {
                directory::make_private(&directory.file(FOLDER))?;
                let folder = Folder(directory.file(FOLDER).join(name));
                directory::make_private(&folder.0)?;
                let file = folder.0.join(directory::DATABASE);
                drop(directory::create_private(&file)?);
                (Place::File(file), Some(folder))
            }
        };
        let mut connection = connect(&place, key, Access::Write)?;
        // Nothing here is to survive anything.
        connection.execute_batch("PRAGMA synchronous = OFF;")?;
        migrate::upgrade(&mut connection)?;
        Ok(Self { connection, _folder: folder })
    }

    /// Fills the tables from one moment of the store.
    fn copy(&mut self, from: &Place, key: &StationKey, about: &[Noun]) -> Result<(), StoreError> {
        // The tables come one after the other; what refers to a table that is not copied is not the rehearsal's.
        self.connection.pragma_update(None, "foreign_keys", false)?;
        let source = named_params! {":place": from.address()?, ":key": key.raw()};
        self.connection.execute("ATTACH DATABASE :place AS live KEY :key", source)?;
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Deferred)?;
        for table in salvage::record_tables(&transaction)? {
            let noun = Noun::of_table(&table);
            if ALWAYS.contains(&table.as_str()) || noun.is_some_and(|noun| about.contains(&noun)) {
                transaction.execute(&format!("INSERT INTO main.{table} SELECT * FROM live.{table}"), [])?;
            }
        }
        transaction.commit()?;
        self.connection.execute_batch("DETACH DATABASE live; PRAGMA foreign_keys = ON;")?;
        Ok(())
    }
}

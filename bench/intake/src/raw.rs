//! A store opened with rusqlite and nothing else: the app's key and pragmas (crates/store/src/connect.rs),
//! prepared statements, one immediate transaction for each intake.

use crate::recording::{Recording, Statement};
use rusqlite::{Connection, TransactionBehavior, params_from_iter};
use std::error::Error;
use std::fmt::Write as _;
use std::io::Read;
use std::path::Path;

/// An open store.
pub(crate) struct RawStore {
    connection: Connection,
}

impl RawStore {
    /// Opens the store of a data directory as the app's writing connection does.
    pub(crate) fn open(data: &Path) -> Result<Self, Box<dyn Error>> {
        let connection = keyed(data)?;
        connection.execute_batch(
            "PRAGMA foreign_keys = ON;
             PRAGMA synchronous = FULL;
             PRAGMA fullfsync = ON;
             PRAGMA checkpoint_fullfsync = ON;
             PRAGMA mmap_size = 0;
             PRAGMA temp_store = MEMORY;
             PRAGMA cache_size = -8000;
             PRAGMA cell_size_check = ON;
             PRAGMA trusted_schema = OFF;",
        )?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "journal_size_limit", 64 * 1024 * 1024)?;
        connection.set_prepared_statement_cache_capacity(128);
        Ok(Self { connection })
    }

    /// Writes the rows of one recorded intake; they are on the disk when it returns.
    pub(crate) fn commit(&mut self, recording: &Recording, number: usize) -> rusqlite::Result<()> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for Statement { sql, rows } in recording.statements(number) {
            let mut statement = transaction.prepare_cached(sql)?;
            for row in rows {
                statement.execute(params_from_iter(row))?;
            }
        }
        transaction.commit()
    }
}

/// A connection with its key: the station's key and the database's first 16 bytes, which are its salt.
pub(crate) fn keyed(data: &Path) -> Result<Connection, Box<dyn Error>> {
    let file = data.join("store.db");
    let mut salt = [0; 16];
    std::fs::File::open(&file)?.read_exact(&mut salt)?;
    let mut key = format!("x'{}", std::fs::read_to_string(data.join("station.key"))?.trim());
    for byte in salt {
        // Writing to a String cannot fail.
        let _ = write!(key, "{byte:02x}");
    }
    key.push('\'');
    let connection = Connection::open(file)?;
    connection.pragma_update(None, "key", key)?;
    connection.pragma_update(None, "cipher_page_size", 4096)?;
    Ok(connection)
}

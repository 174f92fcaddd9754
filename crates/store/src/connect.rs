//! One connection to the encrypted database: its key, its cipher, its pragmas. Which file and whose lock is in
//! open.rs.
//!
//! The cipher is SQLCipher 4: AES-256-CBC with an HMAC-SHA512 on every page of 4096 bytes, the size of a disk
//! page and of SQLite's own default; larger pages would decrypt more bytes for every row that is looked up. The
//! key is given raw, so that no password function runs at each start (SQLCipher's default of 256,000 rounds
//! costs a tenth of a second per connection, and we open three). The salt is derived from the key and given
//! with it, so the first bytes of the file are not needed to read the rest of it.

use crate::entropy::Entropy;
use crate::error::StoreError;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Bytes of a page, on disk and in memory.
pub(crate) const PAGE_BYTES: u32 = 4096;

/// How long a connection waits for another one before it reports `Busy`.
const BUSY_WAIT: Duration = Duration::from_secs(10);

/// The key of a store.
#[derive(Clone)]
pub(crate) struct StationKey([u8; 32]);

/// Where the database is.
#[derive(Clone)]
pub(crate) enum Place {
    File(PathBuf),
    /// A name shared by the connections of one process.
    Memory(String),
}

/// What a connection may do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    Write,
    Read,
}

impl StationKey {
    pub(crate) fn draw(entropy: &Entropy) -> Self {
        Self(entropy.bytes())
    }

    /// Reads the 64 hexadecimal digits of the key file.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        blake3::Hash::from_hex(text.trim()).ok().map(|hash| Self(*hash.as_bytes()))
    }

    /// The text of the key file.
    pub(crate) fn to_text(&self) -> String {
        format!("{}\n", blake3::Hash::from_bytes(self.0).to_hex())
    }

    /// The first bytes of the database file, which SQLCipher calls its salt.
    pub(crate) fn salt(&self) -> [u8; 16] {
        let derived = blake3::derive_key("nightbench store 2026: salt of the database file", &self.0);
        std::array::from_fn(|place| derived.get(place).copied().unwrap_or_default())
    }

    /// Key and salt as SQLCipher's raw key.
    pub(crate) fn raw(&self) -> String {
        use std::fmt::Write as _;
        let mut raw = String::with_capacity(99);
        raw.push_str("x'");
        for byte in self.0.iter().chain(&self.salt()) {
            // Writing to a String cannot fail.
            let _infallible = write!(raw, "{byte:02x}");
        }
        raw.push('\'');
        raw
    }
}

impl Place {
    /// As SQLite names it in `ATTACH`.
    pub(crate) fn address(&self) -> Result<Cow<'_, str>, StoreError> {
        match self {
            // By its path, so that no letter of it is taken for a part of an address.
            Self::File(path) => path
                .to_str()
                .map(Cow::from)
                .ok_or(StoreError::Operation { reason: "the data directory's name is no text" }),
            Self::Memory(name) => Ok(memory(name).into()),
        }
    }
}

impl std::fmt::Debug for StationKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("StationKey")
    }
}

/// Opens a connection and sets everything that is set per connection. Touches the file only by the first
/// statement after it.
pub(crate) fn connect(place: &Place, key: &StationKey, access: Access) -> Result<Connection, StoreError> {
    let connection = bare(place, key, access)?;
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
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_prepared_statement_cache_capacity(128);
    match access {
        Access::Read => connection.execute_batch("PRAGMA query_only = ON;")?,
        // What a large write reads and changes would be deciphered again and again, as when a calendar dates every open work
        // order anew. The memory is taken only by a write that needs it.
        Access::Write => connection.execute_batch("PRAGMA cache_size = -64000;")?,
    }
    Ok(connection)
}

/// A connection with its key and nothing else set.
pub(crate) fn bare(place: &Place, key: &StationKey, access: Access) -> Result<Connection, StoreError> {
    let access_flags = match (place, access) {
        (Place::File(_), Access::Read) => OpenFlags::SQLITE_OPEN_READ_ONLY,
        (Place::File(_), Access::Write) | (Place::Memory(_), Access::Write | Access::Read) => {
            OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE
        }
    };
    let flags = access_flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = match place {
        Place::File(path) => Connection::open_with_flags(path, flags)?,
        Place::Memory(name) => Connection::open_with_flags(memory(name), flags | OpenFlags::SQLITE_OPEN_URI)?,
    };
    connection.pragma_update(None, "key", key.raw())?;
    // SQLCipher reports a page that does not verify on standard error; we report it ourselves.
    connection.pragma_update(None, "cipher_log_level", "NONE")?;
    connection.pragma_update(None, "cipher_page_size", PAGE_BYTES)?;
    connection.busy_timeout(BUSY_WAIT)?;
    Ok(connection)
}

/// The address of a database in memory.
fn memory(name: &str) -> String {
    format!("file:/{name}?vfs=memdb")
}

/// Makes what was written to a directory last: on unix the entry of a new or renamed file is only on disk
/// when its directory is.
pub(crate) fn sync_directory(directory: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    std::fs::File::open(directory)
        .and_then(|opened| opened.sync_all())
        .map_err(StoreError::file("flush the data directory"))?;
    #[cfg(not(unix))]
    let _ = directory;
    Ok(())
}

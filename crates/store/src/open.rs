//! Opening a store: take the directory's lock, find the key, open or make the database, bring its schema up to
//! date. A file that cannot be trusted is copied, salvaged and moved aside (salvage.rs), never deleted; a file
//! that the key does not open is left exactly as it is.

use crate::backup;
use crate::changes::Watch;
use crate::connect::{Access, PAGE_BYTES, Place, StationKey, bare, connect, sync_directory};
use crate::directory::{self, Directory};
use crate::entropy::Entropy;
use crate::error::StoreError;
use crate::migrate;
use crate::rehearse;
use crate::salvage::{self, Salvage};
use crate::swap;
use crate::{Source, sealed};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};

/// How many reads can run beside each other and beside a write.
const READERS: usize = 2;

/// The store of one station, open. Shared between threads by reference; writes wait for each other, reads do
/// not wait for writes.
pub struct Store {
    // Dropped in this order: the writer last of the connections, so that it folds the log into the file, and
    // the lock after everything.
    readers: [Mutex<Connection>; READERS],
    writer: Mutex<Writer>,
    next_reader: AtomicU64,
    pub(crate) place: Place,
    pub(crate) key: StationKey,
    pub(crate) entropy: Entropy,
    pub(crate) directory: Option<Directory>,
}

/// The one connection that writes.
pub(crate) struct Writer {
    pub(crate) connection: Connection,
    pub(crate) watch: Watch,
    /// A transaction failed since it was last known to be well.
    pub(crate) is_doubtful: bool,
}

/// What opening needs from outside.
#[derive(Debug, Clone)]
pub struct Opening {
    /// The clock, milliseconds since 1970 UTC: for names of backups and of what is put aside.
    pub at_ms: i64,
    /// For the key of a new store and for the customers' keys.
    pub entropy: Entropy,
}

/// An open store and what had to be done to open it.
#[derive(Debug)]
pub struct Opened {
    /// The store.
    pub store: Store,
    /// What was saved from a damaged file; `None` when there was none.
    pub salvaged: Option<Salvage>,
    /// The backup made before the schema was brought up to date; `None` when it was up to date or empty.
    pub migration_backup: Option<PathBuf>,
}

impl Store {
    /// Opens the store of a data directory, making both when they are not there.
    ///
    /// # Errors
    /// `InUse` when another process has it open, `Key` when the key is missing or wrong, `Lost` when there was a store
    /// and its file is gone or empty, `Newer` when a newer program wrote it; `File`, `DiskFull` and `Sqlite` when the machine refuses. In each case the store's
    /// files are as they were.
    pub fn open(path: &Path, opening: Opening) -> Result<Opened, StoreError> {
        let directory = Directory::hold(path)?;
        swap::finish(&directory)?;
        rehearse::sweep(&directory)?;
        let key = directory.key(&opening.entropy)?;
        let file = directory.file(directory::DATABASE);
        let is_empty = std::fs::metadata(&file).map_or(true, |file| file.len() == 0);
        if is_empty && directory.file(directory::ROOTS).exists() {
            return Err(StoreError::Lost);
        }
        if !file.exists() {
            put_stray_log_aside(&directory, &file, opening.at_ms)?;
            make(&directory, &key)?;
        }
        let mut salvaged = match sound_version(&directory, &key)? {
            Some(_) => None,
            None => Some(salvage::salvage(&directory, &key, &opening)?),
        };
        let place = Place::File(file);
        let prepared = match prepare(&directory, &place, &key, opening.at_ms) {
            // A page that opening needs is bad although the first one is not.
            Err(error) if error.is_bad_page() && salvaged.is_none() => {
                salvaged = Some(salvage::salvage(&directory, &key, &opening)?);
                prepare(&directory, &place, &key, opening.at_ms)
            }
            prepared => prepared,
        };
        let (connection, migration_backup) = prepared?;
        let store = Self::assemble(connection, place, key, opening.entropy, Some(directory))?;
        Ok(Opened { store, salvaged, migration_backup })
    }

    /// An empty store that lives as long as this value, for tests: the same code, no file.
    ///
    /// # Errors
    /// When the machine has no memory left.
    pub fn memory(entropy: Entropy) -> Result<Self, StoreError> {
        /// Two stores of one process must not share a name; nothing else depends on it.
        static NAMES: AtomicU64 = AtomicU64::new(0);
        let name = format!("nightbench-{}", NAMES.fetch_add(1, Ordering::Relaxed));
        let (place, key) = (Place::Memory(name), StationKey::draw(&entropy));
        let mut connection = connect(&place, &key, Access::Write)?;
        migrate::upgrade(&mut connection)?;
        migrate::reindex(&mut connection)?;
        Self::assemble(connection, place, key, entropy, None)
    }

    /// Whether the program that had these records before ended without closing them, as in a power cut.
    #[must_use]
    pub fn was_left_open(&self) -> bool {
        self.directory.as_ref().is_some_and(Directory::was_left_open)
    }

    /// The data directory; `None` for a store in memory.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.directory.as_ref().map(Directory::path)
    }

    fn assemble(
        mut connection: Connection,
        place: Place,
        key: StationKey,
        entropy: Entropy,
        directory: Option<Directory>,
    ) -> Result<Self, StoreError> {
        let watch = Watch::begin(&mut connection)?;
        let reader = || connect(&place, &key, Access::Read).map(Mutex::new);
        let readers = [reader()?, reader()?];
        let writer = Mutex::new(Writer { connection, watch, is_doubtful: false });
        Ok(Self { readers, writer, next_reader: AtomicU64::new(0), place, key, entropy, directory })
    }

    /// The writing connection. SQLCipher gives up on a connection that once met a bad page; after a failure it
    /// is tried and, if it gave up, opened anew, so that one bad page does not end the working day.
    pub(crate) fn writer(&self) -> MutexGuard<'_, Writer> {
        // A panic in a closure rolled its transaction back; the connection is well.
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        if writer.is_doubtful {
            writer.is_doubtful = false;
            if let Err(error) = migrate::version(&writer.connection)
                && self.noted(error).is_bad_page()
                && let Ok(mut connection) = connect(&self.place, &self.key, Access::Write)
                && let Ok(watch) = Watch::begin(&mut connection)
            {
                *writer = Writer { connection, watch, is_doubtful: false };
            }
        }
        writer
    }

    /// Passes an error on, and remembers a bad page so that the next start looks at the whole file.
    pub(crate) fn noted(&self, error: StoreError) -> StoreError {
        if error.is_bad_page()
            && let Some(directory) = &self.directory
        {
            // The error itself is what the caller must see; that the note could not be written is less.
            let _less_important = std::fs::write(directory.file(directory::SUSPECT), b"");
        }
        error
    }

    /// A reader that is free, else the next one in turn.
    fn reader(&self) -> MutexGuard<'_, Connection> {
        for reader in &self.readers {
            match reader.try_lock() {
                Ok(free) => return free,
                Err(TryLockError::Poisoned(poisoned)) => return poisoned.into_inner(),
                Err(TryLockError::WouldBlock) => {}
            }
        }
        let turn = self.next_reader.fetch_add(1, Ordering::Relaxed);
        let [first, second] = &self.readers;
        let reader = if turn.is_multiple_of(2) { first } else { second };
        reader.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl sealed::Reads for Store {
    fn read<T>(&self, read: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let mut reader = self.reader();
        let result = read(&reader);
        if result.as_ref().is_err_and(StoreError::is_bad_page)
            && let Ok(fresh) = connect(&self.place, &self.key, Access::Read)
        {
            *reader = fresh;
        }
        result.map_err(|error| self.noted(error))
    }
}

impl Source for Store {}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Store")
    }
}

/// Makes an empty database under another name first, so that a `store.db` is always a whole one and an empty
/// file of that name is known to be damaged.
fn make(directory: &Directory, key: &StationKey) -> Result<(), StoreError> {
    let file = directory.file(directory::DATABASE_NEW);
    directory::remove_if_there(&file)?;
    directory::remove_if_there(&file.with_added_extension("journal"))?;
    drop(directory::create_private(&file)?);
    let mut connection = connect(&Place::File(file.clone()), key, Access::Write)?;
    migrate::upgrade(&mut connection)?;
    connection.close().map_err(|(_, error)| StoreError::from(error))?;
    directory::rename(&file, &directory.file(directory::DATABASE))?;
    sync_directory(directory.path())
}

/// A log without its database would be written into the new one. Somebody removed the database; the log may hold
/// the last records of it, so it is kept.
fn put_stray_log_aside(directory: &Directory, file: &Path, at_ms: i64) -> Result<(), StoreError> {
    let log = log_of(file);
    if !log.exists() {
        return Ok(());
    }
    let aside = directory.aside(directory::DAMAGED, at_ms)?;
    directory::rename(&log, &log_of(&aside.join(directory::DATABASE)))
}

/// The writing connection of a store whose schema is up to date, and the backup that made it so safely.
fn prepare(
    directory: &Directory,
    place: &Place,
    key: &StationKey,
    at_ms: i64,
) -> Result<(Connection, Option<PathBuf>), StoreError> {
    let mut connection = connect(place, key, Access::Write)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "journal_size_limit", 64 * 1024 * 1024)?;
    let (found, known) = (migrate::version(&connection)?, migrate::known());
    let migration_backup = if (1..known).contains(&found) {
        Some(backup::before_migration(directory, &connection, key, known, at_ms)?)
    } else {
        None
    };
    migrate::upgrade(&mut connection)?;
    migrate::reindex(&mut connection)?;
    salvage::remember_roots(&directory.file(directory::ROOTS), &connection)?;
    Ok((connection, migration_backup))
}

/// The schema version of a file that can be opened and read, `None` when it is damaged. When a bad page was seen
/// earlier, every page is looked at; doing so at each start would cost what it saves: a start must be quick, and
/// a page that is read is verified when it is read. Reads only, so that a file the key does not open, or of a
/// newer program, stays as it is.
fn sound_version(directory: &Directory, key: &StationKey) -> Result<Option<u32>, StoreError> {
    let file = directory.file(directory::DATABASE);
    let bytes = std::fs::metadata(&file).map_err(StoreError::file("look at the store"))?.len();
    // A log that is not folded in yet may be about to write the rest of a last page; without one it is cut off.
    let has_log = std::fs::metadata(log_of(&file)).is_ok_and(|log| log.len() != 0);
    if bytes < u64::from(PAGE_BYTES) || (!bytes.is_multiple_of(u64::from(PAGE_BYTES)) && !has_log) {
        return Ok(None);
    }
    let place = Place::File(file);
    let connection = bare(&place, key, Access::Read)?;
    let suspect = directory.file(directory::SUSPECT);
    let looked =
        if suspect.exists() { salvage::look_at_all(&connection) } else { salvage::look(&connection) };
    match looked {
        Ok(found) if found > migrate::known() => Err(StoreError::Newer { found, known: migrate::known() }),
        Ok(found) => {
            directory::remove_if_there(&suspect)?;
            Ok(Some(found))
        }
        Err(error) if error.is_bad_page() => {
            drop(connection);
            if salvage::key_opens_a_page(&place, key)? { Ok(None) } else { Err(StoreError::Key) }
        }
        Err(error) => Err(error),
    }
}

/// The write-ahead log of a database.
pub(crate) fn log_of(database: &Path) -> PathBuf {
    let mut log = database.as_os_str().to_owned();
    log.push("-wal");
    log.into()
}

//! Backups: one file that holds the whole store and the key to it, made while the store is in use, verified to
//! the last bit when it is read. Because the key is inside, it opens without a passphrase on an empty machine:
//! who has the file can read the records. It is written for its owner only (mode 0600 on unix); keep it as one
//! keeps the machine itself.
//!
//! Layout: 20 bytes of name and format, 4 bytes little-endian length of the manifest, 32 bytes BLAKE3 of the
//! manifest, the manifest (JSON), then the parts in its order and nothing else.

use crate::changes::Watch;
use crate::connect::{Access, Place, StationKey, connect};
use crate::directory::{self, BACKUPS, DATABASE, Directory, KEY, REPLACED, ROOTS};
use crate::entropy::Entropy;
use crate::error::StoreError;
use crate::migrate;
use crate::open::{Opening, Store};
use crate::salvage;
use crate::station::{self, Beginning};
use crate::swap::{self, Incoming};
use crate::transact::{Act, within};
use nightbench_domain::id::{CentreCode, StationId, TxnId};
use nightbench_domain::rma::Series;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, TransactionBehavior};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{BufReader, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use uuid::Builder;

const MAGIC: &[u8; 20] = b"nightbench backup 1\n";
/// The format this program writes and reads.
const FORMAT: u32 = 1;
/// No manifest is longer; a longer length is damage.
const MANIFEST_BYTES_MAX: u32 = 64 * 1024;
/// What is in a backup, in this order.
const PARTS: [&str; 2] = [KEY, DATABASE];
/// The ending of backups the program names itself.
const ENDING: &str = "nightbench";

/// What a backup says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of the layout.
    pub format: u32,
    /// Schema of the store inside.
    pub schema: u32,
    /// The centre; `None` when the store was not initialised.
    pub centre: Option<CentreCode>,
    /// The station.
    pub station: Option<StationId>,
    /// When it was made, milliseconds UTC.
    pub created_at: i64,
    /// What is in it.
    pub parts: Vec<Part>,
}

/// One part of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its file name in a data directory.
    pub name: String,
    /// Its bytes.
    pub size: u64,
    /// BLAKE3 of them, 64 hexadecimal digits.
    pub blake3: String,
}

/// What a restore did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// What the backup said of itself.
    pub manifest: Manifest,
    /// The series in which RMA numbers are given from now on; `None` when the backup holds no station.
    pub series: Option<Series>,
    /// Where the store lies that was there before; `None` when the directory held none.
    pub replaced: Option<PathBuf>,
}

impl Store {
    /// Writes a consistent copy of the store, as of now, while others read and write. `to` appears when it is
    /// complete and on the disk; a file of that name is replaced.
    ///
    /// # Errors
    /// `Damaged` when a page of the store cannot be trusted; `File` and `DiskFull` when `to` cannot be written.
    pub fn backup(&self, to: &Path, at_ms: i64) -> Result<Manifest, StoreError> {
        let beside = to.parent().unwrap_or(Path::new("."));
        let working = self.directory.as_ref().map_or(beside, Directory::path);
        let source = connect(&self.place, &self.key, Access::Read)?;
        write(&source, &self.key, working, to, at_ms).map_err(|error| self.noted(error))
    }
}

/// Reads a backup through and verifies it, as restoring would, without touching anything.
///
/// # Errors
/// `NoSuchFile`; `NotABackup`, `BackupNewer` or `BackupDamaged` with the part that is.
pub fn verify(file: &Path) -> Result<Manifest, StoreError> {
    read(file, |_| Ok(std::io::sink()))
}

/// Puts the store of a backup into a data directory. A store that is there is moved into `replaced/`, never
/// deleted. The station goes on under a new epoch and a new number series, so nothing it does collides with
/// what it did after the backup was made.
///
/// # Errors
/// `InUse` when the directory is open; `NoSuchFile`, `NotABackup`, `BackupNewer`, `BackupDamaged`: then nothing was touched.
pub fn restore(file: &Path, data: &Path, opening: &Opening) -> Result<Restored, StoreError> {
    let directory = Directory::hold(data)?;
    swap::finish(&directory)?;
    let incoming = Incoming::begin(&directory)?;
    let prepared = prepare(file, &incoming, opening);
    let (manifest, series) = match prepared {
        Ok(prepared) => prepared,
        Err(error) => {
            incoming.abandon()?;
            return Err(error);
        }
    };
    let had_store = directory.file(DATABASE).exists();
    let aside = incoming.replace(&directory, REPLACED, opening.at_ms)?;
    if had_store {
        return Ok(Restored { manifest, series, replaced: Some(aside) });
    }
    // An empty folder would only puzzle whoever finds it. It is not empty when a lone key was moved there.
    let _kept_when_not_empty = std::fs::remove_dir(&aside);
    Ok(Restored { manifest, series, replaced: None })
}

/// The backup a migration leaves behind.
pub(crate) fn before_migration(
    directory: &Directory,
    connection: &Connection,
    key: &StationKey,
    target: u32,
    at_ms: i64,
) -> Result<PathBuf, StoreError> {
    let folder = directory.file(BACKUPS);
    directory::make_private(&folder)?;
    let name = format!("before-schema-{target}-{}.{ENDING}", directory::stamp(at_ms));
    let to = folder.join(name);
    write(connection, key, directory.path(), &to, at_ms)?;
    Ok(to)
}

/// Copies the database page by page with SQLite's own online backup, then packs it.
fn write(
    source: &Connection,
    key: &StationKey,
    working: &Path,
    to: &Path,
    at_ms: i64,
) -> Result<Manifest, StoreError> {
    let copy = working.join("backup.copying");
    let packed = to.with_added_extension("writing");
    let made = copy_database(source, key, &copy)
        .and_then(|()| pack(source, key, &copy, &packed, at_ms))
        .and_then(|manifest| directory::rename(&packed, to).map(|()| manifest));
    directory::remove_if_there(&copy)?;
    if made.is_err() {
        directory::remove_if_there(&packed)?;
    }
    made
}

fn copy_database(source: &Connection, key: &StationKey, copy: &Path) -> Result<(), StoreError> {
    directory::remove_if_there(copy)?;
    drop(directory::create_private(copy)?);
    let mut target = connect(&Place::File(copy.to_owned()), key, Access::Write)?;
    let backup = Backup::new(source, &mut target)?;
    // All pages in one step: they are of one moment, and with a log no writer waits for it.
    let is_done = backup.step(std::ffi::c_int::MAX)? == StepResult::Done;
    drop(backup);
    if !is_done {
        return Err(StoreError::Busy);
    }
    // The copy says in its header that it has a write-ahead log; one file must do.
    target.pragma_update(None, "journal_mode", "DELETE")?;
    target.close().map_err(|(_, error)| error.into())
}

fn pack(
    source: &Connection,
    key: &StationKey,
    copy: &Path,
    packed: &Path,
    at_ms: i64,
) -> Result<Manifest, StoreError> {
    const READ: &str = "read the copy of the store";
    const WRITE: &str = "write the backup";
    let mut database = File::open(copy).map_err(StoreError::file(READ))?;
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(&mut database).map_err(StoreError::file(READ))?;
    let key = key.to_text();
    let part = |name: &str, size: u64, hash: blake3::Hash| Part {
        name: name.to_owned(),
        size,
        blake3: hash.to_hex().to_string(),
    };
    let schema = migrate::version(source)?;
    let station = if schema == 0 { None } else { station::read(source)? };
    let manifest = Manifest {
        format: FORMAT,
        schema,
        centre: station.as_ref().map(|station| station.centre.clone()),
        station: station.as_ref().map(|station| station.id),
        created_at: at_ms,
        parts: vec![
            part(KEY, key.len() as u64, blake3::hash(key.as_bytes())),
            part(DATABASE, hasher.count(), hasher.finalize()),
        ],
    };
    let text = serde_json::to_vec(&manifest)?;
    let length = u32::try_from(text.len())
        .map_err(|_| StoreError::Operation { reason: "the manifest is too long" })?;
    directory::remove_if_there(packed)?;
    let mut out = directory::create_private(packed)?;
    let mut database = File::open(copy).map_err(StoreError::file(READ))?;
    out.write_all(MAGIC)
        .and_then(|()| out.write_all(&length.to_le_bytes()))
        .and_then(|()| out.write_all(blake3::hash(&text).as_bytes()))
        .and_then(|()| out.write_all(&text))
        .and_then(|()| out.write_all(key.as_bytes()))
        .and_then(|()| std::io::copy(&mut database, &mut out))
        .and_then(|_| out.sync_all())
        .map_err(StoreError::file(WRITE))?;
    Ok(manifest)
}

/// Reads a backup, verifies every byte of it, and hands each part to the writer `open` gives for it.
fn read<W: Write>(
    file: &Path,
    mut open: impl FnMut(&str) -> Result<W, StoreError>,
) -> Result<Manifest, StoreError> {
    const MANIFEST: StoreError = StoreError::BackupDamaged { part: "manifest" };
    let file = File::open(file).map_err(|error| match error.kind() {
        ErrorKind::NotFound => StoreError::NoSuchFile,
        _ => StoreError::file("open the backup")(error),
    })?;
    let mut input = BufReader::new(file);
    let (mut magic, mut length, mut hash) = ([0; MAGIC.len()], [0; 4], [0; 32]);
    input.read_exact(&mut magic).map_err(|_| StoreError::NotABackup)?;
    if &magic != MAGIC {
        return Err(StoreError::NotABackup);
    }
    input.read_exact(&mut length).and_then(|()| input.read_exact(&mut hash)).map_err(|_| MANIFEST)?;
    let length = u32::from_le_bytes(length);
    if length > MANIFEST_BYTES_MAX {
        return Err(MANIFEST);
    }
    let mut text = Vec::new();
    input.by_ref().take(length.into()).read_to_end(&mut text).map_err(|_| MANIFEST)?;
    if blake3::hash(&text).as_bytes() != &hash {
        return Err(MANIFEST);
    }
    let manifest: Manifest = serde_json::from_slice(&text).map_err(|_| MANIFEST)?;
    if manifest.format > FORMAT || manifest.schema > migrate::known() {
        return Err(StoreError::BackupNewer);
    }
    let names: Vec<&str> = manifest.parts.iter().map(|part| part.name.as_str()).collect();
    if names != PARTS {
        return Err(MANIFEST);
    }
    for (name, part) in PARTS.into_iter().zip(&manifest.parts) {
        let mut out = open(name)?;
        if copy_part(&mut input, &mut out, part.size)? != part.blake3 {
            return Err(StoreError::BackupDamaged { part: name });
        }
    }
    let is_end = input.read(&mut [0]).map_err(StoreError::file("read the backup"))? == 0;
    if is_end { Ok(manifest) } else { Err(StoreError::BackupDamaged { part: "end" }) }
}

/// Copies one part; the hash of what was read, in hexadecimal.
fn copy_part(input: &mut impl Read, out: &mut impl Write, size: u64) -> Result<String, StoreError> {
    let mut hasher = blake3::Hasher::new();
    let mut buffer = vec![0; 1 << 16];
    let mut part = input.take(size);
    loop {
        let count = part.read(&mut buffer).map_err(StoreError::file("read the backup"))?;
        let Some(bytes) = buffer.get(..count).filter(|bytes| !bytes.is_empty()) else {
            return Ok(hasher.finalize().to_hex().to_string());
        };
        hasher.update(bytes);
        out.write_all(bytes).map_err(StoreError::file("write the restored store"))?;
    }
}

/// Makes the new store complete in its folder: unpacked, verified, of today's schema, with a chain of its own.
fn prepare(
    file: &Path,
    incoming: &Incoming,
    opening: &Opening,
) -> Result<(Manifest, Option<Series>), StoreError> {
    let manifest = read(file, |name| directory::create_private(&incoming.file(name)))?;
    let text =
        std::fs::read_to_string(incoming.file(KEY)).map_err(|_| StoreError::BackupDamaged { part: KEY })?;
    let key = StationKey::parse(&text).ok_or(StoreError::BackupDamaged { part: KEY })?;
    let place = Place::File(incoming.file(DATABASE));
    let mut connection = connect(&place, &key, Access::Write)?;
    salvage::look_at_all(&connection).map_err(|_| StoreError::BackupDamaged { part: DATABASE })?;
    migrate::upgrade(&mut connection)?;
    let fields = vec![("backup_created_at", manifest.created_at.into())];
    let series = go_on(&mut connection, &opening.entropy, Beginning::Restore, opening.at_ms, fields)?;
    salvage::remember_roots(&incoming.file(ROOTS), &connection)?;
    connection.close().map_err(|(_, error)| StoreError::from(error))?;
    flush(&incoming.file(DATABASE))?;
    flush(&incoming.file(KEY))?;
    Ok((manifest, series))
}

/// Begins a new chain and series in a store that is not open yet; the new series, if it is a station's.
pub(crate) fn go_on(
    connection: &mut Connection,
    entropy: &Entropy,
    beginning: Beginning,
    at_ms: i64,
    fields: Vec<(&str, crate::journal::New)>,
) -> Result<Option<Series>, StoreError> {
    let watch = Watch::begin(connection)?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let txn = TxnId::new(Builder::from_random_bytes(entropy.bytes()).into_uuid());
    let act = Act { actor: "nightbench", at_ms, txn };
    let station = within(&transaction, entropy, Some(act), &watch, |tx| {
        station::begin_again(tx, beginning, at_ms, fields)?;
        station::station(tx)
    })?;
    transaction.commit()?;
    Ok(station.map(|station| station.series))
}

/// Makes a file last.
pub(crate) fn flush(file: &Path) -> Result<(), StoreError> {
    let opened = std::fs::OpenOptions::new().write(true).open(file);
    opened.and_then(|opened| opened.sync_all()).map_err(StoreError::file("flush a file"))
}

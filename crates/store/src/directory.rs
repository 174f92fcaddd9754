//! The data directory: what lies where, who may use it, and how files are put there so that a crash leaves
//! either the old or the new one. What is inside the database is none of its business.

use crate::connect::{StationKey, sync_directory};
use crate::entropy::Entropy;
use crate::error::StoreError;
use chrono::DateTime;
use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

/// The database.
pub(crate) const DATABASE: &str = "store.db";
/// A database being made; becomes `store.db` when it is whole.
pub(crate) const DATABASE_NEW: &str = "store.db.new";
/// The key of the database, 64 hexadecimal digits, readable by its owner only.
pub(crate) const KEY: &str = "station.key";
/// Where each table begins in the database: what salvage needs when the first page is lost. No secret.
pub(crate) const ROOTS: &str = "store.roots";
/// Present while a page was seen that could not be trusted: the next start looks at the whole file.
pub(crate) const SUSPECT: &str = "store.suspect";
/// Locked by the program that has the directory open; holds its process id.
const LOCK: &str = "lock";
/// Damaged databases, one folder each. Nothing here is ever deleted by the program.
pub(crate) const DAMAGED: &str = "damaged";
/// Stores that a restore replaced, one folder each. Nothing here is ever deleted by the program.
pub(crate) const REPLACED: &str = "replaced";
/// Backups the program made by itself.
pub(crate) const BACKUPS: &str = "backups";

/// Whether a station's records are in a directory, or were. Makes nothing.
#[must_use]
pub fn is_there(data: &Path) -> bool {
    [DATABASE, KEY].iter().any(|name| data.join(name).exists())
}

/// Present while a program has the records open: found at a start, they were not closed the last time.
const OPEN: &str = "open";

/// A data directory this process holds the lock of.
#[derive(Debug)]
pub(crate) struct Directory {
    path: PathBuf,
    was_left_open: bool,
    _lock: File,
}

impl Drop for Directory {
    /// Says that the records were closed. When that cannot be said, the next start tells of an end that was none.
    fn drop(&mut self) {
        let _less_important = std::fs::remove_file(self.path.join(OPEN));
    }
}

impl Directory {
    /// Makes the directory if needed and takes its lock.
    pub(crate) fn hold(path: &Path) -> Result<Self, StoreError> {
        make_private(path)?;
        let lock = take_lock(&path.join(LOCK))?;
        let was_left_open = path.join(OPEN).exists();
        if !was_left_open {
            drop(create_private(&path.join(OPEN))?);
        }
        Ok(Self { path: path.to_owned(), was_left_open, _lock: lock })
    }

    /// Whether the records were not closed the last time.
    pub(crate) const fn was_left_open(&self) -> bool {
        self.was_left_open
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// A folder of its own for something that is put aside, named by the time.
    pub(crate) fn aside(&self, under: &str, at_ms: i64) -> Result<PathBuf, StoreError> {
        let parent = self.path.join(under);
        make_private(&parent)?;
        let stamp = stamp(at_ms);
        let names = std::iter::once(stamp.clone()).chain((2..).map(|n| format!("{stamp}-{n}")));
        for name in names {
            let folder = parent.join(name);
            match std::fs::create_dir(&folder) {
                Ok(()) => return Ok(folder),
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(StoreError::file("make a folder")(error)),
            }
        }
        Err(StoreError::Operation { reason: "no folder name was free" })
    }

    /// Reads the key, or draws it when there is no store yet that would need the old one.
    pub(crate) fn key(&self, entropy: &Entropy) -> Result<StationKey, StoreError> {
        match std::fs::read_to_string(self.file(KEY)) {
            Ok(text) => StationKey::parse(&text).ok_or(StoreError::Key),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && !self.file(DATABASE).exists() => {
                let key = StationKey::draw(entropy);
                replace_file(&self.file(KEY), key.to_text().as_bytes())?;
                Ok(key)
            }
            Err(_) => Err(StoreError::Key),
        }
    }
}

/// `20261122T091500Z`, for names of files.
pub(crate) fn stamp(at_ms: i64) -> String {
    DateTime::from_timestamp_millis(at_ms).unwrap_or_default().format("%Y%m%dT%H%M%SZ").to_string()
}

/// Whether a directory is meant for a group of accounts: its setgid bit says so, which the packager or
/// app/data_dir.rs set. What is made in it is then made for that group.
#[cfg(unix)]
fn is_shared(folder: Option<&Path>) -> bool {
    use std::os::unix::fs::PermissionsExt;
    let metadata = folder.and_then(|folder| std::fs::metadata(folder).ok());
    metadata.is_some_and(|metadata| metadata.permissions().mode() & 0o2000 != 0)
}

/// Lets the group of a shared directory use what was made in it; the account's own mask is not asked.
#[cfg(unix)]
fn share(path: &Path, mode: u32) -> Result<(), StoreError> {
    use std::os::unix::fs::PermissionsExt;
    if !is_shared(path.parent()) {
        return Ok(());
    }
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode))
        .map_err(StoreError::file("share a file with the other accounts"))
}

/// Elsewhere what is made in a directory inherits who may use it.
#[cfg(not(unix))]
const fn share(_path: &Path, _mode: u32) -> Result<(), StoreError> {
    Ok(())
}

/// Makes a directory that only its owner may enter; in a shared one, its group too.
pub(crate) fn make_private(path: &Path) -> Result<(), StoreError> {
    if path.is_dir() {
        return Ok(());
    }
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(StoreError::file("make the data directory"))?;
    share(path, 0o2770)
}

/// Opens a new file that only its owner may read, in a shared directory its group too; refuses one that exists.
pub(crate) fn create_private(path: &Path) -> Result<File, StoreError> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path).map_err(StoreError::file("create a file"))?;
    share(path, 0o660)?;
    Ok(file)
}

/// Writes a small file so that a crash leaves the old content or the new one.
pub(crate) fn replace_file(path: &Path, content: &[u8]) -> Result<(), StoreError> {
    let beside = path.with_added_extension("new");
    remove_if_there(&beside)?;
    let mut file = create_private(&beside)?;
    file.write_all(content).map_err(StoreError::file("write a file"))?;
    file.sync_all().map_err(StoreError::file("flush a file"))?;
    rename(&beside, path)
}

/// Moves a file or folder; durable when it returns.
pub(crate) fn rename(from: &Path, to: &Path) -> Result<(), StoreError> {
    std::fs::rename(from, to).map_err(StoreError::file("rename a file"))?;
    to.parent().map_or(Ok(()), sync_directory)
}

/// Removes a leftover of our own; an absent one is fine. Never called on anything a person could miss.
pub(crate) fn remove_if_there(path: &Path) -> Result<(), StoreError> {
    match std::fs::remove_file(path) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(StoreError::file("remove a temporary file")(error)),
    }
}

/// Removes a leftover folder of our own with what is in it; an absent one is fine. Never called on anything a person
/// could miss.
pub(crate) fn remove_folder(folder: &Path) -> Result<(), StoreError> {
    match std::fs::remove_dir_all(folder) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(StoreError::file("remove a temporary folder")(error)),
    }
}

/// The standard library locks files since Rust 1.89, so no crate is needed for it.
fn take_lock(path: &Path) -> Result<File, StoreError> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let is_new = !path.exists();
    let mut file = options.open(path).map_err(StoreError::file("open the lock file"))?;
    if is_new {
        share(path, 0o660)?;
    }
    match file.try_lock() {
        Ok(()) => {}
        Err(std::fs::TryLockError::WouldBlock) => {
            // On Windows a locked file cannot be read by others; then the id stays unknown.
            let mut text = String::new();
            let read = file.read_to_string(&mut text);
            return Err(StoreError::InUse { pid: read.ok().and_then(|_| text.trim().parse().ok()) });
        }
        Err(std::fs::TryLockError::Error(error)) => {
            return Err(StoreError::file("lock the data directory")(error));
        }
    }
    let pid = format!("{}\n", std::process::id());
    file.set_len(0)
        .and_then(|()| file.rewind())
        .and_then(|()| file.write_all(pid.as_bytes()))
        .map_err(StoreError::file("write the lock file"))?;
    Ok(file)
}

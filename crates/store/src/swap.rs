//! Putting a finished store in the place of the present one, which a restore and a salvage both do. The new one
//! is made complete in a folder of its own; then one small file says so, and from that moment the swap is
//! finished by whoever opens the directory next, however often it is interrupted. What was there is moved into
//! a folder that is kept.

use crate::directory::{self, DATABASE, Directory, KEY, ROOTS, SUSPECT};
use crate::error::StoreError;
use std::path::PathBuf;

/// Where the new store is made.
const INCOMING: &str = "incoming";
/// Says that the new store is complete; its text is the folder for the old one.
const COMPLETE: &str = "complete";
/// Says that the old store is out of the way.
const MOVED: &str = "moved";

/// A new store being made.
pub(crate) struct Incoming {
    folder: PathBuf,
}

impl Incoming {
    /// Begins anew; what an interrupted attempt left was never the only copy of anything.
    pub(crate) fn begin(directory: &Directory) -> Result<Self, StoreError> {
        let folder = directory.file(INCOMING);
        directory::remove_folder(&folder)?;
        directory::make_private(&folder)?;
        Ok(Self { folder })
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Removes what was made so far.
    pub(crate) fn abandon(self) -> Result<(), StoreError> {
        directory::remove_folder(&self.folder)
    }

    /// Declares the new store complete and puts it in place. Returns the folder that holds the old one.
    pub(crate) fn replace(
        self,
        directory: &Directory,
        under: &str,
        at_ms: i64,
    ) -> Result<PathBuf, StoreError> {
        let aside = directory.aside(under, at_ms)?;
        let name = aside.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        directory::replace_file(&self.file(COMPLETE), format!("{under}/{name}").as_bytes())?;
        finish(directory)?;
        Ok(aside)
    }
}

/// Finishes a swap that was declared complete and interrupted; clears away one that was not.
pub(crate) fn finish(directory: &Directory) -> Result<(), StoreError> {
    let incoming = directory.file(INCOMING);
    let aside = match std::fs::read_to_string(incoming.join(COMPLETE)) {
        Ok(name) => directory.file(&name),
        Err(_) => return directory::remove_folder(&incoming),
    };
    if !incoming.join(MOVED).exists() {
        for name in pieces() {
            let is_replaced = name != KEY || incoming.join(KEY).exists();
            if is_replaced && directory.file(&name).exists() {
                directory::rename(&directory.file(&name), &aside.join(&name))?;
            }
        }
        directory::replace_file(&incoming.join(MOVED), b"")?;
    }
    for name in pieces() {
        if incoming.join(&name).exists() {
            directory::rename(&incoming.join(&name), &directory.file(&name))?;
        }
    }
    directory::remove_folder(&incoming)
}

/// The files a store consists of.
fn pieces() -> [String; 6] {
    [
        DATABASE.to_owned(),
        format!("{DATABASE}-wal"),
        format!("{DATABASE}-shm"),
        KEY.to_owned(),
        ROOTS.to_owned(),
        SUSPECT.to_owned(),
    ]
}

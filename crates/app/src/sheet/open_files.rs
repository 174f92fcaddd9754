//! Files that were opened and not yet imported. They live in memory: closing the program forgets them.

use super::{Sheet, pass::Tally};
use crate::error::AppError;
use nightbench_domain::master::MasterKind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use ts_rs::TS;

/// How many row errors a preview names.
pub(crate) const ERRORS_SHOWN: usize = 200;
/// How many rows a preview shows as they stand in the file.
const SAMPLE_ROWS: usize = 8;
/// How many files stay open; opening one more drops the oldest.
const FILES_MAX: usize = 4;

/// Names an open file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FileRef {
    /// The open file.
    pub file: String,
}

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Progress {
    /// Rows written so far, in a transaction that is not committed yet.
    pub done: u32,
    /// Rows to write.
    pub total: u32,
    /// Whether a person asked to stop.
    pub cancelled: bool,
}

/// What a person said headings mean: a field's name, or nothing.
pub(crate) type HeadingChoices = BTreeMap<String, Option<&'static str>>;

/// The open files of a station.
#[derive(Default)]
pub(crate) struct OpenFiles(Mutex<Vec<Arc<OpenFile>>>);

/// An opened file and what its headings are said to mean.
pub(crate) struct OpenFile {
    /// Its hash, hexadecimal, and for masters their kind: one file may be looked at as two.
    pub(crate) id: String,
    /// The kind of masters it brings; none for the sales register.
    kind: Option<MasterKind>,
    /// BLAKE3 of its bytes.
    pub(crate) hash: [u8; 32],
    /// Its name, for the history.
    pub(crate) name: String,
    /// Its rows.
    pub(crate) sheet: Sheet,
    choices: Mutex<HeadingChoices>,
    done: AtomicU32,
    total: AtomicU32,
    is_cancelled: AtomicBool,
}

impl OpenFiles {
    /// Opens a file of masters, or of the sales register.
    pub(crate) fn open(
        &self,
        kind: Option<MasterKind>,
        name: String,
        bytes: Vec<u8>,
    ) -> Result<Arc<OpenFile>, AppError> {
        let sheet = Sheet::open(bytes)?;
        let hash = sheet.hash();
        let file = Arc::new(OpenFile {
            id: kind.map_or_else(String::new, |kind| format!("{}-", kind as u8)) + hash.to_hex().as_str(),
            kind,
            hash: *hash.as_bytes(),
            name,
            sheet,
            choices: Mutex::default(),
            done: AtomicU32::new(0),
            total: AtomicU32::new(0),
            is_cancelled: AtomicBool::new(false),
        });
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.retain(|open| open.id != file.id);
        if files.len() >= FILES_MAX {
            files.remove(0);
        }
        files.push(Arc::clone(&file));
        Ok(file)
    }

    /// A file of the sales register.
    pub(crate) fn of_register(&self, id: &str) -> Result<Arc<OpenFile>, AppError> {
        let file = self.get(id).filter(|file| file.kind.is_none());
        file.ok_or(AppError::RegistryFileGone)
    }

    /// A file of masters, and their kind.
    pub(crate) fn of_masters(&self, id: &str) -> Result<(Arc<OpenFile>, MasterKind), AppError> {
        let file = self.get(id).ok_or(AppError::RegistryFileGone)?;
        let kind = file.kind.ok_or(AppError::RegistryFileGone)?;
        Ok((file, kind))
    }

    fn get(&self, id: &str) -> Option<Arc<OpenFile>> {
        let files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.iter().find(|open| open.id == id).cloned()
    }
}

impl OpenFile {
    /// Notes what a person said headings mean.
    pub(crate) fn choose(&self, choices: HeadingChoices) {
        *self.choices.lock().unwrap_or_else(PoisonError::into_inner) = choices;
    }

    pub(crate) fn choices(&self) -> HeadingChoices {
        self.choices.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The first rows, as they stand in the file.
    pub(crate) fn sample(&self) -> Result<Vec<Vec<String>>, AppError> {
        let mut sample = Vec::new();
        self.sheet.rows(|row| {
            sample.push(row.cells);
            if sample.len() < SAMPLE_ROWS { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })?;
        Ok(sample)
    }

    /// Remembers how much there is to do.
    pub(crate) fn looked_through(&self, tally: &Tally) {
        self.total.store(tally.rows, Ordering::Relaxed);
    }

    /// Begins an import: nobody asked to stop this one yet.
    pub(crate) fn begin(&self) {
        self.is_cancelled.store(false, Ordering::Relaxed);
        self.done.store(0, Ordering::Relaxed);
    }

    /// Notes how far an import is; stops it when a person asked.
    pub(crate) fn advance(&self, rows: u32) -> ControlFlow<()> {
        self.done.store(rows, Ordering::Relaxed);
        if self.is_cancelled.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }

    pub(crate) fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }

    pub(crate) fn progress(&self) -> Progress {
        Progress {
            done: self.done.load(Ordering::Relaxed),
            total: self.total.load(Ordering::Relaxed),
            cancelled: self.is_cancelled.load(Ordering::Relaxed),
        }
    }
}

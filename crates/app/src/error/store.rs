//! What the store refuses or fails with, as the application's errors.

use super::{AppError, Failure};
use nightbench_store::StoreError;

impl From<StoreError> for AppError {
    /// What the store refuses by the rules of the trade is told as such; the rest is a failure of the store.
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::OpenTicket { rma, id } => Self::OpenTicket { id, rma },
            StoreError::Missing { .. } => Self::NotFound,
            StoreError::NotInitialised => Self::NotInitialised,
            StoreError::AlreadyInitialised => Self::AlreadyInitialised,
            other => Self::Store(other),
        }
    }
}

/// What a person is told of a failure of the store.
pub(super) fn failure(error: &StoreError) -> Failure {
    match error {
        StoreError::InUse { pid } => Failure::new(
            "store_in_use",
            [("pid", pid.map_or_else(|| "none".to_owned(), |pid| pid.to_string()))],
        ),
        StoreError::Newer { found, known } => {
            Failure::new("store_newer", [("found", found.to_string()), ("known", known.to_string())])
        }
        StoreError::Key => Failure::new("store_key", []),
        StoreError::Lost => Failure::new("store_lost", []),
        StoreError::Damaged { what } => Failure::new("store_damaged", [("what", what.to_string())]),
        StoreError::DiskFull => Failure::new("store_disk_full", []),
        StoreError::NotABackup | StoreError::BackupNewer | StoreError::BackupDamaged { .. } => {
            Failure::new("store_backup", [("what", error.to_string())])
        }
        StoreError::NoSuchFile => Failure::new("no_such_file", []),
        StoreError::Busy
        | StoreError::StatusMoved
        | StoreError::NotInitialised
        | StoreError::AlreadyInitialised
        | StoreError::OpenTicket { .. }
        | StoreError::Missing { .. }
        | StoreError::Unrecorded { .. }
        | StoreError::Operation { .. }
        | StoreError::Stopped
        | StoreError::Erased
        | StoreError::File { .. }
        | StoreError::Json(_)
        | StoreError::Sqlite(_) => Failure::new("store", [("detail", error.to_string())]),
    }
}

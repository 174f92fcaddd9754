//! What can go wrong in the store. Each variant says what happened and carries its source; none holds a value
//! of a record, so an error can be logged. The application turns them into codes, the window into sentences.

use crate::changes::Noun;
use nightbench_domain::id::TicketId;
use nightbench_domain::rma::RmaNumber;
use rusqlite::ErrorCode;

/// Why the store refused or failed. After an error nothing of the transaction was kept.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another program has this data directory open.
    #[error("the data directory is open in another program (process {pid:?})")]
    InUse {
        /// Its process id, if it could be read.
        pid: Option<u32>,
    },
    /// The file was written by a newer program. It was not touched.
    #[error("the store has schema {found}, this program knows {known}")]
    Newer {
        /// The schema of the file.
        found: u32,
        /// The newest schema this program knows.
        known: u32,
    },
    /// The store exists but its key is missing, unreadable, or opens no page of it. Nothing was touched.
    #[error("the key of the store is missing or does not open it")]
    Key,
    /// There was a store here, and its file is gone or empty. Nothing was made in its place.
    #[error("the file of the store is gone or empty")]
    Lost,
    /// A stored page, entry or content does not say what was written. Nothing was repaired by this call.
    #[error("stored content is damaged: {what}")]
    Damaged {
        /// What could not be trusted.
        what: Damage,
    },
    /// The disk is full. Nothing of the transaction was kept.
    #[error("the disk is full")]
    DiskFull,
    /// Another connection kept the database busy beyond the time we wait.
    #[error("the database stayed busy")]
    Busy,
    /// The station has no centre and no number series yet.
    #[error("the station is not initialised")]
    NotInitialised,
    /// The station has its centre and series already.
    #[error("the station is initialised already")]
    AlreadyInitialised,
    /// The serial has an open work order already.
    #[error("the serial has the open work order {rma}")]
    OpenTicket {
        /// The number of that work order.
        rma: RmaNumber,
        /// Its id.
        id: TicketId,
    },
    /// No such record.
    #[error("no such {noun:?}")]
    Missing {
        /// The noun that was asked for.
        noun: Noun,
    },
    /// The work order is no longer in the status the transition starts from.
    #[error("the work order moved to another status meanwhile")]
    StatusMoved,
    /// A record was written without an operation that says so. A mistake of the caller; nothing was kept.
    #[error("{noun:?} was written without an operation")]
    Unrecorded {
        /// What was written.
        noun: Noun,
    },
    /// The journal was asked for a field twice, or a local transaction for an operation. A mistake of the caller.
    #[error("this operation cannot be journaled: {reason}")]
    Operation {
        /// Why not.
        reason: &'static str,
    },
    /// The caller stopped a long write. Nothing was kept.
    #[error("stopped on request")]
    Stopped,
    /// A sealed value is of a customer whose key was destroyed.
    #[error("the customer's key was destroyed")]
    Erased,
    /// The file is no backup of this program.
    #[error("the file is not a backup")]
    NotABackup,
    /// There is no file of that name.
    #[error("there is no such file")]
    NoSuchFile,
    /// The backup is of a format or schema newer than this program.
    #[error("the backup was made by a newer program")]
    BackupNewer,
    /// The backup is not what was written. Nothing was touched.
    #[error("the backup is damaged: {part}")]
    BackupDamaged {
        /// The part that does not verify.
        part: &'static str,
    },
    /// The file system refused.
    #[error("the file system refused to {action}")]
    File {
        /// What was being done, as a verb with its object.
        action: &'static str,
        /// What it said.
        source: std::io::Error,
    },
    /// A value could not be written as JSON.
    #[error("a value has no JSON form")]
    Json(#[source] serde_json::Error),
    /// The database refused a statement.
    #[error("the database refused a statement")]
    Sqlite(#[source] rusqlite::Error),
}

/// What kind of stored content is damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// A page of the database file.
    Page,
    /// A value in a column that its table cannot hold.
    Column(&'static str),
    /// An entry of the journal: its hash or its link to the entry before it.
    Journal,
    /// The bytes of a photo, video or paper.
    Blob,
    /// A sealed value that its key does not open.
    Seal,
}

impl std::fmt::Display for Damage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Page => f.write_str("a page"),
            Self::Column(name) => write!(f, "column {name}"),
            Self::Journal => f.write_str("a journal entry"),
            Self::Blob => f.write_str("a blob"),
            Self::Seal => f.write_str("a sealed value"),
        }
    }
}

impl StoreError {
    /// Names what was being done when the file system refused.
    pub(crate) fn file(action: &'static str) -> impl FnOnce(std::io::Error) -> Self {
        move |source| match source.kind() {
            std::io::ErrorKind::StorageFull => Self::DiskFull,
            _ => Self::File { action, source },
        }
    }

    /// Whether a page of the database file could not be trusted.
    pub(crate) const fn is_bad_page(&self) -> bool {
        matches!(self, Self::Damaged { what: Damage::Page })
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::Damaged { what: Damage::Page }
            }
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(_) | None => Self::Sqlite(error),
        }
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}

//! What can go wrong at headquarters. The sentences are for whoever runs the server; stations get the closed codes of
//! the protocol. No sentence holds a personal value: records are named by centre, station and place.

use nightbench_domain::id::CentreCode;

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub enum HqError {
    /// SQLite refused or failed.
    #[error("the database failed: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// PostgreSQL refused, failed or cannot be reached.
    #[error("the database failed: {}", postgres_reason(.0))]
    Postgres(#[from] tokio_postgres::Error),
    /// No connection to PostgreSQL came free or could be made.
    #[error("no connection to the database: {0}")]
    Pool(#[from] deadpool_postgres::PoolError),
    /// The program is ending.
    #[error("the records are closed")]
    Closed,
    /// A stored value is not what was written.
    #[error("the records are damaged: {0} was expected")]
    Damaged(&'static str),
    /// A later program wrote the records.
    #[error("the records have schema {found}, this program knows {known}: use the newer program")]
    NewerSchema {
        /// The schema of the records.
        found: i64,
        /// The newest this program knows.
        known: i64,
    },
    /// A file or folder cannot be used.
    #[error("{path}: {source}")]
    File {
        /// Which.
        path: String,
        /// Why not.
        source: std::io::Error,
    },
    /// A record cannot be written as JSON, or a stored one not be read.
    #[error("a record is no JSON of this program: {0}")]
    Json(#[from] serde_json::Error),
    /// No such centre.
    #[error("there is no centre {0}; add it with `centre add`")]
    NoCentre(CentreCode),
    /// A centre is added twice.
    #[error("centre {0} is there already")]
    CentreThere(CentreCode),
    /// The certificate or key cannot be used.
    #[error("the certificate or its key cannot be used: {0}")]
    Tls(String),
    /// Plain HTTP on an address that others reach.
    #[error("plain http serves this machine only: give --tls-cert and --tls-key, or listen on 127.0.0.1")]
    PlainHttp,
}

impl HqError {
    /// Whether asking again may help: the database is not there or somebody else is at it.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Sqlite(error) => error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy),
            Self::Postgres(_) | Self::Pool(_) | Self::Closed => true,
            Self::Damaged(_)
            | Self::NewerSchema { .. }
            | Self::File { .. }
            | Self::Json(_)
            | Self::NoCentre(_)
            | Self::CentreThere(_)
            | Self::Tls(_)
            | Self::PlainHttp => false,
        }
    }
}

/// The reason without the row it is about: PostgreSQL's detail quotes values.
fn postgres_reason(error: &tokio_postgres::Error) -> String {
    error.as_db_error().map_or_else(|| error.to_string(), |error| error.message().to_owned())
}

//! The records in one SQLite file: WAL, every commit on the disk before it is answered. One connection writes, the
//! others read, and several processes may have the file open: writers wait for each other.

use super::{Access, Cell, Row, Store, Transaction, Tx, migrate};
use crate::error::HqError;
use async_trait::async_trait;
use nightbench_domain::id::CentreCode;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, ToSql};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Mutex, OwnedMutexGuard, OwnedSemaphorePermit, Semaphore};
use tokio::task::block_in_place;

const FILE: &str = "nightbench-hq.db";
const READERS: usize = 4;
/// How long a writer waits for one of another process.
const PATIENCE: Duration = Duration::from_secs(20);

/// The embedded database.
pub(super) struct Sqlite {
    writer: Arc<Mutex<Connection>>,
    readers: Arc<std::sync::Mutex<Vec<Connection>>>,
    /// As many permits as there are connections in `readers`.
    free: Arc<Semaphore>,
}

impl Sqlite {
    /// Opens the file in the data directory, which is made if need be.
    pub(super) fn open(data: &Path) -> Result<Self, HqError> {
        let path = data.join(FILE);
        make(data, &path).map_err(|source| HqError::File { path: path.display().to_string(), source })?;
        let writer = connect(&path)?;
        let readers = (0..READERS).map(|_| connect(&path)).collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            writer: Arc::new(Mutex::new(writer)),
            readers: Arc::new(std::sync::Mutex::new(readers)),
            free: Arc::new(Semaphore::new(READERS)),
        })
    }
}

/// Makes the file where there is none, for its owner alone: it holds keys. What SQLite puts beside it takes its mode over.
fn make(data: &Path, path: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(data)?;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

fn connect(path: &Path) -> Result<Connection, HqError> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "mmap_size", 0)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

#[async_trait]
impl Store for Sqlite {
    async fn begin(&self, access: Access, _centre: Option<&CentreCode>) -> Result<Tx, HqError> {
        match access {
            Access::Write => {
                let held = Held::Writer(Arc::clone(&self.writer).lock_owned().await);
                begin(held, "BEGIN IMMEDIATE")
            }
            Access::Read => {
                let permit = Arc::clone(&self.free).acquire_owned().await.map_err(|_| HqError::Closed)?;
                let readers = Arc::clone(&self.readers);
                let connection = readers.lock().ok().and_then(|mut readers| readers.pop());
                let Some(connection) = connection else { return Err(HqError::Closed) };
                begin(Held::Reader { connection: Some(connection), readers, _permit: permit }, "BEGIN")
            }
        }
    }

    async fn upgrade(&self) -> Result<(), HqError> {
        let mut writer = self.writer.lock().await;
        block_in_place(|| {
            // The lock is taken before the number is read: two programs that start at once do each step once.
            let transaction = writer.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
            let found: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
            if found > migrate::known() {
                return Err(HqError::NewerSchema { found, known: migrate::known() });
            }
            for step in migrate::after(found) {
                transaction.execute_batch(step.sqlite)?;
                transaction.pragma_update(None, "user_version", step.version)?;
            }
            Ok(transaction.commit()?)
        })
    }

    async fn ailments(&self) -> Result<Vec<String>, HqError> {
        let writer = self.writer.lock().await;
        let found = block_in_place(|| {
            let mut statement = writer.prepare("PRAGMA integrity_check")?;
            statement.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()
        })?;
        Ok(found.into_iter().filter(|line| line != "ok").collect())
    }
}

/// A connection for the length of a transaction.
enum Held {
    Writer(OwnedMutexGuard<Connection>),
    Reader {
        connection: Option<Connection>,
        readers: Arc<std::sync::Mutex<Vec<Connection>>>,
        _permit: OwnedSemaphorePermit,
    },
}

impl Held {
    fn connection(&self) -> Result<&Connection, HqError> {
        match self {
            Self::Writer(guard) => Ok(guard),
            Self::Reader { connection, .. } => connection.as_ref().ok_or(HqError::Closed),
        }
    }
}

struct SqliteTransaction {
    held: Held,
    is_open: bool,
}

fn begin(held: Held, statement: &str) -> Result<Tx, HqError> {
    // The lock may be another process's, so this waits.
    block_in_place(|| held.connection()?.execute_batch(statement).map_err(HqError::from))?;
    Ok(Box::new(SqliteTransaction { held, is_open: true }))
}

#[async_trait]
impl Transaction for SqliteTransaction {
    async fn run_each(&mut self, statement: &'static str, rows: Vec<Vec<Cell>>) -> Result<u64, HqError> {
        let mut prepared = self.held.connection()?.prepare_cached(statement)?;
        let mut written = 0;
        for cells in rows {
            written += prepared.execute(rusqlite::params_from_iter(cells))? as u64;
        }
        Ok(written)
    }

    async fn all_each(
        &mut self,
        statement: &'static str,
        rows: Vec<Vec<Cell>>,
    ) -> Result<Vec<Vec<Row>>, HqError> {
        let mut prepared = self.held.connection()?.prepare_cached(statement)?;
        let width = prepared.column_count();
        let mut answers = Vec::with_capacity(rows.len());
        for cells in rows {
            let mut found = prepared.query(rusqlite::params_from_iter(cells))?;
            let mut answer = Vec::new();
            while let Some(row) = found.next()? {
                let cells = (0..width).map(|at| read(row.get_ref(at)?)).collect::<Result<Vec<_>, _>>()?;
                answer.push(Row::new(cells));
            }
            answers.push(answer);
        }
        Ok(answers)
    }

    async fn commit(mut self: Box<Self>) -> Result<(), HqError> {
        block_in_place(|| self.held.connection()?.execute_batch("COMMIT").map_err(HqError::from))?;
        self.is_open = false;
        Ok(())
    }
}

impl Drop for SqliteTransaction {
    fn drop(&mut self) {
        if self.is_open
            && let Ok(connection) = self.held.connection()
        {
            // Nothing to tell it to: a connection that cannot roll back has no transaction.
            let _ = connection.execute_batch("ROLLBACK");
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Self::Reader { connection, readers, .. } = self
            && let (Some(connection), Ok(mut readers)) = (connection.take(), readers.lock())
        {
            readers.push(connection);
        }
    }
}

fn read(value: ValueRef<'_>) -> Result<Cell, HqError> {
    match value {
        ValueRef::Null => Ok(Cell::Null),
        ValueRef::Integer(number) => Ok(Cell::Integer(number)),
        ValueRef::Text(text) => match std::str::from_utf8(text) {
            Ok(text) => Ok(Cell::Text(text.to_owned())),
            Err(_) => Err(HqError::Damaged("a text")),
        },
        ValueRef::Blob(bytes) => Ok(Cell::Bytes(bytes.to_vec())),
        ValueRef::Real(_) => Err(HqError::Damaged("a number")),
    }
}

impl ToSql for Cell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Owned(Value::Null),
            Self::Integer(number) => ToSqlOutput::Owned(Value::Integer(*number)),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Self::Bytes(bytes) => ToSqlOutput::Borrowed(ValueRef::Blob(bytes)),
        })
    }
}

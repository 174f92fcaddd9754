//! Where headquarters keeps its records: one trait with two real sides, an embedded SQLite file and PostgreSQL. The
//! trait knows statements and rows only; what is written and read stands once, in the files of the nouns, and runs on
//! both. Statements number their parameters `$1`, `$2` in the order in which they first appear, which both read.

mod migrate;
mod postgres;
mod sqlite;

use postgres::Postgres;
use sqlite::Sqlite;

use crate::error::HqError;
use async_trait::async_trait;
use nightbench_domain::id::CentreCode;
use std::fmt;
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;
use std::vec;

/// A database that holds the records of headquarters.
#[async_trait]
pub trait Store: Send + Sync {
    /// Begins a transaction. With a centre it sees and writes that centre's records only, and its writes are alone in
    /// that centre once it holds the stream (`stream::lock`).
    ///
    /// # Errors
    /// When the database cannot be reached.
    async fn begin(&self, access: Access, centre: Option<&CentreCode>) -> Result<Tx, HqError>;

    /// Brings the schema to the newest step this program knows.
    ///
    /// # Errors
    /// `NewerSchema` when a later program wrote it; it is left untouched.
    async fn upgrade(&self) -> Result<(), HqError>;

    /// What is wrong with the database itself, in sentences; empty when nothing is.
    ///
    /// # Errors
    /// When it cannot be read.
    async fn ailments(&self) -> Result<Vec<String>, HqError>;
}

/// What a transaction is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// One unchanging view of the records.
    Read,
    /// Writes; durable when `commit` returned.
    Write,
}

/// A transaction as the nouns use it. Dropped without `commit`, it leaves nothing behind; a read ends with `commit` too,
/// which keeps its connection for the next.
pub type Tx = Box<dyn Transaction>;

/// The one thing two databases do differently: running a statement.
#[async_trait]
pub trait Transaction: Send {
    /// Runs a statement once for each row of parameters; how many rows of the database it wrote.
    ///
    /// # Errors
    /// When the database refuses or cannot be reached.
    async fn run_each(&mut self, statement: &'static str, rows: Vec<Vec<Cell>>) -> Result<u64, HqError>;

    /// Runs a statement once for each row of parameters; the rows that each answers with.
    ///
    /// # Errors
    /// When the database refuses or cannot be reached.
    async fn all_each(
        &mut self,
        statement: &'static str,
        rows: Vec<Vec<Cell>>,
    ) -> Result<Vec<Vec<Row>>, HqError>;

    /// Makes everything durable.
    ///
    /// # Errors
    /// When that is not certain; then it may or may not be there.
    async fn commit(self: Box<Self>) -> Result<(), HqError>;

    /// Runs a statement; how many rows of the database it wrote.
    ///
    /// # Errors
    /// As `run_each`.
    async fn run(&mut self, statement: &'static str, cells: Vec<Cell>) -> Result<u64, HqError> {
        self.run_each(statement, vec![cells]).await
    }

    /// Runs a statement that answers with rows.
    ///
    /// # Errors
    /// As `all_each`.
    async fn all(&mut self, statement: &'static str, cells: Vec<Cell>) -> Result<Vec<Row>, HqError> {
        Ok(self.all_each(statement, vec![cells]).await?.into_iter().flatten().collect())
    }

    /// Runs a statement that answers with one row or none.
    ///
    /// # Errors
    /// As `all_each`.
    async fn one(&mut self, statement: &'static str, cells: Vec<Cell>) -> Result<Option<Row>, HqError> {
        Ok(self.all(statement, cells).await?.into_iter().next())
    }
}

/// Where the records are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place<'a> {
    /// In a file in this folder.
    Folder(&'a Path),
    /// In the PostgreSQL database of this address.
    Postgres(&'a str),
}

/// Opens the records and brings them to the newest schema.
///
/// # Errors
/// When they cannot be opened or a later program wrote them.
pub async fn open(place: Place<'_>) -> Result<Arc<dyn Store>, HqError> {
    let store: Arc<dyn Store> = match place {
        Place::Folder(data) => Arc::new(Sqlite::open(data)?),
        Place::Postgres(url) => Arc::new(Postgres::open(url)?),
    };
    store.upgrade().await?;
    Ok(store)
}

/// One value of a row, in either database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Null,
    /// A number, an instant, yes or no.
    Integer(i64),
    /// Text; also ids, dates, codes and JSON.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

/// A row of an answer, read from left to right.
pub struct Row(vec::IntoIter<Cell>);

impl Row {
    fn new(cells: Vec<Cell>) -> Self {
        Self(cells.into_iter())
    }

    /// The next value, a number.
    ///
    /// # Errors
    /// `Damaged` when it is something else, as in each of the following.
    pub fn integer(&mut self) -> Result<i64, HqError> {
        match self.0.next() {
            Some(Cell::Integer(number)) => Ok(number),
            Some(Cell::Null | Cell::Text(_) | Cell::Bytes(_)) | None => Err(HqError::Damaged("a number")),
        }
    }

    /// The next value, a count or place.
    ///
    /// # Errors
    /// `Damaged`.
    pub fn count(&mut self) -> Result<u64, HqError> {
        u64::try_from(self.integer()?).map_err(|_| HqError::Damaged("a count"))
    }

    /// The next value, text.
    ///
    /// # Errors
    /// `Damaged`.
    pub fn text(&mut self) -> Result<String, HqError> {
        match self.0.next() {
            Some(Cell::Text(text)) => Ok(text),
            Some(Cell::Null | Cell::Integer(_) | Cell::Bytes(_)) | None => Err(HqError::Damaged("a text")),
        }
    }

    /// The next value, bytes.
    ///
    /// # Errors
    /// `Damaged`.
    pub fn bytes(&mut self) -> Result<Vec<u8>, HqError> {
        match self.0.next() {
            Some(Cell::Bytes(bytes)) => Ok(bytes),
            Some(Cell::Null | Cell::Integer(_) | Cell::Text(_)) | None => Err(HqError::Damaged("bytes")),
        }
    }

    /// The next value, 32 bytes: a hash, a key or a nonce.
    ///
    /// # Errors
    /// `Damaged`.
    pub fn bytes32(&mut self) -> Result<[u8; 32], HqError> {
        self.bytes()?.try_into().map_err(|_| HqError::Damaged("32 bytes"))
    }

    /// The next value, an id, a date or a code that has a text form.
    ///
    /// # Errors
    /// `Damaged`.
    pub fn parse<T: FromStr>(&mut self) -> Result<T, HqError> {
        self.text()?.parse().map_err(|_| HqError::Damaged("an id or a date"))
    }

    /// The next value, or nothing where the database has NULL.
    ///
    /// # Errors
    /// `Damaged`.
    pub fn optional<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, HqError>,
    ) -> Result<Option<T>, HqError> {
        if self.0.as_slice().first() == Some(&Cell::Null) {
            self.0.next();
            return Ok(None);
        }
        read(self).map(Some)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<u64> for Cell {
    /// A count beyond 2^63 is not reached; it would be refused by the columns' checks.
    fn from(count: u64) -> Self {
        Self::Integer(i64::try_from(count).unwrap_or(i64::MIN))
    }
}

impl From<bool> for Cell {
    fn from(is: bool) -> Self {
        Self::Integer(i64::from(is))
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&[u8; 32]> for Cell {
    fn from(bytes: &[u8; 32]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl From<Vec<u8>> for Cell {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}

impl From<&CentreCode> for Cell {
    fn from(centre: &CentreCode) -> Self {
        Self::Text(centre.as_str().to_owned())
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl Cell {
    /// Text that somebody else chose the length and characters of: PostgreSQL holds no zero character, and nobody reads
    /// more than a line.
    pub fn storable(text: &str) -> Self {
        Self::Text(text.chars().filter(|c| *c != '\0').take(200).collect())
    }

    /// A value by its text form: an id, a date.
    pub fn text(value: impl fmt::Display) -> Self {
        Self::Text(value.to_string())
    }
}

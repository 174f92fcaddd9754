//! The records in PostgreSQL. The server holds no state of its own, so several of them may work on one database. Each
//! transaction names its centre and row-level security hides every other.

use super::{Access, Cell, Row, Store, Transaction, Tx, migrate};
use crate::error::HqError;
use async_trait::async_trait;
use deadpool_postgres::{Manager, ManagerConfig, Object, Pool, RecyclingMethod};
use futures_util::future::try_join_all;
use nightbench_domain::id::CentreCode;
use tokio_postgres::NoTls;
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};

const CONNECTIONS: usize = 16;
/// Names the advisory lock under which the schema is upgraded; any number will do.
const UPGRADE_LOCK: i64 = 0x006e_6967_6874;

/// A PostgreSQL database.
pub(super) struct Postgres {
    pool: Pool,
}

impl Postgres {
    /// Reads the address; connections are made when they are needed.
    pub(super) fn open(url: &str) -> Result<Self, HqError> {
        let config: tokio_postgres::Config = url.parse()?;
        let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
        let manager = Manager::from_config(config, NoTls, recycling);
        let pool = Pool::builder(manager).max_size(CONNECTIONS).build().map_err(|_| HqError::Closed)?;
        Ok(Self { pool })
    }
}

#[async_trait]
impl Store for Postgres {
    async fn begin(&self, access: Access, centre: Option<&CentreCode>) -> Result<Tx, HqError> {
        let transaction = PostgresTransaction { connection: Some(self.pool.get().await?) };
        let connection = transaction.connection()?;
        connection
            .batch_execute(match access {
                // One view for all statements of a read. A write reads what the last holder of the stream left.
                Access::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
                Access::Write => "BEGIN",
            })
            .await?;
        let centre = centre.map_or("", CentreCode::as_str);
        let name = connection.prepare_cached("SELECT set_config('nightbench.centre', $1, true)").await?;
        connection.query(&name, &[&centre]).await?;
        Ok(Box::new(transaction))
    }

    async fn upgrade(&self) -> Result<(), HqError> {
        let mut connection = self.pool.get().await?;
        let transaction = connection.transaction().await?;
        transaction.query("SELECT pg_advisory_xact_lock($1)", &[&UPGRADE_LOCK]).await?;
        transaction.batch_execute(include_str!("postgres/schema_step.sql")).await?;
        let row = transaction.query_one("SELECT coalesce(max(version), 0) FROM schema_step", &[]).await?;
        let found: i64 = row.try_get(0)?;
        if found > migrate::known() {
            return Err(HqError::NewerSchema { found, known: migrate::known() });
        }
        for step in migrate::after(found) {
            transaction.batch_execute(step.postgres).await?;
            transaction.execute("INSERT INTO schema_step (version) VALUES ($1)", &[&step.version]).await?;
        }
        Ok(transaction.commit().await?)
    }

    async fn ailments(&self) -> Result<Vec<String>, HqError> {
        let connection = self.pool.get().await?;
        let sql = "SELECT rolsuper OR rolbypassrls, current_setting('fsync'), \
                   current_setting('synchronous_commit') FROM pg_roles WHERE rolname = current_user";
        let row = connection.query_one(sql, &[]).await?;
        let mut ailments = Vec::new();
        if row.try_get(0)? {
            ailments
                .push("connected as a superuser: row-level security by centre is not in force".to_owned());
        }
        for (at, setting) in [(1, "fsync"), (2, "synchronous_commit")] {
            if row.try_get::<_, String>(at)? == "off" {
                ailments.push(format!("{setting} is off: what is acknowledged may be lost"));
            }
        }
        Ok(ailments)
    }
}

struct PostgresTransaction {
    /// `None` once it is committed.
    connection: Option<Object>,
}

impl PostgresTransaction {
    fn connection(&self) -> Result<&Object, HqError> {
        self.connection.as_ref().ok_or(HqError::Closed)
    }
}

#[async_trait]
impl Transaction for PostgresTransaction {
    async fn run_each(&mut self, statement: &'static str, rows: Vec<Vec<Cell>>) -> Result<u64, HqError> {
        if rows.is_empty() {
            return Ok(0);
        }
        let connection = self.connection()?;
        let prepared = connection.prepare_cached(statement).await?;
        // All of them are on their way before the first is answered: one round trip for a whole batch.
        let sent = rows.iter().map(|cells| connection.execute_raw(&prepared, cells));
        Ok(try_join_all(sent).await?.into_iter().sum())
    }

    async fn all_each(
        &mut self,
        statement: &'static str,
        rows: Vec<Vec<Cell>>,
    ) -> Result<Vec<Vec<Row>>, HqError> {
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let connection = self.connection()?;
        let prepared = &connection.prepare_cached(statement).await?;
        let asked = rows.into_iter().map(|cells| async move {
            let cells: Vec<&(dyn ToSql + Sync)> = cells.iter().map(|cell| cell as _).collect();
            connection.query(prepared, &cells).await
        });
        try_join_all(asked).await?.iter().map(|found| found.iter().map(read).collect()).collect()
    }

    async fn commit(mut self: Box<Self>) -> Result<(), HqError> {
        self.connection()?.batch_execute("COMMIT").await?;
        self.connection = None;
        Ok(())
    }
}

impl Drop for PostgresTransaction {
    fn drop(&mut self) {
        // A connection that is closed rolls back what it had begun, whatever state it was in.
        if let Some(connection) = self.connection.take() {
            drop(Object::take(connection));
        }
    }
}

fn read(row: &tokio_postgres::Row) -> Result<Row, HqError> {
    let cells = (0..row.len()).map(|at| Ok(row.try_get::<_, Option<Cell>>(at)?.unwrap_or(Cell::Null)));
    Ok(Row::new(cells.collect::<Result<Vec<_>, HqError>>()?))
}

impl ToSql for Cell {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Integer(number) => number.to_sql(kind, out),
            Self::Text(text) => text.to_sql(kind, out),
            Self::Bytes(bytes) => bytes.to_sql(kind, out),
        }
    }

    fn accepts(kind: &Type) -> bool {
        [Type::INT8, Type::TEXT, Type::BYTEA].contains(kind)
    }

    to_sql_checked!();
}

impl<'a> FromSql<'a> for Cell {
    fn from_sql(kind: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        match *kind {
            Type::INT8 => i64::from_sql(kind, raw).map(Self::Integer),
            Type::TEXT => String::from_sql(kind, raw).map(Self::Text),
            Type::BYTEA => Vec::from_sql(kind, raw).map(Self::Bytes),
            _ => Err("a column of a kind that headquarters does not use".into()),
        }
    }

    fn accepts(kind: &Type) -> bool {
        <Self as ToSql>::accepts(kind)
    }
}

//! The only door for writes. `transact` writes records: rows, the operations that say so and the list of what
//! changed, in one immediate transaction that is on the disk when it returns. `transact_local` writes what is no
//! record: settings of this machine, drafts and their photos. Nothing else begins a transaction on an open store.

use crate::changes::{Changes, Watch};
use crate::entropy::Entropy;
use crate::error::StoreError;
use crate::journal::Head;
use crate::open::{Store, Writer};
use crate::{Source, sealed};
use nightbench_domain::id::TxnId;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::cell::RefCell;

/// Who writes, and when by the station's clock.
#[derive(Debug, Clone, Copy)]
pub struct Act<'a> {
    /// User name or program; never a customer.
    pub actor: &'a str,
    /// Milliseconds since 1970 UTC.
    pub at_ms: i64,
    /// Names the transaction in the journal.
    pub txn: TxnId,
}

/// What a durable transaction gave.
#[derive(Debug, Clone)]
pub struct Committed<T> {
    /// What the closure returned.
    pub value: T,
    /// The nouns it wrote, as seen in the tables.
    pub changes: Changes,
}

/// A running transaction: what write functions take. Dropped without a commit, it leaves nothing.
pub struct Tx<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) entropy: &'a Entropy,
    pub(crate) watch: &'a Watch,
    pub(crate) act: Option<Act<'a>>,
    /// The end of the station's chain, read at the first operation.
    pub(crate) head: RefCell<Option<Head>>,
}

impl Store {
    /// Writes records. When it returns `Ok`, the commit is on the disk; when it returns `Err` or the closure
    /// panics, nothing was written and no place of the chain and no RMA number was used up.
    ///
    /// # Errors
    /// What the closure returns; `Unrecorded` when it wrote a record and appended no operation; what the
    /// database says to the commit.
    pub fn transact<T, E: From<StoreError>>(
        &self,
        act: Act<'_>,
        write: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<Committed<T>, E> {
        self.commit(Some(act), write)
    }

    /// Writes what is no record. As durable as `transact`.
    ///
    /// # Errors
    /// What the closure returns; `Unrecorded` when it wrote a record; what the database says to the commit.
    pub fn transact_local<T, E: From<StoreError>>(
        &self,
        write: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<Committed<T>, E> {
        self.commit(None, write)
    }

    fn commit<T, E: From<StoreError>>(
        &self,
        act: Option<Act<'_>>,
        write: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<Committed<T>, E> {
        let mut writer = self.writer();
        // Whatever ends this function early leaves a doubt; only a commit takes it away.
        writer.is_doubtful = true;
        let Writer { connection, watch, is_doubtful } = &mut *writer;
        let begun = connection.transaction_with_behavior(TransactionBehavior::Immediate);
        let transaction = begun.map_err(|error| self.noted(error.into()))?;
        let value = within(&transaction, &self.entropy, act, watch, write)?;
        transaction.commit().map_err(|error| self.noted(error.into()))?;
        *is_doubtful = false;
        Ok(Committed { value, changes: watch.changes() })
    }
}

/// Runs the closure in a transaction that is open, and checks that no record was written in silence.
pub(crate) fn within<T, E: From<StoreError>>(
    transaction: &Transaction<'_>,
    entropy: &Entropy,
    act: Option<Act<'_>>,
    watch: &Watch,
    write: impl FnOnce(&Tx<'_>) -> Result<T, E>,
) -> Result<T, E> {
    watch.clear();
    let tx = Tx { connection: transaction, entropy, watch, act, head: RefCell::new(None) };
    let value = write(&tx)?;
    if tx.head.borrow().is_none() {
        let unrecorded = watch.records().into_iter().find(|noun| act.is_some() || !noun.is_local());
        if let Some(noun) = unrecorded {
            return Err(StoreError::Unrecorded { noun }.into());
        }
    }
    Ok(value)
}

impl Tx<'_> {
    /// Who writes; empty in a local transaction.
    pub(crate) fn actor(&self) -> &str {
        self.act.map_or("", |act| act.actor)
    }

    /// When, milliseconds UTC; 0 in a local transaction.
    pub(crate) fn at_ms(&self) -> i64 {
        self.act.map_or(0, |act| act.at_ms)
    }
}

impl sealed::Reads for Tx<'_> {
    fn read<T>(&self, read: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        read(self.connection)
    }
}

impl Source for Tx<'_> {}

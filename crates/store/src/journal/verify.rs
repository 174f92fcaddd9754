//! Verifying whole chains for `doctor`: every hash, every link, no gap, and the head where the chain says it is.

use super::about;
use crate::Source;
use crate::error::StoreError;
use crate::sql::{all, count, decode, each, parse};
use nightbench_domain::id::StationId;
use nightbench_domain::operation::{Epoch, Operation, OperationHash};
use rusqlite::{Connection, named_params};

/// What was found of one chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainReport {
    /// The station that wrote it.
    pub station: StationId,
    /// Its epoch.
    pub epoch: Epoch,
    /// How many entries are here.
    pub entries: u64,
    /// The first thing that is wrong; `None` when the chain is whole.
    pub fault: Option<Fault>,
}

/// Something wrong in a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// The place in the chain.
    pub seq: u64,
    /// What is wrong there.
    pub kind: FaultKind,
}

/// What can be wrong with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// Its bytes are not those its hash was made of, or cannot be read.
    Content,
    /// It does not follow the entry before it.
    Link,
    /// Entries before it are missing.
    Gap,
    /// The chain ends elsewhere than its head says.
    Head,
}

struct Chain {
    id: i64,
    station: StationId,
    epoch: Epoch,
    head_seq: u64,
    head_hash: OperationHash,
}

/// Walks every chain from its first entry to its head.
///
/// # Errors
/// When the database cannot be read at all; a broken chain is a report, not an error.
pub fn verify_all(source: &impl Source) -> Result<Vec<ChainReport>, StoreError> {
    source.read(verify_chains)
}

/// The same on a connection.
pub(crate) fn verify_chains(connection: &Connection) -> Result<Vec<ChainReport>, StoreError> {
    let chains = all(connection, include_str!("chains.sql"), [], |row| {
        Ok(Chain {
            id: row.get("id")?,
            station: parse(row, "station")?,
            epoch: decode(row, "epoch")?,
            head_seq: count(row, "head_seq")?,
            head_hash: OperationHash::from_bytes(row.get("head_hash")?),
        })
    })?;
    chains.iter().map(|chain| walk(connection, chain)).collect()
}

fn walk(connection: &Connection, chain: &Chain) -> Result<ChainReport, StoreError> {
    let (mut entries, mut fault) = (0, None);
    let mut end = (0, OperationHash::ZERO);
    each(connection, include_str!("walk.sql"), named_params! {":chain": chain.id}, |row| {
        let (seq, bytes): (u64, Vec<u8>) = (count(row, "seq")?, row.get("bytes")?);
        let hash = OperationHash::from_bytes(row.get("hash")?);
        let (last_seq, last_hash) = end;
        let read = serde_json::from_slice::<Operation>(&bytes).ok();
        let kind = match read {
            _ if seq != last_seq + 1 => Some(FaultKind::Gap),
            _ if OperationHash::of(&bytes) != hash => Some(FaultKind::Content),
            None => Some(FaultKind::Content),
            Some(operation) if operation.prev_hash != last_hash => Some(FaultKind::Link),
            Some(operation) => {
                let fits = operation.seq == seq
                    && operation.station == chain.station
                    && operation.epoch == chain.epoch
                    && about(&operation) == row.get::<_, String>("about")?;
                (!fits).then_some(FaultKind::Content)
            }
        };
        fault = fault.or(kind.map(|kind| Fault { seq, kind }));
        entries += 1;
        end = (seq, hash);
        Ok(())
    })?;
    if end != (chain.head_seq, chain.head_hash) {
        fault = fault.or(Some(Fault { seq: chain.head_seq, kind: FaultKind::Head }));
    }
    Ok(ChainReport { station: chain.station, epoch: chain.epoch, entries, fault })
}

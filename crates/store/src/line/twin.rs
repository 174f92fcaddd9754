//! Two machines that are one station: what this one wrote where HQ has the other's is written again in another chain, and
//! nothing of either is lost. Under which epoch, and when, is decided by the caller.

use super::{End, begin, end_of, hash_at};
use crate::Source;
use crate::error::StoreError;
use crate::journal::about;
use crate::sql::{count, integer, one, run};
use crate::transact::Tx;
use nightbench_domain::id::StationId;
use nightbench_domain::operation::{Epoch, Operation, OperationHash};
use rusqlite::named_params;

/// HQ has another machine's operation at a place of a chain of this station: what stands here from there on is sent no more and
/// shows in no history.
///
/// # Errors
/// When the database refuses.
pub fn fork(tx: &Tx<'_>, chain: i64, seq: u64) -> Result<(), StoreError> {
    run(tx.connection, include_str!("fork.sql"), named_params! {":chain": chain, ":seq": integer(seq)?})?;
    Ok(())
}

/// How often this station was found to be two.
///
/// # Errors
/// When the database cannot be read.
pub fn forks(source: &impl Source) -> Result<u64, StoreError> {
    let forks = source
        .read(|connection| one(connection, include_str!("forks.sql"), [], |row| count(row, "forks")))?;
    Ok(forks.unwrap_or_default())
}

/// Where an operation that is written again came to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rewritten {
    /// It stands there, now or already.
    Stands(OperationHash),
    /// Another one stands there: the same was written again by the other machine, and goes on otherwise from this one.
    Parts(OperationHash),
}

/// Writes an operation again as the `seq`th of a chain of this station. Its place, its station and what it follows are put
/// in; what its fields were written on is the caller's to say.
///
/// # Errors
/// When the database refuses.
pub fn rewrite(
    tx: &Tx<'_>,
    station: StationId,
    (epoch, seq, prev_hash): (Epoch, u64, OperationHash),
    operation: &Operation,
    at_ms: i64,
) -> Result<Rewritten, StoreError> {
    let End { chain, seq: head_seq, .. } = match end_of(tx, station, epoch)? {
        Some(end) => end,
        None => begin(tx, station, epoch, at_ms, "restore")?,
    };
    let operation = Operation { station, epoch, seq, prev_hash, ..operation.clone() };
    let bytes = operation.bytes()?;
    let hash = OperationHash::of(&bytes);
    if seq <= head_seq {
        let is_same = hash_at(tx, chain, seq)? == Some(hash);
        return Ok(if is_same { Rewritten::Stands(hash) } else { Rewritten::Parts(hash) });
    }
    let seq = integer(seq)?;
    run(
        tx.connection,
        include_str!("../journal/append.sql"),
        named_params! {":chain": chain, ":seq": seq, ":hash": hash.as_bytes(), ":about": about(&operation),
        ":bytes": bytes},
    )?;
    let params = named_params! {":chain": chain, ":head_seq": seq, ":head_hash": hash.as_bytes()};
    run(tx.connection, include_str!("../journal/move_head.sql"), params)?;
    Ok(Rewritten::Stands(hash))
}

/// What was written on an operation is written on the one that it became.
///
/// # Errors
/// When the database refuses.
pub fn rebase(
    tx: &Tx<'_>,
    operation: &Operation,
    old: OperationHash,
    new: OperationHash,
) -> Result<(), StoreError> {
    let entity = operation.entity.to_string();
    let params = named_params! {":entity": entity, ":old": old.as_bytes(), ":new": new.as_bytes()};
    run(tx.connection, include_str!("rebase_entity.sql"), params)?;
    for field in &operation.fields {
        let params = named_params! {":entity": entity, ":field": field.name, ":old": old.as_bytes(),
        ":new": new.as_bytes()};
        run(tx.connection, include_str!("rebase_field.sql"), params)?;
    }
    Ok(())
}

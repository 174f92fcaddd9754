//! The chain of a station, as its batches arrive: whether the operations follow each other and what the receiver has, and
//! who signed them. What they say is not looked at here, so an operation of a newer program passes as it is.
//!
//! The identity of an operation is (station, epoch, seq, hash). The same place with the same hash is a repeat; with another
//! hash it is a fork, which is answered and shown and never passed over.

use crate::sign::{PublicKey, SignedHead};
use crate::wire::{Acked, BATCH_MAX, BATCH_MAX_BYTES, Batch, BatchRefusal, Head};
use nightbench_domain::id::{StationId, TxnId};
use nightbench_domain::operation::{Epoch, OperationHash};
use serde::Deserialize;

/// One operation of a batch that fits its chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link<'a> {
    /// Its place.
    pub seq: u64,
    /// Its hash.
    pub hash: OperationHash,
    /// Its text as written.
    pub operation: &'a str,
    /// Whether the receiver has it already.
    pub is_repeat: bool,
}

/// What every version of an operation says about its place.
#[derive(Deserialize)]
struct Envelope {
    station: StationId,
    epoch: Epoch,
    seq: u64,
    prev_hash: OperationHash,
}

/// Checks a batch against the chain as the receiver has it: `applied` is its end there, all zeros where it has none of
/// it, and `known` gives the hash of each operation up to that end.
///
/// An operation whose text cannot be read at all passes, for the one after it names its hash and the signature seals the
/// last; it is for the receiver to put it into quarantine, so that the chain goes on.
///
/// # Errors
/// The first reason why none of the batch can be taken.
pub fn verify<'a>(
    batch: &'a Batch,
    station: StationId,
    key: &PublicKey,
    applied: &Head,
    known: impl Fn(u64) -> Option<OperationHash>,
) -> Result<Vec<Link<'a>>, BatchRefusal> {
    let size_bytes: usize = batch.operations.iter().map(String::len).sum();
    let count = batch.operations.len();
    if count == 0 || count > BATCH_MAX || (count > 1 && size_bytes > BATCH_MAX_BYTES) {
        return Err(BatchRefusal::Size);
    }
    let broken = BatchRefusal::Broken { seq: batch.first_seq };
    let last_seq = batch.first_seq.checked_add(count as u64 - 1).ok_or(broken)?;
    if batch.first_seq == 0 {
        return Err(broken);
    }
    let links = linked(batch, station, applied.seq)?;
    let hash = links.last().map_or(OperationHash::ZERO, |link| link.hash);
    SignedHead { station, epoch: batch.epoch, seq: last_seq, hash }
        .verify(key, &batch.signature)
        .map_err(|_| BatchRefusal::Signature)?;
    if batch.first_seq - 1 > applied.seq {
        return Err(BatchRefusal::Expect { seq: applied.seq + 1 });
    }
    joins(batch, &links, applied, known)?;
    Ok(links)
}

/// What a station is told of a chain of which it named the end: `applied` is the end as the receiver has it, `known` gives
/// the hash of each operation up to there, `brought` is the last that came with this request and was taken or known.
#[must_use]
pub fn acked(
    head: &Head,
    applied: &Head,
    brought: Option<(u64, OperationHash)>,
    known: impl Fn(u64) -> Option<OperationHash>,
) -> Acked {
    let is_fork = head.seq <= applied.seq && same(head.seq, head.hash, known).is_err();
    let (seq, hash) = match is_fork {
        true => brought.unwrap_or((0, OperationHash::ZERO)),
        false => (applied.seq, applied.hash),
    };
    Acked { epoch: head.epoch, seq, hash }
}

/// How many of the operations at the front make one batch: as many as fit, and no transaction in two batches unless it
/// does not fit into one.
#[must_use]
pub fn batch_len(operations: impl IntoIterator<Item = (usize, TxnId)>) -> usize {
    let (mut size_bytes, mut count, mut whole, mut newest) = (0, 0, 0, None);
    for (length, txn) in operations {
        if newest != Some(txn) {
            (whole, newest) = (count, Some(txn));
        }
        size_bytes += length;
        if count > 0 && (count == BATCH_MAX || size_bytes > BATCH_MAX_BYTES) {
            return if whole == 0 { count } else { whole };
        }
        count += 1;
    }
    count
}

/// The operations with their places and hashes, when each says of itself what the batch says and names the one before.
fn linked(batch: &Batch, station: StationId, applied_seq: u64) -> Result<Vec<Link<'_>>, BatchRefusal> {
    let mut links: Vec<Link<'_>> = Vec::with_capacity(batch.operations.len());
    for (seq, operation) in (batch.first_seq..).zip(&batch.operations) {
        if let Ok(envelope) = serde_json::from_str::<Envelope>(operation) {
            let previous = links.last().map(|link| link.hash);
            let fits = envelope.station == station
                && envelope.epoch == batch.epoch
                && envelope.seq == seq
                && previous.is_none_or(|previous| envelope.prev_hash == previous);
            if !fits {
                return Err(BatchRefusal::Broken { seq });
            }
        }
        let hash = OperationHash::of(operation.as_bytes());
        links.push(Link { seq, hash, operation, is_repeat: seq <= applied_seq });
    }
    Ok(links)
}

/// Whether the batch goes on from what the receiver has, and repeats it where it overlaps.
fn joins(
    batch: &Batch,
    links: &[Link<'_>],
    applied: &Head,
    known: impl Fn(u64) -> Option<OperationHash>,
) -> Result<(), BatchRefusal> {
    let first = batch.operations.first().and_then(|text| serde_json::from_str::<Envelope>(text).ok());
    if let Some(first) = first {
        same(batch.first_seq - 1, first.prev_hash, &known)?;
    }
    let repeated = links.iter().take_while(|link| link.seq <= applied.seq);
    repeated.into_iter().try_for_each(|link| same(link.seq, link.hash, &known))
}

fn same(
    seq: u64,
    hash: OperationHash,
    known: impl Fn(u64) -> Option<OperationHash>,
) -> Result<(), BatchRefusal> {
    let known = if seq == 0 { Some(OperationHash::ZERO) } else { known(seq) };
    match known {
        Some(known) if known != hash => Err(BatchRefusal::Fork { seq, hash: known }),
        Some(_) | None => Ok(()),
    }
}

/// Under which epoch the operations of a chain from its fork on are written again; `first` is the hash of the first of them.
/// It follows from them, so a machine and its clone, or a restore of it, write the same operations to the same places, and
/// none is there twice. What is new is written under yet another one.
#[must_use]
pub fn epoch_after_fork(epoch: Epoch, first: OperationHash) -> Epoch {
    let mut hasher = blake3::Hasher::new_derive_key("nightbench 2026 epoch after a fork");
    hasher.update(&epoch.0.to_be_bytes());
    hasher.update(first.to_string().as_bytes());
    let [a, b, c, d, e, f, g, h, ..] = *hasher.finalize().as_bytes();
    Epoch(u64::from_be_bytes([a, b, c, d, e, f, g, h]))
}

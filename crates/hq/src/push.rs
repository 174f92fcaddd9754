//! Taking in what a station brings: each chain is checked, each new operation is decided on once, in the order of the
//! stream, and everything of a request becomes durable in one transaction or not at all. The chain always goes on: what
//! cannot be acted on is kept in quarantine. What is decided, and why, is `sync`'s.

use crate::error::HqError;
use crate::op::{self, Op};
use crate::station::Station;
use crate::store::Tx;
use crate::{customer_key, merged, origin, quarantine, stream, ticket};
use nightbench_domain::operation::{Epoch, Operation, OperationHash, Value};
use nightbench_sync::chain::{self, Link};
use nightbench_sync::entity::{Entity, moved};
use nightbench_sync::hex::Hex;
use nightbench_sync::merge;
use nightbench_sync::sign::PublicKey;
use nightbench_sync::wire::{
    Acked, BATCH_MAX, Batch, BatchRefusal, ContentHash, Head, Judged, Quarantine, RefusedBatch, SyncRequest,
    Verdict,
};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What became of what was brought.
#[derive(Default)]
pub(crate) struct Pushed {
    pub(crate) acked: Vec<Acked>,
    pub(crate) verdicts: Vec<Judged>,
    pub(crate) refused: Vec<RefusedBatch>,
}

/// A batch as it was found on its chain.
struct Found<'a> {
    links: Vec<Link<'a>>,
    /// What is known of each place, up to the end of the chain here.
    known: BTreeMap<u64, (OperationHash, Verdict)>,
}

/// The work on one request, in memory until it is written.
struct Push<'a> {
    station: &'a Station,
    now: i64,
    /// The last number given in the stream.
    head: u64,
    content: ContentHash,
    /// The ends of the chains the request names, as they are here.
    ends: BTreeMap<Epoch, Head>,
    records: BTreeMap<Uuid, Record>,
    /// Of each serial that was asked for, the work orders that are open with it.
    open: BTreeMap<String, BTreeSet<Uuid>>,
    kept: Vec<Op>,
    quarantined: Vec<(u64, Quarantine)>,
    refused: BTreeMap<Epoch, BatchRefusal>,
}

struct Record {
    state: Entity,
    hash: ContentHash,
    is_moved: bool,
}

/// Takes in what the request brings. The caller commits.
pub(crate) async fn push(
    tx: &mut Tx,
    now: i64,
    station: &Station,
    request: &SyncRequest,
) -> Result<Pushed, HqError> {
    // Who brings nothing keeps nobody waiting.
    let stream = match request.batches.is_empty() {
        true => stream::at(tx, &station.centre).await?,
        false => stream::lock(tx, &station.centre).await?,
    };
    let mut push = Push {
        station,
        now,
        head: stream.head,
        content: Hex(stream.content_hash),
        ends: BTreeMap::new(),
        records: BTreeMap::new(),
        open: BTreeMap::new(),
        kept: Vec::new(),
        quarantined: Vec::new(),
        refused: BTreeMap::new(),
    };
    let named = request.heads.iter().map(|head| head.epoch);
    let named: BTreeSet<Epoch> = named.chain(request.batches.iter().map(|batch| batch.epoch)).collect();
    for epoch in named {
        let end = origin::end(tx, &station.centre, station.id, epoch).await?;
        push.ends.insert(epoch, end);
    }
    let mut verdicts = Vec::new();
    for batch in &request.batches {
        verdicts.extend(push.take(tx, batch).await?);
    }
    customer_key::add(tx, &station.centre, &request.keys).await?;
    let acked = push.acked(tx, request, &verdicts).await?;
    let refused = push.refused.iter().map(|(&epoch, &reason)| RefusedBatch { epoch, reason }).collect();
    push.write(tx, stream.head).await?;
    Ok(Pushed { acked, verdicts, refused })
}

impl Push<'_> {
    /// How far each chain that the request names is here.
    async fn acked(
        &self,
        tx: &mut Tx,
        request: &SyncRequest,
        verdicts: &[Judged],
    ) -> Result<Vec<Acked>, HqError> {
        let mut acked = Vec::with_capacity(self.ends.len());
        for end in self.ends.values() {
            let Some(head) = request.heads.iter().find(|head| head.epoch == end.epoch) else {
                acked.push(Acked { epoch: end.epoch, seq: end.seq, hash: end.hash });
                continue;
            };
            let known = self.known(tx, head.epoch, head.seq, head.seq).await?;
            let brought = verdicts.iter().filter(|judged| judged.epoch == end.epoch);
            let brought = brought.max_by_key(|judged| judged.seq).map(|judged| (judged.seq, judged.hash));
            acked.push(chain::acked(head, end, brought, |seq| known.get(&seq).map(|known| known.0)));
        }
        Ok(acked)
    }

    /// Takes a batch in; a verdict for each of its operations, or none where it is refused.
    async fn take(&mut self, tx: &mut Tx, batch: &Batch) -> Result<Vec<Judged>, HqError> {
        if self.refused.contains_key(&batch.epoch) {
            return Ok(Vec::new());
        }
        let found = match self.find(tx, batch).await? {
            Ok(found) => found,
            Err(reason) => {
                self.refuse(tx, batch.epoch, reason).await?;
                return Ok(Vec::new());
            }
        };
        let fresh: Vec<Link<'_>> = found.links.iter().filter(|link| !link.is_repeat).copied().collect();
        let read =
            nightbench_sync::quarantine::read(fresh.iter().map(|link| link.operation), &self.station.centre);
        self.load(tx, &read).await?;
        let seen = self.seen(tx, &read).await?;
        let mut verdicts: Vec<Judged> = Vec::with_capacity(found.links.len());
        for link in found.links.iter().filter(|link| link.is_repeat) {
            let (hash, verdict) = found.known.get(&link.seq).ok_or(HqError::Damaged("a verdict"))?.clone();
            verdicts.push(Judged { epoch: batch.epoch, seq: link.seq, hash, verdict });
        }
        for (link, operation) in fresh.into_iter().zip(read) {
            let verdict = self.judge(batch.epoch, link, operation, &seen);
            verdicts.push(Judged { epoch: batch.epoch, seq: link.seq, hash: link.hash, verdict });
        }
        Ok(verdicts)
    }

    async fn find<'b>(
        &self,
        tx: &mut Tx,
        batch: &'b Batch,
    ) -> Result<Result<Found<'b>, BatchRefusal>, HqError> {
        let Some(end) = self.ends.get(&batch.epoch) else { return Err(HqError::Damaged("a chain")) };
        // The databases count to 2^63, which no chain reaches.
        if i64::try_from(batch.first_seq).is_err() {
            return Ok(Err(BatchRefusal::Broken { seq: batch.first_seq }));
        }
        let count = batch.operations.len().min(BATCH_MAX) as u64;
        let (first, last) = (batch.first_seq.saturating_sub(1), batch.first_seq.saturating_add(count));
        let known = self.known(tx, batch.epoch, first, last.min(end.seq)).await?;
        let key: PublicKey = Hex(self.station.public_key);
        let links =
            chain::verify(batch, self.station.id, &key, end, |seq| known.get(&seq).map(|known| known.0));
        Ok(links.map(|links| Found { links, known }))
    }

    /// What is known of a stretch of a chain, what this request brought included.
    async fn known(
        &self,
        tx: &mut Tx,
        epoch: Epoch,
        first: u64,
        last: u64,
    ) -> Result<BTreeMap<u64, (OperationHash, Verdict)>, HqError> {
        let (centre, station) = (&self.station.centre, self.station.id);
        let stored = op::of_chain(tx, centre, station, epoch, first, last).await?;
        let stored = stored.into_iter().map(|kept| (kept.seq, (kept.hash, kept.verdict)));
        let brought = self.kept.iter().filter(|op| op.epoch == epoch && (first..=last).contains(&op.seq));
        Ok(stored.chain(brought.map(|op| (op.seq, (op.hash, op.verdict.clone())))).collect())
    }

    async fn refuse(&mut self, tx: &mut Tx, epoch: Epoch, reason: BatchRefusal) -> Result<(), HqError> {
        let Station { centre, id, .. } = self.station;
        tracing::warn!(%centre, station = %id, epoch = String::from(epoch), ?reason, "batch refused");
        if let BatchRefusal::Fork { .. } = reason {
            origin::mark_forked(tx, centre, *id, epoch, self.now).await?;
        }
        self.refused.insert(epoch, reason);
        Ok(())
    }

    /// Brings the records and serials that the operations touch into memory.
    async fn load(&mut self, tx: &mut Tx, read: &[Result<Operation, Quarantine>]) -> Result<(), HqError> {
        let centre = &self.station.centre;
        let operations = || read.iter().filter_map(|read| read.as_ref().ok());
        let ids: BTreeSet<Uuid> = operations().map(|operation| operation.entity).collect();
        let missing = ids.iter().filter(|id| !self.records.contains_key(id)).copied().collect();
        for (id, state) in merged::load(tx, centre, missing).await? {
            let hash = state.content_hash(id);
            self.records.insert(id, Record { state, hash, is_moved: false });
        }
        let named = operations().flat_map(|operation| &operation.fields).filter_map(|field| {
            match (field.name.as_str(), &field.value) {
                ("serial", Value::Text(serial)) => ticket::folded(serial),
                _other => None,
            }
        });
        let held = ids
            .iter()
            .filter_map(|id| ticket::text(&self.records.get(id)?.state, "serial").and_then(ticket::folded));
        let serials: BTreeSet<String> = named.chain(held).collect();
        let missing = serials.into_iter().filter(|serial| !self.open.contains_key(serial)).collect();
        for (serial, mut ids) in ticket::open_by_serial(tx, centre, missing).await? {
            // A record that this request moved says itself what it is open with, and is in the list already.
            ids.retain(|id| !self.records.get(id).is_some_and(|record| record.is_moved));
            self.open.entry(serial).or_default().extend(ids);
        }
        Ok(())
    }

    /// When what the operations were written on had come here: their station cannot have written them before.
    async fn seen(
        &self,
        tx: &mut Tx,
        read: &[Result<Operation, Quarantine>],
    ) -> Result<BTreeMap<u64, i64>, HqError> {
        let cursors = read.iter().filter_map(|read| Some(read.as_ref().ok()?.base_cursor));
        let cursors: BTreeSet<u64> = cursors.filter(|cursor| *cursor > 0).collect();
        let known = op::received_at(tx, &self.station.centre, cursors.into_iter().collect()).await?;
        Ok(known.into_iter().collect())
    }

    /// Decides on the next operation of a chain, once and for all.
    fn judge(
        &mut self,
        epoch: Epoch,
        link: Link<'_>,
        operation: Result<Operation, Quarantine>,
        seen: &BTreeMap<u64, i64>,
    ) -> Verdict {
        self.head += 1;
        let (verdict, effective_at) = match operation {
            Ok(operation) => {
                let earliest = seen.get(&operation.base_cursor).copied().unwrap_or(i64::MIN);
                // Not `clamp`: our own clock may have been set back in between, and nothing is refused for a clock.
                let effective_at = operation.at.max(earliest).min(self.now);
                (self.merge(&operation, link.hash), effective_at)
            }
            Err(reason) => {
                self.quarantined.push((self.head, reason));
                (Verdict::Quarantined { reason }, self.now)
            }
        };
        self.ends.insert(epoch, Head { epoch, seq: link.seq, hash: link.hash });
        self.kept.push(Op {
            commit_seq: self.head,
            epoch,
            seq: link.seq,
            hash: link.hash,
            text: link.operation.to_owned(),
            verdict: verdict.clone(),
            effective_at,
        });
        verdict
    }

    fn merge(&mut self, operation: &Operation, hash: OperationHash) -> Verdict {
        let id = operation.entity;
        let fresh = || Record { state: Entity::default(), hash: Hex([0; 32]), is_moved: false };
        let record = self.records.entry(id).or_insert_with(fresh);
        let before = record.state.open_serial().and_then(ticket::folded);
        let is_taken = |serial: &str| {
            let open = ticket::folded(serial).and_then(|serial| self.open.get(&serial));
            open.is_some_and(|open| open.iter().any(|other| *other != id))
        };
        let verdict = merge::decide(&record.state, operation, hash, is_taken);
        record.state.apply(operation, hash, &verdict);
        record.is_moved = true;
        let after = record.state.content_hash(id);
        self.content = moved(self.content, record.hash, after);
        record.hash = after;
        let now = record.state.open_serial().and_then(ticket::folded);
        if before != now {
            if let Some(open) = before.and_then(|serial| self.open.get_mut(&serial)) {
                open.remove(&id);
            }
            if let Some(serial) = now {
                self.open.entry(serial).or_default().insert(id);
            }
        }
        verdict
    }

    async fn write(self, tx: &mut Tx, found: u64) -> Result<(), HqError> {
        if self.kept.is_empty() {
            return Ok(());
        }
        let Station { centre, id: station, .. } = self.station;
        let head = stream::advance(tx, centre, self.head - found, &self.content.0).await?;
        // The row is ours since the beginning, so nobody can have taken numbers in between.
        if head != self.head {
            return Err(HqError::Damaged("the head of the stream"));
        }
        let grown: BTreeSet<Epoch> = self.kept.iter().map(|op| op.epoch).collect();
        op::keep(tx, centre, *station, self.now, self.kept).await?;
        quarantine::add(tx, centre, &self.quarantined).await?;
        let ends = self.ends.into_values().filter(|end| grown.contains(&end.epoch));
        origin::move_ends(tx, centre, *station, ends.collect::<Vec<_>>()).await?;
        let moved = self.records.iter().filter(|(_, record)| record.is_moved);
        let moved: Vec<(Uuid, &Entity)> = moved.map(|(id, record)| (*id, &record.state)).collect();
        merged::save(tx, centre, &moved).await
    }
}

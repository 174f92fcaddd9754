//! HQ in memory: what a request does to it is one transaction. It may be built with a bug, which the checks must find.

use nightbench_domain::id::{CentreCode, StationId};
use nightbench_domain::operation::{Epoch, Operation, OperationHash};
use nightbench_sync::chain::{acked, verify};
use nightbench_sync::entity::{Entity, moved};
use nightbench_sync::hex::Hex;
use nightbench_sync::merge::decide;
use nightbench_sync::quarantine;
use nightbench_sync::sign::{PublicKey, Seal};
use nightbench_sync::wire::{
    Acked, Batch, BatchRefusal, Committed, ContentHash, Head, Judged, PROTO, Refusal, RefusedBatch,
    SYNC_PATH, SyncAnswer, SyncRequest, Verdict,
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A bug that is built in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bug {
    /// Another operation at a known place is taken for a repeat: `ON CONFLICT DO NOTHING`.
    ForkIgnored,
    /// Of two concurrent values the one with the later clock wins.
    ClockDecides,
    /// Places in the stream are taken before the commit, as a serial column does.
    SerialCursor,
}

#[derive(Clone, Default)]
pub(crate) struct Stream {
    pub(crate) commits: Vec<Committed>,
    pub(crate) records: BTreeMap<Uuid, Entity>,
    pub(crate) content: Option<ContentHash>,
}

#[derive(Clone)]
pub(crate) struct Hq {
    pub(crate) incarnation: Hex<8>,
    pub(crate) streams: BTreeMap<CentreCode, Stream>,
    origins: BTreeMap<(StationId, Epoch), Vec<(OperationHash, Verdict)>>,
    stations: BTreeMap<StationId, (CentreCode, PublicKey)>,
    nonces: BTreeMap<StationId, u64>,
    bug: Option<Bug>,
}

pub(crate) const NOTHING: ContentHash = Hex([0; 32]);

impl Hq {
    pub(crate) fn new(incarnation: u64, bug: Option<Bug>) -> Self {
        Self {
            incarnation: Hex(incarnation.to_be_bytes()),
            streams: BTreeMap::new(),
            origins: BTreeMap::new(),
            stations: BTreeMap::new(),
            nonces: BTreeMap::new(),
            bug,
        }
    }

    pub(crate) fn enrol(&mut self, station: StationId, centre: &CentreCode, key: PublicKey) {
        self.stations.insert(station, (centre.clone(), key));
        self.streams.entry(centre.clone()).or_default();
    }

    /// Lives again as it was in a backup, under another name; a nonce of the old life is none.
    pub(crate) fn restored(backup: &Self, now: &Self, incarnation: u64) -> Self {
        let mut hq = backup.clone();
        hq.incarnation = Hex(incarnation.to_be_bytes());
        hq.nonces = now.nonces.iter().map(|(station, nonce)| (*station, nonce + 1_000)).collect();
        hq
    }

    pub(crate) fn answer(
        &mut self,
        seal: &Seal,
        body: &[u8],
        page_max: usize,
    ) -> Result<SyncAnswer, Refusal> {
        let (centre, key) = self.stations.get(&seal.station).cloned().ok_or(Refusal::Station)?;
        seal.verify(&key, "POST", SYNC_PATH, body).map_err(|_| Refusal::Seal)?;
        let nonce = self.nonces.entry(seal.station).or_default();
        if seal.nonce != nonce.to_string() {
            return Err(Refusal::Nonce { nonce: nonce.to_string() });
        }
        *nonce += 1;
        let nonce = nonce.to_string();
        let request: SyncRequest = serde_json::from_slice(body).map_err(|_| Refusal::Message)?;
        if request.station != seal.station {
            return Err(Refusal::Seal);
        }
        let (mut refused, mut verdicts) = (Vec::<RefusedBatch>::new(), Vec::new());
        for batch in &request.batches {
            if refused.iter().any(|refused| refused.epoch == batch.epoch) {
                continue;
            }
            match self.take(request.station, &centre, &key, batch) {
                Ok(judged) => verdicts.extend(judged),
                Err(reason) => refused.push(RefusedBatch { epoch: batch.epoch, reason }),
            }
        }
        let acked = request.heads.iter().map(|head| self.acked(request.station, head, &verdicts)).collect();
        let stream = &self.streams[&centre];
        let start = if request.incarnation == Some(self.incarnation) { request.cursor } else { 0 };
        let count = page_max.min(usize::try_from(request.pull_max).unwrap());
        let page = stream.commits.iter().skip(usize::try_from(start).unwrap());
        // The place before the last was taken by a transaction that has not committed yet.
        let is_racing = self.bug == Some(Bug::SerialCursor) && !verdicts.is_empty();
        let racing = if is_racing { stream.commits.len() as u64 - 1 } else { 0 };
        let page = page.filter(|committed| committed.commit_seq != racing);
        let page: Vec<_> = page.take(count).cloned().collect();
        let head = stream.commits.len() as u64;
        let is_drained = page.last().map_or(start, |last| last.commit_seq) == head;
        Ok(SyncAnswer {
            proto: PROTO,
            incarnation: self.incarnation,
            server_time: 0,
            nonce,
            acked,
            verdicts,
            refused,
            page,
            keys: vec![],
            head,
            content_hash: is_drained.then(|| stream.content.unwrap_or(NOTHING)),
        })
    }

    fn acked(&self, station: StationId, head: &Head, verdicts: &[Judged]) -> Acked {
        let (epoch, applied) = (head.epoch, self.applied(station, head.epoch));
        if self.bug == Some(Bug::ForkIgnored) {
            return Acked { epoch, seq: applied.seq, hash: applied.hash };
        }
        let brought = verdicts.iter().filter(|judged| judged.epoch == epoch).max_by_key(|judged| judged.seq);
        let brought = brought.map(|judged| (judged.seq, judged.hash));
        acked(head, &applied, brought, |seq| self.hash_at(station, epoch, seq))
    }

    fn take(
        &mut self,
        station: StationId,
        centre: &CentreCode,
        key: &PublicKey,
        batch: &Batch,
    ) -> Result<Vec<Judged>, BatchRefusal> {
        let epoch = batch.epoch;
        let applied = self.applied(station, epoch);
        let known = |seq| self.hash_at(station, epoch, seq);
        let links = match verify(batch, station, key, &applied, known) {
            Err(BatchRefusal::Fork { .. }) if self.bug == Some(Bug::ForkIgnored) => return Ok(vec![]),
            outcome => outcome?,
        };
        let fresh: Vec<_> = links.iter().filter(|link| !link.is_repeat).collect();
        let read = quarantine::read(fresh.iter().map(|link| link.operation), centre);
        for (link, read) in fresh.into_iter().zip(read) {
            let verdict = match read {
                Ok(operation) => self.merge(centre, &operation, link.hash),
                Err(reason) => Verdict::Quarantined { reason },
            };
            self.origins.entry((station, epoch)).or_default().push((link.hash, verdict.clone()));
            let stream = self.streams.get_mut(centre).unwrap();
            let commit_seq = stream.commits.len() as u64 + 1;
            let (seq, operation) = (link.seq, link.operation.to_owned());
            stream.commits.push(Committed { commit_seq, station, epoch, seq, verdict, operation });
        }
        let origin = &self.origins[&(station, epoch)];
        let judged = links.iter().map(|link| {
            let (hash, verdict) = origin[usize::try_from(link.seq).unwrap() - 1].clone();
            Judged { epoch, seq: link.seq, hash, verdict }
        });
        Ok(judged.collect())
    }

    fn merge(&mut self, centre: &CentreCode, operation: &Operation, hash: OperationHash) -> Verdict {
        let stream = self.streams.get_mut(centre).unwrap();
        let before = stream.records.get(&operation.entity).cloned().unwrap_or_default();
        let is_taken = |serial: &str| {
            let others = stream.records.iter().filter(|(id, _)| **id != operation.entity);
            others.into_iter().any(|(_, other)| other.open_serial() == Some(serial))
        };
        let mut verdict = decide(&before, operation, hash, is_taken);
        if self.bug == Some(Bug::ClockDecides) && matches!(verdict, Verdict::Conflict { .. }) {
            let is_newest = operation.at % 2 == 0;
            let names = operation.fields.iter().map(|field| field.name.clone()).collect();
            verdict = if is_newest { Verdict::Accepted } else { Verdict::Merged { late: names } };
        }
        let mut after = before.clone();
        after.apply(operation, hash, &verdict);
        let id = operation.entity;
        let content = stream.content.unwrap_or(NOTHING);
        stream.content = Some(moved(content, before.content_hash(id), after.content_hash(id)));
        stream.records.insert(id, after);
        verdict
    }

    fn applied(&self, station: StationId, epoch: Epoch) -> Head {
        let origin = self.origins.get(&(station, epoch));
        let last = origin.and_then(|origin| Some((origin.len() as u64, origin.last()?.0)));
        let (seq, hash) = last.unwrap_or((0, OperationHash::ZERO));
        Head { epoch, seq, hash }
    }

    fn hash_at(&self, station: StationId, epoch: Epoch, seq: u64) -> Option<OperationHash> {
        let place = usize::try_from(seq).unwrap().checked_sub(1)?;
        self.origins.get(&(station, epoch))?.get(place).map(|(hash, _)| *hash)
    }
}

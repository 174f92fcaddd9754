//! A station in memory. What is on its disk survives; its session does not. What is written to the disk together is one
//! transaction.

use crate::chance::Chance;
use crate::hq::NOTHING;
use nightbench_domain::id::{CentreCode, StationId, TxnId};
use nightbench_domain::operation::{Epoch, Field, Operation, OperationHash, PROTO, Value};
use nightbench_sync::chain::{batch_len, epoch_after_fork};
use nightbench_sync::entity::{Entity, moved};
use nightbench_sync::merge::preview;
use nightbench_sync::session::{Chain, Event, Session, Standing, Take};
use nightbench_sync::sign::{SignedHead, Signer};
use nightbench_sync::wire::{Batch, BatchRefusal, Committed, ContentHash, Head, Incarnation, SyncRequest};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

#[derive(Clone)]
pub(crate) struct OwnChain {
    pub(crate) epoch: Epoch,
    pub(crate) texts: Vec<String>,
    acked_seq: u64,
    set_aside: Option<BatchRefusal>,
}

#[derive(Clone)]
pub(crate) struct Disk {
    pub(crate) chains: Vec<OwnChain>,
    pub(crate) stream: Vec<Committed>,
    pub(crate) records: BTreeMap<Uuid, Entity>,
    pub(crate) content: ContentHash,
    incarnation: Option<Incarnation>,
    nonce: String,
}

pub(crate) struct Station {
    pub(crate) id: StationId,
    pub(crate) centre: CentreCode,
    secret: [u8; 32],
    pub(crate) disk: Disk,
    pub(crate) session: Session,
    /// Its clock, which is wrong.
    pub(crate) clock: i64,
    /// The request that is under way.
    pub(crate) request: Option<u64>,
    pub(crate) is_cut_off: bool,
}

pub(crate) fn hash(text: &str) -> OperationHash {
    OperationHash::of(text.as_bytes())
}

impl OwnChain {
    const fn begun(epoch: Epoch) -> Self {
        Self { epoch, texts: Vec::new(), acked_seq: 0, set_aside: None }
    }

    /// Puts an operation at its end.
    fn append(&mut self, mut operation: Operation) -> OperationHash {
        let head = self.head();
        (operation.epoch, operation.seq, operation.prev_hash) = (head.epoch, head.seq + 1, head.hash);
        let text = String::from_utf8(operation.bytes().unwrap()).unwrap();
        let written = hash(&text);
        self.texts.push(text);
        written
    }

    fn head(&self) -> Head {
        let last = self.texts.last().map_or(OperationHash::ZERO, |text| hash(text));
        Head { epoch: self.epoch, seq: self.texts.len() as u64, hash: last }
    }
}

impl Station {
    pub(crate) fn new(id: u128, centre: &CentreCode, epoch: u64) -> Self {
        let id = StationId::new(Uuid::from_u128(id));
        let disk = Disk {
            chains: vec![OwnChain::begun(Epoch(epoch))],
            stream: Vec::new(),
            records: BTreeMap::new(),
            content: NOTHING,
            incarnation: None,
            nonce: String::new(),
        };
        Self {
            id,
            centre: centre.clone(),
            secret: [u8::try_from(id.uuid().as_u128() % 251).unwrap(); 32],
            session: Session::new(id, "simulation".to_owned(), String::new()),
            disk,
            clock: 0,
            request: None,
            is_cut_off: false,
        }
    }

    /// The same machine a second time: one disk, one key, one name.
    pub(crate) fn cloned(&self) -> Self {
        let mut clone = Self::new(self.id.uuid().as_u128(), &self.centre, 0);
        clone.begin_again_from(&self.disk);
        clone
    }

    pub(crate) fn signer(&self) -> Signer {
        Signer::new(&self.secret)
    }

    /// The program was killed, or its disk is another one now.
    pub(crate) fn begin_again_from(&mut self, disk: &Disk) {
        self.disk = disk.clone();
        self.session = Session::new(self.id, "simulation".to_owned(), self.disk.nonce.clone());
        self.request = None;
    }

    pub(crate) fn begin_epoch(&mut self, epoch: u64) {
        self.disk.chains.push(OwnChain::begun(Epoch(epoch)));
    }

    pub(crate) fn standing(&self) -> Standing {
        let current = self.disk.chains.len() - 1;
        let chains = self.disk.chains.iter().enumerate().map(|(place, chain)| Chain {
            head: chain.head(),
            acked_seq: chain.acked_seq,
            is_current: place == current,
            is_set_aside: chain.set_aside.is_some(),
        });
        Standing {
            incarnation: self.disk.incarnation,
            cursor: self.disk.stream.len() as u64,
            chains: chains.collect(),
            places: BTreeMap::new(),
        }
    }

    /// As it stands beside an answer.
    pub(crate) fn standing_for(&self, event: &Event) -> Standing {
        let mut standing = self.standing();
        let Event::Answered(answer) = event else { return standing };
        for acked in &answer.acked {
            let chain = self.disk.chains.iter().find(|chain| chain.epoch == acked.epoch);
            let place = usize::try_from(acked.seq).unwrap().checked_sub(1);
            let text = chain.zip(place).and_then(|(chain, place)| chain.texts.get(place));
            standing.places.extend(text.map(|text| ((acked.epoch, acked.seq), hash(text))));
        }
        standing
    }

    /// Puts the batches into a request.
    pub(crate) fn fill(&self, request: &mut SyncRequest) {
        let (signer, standing) = (self.signer(), self.standing());
        for (behind, first_seq) in standing.behind() {
            let chain = self.disk.chains.iter().find(|chain| chain.epoch == behind.head.epoch).unwrap();
            let waiting = &chain.texts[usize::try_from(first_seq).unwrap() - 1..];
            let txn = |text: &String| {
                serde_json::from_str::<Operation>(text).map_or(TxnId::new(Uuid::nil()), |known| known.txn)
            };
            let count = batch_len(waiting.iter().map(|text| (text.len() * 100, txn(text))));
            let operations = waiting[..count].to_vec();
            let (seq, end) = (first_seq + count as u64 - 1, hash(operations.last().unwrap()));
            let head = SignedHead { station: self.id, epoch: chain.epoch, seq, hash: end };
            let signature = signer.sign_head(&head);
            request.batches.push(Batch { epoch: chain.epoch, first_seq, operations, signature });
        }
    }

    /// Stores what a round brought, in one transaction.
    pub(crate) fn take(&mut self, take: Take, nonce: String) {
        let disk = &mut self.disk;
        if take.is_new_life {
            (disk.stream, disk.records, disk.content) = (Vec::new(), BTreeMap::new(), NOTHING);
        }
        (disk.incarnation, disk.nonce) = (Some(take.incarnation), nonce);
        for chain in &mut disk.chains {
            let acked = take.acked.iter().find(|(epoch, _)| *epoch == chain.epoch);
            chain.acked_seq = acked.map_or(chain.acked_seq, |(_, seq)| *seq);
            let aside = take.set_aside.iter().find(|(epoch, _)| *epoch == chain.epoch);
            chain.set_aside = aside.map_or(chain.set_aside, |(_, reason)| Some(*reason));
        }
        for committed in take.page {
            self.follow(committed);
        }
        assert_eq!(self.disk.stream.len() as u64, take.cursor);
    }

    fn follow(&mut self, committed: Committed) {
        let disk = &mut self.disk;
        if committed.station == self.id {
            disk.bring_back(&committed);
        }
        if let Ok(operation) = serde_json::from_str::<Operation>(&committed.operation) {
            let id = operation.entity;
            let before = disk.records.get(&id).cloned().unwrap_or_default();
            let mut after = before.clone();
            after.apply(&operation, hash(&committed.operation), &committed.verdict);
            disk.content = moved(disk.content, before.content_hash(id), after.content_hash(id));
            if after != before {
                disk.records.insert(id, after);
            }
        }
        disk.stream.push(committed);
    }

    /// What HQ has not decided on yet, in the order it was written.
    pub(crate) fn pending(&self) -> Vec<&String> {
        let decided: BTreeSet<_> = self.disk.stream.iter().map(|committed| &committed.operation).collect();
        let own = self.disk.chains.iter().flat_map(|chain| &chain.texts);
        own.filter(|text| !decided.contains(text)).collect()
    }

    /// A record as it is shown here: what HQ decided, and what waits over it.
    pub(crate) fn shown(&self, id: Uuid) -> Entity {
        let mut entity = self.disk.records.get(&id).cloned().unwrap_or_default();
        for text in self.pending() {
            if let Ok(operation) = serde_json::from_str::<Operation>(text)
                && operation.entity == id
                && operation.centre == self.centre
            {
                preview(&mut entity, &operation, hash(text));
            }
        }
        entity
    }

    /// Appends one operation to the chain, written on what is shown.
    pub(crate) fn append(&mut self, txn: u128, mark: &str, kind: &str, id: Uuid, fields: Vec<(&str, Value)>) {
        let shown = self.shown(id);
        let base = |name: &str| shown.fields.get(name).map(|current| current.set_by).or(shown.created_by);
        let fields = fields.into_iter().map(|(name, value)| Field {
            name: name.to_owned(),
            value,
            base_op: base(name),
        });
        let operation = Operation {
            proto: PROTO,
            centre: self.centre.clone(),
            station: self.id,
            epoch: Epoch(0),
            seq: 0,
            prev_hash: OperationHash::ZERO,
            txn: TxnId::new(Uuid::from_u128(txn)),
            actor: mark.to_owned(),
            at: self.clock,
            base_cursor: self.disk.stream.len() as u64,
            kind: kind.to_owned(),
            kind_version: 1,
            entity: id,
            fields: fields.collect(),
        };
        self.disk.chains.last_mut().unwrap().append(operation);
    }

    /// Puts a text that is no operation there.
    pub(crate) fn append_raw(&mut self, text: String) {
        self.disk.chains.last_mut().unwrap().texts.push(text);
    }

    /// A person looks at the chains that were set aside: what HQ has not taken of them is written again under another epoch,
    /// and what is new under one more.
    pub(crate) fn look(&mut self, chance: &mut Chance) {
        for place in 0..self.disk.chains.len() {
            let Some(reason) = self.disk.chains[place].set_aside.take() else { continue };
            let BatchRefusal::Fork { seq, .. } = reason else { panic!("refused: {reason:?}") };
            let chain = &mut self.disk.chains[place];
            let forked = chain.texts.split_off(usize::try_from(seq).unwrap() - 1);
            chain.acked_seq = chain.acked_seq.min(seq - 1);
            let epoch = epoch_after_fork(chain.epoch, hash(&forked[0]));
            self.disk.write_again(epoch, forked);
            self.begin_epoch(chance.draw());
        }
    }
}

impl Disk {
    /// What was written under an epoch that forked, under the one that follows from it. Some of it may be there already, by a
    /// clone; from where that goes on otherwise, under the next that follows.
    fn write_again(&mut self, mut epoch: Epoch, forked: Vec<String>) {
        let (mut anew, mut written) = (BTreeMap::new(), OwnChain::begun(epoch));
        for text in forked {
            let operation = serde_json::from_str::<Operation>(&text).ok().map(|mut operation| {
                for field in &mut operation.fields {
                    field.base_op = field.base_op.map(|base| *anew.get(&base).unwrap_or(&base));
                }
                operation
            });
            loop {
                match &operation {
                    Some(operation) => anew.insert(hash(&text), written.append(operation.clone())),
                    None => {
                        written.texts.push(text.clone());
                        None
                    }
                };
                let place = written.texts.len() - 1;
                let chain = self.chain(epoch);
                match chain.texts.get(place) {
                    Some(there) if *there != written.texts[place] => {
                        epoch = epoch_after_fork(epoch, hash(&written.texts[place]));
                        written = OwnChain::begun(epoch);
                    }
                    Some(_) => break,
                    None => {
                        chain.texts.push(written.texts[place].clone());
                        break;
                    }
                }
            }
        }
    }

    fn chain(&mut self, epoch: Epoch) -> &mut OwnChain {
        let place = self.chains.iter().position(|chain| chain.epoch == epoch).unwrap_or_else(|| {
            self.chains.push(OwnChain::begun(epoch));
            self.chains.len() - 1
        });
        &mut self.chains[place]
    }

    /// Own operations that a restore lost come back into their chain.
    fn bring_back(&mut self, committed: &Committed) {
        if !self.chains.iter().any(|chain| chain.epoch == committed.epoch) {
            self.chains.insert(0, OwnChain::begun(committed.epoch));
        }
        let chain = self.chain(committed.epoch);
        let head = chain.head();
        // What is no operation names nothing; then only what HQ has of this chain says that it is the same.
        let follows = serde_json::from_str::<Operation>(&committed.operation)
            .map_or(chain.acked_seq == head.seq, |operation| operation.prev_hash == head.hash);
        if head.seq + 1 == committed.seq && follows && chain.set_aside.is_none() {
            chain.texts.push(committed.operation.clone());
            chain.acked_seq = chain.acked_seq.max(committed.seq);
        }
    }
}

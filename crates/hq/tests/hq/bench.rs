//! A station small enough for tests: it writes operations with the domain's own type, signs, and follows the stream with
//! the rules of `sync`.

use crate::both::{Hq, centre};
use nightbench_domain::id::{CentreCode, CustomerId, StationId, TxnId};
use nightbench_domain::operation::{Epoch, Field, Operation, OperationHash, PROTO, Sealed, Value};
use nightbench_domain::rma::{RmaNumber, Series};
use nightbench_hq::round::{prove, round, station_of};
use nightbench_hq::store::Access;
use nightbench_hq::{enrolment, station};
use nightbench_sync::entity::{Entity, moved};
use nightbench_sync::hex::Hex;
use nightbench_sync::sign::{SignedHead, Signer};
use nightbench_sync::wire::{
    self, Batch, Committed, ContentHash, CustomerKey, EnrolRequest, Head, Incarnation, Refusal, SYNC_PATH,
    SyncAnswer, SyncRequest,
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The program it says it is.
pub(crate) const PROGRAM: &str = "bench 1";

/// A station.
pub(crate) struct Bench {
    pub(crate) id: StationId,
    pub(crate) centre: CentreCode,
    pub(crate) signer: Signer,
    pub(crate) epoch: Epoch,
    pub(crate) nonce: String,
    /// Its own operations, from the first; what HQ has not acknowledged is sent.
    pub(crate) chain: Vec<String>,
    pub(crate) acked: u64,
    pub(crate) cursor: u64,
    pub(crate) incarnation: Option<Incarnation>,
    pub(crate) keys: Vec<CustomerKey>,
    /// The state that follows from the stream, and what its own operations were written on.
    pub(crate) records: BTreeMap<Uuid, Entity>,
    pub(crate) content: ContentHash,
    bases: BTreeMap<(Uuid, String), OperationHash>,
    hash: OperationHash,
    number: u128,
    /// The transaction of the next operation.
    pub(crate) txn: u128,
    /// What its clock shows.
    pub(crate) at: i64,
}

/// A text as a value.
pub(crate) fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

impl Bench {
    /// A station that nobody knows.
    pub(crate) fn stranger(number: u128, code: &str) -> Self {
        let mut secret = [3; 32];
        secret[..16].copy_from_slice(&number.to_be_bytes());
        Self {
            id: StationId::new(Uuid::from_u128(number)),
            centre: centre(code),
            signer: Signer::new(&secret),
            epoch: Epoch(number as u64),
            nonce: String::new(),
            chain: Vec::new(),
            acked: 0,
            cursor: 0,
            incarnation: None,
            keys: Vec::new(),
            records: BTreeMap::new(),
            content: Hex([0; 32]),
            bases: BTreeMap::new(),
            hash: OperationHash::ZERO,
            number,
            txn: 0,
            at: 1_772_416_000_000,
        }
    }

    /// A station that enrolled.
    pub(crate) async fn enrolled(hq: &Hq, number: u128, code: &str) -> Self {
        let mut bench = Self::stranger(number, code);
        let issued = enrolment::issue(&*hq.store, &*hq.outside, &bench.centre).await.unwrap();
        let mut tx = hq.store.begin(Access::Write, None).await.unwrap();
        let redeemed = enrolment::redeem(&mut tx, &*hq.outside, &bench.enrol(&issued)).await.unwrap();
        assert_eq!(redeemed, Ok(bench.centre.clone()));
        let known = station::by_id(&mut tx, bench.id).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        bench.nonce = Hex(known.nonce).to_string();
        bench
    }

    /// How it asks to belong to its centre.
    pub(crate) fn enrol(&self, code: &str) -> EnrolRequest {
        EnrolRequest {
            proto: wire::PROTO,
            program: PROGRAM.to_owned(),
            code: code.to_owned(),
            centre: self.centre.clone(),
            station: self.id,
            public_key: self.signer.public_key(),
        }
    }

    /// Writes an operation in a transaction of its own.
    pub(crate) fn write(&mut self, kind: &str, entity: Uuid, fields: &[(&str, Value)]) -> OperationHash {
        self.txn += 1;
        self.write_on(kind, entity, fields)
    }

    /// Writes an operation in the same transaction as the last.
    pub(crate) fn write_on(&mut self, kind: &str, entity: Uuid, fields: &[(&str, Value)]) -> OperationHash {
        let created = self.records.get(&entity).and_then(|record| record.created_by);
        let created = self.bases.get(&(entity, String::new())).copied().or(created);
        let base = |name: &str| {
            let known = self.records.get(&entity).and_then(|record| record.fields.get(name));
            let own = self.bases.get(&(entity, name.to_owned())).copied();
            created.and(own.or(known.map(|known| known.set_by)).or(created))
        };
        let fields = fields.iter().map(|(name, value)| Field {
            name: (*name).to_owned(),
            value: value.clone(),
            base_op: base(name),
        });
        let operation = Operation {
            proto: PROTO,
            centre: self.centre.clone(),
            station: self.id,
            epoch: self.epoch,
            seq: self.chain.len() as u64 + 1,
            prev_hash: self.hash,
            txn: TxnId::new(Uuid::from_u128(self.number << 64 | self.txn)),
            actor: "desk".to_owned(),
            at: self.at,
            base_cursor: self.cursor,
            kind: kind.to_owned(),
            kind_version: 1,
            entity,
            fields: fields.collect(),
        };
        let hash = self.append(String::from_utf8(operation.bytes().unwrap()).unwrap());
        self.bases.entry((entity, String::new())).or_insert(created.unwrap_or(hash));
        if created.is_some() {
            for field in operation.fields {
                self.bases.insert((entity, field.name), hash);
            }
        }
        hash
    }

    /// Appends a text as the next operation, whatever it says.
    pub(crate) fn append(&mut self, text: String) -> OperationHash {
        self.hash = OperationHash::of(text.as_bytes());
        self.chain.push(text);
        self.hash
    }

    /// Changes the operation that was written last, as a fault or a foe would.
    pub(crate) fn distort(&mut self, change: impl FnOnce(&mut serde_json::Value)) {
        let mut json: serde_json::Value = serde_json::from_str(&self.chain.pop().unwrap()).unwrap();
        change(&mut json);
        self.append(json.to_string());
    }

    /// Receives a unit; the work order's id.
    pub(crate) fn receive(&mut self, serial: &str, received_on: &str) -> Uuid {
        let count = self.chain.len() as u32 + 1;
        let id = Uuid::from_u128(self.number << 64 | u128::from(count) << 32 | 0xa);
        let series = Series::from_random(self.number.to_be_bytes());
        let rma = RmaNumber::new(&self.centre, &series, count);
        let fields = [
            ("rma", text(rma.as_str())),
            ("serial", text(serial)),
            ("model", text("NV-640")),
            ("received_on", text(received_on)),
        ];
        self.write("intake.receive", id, &fields);
        id
    }

    /// Moves a work order.
    pub(crate) fn step(&mut self, ticket: Uuid, from: &str, to: &str) -> OperationHash {
        let fields = [("event", text("move")), ("from", text(from)), ("status", text(to))];
        self.write("ticket.transition", ticket, &fields)
    }

    /// A customer's name under a key that travels beside it.
    pub(crate) fn sealed(&mut self, customer: u128) -> Value {
        let customer = CustomerId::new(Uuid::from_u128(customer));
        self.keys.push(CustomerKey { customer, key: Hex([9; 32]) });
        Value::Sealed(Sealed { sealed_for: customer, hex: "00ff".to_owned() })
    }

    /// What it sends next.
    pub(crate) fn request(&self) -> SyncRequest {
        let pending = self.chain.iter().skip(self.acked as usize).take(500).cloned().collect::<Vec<_>>();
        let batches = if pending.is_empty() { Vec::new() } else { vec![self.batch(self.acked + 1, pending)] };
        SyncRequest {
            proto: wire::PROTO,
            program: PROGRAM.to_owned(),
            station: self.id,
            heads: vec![Head { epoch: self.epoch, seq: self.chain.len() as u64, hash: self.hash }],
            incarnation: self.incarnation,
            cursor: self.cursor,
            batches,
            keys: self.keys.clone(),
            pull_max: 500,
        }
    }

    /// A batch of operations as they are given, signed.
    pub(crate) fn batch(&self, first_seq: u64, operations: Vec<String>) -> Batch {
        let hash = OperationHash::of(operations.last().map_or(&b""[..], |text| text.as_bytes()));
        let seq = first_seq.wrapping_add(operations.len() as u64).wrapping_sub(1);
        let head = SignedHead { station: self.id, epoch: self.epoch, seq, hash };
        Batch { epoch: self.epoch, first_seq, operations, signature: self.signer.sign_head(&head) }
    }

    /// Sends a request and believes nothing of the answer but the nonce.
    pub(crate) async fn send(&mut self, hq: &Hq, request: &SyncRequest) -> Result<SyncAnswer, Refusal> {
        let body = serde_json::to_vec(request).unwrap();
        let seal = self.signer.seal(self.id, &self.nonce, "POST", SYNC_PATH, &body);
        let station = station_of(&*hq.store, &seal).await.unwrap()?;
        prove(&station, &seal, "POST", SYNC_PATH, &body)?;
        let answer = round(&*hq.store, &*hq.outside, &station, request).await.unwrap()?;
        self.nonce.clone_from(&answer.nonce);
        Ok(answer)
    }

    /// One round as a station does it.
    pub(crate) async fn round(&mut self, hq: &Hq) -> SyncAnswer {
        let answer = self.send(hq, &self.request()).await.unwrap();
        self.follow(&answer);
        answer
    }

    /// Rounds until there is nothing left to send or to take; the state must then be the one HQ has.
    pub(crate) async fn drain(&mut self, hq: &Hq) {
        loop {
            let answer = self.round(hq).await;
            assert_eq!(answer.refused, []);
            if answer.page.is_empty() && self.acked == self.chain.len() as u64 {
                assert_eq!(answer.content_hash, Some(self.content));
                return;
            }
        }
    }

    /// Takes an answer in.
    pub(crate) fn follow(&mut self, answer: &SyncAnswer) {
        if self.incarnation != Some(answer.incarnation) {
            (self.cursor, self.content) = (0, Hex([0; 32]));
            self.records.clear();
            self.incarnation = Some(answer.incarnation);
        }
        for acked in answer.acked.iter().filter(|acked| acked.epoch == self.epoch) {
            self.acked = acked.seq;
        }
        answer.page.iter().for_each(|committed| self.apply(committed));
    }

    fn apply(&mut self, committed: &Committed) {
        assert_eq!(committed.commit_seq, self.cursor + 1, "the stream has a gap");
        self.cursor = committed.commit_seq;
        let Ok(operation) = serde_json::from_str::<Operation>(&committed.operation) else { return };
        let hash = OperationHash::of(committed.operation.as_bytes());
        let record = self.records.entry(operation.entity).or_default();
        let before = record.content_hash(operation.entity);
        record.apply(&operation, hash, &committed.verdict);
        self.content = moved(self.content, before, record.content_hash(operation.entity));
    }
}

//! The journal of the store: appending operations to this station's chain, reading them back verified. What an
//! operation is, and its bytes, are in `domain::operation`. Appending happens only inside `transact`.

mod verify;

pub(crate) use verify::verify_chains;
pub use verify::{ChainReport, Fault, FaultKind, verify_all};

use crate::error::{Damage, StoreError};
use crate::seal::CustomerKey;
use crate::sql::{all, count, decode, each, integer, one, parse, run};
use crate::transact::{Act, Tx};
use crate::{Source, customer};
use nightbench_domain::id::{CentreCode, CustomerId, StationId};
use nightbench_domain::operation::{Epoch, Field, Operation, OperationHash, PROTO, Sealed, Value};
use nightbench_domain::pii::Pii;
use rusqlite::{Connection, Row, named_params};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A value a use case writes into the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum New {
    /// A value everybody may read.
    Plain(Value),
    /// A personal value; it is sealed under the customer's key before it becomes part of an operation.
    Personal(CustomerId, String),
}

/// A verified entry of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its hash, which is part of its identity.
    pub hash: OperationHash,
    /// What was written.
    pub operation: Operation,
}

/// The end of this station's chain inside a transaction.
pub(crate) struct Head {
    station: StationId,
    centre: CentreCode,
    epoch: Epoch,
    chain: i64,
    base_cursor: u64,
    seq: u64,
    hash: OperationHash,
}

impl Tx<'_> {
    /// Appends one operation to this station's chain. The first operation of an entity creates it and is the
    /// base of all its fields; a later one names, for each field it sets, the operation that set it before.
    ///
    /// # Errors
    /// `NotInitialised` without a station; `Erased` when a personal value is of a customer without a key;
    /// `Operation` in a local transaction or when a field is named twice.
    pub fn append(
        &self,
        kind: &str,
        kind_version: u16,
        entity: Uuid,
        fields: Vec<(&str, New)>,
    ) -> Result<OperationHash, StoreError> {
        let Some(act) = self.act else {
            return Err(StoreError::Operation { reason: "a local transaction has no operations" });
        };
        let mut names = BTreeSet::new();
        if !fields.iter().all(|(name, _)| names.insert(*name)) {
            return Err(StoreError::Operation { reason: "a field is named twice" });
        }
        let created_by = self.created_by(entity)?;
        let fields = fields
            .into_iter()
            .map(|(name, value)| self.field(entity, created_by, name, value))
            .collect::<Result<Vec<_>, _>>()?;
        let mut head = self.head.borrow_mut();
        if head.is_none() {
            *head = Some(self.read_head()?);
        }
        let Some(head) = head.as_mut() else { return Err(StoreError::NotInitialised) };
        let operation = head.next(act, kind, kind_version, entity, fields);
        let bytes = operation.bytes()?;
        let hash = OperationHash::of(&bytes);
        self.store(head.chain, &operation, hash, &bytes, created_by)?;
        (head.seq, head.hash) = (operation.seq, hash);
        Ok(hash)
    }

    /// Writes the entry, the new head of the chain and what the operation is the base of from now on.
    fn store(
        &self,
        chain: i64,
        operation: &Operation,
        hash: OperationHash,
        bytes: &[u8],
        created_by: Option<OperationHash>,
    ) -> Result<(), StoreError> {
        let (seq, entity) = (integer(operation.seq)?, operation.entity.to_string());
        run(
            self.connection,
            include_str!("append.sql"),
            named_params! {":chain": chain, ":seq": seq, ":hash": hash.as_bytes(),
            ":about": about(operation), ":bytes": bytes},
        )?;
        run(
            self.connection,
            include_str!("move_head.sql"),
            named_params! {":chain": chain, ":head_seq": seq, ":head_hash": hash.as_bytes()},
        )?;
        if created_by.is_none() {
            run(
                self.connection,
                include_str!("create_entity.sql"),
                named_params! {":entity": entity, ":created_by": hash.as_bytes()},
            )?;
            return Ok(());
        }
        for field in &operation.fields {
            run(
                self.connection,
                include_str!("set_field.sql"),
                named_params! {":entity": entity, ":field": field.name, ":set_by": hash.as_bytes()},
            )?;
        }
        Ok(())
    }

    /// A field with its value sealed where it must be, and its base.
    fn field(
        &self,
        entity: Uuid,
        created_by: Option<OperationHash>,
        name: &str,
        value: New,
    ) -> Result<Field, StoreError> {
        let value = match value {
            New::Plain(value) => value,
            New::Personal(customer, text) => {
                let key = customer::key(self.connection, customer)?.ok_or(StoreError::Erased)?;
                Value::Sealed(key.seal(customer, entity, name, &text)?)
            }
        };
        let base_op = match created_by {
            None => None,
            Some(created_by) => Some(self.set_by(entity, name)?.unwrap_or(created_by)),
        };
        Ok(Field { name: name.to_owned(), value, base_op })
    }

    /// The operation that created a record, as it is known here.
    pub(crate) fn created_by(&self, entity: Uuid) -> Result<Option<OperationHash>, StoreError> {
        one(
            self.connection,
            include_str!("created_by.sql"),
            named_params! {":entity": entity.to_string()},
            |row| Ok(OperationHash::from_bytes(row.get("created_by")?)),
        )
    }

    /// The operation that set a field last, as it is known here; none since it was created: `None`.
    pub(crate) fn set_by(&self, entity: Uuid, field: &str) -> Result<Option<OperationHash>, StoreError> {
        one(
            self.connection,
            include_str!("set_by.sql"),
            named_params! {":entity": entity.to_string(), ":field": field},
            |row| Ok(OperationHash::from_bytes(row.get("set_by")?)),
        )
    }

    fn read_head(&self) -> Result<Head, StoreError> {
        one(self.connection, include_str!("head.sql"), [], |row| {
            Ok(Head {
                station: parse(row, "station")?,
                centre: decode(row, "centre")?,
                epoch: decode(row, "epoch")?,
                chain: row.get("chain")?,
                base_cursor: count(row, "base_cursor")?,
                seq: count(row, "head_seq")?,
                hash: OperationHash::from_bytes(row.get("head_hash")?),
            })
        })?
        .ok_or(StoreError::NotInitialised)
    }
}

impl Head {
    fn next(
        &self,
        act: Act<'_>,
        kind: &str,
        kind_version: u16,
        entity: Uuid,
        fields: Vec<Field>,
    ) -> Operation {
        Operation {
            proto: PROTO,
            centre: self.centre.clone(),
            station: self.station,
            epoch: self.epoch,
            seq: self.seq + 1,
            prev_hash: self.hash,
            txn: act.txn,
            actor: act.actor.to_owned(),
            at: act.at_ms,
            base_cursor: self.base_cursor,
            kind: kind.to_owned(),
            kind_version,
            entity,
            fields,
        }
    }
}

/// Everything that was done to a ticket and to what belongs to it, or to another entity; oldest first as it
/// arrived here. Each entry and its link to the one before it are verified as they are read.
///
/// # Errors
/// `Damaged` when an entry is not what was written.
pub fn timeline(source: &impl Source, entity: Uuid) -> Result<Vec<Entry>, StoreError> {
    source.read(|connection| {
        all(connection, include_str!("timeline.sql"), named_params! {":about": entity.to_string()}, verified)
    })
}

/// How many operations that somebody caused at this station HQ has not acknowledged: all of them until there is a line to
/// HQ. What setting up the station wrote by itself is not counted; it is sent all the same.
///
/// # Errors
/// When the database cannot be read.
pub fn waiting(source: &impl Source) -> Result<u64, StoreError> {
    source.read(|connection| {
        let sum = one(connection, include_str!("waiting.sql"), [], |row| count(row, "waiting"))?;
        Ok(sum.unwrap_or_default())
    })
}

/// When the newest of the last hundred operations of this station was written, by the clock it had then, milliseconds since
/// 1970 UTC. `None`: nothing was written yet.
///
/// # Errors
/// When the database cannot be read.
pub fn newest_at(source: &impl Source) -> Result<Option<i64>, StoreError> {
    source.read(|connection| {
        Ok(one(connection, include_str!("newest_at.sql"), [], |row| Ok(row.get("newest_at")?))?.flatten())
    })
}

/// Whether an operation is known beyond this station: HQ acknowledged it, or it came from another station.
///
/// # Errors
/// When the database cannot be read.
pub fn is_sent(source: &impl Source, operation: &Operation) -> Result<bool, StoreError> {
    let (station, epoch) = (operation.station.to_string(), String::from(operation.epoch));
    let own = source.read(|connection| {
        one(
            connection,
            include_str!("acked.sql"),
            named_params! {":station": station, ":epoch": epoch},
            |row| count(row, "acked_seq"),
        )
    })?;
    Ok(own.is_none_or(|acked_seq| operation.seq <= acked_seq))
}

/// Opens a sealed value of an operation. `None` when the customer was erased.
///
/// # Errors
/// `Damaged` when the key does not open it.
pub fn unseal(
    source: &impl Source,
    operation: &Operation,
    field: &str,
    sealed: &Sealed,
) -> Result<Option<Pii<String>>, StoreError> {
    let key: Option<CustomerKey> = source.read(|connection| customer::key(connection, sealed.sealed_for))?;
    key.map(|key| key.open(operation.entity, field, sealed).map(Pii::new)).transpose()
}

/// Finds the base of every field anew from the journal, after a salvage.
pub(crate) fn rebuild_bases(connection: &Connection) -> Result<(), StoreError> {
    run(connection, include_str!("forget_entities.sql"), [])?;
    run(connection, include_str!("forget_fields.sql"), [])?;
    each(connection, include_str!("arrivals.sql"), [], |row| {
        let (hash, bytes): ([u8; 32], Vec<u8>) = (row.get("hash")?, row.get("bytes")?);
        // An entry that cannot be read is reported by `verify_all`; here it is the base of nothing.
        let Ok(operation) = serde_json::from_slice::<Operation>(&bytes) else { return Ok(()) };
        let entity = operation.entity.to_string();
        let is_first = run(
            connection,
            include_str!("create_entity.sql"),
            named_params! {":entity": entity, ":created_by": hash},
        )? == 1;
        for field in operation.fields.iter().filter(|_| !is_first) {
            run(
                connection,
                include_str!("set_field.sql"),
                named_params! {":entity": entity, ":field": field.name, ":set_by": hash},
            )?;
        }
        Ok(())
    })
}

/// The record whose timeline shows an operation: the ticket, the parcel or the enquiry it belongs to, else its own entity.
pub(crate) fn about(operation: &Operation) -> String {
    let owner = operation.fields.iter().find_map(|field| match (field.name.as_str(), &field.value) {
        ("ticket" | "of_consignment" | "of_enquiry", Value::Text(id)) => id.parse::<Uuid>().ok(),
        _ => None,
    });
    owner.unwrap_or(operation.entity).to_string()
}

/// Reads one row of timeline.sql and checks everything about it.
fn verified(row: &Row<'_>) -> Result<Entry, StoreError> {
    const BROKEN: StoreError = StoreError::Damaged { what: Damage::Journal };
    let bytes: Vec<u8> = row.get("bytes")?;
    let hash = OperationHash::from_bytes(row.get("hash")?);
    let previous: Option<[u8; 32]> = row.get("previous_hash")?;
    let previous = previous.map_or(OperationHash::ZERO, OperationHash::from_bytes);
    let operation: Operation = serde_json::from_slice(&bytes).map_err(|_| BROKEN)?;
    let (station, epoch): (StationId, Epoch) = (parse(row, "station")?, decode(row, "epoch")?);
    let fits = OperationHash::of(&bytes) == hash
        && operation.prev_hash == previous
        && operation.seq == count(row, "seq")?
        && operation.station == station
        && operation.epoch == epoch;
    if fits { Ok(Entry { hash, operation }) } else { Err(BROKEN) }
}

impl From<Value> for New {
    fn from(value: Value) -> Self {
        Self::Plain(value)
    }
}

impl From<&str> for New {
    fn from(text: &str) -> Self {
        Self::Plain(Value::Text(text.to_owned()))
    }
}

impl From<String> for New {
    fn from(text: String) -> Self {
        Self::Plain(Value::Text(text))
    }
}

impl From<Option<String>> for New {
    fn from(text: Option<String>) -> Self {
        Self::Plain(text.map_or(Value::Null, Value::Text))
    }
}

impl From<bool> for New {
    fn from(is: bool) -> Self {
        Self::Plain(Value::Bool(is))
    }
}

impl From<Option<bool>> for New {
    fn from(is: Option<bool>) -> Self {
        Self::Plain(is.map_or(Value::Null, Value::Bool))
    }
}

impl From<i64> for New {
    fn from(number: i64) -> Self {
        Self::Plain(Value::Integer(number))
    }
}

impl New {
    /// Whether it says nothing: what a first operation leaves out.
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::Plain(Value::Null) => true,
            Self::Plain(Value::Text(text)) => text.is_empty(),
            Self::Plain(Value::List(items)) => items.is_empty(),
            Self::Plain(Value::Map(fields)) => fields.is_empty(),
            Self::Plain(Value::Bool(_) | Value::Integer(_) | Value::Sealed(_)) | Self::Personal(..) => false,
        }
    }

    /// JSON as a value of the journal: floats are refused, because they do not survive a round trip.
    ///
    /// # Errors
    /// `Operation` when the JSON holds a number that is no 64-bit integer.
    pub fn json(json: &serde_json::Value) -> Result<Self, StoreError> {
        fn value(json: &serde_json::Value) -> Option<Value> {
            Some(match json {
                serde_json::Value::Null => Value::Null,
                serde_json::Value::Bool(is) => Value::Bool(*is),
                serde_json::Value::Number(number) => Value::Integer(number.as_i64()?),
                serde_json::Value::String(text) => Value::Text(text.clone()),
                serde_json::Value::Array(items) => {
                    Value::List(items.iter().map(value).collect::<Option<_>>()?)
                }
                serde_json::Value::Object(fields) => Value::Map(
                    fields
                        .iter()
                        .map(|(name, json)| Some((name.clone(), value(json)?)))
                        .collect::<Option<_>>()?,
                ),
            })
        }
        value(json).map(Self::Plain).ok_or(StoreError::Operation { reason: "a number is no 64-bit integer" })
    }
}

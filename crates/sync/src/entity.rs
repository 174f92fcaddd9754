//! The merged state of one record: what each of its fields says, which operation said it, and what else was said beside it
//! and waits for a person. It is moved only by verdicts, in the order of HQ's commits, so every end that follows the same
//! stream holds the same state. No rule stands here; the rules are in `merge`.

use crate::hex::Hex;
use crate::quarantine::status;
use crate::wire::{ContentHash, Contest, Verdict};
use nightbench_domain::operation::{Field, Operation, OperationHash, Value};
use nightbench_domain::ticket::Status;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The field that says how far a work order is.
pub const STATUS: &str = "status";
/// The kind of operation by which a person settles what is contested: it sets the fields to what holds from now on, and
/// names in [`SETTLES`] the operations whose values are thereby answered.
pub const SETTLE: &str = "conflict.settle";
/// Hashes of the operations that are settled, as texts.
pub const SETTLES: &str = "settles";
/// The kind of operation that opens a work order.
const RECEIVE: &str = "intake.receive";
const SERIAL: &str = "serial";

/// The merged state of one record; the default is a record nobody has written yet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// The operation that created it: the base of every field that was not set since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_by: Option<OperationHash>,
    /// Its fields by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, Current>,
    /// Of a work order: every status it was in, in order; the last is the one it is in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passed: Vec<Status>,
}

/// What a field says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Current {
    /// The value that holds.
    pub value: Value,
    /// The operation that set it.
    pub set_by: OperationHash,
    /// What that operation was written on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<OperationHash>,
    /// Concurrent operations that said the same: who writes on one of them writes on the current value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<OperationHash>,
    /// What was said beside it and waits for a person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rivals: Vec<Rival>,
}

/// A value that does not hold until a person decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rival {
    /// The operation that said it; who and when stand there.
    pub operation: OperationHash,
    /// What it said.
    pub value: Value,
    /// Why it does not hold.
    pub how: Contest,
}

impl Entity {
    /// Moves the record by an operation as HQ decided.
    pub fn apply(&mut self, operation: &Operation, hash: OperationHash, verdict: &Verdict) {
        let (contested, late) = match verdict {
            Verdict::Accepted => (&[][..], &[][..]),
            Verdict::Merged { late } => (&[][..], late.as_slice()),
            Verdict::Conflict { fields, late } => (fields.as_slice(), late.as_slice()),
            Verdict::Quarantined { .. } => return,
        };
        if self.created_by.is_none() && operation.fields.iter().all(|field| field.base_op.is_none()) {
            self.created_by = Some(hash);
        }
        if operation.kind == RECEIVE && !self.passed.contains(&Status::ToBeDiagnosed) {
            self.passed.insert(0, Status::ToBeDiagnosed);
        }
        let settled = settled(operation);
        for field in operation.fields.iter().filter(|field| field.name != SETTLES) {
            let how = contested.iter().find(|contested| contested.field == field.name);
            let how = how.map(|contested| contested.how);
            if late.contains(&field.name) {
                self.pass_over(field, hash);
            } else if how.is_none_or(|how| how == Contest::Duplicate) {
                self.set(field, hash);
            }
            let Some(current) = self.fields.get_mut(&field.name) else { continue };
            // Who goes on from their own losing value asks one question, the newest.
            current.rivals.retain(|rival| Some(rival.operation) != field.base_op);
            match how {
                Some(how) => {
                    current.rivals.push(Rival { operation: hash, value: field.value.clone(), how });
                }
                None => current.rivals.retain(|rival| !settled.contains(&rival.operation)),
            }
        }
    }

    /// The serial of a work order that is open, as far as is known here: no other may be open with it.
    #[must_use]
    pub fn open_serial(&self) -> Option<&str> {
        let is_open = self.passed.last().is_some_and(|status| status.is_open());
        match self.fields.get(SERIAL).map(|current| &current.value) {
            Some(Value::Text(serial)) if is_open => Some(serial),
            Some(_) | None => None,
        }
    }

    /// What waits for a person, by field.
    pub fn contested(&self) -> impl Iterator<Item = (&str, &Rival)> {
        let fields = self.fields.iter();
        fields.flat_map(|(name, current)| current.rivals.iter().map(|rival| (name.as_str(), rival)))
    }

    /// A hash of the record, zeros while nobody has written it. The hash of all records is these, each one put in and
    /// taken out by [`moved`], in any order.
    #[must_use]
    pub fn content_hash(&self, id: Uuid) -> ContentHash {
        let mut hasher = blake3::Hasher::new();
        hasher.update(id.as_bytes());
        match serde_json::to_writer(&mut hasher, self) {
            Ok(()) if *self != Self::default() => Hex(*hasher.finalize().as_bytes()),
            // Only what refuses to be JSON at all, which no state does.
            Ok(()) | Err(_) => Hex([0; 32]),
        }
    }

    fn set(&mut self, field: &Field, hash: OperationHash) {
        if field.name == STATUS {
            self.passed.extend(status(&field.value));
        }
        let (mut value, mut rivals) = (field.value.clone(), Vec::new());
        if let Some(before) = self.fields.remove(&field.name) {
            if let (Some(set), Some(change)) = (Change::of(&before.value), Change::of(&field.value)) {
                value = set.and(change);
            }
            rivals = before.rivals;
        }
        let current = Current { value, set_by: hash, base: field.base_op, also: Vec::new(), rivals };
        self.fields.insert(field.name.clone(), current);
    }

    /// A late value changes nothing; one that says the same is as good a base as the one that holds.
    fn pass_over(&mut self, field: &Field, hash: OperationHash) {
        let Some(current) = self.fields.get_mut(&field.name) else { return };
        if current.value == field.value {
            current.also.push(hash);
        }
    }
}

/// The hash of all records after one of them moved.
#[must_use]
pub fn moved(content: ContentHash, before: ContentHash, after: ContentHash) -> ContentHash {
    let mut sum = content;
    for (byte, (before, after)) in sum.0.iter_mut().zip(before.0.iter().zip(&after.0)) {
        *byte ^= before ^ after;
    }
    sum
}

/// A set that several write into: items by id that were added, and ids that were removed. The ids are drawn once and never
/// again, so what was removed is exactly what its remover saw, and adding never undoes it.
pub(crate) struct Change<'a> {
    added: &'a BTreeMap<String, Value>,
    removed: &'a [Value],
}

impl<'a> Change<'a> {
    /// The value as a set, when it has that form: a map of `added`, a map by id, and `removed`, a list of ids.
    pub(crate) fn of(value: &'a Value) -> Option<Self> {
        let Value::Map(parts) = value else { return None };
        match (parts.len(), parts.get("added"), parts.get("removed")) {
            (2, Some(Value::Map(added)), Some(Value::List(removed))) => Some(Self { added, removed }),
            _other => None,
        }
    }

    fn and(&self, next: Change<'_>) -> Value {
        let mut removed = self.removed.to_vec();
        removed.extend(next.removed.iter().filter(|id| !self.removed.contains(id)).cloned());
        let is_there = |id: &str| !removed.iter().any(|gone| matches!(gone, Value::Text(gone) if gone == id));
        let added = self.added.iter().chain(next.added).filter(|(id, _)| is_there(id));
        let added = added.map(|(id, item)| (id.clone(), item.clone())).collect();
        removed.sort_by_key(|id| serde_json::to_string(id).unwrap_or_default());
        Value::Map(
            [("added".to_owned(), Value::Map(added)), ("removed".to_owned(), Value::List(removed))].into(),
        )
    }
}

fn settled(operation: &Operation) -> Vec<OperationHash> {
    if operation.kind != SETTLE {
        return Vec::new();
    }
    let named = operation.fields.iter().find(|field| field.name == SETTLES);
    let Some(Value::List(items)) = named.map(|field| &field.value) else { return Vec::new() };
    let hashes = items.iter().filter_map(|item| match item {
        Value::Text(hash) => OperationHash::try_from(hash.clone()).ok(),
        Value::Null
        | Value::Bool(_)
        | Value::Integer(_)
        | Value::Sealed(_)
        | Value::List(_)
        | Value::Map(_) => None,
    });
    hashes.collect()
}

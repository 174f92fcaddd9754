//! An operation beside what its record holds after it, as the tables are written from it.

use crate::customer;
use crate::error::StoreError;
use crate::seal::CustomerKey;
use crate::ticket::Cycle;
use nightbench_domain::id::CustomerId;
use nightbench_domain::operation::{Operation, OperationHash, Value};
use rusqlite::Connection;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// What a field of a record holds after an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Its value.
    pub value: Value,
    /// The operation that set it.
    pub set_by: OperationHash,
    /// The operation that had set it before; `None`: nobody had.
    pub was_set_by: Option<OperationHash>,
}

/// An operation of HQ's stream, with what its record holds after it.
pub struct Followed<'a> {
    /// What was written.
    pub operation: &'a Operation,
    /// Its hash.
    pub hash: OperationHash,
    /// The operation that created the record, as HQ has it.
    pub created_by: OperationHash,
    /// Every field of the record.
    pub fields: &'a BTreeMap<String, Held>,
    /// Keys by which its personal values are read, where they are not here.
    pub keys: &'a BTreeMap<CustomerId, [u8; 32]>,
    /// The dates of the cycle; of an operation that sets the received date or the calendar.
    pub cycle: Option<&'a Cycle>,
    /// Whether it could not be shown before.
    pub(super) is_again: bool,
    opened: BTreeMap<String, String>,
}

impl<'a> Followed<'a> {
    /// An operation and what its record holds after it.
    #[must_use]
    pub const fn new(
        operation: &'a Operation,
        hash: OperationHash,
        created_by: OperationHash,
        fields: &'a BTreeMap<String, Held>,
        keys: &'a BTreeMap<CustomerId, [u8; 32]>,
        cycle: Option<&'a Cycle>,
    ) -> Self {
        Self { operation, hash, created_by, fields, keys, cycle, is_again: false, opened: BTreeMap::new() }
    }

    /// The same, tried again later: only what it set and nothing has set since is shown.
    #[must_use]
    pub fn again(self) -> Self {
        Self { is_again: true, ..self }
    }

    pub(super) fn value(&self, field: &str) -> Option<&Value> {
        self.fields.get(field).map(|held| &held.value).filter(|value| **value != Value::Null)
    }

    /// A field that is a text, read where it was sealed; empty for any other.
    pub(super) fn text(&self, field: &str) -> String {
        match self.value(field) {
            Some(Value::Text(text)) => text.clone(),
            Some(Value::Sealed(_)) => self.opened.get(field).cloned().unwrap_or_default(),
            _ => String::new(),
        }
    }

    pub(super) fn code<T: DeserializeOwned>(&self, field: &str) -> Result<T, StoreError> {
        let text = serde_json::Value::String(self.text(field));
        serde_json::from_value(text).map_err(|_| self.unreadable())
    }

    /// What the operation itself says, whatever holds.
    pub(super) fn remark(&self, field: &str) -> String {
        let named = self.operation.fields.iter().find(|named| named.name == field);
        match named.map(|named| &named.value) {
            Some(Value::Text(text)) => text.clone(),
            Some(Value::Sealed(_)) => self.opened.get(field).cloned().unwrap_or_default(),
            _ => String::new(),
        }
    }

    pub(super) fn id(&self) -> String {
        self.operation.entity.to_string()
    }

    pub(super) fn names(&self, field: &str) -> bool {
        self.operation.fields.iter().any(|named| named.name == field)
    }

    #[expect(clippy::unused_self, reason = "it is the record that cannot be read")]
    pub(super) const fn unreadable(&self) -> StoreError {
        StoreError::Operation { reason: "a field does not say what its kind of operation says" }
    }

    /// Reads what is sealed for this station too.
    pub(super) fn open(&mut self, connection: &Connection) -> Result<(), StoreError> {
        let mut opened = BTreeMap::new();
        let own = self.operation.fields.iter().map(|field| (&field.name, &field.value));
        let held = self.fields.iter().map(|(name, held)| (name, &held.value));
        for (name, value) in own.chain(held) {
            let Value::Sealed(sealed) = value else { continue };
            let key = match customer::key(connection, sealed.sealed_for)? {
                Some(key) => Some(key),
                None => self.keys.get(&sealed.sealed_for).copied().map(CustomerKey),
            };
            if let Some(key) = key {
                opened.insert(name.clone(), key.open(self.operation.entity, name, sealed)?);
            }
        }
        self.opened = opened;
        Ok(())
    }
}

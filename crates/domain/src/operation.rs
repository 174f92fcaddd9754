//! The operation: one entry of a station's journal. Every write appends operations; the journal is what
//! sync sends, what undo reads and what the audit shows.
//!
//! Operations form one chain per station and epoch: each holds the hash of the one before it, and its
//! identity is (station, epoch, seq, hash). The bytes are fixed once, here, and stored as they are, so a
//! program that does not know a kind still keeps and forwards it.

use crate::id::{CentreCode, CustomerId, StationId, TxnId};
use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

/// The version of the envelope this program writes.
pub const PROTO: u16 = 1;

/// A BLAKE3 hash of an operation's bytes, 32 bytes, written as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OperationHash([u8; 32]);

/// The text is not 64 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an operation hash is 64 hexadecimal digits")]
pub struct OperationHashError;

/// One entry of the journal. Field order is the byte order; it never changes within a `proto`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Operation {
    /// Version of this envelope.
    pub proto: u16,
    /// The centre that wrote it.
    pub centre: CentreCode,
    /// The installation that wrote it.
    pub station: StationId,
    /// The random epoch of the station's chain, 16 hexadecimal digits; new after a restore or a clone.
    pub epoch: Epoch,
    /// Place in the chain of this epoch: 1, 2, 3, without gaps.
    pub seq: u64,
    /// Hash of the operation at `seq - 1`, all zeros at 1.
    pub prev_hash: OperationHash,
    /// The transaction that appended it.
    pub txn: TxnId,
    /// Who did it, by user name or program; never a customer.
    pub actor: String,
    /// The station's clock, milliseconds since 1970 UTC. For people; nothing is ordered by it.
    pub at: i64,
    /// How far the station had pulled from HQ when it wrote this.
    pub base_cursor: u64,
    /// What happened, `noun.verb`.
    pub kind: String,
    /// Version of the meaning of `fields` for this kind.
    pub kind_version: u16,
    /// The record it happened to.
    pub entity: Uuid,
    /// The fields it sets.
    pub fields: Vec<Field>,
}

/// One field an operation sets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// The field's name.
    pub name: String,
    /// Its new value.
    pub value: Value,
    /// The operation that set the value which was replaced; absent when there was none. Merging compares
    /// this with the current one: equal applies, anything else was concurrent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_op: Option<OperationHash>,
}

/// A value in the journal: integers, text and lists of them; no floats, which do not survive a round trip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// Cleared, or never known.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number: counts, minor units of money, milliseconds.
    Integer(i64),
    /// Text; also dates, codes and decimal numbers.
    Text(String),
    /// A personal value under its customer's key.
    Sealed(Sealed),
    /// Several values.
    List(Vec<Value>),
    /// Named values, in alphabetical order.
    Map(std::collections::BTreeMap<String, Value>),
}

/// A personal value that only the holder of the customer's key can read. Destroying the key erases the
/// value and leaves the chain whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sealed {
    /// Whose key.
    pub sealed_for: CustomerId,
    /// Nonce and ciphertext, hexadecimal.
    pub hex: String,
}

/// The random name of one run of a station's chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Epoch(pub u64);

/// The text is not 16 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an epoch is 16 hexadecimal digits")]
pub struct EpochError;

impl Operation {
    /// The bytes that are hashed, stored and sent: compact JSON in declared order.
    ///
    /// # Errors
    /// None in practice: every value of an operation has a JSON form.
    pub fn bytes(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(self)
    }
}

impl OperationHash {
    /// What stands before the first operation of a chain.
    pub const ZERO: Self = Self([0; 32]);

    /// The hash of an operation's bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }

    /// The bare bytes, for storage.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Takes stored bytes back.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

impl TryFrom<String> for OperationHash {
    type Error = OperationHashError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        blake3::Hash::from_hex(text).map(|hash| Self(*hash.as_bytes())).map_err(|_| OperationHashError)
    }
}

impl From<OperationHash> for String {
    fn from(hash: OperationHash) -> Self {
        hash.to_string()
    }
}

impl fmt::Display for OperationHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(blake3::Hash::from_bytes(self.0).to_hex().as_str())
    }
}

impl fmt::Debug for OperationHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl TryFrom<String> for Epoch {
    type Error = EpochError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        if text.len() != 16 {
            return Err(EpochError);
        }
        u64::from_str_radix(&text, 16).map(Self).map_err(|_| EpochError)
    }
}

impl From<Epoch> for String {
    fn from(epoch: Epoch) -> Self {
        format!("{:016x}", epoch.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Epoch, Field, Operation, OperationHash, PROTO, Sealed, Value};
    use crate::id::{CentreCode, CustomerId, StationId, TxnId};
    use uuid::Uuid;

    fn operation() -> Operation {
        Operation {
            proto: PROTO,
            centre: CentreCode::parse("CD01").unwrap(),
            station: StationId::new(Uuid::from_u128(1)),
            epoch: Epoch(0xfeed),
            seq: 1,
            prev_hash: OperationHash::ZERO,
            txn: TxnId::new(Uuid::from_u128(2)),
            actor: "desk".to_owned(),
            at: 1_795_338_000_000,
            base_cursor: 0,
            kind: "intake.receive".to_owned(),
            kind_version: 1,
            entity: Uuid::from_u128(3),
            fields: vec![
                Field { name: "model".into(), value: Value::Text("NV-640".into()), base_op: None },
                Field {
                    name: "customer_name".into(),
                    value: Value::Sealed(Sealed {
                        sealed_for: CustomerId::new(Uuid::from_u128(4)),
                        hex: "00ff".into(),
                    }),
                    base_op: Some(OperationHash::of(b"before")),
                },
                Field { name: "paper_form".into(), value: Value::Null, base_op: None },
            ],
        }
    }

    /// A promise to strangers: these bytes are what HQ and other stations read. They change only with `PROTO`.
    #[test]
    fn the_bytes_of_an_operation_are_frozen() {
        let bytes = operation().bytes().unwrap();
        assert_eq!(
            String::from_utf8(bytes.clone()).unwrap(),
            include_str!("../tests/operation.golden.json").trim_end()
        );
        assert_eq!(serde_json::from_slice::<Operation>(&bytes).unwrap(), operation());
    }
}

//! The messages between a station and HQ: JSON over HTTP, one endpoint per act. Readers are tolerant: a field they do not
//! know is passed over, an operation they do not know is kept as it is. An operation travels as the text it was written
//! as, so that its hash holds. Nothing here decides anything.
//!
//! A round is one request: the station says where it stands, brings what it has and takes what there is. It is answered
//! with 200, or with 409 and the same body when a batch was refused; every other refusal is a [`Refusal`] in place of the
//! answer. Both come as [`CONTENT_TYPE`]: anything else was not written by HQ.

use crate::hex::Hex;
use crate::sign::{PublicKey, Signature};
use nightbench_domain::id::{CentreCode, CustomerId, StationId};
use nightbench_domain::operation::{Epoch, OperationHash};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The version of the messages that this program speaks.
pub const PROTO: u16 = 1;
/// The oldest version that it understands.
pub const OLDEST_PROTO: u16 = 1;
/// Where a station enrols: POST, [`EnrolRequest`] to [`EnrolAnswer`]. Not sealed: the code is the proof.
pub const ENROL_PATH: &str = "/v1/enrol";
/// Where a station syncs: POST, [`SyncRequest`] to [`SyncAnswer`], sealed.
pub const SYNC_PATH: &str = "/v1/sync";
/// The content type of every message. A captive portal answers 200 with something else.
pub const CONTENT_TYPE: &str = "application/vnd.nightbench+json";
/// At most so many operations in one batch, and in one page.
pub const BATCH_MAX: usize = 500;
/// At most so many bytes of operations in one batch, unless a single one is larger.
pub const BATCH_MAX_BYTES: usize = 1 << 20;

/// A station asks to belong to a centre.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolRequest {
    /// [`PROTO`].
    pub proto: u16,
    /// The program and its version, as in `nightbench 0.1.0`.
    pub program: String,
    /// The one-time code; HQ knows by it which centre.
    pub code: String,
    /// Which centre the station is set up as. Where the code is of another, nothing is bound and the code stays good.
    pub centre: CentreCode,
    /// The installation.
    pub station: StationId,
    /// By which its requests and chains are verified from now on.
    pub public_key: PublicKey,
}

/// The station belongs to a centre from now on. The same request again gets the same answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolAnswer {
    /// The version of this answer.
    pub proto: u16,
    /// The centre that the code was bound to.
    pub centre: CentreCode,
    /// Which life of HQ's database.
    pub incarnation: Incarnation,
    /// By which what HQ signs is verified.
    pub server_key: PublicKey,
    /// For the next request.
    pub nonce: String,
    /// HQ's clock, milliseconds since 1970 UTC. For people.
    pub server_time: i64,
}

/// The random name of one life of HQ's database; another one after it was restored from a backup. A cursor means nothing
/// in another life.
pub type Incarnation = Hex<8>;
/// A hash of the merged state: equal at both ends, or one of them is wrong.
pub type ContentHash = Hex<32>;

/// One round: where the station stands, what it brings, what it takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyncRequest {
    /// [`PROTO`].
    pub proto: u16,
    /// The program and its version.
    pub program: String,
    /// Who asks; the one that sealed the request.
    pub station: StationId,
    /// The ends of its own chains: the one it writes now, and every other that HQ may lack something of. HQ looks at each
    /// for a fork ([`crate::chain::acked`]).
    pub heads: Vec<Head>,
    /// Which life of HQ the cursor belongs to. Absent: it never pulled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incarnation: Option<Incarnation>,
    /// The last `commit_seq` it has stored; 0 = none.
    pub cursor: u64,
    /// What it brings: for each chain the operations after the last that HQ acknowledged.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub batches: Vec<Batch>,
    /// Keys of the customers whose values stand sealed in the batches, where HQ may lack them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<CustomerKey>,
    /// At most so many operations in the page; 0 = none.
    pub pull_max: u32,
}

/// The end of a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Which chain.
    pub epoch: Epoch,
    /// Place of its last operation; 0 = none yet.
    pub seq: u64,
    /// Hash of its last operation; zeros = none yet.
    pub hash: OperationHash,
}

/// Operations of one chain that follow each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Batch {
    /// Which chain of the station.
    pub epoch: Epoch,
    /// Place of the first of the operations.
    pub first_seq: u64,
    /// Their texts as written.
    pub operations: Vec<String>,
    /// Over the last of them, see [`crate::sign::SignedHead`].
    pub signature: Signature,
}

/// The key that unseals a customer's values in operations. It travels beside them and is in no journal, so that erasing
/// a customer is destroying the key.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerKey {
    /// Whose.
    pub customer: CustomerId,
    /// The secret.
    pub key: Hex<32>,
}

impl fmt::Debug for CustomerKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CustomerKey").field("customer", &self.customer).finish_non_exhaustive()
    }
}

/// What became of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyncAnswer {
    /// The version of this answer.
    pub proto: u16,
    /// Which life of HQ's database. When it is not the one of the request, the page starts at the beginning.
    pub incarnation: Incarnation,
    /// HQ's clock, milliseconds since 1970 UTC. For people.
    pub server_time: i64,
    /// For the next request.
    pub nonce: String,
    /// How far HQ has each chain that the request named in `heads` or `batches`. It falls back when HQ was restored.
    pub acked: Vec<Acked>,
    /// One for each operation of the batches that HQ has, in the order they were sent; a repeated one gets the one it had.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub verdicts: Vec<Judged>,
    /// Batches that could not be taken, and why. The others were.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refused: Vec<RefusedBatch>,
    /// What the centre's stream holds after the cursor, in its order, the station's own operations included.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub page: Vec<Committed>,
    /// Keys of the customers whose values stand sealed in the page; of an erased customer there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<CustomerKey>,
    /// The last `commit_seq` of the centre's stream.
    pub head: u64,
    /// Of the state after `head`, when the page reaches it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_hash: Option<ContentHash>,
}

/// How far HQ has a chain, durably. Where the end that the station named is another than HQ has at that place, only what
/// was brought with this request, so that the station brings it again until it is seen where the two part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acked {
    /// Which chain.
    pub epoch: Epoch,
    /// Place of the last operation HQ has; 0 = none.
    pub seq: u64,
    /// Its hash, by which the station sees whether it is its own; zeros for none.
    pub hash: OperationHash,
}

/// What HQ decided on one operation that was brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judged {
    /// Which chain.
    pub epoch: Epoch,
    /// Which operation of it.
    pub seq: u64,
    /// Its hash.
    pub hash: OperationHash,
    /// The decision.
    pub verdict: Verdict,
}

/// One operation of the centre's stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Committed {
    /// Its place in the stream: dense, in the order of commits.
    pub commit_seq: u64,
    /// Who wrote it, as authenticated.
    pub station: StationId,
    /// In which chain.
    pub epoch: Epoch,
    /// Where in it.
    pub seq: u64,
    /// What HQ decided.
    pub verdict: Verdict,
    /// Its text as written.
    pub operation: String,
}

/// What HQ decided on an operation, once, when it committed it. Stations follow it and decide nothing anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Verdict {
    /// It was written on what was current: all of it applies.
    Accepted,
    /// It was concurrent with something, and nothing was lost by it: all of it applies, but for what came late.
    Merged {
        /// Fields that something later has already passed: they stand in the history only.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        late: Vec<String>,
    },
    /// Some fields wait for a person to decide; the others apply.
    Conflict {
        /// Those fields, never none.
        fields: Vec<Contested>,
        /// Fields that something later has already passed.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        late: Vec<String>,
    },
    /// Nothing of it applies; it is kept as it is and shown.
    Quarantined {
        /// Why.
        reason: Quarantine,
    },
}

/// A field that waits for a person. Its value does not hold until then, but for a duplicate's.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Contested {
    /// Its name in the operation.
    pub field: String,
    /// Why it is contested.
    pub how: Contest,
}

/// Why a field is contested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Contest {
    /// Another value was accepted first: it stays, and the inbox offers to swap.
    Later,
    /// Evidence that never merges by itself: both stay until a person decides.
    Evidence,
    /// The work order went another way: it cannot close until an adjudicator decides.
    Branch,
    /// The serial has another open work order: it applies all the same, and a person says whether the two are one.
    Duplicate,
}

/// Why nothing of an operation applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quarantine {
    /// Its text is no operation that this version of HQ can read.
    Unreadable,
    /// It claims to be of another centre than the station's.
    ForeignCentre,
    /// It sets a field in a form that the field cannot have.
    BadValue,
    /// Another operation of its transaction is quarantined.
    Transaction,
}

/// A batch that could not be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedBatch {
    /// Of which chain.
    pub epoch: Epoch,
    /// Why.
    pub reason: BatchRefusal,
}

/// Why a batch could not be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum BatchRefusal {
    /// There is a gap: HQ goes on at this place.
    Expect {
        /// The place HQ waits for.
        seq: u64,
    },
    /// HQ has another operation at this place of the same chain: two machines wrote it, or one was set back.
    Fork {
        /// The place.
        seq: u64,
        /// The hash of what HQ has there.
        hash: OperationHash,
    },
    /// The operations do not follow each other, or say another station, chain or place than the batch.
    Broken {
        /// The first bad place.
        seq: u64,
    },
    /// The signature does not fit the last operation.
    Signature,
    /// More than [`BATCH_MAX`] operations or [`BATCH_MAX_BYTES`] bytes, or none.
    Size,
    /// A reason that this program is too old to know.
    #[serde(other)]
    Unknown,
}

/// What HQ says in place of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Refusal {
    /// 401: the nonce is not one that HQ gave this station, or was used. Nothing else is wrong: ask again with this one.
    Nonce {
        /// For the next request.
        nonce: String,
    },
    /// 401: the seal does not fit, or names another station than the message.
    Seal,
    /// 403: HQ does not know the station, or does not any more.
    Station,
    /// 403: the one-time code is wrong, used or over.
    Code,
    /// 403: the one-time code is of another centre than the station. It stays good.
    Centre,
    /// 400: the message cannot be read.
    Message,
    /// 426: the program is too old or too new.
    Proto {
        /// The oldest version that HQ understands.
        oldest: u16,
        /// The newest.
        newest: u16,
    },
    /// 413: the message is too large.
    Size,
    /// 503: not now.
    Busy {
        /// Ask again after so many seconds.
        retry_after_s: u32,
    },
    /// 500: HQ failed, and said nothing more.
    Failed,
    /// A code that this program is too old to know.
    #[serde(other)]
    Unknown,
}

impl Refusal {
    /// The HTTP status it is sent with.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self {
            Self::Message => 400,
            Self::Nonce { .. } | Self::Seal => 401,
            Self::Station | Self::Code | Self::Centre => 403,
            Self::Size => 413,
            Self::Proto { .. } => 426,
            Self::Failed | Self::Unknown => 500,
            Self::Busy { .. } => 503,
        }
    }
}

impl SyncAnswer {
    /// The HTTP status it is sent with.
    #[must_use]
    pub fn status(&self) -> u16 {
        if self.refused.is_empty() { 200 } else { 409 }
    }
}

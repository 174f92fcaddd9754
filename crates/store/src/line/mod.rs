//! This station's line to HQ: where it is, how far each side has what the other wrote, the state of each record as HQ's
//! stream leaves it. What is decided is decided elsewhere; here it is kept, in one transaction with the cursor. Not the
//! journal (journal/), which is what travels.

mod twin;

pub use twin::{Rewritten, fork, forks, rebase, rewrite};

use crate::Source;
use crate::error::{Damage, StoreError};
use crate::journal::about;
use crate::sql::{all, count, decode, integer, one, run};
use crate::transact::Tx;
use nightbench_domain::id::StationId;
use nightbench_domain::operation::{Epoch, Operation, OperationHash};
use rusqlite::named_params;
use uuid::Uuid;

/// Where HQ is, and how this station proves itself to it.
#[derive(Clone, PartialEq, Eq)]
pub struct Line {
    /// HQ's address, as in `https://hq.example`.
    pub url: String,
    /// By which what HQ signs is verified.
    pub server_key: [u8; 32],
    /// By which this station signs. Secret.
    pub secret_key: [u8; 32],
    /// HQ gave it for the next request.
    pub nonce: String,
    /// The life of HQ's database that the cursor belongs to; `None`: never pulled.
    pub incarnation: Option<[u8; 8]>,
    /// The last place of HQ's stream that is stored.
    pub cursor: u64,
    /// Hash over the state of all records.
    pub content: [u8; 32],
    /// When the last round succeeded, milliseconds UTC; `None`: none yet.
    pub synced_at: Option<i64>,
}

/// A chain of this station.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnChain {
    /// Its local name.
    pub id: i64,
    /// Its epoch.
    pub epoch: Epoch,
    /// Place of its last operation; 0 = none.
    pub head_seq: u64,
    /// Hash of its last operation.
    pub head_hash: OperationHash,
    /// Place of the last operation HQ has.
    pub acked_seq: u64,
    /// Whether it is the one that is written now.
    pub is_current: bool,
    /// Why HQ refuses it, as JSON; `None`: it is sent.
    pub set_aside: Option<String>,
}

/// Where a round left the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advance<'a> {
    /// For the next request.
    pub nonce: &'a str,
    /// The life of HQ's database.
    pub incarnation: [u8; 8],
    /// The last place of HQ's stream that is stored.
    pub cursor: u64,
    /// Hash over the state of all records.
    pub content: [u8; 32],
    /// When, milliseconds UTC.
    pub at_ms: i64,
}

/// What HQ decided against, and what it lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Operations of which a person must decide something.
    pub conflicts: u64,
    /// Operations of which nothing applies.
    pub quarantined: u64,
    /// Operations of this station that HQ has not acknowledged.
    pub waiting: u64,
}

/// The line; `None` when the station has not been enrolled.
///
/// # Errors
/// When the database cannot be read.
pub fn get(source: &impl Source) -> Result<Option<Line>, StoreError> {
    source.read(|connection| {
        one(connection, include_str!("get.sql"), [], |row| {
            Ok(Line {
                url: row.get("url")?,
                server_key: row.get("server_key")?,
                secret_key: row.get("secret_key")?,
                nonce: row.get("nonce")?,
                incarnation: row.get("incarnation")?,
                cursor: count(row, "cursor")?,
                content: row.get("content")?,
                synced_at: row.get("synced_at")?,
            })
        })
    })
}

/// Whether the station has a line to HQ.
///
/// # Errors
/// When the database cannot be read.
pub fn is_enrolled(source: &impl Source) -> Result<bool, StoreError> {
    source.read(|connection| Ok(one(connection, include_str!("is_enrolled.sql"), [], |_| Ok(()))?.is_some()))
}

/// Enrols the station, or gives an enrolled one a new key. What was taken and acknowledged before stays.
///
/// # Errors
/// When the database refuses.
pub fn enrol(tx: &Tx<'_>, line: &Line, at_ms: i64) -> Result<(), StoreError> {
    run(
        tx.connection,
        include_str!("enrol.sql"),
        named_params! {":url": line.url, ":server_key": line.server_key, ":secret_key": line.secret_key,
        ":nonce": line.nonce, ":content": line.content, ":enrolled_at": at_ms},
    )?;
    Ok(())
}

/// Keeps the nonce of a refusal for the next request.
///
/// # Errors
/// When the database refuses.
pub fn set_nonce(tx: &Tx<'_>, nonce: &str) -> Result<(), StoreError> {
    run(tx.connection, include_str!("set_nonce.sql"), named_params! {":nonce": nonce})?;
    Ok(())
}

/// Moves the line to where a round left it.
///
/// # Errors
/// When the database refuses.
pub fn advance(tx: &Tx<'_>, to: &Advance<'_>) -> Result<(), StoreError> {
    let cursor = integer(to.cursor)?;
    run(
        tx.connection,
        include_str!("advance.sql"),
        named_params! {":nonce": to.nonce, ":incarnation": to.incarnation, ":cursor": cursor, ":content": to.content, ":synced_at": to.at_ms},
    )?;
    Ok(())
}

/// The hash of the operation at a place of a chain; `None` where there is none.
///
/// # Errors
/// When the database cannot be read.
pub fn hash_at(source: &impl Source, chain: i64, seq: u64) -> Result<Option<OperationHash>, StoreError> {
    let seq = integer(seq)?;
    source.read(|connection| {
        one(connection, include_str!("hash_at.sql"), named_params! {":chain": chain, ":seq": seq}, |row| {
            Ok(OperationHash::from_bytes(row.get("hash")?))
        })
    })
}

/// Every chain this station ever wrote, the oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn chains(source: &impl Source) -> Result<Vec<OwnChain>, StoreError> {
    source.read(|connection| {
        all(connection, include_str!("chains.sql"), [], |row| {
            Ok(OwnChain {
                id: row.get("id")?,
                epoch: decode(row, "epoch")?,
                head_seq: count(row, "head_seq")?,
                head_hash: OperationHash::from_bytes(row.get("head_hash")?),
                acked_seq: count(row, "acked_seq")?,
                is_current: row.get("is_current")?,
                set_aside: row.get("set_aside")?,
            })
        })
    })
}

/// The texts of operations of a chain from a place on, as they were written.
///
/// # Errors
/// `Damaged` when one is no text.
pub fn batch(source: &impl Source, chain: i64, first_seq: u64, rows: u32) -> Result<Vec<String>, StoreError> {
    let first_seq = integer(first_seq)?;
    source.read(|connection| {
        let params = named_params! {":chain": chain, ":first_seq": first_seq, ":rows": rows};
        all(connection, include_str!("batch.sql"), params, |row| {
            String::from_utf8(row.get("bytes")?).map_err(|_| StoreError::Damaged { what: Damage::Journal })
        })
    })
}

/// HQ has the chain up to a place; it falls back when HQ was restored.
///
/// # Errors
/// When the database refuses.
pub fn acknowledge(tx: &Tx<'_>, chain: i64, seq: u64) -> Result<(), StoreError> {
    let seq = integer(seq)?;
    run(tx.connection, include_str!("acknowledge.sql"), named_params! {":chain": chain, ":seq": seq})?;
    Ok(())
}

/// HQ refuses a chain; `reason` is JSON.
///
/// # Errors
/// When the database refuses.
pub fn set_aside(tx: &Tx<'_>, chain: i64, reason: &str) -> Result<(), StoreError> {
    run(tx.connection, include_str!("set_aside.sql"), named_params! {":chain": chain, ":reason": reason})?;
    Ok(())
}

/// An operation as it stands in HQ's stream, whether or not this program can read it.
#[derive(Debug, Clone, Copy)]
pub struct Taken<'a> {
    /// Who wrote it.
    pub station: StationId,
    /// In which chain.
    pub epoch: Epoch,
    /// Where in it.
    pub seq: u64,
    /// Its text as written.
    pub text: &'a str,
    /// What it says; `None`: this program cannot read it.
    pub operation: Option<&'a Operation>,
}

/// Where an operation of HQ's stream is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Took {
    /// The local name of its chain.
    pub chain: i64,
    /// Whether it was not here.
    pub is_new: bool,
}

/// Stores an operation of HQ's stream as it was written, where it is not here yet.
///
/// # Errors
/// `Damaged` when it does not follow what is here of its chain, or another one stands in its place.
pub fn take(tx: &Tx<'_>, taken: &Taken<'_>, at_ms: i64) -> Result<Took, StoreError> {
    const BROKEN: StoreError = StoreError::Damaged { what: Damage::Journal };
    let end = match end_of(tx, taken.station, taken.epoch)? {
        Some(end) => end,
        None => begin(tx, taken.station, taken.epoch, at_ms, "foreign")?,
    };
    let (chain, seq) = (end.chain, integer(taken.seq)?);
    let hash = OperationHash::of(taken.text.as_bytes());
    let about = taken.operation.map_or_else(|| Uuid::nil().to_string(), about);
    let entry = named_params! {":chain": chain, ":seq": seq, ":hash": hash.as_bytes(), ":about": about,
    ":bytes": taken.text.as_bytes()};
    if end.forked_at.is_some_and(|forked_at| forked_at <= taken.seq) {
        if run(tx.connection, include_str!("take_twin.sql"), entry)? == 1 {
            return Ok(Took { chain, is_new: true });
        }
        let params = named_params! {":chain": chain, ":seq": seq};
        let here = one(tx.connection, include_str!("twin_at.sql"), params, |row| Ok(row.get("hash")?))?;
        return if here == Some(*hash.as_bytes()) { Ok(Took { chain, is_new: false }) } else { Err(BROKEN) };
    }
    if taken.seq <= end.seq {
        let here = hash_at(tx, chain, taken.seq)?;
        return if here == Some(hash) { Ok(Took { chain, is_new: false }) } else { Err(BROKEN) };
    }
    let follows = taken.operation.is_none_or(|operation| operation.prev_hash == end.hash);
    if taken.seq != end.seq + 1 || !follows {
        return Err(BROKEN);
    }
    run(tx.connection, include_str!("../journal/append.sql"), entry)?;
    let params = named_params! {":chain": chain, ":head_seq": seq, ":head_hash": hash.as_bytes()};
    run(tx.connection, include_str!("../journal/move_head.sql"), params)?;
    Ok(Took { chain, is_new: true })
}

/// Where a chain ends here.
struct End {
    chain: i64,
    seq: u64,
    hash: OperationHash,
    forked_at: Option<u64>,
}

fn end_of(tx: &Tx<'_>, station: StationId, epoch: Epoch) -> Result<Option<End>, StoreError> {
    let params = named_params! {":station": station.to_string(), ":epoch": String::from(epoch)};
    one(tx.connection, include_str!("chain_of.sql"), params, |row| {
        let forked_at: Option<i64> = row.get("forked_at")?;
        Ok(End {
            chain: row.get("id")?,
            seq: count(row, "head_seq")?,
            hash: OperationHash::from_bytes(row.get("head_hash")?),
            forked_at: forked_at.and_then(|seq| u64::try_from(seq).ok()),
        })
    })
}

fn begin(tx: &Tx<'_>, station: StationId, epoch: Epoch, at_ms: i64, reason: &str) -> Result<End, StoreError> {
    let (station, epoch, hash) = (station.to_string(), String::from(epoch), OperationHash::ZERO);
    let params = named_params! {":station": station, ":epoch": epoch, ":zero": hash.as_bytes(),
    ":began_at": at_ms, ":reason": reason};
    let chain = one(tx.connection, include_str!("begin_chain.sql"), params, |row| Ok(row.get("id")?))?;
    chain.map(|chain| End { chain, seq: 0, hash, forked_at: None }).ok_or(StoreError::NotInitialised)
}

/// The state of a record as HQ's stream leaves it, as JSON; `None`: HQ's stream has not touched it.
///
/// # Errors
/// When the database cannot be read.
pub fn merged(source: &impl Source, entity: Uuid) -> Result<Option<String>, StoreError> {
    let entity = entity.to_string();
    source.read(|connection| {
        one(connection, include_str!("merged.sql"), named_params! {":entity": entity}, |row| {
            Ok(row.get("state")?)
        })
    })
}

/// Keeps the state of a record.
///
/// # Errors
/// When the database refuses.
pub fn merge(tx: &Tx<'_>, entity: Uuid, state: &str) -> Result<(), StoreError> {
    let params = named_params! {":entity": entity.to_string(), ":state": state};
    run(tx.connection, include_str!("merge.sql"), params)?;
    Ok(())
}

/// Keeps what HQ decided on an operation; `verdict` is JSON.
///
/// # Errors
/// When the database refuses.
pub fn rule(tx: &Tx<'_>, chain: i64, seq: u64, entity: Uuid, verdict: &str) -> Result<(), StoreError> {
    let params = named_params! {":chain": chain, ":seq": integer(seq)?, ":entity": entity.to_string(), ":verdict": verdict};
    run(tx.connection, include_str!("rule.sql"), params)?;
    Ok(())
}

/// Forgets what HQ's stream made of the records, and where it was taken up to: it is taken from the beginning. The journal
/// keeps every operation.
///
/// # Errors
/// When the database refuses.
pub fn forget(tx: &Tx<'_>) -> Result<(), StoreError> {
    run(tx.connection, include_str!("forget_merged.sql"), [])?;
    run(tx.connection, include_str!("forget_rulings.sql"), [])?;
    run(tx.connection, include_str!("begin_again.sql"), [])?;
    Ok(())
}

/// How much waits, for HQ and for people.
///
/// # Errors
/// When the database cannot be read.
pub fn counts(source: &impl Source) -> Result<Counts, StoreError> {
    source.read(|connection| {
        let waiting = one(connection, include_str!("waiting.sql"), [], |row| count(row, "waiting"))?;
        let decided = one(connection, include_str!("counts.sql"), [], |row| {
            Ok((count(row, "conflicts")?, count(row, "quarantined")?))
        })?;
        let (conflicts, quarantined) = decided.unwrap_or_default();
        Ok(Counts { conflicts, quarantined, waiting: waiting.unwrap_or_default() })
    })
}

/// How far the operations about a record have travelled: whether HQ lacks one, and whether a person must look at one.
///
/// # Errors
/// When the database cannot be read.
pub fn of_record(source: &impl Source, entity: Uuid) -> Result<(bool, bool), StoreError> {
    let entity = entity.to_string();
    source.read(|connection| {
        let found =
            one(connection, include_str!("of_record.sql"), named_params! {":entity": entity}, |row| {
                Ok((row.get("is_waiting")?, row.get("is_held")?))
            })?;
        Ok(found.unwrap_or_default())
    })
}

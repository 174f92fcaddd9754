//! The line to HQ: enrolling this station, and one round of sync. The conduct of the line is `nightbench_sync::session`, what
//! a record becomes is its `entity`; here both are given the store, the keys and the network.

mod fork;
mod stream;

use crate::commands::Written;
use crate::error::{AppError, LineProblem};
use crate::station::App;
use crate::transport::Reply;
use crate::user;
use nightbench_domain::id::{CustomerId, StationId};
use nightbench_domain::operation::{Operation, OperationHash, Sealed, Value};
use nightbench_store::line::{self as store, Line, OwnChain};
use nightbench_store::{Changes, customer, station};
use nightbench_sync::hex::Hex;
use nightbench_sync::session::{Action, Chain, Event, LineFailure, Session, Standing, Trouble};
use nightbench_sync::sign::{NONCE_HEADER, SIGNATURE_HEADER, STATION_HEADER, SignedHead, Signer};
use nightbench_sync::wire::{
    BATCH_MAX, BATCH_MAX_BYTES, Batch, CONTENT_TYPE, CustomerKey, ENROL_PATH, EnrolAnswer, EnrolRequest,
    Head, PROTO, Refusal, SYNC_PATH, SyncAnswer, SyncRequest,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use ts_rs::TS;

/// How this program names itself to HQ.
const PROGRAM: &str = concat!("nightbench ", env!("CARGO_PKG_VERSION"));

/// The request of `line_enrol`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EnrolLine {
    /// HQ's address, as in `https://hq.example`; without TLS only on this machine.
    pub url: String,
    /// The one-time code that HQ gave for this centre.
    pub code: String,
}

/// How the line stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LineStanding {
    /// HQ's address; absent while the station is not enrolled.
    pub url: Option<String>,
    /// When the last round succeeded, milliseconds UTC; absent: none yet.
    #[ts(type = "number | null")]
    pub synced_at: Option<i64>,
    /// Operations of this station that HQ has not acknowledged.
    #[ts(type = "number")]
    pub pending: u64,
    /// Operations of which a person must decide something.
    #[ts(type = "number")]
    pub conflicts: u64,
    /// Operations of which nothing applies.
    #[ts(type = "number")]
    pub quarantined: u64,
    /// How often HQ had another machine's operations under this station's name: a disk was copied or set back. Nothing was
    /// lost; one of the two machines should be set up anew.
    #[ts(type = "number")]
    pub forks: u64,
}

/// What one full round did, and what is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, TS)]
pub struct Round {
    /// Operations of this station that HQ acknowledged in it.
    #[ts(type = "number")]
    pub pushed: u64,
    /// Operations that came from HQ and were not here.
    #[ts(type = "number")]
    pub pulled: u64,
    /// Operations of which a person must decide something, in all.
    #[ts(type = "number")]
    pub conflicts: u64,
    /// Operations of which nothing applies, in all.
    #[ts(type = "number")]
    pub quarantined: u64,
    /// Operations of this station that HQ has not acknowledged.
    #[ts(type = "number")]
    pub pending: u64,
}

pub(crate) fn get(app: &App, (): ()) -> Result<LineStanding, AppError> {
    let line = store::get(&app.store)?;
    let counts = store::counts(&app.store)?;
    Ok(LineStanding {
        synced_at: line.as_ref().and_then(|line| line.synced_at),
        url: line.map(|line| line.url),
        pending: counts.waiting,
        conflicts: counts.conflicts,
        quarantined: counts.quarantined,
        forks: store::forks(&app.store)?,
    })
}

pub(crate) fn enrol(app: &App, request: EnrolLine) -> Result<Written<LineStanding>, AppError> {
    let url = address(&request.url).ok_or(LineProblem::Address)?;
    // The first line is opened by the code alone; to lead one elsewhere is a manager's to say.
    if store::is_enrolled(&app.store)? {
        user::refuse_unless_managing(app)?;
    }
    let station = station::station(&app.store)?.ok_or(AppError::NotInitialised)?;
    let mut secret_key = [0; 32];
    app.ports.ids.fill(&mut secret_key);
    let signer = Signer::new(&secret_key);
    let message = EnrolRequest {
        proto: PROTO,
        program: PROGRAM.to_owned(),
        code: request.code.trim().to_owned(),
        centre: station.centre.clone(),
        station: station.id,
        public_key: signer.public_key(),
    };
    let body = serde_json::to_vec(&message).map_err(AppError::BadRequest)?;
    let headers = [("content-type", CONTENT_TYPE.to_owned())];
    let reply = app.ports.transport.post(&format!("{url}{ENROL_PATH}"), &headers, &body);
    let answer: EnrolAnswer = read(reply.map_err(|_| LineProblem::Unreachable)?)?.map_err(refused)?;
    let line = Line {
        url,
        server_key: answer.server_key.0,
        secret_key,
        nonce: answer.nonce,
        incarnation: None,
        cursor: 0,
        content: [0; 32],
        synced_at: None,
    };
    let written = app.write_local(|tx| Ok(store::enrol(tx, &line, app.now_ms())?))?;
    Ok(Written { value: get(app, ())?, changes: written.changes })
}

/// One full round: everything that waits here is brought, everything that waits there is taken, as far as the line holds.
pub(crate) fn sync(app: &App, (): ()) -> Result<Written<Round>, AppError> {
    let line = store::get(&app.store)?.ok_or(LineProblem::NotEnrolled)?;
    let station = station::station(&app.store)?.ok_or(AppError::NotInitialised)?;
    let (signer, before) = (Signer::new(&line.secret_key), store::counts(&app.store)?);
    let mut session = Session::new(station.id, PROGRAM.to_owned(), line.nonce.clone());
    let mut round = Round::default();
    let (mut trouble, mut given, mut is_parted) = (None, line.nonce.clone(), false);
    let mut changes = Changes::new();
    let mut events = VecDeque::from([Event::Asked]);
    while let Some(event) = events.pop_front() {
        match &event {
            Event::Failed(LineFailure::Unreachable) => trouble = Some(LineProblem::Unreachable),
            Event::Answered(answer) => given.clone_from(&answer.nonce),
            Event::Refused(Refusal::Nonce { nonce }) => {
                changes.extend(app.write_local(|tx| Ok(store::set_nonce(tx, nonce)?))?.changes);
            }
            Event::Refused(Refusal::Busy { .. } | Refusal::Failed) => trouble = Some(LineProblem::Refused),
            _ => {}
        }
        let standing = standing(app, &event)?;
        for action in session.on(event, &standing) {
            match action {
                Action::Send { request, nonce } => {
                    events.push_back(send(app, &line.url, &signer, request, &nonce)?);
                }
                Action::Store(take) => {
                    let (pulled, content, written) = stream::keep(app, station.id, &take, &given)?;
                    round.pulled += pulled;
                    changes.extend(written);
                    events.push_back(Event::Stored(content));
                }
                // Nothing is lost by it, and the line goes on at once.
                Action::Report(Trouble::Fork(epoch, seq)) => {
                    changes.extend(fork::write_again(app, epoch, seq)?);
                    is_parted = true;
                }
                Action::Report(Trouble::SetBack(_)) => {
                    changes.extend(fork::part(app)?);
                    is_parted = true;
                }
                Action::Report(reported) => trouble = problem(reported).or(trouble),
                Action::Rebuild => changes.extend(app.write_local(|tx| Ok(store::forget(tx)?))?.changes),
                // One round is what was asked for, and what is written again belongs to it.
                Action::Wait { .. } => events.extend(std::mem::take(&mut is_parted).then_some(Event::Due)),
            }
        }
    }
    if let Some(trouble) = trouble {
        return Err(trouble.into());
    }
    let after = store::counts(&app.store)?;
    round.pushed = before.waiting.saturating_sub(after.waiting);
    (round.conflicts, round.quarantined, round.pending) = (after.conflicts, after.quarantined, after.waiting);
    Ok(Written { value: round, changes })
}

/// An address of HQ without its last slash. What is not encrypted stays on this machine.
fn address(text: &str) -> Option<String> {
    let url = text.trim().trim_end_matches('/');
    let host = url.strip_prefix("http://").map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    let is_here = host.is_some_and(|host| {
        let name = host.rsplit_once(':').map_or(host, |(name, _port)| name);
        matches!(name, "127.0.0.1" | "localhost" | "[::1]")
    });
    let is_sealed = url.strip_prefix("https://").is_some_and(|rest| !rest.is_empty());
    (is_sealed || is_here).then(|| url.to_owned())
}

/// How the store stands, as the session asks for it.
fn standing(app: &App, event: &Event) -> Result<Standing, AppError> {
    let line = store::get(&app.store)?.ok_or(LineProblem::NotEnrolled)?;
    let chain = |chain: OwnChain| Chain {
        head: Head { epoch: chain.epoch, seq: chain.head_seq, hash: chain.head_hash },
        acked_seq: chain.acked_seq,
        is_current: chain.is_current,
        is_set_aside: chain.set_aside.is_some(),
    };
    let chains = store::chains(&app.store)?;
    let mut places = BTreeMap::new();
    if let Event::Answered(answer) = event {
        for acked in &answer.acked {
            let Some(own) = chains.iter().find(|chain| chain.epoch == acked.epoch) else { continue };
            let hash = store::hash_at(&app.store, own.id, acked.seq)?;
            places.extend(hash.map(|hash| ((acked.epoch, acked.seq), hash)));
        }
    }
    Ok(Standing {
        incarnation: line.incarnation.map(Hex),
        cursor: line.cursor,
        chains: chains.into_iter().map(chain).collect(),
        places,
    })
}

/// Sends a request with what waits, and says what came of it.
fn send(
    app: &App,
    url: &str,
    signer: &Signer,
    mut request: SyncRequest,
    nonce: &str,
) -> Result<Event, AppError> {
    let mut customers = BTreeSet::new();
    for chain in store::chains(&app.store)? {
        if chain.set_aside.is_none() && chain.acked_seq < chain.head_seq {
            request.batches.push(batch(app, request.station, signer, &chain, &mut customers)?);
        }
    }
    for customer in customers {
        if let Some(key) = customer::secret(&app.store, customer)? {
            request.keys.push(CustomerKey { customer, key: Hex(key) });
        }
    }
    let body = serde_json::to_vec(&request).map_err(AppError::BadRequest)?;
    let seal = signer.seal(request.station, nonce, "POST", SYNC_PATH, &body);
    let headers = [
        ("content-type", CONTENT_TYPE.to_owned()),
        (STATION_HEADER, seal.station.to_string()),
        (NONCE_HEADER, seal.nonce),
        (SIGNATURE_HEADER, String::from(seal.signature)),
    ];
    let Ok(reply) = app.ports.transport.post(&format!("{url}{SYNC_PATH}"), &headers, &body) else {
        return Ok(Event::Failed(LineFailure::Unreachable));
    };
    Ok(match read::<SyncAnswer>(reply) {
        Ok(Ok(answer)) => Event::Answered(answer),
        Ok(Err(refusal)) => Event::Refused(refusal),
        Err(_) => Event::Failed(LineFailure::NotHq),
    })
}

/// The next operations of a chain that HQ lacks, and whose values stand sealed in them.
fn batch(
    app: &App,
    station: StationId,
    signer: &Signer,
    chain: &OwnChain,
    customers: &mut BTreeSet<CustomerId>,
) -> Result<Batch, AppError> {
    let first_seq = chain.acked_seq + 1;
    let rows = u32::try_from(BATCH_MAX).unwrap_or(u32::MAX);
    let mut operations = store::batch(&app.store, chain.id, first_seq, rows)?;
    let mut size_bytes = 0;
    let fitting = operations.iter().take_while(|text| {
        size_bytes += text.len();
        size_bytes <= BATCH_MAX_BYTES
    });
    // A single one that is larger goes alone.
    let fitting = fitting.count().max(1);
    operations.truncate(fitting);
    let last =
        operations.last().map(|text| OperationHash::of(text.as_bytes())).unwrap_or(OperationHash::ZERO);
    for text in &operations {
        let operation: Operation = serde_json::from_str(text).map_err(AppError::BadRequest)?;
        operation.fields.iter().for_each(|field| sealed_for(&field.value, customers));
    }
    let seq = chain.acked_seq + operations.len() as u64;
    let signature = signer.sign_head(&SignedHead { station, epoch: chain.epoch, seq, hash: last });
    Ok(Batch { epoch: chain.epoch, first_seq, operations, signature })
}

fn sealed_for(value: &Value, customers: &mut BTreeSet<CustomerId>) {
    match value {
        Value::Sealed(Sealed { sealed_for, .. }) => {
            customers.insert(*sealed_for);
        }
        Value::List(items) => items.iter().for_each(|item| self::sealed_for(item, customers)),
        Value::Map(items) => items.values().for_each(|item| self::sealed_for(item, customers)),
        Value::Null | Value::Bool(_) | Value::Integer(_) | Value::Text(_) => {}
    }
}

pub(crate) fn json(value: &impl Serialize) -> Result<String, AppError> {
    serde_json::to_string(value).map_err(AppError::BadRequest)
}

/// Reads an answer or a refusal of HQ.
fn read<T: DeserializeOwned>(reply: Reply) -> Result<Result<T, Refusal>, LineProblem> {
    let is_ours = reply.content_type.split(';').next().is_some_and(|kind| kind.trim() == CONTENT_TYPE);
    if !is_ours {
        return Err(LineProblem::NotHq);
    }
    let read = |body| serde_json::from_slice(body).map_err(|_| LineProblem::NotHq);
    match reply.status {
        200 | 409 => read(&reply.body).map(Ok),
        _ => serde_json::from_slice(&reply.body).map(Err).map_err(|_| LineProblem::NotHq),
    }
}

fn refused(refusal: Refusal) -> LineProblem {
    match refusal {
        Refusal::Code => LineProblem::Code,
        Refusal::Centre => LineProblem::Centre,
        Refusal::Station | Refusal::Seal | Refusal::Nonce { .. } => LineProblem::Station,
        Refusal::Proto { .. } => LineProblem::Version,
        Refusal::Message | Refusal::Size | Refusal::Busy { .. } | Refusal::Failed | Refusal::Unknown => {
            LineProblem::Refused
        }
    }
}

/// What a person is told; `None` where the next round mends it by itself.
fn problem(trouble: Trouble) -> Option<LineProblem> {
    match trouble {
        Trouble::Chain(_) => Some(LineProblem::Fork),
        Trouble::Fork(..) | Trouble::SetBack(_) | Trouble::Content | Trouble::Stalled => None,
        Trouble::NotHq => Some(LineProblem::NotHq),
        Trouble::Station | Trouble::Seal => Some(LineProblem::Station),
        Trouble::Proto => Some(LineProblem::Version),
        Trouble::Message => Some(LineProblem::Refused),
    }
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn an_address_without_tls_is_taken_on_this_machine_only() {
        for good in ["https://hq.example", "http://127.0.0.1:8080/", "http://localhost", "http://[::1]:80"] {
            assert!(address(good).is_some(), "{good}");
        }
        for bad in
            ["http://hq.example", "http://127.0.0.1.example", "https://", "hq.example", "ftp://localhost", ""]
        {
            assert_eq!(address(bad), None, "{bad}");
        }
        assert_eq!(address(" https://hq.example/ ").as_deref(), Some("https://hq.example"));
    }
}

//! The server: the endpoints of the protocol, and what whoever runs it asks of it. It decides nothing; it bounds what a
//! request may cost, before and after it is known who asks.

mod listen;
mod lists;
mod metrics;
mod quota;
mod seal;
mod tls;

pub use listen::listen;

use crate::error::HqError;
use crate::outside::Outside;
use crate::round;
use crate::store::{Access, Store};
use crate::{enrolment, server, station, stream};
use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::State;
use axum::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use chrono::{DateTime, Utc};
use metrics::Metrics;
use nightbench_sync::hex::Hex;
use nightbench_sync::wire::{
    self, ENROL_PATH, EnrolAnswer, EnrolRequest, OLDEST_PROTO, PROTO, Refusal, SYNC_PATH, SyncAnswer,
    SyncRequest,
};
use quota::Quota;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io::Read;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::timeout;

/// The largest body, as it is sent; and what it may unpack to.
const BODY_MAX_BYTES: usize = 4 << 20;
const MESSAGE_MAX_BYTES: usize = 16 << 20;
/// The largest body of somebody who is not known yet.
const ENROL_MAX_BYTES: usize = 4 << 10;
/// How long a body may take to come.
const BODY_PATIENCE: Duration = Duration::from_secs(60);
/// How many bodies of stations are in memory at once; others are told to come back.
const RECEIVING: usize = 128;
/// The same of those who are not known yet.
const ENROLLING: usize = 16;
const RETRY_AFTER_S: u32 = 5;
/// Answers below this are sent as they are.
const WORTH_PACKING_BYTES: usize = 1 << 10;

/// Where and how to serve.
#[derive(Debug, Clone)]
pub struct Listen {
    /// Host and port; port 0 takes a free one.
    pub address: String,
    /// Certificate chain and key, PEM; without them only this machine is served.
    pub tls: Option<(PathBuf, PathBuf)>,
}

/// What the endpoints work with.
struct Hq {
    store: Arc<dyn Store>,
    outside: Arc<dyn Outside>,
    metrics: Metrics,
    station_quota: Quota,
    enrol_quota: Quota,
    reader_quota: Quota,
    receiving: Semaphore,
    enrolling: Semaphore,
}

impl Hq {
    /// How long ago that was; nothing where the clock was set back meanwhile.
    fn since(&self, begun: DateTime<Utc>) -> Duration {
        (self.outside.now() - begun).to_std().unwrap_or_default()
    }
}

/// Why a message gets no answer of its own.
enum Stop {
    /// A closed code of the protocol.
    Refused(Refusal),
    /// Headquarters itself.
    Failed(HqError),
}

/// The endpoints.
pub fn router(store: Arc<dyn Store>, outside: Arc<dyn Outside>) -> Router {
    let hq = Hq {
        store,
        outside,
        metrics: Metrics::default(),
        // A station that sends a backlog of weeks needs some ten rounds a second at most for some seconds.
        station_quota: Quota::per_minute(600),
        enrol_quota: Quota::per_minute(60),
        reader_quota: Quota::per_minute(600),
        receiving: Semaphore::new(RECEIVING),
        enrolling: Semaphore::new(ENROLLING),
    };
    Router::new()
        .route(ENROL_PATH, post(enrol))
        .route(SYNC_PATH, post(sync))
        .merge(lists::routes())
        .route("/livez", get(|| async { "ok\n" }))
        .route("/readyz", get(ready))
        .route("/metrics", get(measure))
        .with_state(Arc::new(hq))
}

async fn ready(State(hq): State<Arc<Hq>>) -> Response {
    match ask(&hq).await {
        Ok(()) => "ok\n".into_response(),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
    }
}

async fn ask(hq: &Hq) -> Result<(), HqError> {
    let mut tx = hq.store.begin(Access::Read, None).await?;
    tx.all(include_str!("serve/ready.sql"), Vec::new()).await?;
    tx.commit().await
}

async fn measure(State(hq): State<Arc<Hq>>) -> String {
    hq.metrics.text()
}

async fn enrol(State(hq): State<Arc<Hq>>, headers: HeaderMap, body: Body) -> Response {
    let outcome = async {
        let _place = hq.enrolling.try_acquire().map_err(|_| busy())?;
        if !hq.enrol_quota.allows("", hq.outside.now()) {
            return Err(busy());
        }
        let bytes = receive(body, ENROL_MAX_BYTES).await?;
        let request: EnrolRequest = read(&headers, &bytes)?;
        answer_enrol(&hq, request).await
    };
    let begun = hq.outside.now();
    let response = respond(&headers, outcome.await, |_: &EnrolAnswer| 200);
    hq.metrics.request(ENROL_PATH, response.status(), hq.since(begun));
    tracing::info!(path = ENROL_PATH, status = response.status().as_u16());
    response
}

async fn answer_enrol(hq: &Hq, request: EnrolRequest) -> Result<EnrolAnswer, Stop> {
    let outside = &*hq.outside;
    if !(OLDEST_PROTO..=PROTO).contains(&request.proto) {
        return Err(Refusal::Proto { oldest: OLDEST_PROTO, newest: PROTO }.into());
    }
    let mut tx = hq.store.begin(Access::Write, None).await?;
    let centre = match enrolment::redeem(&mut tx, outside, &request).await? {
        Ok(centre) => centre,
        Err(enrolment::Refusal::BadCode) => return Err(Refusal::Code.into()),
        Err(enrolment::Refusal::OtherCentre) => return Err(Refusal::Centre.into()),
    };
    let server_key = server::signer(&mut tx, outside).await?.public_key();
    let known = station::by_id(&mut tx, request.station).await?;
    let nonce = known.ok_or(HqError::Damaged("a station"))?.nonce;
    tx.commit().await?;
    let mut tx = hq.store.begin(Access::Read, Some(&centre)).await?;
    let incarnation = stream::at(&mut tx, &centre).await?.incarnation;
    tx.commit().await?;
    tracing::info!(%centre, station = %request.station, "enrolled");
    Ok(EnrolAnswer {
        proto: PROTO,
        centre,
        incarnation: incarnation.parse().map_err(|_| HqError::Damaged("an incarnation"))?,
        server_key,
        nonce: Hex(nonce).to_string(),
        server_time: outside.now().timestamp_millis(),
    })
}

async fn sync(State(hq): State<Arc<Hq>>, method: Method, headers: HeaderMap, body: Body) -> Response {
    let outcome = async {
        let seal = seal::of(&headers).ok_or(Refusal::Seal)?;
        let station = round::station_of(&*hq.store, &seal).await??;
        let _place = hq.receiving.try_acquire().map_err(|_| busy())?;
        let bytes = receive(body, BODY_MAX_BYTES).await?;
        round::prove(&station, &seal, method.as_str(), SYNC_PATH, &bytes)?;
        if !hq.station_quota.allows(&station.id.to_string(), hq.outside.now()) {
            return Err(busy());
        }
        let request: SyncRequest = read(&headers, &bytes)?;
        let answer = round::round(&*hq.store, &*hq.outside, &station, &request).await??;
        let (brought, given) = (answer.verdicts.len(), answer.page.len());
        tracing::info!(centre = %station.centre, station = %station.id, brought, given, head = answer.head, "round");
        Ok(answer)
    };
    let begun = hq.outside.now();
    let outcome = outcome.await;
    if let Ok(answer) = &outcome {
        hq.metrics.round(answer);
    }
    let response = respond(&headers, outcome, SyncAnswer::status);
    hq.metrics.request(SYNC_PATH, response.status(), hq.since(begun));
    response
}

async fn receive(body: Body, max_bytes: usize) -> Result<Bytes, Stop> {
    match timeout(BODY_PATIENCE, to_bytes(body, max_bytes)).await {
        Ok(Ok(bytes)) => Ok(bytes),
        // A broken connection ends here too; then nobody reads the answer.
        Ok(Err(_)) => Err(Refusal::Size.into()),
        Err(_) => Err(Refusal::Message.into()),
    }
}

/// Unpacks and reads a message. What was sealed is the body as it was sent, so nothing is unpacked for strangers.
fn read<T: DeserializeOwned>(headers: &HeaderMap, bytes: &[u8]) -> Result<T, Stop> {
    let is_packed = headers.get(CONTENT_ENCODING).is_some_and(|encoding| encoding == "zstd");
    if !is_packed {
        return serde_json::from_slice(bytes).map_err(|_| Refusal::Message.into());
    }
    let mut message = Vec::new();
    let unpacked = zstd::Decoder::new(bytes)
        .and_then(|decoder| decoder.take(MESSAGE_MAX_BYTES as u64 + 1).read_to_end(&mut message));
    match unpacked {
        Ok(length) if length > MESSAGE_MAX_BYTES => Err(Refusal::Size.into()),
        Ok(_) => serde_json::from_slice(&message).map_err(|_| Refusal::Message.into()),
        Err(_) => Err(Refusal::Message.into()),
    }
}

fn respond<T: Serialize>(
    headers: &HeaderMap,
    outcome: Result<T, Stop>,
    status: impl Fn(&T) -> u16,
) -> Response {
    let refusal = match outcome {
        Ok(answer) => return message(headers, status(&answer), &answer),
        Err(Stop::Refused(refusal)) => refusal,
        Err(Stop::Failed(error)) => {
            tracing::error!(%error, "failed");
            if error.is_passing() { Refusal::Busy { retry_after_s: RETRY_AFTER_S } } else { Refusal::Failed }
        }
    };
    message(headers, refusal.status(), &refusal)
}

fn message(headers: &HeaderMap, status: u16, message: &impl Serialize) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let Ok(bytes) = serde_json::to_vec(message) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let accepts = headers.get(ACCEPT_ENCODING).and_then(|accepted| accepted.to_str().ok());
    let is_packed = bytes.len() >= WORTH_PACKING_BYTES && accepts.is_some_and(|list| list.contains("zstd"));
    match is_packed.then(|| zstd::encode_all(bytes.as_slice(), 0)) {
        Some(Ok(packed)) => {
            let kind = [(CONTENT_TYPE, wire::CONTENT_TYPE), (CONTENT_ENCODING, "zstd")];
            (status, kind, packed).into_response()
        }
        Some(Err(_)) | None => (status, [(CONTENT_TYPE, wire::CONTENT_TYPE)], bytes).into_response(),
    }
}

fn busy() -> Stop {
    Refusal::Busy { retry_after_s: RETRY_AFTER_S }.into()
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<HqError> for Stop {
    fn from(error: HqError) -> Self {
        Self::Failed(error)
    }
}

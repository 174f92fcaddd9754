//! Lists of the centres for programs of headquarters: read only, in pages, one centre at a time. `openapi.json`, which is
//! served beside them, says what they hold; a test holds the two together.

use super::{Hq, RETRY_AFTER_S};
use crate::error::HqError;
use crate::store::{Access, Tx};
use crate::{centre, conflict, quarantine, reader, ticket};
use axum::extract::{Query, State};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use nightbench_domain::id::CentreCode;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The most rows of a page, and how many it has when nobody says.
const PAGE_MAX: u64 = 1000;
const PAGE: u64 = 200;
/// Between the two parts of a cursor; neither holds one.
const BREAK: char = '~';

/// Which page is asked for.
#[derive(Deserialize)]
struct Asked {
    centre: CentreCode,
    after: Option<String>,
    limit: Option<u64>,
}

/// A page of a list, and where the next begins.
#[derive(Serialize)]
struct Page<T> {
    rows: Vec<T>,
    /// To be given as `after`; null on the last page.
    next: Option<String>,
}

/// Why there is no page.
enum Refused {
    /// The token is missing or not valid.
    Token,
    TooOften,
    Centre,
    /// `after` is none that was given.
    After,
    Failed(HqError),
}

pub(super) fn routes() -> Router<Arc<Hq>> {
    Router::new()
        .route("/v1/openapi.json", get(describe))
        .route("/v1/centres", get(centres))
        .route("/v1/tickets", get(tickets))
        .route("/v1/quarantine", get(quarantine))
        .route("/v1/conflicts", get(conflicts))
}

async fn describe() -> Response {
    ([(CONTENT_TYPE, "application/json")], include_str!("openapi.json")).into_response()
}

async fn centres(State(hq): State<Arc<Hq>>, headers: HeaderMap) -> Result<Response, Refused> {
    admit(&hq, &headers).await?;
    let rows = centre::list(&*hq.store).await?;
    Ok(Json(Page { rows, next: None }).into_response())
}

async fn tickets(
    State(hq): State<Arc<Hq>>,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Result<Response, Refused> {
    let after =
        asked.after.as_deref().map(|after| after.split_once(BREAK).ok_or(Refused::After)).transpose()?;
    let after = after.map(|(rma, id)| (rma.to_owned(), id.to_owned()));
    let mut tx = begin(&hq, &headers, &asked).await?;
    let centre = centre::by_code(&mut tx, &asked.centre).await?;
    let rows = ticket::page(&mut tx, &*hq.outside, &centre, after, asked.limit()).await?;
    finish(tx, &asked, rows, |last| {
        let (rma, id) = last.cursor();
        format!("{rma}{BREAK}{id}")
    })
    .await
}

async fn quarantine(
    State(hq): State<Arc<Hq>>,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Result<Response, Refused> {
    let after = asked.after.as_deref().map(str::parse).transpose().map_err(|_| Refused::After)?;
    let mut tx = begin(&hq, &headers, &asked).await?;
    let rows = quarantine::page(&mut tx, &asked.centre, after, asked.limit()).await?;
    finish(tx, &asked, rows, |last| last.commit_seq.to_string()).await
}

async fn conflicts(
    State(hq): State<Arc<Hq>>,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Result<Response, Refused> {
    let cursor = |after: &str| {
        let (entity, place) = after.split_once(BREAK)?;
        Some((entity.to_owned(), place.parse().ok()?))
    };
    let after = asked.after.as_deref().map(|after| cursor(after).ok_or(Refused::After)).transpose()?;
    let mut tx = begin(&hq, &headers, &asked).await?;
    let rows = conflict::page(&mut tx, &asked.centre, after, asked.limit()).await?;
    finish(tx, &asked, rows, |last| format!("{}{BREAK}{}", last.entity, last.place)).await
}

/// Looks whether the token is one, and whether its program asks too often.
async fn admit(hq: &Hq, headers: &HeaderMap) -> Result<(), Refused> {
    let shown = headers.get(AUTHORIZATION).and_then(|shown| shown.to_str().ok());
    let token = shown.and_then(|shown| shown.strip_prefix("Bearer ")).ok_or(Refused::Token)?;
    let reader = reader::of_token(&*hq.store, token).await?.ok_or(Refused::Token)?;
    if hq.reader_quota.allows(&reader, hq.outside.now()) { Ok(()) } else { Err(Refused::TooOften) }
}

async fn begin(hq: &Hq, headers: &HeaderMap, asked: &Asked) -> Result<Tx, Refused> {
    admit(hq, headers).await?;
    let mut tx = hq.store.begin(Access::Read, Some(&asked.centre)).await?;
    centre::by_code(&mut tx, &asked.centre).await?;
    Ok(tx)
}

async fn finish<T: Serialize>(
    tx: Tx,
    asked: &Asked,
    rows: Vec<T>,
    cursor: impl Fn(&T) -> String,
) -> Result<Response, Refused> {
    tx.commit().await?;
    let is_full = rows.len() as u64 == asked.limit();
    let next = rows.last().filter(|_| is_full).map(cursor);
    Ok(Json(Page { rows, next }).into_response())
}

impl Asked {
    fn limit(&self) -> u64 {
        self.limit.unwrap_or(PAGE).clamp(1, PAGE_MAX)
    }
}

impl From<HqError> for Refused {
    fn from(error: HqError) -> Self {
        if let HqError::NoCentre(_) = error { Self::Centre } else { Self::Failed(error) }
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        match self {
            Self::Token => (StatusCode::UNAUTHORIZED, [(WWW_AUTHENTICATE, "Bearer")]).into_response(),
            Self::TooOften => (StatusCode::TOO_MANY_REQUESTS, [(RETRY_AFTER, "60")]).into_response(),
            Self::Centre => StatusCode::NOT_FOUND.into_response(),
            Self::After => StatusCode::BAD_REQUEST.into_response(),
            Self::Failed(error) => {
                tracing::error!(%error, "failed");
                match error.is_passing() {
                    true => {
                        let wait = [(RETRY_AFTER, RETRY_AFTER_S.to_string())];
                        (StatusCode::SERVICE_UNAVAILABLE, wait).into_response()
                    }
                    false => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
                }
            }
        }
    }
}

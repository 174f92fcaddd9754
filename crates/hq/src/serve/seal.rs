//! The seal of a request, read from its headers.

use axum::http::HeaderMap;
use nightbench_sync::sign::{NONCE_HEADER, SIGNATURE_HEADER, STATION_HEADER, Seal};

/// The seal; `None` where a header is missing or is not what it should be.
pub(super) fn of(headers: &HeaderMap) -> Option<Seal> {
    let text = |name: &str| headers.get(name)?.to_str().ok();
    Some(Seal {
        station: text(STATION_HEADER)?.parse().ok()?,
        nonce: text(NONCE_HEADER)?.to_owned(),
        signature: text(SIGNATURE_HEADER)?.parse().ok()?,
    })
}

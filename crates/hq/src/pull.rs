//! Giving a station what its centre's stream holds after the place it has: in the order of commits, the keys beside it,
//! and at the end of the stream the hash of the merged state by which both compare.

use crate::error::HqError;
use crate::store::Tx;
use crate::{customer_key, op, stream};
use nightbench_domain::id::CentreCode;
use nightbench_domain::operation::Operation;
use nightbench_sync::hex::Hex;
use nightbench_sync::quarantine::sealed_for;
use nightbench_sync::wire::{BATCH_MAX, Committed, ContentHash, CustomerKey, Incarnation, SyncRequest};
use std::collections::BTreeSet;

/// What a station takes.
pub(crate) struct Pulled {
    pub(crate) incarnation: Incarnation,
    pub(crate) page: Vec<Committed>,
    pub(crate) keys: Vec<CustomerKey>,
    pub(crate) head: u64,
    pub(crate) content_hash: Option<ContentHash>,
}

/// Reads the next page of a centre's stream.
pub(crate) async fn pull(tx: &mut Tx, centre: &CentreCode, request: &SyncRequest) -> Result<Pulled, HqError> {
    let stream = stream::at(tx, centre).await?;
    let incarnation = stream.incarnation.parse().map_err(|_| HqError::Damaged("an incarnation"))?;
    // A place in another life of the stream means nothing in this one.
    let cursor = if request.incarnation == Some(incarnation) { request.cursor } else { 0 };
    let limit = u64::from(request.pull_max).min(BATCH_MAX as u64);
    let page = if limit == 0 || cursor >= stream.head {
        Vec::new()
    } else {
        op::page(tx, centre, cursor, limit).await?
    };
    let reached = page.last().map_or(cursor, |last| last.commit_seq);
    let customers: BTreeSet<_> = page
        .iter()
        .filter_map(|committed| serde_json::from_str::<Operation>(&committed.operation).ok())
        .flat_map(|operation| sealed_for(&operation))
        .collect();
    let keys = customer_key::of(tx, centre, customers).await?;
    let content_hash = (reached == stream.head).then_some(Hex(stream.content_hash));
    Ok(Pulled { incarnation, page, keys, head: stream.head, content_hash })
}

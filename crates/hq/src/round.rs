//! One round of a station: who asks is proved, what is brought is taken in, what there is is given. The centre is the
//! authenticated station's; nothing that the message says about centres is looked at.

use crate::error::HqError;
use crate::outside::Outside;
use crate::pull::{self, Pulled};
use crate::push;
use crate::station::{self, Station};
use crate::store::{Access, Store, Tx};
use crate::stream;
use nightbench_sync::hex::Hex;
use nightbench_sync::sign::Seal;
use nightbench_sync::wire::{OLDEST_PROTO, PROTO, Refusal, SyncAnswer, SyncRequest};

/// Finds the station that says it asks. Nothing of its request is read before it is known.
///
/// # Errors
/// When the database fails.
pub async fn station_of(store: &dyn Store, seal: &Seal) -> Result<Result<Station, Refusal>, HqError> {
    let mut tx = store.begin(Access::Read, None).await?;
    let found = station::by_id(&mut tx, seal.station).await?;
    tx.commit().await?;
    Ok(found.filter(|station| !station.is_revoked).ok_or(Refusal::Station))
}

/// Whether it is the station that asks. Its nonce is used up later, with what the request does.
///
/// # Errors
/// `Seal` when somebody else sealed the request; `Nonce` when the seal is over another one than the current.
pub fn prove(station: &Station, seal: &Seal, method: &str, path: &str, body: &[u8]) -> Result<(), Refusal> {
    seal.verify(&Hex(station.public_key), method, path, body).map_err(|_| Refusal::Seal)?;
    let nonce = Hex(station.nonce).to_string();
    if seal.nonce == nonce { Ok(()) } else { Err(Refusal::Nonce { nonce }) }
}

/// Does a round for an authenticated station.
///
/// # Errors
/// When the database fails; then nothing of it was done.
pub async fn round(
    store: &dyn Store,
    outside: &dyn Outside,
    station: &Station,
    request: &SyncRequest,
) -> Result<Result<SyncAnswer, Refusal>, HqError> {
    if !(OLDEST_PROTO..=PROTO).contains(&request.proto) {
        return Ok(Err(Refusal::Proto { oldest: OLDEST_PROTO, newest: PROTO }));
    }
    if request.station != station.id {
        return Ok(Err(Refusal::Seal));
    }
    let now = outside.now().timestamp_millis();
    let mut tx = store.begin(Access::Write, Some(&station.centre)).await?;
    let Some(nonce) = station::renew(&mut tx, outside, station, &request.program).await? else {
        drop(tx);
        return used_meanwhile(store, station).await;
    };
    begin_again_if_set_back(&mut tx, outside, station, request).await?;
    let pushed = push::push(&mut tx, now, station, request).await?;
    tx.commit().await?;
    let mut tx = store.begin(Access::Read, Some(&station.centre)).await?;
    let Pulled { incarnation, page, keys, head, content_hash } =
        pull::pull(&mut tx, &station.centre, request).await?;
    tx.commit().await?;
    Ok(Ok(SyncAnswer {
        proto: PROTO,
        incarnation,
        server_time: now,
        nonce: Hex(nonce).to_string(),
        acked: pushed.acked,
        verdicts: pushed.verdicts,
        refused: pushed.refused,
        page,
        keys,
        head,
        content_hash,
    }))
}

/// Another request was signed over the same nonce and came first.
async fn used_meanwhile(
    store: &dyn Store,
    station: &Station,
) -> Result<Result<SyncAnswer, Refusal>, HqError> {
    let mut tx = store.begin(Access::Read, None).await?;
    let found = station::by_id(&mut tx, station.id).await?;
    tx.commit().await?;
    Ok(Err(found.map_or(Refusal::Station, |found| Refusal::Nonce { nonce: Hex(found.nonce).to_string() })))
}

/// A station that has seen more of this life of the stream than there is tells that the database was set back, as from a
/// backup: a new life begins, and every station brings again what it was told was kept.
async fn begin_again_if_set_back(
    tx: &mut Tx,
    outside: &dyn Outside,
    station: &Station,
    request: &SyncRequest,
) -> Result<(), HqError> {
    let stream = stream::at(tx, &station.centre).await?;
    let is_same_life = request.incarnation.is_some_and(|seen| seen.to_string() == stream.incarnation);
    if !is_same_life || request.cursor <= stream.head {
        return Ok(());
    }
    let (centre, id) = (&station.centre, station.id);
    tracing::error!(%centre, station = %id, seen = request.cursor, head = stream.head, "the records were set back");
    stream::begin_again(tx, outside, centre).await?;
    Ok(())
}

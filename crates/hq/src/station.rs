//! A station as headquarters knows it: which centre it is of, the key it signs with, and the nonce its next request must
//! be signed over. A nonce is used up by the request that was signed over it, so no request is taken twice; who asks with
//! another one is told the current, which is no secret, so asking in a station's name disturbs it in nothing.

use crate::error::HqError;
use crate::outside::Outside;
use crate::store::{Cell, Row, Tx};
use nightbench_domain::id::{CentreCode, StationId};

/// A station.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Station {
    /// Its id.
    pub id: StationId,
    /// Its centre: the only source of whose records a request is about.
    pub centre: CentreCode,
    /// Its ed25519 key.
    pub public_key: [u8; 32],
    /// What its next request must be signed over.
    pub nonce: [u8; 32],
    /// Whether it is trusted no longer.
    pub is_revoked: bool,
}

/// Keeps a station with its key, or the new key of one that is known.
///
/// # Errors
/// When the database fails.
pub async fn enrol(
    tx: &mut Tx,
    outside: &dyn Outside,
    id: StationId,
    centre: &CentreCode,
    public_key: &[u8; 32],
    program: &str,
) -> Result<(), HqError> {
    let cells = vec![
        id.to_string().into(),
        centre.into(),
        public_key.into(),
        (&outside.random()?).into(),
        Cell::storable(program),
        outside.now().timestamp_millis().into(),
    ];
    tx.run(include_str!("station/enrol.sql"), cells).await?;
    Ok(())
}

/// The station of that id.
///
/// # Errors
/// When the database fails.
pub async fn by_id(tx: &mut Tx, id: StationId) -> Result<Option<Station>, HqError> {
    tx.one(include_str!("station/by_id.sql"), vec![id.to_string().into()]).await?.map(read).transpose()
}

/// Uses the nonce of a request up; the next one, or `None` where somebody else used it first.
///
/// # Errors
/// When the database fails.
pub async fn renew(
    tx: &mut Tx,
    outside: &dyn Outside,
    station: &Station,
    program: &str,
) -> Result<Option<[u8; 32]>, HqError> {
    let fresh = outside.random()?;
    let cells = vec![
        (&fresh).into(),
        outside.now().timestamp_millis().into(),
        Cell::storable(program),
        station.id.to_string().into(),
        (&station.nonce).into(),
    ];
    let renewed = tx.run(include_str!("station/renew.sql"), cells).await?;
    Ok((renewed == 1).then_some(fresh))
}

/// The stations of a centre, by id.
///
/// # Errors
/// When the database fails.
pub async fn list(tx: &mut Tx, centre: &CentreCode) -> Result<Vec<Station>, HqError> {
    let rows = tx.all(include_str!("station/list.sql"), vec![centre.into()]).await?;
    rows.into_iter().map(read).collect()
}

/// Ends the trust in a station. What it wrote stays.
///
/// # Errors
/// When the database fails.
pub async fn revoke(tx: &mut Tx, outside: &dyn Outside, id: StationId) -> Result<bool, HqError> {
    let cells = vec![outside.now().timestamp_millis().into(), id.to_string().into()];
    Ok(tx.run(include_str!("station/revoke.sql"), cells).await? == 1)
}

fn read(mut row: Row) -> Result<Station, HqError> {
    Ok(Station {
        id: row.parse()?,
        centre: CentreCode::parse(&row.text()?).map_err(|_| HqError::Damaged("a centre"))?,
        public_key: row.bytes32()?,
        nonce: row.bytes32()?,
        is_revoked: row.optional(Row::integer)?.is_some(),
    })
}

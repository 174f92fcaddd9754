//! The order of what a centre wrote. Its head is raised in the transaction that stores the operations, under the lock of
//! its row: the order of the numbers is the order of the commits, so who has read to a number has missed nothing before
//! it. (Numbers from a sequence of the database are given out before the commit and become visible in another order.)

use crate::error::HqError;
use crate::outside::Outside;
use crate::store::{Row, Tx};
use nightbench_domain::id::CentreCode;

/// Where a centre's stream stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stream {
    /// The last number given; 0 = none.
    pub head: u64,
    /// The random name of this life of the stream, new after it was set back.
    pub incarnation: String,
    /// The hash of the merged state, by which both ends compare.
    pub content_hash: [u8; 32],
}

/// Begins the stream of a new centre.
///
/// # Errors
/// When the database fails.
pub async fn open(tx: &mut Tx, outside: &dyn Outside, centre: &CentreCode) -> Result<(), HqError> {
    let cells = vec![centre.into(), incarnation(outside)?.into(), (&[0; 32]).into()];
    tx.run(include_str!("stream/open.sql"), cells).await?;
    Ok(())
}

/// Takes the stream for the rest of the transaction: nobody else writes for this centre meanwhile.
///
/// # Errors
/// `NoCentre` when there is no such centre.
pub async fn lock(tx: &mut Tx, centre: &CentreCode) -> Result<Stream, HqError> {
    let row = tx.one(include_str!("stream/lock.sql"), vec![centre.into()]).await?;
    read(row.ok_or_else(|| HqError::NoCentre(centre.clone()))?)
}

/// Where it stands, without holding it.
///
/// # Errors
/// `NoCentre` when there is no such centre.
pub async fn at(tx: &mut Tx, centre: &CentreCode) -> Result<Stream, HqError> {
    let row = tx.one(include_str!("stream/at.sql"), vec![centre.into()]).await?;
    read(row.ok_or_else(|| HqError::NoCentre(centre.clone()))?)
}

/// Takes the next numbers; the last of them.
///
/// # Errors
/// `NoCentre` when there is no such centre.
pub async fn advance(
    tx: &mut Tx,
    centre: &CentreCode,
    count: u64,
    content_hash: &[u8; 32],
) -> Result<u64, HqError> {
    let cells = vec![count.into(), content_hash.into(), centre.into()];
    let row = tx.one(include_str!("stream/advance.sql"), cells).await?;
    row.ok_or_else(|| HqError::NoCentre(centre.clone()))?.count()
}

/// Begins another life of the stream, so that every station sends again what it was told was kept.
///
/// # Errors
/// When the database fails.
pub async fn begin_again(tx: &mut Tx, outside: &dyn Outside, centre: &CentreCode) -> Result<String, HqError> {
    let fresh = incarnation(outside)?;
    tx.run(include_str!("stream/begin_again.sql"), vec![fresh.as_str().into(), centre.into()]).await?;
    Ok(fresh)
}

fn incarnation(outside: &dyn Outside) -> Result<String, HqError> {
    let random = outside.random()?;
    Ok(random.iter().take(8).map(|byte| format!("{byte:02x}")).collect())
}

fn read(mut row: Row) -> Result<Stream, HqError> {
    Ok(Stream { head: row.count()?, incarnation: row.text()?, content_hash: row.bytes32()? })
}

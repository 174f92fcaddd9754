//! How far each chain of a station was taken in, and whether another operation ever came for a place that is taken.

use crate::error::HqError;
use crate::store::{Cell, Tx};
use nightbench_domain::id::{CentreCode, StationId};
use nightbench_domain::operation::{Epoch, OperationHash};
use nightbench_sync::wire::Head;

/// A chain that came in two: two machines wrote it, or one was set back and did not begin a new one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forked {
    /// Who writes it.
    pub station: StationId,
    /// Which chain.
    pub epoch: Epoch,
    /// The last place that is here.
    pub applied_seq: u64,
}

/// The end of a chain as it is here; all zeros where nothing of it is.
pub(crate) async fn end(
    tx: &mut Tx,
    centre: &CentreCode,
    station: StationId,
    epoch: Epoch,
) -> Result<Head, HqError> {
    let cells = vec![centre.into(), Cell::text(station), String::from(epoch).into()];
    match tx.one(include_str!("origin/end.sql"), cells).await? {
        Some(mut row) => {
            Ok(Head { epoch, seq: row.count()?, hash: OperationHash::from_bytes(row.bytes32()?) })
        }
        None => Ok(Head { epoch, seq: 0, hash: OperationHash::ZERO }),
    }
}

/// Keeps the new ends of a station's chains.
pub(crate) async fn move_ends(
    tx: &mut Tx,
    centre: &CentreCode,
    station: StationId,
    ends: impl IntoIterator<Item = Head> + Send,
) -> Result<(), HqError> {
    let row = |end: Head| {
        let (epoch, hash) = (String::from(end.epoch).into(), end.hash.as_bytes().into());
        vec![centre.into(), Cell::text(station), epoch, end.seq.into(), hash]
    };
    let rows = ends.into_iter().map(row).collect();
    tx.run_each(include_str!("origin/move_end.sql"), rows).await?;
    Ok(())
}

/// Remembers that another operation came for a place of the chain that is taken.
pub(crate) async fn mark_forked(
    tx: &mut Tx,
    centre: &CentreCode,
    station: StationId,
    epoch: Epoch,
    at: i64,
) -> Result<(), HqError> {
    let cells = vec![at.into(), centre.into(), Cell::text(station), String::from(epoch).into()];
    tx.run(include_str!("origin/mark_forked.sql"), cells).await?;
    Ok(())
}

/// The chains that came in two.
///
/// # Errors
/// When the database fails.
pub async fn forked(tx: &mut Tx, centre: &CentreCode) -> Result<Vec<Forked>, HqError> {
    let rows = tx.all(include_str!("origin/forked.sql"), vec![centre.into()]).await?;
    rows.into_iter()
        .map(|mut row| {
            Ok(Forked {
                station: row.parse()?,
                epoch: Epoch::try_from(row.text()?).map_err(|_| HqError::Damaged("an epoch"))?,
                applied_seq: row.count()?,
            })
        })
        .collect()
}

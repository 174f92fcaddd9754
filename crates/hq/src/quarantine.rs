//! Operations that are kept as they came and not acted on. Why an operation is one of these is decided by `sync`.

use crate::error::HqError;
use crate::store::{Cell, Tx};
use nightbench_domain::code;
use nightbench_domain::id::CentreCode;
use nightbench_sync::wire::Quarantine;

/// Shows operations at these places of the stream as quarantined.
pub(crate) async fn add(
    tx: &mut Tx,
    centre: &CentreCode,
    places: &[(u64, Quarantine)],
) -> Result<(), HqError> {
    let row = |(place, reason): &(u64, Quarantine)| -> Vec<Cell> {
        vec![centre.into(), (*place).into(), code(reason).into()]
    };
    tx.run_each(include_str!("quarantine/add.sql"), places.iter().map(row).collect()).await?;
    Ok(())
}

/// How many operations of a centre are in quarantine.
///
/// # Errors
/// When the database fails.
pub async fn count(tx: &mut Tx, centre: &CentreCode) -> Result<u64, HqError> {
    let row = tx.one(include_str!("quarantine/count.sql"), vec![centre.into()]).await?;
    row.map_or(Ok(0), |mut row| row.count())
}

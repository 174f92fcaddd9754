//! Operations that are kept as they came and not acted on. Why an operation is one of these is decided by `sync`.

use crate::error::HqError;
use crate::store::{Cell, Tx};
use nightbench_domain::code;
use nightbench_domain::id::{CentreCode, StationId};
use nightbench_sync::wire::Quarantine;
use serde::Serialize;

/// An operation in quarantine, as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Quarantined {
    /// Whose it is.
    pub centre: CentreCode,
    /// Its place in the centre's stream.
    pub commit_seq: u64,
    /// What is wrong with it, a code of `Quarantine`.
    pub reason: String,
    /// Who wrote it.
    pub station: StationId,
    /// In which chain.
    pub epoch: String,
    /// Where in it.
    pub seq: u64,
    /// When it came, milliseconds since 1970 UTC.
    pub received_at: i64,
    /// Its text as written, the first 64 KiB of it.
    pub operation: String,
}

/// Operations of a centre in quarantine, in the order of its stream; from the first, or after a place.
///
/// # Errors
/// When the database fails.
pub async fn page(
    tx: &mut Tx,
    centre: &CentreCode,
    after: Option<u64>,
    limit: u64,
) -> Result<Vec<Quarantined>, HqError> {
    let cells = vec![centre.into(), after.unwrap_or_default().into(), limit.into()];
    let rows = tx.all(include_str!("quarantine/page.sql"), cells).await?;
    rows.into_iter()
        .map(|mut row| {
            Ok(Quarantined {
                centre: centre.clone(),
                commit_seq: row.count()?,
                reason: row.text()?,
                station: row.parse()?,
                epoch: row.text()?,
                seq: row.count()?,
                received_at: row.integer()?,
                operation: String::from_utf8_lossy(&row.bytes()?).into_owned(),
            })
        })
        .collect()
}

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

//! What waits for a person, as rows for lists and counts. It follows from the merged state and is decided nowhere else.

use crate::error::HqError;
use crate::store::{Cell, Tx};
use nightbench_domain::code;
use nightbench_domain::id::CentreCode;
use nightbench_sync::entity::Entity;
use uuid::Uuid;

/// Writes anew what waits of these records.
pub(crate) async fn follow(
    tx: &mut Tx,
    centre: &CentreCode,
    moved: &[(Uuid, &Entity)],
) -> Result<(), HqError> {
    let records = moved.iter().map(|(id, _)| vec![centre.into(), Cell::text(id)]).collect();
    tx.run_each(include_str!("conflict/clear.sql"), records).await?;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (id, entity) in moved {
        for (place, (field, rival)) in (0_u64..).zip(entity.contested()) {
            rows.push(vec![
                centre.into(),
                Cell::text(id),
                place.into(),
                Cell::storable(field),
                rival.operation.as_bytes().into(),
                code(&rival.how).into(),
            ]);
        }
    }
    tx.run_each(include_str!("conflict/add.sql"), rows).await?;
    Ok(())
}

/// How many questions wait at a centre.
///
/// # Errors
/// When the database fails.
pub async fn count(tx: &mut Tx, centre: &CentreCode) -> Result<u64, HqError> {
    let row = tx.one(include_str!("conflict/count.sql"), vec![centre.into()]).await?;
    row.map_or(Ok(0), |mut row| row.count())
}

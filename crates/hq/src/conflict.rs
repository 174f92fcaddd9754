//! What waits for a person, as rows for lists and counts. It follows from the merged state and is decided nowhere else.

use crate::error::HqError;
use crate::store::{Cell, Tx};
use nightbench_domain::code;
use nightbench_domain::id::CentreCode;
use nightbench_domain::operation::OperationHash;
use nightbench_sync::entity::Entity;
use serde::Serialize;
use uuid::Uuid;

/// Something that waits for a person, as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Conflict {
    /// Whose it is.
    pub centre: CentreCode,
    /// The record.
    pub entity: Uuid,
    /// Which question of the record.
    pub place: u64,
    /// The field.
    pub field: String,
    /// Hash of the operation that waits.
    pub operation: OperationHash,
    /// Why it waits, a code of `Contest`.
    pub how: String,
}

/// Where a list of questions goes on: after this place of this record.
pub type Cursor = (String, u64);

impl Conflict {
    /// Where the list goes on after it.
    #[must_use]
    pub fn cursor(&self) -> Cursor {
        (self.entity.to_string(), self.place)
    }
}

/// What waits at a centre, by record; from the first, or after another.
///
/// # Errors
/// When the database fails.
pub async fn page(
    tx: &mut Tx,
    centre: &CentreCode,
    after: Option<Cursor>,
    limit: u64,
) -> Result<Vec<Conflict>, HqError> {
    // No id is empty.
    let (entity, place) = after.unwrap_or_default();
    let cells = vec![centre.into(), entity.into(), place.into(), limit.into()];
    let rows = tx.all(include_str!("conflict/page.sql"), cells).await?;
    rows.into_iter()
        .map(|mut row| {
            Ok(Conflict {
                centre: centre.clone(),
                entity: row.parse()?,
                place: row.count()?,
                field: row.text()?,
                operation: OperationHash::from_bytes(row.bytes32()?),
                how: row.text()?,
            })
        })
        .collect()
}

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

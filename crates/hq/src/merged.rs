//! The merged state of each record, from which the next operation on it is decided, and what follows from it for lists:
//! what waits for a person, and the work orders.

use crate::error::HqError;
use crate::store::{Cell, Tx};
use crate::{conflict, ticket};
use nightbench_domain::id::CentreCode;
use nightbench_sync::entity::Entity;
use serde::Deserialize;
use uuid::Uuid;

/// The records of these ids; one that nobody has written yet is the empty one.
pub(crate) async fn load(
    tx: &mut Tx,
    centre: &CentreCode,
    ids: Vec<Uuid>,
) -> Result<Vec<(Uuid, Entity)>, HqError> {
    let asked = ids.iter().map(|id| vec![centre.into(), Cell::text(id)]).collect();
    let answers = tx.all_each(include_str!("merged/load.sql"), asked).await?;
    let read = |(id, rows): (Uuid, Vec<_>)| match rows.into_iter().next() {
        Some(mut row) => Ok((id, parse(&crate::store::Row::text(&mut row)?)?)),
        None => Ok((id, Entity::default())),
    };
    ids.into_iter().zip(answers).map(read).collect()
}

/// Keeps records that were moved, and what follows from them.
pub(crate) async fn save(tx: &mut Tx, centre: &CentreCode, moved: &[(Uuid, &Entity)]) -> Result<(), HqError> {
    let mut rows: Vec<Vec<Cell>> = Vec::with_capacity(moved.len());
    for (id, entity) in moved {
        rows.push(vec![centre.into(), Cell::text(id), serde_json::to_string(entity)?.into()]);
    }
    tx.run_each(include_str!("merged/save.sql"), rows).await?;
    conflict::follow(tx, centre, moved).await?;
    ticket::follow(tx, centre, moved).await
}

/// A state holds the values of operations one level deeper than they stood there, and operations may be as deep as JSON
/// is read at all.
fn parse(text: &str) -> Result<Entity, HqError> {
    let mut json = serde_json::Deserializer::from_str(text);
    json.disable_recursion_limit();
    Ok(Entity::deserialize(&mut json)?)
}

//! The operations of a centre as they are kept: the bytes as they came, the place in the stream, and what was decided.

use crate::error::HqError;
use crate::store::{Cell, Row, Tx};
use nightbench_domain::id::{CentreCode, StationId};
use nightbench_domain::operation::{Epoch, OperationHash};
use nightbench_sync::wire::{BATCH_MAX_BYTES, Committed, Verdict};

/// An operation that is to be kept.
pub(crate) struct Op {
    pub(crate) commit_seq: u64,
    pub(crate) epoch: Epoch,
    pub(crate) seq: u64,
    pub(crate) hash: OperationHash,
    pub(crate) text: String,
    pub(crate) verdict: Verdict,
    /// The station's time, kept between what it had seen of us and now.
    pub(crate) effective_at: i64,
}

/// What is known of an operation that is kept.
pub(crate) struct Kept {
    pub(crate) seq: u64,
    pub(crate) hash: OperationHash,
    pub(crate) verdict: Verdict,
}

/// Keeps operations of one station.
pub(crate) async fn keep(
    tx: &mut Tx,
    centre: &CentreCode,
    station: StationId,
    received_at: i64,
    ops: Vec<Op>,
) -> Result<(), HqError> {
    let mut rows: Vec<Vec<Cell>> = Vec::with_capacity(ops.len());
    for op in ops {
        rows.push(vec![
            centre.into(),
            op.commit_seq.into(),
            Cell::text(station),
            String::from(op.epoch).into(),
            op.seq.into(),
            op.hash.as_bytes().into(),
            op.text.into_bytes().into(),
            serde_json::to_string(&op.verdict)?.into(),
            received_at.into(),
            op.effective_at.into(),
        ]);
    }
    tx.run_each(include_str!("op/keep.sql"), rows).await?;
    Ok(())
}

/// What is kept of a stretch of a chain, in its order.
pub(crate) async fn of_chain(
    tx: &mut Tx,
    centre: &CentreCode,
    station: StationId,
    epoch: Epoch,
    first_seq: u64,
    last_seq: u64,
) -> Result<Vec<Kept>, HqError> {
    let cells = vec![
        centre.into(),
        Cell::text(station),
        String::from(epoch).into(),
        first_seq.into(),
        last_seq.into(),
    ];
    let rows = tx.all(include_str!("op/of_chain.sql"), cells).await?;
    rows.into_iter()
        .map(|mut row| {
            Ok(Kept {
                seq: row.count()?,
                hash: OperationHash::from_bytes(row.bytes32()?),
                verdict: serde_json::from_str(&row.text()?)?,
            })
        })
        .collect()
}

/// When the operations at these places of the stream came; nothing for a place that was not given.
pub(crate) async fn received_at(
    tx: &mut Tx,
    centre: &CentreCode,
    places: Vec<u64>,
) -> Result<Vec<(u64, i64)>, HqError> {
    let asked = places.iter().map(|place| vec![centre.into(), (*place).into()]).collect();
    let answers = tx.all_each(include_str!("op/received_at.sql"), asked).await?;
    let known = places
        .into_iter()
        .zip(answers)
        .filter_map(|(place, rows)| rows.into_iter().next().map(|mut row| Ok((place, row.integer()?))));
    known.collect()
}

/// What stands in the stream after a place, in its order: as much as is asked for and fits into a page.
pub(crate) async fn page(
    tx: &mut Tx,
    centre: &CentreCode,
    cursor: u64,
    limit: u64,
) -> Result<Vec<Committed>, HqError> {
    let cells = vec![centre.into(), cursor.into(), limit.into(), (BATCH_MAX_BYTES as u64).into()];
    let rows = tx.all(include_str!("op/page.sql"), cells).await?;
    rows.into_iter().map(read).collect()
}

fn read(mut row: Row) -> Result<Committed, HqError> {
    Ok(Committed {
        commit_seq: row.count()?,
        station: row.parse()?,
        epoch: Epoch::try_from(row.text()?).map_err(|_| HqError::Damaged("an epoch"))?,
        seq: row.count()?,
        verdict: serde_json::from_str(&row.text()?)?,
        operation: String::from_utf8(row.bytes()?).map_err(|_| HqError::Damaged("an operation"))?,
    })
}

//! Two machines that are one station, because a disk was copied or set back. HQ keeps what it had first; here everything that
//! stands at the same places is written again in another chain, and what is new goes under an epoch and a series of numbers of
//! its own.

use crate::error::{AppError, LineProblem};
use crate::station::App;
use nightbench_domain::operation::{Epoch, Operation, OperationHash};
use nightbench_store::line::{self as store, Rewritten};
use nightbench_store::{Changes, station};
use nightbench_sync::chain::epoch_after_fork;
use std::collections::BTreeMap;

/// Writes again what stands in a chain from a place on.
pub(super) fn write_again(app: &App, epoch: Epoch, seq: u64) -> Result<Changes, AppError> {
    let station = station::station(&app.store)?.ok_or(AppError::NotInitialised)?.id;
    let chains = store::chains(&app.store)?;
    let chain = chains.iter().find(|chain| chain.epoch == epoch).ok_or(LineProblem::Fork)?;
    let written = app.write(|tx| {
        let texts = store::batch(tx, chain.id, seq, u32::MAX)?;
        store::fork(tx, chain.id, seq)?;
        let first = texts.first().map_or(OperationHash::ZERO, |text| OperationHash::of(text.as_bytes()));
        let mut place = (epoch_after_fork(epoch, first), 1, OperationHash::ZERO);
        let mut anew: BTreeMap<OperationHash, OperationHash> = BTreeMap::new();
        for text in texts {
            let old = OperationHash::of(text.as_bytes());
            let mut operation: Operation = serde_json::from_str(&text).map_err(AppError::BadRequest)?;
            for field in &mut operation.fields {
                field.base_op = field.base_op.map(|base| *anew.get(&base).unwrap_or(&base));
            }
            let new = loop {
                match store::rewrite(tx, station, place, &operation, app.now_ms())? {
                    Rewritten::Stands(new) => break new,
                    // The other machine wrote the same again and went on otherwise.
                    Rewritten::Parts(new) => {
                        place = (epoch_after_fork(place.0, new), 1, OperationHash::ZERO);
                    }
                }
            };
            store::rebase(tx, &operation, old, new)?;
            anew.insert(old, new);
            place = (place.0, place.1 + 1, new);
        }
        if chain.is_current {
            station::part(tx)?;
        }
        Ok(())
    })?;
    Ok(written.changes)
}

/// Goes on in a chain of its own: HQ has more of the one that is written now than there is here.
pub(super) fn part(app: &App) -> Result<Changes, AppError> {
    Ok(app.write(|tx| Ok(station::part(tx)?))?.changes)
}

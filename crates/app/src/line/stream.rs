//! What HQ's stream brings: each operation is kept as it was written, its record is moved as HQ decided, and what this station
//! shows follows.

use super::json;
use crate::error::{AppError, LineProblem};
use crate::station::App;
use crate::ticket::dated;
use nightbench_domain::id::{CustomerId, StationId};
use nightbench_domain::operation::{Operation, OperationHash, Value};
use nightbench_store::line::{self as store, Advance, Taken, Took};
use nightbench_store::projection::{self, Followed, Held};
use nightbench_store::ticket::Cycle;
use nightbench_store::{Changes, Tx};
use nightbench_sync::entity::{Entity, moved};
use nightbench_sync::hex::Hex;
use nightbench_sync::session::Take;
use nightbench_sync::wire::{BatchRefusal, Committed, Verdict};
use std::collections::BTreeMap;

/// Keys by which personal values of others are read.
type Keys = BTreeMap<CustomerId, [u8; 32]>;

/// Keeps what a round brought, in one transaction with the place it was taken up to. How many operations were not here, and
/// the hash of all records.
pub(super) fn keep(
    app: &App,
    own: StationId,
    take: &Take,
    nonce: &str,
) -> Result<(u64, Hex<32>, Changes), AppError> {
    let line = store::get(&app.store)?.ok_or(LineProblem::NotEnrolled)?;
    let chains = store::chains(&app.store)?;
    let keys: Keys = take.keys.iter().map(|key| (key.customer, key.key.0)).collect();
    let written = app.write_local(|tx| {
        let mut content = Hex(line.content);
        // In another life of HQ, or after its records were found to differ, the stream begins anew.
        if take.is_new_life || line.cursor == 0 {
            store::forget(tx)?;
            content = Hex([0; 32]);
        }
        let mut pulled = 0;
        for committed in &take.page {
            let is_new = follow(app, tx, own, committed, &keys, &mut content)?;
            pulled += u64::from(is_new);
        }
        again(app, tx, &keys)?;
        let of = |epoch| chains.iter().find(|chain| chain.epoch == epoch);
        for &(epoch, seq) in &take.acked {
            if let Some(chain) = of(epoch) {
                store::acknowledge(tx, chain.id, seq)?;
            }
        }
        // What forked is written again already.
        let is_fork = |reason: &BatchRefusal| matches!(reason, BatchRefusal::Fork { .. });
        for (epoch, reason) in take.set_aside.iter().filter(|(_, reason)| !is_fork(reason)) {
            if let Some(chain) = of(*epoch) {
                store::set_aside(tx, chain.id, &json(reason)?)?;
            }
        }
        let to = Advance {
            nonce,
            incarnation: take.incarnation.0,
            cursor: take.cursor,
            content: content.0,
            at_ms: app.now_ms(),
        };
        store::advance(tx, &to)?;
        Ok((pulled, content))
    })?;
    let (pulled, content) = written.value;
    Ok((pulled, content, written.changes))
}

/// Keeps one operation of HQ's stream and moves its record as HQ decided. Whether it was not here.
fn follow(
    app: &App,
    tx: &Tx<'_>,
    own: StationId,
    committed: &Committed,
    keys: &Keys,
    content: &mut Hex<32>,
) -> Result<bool, AppError> {
    let operation: Option<Operation> = serde_json::from_str(&committed.operation).ok();
    let taken = Taken {
        station: committed.station,
        epoch: committed.epoch,
        seq: committed.seq,
        text: &committed.operation,
        operation: operation.as_ref(),
    };
    let Took { chain, is_new } = store::take(tx, &taken, app.now_ms())?;
    // What this program cannot read it keeps and passes on; HQ could not read it either, or a newer HQ could.
    let Some(operation) = operation else { return Ok(is_new) };
    if committed.verdict != Verdict::Accepted {
        store::rule(tx, chain, committed.seq, operation.entity, &json(&committed.verdict)?)?;
    }
    let before = merged(tx, &operation)?;
    let mut after = before.clone();
    let hash = OperationHash::of(committed.operation.as_bytes());
    after.apply(&operation, hash, &committed.verdict);
    store::merge(tx, operation.entity, &json(&after)?)?;
    *content = moved(*content, before.content_hash(operation.entity), after.content_hash(operation.entity));
    // What was written here and holds is shown already.
    let is_shown = committed.station == own && !is_new && committed.verdict == Verdict::Accepted;
    if is_shown || matches!(committed.verdict, Verdict::Quarantined { .. }) {
        return Ok(is_new);
    }
    if !show(app, tx, &operation, hash, Some(&before), &after, keys)? {
        projection::put_off(tx, chain, committed.seq)?;
    }
    Ok(is_new)
}

/// Tries again to show what referred to something that was not here.
fn again(app: &App, tx: &Tx<'_>, keys: &Keys) -> Result<(), AppError> {
    for (chain, seq, text) in projection::put_off_all(tx)? {
        let operation: Operation = serde_json::from_str(&text).map_err(AppError::BadRequest)?;
        let now = merged(tx, &operation)?;
        if show(app, tx, &operation, OperationHash::of(text.as_bytes()), None, &now, keys)? {
            projection::done(tx, chain, seq)?;
        }
    }
    Ok(())
}

fn merged(tx: &Tx<'_>, operation: &Operation) -> Result<Entity, AppError> {
    match store::merged(tx, operation.entity)? {
        Some(state) => serde_json::from_str(&state).map_err(AppError::BadRequest),
        None => Ok(Entity::default()),
    }
}

/// Shows an operation in the records; without what was before, as one that is tried again.
fn show(
    app: &App,
    tx: &Tx<'_>,
    operation: &Operation,
    hash: OperationHash,
    before: Option<&Entity>,
    after: &Entity,
    keys: &Keys,
) -> Result<bool, AppError> {
    let held = |(name, current): (&String, &nightbench_sync::entity::Current)| {
        let was_set_by = before.and_then(|before| before.fields.get(name)).map(|before| before.set_by);
        (name.clone(), Held { value: current.value.clone(), set_by: current.set_by, was_set_by })
    };
    let fields: BTreeMap<String, Held> = after.fields.iter().map(held).collect();
    let cycle = cycle(app, tx, operation, &fields)?;
    let followed =
        Followed::new(operation, hash, after.created_by.unwrap_or(hash), &fields, keys, cycle.as_ref());
    let followed = if before.is_none() { followed.again() } else { followed };
    Ok(projection::follow(tx, followed)?)
}

/// The dates of a work order, of an operation that moves them.
fn cycle(
    app: &App,
    tx: &Tx<'_>,
    operation: &Operation,
    fields: &BTreeMap<String, Held>,
) -> Result<Option<Cycle>, AppError> {
    let names = |name: &str| operation.fields.iter().any(|field| field.name == name);
    let is_dated = operation.kind.starts_with("intake.") && (names("received_on") || names("calendar"));
    let text = |name: &str| match fields.get(name).map(|held| &held.value) {
        Some(Value::Text(text)) => Some(text.as_str()),
        _ => None,
    };
    let Some(Ok(received_on)) = text("received_on").filter(|_| is_dated).map(str::parse) else {
        return Ok(None);
    };
    let calendar = app.calendar_of(tx, text("calendar"))?;
    Ok(Some(dated(&calendar, received_on)))
}

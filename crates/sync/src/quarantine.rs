//! What is set aside before merging: an operation that cannot mean anything here, with its whole transaction. It is kept
//! as it is and shown, and the chain goes on behind it.

use crate::entity::STATUS;
use crate::wire::Quarantine;
use nightbench_domain::id::{CentreCode, CustomerId, TxnId};
use nightbench_domain::operation::{Operation, Value};
use nightbench_domain::ticket::Status;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// What even an operation of a form that cannot be read may still say.
#[derive(Deserialize)]
struct Group {
    txn: TxnId,
}

/// Reads the operations of a batch, in order. The centre is the authenticated station's, whatever they claim.
#[must_use]
pub fn read<'a>(
    operations: impl IntoIterator<Item = &'a str>,
    centre: &CentreCode,
) -> Vec<Result<Operation, Quarantine>> {
    let mut bad = BTreeSet::new();
    let mut read = Vec::new();
    for text in operations {
        let one = match serde_json::from_str::<Operation>(text) {
            Ok(operation) => check(operation, centre),
            Err(_) => Err((serde_json::from_str(text).ok().map(|Group { txn }| txn), Quarantine::Unreadable)),
        };
        read.push(one.map_err(|(txn, reason)| {
            bad.extend(txn);
            reason
        }));
    }
    let with_its_transaction =
        |one: Result<Operation, Quarantine>| {
            one.and_then(|operation| {
                if bad.contains(&operation.txn) { Err(Quarantine::Transaction) } else { Ok(operation) }
            })
        };
    read.into_iter().map(with_its_transaction).collect()
}

/// The customers whose values stand sealed in an operation: whose keys travel beside it.
#[must_use]
pub fn sealed_for(operation: &Operation) -> BTreeSet<CustomerId> {
    fn collect(value: &Value, found: &mut BTreeSet<CustomerId>) {
        match value {
            Value::Sealed(sealed) => {
                found.insert(sealed.sealed_for);
            }
            Value::List(items) => items.iter().for_each(|item| collect(item, found)),
            Value::Map(fields) => fields.values().for_each(|value| collect(value, found)),
            Value::Null | Value::Bool(_) | Value::Integer(_) | Value::Text(_) => {}
        }
    }
    let mut found = BTreeSet::new();
    operation.fields.iter().for_each(|field| collect(&field.value, &mut found));
    found
}

fn check(operation: Operation, centre: &CentreCode) -> Result<Operation, (Option<TxnId>, Quarantine)> {
    let bad = |reason| Err((Some(operation.txn), reason));
    if operation.centre != *centre {
        return bad(Quarantine::ForeignCentre);
    }
    let named: BTreeMap<_, _> =
        operation.fields.iter().map(|field| (field.name.as_str(), &field.value)).collect();
    let is_status = |name| named.get(name).is_some_and(|value| status(value).is_some());
    let is_move = operation.kind == "ticket.transition";
    if named.len() != operation.fields.len() || (is_move && !(is_status("from") && is_status(STATUS))) {
        return bad(Quarantine::BadValue);
    }
    Ok(operation)
}

/// The status that a value names.
pub(crate) fn status(value: &Value) -> Option<Status> {
    let Value::Text(code) = value else { return None };
    Status::ALL.into_iter().find(|status| nightbench_domain::code(status) == *code)
}

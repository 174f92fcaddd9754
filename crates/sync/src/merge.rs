//! What becomes of an operation, decided once, by HQ, in the order of its commits. No clock takes part: what an operation
//! was written on says whether it was concurrent. A station decides with the same rules only what it shows of its own
//! operations that wait; what HQ says replaces it.

use crate::entity::{Change, Current, Entity, SETTLE, SETTLES, STATUS};
use crate::quarantine::status;
use crate::wire::{Contest, Contested, Verdict};
use nightbench_domain::operation::{Field, Operation, OperationHash, Value};
use nightbench_domain::ticket::Status;

/// Fields that say something about the act and nothing about the record: the next act says it anew.
const REMARKS: &[&str] =
    &["event", "from", "from_owner", "of_consignment", "of_enquiry", "reason", "second", "ticket", "undo"];

/// Fields that are evidence: two of them stay side by side until a person decides.
const EVIDENCE: &[&str] = &[
    "contract_on",
    "facts",
    "first_reported_on",
    "first_reported_to",
    "purchase_document",
    "received_on",
    "serial",
    "voucher_on",
];

/// Kinds of operation that record an agreement; all they say is evidence.
const AGREEMENTS: &[&str] = &["quote.answer", "ticket.resolve"];

/// Fields that say since when something is gone: gone twice is gone.
const GONE: &[&str] = &["discarded_at", "removed_at", "withdrawn_at"];

/// What becomes of one field.
#[derive(PartialEq, Eq)]
enum Ruling {
    /// It was written on what is current.
    Current,
    /// It was concurrent and applies.
    Merges,
    /// It was concurrent, and what it says is said or passed already.
    Late,
    Contested(Contest),
}

/// Decides what becomes of an operation that came next to the record, before [`Entity::apply`]. `is_taken` says whether
/// another record's [`Entity::open_serial`] is the serial it is given.
#[must_use]
pub fn decide(
    entity: &Entity,
    operation: &Operation,
    hash: OperationHash,
    is_taken: impl Fn(&str) -> bool,
) -> Verdict {
    let (mut is_merged, mut late, mut fields) = (false, Vec::new(), Vec::new());
    for field in operation.fields.iter().filter(|field| field.name != SETTLES) {
        match rule(entity, operation, field, hash) {
            Ruling::Current => {}
            Ruling::Merges => is_merged = true,
            Ruling::Late => late.push(field.name.clone()),
            Ruling::Contested(how) => fields.push(Contested { field: field.name.clone(), how }),
        }
    }
    let verdict = verdict(is_merged, late, fields);
    let mut after = entity.clone();
    after.apply(operation, hash, &verdict);
    let is_duplicate =
        after.open_serial().is_some_and(|serial| entity.open_serial() != Some(serial) && is_taken(serial));
    if is_duplicate { duplicate(verdict, operation) } else { verdict }
}

/// Shows what waits here over what HQ has decided: moves the record by an operation that HQ has not seen, as it would
/// stand if HQ took it next.
pub fn preview(entity: &mut Entity, operation: &Operation, hash: OperationHash) {
    let verdict = decide(entity, operation, hash, |_| false);
    entity.apply(operation, hash, &verdict);
}

fn verdict(is_merged: bool, late: Vec<String>, fields: Vec<Contested>) -> Verdict {
    match (fields.is_empty(), is_merged || !late.is_empty()) {
        (true, false) => Verdict::Accepted,
        (true, true) => Verdict::Merged { late },
        (false, _) => Verdict::Conflict { fields, late },
    }
}

/// Both work orders stay as they are, and a person says whether they are one. Where the operation names no serial, as in
/// a ticket that is opened again, its status carries the flag.
fn duplicate(verdict: Verdict, operation: &Operation) -> Verdict {
    let is_named = operation.fields.iter().any(|field| field.name == "serial");
    let field = if is_named { "serial" } else { STATUS }.to_owned();
    let (mut fields, late) = match verdict {
        Verdict::Conflict { fields, late } => (fields, late),
        Verdict::Merged { late } => (Vec::new(), late),
        Verdict::Accepted => (Vec::new(), Vec::new()),
        Verdict::Quarantined { .. } => return verdict,
    };
    fields.push(Contested { field, how: Contest::Duplicate });
    Verdict::Conflict { fields, late }
}

fn rule(entity: &Entity, operation: &Operation, field: &Field, hash: OperationHash) -> Ruling {
    if REMARKS.contains(&field.name.as_str()) {
        return Ruling::Current;
    }
    let Some(current) = entity.fields.get(&field.name) else {
        let is_known = field.base_op == entity.created_by;
        return if is_known { Ruling::Current } else { Ruling::Merges };
    };
    if field.name == STATUS {
        return way(entity, operation, field, hash, current);
    }
    if is_on(field, current) {
        Ruling::Current
    } else if Change::of(&current.value).is_some() && Change::of(&field.value).is_some() {
        Ruling::Merges
    } else if is_behind(field, hash, current) || is_gone_twice(field, current) {
        Ruling::Late
    } else if EVIDENCE.contains(&field.name.as_str()) || AGREEMENTS.contains(&operation.kind.as_str()) {
        Ruling::Contested(Contest::Evidence)
    } else {
        Ruling::Contested(Contest::Later)
    }
}

/// The status is a way, not a value: a step that the work order has already taken is history, a step from where it stands
/// is taken, any other is a branch. With a branch open it does not close.
fn way(
    entity: &Entity,
    operation: &Operation,
    field: &Field,
    hash: OperationHash,
    current: &Current,
) -> Ruling {
    let from =
        operation.fields.iter().find(|field| field.name == "from").and_then(|from| status(&from.value));
    let (to, at) = (status(&field.value), entity.passed.last().copied());
    let is_branched = current.rivals.iter().any(|rival| rival.how == Contest::Branch);
    if to == Some(Status::Closed) && is_branched && operation.kind != SETTLE {
        return Ruling::Contested(Contest::Branch);
    }
    let left = entity.passed.iter().position(|&passed| Some(passed) == from);
    let behind = left.and_then(|left| entity.passed.get(left + 1..)).unwrap_or_default();
    if is_on(field, current) {
        Ruling::Current
    } else if is_behind(field, hash, current) || behind.iter().any(|&passed| Some(passed) == to) {
        Ruling::Late
    } else if from == at && operation.kind != SETTLE {
        Ruling::Merges
    } else {
        Ruling::Contested(Contest::Branch)
    }
}

/// Whether the field was written on what is current.
fn is_on(field: &Field, current: &Current) -> bool {
    field.base_op.is_some_and(|base| base == current.set_by || current.also.contains(&base))
}

/// Whether what holds says the same, or was written on this very operation, which HQ had lost and gets again.
fn is_behind(field: &Field, hash: OperationHash, current: &Current) -> bool {
    current.value == field.value || current.base == Some(hash)
}

fn is_gone_twice(field: &Field, current: &Current) -> bool {
    GONE.contains(&field.name.as_str()) && field.value != Value::Null && current.value != Value::Null
}

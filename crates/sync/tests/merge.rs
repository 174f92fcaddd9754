//! What merging decides, by situations of the trade: two stations write on one record, in the order HQ commits.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests: a failed expectation ends the test with what was seen"
)]

use nightbench_domain::id::{CentreCode, StationId, TxnId};
use nightbench_domain::operation::{Epoch, Field, Operation, OperationHash, PROTO, Value};
use nightbench_sync::entity::{Entity, SETTLE, SETTLES, moved};
use nightbench_sync::hex::Hex;
use nightbench_sync::merge::{decide, preview};
use nightbench_sync::wire::{Contest, Contested, Verdict};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A record that two stations write; each names what it had seen.
#[derive(Default)]
struct Bench {
    entity: Entity,
    verdicts: Vec<Verdict>,
    written: u64,
}

fn text(value: &str) -> Value {
    if value.is_empty() { Value::Null } else { Value::Text(value.to_owned()) }
}

impl Bench {
    /// Commits an operation: its kind, and its fields with what each was written on.
    fn commit(
        &mut self,
        kind: &str,
        base: Option<OperationHash>,
        fields: &[(&str, Value)],
    ) -> (OperationHash, Verdict) {
        let (operation, hash) = self.write(kind, base, fields);
        let verdict = decide(&self.entity, &operation, hash, |serial| serial == "TAKEN");
        self.entity.apply(&operation, hash, &verdict);
        self.verdicts.push(verdict.clone());
        (hash, verdict)
    }

    fn write(
        &mut self,
        kind: &str,
        base: Option<OperationHash>,
        fields: &[(&str, Value)],
    ) -> (Operation, OperationHash) {
        self.written += 1;
        let operation = Operation {
            proto: PROTO,
            centre: CentreCode::parse("CD01").unwrap(),
            station: StationId::new(Uuid::from_u128(1)),
            epoch: Epoch(1),
            seq: self.written,
            prev_hash: OperationHash::ZERO,
            txn: TxnId::new(Uuid::from_u128(u128::from(self.written))),
            actor: "desk".to_owned(),
            at: 0,
            base_cursor: 0,
            kind: kind.to_owned(),
            kind_version: 1,
            entity: Uuid::from_u128(3),
            fields: fields
                .iter()
                .map(|(name, value)| Field { name: (*name).to_owned(), value: value.clone(), base_op: base })
                .collect(),
        };
        let hash = OperationHash::of(&operation.bytes().unwrap());
        (operation, hash)
    }

    fn received(serial: &str) -> (Self, OperationHash) {
        let mut bench = Self::default();
        let fields =
            [("serial", text(serial)), ("symptom", text("dark")), ("received_on", text("2026-05-04"))];
        let (created, _) = bench.commit("intake.receive", None, &fields);
        (bench, created)
    }

    fn step(&mut self, base: OperationHash, from: &str, to: &str) -> (OperationHash, Verdict) {
        let fields =
            [("event", text("some")), ("from", text(from)), ("status", text(to)), ("reason", text("why"))];
        self.commit("ticket.transition", Some(base), &fields)
    }

    fn value(&self, field: &str) -> &Value {
        &self.entity.fields[field].value
    }
}

fn conflict(field: &str, how: Contest) -> Verdict {
    Verdict::Conflict { fields: vec![Contested { field: field.to_owned(), how }], late: vec![] }
}

fn merged(late: &[&str]) -> Verdict {
    Verdict::Merged { late: late.iter().map(|&name| name.to_owned()).collect() }
}

#[test]
fn what_was_written_on_what_is_current_applies() {
    let (mut bench, created) = Bench::received("S1");
    let (first, verdict) = bench.commit("intake.amend", Some(created), &[("symptom", text("flickers"))]);
    assert_eq!(verdict, Verdict::Accepted);
    let (_, verdict) = bench.commit("intake.amend", Some(first), &[("symptom", text("green dots"))]);
    assert_eq!((verdict, bench.value("symptom")), (Verdict::Accepted, &text("green dots")));
}

#[test]
fn the_first_value_holds_and_the_later_one_waits_for_a_person() {
    let (mut bench, created) = Bench::received("S1");
    bench.commit("intake.amend", Some(created), &[("symptom", text("flickers"))]);
    let both = [("symptom", text("green dots")), ("condition", text("scratched"))];
    let (loser, verdict) = bench.commit("intake.amend", Some(created), &both);
    assert_eq!(verdict, conflict("symptom", Contest::Later));
    assert_eq!(bench.value("symptom"), &text("flickers"));
    assert_eq!(bench.value("condition"), &text("scratched"), "what nobody else touched applies");
    let waits: Vec<_> = bench.entity.contested().map(|(field, rival)| (field, rival.operation)).collect();
    assert_eq!(waits, [("symptom", loser)]);
}

#[test]
fn two_that_say_the_same_do_not_contradict_each_other_then_or_later() {
    let (mut bench, created) = Bench::received("S1");
    bench.commit("intake.amend", Some(created), &[("symptom", text("flickers"))]);
    let (same, verdict) = bench.commit("intake.amend", Some(created), &[("symptom", text("flickers"))]);
    assert_eq!(verdict, merged(&["symptom"]));
    let (_, verdict) = bench.commit("intake.amend", Some(same), &[("symptom", text("green dots"))]);
    assert_eq!(verdict, Verdict::Accepted);
}

#[test]
fn evidence_never_merges_by_itself() {
    for (kind, field) in [
        ("intake.amend", "serial"),
        ("intake.amend", "received_on"),
        ("intake.amend", "facts"),
        ("intake.amend", "purchase_document"),
        ("quote.answer", "choice"),
        ("ticket.resolve", "resolution"),
    ] {
        let (mut bench, created) = Bench::received("S1");
        bench.commit(kind, Some(created), &[(field, text("one"))]);
        let (_, verdict) = bench.commit(kind, Some(created), &[(field, text("other"))]);
        assert_eq!(verdict, conflict(field, Contest::Evidence), "{field}");
    }
}

#[test]
fn remarks_on_an_act_contradict_nobody() {
    let (mut bench, created) = Bench::received("S1");
    for (field, value) in [("symptom", "flickers"), ("condition", "new")] {
        let fields = [(field, text(value)), ("reason", text(value))];
        assert_eq!(bench.commit("intake.amend", Some(created), &fields).1, Verdict::Accepted);
    }
}

#[test]
fn what_was_taken_away_twice_is_gone_once() {
    let (mut bench, created) = Bench::received("S1");
    let (gone, _) = bench.commit("attachment.remove", Some(created), &[("removed_at", Value::Integer(1))]);
    let (_, verdict) = bench.commit("attachment.remove", Some(created), &[("removed_at", Value::Integer(2))]);
    assert_eq!(verdict, merged(&["removed_at"]));
    let (_, verdict) = bench.commit("attachment.restore", Some(gone), &[("removed_at", Value::Null)]);
    assert_eq!(verdict, Verdict::Accepted);
}

fn change(added: &[&str], removed: &[&str]) -> Value {
    let items = added.iter().map(|&id| (id.to_owned(), text(id))).collect();
    let gone = removed.iter().map(|&id| text(id)).collect();
    Value::Map(BTreeMap::from([
        ("added".to_owned(), Value::Map(items)),
        ("removed".to_owned(), Value::List(gone)),
    ]))
}

#[test]
fn a_set_keeps_what_each_added_and_loses_what_each_saw_and_removed() {
    let mut bench = Bench::default();
    let (created, _) = bench.commit("list.begin", None, &[("items", change(&["a", "b"], &[]))]);
    let one = bench.commit("list.change", Some(created), &[("items", change(&["c"], &["a"]))]).1;
    let other = bench.commit("list.change", Some(created), &[("items", change(&["d"], &["a"]))]).1;
    assert_eq!((one, other), (Verdict::Accepted, merged(&[])));
    assert_eq!(bench.value("items"), &change(&["b", "c", "d"], &["a"]));
}

#[test]
fn a_step_that_was_already_taken_is_history_and_its_station_goes_on_from_there() {
    let (mut bench, created) = Bench::received("S1");
    let (diagnosing, _) = bench.step(created, "to_be_diagnosed", "under_diagnosis");
    let (_, verdict) = bench.step(diagnosing, "under_diagnosis", "in_repair");
    assert_eq!(verdict, Verdict::Accepted);
    // The other station was offline all the while and did the same.
    let (own, verdict) = bench.step(created, "to_be_diagnosed", "under_diagnosis");
    assert_eq!(verdict, merged(&["status"]));
    let (own, verdict) = bench.step(own, "under_diagnosis", "in_repair");
    assert_eq!(verdict, merged(&["status"]));
    let (_, verdict) = bench.step(own, "in_repair", "in_test");
    assert_eq!((verdict, bench.value("status")), (Verdict::Accepted, &text("in_test")));
}

#[test]
fn two_ways_that_meet_go_on_from_where_they_met() {
    let (mut bench, created) = Bench::received("S1");
    let (diagnosing, _) = bench.step(created, "to_be_diagnosed", "under_diagnosis");
    bench.step(diagnosing, "under_diagnosis", "awaiting_parts");
    let (_, verdict) = bench.step(created, "awaiting_parts", "in_repair");
    assert_eq!((verdict, bench.value("status")), (merged(&[]), &text("in_repair")));
}

#[test]
fn a_branch_is_flagged_and_the_work_order_does_not_close_until_it_is_settled() {
    let (mut bench, created) = Bench::received("S1");
    let (ready, _) = bench.step(created, "to_be_diagnosed", "ready");
    let (branch, verdict) = bench.step(created, "to_be_diagnosed", "awaiting_documents");
    assert_eq!(verdict, conflict("status", Contest::Branch));
    let (returned, verdict) = bench.step(ready, "ready", "returned");
    assert_eq!(verdict, Verdict::Accepted, "what happened to the unit is recorded");
    let (closing, verdict) = bench.step(returned, "returned", "closed");
    assert_eq!(verdict, conflict("status", Contest::Branch));
    let hashes = [branch, closing].map(|hash| text(&hash.to_string()));
    let settle = [("status", text("returned")), (SETTLES, Value::List(hashes.to_vec()))];
    let (settled, verdict) = bench.commit(SETTLE, Some(returned), &settle);
    assert_eq!((verdict, bench.entity.contested().count()), (Verdict::Accepted, 0));
    assert_eq!(bench.step(settled, "returned", "closed").1, Verdict::Accepted);
}

#[test]
fn what_was_handed_over_is_never_overwritten() {
    let (mut bench, created) = Bench::received("S1");
    let (ready, _) = bench.step(created, "to_be_diagnosed", "ready");
    bench.step(ready, "ready", "returned");
    let (_, verdict) = bench.step(ready, "ready", "under_diagnosis");
    assert_eq!((verdict, bench.value("status")), (conflict("status", Contest::Branch), &text("returned")));
}

#[test]
fn a_serial_that_was_taken_in_twice_is_flagged_and_both_work_orders_stand() {
    let mut bench = Bench::default();
    let (created, verdict) = bench.commit("intake.receive", None, &[("serial", text("TAKEN"))]);
    assert_eq!(verdict, conflict("serial", Contest::Duplicate));
    assert_eq!(bench.entity.open_serial(), Some("TAKEN"));
    let (cancelled, verdict) = bench.step(created, "to_be_diagnosed", "cancelled");
    assert_eq!((verdict, bench.entity.open_serial()), (Verdict::Accepted, None));
    let (_, verdict) = bench.step(cancelled, "cancelled", "to_be_diagnosed");
    assert_eq!(verdict, conflict("status", Contest::Duplicate), "opened again, it is a second one again");
}

#[test]
fn a_person_settles_only_what_they_saw() {
    let (mut bench, created) = Bench::received("S1");
    let (first, _) = bench.commit("intake.amend", Some(created), &[("symptom", text("one"))]);
    let (second, _) = bench.commit("intake.amend", Some(created), &[("symptom", text("two"))]);
    let (third, _) = bench.commit("intake.amend", Some(created), &[("symptom", text("three"))]);
    let settle = [("symptom", text("two")), (SETTLES, Value::List(vec![text(&second.to_string())]))];
    assert_eq!(bench.commit(SETTLE, Some(first), &settle).1, Verdict::Accepted);
    assert_eq!(bench.value("symptom"), &text("two"));
    let waits: Vec<_> = bench.entity.contested().map(|(_, rival)| rival.operation).collect();
    assert_eq!(waits, [third]);
}

#[test]
fn a_station_that_goes_on_from_its_own_losing_value_leaves_one_question() {
    let (mut bench, created) = Bench::received("S1");
    bench.commit("intake.amend", Some(created), &[("symptom", text("flickers"))]);
    let (own, _) = bench.commit("intake.amend", Some(created), &[("symptom", text("green"))]);
    let (own, verdict) = bench.commit("intake.amend", Some(own), &[("symptom", text("green dots"))]);
    assert_eq!(verdict, conflict("symptom", Contest::Later));
    let waits: Vec<_> = bench.entity.contested().map(|(_, rival)| rival.operation).collect();
    assert_eq!(waits, [own]);
}

#[test]
fn what_hq_lost_and_gets_again_after_what_was_written_on_it_changes_nothing() {
    let mut bench = Bench::default();
    let (_, lost) = bench.write("intake.receive", None, &[("symptom", text("dark"))]);
    let (operation, _) = bench.write("intake.receive", None, &[("symptom", text("dark"))]);
    let _verdict = bench.commit("intake.amend", Some(lost), &[("symptom", text("flickers"))]);
    assert_eq!(bench.verdicts, [merged(&[])]);
    let mut again = operation;
    again.seq = 1;
    again.txn = TxnId::new(Uuid::from_u128(1));
    assert_eq!(OperationHash::of(&again.bytes().unwrap()), lost);
    let verdict = decide(&bench.entity, &again, lost, |_| false);
    assert_eq!(verdict, merged(&["symptom"]));
    bench.entity.apply(&again, lost, &verdict);
    assert_eq!((bench.value("symptom"), bench.entity.created_by), (&text("flickers"), Some(lost)));
}

#[test]
fn what_waits_here_is_shown_over_what_hq_decided_and_gives_way_to_it() {
    let (mut bench, created) = Bench::received("S1");
    let (own, hash) = bench.write("intake.amend", Some(created), &[("symptom", text("mine"))]);
    let mut shown = bench.entity.clone();
    preview(&mut shown, &own, hash);
    assert_eq!(shown.fields["symptom"].value, text("mine"));
    bench.commit("intake.amend", Some(created), &[("symptom", text("theirs"))]);
    let mut shown = bench.entity.clone();
    preview(&mut shown, &own, hash);
    assert_eq!(shown.fields["symptom"].value, text("theirs"));
    assert_eq!(shown.contested().count(), 1);
}

#[test]
fn the_hash_of_all_records_does_not_depend_on_their_order() {
    let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let (bench, _) = Bench::received("S1");
    let (empty, full) = (Hex([0; 32]), |id| bench.entity.content_hash(id));
    let forth = moved(moved(empty, empty, full(one)), empty, full(other));
    let back = moved(moved(empty, empty, full(other)), empty, full(one));
    assert_eq!(forth, back);
    assert_ne!(full(one), full(other));
    assert_eq!(moved(moved(forth, full(one), empty), full(other), empty), empty);
    assert_eq!(Entity::default().content_hash(one), empty);
}

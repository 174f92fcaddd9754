//! The chain of a station as its batches arrive: what fits, what is a repeat, and the first bad place of what does not.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests: a failed expectation ends the test with what was seen"
)]

use nightbench_domain::id::{CentreCode, StationId, TxnId};
use nightbench_domain::operation::{Epoch, Operation, OperationHash, PROTO};
use nightbench_sync::chain::{acked, batch_len, epoch_after_fork, verify};
use nightbench_sync::quarantine;
use nightbench_sync::sign::{SignedHead, Signer};
use nightbench_sync::wire::{Acked, BATCH_MAX, BATCH_MAX_BYTES, Batch, BatchRefusal, Head, Quarantine};
use uuid::Uuid;

const EPOCH: Epoch = Epoch(0xfeed);

fn station() -> StationId {
    StationId::new(Uuid::from_u128(1))
}

fn signer() -> Signer {
    Signer::new(&[7; 32])
}

fn hash(text: &str) -> OperationHash {
    OperationHash::of(text.as_bytes())
}

fn operation(seq: u64, prev_hash: OperationHash) -> Operation {
    Operation {
        proto: PROTO,
        centre: CentreCode::parse("CD01").unwrap(),
        station: station(),
        epoch: EPOCH,
        seq,
        prev_hash,
        txn: TxnId::new(Uuid::from_u128(u128::from(seq / 2))),
        actor: "desk".to_owned(),
        at: 0,
        base_cursor: 0,
        kind: "note.add".to_owned(),
        kind_version: 1,
        entity: Uuid::from_u128(3),
        fields: vec![],
    }
}

fn text(operation: &Operation) -> String {
    String::from_utf8(operation.bytes().unwrap()).unwrap()
}

fn chain(count: u64) -> Vec<String> {
    let (mut texts, mut previous) = (Vec::new(), OperationHash::ZERO);
    for seq in 1..=count {
        texts.push(text(&operation(seq, previous)));
        previous = hash(texts.last().unwrap());
    }
    texts
}

fn signed(first_seq: u64, operations: &[String]) -> Batch {
    let seq = first_seq + operations.len() as u64 - 1;
    let end = SignedHead { station: station(), epoch: EPOCH, seq, hash: hash(operations.last().unwrap()) };
    let signature = signer().sign_head(&end);
    Batch { epoch: EPOCH, first_seq, operations: operations.to_vec(), signature }
}

/// What the receiver says who has the first `applied` operations of a chain.
fn arrives(batch: &Batch, has: &[String]) -> Result<Vec<bool>, BatchRefusal> {
    let known = |seq: u64| has.get(usize::try_from(seq).unwrap().wrapping_sub(1)).map(|text| hash(text));
    let last = has.last().map_or(OperationHash::ZERO, |text| hash(text));
    let applied = Head { epoch: EPOCH, seq: has.len() as u64, hash: last };
    let links = verify(batch, station(), &signer().public_key(), &applied, known)?;
    Ok(links.into_iter().map(|link| link.is_repeat).collect())
}

#[test]
fn operations_that_follow_what_is_there_are_taken_and_repeats_are_known_as_such() {
    let all = chain(5);
    assert_eq!(arrives(&signed(1, &all), &[]), Ok(vec![false; 5]));
    assert_eq!(arrives(&signed(3, &all[2..]), &all[..2]), Ok(vec![false; 3]));
    assert_eq!(arrives(&signed(2, &all[1..]), &all[..3]), Ok(vec![true, true, false, false]));
    assert_eq!(arrives(&signed(1, &all), &all), Ok(vec![true; 5]));
}

#[test]
fn a_gap_is_answered_with_the_place_that_is_expected() {
    let all = chain(5);
    assert_eq!(arrives(&signed(4, &all[3..]), &all[..2]), Err(BatchRefusal::Expect { seq: 3 }));
}

#[test]
fn another_operation_at_a_known_place_is_a_fork() {
    let (all, mut other) = (chain(3), operation(3, hash(&chain(2)[1])));
    other.actor = "somebody else".to_owned();
    let other = text(&other);
    let fork = BatchRefusal::Fork { seq: 3, hash: hash(&all[2]) };
    assert_eq!(arrives(&signed(3, std::slice::from_ref(&other)), &all), Err(fork));
    let next = text(&operation(4, hash(&other)));
    assert_eq!(arrives(&signed(4, std::slice::from_ref(&next)), &all), Err(fork), "its next one names it");
    assert_eq!(arrives(&signed(3, &[other.clone(), next]), &all), Err(fork));
}

#[test]
fn only_what_is_the_same_chain_is_acknowledged() {
    let all = chain(3);
    let known = |seq: u64| all.get(usize::try_from(seq).unwrap() - 1).map(|text| hash(text));
    let end = |seq: usize| Head { epoch: EPOCH, seq: seq as u64, hash: hash(&all[seq - 1]) };
    let said = |seq: u64, hash| Acked { epoch: EPOCH, seq, hash };
    let applied = end(3);
    assert_eq!(acked(&applied, &applied, None, known), said(3, applied.hash));
    assert_eq!(
        acked(&end(2), &applied, None, known),
        said(3, applied.hash),
        "it was set back, and is the same"
    );
    let longer = Head { epoch: EPOCH, seq: 9, hash: OperationHash::ZERO };
    assert_eq!(acked(&longer, &applied, None, known), said(3, applied.hash), "the station compares the end");
    let forked = Head { hash: hash("another"), ..applied };
    assert_eq!(
        acked(&forked, &applied, None, known),
        said(0, OperationHash::ZERO),
        "it is brought from its start"
    );
    let brought = (1, hash(&all[0]));
    assert_eq!(
        acked(&forked, &applied, Some(brought), known),
        said(1, brought.1),
        "as far as it is the same"
    );
}

#[test]
fn what_is_written_again_after_a_fork_has_a_place_that_follows_from_it() {
    let first = hash(&chain(1)[0]);
    assert_eq!(epoch_after_fork(EPOCH, first), epoch_after_fork(EPOCH, first));
    assert_ne!(epoch_after_fork(EPOCH, first), epoch_after_fork(Epoch(1), first));
    assert_ne!(epoch_after_fork(EPOCH, first), epoch_after_fork(EPOCH, hash("another")));
}

#[test]
fn the_first_bad_place_is_named() {
    let all = chain(5);
    let broken = |change: fn(&mut Operation)| {
        let mut bad = operation(3, hash(&all[1]));
        change(&mut bad);
        let mut texts = all.clone();
        texts[2] = text(&bad);
        arrives(&signed(1, &texts), &[])
    };
    for change in [
        (|bad| bad.seq = 4) as fn(&mut Operation),
        |bad| bad.epoch = Epoch(1),
        |bad| bad.station = StationId::new(Uuid::from_u128(2)),
        |bad| bad.prev_hash = OperationHash::ZERO,
    ] {
        assert_eq!(broken(change), Err(BatchRefusal::Broken { seq: 3 }));
    }
    assert_eq!(
        broken(|bad| bad.actor.clear()),
        Err(BatchRefusal::Broken { seq: 4 }),
        "the next one names it"
    );
    let mut none = signed(1, &all);
    none.first_seq = 0;
    assert_eq!(arrives(&none, &[]), Err(BatchRefusal::Broken { seq: 0 }));
    none.first_seq = u64::MAX;
    assert_eq!(arrives(&none, &[]), Err(BatchRefusal::Broken { seq: u64::MAX }));
}

#[test]
fn nobody_else_and_nothing_else_fits_the_signature() {
    let all = chain(3);
    let mut batch = signed(1, &all);
    batch.signature = Signer::new(&[8; 32]).sign_head(&SignedHead {
        station: station(),
        epoch: EPOCH,
        seq: 3,
        hash: hash(&all[2]),
    });
    assert_eq!(arrives(&batch, &[]), Err(BatchRefusal::Signature));
    let mut batch = signed(1, &all);
    batch.operations.pop();
    assert_eq!(arrives(&batch, &[]), Err(BatchRefusal::Signature));
}

#[test]
fn what_is_too_much_or_nothing_is_refused() {
    let none = Batch { operations: vec![], ..signed(1, &chain(1)) };
    assert_eq!(arrives(&none, &[]), Err(BatchRefusal::Size));
    assert_eq!(arrives(&signed(1, &chain(BATCH_MAX as u64 + 1)), &[]), Err(BatchRefusal::Size));
    let large = "x".repeat(BATCH_MAX_BYTES);
    assert_eq!(
        arrives(&signed(1, std::slice::from_ref(&large)), &[]),
        Ok(vec![false]),
        "one alone may be large"
    );
    assert_eq!(arrives(&signed(1, &[large, "y".to_owned()]), &[]), Err(BatchRefusal::Size));
}

#[test]
fn an_operation_that_nobody_can_read_is_set_aside_and_the_chain_goes_on() {
    let mut texts = chain(2);
    texts.push("{ from the future".to_owned());
    texts.push(text(&operation(4, hash(&texts[2]))));
    assert_eq!(arrives(&signed(1, &texts), &[]), Ok(vec![false; 4]));
    let centre = CentreCode::parse("CD01").unwrap();
    let read = quarantine::read(texts.iter().map(String::as_str), &centre);
    let reasons: Vec<_> = read.into_iter().map(Result::err).collect();
    assert_eq!(reasons, [None, None, Some(Quarantine::Unreadable), None]);
}

#[test]
fn the_whole_transaction_of_a_bad_operation_is_set_aside() {
    let mut operations: Vec<_> = (1..=5).map(|seq| operation(seq, OperationHash::ZERO)).collect();
    operations[2].centre = CentreCode::parse("SH01").unwrap();
    operations[4].kind = "ticket.transition".to_owned();
    let texts: Vec<_> = operations.iter().map(text).collect();
    let read = quarantine::read(texts.iter().map(String::as_str), &CentreCode::parse("CD01").unwrap());
    let reasons: Vec<_> = read.into_iter().map(Result::err).collect();
    let (foreign, group, value) = (Quarantine::ForeignCentre, Quarantine::Transaction, Quarantine::BadValue);
    assert_eq!(reasons, [None, Some(group), Some(foreign), Some(group), Some(value)]);
}

#[test]
fn a_batch_is_cut_between_transactions() {
    let txn = |id: u128| TxnId::new(Uuid::from_u128(id));
    let of = |sizes: &[(usize, u128)]| batch_len(sizes.iter().map(|&(size, id)| (size, txn(id))));
    let large = BATCH_MAX_BYTES;
    assert_eq!(of(&[]), 0);
    assert_eq!(of(&[(1, 1), (1, 1), (1, 2)]), 3);
    assert_eq!(of(&[(1, 1), (1, 2), (large, 2)]), 1);
    assert_eq!(of(&[(1, 1), (large, 1)]), 1, "a transaction that does not fit is cut all the same");
    assert_eq!(of(&[(large * 2, 1), (1, 2)]), 1);
    assert_eq!(batch_len((0..2_000).map(|seq| (1, txn(seq / 3)))), 498);
    assert_eq!(batch_len((0..2_000).map(|_| (1, txn(0)))), BATCH_MAX);
}

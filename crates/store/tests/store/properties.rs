//! Whatever is written in whatever order, some of it failing: the chain is whole, every base is the operation that
//! set the field before, and what is stored is what the journal tells.

use crate::common::{act, cycle, receive_in, station, ticket_id, unit};
use nightbench_domain::operation::OperationHash;
use nightbench_domain::ticket::{Event, Status};
use nightbench_store::intake::Why;
use nightbench_store::ticket::Transition;
use nightbench_store::{Store, StoreError, intake, journal, ticket};
use proptest::prelude::{Strategy, any, prop_oneof, proptest};
use proptest::test_runner::Config;
use std::collections::BTreeMap;
use uuid::Uuid;

/// One thing somebody does.
#[derive(Debug, Clone)]
enum Step {
    Receive {
        unit: u8,
    },
    Amend {
        ticket: u8,
        symptom: String,
    },
    Move {
        ticket: u8,
        cancel: bool,
    },
    Redate {
        ticket: u8,
    },
    /// Receives and then fails.
    Fail {
        unit: u8,
    },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0..6_u8).prop_map(|unit| Step::Receive { unit }),
        (any::<u8>(), "[a-z 黑屏]{0,12}").prop_map(|(ticket, symptom)| Step::Amend { ticket, symptom }),
        (any::<u8>(), any::<bool>()).prop_map(|(ticket, cancel)| Step::Move { ticket, cancel }),
        any::<u8>().prop_map(|ticket| Step::Redate { ticket }),
        (0..6_u8).prop_map(|unit| Step::Fail { unit }),
    ]
}

fn run(store: &Store, n: u128, step: &Step, received: &mut Vec<u128>) {
    let chosen = |ticket: u8| received.get(usize::from(ticket) % received.len().max(1)).copied();
    let done: Result<bool, StoreError> = match step {
        Step::Receive { unit: serial } => {
            store.transact(act(n), |tx| receive_in(tx, n, &unit(&format!("SN-{serial}")))).map(|_| true)
        }
        Step::Fail { unit: serial } => {
            let failed = store.transact(act(n), |tx| {
                receive_in(tx, n, &unit(&format!("SN-{serial}")))?;
                Err::<(), _>(StoreError::Stopped)
            });
            assert!(failed.is_err());
            return;
        }
        Step::Amend { ticket, symptom } => {
            let Some(id) = chosen(*ticket) else { return };
            let mut record = intake::by_id(store, ticket_id(id)).unwrap().unwrap();
            record.intake.symptom.clone_from(symptom);
            store
                .transact(act(n), |tx| intake::amend(tx, ticket_id(id), &record.statement(), &Why::default()))
                .map(|_| false)
        }
        Step::Move { ticket, cancel } => {
            let Some(id) = chosen(*ticket) else { return };
            let from = ticket::by_id(store, ticket_id(id)).unwrap().unwrap().status;
            let event = if *cancel { Event::Cancel } else { Event::Reopen };
            let Ok(to) = from.after(event) else { return };
            let moved = Transition { note: "x", ..Transition::of(event, from, to) };
            store.transact(act(n), |tx| ticket::transition(tx, ticket_id(id), moved)).map(|_| false)
        }
        Step::Redate { ticket } => {
            let Some(id) = chosen(*ticket) else { return };
            store.transact_local(|tx| ticket::redate(tx, ticket_id(id), &cycle())).map(|_| false)
        }
    };
    match done {
        Ok(true) => received.push(n),
        Ok(false) | Err(StoreError::OpenTicket { .. }) => {}
        Err(error) => panic!("{step:?}: {error}"),
    }
}

proptest! {
    #![proptest_config(Config { cases: 48, ..Config::default() })]
    #[test]
    fn the_chain_is_whole_and_every_base_is_right(steps in proptest::collection::vec(step(), 1..40)) {
        let store = station();
        let mut received = Vec::new();
        for (n, step) in (1..).zip(&steps) {
            run(&store, n, step, &mut received);
        }
        let reports = journal::verify_all(&store).unwrap();
        assert!(reports.iter().all(|report| report.fault.is_none()), "{reports:?}");
        for id in &received {
            check_bases(&store, ticket_id(*id).uuid());
            check_told(&store, *id);
        }
        let numbers: std::collections::BTreeSet<_> = received
            .iter()
            .map(|id| ticket::by_id(&store, ticket_id(*id)).unwrap().unwrap().rma)
            .collect();
        assert_eq!(numbers.len(), received.len(), "no number is given twice");
    }
}

fn check_bases(store: &Store, entity: Uuid) {
    let mut set_by: BTreeMap<String, OperationHash> = BTreeMap::new();
    let mut created_by = None;
    for entry in journal::timeline(store, entity).unwrap() {
        for field in &entry.operation.fields {
            assert_eq!(field.base_op, set_by.get(&field.name).copied().or(created_by), "{}", field.name);
        }
        match created_by {
            None => created_by = Some(entry.hash),
            Some(_) => {
                set_by.extend(entry.operation.fields.iter().map(|field| (field.name.clone(), entry.hash)));
            }
        }
    }
}

/// The journal alone tells the symptom and the status.
fn check_told(store: &Store, id: u128) {
    let mut told: BTreeMap<String, String> =
        BTreeMap::from([("status".to_owned(), "to_be_diagnosed".to_owned())]);
    for entry in journal::timeline(store, ticket_id(id).uuid()).unwrap() {
        for field in entry.operation.fields {
            if let nightbench_domain::operation::Value::Text(text) = field.value {
                told.insert(field.name, text);
            }
        }
    }
    let record = intake::by_id(store, ticket_id(id)).unwrap().unwrap();
    let row = ticket::by_id(store, ticket_id(id)).unwrap().unwrap();
    assert_eq!(told.get("symptom"), Some(&record.intake.symptom));
    let status = if row.status == Status::Cancelled { "cancelled" } else { "to_be_diagnosed" };
    assert_eq!(told.get("status").map(String::as_str), Some(status));
}

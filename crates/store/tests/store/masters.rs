//! Masters as files bring them in: versions, what ends, and how a unit finds them.

use crate::common::{NOW, act, bring_in_models, date, model, models_file, station};
use nightbench_domain::charge::Charge;
use nightbench_domain::contract::{Contract, SerialRange};
use nightbench_domain::dealer::Dealer;
use nightbench_domain::master::{Master, MasterKind};
use nightbench_domain::model::{Model, SerialPattern};
use nightbench_domain::serial::SerialNumber;
use nightbench_store::{Noun, Store, StoreError, journal, master};

fn serial(text: &str) -> SerialNumber {
    SerialNumber::parse(text).unwrap()
}

fn bring<M: Master>(store: &Store, n: u128, masters: &[M]) -> master::MasterImport {
    let written = store.transact(act(n), |tx| {
        let mut importing = master::begin(tx, M::KIND, models_file(n), false)?;
        for (entry, row) in masters.iter().zip(2..) {
            importing.say(row, &entry.key(), |_: Option<&M>| Ok::<_, StoreError>(entry.clone()))?;
        }
        importing.finish(masters.len() as u64, 0)
    });
    written.unwrap().value
}

#[test]
fn a_later_file_changes_what_it_says_and_leaves_the_rest() {
    let store = station();
    let first = bring(&store, 1, &[model("NV-640"), model("NV-200")]);
    assert_eq!((first.imported, first.updated, first.unchanged), (2, 0, 0));
    let newer = Model { firmware: "2.1".to_owned(), ..model("NV-640") };
    let second = bring(&store, 2, &[newer.clone(), model("NV-200")]);
    assert_eq!((second.imported, second.updated, second.unchanged), (0, 1, 1));
    let kept = master::by_key::<Model>(&store, "nv-640").unwrap().unwrap();
    assert_eq!((kept.entry, kept.said_at, kept.is_ended), (newer, NOW + 2, false));
    let other = master::by_key::<Model>(&store, "NV-200").unwrap().unwrap();
    assert_eq!((other.said_at, other.changed_at), (NOW + 2, NOW + 1), "said again, changed before");
    assert_eq!(journal::waiting(&store).unwrap(), 2, "one operation an import");
    assert_eq!(master::imports(&store, MasterKind::Model, 10).unwrap(), [second, first]);
}

#[test]
fn only_a_complete_file_ends_what_it_leaves_out_and_saying_it_again_brings_it_back() {
    let store = station();
    bring(&store, 1, &[model("NV-640"), model("NV-200")]);
    bring(&store, 2, &[model("NV-640")]);
    assert!(!master::by_key::<Model>(&store, "NV-200").unwrap().unwrap().is_ended);
    let written =
        store.transact(act(3), |tx| bring_in_models(tx, models_file(3), &[model("NV-640")], true)).unwrap();
    assert!(written.changes.contains(&Noun::Master));
    assert_eq!(written.value.ended, 1);
    assert!(master::by_key::<Model>(&store, "NV-200").unwrap().unwrap().is_ended);
    assert_eq!(master::size(&store, MasterKind::Model).unwrap(), 1);
    assert_eq!(bring(&store, 4, &[model("NV-200")]).updated, 1);
    assert!(!master::by_key::<Model>(&store, "NV-200").unwrap().unwrap().is_ended);
}

#[test]
fn a_serial_leads_to_the_one_model_it_fits_and_to_none_when_two_fit() {
    let store = station();
    let lens = Model { serial_pattern: SerialPattern::parse("LN-*").ok(), ..model("LN-50") };
    bring(&store, 1, &[model("NV-640"), lens]);
    let fitting = |text: &str| master::fitting(&store, &serial(text)).unwrap().map(|found| found.entry.code);
    assert_eq!(fitting("JP2409-00417").as_deref(), Some("NV-640"));
    assert_eq!(fitting("LN-7").as_deref(), Some("LN-50"));
    assert_eq!(fitting("XX-7"), None);
    bring(&store, 2, &[Model { serial_pattern: SerialPattern::parse("JP2409-*").ok(), ..model("NV-641") }]);
    assert_eq!(fitting("JP2409-00417"), None);
}

#[test]
fn a_serial_leads_to_the_contracts_whose_ranges_hold_it() {
    let store = station();
    let range = |from: &str, to: &str| SerialRange::new(serial(from), serial(to)).unwrap();
    let contract = |number: &str, serials: Vec<SerialRange>| Contract {
        number: number.to_owned(),
        serials,
        ..Contract::default()
    };
    bring(
        &store,
        1,
        &[
            contract("C-1", vec![range("JP2409-00100", "JP2409-00199")]),
            contract(
                "C-2",
                vec![range("JP2409-00150", "JP2409-00150"), range("JP2501-00001", "JP2501-99999")],
            ),
        ],
    );
    let covering = |text: &str| -> Vec<String> {
        let found = master::covering_serial(&store, &serial(text)).unwrap();
        found.into_iter().map(|found| found.entry.number).collect()
    };
    assert_eq!(covering("JP2409-00100"), ["C-1"]);
    assert_eq!(covering("JP2409-00150"), ["C-1", "C-2"]);
    assert_eq!(covering("JP2501-54321"), ["C-2"]);
    assert_eq!(covering("JP2409-00200"), Vec::<String>::new());
    assert_eq!(covering("JP2409-0015"), Vec::<String>::new());
}

#[test]
fn a_dealer_is_found_by_code_and_by_name() {
    let store = station();
    let dealer = Dealer { code: "D-017".to_owned(), name: "华强".to_owned(), ..Dealer::default() };
    bring(&store, 1, &[dealer]);
    for name in ["d-017", " 华强 "] {
        assert_eq!(master::by_name::<Dealer>(&store, name).unwrap().len(), 1, "{name}");
    }
    assert!(master::by_name::<Dealer>(&store, "").unwrap().is_empty());
}

#[test]
fn the_charge_standard_of_a_day_is_the_newest_that_has_begun() {
    let store = station();
    let line = |version: &str, on: &str, amount_minor| Charge {
        version: version.to_owned(),
        effective_on: date(on),
        currency: "CNY".to_owned(),
        code: "L-01".to_owned(),
        amount_minor,
        ..Charge::default()
    };
    bring(&store, 1, &[line("2025", "2025-01-01", 10_000), line("2026", "2026-01-01", 12_000)]);
    for (on, amount) in [
        ("2024-12-31", None),
        ("2025-12-31", Some(10_000)),
        ("2026-01-01", Some(12_000)),
        ("2030-01-01", Some(12_000)),
    ] {
        let lines = master::charge_standard(&store, date(on)).unwrap();
        assert_eq!(lines.first().map(|line| line.entry.amount_minor), amount, "{on}");
    }
}

#[test]
fn masters_are_read_page_by_page_and_by_a_word() {
    let store = station();
    let models: Vec<Model> = (0..5).map(|n| model(&format!("NV-{n}"))).collect();
    bring(&store, 1, &models);
    let keys = |text: &str, after: &str| -> Vec<String> {
        let page = master::page::<Model>(&store, text, after, 3).unwrap();
        page.into_iter().map(|(key, _)| key).collect()
    };
    assert_eq!(keys("", ""), ["NV-0", "NV-1", "NV-2"]);
    assert_eq!(keys("", "NV-2"), ["NV-3", "NV-4"]);
    assert_eq!(keys("手持", "NV-3"), ["NV-4"]);
    assert_eq!(keys("nv-4", ""), ["NV-4"]);
}

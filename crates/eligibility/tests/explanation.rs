//! The proof tree of a verdict is sound: while the facts that a decided remedy's proof names stay as they are, nothing
//! else that may be the case changes its outcome.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use nightbench_calendar::Calendar;
use nightbench_domain::claim::{Finding, Remedy};
use nightbench_eligibility::policy::Policy;
use nightbench_eligibility::verdict::{FactName, FactSet, Outcome, Verdict};
use nightbench_eligibility::{Facts, assess};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Facts by the names of the contract; a name that is not there was not stated.
type Known = BTreeMap<FactName, Value>;

fn facts_of(known: &Known) -> Facts {
    let mut root = Map::new();
    for (name, value) in known {
        match name.code().split_once('.') {
            None if *name == FactName::Contract => {
                root.entry("contract").or_insert_with(|| json!({}));
            }
            None => {
                root.insert(name.code().to_owned(), value.clone());
            }
            Some((whole, part)) => {
                let inner = root.entry(whole).or_insert_with(|| json!({}));
                inner.as_object_mut().unwrap().insert(part.to_owned(), value.clone());
            }
        }
    }
    Facts::from_json(&Value::Object(root).to_string()).unwrap()
}

fn verdict_of(known: &Known) -> Verdict {
    assess(Policy::shipped().unwrap(), Calendar::of("CN"), &facts_of(known))
}

/// A day near the others, so that windows and periods are met from both sides.
fn day() -> impl Strategy<Value = Value> {
    let day = |from: &str, days: i64| {
        (from.parse::<chrono::NaiveDate>().unwrap() + chrono::Days::new(days.unsigned_abs())).to_string()
    };
    prop_oneof![
        4 => (0_i64..45).prop_map(move |days| json!(day("2026-02-01", days))),
        2 => (0_i64..800).prop_map(move |days| json!(day("2024-02-01", days))),
    ]
}

fn one_of(values: Vec<Value>) -> BoxedStrategy<Value> {
    proptest::sample::select(values).boxed()
}

/// Good more often than not, so that something is granted now and then.
fn good() -> BoxedStrategy<Value> {
    one_of(vec![json!(true), json!(true), json!(true), json!(false), json!("unavailable")])
}

fn findings() -> BoxedStrategy<Value> {
    let any = proptest::sample::subsequence(Finding::ALL.to_vec(), 0..4);
    prop_oneof![3 => Just(json!(["product_fault"])), 3 => any.prop_map(|found| json!(found))].boxed()
}

fn value_of(name: FactName) -> BoxedStrategy<Value> {
    match name {
        FactName::ProductClass => one_of(vec![json!("terminal"), json!("module"), json!("detector")]),
        FactName::ClaimObject => one_of(vec![json!("whole"), json!("part")]),
        FactName::VoucherDate
        | FactName::ContractDate
        | FactName::ClaimDate
        | FactName::ContractPeriodStart
        | FactName::GoodsReceivedOn => day().boxed(),
        FactName::SaleKind => one_of(
            ["normal", "normal", "normal", "special_price", "prototype_special_price", "borrowed"]
                .map(|kind| json!(kind))
                .to_vec(),
        ),
        FactName::Contract => Just(json!({})).boxed(),
        FactName::ContractUnitMonths | FactName::ContractPartMonths => {
            (0_u32..30).prop_map(|months| json!(months)).boxed()
        }
        FactName::ContractReturnDays | FactName::ContractExchangeDays => {
            (0_u32..60).prop_map(|days| json!(days)).boxed()
        }
        FactName::Findings => findings(),
        FactName::SerialLabel => {
            one_of(vec![json!("readable"), json!("readable"), json!("unreadable"), json!("absent")])
        }
        FactName::ContractSpecialPriceReturn
        | FactName::ContractCoversBorrowed
        | FactName::ContractFee
        | FactName::ConsumableDefect
        | FactName::WarrantyCertificate
        | FactName::PurchaseProof
        | FactName::SerialMatches
        | FactName::AuthorisedSource
        | FactName::AccessoriesComplete
        | FactName::ReturnConsent => good(),
        FactName::PriorRepairs => {
            let scope =
                one_of(["product", "part_same", "part_other", "paid"].map(|scope| json!(scope)).to_vec());
            let repair =
                (day(), scope).prop_map(|(completed, scope)| json!({"completed": completed, "scope": scope}));
            proptest::collection::vec(repair, 0..3).prop_map(|repairs| json!(repairs)).boxed()
        }
        FactName::Counting => one_of(vec![json!("cn"), json!("plain")]),
        FactName::Buyer => one_of(vec![json!("consumer"), json!("business")]),
        FactName::Country => one_of(vec![json!("CN"), json!("DE")]),
        FactName::PurchaseChannel => one_of(vec![json!("online"), json!("shop")]),
    }
}

/// Facts as a claim may have them; `often` of ten are stated, and terms of a contract seldom.
fn known(often: u32) -> impl Strategy<Value = Known> {
    let each: Vec<_> = FactName::ALL
        .into_iter()
        .map(|name| {
            let is_term = name.code().starts_with("contract");
            let likely = if is_term || name == FactName::ContractDate { 1 } else { often };
            prop_oneof![10 - likely => Just(None), likely => value_of(name).prop_map(Some)]
                .prop_map(move |value| (name, value))
        })
        .collect();
    each.prop_map(|all| all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect())
}

/// The facts that a remedy's proof names.
fn named(verdict: &Verdict, remedy: Remedy) -> FactSet {
    let proof = verdict.grounds.iter().filter(|ground| ground.decides.contains(remedy));
    proof.fold(FactSet::NONE, |facts, ground| facts.and(ground.facts))
}

/// The named facts as they are, all others as somebody else has them.
fn with_others_changed(own: &Known, others: &Known, named: FactSet) -> Known {
    let kept = own.iter().filter(|(name, _)| named.contains(**name));
    let changed = others.iter().filter(|(name, _)| !named.contains(**name));
    kept.chain(changed).map(|(name, value)| (*name, value.clone())).collect()
}

fn cases() -> ProptestConfig {
    ProptestConfig { cases: if cfg!(debug_assertions) { 3_000 } else { 60_000 }, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn facts_that_a_proof_does_not_name_never_change_its_outcome(
        own in prop_oneof![known(9), known(8), known(6)],
        others in prop_oneof![known(8), known(4), known(9)],
    ) {
        let verdict = verdict_of(&own);
        for remedy in Remedy::ALL {
            let outcome = verdict.remedies.of(remedy);
            if outcome.outcome == Outcome::Needs {
                continue;
            }
            let named = named(&verdict, remedy);
            prop_assert!(!named.is_empty(), "{remedy:?} is {outcome:?} by no fact");
            let changed = with_others_changed(&own, &others, named);
            let then = verdict_of(&changed);
            prop_assert_eq!(
                outcome.outcome,
                then.remedies.of(remedy).outcome,
                "{:?} named {:?}\nwas {}\nthen {}",
                remedy,
                named.iter().map(FactName::code).collect::<Vec<_>>(),
                serde_json::to_string(&facts_of(&own)).unwrap(),
                serde_json::to_string(&facts_of(&changed)).unwrap()
            );
        }
    }

    #[test]
    fn what_no_longer_matters_changes_nothing(own in prop_oneof![known(8), known(5), known(2)], others in known(8)) {
        let verdict = verdict_of(&own);
        let moot = verdict.no_longer_matters;
        // A purchase date after the claim is another claim.
        let purchase = FactSet::of([FactName::VoucherDate, FactName::ContractDate]);
        let kept: FactSet = FactName::ALL.into_iter().filter(|&name| !moot.without(purchase).contains(name)).collect();
        for name in moot.iter() {
            prop_assert!(own.get(&name).is_none_or(|value| *value == json!("unavailable")), "{name:?} is known");
        }
        let then = verdict_of(&with_others_changed(&own, &others, kept));
        for remedy in Remedy::ALL {
            let (before, after) = (verdict.remedies.of(remedy), then.remedies.of(remedy));
            prop_assert_eq!((before.outcome, &before.needs), (after.outcome, &after.needs), "{:?}: {:?}", remedy, moot);
        }
    }
}

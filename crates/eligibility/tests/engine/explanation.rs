//! The explanation of a verdict is true. Its proofs are sound: while the facts that a decided remedy's proof names stay as
//! they are, nothing else that may be the case changes its outcome. What would be different is what the engine says of
//! the different facts, and the next question is the one that a search through all answers finds.

use nightbench_calendar::Calendar;
use nightbench_domain::claim::{Finding, Remedy};
use nightbench_eligibility::policy::Policy;
use nightbench_eligibility::policy::reading::StopLevel;
use nightbench_eligibility::verdict::{FactName, FactSet, Need, Outcome, PolicyRef, Verdict};
use nightbench_eligibility::{Counterfactual, Facts, Packs, assess, explain, outcomes};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

const SHIPPED: &str = include_str!("../../../../policies/jingpin-commitment.toml");

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
    ProptestConfig { cases: if cfg!(debug_assertions) { 800 } else { 60_000 }, ..ProptestConfig::default() }
}

fn counterfactuals_of(known: &Known) -> Vec<Counterfactual> {
    let (policy, facts) = (Policy::shipped().unwrap(), facts_of(known));
    explain(policy, Calendar::of("CN"), &facts, &verdict_of(known)).counterfactuals
}

/// The facts with one as good as it can be.
fn with_good(known: &Known, name: FactName) -> Known {
    let good = if name == FactName::SerialLabel {
        json!("readable")
    } else if name == FactName::SaleKind {
        json!("normal")
    } else if name == FactName::Findings {
        json!(["product_fault"])
    } else {
        json!(true)
    };
    let mut changed = known.clone();
    changed.insert(name, good);
    changed
}

const fn standing(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Denied => 0,
        Outcome::Needs => 1,
        Outcome::Granted => 2,
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn what_would_be_different_is_what_the_different_facts_give(own in prop_oneof![known(9), known(8), known(6)]) {
        let verdict = verdict_of(&own);
        let told = counterfactuals_of(&own);
        for would_be in &told {
            let changed = match would_be.facts.as_slice() {
                [FactName::ClaimDate] => {
                    let mut earlier = own.clone();
                    let claimed = earlier.insert(FactName::ClaimDate, json!(would_be.last_day.unwrap()));
                    prop_assert!(claimed.unwrap().as_str().unwrap() > would_be.last_day.unwrap().to_string().as_str());
                    earlier
                }
                supplied => supplied.iter().fold(own.clone(), |known, &name| with_good(&known, name)),
            };
            let then = verdict_of(&changed);
            let (before, after) = (verdict.remedies.of(would_be.remedy), then.remedies.of(would_be.remedy));
            prop_assert!(standing(after.outcome) > standing(before.outcome));
            prop_assert_eq!((would_be.outcome, &would_be.needs), (after.outcome, &after.needs));
            prop_assert!(would_be.remedy != Remedy::PaidRepair);
            if let [one, other] = would_be.facts.as_slice() {
                for alone in [*one, *other] {
                    let then = verdict_of(&with_good(&own, alone));
                    prop_assert!(standing(then.remedies.of(would_be.remedy).outcome) <= standing(before.outcome));
                }
            } else {
                prop_assert_eq!(would_be.facts.len(), 1);
            }
        }
    }

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

fn in_order() -> Known {
    let text = r#"{"product_class":"terminal","claim_object":"whole","purchase.voucher_date":"2026-03-02",
        "claim_date":"2026-03-04","sale_kind":"normal","contract":{},"findings":["product_fault"],
        "documents.warranty_certificate":true,"documents.purchase_proof":true,"serial.label":"readable",
        "serial.matches":true,"authorised_source":true,"accessories_complete":true,"return_consent":true}"#;
    serde_json::from_str(text).unwrap()
}

/// The facts in order, but for some; null takes a fact away.
fn but_for(changed: &str) -> Known {
    let mut known = in_order();
    known.extend(serde_json::from_str::<Known>(changed).unwrap());
    known.retain(|_, value| !value.is_null());
    known
}

/// What is told, a line each: remedy, what is supplied, what it comes to, until when.
fn told(changed: &str) -> Vec<String> {
    let line = |would_be: &Counterfactual| {
        let supplied: Vec<&str> = would_be.supplied.iter().map(|piece| piece.code()).collect();
        let last_day = would_be.last_day.map(|day| day.to_string()).unwrap_or_default();
        format!("{:?} {} [{}] {last_day}", would_be.remedy, would_be.id, supplied.join("+"))
    };
    counterfactuals_of(&but_for(changed)).iter().map(line).collect()
}

#[test]
fn a_window_that_is_over_says_until_when_it_was_open() {
    assert_eq!(
        told(r#"{"claim_date":"2026-04-10"}"#),
        ["Refund counterfactual-earlier [] 2026-03-09", "Exchange counterfactual-earlier [] 2026-04-01",]
    );
}

#[test]
fn a_warranty_that_is_over_says_until_when_the_repair_was_free() {
    assert_eq!(
        told(r#"{"claim_date":"2028-05-01"}"#),
        [
            "Refund counterfactual-earlier [] 2026-03-09",
            "Exchange counterfactual-earlier [] 2026-04-01",
            "FreeRepair counterfactual-earlier [] 2028-03-02",
        ]
    );
}

#[test]
fn a_missing_paper_says_what_it_would_bring() {
    assert_eq!(
        told(r#"{"documents.purchase_proof":false}"#),
        [
            "Refund counterfactual-granted_until [purchase_proof] 2026-03-09",
            "Exchange counterfactual-granted_until [purchase_proof] 2026-04-01",
            "FreeRepair counterfactual-granted_until [purchase_proof] 2028-03-02",
        ]
    );
}

#[test]
fn two_together_are_told_only_where_no_single_one_is_enough() {
    assert_eq!(
        told(
            r#"{"documents.purchase_proof":false,"documents.warranty_certificate":false,"claim_date":"2026-04-10"}"#
        ),
        ["FreeRepair counterfactual-granted_until [warranty_certificate+purchase_proof] 2028-03-02"]
    );
}

#[test]
fn findings_that_contradict_each_other_are_told_to_be_found_out() {
    let told = told(r#"{"findings":["product_fault","operates_normally"]}"#);
    assert!(
        told.contains(&"FreeRepair counterfactual-granted_until [diagnosis] 2028-03-02".to_owned()),
        "{told:?}"
    );
}

/// Reading 12: the tail of 2.2 counts from the completion, and only after a repair of the item in warranty.
#[test]
fn an_earlier_repair_of_which_too_little_is_known_is_told_where_it_could_cover() {
    let over = r#""claim_date":"2028-05-01","prior_repairs":"#;
    let shown = "FreeRepair counterfactual-repair_shown [] ".to_owned();
    for (repairs, is_told) in [
        (r#"[{"completed":null,"scope":"product"}]"#, true),
        (r#"["unavailable"]"#, true),
        (r#"[{"completed":"2028-04-01","scope":null}]"#, true),
        (r#"[{"completed":"2027-04-01","scope":null}]"#, false),
        (r#"[{"completed":null,"scope":"paid"}]"#, false),
        (r#"[{"completed":null,"scope":"part_other"}]"#, false),
        ("[]", false),
        (r#""unavailable""#, false),
    ] {
        assert_eq!(told(&format!("{{{over}{repairs}}}")).contains(&shown), is_told, "{repairs}");
    }
    let covered = told(r#"{"prior_repairs":["unavailable"]}"#);
    assert_eq!(covered, Vec::<String>::new(), "inside the warranty nothing hangs on it");
}

fn names(set: impl IntoIterator<Item = FactName>) -> Vec<&'static str> {
    set.into_iter().map(FactName::code).collect()
}

/// The facts of a ground, by its id; none where the verdict does not give it.
fn facts_of_ground(policy: &Policy, changed: &str, id: &str) -> Option<Vec<&'static str>> {
    let verdict = assess(policy, Calendar::of("CN"), &facts_of(&but_for(changed)));
    let ground = verdict.grounds.iter().find(|ground| ground.id == format!("ground-{id}"))?;
    Some(names(ground.facts.iter()))
}

#[test]
fn a_ground_is_given_where_it_is_so_and_names_the_facts_it_rests_on() {
    let dates = ["purchase.voucher_date", "purchase.contract_date", "claim_date"];
    let with_dates = |more: &[&'static str]| Some([&dates[..], more].concat());
    let over = r#""claim_date":"2028-05-01""#;
    let repaired = r#""prior_repairs":[{"completed":"2028-04-01","scope":"product"}]"#;
    for (sentence, changed, id, facts) in [
        (
            "a consumable of which nobody said whether it is defective",
            r#"{"findings":["consumable"]}"#.to_owned(),
            "open_consumable_defect",
            Some(vec!["consumable_defect"]),
        ),
        (
            "a consumable is not itself a question",
            r#"{"findings":["consumable"]}"#.to_owned(),
            "consumable",
            None,
        ),
        (
            "a worn consumable",
            r#"{"findings":["consumable"],"consumable_defect":false}"#.to_owned(),
            "consumable",
            Some(vec!["findings", "consumable_defect"]),
        ),
        (
            "a defect of no consumable is no fact of the fault",
            r#"{"consumable_defect":true}"#.to_owned(),
            "product_fault",
            Some(vec!["findings"]),
        ),
        (
            "a fault beside a consumable of which nobody said whether it is defective",
            r#"{"findings":["product_fault","consumable"]}"#.to_owned(),
            "product_fault",
            Some(vec!["findings"]),
        ),
        (
            "accessories nobody looked at",
            r#"{"accessories_complete":null}"#.to_owned(),
            "open_accessories",
            Some(vec!["accessories_complete"]),
        ),
        (
            "accessories nobody looked at are not incomplete",
            r#"{"accessories_complete":null}"#.to_owned(),
            "accessories_incomplete",
            None,
        ),
        (
            "incomplete accessories",
            r#"{"accessories_complete":false}"#.to_owned(),
            "accessories_incomplete",
            Some(vec!["accessories_complete"]),
        ),
        (
            "no fault was found",
            r#"{"findings":["operates_normally"]}"#.to_owned(),
            "nothing_to_repair",
            Some(vec![]),
        ),
        (
            "and nothing is charged",
            r#"{"findings":["operates_normally"]}"#.to_owned(),
            "paid_repair_due",
            None,
        ),
        (
            "worn and working is charged",
            r#"{"findings":["normal_wear","operates_normally"]}"#.to_owned(),
            "paid_repair_due",
            Some(vec![]),
        ),
        (
            "claimed on the day of the purchase",
            r#"{"claim_date":"2026-03-02"}"#.to_owned(),
            "claim_before_purchase",
            None,
        ),
        (
            "and so in order",
            r#"{"claim_date":"2026-03-02","sale_kind":"special_price"}"#.to_owned(),
            "claim_before_purchase",
            None,
        ),
        (
            "the day before",
            r#"{"claim_date":"2026-03-01"}"#.to_owned(),
            "claim_before_purchase",
            with_dates(&[]),
        ),
        (
            "after a repair the tail covers",
            format!("{{{over},{repaired}}}"),
            "in_tail",
            with_dates(&["prior_repairs"]),
        ),
        (
            "inside the warranty the tail is not what covers",
            r#"{"claim_date":"2026-04-10","prior_repairs":[{"completed":"2026-04-01","scope":"product"}]}"#
                .to_owned(),
            "in_tail",
            None,
        ),
        ("a whole unit's windows do not wait for a blank", "{}".to_owned(), "warranty_not_over", None),
    ] {
        let found = facts_of_ground(Policy::shipped().unwrap(), &changed, id);
        assert_eq!(found, facts, "{sentence}");
    }
}

/// Reading 4: the counting of rest days is a reason only where it is the roll that includes the claim.
#[test]
fn the_counting_is_a_reason_where_the_roll_over_a_rest_day_decides() {
    let no_roll = SHIPPED.replacen("chosen = \"rolls_forward\"", "chosen = \"no_roll\"", 1);
    let no_roll = Policy::load("pack.toml", &no_roll).unwrap();
    let shipped = Policy::shipped().unwrap();
    let monday = r#"{"purchase.voucher_date":"2026-02-28","claim_date":"2026-03-09"}"#;
    let friday = r#"{"purchase.voucher_date":"2026-02-28","claim_date":"2026-03-06"}"#;
    for (sentence, policy, changed, id, is_reason) in [
        ("the Monday after a Saturday", shipped, monday, "refund_window_open", true),
        ("the Friday before it", shipped, friday, "refund_window_open", false),
        ("a pack that does not roll", &no_roll, monday, "refund_window_over", false),
    ] {
        let facts = facts_of_ground(policy, changed, id).unwrap_or_else(|| panic!("{sentence}"));
        assert_eq!(facts.contains(&"counting"), is_reason, "{sentence}");
    }
}

/// Reading 14, the other way: what is a condition of ours is a refusal there.
#[test]
fn incomplete_accessories_refuse_where_the_pack_reads_them_so() {
    let refuses = SHIPPED.replacen("chosen = \"condition\"", "chosen = \"refusal\"", 1);
    let refuses = Policy::load("pack.toml", &refuses).unwrap();
    let incomplete = r#"{"accessories_complete":false}"#;
    let named = Some(vec!["accessories_complete"]);
    assert_eq!(facts_of_ground(&refuses, incomplete, "accessories_refused"), named);
    assert_eq!(facts_of_ground(&refuses, incomplete, "accessories_incomplete"), None);
    assert_eq!(facts_of_ground(Policy::shipped().unwrap(), incomplete, "accessories_refused"), None);
}

/// Reading 19: the table leaves the parts of a detector blank, which is the repairs' matter alone.
#[test]
fn a_blank_period_is_no_reason_of_a_window() {
    let verdict = verdict_of(&but_for(r#"{"product_class":"detector","claim_object":"part"}"#));
    assert_eq!(verdict.remedies.refund.outcome, Outcome::Granted);
    let blank = verdict.grounds.iter().find(|ground| ground.id == "ground-period_blank").unwrap();
    assert_eq!(blank.decides.iter().collect::<Vec<_>>(), [Remedy::FreeRepair, Remedy::PaidRepair]);
    let windows = verdict.grounds.iter().find(|ground| ground.id == "ground-warranty_not_over");
    let of_windows = windows.unwrap().decides.iter().collect::<Vec<_>>();
    assert_eq!(of_windows, [Remedy::Refund, Remedy::Exchange]);
    let late = r#"{"product_class":"detector","claim_object":"part","claim_date":"2026-08-04"}"#;
    let not_over = facts_of_ground(Policy::shipped().unwrap(), late, "warranty_not_over");
    assert_eq!(not_over, None, "when the windows are over, nothing asks whether the warranty is");
}

/// A repair does not ask for the accessories, so they are settled where only a repair waits for consent.
#[test]
fn accessories_no_longer_matter_where_only_a_repair_waits_for_consent() {
    let known = but_for(
        r#"{"claim_date":"2026-05-02","accessories_complete":null,"findings":null,"return_consent":null}"#,
    );
    let verdict = verdict_of(&known);
    assert_eq!(verdict.no_longer_matters.iter().collect::<Vec<_>>(), [FactName::AccessoriesComplete]);
    let early = but_for(r#"{"accessories_complete":null,"return_consent":null}"#);
    assert_eq!(verdict_of(&early).no_longer_matters, FactSet::default(), "a refund asks for both");
}

#[test]
fn what_nobody_can_supply_is_not_told() {
    assert_eq!(told(r#"{"serial.label":"absent"}"#), Vec::<String>::new());
    assert_eq!(told(r#"{"sale_kind":"borrowed"}"#), Vec::<String>::new());
    assert_eq!(told(r#"{"findings":["misuse_or_environment"]}"#), Vec::<String>::new());
    assert_eq!(told("{}"), Vec::<String>::new());
}

#[test]
fn a_reading_that_an_outcome_turns_on_is_told_with_its_words_and_its_level() {
    let known = but_for(r#"{"documents.purchase_proof":false}"#);
    let (policy, facts, verdict) = (Policy::shipped().unwrap(), facts_of(&known), verdict_of(&known));
    let told = explain(policy, Calendar::of("CN"), &facts, &verdict).readings;
    let [repairs, papers] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!((repairs.number, repairs.level), (1, StopLevel::Inform));
    assert_eq!(repairs.remedies, [Remedy::FreeRepair, Remedy::PaidRepair]);
    assert_eq!((papers.number, papers.level, papers.needs_a_person), (8, StopLevel::Adjudicate, true));
    assert_eq!(papers.remedies, Remedy::ALL);
    assert!(!papers.says.en.is_empty() && !papers.says.zh.is_empty());
    assert_eq!(verdict.remedies.refund.readings, [8]);
    assert_eq!(verdict.remedies.free_repair.readings, [1, 8]);
}

#[test]
fn a_verdict_of_before_there_were_proofs_is_read() {
    let mut old = serde_json::to_value(verdict_of(&in_order())).unwrap();
    old.as_object_mut().unwrap().remove("no_longer_matters");
    for remedy in ["refund", "exchange", "free_repair", "paid_repair"] {
        old["remedies"][remedy].as_object_mut().unwrap().remove("readings");
    }
    for ground in old["grounds"].as_array_mut().unwrap() {
        ground.as_object_mut().unwrap().remove("facts");
        ground.as_object_mut().unwrap().remove("decides");
    }
    let read: Verdict = serde_json::from_value(old).unwrap();
    assert!(read.no_longer_matters.is_empty() && read.remedies.refund.readings.is_empty());
    assert!(read.grounds.iter().all(|ground| ground.facts.is_empty() && ground.decides.is_empty()));
}

/// What it takes to find a fact out, least first: look at the unit, read papers, ask the customer, work at the bench.
fn cost(need: Need) -> u8 {
    match need {
        Need::ProductClass | Need::SerialLabel | Need::Accessories => 0,
        Need::AuthorisedSource
        | Need::Contract
        | Need::PurchaseDate
        | Need::PurchaseProof
        | Need::SaleKind
        | Need::SerialMatch
        | Need::WarrantyCertificate => 1,
        Need::ClaimObject | Need::Consent | Need::Dates | Need::Review => 2,
        Need::ConsumableDefect | Need::Diagnosis => 3,
    }
}

/// Every answer that an open fact may get, as far as the rules can tell answers apart; none where the fact was asked
/// for in vain, and one empty where no single answer settles it.
fn answers(known: &Known, need: Need) -> Vec<Known> {
    let with = |name: FactName, values: Vec<Value>| -> Vec<Known> {
        if known.get(&name) == Some(&json!("unavailable")) {
            return Vec::new();
        }
        let answered = values.into_iter().map(|value| {
            let mut answered = known.clone();
            answered.insert(name, value);
            answered
        });
        answered.collect()
    };
    let either = || vec![json!(true), json!(false)];
    match need {
        Need::Accessories => with(FactName::AccessoriesComplete, either()),
        Need::AuthorisedSource => with(FactName::AuthorisedSource, either()),
        Need::ClaimObject => with(FactName::ClaimObject, vec![json!("whole"), json!("part")]),
        Need::Consent => with(FactName::ReturnConsent, either()),
        Need::ConsumableDefect => with(FactName::ConsumableDefect, either()),
        Need::Diagnosis => with(FactName::Findings, diagnoses()),
        Need::ProductClass => with(
            FactName::ProductClass,
            ["terminal", "module", "detector"].map(|class| json!(class)).to_vec(),
        ),
        Need::PurchaseDate => {
            // One day of each stretch between the ends of 7 and 30 days, 3, 12 and 24 months.
            let claimed: chrono::NaiveDate =
                serde_json::from_value(known[&FactName::ClaimDate].clone()).unwrap();
            let days = [0, 20, 60, 200, 500, 1_000];
            with(FactName::VoucherDate, days.map(|back| json!(claimed - chrono::Days::new(back))).to_vec())
        }
        Need::PurchaseProof => with(FactName::PurchaseProof, either()),
        Need::SaleKind => with(
            FactName::SaleKind,
            ["normal", "special_price", "prototype_special_price", "borrowed"]
                .map(|kind| json!(kind))
                .to_vec(),
        ),
        Need::SerialLabel => with(
            FactName::SerialLabel,
            ["readable", "unreadable", "absent"].map(|label| json!(label)).to_vec(),
        ),
        Need::SerialMatch => with(FactName::SerialMatches, either()),
        Need::WarrantyCertificate => with(FactName::WarrantyCertificate, either()),
        Need::Contract => with(FactName::Contract, Vec::new()),
        Need::Dates | Need::Review => Vec::new(),
    }
}

/// All findings of at most two codes that do not contradict each other.
fn diagnoses() -> Vec<Value> {
    let mut all = vec![json!([])];
    for (at, one) in Finding::ALL.into_iter().enumerate() {
        all.push(json!([one]));
        all.extend(Finding::ALL.into_iter().skip(at + 1).map(|other| json!([one, other])));
    }
    let contradicts = |found: &Value| {
        let has = |code: &str| found.as_array().unwrap().contains(&json!(code));
        has("product_fault") && (has("operates_normally") || has("within_specification"))
    };
    all.retain(|found| !contradicts(found));
    all
}

fn open_remedies(known: &Known) -> usize {
    let verdict = verdict_of(known);
    Remedy::ALL.into_iter().filter(|&remedy| verdict.remedies.of(remedy).outcome == Outcome::Needs).count()
}

/// Whether a need can be asked about: it is no known lack, and was not asked for in vain.
fn is_askable(known: &Known, need: Need) -> bool {
    let is_unanswered = |name: FactName| !known.contains_key(&name);
    match need {
        Need::Accessories => is_unanswered(FactName::AccessoriesComplete),
        Need::Consent => is_unanswered(FactName::ReturnConsent),
        Need::Contract => is_unanswered(FactName::Contract),
        Need::Dates => known.get(&FactName::ClaimDate) != Some(&json!("unavailable")),
        Need::Review => false,
        Need::AuthorisedSource
        | Need::ClaimObject
        | Need::ConsumableDefect
        | Need::Diagnosis
        | Need::ProductClass
        | Need::PurchaseDate
        | Need::PurchaseProof
        | Need::SaleKind
        | Need::SerialLabel
        | Need::SerialMatch
        | Need::WarrantyCertificate => !answers(known, need).is_empty(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases().cases / 4, ..ProptestConfig::default() })]

    #[test]
    fn the_next_question_leaves_the_fewest_remedies_open_at_worst_and_costs_least(
        own in prop_oneof![known(9), known(8), known(6), known(3)],
    ) {
        // Terms of a contract move the ends between which one day stands for a stretch.
        let own: Known = own.into_iter().filter(|(name, _)| !name.code().starts_with("contract")).collect();
        prop_assert_eq!(question_of(&own), best_question(&own), "{}", serde_json::to_string(&facts_of(&own)).unwrap());
    }
}

/// How many remedies its worst answer leaves open, and what it costs.
type Worth = (usize, u8);

fn worth(known: &Known, need: Need) -> Worth {
    (answers(known, need).iter().map(open_remedies).max().unwrap_or(Remedy::ALL.len()), cost(need))
}

/// What the question that is asked is worth.
fn question_of(known: &Known) -> Option<Worth> {
    verdict_of(known).next_question.map(|need| worth(known, need))
}

/// What the best one is worth.
fn best_question(known: &Known) -> Option<Worth> {
    let verdict = verdict_of(known);
    let needs: BTreeSet<Need> =
        Remedy::ALL.into_iter().flat_map(|remedy| verdict.remedies.of(remedy).needs.clone()).collect();
    needs.into_iter().filter(|&need| is_askable(known, need)).map(|need| worth(known, need)).min()
}

/// Every two facts that are not stated, at a time of each kind and with what else holds a remedy back.
#[test]
fn the_next_question_is_the_best_whichever_two_facts_are_open() {
    let names: Vec<FactName> = complete().into_keys().collect();
    let days = ["2026-03-05", "2026-03-20", "2026-05-20", "2026-07-20", "2027-06-20"];
    let changes = [
        None,
        Some((FactName::ReturnConsent, json!(false))),
        Some((FactName::AccessoriesComplete, json!(false))),
        Some((FactName::Findings, json!(["consumable"]))),
        Some((FactName::SaleKind, json!("special_price"))),
    ];
    for (day, change) in days.into_iter().flat_map(|day| changes.iter().map(move |change| (day, change))) {
        for (at, one) in names.iter().enumerate() {
            for other in names.iter().skip(at) {
                let mut known = complete();
                known.insert(FactName::ClaimDate, json!(day));
                known.extend(change.clone());
                known.remove(one);
                known.remove(other);
                if known.contains_key(&FactName::ClaimDate) {
                    let asked = question_of(&known);
                    assert_eq!(
                        asked,
                        best_question(&known),
                        "{}",
                        serde_json::to_string(&facts_of(&known)).unwrap()
                    );
                }
            }
        }
    }
}

/// A claim with everything that a refund needs, on the third day.
fn complete() -> Known {
    let facts = [
        (FactName::ProductClass, json!("terminal")),
        (FactName::ClaimObject, json!("whole")),
        (FactName::VoucherDate, json!("2026-03-02")),
        (FactName::ClaimDate, json!("2026-03-05")),
        (FactName::SaleKind, json!("normal")),
        (FactName::Contract, json!({})),
        (FactName::Findings, json!(["product_fault"])),
        (FactName::WarrantyCertificate, json!(true)),
        (FactName::PurchaseProof, json!(true)),
        (FactName::SerialLabel, json!("readable")),
        (FactName::SerialMatches, json!(true)),
        (FactName::AuthorisedSource, json!(true)),
        (FactName::AccessoriesComplete, json!(true)),
        (FactName::ReturnConsent, json!(true)),
    ];
    facts.into_iter().collect()
}

/// The pieces that are told to bring a remedy back, those that go together in one list.
fn offered(known: &Known, remedy: Remedy) -> Vec<Vec<Need>> {
    let told = counterfactuals_of(known).into_iter().filter(|told| told.remedy == remedy);
    told.map(|told| told.supplied).collect()
}

const SUPPLIED: [(Need, FactName); 8] = [
    (Need::SerialLabel, FactName::SerialLabel),
    (Need::Accessories, FactName::AccessoriesComplete),
    (Need::WarrantyCertificate, FactName::WarrantyCertificate),
    (Need::PurchaseProof, FactName::PurchaseProof),
    (Need::SerialMatch, FactName::SerialMatches),
    (Need::AuthorisedSource, FactName::AuthorisedSource),
    (Need::SaleKind, FactName::SaleKind),
    (Need::Consent, FactName::ReturnConsent),
];

#[test]
fn each_piece_that_is_not_there_is_told_to_bring_the_refund_back() {
    for (piece, name) in SUPPLIED {
        let mut lacking = complete();
        lacking.remove(&name);
        assert_eq!(offered(&lacking, Remedy::Refund), [[piece]], "{name:?} not stated");
        if !matches!(name, FactName::SerialLabel | FactName::SaleKind) {
            lacking.insert(name, json!(false));
            assert_eq!(offered(&lacking, Remedy::Refund), [[piece]], "{name:?} wanting");
        }
    }
    let mut undiagnosed = complete();
    undiagnosed.remove(&FactName::Findings);
    assert_eq!(offered(&undiagnosed, Remedy::Refund), [[Need::Diagnosis]]);
    let mut worn = complete();
    worn.insert(FactName::Findings, json!(["consumable"]));
    assert_eq!(offered(&worn, Remedy::Refund), [[Need::ConsumableDefect]]);
}

#[test]
fn what_is_settled_against_the_customer_is_not_told_as_something_to_supply() {
    for (name, value) in [
        (FactName::SerialLabel, json!("unreadable")),
        (FactName::SaleKind, json!("special_price")),
        (FactName::Findings, json!(["third_party"])),
    ] {
        let mut settled = complete();
        settled.insert(name, value);
        assert_eq!(offered(&settled, Remedy::Refund), Vec::<Vec<Need>>::new(), "{name:?}");
    }
    let mut worn = complete();
    worn.insert(FactName::Findings, json!(["consumable"]));
    worn.insert(FactName::ConsumableDefect, json!(false));
    assert_eq!(offered(&worn, Remedy::Refund), Vec::<Vec<Need>>::new());
}

#[test]
fn a_verdict_is_explained_by_its_own_pack_and_calendar_or_not_at_all() {
    let mut lacking = complete();
    lacking.insert(FactName::PurchaseProof, json!(false));
    let (facts, calendar) = (facts_of(&lacking), Calendar::of("CN"));
    let packs = Packs::shipped().unwrap();
    let verdict = packs.assess(calendar, &facts);
    let explained = packs.explain(calendar, &facts, &verdict).unwrap();
    assert_eq!(explained, explain(Policy::shipped().unwrap(), calendar, &facts, &verdict));
    assert!(!explained.counterfactuals.is_empty() && !explained.readings.is_empty());
    let mut by_another_pack = verdict.clone();
    by_another_pack.policy = Arc::new(PolicyRef { hash: "ab".repeat(32), ..(*verdict.policy).clone() });
    assert_eq!(packs.explain(calendar, &facts, &by_another_pack), None);
    assert_eq!(packs.explain(Calendar::of("DE"), &facts, &verdict), None, "counted by another calendar");
}

/// Values of a fact that some rule tells apart; none is that it was not stated.
fn told_apart(name: FactName) -> Vec<Value> {
    let codes = |codes: &[&str]| codes.iter().map(|code| json!(code)).collect();
    match name {
        FactName::ProductClass => codes(&["terminal", "module", "detector"]),
        FactName::ClaimObject => codes(&["whole", "part"]),
        FactName::VoucherDate | FactName::ContractDate => {
            codes(&["2026-03-02", "2026-02-10", "2025-01-05", "2023-01-05"])
        }
        FactName::ClaimDate => codes(&["2026-03-05", "2026-03-20", "2026-12-01", "2029-03-05", "2026-01-05"]),
        FactName::SaleKind => codes(&["normal", "special_price", "prototype_special_price", "borrowed"]),
        FactName::Contract => vec![json!({})],
        FactName::ContractUnitMonths | FactName::ContractPartMonths => vec![json!(1), json!(60)],
        FactName::ContractReturnDays | FactName::ContractExchangeDays => vec![json!(0), json!(400)],
        FactName::ContractPeriodStart => codes(&["2026-03-04", "2020-01-01"]),
        FactName::Findings => {
            let others = Finding::ALL.into_iter().filter(|&finding| finding != Finding::ProductFault);
            let beside = others.clone().map(|finding| json!(["product_fault", finding]));
            [json!([]), json!(["product_fault"])]
                .into_iter()
                .chain(others.map(|finding| json!([finding])))
                .chain(beside)
                .collect()
        }
        FactName::SerialLabel => codes(&["readable", "unreadable", "absent"]),
        FactName::ContractSpecialPriceReturn
        | FactName::ContractCoversBorrowed
        | FactName::ConsumableDefect
        | FactName::WarrantyCertificate
        | FactName::PurchaseProof
        | FactName::SerialMatches
        | FactName::AuthorisedSource
        | FactName::AccessoriesComplete
        | FactName::ReturnConsent => vec![json!(true), json!(false)],
        FactName::PriorRepairs => ["product", "part_other"]
            .map(|scope| json!([{"completed": "2026-01-02", "scope": scope}]))
            .to_vec(),
        FactName::Counting => codes(&["cn", "plain"]),
        // The fee is noted beside a granted repair, and the last four raise notes: none moves an outcome.
        FactName::ContractFee
        | FactName::Buyer
        | FactName::Country
        | FactName::PurchaseChannel
        | FactName::GoodsReceivedOn => Vec::new(),
    }
}

/// The claim with every fact once at each of its values and once not stated.
fn one_fact_otherwise(of: &Known) -> Vec<(FactName, Known)> {
    let mut changed = Vec::new();
    for name in FactName::ALL {
        for value in told_apart(name) {
            let mut claim = of.clone();
            claim.insert(name, value);
            changed.push((name, claim));
        }
        let mut claim = of.clone();
        claim.remove(&name);
        changed.push((name, claim));
    }
    changed
}

/// The same law as by chance above, on every two facts of a claim: what decides a remedy is named in its proof, whichever
/// way the doubtful places are read.
#[test]
fn a_fact_that_moves_a_decided_remedy_is_named_in_its_proof() {
    let shipped = include_str!("../../../../policies/jingpin-commitment.toml");
    for chosen in [
        "",
        "exchange_too return_only",
        "outside_policy no_return_or_exchange",
        "table_values needs_contract",
        "each_by_its_cause all_paid",
        "both_needed only_lacking_both",
    ] {
        let text = match chosen.split_once(' ') {
            None => shipped.to_owned(),
            Some((ours, other)) => {
                shipped.replacen(&format!("chosen = \"{ours}\""), &format!("chosen = \"{other}\""), 1)
            }
        };
        let policy = Policy::load("pack.toml", &text).unwrap();
        let verdict_of = |known: &Known| assess(&policy, Calendar::of("CN"), &facts_of(known));
        for (first, base) in one_fact_otherwise(&complete()) {
            let verdict = verdict_of(&base);
            for (second, changed) in one_fact_otherwise(&base) {
                let then = outcomes(&policy, Calendar::of("CN"), &facts_of(&changed));
                for remedy in Remedy::ALL {
                    let before = verdict.remedies.of(remedy).outcome;
                    if before == Outcome::Needs || before == then.of(remedy).outcome {
                        continue;
                    }
                    let named = named(&verdict, remedy);
                    assert!(
                        named.contains(second),
                        "{chosen}: {first:?} as in {:?}, then {second:?} moves {remedy:?} from {before:?} unnamed",
                        base.get(&first),
                    );
                }
            }
        }
    }
}

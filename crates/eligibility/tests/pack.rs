//! Policy packs: the shipped one is complete, a bad one is refused by line and reason, and what a pack says is what
//! the rules do.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use nightbench_domain::cycle::{LIMIT_WORKING_DAYS, TARGET_WORKING_DAYS};
use nightbench_eligibility::policy::Policy;
use nightbench_eligibility::{Facts, assess_line};
use serde_json::{Value, json};

const SHIPPED: &str = include_str!("../../../policies/jingpin-commitment.toml");

/// The shipped pack with one text replaced, which must stand in it.
fn edited(from: &str, to: &str) -> String {
    assert!(SHIPPED.contains(from), "{from}");
    SHIPPED.replacen(from, to, 1)
}

fn line_of(text: &str, part: &str) -> usize {
    text.lines().position(|line| line.contains(part)).unwrap() + 1
}

#[test]
fn the_shipped_pack_says_what_the_commitment_says() {
    let policy = Policy::shipped().unwrap();
    assert_eq!(policy.reference().id, "jingpin-commitment");
    assert_eq!(policy.reference().hash.len(), 64);
    assert_eq!(
        policy.cycle().target_working_days,
        TARGET_WORKING_DAYS,
        "the pack and the clock agree on 3.1"
    );
    assert_eq!(policy.cycle().limit_working_days, LIMIT_WORKING_DAYS, "the pack and the clock agree on 3.1");
    assert_eq!(policy.reply_hours(), 24);
    assert!(policy.is_in_force(None));
    assert!(policy.is_in_force(Some("1999-01-01".parse().unwrap())));
    let unsigned: Vec<u8> = policy
        .readings()
        .iter()
        .filter(|entry| entry.needs_a_person())
        .map(|entry| entry.reading.number())
        .collect();
    assert_eq!(unsigned, [8, 9, 10]);
    assert!(!policy.title().zh.is_empty() && !policy.source().is_empty());
}

#[test]
fn a_bad_pack_is_refused_by_file_line_and_reason() {
    for (from, to, at, reason) in [
        (
            "months = 24",
            "months = \"twelve\"",
            "months = \"twelve\"",
            "invalid type: string \"twelve\", expected u32",
        ),
        ("days = 7", "days = -7", "days = -7", "invalid value: integer `-7`, expected u32"),
        (
            "days = 7",
            "days = 7\ncolour = 1",
            "colour",
            "unknown field `colour`, expected one of `clause`, `remedy`, `days`",
        ),
        ("days = 7", "days = 40000", "remedy = \"refund\"", "40000 is more than 36500"),
        (
            "finding = \"third_party\"",
            "finding = \"appearance\"",
            "clause = \"5.10\"",
            "the exclusion of Appearance stands twice",
        ),
        (
            "finding = \"appearance\"",
            "finding = \"product_fault\"",
            "clause = \"5.10\"",
            "the exclusion of ProductFault does not belong here",
        ),
        (
            "clause = \"5.10\"",
            "clause = \"5.13\"",
            "clause = \"5.13\"",
            "clause 5.13 is cited and has no summary",
        ),
        (
            "id = \"1.2\"",
            "id = \"1.3\"",
            "id = \"jingpin-commitment\"",
            "clause 1.2 is cited and has no summary",
        ),
        ("id = \"1.2\"", "id = \"1.1\"", "zh = \"质保期内不另收费", "clause 1.1 stands twice"),
        (
            "zh = \"借用产品不在质保政策范围内。\"",
            "zh = \" \"",
            "id = \"2.N2\"",
            "clause 2.N2 has no zh summary",
        ),
        (
            "alternative_months = 3",
            "# nothing",
            "# nothing",
            "give months, or alternative_months for a cell that the table leaves blank",
        ),
        (
            "wanting = \"serial\"\n",
            "wanting = \"serial_match\"\n",
            "clause = \"5.8e\"",
            "the evidence SerialMatch stands twice",
        ),
        ("number = 21", "number = 22", "number = 22", "reading 22 does not belong here"),
        (
            "switch = \"mixed_findings\"",
            "switch = \"mixed\"",
            "switch = \"mixed\"",
            "reading 18 is the switch mixed_findings with options each_by_its_cause, all_paid",
        ),
        ("chosen = \"paid\"", "chosen = \"perhaps\"", "chosen = \"perhaps\"", "chosen is paid or free"),
        (
            "chosen = \"completion\"",
            "chosen = \"receipt\"",
            "switch = \"tail_counts_from\"",
            "the facts do not carry what receipt needs; choose completion",
        ),
        (
            "unless_defect_proven = true",
            "user_caused = true",
            "finding = \"consumable\"",
            "unless_defect_proven belongs to consumable, and only there",
        ),
        (
            "source = ",
            "effective_from = \"2026-02-01\"\neffective_to = \"2026-01-01\"\nsource = ",
            "[pack]",
            "effective_to lies before effective_from",
        ),
    ] {
        let text = edited(from, to);
        let refused = Policy::load("pack.toml", &text).unwrap_err();
        assert_eq!(refused.file, "pack.toml");
        assert_eq!(refused.reason, reason, "{to}");
        // Where the form of a value is wrong its own line is told, else the heading of the entry it stands in.
        let lines: Vec<&str> = text.lines().collect();
        let own = line_of(&text, at);
        let heading = (1..=own).rev().find(|line| lines[line - 1].starts_with('[')).unwrap();
        assert!([own, heading].contains(&refused.line), "{to}: line {} is told", refused.line);
    }
    assert_eq!(Policy::load("empty.toml", "").unwrap_err().line, 1);
}

fn outcome(pack: &str, changes: &Value, remedy: &str) -> Value {
    let mut facts = json!({
        "purchase": {"voucher_date": "2026-03-02"}, "claim_date": "2026-03-05", "product_class": "terminal",
        "claim_object": "whole", "sale_kind": "normal", "contract": {}, "findings": ["product_fault"],
        "documents": {"warranty_certificate": true, "purchase_proof": true},
        "serial": {"label": "readable", "matches": true}, "authorised_source": true,
        "accessories_complete": true, "return_consent": true
    });
    for (name, value) in changes.as_object().unwrap() {
        facts[name] = value.clone();
    }
    let policy = Policy::load("pack.toml", pack).unwrap();
    let verdict = assess_line(&policy, &facts.to_string()).unwrap();
    serde_json::to_value(verdict).unwrap()["remedies"][remedy]["outcome"].clone()
}

#[test]
fn the_numbers_of_a_pack_are_the_numbers_of_its_verdicts() {
    for (sentence, pack, changes, remedy) in [
        ("refund in 10 days", edited("days = 7", "days = 10"), json!({"claim_date": "2026-03-12"}), "refund"),
        (
            "exchange in 60 days",
            edited("days = 30", "days = 60"),
            json!({"claim_date": "2026-04-30"}),
            "exchange",
        ),
        (
            "unit 36 months",
            edited("months = 24", "months = 36"),
            json!({"claim_date": "2029-03-01"}),
            "free_repair",
        ),
        (
            "tail of 6 months",
            edited("[floor]\nclause = \"2.2\"\nmonths = 3", "[floor]\nclause = \"2.2\"\nmonths = 6"),
            json!({"purchase": {"voucher_date": "2023-03-02"}, "prior_repairs": [{"completed": "2025-10-10", "scope": "product"}]}),
            "free_repair",
        ),
        (
            "special price without effect",
            edited("effect = \"no_return_or_exchange\"", "effect = \"full\""),
            json!({"sale_kind": "special_price"}),
            "refund",
        ),
        (
            "wear is the user's",
            edited("finding = \"normal_wear\"", "finding = \"normal_wear\"\nuser_caused = false"),
            json!({"findings": ["product_fault", "normal_wear"]}),
            "refund",
        ),
    ] {
        assert_eq!(outcome(&pack, &changes, remedy), "granted", "{sentence}");
    }
}

#[test]
fn a_pack_that_chooses_an_alternative_follows_it() {
    let part_of_a_detector = json!({"product_class": "detector", "claim_object": "part"});
    let mixed = json!({"findings": ["product_fault", "third_party"]});
    for (chosen, alternative, changes, remedy, expected) in [
        ("paid", "free", json!({"findings": ["normal_wear"]}), "free_repair", "granted"),
        (
            "purchase_day_is_day_0",
            "purchase_day_is_day_1",
            json!({"purchase": {"voucher_date": "2026-03-03"}, "claim_date": "2026-03-10"}),
            "refund",
            "denied",
        ),
        ("inclusive", "exclusive", json!({"claim_date": "2026-04-01"}), "exchange", "denied"),
        (
            "rolls_forward",
            "no_roll",
            json!({"purchase": {"voucher_date": "2026-03-07"}, "claim_date": "2026-03-16"}),
            "refund",
            "denied",
        ),
        (
            "last_of_month",
            "first_of_next_month",
            json!({"purchase": {"voucher_date": "2025-01-31"}, "claim_date": "2026-03-01",
            "contract": {"unit_months": 13}, "counting": "plain"}),
            "free_repair",
            "granted",
        ),
        (
            "later",
            "voucher",
            json!({"purchase": {"voucher_date": "2026-02-02", "contract_date": "2026-03-02"}}),
            "refund",
            "denied",
        ),
        (
            "both_needed",
            "only_lacking_both",
            json!({"documents": {"warranty_certificate": false, "purchase_proof": true}}),
            "refund",
            "granted",
        ),
        ("exchange_too", "return_only", json!({"sale_kind": "special_price"}), "exchange", "granted"),
        (
            "outside_policy",
            "no_return_or_exchange",
            json!({"sale_kind": "borrowed"}),
            "free_repair",
            "granted",
        ),
        (
            "repaired_item",
            "whole_product",
            json!({"purchase": {"voucher_date": "2023-03-02"},
            "prior_repairs": [{"completed": "2026-02-10", "scope": "part_other"}]}),
            "free_repair",
            "granted",
        ),
        (
            "never_restart",
            "restart",
            json!({"purchase": {"voucher_date": "2025-03-03"},
            "prior_repairs": [{"completed": "2026-03-03", "scope": "product"}]}),
            "refund",
            "granted",
        ),
        ("condition", "refusal", json!({"accessories_complete": false}), "refund", "denied"),
        ("company_decides", "refusal", json!({"return_consent": false}), "free_repair", "denied"),
        ("must_have_caused", "fact_excludes", mixed.clone(), "free_repair", "denied"),
        ("each_by_its_cause", "all_paid", mixed, "free_repair", "denied"),
        ("needs_contract", "alternative_months", part_of_a_detector, "free_repair", "granted"),
        ("table_values", "needs_contract", json!({"contract": null}), "free_repair", "needs"),
    ] {
        let pack = edited(&format!("chosen = \"{chosen}\""), &format!("chosen = \"{alternative}\""));
        assert_ne!(outcome(SHIPPED, &changes, remedy), expected, "ours: {chosen}");
        assert_eq!(outcome(&pack, &changes, remedy), expected, "alternative: {alternative}");
    }
}

#[test]
fn facts_are_written_as_they_are_read() {
    let text = json!({"case": "x", "claim_date": "2026-03-05", "serial": {"label": "unavailable"}, "documents": "unavailable",
        "contract": {"unit_months": 36, "covers_borrowed": false}, "findings": ["product_fault"],
        "prior_repairs": [{"completed": "2026-02-03", "scope": "part_other"}], "counting": "plain", "country": "CN"});
    let facts = Facts::from_value(&text).unwrap();
    assert_eq!(serde_json::to_value(&facts).unwrap(), text);
    assert_eq!(serde_json::from_value::<Facts>(text).unwrap(), facts);
}

//! Policy packs: the shipped one is complete, a bad one is refused by line and reason, and what a pack says is what
//! the rules do.

use nightbench_domain::cycle::{LIMIT_WORKING_DAYS, TARGET_WORKING_DAYS};
use nightbench_eligibility::policy::Policy;
use nightbench_eligibility::{Facts, assess_line};
use serde_json::{Value, json};

const SHIPPED: &str = include_str!("../../../../policies/jingpin-commitment.toml");

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
            "the exclusion of appearance stands twice",
        ),
        (
            "finding = \"appearance\"",
            "finding = \"product_fault\"",
            "clause = \"5.10\"",
            "the exclusion of product_fault does not belong here",
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
        ("months = 24", "months = 0", "months = 0", "a period has at least one month"),
        (
            "effect = \"full\"",
            "effect = \"outside\"",
            "kind = \"normal\"",
            "the commitment is made for normal sales",
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
            "the evidence serial_match stands twice",
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
            edited(
                "effect = \"no_return_or_exchange\"\nlifted_by = \"special_price_return\"",
                "effect = \"full\"",
            ),
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

/// Every kind of fault that makes a pack unsound as a whole, each with a counterexample where a claim shows it.
#[test]
fn an_unsound_pack_is_refused_with_the_line_the_clauses_and_a_counterexample() {
    let rank = |source: &str, order: u8| format!("source = \"{source}\"\norder = {order}");
    for (kind, from, to, at, reason) in [
        (
            "unknown clause",
            "clause = \"5.10\"".to_owned(),
            "clause = \"9.9\"".to_owned(),
            "clause = \"9.9\"",
            "clause 9.9 is cited and has no summary",
        ),
        (
            "unknown code of a fact",
            "finding = \"appearance\"".into(),
            "finding = \"ugly\"".into(),
            "finding = \"ugly\"",
            "unknown variant `ugly`",
        ),
        (
            "unknown evidence",
            "wanting = \"serial\"\n".into(),
            "wanting = \"box\"\n".into(),
            "wanting = \"box\"",
            "unknown variant `box`",
        ),
        (
            "missing language",
            "en = \"From an unauthorised source of supply.\"".into(),
            "en = \"\"".into(),
            "id = \"5.12\"",
            "clause 5.12 has no en summary",
        ),
        (
            "missing language of a rank",
            "zh = \"本售后服务承诺。\"".into(),
            "zh = \"\"".into(),
            "source = \"policy\"",
            "the rank of policy has no zh summary",
        ),
        (
            "half a signature",
            "signed_on = \"2026-11-22\"\n".into(),
            String::new(),
            "number = 1",
            "reading 1 is signed by a name and on a day, or not at all",
        ),
        (
            "a rank is missing",
            "source = \"default_law\"".into(),
            "source = \"policy\"".into(),
            "zh = \"任意性法律",
            "the rank of policy stands twice",
        ),
        (
            "unranked conflict of contract and policy",
            rank("policy", 3),
            rank("policy", 2),
            "source = \"policy\"",
            "unranked conflict: 0 (contract) must prevail over 2.T (policy), which answers {\"contract\":{\"unit_months\":36}} differently",
        ),
        (
            "unranked conflict of contract and default law",
            rank("default_law", 4),
            rank("default_law", 2),
            "source = \"default_law\"",
            "unranked conflict: 0 (contract) must prevail over CC203 (default_law), which answers {\"counting\":\"plain\"} differently",
        ),
        (
            "unranked conflict of mandatory law and policy",
            rank("mandatory_law", 1),
            rank("mandatory_law", 3),
            "source = \"policy\"",
            "unranked conflict: CC498 (mandatory_law) must prevail over 5.8b (policy), which answers {\"documents\":{\"warranty_certificate\":true,\"purchase_proof\":false}} differently",
        ),
        (
            "the policy above the contract",
            rank("policy", 3),
            rank("policy", 1),
            "source = \"policy\"",
            "ranks turned round: 0 (contract) must prevail over 2.T (policy), which answers {\"contract\":{\"unit_months\":36}} differently",
        ),
        (
            "a clause that lost its rank",
            "id = \"CC203\"\nrank = \"default_law\"".into(),
            "id = \"CC203\"\nrank = \"contract\"".into(),
            "source = \"contract\"",
            "unranked conflict: 0 (contract) must prevail over CC203 (contract), which answers {\"counting\":\"plain\"} differently",
        ),
        (
            "unreachable flag of an exclusion",
            "finding = \"operates_normally\"".into(),
            "finding = \"operates_normally\"\nuser_caused = true".into(),
            "clause = \"5.5\"",
            "unreachable: 5.5, user_caused asks what stands beside a product fault, which contradicts_product_fault rules out",
        ),
        (
            "unreachable proviso of an exclusion",
            "unless_defect_proven = true".into(),
            "unless_defect_proven = true\ncontradicts_product_fault = true".into(),
            "clause = \"5.7\"",
            "unreachable: 5.7, contradicts_product_fault rules out the proven defect of unless_defect_proven",
        ),
        (
            "unreachable term of a sale kind",
            "effect = \"no_return_or_exchange\"".into(),
            "effect = \"full\"".into(),
            "kind = \"special_price\"",
            "unreachable: 3.3.N, lifted_by has nothing to lift",
        ),
        (
            "a gap in table 2.T",
            "product_class = \"module\"\nclaim_object = \"whole\"\nmonths = 12".into(),
            "product_class = \"module\"\nclaim_object = \"whole\"\nalternative_months = 12".into(),
            "product_class = \"module\"",
            "gap: a complete claim gets no answer on free repair, it waits for contract (clauses 2.T), such as on {\"product_class\":\"module\",\"claim_object\":\"whole\",",
        ),
        (
            "refund without exchange",
            "days = 7".into(),
            "days = 45".into(),
            "remedy = \"refund\"",
            "incoherent: a claim is granted refund and denied exchange (clauses 3.3, 3.2), such as on {",
        ),
        (
            "two periods for one cell",
            "product_class = \"terminal\"\nclaim_object = \"part\"".into(),
            "product_class = \"terminal\"\nclaim_object = \"whole\"".into(),
            "months = 3\n",
            "the period of terminal whole stands twice",
        ),
        (
            "two windows for one remedy",
            "remedy = \"exchange\"".into(),
            "remedy = \"refund\"".into(),
            "days = 30",
            "the window of refund stands twice",
        ),
        (
            "a window for a repair",
            "remedy = \"exchange\"".into(),
            "remedy = \"free_repair\"".into(),
            "days = 30",
            "the window of free_repair does not belong here",
        ),
        (
            "a sale kind left out",
            "kind = \"borrowed\"".into(),
            "kind = \"normal\"".into(),
            "lifted_by = \"covers_borrowed\"",
            "the sale kind normal stands twice",
        ),
    ] {
        let text = edited(&from, &to);
        let refused = Policy::load("pack.toml", &text).expect_err(kind);
        assert!(refused.reason.starts_with(reason), "{kind}: {}", refused.reason);
        let lines: Vec<&str> = text.lines().collect();
        let own = lines.iter().position(|line| line.contains(at.trim_end())).unwrap() + 1;
        let heading = (1..=own).rev().find(|line| lines[line - 1].starts_with('[')).unwrap();
        assert!(
            [own, heading].contains(&refused.line),
            "{kind}: line {} is told, not {heading} to {own}",
            refused.line
        );
    }
}

#[test]
fn a_remedy_that_no_claim_can_get_is_unreachable() {
    let mut text = edited("effect = \"full\"", "effect = \"no_return_or_exchange\"");
    text = text.replacen(
        "effect = \"no_return_or_exchange\"\nlifted_by = \"special_price_return\"",
        "effect = \"no_return_or_exchange\"",
        1,
    );
    text = text.replace("effect = \"outside\"\nlifted_by = \"unit_months\"", "effect = \"outside\"");
    text = text.replace("effect = \"outside\"\nlifted_by = \"covers_borrowed\"", "effect = \"outside\"");
    let refused = Policy::load("pack.toml", &text).unwrap_err();
    assert_eq!(refused.reason, "unreachable: 3.3 grants refund to no claim at all");
    assert_eq!(refused.line, line_of(&text, "remedy = \"refund\"") - 2);
}

/// The program loads it without the walk; this is where it is walked.
#[test]
fn the_shipped_pack_is_sound() {
    Policy::load("policies/jingpin-commitment.toml", SHIPPED).unwrap();
}

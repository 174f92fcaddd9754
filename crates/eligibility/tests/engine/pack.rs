//! Policy packs: the shipped one is complete, a bad one is refused by line and fault, and what a pack says is what
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
    let text = include_str!("../../../../policies/jingpin-commitment.toml");
    for words in [&policy.title().zh, &policy.title().en, policy.source()] {
        assert!(text.contains(&format!("= \"{words}\"")), "{words}");
    }
}

#[test]
fn a_denial_by_a_reading_waits_for_a_person_who_signs_it_or_must_adjudicate() {
    let text = include_str!("../../../../policies/jingpin-commitment.toml");
    let signature = "signed_by = \"pack editors\"\nsigned_on = \"2026-11-22\"\n";
    let needs = |text: &str, number: u8| {
        let policy = Policy::load("pack.toml", text).unwrap();
        policy.readings().iter().find(|entry| entry.reading.number() == number).unwrap().needs_a_person()
    };
    assert!(!needs(text, 1), "signed, and the engine answers");
    assert!(needs(&text.replacen(signature, "", 1), 1), "nobody signed it");
    let signed =
        text.replacen("level = \"adjudicate\"\n", &format!("level = \"adjudicate\"\n{signature}"), 1);
    assert!(needs(text, 8) && needs(&signed, 8), "signed or not, a person decides");
}

#[test]
fn the_page_of_a_pack_has_a_line_for_each_of_its_entries() {
    let text = include_str!("../../../../policies/jingpin-commitment.toml");
    let page = Policy::shipped().unwrap().page();
    for (entry, lines) in [
        ("[[period]]", page.periods.len()),
        ("[[window]]", page.windows.len()),
        ("[[sale_kind]]", page.sale_kinds.len()),
        ("[[exclusion]]", page.exclusions.len()),
        ("[[evidence]]", page.evidence.len()),
        ("[[reading]]", page.readings.len()),
    ] {
        assert_eq!(lines, text.lines().filter(|line| *line == entry).count(), "{entry}");
    }
}

#[test]
fn a_bad_pack_is_refused_by_file_line_and_fault() {
    for (from, to, at, fault) in [
        (
            "months = 24",
            "months = \"twelve\"",
            "months = \"twelve\"",
            json!({"code": "not_a_number", "found": "\"twelve\""}),
        ),
        ("days = 7", "days = -7", "days = -7", json!({"code": "not_a_number", "found": "-7"})),
        (
            "days = 7",
            "days = 7\ncolour = 1",
            "colour",
            json!({"code": "unknown_field", "field": "colour", "known": ["clause", "remedy", "days"]}),
        ),
        (
            "days = 7",
            "days = 40000",
            "remedy = \"refund\"",
            json!({"code": "above_most", "number": 40000, "most": 36500}),
        ),
        (
            "finding = \"third_party\"",
            "finding = \"appearance\"",
            "clause = \"5.10\"",
            json!({"code": "twice", "entry": "exclusion", "key": "appearance"}),
        ),
        (
            "finding = \"appearance\"",
            "finding = \"product_fault\"",
            "clause = \"5.10\"",
            json!({"code": "out_of_place", "entry": "exclusion", "key": "product_fault"}),
        ),
        (
            "clause = \"5.10\"",
            "clause = \"5.13\"",
            "clause = \"5.13\"",
            json!({"code": "unknown_clause", "clause": "5.13"}),
        ),
        (
            "id = \"1.2\"",
            "id = \"1.3\"",
            "id = \"jingpin-commitment\"",
            json!({"code": "unknown_clause", "clause": "1.2"}),
        ),
        (
            "id = \"1.2\"",
            "id = \"1.1\"",
            "zh = \"质保期内不另收费",
            json!({"code": "twice", "entry": "clause", "key": "1.1"}),
        ),
        (
            "zh = \"借用产品不在质保政策范围内。\"",
            "zh = \" \"",
            "id = \"2.N2\"",
            json!({"code": "no_words", "entry": "clause", "key": "2.N2", "field": "zh"}),
        ),
        (
            "zh = \"借用产品不在质保政策范围内。\"",
            "zh = \"Borrowed units are outside.\"",
            "id = \"2.N2\"",
            json!({"code": "wrong_language", "entry": "clause", "key": "2.N2", "field": "zh"}),
        ),
        (
            "en = \"From an unauthorised source of supply.\"",
            "en = \"来源于未经授权的供货渠道。\"",
            "id = \"5.12\"",
            json!({"code": "wrong_language", "entry": "clause", "key": "5.12", "field": "en"}),
        ),
        (
            "clause = \"5.10\"",
            "clause = \"CC203\"",
            "clause = \"CC203\"",
            json!({"code": "clause_of_other_rank", "entry": "exclusion", "clause": "CC203", "rank": "default_law"}),
        ),
        (
            "clause = \"5.10\"",
            "clause = \"3.2\"",
            "finding = \"appearance\"",
            json!({"code": "clause_of_two", "clause": "3.2", "entry": "exclusion", "other": "window"}),
        ),
        (
            "clause = \"5.8b\"",
            "clause = \"5.8a\"",
            "wanting = \"purchase_proof\"",
            json!({"code": "clause_of_two", "clause": "5.8a", "entry": "evidence", "other": "evidence"}),
        ),
        (
            "clause = \"3.3\"\nremedy",
            "clause = \"4.1\"\nremedy",
            "remedy = \"refund\"",
            json!({"code": "clause_fixed", "entry": "window", "clause": "4.1", "wanted": "3.3"}),
        ),
        (
            "clause = \"2.T\"\nproduct_class = \"module\"",
            "clause = \"2.1\"\nproduct_class = \"module\"",
            "product_class = \"module\"",
            json!({"code": "clause_fixed", "entry": "period", "clause": "2.1", "wanted": "2.T"}),
        ),
        (
            "[floor]\nclause = \"2.2\"",
            "[floor]\nclause = \"4.1\"",
            "[floor]",
            json!({"code": "clause_fixed", "entry": "floor", "clause": "4.1", "wanted": "2.2"}),
        ),
        (
            "[floor]\nclause = \"2.2\"\nmonths = 3",
            "[floor]\nclause = \"2.2\"\nmonths = 0",
            "[floor]",
            json!({"code": "nought"}),
        ),
        ("hours = 24", "hours = 0", "[reply]", json!({"code": "nought"})),
        (
            "lifted_by = \"unit_months\"",
            "lifted_by = \"special_price_return\"",
            "kind = \"prototype_special_price\"",
            json!({"code": "unknown_code", "found": "special_price_return", "known": ["unit_months"]}),
        ),
        (
            "en = \"From an unauthorised source of supply.\"",
            "en = \"From an\\u0000 unauthorised source.\"",
            "id = \"5.12\"",
            json!({"code": "wrong_form", "found": "From an\\0 unauthorised source."}),
        ),
        (
            "source = \"contract\"\norder = 2",
            "source = \"contract\"\norder = 1",
            "source = \"contract\"",
            json!({"code": "order_turned", "upper": "mandatory_law", "lower": "contract"}),
        ),
        (
            "id = \"4.2\"",
            "id = \"4.3\"",
            "id = \"jingpin-commitment\"",
            json!({"code": "unknown_clause", "clause": "4.2"}),
        ),
        (
            "source = \"contract\"\norder = 2",
            "source = \"contract\"\norder = 0",
            "source = \"contract\"",
            json!({"code": "order_turned", "upper": "mandatory_law", "lower": "contract"}),
        ),
        ("[[period]]", "[[provision]]\nid = \"a\"\n[[period]]", "[pack]", json!({"code": "law_pack"})),
        ("months = 24", "months = 0", "months = 0", json!({"code": "nought"})),
        (
            "effect = \"full\"",
            "effect = \"outside\"",
            "kind = \"normal\"",
            json!({"code": "normal_sale_outside"}),
        ),
        ("alternative_months = 3", "# nothing", "# nothing", json!({"code": "months_or_alternative"})),
        (
            "wanting = \"serial\"\n",
            "wanting = \"serial_match\"\n",
            "clause = \"5.8e\"",
            json!({"code": "twice", "entry": "evidence", "key": "serial_match"}),
        ),
        (
            "number = 21",
            "number = 22",
            "number = 22",
            json!({"code": "out_of_place", "entry": "reading", "key": "22"}),
        ),
        (
            "switch = \"mixed_findings\"",
            "switch = \"mixed\"",
            "switch = \"mixed\"",
            json!({"code": "reading_switch", "reading": 18, "switch": "mixed_findings", "options": ["each_by_its_cause", "all_paid"]}),
        ),
        (
            "chosen = \"paid\"",
            "chosen = \"perhaps\"",
            "chosen = \"perhaps\"",
            json!({"code": "reading_choice", "reading": 1, "options": ["paid", "free"]}),
        ),
        (
            "chosen = \"completion\"",
            "chosen = \"receipt\"",
            "switch = \"tail_counts_from\"",
            json!({"code": "reading_beyond_facts", "reading": 12, "chosen": "receipt", "ours": "completion"}),
        ),
        (
            "unless_defect_proven = true",
            "user_caused = true",
            "finding = \"consumable\"",
            json!({"code": "defect_proven_elsewhere"}),
        ),
        (
            "source = ",
            "effective_from = \"2026-02-01\"\neffective_to = \"2026-01-01\"\nsource = ",
            "[pack]",
            json!({"code": "dates_turned"}),
        ),
    ] {
        let text = edited(from, to);
        let refused = Policy::load("pack.toml", &text).unwrap_err();
        assert_eq!(refused.file, "pack.toml");
        assert_eq!(json!(refused.fault), fault, "{to}");
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

/// A fault whose claim is one line: each respect with its code.
fn with_short_claim(fault: &Value) -> Value {
    let mut fault = fault.clone();
    if let Some(claim) = fault.get("claim").and_then(Value::as_array) {
        let one = |condition: &Value| {
            let code = condition["any_of"][0].as_str().map(|code| format!(" {code}")).unwrap_or_default();
            format!("{}{code}", condition["aspect"].as_str().unwrap())
        };
        fault["claim"] = json!(claim.iter().map(one).collect::<Vec<_>>().join(", "));
    }
    fault
}

/// Every kind of fault that makes a pack unsound as a whole, each with a counterexample where a claim shows it.
#[test]
fn an_unsound_pack_is_refused_with_the_line_the_clauses_and_a_counterexample() {
    let rank = |source: &str, order: u8| format!("source = \"{source}\"\norder = {order}");
    for (kind, from, to, at, fault) in [
        (
            "unknown clause",
            "clause = \"5.10\"".to_owned(),
            "clause = \"9.9\"".to_owned(),
            "clause = \"9.9\"",
            json!({"code": "unknown_clause", "clause": "9.9"}),
        ),
        (
            "unknown code of a fact",
            "finding = \"appearance\"".into(),
            "finding = \"ugly\"".into(),
            "finding = \"ugly\"",
            json!({"code": "unknown_code", "found": "ugly", "known": ["product_fault", "misuse_or_environment", "third_party", "normal_wear", "operates_normally", "customer_software_change", "consumable", "against_manual", "appearance", "unauthorised_repair", "within_specification"]}),
        ),
        (
            "unknown evidence",
            "wanting = \"serial\"\n".into(),
            "wanting = \"box\"\n".into(),
            "wanting = \"box\"",
            json!({"code": "unknown_code", "found": "box", "known": ["warranty_certificate", "purchase_proof", "readable_serial", "serial", "serial_match", "authorised_source"]}),
        ),
        (
            "missing language",
            "en = \"From an unauthorised source of supply.\"".into(),
            "en = \"\"".into(),
            "id = \"5.12\"",
            json!({"code": "no_words", "entry": "clause", "key": "5.12", "field": "en"}),
        ),
        (
            "missing language of a rank",
            "zh = \"本售后服务承诺。\"".into(),
            "zh = \"\"".into(),
            "source = \"policy\"",
            json!({"code": "no_words", "entry": "rank", "key": "policy", "field": "zh"}),
        ),
        (
            "half a signature",
            "signed_on = \"2026-11-22\"\n".into(),
            String::new(),
            "number = 1",
            json!({"code": "half_signed", "reading": 1}),
        ),
        (
            "a rank is missing",
            "source = \"default_law\"".into(),
            "source = \"policy\"".into(),
            "zh = \"任意性法律",
            json!({"code": "twice", "entry": "rank", "key": "policy"}),
        ),
        (
            "unranked conflict of contract and policy",
            rank("policy", 3),
            rank("policy", 2),
            "source = \"policy\"",
            json!({"code": "unranked_conflict", "prevailing": "0", "upper": "contract", "yielding": "2.T", "lower": "policy", "facts": [{"fact": "contract.unit_months", "value": "36"}]}),
        ),
        (
            "unranked conflict of contract and default law",
            rank("default_law", 4),
            rank("default_law", 2),
            "source = \"default_law\"",
            json!({"code": "unranked_conflict", "prevailing": "0", "upper": "contract", "yielding": "CC203", "lower": "default_law", "facts": [{"fact": "counting", "value": "plain"}]}),
        ),
        (
            "unranked conflict of mandatory law and policy",
            rank("mandatory_law", 1),
            rank("mandatory_law", 3),
            "source = \"policy\"",
            json!({"code": "unranked_conflict", "prevailing": "CC498", "upper": "mandatory_law", "yielding": "5.8b", "lower": "policy", "facts": [{"fact": "documents.warranty_certificate", "value": "true"}, {"fact": "documents.purchase_proof", "value": "false"}]}),
        ),
        (
            "the policy above the contract",
            rank("policy", 3),
            rank("policy", 1),
            "source = \"policy\"",
            json!({"code": "ranks_turned", "prevailing": "0", "upper": "contract", "yielding": "2.T", "lower": "policy", "facts": [{"fact": "contract.unit_months", "value": "36"}]}),
        ),
        (
            "a clause that lost its rank",
            "id = \"CC203\"\nrank = \"default_law\"".into(),
            "id = \"CC203\"\nrank = \"contract\"".into(),
            "source = \"contract\"",
            json!({"code": "unranked_conflict", "prevailing": "0", "upper": "contract", "yielding": "CC203", "lower": "contract", "facts": [{"fact": "counting", "value": "plain"}]}),
        ),
        (
            "unreachable flag of an exclusion",
            "finding = \"operates_normally\"".into(),
            "finding = \"operates_normally\"\nuser_caused = true".into(),
            "clause = \"5.5\"",
            json!({"code": "user_caused_unreachable", "clause": "5.5"}),
        ),
        (
            "unreachable proviso of an exclusion",
            "unless_defect_proven = true".into(),
            "unless_defect_proven = true\ncontradicts_product_fault = true".into(),
            "clause = \"5.7\"",
            json!({"code": "defect_proven_unreachable", "clause": "5.7"}),
        ),
        (
            "unreachable term of a sale kind",
            "effect = \"no_return_or_exchange\"".into(),
            "effect = \"full\"".into(),
            "kind = \"special_price\"",
            json!({"code": "nothing_to_lift", "clause": "3.3.N"}),
        ),
        (
            "a gap in table 2.T",
            "product_class = \"module\"\nclaim_object = \"whole\"\nmonths = 12".into(),
            "product_class = \"module\"\nclaim_object = \"whole\"\nalternative_months = 12".into(),
            "product_class = \"module\"",
            json!({"code": "gap", "remedy": "free_repair", "need": "contract", "clause": "2.T", "claim": "product_class module, claim_object whole, claim_day, sale normal, findings product_fault, wanting nothing"}),
        ),
        (
            "refund without exchange",
            "days = 7".into(),
            "days = 45".into(),
            "remedy = \"refund\"",
            json!({"code": "incoherent", "granted": "refund", "granted_by": "3.3", "denied": "exchange", "denied_by": "3.2", "claim": "product_class terminal, claim_object whole, claim_day, sale normal, findings product_fault, wanting nothing"}),
        ),
        (
            "two periods for one cell",
            "product_class = \"terminal\"\nclaim_object = \"part\"".into(),
            "product_class = \"terminal\"\nclaim_object = \"whole\"".into(),
            "months = 3\n",
            json!({"code": "twice", "entry": "period", "key": "terminal whole"}),
        ),
        (
            "two windows for one remedy",
            "clause = \"3.2\"\nremedy = \"exchange\"".into(),
            "clause = \"3.3\"\nremedy = \"refund\"".into(),
            "days = 30",
            json!({"code": "twice", "entry": "window", "key": "refund"}),
        ),
        (
            "a window for a repair",
            "remedy = \"exchange\"".into(),
            "remedy = \"free_repair\"".into(),
            "days = 30",
            json!({"code": "out_of_place", "entry": "window", "key": "free_repair"}),
        ),
        (
            "a sale kind left out",
            "kind = \"borrowed\"".into(),
            "kind = \"normal\"".into(),
            "lifted_by = \"covers_borrowed\"",
            json!({"code": "twice", "entry": "sale_kind", "key": "normal"}),
        ),
    ] {
        let text = edited(&from, &to);
        let refused = Policy::load("pack.toml", &text).expect_err(kind);
        assert_eq!(with_short_claim(&json!(refused.fault)), fault, "{kind}");
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
    assert_eq!(json!(refused.fault), json!({"code": "never_granted", "clause": "3.3", "remedy": "refund"}));
    assert_eq!(refused.line, line_of(&text, "remedy = \"refund\"") - 2);
}

/// The program loads it without the walk; this is where it is walked.
#[test]
fn the_shipped_pack_is_sound() {
    Policy::load("policies/jingpin-commitment.toml", SHIPPED).unwrap();
}

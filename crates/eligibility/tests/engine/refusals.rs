//! Why a file is no pack: the form of each value is told by a code with what stands there, and every code has its
//! sentence in both languages.

use nightbench_eligibility::policy::Policy;
use nightbench_eligibility::policy::refusal::PackFault;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

const SHIPPED: &str = include_str!("../../../../policies/jingpin-commitment.toml");
const CHINESE: &str = include_str!("../../../../locales/zh-CN/pack_fault.ftl");
const ENGLISH: &str = include_str!("../../../../locales/en/pack_fault.ftl");

#[test]
fn what_cannot_be_read_is_told_with_its_line_and_with_what_stands_there() {
    for (from, to, fault) in [
        ("[cycle]", "[cycle", json!({"code": "not_toml", "found": "[cycle"})),
        ("hours = 24", "hours = 24 25", json!({"code": "not_toml", "found": "hours = 24 25"})),
        ("hours = 24", "hours = 24\nhours = 25", json!({"code": "key_twice", "found": "hours = 25"})),
        ("hours = 24", "", json!({"code": "missing_field", "field": "hours"})),
        ("[reply]\nclause = \"4.1\"\nhours = 24\n", "", json!({"code": "missing_field", "field": "reply"})),
        ("hours = 24", "hours = 24.5", json!({"code": "not_a_number", "found": "24.5"})),
        ("hours = 24", "hours = true", json!({"code": "not_a_number", "found": "true"})),
        ("hours = 24", "hours = 99999999999", json!({"code": "not_a_number", "found": "99999999999"})),
        ("switch = \"mixed_findings\"", "switch = 18", json!({"code": "not_a_text", "found": "18"})),
        ("user_caused = true", "user_caused = \"yes\"", json!({"code": "not_yes_or_no", "found": "\"yes\""})),
        (
            "signed_on = \"2026-11-22\"",
            "signed_on = \"22 Nov\"",
            json!({"code": "not_a_date", "found": "\"22 Nov\""}),
        ),
        ("signed_on = \"2026-11-22\"", "signed_on = 7", json!({"code": "not_a_date", "found": "7"})),
        (
            "switch = \"mixed_findings\"\noptions = [\"each_by_its_cause\", \"all_paid\"]",
            "switch = \"mixed_findings\"\noptions = [\"each_by_its_cause\"]",
            json!({"code": "wrong_form", "found": "[\"each_by_its_cause\"]"}),
        ),
        ("id = \"jingpin-commitment\"", "id = \"the commitment\"", json!({"code": "id_shape"})),
        ("version = \"2026.1\"", "version = \"2026-1\"", json!({"code": "version_shape", "found": "2026-1"})),
        (
            "level = \"inform\"",
            "level = \"advise\"",
            json!({"code": "unknown_code", "found": "advise", "known": ["inform", "confirm", "adjudicate"]}),
        ),
    ] {
        assert!(SHIPPED.contains(from), "{from}");
        let text = SHIPPED.replacen(from, to, 1);
        let refused = Policy::load("pack.toml", &text).unwrap_err();
        assert_eq!(json!(refused.fault), fault, "{to}");
        let told = text.lines().nth(refused.line - 1).unwrap();
        let place = SHIPPED.lines().position(|line| from.starts_with(line) && !line.is_empty()).unwrap() + 1;
        // The line itself, or where the entry or the file begins in which something is missing.
        assert!(refused.line <= place + 1, "{to}: line {} is told ({told})", refused.line);
        if let Some(found) = fault.get("found").and_then(Value::as_str) {
            assert!(told.contains(found) || told.starts_with('['), "{to}: {told}");
        }
    }
}

/// The codes, each with the names of its values, as the window knows them.
fn codes() -> BTreeMap<String, BTreeSet<String>> {
    let declared = PackFault::inline(&ts_rs::Config::new());
    let without_docs: String =
        declared.split("/**").map(|part| part.split_once("*/").map_or(part, |(_, rest)| rest)).collect();
    let variants = without_docs.split("\"code\": \"").skip(1).map(|variant| {
        let (code, fields) = variant.split_once('"').unwrap();
        let names = fields.split(['{', ',', '}', '|']).filter_map(|field| field.split_once(':'));
        (code.to_owned(), names.map(|(name, _)| name.trim().trim_matches('"').to_owned()).collect())
    });
    variants.collect()
}

/// The ids of a catalogue behind `pack_fault-`, each with the values that are put in.
fn sentences(catalogue: &str) -> BTreeMap<String, BTreeSet<String>> {
    let lines = catalogue.lines().filter_map(|line| line.strip_prefix("pack_fault-")?.split_once(" = "));
    let values = |text: &str| {
        let placed = text.split("{ $").skip(1).map(|rest| rest.split(' ').next().unwrap().to_owned());
        placed.collect()
    };
    lines.map(|(code, text)| (code.to_owned(), values(text))).collect()
}

#[test]
fn every_fault_has_its_sentence_in_both_languages_and_no_sentence_stands_without_a_fault() {
    let codes = codes();
    assert!(codes.len() > 40, "{codes:?}");
    for (language, catalogue) in [("zh-CN", CHINESE), ("en", ENGLISH)] {
        let sentences = sentences(catalogue);
        let named: Vec<&String> = sentences.keys().collect();
        assert_eq!(named, codes.keys().collect::<Vec<_>>(), "{language}");
        for (code, values) in sentences {
            let mut said = codes[&code].clone();
            // The claim or the facts that show a fault are one value of its sentence, in words.
            if said.remove("claim") || said.remove("facts") {
                said.insert("example".to_owned());
            }
            let unsaid: Vec<&String> = said.difference(&values).filter(|name| *name != "reading").collect();
            assert!(values.is_subset(&said), "{language}: {code} puts in {values:?} of {said:?}");
            assert_eq!(unsaid, Vec::<&String>::new(), "{language}: {code} leaves out what is known");
        }
    }
}

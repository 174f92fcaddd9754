//! The worked cases that came with the commitment's reading.

use nightbench_eligibility::assess_line;
use nightbench_eligibility::policy::Policy;
use serde_json::{Value, json};

#[test]
fn every_worked_case_comes_out_as_it_was_worked() {
    let policy = Policy::shipped().unwrap();
    let mut wrong = Vec::new();
    let mut cases = 0;
    for line in include_str!("../examples.ndjson").lines() {
        let example: Value = serde_json::from_str(line).unwrap();
        let verdict = assess_line(policy, &example["facts"].to_string()).unwrap();
        let verdict = serde_json::to_value(verdict).unwrap();
        let expected = &example["expected"];
        let mut compare = |what: &str, found: &Value, expected: &Value| {
            if found != expected {
                wrong.push(format!("{} {what}: {found}, expected {expected}", example["facts"]["case"]));
            }
        };
        for (remedy, fields) in expected["remedies"].as_object().unwrap() {
            for (field, value) in fields.as_object().unwrap() {
                compare(&format!("{remedy}.{field}"), &verdict["remedies"][remedy][field], value);
            }
        }
        compare("nominal_end", &verdict["cover"]["nominal_end"], &expected["nominal_end"]);
        if let Some(day) = expected.get("last_covered_day") {
            compare("last_covered_day", &verdict["cover"]["last_covered_day"], day);
        }
        compare("case", &verdict["case"], &example["facts"]["case"]);
        compare("assumptions", &verdict["assumptions"], &json!([]));
        cases += 1;
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert_eq!(cases, 69);
}

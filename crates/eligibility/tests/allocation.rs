//! The outcomes of a claim are worked out without touching the heap, whatever is known of it: a replay of stored claims
//! or an exhaustive check runs at the speed of the rules.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use nightbench_calendar::Calendar;
use nightbench_eligibility::{Facts, Policy, outcomes};
use serde_json::Value;
use std::hint::black_box;

fn allocations(facts: &Facts) -> u64 {
    let (policy, calendar) = (Policy::shipped().unwrap(), Calendar::of("CN"));
    let counted = allocation_counter::measure(|| {
        black_box(outcomes(policy, calendar, black_box(facts)));
    });
    counted.count_total
}

#[test]
fn the_counter_counts() {
    assert_eq!(allocation_counter::measure(|| drop(black_box(vec![1]))).count_total, 1);
}

#[test]
fn no_outcome_of_a_worked_case_allocates() {
    for line in include_str!("examples.ndjson").lines() {
        let example: Value = serde_json::from_str(line).unwrap();
        let facts = Facts::from_json(&example["facts"].to_string()).unwrap();
        assert_eq!(allocations(&facts), 0, "{line}");
    }
}

#[test]
fn leaving_any_facts_out_of_a_case_allocates_nothing() {
    for line in include_str!("examples.ndjson").lines() {
        let example: Value = serde_json::from_str(line).unwrap();
        let whole = example["facts"].as_object().unwrap();
        for left_out in whole.keys() {
            let mut fewer = whole.clone();
            fewer.remove(left_out);
            let facts = Facts::from_json(&Value::Object(fewer).to_string()).unwrap();
            assert_eq!(allocations(&facts), 0, "{line} without {left_out}");
        }
    }
    for facts in
        ["{}", r#"{"claim_date":"2026-03-10"}"#, r#"{"findings":["consumable"],"claim_date":"2026-03-10"}"#]
    {
        assert_eq!(allocations(&Facts::from_json(facts).unwrap()), 0, "{facts}");
    }
}

//! What differs between two verdicts and between the facts they stand on: for the history of a work order and for
//! what-if. It compares what is there and assesses nothing.

use nightbench_domain::claim::Remedy;
use nightbench_eligibility::facts::Facts;
use nightbench_eligibility::verdict::Verdict;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;
use ts_rs::TS;

/// What differs between a verdict and another one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Difference {
    /// The facts that differ, by name.
    pub facts: Vec<FactChange>,
    /// The remedies whose outcome, needs, last day or standing differ, in the order in which they are shown.
    pub remedies: Vec<Remedy>,
    /// Whether the last covered day differs.
    pub cover: bool,
    /// Whether another pack was applied.
    pub pack: bool,
    /// Whether another calendar was applied.
    pub calendar: bool,
}

/// A fact that was said one way and then another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FactChange {
    /// Its name in the contract, with dots inside: `purchase.voucher_date`, `prior_repairs.0.scope`.
    pub fact: String,
    /// What was said before.
    pub before: Option<FactValue>,
    /// What is said after.
    pub after: Option<FactValue>,
}

/// A fact's value as codes: dates as `2026-03-09`, yes and no as `true` and `false`, the word `unavailable`. Several of
/// a list; an empty list is an answer too (`findings`: no fault). A fact nobody stated has none.
pub type FactValue = Vec<String>;

impl Difference {
    /// What is another in `after` than in `before`.
    #[must_use]
    pub fn between(before: (&Facts, &Verdict), after: (&Facts, &Verdict)) -> Self {
        let (facts_before, verdict_before) = before;
        let (facts_after, verdict_after) = after;
        let remedies = Remedy::ALL.into_iter().filter(|&remedy| {
            let (before, after) = (verdict_before.remedies.of(remedy), verdict_after.remedies.of(remedy));
            (before.outcome, &before.needs, before.unsigned, before.last_day)
                != (after.outcome, &after.needs, after.unsigned, after.last_day)
        });
        Self {
            facts: changed_facts(facts_before, facts_after),
            remedies: remedies.collect(),
            cover: verdict_before.cover.last_covered_day != verdict_after.cover.last_covered_day,
            pack: verdict_before.policy != verdict_after.policy,
            calendar: verdict_before.calendar_hash != verdict_after.calendar_hash,
        }
    }
}

fn changed_facts(before: &Facts, after: &Facts) -> Vec<FactChange> {
    let (before, after) = (stated(before), stated(after));
    let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
    names.sort_unstable();
    names.dedup();
    let changed = names.into_iter().filter(|&name| before.get(name) != after.get(name));
    changed
        .map(|name| FactChange {
            fact: name.clone(),
            before: before.get(name).cloned(),
            after: after.get(name).cloned(),
        })
        .collect()
}

/// Every stated fact by its name, in the form of the contract.
pub(crate) fn stated(facts: &Facts) -> BTreeMap<String, FactValue> {
    let mut found = BTreeMap::new();
    // Facts always have a JSON form; a test holds every field to it.
    if let Ok(Value::Object(fields)) = serde_json::to_value(facts) {
        for (name, value) in fields {
            // The caller's own name for the claim is no fact of it.
            if name != "case" {
                flatten(name, value, &mut found);
            }
        }
    }
    found
}

fn flatten(name: String, value: Value, found: &mut BTreeMap<String, FactValue>) {
    match value {
        Value::Null => {}
        Value::Bool(answer) => _ = found.insert(name, vec![answer.to_string()]),
        Value::Number(number) => _ = found.insert(name, vec![number.to_string()]),
        Value::String(text) => _ = found.insert(name, vec![text]),
        Value::Array(items) if items.iter().all(Value::is_string) => {
            let codes = items.iter().filter_map(Value::as_str).map(str::to_owned);
            found.insert(name, codes.collect());
        }
        Value::Array(items) => {
            for (place, item) in items.into_iter().enumerate() {
                flatten(format!("{name}.{place}"), item, found);
            }
        }
        Value::Object(parts) => {
            for (part, value) in parts {
                flatten(format!("{name}.{part}"), value, found);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FactChange, changed_facts};

    fn changes(before: &str, after: &str) -> Vec<FactChange> {
        changed_facts(&serde_json::from_str(before).unwrap(), &serde_json::from_str(after).unwrap())
    }

    fn change(fact: &str, before: Option<&[&str]>, after: Option<&[&str]>) -> FactChange {
        let codes = |list: &[&str]| list.iter().map(|&code| code.to_owned()).collect();
        FactChange { fact: fact.to_owned(), before: before.map(codes), after: after.map(codes) }
    }

    #[test]
    fn facts_that_were_moved_said_or_taken_back_are_named_with_both_values() {
        assert_eq!(
            changes(
                r#"{"case":"a","purchase":{"voucher_date":"2026-03-02"},"sale_kind":"normal","documents":{"purchase_proof":true}}"#,
                r#"{"case":"b","purchase":{"voucher_date":"2026-03-05","contract_date":"2026-03-01"},"documents":{"purchase_proof":"unavailable"}}"#,
            ),
            [
                change("documents.purchase_proof", Some(&["true"]), Some(&["unavailable"])),
                change("purchase.contract_date", None, Some(&["2026-03-01"])),
                change("purchase.voucher_date", Some(&["2026-03-02"]), Some(&["2026-03-05"])),
                change("sale_kind", Some(&["normal"]), None),
            ]
        );
    }

    #[test]
    fn a_diagnosis_without_a_fault_is_another_thing_than_no_diagnosis() {
        assert_eq!(changes("{}", r#"{"findings":[]}"#), [change("findings", None, Some(&[]))]);
        assert_eq!(
            changes(r#"{"findings":["product_fault"]}"#, r#"{"findings":["product_fault","appearance"]}"#),
            [change("findings", Some(&["product_fault"]), Some(&["product_fault", "appearance"]))]
        );
    }

    #[test]
    fn each_earlier_repair_is_compared_by_its_place() {
        assert_eq!(
            changes(
                r#"{"prior_repairs":[{"completed":"2026-02-03","scope":"product"}]}"#,
                r#"{"prior_repairs":[{"completed":"2026-02-03","scope":"paid"}]}"#,
            ),
            [change("prior_repairs.0.scope", Some(&["product"]), Some(&["paid"]))]
        );
    }
}

//! The claims everybody answers: the worked examples of the commitment, and each of them again with some facts
//! forgotten. The same ones in every run; nothing is drawn at random.

use nightbench_eligibility::Facts;
use serde_json::Value;
use std::error::Error;

/// How many facts are forgotten of each example: one variant for each number, from a claim that lacks a paper to one
/// of which hardly more than the unit is known.
const FORGOTTEN: [usize; 6] = [1, 2, 3, 4, 6, 9];

/// A claim.
pub(crate) struct Case {
    /// The example's name; of a forgotten one with the number of the variant: `A02/3`.
    pub(crate) name: String,
    /// Whether every fact that any rule reads is known.
    pub(crate) is_complete: bool,
    /// As the contract writes it.
    pub(crate) json: Value,
    /// The same, read.
    pub(crate) facts: Facts,
    /// The remedies as the commitment's readers worked them out; examples only.
    pub(crate) expected: Option<Value>,
}

/// Facts of which nothing is missing in a complete claim.
const ALL: [&str; 14] = [
    "/product_class",
    "/claim_object",
    "/purchase/voucher_date",
    "/claim_date",
    "/sale_kind",
    "/findings",
    "/documents/warranty_certificate",
    "/documents/purchase_proof",
    "/serial/label",
    "/serial/matches",
    "/authorised_source",
    "/accessories_complete",
    "/return_consent",
    "/consumable_defect",
];

/// Every claim.
pub(crate) fn all() -> Result<Vec<Case>, Box<dyn Error>> {
    let mut cases = Vec::new();
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    for line in include_str!("../../../crates/eligibility/tests/examples.ndjson").lines() {
        let mut example: Value = serde_json::from_str(line)?;
        let facts = example.get_mut("facts").map(Value::take).ok_or("an example without facts")?;
        let expected = example.pointer("/expected/remedies").cloned();
        let name = facts.get("case").and_then(Value::as_str).ok_or("an example without a name")?.to_owned();
        for number in FORGOTTEN {
            let mut fewer = facts.clone();
            for _ in 0..number {
                forget(&mut fewer, &mut chance);
            }
            cases.push(case(format!("{name}/{number}"), fewer, None)?);
        }
        cases.push(case(name, facts, expected)?);
    }
    cases.sort_by(|one, other| (!one.is_complete, &one.name).cmp(&(!other.is_complete, &other.name)));
    Ok(cases)
}

fn case(name: String, json: Value, expected: Option<Value>) -> Result<Case, Box<dyn Error>> {
    let facts =
        Facts::from_json(&json.to_string()).map_err(|refused| format!("{name}: {}", refused.error))?;
    let is_known = |path: &&str| json.pointer(path).is_some_and(|fact| !fact.is_null());
    let names_consumable = json
        .get("findings")
        .and_then(Value::as_array)
        .is_some_and(|codes| codes.contains(&"consumable".into()));
    let asked = ALL.iter().filter(|path| **path != "/consumable_defect" || names_consumable);
    Ok(Case { is_complete: asked.clone().all(is_known), name, json, facts, expected })
}

/// Makes one fact unknown; it may have been unknown already.
fn forget(facts: &mut Value, chance: &mut Chance) {
    // A claim without its date is answered at once, so that one is kept.
    let path = ALL.iter().filter(|path| **path != "/claim_date").nth(chance.below(ALL.len() - 1));
    if let Some(path) = path {
        if *path == "/purchase/voucher_date"
            && let Some(date) = facts.pointer_mut("/purchase/contract_date")
        {
            *date = Value::Null;
        }
        if let Some(fact) = facts.pointer_mut(path) {
            *fact = Value::Null;
        }
    }
}

/// Xorshift: the same sequence in every run.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    /// A number below a limit.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap_or_default()
    }
}

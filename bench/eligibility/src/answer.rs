//! What was answered to a claim, ours and the peers' in one form, and in which way a peer's differs.

use nightbench_eligibility::Outcomes;
use serde_json::Value;
use std::collections::BTreeSet;

/// The remedies in the order of answers.
pub(crate) const REMEDIES: [&str; 4] = ["refund", "exchange", "free_repair", "paid_repair"];

/// One remedy: `granted`, `denied` or `needs`, and what it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    outcome: String,
    needs: BTreeSet<String>,
}

/// How a peer's answer is wrong. Ours is the measure: it is checked against the worked examples before anything is
/// timed, and against a second engine in the tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Wrong {
    /// Granted for denied or the other way round.
    Other,
    /// Granted or denied although a fact that is not known can still change it.
    DefiniteTooEarly,
    /// Needs something although every completion of the unknown facts agrees.
    AsksInVain,
    /// Needs facts that cannot matter beside those that can.
    AsksTooMuch,
    /// Leaves out a fact that can matter.
    AsksTooLittle,
}

impl Wrong {
    /// In the words of the report.
    pub(crate) const fn reason(self) -> &'static str {
        match self {
            Self::Other => "the other way round",
            Self::DefiniteTooEarly => "partial facts: definite although still open",
            Self::AsksInVain => "partial facts: asks although every completion agrees",
            Self::AsksTooMuch => "partial facts: asks for what cannot matter",
            Self::AsksTooLittle => "partial facts: leaves out what can matter",
        }
    }
}

impl Answer {
    /// As the contract writes it.
    pub(crate) fn of_json(remedy: &Value) -> Option<Self> {
        let outcome = remedy.get("outcome")?.as_str()?.to_owned();
        let needs = remedy.get("needs")?.as_array()?;
        Some(Self { outcome, needs: needs.iter().filter_map(Value::as_str).map(str::to_owned).collect() })
    }

    /// A peer's word for a remedy: an outcome, the one thing it lacks, or the groups of facts that are open.
    fn of_word(word: &str, remedy: &str, claim: &Value, whole: &Value) -> Self {
        if let Some(groups) = word.strip_prefix("open:") {
            let needs = groups.chars().flat_map(|group| open_facts(group, remedy, claim, whole)).collect();
            return Self { outcome: "needs".to_owned(), needs };
        }
        if ["granted", "denied"].contains(&word) {
            return Self { outcome: word.to_owned(), needs: BTreeSet::new() };
        }
        Self { outcome: "needs".to_owned(), needs: BTreeSet::from([word.to_owned()]) }
    }

    /// How this differs from the right one; `None` when it does not.
    pub(crate) fn wrong(&self, right: &Self) -> Option<Wrong> {
        if self == right {
            return None;
        }
        Some(match (self.outcome.as_str(), right.outcome.as_str()) {
            ("needs", "needs") if right.needs.is_subset(&self.needs) => Wrong::AsksTooMuch,
            ("needs", "needs") => Wrong::AsksTooLittle,
            ("needs", _) => Wrong::AsksInVain,
            (_, "needs") => Wrong::DefiniteTooEarly,
            _ => Wrong::Other,
        })
    }
}

/// Our answer.
pub(crate) fn ours(outcomes: &Outcomes) -> [Answer; 4] {
    [outcomes.refund, outcomes.exchange, outcomes.free_repair, outcomes.paid_repair].map(|remedy| {
        let code = |value: Value| value.as_str().unwrap_or_default().to_owned();
        Answer {
            outcome: code(serde_json::to_value(remedy.outcome).unwrap_or_default()),
            needs: remedy
                .needs
                .iter()
                .map(|need| code(serde_json::to_value(need).unwrap_or_default()))
                .collect(),
        }
    })
}

/// A peer's answer to a claim.
pub(crate) fn of_peer(claim: &Value, said: &Value) -> [Answer; 4] {
    REMEDIES.map(|remedy| {
        let word = said.get(remedy).and_then(Value::as_str).unwrap_or("no answer");
        Answer::of_word(word, remedy, claim, said)
    })
}

/// The names of the unknown facts in a group of a peer's row.
fn open_facts(group: char, remedy: &str, claim: &Value, said: &Value) -> Vec<String> {
    let is = |fact: &str, value: &str| claim.get(fact).and_then(Value::as_str) == Some(value);
    let is_false = |fact: &str| claim.get(fact).and_then(Value::as_bool) == Some(false);
    let cover = said.get("cover").and_then(Value::as_str).unwrap_or_default();
    let is_cover_open = cover == "unknown" || (cover == "not_over" && remedy.ends_with("_repair"));
    let is_own_open = said.get("own").and_then(Value::as_str) == Some("unknown");
    let is_defect_open = is_own_open && !is_false("diagnosed") && is("defect", "unknown");
    let named: &[(&str, bool)] = match group {
        'S' => &[("sale_kind", is("sale", "unknown"))],
        'W' => &[("purchase_date", is_false("start_known"))],
        'O' | 'C' => &[
            ("purchase_date", is_cover_open && is_false("start_known")),
            ("product_class", is_cover_open && is("class", "unknown")),
            ("claim_object", is_cover_open && is("object", "unknown")),
        ],
        'E' => &[
            ("warranty_certificate", is("certificate", "unknown")),
            ("purchase_proof", is("proof", "unknown")),
            ("serial_label", is("label", "unknown")),
            ("serial_match", is("matches", "unknown")),
            ("authorised_source", is("source", "unknown")),
        ],
        'D' => &[("consumable_defect", is_defect_open), ("diagnosis", is_own_open && !is_defect_open)],
        'N' => &[("consent", is("consent", "unknown"))],
        'A' => &[("accessories", is("accessories", "unknown") && !is("consent", "no"))],
        _ => &[],
    };
    named.iter().filter(|(_, is_open)| *is_open).map(|(name, _)| (*name).to_owned()).collect()
}

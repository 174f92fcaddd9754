//! Which sentences a verdict can ask the catalogue for. The catalogue is locales/*/verdict.ftl; a test holds both
//! languages to this list, so that no screen or paper meets an id without words.

use crate::explain::SUPPLIABLE;
use crate::fact_name::FactName;
use crate::grounds::Reason;
use crate::overlay;
use crate::policy::Policy;
use crate::verdict::{Assumption, ClauseId, Need};

/// Every message id that a verdict by this policy and its explanation can lead to: `remedy-`, `outcome-`, `need-`,
/// `ask-`, `clause-`, `ground-`, `assumption-`, `effect-`, `note-`, `if-`, `counterfactual-`, `fact-`, `value-`
/// and `explain-` with a code behind.
#[must_use]
pub fn message_ids(policy: &Policy) -> Vec<String> {
    let mut ids: Vec<String> = FIXED.map(str::to_owned).to_vec();
    ids.extend(Need::ALL.map(|need| format!("need-{}", need.code())));
    ids.extend(Need::ALL.map(|need| format!("ask-{}", need.code())));
    ids.extend(policy.clauses().iter().map(|clause| clause_message_id(&clause.id)));
    ids.extend(Reason::SETTLED.map(|reason| reason.message_id().to_owned()));
    ids.extend(Need::ALL.map(|need| Reason::Open(need).message_id().to_owned()));
    ids.extend(Assumption::ALL.map(|assumption| format!("assumption-{}", assumption.code())));
    ids.extend(policy.readings().iter().map(|entry| format!("reading-{}", entry.reading.number())));
    ids.extend(overlay::message_ids());
    ids.extend(SUPPLIABLE.map(|piece| format!("if-{}", piece.code())));
    ids.extend(FactName::ALL.map(fact_message_id));
    ids.extend(VALUES.map(|code| format!("value-{code}")));
    ids
}

/// The id of a clause's short title: `clause-5_8b` for 5.8b, `clause-CC203` for art. 203 of the Civil Code.
#[must_use]
pub fn clause_message_id(clause: &ClauseId) -> String {
    format!("clause-{}", clause.as_str().replace('.', "_"))
}

/// The id of a fact's name: `fact-purchase_voucher_date` for `purchase.voucher_date`.
#[must_use]
pub fn fact_message_id(name: FactName) -> String {
    format!("fact-{}", name.code().replace('.', "_"))
}

/// What stands in the catalogue once.
const FIXED: [&str; 35] = [
    "remedy-refund",
    "remedy-exchange",
    "remedy-free_repair",
    "remedy-paid_repair",
    "outcome-granted",
    "outcome-denied",
    "outcome-needs",
    "outcome-not_needed",
    "outcome-nothing_to_repair",
    "outcome-unsigned",
    "effect-for",
    "effect-against",
    "effect-open",
    "if-both",
    "counterfactual-earlier",
    "counterfactual-repair_shown",
    "counterfactual-granted",
    "counterfactual-granted_until",
    "counterfactual-needs",
    "explain-list",
    "explain-fact",
    "explain-remedy",
    "explain-repair",
    "explain-until",
    "explain-beside",
    "explain-counterfactuals",
    "explain-next",
    "explain-no_longer_matters",
    "explain-assumptions",
    "explain-notes",
    "explain-note",
    "explain-readings",
    "explain-reading",
    "explain-policy",
    "value-not_stated",
];

/// The values of facts that are no day and no number, by their codes in JSON. Those that serve notes from other law are
/// not among them: no ground rests on one.
const VALUES: [&str; 34] = [
    "yes",
    "no",
    "none",
    "seen",
    "unavailable",
    "terminal",
    "module",
    "detector",
    "whole",
    "part",
    "normal",
    "special_price",
    "prototype_special_price",
    "borrowed",
    "readable",
    "unreadable",
    "absent",
    "cn",
    "plain",
    "product_fault",
    "misuse_or_environment",
    "third_party",
    "normal_wear",
    "operates_normally",
    "customer_software_change",
    "consumable",
    "against_manual",
    "appearance",
    "unauthorised_repair",
    "within_specification",
    "product",
    "part_same",
    "part_other",
    "paid",
];

//! Which sentences a verdict can ask the catalogue for. The catalogue is locales/*/verdict.ftl; a test holds both
//! languages to this list, so that no screen or paper meets an id without words.

use crate::grounds::Reason;
use crate::overlay;
use crate::policy::Policy;
use crate::verdict::{Assumption, ClauseId, Need};

/// Every message id that a verdict by this policy can lead to: `remedy-`, `outcome-`, `need-`, `ask-`, `clause-`,
/// `ground-`, `assumption-`, `effect-` and `note-` with a code behind.
#[must_use]
pub fn message_ids(policy: &Policy) -> Vec<String> {
    let mut ids: Vec<String> = [
        "remedy-refund",
        "remedy-exchange",
        "remedy-free_repair",
        "remedy-paid_repair",
        "outcome-granted",
        "outcome-denied",
        "outcome-needs",
        "outcome-not_needed",
        "outcome-unsigned",
        "effect-for",
        "effect-against",
        "effect-open",
    ]
    .map(str::to_owned)
    .to_vec();
    ids.extend(Need::ALL.map(|need| format!("need-{}", need.code())));
    ids.extend(Need::ALL.map(|need| format!("ask-{}", need.code())));
    ids.extend(policy.clauses().iter().map(|clause| clause_message_id(&clause.id)));
    ids.extend(Reason::SETTLED.map(|reason| reason.message_id().to_owned()));
    ids.extend(Need::ALL.map(|need| Reason::Open(need).message_id().to_owned()));
    ids.extend(Assumption::ALL.map(|assumption| format!("assumption-{}", assumption.code())));
    ids.extend(policy.readings().iter().map(|entry| format!("reading-{}", entry.reading.number())));
    ids.extend(overlay::message_ids());
    ids
}

/// The id of a clause's short title: `clause-5_8b` for 5.8b, `clause-CC203` for art. 203 of the Civil Code.
#[must_use]
pub fn clause_message_id(clause: &ClauseId) -> String {
    format!("clause-{}", clause.as_str().replace('.', "_"))
}

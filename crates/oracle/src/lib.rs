//! The commitment read a second time, slowly and simply: facts as JSON in, the answer they must get out. It was written
//! from the clause table, the readings and contracts.md, and shares nothing with the engine: no type, no date
//! arithmetic, no calendar, no crate of the house. Its tests hold the engine to it; no shipped crate may use it.
//!
//! It is naive on purpose. Every unknown fact is completed with every value it can have, purchase dates day by day, and
//! the definitions of the contract are read literally over those completions. Nothing here is fast or clever where a
//! loop would do. In reading order: days and rest days, the claim, a complete claim, the completions, the answer.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a witness for tests: it fails by panicking"
)]

mod answer;
mod claim;
mod complete;
mod completions;
mod day;
mod question;
mod rest;

pub use claim::Claim;

use answer::Answer;
use completions::Values;
use serde_json::Value;

/// The four remedies, in the order in which they are shown.
pub const REMEDIES: [&str; 4] = ["refund", "exchange", "free_repair", "paid_repair"];

/// The readings whose alternative the facts can follow.
const TURNABLE: [u8; 17] = [1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 13, 14, 15, 17, 18, 19, 21];

/// Everything in which a verdict on a claim differs from what the contract defines, field by field, the next question
/// included. `None` where more than `most` completions would have to be looked at.
#[must_use]
pub fn differences(claim: &Claim, verdict: &Value, most: usize) -> Option<Vec<String>> {
    let (answer, completions) = Answer::to(claim, most)?;
    let mut differences = answer.differences(verdict);
    let asked = verdict["next_question"].as_str();
    differences.extend(question::question_fault(claim, &answer, &completions, asked));
    Some(differences)
}

/// The outcomes of the four remedies alone: `granted`, `denied` or `needs`, and what is needed, sorted.
#[must_use]
pub fn outcomes(claim: &Claim) -> [(&'static str, Vec<&'static str>); 4] {
    Values::of(claim, 0).completions(claim, 0).outcomes()
}

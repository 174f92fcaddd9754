//! Which remedy the commitment grants on what is known of a claim, and why: `assess(&Policy, &Calendar, &Facts) ->
//! Verdict`. It is total and exact: an outcome is definite if and only if every completion of the unknown facts agrees,
//! else the verdict names exactly the facts that can still change it.
//!
//! Pure: no IO, no clock, no randomness. It decides nothing for people: it says what the pack grants, by clause, and
//! where a person or a paper must decide. In reading order: the facts, the pack, the rules on complete claims
//! (`rules`), the completion of incomplete ones (`space`), the verdict with its grounds.

pub mod diff;
pub mod facts;
pub mod letter;
pub mod message;
pub mod overlay;
pub mod packs;
pub mod policy;
pub mod verdict;

mod assess;
mod base_period;
mod claim;
mod clause;
mod dates;
mod explain;
mod fact_name;
mod ground;
mod grounds;
mod moments;
mod outcomes;
mod proof;
mod question;
mod remedy_set;
mod rules;
mod space;
mod table;
mod turned;
mod walk;
mod world;

pub use assess::{assess, assess_line};
pub use base_period::{BasePeriod, last_covered_day};
pub use explain::{Counterfactual, Explanation, TurningReading, explain};
pub use facts::Facts;
pub use outcomes::{NeedSet, Outcomes, RemedyOutcome, outcomes};
pub use packs::Packs;
pub use policy::Policy;
pub use remedy_set::RemedySet;
pub use verdict::Verdict;

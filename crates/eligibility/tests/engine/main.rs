//! What the engine promises, seen from outside. One program, because linking ten takes longer than running them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod catalogue;
mod diff;
mod examples;
mod explanation;
mod golden;
mod ledger;
mod pack;
mod packs;
mod refusals;
mod sentences;

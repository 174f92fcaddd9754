//! The real window, end to end. Every test is under `window`, so that a machine without a screen can leave
//! them out by that name.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests and what they stand on: a failed expectation ends the test with what was seen"
)]

mod sample;
mod window;

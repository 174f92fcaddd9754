//! What the journeys and the end-to-end tests stand on: the built programs, a screen, a driver, and verbs a
//! person would use. It is code of tests: it panics with what was seen when something is not as it must be.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "this whole package is tests; a failed expectation ends the test with what was seen"
)]

mod driver;
pub mod hands;
pub mod hq;
pub mod paper;
pub mod picture;
pub mod programs;
pub mod screen;
mod seen;
pub mod window;
pub mod words;

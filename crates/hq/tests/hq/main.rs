//! The tests of headquarters. Everything about records runs on both databases.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests: a failed expectation ends the test with what was seen"
)]

mod bench;
mod both;
mod enrolment;
mod gap;
mod hostile;
mod http;
mod kill;
mod lists;
mod merging;
mod postgres;
mod program;
mod rounds;
mod statements;
mod store;

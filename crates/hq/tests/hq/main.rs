//! The tests of headquarters. Everything about records runs on both databases.

mod bench;
mod both;
mod enrolment;
mod merging;
mod postgres;
mod rounds;
mod statements;
mod store;

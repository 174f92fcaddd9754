//! The tests of headquarters. Everything about records runs on both databases.

mod both;
mod enrolment;
mod postgres;
mod statements;
mod store;

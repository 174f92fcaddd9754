//! Headquarters: takes in what the stations of every centre wrote, orders it, decides once what becomes of each
//! operation, and gives it to the other stations of the centre. It holds no state but its database, so several may run
//! on one. What the messages are and how fields merge is the `sync` crate's.

pub mod centre;
pub mod enrolment;
pub mod error;
pub mod outside;
pub mod station;
pub mod store;
pub mod stream;

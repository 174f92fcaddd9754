//! Headquarters: takes in what the stations of every centre wrote, orders it, decides once what becomes of each
//! operation, and gives it to the other stations of the centre. It holds no state but its database, so several may run
//! on one. What the messages are and how fields merge is the `sync` crate's.

pub mod centre;
pub mod conflict;
pub mod doctor;
pub mod enrolment;
pub mod error;
pub mod origin;
pub mod outside;
pub mod quarantine;
pub mod reader;
pub mod round;
pub mod serve;
pub mod station;
pub mod store;
pub mod stream;
pub mod ticket;

mod customer_key;
mod merged;
mod op;
mod pull;
mod push;
mod server;

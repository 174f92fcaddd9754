//! The store from outside, as one program so that SQLCipher is linked once: what is written is there, found again,
//! survives damage, and comes back from a backup.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what it expects by failing"
)]

mod common;

mod records;

mod find;

mod masters;

mod departure;

mod files;

mod asked;
mod backup;
mod bench;

mod schema;

mod parts;
mod projection;
mod properties;

//! Sync between stations and HQ, without a network, a disk, a clock or chance: the messages, the chain of operations, what
//! merging decides, and the conduct of a station's line. Hosts bring the socket, the database and the keys.

pub mod chain;
pub mod entity;
pub mod hex;
pub mod merge;
pub mod quarantine;
pub mod session;
pub mod sign;
pub mod wire;

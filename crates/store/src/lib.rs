//! The store of one station: an encrypted SQLite file, one door for writes, a journal of everything that was
//! recorded. It knows how records are kept, found and kept safe; not what the commitment grants (`eligibility`),
//! not what a person may do (`app`), not how stations agree (`sync`). It reads no clock and draws no random
//! number: instants, ids and the source of random bytes come from the caller.
//!
//! Writing goes through [`Store::transact`], where each noun's write functions take the [`Tx`]; read functions
//! take a [`Source`], which is the store (the last committed state) or the transaction (its own writes
//! included). "Saved" may be said when `transact` has returned: the commit is then on the disk.

// The door and what stands around it.
pub mod backup;
pub mod changes;
pub mod doctor;
pub mod entropy;
pub mod error;
pub mod journal;
pub mod open;
pub mod salvage;
pub mod transact;

// The nouns, in the order a unit meets them: this installation,
pub mod calendar_pack;
pub mod pack;
pub mod settings;
pub mod station;
pub mod user;
// what is known of a unit before it comes,
pub mod master;
pub mod registry;
pub mod unit;
// what the desk writes down,
pub mod attachment;
pub mod authorisation;
pub mod consignment;
pub mod contact;
pub mod customer;
pub mod draft;
pub mod duty;
pub mod enquiry;
pub mod follow_up;
pub mod identity;
pub mod intake;
// what follows from it,
pub mod custody;
pub mod decision;
pub mod disposition;
pub mod paper;
pub mod place;
pub mod quote;
pub mod resolution;
pub mod stocktake;
pub mod ticket;
pub mod verdict;
// what was found out about it,
pub mod bench_catalogue;
pub mod bench_sheet;
pub mod diagnosis;
// what it takes to make it good, or what is given for it,
pub mod exchange;
pub mod part;
pub mod refund;
// how it leaves, and what that does to its cover,
pub mod cover;
pub mod handover;
pub mod lending;
pub mod line;
pub mod payment;
pub mod projection;
// and how all of them are seen, found again and added up.
pub mod board;
pub mod search;
pub mod week;

mod blob;
mod connect;
mod directory;
mod migrate;
mod rehearse;
mod said;
mod seal;
mod sql;
mod swap;
mod wal;

pub use changes::{Changes, Noun};
pub use directory::is_there;
pub use entropy::Entropy;
pub use error::{Damage, StoreError};
pub use open::{Opened, Opening, Store};
pub use said::{ImportFile, Said};
pub use salvage::Salvage;
pub use transact::{Act, Committed, Tx};

/// Where a read function reads: the store's last committed state, or a transaction with its own writes.
pub trait Source: sealed::Reads {}

pub(crate) mod sealed {
    /// Lends a connection for one read. Sealed, so that no connection leaves this crate.
    pub trait Reads {
        /// Runs `read` on a connection.
        #[doc(hidden)]
        fn read<T>(
            &self,
            read: impl FnOnce(&rusqlite::Connection) -> Result<T, crate::StoreError>,
        ) -> Result<T, crate::StoreError>;
    }
}

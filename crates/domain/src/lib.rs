//! The trade's nouns and rules, in the order a unit meets them.
//!
//! Pure: no IO, no clock, no randomness; dates, ids and keys are arguments. What is written here is
//! true at a bench, at HQ and on paper alike. Storage is in `store`, the clauses of the commitment are
//! in `eligibility`, use cases are in `app`.

pub mod authorisation;
pub mod bench_catalogue;
pub mod bench_sheet;
pub mod charge;
pub mod claim;
pub mod clock;
pub mod comparison;
pub mod consignment;
pub mod contact;
pub mod contract;
pub mod customer;
pub mod cycle;
pub mod damage;
pub mod dealer;
pub mod decision;
pub mod diagnosis;
pub mod disposition;
pub mod duty;
pub mod enquiry;
pub mod fault_list;
pub mod follow_up;
pub mod forecast;
pub mod gate;
pub mod handover;
pub mod id;
pub mod identity;
pub mod intake;
pub mod label;
pub mod ledger;
pub mod loan;
pub mod master;
pub mod measure;
pub mod model;
pub mod money;
pub mod next;
pub mod operation;
pub mod part;
pub mod party;
pub mod payment;
pub mod photo;
pub mod pii;
pub mod place;
pub mod quote;
mod refusal;
pub mod registry;
pub mod repeat;
pub mod resolution;
pub mod rma;
pub mod serial;
pub mod stocktake;
pub mod ticket;
pub mod time_of_day;
pub mod turnaround;
pub mod undo;
pub mod unit;
pub mod user;
pub mod waybill;
pub mod week;

mod code;

pub use code::code;

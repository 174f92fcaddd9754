//! The use cases of a station, one file per step of a unit's way, and `commands`, the whole surface that
//! the window and the command line share.
//!
//! A use case loads, decides (in `domain` and `eligibility`) and writes through the store's one door. The
//! clock, ids and printers come in from outside (`ports`). Nothing here knows Tauri or a terminal.

pub mod arrival;
pub mod attachment;
pub mod authorisation;
pub mod bench;
pub mod bench_catalogue;
pub mod bench_sheet;
pub mod came_back;
pub mod care;
pub mod claim;
pub mod commands;
mod conflicts;
pub mod consignment;
pub mod contact;
pub mod cover;
pub mod custody;
pub mod customer;
pub mod customer_view;
pub mod damage;
pub mod data_dir;
pub mod decision;
pub mod demo;
pub mod diagnosis;
pub mod difference;
pub mod disposition;
pub mod draft;
pub mod duty;
pub mod enquiry;
pub mod error;
pub mod follow_up;
pub mod form;
pub mod form_owed;
pub mod identity;
pub mod import;
pub mod intake;
pub mod known;
pub mod letter;
pub mod masters;
pub mod owner;
pub mod pack_key;
pub mod paper_sheet;
mod picture;
mod pin;
pub mod place;
pub mod policy;
pub mod policy_diff;
pub mod ports;
pub mod pure;
pub mod quote;
pub mod registry;
pub mod repeat;
pub mod resolution;
pub mod scan;
pub mod search;
pub mod session;
pub mod sheet;
mod standing;
pub mod station;
pub mod stocktake;
pub mod ticket;
pub mod ticket_event;
mod ticket_paper;
pub mod ticket_undo;
pub mod unit;
pub mod user;
pub mod verdict;
pub mod work;

pub use form::FormKind;
pub use nightbench_forms::FormLanguage;
pub use nightbench_forms::grid::SheetGrid;
pub use nightbench_locale as locale;
pub use nightbench_locale::Language;

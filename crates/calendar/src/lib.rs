//! Working days and period counting: which days of a country are worked, where a last day rolls to, and where a
//! count of working days or months ends. It is not the repair cycle (domain/cycle.rs) and not a warranty period
//! (the `eligibility` crate); both are built on it.
//!
//! Pure: dates in, dates out. No IO, no clock; the shipped packs are inside the program. Nothing here fails for
//! want of a calendar: outside a pack only weekends rest, and the answer says that it is provisional.

pub mod calendar;
pub mod clock_hours;
pub mod day;
pub mod months;
pub mod pack;
pub mod rows;

mod embedded;
mod table;

pub use calendar::{Calendar, Span};
pub use day::{CalendarStatus, Day, DayReason, Reached};
pub use months::add_months;
pub use pack::CalendarPack;
pub use rows::RowError;

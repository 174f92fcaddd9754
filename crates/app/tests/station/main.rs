//! Journeys of a station: the real store, the real packs and forms, a clock that stands still.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed, and clippy's own exception covers only test functions"
)]

mod duty;
mod support;

mod authorisation;
mod board;
mod calendar;
mod care;
mod consent;
mod consignment;
mod contact;
mod cover;
mod customer_view;
mod decisions;
mod diagnosis;
mod first_report;
mod handover;
mod identity;
mod import;
mod late_entry;
mod life;
mod lists;
mod masters;
mod money;
mod packs;
mod paper;
mod parties;
mod parts;
mod people;
mod places;
mod receive_to_form;
mod registry;
mod replaced;
mod verdicts;
mod week;

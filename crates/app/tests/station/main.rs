//! Journeys of a station: the real store, the real packs and forms, a clock that stands still.

mod support;

mod board;
mod care;
mod import;
mod receive_to_form;
mod registry;

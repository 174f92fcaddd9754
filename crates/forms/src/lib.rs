//! Paper: a form's content in, a PDF out, as a pure function.
//!
//! Typst is used as a library inside a world that is closed: the templates of `forms/*.typ` and the fonts
//! are embedded, and there is no file system, no network and no clock. The time of printing is part of the
//! content, so the same content gives the same bytes, and the hash kept in the record proves a paper.
//! This crate decides nothing about a claim: it prints what `domain` and `eligibility` established, in
//! words of `locale`. Opening, saving and printing the bytes is the caller's.

pub mod application;
mod barcode;
pub mod calibration;
pub mod centre;
pub mod code_sheet;
pub mod decision;
pub mod delivery;
pub mod determination;
pub mod explanation;
pub mod form;
pub mod grid;
pub mod internal;
pub mod label;
pub mod mark;
pub mod paper_record;
pub mod parcel;
mod press;
pub mod quote;
pub mod receipt;
pub mod refund;
pub mod report;
pub mod stock;
pub mod tag;
pub mod week;
mod words;

pub use form::{Form, FormLanguage, UnknownFormLanguage};
pub use press::{FormError, Pdf, render, unprintable, warm_up};

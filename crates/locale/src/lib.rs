//! One catalogue of words for screens, verdicts and paper, in Chinese and English.
//!
//! The words are Fluent messages in `locales/<language>/*.ftl`, embedded at build time: one file per
//! place of use (`verdict.ftl`, `paper.ftl`, ...), one name space over all of them. This crate chooses
//! nothing for the user: the language is an argument, and there is no current one. It is called by
//! `forms`, by `app` for sentences that leave the program, and by the window's own code generation
//! through [`files`].

mod catalogue;
mod language;
mod long_date;
mod weekday;

pub use catalogue::{Value, files, ids, ids_of, knows, say};
pub use language::{Language, UnknownLanguage};
pub use long_date::long_date;
pub use weekday::weekday;

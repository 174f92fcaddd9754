//! The form of a pack file: TOML that is read into the entries its reader asks for, or the fault and the place that keep
//! it from being read. What the entries say is looked at elsewhere (load.rs, overlay.rs).
//!
//! serde words what it refuses in sentences of its own, the same for every format (`serde::de::Error`); here they are
//! taken apart again, so that a fault is a code with values and not somebody else's English.

use super::refusal::{PackError, PackFault};
use super::text::PackText;
use serde::de::DeserializeOwned;
use toml::de::{DeTable, Error};

/// How much of a line is shown, in characters.
const SHOWN: usize = 80;

impl PackText<'_> {
    /// Reads the form of the file; what it says is not looked at yet.
    pub(crate) fn parse<T: DeserializeOwned>(&self) -> Result<T, PackError> {
        if let Err(error) = DeTable::parse(self.text) {
            let at = start(&error);
            let found = self.line_at(at);
            return Err(self.refuse(
                at,
                match error.message() {
                    "duplicate key" => PackFault::KeyTwice { found },
                    _ => PackFault::NotToml { found },
                },
            ));
        }
        toml::from_str(self.text).map_err(|error| {
            let found = error.span().and_then(|span| self.text.get(span)).unwrap_or_default();
            let found = found.lines().next().unwrap_or_default().chars().take(SHOWN).collect();
            self.refuse(start(&error), fault(error.message(), found))
        })
    }

    fn line_at(&self, at: usize) -> String {
        let line = self.text.lines().nth(self.line_of(at) - 1).unwrap_or_default();
        line.trim().chars().take(SHOWN).collect()
    }
}

fn start(error: &Error) -> usize {
    error.span().map_or(0, |span| span.start)
}

/// The fault behind a sentence of serde's. `found` is what stands at the place it is about.
fn fault(sentence: &str, found: String) -> PackFault {
    let mut quoted = sentence.split('`').skip(1).step_by(2).map(str::to_owned);
    let mut named = || quoted.next().unwrap_or_default();
    if sentence.starts_with("unknown field ") {
        return PackFault::UnknownField { field: named(), known: quoted.collect() };
    }
    if sentence.starts_with("missing field ") {
        return PackFault::MissingField { field: named() };
    }
    if sentence.starts_with("unknown variant ") {
        return PackFault::UnknownCode { found: named(), known: quoted.collect() };
    }
    match sentence.rsplit_once(", expected ").map(|(_, expected)| expected) {
        Some("u8" | "u32" | "u64") => PackFault::NotANumber { found },
        Some("a string" | "string") => PackFault::NotAText { found },
        Some("a boolean") => PackFault::NotYesOrNo { found },
        Some("a formatted date string") => PackFault::NotADate { found },
        // A date that is a text of another shape is refused in words of its reader.
        None if found.starts_with('"') => PackFault::NotADate { found },
        Some(_) | None => PackFault::WrongForm { found },
    }
}

#[cfg(test)]
mod tests {
    use super::fault;
    use crate::policy::refusal::PackFault;

    #[test]
    fn a_sentence_of_the_reader_becomes_the_fault_it_is() {
        let found = |text: &str| text.to_owned();
        for (sentence, at, expected) in [
            (
                "invalid type: string \"x\", expected u32",
                "\"x\"",
                PackFault::NotANumber { found: found("\"x\"") },
            ),
            ("invalid type: integer `1`, expected a string", "1", PackFault::NotAText { found: found("1") }),
            (
                "invalid type: integer `1`, expected a boolean",
                "1",
                PackFault::NotYesOrNo { found: found("1") },
            ),
            (
                "invalid type: integer `1`, expected a sequence",
                "1",
                PackFault::WrongForm { found: found("1") },
            ),
            (
                "input is out of range",
                "\"2026-13-40\"",
                PackFault::NotADate { found: found("\"2026-13-40\"") },
            ),
            ("data did not match any variant", "[1]", PackFault::WrongForm { found: found("[1]") }),
            ("missing field `days`", "", PackFault::MissingField { field: found("days") }),
        ] {
            assert_eq!(fault(sentence, found(at)), expected, "{sentence}");
        }
    }
}

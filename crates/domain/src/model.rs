//! A model: what is built and sold under one code. Says the class, what belongs in the box, what it is measured
//! against and what its serials look like; not what any one unit is (unit.rs).

use crate::master::{Finder, FinderBy, Master, MasterKind};
use crate::serial::{SerialNumber, fold};
use crate::unit::ProductClass;
use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// One model, as its master says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Model {
    /// The code as it stands on labels, such as NV-640. At most 80 characters.
    pub code: String,
    /// Its name in Chinese, or empty.
    pub name_zh: String,
    /// Its name in English, or empty.
    pub name_en: String,
    /// The class that decides the warranty period (2.T); `None`: not stated.
    pub product_class: Option<ProductClass>,
    /// What belongs in the box, each a code of `accessory-*` or its own words, in the order it is looked for.
    pub kit: Vec<String>,
    /// What a good unit measures.
    pub specification: Vec<Specification>,
    /// What its serials look like; `None`: not stated.
    pub serial_pattern: Option<SerialPattern>,
    /// The code of the model that replaces it, or empty.
    pub successor: String,
    /// The newest firmware version, or empty.
    pub firmware: String,
    /// Manuals and drawings: shown as text, never opened inside the program.
    pub documents: Vec<Document>,
    /// Whether it is still built; `None`: not stated.
    pub is_current: Option<bool>,
}

/// One line of a model's specification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Specification {
    /// What is measured, such as NETD.
    pub parameter: String,
    /// The standard value as the data sheet writes it: a number, a range or words.
    pub value: String,
    /// Its unit, or empty.
    pub unit: String,
}

/// A document about a model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// Where it is: an address or a file's name, in the words of the master. May be empty.
    pub target: String,
}

impl Master for Model {
    const KIND: MasterKind = MasterKind::Model;

    fn key(&self) -> String {
        fold(&self.code)
    }

    fn words(&self) -> String {
        [&self.code, &self.name_zh, &self.name_en].map(|word| fold(word)).join("\n")
    }

    fn finders(&self) -> Vec<Finder> {
        self.serial_pattern
            .iter()
            .map(|pattern| Finder {
                by: FinderBy::Pattern,
                prefix: pattern.beginning().to_owned(),
                from: pattern.to_string(),
                to: String::new(),
            })
            .collect()
    }
}

/// What the serials of a model look like, one character for one character: `#` is a digit, `@` a letter, `*` at the
/// end is any rest, also none; every other letter, digit, `-`, `.`, `/` or `_` stands for itself. `JP####-#####` fits
/// JP2409-00417. There is nothing else: a pattern is data from a file and must cost no time to match.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct SerialPattern(String);

/// The text is no serial pattern.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "a serial pattern has letters, digits, - . / _, # for a digit, @ for a letter, and * only at its end"
)]
pub struct SerialPatternError;

impl SerialPattern {
    /// Reads a pattern; it is folded as serials are.
    ///
    /// # Errors
    /// When it is empty, longer than 40 characters, holds another character, or a `*` before its end.
    pub fn parse(text: &str) -> Result<Self, SerialPatternError> {
        let folded = fold(text);
        let body = folded.strip_suffix('*').unwrap_or(&folded);
        let is_sign = |c: char| c.is_ascii_alphanumeric() || "-./_#@".contains(c);
        let fits = !folded.is_empty() && folded.len() <= 40 && body.chars().all(is_sign);
        if fits { Ok(Self(folded)) } else { Err(SerialPatternError) }
    }

    /// Whether a serial looks like this.
    #[must_use]
    pub fn fits(&self, serial: &SerialNumber) -> bool {
        let (body, is_open) = match self.0.strip_suffix('*') {
            Some(body) => (body, true),
            None => (self.0.as_str(), false),
        };
        let serial = serial.as_str();
        let is_long_enough = if is_open { serial.len() >= body.len() } else { serial.len() == body.len() };
        is_long_enough
            && body.chars().zip(serial.chars()).all(|(sign, c)| match sign {
                '#' => c.is_ascii_digit(),
                '@' => c.is_ascii_alphabetic(),
                literal => literal == c,
            })
    }

    /// The part before the first sign that stands for others: every serial that fits begins so.
    #[must_use]
    pub fn beginning(&self) -> &str {
        self.0.split(['#', '@', '*']).next().unwrap_or_default()
    }
}

impl TryFrom<String> for SerialPattern {
    type Error = SerialPatternError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<SerialPattern> for String {
    fn from(pattern: SerialPattern) -> Self {
        pattern.0
    }
}

impl fmt::Display for SerialPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::SerialPattern;
    use crate::serial::SerialNumber;

    #[test]
    fn a_pattern_fits_character_by_character() {
        for (pattern, serial, fits) in [
            ("JP####-#####", "JP2409-00417", true),
            ("jp####-#####", "ｊｐ2409-00417", true),
            ("JP####-#####", "JP2409-0041", false),
            ("JP####-#####", "JP2409-004177", false),
            ("JP####-#####", "JP24O9-00417", false),
            ("@@-*", "AB-1", true),
            ("@@-*", "A1-1", false),
            ("AB-*", "AB-", true),
            ("*", "ANY-7", true),
        ] {
            let pattern = SerialPattern::parse(pattern).unwrap();
            assert_eq!(pattern.fits(&SerialNumber::parse(serial).unwrap()), fits, "{pattern} {serial}");
        }
    }

    #[test]
    fn a_pattern_says_what_its_serials_begin_with() {
        for (pattern, beginning) in [("JP####-#####", "JP"), ("@-1", ""), ("NV-7", "NV-7"), ("X*", "X")] {
            assert_eq!(SerialPattern::parse(pattern).unwrap().beginning(), beginning, "{pattern}");
        }
    }

    #[test]
    fn what_is_no_pattern_is_refused() {
        for text in ["", "  ", "JP*-1", "JP(\\d+)", "序列号", &"A".repeat(41)] {
            assert!(SerialPattern::parse(text).is_err(), "{text}");
        }
    }
}

//! Serial numbers as they are typed, scanned and compared. Full-width input is folded, spaces go, letters
//! become capitals; what a person might misread is found by `look_alike_key`, never changed silently.

use crate::rma::RmaNumber;
use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// What a temporary tag begins with.
const STAND_IN: &str = "TAG";

/// A folded serial number: 3 to 40 characters out of `A-Z 0-9 - . / _ #`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct SerialNumber(String);

/// Why a text is not a serial number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SerialError {
    /// Nothing but spaces.
    #[error("the serial number is empty")]
    Empty,
    /// Shorter than 3 or longer than 40 characters after folding.
    #[error("a serial number has 3 to 40 characters")]
    Length,
    /// Holds a character no serial number has.
    #[error("a serial number has letters, digits and - . / _ # only")]
    Character,
}

impl SerialNumber {
    /// Folds and checks what was typed or scanned.
    ///
    /// # Errors
    /// When nothing is left, the length is off, or a character cannot be part of a serial number.
    pub fn parse(text: &str) -> Result<Self, SerialError> {
        let folded = fold(text);
        if folded.is_empty() {
            return Err(SerialError::Empty);
        }
        if !folded.chars().all(|c| c.is_ascii_alphanumeric() || "-./_#".contains(c)) {
            return Err(SerialError::Character);
        }
        if (3..=40).contains(&folded.len()) { Ok(Self(folded)) } else { Err(SerialError::Length) }
    }

    /// The serial number as it is stored and shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The stand-in for a serial that could not be read: the unit's temporary tag, which carries the number of its
    /// work order. Unique, printable, and nobody's serial.
    #[must_use]
    pub fn stand_in(rma: &RmaNumber) -> Self {
        Self(format!("{STAND_IN}-{rma}"))
    }

    /// The stand-in before there is a number. It is never stored.
    #[must_use]
    pub fn unread() -> Self {
        Self(STAND_IN.to_owned())
    }

    /// Whether this stands in for a serial that could not be read. It is never looked up in the register, looks like no
    /// other serial and has no history of its own.
    #[must_use]
    pub fn is_stand_in(&self) -> bool {
        self.0 == STAND_IN || self.stood_for().is_some()
    }

    /// The number on the temporary tag, when this is one.
    #[must_use]
    pub fn stood_for(&self) -> Option<RmaNumber> {
        let rma = self.0.strip_prefix(STAND_IN)?.strip_prefix('-')?;
        RmaNumber::parse(rma).ok()
    }

    /// Two serial numbers with one key differ only in characters that look alike:
    /// 0/O, 1/I, 8/B, 5/S. Separators are ignored.
    #[must_use]
    pub fn look_alike_key(&self) -> String {
        self.0
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|c| match c {
                'O' => '0',
                'I' => '1',
                'B' => '8',
                'S' => '5',
                other => other,
            })
            .collect()
    }
}

/// Full-width letters, digits and signs become half-width, the several dashes become `-`, spaces and
/// invisible characters go, letters become capitals.
#[must_use]
pub fn fold(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0),
            '‐' | '‑' | '‒' | '–' | '—' | '−' => Some('-'),
            c if c.is_whitespace() || c.is_control() => None,
            '\u{feff}' | '\u{200b}'..='\u{200f}' => None,
            c => Some(c),
        })
        .flat_map(char::to_uppercase)
        .collect()
}

impl TryFrom<String> for SerialNumber {
    type Error = SerialError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<SerialNumber> for String {
    fn from(serial: SerialNumber) -> Self {
        serial.0
    }
}

impl fmt::Display for SerialNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{SerialError, SerialNumber};
    use crate::id::CentreCode;
    use crate::rma::{RmaNumber, Series};

    #[test]
    fn full_width_typing_and_a_scanner_give_the_same_serial() {
        let typed = SerialNumber::parse(" ｊｐ２４０９－００４１７ ").unwrap();
        assert_eq!(typed, SerialNumber::parse("JP2409-00417").unwrap());
    }

    #[test]
    fn characters_that_look_alike_share_a_key_and_others_do_not() {
        let key = |text: &str| SerialNumber::parse(text).unwrap().look_alike_key();
        assert_eq!(key("JP2409-0O1I8B5S"), key("JPZ409-00118855".replace('Z', "2").as_str()));
        assert_ne!(key("JP2409-00417"), key("JP2409-00471"));
    }

    #[test]
    fn a_temporary_tag_is_told_from_a_serial_and_names_its_number() {
        let (centre, series) = (CentreCode::parse("CD01").unwrap(), Series::parse("A7K3M").unwrap());
        let rma = RmaNumber::new(&centre, &series, 412);
        let tag = SerialNumber::stand_in(&rma);
        assert_eq!(SerialNumber::parse(&tag.as_str().to_lowercase()), Ok(tag.clone()));
        assert_eq!(tag.stood_for(), Some(rma));
        for (text, is_stand_in) in
            [(tag.as_str(), true), ("TAG", true), ("TAG-1234", false), ("JP2409-00417", false)]
        {
            assert_eq!(SerialNumber::parse(text).unwrap().is_stand_in(), is_stand_in, "{text}");
        }
    }

    #[test]
    fn a_text_that_is_no_serial_is_refused_with_its_reason() {
        for (text, reason) in [
            ("  ", SerialError::Empty),
            ("A1", SerialError::Length),
            ("序列号12345", SerialError::Character),
            ("JP 2409;DROP", SerialError::Character),
        ] {
            assert_eq!(SerialNumber::parse(text), Err(reason), "{text}");
        }
    }
}

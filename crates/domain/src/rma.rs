//! The RMA number: what people read, type and scan to name a ticket for life.
//!
//! `CD01-A7K3M-00412-K` is the centre, the station's series, the station's counter and a check character.
//! Two stations never share a series and one station never counts the same number twice, so numbers are
//! unique without a line to HQ; a restored backup draws a new series, so it cannot give a number again.
//! It is printed, so it is final.

use crate::id::CentreCode;
use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// Characters of a series: none of 0 O 1 I 8 B 5 S 2 Z, which people confuse.
pub const SERIES_ALPHABET: &[u8; 26] = b"ACDEFGHJKLMNPQRTUVWXY34679";

/// How many characters a series has. 26^5 is 11.9 million: among 100 series of one centre, drawn at
/// random without a line, the chance that two agree is 1 in 2,400.
pub const SERIES_LEN: usize = 5;

/// A station's number series. Drawn anew by every installation and every restore.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Series(String);

/// An RMA number whose check character is right.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct RmaNumber(String);

/// Why a text is not an RMA number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RmaError {
    /// Not four parts, or a part of another shape.
    #[error("an RMA number has four parts, as in CD01-A7K3M-00412-K")]
    Shape,
    /// A character was misread or two were swapped.
    #[error("the check character of the RMA number does not fit: a character was misread")]
    Check,
}

impl Series {
    /// Makes a series out of random bytes, which the `Ids` port draws.
    #[must_use]
    pub fn from_random(random: [u8; 16]) -> Self {
        let mut rest = u128::from_be_bytes(random);
        let base = SERIES_ALPHABET.len() as u128;
        let mut text = String::with_capacity(SERIES_LEN);
        for _ in 0..SERIES_LEN {
            let place = usize::try_from(rest % base).unwrap_or_default();
            text.extend(SERIES_ALPHABET.get(place).copied().map(char::from));
            rest /= base;
        }
        Self(text)
    }

    /// Reads a stored series.
    ///
    /// # Errors
    /// When the length or a character is not that of a series.
    pub fn parse(text: &str) -> Result<Self, RmaError> {
        let fits = text.len() == SERIES_LEN && text.bytes().all(|b| SERIES_ALPHABET.contains(&b));
        if fits { Ok(Self(text.to_owned())) } else { Err(RmaError::Shape) }
    }

    /// The series as it stands in a number.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl RmaNumber {
    /// Builds the number for one count of a series. Counts beyond 99999 simply grow longer.
    #[must_use]
    pub fn new(centre: &CentreCode, series: &Series, counter: u32) -> Self {
        let body = format!("{}-{}-{counter:05}", centre.as_str(), series.as_str());
        let check = check_character(&body);
        Self(format!("{body}-{check}"))
    }

    /// Reads a number as typed or scanned: case, spaces, full-width characters and other kinds of dashes are forgiven,
    /// a wrong check character is not.
    ///
    /// # Errors
    /// `Shape` when it cannot be an RMA number, `Check` when it is one misread.
    pub fn parse(text: &str) -> Result<Self, RmaError> {
        let folded = crate::serial::fold(text);
        let mut parts = folded.split('-');
        let (Some(centre), Some(series), Some(counter), Some(check), None) =
            (parts.next(), parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(RmaError::Shape);
        };
        CentreCode::parse(centre).map_err(|_| RmaError::Shape)?;
        let digits = counter.len() >= 5 && counter.len() <= 9 && counter.bytes().all(|b| b.is_ascii_digit());
        let shaped = digits
            && series.len() == SERIES_LEN
            && series.bytes().all(|b| b.is_ascii_alphanumeric())
            && check.len() == 1
            && check.bytes().all(|b| b.is_ascii_alphanumeric());
        if !shaped {
            return Err(RmaError::Shape);
        }
        let body = format!("{centre}-{series}-{counter}");
        if check.starts_with(check_character(&body)) && Series::parse(series).is_ok() {
            Ok(Self(folded))
        } else {
            Err(RmaError::Check)
        }
    }

    /// Whether the number was counted in that series of that centre.
    #[must_use]
    pub fn is_of(&self, centre: &CentreCode, series: &Series) -> bool {
        let mut parts = self.0.split('-');
        parts.next() == Some(centre.as_str()) && parts.next() == Some(series.as_str())
    }

    /// The number as it is printed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// ISO/IEC 7064 MOD 37,36 over the letters and digits: finds every single misread character and every
/// swap of two neighbours.
fn check_character(body: &str) -> char {
    const ALPHABET: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut product = 36_u32;
    for value in body.chars().filter_map(|c| c.to_digit(36)) {
        let sum = (product + value) % 36;
        product = (if sum == 0 { 36 } else { sum }) * 2 % 37;
    }
    let check = (37 - product) % 36;
    usize::try_from(check).ok().and_then(|place| ALPHABET.get(place)).copied().map_or('0', char::from)
}

macro_rules! as_text {
    ($name:ident) => {
        impl TryFrom<String> for $name {
            type Error = RmaError;
            fn try_from(text: String) -> Result<Self, Self::Error> {
                Self::parse(&text)
            }
        }
        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

as_text!(Series);
as_text!(RmaNumber);

#[cfg(test)]
mod tests {
    use super::{RmaError, RmaNumber, SERIES_ALPHABET, Series, check_character};
    use crate::id::CentreCode;

    fn number(counter: u32) -> RmaNumber {
        RmaNumber::new(&CentreCode::parse("CD01").unwrap(), &Series::parse("A7K3M").unwrap(), counter)
    }

    #[test]
    fn the_check_character_is_that_of_iso_7064_mod_37_36() {
        // The standard's published example for MOD 37,36.
        assert_eq!(check_character("A12425GABC1234002"), 'M');
    }

    #[test]
    fn a_number_reads_back_from_typing_and_from_a_scan() {
        let rma = number(412);
        assert_eq!(RmaNumber::parse(rma.as_str()), Ok(rma.clone()));
        assert_eq!(RmaNumber::parse(&format!(" {} ", rma.as_str().to_lowercase())), Ok(rma));
    }

    #[test]
    fn every_misread_character_and_every_swap_of_neighbours_is_found() {
        let good = number(412).as_str().to_owned();
        let parts: Vec<char> = good.chars().collect();
        for (at, &was) in parts.iter().enumerate().filter(|(_, c)| **c != '-') {
            for &other in b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" {
                let mut changed = parts.clone();
                changed[at] = char::from(other);
                let text: String = changed.iter().collect();
                assert_eq!(RmaNumber::parse(&text).is_ok(), char::from(other) == was, "{text}");
            }
            if at + 1 < parts.len() && parts[at + 1] != '-' && parts[at + 1] != was {
                let mut swapped = parts.clone();
                swapped.swap(at, at + 1);
                let text: String = swapped.iter().collect();
                assert!(RmaNumber::parse(&text).is_err(), "{text}");
            }
        }
    }

    #[test]
    fn a_number_knows_the_series_it_was_counted_in() {
        let (centre, other) = (CentreCode::parse("CD01").unwrap(), CentreCode::parse("SZ02").unwrap());
        let series = Series::parse("A7K3M").unwrap();
        assert!(number(412).is_of(&centre, &series));
        assert!(!number(412).is_of(&other, &series));
        assert!(!number(412).is_of(&centre, &Series::parse("A7K3N").unwrap()));
    }

    #[test]
    fn what_is_no_number_is_told_from_a_misread_one() {
        assert_eq!(RmaNumber::parse("JP2409-00417"), Err(RmaError::Shape));
        assert_eq!(RmaNumber::parse("CD01-A7K3M-00413-0"), Err(RmaError::Check));
    }

    #[test]
    fn a_series_uses_only_characters_nobody_confuses() {
        for byte in 0..=255_u8 {
            let series = Series::from_random([byte; 16]);
            assert!(series.as_str().bytes().all(|b| SERIES_ALPHABET.contains(&b)));
            assert_eq!(Series::parse(series.as_str()), Ok(series));
        }
    }
}

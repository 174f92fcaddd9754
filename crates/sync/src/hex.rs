//! Bytes of a fixed number that travel as hexadecimal text: keys, signatures, hashes.

use serde::{Deserialize, Serialize};
use std::fmt;

/// `N` bytes, written as 2 × `N` hexadecimal digits in small letters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Hex<const N: usize>(pub [u8; N]);

/// The text is not as many hexadecimal digits as it should be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not the expected number of hexadecimal digits")]
pub struct HexError;

impl<const N: usize> fmt::Display for Hex<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl<const N: usize> fmt::Debug for Hex<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<const N: usize> std::str::FromStr for Hex<N> {
    type Err = HexError;
    fn from_str(text: &str) -> Result<Self, HexError> {
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Ok(byte - b'0'),
            b'a'..=b'f' => Ok(byte - b'a' + 10),
            _other => Err(HexError),
        };
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        if pairs.len() != N || !rest.is_empty() {
            return Err(HexError);
        }
        let mut bytes = [0; N];
        for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
            *byte = digit(*high)? << 4 | digit(*low)?;
        }
        Ok(Self(bytes))
    }
}

impl<const N: usize> TryFrom<String> for Hex<N> {
    type Error = HexError;
    fn try_from(text: String) -> Result<Self, HexError> {
        text.parse()
    }
}

impl<const N: usize> From<Hex<N>> for String {
    fn from(hex: Hex<N>) -> Self {
        hex.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::Hex;

    #[test]
    fn only_as_many_small_digits_as_there_are_bytes_are_read() {
        assert_eq!("00ff".parse::<Hex<2>>().unwrap().to_string(), "00ff");
        for wrong in ["", "00", "00f", "00ff0", "00FF", "0 ff", "00ff00", "日f"] {
            assert!(wrong.parse::<Hex<2>>().is_err(), "{wrong}");
        }
    }
}

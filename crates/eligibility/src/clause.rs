//! The number of a clause as a value that is copied and compared like a number: verdicts cite dozens of them, packs know
//! a few, and none is long. What a clause says is in the pack (policy.rs).

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use ts_rs::TS;

/// The number of a clause, such as `5.8b` or `CC203`; at most [`ClauseId::LONGEST`] bytes. What it says is in the pack.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
#[ts(type = "string")]
pub struct ClauseId {
    /// INVARIANT: UTF-8 up to `len`, zeros behind. Before `len`, so that ids order like their texts.
    bytes: [u8; Self::LONGEST],
    len: u8,
}

impl ClauseId {
    /// The longest id, in bytes.
    pub const LONGEST: usize = 23;

    /// The id that a text is; None for a text that is longer than any.
    #[must_use]
    #[inline]
    pub fn new(id: &str) -> Option<Self> {
        let mut bytes = [0; Self::LONGEST];
        bytes.get_mut(..id.len())?.copy_from_slice(id.as_bytes());
        Some(Self { bytes, len: u8::try_from(id.len()).ok()? })
    }

    /// A clause that the rules cite by themselves.
    #[inline]
    pub(crate) fn cited(id: &'static str) -> Self {
        // INVARIANT: no literal is longer than LONGEST; a test reads them all.
        Self::new(id).unwrap_or(Self { bytes: [0; Self::LONGEST], len: 0 })
    }

    /// The id as it is printed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let text = self.bytes.get(..usize::from(self.len)).unwrap_or_default();
        std::str::from_utf8(text).unwrap_or_default()
    }
}

impl fmt::Display for ClauseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for ClauseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ClauseId({:?})", self.as_str())
    }
}

impl PartialEq<str> for ClauseId {
    fn eq(&self, other: &str) -> bool {
        self.bytes.get(..usize::from(self.len)) == Some(other.as_bytes())
    }
}

impl Serialize for ClauseId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ClauseId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;

        impl de::Visitor<'_> for Text {
            type Value = ClauseId;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "the number of a clause, at most {} bytes", ClauseId::LONGEST)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<ClauseId, E> {
                ClauseId::new(text).ok_or_else(|| E::invalid_length(text.len(), &self))
            }
        }

        deserializer.deserialize_str(Text)
    }
}

#[cfg(test)]
mod tests {
    use super::ClauseId;
    use crate::rules::CITED_BY_RULES;

    #[test]
    fn a_clause_is_read_and_written_as_its_number() {
        for &text in CITED_BY_RULES {
            assert_eq!(ClauseId::cited(text).as_str(), text);
            assert_eq!(ClauseId::cited(text).to_string(), text);
        }
        let longest = "x".repeat(ClauseId::LONGEST);
        assert_eq!(ClauseId::new(&longest).unwrap().as_str(), longest);
        assert_eq!(ClauseId::new(&format!("{longest}x")), None);
        assert_eq!(serde_json::from_str::<ClauseId>("\"5.8b\"").unwrap(), ClauseId::cited("5.8b"));
        let refused = serde_json::from_str::<ClauseId>(&format!("\"{longest}x\"")).unwrap_err().to_string();
        assert!(refused.contains("at most 23 bytes"), "{refused}");
    }

    #[test]
    fn clauses_order_like_their_texts() {
        let texts = ["", "0", "1.1", "2", "2.1", "2.N1", "2.T", "5.1", "5.10", "5.2", "5.8", "5.8a", "CC203"];
        assert!(texts.is_sorted());
        assert!(texts.map(ClauseId::cited).is_sorted());
        assert!(ClauseId::cited("5.1") == *"5.1" && ClauseId::cited("5.1") != *"5.10");
    }
}

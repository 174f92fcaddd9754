//! The versions of a pack: numbers between dots, compared number by number, so that 2026.10 comes after 2026.9. Packs
//! are rolled forward only, which is what the order is for.

use std::cmp::Ordering;

/// A version that can be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version(Vec<u64>);

impl Version {
    /// Reads a version such as `2026.1`; None when it is anything but numbers between dots.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut numbers = Vec::new();
        for part in text.split('.') {
            if !part.bytes().all(|byte| byte.is_ascii_digit()) {
                return None;
            }
            numbers.push(part.parse().ok()?);
        }
        // 2026.1 and 2026.1.0 are the same.
        while numbers.len() > 1 && numbers.last() == Some(&0) {
            numbers.pop();
        }
        Some(Self(numbers))
    }
}

impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::Version;
    use std::cmp::Ordering::{Equal, Greater, Less};

    #[test]
    fn versions_are_compared_number_by_number() {
        for (one, order, other) in [
            ("2026.1", Equal, "2026.1"),
            ("2026.1", Equal, "2026.1.0"),
            ("2026.1", Less, "2026.2"),
            ("2026.9", Less, "2026.10"),
            ("2027", Greater, "2026.12.3"),
            ("2026.1.1", Greater, "2026.1"),
        ] {
            assert_eq!(
                Version::parse(one).unwrap().cmp(&Version::parse(other).unwrap()),
                order,
                "{one} {other}"
            );
        }
        for text in ["", "2026.", ".1", "2026.a", "v1", "2026-1", "2026.+1", "99999999999999999999999"] {
            assert_eq!(Version::parse(text), None, "{text}");
        }
    }
}

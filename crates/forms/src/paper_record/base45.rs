//! Base 45 (RFC 9285): two bytes in three of the characters that a QR code's alphanumeric mode holds in
//! 16.5 bits, so that binary content stays typeable at almost no cost.

const ALPHABET: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/// Encodes bytes: three characters for two bytes, two for a last single one.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(2) * 3);
    for chunk in bytes.chunks(2) {
        let number = chunk.iter().fold(0_usize, |number, byte| number * 256 + usize::from(*byte));
        let mut rest = number;
        for _ in 0..=chunk.len() {
            text.extend(ALPHABET.get(rest % 45).copied().map(char::from));
            rest /= 45;
        }
    }
    text
}

/// Decodes a text, or `None` when it is not base 45.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 3 * 2);
    for chunk in text.as_bytes().chunks(3) {
        let mut number = 0;
        for character in chunk.iter().rev() {
            number = number * 45 + ALPHABET.iter().position(|known| known == character)?;
        }
        if chunk.len() == 3 {
            bytes.push(u8::try_from(number / 256).ok()?);
            bytes.push(u8::try_from(number % 256).ok()?);
        } else if chunk.len() == 2 {
            bytes.push(u8::try_from(number).ok()?);
        } else {
            return None;
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn the_examples_of_the_rfc_are_met() {
        for (plain, encoded) in
            [("AB", "BB8"), ("Hello!!", "%69 VD92EX0"), ("base-45", "UJCLQE7W581"), ("ietf!", "QED8WEX0")]
        {
            assert_eq!(encode(plain.as_bytes()), encoded);
            assert_eq!(decode(encoded), Some(plain.as_bytes().to_vec()));
        }
    }

    #[test]
    fn what_stands_for_no_bytes_is_refused() {
        for wrong in ["GGW", "::", "A", "ab8", "é"] {
            assert_eq!(decode(wrong), None, "{wrong}");
        }
    }
}

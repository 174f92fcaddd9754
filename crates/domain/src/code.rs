//! The code of a value: its name as serde spells it, the one spelling that records, wire, packs, message keys and
//! screens share.

use serde::Serialize;

/// The code of a unit variant or of a newtype around text, `"special_price"` without its quotes. A value that has
/// fields is no code; what comes back for it is its JSON, so that nothing is hidden where it is shown.
#[must_use]
pub fn code(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(code)) => code,
        Ok(other) => other.to_string(),
        // Only a value that refuses to be JSON at all, which none of our nouns does.
        Err(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::code;
    use crate::unit::SaleKind;

    #[test]
    fn a_code_is_written_as_in_the_records() {
        assert_eq!(code(&SaleKind::PrototypeSpecialPrice), "prototype_special_price");
        assert_eq!(code(&7), "7");
    }
}

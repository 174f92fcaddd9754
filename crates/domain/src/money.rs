//! Money: whole minor units of a currency, fen or cents, never a fraction of one. Nothing here converts one currency
//! into another, and nothing rounds: what a quote or a refund says is what is counted and paid.

use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// The most that stands on one paper, in minor units: beyond it somebody mistyped. Far below what a file, a screen and
/// the database count exactly.
pub const AMOUNT_MINOR_MAX: u64 = 1_000_000_000_000;

/// A currency: three capital letters of ISO 4217, as in CNY.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Currency(String);

/// The text is no currency.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a currency is three capital letters, as in CNY")]
pub struct CurrencyError;

impl Currency {
    /// Reads a currency; spaces around it and lower case are forgiven.
    ///
    /// # Errors
    /// When anything but three letters is left.
    pub fn parse(text: &str) -> Result<Self, CurrencyError> {
        let code = text.trim().to_ascii_uppercase();
        let fits = code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
        if fits { Ok(Self(code)) } else { Err(CurrencyError) }
    }

    /// The yuan, in which the charge standard is kept where nothing else is said.
    #[must_use]
    pub fn yuan() -> Self {
        Self("CNY".to_owned())
    }

    /// The code as people read it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How many digits stand behind the point: two, but for currencies without a smaller coin.
    #[must_use]
    pub fn decimals(&self) -> usize {
        decimals(&self.0)
    }

    /// An amount as it stands on paper, `1,280.50 CNY`, the same in both languages.
    #[must_use]
    pub fn amount_text(&self, amount_minor: u64) -> String {
        let digits = format!("{amount_minor:0>width$}", width = self.decimals() + 1);
        let (whole, rest) = digits.split_at(digits.len() - self.decimals());
        let mut grouped = String::new();
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        let point = if rest.is_empty() { "" } else { "." };
        format!("{grouped}{point}{rest} {}", self.0)
    }
}

/// How many digits stand behind the point of a currency, by its code.
#[must_use]
pub fn decimals(currency: &str) -> usize {
    if ["JPY", "KRW", "VND"].contains(&currency) { 0 } else { 2 }
}

impl TryFrom<String> for Currency {
    type Error = CurrencyError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.0
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Currency;

    #[test]
    fn a_currency_is_three_letters() {
        assert_eq!(Currency::parse(" cny ").unwrap().as_str(), "CNY");
        for bad in ["", "CN", "CNYY", "C1Y", "人民币"] {
            assert!(Currency::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn an_amount_is_written_with_its_minor_units_and_its_thousands() {
        for (currency, minor, text) in [
            ("CNY", 0, "0.00 CNY"),
            ("CNY", 5, "0.05 CNY"),
            ("CNY", 128_050, "1,280.50 CNY"),
            ("EUR", 123_456_789, "1,234,567.89 EUR"),
            ("JPY", 980, "980 JPY"),
            ("JPY", 1_980, "1,980 JPY"),
        ] {
            assert_eq!(Currency::parse(currency).unwrap().amount_text(minor), text);
        }
    }
}

//! Who brought or sent the unit. Personal values are `Pii`; in the journal they are sealed under the
//! customer's own key, so that erasing a customer is destroying a key.

use crate::pii::Pii;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A customer as typed at the counter.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Customer {
    /// Person or company. Required when an intake is received.
    pub name: Pii<String>,
    /// Phone number as the customer gives it. Required when an intake is received.
    pub phone: Pii<String>,
    /// E-mail address, or empty.
    pub email: Pii<String>,
    /// Postal address for the return, or empty.
    pub address: Pii<String>,
}

impl Customer {
    /// The digits of the phone number, without the country prefix of China: what a customer is found by.
    #[must_use]
    pub fn phone_key(&self) -> String {
        let folded = crate::serial::fold(self.phone.reveal());
        let digits: String = folded.chars().filter(char::is_ascii_digit).collect();
        let international = folded.starts_with('+') || folded.starts_with("00");
        let digits = digits.trim_start_matches("00");
        match digits.strip_prefix("86") {
            Some(national) if international || national.len() == 11 => national.to_owned(),
            Some(_) | None => digits.to_owned(),
        }
    }

    /// The last four digits, which a caller may say aloud.
    #[must_use]
    pub fn phone_tail(&self) -> String {
        let key = self.phone_key();
        key.chars().skip(key.chars().count().saturating_sub(4)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Customer;

    #[test]
    fn a_phone_number_is_one_key_however_it_is_written() {
        for written in [
            "139 8000 5966",
            "+86 139-8000-5966",
            "0086 13980005966",
            "１３９８０００５９６６",
            "8613980005966",
        ] {
            let customer = Customer { phone: written.to_owned().into(), ..Customer::default() };
            assert_eq!(customer.phone_key(), "13980005966", "{written}");
            assert_eq!(customer.phone_tail(), "5966");
        }
    }
}

//! Who brought or sent the unit. Personal values are `Pii`; in the journal they are sealed under the
//! customer's own key, so that erasing a customer is destroying a key.

use crate::intake::{Intake, IntakeProblem, IntakeReason};
use crate::pii::Pii;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A customer as typed at the counter.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Customer {
    /// Who it is; a company's name where no person was named. Required when an intake is received.
    pub name: Pii<String>,
    /// The company that person speaks for, or empty.
    pub company: Pii<String>,
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

    /// Whether nothing was said of it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        [&self.name, &self.company, &self.phone, &self.email, &self.address]
            .iter()
            .all(|text| text.reveal().trim().is_empty())
    }

    /// Who it is and for which company, in one line as people write it.
    #[must_use]
    pub fn name_in_full(&self) -> Pii<String> {
        let parts = [&self.name, &self.company].map(|text| text.reveal().trim());
        match parts {
            [name, ""] => name.to_owned(),
            ["", company] => company.to_owned(),
            [name, company] if name == company => name.to_owned(),
            [name, company] => format!("{name} · {company}"),
        }
        .into()
    }

    /// The phone number as a list shows it: its first three and last four digits, the rest as stars; a short one only
    /// its last four.
    #[must_use]
    pub fn phone_masked(&self) -> Pii<String> {
        let key: Vec<char> = self.phone_key().chars().collect();
        let shown_first = if key.len() >= 10 { 3 } else { 0 };
        let shown_last = key.len().saturating_sub(4);
        let masked = key
            .iter()
            .enumerate()
            .map(|(at, digit)| if at < shown_first || at >= shown_last { *digit } else { '*' });
        masked.collect::<String>().into()
    }

    /// What must be put right of somebody, each field named under `at`. A name and a phone number are required: without
    /// them nobody is found again.
    #[must_use]
    pub fn problems(&self, at: &str) -> Vec<IntakeProblem> {
        let mut problems = Vec::new();
        let mut say =
            |field: &str, reason| problems.push(IntakeProblem { field: format!("{at}.{field}"), reason });
        if self.name.reveal().trim().is_empty() {
            say("name", IntakeReason::Required);
        }
        if self.phone.reveal().trim().is_empty() {
            say("phone", IntakeReason::Required);
        } else if !(5..=15).contains(&self.phone_key().len()) {
            say("phone", IntakeReason::NotAPhone);
        }
        let limits = [
            ("name", &self.name, Intake::NAME_CHARS_MAX),
            ("company", &self.company, Intake::NAME_CHARS_MAX),
            ("phone", &self.phone, Intake::NAME_CHARS_MAX),
            ("email", &self.email, Intake::NAME_CHARS_MAX),
            ("address", &self.address, Intake::TEXT_CHARS_MAX),
        ];
        for (field, text, max) in limits {
            if text.reveal().chars().count() > max {
                say(field, IntakeReason::TooLong);
            }
        }
        problems
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

    #[test]
    fn a_company_stands_beside_the_name_and_never_twice() {
        for (name, company, full) in [
            ("李雷", "", "李雷"),
            ("李雷", "上海光学有限公司", "李雷 · 上海光学有限公司"),
            ("上海光学有限公司", "上海光学有限公司", "上海光学有限公司"),
            ("", "上海光学有限公司", "上海光学有限公司"),
        ] {
            let customer = Customer {
                name: name.to_owned().into(),
                company: company.to_owned().into(),
                ..Customer::default()
            };
            assert_eq!(customer.name_in_full().reveal(), full);
        }
    }

    #[test]
    fn a_phone_number_is_masked_but_for_what_tells_people_apart() {
        for (phone, masked) in [("139 8000 5966", "139****5966"), ("87654321", "****4321"), ("110", "110")] {
            let customer = Customer { phone: phone.to_owned().into(), ..Customer::default() };
            assert_eq!(customer.phone_masked().reveal(), masked);
        }
    }
}

//! An enquiry: somebody asks before a unit comes (4.1), with or without its serial number, for one unit or several. It is
//! no intake; when the unit is sent in it becomes one without being typed again.

use crate::contact::Way;
use crate::customer::Customer;
use crate::intake::{Intake, IntakeProblem, IntakeReason};
use crate::pii::Pii;
use crate::serial::SerialNumber;
use crate::unit::ProductClass;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How many units one enquiry is about at most.
pub const UNITS_MAX: usize = 50;

/// What came of an enquiry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EnquiryResult {
    /// It works again (3.1).
    SolvedRemotely,
    /// The fault is the hardware's; how it comes here is still to be agreed.
    HardwareFault,
    /// The unit is sent in under a number of ours.
    SendIn,
    /// Whoever asked could not be reached any more.
    NoAnswer,
}

/// Who asked what, when and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Enquiry {
    /// How it reached us.
    pub way: Way,
    /// When, milliseconds since 1970 UTC.
    pub received_at: i64,
    /// Who asked: a name and a phone number or an e-mail address.
    pub customer: Customer,
    /// What was asked, in the customer's words; 1 to 2,000 characters.
    pub words: Pii<String>,
}

/// One unit an enquiry is about. What is not known stays empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct EnquiryUnit {
    /// Its serial, once it is known.
    pub serial: Option<SerialNumber>,
    /// Its model, or empty.
    pub model: String,
    /// Its class.
    pub product_class: Option<ProductClass>,
    /// What is wrong with it, if that is more than the enquiry says.
    pub symptom: String,
}

impl EnquiryResult {
    /// Every result, in the order people choose from.
    pub const ALL: [Self; 4] = [Self::SolvedRemotely, Self::HardwareFault, Self::SendIn, Self::NoAnswer];

    /// Whether nothing is left to do: a fault that was found still waits for its unit.
    #[must_use]
    pub const fn ends(self) -> bool {
        match self {
            Self::SolvedRemotely | Self::SendIn | Self::NoAnswer => true,
            Self::HardwareFault => false,
        }
    }
}

impl Enquiry {
    /// What must be put right before it is recorded. `now` is the station's clock, milliseconds since 1970 UTC.
    #[must_use]
    pub fn problems(&self, now: i64) -> Vec<IntakeProblem> {
        let has_email = !self.customer.email.reveal().trim().is_empty();
        let has_phone = !self.customer.phone.reveal().trim().is_empty();
        // Whoever writes an e-mail need not have said a phone number.
        let may_lack = |problem: &IntakeProblem| has_email && !has_phone && problem.field == "customer.phone";
        let mut problems = self.customer.problems("customer");
        problems.retain(|problem| !may_lack(problem));
        let mut say = |field: &str, reason| problems.push(IntakeProblem { field: field.to_owned(), reason });
        if self.words.reveal().trim().is_empty() {
            say("words", IntakeReason::Required);
        } else if self.words.reveal().chars().count() > Intake::TEXT_CHARS_MAX {
            say("words", IntakeReason::TooLong);
        }
        if self.received_at > now {
            say("received_at", IntakeReason::InFuture);
        }
        problems
    }
}

impl EnquiryUnit {
    /// What must be put right before it is recorded, each field named under `at`.
    #[must_use]
    pub fn problems(&self, at: &str) -> Vec<IntakeProblem> {
        let mut problems = Vec::new();
        let mut say =
            |field: &str, reason| problems.push(IntakeProblem { field: format!("{at}.{field}"), reason });
        if self.serial.as_ref().is_some_and(SerialNumber::is_stand_in) {
            say("serial", IntakeReason::NotASerial);
        }
        if self.model.chars().count() > Intake::NAME_CHARS_MAX {
            say("model", IntakeReason::TooLong);
        }
        if self.symptom.chars().count() > Intake::TEXT_CHARS_MAX {
            say("symptom", IntakeReason::TooLong);
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::{Enquiry, EnquiryResult};
    use crate::contact::Way;
    use crate::customer::Customer;

    fn fields(name: &str, phone: &str, email: &str, words: &str, received_at: i64) -> Vec<String> {
        let customer = Customer {
            name: name.to_owned().into(),
            phone: phone.to_owned().into(),
            email: email.to_owned().into(),
            ..Customer::default()
        };
        let enquiry = Enquiry { way: Way::Email, received_at, customer, words: words.to_owned().into() };
        enquiry.problems(10).into_iter().map(|problem| problem.field).collect()
    }

    #[test]
    fn whoever_asked_can_be_answered() {
        assert_eq!(fields("李雷", "13980005966", "", "no picture", 10), [""; 0]);
        assert_eq!(fields("李雷", "", "lilei@example.com", "no picture", 10), [""; 0]);
        assert_eq!(fields("李雷", "", "", "no picture", 10), ["customer.phone"]);
        assert_eq!(fields("李雷", "12", "lilei@example.com", "no picture", 10), ["customer.phone"]);
        assert_eq!(fields("", "13980005966", "", " ", 11), ["customer.name", "words", "received_at"]);
    }

    #[test]
    fn a_fault_that_was_found_is_not_the_end_of_the_enquiry() {
        let open: Vec<_> = EnquiryResult::ALL.into_iter().filter(|result| !result.ends()).collect();
        assert_eq!(open, [EnquiryResult::HardwareFault]);
    }
}

//! Payments: money that changed hands for a work order, as it was said. Not what is owed (that was agreed by a quote) and
//! no bookkeeping: an account of what this desk saw.

use crate::intake::{Intake, IntakeProblem, IntakeReason};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// In which direction it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaymentKind {
    /// The customer paid for work.
    Received,
    /// The customer got the price of the receipt back (3.3).
    Refund,
}

/// How it was paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaymentMethod {
    /// Notes and coins.
    Cash,
    /// A bank card.
    Card,
    /// WeChat Pay.
    Wechat,
    /// Alipay.
    Alipay,
    /// A bank transfer.
    Transfer,
    /// Something else; the reference says what.
    Other,
}

impl PaymentMethod {
    /// Every method, in the order a list offers them.
    pub const ALL: [Self; 6] =
        [Self::Wechat, Self::Alipay, Self::Transfer, Self::Card, Self::Cash, Self::Other];
}

/// One payment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Payment {
    /// In which direction.
    pub kind: PaymentKind,
    /// How.
    pub method: PaymentMethod,
    /// How much, in minor units of the currency: fen, cents. Never nothing.
    #[ts(type = "number")]
    pub amount_minor: u64,
    /// Three capital letters, as in CNY.
    pub currency: String,
    /// The day the money went.
    pub paid_on: NaiveDate,
    /// The number by which the other side finds it: of a receipt, a transfer, an order; or empty.
    #[serde(default)]
    pub reference: String,
}

impl Payment {
    /// The largest amount in minor units: what a double, which windows count with, holds exactly.
    pub const AMOUNT_MAX: u64 = 9_007_199_254_740_991;

    /// What must be put right before it can be recorded; empty when nothing. `today` is the civil date at the centre;
    /// `expected` the currency of what is owed, where something is.
    #[must_use]
    pub fn problems(&self, today: NaiveDate, expected: Option<&str>) -> Vec<IntakeProblem> {
        let mut problems = Vec::new();
        let mut say = |field: &str, reason| problems.push(IntakeProblem { field: field.to_owned(), reason });
        if self.amount_minor == 0 {
            say("amount_minor", IntakeReason::Required);
        } else if self.amount_minor > Self::AMOUNT_MAX {
            say("amount_minor", IntakeReason::TooLong);
        }
        let is_code = self.currency.len() == 3 && self.currency.bytes().all(|byte| byte.is_ascii_uppercase());
        if !is_code || expected.is_some_and(|expected| expected != self.currency) {
            say("currency", IntakeReason::Contradicts);
        }
        if self.paid_on > today {
            say("paid_on", IntakeReason::InFuture);
        }
        if self.method == PaymentMethod::Other && self.reference.trim().is_empty() {
            say("reference", IntakeReason::Required);
        }
        if self.reference.chars().count() > Intake::NAME_CHARS_MAX {
            say("reference", IntakeReason::TooLong);
        }
        problems
    }
}

/// What is still to be paid of an agreed total; nothing when more was paid.
#[must_use]
pub const fn open_minor(agreed_minor: u64, received_minor: u64) -> u64 {
    agreed_minor.saturating_sub(received_minor)
}

#[cfg(test)]
mod tests {
    use super::{Payment, PaymentKind, PaymentMethod, open_minor};
    use crate::intake::IntakeReason as R;

    fn payment() -> Payment {
        Payment {
            kind: PaymentKind::Received,
            method: PaymentMethod::Wechat,
            amount_minor: 38_000,
            currency: "CNY".to_owned(),
            paid_on: "2026-03-10".parse().unwrap(),
            reference: String::new(),
        }
    }

    #[test]
    fn a_payment_has_an_amount_a_day_that_came_and_the_currency_of_what_is_owed() {
        let with = |change: fn(&mut Payment)| {
            let mut payment = payment();
            change(&mut payment);
            let problems = payment.problems("2026-03-10".parse().unwrap(), Some("CNY"));
            problems.into_iter().map(|problem| (problem.field, problem.reason)).collect::<Vec<_>>()
        };
        assert_eq!(with(|_| {}), []);
        for (change, field, reason) in [
            ((|payment| payment.amount_minor = 0) as fn(&mut Payment), "amount_minor", R::Required),
            (|payment| payment.amount_minor = u64::MAX, "amount_minor", R::TooLong),
            (|payment| payment.currency = "EUR".to_owned(), "currency", R::Contradicts),
            (|payment| payment.currency = "元".to_owned(), "currency", R::Contradicts),
            (|payment| payment.paid_on = "2026-03-11".parse().unwrap(), "paid_on", R::InFuture),
            (|payment| payment.method = PaymentMethod::Other, "reference", R::Required),
            (|payment| payment.reference = "x".repeat(201), "reference", R::TooLong),
        ] {
            assert_eq!(with(change), [(field.to_owned(), reason)]);
        }
    }

    #[test]
    fn what_was_paid_too_much_is_not_owed_back_by_itself() {
        assert_eq!((open_minor(500, 0), open_minor(500, 500), open_minor(500, 600)), (500, 0, 0));
    }
}

//! The order of law: mandatory law, the purchase contract, the policy, default law. A pack states it as ranked data;
//! the rules (rules/) are written in that order, and load.rs refuses a pack in which two provisions answer the same
//! question differently without an order between their ranks, or with another order than the rules follow.

use super::Policy;
use super::reading::Reading;
use crate::policy::Words;
use nightbench_domain::unit::SaleKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a provision comes from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Rank {
    /// Law that the parties cannot give up. A floor: it may only improve the customer's position, and it enters as a
    /// note for review, never as a grant of its own.
    MandatoryLaw,
    /// The purchase contract.
    Contract,
    /// The commitment.
    #[default]
    Policy,
    /// Law that fills what contract and policy leave open.
    DefaultLaw,
}

impl Rank {
    /// Every source, in the order in which they prevail.
    pub const ALL: [Self; 4] = [Self::MandatoryLaw, Self::Contract, Self::Policy, Self::DefaultLaw];

    /// The code, as in packs and in JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::MandatoryLaw => "mandatory_law",
            Self::Contract => "contract",
            Self::Policy => "policy",
            Self::DefaultLaw => "default_law",
        }
    }
}

/// A source with its place in the order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RankInForce {
    /// The source.
    pub source: Rank,
    /// Its place; a lower number prevails. Two sources of one number have no order between them.
    pub order: u8,
    /// What that means, in our own words.
    pub says: Words,
}

/// Two provisions that answer one question differently, and a claim on which they do.
pub(super) struct Contradiction {
    /// The clause that the rules let prevail.
    pub(super) prevailing: &'static str,
    pub(super) yielding: String,
    /// The facts of a claim, as JSON.
    pub(super) example: String,
}

/// Every pair of provisions of a pack that contradict each other on some claim.
pub(super) fn contradictions(policy: &Policy) -> Vec<Contradiction> {
    let mut found = vec![
        contradiction("0", "2.T", r#"{"contract":{"unit_months":36}}"#),
        contradiction("0", "3.3", r#"{"contract":{"return_days":15}}"#),
        contradiction("0", "3.2", r#"{"contract":{"exchange_days":60}}"#),
        contradiction("0", "2.1", r#"{"contract":{"period_starts_on":"2026-03-02"}}"#),
        contradiction("0", "CC203", r#"{"counting":"plain"}"#),
    ];
    for rule in policy.sale_kinds.iter().filter(|rule| rule.lifted_by.is_some()) {
        let example = match rule.kind {
            SaleKind::Normal => r#"{"sale_kind":"normal"}"#,
            SaleKind::SpecialPrice => {
                r#"{"sale_kind":"special_price","contract":{"special_price_return":true}}"#
            }
            SaleKind::PrototypeSpecialPrice => {
                r#"{"sale_kind":"prototype_special_price","contract":{"unit_months":12}}"#
            }
            SaleKind::Borrowed => r#"{"sale_kind":"borrowed","contract":{"covers_borrowed":true}}"#,
        };
        found.push(contradiction("0", rule.clause.as_str(), example));
    }
    // Art. 498 takes the reading against the drafter; ours of 8, 9 and 10 take the other, until a person decides.
    for (reading, yielding, example) in [
        (
            Reading::CertificateAndProof,
            "5.8b",
            r#"{"documents":{"warranty_certificate":true,"purchase_proof":false}}"#,
        ),
        (Reading::SpecialPriceBar, "3.3.N", r#"{"sale_kind":"special_price"}"#),
        (Reading::PrototypesAndBorrowed, "2.N2", r#"{"sale_kind":"borrowed"}"#),
    ] {
        if !policy.choices.is_alternative(reading) {
            found.push(contradiction("CC498", yielding, example));
        }
    }
    // The alternatives of these read the policy against the default law, which then yields to it.
    for (reading, prevailing, yielding, example) in [
        (Reading::FirstDayOfWindows, "3.3", "CC201", r#"{"purchase":{"voucher_date":"2026-03-02"}}"#),
        (Reading::LastDayOfExchange, "3.2", "CC1259", r#"{"purchase":{"voucher_date":"2026-03-02"}}"#),
        (Reading::LastDayOnRestDay, "3.3", "CC203", r#"{"purchase":{"voucher_date":"2026-03-07"}}"#),
        (Reading::MissingDayOfMonth, "2.T", "CC202", r#"{"purchase":{"voucher_date":"2026-01-31"}}"#),
    ] {
        if policy.choices.is_alternative(reading) {
            found.push(contradiction(prevailing, yielding, example));
        }
    }
    found
}

fn contradiction(prevailing: &'static str, yielding: &str, example: &str) -> Contradiction {
    Contradiction { prevailing, yielding: yielding.to_owned(), example: example.to_owned() }
}

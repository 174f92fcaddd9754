//! The order of law: mandatory law, the purchase contract, the policy, default law. A pack states it as ranked data;
//! the rules (rules/) are written in that order, and load.rs refuses a pack in which two provisions answer the same
//! question differently without an order between their ranks, or with another order than the rules follow.

use super::Policy;
use super::reading::Reading;
use super::refusal::ExampleFact;
use crate::policy::Words;
use crate::verdict::{ClauseId, FactName};
use nightbench_domain::code;
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
    pub(super) prevailing: ClauseId,
    pub(super) yielding: ClauseId,
    pub(super) facts: Vec<ExampleFact>,
}

/// Every pair of provisions of a pack that contradict each other on some claim.
pub(super) fn contradictions(policy: &Policy) -> Vec<Contradiction> {
    let cited = ClauseId::cited;
    let mut found = vec![
        contradiction(cited("0"), cited("2.T"), &[(FactName::ContractUnitMonths, "36")]),
        contradiction(cited("0"), cited("3.3"), &[(FactName::ContractReturnDays, "15")]),
        contradiction(cited("0"), cited("3.2"), &[(FactName::ContractExchangeDays, "60")]),
        contradiction(cited("0"), cited("2.1"), &[(FactName::ContractPeriodStart, "2026-03-02")]),
        contradiction(cited("0"), cited("CC203"), &[(FactName::Counting, "plain")]),
    ];
    for rule in policy.sale_kinds.iter().filter(|rule| rule.lifted_by.is_some()) {
        let term = match rule.kind {
            SaleKind::Normal => None,
            SaleKind::SpecialPrice => Some((FactName::ContractSpecialPriceReturn, "true")),
            SaleKind::PrototypeSpecialPrice => Some((FactName::ContractUnitMonths, "12")),
            SaleKind::Borrowed => Some((FactName::ContractCoversBorrowed, "true")),
        };
        let kind = code(&rule.kind);
        let facts: Vec<(FactName, &str)> =
            [(FactName::SaleKind, kind.as_str())].into_iter().chain(term).collect();
        found.push(contradiction(cited("0"), rule.clause, &facts));
    }
    // Art. 498 takes the reading against the drafter; ours of 8, 9 and 10 take the other, until a person decides.
    let certificate_alone = [(FactName::WarrantyCertificate, "true"), (FactName::PurchaseProof, "false")];
    for (reading, yielding, facts) in [
        (Reading::CertificateAndProof, "5.8b", &certificate_alone[..]),
        (Reading::SpecialPriceBar, "3.3.N", &[(FactName::SaleKind, "special_price")]),
        (Reading::PrototypesAndBorrowed, "2.N2", &[(FactName::SaleKind, "borrowed")]),
    ] {
        if !policy.choices.is_alternative(reading) {
            found.push(contradiction(cited("CC498"), cited(yielding), facts));
        }
    }
    // The alternatives of these read the policy against the default law, which then yields to it.
    for (reading, prevailing, yielding, bought) in [
        (Reading::FirstDayOfWindows, "3.3", "CC201", "2026-03-02"),
        (Reading::LastDayOfExchange, "3.2", "CC1259", "2026-03-02"),
        (Reading::LastDayOnRestDay, "3.3", "CC203", "2026-03-07"),
        (Reading::MissingDayOfMonth, "2.T", "CC202", "2026-01-31"),
    ] {
        if policy.choices.is_alternative(reading) {
            found.push(contradiction(cited(prevailing), cited(yielding), &[(FactName::VoucherDate, bought)]));
        }
    }
    found
}

fn contradiction(prevailing: ClauseId, yielding: ClauseId, facts: &[(FactName, &str)]) -> Contradiction {
    let facts = facts.iter().map(|&(fact, value)| ExampleFact { fact, value: value.to_owned() });
    Contradiction { prevailing, yielding, facts: facts.collect() }
}

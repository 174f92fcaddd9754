//! On which readings of the commitment a claim turns: each reading's alternative is followed once, and the outcomes are
//! compared. It tells that an outcome would differ; which reading is right is for people (policy/reading.rs).
//!
//! A reading is a switch in one place, so its alternative touches one part of a claim: where it lies in time, its
//! standing, its evidence, or the decision table. Only that part is made anew, and where it comes out the same the
//! outcomes need not be looked up again. A test compares with making everything anew.

use crate::claim::Claim;
use crate::moments::Moments;
use crate::outcomes::Outcomes;
use crate::policy::Policy;
use crate::policy::reading::Reading;
use crate::remedy_set::RemedySet;
use crate::space::Space;
use nightbench_calendar::Calendar;
use nightbench_domain::claim::Remedy;

/// The readings whose alternative would change an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Turned {
    /// By reading, in the order of [`Reading::ALL`].
    changed: [RemedySet; Reading::ALL.len()],
}

impl Turned {
    pub(crate) fn of(
        policy: &Policy,
        calendar: &Calendar,
        claim: &Claim,
        own: &Space,
        outcomes: &Outcomes,
    ) -> Self {
        let changed = Reading::ALL.map(|reading| {
            let turned = turned(policy, calendar, claim, own, reading);
            turned.map_or(RemedySet::NONE, |turned| differing(&turned, outcomes))
        });
        Self { changed }
    }

    /// Each with the remedies it would change, by number.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Reading, RemedySet)> {
        Reading::ALL.into_iter().zip(self.changed).filter(|(_, changed)| *changed != RemedySet::NONE)
    }
}

fn differing(one: &Outcomes, other: &Outcomes) -> RemedySet {
    Remedy::ALL.into_iter().filter(|&remedy| one.of(remedy) != other.of(remedy)).collect()
}

/// What a reading decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Time,
    Standing,
    Evidence,
    Table,
    /// Nothing that the facts carry.
    Nothing,
}

/// The outcomes under the alternative of a reading; None where nothing comes out otherwise.
fn turned(
    policy: &Policy,
    calendar: &Calendar,
    claim: &Claim,
    own: &Space,
    reading: Reading,
) -> Option<Outcomes> {
    let choices = policy.choices.turned(reading);
    let space = match part(reading) {
        Part::Nothing => return None,
        Part::Table => return Some(own.outcomes(policy.tables.turned(reading, &own.possible)?)),
        Part::Time if !concerns(reading, claim) => return None,
        Part::Time => own.with_moments(Moments::of(policy, calendar, claim, choices)),
        Part::Standing => own.with_standings(policy, claim, choices),
        Part::Evidence => own.with_evidence(choices),
    };
    (!space.is_alike(own)).then(|| space.outcomes(policy.tables.own()))
}

const fn part(reading: Reading) -> Part {
    match reading {
        Reading::FirstDayOfWindows
        | Reading::LastDayOfExchange
        | Reading::LastDayOnRestDay
        | Reading::MissingDayOfMonth
        | Reading::PurchaseDatesDiffer
        | Reading::TailBelongsTo
        | Reading::WindowsAfterExchange
        | Reading::DetectorParts => Part::Time,
        Reading::SpecialPriceBar | Reading::PrototypesAndBorrowed | Reading::ContractNotSeen => {
            Part::Standing
        }
        Reading::CertificateAndProof => Part::Evidence,
        Reading::ExcludedRepairs
        | Reading::AccessoriesIncomplete
        | Reading::SentWithoutConsent
        | Reading::ExclusionsByCause
        | Reading::MixedFindings => Part::Table,
        Reading::DecidingEvent | Reading::TailCountsFrom | Reading::ReturnCosts | Reading::WhatIsAPart => {
            Part::Nothing
        }
    }
}

/// Whether a claim has what a reading on time is about. It only spares looking; saying yes is never wrong.
fn concerns(reading: Reading, claim: &Claim) -> bool {
    match reading {
        Reading::PurchaseDatesDiffer => claim.voucher_date != claim.contract_date,
        Reading::TailBelongsTo => claim.repairs.part_other.is_some(),
        Reading::WindowsAfterExchange => claim.repairs.product.is_some(),
        Reading::ExcludedRepairs
        | Reading::FirstDayOfWindows
        | Reading::LastDayOfExchange
        | Reading::LastDayOnRestDay
        | Reading::MissingDayOfMonth
        | Reading::DecidingEvent
        | Reading::CertificateAndProof
        | Reading::SpecialPriceBar
        | Reading::PrototypesAndBorrowed
        | Reading::TailCountsFrom
        | Reading::AccessoriesIncomplete
        | Reading::SentWithoutConsent
        | Reading::ReturnCosts
        | Reading::ExclusionsByCause
        | Reading::MixedFindings
        | Reading::DetectorParts
        | Reading::WhatIsAPart
        | Reading::ContractNotSeen => true,
    }
}

#[cfg(test)]
mod tests {
    use super::{Turned, differing};
    use crate::claim::Claim;
    use crate::facts::Facts;
    use crate::outcomes::outcomes;
    use crate::policy::Policy;
    use crate::policy::reading::Reading;
    use crate::remedy_set::RemedySet;
    use crate::space::Space;
    use crate::table::Table;
    use nightbench_calendar::Calendar;
    use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert_eq, proptest};
    use proptest::sample::select;
    use serde_json::{Map, Value};
    use std::sync::OnceLock;

    /// Facts in JSON, each of them one of a few answers or none.
    fn facts() -> impl Strategy<Value = Facts> {
        const ANSWERS: [(&str, &[&str]); 13] = [
            ("product_class", &["\"terminal\"", "\"module\"", "\"detector\""]),
            ("claim_object", &["\"whole\"", "\"part\""]),
            (
                "purchase",
                &[
                    r#"{"voucher_date":"2026-03-01"}"#,
                    r#"{"voucher_date":"2026-03-01","contract_date":"2026-02-27"}"#,
                    r#"{"voucher_date":"2025-02-28","contract_date":"2025-03-31"}"#,
                    r#"{"contract_date":"2025-12-08"}"#,
                ],
            ),
            ("sale_kind", &["\"normal\"", "\"normal\"", "\"special_price\"", "\"borrowed\""]),
            ("contract", &["{}", r#"{"part_months":6}"#, r#"{"covers_borrowed":true,"return_days":8}"#]),
            (
                "findings",
                &[
                    r#"["product_fault"]"#,
                    r#"["product_fault","third_party"]"#,
                    r#"["consumable"]"#,
                    r#"["appearance"]"#,
                    r#"["product_fault","operates_normally"]"#,
                ],
            ),
            (
                "documents",
                &[
                    r#"{"warranty_certificate":true,"purchase_proof":true}"#,
                    r#"{"warranty_certificate":true,"purchase_proof":false}"#,
                    r#"{"warranty_certificate":true}"#,
                ],
            ),
            ("serial", &[r#"{"label":"readable","matches":true}"#, r#"{"label":"readable"}"#]),
            ("authorised_source", &["true"]),
            ("accessories_complete", &["true", "false"]),
            ("return_consent", &["true", "false"]),
            (
                "prior_repairs",
                &[
                    "[]",
                    r#"[{"completed":"2026-01-10","scope":"part_other"}]"#,
                    r#"[{"completed":"2026-03-04","scope":"product"}]"#,
                ],
            ),
            ("counting", &["\"cn\"", "\"plain\""]),
        ];
        const CLAIMED: [&str; 7] = [
            "2026-03-08",
            "2026-03-09",
            "2026-03-31",
            "2026-04-01",
            "2026-03-02",
            "2026-06-01",
            "2027-03-01",
        ];
        let answers = proptest::collection::vec(any::<(bool, bool, u8)>(), ANSWERS.len());
        (select(&CLAIMED[..]), answers).prop_map(|(claimed, answers)| {
            let mut object = Map::new();
            object.insert("claim_date".to_owned(), Value::from(claimed));
            for ((name, known), (one, other, which)) in ANSWERS.into_iter().zip(answers) {
                if one || other {
                    let answer = known[usize::from(which) % known.len()];
                    object.insert(name.to_owned(), serde_json::from_str(answer).unwrap());
                }
            }
            Facts::from_json(&Value::Object(object).to_string()).unwrap()
        })
    }

    /// The table under the alternative of a reading, compiled for itself.
    fn anew(reading: Reading) -> &'static Table {
        static TABLES: OnceLock<Vec<Table>> = OnceLock::new();
        let choices = Policy::shipped().unwrap().choices;
        let compile = || Reading::ALL.map(|reading| Table::compile(choices.turned(reading))).into();
        &TABLES.get_or_init(compile)[usize::from(reading.number()) - 1]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn turning_a_reading_comes_to_what_making_everything_anew_does(facts in facts()) {
            let (policy, calendar) = (Policy::shipped().unwrap(), Calendar::of("CN"));
            let claim = Claim::of(&facts);
            let own = Space::of(policy, calendar, &claim, policy.choices);
            let ours = outcomes(policy, calendar, &facts);
            let turned = Turned::of(policy, calendar, &claim, &own, &ours);
            for reading in Reading::ALL {
                let anew = if reading.is_decided_by_facts() {
                    let choices = policy.choices.turned(reading);
                    let space = Space::of(policy, calendar, &claim, choices);
                    differing(&space.outcomes(anew(reading)), &ours)
                } else {
                    RemedySet::NONE
                };
                let found = turned.iter().find(|(one, _)| *one == reading).map_or(RemedySet::NONE, |(_, changed)| changed);
                prop_assert_eq!(found, anew, "{:?} {}", reading, serde_json::to_string(&facts).unwrap());
            }
        }
    }
}

//! On which readings of the commitment a claim turns: each reading's alternative is followed once, and the outcomes are
//! compared. It tells that an outcome would differ; which reading is right is for people (policy/reading.rs).
//!
//! A reading is a switch in one place, so its alternative touches one part of a claim: where it lies in time, its
//! standing, its evidence, or the decision table. Only that part is made anew, and where it comes out the same the
//! outcomes need not be looked up again. A test compares with making everything anew.

use crate::claim::Claim;
use crate::facts::Counting;
use crate::moments::{Moments, Moves};
use crate::outcomes::Outcomes;
use crate::policy::Policy;
use crate::policy::reading::{Choices, Reading};
use crate::remedy_set::RemedySet;
use crate::rules::period::tail_end;
use crate::rules::window::{Window, earliest_sufficient, rolls};
use crate::space::Space;
use chrono::{Datelike, NaiveDate};
use nightbench_calendar::Calendar;
use nightbench_domain::claim::Remedy;

/// The readings whose alternative would change an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Turned {
    /// For each remedy the readings, bit n for number n.
    by_remedy: [u32; 4],
}

impl Turned {
    pub(crate) fn of(
        policy: &Policy,
        calendar: &Calendar,
        claim: &Claim,
        own: &Space,
        outcomes: &Outcomes,
    ) -> Self {
        let does_roll = rolls(claim, policy.choices);
        let earliest = claim.claim_date.map(|claimed| earliest_sufficient(calendar, claimed, does_roll));
        let asked = Asked { policy, calendar, claim, own, outcomes, moves: own.moves(), earliest };
        let mut turned = Self { by_remedy: [0; 4] };
        for reading in Reading::ALL {
            let changed = asked.changed_by(reading);
            if changed.is_empty() {
                continue;
            }
            for (remedy, readings) in Remedy::ALL.into_iter().zip(&mut turned.by_remedy) {
                *readings |= u32::from(changed.contains(remedy)) << reading.number();
            }
        }
        turned
    }

    /// Those that would change some outcome, by number.
    pub(crate) fn readings(&self) -> impl Iterator<Item = Reading> {
        those(self.by_remedy.iter().fold(0, |all, readings| all | readings))
    }

    /// Those that would change the outcome of one remedy, by number.
    pub(crate) fn of_remedy(&self, remedy: Remedy) -> impl Iterator<Item = Reading> {
        let [refund, exchange, free_repair, paid_repair] = self.by_remedy;
        those(match remedy {
            Remedy::Refund => refund,
            Remedy::Exchange => exchange,
            Remedy::FreeRepair => free_repair,
            Remedy::PaidRepair => paid_repair,
        })
    }
}

/// The readings of which the bit by number is set.
fn those(mut bits: u32) -> impl Iterator<Item = Reading> {
    std::iter::from_fn(move || {
        let place = (bits.trailing_zeros() as usize).checked_sub(1)?;
        bits &= bits.wrapping_sub(1);
        Reading::ALL.get(place).copied()
    })
}

/// A claim and what it comes to as the pack reads.
struct Asked<'a> {
    policy: &'a Policy,
    calendar: &'a Calendar,
    claim: &'a Claim,
    own: &'a Space,
    outcomes: &'a Outcomes,
    moves: Moves,
    /// The earliest last day that still includes the claim, where it has a date.
    earliest: Option<NaiveDate>,
}

impl Asked<'_> {
    /// The remedies whose outcome would be another under the alternative of a reading.
    fn changed_by(&self, reading: Reading) -> RemedySet {
        let Self { policy, calendar, claim, own, outcomes, moves, earliest: _ } = self;
        let choices = policy.choices.turned(reading);
        let own_table = policy.tables.own();
        let by_own_table =
            |space: &Space, moves: &Moves| space.differing(own_table, moves, RemedySet::ALL, outcomes);
        match part(reading) {
            Part::Nothing => RemedySet::NONE,
            Part::Table => policy
                .tables
                .turned(reading, &own.possible)
                .map_or(RemedySet::NONE, |(table, remedies)| own.differing(table, moves, remedies, outcomes)),
            Part::Time | Part::Standing | Part::Evidence if !self.is_concerned_by(reading) => RemedySet::NONE,
            Part::Time => own
                .with_moments(Moments::of(policy, calendar, claim, choices))
                .map_or(RemedySet::NONE, |space| by_own_table(&space, &space.moves())),
            Part::Standing => own
                .with_standings(policy, claim, choices)
                .map_or(RemedySet::NONE, |space| by_own_table(&space, moves)),
            Part::Evidence => {
                own.with_evidence(choices).map_or(RemedySet::NONE, |space| by_own_table(&space, moves))
            }
        }
    }

    /// Whether the claim has what a reading is about. It only spares looking; saying yes is never wrong.
    fn is_concerned_by(&self, reading: Reading) -> bool {
        let Self { policy, calendar, claim, earliest, .. } = self;
        let turned = policy.choices.turned(reading);
        let moves_tail = || tail_end(policy, claim, policy.choices) != tail_end(policy, claim, turned);
        match reading {
            Reading::FirstDayOfWindows | Reading::LastDayOfExchange | Reading::WindowsAfterExchange => {
                earliest.is_some_and(|earliest| self.may_move_windows(turned, earliest))
            }
            Reading::LastDayOnRestDay => claim.claim_date.is_some_and(|claimed| {
                claim.counting == Counting::Cn && earliest_sufficient(calendar, claimed, true) != claimed
            }),
            // Periods turn on it where they are asked for a first of the month, tails by the day they count from.
            Reading::MissingDayOfMonth => {
                earliest.is_some_and(|earliest| earliest.day() == 1) || moves_tail()
            }
            Reading::PurchaseDatesDiffer => {
                claim.purchase_date(policy.choices) != claim.purchase_date(turned)
            }
            Reading::TailBelongsTo => moves_tail(),
            Reading::DetectorParts => policy.periods.iter().any(|period| {
                period.alternative_months.is_some()
                    && claim.product_class.is_none_or(|class| class == period.product_class)
                    && claim.claim_object.is_none_or(|object| object == period.claim_object)
            }),
            Reading::ContractNotSeen => !claim.is_contract_seen,
            // Where both papers are there, or neither, one of them does for both.
            Reading::CertificateAndProof => {
                claim.warranty_certificate.is_none() || claim.warranty_certificate != claim.purchase_proof
            }
            Reading::ExcludedRepairs
            | Reading::DecidingEvent
            | Reading::SpecialPriceBar
            | Reading::PrototypesAndBorrowed
            | Reading::TailCountsFrom
            | Reading::AccessoriesIncomplete
            | Reading::SentWithoutConsent
            | Reading::ReturnCosts
            | Reading::ExclusionsByCause
            | Reading::MixedFindings
            | Reading::WhatIsAPart => true,
        }
    }

    /// Whether other readings open or close a window for the claim.
    fn may_move_windows(&self, turned: Choices, earliest: NaiveDate) -> bool {
        let Self { policy, claim, .. } = self;
        let Some(start) = claim.terms.period_starts_on.or_else(|| claim.purchase_date(policy.choices)) else {
            return true;
        };
        let open = |choices: Choices| {
            [Window::refund(policy, claim, choices), Window::exchange(policy, claim, choices)]
                .map(|window| start >= window.first_start_reaching(earliest))
        };
        open(policy.choices) != open(turned)
    }
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

#[cfg(test)]
mod tests {
    use super::Turned;
    use crate::claim::Claim;
    use crate::facts::Facts;
    use crate::outcomes::{Outcomes, outcomes};
    use crate::policy::Policy;
    use crate::policy::reading::Reading;
    use crate::remedy_set::RemedySet;
    use crate::space::Space;
    use crate::table::Table;
    use nightbench_calendar::Calendar;
    use nightbench_domain::claim::Remedy;
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

    fn differing(one: &Outcomes, other: &Outcomes) -> RemedySet {
        Remedy::ALL.into_iter().filter(|&remedy| one.of(remedy) != other.of(remedy)).collect()
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
                let changes = |remedy: &Remedy| turned.of_remedy(*remedy).any(|one| one == reading);
                let found: RemedySet = Remedy::ALL.into_iter().filter(changes).collect();
                prop_assert_eq!(found.is_empty(), turned.readings().all(|one| one != reading));
                prop_assert_eq!(found, anew, "{:?} {}", reading, serde_json::to_string(&facts).unwrap());
            }
        }
    }
}

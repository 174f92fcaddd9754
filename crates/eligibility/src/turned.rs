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

//! The doubtful places of the commitment: the twenty-one readings, each a switch with the alternative that is kept.
//! What each reading says is in the pack; what its switch does is in the rule that asks for it.

use crate::policy::Words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A doubtful place, named for what is doubtful. The number is that of the pack and of `readings` in a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the table below and the pack say what each one is")]
pub enum Reading {
    ExcludedRepairs = 1,
    FirstDayOfWindows = 2,
    LastDayOfExchange = 3,
    LastDayOnRestDay = 4,
    MissingDayOfMonth = 5,
    DecidingEvent = 6,
    PurchaseDatesDiffer = 7,
    CertificateAndProof = 8,
    SpecialPriceBar = 9,
    PrototypesAndBorrowed = 10,
    TailBelongsTo = 11,
    TailCountsFrom = 12,
    WindowsAfterExchange = 13,
    AccessoriesIncomplete = 14,
    SentWithoutConsent = 15,
    ReturnCosts = 16,
    ExclusionsByCause = 17,
    MixedFindings = 18,
    DetectorParts = 19,
    WhatIsAPart = 20,
    ContractNotSeen = 21,
}

impl Reading {
    /// Every reading, by number.
    pub const ALL: [Self; 21] = [
        Self::ExcludedRepairs,
        Self::FirstDayOfWindows,
        Self::LastDayOfExchange,
        Self::LastDayOnRestDay,
        Self::MissingDayOfMonth,
        Self::DecidingEvent,
        Self::PurchaseDatesDiffer,
        Self::CertificateAndProof,
        Self::SpecialPriceBar,
        Self::PrototypesAndBorrowed,
        Self::TailBelongsTo,
        Self::TailCountsFrom,
        Self::WindowsAfterExchange,
        Self::AccessoriesIncomplete,
        Self::SentWithoutConsent,
        Self::ReturnCosts,
        Self::ExclusionsByCause,
        Self::MixedFindings,
        Self::DetectorParts,
        Self::WhatIsAPart,
        Self::ContractNotSeen,
    ];

    /// Its number, 1 to 21.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// The switch in a pack: its name, our reading and the alternative.
    #[must_use]
    pub const fn switch(self) -> (&'static str, [&'static str; 2]) {
        match self {
            Self::ExcludedRepairs => ("excluded_repairs", ["paid", "free"]),
            Self::FirstDayOfWindows => {
                ("first_day_of_windows", ["purchase_day_is_day_0", "purchase_day_is_day_1"])
            }
            Self::LastDayOfExchange => ("last_day_of_exchange", ["inclusive", "exclusive"]),
            Self::LastDayOnRestDay => ("last_day_on_rest_day", ["rolls_forward", "no_roll"]),
            Self::MissingDayOfMonth => ("missing_day_of_month", ["last_of_month", "first_of_next_month"]),
            Self::DecidingEvent => ("deciding_event", ["first_documented_claim", "receipt"]),
            Self::PurchaseDatesDiffer => ("purchase_dates_differ", ["later", "voucher"]),
            Self::CertificateAndProof => ("certificate_and_proof", ["both_needed", "only_lacking_both"]),
            Self::SpecialPriceBar => ("special_price_bar", ["exchange_too", "return_only"]),
            Self::PrototypesAndBorrowed => {
                ("prototypes_and_borrowed", ["outside_policy", "no_return_or_exchange"])
            }
            Self::TailBelongsTo => ("tail_belongs_to", ["repaired_item", "whole_product"]),
            Self::TailCountsFrom => ("tail_counts_from", ["completion", "receipt"]),
            Self::WindowsAfterExchange => ("windows_after_exchange", ["never_restart", "restart"]),
            Self::AccessoriesIncomplete => ("accessories_incomplete", ["condition", "refusal"]),
            Self::SentWithoutConsent => ("sent_without_consent", ["company_decides", "refusal"]),
            Self::ReturnCosts => ("return_costs", ["person_decides", "customer_pays"]),
            Self::ExclusionsByCause => ("exclusions_by_cause", ["must_have_caused", "fact_excludes"]),
            Self::MixedFindings => ("mixed_findings", ["each_by_its_cause", "all_paid"]),
            Self::DetectorParts => ("detector_parts", ["needs_contract", "alternative_months"]),
            Self::WhatIsAPart => ("what_is_a_part", ["claimed_as_such", "any_inner_part"]),
            Self::ContractNotSeen => ("contract_not_seen", ["table_values", "needs_contract"]),
        }
    }

    /// Whether the facts carry what the alternative needs. Where they do not, the reading is applied when the fact is
    /// written down (which day is the claim date, what is a part) or concerns money (who pays for sending back): the
    /// engine cannot follow its alternative, and a pack that chooses it is refused.
    #[must_use]
    pub const fn is_decided_by_facts(self) -> bool {
        match self {
            Self::DecidingEvent | Self::TailCountsFrom | Self::ReturnCosts | Self::WhatIsAPart => false,
            Self::ExcludedRepairs
            | Self::FirstDayOfWindows
            | Self::LastDayOfExchange
            | Self::LastDayOnRestDay
            | Self::MissingDayOfMonth
            | Self::PurchaseDatesDiffer
            | Self::CertificateAndProof
            | Self::SpecialPriceBar
            | Self::PrototypesAndBorrowed
            | Self::TailBelongsTo
            | Self::WindowsAfterExchange
            | Self::AccessoriesIncomplete
            | Self::SentWithoutConsent
            | Self::ExclusionsByCause
            | Self::MixedFindings
            | Self::DetectorParts
            | Self::ContractNotSeen => true,
        }
    }
}

/// Which readings follow their alternative.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Choices {
    alternatives: u32,
}

impl Choices {
    /// Whether the alternative is followed and not our reading.
    #[must_use]
    pub const fn is_alternative(self, reading: Reading) -> bool {
        self.alternatives >> reading.number() & 1 == 1
    }

    /// The same with one reading the other way.
    #[must_use]
    pub const fn turned(self, reading: Reading) -> Self {
        Self { alternatives: self.alternatives ^ 1 << reading.number() }
    }
}

/// How a pack reads a doubtful place, and how far that binds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingInForce {
    /// Which place.
    pub reading: Reading,
    /// What the reading says.
    pub says: Words,
    /// How far the engine may go on it alone.
    pub level: StopLevel,
    /// Who answers for it; nobody yet where there is none.
    pub signature: Option<Signature>,
}

/// Who answers for a reading. It is not the seal of a pack file, which is checked when a pack is installed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Signature {
    /// A name or an office.
    pub signed_by: String,
    /// Since when.
    pub signed_on: NaiveDate,
}

impl ReadingInForce {
    /// Whether a denial that turns on it waits for a person.
    #[must_use]
    pub const fn needs_a_person(&self) -> bool {
        self.signature.is_none() || matches!(self.level, StopLevel::Adjudicate)
    }
}

/// How far the engine may go on a reading alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StopLevel {
    /// Apply it and say so.
    Inform,
    /// Apply it once somebody at the bench confirms.
    Confirm,
    /// A denial that turns on it is provisional until an adjudicator decides.
    Adjudicate,
}

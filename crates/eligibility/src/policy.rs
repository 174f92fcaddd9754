//! The commitment as dated data: periods, windows, exclusions, effects of sale kinds and the readings in force. Not
//! the rules (rules/), which read every number and effect from here. Packs are `policies/*.toml`; policy/load.rs
//! refuses a bad one with file, line and fault (refusal.rs).

mod file;
mod form;
mod load;
pub(crate) mod page;
pub mod rank;
pub mod reading;
pub mod refusal;
mod sound;
pub(crate) mod text;
pub mod version;

pub use page::PackPage;

use crate::table::Tables;
use crate::verdict::{ClauseId, PolicyRef};
use chrono::NaiveDate;
use nightbench_domain::claim::{ClaimObject, Finding};
use nightbench_domain::unit::{ProductClass, SaleKind};
use rank::{Rank, RankInForce};
use reading::{Choices, Reading, ReadingInForce};
use refusal::PackError;
use serde::{Deserialize, Serialize};
use std::sync::{Arc, OnceLock};
use text::Identity;
use ts_rs::TS;

/// One policy pack, validated. Everything the rules ask is there.
#[derive(Debug)]
pub struct Policy {
    pub(crate) identity: Identity,
    /// INVARIANT: one entry for each source, in the order in which they prevail.
    pub(crate) ranks: Vec<RankInForce>,
    pub(crate) clauses: Vec<Clause>,
    /// INVARIANT: one entry for each class and object.
    pub(crate) periods: Vec<Period>,
    pub(crate) refund_clause: ClauseId,
    pub(crate) refund_days: u32,
    pub(crate) exchange_clause: ClauseId,
    pub(crate) exchange_days: u32,
    pub(crate) floor_clause: ClauseId,
    pub(crate) floor_months: u32,
    pub(crate) cycle: CycleDays,
    pub(crate) reply_hours: u32,
    /// INVARIANT: one entry for each finding but the product fault.
    pub(crate) exclusions: Vec<Exclusion>,
    /// INVARIANT: one entry for each kind of evidence.
    pub(crate) evidence: Vec<EvidenceRule>,
    /// INVARIANT: one entry for each sale kind.
    pub(crate) sale_kinds: Vec<SaleRule>,
    /// INVARIANT: one entry for each reading, by number.
    pub(crate) readings: Vec<ReadingInForce>,
    pub(crate) choices: Choices,
    /// What the rules say of every abstract claim, compiled when the pack is loaded.
    pub(crate) tables: Tables,
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Words {
    /// Simplified Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// A clause with its summary in our own words; it is not the clause's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Clause {
    /// Its number.
    pub id: ClauseId,
    /// Where it stands in the order of law.
    pub rank: Rank,
    /// The summary.
    pub summary: Words,
}

/// The working days of the repair cycle (3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct CycleDays {
    /// The day up to which a repair is on time.
    pub target_working_days: u32,
    /// The day after which it is overdue.
    pub limit_working_days: u32,
}

/// A cell of table 2.T.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Period {
    pub(crate) clause: ClauseId,
    pub(crate) product_class: ProductClass,
    pub(crate) claim_object: ClaimObject,
    /// None where the table is blank (reading 19).
    pub(crate) months: Option<u32>,
    /// What the alternative of reading 19 puts in a blank cell.
    pub(crate) alternative_months: Option<u32>,
}

/// What a finding excludes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Exclusion {
    pub(crate) clause: ClauseId,
    pub(crate) finding: Finding,
    pub(crate) user_caused: bool,
    pub(crate) contradicts_product_fault: bool,
    pub(crate) unless_defect_proven: bool,
}

/// What wanting evidence excludes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EvidenceRule {
    pub(crate) clause: ClauseId,
    pub(crate) wanting: Evidence,
}

/// The evidence of 5.8 and 5.12.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// A valid warranty certificate (5.8a).
    WarrantyCertificate,
    /// A valid original invoice or receipt (5.8b).
    PurchaseProof,
    /// A serial label as it was made (5.8c).
    ReadableSerial,
    /// A serial number at all (5.8d).
    Serial,
    /// Unit, certificate and registry agree (5.8e).
    SerialMatch,
    /// An authorised source of supply (5.12).
    AuthorisedSource,
}

impl Evidence {
    pub(crate) const ALL: [Self; 6] = [
        Self::WarrantyCertificate,
        Self::PurchaseProof,
        Self::ReadableSerial,
        Self::Serial,
        Self::SerialMatch,
        Self::AuthorisedSource,
    ];
}

/// What a sale kind takes away and what gives it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SaleRule {
    pub(crate) clause: ClauseId,
    pub(crate) kind: SaleKind,
    pub(crate) effect: SaleEffect,
    pub(crate) lifted_by: Option<ContractTerm>,
}

/// How far a sale kind lets the policy apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SaleEffect {
    /// All of it.
    Full,
    /// Without refund and exchange (3.3.N, reading 9).
    NoReturnOrExchange,
    /// Not at all (2.N2, 3.3.N, reading 10).
    Outside,
}

/// A term of the contract that brings goods back into the policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ContractTerm {
    /// It grants return and exchange of special-price goods.
    SpecialPriceReturn,
    /// It grants the unit a period of its own.
    UnitMonths,
    /// It brings borrowed units under the warranty.
    CoversBorrowed,
}

impl Policy {
    /// The shipped pack. It has no start date and serves unknown purchase dates too.
    ///
    /// # Errors
    /// Never for the pack this program was tested with; a test loads it.
    pub fn shipped() -> Result<&'static Self, PackError> {
        Self::shipped_cell().as_ref().map(Arc::as_ref).map_err(Clone::clone)
    }

    /// The same, to be one of a set.
    pub(crate) fn shipped_pack() -> Result<Arc<Self>, PackError> {
        Self::shipped_cell().clone()
    }

    fn shipped_cell() -> &'static Result<Arc<Self>, PackError> {
        static SHIPPED: OnceLock<Result<Arc<Policy>, PackError>> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            let text = include_str!("../../../policies/jingpin-commitment.toml");
            // A test loads it with all checks; a station starts without walking every claim again.
            load::tested("policies/jingpin-commitment.toml", text).map(Arc::new)
        })
    }

    /// Reads and validates a pack. `file` is only used to say where an error is.
    ///
    /// # Errors
    /// [`PackError`] with the line and the fault of the first thing that is wrong.
    pub fn load(file: &str, text: &str) -> Result<Self, PackError> {
        load::load(file, text)
    }

    /// Name, version and hash.
    #[must_use]
    pub fn reference(&self) -> &PolicyRef {
        &self.identity.reference
    }

    /// The policy's title.
    #[must_use]
    pub const fn title(&self) -> &Words {
        &self.identity.title
    }

    /// Where the pack's text comes from.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.identity.source
    }

    /// Whether the pack is in force for goods bought on a day; an unknown day is served by a pack without bounds.
    #[must_use]
    pub fn is_in_force(&self, purchased_on: Option<NaiveDate>) -> bool {
        self.identity.is_in_force(purchased_on)
    }

    /// The clauses with their summaries, in the order of the commitment.
    #[must_use]
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// How the doubtful places are read, by number.
    #[must_use]
    pub fn readings(&self) -> &[ReadingInForce] {
        &self.readings
    }

    /// The working days of the repair cycle (3.1).
    #[must_use]
    pub const fn cycle(&self) -> CycleDays {
        self.cycle
    }

    /// The clock hours on working days in which an enquiry is answered (4.1).
    #[must_use]
    pub const fn reply_hours(&self) -> u32 {
        self.reply_hours
    }

    /// The place of a clause in the order of the commitment.
    pub(crate) fn place_of(&self, clause: &ClauseId) -> Option<usize> {
        self.clauses.iter().position(|known| known.id == *clause)
    }

    pub(crate) fn period(&self, class: ProductClass, object: ClaimObject) -> Option<&Period> {
        self.periods.iter().find(|period| period.product_class == class && period.claim_object == object)
    }

    pub(crate) fn exclusion(&self, finding: Finding) -> Option<&Exclusion> {
        self.exclusions.iter().find(|exclusion| exclusion.finding == finding)
    }

    pub(crate) fn evidence_rule(&self, wanting: Evidence) -> Option<&EvidenceRule> {
        self.evidence.iter().find(|rule| rule.wanting == wanting)
    }

    pub(crate) fn sale_rule(&self, kind: SaleKind) -> Option<&SaleRule> {
        self.sale_kinds.iter().find(|rule| rule.kind == kind)
    }

    pub(crate) fn is_provisional(&self, reading: Reading) -> bool {
        self.readings.iter().any(|entry| entry.reading == reading && entry.needs_a_person())
    }
}

//! A pack as a person reads it: everything it says, with its clauses in both languages. Not what the rules ask
//! (policy.rs) and not a text to load again. Made for the pack viewer and `policy list`.

use super::rank::RankInForce;
use super::reading::{Signature, StopLevel};
use super::{Clause, ContractTerm, CycleDays, Evidence, Policy, SaleEffect, Words};
use crate::verdict::{ClauseId, PolicyRef};
use chrono::NaiveDate;
use nightbench_domain::claim::{ClaimObject, Finding, Remedy};
use nightbench_domain::unit::{ProductClass, SaleKind};
use serde::Serialize;
use ts_rs::TS;

/// Everything a policy pack says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PackPage {
    /// Name, version and hash.
    pub reference: PolicyRef,
    /// The policy's title.
    pub title: Words,
    /// Where its text comes from.
    pub source: String,
    /// The first purchase date it serves; null for every earlier one and for unknown dates.
    pub effective_from: Option<NaiveDate>,
    /// The last purchase date it serves; null for every later one.
    pub effective_to: Option<NaiveDate>,
    /// The version that it takes over from where both are in force.
    pub supersedes: Option<String>,
    /// The order of law, what prevails first.
    pub ranks: Vec<RankInForce>,
    /// The clauses in our own words, in the order of the commitment.
    pub clauses: Vec<Clause>,
    /// Table 2.T.
    pub periods: Vec<PeriodLine>,
    /// The least that 2.2 gives a repaired or replaced item.
    pub floor: FloorLine,
    /// How long refund and exchange can be claimed.
    pub windows: Vec<WindowLine>,
    /// The repair cycle (3.1).
    pub cycle: CycleDays,
    /// Clock hours on working days in which an enquiry is answered (4.1).
    pub reply_hours: u32,
    /// What a sale kind takes away, and what gives it back.
    pub sale_kinds: Vec<SaleLine>,
    /// Findings that are not the product's own fault.
    pub exclusions: Vec<ExclusionLine>,
    /// Evidence that must not be wanting.
    pub evidence: Vec<EvidenceLine>,
    /// How doubtful places are read, by number.
    pub readings: Vec<ReadingLine>,
}

/// A cell of table 2.T.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PeriodLine {
    /// The clause.
    pub clause: ClauseId,
    /// The class of product.
    pub product_class: ProductClass,
    /// Whole machine or parts.
    pub claim_object: ClaimObject,
    /// Months; null where the table is blank.
    pub months: Option<u32>,
    /// What the alternative of reading 19 puts in a blank cell.
    pub alternative_months: Option<u32>,
}

/// The floor of 2.2.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FloorLine {
    /// The clause.
    pub clause: ClauseId,
    /// Months after the hand-over.
    pub months: u32,
}

/// A window of 3.2 or 3.3.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WindowLine {
    /// The clause.
    pub clause: ClauseId,
    /// Refund or exchange.
    pub remedy: Remedy,
    /// Days after the start of the period.
    pub days: u32,
}

/// What a sale kind takes away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SaleLine {
    /// The clause.
    pub clause: ClauseId,
    /// The sale kind.
    pub kind: SaleKind,
    /// How far the policy applies.
    pub effect: SaleEffect,
    /// The term of a contract that brings the goods back into the policy.
    pub lifted_by: Option<ContractTerm>,
}

/// What a finding excludes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ExclusionLine {
    /// The clause.
    pub clause: ClauseId,
    /// The finding.
    pub finding: Finding,
    /// Beside a product fault it bars the refund and sends the exchange to review (reading 18).
    pub user_caused: bool,
    /// It cannot be true together with a product fault.
    pub contradicts_product_fault: bool,
    /// A proven defect makes it a product fault.
    pub unless_defect_proven: bool,
}

/// What wanting evidence excludes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EvidenceLine {
    /// The clause.
    pub clause: ClauseId,
    /// What is wanting.
    pub wanting: Evidence,
}

/// How a doubtful place is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReadingLine {
    /// 1 to 21.
    pub number: u8,
    /// The name of the switch.
    pub switch: String,
    /// Ours, then the alternative that is kept.
    pub options: [String; 2],
    /// The one in force.
    pub chosen: String,
    /// How far the engine may go on it alone.
    pub level: StopLevel,
    /// Who answers for it; null where nobody does yet.
    pub signature: Option<Signature>,
    /// Whether a denial that turns on it waits for a person.
    pub needs_a_person: bool,
    /// What it says.
    pub says: Words,
}

impl Policy {
    /// The pack as a person reads it.
    #[must_use]
    pub fn page(&self) -> PackPage {
        PackPage {
            reference: self.reference().clone(),
            title: self.identity.title.clone(),
            source: self.identity.source.clone(),
            effective_from: self.identity.effective_from,
            effective_to: self.identity.effective_to,
            supersedes: self.identity.supersedes.clone(),
            ranks: self.ranks.clone(),
            clauses: self.clauses.clone(),
            periods: self.period_lines(),
            floor: FloorLine { clause: self.floor_clause, months: self.floor_months },
            windows: vec![
                WindowLine { clause: self.refund_clause, remedy: Remedy::Refund, days: self.refund_days },
                WindowLine {
                    clause: self.exchange_clause,
                    remedy: Remedy::Exchange,
                    days: self.exchange_days,
                },
            ],
            cycle: self.cycle,
            reply_hours: self.reply_hours,
            sale_kinds: self.sale_lines(),
            exclusions: self.exclusion_lines(),
            evidence: self.evidence_lines(),
            readings: self.reading_lines(),
        }
    }

    fn period_lines(&self) -> Vec<PeriodLine> {
        let line = |period: &super::Period| PeriodLine {
            clause: period.clause,
            product_class: period.product_class,
            claim_object: period.claim_object,
            months: period.months,
            alternative_months: period.alternative_months,
        };
        self.periods.iter().map(line).collect()
    }

    fn sale_lines(&self) -> Vec<SaleLine> {
        let line = |rule: &super::SaleRule| SaleLine {
            clause: rule.clause,
            kind: rule.kind,
            effect: rule.effect,
            lifted_by: rule.lifted_by,
        };
        self.sale_kinds.iter().map(line).collect()
    }

    fn exclusion_lines(&self) -> Vec<ExclusionLine> {
        let line = |rule: &super::Exclusion| ExclusionLine {
            clause: rule.clause,
            finding: rule.finding,
            user_caused: rule.user_caused,
            contradicts_product_fault: rule.contradicts_product_fault,
            unless_defect_proven: rule.unless_defect_proven,
        };
        self.exclusions.iter().map(line).collect()
    }

    fn evidence_lines(&self) -> Vec<EvidenceLine> {
        let line = |rule: &super::EvidenceRule| EvidenceLine { clause: rule.clause, wanting: rule.wanting };
        self.evidence.iter().map(line).collect()
    }

    fn reading_lines(&self) -> Vec<ReadingLine> {
        let line = |entry: &super::ReadingInForce| {
            let (switch, [ours, alternative]) = entry.reading.switch();
            let chosen = if self.choices.is_alternative(entry.reading) { alternative } else { ours };
            ReadingLine {
                number: entry.reading.number(),
                switch: switch.to_owned(),
                options: [ours.to_owned(), alternative.to_owned()],
                chosen: chosen.to_owned(),
                level: entry.level,
                signature: entry.signature.clone(),
                needs_a_person: entry.needs_a_person(),
                says: entry.says.clone(),
            }
        };
        self.readings.iter().map(line).collect()
    }
}

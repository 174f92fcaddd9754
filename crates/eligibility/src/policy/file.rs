//! The written form of a policy pack, as TOML spells it. Not what it means: load.rs checks it and makes a `Policy`.
//! A field that is not here is refused, so that a misspelt one cannot go unseen.

use super::rank::Rank;
use super::reading::StopLevel;
use super::text::Head;
use super::{ContractTerm, Evidence, SaleEffect};
use crate::verdict::ClauseId;
use chrono::NaiveDate;
use nightbench_domain::claim::{ClaimObject, Finding, Remedy};
use nightbench_domain::unit::{ProductClass, SaleKind};
use serde::Deserialize;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PackFile {
    pub(super) pack: Spanned<Head>,
    pub(super) rank: Vec<Spanned<RankEntry>>,
    pub(super) period: Vec<Spanned<PeriodEntry>>,
    pub(super) floor: Spanned<FloorEntry>,
    pub(super) cycle: Spanned<CycleEntry>,
    pub(super) window: Vec<Spanned<WindowEntry>>,
    pub(super) reply: Spanned<ReplyEntry>,
    pub(super) sale_kind: Vec<Spanned<SaleEntry>>,
    pub(super) exclusion: Vec<Spanned<ExclusionEntry>>,
    pub(super) evidence: Vec<Spanned<EvidenceEntry>>,
    pub(super) clause: Vec<Spanned<ClauseEntry>>,
    pub(super) reading: Vec<Spanned<ReadingEntry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RankEntry {
    pub(super) source: Rank,
    pub(super) order: u8,
    pub(super) zh: String,
    pub(super) en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PeriodEntry {
    pub(super) clause: ClauseId,
    pub(super) product_class: ProductClass,
    pub(super) claim_object: ClaimObject,
    pub(super) months: Option<u32>,
    pub(super) alternative_months: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FloorEntry {
    pub(super) clause: ClauseId,
    pub(super) months: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CycleEntry {
    pub(super) clause: ClauseId,
    pub(super) target_working_days: u32,
    pub(super) limit_working_days: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WindowEntry {
    pub(super) clause: ClauseId,
    pub(super) remedy: Remedy,
    pub(super) days: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReplyEntry {
    pub(super) clause: ClauseId,
    pub(super) hours: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SaleEntry {
    pub(super) clause: ClauseId,
    pub(super) kind: SaleKind,
    pub(super) effect: SaleEffect,
    pub(super) lifted_by: Option<ContractTerm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExclusionEntry {
    pub(super) clause: ClauseId,
    pub(super) finding: Finding,
    #[serde(default)]
    pub(super) user_caused: bool,
    #[serde(default)]
    pub(super) contradicts_product_fault: bool,
    #[serde(default)]
    pub(super) unless_defect_proven: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EvidenceEntry {
    pub(super) clause: ClauseId,
    pub(super) wanting: Evidence,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClauseEntry {
    pub(super) id: ClauseId,
    #[serde(default)]
    pub(super) rank: Rank,
    pub(super) zh: String,
    pub(super) en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReadingEntry {
    pub(super) number: u8,
    pub(super) switch: String,
    pub(super) options: [String; 2],
    pub(super) chosen: String,
    pub(super) level: StopLevel,
    pub(super) signed_by: Option<String>,
    pub(super) signed_on: Option<NaiveDate>,
    pub(super) zh: String,
    pub(super) en: String,
}

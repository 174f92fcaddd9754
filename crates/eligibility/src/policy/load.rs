//! Reads a policy pack and refuses a bad one by line. What is accepted is complete: the rules find every period,
//! window, exclusion, sale kind and reading they ask for, and every clause that is cited has words in both languages.

use super::reading::{Choices, Reading, ReadingInForce, StopLevel};
use super::{
    Clause, ContractTerm, CycleDays, Evidence, EvidenceRule, Exclusion, Period, Policy, SaleEffect, SaleRule,
    Words,
};
use crate::rules::CITED_BY_RULES;
use crate::table::Tables;
use crate::verdict::{ClauseId, PolicyRef};
use chrono::NaiveDate;
use nightbench_calendar::PackError;
use nightbench_domain::claim::{ClaimObject, Finding, Remedy};
use nightbench_domain::unit::{ProductClass, SaleKind};
use serde::Deserialize;
use toml::Spanned;

const MONTHS_MAX: u32 = 1_200;
const DAYS_MAX: u32 = 36_500;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PackFile {
    pack: Spanned<Head>,
    period: Vec<Spanned<PeriodEntry>>,
    floor: Spanned<FloorEntry>,
    cycle: Spanned<CycleEntry>,
    window: Vec<Spanned<WindowEntry>>,
    reply: Spanned<ReplyEntry>,
    sale_kind: Vec<Spanned<SaleEntry>>,
    exclusion: Vec<Spanned<ExclusionEntry>>,
    evidence: Vec<Spanned<EvidenceEntry>>,
    clause: Vec<Spanned<ClauseEntry>>,
    reading: Vec<Spanned<ReadingEntry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    id: String,
    version: String,
    zh: String,
    en: String,
    source: String,
    effective_from: Option<NaiveDate>,
    effective_to: Option<NaiveDate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PeriodEntry {
    clause: ClauseId,
    product_class: ProductClass,
    claim_object: ClaimObject,
    months: Option<u32>,
    alternative_months: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FloorEntry {
    clause: ClauseId,
    months: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CycleEntry {
    clause: ClauseId,
    target_working_days: u32,
    limit_working_days: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WindowEntry {
    clause: ClauseId,
    remedy: Remedy,
    days: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReplyEntry {
    clause: ClauseId,
    hours: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SaleEntry {
    clause: ClauseId,
    kind: SaleKind,
    effect: SaleEffect,
    lifted_by: Option<ContractTerm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExclusionEntry {
    clause: ClauseId,
    finding: Finding,
    #[serde(default)]
    user_caused: bool,
    #[serde(default)]
    contradicts_product_fault: bool,
    #[serde(default)]
    unless_defect_proven: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EvidenceEntry {
    clause: ClauseId,
    wanting: Evidence,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClauseEntry {
    id: ClauseId,
    zh: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReadingEntry {
    number: u8,
    switch: String,
    options: [String; 2],
    chosen: String,
    level: StopLevel,
    signed: bool,
    #[serde(default)]
    signed_by: String,
    zh: String,
    en: String,
}

pub(super) fn load(file: &str, text: &str) -> Result<Policy, PackError> {
    let page = Page { file, text };
    let pack: PackFile = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        page.refuse(at, error.message().trim())
    })?;
    let clauses = page.clauses(&pack)?;
    let head = pack.pack.get_ref();
    if let (Some(from), Some(to)) = (head.effective_from, head.effective_to)
        && to < from
    {
        return Err(page.refuse(pack.pack.span().start, "effective_to lies before effective_from"));
    }
    let (readings, choices) = page.readings(&pack)?;
    Ok(Policy {
        reference: PolicyRef {
            id: head.id.clone(),
            version: head.version.clone(),
            hash: blake3::hash(text.as_bytes()).to_hex().to_string(),
        },
        title: Words { zh: head.zh.clone(), en: head.en.clone() },
        source: head.source.clone(),
        effective_from: head.effective_from,
        effective_to: head.effective_to,
        periods: page.periods(&pack)?,
        refund_days: page.window(&pack, Remedy::Refund)?,
        exchange_days: page.window(&pack, Remedy::Exchange)?,
        floor_months: page.at_most(&pack.floor, pack.floor.get_ref().months, MONTHS_MAX)?,
        cycle: page.cycle(&pack)?,
        reply_hours: page.at_most(&pack.reply, pack.reply.get_ref().hours, 8_760)?,
        exclusions: page.exclusions(&pack)?,
        evidence: page.evidence(&pack)?,
        sale_kinds: page.sale_kinds(&pack)?,
        clauses,
        readings,
        choices,
        tables: Tables::default(),
    })
}

/// The file as it was written, to say where something is wrong.
struct Page<'a> {
    file: &'a str,
    text: &'a str,
}

impl Page<'_> {
    fn refuse(&self, at: usize, reason: &str) -> PackError {
        let before = self.text.get(..at).unwrap_or(self.text);
        PackError {
            file: self.file.to_owned(),
            line: before.bytes().filter(|&byte| byte == b'\n').count() + 1,
            reason: reason.to_owned(),
        }
    }

    fn refuse_entry<T>(&self, entry: &Spanned<T>, reason: &str) -> PackError {
        self.refuse(entry.span().start, reason)
    }

    fn at_most<T>(&self, entry: &Spanned<T>, number: u32, most: u32) -> Result<u32, PackError> {
        if number <= most {
            return Ok(number);
        }
        Err(self.refuse_entry(entry, &format!("{number} is more than {most}")))
    }

    /// One entry for each of `all`, none doubled; the entries in the order of the file.
    fn complete<T, K: PartialEq>(
        &self,
        pack: &PackFile,
        entries: &[Spanned<T>],
        all: &[K],
        key: impl Fn(&T) -> K,
        name: impl Fn(&K) -> String,
    ) -> Result<(), PackError> {
        for (at, entry) in entries.iter().enumerate() {
            let this = key(entry.get_ref());
            if entries.iter().take(at).any(|before| key(before.get_ref()) == this) {
                return Err(self.refuse_entry(entry, &format!("{} stands twice", name(&this))));
            }
            if !all.contains(&this) {
                return Err(self.refuse_entry(entry, &format!("{} does not belong here", name(&this))));
            }
        }
        match all.iter().find(|one| !entries.iter().any(|entry| key(entry.get_ref()) == **one)) {
            None => Ok(()),
            Some(missing) => Err(self.refuse_entry(&pack.pack, &format!("{} is missing", name(missing)))),
        }
    }

    /// The clauses, and that every one that is cited is among them.
    fn clauses(&self, pack: &PackFile) -> Result<Vec<Clause>, PackError> {
        let mut clauses: Vec<Clause> = Vec::with_capacity(pack.clause.len());
        for entry in &pack.clause {
            let ClauseEntry { id, zh, en } = entry.get_ref();
            if clauses.iter().any(|before| before.id == *id) {
                return Err(self.refuse_entry(entry, &format!("clause {} stands twice", id)));
            }
            for (language, words) in [("zh", zh), ("en", en)] {
                if words.trim().is_empty() {
                    return Err(self.refuse_entry(entry, &format!("clause {} has no {language} summary", id)));
                }
            }
            clauses.push(Clause { id: *id, summary: Words { zh: zh.clone(), en: en.clone() } });
        }
        let mut cited: Vec<(usize, &str)> = Vec::new();
        cited.extend(pack.period.iter().map(|entry| (entry.span().start, entry.get_ref().clause.as_str())));
        cited.extend(pack.window.iter().map(|entry| (entry.span().start, entry.get_ref().clause.as_str())));
        cited
            .extend(pack.sale_kind.iter().map(|entry| (entry.span().start, entry.get_ref().clause.as_str())));
        cited
            .extend(pack.exclusion.iter().map(|entry| (entry.span().start, entry.get_ref().clause.as_str())));
        cited.extend(pack.evidence.iter().map(|entry| (entry.span().start, entry.get_ref().clause.as_str())));
        cited.push((pack.floor.span().start, pack.floor.get_ref().clause.as_str()));
        cited.push((pack.cycle.span().start, pack.cycle.get_ref().clause.as_str()));
        cited.push((pack.reply.span().start, pack.reply.get_ref().clause.as_str()));
        cited.extend(CITED_BY_RULES.iter().map(|&clause| (pack.pack.span().start, clause)));
        match cited.into_iter().find(|(_, clause)| !clauses.iter().any(|known| known.id == **clause)) {
            None => Ok(clauses),
            Some((at, clause)) => {
                Err(self.refuse(at, &format!("clause {clause} is cited and has no summary")))
            }
        }
    }

    fn periods(&self, pack: &PackFile) -> Result<Vec<Period>, PackError> {
        let mut cells = Vec::new();
        for class in ProductClass::ALL {
            cells.extend([ClaimObject::Whole, ClaimObject::Part].map(|object| (class, object)));
        }
        let key = |entry: &PeriodEntry| (entry.product_class, entry.claim_object);
        self.complete(pack, &pack.period, &cells, key, |(class, object)| {
            format!("the period of {class:?} {object:?}")
        })?;
        let mut periods = Vec::with_capacity(pack.period.len());
        for entry in &pack.period {
            let period = entry.get_ref();
            for months in [period.months, period.alternative_months].into_iter().flatten() {
                self.at_most(entry, months, MONTHS_MAX)?;
            }
            if period.months.is_some() == period.alternative_months.is_some() {
                let reason = "give months, or alternative_months for a cell that the table leaves blank";
                return Err(self.refuse_entry(entry, reason));
            }
            periods.push(Period {
                clause: period.clause,
                product_class: period.product_class,
                claim_object: period.claim_object,
                months: period.months,
                alternative_months: period.alternative_months,
            });
        }
        Ok(periods)
    }

    fn window(&self, pack: &PackFile, remedy: Remedy) -> Result<u32, PackError> {
        let windows = [Remedy::Refund, Remedy::Exchange];
        self.complete(
            pack,
            &pack.window,
            &windows,
            |entry| entry.remedy,
            |remedy| format!("the window of {remedy:?}"),
        )?;
        match pack.window.iter().find(|entry| entry.get_ref().remedy == remedy) {
            Some(entry) => self.at_most(entry, entry.get_ref().days, DAYS_MAX),
            None => Err(self.refuse_entry(&pack.pack, "a window is missing")),
        }
    }

    fn cycle(&self, pack: &PackFile) -> Result<CycleDays, PackError> {
        let &CycleEntry { target_working_days, limit_working_days, .. } = pack.cycle.get_ref();
        self.at_most(&pack.cycle, limit_working_days, DAYS_MAX)?;
        self.at_most(&pack.cycle, target_working_days, limit_working_days)?;
        Ok(CycleDays { target_working_days, limit_working_days })
    }

    fn exclusions(&self, pack: &PackFile) -> Result<Vec<Exclusion>, PackError> {
        let findings: Vec<Finding> =
            Finding::ALL.into_iter().filter(|&finding| finding != Finding::ProductFault).collect();
        let name = |finding: &Finding| format!("the exclusion of {finding:?}");
        self.complete(pack, &pack.exclusion, &findings, |entry| entry.finding, name)?;
        let exclusion = |entry: &Spanned<ExclusionEntry>| {
            let entry = entry.get_ref();
            Exclusion {
                clause: entry.clause,
                finding: entry.finding,
                user_caused: entry.user_caused,
                contradicts_product_fault: entry.contradicts_product_fault,
                unless_defect_proven: entry.unless_defect_proven,
            }
        };
        let misplaced = pack.exclusion.iter().find(|entry| {
            entry.get_ref().unless_defect_proven != (entry.get_ref().finding == Finding::Consumable)
        });
        match misplaced {
            None => Ok(pack.exclusion.iter().map(exclusion).collect()),
            Some(entry) => {
                Err(self.refuse_entry(entry, "unless_defect_proven belongs to consumable, and only there"))
            }
        }
    }

    fn evidence(&self, pack: &PackFile) -> Result<Vec<EvidenceRule>, PackError> {
        let name = |wanting: &Evidence| format!("the evidence {wanting:?}");
        self.complete(pack, &pack.evidence, &Evidence::ALL, |entry| entry.wanting, name)?;
        let rule = |entry: &Spanned<EvidenceEntry>| EvidenceRule {
            clause: entry.get_ref().clause,
            wanting: entry.get_ref().wanting,
        };
        Ok(pack.evidence.iter().map(rule).collect())
    }

    fn sale_kinds(&self, pack: &PackFile) -> Result<Vec<SaleRule>, PackError> {
        let name = |kind: &SaleKind| format!("the sale kind {kind:?}");
        self.complete(pack, &pack.sale_kind, &SaleKind::ALL, |entry| entry.kind, name)?;
        let rule = |entry: &Spanned<SaleEntry>| SaleRule {
            clause: entry.get_ref().clause,
            kind: entry.get_ref().kind,
            effect: entry.get_ref().effect,
            lifted_by: entry.get_ref().lifted_by,
        };
        Ok(pack.sale_kind.iter().map(rule).collect())
    }

    fn readings(&self, pack: &PackFile) -> Result<(Vec<ReadingInForce>, Choices), PackError> {
        let numbers = Reading::ALL.map(Reading::number);
        self.complete(
            pack,
            &pack.reading,
            &numbers,
            |entry| entry.number,
            |number| format!("reading {number}"),
        )?;
        let mut choices = Choices::default();
        let mut readings = Vec::with_capacity(Reading::ALL.len());
        for reading in Reading::ALL {
            let Some(spanned) = pack.reading.iter().find(|entry| entry.get_ref().number == reading.number())
            else {
                return Err(self.refuse_entry(&pack.pack, "a reading is missing"));
            };
            let entry = spanned.get_ref();
            let (switch, [ours, alternative]) = reading.switch();
            if entry.switch != switch || entry.options != [ours, alternative] {
                let reason = format!(
                    "reading {} is the switch {switch} with options {ours}, {alternative}",
                    entry.number
                );
                return Err(self.refuse_entry(spanned, &reason));
            }
            if entry.chosen == alternative {
                if !reading.is_decided_by_facts() {
                    let reason = format!("the facts do not carry what {alternative} needs; choose {ours}");
                    return Err(self.refuse_entry(spanned, &reason));
                }
                choices = choices.turned(reading);
            } else if entry.chosen != ours {
                return Err(self.refuse_entry(spanned, &format!("chosen is {ours} or {alternative}")));
            }
            for words in [&entry.zh, &entry.en] {
                if words.trim().is_empty() {
                    return Err(self.refuse_entry(spanned, "a reading is said in both languages, zh and en"));
                }
            }
            readings.push(ReadingInForce {
                reading,
                says: Words { zh: entry.zh.clone(), en: entry.en.clone() },
                level: entry.level,
                is_signed: entry.signed,
                signed_by: entry.signed_by.clone(),
            });
        }
        Ok((readings, choices))
    }
}

//! Reads a policy pack and refuses a bad one by line. What is accepted is complete: the rules find every period,
//! window, exclusion, sale kind and reading they ask for, and every clause that is cited has words in both languages.

use super::file::{
    ClauseEntry, CycleEntry, EvidenceEntry, ExclusionEntry, PackFile, PeriodEntry, ReadingEntry, SaleEntry,
    WindowEntry,
};
use super::rank::{Contradiction, Rank, RankInForce, contradictions};
use super::reading::{Choices, Reading, ReadingInForce, Signature};
use super::refusal::{PackError, PackFault};
use super::text::PackText;
use super::{
    Clause, ContractTerm, CycleDays, Evidence, EvidenceRule, Exclusion, Period, Policy, SaleEffect, SaleRule,
};
use crate::rules::CITED_BY_RULES;
use crate::table::Tables;
use crate::verdict::ClauseId;
use nightbench_domain::claim::{ClaimObject, Finding, Remedy};
use nightbench_domain::code;
use nightbench_domain::unit::{ProductClass, SaleKind};
use std::cmp::Ordering;
use toml::Spanned;

const MONTHS_MAX: u32 = 1_200;
const DAYS_MAX: u32 = 36_500;

/// A pack that was never seen before: its entries one by one, then the claims it decides.
pub(super) fn load(file: &str, text: &str) -> Result<Policy, PackError> {
    let page = PackText { file, text };
    let pack: PackFile = page.parse().map_err(|refused| match &refused.fault {
        PackFault::UnknownField { field, .. } if field == "provision" => page.refuse_pack(PackFault::LawPack),
        _ => refused,
    })?;
    let policy = entries(page, &pack)?;
    page.sound(&pack, &policy)?;
    Ok(policy)
}

/// A pack that this program was tested with.
pub(super) fn tested(file: &str, text: &str) -> Result<Policy, PackError> {
    let page = PackText { file, text };
    entries(page, &page.parse()?)
}

fn entries(page: PackText<'_>, pack: &PackFile) -> Result<Policy, PackError> {
    let clauses = page.clauses(pack)?;
    let identity = page.identity(&pack.pack)?;
    if identity.rank != Rank::Policy {
        return Err(page.refuse_entry(&pack.pack, PackFault::PackRank { rank: Rank::Policy }));
    }
    let (readings, choices) = page.readings(pack)?;
    let (refund_clause, refund_days) = page.window(pack, Remedy::Refund)?;
    let (exchange_clause, exchange_days) = page.window(pack, Remedy::Exchange)?;
    let policy = Policy {
        identity,
        ranks: page.ranks(pack)?,
        periods: page.periods(pack)?,
        refund_clause,
        refund_days,
        exchange_clause,
        exchange_days,
        floor_clause: pack.floor.get_ref().clause,
        floor_months: page.some_at_most(&pack.floor, pack.floor.get_ref().months, MONTHS_MAX)?,
        cycle: page.cycle(pack)?,
        reply_hours: page.some_at_most(&pack.reply, pack.reply.get_ref().hours, 8_760)?,
        exclusions: page.exclusions(pack)?,
        evidence: page.evidence(pack)?,
        sale_kinds: page.sale_kinds(pack)?,
        clauses,
        readings,
        choices,
        tables: Tables::compile(choices),
    };
    page.ordered(pack, &policy)?;
    Ok(policy)
}

impl PackText<'_> {
    /// One entry for each of `all`, none doubled; the entries in the order of the file.
    fn complete<T, K: PartialEq>(
        &self,
        pack: &PackFile,
        (entry, entries): (&'static str, &[Spanned<T>]),
        all: &[K],
        key: impl Fn(&T) -> K,
        name: impl Fn(&K) -> String,
    ) -> Result<(), PackError> {
        for (at, one) in entries.iter().enumerate() {
            let this = key(one.get_ref());
            if entries.iter().take(at).any(|before| key(before.get_ref()) == this) {
                return Err(self.refuse_entry(one, PackFault::Twice { entry, key: name(&this) }));
            }
            if !all.contains(&this) {
                return Err(self.refuse_entry(one, PackFault::OutOfPlace { entry, key: name(&this) }));
            }
        }
        match all.iter().find(|one| !entries.iter().any(|entry| key(entry.get_ref()) == **one)) {
            None => Ok(()),
            Some(missing) => Err(self.missing(pack, entry, name(missing))),
        }
    }

    fn missing(&self, pack: &PackFile, entry: &'static str, key: String) -> PackError {
        self.refuse_entry(&pack.pack, PackFault::Missing { entry, key })
    }

    /// The order of law, each source once.
    fn ranks(&self, pack: &PackFile) -> Result<Vec<RankInForce>, PackError> {
        let name = |rank: &Rank| rank.code().to_owned();
        self.complete(pack, ("rank", &pack.rank), &Rank::ALL, |entry| entry.source, name)?;
        let mut ranks = Vec::with_capacity(pack.rank.len());
        for spanned in &pack.rank {
            let entry = spanned.get_ref();
            let says = self.says(spanned, ("rank", entry.source.code()), &entry.zh, &entry.en)?;
            ranks.push(RankInForce { source: entry.source, order: entry.order, says });
        }
        ranks.sort_by_key(|rank| (rank.order, rank.source));
        Ok(ranks)
    }

    /// That provisions which contradict each other have an order, and the one that the rules follow.
    fn ordered(&self, pack: &PackFile, policy: &Policy) -> Result<(), PackError> {
        for pair in contradictions(policy) {
            let place = |clause: ClauseId| {
                let rank = policy.clauses.iter().find(|known| known.id == clause)?.rank;
                let order = policy.ranks.iter().find(|known| known.source == rank)?.order;
                Some((rank, order))
            };
            let Contradiction { prevailing, yielding, facts } = pair;
            // A clause that the pack does not carry cannot contradict anything in it.
            let Some(((upper, before), (lower, after))) = place(prevailing).zip(place(yielding)) else {
                continue;
            };
            let fault = match before.cmp(&after) {
                Ordering::Less => continue,
                Ordering::Equal => PackFault::UnrankedConflict { prevailing, upper, yielding, lower, facts },
                Ordering::Greater => PackFault::RanksTurned { prevailing, upper, yielding, lower, facts },
            };
            let entry = pack.rank.iter().find(|entry| entry.get_ref().source == lower);
            return Err(self.refuse(entry.map_or(0, |entry| entry.span().start), fault));
        }
        // Also where no claim of today shows it: the rules are written in this order.
        let order =
            |source: Rank| policy.ranks.iter().find(|known| known.source == source).map(|known| known.order);
        let turned = Rank::ALL
            .iter()
            .zip(Rank::ALL.iter().skip(1))
            .find(|&(&upper, &lower)| order(lower) <= order(upper));
        match turned {
            None => Ok(()),
            Some((&upper, &lower)) => {
                let entry = pack.rank.iter().find(|entry| entry.get_ref().source == lower);
                let fault = PackFault::OrderTurned { upper, lower };
                Err(self.refuse(entry.map_or(0, |entry| entry.span().start), fault))
            }
        }
    }

    /// Who answers for a reading: a name with its date, or nobody.
    fn signature(&self, spanned: &Spanned<ReadingEntry>) -> Result<Option<Signature>, PackError> {
        let entry = spanned.get_ref();
        match (&entry.signed_by, entry.signed_on) {
            (None, None) => Ok(None),
            (Some(by), Some(on)) if !by.trim().is_empty() => {
                Ok(Some(Signature { signed_by: by.clone(), signed_on: on }))
            }
            (Some(_), _) | (None, Some(_)) => {
                Err(self.refuse_entry(spanned, PackFault::HalfSigned { reading: entry.number }))
            }
        }
    }

    /// The clauses, and that every one that is cited is among them.
    fn clauses(&self, pack: &PackFile) -> Result<Vec<Clause>, PackError> {
        let mut clauses: Vec<Clause> = Vec::with_capacity(pack.clause.len());
        for entry in &pack.clause {
            let ClauseEntry { id, rank, zh, en } = entry.get_ref();
            if clauses.iter().any(|before| before.id == *id) {
                return Err(
                    self.refuse_entry(entry, PackFault::Twice { entry: "clause", key: id.to_string() })
                );
            }
            clauses.push(Clause {
                id: *id,
                rank: *rank,
                summary: self.says(entry, ("clause", id.as_str()), zh, en)?,
            });
        }
        let mut cited: Vec<Citation> = Vec::new();
        let windows = |entry: &WindowEntry| match entry.remedy {
            Remedy::Refund => Some("3.3"),
            Remedy::Exchange => Some("3.2"),
            Remedy::FreeRepair | Remedy::PaidRepair => None,
        };
        cited.extend(citations("period", &pack.period, |entry| (entry.clause, Some("2.T"))));
        cited.extend(citations("window", &pack.window, |entry| (entry.clause, windows(entry))));
        cited.extend(citations("sale_kind", &pack.sale_kind, |entry| (entry.clause, None)));
        cited.extend(citations("exclusion", &pack.exclusion, |entry| (entry.clause, None)));
        cited.extend(citations("evidence", &pack.evidence, |entry| (entry.clause, None)));
        cited.extend(citations("floor", std::slice::from_ref(&pack.floor), |entry| {
            (entry.clause, Some("2.2"))
        }));
        cited.extend(citations("cycle", std::slice::from_ref(&pack.cycle), |entry| {
            (entry.clause, Some("3.1"))
        }));
        cited.extend(citations("reply", std::slice::from_ref(&pack.reply), |entry| {
            (entry.clause, Some("4.1"))
        }));
        let by_rules = CITED_BY_RULES.iter().map(|&clause| (pack.pack.span().start, ClauseId::cited(clause)));
        let by_entries = cited.iter().map(|one| (one.at, one.clause));
        let mut all = by_entries.chain(by_rules);
        if let Some((at, clause)) = all.find(|(_, clause)| !clauses.iter().any(|known| known.id == *clause)) {
            return Err(self.refuse(at, PackFault::UnknownClause { clause: clause.to_string() }));
        }
        self.each_in_its_place(&clauses, &cited)?;
        Ok(clauses)
    }

    /// That entries cite provisions of the commitment itself, windows and periods those that every verdict cites, and that
    /// a clause which takes something away is one of its own: a verdict names an exclusion by its clause alone.
    fn each_in_its_place(&self, clauses: &[Clause], cited: &[Citation]) -> Result<(), PackError> {
        for (place, one) in cited.iter().enumerate() {
            let rank = clauses.iter().find(|known| known.id == one.clause).map(|known| known.rank);
            if let Some(rank) = rank.filter(|&rank| rank != Rank::Policy) {
                let fault = PackFault::ClauseOfOtherRank { entry: one.entry, clause: one.clause, rank };
                return Err(self.refuse(one.at, fault));
            }
            if let Some(wanted) = one.wanted.filter(|&wanted| one.clause != *wanted) {
                let fault = PackFault::ClauseFixed { entry: one.entry, clause: one.clause, wanted };
                return Err(self.refuse(one.at, fault));
            }
            let is_alone = |entry: &str| matches!(entry, "exclusion" | "evidence");
            let twin = cited.iter().take(place).find(|before| {
                before.clause == one.clause && (is_alone(before.entry) || is_alone(one.entry))
            });
            if let Some(twin) = twin {
                let fault =
                    PackFault::ClauseOfTwo { clause: one.clause, entry: one.entry, other: twin.entry };
                return Err(self.refuse(one.at, fault));
            }
        }
        Ok(())
    }

    fn periods(&self, pack: &PackFile) -> Result<Vec<Period>, PackError> {
        let mut cells = Vec::new();
        for class in ProductClass::ALL {
            cells.extend([ClaimObject::Whole, ClaimObject::Part].map(|object| (class, object)));
        }
        let key = |entry: &PeriodEntry| (entry.product_class, entry.claim_object);
        self.complete(pack, ("period", &pack.period), &cells, key, |(class, object)| {
            format!("{} {}", code(class), code(object))
        })?;
        let mut periods = Vec::with_capacity(pack.period.len());
        for entry in &pack.period {
            let period = entry.get_ref();
            for months in [period.months, period.alternative_months].into_iter().flatten() {
                self.some_at_most(entry, months, MONTHS_MAX)?;
            }
            if period.months.is_some() == period.alternative_months.is_some() {
                return Err(self.refuse_entry(entry, PackFault::MonthsOrAlternative));
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

    fn window(&self, pack: &PackFile, remedy: Remedy) -> Result<(ClauseId, u32), PackError> {
        let windows = [Remedy::Refund, Remedy::Exchange];
        self.complete(pack, ("window", &pack.window), &windows, |entry| entry.remedy, code)?;
        match pack.window.iter().find(|entry| entry.get_ref().remedy == remedy) {
            Some(entry) => Ok((entry.get_ref().clause, self.at_most(entry, entry.get_ref().days, DAYS_MAX)?)),
            None => Err(self.missing(pack, "window", code(&remedy))),
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
        self.complete(pack, ("exclusion", &pack.exclusion), &findings, |entry| entry.finding, code)?;
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
            Some(entry) => Err(self.refuse_entry(entry, PackFault::DefectProvenElsewhere)),
        }
    }

    fn evidence(&self, pack: &PackFile) -> Result<Vec<EvidenceRule>, PackError> {
        self.complete(pack, ("evidence", &pack.evidence), &Evidence::ALL, |entry| entry.wanting, code)?;
        let rule = |entry: &Spanned<EvidenceEntry>| EvidenceRule {
            clause: entry.get_ref().clause,
            wanting: entry.get_ref().wanting,
        };
        Ok(pack.evidence.iter().map(rule).collect())
    }

    fn sale_kinds(&self, pack: &PackFile) -> Result<Vec<SaleRule>, PackError> {
        self.complete(pack, ("sale_kind", &pack.sale_kind), &SaleKind::ALL, |entry| entry.kind, code)?;
        let ordinary = pack.sale_kind.iter().find(|entry| entry.get_ref().kind == SaleKind::Normal);
        if let Some(entry) = ordinary.filter(|entry| entry.get_ref().effect == SaleEffect::Outside) {
            return Err(self.refuse_entry(entry, PackFault::NormalSaleOutside));
        }
        // contracts.md: each term of a contract lifts what one kind of sale takes away.
        let lifts = |kind: SaleKind| match kind {
            SaleKind::Normal => None,
            SaleKind::SpecialPrice => Some(ContractTerm::SpecialPriceReturn),
            SaleKind::PrototypeSpecialPrice => Some(ContractTerm::UnitMonths),
            SaleKind::Borrowed => Some(ContractTerm::CoversBorrowed),
        };
        let strange = pack.sale_kind.iter().find_map(|entry| {
            let SaleEntry { kind, lifted_by, .. } = entry.get_ref();
            lifted_by
                .filter(|term| lifts(*kind).is_some_and(|own| own != *term))
                .map(|term| (entry, term, lifts(*kind)))
        });
        if let Some((entry, term, own)) = strange {
            let known = own.iter().map(code).collect();
            return Err(self.refuse_entry(entry, PackFault::UnknownCode { found: code(&term), known }));
        }
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
        self.complete(pack, ("reading", &pack.reading), &numbers, |entry| entry.number, u8::to_string)?;
        let mut choices = Choices::default();
        let mut readings = Vec::with_capacity(Reading::ALL.len());
        for reading in Reading::ALL {
            let Some(spanned) = pack.reading.iter().find(|entry| entry.get_ref().number == reading.number())
            else {
                return Err(self.missing(pack, "reading", reading.number().to_string()));
            };
            let entry = spanned.get_ref();
            let (switch, options) = reading.switch();
            let [ours, alternative] = options;
            let number = entry.number;
            if entry.switch != switch || entry.options != options {
                let fault = PackFault::ReadingSwitch { reading: number, switch, options };
                return Err(self.refuse_entry(spanned, fault));
            }
            if entry.chosen == alternative {
                if !reading.is_decided_by_facts() {
                    let fault = PackFault::ReadingBeyondFacts { reading: number, chosen: alternative, ours };
                    return Err(self.refuse_entry(spanned, fault));
                }
                choices = choices.turned(reading);
            } else if entry.chosen != ours {
                return Err(self.refuse_entry(spanned, PackFault::ReadingChoice { reading: number, options }));
            }
            readings.push(ReadingInForce {
                reading,
                says: self.says(spanned, ("reading", &number.to_string()), &entry.zh, &entry.en)?,
                level: entry.level,
                signature: self.signature(spanned)?,
            });
        }
        Ok((readings, choices))
    }
}

/// A clause that an entry rests on.
struct Citation {
    /// Where the entry stands.
    at: usize,
    /// Which kind of entry.
    entry: &'static str,
    clause: ClauseId,
    /// The one clause that rules and papers cite for entries like it; None where they cite the pack's own.
    wanted: Option<&'static str>,
}

fn citations<T>(
    entry: &'static str,
    entries: &[Spanned<T>],
    of: impl Fn(&T) -> (ClauseId, Option<&'static str>),
) -> impl Iterator<Item = Citation> {
    entries.iter().map(move |one| {
        let (clause, wanted) = of(one.get_ref());
        Citation { at: one.span().start, entry, clause, wanted }
    })
}

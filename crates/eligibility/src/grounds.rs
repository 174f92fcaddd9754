//! Why: the facts, the clauses they meet and what they do to which remedies, in the order of the law. The sentences
//! are in locales/*/verdict.ftl under `ground-<code>`; here are only codes and values. Nothing here decides.

mod reason;

pub(crate) use reason::Reason;

use crate::assess::proven_findings;
use crate::claim::Claim;
use crate::dates::{LastDay, LastDays};
use crate::outcomes::Outcomes;
use crate::policy::{Policy, SaleEffect};
use crate::rules::evidence::proven_wanting;
use crate::rules::period::tail_end;
use crate::rules::window::rolled;
use crate::space::Space;
use crate::verdict::{ClauseId, Effect, Ground, Need, Outcome};
use crate::world::Covered;
use chrono::NaiveDate;
use nightbench_calendar::Calendar;
use nightbench_domain::claim::{Finding, Remedy};
use nightbench_domain::unit::SaleKind;

/// What the grounds speak of.
pub(crate) struct Situation<'a> {
    pub(crate) policy: &'a Policy,
    pub(crate) calendar: &'a Calendar,
    pub(crate) claim: &'a Claim,
    pub(crate) space: &'a Space,
    pub(crate) days: &'a LastDays,
    pub(crate) outcomes: &'a Outcomes,
    pub(crate) excluded_by: &'a [ClauseId],
}

/// Everything but the paid repair: what an exclusion takes away.
const FREE_OF_CHARGE: [Remedy; 3] = [Remedy::Refund, Remedy::Exchange, Remedy::FreeRepair];
const WITH_A_WINDOW: [Remedy; 2] = [Remedy::Refund, Remedy::Exchange];
const REPAIRS: [Remedy; 2] = [Remedy::FreeRepair, Remedy::PaidRepair];

/// The grounds of a verdict, in the order in which the law reads.
pub(crate) fn grounds(situation: &Situation<'_>) -> Vec<Ground> {
    let mut list = Vec::new();
    sale(situation, &mut list);
    if situation.space.is_outside() {
        return list;
    }
    dates(situation, &mut list);
    period(situation, &mut list);
    windows(situation, &mut list);
    findings(situation, &mut list);
    evidence(situation, &mut list);
    open_facts(situation, &mut list);
    conclusions(situation, &mut list);
    list
}

/// The clauses that decided a remedy, or that name what it needs, in the order of the commitment.
pub(crate) fn deciding_clauses(
    situation: &Situation<'_>,
    grounds: &[Ground],
    remedy: Remedy,
) -> Vec<ClauseId> {
    let weighing = |effect: Effect| {
        let concerned =
            grounds.iter().filter(move |ground| ground.effect == effect && ground.remedies.contains(&remedy));
        concerned.map(|ground| ground.clause)
    };
    let own = match remedy {
        Remedy::Refund => "3.3",
        Remedy::Exchange => "3.2",
        Remedy::FreeRepair | Remedy::PaidRepair => "3.1",
    };
    let outcome = situation.outcomes.of(remedy).outcome;
    let mut clauses: Vec<ClauseId> = match (outcome, remedy) {
        (Outcome::Needs, _) => weighing(Effect::Open).collect(),
        (Outcome::Denied, _) => weighing(Effect::Against).collect(),
        (Outcome::Granted, Remedy::PaidRepair) => situation.excluded_by.to_vec(),
        (Outcome::Granted, Remedy::Refund | Remedy::Exchange | Remedy::FreeRepair) => Vec::new(),
    };
    if clauses.is_empty() || outcome == Outcome::Granted {
        clauses.push(ClauseId::cited(own));
    }
    clauses.sort_by_key(|clause| situation.policy.clauses.iter().position(|known| known.id == *clause));
    clauses.dedup();
    clauses
}

fn sale(situation: &Situation<'_>, list: &mut Vec<Ground>) {
    let Some(rule) = situation.claim.sale_kind.and_then(|kind| situation.policy.sale_rule(kind)) else {
        return;
    };
    let (against, remedies): (Reason, &[Remedy]) = match rule.effect {
        SaleEffect::Full => return,
        SaleEffect::NoReturnOrExchange => (Reason::SaleNoReturn, &WITH_A_WINDOW),
        SaleEffect::Outside if situation.space.is_outside() => (Reason::SaleOutside, &Remedy::ALL),
        SaleEffect::Outside => (Reason::SaleNoReturn, &WITH_A_WINDOW),
    };
    let kind = sale_kind_code(rule.kind);
    if rule.lifted_by.is_some_and(|term| situation.claim.terms.has(term)) {
        let remedies: &[Remedy] =
            if rule.effect == SaleEffect::Outside { &Remedy::ALL } else { &WITH_A_WINDOW };
        list.push(Reason::SaleLifted.ground(cite("0"), Effect::For, remedies, [("kind", kind)]));
    } else {
        list.push(against.ground(rule.clause, Effect::Against, remedies, [("kind", kind)]));
    }
}

fn dates(situation: &Situation<'_>, list: &mut Vec<Ground>) {
    let claim = situation.claim;
    let purchased = claim.purchase_date(situation.policy.choices);
    if let (Some(voucher), Some(contract), Some(taken)) = (claim.voucher_date, claim.contract_date, purchased)
        && voucher != contract
    {
        let args = [("voucher", voucher), ("contract", contract), ("taken", taken)];
        list.push(Reason::PurchaseDatesDiffer.dated(cite("2.N1"), Effect::For, &FREE_OF_CHARGE, args));
    }
    if let Some(starts_on) = claim.terms.period_starts_on {
        list.push(Reason::PeriodFromContract.dated(
            cite("0"),
            Effect::For,
            &FREE_OF_CHARGE,
            [("starts_on", starts_on)],
        ));
    }
    match (claim.claim_date, purchased) {
        (None, _) => list.push(Reason::ClaimDateMissing.ground(cite("2.1"), Effect::Open, &Remedy::ALL, [])),
        (Some(claimed), Some(purchased)) if claimed < purchased => {
            let args = [("claimed", claimed), ("purchased", purchased)];
            list.push(Reason::ClaimBeforePurchase.dated(cite("2.1"), Effect::Open, &Remedy::ALL, args));
        }
        (Some(_), Some(_) | None) => {}
    }
}

fn period(situation: &Situation<'_>, list: &mut Vec<Ground>) {
    let Situation { policy, calendar, claim, space, days, .. } = situation;
    let tail =
        tail_end(policy, claim, policy.choices).map(|end| rolled(calendar, claim, end, policy.choices).date);
    let end = days.cover.last_covered_day;
    let free = &[Remedy::FreeRepair];
    match (space.cover(), end) {
        (Some(Covered::Inside), _) if tail.is_some() && tail >= end && tail >= claim.claim_date => {
            let args = [("last_covered_day", tail.unwrap_or_default())];
            list.push(Reason::InTail.dated(cite("2.2"), Effect::For, free, args));
        }
        (Some(Covered::Inside), Some(end)) => {
            let clause = cite(if end_is_agreed(claim) { "0" } else { "2.T" });
            list.push(Reason::InWarranty.dated(clause, Effect::For, free, [("last_covered_day", end)]));
        }
        (Some(Covered::Inside), None) => {
            list.push(Reason::InWarrantyAnyway.ground(cite("2.T"), Effect::For, free, []));
        }
        (Some(Covered::Over), Some(end)) => {
            let args = [("last_covered_day", end)];
            list.push(Reason::WarrantyOver.dated(cite("5.1"), Effect::Against, &FREE_OF_CHARGE, args));
        }
        (Some(Covered::Over), None) => {
            list.push(Reason::WarrantyOverAnyway.ground(cite("5.1"), Effect::Against, &FREE_OF_CHARGE, []));
        }
        (Some(Covered::Blank), _) => {
            list.push(Reason::PeriodBlank.ground(cite("2.T"), Effect::Open, &REPAIRS, []));
        }
        (None, _) => {}
    }
}

fn end_is_agreed(claim: &Claim) -> bool {
    use nightbench_domain::claim::ClaimObject::{Part, Whole};
    match claim.claim_object {
        Some(Whole) => claim.terms.unit_months.is_some(),
        Some(Part) => claim.terms.part_months.is_some(),
        None => claim.terms.unit_months.is_some() && claim.terms.part_months.is_some(),
    }
}

fn windows(situation: &Situation<'_>, list: &mut Vec<Ground>) {
    let Some(claimed) = situation.claim.claim_date.filter(|_| situation.space.is_dated()) else { return };
    let refund = (
        Remedy::Refund,
        cite("3.3"),
        situation.days.refund,
        Reason::RefundWindowOpen,
        Reason::RefundWindowOver,
    );
    let exchange = (
        Remedy::Exchange,
        cite("3.2"),
        situation.days.exchange,
        Reason::ExchangeWindowOpen,
        Reason::ExchangeWindowOver,
    );
    for (remedy, clause, day, open, over) in [refund, exchange] {
        let Some(LastDay { nominal, reached }) = day else { continue };
        let args = [("last_day", reached.date)];
        if claimed <= reached.date {
            list.push(open.dated(clause, Effect::For, &[remedy], args));
        } else {
            list.push(over.dated(clause, Effect::Against, &[remedy], args));
        }
        if nominal != reached.date {
            let args = [("nominal", nominal), ("last_day", reached.date)];
            list.push(Reason::LastDayRolled.dated(cite("CC203"), Effect::For, &[remedy], args));
        }
    }
}

fn findings(situation: &Situation<'_>, list: &mut Vec<Ground>) {
    let Situation { policy, claim, space, .. } = situation;
    let Some(found) = &claim.findings else { return };
    if space.is_contradicted(claim) {
        list.push(Reason::FindingsContradict.ground(cite("1.1"), Effect::Open, &Remedy::ALL, []));
        return;
    }
    let is_defect_proven = found.contains(&Finding::Consumable) && claim.consumable_defect == Some(true);
    if found.contains(&Finding::ProductFault) {
        list.push(Reason::ProductFault.ground(cite("1.1"), Effect::For, &FREE_OF_CHARGE, []));
    }
    if is_defect_proven {
        list.push(Reason::ConsumableDefectProven.ground(cite("5.7"), Effect::For, &FREE_OF_CHARGE, []));
    }
    let is_beside_product_fault = found.contains(&Finding::ProductFault) || is_defect_proven;
    for (finding, clause) in proven_findings(policy, claim, space) {
        let is_user_caused =
            finding.and_then(|finding| policy.exclusion(finding)).is_some_and(|rule| rule.user_caused);
        let taken: &[Remedy] = match (is_beside_product_fault, is_user_caused) {
            (false, _) => &FREE_OF_CHARGE,
            (true, true) => &[Remedy::Refund],
            (true, false) => &[],
        };
        let reason = finding.map_or(Reason::NoFaultFound, Reason::of_finding);
        list.push(reason.ground(clause, Effect::Against, taken, []));
    }
}

fn evidence(situation: &Situation<'_>, list: &mut Vec<Ground>) {
    for wanting in proven_wanting(situation.claim, situation.policy.choices) {
        let Some(rule) = situation.policy.evidence_rule(wanting) else { continue };
        list.push(Reason::of_evidence(wanting).ground(rule.clause, Effect::Against, &FREE_OF_CHARGE, []));
    }
}

/// What is still open, and the known lacks that hold a remedy back.
fn open_facts(situation: &Situation<'_>, list: &mut Vec<Ground>) {
    let Situation { claim, space, outcomes, .. } = situation;
    for need in outcomes.needs().iter() {
        let reason = match need {
            Need::Consent if claim.consent == Some(false) => Reason::SentWithoutConsent,
            Need::Accessories if claim.accessories == Some(false) => Reason::AccessoriesIncomplete,
            Need::Review => Reason::UserCausedReview,
            // Said already, with the dates, the findings or the period.
            Need::Dates => continue,
            Need::Diagnosis if claim.findings.is_some() => continue,
            Need::Contract if space.cover() == Some(Covered::Blank) => continue,
            Need::Accessories
            | Need::AuthorisedSource
            | Need::ClaimObject
            | Need::Consent
            | Need::ConsumableDefect
            | Need::Contract
            | Need::Diagnosis
            | Need::ProductClass
            | Need::PurchaseDate
            | Need::PurchaseProof
            | Need::SaleKind
            | Need::SerialLabel
            | Need::SerialMatch
            | Need::WarrantyCertificate => Reason::Open(need),
        };
        let held: Vec<Remedy> =
            Remedy::ALL.into_iter().filter(|&remedy| outcomes.of(remedy).needs.contains(need)).collect();
        list.push(reason.ground(cite(clause_of(need)), Effect::Open, &held, []));
    }
}

/// The clause that makes a fact matter.
const fn clause_of(need: Need) -> &'static str {
    match need {
        Need::Accessories | Need::Review => "3.2",
        Need::Consent => "3.3",
        Need::ClaimObject | Need::Contract | Need::ProductClass => "2.T",
        Need::Dates | Need::PurchaseDate => "2.1",
        Need::SaleKind => "3.3.N",
        Need::Diagnosis => "1.1",
        Need::ConsumableDefect => "5.7",
        Need::WarrantyCertificate => "5.8a",
        Need::PurchaseProof => "5.8b",
        Need::SerialLabel => "5.8c",
        Need::SerialMatch => "5.8e",
        Need::AuthorisedSource => "5.12",
    }
}

fn cite(clause: &'static str) -> ClauseId {
    ClauseId::cited(clause)
}

/// What follows for the two repairs.
fn conclusions(situation: &Situation<'_>, list: &mut Vec<Ground>) {
    let outcome = |remedy: Remedy| situation.outcomes.of(remedy).outcome;
    if outcome(Remedy::FreeRepair) == Outcome::Granted {
        list.push(Reason::FreeRepairDue.ground(cite("3.1"), Effect::For, &[Remedy::FreeRepair], []));
        if situation.claim.terms.fee_inside_warranty {
            list.push(Reason::FeeAgreed.ground(cite("1.2"), Effect::Open, &[Remedy::FreeRepair], []));
        }
    }
    match outcome(Remedy::PaidRepair) {
        Outcome::Granted => {
            list.push(Reason::PaidRepairDue.ground(cite("3.1"), Effect::For, &[Remedy::PaidRepair], []));
        }
        Outcome::Denied => {
            list.push(Reason::NothingToPay.ground(cite("1.2"), Effect::Against, &[Remedy::PaidRepair], []));
        }
        Outcome::Needs => {}
    }
}

const fn sale_kind_code(kind: SaleKind) -> &'static str {
    match kind {
        SaleKind::Normal => "normal",
        SaleKind::SpecialPrice => "special_price",
        SaleKind::PrototypeSpecialPrice => "prototype_special_price",
        SaleKind::Borrowed => "borrowed",
    }
}

impl Reason {
    fn dated<const N: usize>(
        self,
        clause: ClauseId,
        effect: Effect,
        remedies: &[Remedy],
        args: [(&str, NaiveDate); N],
    ) -> Ground {
        let mut ground = self.ground(clause, effect, remedies, []);
        ground.args = args.into_iter().map(|(name, day)| (name.to_owned(), day.to_string())).collect();
        ground
    }

    fn ground<const N: usize>(
        self,
        clause: ClauseId,
        effect: Effect,
        remedies: &[Remedy],
        args: [(&str, &str); N],
    ) -> Ground {
        Ground {
            id: self.message_id(),
            clause,
            effect,
            remedies: remedies.to_vec(),
            args: args.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        }
    }
}

//! Where the claim lies in time: its dates, the warranty of what is claimed for, the days of refund and exchange.

use super::premise::{DATED, cover_facts, tail_facts, window_facts};
use super::{FREE_OF_CHARGE, REPAIRS, Reason, Situation, WITH_A_WINDOW};
use crate::claim::Claim;
use crate::dates::LastDay;
use crate::fact_name::{FactName, FactSet};
use crate::ground::{Effect, Ground};
use crate::proof::Premise;
use crate::remedy_set::RemedySet;
use crate::rules::period::tail_end;
use crate::rules::window::rolled;
use crate::world::Covered;
use chrono::NaiveDate;
use nightbench_domain::claim::{ClaimObject, Remedy};

pub(super) fn add_dates(situation: &Situation<'_>, list: &mut Vec<Ground>) {
    let claim = situation.claim;
    let purchased = claim.purchase_date(situation.policy.choices);
    let resting = resting_in_time(situation);
    if let (Some(voucher), Some(contract), Some(taken)) = (claim.voucher_date, claim.contract_date, purchased)
        && voucher != contract
    {
        list.push(
            Reason::PurchaseDatesDiffer
                .citing("2.N1", Effect::For, FREE_OF_CHARGE)
                .on(FactSet::of([FactName::VoucherDate, FactName::ContractDate]))
                .deciding(resting)
                .saying([
                    ("voucher", voucher.into()),
                    ("contract", contract.into()),
                    ("taken", taken.into()),
                ]),
        );
    }
    if let Some(starts_on) = claim.terms.period_starts_on {
        list.push(
            Reason::PeriodFromContract
                .citing("0", Effect::For, FREE_OF_CHARGE)
                .on(FactSet::of([FactName::ContractPeriodStart]))
                .deciding(resting.without(situation.proof.resting_on(Premise::Dated)))
                .saying([("starts_on", starts_on.into())]),
        );
    }
    let dated = situation.proof.resting_on(Premise::Dated);
    match (claim.claim_date, purchased) {
        (None, _) => list.push(
            Reason::ClaimDateMissing
                .citing("2.1", Effect::Open, RemedySet::ALL)
                .on(FactSet::of([FactName::ClaimDate]))
                .deciding(dated),
        ),
        (Some(claimed), Some(purchased)) if claimed < purchased => list.push(
            Reason::ClaimBeforePurchase
                .citing("2.1", Effect::Open, RemedySet::ALL)
                .on(DATED)
                .deciding(dated)
                .saying([("claimed", claimed.into()), ("purchased", purchased.into())]),
        ),
        (Some(claimed), _) if !dated.is_empty() => list.push(
            Reason::DatesInOrder
                .citing("2.1", Effect::For, dated)
                .on(DATED)
                .deciding(dated)
                .saying([("claimed", claimed.into())]),
        ),
        (Some(_), Some(_) | None) => {}
    }
}

/// The remedies whose outcome rests on anything that is measured from the purchase.
fn resting_in_time(situation: &Situation<'_>) -> RemedySet {
    [Premise::Dated, Premise::RefundWindow, Premise::ExchangeWindow, Premise::Cover]
        .into_iter()
        .fold(RemedySet::NONE, |set, premise| set.and(situation.proof.resting_on(premise)))
}

pub(super) fn add_period(situation: &Situation<'_>, list: &mut Vec<Ground>) {
    let Situation { policy, calendar, claim, space, days, .. } = situation;
    let mut decides = situation.proof.resting_on(Premise::Cover);
    let tail =
        tail_end(policy, claim, policy.choices).map(|end| rolled(calendar, claim, end, policy.choices).date);
    let is_in_tail = tail.is_some() && tail >= claim.claim_date;
    let end = days.cover.last_covered_day;
    let until = |day: NaiveDate| [("last_covered_day", day.into())];
    let free = RemedySet::of([Remedy::FreeRepair]);
    let ground = match (space.cover(), end, tail) {
        (Some(Covered::Inside), _, Some(tail)) if is_in_tail && Some(tail) >= end => {
            Reason::InTail.citing("2.2", Effect::For, free).on(tail_facts(situation)).saying(until(tail))
        }
        (Some(Covered::Inside), Some(end), _) => {
            let clause = if end_is_agreed(claim) { "0" } else { "2.T" };
            let facts = cover_facts(situation, &[Covered::Inside]);
            Reason::InWarranty.citing(clause, Effect::For, free).on(facts).saying(until(end))
        }
        (Some(Covered::Inside), None, _) => {
            let facts =
                if is_in_tail { tail_facts(situation) } else { cover_facts(situation, &[Covered::Inside]) };
            Reason::InWarrantyAnyway.citing("2.T", Effect::For, free).on(facts)
        }
        (Some(Covered::Over), Some(end), _) => Reason::WarrantyOver
            .citing("5.1", Effect::Against, FREE_OF_CHARGE)
            .on(cover_facts(situation, &[Covered::Over]))
            .saying(until(end)),
        (Some(Covered::Over), None, _) => Reason::WarrantyOverAnyway
            .citing("5.1", Effect::Against, FREE_OF_CHARGE)
            .on(cover_facts(situation, &[Covered::Over])),
        (Some(Covered::Blank), _, _) => {
            let facts = cover_facts(situation, &[Covered::Blank]);
            // A window asks only that the warranty is not over (reading 19).
            let windows = decides.only(WITH_A_WINDOW);
            if !windows.is_empty() {
                list.push(
                    Reason::WarrantyNotOver.citing("2.T", Effect::For, windows).on(facts).deciding(windows),
                );
            }
            decides = decides.only(REPAIRS);
            Reason::PeriodBlank.citing("2.T", Effect::Open, REPAIRS).on(facts)
        }
        (None, _, _) if decides.is_empty() => return,
        (None, _, _) => Reason::WarrantyNotOver
            .citing("2.T", Effect::For, decides)
            .on(cover_facts(situation, &[Covered::Inside, Covered::Blank])),
    };
    list.push(ground.deciding(decides));
}

fn end_is_agreed(claim: &Claim) -> bool {
    match claim.claim_object {
        Some(ClaimObject::Whole) => claim.terms.unit_months.is_some(),
        Some(ClaimObject::Part) => claim.terms.part_months.is_some(),
        None => claim.terms.unit_months.is_some() && claim.terms.part_months.is_some(),
    }
}

pub(super) fn add_windows(situation: &Situation<'_>, list: &mut Vec<Ground>) {
    let Some(claimed) = situation.claim.claim_date.filter(|_| situation.space.is_dated()) else { return };
    let windows = [
        (
            Remedy::Refund,
            ("3.3", situation.days.refund, Premise::RefundWindow),
            (Reason::RefundWindowOpen, Reason::RefundWindowOver),
        ),
        (
            Remedy::Exchange,
            ("3.2", situation.days.exchange, Premise::ExchangeWindow),
            (Reason::ExchangeWindowOpen, Reason::ExchangeWindowOver),
        ),
    ];
    for (remedy, (clause, day, premise), (open, over)) in windows {
        let Some(LastDay { nominal, reached }) = day else { continue };
        let own = RemedySet::of([remedy]);
        let decides = situation.proof.resting_on(premise);
        let ground = if claimed <= reached.date {
            open.citing(clause, Effect::For, own)
        } else {
            over.citing(clause, Effect::Against, own)
        };
        list.push(
            ground
                .on(window_facts(situation, remedy, nominal))
                .deciding(decides)
                .saying([("last_day", reached.date.into())]),
        );
        if nominal != reached.date {
            let is_decisive = nominal < claimed && claimed <= reached.date;
            list.push(
                Reason::LastDayRolled
                    .citing("CC203", Effect::For, own)
                    .on(FactSet::of([FactName::Counting]))
                    .deciding(if is_decisive { decides } else { RemedySet::NONE })
                    .saying([("nominal", nominal.into()), ("last_day", reached.date.into())]),
            );
        }
    }
}

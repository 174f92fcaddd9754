//! Which facts the premises in time come from. A fact is left out where no value of it would matter: the product class
//! in a month in which every class is covered, the way of counting where no rest day is in question.

use super::Situation;
use crate::fact_name::{FactName, FactSet};
use crate::policy::reading::Reading;
use crate::rules::period::{base_months, fewest_months_reaching, nominal_end, tail_end};
use crate::rules::window::{earliest_sufficient, rolls};
use crate::world::Covered;
use chrono::NaiveDate;
use nightbench_domain::claim::{ClaimObject, Remedy};
use nightbench_domain::unit::ProductClass;
use std::ops::Range;

/// What says that a claim is not before the purchase.
pub(super) const DATED: FactSet =
    FactSet::of([FactName::ClaimDate, FactName::VoucherDate, FactName::ContractDate]);

const FROM_START: FactSet = DATED.and(FactSet::of([FactName::ContractPeriodStart]));

/// What a window of refund or exchange rests on.
pub(super) fn window_facts(situation: &Situation<'_>, remedy: Remedy, nominal: NaiveDate) -> FactSet {
    let days = match remedy {
        Remedy::Refund => FactName::ContractReturnDays,
        Remedy::Exchange | Remedy::FreeRepair | Remedy::PaidRepair => FactName::ContractExchangeDays,
    };
    let may_restart = situation.policy.choices.is_alternative(Reading::WindowsAfterExchange);
    FROM_START
        .and(FactSet::of([days]))
        .and_if(is_counting_decisive(situation, nominal), FactName::Counting)
        .and_if(may_restart, FactName::PriorRepairs)
}

/// What the cover of 2.2 after an earlier repair rests on.
pub(super) fn tail_facts(situation: &Situation<'_>) -> FactSet {
    let tail = tail_end(situation.policy, situation.claim, situation.policy.choices);
    let is_counting = tail.is_some_and(|end| is_counting_decisive(situation, end));
    DATED.and(FactSet::of([FactName::PriorRepairs])).and_if(is_counting, FactName::Counting)
}

/// What it rests on that the base period stands like this, and no other way.
pub(super) fn cover_facts(situation: &Situation<'_>, stands: &[Covered]) -> FactSet {
    let Situation { policy, calendar, claim, .. } = situation;
    let choices = policy.choices;
    let whole_time = FROM_START.and_if(!stands.contains(&Covered::Inside), FactName::PriorRepairs);
    let start = claim.terms.period_starts_on.or_else(|| claim.purchase_date(choices));
    let (Some(start), Some(claimed)) = (start, claim.claim_date) else {
        // Without a start the period itself is not known; everything that could tell is kept.
        return whole_time
            .and(FactSet::of([FactName::Counting]))
            .and(months_facts(None))
            .and_if(claim.product_class.is_some(), FactName::ProductClass)
            .and_if(claim.claim_object.is_some(), FactName::ClaimObject);
    };
    let earliest = earliest_sufficient(calendar, claimed, rolls(claim, choices));
    let reaching = fewest_months_reaching(start, earliest, choices);
    let does_stand = |classes: &[ProductClass], objects: &[ClaimObject]| {
        let mut items = classes.iter().flat_map(|&class| objects.iter().map(move |&object| (class, object)));
        items.all(|(class, object)| {
            stands.contains(&match base_months(policy, claim, class, object, choices) {
                None => Covered::Blank,
                Some(months) if months >= reaching => Covered::Inside,
                Some(_) => Covered::Over,
            })
        })
    };
    const OBJECTS: [ClaimObject; 2] = [ClaimObject::Whole, ClaimObject::Part];
    let objects = claim.claim_object.as_ref().map_or(&OBJECTS[..], std::slice::from_ref);
    let class = claim.product_class.filter(|_| !does_stand(&ProductClass::ALL, objects));
    let classes = class.as_ref().map_or(&ProductClass::ALL[..], std::slice::from_ref);
    let object = claim.claim_object.filter(|_| !does_stand(classes, &OBJECTS));
    let objects = object.as_ref().map_or(&OBJECTS[..], std::slice::from_ref);
    let tail = tail_end(policy, claim, choices).filter(|_| !stands.contains(&Covered::Inside));
    let is_counting = rolled_days(situation).is_some_and(|days| {
        let end = |class: ProductClass, object: ClaimObject| {
            base_months(policy, claim, class, object, choices)
                .map(|months| nominal_end(start, months, choices))
        };
        let ends =
            classes.iter().flat_map(|&class| objects.iter().filter_map(move |&object| end(class, object)));
        ends.chain(tail).any(|end| days.contains(&end))
    });
    whole_time
        .and(months_facts(object))
        .and_if(class.is_some(), FactName::ProductClass)
        .and_if(object.is_some(), FactName::ClaimObject)
        .and_if(is_counting, FactName::Counting)
}

/// The months that the contract may state for what is claimed for, or for both where it is not said.
const fn months_facts(object: Option<ClaimObject>) -> FactSet {
    match object {
        Some(ClaimObject::Whole) => FactSet::of([FactName::ContractUnitMonths]),
        Some(ClaimObject::Part) => FactSet::of([FactName::ContractPartMonths]),
        None => FactSet::of([FactName::ContractUnitMonths, FactName::ContractPartMonths]),
    }
}

/// The nominal last days that include the claim by the roll over rest days alone (reading 4); mostly there is none.
fn rolled_days(situation: &Situation<'_>) -> Option<Range<NaiveDate>> {
    let claimed = situation.claim.claim_date?;
    let earliest = situation.calendar.earliest_rolling_to(claimed);
    let is_roll_read = !situation.policy.choices.is_alternative(Reading::LastDayOnRestDay);
    (is_roll_read && earliest < claimed).then_some(earliest..claimed)
}

/// Whether it is the roll alone that makes a last day include the claim.
fn is_counting_decisive(situation: &Situation<'_>, nominal: NaiveDate) -> bool {
    rolled_days(situation).is_some_and(|days| days.contains(&nominal))
}

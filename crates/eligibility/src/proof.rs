//! What an outcome rests on: the premises of a claim that are enough for it. A proof is found by leaving premises out
//! as long as the outcome stays the same whatever is put in their place, so that none is left which is not needed.
//!
//! It asks the same table as the outcome (table.rs) and decides nothing. Which facts a premise comes from is
//! said in grounds/premise.rs.

use crate::outcomes::{Outcomes, RemedyOutcome};
use crate::policy::reading::{Choices, Reading};
use crate::remedy_set::RemedySet;
use crate::table::{Holding, Possible, Sure, values_of};
use crate::verdict::{Need, Outcome};
use crate::world::{Axis, Covered, Diagnosis, Lack, Ruling, Standing, Time};
use nightbench_domain::claim::Remedy;

/// What an outcome can rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Premise {
    /// How far the policy applies to goods sold like these.
    Standing,
    /// That the claim has a date, and it is not before the purchase.
    Dated,
    RefundWindow,
    ExchangeWindow,
    Cover,
    Diagnosis,
    Evidence,
    Accessories,
    Consent,
}

impl Premise {
    /// In the order in which a proof tries to do without them: what can be put right first, what nobody can change
    /// last. Where one of several is enough, the proof therefore keeps the one that stands firmest.
    const LEFT_OUT_FIRST: [Self; 9] = [
        Self::Consent,
        Self::Accessories,
        Self::Diagnosis,
        Self::Evidence,
        Self::Cover,
        Self::ExchangeWindow,
        Self::RefundWindow,
        Self::Dated,
        Self::Standing,
    ];
}

/// Some of the premises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Premises(u16);

impl Premises {
    const NONE: Self = Self(0);
    const ALL: Self = Self((1 << Premise::LEFT_OUT_FIRST.len()) - 1);
    /// What says nothing without a date.
    const IN_TIME: Self = Self(
        1 << Premise::RefundWindow as u16 | 1 << Premise::ExchangeWindow as u16 | 1 << Premise::Cover as u16,
    );

    const fn contains(self, premise: Premise) -> bool {
        self.0 >> premise as u16 & 1 == 1
    }

    const fn without(self, premise: Premise) -> Self {
        Self(self.0 & !(1 << premise as u16))
    }

    const fn is_in_time(self) -> bool {
        self.0 & Self::IN_TIME.0 != 0
    }
}

/// The proofs of a claim's outcomes. A remedy whose outcome is open has none.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Proof {
    by_remedy: [Premises; 4],
}

impl Proof {
    /// Finds them, by where the rulings of a pack hold and its choices of readings.
    pub(crate) fn of(holding: &Holding, choices: Choices, possible: &Possible, outcomes: &Outcomes) -> Self {
        let every_standing = every_standing(choices);
        let worlds = possible.inner();
        let by_remedy = Remedy::ALL.map(|remedy| {
            // Open outcomes have no proof, nor has a need that is open and not a known lack.
            let sure = definite(outcomes.of(remedy))
                .map(|ruling| holding.ruling(remedy, ruling))
                .filter(|sure| sure.holds(possible.time, possible.standing, worlds));
            sure.map_or(Premises::NONE, |sure| needed(possible, every_standing, sure))
        });
        Self { by_remedy }
    }

    /// The remedies whose outcome rests on a premise.
    pub(crate) fn resting_on(&self, premise: Premise) -> RemedySet {
        let rests = |(_, premises): &(Remedy, &Premises)| premises.contains(premise);
        Remedy::ALL.into_iter().zip(&self.by_remedy).filter(rests).map(|(remedy, _)| remedy).collect()
    }
}

/// The premises that are left when all are left out that can be, one after the other. What is wholly unknown is none.
fn needed(possible: &Possible, every_standing: u16, sure: Sure<'_>) -> Premises {
    let (mut kept, mut left, mut worlds) = (Premises::ALL, *possible, possible.inner());
    for premise in Premise::LEFT_OUT_FIRST {
        let fewer = kept.without(premise);
        let (axis, every) = match premise {
            Premise::Standing => (Axis::Standing, every_standing),
            Premise::Diagnosis => (Axis::Diagnosis, EVERY_DIAGNOSIS),
            Premise::Evidence => (Axis::Evidence, 0b11),
            Premise::Accessories => (Axis::Accessories, 0b11),
            Premise::Consent => (Axis::Consent, 0b11),
            Premise::Dated | Premise::RefundWindow | Premise::ExchangeWindow | Premise::Cover => {
                (Axis::Time, times_left(possible.time, fewer))
            }
        };
        let known = left.on(axis);
        let more = every & !known;
        let added = left.with(axis, more);
        let added_worlds = match axis {
            Axis::Time | Axis::Standing => worlds,
            Axis::Diagnosis | Axis::Evidence | Axis::Accessories | Axis::Consent => added.inner(),
        };
        // What was possible before is sure already.
        if more == 0 || sure.holds(added.time, added.standing, added_worlds) {
            (kept, left, worlds) = (fewer, left.with(axis, known | every), worlds | added_worlds);
        }
    }
    kept
}

/// The ruling behind an outcome, if it is that of every completion; for a need, the lack it would then be.
fn definite(found: RemedyOutcome) -> Option<Ruling> {
    match found.outcome {
        Outcome::Granted => Some(Ruling::Granted),
        Outcome::Denied => Some(Ruling::Denied),
        Outcome::Needs => {
            let mut needs = found.needs.iter();
            let (first, second) = (needs.next()?, needs.next());
            second.is_none().then(|| lack(first)).flatten().map(Ruling::Lacks)
        }
    }
}

const fn lack(need: Need) -> Option<Lack> {
    match need {
        Need::Dates => Some(Lack::Dates),
        Need::Review => Some(Lack::Review),
        Need::Contract => Some(Lack::Contract),
        Need::Consent => Some(Lack::Consent),
        Need::Accessories => Some(Lack::Accessories),
        Need::Diagnosis => Some(Lack::Diagnosis),
        Need::AuthorisedSource
        | Need::ClaimObject
        | Need::ConsumableDefect
        | Need::ProductClass
        | Need::PurchaseDate
        | Need::PurchaseProof
        | Need::SaleKind
        | Need::SerialLabel
        | Need::SerialMatch
        | Need::WarrantyCertificate => None,
    }
}

/// The values on the axis of the diagnosis that facts can lead to. A contradictory one is none: it comes to what every
/// diagnosis agrees on.
const EVERY_DIAGNOSIS: u16 = {
    let (mut every, mut at) = (0, 0);
    while at < Diagnosis::POSSIBLE.len() {
        #[allow(clippy::indexing_slicing, reason = "at < the length; iterators are not const")]
        let one = Diagnosis::POSSIBLE[at];
        every |= 1 << one.value();
        at += 1;
    }
    every
};

/// The same on the axis of the standing, under a pack's choices of readings.
const fn every_standing(choices: Choices) -> u16 {
    let no_return = if choices.is_alternative(Reading::SpecialPriceBar) {
        Standing::NoRefund
    } else {
        Standing::NoRefundOrExchange
    };
    let mut every = alone(Standing::Full) | alone(no_return);
    if !choices.is_alternative(Reading::PrototypesAndBorrowed) {
        every |= alone(Standing::Outside);
    }
    if choices.is_alternative(Reading::ContractNotSeen) {
        every |= alone(Standing::ContractUnseen);
    }
    every
}

const fn alone(standing: Standing) -> u16 {
    1 << standing.value()
}

const EVERY_TIME: u16 = (1 << Axis::Time.size()) - 1;
const UNDATED: u16 = 1 << Time::Undated.value();

/// The times that are like one in the windows and the cover that are kept, or in being dated.
fn like(time: Time, kept: Premises) -> u16 {
    let Time::At { in_refund_window, in_exchange_window, cover } = time else { return UNDATED };
    let mut like = EVERY_TIME & !UNDATED;
    if kept.contains(Premise::RefundWindow) {
        like &= if in_refund_window { IN_REFUND_WINDOW } else { !IN_REFUND_WINDOW };
    }
    if kept.contains(Premise::ExchangeWindow) {
        like &= if in_exchange_window { IN_EXCHANGE_WINDOW } else { !IN_EXCHANGE_WINDOW };
    }
    if kept.contains(Premise::Cover) {
        like &= match cover {
            Covered::Inside => INSIDE,
            Covered::Over => OVER,
            Covered::Blank => BLANK,
        };
    }
    like
}

/// The times that are like a possible one in everything that is kept.
fn times_left(possible: u16, kept: Premises) -> u16 {
    if !kept.contains(Premise::Dated) && !kept.is_in_time() {
        return EVERY_TIME;
    }
    values_of(possible).fold(0, |times, time| times | like(Time::at(time), kept))
}

const INSIDE: u16 = with_cover(Covered::Inside);
const OVER: u16 = with_cover(Covered::Over);
const BLANK: u16 = with_cover(Covered::Blank);
const IN_REFUND_WINDOW: u16 = in_windows(true, false) | in_windows(true, true);
const IN_EXCHANGE_WINDOW: u16 = in_windows(false, true) | in_windows(true, true);

/// The times at which the warranty stands like this, in whatever windows.
const fn with_cover(cover: Covered) -> u16 {
    at(false, false, cover) | at(true, false, cover) | at(false, true, cover) | at(true, true, cover)
}

/// The times in these windows, wherever the warranty stands.
const fn in_windows(refund: bool, exchange: bool) -> u16 {
    at(refund, exchange, Covered::Inside)
        | at(refund, exchange, Covered::Over)
        | at(refund, exchange, Covered::Blank)
}

const fn at(in_refund_window: bool, in_exchange_window: bool, cover: Covered) -> u16 {
    1 << Time::At { in_refund_window, in_exchange_window, cover }.value()
}

#[cfg(test)]
mod tests {
    use super::{EVERY_TIME, Premise, Premises, like};
    use crate::table::values_of;
    use crate::world::Time;

    /// Whether two times agree in what a premise says.
    fn agree(premise: Premise, one: Time, other: Time) -> bool {
        let (
            Time::At { in_refund_window: refund, in_exchange_window: exchange, cover },
            Time::At { in_refund_window, in_exchange_window, cover: other_cover },
        ) = (one, other)
        else {
            return one.value() == other.value();
        };
        match premise {
            Premise::RefundWindow => refund == in_refund_window,
            Premise::ExchangeWindow => exchange == in_exchange_window,
            Premise::Cover => cover == other_cover,
            Premise::Standing
            | Premise::Dated
            | Premise::Diagnosis
            | Premise::Evidence
            | Premise::Accessories
            | Premise::Consent => true,
        }
    }

    #[test]
    fn times_are_alike_in_each_window_and_in_the_cover() {
        for premise in [Premise::RefundWindow, Premise::ExchangeWindow, Premise::Cover, Premise::Dated] {
            let kept = Premises(1 << premise as u16);
            for one in values_of(EVERY_TIME).map(Time::at) {
                for other in values_of(EVERY_TIME).map(Time::at) {
                    let is_like = like(one, kept) >> other.value() & 1 == 1;
                    assert_eq!(is_like, agree(premise, one, other), "{premise:?}: {one:?}, {other:?}");
                }
            }
        }
    }
}

//! What an outcome rests on: the premises of a claim that are enough for it. A proof is found by leaving premises out
//! as long as the outcome stays the same whatever is put in their place, so that none is left which is not needed.
//!
//! It asks the same rules as the outcome (rules/remedy.rs) and decides nothing. Which facts a premise comes from is
//! said in grounds/premise.rs.

use crate::outcomes::{Outcomes, RemedyOutcome};
use crate::policy::reading::{Choices, Reading};
use crate::remedy_set::RemedySet;
use crate::rules::remedy::rule;
use crate::table::{Possible, values_of};
use crate::verdict::{Need, Outcome};
use crate::world::{Axis, Diagnosis, Lack, Ruling, Standing, Time, World};
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
    /// Finds them.
    pub(crate) fn of(sureties: &Sureties, possible: &Possible, outcomes: &Outcomes) -> Self {
        let everything = sureties.left(possible, Premises::ALL);
        let by_remedy = Remedy::ALL.map(|remedy| {
            let Some(ruling) = definite(outcomes.of(remedy)) else { return Premises(0) };
            if !sureties.is_sure(remedy, ruling, &everything) {
                // A need that is open and not a known lack.
                return Premises(0);
            }
            let proof = Premise::LEFT_OUT_FIRST.into_iter().fold(everything, |left, premise| {
                let fewer = sureties.without(left, premise, possible);
                if fewer.is_like(&left) || sureties.is_sure(remedy, ruling, &fewer) { fewer } else { left }
            });
            proof.kept
        });
        Self { by_remedy }
    }

    /// The remedies whose outcome rests on a premise.
    pub(crate) fn resting_on(&self, premise: Premise) -> RemedySet {
        let rests = |(_, premises): &(Remedy, &Premises)| premises.contains(premise);
        Remedy::ALL.into_iter().zip(&self.by_remedy).filter(rests).map(|(remedy, _)| remedy).collect()
    }
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

/// For every value of the axes other than time, and for leaving them out, the times at which each remedy is sure to come
/// to each ruling. Worked out once for a pack.
pub(crate) struct Sureties {
    /// By [`place`]; bit n for time n.
    times: Vec<[[u16; RULINGS]; 4]>,
    /// The values that facts can lead to on each of [`AXES`].
    every: [u16; AXES.len()],
    /// For each time those that are alike: dated too, then in the same refund window, exchange window and cover.
    alike: Vec<[u16; 4]>,
}

/// Granted, denied and the six lacks.
const RULINGS: usize = 8;
const AXES: [Axis; 5] = [Axis::Standing, Axis::Diagnosis, Axis::Evidence, Axis::Accessories, Axis::Consent];
const EVERY_TIME: u16 = (1 << Axis::Time.size()) - 1;

/// A value on each of [`AXES`]; None stands for every value at once.
type Others = [Option<usize>; AXES.len()];

impl Sureties {
    /// Under a pack's choices of readings.
    pub(crate) fn new(choices: Choices) -> Self {
        let every = AXES.map(|axis| every_value(axis, choices));
        let mut all = vec![[None; AXES.len()]];
        for (at, axis) in AXES.into_iter().enumerate() {
            all = all.into_iter().flat_map(|others| with_each_value(others, at, axis)).collect();
        }
        // What stands for every value is worked out from places that leave out one axis less.
        all.sort_by_key(|others| others.iter().filter(|value| value.is_none()).count());
        let places = AXES.into_iter().map(|axis| axis.size() + 1).product();
        let mut sureties = Self { times: vec![[[0; RULINGS]; 4]; places], every, alike: alike() };
        for others in all {
            let sure = sureties.sure(others, choices);
            if let Some(entry) = sureties.times.get_mut(place(others)) {
                *entry = sure;
            }
        }
        sureties
    }

    fn sure(&self, others: Others, choices: Choices) -> [[u16; RULINGS]; 4] {
        let left_out = others.iter().position(Option::is_none);
        let Some((at, &every)) = left_out.and_then(|at| Some((at, self.every.get(at)?))) else {
            return at_values(others, choices);
        };
        let mut sure = [[EVERY_TIME; RULINGS]; 4];
        for value in values_of(every) {
            let filled = self.at(with_value(others, at, value));
            for (times, there) in sure.as_flattened_mut().iter_mut().zip(filled.as_flattened()) {
                *times &= there;
            }
        }
        sure
    }

    /// Whether a remedy comes to a ruling in every world that is left.
    fn is_sure(&self, remedy: Remedy, ruling: Ruling, left: &Left) -> bool {
        let is_sure_at = |place: usize| {
            let by_ruling = self.times.get(place).and_then(|by_remedy| by_remedy.get(remedy as usize));
            let sure = by_ruling.and_then(|by_ruling| by_ruling.get(code(ruling)));
            sure.is_some_and(|sure| left.times & !sure == 0)
        };
        let [standings, diagnoses, evidences, accessories, consents] = left.others;
        // The place of the values so far, as `place` has it for all of them.
        let on = |axis: Axis, place: usize, value: Option<usize>| {
            place * (axis.size() + 1) + value.unwrap_or(axis.size())
        };
        standings.into_iter().map(|value| on(Axis::Standing, 0, value)).all(|place| {
            diagnoses.into_iter().map(|value| on(Axis::Diagnosis, place, value)).all(|place| {
                evidences.into_iter().map(|value| on(Axis::Evidence, place, value)).all(|place| {
                    accessories.into_iter().map(|value| on(Axis::Accessories, place, value)).all(|place| {
                        consents.into_iter().all(|value| is_sure_at(on(Axis::Consent, place, value)))
                    })
                })
            })
        })
    }

    /// On each axis the values that are possible, or all at once where its premise is left out. What is wholly unknown
    /// is no premise.
    fn left(&self, possible: &Possible, kept: Premises) -> Left {
        let mut others = [Values(None); AXES.len()];
        for (values, (axis, every)) in others.iter_mut().zip(AXES.into_iter().zip(self.every)) {
            let known = possible.on(axis);
            if known != every {
                *values = Values(Some(known));
            }
        }
        Left { kept, times: self.times_left(possible.time, kept), others }
    }

    /// What is left when one premise less is kept.
    fn without(&self, left: Left, premise: Premise, possible: &Possible) -> Left {
        let kept = left.kept.without(premise);
        let [standing, diagnosis, evidence, accessories, consent] = left.others;
        let every = Values(None);
        let (times, others) = match premise {
            Premise::Standing => (left.times, [every, diagnosis, evidence, accessories, consent]),
            Premise::Diagnosis => (left.times, [standing, every, evidence, accessories, consent]),
            Premise::Evidence => (left.times, [standing, diagnosis, every, accessories, consent]),
            Premise::Accessories => (left.times, [standing, diagnosis, evidence, every, consent]),
            Premise::Consent => (left.times, [standing, diagnosis, evidence, accessories, every]),
            Premise::Dated | Premise::RefundWindow | Premise::ExchangeWindow | Premise::Cover => {
                (self.times_left(possible.time, kept), left.others)
            }
        };
        Left { kept, times, others }
    }

    /// The times that are like a possible one in everything that is kept.
    fn times_left(&self, possible: u16, kept: Premises) -> u16 {
        if !kept.contains(Premise::Dated) && !kept.is_in_time() {
            return EVERY_TIME;
        }
        const WINDOWS: [Premise; 3] = [Premise::RefundWindow, Premise::ExchangeWindow, Premise::Cover];
        let like = |&[dated, windows @ ..]: &[u16; 4]| {
            let kept_windows = WINDOWS.into_iter().zip(windows).filter(|(window, _)| kept.contains(*window));
            kept_windows.fold(dated, |alike, (_, same)| alike & same)
        };
        values_of(possible)
            .filter_map(|time| self.alike.get(time))
            .fold(0, |times, alike| times | like(alike))
    }

    fn at(&self, others: Others) -> [[u16; RULINGS]; 4] {
        // INVARIANT: every place is below the product of the sizes.
        self.times.get(place(others)).copied().unwrap_or_default()
    }
}

/// What is left possible on the premises that are kept.
#[derive(Clone, Copy)]
struct Left {
    kept: Premises,
    times: u16,
    others: [Values; AXES.len()],
}

impl Left {
    /// Whether the same is possible, so that the same is sure.
    fn is_like(&self, other: &Self) -> bool {
        self.times == other.times && self.others == other.others
    }
}

/// The values of an axis, or None once for every value at once.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Values(Option<u16>);

impl IntoIterator for Values {
    type Item = Option<usize>;
    type IntoIter = ValuesIter;

    fn into_iter(self) -> ValuesIter {
        match self.0 {
            Some(bits) => ValuesIter { bits, is_every: false },
            None => ValuesIter { bits: 0, is_every: true },
        }
    }
}

struct ValuesIter {
    bits: u16,
    is_every: bool,
}

impl Iterator for ValuesIter {
    type Item = Option<usize>;

    fn next(&mut self) -> Option<Option<usize>> {
        if self.is_every {
            self.is_every = false;
            return Some(None);
        }
        let value = self.bits.trailing_zeros() as usize;
        (self.bits != 0).then(|| {
            self.bits &= self.bits - 1;
            Some(value)
        })
    }
}

/// The place of values in the list of all.
fn place(others: Others) -> usize {
    let by_axis = AXES.into_iter().zip(others);
    by_axis.fold(0, |place, (axis, value)| place * (axis.size() + 1) + value.unwrap_or(axis.size()))
}

fn with_value(mut others: Others, at: usize, value: usize) -> Others {
    if let Some(place) = others.get_mut(at) {
        *place = Some(value);
    }
    others
}

fn with_each_value(others: Others, at: usize, axis: Axis) -> Vec<Others> {
    let mut all = vec![others];
    all.extend((0..axis.size()).map(|value| with_value(others, at, value)));
    all
}

/// The times at which each remedy comes to each ruling where everything else is known.
fn at_values(others: Others, choices: Choices) -> [[u16; RULINGS]; 4] {
    let by_axis = AXES.into_iter().zip(others);
    let index: usize = by_axis.map(|(axis, value)| value.unwrap_or_default() * axis.stride()).sum();
    let mut times = [[0; RULINGS]; 4];
    for time in values_of(EVERY_TIME) {
        let rulings = rule(&World::at(index + time * Axis::Time.stride()), choices);
        for (remedy, by_ruling) in Remedy::ALL.into_iter().zip(&mut times) {
            if let Some(times) = by_ruling.get_mut(code(rulings.of(remedy))) {
                *times |= 1 << time;
            }
        }
    }
    times
}

/// The values that facts can lead to. A contradictory diagnosis is none: it comes to what every diagnosis agrees on.
fn every_value(axis: Axis, choices: Choices) -> u16 {
    let bits = |values: &[usize]| values.iter().fold(0, |bits, value| bits | 1 << value);
    match axis {
        Axis::Time => EVERY_TIME,
        Axis::Standing => {
            let no_return = if choices.is_alternative(Reading::SpecialPriceBar) {
                Standing::NoRefund
            } else {
                Standing::NoRefundOrExchange
            };
            let mut every = vec![Standing::Full.value(), no_return.value()];
            if !choices.is_alternative(Reading::PrototypesAndBorrowed) {
                every.push(Standing::Outside.value());
            }
            if choices.is_alternative(Reading::ContractNotSeen) {
                every.push(Standing::ContractUnseen.value());
            }
            bits(&every)
        }
        Axis::Diagnosis => bits(&Diagnosis::POSSIBLE.map(Diagnosis::value)),
        Axis::Evidence | Axis::Accessories | Axis::Consent => 0b11,
    }
}

/// For each time those that share its being dated, its refund window, its exchange window and its cover.
fn alike() -> Vec<[u16; 4]> {
    let time = |value: usize| World::at(value * Axis::Time.stride()).time;
    let those = |is_alike: &dyn Fn(Time) -> bool| {
        values_of(EVERY_TIME).filter(|&other| is_alike(time(other))).fold(0, |bits, other| bits | 1 << other)
    };
    let alike = values_of(EVERY_TIME).map(|value| match time(value) {
        Time::Undated => [those(&|other| other == Time::Undated); 4],
        Time::At { in_refund_window: refund, in_exchange_window: exchange, cover: own } => [
            those(&|other| other != Time::Undated),
            those(&|other| matches!(other, Time::At { in_refund_window, .. } if in_refund_window == refund)),
            those(&|other| matches!(other, Time::At { in_exchange_window, .. } if in_exchange_window == exchange)),
            those(&|other| matches!(other, Time::At { cover, .. } if cover == own)),
        ],
    });
    alike.collect()
}

const fn code(ruling: Ruling) -> usize {
    match ruling {
        Ruling::Granted => 0,
        Ruling::Denied => 1,
        Ruling::Lacks(Lack::Dates) => 2,
        Ruling::Lacks(Lack::Review) => 3,
        Ruling::Lacks(Lack::Contract) => 4,
        Ruling::Lacks(Lack::Consent) => 5,
        Ruling::Lacks(Lack::Accessories) => 6,
        Ruling::Lacks(Lack::Diagnosis) => 7,
    }
}

//! Which worlds an incomplete claim may be, and which unknown fact each difference between them comes from. This is
//! the exact completion: an outcome is definite when it is the same in all of them, and a fact is pivotal when, in some
//! completion of the other unknowns, changing it changes the outcome.
//!
//! It stays small because the unknowns are independent but for three: class, object and purchase date together place
//! the claim in time. All others act on an axis of their own.

use crate::claim::Claim;
use crate::outcomes::{NeedSet, Outcomes, RemedyOutcome};
use crate::policy::Policy;
use crate::policy::reading::Choices;
use crate::rules::evidence::{EvidenceSeen, PIECES, known_piece};
use crate::rules::findings::diagnosis;
use crate::rules::period::{base_months, nominal_end, tail_end};
use crate::rules::scope::standing;
use crate::rules::window::{earliest_sufficient, exchange_nominal, refund_nominal, rolls};
use crate::table::{Possible, Table, values_of};
use crate::verdict::{Need, Outcome};
use crate::world::{Axis, Covered, Diagnosis, Lack, RemedySet, Ruling, Standing, Time};
use chrono::{Days, NaiveDate};
use nightbench_calendar::Calendar;
use nightbench_domain::claim::{ClaimObject, Finding};
use nightbench_domain::unit::{ProductClass, SaleKind};

/// The possible worlds of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Space {
    pub(crate) possible: Possible,
    /// Every completion of class, object and purchase date, the last as a stretch of dates that the rules cannot tell
    /// apart; empty for an undated claim.
    moments: Vec<Moment>,
    /// What the differences on the axis of the diagnosis come from.
    diagnosis_need: Need,
    /// For each piece of evidence in the order of [`PIECES`].
    pieces: [Piece; PIECES.len()],
}

/// One completion of the facts that place a claim in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    class: ProductClass,
    object: ClaimObject,
    stretch: usize,
    pub(crate) time: Time,
}

/// What a piece of evidence can still do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Piece {
    /// It is unknown, and in some completion of the others it decides whether evidence is wanting.
    decides: bool,
    /// The values of the evidence axis if the piece is wanting, and if it is good.
    if_wanting: u16,
    if_good: u16,
}

impl Space {
    pub(crate) fn of(policy: &Policy, calendar: &Calendar, claim: &Claim, choices: Choices) -> Self {
        let moments = moments(policy, calendar, claim, choices);
        let time = if moments.is_empty() {
            1 << Time::Undated.value()
        } else {
            moments.iter().fold(0, |bits, moment| bits | 1 << moment.time.value())
        };
        let kinds = claim.sale_kind.as_ref().map_or(&SaleKind::ALL[..], std::slice::from_ref);
        let standing =
            kinds.iter().fold(0, |bits, &kind| bits | 1 << standing(policy, claim, kind, choices).value());
        let (diagnosis, diagnosis_need) = diagnoses(policy, claim);
        let (evidence, pieces) = evidence(claim, choices);
        let possible = Possible {
            time,
            standing,
            diagnosis,
            evidence,
            accessories: values_of_answer(claim.accessories),
            consent: values_of_answer(claim.consent),
        };
        Self { possible, moments, diagnosis_need, pieces }
    }

    /// The outcome of each remedy and what can still change it.
    pub(crate) fn outcomes(&self, table: &Table) -> Outcomes {
        let (rulings, open) = table.settled(&self.possible);
        let pivotal = if open == RemedySet::NONE { Vec::new() } else { self.pivotal(table, open) };
        Outcomes::by(|remedy| {
            if open.contains(remedy) {
                let concerned = pivotal.iter().filter(|(_, remedies)| remedies.contains(remedy));
                let needs = concerned.map(|(need, _)| *need).collect();
                return RemedyOutcome { outcome: Outcome::Needs, needs };
            }
            match rulings.of(remedy) {
                Ruling::Granted => RemedyOutcome { outcome: Outcome::Granted, needs: NeedSet::NONE },
                Ruling::Denied => RemedyOutcome { outcome: Outcome::Denied, needs: NeedSet::NONE },
                Ruling::Lacks(lack) => {
                    RemedyOutcome { outcome: Outcome::Needs, needs: NeedSet::one(lack.need()) }
                }
            }
        })
    }

    /// The pivotal facts of the open remedies, each with those it can change, in order of the codes.
    fn pivotal(&self, table: &Table, open: RemedySet) -> Vec<(Need, RemedySet)> {
        let on = |axis: Axis| table.pivotal(&self.possible, axis, open);
        let evidence = on(Axis::Evidence);
        let mut pivotal = vec![
            (Need::SaleKind, on(Axis::Standing)),
            (self.diagnosis_need, on(Axis::Diagnosis)),
            (Need::Accessories, on(Axis::Accessories)),
            (Need::Consent, on(Axis::Consent)),
        ];
        let deciding = PIECES.into_iter().zip(&self.pieces).filter(|(_, piece)| piece.decides);
        pivotal.extend(deciding.map(|(need, _)| (need, evidence)));
        pivotal.extend(self.pivotal_in_time(table, open));
        pivotal.sort_unstable_by_key(|(need, _)| *need);
        pivotal
    }

    /// Class, object and purchase date, each with the remedies it alone can change by moving the claim to another time.
    fn pivotal_in_time(&self, table: &Table, open: RemedySet) -> [(Need, RemedySet); 3] {
        let mut found =
            [Need::ProductClass, Need::ClaimObject, Need::PurchaseDate].map(|need| (need, RemedySet::NONE));
        let [(_, class), (_, object), (_, date)] = &mut found;
        let times: Vec<usize> = values_of(self.possible.time).collect();
        for (at, &one) in times.iter().enumerate() {
            for &other in times.iter().skip(at + 1) {
                let differing = table.differing(&self.possible, Axis::Time, (one, other), open);
                let is_moved = |is_only: fn(&Moment, &Moment) -> bool| {
                    let there =
                        |time: usize| self.moments.iter().filter(move |moment| moment.time.value() == time);
                    differing != RemedySet::NONE
                        && there(one).any(|from| there(other).any(|to| is_only(from, to)))
                };
                if is_moved(|from, to| from.object == to.object && from.stretch == to.stretch) {
                    *class = class.and(differing);
                }
                if is_moved(|from, to| from.class == to.class && from.stretch == to.stretch) {
                    *object = object.and(differing);
                }
                if is_moved(|from, to| from.class == to.class && from.object == to.object) {
                    *date = date.and(differing);
                }
            }
        }
        found
    }

    /// What may still be the case after each answer that an open fact can get; empty for what is no open fact.
    pub(crate) fn after_answers(&self, need: Need, is_defect_known: bool) -> Vec<Possible> {
        let on = |axis: Axis, values: u16| self.possible.with(axis, values);
        let each = |axis: Axis| values_of(self.possible.on(axis)).map(|value| on(axis, 1 << value)).collect();
        match need {
            Need::SaleKind => each(Axis::Standing),
            Need::Accessories => each(Axis::Accessories),
            Need::Consent => each(Axis::Consent),
            Need::ConsumableDefect => each(Axis::Diagnosis),
            Need::Diagnosis => {
                let mut answers: Vec<Possible> = each(Axis::Diagnosis);
                if !is_defect_known {
                    // "A consumable" is an answer too, and leaves its defect open.
                    for own_fault in [Diagnosis::ProductFault, Diagnosis::BesideUserCaused] {
                        let open = 1 << Diagnosis::Excluded.value() | 1 << own_fault.value();
                        answers.push(on(Axis::Diagnosis, open));
                    }
                }
                answers
            }
            Need::WarrantyCertificate
            | Need::PurchaseProof
            | Need::SerialLabel
            | Need::SerialMatch
            | Need::AuthorisedSource => {
                let piece = PIECES.into_iter().zip(self.pieces).find(|(name, _)| *name == need);
                let masks = piece.map_or([0, 0], |(_, piece)| [piece.if_wanting, piece.if_good]);
                masks.into_iter().filter(|&mask| mask != 0).map(|mask| on(Axis::Evidence, mask)).collect()
            }
            Need::ProductClass => {
                self.in_time(|moment| ProductClass::ALL.iter().position(|&class| class == moment.class))
            }
            Need::ClaimObject => self.in_time(|moment| Some(usize::from(moment.object == ClaimObject::Part))),
            Need::PurchaseDate => self.in_time(|moment| Some(moment.stretch)),
            Need::Contract | Need::Dates | Need::Review => Vec::new(),
        }
    }

    fn in_time(&self, key: impl Fn(&Moment) -> Option<usize>) -> Vec<Possible> {
        let mut answers: Vec<(Option<usize>, u16)> = Vec::new();
        for moment in &self.moments {
            let bit = 1 << moment.time.value();
            match answers.iter_mut().find(|(known, _)| *known == key(moment)) {
                Some((_, times)) => *times |= bit,
                None => answers.push((key(moment), bit)),
            }
        }
        answers.into_iter().map(|(_, times)| self.possible.with(Axis::Time, times)).collect()
    }

    /// Where the warranty stands, if that is the same in every completion.
    pub(crate) fn cover(&self) -> Option<Covered> {
        let mut covers = self.moments.iter().map(|moment| match moment.time {
            Time::At { cover, .. } => Some(cover),
            Time::Undated => None,
        });
        let first = covers.next()?;
        covers.all(|cover| cover == first).then_some(first)?
    }

    /// Whether the claim has a date to be judged by.
    pub(crate) fn is_dated(&self) -> bool {
        !self.moments.is_empty()
    }

    /// Whether the findings, as far as they are known, contradict each other or would with a defect still open.
    pub(crate) fn is_contradicted(&self, claim: &Claim) -> bool {
        let may_contradict = self.possible.diagnosis >> Diagnosis::Contradictory.value() & 1 == 1;
        let counts_as_undiagnosed = claim.findings.is_some() && self.diagnosis_need == Need::Diagnosis;
        may_contradict || counts_as_undiagnosed
    }

    /// Whether the policy is known not to apply at all.
    pub(crate) const fn is_outside(&self) -> bool {
        self.possible.standing == 1 << Standing::Outside.value()
    }
}

impl Lack {
    /// The code under which a known lack is listed.
    pub(crate) const fn need(self) -> Need {
        match self {
            Self::Dates => Need::Dates,
            Self::Review => Need::Review,
            Self::Contract => Need::Contract,
            Self::Consent => Need::Consent,
            Self::Accessories => Need::Accessories,
            Self::Diagnosis => Need::Diagnosis,
        }
    }
}

fn values_of_answer(answer: Option<bool>) -> u16 {
    match answer {
        Some(false) => 0b01,
        Some(true) => 0b10,
        None => 0b11,
    }
}

/// The classes of diagnosis that are possible, and which fact decides among them.
///
/// Undiagnosed completes to any set of findings but a contradictory one; a set that contradicts itself counts as
/// undiagnosed (reading 18). Where only a consumable's defect is open, that fact decides.
fn diagnoses(policy: &Policy, claim: &Claim) -> (u16, Need) {
    let undiagnosed = Diagnosis::POSSIBLE.iter().fold(0, |bits, class| bits | 1 << class.value());
    let Some(findings) = &claim.findings else { return (undiagnosed, Need::Diagnosis) };
    let class = |is_defect_proven: bool| 1_u16 << diagnosis(policy, findings, is_defect_proven).value();
    let classes = match claim.consumable_defect {
        Some(is_defect_proven) => class(is_defect_proven),
        None if findings.contains(&Finding::Consumable) => class(false) | class(true),
        None => class(false),
    };
    if classes == 1 << Diagnosis::Contradictory.value() {
        return (undiagnosed, Need::Diagnosis);
    }
    (classes, Need::ConsumableDefect)
}

/// Whether evidence may be wanting, and what each piece can still do, by trying every completion of the five.
fn evidence(claim: &Claim, choices: Choices) -> (u16, [Piece; PIECES.len()]) {
    let known = PIECES.map(|piece| known_piece(claim, piece));
    let is_possible = |bits: u8| {
        known.iter().enumerate().all(|(at, answer)| answer.is_none_or(|good| good == (bits >> at & 1 == 1)))
    };
    let is_wanting = |bits: u8| EvidenceSeen::from_bits(bits).is_wanting(choices);
    let mut possible = 0;
    let mut pieces = [Piece::default(); PIECES.len()];
    for bits in (0..32).filter(|&bits| is_possible(bits)) {
        let value = 1 << u16::from(is_wanting(bits));
        possible |= value;
        for (at, (piece, answer)) in pieces.iter_mut().zip(&known).enumerate() {
            piece.decides |= answer.is_none() && is_wanting(bits) != is_wanting(bits ^ 1 << at);
            if bits >> at & 1 == 1 {
                piece.if_good |= value;
            } else {
                piece.if_wanting |= value;
            }
        }
    }
    (possible, pieces)
}

/// The completions of class, object and purchase date.
fn moments(policy: &Policy, calendar: &Calendar, claim: &Claim, choices: Choices) -> Vec<Moment> {
    let Some(claimed) = claim.claim_date else { return Vec::new() };
    let purchased = claim.purchase_date(choices);
    if purchased.is_some_and(|purchased| claimed < purchased) {
        return Vec::new();
    }
    let classes = claim.product_class.as_ref().map_or(&ProductClass::ALL[..], std::slice::from_ref);
    let objects = claim
        .claim_object
        .as_ref()
        .map_or(&[ClaimObject::Whole, ClaimObject::Part][..], std::slice::from_ref);
    let earliest = earliest_sufficient(calendar, claimed, rolls(claim, choices));
    let is_in_tail = tail_end(policy, claim, choices).is_some_and(|end| end >= earliest);
    let mut items = Vec::with_capacity(classes.len() * objects.len());
    for &class in classes {
        for &object in objects {
            items.push((class, object, base_months(policy, claim, class, object, choices)));
        }
    }
    let is_refund_open = |start| refund_nominal(policy, claim, start, choices) >= earliest;
    let is_exchange_open = |start| exchange_nominal(policy, claim, start, choices) >= earliest;
    let is_base_open = |start, months| nominal_end(start, months, choices) >= earliest;
    let starts = match claim.terms.period_starts_on.or(purchased) {
        Some(start) => vec![start],
        None => {
            let mut cuts = vec![first_open(claimed, is_refund_open), first_open(claimed, is_exchange_open)];
            cuts.extend(
                items
                    .iter()
                    .filter_map(|(_, _, months)| *months)
                    .map(|months| first_open(claimed, |start| is_base_open(start, months))),
            );
            stretches(claimed, cuts.into_iter().flatten().collect())
        }
    };
    let mut moments = Vec::with_capacity(starts.len() * items.len());
    for (stretch, &start) in starts.iter().enumerate() {
        let (in_refund_window, in_exchange_window) = (is_refund_open(start), is_exchange_open(start));
        for &(class, object, months) in &items {
            let cover = match months {
                _ if is_in_tail => Covered::Inside,
                None => Covered::Blank,
                Some(months) if is_base_open(start, months) => Covered::Inside,
                Some(_) => Covered::Over,
            };
            let time = Time::At { in_refund_window, in_exchange_window, cover };
            moments.push(Moment { class, object, stretch, time });
        }
    }
    moments
}

/// Longer than any period that facts or packs can state (1200 months, 36500 days).
const LOOK_BACK_DAYS: u64 = 40_000;

/// The first purchase date, up to the claim, from which on a period includes the claim. None where every date or no
/// date does. A later start never ends a period earlier, so the dates fall into two halves.
fn first_open(claimed: NaiveDate, is_open: impl Fn(NaiveDate) -> bool) -> Option<NaiveDate> {
    let day = |back: u64| claimed.checked_sub_days(Days::new(back)).unwrap_or(NaiveDate::MIN);
    if !is_open(claimed) || is_open(day(LOOK_BACK_DAYS)) {
        return None;
    }
    // INVARIANT: open `open` days before the claim, not open `closed` days before it.
    let (mut open, mut closed) = (0, LOOK_BACK_DAYS);
    while closed - open > 1 {
        let middle = u64::midpoint(open, closed);
        if is_open(day(middle)) { open = middle } else { closed = middle }
    }
    Some(day(open))
}

/// One date of each stretch between the cuts, the last of it, beginning with the latest.
fn stretches(claimed: NaiveDate, mut cuts: Vec<NaiveDate>) -> Vec<NaiveDate> {
    cuts.sort_unstable();
    cuts.dedup();
    let mut last_days = vec![claimed];
    last_days.extend(cuts.iter().rev().filter_map(NaiveDate::pred_opt));
    last_days
}

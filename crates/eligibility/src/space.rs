//! Which worlds an incomplete claim may be, and which unknown fact each difference between them comes from. This is
//! the exact completion: an outcome is definite when it is the same in all of them, and a fact is pivotal when, in some
//! completion of the other unknowns, changing it changes the outcome.
//!
//! Why the few worlds here stand for the endless completions of the facts:
//! - The unknowns are independent but for three: class, object and purchase date together place the claim in time
//!   (moments.rs). Every other fact acts on one axis only: the sale kind on the standing, findings and the consumable's
//!   defect on the diagnosis, five pieces of evidence on the evidence, accessories and consent each on its own. So the
//!   possible worlds are the product of the possible values of the axes, and none is counted that cannot be.
//! - Two completions in the same world are alike to every rule: the rules see worlds only (rules/remedy.rs).
//! - A fact alone on its axis is pivotal if and only if the axis is. A piece of evidence is, if it can decide whether
//!   evidence is wanting and the axis is pivotal: the other pieces act on nothing else. Class, object and date are, if
//!   one of them alone moves the claim between two times that differ.
//!
//! It allocates nothing: sets are bits, and completions in time a small grid.

use crate::claim::Claim;
use crate::moments::{Moments, Moves, TimeSets};
use crate::outcomes::{NeedSet, Outcomes, RemedyOutcome};
use crate::policy::Policy;
use crate::policy::reading::Choices;
use crate::rules::evidence::{Completions, WantingEvidence};
use crate::rules::findings::diagnosis;
use crate::rules::scope::standing;
use crate::table::{Possible, Table, values_of};
use crate::verdict::{Need, Outcome};
use crate::world::{Axis, Covered, Diagnosis, Lack, RemedySet, Ruling, Rulings, Standing};
use nightbench_calendar::Calendar;
use nightbench_domain::claim::{Finding, Remedy};
use nightbench_domain::unit::SaleKind;

/// The possible worlds of a claim under one choice of readings.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Space {
    pub(crate) possible: Possible,
    moments: Moments,
    /// What the differences on the axis of the diagnosis come from.
    diagnosis_need: Need,
    evidence: Completions,
    wanting: WantingEvidence,
}

impl Space {
    pub(crate) fn of(policy: &Policy, calendar: &Calendar, claim: &Claim, choices: Choices) -> Self {
        let moments = Moments::of(policy, calendar, claim, choices);
        let (diagnosis, diagnosis_need) = diagnoses(policy, claim);
        let evidence = Completions::of(claim);
        let wanting = WantingEvidence::by(choices);
        let possible = Possible {
            time: moments.times(),
            standing: standings(policy, claim, choices),
            diagnosis,
            evidence: evidence.values(wanting),
            accessories: values_of_answer(claim.accessories),
            consent: values_of_answer(claim.consent),
        };
        Self { possible, moments, diagnosis_need, evidence, wanting }
    }

    /// The same at other times; None where they are its own.
    pub(crate) fn with_moments(&self, moments: Moments) -> Option<Self> {
        let possible = self.possible.with(Axis::Time, moments.times());
        (moments != self.moments).then_some(Self { possible, moments, ..*self })
    }

    /// The same with the standing by other readings; None where that is its own.
    pub(crate) fn with_standings(&self, policy: &Policy, claim: &Claim, choices: Choices) -> Option<Self> {
        let standings = standings(policy, claim, choices);
        let possible = self.possible.with(Axis::Standing, standings);
        (standings != self.possible.standing).then_some(Self { possible, ..*self })
    }

    /// The same with the evidence by other readings; None where no table can tell the two apart.
    pub(crate) fn with_evidence(&self, choices: Choices) -> Option<Self> {
        let wanting = WantingEvidence::by(choices);
        let values = self.evidence.values(wanting);
        let decides_otherwise = || self.evidence.deciding(wanting).ne(self.evidence.deciding(self.wanting));
        let possible = self.possible.with(Axis::Evidence, values);
        (values != self.possible.evidence || decides_otherwise()).then_some(Self {
            possible,
            wanting,
            ..*self
        })
    }

    /// How class, object and purchase date alone move the claim in time.
    pub(crate) fn moves(&self) -> Moves {
        self.moments.moves()
    }

    /// The outcome of each remedy and what can still change it.
    pub(crate) fn outcomes(&self, table: &Table) -> Outcomes {
        let settled = table.settled(&self.possible);
        let (rulings, open) = settled;
        if open == RemedySet::NONE {
            return Outcomes::by(|remedy| RemedyOutcome::settled(rulings.of(remedy)));
        }
        let moves = self.moves();
        Outcomes::by(|remedy| self.outcome(table, remedy, &settled, &moves))
    }

    /// Those of some remedies whose outcome is another than that of other worlds.
    pub(crate) fn differing(
        &self,
        table: &Table,
        moves: &Moves,
        remedies: RemedySet,
        others: &Outcomes,
    ) -> RemedySet {
        let settled = table.settled(&self.possible);
        let is_other = |remedy: &Remedy| self.outcome(table, *remedy, &settled, moves) != others.of(*remedy);
        remedies.iter().filter(is_other).collect()
    }

    fn outcome(
        &self,
        table: &Table,
        remedy: Remedy,
        (rulings, open): &(Rulings, RemedySet),
        moves: &Moves,
    ) -> RemedyOutcome {
        if open.contains(remedy) {
            let needs = self.pivotal(table, remedy, moves);
            RemedyOutcome { outcome: Outcome::Needs, needs }
        } else {
            RemedyOutcome::settled(rulings.of(remedy))
        }
    }

    /// The facts that are pivotal to an open remedy.
    fn pivotal(&self, table: &Table, remedy: Remedy, moves: &Moves) -> NeedSet {
        if self.possible.is_unknown_in_time_only() {
            let mut moving = moves.iter().filter(|(_, sets)| !sets.is_empty());
            // The only fact that moves the claim at all is the one for which the remedy is open.
            if let (Some((need, _)), None) = (moving.next(), moving.next()) {
                return NeedSet::one(*need);
            }
        }
        let axes = table.pivotal(&self.possible, remedy);
        let by_axis = [
            (Axis::Standing, Need::SaleKind),
            (Axis::Diagnosis, self.diagnosis_need),
            (Axis::Accessories, Need::Accessories),
            (Axis::Consent, Need::Consent),
        ];
        let alone = by_axis.into_iter().filter(|(axis, _)| axes.contains(*axis));
        let mut needs = alone.fold(NeedSet::NONE, |needs, (_, need)| needs.with(need));
        if axes.contains(Axis::Evidence) {
            needs = self.evidence.deciding(self.wanting).fold(needs, NeedSet::with);
        }
        if self.possible.time.count_ones() > 1 {
            let alike = table.alike(&self.possible, remedy);
            let moving = moves.iter().filter(|(_, sets)| sets.iter().any(|times| alike.differ_among(times)));
            needs = moving.fold(needs, |needs, (need, _)| needs.with(*need));
        }
        needs
    }

    /// What may still be the case after each answer that an open fact can get; nothing for what is no open fact.
    pub(crate) fn after_answers(&self, need: Need, is_defect_known: bool) -> Answers {
        let one_by_one = |axis: Axis| {
            let values = values_of(self.possible.on(axis)).map(|value| 1 << value);
            values.fold(Answers::on(axis, self.possible), Answers::with)
        };
        let in_time =
            |times: TimeSets| times.iter().fold(Answers::on(Axis::Time, self.possible), Answers::with);
        match need {
            Need::SaleKind => one_by_one(Axis::Standing),
            Need::Accessories => one_by_one(Axis::Accessories),
            Need::Consent => one_by_one(Axis::Consent),
            Need::ConsumableDefect => one_by_one(Axis::Diagnosis),
            Need::Diagnosis if is_defect_known => one_by_one(Axis::Diagnosis),
            // "A consumable" is an answer too, and leaves its defect open.
            Need::Diagnosis => [Diagnosis::ProductFault, Diagnosis::BesideUserCaused]
                .map(|own_fault| 1 << Diagnosis::Excluded.value() | 1 << own_fault.value())
                .into_iter()
                .fold(one_by_one(Axis::Diagnosis), Answers::with),
            Need::WarrantyCertificate
            | Need::PurchaseProof
            | Need::SerialLabel
            | Need::SerialMatch
            | Need::AuthorisedSource => [false, true]
                .map(|is_good| self.evidence.with(need, is_good).values(self.wanting))
                .into_iter()
                .fold(Answers::on(Axis::Evidence, self.possible), Answers::with),
            Need::ProductClass => in_time(self.moments.by_class()),
            Need::ClaimObject => in_time(self.moments.by_object()),
            Need::PurchaseDate => in_time(self.moments.by_date()),
            Need::Contract | Need::Dates | Need::Review => Answers::on(Axis::Time, self.possible),
        }
    }

    /// Where the warranty stands, if that is the same in every completion.
    pub(crate) fn cover(&self) -> Option<Covered> {
        self.moments.cover()
    }

    /// Whether the claim has a date to be judged by.
    pub(crate) fn is_dated(&self) -> bool {
        self.moments.is_dated()
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

/// What may be the case after each answer to a question: the possible worlds with fewer values on one axis.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Answers {
    possible: Possible,
    axis: Axis,
    values: [u16; Self::MOST],
    len: usize,
}

impl Answers {
    /// Purchase dates have the most, a stretch for each that the rules tell apart.
    const MOST: usize = 9;

    const fn on(axis: Axis, possible: Possible) -> Self {
        Self { possible, axis, values: [0; Self::MOST], len: 0 }
    }

    /// The same with one answer more, unless it is impossible.
    fn with(mut self, values: u16) -> Self {
        if let Some(place) = self.values.get_mut(self.len).filter(|_| values != 0) {
            *place = values;
            self.len += 1;
        }
        self
    }

    /// The possible worlds after each.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Possible> {
        self.values.iter().take(self.len).map(|&values| self.possible.with(self.axis, values))
    }
}

impl RemedyOutcome {
    /// The outcome of a ruling on which all completions agree.
    const fn settled(ruling: Ruling) -> Self {
        match ruling {
            Ruling::Granted => Self { outcome: Outcome::Granted, needs: NeedSet::NONE },
            Ruling::Denied => Self { outcome: Outcome::Denied, needs: NeedSet::NONE },
            Ruling::Lacks(lack) => Self { outcome: Outcome::Needs, needs: NeedSet::one(lack.need()) },
        }
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

/// How far the policy may apply, by sale kind.
fn standings(policy: &Policy, claim: &Claim, choices: Choices) -> u16 {
    let of = |kind: SaleKind| 1 << standing(policy, claim, kind, choices).value();
    match claim.sale_kind {
        Some(kind) => of(kind),
        None => SaleKind::ALL.into_iter().fold(0, |standings, kind| standings | of(kind)),
    }
}

/// The classes of diagnosis that are possible, and which fact decides among them.
///
/// Undiagnosed completes to any set of findings but a contradictory one; a set that contradicts itself counts as
/// undiagnosed (reading 18). Where only a consumable's defect is open, that fact decides.
fn diagnoses(policy: &Policy, claim: &Claim) -> (u16, Need) {
    let undiagnosed = Diagnosis::POSSIBLE.iter().fold(0, |bits, class| bits | 1 << class.value());
    let Some(findings) = claim.findings else { return (undiagnosed, Need::Diagnosis) };
    let class = |is_defect_proven: bool| 1_u16 << diagnosis(policy, findings, is_defect_proven).value();
    let classes = match claim.consumable_defect {
        Some(is_defect_proven) => class(is_defect_proven),
        None if findings.contains(Finding::Consumable) => class(false) | class(true),
        None => class(false),
    };
    if classes == 1 << Diagnosis::Contradictory.value() {
        return (undiagnosed, Need::Diagnosis);
    }
    (classes, Need::ConsumableDefect)
}

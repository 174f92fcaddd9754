//! The decision table of a pack: what the rules say of every world, compiled when the pack is loaded. The rules
//! themselves are rules/remedy.rs, the one readable source; nothing here knows a clause.
//!
//! The six axes of a world are split in two. Diagnosis, evidence, accessories and consent have 6 x 2 x 2 x 2 = 48 values
//! together: as many bits as one word holds. Time and standing, 13 x 5 values, choose a [`Cell`]. A cell keeps the eight
//! rulings on each remedy in three planes, one word each, a bit for each of the 48 worlds. The worlds that an incomplete
//! claim may be are a product of one set per axis, so in each cell they are one mask of 48 bits, and the questions of an
//! exact answer become a few word operations:
//! - all worlds agree: no plane has both ones and zeros under the mask;
//! - an axis is pivotal: on some plane, two worlds that differ on this axis alone differ, `plane ^ plane >> stride`.
//!
//! That is exact, not an estimate. A world is possible if and only if its value on every axis is, because no fact acts on
//! two axes (space.rs), and the definition of a pivotal fact quantifies over exactly the worlds under the mask.

use crate::policy::reading::{Choices, Reading};
use crate::proof::Sureties;
use crate::rules::remedy::rule;
use crate::world::{Axis, RemedySet, Ruling, Rulings, WORLDS, World};
use nightbench_domain::claim::Remedy;
use std::fmt;
use std::sync::OnceLock;

/// The rulings of all worlds under one choice of readings.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Table {
    /// By time and standing, standing fastest.
    cells: Vec<Cell>,
}

/// The rulings of the 48 worlds of one time and standing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Cell(Planes);

/// Three planes for each remedy, in the order in which remedies are shown: bit n of the ruling's code in world w is bit w
/// of plane n.
type Planes = [u64; 4 * PLANES_OF_A_RULING];

const PLANES_OF_A_RULING: usize = 3;
const NO_PLANES: Planes = [0; 4 * PLANES_OF_A_RULING];

/// Worlds of a cell.
const INNER: usize = Axis::Standing.stride();

/// For each axis the values that are possible, bit n for value n. The worlds of a claim are their product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Possible {
    pub(crate) time: u16,
    pub(crate) standing: u16,
    pub(crate) diagnosis: u16,
    pub(crate) evidence: u16,
    pub(crate) accessories: u16,
    pub(crate) consent: u16,
}

impl Possible {
    pub(crate) const fn on(&self, axis: Axis) -> u16 {
        match axis {
            Axis::Time => self.time,
            Axis::Standing => self.standing,
            Axis::Diagnosis => self.diagnosis,
            Axis::Evidence => self.evidence,
            Axis::Accessories => self.accessories,
            Axis::Consent => self.consent,
        }
    }

    /// The same with other values on one axis.
    pub(crate) const fn with(mut self, axis: Axis, values: u16) -> Self {
        match axis {
            Axis::Time => self.time = values,
            Axis::Standing => self.standing = values,
            Axis::Diagnosis => self.diagnosis = values,
            Axis::Evidence => self.evidence = values,
            Axis::Accessories => self.accessories = values,
            Axis::Consent => self.consent = values,
        }
        self
    }

    /// The possible worlds of a cell, bit w for world w.
    fn inner(&self) -> u64 {
        let each = |axis: Axis, within: u64| {
            values_of(self.on(axis)).fold(0, |worlds, value| worlds | within << (value * axis.stride()))
        };
        each(Axis::Diagnosis, each(Axis::Evidence, each(Axis::Accessories, each(Axis::Consent, 1))))
    }
}

/// Where the possible worlds of a claim have ones and where zeros, plane by plane.
#[derive(Clone, Copy)]
struct Seen {
    ones: Planes,
    zeros: Planes,
}

impl Seen {
    const NOTHING: Self = Self { ones: NO_PLANES, zeros: NO_PLANES };

    #[inline]
    fn see(&mut self, cell: &Cell, mask: u64) {
        let seen = self.ones.iter_mut().zip(&mut self.zeros).zip(&cell.0);
        for ((ones, zeros), plane) in seen {
            *ones |= plane & mask;
            *zeros |= !plane & mask;
        }
    }

    /// The remedies on which two worlds of the same place differ, where `fold` says which worlds share a place.
    #[inline]
    fn differing(&self, fold: impl Fn(u64) -> u64) -> Planes {
        let mut differing = NO_PLANES;
        let seen = differing.iter_mut().zip(&self.ones).zip(&self.zeros);
        for ((differing, &ones), &zeros) in seen {
            *differing = fold(ones) & fold(zeros);
        }
        differing
    }

    /// Whether the worlds differ at all.
    fn open(&self) -> RemedySet {
        remedies(&self.differing(|worlds| u64::from(worlds != 0)))
    }

    /// The rulings, on the remedies on which all worlds agree.
    fn rulings(&self) -> Rulings {
        Rulings::by(|remedy| {
            let planes = self.ones.chunks_exact(PLANES_OF_A_RULING).nth(remedy as usize).unwrap_or_default();
            let bits = planes.iter().rev().fold(0, |code, plane| code << 1 | usize::from(*plane != 0));
            // INVARIANT: three bits are the code of a ruling.
            Ruling::ALL.get(bits).copied().unwrap_or(Ruling::Denied)
        })
    }
}

/// The remedies one of whose planes has a one.
fn remedies(planes: &Planes) -> RemedySet {
    let by_remedy = Remedy::ALL.into_iter().zip(planes.chunks_exact(PLANES_OF_A_RULING));
    by_remedy.filter(|(_, planes)| planes.iter().any(|plane| *plane != 0)).map(|(remedy, _)| remedy).collect()
}

fn gather(into: &mut Planes, planes: &Planes) {
    into.iter_mut().zip(planes).for_each(|(into, plane)| *into |= plane);
}

impl Table {
    /// Compiles the rules: asks them once for every world.
    pub(crate) fn compile(choices: Choices) -> Self {
        let cell = |first: usize| {
            let mut planes = NO_PLANES;
            for world in 0..INNER {
                let rulings = rule(&World::at(first + world), choices);
                for (remedy, planes) in
                    Remedy::ALL.into_iter().zip(planes.chunks_exact_mut(PLANES_OF_A_RULING))
                {
                    let code = rulings.of(remedy).code() as u64;
                    for (bit, plane) in planes.iter_mut().enumerate() {
                        *plane |= (code >> bit & 1) << world;
                    }
                }
            }
            Cell(planes)
        };
        Self { cells: (0..WORLDS).step_by(INNER).map(cell).collect() }
    }

    /// The rulings on the remedies on which all possible worlds agree, and the remedies on which they do not.
    pub(crate) fn settled(&self, possible: &Possible) -> (Rulings, RemedySet) {
        let mask = possible.inner();
        let mut seen = Seen::NOTHING;
        for time in values_of(possible.time) {
            for standing in values_of(possible.standing) {
                seen.see(self.cell(time, standing), mask);
            }
        }
        (seen.rulings(), seen.open())
    }

    /// The remedies to which an axis makes a difference in some of the worlds that are possible on the other axes.
    pub(crate) fn pivotal(&self, possible: &Possible, axis: Axis) -> RemedySet {
        if possible.on(axis).count_ones() < 2 {
            return RemedySet::NONE;
        }
        match axis {
            Axis::Time => self.pivotal_among(possible, possible.time),
            Axis::Standing => self.pivotal_standing(possible),
            Axis::Diagnosis => self.pivotal_inside(possible, |worlds| {
                // Six diagnoses, eight worlds each: all laid over the first.
                let halves = worlds | worlds >> (3 * Axis::Diagnosis.stride());
                (halves | halves >> Axis::Diagnosis.stride() | halves >> (2 * Axis::Diagnosis.stride()))
                    & 0xff
            }),
            Axis::Evidence => {
                self.pivotal_inside(possible, |worlds| (worlds | worlds >> 4) & 0x0f0f_0f0f_0f0f)
            }
            Axis::Accessories => {
                self.pivotal_inside(possible, |worlds| (worlds | worlds >> 2) & 0x3333_3333_3333)
            }
            Axis::Consent => {
                self.pivotal_inside(possible, |worlds| (worlds | worlds >> 1) & 0x5555_5555_5555)
            }
        }
    }

    /// The remedies to which it makes a difference at which of some times the claim lies.
    pub(crate) fn pivotal_among(&self, possible: &Possible, times: u16) -> RemedySet {
        let mask = possible.inner();
        let mut differing = NO_PLANES;
        for standing in values_of(possible.standing) {
            let mut seen = Seen::NOTHING;
            for time in values_of(times) {
                seen.see(self.cell(time, standing), mask);
            }
            gather(&mut differing, &seen.differing(|worlds| worlds));
        }
        remedies(&differing)
    }

    fn pivotal_standing(&self, possible: &Possible) -> RemedySet {
        let mask = possible.inner();
        let mut differing = NO_PLANES;
        for time in values_of(possible.time) {
            let mut seen = Seen::NOTHING;
            for standing in values_of(possible.standing) {
                seen.see(self.cell(time, standing), mask);
            }
            gather(&mut differing, &seen.differing(|worlds| worlds));
        }
        remedies(&differing)
    }

    fn pivotal_inside(&self, possible: &Possible, fold: impl Fn(u64) -> u64) -> RemedySet {
        let mask = possible.inner();
        let mut differing = NO_PLANES;
        for time in values_of(possible.time) {
            for standing in values_of(possible.standing) {
                let mut seen = Seen::NOTHING;
                seen.see(self.cell(time, standing), mask);
                gather(&mut differing, &seen.differing(&fold));
            }
        }
        remedies(&differing)
    }

    /// For each cell the worlds in which another table rules otherwise on some remedy.
    fn other_worlds(&self, other: &Self) -> Vec<u64> {
        let otherwise = |(own, other): (&Cell, &Cell)| {
            own.0.iter().zip(&other.0).fold(0, |worlds, (own, other)| worlds | (own ^ other))
        };
        self.cells.iter().zip(&other.cells).map(otherwise).collect()
    }

    fn cell(&self, time: usize, standing: usize) -> &Cell {
        static DENIED: Cell = Cell([!0, 0, 0, !0, 0, 0, !0, 0, 0, !0, 0, 0]);
        // INVARIANT: times and standings are below the sizes of their axes.
        self.cells.get(place(time, standing)).unwrap_or(&DENIED)
    }
}

const fn place(time: usize, standing: usize) -> usize {
    time * Axis::Standing.size() + standing
}

/// The values in a set of bits, ascending.
pub(crate) fn values_of(bits: u16) -> impl Iterator<Item = usize> {
    let mut left = bits;
    std::iter::from_fn(move || {
        let value = left.trailing_zeros() as usize;
        (left != 0).then(|| {
            left &= left - 1;
            value
        })
    })
}

/// The tables of a pack: one as it reads, one for each reading that acts in the rules on worlds turned the other way.
pub(crate) struct Tables {
    choices: Choices,
    own: Table,
    turned: Vec<Turned>,
    sureties: OnceLock<Sureties>,
}

struct Turned {
    reading: Reading,
    table: Table,
    /// Where it differs from the pack's own.
    other_worlds: Vec<u64>,
}

/// The readings whose switch acts in rules/remedy.rs, so that their alternative has a table of its own. All others act
/// on which worlds are possible.
pub(crate) const IN_THE_TABLE: [Reading; 5] = [
    Reading::ExcludedRepairs,
    Reading::AccessoriesIncomplete,
    Reading::SentWithoutConsent,
    Reading::ExclusionsByCause,
    Reading::MixedFindings,
];

impl fmt::Debug for Tables {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tables")
    }
}

impl Tables {
    /// Compiles the rules under a pack's choices, and under each alternative.
    pub(crate) fn compile(choices: Choices) -> Self {
        let own = Table::compile(choices);
        let turned = |reading: Reading| {
            let table = Table::compile(choices.turned(reading));
            let other_worlds = own.other_worlds(&table);
            Turned { reading, table, other_worlds }
        };
        Self { choices, turned: IN_THE_TABLE.map(turned).into(), own, sureties: OnceLock::new() }
    }

    /// The table as the pack reads.
    pub(crate) const fn own(&self) -> &Table {
        &self.own
    }

    /// What is sure under the pack's choices when premises are left out (proof.rs); worked out when first asked for.
    pub(crate) fn sureties(&self) -> &Sureties {
        self.sureties.get_or_init(|| Sureties::new(self.choices))
    }

    /// The table under the alternative of a reading, where that rules otherwise in some possible world. None for a reading
    /// that does not act in the table.
    pub(crate) fn turned(&self, reading: Reading, possible: &Possible) -> Option<&Table> {
        let turned = self.turned.iter().find(|turned| turned.reading == reading)?;
        let mask = possible.inner();
        let mut cells = values_of(possible.time)
            .flat_map(|time| values_of(possible.standing).map(move |standing| place(time, standing)));
        let rules_otherwise =
            cells.any(|cell| turned.other_worlds.get(cell).is_some_and(|worlds| worlds & mask != 0));
        rules_otherwise.then_some(&turned.table)
    }
}

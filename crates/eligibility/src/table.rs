//! The decision table of a pack: what the rules say of every world, compiled when the pack is loaded. The rules
//! themselves are rules/remedy.rs, the one readable source; nothing here knows a clause.
//!
//! The six axes of a world are split in two. Diagnosis, evidence, accessories and consent have 6 x 2 x 2 x 2 = 48 values
//! together: as many bits as one word holds. Time and standing, 13 x 5 values, choose a [`Cell`]. A cell keeps the eight
//! rulings on each remedy in three planes, one word each, a bit for each of the 48 worlds. The worlds that an incomplete
//! claim may be are a product of one set per axis, so in each cell they are one mask of 48 bits, and the questions of an
//! exact answer become a few word operations:
//! - all worlds agree: under the mask every plane is as it is in one of them;
//! - an axis is pivotal: on some plane two worlds differ that differ on this axis alone, `plane ^ plane >> stride`, where
//!   both are under the mask. For neighbours on an axis that is compiled too.
//!
//! That is exact, not an estimate. A world is possible if and only if its value on every axis is, because no fact acts on
//! two axes (space.rs), and the definition of a pivotal fact quantifies over exactly the worlds under the mask.

mod of_pack;
mod sure;

pub(crate) use of_pack::{IN_THE_TABLE, Tables};
pub(crate) use sure::{Holding, Sure};

use crate::policy::reading::Choices;
use crate::rules::remedy::rule;
use crate::world::{Axis, RemedySet, Ruling, Rulings, WORLDS, World};
use nightbench_domain::claim::Remedy;

/// The rulings of all worlds under one choice of readings.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Table {
    /// By time and standing, standing fastest.
    cells: Vec<Cell>,
}

/// The rulings of the 48 worlds of one time and standing, by remedy in the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Cell {
    planes: [Planes; 4],
    neighbours: [Neighbours; 4],
}

/// The rulings on one remedy: bit n of the ruling's code in world w is bit w of plane n.
type Planes = [u64; 3];

/// The worlds in which the ruling on one remedy is not that of the next world on an axis, by axis in the order of
/// [`INNER_AXES`].
type Neighbours = [u64; INNER_AXES.len()];

/// The axes inside a cell.
const INNER_AXES: [Axis; 4] = [Axis::Diagnosis, Axis::Evidence, Axis::Accessories, Axis::Consent];

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

    /// Whether nothing but the time is unknown.
    pub(crate) const fn is_unknown_in_time_only(&self) -> bool {
        let Self { time: _, standing, diagnosis, evidence, accessories, consent } = self;
        standing.is_power_of_two()
            && diagnosis.is_power_of_two()
            && evidence.is_power_of_two()
            && accessories.is_power_of_two()
            && consent.is_power_of_two()
    }

    /// The possible worlds of a cell, bit w for world w.
    pub(crate) fn inner(&self) -> u64 {
        // A product of sets is a product of numbers when each factor has its bits a stride of its axis apart: no two
        // terms meet, so nothing is carried.
        const DIAGNOSES: u64 = 0x0101_0101_0101;
        let bit_by_bit =
            |values: u16, stride: usize| u64::from(values & 1) | u64::from(values & 2) << (stride - 1);
        // The six diagnoses: copies seven apart put bit n of copy n at 8 n.
        let diagnoses = (u64::from(self.diagnosis) * 0x0008_1020_4081) & DIAGNOSES;
        diagnoses
            * bit_by_bit(self.evidence, Axis::Evidence.stride())
            * bit_by_bit(self.accessories, Axis::Accessories.stride())
            * bit_by_bit(self.consent, Axis::Consent.stride())
    }
}

/// Some of the axes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Axes(u8);

impl Axes {
    pub(crate) const NONE: Self = Self(0);

    /// Those but time on which more than one value is possible.
    const fn open(possible: &Possible) -> Self {
        Self::NONE
            .with_if(Axis::Standing, several(possible.standing))
            .with_if(Axis::Diagnosis, several(possible.diagnosis))
            .with_if(Axis::Evidence, several(possible.evidence))
            .with_if(Axis::Accessories, several(possible.accessories))
            .with_if(Axis::Consent, several(possible.consent))
    }

    pub(crate) const fn contains(self, axis: Axis) -> bool {
        self.0 >> axis as u8 & 1 == 1
    }

    /// The same with an axis on which some world differs from its neighbour.
    const fn with_if(self, axis: Axis, worlds: u64) -> Self {
        Self(self.0 | ((worlds != 0) as u8) << axis as u8)
    }
}

/// The possible times in classes, as bits: those of one class come to the same for a remedy.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AlikeTimes {
    classes: [u16; Axis::Time.size()],
    len: usize,
}

impl AlikeTimes {
    /// Whether it makes a difference to the remedy at which of some possible times the claim lies.
    pub(crate) fn differ_among(&self, times: u16) -> bool {
        !self.classes.iter().take(self.len).any(|class| times & !class == 0)
    }
}

impl Table {
    /// Compiles the rules: asks them once for every world.
    pub(crate) fn compile(choices: Choices) -> Self {
        let cell = |first: usize| {
            let mut planes = [Planes::default(); 4];
            for world in 0..INNER {
                let rulings = rule(&World::at(first + world), choices);
                for (remedy, planes) in Remedy::ALL.into_iter().zip(&mut planes) {
                    let code = rulings.of(remedy).code() as u64;
                    for (bit, plane) in planes.iter_mut().enumerate() {
                        *plane |= (code >> bit & 1) << world;
                    }
                }
            }
            let beside = |planes: &Planes, axis: Axis| changing(planes, axis.stride()) & before_last(axis);
            let neighbours = planes.map(|planes| INNER_AXES.map(|axis| beside(&planes, axis)));
            Cell { planes, neighbours }
        };
        Self { cells: (0..WORLDS).step_by(INNER).map(cell).collect() }
    }

    /// The rulings on the remedies on which all possible worlds agree, and the remedies on which they do not.
    pub(crate) fn settled(&self, possible: &Possible) -> (Rulings, RemedySet) {
        let mask = possible.inner();
        let first = self.cell(first_of(possible.time), first_of(possible.standing));
        let rulings = first.planes.map(|planes| in_every_world(&planes, mask.trailing_zeros()));
        // By remedy the worlds that rule otherwise than the first.
        let mut otherwise = [0; 4];
        for time in values_of(possible.time) {
            for standing in values_of(possible.standing) {
                let by_remedy = self.cell(time, standing).planes.iter().zip(&rulings).zip(&mut otherwise);
                by_remedy
                    .for_each(|((planes, ruling), otherwise)| *otherwise |= differing(planes, ruling) & mask);
            }
            if otherwise.iter().all(|worlds| *worlds != 0) {
                break;
            }
        }
        let open = Remedy::ALL.into_iter().zip(otherwise).filter(|(_, worlds)| *worlds != 0);
        let open = open.fold(RemedySet::NONE, |open, (remedy, _)| open.and(RemedySet::of([remedy])));
        let [refund, exchange, free_repair, paid_repair] = rulings.map(|ruling| ruling_of(&ruling));
        (Rulings { refund, exchange, free_repair, paid_repair }, open)
    }

    /// The axes but time that make a difference to a remedy in some of the worlds that are possible on the other axes.
    pub(crate) fn pivotal(&self, possible: &Possible, remedy: Remedy) -> Axes {
        // INVARIANT: of the diagnoses one, two, or five in a row are possible (space.rs), so that between those that follow
        // each other lies one distance.
        let apart = distance(possible.diagnosis) * Axis::Diagnosis.stride();
        let mask = possible.inner();
        let strides = [apart, Axis::Evidence.stride(), Axis::Accessories.stride(), Axis::Consent.stride()];
        let open = Axes::open(possible);
        let mut axes = Axes::NONE;
        if axes == open {
            return axes;
        }
        for at in values_of(possible.time) {
            let mut first = None;
            for how in values_of(possible.standing) {
                let (planes, neighbours) = self.of(at, how, remedy);
                let mut neighbours = *neighbours;
                if apart != Axis::Diagnosis.stride() {
                    let [diagnosis, ..] = &mut neighbours;
                    *diagnosis = changing(planes, apart);
                }
                axes = axes.with_if(Axis::Standing, differing(planes, first.get_or_insert(*planes)) & mask);
                for (axis, (worlds, stride)) in
                    INNER_AXES.into_iter().zip(neighbours.into_iter().zip(strides))
                {
                    axes = axes.with_if(axis, worlds & mask & mask >> stride);
                }
            }
            if axes == open {
                break;
            }
        }
        axes
    }

    /// The possible times, those together that make no difference to a remedy whatever else is possible.
    pub(crate) fn alike(&self, possible: &Possible, remedy: Remedy) -> AlikeTimes {
        let mask = possible.inner();
        let mut alike = AlikeTimes { classes: [0; Axis::Time.size()], len: 0 };
        for time in values_of(possible.time) {
            let is_like = |class: &u16| {
                let other = class.trailing_zeros() as usize;
                values_of(possible.standing).all(|standing| {
                    let ((one, _), (other, _)) =
                        (self.of(time, standing, remedy), self.of(other, standing, remedy));
                    differing(one, other) & mask == 0
                })
            };
            let known = alike.classes.iter().take(alike.len).position(is_like);
            let place = known.unwrap_or(alike.len);
            alike.len = alike.len.max(place + 1);
            alike.classes.iter_mut().skip(place).take(1).for_each(|class| *class |= 1 << time);
        }
        alike
    }

    /// For each cell and remedy the worlds in which another table rules otherwise.
    fn other_worlds(&self, other: &Self) -> Vec<[u64; 4]> {
        let otherwise = |(own, other): (&Cell, &Cell)| {
            let mut worlds = [0; 4];
            let planes = own.planes.iter().zip(&other.planes);
            worlds.iter_mut().zip(planes).for_each(|(worlds, (own, other))| *worlds = differing(own, other));
            worlds
        };
        self.cells.iter().zip(&other.cells).map(otherwise).collect()
    }

    fn cell(&self, time: usize, standing: usize) -> &Cell {
        const DENIED: Cell = Cell { planes: [[!0, 0, 0]; 4], neighbours: [[0; INNER_AXES.len()]; 4] };
        // INVARIANT: times and standings are below the sizes of their axes.
        self.cells.get(place(time, standing)).unwrap_or(&DENIED)
    }

    fn of(&self, time: usize, standing: usize, remedy: Remedy) -> (&Planes, &Neighbours) {
        fn one<T>([refund, exchange, free_repair, paid_repair]: &[T; 4], remedy: Remedy) -> &T {
            match remedy {
                Remedy::Refund => refund,
                Remedy::Exchange => exchange,
                Remedy::FreeRepair => free_repair,
                Remedy::PaidRepair => paid_repair,
            }
        }
        let cell = self.cell(time, standing);
        (one(&cell.planes, remedy), one(&cell.neighbours, remedy))
    }
}

/// The planes of a remedy that comes to the same in every world as in one.
fn in_every_world(planes: &Planes, world: u32) -> Planes {
    planes.map(|plane| 0_u64.wrapping_sub(plane.checked_shr(world).unwrap_or_default() & 1))
}

/// The ruling that planes hold in world 0.
fn ruling_of([one, two, four]: &Planes) -> Ruling {
    let code = one & 1 | (two & 1) << 1 | (four & 1) << 2;
    // INVARIANT: three bits are the code of a ruling.
    Ruling::ALL.get(code as usize).copied().unwrap_or(Ruling::Denied)
}

/// The worlds in which two rulings differ.
fn differing([one, two, four]: &Planes, [other_one, other_two, other_four]: &Planes) -> u64 {
    (one ^ other_one) | (two ^ other_two) | (four ^ other_four)
}

/// The worlds in which the ruling differs from that of the world a stride further.
fn changing([one, two, four]: &Planes, stride: usize) -> u64 {
    (*one ^ *one >> stride) | (*two ^ *two >> stride) | (*four ^ *four >> stride)
}

/// The worlds that have a next one on an axis: a stride further from the last value lies another value of the axis above.
fn before_last(axis: Axis) -> u64 {
    let has_next = |world: &usize| world / axis.stride() % axis.size() + 1 < axis.size();
    (0..INNER).filter(has_next).fold(0, |worlds, world| worlds | 1 << world)
}

const fn place(time: usize, standing: usize) -> usize {
    time * Axis::Standing.size() + standing
}

/// How far the second value in a set of bits lies above the first; 1 where there is no second.
const fn distance(bits: u16) -> usize {
    let first = bits.trailing_zeros();
    let above = (bits & bits.wrapping_sub(1)).trailing_zeros();
    if above < u16::BITS { (above - first) as usize } else { 1 }
}

/// All but the lowest value in a set of bits.
const fn several(bits: u16) -> u64 {
    (bits & bits.wrapping_sub(1)) as u64
}

/// The lowest value in a set of bits.
const fn first_of(bits: u16) -> usize {
    bits.trailing_zeros() as usize
}

/// The values in a set of bits, ascending.
pub(crate) fn values_of(bits: u16) -> impl Iterator<Item = usize> + Clone {
    let mut left = bits;
    std::iter::from_fn(move || {
        let value = left.trailing_zeros() as usize;
        (left != 0).then(|| {
            left &= left - 1;
            value
        })
    })
}

#[cfg(test)]
mod tests;

//! What the rules say of every world, worked out once: the outcome of a claim is then a look-up, and exact answers on
//! incomplete claims are comparisons of look-ups. The rules themselves are rules/remedy.rs.

use crate::policy::reading::{Choices, Reading};
use crate::proof::Sureties;
use crate::rules::remedy::rule;
use crate::world::{Axis, RemedySet, Ruling, Rulings, WORLDS, World};
use std::fmt;
use std::sync::OnceLock;

/// The rulings of all worlds under one choice of readings.
pub(crate) struct Table {
    rulings: Vec<Rulings>,
}

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
}

impl Table {
    fn new(choices: Choices) -> Self {
        Self { rulings: (0..WORLDS).map(|index| rule(&World::at(index), choices)).collect() }
    }

    /// The rulings that hold in some possible world, and the remedies on which not all possible worlds agree.
    pub(crate) fn settled(&self, possible: &Possible) -> (Rulings, RemedySet) {
        let mut first = None;
        let mut open = RemedySet::NONE;
        walk(&Axis::ALL, possible, 0, &mut |index| {
            let rulings = self.rulings_at(index);
            open = open.and(rulings.differing(first.get_or_insert(rulings)));
            open != RemedySet::ALL
        });
        (first.unwrap_or(Rulings::all(Ruling::Denied)), open)
    }

    /// Those of the wanted remedies to which two values of an axis make a difference in some of the worlds that are
    /// possible on the other axes.
    pub(crate) fn differing(
        &self,
        possible: &Possible,
        axis: Axis,
        (one, other): (usize, usize),
        wanted: RemedySet,
    ) -> RemedySet {
        let others = possible.with(axis, 1);
        let mut found = RemedySet::NONE;
        walk(&Axis::ALL, &others, 0, &mut |index| {
            let step = axis.stride();
            let rulings = self.rulings_at(index + one * step);
            found = found.and(rulings.differing(&self.rulings_at(index + other * step)));
            !found.includes(wanted)
        });
        found.only(wanted)
    }

    /// Those of the wanted remedies to which the axis makes a difference at all.
    pub(crate) fn pivotal(&self, possible: &Possible, axis: Axis, wanted: RemedySet) -> RemedySet {
        let mut values = values_of(possible.on(axis));
        let mut found = RemedySet::NONE;
        let Some(first) = values.next() else { return found };
        for value in values {
            if found.includes(wanted) {
                break;
            }
            found = found.and(self.differing(possible, axis, (first, value), wanted));
        }
        found
    }

    fn rulings_at(&self, index: usize) -> Rulings {
        // INVARIANT: an index is a sum of values times strides, so it lies in the table.
        self.rulings.get(index).copied().unwrap_or(Rulings::all(Ruling::Denied))
    }
}

/// Goes through the possible worlds until the test fails; true when it never does.
fn walk(axes: &[Axis], possible: &Possible, index: usize, test: &mut impl FnMut(usize) -> bool) -> bool {
    match axes.split_first() {
        None => test(index),
        Some((axis, rest)) => values_of(possible.on(*axis))
            .all(|value| walk(rest, possible, index + value * axis.stride(), test)),
    }
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

/// The readings whose switch acts in rules/remedy.rs, so that their alternative has a table of its own. All others act
/// on which worlds are possible.
const IN_THE_TABLE: [Reading; 5] = [
    Reading::ExcludedRepairs,
    Reading::AccessoriesIncomplete,
    Reading::SentWithoutConsent,
    Reading::ExclusionsByCause,
    Reading::MixedFindings,
];

/// Whether turning the reading gives another table.
pub(crate) fn acts_in_the_table(reading: Reading) -> bool {
    IN_THE_TABLE.contains(&reading)
}

/// The tables of a pack: one as it reads, one for each reading turned the other way, made when first asked for.
#[derive(Default)]
pub(crate) struct Tables {
    own: OnceLock<Table>,
    turned: [OnceLock<Table>; IN_THE_TABLE.len()],
    sureties: OnceLock<Sureties>,
}

impl fmt::Debug for Tables {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tables")
    }
}

impl Tables {
    /// What is sure under a pack's choices when premises are left out (proof.rs).
    pub(crate) fn sureties(&self, own: Choices) -> &Sureties {
        self.sureties.get_or_init(|| Sureties::new(own))
    }

    /// The table for a pack's choices with at most one reading turned.
    pub(crate) fn of(&self, own: Choices, turned: Option<Reading>) -> &Table {
        let place = IN_THE_TABLE.iter().position(|&reading| Some(reading) == turned);
        match (turned, place.and_then(|at| self.turned.get(at))) {
            (Some(reading), Some(cell)) => cell.get_or_init(|| Table::new(own.turned(reading))),
            (Some(_) | None, _) => self.own.get_or_init(|| Table::new(own)),
        }
    }
}

//! The decision tables of a pack: one as it reads, and one for the alternative of each reading that acts in the rules on
//! worlds, with the places at which it rules otherwise. What a table is says table.rs; which reading a claim turns on,
//! turned.rs.

use super::{Holding, Possible, Table, place, values_of};
use crate::policy::reading::{Choices, Reading};
use crate::world::RemedySet;
use nightbench_domain::claim::Remedy;
use std::fmt;

/// The tables of a pack: one as it reads, one for each reading that acts in the rules on worlds turned the other way.
pub(crate) struct Tables {
    pub(super) own: Table,
    holding: Holding,
    pub(super) turned: Vec<Turned>,
}

/// What a reading turned the other way comes to.
pub(super) struct Turned {
    pub(super) reading: Reading,
    pub(super) table: Table,
    /// Where it differs from the pack's own, by remedy.
    other_worlds: Vec<[u64; 4]>,
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
        Self { turned: IN_THE_TABLE.map(turned).into(), holding: Holding::of(&own), own }
    }

    /// The table as the pack reads.
    pub(crate) const fn own(&self) -> &Table {
        &self.own
    }

    /// Where each ruling of it holds.
    pub(crate) const fn holding(&self) -> &Holding {
        &self.holding
    }

    /// The table under the alternative of a reading and the remedies on which it rules otherwise in some possible world.
    /// None where there is none, as for a reading that does not act in the table.
    pub(crate) fn turned(&self, reading: Reading, possible: &Possible) -> Option<(&Table, RemedySet)> {
        let turned = self.turned.iter().find(|turned| turned.reading == reading)?;
        let mut otherwise = [0; 4];
        for time in values_of(possible.time) {
            for standing in values_of(possible.standing) {
                let here = turned.other_worlds.get(place(time, standing)).into_iter().flatten();
                otherwise.iter_mut().zip(here).for_each(|(all, worlds)| *all |= worlds);
            }
        }
        let mask = possible.inner();
        let by_remedy = Remedy::ALL.into_iter().zip(otherwise);
        let remedies: RemedySet =
            by_remedy.filter(|(_, worlds)| worlds & mask != 0).map(|(remedy, _)| remedy).collect();
        (!remedies.is_empty()).then_some((&turned.table, remedies))
    }
}

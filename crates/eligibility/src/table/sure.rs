//! Where a ruling holds: the same rulings as in the planes of a table, turned round for the proofs (proof.rs), which ask
//! again and again whether a remedy comes to one ruling in all of some worlds. One word answers for a cell.

use super::{Table, differing, place, values_of};
use crate::world::{Axis, Ruling};
use nightbench_domain::claim::Remedy;

/// Cells of a table.
const CELLS: usize = Axis::Time.size() * Axis::Standing.size();

/// For each ruling on each remedy the worlds in which it holds.
pub(crate) struct Holding {
    /// By remedy, code of the ruling and cell; bit w for world w of the cell.
    worlds: Vec<u64>,
}

/// Where one ruling on one remedy holds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sure<'a> {
    cells: &'a [u64],
}

impl Holding {
    /// Turns a table round.
    pub(crate) fn of(table: &Table) -> Self {
        let rulings =
            Remedy::ALL.into_iter().enumerate().flat_map(|(at, _)| Ruling::ALL.map(|ruling| (at, ruling)));
        let worlds = rulings.flat_map(|(at, ruling)| {
            let code = ruling.code() as u64;
            let everywhere = [code, code >> 1, code >> 2].map(|bits| 0_u64.wrapping_sub(bits & 1));
            let planes =
                table.cells.iter().map(move |cell| cell.planes.into_iter().nth(at).unwrap_or_default());
            planes.map(move |planes| !differing(&planes, &everywhere))
        });
        Self { worlds: worlds.collect() }
    }

    /// Where a ruling on a remedy holds.
    pub(crate) fn ruling(&self, remedy: Remedy, ruling: Ruling) -> Sure<'_> {
        let first = (remedy as usize * Ruling::ALL.len() + ruling.code()) * CELLS;
        // INVARIANT: there is a run of cells for every ruling on every remedy.
        Sure { cells: self.worlds.get(first..first + CELLS).unwrap_or_default() }
    }
}

impl Sure<'_> {
    /// Whether it holds in all of some worlds of the cells of some times and standings.
    pub(crate) fn holds(self, times: u16, standings: u16, worlds: u64) -> bool {
        values_of(times).all(|time| {
            let mut cells = values_of(standings).map(|standing| self.cells.get(place(time, standing)));
            cells.all(|holding| holding.is_some_and(|holding| worlds & !holding == 0))
        })
    }
}

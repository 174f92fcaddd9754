//! How long repairs took: of the units that were handed over, the share that kept day 10 and day 20 (3.1) and the spread of their
//! working days. A count of what was, not a promise and not a forecast (`forecast`).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// With fewer units than this nothing is said in percentiles or percent: one unit more would change the picture.
pub const SAMPLE_MIN: u64 = 20;

/// Units that took as many working days and were handed over on the same day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// Working days from receipt to hand-over.
    pub working_days: u32,
    /// Whether they were handed over by day 10.
    pub is_by_target: bool,
    /// Whether they were handed over by day 20.
    pub is_by_limit: bool,
    /// How many units.
    pub units: u64,
}

/// What is said of them together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Turnaround {
    /// How many were handed over.
    #[ts(type = "number")]
    pub units: u64,
    /// Of these, by day 10.
    #[ts(type = "number")]
    pub by_target: u64,
    /// Of these, by day 20.
    #[ts(type = "number")]
    pub by_limit: u64,
    /// The spread of their working days; absent where they are fewer than [`SAMPLE_MIN`].
    pub spread: Option<Spread>,
}

/// Percentiles by nearest rank: as many of a hundred units took this long or less. Every value is one that a unit had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Spread {
    /// Half of them.
    pub p50: u32,
    /// 85 of a hundred.
    pub p85: u32,
    /// 95 of a hundred.
    pub p95: u32,
}

impl Turnaround {
    /// Counts units, in any order.
    #[must_use]
    pub fn of(taken: &[Taken]) -> Self {
        let count =
            |counts: fn(&Taken) -> bool| taken.iter().filter(|one| counts(one)).map(|one| one.units).sum();
        let units = count(|_| true);
        Self {
            units,
            by_target: count(|one| one.is_by_target),
            by_limit: count(|one| one.is_by_limit),
            spread: (units >= SAMPLE_MIN).then(|| Spread::of(taken, units)),
        }
    }
}

impl Spread {
    fn of(taken: &[Taken], units: u64) -> Self {
        let mut sorted: Vec<&Taken> = taken.iter().collect();
        sorted.sort_by_key(|one| one.working_days);
        let at = |percent: u64| {
            let rank = (units * percent).div_ceil(100);
            let mut seen = 0;
            let reached = sorted.iter().find(|one| {
                seen += one.units;
                seen >= rank
            });
            reached.map_or(0, |one| one.working_days)
        };
        Self { p50: at(50), p85: at(85), p95: at(95) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Spread, Taken, Turnaround};

    fn taken(working_days: u32, units: u64) -> Taken {
        Taken { working_days, is_by_target: working_days <= 10, is_by_limit: working_days <= 20, units }
    }

    #[test]
    fn nineteen_units_are_counted_and_twenty_have_a_spread() {
        let nineteen = Turnaround::of(&[taken(3, 10), taken(22, 9)]);
        assert_eq!(nineteen, Turnaround { units: 19, by_target: 10, by_limit: 10, spread: None });
        let twenty = Turnaround::of(&[taken(22, 1), taken(3, 10), taken(15, 9)]);
        assert_eq!((twenty.by_target, twenty.by_limit), (10, 19));
        assert_eq!(twenty.spread, Some(Spread { p50: 3, p85: 15, p95: 15 }));
        assert_eq!(Turnaround::of(&[]), Turnaround::default());
    }

    #[test]
    fn a_percentile_is_the_value_of_the_unit_at_its_rank() {
        let hundred: Vec<Taken> = (1..=100).map(|days| taken(days, 1)).collect();
        assert_eq!(Turnaround::of(&hundred).spread, Some(Spread { p50: 50, p85: 85, p95: 95 }));
        let more: Vec<Taken> = (1..=21).map(|days| taken(days, 1)).collect();
        // Ranks 10.5, 17.85 and 19.95 are the 11th, the 18th and the 20th.
        assert_eq!(Turnaround::of(&more).spread, Some(Spread { p50: 11, p85: 18, p95: 20 }));
    }
}

//! What matters of a complete claim, and nothing else: six small axes whose product is every claim the rules can tell
//! apart. Dates are here only as the windows they open, findings only as the class they form. Not the facts
//! (facts.rs) and not what may be true of an incomplete claim (space.rs).

pub(crate) use crate::remedy_set::RemedySet;

use nightbench_domain::claim::Remedy;

/// A complete claim in the abstract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct World {
    pub(crate) time: Time,
    pub(crate) standing: Standing,
    pub(crate) diagnosis: Diagnosis,
    /// An exclusion of 5.8 or 5.12 is proven.
    pub(crate) is_evidence_wanting: bool,
    pub(crate) are_accessories_complete: bool,
    pub(crate) is_consented: bool,
}

/// Where the claim lies in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Time {
    /// No claim date, or a claim before the purchase.
    Undated,
    /// Which windows are open, and the warranty.
    At { in_refund_window: bool, in_exchange_window: bool, cover: Covered },
}

/// Whether the warranty period of what is claimed for includes the claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Covered {
    Inside,
    Over,
    /// The period is blank in the table and no contract fills it (reading 19).
    Blank,
}

/// How far the policy applies to goods sold like these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    Full,
    /// The alternative of reading 9.
    NoRefund,
    NoRefundOrExchange,
    Outside,
    /// The alternative of reading 21: without the contract nothing is told.
    ContractUnseen,
}

/// What the findings amount to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Diagnosis {
    /// Nothing but what 1.1 does not cover: within specification, or no fault at all.
    NothingCovered,
    /// Nothing but what section 5 excludes (and perhaps 1.1 does not cover).
    Excluded,
    /// The product's own fault alone.
    ProductFault,
    /// The product's own fault beside one that is neither its own nor user-caused (5.4, 5.7, 5.10).
    BesideMinor,
    /// The product's own fault beside a user-caused one (5.2, 5.3, 5.6, 5.9, 5.11).
    BesideUserCaused,
    /// A product fault that cannot be, together with 5.5 or 1.1; counts as not diagnosed.
    Contradictory,
}

impl Diagnosis {
    /// What an undiagnosed claim can turn out to be.
    pub(crate) const POSSIBLE: [Self; 5] =
        [Self::NothingCovered, Self::Excluded, Self::ProductFault, Self::BesideMinor, Self::BesideUserCaused];
}

/// What a remedy comes to in a world.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ruling {
    Granted,
    Denied,
    /// Neither before a known lack is made good or a person has decided.
    Lacks(Lack),
}

/// A known lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lack {
    Dates,
    Review,
    Contract,
    Consent,
    Accessories,
    Diagnosis,
}

impl Ruling {
    /// Every ruling, by its code.
    pub(crate) const ALL: [Self; 8] = [
        Self::Granted,
        Self::Denied,
        Self::Lacks(Lack::Dates),
        Self::Lacks(Lack::Review),
        Self::Lacks(Lack::Contract),
        Self::Lacks(Lack::Consent),
        Self::Lacks(Lack::Accessories),
        Self::Lacks(Lack::Diagnosis),
    ];

    /// Its place in [`ALL`](Self::ALL), three bits.
    pub(crate) const fn code(self) -> usize {
        match self {
            Self::Granted => 0,
            Self::Denied => 1,
            Self::Lacks(lack) => 2 + lack as usize,
        }
    }
}

/// The rulings on the four remedies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rulings {
    pub(crate) refund: Ruling,
    pub(crate) exchange: Ruling,
    pub(crate) free_repair: Ruling,
    pub(crate) paid_repair: Ruling,
}

impl Rulings {
    pub(crate) const fn all(ruling: Ruling) -> Self {
        Self { refund: ruling, exchange: ruling, free_repair: ruling, paid_repair: ruling }
    }

    pub(crate) const fn of(&self, remedy: Remedy) -> Ruling {
        match remedy {
            Remedy::Refund => self.refund,
            Remedy::Exchange => self.exchange,
            Remedy::FreeRepair => self.free_repair,
            Remedy::PaidRepair => self.paid_repair,
        }
    }
}

/// One of the six axes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Axis {
    Time,
    Standing,
    Diagnosis,
    Evidence,
    Accessories,
    Consent,
}

impl Axis {
    /// Number of values on the axis.
    pub(crate) const fn size(self) -> usize {
        match self {
            Self::Time => 13,
            Self::Standing => 5,
            Self::Diagnosis => 6,
            Self::Evidence | Self::Accessories | Self::Consent => 2,
        }
    }

    /// How far apart in the table two worlds are that differ by one on this axis alone.
    pub(crate) const fn stride(self) -> usize {
        match self {
            Self::Consent => 1,
            Self::Accessories => 2,
            Self::Evidence => 4,
            Self::Diagnosis => 8,
            Self::Standing => 48,
            Self::Time => 240,
        }
    }
}

/// Number of worlds.
pub(crate) const WORLDS: usize = 240 * 13;

impl World {
    /// The world at a place of the table; the inverse of summing value times stride over the axes.
    pub(crate) fn at(index: usize) -> Self {
        let value = |axis: Axis| index / axis.stride() % axis.size();
        Self {
            time: Time::at(value(Axis::Time)),
            standing: Standing::at(value(Axis::Standing)),
            diagnosis: Diagnosis::at(value(Axis::Diagnosis)),
            is_evidence_wanting: value(Axis::Evidence) == 1,
            are_accessories_complete: value(Axis::Accessories) == 1,
            is_consented: value(Axis::Consent) == 1,
        }
    }
}

impl Time {
    pub(crate) const fn value(self) -> usize {
        match self {
            Self::Undated => 0,
            Self::At { in_refund_window, in_exchange_window, cover } => {
                let cover = match cover {
                    Covered::Inside => 0,
                    Covered::Over => 1,
                    Covered::Blank => 2,
                };
                1 + cover + 3 * in_refund_window as usize + 6 * in_exchange_window as usize
            }
        }
    }

    pub(crate) fn at(value: usize) -> Self {
        let Some(value) = value.checked_sub(1) else { return Self::Undated };
        Self::At {
            in_refund_window: value / 3 % 2 == 1,
            in_exchange_window: value / 6 == 1,
            cover: match value % 3 {
                0 => Covered::Inside,
                1 => Covered::Over,
                _ => Covered::Blank,
            },
        }
    }
}

impl Standing {
    pub(crate) const fn value(self) -> usize {
        self as usize
    }

    const fn at(value: usize) -> Self {
        match value {
            0 => Self::Full,
            1 => Self::NoRefund,
            2 => Self::NoRefundOrExchange,
            3 => Self::Outside,
            _ => Self::ContractUnseen,
        }
    }
}

impl Diagnosis {
    pub(crate) const fn value(self) -> usize {
        self as usize
    }

    const fn at(value: usize) -> Self {
        match value {
            0 => Self::NothingCovered,
            1 => Self::Excluded,
            2 => Self::ProductFault,
            3 => Self::BesideMinor,
            4 => Self::BesideUserCaused,
            _ => Self::Contradictory,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Axis, Ruling, WORLDS, World};
    use std::collections::BTreeSet;

    #[test]
    fn every_ruling_is_found_by_its_code() {
        for (code, ruling) in Ruling::ALL.into_iter().enumerate() {
            assert_eq!(ruling.code(), code);
        }
    }

    #[test]
    fn every_place_of_the_table_is_another_world_and_finds_back() {
        let mut seen = BTreeSet::new();
        for index in 0..WORLDS {
            let world = World::at(index);
            let back = world.time.value() * Axis::Time.stride()
                + world.standing.value() * Axis::Standing.stride()
                + world.diagnosis.value() * Axis::Diagnosis.stride()
                + usize::from(world.is_evidence_wanting) * Axis::Evidence.stride()
                + usize::from(world.are_accessories_complete) * Axis::Accessories.stride()
                + usize::from(world.is_consented) * Axis::Consent.stride();
            assert_eq!(back, index);
            assert!(seen.insert(format!("{world:?}")));
        }
        let last = World::at(WORLDS - 1);
        assert_eq!(last.time.value() + 1, Axis::Time.size());
    }
}

//! Some of the four remedies.

use nightbench_domain::claim::Remedy;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Some of the four remedies, each once, in the order in which they are shown. In JSON a list of codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct RemedySet(pub(crate) u8);

impl RemedySet {
    /// None of them.
    pub const NONE: Self = Self(0);
    /// All four.
    pub const ALL: Self = Self(0b1111);

    /// The remedies that are named.
    pub(crate) const fn of<const N: usize>(remedies: [Remedy; N]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < N {
            #[allow(clippy::indexing_slicing, reason = "at < N, the length; iterators are not const")]
            let remedy = remedies[at];
            bits |= 1 << remedy as u8;
            at += 1;
        }
        Self(bits)
    }

    /// Whether a remedy is among them.
    #[must_use]
    pub const fn contains(self, remedy: Remedy) -> bool {
        self.0 >> remedy as u8 & 1 == 1
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The remedies in the order in which they are shown.
    pub fn iter(self) -> impl Iterator<Item = Remedy> + Clone {
        Remedy::ALL.into_iter().filter(move |&remedy| self.contains(remedy))
    }

    /// These and those.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those of these that are wanted.
    pub(crate) const fn only(self, wanted: Self) -> Self {
        Self(self.0 & wanted.0)
    }

    /// These without those.
    pub(crate) const fn without(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }

    pub(crate) const fn len(self) -> usize {
        self.0.count_ones() as usize
    }
}

impl FromIterator<Remedy> for RemedySet {
    fn from_iter<I: IntoIterator<Item = Remedy>>(remedies: I) -> Self {
        remedies.into_iter().fold(Self::NONE, |set, remedy| set.and(Self::of([remedy])))
    }
}

impl Serialize for RemedySet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for RemedySet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(|remedies: Vec<Remedy>| remedies.into_iter().collect())
    }
}

//! The outcomes of a claim and nothing else: for each remedy granted, denied or needs, and what it needs. The part of a
//! verdict that replays, what-if and exhaustive checks compare; no words, no dates, no allocation. Why an outcome is as
//! it is says the verdict (verdict.rs).

use crate::assess::decide;
use crate::claim::Claim;
use crate::facts::Facts;
use crate::policy::Policy;
use crate::table::values_of;
use crate::verdict::{Need, Outcome};
use nightbench_calendar::Calendar;
use nightbench_domain::claim::Remedy;

/// What the commitment grants on the facts: the outcomes that [`assess`](crate::assess) gives with their grounds.
///
/// The calendar is the one last days roll on, China's for the shipped commitment; with `counting: plain` it is not asked.
#[must_use]
pub fn outcomes(policy: &Policy, calendar: &Calendar, facts: &Facts) -> Outcomes {
    decide(policy, calendar, &Claim::of(facts)).1
}

/// The outcome of each remedy. Two claims with the same outcomes are the same to the customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Outcomes {
    /// Money back (3.3).
    pub refund: RemedyOutcome,
    /// Another unit (3.2).
    pub exchange: RemedyOutcome,
    /// Repair in warranty (3.1).
    pub free_repair: RemedyOutcome,
    /// Repair out of warranty (2.1, 3.1).
    pub paid_repair: RemedyOutcome,
}

/// The outcome of one remedy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RemedyOutcome {
    /// Granted, denied, or not to be told yet.
    pub outcome: Outcome,
    /// What alone can still change the outcome; empty unless the outcome is `needs`.
    pub needs: NeedSet,
}

impl Outcomes {
    /// The outcome of one remedy.
    #[must_use]
    pub const fn of(&self, remedy: Remedy) -> RemedyOutcome {
        match remedy {
            Remedy::Refund => self.refund,
            Remedy::Exchange => self.exchange,
            Remedy::FreeRepair => self.free_repair,
            Remedy::PaidRepair => self.paid_repair,
        }
    }

    /// Everything any remedy needs.
    #[must_use]
    pub const fn needs(&self) -> NeedSet {
        let NeedSet(refund) = self.refund.needs;
        let NeedSet(exchange) = self.exchange.needs;
        let NeedSet(free_repair) = self.free_repair.needs;
        let NeedSet(paid_repair) = self.paid_repair.needs;
        NeedSet(refund | exchange | free_repair | paid_repair)
    }

    /// Outcomes by remedy.
    pub(crate) fn by(outcome: impl Fn(Remedy) -> RemedyOutcome) -> Self {
        Self {
            refund: outcome(Remedy::Refund),
            exchange: outcome(Remedy::Exchange),
            free_repair: outcome(Remedy::FreeRepair),
            paid_repair: outcome(Remedy::PaidRepair),
        }
    }
}

/// Some of the needs, each once, in order of the codes. One bit for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct NeedSet(u16);

impl NeedSet {
    /// Nothing is needed.
    pub const NONE: Self = Self(0);

    /// One need alone.
    #[must_use]
    pub const fn one(need: Need) -> Self {
        Self(1 << need as u16)
    }

    /// The same with one need more.
    #[must_use]
    pub const fn with(self, need: Need) -> Self {
        Self(self.0 | Self::one(need).0)
    }

    /// Whether a need is among them.
    #[must_use]
    pub const fn contains(self, need: Need) -> bool {
        self.0 & Self::one(need).0 != 0
    }

    /// Whether nothing is needed.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Number of needs.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The needs in order of the codes.
    pub fn iter(self) -> impl Iterator<Item = Need> + Clone {
        values_of(self.0).filter_map(|at| Need::ALL.get(at).copied())
    }
}

impl FromIterator<Need> for NeedSet {
    fn from_iter<I: IntoIterator<Item = Need>>(needs: I) -> Self {
        needs.into_iter().fold(Self::NONE, Self::with)
    }
}

#[cfg(test)]
mod tests {
    use super::{NeedSet, Outcomes, RemedyOutcome};
    use crate::verdict::{Need, Outcome};
    use nightbench_domain::claim::Remedy;

    #[test]
    fn a_set_of_needs_gives_each_once_in_order_of_the_codes() {
        let set: NeedSet = [Need::SerialLabel, Need::Accessories, Need::SerialLabel].into_iter().collect();
        assert_eq!(set.iter().collect::<Vec<_>>(), [Need::Accessories, Need::SerialLabel]);
        assert_eq!((set.len(), set.is_empty()), (2, false));
        assert_eq!(Need::ALL.into_iter().collect::<NeedSet>().iter().collect::<Vec<_>>(), Need::ALL);
        assert_eq!(NeedSet::NONE.iter().count(), 0);
    }

    #[test]
    fn what_several_remedies_need_is_needed() {
        for sharing in 0..16_usize {
            let outcomes = Outcomes::by(|remedy| {
                let shares = sharing >> remedy as usize & 1 == 1;
                let needs = if shares { NeedSet::one(Need::Consent) } else { NeedSet::NONE };
                RemedyOutcome { outcome: Outcome::Needs, needs }
            });
            let needed = Remedy::ALL.into_iter().any(|remedy| !outcomes.of(remedy).needs.is_empty());
            assert_eq!(outcomes.needs().contains(Need::Consent), needed, "{sharing:04b}");
        }
    }
}

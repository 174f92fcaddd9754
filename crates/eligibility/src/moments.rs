//! Where in time an incomplete claim may lie: every completion of class, object and purchase date, the three facts that
//! only together say which windows are open and whether the warranty covers the claim. The dates fall into few stretches
//! within which no rule tells them apart. What else is unknown of a claim is space.rs.
//!
//! That is exact. Each window and each period includes the claim if and only if it began on a certain day or later (its
//! `first_start_reaching`), so between two such days every purchase date is alike; there are at most eight of them, two
//! windows and the periods of six cells of table 2.T. An unknown purchase date is never later than the claim.

use crate::claim::Claim;
use crate::policy::Policy;
use crate::policy::reading::Choices;
use crate::rules::period::{base_months, first_start_reaching, is_in_tail};
use crate::rules::window::{Window, earliest_sufficient, rolls};
use crate::verdict::Need;
use crate::world::{Covered, Time};
use chrono::NaiveDate;
use nightbench_calendar::Calendar;
use nightbench_domain::claim::ClaimObject;
use nightbench_domain::unit::ProductClass;

/// A class and an object; the place of one is [`item`].
const ITEMS: usize = 6;
/// The days on which something begins to include the claim: one for each window, one for each item's period.
const CUTS: usize = 2 + ITEMS;
const STRETCHES: usize = CUTS + 1;

/// The completions in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moments {
    /// By stretch of purchase dates, then by item: [`Time::value`]; undated where there is no such completion.
    times: [[u8; ITEMS]; STRETCHES],
}

/// Sets of times, as bits.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TimeSets {
    sets: [u16; MOST_SETS],
    len: usize,
}

/// Date and class may stay while the object moves.
const MOST_SETS: usize = STRETCHES * ProductClass::ALL.len();

impl Moments {
    /// Without a date to be judged by.
    const UNDATED: Self = Self { times: [[0; ITEMS]; STRETCHES] };

    pub(crate) fn of(policy: &Policy, calendar: &Calendar, claim: &Claim, choices: Choices) -> Self {
        let Some(claimed) = claim.claim_date else { return Self::UNDATED };
        let purchased = claim.purchase_date(choices);
        if purchased.is_some_and(|purchased| claimed < purchased) {
            return Self::UNDATED;
        }
        let earliest = earliest_sufficient(calendar, claimed, rolls(claim, choices));
        let starts = Starts {
            refund: Window::refund(policy, claim, choices).first_start_reaching(earliest),
            exchange: Window::exchange(policy, claim, choices).first_start_reaching(earliest),
            periods: periods(policy, claim, earliest, choices),
        };
        let mut moments = Self::UNDATED;
        match claim.terms.period_starts_on.or(purchased) {
            Some(start) => moments.times.iter_mut().take(1).for_each(|times| *times = starts.times(start)),
            None => {
                let stretches = starts.stretches(claimed);
                moments.times.iter_mut().zip(stretches).for_each(|(times, last)| *times = starts.times(last));
            }
        }
        moments
    }

    /// The times at which the claim may lie, bit n for [`Time::value`] n.
    pub(crate) fn times(&self) -> u16 {
        let times = self.times.iter().fold(0, |times, row| times | set(row));
        if times == 0 { 1 << Time::Undated.value() } else { times }
    }

    /// Whether the claim has a date to be judged by.
    pub(crate) fn is_dated(&self) -> bool {
        self.times() != 1 << Time::Undated.value()
    }

    /// Where the warranty stands, if that is the same in every completion.
    pub(crate) fn cover(&self) -> Option<Covered> {
        let mut covers = crate::table::values_of(self.times()).map(|time| match Time::at(time) {
            Time::At { cover, .. } => Some(cover),
            Time::Undated => None,
        });
        let first = covers.next()?;
        covers.all(|cover| cover == first).then_some(first)?
    }

    /// The sets of times between which class, object or purchase date alone moves the claim, the other two staying.
    pub(crate) fn moved_by(&self, need: Need) -> TimeSets {
        let mut sets = TimeSets::NONE;
        match need {
            Need::ProductClass => {
                for [terminal, terminal_part, module, module_part, detector, detector_part] in self.times {
                    sets.add(set(&[terminal, module, detector]));
                    sets.add(set(&[terminal_part, module_part, detector_part]));
                }
            }
            Need::ClaimObject => {
                for row in &self.times {
                    row.chunks_exact(2).for_each(|objects| sets.add(set(objects)));
                }
            }
            Need::PurchaseDate => self.by_item().into_iter().for_each(|times| sets.add(times)),
            Need::Accessories
            | Need::AuthorisedSource
            | Need::Consent
            | Need::ConsumableDefect
            | Need::Contract
            | Need::Dates
            | Need::Diagnosis
            | Need::PurchaseProof
            | Need::Review
            | Need::SaleKind
            | Need::SerialLabel
            | Need::SerialMatch
            | Need::WarrantyCertificate => {}
        }
        sets
    }

    /// The times that each answer leaves to the claim which class, object or purchase date can get.
    pub(crate) fn after_answers(&self, need: Need) -> TimeSets {
        let mut sets = TimeSets::NONE;
        let [terminal, terminal_part, module, module_part, detector, detector_part] = self.by_item();
        match need {
            Need::ProductClass => {
                [terminal | terminal_part, module | module_part, detector | detector_part]
                    .into_iter()
                    .for_each(|times| sets.add(times));
            }
            Need::ClaimObject => {
                [terminal | module | detector, terminal_part | module_part | detector_part]
                    .into_iter()
                    .for_each(|times| sets.add(times));
            }
            Need::PurchaseDate => self.times.iter().for_each(|row| sets.add(set(row))),
            Need::Accessories
            | Need::AuthorisedSource
            | Need::Consent
            | Need::ConsumableDefect
            | Need::Contract
            | Need::Dates
            | Need::Diagnosis
            | Need::PurchaseProof
            | Need::Review
            | Need::SaleKind
            | Need::SerialLabel
            | Need::SerialMatch
            | Need::WarrantyCertificate => {}
        }
        sets
    }

    /// For each item the times over all stretches.
    fn by_item(&self) -> [u16; ITEMS] {
        let mut by_item = [0; ITEMS];
        for row in &self.times {
            by_item.iter_mut().zip(row).for_each(|(times, time)| *times |= set(&[*time]));
        }
        by_item
    }
}

impl TimeSets {
    const NONE: Self = Self { sets: [0; MOST_SETS], len: 0 };

    fn add(&mut self, times: u16) {
        if let Some(place) = self.sets.get_mut(self.len).filter(|_| times != 0) {
            *place = times;
            self.len += 1;
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = u16> {
        self.sets.iter().take(self.len).copied()
    }

    /// Each set of more than one time once.
    pub(crate) fn distinct(&self) -> impl Iterator<Item = u16> {
        let is_first = |at: usize, times: u16| !self.iter().take(at).any(|before| before == times);
        let sets = self.iter().enumerate();
        sets.filter(move |&(at, times)| times.count_ones() > 1 && is_first(at, times)).map(|(_, times)| times)
    }
}

/// The first starts that include the claim.
struct Starts {
    refund: NaiveDate,
    exchange: NaiveDate,
    periods: [Option<Period>; ITEMS],
}

/// The warranty period of a possible item.
#[derive(Clone, Copy)]
enum Period {
    /// Neither table nor contract says.
    Blank,
    /// It includes the claim if it starts on this day or later.
    From(NaiveDate),
}

impl Starts {
    /// The times of a claim by item, for a period that starts on a day.
    fn times(&self, start: NaiveDate) -> [u8; ITEMS] {
        let (in_refund_window, in_exchange_window) = (start >= self.refund, start >= self.exchange);
        self.periods.map(|period| {
            let cover = match period {
                None => return Time::Undated.value() as u8,
                Some(Period::Blank) => Covered::Blank,
                Some(Period::From(first)) if start >= first => Covered::Inside,
                Some(Period::From(_)) => Covered::Over,
            };
            Time::At { in_refund_window, in_exchange_window, cover }.value() as u8
        })
    }

    /// The last date of each stretch of purchase dates, beginning with the latest stretch, which ends with the claim.
    fn stretches(&self, claimed: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        let mut cuts = [NaiveDate::MIN; CUTS];
        let firsts = self.periods.iter().map(|period| match period {
            Some(Period::From(first)) => *first,
            Some(Period::Blank) | None => NaiveDate::MIN,
        });
        let all = [self.refund, self.exchange].into_iter().chain(firsts);
        cuts.iter_mut().zip(all).for_each(|(place, cut)| *place = cut);
        cuts.sort_unstable_by(|one, other| other.cmp(one));
        let mut before = None;
        let distinct = cuts.into_iter().filter(move |&cut| before.replace(cut) != Some(cut));
        // No date lies before the first that can be written.
        std::iter::once(claimed).chain(distinct.filter_map(|cut| cut.pred_opt()))
    }
}

/// The periods of the items that are possible, seen from the earliest day that still includes the claim.
fn periods(policy: &Policy, claim: &Claim, earliest: NaiveDate, choices: Choices) -> [Option<Period>; ITEMS] {
    let mut periods = [None; ITEMS];
    let is_in_tail = is_in_tail(policy, claim, earliest, choices);
    let items = ProductClass::ALL.into_iter().flat_map(|class| OBJECTS.map(|object| (class, object)));
    for (place, (class, object)) in periods.iter_mut().zip(items) {
        let is_possible = claim.product_class.is_none_or(|known| known == class)
            && claim.claim_object.is_none_or(|known| known == object);
        if !is_possible {
            continue;
        }
        *place = Some(match base_months(policy, claim, class, object, choices) {
            // 2.2: whatever the base period is, it is continued.
            _ if is_in_tail => Period::From(NaiveDate::MIN),
            Some(months) => Period::From(first_start_reaching(earliest, months, choices)),
            None => Period::Blank,
        });
    }
    periods
}

const OBJECTS: [ClaimObject; 2] = [ClaimObject::Whole, ClaimObject::Part];

/// The set of some times, without the undated.
fn set(times: &[u8]) -> u16 {
    times.iter().fold(0, |set, time| set | 1 << time) & !(1 << Time::Undated.value())
}

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
use crate::table::values_of;
use crate::verdict::Need;
use crate::world::{Covered, Time};
use chrono::NaiveDate;
use nightbench_calendar::Calendar;
use nightbench_domain::claim::ClaimObject;
use nightbench_domain::unit::ProductClass;

/// What can be claimed for.
const ALL_ITEMS: [(ProductClass, ClaimObject); ITEMS] = [
    (ProductClass::Terminal, ClaimObject::Whole),
    (ProductClass::Terminal, ClaimObject::Part),
    (ProductClass::Module, ClaimObject::Whole),
    (ProductClass::Module, ClaimObject::Part),
    (ProductClass::Detector, ClaimObject::Whole),
    (ProductClass::Detector, ClaimObject::Part),
];
const ITEMS: usize = 6;
/// The days on which something begins to include the claim: one for each window, one for each item's period.
const CUTS: usize = 2 + ITEMS;
const STRETCHES: usize = CUTS + 1;

/// The completions in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moments {
    /// By stretch of purchase dates, then by item: [`Time::value`]; undated where there is no such completion.
    rows: [Row; STRETCHES],
    /// How many stretches there are; none for a claim without a date.
    len: usize,
    /// All of them, bit n for [`Time::value`] n.
    times: u16,
}

/// The times of the six items, in the order of [`ALL_ITEMS`].
type Row = [u8; ITEMS];

/// Sets of times, as bits.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TimeSets {
    sets: [u16; MOST_SETS],
    len: usize,
}

/// Date and class may stay while the object moves.
const MOST_SETS: usize = STRETCHES * ProductClass::ALL.len();

/// For class, object and purchase date the sets of times among which that fact alone moves the claim, the other two
/// staying.
pub(crate) type Moves = [(Need, TimeSets); 3];

impl Moments {
    /// Without a date to be judged by.
    const UNDATED: Self = Self { rows: [[0; ITEMS]; STRETCHES], len: 0, times: 1 << Time::Undated.value() };

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
        let mut moments = Self { times: 0, ..Self::UNDATED };
        match claim.terms.period_starts_on.or(purchased) {
            Some(start) => moments.add(starts.times(start)),
            None => starts.stretches(claimed).for_each(|last| moments.add(starts.times(last))),
        }
        moments
    }

    fn add(&mut self, row: Row) {
        if let Some(place) = self.rows.get_mut(self.len) {
            *place = row;
            self.len += 1;
            self.times |= set(&row);
        }
    }

    /// The times at which the claim may lie, bit n for [`Time::value`] n.
    pub(crate) const fn times(&self) -> u16 {
        self.times
    }

    /// Whether the claim has a date to be judged by.
    pub(crate) const fn is_dated(&self) -> bool {
        self.len > 0
    }

    /// Where the warranty stands, if that is the same in every completion.
    pub(crate) fn cover(&self) -> Option<Covered> {
        let mut covers = values_of(self.times).map(|time| match Time::at(time) {
            Time::At { cover, .. } => Some(cover),
            Time::Undated => None,
        });
        let first = covers.next()?;
        covers.all(|cover| cover == first).then_some(first)?
    }

    /// How class, object and purchase date alone move the claim in time.
    pub(crate) fn moves(&self) -> Moves {
        let (mut by_class, mut by_object, mut by_date) = (TimeSets::NONE, TimeSets::NONE, TimeSets::NONE);
        if self.times.count_ones() > 1 {
            for row in self.rows() {
                let &[terminal, terminal_part, module, module_part, detector, detector_part] = row;
                by_class.add_moving(set(&[terminal, module, detector]));
                by_class.add_moving(set(&[terminal_part, module_part, detector_part]));
                row.chunks_exact(2).for_each(|objects| by_object.add_moving(set(objects)));
            }
            self.by_item().into_iter().for_each(|times| by_date.add_moving(times));
        }
        [(Need::ProductClass, by_class), (Need::ClaimObject, by_object), (Need::PurchaseDate, by_date)]
    }

    /// The times that each answer leaves to the claim which the class can get.
    pub(crate) fn by_class(&self) -> TimeSets {
        let [terminal, terminal_part, module, module_part, detector, detector_part] = self.by_item();
        TimeSets::NONE
            .with(terminal | terminal_part)
            .with(module | module_part)
            .with(detector | detector_part)
    }

    /// The same for the object.
    pub(crate) fn by_object(&self) -> TimeSets {
        let [terminal, terminal_part, module, module_part, detector, detector_part] = self.by_item();
        TimeSets::NONE.with(terminal | module | detector).with(terminal_part | module_part | detector_part)
    }

    /// The same for the purchase date.
    pub(crate) fn by_date(&self) -> TimeSets {
        self.rows().fold(TimeSets::NONE, |sets, row| sets.with(set(row)))
    }

    fn rows(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().take(self.len)
    }

    /// For each item the times over all stretches.
    fn by_item(&self) -> [u16; ITEMS] {
        let mut by_item = [0; ITEMS];
        for row in self.rows() {
            by_item.iter_mut().zip(row).for_each(|(times, time)| *times |= set(&[*time]));
        }
        by_item
    }
}

impl TimeSets {
    const NONE: Self = Self { sets: [0; MOST_SETS], len: 0 };

    /// The same with one set more, unless it is empty.
    fn with(mut self, times: u16) -> Self {
        if let Some(place) = self.sets.get_mut(self.len).filter(|_| times != 0) {
            *place = times;
            self.len += 1;
        }
        self
    }

    /// Adds a set among which a claim can move, unless it is there.
    fn add_moving(&mut self, times: u16) {
        if times.count_ones() > 1 && !self.iter().any(|known| known == times) {
            *self = self.with(times);
        }
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.len == 0
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = u16> {
        self.sets.iter().take(self.len).copied()
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
    for (place, (class, object)) in periods.iter_mut().zip(ALL_ITEMS) {
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

/// The set of some times, without the undated.
fn set(times: &[u8]) -> u16 {
    times.iter().fold(0, |set, time| set | 1 << time) & !(1 << Time::Undated.value())
}

#[cfg(test)]
mod tests {
    use super::{Moments, STRETCHES, TimeSets};
    use crate::claim::Claim;
    use crate::facts::Facts;
    use crate::policy::Policy;
    use crate::world::Covered;
    use nightbench_calendar::Calendar;

    const SHIPPED: &str = include_str!("../../../policies/jingpin-commitment.toml");

    fn moments(pack: &str, facts: &str) -> Moments {
        let policy = Policy::load("pack.toml", pack).unwrap();
        let claim = Claim::of(&Facts::from_json(facts).unwrap());
        Moments::of(&policy, Calendar::of("CN"), &claim, policy.choices)
    }

    fn sets(of: &TimeSets) -> Vec<u16> {
        of.iter().collect()
    }

    /// Six periods and two windows, no two alike: the most days on which anything can begin to include a claim.
    #[test]
    fn every_stretch_of_purchase_dates_has_its_place() {
        let cell = |class: &str, object: &str, months: u32| {
            format!("product_class = \"{class}\"\nclaim_object = \"{object}\"\nmonths = {months}")
        };
        let changes = [
            (cell("module", "part", 3), cell("module", "part", 4)),
            (cell("detector", "whole", 12), cell("detector", "whole", 18)),
            ("alternative_months = 3".to_owned(), "months = 5".to_owned()),
        ];
        let pack = changes.iter().fold(SHIPPED.to_owned(), |pack, (from, to)| {
            assert!(pack.contains(from), "{from}");
            pack.replacen(from, to, 1)
        });
        let all = moments(&pack, r#"{"claim_date":"2026-06-01"}"#);
        assert_eq!((sets(&all.by_date()).len(), STRETCHES), (9, 9));
    }

    /// A month after the purchase every item is covered: what class and object are does not matter, and neither answer
    /// leaves the claim without a time.
    #[test]
    fn each_answer_leaves_the_times_of_all_items_it_leaves() {
        let early = moments(
            SHIPPED,
            r#"{"claim_date":"2026-04-20","purchase":{"voucher_date":"2026-03-02"},"contract":{"unit_months":24,"part_months":24}}"#,
        );
        assert_eq!(sets(&early.by_object()), [early.times(), early.times()]);
        assert_eq!(sets(&early.by_class()), [early.times(); 3]);
        let late = moments(
            SHIPPED,
            r#"{"claim_date":"2027-12-01","purchase":{"voucher_date":"2026-03-02"},"contract":{}}"#,
        );
        // The terminal alone is covered; of a detector's parts nobody knows.
        let [terminal, module, detector] = sets(&late.by_class())[..] else { panic!("{late:?}") };
        assert_eq!(terminal.count_ones(), 2);
        assert_eq!((module.count_ones(), detector.count_ones()), (1, 2));
        assert_eq!(terminal | module | detector, late.times());
        let [whole, part] = sets(&late.by_object())[..] else { panic!("{late:?}") };
        assert_eq!((whole.count_ones(), part.count_ones(), whole | part), (2, 2, late.times()));
    }

    #[test]
    fn two_items_that_stand_alike_are_among_the_answers_that_leave_them() {
        let pack = SHIPPED.replacen(
            "claim_object = \"part\"\nmonths = 3",
            "claim_object = \"part\"\nmonths = 12",
            1,
        );
        let pack = pack.replacen("alternative_months = 3", "months = 3", 1);
        let facts = r#"{"claim_date":"2026-09-01","purchase":{"voucher_date":"2026-03-02"},"contract":{}}"#;
        let [whole, part] = sets(&moments(&pack, facts).by_object())[..] else { panic!("two answers") };
        assert_eq!(
            (whole.count_ones(), part.count_ones()),
            (1, 2),
            "of parts the terminal's alone is covered"
        );
    }

    #[test]
    fn the_cover_is_known_where_every_time_has_the_same() {
        let item = r#""product_class":"detector","claim_object":"part""#;
        let of = |facts: &str| moments(SHIPPED, facts);
        let blank = of(&format!(r#"{{{item},"claim_date":"2026-09-01","contract":{{}}}}"#));
        assert!(blank.times().count_ones() > 1, "the windows turn on the purchase date");
        assert_eq!(blank.cover(), Some(Covered::Blank), "the cover does not");
        let open = of(r#"{"product_class":"terminal","claim_object":"whole","claim_date":"2026-09-01"}"#);
        assert_eq!(open.cover(), None);
        let bought = r#""claim_date":"2026-09-01","purchase":{"voucher_date":"2026-03-02"}"#;
        let known = of(&format!(r#"{{"product_class":"terminal","claim_object":"whole",{bought}}}"#));
        assert_eq!((known.times().count_ones(), known.cover()), (1, Some(Covered::Inside)));
    }
}

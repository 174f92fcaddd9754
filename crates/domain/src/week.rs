//! The sheet of a week: what a centre did from Monday to Sunday, held against the four weeks before. What is counted, and
//! how small numbers are told honestly; the counting itself is the store's. A week's figures are those of its own end, so
//! that its sheet can be printed again later.

use crate::money::Currency;
use crate::repeat::batch_of;
use crate::serial::SerialNumber;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;
use ts_rs::TS;

/// How many weeks stand before the one a sheet is about.
pub const WEEKS_BEFORE: usize = 4;
/// How many of the oldest open work orders stand on a sheet.
pub const OLDEST_MAX: u32 = 10;
/// How many faults a list of them names.
pub const FAULTS_MAX: usize = 5;

/// A week of ISO 8601, Monday to Sunday, by civil days at the centre; written `2026-W47`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Week {
    first_on: NaiveDate,
}

/// The text is no week.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a week is written like 2026-W47")]
pub struct WeekError;

impl Week {
    /// The week a day is in.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        let since_monday = u64::from(day.weekday().num_days_from_monday());
        Self { first_on: day.checked_sub_days(Days::new(since_monday)).unwrap_or(day) }
    }

    /// Its Monday.
    #[must_use]
    pub const fn first_on(self) -> NaiveDate {
        self.first_on
    }

    /// Its Sunday.
    #[must_use]
    pub fn last_on(self) -> NaiveDate {
        self.first_on.checked_add_days(Days::new(6)).unwrap_or(self.first_on)
    }

    /// The week so many weeks before it.
    #[must_use]
    pub fn before(self, weeks: usize) -> Self {
        let days = u64::try_from(weeks).unwrap_or(u64::MAX).saturating_mul(7);
        self.first_on.checked_sub_days(Days::new(days)).map_or(self, Self::of)
    }

    /// The week after it.
    #[must_use]
    pub fn next(self) -> Self {
        self.first_on.checked_add_days(Days::new(7)).map_or(self, Self::of)
    }

    /// The weeks of its sheet, oldest first; the last is itself.
    #[must_use]
    pub fn with_those_before(self) -> [Self; WEEKS_BEFORE + 1] {
        std::array::from_fn(|at| self.before(WEEKS_BEFORE - at))
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let week = self.first_on.iso_week();
        write!(f, "{:04}-W{:02}", week.year(), week.week())
    }
}

impl FromStr for Week {
    type Err = WeekError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (year, week) = text.split_once("-W").ok_or(WeekError)?;
        let is_number = |text: &str, len| text.len() == len && text.bytes().all(|b| b.is_ascii_digit());
        if !is_number(year, 4) || !is_number(week, 2) {
            return Err(WeekError);
        }
        let (year, week) = (year.parse().map_err(|_| WeekError)?, week.parse().map_err(|_| WeekError)?);
        NaiveDate::from_isoywd_opt(year, week, Weekday::Mon).map(Self::of).ok_or(WeekError)
    }
}

impl TryFrom<String> for Week {
    type Error = WeekError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Week> for String {
    fn from(week: Week) -> Self {
        week.to_string()
    }
}

/// What was counted of one week, as it stood at the week's end.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WeekTally {
    /// Units received in it, but for those whose work order was cancelled by its end.
    pub received: u32,
    /// Units handed over in it.
    pub returned: u32,
    /// Of these, by their target, day 10.
    pub on_target: u32,
    /// Of these, by their limit, day 20.
    pub on_limit: u32,
    /// Work orders open at its end: received by then, neither handed over nor cancelled.
    pub open: u32,
    /// Of these, past their limit.
    pub overdue: u32,
    /// Units received in it that had been handed over within 30 days before.
    pub repeats_short: u32,
    /// The same within 90 days; those within 30 among them.
    pub repeats_long: u32,
    /// Work orders diagnosed in it; the last diagnosis of the week counts.
    pub diagnosed: u32,
    /// Of these, without a fault (5.5).
    pub no_fault_found: u32,
    /// Enquiries that got their result in it.
    pub enquiries: u32,
    /// Of these, solved without the unit being sent in.
    pub solved_remotely: u32,
    /// What parts under warranty cost us that were put into the units handed over in it, by currency.
    pub costs: Vec<WeekCost>,
    /// Pieces among these of which nobody knows the cost.
    pub pieces_without_cost: u32,
}

/// An amount in one currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekCost {
    /// Which currency.
    pub currency: Currency,
    /// Minor units.
    pub minor: u64,
}

/// The figures of a sheet, in their order on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WeekFigure {
    /// Units received.
    Received,
    /// Units handed over.
    Returned,
    /// Work orders open at the end.
    Open,
    /// Of these, past day 20.
    Overdue,
    /// Of the units handed over, those by day 10.
    OnTarget,
    /// Of the units handed over, those by day 20.
    OnLimit,
    /// Of the units received, those back within 30 days.
    RepeatsShort,
    /// Of the units received, those back within 90 days.
    RepeatsLong,
    /// Of the work orders diagnosed, those without a fault.
    NoFaultFound,
    /// Of the enquiries with a result, those solved remotely.
    SolvedRemotely,
    /// What parts under warranty cost us.
    WarrantyCost,
}

/// A part of a whole, never told without the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Share {
    /// How many.
    pub part: u32,
    /// Of how many.
    pub of: u32,
    /// In whole per cent; absent where there are too few to say so.
    pub percent: Option<u32>,
}

impl Share {
    /// Fewer than this are told by their count alone.
    pub const OF_MIN: u32 = 20;

    /// Rounded to the nearest; 0 and 100 only where it is none and all.
    #[must_use]
    pub fn new(part: u32, of: u32) -> Self {
        let percent = (of >= Self::OF_MIN).then(|| {
            let (part, of) = (u64::from(part), u64::from(of));
            let nearest = (part * 200 + of) / (of * 2);
            let told = if part == 0 || part >= of { nearest } else { nearest.clamp(1, 99) };
            u32::try_from(told).unwrap_or(u32::MAX)
        });
        Self { part, of, percent }
    }
}

/// What stands in one field of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum WeekAmount {
    /// So many.
    Count {
        /// How many.
        count: u32,
    },
    /// So many on average.
    Mean {
        /// Tenths of one.
        tenths: u32,
    },
    /// So many of so many.
    Share {
        /// Which.
        share: Share,
    },
    /// Money.
    Money {
        /// Minor units.
        #[ts(type = "number")]
        minor: u64,
        /// Of which currency.
        currency: Currency,
    },
}

/// How a week stands to the four before it: only what no chance order of small numbers is needed to explain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WeekStanding {
    /// Above each of the four.
    Highest,
    /// Below each of the four.
    Lowest,
}

/// One figure of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WeekLine {
    /// Which.
    pub figure: WeekFigure,
    /// Of money, in which currency.
    pub currency: Option<Currency>,
    /// Week by week, oldest first, the sheet's own last; absent for a week before the records begin.
    pub weeks: Vec<Option<WeekAmount>>,
    /// The four weeks before: of counts and money the mean of those on record, of shares all of them together; absent where
    /// none is on record.
    pub before: Option<WeekAmount>,
    /// Absent within the range of the four, where one of them is not on record, and where a share has too few.
    pub standing: Option<WeekStanding>,
}

impl WeekLine {
    /// The lines of a sheet, of the tallies of its weeks, oldest first; `None` for a week before the records begin.
    #[must_use]
    pub fn all(tallies: &[Option<WeekTally>]) -> Vec<Self> {
        use WeekFigure as F;
        let counts = |figure, read: fn(&WeekTally) -> u32| Self::counts(figure, tallies, read);
        let shares = |figure, read: fn(&WeekTally) -> (u32, u32)| Self::shares(figure, tallies, read);
        let mut lines = vec![
            counts(F::Received, |week| week.received),
            counts(F::Returned, |week| week.returned),
            counts(F::Open, |week| week.open),
            counts(F::Overdue, |week| week.overdue),
            shares(F::OnTarget, |week| (week.on_target, week.returned)),
            shares(F::OnLimit, |week| (week.on_limit, week.returned)),
            shares(F::RepeatsShort, |week| (week.repeats_short, week.received)),
            shares(F::RepeatsLong, |week| (week.repeats_long, week.received)),
            shares(F::NoFaultFound, |week| (week.no_fault_found, week.diagnosed)),
            shares(F::SolvedRemotely, |week| (week.solved_remotely, week.enquiries)),
        ];
        let mut currencies: BTreeSet<Currency> = tallies
            .iter()
            .flatten()
            .flat_map(|week| week.costs.iter().map(|cost| cost.currency.clone()))
            .collect();
        if currencies.is_empty() {
            currencies.insert(Currency::yuan());
        }
        lines.extend(currencies.into_iter().map(|currency| Self::money(tallies, currency)));
        lines
    }

    fn counts(figure: WeekFigure, tallies: &[Option<WeekTally>], read: fn(&WeekTally) -> u32) -> Self {
        let counts: Vec<Option<u32>> = tallies.iter().map(|week| week.as_ref().map(read)).collect();
        let (own, before) = own_and_before(&counts);
        Self {
            figure,
            currency: None,
            before: mean(before.iter().flatten().map(|count| u64::from(*count) * 10))
                .map(|tenths| WeekAmount::Mean { tenths: u32::try_from(tenths).unwrap_or(u32::MAX) }),
            standing: standing(own, &before, |own, other| Some(own.cmp(other))),
            weeks: counts.into_iter().map(|count| count.map(|count| WeekAmount::Count { count })).collect(),
        }
    }

    fn shares(figure: WeekFigure, tallies: &[Option<WeekTally>], read: fn(&WeekTally) -> (u32, u32)) -> Self {
        let shares: Vec<Option<Share>> = tallies
            .iter()
            .map(|week| week.as_ref().map(read).map(|(part, of)| Share::new(part, of)))
            .collect();
        let (own, before) = own_and_before(&shares);
        let together = before
            .iter()
            .flatten()
            .fold(None, |sum: Option<(u32, u32)>, share| {
                let (part, of) = sum.unwrap_or_default();
                Some((part.saturating_add(share.part), of.saturating_add(share.of)))
            })
            .map(|(part, of)| WeekAmount::Share { share: Share::new(part, of) });
        Self {
            figure,
            currency: None,
            before: together,
            standing: standing(own, &before, |own, other| {
                own.percent.zip(other.percent)?;
                let cross = |a: &Share, b: &Share| u64::from(a.part) * u64::from(b.of);
                Some(cross(own, other).cmp(&cross(other, own)))
            }),
            weeks: shares.into_iter().map(|share| share.map(|share| WeekAmount::Share { share })).collect(),
        }
    }

    fn money(tallies: &[Option<WeekTally>], currency: Currency) -> Self {
        let of = |week: &WeekTally| -> u64 {
            week.costs.iter().filter(|cost| cost.currency == currency).map(|cost| cost.minor).sum()
        };
        let amounts: Vec<Option<u64>> = tallies.iter().map(|week| week.as_ref().map(of)).collect();
        let (own, before) = own_and_before(&amounts);
        let told = |minor| WeekAmount::Money { minor, currency: currency.clone() };
        Self {
            figure: WeekFigure::WarrantyCost,
            currency: Some(currency.clone()),
            before: mean(before.iter().flatten().copied()).map(told),
            standing: standing(own, &before, |own, other| Some(own.cmp(other))),
            weeks: amounts.iter().map(|minor| minor.map(told)).collect(),
        }
    }
}

/// The sheet's own week, which is the last, and those before it.
fn own_and_before<T: Clone>(weeks: &[Option<T>]) -> (Option<T>, Vec<Option<T>>) {
    match weeks.split_last() {
        Some((own, before)) => (own.clone(), before.to_vec()),
        None => (None, Vec::new()),
    }
}

/// The mean of whole numbers, rounded to the nearest; none of none.
fn mean(of: impl Iterator<Item = u64>) -> Option<u64> {
    let (mut sum, mut count) = (0_u64, 0_u64);
    for one in of {
        sum = sum.saturating_add(one);
        count += 1;
    }
    (sum.saturating_mul(2).saturating_add(count)).checked_div(count * 2)
}

/// Above or below each of the four weeks before; not said where one is missing or cannot be compared.
fn standing<T>(
    own: Option<T>,
    before: &[Option<T>],
    compare: impl Fn(&T, &T) -> Option<std::cmp::Ordering>,
) -> Option<WeekStanding> {
    let own = own?;
    let orders: Option<Vec<_>> =
        before.iter().map(|other| other.as_ref().and_then(|other| compare(&own, other))).collect();
    let orders = orders.filter(|orders| orders.len() == WEEKS_BEFORE)?;
    if orders.iter().all(|order| order.is_gt()) {
        Some(WeekStanding::Highest)
    } else {
        orders.iter().all(|order| order.is_lt()).then_some(WeekStanding::Lowest)
    }
}

/// Diagnoses of one week with the same fault, of units of one model whose serials begin alike, from one dealer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultTally {
    /// Whether it is of the sheet's own week and not of one before.
    pub is_own: bool,
    /// The model.
    pub model: String,
    /// The serial of one of them.
    pub serial: SerialNumber,
    /// The dealer; empty where none is on record.
    pub dealer: String,
    /// Code of the fault.
    pub fault: String,
    /// How many.
    pub diagnoses: u32,
}

/// A fault among units of one batch, or of one dealer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekFault<Where> {
    /// Where it shows itself.
    pub place: Where,
    /// Code of the fault.
    pub fault: String,
    /// Diagnoses of the sheet's own week.
    pub own: u32,
    /// Those of the four weeks before, together.
    pub before: u32,
}

/// The most frequent faults by model and batch; a batch is empty where the serial tells none.
#[must_use]
pub fn top_by_batch(tallies: &[FaultTally]) -> Vec<WeekFault<(String, String)>> {
    top(tallies, |tally| {
        let batch = batch_of(&tally.serial).unwrap_or_default();
        Some((tally.model.clone(), batch.to_owned()))
    })
}

/// The most frequent faults by dealer; units of which no dealer is on record are left out.
#[must_use]
pub fn top_by_dealer(tallies: &[FaultTally]) -> Vec<WeekFault<String>> {
    top(tallies, |tally| (!tally.dealer.is_empty()).then(|| tally.dealer.clone()))
}

/// Those of the sheet's own week first, the most frequent before others; then by what was before, then by name, so that a
/// sheet printed again is the same.
fn top<Where: Ord + Clone>(
    tallies: &[FaultTally],
    place: impl Fn(&FaultTally) -> Option<Where>,
) -> Vec<WeekFault<Where>> {
    let mut found: BTreeMap<(Where, String), (u32, u32)> = BTreeMap::new();
    for tally in tallies {
        let Some(place) = place(tally) else { continue };
        let (own, before) = found.entry((place, tally.fault.clone())).or_default();
        *if tally.is_own { own } else { before } += tally.diagnoses;
    }
    let mut faults: Vec<_> = found
        .into_iter()
        .map(|((place, fault), (own, before))| WeekFault { place, fault, own, before })
        .collect();
    // Stable, so what is equally frequent stays in the order of its names.
    faults.sort_by_key(|fault| std::cmp::Reverse((fault.own, fault.before)));
    faults.truncate(FAULTS_MAX);
    faults
}

#[cfg(test)]
mod tests;

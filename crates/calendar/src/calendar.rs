//! A country's calendar: which days are worked, where a last day rolls to (Civil Code art. 203), where a count of
//! working days ends (clause 3.1). Called by domain/cycle.rs for the repair cycle, by `eligibility` for windows and
//! cover, and by screens that explain a day.
//!
//! Inside the table (2000 to 2049) an answer is a few loads from bitmaps, whatever the distance; outside it only
//! weekends are known and the count goes by whole weeks. The two agree with a plain day loop, see tests/day_loop.rs.

use crate::day::{CalendarStatus, Day, DayReason, Reached};
use crate::daybits::DayBits;
use crate::embedded;
use crate::rows::{DayRow, RowKind};
use chrono::{Datelike, Days, NaiveDate};
use std::sync::OnceLock;

/// Days of the table: 2000-01-01 to 2049-12-31.
const TABLE_DAYS: usize = 18_263;

/// A stretch of days, both ends included, for which somebody has published the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First day of the stretch.
    pub first: NaiveDate,
    /// Last day of the stretch, not before the first.
    pub last: NaiveDate,
}

/// The working days of one country. Not a person's shifts and not a centre's opening hours.
#[derive(Debug, Clone)]
pub struct Calendar {
    country: String,
    /// Bit 0 is Monday; INVARIANT: never all seven.
    rest_days: u8,
    /// INVARIANT: in ascending order of date.
    rows: Vec<DayRow>,
    working: DayBits,
    provisional: DayBits,
    /// Day numbers of the table's working days, ascending: the n-th working day in one load.
    working_days: Vec<u16>,
    published: Vec<Span>,
    hash: OnceLock<String>,
}

impl Calendar {
    /// The shipped calendar of a country, by its two capital letters. It never fails: for a country nobody lists
    /// only Saturday and Sunday rest and every day is provisional; its [`country`](Self::country) is then `ZZ`.
    ///
    /// China is `cn_days`, then the provisional file of 2027, then the world file from 2028, provisional.
    #[must_use]
    pub fn of(country: &str) -> &'static Self {
        embedded::calendar(country)
    }

    /// The countries that [`of`](Self::of) knows by name, in ascending order of code.
    #[must_use]
    pub fn countries() -> Vec<String> {
        embedded::countries()
    }

    /// A calendar from rows that [`read_days`](crate::rows::read_days) accepted. `rest_days` has bit 0 for Monday; a
    /// week without any working day, which [`read_weekends`](crate::rows::read_weekends) refuses, rests on Saturday
    /// and Sunday instead. Days outside `published` are provisional, and so are rows that say so.
    #[must_use]
    pub fn from_rows(country: &str, rest_days: u8, mut rows: Vec<DayRow>, published: &[Span]) -> Self {
        let rest_days =
            if rest_days & 0b0111_1111 == 0b0111_1111 { embedded::SATURDAY_AND_SUNDAY } else { rest_days };
        rows.sort_by_key(|row| row.date);
        let first_weekday = first_day().weekday().num_days_from_monday() as usize;
        let mut is_working: Vec<bool> =
            (0..TABLE_DAYS).map(|day| rest_days >> ((first_weekday + day) % 7) & 1 == 0).collect();
        let mut is_provisional = vec![true; TABLE_DAYS];
        for span in published {
            let first = table_position(span.first).unwrap_or(0);
            let last = table_position(span.last).unwrap_or(TABLE_DAYS - 1);
            is_provisional.iter_mut().take(last + 1).skip(first).for_each(|day| *day = false);
        }
        for row in &rows {
            let Some(day) = table_position(row.date) else { continue };
            if let Some(works) = is_working.get_mut(day) {
                *works = row.kind == RowKind::MakeupWorkday;
            }
            if let Some(waits) = is_provisional.get_mut(day) {
                *waits |= row.is_provisional;
            }
        }
        let holds = |days: &[bool], day: usize| days.get(day).copied().unwrap_or_default();
        let working = DayBits::new(TABLE_DAYS, |day| holds(&is_working, day));
        let provisional = DayBits::new(TABLE_DAYS, |day| holds(&is_provisional, day));
        let working_days =
            (0..=u16::MAX).take(TABLE_DAYS).filter(|&day| working.contains(day.into())).collect();
        Self {
            country: country.to_owned(),
            rest_days,
            rows,
            working,
            provisional,
            working_days,
            published: published.to_vec(),
            hash: OnceLock::new(),
        }
    }

    /// Two capital letters, ISO 3166; `ZZ` for the calendar of unlisted countries.
    #[must_use]
    pub fn country(&self) -> &str {
        &self.country
    }

    /// Whether the day is worked; make-up workdays are.
    #[must_use]
    pub fn is_working(&self, date: NaiveDate) -> bool {
        match table_position(date) {
            Some(day) => self.working.contains(day),
            None => self.rest_days >> date.weekday().num_days_from_monday() & 1 == 0,
        }
    }

    /// Whether the day is published and not estimated.
    #[must_use]
    pub fn status(&self, date: NaiveDate) -> CalendarStatus {
        match table_position(date) {
            Some(day) if !self.provisional.contains(day) => CalendarStatus::Published,
            Some(_) | None => CalendarStatus::Provisional,
        }
    }

    /// The day with the reason for which it is worked or not.
    #[must_use]
    pub fn day(&self, date: NaiveDate) -> Day {
        let row = self.rows.binary_search_by_key(&date, |row| row.date).ok();
        let reason = match row.and_then(|at| self.rows.get(at)) {
            Some(DayRow { kind: RowKind::Holiday, name_zh, name_en, .. }) => {
                DayReason::Holiday { name_zh: name_zh.clone(), name_en: name_en.clone() }
            }
            Some(DayRow { kind: RowKind::MakeupWorkday, name_zh, name_en, .. }) => {
                DayReason::MakeupWorkday { name_zh: name_zh.clone(), name_en: name_en.clone() }
            }
            None if self.is_working(date) => DayReason::Weekday,
            None => DayReason::Weekend,
        };
        Day { date, is_working: self.is_working(date), status: self.status(date), reason }
    }

    /// Where a last day falls: the day itself when it is worked, else the next working day (Civil Code art. 203).
    /// The status speaks for every day from the given one to the one reached.
    #[must_use]
    pub fn roll_forward(&self, date: NaiveDate) -> Reached {
        let status = self.status(date);
        if self.is_working(date) {
            return Reached { date, status };
        }
        let next = self.add_working_days(date, 1);
        Reached { date: next.date, status: status.and(next.status) }
    }

    /// The earliest day that rolls forward to the date or to a day before it: the date itself when the day before is
    /// worked, else the first day of the rest that ends before it. A last day is in time for the date if and only if
    /// it is not earlier; one look serves every period that is to be compared with the date.
    #[must_use]
    pub fn earliest_rolling_to(&self, date: NaiveDate) -> NaiveDate {
        let in_table = table_position(date).and_then(|day| Some((day, self.working.last_before(day)?)));
        if let Some((day, last_working)) = in_table {
            let rested = (day - last_working - 1) as u64;
            return if rested == 0 { date } else { date.checked_sub_days(Days::new(rested)).unwrap_or(date) };
        }
        let mut earliest = date;
        while let Some(before) = earliest.pred_opt().filter(|&before| !self.is_working(before)) {
            earliest = before;
        }
        earliest
    }

    /// The `count`-th working day after a date. The date itself is day 0 and is not counted, also when it is a rest
    /// day; day 1 is the next working day. The status speaks for every day after the date up to the one reached.
    #[must_use]
    pub fn add_working_days(&self, date: NaiveDate, count: u32) -> Reached {
        let target = match table_position(date) {
            _ if count == 0 => return Reached { date, status: CalendarStatus::Published },
            Some(day) => self.step_in_table(day, count),
            None if date < first_day() => {
                let eve = first_day().pred_opt().unwrap_or(date);
                let on_the_way = self.weekdays_between(date, eve);
                match count.checked_sub(on_the_way) {
                    None | Some(0) => self.step_by_weeks(date, count),
                    Some(left) => self.step_from_rank(0, left),
                }
            }
            None => self.step_by_weeks(date, count),
        };
        Reached { date: target, status: self.status_between(date, target) }
    }

    /// How many working days lie after `from`, up to and including `to`; 0 when `to` is not later. The elapsed
    /// working days of a unit received on `from` and looked at on `to`.
    #[must_use]
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> u32 {
        if to <= from {
            return 0;
        }
        let eve = first_day().pred_opt().unwrap_or(from);
        let before = self.weekdays_between(from, to.min(eve));
        let after = self.weekdays_between(from.max(last_day()), to);
        before + self.rank_after(to).saturating_sub(self.rank_after(from)) + after
    }

    /// Provisional when a day after `from`, up to and including `to`, is; published when `to` is not later.
    #[must_use]
    pub fn status_between(&self, from: NaiveDate, to: NaiveDate) -> CalendarStatus {
        if to <= from {
            return CalendarStatus::Published;
        }
        match (table_position(from), table_position(to)) {
            (Some(from), Some(to))
                if self.provisional.count_before(from + 1) == self.provisional.count_before(to + 1) =>
            {
                CalendarStatus::Published
            }
            (Some(_) | None, Some(_) | None) => CalendarStatus::Provisional,
        }
    }

    /// BLAKE3, in hexadecimal, of everything that decides a day in this calendar. Two packs with the same hash give
    /// the same answers and the same names.
    #[must_use]
    pub fn hash(&self) -> &str {
        self.hash.get_or_init(|| {
            let mut text = format!("{} {}\n", self.country, self.rest_days);
            for span in &self.published {
                text.push_str(&format!("{}..{}\n", span.first, span.last));
            }
            for row in &self.rows {
                let kind = match row.kind {
                    RowKind::Holiday => "rest",
                    RowKind::MakeupWorkday => "work",
                };
                let provisional = row.is_provisional;
                text.push_str(&format!(
                    "{} {kind} {provisional} {}|{}\n",
                    row.date, row.name_zh, row.name_en
                ));
            }
            blake3::hash(text.as_bytes()).to_hex().to_string()
        })
    }

    fn step_in_table(&self, day: usize, count: u32) -> NaiveDate {
        self.step_from_rank(self.working.count_before(day + 1), count)
    }

    /// The `count`-th working day after the first `rank` working days of the table.
    fn step_from_rank(&self, rank: u32, count: u32) -> NaiveDate {
        let index = u64::from(rank) + u64::from(count) - 1;
        match usize::try_from(index).ok().and_then(|index| self.working_days.get(index)) {
            Some(&day) => day_from_number(day.into()),
            None => {
                let in_table = u32::try_from(self.working_days.len()).unwrap_or(u32::MAX) - rank;
                self.step_by_weeks(last_day(), count - in_table)
            }
        }
    }

    /// Counts where only weekends are known: whole weeks first, then at most six days and the rests between them.
    /// Stops at the last day this program can write.
    fn step_by_weeks(&self, date: NaiveDate, count: u32) -> NaiveDate {
        let per_week = 7 - (self.rest_days & 0b0111_1111).count_ones();
        // One week is kept back so that the walk below ends on a working day.
        let weeks = (count - 1) / per_week;
        let mut left = count - weeks * per_week;
        let Some(mut day) = date.checked_add_days(Days::new(u64::from(weeks) * 7)) else {
            return NaiveDate::MAX;
        };
        while left > 0 {
            let Some(next) = day.succ_opt() else { return NaiveDate::MAX };
            day = next;
            left -= u32::from(self.is_weekday_worked(day));
        }
        day
    }

    /// Working days after `from` up to and including `to` by weekends only; 0 when `to` is not later.
    fn weekdays_between(&self, from: NaiveDate, to: NaiveDate) -> u32 {
        let days = u32::try_from(to.signed_duration_since(from).num_days()).unwrap_or(0);
        let per_week = 7 - (self.rest_days & 0b0111_1111).count_ones();
        let first = from.weekday().num_days_from_monday();
        let rest = (1..=days % 7).filter(|day| self.rest_days >> ((first + day) % 7) & 1 == 0).count();
        days / 7 * per_week + u32::try_from(rest).unwrap_or(0)
    }

    fn is_weekday_worked(&self, date: NaiveDate) -> bool {
        self.rest_days >> date.weekday().num_days_from_monday() & 1 == 0
    }

    /// Working days of the table up to and including the date.
    fn rank_after(&self, date: NaiveDate) -> u32 {
        match table_position(date) {
            Some(day) => self.working.count_before(day + 1),
            None if date < first_day() => 0,
            None => u32::try_from(self.working_days.len()).unwrap_or(u32::MAX),
        }
    }
}

/// 2000-01-01, a Saturday.
const FIRST_DAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(2000, 1, 1);

fn first_day() -> NaiveDate {
    FIRST_DAY.unwrap_or_default()
}

fn last_day() -> NaiveDate {
    day_from_number(TABLE_DAYS - 1)
}

/// The date of a day number of the table, 0 for 2000-01-01.
pub(crate) fn day_from_number(number: usize) -> NaiveDate {
    first_day().checked_add_days(Days::new(number as u64)).unwrap_or(NaiveDate::MAX)
}

/// The day number of a date, None outside the table.
fn table_position(date: NaiveDate) -> Option<usize> {
    let number = date.num_days_from_ce() - first_day().num_days_from_ce();
    usize::try_from(number).ok().filter(|&number| number < TABLE_DAYS)
}

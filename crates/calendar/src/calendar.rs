//! A country's calendar: which days are worked, where a last day rolls to (Civil Code art. 203), where a count of
//! working days ends (clause 3.1). Called by domain/cycle.rs for the repair cycle, by `eligibility` for windows and
//! cover, and by screens that explain a day.
//!
//! Inside the table (2000 to 2049) an answer is one load or two, whatever the distance; outside it only
//! weekends are known and the count goes by whole weeks. The two agree with a plain day loop, see tests/day_loop.rs.

use crate::day::{CalendarStatus, Day, DayReason, Reached};
use crate::embedded;
use crate::pack::{CalendarPack, year_span};
use crate::rows::{DayRow, RowKind};
use crate::table::Table;
use chrono::{Datelike, Days, NaiveDate};
use std::sync::{Arc, OnceLock};

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
    table: Table,
    published: Vec<Span>,
    hash: OnceLock<String>,
}

impl Calendar {
    /// The shipped calendar of a country, by its two capital letters. It never fails: for a country nobody lists
    /// only Saturday and Sunday rest and every day is provisional; its [`country`](Self::country) is then `ZZ`.
    /// `UK`, which people write for `GB`, is read as that.
    ///
    /// China is `cn_days`, then the provisional file of 2027, then the world file from 2028, provisional.
    #[must_use]
    pub fn of(country: &str) -> &'static Self {
        embedded::calendar(country)
    }

    /// The same, to be kept beside calendars that are not shipped.
    #[must_use]
    pub fn shared(country: &str) -> Arc<Self> {
        Arc::clone(embedded::calendar(country))
    }

    /// BLAKE3, in hexadecimal, of every shipped calendar together.
    #[must_use]
    pub fn shipped_hash() -> &'static str {
        embedded::hash()
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
        let table = Table::new(|date| {
            let row = rows.binary_search_by_key(&date, |row| row.date).ok().and_then(|at| rows.get(at));
            let is_working = row.map_or_else(
                || rest_days >> date.weekday().num_days_from_monday() & 1 == 0,
                |row| row.kind == RowKind::MakeupWorkday,
            );
            let is_published = published.iter().any(|span| (span.first..=span.last).contains(&date));
            (is_working, !is_published || row.is_some_and(|row| row.is_provisional))
        });
        Self {
            country: country.to_owned(),
            rest_days,
            rows,
            table,
            published: published.to_vec(),
            hash: OnceLock::new(),
        }
    }

    /// This calendar with what a newer one says of the same country: in a year that the pack arranges its rows stand in
    /// place of those here; its other rows are laid over what is here.
    #[must_use]
    pub fn with(&self, pack: &CalendarPack) -> Self {
        let is_replaced = |row: &&DayRow| {
            pack.years.contains(&row.date.year())
                || pack.rows.binary_search_by_key(&row.date, |newer| newer.date).is_ok()
        };
        let kept = self.rows.iter().filter(|row| !is_replaced(row));
        let rows = kept.chain(&pack.rows).cloned().collect();
        let published: Vec<Span> = self.published.iter().copied().chain(pack.published_spans()).collect();
        Self::from_rows(&self.country, self.rest_days, rows, &published)
    }

    /// Whether somebody has published every day of a civil year.
    #[must_use]
    pub fn is_published(&self, year: i32) -> bool {
        year_span(year).is_some_and(|asked| {
            asked
                .first
                .iter_days()
                .take_while(|day| *day <= asked.last)
                .all(|day| self.published.iter().any(|span| (span.first..=span.last).contains(&day)))
        })
    }

    /// The last day up to which, from the day on, every day is published; `None` when that day is not.
    #[must_use]
    pub fn published_until(&self, from: NaiveDate) -> Option<NaiveDate> {
        let mut until = None;
        let mut day = from;
        while let Some(span) = self.published.iter().find(|span| (span.first..=span.last).contains(&day)) {
            until = Some(span.last);
            day = span.last.succ_opt()?;
        }
        until
    }

    /// The days of a civil year that differ from their day of the week, in ascending order.
    #[must_use]
    pub fn special_days(&self, year: i32) -> Vec<Day> {
        let of_year = self.rows.iter().filter(|row| row.date.year() == year);
        of_year.map(|row| self.day(row.date)).collect()
    }

    /// Two capital letters, ISO 3166; `ZZ` for the calendar of unlisted countries.
    #[must_use]
    pub fn country(&self) -> &str {
        &self.country
    }

    /// Whether the day is worked; make-up workdays are.
    #[must_use]
    pub fn is_working(&self, date: NaiveDate) -> bool {
        match self.table.day(date) {
            Some(day) => day.is_working,
            None => self.is_weekday_worked(date),
        }
    }

    /// Whether the day is published and not estimated.
    #[must_use]
    pub fn status(&self, date: NaiveDate) -> CalendarStatus {
        match self.table.day(date) {
            Some(day) if !day.is_provisional => CalendarStatus::Published,
            Some(_) | None => CalendarStatus::Provisional,
        }
    }

    /// The day with the reason for which it is worked or not.
    #[must_use]
    pub fn day(&self, date: NaiveDate) -> Day {
        let at = self.rows.binary_search_by_key(&date, |row| row.date).ok();
        let row = at.and_then(|at| self.rows.get(at));
        let reason = match row {
            Some(DayRow { kind: RowKind::Holiday, name_zh, name_en, .. }) => {
                DayReason::Holiday { name_zh: name_zh.clone(), name_en: name_en.clone() }
            }
            Some(DayRow { kind: RowKind::MakeupWorkday, name_zh, name_en, .. }) => {
                DayReason::MakeupWorkday { name_zh: name_zh.clone(), name_en: name_en.clone() }
            }
            None if self.is_working(date) => DayReason::Weekday,
            None => DayReason::Weekend,
        };
        let source = row.map_or_else(String::new, |row| row.source.clone());
        Day { date, is_working: self.is_working(date), status: self.status(date), reason, source }
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
        let in_table = self.table.day(date).and_then(|day| {
            let before = usize::from(day.working - u16::from(day.is_working));
            self.table.working_day(before.checked_sub(1)?)
        });
        if let Some((last_working, _)) = in_table {
            return last_working.succ_opt().unwrap_or(date);
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
    #[inline]
    pub fn add_working_days(&self, date: NaiveDate, count: u32) -> Reached {
        if count == 0 {
            return Reached { date, status: CalendarStatus::Published };
        }
        if let Some(day) = self.table.day(date) {
            let before = (u32::from(day.working)).saturating_add(count - 1);
            if let Some((reached, provisional)) = self.table.working_day(before as usize) {
                let status = CalendarStatus::published_if(provisional == day.provisional);
                return Reached { date: reached, status };
            }
        }
        let date_reached = self.step_over_the_ends(date, count);
        Reached { date: date_reached, status: self.status_between(date, date_reached) }
    }

    /// How many working days lie after `from`, up to and including `to`; 0 when `to` is not later. The elapsed
    /// working days of a unit received on `from` and looked at on `to`.
    #[must_use]
    #[inline]
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> u32 {
        // The counts never fall, so an earlier `to` gives 0 here, too.
        if let (Some(from), Some(to)) = (self.table.working(from), self.table.working(to)) {
            return u32::from(to.saturating_sub(from));
        }
        self.count_over_the_ends(from, to)
    }

    /// The same where one of the two lies outside the table.
    #[cold]
    fn count_over_the_ends(&self, from: NaiveDate, to: NaiveDate) -> u32 {
        if to <= from {
            return 0;
        }
        let (first_day, last_day) = Table::ends();
        let eve = first_day.pred_opt().unwrap_or(from);
        let before = self.weekdays_between(from, to.min(eve));
        let after = self.weekdays_between(from.max(last_day), to);
        before + self.rank_after(to).saturating_sub(self.rank_after(from)) + after
    }

    /// Provisional when a day after `from`, up to and including `to`, is; published when `to` is not later.
    #[must_use]
    pub fn status_between(&self, from: NaiveDate, to: NaiveDate) -> CalendarStatus {
        if to <= from {
            return CalendarStatus::Published;
        }
        let (from, to) = (self.table.day(from), self.table.day(to));
        CalendarStatus::published_if(
            from.zip(to).is_some_and(|(from, to)| from.provisional == to.provisional),
        )
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

    /// The `count`-th working day after a date where one of the two, or both, lie outside the table.
    #[cold]
    fn step_over_the_ends(&self, date: NaiveDate, count: u32) -> NaiveDate {
        let (first_day, last_day) = Table::ends();
        let left = if date < first_day {
            let eve = first_day.pred_opt().unwrap_or(date);
            match count.checked_sub(self.weekdays_between(date, eve)) {
                None | Some(0) => return self.step_by_weeks(date, count),
                Some(left) => left,
            }
        } else if date <= last_day {
            count.saturating_add(self.rank_after(date))
        } else {
            return self.step_by_weeks(date, count);
        };
        match self.table.working_day(left as usize - 1) {
            Some((reached, _)) => reached,
            None => self.step_by_weeks(last_day, left - self.table.len()),
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

    /// Whether the day of the week is worked, whatever the rows say.
    pub(crate) fn is_weekday_worked(&self, date: NaiveDate) -> bool {
        self.rest_days >> date.weekday().num_days_from_monday() & 1 == 0
    }

    /// Working days of the table up to and including the date.
    fn rank_after(&self, date: NaiveDate) -> u32 {
        match self.table.day(date) {
            Some(day) => day.working.into(),
            None if date < Table::ends().0 => 0,
            None => self.table.len(),
        }
    }
}

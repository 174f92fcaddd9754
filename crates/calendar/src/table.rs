//! Every day from 2000 to 2049 with what is counted up to it, so that adding and counting working days is one or two
//! loads, whatever the distance. It knows no weekdays, no names and nothing outside its years.

use chrono::{Datelike, NaiveDate};

/// The first year of the table.
pub(crate) const FIRST_YEAR: i32 = 2000;
/// How many years it has.
const YEARS: i32 = 50;
/// Places of a year, as a power of two: room for each day of a leap year. A date keeps its year beside its day of the year, so
/// that its place is one shift.
const PLACES_LOG2: u32 = 9;

/// A day of the table.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct TableDay {
    /// Working days of the table up to and including the day.
    pub(crate) working: u16,
    /// Days that nobody published, up to and including the day.
    pub(crate) provisional: u16,
    /// Whether the day is worked.
    pub(crate) is_working: bool,
    /// Whether nobody has published it.
    pub(crate) is_provisional: bool,
}

/// The days of the table, and its working days in order.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    /// By place; the places of a year behind its last day are never asked for.
    days: Vec<TableDay>,
    /// Ascending, each with its `provisional` count: what a count of days arrives at needs no second look.
    working_days: Vec<(NaiveDate, u16)>,
}

impl Table {
    /// The first and the last day.
    pub(crate) fn ends() -> (NaiveDate, NaiveDate) {
        let last_year = FIRST_YEAR + YEARS - 1;
        let end = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
        (end(FIRST_YEAR, 1, 1), end(last_year, 12, 31))
    }

    /// The table of a calendar, by whether a day is worked and whether nobody has published it.
    pub(crate) fn new(look: impl Fn(NaiveDate) -> (bool, bool)) -> Self {
        let (first, last) = Self::ends();
        let mut days = vec![TableDay::default(); (YEARS << PLACES_LOG2).cast_unsigned() as usize];
        let mut working_days = Vec::new();
        let mut day = TableDay::default();
        for date in first.iter_days().take_while(|date| *date <= last) {
            let (is_working, is_provisional) = look(date);
            day = TableDay {
                working: day.working + u16::from(is_working),
                provisional: day.provisional + u16::from(is_provisional),
                is_working,
                is_provisional,
            };
            if is_working {
                working_days.push((date, day.provisional));
            }
            if let Some(place) = days.get_mut(place(date)) {
                *place = day;
            }
        }
        Self { days, working_days }
    }

    /// A day; None outside the table.
    #[inline]
    pub(crate) fn day(&self, date: NaiveDate) -> Option<TableDay> {
        self.days.get(place(date)).copied()
    }

    /// The working days of the table up to and including a day; None outside the table.
    #[inline]
    pub(crate) fn working(&self, date: NaiveDate) -> Option<u16> {
        self.days.get(place(date)).map(|day| day.working)
    }

    /// The working day before which the table has so many, with its `provisional` count; None beyond the last.
    #[inline]
    pub(crate) fn working_day(&self, before: usize) -> Option<(NaiveDate, u16)> {
        self.working_days.get(before).copied()
    }

    /// How many working days the table has.
    pub(crate) fn len(&self) -> u32 {
        u32::try_from(self.working_days.len()).unwrap_or(u32::MAX)
    }
}

/// Where a date stands; behind the end of the table for a day outside its years.
#[inline]
fn place(date: NaiveDate) -> usize {
    let of_all_years = date.year() << PLACES_LOG2 | date.ordinal().cast_signed();
    of_all_years.wrapping_sub(FIRST_YEAR << PLACES_LOG2).cast_unsigned() as usize
}

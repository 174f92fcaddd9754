//! China's published days, read from the file by this program itself and asked day by day: what every answer is held
//! against. For bdays it is the list of holidays, which is all it can be told.

use bdays::HolidayCalendar;
use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::HashMap;
use std::error::Error;
use std::path::Path;

/// The days that differ from their weekday.
#[derive(Debug, Clone)]
pub(crate) struct Published {
    /// Whether the day is worked.
    days: HashMap<NaiveDate, bool>,
}

impl Published {
    /// Reads `date,kind,...` lines.
    pub(crate) fn read(file: &Path) -> Result<Self, Box<dyn Error>> {
        let mut days = HashMap::new();
        for line in std::fs::read_to_string(file)?.lines().skip(1) {
            let mut cells = line.split(',');
            let (Some(date), Some(kind)) = (cells.next(), cells.next()) else { continue };
            days.insert(date.parse()?, kind == "makeup_workday");
        }
        Ok(Self { days })
    }

    /// The holidays, make-up workdays left out.
    pub(crate) fn holidays(&self) -> impl Iterator<Item = NaiveDate> {
        self.days.iter().filter(|(_, is_working)| !**is_working).map(|(day, _)| *day)
    }

    fn is_working(&self, day: NaiveDate) -> bool {
        let is_weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        self.days.get(&day).copied().unwrap_or(!is_weekend)
    }

    /// The `count`-th working day after a date.
    pub(crate) fn add(&self, from: NaiveDate, count: u32) -> NaiveDate {
        let working = from.iter_days().skip(1).filter(|&day| self.is_working(day));
        working.take(count as usize).last().unwrap_or(from)
    }

    /// The working days after `from`, up to and including `to`.
    pub(crate) fn count(&self, from: NaiveDate, to: NaiveDate) -> u32 {
        let days = from.iter_days().skip(1).take_while(|&day| day <= to);
        days.map(|day| u32::from(self.is_working(day))).sum()
    }
}

impl HolidayCalendar<NaiveDate> for Published {
    fn is_holiday(&self, date: NaiveDate) -> bool {
        self.days.get(&date).is_some_and(|is_working| !is_working)
    }
}

//! Days, counted one after the other from 1900 to 2399. Months are lengthened by looking the day up in a written-out
//! calendar, so that no formula has to be believed. Used by every other file here.

use std::sync::OnceLock;

/// A day, as its number after 1900-01-01, which is 0.
pub(crate) type Day = i32;

const FIRST_YEAR: i32 = 1900;
const LAST_YEAR: i32 = 2399;

/// What stands on the wall: every day with its year, month and day of the month.
struct Wall {
    days: Vec<(i32, i32, i32)>,
    /// The number of the first day of each month, January 1900 first.
    month_begins: Vec<Day>,
}

fn wall() -> &'static Wall {
    static WALL: OnceLock<Wall> = OnceLock::new();
    WALL.get_or_init(|| {
        let (mut days, mut month_begins) = (Vec::new(), Vec::new());
        for year in FIRST_YEAR..=LAST_YEAR {
            for month in 1..=12 {
                month_begins.push(Day::try_from(days.len()).unwrap());
                days.extend((1..=month_length(year, month)).map(|day| (year, month, day)));
            }
        }
        Wall { days, month_begins }
    })
}

fn month_length(year: i32, month: i32) -> i32 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => 31,
    }
}

/// Number of days on the wall.
pub(crate) fn days_on_the_wall() -> usize {
    wall().days.len()
}

/// Reads `2026-03-02`.
pub(crate) fn from_text(text: &str) -> Option<Day> {
    let mut parts = text.split('-').map(|part| part.parse::<i32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let is_there = (FIRST_YEAR..=LAST_YEAR).contains(&year)
        && (1..=12).contains(&month)
        && (1..=month_length(year, month)).contains(&day);
    is_there.then(|| wall().month_begins[month_index(year, month)] + day - 1)
}

/// Writes `2026-03-02`.
pub(crate) fn to_text(day: Day) -> String {
    let (year, month, day) = wall().days[index(day)];
    format!("{year:04}-{month:02}-{day:02}")
}

/// 0 for Monday. 1900-01-01 was one.
pub(crate) fn weekday(day: Day) -> i32 {
    day % 7
}

pub(crate) fn year(day: Day) -> i32 {
    wall().days[index(day)].0
}

/// Civil Code 202: the corresponding day of the last month, else its last day; or, when reading 5 is turned, the first
/// of the month after.
pub(crate) fn months_after(start: Day, months: i32, is_next_first: bool) -> Day {
    let (year, month, day) = wall().days[index(start)];
    let months = month - 1 + months;
    let (year, month) = (year + months / 12, months % 12 + 1);
    let begin = wall().month_begins[month_index(year, month)];
    let length = month_length(year, month);
    if day <= length {
        begin + day - 1
    } else if is_next_first {
        begin + length
    } else {
        begin + length - 1
    }
}

fn month_index(year: i32, month: i32) -> usize {
    usize::try_from((year - FIRST_YEAR) * 12 + month - 1).unwrap()
}

fn index(day: Day) -> usize {
    usize::try_from(day).unwrap()
}

#[cfg(test)]
mod tests {
    use super::{from_text, months_after, to_text, weekday};

    fn after(start: &str, months: i32, is_next_first: bool) -> String {
        to_text(months_after(from_text(start).unwrap(), months, is_next_first))
    }

    #[test]
    fn days_are_read_and_written() {
        for text in ["1900-01-01", "2000-02-29", "2026-11-22", "2100-02-28", "2399-12-31"] {
            assert_eq!(to_text(from_text(text).unwrap()), text);
        }
        for text in ["2026-02-29", "2100-02-29", "2026-13-01", "2026-00-01", "2026-01", "today", "2400-01-01"]
        {
            assert_eq!(from_text(text), None, "{text}");
        }
        assert_eq!(weekday(from_text("2026-11-22").unwrap()), 6, "a Sunday");
    }

    #[test]
    fn months_end_on_the_corresponding_day_or_on_the_last() {
        assert_eq!(after("2024-02-29", 12, false), "2025-02-28");
        assert_eq!(after("2024-02-29", 12, true), "2025-03-01");
        assert_eq!(after("2025-11-30", 3, false), "2026-02-28");
        assert_eq!(after("2025-12-31", 24, true), "2027-12-31");
        assert_eq!(after("2025-10-15", 3, true), "2026-01-15");
    }
}

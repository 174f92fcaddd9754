//! A date in the words of people who read no ISO dates: customers, on the turned screen. Everywhere else dates are
//! written 2026-03-09.

use chrono::{Datelike, NaiveDate};

use crate::{Language, say};

/// A civil date in words: 2026年3月9日 or 9 March 2026.
pub fn long_date(language: Language, date: NaiveDate) -> String {
    let values = [
        ("year", date.year().to_string().into()),
        ("month", say(language, &format!("month-{}", date.month()), &[]).into()),
        ("day", date.day().to_string().into()),
    ];
    say(language, "date-long", &values)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::long_date;
    use crate::Language;

    #[test]
    fn a_date_reads_as_people_write_it() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 9).unwrap();
        assert_eq!(long_date(Language::ZhCn, day), "2026年3月9日");
        assert_eq!(long_date(Language::En, day), "9 March 2026");
    }

    #[test]
    fn every_month_has_a_name_of_its_own() {
        let names: std::collections::BTreeSet<String> = (1..=12)
            .map(|month| long_date(Language::En, NaiveDate::from_ymd_opt(2026, month, 1).unwrap()))
            .collect();
        assert_eq!(names.len(), 12, "{names:?}");
        assert!(names.contains("1 December 2026"));
    }
}

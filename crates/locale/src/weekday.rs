//! The short name of a date's weekday. Dates themselves are written in ISO 8601 in both languages, so
//! they need no words: `2026-03-09` is read the same way at every bench and in every export.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::{Language, say};

/// The weekday of a civil date as printed beside it: 周一 or Mon.
pub fn weekday(language: Language, date: NaiveDate) -> String {
    let id = match date.weekday() {
        Weekday::Mon => "weekday-mon",
        Weekday::Tue => "weekday-tue",
        Weekday::Wed => "weekday-wed",
        Weekday::Thu => "weekday-thu",
        Weekday::Fri => "weekday-fri",
        Weekday::Sat => "weekday-sat",
        Weekday::Sun => "weekday-sun",
    };
    say(language, id, &[])
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::weekday;
    use crate::Language;

    #[test]
    fn the_ninth_of_march_2026_is_a_monday() {
        let monday = NaiveDate::from_ymd_opt(2026, 3, 9).unwrap();
        assert_eq!(weekday(Language::ZhCn, monday), "周一");
        assert_eq!(weekday(Language::En, monday), "Mon");
    }

    #[test]
    fn a_week_has_seven_names_in_each_language() {
        let monday = NaiveDate::from_ymd_opt(2026, 3, 9).unwrap();
        for language in Language::ALL {
            let names: std::collections::BTreeSet<String> =
                monday.iter_days().take(7).map(|day| weekday(language, day)).collect();
            assert_eq!(names.len(), 7, "{language}: {names:?}");
        }
    }
}

//! Which days rest in China, read from the rows under calendars/ by the rules of their README: `cn_days` to 2026, the
//! provisional file of 2027, the world file from 2028, weekends elsewhere. Says where a last day rolls to and whether
//! every day on the way was published.

use crate::day::{self, Day};
use std::collections::BTreeMap;
use std::sync::OnceLock;

const OWN: &str = include_str!("../../../calendars/cn_days.csv");
const OWN_2027: &str = include_str!("../../../calendars/cn_days_2027_provisional.csv");
const WORLD: &str = include_str!("../../../calendars/world_days_2020_2030.csv");

/// Every day on the wall: whether it is worked, and whether that was published.
struct Days {
    is_worked: Vec<bool>,
    is_published: Vec<bool>,
}

/// Civil Code 203: "the day after the rest ends". The day itself when it is worked.
pub(crate) fn rolled(day: Day) -> Day {
    let days = days();
    let mut day = day;
    while !days.is_worked[usize::try_from(day).unwrap()] {
        day += 1;
    }
    day
}

/// Whether every day from the nominal last day to the one it rolled to is published.
pub(crate) fn is_published(nominal: Day, reached: Day) -> bool {
    (nominal..=reached).all(|day| days().is_published[usize::try_from(day).unwrap()])
}

fn days() -> &'static Days {
    static DAYS: OnceLock<Days> = OnceLock::new();
    DAYS.get_or_init(|| {
        let mut is_rest: BTreeMap<Day, bool> = BTreeMap::new();
        let own = OWN.lines().chain(OWN_2027.lines()).map(|row| row.split(',').collect::<Vec<_>>());
        let world = WORLD.lines().filter_map(|row| row.strip_prefix("CN,"));
        let world = world.map(|row| row.split(',').collect::<Vec<_>>());
        let first_own = OWN.lines().nth(1).and_then(|row| day::from_text(row.split(',').next()?)).unwrap();
        for columns in own {
            if let Some(day) = day::from_text(columns[0]) {
                is_rest.insert(day, is_holiday(columns[1]));
            }
        }
        for columns in world {
            let day = day::from_text(columns[0]).unwrap();
            if 2028 <= day::year(day) {
                is_rest.insert(day, is_holiday(columns[1]));
            }
        }
        let all = 0..Day::try_from(day::days_on_the_wall()).unwrap();
        let is_worked = |day: Day| !is_rest.get(&day).copied().unwrap_or(5 <= day::weekday(day));
        Days {
            is_worked: all.clone().map(is_worked).collect(),
            is_published: all.map(|day| first_own <= day && day::year(day) <= 2026).collect(),
        }
    })
}

fn is_holiday(kind: &str) -> bool {
    match kind {
        "holiday" => true,
        "makeup_workday" => false,
        other => panic!("a day is a holiday or a make-up workday, not `{other}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_published, rolled};
    use crate::day::{from_text, to_text};

    #[test]
    fn a_last_day_on_a_rest_day_moves_to_the_day_after_the_rest() {
        for (nominal, reached) in [
            ("2026-03-09", "2026-03-09"),
            ("2026-03-07", "2026-03-09"),
            // Make-up workdays count as working (reading 4).
            ("2026-02-14", "2026-02-14"),
            ("2026-02-15", "2026-02-24"),
            ("2026-10-01", "2026-10-08"),
            ("2027-02-05", "2027-02-09"),
        ] {
            assert_eq!(to_text(rolled(from_text(nominal).unwrap())), reached);
        }
    }

    #[test]
    fn a_day_after_2026_is_provisional() {
        let day = |text| from_text(text).unwrap();
        assert!(is_published(day("2026-12-30"), day("2026-12-31")));
        assert!(!is_published(day("2026-12-31"), day("2027-01-04")));
        assert!(!is_published(day("2001-12-28"), day("2001-12-28")));
    }
}

//! Clock hours that are counted on working days only: "within 24 hours (working days)". A day counts whole, from 0:00
//! to 24:00; office hours are nobody's business here. Called by domain/duty.rs.

use crate::calendar::Calendar;
use crate::day::CalendarStatus;
use chrono::{Days, NaiveDateTime, NaiveTime, TimeDelta};

/// An hour that was counted to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReachedHour {
    /// The local time that was reached; 24:00 of a day is 0:00 of the day after it.
    pub at: NaiveDateTime,
    /// Provisional when a day that was counted or passed over on the way is.
    pub status: CalendarStatus,
}

impl Calendar {
    /// Where a count of clock hours ends that runs on working days only and stands still on rest days. From Friday
    /// 15:00, 24 hours end on Monday 15:00; from any time of a Saturday they end on Monday 24:00.
    ///
    /// Local times: where the clocks are moved, an hour more or less is not made up for.
    #[must_use]
    pub fn add_working_clock_hours(&self, from: NaiveDateTime, hours: u32) -> ReachedHour {
        let mut left = TimeDelta::hours(i64::from(hours));
        let (mut at, mut status) = (from, self.status(from.date()));
        while left > TimeDelta::zero() {
            let Some(next) = at.date().checked_add_days(Days::new(1)) else { break };
            let midnight = next.and_time(NaiveTime::MIN);
            status = status.and(self.status(at.date()));
            if self.is_working(at.date()) {
                let today = midnight.signed_duration_since(at);
                if left <= today {
                    at = at.checked_add_signed(left).unwrap_or(midnight);
                    break;
                }
                left -= today;
            }
            at = midnight;
        }
        ReachedHour { at, status }
    }
}

#[cfg(test)]
mod tests {
    use crate::calendar::Calendar;
    use crate::day::CalendarStatus;
    use chrono::NaiveDateTime;

    fn time(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn clock_hours_run_on_working_days_only() {
        for (from, hours, to, case) in [
            ("2026-03-02 10:00", 24, "2026-03-03 10:00", "Monday to Tuesday"),
            ("2026-03-06 15:00", 24, "2026-03-09 15:00", "Friday to Monday"),
            ("2026-03-07 10:00", 24, "2026-03-10 00:00", "a Saturday counts nothing: Monday 24:00"),
            ("2026-03-08 23:59", 24, "2026-03-10 00:00", "a Sunday neither"),
            ("2026-03-06 00:00", 24, "2026-03-07 00:00", "the whole of Friday, to its 24:00"),
            (
                "2026-02-13 15:00",
                24,
                "2026-02-14 15:00",
                "the Saturday before Spring Festival is a make-up workday",
            ),
            ("2026-02-14 15:00", 24, "2026-02-24 15:00", "Spring Festival stands still"),
            ("2026-02-27 09:30", 24, "2026-02-28 09:30", "Saturday 28 February is worked"),
            ("2026-09-30 18:00", 24, "2026-10-08 18:00", "National Day"),
            ("2026-03-06 15:00", 0, "2026-03-06 15:00", "no hours"),
            ("2026-03-06 15:00", 48, "2026-03-10 15:00", "two days"),
        ] {
            assert_eq!(Calendar::of("CN").add_working_clock_hours(time(from), hours).at, time(to), "{case}");
        }
    }

    #[test]
    fn an_unpublished_day_on_the_way_makes_the_hour_provisional() {
        let status = |from| Calendar::of("CN").add_working_clock_hours(time(from), 24).status;
        assert_eq!(status("2026-03-06 15:00"), CalendarStatus::Published);
        assert_eq!(status("2028-03-03 15:00"), CalendarStatus::Provisional);
    }
}

//! The days 10 and 20 of clause 3.1 for receipts that people worked out by hand.

use chrono::NaiveDate;
use nightbench_calendar::{Calendar, CalendarStatus};

#[test]
fn every_receipt_reaches_its_tenth_and_twentieth_working_day() {
    let mut cases = 0;
    for line in include_str!("cycle_examples.ndjson").lines() {
        let case: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = |name: &str| case[name].as_str().unwrap();
        let day = |name: &str| text(name).parse::<NaiveDate>().unwrap();
        let calendar = Calendar::of(text("calendar"));
        let target = calendar.add_working_days(day("received_on"), 10);
        let limit = calendar.add_working_days(day("received_on"), 20);
        let expected = match text("calendar_status") {
            "provisional" => CalendarStatus::Provisional,
            _ => CalendarStatus::Published,
        };
        assert_eq!(target.date, day("target_on"), "target of {}", text("case"));
        assert_eq!(limit.date, day("limit_on"), "limit of {}", text("case"));
        assert_eq!(target.status.and(limit.status), expected, "status of {}", text("case"));
        cases += 1;
    }
    assert_eq!(cases, 26);
}

//! Typed after a power cut, from a form filled by hand: flagged, dated by the true day, never back-dated.

use crate::support::{desk, intake};
use serde_json::{Value, json};

#[test]
fn a_late_entry_takes_the_number_of_its_tag_and_the_true_day_and_keeps_the_typing_time() {
    let desk = desk();
    let tag = desk.write("rma_reserve", json!({ "count": 1 }))["rmas"][0].clone();
    desk.clock.set("2026-03-04T09:00:00Z");
    let late = json!({
        "late_entry": { "at": "08：35" }, "received_on": "2026-03-02", "channel": "courier",
        "authorisation": { "kind": "number", "rma": tag },
    });
    let received = desk.receive("JP2409-00417", late);
    assert_eq!(received["rma"], tag);
    assert_eq!(
        (&received["row"]["late_entry"], &received["row"]["received_on"]),
        (&json!(true), &json!("2026-03-02"))
    );
    assert_eq!(received["row"]["target_on"], "2026-03-16", "the clock runs from the true day");
    let life = desk.read("ticket_get", json!({ "id": received["id"] }));
    assert_eq!(life["intake"]["late_entry"]["at"], "08:35:00");
    let typed = life["timeline"].as_array().unwrap().iter().find(|entry| entry["kind"] == "intake.receive");
    assert_eq!(typed.unwrap()["at"], 1_772_614_800_000_i64);
}

#[test]
fn a_time_that_is_none_is_a_problem_of_its_field() {
    let desk = desk();
    for (typed, reason) in [("", "required"), ("25:00", "not_a_time"), ("soon", "not_a_time")] {
        let check =
            desk.read("intake_check", intake("JP2409-00417", json!({ "late_entry": { "at": typed } })));
        assert_eq!(check["problems"], json!([{ "field": "late_entry.at", "reason": reason }]), "{typed}");
    }
}

#[test]
fn a_clock_that_was_set_back_is_told_until_it_is_right_again() {
    let desk = desk();
    let is_told = || {
        let notices = desk.read("station_get", Value::Null)["notices"].clone();
        notices.as_array().unwrap().contains(&json!("clock_behind"))
    };
    desk.receive("JP2409-00001", json!({}));
    assert!(!is_told());
    desk.clock.set("2026-03-02T01:55:00Z");
    assert!(!is_told(), "a few minutes are how clocks are set right");
    desk.clock.set("2026-02-20T02:00:00Z");
    assert!(is_told());
    desk.receive("JP2409-00002", json!({ "received_on": "2026-02-20" }));
    assert!(is_told(), "also when something was recorded since");
    desk.clock.set("2026-03-02T02:00:00Z");
    assert!(!is_told());
}

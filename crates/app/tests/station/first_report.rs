//! The first report and the received date: neither stands in for the other in silence, and moving the report after
//! receipt takes two.

use crate::support::{desk, intake};
use serde_json::json;

#[test]
fn an_open_report_is_told_and_an_answered_one_is_not() {
    let desk = desk();
    let open = desk.receive("JP2409-00001", json!({}));
    assert_eq!(open["conflicts"], json!([{ "kind": "claim_date_from_receipt" }]));
    let none = desk.receive("JP2409-00002", json!({ "first_reported": { "none": true } }));
    assert_eq!(none["conflicts"], json!([]));
    let life = desk.read("ticket_get", json!({ "id": none["id"] }));
    assert_eq!(life["intake"]["no_earlier_report"], true);
    let derived = life["assessment"]["derived"].as_array().unwrap();
    assert!(derived.iter().any(|one| one["fact"] == "claim_date" && one["source"] == "receipt"));
}

#[test]
fn a_report_carries_what_documents_it() {
    let desk = desk();
    let report = json!({ "on": "2026-02-27", "to": "hotline", "proof": "call log 88" });
    let received = desk.receive("JP2409-00001", json!({ "first_reported": report }));
    let life = desk.read("ticket_get", json!({ "id": received["id"] }));
    assert_eq!(life["intake"]["first_reported"], report);
    let both = intake("JP2409-00002", json!({ "first_reported": { "on": "2026-02-27", "none": true } }));
    assert_eq!(desk.read("intake_check", both)["problems"][0]["reason"], "contradicts");
}

#[test]
fn moving_the_report_after_receipt_takes_two_and_correcting_anything_else_does_not() {
    let desk = desk();
    let received = desk.receive("JP2409-00001", json!({}));
    let amend = |changes| json!({ "id": received["id"], "intake": intake("JP2409-00001", changes), "reason": "typed wrong" });
    desk.write("intake_amend", amend(json!({ "symptom": "黑屏" })));
    let moved = amend(json!({ "first_reported": { "on": "2026-02-27" } }));
    assert_eq!(desk.refused("intake_amend", moved), "second_person_needed");
    let life = desk.read("ticket_get", json!({ "id": received["id"] }));
    assert_eq!(
        (&life["intake"]["first_reported"], &life["intake"]["symptom"]),
        (&json!(null), &json!("黑屏"))
    );
}

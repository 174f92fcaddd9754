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

#[test]
fn with_a_second_person_the_report_moves_and_the_history_names_both() {
    let desk = desk();
    let received = desk.receive("JP2409-00001", json!({}));
    for (name, pin) in [("李娜", "1357"), ("王芳", "2468")] {
        let user = desk.write("user_save", json!({ "name": name, "role": "desk" }))["id"].clone();
        desk.write("user_set_pin", json!({ "user": user, "pin": pin }));
    }
    let people = desk.read("session_get", json!(null))["people"].clone();
    let id = |name: &str| {
        people
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["name"] == name)
            .map(|one| one["id"].clone())
            .unwrap()
    };
    desk.write("session_start", json!({ "user": id("李娜"), "pin": "1357" }));
    let moved = json!({
        "id": received["id"], "reason": "the e-mail turned up",
        "intake": intake("JP2409-00001", json!({ "first_reported": { "on": "2026-02-27", "proof": "e-mail" } })),
        "second": { "user": id("王芳"), "pin": "2468" },
    });
    let life = desk.write("intake_amend", moved);
    assert_eq!(life["intake"]["first_reported"]["on"], "2026-02-27");
    let amended =
        life["timeline"].as_array().unwrap().iter().find(|one| one["kind"] == "intake.amend").unwrap();
    let second =
        amended["fields"].as_array().unwrap().iter().find(|field| field["name"] == "second").unwrap();
    assert_eq!((&amended["actor"], &second["value"]), (&json!("李娜"), &json!("王芳")));
}

#[test]
fn a_denial_by_the_received_date_asks_for_an_earlier_report_until_somebody_answers() {
    let desk = desk();
    // Bought so that the warranty ended ten days before the unit came.
    let facts = json!({ "facts": {
        "purchase": { "voucher_date": "2024-02-20" }, "claim_object": "whole", "sale_kind": "normal",
    } });
    let received = desk.receive("JP2409-00001", facts.clone());
    let id = &received["id"];
    let assessment = || desk.read("ticket_get", json!({ "id": id }))["assessment"].clone();
    let open = assessment();
    assert_eq!(open["verdict"]["remedies"]["free_repair"]["outcome"], "denied");
    let asked: Vec<_> =
        open["earlier_report"].as_array().unwrap().iter().map(|one| one["remedy"].clone()).collect();
    assert_eq!(asked, ["refund", "exchange", "free_repair"]);
    assert_eq!(open["earlier_report"][2]["until"], open["verdict"]["cover"]["last_covered_day"]);
    let view = desk.read("customer_view", json!({ "kind": "ticket", "id": id }));
    assert_eq!(view["sentences"][1]["id"], "customer-nothing_refused_bring");

    let mut answered = facts;
    answered["first_reported"] = json!({ "none": true });
    let said = desk.receive("JP2409-00002", answered);
    let closed = desk.read("ticket_get", json!({ "id": said["id"] }))["assessment"].clone();
    assert_eq!(closed["verdict"]["remedies"], open["verdict"]["remedies"]);
    assert_eq!(closed["earlier_report"], json!([]));
}

#[test]
fn the_history_tells_a_correction_beside_what_it_was() {
    let desk = desk();
    let received = desk.receive("JP2409-00001", json!({ "condition": "" }));
    let amend = |changes| {
        let intake = intake("JP2409-00001", changes);
        desk.write("intake_amend", json!({ "id": received["id"], "intake": intake, "reason": "typed wrong" }))
    };
    amend(json!({ "model": "NV-200", "condition": "scratched" }));
    let life = amend(json!({ "model": "NV-35", "condition": "scratched" }));
    let field = |at: usize, name: &str| {
        let entries = life["timeline"].as_array().unwrap();
        let amended: Vec<_> = entries.iter().filter(|one| one["kind"] == "intake.amend").collect();
        let fields = amended[at]["fields"].as_array().unwrap();
        let found = fields.iter().find(|field| field["name"] == name).unwrap();
        (found["was"].clone(), found["value"].clone())
    };
    assert_eq!(field(0, "model"), (json!("NV-200"), json!("NV-35")));
    assert_eq!(field(1, "model"), (json!("NV-640"), json!("NV-200")));
    assert_eq!(field(1, "condition"), (json!(null), json!("scratched")), "nothing was said of it before");
    let entries = life["timeline"].as_array().unwrap();
    let first = entries.iter().find(|one| one["kind"] == "intake.receive").unwrap();
    assert!(first["fields"].as_array().unwrap().iter().all(|field| field["was"].is_null()));
}

//! Determinations of a work order: tried out without a trace, recorded as rows that stay, each with what it changed.

use crate::support::{Desk, MONDAY, desk};
use serde_json::{Value, json};

fn received(desk: &Desk) -> Value {
    let facts = json!({
        "claim_object": "whole", "purchase": { "voucher_date": "2026-02-25" },
        "documents": { "warranty_certificate": true, "purchase_proof": true },
        "serial": { "label": "readable", "matches": true }, "authorised_source": true, "sale_kind": "normal",
        "accessories_complete": true, "return_consent": true,
    });
    desk.receive("JP2409-00417", json!({ "facts": facts }))["id"].clone()
}

fn life(desk: &Desk, id: &Value) -> Value {
    desk.read("ticket_get", json!({ "id": id }))
}

#[test]
fn moving_dates_and_facts_shows_before_and_after_and_writes_nothing() {
    let desk = desk();
    let id = received(&desk);
    let entries = desk.read("station_get", Value::Null)["unsynced"].clone();
    let before = life(&desk, &id);

    let known = before["verdicts"][0]["facts"].clone();
    let mut moved = known.clone();
    moved["purchase"]["voucher_date"] = json!("2026-02-01");
    moved["findings"] = json!(["product_fault"]);
    let tried = desk.read("verdict_what_if", json!({ "before": known, "after": moved }));

    assert_eq!(tried["before"]["remedies"], before["verdicts"][0]["verdict"]["remedies"]);
    assert_eq!(tried["before"]["remedies"]["refund"]["outcome"], "needs");
    assert_eq!(tried["after"]["remedies"]["refund"]["outcome"], "denied");
    assert_eq!(tried["after"]["remedies"]["exchange"]["outcome"], "granted");
    assert_eq!(
        tried["changed"],
        json!({
            "facts": [
                { "fact": "findings", "before": null, "after": ["product_fault"] },
                { "fact": "purchase.voucher_date", "before": ["2026-02-25"], "after": ["2026-02-01"] },
            ],
            "remedies": ["refund", "exchange", "free_repair", "paid_repair"],
            "cover": true, "pack": false, "calendar": false,
        })
    );

    assert_eq!(
        desk.read("station_get", Value::Null)["unsynced"],
        entries,
        "the journal is as long as it was"
    );
    assert_eq!(life(&desk, &id), before);
}

#[test]
fn each_recorded_determination_says_who_had_it_made_and_what_it_changed() {
    let desk = desk();
    let mut settings = desk.read("settings_get", Value::Null);
    settings["actor"] = json!("陈");
    desk.write("settings_set", settings.clone());
    let id = received(&desk);
    let mut facts = life(&desk, &id)["facts"].clone();
    facts["findings"] = json!(["misuse_or_environment"]);
    settings["actor"] = json!("刘");
    desk.write("settings_set", settings);
    desk.clock.set("2026-03-03T02:00:00Z");
    desk.write("verdict_record", json!({ "id": id, "facts": facts }));

    let rows = desk.read("verdict_history", json!({ "id": id }));
    assert_eq!((&rows[0]["actor"], &rows[1]["actor"]), (&json!("刘"), &json!("陈")));
    assert_eq!(rows[1]["changed"], Value::Null, "the first has none before it");
    assert_eq!(
        rows[0]["changed"]["facts"],
        json!([{ "fact": "findings", "before": null, "after": ["misuse_or_environment"] }])
    );
    assert_eq!(rows[0]["changed"]["remedies"], json!(["refund", "exchange", "free_repair", "paid_repair"]));
    assert_eq!(life(&desk, &id)["verdicts"], rows);
    let made_at: Vec<_> = (0..2).map(|place| rows[place]["made_at"].as_i64().unwrap()).collect();
    assert!(made_at[0] > made_at[1], "newest first, the older one from {MONDAY}");
}

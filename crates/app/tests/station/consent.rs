//! Consent is set by the act, never asked where somebody acted, and never taken from silence.

use crate::support::{Desk, desk};
use serde_json::{Value, json};

fn consent(desk: &Desk, serial: &str, changes: Value) -> (Value, Value) {
    let received = desk.receive(serial, changes);
    let life = desk.read("ticket_get", json!({ "id": received["id"] }));
    let derived = life["assessment"]["derived"].as_array().unwrap().clone();
    let source = derived.iter().find(|one| one["fact"] == "return_consent");
    let consent = life["assessment"]["facts"].get("return_consent").cloned().unwrap_or_default();
    (consent, source.map(|one| one["source"].clone()).unwrap_or_default())
}

#[test]
fn what_was_done_says_whether_we_agreed() {
    let desk = desk();
    let number = desk.write("rma_issue", json!({ "channel": "enquiry" }))["rma"].clone();
    for (n, changes, expected) in [
        (1, json!({}), (Value::Null, Value::Null)),
        (2, json!({ "channel": "counter" }), (json!(true), json!("counter"))),
        (3, json!({ "channel": "courier" }), (Value::Null, Value::Null)),
        (
            4,
            json!({ "channel": "courier", "authorisation": { "kind": "none" } }),
            (json!(false), json!("unannounced")),
        ),
        (
            5,
            json!({ "channel": "courier", "authorisation": { "kind": "number", "rma": number } }),
            (json!(true), json!("authorisation")),
        ),
        (
            6,
            json!({ "channel": "counter", "facts": { "return_consent": false } }),
            (json!(false), Value::Null),
        ),
    ] {
        assert_eq!(consent(&desk, &format!("JP2409-0000{n}"), changes.clone()), expected, "{changes}");
    }
}

//! What the turned screen says of a unit that is being received, and of its work order.

use crate::decisions::claim;
use crate::support::{desk, intake};
use serde_json::{Value, json};

fn ids(view: &Value) -> Vec<&str> {
    view["sentences"].as_array().unwrap().iter().map(|sentence| sentence["id"].as_str().unwrap()).collect()
}

#[test]
fn the_customer_is_told_the_same_from_the_check_in_and_from_the_work_order() {
    let desk = desk();
    desk.import("序列号,型号,产品类别,购买日期,销售类型\nJP2409-00417,NV-640,整机,2026-02-25,正常\n");
    let facts = json!({
        "documents": { "warranty_certificate": true, "purchase_proof": true },
        "serial": { "label": "readable", "matches": true }, "authorised_source": true, "claim_object": "whole",
        "accessories_complete": true, "return_consent": true,
    });
    let typed = intake("JP2409-00417", json!({ "facts": facts }));
    let draft = desk.write("draft_save", json!({ "draft": typed }));
    let before = desk.read("customer_view", json!({ "kind": "draft", "id": draft["id"] }));
    assert_eq!(ids(&before), ["customer-in_time_open", "customer-stays_wait"]);
    assert_eq!(before["as_of"]["zh"], "截至2026年3月2日");
    assert_eq!(before["rma"], Value::Null);

    let received = desk.write("intake_receive", json!({ "draft_id": draft["id"], "intake": draft["draft"] }));
    let after = desk.read("customer_view", json!({ "kind": "ticket", "id": received["id"] }));
    assert_eq!(after["sentences"], before["sentences"]);
    assert_eq!(after["rma"], received["rma"]);
    assert!(!after.to_string().contains("李雷"), "the screen shows no name");
}

#[test]
fn what_the_technician_finds_changes_what_the_customer_is_told() {
    let desk = desk();
    desk.import("序列号,型号,产品类别,购买日期,销售类型\nJP2409-00417,NV-640,整机,2026-02-25,正常\n");
    let id = desk.receive("JP2409-00417", json!({}))["id"].clone();
    desk.write("verdict_record", json!({ "id": id, "facts": { "findings": ["operates_normally"] } }));
    let view = desk.read("customer_view", json!({ "kind": "ticket", "id": id }));
    assert!(!view.to_string().contains("5.5"));
    let texts = view["sentences"].to_string();
    assert!(!texts.contains('⟦'), "{texts}");
}

#[test]
fn a_unit_that_is_not_there_has_no_customer_view() {
    let desk = desk();
    let gone = json!({ "kind": "ticket", "id": "01900000-0000-7000-8000-000000000999" });
    assert_eq!(desk.refused("customer_view", gone), "not_found");
}

#[test]
fn a_unit_of_our_own_is_shown_as_that_and_promises_nobody_anything() {
    let desk = desk();
    let typed = intake("JP2409-00417", json!({ "owned_by_us": true }));
    let draft = desk.write("draft_save", json!({ "draft": typed }));
    let received = desk.write("intake_receive", json!({ "draft_id": draft["id"], "intake": draft["draft"] }));
    let other = desk.write("draft_save", json!({ "draft": intake("JP2409-00418", json!({})) }));
    for (kind, id, is_ours) in [("ticket", &received["id"], true), ("draft", &other["id"], false)] {
        let view = desk.read("customer_view", json!({ "kind": kind, "id": id }));
        let said = ids(&view) == ["customer-internal", "customer-internal_next"];
        assert_eq!(said, is_ours, "{view}");
        assert_eq!(view["note"]["en"].as_str().unwrap().contains("contract"), !is_ours);
    }
}

#[test]
fn what_is_excused_is_told_the_customer_without_saying_who_or_why() {
    let desk = desk();
    let lost = json!({ "warranty_certificate": false, "purchase_proof": true });
    let id =
        desk.receive("JP2409-00417", json!({ "facts": claim(json!({ "documents": lost })) }))["id"].clone();
    let view = || desk.read("customer_view", json!({ "kind": "ticket", "id": id }));
    assert_eq!(ids(&view()), ["customer-colleague_decides", "customer-papers_help"]);
    let waiver = json!({ "id": id, "kind": "waiver", "excuses": ["warranty_certificate"], "words": "the dealer knows him" });
    let asked = desk.write("decision_ask", waiver);
    desk.write(
        "decision_reply",
        json!({ "id": asked["id"], "reply": "accept", "reason": "a customer of ten years" }),
    );
    assert_eq!(ids(&view()), ["customer-given", "customer-given_choose"]);
    let shown = view().to_string();
    assert!(shown.contains("我们已作出有利于您的决定") && shown.contains("a free repair"), "{shown}");
    assert!(
        !shown.contains("ten years") && !shown.contains("knows him") && !shown.contains("desk"),
        "{shown}"
    );
}

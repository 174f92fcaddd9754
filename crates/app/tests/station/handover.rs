//! What the customer gets leaves the house: by carrier or by hand, with what belongs to it; and what that does to the
//! cover of the unit when it comes again.

use crate::support::{Desk, desk};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

/// A terminal that is eleven days old, its own fault confirmed, with every paper.
pub(crate) fn proven() -> Value {
    json!({
        "facts": {
            "claim_object": "whole", "sale_kind": "normal", "claim_date": "2026-03-02",
            "purchase": { "voucher_date": "2026-02-25" }, "findings": ["product_fault"],
            "documents": { "warranty_certificate": true, "purchase_proof": true },
            "serial": { "label": "readable", "matches": true }, "authorised_source": true,
            "return_consent": true,
        },
        "accessories": [
            { "item": "battery", "state": "present" },
            { "item": "charger", "state": "present" },
        ],
        "condition": "左侧轻微划痕",
    })
}

impl Desk {
    /// A unit that waits for its hand-over.
    fn ready(&self, serial: &str, resolution: &str, reason: Option<&str>) -> Value {
        let id = self.receive(serial, proven())["id"].clone();
        let choice = json!({ "who": "李雷", "on": "2026-03-02", "words": "电话中说的" });
        self.write(
            "ticket_resolve",
            json!({ "id": id, "resolution": resolution, "reason": reason, "choice": choice }),
        );
        self.write("ticket_act", json!({ "id": id, "event": "prepare_return" }));
        id
    }

    /// Hands a unit to a carrier with everything that came with it; with some fields changed.
    pub(crate) fn hand_over(&self, id: &Value, changes: Value) -> Value {
        self.write("handover_record", request(id, changes))
    }

    pub(crate) fn problems(&self, command: &str, request: Value) -> Vec<(String, String)> {
        let failure = self.app.dispatch(command, request).unwrap_err().failure();
        let text = |value: Value| value.as_str().unwrap().to_owned();
        failure.problems.into_iter().map(|one| (one.field, text(json!(one.reason)))).collect()
    }
}

/// The price of the receipt, paid back by transfer.
pub(crate) fn refund() -> Value {
    json!({ "kind": "refund", "method": "transfer", "amount_minor": 1_280_000, "currency": "cny",
        "paid_on": "2026-03-02", "reference": "20260302-77" })
}

/// A carrier takes a unit and everything that came with it; with some fields changed.
pub(crate) fn request(id: &Value, changes: Value) -> Value {
    let mut request = json!({
        "id": id,
        "way": { "kind": "shipped", "carrier": "sf", "waybill": "sf 1234 5678 90123" },
        "accessories": [
            { "item": "battery", "is_returned": true },
            { "item": "charger", "is_returned": true },
        ],
    });
    request.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    request
}

fn field(name: &str, reason: &str) -> Vec<(String, String)> {
    vec![(name.to_owned(), reason.to_owned())]
}

#[test]
fn a_unit_goes_back_by_carrier_and_its_cycle_ends_that_day() {
    let desk = desk();
    let id = desk.ready("JP2409-00417", "return_unrepaired", Some("customer_wish"));
    desk.clock.set("2026-03-06T08:00:00Z");
    let life = desk.hand_over(&id, json!({ "condition": "与受理时一致" }));
    assert_eq!((&life["row"]["status"], &life["row"]["state"]), (&json!("returned"), &json!("done")));
    let done = &life["handover"]["done"];
    assert_eq!(
        done["handover"]["way"],
        json!({ "kind": "shipped", "carrier": "sf", "waybill": "SF1234567890123" })
    );
    assert_eq!(
        (&done["handover"]["on"], &done["recorded_by"]),
        (&json!("2026-03-06"), &life["timeline"][0]["actor"])
    );
    assert_eq!(life["handover"]["covers"], json!([]));
    // It stays four working days, however long it has been away.
    desk.clock.set("2026-04-20T02:00:00Z");
    let row = &desk.read("ticket_get", json!({ "id": id }))["row"];
    assert_eq!((&row["handed_over_on"], &row["elapsed_working_days"]), (&json!("2026-03-06"), &json!(4)));
    let moved =
        life["timeline"].as_array().unwrap().iter().find(|entry| entry["kind"] == "ticket.move").unwrap();
    let place = moved["fields"].as_array().unwrap().iter().find(|one| one["name"] == "place_code").unwrap();
    assert_eq!(place["value"], "COURIER");
    assert_eq!(desk.refused("handover_record", request(&id, json!({}))), "ticket_handed_over");
    assert_eq!(desk.refused("ticket_undo", json!({ "id": id })).split('_').next(), Some("undo"));
}

#[test]
fn a_hand_over_is_no_bare_step_of_the_status() {
    let desk = desk();
    let id = desk.ready("JP2409-00417", "return_unrepaired", Some("customer_wish"));
    let act = json!({ "id": id, "event": "hand_over" });
    assert_eq!(desk.refused("ticket_act", act), "handover_not_recorded");
    let early = desk.receive("JP2409-00418", json!({}))["id"].clone();
    assert_eq!(desk.refused("handover_record", request(&early, json!({}))), "ticket_not_ready");
}

#[test]
fn whoever_collects_shows_the_receipt_or_tells_its_code() {
    let desk = desk();
    let id = desk.ready("JP2409-00417", "return_unrepaired", Some("customer_wish"));
    let rma = desk.read("ticket_get", json!({ "id": id }))["row"]["rma"].clone();
    let by = |proof: &str, shown: &str| {
        let way = json!({ "kind": "collected", "by": "韩梅梅", "proof": proof, "shown": shown });
        request(&id, json!({ "way": way, "signature": { "kind": "on_paper" } }))
    };
    assert_eq!(desk.refused("handover_record", by("receipt", "CD01-22223-00001-2")), "receipt_of_another");
    assert_eq!(desk.refused("handover_record", by("pickup_code", "000000")), "pickup_code_wrong");
    assert_eq!(desk.problems("handover_record", by("identity", "")), field("note", "required"));
    let life = desk.write("handover_record", by("receipt", rma.as_str().unwrap()));
    assert_eq!(life["handover"]["done"]["handover"]["way"]["by"], "韩梅梅");
}

#[test]
fn what_was_with_the_unit_goes_back_or_is_signed_for() {
    let desk = desk();
    let id = desk.ready("JP2409-00417", "return_unrepaired", Some("customer_wish"));
    let with = |accessories: Value, note: &str| {
        request(&id, json!({ "accessories": accessories, "missing_note": note }))
    };
    let battery = json!({ "item": "battery", "is_returned": true });
    let no_charger = json!({ "item": "charger", "is_returned": false });
    assert_eq!(
        desk.problems("handover_record", with(json!([battery]), "")),
        field("accessories", "required")
    );
    let both = json!([battery, no_charger]);
    assert_eq!(desk.problems("handover_record", with(both.clone(), "")), field("missing_note", "required"));
    desk.write("handover_record", with(both, "客户自行保留充电器，已签字"));
}

#[test]
fn a_hand_over_may_be_written_down_later_but_not_before_the_receipt_or_for_tomorrow() {
    let desk = desk();
    let id = desk.ready("JP2409-00417", "return_unrepaired", Some("customer_wish"));
    desk.clock.set("2026-03-06T08:00:00Z");
    let on =
        |day: &str, reason: &str| request(&id, json!({ "on": day, "at": "10:30", "late_reason": reason }));
    assert_eq!(desk.problems("handover_record", on("2026-03-01", "x")), field("on", "before_receipt"));
    assert_eq!(desk.problems("handover_record", on("2026-03-07", "x")), field("on", "in_future"));
    assert_eq!(desk.problems("handover_record", on("2026-03-04", "")), field("late_reason", "required"));
    let at = |time: &str| request(&id, json!({ "on": "2026-03-04", "at": time, "late_reason": "x" }));
    assert_eq!(desk.problems("handover_record", at("25:99")), field("at", "not_a_time"));
    let life = desk.write("handover_record", on("2026-03-04", "当天停电"));
    assert_eq!(life["row"]["elapsed_working_days"], 2);
}

#[test]
fn a_waybill_that_was_typed_wrong_is_amended_and_both_stay_in_the_history() {
    let desk = desk();
    let id = desk.ready("JP2409-00417", "return_unrepaired", Some("customer_wish"));
    let amend = |waybill: &str, reason: &str| json!({ "id": id, "carrier": "jd", "waybill": waybill, "reason": reason });
    assert_eq!(desk.refused("handover_amend", amend("JDVA01234567890", "抄错")), "not_shipped");
    desk.hand_over(&id, json!({}));
    assert_eq!(desk.refused("handover_amend", amend("JDVA01234567890", " ")), "reason_required");
    assert_eq!(desk.refused("handover_amend", amend("运单1234567", "抄错")), "waybill_character");
    let life = desk.write("handover_amend", amend("JDVA01234567890", "抄错"));
    let done = &life["handover"]["done"];
    assert_eq!(done["handover"]["way"]["waybill"], "JDVA01234567890");
    let amended = &done["amendments"][0];
    assert_eq!((&amended["waybill_before"], &amended["reason"]), (&json!("SF1234567890123"), &json!("抄错")));
    assert_eq!(life["timeline"][0]["kind"], "handover.amend");
}

#[test]
fn a_unit_given_in_exchange_goes_on_with_what_was_left_and_nothing_restarts() {
    let desk = desk();
    // The register was told that the new unit left the factory a week ago: that begins nothing.
    desk.import(
        "serial,model,product_class,voucher_date,sale_kind\nJP2609-00001,NV-640,terminal,2026-03-01,normal\n",
    );
    let id = desk.ready("JP2409-00417", "exchange", None);
    let given = |serial: &str| json!({ "given": { "serial": serial, "model": "NV-640" }, "accessories": [] });
    assert_eq!(
        desk.problems("handover_record", request(&id, json!({ "accessories": [] }))),
        field("given", "required")
    );
    assert_eq!(
        desk.problems("handover_record", request(&id, given("JP2409-00417"))),
        field("given", "contradicts")
    );
    let life = desk.hand_over(&id, given("jp2609-00001"));
    assert_eq!(
        life["handover"]["covers"],
        json!([{ "entry": "exchange", "serial": "JP2409-00417", "by": "JP2609-00001", "completed_on": "2026-03-02" }])
    );
    // The old one is covered no longer; the new one from the first purchase on.
    let old = desk.read("unit_cover", json!({ "serial": "JP2409-00417" }));
    assert_eq!(old["unit"]["lines"], json!([]));
    let new = desk.read("unit_cover", json!({ "serial": "JP2609-00001" }));
    assert_eq!(new["unit"]["lines"][0]["entry"]["serial"], "JP2409-00417");
    assert_eq!(new["unit"]["last"]["date"], "2028-02-25");
    // A claim of the new unit counts from that day, too: day 30 of the exchange is over.
    desk.clock.set("2026-04-02T02:00:00Z");
    let check = json!({ "serial": "JP2609-00001", "model": "NV-640", "product_class": "terminal",
        "received_on": "2026-04-02", "facts": { "claim_object": "whole", "findings": ["product_fault"] } });
    let assessed = desk.read("verdict_assess", check);
    assert_eq!(assessed["facts"]["purchase"]["voucher_date"], "2026-02-25");
    assert!(assessed["facts"]["purchase"]["contract_date"].is_null());
    assert_eq!(assessed["verdict"]["remedies"]["exchange"]["outcome"], "denied");
    let source =
        assessed["derived"].as_array().unwrap().iter().find(|one| one["fact"] == "purchase").unwrap();
    assert_eq!((&source["source"], &source["by"]), (&json!("exchange"), &json!("JP2409-00417")));
}

#[test]
fn a_refund_is_handed_over_once_it_was_paid() {
    let desk = desk();
    let id = desk.ready("JP2409-00417", "refund", None);
    desk.work_out(&id);
    let none = json!({ "accessories": [] });
    assert_eq!(desk.problems("handover_record", request(&id, none)), field("payments", "required"));
    let mut late = refund();
    late["paid_on"] = json!("2026-03-03");
    let with = |payment: Value| request(&id, json!({ "accessories": [], "payments": [payment] }));
    assert_eq!(desk.problems("handover_record", with(late)), field("paid_on", "in_future"));
    let life = desk.write("handover_record", with(refund()));
    assert_eq!(life["handover"]["payments"][0]["payment"]["currency"], "CNY");
    assert_eq!(life["handover"]["covers"], json!([]));
    // What becomes of the unit that stays here is still open.
    assert_eq!(desk.refused("handover_close", json!({ "id": id })), "gate_no_disposition");
    desk.write("ticket_dispose", json!({ "id": id, "disposition": "refurbish" }));
    let life = desk.write("handover_close", json!({ "id": id }));
    assert_eq!(
        (&life["row"]["status"], &life["handover"]["done"]["closed_on"]),
        (&json!("closed"), &json!("2026-03-02"))
    );
}

#[test]
fn where_the_old_unit_goes_is_decided_with_the_hand_over_that_leaves_it_here() {
    let desk = desk();
    let id = desk.ready("JP2409-00417", "refund", None);
    desk.work_out(&id);
    let gone = |goal: Value| {
        let mut change = json!({ "accessories": [], "payments": [refund()] });
        change.as_object_mut().unwrap().extend(goal.as_object().unwrap().clone());
        request(&id, change)
    };
    let life = || desk.read("ticket_get", json!({ "id": id }));
    let unsaid = gone(json!({ "disposition": "scrap" }));
    assert_eq!(
        desk.refused("handover_record", unsaid),
        "reason_required",
        "nothing is destroyed without a word"
    );
    assert_eq!(
        desk.refused("handover_record", gone(json!({ "disposition": "return" }))),
        "disposition_contradicts"
    );
    assert_eq!((&life()["handover"]["done"], &life()["row"]["status"]), (&Value::Null, &json!("ready")));
    let goal = json!({ "disposition": "scrap", "disposition_note": "burnt board" });
    let life = desk.write("handover_record", gone(goal));
    let decided = &life["work"]["dispositions"][0];
    assert_eq!((&decided["disposition"], &decided["note"]), (&json!("scrap"), &json!("burnt board")));
    assert_eq!(desk.write("handover_close", json!({ "id": id }))["row"]["status"], "closed");
}

#[test]
fn a_payment_written_down_by_mistake_is_withdrawn_with_its_reason() {
    let desk = desk();
    let id = desk.ready("JP2409-00417", "return_unrepaired", Some("customer_wish"));
    let payment = json!({ "kind": "received", "method": "cash", "amount_minor": 5000, "currency": "CNY",
        "paid_on": "2026-03-02" });
    let life = desk.write("payment_record", json!({ "id": id, "payment": payment }));
    let paid = &life["handover"]["payments"][0]["id"];
    let withdraw = |reason: &str| json!({ "id": id, "payment": paid, "reason": reason });
    assert_eq!(desk.refused("payment_withdraw", withdraw("")), "reason_required");
    let life = desk.write("payment_withdraw", withdraw("记错工单"));
    assert_eq!(life["handover"]["payments"][0]["withdrawn"], "记错工单");
    assert_eq!(desk.refused("payment_withdraw", withdraw("又一次")), "not_found");
    desk.hand_over(&id, json!({}));
    assert_eq!(desk.refused("payment_record", json!({ "id": id, "payment": payment })), "ticket_handed_over");
}

#[test]
fn a_loan_unit_comes_back_before_the_work_order_is_closed() {
    let desk = desk();
    let loans = "serial,model,kind,with,since,until\nJP2409-00900,NV-640,loan,,,\n";
    let opened = desk.read(
        "master_open",
        json!({ "kind": "loan", "name": "loans.csv", "base64": STANDARD.encode(loans) }),
    );
    desk.write("master_import", json!({ "file": opened["file"], "complete": false }));
    let id = desk.ready("JP2409-00417", "return_unrepaired", Some("customer_wish"));
    let lend = |serial: &str| json!({ "id": id, "serial": serial, "note": "含电池" });
    assert_eq!(desk.refused("loan_lend", lend("JP2409-00901")), "not_a_loan_unit");
    let life = desk.write("loan_lend", lend("jp2409-00900"));
    let lending = &life["handover"]["loans"][0]["id"];
    assert_eq!(desk.refused("loan_lend", lend("JP2409-00900")), "loan_unit_out");
    assert_eq!(desk.problems("handover_record", request(&id, json!({}))), field("loan_note", "required"));
    desk.hand_over(&id, json!({ "loan_note": "收到维修机后寄回" }));
    assert_eq!(desk.refused("handover_close", json!({ "id": id })), "loan_out");
    desk.clock.set("2026-03-09T02:00:00Z");
    desk.write("loan_return", json!({ "id": id, "lending": lending, "note": "完好" }));
    let life = desk.write("handover_close", json!({ "id": id }));
    assert_eq!(life["handover"]["loans"][0]["returned_on"], "2026-03-09");
}

#[test]
fn last_months_hand_over_is_closed_as_of_its_day_by_a_manager() {
    let desk = desk();
    let id = desk.ready("JP2409-00417", "return_unrepaired", Some("customer_wish"));
    desk.hand_over(&id, json!({}));
    desk.clock.set("2026-04-10T02:00:00Z");
    let manager = desk.write("user_save", json!({ "name": "王芳", "role": "manager" }))["id"].clone();
    desk.write("user_set_pin", json!({ "user": manager, "pin": "2468" }));
    let filter = json!({ "filter": "handed_over" });
    assert_eq!(desk.read("ticket_list", filter.clone())["rows"][0]["id"], id);
    let close = |on: &str| json!({ "id": id, "on": on, "reason": "上月漏关" });
    assert_eq!(desk.refused("handover_close", close("2026-03-02")), "manager_needed");
    desk.write("session_start", json!({ "user": manager, "pin": "2468" }));
    assert_eq!(desk.problems("handover_close", close("2026-03-01")), field("on", "contradicts"));
    assert_eq!(desk.refused("handover_close", json!({ "id": id, "on": "2026-03-31" })), "reason_required");
    let life = desk.write("handover_close", close("2026-03-31"));
    assert_eq!(life["handover"]["done"]["closed_on"], "2026-03-31");
    assert_eq!(life["timeline"][0]["actor"], "王芳");
    assert_eq!(desk.read("ticket_list", filter)["rows"], json!([]));
}

#[test]
fn who_bears_the_freight_of_an_unconsented_return_is_a_persons_decision() {
    let desk = desk();
    let mut came = proven();
    came["facts"]["return_consent"] = json!(false);
    let id = desk.receive("JP2409-00417", came)["id"].clone();
    let resolved = json!({ "id": id, "resolution": "return_unrepaired", "reason": "without_consent" });
    desk.write("ticket_resolve", resolved);
    desk.write("ticket_act", json!({ "id": id, "event": "prepare_return" }));
    assert_eq!(desk.problems("handover_record", request(&id, json!({}))), field("freight", "required"));
    let life = desk.hand_over(&id, json!({ "freight": "customer" }));
    assert_eq!(life["handover"]["done"]["handover"]["freight"]["bearer"], "customer");
}

#[test]
fn the_freight_answer_on_record_is_followed_by_the_hand_over_and_by_what_is_owed() {
    let desk = desk();
    let mut came = proven();
    came["facts"]["return_consent"] = json!(false);
    let id = desk.receive("JP2409-00417", came)["id"].clone();
    let freight = json!({ "kind": "freight", "name_zh": "运费", "quantity": 1, "unit_minor": 6000 });
    let inspection = json!({ "kind": "inspection", "name_zh": "检测费", "quantity": 1, "unit_minor": 8000 });
    let terms = json!({
        "currency": "CNY", "valid_until": "2026-04-30",
        "alternatives": [{ "kind": "return_unrepaired", "lines": [inspection, freight] }],
        "exception": { "ground": "prior_agreement", "reference": "order 7" },
    });
    let drafted = desk.write("quote_save", json!({ "ticket": id, "terms": terms }));
    let quote = drafted["quotes"][0]["id"].clone();
    desk.write("quote_issue", json!({ "id": quote }));
    let choice = json!({ "kind": "accept", "alternative": 0, "lines": [0, 1] });
    let answer =
        json!({ "choice": choice, "who": "李雷", "on": "2026-03-02", "how": "phone", "words": "寄回来吧" });
    let life = desk.write("quote_answer", json!({ "id": quote, "answer": answer }));
    assert_eq!(life["handover"]["account"]["open_minor"], 14000);

    let words = json!({ "id": id, "kind": "freight", "words": "the dealer asked us beforehand" });
    let asked = desk.write("decision_ask", words);
    desk.write("decision_reply", json!({ "id": asked["id"], "reply": "accept", "reason": "this once" }));
    let life = desk.read("ticket_get", json!({ "id": id }));
    assert_eq!(life["handover"]["account"]["open_minor"], 8000, "the freight is ours");
    assert_eq!(life["handover"]["freight"]["bearer"], "company");
    let again = desk.write("quote_save", json!({ "ticket": id, "terms": terms }))["quotes"][0]["id"].clone();
    assert_eq!(desk.refused("quote_issue", json!({ "id": again })), "quote_freight_ours");
    desk.write("quote_discard", json!({ "id": again }));

    let resolved = json!({ "id": id, "resolution": "return_unrepaired", "reason": "without_consent" });
    desk.write("ticket_resolve", resolved);
    desk.write("ticket_act", json!({ "id": id, "event": "prepare_return" }));
    let pay = json!([{ "kind": "received", "method": "cash", "amount_minor": 8000, "currency": "CNY", "paid_on": "2026-03-02" }]);
    let against = request(&id, json!({ "freight": "customer", "payments": pay }));
    assert_eq!(desk.problems("handover_record", against), field("freight", "contradicts"));
    let life = desk.hand_over(&id, json!({ "payments": pay }));
    assert_eq!(life["handover"]["done"]["handover"]["freight"]["bearer"], "company");
}

#[test]
fn names_of_a_hand_over_are_sealed_where_they_travel_and_read_here() {
    let desk = desk();
    let id = desk.ready("JP2409-00417", "return_unrepaired", Some("customer_wish"));
    let invoice = json!({ "title": "成都护林科技", "tax_number": "91510100MA6", "send_to": "a@example.com" });
    let life = desk.hand_over(&id, json!({ "invoice": invoice }));
    assert_eq!(life["handover"]["done"]["handover"]["invoice"]["tax_number"], "91510100MA6");
    let entry =
        life["timeline"].as_array().unwrap().iter().find(|one| one["kind"] == "handover.record").unwrap();
    let title =
        entry["fields"].as_array().unwrap().iter().find(|one| one["name"] == "invoice_title").unwrap();
    assert_eq!(title["value"], "成都护林科技");
}

#[test]
fn the_delivery_note_is_printed_for_the_signature_and_again_with_how_it_went() {
    let desk = desk();
    let early = desk.receive("JP2409-00418", json!({}))["id"].clone();
    let note = |id: &Value| json!({ "id": id, "form": "delivery", "language": "both" });
    assert_eq!(desk.refused("form_render", note(&early)), "nothing_to_hand_over");
    let id = desk.ready("JP2409-00417", "return_unrepaired", Some("customer_wish"));
    let before = desk.write("form_render", note(&id));
    desk.hand_over(&id, json!({}));
    let after = desk.write("form_render", note(&id));
    assert_eq!((&before["form"], &after["form"]), (&json!("delivery"), &json!("delivery")));
    assert_ne!(before["hash"], after["hash"]);
}

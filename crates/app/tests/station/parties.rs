//! Who else is concerned, damage that is not the user's, the paper form that is owed, and units of our own.

use crate::support::{desk, intake};
use serde_json::{Value, json};

#[test]
fn a_party_is_a_person_on_record_found_by_four_digits_and_finds_its_work_orders() {
    let desk = desk();
    let payer = json!({ "name": "光学会社", "phone": "028-8765 4321" });
    let received = desk.receive("JP2409-00417", json!({ "parties": { "payer": payer, "ship_to": {} } }));
    let life = desk.read("ticket_get", json!({ "id": received["id"] }));
    assert_eq!(life["intake"]["parties"]["payer"]["name"], "光学会社");
    assert_eq!(life["intake"]["parties"]["ship_to"], Value::Null, "blank is the sender again");

    let found = desk.read("customer_find", json!({ "phone_tail": "4321" }));
    assert_eq!(
        (&found[0]["customer"]["name"], &found[0]["phone_masked"]),
        (&json!("光学会社"), &json!("028****4321"))
    );
    assert_eq!(desk.read("customer_find", json!({ "phone_tail": "432" })), json!([]));
    let listed = desk.read("ticket_list", json!({ "text": "光学" }));
    assert_eq!(listed["rows"][0]["id"], received["id"]);
    assert!(!serde_json::to_string(&life["timeline"]).unwrap().contains("光学会社"), "sealed in the journal");
}

#[test]
fn a_company_stands_beside_the_person_is_found_by_it_and_sealed_as_the_name_is() {
    let desk = desk();
    let speaks = json!({ "name": "李雷", "phone": "139 8000 5966", "company": "上海光学有限公司" });
    let received = desk.receive("JP2409-00417", json!({ "customer": speaks }));
    let life = || desk.read("ticket_get", json!({ "id": received["id"] }));
    assert_eq!(life()["intake"]["customer"]["company"], "上海光学有限公司");
    let listed = desk.read("ticket_list", json!({ "text": "上海光学" }));
    assert_eq!(listed["rows"][0]["id"], received["id"]);
    let found = desk.read("customer_find", json!({ "phone_tail": "5966" }));
    assert_eq!(found[0]["customer"]["company"], "上海光学有限公司");
    assert!(
        !serde_json::to_string(&life()["timeline"]).unwrap().contains("上海光学"),
        "sealed in the journal"
    );
    // Who names none the next time speaks for it still; whoever never did is recorded without one.
    let again = json!({ "name": "李雷", "phone": "139 8000 5966" });
    let second = desk.receive("JP2409-00418", json!({ "customer": again }));
    let life = desk.read("ticket_get", json!({ "id": second["id"] }));
    assert_eq!(life["intake"]["customer"]["company"], "上海光学有限公司");
    let other =
        desk.receive("JP2409-00419", json!({ "customer": { "name": "韩梅", "phone": "13900000001" } }));
    let life = desk.read("ticket_get", json!({ "id": other["id"] }));
    assert_eq!(life["intake"]["customer"]["company"], "");
}

#[test]
fn damage_on_the_way_flags_the_ticket_and_its_charges_and_can_be_taken_back() {
    let desk = desk();
    let received = desk.receive("JP2409-00417", json!({}));
    let before = desk.read("ticket_get", json!({ "id": received["id"] }));
    assert_eq!(before["charge_review"], false);
    let damage = json!({ "where": "transit", "note": "box crushed" });
    let life = desk.write("ticket_damage", json!({ "id": received["id"], "damage": damage }));
    assert_eq!((&life["charge_review"], &life["row"]["damage"]), (&json!(true), &json!("transit")));
    assert_eq!(life["assessment"]["verdict"], before["assessment"]["verdict"]);
    assert_eq!(life["verdicts"].as_array().unwrap().len(), 1);
    let life = desk.write("ticket_damage", json!({ "id": received["id"] }));
    assert_eq!((&life["charge_review"], &life["row"]["damage"]), (&json!(false), &Value::Null));
}

#[test]
fn a_paper_form_is_owed_until_somebody_says_when_and_how_it_came() {
    let desk = desk();
    let with = desk.receive("JP2409-00001", json!({ "paper_form": true }));
    let without = desk.receive("JP2409-00002", json!({ "paper_form": false }));
    assert_eq!((&with["row"]["form_owed"], &without["row"]["form_owed"]), (&json!(false), &json!(true)));
    let nobody_looked = desk.receive("JP2409-00003", json!({ "paper_form": null }));
    assert_eq!(nobody_looked["row"]["form_owed"], true);
    let found = json!({ "id": nobody_looked["id"], "on": "2026-03-02", "how": "in the box" });
    assert_eq!(desk.write("paper_form_obtained", found)["row"]["form_owed"], false);
    assert_eq!(desk.read("bench_today", Value::Null)["counts"]["forms_owed"], 1);
    let owed = desk.read("ticket_list", json!({ "filter": "form_owed" }));
    assert_eq!(owed["rows"][0]["id"], without["id"]);

    let obtained = json!({ "id": without["id"], "on": "2026-03-02", "how": "by post" });
    let life = desk.write("paper_form_obtained", obtained.clone());
    assert_eq!(life["form_obtained"], json!({ "on": "2026-03-02", "how": "by post" }));
    assert_eq!(desk.refused("paper_form_obtained", obtained), "form_not_owed");
    assert_eq!(desk.read("bench_today", Value::Null)["counts"]["forms_owed"], 0);
    let life = desk.write("paper_form_withdraw", json!({ "id": without["id"], "reason": "other unit" }));
    assert_eq!(life["row"]["form_owed"], true);
    let kinds: Vec<_> = life["timeline"].as_array().unwrap().iter().map(|entry| &entry["kind"]).collect();
    assert_eq!(kinds[..2], ["ticket.form_withdrawn", "ticket.form_obtained"]);
}

#[test]
fn a_unit_of_our_own_is_an_internal_order_with_a_verdict_all_the_same() {
    let desk = desk();
    let received = desk.receive("JP2409-00417", json!({ "owned_by_us": true }));
    assert_eq!(received["row"]["owned_by_us"], true);
    assert_eq!(received["row"]["form_owed"], false, "nobody applies to the company for its own unit");
    assert_eq!(desk.read("ticket_list", json!({ "filter": "form_owed" }))["rows"], json!([]));
    assert_eq!(desk.read("bench_today", Value::Null)["counts"]["forms_owed"], 0);
    let life = desk.read("ticket_get", json!({ "id": received["id"] }));
    assert!(life["assessment"]["verdict"]["remedies"].is_object());
}

#[test]
fn a_unit_without_an_end_customer_is_its_sender_s_wherever_it_is_shown() {
    let desk = desk();
    let nobody = json!({ "name": "", "phone": "" });
    let parcel = desk.write("consignment_receive", json!({ "waybill": "SF1234567890123" }));
    let parcel = &parcel["consignment"]["row"]["id"];
    let shared = json!({ "customer": { "name": "周敏", "phone": "028 8000 5966", "company": "夜行者户外" } });
    desk.write("consignment_share", json!({ "id": parcel, "shared": shared }));
    let contact = json!({ "dealer": { "name": "王强", "phone": "139 0000 7777" } });
    for (serial, sent, sender, shown) in [
        ("JP2409-00417", json!({ "consignment": parcel }), "周敏", "周敏 · 夜行者户外"),
        ("JP2409-00418", json!({ "parties": contact }), "王强", "王强"),
        ("JP2409-00419", json!({ "dealer": "成都夜行者户外" }), "成都夜行者户外", "成都夜行者户外"),
    ] {
        let mut intake = intake(serial, json!({}));
        intake["customer"] = nobody.clone();
        intake.as_object_mut().unwrap().extend(sent.as_object().unwrap().clone());
        let check = desk.read("intake_check", intake.clone());
        assert_eq!((&check["sender"], &check["problems"]), (&json!(shown), &json!([])));
        let received = desk.write("intake_receive", json!({ "intake": intake }));
        let found = desk.read("ticket_list", json!({ "text": sender }));
        assert_eq!(
            (&found["rows"][0]["id"], &found["rows"][0]["customer"]),
            (&received["id"], &json!(sender))
        );
        let life = desk.read("ticket_get", json!({ "id": received["id"] }));
        assert_eq!(life["intake"]["customer"]["name"], sender);
    }
    // Nobody sent it: then whoever brought it is asked for.
    let mut intake = intake("JP2409-00420", json!({}));
    intake["customer"] = nobody;
    let check = desk.read("intake_check", intake);
    let fields: Vec<_> =
        check["problems"].as_array().unwrap().iter().map(|one| one["field"].as_str().unwrap()).collect();
    assert_eq!((fields, &check["sender"]), (vec!["customer.name", "customer.phone"], &Value::Null));
}

#[test]
fn taking_the_customer_out_of_a_work_order_does_not_rename_them() {
    let desk = desk();
    let received =
        desk.receive("JP2409-00417", json!({ "customer": { "name": "李雷", "phone": "13980005966" } }));
    let mut intake = intake("JP2409-00417", json!({}));
    intake["customer"] = json!({});
    intake["dealer"] = json!("成都夜行者户外");
    let amend = json!({ "id": received["id"], "intake": intake, "reason": "经销商寄来" });
    let life = desk.write("intake_amend", amend);
    assert_eq!(life["intake"]["customer"]["name"], "成都夜行者户外");
    let known = desk.read("customer_find", json!({ "phone_tail": "5966" }));
    assert_eq!(known[0]["customer"]["name"], "李雷", "still on record");
}

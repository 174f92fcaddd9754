//! Another unit or the money back: which unit is given and whether it is not inferior (3.2), what is refunded, by whom,
//! once (3.3); and a unit that is not worth its repair.

use crate::handover::refund;
use crate::support::{Desk, desk};
use serde_json::{Value, json};

/// A terminal, its own fault confirmed, with every paper; bought on 25 February, claimed for on a day of March.
fn claimed(day: u8) -> Value {
    json!({
        "facts": {
            "claim_object": "whole", "sale_kind": "normal", "claim_date": format!("2026-03-0{day}"),
            "purchase": { "voucher_date": "2026-02-25" }, "findings": ["product_fault"],
            "documents": { "warranty_certificate": true, "purchase_proof": true },
            "serial": { "label": "readable", "matches": true }, "authorised_source": true,
            "return_consent": true, "accessories_complete": true,
        },
        "dealer": "成都光学",
    })
}

impl Desk {
    /// A unit whose customer chose a remedy that is granted.
    fn chose(&self, serial: &str, resolution: &str) -> Value {
        let id = self.receive(serial, claimed(2))["id"].clone();
        let choice = json!({ "who": "李雷", "on": "2026-03-02", "words": "电话中说的" });
        self.write("ticket_resolve", json!({ "id": id, "resolution": resolution, "choice": choice }));
        id
    }

    /// The worksheet of a refund over the price that `refund()` pays back.
    pub(crate) fn work_out(&self, id: &Value) -> Value {
        self.write("refund_save", worksheet(id, json!({})))
    }

    /// A model that is not built any more, and two that could follow it.
    fn bring_models(&self) {
        self.bring_masters(
            "model",
            "model,specification,successor,is_current\n\
             NV-640,NETD=≤40 [mK]; Resolution=640×512,NV-641,no\n\
             NV-641,NETD=≤35 [mK]; Resolution=640×512,,yes\n\
             NV-380,NETD=≤35 [mK]; Resolution=384×288,,yes\n",
        );
    }

    fn choose(&self, id: &Value, serial: &str, model: &str) -> Value {
        self.write("exchange_choose", json!({ "id": id, "serial": serial, "model": model }))["exchange"]["chosen"].clone()
    }
}

fn worksheet(id: &Value, changes: Value) -> Value {
    let mut request =
        json!({ "id": id, "price_minor": 1_280_000, "document": "发票 04417", "payer": "成都光学" });
    request.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    request
}

#[test]
fn a_discontinued_model_is_exchanged_for_its_successor_parameter_by_parameter() {
    let desk = desk();
    desk.bring_models();
    let id = desk.chose("JP2409-00417", "exchange");
    assert_eq!(desk.read("ticket_get", json!({ "id": id }))["exchange"]["model_wanted"], "NV-641");
    let check = desk.read("exchange_check", json!({ "id": id, "serial": "jp2609-1", "model": "NV-641" }));
    let standings: Vec<_> =
        check["compared"].as_array().unwrap().iter().map(|one| one["standing"].clone()).collect();
    assert_eq!((standings, &check["is_shown"]), (vec![json!("better"), json!("equal")], &json!(true)));
    let chosen = desk.choose(&id, "jp2609-1", "NV-641");
    assert_eq!((&chosen["state"], &chosen["serial"]), (&json!("shown"), &json!("JP2609-1")));
    desk.write("ticket_act", json!({ "id": id, "event": "prepare_return" }));
    // The unit that was chosen is the one that is given.
    let life = desk.hand_over(&id, json!({ "accessories": [] }));
    assert_eq!(
        life["handover"]["done"]["handover"]["given"],
        json!({ "serial": "JP2609-1", "model": "NV-641" })
    );
    let account = desk.read("unit_cover", json!({ "serial": "JP2609-1" }));
    assert!(account.to_string().contains("JP2409-00417"), "it inherits what was left: {account}");
}

#[test]
fn what_is_not_shown_to_be_as_good_waits_for_the_adjudicator() {
    let desk = desk();
    desk.bring_models();
    let id = desk.chose("JP2409-00417", "exchange");
    let chosen = desk.choose(&id, "JP2609-1", "NV-380");
    assert_eq!(chosen["state"], "asked");
    let life = desk.read("ticket_get", json!({ "id": id }));
    let asked = &life["decisions"][0];
    assert_eq!((&asked["kind"], &asked["clause"]), (&json!("review"), &json!("3.2")), "{asked}");
    assert!(asked["words"].as_str().unwrap().contains("640×512 → 384×288"), "{asked}");
    desk.write("ticket_act", json!({ "id": id, "event": "prepare_return" }));
    let shipped =
        json!({ "id": id, "way": { "kind": "shipped", "carrier": "sf", "waybill": "sf 1234 5678 90123" } });
    assert_eq!(desk.refused("handover_record", shipped.clone()), "exchange_not_shown");
    // A new verdict does not close what it never asked.
    desk.write("verdict_record", json!({ "id": id, "facts": claimed(2)["facts"] }));
    assert_eq!(desk.read("ticket_get", json!({ "id": id }))["exchange"]["chosen"]["state"], "asked");
    let yes = json!({ "id": asked["id"], "reply": "accept", "reason": "customer needs the smaller one" });
    desk.write("decision_reply", yes);
    desk.write("handover_record", shipped);
}

#[test]
fn a_refused_unit_is_replaced_by_another_choice_and_its_open_question_goes_with_it() {
    let desk = desk();
    desk.bring_models();
    let id = desk.chose("JP2409-00417", "exchange");
    desk.choose(&id, "JP2609-1", "NV-380");
    assert_eq!(desk.choose(&id, "JP2609-2", "NV-641")["state"], "shown");
    let life = desk.read("ticket_get", json!({ "id": id }));
    assert_eq!(life["decisions"][0]["state"], "no_longer_asked");
    let other = desk.chose("JP2409-00418", "exchange");
    assert_eq!(desk.choose(&other, "JP2609-1", "NV-641")["state"], "shown", "it is free again");
    let why = |reason: &str| json!({ "id": id, "reason": reason });
    assert_eq!(desk.refused("exchange_withdraw", why(" ")), "reason_required");
    assert_eq!(desk.write("exchange_withdraw", why("scratched"))["exchange"]["chosen"], json!(null));
    desk.write("ticket_resolve", json!({ "id": other, "resolution": "free_repair" }));
    assert_eq!(desk.read("ticket_get", json!({ "id": other }))["exchange"]["chosen"], json!(null));
}

#[test]
fn only_a_unit_that_is_ours_to_give_is_given() {
    let desk = desk();
    desk.import(
        "serial,model,voucher_date,customer\nSOLD-1,NV-640,2026-01-05,韩梅梅\nSTOCK-1,NV-640,2026-01-05,\n",
    );
    let id = desk.chose("JP2409-00417", "exchange");
    let repair = desk.receive("JP2409-00001", json!({}))["rma"].clone();
    let other = desk.chose("JP2409-00418", "exchange");
    desk.choose(&other, "JP2609-1", "");
    for (serial, model, code) in [
        ("JP2409-00417", "", "exchange_same_unit"),
        ("JP2409-00001", "", "open_ticket"),
        ("JP2609-1", "", "exchange_taken"),
        ("SOLD-1", "", "exchange_in_field"),
        ("STOCK-1", "NV-650", "exchange_model"),
        ("1", "", "entry"),
    ] {
        let request = json!({ "id": id, "serial": serial, "model": model });
        assert_eq!(desk.refused("exchange_check", request.clone()), code, "{serial}, {repair}");
        assert_eq!(desk.refused("exchange_choose", request), code, "{serial}");
    }
    let check = |serial: &str| desk.read("exchange_check", json!({ "id": id, "serial": serial }));
    assert_eq!(check("STOCK-1")["is_registered"], true);
    assert_eq!(check("JP2609-9")["is_registered"], false, "the register does not know it: somebody looks");
    let repaired = desk.chose("JP2409-00420", "free_repair");
    let request = json!({ "id": repaired, "serial": "STOCK-1" });
    assert_eq!(desk.refused("exchange_choose", request), "not_an_exchange");
}

#[test]
fn a_refund_is_granted_on_day_7_and_refused_on_day_8() {
    for (day, code) in [(4, None), (5, Some("gate_not_granted"))] {
        let desk = desk();
        desk.clock.set(&format!("2026-03-0{day}T02:00:00Z"));
        let mut intake = claimed(day);
        intake["received_on"] = json!(format!("2026-03-0{day}"));
        let id = desk.receive("JP2409-00417", intake)["id"].clone();
        let choice = json!({ "who": "李雷", "on": format!("2026-03-0{day}"), "words": "退货" });
        let request = json!({ "id": id, "resolution": "refund", "choice": choice });
        match code {
            Some(code) => assert_eq!(desk.refused("ticket_resolve", request), code, "day {day}"),
            None => {
                desk.write("ticket_resolve", request);
                desk.work_out(&id);
                desk.write("ticket_act", json!({ "id": id, "event": "prepare_return" }));
                let mut paid = refund();
                paid["paid_on"] = json!("2026-03-04");
                let life = desk.hand_over(&id, json!({ "payments": [paid], "accessories": [] }));
                assert_eq!(life["row"]["status"], "returned");
            }
        }
    }
}

#[test]
fn a_refund_is_the_price_of_the_receipt_paid_by_its_seller_once_for_each_serial_ever() {
    let desk = desk();
    let id = desk.chose("JP2409-00417", "refund");
    assert_eq!(desk.read("ticket_get", json!({ "id": id }))["refund"]["likely_payer"], "成都光学");
    for changes in [json!({ "price_minor": 0 }), json!({ "payer": " " }), json!({ "document": "" })] {
        assert_eq!(desk.refused("refund_save", worksheet(&id, changes.clone())), "entry", "{changes}");
    }
    let scrapped = json!({ "disposition": "scrap" });
    assert_eq!(desk.refused("refund_save", worksheet(&id, scrapped)), "reason_required");
    desk.write("ticket_act", json!({ "id": id, "event": "prepare_return" }));
    let shipped = |payment: Value| json!({ "id": id, "payments": [payment], "way": { "kind": "shipped", "carrier": "sf", "waybill": "sf 1234 5678 90123" } });
    assert_eq!(desk.refused("handover_record", shipped(refund())), "refund_not_worked");
    let life = desk.write("refund_save", worksheet(&id, json!({ "disposition": "to_factory" })));
    assert_eq!(life["work"]["dispositions"][0]["disposition"], "to_factory");
    assert_eq!(life["refund"]["sheet"]["refunded_minor"], 0);
    let mut less = refund();
    less["amount_minor"] = json!(1_000_000);
    assert_eq!(desk.refused("handover_record", shipped(less)), "intake");
    desk.write("handover_record", shipped(refund()));
    desk.write("handover_close", json!({ "id": id }));
    assert_eq!(desk.refused("refund_withdraw", json!({ "id": id, "reason": "x" })), "ticket_closed");
    // It comes again, whoever has it now.
    let again = desk.chose("JP2409-00417", "refund");
    assert_eq!(desk.refused("refund_save", worksheet(&again, json!({}))), "refunded_before");
}

#[test]
fn a_worksheet_is_corrected_until_the_money_went_and_goes_with_its_resolution() {
    let desk = desk();
    let id = desk.chose("JP2409-00417", "refund");
    desk.work_out(&id);
    let life = desk.write("refund_save", worksheet(&id, json!({ "price_minor": 99_900, "currency": "usd" })));
    let sheet = &life["refund"]["sheet"];
    assert_eq!((&sheet["price_minor"], &sheet["currency"]), (&json!(99_900), &json!("USD")));
    let life = desk.write("ticket_resolve", json!({ "id": id, "resolution": "free_repair" }));
    assert_eq!(life["refund"]["sheet"], json!(null));
    assert_eq!(desk.refused("refund_save", worksheet(&id, json!({}))), "not_a_refund");
}

#[test]
fn the_worksheet_of_a_refund_is_a_paper_once_it_stands() {
    let desk = desk();
    let id = desk.chose("JP2409-00417", "refund");
    let form = json!({ "id": id, "form": "refund", "language": "both" });
    assert_eq!(desk.refused("form_render", form.clone()), "refund_not_worked");
    desk.work_out(&id);
    assert_eq!(desk.write("form_render", form)["form"], "refund");
}

#[test]
fn a_unit_that_is_not_worth_its_repair_goes_back_as_it_came() {
    let desk = desk();
    let misused = json!({ "facts": { "findings": ["misuse_or_environment"], "return_consent": true } });
    let id = desk.receive("JP2409-00417", misused)["id"].clone();
    let part = desk.part("core-640", true, 1);
    desk.write("part_need", json!({ "id": id, "part": part, "quantity": 1, "terms": "paid" }));
    let choice = json!({ "who": "李雷", "on": "2026-03-02", "words": "不修了" });
    let given_back = json!({ "id": id, "resolution": "return_unrepaired", "reason": "beyond_economic_repair", "choice": choice });
    desk.write("ticket_resolve", given_back);
    desk.write("ticket_act", json!({ "id": id, "event": "prepare_return" }));
    let life = desk.hand_over(&id, json!({ "accessories": [] }));
    assert_eq!(life["parts"]["lines"], json!([]), "what was kept for it is free again");
    assert_eq!(life["handover"]["covers"], json!([]), "nothing was repaired");
    assert_eq!(desk.read("part_get", json!({ "id": part }))["row"]["free"], 1);
}

//! Spare parts: what is on stock, kept for a work order, waited for, put in and given back; and what that does to the
//! cover and stands on the papers.

use crate::diagnosis::{GOOD, sheet};
use crate::support::{Desk, desk};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

impl Desk {
    /// A part on stock; its id.
    pub(crate) fn part(&self, number: &str, is_serialised: bool, pieces: u32) -> Value {
        let card = json!({ "number": number, "name_zh": "电源板", "name_en": "Power board", "position": "A-03",
            "is_serialised": is_serialised, "cost_minor": 21_000 });
        let id = self.write("part_save", card)["id"].clone();
        if pieces > 0 {
            self.write("part_receive", json!({ "id": id, "pieces": pieces }));
        }
        id
    }

    /// On hand, reserved, free, wanted.
    fn stock(&self, part: &Value) -> [u64; 4] {
        let row = &self.read("part_get", json!({ "id": part }))["row"];
        ["on_hand", "reserved", "free", "wanted"].map(|name| row[name].as_u64().unwrap())
    }

    fn need(&self, ticket: &Value, part: &Value, changes: Value) -> Value {
        let mut request = json!({ "id": ticket, "part": part, "quantity": 1 });
        request.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        self.write("part_need", request)
    }
}

/// A unit in the warranty, a fault of its own confirmed: its repair is free.
fn free(desk: &Desk, serial: &str) -> Value {
    let facts = json!({
        "claim_object": "whole", "purchase": { "voucher_date": "2025-11-20" },
        "documents": { "warranty_certificate": true, "purchase_proof": true },
        "serial": { "label": "readable", "matches": true }, "authorised_source": true, "sale_kind": "normal",
        "accessories_complete": true, "return_consent": true, "findings": ["product_fault"],
    });
    let id = desk.receive(serial, json!({ "facts": facts }))["id"].clone();
    desk.write("ticket_act", json!({ "id": id, "event": "start_diagnosis" }));
    id
}

fn status(life: &Value) -> &str {
    life["row"]["status"].as_str().unwrap()
}

fn line(life: &Value, at: usize) -> &Value {
    &life["parts"]["lines"][at]
}

#[test]
fn a_piece_that_is_here_is_kept_for_the_work_order_and_given_out_to_the_bench() {
    let desk = desk();
    let (part, ticket) = (desk.part("pb-01", false, 3), free(&desk, "JP2409-00417"));
    let kept = desk.need(&ticket, &part, json!({ "quantity": 2 }));
    assert_eq!(
        (&line(&kept, 0)["state"], &line(&kept, 0)["terms"]),
        (&json!("reserved"), &json!("warranty"))
    );
    assert_eq!(desk.stock(&part), [3, 2, 1, 0]);
    let out = desk.write("part_issue", json!({ "line": line(&kept, 0)["id"] }));
    assert_eq!(line(&out, 0)["state"], "issued");
    assert_eq!(desk.stock(&part), [1, 0, 1, 0]);
    let costs = json!([{ "currency": "CNY", "warranty_minor": 42_000, "paid_minor": 0 }]);
    assert_eq!(out["parts"]["costs"], costs, "what the warranty cost us");
    assert_eq!(desk.refused("part_issue", json!({ "line": line(&kept, 0)["id"] })), "part_line_moved");
    let back = json!({ "line": line(&kept, 0)["id"], "reason": "fault was the battery" });
    assert_eq!(desk.write("part_release", back)["parts"]["lines"], json!([]));
    assert_eq!(desk.stock(&part), [3, 0, 3, 0]);
}

#[test]
fn two_work_orders_cannot_keep_the_same_piece_and_who_asked_first_is_served_first() {
    let desk = desk();
    let part = desk.part("pb-01", false, 1);
    let tickets = ["JP2409-00001", "JP2409-00002", "JP2409-00003"].map(|serial| free(&desk, serial));
    let lives = tickets.clone().map(|ticket| desk.need(&ticket, &part, json!({ "wait": true })));
    assert_eq!(
        lives.each_ref().map(|life| status(life).to_owned()),
        ["under_diagnosis", "awaiting_parts", "awaiting_parts"]
    );
    assert_eq!(desk.stock(&part), [1, 1, 0, 2]);
    let given_up = json!({ "line": line(&lives[0], 0)["id"], "reason": "not needed" });
    desk.write("part_release", given_up);
    assert_eq!(desk.stock(&part), [1, 1, 0, 1], "what became free goes to the next");
    assert_eq!(status(&desk.read("ticket_get", json!({ "id": tickets[1] }))), "in_repair");
    let came = desk.write("part_receive", json!({ "id": part, "pieces": 1, "note": "SF 1234" }));
    assert_eq!(came["served"][0]["id"], tickets[2]);
    assert_eq!(desk.stock(&part), [2, 2, 0, 0]);
}

#[test]
fn parts_that_are_awaited_say_when_they_come_and_arrive() {
    let desk = desk();
    let (board, fan) = (desk.part("pb-01", false, 0), desk.part("fan-2", false, 0));
    let ticket = free(&desk, "JP2409-00417");
    desk.need(&ticket, &board, json!({ "expected_on": "2026-03-09", "wait": true }));
    let life = desk.need(&ticket, &fan, json!({}));
    assert_eq!(status(&life), "awaiting_parts");
    assert_eq!(life["work"]["next"], json!({ "event": "parts_came", "gate": null, "mover": "supplier" }));
    assert_eq!(life["parts"]["expected_on"], json!(null), "of one of them nobody knows the day");
    let listed = || desk.read("ticket_list", json!({ "filter": "open" }))["rows"][0]["parts"].clone();
    assert_eq!(listed(), json!({ "on": null, "is_late": false }));
    let later = json!({ "line": line(&life, 1)["id"], "expected_on": "2026-03-12" });
    assert_eq!(desk.write("part_expect", later)["parts"]["expected_on"], "2026-03-12");
    assert_eq!(listed(), json!({ "on": "2026-03-12", "is_late": false }), "the last of them");
    desk.clock.set("2026-03-12T02:00:00Z");
    assert_eq!(listed(), json!({ "on": "2026-03-09", "is_late": true }), "the board should be here");
    desk.clock.set("2026-03-13T02:00:00Z");
    let late = desk.read("ticket_get", json!({ "id": ticket }));
    assert_eq!(line(&late, 1)["is_late"], true);
    desk.write("part_receive", json!({ "id": board, "pieces": 1 }));
    assert_eq!(status(&desk.read("ticket_get", json!({ "id": ticket }))), "awaiting_parts", "one is missing");
    desk.write("part_receive", json!({ "id": fan, "pieces": 1 }));
    let life = desk.read("ticket_get", json!({ "id": ticket }));
    assert_eq!((status(&life), &life["parts"]["expected_on"]), ("in_repair", &json!(null)));
    assert_eq!(listed(), Value::Null, "it waits for nothing any more");
}

#[test]
fn stock_is_never_negative_and_a_count_needs_its_reason() {
    let desk = desk();
    let (part, ticket) = (desk.part("pb-01", false, 2), free(&desk, "JP2409-00417"));
    desk.need(&ticket, &part, json!({}));
    let count = |counted: u32, reason: &str| json!({ "id": part, "counted": counted, "reason": reason });
    assert_eq!(desk.refused("part_count", count(1, " ")), "reason_required");
    assert_eq!(desk.refused("part_count", count(2, "counted")), "nothing_changed");
    assert_eq!(desk.refused("part_count", count(0, "all gone")), "stock_reserved");
    assert_eq!(desk.refused("part_receive", json!({ "id": part, "pieces": 0 })), "stock_nothing");
    desk.write("part_count", count(1, "one was broken"));
    assert_eq!(desk.stock(&part), [1, 1, 0, 0]);
    let history = desk.read("part_get", json!({ "id": part }));
    let kinds: Vec<_> =
        history["timeline"].as_array().unwrap().iter().map(|entry| entry["kind"].clone()).collect();
    assert_eq!(kinds, ["part.count", "part.receive", "part.save"]);
    assert_eq!(history["uses"][0]["ticket"], ticket);
}

#[test]
fn a_part_is_found_by_number_name_or_pinyin_initials_and_its_number_is_its_own() {
    let desk = desk();
    let part = desk.part("ＰＢ-01", false, 0);
    let find = |text: &str| desk.read("part_list", json!({ "text": text })).as_array().unwrap().len();
    for (text, found) in [("pb-01", 1), ("dyb", 1), ("电源", 1), ("power BOARD", 1), ("a-03", 1), ("fan", 0)]
    {
        assert_eq!(find(text), found, "{text}");
    }
    let again = json!({ "number": "pb-01", "name_en": "Another board" });
    assert_eq!(desk.refused("part_save", again), "part_number_taken");
    assert_eq!(desk.refused("part_save", json!({ "number": "x-1" })), "part_card");
    let renamed = json!({ "id": part, "number": "pb-01", "name_zh": "主板" });
    assert_eq!(desk.write("part_save", renamed)["card"]["name_zh"], "主板");
    assert_eq!(desk.read("part_list", json!({ "filter": "none_free" }))[0]["id"], part);
    assert_eq!(desk.read("part_list", json!({ "filter": "wanted" })), json!([]));
}

#[test]
fn a_piece_with_a_serial_goes_out_one_by_one_and_into_one_unit() {
    let desk = desk();
    let part = desk.part("core-640", true, 3);
    let (one, other) = (free(&desk, "JP2409-00001"), free(&desk, "JP2409-00002"));
    let life = desk.need(&one, &part, json!({ "quantity": 2 }));
    assert_eq!(life["parts"]["lines"].as_array().unwrap().len(), 2);
    let issue = |life: &Value, at: usize, serial: &str| json!({ "line": line(life, at)["id"], "serial_old": "c-9", "serial_new": serial });
    for serial in ["", "Ｃ-9"] {
        assert_eq!(desk.refused("part_issue", issue(&life, 0, serial)), "part_serial", "{serial:?}");
    }
    desk.write("part_issue", issue(&life, 0, "c-10"));
    let life = desk.need(&other, &part, json!({}));
    assert_eq!(desk.refused("part_issue", issue(&life, 0, "C-10")), "part_serial_used");
    assert_eq!(line(&desk.write("part_issue", issue(&life, 0, "c-11")), 0)["serial_new"], "C-11");
}

#[test]
fn no_part_goes_into_a_unit_before_it_is_known_who_bears_it() {
    let desk = desk();
    let part = desk.part("pb-01", false, 5);
    let open = desk.receive("JP2409-00001", json!({}))["id"].clone();
    let misused = json!({ "facts": { "findings": ["misuse_or_environment"] } });
    let paid = desk.receive("JP2409-00002", misused)["id"].clone();
    for (ticket, terms, code) in
        [(&open, "warranty", "gate_not_determined"), (&paid, "paid", "gate_charge_not_agreed")]
    {
        let life = desk.need(ticket, &part, json!({ "terms": terms }));
        assert_eq!(desk.refused("part_issue", json!({ "line": line(&life, 0)["id"] })), code);
    }
}

#[test]
fn the_parts_of_an_agreed_quote_are_reserved_in_one_press_and_a_declined_one_never_stalls_the_free_part() {
    let desk = desk();
    let (board, lens) = (desk.part("pb-01", false, 1), desk.part("lens-1", false, 1));
    let ticket = free(&desk, "JP2409-00417");
    let quoted = |kind: &str, code: &str, quantity: u32| json!({ "kind": kind, "code": code, "name_zh": "备件", "quantity": quantity, "unit_minor": 10_000 });
    let terms = json!({
        "currency": "CNY", "valid_until": "2026-04-01",
        "exception": { "ground": "prior_agreement", "reference": "2026-03-01" },
        "alternatives": [
            { "kind": "repair", "lines": [quoted("part", "pb-01", 1), quoted("part", "LENS-1", 2), quoted("labour", "L-01", 1), quoted("part", "none-1", 1)] },
            { "kind": "return_unrepaired", "lines": [] },
        ],
    });
    let quote =
        desk.write("quote_save", json!({ "ticket": ticket, "terms": terms }))["quotes"][0]["id"].clone();
    desk.write("quote_issue", json!({ "id": quote }));
    assert_eq!(desk.refused("part_reserve_agreed", json!({ "id": ticket })), "no_agreed_part");
    // The board is declined, the lens is paid; what the warranty gives goes on.
    let answer = json!({ "choice": { "kind": "accept", "alternative": 0, "lines": [1, 2, 3] }, "who": "李雷",
        "on": "2026-03-02", "how": "phone", "words": "镜头换，电源板不要" });
    let life = desk.write("quote_answer", json!({ "id": quote, "answer": answer }));
    let numbers: Vec<_> = life["parts"]["agreed"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["number"].clone(), one["quantity"].clone(), one["free"].clone()))
        .collect();
    assert_eq!(numbers, [(json!("LENS-1"), json!(2), json!(1)), (json!("NONE-1"), json!(1), json!(0))]);
    let life = desk.write("part_reserve_agreed", json!({ "id": ticket, "wait": true }));
    assert_eq!(
        (&line(&life, 0)["part"], &line(&life, 0)["terms"], &line(&life, 0)["state"]),
        (&lens, &json!("paid"), &json!("wanted"))
    );
    assert_eq!(life["parts"]["agreed"].as_array().unwrap().len(), 1, "what stock does not know stays shown");
    assert_eq!(desk.stock(&board), [1, 0, 1, 0]);
    let life = desk.need(&ticket, &board, json!({ "terms": "warranty" }));
    desk.write("part_issue", json!({ "line": line(&life, 1)["id"] }));
    desk.write("part_receive", json!({ "id": lens, "pieces": 1 }));
    let life = desk.read("ticket_get", json!({ "id": ticket }));
    assert_eq!((status(&life), &line(&life, 0)["state"]), ("in_repair", &json!("reserved")));
}

#[test]
fn what_was_put_in_stands_in_the_cover_ledger_by_who_bore_it_and_what_was_only_kept_is_free_again() {
    let desk = desk();
    let (core, fan) = (desk.part("core-640", true, 1), desk.part("fan-2", false, 1));
    let ticket = free(&desk, "JP2409-00417");
    let life = desk.need(&ticket, &core, json!({}));
    let issue = json!({ "line": line(&life, 0)["id"], "serial_old": "C-9", "serial_new": "C-10" });
    desk.write("part_issue", issue);
    desk.need(&ticket, &fan, json!({}));
    let choice = json!({ "who": "李雷", "on": "2026-03-02", "words": "修吧" });
    desk.write("ticket_resolve", json!({ "id": ticket, "resolution": "free_repair", "choice": choice }));
    for event in ["start_repair", "start_test"] {
        desk.write("ticket_act", json!({ "id": ticket, "event": event }));
    }
    desk.save(&ticket, sheet("final_test", &GOOD));
    desk.write("ticket_act", json!({ "id": ticket, "event": "pass_test" }));
    desk.hand_over(&ticket, json!({ "accessories": [] }));
    assert_eq!(desk.stock(&fan), [1, 0, 1, 0]);
    assert_eq!(desk.stock(&core), [0, 0, 0, 0]);
    let account = desk.read("unit_cover", json!({ "serial": "JP2409-00417" }));
    assert!(account.to_string().contains("CORE-640 电源板"), "{account}");
    let late = json!({ "id": ticket, "part": fan, "quantity": 1 });
    assert_eq!(desk.refused("part_need", late), "unit_not_here");
}

#[test]
fn a_list_of_parts_is_looked_at_and_brought_in_row_by_row() {
    let desk = desk();
    let (part, ticket) = (desk.part("pb-01", false, 2), free(&desk, "JP2409-00417"));
    desk.need(&ticket, &part, json!({ "quantity": 2 }));
    let fan = desk.part("fan-2", false, 0);
    desk.need(&ticket, &fan, json!({ "wait": true }));
    let csv = "备件清单\n备件号,中文名称,库位,单件成本,在库,有序列号\n\
        core-640,探测器组件,B-02,\"12,800.50\",3,是\nFAN-2,,C-01,,4,\npb-01,,,,1,\n,无号,,,1,\nx-1,,,,1,\ny-1,壳体,,about 20,,\n\n";
    let file =
        |dry_run: bool| json!({ "name": "stock.csv", "base64": STANDARD.encode(csv), "dry_run": dry_run });
    let report = |asked: Value| {
        let report = desk.write("part_import", asked);
        let rows: Vec<_> = report["errors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| {
                format!("{} {} {}", one["row"], one["field"].as_str().unwrap(), one["code"].as_str().unwrap())
            })
            .collect();
        ((report["imported"].clone(), report["updated"].clone(), report["skipped"].clone()), rows)
    };
    let seen = report(file(true));
    let wrong = ["5 on_hand below_reserved", "6 number no_key", "7 name_zh missing", "8 cost not_an_amount"];
    assert_eq!(seen, ((json!(1), json!(1), json!(4)), wrong.map(str::to_owned).to_vec()));
    assert_eq!(
        desk.read("part_list", json!({})).as_array().unwrap().len(),
        2,
        "so far it was only looked at"
    );
    assert_eq!(report(file(false)), seen, "what was promised is what is done");
    let core = &desk.read("part_list", json!({ "text": "core" }))[0];
    assert_eq!((&core["card"]["cost_minor"], &core["on_hand"]), (&json!(1_280_050), &json!(3)));
    assert_eq!(core["card"]["is_serialised"], true);
    assert_eq!(desk.stock(&fan), [4, 1, 3, 0], "who waited is served");
    assert_eq!(status(&desk.read("ticket_get", json!({ "id": ticket }))), "in_repair");
    assert_eq!(report(file(false)).0, (json!(0), json!(0), json!(6)), "the same again says nothing new");

    let twice = "part number,name,on hand\nFAN-2,fan,4\nFAN-2,fan,9\nFAN-2,fan,4\n";
    let twice = json!({ "name": "twice.csv", "base64": STANDARD.encode(twice), "dry_run": false });
    assert_eq!(report(twice).1, ["3 number duplicate_key"], "the earlier row stands");
    assert_eq!(desk.stock(&fan)[0], 4);
    let none = json!({ "name": "x.csv", "base64": STANDARD.encode("a,b\n1,2\n") });
    assert_eq!(desk.refused("part_import", none), "masters_no_key_column");
}

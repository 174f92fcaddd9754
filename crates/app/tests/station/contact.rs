//! From the first question to the unit on the dock: an enquiry answered in time, tried from afar, sent in under a number
//! and checked in without being typed again; what is said, promised and complained of on the way.

use crate::support::{Desk, desk};
use serde_json::{Value, json};

/// 2026-03-02 10:00 in Chengdu.
pub(crate) const ASKED: i64 = 1_772_416_800_000;
pub(crate) const HOUR: i64 = 3_600_000;

pub(crate) fn asked(desk: &Desk, changes: Value) -> Value {
    let mut request = json!({
        "way": "call",
        "customer": { "name": "李雷", "phone": "139 8000 5966" },
        "words": "开机黑屏",
    });
    request.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    desk.write("enquiry_open", request)
}

pub(crate) fn about(enquiry: &Value) -> Value {
    json!({ "kind": "enquiry", "id": enquiry["row"]["id"] })
}

pub(crate) fn said(desk: &Desk, about: &Value, changes: Value) -> Value {
    let mut request =
        json!({ "about": about, "way": "call", "direction": "out", "words": "charge it overnight" });
    request.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    desk.write("contact_log", request)
}

/// What is owed today.
pub(crate) fn owed_today(desk: &Desk) -> Value {
    desk.read("duty_list", json!({}))["rows"].clone()
}

pub(crate) fn duty(correspondence: &Value, kind: &str) -> Value {
    let duties = correspondence["duties"].as_array().unwrap();
    duties.iter().find(|state| state["duty"]["kind"] == kind).cloned().unwrap_or_default()
}

#[test]
fn a_question_of_friday_afternoon_is_owed_an_answer_by_monday_afternoon() {
    let desk = desk();
    desk.clock.set("2026-03-06T07:00:00Z");
    let enquiry = asked(&desk, json!({}));
    assert_eq!(enquiry["row"]["reply_due_at"], 1_772_780_400_000_i64 + 72 * HOUR, "Monday 15:00");
    let owed = owed_today(&desk);
    assert_eq!((&owed[0]["state"]["duty"]["kind"], &owed[0]["customer"]), (&json!("reply"), &json!("李雷")));
    assert_eq!(owed[0]["state"]["is_overdue"], false);

    desk.clock.set("2026-03-09T07:00:00Z");
    assert_eq!(owed_today(&desk)[0]["state"]["is_overdue"], true);
    let page = desk.read("enquiry_list", json!({ "open": true }));
    assert_eq!(page["rows"][0]["is_overdue"], true);
    let log = said(&desk, &about(&enquiry), json!({ "closes": ["reply"] }));
    assert_eq!(
        (&duty(&log, "reply")["is_late"], &duty(&log, "reply")["is_overdue"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(owed_today(&desk), json!([]));
}

#[test]
fn an_e_mail_read_the_next_morning_is_owed_its_answer_from_when_it_came() {
    let desk = desk();
    let came = |on: &str, time: &str| json!({ "way": "email", "received_on": on, "received_time": time });
    let enquiry = asked(&desk, came("2026-02-27", "15:00"));
    // Saturday 28 February is worked to make up for Spring Festival.
    assert_eq!(enquiry["row"]["reply_due_at"], ASKED - 43 * HOUR);
    assert_eq!(enquiry["row"]["is_overdue"], true);
    let no_time = asked(&desk, came("2026-02-27", ""));
    assert_eq!(no_time["row"]["received_at"], ASKED - 82 * HOUR, "the earliest it can have come");
    let this_morning = asked(&desk, json!({ "way": "email", "received_time": "0930" }));
    assert_eq!(this_morning["row"]["received_at"], ASKED - HOUR / 2, "a time with no day is one of today");
    for (on, time) in [
        (json!("2026-02-27"), "25:99"),
        (json!("2026-03-02"), "10:01"),
        (json!(null), "25:99"),
        (json!(null), "10:01"),
    ] {
        let mut request = json!({ "way": "email", "received_on": on, "received_time": time });
        let more = json!({ "customer": { "name": "李雷", "phone": "13980005966" }, "words": "x" });
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        assert_eq!(desk.refused("enquiry_open", request), "entry", "{on} {time}");
    }
}

#[test]
fn only_what_we_said_and_somebody_heard_closes_a_duty_and_a_withdrawn_entry_opens_it_again() {
    let desk = desk();
    let enquiry = asked(&desk, json!({ "way": "email" }));
    let to = about(&enquiry);
    let entry = |changes: Value| {
        let mut request =
            json!({ "about": to, "way": "email", "direction": "out", "words": "x", "closes": ["reply"] });
        request.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        request
    };
    for changes in [
        json!({ "direction": "in" }),
        json!({ "way": "call", "unreached": true }),
        json!({ "closes": ["paper_form"] }),
        json!({ "words": " " }),
        json!({ "at": ASKED + HOUR }),
    ] {
        assert_eq!(desk.refused("contact_log", entry(changes.clone())), "entry", "{changes}");
    }
    let log = desk.write("contact_log", entry(json!({})));
    assert_eq!(duty(&log, "reply")["duty"]["closed"]["entry"], log["contacts"][0]["id"]);
    let id = &log["contacts"][0]["id"];
    assert_eq!(desk.refused("contact_withdraw", json!({ "id": id, "reason": "" })), "reason_required");
    let log = desk.write("contact_withdraw", json!({ "id": id, "reason": "another customer" }));
    assert_eq!(duty(&log, "reply")["duty"]["closed"], Value::Null);
    assert_eq!(log["contacts"][0]["withdrawn_why"], "another customer");
    assert_eq!(desk.refused("contact_withdraw", json!({ "id": id, "reason": "again" })), "not_found");
}

#[test]
fn what_is_advised_in_the_call_itself_is_the_answer() {
    let desk = desk();
    let enquiry = asked(&desk, json!({ "advice": "hold the power key", "attempt": "solved" }));
    let log = desk.read("contact_list", about(&enquiry));
    for kind in ["reply", "remote_attempt"] {
        assert_eq!(duty(&log, kind)["duty"]["closed"]["at"], ASKED, "{kind}");
    }
    let ended = json!({ "id": enquiry["row"]["id"], "result": "solved_remotely", "words": "works" });
    let life = desk.write("enquiry_end", ended);
    assert_eq!((&life["row"]["is_open"], &life["row"]["result"]), (&json!(false), &json!("solved_remotely")));
    let open = desk.read("enquiry_list", json!({ "open": true }));
    assert_eq!(open["rows"], json!([]));
    let again = desk.write("enquiry_reopen", json!({ "id": enquiry["row"]["id"] }));
    assert_eq!((&again["row"]["is_open"], &again["row"]["result"]), (&json!(true), &Value::Null));
}

#[test]
fn a_result_rests_on_what_the_log_holds() {
    let desk = desk();
    let enquiry = asked(&desk, json!({ "way": "web" }));
    let end = |result: &str| json!({ "id": enquiry["row"]["id"], "result": result });
    assert_eq!(desk.refused("enquiry_end", end("solved_remotely")), "attempt_first");
    assert_eq!(desk.refused("enquiry_end", end("hardware_fault")), "attempt_first");
    assert_eq!(desk.refused("enquiry_end", end("no_answer")), "enquiry_not_tried");
    assert_eq!(desk.refused("enquiry_end", end("send_in")), "entry");

    said(&desk, &about(&enquiry), json!({ "unreached": true, "words": "" }));
    let life = desk.write("enquiry_end", end("no_answer"));
    assert_eq!(life["row"]["is_open"], false);
    let log = desk.read("contact_list", about(&enquiry));
    assert_eq!(
        duty(&log, "reply")["duty"]["closed"]["entry"],
        log["contacts"][0]["id"],
        "the try is the answer"
    );
    let send = json!({ "id": enquiry["row"]["id"], "why_no_attempt": "x" });
    assert_eq!(desk.refused("enquiry_send_in", send), "enquiry_ended");
}

#[test]
fn a_check_in_from_an_enquiry_begins_with_what_the_register_says_of_the_serial() {
    let desk = desk();
    desk.import("serial,model,product_class,dealer\nJP2409-00001,NV-640,terminal,Night Owl\n");
    let enquiry = asked(
        &desk,
        json!({ "units": [{ "serial": "JP2409-00001" }], "advice": "x", "attempt": "not_solved" }),
    );
    let sent = desk.write("enquiry_send_in", json!({ "id": enquiry["row"]["id"] }));
    let unit = &sent["units"][0];
    let by_number = desk.read("scan_resolve", json!({ "text": unit["rma"] }));
    let begun = desk.write("enquiry_receive", json!({ "id": enquiry["row"]["id"], "unit": unit["id"] }));
    for draft in [&by_number["draft"], &begun["draft"]] {
        let said = (&draft["model"], &draft["product_class"], &draft["dealer"]);
        assert_eq!(said, (&json!("NV-640"), &json!("terminal"), &json!("Night Owl")), "{by_number}");
    }
}

#[test]
fn two_units_of_one_enquiry_are_sent_in_and_checked_in_without_being_typed_again() {
    let desk = desk();
    let units = json!([
        { "serial": "jp2409-00001", "model": "NV-640", "product_class": "terminal" },
        { "model": "NV-320", "symptom": "花屏" },
    ]);
    let enquiry =
        asked(&desk, json!({ "units": units, "advice": "pull the battery", "attempt": "not_solved" }));
    desk.clock.set("2026-03-03T02:00:00Z");
    let sent = desk.write("enquiry_send_in", json!({ "id": enquiry["row"]["id"] }));
    assert_eq!(sent["row"]["result"], "send_in");
    let (first, second) = (&sent["units"][0], &sent["units"][1]);
    assert_ne!(first["rma"], second["rma"]);
    let taken = json!({ "id": enquiry["row"]["id"], "units": [first["id"]] });
    assert_eq!(desk.refused("enquiry_send_in", taken), "enquiry_unit_taken");
    assert_eq!(desk.refused("enquiry_unit_remove", json!({ "unit": first["id"] })), "enquiry_unit_taken");

    // The parcel comes; its number is scanned.
    desk.clock.set("2026-03-10T02:00:00Z");
    let scan = desk.read("scan_resolve", json!({ "text": first["rma"] }));
    let draft = &scan["draft"];
    assert_eq!(draft["serial"], "JP2409-00001");
    assert_eq!(draft["customer"]["phone"], "139 8000 5966");
    assert_eq!(draft["symptom"], "开机黑屏");
    assert_eq!(draft["remote_attempts"], "2026-03-02：pull the battery（故障仍在）");
    assert_eq!(
        (&draft["first_reported"]["on"], &draft["first_reported"]["proof"]),
        (&json!("2026-03-02"), &json!("2026-03-02 电话咨询"))
    );
    assert_eq!(draft["received_on"], "2026-03-10");
    let received = desk.write("intake_receive", json!({ "intake": draft }));
    assert_eq!(received["rma"], first["rma"]);

    // The other is begun from the enquiry itself, once.
    let begin = json!({ "id": enquiry["row"]["id"], "unit": second["id"] });
    let begun = desk.write("enquiry_receive", begin.clone());
    assert_eq!((&begun["draft"]["symptom"], &begun["draft"]["model"]), (&json!("花屏"), &json!("NV-320")));
    assert_eq!(begun["draft"]["authorisation"]["rma"], second["rma"]);
    assert_eq!(desk.write("enquiry_receive", begin)["id"], begun["id"], "begun once");

    let life = desk.read("enquiry_get", json!({ "id": enquiry["row"]["id"] }));
    assert_eq!(life["units"][0]["ticket"], received["id"]);
    assert_eq!(life["units"][1]["draft"], begun["id"]);
    let ticket = json!({ "kind": "ticket", "id": received["id"] });
    let log = desk.read("contact_list", ticket);
    assert_eq!(log["enquiry"], enquiry["row"]["id"]);
    assert_eq!(log["contacts"][0]["contact"]["words"], "pull the battery");
    let facts = desk.read("ticket_get", json!({ "id": received["id"] }));
    assert_eq!(facts["assessment"]["facts"]["return_consent"], true);
    assert_eq!(
        facts["assessment"]["facts"]["claim_date"], "2026-03-02",
        "the enquiry is the first documented report"
    );
}

#[test]
fn a_unit_that_was_asked_about_is_known_by_its_serial_and_by_its_number_when_it_comes() {
    let desk = desk();
    let units = json!([{ "serial": "JP2409-00417", "model": "NV-640", "product_class": "terminal" }]);
    let enquiry = asked(&desk, json!({ "units": units }));
    let typed = |changes: Value| {
        let mut draft = json!({ "serial": "", "symptom": "", "customer": { "name": "" } });
        draft.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        desk.read("intake_check", draft)["asked"].clone()
    };
    let by_serial = typed(json!({ "serial": "jp2409-00417" }));
    assert_eq!(by_serial["enquiry"], enquiry["row"]["id"]);
    assert_eq!(by_serial["draft"]["symptom"], "开机黑屏");
    assert_eq!(by_serial["draft"]["customer"]["phone"], "139 8000 5966");
    assert_eq!(typed(json!({ "serial": "JP2409-00418" })), Value::Null);

    let sent = json!({ "id": enquiry["row"]["id"], "why_no_attempt": "stands in the field" });
    let sent = desk.write("enquiry_send_in", sent);
    let number = json!({ "authorisation": { "kind": "number", "rma": sent["units"][0]["rma"] } });
    assert_eq!(typed(number)["draft"]["serial"], "JP2409-00417");

    // It comes in a parcel without its number: the serial alone leads to the work order.
    let received = desk.receive("JP2409-00417", json!({}));
    let after = desk.read("enquiry_get", json!({ "id": enquiry["row"]["id"] }));
    assert_eq!(after["units"][0]["ticket"], received["id"]);
    assert_eq!(typed(json!({ "serial": "JP2409-00417" })), Value::Null, "it came");
}

#[test]
fn a_unit_whose_enquiry_was_solved_without_it_is_not_taken_for_the_one_asked_about() {
    let desk = desk();
    let enquiry = asked(&desk, json!({ "units": [{ "serial": "JP2409-00417" }] }));
    let tried = json!({ "attempt": "solved", "closes": ["reply"] });
    said(&desk, &about(&enquiry), tried);
    desk.write("enquiry_end", json!({ "id": enquiry["row"]["id"], "result": "solved_remotely" }));
    let received = desk.receive("JP2409-00417", json!({}));
    assert!(received["id"].is_string());
    let after = desk.read("enquiry_get", json!({ "id": enquiry["row"]["id"] }));
    assert_eq!(after["units"][0]["ticket"], Value::Null);
}

#[test]
fn a_unit_nobody_tried_to_mend_from_afar_is_sent_in_with_the_reason_said() {
    let desk = desk();
    let enquiry = asked(&desk, json!({ "way": "visit" }));
    let id = &enquiry["row"]["id"];
    assert_eq!(desk.refused("enquiry_send_in", json!({ "id": id })), "attempt_first");
    let sent = desk.write("enquiry_send_in", json!({ "id": id, "why_no_attempt": "the lens is broken" }));
    assert_eq!(sent["units"].as_array().unwrap().len(), 1, "a number needs no serial");
    let log = desk.read("contact_list", about(&enquiry));
    assert_eq!(log["contacts"][0]["contact"]["attempt"], "not_possible");
    assert_eq!(duty(&log, "remote_attempt")["duty"]["closed"]["at"], ASKED);

    // The customer has it along: what was typed becomes the check-in, and the number the work order's.
    let unit = json!({ "id": id, "unit": sent["units"][0]["id"], "said": { "serial": "JP2409-00007" } });
    desk.write("enquiry_unit", unit);
    let begun = desk.write("enquiry_receive", json!({ "id": id, "unit": sent["units"][0]["id"] }));
    let mut intake = begun["draft"].clone();
    (intake["product_class"], intake["model"]) = (json!("module"), json!("NV-640"));
    let received = desk.write("intake_receive", json!({ "draft_id": begun["id"], "intake": intake }));
    assert_eq!(received["rma"], sent["units"][0]["rma"]);
    let life = desk.read("enquiry_get", json!({ "id": id }));
    assert_eq!((&life["units"][0]["ticket"], &life["units"][0]["draft"]), (&received["id"], &Value::Null));
    let late = json!({ "id": id, "unit": sent["units"][0]["id"], "said": { "serial": "JP2409-00008" } });
    assert_eq!(desk.refused("enquiry_unit", late), "enquiry_unit_taken");
}

#[test]
fn whoever_writes_an_e_mail_needs_no_phone_and_is_not_taken_for_another_of_the_name() {
    let desk = desk();
    let by_mail = |email: &str| {
        let customer = json!({ "name": "张伟", "email": email });
        asked(&desk, json!({ "way": "email", "customer": customer }))
    };
    let (one, other) = (by_mail("one@example.com"), by_mail("other@example.com"));
    let card = |enquiry: &Value| desk.read("contact_list", about(enquiry))["customer"]["email"].clone();
    assert_eq!((card(&one), card(&other)), (json!("one@example.com"), json!("other@example.com")));

    let mut corrected = one["enquiry"].clone();
    corrected["customer"]["phone"] = json!("13900001111");
    let life = desk.write("enquiry_amend", json!({ "id": one["row"]["id"], "enquiry": corrected }));
    assert_eq!(life["enquiry"]["customer"]["phone"], "13900001111");
    assert_eq!(card(&other), "other@example.com");
    let nobody = json!({ "way": "call", "customer": { "name": "张伟" }, "words": "hello" });
    assert_eq!(desk.refused("enquiry_open", nobody), "entry");
    let bad = json!({ "way": "call", "customer": { "name": "a", "phone": "13900001111" }, "words": "x",
        "units": [{ "serial": "?" }] });
    assert_eq!(desk.refused("enquiry_open", bad), "entry");
}

#[test]
fn an_enquiry_is_found_by_name_words_serial_and_phone() {
    let desk = desk();
    let enquiry = asked(&desk, json!({ "units": [{ "serial": "JP2409-00417" }] }));
    for text in ["李雷", "黑屏", "JP2409-00417", "5966"] {
        let hits = desk.read("search", json!({ "text": text }));
        assert_eq!(
            (&hits[0]["kind"], &hits[0]["row"]["id"]),
            (&json!("enquiry"), &enquiry["row"]["id"]),
            "{text}"
        );
    }
}

#[test]
fn the_list_of_enquiries_is_searched_by_name_words_serial_and_phone() {
    let desk = desk();
    let one = asked(&desk, json!({ "units": [{ "serial": "JP2409-00001" }] }));
    let customer = json!({ "name": "韩梅梅", "phone": "13811112222" });
    let other = asked(&desk, json!({ "customer": customer, "words": "镜头起雾" }));
    let found = |text: &str| {
        let page = desk.read("enquiry_list", json!({ "text": text }));
        let rows = page["rows"].as_array().unwrap().clone();
        rows.iter().map(|row| row["id"].clone()).collect::<Vec<_>>()
    };
    let (one, other) = (one["row"]["id"].clone(), other["row"]["id"].clone());
    for (text, hit) in [("李雷", &one), ("起雾", &other), ("jp2409", &one), ("138 1111", &other)] {
        assert_eq!(found(text), std::slice::from_ref(hit), "{text}");
    }
    assert!(found("nothing").is_empty());
    let first = desk.read("enquiry_list", json!({ "limit": 1 }));
    let next = desk.read("enquiry_list", json!({ "limit": 1, "after": first["next"] }));
    assert_eq!(next["rows"][0]["id"], one);
}

#[test]
fn a_promise_alarms_on_its_day_is_kept_or_broken_and_its_closing_can_be_taken_back() {
    let desk = desk();
    let ticket = json!({ "kind": "ticket", "id": desk.receive("JP2409-00001", json!({}))["id"] });
    let promise =
        |due_on: &str| json!({ "about": ticket, "kind": "promise", "words": "寄回", "due_on": due_on });
    assert_eq!(desk.refused("follow_up_open", promise("2026-03-01")), "entry");
    let log = desk.write("follow_up_open", promise("2026-03-05"));
    let id = &log["follow_ups"][0]["id"];
    assert_eq!(owed_today(&desk), json!([]), "not today");

    desk.clock.set("2026-03-05T02:00:00Z");
    let owed = owed_today(&desk);
    assert_eq!(
        (&owed[0]["state"]["duty"]["kind"], &owed[0]["state"]["is_overdue"]),
        (&json!("promised_date"), &json!(false))
    );
    desk.clock.set("2026-03-05T16:00:00Z");
    assert_eq!(owed_today(&desk)[0]["state"]["is_overdue"], true, "midnight at the centre");

    assert_eq!(desk.refused("follow_up_end", json!({ "id": id, "end": "settled", "words": "x" })), "entry");
    assert_eq!(desk.refused("follow_up_end", json!({ "id": id, "end": "broken" })), "entry");
    let log = desk.write("follow_up_end", json!({ "id": id, "end": "broken", "words": "缺料" }));
    assert_eq!(
        (&log["follow_ups"][0]["ended"], &log["follow_ups"][0]["end_words"]),
        (&json!("broken"), &json!("缺料"))
    );
    assert_eq!(desk.refused("follow_up_end", json!({ "id": id, "end": "kept" })), "follow_up_ended");
    assert_eq!(owed_today(&desk), json!([]));
    let log = desk.write("follow_up_reopen", json!({ "id": id }));
    assert_eq!(duty(&log, "promised_date")["is_overdue"], true);
}

#[test]
fn a_complaint_has_its_owner_and_closing_words() {
    let desk = desk();
    let ticket = json!({ "kind": "ticket", "id": desk.receive("JP2409-00001", json!({}))["id"] });
    let manager = desk.write("user_save", json!({ "name": "李娜", "role": "manager" }));
    let complaint = json!({ "about": ticket, "kind": "complaint", "words": "修了两次", "due_on": "2026-03-09",
        "owner": manager["id"] });
    let log = desk.write("follow_up_open", complaint);
    assert_eq!(log["follow_ups"][0]["owner_name"], "李娜");
    let end = json!({ "id": log["follow_ups"][0]["id"], "end": "settled" });
    assert_eq!(desk.refused("follow_up_end", end), "entry");
}

#[test]
fn letters_are_filled_in_both_languages_and_leave_no_gap() {
    let desk = desk();
    let id = desk.receive("JP2409-00001", json!({}))["id"].clone();
    let card = json!({ "name_zh": "成都服务中心", "name_en": "Chengdu Service Centre", "address_zh": "", "address_en": "1 Road",
        "phone": "028-1234", "hours": "", "zone": "Asia/Shanghai", "country": "CN" });
    desk.write("centre_describe", card);
    let letters = desk.read("letter_list", json!({ "kind": "ticket", "id": id }));
    let letters = letters.as_array().unwrap();
    assert_eq!(letters.len(), 10);
    let enquiry = asked(
        &desk,
        json!({ "units": [{ "serial": "JP2409-00009" }], "advice": "x", "attempt": "not_solved" }),
    );
    desk.write("enquiry_send_in", json!({ "id": enquiry["row"]["id"] }));
    let of_enquiry = desk.read("letter_list", about(&enquiry));
    let of_enquiry = of_enquiry.as_array().unwrap();
    assert_eq!((of_enquiry.len(), &of_enquiry[0]["kind"]), (4, &json!("send_in")));
    assert!(of_enquiry[0]["text"].as_str().unwrap().contains("JP2409-00009"));
    for letter in letters.iter().chain(of_enquiry) {
        let text = letter["text"].as_str().unwrap();
        assert!(text.contains("李雷") && text.contains("028-1234"), "{text}");
        assert!(!text.contains('⟦') && !text.contains("{$") && !text.contains("none"), "{text}");
        assert!(!text.contains(" ,") && !text.contains(" ."), "{text}");
    }
}

#[test]
fn the_history_of_an_enquiry_reads_what_was_sealed_for_its_customer() {
    let desk = desk();
    let enquiry = asked(&desk, json!({ "units": [{ "serial": "JP2409-00001", "symptom": "摔过" }] }));
    said(&desk, &about(&enquiry), json!({ "with": "李雷的同事" }));
    let life = desk.read("enquiry_get", json!({ "id": enquiry["row"]["id"] }));
    let spoken: Vec<&Value> = life["timeline"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|entry| entry["fields"].as_array().unwrap())
        .filter(|field| ["words", "symptom", "with"].contains(&field["name"].as_str().unwrap()))
        .collect();
    assert_eq!(spoken.len(), 4, "read back with the key");
}

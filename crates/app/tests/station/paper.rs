//! Paper of a desk: labels of several units on a sheet that was begun, the label printer's settings, the page by which
//! a printer is set up.

use crate::diagnosis::{GOOD, sheet as bench_sheet};
use crate::support::{Desk, PrinterOfTests, bare, desk, intake};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::process::Command;

fn sheet(ids: &[&Value], start: u8) -> Value {
    json!({
        "sheet": { "kind": "labels", "ids": ids, "copies": 2, "grid": "3x7", "start": start },
        "language": "both",
    })
}

#[test]
fn labels_of_several_units_start_at_the_first_free_label_and_go_over_to_the_next_sheet() {
    let desk = desk();
    let units: Vec<Value> =
        (1..=3).map(|number| desk.receive(&format!("JP2409-0041{number}"), json!({}))).collect();
    let ids: Vec<&Value> = units.iter().map(|unit| &unit["id"]).collect();
    assert_eq!(desk.read("sheet_make", sheet(&ids, 1))["pages"], 1);
    assert_eq!(desk.read("sheet_make", sheet(&ids, 16))["pages"], 1, "six labels fill 16 to 21");
    assert_eq!(desk.read("sheet_make", sheet(&ids, 17))["pages"], 2);
}

#[test]
fn labels_of_several_units_come_from_the_roll_one_after_the_other() {
    let desk = desk();
    let units: Vec<Value> =
        (1..=3).map(|number| desk.receive(&format!("JP2409-0041{number}"), json!({}))).collect();
    let ids: Vec<&Value> = units.iter().map(|unit| &unit["id"]).collect();
    let roll = |ids: &[&Value]| json!({ "sheet": { "kind": "roll", "ids": ids }, "language": "zh-CN" });
    assert_eq!(desk.read("sheet_make", roll(&ids))["pages"], 3);
    assert_eq!(desk.refused("sheet_make", roll(&[])), "too_many_labels");
}

#[test]
fn a_label_that_a_sheet_does_not_have_and_a_sheet_of_nothing_are_refused_with_what_there_is() {
    let desk = desk();
    let id = desk.receive("JP2409-00417", json!({}))["id"].clone();
    assert_eq!(desk.refused("sheet_make", sheet(&[&id], 22)), "no_such_label");
    assert_eq!(desk.refused("sheet_make", sheet(&[], 1)), "too_many_labels");
}

#[test]
fn a_sheet_goes_to_the_printer_or_to_the_viewer_and_is_not_kept_with_any_work_order() {
    let desk = desk();
    let id = desk.receive("JP2409-00417", json!({}))["id"].clone();
    for (to, taken_by) in [
        (json!({ "kind": "printer", "name": "front desk" }), "front desk"),
        (json!({ "kind": "viewer" }), "viewer"),
    ] {
        let mut request = sheet(&[&id], 1);
        request["to"] = to;
        let pdf = desk.read("sheet_make", request);
        let (printer, _, bytes) = desk.printer.jobs.lock().unwrap().pop().unwrap();
        assert_eq!(printer, taken_by);
        assert_eq!(STANDARD.encode(bytes), pdf["base64"].as_str().unwrap());
    }
    assert_eq!(desk.read("ticket_get", json!({ "id": id }))["papers"], json!([]));
}

#[test]
fn the_size_of_the_labels_and_the_offset_of_their_printer_are_those_of_the_settings() {
    let desk = desk();
    let id = desk.receive("JP2409-00417", json!({}))["id"].clone();
    let label = || {
        let subject = json!({ "kind": "ticket", "id": id });
        desk.read("form_preview", json!({ "form": "label", "language": "en", "subject": subject }))["hash"]
            .clone()
    };
    let calibration = || {
        let request = json!({ "sheet": { "kind": "calibration", "paper": "label" }, "language": "en" });
        desk.read("sheet_make", request)["hash"].clone()
    };
    let (small, page) = (label(), calibration());
    let mut settings = desk.read("settings_get", Value::Null);
    settings["label_size"] = json!("70x50");
    desk.write("settings_set", settings.clone());
    let large = label();
    assert_ne!(small, large);
    settings["label_right_tenths_mm"] = json!(12);
    desk.write("settings_set", settings.clone());
    assert_ne!(label(), large);
    assert_ne!(calibration(), page);
    // More than 5 mm is the wrong stock, not a printer to be set up.
    for (field, tenths) in [("label_right_tenths_mm", 51), ("label_down_tenths_mm", -51)] {
        let mut settings = settings.clone();
        settings[field] = json!(tenths);
        assert_eq!(desk.refused("settings_set", settings), "label_offset");
    }
    settings["label_down_tenths_mm"] = json!(-50);
    desk.write("settings_set", settings);
}

#[test]
fn every_place_in_use_gets_a_label_and_one_out_of_use_gets_none() {
    let desk = desk();
    for number in 1..=30 {
        desk.write(
            "place_save",
            json!({ "code": format!("A-{number:02}"), "name": "货架", "kind": "shelf" }),
        );
    }
    let sheet = || desk.read("sheet_make", json!({ "sheet": { "kind": "places" }, "language": "zh-CN" }));
    let all = sheet();
    assert_eq!(all["pages"], 2, "24 labels to a sheet");
    let places = desk.read("place_list", Value::Null);
    let shelf =
        places.as_array().unwrap().iter().find(|row| row["place"]["code"] == "A-07").unwrap()["place"]
            .clone();
    let out_of_use =
        json!({ "id": shelf["id"], "code": "A-07", "name": "货架", "kind": "shelf", "is_active": false });
    desk.write("place_save", out_of_use);
    assert_ne!(sheet()["hash"], all["hash"]);
}

/// What stands on a unit's paper, without white space, because lines break where they must.
fn text_of(desk: &Desk, form: &str, id: &Value) -> String {
    let subject = json!({ "kind": "ticket", "id": id });
    let request = json!({ "form": form, "language": "en", "subject": subject });
    text(&desk.read("form_preview", request))
}

pub(super) fn text(pdf: &Value) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, STANDARD.decode(pdf["base64"].as_str().unwrap()).unwrap()).unwrap();
    let read = Command::new("pdftotext").arg("-raw").arg(&file).arg("-").output().unwrap();
    let text = String::from_utf8(read.stdout).unwrap();
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}').collect()
}

#[test]
fn what_must_be_seen_at_a_glance_of_a_unit_stands_on_its_label_and_on_its_form_and_only_that() {
    let (desk, there) = (desk(), bare(None, PrinterOfTests::default(), 9_000));
    there.write("station_init", json!({ "centre": "SZ02" }));
    let elsewhere = there.write("rma_issue", json!({ "channel": "enquiry" }))["rma"].clone();
    let tag = desk.write("rma_reserve", json!({ "count": 1 }))["rmas"][0].clone();
    let number = |rma: &Value| json!({ "authorisation": { "kind": "number", "rma": rma } });
    let mut of_our_tag = number(&tag);
    of_our_tag["late_entry"] = json!({ "at": "08:35" });
    for (serial, facts, expected) in [
        ("JP2409-00001", json!({}), [].as_slice()),
        ("", json!({ "no_serial": true, "label": "absent" }), &["Temporarytag"]),
        ("JP2409-00002", json!({ "damage": { "where": "transit" } }), &["Damagedintransit"]),
        ("JP2409-00003", json!({ "damage": { "where": "in_house" } }), &["Damagedinourhands"]),
        ("JP2409-00004", of_our_tag, &["Lateentry"]),
        ("JP2409-00005", number(&elsewhere), &["Numbernotseenhere"]),
    ] {
        let id = desk.receive(serial, facts)["id"].clone();
        for form in ["application", "label"] {
            let text = text_of(&desk, form, &id);
            for mark in
                ["Temporarytag", "Damagedintransit", "Damagedinourhands", "Lateentry", "Numbernotseenhere"]
            {
                let is_meant = expected.contains(&mark);
                assert_eq!(text.contains(mark), is_meant, "{serial} {form} {mark}: {text}");
            }
        }
    }
}

#[test]
fn the_number_read_back_from_a_units_own_tag_is_not_one_from_elsewhere() {
    let desk = desk();
    let received = desk.receive("JP2409-00417", json!({}));
    let again = json!({ "authorisation": { "kind": "number", "rma": received["rma"] } });
    let amended = intake("JP2409-00417", again);
    desk.write("intake_amend", json!({ "id": received["id"], "intake": amended, "reason": "read from tag" }));
    assert!(!text_of(&desk, "label", &received["id"]).contains("Numbernotseenhere"));
}

#[test]
fn damage_that_turns_out_to_be_none_leaves_the_label_as_it_was() {
    let desk = desk();
    let id = desk.receive("JP2409-00417", json!({}))["id"].clone();
    let before = text_of(&desk, "label", &id);
    desk.write("ticket_damage", json!({ "id": id, "damage": { "where": "in_house", "note": "fell" } }));
    assert_ne!(text_of(&desk, "label", &id), before);
    desk.write("ticket_damage", json!({ "id": id }));
    assert_eq!(text_of(&desk, "label", &id), before);
}

#[test]
fn a_unit_of_our_own_gets_an_internal_order_and_no_paper_that_promises_something() {
    let desk = desk();
    let ours = desk.receive("JP2409-00417", json!({ "owned_by_us": true }))["id"].clone();
    let theirs = desk.receive("JP2409-00418", json!({}))["id"].clone();
    let request = |form: &str, id: &Value| json!({ "id": id, "form": form, "language": "both" });
    for form in ["application", "receipt"] {
        assert_eq!(desk.refused("form_render", request(form, &ours)), "internal_order");
    }
    assert_eq!(desk.refused("form_render", request("internal", &theirs)), "not_our_unit");
    assert_eq!(desk.read("ticket_get", json!({ "id": ours }))["papers"], json!([]));

    let kept = desk.write("form_render", request("internal", &ours));
    assert_eq!((&kept["form"], &kept["pages"]), (&json!("internal"), &json!(1)));
    let text = text_of(&desk, "internal", &ours);
    for words in ["Internalrepairorder", "Company-owned", "JP2409-00417"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    for words in ["Refund", "Exchange", "Freerepair", "Customer(oragent)"] {
        assert!(!text.contains(words), "{words}: {text}");
    }
    assert!(text_of(&desk, "label", &ours).contains("Company-owned"));
}

#[test]
fn numbers_reserved_for_a_power_cut_stand_on_tags_and_blank_forms_and_print_again_after_a_jam() {
    let desk = desk();
    let rmas = desk.write("rma_reserve", json!({ "count": 9 }))["rmas"].clone();
    let sheet =
        |kind: &str, rmas: &Value| json!({ "sheet": { "kind": kind, "rmas": rmas }, "language": "both" });
    let one = desk.read("sheet_make", sheet("blanks", &json!([rmas[0]])))["pages"].as_u64().unwrap();
    for (kind, pages, times) in [("tags", 2, 1), ("blanks", 9 * one, usize::try_from(one).unwrap() + 1)] {
        let pdf = desk.read("sheet_make", sheet(kind, &rmas));
        assert_eq!(pdf["pages"], pages, "{kind}");
        let text = text(&pdf);
        for rma in rmas.as_array().unwrap() {
            // A form shows it at the head of each page, and on the part that is kept.
            assert_eq!(text.matches(rma.as_str().unwrap()).count(), times, "{kind} {rma}");
        }
        assert_eq!(desk.read("sheet_make", sheet(kind, &rmas))["hash"], pdf["hash"]);
    }
}

#[test]
fn a_number_that_is_somebodys_already_is_on_no_tag() {
    let desk = desk();
    let rmas = desk.write("rma_reserve", json!({ "count": 2 }))["rmas"].clone();
    let used = json!({ "authorisation": { "kind": "number", "rma": rmas[0] } });
    desk.receive("JP2409-00417", used);
    let sheet = |rmas: Value| json!({ "sheet": { "kind": "tags", "rmas": rmas }, "language": "en" });
    assert_eq!(desk.refused("sheet_make", sheet(rmas.clone())), "not_waiting");
    assert_eq!(desk.read("sheet_make", sheet(json!([rmas[1]])))["pages"], 1);
    assert_eq!(desk.refused("sheet_make", sheet(json!([]))), "reserve_count");
    let row = &desk.read("rma_list", json!({}))[0];
    desk.write("rma_cancel", json!({ "id": row["id"], "reason": "not printed" }));
    assert_eq!(desk.refused("sheet_make", sheet(json!([rmas[1]]))), "not_waiting");
}

/// The facts of a complete claim, bought five days before, with some changed.
fn claim(changes: Value) -> Value {
    let mut facts = json!({
        "claim_object": "whole", "purchase": { "voucher_date": "2026-02-25" }, "sale_kind": "normal",
        "documents": { "warranty_certificate": true, "purchase_proof": true }, "findings": ["product_fault"],
        "serial": { "label": "readable", "matches": true }, "authorised_source": true,
        "accessories_complete": true, "return_consent": true, "contract": {},
    });
    facts.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    json!({ "facts": facts })
}

pub(crate) fn letter(id: &Value) -> Value {
    json!({ "id": id, "form": "decision", "language": "both" })
}

#[test]
fn a_decision_letter_says_what_is_granted_and_what_is_not_in_both_languages() {
    for (sentence, changes) in [
        ("everything is granted", json!({})),
        ("a proven exclusion", json!({ "findings": ["third_party"] })),
        ("the windows are over", json!({ "purchase": { "voucher_date": "2025-06-01" } })),
        (
            "one is decided and the others are open",
            json!({ "purchase": { "voucher_date": "2026-02-01" }, "findings": null }),
        ),
    ] {
        let desk = desk();
        let id = desk.receive("JP2409-00417", claim(changes))["id"].clone();
        let paper = desk.write("form_render", letter(&id));
        assert_eq!(
            (&paper["form"], paper["pages"].as_u64() > Some(0)),
            (&json!("decision"), true),
            "{sentence}"
        );
    }
}

#[test]
fn a_denial_that_turns_on_an_unsigned_reading_is_no_letter_before_a_person_decided() {
    let lost = json!({ "warranty_certificate": false, "purchase_proof": true });
    for (sentence, changes) in [
        ("a lost card turns on reading 8", json!({ "documents": lost })),
        (
            "a prototype without its card falls only under two readings together",
            json!({ "documents": lost, "sale_kind": "prototype_special_price" }),
        ),
    ] {
        let desk = desk();
        let id = desk.receive("JP2409-00417", claim(changes))["id"].clone();
        assert_eq!(desk.refused("form_render", letter(&id)), "letter_provisional", "{sentence}");
        // One press: the question that waits already, or a new one.
        let asked = desk.write("decision_ask", json!({ "id": id, "kind": "unsigned", "words": "letter" }));
        assert_eq!(
            (&asked["kind"], &asked["asked_of"]),
            (&json!("unsigned"), &json!("adjudicator")),
            "{sentence}"
        );
        let answer = |row: &Value| {
            desk.write("decision_reply", json!({ "id": row["id"], "reply": "accept", "reason": "it stands" }))
        };
        answer(&asked);
        let life = desk.read("ticket_get", json!({ "id": id }));
        for row in life["decisions"].as_array().unwrap().iter().filter(|row| row["state"] == "asked") {
            assert_eq!(desk.refused("form_render", letter(&id)), "letter_provisional", "{sentence}");
            answer(row);
        }
        let paper = desk.write("form_render", letter(&id));
        assert_eq!(paper["form"], "decision", "{sentence}");
    }
}

#[test]
fn no_decision_letter_goes_out_of_an_open_claim_a_stale_determination_or_our_own_unit() {
    let desk = desk();
    let open = desk.receive("JP2409-00417", json!({}))["id"].clone();
    assert_eq!(desk.refused("form_render", letter(&open)), "letter_open");

    let ours = desk.receive("JP2409-00418", json!({ "owned_by_us": true }))["id"].clone();
    assert_eq!(desk.refused("form_render", letter(&ours)), "internal_order");

    let mut without_date = claim(json!({}));
    without_date["facts"].as_object_mut().unwrap().remove("purchase");
    let stale = desk.receive("JP2409-00419", without_date)["id"].clone();
    desk.import("serial,model,voucher_date\nJP2409-00419,NV-640,2025-06-01\n");
    assert_eq!(desk.refused("form_render", letter(&stale)), "letter_outdated");
}

#[test]
fn an_answer_a_letter_went_out_on_stands() {
    let desk = desk();
    let lost = json!({ "warranty_certificate": false, "purchase_proof": true });
    let id = desk.receive("JP2409-00417", claim(json!({ "documents": lost })))["id"].clone();
    let asked = desk.read("ticket_get", json!({ "id": id }))["decisions"][0].clone();
    let reply = |reply: &str| json!({ "id": asked["id"], "reply": reply, "reason": "looked at" });
    desk.write("decision_reply", reply("refuse"));
    desk.write("form_render", letter(&id));
    assert_eq!(desk.write("decision_reply", reply("take_back"))["state"], "asked", "it was only looked at");
    desk.write("decision_reply", reply("refuse"));
    let mut print = letter(&id);
    print["printer"] = json!("front desk");
    print["copies"] = json!(1);
    desk.write("form_print", print);
    assert_eq!(desk.refused("decision_reply", reply("take_back")), "decision_printed");
}

#[test]
fn the_bench_report_says_what_was_measured_and_the_delivery_note_says_it_in_short() {
    let desk = desk();
    let id = desk.receive("JP2409-00417", claim(json!({})))["id"].clone();
    let report = json!({ "id": id, "form": "report", "language": "both" });
    assert_eq!(desk.refused("form_render", report.clone()), "no_bench_report");
    let test = bench_sheet("final_test", &GOOD);
    desk.write("bench_sheet_save", json!({ "id": id, "sheet": test }));
    let measured = desk.write("form_render", report.clone());
    assert_eq!(measured["form"], "report");
    let found = json!([{ "fault": "shutter_stuck", "cause": "component_failed" }]);
    desk.write("diagnosis_record", json!({ "id": id, "lines": found }));
    let diagnosed = desk.write("form_render", report);
    assert_ne!(measured["hash"], diagnosed["hash"], "what was found stands on it");
}

#[test]
fn a_label_we_put_on_stands_as_a_mark_on_the_papers_of_every_later_visit_of_its_unit() {
    let desk = desk();
    let first = desk.receive("JP2409-00417", json!({}));
    let sources = json!([{ "source": "boot_screen", "read": "JP2409-00417" }]);
    desk.write(
        "identity_confirm",
        json!({ "id": first["id"], "serial": "JP2409-00417", "sources": sources }),
    );
    assert!(!text_of(&desk, "label", &first["id"]).contains("Labelreplacedbyus"));
    desk.write("unit_relabel", json!({ "id": first["id"], "note": "worn through" }));
    desk.write("ticket_cancel", json!({ "id": first["id"], "reason": "sent back unopened" }));

    let later = desk.receive("JP2409-00417", json!({ "label": "intact" }));
    let other = desk.receive("JP2409-00418", json!({ "label": "intact" }));
    for form in ["label", "application"] {
        assert!(text_of(&desk, form, &later["id"]).contains("Labelreplacedbyus"), "{form}");
        assert!(!text_of(&desk, form, &other["id"]).contains("Labelreplacedbyus"), "{form}");
    }
}

//! The main job, as a desk does it: import the register, scan, type, receive, see the verdict, print the form.

use crate::support::{PrinterOfTests, bare, desk, intake};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

const REGISTER: &str = "序列号,型号,产品类别,购买日期,销售类型,经销商\n\
    JP2409-00417,NV-640,整机,2026-02-25,正常,成都夜行者户外\n\
    JP2409-00418,NV-640,整机,2024-02-25,特价,成都夜行者户外\n";

#[test]
fn a_unit_of_the_register_is_received_with_its_verdict_and_its_form() {
    let desk = desk();
    assert_eq!(desk.import(REGISTER)["imported"], 2);

    let scan = desk.read("scan_resolve", json!({ "text": "ｊｐ２４０９－００４１７" }));
    assert_eq!((&scan["kind"], &scan["sale"]["model"]), (&json!("unit"), &json!("NV-640")));

    let facts = json!({
        "claim_object": "whole", "findings": ["product_fault"],
        "documents": { "warranty_certificate": true, "purchase_proof": true },
        "serial": { "label": "readable", "matches": true }, "authorised_source": true,
        "accessories_complete": true, "return_consent": true,
    });
    let typed = intake("JP2409-00417", json!({ "facts": facts }));
    let live = desk.read("verdict_assess", typed.clone());
    assert_eq!(live["verdict"]["remedies"]["refund"]["outcome"], "granted");
    assert_eq!(live["verdict"]["remedies"]["refund"]["last_day"], "2026-03-04");
    assert_eq!(live["cycle"]["target_on"], "2026-03-16");

    let draft = desk.write("draft_save", json!({ "draft": typed }));
    let received = desk.write("intake_receive", json!({ "draft_id": draft["id"], "intake": draft["draft"] }));
    assert_eq!(desk.read("draft_list", Value::Null), json!([]));
    let life = desk.read("ticket_get", json!({ "id": received["id"] }));
    assert_eq!(life["verdicts"][0]["verdict"]["remedies"], live["verdict"]["remedies"]);
    assert_eq!(life["row"]["state"], "on_time");

    let paper = desk.write(
        "form_print",
        json!({ "id": received["id"], "form": "application", "language": "both", "printer": "front desk", "copies": 2 }),
    );
    let jobs = desk.printer.jobs.lock().unwrap();
    let (printer, copies, pdf) = jobs.first().unwrap();
    assert_eq!((printer.as_str(), *copies), ("front desk", 2));
    assert_eq!(paper["hash"], blake3::hash(pdf).to_hex().as_str());
    assert_eq!(paper["printed_to"], "front desk");

    let life = desk.read("ticket_get", json!({ "id": received["id"] }));
    let kinds: Vec<_> =
        life["timeline"].as_array().unwrap().iter().map(|entry| entry["kind"].clone()).collect();
    assert_eq!(kinds, ["paper.print", "paper.make", "verdict.save", "intake.receive"]);
}

#[test]
fn a_draft_is_found_again_after_a_crash_and_after_it_was_thrown_away() {
    let data = tempfile::tempdir().unwrap();
    let id = {
        let desk = bare(Some(data.path()), PrinterOfTests::default(), 1);
        desk.write("station_init", json!({ "centre": "CD01" }));
        desk.write("draft_save", json!({ "draft": { "serial": "JP24", "symptom": "半句" } }))["id"].clone()
    };
    let desk = bare(Some(data.path()), PrinterOfTests::default(), 1_000);
    let again = desk.read("draft_get", json!({ "id": id }));
    assert_eq!((&again["draft"]["serial"], &again["draft"]["symptom"]), (&json!("JP24"), &json!("半句")));
    assert!(desk.write("draft_discard", json!({ "id": id }))["discarded_at"].is_i64());
    assert_eq!(desk.read("bench_today", Value::Null)["drafts"], json!([]));
    assert!(desk.write("draft_restore", json!({ "id": id }))["discarded_at"].is_null());
    assert_eq!(desk.read("bench_today", Value::Null)["drafts"][0]["serial"], "JP24");
}

#[test]
fn scanning_a_unit_again_leads_to_the_check_in_that_was_begun() {
    let desk = desk();
    let scan = |desk: &crate::support::Desk| {
        desk.read("scan_resolve", json!({ "text": "JP2409-00417" }))["draft"].clone()
    };
    assert_eq!(scan(&desk), Value::Null);
    let begun = desk.write("draft_save", json!({ "draft": { "serial": "jp2409-00417", "symptom": "dark" } }));
    assert_eq!(scan(&desk), begun["id"]);
    desk.write("draft_discard", json!({ "id": begun["id"] }));
    assert_eq!(scan(&desk), Value::Null);
}

#[test]
fn a_second_open_work_order_of_a_serial_is_refused_with_a_way_to_the_first() {
    let desk = desk();
    let first = desk.receive("JP2409-00417", json!({}));
    let again = json!({ "intake": intake("jp2409-00417", json!({})) });
    let error = desk.app.dispatch("intake_receive", again.clone()).unwrap_err().failure();
    assert_eq!(error.code, "open_ticket");
    assert_eq!(json!(error.args["rma"]), first["rma"]);
    assert_eq!(json!(error.args["id"]), first["id"]);

    desk.write("ticket_cancel", json!({ "id": first["id"], "reason": "wrong unit" }));
    desk.write("intake_receive", again);
    assert_eq!(desk.refused("ticket_reopen", json!({ "id": first["id"] })), "open_ticket");
}

#[test]
fn serials_that_look_alike_are_shown_from_work_orders_and_from_the_register() {
    let desk = desk();
    desk.import("serial,model\nJP2409-OO417,NV-200\n");
    desk.receive("JP2409-0O417", json!({}));
    let check = desk.read("intake_check", intake("JP2409-00417", json!({})));
    let seen: Vec<_> =
        check["look_alikes"].as_array().unwrap().iter().map(|other| other["serial"].clone()).collect();
    assert_eq!(seen, ["JP2409-0O417", "JP2409-OO417"]);
    assert_eq!(desk.read("intake_check", intake("JP2409-99999", json!({})))["look_alikes"], json!([]));
}

#[test]
fn what_contradicts_the_register_or_itself_is_recorded_and_never_a_refusal() {
    let desk = desk();
    desk.import(REGISTER);
    let received = desk.receive(
        "JP2409-00417",
        json!({ "product_class": "module", "facts": { "purchase": { "voucher_date": "2026-03-05" } } }),
    );
    assert_eq!(
        received["conflicts"],
        json!([
            { "kind": "register", "field": "product_class", "register": "terminal", "intake": "module" },
            { "kind": "register", "field": "voucher_date", "register": "2026-02-25", "intake": "2026-03-05" },
            { "kind": "date_order", "earlier": "voucher_date", "later": "received_on" },
            { "kind": "claim_date_from_receipt" },
        ])
    );
}

#[test]
fn an_incomplete_intake_names_every_field_and_uses_up_no_number() {
    let desk = desk();
    let bad =
        json!({ "intake": { "serial": "", "customer": { "phone": "12" }, "received_on": "2026-03-03" } });
    let error = desk.app.dispatch("intake_receive", bad).unwrap_err().failure();
    let fields: Vec<_> = error.problems.iter().map(|problem| problem.field.as_str()).collect();
    assert_eq!(
        fields,
        ["serial", "product_class", "model", "symptom", "customer.name", "customer.phone", "received_on"]
    );
    assert!(desk.receive("JP2409-00417", json!({}))["rma"].as_str().unwrap().contains("-00001-"));
}

#[test]
fn a_correction_needs_a_reason_moves_the_cycle_and_keeps_the_old_verdict() {
    let desk = desk();
    let first = desk.receive("JP2409-00417", json!({}));
    let id = &first["id"];
    let corrected = intake("JP2409-00417", json!({ "received_on": "2026-02-27", "symptom": "图像有竖条纹" }));
    let request = |reason: &str| json!({ "id": id, "intake": corrected, "reason": reason });
    assert_eq!(desk.refused("intake_amend", request(" ")), "reason_required");
    let life = desk.write("intake_amend", request("misread the waybill"));
    assert_eq!(life["row"]["received_on"], "2026-02-27");
    assert_eq!(life["row"]["target_on"], "2026-03-12", "Saturday 28 February 2026 is worked");
    assert_eq!(life["verdicts"].as_array().unwrap().len(), 2);
    let entry =
        &life["timeline"].as_array().unwrap().iter().find(|e| e["kind"] == "intake.amend").unwrap()["fields"];
    assert!(entry.to_string().contains("misread the waybill"));
    assert_eq!(desk.refused("intake_amend", json!({ "id": id, "intake": {}, "reason": "x" })), "intake");
}

#[test]
fn a_mistaken_intake_is_cancelled_with_a_reason_and_the_cancellation_can_be_undone() {
    let desk = desk();
    let id = desk.receive("JP2409-00417", json!({}))["id"].clone();
    assert_eq!(desk.refused("ticket_cancel", json!({ "id": id, "reason": "" })), "reason_required");
    let life = desk.write("ticket_cancel", json!({ "id": id, "reason": "typed twice" }));
    assert_eq!(
        (&life["row"]["state"], &life["row"]["cancel_reason"]),
        (&json!("done"), &json!("typed twice"))
    );
    assert_eq!(desk.refused("ticket_cancel", json!({ "id": id, "reason": "again" })), "ticket_cancelled");
    assert_eq!(desk.write("ticket_reopen", json!({ "id": id }))["row"]["state"], "on_time");
}

#[test]
fn what_the_technician_finds_gives_a_new_verdict_and_leaves_the_old_one() {
    let desk = desk();
    let id = desk.receive("JP2409-00417", json!({}))["id"].clone();
    let facts = json!({ "sale_kind": "borrowed" });
    let row = desk.write("verdict_record", json!({ "id": id, "facts": facts }));
    assert_eq!(row["verdict"]["outside_policy"], true);
    let history = desk.read("verdict_history", json!({ "id": id }));
    assert_eq!(history.as_array().unwrap().len(), 2);
    assert_eq!(history[1]["verdict"]["outside_policy"], false);
}

#[test]
fn the_forms_qr_code_refills_a_check_in_at_a_station_that_never_saw_the_unit() {
    let here = desk();
    let received =
        here.receive("JP2409-00417", json!({ "first_reported": { "on": "2026-02-27", "to": "热线" } }));
    let record = nightbench_forms::paper_record::PaperRecord {
        rma: serde_json::from_value(received["rma"].clone()).unwrap(),
        serial: "JP2409-00417".to_owned().try_into().unwrap(),
        product_class: nightbench_domain::unit::ProductClass::Terminal,
        model: Some("NV-640".to_owned()),
        voucher_date: "2026-02-25".parse().ok(),
        contract_date: None,
        first_reported_on: "2026-02-27".parse().ok(),
        received_on: None,
        remedy_wanted: None,
        customer: None,
        symptom: "无法开机".to_owned(),
        symptom_is_cut: false,
    };
    assert_eq!(
        here.read("scan_resolve", json!({ "text": record.encode() }))["ticket"]["rma"],
        received["rma"]
    );

    let there = desk();
    let scan = there.read("scan_resolve", json!({ "text": record.encode() }));
    assert_eq!(scan["kind"], "form");
    assert!(scan["ticket"].is_null() || scan["ticket"]["id"] != received["id"]);
    assert_eq!(scan["draft"]["symptom"], "无法开机");
    assert_eq!(scan["draft"]["facts"]["purchase"]["voucher_date"], "2026-02-25");
    let mut damaged = record.encode();
    damaged.truncate(damaged.len() - 3);
    assert_eq!(there.read("scan_resolve", json!({ "text": damaged }))["kind"], "misread");
}

#[test]
fn a_jammed_printer_loses_no_paper() {
    let jammed = PrinterOfTests { is_jammed: true, ..PrinterOfTests::default() };
    let desk = bare(None, jammed, 1);
    desk.write("station_init", json!({ "centre": "CD01" }));
    let id = desk.receive("JP2409-00417", json!({}))["id"].clone();
    let job = json!({ "id": id, "form": "receipt", "language": "en", "printer": "front desk", "copies": 1 });
    assert_eq!(desk.refused("form_print", job), "print_refused");
    let paper = &desk.read("ticket_get", json!({ "id": id }))["papers"][0];
    assert_eq!((&paper["form"], &paper["printed_to"]), (&json!("receipt"), &Value::Null));
    let pdf = desk.read("form_read", json!({ "id": paper["id"] }));
    assert_eq!(pdf["hash"], paper["hash"]);
    assert_eq!(desk.refused("form_open", json!({ "id": paper["id"] })), "print_no_viewer");
}

#[test]
fn a_paper_opens_in_the_system_s_viewer_from_a_file_that_the_next_start_removes() {
    let data = tempfile::tempdir().unwrap();
    let desk = bare(Some(data.path()), PrinterOfTests::default(), 1);
    desk.write("station_init", json!({ "centre": "CD01" }));
    let id = desk.receive("JP2409-00417", json!({}))["id"].clone();
    let paper = desk.write("form_render", json!({ "id": id, "form": "label", "language": "zh-CN" }));
    let file = desk.read("form_open", json!({ "id": paper["id"] }))["path"].clone();
    let file = std::path::PathBuf::from(file.as_str().unwrap());
    let shown = desk.printer.jobs.lock().unwrap().pop().unwrap();
    assert_eq!(
        (shown.0.as_str(), blake3::hash(&shown.2).to_hex().as_str()),
        ("viewer", paper["hash"].as_str().unwrap())
    );
    assert!(file.exists());
    desk.write("station_tend", Value::Null);
    assert!(!file.exists());
}

#[test]
fn photos_follow_the_draft_into_the_work_order_and_can_be_removed_and_taken_back() {
    let desk = desk();
    let draft = desk.write("draft_save", json!({ "draft": intake("JP2409-00417", json!({})) }));
    let png =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    let owner = json!({ "kind": "draft", "id": draft["id"] });
    let photo =
        desk.write("attachment_add", json!({ "owner": owner, "name": "C:\\\\x\\\\a.png", "base64": png }));
    assert_eq!((&photo["name"], &photo["media_type"]), (&json!("a.png"), &json!("image/png")));
    assert!(photo["thumbnail"].as_str().unwrap().starts_with("data:image/jpeg;base64,"));
    let text = json!({ "owner": owner, "name": "a.png", "base64": "aGVsbG8gd29ybGQ=" });
    assert_eq!(desk.refused("attachment_add", text), "attachment_kind");

    let received = desk.write("intake_receive", json!({ "draft_id": draft["id"], "intake": draft["draft"] }));
    let of = |desk: &crate::support::Desk| {
        desk.read("ticket_get", json!({ "id": received["id"] }))["attachments"].clone()
    };
    assert_eq!(of(&desk)[0]["hash"], photo["hash"]);
    assert_eq!(desk.read("attachment_read", json!({ "id": photo["id"] }))["base64"], png);
    desk.write("attachment_remove", json!({ "id": photo["id"] }));
    assert_eq!(of(&desk), json!([]));
    desk.write("attachment_restore", json!({ "id": photo["id"] }));
    assert_eq!(of(&desk)[0]["id"], photo["id"]);
}

#[test]
fn a_write_says_which_nouns_it_changed() {
    let desk = desk();
    assert_eq!(desk.changes("draft_save", json!({ "draft": {} })), json!(["draft"]));
    assert_eq!(
        desk.changes("intake_receive", json!({ "intake": intake("JP2409-00417", json!({})) })),
        json!(["station", "customer", "intake", "ticket", "verdict", "custody"])
    );
    assert_eq!(desk.changes("settings_set", desk.read("settings_get", Value::Null)), json!(["settings"]));
}

#[test]
fn an_unknown_command_and_a_misspelt_field_are_refused_by_name() {
    let desk = desk();
    assert_eq!(desk.refused("intake_recieve", json!({})), "unknown_command");
    assert_eq!(desk.refused("ticket_get", json!({ "identity": 1 })), "bad_field");
    let misspelt = json!({ "intake": intake("JP2409-00417", json!({ "facts": { "sale_knd": "normal" } })) });
    assert_eq!(desk.refused("intake_receive", misspelt), "bad_field");
}

#[test]
fn a_work_order_takes_pdf_files_which_stand_for_no_photo() {
    let desk = desk();
    let received = desk.receive("JP2409-00417", json!({}));
    let owner = json!({ "kind": "ticket", "id": received["id"] });
    let content = STANDARD.encode(b"%PDF-1.7\n%%EOF\n");
    let file = |shows| json!({ "owner": owner, "name": "invoice.exe", "base64": content, "shows": shows });
    assert_eq!(desk.refused("attachment_add", file(json!("label"))), "attachment_no_photo");
    let added = desk.write("attachment_add", file(Value::Null));
    assert_eq!((&added["media_type"], &added["thumbnail"]), (&json!("application/pdf"), &Value::Null));
    let opened = desk.read("attachment_open", json!({ "id": added["id"] }));
    let (by, _, bytes) = desk.printer.jobs.lock().unwrap().pop().unwrap();
    assert_eq!((by.as_str(), bytes.starts_with(b"%PDF-")), ("viewer", true));
    // A viewer goes by the ending, so it is that of the content and never the sender's.
    assert!(opened["path"].as_str().unwrap().ends_with(".pdf"), "{opened}");
    let large = STANDARD.encode([b"%PDF-1.7".to_vec(), vec![0; 26 << 20]].concat());
    let large = json!({ "owner": owner, "name": "scan.pdf", "base64": large });
    assert_eq!(desk.refused("attachment_add", large), "attachment_too_large");
    assert_eq!(desk.read("attachment_list", owner.clone()).as_array().unwrap().len(), 1, "nothing was lost");
}

//! What a service costs and who agreed to it: quotes from the charge standard, given out and answered.

use crate::diagnosis::{GOOD, sheet};
use crate::support::{Desk, desk};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

const STANDARD_CHARGES: &str = "version,effective_on,currency,code,name_zh,name_en,kind,product_class,model,amount\n\
    2026-1,2026-01-01,CNY,L-01,工时费,Labour,labour,,,300\n\
    2026-1,2026-01-01,CNY,L-01,整机工时费,Labour on a device,labour,terminal,,350\n\
    2026-1,2026-01-01,CNY,I-01,检测费,Inspection,inspection,,,200\n\
    2026-1,2026-01-01,CNY,F-01,返程运费,Return freight,freight,,,23\n\
    2026-1,2026-01-01,CNY,P-09,探测器组件,Detector assembly,part,detector,,12800.50\n";

impl Desk {
    /// A file of masters brought in.
    pub(crate) fn bring_masters(&self, kind: &str, csv: &str) {
        let file = json!({ "kind": kind, "name": format!("{kind}.csv"), "base64": STANDARD.encode(csv) });
        let preview = self.read("master_open", file);
        let report = self.write("master_import", json!({ "file": preview["file"] }));
        assert_eq!(report["errors"], json!([]), "{report}");
    }
}

/// A unit whose fault its user caused: only a paid repair is left.
fn paid(desk: &Desk, serial: &str) -> Value {
    desk.bring_masters("charge", STANDARD_CHARGES);
    desk.receive(serial, json!({ "facts": { "findings": ["misuse_or_environment"] } }))["id"].clone()
}

/// A unit in the warranty with a fault of its own, bought a week before.
fn covered(desk: &Desk, serial: &str, bought: &str, change: Value) -> Value {
    let facts = json!({
        "claim_object": "whole", "purchase": { "voucher_date": bought },
        "documents": { "warranty_certificate": true, "purchase_proof": true },
        "serial": { "label": "readable", "matches": true }, "authorised_source": true, "sale_kind": "normal",
        "accessories_complete": true, "return_consent": true, "findings": ["product_fault"],
    });
    let mut intake = json!({ "facts": facts });
    intake.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
    desk.receive(serial, intake)["id"].clone()
}

fn line(kind: &str, name: &str, unit_minor: u64) -> Value {
    json!({ "kind": kind, "name_zh": name, "quantity": 1, "unit_minor": unit_minor })
}

/// A part and the work for it, or the unit back for the inspection.
fn terms() -> Value {
    json!({
        "currency": "CNY", "valid_until": "2026-04-01",
        "alternatives": [
            { "kind": "repair", "title": "更换电源板", "lines": [line("part", "电源板", 68_000), line("labour", "工时费", 30_000)] },
            { "kind": "return_unrepaired", "lines": [line("inspection", "检测费", 20_000)] },
        ],
    })
}

/// A draft of a quote; its id.
fn drafted(desk: &Desk, ticket: &Value, terms: Value) -> Value {
    desk.write("quote_save", json!({ "ticket": ticket, "terms": terms }))["quotes"][0]["id"].clone()
}

/// An issued quote; its id.
fn issued(desk: &Desk, ticket: &Value, terms: Value) -> Value {
    let id = drafted(desk, ticket, terms);
    desk.write("quote_issue", json!({ "id": id }));
    id
}

fn by_phone(choice: Value) -> Value {
    json!({ "choice": choice, "who": "李雷", "on": "2026-03-02", "how": "phone", "words": "修吧" })
}

fn accept(alternative: u32, lines: &[u32]) -> Value {
    by_phone(json!({ "kind": "accept", "alternative": alternative, "lines": lines }))
}

fn quotes(desk: &Desk, ticket: &Value) -> Value {
    desk.read("ticket_get", json!({ "id": ticket }))["quotes"].clone()
}

#[test]
fn a_first_quote_starts_from_the_lines_of_the_standard_for_this_unit() {
    let desk = desk();
    let ticket = paid(&desk, "JP2409-00417");
    let start = desk.read("quote_start", json!({ "id": ticket }));
    let codes: Vec<_> = start["standard"].as_array().unwrap().iter().map(|one| one["code"].clone()).collect();
    assert_eq!(codes, ["F-01", "I-01", "L-01"], "no part of a detector");
    assert_eq!(
        start["standard"][2]["amount_minor"], 35_000,
        "what is said of its class stands before what is said of all"
    );
    assert_eq!((&start["is_free"], &start["needs_review"]), (&json!(false), &json!(false)));
    let terms = &start["terms"];
    assert_eq!((&terms["currency"], &terms["valid_until"]), (&json!("CNY"), &json!("2026-04-01")));
    assert_eq!(terms["alternatives"][0]["lines"], json!([]));
    let back = terms["alternatives"][1]["lines"].as_array().unwrap();
    assert_eq!(back.iter().map(|line| line["unit_minor"].clone()).collect::<Vec<_>>(), [2_300, 20_000]);
}

#[test]
fn a_quote_is_a_draft_until_it_is_given_out_and_then_it_never_changes() {
    let desk = desk();
    let ticket = paid(&desk, "JP2409-00417");
    let mut incomplete = terms();
    incomplete["alternatives"][0]["lines"] = json!([]);
    let draft = drafted(&desk, &ticket, incomplete);
    assert_eq!(desk.refused("quote_issue", json!({ "id": draft })), "quote_no_line");
    assert_eq!(
        desk.refused("quote_save", json!({ "ticket": ticket, "terms": terms() })),
        "quote_draft_there"
    );
    let save = json!({ "ticket": ticket, "id": draft, "terms": terms() });
    assert_eq!(desk.changes("quote_save", save.clone()), json!(["quote"]));
    let life = desk.write("quote_issue", json!({ "id": draft }));
    let quote = &life["quotes"][0];
    assert_eq!((&quote["number"], &quote["state"]), (&json!("Q1"), &json!("issued")));
    assert_eq!(quote["sums"]["totals_minor"], json!([98_000, 20_000]));
    for (command, request) in [
        ("quote_save", save),
        ("quote_issue", json!({ "id": draft })),
        ("quote_discard", json!({ "id": draft })),
        ("quote_review", json!({ "id": draft, "words": "fine" })),
    ] {
        assert_eq!(desk.refused(command, request), "quote_not_draft", "{command}");
    }
}

#[test]
fn a_later_revision_takes_the_place_of_one_that_waits_and_only_it_can_be_answered() {
    let desk = desk();
    let ticket = paid(&desk, "JP2409-00417");
    let first = issued(&desk, &ticket, terms());
    let start = desk.read("quote_start", json!({ "id": ticket }));
    assert_eq!(
        start["terms"]["alternatives"][0]["title"], "更换电源板",
        "the next begins as the last one was"
    );
    let second = issued(&desk, &ticket, start["terms"].clone());
    let states: Vec<_> =
        quotes(&desk, &ticket).as_array().unwrap().iter().map(|one| one["state"].clone()).collect();
    assert_eq!(states, ["issued", "superseded"]);
    assert_eq!(
        desk.refused("quote_answer", json!({ "id": first, "answer": accept(0, &[0]) })),
        "quote_not_out"
    );
    desk.write("quote_answer", json!({ "id": second, "answer": accept(0, &[0, 1]) }));
    assert_eq!(
        desk.refused("quote_answer", json!({ "id": second, "answer": accept(0, &[0]) })),
        "quote_not_out"
    );
}

#[test]
fn an_answer_says_who_when_how_and_which_lines() {
    let desk = desk();
    let ticket = paid(&desk, "JP2409-00417");
    let id = issued(&desk, &ticket, terms());
    let mut unproven = accept(0, &[0]);
    unproven["words"] = json!(" ");
    let mut signed = accept(0, &[0]);
    (signed["how"], signed["words"]) = (json!("signed"), json!(""));
    let mut early = accept(0, &[0]);
    early["on"] = json!("2026-03-01");
    let mut strange = signed.clone();
    strange["scan"] = json!("01900000-0000-7000-8000-00000000ffff");
    for (answer, code) in [
        (accept(7, &[0]), "quote_no_such_choice"),
        (accept(0, &[]), "quote_no_such_choice"),
        (unproven, "quote_unproven"),
        (signed.clone(), "quote_unproven"),
        (early, "quote_answer_day"),
        (strange, "not_found"),
    ] {
        assert_eq!(desk.refused("quote_answer", json!({ "id": id, "answer": answer })), code);
    }
    let photo = desk.write(
        "attachment_add",
        json!({ "owner": { "kind": "ticket", "id": ticket }, "name": "signed.jpg", "base64": STANDARD.encode(b"\xFF\xD8\xFF\xE0 a photo") }),
    );
    signed["scan"] = photo["id"].clone();
    let life = desk.write("quote_answer", json!({ "id": id, "answer": signed }));
    let quote = &life["quotes"][0];
    assert_eq!(
        (&quote["state"], &quote["accepted_minor"]),
        (&json!("accepted"), &json!(68_000)),
        "one line of two"
    );
    assert_eq!(life["timeline"][0]["kind"], "quote.answer");
    let who = life["timeline"][0]["fields"]
        .as_array()
        .unwrap()
        .iter()
        .find(|field| field["name"] == "who")
        .unwrap();
    assert_eq!(who["value"], "李雷", "read with the customer's key; sealed in the journal");
}

#[test]
fn a_quote_runs_out_by_its_day_and_an_answer_of_that_day_may_be_recorded_later() {
    let desk = desk();
    let ticket = paid(&desk, "JP2409-00417");
    let id = issued(&desk, &ticket, terms());
    desk.clock.set("2026-04-02T02:00:00Z");
    assert_eq!(quotes(&desk, &ticket)[0]["state"], "expired");
    // What ran out is no quote the customer could still be waited for.
    happens(&desk, &ticket, "start_diagnosis");
    let ask = json!({ "id": ticket, "event": "ask_agreement" });
    assert_eq!(desk.refused("ticket_act", ask), "gate_no_quote");
    let mut late = accept(0, &[0]);
    late["on"] = json!("2026-04-02");
    assert_eq!(desk.refused("quote_answer", json!({ "id": id, "answer": late })), "quote_answer_day");
    late["on"] = json!("2026-04-01");
    desk.write("quote_answer", json!({ "id": id, "answer": late }));
    assert_eq!(quotes(&desk, &ticket)[0]["state"], "accepted");
}

#[test]
fn a_charge_on_free_work_names_the_exception_of_1_2() {
    let desk = desk();
    let ticket = covered(&desk, "JP2409-00417", "2026-02-25", json!({}));
    assert_eq!(desk.read("quote_start", json!({ "id": ticket }))["is_free"], true);
    let check = |terms: Value| desk.read("quote_check", json!({ "ticket": ticket, "terms": terms }));
    assert_eq!(check(terms())["needs_exception"], true);
    let draft = drafted(&desk, &ticket, terms());
    assert_eq!(desk.refused("quote_issue", json!({ "id": draft })), "quote_needs_exception");
    let mut agreed = terms();
    agreed["exception"] = json!({ "ground": "prior_agreement", "reference": "  " });
    desk.write("quote_save", json!({ "ticket": ticket, "id": draft, "terms": agreed }));
    assert_eq!(desk.refused("quote_issue", json!({ "id": draft })), "quote_no_reference");
    agreed["exception"]["reference"] = json!("合同 7.2");
    assert_eq!(check(agreed.clone())["needs_exception"], false);
    desk.write("quote_save", json!({ "ticket": ticket, "id": draft, "terms": agreed }));
    desk.write("quote_issue", json!({ "id": draft }));
}

#[test]
fn the_charges_of_a_damaged_unit_are_reviewed_by_somebody_who_decides() {
    let desk = desk();
    let ticket = paid(&desk, "JP2409-00417");
    desk.write(
        "ticket_damage",
        json!({ "id": ticket, "damage": { "where": "transit", "note": "外壳开裂" } }),
    );
    let draft = drafted(&desk, &ticket, terms());
    assert_eq!(desk.refused("quote_issue", json!({ "id": draft })), "quote_needs_review");
    let wang = desk.write("user_save", json!({ "name": "王芳", "role": "adjudicator" }))["id"].clone();
    desk.write("user_set_pin", json!({ "user": wang, "pin": "2468" }));
    let review = json!({ "id": draft, "words": "进水与运输无关" });
    assert_eq!(desk.refused("quote_review", review.clone()), "decider_needed");
    desk.write("session_start", json!({ "user": wang, "pin": "2468" }));
    assert_eq!(desk.refused("quote_review", json!({ "id": draft, "words": " " })), "reason_required");
    desk.write("quote_review", review.clone());
    // What is changed afterwards was not looked at.
    desk.write("quote_save", json!({ "ticket": ticket, "id": draft, "terms": terms() }));
    assert_eq!(desk.refused("quote_issue", json!({ "id": draft })), "quote_needs_review");
    desk.write("quote_review", review);
    let life = desk.write("quote_issue", json!({ "id": draft }));
    assert_eq!(life["quotes"][0]["reviewed_by"], "王芳");
}

#[test]
fn a_draft_is_looked_at_and_thrown_away_but_never_printed_as_a_quote() {
    let desk = desk();
    let ticket = paid(&desk, "JP2409-00417");
    let draft = drafted(&desk, &ticket, terms());
    let print = json!({ "id": ticket, "form": "quote", "language": "both" });
    assert_eq!(desk.refused("form_render", print.clone()), "no_quote");
    let subject = json!({ "kind": "quote", "id": draft });
    let seen = desk.read("form_preview", json!({ "form": "quote", "language": "both", "subject": subject }));
    assert_eq!(seen["pages"], 1);
    desk.write("quote_discard", json!({ "id": draft }));
    assert_eq!(quotes(&desk, &ticket), json!([]));
    issued(&desk, &ticket, terms());
    assert_eq!(desk.write("form_render", print)["form"], "quote");
}

#[test]
fn a_unit_of_our_own_is_quoted_to_nobody() {
    let desk = desk();
    let ticket = desk.receive("JP2409-00417", json!({ "owned_by_us": true }))["id"].clone();
    let save = json!({ "ticket": ticket, "terms": terms() });
    assert_eq!(desk.refused("quote_save", save), "internal_order");
    assert_eq!(desk.refused("quote_start", json!({ "id": ticket })), "internal_order");
}

/// An event of a work order; the status after it.
fn happens(desk: &Desk, ticket: &Value, event: &str) -> Value {
    desk.write("ticket_act", json!({ "id": ticket, "event": event }))["row"]["status"].clone()
}

fn status(desk: &Desk, ticket: &Value) -> Value {
    desk.read("ticket_get", json!({ "id": ticket }))["row"]["status"].clone()
}

#[test]
fn paid_work_begins_when_the_customer_agreed_to_the_quote_and_not_before() {
    let desk = desk();
    let ticket = paid(&desk, "JP2409-00417");
    happens(&desk, &ticket, "start_diagnosis");
    let start = json!({ "id": ticket, "event": "start_repair" });
    assert_eq!(desk.refused("ticket_act", start.clone()), "gate_not_determined", "nobody said it is paid");
    let ask = json!({ "id": ticket, "event": "ask_agreement" });
    assert_eq!(desk.refused("ticket_act", ask), "gate_no_quote");
    let quote = issued(&desk, &ticket, terms());
    assert_eq!(status(&desk, &ticket), "awaiting_agreement");
    assert_eq!(desk.refused("ticket_act", start), "gate_charge_not_agreed", "it is out and not answered");
    desk.write("quote_answer", json!({ "id": quote, "answer": accept(0, &[0, 1]) }));
    assert_eq!(status(&desk, &ticket), "in_repair");
}

#[test]
fn a_declined_quote_and_the_unit_back_as_it_came_begin_no_paid_work() {
    for answer in [by_phone(json!({ "kind": "decline" })), accept(1, &[0])] {
        let desk = desk();
        let ticket = paid(&desk, "JP2409-00417");
        happens(&desk, &ticket, "start_diagnosis");
        let quote = issued(&desk, &ticket, terms());
        desk.write("quote_answer", json!({ "id": quote, "answer": answer }));
        assert_eq!(status(&desk, &ticket), "under_diagnosis");
        let start = json!({ "id": ticket, "event": "start_repair" });
        assert_eq!(desk.refused("ticket_act", start), "gate_charge_not_agreed");
    }
}

#[test]
fn a_declined_paid_part_never_stalls_the_free_part() {
    let desk = desk();
    let ticket = covered(&desk, "JP2409-00417", "2026-02-25", json!({}));
    happens(&desk, &ticket, "start_diagnosis");
    let mut extra = terms();
    extra["exception"] = json!({ "ground": "prior_agreement", "reference": "外观翻新不在保修范围" });
    let quote = issued(&desk, &ticket, extra);
    assert_eq!(status(&desk, &ticket), "awaiting_agreement");
    desk.write("quote_answer", json!({ "id": quote, "answer": by_phone(json!({ "kind": "decline" })) }));
    assert_eq!(happens(&desk, &ticket, "start_repair"), "in_repair");
}

#[test]
fn what_is_beyond_economic_repair_is_quoted_with_nothing_but_its_return() {
    let desk = desk();
    let ticket = paid(&desk, "JP2409-00417");
    happens(&desk, &ticket, "start_diagnosis");
    let back =
        json!({ "currency": "CNY", "valid_until": "2026-04-01", "alternatives": [], "note": "无维修价值" });
    let quote = issued(&desk, &ticket, back);
    desk.write("quote_answer", json!({ "id": quote, "answer": accept(0, &[]) }));
    assert_eq!(status(&desk, &ticket), "under_diagnosis");
    let row = &quotes(&desk, &ticket)[0];
    assert_eq!((&row["state"], &row["accepted_minor"]), (&json!("accepted"), &json!(0)));
}

#[test]
fn a_paid_repair_goes_from_quote_to_hand_over_and_when_it_is_back_soon_a_person_says_whose_work_failed() {
    let desk = desk();
    let ticket = paid(&desk, "JP2409-00417");
    happens(&desk, &ticket, "start_diagnosis");
    desk.write(
        "diagnosis_record",
        json!({ "id": ticket, "lines": [{ "fault": "main_board", "cause": "water" }] }),
    );
    let agreed = || {
        let said = desk.read("contact_list", json!({ "kind": "ticket", "id": ticket }));
        let duties = said["duties"].as_array().unwrap().clone();
        duties.into_iter().find(|state| state["duty"]["kind"] == "agree_charge").unwrap_or_default()["duty"]
            .clone()
    };
    assert_eq!(agreed(), Value::Null, "nothing to agree on yet");
    let quote = issued(&desk, &ticket, terms());
    assert_eq!((&agreed()["closed"], &agreed()["clause"]), (&Value::Null, &json!("4.2")));
    desk.clock.set("2026-03-02T03:00:00Z");
    desk.write("quote_answer", json!({ "id": quote, "answer": accept(0, &[0, 1]) }));
    let closed = json!({ "at": 1_772_420_400_000_i64, "who": "desk", "entry": null });
    assert_eq!(agreed()["closed"], closed, "the answer closes it");
    desk.clock.set("2026-03-02T04:00:00Z");
    desk.write("ticket_resolve", json!({ "id": ticket, "resolution": "paid_repair" }));
    happens(&desk, &ticket, "start_test");
    assert_eq!(agreed()["closed"], closed, "and stays as it was when the work goes on");
    assert_eq!(desk.refused("ticket_act", json!({ "id": ticket, "event": "pass_test" })), "gate_no_test");
    desk.save(&ticket, sheet("final_test", &GOOD));
    assert_eq!(happens(&desk, &ticket, "pass_test"), "ready");
    let payment = json!({ "kind": "received", "method": "transfer", "amount_minor": 98_000, "currency": "CNY",
        "paid_on": "2026-03-02" });
    let unpaid = crate::handover::request(&ticket, json!({}));
    assert_eq!(desk.refused("handover_record", unpaid), "gate_payment_open");
    desk.write("payment_record", json!({ "id": ticket, "payment": payment }));
    desk.hand_over(&ticket, json!({}));
    assert_eq!(status(&desk, &ticket), "returned");

    desk.clock.set("2026-03-22T02:00:00Z");
    let again = desk.receive("JP2409-00417", json!({ "received_on": "2026-03-22" }))["id"].clone();
    let life = desk.read("ticket_get", json!({ "id": again }));
    let asked =
        life["decisions"].as_array().unwrap().iter().find(|one| one["kind"] == "our_work").unwrap().clone();
    happens(&desk, &again, "start_diagnosis");
    let quote = drafted(&desk, &again, terms());
    assert_eq!(desk.refused("quote_issue", json!({ "id": quote })), "gate_our_work");
    let start = json!({ "id": again, "event": "start_repair" });
    assert_eq!(desk.refused("ticket_act", start), "gate_our_work");
    desk.write("decision_reply", json!({ "id": asked["id"], "reply": "refuse", "reason": "another fault" }));
    desk.write("quote_issue", json!({ "id": quote }));
    assert_eq!(status(&desk, &again), "awaiting_agreement");
}

//! A work order's life from the bench to the hand-over: each resolution's way, what stops it and why, what is taken back.

use crate::handover::refund;
use crate::support::{Desk, desk};
use nightbench_app::Language;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;

/// Bought five days before it came, over the counter, everything shown, the fault its own: all but paid repair is granted.
fn granted() -> Value {
    json!({
        "channel": "counter", "label": "intact",
        "facts": {
            "purchase": { "voucher_date": "2026-02-25" }, "sale_kind": "normal", "claim_object": "whole",
            "findings": ["product_fault"], "authorised_source": true, "accessories_complete": true,
            "documents": { "warranty_certificate": true, "purchase_proof": true }, "serial": { "matches": true },
        },
    })
}

/// The same unit with other facts.
fn with_facts(changes: Value) -> Value {
    let mut all = granted();
    all["facts"].as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    all
}

impl Desk {
    fn came(&self, serial: &str, changes: Value) -> Value {
        self.receive(serial, changes)["id"].clone()
    }

    /// Lets an event happen, with words.
    fn act(&self, id: &Value, event: &str) -> Value {
        self.write("ticket_act", json!({ "id": id, "event": event, "note": "in words" }))
    }

    fn act_refused(&self, id: &Value, event: &str) -> String {
        self.refused("ticket_act", json!({ "id": id, "event": event, "note": "in words" }))
    }

    fn life(&self, id: &Value) -> Value {
        self.read("ticket_get", json!({ "id": id }))
    }

    fn status(&self, id: &Value) -> Value {
        self.life(id)["row"]["status"].clone()
    }

    fn resolve(&self, id: &Value, resolution: &str) -> Value {
        self.write("ticket_resolve", json!({ "id": id, "resolution": resolution }))
    }

    fn resolve_refused(&self, id: &Value, changes: Value) -> String {
        let mut request = json!({ "id": id });
        request.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        self.refused("ticket_resolve", request)
    }

    fn undo(&self, id: &Value) -> Value {
        self.write("ticket_undo", json!({ "id": id }))
    }

    fn undo_refused(&self, id: &Value) -> String {
        self.refused("ticket_undo", json!({ "id": id }))
    }

    /// What stands against an act of a work order; null when nothing does.
    fn against(&self, id: &Value, event: &str) -> Value {
        let acts = self.life(id)["work"]["acts"].as_array().unwrap().clone();
        acts.into_iter().find(|act| act["event"] == event).unwrap_or_else(|| panic!("no {event}"))["refusal"]
            .clone()
    }
}

fn choice() -> Value {
    json!({ "who": "李雷", "on": "2026-03-02", "words": "我要退货" })
}

#[test]
fn a_free_repair_goes_through_its_test_and_through_nothing_else() {
    let desk = desk();
    let id = desk.came("JP2409-00001", granted());
    assert_eq!(
        desk.life(&id)["work"]["next"],
        json!({ "event": "start_diagnosis", "gate": null, "mover": "technician" })
    );
    desk.act(&id, "start_diagnosis");
    desk.resolve(&id, "free_repair");
    assert_eq!(desk.life(&id)["row"]["resolution"], "free_repair");
    assert_eq!(desk.act_refused(&id, "prepare_return"), "gate_test_first");
    desk.act(&id, "start_repair");
    desk.act(&id, "start_test");
    assert_eq!(desk.against(&id, "pass_test"), json!({ "code": "no_test", "clause": "3.1" }));
    assert_eq!(desk.act_refused(&id, "pass_test"), "gate_no_test");
    assert_eq!(desk.act_refused(&id, "prepare_return"), "ticket_not_ready");
    assert_eq!(desk.act_refused(&id, "hand_over"), "ticket_not_ready");
    assert_eq!(desk.status(&id), "in_test", "a refusal changes nothing");
}

#[test]
fn no_work_begins_before_it_is_known_to_be_free_or_its_charge_is_agreed() {
    let desk = desk();
    let untold = desk.came("JP2409-00001", json!({}));
    desk.act(&untold, "start_diagnosis");
    assert_eq!(desk.act_refused(&untold, "start_repair"), "gate_not_determined");
    let expired = with_facts(json!({ "purchase": { "voucher_date": "2020-02-25" } }));
    let paid = desk.came("JP2409-00002", expired);
    desk.act(&paid, "start_diagnosis");
    assert_eq!(desk.against(&paid, "start_repair"), json!({ "code": "charge_not_agreed", "clause": "4.2" }));
    assert_eq!(desk.act_refused(&paid, "ask_agreement"), "gate_no_quote");
    assert_eq!(
        desk.life(&paid)["work"]["next"],
        json!({ "event": "ask_agreement", "gate": "no_quote", "mover": "desk" })
    );
    // Waiting for parts goes no way round the agreement.
    desk.act(&paid, "await_parts");
    assert_eq!(desk.act_refused(&paid, "parts_came"), "gate_charge_not_agreed");
}

#[test]
fn a_resolution_that_is_not_granted_is_refused_and_offered_with_its_reason() {
    let desk = desk();
    let expired = with_facts(json!({ "purchase": { "voucher_date": "2020-02-25" } }));
    let id = desk.came("JP2409-00001", expired);
    let offers = desk.life(&id)["work"]["offers"].as_array().unwrap().clone();
    let gate = |resolution: &str| {
        offers.iter().find(|offer| offer["resolution"] == resolution).unwrap()["gate"].clone()
    };
    for (resolution, expected) in [
        ("refund", json!("not_granted")),
        ("exchange", json!("not_granted")),
        ("free_repair", json!("not_granted")),
        ("paid_repair", Value::Null),
        ("no_fault_found", Value::Null),
        ("return_unrepaired", Value::Null),
    ] {
        assert_eq!(gate(resolution), expected, "{resolution}");
    }
    assert_eq!(desk.resolve_refused(&id, json!({ "resolution": "refund" })), "gate_not_granted");
    // A charge on a covered unit is not decided either, unless it was agreed beforehand (1.2).
    let covered = desk.came("JP2409-00002", granted());
    assert_eq!(desk.resolve_refused(&covered, json!({ "resolution": "paid_repair" })), "gate_not_granted");
    for (changes, code) in [
        (json!({ "resolution": "return_unrepaired" }), "unrepaired_reason"),
        (json!({ "resolution": "free_repair", "reason": "customer_wish" }), "unrepaired_reason"),
        (
            json!({ "resolution": "refund", "choice": { "who": "李雷", "on": "2026-03-03", "words": "退" } }),
            "choice_incomplete",
        ),
        (
            json!({ "resolution": "refund", "choice": { "who": " ", "on": "2026-03-02", "words": "退" } }),
            "choice_incomplete",
        ),
        (json!({ "resolution": "free_repair", "note": "长".repeat(4001) }), "note_too_long"),
    ] {
        assert_eq!(desk.resolve_refused(&covered, changes.clone()), code, "{code}");
    }
    assert_eq!(desk.life(&covered)["work"]["resolutions"], json!([]));
}

#[test]
fn a_refund_waits_for_the_customers_choice_and_closes_when_the_hardware_is_settled() {
    let desk = desk();
    let id = desk.came("JP2409-00001", granted());
    assert_eq!(desk.act_refused(&id, "prepare_return"), "gate_no_resolution");
    desk.resolve(&id, "refund");
    assert_eq!(desk.against(&id, "prepare_return"), json!({ "code": "no_choice", "clause": "3.3" }));
    desk.write("ticket_resolve", json!({ "id": id, "resolution": "refund", "choice": choice() }));
    // What is said later of the same resolution keeps the choice.
    let life = desk.write("ticket_resolve", json!({ "id": id, "resolution": "refund", "note": "by bank" }));
    assert_eq!(life["work"]["resolutions"][0]["choice"], choice());
    assert_eq!(life["work"]["resolutions"].as_array().unwrap().len(), 3, "the history stays");
    assert_eq!(desk.act(&id, "prepare_return")["row"]["status"], "ready");
    desk.work_out(&id);
    desk.hand_over(&id, json!({ "payments": [refund()] }));
    assert_eq!(desk.act_refused(&id, "close"), "gate_no_disposition");
    assert_eq!(
        desk.refused("ticket_dispose", json!({ "id": id, "disposition": "return" })),
        "disposition_contradicts"
    );
    assert_eq!(
        desk.refused("ticket_dispose", json!({ "id": id, "disposition": "scrap" })),
        "reason_required"
    );
    desk.write("ticket_dispose", json!({ "id": id, "disposition": "refurbish" }));
    let closed = desk.act(&id, "close");
    assert_eq!((&closed["row"]["status"], &closed["work"]["next"]), (&json!("closed"), &Value::Null));
    assert_eq!(closed["work"]["acts"], json!([]));
}

#[test]
fn missing_evidence_and_missing_consent_are_named_for_what_they_are() {
    let desk = desk();
    let incomplete = desk.came("JP2409-00001", with_facts(json!({ "accessories_complete": false })));
    desk.write("ticket_resolve", json!({ "id": incomplete, "resolution": "exchange", "choice": choice() }));
    assert_eq!(
        desk.against(&incomplete, "prepare_return"),
        json!({ "code": "no_evidence", "clause": "3.2" })
    );
    let unasked = desk.came("JP2409-00002", with_facts(json!({ "return_consent": false })));
    desk.write("ticket_resolve", json!({ "id": unasked, "resolution": "exchange", "choice": choice() }));
    assert_eq!(desk.against(&unasked, "prepare_return"), json!({ "code": "no_consent", "clause": "3.3" }));
    desk.act(&unasked, "start_diagnosis");
    assert_eq!(
        desk.act_refused(&unasked, "start_repair"),
        "gate_not_determined",
        "free repair waits for consent too"
    );
}

#[test]
fn nothing_is_decided_on_a_unit_nobody_knows() {
    let desk = desk();
    let id = desk.receive("", json!({ "no_serial": true, "label": "absent" }))["id"].clone();
    assert_eq!(desk.act_refused(&id, "start_diagnosis"), "gate_locked");
    assert_eq!(desk.resolve_refused(&id, json!({ "resolution": "free_repair" })), "gate_locked");
    let next = json!({ "event": "start_diagnosis", "gate": "locked", "mover": "adjudicator" });
    assert_eq!(desk.life(&id)["work"]["next"], next);
}

#[test]
fn what_came_without_consent_is_held_and_goes_on_once_we_agree() {
    let desk = desk();
    let unannounced = json!({ "channel": "courier", "authorisation": { "kind": "none" } });
    let id = desk.came("JP2409-00001", unannounced);
    assert_eq!(desk.status(&id), "to_be_diagnosed", "nobody put it on hold, so it is not");
    desk.act(&id, "hold");
    assert_eq!(desk.act_refused(&id, "start_diagnosis"), "ticket_on_hold");
    assert_eq!(desk.against(&id, "release"), json!({ "code": "no_consent", "clause": "3.3" }));
    desk.write("verdict_record", json!({ "id": id, "facts": { "return_consent": true } }));
    assert_eq!(desk.act(&id, "release")["row"]["status"], "to_be_diagnosed");
    assert_eq!(desk.act_refused(&id, "hold"), "gate_consent_given");
}

#[test]
fn what_the_company_refuses_to_take_goes_back_without_a_choice_of_the_customer() {
    let desk = desk();
    let id = desk.came("JP2409-00001", json!({ "channel": "courier", "authorisation": { "kind": "none" } }));
    desk.act(&id, "hold");
    let request = json!({ "id": id, "resolution": "return_unrepaired", "reason": "without_consent" });
    desk.write("ticket_resolve", request.clone());
    assert_eq!(desk.act(&id, "prepare_return")["row"]["status"], "ready");
    desk.hand_over(&id, json!({ "freight": "customer" }));
    assert_eq!(
        desk.act(&id, "close")["row"]["status"],
        "closed",
        "a unit that went back has its disposition"
    );
    let agreed = desk.came("JP2409-00002", granted());
    assert_eq!(
        desk.resolve_refused(
            &agreed,
            json!({ "resolution": "return_unrepaired", "reason": "without_consent" })
        ),
        "gate_consent_given"
    );
}

#[test]
fn custody_travels_to_the_factory_and_back_and_the_clock_keeps_the_first_receipt() {
    let desk = desk();
    let id = desk.came("JP2409-00001", granted());
    let before = desk.life(&id)["row"].clone();
    let wordless = json!({ "id": id, "event": "send_away" });
    assert_eq!(desk.refused("ticket_act", wordless), "reason_required");
    let away = desk.act(&id, "send_away");
    assert_eq!(
        (&away["row"]["status"], &away["row"]["custody"]["place"]["kind"]),
        (&json!("away"), &json!("factory"))
    );
    assert_eq!(desk.act_refused(&id, "start_repair"), "ticket_away");
    desk.clock.set("2026-03-12T02:00:00Z");
    let back = desk.act(&id, "come_back");
    assert_eq!(back["row"]["custody"]["place"]["kind"], "dock");
    assert_eq!(
        (&back["row"]["target_on"], &back["row"]["limit_on"]),
        (&before["target_on"], &before["limit_on"])
    );
    assert_eq!(back["row"]["elapsed_working_days"], 8);
    // Sending it away by mistake brings the unit back, too.
    desk.act(&id, "send_away");
    let undone = desk.undo(&id);
    assert_eq!(
        (&undone["row"]["status"], &undone["row"]["custody"]["place"]["kind"]),
        (&json!("under_diagnosis"), &json!("dock"))
    );
}

#[test]
fn a_unit_nobody_comes_for_is_unclaimed_until_somebody_does() {
    let desk = desk();
    let id = desk.came("JP2409-00001", granted());
    let wish =
        json!({ "id": id, "resolution": "return_unrepaired", "reason": "customer_wish", "choice": choice() });
    desk.write("ticket_resolve", wish);
    desk.act(&id, "prepare_return");
    desk.clock.set("2026-04-12T02:00:00Z");
    let unclaimed = desk.act(&id, "nobody_came");
    assert_eq!(unclaimed["work"]["since"], 1_775_959_200_000_i64, "it is unclaimed since somebody said so");
    assert_eq!(unclaimed["work"]["next"]["mover"], "customer");
    assert_eq!(desk.act(&id, "somebody_came")["row"]["status"], "ready");
    assert_eq!(desk.hand_over(&id, json!({}))["row"]["status"], "returned");
    assert_eq!(desk.act_refused(&id, "start_diagnosis"), "ticket_handed_over");
}

#[test]
fn a_customer_who_does_not_come_is_reminded_after_ten_working_days() {
    let desk = desk();
    let id = desk.came("JP2409-00001", granted());
    let wish =
        json!({ "id": id, "resolution": "return_unrepaired", "reason": "customer_wish", "choice": choice() });
    desk.write("ticket_resolve", wish);
    desk.clock.set("2026-03-06T02:00:00Z");
    desk.act(&id, "prepare_return");
    let owed = || {
        let rows = desk.read("duty_list", json!({}))["rows"].clone();
        let kinds = rows.as_array().unwrap().iter().map(|row| row["state"]["duty"]["kind"].clone());
        kinds.filter(|kind| kind == "remind_unclaimed").count()
    };
    desk.clock.set("2026-03-19T02:00:00Z");
    desk.act(&id, "nobody_came");
    assert_eq!(owed(), 0, "working day 9");
    desk.clock.set("2026-03-20T02:00:00Z");
    assert_eq!(owed(), 1, "that nobody came does not begin the count anew");
    let said = json!({ "about": { "kind": "ticket", "id": id }, "way": "call", "direction": "out",
        "words": "asked when they come", "closes": ["remind_unclaimed"] });
    desk.write("contact_log", said);
    assert_eq!(owed(), 0);
}

#[test]
fn a_cancelled_work_order_is_opened_again_and_one_at_work_is_not_cancelled() {
    let desk = desk();
    let id = desk.came("JP2409-00001", granted());
    desk.write("ticket_cancel", json!({ "id": id, "reason": "typed twice" }));
    assert_eq!(desk.resolve_refused(&id, json!({ "resolution": "free_repair" })), "ticket_cancelled");
    assert_eq!(desk.life(&id)["work"]["undo"], json!({ "kind": "event", "event": "cancel" }));
    desk.act(&id, "reopen");
    // Taking the reopening back keeps why it was cancelled.
    let again = desk.undo(&id);
    assert_eq!(
        (&again["row"]["status"], &again["row"]["cancel_reason"]),
        (&json!("cancelled"), &json!("typed twice"))
    );
    desk.act(&id, "reopen");
    desk.act(&id, "start_diagnosis");
    assert_eq!(desk.act_refused(&id, "cancel"), "ticket_work_began");
}

#[test]
fn ones_own_last_act_is_taken_back_and_says_so_in_the_history() {
    let desk = desk();
    let id = desk.came("JP2409-00001", granted());
    assert_eq!(desk.undo_refused(&id), "undo_nothing");
    desk.act(&id, "start_diagnosis");
    let undone = desk.undo(&id);
    assert_eq!(undone["row"]["status"], "to_be_diagnosed");
    let newest = undone["timeline"][0].clone();
    assert_eq!(newest["kind"], "ticket.transition");
    assert!(
        newest["fields"]
            .as_array()
            .unwrap()
            .contains(&json!({ "name": "undo", "value": "true", "was": null })),
        "{newest}"
    );
    assert_eq!(
        undone["timeline"].as_array().unwrap().len(),
        desk.life(&id)["timeline"].as_array().unwrap().len()
    );
    assert_eq!(desk.undo_refused(&id), "undo_nothing", "what was taken back is not taken back again");

    desk.resolve(&id, "free_repair");
    desk.resolve(&id, "exchange");
    assert_eq!(desk.undo(&id)["row"]["resolution"], "free_repair", "the decision before counts again");
    desk.write("ticket_dispose", json!({ "id": id, "disposition": "return" }));
    assert_eq!(desk.undo(&id)["work"]["dispositions"][0]["disposition"], Value::Null);
}

#[test]
fn nothing_is_taken_back_that_others_rest_on() {
    let desk = desk();
    let id = desk.came("JP2409-00001", granted());
    let wang = desk.write("user_save", json!({ "name": "王芳", "role": "technician" }))["id"].clone();
    desk.write("user_set_pin", json!({ "user": wang, "pin": "1357" }));
    desk.write("session_start", json!({ "user": wang, "pin": "1357" }));
    desk.act(&id, "start_diagnosis");
    desk.write("session_end", json!({}));
    assert_eq!(desk.life(&id)["work"]["undo"], Value::Null);
    assert_eq!(desk.undo_refused(&id), "undo_another");
    desk.act(&id, "ask_documents");
    desk.write("form_render", json!({ "id": id, "form": "application", "language": "zh-CN" }));
    assert_eq!(desk.undo_refused(&id), "undo_printed");
    desk.act(&id, "documents_came");
    desk.write("verdict_record", json!({ "id": id, "facts": granted()["facts"] }));
    assert_eq!(desk.undo_refused(&id), "undo_later");
    desk.write("ticket_resolve", json!({ "id": id, "resolution": "refund", "choice": choice() }));
    desk.act(&id, "prepare_return");
    desk.work_out(&id);
    desk.hand_over(&id, json!({ "payments": [refund()] }));
    assert_eq!(desk.undo_refused(&id), "undo_handed_over");
}

#[test]
fn mine_are_the_work_orders_i_hold_and_those_i_am_assigned() {
    let desk = desk();
    let [first, second, third] = ["1", "2", "3"].map(|n| desk.came(&format!("JP2409-0000{n}"), granted()));
    let wang = desk.write("user_save", json!({ "name": "王芳", "role": "technician" }))["id"].clone();
    desk.write("user_set_pin", json!({ "user": wang, "pin": "1357" }));
    let rows = desk.write("ticket_assign", json!({ "ids": [first, second], "user": wang }));
    assert_eq!(rows[0]["owner"], json!({ "id": wang, "name": "王芳" }));
    desk.write("session_start", json!({ "user": wang, "pin": "1357" }));
    desk.write("custody_take", json!({ "tickets": [second, third] }));
    let mine = || {
        let page = desk.read("ticket_list", json!({ "filter": "mine" }));
        page["rows"].as_array().unwrap().iter().map(|row| row["id"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(mine(), [first.clone(), second.clone(), third.clone()]);
    desk.write("ticket_assign", json!({ "ids": [first], "user": null }));
    assert_eq!(mine(), [second, third]);
    assert_eq!(desk.undo(&first)["work"]["owner"]["name"], "王芳");
    let nobody = json!({ "ids": [first], "user": first });
    assert_eq!(desk.refused("ticket_assign", nobody), "not_found");
}

#[test]
fn several_are_done_at_once_and_each_refusal_says_why() {
    let desk = desk();
    let [fresh, begun] = ["1", "2"].map(|n| desk.came(&format!("JP2409-0000{n}"), granted()));
    desk.act(&begun, "start_diagnosis");
    let gone = json!("01900000-0000-7000-8000-00000000ffff");
    let ids = json!([begun, fresh, gone, fresh]);
    let rows = desk.write("ticket_act_many", json!({ "ids": ids, "event": "start_diagnosis" }));
    let told: Vec<_> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["status"].clone(), row["failure"]["code"].clone()))
        .collect();
    let expected = [
        (Value::Null, json!("ticket_already_there")),
        (json!("under_diagnosis"), Value::Null),
        (Value::Null, json!("not_found")),
    ];
    assert_eq!(told, expected);
    assert_eq!(
        desk.refused("ticket_act_many", json!({ "ids": [fresh], "event": "ask_documents" })),
        "reason_required"
    );
}

#[test]
fn every_kind_of_the_history_has_words_in_both_languages() {
    // What is never about a work order or a parcel is in no timeline.
    const ELSEWHERE: [&str; 11] = [
        "backup",
        "calendar_pack",
        "centre",
        "master",
        "pack",
        "place",
        "registry",
        "station",
        "stocktake",
        "store",
        "user",
    ];
    let mut kinds = BTreeSet::new();
    journaled_kinds(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../store/src"), &mut kinds);
    assert!(kinds.contains("ticket.transition") && kinds.contains("ticket.form_withdrawn"), "{kinds:?}");
    let mut missing = Vec::new();
    for kind in kinds.iter().filter(|kind| !ELSEWHERE.contains(&kind.split('.').next().unwrap())) {
        let id = format!("timeline-{}", kind.replace('.', "-"));
        for language in [Language::ZhCn, Language::En] {
            if !nightbench_app::locale::knows(language, &id) {
                missing.push(format!("{language:?} {id}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

/// Every `noun.verb` that stands in the sources of the store, where all operations are appended.
fn journaled_kinds(folder: &Path, kinds: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            journaled_kinds(&path, kinds);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            kinds.extend(text.split('"').filter(|part| is_kind(part)).map(str::to_owned));
        }
    }
}

/// `noun.verb`, and no name of a file or a table.
fn is_kind(text: &str) -> bool {
    const NO_VERBS: [&str; 7] = ["db", "json", "key", "lock", "roots", "sql", "toml"];
    let is_word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    text.split_once('.')
        .is_some_and(|(noun, verb)| is_word(noun) && is_word(verb) && !NO_VERBS.contains(&verb))
}

#[test]
fn more_work_orders_than_one_act_takes_are_refused_and_none_is_touched() {
    let desk = desk();
    let id = desk.came("JP2409-00417", json!({}));
    let ids = vec![id.clone(); 501];
    let asked = json!({ "ids": ids, "event": "start_diagnosis" });
    assert_eq!(desk.refused("ticket_act_many", asked), "too_many_tickets");
    assert_eq!(desk.life(&id)["row"]["status"], "to_be_diagnosed");
}

//! What the rules leave to a person: asked by the verdict itself or by somebody, answered with a reason, never a change of
//! the verdict.

use crate::support::{Desk, desk, intake};
use serde_json::{Value, json};

/// A complete claim of a unit that was bought five days ago, with some facts changed.
pub(crate) fn claim(changes: Value) -> Value {
    let mut facts = json!({
        "claim_object": "whole", "purchase": { "voucher_date": "2026-02-25" }, "sale_kind": "normal",
        "documents": { "warranty_certificate": true, "purchase_proof": true }, "findings": ["product_fault"],
        "serial": { "label": "readable", "matches": true }, "authorised_source": true,
        "accessories_complete": true, "return_consent": true, "contract": {},
    });
    facts.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    facts
}

fn received(desk: &Desk, changes: Value) -> Value {
    desk.receive("JP2409-00417", json!({ "facts": claim(changes) }))["id"].clone()
}

fn lost_card(desk: &Desk) -> Value {
    received(desk, json!({ "documents": { "warranty_certificate": false, "purchase_proof": true } }))
}

fn questions(desk: &Desk, id: &Value) -> Vec<Value> {
    desk.read("ticket_get", json!({ "id": id }))["decisions"].as_array().unwrap().clone()
}

fn only(desk: &Desk, id: &Value) -> Value {
    let mut all = questions(desk, id);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

fn say(desk: &Desk, question: &Value, reply: &str) -> Value {
    desk.write("decision_reply", json!({ "id": question["id"], "reply": reply, "reason": "as agreed" }))
}

fn waiting(desk: &Desk) -> usize {
    desk.read("decision_list", json!({ "view": "waiting" }))["rows"].as_array().unwrap().len()
}

/// Somebody with a PIN.
pub(crate) fn person(desk: &Desk, name: &str, role: &str) -> Value {
    let user = desk.write("user_save", json!({ "name": name, "role": role }))["id"].clone();
    desk.write("user_set_pin", json!({ "user": user, "pin": "2468" }));
    user
}

pub(crate) fn sign_in(desk: &Desk, user: &Value) {
    desk.write("session_start", json!({ "user": user, "pin": "2468" }));
}

#[test]
fn a_denial_that_turns_on_an_unsigned_reading_waits_for_the_approver_with_what_it_rests_on() {
    let desk = desk();
    let id = lost_card(&desk);
    let asked = only(&desk, &id);
    assert_eq!(
        (&asked["kind"], &asked["reading"], &asked["clause"]),
        (&json!("unsigned"), &json!(8), &json!("5.8a"))
    );
    assert_eq!(asked["remedies"], json!(["refund", "exchange", "free_repair"]));
    assert_eq!((&asked["asked_of"], &asked["due_on"]), (&json!("adjudicator"), &json!("2026-03-04")));
    let rests_on = asked["facts"].as_array().unwrap();
    assert!(rests_on.contains(&json!({ "name": "documents.warranty_certificate", "value": ["false"] })));
    assert!(asked["reading_says"]["en"].is_string() && asked["clause_says"]["zh"].is_string());

    let before = desk.read("verdict_history", json!({ "id": id }));
    say(&desk, &asked, "accept");
    assert_eq!(desk.read("verdict_history", json!({ "id": id })), before, "no answer changes a verdict");
    assert_eq!((only(&desk, &id)["state"].clone(), waiting(&desk)), (json!("accepted"), 0));
}

#[test]
fn the_same_verdict_asks_once_and_a_question_it_no_longer_has_is_closed_and_kept() {
    let desk = desk();
    let id = lost_card(&desk);
    let first = only(&desk, &id);
    let lost = json!({ "documents": { "warranty_certificate": false, "purchase_proof": true } });
    desk.write("verdict_record", json!({ "id": id, "facts": claim(lost.clone()) }));
    assert_eq!(only(&desk, &id)["id"], first["id"], "asked once");

    desk.write("verdict_record", json!({ "id": id, "facts": claim(json!({})) }));
    assert_eq!(only(&desk, &id)["state"], "no_longer_asked");
    desk.write("verdict_record", json!({ "id": id, "facts": claim(lost) }));
    let all = questions(&desk, &id);
    assert_eq!(
        (all.len(), &all[0]["state"], &all[1]["state"]),
        (2, &json!("asked"), &json!("no_longer_asked"))
    );
}

#[test]
fn an_answer_lapses_with_its_question_and_counts_again_when_the_question_comes_back() {
    let desk = desk();
    let id = lost_card(&desk);
    say(&desk, &only(&desk, &id), "refuse");
    desk.write("verdict_record", json!({ "id": id, "facts": claim(json!({})) }));
    assert_eq!(only(&desk, &id)["is_standing"], false);
    let lost = json!({ "documents": { "warranty_certificate": false, "purchase_proof": true } });
    desk.write("verdict_record", json!({ "id": id, "facts": claim(lost) }));
    let again = only(&desk, &id);
    assert_eq!((&again["is_standing"], &again["state"]), (&json!(true), &json!("refused")));
}

#[test]
fn a_parcel_without_consent_is_asked_once_for_the_whole_claim() {
    let desk = desk();
    let id = received(&desk, json!({ "return_consent": false }));
    let asked = only(&desk, &id);
    assert_eq!(
        (&asked["kind"], &asked["reading"], &asked["asked_of"]),
        (&json!("consent"), &json!(15), &json!("manager"))
    );
    say(&desk, &asked, "accept");
    // The refund window is over by other facts; the company's consent stays what it is.
    let late = json!({ "return_consent": false, "purchase": { "voucher_date": "2026-02-10" } });
    desk.write("verdict_record", json!({ "id": id, "facts": claim(late) }));
    let still = only(&desk, &id);
    assert_eq!((&still["state"], &still["is_standing"]), (&json!("accepted"), &json!(true)));
    assert_eq!(still["remedies"], json!(["exchange", "free_repair"]));
}

#[test]
fn contract_and_dates_are_asked_and_a_fact_nobody_looked_for_is_not() {
    for (sentence, changes, kinds) in [
        (
            "a detector's part",
            json!({ "product_class": "detector", "claim_object": "part" }),
            vec!["contract"],
        ),
        (
            "a claim before the purchase",
            json!({ "purchase": { "voucher_date": "2026-03-20" } }),
            vec!["dates"],
        ),
        ("no diagnosis yet", json!({ "findings": null }), vec![]),
    ] {
        let desk = desk();
        let class = if changes["product_class"] == "detector" { "detector" } else { "terminal" };
        let facts = claim(changes);
        let id =
            desk.receive("JP2409-00417", json!({ "facts": facts, "product_class": class }))["id"].clone();
        let asked: Vec<Value> = questions(&desk, &id).iter().map(|one| one["kind"].clone()).collect();
        assert_eq!(asked, kinds, "{sentence}");
    }
}

#[test]
fn a_question_asked_back_goes_to_the_asker_and_comes_back_with_their_words() {
    let desk = desk();
    let id = received(&desk, json!({}));
    let asked = desk.write(
        "decision_ask",
        json!({ "id": id, "kind": "goodwill", "remedy": "refund", "words": "a customer of ten years" }),
    );
    let back = say(&desk, &asked, "ask_back");
    assert_eq!((&back["state"], &back["asked_by"]), (&json!("asked_back"), &json!("desk")));
    assert_eq!(
        desk.refused("decision_reply", json!({ "id": asked["id"], "reply": "accept", "reason": "yes" })),
        "decision_asked_back"
    );
    say(&desk, &asked, "explain");
    let done = say(&desk, &asked, "accept");
    let said: Vec<&Value> = done["answers"].as_array().unwrap().iter().map(|one| &one["reply"]).collect();
    assert_eq!(said, ["ask_back", "explain", "accept"]);
    assert_eq!(
        desk.refused("decision_reply", json!({ "id": asked["id"], "reply": "refuse", "reason": "no" })),
        "decision_answered"
    );
    let undone = say(&desk, &asked, "take_back");
    assert_eq!((&undone["state"], undone["answers"].as_array().unwrap().len()), (&json!("asked"), 4));
}

#[test]
fn no_question_and_no_answer_goes_without_a_reason() {
    let desk = desk();
    let id = lost_card(&desk);
    let asked = only(&desk, &id);
    for (command, request, code) in [
        ("decision_reply", json!({ "id": asked["id"], "reply": "accept", "reason": " " }), "reason_required"),
        ("decision_ask", json!({ "id": id, "kind": "freight", "words": "" }), "reason_required"),
        ("decision_ask", json!({ "id": id, "kind": "goodwill", "words": "please" }), "intake"),
        ("decision_ask", json!({ "id": id, "kind": "waiver", "words": "please" }), "intake"),
        (
            "decision_ask",
            json!({ "id": id, "kind": "review", "words": "please" }),
            "decision_asked_by_verdict",
        ),
        (
            "decision_reply",
            json!({ "id": asked["id"], "reply": "withdraw", "reason": "no" }),
            "decision_asked_by_verdict",
        ),
    ] {
        assert_eq!(desk.refused(command, request.clone()), code, "{request}");
    }
}

#[test]
fn who_does_not_decide_here_records_what_was_said_by_phone_with_both_names() {
    let desk = desk();
    let id = lost_card(&desk);
    let asked = only(&desk, &id);
    let (na, wei) = (person(&desk, "李娜", "technician"), person(&desk, "张伟", "manager"));
    sign_in(&desk, &na);
    let answer = json!({ "id": asked["id"], "reply": "accept", "reason": "the card was never issued" });
    assert_eq!(desk.refused("decision_reply", answer.clone()), "answer_by_phone");
    let mut by_phone = answer;
    by_phone["by_phone"] = json!({ "name": "陈", "at": "10:30" });
    for (at, reason) in [("10:30", "in_future"), ("25:99", "not_a_time")] {
        by_phone["by_phone"]["at"] = json!(at);
        let expected = vec![("by_phone.at".to_owned(), reason.to_owned())];
        assert_eq!(desk.problems("decision_reply", by_phone.clone()), expected, "{at}");
    }
    by_phone["by_phone"]["at"] = json!("09:40");
    let done = desk.write("decision_reply", by_phone);
    let said = &done["answers"][0];
    assert_eq!((&said["said_by"], &said["by"]), (&json!("陈"), &json!("李娜")));
    assert_eq!(said["said_at"], json!(1_772_415_600_000_i64), "09:40 in Chengdu");
    let other = desk.write("decision_ask", json!({ "id": id, "kind": "freight", "words": "it goes back" }));
    sign_in(&desk, &wei);
    assert_eq!(say(&desk, &other, "refuse")["answers"][0]["by"], "张伟");
}

#[test]
fn an_exception_takes_a_second_person_and_each_kind_is_counted_for_itself() {
    let desk = desk();
    let id = received(&desk, json!({ "sale_kind": "special_price" }));
    let (na, wei) = (person(&desk, "李娜", "technician"), person(&desk, "张伟", "manager"));
    sign_in(&desk, &wei);
    let ask = |kind: &str, more: Value| {
        let mut request = json!({ "id": id, "kind": kind, "words": "sold at the full price" });
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        desk.write("decision_ask", request)
    };
    let exception = ask("exception", json!({ "remedy": "exchange" }));
    let yes = json!({ "id": exception["id"], "reply": "accept", "reason": "the invoice says so" });
    assert_eq!(desk.refused("decision_reply", yes.clone()), "second_person_needed");
    let mut by_two = yes;
    by_two["second"] = json!({ "user": na, "pin": "2468" });
    assert_eq!(desk.write("decision_reply", by_two)["answers"][0]["second"], "李娜");
    say(&desk, &ask("goodwill", json!({ "remedy": "refund" })), "refuse");
    ask("waiver", json!({ "excuses": ["accessories"] }));

    let counts = desk.read("decision_list", json!({}))["counts"].clone();
    assert_eq!(counts["exception"], json!({ "waiting": 0, "accepted": 1, "refused": 0 }));
    assert_eq!(counts["goodwill"], json!({ "waiting": 0, "accepted": 0, "refused": 1 }));
    assert_eq!(counts["waiver"], json!({ "waiting": 1, "accepted": 0, "refused": 0 }));
}

#[test]
fn the_inbox_is_that_of_the_role_and_goes_by_the_day_an_answer_is_due() {
    let desk = desk();
    let id = lost_card(&desk);
    let approver = person(&desk, "陈", "adjudicator");
    let manager = person(&desk, "张伟", "manager");
    desk.write("decision_ask", json!({ "id": id, "kind": "freight", "words": "it goes back" }));
    for (user, kind) in [(&manager, "freight"), (&approver, "unsigned")] {
        sign_in(&desk, user);
        let mine = desk.read("decision_list", json!({}));
        assert_eq!((mine["rows"].as_array().unwrap().len(), &mine["rows"][0]["kind"]), (1, &json!(kind)));
        assert_eq!(desk.read("bench_today", Value::Null)["counts"]["decisions"], 1);
    }
    desk.clock.set("2026-03-05T02:00:00Z");
    let late = desk.read("decision_list", json!({ "view": "waiting", "limit": 1 }));
    assert_eq!((&late["counts"]["overdue"], &late["rows"][0]["is_overdue"]), (&json!(2), &json!(true)));
    let next = desk.read("decision_list", json!({ "view": "waiting", "limit": 1, "after": late["next"] }));
    assert_ne!(next["rows"][0]["id"], late["rows"][0]["id"]);
    assert_eq!(next["next"], Value::Null);
}

#[test]
fn a_unit_of_our_own_and_a_cancelled_work_order_ask_nobody() {
    let desk = desk();
    let lost = claim(json!({ "documents": { "warranty_certificate": false, "purchase_proof": true } }));
    let own = intake("JP2409-00418", json!({ "facts": lost, "owned_by_us": true }));
    let id = desk.write("intake_receive", json!({ "intake": own }))["id"].clone();
    assert!(questions(&desk, &id).is_empty());

    let id = lost_card(&desk);
    assert_eq!(waiting(&desk), 1);
    desk.write("ticket_cancel", json!({ "id": id, "reason": "received twice" }));
    assert_eq!((waiting(&desk), questions(&desk, &id).len()), (0, 1));
    let request = json!({ "id": id, "kind": "freight", "words": "it goes back" });
    assert_eq!(desk.refused("decision_ask", request), "ticket_cancelled");
}

/// A waiver of papers that was accepted.
fn excused(desk: &Desk, id: &Value, excuses: Value) -> Value {
    let asked = desk.write(
        "decision_ask",
        json!({ "id": id, "kind": "waiver", "excuses": excuses, "words": "the dealer confirms the sale" }),
    );
    say(desk, &asked, "accept")
}

fn given(desk: &Desk, id: &Value) -> Vec<Value> {
    let life = desk.read("ticket_get", json!({ "id": id }));
    life["given"].as_array().unwrap().iter().map(|one| one["remedy"].clone()).collect()
}

fn is_offered(desk: &Desk, id: &Value, resolution: &str) -> bool {
    let life = desk.read("ticket_get", json!({ "id": id }));
    let offers = life["work"]["offers"].as_array().unwrap().clone();
    offers.iter().find(|one| one["resolution"] == resolution).unwrap()["gate"].is_null()
}

#[test]
fn an_excused_paper_sets_a_denial_aside_that_rests_on_it_alone_and_the_verdict_stays() {
    let desk = desk();
    let id = lost_card(&desk);
    let before = desk.read("verdict_history", json!({ "id": id }));
    assert!(!is_offered(&desk, &id, "free_repair") && given(&desk, &id).is_empty());

    let answered = excused(&desk, &id, json!(["warranty_certificate"]));
    assert_eq!(given(&desk, &id), ["refund", "exchange", "free_repair"]);
    assert!(is_offered(&desk, &id, "free_repair") && is_offered(&desk, &id, "refund"));
    let life = desk.read("ticket_get", json!({ "id": id }));
    let first = &life["given"][0];
    assert_eq!(first["excuses"], json!(["warranty_certificate"]));
    assert_eq!((&first["by"]["decision"], &first["by"]["kind"]), (&answered["id"], &json!("waiver")));
    assert_eq!(first["by"]["name"], answered["answers"][0]["by"]);
    assert_eq!(desk.read("verdict_history", json!({ "id": id })), before, "no answer changes a verdict");

    desk.write("ticket_resolve", json!({ "id": id, "resolution": "free_repair" }));
    for event in ["start_diagnosis", "start_repair"] {
        desk.write("ticket_act", json!({ "id": id, "event": event }));
    }

    say(&desk, &answered, "take_back");
    assert!(given(&desk, &id).is_empty() && !is_offered(&desk, &id, "free_repair"));
}

#[test]
fn a_waiver_excuses_its_own_paper_and_no_other_exclusion() {
    for (sentence, changes) in [
        (
            "both papers are lost and one is excused",
            json!({ "documents": { "warranty_certificate": false, "purchase_proof": false } }),
        ),
        (
            "somebody else worked on it",
            json!({ "documents": { "warranty_certificate": false, "purchase_proof": true }, "findings": ["third_party"] }),
        ),
    ] {
        let desk = desk();
        let id = received(&desk, changes);
        excused(&desk, &id, json!(["warranty_certificate"]));
        assert!(given(&desk, &id).is_empty() && !is_offered(&desk, &id, "free_repair"), "{sentence}");
    }
}

#[test]
fn who_gave_a_remedy_by_phone_is_named_and_not_who_wrote_it_down() {
    let desk = desk();
    let id = lost_card(&desk);
    let asked = only(&desk, &id);
    desk.write(
        "decision_reply",
        json!({ "id": asked["id"], "reply": "refuse", "reason": "as agreed",
            "by_phone": { "name": "林静", "at": "00:10" } }),
    );
    let life = desk.read("ticket_get", json!({ "id": id }));
    assert_eq!(
        (&life["given"][0]["by"]["name"], &life["given"][0]["by"]["kind"]),
        (&json!("林静"), &json!("unsigned"))
    );
}

#[test]
fn the_words_of_a_question_and_of_its_answer_are_sealed_where_they_travel_and_read_in_the_history() {
    let desk = desk();
    let id = received(&desk, json!({}));
    let words = "李雷 will lose his hunting trip";
    let asked = desk
        .write("decision_ask", json!({ "id": id, "kind": "goodwill", "remedy": "refund", "words": words }));
    let reason = "李雷 is an old customer";
    desk.write("decision_reply", json!({ "id": asked["id"], "reply": "accept", "reason": reason }));
    let timeline = desk.read("ticket_get", json!({ "id": id }))["timeline"].to_string();
    assert!(timeline.contains(words) && timeline.contains(reason), "the history reads them here");
}

#[test]
fn what_waits_for_two_papers_waits_for_the_other_when_one_is_excused() {
    let desk = desk();
    let id = received(&desk, json!({ "accessories_complete": false, "documents": null }));
    let refusal = || {
        let life = desk.read("ticket_get", json!({ "id": id }));
        let acts = life["work"]["acts"].as_array().unwrap().clone();
        acts.into_iter().find(|act| act["event"] == "prepare_return").unwrap()["refusal"]["code"].clone()
    };
    let choice = json!({ "who": "李雷", "on": "2026-03-02", "words": "换货" });
    desk.write("ticket_resolve", json!({ "id": id, "resolution": "exchange", "choice": choice }));
    for paper in ["warranty_certificate", "accessories"] {
        assert_eq!(refusal(), "no_evidence", "before the {paper} is excused");
        excused(&desk, &id, json!([paper]));
    }
    assert_eq!(refusal(), "no_evidence", "the proof of purchase is still not here");
    excused(&desk, &id, json!(["purchase_proof"]));
    assert_eq!(refusal(), Value::Null);
}

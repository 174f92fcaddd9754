//! What is owed to customers: the warning from day 18, the word after day 20, and the one list of everything.

use crate::contact::{ASKED, HOUR, about, asked, duty, owed_today, said};
use crate::decisions::{claim, person, sign_in};
use crate::support::{Desk, desk};
use serde_json::{Value, json};

#[test]
fn a_customer_whose_unit_is_past_day_20_is_told_and_the_entry_closes_it() {
    let desk = desk();
    let id = desk.receive("JP2409-00001", json!({ "paper_form": false }))["id"].clone();
    let ticket = json!({ "kind": "ticket", "id": id });
    desk.clock.set("2026-03-30T02:00:00Z");
    let kinds = || {
        let rows = owed_today(&desk);
        rows.as_array().unwrap().iter().map(|row| row["state"]["duty"]["kind"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(kinds(), ["warn_limit"], "day 20 itself");
    desk.clock.set("2026-03-31T02:00:00Z");
    assert_eq!(kinds(), ["tell_exceeded"], "it takes the place of the warning");
    let owed = owed_today(&desk);
    assert_eq!(owed[0]["state"]["duty"]["clause"], "3.1");
    let letters = desk.read("letter_list", ticket.clone());
    assert_eq!(letters[0]["kind"], "delayed", "the letter that fits stands first");
    let log = said(
        &desk,
        &ticket,
        json!({ "closes": ["tell_exceeded"],
        "check": { "asked": ["phone_tail", "rma"], "is_passed": true } }),
    );
    assert_eq!(duty(&log, "tell_exceeded")["duty"]["closed"]["entry"], log["contacts"][0]["id"]);
    assert_eq!(duty(&log, "paper_form")["duty"]["closed"], Value::Null, "the form is no matter of talk");
    assert_eq!(owed_today(&desk), json!([]));
    let life = desk.read("ticket_get", json!({ "id": id }));
    assert_eq!(life["timeline"][0]["kind"], "contact.log");
}

#[test]
fn what_a_form_or_a_decision_closed_stays_with_the_day_and_the_person_also_when_the_unit_is_gone() {
    let desk = desk();
    let facts = claim(json!({ "return_consent": false }));
    let came = json!({ "paper_form": false, "authorisation": { "kind": "none" }, "facts": facts });
    let id = desk.receive("JP2409-00417", came)["id"].clone();
    let ticket = json!({ "kind": "ticket", "id": id });
    let closed =
        |kind: &str| duty(&desk.read("contact_list", ticket.clone()), kind)["duty"]["closed"].clone();
    assert_eq!((closed("paper_form"), closed("consent")), (Value::Null, Value::Null));

    desk.clock.set("2026-03-03T02:00:00Z");
    desk.write("paper_form_obtained", json!({ "id": id, "on": "2026-03-02", "how": "by post" }));
    let at = ASKED + 24 * HOUR;
    assert_eq!(closed("paper_form"), json!({ "at": at, "who": "desk", "entry": null }));

    let question = desk.read("ticket_get", json!({ "id": id }))["decisions"][0].clone();
    assert_eq!(question["kind"], "consent");
    let refusal = json!({ "id": question["id"], "reply": "refuse", "reason": "寄回",
        "by_phone": { "name": "陈主管", "at": "10:00" } });
    desk.write("decision_reply", refusal);
    let said = json!({ "at": at, "who": "陈主管", "entry": null });
    assert_eq!(closed("consent"), said, "a no decides it as much as a yes");

    desk.write("paper_form_withdraw", json!({ "id": id, "reason": "of another unit" }));
    assert_eq!(closed("paper_form"), Value::Null, "owed again");
    desk.write("ticket_cancel", json!({ "id": id, "reason": "not ours" }));
    let left = desk.read("contact_list", ticket.clone())["duties"].clone();
    assert_eq!(left.as_array().unwrap().len(), 1, "of a unit that is gone nothing is owed: {left}");
    assert_eq!(closed("consent"), said);
}

#[test]
fn a_customer_is_warned_from_day_18_and_whoever_was_warned_is_not_owed_the_word_again() {
    let desk = desk();
    let id = desk.receive("JP2409-00001", json!({}))["id"].clone();
    let ticket = json!({ "kind": "ticket", "id": id });
    desk.clock.set("2026-03-25T15:59:59Z");
    assert_eq!(owed_today(&desk), json!([]), "the last second of day 17 at the centre");
    let early = desk.read("contact_list", ticket.clone());
    assert_eq!(duty(&early, "warn_limit"), Value::Null);
    desk.clock.set("2026-03-25T16:00:00Z");
    let owed = owed_today(&desk);
    let state = &owed[0]["state"];
    assert_eq!((&state["duty"]["kind"], &state["duty"]["clause"]), (&json!("warn_limit"), &Value::Null));
    assert_eq!(state["duty"]["since"], 1_774_454_400_000_i64, "0:00 of 26 March in Chengdu");
    assert_eq!(state["duty"]["due_at"], 1_774_886_400_000_i64, "the end of 30 March, day 20");
    assert_eq!(duty(&desk.read("contact_list", ticket.clone()), "warn_limit")["duty"], state["duty"]);

    said(&desk, &ticket, json!({ "unreached": true, "words": "" }));
    assert_eq!(owed_today(&desk)[0]["state"]["duty"]["kind"], "warn_limit", "nobody heard it");
    let log = said(&desk, &ticket, json!({ "closes": ["warn_limit"] }));
    let entry = log["contacts"][0]["id"].clone();
    assert_eq!(duty(&log, "warn_limit")["duty"]["closed"]["entry"], entry);
    assert_eq!(owed_today(&desk), json!([]));
    desk.clock.set("2026-03-31T02:00:00Z");
    assert_eq!(owed_today(&desk), json!([]), "who was warned knows");
    let after = desk.read("contact_list", ticket);
    assert_eq!(duty(&after, "warn_limit"), Value::Null, "never both");
    assert_eq!(duty(&after, "tell_exceeded")["duty"]["closed"]["entry"], entry);
    desk.write("contact_withdraw", json!({ "id": entry, "reason": "another customer" }));
    assert_eq!(owed_today(&desk)[0]["state"]["duty"]["kind"], "tell_exceeded");
}

#[test]
fn day_18_is_counted_with_the_calendar_of_the_work_order() {
    let desk = desk();
    // Qingming rests on one day of theirs in China, Easter on two in Germany.
    desk.clock.set("2026-04-01T02:00:00Z");
    let of = |serial: &str, calendar: &str| {
        let intake = json!({ "received_on": "2026-04-01", "calendar": calendar });
        desk.receive(serial, intake)["rma"].clone()
    };
    let (chinese, german) = (of("JP2409-00002", "CN"), of("JP2409-00003", "DE"));
    let warned = |day: &str| {
        desk.clock.set(&format!("{day}T02:00:00Z"));
        let rows = owed_today(&desk);
        let rows = rows.as_array().unwrap().iter();
        let warned = rows.filter(|row| row["state"]["duty"]["kind"] == "warn_limit");
        warned.map(|row| row["rma"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(warned("2026-04-27"), Vec::<Value>::new());
    assert_eq!(warned("2026-04-28"), std::slice::from_ref(&chinese));
    assert_eq!(warned("2026-04-29"), [chinese, german]);
}

/// Kind and due instant of each row of the list of everything that is open.
fn queue(desk: &Desk, request: Value) -> Vec<(String, Option<i64>)> {
    let list = desk.read("duty_list", request);
    assert_eq!(list["has_more"], false);
    let rows = list["rows"].as_array().unwrap().iter();
    rows.map(|row| {
        let duty = &row["state"]["duty"];
        (duty["kind"].as_str().unwrap().to_owned(), duty["due_at"].as_i64())
    })
    .collect()
}

#[test]
fn one_list_holds_everything_that_is_owed_by_its_time_and_last_what_has_none() {
    let desk = desk();
    desk.receive("JP2409-00001", json!({ "paper_form": false, "authorisation": { "kind": "none" } }));
    desk.clock.set("2026-03-06T07:00:00Z");
    let enquiry = asked(&desk, json!({}));
    let promise =
        json!({ "about": about(&enquiry), "kind": "promise", "words": "call back", "due_on": "2026-03-12" });
    desk.write("follow_up_open", promise);
    let times = queue(&desk, json!({ "span": "open" }));
    let kinds: Vec<_> = times.iter().map(|(kind, _)| kind.as_str()).collect();
    assert_eq!(kinds, ["reply", "promised_date", "consent", "paper_form", "remote_attempt"]);
    assert!(times[0].1 < times[1].1 && times[1].1.is_some());
    assert!(times.iter().skip(2).all(|(_, due)| due.is_none()), "no clause sets a time for these");
    let today: Vec<_> = queue(&desk, json!({})).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(today, ["reply"]);
    assert_eq!(desk.refused("duty_list", json!({ "span": "next week" })), "bad_field");
}

#[test]
fn mine_is_what_my_work_orders_owe_and_what_i_promised() {
    let desk = desk();
    let mine = desk.receive("JP2409-00001", json!({ "paper_form": false }))["id"].clone();
    desk.receive("JP2409-00002", json!({ "paper_form": false }));
    asked(&desk, json!({}));
    let wang = person(&desk, "王师傅", "technician");
    desk.write("ticket_assign", json!({ "ids": [mine], "user": wang }));
    let list = || queue(&desk, json!({ "span": "open", "is_mine": true }));
    assert_eq!(list(), [], "nobody is signed in");
    sign_in(&desk, &wang);
    assert_eq!(list(), [("paper_form".to_owned(), None)]);
    let ticket = json!({ "kind": "ticket", "id": mine });
    desk.write(
        "follow_up_open",
        json!({ "about": ticket, "kind": "promise", "words": "call back", "due_on": "2026-03-12" }),
    );
    let kinds: Vec<_> = list().into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, ["promised_date", "paper_form"]);
    let rows = desk.read("duty_list", json!({ "span": "open", "is_mine": true }))["rows"].clone();
    assert_eq!((&rows[0]["owner"], &rows[1]["owner"]), (&json!("王师傅"), &json!("王师傅")));
}

#[test]
fn the_desktop_tells_of_a_task_once_within_its_last_hour_and_names_no_customer() {
    let desk = desk();
    let look = |told: &Value| desk.read("notice_get", json!({ "told": told }));
    desk.clock.set("2026-03-06T07:00:00Z");
    asked(&desk, json!({}));
    let calm = look(&Value::Null);
    assert_eq!((&calm["notice"], &calm["badge"]), (&Value::Null, &json!("")));
    assert_eq!(calm["lines"][1], json!({ "text": "今日待办 1 项", "place": "/duties" }));
    // Monday, half an hour before 24 hours of working days are over.
    desk.clock.set("2026-03-09T06:30:00Z");
    let soon = look(&calm["told"]);
    let body = soon["notice"]["body"].as_str().unwrap();
    assert!(body.contains("2026-03-09 15:00") && !body.contains("李雷"), "{body}");
    assert_eq!(look(&soon["told"])["notice"], Value::Null, "it was told");
    desk.clock.set("2026-03-09T07:30:00Z");
    let late = look(&soon["told"]);
    assert_eq!(
        (&late["notice"], &late["badge"]),
        (&Value::Null, &json!("1")),
        "told already; the figure stands"
    );
    asked(&desk, json!({ "words": "another" }));
    let first = look(&Value::Null);
    assert!(first["notice"]["body"].as_str().is_some(), "whoever starts the program is told");
    let mut settings = desk.read("settings_get", Value::Null);
    settings["notifies"] = json!(false);
    desk.write("settings_set", settings);
    assert_eq!(look(&Value::Null)["notice"], Value::Null);
}

#[test]
fn a_customer_to_be_warned_is_told_of_on_day_18_and_again_when_the_limit_has_passed() {
    let desk = desk();
    let first = desk.receive("JP2409-00001", json!({}));
    desk.receive("JP2409-00002", json!({}));
    let look = |told: &Value| desk.read("notice_get", json!({ "told": told }));
    desk.clock.set("2026-03-25T02:00:00Z");
    let before = look(&Value::Null);
    assert_eq!(before["notice"], Value::Null);
    desk.clock.set("2026-03-26T02:00:00Z");
    let both = look(&before["told"]);
    assert_eq!(both["notice"]["body"], "2 项待办即将到期");
    let ticket = json!({ "kind": "ticket", "id": first["id"] });
    said(&desk, &ticket, json!({ "closes": ["warn_limit"] }));
    desk.clock.set("2026-03-31T02:00:00Z");
    let after = look(&both["told"]);
    let body = after["notice"]["body"].as_str().unwrap();
    assert!(body.starts_with("告知客户周期超出"), "{body}");
}

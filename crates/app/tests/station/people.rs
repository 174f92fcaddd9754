//! People: who may change whom, signing in by PIN and badge, waiting after wrong PINs, and the second person.

use crate::support::{Desk, PrinterOfTests, bare, desk};
use nightbench_app::error::AppError;
use nightbench_app::session::SecondPerson;
use nightbench_domain::user::badge_text;
use serde_json::{Value, json};
use uuid::Uuid;

impl Desk {
    /// Adds somebody with a PIN; their id.
    fn person(&self, name: &str, role: &str, pin: &str) -> Value {
        let id = self.write("user_save", json!({ "name": name, "role": role }))["id"].clone();
        self.write("user_set_pin", json!({ "user": id, "pin": pin }));
        id
    }

    fn actor_of_newest(&self, ticket: &Value) -> Value {
        self.read("ticket_get", json!({ "id": ticket }))["timeline"][0]["actor"].clone()
    }
}

fn second(user: &Value, pin: &str) -> SecondPerson {
    serde_json::from_value(json!({ "user": user, "pin": pin })).unwrap()
}

fn code<T>(result: Result<T, AppError>) -> String {
    result.err().map_or_else(|| "ok".to_owned(), |error| error.failure().code)
}

#[test]
fn the_first_manager_is_made_by_anybody_and_from_then_on_a_manager_is_asked() {
    let desk = desk();
    let wei = desk.write("user_save", json!({ "name": "张伟", "role": "manager" }));
    assert_eq!(wei["has_pin"], false);
    // A manager without a PIN cannot be asked, so people are still set up by anybody.
    let li = desk.write("user_save", json!({ "name": "李娜", "role": "technician" }))["id"].clone();
    desk.write("user_set_pin", json!({ "user": li, "pin": "1357" }));
    desk.write("user_set_pin", json!({ "user": wei["id"], "pin": "2468" }));
    let add = json!({ "name": "王芳", "role": "desk" });
    assert_eq!(desk.refused("user_save", add.clone()), "manager_needed");
    desk.write("session_start", json!({ "user": li, "pin": "1357" }));
    assert_eq!(desk.refused("user_save", add.clone()), "manager_needed");
    assert_eq!(desk.refused("user_set_pin", json!({ "user": wei["id"], "pin": "8024" })), "manager_needed");
    // Her own PIN is hers to change.
    desk.write("user_set_pin", json!({ "user": li, "pin": "97531" }));
    desk.write("session_start", json!({ "user": wei["id"], "pin": "2468" }));
    desk.write("user_save", add);
    let names: Vec<_> = desk.read("user_list", Value::Null).as_array().unwrap().clone();
    assert_eq!(names.len(), 3);
}

#[test]
fn the_last_manager_stays_and_two_people_never_share_a_name() {
    let desk = desk();
    let wei = desk.person("Zhang Wei", "manager", "2468");
    desk.write("session_start", json!({ "user": wei, "pin": "2468" }));
    for change in [json!({ "is_active": false }), json!({ "role": "technician" })] {
        let mut request = json!({ "id": wei, "name": "Zhang Wei", "role": "manager" });
        request.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        assert_eq!(desk.refused("user_save", request), "last_manager");
    }
    assert_eq!(
        desk.refused("user_save", json!({ "name": "ＺＨＡＮＧ wei ", "role": "desk" })),
        "user_name_taken"
    );
    assert_eq!(desk.refused("user_save", json!({ "name": "  ", "role": "desk" })), "user_name");
    let na = desk.person("李娜", "manager", "1357");
    desk.write("user_save", json!({ "id": wei, "name": "Zhang Wei", "role": "manager", "is_active": false }));
    // Who left is signed out with it, and the name is free again.
    assert_eq!(desk.read("session_get", Value::Null)["user"], Value::Null);
    desk.write("session_start", json!({ "user": na, "pin": "1357" }));
    desk.write("user_save", json!({ "name": "Zhang Wei", "role": "desk" }));
    assert_eq!(desk.refused("session_start", json!({ "user": wei, "pin": "2468" })), "not_found");
    let back = json!({ "id": wei, "name": "Zhang Wei", "role": "desk" });
    assert_eq!(desk.refused("user_save", back), "user_name_taken");
}

#[test]
fn what_is_recorded_names_who_is_signed_in_and_nobody_must_be() {
    let desk = desk();
    let first = desk.receive("JP2409-00001", json!({}));
    assert_eq!(desk.actor_of_newest(&first["id"]), "desk");
    let na = desk.person("李娜", "desk", "1357");
    let session = desk.write("session_start", json!({ "user": na, "pin": "1357" }));
    assert_eq!(session["user"]["name"], "李娜");
    assert_eq!(desk.actor_of_newest(&desk.receive("JP2409-00002", json!({}))["id"]), "李娜");
    assert_eq!(desk.changes("session_end", Value::Null), json!(["session"]));
    assert_eq!(desk.actor_of_newest(&desk.receive("JP2409-00003", json!({}))["id"]), "desk");
}

#[test]
fn five_wrong_pins_cost_a_wait_that_doubles_and_survives_a_restart() {
    let data = tempfile::tempdir().unwrap();
    let desk = bare(Some(data.path()), PrinterOfTests::default(), 1);
    desk.write("station_init", json!({ "centre": "CD01" }));
    let na = desk.person("李娜", "desk", "1357");
    let (right, wrong) = (json!({ "user": na, "pin": "1357" }), json!({ "user": na, "pin": "8642" }));
    for _ in 0..4 {
        assert_eq!(desk.refused("session_start", wrong.clone()), "wrong_pin");
    }
    // A right one begins anew.
    desk.write("session_start", right.clone());
    for _ in 0..4 {
        assert_eq!(desk.refused("session_start", wrong.clone()), "wrong_pin");
    }
    assert_eq!(desk.refused("session_start", wrong.clone()), "pin_wait");
    assert_eq!(desk.refused("session_start", right.clone()), "pin_wait", "also the right one waits");
    drop(desk);
    let desk = bare(Some(data.path()), PrinterOfTests::default(), 5_000);
    assert_eq!(desk.refused("session_start", right.clone()), "pin_wait");
    desk.clock.set("2026-03-02T02:00:30Z");
    assert_eq!(desk.refused("session_start", wrong), "pin_wait", "the sixth costs a minute");
    desk.clock.set("2026-03-02T02:01:29Z");
    assert_eq!(desk.refused("session_start", right.clone()), "pin_wait");
    desk.clock.set("2026-03-02T02:01:30Z");
    desk.write("session_start", right);
}

#[test]
fn a_badge_scanned_anywhere_is_its_owner_and_is_nobodys_when_it_is_taken_away() {
    let desk = desk();
    assert_eq!(desk.read("scan_resolve", json!({ "text": "EMP-00417" }))["kind"], "unit");
    let badge = json!({ "name": "李娜", "role": "desk", "badge": "EMP-00417" });
    let na = desk.write("user_save", badge)["id"].clone();
    assert_eq!(
        desk.refused("user_save", json!({ "name": "王芳", "role": "desk", "badge": "emp-00417" })),
        "badge_taken"
    );
    assert_eq!(
        desk.refused("user_save", json!({ "name": "王芳", "role": "desk", "badge": "417" })),
        "badge_text"
    );
    let rma = desk.receive("JP2409-00001", json!({}))["rma"].clone();
    assert_eq!(
        desk.refused("user_save", json!({ "name": "王芳", "role": "desk", "badge": rma })),
        "badge_text"
    );
    // What was refused added nobody.
    assert_eq!(desk.read("user_list", Value::Null).as_array().unwrap().len(), 1);
    // Caps Lock and layout change nothing.
    let scan = desk.read("scan_resolve", json!({ "text": "emp-００417" }));
    assert_eq!((&scan["kind"], &scan["user"]["id"]), (&json!("badge"), &na));
    assert_eq!(desk.write("session_badge", json!({ "text": "EMP-00417" }))["user"]["id"], na);
    desk.write("user_save", json!({ "id": na, "name": "李娜", "role": "desk", "badge": "" }));
    assert_eq!(desk.refused("session_badge", json!({ "text": "EMP-00417" })), "unknown_badge");
    assert_eq!(desk.read("scan_resolve", json!({ "text": "EMP-00417" }))["kind"], "unit");
}

#[test]
fn neither_pin_nor_badge_nor_a_hash_of_them_is_in_the_journal_or_the_answers() {
    let data = tempfile::tempdir().unwrap();
    let desk = bare(Some(data.path()), PrinterOfTests::default(), 1);
    desk.write("station_init", json!({ "centre": "CD01" }));
    desk.person("李娜", "desk", "90817263");
    let people = desk.read("user_list", Value::Null).to_string();
    assert!(!people.contains("90817263") && !people.contains("argon2"), "{people}");
    let refused = desk.app.dispatch("user_set_pin", json!({ "user": "x", "pin": 90_817_263 })).unwrap_err();
    assert!(!format!("{:?}", refused.failure()).contains("90817263"));
}

#[test]
fn a_second_person_is_somebody_else_who_proves_to_be_there() {
    let desk = desk();
    assert_eq!(code(desk.app.second_person(None)), "second_person_needed");
    let na = desk.person("李娜", "desk", "1357");
    let fang = desk.person("王芳", "technician", "2468");
    desk.write("user_save", json!({ "id": fang, "name": "王芳", "role": "technician", "badge": "EMP-0099" }));
    desk.write("session_start", json!({ "user": na, "pin": "1357" }));
    assert_eq!(code(desk.app.second_person(Some(&second(&na, "1357")))), "second_person_same");
    assert_eq!(code(desk.app.second_person(Some(&second(&fang, "1357")))), "wrong_pin");
    assert_eq!(desk.app.second_person(Some(&second(&fang, "2468"))).unwrap(), "王芳");
    let badge: SecondPerson = serde_json::from_value(json!({ "badge": "EMP-0099" })).unwrap();
    assert_eq!(desk.app.second_person(Some(&badge)).unwrap(), "王芳");
    // Whoever works without signing in, under a name of the list, is not their own second.
    desk.write("session_end", Value::Null);
    let mut settings = desk.read("settings_get", Value::Null);
    settings["actor"] = json!("王芳");
    desk.write("settings_set", settings);
    assert_eq!(code(desk.app.second_person(Some(&badge))), "second_person_same");
    assert_eq!(desk.app.second_person(Some(&second(&na, "1357"))).unwrap(), "李娜");
}

#[test]
fn after_an_unclean_end_each_person_is_told_once_what_came_back() {
    let data = tempfile::tempdir().unwrap();
    let desk = bare(Some(data.path()), PrinterOfTests::default(), 1);
    desk.write("station_init", json!({ "centre": "CD01" }));
    let na = desk.person("李娜", "desk", "1357");
    let fang = desk.person("王芳", "technician", "2468");
    let rma = desk.receive("JP2409-00001", json!({}))["rma"].clone();
    desk.write("session_start", json!({ "user": na, "pin": "1357" }));
    desk.write("draft_save", json!({ "draft": { "serial": "JP2409-00002" } }));
    desk.write("stocktake_start", json!({}));
    assert_eq!(desk.read("bench_today", Value::Null)["came_back"], Value::Null);
    // The power goes: the records are copied as they lie there, never closed.
    let after = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(data.path()).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_file() {
            std::fs::copy(entry.path(), after.path().join(entry.file_name())).unwrap();
        }
    }
    drop(desk);
    let desk = bare(Some(after.path()), PrinterOfTests::default(), 9_000);
    let told = |desk: &Desk| desk.read("bench_today", Value::Null)["came_back"].clone();
    for (user, pin, drafts) in [(&na, "1357", 1), (&fang, "2468", 0)] {
        desk.write("session_start", json!({ "user": user, "pin": pin }));
        let news = told(&desk);
        assert_eq!(
            (&news["drafts"], &news["stocktake"], &news["last"]["rma"]),
            (&json!(drafts), &json!(true), &rma)
        );
        desk.write("came_back_seen", Value::Null);
        assert_eq!(told(&desk), Value::Null);
    }
    drop(desk);
    // Closed as it should be: no news, and who was not told still is.
    let desk = bare(Some(after.path()), PrinterOfTests::default(), 19_000);
    assert_eq!(told(&desk)["drafts"], 1, "nobody is signed in: everybody's");
    desk.write("session_start", json!({ "user": na, "pin": "1357" }));
    assert_eq!(told(&desk), Value::Null);
}

#[test]
fn a_badge_is_printed_as_it_is_drawn_and_the_one_before_is_nobodys() {
    let desk = desk();
    let fang = desk.person("王芳", "desk", "2468");
    let na = desk.person("李娜", "manager", "1357");
    desk.write("session_start", json!({ "user": na, "pin": "1357" }));
    desk.write("user_save", json!({ "id": fang, "name": "王芳", "role": "desk", "badge": "EMP-00417" }));
    let owner = |text: &str| {
        let found = desk.read("scan_resolve", json!({ "text": text }));
        (found["kind"] == "badge").then(|| found["user"]["name"].as_str().unwrap().to_owned())
    };
    let sheet = |users: Value| json!({ "users": users, "language": "both", "to": { "kind": "printer", "name": "front desk" } });
    let pdf = desk.write("badge_print", sheet(json!([fang, na, fang])));
    assert_eq!((&pdf["name"], &pdf["pages"]), (&json!("badges.pdf"), &json!(1)));
    assert_eq!(desk.printer.jobs.lock().unwrap().len(), 1);
    assert_eq!(owner("EMP-00417"), None, "the old one is nobody's");
    let drawn: Vec<_> = (0..500_u64).filter_map(|seed| owner(&drawn_by(seed))).collect();
    assert_eq!(drawn.len(), 2, "{drawn:?}: what was printed signs in, each once");
    for (users, code) in [(json!([]), "too_many_labels"), (json!([Uuid::nil()]), "not_found")] {
        assert_eq!(desk.refused("badge_print", sheet(users)), code);
    }
    desk.write("user_save", json!({ "id": fang, "name": "王芳", "role": "desk", "is_active": false }));
    assert_eq!(desk.refused("badge_print", sheet(json!([fang]))), "not_found", "who left gets none");
    desk.write("session_end", Value::Null);
    assert_eq!(desk.refused("badge_print", sheet(json!([na]))), "manager_needed");
}

#[test]
fn a_badge_that_could_not_be_printed_was_not_drawn() {
    let desk = bare(None, PrinterOfTests { is_jammed: true, ..PrinterOfTests::default() }, 1);
    desk.write("station_init", json!({ "centre": "CD01" }));
    let badge = json!({ "name": "李娜", "role": "desk", "badge": "EMP-00417" });
    let na = desk.write("user_save", badge)["id"].clone();
    let sheet = json!({ "users": [na], "language": "en", "to": { "kind": "printer", "name": "front desk" } });
    assert_eq!(desk.refused("badge_print", sheet), "print_refused");
    assert_eq!(desk.read("scan_resolve", json!({ "text": "EMP-00417" }))["kind"], "badge");
}

/// The badge that the ids of tests draw at a place of their row.
fn drawn_by(seed: u64) -> String {
    let mut random = [0; 16];
    blake3::Hasher::new().update(&seed.to_le_bytes()).finalize_xof().fill(&mut random);
    badge_text(random)
}

#[test]
fn when_a_station_locks_itself_is_for_a_manager_to_say_once_there_is_one() {
    let desk = desk();
    let locks = |minutes: u16| {
        let mut settings = desk.read("settings_get", Value::Null);
        settings["lock_minutes"] = json!(minutes);
        settings
    };
    desk.write("settings_set", locks(30));
    for (name, role, pin) in [("陈主管", "manager", "2468"), ("赵裁定", "adjudicator", "9753")] {
        let id = desk.write("user_save", json!({ "name": name, "role": role }))["id"].clone();
        desk.write("user_set_pin", json!({ "user": id, "pin": pin }));
        if role == "manager" {
            desk.write("session_start", json!({ "user": id, "pin": pin }));
            desk.write("settings_set", locks(15));
        } else {
            desk.write("session_start", json!({ "user": id, "pin": pin }));
        }
    }
    assert_eq!(desk.refused("settings_set", locks(0)), "manager_needed");
    assert_eq!(desk.read("settings_get", Value::Null)["lock_minutes"], 15);
    let mut theme = locks(15);
    theme["theme"] = json!("dark");
    desk.write("settings_set", theme);
}

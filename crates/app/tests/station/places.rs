//! Places: received at the dock, moved by scanning, taken, taken back, counted.

use crate::support::{Desk, PrinterOfTests, bare, desk};
use serde_json::{Value, json};

impl Desk {
    /// The id of the place of that code.
    fn place(&self, code: &str) -> Value {
        let scan = self.read("scan_resolve", json!({ "text": code }));
        assert_eq!(scan["kind"], "place", "{code}: {scan}");
        scan["place"]["id"].clone()
    }

    fn shelf(&self, code: &str) -> Value {
        self.write("place_save", json!({ "code": code, "kind": "shelf" }))["place"]["id"].clone()
    }

    fn put(&self, ticket: &Value, place: &Value) -> Value {
        self.write("custody_move", json!({ "tickets": [ticket], "place": place }))[0].clone()
    }

    fn custody(&self, ticket: &Value) -> Value {
        self.read("ticket_get", json!({ "id": ticket }))["row"]["custody"].clone()
    }

    fn signed_in(&self, name: &str) -> Value {
        let id = self.write("user_save", json!({ "name": name, "role": "technician" }))["id"].clone();
        self.write("user_set_pin", json!({ "user": id, "pin": "2468" }));
        self.write("session_start", json!({ "user": id, "pin": "2468" }));
        id
    }
}

fn serials(list: &Value) -> Vec<String> {
    let rows = list.as_array().unwrap();
    rows.iter().map(|unit| unit["row"]["serial"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_station_begins_with_its_places_and_a_received_unit_is_at_the_dock() {
    let desk = desk();
    let codes: Vec<_> = desk.read("place_list", Value::Null).as_array().unwrap().clone();
    let codes: Vec<_> = codes.iter().map(|row| row["place"]["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["BENCH", "COURIER", "CUSTOMER", "DOCK", "FACTORY"]);
    let first = desk.receive("JP2409-00001", json!({}));
    assert_eq!(first["row"]["custody"]["place"]["code"], "DOCK");
    assert_eq!(first["row"]["custody"]["holder"], Value::Null);
    desk.signed_in("李娜");
    let second = desk.receive("JP2409-00002", json!({}));
    assert_eq!(second["row"]["custody"]["holder"]["name"], "李娜");
    // It follows from the receipt: the history has no line of its own for it.
    let timeline = desk.read("ticket_get", json!({ "id": second["id"] }))["timeline"].clone();
    assert!(timeline.as_array().unwrap().iter().all(|entry| entry["kind"] != "ticket.move"), "{timeline}");
}

#[test]
fn scanning_a_shelf_and_then_units_moves_them_there_and_one_word_takes_the_last_move_back() {
    let desk = desk();
    let shelf = desk.shelf("a-03");
    let unit = desk.receive("JP2409-00001", json!({}))["id"].clone();
    let moved = desk.put(&unit, &shelf);
    assert_eq!((&moved["from"]["place"]["code"], &moved["moved"]), (&json!("DOCK"), &json!(true)));
    assert_eq!(moved["row"]["custody"]["place"]["code"], "A-03");
    // Scanned where it is: only seen, no line in the history.
    desk.clock.set("2026-03-03T02:00:00Z");
    let again = desk.put(&unit, &shelf);
    assert_eq!(again["moved"], false);
    assert_eq!(again["row"]["custody"]["since"], moved["row"]["custody"]["since"]);
    assert!(again["row"]["custody"]["seen_at"].as_i64() > moved["row"]["custody"]["seen_at"].as_i64());
    let units = desk.read("place_units", json!({ "id": shelf }));
    assert_eq!(units["rows"][0]["id"], unit);
    let back = desk.write("custody_undo", json!({ "tickets": [unit] }));
    assert_eq!(back[0]["row"]["custody"]["place"]["code"], "DOCK");
    assert_eq!(desk.refused("custody_undo", json!({ "tickets": [unit] })), "nothing_to_undo");
    let timeline = desk.read("ticket_get", json!({ "id": unit }))["timeline"].clone();
    let moves = timeline.as_array().unwrap().iter().filter(|entry| entry["kind"] == "ticket.move").count();
    assert_eq!(moves, 2, "the move and the move back");
}

#[test]
fn a_move_is_of_all_units_or_of_none_and_only_of_open_ones() {
    let desk = desk();
    let shelf = desk.shelf("A-03");
    let here = desk.receive("JP2409-00001", json!({}))["id"].clone();
    let gone = desk.receive("JP2409-00002", json!({}))["id"].clone();
    desk.write("ticket_cancel", json!({ "id": gone, "reason": "received twice" }));
    let both = json!({ "tickets": [here, gone], "place": shelf });
    assert_eq!(desk.refused("custody_move", both), "unit_not_here");
    assert_eq!(desk.custody(&here)["place"]["code"], "DOCK");
    assert_eq!(desk.custody(&gone), Value::Null);
    // Reopened, it is where it was.
    desk.write("ticket_reopen", json!({ "id": gone }));
    assert_eq!(desk.custody(&gone)["place"]["code"], "DOCK");
}

#[test]
fn what_i_hold_is_mine_nearest_limit_first_and_a_bench_is_held_by_who_moved_it_there() {
    let desk = desk();
    let late = desk.receive("JP2409-00001", json!({}))["id"].clone();
    let early = desk.receive("JP2409-00002", json!({ "received_on": "2026-02-24" }))["id"].clone();
    let other = desk.receive("JP2409-00003", json!({}))["id"].clone();
    assert_eq!(desk.refused("custody_take", json!({ "tickets": [late] })), "sign_in_first");
    assert_eq!(desk.read("ticket_list", json!({ "filter": "mine" }))["rows"], json!([]));
    desk.signed_in("李娜");
    desk.write("custody_take", json!({ "tickets": [late] }));
    desk.put(&early, &desk.place("BENCH"));
    let mine = desk.read("ticket_list", json!({ "filter": "mine" }))["rows"].clone();
    let ids: Vec<_> = mine.as_array().unwrap().iter().map(|row| row["id"].clone()).collect();
    assert_eq!(ids, [early.clone(), late.clone()]);
    // On a shelf it is nobody's any more.
    desk.put(&early, &desk.shelf("A-03"));
    assert_eq!(desk.custody(&early)["holder"], Value::Null);
    assert_eq!(desk.custody(&late)["place"]["code"], "DOCK", "taking moves nothing");
    assert_eq!(desk.custody(&other)["holder"], Value::Null);
    let page = desk.read("ticket_list", json!({ "filter": "mine", "limit": 1 }));
    assert_eq!(page["rows"].as_array().unwrap().len(), 1);
}

#[test]
fn a_code_means_one_thing_and_a_place_in_use_is_not_lost() {
    let desk = desk();
    desk.import("序列号,型号\nA-777,NV-640\n");
    let rma = desk.receive("JP2409-00001", json!({}))["rma"].clone();
    let shelf = desk.shelf("A-03");
    desk.write("user_save", json!({ "name": "李娜", "role": "desk", "badge": "EMP-1" }));
    for (code, refusal) in [
        ("a-03", "place_code_taken"),
        ("EMP-1", "place_code_taken"),
        ("A-777", "place_code_serial"),
        ("JP2409-00001", "place_code_serial"),
        ("货架", "place_code"),
        (rma.as_str().unwrap(), "place_code"),
    ] {
        assert_eq!(desk.refused("place_save", json!({ "code": code, "kind": "shelf" })), refusal, "{code}");
    }
    let dock = json!({ "id": desk.place("DOCK"), "code": "DOCK", "kind": "dock", "is_active": false });
    assert_eq!(desk.refused("place_save", dock), "place_needed");
    let unit = desk.receive("JP2409-00002", json!({}))["id"].clone();
    desk.put(&unit, &shelf);
    let off = json!({ "id": shelf, "code": "A-03", "kind": "shelf", "is_active": false });
    assert_eq!(desk.refused("place_save", off.clone()), "place_not_empty");
    desk.put(&unit, &desk.place("BENCH"));
    desk.write("place_save", off);
    assert_eq!(desk.refused("custody_move", json!({ "tickets": [unit], "place": shelf })), "place_gone");
    // Its label is no longer a place.
    assert_ne!(desk.read("scan_resolve", json!({ "text": "A-03" }))["kind"], "place");
}

#[test]
fn a_stock_take_of_a_shelf_lists_missing_unexpected_unknown_and_long_unseen() {
    let desk = desk();
    let (shelf, other) = (desk.shelf("A-03"), desk.shelf("B-01"));
    let unit = |n: u32, place: &Value| {
        let id = desk.receive(&format!("JP2409-0000{n}"), json!({}))["id"].clone();
        desk.put(&id, place);
        id
    };
    let (_found, _missing, elsewhere) = (unit(1, &shelf), unit(2, &shelf), unit(3, &other));
    desk.write("stocktake_start", json!({ "place": shelf }));
    assert_eq!(desk.refused("stocktake_start", json!({})), "stocktake_open");
    for (text, says) in
        [("JP2409-00001", "found"), ("JP2409-00003", "unexpected"), ("JP2409-00009", "unknown")]
    {
        assert_eq!(desk.write("stocktake_scan", json!({ "text": text }))["counted"], says, "{text}");
    }
    let sheet = desk.read("stocktake_get", Value::Null);
    assert_eq!(serials(&sheet["missing"]), ["JP2409-00002"]);
    assert_eq!(serials(&sheet["unexpected"]), ["JP2409-00003"]);
    assert_eq!((&sheet["unknown"], &sheet["unseen"]), (&json!(["JP2409-00009"]), &json!([])));
    // One key moves what is unexpected here; a mis-scan is taken back.
    desk.put(&elsewhere, &shelf);
    desk.write("stocktake_unscan", json!({ "text": "JP2409-00009" }));
    let sheet = desk.read("stocktake_get", Value::Null);
    assert_eq!(sheet["figures"], json!({ "found": 2, "missing": 1, "unexpected": 0, "unknown": 0 }));
    // Friday is the fourth working day without it, Monday the fifth.
    for (now, unseen) in [("2026-03-06T02:00:00Z", 0), ("2026-03-09T02:00:00Z", 1)] {
        desk.clock.set(now);
        let unseen_now = desk.read("stocktake_get", Value::Null)["unseen"].as_array().unwrap().len();
        assert_eq!(unseen_now, unseen, "{now}");
    }
    let ended = desk.write("stocktake_finish", Value::Null);
    assert_eq!(ended[0]["figures"]["missing"], 1);
    let missing = desk.read("stocktake_missing", json!({ "id": ended[0]["id"] }));
    assert_eq!((&missing[0]["serial"], missing.as_array().unwrap().len()), (&json!("JP2409-00002"), 1));
    assert_eq!(desk.read("stocktake_get", Value::Null), Value::Null);
    assert_eq!(desk.refused("stocktake_finish", Value::Null), "no_stocktake");
}

#[test]
fn a_stock_take_of_the_centre_expects_what_is_in_the_house_and_survives_a_restart() {
    let data = tempfile::tempdir().unwrap();
    let desk = bare(Some(data.path()), PrinterOfTests::default(), 1);
    desk.write("station_init", json!({ "centre": "CD01" }));
    let shelf = desk.shelf("A-03");
    let away = desk.receive("JP2409-00001", json!({}))["id"].clone();
    desk.put(&away, &desk.place("FACTORY"));
    desk.receive("JP2409-00002", json!({}));
    desk.receive("JP2409-00003", json!({}));
    desk.write("stocktake_start", json!({}));
    assert_eq!(desk.write("stocktake_scan", json!({ "text": "JP2409-00002" }))["counted"], "found");
    drop(desk);
    let desk = bare(Some(data.path()), PrinterOfTests::default(), 9_000);
    let sheet = desk.read("stocktake_get", Value::Null);
    assert_eq!(sheet["figures"], json!({ "found": 1, "missing": 1, "unexpected": 0, "unknown": 0 }));
    assert_eq!(serials(&sheet["missing"]), ["JP2409-00003"], "what is at the factory is not missed");
    let on_shelf = json!({ "text": "JP2409-00003", "place": shelf });
    assert_eq!(desk.write("stocktake_scan", on_shelf)["counted"], "unexpected", "the dock is not the shelf");
    desk.write("stocktake_drop", Value::Null);
    assert_eq!(desk.read("stocktake_list", Value::Null), json!([]));
}

#[test]
fn a_demonstration_has_people_and_units_on_its_shelves() {
    let data = tempfile::tempdir().unwrap();
    let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    nightbench_app::demo::fill(data.path(), 400, 7, day).unwrap();
    let desk = bare(Some(data.path()), PrinterOfTests::default(), 90_000);
    let session = desk.read("session_get", Value::Null);
    assert_eq!(session["people"].as_array().unwrap().len(), 4);
    assert_eq!(session["user"], Value::Null);
    let manager =
        session["people"].as_array().unwrap().iter().find(|person| person["role"] == "manager").unwrap();
    desk.write("session_start", json!({ "user": manager["id"], "pin": "2468" }));
    let places = desk.read("place_list", Value::Null).as_array().unwrap().clone();
    let shelved: u64 = places
        .iter()
        .filter(|row| row["place"]["kind"] == "shelf")
        .map(|row| row["units"].as_u64().unwrap())
        .sum();
    assert!(shelved > 5, "{places:?}");
}

//! Paper of a desk: labels of several units on a sheet that was begun, the label printer's settings, the page by which
//! a printer is set up.

use crate::support::desk;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

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
    desk.write("settings_set", settings);
    assert_ne!(label(), large);
    assert_ne!(calibration(), page);
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

//! One number from first contact: given before the unit comes, it is the work order's for life.

use crate::support::{PrinterOfTests, bare, desk, intake};
use nightbench_app::ports::Ports;
use nightbench_app::station::restore;
use nightbench_domain::id::CentreCode;
use nightbench_domain::rma::{RmaNumber, Series};
use serde_json::{Value, json};

fn quoting(rma: &Value) -> Value {
    json!({ "channel": "courier", "authorisation": { "kind": "number", "rma": rma } })
}

#[test]
fn a_number_given_on_an_enquiry_becomes_the_work_orders_own() {
    let desk = desk();
    let who = json!({ "name": "李雷", "phone": "13980005966" });
    let request =
        json!({ "channel": "enquiry", "serial": "jp2409-00001", "customer": who, "note": "no picture" });
    let given = desk.write("rma_issue", request);
    let scan = desk.read("scan_resolve", json!({ "text": given["rma"] }));
    assert_eq!((&scan["kind"], &scan["draft"]["serial"]), (&json!("authorisation"), &json!("JP2409-00001")));
    assert_eq!(scan["draft"]["customer"]["name"], "李雷");

    let received = desk.receive("JP2409-00001", quoting(&given["rma"]));
    assert_eq!(received["rma"], given["rma"]);
    assert_eq!(desk.read("rma_list", json!({})), json!([]));
    let life = desk.read("ticket_get", json!({ "id": received["id"] }));
    assert_eq!(life["intake"]["authorisation"]["standing"], "issued_here");
    let refused = desk.refused("rma_cancel", json!({ "id": given["id"], "reason": "changed our mind" }));
    assert_eq!(refused, "authorisation_used");
}

#[test]
fn one_number_for_a_parcel_of_several_is_consent_for_each_and_a_number_for_the_first() {
    let desk = desk();
    let given = desk.write("rma_issue", json!({ "channel": "standing_consent" }));
    let first = desk.receive("JP2409-00001", quoting(&given["rma"]));
    let second = desk.receive("JP2409-00002", quoting(&given["rma"]));
    assert_eq!(first["rma"], given["rma"]);
    assert_ne!(second["rma"], given["rma"]);
    let life = desk.read("ticket_get", json!({ "id": second["id"] }));
    let quoted = json!({ "kind": "number", "rma": given["rma"], "standing": "used_before" });
    assert_eq!(life["intake"]["authorisation"], quoted);
    assert_eq!(life["assessment"]["facts"]["return_consent"], true);
}

#[test]
fn a_number_of_another_station_is_taken_over_and_a_misread_one_is_a_problem_of_its_field() {
    let (here, there) = (desk(), bare(None, PrinterOfTests::default(), 9_000));
    there.write("station_init", json!({ "centre": "SZ02" }));
    let elsewhere = there.write("rma_issue", json!({ "channel": "enquiry" }))["rma"].clone();
    let received = here.receive("JP2409-00001", quoting(&elsewhere));
    assert_eq!(received["rma"], elsewhere);
    let life = here.read("ticket_get", json!({ "id": received["id"] }));
    assert_eq!(life["intake"]["authorisation"]["standing"], "not_seen_here");

    let misread = elsewhere.as_str().unwrap().replace("00001", "00007");
    let check = here.read("intake_check", intake("JP2409-00002", quoting(&json!(misread))));
    assert_eq!(check["problems"], json!([{ "field": "authorisation.rma", "reason": "misread" }]));
    let check = here.read("intake_check", intake("JP2409-00002", quoting(&json!("hello"))));
    assert_eq!(check["problems"], json!([{ "field": "authorisation.rma", "reason": "not_a_number" }]));
}

#[test]
fn a_number_taken_back_is_no_consent_is_never_given_again_and_can_stand_again() {
    let desk = desk();
    let given = desk.write("rma_issue", json!({ "channel": "enquiry" }));
    assert_eq!(desk.refused("rma_cancel", json!({ "id": given["id"], "reason": " " })), "reason_required");
    desk.write("rma_cancel", json!({ "id": given["id"], "reason": "customer keeps it" }));
    let received = desk.receive("JP2409-00001", quoting(&given["rma"]));
    assert_ne!(received["rma"], given["rma"]);
    let life = desk.read("ticket_get", json!({ "id": received["id"] }));
    assert_eq!(life["intake"]["authorisation"]["standing"], "cancelled");
    assert!(life["assessment"]["facts"].get("return_consent").is_none_or(Value::is_null));

    let again = desk.write("rma_reinstate", json!({ "id": given["id"] }));
    assert_eq!(again["cancelled_at"], Value::Null);
    assert_eq!(desk.receive("JP2409-00002", quoting(&given["rma"]))["rma"], given["rma"]);
}

#[test]
fn numbers_are_reserved_for_tags_in_a_sensible_count_and_are_old_after_ninety_days() {
    let desk = desk();
    for count in [0, 201] {
        assert_eq!(desk.refused("rma_reserve", json!({ "count": count })), "reserve_count");
    }
    let reserved = desk.write("rma_reserve", json!({ "count": 24 }));
    assert_eq!(reserved["rmas"].as_array().unwrap().len(), 24);
    assert_eq!(desk.read("rma_list", json!({})).as_array().unwrap().len(), 24);
    desk.clock.set("2026-06-01T02:00:00Z");
    let rows = desk.read("rma_list", json!({}));
    assert!(rows.as_array().unwrap().iter().all(|row| row["is_old"] == true));
    let tag = &reserved["rmas"][3];
    assert_eq!(desk.receive("JP2409-00001", quoting(tag))["rma"], *tag);
}

#[test]
fn a_number_given_before_a_restore_is_marked_and_taken_up_after_it_once_somebody_looked() {
    let data = tempfile::tempdir().unwrap();
    let away = tempfile::tempdir().unwrap();
    let copy = away.path().join("copy.nbb");
    let given = {
        let desk = bare(Some(data.path()), PrinterOfTests::default(), 1);
        desk.write("station_init", json!({ "centre": "CD01" }));
        let given = desk.write("rma_issue", json!({ "channel": "enquiry" }));
        desk.read("backup_create", json!({ "path": copy.display().to_string() }));
        given
    };
    restore(data.path(), &copy, &Ports::system()).unwrap();
    let desk = bare(Some(data.path()), PrinterOfTests::default(), 7_000);
    let fresh = desk.receive("JP2409-00001", json!({}));
    let series = |rma: &Value| rma.as_str().unwrap().split('-').nth(1).unwrap().to_owned();
    assert_ne!(series(&fresh["rma"]), series(&given["rma"]), "a restore counts in a new series");
    let waiting = desk.read("rma_list", json!({}));
    assert_eq!((&given["may_be_used"], &waiting[0]["may_be_used"]), (&json!(false), &json!(true)));
    let request = json!({ "intake": intake("JP2409-00002", quoting(&given["rma"])) });
    assert_eq!(desk.refused("intake_receive", request), "number_may_be_used");
    let sure = json!({ "authorisation": { "kind": "number", "rma": given["rma"], "sure": true } });
    assert_eq!(desk.receive("JP2409-00002", sure)["rma"], given["rma"]);
    // A number given since is nobody's yet.
    let fresh = desk.write("rma_issue", json!({ "channel": "counter" }));
    assert_eq!(fresh["may_be_used"], false);
    assert_eq!(desk.receive("JP2409-00003", quoting(&fresh["rma"]))["rma"], fresh["rma"]);
}

#[test]
fn a_number_of_our_own_series_that_was_not_counted_yet_was_given_by_nobody() {
    let desk = desk();
    let first = desk.receive("JP2409-00001", json!({}))["rma"].as_str().unwrap().to_owned();
    let series = Series::parse(first.split('-').nth(1).unwrap()).unwrap();
    let ahead = RmaNumber::new(&CentreCode::parse("CD01").unwrap(), &series, 4);
    let received = desk.receive("JP2409-00002", quoting(&json!(ahead)));
    assert_ne!(received["rma"], json!(ahead), "the counter will come to it");
    let life = desk.read("ticket_get", json!({ "id": received["id"] }));
    assert_eq!(life["intake"]["authorisation"]["rma"], json!(ahead), "what was quoted stays on record");
    let later: Vec<_> = ["JP2409-00003", "JP2409-00004", "JP2409-00005"]
        .map(|serial| desk.receive(serial, json!({}))["rma"].clone())
        .into();
    assert_eq!(later.iter().filter(|rma| **rma == json!(ahead)).count(), 1);
}

#[test]
fn a_number_that_is_looked_up_is_told_apart_from_one_misread_and_from_no_number() {
    let desk = desk();
    let rma = desk.receive("JP2409-00001", json!({}))["rma"].as_str().unwrap().to_owned();
    let find = |text: &str| json!({ "rma": text });
    assert_eq!(desk.read("ticket_find", find(&rma.to_lowercase()))["rma"], json!(rma));
    assert_eq!(desk.refused("ticket_find", find(&rma.replace("00001", "00007"))), "rma_misread");
    assert_eq!(desk.refused("ticket_find", find("JP2409-00001")), "rma_shape");
    let elsewhere = RmaNumber::new(&CentreCode::parse("SZ02").unwrap(), &Series::parse("A7K3M").unwrap(), 1);
    assert_eq!(desk.refused("ticket_find", find(elsewhere.as_str())), "not_found");
}

#[test]
fn a_good_number_of_another_centre_begins_a_check_in_under_it() {
    let (here, elsewhere) = (desk(), desk());
    let theirs = elsewhere.receive("JP2409-00001", json!({}))["rma"].clone();
    let scan = here.read("scan_resolve", json!({ "text": theirs }));
    assert_eq!((&scan["kind"], &scan["draft"]["authorisation"]["rma"]), (&json!("foreign"), &theirs));
    let mut draft = scan["draft"].clone();
    let typed = intake("JP2409-00002", json!({}));
    draft.as_object_mut().unwrap().extend(typed.as_object().unwrap().clone());
    let received = here.write("intake_receive", json!({ "intake": draft }));
    assert_eq!(received["rma"], theirs);
}

//! Backups, restores, the doctor, and who may open a data directory.

use crate::support::{Desk, MONDAY, PrinterOfTests, SetClock, bare, desk};
use nightbench_app::ports::Ports;
use nightbench_app::station::{App, restore};
use serde_json::{Value, json};

#[test]
fn a_restored_station_has_its_records_and_never_gives_a_number_again() {
    let folder = tempfile::tempdir().unwrap();
    let (data, file) = (folder.path().join("data"), folder.path().join("station.backup"));
    let after_backup = {
        let desk = bare(Some(&data), PrinterOfTests::default(), 1);
        desk.write("station_init", json!({ "centre": "CD01" }));
        desk.receive("JP2409-00417", json!({}));
        desk.read("backup_create", json!({ "path": file.display().to_string() }));
        desk.receive("JP2409-00418", json!({}))["rma"].clone()
    };
    let restored = restore(&data, &file, &Ports::system()).unwrap();
    assert!(restored.replaced.unwrap().exists(), "what was there is kept");
    let desk = bare(Some(&data), PrinterOfTests::default(), 9_000);
    let again = desk.receive("JP2409-00419", json!({}));
    assert_ne!(again["rma"], after_backup);
    assert!(again["rma"].as_str().unwrap().contains(&restored.series));
    let page = desk.read("ticket_list", json!({ "filter": "all" }));
    let serials: Vec<_> = page["rows"].as_array().unwrap().iter().map(|row| row["serial"].clone()).collect();
    assert_eq!(serials, ["JP2409-00419", "JP2409-00417"]);
}

#[test]
fn a_damaged_backup_is_refused_and_nothing_is_touched() {
    let folder = tempfile::tempdir().unwrap();
    let (data, file) = (folder.path().join("data"), folder.path().join("station.backup"));
    let desk = bare(Some(&data), PrinterOfTests::default(), 1);
    desk.write("station_init", json!({ "centre": "CD01" }));
    desk.receive("JP2409-00417", json!({}));
    desk.read("backup_create", json!({ "path": file.display().to_string() }));
    drop(desk);
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    assert_eq!(restore(&data, &file, &Ports::system()).unwrap_err().failure().code, "store_backup");
    let desk = bare(Some(&data), PrinterOfTests::default(), 9_000);
    assert_eq!(desk.read("bench_today", Value::Null)["counts"]["open"], 1);
}

#[test]
fn a_second_program_on_the_same_data_is_told_so() {
    let data = tempfile::tempdir().unwrap();
    let desk = bare(Some(data.path()), PrinterOfTests::default(), 1);
    let Err(error) = App::open(data.path(), Ports::system()) else { panic!("opened twice") };
    assert_eq!(error.failure().code, "store_in_use");
    drop(desk);
    App::open(data.path(), Ports::system()).unwrap();
}

#[test]
fn a_healthy_station_only_gets_warnings_and_every_check_has_its_sentence() {
    let data = tempfile::tempdir().unwrap();
    let desk = bare(Some(data.path()), PrinterOfTests::default(), 1);
    desk.write("station_init", json!({ "centre": "CD01" }));
    let report = desk.read("doctor_run", Value::Null);
    assert_eq!(report["ok"], true, "{report}");
    for language in nightbench_app::Language::ALL {
        for check in report["checks"].as_array().unwrap() {
            let sentence = nightbench_app::care::sentence(check, language);
            assert!(!sentence.contains('⟦') && !sentence.contains("{$"), "{check}: {sentence}");
        }
    }
}

#[test]
fn a_centre_is_described_once_and_its_zone_and_calendar_must_exist() {
    let desk = desk();
    let mut card = desk.read("station_get", Value::Null)["centre"].clone();
    assert_eq!((&card["zone"], &card["country"]), (&json!("Asia/Shanghai"), &json!("CN")));
    card["zone"] = json!("Asia/Chengdu");
    assert_eq!(desk.refused("centre_describe", card.clone()), "unknown_zone");
    card["zone"] = json!("Europe/Berlin");
    card["country"] = json!("DEU");
    assert_eq!(desk.refused("centre_describe", card.clone()), "unknown_calendar");
    card["country"] = json!("DE");
    assert_eq!(desk.changes("centre_describe", card.clone()), json!(["settings"]));
    assert_eq!(desk.changes("centre_describe", card), json!([]), "the same again is no change");
    assert_eq!(desk.refused("station_init", json!({ "centre": "CD02" })), "already_initialised");
}

#[test]
fn the_day_s_backup_is_made_once_kept_for_two_weeks_and_can_be_restored() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let desk = bare(Some(&data), PrinterOfTests::default(), 1);
    assert_eq!(
        desk.write("station_tend", Value::Null)["backup"],
        Value::Null,
        "there is nothing to keep yet"
    );
    desk.write("station_init", json!({ "centre": "CD01" }));
    desk.receive("JP2409-00417", json!({}));
    for day in 1..=20 {
        desk.clock.set(&format!("2026-03-{day:02}T02:00:00Z"));
        assert!(desk.write("station_tend", Value::Null)["backup"]["size"].as_u64().unwrap() > 0);
        assert_eq!(desk.write("station_tend", Value::Null)["backup"], Value::Null, "once a day");
    }
    let mut kept: Vec<_> =
        std::fs::read_dir(data.join("backups")).unwrap().map(|entry| entry.unwrap().path()).collect();
    kept.sort();
    assert_eq!(kept.len(), 14);
    drop(desk);
    restore(&folder.path().join("elsewhere"), kept.last().unwrap(), &Ports::system()).unwrap();
}

#[test]
fn a_backup_is_never_written_over_the_records() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let desk = bare(Some(&data), PrinterOfTests::default(), 1);
    desk.write("station_init", json!({ "centre": "CD01" }));
    for file in ["store.db", "station.key", "new.backup"] {
        let path = data.join(file).display().to_string();
        assert_eq!(desk.refused("backup_create", json!({ "path": path })), "own_file", "{file}");
    }
    desk.read("doctor_run", Value::Null);
}

#[test]
fn records_that_are_gone_are_told_and_never_replaced_by_new_ones() {
    let data = tempfile::tempdir().unwrap();
    let desk = bare(Some(data.path()), PrinterOfTests::default(), 1);
    desk.write("station_init", json!({ "centre": "CD01" }));
    drop(desk);
    for emptied in [true, false] {
        if emptied {
            std::fs::write(data.path().join("store.db"), b"").unwrap();
        } else {
            std::fs::remove_file(data.path().join("store.db")).unwrap();
        }
        let Err(error) = App::open(data.path(), Ports::system()) else { panic!("opened as if new") };
        assert_eq!(error.failure().code, "store_lost");
    }
}

#[test]
fn what_waits_for_headquarters_is_what_somebody_did_here() {
    let desk = bare(None, PrinterOfTests::default(), 1);
    let unsent = || {
        let here = desk.read("station_get", Value::Null)["unsynced"].clone();
        assert_eq!(desk.read("bench_today", Value::Null)["counts"]["unsynced"], here);
        here
    };
    assert_eq!(unsent(), 0);
    desk.write("station_init", json!({ "centre": "CD01" }));
    assert_eq!(unsent(), 0, "nobody typed the places a station begins with");
    desk.write("place_save", json!({ "code": "A-07", "kind": "shelf" }));
    assert_eq!(unsent(), 1);
    desk.write("place_save", json!({ "code": "A-08", "kind": "shelf" }));
    assert_eq!(unsent(), 2);
}

#[test]
fn a_centre_is_described_by_the_code_its_country_has() {
    let desk = desk();
    let mut card = desk.read("station_get", Value::Null)["centre"].clone();
    card["country"] = json!("UK");
    card["zone"] = json!("Europe/London");
    assert_eq!(desk.write("centre_describe", card.clone())["centre"]["country"], "GB");
    card["country"] = json!("ZZ");
    assert_eq!(desk.refused("centre_describe", card), "unknown_calendar");
}

#[test]
fn after_a_restore_the_bench_and_the_doctor_say_of_when_the_records_are() {
    let folder = tempfile::tempdir().unwrap();
    let (data, file) = (folder.path().join("data"), folder.path().join("copy.nightbench"));
    let desk = bare(Some(&data), PrinterOfTests::default(), 1);
    desk.write("station_init", json!({ "centre": "CD01" }));
    let rma = desk.receive("JP2409-00001", json!({}))["rma"].clone();
    let made = desk.read("backup_create", json!({ "path": file }))["at"].clone();
    desk.receive("JP2409-00002", json!({}));
    let level = |desk: &Desk, code: &str| {
        let report = desk.read("doctor_run", Value::Null);
        let checks = report["checks"].as_array().unwrap();
        checks.iter().find(|check| check["code"] == code).map(|check| check["level"].clone()).unwrap()
    };
    assert_eq!((level(&desk, "restored"), level(&desk, "clock")), (json!("ok"), json!("ok")));
    drop(desk);
    let missing = restore(&data, &folder.path().join("typo.nightbench"), &Ports::system()).unwrap_err();
    assert_eq!(missing.failure().code, "no_such_file");
    let ports = Ports { clock: Box::new(SetClock::at(MONDAY)), ..Ports::system() };
    restore(&data, &file, &ports).unwrap();

    let desk = bare(Some(&data), PrinterOfTests::default(), 9_000);
    let told = || desk.read("bench_today", Value::Null)["came_back"].clone();
    assert_eq!((&told()["restored_of"], &told()["last"]["rma"]), (&made, &rma));
    assert_eq!(level(&desk, "restored"), "warn");
    desk.write("came_back_seen", Value::Null);
    assert_eq!(told(), Value::Null);
    drop(desk);
    // Told once, also after the next start.
    let desk = bare(Some(&data), PrinterOfTests::default(), 19_000);
    assert_eq!(desk.read("bench_today", Value::Null)["came_back"], Value::Null);
}

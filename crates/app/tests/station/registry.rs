//! Importing the sales register, as files really come.

use crate::support::desk;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::NaiveDate;
use nightbench_app::demo::register_csv;
use nightbench_app::ports::Ports;
use nightbench_app::station::App;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

const ROWS: &str = "serial,model,product_class,voucher_date\nJP2409-00417,NV-640,terminal,2026-02-25\n\
    JP2409-00418,,nonsense,2026-02-25\nJP2409-00419,NV-640,terminal,2026-02-25\n";

fn open(desk: &crate::support::Desk, bytes: &[u8]) -> Value {
    desk.read("registry_open", json!({ "name": "sold", "base64": STANDARD.encode(bytes) }))
}

#[test]
fn good_rows_are_imported_and_bad_ones_are_named() {
    let desk = desk();
    let report = desk.import(ROWS);
    assert_eq!(
        report,
        json!({ "rows": 3, "imported": 2, "updated": 0, "skipped": 1, "unchanged": 0, "cancelled": false,
            "errors": [{ "row": 3, "field": "product_class", "code": "unknown_class", "other_row": null }] })
    );
    let told = nightbench_app::registry::with_messages(report, nightbench_app::Language::En);
    assert_eq!(told["errors"][0]["message"], "unknown product class; use terminal, module or detector");
}

#[test]
fn importing_again_changes_nothing_and_an_empty_field_keeps_what_was_known() {
    let desk = desk();
    desk.import(ROWS);
    let again = desk.import(ROWS);
    assert_eq!(
        (&again["imported"], &again["updated"], &again["unchanged"]),
        (&json!(0), &json!(0), &json!(2))
    );
    let newer = desk.import("serial,model,voucher_date\nJP2409-00417,,2026-02-26\n");
    assert_eq!(newer["updated"], 1);
    let sale = desk.read("unit_get", json!({ "serial": "JP2409-00417" }))["sale"].clone();
    assert_eq!((&sale["model"], &sale["voucher_date"]), (&json!("NV-640"), &json!("2026-02-26")));
}

#[test]
fn a_preview_says_what_an_import_would_do_and_writes_nothing() {
    let desk = desk();
    desk.import(ROWS);
    let preview = open(&desk, "serial,model\nJP2409-00417,NV-641\nJP2409-00420,NV-640\n,x\n".as_bytes());
    let said = ["rows", "good", "new", "changed", "skipped", "error_count"].map(|name| preview[name].clone());
    assert_eq!(said, [3, 2, 1, 1, 1, 1].map(|count| json!(count)));
    assert_eq!(desk.read("registry_list", json!({}))["total"], 2);
}

#[test]
fn a_column_nobody_knows_can_be_named_by_a_person() {
    let desk = desk();
    let preview = open(&desk, "S/N;Typ\nJP2409-00417;NV-640\n".as_bytes());
    assert_eq!((&preview["has_serial"], &preview["headings"][0]["heading"]), (&json!(false), &json!("S/N")));
    assert_eq!(
        desk.refused("registry_import", json!({ "file": preview["file"] })),
        "registry_no_serial_column"
    );
    let map = json!({ "S/N": "serial", "Typ": "model" });
    assert_eq!(desk.read("registry_remap", json!({ "file": preview["file"], "map": map }))["good"], 1);
    assert_eq!(desk.write("registry_import", json!({ "file": preview["file"] }))["imported"], 1);
}

#[test]
fn a_stopped_import_leaves_nothing() {
    let desk = desk();
    let today = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    let preview = open(&desk, register_csv(2_500, 1, today).as_bytes());
    let file = json!({ "file": preview["file"] });
    std::thread::scope(|scope| {
        let import = scope.spawn(|| desk.write("registry_import", file.clone()));
        // Asked before the first thousand rows are done, or again until it is heard: both must leave nothing or all.
        while !import.is_finished() && desk.read("registry_progress", file.clone())["done"] == 0 {
            desk.read("registry_cancel", file.clone());
        }
        let report = import.join().unwrap();
        let total = desk.read("registry_list", json!({}))["total"].clone();
        if report["cancelled"] == true {
            assert_eq!((&report["imported"], &total), (&json!(0), &json!(0)));
        } else {
            assert_eq!(report["imported"], total);
        }
    });
}

#[test]
fn an_excel_workbook_reads_like_the_text_table() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    for (column, heading) in ["序列号", "型号", "产品类别", "购买日期", "电话"].iter().enumerate()
    {
        sheet.write(0, u16::try_from(column).unwrap(), *heading).unwrap();
    }
    sheet.write(1, 0, 24_090_041_700.0).unwrap();
    sheet.write(1, 1, "NV-640").unwrap();
    sheet.write(1, 2, "机芯").unwrap();
    sheet.write_with_format(1, 3, ExcelDateTime::from_ymd(2026, 2, 25).unwrap(), &date).unwrap();
    sheet.write(1, 4, 13_980_005_966.0).unwrap();
    let desk = desk();
    let preview = open(&desk, &book.save_to_buffer().unwrap());
    assert_eq!((&preview["encoding"], &preview["good"]), (&json!("XLSX"), &json!(1)));
    desk.write("registry_import", json!({ "file": preview["file"] }));
    let sale = desk.read("unit_get", json!({ "serial": "24090041700" }))["sale"].clone();
    assert_eq!(
        (&sale["product_class"], &sale["voucher_date"], &sale["phone"]),
        (&json!("module"), &json!("2026-02-25"), &json!("13980005966"))
    );
}

#[test]
fn the_dirty_demonstration_register_imports_in_both_encodings_with_the_same_result() {
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let csv = register_csv(800, 1, today);
    let utf8 = desk().import(&csv);
    let desk = desk();
    let preview = open(&desk, &encoding_rs::GB18030.encode(&csv).0);
    assert_eq!(preview["encoding"], "GB18030");
    let gb18030 = desk.write("registry_import", json!({ "file": preview["file"] }));
    assert_eq!(utf8, gb18030);
    assert!(utf8["errors"].as_array().unwrap().len() > 5, "the file is dirty");
    assert!(utf8["imported"].as_u64().unwrap() > 700, "and most of it is good");
    let codes: std::collections::BTreeSet<_> =
        utf8["errors"].as_array().unwrap().iter().map(|error| error["code"].as_str().unwrap()).collect();
    assert!(codes.contains("not_a_date") && codes.contains("unknown_sale_kind"), "{codes:?}");
}

#[test]
fn the_list_goes_on_where_the_page_before_ended() {
    let desk = desk();
    desk.import(&register_csv(25, 1, NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()));
    let mut seen = Vec::new();
    let mut after = Value::Null;
    loop {
        let page = desk.read("registry_list", json!({ "after": after, "limit": 10 }));
        seen.extend(
            page["rows"].as_array().unwrap().iter().map(|row| row["serial"].as_str().unwrap().to_owned()),
        );
        after = page["next"].clone();
        if after.is_null() {
            break;
        }
    }
    let mut sorted = seen.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!(seen, sorted);
    assert_eq!(json!(seen.len()), desk.read("registry_list", json!({}))["total"]);
    let units = desk.read("unit_list", json!({ "limit": 500 }));
    assert_eq!(units["rows"].as_array().unwrap().len(), seen.len());
}

#[test]
fn files_that_are_no_register_are_refused_by_name() {
    let desk = desk();
    for (bytes, code) in [
        (b"".as_slice(), "registry_empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "registry_unreadable"),
        (b"PK\x03\x04 no workbook", "registry_workbook"),
    ] {
        let request = json!({ "name": "x", "base64": STANDARD.encode(bytes) });
        assert_eq!(desk.refused("registry_open", request), code);
    }
    assert_eq!(desk.refused("registry_import", json!({ "file": "gone" })), "registry_file_gone");
}

#[test]
fn the_counter_goes_on_saving_while_a_hundred_thousand_rows_are_looked_at() {
    let directory = tempfile::tempdir().unwrap();
    let app = App::open(directory.path(), Ports::system()).unwrap();
    let call = |name: &str, request: Value| app.dispatch(name, request).unwrap().value;
    call("station_init", json!({ "centre": "CD01" }));
    let mut csv = String::from("serial,model,product_class,voucher_date,customer\n");
    for row in 0..100_000 {
        writeln!(csv, "JP2409-{row:06},NV-640,terminal,2026-03-02,张 {row}").unwrap();
    }
    let file = json!({ "name": "sold.csv", "base64": STANDARD.encode(csv) });
    let is_over = AtomicBool::new(false);
    let (saved, slow, longest) = std::thread::scope(|threads| {
        let preview = threads.spawn(|| {
            let preview = call("registry_open", file);
            is_over.store(true, Ordering::SeqCst);
            preview
        });
        let (mut saved, mut slow, mut longest) = (0, 0, Duration::ZERO);
        while !is_over.load(Ordering::SeqCst) {
            let begun = Instant::now();
            call("place_save", json!({ "code": format!("A-{saved:04}"), "kind": "shelf" }));
            let took = begun.elapsed();
            longest = longest.max(took);
            slow += usize::from(took > Duration::from_millis(100));
            saved += 1;
        }
        let preview = preview.join().unwrap();
        assert_eq!((&preview["new"], &preview["skipped"]), (&json!(100_000), &json!(0)));
        (saved, slow, longest)
    });
    assert!(saved > 20, "only {saved} were saved before the preview was over, the slowest in {longest:?}");
    // A machine that is busy with other things may hold one save up; what holds every save up is a lock.
    assert!(slow * 100 <= saved, "{slow} of {saved} waited longer than 100 ms, the slowest {longest:?}");
}

#[test]
fn what_the_register_says_and_does_not_say_is_told_with_its_day() {
    let desk = desk();
    let asked = |serial: &str| {
        let draft = json!({ "serial": serial, "received_on": "2026-03-02", "model": "NV-640", "product_class": "terminal" });
        (desk.read("intake_check", draft.clone()), desk.read("verdict_assess", draft))
    };
    assert_eq!(asked("JP2409-00417").0["register_as_of"], Value::Null, "there is no register yet");
    desk.import("serial,model,voucher_date\nJP2409-00417,NV-640,2026-02-25\n");
    let as_of = desk.read("registry_list", json!({}))["as_of"].clone();
    assert!(as_of.is_i64());

    let (check, assessed) = asked("JP2409-00417");
    assert_eq!(check["register_as_of"], as_of);
    let derived = assessed["derived"].as_array().unwrap();
    let of_register: Vec<_> = derived.iter().filter(|one| one["source"] == "register").collect();
    assert!(!of_register.is_empty() && of_register.iter().all(|one| one["as_of"] == as_of), "{derived:?}");

    // Not in it: said as of the same day, and nothing follows from it.
    let (check, assessed) = asked("JP2409-00999");
    assert_eq!((&check["register_as_of"], &check["sale"]), (&as_of, &Value::Null));
    assert_eq!(assessed["facts"].get("authorised_source"), None);
    assert_eq!(assessed["verdict"]["excluded_by"], json!([]));
}

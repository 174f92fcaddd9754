//! The courier's twelve at half past eight: one waybill, twelve units, by scanner and keyboard only, once in each
//! language, within six minutes of a clerk's own pace. The time is counted from keys, scans and looks; see
//! `nightbench_tests::hands` for what each is taken to cost.

use crate::sample::Register;
use nightbench_app::Language;
use nightbench_tests::hands::Hands;
use nightbench_tests::programs::Cli;
use nightbench_tests::window::Window;
use nightbench_tests::words::Words;
use serde_json::{Value, json};
use std::time::Duration;

const UNITS: usize = 12;
const WAYBILL: &str = "SF1234567890123";
const SIX_MINUTES: Duration = Duration::from_secs(6 * 60);

#[test]
fn a_parcel_of_twelve_is_checked_in_by_scanner_and_keyboard_in_six_minutes_in_chinese() {
    twelve(Language::ZhCn, "成都夜行者 售后", "无法开机");
}

#[test]
fn a_parcel_of_twelve_is_checked_in_by_scanner_and_keyboard_in_six_minutes_in_english() {
    twelve(Language::En, "Nordlicht Optik, service", "does not switch on");
}

fn twelve(language: Language, sender: &str, symptom: &str) {
    let words = Words::of(language);
    let folder = tempfile::tempdir().unwrap();
    let cli = Cli::station(folder.path());
    let file = folder.path().join("register.csv");
    let serials: Vec<String> = Register::make(&cli, &file).devices(UNITS);
    // Real files have rows that cannot be read; those are told, the rest is there.
    let _ = cli.run(&["import", "registry", &file.display().to_string()], "");
    let mut settings = cli.call("settings_get", &Value::Null);
    settings["language"] = json!(words.code());
    let _ = cli.call("settings_set", &settings);

    let window = Window::open(folder.path());
    let keep = |step: &str| window.picture(&format!("parcel-{step}-{}", words.code()));
    let hands = Hands::on(&window);
    window.sees("heading", &words.t("place-bench"));

    // At the door: the waybill, and one key.
    hands.scans(WAYBILL);
    window.sees("heading", &words.t("parcel-receive-title"));
    hands.look();
    keep("1-receive");
    hands.press("Ctrl+Enter");
    window.sees("heading", &words.with("consignment-title", &[("waybill", WAYBILL)]));
    hands.look();

    // What all twelve have in common, once.
    hands.tabs_to("textbox", &words.t("field-customer-name"));
    hands.types(sender);
    hands.press("Tab");
    hands.types("02880005966");
    hands.tabs_to("checkbox", &words.t("evidence-warranty_certificate"));
    for _ in 0..2 {
        hands.press("Space");
        hands.press("Right");
    }
    keep("2-shared");

    for (at, serial) in serials.iter().enumerate() {
        hands.scans(serial);
        window.sees_some("heading", serial);
        window.until("the keyboard in the reported fault", || {
            (window.focus() == format!("textbox \"{}\"", words.t("field-symptom"))).then_some(())
        });
        hands.look();
        hands.types(&format!("{symptom} {}", at + 1));
        if at == 6 {
            keep("3-unit");
        }
        hands.press("Ctrl+Enter");
        let left = UNITS - at - 1;
        window.until(&format!("a number for {serial}, {left} left"), || {
            let is_back = window.focus() == format!("textbox \"{}\"", words.t("consignment-scan"));
            (is_back && window.text().contains(serial)).then_some(())
        });
    }
    hands.look();
    keep("4-all");

    // Nothing is short: the parcel is closed, and its sender gets one paper.
    hands.press("F8");
    window.sees("dialog", &words.t("consignment-close-title"));
    hands.look();
    hands.press("Enter");
    window.sees("button", &words.t("consignment-reopen"));
    keep("5-closed");
    let spent = hands.spent();
    drop(window);

    assert!(spent < SIX_MINUTES, "{} s at a clerk's pace", spent.as_secs());
    let open = cli.call("consignment_list", &json!({}));
    let row = &open["rows"][0];
    assert_eq!(
        (&row["received"], &row["waiting"], &row["state"]),
        (&json!(UNITS), &json!(0), &json!("done"))
    );
    let life = cli.call("consignment_get", &json!({ "id": row["id"] }));
    for (at, (line, serial)) in life["lines"].as_array().unwrap().iter().zip(&serials).enumerate() {
        assert_eq!(line["serial"], serial.as_str());
        let ticket = cli.call("ticket_get", &json!({ "id": line["ticket"]["id"] }));
        assert_eq!(ticket["intake"]["symptom"], format!("{symptom} {}", at + 1));
        assert_eq!(ticket["intake"]["customer"]["name"], sender);
        assert_eq!(ticket["intake"]["received_on"], row["received_on"]);
        assert_eq!(ticket["facts"]["documents"]["purchase_proof"], true);
    }
}

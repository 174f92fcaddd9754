//! A paid repair by keyboard alone, from the bench to the closed work order: diagnosed, quoted, agreed, repaired, tested,
//! paid and handed to the carrier. What the window recorded is read back by the command line.

use nightbench_app::Language;
use nightbench_tests::programs::Cli;
use nightbench_tests::window::Window;
use nightbench_tests::words::Words;
use serde_json::{Value, json};

/// What a terminal is tested for before it goes back, in the order of the sheet; the firmware is recorded only.
const GOOD: [(&str, &str); 8] = [
    ("power_on", "y"),
    ("netd", "42"),
    ("bad_pixels", "0.1"),
    ("non_uniformity", "1.2"),
    ("shutter", "y"),
    ("focus", "y"),
    ("display", "y"),
    ("firmware", "2.4"),
];

#[test]
fn a_paid_repair_goes_from_the_bench_to_the_closed_work_order_in_chinese() {
    repair(Language::ZhCn);
}

#[test]
fn a_paid_repair_goes_from_the_bench_to_the_closed_work_order_in_english() {
    repair(Language::En);
}

fn repair(language: Language) {
    let words = Words::of(language);
    let folder = tempfile::tempdir().unwrap();
    let cli = Cli::station(folder.path());
    let (id, rma) = received(&cli);
    let catalogue = cli.call("bench_catalogue_get", &Value::Null);
    let mut settings = cli.call("settings_get", &Value::Null);
    settings["language"] = json!(words.code());
    let _ = cli.call("settings_set", &settings);

    let window = Window::open(folder.path());
    let keep = |step: &str| window.picture(&format!("repair-{step}-{}", words.code()));
    let status = |status: &str| window.reads(&words.t(&format!("status-{status}")));
    // What the footer offers on Ctrl+Enter, no dialog before it.
    let next = |event: &str| {
        let offered = format!("Ctrl Enter {}", words.t(&format!("event-{event}")));
        window.until(&offered, || {
            let text = window.text().split_whitespace().collect::<Vec<_>>().join(" ");
            let is_free = window.evaluate("return document.querySelector('[role=dialog]') === null") == true;
            (is_free && text.contains(&offered)).then_some(())
        });
    };
    window.sees("heading", &words.t("place-bench"));
    window.scans(&rma);
    window.sees("heading", &rma);
    next("start_diagnosis");

    // What is wrong, and by whom: a blow. It is charged.
    window.press("Ctrl+Enter");
    status("under_diagnosis");
    window.press("d");
    window.sees("dialog", &words.with("diagnosis-dialog", &[("rma", &rma)]));
    picks(&window, &words.t("line-fault"), "wkpl");
    picks(&window, &words.t("line-cause"), "dlhzj");
    window.press("Ctrl+Enter");
    window.reads(&words.t("diagnosis-saved"));
    keep("1-diagnosed");

    // One line, given out, accepted by telephone.
    window.press("q");
    window.sees("dialog", &words.with("quote-title-new", &[("rma", &rma)]));
    window.tabs_to("button", &words.t("quote-line-add"));
    window.press("Enter");
    window.tabs_to("textbox", &words.t("field-quote_name_zh"));
    window.types("外壳");
    window.tabs_to("textbox", &words.t("field-quote_unit"));
    window.types("680.50");
    keep("2-quote");
    window.press("Ctrl+Enter");
    window.reads(&words.t("quote-saved"));
    window.tabs_to("button", &words.t("quotes-issue"));
    window.press("Enter");
    window.sees("dialog", &words.with("quotes-issue-title", &[("number", "Q1")]));
    window.press("Enter");
    window.reads(&words.with("quotes-issued", &[("number", "Q1")]));
    status("awaiting_agreement");
    window.press("w");
    window.sees("dialog", &words.with("quote-title-answer", &[("number", "Q1"), ("rma", &rma)]));
    tabs_to_some(&window, "button", &words.t("quote-choose"));
    window.press("Down");
    window.press("Enter");
    window.tabs_to("textbox", &words.t("field-answer_words"));
    window.types("修吧");
    window.press("Ctrl+Enter");
    window.reads(&words.t("quote-answer-saved"));
    keep("3-agreed");

    // What the customer gets, the work, and the test that lets it go.
    window.press("r");
    window.sees("dialog", &words.with("work-resolve-title", &[("rma", &rma)]));
    tabs_to_some(&window, "radio", "");
    window.until("paid repair chosen", || {
        let is_there = window.focus().contains(&words.t("resolution-paid_repair"));
        window.press(if is_there { "Space" } else { "Down" });
        is_there.then_some(())
    });
    window.press("Ctrl+Enter");
    window.reads(&words.t("work-resolved"));
    // The work began with the agreement.
    status("in_repair");
    next("start_test");
    window.press("Ctrl+Enter");
    status("in_test");
    window.tabs_to("button", &words.t("diagnosis-measure"));
    window.press("Enter");
    window.sees_some("dialog", &rma);
    measure(&window, words, &catalogue);
    keep("4-tested");
    window.press("Ctrl+Enter");
    window.reads(&words.with("sheet-saved", &[("result", &words.t("sheet_result-passed"))]));
    next("pass_test");
    window.press("Ctrl+Enter");
    status("ready");

    // Paid, then sent away: the cycle ends with the carrier.
    window.tabs_to("button", &words.t("payment-record"));
    window.press("Enter");
    window.sees("dialog", &words.with("payment-title", &[("rma", &rma)]));
    tabs_to_some(&window, "button", &words.t("payment-method"));
    window.press("Down");
    window.press("Enter");
    window.press("Ctrl+Enter");
    window.reads(&words.t("payment-recorded"));
    next("hand_over");
    window.press("Ctrl+Enter");
    window.sees("dialog", &words.with("handover-title", &[("rma", &rma)]));
    window.types("SF1234567890123");
    keep("5-handover");
    window.press("Ctrl+Enter");
    window.reads(&words.with("handover-recorded", &[("rma", &rma)]));
    next("close");
    window.press("Ctrl+Enter");
    window.sees("dialog", &words.with("handover-close-title", &[("rma", &rma)]));
    window.press("Ctrl+Enter");
    window.reads(&words.with("handover-close-done", &[("rma", &rma)]));
    keep("6-closed");
    drop(window);
    recorded(&cli, &id);
}

/// What the command line reads of it.
fn recorded(cli: &Cli, id: &Value) {
    let life = cli.call("ticket_get", &json!({ "id": id }));
    assert_eq!(
        (&life["row"]["status"], &life["row"]["resolution"]),
        (&json!("closed"), &json!("paid_repair"))
    );
    assert_eq!(life["facts"]["findings"], json!(["misuse_or_environment"]));
    let quote = &life["quotes"][0];
    assert_eq!((&quote["state"], &quote["accepted_minor"]), (&json!("accepted"), &json!(68_050)));
    assert_eq!(life["handover"]["account"]["open_minor"], 0, "{}", life["handover"]);
    let way = json!({ "kind": "shipped", "carrier": "sf", "waybill": "SF1234567890123" });
    assert_eq!(life["handover"]["done"]["handover"]["way"], way);
}

/// Types what each parameter of the sheet measured.
fn measure(window: &Window, words: Words, catalogue: &Value) {
    let language = if words.code() == "en" { "en" } else { "zh" };
    for (code, value) in GOOD {
        let asked = parameter(catalogue, code);
        let name = asked[language].as_str().unwrap();
        window.tabs_to("textbox", &words.with("sheet-value-of", &[("parameter", name)]));
        window.types(value);
    }
}

/// A parameter of the catalogue.
fn parameter(of: &Value, code: &str) -> Value {
    let all = of["content"]["parameter"].as_array();
    let all = all.unwrap_or_else(|| panic!("no parameters: {of}"));
    all.iter().find(|one| one["code"] == code).unwrap().clone()
}

/// A unit long out of its warranty, at the counter of a station; its id and number.
fn received(cli: &Cli) -> (Value, String) {
    let intake = json!({
        "serial": "JP1903-00417", "model": "NV-640", "product_class": "terminal", "symptom": "外壳开裂",
        "customer": { "name": "李雷", "phone": "139 8000 5966" }, "received_on": "2026-11-02",
        "facts": { "purchase": { "voucher_date": "2019-03-05" }, "sale_kind": "normal", "claim_object": "whole", "return_consent": true },
    });
    let [line] = &cli.lines(&["receive"], &intake.to_string())[..] else { panic!("one line") };
    (line["id"].clone(), line["rma"].as_str().unwrap().to_owned())
}

/// Chooses in a list by the first letters of its pinyin.
fn picks(window: &Window, field: &str, letters: &str) {
    window.tabs_to("combobox", field);
    window.types(letters);
    window.press("Down");
    window.press("Enter");
}

/// Tabs to a control of which a part of the name is known: that of a choice says what is chosen.
fn tabs_to_some(window: &Window, role: &str, part: &str) {
    for _ in 0..60 {
        let focus = window.focus();
        if focus.starts_with(role) && focus.contains(part) {
            return;
        }
        window.press("Tab");
    }
    panic!("Tab does not reach {role} {part}");
}

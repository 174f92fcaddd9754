//! The line to HQ, set up in the window; while it is open nobody asks for a round, and both sides have what the other wrote.

use nightbench_app::Language;
use nightbench_tests::hq::Hq;
use nightbench_tests::programs::Cli;
use nightbench_tests::window::Window;
use nightbench_tests::words::Words;
use serde_json::json;
use std::path::Path;

fn enrolled(data: &Path, hq: &Hq, url: &str) -> Cli {
    let cli = Cli::on(data);
    cli.does(&["init", "--centre", "CD01", "--hq", url, "--code", &hq.code("CD01")], "");
    cli
}

fn unit(serial: &str) -> String {
    let unit = json!({
        "serial": serial, "model": "NV-640", "product_class": "terminal", "symptom": "no picture",
        "received_on": "2026-11-20", "customer": { "name": "Li Lei", "phone": "13900005966" },
    });
    format!("{unit}\n")
}

#[test]
fn an_open_window_brings_what_waits_and_shows_what_the_other_station_received() {
    let words = Words::of(Language::En);
    let mut hq = Hq::new();
    let url = hq.serve("127.0.0.1:0");
    let folder = tempfile::tempdir().unwrap();
    let desk = enrolled(&folder.path().join("desk"), &hq, &url);
    desk.does(&["receive"], &unit("JP2609-00001"));
    desk.does(&["sync"], "");
    let bench = Cli::station(&folder.path().join("bench"));
    bench.does(&["receive"], &unit("JP2609-00002"));
    let mut settings = bench.call("settings_get", &json!(null));
    settings["language"] = json!(words.code());
    let _ = bench.call("settings_set", &settings);

    let window = Window::open(&folder.path().join("bench"));
    window.press("Alt+6");
    window.tabs_to("link", &words.t("hq-open-page"));
    window.press("Enter");
    window.tabs_to("textbox", &words.t("hq-url"));
    window.types(&url);
    window.tabs_to("textbox", &words.t("hq-code"));
    window.types(&hq.code("CD01"));
    window.tabs_to("button", &words.t("hq-enrol"));
    window.press("Enter");
    window.reads(&words.t("hq-by-itself"));
    drop(window.picture("line-headquarters"));
    window.press("Alt+3");
    window.reads("JP2609-00002");
    window.reads("JP2609-00001");
    window.until("HQ has both", || (hq.does(&["tickets"]).lines().count() == 2).then_some(()));
    window.reads(&words.t("sync-synced"));
    drop(window.picture("line"));
}

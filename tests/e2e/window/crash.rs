//! The window is killed in the middle of a check-in: what was typed is there when it comes back.

use nightbench_app::Language;
use nightbench_tests::programs::Cli;
use nightbench_tests::window::Window;
use nightbench_tests::words::Words;

#[test]
fn a_check_in_is_taken_up_after_the_window_was_killed() {
    let folder = tempfile::tempdir().unwrap();
    let cli = Cli::station(folder.path());
    let words = Words::of(Language::ZhCn);
    let window = Window::open(folder.path());
    window.scans("JP2609-00417");
    window.sees("heading", &words.t("place-intake"));
    window.tabs_to("textbox", &words.t("field-symptom"));
    window.types("有雾气,焦点漂移");
    window.press("Tab");
    let saved = words.with("draft-saved", &[("at", "")]);
    window.until("the draft on the disk", || window.text().contains(saved.trim()).then_some(()));
    window.kill();

    let window = Window::open(folder.path());
    window.reads(&words.t("bench-drafts"));
    window.tabs_to("link", "JP2609-00417");
    window.press("Enter");
    window.sees("heading", &words.t("place-intake"));
    assert_eq!(window.value("textbox", &words.t("field-serial")), "JP2609-00417");
    assert_eq!(window.value("textbox", &words.t("field-symptom")), "有雾气,焦点漂移");
    drop(window);
    assert_eq!(cli.lines(&["tickets"], "").len(), 0, "a draft is no record");
}

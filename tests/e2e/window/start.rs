//! Starting, starting twice, and a station that cannot be opened yet.

use nightbench_app::Language;
use nightbench_tests::programs::{Cli, program};
use nightbench_tests::window::Window;
use nightbench_tests::words::Words;
use std::process::{Command, Stdio};

#[test]
fn a_second_start_shows_the_first_window_and_goes_away() {
    let folder = tempfile::tempdir().unwrap();
    Cli::station(folder.path());
    let window = Window::open(folder.path());
    window.until("the bell", || folder.path().join("window.bell").exists().then_some(()));
    let mut second = Command::new(program("nightbench-desktop"));
    // No display is given to the second: it ends before it would need one.
    let second = second.arg("--data").arg(folder.path()).env_remove("DISPLAY").output().unwrap();
    assert!(second.status.success(), "{}", String::from_utf8_lossy(&second.stderr));
    window.sees("heading", &Words::of(Language::ZhCn).t("place-bench"));
}

#[test]
fn a_station_in_use_by_another_program_is_explained_and_opens_once_it_is_free() {
    let folder = tempfile::tempdir().unwrap();
    let cli = Cli::station(folder.path());
    let mut import = cli.command(&["receive"]).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    let lock = folder.path().join("lock");
    while std::fs::read_to_string(&lock).unwrap_or_default().trim() != import.id().to_string() {
        std::thread::yield_now();
    }
    let window = Window::start(folder.path(), 1280, 800);
    // Nobody's choice of language can be read yet: it is the system's.
    let words = Words::of(Language::En);
    window.reads(&words.t("failure-title"));
    window.reads(&import.id().to_string());
    let _ = window.picture("start-in-use");
    import.kill().unwrap();
    import.wait().unwrap();
    window.tabs_to("button", &words.t("failure-retry"));
    window.press("Enter");
    window.sees("heading", &Words::of(Language::ZhCn).t("place-bench"));
}

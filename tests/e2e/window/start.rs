//! Starting, starting twice, and stations that cannot be opened.

use nightbench_tests::programs::{Cli, program};
use nightbench_tests::window::Window;
use std::process::Command;

#[test]
fn a_second_start_shows_the_first_window_and_goes_away() {
    let folder = tempfile::tempdir().unwrap();
    Cli::station(folder.path());
    let window = Window::open(folder.path());
    window.until("the bell", || folder.path().join("window.bell").exists().then_some(()));
    // No display is given to the second: it ends before it would need one.
    let second = Command::new(program("nightbench-desktop"))
        .arg("--data")
        .arg(folder.path())
        .env_remove("DISPLAY")
        .output();
    assert!(second.unwrap().status.success());
    drop(window);
}

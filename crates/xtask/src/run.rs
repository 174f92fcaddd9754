//! `xtask run`: from a fresh clone to the app on screen, with a demonstration store of its own that no
//! real records share.

use std::path::{Path, PathBuf};

use crate::demo;
use crate::house::House;
use crate::setup;
use crate::step::{self, Stop};

/// How many units the first demonstration store holds: enough for lists to be lists.
const UNITS: &str = "2000";

pub(crate) fn run(house: &House, words: &[String]) -> Result<(), Stop> {
    let mut release = false;
    let mut words = words.iter();
    for word in words.by_ref() {
        match word.as_str() {
            "--release" => release = true,
            "--" => break,
            unknown => {
                return Err(Stop::Usage(format!("run does not know `{unknown}`; app words follow `--`")));
            }
        }
    }
    setup::setup(house)?;
    build(house, release)?;
    let data = demonstration_folder()?;
    if !data.join("store.db").exists() {
        demo::store(house, &data, UNITS, "1", release)?;
    }
    println!("store: {}", data.display());
    println!("who is here: 李娜 (front desk) with PIN 1357; the others are in the README");
    let mut app = on_a_screen(&house.program("nightbench-desktop", release), house);
    app.env("NIGHTBENCH_DATA", &data).args(words);
    step::run(&mut app)
}

fn build(house: &House, release: bool) -> Result<(), Stop> {
    step::run(&mut step::command("npm", &["run", "--silent", "build"], &house.at("ui")))?;
    let mut words = vec!["build", "-p", "nightbench-desktop", "-p", "nightbench-cli"];
    if release {
        words.push("--release");
    }
    step::run(&mut step::command("cargo", &words, house.root()))
}

/// A folder of this user, beside the one the app would use for real records.
fn demonstration_folder() -> Result<PathBuf, Stop> {
    let variable = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let home = || variable("HOME").or_else(|| variable("USERPROFILE"));
    let base = variable("XDG_DATA_HOME")
        .or_else(|| variable("LOCALAPPDATA"))
        .or_else(|| home().map(|home| home.join(".local/share")));
    base.map(|base| base.join("nightbench-demo"))
        .ok_or_else(|| Stop::Refused("no home folder: set HOME to put the demonstration store in".to_owned()))
}

/// The app as it is where there is a screen, else under a virtual one.
fn on_a_screen(program: &Path, house: &House) -> std::process::Command {
    let name = program.to_string_lossy();
    let screenless = ["DISPLAY", "WAYLAND_DISPLAY"].iter().all(|name| std::env::var_os(name).is_none());
    if !cfg!(target_os = "linux") || !screenless {
        return step::command(&name, &[], house.root());
    }
    println!("no screen here: the app starts on a virtual one (Xvfb), invisible but real; Ctrl+C ends it");
    let screen = "-screen 0 1280x800x24";
    let words = ["-a", "-s", screen, "dbus-run-session", "--", &name];
    step::command("xvfb-run", &words, house.root())
}

//! `xtask bench NAME`: builds our release and its peers, checks that both stand on the same versions, gives
//! them the same machine, and leaves the table on screen and the figures in `target/bench/NAME.json`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::demo;
use crate::house::House;
use crate::setup;
use crate::step::{self, Stop};

/// Libraries whose version decides what is measured.
const SHARED: &[&str] = &["tauri", "wry", "tao", "webkit2gtk", "rusqlite", "libsqlite3-sys"];

/// Units in the store that the app is started on.
const UNITS: &str = "2000";
/// Units in the store that the board is measured on.
const BOARD_UNITS: &str = "1000000";

/// What the words after `xtask bench NAME` ask for.
struct Wish {
    runs: Option<String>,
    planted: bool,
}

pub(crate) fn bench(house: &House, words: &[String]) -> Result<(), Stop> {
    let known = "bench takes a name: startup, intake, eligibility, calendar or board";
    let (name, rest) = words.split_first().ok_or_else(|| Stop::Usage(known.to_owned()))?;
    let wish = wish(rest)?;
    match name.as_str() {
        "startup" => startup(house, &wish),
        "intake" => intake(house, &wish),
        "eligibility" => eligibility(house, &wish),
        "calendar" => calendar(house, &wish),
        "board" => board(house, &wish),
        unknown => Err(Stop::Usage(format!("no measurement `{unknown}`; {known}"))),
    }
}

fn wish(words: &[String]) -> Result<Wish, Stop> {
    let mut wish = Wish { runs: None, planted: false };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--runs" => wish.runs = words.next().cloned(),
            "--planted" => wish.planted = true,
            unknown => return Err(Stop::Usage(format!("bench does not know `{unknown}`"))),
        }
    }
    Ok(wish)
}

/// Process start to a first screen that takes input, against a bare window.
fn startup(house: &House, wish: &Wish) -> Result<(), Stop> {
    prepare(house)?;
    step::run(&mut step::command("npm", &["run", "--silent", "build"], &house.at("ui")))?;
    let ours = ["build", "--release", "-p", "nightbench-desktop", "-p", "nightbench-cli"];
    step::run(&mut step::command("cargo", &ours, house.root()))?;
    build_peers(house, "bench")?;
    let data = house.artefacts("bench").join("startup-station");
    if !data.join("store.db").exists() {
        demo::store(house, &data, UNITS, "1", true)?;
    }
    // The same screen and session bus for both, whether or not this machine has its own.
    let screen = "-screen 0 1280x800x24";
    let mut measure =
        step::command("dbus-run-session", &["--", "xvfb-run", "-a", "-s", screen], house.root());
    measure.arg(house.program("startup", true)).arg(house.program("nightbench-desktop", true)).arg(&data);
    measure.arg(house.program("bare-window", true)).arg(report_of(house, "startup")?);
    finish(measure, wish, "15")
}

/// Durable intakes, against raw rusqlite writing the same rows.
fn intake(house: &House, wish: &Wish) -> Result<(), Stop> {
    prepare(house)?;
    build_peers(house, "bench")?;
    let mut measure = Command::new(house.program("intake", true));
    measure.current_dir(house.root()).arg(report_of(house, "intake")?);
    finish(measure, wish, "300")
}

/// Claims one after another, against two engines of others that were given the same commitment; and a million
/// recorded verdicts read back.
fn eligibility(house: &House, wish: &Wish) -> Result<(), Stop> {
    prepare(house)?;
    build_peers(house, "bench")?;
    build_peers(house, "bench/eligibility/zen")?;
    setup::npm_packages(house, "bench/eligibility/json-rules")?;
    let mut measure = Command::new(house.program("eligibility", true));
    measure.current_dir(house.root()).arg(house.program("zen-peer", true));
    measure.arg(house.at("bench/eligibility/json-rules/peer.js")).arg(report_of(house, "eligibility")?);
    finish(measure, wish, "15")
}

/// Working days of China, against those who count them in Rust, Python and JavaScript.
fn calendar(house: &House, wish: &Wish) -> Result<(), Stop> {
    prepare(house)?;
    step::run(
        step::command("cargo", &["build", "--release", "-p", "calendar"], &house.at("bench"))
            .env("CARGO_TARGET_DIR", house.target()),
    )?;
    setup::npm_packages(house, "bench/calendar/npm")?;
    let python = setup::python_packages(house, "bench/calendar/python")?;
    let mut measure = Command::new(house.program("calendar", true));
    measure.current_dir(house.root()).arg(house.at("calendars/cn_days.csv")).arg(python);
    measure.arg(house.at("bench/calendar/python/peer.py")).arg(house.at("bench/calendar/npm/peer.js"));
    measure.arg(report_of(house, "calendar")?);
    finish(measure, wish, "31")
}

/// The board and the lists on a demonstration of a million units, a twentieth of them here; made once, which takes its time.
fn board(house: &House, wish: &Wish) -> Result<(), Stop> {
    prepare(house)?;
    step::run(
        step::command("cargo", &["build", "--release", "-p", "board"], &house.at("bench"))
            .env("CARGO_TARGET_DIR", house.target()),
    )?;
    step::run(&mut step::command("cargo", &["build", "--release", "-p", "nightbench-cli"], house.root()))?;
    let data = house.artefacts("bench").join("board-station");
    if !data.join("store.db").exists() {
        // One that was interrupted is no measure: it gets its name when it is whole.
        let unfinished = house.artefacts("bench").join("board-station.unfinished");
        if unfinished.exists() {
            fs::remove_dir_all(&unfinished)
                .map_err(|source| Stop::io("remove the unfinished demonstration", source))?;
        }
        demo::store(house, &unfinished, BOARD_UNITS, "1", true)?;
        fs::rename(&unfinished, &data).map_err(|source| Stop::io("name the demonstration", source))?;
    }
    let mut measure = Command::new(house.program("board", true));
    measure.current_dir(house.root()).arg(report_of(house, "board")?).arg(&data);
    finish(measure, wish, "200")
}

fn prepare(house: &House) -> Result<(), Stop> {
    setup::setup(house)?;
    same_versions(&house.at("Cargo.lock"), &house.at("bench/Cargo.lock"))
}

fn finish(mut measure: Command, wish: &Wish, usual_runs: &str) -> Result<(), Stop> {
    measure.arg(wish.runs.as_deref().unwrap_or(usual_runs));
    if wish.planted {
        measure.arg("planted");
    }
    step::run(&mut measure)
}

/// Builds a whole workspace of peers, into our target folder: what both need is compiled once, and a part of it
/// would choose other features and compile them again.
fn build_peers(house: &House, workspace: &str) -> Result<(), Stop> {
    let mut cargo = step::command("cargo", &["build", "--release"], &house.at(workspace));
    step::run(cargo.env("CARGO_TARGET_DIR", house.target()))
}

fn report_of(house: &House, name: &str) -> Result<PathBuf, Stop> {
    let folder = house.artefacts("bench");
    fs::create_dir_all(&folder).map_err(|source| Stop::io("make target/bench", source))?;
    Ok(folder.join(format!("{name}.json")))
}

/// Refuses to compare what stands on different libraries.
fn same_versions(ours: &Path, theirs: &Path) -> Result<(), Stop> {
    let read = |path: &Path| {
        fs::read_to_string(path).map_err(|source| Stop::io(format!("read {}", path.display()), source))
    };
    let (ours, theirs) = (read(ours)?, read(theirs)?);
    for name in SHARED {
        let (our, their) = (version(&ours, name), version(&theirs, name));
        if our != their {
            return Err(Stop::Refused(format!(
                "{name} is {our:?} here and {their:?} in bench: copy Cargo.lock over bench/Cargo.lock"
            )));
        }
    }
    Ok(())
}

/// The version of a package in a lock file.
fn version<'a>(lock: &'a str, name: &str) -> Option<&'a str> {
    let mut lines = lock.lines();
    lines.find(|line| *line == format!("name = \"{name}\""))?;
    lines.next()?.strip_prefix("version = ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn peers_of_another_version_are_refused() {
        let folder = std::env::temp_dir().join(format!("nightbench-locks-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let lock = |version: &str| {
            let packages = SHARED.iter().map(|name| format!("name = \"{name}\"\nversion = \"{version}\"\n"));
            packages.collect::<Vec<_>>().join("\n")
        };
        let (ours, theirs) = (folder.join("ours"), folder.join("theirs"));
        fs::write(&ours, lock("2.12.5")).unwrap();
        fs::write(&theirs, lock("2.12.5")).unwrap();
        assert!(same_versions(&ours, &theirs).is_ok());
        fs::write(&theirs, lock("2.11.0")).unwrap();
        assert!(same_versions(&ours, &theirs).is_err());
        fs::remove_dir_all(folder).unwrap();
    }
}

//! Durable intakes: through the app against raw rusqlite that writes the same rows into the same schema, with
//! the same key, the same pragmas and the same fsync, one transaction each, in turns on the same disk.
//!
//! The raw contender does none of the app's work. It is given the rows that a rehearsal of the app left
//! behind, and only writes them; what the app needs beyond it is what the app costs.

mod raw;
mod recording;

use nightbench_app::ports::Ports;
use nightbench_app::station::App;
use raw::RawStore;
use recording::Recording;
use report::Series;
use serde_json::{Value, json};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Held back within each commit of the third contender, to see that the measurement sees it.
const PLANTED: Duration = Duration::from_millis(3);
/// Commits of one contender before it is the next one's turn.
const TURN: usize = 10;
/// Commits at the beginning that are not counted.
const WARM_UP: usize = 20;

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let wish = words.next().zip(words.next().and_then(|runs| runs.parse().ok()));
    let Some((out, runs)) = wish else {
        eprintln!("usage: intake OUT RUNS [planted]");
        return ExitCode::from(2);
    };
    match measure(&PathBuf::from(out), runs, words.next().is_some_and(|word| word == "planted")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("intake: {error}");
            ExitCode::FAILURE
        }
    }
}

fn measure(out: &Path, runs: usize, planted: bool) -> Result<(), Box<dyn Error>> {
    // Not under /tmp, which may be memory: fsync must mean a disk.
    let folder = tempfile::tempdir_in(out.parent().ok_or("no folder to measure in")?)?;
    let at = |name: &str| folder.path().join(name);
    let total = runs + WARM_UP;
    empty_station(&at("empty"))?;
    for name in ["rehearsal", "app", "raw", "held-back"] {
        copy(&at("empty"), &at(name))?;
    }
    let rehearsal = App::open(&at("rehearsal"), Ports::system())?;
    for number in 0..total {
        receive(&rehearsal, number)?;
    }
    drop(rehearsal);
    let recording = Recording::of(&at("empty"), &at("rehearsal"), total)?;

    let app = App::open(&at("app"), Ports::system())?;
    let held_back = App::open(&at("held-back"), Ports::system())?;
    let mut raw = RawStore::open(&at("raw"))?;
    let mut series = vec![
        Series::new("intake", "nightbench", "ms/commit", true),
        Series::new("intake", "raw rusqlite", "ms/commit", false),
        Series::new("intake", "nightbench, held back", "ms/commit", true),
    ];
    for first in (0..total).step_by(TURN) {
        let turn = first..(first + TURN).min(total);
        for number in turn.clone() {
            keep(&mut series, 0, number, timed(|| receive(&app, number))?);
        }
        for number in turn.clone() {
            keep(&mut series, 1, number, timed(|| raw.commit(&recording, number))?);
        }
        for number in turn.filter(|_| planted) {
            let slow = timed(|| {
                std::thread::sleep(PLANTED);
                receive(&held_back, number)
            })?;
            keep(&mut series, 2, number, slow);
        }
    }
    drop((app, raw, held_back));
    same_bytes(&at("app"), &at("raw"))?;
    series.truncate(if planted { 3 } else { 2 });
    print!("{}", report::table(&series));
    report::write(&series, out)?;
    match &series[..] {
        [ours, _, slow] => judge_planted(slow.median() - ours.median()),
        _ => Ok(()),
    }
}

fn keep(series: &mut [Series], contender: usize, number: usize, took: Duration) {
    if WARM_UP <= number
        && let Some(series) = series.get_mut(contender)
    {
        series.samples.push(took.as_secs_f64() * 1000.0);
    }
}

fn timed<E>(work: impl FnOnce() -> Result<(), E>) -> Result<Duration, E> {
    let begun = Instant::now();
    work()?;
    Ok(begun.elapsed())
}

/// A station that has been set up and holds nothing.
fn empty_station(data: &Path) -> Result<(), Box<dyn Error>> {
    let app = App::open(data, Ports::system())?;
    app.dispatch("station_init", json!({ "centre": "CD01" }))?;
    Ok(())
}

/// One unit of one customer, through the same command as the window's.
fn receive(app: &App, number: usize) -> Result<(), Box<dyn Error>> {
    let intake: Value = json!({
        "serial": format!("JP2609-{number:05}"), "model": "NV-640", "product_class": "terminal",
        "symptom": "开机后画面左上角坏点成片,温度越高越明显", "received_on": "2026-11-20",
        "customer": { "name": format!("李雷 {number:05}"), "phone": format!("139{number:08}") },
        "facts": { "purchase": { "voucher_date": "2026-03-02" }, "sale_kind": "normal" },
    });
    app.dispatch("intake_receive", json!({ "intake": intake }))?;
    Ok(())
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            std::fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}

/// The comparison is fair only when both wrote as much.
fn same_bytes(app: &Path, raw: &Path) -> Result<(), Box<dyn Error>> {
    let (ours, theirs) = (recording::pages(app)?, recording::pages(raw)?);
    println!("pages of 4096 bytes after it: nightbench {ours}, raw rusqlite {theirs}");
    if (ours - theirs).abs() * 20 < ours {
        return Ok(());
    }
    Err("the contenders did not write the same".into())
}

fn judge_planted(seen: f64) -> Result<(), Box<dyn Error>> {
    let planted = PLANTED.as_secs_f64() * 1000.0;
    println!("planted: {planted:.1} ms, seen: {seen:.1} ms");
    if (planted * 0.7..planted * 1.5).contains(&seen) {
        return Ok(());
    }
    Err("the planted delay was not seen: this measurement cannot be trusted on this machine now".into())
}

//! The line to HQ with the real programs: `nightbench-hq` over HTTP on a real database, and stations that were set up by
//! `nightbench-cli`. What a round decides is proven in the crates; here it is that the two speak to each other.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests: a failed expectation ends the test with what was seen"
)]

mod same;

use nightbench_tests::hq::Hq;
use nightbench_tests::programs::Cli;
use serde_json::{Value, json};
use std::path::Path;

fn enrolled(data: &Path, hq: &Hq, url: &str, centre: &str) -> Cli {
    let cli = Cli::on(data);
    cli.does(&["init", "--centre", centre, "--hq", url, "--code", &hq.code(centre)], "");
    cli
}

/// A unit to receive, as a line.
fn unit(number: usize) -> String {
    let unit = json!({
        "serial": format!("JP2609-{number:05}"), "model": "NV-640", "product_class": "terminal",
        "symptom": "no picture", "received_on": "2026-11-20",
        "customer": { "name": "Li Lei", "phone": "13900005966" },
    });
    format!("{unit}\n")
}

/// Receives the units up to a number that are not here yet.
fn receive(station: &Cli, count: usize) {
    let here = station.lines(&["tickets"], "").len();
    let units: Vec<String> = (here + 1..=count).map(unit).collect();
    station.does(&["receive"], &units.concat());
}

fn round(station: &Cli) -> Value {
    serde_json::from_str(&station.does(&["sync"], "")).unwrap()
}

/// The `sync` of every ticket of a station, each once.
fn states(station: &Cli) -> Vec<String> {
    let mut states: Vec<String> = station
        .lines(&["tickets"], "")
        .iter()
        .map(|ticket| ticket["sync"].as_str().unwrap().to_owned())
        .collect();
    states.sort();
    states.dedup();
    states
}

/// What a refused command said, as JSON or in words.
fn refused(station: &Cli, words: &[&str]) -> String {
    let output = station.run(words, "");
    assert_eq!(output.status.code(), Some(1), "{words:?}");
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn what_one_station_of_a_centre_received_reaches_hq_and_the_other_but_no_other_centre() {
    let mut hq = Hq::new();
    let url = hq.serve("127.0.0.1:0");
    let folder = tempfile::tempdir().unwrap();
    let bench = enrolled(&folder.path().join("bench"), &hq, &url, "CD01");
    let counter = enrolled(&folder.path().join("counter"), &hq, &url, "CD01");
    let shanghai = enrolled(&folder.path().join("shanghai"), &hq, &url, "SH01");
    receive(&bench, 3);
    assert_eq!(states(&bench), ["waiting"]);

    let pushed = round(&bench);
    assert!(pushed["pushed"].as_u64().unwrap() > 0, "{pushed}");
    for left in ["pending", "conflicts", "quarantined"] {
        assert_eq!(pushed[left], 0, "{pushed}");
    }
    assert_eq!(states(&bench), ["synced"]);
    let again = round(&bench);
    assert_eq!((&again["pushed"], &again["pulled"]), (&json!(0), &json!(0)), "nothing is brought twice");

    let taken = round(&counter);
    assert_eq!(taken["pulled"], pushed["pushed"], "the other station of the centre takes all of it");
    assert_eq!(round(&shanghai)["pulled"], 0, "another centre takes nothing of it");
    assert_eq!(hq.does(&["tickets"]).lines().count(), 3);
    for station in [&bench, &counter, &shanghai] {
        station.does(&["doctor"], "");
    }
    hq.does(&["doctor"]);
}

#[test]
fn while_hq_is_away_everything_waits_and_goes_when_it_is_back() {
    let mut hq = Hq::new();
    let url = hq.serve("127.0.0.1:0");
    let folder = tempfile::tempdir().unwrap();
    let bench = enrolled(&folder.path().join("bench"), &hq, &url, "CD01");
    round(&bench);
    hq.kill();
    receive(&bench, 2);
    let said = refused(&bench, &["sync"]);
    assert!(said.contains("line_unreachable"), "{said}");
    assert_eq!(states(&bench), ["waiting"], "what was received stays");
    let before = bench.call("line_get", &Value::Null);
    assert!(before["pending"].as_u64().unwrap() > 0, "{before}");
    assert!(before["synced_at"].is_i64(), "the last round that succeeded is still known");

    let listen = url.strip_prefix("http://").unwrap().to_owned();
    assert_eq!(hq.serve(&listen), url);
    let back = round(&bench);
    assert_eq!((&back["pushed"], &back["pending"]), (&before["pending"], &json!(0)));
    assert_eq!(states(&bench), ["synced"]);
}

#[test]
fn a_line_that_cannot_be_set_up_says_why_and_the_station_stays() {
    let mut hq = Hq::new();
    let url = hq.serve("127.0.0.1:0");
    let folder = tempfile::tempdir().unwrap();
    let bench = Cli::station(folder.path());
    receive(&bench, 1);
    assert_eq!(states(&bench), ["local"], "without a line nothing waits");
    assert!(refused(&bench, &["sync"]).contains("line_not_enrolled"));
    let code = hq.code("CD01");
    for (address, with, why) in [
        (url.as_str(), "WRONG", "line_code"),
        ("http://hq.example", code.as_str(), "line_address"),
        ("http://127.0.0.1:1", code.as_str(), "line_unreachable"),
        (url.as_str(), &hq.code("SH01"), "line_centre"),
    ] {
        let said = refused(&bench, &["init", "--centre", "CD01", "--hq", address, "--code", with]);
        assert!(said.contains(why), "{why}: {said}");
    }
    bench.does(&["init", "--centre", "CD01", "--hq", &url, "--code", &code], "");
    let said = refused(&bench, &["init", "--centre", "CD01", "--hq", &url, "--code", &code]);
    assert!(said.contains("line_code"), "a code is good once: {said}");
    let pushed = round(&bench);
    assert!(pushed["pushed"].as_u64().unwrap() > 0, "what was received before the line goes too: {pushed}");
    assert_eq!(states(&bench), ["synced"]);
}

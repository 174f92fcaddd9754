//! Stations of one centre: what one shows the others show, what two of them say about one thing, and what a station has again
//! after its records were set back.

use super::{Hq, enrolled, receive, refused, round, states};
use nightbench_tests::programs::{Cli, program};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The work orders as programs see them, by number; where a unit was last seen is a station's own.
fn tickets(station: &Cli) -> BTreeMap<String, Value> {
    let told = station.lines(&["tickets"], "").into_iter().map(|mut ticket| {
        ticket["custody"]["seen_at"] = Value::Null;
        ticket["custody"]["since"] = Value::Null;
        ticket["custody"]["holder"] = Value::Null;
        (ticket["rma"].as_str().unwrap().to_owned(), ticket)
    });
    told.collect()
}

/// Two stations of one centre that both have the first's two units.
fn two(folder: &Path, hq: &Hq, url: &str) -> (Cli, Cli) {
    let (desk, bench) =
        (enrolled(&folder.join("desk"), hq, url, "CD01"), enrolled(&folder.join("bench"), hq, url, "CD01"));
    receive(&desk, 2);
    round(&desk);
    round(&bench);
    (desk, bench)
}

/// What is recorded of the first unit.
fn first(station: &Cli) -> Value {
    let tickets = station.lines(&["tickets"], "");
    let first = tickets.iter().find(|ticket| ticket["serial"] == "JP2609-00001").unwrap();
    station.call("ticket_get", &json!({ "id": first["id"] }))
}

/// Corrects the symptom of the first unit.
fn says(station: &Cli, symptom: &str) {
    let life = first(station);
    let before = &life["intake"];
    let mut draft = json!({ "symptom": symptom });
    for field in ["serial", "model", "product_class", "received_on", "customer"] {
        draft[field] = before[field].clone();
    }
    let request = json!({ "id": life["row"]["id"], "intake": draft, "reason": "asked again" });
    assert_eq!(station.call("intake_amend", &request)["intake"]["symptom"], symptom);
}

#[test]
fn another_station_of_the_centre_shows_every_work_order_of_a_demonstration() {
    let mut hq = Hq::new();
    let url = hq.serve("127.0.0.1:0");
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (folder.path().join("first"), folder.path().join("second"));
    let mut demo = Command::new(program("nightbench-cli"));
    let made = demo.args(["demo", "--units", "400", "--data"]).arg(&first).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let desk = Cli::on(&first);
    desk.does(&["init", "--centre", "CD01", "--hq", &url, "--code", &hq.code("CD01")], "");
    let elsewhere = refused(&desk, &["init", "--centre", "CD01", "--hq", &url, "--code", &hq.code("CD01")]);
    assert!(
        elsewhere.contains("manager_needed"),
        "where there is a manager, who leads the line elsewhere: {elsewhere}"
    );
    let bench = enrolled(&second, &hq, &url, "CD01");
    let pushed = round(&desk);
    assert_eq!((&pushed["conflicts"], &pushed["quarantined"]), (&json!(0), &json!(0)), "{pushed}");
    let taken = round(&bench);
    assert_eq!(taken["pulled"], pushed["pushed"]);

    let known = tickets(&desk);
    assert_eq!(known, tickets(&bench));
    assert!(known.len() > 20, "{}", known.len());
    for ticket in known.values() {
        let request = json!({ "id": ticket["id"] });
        let told = |station: &Cli| {
            let mut life = station.call("ticket_get", &request);
            // Which station wrote it is named where another did.
            life["timeline"]
                .as_array_mut()
                .unwrap()
                .iter_mut()
                .for_each(|entry| entry["station"] = Value::Null);
            life
        };
        let (here, there) = (told(&desk), told(&bench));
        for (part, value) in here.as_object().unwrap() {
            // What is worked out now asks the register and the masters, which each station imports.
            if ["assessment", "work"].contains(&part.as_str()) {
                continue;
            }
            assert_eq!(value, &there[part], "{part} of {}", ticket["rma"]);
        }
    }
    desk.does(&["doctor"], "");
    bench.does(&["doctor"], "");
}

#[test]
fn of_two_words_on_one_field_the_first_that_hq_had_stays_and_both_stations_say_so() {
    let mut hq = Hq::new();
    let url = hq.serve("127.0.0.1:0");
    let folder = tempfile::tempdir().unwrap();
    let (desk, bench) = two(folder.path(), &hq, &url);
    says(&desk, "no picture at all");
    says(&bench, "picture flickers");
    assert_eq!(round(&bench)["conflicts"], 0);
    assert_eq!(round(&desk)["conflicts"], 1);
    assert_eq!(round(&bench)["conflicts"], 1);
    for station in [&desk, &bench] {
        let life = first(station);
        assert_eq!(life["intake"]["symptom"], "picture flickers");
        assert!(states(station).contains(&"review".to_owned()));
        station.does(&["doctor"], "");
    }
    // Whoever goes on from what both show settles nothing by it, and loses nothing either.
    says(&desk, "picture flickers when warm");
    assert_eq!(round(&desk)["conflicts"], 1);
    round(&bench);
    assert_eq!(first(&bench)["intake"]["symptom"], "picture flickers when warm");
}

#[test]
fn what_was_written_after_a_backup_is_there_again_after_the_restore() {
    let mut hq = Hq::new();
    let url = hq.serve("127.0.0.1:0");
    let folder = tempfile::tempdir().unwrap();
    let (desk, bench) = two(folder.path(), &hq, &url);
    let backup = folder.path().join("desk.nbbak");
    let backup = backup.to_str().unwrap();
    desk.does(&["backup", "--out", backup], "");
    says(&desk, "no picture at all");
    receive(&desk, 4);
    round(&desk);
    let before = tickets(&desk);
    desk.does(&["restore", backup], "");
    assert_eq!(tickets(&desk).len(), 2, "as it was at the time of the backup");
    desk.does(&["receive"], &super::unit(9));
    round(&desk);
    let after = tickets(&desk);
    for (rma, ticket) in &before {
        assert_eq!(after.get(rma), Some(ticket), "{rma}");
    }
    assert_eq!(after.len(), before.len() + 1);
    assert_eq!(first(&desk)["intake"]["symptom"], "no picture at all");
    let new = after.keys().find(|rma| !before.contains_key(*rma)).unwrap();
    let series = |rma: &String| rma.get(..10).map(str::to_owned);
    assert!(before.keys().all(|rma| series(rma) != series(new)), "a new series of numbers: {new}");
    round(&bench);
    assert_eq!(after, tickets(&bench));
    desk.does(&["doctor"], "");
    hq.does(&["doctor"]);
}

#[test]
fn of_a_copied_station_both_go_on_and_everything_both_wrote_is_everywhere() {
    let mut hq = Hq::new();
    let url = hq.serve("127.0.0.1:0");
    let folder = tempfile::tempdir().unwrap();
    let (desk, bench) = two(folder.path(), &hq, &url);
    let copy = folder.path().join("copy");
    copied(&folder.path().join("desk"), &copy);
    let copy = Cli::on(&copy);
    // Both write at the same places of one chain, and give the same number to two units.
    desk.does(&["receive"], &super::unit(3));
    says(&copy, "picture flickers");
    copy.does(&["receive"], &(super::unit(4) + &super::unit(5)));
    assert_eq!(round(&desk)["pending"], 0);
    let noticed = copy.run(&["sync"], "");
    let said = String::from_utf8_lossy(&noticed.stderr);
    assert!(noticed.status.success() && said.contains("in the name of this station"), "{said}");
    for station in [&desk, &copy] {
        assert_eq!(round(station)["pending"], 0);
    }
    assert_eq!(copy.call("line_get", &Value::Null)["forks"], 1);
    desk.does(&["receive"], &super::unit(6));
    copy.does(&["receive"], &super::unit(7));
    for station in [&desk, &copy, &bench, &desk] {
        round(station);
    }
    let serials = |station: &Cli| {
        let tickets = station.lines(&["tickets"], "");
        let mut serials: Vec<String> =
            tickets.iter().map(|ticket| ticket["serial"].as_str().unwrap().to_owned()).collect();
        serials.sort();
        serials
    };
    let all: Vec<String> = (1..=7).map(|number| format!("JP2609-{number:05}")).collect();
    for station in [&desk, &copy, &bench] {
        assert_eq!(serials(station), all);
        assert_eq!(first(station)["intake"]["symptom"], "picture flickers");
        station.does(&["doctor"], "");
    }
    assert_eq!(hq.does(&["tickets"]).lines().count(), 7);
    hq.does(&["doctor"]);
}

fn copied(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_file() {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

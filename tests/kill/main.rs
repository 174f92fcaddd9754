//! What was acknowledged is there. The real `nightbench-cli receive` is killed with -9 at random moments
//! while intakes stream in; every number it printed must be found again, no number may repeat, and the store
//! must be clean. The check is shown to notice a loss before it is trusted.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests and what they stand on: a failed expectation ends the test with what was seen"
)]

mod ledger;

use ledger::{Acknowledged, Fault, Ledger};
use nightbench_tests::programs::Cli;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::{ChildStdin, Stdio};
use std::time::{Duration, Instant};

const INTAKES: usize = 30;

/// One unit as it comes in; `number` makes its serial its own.
fn intake(number: usize) -> Value {
    json!({
        "serial": format!("JP2609-{number:05}"), "model": "NV-640", "product_class": "terminal",
        "symptom": "dead pixels in the upper left corner, more when warm", "received_on": "2026-11-20",
        "customer": { "name": "Li Lei", "phone": "13900005966" },
    })
}

#[test]
fn every_acknowledged_intake_survives_being_killed_at_any_moment() {
    let folder = tempfile::tempdir().unwrap();
    let cli = Cli::station(folder.path());
    let pace = pace(&Cli::station(&folder.path().join("rehearsal")));
    let mut chance = Chance(0x5eed_2026);
    let mut ledger = Ledger::default();
    let (mut next, mut kills) = (0, 0);
    while ledger.len() < INTAKES {
        // Somewhere between the first breath of the program and the intake after the last one.
        let life = pace.start.mul_f64(0.5) + pace.each.mul_f64(chance.below_one() * 12.0);
        let lines: Vec<Value> = (next..next + INTAKES).map(intake).collect();
        let seen = receive_until_killed(&cli, &lines, life);
        kills += 1;
        next += lines.len();
        ledger.extend(seen);
        assert_eq!(ledger.faults(&cli.lines(&["tickets"], "")), [], "after kill {kills}");
        cli.does(&["doctor"], "");
        assert!(kills < 400, "{} of {INTAKES} intakes acknowledged in {kills} lives", ledger.len());
    }
    assert!(1 < kills, "the program was never killed between two intakes");
}

#[test]
fn the_check_notices_a_store_that_forgot_an_acknowledged_intake() {
    let folder = tempfile::tempdir().unwrap();
    let cli = Cli::station(&folder.path().join("station"));
    let mut ledger = Ledger::default();
    ledger.extend(receive(&cli, &[intake(1), intake(2)]));
    // The store is really set back, by the program's own means: the third intake is really gone from it.
    let backup = folder.path().join("backup").display().to_string();
    cli.does(&["backup", "--out", &backup], "");
    let third = receive(&cli, &[intake(3)]);
    ledger.extend(third.clone());
    assert_eq!(ledger.faults(&cli.lines(&["tickets"], "")), []);
    cli.does(&["restore", &backup], "");
    assert_eq!(ledger.faults(&cli.lines(&["tickets"], "")), [Fault::Lost(third[0].rma.clone())]);
}

#[test]
fn a_number_given_before_a_restore_is_never_given_again() {
    let folder = tempfile::tempdir().unwrap();
    let cli = Cli::station(&folder.path().join("station"));
    let backup = folder.path().join("backup").display().to_string();
    cli.does(&["backup", "--out", &backup], "");
    let mut ledger = Ledger::default();
    ledger.extend(receive(&cli, &[intake(1), intake(2)]));
    cli.does(&["restore", &backup], "");
    ledger.extend(receive(&cli, &[intake(3), intake(4)]));
    assert!(
        !ledger.faults(&cli.lines(&["tickets"], "")).iter().any(|fault| matches!(fault, Fault::Repeated(_)))
    );
}

#[test]
fn a_second_program_on_the_same_directory_is_refused_and_the_first_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let cli = Cli::station(folder.path());
    let mut command = cli.command(&["receive"]);
    let mut first = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = first.stdin.take().unwrap();
    let mut output = BufReader::new(first.stdout.take().unwrap());
    let mut line = String::new();
    writeln!(input, "{}", intake(1)).unwrap();
    output.read_line(&mut line).unwrap();
    let second = cli.run(&["tickets"], "");
    assert_eq!(second.status.code(), Some(1));
    let said =
        format!("{}{}", String::from_utf8_lossy(&second.stdout), String::from_utf8_lossy(&second.stderr));
    assert!(said.contains("store_in_use"), "{said}");
    line.clear();
    writeln!(input, "{}", intake(2)).unwrap();
    output.read_line(&mut line).unwrap();
    assert!(line.contains("rma"), "{line}");
    drop(input);
    assert!(first.wait().unwrap().success());
    assert_eq!(cli.lines(&["tickets"], "").len(), 2);
}

/// How long the program takes to its first acknowledgement, and from each to the next.
struct Pace {
    start: Duration,
    each: Duration,
}

/// Measured on this machine as it is now, so that the kills fall where the work is.
fn pace(cli: &Cli) -> Pace {
    let begun = Instant::now();
    receive(cli, &[intake(0)]);
    let start = begun.elapsed();
    let begun = Instant::now();
    receive(cli, &(1..11).map(intake).collect::<Vec<_>>());
    Pace { start, each: begun.elapsed().saturating_sub(start) / 9 + Duration::from_micros(200) }
}

/// Receives units to the end and returns what was acknowledged.
fn receive(cli: &Cli, intakes: &[Value]) -> Vec<Acknowledged> {
    let input: String = intakes.iter().map(|intake| format!("{intake}\n")).collect();
    acknowledged(intakes, &cli.does(&["receive"], &input))
}

/// Streams units in, kills the program after a while and returns what it had acknowledged by then. What
/// lies in the pipe was printed, and counts.
fn receive_until_killed(cli: &Cli, intakes: &[Value], life: Duration) -> Vec<Acknowledged> {
    let mut command = cli.command(&["receive"]);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let (input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let lines = intakes.to_vec();
    let writer = std::thread::spawn(move || stream(input, &lines));
    let reader = std::thread::spawn(move || {
        BufReader::new(output).lines().map_while(Result::ok).collect::<Vec<_>>().join("\n")
    });
    std::thread::sleep(life);
    child.kill().unwrap();
    child.wait().unwrap();
    writer.join().unwrap();
    acknowledged(intakes, &reader.join().unwrap())
}

fn stream(mut input: ChildStdin, intakes: &[Value]) {
    for intake in intakes {
        // A broken pipe is what being killed looks like from here.
        if writeln!(input, "{intake}").is_err() {
            return;
        }
    }
}

/// Numbers as printed, each with the unit whose line it answers. A last line cut off by the kill is no
/// acknowledgement.
fn acknowledged(intakes: &[Value], printed: &str) -> Vec<Acknowledged> {
    let answers = printed.lines().map_while(|line| serde_json::from_str::<Value>(line).ok());
    let text =
        |value: &Value| value.as_str().unwrap_or_else(|| panic!("not acknowledged: {value}")).to_owned();
    answers
        .zip(intakes)
        .map(|(answer, intake)| {
            assert!(answer.get("error").is_none(), "refused: {answer}");
            Acknowledged {
                id: text(&answer["id"]),
                rma: text(&answer["rma"]),
                serial: text(&intake["serial"]),
            }
        })
        .collect()
}

/// Repeatable chance: a failure can be looked at again. The multiplier is Knuth's.
struct Chance(u64);

impl Chance {
    fn below_one(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(self.0 >> 33).unwrap()) / f64::from(1_u32 << 31)
    }
}

//! `xtask test`: every check and every test of the house, each with its seconds, and one closing line
//! with the totals of all runners. Cheap steps come first; a step that others stand on ends the run.

mod tally;

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::codegen;
use crate::house::House;
use crate::setup;
use crate::step::{self, Stop};
use crate::tidy;
use tally::Tally;

/// How a step finds out whether all is well.
enum Check {
    /// A rule of our own.
    Rule(fn(&House) -> Result<(), Stop>),
    /// A program's exit status.
    Program(Command),
    /// A test runner, whose closing lines are counted too.
    Runner(Command),
}

struct Step {
    name: &'static str,
    check: Check,
    /// Whether the steps after this one are meaningless when it fails.
    carries_the_rest: bool,
}

/// What the words after `xtask test` ask for.
#[derive(Debug, Default, PartialEq, Eq)]
struct Wish {
    no_window: bool,
    only: Option<String>,
}

pub(crate) fn test(house: &House, words: &[String]) -> Result<(), Stop> {
    let wish = wish(words)?;
    setup::setup(house)?;
    let steps = chosen(steps(house, wish.no_window), wish.only.as_deref())?;
    let mut tally = Tally::default();
    let mut report = Vec::new();
    for step in steps {
        println!("\n== {}", step.name);
        let begun = Instant::now();
        let outcome = perform(step.check, house, &mut tally);
        let seconds = begun.elapsed().as_secs_f64();
        if let Err(stop) = &outcome {
            eprintln!("{stop}");
        }
        report.push((step.name, seconds, outcome.is_ok()));
        if outcome.is_err() && step.carries_the_rest {
            break;
        }
    }
    close(&report, tally)
}

fn wish(words: &[String]) -> Result<Wish, Stop> {
    let mut wish = Wish::default();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--no-window" => wish.no_window = true,
            "--only" => wish.only = words.next().cloned(),
            unknown => return Err(Stop::Usage(format!("test does not know `{unknown}`"))),
        }
    }
    Ok(wish)
}

fn chosen(steps: Vec<Step>, only: Option<&str>) -> Result<Vec<Step>, Stop> {
    let Some(only) = only else { return Ok(steps) };
    let names: Vec<&str> = steps.iter().map(|step| step.name).collect();
    if !names.contains(&only) {
        return Err(Stop::Usage(format!("no step `{only}`; there are: {}", names.join(", "))));
    }
    Ok(steps.into_iter().filter(|step| step.name == only).collect())
}

/// All steps in order. Every cargo step chooses the same packages, targets and features, so that the
/// heavy libraries are compiled once.
fn steps(house: &House, no_window: bool) -> Vec<Step> {
    let ui = house.at("ui");
    let cargo = |words: &[&str]| step::command("cargo", words, house.root());
    let npm = |words: &[&str]| step::command("npm", words, &ui);
    let mut tests = vec!["test", "--workspace", "--all-targets", "--no-fail-fast"];
    if no_window {
        tests.extend(["--", "--skip", "window::"]);
    }
    let plain = |name, check| Step { name, check, carries_the_rest: false };
    let carrying = |name, check| Step { name, check, carries_the_rest: true };
    vec![
        plain("tidy", Check::Rule(tidy::tidy)),
        plain("messages", Check::Rule(codegen::check_messages)),
        plain("format", Check::Program(cargo(&["fmt", "--all", "--check"]))),
        plain("ui-check", Check::Program(npm(&["run", "--silent", "check"]))),
        plain("ui-test", Check::Runner(npm(&["test", "--silent"]))),
        carrying("ui-build", Check::Program(npm(&["run", "--silent", "build"]))),
        plain(
            "clippy",
            Check::Program(cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])),
        ),
        carrying("build", Check::Program(cargo(&["build", "--workspace", "--all-targets"]))),
        // Optimised, and its own few light crates only: it looks at millions of claims.
        plain("proof", Check::Runner(cargo(&["test", "--release", "--package", "nightbench-oracle"]))),
        plain("test", Check::Runner(cargo(&tests))),
    ]
}

fn perform(check: Check, house: &House, tally: &mut Tally) -> Result<(), Stop> {
    match check {
        Check::Rule(rule) => rule(house),
        Check::Program(mut command) => step::run(&mut command),
        Check::Runner(mut command) => run_counting(&mut command, tally),
    }
}

/// Passes a runner's output through line by line and counts what its closing lines say.
fn run_counting(command: &mut Command, tally: &mut Tally) -> Result<(), Stop> {
    let line = step::line_of(command);
    let started = command.env("NO_COLOR", "1").stdout(Stdio::piped()).spawn();
    let mut child = started.map_err(|source| Stop::io(format!("start `{line}`"), source))?;
    if let Some(output) = child.stdout.take() {
        let mut screen = std::io::stdout().lock();
        for text in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            let text = String::from_utf8_lossy(&text);
            tally.count(&text);
            // A closed standard output is no reason to abandon the tests.
            let _ = writeln!(screen, "{text}");
        }
    }
    let status = child.wait().map_err(|source| Stop::io(format!("wait for `{line}`"), source))?;
    if status.success() {
        Ok(())
    } else {
        Err(Stop::Program { line, ending: format!("ended with {status}") })
    }
}

/// Prints the seconds and the totals. A failed step without a failed test counts as one failure, so
/// that the closing line never looks green when something is red.
fn close(report: &[(&str, f64, bool)], tally: Tally) -> Result<(), Stop> {
    println!();
    for (name, seconds, passed) in report {
        println!("{:>8.1} s  {}  {name}", seconds, if *passed { "ok    " } else { "FAILED" });
    }
    let failed_steps: Vec<&str> = report.iter().filter(|row| !row.2).map(|row| row.0).collect();
    let failed = tally.failed.max(failed_steps.len() as u64);
    println!("\n{} passed, {failed} failed", tally.passed);
    if failed_steps.is_empty() && failed == 0 {
        return Ok(());
    }
    Err(Stop::Refused(format!("failed: {}", failed_steps.join(", "))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn the_wish_is_read_from_the_words() {
        assert_eq!(wish(&words("")).unwrap(), Wish::default());
        let both = wish(&words("--no-window --only clippy")).unwrap();
        assert_eq!(both, Wish { no_window: true, only: Some("clippy".to_owned()) });
        assert!(wish(&words("--windowless")).is_err());
    }

    #[test]
    fn an_unknown_step_is_refused_with_the_names_there_are() {
        let house = House::find().unwrap();
        let refused = chosen(steps(&house, false), Some("lint")).err().unwrap();
        assert!(refused.to_string().contains("clippy"), "{refused}");
    }

    #[test]
    fn a_failed_step_without_a_failed_test_still_counts_as_a_failure() {
        let tally = Tally { passed: 3, failed: 0 };
        assert!(close(&[("clippy", 1.0, false)], tally).is_err());
        assert!(close(&[("clippy", 1.0, true)], Tally { passed: 3, failed: 0 }).is_ok());
    }
}

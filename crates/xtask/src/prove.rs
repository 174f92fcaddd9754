//! `xtask prove`: the engine against the second reading of the commitment on as many random claims as one likes.
//! `xtask worlds`: stations and headquarters in as many worlds, by seed, in which everything goes wrong.
//! `xtask mutants`: how many small mistakes in the engine its tests notice. None is a part of `xtask test`, which
//! runs the same tests on fewer claims and worlds.

use crate::house::House;
use crate::step::{self, Stop};
use std::process::Command;

const WITNESS: &str = "nightbench-oracle";
const ENGINE: &str = "nightbench-eligibility";
/// Of a hundred mutants.
const ENOUGH: usize = 95;

pub(crate) fn prove(house: &House, words: &[String]) -> Result<(), Stop> {
    let mut command = cargo(house, &["test", "--release", "--package", WITNESS, "--test", "differential"]);
    command.args(["the_engine_answers_as_the_second_reading_does", "--", "--nocapture"]);
    numbers(&mut command, "prove", words, &[("--cases", "NIGHTBENCH_CASES"), ("--seed", "NIGHTBENCH_SEED")])?;
    step::run(&mut command)
}

pub(crate) fn worlds(house: &House, words: &[String]) -> Result<(), Stop> {
    let mut command =
        cargo(house, &["test", "--release", "--package", "nightbench-sync", "--test", "simulation"]);
    command.args(["nothing_is_lost_nothing_is_double_and_all_replicas_are_equal", "--", "--nocapture"]);
    numbers(&mut command, "worlds", words, &[("--count", "SEEDS"), ("--from", "FROM")])?;
    step::run(&mut command)
}

/// Hands whole numbers to a test, each by the variable that it reads.
fn numbers(command: &mut Command, of: &str, words: &[String], known: &[(&str, &str)]) -> Result<(), Stop> {
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let Some((_, variable)) = known.iter().find(|(name, _)| name == word) else {
            return Err(Stop::Usage(format!("{of} does not know `{word}`")));
        };
        let number = words.next().filter(|number| number.parse::<u64>().is_ok());
        command.env(variable, number.ok_or_else(|| Stop::Usage(format!("{word} wants a whole number")))?);
    }
    Ok(())
}

/// Needs `cargo install cargo-mutants --locked`. Each mutant is built and tested in a copy of the tree: first by the
/// worked examples, which take no time and notice most of them; what survives by the engine's own tests; what survives
/// these by all tests there are. Words go to cargo mutants: `--file crates/eligibility/src/rules/*.rs`, `--shard 1/20`, `--jobs 2`.
pub(crate) fn mutants(house: &House, words: &[String]) -> Result<(), Stop> {
    if step::answer(&mut cargo(house, &["mutants", "--version"])).is_none() {
        let install = "cargo install cargo-mutants --locked";
        return Err(Stop::Refused(format!("cargo-mutants is not installed: {install}")));
    }
    let out = house.artefacts("mutants");
    match std::fs::remove_dir_all(&out) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
            return Err(Stop::io("remove the lists of another run", source));
        }
        Ok(()) | Err(_) => {}
    }
    std::fs::create_dir_all(&out).map_err(|source| Stop::io("make a folder for the lists", source))?;
    let lists = out.join("mutants.out");
    let list = |name: &str| -> Result<Vec<String>, Stop> {
        let text = std::fs::read_to_string(lists.join(name));
        let text = text.map_err(|source| Stop::io(format!("read {name}"), source))?;
        Ok(text.lines().map(str::to_owned).collect())
    };
    let own = ["--test-package", ENGINE, "--"];
    let passes = [
        [&["--cargo-arg=--test=engine"], &own[..], &["--", "examples::", "sentences::", "golden::"]].concat(),
        [&["--cargo-arg=--lib", "--cargo-arg=--test=engine"], &own[..]].concat(),
        vec!["--test-package", ENGINE, "--test-package", WITNESS],
    ];
    // Words choose the mutants of the first pass. A later one takes the survivors of the one before, each by its name: a
    // share of what is left would be another share. Each pass lists what it found itself; a mutant that does not
    // compile is none.
    let mut chosen = words.to_vec();
    let mut caught = 0;
    let mut missed = Vec::new();
    for tests in passes {
        let mut command = cargo(house, &["mutants", "--package", ENGINE, "--colors", "never"]);
        command.arg("--output").arg(&out).args(&chosen).args(tests);
        // The tests take an eighth of the time when they are compiled with the least of optimisation.
        command
            .env("NIGHTBENCH_CASES", "200")
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_PROFILE_DEV_OPT_LEVEL", "1");
        // It ends badly when a mutant survives; the score says how bad that is.
        command.status().map_err(|source| Stop::io("start cargo mutants", source))?;
        let named = |mutant: &String| chosen_before(&missed, mutant);
        let found = [list("caught.txt")?, list("timeout.txt")?].concat();
        caught += found.iter().filter(|mutant| named(mutant)).count();
        missed = list("missed.txt")?.into_iter().filter(|mutant| named(mutant)).collect();
        if missed.is_empty() {
            break;
        }
        chosen = missed.iter().flat_map(|mutant| ["--re".to_owned(), exactly(mutant)]).collect();
    }
    let tested = caught + missed.len();
    let score = caught * 100 / tested.max(1);
    println!("{caught} of {tested} mutants noticed, {score} %; {ENOUGH} % wanted");
    if caught * 100 < tested * ENOUGH {
        let names = missed.join("\n");
        return Err(Stop::Refused(format!("these survived:\n{names}")));
    }
    Ok(())
}

/// Whether a mutant is one of a pass: in the first every one is. Deleted fields are tested whatever was chosen, so they
/// are in every later pass, and count once.
fn chosen_before(missed: &[String], mutant: &String) -> bool {
    missed.is_empty() || missed.contains(mutant)
}

/// The name of a mutant as an expression that fits nothing else.
fn exactly(mutant: &str) -> String {
    let special = |one: char| r"\.+*?()|[]{}^$#&-~".contains(one);
    let escaped = mutant.chars().flat_map(|one| special(one).then_some('\\').into_iter().chain([one]));
    format!("^{}$", escaped.collect::<String>())
}

fn cargo(house: &House, words: &[&str]) -> Command {
    step::command("cargo", words, house.root())
}

#[cfg(test)]
mod tests {
    use super::exactly;

    #[test]
    fn a_mutant_is_named_so_that_nothing_else_fits() {
        assert_eq!(
            exactly("src/space.rs:12:3: replace | with ^ in Space<'_>::after_answers -> [u8; 2]"),
            r"^src/space\.rs:12:3: replace \| with \^ in Space<'_>::after_answers \-> \[u8; 2\]$"
        );
    }
}

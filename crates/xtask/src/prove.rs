//! `xtask prove`: the engine against the second reading of the commitment on as many random claims as one likes.
//! `xtask mutants`: how many small mistakes in the engine its tests notice. Neither is a part of `xtask test`, which
//! runs the same tests on fewer claims.

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
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let number = words.next().filter(|number| number.parse::<u64>().is_ok());
        match (word.as_str(), number) {
            ("--cases", Some(number)) => command.env("NIGHTBENCH_CASES", number),
            ("--seed", Some(number)) => command.env("NIGHTBENCH_SEED", number),
            ("--cases" | "--seed", None) => return Err(Stop::Usage(format!("{word} wants a whole number"))),
            (unknown, _) => return Err(Stop::Usage(format!("prove does not know `{unknown}`"))),
        };
    }
    step::run(&mut command)
}

/// Needs `cargo install cargo-mutants --locked`. Each mutant is built and tested in a copy of the tree; its own files are
/// left as they are.
pub(crate) fn mutants(house: &House, words: &[String]) -> Result<(), Stop> {
    if step::answer(&mut cargo(house, &["mutants", "--version"])).is_none() {
        return Err(Stop::Refused(
            "cargo-mutants is not installed: cargo install cargo-mutants --locked".to_owned(),
        ));
    }
    let out = house.artefacts("mutants");
    let mut command =
        cargo(house, &["mutants", "--package", ENGINE, "--test-package", ENGINE, "--no-shuffle"]);
    command.args(["--test-package", WITNESS, "--colors", "never", "--output"]).arg(&out).args(words);
    // It ends badly when a mutant survives; the score says how bad that is.
    let ending = command.status().map_err(|source| Stop::io("start cargo mutants", source))?;
    let lists = out.join("mutants.out");
    let count = |list: &str| -> Result<usize, Stop> {
        let text = std::fs::read_to_string(lists.join(list));
        let text = text.map_err(|source| Stop::io(format!("read {list} (it {ending})"), source))?;
        Ok(text.lines().count())
    };
    let caught = count("caught.txt")? + count("timeout.txt")?;
    let missed = count("missed.txt")?;
    let score = caught * 100 / (caught + missed).max(1);
    println!("{caught} of {} mutants noticed, {score} %; {ENOUGH} % wanted", caught + missed);
    if caught * 100 < (caught + missed) * ENOUGH {
        return Err(Stop::Refused(format!("the survivors are in {}", lists.join("missed.txt").display())));
    }
    Ok(())
}

fn cargo(house: &House, words: &[&str]) -> Command {
    step::command("cargo", words, house.root())
}

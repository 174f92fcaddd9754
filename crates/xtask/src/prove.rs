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

/// Needs `cargo install cargo-mutants --locked`. Each mutant is built and tested in a copy of the tree: first by the
/// worked examples, which take no time and notice most of them; what survives by the engine's other tests from outside;
/// what survives these by all tests there are. Words go to cargo mutants: `--file crates/eligibility/src/rules/*.rs`, `--shard 1/20`, `--jobs 2`.
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
    let pass = |tests: &[&str]| {
        let mut command = cargo(house, &["mutants", "--package", ENGINE, "--colors", "never", "--iterate"]);
        command.arg("--output").arg(&out).args(words).args(tests);
        command.env("NIGHTBENCH_CASES", "200").env("CARGO_PROFILE_DEV_DEBUG", "0");
        // It ends badly when a mutant survives; the score says how bad that is.
        command.status().map_err(|source| Stop::io("start cargo mutants", source)).map(drop)
    };
    let lists = out.join("mutants.out");
    let count = |list: &str| -> Result<usize, Stop> {
        let text = std::fs::read_to_string(lists.join(list));
        Ok(text.map_err(|source| Stop::io(format!("read {list}"), source))?.lines().count())
    };
    let outside = ["--test-package", ENGINE, "--", "--test", "engine"];
    let passes = [
        [&outside[..], &["--", "examples::", "sentences::", "golden::"]].concat(),
        outside.to_vec(),
        vec!["--test-package", ENGINE, "--test-package", WITNESS],
    ];
    // Each pass lists what it found itself; a mutant that does not compile is none.
    let mut caught = 0;
    for tests in passes {
        pass(&tests)?;
        caught += count("caught.txt")? + count("timeout.txt")?;
        if count("missed.txt")? == 0 {
            break;
        }
    }
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

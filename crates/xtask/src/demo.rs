//! `xtask demo`: the sample sales register and a demonstration store. Both are made by
//! `nightbench-cli demo`, which owns what a realistic register looks like; this only calls it.

use std::path::Path;

use crate::house::House;
use crate::step::{self, Stop};

pub(crate) fn demo(house: &House, words: &[String]) -> Result<(), Stop> {
    let (mut units, mut seed) = ("5000".to_owned(), "1".to_owned());
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let value = words.next().cloned();
        match (word.as_str(), value) {
            ("--units", Some(value)) => units = value,
            ("--seed", Some(value)) => seed = value,
            _ => return Err(Stop::Usage("demo takes --units N and --seed S".to_owned())),
        }
    }
    let build = ["build", "-p", "nightbench-cli"];
    step::run(&mut step::command("cargo", &build, house.root()))?;
    let folder = house.artefacts("demo");
    std::fs::create_dir_all(&folder).map_err(|source| Stop::io("make target/demo", source))?;
    for name in ["register.csv", "register-gb18030.csv", "register.xlsx"] {
        register(house, &folder.join(name), &units, &seed)?;
    }
    let data = folder.join("store");
    if data.exists() {
        println!("{} is kept as it is", data.display());
        return Ok(());
    }
    store(house, &data, &units, &seed, false)
}

/// Fills an absent data directory with a store of `units` units.
pub(crate) fn store(house: &House, data: &Path, units: &str, seed: &str, release: bool) -> Result<(), Stop> {
    let mut cli = step::command(
        &house.program("nightbench-cli", release).to_string_lossy(),
        &["demo", "--units", units, "--seed", seed, "--data"],
        house.root(),
    );
    step::run(cli.arg(data))
}

/// Writes the sample register; its format follows from the file's name.
fn register(house: &House, file: &Path, units: &str, seed: &str) -> Result<(), Stop> {
    let mut cli = step::command(
        &house.program("nightbench-cli", false).to_string_lossy(),
        &["demo", "--units", units, "--seed", seed, "--register"],
        house.root(),
    );
    step::run(cli.arg(file))?;
    println!("{}", file.display());
    Ok(())
}

//! `cargo xtask`: every command a person or CI needs to set up, run, prove and measure Nightbench.
//!
//! It compiles in seconds on a machine without WebKit and knows nothing of the trade: whatever touches
//! records is done by the programs it starts. `cargo xtask help` lists the commands.

#![allow(clippy::print_stdout, reason = "a command-line tool speaks on standard output")]

mod bench;
mod codegen;
mod demo;
mod house;
mod prove;
mod run;
mod setup;
mod step;
mod test;
mod tidy;

use std::process::ExitCode;

use house::House;
use step::Stop;

const USAGE: &str = "\
usage: cargo xtask COMMAND

  setup                          install what a build, the tests and the window need; fast when nothing is missing
  run [--release] [-- ARGS]      build the app and start it on a demonstration store of its own
  test [--no-window] [--only NAME]
                                 every check and every test, the real window included
  prove [--cases N] [--seed S]   the engine against the second reading of the commitment on N random claims
  worlds [--count N] [--from S]  stations and headquarters in N worlds in which everything goes wrong, by seed
  mutants [ARGS]                 how many small mistakes planted in the engine its tests notice
  codegen [--check]              write (or compare) the TypeScript types and the message keys
  tidy                           house rules that no linter knows
  demo [--units N] [--seed S]    a sample sales register in three file formats, and a demonstration store
  bench NAME [--runs N] [--planted]
                                 measure ours against its peers: startup, intake, eligibility
  help                           this page";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            eprintln!("xtask: {stop}");
            stop.exit_code()
        }
    }
}

fn dispatch(words: &[String]) -> Result<(), Stop> {
    let (command, rest) = words.split_first().ok_or_else(|| Stop::Usage(USAGE.to_owned()))?;
    let house = House::find()?;
    match command.as_str() {
        "setup" => setup::setup(&house),
        "run" => run::run(&house, rest),
        "test" => test::test(&house, rest),
        "codegen" => codegen::codegen(&house, rest),
        "prove" => prove::prove(&house, rest),
        "worlds" => prove::worlds(&house, rest),
        "mutants" => prove::mutants(&house, rest),
        "tidy" => tidy::tidy(&house),
        "demo" => demo::demo(&house, rest),
        "bench" => bench::bench(&house, rest),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        unknown => Err(Stop::Usage(format!("no command `{unknown}`\n{USAGE}"))),
    }
}

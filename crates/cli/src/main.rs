//! `nightbench-cli`: the station without a window, for scripts, tests, imports and administration. It sends
//! the same commands as the window, through the same dispatch, and decides nothing.
//!
//! Exit status: 0 done, 1 understood and refused (or a line of the input was), 2 wrong usage.

mod arguments;
mod failure;
mod ndjson;
mod policy;
mod pure;
mod station;
mod transfer;

use arguments::{Arguments, Command};
use clap::Parser;
use failure::CliError;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => error.report(arguments.json, arguments.language()),
    }
}

/// Runs the command; false when it was understood and something in it was refused.
fn run(arguments: &Arguments) -> Result<bool, CliError> {
    match &arguments.command {
        Command::Assess { policy, explain, lang } => {
            let explained_in = explain.then(|| lang.unwrap_or_else(|| arguments.language()));
            pure::assess(policy.as_deref(), explained_in, arguments.language())
        }
        Command::Cycle => pure::cycle(arguments.language()),
        Command::Commands => station::commands(arguments),
        Command::Init { centre, hq, code } => {
            station::init(arguments, centre, hq.as_deref().zip(code.as_deref()))
        }
        Command::Sync => station::sync(arguments),
        Command::Call { command } => station::call(arguments, command),
        Command::Receive => station::receive(arguments),
        Command::Tickets { overdue } => station::tickets(arguments, *overdue),
        Command::Doctor => station::doctor(arguments),
        Command::Export { what, out } => transfer::export(arguments, *what, out),
        Command::Import { what, file, dry_run, map, complete } => transfer::import(
            arguments,
            *what,
            file,
            &transfer::How { dry_run: *dry_run, map, complete: *complete },
        ),
        Command::Form { form, rma, lang, out, labels, week } => {
            transfer::form(arguments, *form, rma, *lang, labels, *week, out)
        }
        Command::Numbers { on, count, lang, out } => transfer::numbers(arguments, *on, *count, *lang, out),
        Command::Backup { out } => transfer::backup(arguments, out),
        Command::Restore { file } => transfer::restore(arguments, file),
        Command::Policy { action } => policy::run(arguments, action),
        Command::Demo { units, seed, register } => {
            transfer::demo(arguments, *units, *seed, register.as_deref())
        }
    }
}

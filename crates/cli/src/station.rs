//! Commands that open a data directory: set up, receive, list, check.

use crate::arguments::Arguments;
use crate::failure::CliError;
use crate::ndjson;
use nightbench_app::commands::{Access, COMMANDS};
use nightbench_app::error::AppError;
use nightbench_app::locale;
use nightbench_app::ports::Ports;
use nightbench_app::station::{App, default_data_dir};
use serde_json::{Value, json};
use std::io::{Read, Write, stderr, stdin, stdout};
use std::path::PathBuf;

/// The data directory a run works on.
pub(crate) fn data_dir(arguments: &Arguments) -> PathBuf {
    arguments.data.clone().unwrap_or_else(default_data_dir)
}

/// Opens the station of the data directory. A directory without one is an error and left as it is: a mistyped name must
/// not answer as an empty station.
pub(crate) fn open(arguments: &Arguments) -> Result<App, CliError> {
    told(arguments, App::open_existing(&data_dir(arguments), Ports::system())?)
}

/// Opens the station of the data directory, or makes an empty one to be set up.
fn open_or_make(arguments: &Arguments) -> Result<App, CliError> {
    told(arguments, App::open(&data_dir(arguments), Ports::system())?)
}

fn told(arguments: &Arguments, app: App) -> Result<App, CliError> {
    if app.is_salvaged() {
        // On standard error, so that a script's output stays what it is, and nobody misses it.
        let _ = writeln!(stderr(), "{}", locale::say(arguments.language(), "notice-salvaged", &[]));
    }
    Ok(app)
}

/// A field of an answer; null when it has none of that name.
pub(crate) fn field<'a>(answer: &'a Value, name: &str) -> &'a Value {
    static NULL: Value = Value::Null;
    answer.get(name).unwrap_or(&NULL)
}

/// Writes one line to standard output and makes sure it is there.
pub(crate) fn print(line: impl std::fmt::Display) -> Result<(), CliError> {
    let mut out = stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).map_err(CliError::Output)
}

pub(crate) fn init(
    arguments: &Arguments,
    centre: &str,
    line: Option<(&str, &str)>,
) -> Result<bool, CliError> {
    let app = open_or_make(arguments)?;
    // A station that is set up and only lacks its line keeps everything.
    let known = app.dispatch("station_get", Value::Null).ok().map(|reply| reply.value);
    let is_it = |station: &Value| field(field(station, "identity"), "centre") == centre;
    let station = match known.filter(|station| line.is_some() && is_it(station)) {
        Some(station) => station,
        None => app.dispatch("station_init", json!({ "centre": centre }))?.value,
    };
    if let Some((url, code)) = line {
        app.dispatch("line_enrol", json!({ "url": url, "code": code }))?;
    }
    if arguments.json {
        print(station)?;
    } else {
        let text =
            |name: &str| field(field(&station, "identity"), name).as_str().unwrap_or_default().to_owned();
        print(format_args!("{} {}", text("centre"), text("series")))?;
    }
    Ok(true)
}

pub(crate) fn sync(arguments: &Arguments) -> Result<bool, CliError> {
    let app = open(arguments)?;
    let forks = || -> Result<u64, CliError> {
        Ok(field(&app.dispatch("line_get", Value::Null)?.value, "forks").as_u64().unwrap_or_default())
    };
    let before = forks()?;
    let round = app.dispatch("line_sync", Value::Null);
    if forks()? > before {
        let _ = writeln!(stderr(), "{}", locale::say(arguments.language(), "notice-forked", &[]));
    }
    print(round?.value)?;
    Ok(true)
}

pub(crate) fn commands(arguments: &Arguments) -> Result<bool, CliError> {
    for (name, access) in COMMANDS {
        let access = match access {
            Access::Read => "read",
            Access::Write => "write",
        };
        if arguments.json {
            print(json!({ "name": name, "access": access }))?;
        } else {
            print(format_args!("{access:5} {name}"))?;
        }
    }
    Ok(true)
}

pub(crate) fn call(arguments: &Arguments, command: &str) -> Result<bool, CliError> {
    let mut text = String::new();
    stdin()
        .read_to_string(&mut text)
        .map_err(|source| CliError::File { path: "standard input".to_owned(), source })?;
    let request = if text.trim().is_empty() {
        Value::Null
    } else {
        serde_json::from_str(&text).map_err(CliError::Json)?
    };
    print(open_or_make(arguments)?.dispatch(command, request)?.value)?;
    Ok(true)
}

/// Each line is on the disk before its number is printed, and its number is printed before the next is read.
pub(crate) fn receive(arguments: &Arguments) -> Result<bool, CliError> {
    let app = open(arguments)?;
    let mut all_good = true;
    ndjson::for_each(stdin().lock(), |line, intake| {
        let received = match intake {
            Err(error) => Err(AppError::BadRequest(error)),
            Ok(intake) if !intake.is_object() => Err(AppError::NotAnObject),
            Ok(intake) => {
                app.dispatch("intake_receive", json!({ "intake": intake })).map(|reply| reply.value)
            }
        };
        match received {
            Ok(received) => print(json!({
                "id": field(&received, "id"), "rma": field(&received, "rma"), "conflicts": field(&received, "conflicts"),
            })),
            Err(error) => {
                all_good = false;
                print(json!({ "line": line, "error": error.failure().with_message(arguments.language()) }))
            }
        }
    })?;
    Ok(all_good)
}

pub(crate) fn tickets(arguments: &Arguments, overdue: bool) -> Result<bool, CliError> {
    let app = open(arguments)?;
    let filter = if overdue { "overdue" } else { "all" };
    let mut after = Value::Null;
    loop {
        let page =
            app.dispatch("ticket_list", json!({ "filter": filter, "after": after, "limit": 500 }))?.value;
        for row in field(&page, "rows").as_array().into_iter().flatten() {
            if arguments.json {
                print(row)?;
            } else {
                let text = |name: &str| field(row, name).as_str().unwrap_or_default().to_owned();
                print(format_args!(
                    "{}  {:<16} {:<16} {}  {}  {}  {}",
                    text("rma"),
                    text("serial"),
                    text("status"),
                    text("received_on"),
                    text("target_on"),
                    text("limit_on"),
                    text("state"),
                ))?;
            }
        }
        after = field(&page, "next").clone();
        if after.is_null() {
            return Ok(true);
        }
    }
}

pub(crate) fn doctor(arguments: &Arguments) -> Result<bool, CliError> {
    let report = open(arguments)?.dispatch("doctor_run", Value::Null)?.value;
    if arguments.json {
        print(&report)?;
    } else {
        for check in field(&report, "checks").as_array().into_iter().flatten() {
            let level = field(check, "level").as_str().unwrap_or_default();
            print(format_args!("{level:4} {}", nightbench_app::care::sentence(check, arguments.language())))?;
        }
    }
    Ok(*field(&report, "ok") == Value::Bool(true))
}

impl From<std::io::Error> for CliError {
    fn from(source: std::io::Error) -> Self {
        Self::File { path: "standard input".to_owned(), source }
    }
}

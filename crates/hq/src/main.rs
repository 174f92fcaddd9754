//! `nightbench-hq`: the server of headquarters and its administration. The subcommands work on the same database as a
//! running server and need none.
//!
//! Exit status: 0 done, 1 understood and refused (or the doctor found damage), 2 wrong usage.

mod arguments;

use arguments::{Arguments, CentreCommand, Command, ReaderCommand, StationCommand};
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};
use nightbench_domain::id::CentreCode;
use nightbench_hq::centre::Centre;
use nightbench_hq::conflict::Conflict;
use nightbench_hq::doctor::{self, Level};
use nightbench_hq::error::HqError;
use nightbench_hq::outside::{Machine, Outside};
use nightbench_hq::quarantine::Quarantined;
use nightbench_hq::serve::{self, Listen};
use nightbench_hq::store::{self, Access, Place, Store, Tx};
use nightbench_hq::ticket::Ticket;
use nightbench_hq::{centre, conflict, enrolment, quarantine, reader, station, stream, ticket};
use serde::Serialize;
use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;
use tracing_subscriber::EnvFilter;

/// How many rows of a list are read at once.
const PAGE: u64 = 1000;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let Some(place) = arguments.place() else {
        let missing = "say with --data or --database-url where the records are";
        Arguments::command().error(ErrorKind::MissingRequiredArgument, missing).exit();
    };
    match run(&arguments, place).await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "nightbench-hq: {error}");
            ExitCode::from(1)
        }
    }
}

/// Runs the command; false when what it looked at is not well.
async fn run(arguments: &Arguments, place: Place<'_>) -> Result<bool, HqError> {
    let store = store::open(place).await?;
    match &arguments.command {
        Command::Serve { listen, tls_cert, tls_key } => {
            let tls = tls_cert.clone().zip(tls_key.clone());
            serve(store, &Listen { address: listen.clone(), tls }).await?;
        }
        Command::Centre { command: CentreCommand::Add { code, name } } => {
            centre::add(&*store, &Machine, code, name).await?;
        }
        Command::Centre { command: CentreCommand::List } => {
            for centre in centre::list(&*store).await? {
                print(format_args!(
                    "{:<8} {}  {}  {}",
                    centre.code.as_str(),
                    centre.country,
                    centre.zone,
                    centre.name
                ))?;
            }
        }
        Command::Enrol { centre } => print(enrolment::issue(&*store, &Machine, centre).await?)?,
        Command::Station { command } => return self::station(&*store, command).await,
        Command::Tickets { centre } => tickets(&*store, centre.as_ref(), arguments.json).await?,
        Command::Quarantine { centre } => quarantine(&*store, centre.as_ref(), arguments.json).await?,
        Command::Conflicts { centre } => conflicts(&*store, centre.as_ref(), arguments.json).await?,
        Command::Reader { command: ReaderCommand::Add { name } } => {
            print(reader::add(&*store, &Machine, name).await?)?;
        }
        Command::Reader { command: ReaderCommand::Revoke { name } } => {
            return reader::revoke(&*store, &Machine, name).await;
        }
        Command::Restored => restored(&*store).await?,
        Command::Doctor => return examine(&*store, arguments.json).await,
    }
    Ok(true)
}

async fn serve(store: Arc<dyn Store>, listen: &Listen) -> Result<(), HqError> {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(std::io::stderr).init();
    let outside: Arc<dyn Outside> = Arc::new(Machine);
    serve::listen(listen, serve::router(store, outside), asked_to_end()).await
}

/// Comes with ctrl-c or, where there is one, with the signal by which a system ends its programs.
async fn asked_to_end() {
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminated() => {}
    }
}

#[cfg(unix)]
async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            terminate.recv().await;
        }
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending().await
}

async fn station(store: &dyn Store, command: &StationCommand) -> Result<bool, HqError> {
    match command {
        StationCommand::List { centre } => {
            let mut tx = store.begin(Access::Read, None).await?;
            for station in station::list(&mut tx, centre).await? {
                let state = if station.is_revoked { "revoked" } else { "trusted" };
                print(format_args!("{}  {state}", station.id))?;
            }
            tx.commit().await?;
            Ok(true)
        }
        StationCommand::Revoke { id } => {
            let mut tx = store.begin(Access::Write, None).await?;
            let is_revoked = station::revoke(&mut tx, &Machine, *id).await?;
            tx.commit().await?;
            Ok(is_revoked)
        }
    }
}

/// The centres that a list is asked of: one, or all.
async fn wanted(store: &dyn Store, code: Option<&CentreCode>) -> Result<Vec<Centre>, HqError> {
    let mut centres = centre::list(store).await?;
    if let Some(code) = code {
        centres.retain(|centre| centre.code == *code);
        if centres.is_empty() {
            return Err(HqError::NoCentre(code.clone()));
        }
    }
    Ok(centres)
}

/// Shows a list of one centre or of all, a page at a time. `page` reads what follows the last row that was shown.
async fn list<T: Serialize>(
    store: &dyn Store,
    code: Option<&CentreCode>,
    json: bool,
    page: impl AsyncFn(&mut Tx, &Centre, Option<&T>) -> Result<Vec<T>, HqError>,
    line: impl Fn(&T) -> String,
) -> Result<(), HqError> {
    for centre in wanted(store, code).await? {
        let mut last = None;
        loop {
            let mut tx = store.begin(Access::Read, Some(&centre.code)).await?;
            let rows = page(&mut tx, &centre, last.as_ref()).await?;
            tx.commit().await?;
            for row in &rows {
                print(if json { serde_json::to_string(row)? } else { line(row) })?;
            }
            match rows.into_iter().next_back() {
                Some(row) => last = Some(row),
                None => break,
            }
        }
    }
    Ok(())
}

async fn tickets(store: &dyn Store, code: Option<&CentreCode>, json: bool) -> Result<(), HqError> {
    let page = async |tx: &mut Tx, centre: &Centre, last: Option<&Ticket>| {
        ticket::page(tx, &Machine, centre, last.map(Ticket::cursor), PAGE).await
    };
    let line = |ticket: &Ticket| {
        let Ticket { rma, serial, status, received_on, target_on, limit_on, .. } = ticket;
        let state = nightbench_domain::code(&ticket.state);
        format!("{rma}  {serial:<16} {status:<18} {received_on}  {target_on}  {limit_on}  {state}")
    };
    list(store, code, json, page, line).await
}

async fn quarantine(store: &dyn Store, code: Option<&CentreCode>, json: bool) -> Result<(), HqError> {
    let page = async |tx: &mut Tx, centre: &Centre, last: Option<&Quarantined>| {
        quarantine::page(tx, &centre.code, last.map(|last| last.commit_seq), PAGE).await
    };
    let line = |kept: &Quarantined| {
        let Quarantined { centre, commit_seq, station, seq, reason, .. } = kept;
        format!("{:<8} {commit_seq:>8}  {station} {seq:>8}  {reason}", centre.as_str())
    };
    list(store, code, json, page, line).await
}

async fn conflicts(store: &dyn Store, code: Option<&CentreCode>, json: bool) -> Result<(), HqError> {
    let page = async |tx: &mut Tx, centre: &Centre, last: Option<&Conflict>| {
        conflict::page(tx, &centre.code, last.map(Conflict::cursor), PAGE).await
    };
    let line = |waiting: &Conflict| {
        let Conflict { centre, entity, field, how, .. } = waiting;
        format!("{:<8} {entity}  {how:<9} {field}", centre.as_str())
    };
    list(store, code, json, page, line).await
}

async fn restored(store: &dyn Store) -> Result<(), HqError> {
    for centre in centre::list(store).await? {
        let mut tx = store.begin(Access::Write, Some(&centre.code)).await?;
        stream::begin_again(&mut tx, &Machine, &centre.code).await?;
        tx.commit().await?;
    }
    Ok(())
}

async fn examine(store: &dyn Store, json: bool) -> Result<bool, HqError> {
    let checks = doctor::examine(store).await?;
    let is_ok = checks.iter().all(|check| check.level != Level::Fail);
    if json {
        print(serde_json::json!({ "ok": is_ok, "checks": checks }))?;
        return Ok(is_ok);
    }
    for check in &checks {
        let level = nightbench_domain::code(&check.level);
        let centre = check.centre.as_deref().unwrap_or("-");
        print(format_args!("{level:<4} {centre:<8} {}", check.message))?;
    }
    Ok(is_ok)
}

fn print(line: impl Display) -> Result<(), HqError> {
    writeln!(std::io::stdout(), "{line}")
        .map_err(|source| HqError::File { path: "standard output".to_owned(), source })
}

//! `nightbench-hq`: the server of headquarters and its administration. The subcommands work on the same database as a
//! running server and need none.
//!
//! Exit status: 0 done, 1 understood and refused (or the doctor found damage), 2 wrong usage.

mod arguments;

use arguments::{Arguments, CentreCommand, Command, StationCommand};
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};
use nightbench_domain::id::CentreCode;
use nightbench_hq::doctor::{self, Level};
use nightbench_hq::error::HqError;
use nightbench_hq::outside::{Machine, Outside};
use nightbench_hq::serve::{self, Listen};
use nightbench_hq::store::{self, Access, Place, Store};
use nightbench_hq::ticket::Ticket;
use nightbench_hq::{centre, enrolment, station, stream, ticket};
use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;
use tracing_subscriber::EnvFilter;

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

async fn tickets(store: &dyn Store, wanted: Option<&CentreCode>, json: bool) -> Result<(), HqError> {
    let centres = centre::list(store).await?;
    if let Some(code) = wanted.filter(|code| !centres.iter().any(|centre| centre.code == **code)) {
        return Err(HqError::NoCentre(code.clone()));
    }
    for centre in centres.iter().filter(|centre| wanted.is_none_or(|code| centre.code == *code)) {
        ticket::each(store, &Machine, centre, |ticket| show(&ticket, json)).await?;
    }
    Ok(())
}

fn show(ticket: &Ticket, json: bool) -> Result<(), HqError> {
    if json {
        return print(serde_json::to_string(ticket)?);
    }
    let Ticket { rma, serial, status, received_on, target_on, limit_on, .. } = ticket;
    let state = nightbench_domain::code(&ticket.state);
    print(format_args!("{rma}  {serial:<16} {status:<18} {received_on}  {target_on}  {limit_on}  {state}"))
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

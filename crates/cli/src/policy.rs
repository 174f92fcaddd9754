//! `policy`: the packs of a station or of the program, installing one, checking one, and what two decide differently.

use crate::arguments::{Arguments, PolicyAction};
use crate::failure::CliError;
use crate::station::{open, print};
use chrono::NaiveDate;
use nightbench_app::locale::{Language, say};
use nightbench_app::policy::{LawRow, PackRow, PolicyRef};
use nightbench_app::policy_diff::{PackChoice, PolicyDiffRequest, between, tell};
use nightbench_app::{pack_refusal, policy, ports::Ports, station::App};
use serde_json::json;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

pub(crate) fn run(arguments: &Arguments, action: &PolicyAction) -> Result<bool, CliError> {
    match action {
        PolicyAction::List => list(arguments),
        PolicyAction::Install { file } => install(arguments, file),
        PolicyAction::Check { file } => check(arguments, file),
        PolicyAction::Diff { before, after } => diff(arguments, before, after),
    }
}

fn list(arguments: &Arguments) -> Result<bool, CliError> {
    let app = match station(arguments)? {
        Some(app) => app,
        None => App::memory(Ports::system())?,
    };
    show(arguments, &app)
}

fn show(arguments: &Arguments, app: &App) -> Result<bool, CliError> {
    let shelf = policy::list(app, ())?;
    if arguments.json {
        print(json!(shelf))?;
        return Ok(true);
    }
    let language = arguments.language();
    for PackRow { page, in_force, signed_by, .. } in &shelf.policies {
        let dates = serves(language, page.effective_from, page.effective_to);
        print(row(language, &page.reference, &dates, *in_force, signed_by.as_deref()))?;
    }
    for LawRow { page, in_force, signed_by, .. } in &shelf.laws {
        let dates = serves(language, page.effective_from, page.effective_to);
        print(row(language, &page.reference, &dates, *in_force, signed_by.as_deref()))?;
    }
    for pack in &shelf.set_aside {
        let named = format!("{} {}", pack.id, pack.version);
        let why = pack_refusal::sentence(&pack.refused, language);
        print(format_args!("{}: {named}; {why}", say(language, "pack-set_aside", &[])))?;
    }
    Ok(true)
}

/// One pack on one line.
fn row(
    language: Language,
    reference: &PolicyRef,
    dates: &str,
    is_in_force: bool,
    signer: Option<&str>,
) -> String {
    let standing = say(language, if is_in_force { "pack-in-force" } else { "pack-not-in-force" }, &[]);
    let hash: String = reference.hash.chars().take(12).collect();
    let origin = signer.map_or_else(|| say(language, "pack-shipped", &[]), str::to_owned);
    format!("{:<20} {:<8} {hash}  {dates}; {standing}; {origin}", reference.id, reference.version)
}

/// The days of purchase a pack serves.
fn serves(language: Language, from: Option<NaiveDate>, to: Option<NaiveDate>) -> String {
    let or = |date: Option<NaiveDate>, id: &str| {
        date.map_or_else(|| say(language, id, &[]), |date| date.to_string())
    };
    if from.is_none() && to.is_none() {
        return say(language, "pack-serves-all", &[]);
    }
    format!("{} – {}", or(from, "pack-serves-early"), or(to, "pack-serves-late"))
}

fn install(arguments: &Arguments, file: &Path) -> Result<bool, CliError> {
    let text = read(file)?;
    let mut beside = OsString::from(file);
    beside.push(".sig");
    // A pack without a signature beside it is refused as one that nobody signed, and not as a missing file.
    let beside = PathBuf::from(beside);
    let signature = if beside.exists() { read(&beside)? } else { String::new() };
    let request = json!({ "file": file.display().to_string(), "text": text, "signature": signature });
    let app = open(arguments)?;
    app.dispatch("policy_install", request)?;
    show(arguments, &app)
}

fn check(arguments: &Arguments, file: &Path) -> Result<bool, CliError> {
    let app = station(arguments)?;
    let checked = policy::check(app.as_ref(), &file.display().to_string(), &read(file)?)?;
    if arguments.json {
        print(json!(checked))?;
        return Ok(true);
    }
    let language = arguments.language();
    let PolicyRef { id, version, hash } = &checked.reference;
    print(format_args!("{id} {version} {hash}"))?;
    print(match &checked.beside {
        None => say(language, "pack_check-fits", &[]),
        Some(refused) => {
            let detail = pack_refusal::sentence(refused, language);
            say(language, "pack_check-beside", &[("detail", detail.into())])
        }
    })?;
    Ok(true)
}

/// The station whose packs are asked for; none where the program's own are.
fn station(arguments: &Arguments) -> Result<Option<App>, CliError> {
    arguments.data.as_ref().map(|_| open(arguments)).transpose()
}

fn diff(arguments: &Arguments, before: &str, after: &str) -> Result<bool, CliError> {
    let app = station(arguments)?;
    let request =
        PolicyDiffRequest { before: choice(before)?, after: choice(after)?, with_tickets: app.is_some() };
    let found = between(app.as_ref(), &request)?;
    if arguments.json {
        print(json!(found))?;
    } else {
        for line in tell(&found, arguments.language()) {
            print(line)?;
        }
    }
    Ok(true)
}

/// `shipped`, `installed:ID@VERSION`, or the name of a file.
fn choice(text: &str) -> Result<PackChoice, CliError> {
    if text == "shipped" {
        return Ok(PackChoice::Shipped);
    }
    if let Some(named) = text.strip_prefix("installed:") {
        let (id, version) = named
            .split_once('@')
            .ok_or(CliError::Usage("an installed pack is named installed:ID@VERSION"))?;
        return Ok(PackChoice::Installed { id: id.to_owned(), version: version.to_owned() });
    }
    Ok(PackChoice::File { file: text.to_owned(), text: read(Path::new(text))? })
}

fn read(path: &Path) -> Result<String, CliError> {
    let bytes =
        std::fs::read(path).map_err(|source| CliError::File { path: path.display().to_string(), source })?;
    Ok(policy::text_of(&path.display().to_string(), bytes)?)
}

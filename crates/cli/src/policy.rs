//! `policy`: the packs of a station or of the program, installing one, checking one, and what two decide differently.

use crate::arguments::{Arguments, PolicyAction};
use crate::failure::CliError;
use crate::station::{field, open, print};
use nightbench_app::error::AppError;
use nightbench_app::locale::{Language, say};
use nightbench_app::policy_diff::{PackChoice, PolicyDiffRequest, between, tell};
use nightbench_app::{policy, ports::Ports, station::App};
use serde_json::{Value, json};
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
    let app = match &arguments.data {
        Some(_) => open(arguments)?,
        None => App::memory(Ports::system())?,
    };
    let shelf = app.dispatch("policy_list", Value::Null)?.value;
    show(arguments, &shelf)
}

fn show(arguments: &Arguments, shelf: &Value) -> Result<bool, CliError> {
    if arguments.json {
        print(shelf)?;
        return Ok(true);
    }
    let language = arguments.language();
    let rows = ["policies", "laws"].map(|list| field(shelf, list).as_array().cloned().unwrap_or_default());
    for row in rows.iter().flatten() {
        let page = field(row, "page");
        let reference = field(page, "reference");
        let text = |value: &Value, name: &str| field(value, name).as_str().unwrap_or_default().to_owned();
        let is_in_force = *field(row, "in_force") == Value::Bool(true);
        let standing = say(language, if is_in_force { "pack-in-force" } else { "pack-not-in-force" }, &[]);
        let hash: String = text(reference, "hash").chars().take(12).collect();
        let origin = match field(row, "signed_by").as_str() {
            Some(signer) => signer.to_owned(),
            None => say(language, "pack-shipped", &[]),
        };
        let dates = serves(language, &text(page, "effective_from"), &text(page, "effective_to"));
        print(format_args!(
            "{:<20} {:<8} {hash}  {dates}; {standing}; {origin}",
            text(reference, "id"),
            text(reference, "version"),
        ))?;
    }
    for pack in field(shelf, "set_aside").as_array().into_iter().flatten() {
        print(format_args!("{}", field(pack, "reason").as_str().unwrap_or_default()))?;
    }
    Ok(true)
}

/// The days of purchase a pack serves.
fn serves(language: Language, from: &str, to: &str) -> String {
    let words = |id: &str| say(language, id, &[]);
    let or = |date: &str, id: &str| if date.is_empty() { words(id) } else { date.to_owned() };
    if from.is_empty() && to.is_empty() {
        return words("pack-serves-all");
    }
    format!("{} – {}", or(from, "pack-serves-early"), or(to, "pack-serves-late"))
}

fn install(arguments: &Arguments, file: &Path) -> Result<bool, CliError> {
    let text = read(file)?;
    let mut beside = OsString::from(file);
    beside.push(".sig");
    let signature = read(&PathBuf::from(beside))?;
    let request = json!({ "file": file.display().to_string(), "text": text, "signature": signature });
    let shelf = open(arguments)?.dispatch("policy_install", request)?.value;
    show(arguments, &shelf)
}

fn check(arguments: &Arguments, file: &Path) -> Result<bool, CliError> {
    let page = policy::check(&file.display().to_string(), &read(file)?)?;
    if arguments.json {
        print(json!(page))?;
    } else {
        print(format_args!("{} {} {}", page.id, page.version, page.hash))?;
    }
    Ok(true)
}

fn diff(arguments: &Arguments, before: &str, after: &str) -> Result<bool, CliError> {
    let app = match &arguments.data {
        Some(_) => Some(open(arguments)?),
        None => None,
    };
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
    let refuse = |error: std::string::FromUtf8Error| {
        AppError::PolicyFile(format!("{}:1: not UTF-8 text: {error}", path.display()))
    };
    Ok(String::from_utf8(bytes).map_err(refuse)?)
}

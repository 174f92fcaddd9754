//! Care for the store: the doctor's checks and backups.

use crate::error::{AppError, say};
use crate::station::App;
use chrono::Days;
use nightbench_calendar::CalendarStatus;
use nightbench_locale::Language;
use nightbench_store::doctor as store;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::path::absolute;
use ts_rs::TS;

/// What the doctor found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Report {
    /// Whether nothing failed; warnings are allowed.
    pub ok: bool,
    /// Every check, in the order they were made.
    pub checks: Vec<Check>,
}

/// One check. The catalogue says `doctor-<code>-<level>` in words, with what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "CareCheck")]
pub struct Check {
    /// What was checked.
    pub code: String,
    /// How it stands.
    pub level: Level,
    /// Values of the message.
    pub args: BTreeMap<String, String>,
}

/// How a check stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// As it should be.
    Ok,
    /// Works, but a person should act.
    Warn,
    /// Does not work.
    Fail,
}

/// The request of `backup_create`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BackupRequest {
    /// Where to write it; into the data directory's `backups` when absent.
    #[serde(default)]
    pub path: Option<String>,
}

/// A backup that was written and is on the disk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Backup {
    /// Where.
    pub path: String,
    /// Bytes.
    pub size: u64,
    /// When, milliseconds since 1970 UTC.
    pub at: i64,
}

/// How far ahead open work orders may reach, in days: 20 working days over the longest holidays.
const CALENDAR_REACH_DAYS: u64 = 45;

/// A check in words, from its JSON form.
#[must_use]
pub fn sentence(check: &serde_json::Value, language: Language) -> String {
    let text = |name: &str| check[name].as_str().unwrap_or_default().to_owned();
    let args = check["args"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, value)| (name.clone(), value.as_str().unwrap_or_default().to_owned()))
        .collect();
    say(language, &format!("doctor-{}-{}", text("code"), text("level")), &args)
}

pub(crate) fn doctor(app: &App, (): ()) -> Result<Report, AppError> {
    let mut checks = Vec::new();
    for check in store::doctor(&app.store, app.now_ms()) {
        checks.push(shown(check)?);
    }
    checks.push(calendar(app)?);
    Ok(Report { ok: checks.iter().all(|check| check.level != Level::Fail), checks })
}

/// Whether the days that new work orders will count are published.
fn calendar(app: &App) -> Result<Check, AppError> {
    let (today, calendar) = (app.today()?, app.calendar(None)?);
    let reach = today.checked_add_days(Days::new(CALENDAR_REACH_DAYS)).unwrap_or(today);
    let level = match calendar.status_between(today, reach) {
        CalendarStatus::Published => Level::Ok,
        CalendarStatus::Provisional => Level::Warn,
    };
    let args = BTreeMap::from([("country".to_owned(), calendar.country().to_owned())]);
    Ok(Check { code: "calendar".to_owned(), level, args })
}

/// A check of the store in units people use.
fn shown(check: store::Check) -> Result<Check, AppError> {
    let code = serde_json::to_value(check.code).map_err(AppError::BadRequest)?;
    let level = match check.level {
        store::Level::Ok => Level::Ok,
        store::Level::Warn => Level::Warn,
        store::Level::Fail => Level::Fail,
    };
    let in_units = |(name, value): (String, String)| {
        let number = value.parse::<i64>().unwrap_or_default();
        match name.as_str() {
            "free_bytes" => ("free_gigabytes".to_owned(), (number >> 30).to_string()),
            "age_ms" => ("age_days".to_owned(), (number / MS_PER_DAY).to_string()),
            _ => (name, value),
        }
    };
    let mut args: BTreeMap<_, _> = check.args.into_iter().map(in_units).collect();
    if check.code == store::Code::BackupAge {
        args.entry("age_days".to_owned()).or_insert_with(|| "none".to_owned());
    }
    Ok(Check { code: code.as_str().unwrap_or_default().to_owned(), level, args })
}

const MS_PER_DAY: i64 = 24 * 60 * 60 * 1000;

pub(crate) fn backup(app: &App, request: BackupRequest) -> Result<Backup, AppError> {
    let at = app.now_ms();
    let path = match request.path {
        Some(path) => absolute(path).map_err(AppError::File)?,
        None => {
            let folder = app.store.path().ok_or(AppError::NotFound)?.join("backups");
            fs::create_dir_all(&folder).map_err(AppError::File)?;
            folder.join(format!("{}.nightbench", app.local(at)?.format("%Y-%m-%d-%H%M%S")))
        }
    };
    app.store.backup(&path, at)?;
    let size = fs::metadata(&path).map_err(AppError::File)?.len();
    Ok(Backup { path: path.display().to_string(), size, at })
}

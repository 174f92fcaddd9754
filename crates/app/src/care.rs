//! Care for the store: the doctor's checks and backups.

use crate::came_back;
use crate::commands::Written;
use crate::data_dir::is_of_account;
use crate::error::{AppError, say};
use crate::form;
use crate::station::{App, is_clock_behind};
use chrono::Days;
use nightbench_calendar::CalendarStatus;
use nightbench_locale::Language;
use nightbench_store::{doctor as store, draft, station};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf, absolute};
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

/// What was done for the store while nobody waited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Tended {
    /// Drafts thrown away more than 30 days ago that are gone now.
    pub drafts_purged: u32,
    /// Today's backup, when there was none yet.
    pub backup: Option<Backup>,
}

/// How many daily backups are kept.
const DAILY_BACKUPS: usize = 14;

/// After this a restore is told and needs nobody any more, milliseconds: 30 days.
const RESTORE_NEWS_MS: i64 = 30 * MS_PER_DAY;

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
    checks.extend(put_aside(app)?);
    checks.push(restored(app)?);
    checks.push(clock(app)?);
    checks.extend(reach(app));
    checks.push(calendar(app)?);
    Ok(Report { ok: checks.iter().all(|check| check.level != Level::Fail), checks })
}

/// Whether a damaged file was put aside here: what could not be read of it is missing until somebody looks.
fn put_aside(app: &App) -> Result<Option<Check>, AppError> {
    let Some(folder) = app.store.path().map(|data| data.join("damaged")) else { return Ok(None) };
    let files = match fs::read_dir(&folder) {
        Ok(files) => files.count(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => 0,
        Err(error) => return Err(AppError::File(error)),
    };
    let level = if files == 0 { Level::Ok } else { Level::Warn };
    let args = BTreeMap::from([("files".to_owned(), files.to_string())]);
    Ok(Some(Check { code: "put_aside".to_owned(), level, args }))
}

/// Whether the records are those of a backup: what was recorded after it was made is not in them.
fn restored(app: &App) -> Result<Check, AppError> {
    let day = |at: i64| Ok::<_, AppError>(app.local(at)?.format("%Y-%m-%d %H:%M").to_string());
    let (level, args) = match came_back::restored(app)? {
        Some(restored) => {
            let is_news = app.now_ms().saturating_sub(restored.at) <= RESTORE_NEWS_MS;
            let level = if is_news { Level::Warn } else { Level::Ok };
            (level, [("at".to_owned(), day(restored.at)?), ("of".to_owned(), day(restored.of)?)].into())
        }
        None => (Level::Ok, BTreeMap::from([("at".to_owned(), "none".to_owned())])),
    };
    Ok(Check { code: "restored".to_owned(), level, args })
}

/// Whether the clock is behind what was recorded last.
fn clock(app: &App) -> Result<Check, AppError> {
    let level = if is_clock_behind(app)? { Level::Warn } else { Level::Ok };
    Ok(Check { code: "clock".to_owned(), level, args: BTreeMap::new() })
}

/// Whether the other accounts of this machine see these records.
fn reach(app: &App) -> Option<Check> {
    let level = if is_of_account(app.store.path()?) { Level::Warn } else { Level::Ok };
    Some(Check { code: "data_reach".to_owned(), level, args: BTreeMap::new() })
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
    // A check that could not even be made says nothing in numbers.
    for name in ["pages", "faults", "rows", "entries", "seq", "fault", "blobs", "damaged"] {
        args.entry(name.to_owned()).or_insert_with(|| "?".to_owned());
    }
    if check.code == store::Code::BackupAge {
        args.entry("age_days".to_owned()).or_insert_with(|| "none".to_owned());
    }
    Ok(Check { code: code.as_str().unwrap_or_default().to_owned(), level, args })
}

const MS_PER_DAY: i64 = 24 * 60 * 60 * 1000;

pub(crate) fn backup(app: &App, request: BackupRequest) -> Result<Backup, AppError> {
    let at = app.now_ms();
    let path = match request.path {
        Some(path) => outside_the_records(app, Path::new(&path))?,
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

/// Looks after the store once a host's first screen stands: makes the day's backup, keeps two weeks of them, removes
/// what was thrown away a month ago and the files of papers that were opened, and unpacks the fonts so that the first
/// form does not wait for them.
pub(crate) fn tend(app: &App, (): ()) -> Result<Written<Tended>, AppError> {
    nightbench_forms::warm_up()?;
    form::clear_spool(app)?;
    let purged = app.write_local(|tx| Ok(draft::purge(tx, app.now_ms())?))?;
    let drafts_purged = u32::try_from(purged.value).unwrap_or(u32::MAX);
    Ok(Written { value: Tended { drafts_purged, backup: daily_backup(app)? }, changes: purged.changes })
}

fn daily_backup(app: &App) -> Result<Option<Backup>, AppError> {
    let Some(folder) = app.store.path().map(|data| data.join("backups")) else { return Ok(None) };
    if station::station(&app.store)?.is_none() {
        return Ok(None);
    }
    fs::create_dir_all(&folder).map_err(AppError::File)?;
    let file = folder.join(format!("daily-{}.nightbench", app.today()?));
    if file.exists() {
        return Ok(None);
    }
    let made = backup(app, BackupRequest { path: Some(file.display().to_string()) })?;
    let mut daily: Vec<_> = fs::read_dir(&folder)
        .map_err(AppError::File)?
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("daily-")))
        .collect();
    // The date is in the name, so the order of names is that of days.
    daily.sort();
    let too_old = daily.len().saturating_sub(DAILY_BACKUPS);
    for path in daily.into_iter().take(too_old) {
        fs::remove_file(path).map_err(AppError::File)?;
    }
    Ok(Some(made))
}

/// A place a person chose for a file, as long as it is not one of the store's own: a backup written over the records
/// would be the end of both.
pub fn outside_the_records(app: &App, path: &Path) -> Result<PathBuf, AppError> {
    let path = absolute(path).map_err(AppError::File)?;
    let Some(data) = app.store.path() else { return Ok(path) };
    let real = |folder: &Path| folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let folder = path.parent().map(real).unwrap_or_default();
    if folder == real(data) { Err(AppError::OwnFile) } else { Ok(path) }
}

//! The working-day calendars of a station: the shipped ones with what was imported since, which days that moves, and the
//! dates of open work orders, which follow the newest. Closed ones keep the calendar they were closed under.
//!
//! Which day is worked is the `calendar` crate's; the promise of 10 to 20 working days is domain/cycle.rs.

use crate::commands::Written;
use crate::error::AppError;
use crate::session;
use crate::station::App;
use crate::ticket::dated;
use crate::user;
use chrono::{Datelike, NaiveDate};
use nightbench_calendar::pack::{CalendarPack, PackError, PackFault};
use nightbench_calendar::{Calendar, CalendarStatus, Day};
use nightbench_domain::cycle::Cycle;
use nightbench_domain::id::{CalendarPackId, TicketId};
use nightbench_domain::rma::RmaNumber;
use nightbench_store::calendar_pack::{self as store, ImportedCalendar};
use nightbench_store::ticket as tickets;
use nightbench_store::{Source, Tx, settings};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;
use ts_rs::TS;

/// The calendars of the station.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CalendarShelf {
    /// The centre's country, by two-letter code.
    pub country: String,
    /// The last day up to which, from today on, every day is published; absent when today is not.
    pub published_until: Option<NaiveDate>,
    /// The cycle of a unit received today.
    pub cycle_today: Cycle,
    /// The days of this year and the next two that differ from their day of the week..
    pub years: Vec<CalendarYear>,
    /// What was imported, the newest first.
    pub imports: Vec<CalendarImport>,
    /// Whether whoever is here may import one.
    pub may_import: bool,
}

/// A year of the centre's calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CalendarYear {
    /// Which.
    pub year: i32,
    /// Whether somebody has published it.
    pub status: CalendarStatus,
    /// Its holidays and make-up workdays.
    pub days: Vec<Day>,
}

/// A calendar that was imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CalendarImport {
    /// Its id.
    pub id: CalendarPackId,
    /// Name of the file.
    pub file: String,
    /// BLAKE3 of the file, hexadecimal.
    pub hash: String,
    /// Whose days it says.
    pub countries: Vec<String>,
    /// The years it arranges as a whole.
    pub years: Vec<i32>,
    /// Who imported it.
    pub imported_by: String,
    /// When, milliseconds since 1970 UTC.
    #[ts(type = "number")]
    pub imported_at: i64,
    /// Whether this program reads it; one that it does not is kept and not followed.
    pub is_read: bool,
}

/// A calendar file, for `calendar_preview` and `calendar_import`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CalendarFile {
    /// The file's name; one that ends in `.toml` is TOML, anything else CSV.
    pub file: String,
    /// What is in it.
    pub text: String,
}

/// What a calendar file would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CalendarPreview {
    /// The countries it speaks of.
    pub countries: Vec<CountryChange>,
    /// Whether the same file was imported before.
    pub is_known: bool,
    /// How many open work orders it would date anew.
    #[ts(type = "number")]
    pub moved: u64,
    /// How many of these become due later.
    #[ts(type = "number")]
    pub later: u64,
    /// The work orders, those received first first, at most [`MOVES_MAX`].
    pub moves: Vec<Move>,
}

/// What a calendar file would change in one country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CountryChange {
    /// Two capital letters.
    pub country: String,
    /// The years it arranges as a whole.
    pub years: Vec<i32>,
    /// Those of them that are published by it.
    pub published: Vec<i32>,
    /// How many days it names.
    pub days: u32,
    /// Days that are worked now and would be rest days, with their reason then.
    pub to_rest: Vec<Day>,
    /// Rest days that would be worked.
    pub to_work: Vec<Day>,
}

/// An open work order that a calendar would date anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Move {
    /// The work order.
    pub id: TicketId,
    /// Its number.
    pub rma: RmaNumber,
    /// Day 0.
    pub received_on: NaiveDate,
    /// Its dates now.
    pub before: Cycle,
    /// Its dates then.
    pub after: Cycle,
}

/// How many work orders a preview names.
const MOVES_MAX: usize = 200;
/// The largest calendar file, in bytes: all countries for ten years have 2 MB.
const FILE_MEGABYTES_MAX: usize = 8;
/// By which calendars and which country the open work orders were dated last.
const DATED_BY: &str = "dated_by";

/// The calendars that were imported, over the shipped ones.
#[derive(Clone, Default)]
pub(crate) struct Calendars {
    own: BTreeMap<String, Arc<Calendar>>,
    /// Those that others took the place of: what was decided by them can still be explained.
    earlier: Vec<Arc<Calendar>>,
    /// Of what was imported, in order.
    fingerprint: String,
}

impl Calendars {
    /// What the store holds. A file that this program does not read is not followed; the shelf says so.
    pub(crate) fn of(source: &impl Source) -> Result<Self, AppError> {
        let mut calendars = Self::default();
        for imported in store::imported(source)? {
            calendars.fingerprint.push_str(&imported.hash);
            if let Ok(packs) = CalendarPack::read(&imported.file, &imported.text) {
                calendars.add(&packs);
            }
        }
        Ok(calendars)
    }

    fn add(&mut self, packs: &[CalendarPack]) {
        for pack in packs {
            let before = self.calendar(&pack.country);
            self.own.insert(pack.country.clone(), Arc::new(before.with(pack)));
            self.earlier.push(before);
        }
    }

    /// The calendar of a country.
    pub(crate) fn calendar(&self, country: &str) -> Arc<Calendar> {
        let shipped = || Calendar::shared(country);
        self.own.get(Calendar::of(country).country()).map_or_else(shipped, Arc::clone)
    }

    /// The calendar of a country with that hash, if it is here: the one in use or an earlier one.
    pub(crate) fn named(&self, country: &str, hash: &str) -> Option<Arc<Calendar>> {
        let in_use = self.calendar(country);
        std::iter::once(&in_use).chain(&self.earlier).find(|calendar| calendar.hash() == hash).cloned()
    }

    /// Names everything that decides the dates of open work orders.
    fn dates_by(&self, country: &str) -> String {
        format!("{country} {} {}", Calendar::shipped_hash(), self.fingerprint)
    }
}

pub(crate) fn shelf(app: &App, (): ()) -> Result<CalendarShelf, AppError> {
    let calendar = app.calendar(None)?;
    let today = app.today()?;
    let years = (today.year()..=today.year() + 2).map(|year| CalendarYear {
        year,
        status: if calendar.is_published(year) {
            CalendarStatus::Published
        } else {
            CalendarStatus::Provisional
        },
        days: calendar.special_days(year),
    });
    let mut imports: Vec<_> = store::imported(&app.store)?.into_iter().map(shown).collect();
    imports.reverse();
    Ok(CalendarShelf {
        country: calendar.country().to_owned(),
        published_until: calendar.published_until(today),
        cycle_today: Cycle::of(&calendar, today),
        years: years.collect(),
        imports,
        may_import: user::may_manage(app)?,
    })
}

pub(crate) fn preview(app: &App, request: CalendarFile) -> Result<CalendarPreview, AppError> {
    let packs = read(app, &request)?;
    let before = app.calendars();
    let mut after = before.clone();
    after.add(&packs);
    let mut moves = Vec::new();
    let (mut moved, mut later) = (0, 0);
    let is_moved = |(day, cycle): &(tickets::Dated, tickets::Cycle)| plain(&day.cycle) != plain(cycle);
    for (day, cycle) in moving(&app.store, &after)?.into_iter().filter(is_moved) {
        moved += day.tickets;
        later += if cycle.limit_on > day.cycle.limit_on { day.tickets } else { 0 };
        let room = u32::try_from(MOVES_MAX - moves.len()).unwrap_or(u32::MAX);
        let rows = tickets::received(&app.store, day.received_on, day.calendar.as_deref(), room)?;
        moves.extend(rows.into_iter().map(|row| Move {
            id: row.id,
            rma: row.rma,
            received_on: row.received_on,
            before: plain(&row.cycle),
            after: plain(&cycle),
        }));
    }
    Ok(CalendarPreview {
        countries: packs.iter().map(|pack| change(pack, &before.calendar(&pack.country))).collect(),
        is_known: is_known(&app.store, &request.text)?,
        moved,
        later,
        moves,
    })
}

pub(crate) fn import(app: &App, request: CalendarFile) -> Result<Written<CalendarShelf>, AppError> {
    if !user::may_manage(app)? {
        return Err(AppError::ManagerNeeded);
    }
    read(app, &request)?;
    let imported_by = session::signed_in(app)?.map_or_else(|| app.actor(), |user| Ok(user.name))?;
    let written = app.write(|tx| {
        if is_known(tx, &request.text)? {
            return Err(AppError::NothingChanged);
        }
        let calendar = ImportedCalendar {
            id: CalendarPackId::new(app.ports.ids.uuid()),
            file: request.file.clone(),
            hash: hash(&request.text),
            text: request.text.clone(),
            imported_by: imported_by.clone(),
            imported_at: app.now_ms(),
        };
        store::add(tx, &calendar)?;
        let calendars = Calendars::of(tx)?;
        redate(app, tx, &calendars)?;
        // Whoever writes next dates by these.
        app.follow(calendars);
        Ok(())
    });
    if written.is_err() {
        app.follow(Calendars::of(&app.store)?);
    }
    Ok(Written { value: shelf(app, ())?, changes: written?.changes })
}

/// Dates the open work orders by the calendars and the country of now, when these are not those they were dated by: the
/// program brought newer calendars, or the centre moved.
pub(crate) fn settle(app: &App) -> Result<(), AppError> {
    let calendars = app.calendars();
    let wanted = calendars.dates_by(&settings::centre_card(&app.store)?.country);
    if settings::get(&app.store, DATED_BY)?.is_some_and(|dated_by| dated_by == wanted) {
        return Ok(());
    }
    app.write_local(|tx| redate(app, tx, &calendars))?;
    Ok(())
}

/// Dates every open work order that has other dates than these calendars give.
fn redate(app: &App, tx: &Tx<'_>, calendars: &Calendars) -> Result<(), AppError> {
    for (day, cycle) in moving(tx, calendars)? {
        tickets::redate_received(tx, day.received_on, day.calendar.as_deref(), &cycle)?;
    }
    let dated_by = calendars.dates_by(&settings::centre_card(tx)?.country);
    Ok(settings::set(tx, DATED_BY, &dated_by.into(), app.now_ms())?)
}

/// The open work orders, by day of receipt, that these calendars would date anew, with the dates.
fn moving(
    source: &impl Source,
    calendars: &Calendars,
) -> Result<Vec<(tickets::Dated, tickets::Cycle)>, AppError> {
    let centre = settings::centre_card(source)?.country;
    let days = tickets::dated(source)?.into_iter().map(|day| {
        let country = day.calendar.as_deref().unwrap_or(&centre);
        let cycle = dated(&calendars.calendar(country), day.received_on);
        (day, cycle)
    });
    Ok(days.filter(|(day, cycle)| day.cycle != *cycle).collect())
}

/// The packs of a file that may be imported over what is there.
fn read(app: &App, request: &CalendarFile) -> Result<Vec<CalendarPack>, AppError> {
    let refuse = |fault| AppError::CalendarFile(PackError { file: request.file.clone(), line: 1, fault });
    if request.text.len() > FILE_MEGABYTES_MAX << 20 {
        return Err(refuse(PackFault::TooLarge(FILE_MEGABYTES_MAX)));
    }
    let packs = CalendarPack::read(&request.file, &request.text).map_err(AppError::CalendarFile)?;
    let calendars = app.calendars();
    let taken_back = packs.iter().find_map(|pack| pack.unpublishes(&calendars.calendar(&pack.country)));
    taken_back.map_or(Ok(packs), |year| Err(refuse(PackFault::PublishedAlready(year))))
}

fn change(pack: &CalendarPack, before: &Calendar) -> CountryChange {
    let after = before.with(pack);
    let arranged = pack.years.iter().flat_map(|&year| {
        let first = NaiveDate::from_ymd_opt(year, 1, 1);
        first.into_iter().flat_map(move |first| first.iter_days().take_while(move |day| day.year() == year))
    });
    let laid_over = pack.rows.iter().map(|row| row.date).filter(|day| !pack.years.contains(&day.year()));
    let mut days: Vec<NaiveDate> = arranged.chain(laid_over).collect();
    days.sort_unstable();
    let turned = |works: bool| {
        let turned =
            days.iter().filter(|&&day| before.is_working(day) != works && after.is_working(day) == works);
        turned.map(|&day| after.day(day)).collect()
    };
    CountryChange {
        country: pack.country.clone(),
        years: pack.years.clone(),
        published: pack.published.clone(),
        days: u32::try_from(pack.rows.len()).unwrap_or(u32::MAX),
        to_rest: turned(false),
        to_work: turned(true),
    }
}

fn shown(imported: ImportedCalendar) -> CalendarImport {
    let packs = CalendarPack::read(&imported.file, &imported.text);
    let is_read = packs.is_ok();
    let packs = packs.unwrap_or_default();
    let mut years: Vec<i32> = packs.iter().flat_map(|pack| pack.years.iter().copied()).collect();
    years.sort_unstable();
    years.dedup();
    CalendarImport {
        id: imported.id,
        file: imported.file,
        hash: imported.hash,
        countries: packs.into_iter().map(|pack| pack.country).collect(),
        years,
        imported_by: imported.imported_by,
        imported_at: imported.imported_at,
        is_read,
    }
}

fn plain(cycle: &tickets::Cycle) -> Cycle {
    Cycle { target_on: cycle.target_on, limit_on: cycle.limit_on, calendar_status: cycle.calendar_status }
}

fn is_known(source: &impl Source, text: &str) -> Result<bool, AppError> {
    let hash = hash(text);
    Ok(store::imported(source)?.iter().any(|imported| imported.hash == hash))
}

fn hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex().to_string()
}

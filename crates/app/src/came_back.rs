//! What came back after the program ended without closing the records, as after a power cut, or after a backup was put in
//! their place: told to each person once, in one line. After a power cut everything that was called saved is there; after a
//! restore it says of when the records are.

use crate::bench::Bench;
use crate::commands::Written;
use crate::draft;
use crate::error::AppError;
use crate::session;
use crate::station::App;
use nightbench_domain::operation::Value;
use nightbench_domain::rma::RmaNumber;
use nightbench_store::ticket::{self, Listing};
use nightbench_store::{StoreError, consignment, journal, settings, station, stocktake};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is there again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CameBack {
    /// When the program started again, milliseconds since 1970 UTC.
    pub at: i64,
    /// Check-ins this person had begun; everybody's where nobody is signed in.
    pub drafts: u32,
    /// Whether a stock-take is open.
    pub stocktake: bool,
    /// Parcels that are not closed.
    pub parcels: u32,
    /// The work order that was saved last before.
    pub last: Option<LastSaved>,
    /// The records are those of a backup made then, milliseconds since 1970 UTC; absent after a power cut.
    pub restored_of: Option<i64>,
}

/// The newest work order, and when it was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LastSaved {
    /// Its number.
    pub rma: RmaNumber,
    /// When, milliseconds since 1970 UTC.
    pub at: i64,
}

/// What is remembered of such an end, until the next one.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct UncleanEnd {
    at: i64,
    last: Option<LastSaved>,
    /// Who has been told, by id; empty text for nobody signed in.
    told: Vec<String>,
    /// When the backup was made that was put in place.
    #[serde(default)]
    restored_of: Option<i64>,
}

/// A backup that was put in place of the records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Restored {
    /// When, milliseconds since 1970 UTC.
    pub(crate) at: i64,
    /// When the backup was made, milliseconds since 1970 UTC.
    pub(crate) of: i64,
}

const KEY: &str = "unclean_end";
/// After this it is no news, milliseconds: a week.
const NEWS_MS: i64 = 7 * 24 * 60 * 60 * 1000;

/// Notes at the start that the records were not closed the last time, or are those of a backup.
pub(crate) fn note(app: &App) -> Result<(), AppError> {
    if station::station(&app.store)?.is_none() {
        return Ok(());
    }
    let noted = remembered(app)?.map(|end| end.at);
    let restored = restored(app)?.filter(|restored| noted.is_none_or(|at| at < restored.at));
    if restored.is_none() && !app.store.was_left_open() {
        return Ok(());
    }
    let newest = ticket::page(&app.store, Listing::AllNewest, None, 1)?.rows.into_iter().next();
    let last = newest.map(|row| LastSaved { rma: row.rma, at: row.opened_at });
    let at = restored.map_or_else(|| app.now_ms(), |restored| restored.at);
    let restored_of = restored.map(|restored| restored.of);
    keep(app, &UncleanEnd { at, last, told: Vec::new(), restored_of })?;
    Ok(())
}

/// The last time a backup was put in place of the records, as their journal says.
pub(crate) fn restored(app: &App) -> Result<Option<Restored>, AppError> {
    let Some(station) = station::station(&app.store)? else { return Ok(None) };
    let entries = match journal::timeline(&app.store, station.id.uuid()) {
        Ok(entries) => entries,
        // The doctor says of a journal that does not hold.
        Err(StoreError::Damaged { .. }) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let newest = entries.iter().rev().find(|entry| entry.operation.kind == "station.restore");
    Ok(newest.and_then(|entry| {
        let fields = &entry.operation.fields;
        let of = fields.iter().find(|field| field.name == "backup_created_at").map(|field| &field.value);
        match of {
            Some(Value::Integer(of)) => Some(Restored { at: entry.operation.at, of: *of }),
            Some(_) | None => None,
        }
    }))
}

/// What to tell whoever is here now; `None` when there is nothing to tell them.
pub(crate) fn for_bench(app: &App) -> Result<Option<CameBack>, AppError> {
    let Some(end) = remembered(app)? else { return Ok(None) };
    let me = session::signed_in(app)?.map(|user| user.id);
    let is_told = end.told.contains(&me.map(|id| id.to_string()).unwrap_or_default());
    if is_told || app.now_ms().saturating_sub(end.at) > NEWS_MS {
        return Ok(None);
    }
    let mine = |draft: &&draft::DraftRow| {
        draft.discarded_at.is_none() && draft.saved_at <= end.at && (me.is_none() || draft.user == me)
    };
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(Some(CameBack {
        at: end.at,
        drafts: number(draft::list(app, ())?.iter().filter(mine).count()),
        stocktake: stocktake::open(&app.store)?.is_some(),
        parcels: number(consignment::open(&app.store)?.len()),
        last: end.last,
        restored_of: end.restored_of,
    }))
}

/// Whoever is here now has read it.
pub(crate) fn seen(app: &App, (): ()) -> Result<Written<Bench>, AppError> {
    let me = session::signed_in(app)?.map(|user| user.id.to_string()).unwrap_or_default();
    let changes = match remembered(app)? {
        Some(mut end) if !end.told.contains(&me) => {
            end.told.push(me);
            keep(app, &end)?.changes
        }
        Some(_) | None => nightbench_store::Changes::default(),
    };
    Ok(Written { value: crate::bench::today(app, ())?, changes })
}

fn remembered(app: &App) -> Result<Option<UncleanEnd>, AppError> {
    Ok(settings::get(&app.store, KEY)?.and_then(|stored| serde_json::from_value(stored).ok()))
}

fn keep(app: &App, end: &UncleanEnd) -> Result<Written<()>, AppError> {
    let value = serde_json::to_value(end).map_err(AppError::BadRequest)?;
    app.write_local(|tx| Ok(settings::set(tx, KEY, &value, app.now_ms())?))
}

//! What came back after the program ended without closing the records, as after a power cut: told to each person
//! once, in one line. Everything that was called saved is there; this only says so, and where to go on.

use crate::bench::Bench;
use crate::commands::Written;
use crate::draft;
use crate::error::AppError;
use crate::session;
use crate::station::App;
use nightbench_domain::rma::RmaNumber;
use nightbench_store::ticket::{self, Listing};
use nightbench_store::{consignment, settings, station, stocktake};
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
}

const KEY: &str = "unclean_end";
/// After this it is no news, milliseconds: a week.
const NEWS_MS: i64 = 7 * 24 * 60 * 60 * 1000;

/// Notes at the start that the records were not closed the last time.
pub(crate) fn note(app: &App) -> Result<(), AppError> {
    if !app.store.was_left_open() || station::station(&app.store)?.is_none() {
        return Ok(());
    }
    let newest = ticket::page(&app.store, Listing::AllNewest, None, 1)?.rows.into_iter().next();
    let last = newest.map(|row| LastSaved { rma: row.rma, at: row.opened_at });
    keep(app, &UncleanEnd { at: app.now_ms(), last, told: Vec::new() })?;
    Ok(())
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

//! A million recorded verdicts read back from SQLite on one core: each row's facts are parsed, assessed again and the
//! outcome compared with the recorded one, as a new pack or a new program is proved against what was said before. A row
//! that comes out differently is an error.

use crate::case::{Case, Chance};
use crate::size_mib;
use chrono::{Days, NaiveDate};
use nightbench_calendar::Calendar;
use nightbench_eligibility::{Facts, Outcomes, Policy, outcomes};
use report::Series;
use rusqlite::{Connection, params};
use serde_json::Value;
use std::error::Error;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

/// Verdicts in the store.
const ROWS: u32 = 1_000_000;
/// How often it is read.
const READINGS: usize = 5;
/// Days over which the claims of the store are spread.
const SPREAD_DAYS: usize = 700;

/// Makes the store and replays it, in turns with only reading it.
pub(crate) fn measure(
    policy: &Policy,
    calendar: &Calendar,
    cases: &[Case],
    folder: &Path,
    planted: bool,
) -> Result<Vec<Series>, Box<dyn Error>> {
    let file = folder.join("verdicts.db");
    record(policy, calendar, cases, &file)?;
    println!("store of {ROWS} verdicts: {:.0} MiB", size_mib(&file)?);
    let mut ours = Series::new("replay", "nightbench", "s/million", true);
    let mut on_core = Series::new("replay", "nightbench, on the core", "s/million", true);
    let mut parsing = Series::new("replay", "nightbench, facts read only", "s/million", true);
    let mut reading = Series::new("replay", "SQLite alone", "s/million", false);
    for _ in 0..READINGS {
        let before = seconds_on_core();
        ours.samples.push(seconds(|| replay(policy, calendar, &file))?);
        on_core.samples.extend(seconds_on_core().zip(before).map(|(after, before)| after - before));
        parsing.samples.push(seconds(|| {
            each(&file, |_, facts, _| {
                black_box(Facts::from_json(facts).map_err(|refused| refused.error)?);
                Ok(())
            })
        })?);
        reading.samples.push(seconds(|| {
            each(&file, |_, facts, recorded| {
                black_box((facts, recorded));
                Ok(())
            })
        })?);
    }
    if planted {
        let store = Connection::open(&file)?;
        store.execute(
            "UPDATE verdict SET outcomes = replace(outcomes, 'denied', 'granted') WHERE id = 777",
            [],
        )?;
        drop(store);
        match replay(policy, calendar, &file) {
            Err(error) => println!("planted: {error}"),
            Ok(()) => return Err("a falsified verdict was not found".into()),
        }
    }
    let counted = [ours, on_core, parsing, reading].into_iter().filter(|series| !series.samples.is_empty());
    Ok(counted.collect())
}

/// Every claim, its dates moved by whole days, until the store is full.
fn record(policy: &Policy, calendar: &Calendar, cases: &[Case], file: &Path) -> Result<(), Box<dyn Error>> {
    let mut store = Connection::open(file)?;
    store.execute_batch(
        "PRAGMA journal_mode = OFF;
         PRAGMA synchronous = OFF;
         CREATE TABLE verdict (id INTEGER PRIMARY KEY, facts TEXT NOT NULL, outcomes TEXT NOT NULL) STRICT;",
    )?;
    let transaction = store.transaction()?;
    let mut chance = Chance(0x2545_f491_4f6c_dd1d);
    {
        let mut insert =
            transaction.prepare("INSERT INTO verdict (id, facts, outcomes) VALUES (?1, ?2, ?3)")?;
        let mut recorded = String::new();
        for (id, case) in (0..ROWS).zip(cases.iter().cycle()) {
            let mut json = case.json.clone();
            move_dates(&mut json, Days::new(chance.below(SPREAD_DAYS) as u64));
            let facts = Facts::from_json(&json.to_string()).map_err(|refused| refused.error)?;
            write(&outcomes(policy, calendar, &facts), &mut recorded);
            insert.execute(params![id, serde_json::to_string(&facts)?, recorded])?;
        }
    }
    transaction.commit()?;
    Ok(())
}

fn replay(policy: &Policy, calendar: &Calendar, file: &Path) -> Result<(), Box<dyn Error>> {
    let mut now = String::new();
    each(file, |id, facts, recorded| {
        let facts = Facts::from_json(facts).map_err(|refused| refused.error)?;
        write(&outcomes(policy, calendar, &facts), &mut now);
        if now != recorded {
            return Err(format!("verdict {id} was {recorded} and is {now}").into());
        }
        Ok(())
    })
}

/// Every row of the store: its number, the facts and the recorded outcomes.
fn each(
    file: &Path,
    mut work: impl FnMut(i64, &str, &str) -> Result<(), Box<dyn Error>>,
) -> Result<(), Box<dyn Error>> {
    let store = Connection::open(file)?;
    let mut select = store.prepare("SELECT id, facts, outcomes FROM verdict")?;
    let mut rows = select.query([])?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        work(row.get(0)?, row.get_ref(1)?.as_str()?, row.get_ref(2)?.as_str()?)?;
        count += 1;
    }
    if count == ROWS { Ok(()) } else { Err(format!("{count} of {ROWS} verdicts were read").into()) }
}

/// The outcomes as they are recorded: a word for each remedy, with what it needs.
fn write(outcomes: &Outcomes, text: &mut String) {
    use nightbench_eligibility::verdict::Outcome;
    text.clear();
    for remedy in [outcomes.refund, outcomes.exchange, outcomes.free_repair, outcomes.paid_repair] {
        text.push_str(match remedy.outcome {
            Outcome::Granted => "granted",
            Outcome::Denied => "denied",
            Outcome::Needs => "needs",
        });
        for need in remedy.needs.iter() {
            text.push(' ');
            text.push_str(need.code());
        }
        text.push(';');
    }
}

fn seconds(work: impl FnOnce() -> Result<(), Box<dyn Error>>) -> Result<f64, Box<dyn Error>> {
    let begun = Instant::now();
    work()?;
    Ok(begun.elapsed().as_secs_f64())
}

/// How long this thread has had a core to itself, where the system says so: what other programs take while they
/// share the machine is not in it.
fn seconds_on_core() -> Option<f64> {
    let times = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = times.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}

/// Moves every date of a claim by the same number of days.
fn move_dates(facts: &mut Value, by: Days) {
    match facts {
        Value::String(text) => {
            if let Some(moved) = text.parse::<NaiveDate>().ok().and_then(|date| date.checked_add_days(by)) {
                *text = moved.to_string();
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|one| move_dates(one, by)),
        Value::Object(fields) => fields.values_mut().for_each(|one| move_dates(one, by)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

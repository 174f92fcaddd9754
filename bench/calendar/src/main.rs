//! Working days: ours against what others use, on the same dates of China, in turns. Before anything is timed everybody
//! answers, and how many of their answers are wrong stands beside their times: most know no make-up workday.
//!
//! What is right is counted day by day from the published file, by a loop of this program's own. A figure is
//! nanoseconds for one date.

mod published;

use bdays::{HolidayCalendar, HolidayCalendarCache};
use chrono::{Days, NaiveDate};
use nightbench_calendar::Calendar;
use published::Published;
use report::{Peer, Series};
use serde_json::{Value, json};
use std::error::Error;
use std::hint::black_box;
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

/// Days of which working days are counted: two years.
const SPAN_DAYS: u64 = 730;
/// Held back within each answer of the contender that is slow on purpose.
const PLANTED: Duration = Duration::from_micros(1);
/// Turns at the beginning that are not counted.
const WARM_UP: usize = 2;

/// What is asked of each date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Workload {
    /// The 20th working day after it.
    Add20,
    /// The 250th: a constant time shows here.
    Add250,
    /// How many working days the next two years have.
    Count,
}

impl Workload {
    const ALL: [Self; 3] = [Self::Add20, Self::Add250, Self::Count];

    const fn name(self) -> &'static str {
        match self {
            Self::Add20 => "add_20",
            Self::Add250 => "add_250",
            Self::Count => "count",
        }
    }

    /// The answer of somebody who can add and count, as text.
    fn answer(
        self,
        date: NaiveDate,
        add: impl Fn(NaiveDate, u32) -> NaiveDate,
        count: impl Fn(NaiveDate, NaiveDate) -> u32,
    ) -> String {
        match self {
            Self::Add20 => add(date, 20).to_string(),
            Self::Add250 => add(date, 250).to_string(),
            Self::Count => count(date, date + Days::new(SPAN_DAYS)).to_string(),
        }
    }
}

struct Wish {
    out: PathBuf,
    runs: usize,
    days: PathBuf,
    python: PathBuf,
    python_peer: PathBuf,
    node_peer: PathBuf,
    planted: bool,
}

fn main() -> ExitCode {
    let Some(wish) = wish() else {
        eprintln!("usage: calendar DAYS.csv PYTHON PYTHON_PEER NODE_PEER OUT RUNS [planted]");
        return ExitCode::from(2);
    };
    match measure(&wish) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("calendar: {error}");
            ExitCode::FAILURE
        }
    }
}

fn wish() -> Option<Wish> {
    let mut words = std::env::args_os().skip(1);
    let mut path = || words.next().map(PathBuf::from);
    let (days, python, python_peer, node_peer, out) = (path()?, path()?, path()?, path()?, path()?);
    let runs = words.next()?.to_str()?.parse().ok()?;
    let planted = words.next().is_some_and(|word| word == "planted");
    Some(Wish { out, runs, days, python, python_peer, node_peer, planted })
}

fn measure(wish: &Wish) -> Result<(), Box<dyn Error>> {
    let published = Published::read(&wish.days)?;
    let dates = dates()?;
    let right: Vec<Vec<String>> = Workload::ALL.map(|workload| right(&published, workload, &dates)).into();
    let folder = tempfile::tempdir_in(wish.out.parent().ok_or("no folder to measure in")?)?;
    let file = folder.path().join("dates.json");
    let texts: Vec<String> = dates.iter().map(ToString::to_string).collect();
    let holidays: Vec<String> = published.holidays().map(|day| day.to_string()).collect();
    let questions = json!({ "dates": texts, "holidays": holidays, "span_days": SPAN_DAYS });
    std::fs::write(&file, questions.to_string())?;

    let python = |name: &str| {
        let mut command = Command::new(&wish.python);
        command.arg(&wish.python_peer).arg(name).arg(&file);
        command
    };
    let mut node = Command::new("node");
    node.arg(&wish.node_peer).arg(&file);
    // How often, and about which part of the dates: enough for the clock, and no minute for the slow ones.
    let mut peers = [
        ("numpy", Peer::start("numpy", python("numpy"))?, (64, 1)),
        ("chinese-days", Peer::start("chinese-days", node)?, (1, 64)),
        ("chinesecalendar", Peer::start("chinesecalendar", python("chinesecalendar"))?, (1, 64)),
        ("holidays", Peer::start("holidays", python("holidays"))?, (1, 64)),
    ];
    let inside = inside(&published, wish.planted)?;

    let mut extra = serde_json::Map::new();
    for one in &inside {
        let said = Workload::ALL.map(|workload| dates.iter().map(|&date| one.said(workload, date)).collect());
        let wrong = wrong(one.name, &dates, &right, &said);
        if one.is_ours && wrong.iter().any(|dates| !dates.is_empty()) {
            return Err(format!("{} answers otherwise than the published file", one.name).into());
        }
        extra.insert(one.name.to_owned(), json!(wrong));
    }
    for (name, peer, _) in &mut peers {
        let said = peer.answers()?;
        let said = Workload::ALL.map(|workload| texts_of(said.get(workload.name())));
        extra.insert((*name).to_owned(), json!(wrong(name, &dates, &right, &said)));
    }

    let spans: Vec<(NaiveDate, NaiveDate)> = dates
        .iter()
        .map(|&date| (date, date.checked_add_days(Days::new(SPAN_DAYS)).unwrap_or(date)))
        .collect();
    let mut series: Vec<Series> = Vec::new();
    for workload in Workload::ALL {
        let mut of_inside: Vec<Series> =
            inside.iter().map(|one| Series::new(workload.name(), one.name, "ns/date", one.is_ours)).collect();
        let mut of_peers: Vec<Series> =
            peers.iter().map(|(name, ..)| Series::new(workload.name(), name, "ns/date", false)).collect();
        for turn in 0..wish.runs + WARM_UP {
            for (one, series) in inside.iter().zip(&mut of_inside) {
                let time = one.time(workload, &spans);
                if WARM_UP <= turn {
                    series.samples.push(time);
                }
            }
            for ((_, peer, (repeats, stride)), series) in peers.iter_mut().zip(&mut of_peers) {
                let times = peer.times(&format!("round {repeats} {} {stride}", workload.name()))?;
                if WARM_UP <= turn {
                    series.samples.extend(times);
                }
            }
        }
        series.extend(of_inside);
        series.extend(of_peers);
    }
    print!("{}", report::table(&series));
    report::write(&series, &wish.out)?;
    std::fs::write(wish.out.with_extension("wrong.json"), format!("{:#}\n", Value::Object(extra)))?;
    if wish.planted { judge_planted(&series) } else { Ok(()) }
}

/// Every day from 2019 on whose two years after it are published.
fn dates() -> Result<Vec<NaiveDate>, Box<dyn Error>> {
    let first = NaiveDate::from_ymd_opt(2019, 1, 1).ok_or("no such day")?;
    let last = NaiveDate::from_ymd_opt(2024, 11, 30).ok_or("no such day")?;
    Ok(first.iter_days().take_while(|day| *day <= last).collect())
}

fn right(published: &Published, workload: Workload, dates: &[NaiveDate]) -> Vec<String> {
    let answer = |&date| {
        workload.answer(date, |from, count| published.add(from, count), |from, to| published.count(from, to))
    };
    dates.iter().map(answer).collect()
}

/// The dates a contender is wrong about, by workload; said on screen, too.
fn wrong(
    name: &str,
    dates: &[NaiveDate],
    right: &[Vec<String>],
    said: &[Vec<String>; 3],
) -> [Vec<String>; 3] {
    let mut all = [const { Vec::new() }; 3];
    for ((wrong, right), said) in all.iter_mut().zip(right).zip(said) {
        for (at, (date, right)) in dates.iter().zip(right).enumerate() {
            if said.get(at) != Some(right) {
                wrong.push(date.to_string());
            }
        }
    }
    let [add_20, add_250, count] = &all;
    let total = dates.len();
    println!(
        "{name}: wrong about {} of {total} dates adding 20, {} adding 250, {} counting two years",
        add_20.len(),
        add_250.len(),
        count.len()
    );
    all
}

fn texts_of(said: Option<&Value>) -> Vec<String> {
    let list = said.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    list.iter().map(|one| one.as_str().unwrap_or_default().to_owned()).collect()
}

/// A contender inside this program.
struct Inside {
    name: &'static str,
    is_ours: bool,
    /// How often all dates are asked in one turn: enough for the clock.
    repeats: u32,
    who: Who,
}

/// Who answers: chosen once for a turn, so that no choice is in the times.
enum Who {
    Ours(&'static Calendar),
    /// Ours, held back in each answer.
    HeldBack(&'static Calendar),
    Cached(HolidayCalendarCache<NaiveDate>),
    Plain(Published),
}

impl Inside {
    fn said(&self, workload: Workload, date: NaiveDate) -> String {
        match &self.who {
            Who::Ours(ours) | Who::HeldBack(ours) => workload.answer(
                date,
                |from, count| ours.add_working_days(from, count).date,
                |from, to| ours.working_days_between(from, to),
            ),
            Who::Cached(calendar) => workload.answer(
                date,
                |from, count| step(calendar, from, count),
                |from, to| between(calendar, from, to),
            ),
            Who::Plain(calendar) => workload.answer(
                date,
                |from, count| step(calendar, from, count),
                |from, to| between(calendar, from, to),
            ),
        }
    }

    /// Nanoseconds for one date, the mean over all; each date comes with the end of its two years.
    fn time(&self, workload: Workload, dates: &[(NaiveDate, NaiveDate)]) -> f64 {
        match &self.who {
            Who::Ours(ours) => self.times(
                workload,
                dates,
                |from, count| ours.add_working_days(from, count).date,
                |from, to| ours.working_days_between(from, to),
            ),
            Who::HeldBack(ours) => self.times(
                workload,
                dates,
                |from, count| {
                    let begun = Instant::now();
                    while begun.elapsed() < PLANTED {}
                    ours.add_working_days(from, count).date
                },
                |from, to| ours.working_days_between(from, to),
            ),
            Who::Cached(calendar) => self.times(
                workload,
                dates,
                |from, count| step(calendar, from, count),
                |from, to| between(calendar, from, to),
            ),
            Who::Plain(calendar) => self.times(
                workload,
                dates,
                |from, count| step(calendar, from, count),
                |from, to| between(calendar, from, to),
            ),
        }
    }

    fn times(
        &self,
        workload: Workload,
        dates: &[(NaiveDate, NaiveDate)],
        add: impl Fn(NaiveDate, u32) -> NaiveDate,
        count: impl Fn(NaiveDate, NaiveDate) -> u32,
    ) -> f64 {
        let begun = Instant::now();
        for _ in 0..self.repeats {
            for &(date, end) in dates {
                match workload {
                    Workload::Add20 => _ = black_box(add(black_box(date), 20)),
                    Workload::Add250 => _ = black_box(add(black_box(date), 250)),
                    Workload::Count => _ = black_box(count(black_box(date), black_box(end))),
                }
            }
        }
        begun.elapsed().as_secs_f64() * 1e9 / f64::from(self.repeats) / dates.len() as f64
    }
}

fn inside(published: &Published, planted: bool) -> Result<[Inside; 3], Box<dyn Error>> {
    let ours = Calendar::of("CN");
    let first = NaiveDate::from_ymd_opt(2018, 1, 1).ok_or("no such day")?;
    let last = NaiveDate::from_ymd_opt(2028, 12, 31).ok_or("no such day")?;
    let cached = HolidayCalendarCache::new(published.clone(), first, last);
    let who = if planted { Who::HeldBack(ours) } else { Who::Ours(ours) };
    Ok([
        Inside { name: "nightbench", is_ours: true, repeats: 64, who },
        Inside { name: "bdays, cached", is_ours: false, repeats: 16, who: Who::Cached(cached) },
        Inside { name: "bdays, not cached", is_ours: false, repeats: 1, who: Who::Plain(published.clone()) },
    ])
}

/// bdays steps from a working day: a rest day is taken back to the one before it, so that it counts as day 0.
fn step(calendar: &impl HolidayCalendar<NaiveDate>, from: NaiveDate, count: u32) -> NaiveDate {
    calendar.advance_bdays(calendar.to_bday(from, false), count.cast_signed())
}

/// bdays counts up to a day without it and from a day with it, both moved to working days.
fn between(calendar: &impl HolidayCalendar<NaiveDate>, from: NaiveDate, to: NaiveDate) -> u32 {
    calendar.bdays(calendar.to_bday(from, false), calendar.to_bday(to, false)).cast_unsigned()
}

/// A harness that cannot see a microsecond in each answer measures nothing.
fn judge_planted(series: &[Series]) -> Result<(), Box<dyn Error>> {
    let ours = series.iter().find(|one| one.ours && one.workload == Workload::Add20.name());
    let seen = ours.map(Series::median).unwrap_or_default();
    if seen < PLANTED.as_secs_f64() * 1e9 {
        return Err(format!("{seen:.0} ns were measured where 1000 ns were held back").into());
    }
    println!("planted: 1000 ns held back in each answer, {seen:.0} ns measured");
    Ok(())
}

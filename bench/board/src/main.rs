//! The board and the lists on a big store, as the window asks for them: whole commands, the answer made into JSON included; then a
//! calendar that dates every open work order anew, on a copy. The memory is this process's, which is the app without its
//! window. No other program answers the same questions; the figures are held against the times that people wait.

use nightbench_app::ports::Ports;
use nightbench_app::station::App;
use report::Series;
use serde_json::{Value, json};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Held back within every answer of the contender that is slow on purpose.
const PLANTED: Duration = Duration::from_millis(20);
/// Answers at the beginning that are not counted.
const WARM_UP: usize = 5;
/// How often the calendar changes.
const CALENDARS: usize = 5;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [out, data, runs, rest @ ..] = words.as_slice() else {
        eprintln!("usage: board OUT DATA RUNS [planted]");
        return ExitCode::from(2);
    };
    let Ok(runs) = runs.parse() else {
        eprintln!("board: RUNS is a number");
        return ExitCode::from(2);
    };
    match measure(&PathBuf::from(out), &PathBuf::from(data), runs, !rest.is_empty()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("board: {error}");
            ExitCode::FAILURE
        }
    }
}

fn measure(out: &Path, data: &Path, runs: usize, planted: bool) -> Result<(), Box<dyn Error>> {
    let app = App::open(data, Ports::system())?;
    let open = ask(&app, "board_get", &json!({ "list": "open" }))?;
    let count = |name: &str| open.get(name).and_then(Value::as_u64).unwrap_or_default();
    println!("open work orders: {}", count("on_time") + count("due") + count("overdue"));
    let mut series = Vec::new();
    for (workload, command, request) in workloads() {
        let mut one = Series::new(workload, "nightbench", "ms", true);
        for run in 0..runs + WARM_UP {
            let begun = Instant::now();
            ask(&app, command, &request)?;
            if planted {
                std::thread::sleep(PLANTED);
            }
            if run >= WARM_UP {
                one.samples.push(begun.elapsed().as_secs_f64() * 1000.0);
            }
        }
        series.push(one);
    }
    let mut memory = Series::new("memory", "nightbench", "MiB", true);
    memory.samples.push(resident_mib()?);
    series.push(memory);
    drop(app);
    series.push(new_calendars(out, data)?);
    print!("{}", report::table(&series));
    report::write(&series, out)?;
    Ok(())
}

/// What a person waits for.
fn workloads() -> Vec<(&'static str, &'static str, Value)> {
    let list = |view: Value| json!({ "view": view, "limit": 40 });
    vec![
        // What the tray and the lists ask: the figures, the overdue count among them.
        ("counts", "ticket_list", json!({ "filter": "overdue", "limit": 1 })),
        ("ages", "board_get", json!({ "list": "overdue" })),
        ("ages of a model", "board_get", json!({ "list": "overdue", "model": "NV-640 手持热像仪" })),
        ("overdue", "board_list", list(json!({ "list": "overdue" }))),
        ("will miss", "board_list", list(json!({ "list": "will_miss" }))),
        ("awaiting parts", "board_list", list(json!({ "list": "awaiting_parts" }))),
        (
            "nobody's, a dealer",
            "board_list",
            list(json!({ "list": "open", "owner": "nobody", "dealer": "Owl Outdoor Supply" })),
        ),
        ("no such model", "board_list", list(json!({ "list": "open", "model": "no such" }))),
        ("forecast", "board_forecast", json!({ "list": "overdue" })),
        ("turnaround", "board_turnaround", json!({ "list": "overdue" })),
        ("choices", "board_choices", Value::Null),
        ("work orders", "ticket_list", json!({ "filter": "open", "limit": 100 })),
        ("all work orders", "ticket_list", json!({ "filter": "all", "limit": 100 })),
        ("bench", "bench_today", Value::Null),
    ]
}

/// A calendar that makes another day of December a rest day, time after time: the days of every open work order move.
fn new_calendars(out: &Path, data: &Path) -> Result<Series, Box<dyn Error>> {
    let folder = tempfile::tempdir_in(out.parent().ok_or("no folder to measure in")?)?;
    for entry in fs::read_dir(data)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::copy(entry.path(), folder.path().join(entry.file_name()))?;
        }
    }
    let app = App::open(folder.path(), Ports::system())?;
    let today = ask(&app, "board_get", &json!({}))?.get("as_of").cloned().unwrap_or_default();
    let (year, month) = today.as_str().and_then(|day| day.get(..4).zip(day.get(5..7))).ok_or("no day")?;
    sign_in_manager(&app)?;
    let mut series = Series::new("new calendar", "nightbench", "ms", true);
    for number in 0..CALENDARS {
        let days = (0..=number).map(|day| format!("{year}-{month}-{:02},holiday,休,rest\n", 24 + day));
        let text = format!("date,kind,name_zh,name_en\n{}", days.collect::<String>());
        let begun = Instant::now();
        ask(&app, "calendar_import", &json!({ "file": "days.csv", "text": text }))?;
        series.samples.push(begun.elapsed().as_secs_f64() * 1000.0);
    }
    Ok(series)
}

/// A calendar is a manager's to import; the demonstration's has the PIN that the README names.
fn sign_in_manager(app: &App) -> Result<(), Box<dyn Error>> {
    let session = ask(app, "session_get", &Value::Null)?;
    let people = session.get("people").and_then(Value::as_array).ok_or("no people")?;
    let manager =
        people.iter().find(|person| person.to_string().contains("\"manager\"")).ok_or("no manager")?;
    let id = manager.pointer("/user/id").or_else(|| manager.get("id")).ok_or("no id")?;
    ask(app, "session_start", &json!({ "user": id, "pin": "2468" }))?;
    Ok(())
}

fn ask(app: &App, command: &str, request: &Value) -> Result<Value, Box<dyn Error>> {
    let reply = app.dispatch(command, request.clone()).map_err(|error| format!("{command}: {error}"))?;
    Ok(reply.value)
}

/// Resident memory of this process.
fn resident_mib() -> Result<f64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).ok_or("no VmRSS")?;
    let kib: f64 = line.split_whitespace().nth(1).ok_or("no figure")?.parse()?;
    Ok(kib / 1024.0)
}

//! One claim after another: our engine against zen-engine and json-rules-engine, on the same claims, complete and
//! partial, in turns. The peers answer the same questions as far as their languages can; where they are wrong stands
//! beside their times. Then one core reads a million recorded verdicts back and assesses each again.
//!
//! A figure of a workload is nanoseconds for one evaluation of one claim; the median, the least and the greatest are
//! over the claims, so that the greatest is the worst case.

mod answer;
mod case;
mod question;
mod replay;

use answer::{Answer, REMEDIES, Wrong};
use case::Case;
use nightbench_calendar::Calendar;
use nightbench_eligibility::{Policy, assess, outcomes};
use report::{Peer, Series};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

/// Held back within each evaluation of the contender that is slow on purpose.
const PLANTED: Duration = Duration::from_micros(2);
/// Evaluations in a row of one claim, by how long one takes: many enough for the clock, few enough for a turn.
const OURS_REPEATS: u32 = 256;
const GROUNDS_REPEATS: u32 = 32;
const ZEN_REPEATS: u32 = 8;
const JSON_RULES_REPEATS: u32 = 2;
/// Turns at the beginning that are not counted: caches fill, and node compiles what it runs often.
const WARM_UP: usize = 3;

struct Wish {
    out: PathBuf,
    runs: usize,
    zen: PathBuf,
    json_rules: PathBuf,
    planted: bool,
}

fn main() -> ExitCode {
    let Some(wish) = wish() else {
        eprintln!("usage: eligibility ZEN_PEER JSON_RULES_PEER OUT RUNS [planted]");
        return ExitCode::from(2);
    };
    match measure(&wish) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("eligibility: {error}");
            ExitCode::FAILURE
        }
    }
}

fn wish() -> Option<Wish> {
    let mut words = std::env::args_os().skip(1);
    let (zen, json_rules, out) = (words.next()?.into(), words.next()?.into(), words.next()?.into());
    let runs = words.next()?.to_str()?.parse().ok()?;
    Some(Wish { out, runs, zen, json_rules, planted: words.next().is_some_and(|word| word == "planted") })
}

fn measure(wish: &Wish) -> Result<(), Box<dyn Error>> {
    let policy = Policy::shipped()?;
    let calendar = Calendar::of("CN");
    let cases = case::all()?;
    let right = right_answers(policy, calendar, &cases)?;
    let questions: Vec<Value> = cases.iter().map(question::question).collect();
    let folder = tempfile::tempdir_in(wish.out.parent().ok_or("no folder to measure in")?)?;
    let file = folder.path().join("claims.json");
    std::fs::write(&file, serde_json::to_vec(&questions)?)?;

    let mut zen = Command::new(&wish.zen);
    zen.arg(&file);
    let mut zen = Peer::start("zen-engine", zen)?;
    let mut json_rules = Command::new("node");
    json_rules.arg(&wish.json_rules).arg(&file);
    let mut json_rules = Peer::start("json-rules-engine", json_rules)?;
    let mut extra = serde_json::Map::new();
    for (name, peer) in [("zen-engine", &mut zen), ("json-rules-engine", &mut json_rules)] {
        extra.insert(
            name.to_owned(),
            wrong(name, &cases, &questions, &right, peer.answers()?.as_array().ok_or("no list of answers")?)?,
        );
    }

    let mut contenders = contenders(wish.planted);
    for turn in 0..wish.runs + WARM_UP {
        for contender in &mut contenders {
            let times = contender.times(policy, calendar, &cases, &mut zen, &mut json_rules)?;
            if WARM_UP <= turn {
                contender.turns.push(times);
            }
        }
    }
    drop((zen, json_rules));
    let mut series: Vec<Series> = Vec::new();
    for workload in ["outcome", "grounds"] {
        for is_complete in [true, false] {
            let these = contenders.iter().filter(|contender| contender.workload == workload);
            series.extend(these.map(|contender| contender.series(&cases, is_complete)));
        }
    }
    let planted = wish.planted.then(|| planted_delay(&series)).flatten();
    series.extend(allocations()?);
    series.extend(replay::measure(policy, calendar, &cases, folder.path(), wish.planted)?);
    print!("{}", report::table(&series));
    report::write(&series, &wish.out)?;
    std::fs::write(wish.out.with_extension("wrong.json"), format!("{:#}\n", Value::Object(extra)))?;
    match planted {
        Some(seen) => judge_planted(seen),
        None => Ok(()),
    }
}

/// Our answers, which must be those of the worked examples and of the second reading of the commitment
/// (crates/oracle), and the same with grounds as without.
fn right_answers(
    policy: &Policy,
    calendar: &Calendar,
    cases: &[Case],
) -> Result<Vec<[Answer; 4]>, Box<dyn Error>> {
    let mut right = Vec::new();
    for case in cases {
        let ours = answer::ours(&outcomes(policy, calendar, &case.facts));
        let verdict = serde_json::to_value(assess(policy, calendar, &case.facts).remedies)?;
        let second = second_reading(&case.json).ok_or("the second reading could not read a claim")?;
        for (remedy, answer) in REMEDIES.iter().zip(&ours) {
            let same = |other: &Value| other.get(remedy).and_then(Answer::of_json).as_ref() == Some(answer);
            if !same(&verdict) || !same(&second) || !case.expected.as_ref().is_none_or(same) {
                let said = |from: &Value| from.get(remedy).and_then(Answer::of_json);
                return Err(format!(
                    "our answers to {} differ for {remedy}: {answer:?}, with grounds {:?}, second reading {:?}: {}",
                    case.name,
                    said(&verdict),
                    said(&second),
                    case.json
                )
                .into());
            }
        }
        right.push(ours);
    }
    Ok(right)
}

/// What the second reading of the commitment answers, as the contract writes it.
fn second_reading(facts: &Value) -> Option<Value> {
    let answers = nightbench_oracle::outcomes(&nightbench_oracle::Claim::read(facts)?);
    let remedies = nightbench_oracle::REMEDIES.iter().zip(answers);
    Some(
        remedies
            .map(|(remedy, (outcome, needs))| (*remedy, json!({ "outcome": outcome, "needs": needs })))
            .collect(),
    )
}

/// Prints where a peer is wrong and gives it as JSON.
fn wrong(
    name: &str,
    cases: &[Case],
    questions: &[Value],
    right: &[[Answer; 4]],
    said: &[Value],
) -> Result<Value, Box<dyn Error>> {
    if said.len() != cases.len() {
        return Err(format!("{name} answered {} of {} claims", said.len(), cases.len()).into());
    }
    let mut by_reason: BTreeMap<Wrong, BTreeSet<&str>> = BTreeMap::new();
    let (mut complete, mut partial) = (BTreeSet::new(), BTreeSet::new());
    for (((case, question), right), said) in cases.iter().zip(questions).zip(right).zip(said) {
        for (answer, right) in answer::of_peer(question, said).iter().zip(right) {
            if let Some(wrong) = answer.wrong(right) {
                by_reason.entry(wrong).or_default().insert(&case.name);
                if case.is_complete { &mut complete } else { &mut partial }.insert(case.name.as_str());
            }
        }
    }
    let of = |is_complete: bool| cases.iter().filter(|case| case.is_complete == is_complete).count();
    println!(
        "{name}: wrong in {} of {} complete and {} of {} partial claims",
        complete.len(),
        of(true),
        partial.len(),
        of(false)
    );
    for (reason, names) in &by_reason {
        let first: Vec<&str> = names.iter().copied().take(12).collect();
        let more = if names.len() > first.len() { " ..." } else { "" };
        println!("  {} ({}): {}{more}", reason.reason(), names.len(), first.join(" "));
    }
    let reasons: BTreeMap<&str, &BTreeSet<&str>> =
        by_reason.iter().map(|(reason, names)| (reason.reason(), names)).collect();
    Ok(json!({ "complete": complete, "partial": partial, "reasons": reasons }))
}

/// Somebody who answers, at one workload.
struct Contender {
    workload: &'static str,
    name: &'static str,
    who: Who,
    /// Nanoseconds for each claim, turn by turn.
    turns: Vec<Vec<f64>>,
}

#[derive(Clone, Copy)]
enum Who {
    Outcomes,
    HeldBack,
    Grounds,
    Zen(&'static str),
    JsonRules,
}

fn contenders(planted: bool) -> Vec<Contender> {
    let contender = |workload, name, who| Contender { workload, name, who, turns: Vec::new() };
    let mut all = vec![
        contender("outcome", "nightbench", Who::Outcomes),
        contender("outcome", "zen-engine", Who::Zen("round")),
        contender("outcome", "json-rules-engine", Who::JsonRules),
        contender("grounds", "nightbench", Who::Grounds),
        contender("grounds", "zen-engine, trace", Who::Zen("trace")),
    ];
    if planted {
        all.push(contender("outcome", "nightbench, held back", Who::HeldBack));
    }
    all
}

impl Contender {
    fn times(
        &self,
        policy: &Policy,
        calendar: &Calendar,
        cases: &[Case],
        zen: &mut Peer,
        json_rules: &mut Peer,
    ) -> Result<Vec<f64>, Box<dyn Error>> {
        let each = |repeats, work: &dyn Fn(&Case)| {
            cases.iter().map(|case| nanoseconds(repeats, || work(case))).collect()
        };
        Ok(match self.who {
            Who::Outcomes => each(OURS_REPEATS, &|case| {
                black_box(outcomes(policy, calendar, black_box(&case.facts)));
            }),
            Who::HeldBack => each(OURS_REPEATS, &|case| {
                let begun = Instant::now();
                black_box(outcomes(policy, calendar, black_box(&case.facts)));
                while begun.elapsed() < PLANTED {
                    std::hint::spin_loop();
                }
            }),
            Who::Grounds => each(GROUNDS_REPEATS, &|case| {
                black_box(assess(policy, calendar, black_box(&case.facts)));
            }),
            Who::Zen(order) => zen.times(&format!("{order} {ZEN_REPEATS}"))?,
            Who::JsonRules => json_rules.times(&format!("round {JSON_RULES_REPEATS}"))?,
        })
    }

    /// For each claim of the set the median over the turns.
    fn series(&self, cases: &[Case], is_complete: bool) -> Series {
        let workload = format!("{}, {}", self.workload, if is_complete { "complete" } else { "partial" });
        let ours = matches!(self.who, Who::Outcomes | Who::HeldBack | Who::Grounds);
        let mut series = Series::new(&workload, self.name, "ns/claim", ours);
        for (at, _) in cases.iter().enumerate().filter(|(_, case)| case.is_complete == is_complete) {
            let mut one = Series::new("", "", "", false);
            one.samples = self.turns.iter().filter_map(|turn| turn.get(at).copied()).collect();
            series.samples.push(one.median());
        }
        series
    }
}

/// The mean of so many in a row.
fn nanoseconds(repeats: u32, work: impl Fn()) -> f64 {
    let begun = Instant::now();
    for _ in 0..repeats {
        work();
    }
    begun.elapsed().as_secs_f64() * 1e9 / f64::from(repeats)
}

/// Allocations of ours, counted by the program beside this one; an outcome must make none.
fn allocations() -> Result<Vec<Series>, Box<dyn Error>> {
    let counter = std::env::current_exe()?
        .with_file_name("allocations")
        .with_extension(std::env::consts::EXE_EXTENSION);
    let counted: BTreeMap<String, Vec<f64>> =
        serde_json::from_slice(&Command::new(counter).output()?.stdout)?;
    let one = |(what, samples): (String, Vec<f64>)| {
        let contender = format!("nightbench, {what}");
        Series { samples, ..Series::new("allocations", &contender, "a claim", true) }
    };
    let all: Vec<Series> = counted.into_iter().map(one).collect();
    let outcome =
        all.iter().find(|one| one.contender.ends_with("outcome")).ok_or("no allocations were counted")?;
    match outcome.samples.iter().filter(|&&count| 0.0 < count).count() {
        0 => Ok(all),
        some => Err(format!("the outcome of {some} claims allocates").into()),
    }
}

/// How long the contender that is held back was seen to take; it waits until the planted time has passed.
fn planted_delay(series: &[Series]) -> Option<f64> {
    series.iter().find(|one| one.contender.ends_with("held back")).map(Series::median)
}

fn judge_planted(seen: f64) -> Result<(), Box<dyn Error>> {
    let planted = PLANTED.as_secs_f64() * 1e9;
    println!("planted: {planted:.0} ns, seen: {seen:.0} ns");
    if (planted * 0.9..planted * 1.3).contains(&seen) {
        return Ok(());
    }
    Err("the planted delay was not seen: this measurement cannot be trusted on this machine now".into())
}

/// The size of a file.
pub(crate) fn size_mib(file: &Path) -> Result<f64, Box<dyn Error>> {
    let bytes = u32::try_from(std::fs::metadata(file)?.len() / 1024)?;
    Ok(f64::from(bytes) / 1024.0)
}

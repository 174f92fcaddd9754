//! The commitment as one table that a lawyer can read: situations in words, by clause, and what becomes of the four
//! remedies, with the clauses that decide. The engine writes it, people have read it, and it is pinned here. No rule of
//! the pack may be without a row: each is turned, and some row must then read otherwise.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

mod rows;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use nightbench_calendar::Calendar;
use nightbench_eligibility::policy::Words;
use nightbench_eligibility::policy::reading::Reading;
use nightbench_eligibility::{Facts, Policy, assess};
use nightbench_oracle::REMEDIES;
use rows::{ORDINARY_IN_WORDS, Row, date, rows};
use serde_json::Value;
use std::fmt::Write;
use toml::{Table, Value as Toml};

const PACK: &str = include_str!("../../../../policies/jingpin-commitment.toml");

/// The columns of a row: the four remedies and the readings they turn on.
fn cells(policy: &Policy, row: &Row) -> [String; 5] {
    let facts = Facts::from_value(&row.facts()).unwrap();
    let verdict = serde_json::to_value(assess(policy, Calendar::of("CN"), &facts)).unwrap();
    let words = |list: &Value| {
        let words = list.as_array().unwrap().iter().map(|word| word.as_str().unwrap().replace('_', " "));
        words.collect::<Vec<_>>()
    };
    let [refund, exchange, free_repair, paid_repair] = REMEDIES.map(|remedy| {
        let answer = &verdict["remedies"][remedy];
        let outcome = match answer["outcome"].as_str().unwrap() {
            "granted" => "yes".to_owned(),
            "denied" if answer["unsigned"] == true => "no*".to_owned(),
            "denied" => "no".to_owned(),
            _ => format!("open: {}", words(&answer["needs"]).join(", ")),
        };
        format!("{outcome} ({})", words(&answer["clauses"]).join(" "))
    });
    let readings = verdict["readings"].as_array().unwrap().iter().map(Value::to_string);
    [refund, exchange, free_repair, paid_repair, readings.collect::<Vec<_>>().join(" ")]
}

/// The whole table, in the order of the pack's clauses.
fn matrix(policy: &Policy) -> String {
    const HEADS: [&str; 5] = ["refund", "exchange", "free repair", "paid repair", "readings"];
    let place = |row: &Row| policy.clauses().iter().position(|clause| clause.id == *row.clause).unwrap();
    let mut rows = rows();
    rows.sort_by_key(place);
    let cells: Vec<[String; 5]> = rows.iter().map(|row| cells(policy, row)).collect();
    let words = rows.iter().map(|row| row.words.len()).max().unwrap();
    let width = |column: usize| cells.iter().map(|cells| cells[column].len()).max().unwrap();
    let widths: [usize; 5] = std::array::from_fn(|column| width(column).max(HEADS[column].len()));
    let line = |first: &str, cells: &[String; 5]| {
        let mut line = format!("  {first:words$}");
        cells.iter().zip(widths).for_each(|(cell, width)| write!(line, "  {cell:width$}").unwrap());
        format!("{}\n", line.trim_end())
    };
    let title = policy.title();
    let mut text = format!(
        "{} / {}, {}\n\nAn ordinary claim: {ORDINARY_IN_WORDS}\n\nEach row says what is different. Day 1 is the day after the purchase; month 1 ends on the corresponding day of the\n\
         next month.\n\n\
         yes: granted   no: denied   no*: denied until a person decides   open: what is needed\n\
         In brackets the clauses that decide, or what an open outcome waits for; at the end the readings that an\n\
         outcome turns on.\n\n{}",
        title.en,
        title.zh,
        policy.reference().version,
        line("", &HEADS.map(str::to_owned))
    );
    let mut last = "";
    for (row, cells) in rows.iter().zip(&cells) {
        if row.clause != last {
            let Words { zh, en } = &policy.clauses()[place(row)].summary;
            write!(text, "\n{}  {en}\n{:indent$}  {zh}\n", row.clause, "", indent = row.clause.len())
                .unwrap();
            last = row.clause;
        }
        text.push_str(&line(&row.words, cells));
    }
    text
}

#[test]
fn the_matrix_reads_as_it_was_read() {
    let written = matrix(Policy::shipped().unwrap());
    let place = concat!(env!("CARGO_TARGET_TMPDIR"), "/matrix.golden");
    std::fs::write(place, &written).unwrap();
    assert!(
        written == include_str!("matrix.golden"),
        "the matrix reads otherwise; read it and put it in the golden's place: {place}"
    );
}

/// An entry of the pack, in words, and the packs in which it is turned into something else.
type Turned = (String, Vec<Table>);

/// Every rule of the pack that can decide a claim, turned. A table of the pack that is not named here is no such rule.
fn turned_rules(pack: &Table) -> Vec<Turned> {
    const DECIDE_NOTHING: [&str; 5] = ["pack", "rank", "cycle", "reply", "clause"];
    let mut turned = Vec::new();
    for (name, entries) in pack.iter().filter(|(name, _)| !DECIDE_NOTHING.contains(&name.as_str())) {
        let entries = entries.as_array().cloned().unwrap_or_else(|| vec![entries.clone()]);
        for (at, entry) in entries.iter().enumerate() {
            let entry = entry.as_table().unwrap();
            let others = others(name, entry);
            let packs = others.into_iter().map(|other| {
                let mut pack = pack.clone();
                match &mut pack[name] {
                    Toml::Array(entries) => entries[at] = Toml::Table(other),
                    place => *place = Toml::Table(other),
                }
                pack
            });
            let what = ["product_class", "claim_object", "remedy", "kind", "finding", "wanting", "switch"];
            let what: Vec<&str> = what.iter().filter_map(|key| entry.get(*key)?.as_str()).collect();
            turned.push((format!("{name} {}", what.join(" ")), packs.collect()));
        }
    }
    turned
}

/// What else an entry could say.
fn others(name: &str, entry: &Table) -> Vec<Table> {
    let with = |key: &str, value: Toml| {
        let mut other = entry.clone();
        other.insert(key.to_owned(), value);
        other
    };
    let without = |key: &str| {
        let mut other = entry.clone();
        other.remove(key);
        other
    };
    let moved = |key: &str, by: i64| with(key, Toml::Integer(entry[key].as_integer().unwrap() + by));
    match name {
        // Longer and shorter: the last day and the day after it must both be there.
        "period" if entry.contains_key("months") => vec![moved("months", 1), moved("months", -1)],
        "period" => {
            let mut filled = without("alternative_months");
            filled.insert("months".to_owned(), Toml::Integer(3));
            vec![filled]
        }
        "floor" => vec![moved("months", 1), moved("months", -1)],
        "window" => vec![moved("days", 1), moved("days", -1)],
        "sale_kind" if entry.contains_key("lifted_by") => {
            let mut full = without("lifted_by");
            full.insert("effect".to_owned(), "full".into());
            vec![full, without("lifted_by")]
        }
        "sale_kind" => vec![with("effect", "no_return_or_exchange".into())],
        "exclusion" => ["user_caused", "contradicts_product_fault", "unless_defect_proven"]
            .into_iter()
            .map(|flag| with(flag, (entry.get(flag) != Some(&Toml::Boolean(true))).into()))
            .chain([with("clause", ANOTHER_CLAUSE.into())])
            .collect(),
        "evidence" => vec![with("clause", ANOTHER_CLAUSE.into())],
        "reading" => {
            let number = entry["number"].as_integer().unwrap();
            let reading =
                Reading::ALL.into_iter().find(|reading| i64::from(reading.number()) == number).unwrap();
            let options = entry["options"].as_array().unwrap();
            let other = options.iter().find(|option| **option != entry["chosen"]).unwrap();
            if reading.is_decided_by_facts() { vec![with("chosen", other.clone())] } else { Vec::new() }
        }
        unknown => panic!("`{unknown}` in the pack: say here how it is turned, or that it decides nothing"),
    }
}

/// A clause of the commitment that no entry cites: one that another cites is refused.
const ANOTHER_CLAUSE: &str = "1.2";

#[test]
#[cfg_attr(debug_assertions, ignore = "loads a pack for every turn of a rule: in release only")]
fn every_rule_of_the_pack_has_a_row_that_depends_on_it() {
    let shipped = Policy::shipped().unwrap();
    let rows = rows();
    let as_shipped: Vec<[String; 5]> = rows.iter().map(|row| cells(shipped, row)).collect();
    let reads_otherwise = |policy: &Policy| {
        rows.iter().zip(&as_shipped).any(|(row, cells_now)| cells(policy, row) != *cells_now)
    };
    let (mut without_row, mut turned_in_all) = (Vec::new(), 0);
    for (rule, packs) in turned_rules(&PACK.parse().unwrap()) {
        let mut accepted = 0;
        for pack in &packs {
            // Some turns make no pack at all: those are refused when it is loaded, and no row can show them.
            let Ok(policy) = Policy::load("turned.toml", &toml::to_string(pack).unwrap()) else { continue };
            accepted += 1;
            if !reads_otherwise(&policy) {
                without_row.push(rule.clone());
            }
        }
        turned_in_all += accepted;
        assert!(packs.is_empty() || accepted > 0, "no turn of it makes a pack: {rule}");
    }
    assert_eq!(without_row, Vec::<String>::new());
    assert_eq!(turned_in_all, 69, "the turns that make a pack; fewer, and a rule may have slipped by");
}

#[test]
fn a_rule_without_its_rows_is_noticed() {
    let pack: Table = PACK.parse().unwrap();
    let (_, packs) = turned_rules(&pack).into_iter().find(|(rule, _)| rule == "window exchange").unwrap();
    let policy = Policy::load("turned.toml", &toml::to_string(&packs[0]).unwrap()).unwrap();
    let changed = |row: &&Row| cells(&policy, row) != cells(Policy::shipped().unwrap(), row);
    let changed: Vec<String> = rows().iter().filter(changed).map(|row| row.words.clone()).collect();
    assert_eq!(
        changed,
        ["claimed on day 30, a Wednesday", "claimed on day 31"],
        "without them nothing would hold the 30 days"
    );
}

/// What a row's words say of its dates: each saying, and whether the facts say the same.
fn sayings(row: &Row) -> Vec<(String, bool)> {
    let facts = row.facts();
    let [purchase, claim, repaired] = ["/purchase/voucher_date", "/claim_date", "/prior_repairs/0/completed"]
        .map(|fact| facts.pointer(fact).filter(|fact| fact.is_string()).map(date));
    let days = |from: Option<NaiveDate>, number: u64| from.unwrap().checked_add_days(Days::new(number));
    let months = |from: Option<NaiveDate>, number: u32| from.unwrap().checked_add_months(Months::new(number));
    let words: Vec<&str> = row.words.split([' ', ',', ';', ':']).filter(|word| !word.is_empty()).collect();
    let mut sayings = Vec::new();
    // The day last spoken of, which a weekday after it names.
    let mut spoken_of = None;
    for at in 0..words.len() {
        let (before, here) = words.split_at(at);
        let held = match here {
            ["day", number, "is", ..] => {
                spoken_of = days(purchase, number.parse().unwrap());
                continue;
            }
            ["day", number, ..] if number.parse::<u64>().is_ok() => {
                let said = if before.ends_with(&["exchanged", "on"]) { repaired } else { claim };
                spoken_of = said;
                said == days(purchase, number.parse().unwrap())
            }
            ["day", "of", "purchase", ..] => claim == purchase,
            ["gives", number, "days", ..] => {
                spoken_of = days(purchase, number.parse().unwrap());
                continue;
            }
            [number, "days", "later", ..] => claim == days(repaired, number.parse().unwrap()),
            ["month", number, ..] if number.parse::<u32>().is_ok() => {
                let number: u32 = number.parse().unwrap();
                claim > months(purchase, number.checked_sub(1).unwrap()) && claim <= months(purchase, number)
            }
            ["last", "day", "of", "the", number, "months", ..] => {
                claim == months(repaired, number.parse().unwrap())
            }
            ["last", "day", "of", number, "months", ..] => claim == months(purchase, number.parse().unwrap()),
            [number, "months", "ago", ..] => claim == months(repaired, number.parse().unwrap()),
            ["first", "working", "day", ..] => {
                claim == spoken_of.map(|day| Calendar::of("CN").roll_forward(day).date)
            }
            ["that", "is", "worked", ..] => spoken_of.is_some_and(|day| Calendar::of("CN").is_working(day)),
            ["bought", "on", day, month, year, ..] => purchase
                .is_some_and(|date| date.format("%-d %B %Y").to_string() == [*day, *month, *year].join(" ")),
            ["claimed", "on", day, month, ..] if day.parse::<u32>().is_ok() => {
                claim.is_some_and(|date| date.format("%-d %B").to_string() == [*day, *month].join(" "))
            }
            ["claimed", "on", weekday, day, month, ..] if weekday.parse::<Weekday>().is_ok() => claim
                .is_some_and(|date| {
                    date.format("%A %-d %B").to_string() == [*weekday, *day, *month].join(" ")
                }),
            ["a", weekday, ..] if weekday.parse::<Weekday>().is_ok() => {
                spoken_of.is_some_and(|date| Ok(date.weekday()) == weekday.parse())
            }
            ["the", weekday, ..] if weekday.parse::<Weekday>().is_ok() => {
                claim.is_some_and(|date| Ok(date.weekday()) == weekday.parse())
            }
            _ => continue,
        };
        sayings.push((format!("{}, at `{}`", row.words, here.join(" ")), held));
    }
    sayings
}

#[test]
fn every_row_is_run_on_the_day_its_words_say() {
    let said: Vec<(String, bool)> = rows().iter().flat_map(sayings).collect();
    let untrue: Vec<&String> = said.iter().filter(|(_, held)| !held).map(|(saying, _)| saying).collect();
    assert_eq!(untrue, Vec::<&String>::new());
    assert_eq!(said.len(), 49, "what the words say of dates; fewer, and a saying may have slipped by");
}

#[test]
fn a_row_run_on_another_day_than_its_words_say_is_noticed() {
    let mut row = rows().into_iter().find(|row| row.words == "fault of its own, day 40").unwrap();
    row.changes["claim_date"] = "2026-04-13".into();
    let held: Vec<bool> = sayings(&row).into_iter().map(|(_, held)| held).collect();
    assert_eq!(held, [false], "13 April is day 42");
}

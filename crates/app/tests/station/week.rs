//! The sheet of a week: every figure of a small history by hand, and of a thrown one by a second count that goes through
//! all work orders one by one.

use crate::diagnosis::soak;
use crate::handover::{proven, request};
use crate::support::{Desk, PrinterOfTests, bare, desk};
use chrono::{DateTime, Days, NaiveDate, TimeDelta};
use nightbench_domain::repeat::batch_of;
use nightbench_domain::serial::SerialNumber;
use serde_json::{Value, json};
use std::cmp::Reverse;
use std::collections::BTreeMap;

impl Desk {
    fn week(&self, week: &str) -> Value {
        self.read("week_get", json!({ "week": week }))
    }

    /// Makes a unit ready and hands it over at an instant.
    fn goes_back(&self, id: &Value, at: &str) {
        let choice = json!({ "who": "李雷", "on": "2026-02-20", "words": "电话中说的" });
        let resolve = json!({ "id": id, "resolution": "return_unrepaired", "reason": "customer_wish", "choice": choice });
        self.write("ticket_resolve", resolve);
        self.moves(id, "prepare_return");
        self.clock.set(at);
        self.write("handover_record", request(id, json!({})));
    }

    /// A unit that came on a day, as it was typed at noon of it.
    fn came_on(&self, serial: &str, day: &str, changes: Value) -> Value {
        self.clock.set(&format!("{day}T04:00:00Z"));
        let mut intake = proven();
        intake.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        intake["received_on"] = json!(day);
        self.receive(serial, intake)["id"].clone()
    }
}

/// The figures of a sheet by name, the five weeks oldest first: `3`, `1 of 2`, `42000 CNY`, and `-` where nothing is on record.
fn figures(sheet: &Value) -> BTreeMap<String, Vec<String>> {
    let told = |amount: &Value| match amount["kind"].as_str() {
        Some("count") => amount["count"].to_string(),
        Some("share") => format!("{} of {}", amount["share"]["part"], amount["share"]["of"]),
        Some("money") => format!("{} {}", amount["minor"], amount["currency"].as_str().unwrap()),
        _ => "-".to_owned(),
    };
    let lines = sheet["lines"].as_array().unwrap().iter();
    lines
        .map(|line| {
            let weeks = line["weeks"].as_array().unwrap().iter().map(told).collect();
            (line["figure"].as_str().unwrap().to_owned(), weeks)
        })
        .collect()
}

/// Weeks 10 to 14 of 2026, Monday 2 March to Sunday 5 April.
fn five_weeks(desk: &Desk) -> Vec<Value> {
    desk.clock.set("2026-03-02T02:00:00Z");
    let part = desk.part("pb-01", false, 5);
    let unit = |number: u32| format!("JP2409-{number:05}");
    let ids: Vec<Value> =
        [1, 2, 3, 4, 7].map(|number| desk.came_on(&unit(number), "2026-03-02", json!({}))).to_vec();
    let need = json!({ "id": ids[2], "part": part, "quantity": 2, "terms": "warranty" });
    let line = desk.write("part_need", need)["parts"]["lines"][0]["id"].clone();
    desk.write("part_issue", json!({ "line": line }));
    // Day 10 is Monday 16 March, day 20 Monday 30 March.
    desk.goes_back(&ids[4], "2026-03-03T08:00:00Z");
    desk.goes_back(&ids[0], "2026-03-04T08:00:00Z");
    desk.goes_back(&ids[1], "2026-03-17T08:00:00Z");
    // Two mistakes: one taken back on Sunday in the last second, one on Monday in the first.
    for (number, at) in [(5, "2026-03-15T15:59:59Z"), (6, "2026-03-15T16:00:00Z")] {
        let id = desk.came_on(&unit(number), "2026-03-09", json!({}));
        desk.clock.set(at);
        desk.write("ticket_cancel", json!({ "id": id, "reason": "typed twice" }));
    }
    desk.goes_back(&ids[2], "2026-03-31T08:00:00Z");
    let owl = desk.came_on("JP2410-00008", "2026-03-30", json!({ "dealer": "Night Owl" }));
    desk.save(&owl, soak("72", false));
    desk.write("diagnosis_record", json!({ "id": owl, "lines": [{ "fault": "no_fault_found" }] }));
    desk.clock.set("2026-04-01T02:00:00Z");
    desk.diagnose(&ids[3], "shutter_stuck", "assembly");
    desk.clock.set("2026-04-02T02:00:00Z");
    desk.diagnose(&ids[3], "main_board", "soldering");
    // The first came back on the thirtieth day, the other on the thirty-third.
    let back = [
        desk.came_on("JP2409-00001", "2026-04-03", json!({})),
        desk.came_on("JP2409-00007", "2026-04-05", json!({})),
    ];
    for (result, attempt) in [("solved_remotely", "solved"), ("hardware_fault", "not_solved"), ("", "solved")]
    {
        let asked = json!({ "way": "call", "words": "开机黑屏", "advice": "charge it", "attempt": attempt,
            "customer": { "name": "李雷", "phone": "139 8000 5966" } });
        let enquiry = desk.write("enquiry_open", asked);
        if !result.is_empty() {
            desk.write("enquiry_end", json!({ "id": enquiry["row"]["id"], "result": result }));
        }
    }
    vec![ids[3].clone(), owl, back[0].clone(), back[1].clone(), ids[2].clone()]
}

#[test]
fn every_figure_of_a_small_history_is_what_it_is_by_hand() {
    let desk = desk();
    let ids = five_weeks(&desk);
    desk.clock.set("2026-04-06T02:00:00Z");
    let sheet = desk.read("week_get", json!({}));
    assert_eq!(
        (&sheet["weeks"][4]["week"], &sheet["as_of"]),
        (&json!("2026-W14"), &json!("2026-04-05")),
        "on Monday, of the week that ended"
    );
    for (figure, weeks) in [
        ("received", ["5", "1", "0", "0", "3"]),
        ("returned", ["2", "0", "1", "0", "1"]),
        ("open", ["3", "4", "2", "2", "4"]),
        ("overdue", ["0", "0", "0", "0", "1"]),
        ("on_target", ["2 of 2", "0 of 0", "0 of 1", "0 of 0", "0 of 1"]),
        ("on_limit", ["2 of 2", "0 of 0", "1 of 1", "0 of 0", "0 of 1"]),
        ("repeats_short", ["0 of 5", "0 of 1", "0 of 0", "0 of 0", "1 of 3"]),
        ("repeats_long", ["0 of 5", "0 of 1", "0 of 0", "0 of 0", "2 of 3"]),
        ("no_fault_found", ["0 of 0", "0 of 0", "0 of 0", "0 of 0", "1 of 2"]),
        ("solved_remotely", ["0 of 0", "0 of 0", "0 of 0", "0 of 0", "1 of 1"]),
        ("warranty_cost", ["0 CNY", "0 CNY", "0 CNY", "0 CNY", "42000 CNY"]),
    ] {
        assert_eq!(figures(&sheet)[figure], weeks, "{figure}");
    }
    assert_eq!(sheet["lines"][0]["before"], json!({ "kind": "mean", "tenths": 15 }));
    let rows = sheet["oldest"].as_array().unwrap();
    assert_eq!(rows.iter().map(|row| &row["id"]).collect::<Vec<_>>(), ids[..4].iter().collect::<Vec<_>>());
    assert_eq!(rows[0]["next"]["event"], "start_diagnosis");
    // What was diagnosed last in the week counts, and that there is no fault is none.
    assert_eq!(
        sheet["faults"],
        json!([{ "model": "NV-640", "batch": "JP2409-", "count":
            { "fault": "main_board", "zh": "主板故障", "en": "Main board faulty", "own": 1, "before": 0 } }])
    );
    assert_eq!(sheet["dealers"], json!([]));
}

#[test]
fn an_earlier_week_is_told_as_it_stood_at_its_end() {
    let desk = desk();
    five_weeks(&desk);
    // The unit that went on Tuesday was open and overdue on the Monday before, while its week lasted.
    desk.clock.set("2026-05-20T02:00:00Z");
    let sheet = desk.week("2026-W12");
    assert_eq!(figures(&sheet)["open"], ["-", "-", "3", "4", "2"], "and before the records nothing is told");
    assert_eq!(sheet["lines"][0]["standing"], Value::Null);
    let told: Vec<&Value> = sheet["oldest"].as_array().unwrap().iter().map(|row| &row["status"]).collect();
    assert_eq!(told, [&json!("returned"), &json!("to_be_diagnosed")], "as they stand today");
    assert_eq!(desk.week("2026-W21")["as_of"], "2026-05-20", "up to today while it lasts");
    assert_eq!(desk.refused("week_get", json!({ "week": "2026-W22" })), "week_to_come");
    assert_eq!(desk.refused("week_get", json!({ "week": "2026-W54" })), "bad_field");
}

#[test]
fn the_sheet_is_printed_on_one_page_and_a_fresh_station_has_one_too() {
    let desk = desk();
    let print = |language: &str| {
        let sheet = json!({ "sheet": { "kind": "week" }, "language": language });
        desk.read("sheet_make", sheet)
    };
    assert_eq!(desk.read("week_get", json!({}))["began_on"], Value::Null);
    assert_eq!(print("both")["pages"], 1);
    five_weeks(&desk);
    desk.clock.set("2026-04-06T02:00:00Z");
    let pdf = print("zh-CN");
    assert_eq!((&pdf["pages"], &pdf["name"]), (&json!(1), &json!("week.pdf")));
    assert_eq!(print("zh-CN")["hash"], pdf["hash"], "it can be printed again");
}

/// A work order as the second count knows it.
struct Known {
    id: String,
    serial: String,
    model: String,
    dealer: String,
    received_on: NaiveDate,
    target_on: NaiveDate,
    limit_on: NaiveDate,
    left_on: Option<NaiveDate>,
    cancelled_on: Option<NaiveDate>,
    /// Newest first: the day, and the faults.
    diagnoses: Vec<(NaiveDate, Vec<String>)>,
    warranty_minor: u64,
}

fn day(value: &Value) -> NaiveDate {
    value.as_str().unwrap().parse().unwrap()
}

/// The day in Chengdu.
fn local(at: &Value) -> NaiveDate {
    let instant = DateTime::from_timestamp_millis(at.as_i64().unwrap()).unwrap();
    (instant + TimeDelta::hours(8)).date_naive()
}

/// Every work order, as its own page tells it.
fn all_known(desk: &Desk) -> Vec<Known> {
    let (mut known, mut after) = (Vec::new(), Value::Null);
    while {
        let page = desk.read("ticket_list", json!({ "filter": "all", "after": after, "limit": 200 }));
        for row in page["rows"].as_array().unwrap() {
            let life = desk.read("ticket_get", json!({ "id": row["id"] }));
            let cancels = |entry: &&Value| {
                let mut fields = entry["fields"].as_array().unwrap().iter();
                entry["kind"] == "ticket.transition"
                    && fields.any(|field| field["name"] == "event" && field["value"] == "cancel")
            };
            let cancelled = life["timeline"].as_array().unwrap().iter().find(cancels);
            let records = life["diagnosis"]["records"].as_array().unwrap().iter();
            let faults = |record: &Value| -> Vec<String> {
                let lines = record["lines"].as_array().unwrap().iter();
                lines.map(|line| line["fault"].as_str().unwrap().to_owned()).collect()
            };
            let costs = life["parts"]["costs"].as_array().unwrap().iter();
            known.push(Known {
                id: row["id"].as_str().unwrap().to_owned(),
                serial: row["serial"].as_str().unwrap().to_owned(),
                model: row["model"].as_str().unwrap().to_owned(),
                dealer: life["intake"]["dealer"].as_str().unwrap().to_owned(),
                received_on: day(&row["received_on"]),
                target_on: day(&row["target_on"]),
                limit_on: day(&row["limit_on"]),
                left_on: row["handed_over_on"].as_str().map(|on| on.parse().unwrap()),
                cancelled_on: (row["status"] == "cancelled").then(|| local(&cancelled.unwrap()["at"])),
                diagnoses: records.map(|record| (day(&record["made_on"]), faults(record))).collect(),
                warranty_minor: costs.map(|cost| cost["warranty_minor"].as_u64().unwrap()).sum(),
            });
        }
        after = page["next"].clone();
        !after.is_null()
    } {}
    known
}

/// Every enquiry that is done with: when, and whether it was solved.
fn enquiries_done(desk: &Desk) -> Vec<(NaiveDate, bool)> {
    let rows = desk.read("enquiry_list", json!({ "limit": 500 }))["rows"].clone();
    let done = rows.as_array().unwrap().iter().filter(|row| row["is_open"] == false);
    done.map(|row| {
        let life = desk.read("enquiry_get", json!({ "id": row["id"] }));
        (local(&life["result_at"]), row["result"] == "solved_remotely")
    })
    .collect()
}

/// The figures of one week, as a sheet has them, counted a second time.
fn counted(
    known: &[Known],
    done: &[(NaiveDate, bool)],
    first: NaiveDate,
    last: NaiveDate,
) -> BTreeMap<String, String> {
    let within = |on: NaiveDate| first <= on && on <= last;
    let is_gone = |one: &Known| one.cancelled_on.is_some_and(|on| on <= last);
    let received: Vec<&Known> = known.iter().filter(|one| within(one.received_on) && !is_gone(one)).collect();
    let returned: Vec<&Known> = known.iter().filter(|one| one.left_on.is_some_and(within)).collect();
    let open: Vec<&Known> = open_at(known, last);
    let back_within = |days: i64| {
        let is_back = |one: &&&Known| {
            known.iter().any(|earlier| {
                earlier.id != one.id
                    && earlier.serial == one.serial
                    && earlier
                        .left_on
                        .is_some_and(|left| (0..=days).contains(&(one.received_on - left).num_days()))
            })
        };
        received.iter().filter(is_back).count()
    };
    let concluded: Vec<&Vec<String>> = known
        .iter()
        .filter_map(|one| one.diagnoses.iter().find(|(on, _)| within(*on)).map(|(_, faults)| faults))
        .collect();
    let none = concluded.iter().filter(|faults| faults.iter().any(|fault| fault == "no_fault_found")).count();
    let by = |limit: fn(&Known) -> NaiveDate| {
        returned.iter().filter(|one| one.left_on <= Some(limit(one))).count()
    };
    let answered: Vec<bool> =
        done.iter().filter(|(on, _)| within(*on)).map(|(_, is_solved)| *is_solved).collect();
    let cost: u64 = returned.iter().map(|one| one.warranty_minor).sum();
    [
        ("received", received.len().to_string()),
        ("returned", returned.len().to_string()),
        ("open", open.len().to_string()),
        ("overdue", open.iter().filter(|one| one.limit_on < last).count().to_string()),
        ("on_target", format!("{} of {}", by(|one| one.target_on), returned.len())),
        ("on_limit", format!("{} of {}", by(|one| one.limit_on), returned.len())),
        ("repeats_short", format!("{} of {}", back_within(30), received.len())),
        ("repeats_long", format!("{} of {}", back_within(90), received.len())),
        ("no_fault_found", format!("{none} of {}", concluded.len())),
        (
            "solved_remotely",
            format!("{} of {}", answered.iter().filter(|is_solved| **is_solved).count(), answered.len()),
        ),
        ("warranty_cost", format!("{cost} CNY")),
    ]
    .map(|(figure, told)| (figure.to_owned(), told))
    .into()
}

/// What was here at the end of a day, those received first before others.
fn open_at(known: &[Known], last: NaiveDate) -> Vec<&Known> {
    let is_after = |on: Option<NaiveDate>| on.is_none_or(|on| on > last);
    let mut open: Vec<&Known> = known
        .iter()
        .filter(|one| one.received_on <= last && is_after(one.left_on) && is_after(one.cancelled_on))
        .collect();
    open.sort_by_key(|one| (one.received_on, one.id.clone()));
    open
}

/// The most frequent faults by the words a sheet has for the place.
fn frequent(
    known: &[Known],
    weeks: &[(NaiveDate, NaiveDate)],
    place: impl Fn(&Known) -> Option<Vec<String>>,
) -> Vec<(Vec<String>, String, u32, u32)> {
    let mut found: BTreeMap<(Vec<String>, String), (u32, u32)> = BTreeMap::new();
    for (at, (first, last)) in weeks.iter().enumerate() {
        for one in known {
            let Some(place) = place(one) else { continue };
            let newest = one.diagnoses.iter().find(|(on, _)| first <= on && on <= last);
            for fault in newest.into_iter().flat_map(|(_, faults)| faults) {
                if fault != "no_fault_found" {
                    let (own, before) = found.entry((place.clone(), fault.clone())).or_default();
                    *if at + 1 == weeks.len() { own } else { before } += 1;
                }
            }
        }
    }
    let mut rows: Vec<_> =
        found.into_iter().map(|((place, fault), (own, before))| (place, fault, own, before)).collect();
    rows.sort_by_key(|(_, _, own, before)| Reverse((*own, *before)));
    rows.truncate(5);
    rows
}

/// Holds the sheets of some weeks to the second count. `today` bounds the week that lasts.
fn assert_counted(desk: &Desk, first_monday: &str, weeks: u64, today: NaiveDate) {
    let (known, done) = (all_known(desk), enquiries_done(desk));
    let began = known.iter().map(|one| one.received_on).min().unwrap();
    let monday: NaiveDate = first_monday.parse().unwrap();
    for week in 0..weeks {
        let span = |at: u64| {
            let first = monday + Days::new(7 * week) - Days::new(7 * (4 - at));
            (first, (first + Days::new(6)).min(today))
        };
        let spans: Vec<_> = (0..5).map(span).collect();
        let (own_first, own_last) = spans[4];
        let sheet = desk.week(&own_first.format("%G-W%V").to_string());
        for (at, (first, last)) in spans.iter().enumerate() {
            let counted = counted(&known, &done, *first, *last);
            for (figure, told) in figures(&sheet) {
                let expected = if *last < began { "-" } else { &counted[&figure] };
                assert_eq!(
                    told[at], expected,
                    "{figure} of the week from {first}, on the sheet from {own_first}"
                );
            }
        }
        let oldest: Vec<&str> =
            sheet["oldest"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect();
        let expected: Vec<&str> =
            open_at(&known, own_last).into_iter().take(10).map(|one| one.id.as_str()).collect();
        assert_eq!(oldest, expected, "{own_first}");
        let rows = |list: &str, names: &[&str]| -> Vec<(Vec<String>, String, u32, u32)> {
            let text = |value: &Value| value.as_str().unwrap().to_owned();
            let number = |value: &Value| u32::try_from(value.as_u64().unwrap()).unwrap();
            let told = sheet[list].as_array().unwrap().iter();
            told.map(|row| {
                let place = names.iter().map(|name| text(&row[*name])).collect();
                let count = &row["count"];
                (place, text(&count["fault"]), number(&count["own"]), number(&count["before"]))
            })
            .collect()
        };
        let of_batch = |one: &Known| {
            let serial = SerialNumber::parse(&one.serial).unwrap();
            Some(vec![one.model.clone(), batch_of(&serial).unwrap_or_default().to_owned()])
        };
        assert_eq!(rows("faults", &["model", "batch"]), frequent(&known, &spans, of_batch), "{own_first}");
        let of_dealer = |one: &Known| (!one.dealer.is_empty()).then(|| vec![one.dealer.clone()]);
        assert_eq!(rows("dealers", &["dealer"]), frequent(&known, &spans, of_dealer), "{own_first}");
    }
}

/// Numbers that look thrown and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    /// An instant of a day in Chengdu: often its first or its last second.
    fn instant(&mut self, day: NaiveDate) -> String {
        match self.below(3) {
            0 => format!("{}T16:00:00Z", day - Days::new(1)),
            1 => format!("{day}T15:59:59Z"),
            _ => format!("{day}T04:00:00Z"),
        }
    }
}

/// A year's quarter of units that come, are diagnosed, go back, come again or were a mistake, as the dice have it.
fn thrown(desk: &Desk, seed: u64) {
    let mut dice = Dice(seed);
    desk.clock.set("2026-02-23T02:00:00Z");
    let part = desk.part("pb-01", false, 200);
    let monday: NaiveDate = "2026-02-23".parse().unwrap();
    for _ in 0..90 {
        let serial = format!("JP24{:02}-{:05}", dice.below(3), dice.below(15));
        let on = monday + Days::new(dice.below(70));
        let dealer = ["", "Night Owl", "成都夜行者户外"][usize::try_from(dice.below(3)).unwrap()];
        let mut intake = proven();
        intake["received_on"] = json!(on);
        intake["dealer"] = json!(dealer);
        let intake = crate::support::intake(&serial, intake);
        desk.clock.set(&dice.instant(on));
        // It is here already, or the dice threw it before it went.
        let Ok(received) = desk.app.dispatch("intake_receive", json!({ "intake": intake })) else { continue };
        let id = received.value["id"].clone();
        let later = |dice: &mut Dice| {
            let after = on + Days::new(dice.below(40));
            dice.instant(after)
        };
        if dice.below(8) == 0 {
            desk.clock.set(&later(&mut dice));
            desk.write("ticket_cancel", json!({ "id": id, "reason": "typed twice" }));
            continue;
        }
        for _ in 0..dice.below(3) {
            desk.clock.set(&later(&mut dice));
            match dice.below(4) {
                0 => {
                    desk.save(&id, soak("72", false));
                    desk.write(
                        "diagnosis_record",
                        json!({ "id": id, "lines": [{ "fault": "no_fault_found" }] }),
                    );
                }
                1 => drop(desk.diagnose(&id, "shutter_stuck", "assembly")),
                _ => drop(desk.diagnose(&id, "main_board", "soldering")),
            }
        }
        if dice.below(3) > 0 {
            let need = json!({ "id": id, "part": part, "quantity": 1 + dice.below(2), "terms": "warranty" });
            if let Ok(life) = desk.app.dispatch("part_need", need) {
                let line = &life.value["parts"]["lines"][0]["id"];
                // Not where the dice found no fault: nobody knows then who bears it.
                drop(desk.app.dispatch("part_issue", json!({ "line": line })));
            }
            let at = later(&mut dice);
            desk.goes_back(&id, &at);
        }
    }
    for _ in 0..20 {
        let on = monday + Days::new(dice.below(80));
        desk.clock.set(&dice.instant(on));
        let attempt = if dice.below(2) == 0 { "solved" } else { "not_solved" };
        let asked = json!({ "way": "call", "words": "黑屏", "advice": "charge it", "attempt": attempt,
            "customer": { "name": "李雷", "phone": "139 8000 5966" } });
        let enquiry = desk.write("enquiry_open", asked);
        let result = if attempt == "solved" { "solved_remotely" } else { "hardware_fault" };
        desk.write("enquiry_end", json!({ "id": enquiry["row"]["id"], "result": result }));
    }
}

#[test]
fn the_figures_are_those_of_a_second_count_over_every_work_order() {
    let desk = desk();
    thrown(&desk, 0x5eed);
    // Thursday of the last of the weeks.
    let today: NaiveDate = "2026-05-07".parse().unwrap();
    desk.clock.set("2026-05-07T02:00:00Z");
    assert_counted(&desk, "2026-02-16", 12, today);
}

#[test]
fn the_figures_of_a_demonstration_are_those_of_a_second_count() {
    let data = tempfile::tempdir().unwrap();
    let today = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    nightbench_app::demo::fill(data.path(), 1_200, 7, today).unwrap();
    let desk = bare(Some(data.path()), PrinterOfTests::default(), 90_000);
    assert_counted(&desk, "2026-01-26", 6, today);
}

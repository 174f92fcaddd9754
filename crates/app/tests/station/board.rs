//! The board: every figure and every list against a plain count over all work orders of a demonstration, and the forecast, the
//! choice and the saved views on cases made by hand.

use crate::support::{Desk, PrinterOfTests, bare, desk};
use nightbench_calendar::Calendar;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const LISTS: [&str; 9] = [
    "overdue",
    "due_soon",
    "will_miss",
    "awaiting_agreement",
    "awaiting_documents",
    "awaiting_parts",
    "away",
    "complaints",
    "open",
];

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn rows(page: &Value) -> Vec<Value> {
    page["rows"].as_array().unwrap().clone()
}

impl Desk {
    /// Every row of a paged list, a few at a time.
    fn every(&self, command: &str, request: Value) -> Vec<Value> {
        let (mut found, mut after) = (Vec::new(), Value::Null);
        loop {
            let mut asked = request.clone();
            asked["after"] = after.clone();
            asked["limit"] = json!(7);
            let page = self.read(command, asked);
            found.extend(rows(&page));
            after = page["next"].clone();
            if after.is_null() {
                return found;
            }
        }
    }

    fn listed(&self, view: &Value) -> Vec<Value> {
        self.every("board_list", json!({ "view": view }))
    }
}

fn rmas<'a>(rows: impl IntoIterator<Item = &'a Value>) -> Vec<String> {
    let mut found: Vec<String> = rows.into_iter().map(|row| text(&row["rma"]).to_owned()).collect();
    found.sort();
    found
}

#[test]
fn figures_and_lists_are_what_a_plain_count_over_all_work_orders_gives() {
    let data = tempfile::tempdir().unwrap();
    nightbench_app::demo::fill(data.path(), 700, 7, "2026-03-02".parse().unwrap()).unwrap();
    let desk = bare(Some(data.path()), PrinterOfTests::default(), 90_000);
    // Ten days in which nothing happened.
    let today = "2026-03-12";
    desk.clock.set("2026-03-12T02:00:00Z");
    let all = desk.every("ticket_list", json!({ "filter": "all" }));
    let open: Vec<&Value> = all.iter().filter(|row| row["state"] != "done").collect();
    let soon = Calendar::of("CN").add_working_days(today.parse().unwrap(), 3).date.to_string();
    let is_in = |list: &str, row: &Value| match list {
        "overdue" => row["state"] == "overdue",
        "due_soon" => text(&row["limit_on"]) >= today && text(&row["limit_on"]) <= soon.as_str(),
        "complaints" => false,
        "open" => true,
        status => row["status"] == status,
    };
    assert!(
        open.iter().any(|row| row["state"] == "overdue") && open.len() > 20,
        "the demonstration is too small"
    );
    let model = open[0]["model"].clone();
    for view in
        [json!({}), json!({ "model": model }), json!({ "owner": "nobody" }), json!({ "status": "in_repair" })]
    {
        let is_chosen = |row: &Value| {
            (view["model"].is_null() || row["model"] == view["model"])
                && (view["status"].is_null() || row["status"] == view["status"])
        };
        let board = desk.read("board_get", view.clone());
        for state in ["on_time", "due", "overdue"] {
            let counted = open.iter().filter(|row| is_chosen(row) && row["state"] == state).count();
            assert_eq!(board[state], counted, "{view} {state}");
        }
        let mut ages: BTreeMap<(String, u64), u64> = BTreeMap::new();
        for row in open.iter().filter(|row| view["status"].is_string() || is_chosen(row)) {
            let age = (text(&row["status"]).to_owned(), row["elapsed_working_days"].as_u64().unwrap());
            *ages.entry(age).or_default() += 1;
        }
        let shown = board["ages"].as_array().unwrap().iter().map(|age| {
            let key = (text(&age["status"]).to_owned(), age["working_day"].as_u64().unwrap());
            (key, age["tickets"].as_u64().unwrap())
        });
        assert_eq!(shown.collect::<BTreeMap<_, _>>(), ages, "{view}");
        for list in LISTS.into_iter().filter(|list| *list != "will_miss") {
            let expected = rmas(open.iter().copied().filter(|row| is_in(list, row) && is_chosen(row)));
            let mut asked = view.clone();
            asked["list"] = json!(list);
            let listed = desk.listed(&asked);
            assert_eq!(rmas(listed.iter().map(|one| &one["row"])), expected, "{asked}");
            let figure = board["lists"].as_array().unwrap().iter().find(|one| one["list"] == list).unwrap();
            assert_eq!(figure["tickets"], expected.len(), "{asked}");
            let limits: Vec<&str> = listed.iter().map(|one| text(&one["row"]["limit_on"])).collect();
            assert!(limits.is_sorted(), "{asked}");
        }
        // Who will miss day 20: the figure, the list, and the rows of the list of all that say so, are the same.
        let mut asked = view.clone();
        asked["list"] = json!("will_miss");
        let said = desk.listed(&asked);
        asked["list"] = json!("open");
        let marked: Vec<Value> = desk
            .listed(&asked)
            .into_iter()
            .filter(|one| !one["outlook"].is_null())
            .map(|one| one["row"].clone())
            .collect();
        assert_eq!(rmas(said.iter().map(|one| &one["row"])), rmas(&marked), "{view}");
        assert_eq!(desk.read("board_forecast", asked)["will_miss"], marked.len(), "{view}");
    }
    // What comes next says the same on the board as in the work order itself.
    let is_gated = |one: &&Value| !one["row"]["next"]["gate"].is_null();
    let listed = desk.listed(&json!({ "list": "open" }));
    for row in listed.iter().map(|one| &one["row"]) {
        assert_eq!(row["next"], desk.read("ticket_get", json!({ "id": row["id"] }))["work"]["next"], "{row}");
    }
    assert!(listed.iter().filter(is_gated).count() > 3, "no gate is shut in the demonstration");
    let is_to_come = |row: &&Value| row["handed_over_on"].as_str().is_some_and(|on| on > "2026-03-02");
    assert_eq!(all.iter().find(is_to_come), None, "the demonstration gave back on a day to come");
    let took = desk.read("board_turnaround", json!({}));
    let since = text(&took["since"]);
    assert_eq!(since, "2025-12-19");
    let back: Vec<&Value> =
        all.iter().filter(|row| row["handed_over_on"].as_str().is_some_and(|on| on >= since)).collect();
    let by = |day: &str| back.iter().filter(|row| text(&row["handed_over_on"]) <= text(&row[day])).count();
    let turnaround = &took["turnaround"];
    assert_eq!(
        (&turnaround["units"], &turnaround["by_target"], &turnaround["by_limit"]),
        (&json!(back.len()), &json!(by("target_on")), &json!(by("limit_on")))
    );
    let mut days: Vec<u64> = back.iter().map(|row| row["elapsed_working_days"].as_u64().unwrap()).collect();
    days.sort_unstable();
    assert!(days.len() >= 20, "too few came back for a spread");
    for (percent, name) in [(50, "p50"), (85, "p85"), (95, "p95")] {
        let rank = (days.len() * percent).div_ceil(100);
        assert_eq!(turnaround["spread"][name], days[rank - 1], "{name}");
    }
    let points: u64 =
        took["points"].as_array().unwrap().iter().map(|point| point["tickets"].as_u64().unwrap()).sum();
    assert_eq!(points, u64::try_from(back.len()).unwrap());
}

#[test]
fn a_part_that_comes_on_day_20_or_later_misses_it_and_the_row_says_when_it_comes() {
    let desk = desk();
    let id = desk.receive("JP2409-00417", json!({}))["id"].clone();
    desk.write("ticket_act", json!({ "id": id, "event": "start_diagnosis" }));
    let part = json!({ "number": "SHT-12", "name_zh": "快门", "name_en": "Shutter", "position": "", "is_serialised": false, "currency": "CNY" });
    let part = desk.write("part_save", part)["id"].clone();
    let need = |on: &str| json!({ "id": id, "part": part, "quantity": 1, "terms": "warranty", "expected_on": on, "wait": true });
    let life = desk.write("part_need", need("2026-03-27"));
    assert_eq!(life["row"]["limit_on"], "2026-03-30");
    assert_eq!(desk.read("board_forecast", json!({}))["will_miss"], 0);
    let line = life["parts"]["lines"][0]["id"].clone();
    desk.write("part_expect", json!({ "line": line, "expected_on": "2026-03-30" }));
    let forecast = desk.read("board_forecast", json!({}));
    assert_eq!((&forecast["will_miss"], &forecast["by_parts"]), (&json!(1), &json!(1)));
    let listed = desk.listed(&json!({ "list": "will_miss" }));
    assert_eq!(listed[0]["outlook"], json!({ "kind": "parts", "on": "2026-03-30" }));
    assert_eq!((&listed[0]["over_working_days"], &listed[0]["since"]), (&json!(-20), &json!("2026-03-02")));
    assert_eq!(
        desk.listed(&json!({ "list": "will_miss", "owner": "me" })).len(),
        1,
        "nobody is signed in: nobody's"
    );
    assert_eq!(desk.listed(&json!({ "list": "will_miss", "model": "another" })), [] as [Value; 0]);
    // Once it is too late it is overdue, and no forecast.
    desk.clock.set("2026-03-31T02:00:00Z");
    assert_eq!(desk.read("board_forecast", json!({}))["will_miss"], 0);
    let overdue = desk.listed(&json!({ "list": "overdue" }));
    assert_eq!((&overdue[0]["over_working_days"], &overdue[0]["outlook"]), (&json!(1), &Value::Null));
}

#[test]
fn a_row_says_what_was_promised_who_complains_and_when_anybody_was_spoken_to() {
    let desk = desk();
    let id = desk.receive("JP2409-00417", json!({}))["id"].clone();
    let about = json!({ "kind": "ticket", "id": id });
    let listed = desk.listed(&json!({ "list": "open" }));
    assert_eq!((&listed[0]["promised_on"], &listed[0]["reached_on"]), (&Value::Null, &Value::Null));
    let open =
        |kind: &str, on: &str| json!({ "about": about, "kind": kind, "words": "周五前", "due_on": on });
    desk.write("follow_up_open", open("promise", "2026-03-20"));
    desk.write("follow_up_open", open("promise", "2026-03-13"));
    desk.write("follow_up_open", open("complaint", "2026-03-05"));
    desk.write(
        "contact_log",
        json!({ "about": about, "way": "call", "direction": "out", "words": "已告知" }),
    );
    let listed = desk.listed(&json!({ "list": "complaints" }));
    assert_eq!(
        (&listed[0]["promised_on"], &listed[0]["complaint_due_on"], &listed[0]["reached_on"]),
        (&json!("2026-03-13"), &json!("2026-03-05"), &json!("2026-03-02"))
    );
}

#[test]
fn a_view_is_kept_under_its_name_until_it_is_forgotten() {
    let desk = desk();
    assert_eq!(desk.read("board_views", Value::Null), json!([]));
    let view =
        json!({ "list": "due_soon", "status": null, "owner": "nobody", "model": "NV-640", "dealer": null });
    desk.write("board_view_save", json!({ "name": " 周一 ", "view": view }));
    let newer =
        json!({ "list": "overdue", "status": "in_repair", "owner": null, "model": null, "dealer": null });
    let kept = desk.write("board_view_save", json!({ "name": "周一", "view": newer }));
    assert_eq!(kept, json!([{ "name": "周一", "view": newer }]), "one name is one view");
    for name in ["", "  ", &"长".repeat(41)] {
        let refused = desk.app.dispatch("board_view_save", json!({ "name": name, "view": view }));
        assert_eq!(refused.unwrap_err().failure().code, "view_name");
    }
    for number in 1..30 {
        desk.write("board_view_save", json!({ "name": number.to_string(), "view": view }));
    }
    let refused = desk.app.dispatch("board_view_save", json!({ "name": "31", "view": view }));
    assert_eq!(refused.unwrap_err().failure().code, "view_full");
    desk.write("board_view_forget", json!({ "name": "周一" }));
    assert_eq!(desk.read("board_views", Value::Null).as_array().unwrap().len(), 29);
    let unknown = desk.app.dispatch("board_get", json!({ "owner": "everybody" }));
    assert_eq!(unknown.unwrap_err().failure().code, "bad_field");
}

#[test]
fn a_list_of_the_board_is_opened_as_a_table_and_all_work_orders_say_when_they_ended() {
    let desk = desk();
    let first = desk.receive("JP2409-00417", json!({ "dealer": "=cmd", "model": "NV-640" }));
    desk.receive("JP2409-00418", json!({ "model": "NV-100" }));
    let ask = |format: &str, language: &str| {
        let view = json!({ "list": "open", "model": "NV-640" });
        desk.read("board_export", json!({ "view": view, "format": format, "language": language }))
    };
    assert_eq!(ask("xlsx", "en")["rows"], 1);
    let workbook = desk.printer.jobs.lock().unwrap().pop().unwrap();
    assert_eq!(workbook.0, "viewer", "it is opened, not printed");
    assert!(workbook.2.starts_with(b"PK"), "a workbook is a zip file");
    ask("csv", "zh-CN");
    let (_, _, csv) = desk.printer.jobs.lock().unwrap().pop().unwrap();
    let text = String::from_utf8(csv).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].starts_with("\u{feff}返修授权号,序列号,型号,产品类别,客户,经销商,"), "{text}");
    assert!(lines[1].contains(",NV-640,整机,"), "{text}");
    assert!(lines[1].contains(",'=cmd,2026-03-02,2026-03-16,2026-03-30,,0,待检测,"), "{text}");
    assert_eq!(lines.len(), 2);
    let (rows, csv) = nightbench_app::export::tickets(
        &desk.app,
        nightbench_app::export::ExportFormat::Csv,
        "en".parse().unwrap(),
    )
    .unwrap();
    let text = String::from_utf8(csv).unwrap();
    assert_eq!((rows, text.lines().count()), (2, 3));
    assert!(text.contains(first["rma"].as_str().unwrap()) && text.contains("Handed over"), "{text}");
}

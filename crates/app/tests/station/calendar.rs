//! Newer calendars: what one would move is shown, then done; bad ones change nothing; closed work orders keep theirs.

use crate::support::{PrinterOfTests, bare, desk};
use serde_json::{Value, json};

/// The notice of the State Council, shortened: 4 January is a rest day, Saturday 9 January is worked for it.
const NOTICE: &str = "date,kind,name_zh,name_en\n2027-01-01,holiday,元旦,New Year's Day\n\
    2027-01-04,holiday,元旦,New Year's Day\n2027-01-05,holiday,元旦,New Year's Day\n\
    2027-01-09,makeup_workday,元旦,New Year's Day\n";

fn file(text: &str) -> Value {
    json!({ "file": "cn_2027.csv", "text": text })
}

fn dates(row: &Value) -> (&str, &str, &str) {
    let text = |name: &str| row[name].as_str().unwrap();
    (text("target_on"), text("limit_on"), text("calendar_status"))
}

#[test]
fn a_newer_calendar_shows_what_it_moves_and_then_moves_it_and_nothing_that_is_closed() {
    let desk = desk();
    desk.clock.set("2026-12-10T02:00:00Z");
    let today = json!({ "received_on": "2026-12-10", "facts": { "claim_date": "2026-12-10" } });
    let open = desk.receive("JP2409-00417", today.clone());
    let gone = desk.receive("JP2409-00418", today.clone());
    let abroad = desk.receive(
        "JP2409-00419",
        json!({ "received_on": "2026-12-10", "calendar": "US", "facts": { "claim_date": "2026-12-10" } }),
    );
    desk.write("ticket_cancel", json!({ "id": gone["id"], "reason": "received twice" }));
    assert_eq!(dates(&open["row"]), ("2026-12-24", "2027-01-08", "provisional"));
    let notices = desk.read("station_get", Value::Null)["notices"].clone();
    assert!(notices.as_array().unwrap().contains(&json!("calendar_unpublished")), "{notices}");

    let preview = desk.read("calendar_preview", file(NOTICE));
    assert_eq!(preview["moved"], 1, "{preview}");
    assert_eq!((&preview["later"], &preview["is_known"]), (&json!(1), &json!(false)));
    let moved = &preview["moves"][0];
    assert_eq!(moved["rma"], open["rma"]);
    assert_eq!(
        (&moved["before"]["limit_on"], &moved["after"]["limit_on"]),
        (&json!("2027-01-08"), &json!("2027-01-11"))
    );
    let country = &preview["countries"][0];
    assert_eq!(
        (&country["country"], &country["years"], &country["published"]),
        (&json!("CN"), &json!([2027]), &json!([2027]))
    );
    assert!(country["to_rest"].as_array().unwrap().iter().any(|day| day["date"] == "2027-01-04"));
    assert!(country["to_work"].as_array().unwrap().iter().any(|day| day["date"] == "2027-01-09"));
    assert_eq!(
        dates(&desk.read("ticket_find", json!({ "rma": open["rma"] }))).1,
        "2027-01-08",
        "only looked at"
    );

    assert_eq!(desk.changes("calendar_import", file(NOTICE)), json!(["settings", "calendar", "ticket"]));
    let row = |received: &Value| desk.read("ticket_find", json!({ "rma": received["rma"] }));
    assert_eq!(dates(&row(&open)), ("2026-12-24", "2027-01-11", "published"));
    assert_eq!(
        dates(&row(&gone)).1,
        "2027-01-08",
        "a cancelled one keeps the calendar it was cancelled under"
    );
    assert_eq!(row(&abroad)["limit_on"], abroad["row"]["limit_on"]);
    let next = desk.receive("JP2409-00420", today);
    assert_eq!(dates(&next["row"]), ("2026-12-24", "2027-01-11", "published"));
    let notices = desk.read("station_get", Value::Null)["notices"].clone();
    assert!(!notices.as_array().unwrap().contains(&json!("calendar_unpublished")), "{notices}");
    let shelf = desk.read("calendar_shelf", Value::Null);
    assert_eq!(
        (&shelf["published_until"], &shelf["imports"][0]["years"]),
        (&json!("2027-12-31"), &json!([2027]))
    );
    assert_eq!(shelf["years"][1]["days"].as_array().unwrap().len(), 4);
    assert_eq!(desk.read("calendar_preview", file(NOTICE))["is_known"], true);
    assert_eq!(desk.refused("calendar_import", file(NOTICE)), "nothing_changed");

    let clock = desk.read("ticket_clock", json!({ "id": open["id"] }));
    let days = clock["days"].as_array().unwrap();
    let made_up = days.iter().find(|day| day["day"]["date"] == "2027-01-09").unwrap();
    assert_eq!(
        (&made_up["number"], &made_up["day"]["reason"]["kind"]),
        (&json!(19), &json!("makeup_workday"))
    );
    assert_eq!(days.last().unwrap()["day"]["date"], "2027-01-11");
}

#[test]
fn an_imported_calendar_is_followed_after_a_restart_and_an_old_verdict_is_still_explained() {
    let folder = tempfile::tempdir().unwrap();
    let id = {
        let desk = bare(Some(folder.path()), PrinterOfTests::default(), 1);
        desk.write("station_init", json!({ "centre": "CD01" }));
        desk.clock.set("2026-12-10T02:00:00Z");
        let received = desk.receive(
            "JP2409-00417",
            json!({ "received_on": "2026-12-10", "facts": { "claim_date": "2026-12-10" } }),
        );
        desk.write("calendar_import", file(NOTICE));
        received["id"].clone()
    };
    let desk = bare(Some(folder.path()), PrinterOfTests::default(), 1000);
    desk.clock.set("2026-12-10T02:00:00Z");
    let life = desk.read("ticket_get", json!({ "id": id }));
    assert_eq!(life["row"]["limit_on"], "2027-01-11");
    assert!(!life["verdicts"][0]["explanation"].is_null(), "made by the calendar before");
    assert_ne!(
        life["verdicts"][0]["verdict"]["calendar_hash"],
        life["assessment"]["verdict"]["calendar_hash"]
    );
}

#[test]
fn a_bad_calendar_is_refused_and_a_centre_that_moves_dates_its_open_work_orders_anew() {
    let desk = desk();
    for (text, code) in [
        ("date,kind\n2027-01-01,feast\n", "calendar_kind"),
        ("date,kind,status\n2026-05-01,holiday,provisional\n", "calendar_published_already"),
        ("country,date,kind\nQQ,2027-01-01,holiday\n", "calendar_unknown_country"),
    ] {
        assert_eq!(desk.refused("calendar_preview", file(text)), code);
        assert_eq!(desk.refused("calendar_import", file(text)), code);
    }
    let received = desk.receive("JP2409-00417", json!({}));
    let mut card = desk.read("station_get", Value::Null)["centre"].clone();
    card["country"] = json!("US");
    desk.write("centre_describe", card);
    let row = desk.read("ticket_find", json!({ "rma": received["rma"] }));
    assert_eq!(dates(&row).1, "2026-03-30");
    desk.clock.set("2026-04-30T02:00:00Z");
    let now = json!({ "received_on": "2026-04-30", "facts": { "claim_date": "2026-04-30" } });
    let later = desk.receive("JP2409-00418", now);
    assert_eq!(later["row"]["limit_on"], "2026-05-29", "Memorial Day on 25 May, no Labour Day in May");
}

#[test]
fn the_net_clock_leaves_out_the_days_on_which_the_unit_waited() {
    let desk = desk();
    let received = desk.receive("JP2409-00417", json!({}));
    let act = |event: &str| {
        desk.write("ticket_act", json!({ "id": received["id"], "event": event, "note": "invoice" }))
    };
    act("start_diagnosis");
    act("ask_documents");
    desk.clock.set("2026-03-06T02:00:00Z");
    let clock = desk.read("ticket_clock", json!({ "id": received["id"] }));
    assert_eq!(clock["clock"], json!({ "gross": 4, "net": 0, "for_customer": 4, "for_parts": 0 }));
    act("documents_came");
    desk.clock.set("2026-03-10T02:00:00Z");
    let clock = desk.read("ticket_clock", json!({ "id": received["id"] }));
    assert_eq!(clock["clock"], json!({ "gross": 6, "net": 3, "for_customer": 3, "for_parts": 0 }));
    assert_eq!(
        clock["waits"],
        json!([{ "cause": "customer", "began_on": "2026-03-02", "ended_on": "2026-03-06" }])
    );
}

#[test]
fn dating_anew_gives_the_dates_that_receiving_under_the_newer_calendar_gives() {
    let dates_of = |receives_first: bool| {
        let desk = desk();
        let import = || desk.write("calendar_import", file(NOTICE));
        desk.clock.set("2026-12-01T02:00:00Z");
        if !receives_first {
            import();
        }
        let units: Vec<Value> = (1..=24)
            .map(|day| {
                desk.clock.set(&format!("2026-12-{day:02}T02:00:00Z"));
                let on = format!("2026-12-{day:02}");
                let changes = json!({ "received_on": on, "facts": { "claim_date": on } });
                desk.receive(&format!("JP2409-{day:05}"), changes)["id"].clone()
            })
            .collect();
        if receives_first {
            import();
        }
        let row = |id: &Value| desk.read("ticket_get", json!({ "id": id }))["row"].clone();
        units
            .iter()
            .map(row)
            .map(|row| format!("{} {:?}", row["received_on"], dates(&row)))
            .collect::<Vec<_>>()
    };
    assert_eq!(dates_of(true), dates_of(false));
}

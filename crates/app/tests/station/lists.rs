//! What the bench and the lists say as days pass.

use crate::support::desk;
use serde_json::{Value, json};

#[test]
fn a_work_order_is_on_time_to_day_10_due_to_day_20_and_overdue_after_it() {
    let desk = desk();
    let received = desk.receive("JP2409-00417", json!({}));
    assert_eq!(
        (&received["row"]["target_on"], &received["row"]["limit_on"]),
        (&json!("2026-03-16"), &json!("2026-03-30"))
    );
    for (now, state, days) in [
        ("2026-03-02T02:00:00Z", "on_time", 0),
        ("2026-03-16T15:59:00Z", "on_time", 10),
        // Midnight in Chengdu, still the 16th in Greenwich.
        ("2026-03-16T16:00:00Z", "due", 11),
        ("2026-03-30T02:00:00Z", "due", 20),
        ("2026-03-31T02:00:00Z", "overdue", 21),
    ] {
        desk.clock.set(now);
        let row = &desk.read("bench_today", Value::Null)["due"][0];
        assert_eq!((&row["state"], &row["elapsed_working_days"]), (&json!(state), &json!(days)), "{now}");
        let counts = desk.read("bench_today", Value::Null)["counts"].clone();
        assert_eq!(counts[state], 1, "{now}");
    }
    let overdue = desk.read("ticket_list", json!({ "filter": "overdue" }));
    assert_eq!(overdue["rows"][0]["rma"], received["rma"]);
    assert_eq!(desk.read("ticket_list", json!({ "filter": "due" }))["rows"], json!([]));
}

#[test]
fn lists_go_on_where_the_page_before_ended_and_search_finds_chinese_pinyin_serial_and_phone() {
    let desk = desk();
    for number in 0..25 {
        desk.receive(
            &format!("JP2409-{number:05}"),
            json!({ "customer": { "name": format!("客户{number}"), "phone": "13980000000" } }),
        );
    }
    desk.receive(
        "TM640-777",
        json!({ "symptom": "图像有竖条纹", "customer": { "name": "欧阳思远", "phone": "13980005966" } }),
    );
    let mut seen = std::collections::BTreeSet::new();
    let mut after = Value::Null;
    while {
        let page = desk.read("ticket_list", json!({ "filter": "all", "after": after, "limit": 10 }));
        seen.extend(page["rows"].as_array().unwrap().iter().map(|row| row["rma"].to_string()));
        after = page["next"].clone();
        !after.is_null()
    } {}
    assert_eq!(seen.len(), 26);
    for text in ["条纹", "欧阳", "oysy", "TM640", "5966", "777"] {
        let hits = desk.read("search", json!({ "text": text }));
        let first = &hits[0]["row"]["serial"];
        assert_eq!(first, "TM640-777", "{text}: {hits}");
    }
}

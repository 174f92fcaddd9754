//! Policy packs on a station: signed ones are installed and rolled forward, bad ones change nothing, verdicts name the
//! pack they were made by.

use crate::support::{PrinterOfTests, bare, commitment, desk, signed};
use serde_json::{Value, json};
use tempfile::TempDir;

const FROM_MARCH: &str = "effective_from = \"2026-03-01\"\nsupersedes = \"2026.1\"";

fn versions(shelf: &Value) -> Vec<(&str, bool)> {
    let rows = shelf["policies"].as_array().unwrap();
    let version = |row: &'static str, value: &Value| value[row].as_bool().unwrap();
    rows.iter()
        .map(|row| (row["page"]["reference"]["version"].as_str().unwrap(), version("in_force", row)))
        .collect()
}

#[test]
fn a_station_begins_with_the_shipped_packs() {
    let desk = desk();
    let shelf = desk.read("policy_list", Value::Null);
    assert_eq!(versions(&shelf), [("2026.1", true)]);
    assert_eq!(shelf["policies"][0]["installed_at"], Value::Null);
    assert_eq!(
        shelf["policies"][0]["page"]["readings"][7]["signature"],
        Value::Null,
        "reading 8 is unsigned"
    );
    assert_eq!(shelf["policies"][0]["page"]["readings"][0]["signature"]["signed_on"], "2026-11-22");
    let laws: Vec<&str> = shelf["laws"]
        .as_array()
        .unwrap()
        .iter()
        .map(|law| law["page"]["reference"]["id"].as_str().unwrap())
        .collect();
    assert_eq!(laws, ["law-cn-consumer", "law-eu-consumer"]);
    assert_eq!(shelf["trusted"], json!(["headquarters"]));
}

#[test]
fn an_installed_pack_serves_the_goods_bought_from_its_day_and_old_verdicts_keep_theirs() {
    let desk = desk();
    let sold =
        |on: &str| json!({ "facts": { "purchase": { "voucher_date": on }, "claim_date": "2026-03-12" } });
    let received = desk.receive("JP2409-00417", sold("2026-03-02"));
    let verdicts = |received: &Value| {
        let rows = desk.read("verdict_history", json!({ "id": received["id"] }));
        rows.as_array()
            .unwrap()
            .iter()
            .map(|row| row["verdict"]["policy"]["version"].clone())
            .collect::<Vec<_>>()
    };
    let pack = commitment("2026.2", FROM_MARCH).replacen("days = 7", "days = 15", 1);
    assert_eq!(desk.changes("policy_install", signed("later.toml", &pack)), json!(["pack"]));
    let shelf = desk.read("policy_list", Value::Null);
    assert_eq!(versions(&shelf), [("2026.2", true), ("2026.1", false)]);
    assert_eq!(shelf["policies"][0]["signed_by"], "headquarters");
    assert!(shelf["policies"][0]["installed_at"].is_number());
    assert_eq!(desk.read("station_get", Value::Null)["policy"]["version"], "2026.2");
    assert_eq!(verdicts(&received), ["2026.1"], "a recorded verdict keeps its pack");
    let later = desk.receive("JP2409-00418", sold("2026-03-02"));
    let earlier = desk.receive("JP2409-00419", sold("2026-02-27"));
    assert_eq!(verdicts(&later), ["2026.2"]);
    assert_eq!(verdicts(&earlier), ["2026.1"]);
    let rows = desk.read("verdict_history", json!({ "id": earlier["id"] }));
    let better = &rows[0]["verdict"]["better_under"];
    assert_eq!((&better["version"], &better["remedies"]), (&json!("2026.2"), &json!(["refund"])));
}

#[test]
fn what_is_refused_leaves_the_packs_in_use_as_they_are() {
    let desk = desk();
    desk.write("policy_install", signed("later.toml", &commitment("2026.2", FROM_MARCH)));
    let good = commitment("2026.3", "supersedes = \"2026.2\"");
    let mut changed = signed("pack.toml", &good);
    changed["text"] = json!(good.replacen("days = 7", "days = 1", 1));
    let mut unsigned = signed("pack.toml", &good);
    unsigned["signature"] = json!("");
    for (sentence, request, code, detail) in [
        ("changed after it was signed", changed, "pack_untrusted", ""),
        ("without a signature", unsigned, "pack_signature_malformed", ""),
        ("not TOML", signed("pack.toml", "[pack\n"), "policy_file", "pack.toml:1: "),
        (
            "a clause without words in Chinese",
            signed("pack.toml", &good.replacen("zh = \"借用产品不在质保政策范围内。\"", "zh = \"\"", 1)),
            "policy_file",
            "clause 2.N2 has no zh summary",
        ),
        (
            "the same version again",
            signed("pack.toml", &commitment("2026.2", FROM_MARCH)),
            "policy_file",
            "pack.toml:6: packs are rolled forward only: 2026.2 is not newer than 2026.2, which is there",
        ),
        (
            "an older version",
            signed("pack.toml", &commitment("2026.1.5", FROM_MARCH)),
            "policy_file",
            "pack.toml:6: packs are rolled forward only",
        ),
        (
            "overlapping",
            signed("pack.toml", &commitment("2026.3", "")),
            "policy_file",
            "pack.toml:6: overlapping ranges",
        ),
    ] {
        let failure = desk.app.dispatch("policy_install", request).unwrap_err().failure();
        assert_eq!(failure.code, code, "{sentence}");
        let told = failure.args.get("detail").cloned().unwrap_or_default();
        assert!(told.contains(detail), "{sentence}: {told}");
        assert_eq!(
            versions(&desk.read("policy_list", Value::Null)),
            [("2026.2", true), ("2026.1", false)],
            "{sentence}"
        );
    }
    desk.write("policy_install", signed("pack.toml", &good));
    assert_eq!(versions(&desk.read("policy_list", Value::Null))[0], ("2026.3", true));
}

#[test]
fn installed_packs_are_there_after_a_restart() {
    let directory = TempDir::new().unwrap();
    let first = bare(Some(directory.path()), PrinterOfTests::default(), 1);
    first.write("station_init", json!({ "centre": "CD01" }));
    first.write("policy_install", signed("later.toml", &commitment("2026.2", FROM_MARCH)));
    drop(first);
    let again = bare(Some(directory.path()), PrinterOfTests::default(), 1000);
    assert_eq!(versions(&again.read("policy_list", Value::Null)), [("2026.2", true), ("2026.1", false)]);
    assert!(
        !again.read("station_get", Value::Null)["notices"]
            .as_array()
            .unwrap()
            .contains(&json!("pack_set_aside"))
    );
}

#[test]
fn a_station_that_is_not_set_up_takes_no_pack() {
    let desk = bare(None, PrinterOfTests::default(), 1);
    assert_eq!(
        desk.refused("policy_install", signed("p.toml", &commitment("2026.2", FROM_MARCH))),
        "not_initialised"
    );
    assert_eq!(versions(&desk.read("policy_list", Value::Null)), [("2026.1", true)]);
}

//! Policy packs on a station: signed ones are installed and rolled forward, bad ones change nothing, verdicts name the
//! pack they were made by.

use crate::decisions::claim;
use crate::support::{PrinterOfTests, bare, commitment, desk, signed};
use nightbench_app::Language;
use nightbench_app::policy_diff::{PackChoice, PolicyDiffRequest, between, tell};
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
fn an_excused_paper_is_judged_by_the_pack_of_the_verdict_and_not_by_a_newer_one() {
    let desk = desk();
    let lost = json!({
        "purchase": { "voucher_date": "2026-02-20" }, "claim_date": "2026-03-02",
        "documents": { "warranty_certificate": false, "purchase_proof": true },
    });
    let shorter = commitment("2026.2", "supersedes = \"2026.1\"").replacen("days = 30", "days = 8", 1);
    let given = |serial: &str, is_newer_there: bool| {
        let id = desk.receive(serial, json!({ "facts": claim(lost.clone()) }))["id"].clone();
        if is_newer_there {
            desk.write("policy_install", signed("later.toml", &shorter));
        }
        let waiver =
            json!({ "id": id, "kind": "waiver", "excuses": ["warranty_certificate"], "words": "seen" });
        let asked = desk.write("decision_ask", waiver);
        desk.write("decision_reply", json!({ "id": asked["id"], "reply": "accept", "reason": "seen" }));
        let life = desk.read("ticket_get", json!({ "id": id }));
        let given = life["given"].as_array().unwrap().iter().map(|one| one["remedy"].clone());
        (life["verdicts"][0]["verdict"]["policy"]["version"].clone(), given.collect::<Vec<_>>())
    };
    let both = vec![json!("exchange"), json!("free_repair")];
    assert_eq!(given("JP2409-00001", false), (json!("2026.1"), both.clone()), "day 10 of 30");
    assert_eq!(given("JP2409-00002", true), (json!("2026.1"), both), "installed after the verdict");
    let repair = vec![json!("free_repair")];
    assert_eq!(given("JP2409-00003", false), (json!("2026.2"), repair), "day 10 of 8");
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
        ("not TOML", signed("pack.toml", "[pack\n"), "policy_file", "pack.toml:1: {\"code\":\"not_toml\""),
        (
            "a clause without words in Chinese",
            signed("pack.toml", &good.replacen("zh = \"借用产品不在质保政策范围内。\"", "zh = \"\"", 1)),
            "policy_file",
            "{\"code\":\"no_words\",\"entry\":\"clause\",\"key\":\"2.N2\",\"field\":\"zh\"}",
        ),
        (
            "the same version again",
            signed("pack.toml", &commitment("2026.2", FROM_MARCH)),
            "policy_file",
            "pack.toml:6: {\"code\":\"not_newer\",\"version\":\"2026.2\",\"there\":\"2026.2\"}",
        ),
        (
            "an older version",
            signed("pack.toml", &commitment("2026.1.5", FROM_MARCH)),
            "policy_file",
            "pack.toml:6: {\"code\":\"not_newer\"",
        ),
        (
            "overlapping",
            signed("pack.toml", &commitment("2026.3", "")),
            "policy_file",
            "pack.toml:6: {\"code\":\"overlap\"",
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

#[test]
fn a_pack_is_compared_with_another_and_with_the_work_orders_on_record() {
    let desk = desk();
    let bought = |on: &str, claimed: &str| {
        json!({ "facts": { "purchase": { "voucher_date": on }, "claim_date": claimed, "claim_object": "whole",
            "sale_kind": "normal", "contract": {}, "findings": ["product_fault"],
            "documents": { "warranty_certificate": true, "purchase_proof": true },
            "serial": { "label": "readable", "matches": true }, "authorised_source": true,
            "accessories_complete": true, "return_consent": true } })
    };
    let late = desk.receive("JP2409-00417", bought("2026-02-16", "2026-03-02"));
    desk.receive("JP2409-00418", bought("2026-02-27", "2026-03-02"));
    desk.receive("JP2409-00419", bought("2025-12-01", "2026-03-02"));
    let head = "effective_from = \"2026-01-01\"\nsupersedes = \"2026.1\"";
    let later = commitment("2026.2", head).replacen("days = 7", "days = 15", 1);
    let file = json!({ "from": "file", "file": "later.toml", "text": later });
    let shipped = json!({ "from": "shipped" });
    let request = json!({ "before": shipped, "after": file, "with_tickets": true });
    let diff = desk.read("policy_diff", request);
    assert_eq!(diff["packs"]["regions"][0]["remedy"], "refund");
    assert_eq!(
        diff["packs"]["regions"][0]["conditions"][0]["days"][0],
        json!({ "after": { "days": 7 }, "up_to": { "days": 15 }, "is_before_purchase": false })
    );
    let tickets = &diff["tickets"];
    assert_eq!((&tickets["checked"], &tickets["outside"]), (&json!(3), &json!(1)));
    assert_eq!(tickets["changed"].as_array().unwrap().len(), 1, "{tickets}");
    assert_eq!(tickets["changed"][0]["rma"], late["rma"]);
    assert_eq!(
        tickets["changed"][0]["remedies"],
        json!([{ "remedy": "refund", "before": { "outcome": "denied", "needs": [] }, "after": { "outcome": "granted", "needs": [] },
            "unsigned_before": false, "unsigned_after": false }])
    );
    let installed = json!({ "from": "installed", "id": "jingpin-commitment", "version": "2026.2" });
    let request =
        |before: &Value, after: &Value| json!({ "before": before, "after": after, "with_tickets": false });
    assert_eq!(desk.refused("policy_diff", request(&shipped, &installed)), "not_found");
    desk.write("policy_install", signed("later.toml", &later));
    let same = desk.read("policy_diff", request(&file, &installed));
    assert_eq!((&same["packs"]["claims_changed"], &same["tickets"]), (&json!(0), &Value::Null));
    let bad = json!({ "from": "file", "file": "bad.toml", "text": "[pack]" });
    assert_eq!(desk.refused("policy_diff", request(&shipped, &bad)), "policy_file");
}

/// A pack that signs a reading decides nothing differently, and lets a denial go out that waited for a person.
#[test]
fn a_work_order_whose_denial_only_waits_no_longer_is_a_change() {
    let desk = desk();
    let ticket = desk.receive(
        "JP2409-00417",
        json!({ "facts": { "purchase": { "voucher_date": "2026-02-26" }, "claim_date": "2026-03-02", "claim_object": "whole",
            "sale_kind": "normal", "contract": {}, "findings": ["product_fault"],
            "documents": { "warranty_certificate": false, "purchase_proof": true },
            "serial": { "label": "readable", "matches": true }, "authorised_source": true,
            "accessories_complete": true, "return_consent": true } }),
    );
    let signed = "level = \"inform\"\nsigned_by = \"the adjudicator\"\nsigned_on = \"2026-02-01\"\nzh = \"质保凭证与发票";
    let unsigned = "level = \"adjudicate\"\nzh = \"质保凭证与发票";
    let shipped = commitment("2026.2", "supersedes = \"2026.1\"");
    assert!(shipped.contains(unsigned));
    let file =
        PackChoice::File { file: "later.toml".to_owned(), text: shipped.replacen(unsigned, signed, 1) };
    let request = PolicyDiffRequest { before: PackChoice::Shipped, after: file, with_tickets: true };
    let diff = between(Some(&desk.app), &request).unwrap();
    assert!(diff.packs.regions.is_empty());
    let tickets = diff.tickets.as_ref().unwrap();
    assert_eq!(tickets.changed.len(), 1);
    assert_eq!(json!(tickets.changed[0].rma), ticket["rma"]);
    let told = &tickets.changed[0].remedies;
    assert_eq!(told.len(), 3, "refund, exchange and free repair waited: {told:?}");
    assert!(told.iter().all(|one| one.before == one.after && one.unsigned_before && !one.unsigned_after));
    let line = tell(&diff, Language::En).pop().unwrap();
    let waits = "Refund: Not entitled (Provisional: a warranty approver must decide) → Not entitled;";
    assert!(line.contains(waits), "{line}");
}

#[test]
fn a_comparison_is_told_in_both_languages_without_a_code_or_a_missing_word() {
    let later = commitment("2026.2", "supersedes = \"2026.1\"")
        .replacen("days = 7", "days = 15", 1)
        .replacen("chosen = \"both_needed\"", "chosen = \"only_lacking_both\"", 1)
        .replacen("[floor]\nclause = \"2.2\"\nmonths = 3", "[floor]\nclause = \"2.2\"\nmonths = 6", 1)
        .replacen("chosen = \"needs_contract\"", "chosen = \"alternative_months\"", 1)
        .replacen("chosen = \"rolls_forward\"", "chosen = \"no_roll\"", 1)
        .replacen("chosen = \"last_of_month\"", "chosen = \"first_of_next_month\"", 1)
        .replacen("chosen = \"later\"", "chosen = \"voucher\"", 1)
        .replacen("chosen = \"repaired_item\"", "chosen = \"whole_product\"", 1)
        .replacen("chosen = \"never_restart\"", "chosen = \"restart\"", 1)
        .replacen("chosen = \"company_decides\"", "chosen = \"refusal\"", 1)
        .replacen("chosen = \"condition\"", "chosen = \"refusal\"", 1)
        .replacen("chosen = \"table_values\"", "chosen = \"needs_contract\"", 1);
    let file = PackChoice::File { file: "later.toml".to_owned(), text: later };
    let request = PolicyDiffRequest { before: PackChoice::Shipped, after: file, with_tickets: false };
    let diff = between(None, &request).unwrap();
    assert!(diff.packs.regions.len() > 10);
    for language in [Language::En, Language::ZhCn] {
        let lines = tell(&diff, language);
        let entries = diff.packs.entries.len();
        for line in lines.iter().skip(1).take(entries) {
            let heading = line.split(": ").next().unwrap_or_default();
            assert!(!heading.contains('_'), "an entry is named in words: {line}");
        }
        for line in lines.iter().skip(1 + entries) {
            assert!(!line.contains('⟦') && !line.contains("{$"), "{line}");
            let told = line.split(": ").last().unwrap_or_default();
            assert!(!told.contains('_') || line.contains('→'), "a code is no word: {line}");
        }
    }
}

//! The set of packs of a machine: which version of the commitment serves which purchase, what is refused beside what is
//! there, and when a later version would be better for the customer.

use nightbench_calendar::Calendar;
use nightbench_domain::claim::Remedy;
use nightbench_eligibility::policy::Policy;
use nightbench_eligibility::{Facts, Packs};
use serde_json::{Value, json};
use std::sync::Arc;

const SHIPPED: &str = include_str!("../../../../policies/jingpin-commitment.toml");
const EU: &str = include_str!("../../../../policies/law-eu-consumer.toml");

/// The shipped commitment as another version, with more lines in its head.
fn version(number: &str, head: &str) -> String {
    SHIPPED.replacen("version = \"2026.1\"", &format!("version = \"{number}\"\n{head}"), 1)
}

fn rolled(versions: &[(&str, &str)]) -> Packs {
    versions.iter().fold(Packs::shipped().unwrap(), |packs, (number, head)| {
        packs.with("pack.toml", &version(number, head)).unwrap()
    })
}

const FROM_2027: &str = "effective_from = \"2027-01-01\"\nsupersedes = \"2026.1\"";
const IN_2027: &str =
    "effective_from = \"2027-01-01\"\neffective_to = \"2027-12-31\"\nsupersedes = \"2026.1\"";

#[test]
fn a_version_is_found_by_its_number() {
    let packs = rolled(&[("2027.1", FROM_2027)]);
    for number in ["2026.1", "2027.1"] {
        assert_eq!(packs.policy(number).unwrap().reference().version, number);
    }
    assert!(packs.policy("2027.2").is_none());
}

#[test]
fn the_version_of_a_purchase_is_the_newest_that_is_in_force_on_its_day() {
    let corrected: &[(&str, &str)] = &[("2027.1", IN_2027), ("2027.2", "supersedes = \"2027.1\"")];
    for (sentence, versions, bought, chosen) in [
        ("one pack serves every day", &[][..], Some("2031-01-01"), "2026.1"),
        ("one pack serves an unknown day", &[], None, "2026.1"),
        ("the day before the later pack", &[("2027.1", FROM_2027)], Some("2026-12-31"), "2026.1"),
        ("the first day of the later pack", &[("2027.1", FROM_2027)], Some("2027-01-01"), "2027.1"),
        ("an unknown day stays with the pack without bounds", &[("2027.1", FROM_2027)], None, "2026.1"),
        ("the last day of a bounded pack", &[("2027.1", IN_2027)], Some("2027-12-31"), "2027.1"),
        (
            "after a bounded pack the older one serves again",
            &[("2027.1", IN_2027)],
            Some("2028-01-01"),
            "2026.1",
        ),
        ("a correction without bounds serves every day", corrected, Some("2027-05-05"), "2027.2"),
        ("and the unknown one", corrected, None, "2027.2"),
        (
            "2027.10 comes after 2027.9",
            &[("2027.9", FROM_2027), ("2027.10", "supersedes = \"2027.9\"")],
            None,
            "2027.10",
        ),
    ] {
        let packs = rolled(versions);
        let policy = packs.choose(bought.map(|day| day.parse().unwrap()));
        assert_eq!(policy.reference().version, chosen, "{sentence}");
        let facts = Facts::from_value(&json!({"purchase": {"voucher_date": bought}})).unwrap();
        assert_eq!(packs.of(&facts).reference().version, chosen, "{sentence}, by the facts");
        assert_eq!(
            packs.assess(Calendar::of("CN"), &facts).policy.version,
            chosen,
            "{sentence}, in the verdict"
        );
    }
}

#[test]
fn of_two_purchase_dates_each_version_takes_the_one_it_reads() {
    let voucher = version("2027.1", FROM_2027).replacen("chosen = \"later\"", "chosen = \"voucher\"", 1);
    let packs = Packs::shipped().unwrap().with("pack.toml", &voucher).unwrap();
    let bought = |voucher: &str, contract: &str| {
        let purchase = json!({"purchase": {"voucher_date": voucher, "contract_date": contract}});
        packs.of(&Facts::from_value(&purchase).unwrap()).reference().version.clone()
    };
    assert_eq!(bought("2026-12-31", "2027-01-01"), "2026.1", "the later pack counts the voucher");
    assert_eq!(bought("2027-01-01", "2026-12-31"), "2027.1");
}

#[test]
fn what_does_not_fit_is_refused_with_file_line_and_fault_and_the_set_stays() {
    let packs = rolled(&[("2027.1", FROM_2027)]);
    for (text, fault) in [
        (
            version("2027.1", "supersedes = \"2026.1\""),
            json!({"code": "not_newer", "version": "2027.1", "there": "2027.1"}),
        ),
        (
            version("2026.9", "supersedes = \"2026.1\""),
            json!({"code": "not_newer", "version": "2026.9", "there": "2027.1"}),
        ),
        (version("2027.1.0", ""), json!({"code": "not_newer", "version": "2027.1.0", "there": "2027.1"})),
        (
            version("2027.2", "supersedes = \"2027.0.5\""),
            json!({"code": "superseded_missing", "version": "2027.0.5"}),
        ),
        (
            version("2027.2", "effective_from = \"2027-06-01\""),
            json!({"code": "overlap", "version": "2027.2", "there": "2027.1", "day": "2027-06-01"}),
        ),
        (
            version("2027.2", "effective_to = \"2027-06-01\"\nsupersedes = \"2026.1\""),
            json!({"code": "overlap", "version": "2027.2", "there": "2027.1", "day": "2027-01-01"}),
        ),
        // One day in common is enough.
        (
            version("2027.2", "effective_to = \"2027-01-01\"\nsupersedes = \"2026.1\""),
            json!({"code": "overlap", "version": "2027.2", "there": "2027.1", "day": "2027-01-01"}),
        ),
        (
            version("2027.2", "effective_to = \"2026-06-01\""),
            json!({"code": "overlap", "version": "2027.2", "there": "2026.1", "day": "2026-06-01"}),
        ),
        (
            SHIPPED.replacen(
                "id = \"jingpin-commitment\"\nversion = \"2026.1\"",
                "id = \"other\"\nversion = \"2030\"",
                1,
            ),
            json!({"code": "other_commitment", "id": "other", "own": "jingpin-commitment"}),
        ),
        (version("2027.2", "supersedes = \"2027.3\""), json!({"code": "supersedes_newer"})),
        (version("twenty", ""), json!({"code": "version_shape", "found": "twenty"})),
    ] {
        let refused = packs.with("pack.toml", &text).unwrap_err();
        let line = text.lines().position(|line| line == "[pack]").unwrap() + 1;
        assert_eq!((refused.file.as_str(), refused.line, json!(refused.fault)), ("pack.toml", line, fault));
    }
    assert!(packs.with("pack.toml", &version("2027.2", "supersedes = \"2027.1\"")).is_ok());
    assert_eq!(packs.policies().count(), 2);
    let disjoint = version("2027.2", "effective_to = \"2026-06-01\"\nsupersedes = \"2026.1\"");
    assert!(packs.with("pack.toml", &disjoint).is_ok(), "2027.1 begins after it ends");
    let one_day = "effective_from = \"2027-06-01\"\neffective_to = \"2027-06-01\"\nsupersedes = \"2027.1\"";
    assert!(
        packs.with("pack.toml", &version("2027.2", one_day)).is_ok(),
        "a pack of one day is in force on it"
    );
}

#[test]
fn a_law_pack_is_rolled_forward_like_a_commitment_and_changes_only_notes() {
    let packs = Packs::shipped().unwrap();
    let later = EU.replacen("version = \"2026.1\"", "version = \"2026.2\"\nsupersedes = \"2026.1\"", 1);
    let later = later.replacen("confidence = \"medium\"", "confidence = \"high\"", 1);
    let facts = Facts::from_value(&json!({"country": "DE", "buyer": "consumer"})).unwrap();
    let assessed = |packs: &Packs| packs.assess(Calendar::of("CN"), &facts);
    let rolled = packs.with("law.toml", &later).unwrap();
    let (before, after) = (assessed(&packs), assessed(&rolled));
    let confidence = |verdict: &nightbench_eligibility::Verdict| {
        verdict.notes.iter().map(|note| note.confidence.clone()).collect::<Vec<_>>()
    };
    assert_eq!(confidence(&before), ["medium"]);
    assert_eq!(confidence(&after), ["high"], "the older law pack is silent, the newer one speaks once");
    assert_eq!(before.remedies, after.remedies);
    assert_eq!(json!(rolled.with("law.toml", &later).unwrap_err().fault)["code"], "not_newer");
    let beside = EU.replacen("version = \"2026.1\"", "version = \"2026.3\"", 1);
    assert_eq!(
        json!(packs.with("law.toml", &beside).unwrap_err().fault),
        json!({"code": "overlap_early", "version": "2026.3", "there": "2026.1"})
    );
}

fn complete(changes: &Value) -> Facts {
    let mut facts = json!({
        "purchase": {"voucher_date": "2026-03-02"}, "claim_date": "2026-03-05", "product_class": "terminal",
        "claim_object": "whole", "sale_kind": "normal", "contract": {}, "findings": ["product_fault"],
        "documents": {"warranty_certificate": true, "purchase_proof": true},
        "serial": {"label": "readable", "matches": true}, "authorised_source": true,
        "accessories_complete": true, "return_consent": true
    });
    for (name, value) in changes.as_object().unwrap() {
        facts[name] = value.clone();
    }
    Facts::from_value(&facts).unwrap()
}

#[test]
fn a_verdict_says_when_a_later_pack_would_be_better_for_the_customer() {
    let generous = version("2027.1", FROM_2027).replacen("days = 7", "days = 15", 1).replacen(
        "months = 24",
        "months = 36",
        1,
    );
    let packs = Packs::shipped().unwrap().with("pack.toml", &generous).unwrap();
    for (sentence, changes, remedies) in [
        ("granted already", json!({}), vec![]),
        ("in the longer window", json!({"claim_date": "2026-03-12"}), vec![Remedy::Refund]),
        (
            "in the longer window, sent without consent: it would be open",
            json!({"claim_date": "2026-03-12", "return_consent": false}),
            vec![Remedy::Refund],
        ),
        ("in the longer period", json!({"claim_date": "2028-06-01"}), vec![Remedy::FreeRepair]),
        ("after both", json!({"claim_date": "2030-06-01"}), vec![]),
        (
            "what excludes it excludes it there too",
            json!({"claim_date": "2028-06-01", "findings": ["third_party"]}),
            vec![],
        ),
        (
            "bought under the later pack",
            json!({"purchase": {"voucher_date": "2027-03-02"}, "claim_date": "2027-03-12"}),
            vec![],
        ),
    ] {
        let verdict = packs.assess(Calendar::of("CN"), &complete(&changes));
        let better = verdict.better_under.clone();
        assert_eq!(better.as_ref().map_or(vec![], |better| better.remedies.clone()), remedies, "{sentence}");
        assert!(
            better.is_none_or(|better| better.version == "2027.1" && better.hash.len() == 64),
            "{sentence}"
        );
        let written = serde_json::to_value(&verdict).unwrap();
        assert_eq!(
            written.get("better_under").is_some(),
            !remedies.is_empty(),
            "{sentence}: absent where there is none"
        );
        assert_eq!(serde_json::from_value::<nightbench_eligibility::Verdict>(written).unwrap(), verdict);
    }
    let alone = Packs::alone(Arc::new(Policy::load("pack.toml", &generous).unwrap()));
    let verdict = alone.assess(Calendar::of("CN"), &complete(&json!({"claim_date": "2026-03-12"})));
    assert_eq!(
        (verdict.policy.version.as_str(), verdict.better_under),
        ("2027.1", None),
        "a chosen pack serves every day"
    );
}

#[test]
fn a_pack_that_takes_away_is_not_better_though_it_grants_a_paid_repair() {
    let meaner = version("2027.1", FROM_2027).replacen("months = 24", "months = 6", 1);
    let packs = Packs::shipped().unwrap().with("pack.toml", &meaner).unwrap();
    let verdict = packs.assess(Calendar::of("CN"), &complete(&json!({"claim_date": "2027-03-01"})));
    assert_eq!(verdict.better_under, None);
}

#[test]
fn a_paid_repair_is_better_where_nothing_was_offered_and_no_free_one_is_lost_for_it() {
    let wider = version("2027.1", FROM_2027).replacen(
        "effect = \"outside\"\nlifted_by = \"covers_borrowed\"",
        "effect = \"no_return_or_exchange\"\nlifted_by = \"covers_borrowed\"",
        1,
    );
    assert_ne!(wider, version("2027.1", FROM_2027));
    let packs = Packs::shipped().unwrap().with("pack.toml", &wider).unwrap();
    let broken = json!({"sale_kind": "borrowed", "findings": ["third_party"]});
    let better = packs.assess(Calendar::of("CN"), &complete(&broken)).better_under.unwrap();
    assert_eq!(better.remedies, [Remedy::PaidRepair]);
}

#[test]
fn a_pack_counts_as_known_by_its_own_id_and_only_up_to_the_version_that_is_there() {
    let packs = rolled(&[("2027.1", FROM_2027)]);
    for (id, version, is_known) in [
        ("jingpin-commitment", "2026.1", true),
        ("jingpin-commitment", "2027.1", true),
        ("jingpin-commitment", "2027.1.1", false),
        ("law-eu-consumer", "2026.1", true),
        ("law-eu-consumer", "2027.1", false),
        ("another", "2026.1", false),
        ("jingpin-commitment", "twenty", false),
    ] {
        assert_eq!(packs.has_newer(id, version), is_known, "{id} {version}");
    }
}

#[test]
fn every_law_is_listed_and_only_the_newest_of_each_speaks() {
    let later = EU.replacen("version = \"2026.1\"", "version = \"2026.2\"\nsupersedes = \"2026.1\"", 1);
    let packs = Packs::shipped().unwrap().with("law.toml", &later).unwrap();
    let listed: Vec<String> = packs.laws().map(|law| named(law.reference())).collect();
    assert_eq!(listed, ["law-cn-consumer 2026.1", "law-eu-consumer 2026.2", "law-eu-consumer 2026.1"]);
    for day in [None, Some("2026-03-02".parse().unwrap())] {
        let speaking: Vec<String> = packs.laws_in_force(day).map(|law| named(law.reference())).collect();
        assert_eq!(speaking, ["law-cn-consumer 2026.1", "law-eu-consumer 2026.2"]);
    }
}

fn named(pack: &nightbench_eligibility::verdict::PolicyRef) -> String {
    format!("{} {}", pack.id, pack.version)
}

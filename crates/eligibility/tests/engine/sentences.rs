//! Every sentence of the contract and of the readings as a row: what differs from an ordinary claim (a complete
//! device, bought 2026-03-02, claimed on day 3, product fault, everything in order), and what then becomes of the four
//! remedies. `+` granted, `-` denied, else what is needed.

use nightbench_eligibility::assess_line;
use nightbench_eligibility::policy::Policy;
use serde_json::{Value, json};

fn ordinary() -> Value {
    json!({
        "purchase": {"voucher_date": "2026-03-02"}, "claim_date": "2026-03-05", "product_class": "terminal",
        "claim_object": "whole", "sale_kind": "normal", "contract": {}, "findings": ["product_fault"],
        "documents": {"warranty_certificate": true, "purchase_proof": true},
        "serial": {"label": "readable", "matches": true}, "authorised_source": true,
        "accessories_complete": true, "return_consent": true
    })
}

/// The ordinary claim with some facts changed; `"absent"` takes a fact out.
fn changed(changes: &Value) -> Value {
    let mut facts = ordinary();
    for (name, value) in changes.as_object().unwrap() {
        if value == "absent" {
            facts.as_object_mut().unwrap().remove(name);
        } else {
            facts[name] = value.clone();
        }
    }
    facts
}

fn verdict(changes: &Value) -> Value {
    let policy = Policy::shipped().unwrap();
    serde_json::to_value(assess_line(policy, &changed(changes).to_string()).unwrap()).unwrap()
}

/// `+`, `-` or the needs, for refund, exchange, in-warranty and out-of-warranty repair.
fn outcomes(verdict: &Value) -> String {
    let one = |remedy: &str| {
        let answer = &verdict["remedies"][remedy];
        match answer["outcome"].as_str().unwrap() {
            "granted" => "+".to_owned(),
            "denied" => "-".to_owned(),
            _ => {
                let needs = answer["needs"].as_array().unwrap();
                needs.iter().map(|need| need.as_str().unwrap()).collect::<Vec<_>>().join(",")
            }
        }
    };
    ["refund", "exchange", "free_repair", "paid_repair"].map(one).join(" ")
}

fn check(rows: &[(&str, Value, &str)]) {
    let mut wrong = Vec::new();
    for (sentence, changes, expected) in rows {
        let found = outcomes(&verdict(changes));
        if found != *expected {
            wrong.push(format!("{sentence}: {found}, expected {expected}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

const CLAIMED_BEFORE: &str = "2026-03-01";

#[test]
fn the_sale_kind_is_decided_first() {
    check(&[
        ("borrowed: outside", json!({"sale_kind": "borrowed"}), "- - - -"),
        ("prototype: outside", json!({"sale_kind": "prototype_special_price"}), "- - - -"),
        (
            "borrowed without a claim date: outside",
            json!({"sale_kind": "borrowed", "claim_date": null}),
            "- - - -",
        ),
        (
            "prototype claimed before purchase: outside",
            json!({"sale_kind": "prototype_special_price", "claim_date": CLAIMED_BEFORE}),
            "- - - -",
        ),
        (
            "borrowed, sent without consent: outside",
            json!({"sale_kind": "borrowed", "return_consent": false}),
            "- - - -",
        ),
        (
            "borrowed, nothing else known",
            json!({"sale_kind": "borrowed", "purchase": null, "claim_date": null, "findings": null, "documents": null, "serial": null}),
            "- - - -",
        ),
        (
            "special price without a claim date",
            json!({"sale_kind": "special_price", "claim_date": null}),
            "dates dates dates dates",
        ),
        ("no claim date", json!({"claim_date": null}), "dates dates dates dates"),
        ("claim date unavailable", json!({"claim_date": "unavailable"}), "dates dates dates dates"),
        ("claim before purchase", json!({"claim_date": CLAIMED_BEFORE}), "dates dates dates dates"),
        (
            "no claim date and no purchase date",
            json!({"claim_date": null, "purchase": null}),
            "dates dates dates dates",
        ),
        (
            "no claim date and nothing seen",
            json!({"claim_date": null, "documents": null, "findings": null}),
            "dates dates dates dates",
        ),
        (
            "no claim date, sale kind unknown",
            json!({"claim_date": null, "sale_kind": null}),
            "sale_kind sale_kind sale_kind sale_kind",
        ),
        (
            "claim before purchase, sale kind unknown",
            json!({"claim_date": CLAIMED_BEFORE, "sale_kind": "unavailable"}),
            "sale_kind sale_kind sale_kind sale_kind",
        ),
        (
            "no claim date, sale kind unknown, contract covers all kinds",
            json!({"claim_date": null, "sale_kind": null, "contract": {"unit_months": 24, "covers_borrowed": true}}),
            "dates dates dates dates",
        ),
        (
            "sale kind unknown, expired",
            json!({"sale_kind": null, "claim_date": "2029-01-04"}),
            "- - - sale_kind",
        ),
        (
            "sale kind unknown, contract covers all kinds and returns",
            json!({"sale_kind": null, "contract": {"unit_months": 24, "covers_borrowed": true, "special_price_return": true}}),
            "+ + + -",
        ),
    ]);
}

#[test]
fn an_expired_claim_is_paid_whatever_else_is_unknown() {
    let expired = "2028-03-03";
    check(&[
        ("expired", json!({"claim_date": expired}), "- - - +"),
        (
            "expired, nothing else known",
            json!({"claim_date": expired, "findings": null, "documents": null, "serial": null,
            "authorised_source": null, "accessories_complete": null, "product_class": null}),
            "- - - +",
        ),
        ("expired, object unknown too", json!({"claim_date": expired, "claim_object": null}), "- - - +"),
        (
            "expired, class and object unknown: a detector's part is blank",
            json!({"claim_date": expired, "product_class": null, "claim_object": null}),
            "- - claim_object,product_class claim_object,product_class",
        ),
        (
            "expired, diagnosis contradictory",
            json!({"claim_date": expired, "findings": ["product_fault", "operates_normally"]}),
            "- - - +",
        ),
        (
            "expired, within specification",
            json!({"claim_date": expired, "findings": ["within_specification"]}),
            "- - - +",
        ),
        ("expired, consent unknown", json!({"claim_date": expired, "return_consent": null}), "- - - consent"),
        (
            "expired, without consent",
            json!({"claim_date": expired, "return_consent": false}),
            "- - - consent",
        ),
        ("expired special price", json!({"claim_date": expired, "sale_kind": "special_price"}), "- - - +"),
        (
            "expired by contract while its refund window is open",
            json!({"claim_date": "2026-05-04", "contract": {"unit_months": 1, "return_days": 90, "exchange_days": 90}}),
            "- - - +",
        ),
    ]);
}

#[test]
fn what_is_not_the_products_fault_is_paid() {
    check(&[
        ("5.2", json!({"findings": ["misuse_or_environment"]}), "- - - +"),
        ("5.4", json!({"findings": ["normal_wear"]}), "- - - +"),
        ("5.5", json!({"findings": ["operates_normally"]}), "- - - +"),
        ("5.9", json!({"findings": ["against_manual"]}), "- - - +"),
        ("5.10", json!({"findings": ["appearance"]}), "- - - +"),
        ("1.1 within specification", json!({"findings": ["within_specification"]}), "- - - +"),
        ("diagnosed, no fault of any kind", json!({"findings": []}), "- - - +"),
        ("5.7 without a defect", json!({"findings": ["consumable"], "consumable_defect": false}), "- - - +"),
        (
            "5.7 with a proven defect is a product fault",
            json!({"findings": ["consumable"], "consumable_defect": true}),
            "+ + + -",
        ),
        (
            "5.7 with the defect open",
            json!({"findings": ["consumable"]}),
            "consumable_defect consumable_defect consumable_defect consumable_defect",
        ),
        (
            "a defect without a consumable is nothing",
            json!({"findings": ["appearance"], "consumable_defect": true}),
            "- - - +",
        ),
        ("not diagnosed", json!({"findings": null}), "diagnosis diagnosis diagnosis diagnosis"),
        (
            "not diagnosed, though a defect is claimed",
            json!({"findings": null, "consumable_defect": true}),
            "diagnosis diagnosis diagnosis diagnosis",
        ),
    ]);
}

#[test]
fn each_of_mixed_faults_stands_on_its_own_cause() {
    let beside = |other: &str| json!({"findings": ["product_fault", other]});
    let contradictory = "diagnosis diagnosis diagnosis diagnosis";
    check(&[
        ("beside 5.2", beside("misuse_or_environment"), "- review + +"),
        ("beside 5.3", beside("third_party"), "- review + +"),
        ("beside 5.6", beside("customer_software_change"), "- review + +"),
        ("beside 5.9", beside("against_manual"), "- review + +"),
        ("beside 5.11", beside("unauthorised_repair"), "- review + +"),
        ("beside 5.4", beside("normal_wear"), "+ + + +"),
        ("beside 5.10", beside("appearance"), "+ + + +"),
        (
            "beside 5.7 without a defect",
            json!({"findings": ["product_fault", "consumable"], "consumable_defect": false}),
            "+ + + +",
        ),
        (
            "beside 5.7 with a defect",
            json!({"findings": ["product_fault", "consumable"], "consumable_defect": true}),
            "+ + + -",
        ),
        (
            "beside 5.7 with the defect open",
            json!({"findings": ["product_fault", "consumable"]}),
            "+ + + consumable_defect",
        ),
        (
            "a defective consumable beside 5.2",
            json!({"findings": ["consumable", "misuse_or_environment"], "consumable_defect": true}),
            "- review + +",
        ),
        (
            "beside 5.2 after the exchange window",
            json!({"claim_date": "2026-06-15", "findings": ["product_fault", "misuse_or_environment"]}),
            "- - + +",
        ),
        (
            "beside 5.2 at a special price",
            json!({"sale_kind": "special_price", "findings": ["product_fault", "misuse_or_environment"]}),
            "- - + +",
        ),
        (
            "beside 5.2 without consent: the review comes first",
            json!({"return_consent": false, "findings": ["product_fault", "misuse_or_environment"]}),
            "- review consent consent",
        ),
        (
            "beside 5.2 with accessories wanting: the review comes first",
            json!({"accessories_complete": false, "findings": ["product_fault", "misuse_or_environment"]}),
            "- review + +",
        ),
        ("beside 5.5: contradictory", beside("operates_normally"), contradictory),
        ("beside 1.1: contradictory", beside("within_specification"), contradictory),
        (
            "contradictory with a third",
            json!({"findings": ["product_fault", "operates_normally", "misuse_or_environment"]}),
            contradictory,
        ),
        (
            "a defective consumable beside 5.5: contradictory",
            json!({"findings": ["consumable", "operates_normally"], "consumable_defect": true}),
            contradictory,
        ),
        (
            "a consumable beside 5.5 with the defect open: it decides whether there is a diagnosis",
            json!({"findings": ["consumable", "operates_normally"]}),
            "consumable_defect consumable_defect consumable_defect consumable_defect",
        ),
        (
            "contradictory, but a paper cannot be produced",
            json!({"findings": ["product_fault", "operates_normally"], "documents": {"warranty_certificate": true, "purchase_proof": false}}),
            "- - - +",
        ),
        (
            "two exclusions without a product fault",
            json!({"findings": ["normal_wear", "misuse_or_environment"]}),
            "- - - +",
        ),
        ("the same finding twice", json!({"findings": ["product_fault", "product_fault"]}), "+ + + -"),
    ]);
}

#[test]
fn evidence_that_is_wanting_excludes_and_evidence_not_seen_is_asked_for() {
    let papers = |certificate: Value, proof: Value| json!({"documents": {"warranty_certificate": certificate, "purchase_proof": proof}});
    let serial = |label: Value, matches: Value| json!({"serial": {"label": label, "matches": matches}});
    check(&[
        ("5.8a", papers(json!(false), json!(true)), "- - - +"),
        ("5.8b", papers(json!(true), json!(false)), "- - - +"),
        ("5.8a and b", papers(json!(false), json!(false)), "- - - +"),
        ("5.8a, the other not seen", papers(json!(false), Value::Null), "- - - +"),
        ("5.8c", serial(json!("unreadable"), json!(true)), "- - - +"),
        ("5.8d", serial(json!("absent"), Value::Null), "- - - +"),
        ("5.8e", serial(json!("readable"), json!(false)), "- - - +"),
        ("5.12", json!({"authorised_source": false}), "- - - +"),
        (
            "label not looked at",
            serial(Value::Null, json!(true)),
            "serial_label serial_label serial_label serial_label",
        ),
        (
            "match not checked",
            serial(json!("readable"), json!("unavailable")),
            "serial_match serial_match serial_match serial_match",
        ),
        (
            "nothing of the serial known",
            json!({"serial": "unavailable"}),
            "serial_label,serial_match serial_label,serial_match serial_label,serial_match serial_label,serial_match",
        ),
        (
            "documents unavailable as a whole",
            json!({"documents": "unavailable"}),
            "purchase_proof,warranty_certificate purchase_proof,warranty_certificate purchase_proof,warranty_certificate purchase_proof,warranty_certificate",
        ),
        (
            "papers cannot matter where the finding excludes",
            json!({"findings": ["appearance"], "documents": null}),
            "- - - +",
        ),
        (
            "papers matter only to the repairs after the windows",
            json!({"claim_date": "2026-06-15", "documents": null}),
            "- - purchase_proof,warranty_certificate purchase_proof,warranty_certificate",
        ),
        (
            "papers at a special price",
            json!({"sale_kind": "special_price", "documents": {"purchase_proof": true}}),
            "- - warranty_certificate warranty_certificate",
        ),
        (
            "excluded by one, diagnosis open",
            json!({"authorised_source": false, "findings": null, "documents": null}),
            "- - - +",
        ),
    ]);
}

#[test]
fn consent_and_accessories_are_conditions_of_what_is_otherwise_granted() {
    check(&[
        ("without consent", json!({"return_consent": false}), "consent consent consent -"),
        ("consent unknown", json!({"return_consent": null}), "consent consent consent -"),
        ("accessories wanting", json!({"accessories_complete": false}), "accessories accessories + -"),
        ("accessories unknown", json!({"accessories_complete": null}), "accessories accessories + -"),
        (
            "both wanting: consent first",
            json!({"accessories_complete": false, "return_consent": false}),
            "consent consent consent -",
        ),
        (
            "consent wanting, accessories unknown",
            json!({"accessories_complete": null, "return_consent": false}),
            "consent consent consent -",
        ),
        (
            "consent unknown, accessories wanting",
            json!({"accessories_complete": false, "return_consent": null}),
            "consent consent consent -",
        ),
        (
            "both unknown",
            json!({"accessories_complete": null, "return_consent": null}),
            "accessories,consent accessories,consent consent -",
        ),
        (
            "accessories unknown after the windows",
            json!({"claim_date": "2026-06-15", "accessories_complete": null}),
            "- - + -",
        ),
        (
            "paid work without consent",
            json!({"findings": ["appearance"], "return_consent": false}),
            "- - - consent",
        ),
        (
            "without consent and a paper not seen: the paper is what can change it",
            json!({"return_consent": false, "documents": {"warranty_certificate": true}}),
            "purchase_proof purchase_proof purchase_proof purchase_proof",
        ),
    ]);
}

#[test]
fn windows_roll_over_rest_days_and_periods_end_on_their_day() {
    let bought = |on: &str, claimed: &str| json!({"purchase": {"voucher_date": on}, "claim_date": claimed});
    check(&[
        ("the purchase day itself", bought("2026-03-02", "2026-03-02"), "+ + + -"),
        ("day 7", bought("2026-03-02", "2026-03-09"), "+ + + -"),
        ("day 8", bought("2026-03-02", "2026-03-10"), "- + + -"),
        ("day 30", bought("2026-03-02", "2026-04-01"), "- + + -"),
        ("day 31", bought("2026-03-02", "2026-04-02"), "- - + -"),
        ("day 7 is a Saturday, claimed on Monday", bought("2026-03-07", "2026-03-16"), "+ + + -"),
        ("day 7 is a Saturday, claimed on Tuesday", bought("2026-03-07", "2026-03-17"), "- + + -"),
        (
            "the same, plain",
            json!({"purchase": {"voucher_date": "2026-03-07"}, "claim_date": "2026-03-16", "counting": "plain"}),
            "- + + -",
        ),
        ("day 7 is a make-up Sunday", bought("2026-09-13", "2026-09-21"), "- + + -"),
        ("last covered day", bought("2024-02-15", "2026-02-24"), "- - + -"),
        ("the day after", bought("2024-02-15", "2026-02-25"), "- - - +"),
        (
            "the later of two purchase dates",
            json!({"purchase": {"voucher_date": "2026-03-02", "contract_date": "2026-03-04"}, "claim_date": "2026-03-11"}),
            "+ + + -",
        ),
        ("the contract date alone", json!({"purchase": {"contract_date": "2026-03-02"}}), "+ + + -"),
        (
            "the voucher unavailable, the contract date known",
            json!({"purchase": {"voucher_date": "unavailable", "contract_date": "2026-03-02"}}),
            "+ + + -",
        ),
        (
            "claimed between the two dates: before the purchase",
            json!({"purchase": {"voucher_date": "2026-03-02", "contract_date": "2026-03-09"}}),
            "dates dates dates dates",
        ),
    ]);
}

#[test]
fn an_unknown_purchase_date_is_any_day_up_to_the_claim() {
    check(&[
        (
            "everything else in order",
            json!({"purchase": null}),
            "purchase_date purchase_date purchase_date purchase_date",
        ),
        (
            "unavailable",
            json!({"purchase": "unavailable"}),
            "purchase_date purchase_date purchase_date purchase_date",
        ),
        ("excluded anyway", json!({"purchase": null, "findings": ["appearance"]}), "- - - +"),
        (
            "special price",
            json!({"purchase": null, "sale_kind": "special_price"}),
            "- - purchase_date purchase_date",
        ),
        (
            "special price after a recent repair: covered anyway",
            json!({"purchase": null, "sale_kind": "special_price",
            "prior_repairs": [{"completed": "2026-02-03", "scope": "product"}]}),
            "- - + -",
        ),
        (
            "part of a detector: blank on every date",
            json!({"purchase": null, "product_class": "detector", "claim_object": "part"}),
            "purchase_date purchase_date contract contract",
        ),
        (
            "the period starts by contract",
            json!({"purchase": null, "contract": {"period_starts_on": "2026-03-02"}}),
            "+ + + -",
        ),
        (
            "a period that started by contract and ended",
            json!({"purchase": null, "contract": {"period_starts_on": "2020-03-02"}}),
            "- - - +",
        ),
        (
            "class and object cannot matter to an exclusion",
            json!({"purchase": null, "product_class": null, "claim_object": null, "findings": []}),
            "- - - +",
        ),
    ]);
}

#[test]
fn class_and_object_are_asked_only_where_they_decide() {
    check(&[
        (
            "class unknown at month 2: every class is covered",
            json!({"claim_date": "2026-05-04", "product_class": null}),
            "- - + -",
        ),
        (
            "class unknown at month 14",
            json!({"claim_date": "2027-05-10", "product_class": null}),
            "- - product_class product_class",
        ),
        (
            "class unknown, the contract says how long",
            json!({"claim_date": "2027-05-10", "product_class": null, "contract": {"unit_months": 18}}),
            "- - + -",
        ),
        (
            "class of a part unknown: a detector's is blank",
            json!({"claim_object": "part", "product_class": null}),
            "+ + product_class product_class",
        ),
        ("object unknown at month 2", json!({"claim_date": "2026-05-04", "claim_object": null}), "- - + -"),
        (
            "object unknown at month 5",
            json!({"claim_date": "2026-08-03", "claim_object": null}),
            "- - claim_object claim_object",
        ),
        (
            "object of a detector unknown",
            json!({"product_class": "detector", "claim_object": null}),
            "+ + claim_object claim_object",
        ),
        (
            "both unknown at month 5",
            json!({"claim_date": "2026-08-03", "claim_object": null, "product_class": null}),
            "- - claim_object,product_class claim_object,product_class",
        ),
        (
            "both unknown on day 3: a part of a detector alone is open",
            json!({"claim_object": null, "product_class": null}),
            "+ + claim_object,product_class claim_object,product_class",
        ),
        (
            "whole detector at month 13",
            json!({"claim_date": "2027-04-05", "product_class": "detector"}),
            "- - - +",
        ),
    ]);
}

#[test]
fn a_detectors_part_is_left_to_the_contract() {
    let part = |more: Value| {
        let mut changes = json!({"product_class": "detector", "claim_object": "part"});
        for (name, value) in more.as_object().unwrap() {
            changes[name] = value.clone();
        }
        changes
    };
    check(&[
        ("inside the windows", part(json!({})), "+ + contract contract"),
        ("after the windows", part(json!({"claim_date": "2026-06-15"})), "- - contract contract"),
        ("ten years later", part(json!({"claim_date": "2036-06-16"})), "- - contract contract"),
        ("contract not seen", part(json!({"contract": "absent"})), "+ + contract contract"),
        ("a proven exclusion decides first", part(json!({"findings": ["misuse_or_environment"]})), "- - - +"),
        (
            "a paper that cannot be produced decides first",
            part(json!({"authorised_source": false})),
            "- - - +",
        ),
        ("nothing found decides first", part(json!({"findings": []})), "- - - +"),
        (
            "another finding beside: its repair is paid",
            part(json!({"findings": ["product_fault", "normal_wear"]})),
            "+ + contract +",
        ),
        (
            "without consent: the contract comes first",
            part(json!({"return_consent": false})),
            "consent consent contract contract",
        ),
        (
            "another finding, without consent",
            part(json!({"return_consent": false, "findings": ["product_fault", "normal_wear"]})),
            "consent consent contract consent",
        ),
        (
            "inside a tail of 2.2 it is covered",
            part(
                json!({"claim_date": "2026-06-15", "prior_repairs": [{"completed": "2026-04-01", "scope": "part_same"}]}),
            ),
            "- - + -",
        ),
        (
            "after the tail it is open again",
            part(
                json!({"claim_date": "2026-07-15", "prior_repairs": [{"completed": "2026-04-01", "scope": "part_same"}]}),
            ),
            "- - contract contract",
        ),
        (
            "the contract says how long",
            part(json!({"claim_date": "2026-06-15", "contract": {"part_months": 6}})),
            "- - + -",
        ),
        (
            "the contract says how long, and it is over",
            part(json!({"claim_date": "2026-10-15", "contract": {"part_months": 6}})),
            "- - - +",
        ),
    ]);
}

#[test]
fn the_tail_of_a_repair_belongs_to_what_was_repaired() {
    let repaired = |completed: &str, scope: &str, claimed: &str| json!({"purchase": {"voucher_date": "2024-03-11"}, "claim_date": claimed, "prior_repairs": [{"completed": completed, "scope": scope}]});
    check(&[
        ("the unit", repaired("2026-02-03", "product", "2026-05-06"), "- - + -"),
        ("the unit, tail over", repaired("2026-02-03", "product", "2026-05-07"), "- - - +"),
        ("the same part", repaired("2026-02-03", "part_same", "2026-05-06"), "- - + -"),
        ("another part", repaired("2026-02-03", "part_other", "2026-04-20"), "- - - +"),
        ("a paid repair gives none", repaired("2026-02-03", "paid", "2026-04-20"), "- - - +"),
        (
            "exactly three months left change nothing",
            repaired("2025-12-11", "product", "2026-03-12"),
            "- - - +",
        ),
        ("one day short of three months", repaired("2025-12-12", "product", "2026-03-12"), "- - + -"),
        ("completed after the period's end", repaired("2026-03-20", "product", "2026-06-15"), "- - + -"),
        ("completed on the day of the claim", repaired("2026-03-20", "product", "2026-03-20"), "- - + -"),
        (
            "completed after the claim: does not count",
            repaired("2026-03-21", "product", "2026-03-20"),
            "- - - +",
        ),
        (
            "end unknown: proves nothing",
            json!({"purchase": {"voucher_date": "2024-03-11"}, "claim_date": "2026-04-20",
            "prior_repairs": [{"completed": "unavailable", "scope": "product"}, "unavailable", {}]}),
            "- - - +",
        ),
        (
            "windows never restart",
            json!({"claim_date": "2026-04-20", "prior_repairs": [{"completed": "2026-04-15", "scope": "product"}]}),
            "- - + -",
        ),
        (
            "the repair of the unit, claimed by a part",
            json!({"claim_object": "part", "claim_date": "2026-06-25",
            "prior_repairs": [{"completed": "2026-03-25", "scope": "part_same"}]}),
            "- - + -",
        ),
    ]);
}

#[test]
fn the_contract_prevails() {
    check(&[
        (
            "prototype with a warranty of its own",
            json!({"sale_kind": "prototype_special_price", "contract": {"unit_months": 6}}),
            "+ + + -",
        ),
        (
            "prototype with a period for parts only",
            json!({"sale_kind": "prototype_special_price", "contract": {"part_months": 6}}),
            "- - - -",
        ),
        (
            "prototype with a right of return only",
            json!({"sale_kind": "prototype_special_price", "contract": {"special_price_return": true}}),
            "- - - -",
        ),
        (
            "prototype covered as if borrowed",
            json!({"sale_kind": "prototype_special_price", "contract": {"covers_borrowed": true}}),
            "- - - -",
        ),
        (
            "borrowed and covered",
            json!({"sale_kind": "borrowed", "contract": {"covers_borrowed": true}}),
            "+ + + -",
        ),
        (
            "borrowed with months only",
            json!({"sale_kind": "borrowed", "contract": {"unit_months": 6}}),
            "- - - -",
        ),
        (
            "borrowed and covered: false",
            json!({"sale_kind": "borrowed", "contract": {"covers_borrowed": false}}),
            "- - - -",
        ),
        (
            "special price with a right of return",
            json!({"sale_kind": "special_price", "contract": {"special_price_return": true}}),
            "+ + + -",
        ),
        (
            "special price with months only",
            json!({"sale_kind": "special_price", "contract": {"unit_months": 36}}),
            "- - + -",
        ),
        (
            "a fee inside the warranty changes nothing",
            json!({"contract": {"fee_inside_warranty": true}}),
            "+ + + -",
        ),
        (
            "the period starts later",
            json!({"claim_date": "2026-03-25", "contract": {"period_starts_on": "2026-03-20"}}),
            "+ + + -",
        ),
        (
            "claimed between purchase and start",
            json!({"claim_date": "2026-03-12", "contract": {"period_starts_on": "2026-03-20"}}),
            "+ + + -",
        ),
        (
            "a start before the claim does not heal a claim before purchase",
            json!({"claim_date": CLAIMED_BEFORE, "contract": {"period_starts_on": "2026-02-02"}}),
            "dates dates dates dates",
        ),
        (
            "terms null or unavailable are the table's",
            json!({"contract": {"unit_months": null, "return_days": "unavailable"}}),
            "+ + + -",
        ),
        ("not seen", json!({"contract": "absent"}), "+ + + -"),
        ("unavailable", json!({"contract": "unavailable"}), "+ + + -"),
        (
            "prototype, contract not seen",
            json!({"sale_kind": "prototype_special_price", "contract": null}),
            "- - - -",
        ),
    ]);
}

/// Reads a place of a verdict by a JSON pointer.
fn place(changes: &Value, pointer: &str) -> Value {
    verdict(changes).pointer(pointer).unwrap().clone()
}

#[test]
fn last_days_are_given_whenever_dates_and_period_are_known() {
    let day = |changes: Value, pointer: &str| place(&changes, pointer);
    let refund = "/remedies/refund/last_day";
    let nominal = "/remedies/refund/nominal_last_day";
    let end = "/cover/nominal_end";
    let last = "/cover/last_covered_day";
    let status = "/cover/calendar_status";
    for (sentence, changes, pointer, expected) in [
        ("granted", json!({}), refund, json!("2026-03-09")),
        ("rolled", json!({"purchase": {"voucher_date": "2026-02-08"}}), refund, json!("2026-02-24")),
        ("not rolled", json!({"purchase": {"voucher_date": "2026-02-08"}}), nominal, json!("2026-02-15")),
        ("denied", json!({"claim_date": "2026-06-15"}), refund, json!("2026-03-09")),
        ("pending dates", json!({"claim_date": null}), refund, json!("2026-03-09")),
        ("claim before purchase", json!({"claim_date": CLAIMED_BEFORE}), end, json!("2028-03-02")),
        ("special price", json!({"sale_kind": "special_price"}), refund, Value::Null),
        ("special price keeps its cover", json!({"sale_kind": "special_price"}), end, json!("2028-03-02")),
        (
            "special price with a right of return",
            json!({"sale_kind": "special_price", "contract": {"special_price_return": true}}),
            refund,
            json!("2026-03-09"),
        ),
        ("outside the policy", json!({"sale_kind": "borrowed"}), end, Value::Null),
        ("outside the policy: no window", json!({"sale_kind": "borrowed"}), refund, Value::Null),
        ("outside the policy: no status", json!({"sale_kind": "borrowed"}), status, Value::Null),
        ("sale kind unknown", json!({"sale_kind": null}), refund, json!("2026-03-09")),
        ("purchase unknown", json!({"purchase": null}), end, Value::Null),
        (
            "purchase unknown, start by contract",
            json!({"purchase": null, "contract": {"period_starts_on": "2026-03-02"}}),
            end,
            json!("2028-03-02"),
        ),
        ("class unknown", json!({"product_class": null}), end, Value::Null),
        (
            "class unknown, contract says",
            json!({"product_class": null, "contract": {"unit_months": 6}}),
            end,
            json!("2026-09-02"),
        ),
        (
            "part of a detector",
            json!({"product_class": "detector", "claim_object": "part"}),
            last,
            Value::Null,
        ),
        (
            "the base period alone",
            json!({"purchase": {"voucher_date": "2024-03-11"}, "claim_date": "2026-03-12",
            "prior_repairs": [{"completed": "2026-02-03", "scope": "product"}]}),
            end,
            json!("2026-03-11"),
        ),
        (
            "with the tail, rolled",
            json!({"purchase": {"voucher_date": "2024-03-11"}, "claim_date": "2026-03-12",
            "prior_repairs": [{"completed": "2026-02-03", "scope": "product"}]}),
            last,
            json!("2026-05-06"),
        ),
        ("unpublished year", json!({}), status, json!("provisional")),
        ("published year", json!({"claim_object": "part"}), status, json!("published")),
        ("plain counting asks no calendar", json!({"counting": "plain"}), status, json!("published")),
        ("no date, no status", json!({"purchase": null}), status, Value::Null),
    ] {
        assert_eq!(day(changes, pointer), expected, "{sentence}");
    }
}

#[test]
fn what_is_proven_to_exclude_is_listed_in_the_order_of_clause_5_then_1_1() {
    for (sentence, changes, expected) in [
        ("nothing", json!({}), json!([])),
        ("expired", json!({"claim_date": "2028-03-03"}), json!(["5.1"])),
        (
            "all proven ones",
            json!({"claim_date": "2028-03-03", "findings": ["unauthorised_repair", "misuse_or_environment"],
            "documents": {"warranty_certificate": false, "purchase_proof": false}, "serial": {"label": "absent", "matches": false},
            "authorised_source": false}),
            json!(["5.1", "5.2", "5.8a", "5.8b", "5.8d", "5.8e", "5.11", "5.12"]),
        ),
        ("no fault", json!({"findings": []}), json!(["1.1"])),
        (
            "within specification, beside appearance",
            json!({"findings": ["appearance", "within_specification"]}),
            json!(["5.10", "1.1"]),
        ),
        ("beside a product fault", json!({"findings": ["product_fault", "normal_wear"]}), json!(["5.4"])),
        ("consumable, defect open", json!({"findings": ["consumable"]}), json!([])),
        (
            "consumable, no defect",
            json!({"findings": ["consumable"], "consumable_defect": false}),
            json!(["5.7"]),
        ),
        (
            "consumable, defect proven",
            json!({"findings": ["consumable"], "consumable_defect": true}),
            json!([]),
        ),
        (
            "contradictory findings prove nothing",
            json!({"findings": ["product_fault", "operates_normally", "appearance"]}),
            json!([]),
        ),
        (
            "nor may they while a defect is open",
            json!({"findings": ["consumable", "operates_normally"]}),
            json!([]),
        ),
        ("outside the policy", json!({"sale_kind": "borrowed", "findings": ["appearance"]}), json!([])),
        ("sale kind unknown", json!({"sale_kind": null, "serial": {"label": "unreadable"}}), json!(["5.8c"])),
        (
            "class open, but over for each",
            json!({"claim_date": "2028-03-03", "product_class": null}),
            json!(["5.1"]),
        ),
        ("class open, over for some", json!({"claim_date": "2027-05-10", "product_class": null}), json!([])),
        ("undated", json!({"claim_date": null, "findings": ["appearance"]}), json!(["5.10"])),
    ] {
        assert_eq!(place(&changes, "/excluded_by"), expected, "{sentence}");
    }
}

#[test]
fn outside_assumptions_and_notes_are_said() {
    assert_eq!(place(&json!({"sale_kind": "borrowed"}), "/outside_policy"), json!(true));
    assert_eq!(place(&json!({"sale_kind": null}), "/outside_policy"), json!(false));
    assert_eq!(
        place(&json!({"sale_kind": "borrowed", "contract": {"covers_borrowed": true}}), "/outside_policy"),
        json!(false)
    );
    assert_eq!(place(&json!({}), "/assumptions"), json!([]));
    assert_eq!(place(&json!({"contract": "absent"}), "/assumptions"), json!(["contract_defaults"]));
    assert_eq!(place(&json!({"contract": "unavailable"}), "/assumptions"), json!(["contract_defaults"]));
    for term in [
        "unit_months",
        "part_months",
        "return_days",
        "exchange_days",
        "period_starts_on",
        "special_price_return",
        "covers_borrowed",
        "fee_inside_warranty",
    ] {
        let assumed = place(&json!({"contract": {term: "unavailable"}}), "/assumptions");
        assert_eq!(assumed, json!(["contract_defaults"]), "{term}");
    }
    assert_eq!(
        place(&json!({"prior_repairs": [{"scope": "product"}]}), "/assumptions"),
        json!(["prior_repair_left_out"])
    );
    assert_eq!(place(&json!({"prior_repairs": "unavailable"}), "/assumptions"), json!(["no_prior_repairs"]));
    assert_eq!(place(&json!({"counting": "unavailable"}), "/assumptions"), json!(["rest_days_roll"]));
    assert_eq!(place(&json!({"prior_repairs": [], "counting": "plain"}), "/assumptions"), json!([]));
    let noted = json!({"buyer": "consumer", "country": "CN", "purchase_channel": "online", "goods_received_on": "2026-03-04"});
    assert_eq!(place(&noted, "/notes/0/id"), json!("note-prc_distance_return"));
    assert_eq!(outcomes(&verdict(&noted)), outcomes(&verdict(&json!({}))));
}

#[test]
fn readings_are_listed_where_their_alternative_would_change_an_outcome() {
    let mut wrong = Vec::new();
    for (sentence, changes, expected) in [
        ("an ordinary claim turns on nothing", json!({}), json!([])),
        (
            "excluded: 1, and 17 does not matter to a single cause",
            json!({"findings": ["misuse_or_environment"]}),
            json!([1]),
        ),
        ("1.1 is no exclusion of section 5", json!({"findings": []}), json!([])),
        (
            "day 7",
            json!({"purchase": {"voucher_date": "2026-03-03"}, "claim_date": "2026-03-10"}),
            json!([2]),
        ),
        ("day 30", json!({"claim_date": "2026-04-01"}), json!([2, 3])),
        (
            "rolled from Saturday",
            json!({"purchase": {"voucher_date": "2026-03-07"}, "claim_date": "2026-03-16"}),
            json!([2, 4]),
        ),
        (
            "month end",
            json!({"purchase": {"voucher_date": "2025-08-30"}, "claim_date": "2027-03-01", "contract": {"unit_months": 18}}),
            json!([4]),
        ),
        (
            "no such day, no roll",
            json!({"purchase": {"voucher_date": "2025-08-30"}, "claim_date": "2027-03-01", "contract": {"unit_months": 18},
            "counting": "plain"}),
            json!([1, 5]),
        ),
        (
            "two purchase dates",
            json!({"purchase": {"voucher_date": "2026-03-02", "contract_date": "2026-03-04"}, "claim_date": "2026-03-11"}),
            json!([2, 7]),
        ),
        (
            "one paper missing",
            json!({"documents": {"warranty_certificate": false, "purchase_proof": true}}),
            json!([1, 8]),
        ),
        (
            "both papers missing",
            json!({"documents": {"warranty_certificate": false, "purchase_proof": false}}),
            json!([1]),
        ),
        ("special price on day 3", json!({"sale_kind": "special_price"}), json!([9])),
        ("special price later", json!({"sale_kind": "special_price", "claim_date": "2026-06-15"}), json!([])),
        ("prototype", json!({"sale_kind": "prototype_special_price"}), json!([10])),
        ("borrowed", json!({"sale_kind": "borrowed"}), json!([10])),
        (
            "another part",
            json!({"purchase": {"voucher_date": "2024-03-11"}, "claim_date": "2026-04-20",
            "prior_repairs": [{"completed": "2026-02-03", "scope": "part_other"}]}),
            json!([1, 11]),
        ),
        (
            "after what may have been an exchange",
            json!({"claim_date": "2026-04-20",
            "prior_repairs": [{"completed": "2026-04-15", "scope": "product"}]}),
            json!([13]),
        ),
        ("accessories", json!({"accessories_complete": false}), json!([14])),
        ("consent", json!({"return_consent": false}), json!([15])),
        (
            "beside a user-caused fault",
            json!({"findings": ["product_fault", "misuse_or_environment"]}),
            json!([1, 17, 18]),
        ),
        ("beside wear", json!({"findings": ["product_fault", "normal_wear"]}), json!([1, 18])),
        ("part of a detector", json!({"product_class": "detector", "claim_object": "part"}), json!([19])),
        ("contract not seen", json!({"contract": "absent"}), json!([21])),
    ] {
        let found = place(&changes, "/readings");
        if found != expected {
            wrong.push(format!("{sentence}: {found}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn a_denial_that_turns_on_an_unsigned_reading_is_marked() {
    let marks = |changes: Value| {
        let verdict = verdict(&changes);
        ["refund", "exchange", "free_repair", "paid_repair"]
            .map(|remedy| verdict["remedies"][remedy]["unsigned"].as_bool().unwrap())
    };
    assert_eq!(marks(json!({})), [false, false, false, false]);
    assert_eq!(marks(json!({"sale_kind": "special_price"})), [false, true, false, false]);
    assert_eq!(marks(json!({"sale_kind": "prototype_special_price"})), [false, false, true, false]);
    assert_eq!(
        marks(json!({"sale_kind": "borrowed", "claim_date": "2029-01-04"})),
        [false, false, false, true]
    );
    assert_eq!(
        marks(json!({"documents": {"warranty_certificate": false, "purchase_proof": true}})),
        [true, true, true, false]
    );
    assert_eq!(
        marks(json!({"documents": {"warranty_certificate": false, "purchase_proof": false}})),
        [false; 4]
    );
    assert_eq!(marks(json!({"claim_date": "2026-03-10"})), [false; 4], "a signed reading leaves no mark");
}

#[test]
fn the_next_question_is_the_one_that_leaves_least_open_and_costs_least() {
    for (sentence, changes, expected) in [
        ("nothing open", json!({}), Value::Null),
        ("one paper", json!({"documents": {"warranty_certificate": true}}), json!("purchase_proof")),
        (
            "unavailable is never asked again",
            json!({"documents": {"warranty_certificate": true, "purchase_proof": "unavailable"}}),
            Value::Null,
        ),
        (
            "the other one is",
            json!({"documents": {"warranty_certificate": "unavailable"}}),
            json!("purchase_proof"),
        ),
        (
            "unavailable as a whole",
            json!({"documents": "unavailable", "serial": {"label": "readable"}}),
            json!("serial_match"),
        ),
        ("sale kind before dates", json!({"claim_date": null, "sale_kind": null}), json!("sale_kind")),
        ("the claim date", json!({"claim_date": null}), json!("dates")),
        ("the claim date unavailable", json!({"claim_date": "unavailable"}), Value::Null),
        ("dates that contradict each other", json!({"claim_date": CLAIMED_BEFORE}), json!("dates")),
        ("a decision is no question", json!({"return_consent": false}), Value::Null),
        ("nor is a review", json!({"findings": ["product_fault", "misuse_or_environment"]}), Value::Null),
        (
            "a part of a detector, contract seen",
            json!({"product_class": "detector", "claim_object": "part"}),
            Value::Null,
        ),
        (
            "a part of a detector, contract not seen",
            json!({"product_class": "detector", "claim_object": "part", "contract": null}),
            json!("contract"),
        ),
        (
            "looking costs less than the bench",
            json!({"findings": null, "serial": {"matches": true}}),
            json!("serial_label"),
        ),
        (
            "what settles most first: accessories leave the repair alone",
            json!({"accessories_complete": null, "documents": {"warranty_certificate": true}}),
            json!("purchase_proof"),
        ),
        (
            "contradictory findings are looked at again",
            json!({"findings": ["product_fault", "operates_normally"]}),
            json!("diagnosis"),
        ),
    ] {
        assert_eq!(place(&changes, "/next_question"), expected, "{sentence}");
    }
}

#[test]
fn facts_that_are_not_facts_are_refused_by_field() {
    let policy = Policy::shipped().unwrap();
    for (line, code, field) in [
        ("", "not_json", ""),
        ("[]", "wrong_type", ""),
        (r#"{"case":"x","fault":1}"#, "unknown_field", "fault"),
        (r#"{"case":"x","purchase":{"date":"2026-01-01"}}"#, "unknown_field", "purchase.date"),
        (r#"{"case":"x","prior_repairs":[{},{"when":1}]}"#, "unknown_field", "prior_repairs[1].when"),
        (r#"{"case":"x","sale_kind":"normal","sale_kind":"borrowed"}"#, "duplicate_field", "sale_kind"),
        (
            r#"{"case":"x","prior_repairs":[{},{"scope":"paid","scope":"product"}]}"#,
            "duplicate_field",
            "prior_repairs[1].scope",
        ),
        (r#"{"case":"x","sale_kind":"gift"}"#, "unknown_code", "sale_kind"),
        (r#"{"case":"x","findings":["product_fault","5.2"]}"#, "unknown_code", "findings[1]"),
        (r#"{"case":"x","findings":["unavailable"]}"#, "unknown_code", "findings[0]"),
        (r#"{"case":"x","findings":"product_fault"}"#, "wrong_type", "findings"),
        (r#"{"case":"x","return_consent":"yes"}"#, "wrong_type", "return_consent"),
        (r#"{"case":"x","claim_date":"2026-02-30"}"#, "bad_date", "claim_date"),
        (r#"{"case":"x","claim_date":"2026-3-2"}"#, "bad_date", "claim_date"),
        (r#"{"case":"x","claim_date":"9801-01-01"}"#, "bad_date", "claim_date"),
        (r#"{"case":"x","claim_date":"0000-01-01"}"#, "bad_date", "claim_date"),
        (r#"{"case":"x","claim_date":20260302}"#, "wrong_type", "claim_date"),
        (r#"{"case":"x","contract":{"unit_months":-1}}"#, "out_of_range", "contract.unit_months"),
        (r#"{"case":"x","contract":{"unit_months":1.5}}"#, "out_of_range", "contract.unit_months"),
        (r#"{"case":"x","contract":{"return_days":"15"}}"#, "wrong_type", "contract.return_days"),
        (r#"{"case":"x","serial":{"label":"torn"}}"#, "unknown_code", "serial.label"),
        (r#"{"case":"x","country":"China"}"#, "unknown_code", "country"),
    ] {
        let refused = assess_line(policy, line).unwrap_err();
        assert_eq!(refused.error.fault.code(), code, "{line}");
        assert_eq!(refused.error.field, field, "{line}");
        assert_eq!(refused.case.as_deref(), line.contains("case").then_some("x"), "{line}");
    }
}

#[test]
fn a_fact_absent_null_or_unavailable_is_equally_unknown() {
    for name in ordinary().as_object().unwrap().keys() {
        let [absent, null, unavailable] = [json!("absent"), Value::Null, json!("unavailable")]
            .map(|state| outcomes(&verdict(&json!({ name: state }))));
        assert_eq!(absent, null, "{name}");
        assert_eq!(absent, unavailable, "{name}");
    }
}

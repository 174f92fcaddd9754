//! Plain timings of the engine on some states of knowledge, for work on it. Not the measured comparison, which is
//! `cargo xtask bench eligibility`.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a program for developers")]

use nightbench_calendar::Calendar;
use nightbench_eligibility::{Facts, Policy, assess, outcomes};
use std::hint::black_box;
use std::time::Instant;

const CASES: [(&str, &str); 6] = [
    (
        "complete",
        r#"{"product_class":"terminal","claim_object":"whole","purchase":{"voucher_date":"2026-03-02"},
        "claim_date":"2026-03-10","sale_kind":"normal","contract":{},"findings":["product_fault"],
        "documents":{"warranty_certificate":true,"purchase_proof":true},"serial":{"label":"readable","matches":true},
        "authorised_source":true,"accessories_complete":true,"return_consent":true}"#,
    ),
    (
        "complete, repaired before, two findings",
        r#"{"product_class":"module","claim_object":"part","purchase":{"voucher_date":"2026-01-31","contract_date":"2026-01-30"},
        "claim_date":"2026-05-06","sale_kind":"normal","contract":{"part_months":3},"findings":["product_fault","third_party"],
        "documents":{"warranty_certificate":true,"purchase_proof":true},"serial":{"label":"readable","matches":true},
        "authorised_source":true,"accessories_complete":true,"return_consent":true,
        "prior_repairs":[{"completed":"2026-02-03","scope":"part_same"},{"completed":"2026-03-03","scope":"part_other"}]}"#,
    ),
    (
        "at the counter: not diagnosed, no consent asked",
        r#"{"product_class":"terminal","claim_object":"whole","purchase":{"voucher_date":"2026-03-02"},
        "claim_date":"2026-03-10","sale_kind":"normal",
        "documents":{"warranty_certificate":true,"purchase_proof":true},"serial":{"label":"readable","matches":true},
        "authorised_source":true,"accessories_complete":true}"#,
    ),
    (
        "at the counter: papers not seen either",
        r#"{"product_class":"terminal","claim_object":"whole","purchase":{"voucher_date":"2026-03-02"},
        "claim_date":"2026-03-10","serial":{"label":"readable"}}"#,
    ),
    (
        "purchase date unknown",
        r#"{"product_class":"terminal","claim_object":"whole","claim_date":"2026-03-10","sale_kind":"normal",
        "findings":["product_fault"],"documents":{"warranty_certificate":true,"purchase_proof":true},
        "serial":{"label":"readable","matches":true},"authorised_source":true,"accessories_complete":true,"return_consent":true}"#,
    ),
    ("nothing but the claim date", r#"{"claim_date":"2026-03-10"}"#),
];

fn main() {
    let policy = Policy::shipped().unwrap();
    let calendar = Calendar::of("CN");
    // With an argument only the cases whose name contains it, for a profile of them.
    let wanted = std::env::args().nth(1).unwrap_or_default();
    println!("{:>12} {:>12}", "outcomes", "verdict");
    for (name, facts) in CASES.into_iter().filter(|(name, _)| name.contains(&wanted)) {
        let facts = Facts::from_json(facts).unwrap();
        let alone = median_ns(|| {
            black_box(outcomes(policy, calendar, black_box(&facts)));
        });
        let verdict = median_ns(|| {
            black_box(assess(policy, calendar, black_box(&facts)));
        });
        println!("{alone:>9.0} ns {verdict:>9.0} ns  {name}");
    }
    if !wanted.is_empty() {
        return;
    }
    let text = include_str!("../../../policies/jingpin-commitment.toml");
    let load = median_ns(|| {
        black_box(Policy::load("pack", text).unwrap());
    });
    println!("loading the pack {load:>9.0} ns");
}

/// Nanoseconds of one call: the median of rounds that take about a millisecond each.
fn median_ns(mut call: impl FnMut()) -> f64 {
    let mut calls = 1_u32;
    loop {
        let start = Instant::now();
        (0..calls).for_each(|_| call());
        if start.elapsed().as_micros() > 1_000 {
            break;
        }
        calls *= 2;
    }
    let mut rounds: Vec<f64> = (0..101)
        .map(|_| {
            let start = Instant::now();
            (0..calls).for_each(|_| call());
            start.elapsed().as_secs_f64() * 1e9 / f64::from(calls)
        })
        .collect();
    rounds.sort_unstable_by(f64::total_cmp);
    rounds.get(rounds.len() / 2).copied().unwrap_or_default()
}

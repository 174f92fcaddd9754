//! Mistakes planted on purpose. A comparison that misses one of them would miss its like in the engine.

use crate::first_difference;
use nightbench_calendar::Calendar;
use nightbench_calendar::rows::{DayRow, RowKind, read_days};
use nightbench_eligibility::Policy;

const PACK: &str = include_str!("../../../../policies/jingpin-commitment.toml");

/// A mistake in the pack: what it makes of the commitment, where, and what stands there instead.
const IN_THE_PACK: [(&str, &str, &str, &str); 19] = [
    ("refund in six days", "remedy = \"refund\"", "days = 7", "days = 6"),
    ("refund in eight days", "remedy = \"refund\"", "days = 7", "days = 8"),
    ("exchange in 29 days", "remedy = \"exchange\"", "days = 30", "days = 29"),
    ("the thirtieth day left out", "number = 3", "chosen = \"inclusive\"", "chosen = \"exclusive\""),
    (
        "the day of purchase counted",
        "number = 2",
        "chosen = \"purchase_day_is_day_0\"",
        "chosen = \"purchase_day_is_day_1\"",
    ),
    ("no roll over rest days", "number = 4", "chosen = \"rolls_forward\"", "chosen = \"no_roll\""),
    (
        "the first of the next month",
        "number = 5",
        "chosen = \"last_of_month\"",
        "chosen = \"first_of_next_month\"",
    ),
    ("one paper is enough", "number = 8", "chosen = \"both_needed\"", "chosen = \"only_lacking_both\""),
    ("consent refused for good", "number = 15", "chosen = \"company_decides\"", "chosen = \"refusal\""),
    ("a floor of two months", "[floor]", "months = 3", "months = 2"),
    ("a floor of four months", "[floor]", "months = 3", "months = 4"),
    ("terminals covered for 23 months", "product_class = \"terminal\"", "months = 24", "months = 23"),
    ("detectors covered like terminals", "product_class = \"detector\"", "months = 12", "months = 24"),
    (
        "third parties are nobody's fault",
        "finding = \"third_party\"",
        "user_caused = true",
        "user_caused = false",
    ),
    (
        "wear is the user's fault",
        "finding = \"normal_wear\"",
        "finding = \"normal_wear\"",
        "finding = \"normal_wear\"\nuser_caused = true",
    ),
    (
        "what operates normally may have a product fault",
        "finding = \"operates_normally\"",
        "contradicts_product_fault = true",
        "contradicts_product_fault = false",
    ),
    (
        "special prices like others",
        "kind = \"special_price\"",
        "effect = \"no_return_or_exchange\"\nlifted_by = \"special_price_return\"",
        "effect = \"full\"",
    ),
    ("borrowed units lifted by no term", "kind = \"borrowed\"", "lifted_by = \"covers_borrowed\"", ""),
    (
        "a reading signed that nobody signed",
        "number = 9",
        "level = \"adjudicate\"",
        "level = \"inform\"\nsigned_by = \"somebody\"\nsigned_on = \"2026-11-22\"",
    ),
];

/// How many random claims each mistake has to be found in.
const CASES: u32 = 20_000;

/// The pack with the text replaced at its first place after the mark.
fn with_mistake(mark: &str, from: &str, to: &str) -> Policy {
    let begin = PACK.find(mark).unwrap_or_else(|| panic!("`{mark}` stands in the pack"));
    let at = begin + PACK[begin..].find(from).unwrap_or_else(|| panic!("`{from}` stands after `{mark}`"));
    let text = format!("{}{to}{}", &PACK[..at], &PACK[at + from.len()..]);
    Policy::load("planted.toml", &text).unwrap_or_else(|refused| panic!("{mark}: {refused}"))
}

#[test]
#[cfg_attr(debug_assertions, ignore = "looks at many claims and packs: in release only")]
fn every_mistake_planted_in_the_pack_is_found() {
    for (mistake, mark, from, to) in IN_THE_PACK {
        let policy = with_mistake(mark, from, to);
        let found = first_difference(&policy, Calendar::of("CN"), 1, CASES);
        assert!(found.is_some(), "not found in {CASES} claims: {mistake}");
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "looks at many claims and packs: in release only")]
fn every_mistake_planted_in_the_calendar_is_found() {
    let rows = read_days("cn_days.csv", "", include_str!("../../../../calendars/cn_days.csv")).unwrap();
    let published = [nightbench_calendar::Span { first: rows[0].date, last: "2026-12-31".parse().unwrap() }];
    let saturday_and_sunday = 0b0110_0000;
    let calendar = |rows: Vec<DayRow>| Calendar::from_rows("CN", saturday_and_sunday, rows, &published);
    let without = |kind: RowKind| rows.iter().filter(|row| row.kind != kind).cloned().collect::<Vec<_>>();
    for (mistake, calendar) in [
        ("make-up workdays taken for rest days", calendar(without(RowKind::MakeupWorkday))),
        ("holidays taken for workdays", calendar(without(RowKind::Holiday))),
        ("nothing published", Calendar::from_rows("CN", saturday_and_sunday, rows.clone(), &[])),
        ("another country's rest days", Calendar::of("AE").clone()),
    ] {
        let found = first_difference(Policy::shipped().unwrap(), &calendar, 1, CASES);
        assert!(found.is_some(), "not found in {CASES} claims: {mistake}");
    }
}

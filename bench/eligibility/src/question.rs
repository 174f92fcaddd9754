//! A claim as the peers are asked about it. Their languages count no months of a civil code and know no working
//! days, so what those give is worked out for them beforehand and is not in their times: every date is a number of
//! days; the last day of each window and of each period that the table or the contract can give is given, rolled over
//! rest days; the tail of 2.2 is given, with the repairs that count already chosen. Comparing, choosing the period,
//! and everything about findings, papers, sale kinds and conditions is theirs. An unknown is the word `unknown`, or 0
//! where a day is meant.

use crate::case::Case;
use chrono::{Datelike, Days, NaiveDate};
use nightbench_calendar::{Calendar, add_months};
use serde_json::{Value, json};

/// The peers' form of a claim.
pub(crate) fn question(case: &Case) -> Value {
    let facts = &case.json;
    let text = |path: &str| facts.pointer(path).and_then(Value::as_str);
    let date = |path: &str| text(path).and_then(|date| date.parse::<NaiveDate>().ok());
    let number = |path: &str| {
        facts.pointer(path).and_then(Value::as_u64).and_then(|number| u32::try_from(number).ok())
    };
    let yes = |path: &str| facts.pointer(path).and_then(Value::as_bool) == Some(true);
    let answered = |path: &str| match facts.pointer(path).and_then(Value::as_bool) {
        Some(true) => "yes",
        Some(false) => "no",
        None => "unknown",
    };
    let bought = date("/purchase/voucher_date").max(date("/purchase/contract_date"));
    let start = date("/contract/period_starts_on").or(bought);
    let claimed = date("/claim_date");
    let rolls = text("/counting") != Some("plain");
    let last =
        |day: NaiveDate| day_number(if rolls { Calendar::of("CN").roll_forward(day).date } else { day });
    let after_days =
        |days: u32| start.and_then(|start| start.checked_add_days(Days::new(days.into()))).map_or(0, last);
    let after_months = |months: u32| start.map_or(0, |start| last(add_months(start, months)));
    let agreed = |path: &str| number(path).map_or(0, after_months);
    let no_repairs = Vec::new();
    let repairs = facts.get("prior_repairs").and_then(Value::as_array).unwrap_or(&no_repairs);
    let tails = repairs.iter().filter_map(|repair| {
        let scope = repair.get("scope").and_then(Value::as_str)?;
        let completed: NaiveDate = repair.get("completed").and_then(Value::as_str)?.parse().ok()?;
        let counts =
            ["product", "part_same"].contains(&scope) && claimed.is_none_or(|claimed| completed <= claimed);
        counts.then(|| last(add_months(completed, 3)))
    });
    json!({
        "class": text("/product_class").unwrap_or("unknown"), "object": text("/claim_object").unwrap_or("unknown"),
        "sale": text("/sale_kind").unwrap_or("unknown"),
        "covers_borrowed": yes("/contract/covers_borrowed"), "special_return": yes("/contract/special_price_return"),
        "unit_agreed": number("/contract/unit_months").is_some(), "part_agreed": number("/contract/part_months").is_some(),
        "claimed": claimed.map_or(0, day_number), "bought": bought.map_or(0, day_number), "start_known": start.is_some(),
        "refund_last": after_days(number("/contract/return_days").unwrap_or(7)),
        "exchange_last": after_days(number("/contract/exchange_days").unwrap_or(30)),
        "end_3": after_months(3), "end_12": after_months(12), "end_24": after_months(24),
        "end_unit": agreed("/contract/unit_months"), "end_part": agreed("/contract/part_months"),
        "tail": tails.max().unwrap_or(0),
        "diagnosed": facts.get("findings").is_some_and(Value::is_array),
        "findings": facts.get("findings").filter(|codes| codes.is_array()).cloned().unwrap_or_else(|| json!([])),
        "defect": answered("/consumable_defect"),
        "certificate": answered("/documents/warranty_certificate"), "proof": answered("/documents/purchase_proof"),
        "label": match text("/serial/label") { Some("readable") => "yes", Some(_) => "no", None => "unknown" },
        "matches": answered("/serial/matches"), "source": answered("/authorised_source"),
        "accessories": answered("/accessories_complete"), "consent": answered("/return_consent"),
    })
}

fn day_number(day: NaiveDate) -> i32 {
    day.num_days_from_ce()
}

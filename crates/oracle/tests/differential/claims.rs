//! Random claims as JSON: near the ends of windows and periods, mostly in order, with facts left out, unanswered or
//! wrong often enough to be interesting. A strategy of proptest, so that a failing claim shrinks to a small one.

use chrono::{Days, NaiveDate, TimeDelta};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::{BoxedStrategy, Just, Strategy, any, prop_oneof};
use proptest::sample::select;
use serde_json::{Map, Value, json};

const FINDINGS: [&str; 11] = [
    "product_fault",
    "misuse_or_environment",
    "third_party",
    "normal_wear",
    "operates_normally",
    "customer_software_change",
    "consumable",
    "against_manual",
    "appearance",
    "unauthorised_repair",
    "within_specification",
];

/// A claim, complete or not.
pub(crate) fn claims() -> BoxedStrategy<Value> {
    let what = (
        open(3, select(vec!["terminal", "module", "detector"])),
        open(4, select(vec!["whole", "whole", "part"])),
        open(
            6,
            select(vec![
                "normal",
                "normal",
                "normal",
                "special_price",
                "prototype_special_price",
                "borrowed",
            ]),
        ),
        contracts(),
        open(5, findings()),
        open(1, any::<bool>()),
    );
    let when = (
        option::weighted(0.95, days()),
        purchases(),
        repairs(),
        select(vec!["cn", "cn", "plain", "", "unavailable"]),
    );
    let seen = (evidence(), evidence(), labels(), evidence(), evidence(), evidence(), evidence());
    let claims = (what, when, seen, 0..40_u8).prop_map(|(what, when, seen, whole)| {
        let (class, object, sale, contract, findings, defect) = what;
        let (claimed, (voucher, contracted), repairs, counting) = when;
        let (certificate, proof, label, matches, source, accessories, consent) = seen;
        let about = claimed.unwrap_or_else(|| first_day() + Days::new(200));
        let before = |back: Value| match back.as_i64() {
            Some(back) => json!(about - TimeDelta::days(back)),
            None => back,
        };
        let mut facts = Map::new();
        let mut put = |name: &str, fact: Value| {
            if !fact.is_null() {
                facts.insert(name.to_owned(), fact);
            }
        };
        let unanswered = |at: u8, group: Value| if whole == at { json!("unavailable") } else { group };
        put("product_class", class);
        put("claim_object", object);
        put("sale_kind", sale);
        put("contract", dated(contract, "period_starts_on", before));
        put("findings", findings);
        put("consumable_defect", defect);
        let purchase = json!({"voucher_date": before(voucher), "contract_date": before(contracted)});
        put("purchase", unanswered(0, purchase));
        put("claim_date", claimed.map_or(Value::Null, |day| json!(day)));
        put("counting", if counting.is_empty() { Value::Null } else { json!(counting) });
        put(
            "documents",
            unanswered(1, json!({"warranty_certificate": certificate, "purchase_proof": proof})),
        );
        put("serial", unanswered(2, json!({"label": label, "matches": matches})));
        put("authorised_source", source);
        put("accessories_complete", accessories);
        put("return_consent", consent);
        let repairs: Vec<Value> =
            repairs.into_iter().map(|repair| dated(repair, "completed", before)).collect();
        put("prior_repairs", unanswered(3, json!(repairs)));
        Value::Object(facts)
    });
    claims.boxed()
}

fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 12, 20).unwrap()
}

/// Claim dates with the Spring Festival, the October holidays and the end of the published calendar in them.
fn days() -> impl Strategy<Value = NaiveDate> {
    (0_u64..420).prop_map(|days| first_day() + Days::new(days))
}

/// A fact that is known `weight` times out of two more: else not asked, or asked in vain.
fn open<T: Into<Value> + std::fmt::Debug + Clone + 'static>(
    weight: u32,
    known: impl Strategy<Value = T> + 'static,
) -> BoxedStrategy<Value> {
    prop_oneof![
        weight * 2 => known.prop_map(Into::into),
        3 => Just(Value::Null),
        1 => Just(json!("unavailable")),
    ]
    .boxed()
}

fn evidence() -> BoxedStrategy<Value> {
    open(9, select(vec![true, true, true, true, true, true, true, false]))
}

fn labels() -> BoxedStrategy<Value> {
    open(9, select(vec!["readable", "readable", "readable", "readable", "readable", "unreadable", "absent"]))
}

/// Days back from the claim, near the ends of windows and periods; a claim before the purchase now and then.
fn back() -> impl Strategy<Value = i64> {
    prop_oneof![
        1 => -3_i64..1,
        6 => 0_i64..48,
        3 => 80_i64..100,
        3 => 355_i64..375,
        3 => 722_i64..745,
        2 => 0_i64..1_200,
    ]
}

/// Voucher date and contract date, as days back from the claim; mostly one of them.
fn purchases() -> impl Strategy<Value = (Value, Value)> {
    let other = prop_oneof![-9_i64..10, back()];
    (open(5, back()), prop_oneof![7 => Just(Value::Null), 2 => open(9, other)], 0..8_u8).prop_map(
        |(one, other, turn)| match (turn, one.as_i64(), other.as_i64()) {
            (0, _, _) => (other, one),
            (_, Some(back), Some(moved)) => (one, json!(back + moved % 20)),
            _ => (one, other),
        },
    )
}

fn findings() -> impl Strategy<Value = Vec<&'static str>> {
    let some = btree_set(select(&FINDINGS[..]), 0..4).prop_map(|codes| codes.into_iter().collect());
    prop_oneof![
        6 => Just(vec!["product_fault"]),
        5 => some,
        3 => select(&FINDINGS[1..]).prop_map(|code| vec!["product_fault", code]),
        1 => select(&FINDINGS[..]).prop_map(|code| vec!["consumable", code]),
    ]
}

/// The contract: not seen, seen and silent, or with terms of its own.
fn contracts() -> BoxedStrategy<Value> {
    let term = |values: BoxedStrategy<Value>| prop_oneof![12 => Just(Value::Null), 5 => values, 1 => Just(json!("unavailable"))];
    let months = || term((0_u32..40).prop_map(Value::from).boxed());
    let days = || term((0_u32..60).prop_map(Value::from).boxed());
    let agreed = || term(any::<bool>().prop_map(Value::from).boxed());
    let starts = term(back().prop_map(Value::from).boxed());
    let some = (months(), months(), days(), days(), starts, agreed(), agreed(), agreed()).prop_map(
        |(unit, part, refund, exchange, starts, special, borrowed, fee)| {
            json!({
                "unit_months": unit, "part_months": part, "return_days": refund, "exchange_days": exchange,
                "period_starts_on": starts, "special_price_return": special, "covers_borrowed": borrowed,
                "fee_inside_warranty": fee,
            })
        },
    );
    let not_seen = prop_oneof![3 => Just(Value::Null), 1 => Just(json!("unavailable"))];
    prop_oneof![3 => not_seen, 3 => Just(json!({})), 4 => some].boxed()
}

/// Earlier repairs, mostly ended about three months before the claim; some after it, some with a part unknown.
fn repairs() -> impl Strategy<Value = Vec<Value>> {
    let completed = prop_oneof![3 => 84_i64..104, 2 => -20_i64..200];
    let scope = select(vec!["product", "part_same", "part_other", "paid"]);
    let one = prop_oneof![
        19 => (open(9, completed), open(9, scope))
            .prop_map(|(completed, scope)| json!({"completed": completed, "scope": scope})),
        1 => Just(Value::Null),
        1 => Just(json!("unavailable")),
    ];
    prop_oneof![5 => Just(Vec::new()), 3 => vec(one, 1..3)]
}

/// A group in which one day is still written as days back.
fn dated(mut group: Value, name: &str, before: impl Fn(Value) -> Value) -> Value {
    if let Some(day) = group.get_mut(name) {
        *day = before(day.take());
    }
    group
}

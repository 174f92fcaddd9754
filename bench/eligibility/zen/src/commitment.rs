//! The commitment as a JSON Decision Model, as zen-engine's users write one: a decision table for the periods between two
//! expression nodes, the first for what findings and papers amount to, the second for the answer to each remedy.
//!
//! A first-hit decision table for each remedy instead of the second expression node says the same and was measured
//! at more than twice the time; this is the faster form. It is given what its language lacks (../src/question.rs says
//! what): days as numbers, rolled last days for each period of the table, and unknowns as the word `unknown`. It may
//! answer `open` with the groups of facts to ask for; their names are put together outside the measured time.

use serde_json::{Map, Value, json};

/// The decision graph.
pub(crate) fn graph() -> Value {
    json!({
        "nodes": [
            { "id": "claim", "name": "claim", "type": "inputNode", "content": {} },
            node("amounts", "expressionNode", &json!({ "expressions": expressions(AMOUNTS), "passThrough": true })),
            node("periods", "decisionTableNode", &table(PERIOD_COLUMNS, "cover", PERIODS)),
            node("remedies", "expressionNode", &json!({ "expressions": expressions(REMEDIES) })),
            { "id": "answer", "name": "answer", "type": "outputNode", "content": {} },
        ],
        "edges": [
            edge("claim", "amounts"), edge("amounts", "periods"), edge("periods", "remedies"), edge("remedies", "answer"),
        ],
    })
}

/// What is computed from the claim before any table.
const AMOUNTS: &[(&str, &str)] = &[
    (
        "outside",
        "sale == 'borrowed' ? (covers_borrowed ? 'no' : 'yes') : sale == 'prototype_special_price' ? (unit_agreed ? 'no' : 'yes') : sale == 'unknown' ? 'unknown' : 'no'",
    ),
    (
        "user",
        "'misuse_or_environment' in findings or 'third_party' in findings or 'customer_software_change' in findings or 'against_manual' in findings or 'unauthorised_repair' in findings",
    ),
    ("well", "'operates_normally' in findings or 'within_specification' in findings"),
    (
        "fault",
        "not diagnosed ? 'unknown' : 'product_fault' in findings ? 'yes' : 'consumable' in findings ? defect : 'no'",
    ),
    (
        "papers",
        "certificate == 'no' or proof == 'no' or label == 'no' or matches == 'no' or source == 'no' ? 'no' : certificate == 'yes' and proof == 'yes' and label == 'yes' and matches == 'yes' and source == 'yes' ? 'yes' : 'unknown'",
    ),
    ("in_tail", "claimed <= tail"),
];

const PERIOD_COLUMNS: [&str; 6] = ["in_tail", "start_known", "object", "class", "unit_agreed", "part_agreed"];

/// Table 2.T with the contract before it and 2.2 before both; unknown class or object where the row can still tell.
const PERIODS: &[[&str; 7]] = &[
    ["true", "", "", "", "", "", "'in'"],
    ["", "false", "", "", "", "", "'unknown'"],
    ["", "", "'whole'", "", "true", "", "claimed <= end_unit ? 'in' : 'over'"],
    ["", "", "'part'", "", "", "true", "claimed <= end_part ? 'in' : 'over'"],
    ["", "", "'whole'", "'terminal'", "", "", "claimed <= end_24 ? 'in' : 'over'"],
    ["", "", "'whole'", "'module', 'detector'", "", "", "claimed <= end_12 ? 'in' : 'over'"],
    ["", "", "'part'", "'terminal', 'module'", "", "", "claimed <= end_3 ? 'in' : 'over'"],
    ["", "", "'part'", "'detector'", "", "", "'blank'"],
    [
        "",
        "",
        "'whole'",
        "'unknown'",
        "",
        "",
        "claimed <= end_12 ? 'in' : claimed > end_24 ? 'over' : 'unknown'",
    ],
    ["", "", "'part'", "'unknown'", "", "", "claimed <= end_3 ? 'not_over' : 'unknown'"],
    [
        "",
        "",
        "'unknown'",
        "'terminal'",
        "false",
        "false",
        "claimed <= end_3 ? 'in' : claimed > end_24 ? 'over' : 'unknown'",
    ],
    [
        "",
        "",
        "'unknown'",
        "'module'",
        "false",
        "false",
        "claimed <= end_3 ? 'in' : claimed > end_12 ? 'over' : 'unknown'",
    ],
    ["", "", "'unknown'", "'detector'", "false", "false", "claimed <= end_12 ? 'not_over' : 'unknown'"],
    ["", "", "'unknown'", "'unknown'", "false", "false", "claimed <= end_3 ? 'not_over' : 'unknown'"],
    ["", "", "", "", "", "", "'unknown'"],
];

/// What everything proves together, and the answer to each remedy; `$` is what stands above.
const REMEDIES: &[(&str, &str)] = &[
    ("cover", "cover"),
    ("own", "fault == 'yes' and well ? 'unknown' : fault"),
    (
        "more",
        "not diagnosed or (fault == 'yes' and well) ? 'unknown' : user or well or 'normal_wear' in findings or 'appearance' in findings ? 'yes' : 'consumable' in findings ? (defect == 'no' ? 'yes' : defect == 'yes' ? 'no' : 'unknown') : 'no'",
    ),
    (
        "proven",
        "cover == 'over' or papers == 'no' ? 'bad' : cover != 'unknown' and papers == 'yes' ? 'good' : 'unknown'",
    ),
    (
        "paid",
        "$.proven == 'bad' or $.own == 'no' or $.more == 'yes' ? 'yes' : $.own == 'yes' and $.more == 'no' and $.proven == 'good' ? (cover == 'in' ? 'no' : cover == 'blank' ? 'contract' : 'unknown') : 'unknown'",
    ),
    (
        "undated",
        "outside == 'yes' ? 'denied' : claimed > 0 and claimed >= bought ? '' : sale == 'unknown' ? 'open:S' : 'dates'",
    ),
    ("unfounded", "$.proven == 'bad' or $.own == 'no'"),
    ("barred", "$.unfounded or (sale == 'special_price' and not special_return)"),
    ("unknown", "sale == 'unknown' or $.proven == 'unknown' or $.own == 'unknown'"),
    ("lacks", "consent == 'unknown' ? 'open:N' : consent == 'no' ? 'consent' : 'granted'"),
    (
        "lacks_return",
        "consent == 'unknown' ? 'open:NA' : consent == 'no' ? 'consent' : accessories == 'unknown' ? 'open:A' : accessories == 'no' ? 'accessories' : 'granted'",
    ),
    (
        "refund",
        "$.undated != '' ? $.undated : $.barred or user or (start_known and claimed > refund_last) ? 'denied' : $.unknown or not start_known ? 'open:SWOEDNA' : $.lacks_return",
    ),
    (
        "exchange",
        "$.undated != '' ? $.undated : $.barred or (start_known and claimed > exchange_last) ? 'denied' : $.unknown or not start_known ? (user ? 'open:SWOED' : 'open:SWOEDNA') : user ? 'review' : $.lacks_return",
    ),
    (
        "free_repair",
        "$.undated != '' ? $.undated : $.unfounded ? 'denied' : cover == 'blank' ? ($.unknown ? 'open:SED' : 'contract') : $.unknown or cover == 'unknown' or cover == 'not_over' ? 'open:SCEDN' : $.lacks",
    ),
    (
        "paid_repair",
        "$.undated != '' ? $.undated : $.paid == 'no' ? 'denied' : $.paid == 'unknown' ? 'open:SCEDN' : $.paid == 'contract' ? (sale == 'unknown' ? 'open:S' : 'contract') : sale == 'unknown' ? 'open:SN' : $.lacks",
    ),
];

/// A first-hit table with one output, which the claim passes through.
fn table<const CELLS: usize>(columns: [&str; 6], output: &str, rows: &[[&str; CELLS]]) -> Value {
    let id = |at: usize| columns.get(at).copied().unwrap_or("output").to_owned();
    let rules = rows.iter().enumerate().map(|(number, cells)| {
        let cells = cells.iter().enumerate().map(|(at, cell)| (id(at), Value::from(*cell)));
        Value::Object(cells.chain([("_id".to_owned(), number.to_string().into())]).collect::<Map<_, _>>())
    });
    let inputs = columns.iter().map(|field| json!({ "id": field, "name": field, "field": field }));
    json!({
        "hitPolicy": "first", "passThrough": true, "inputs": inputs.collect::<Vec<_>>(),
        "outputs": [{ "id": "output", "name": output, "field": output }], "rules": rules.collect::<Vec<_>>(),
    })
}

fn expressions(list: &[(&str, &str)]) -> Vec<Value> {
    list.iter().map(|(key, value)| json!({ "id": key, "key": key, "value": value })).collect()
}

fn node(name: &str, kind: &str, content: &Value) -> Value {
    json!({ "id": name, "name": name, "type": kind, "content": content })
}

fn edge(from: &str, to: &str) -> Value {
    json!({ "id": format!("{from}-{to}"), "sourceId": from, "targetId": to, "type": "edge" })
}

//! How far the work orders of the demonstration have come: at the bench, waiting for an answer, for a paper or for parts,
//! repaired, tested, given back. Each goes the way a real one goes, act by act and day by day, through the commands that
//! every window calls; where a gate stops it, it stays, as a real one does.

use super::{DemoClock, Dice};
use crate::error::AppError;
use crate::station::App;
use chrono::{Days, NaiveDate};
use nightbench_domain::id::TicketId;
use nightbench_domain::intake::{Accessory, Presence};
use serde_json::{Value, json};

/// What a good terminal measures.
const GOOD: [(&str, &str); 8] = [
    ("power_on", "yes"),
    ("netd", "31.5"),
    ("bad_pixels", "0.1"),
    ("non_uniformity", "1.2"),
    ("shutter", "yes"),
    ("focus", "yes"),
    ("display", "yes"),
    ("firmware", "2.4.1"),
];
/// What it measured when it came.
const FAULTY: [(&str, &str); 4] =
    [("power_on", "yes"), ("netd", "71.0"), ("bad_pixels", "0.9"), ("shutter", "no")];

/// One step of a work order's life, on some day after its receipt.
struct Step {
    day: u64,
    command: &'static str,
    request: Value,
}

/// Whether the papers of a work order of this number came with it, so that its repair is known to be free.
pub(super) const fn has_papers(number: u32) -> bool {
    number % KINDS > 5
}

/// How many ways there are.
const KINDS: u32 = 12;
/// The one that ends with the unit back at its customer.
const BACK: u32 = 10;

/// What a unit waited for before it was repaired, and for how many days.
#[derive(Clone, Copy)]
pub(super) struct Stay {
    began: &'static str,
    note: &'static str,
    ended: &'static str,
    days: u64,
    /// How long it lay ready or in a queue beside.
    idle: u64,
}

impl Stay {
    /// Most wait for nothing or a week; one in nine for so long that day 20 is missed.
    pub(super) fn rolled(dice: &mut Dice) -> Self {
        let (began, note, ended) = if dice.below(3) == 0 {
            ("ask_documents", "发票未随机，客户答应补寄", "documents_came")
        } else {
            ("await_parts", "快门缺货", "parts_came")
        };
        let days = match dice.below(9) {
            0..4 => 0,
            4..8 => 2 + dice.below(9),
            _ => 20 + dice.below(14),
        };
        Self { began, note, ended, days: days.into(), idle: dice.below(6).into() }
    }
}

/// Lets a work order live from its receipt to its end, or until today where it waits still.
pub(super) fn and_back(
    app: &App,
    clock: &DemoClock,
    id: TicketId,
    (number, accessories): (u32, &[Accessory]),
    (received_on, today): (NaiveDate, NaiveDate),
    stay: Stay,
) -> Result<(), AppError> {
    let act = |day: u64, event: &str, note: &str| Step {
        day,
        command: "ticket_act",
        request: json!({ "id": id, "event": event, "note": note }),
    };
    let mut way = steps(id, number / KINDS * KINDS + BACK, accessories, received_on);
    // It waits once it is known what is wrong with it.
    let known = way.iter().position(|step| step.command == "ticket_resolve").map_or(0, |at| at + 1);
    for step in way.iter_mut().skip(known) {
        step.day += stay.days + stay.idle;
    }
    if stay.days > 0 {
        let waited = [act(3, stay.began, stay.note), act(3 + stay.days, stay.ended, "")];
        // With the part the repair begins; after a paper it is begun like any other.
        let begun = known + usize::from(stay.ended == "parts_came");
        way.splice(known..begun, waited);
    }
    let back_on = way.last().map_or(0, |step| step.day);
    way.push(Step { day: back_on + 9, command: "handover_close", request: json!({ "id": id }) });
    for step in way {
        let Some(day) = received_on.checked_add_days(Days::new(step.day)).filter(|day| *day <= today) else {
            return Ok(());
        };
        clock.set(day);
        app.dispatch(step.command, step.request)?;
    }
    Ok(())
}

/// Lets a work order live until today, as far as the number it is given says.
pub(super) fn live(
    app: &App,
    clock: &DemoClock,
    id: TicketId,
    (number, accessories): (u32, &[Accessory]),
    (received_on, today): (NaiveDate, NaiveDate),
) -> Result<(), AppError> {
    for step in steps(id, number, accessories, received_on) {
        let Some(day) = received_on.checked_add_days(Days::new(step.day)).filter(|day| *day <= today) else {
            return Ok(());
        };
        clock.set(day);
        match app.dispatch(step.command, step.request) {
            Ok(done) if step.command == "quote_save" => {
                let quote = done.value.pointer("/quotes/0/id").cloned().unwrap_or_default();
                app.dispatch("quote_issue", json!({ "id": quote }))?;
            }
            Ok(_) => {}
            // What the commitment or the facts stop stays where it is.
            Err(refused) if refused.failure().code.starts_with("gate_") => return Ok(()),
            Err(other) => return Err(other),
        }
    }
    Ok(())
}

/// Its way, in one of a dozen kinds; most of what is in the house is at its beginning.
fn steps(id: TicketId, number: u32, accessories: &[Accessory], received_on: NaiveDate) -> Vec<Step> {
    let act_because = |day: u64, event: &str, note: &str| Step {
        day,
        command: "ticket_act",
        request: json!({ "id": id, "event": event, "note": note }),
    };
    let act = |day: u64, event: &str| act_because(day, event, "");
    let sheet = |day: u64, kind: &str, values: &[(&str, &str)]| {
        let readings: Vec<Value> = values
            .iter()
            .map(|(parameter, value)| json!({ "parameter": parameter, "value": value }))
            .collect();
        let due = received_on.checked_add_days(Days::new(200));
        let sheet = json!({
            "kind": kind, "readings": readings,
            "instruments": [{ "name": "黑体 BB-100", "serial": "BB-1007", "calibration_due": due }],
        });
        Step { day, command: "bench_sheet_save", request: json!({ "id": id, "sheet": sheet }) }
    };
    let found = |day: u64, fault: &str, cause: &str| Step {
        day,
        command: "diagnosis_record",
        request: json!({ "id": id, "lines": [{ "fault": fault, "cause": cause }] }),
    };
    let resolve = |day: u64, resolution: &str| Step {
        day,
        command: "ticket_resolve",
        request: json!({ "id": id, "resolution": resolution }),
    };
    let quote = |day: u64| Step { day, command: "quote_save", request: quote(id, received_on) };
    let mut way = vec![act(1, "start_diagnosis"), sheet(1, "incoming", &FAULTY)];
    match number % KINDS {
        0 | 1 => return Vec::new(),
        2 => {}
        3 => way.push(found(2, "main_board", "not_shown")),
        4 => way.push(act_because(2, "ask_documents", "发票未随机，客户答应补寄")),
        5 => way.extend([found(2, "housing_broken", "impact"), quote(3)]),
        6 => way.extend([
            found(2, "shutter_stuck", "assembly"),
            resolve(2, "free_repair"),
            act_because(3, "await_parts", "快门缺货"),
        ]),
        7 => way.extend([
            found(2, "shutter_stuck", "component_failed"),
            resolve(2, "free_repair"),
            act(3, "start_repair"),
        ]),
        _ => way.extend([
            found(2, "display_faulty", "component_failed"),
            resolve(2, "free_repair"),
            act(3, "start_repair"),
            act(5, "start_test"),
            sheet(5, "final_test", &GOOD),
            act(6, "pass_test"),
        ]),
    }
    if number % KINDS >= BACK {
        let way_out =
            json!({ "kind": "shipped", "carrier": "sf", "waybill": format!("SF14{:011}", 10_000 + number) });
        let returned: Vec<Value> = accessories
            .iter()
            .filter(|one| one.state == Presence::Present)
            .map(|one| json!({ "item": one.item, "is_returned": true }))
            .collect();
        way.push(Step {
            day: 7,
            command: "handover_record",
            request: json!({ "id": id, "way": way_out, "accessories": returned }),
        });
    }
    way
}

/// A repair against payment, or the unit back as it came.
fn quote(id: TicketId, received_on: NaiveDate) -> Value {
    let line = |kind: &str, code: &str, name_zh: &str, name_en: &str, unit_minor: u32| json!({ "kind": kind, "code": code, "name_zh": name_zh, "name_en": name_en, "quantity": 1, "unit_minor": unit_minor });
    let repair = [
        line("part", "P-01", "显示组件", "Display assembly", 69_000),
        line("labour", "L-01", "整机维修工时", "Labour on a complete device", 25_000),
    ];
    json!({
        "ticket": id,
        "terms": {
            "currency": "CNY", "valid_until": received_on.checked_add_days(Days::new(33)),
            "alternatives": [
                { "kind": "repair", "title": "更换显示组件", "lines": repair },
                { "kind": "return_unrepaired", "lines": [line("inspection", "I-01", "检测费", "Inspection", 9_000)] },
            ],
        },
    })
}

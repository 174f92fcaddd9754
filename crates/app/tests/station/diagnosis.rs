//! From the test bench to the verdict: sheets that are never changed, findings that judge the claim anew, the questions a
//! technician cannot answer, and units that come back.

use crate::support::{Desk, desk};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

fn measured(values: &[(&str, &str)]) -> Value {
    let reading = |(parameter, value): &(&str, &str)| json!({ "parameter": parameter, "value": value });
    json!(values.iter().map(reading).collect::<Vec<_>>())
}

pub(crate) fn sheet(kind: &str, values: &[(&str, &str)]) -> Value {
    json!({ "kind": kind, "readings": measured(values) })
}

/// Everything a final test of a terminal requires, all of it good.
pub(crate) const GOOD: [(&str, &str); 8] = [
    ("power_on", "yes"),
    ("netd", "42.5"),
    ("bad_pixels", "0.1"),
    ("non_uniformity", "1.2"),
    ("shutter", "是"),
    ("focus", "yes"),
    ("display", "yes"),
    ("firmware", "V2.10"),
];

pub(crate) fn soak(hours: &str, is_fault_seen: bool) -> Value {
    json!({ "kind": "soak", "readings": [],
            "soak": { "hours": hours, "cycles": "3", "celsius": "-10..45", "is_fault_seen": is_fault_seen } })
}

impl Desk {
    pub(crate) fn save(&self, id: &Value, sheet: Value) -> Value {
        self.write("bench_sheet_save", json!({ "id": id, "sheet": sheet }))
    }

    pub(crate) fn diagnose(&self, id: &Value, fault: &str, cause: &str) -> Value {
        self.write("diagnosis_record", json!({ "id": id, "lines": [{ "fault": fault, "cause": cause }] }))
    }

    fn sold_and_received(&self) -> Value {
        self.import("serial,model,product_class,voucher_date,sale_kind\nJP2409-00417,NV-640,terminal,2026-02-25,normal\n");
        self.receive("JP2409-00417", json!({}))["id"].clone()
    }
}

fn problems(desk: &Desk, command: &str, request: Value) -> Vec<(String, String)> {
    let failure = desk.app.dispatch(command, request).unwrap_err().failure();
    failure.problems.into_iter().map(|problem| (problem.field, problem.reason)).collect()
}

#[test]
fn a_sheet_is_judged_as_it_is_typed_and_passes_when_all_that_is_required_does() {
    let desk = desk();
    let id = desk.sold_and_received();
    let check = |values: &[(&str, &str)]| {
        desk.read("bench_sheet_check", json!({ "id": id, "sheet": sheet("final_test", values) }))
    };
    assert_eq!(check(&[])["result"], "incomplete");
    assert_eq!(check(&[])["problems"][0], json!({ "field": "readings", "reason": "nothing" }));
    assert_eq!(check(&[("netd", "50.1")])["result"], "failed");
    let netd = check(&[("netd", " 50.0 mK")])["lines"][1].clone();
    assert_eq!((&netd["value"], &netd["judgement"]), (&json!("50.0"), &json!("pass")));
    // Nobody says which firmware is the newest of this model, so its version is recorded and holds nothing up.
    let all = check(&GOOD);
    assert_eq!((&all["result"], &all["problems"]), (&json!("passed"), &json!([])));
    let firmware = all["lines"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(firmware["judgement"], "no_standard");
}

#[test]
fn a_models_own_specification_goes_before_the_standard_of_the_house() {
    let desk = desk();
    let csv = "model,product_class,specification,firmware\nNV-640,terminal,NETD=35 mK,V2.10\n";
    let opened = desk.read(
        "master_open",
        json!({ "kind": "model", "name": "models.csv", "base64": STANDARD.encode(csv) }),
    );
    desk.write("master_import", json!({ "file": opened["file"], "complete": false }));
    let id = desk.sold_and_received();
    let request = json!({ "id": id, "sheet": sheet("final_test", &GOOD) });
    let check = desk.read("bench_sheet_check", request);
    let netd = &check["lines"][1];
    assert_eq!((&netd["asked"]["source"], &netd["judgement"]), (&json!("model"), &json!("fail")));
    assert_eq!(check["result"], "failed");
}

#[test]
fn an_instrument_past_its_calibration_is_told_and_recorded() {
    let desk = desk();
    let id = desk.sold_and_received();
    let mut typed = sheet("incoming", &[("netd", "42")]);
    typed["instruments"] = json!([
        { "name": "黑体", "serial": "BB-7", "calibration_due": "2026-03-01" },
        { "name": "积分球", "serial": "IS-2", "calibration_due": "2026-03-02" },
    ]);
    let check = desk.read("bench_sheet_check", json!({ "id": id, "sheet": typed }));
    assert_eq!((&check["expired"], &check["problems"]), (&json!([0]), &json!([])));
    let life = desk.save(&id, typed);
    assert_eq!(life["diagnosis"]["sheets"][0]["expired"], json!([0]));
    assert_eq!(life["timeline"][0]["kind"], "bench_sheet.save");
}

#[test]
fn a_saved_sheet_is_corrected_by_a_new_one_that_names_it_and_only_once() {
    let desk = desk();
    let id = desk.sold_and_received();
    let life = desk.save(&id, sheet("incoming", &[("netd", "420")]));
    let old = life["diagnosis"]["sheets"][0]["sheet"]["id"].clone();
    let correct = |kind: &str| {
        let mut typed = sheet(kind, &[("netd", "42.0")]);
        typed["replaces"] = old.clone();
        json!({ "id": id, "sheet": typed })
    };
    let not_correctable = [("replaces".to_owned(), "not_correctable".to_owned())];
    assert_eq!(problems(&desk, "bench_sheet_save", correct("final_test")), not_correctable);
    let life = desk.write("bench_sheet_save", correct("incoming"));
    let sheets = &life["diagnosis"]["sheets"];
    assert_eq!(sheets[0]["sheet"]["lines"][1]["value"], "42.0");
    assert_eq!(sheets[1]["sheet"]["replaced_by"], sheets[0]["sheet"]["id"]);
    assert_eq!(problems(&desk, "bench_sheet_save", correct("incoming")), not_correctable);
}

#[test]
fn what_cannot_be_measured_or_shown_is_refused_by_its_field_and_nothing_is_kept() {
    let desk = desk();
    let id = desk.sold_and_received();
    let mut typed = sheet("incoming", &[("netd", "good"), ("vacuum_leak", "3")]);
    typed["frames"] = json!([{ "attachment": id, "moment": "before" }]);
    let expected =
        [("netd", "not_numeric"), ("vacuum_leak", "not_measured_here"), ("frames.0", "not_a_frame")];
    let mut found = problems(&desk, "bench_sheet_save", json!({ "id": id, "sheet": typed }));
    found.sort_by_key(|(field, _)| expected.iter().position(|(wanted, _)| wanted == field));
    assert_eq!(found, expected.map(|(field, reason)| (field.to_owned(), reason.to_owned())));
    assert_eq!(desk.read("ticket_get", json!({ "id": id }))["diagnosis"]["sheets"], json!([]));
}

#[test]
fn a_file_of_the_test_bench_fills_the_sheet_and_names_the_rows_that_do_not_fit() {
    let desk = desk();
    let id = desk.sold_and_received();
    let csv = "检测台 TB-3,2026-03-02,\n参数,测量值,单位\n热灵敏度,42.5,mK\nBad pixels,0.1,%\nNETD,42.5,mK\n\
               快门,是,\nNETD,43,mK\n保压,12,mbar\n漏率,3,\n增益,7,\nMTF,good,\n非均匀性,,\n";
    let read = |csv: &str| {
        let request = json!({ "id": id, "kind": "incoming", "base64": STANDARD.encode(csv) });
        desk.app.dispatch("diagnosis_import", request)
    };
    let file = read(csv).unwrap().value;
    assert_eq!(file["rows"], 10);
    assert_eq!(file["readings"], measured(&[("netd", "42.5"), ("bad_pixels", "0.1"), ("shutter", "yes")]));
    let errors: Vec<(u64, &str)> = file["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| (error["row"].as_u64().unwrap(), error["reason"].as_str().unwrap()))
        .collect();
    assert_eq!(
        errors,
        [
            (7, "twice"),
            (8, "other_unit"),
            (9, "not_measured_here"),
            (10, "unknown_parameter"),
            (11, "not_numeric"),
            (12, "empty")
        ]
    );
    assert_eq!(read("a,b\n1,2\n").unwrap_err().failure().code, "masters_no_key_column");
}

#[test]
fn a_diagnosis_makes_a_new_verdict_and_leaves_the_old_one() {
    let desk = desk();
    let id = desk.sold_and_received();
    let life = desk.diagnose(&id, "main_board", "soldering");
    assert_eq!(life["facts"]["findings"], json!(["product_fault"]));
    assert_eq!(life["verdicts"].as_array().unwrap().len(), 2);
    assert_eq!(life["diagnosis"]["records"][0]["lines"][0]["fault"], "main_board");

    // Found out more: it had been dropped.
    let life = desk.diagnose(&id, "main_board", "impact");
    assert_eq!(life["facts"]["findings"], json!(["misuse_or_environment"]));
    assert_eq!(life["verdicts"][0]["verdict"]["excluded_by"], json!(["5.2"]));
    assert_eq!(life["verdicts"].as_array().unwrap().len(), 3);
    assert_eq!(life["diagnosis"]["records"].as_array().unwrap().len(), 2);
}

#[test]
fn a_consumable_carries_whether_its_defect_is_proven() {
    let desk = desk();
    let id = desk.sold_and_received();
    for (cause, proven) in [
        ("consumable_worn", json!(false)),
        ("consumable_defect", json!(true)),
        ("consumable_unexamined", Value::Null),
    ] {
        let life = desk.diagnose(&id, "battery_faulty", cause);
        assert_eq!(life["facts"]["findings"], json!(["consumable"]));
        assert_eq!(life["facts"]["consumable_defect"], proven, "{cause}");
    }
}

#[test]
fn a_fault_whose_cause_is_not_shown_stays_undiagnosed() {
    let desk = desk();
    let id = desk.sold_and_received();
    desk.diagnose(&id, "main_board", "soldering");
    let life = desk.diagnose(&id, "main_board", "not_shown");
    assert_eq!(life["facts"]["findings"], Value::Null, "what was thought before does not stand either");
    assert_eq!(life["diagnosis"]["records"][0]["is_cause_open"], true);
    let asked = life["decisions"].as_array().unwrap();
    assert!(asked.iter().any(|one| one["kind"] == "cause" && one["state"] == "asked"), "{asked:?}");
    let needs = &life["verdicts"][0]["verdict"]["remedies"]["free_repair"]["needs"];
    assert!(needs.as_array().unwrap().contains(&json!("diagnosis")), "{needs}");
}

#[test]
fn no_fault_found_needs_a_soak_that_ended_without_one() {
    let desk = desk();
    let id = desk.sold_and_received();
    let nff = json!({ "id": id, "lines": [{ "fault": "no_fault_found" }] });
    let soak_needed = [("lines.0.fault".to_owned(), "soak_needed".to_owned())];
    assert_eq!(problems(&desk, "diagnosis_record", nff.clone()), soak_needed);
    desk.save(&id, soak("24", false));
    desk.save(&id, soak("48", true));
    assert_eq!(
        problems(&desk, "diagnosis_record", nff.clone()),
        soak_needed,
        "the newest soak showed a fault"
    );
    desk.save(&id, soak("72", false));
    let life = desk.write("diagnosis_record", nff);
    assert_eq!(life["facts"]["findings"], json!(["operates_normally"]));
    assert_eq!(life["verdicts"][0]["verdict"]["excluded_by"], json!(["5.5"]));
}

#[test]
fn used_against_the_manual_takes_a_named_second_person() {
    let desk = desk();
    let id = desk.sold_and_received();
    let wang = desk.write("user_save", json!({ "name": "王强", "role": "technician", "is_active": true }));
    desk.write("user_set_pin", json!({ "user": wang["id"], "pin": "2580" }));
    let line = json!([{ "fault": "main_board", "cause": "against_manual", "note": "反接电源" }]);
    assert_eq!(desk.refused("diagnosis_record", json!({ "id": id, "lines": line })), "second_person_needed");
    let second = json!({ "kind": "pin", "user": wang["id"], "pin": "2580" });
    let life = desk.write("diagnosis_record", json!({ "id": id, "lines": line, "second": second }));
    assert_eq!(life["diagnosis"]["records"][0]["second"], "王强");
    assert_eq!(life["facts"]["findings"], json!(["against_manual"]));
}

/// What an act of a work order is refused for, as its button says it.
fn refusal(life: &Value, event: &str) -> Value {
    let acts = life["work"]["acts"].as_array().unwrap();
    acts.iter().find(|act| act["event"] == event).unwrap()["refusal"].clone()
}

#[test]
fn against_the_manual_typed_as_a_fact_charges_nobody_before_a_second_person_stands_by_it() {
    let desk = desk();
    let id = desk.sold_and_received();
    let wang = desk.write("user_save", json!({ "name": "王强", "role": "technician", "is_active": true }));
    desk.write("user_set_pin", json!({ "user": wang["id"], "pin": "2580" }));
    let against = json!({ "id": id, "facts": { "findings": ["against_manual"] } });
    let row = desk.write("verdict_record", against.clone());
    assert_eq!(row["verdict"]["excluded_by"], json!(["5.9"]), "the rules say the same of the same facts");
    desk.write("ticket_act", json!({ "id": id, "event": "start_diagnosis" }));
    let shut = json!({ "code": "no_second_person", "clause": "5.9" });
    let life = desk.read("ticket_get", json!({ "id": id }));
    assert_eq!(
        (refusal(&life, "ask_agreement"), refusal(&life, "start_repair")),
        (shut.clone(), shut.clone())
    );
    assert_eq!(
        desk.refused("ticket_act", json!({ "id": id, "event": "start_repair" })),
        "gate_no_second_person"
    );
    assert_eq!(desk.refused("form_render", crate::paper::letter(&id)), "gate_no_second_person");

    let line = json!([{ "fault": "main_board", "cause": "against_manual", "note": "反接电源" }]);
    let second = json!({ "kind": "pin", "user": wang["id"], "pin": "2580" });
    let life = desk.write("diagnosis_record", json!({ "id": id, "lines": line, "second": second }));
    assert_eq!(refusal(&life, "ask_agreement")["code"], "no_quote");
    // A later diagnosis says something else, and the facts are typed back: the second person stood by another one.
    desk.diagnose(&id, "main_board", "impact");
    desk.write("verdict_record", against);
    assert_eq!(refusal(&desk.read("ticket_get", json!({ "id": id })), "ask_agreement"), shut);
}

#[test]
fn operates_normally_typed_at_check_in_sends_nobody_away_before_a_soak_without_a_fault() {
    let desk = desk();
    let facts = json!({ "findings": ["operates_normally"], "return_consent": true });
    let id = desk.receive("JP2409-00417", json!({ "facts": facts }))["id"].clone();
    desk.write("ticket_act", json!({ "id": id, "event": "start_diagnosis" }));
    let choice = json!({ "who": "李雷", "on": "2026-03-02", "words": "原样寄回" });
    let decided =
        json!({ "id": id, "resolution": "return_unrepaired", "choice": choice, "reason": "customer_wish" });
    let life = desk.write("ticket_resolve", decided);
    assert_eq!(refusal(&life, "prepare_return"), json!({ "code": "no_soak", "clause": "5.5" }));
    let life = desk.save(&id, soak("24", false));
    assert_eq!(refusal(&life, "prepare_return"), Value::Null);
}

#[test]
fn nothing_is_diagnosed_while_nobody_knows_which_unit_it_is_but_it_may_be_measured() {
    let desk = desk();
    let id = desk.receive("", json!({ "no_serial": true, "label": "absent" }))["id"].clone();
    desk.save(&id, sheet("incoming", &[("netd", "42")]));
    let lines = json!([{ "fault": "main_board", "cause": "soldering" }]);
    assert_eq!(desk.refused("diagnosis_record", json!({ "id": id, "lines": lines })), "identity_locked");
    assert_eq!(desk.read("ticket_get", json!({ "id": id }))["diagnosis"]["records"], json!([]));
}

#[test]
fn a_cancelled_work_order_is_not_diagnosed() {
    let desk = desk();
    let id = desk.sold_and_received();
    desk.write("ticket_cancel", json!({ "id": id, "reason": "重复受理" }));
    let lines = json!([{ "fault": "main_board", "cause": "soldering" }]);
    assert_eq!(desk.refused("diagnosis_record", json!({ "id": id, "lines": lines })), "ticket_cancelled");
}

#[test]
fn a_fault_of_three_units_of_a_batch_is_told_at_the_scan_of_the_fourth() {
    let desk = desk();
    let fault_of = |serial: &str, cause: &str| {
        let id = desk.receive(serial, json!({}))["id"].clone();
        desk.diagnose(&id, "shutter_stuck", cause);
        id
    };
    let batch =
        |serial: &str| desk.read("scan_resolve", json!({ "text": serial }))["repeats"]["batch"].clone();
    fault_of("JP2409-00001", "assembly");
    fault_of("JP2409-00002", "impact");
    fault_of("JP2410-00003", "assembly");
    desk.import("serial,model\nJP2409-00009,NV-640\n");
    assert_eq!(batch("JP2409-00009"), json!([]), "two of this batch, one of another");
    let third = fault_of("JP2409-00003", "component_failed");
    let told = batch("JP2409-00009");
    assert_eq!((&told[0]["fault"], &told[0]["units"]), (&json!("shutter_stuck"), &json!(3)));
    // A unit whose newest diagnosis says something else does not count any more.
    desk.diagnose(&third, "lens_defective", "impact");
    assert_eq!(batch("JP2409-00009"), json!([]));
    fault_of("JP2409-00004", "assembly");
    let draft = json!({ "serial": "jp2409-00009", "model": "NV-640", "received_on": "2026-05-31" });
    let check = desk.read("intake_check", draft);
    assert_eq!(check["repeats"]["batch"][0]["units"], 3, "the ninetieth day");
    let draft = json!({ "serial": "jp2409-00009", "model": "NV-640", "received_on": "2026-06-01" });
    assert_eq!(desk.read("intake_check", draft)["repeats"]["batch"], json!([]));
}

#[test]
fn a_manager_changes_the_standards_as_a_version_and_may_go_back() {
    let desk = desk();
    let id = desk.sold_and_received();
    let shelf = desk.read("bench_catalogue_get", json!({}));
    assert_eq!((&shelf["version"], &shelf["may_change"]), (&json!(0), &json!(true)));
    let mut content = shelf["content"].clone();
    content["parameter"][1]["standard"]["terminal"] = json!("40");
    let save = |from: u64, content: &Value, reason: &str| json!({ "from": from, "content": content, "reason": reason });
    assert_eq!(desk.refused("bench_catalogue_save", save(0, &content, " ")), "reason_required");
    assert_eq!(desk.refused("bench_catalogue_save", save(0, &shelf["content"], "x")), "nothing_changed");
    let netd = json!({ "id": id, "sheet": sheet("incoming", &[("netd", "42")]) });
    desk.write("bench_sheet_save", netd.clone());
    let saved = desk.write("bench_catalogue_save", save(0, &content, "新标准"));
    assert_eq!((&saved["version"], &saved["versions"][0]["reason"]), (&json!(1), &json!("新标准")));
    assert_eq!(desk.refused("bench_catalogue_save", save(0, &shelf["content"], "back")), "catalogue_moved");

    let life = desk.write("bench_sheet_save", netd);
    let judged = |at: usize| life["diagnosis"]["sheets"][at]["sheet"]["lines"][1]["judgement"].clone();
    assert_eq!((judged(0), judged(1)), (json!("fail"), json!("pass")), "a saved sheet keeps its standard");
    desk.write("bench_catalogue_save", save(1, &shelf["content"], "back"));
    let mut broken = content.clone();
    broken["parameter"][1]["standard"]["terminal"] = json!("low");
    assert_eq!(
        problems(&desk, "bench_catalogue_save", save(2, &broken, "x")),
        [("parameter.1.standard".to_owned(), "not_numeric".to_owned())]
    );

    let manager = desk.write("user_save", json!({ "name": "赵敏", "role": "manager", "is_active": true }));
    desk.write("user_set_pin", json!({ "user": manager["id"], "pin": "2580" }));
    assert_eq!(desk.refused("bench_catalogue_save", save(2, &content, "x")), "manager_needed");
}

#[test]
fn a_manager_adds_to_the_short_lists_and_what_diagnoses_name_is_never_lost() {
    let desk = desk();
    let id = desk.sold_and_received();
    let mut content = desk.read("bench_catalogue_get", json!({}))["content"].clone();
    let shipped = content.clone();
    let mine = json!({ "code": "salt_water", "zh": "海水侵入", "en": "Salt water inside", "finding": "misuse_or_environment" });
    content["lists"]["cause"].as_array_mut().unwrap().push(mine);
    let save = |from: u64, content: &Value| json!({ "from": from, "content": content, "reason": "沿海客户" });
    desk.write("bench_catalogue_save", save(0, &content));
    let life = desk.diagnose(&id, "main_board", "salt_water");
    assert_eq!(life["facts"]["findings"], json!(["misuse_or_environment"]));

    // What a cause is for the commitment was judged once.
    let mut turned = content.clone();
    let last = turned["lists"]["cause"].as_array().unwrap().len() - 1;
    turned["lists"]["cause"][last]["finding"] = json!("product_fault");
    assert_eq!(
        problems(&desk, "bench_catalogue_save", save(1, &turned)),
        [(format!("cause.{last}.finding"), "fixed".to_owned())]
    );
    // Back to what was shipped: the added cause is not chosen any more, and what it was called is still known.
    let shelf = desk.write("bench_catalogue_save", save(1, &shipped));
    assert_eq!(shelf["content"]["lists"]["cause"][last]["is_retired"], true);
    let lines = json!([{ "fault": "main_board", "cause": "salt_water" }]);
    assert_eq!(
        problems(&desk, "diagnosis_record", json!({ "id": id, "lines": lines })),
        [("lines.0.cause".to_owned(), "unknown".to_owned())]
    );
    let lists = desk.read("fault_lists", json!(null));
    assert_eq!(lists["cause"][last]["entry"]["en"], "Salt water inside");
    assert_eq!(desk.refused("bench_catalogue_save", save(2, &shipped)), "nothing_changed");
}

impl Desk {
    pub(crate) fn moves(&self, id: &Value, event: &str) -> Value {
        self.write("ticket_act", json!({ "id": id, "event": event }))
    }

    /// Repairs a unit free of charge and hands it over.
    fn repaired_and_handed_over(&self, id: &Value) {
        self.diagnose(id, "main_board", "soldering");
        self.moves(id, "start_diagnosis");
        self.write("ticket_resolve", json!({ "id": id, "resolution": "free_repair" }));
        self.moves(id, "start_repair");
        self.moves(id, "start_test");
        self.save(id, sheet("final_test", &GOOD));
        self.moves(id, "pass_test");
        self.hand_over(id, json!({}));
    }
}

/// A unit whose free repair nothing stands against.
fn covered(desk: &Desk, serial: &str, received_on: &str) -> Value {
    let facts = json!({
        "purchase": { "voucher_date": "2026-02-25" }, "sale_kind": "normal", "claim_object": "whole",
        "documents": { "warranty_certificate": true, "purchase_proof": true },
        "serial": { "label": "readable", "matches": true }, "authorised_source": true, "return_consent": true,
        "contract": {},
    });
    desk.receive(serial, json!({ "facts": facts, "received_on": received_on }))["id"].clone()
}

#[test]
fn nothing_leaves_the_test_without_a_passed_sheet_made_since_the_repair_began() {
    let desk = desk();
    let id = covered(&desk, "JP2409-00417", "2026-03-02");
    desk.diagnose(&id, "main_board", "soldering");
    desk.moves(&id, "start_diagnosis");
    desk.write("ticket_resolve", json!({ "id": id, "resolution": "free_repair" }));
    // A test before the repair proves nothing after it.
    desk.save(&id, sheet("final_test", &GOOD));
    assert_eq!(desk.moves(&id, "start_repair")["diagnosis"]["is_test_passed"], false);
    desk.moves(&id, "start_test");
    let pass = || json!({ "id": id, "event": "pass_test" });
    assert_eq!(desk.refused("ticket_act", pass()), "gate_no_test");
    let mut bad = GOOD;
    bad[1] = ("netd", "99");
    desk.save(&id, sheet("final_test", &bad));
    assert_eq!(desk.refused("ticket_act", pass()), "gate_no_test");
    assert_eq!(desk.save(&id, sheet("final_test", &GOOD))["diagnosis"]["is_test_passed"], true);
    assert_eq!(desk.write("ticket_act", pass())["row"]["status"], "ready");
}

#[test]
fn a_unit_that_is_back_soon_is_told_at_the_scan_at_the_check_in_and_on_its_work_order() {
    let desk = desk();
    let first = covered(&desk, "JP2409-00417", "2026-03-02");
    desk.repaired_and_handed_over(&first);
    for (now, on, window) in [
        ("2026-04-01T02:00:00Z", "2026-04-01", json!("days30")),
        ("2026-04-02T02:00:00Z", "2026-04-02", json!("days90")),
        ("2026-06-01T02:00:00Z", "2026-06-01", Value::Null),
    ] {
        desk.clock.set(now);
        let told = desk.read("scan_resolve", json!({ "text": "JP2409-00417" }));
        assert_eq!(told["repeats"]["repeats"][0]["window"], window, "{on}");
        let draft = json!({ "serial": "JP2409-00417", "received_on": on });
        assert_eq!(desk.read("intake_check", draft)["repeats"]["repeats"][0]["window"], window, "{on}");
    }
    desk.clock.set("2026-04-02T02:00:00Z");
    let second = covered(&desk, "JP2409-00417", "2026-04-02");
    let repeats = &desk.read("ticket_get", json!({ "id": second }))["diagnosis"]["repeats"]["repeats"];
    assert_eq!((&repeats[0]["ticket"], &repeats[0]["days"]), (&first, &json!(31)));
    assert_eq!(repeats[0]["resolution"], "free_repair");
    let first = desk.read("ticket_get", json!({ "id": first }));
    assert_eq!(first["diagnosis"]["repeats"]["repeats"], json!([]), "it did not come back to itself");
}

#[test]
fn a_repair_at_the_end_of_the_warranty_carries_its_cover_on_for_three_months() {
    let desk = desk();
    let facts = json!({
        "purchase": { "voucher_date": "2024-03-05" }, "sale_kind": "normal", "claim_object": "whole",
        "documents": { "warranty_certificate": true, "purchase_proof": true },
        "serial": { "label": "readable", "matches": true }, "authorised_source": true, "return_consent": true,
        "contract": {},
    });
    let first = desk.receive("JP2409-00417", json!({ "facts": facts }))["id"].clone();
    desk.repaired_and_handed_over(&first);
    for (now, on, outcome) in
        [("2026-06-03T02:00:00Z", "2026-06-03", "denied"), ("2026-05-20T02:00:00Z", "2026-05-20", "granted")]
    {
        desk.clock.set(now);
        let draft = json!({ "serial": "JP2409-00417", "model": "NV-640", "product_class": "terminal",
            "received_on": on, "facts": { "findings": ["product_fault"] } });
        let mut with_facts = draft.clone();
        with_facts["facts"].as_object_mut().unwrap().extend(facts.as_object().unwrap().clone());
        let verdict = desk.read("verdict_assess", with_facts)["verdict"].clone();
        assert_eq!(verdict["remedies"]["free_repair"]["outcome"], outcome, "{on}");
        assert_eq!(verdict["cover"]["last_covered_day"], "2026-06-02", "{on}");
        assert_eq!(verdict["cover"]["nominal_end"], "2026-03-05", "{on}");
    }
}

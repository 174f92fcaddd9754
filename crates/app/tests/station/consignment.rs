//! Parcels: the clock that starts before they are opened, what was asked once, what is short, extra and damaged.

use crate::paper::text;
use crate::support::{Desk, PrinterOfTests, bare, desk};
use serde_json::{Value, json};

const REGISTER: &str = "序列号,型号,产品类别,购买日期,销售类型,经销商\n\
    JP2409-00417,NV-640,整机,2026-02-25,正常,成都夜行者户外\n\
    JP2409-00418,NV-640,整机,2026-01-25,正常,成都夜行者户外\n\
    JP2409-00419,NV-640,整机,2026-01-25,正常,成都夜行者户外\n\
    JP2409-00500,NV-200,整机,2026-01-25,正常,成都夜行者户外\n";
const WAYBILL: &str = "SF1234567890123";

/// What a dealer's twelve have in common.
fn shared() -> Value {
    json!({
        "customer": { "name": "成都夜行者户外 售后", "phone": "028 8000 5966" }, "dealer": "成都夜行者户外",
        "channel": "dealer", "symptom": "批量返修：画面有竖条纹", "paper_form": true,
        "facts": { "claim_object": "whole", "documents": { "warranty_certificate": true, "purchase_proof": true } },
    })
}

fn parcel(desk: &Desk, changes: Value) -> Value {
    let mut request = json!({ "waybill": WAYBILL });
    request.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    desk.write("consignment_receive", request)["consignment"].clone()
}

fn id(life: &Value) -> Value {
    life["row"]["id"].clone()
}

fn scan(desk: &Desk, id: &Value, serial: &str) -> Value {
    desk.write("consignment_unit", json!({ "id": id, "serial": serial }))
}

/// Checks in the unit at hand as it stands.
fn check_in(desk: &Desk, unit: &Value) -> Value {
    let draft = &unit["draft"];
    desk.write("intake_receive", json!({ "draft_id": draft["id"], "intake": draft["draft"] }))
}

fn states(life: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    life["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| (text(&line["serial"]), text(&line["state"])))
        .collect()
}

fn kinds(life: &Value) -> Vec<String> {
    let of = |entry: &Value| entry["kind"].as_str().unwrap().to_owned();
    life["timeline"].as_array().unwrap().iter().map(of).collect()
}

#[test]
fn the_clock_of_every_unit_starts_with_the_waybill_before_the_parcel_is_opened() {
    let desk = desk();
    desk.import(REGISTER);
    // Friday 27 February, at the door; it is opened on Tuesday.
    desk.clock.set("2026-02-27T09:00:00Z");
    let life = parcel(&desk, json!({ "units_announced": 12 }));
    assert_eq!((&life["row"]["received_on"], &life["row"]["carrier"]), (&json!("2026-02-27"), &json!("sf")));
    desk.clock.set("2026-03-03T02:00:00Z");
    let bench = desk.read("bench_today", Value::Null);
    assert_eq!(bench["counts"]["waiting"], 12, "units in an unopened parcel are here");
    let row = &bench["parcels"][0];
    // Saturday 28 February 2026 is worked.
    assert_eq!((&row["elapsed_working_days"], &row["state"]), (&json!(3), &json!("on_time")));

    desk.write("consignment_share", json!({ "id": id(&life), "shared": shared() }));
    let unit = scan(&desk, &id(&life), "JP2409-00417");
    let received = check_in(&desk, &unit);
    assert_eq!(received["row"]["received_on"], "2026-02-27");
    assert_eq!(received["row"]["target_on"], "2026-03-12");
    assert_eq!(desk.read("bench_today", Value::Null)["counts"]["waiting"], 11);
}

#[test]
fn what_the_units_have_in_common_is_asked_once_and_the_register_says_the_rest() {
    let desk = desk();
    desk.import(REGISTER);
    let life = parcel(&desk, json!({}));
    desk.write("consignment_share", json!({ "id": id(&life), "shared": shared() }));
    let unit = scan(&desk, &id(&life), "ｊｐ2409-00417");
    let draft = &unit["draft"]["draft"];
    assert_eq!(unit["outcome"], "here");
    assert_eq!((&draft["serial"], &draft["model"]), (&json!("JP2409-00417"), &json!("NV-640")));
    assert_eq!((&draft["channel"], &draft["paper_form"]), (&json!("dealer"), &json!(true)));
    assert_eq!(desk.read("intake_check", draft.clone())["problems"], json!([]), "nothing is left to ask");
    let first = check_in(&desk, &unit);

    // One customer on record, however many units; the journal of the parcel holds nobody's name.
    let again = scan(&desk, &id(&life), "JP2409-00418");
    let second = check_in(&desk, &again);
    let customer = |received: &Value| {
        let life = desk.read("ticket_get", json!({ "id": received["id"] }));
        assert_eq!(
            life["intake"]["consignment"],
            id(&desk.read("consignment_get", json!({ "id": life["intake"]["consignment"] })))
        );
        life["intake"]["customer"].clone()
    };
    assert_eq!(customer(&first), customer(&second));
    let life = desk.read("consignment_get", json!({ "id": id(&life) }));
    assert_eq!(life["row"]["sender"], "成都夜行者户外 售后");
    assert!(!life["timeline"].to_string().contains("8000 5966"));
    assert_eq!(
        (&life["row"]["tally"]["here"], &life["row"]["received"], &life["row"]["waiting"]),
        (&json!(2), &json!(2), &json!(0))
    );
}

#[test]
fn short_extra_and_damaged_units_are_listed_for_the_sender() {
    let desk = desk();
    desk.import(REGISTER);
    let life = parcel(&desk, json!({ "cartons_announced": 2, "cartons_counted": 1 }));
    let list = "序列号\t型号\nJP2409-00417\tNV-640\nJP2409-00418\nNV-200 x 2\n";
    let life = desk.write("consignment_announce", json!({ "id": id(&life), "text": list }));
    assert_eq!(life["row"]["tally"]["announced"], 4);
    assert_eq!(life["lines"][1]["model"], "NV-640", "the register knows the model the list left out");

    assert_eq!(scan(&desk, &id(&life), "JP2409-00417")["outcome"], "here");
    assert_eq!(
        scan(&desk, &id(&life), "JP2409-00500")["outcome"],
        "here",
        "one of the two announced by model"
    );
    assert_eq!(scan(&desk, &id(&life), "JP2409-00419")["outcome"], "extra");
    let line = desk.read("consignment_get", json!({ "id": id(&life) }))["lines"][0]["id"].clone();
    let damage = json!({ "id": id(&life), "line": line, "note": "外壳开裂" });
    let life = desk.write("consignment_damage", damage);
    let tally = json!({ "announced": 4, "here": 3, "short": 2, "extra": 1, "damaged": 1 });
    assert_eq!(life["row"]["tally"], tally);
    assert_eq!(life["row"]["is_damaged"], true);

    let request = json!({ "id": id(&life), "anyway": true });
    let closed = desk.write("consignment_close", request);
    let state = |serial: &str, state: &str| (serial.to_owned(), state.to_owned());
    assert_eq!(
        states(&closed),
        [
            state("JP2409-00417", "here"),
            state("JP2409-00418", "short"),
            state("JP2409-00500", "here"),
            state("", "short"),
            state("JP2409-00419", "extra"),
        ]
    );
    assert_eq!(closed["row"]["state"], "done");
}

fn mark(desk: &Desk, id: &Value, line: &Value, note: &str) -> Value {
    desk.write("consignment_damage", json!({ "id": id, "line": line, "note": note }))
}

#[test]
fn damage_by_the_transport_goes_with_the_unit_and_sends_its_charges_to_review() {
    let desk = desk();
    desk.import(REGISTER);
    let parcel = id(&parcel(&desk, json!({})));
    let life =
        desk.write("consignment_announce", json!({ "id": parcel, "text": "JP2409-00417\nJP2409-00418" }));
    desk.write("consignment_share", json!({ "id": parcel, "shared": shared() }));
    let of_draft = |unit: &Value| {
        let saved = desk.read("draft_get", json!({ "id": unit["draft"]["id"] }));
        saved["draft"]["damage"].clone()
    };
    let cracked = json!({ "where": "transit", "note": "外壳开裂" });

    // Marked before it is scanned: its check-in begins with it. Taken back and marked again while it is typed.
    mark(&desk, &parcel, &life["lines"][0]["id"], " 外壳开裂 ");
    let first = scan(&desk, &parcel, "JP2409-00417");
    assert_eq!(first["draft"]["draft"]["damage"], cracked);
    mark(&desk, &parcel, &first["line"]["id"], "");
    assert_eq!(of_draft(&first), Value::Null);
    mark(&desk, &parcel, &first["line"]["id"], "外壳开裂");
    assert_eq!(of_draft(&first), cracked);

    // A form that was filled before the mark does not lose it.
    let mut typed = first["draft"].clone();
    typed["draft"]["damage"] = Value::Null;
    let received = check_in(&desk, &json!({ "draft": typed }));
    assert_eq!(received["row"]["damage"], "transit");
    let life = desk.read("ticket_get", json!({ "id": received["id"] }));
    assert_eq!((&life["charge_review"], &life["intake"]["damage"]), (&json!(true), &cracked));

    // Once it is received, taking the mark back is an amendment, and saying the same twice is none.
    for _ in 0..2 {
        mark(&desk, &parcel, &first["line"]["id"], "");
        let life = desk.read("ticket_get", json!({ "id": received["id"] }));
        assert_eq!((&life["charge_review"], &life["row"]["damage"]), (&json!(false), &Value::Null));
        assert_eq!(kinds(&life).iter().filter(|kind| *kind == "intake.amend").count(), 1);
    }
}

#[test]
fn the_transport_s_mark_does_not_touch_damage_in_our_hands() {
    let desk = desk();
    desk.import(REGISTER);
    let parcel = id(&parcel(&desk, json!({})));
    desk.write("consignment_share", json!({ "id": parcel, "shared": shared() }));
    let unit = scan(&desk, &parcel, "JP2409-00417");
    let received = check_in(&desk, &unit);
    let ours = json!({ "where": "in_house", "note": "跌落" });
    desk.write("ticket_damage", json!({ "id": received["id"], "damage": ours }));
    for note in ["外壳开裂", ""] {
        mark(&desk, &parcel, &unit["line"]["id"], note);
        let life = desk.read("ticket_get", json!({ "id": received["id"] }));
        assert_eq!(life["intake"]["damage"], ours);
    }
}

#[test]
fn a_unit_without_a_readable_serial_is_received_from_its_parcel_under_a_tag() {
    let desk = desk();
    let parcel = id(&parcel(&desk, json!({})));
    // A number was begun for all and not typed.
    let mut all = shared();
    all["authorisation"] = json!({ "kind": "number", "rma": "" });
    desk.write("consignment_share", json!({ "id": parcel, "shared": all }));
    let mut unit = scan(&desk, &parcel, "");
    assert_eq!(unit["draft"]["draft"]["no_serial"], true);
    assert_eq!(unit["draft"]["draft"]["authorisation"], Value::Null);
    let draft = &mut unit["draft"]["draft"];
    draft["model"] = json!("NV-640");
    draft["product_class"] = json!("terminal");
    draft["label"] = json!("torn");
    let received = check_in(&desk, &unit);
    let tag = format!("TAG-{}", received["rma"].as_str().unwrap());
    assert_eq!(received["row"]["serial"], json!(tag));
    let life = desk.read("consignment_get", json!({ "id": parcel }));
    assert_eq!(states(&life), [(tag, "here".to_owned())]);
}

#[test]
fn a_second_scan_of_a_waybill_opens_the_same_parcel_and_the_carrier_is_a_suggestion() {
    let desk = desk();
    let unknown = desk.read("scan_resolve", json!({ "text": "sf 1234 5678 90123" }));
    assert_eq!((&unknown["kind"], &unknown["carrier"]), (&json!("waybill"), &json!("sf")));
    let first = desk.write("consignment_receive", json!({ "waybill": "sf 1234 5678 90123" }));
    assert_eq!(first["is_new"], true);
    desk.clock.set("2026-03-04T02:00:00Z");
    let second = desk.write("consignment_receive", json!({ "waybill": WAYBILL, "carrier": "jd" }));
    assert_eq!(
        (&second["is_new"], &second["consignment"]["row"]),
        (&json!(false), &{
            let mut row = first["consignment"]["row"].clone();
            row["elapsed_working_days"] = json!(2);
            row
        })
    );
    let known = desk.read("scan_resolve", json!({ "text": WAYBILL }));
    assert_eq!(
        (&known["kind"], &known["row"]["id"]),
        (&json!("consignment"), &first["consignment"]["row"]["id"])
    );
}

#[test]
fn a_serial_that_is_known_is_never_taken_for_a_waybill() {
    let desk = desk();
    desk.import(&format!("serial,model\n{WAYBILL},NV-640\n"));
    assert_eq!(desk.read("scan_resolve", json!({ "text": WAYBILL }))["kind"], "unit");
    parcel(&desk, json!({}));
    assert_eq!(desk.read("scan_resolve", json!({ "text": WAYBILL }))["kind"], "unit");
}

#[test]
fn a_unit_scanned_twice_goes_on_with_its_check_in_and_says_when_it_is_received() {
    let desk = desk();
    desk.import(REGISTER);
    let life = parcel(&desk, json!({}));
    desk.write("consignment_share", json!({ "id": id(&life), "shared": shared() }));
    let unit = scan(&desk, &id(&life), "JP2409-00417");
    let mut typed = unit["draft"]["draft"].clone();
    typed["condition"] = json!("右侧划痕");
    desk.write("draft_save", json!({ "id": unit["draft"]["id"], "draft": typed }));
    let again = scan(&desk, &id(&life), "JP2409-00417");
    assert_eq!(
        (&again["outcome"], &again["draft"]["draft"]["condition"]),
        (&json!("again"), &json!("右侧划痕"))
    );
    // Put away by somebody at another screen: the scan brings it back.
    desk.write("draft_discard", json!({ "id": unit["draft"]["id"] }));
    let again = scan(&desk, &id(&life), "JP2409-00417");
    assert_eq!((&again["outcome"], &again["draft"]["id"]), (&json!("again"), &unit["draft"]["id"]));
    let received = check_in(&desk, &again);
    let third = scan(&desk, &id(&life), "JP2409-00417");
    assert_eq!((&third["outcome"], &third["ticket"]["rma"]), (&json!("received"), &received["rma"]));
    let life = desk.read("consignment_get", json!({ "id": id(&life) }));
    assert_eq!(life["row"]["tally"]["here"], 1);
}

#[test]
fn a_check_in_that_was_begun_before_its_parcel_was_keeps_what_was_typed() {
    let desk = desk();
    desk.import(REGISTER);
    let begun =
        desk.write("draft_save", json!({ "draft": { "serial": "jp2409-00417", "symptom": "无法开机" } }));
    let life = parcel(&desk, json!({}));
    desk.write("consignment_share", json!({ "id": id(&life), "shared": shared() }));
    let unit = scan(&desk, &id(&life), "JP2409-00417");
    assert_eq!(unit["draft"]["id"], begun["id"]);
    let draft = &unit["draft"]["draft"];
    assert_eq!((&draft["symptom"], &draft["paper_form"]), (&json!("无法开机"), &json!(true)));
    assert_eq!(draft["consignment"], id(&life));
}

#[test]
fn a_unit_stated_to_have_come_on_another_day_contradicts_its_parcel() {
    let desk = desk();
    desk.import(REGISTER);
    let life = parcel(&desk, json!({ "received_on": "2026-02-27" }));
    desk.write("consignment_share", json!({ "id": id(&life), "shared": shared() }));
    let unit = scan(&desk, &id(&life), "JP2409-00417");
    let mut draft = unit["draft"]["draft"].clone();
    draft["received_on"] = Value::Null;
    assert_eq!(desk.read("intake_check", draft.clone())["problems"], json!([]), "the parcel's day stands in");
    draft["received_on"] = json!("2026-03-02");
    let received = desk.write("intake_receive", json!({ "draft_id": unit["draft"]["id"], "intake": draft }));
    let wanted = json!({ "kind": "consignment", "consignment": "2026-02-27", "intake": "2026-03-02" });
    assert!(received["conflicts"].as_array().unwrap().contains(&wanted), "{}", received["conflicts"]);
    assert_eq!(received["row"]["received_on"], "2026-03-02", "what was stated is not replaced");
}

#[test]
fn closing_asks_about_units_without_a_number_and_can_be_undone() {
    let desk = desk();
    desk.import(REGISTER);
    let life = parcel(&desk, json!({}));
    let close = |anyway: bool| json!({ "id": id(&life), "anyway": anyway });
    assert_eq!(desk.refused("consignment_close", close(false)), "consignment_unopened");
    scan(&desk, &id(&life), "JP2409-00417");
    assert_eq!(desk.refused("consignment_close", close(false)), "consignment_unopened");
    let closed = desk.write("consignment_close", close(true));
    assert!(closed["row"]["closed_at"].is_i64());
    let bench = desk.read("bench_today", Value::Null);
    assert_eq!(
        (&bench["parcels"], &bench["counts"]["waiting"]),
        (&json!([]), &json!(1)),
        "the unit is here still"
    );
    let request = json!({ "id": id(&life), "serial": "JP2409-00418" });
    assert_eq!(desk.refused("consignment_unit", request), "consignment_closed");
    let open = desk.write("consignment_reopen", json!({ "id": id(&life) }));
    assert_eq!(open["row"]["closed_at"], Value::Null);
    assert_eq!(
        kinds(&open),
        ["consignment.reopen", "consignment.close", "consignment.line", "consignment.receive"]
    );
}

#[test]
fn a_unit_scanned_by_mistake_is_put_back_and_a_received_one_is_not() {
    let desk = desk();
    desk.import(REGISTER);
    let life = parcel(&desk, json!({}));
    desk.write("consignment_announce", json!({ "id": id(&life), "text": "JP2409-00417" }));
    desk.write("consignment_share", json!({ "id": id(&life), "shared": shared() }));
    let extra = scan(&desk, &id(&life), "JP2409-00418");
    let back = desk.write("consignment_unit_remove", json!({ "id": id(&life), "line": extra["line"]["id"] }));
    assert_eq!(states(&back), [("JP2409-00417".to_owned(), "awaited".to_owned())]);
    assert_eq!(
        desk.read("bench_today", Value::Null)["drafts"],
        json!([]),
        "its check-in is put away with it"
    );
    let unit = scan(&desk, &id(&life), "JP2409-00417");
    check_in(&desk, &unit);
    let request = json!({ "id": id(&life), "line": unit["line"]["id"] });
    assert_eq!(desk.refused("consignment_unit_remove", request), "consignment_unit_received");
}

#[test]
fn a_parcel_is_corrected_but_not_its_day_once_units_run_by_it() {
    let desk = desk();
    desk.import(REGISTER);
    let life = parcel(&desk, json!({}));
    let mut card = life["consignment"].clone();
    card["freight"] = json!({ "kind": "collect", "amount_minor": 2300, "currency": "CNY" });
    card["received_on"] = json!("2026-02-28");
    let amended = desk.write("consignment_amend", json!({ "id": id(&life), "consignment": card }));
    assert_eq!(amended["consignment"]["freight"]["amount_minor"], 2300);
    desk.write("consignment_share", json!({ "id": id(&life), "shared": shared() }));
    check_in(&desk, &scan(&desk, &id(&life), "JP2409-00417"));
    card["received_on"] = json!("2026-02-27");
    let request = json!({ "id": id(&life), "consignment": card });
    assert_eq!(desk.refused("consignment_amend", request), "consignment_begun");
    card["received_on"] = json!("2026-02-28");
    card["waybill"] = json!("JT1234567890123");
    desk.write("consignment_receive", json!({ "waybill": "JT1234567890123" }));
    let request = json!({ "id": id(&life), "consignment": card });
    assert_eq!(desk.refused("consignment_amend", request), "waybill_taken");
}

#[test]
fn parcels_are_found_by_a_part_of_the_waybill_the_sender_or_the_dealer() {
    let desk = desk();
    let first = parcel(&desk, json!({}));
    desk.write("consignment_share", json!({ "id": id(&first), "shared": shared() }));
    desk.write("consignment_receive", json!({ "waybill": "YT9876543210987" }));
    let found = |text: &str| {
        let page = desk.read("consignment_list", json!({ "text": text }));
        page["rows"].as_array().unwrap().iter().map(|row| row["waybill"].clone()).collect::<Vec<_>>()
    };
    for text in ["90123", "夜行者", "售后"] {
        assert_eq!(found(text), [json!(WAYBILL)], "{text}");
    }
    assert_eq!(found("").len(), 2);
    assert_eq!(found("nothing"), Vec::<Value>::new());
    let page = desk.read("consignment_list", json!({ "limit": 1 }));
    let next = desk.read("consignment_list", json!({ "limit": 1, "after": page["next"] }));
    assert_ne!(page["rows"][0]["id"], next["rows"][0]["id"]);
}

#[test]
fn a_parcel_and_its_photo_survive_a_restart() {
    let data = tempfile::tempdir().unwrap();
    let photo =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    let (parcel_id, draft) = {
        let desk = bare(Some(data.path()), PrinterOfTests::default(), 1);
        desk.write("station_init", json!({ "centre": "CD01" }));
        desk.import(REGISTER);
        let life = parcel(&desk, json!({ "damage": "一角浸水" }));
        let owner = json!({ "kind": "consignment", "id": id(&life) });
        desk.write("attachment_add", json!({ "owner": owner, "name": "carton.png", "base64": photo }));
        let unit = scan(&desk, &id(&life), "JP2409-00417");
        (id(&life), unit["draft"]["id"].clone())
    };
    let desk = bare(Some(data.path()), PrinterOfTests::default(), 10_000);
    let life = desk.read("consignment_get", json!({ "id": parcel_id }));
    assert_eq!(life["attachments"][0]["name"], "carton.png");
    assert_eq!((&life["lines"][0]["draft"], &life["row"]["is_damaged"]), (&draft, &json!(true)));
    let report = desk.read("doctor_run", Value::Null);
    assert!(!report.to_string().contains("\"fail\""), "{report}");
}

#[test]
fn one_combined_receipt_names_every_unit_and_is_kept_with_the_parcel() {
    let desk = desk();
    desk.import(REGISTER);
    let life = parcel(&desk, json!({ "cartons_announced": 1, "cartons_counted": 1 }));
    desk.write("consignment_announce", json!({ "id": id(&life), "text": "JP2409-00417\nJP2409-00418" }));
    desk.write("consignment_share", json!({ "id": id(&life), "shared": shared() }));
    let received = check_in(&desk, &scan(&desk, &id(&life), "JP2409-00417"));
    // By the parcel, and by a work order of it.
    for subject in [id(&life), received["id"].clone()] {
        let request = json!({ "id": subject, "form": "parcels", "language": "both" });
        let paper = desk.write("form_render", request);
        let life = desk.read("consignment_get", json!({ "id": id(&life) }));
        assert_eq!(life["papers"][0]["id"], paper["id"]);
        let pdf = desk.read("form_read", json!({ "id": paper["id"] }));
        assert_eq!(pdf["pages"], 1);
    }
    let life = desk.read("ticket_get", json!({ "id": received["id"] }));
    assert_eq!(life["papers"], json!([]), "the paper is the parcel's");
    let alone = desk.receive("JP2409-00419", json!({}));
    let request = json!({ "id": alone["id"], "form": "parcels", "language": "en" });
    assert_eq!(desk.refused("form_render", request), "not_found", "a unit that came in no parcel");
}

#[test]
fn the_combined_receipt_lists_also_what_is_not_checked_in_yet() {
    let desk = desk();
    desk.import(REGISTER);
    let parcel = id(&parcel(&desk, json!({})));
    desk.write("consignment_share", json!({ "id": parcel, "shared": shared() }));
    let received = check_in(&desk, &scan(&desk, &parcel, "JP2409-00417"));
    scan(&desk, &parcel, "JP2409-00418");
    // The tag of a unit without a serial carries a number that was given before.
    let issued = desk.write("rma_issue", json!({ "channel": "enquiry" }));
    let mut tagged = scan(&desk, &parcel, "")["draft"].clone();
    tagged["draft"]["no_serial"] = json!(true);
    tagged["draft"]["model"] = json!("NV-640");
    tagged["draft"]["authorisation"] = json!({ "kind": "number", "rma": issued["rma"] });
    desk.write("draft_save", json!({ "id": tagged["id"], "draft": tagged["draft"] }));

    for (language, count, follows, not_yet) in [
        ("en", "Unitsinit:3", "numberfollows", "notyetcheckedin"),
        ("zh-CN", "包裹内产品3件", "单号待发", "尚未登记"),
    ] {
        let subject = json!({ "kind": "consignment", "id": parcel });
        let request = json!({ "form": "parcels", "language": language, "subject": subject });
        let pdf = desk.read("form_preview", request);
        let said = text(&pdf);
        let tag = format!("TAG-{}", issued["rma"].as_str().unwrap());
        for wanted in [received["rma"].as_str().unwrap(), "JP2409-00418", &tag, count] {
            assert!(said.contains(wanted), "{wanted} is not in {said}");
        }
        assert_eq!((said.matches(follows).count(), said.matches(not_yet).count()), (2, 2), "{said}");
    }
}

#[test]
fn damage_that_is_typed_at_the_check_in_or_found_later_stands_in_the_list_for_the_sender() {
    let desk = desk();
    desk.import(REGISTER);
    let parcel = id(&parcel(&desk, json!({})));
    desk.write("consignment_share", json!({ "id": parcel, "shared": shared() }));
    let listed = || {
        let life = desk.read("consignment_get", json!({ "id": parcel }));
        (life["lines"][0]["damage"].clone(), life["row"]["tally"]["damaged"].clone())
    };
    let mut unit = scan(&desk, &parcel, "JP2409-00417");
    unit["draft"]["draft"]["damage"] = json!({ "where": "transit", "note": "外壳开裂" });
    let received = check_in(&desk, &unit);
    assert_eq!(listed(), (json!("外壳开裂"), json!(1)));

    let ticket = &received["id"];
    for (damage, mark) in [
        (json!({ "where": "transit", "note": "镜头碎裂" }), "镜头碎裂"),
        // Nobody described it: the sender hears of it all the same.
        (json!({ "where": "transit" }), "—"),
        // It was ours after all, and then none.
        (json!({ "where": "in_house", "note": "跌落" }), ""),
        (json!({ "where": "transit", "note": "外壳开裂" }), "外壳开裂"),
        (Value::Null, ""),
    ] {
        desk.write("ticket_damage", json!({ "id": ticket, "damage": damage }));
        assert_eq!(listed(), (json!(mark), json!(i32::from(!mark.is_empty()))), "{damage}");
    }
}

#[test]
fn the_list_for_the_sender_is_a_paper_of_the_parcel() {
    let desk = desk();
    desk.import(REGISTER);
    let parcel = id(&parcel(&desk, json!({})));
    desk.write("consignment_announce", json!({ "id": parcel, "text": "JP2409-00417\nJP2409-00418" }));
    let request = json!({ "id": parcel, "form": "differences", "language": "both" });
    let paper = desk.write("form_render", request);
    assert_eq!((&paper["form"], &paper["pages"]), (&json!("differences"), &json!(1)));
    let life = desk.read("consignment_get", json!({ "id": parcel }));
    assert_eq!(life["papers"][0]["id"], paper["id"]);
}

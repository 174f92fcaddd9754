//! A unit without a readable serial: received under a temporary tag, stopped until a person decided which it is.

use crate::support::{Desk, desk, intake};
use serde_json::{Value, json};

fn untold(desk: &Desk, changes: Value) -> Value {
    let mut all = json!({ "no_serial": true, "label": "absent" });
    all.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    desk.receive("", all)
}

fn confirm(id: &Value, serial: &str) -> Value {
    json!({ "id": id, "serial": serial, "sources": [{ "source": "board", "read": serial }] })
}

#[test]
fn a_unit_without_a_serial_gets_a_tag_that_carries_its_number_and_stands_still() {
    let desk = desk();
    let received = untold(&desk, json!({}));
    let tag = received["row"]["serial"].as_str().unwrap().to_owned();
    assert_eq!(json!(tag.strip_prefix("TAG-").unwrap()), received["rma"]);
    assert_eq!(desk.read("scan_resolve", json!({ "text": tag }))["row"]["id"], received["id"]);

    let life = desk.read("ticket_get", json!({ "id": received["id"] }));
    assert_eq!(life["lock"], json!({ "kind": "identity", "doubts": ["label_absent", "temporary_tag"] }));
    assert_eq!(life["assessment"]["facts"]["serial"]["label"], "absent");
    let findings = json!({ "id": received["id"], "facts": { "findings": ["product_fault"] } });
    assert_eq!(desk.refused("verdict_record", findings), "identity_locked");
    // Two units without a serial are two units.
    assert_ne!(untold(&desk, json!({}))["row"]["serial"], json!(tag));
}

#[test]
fn confirming_a_serial_joins_its_history_lifts_the_lock_and_leaves_the_verdict_on_the_label() {
    let desk = desk();
    desk.import("serial,model,voucher_date\nJP2409-00417,NV-640,2026-02-25\n");
    let received = untold(&desk, json!({}));
    let id = &received["id"];
    assert_eq!(
        desk.refused("identity_confirm", json!({ "id": id, "serial": "JP2409-00417", "sources": [] })),
        "intake"
    );
    let life = desk.write("identity_confirm", confirm(id, "jp2409-00417"));
    assert_eq!((&life["row"]["serial"], &life["lock"]), (&json!("JP2409-00417"), &Value::Null));
    assert_eq!(life["assessment"]["facts"]["purchase"]["voucher_date"], "2026-02-25");
    assert_eq!(life["assessment"]["facts"]["serial"]["label"], "absent", "the claim is judged by what came");
    assert_eq!(life["identity"]["decision"], "confirmed");
    let unit = desk.read("unit_get", json!({ "serial": "JP2409-00417" }));
    assert_eq!(unit["tickets"][0]["id"], *id);
    // The tag that is still stuck on it leads there.
    let tag = format!("TAG-{}", received["rma"].as_str().unwrap());
    assert_eq!(desk.read("scan_resolve", json!({ "text": tag }))["row"]["id"], *id);
}

#[test]
fn a_serial_that_no_source_reads_is_confirmed_only_with_a_word_why() {
    let desk = desk();
    let id = untold(&desk, json!({}))["id"].clone();
    let against = |note: &str, read: &str| json!({ "id": id, "serial": "JP2409-00417", "note": note, "sources": [{ "source": "board", "read": read }] });
    assert_eq!(desk.refused("identity_confirm", against("", "JP2409-00418")), "intake");
    assert!(!desk.read("ticket_get", json!({ "id": id }))["lock"].is_null());
    // A source may read a part of it.
    let life = desk.write("identity_confirm", against("", "09-00417"));
    assert_eq!(life["row"]["serial"], "JP2409-00417");
    let other = untold(&desk, json!({}))["id"].clone();
    let mut explained = against("the board came from another unit", "JP2409-00418");
    (explained["id"], explained["serial"]) = (other, json!("JP2409-00419"));
    assert_eq!(desk.write("identity_confirm", explained)["row"]["serial"], "JP2409-00419");
}

#[test]
fn a_serial_with_an_open_work_order_is_not_confirmed_for_another_unit() {
    let desk = desk();
    desk.receive("JP2409-00417", json!({}));
    let received = untold(&desk, json!({}));
    assert_eq!(desk.refused("identity_confirm", confirm(&received["id"], "JP2409-00417")), "open_ticket");
    let life = desk.read("ticket_get", json!({ "id": received["id"] }));
    assert_eq!((&life["identity"], life["lock"].is_null()), (&Value::Null, false), "nothing was kept of it");
}

#[test]
fn a_rejection_needs_words_and_lets_the_ticket_go_on_without_a_label_of_ours() {
    let desk = desk();
    let received = untold(&desk, json!({ "label": "torn" }));
    let id = &received["id"];
    assert_eq!(desk.refused("identity_reject", json!({ "id": id, "note": " " })), "reason_required");
    let life = desk.write("identity_reject", json!({ "id": id, "note": "two boards, two serials" }));
    assert_eq!((&life["lock"], &life["identity"]["decision"]), (&Value::Null, &json!("rejected")));
    assert_eq!(desk.refused("unit_relabel", json!({ "id": id, "note": "new" })), "serial_unknown");
}

#[test]
fn a_new_label_is_an_event_of_the_unit_and_changes_neither_claim_nor_cover() {
    let desk = desk();
    let received = desk.receive("JP2409-00417", json!({ "label": "worn" }));
    let id = &received["id"];
    let cover = desk.read("unit_cover", json!({ "serial": "JP2409-00417" }));
    desk.write("identity_confirm", confirm(id, "JP2409-00417"));
    let life = desk.write("unit_relabel", json!({ "id": id, "note": "worn" }));
    assert_eq!(life["assessment"]["facts"]["serial"]["label"], "unreadable");
    assert_eq!(life["timeline"][0]["kind"], "unit.relabel");
    assert_eq!(desk.read("unit_cover", json!({ "serial": "JP2409-00417" }))["unit"], cover["unit"]);
    let unit = desk.read("unit_get", json!({ "serial": "JP2409-00417" }));
    assert_eq!(unit["relabelled"][0]["rma"], received["rma"]);
    let again = desk.read("intake_check", intake("JP2409-00417", json!({})));
    assert!(again["relabelled_at"].is_i64());
}

#[test]
fn once_people_are_set_up_an_adjudicator_or_a_manager_decides_which_unit_it_is() {
    let desk = desk();
    let id = &untold(&desk, json!({}))["id"];
    let reject = json!({ "id": id, "note": "two boards, two serials" });
    let sign_in = |name: &str, role: &str, pin: &str| {
        let person = desk.write("user_save", json!({ "name": name, "role": role }))["id"].clone();
        desk.write("user_set_pin", json!({ "user": person, "pin": pin }));
        desk.write("session_start", json!({ "user": person, "pin": pin }))["may_decide"].clone()
    };
    // Nobody who decides can be asked yet.
    assert_eq!(sign_in("李娜", "technician", "1357"), true);
    desk.write("identity_reject", reject.clone());
    // The technician is still signed in when an adjudicator is added.
    let wang = desk.write("user_save", json!({ "name": "王芳", "role": "adjudicator" }))["id"].clone();
    desk.write("user_set_pin", json!({ "user": wang, "pin": "2468" }));
    for command in ["identity_confirm", "identity_reject"] {
        let request = if command == "identity_reject" { reject.clone() } else { confirm(id, "JP2409-00417") };
        assert_eq!(desk.refused(command, request), "decider_needed");
    }
    desk.write("session_end", Value::Null);
    assert_eq!(desk.refused("identity_reject", reject.clone()), "decider_needed", "nobody is signed in");
    desk.write("session_start", json!({ "user": wang, "pin": "2468" }));
    desk.write("identity_confirm", confirm(id, "JP2409-00417"));
    assert_eq!(sign_in("张伟", "manager", "8024"), true);
    desk.write("identity_reject", reject);
}

#[test]
fn a_label_that_is_not_intact_asks_for_a_photo_until_one_is_marked_as_showing_it() {
    let desk = desk();
    let png =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    let photo = |owner: &Value, shows: Value| json!({ "owner": owner, "name": "a.png", "base64": png, "shows": shows });
    for (serial, label, asks) in [
        ("JP2409-00411", "intact", false),
        ("JP2409-00412", "worn", true),
        ("JP2409-00413", "torn", true),
        ("JP2409-00414", "replaced_by_us", true),
        ("JP2409-00415", "altered", true),
        ("JP2409-00416", "absent", true),
    ] {
        let typed = intake(serial, json!({ "label": label }));
        assert_eq!(desk.read("intake_check", typed)["asks_label_photo"], asks, "{label}");
        let id = desk.receive(serial, json!({ "label": label }))["id"].clone();
        let owner = json!({ "kind": "ticket", "id": id });
        let asked = || desk.read("ticket_get", json!({ "id": id }))["asks_label_photo"].clone();
        assert_eq!(asked(), asks, "{label}: it is received all the same");
        desk.write("attachment_add", photo(&owner, Value::Null));
        assert_eq!(asked(), asks, "{label}: any photo shows nothing of it for certain");
        let added = desk.write("attachment_add", photo(&owner, json!("label")));
        assert_eq!((&added["shows"], asked()), (&json!("label"), json!(false)), "{label}");
        desk.write("attachment_remove", json!({ "id": added["id"] }));
        assert_eq!(asked(), asks, "{label}: one that is taken away shows it no more");
    }
}

#[test]
fn each_doubt_which_unit_it_is_stops_the_ticket_until_a_person_decided() {
    let desk = desk();
    let mismatch = json!({ "label": "intact", "facts": { "serial": { "matches": false } } });
    for (serial, found, doubts) in [
        ("JP2409-00411", json!({ "label": "worn" }), json!(["label_unreadable"])),
        ("JP2409-00412", json!({ "label": "torn" }), json!(["label_unreadable"])),
        ("JP2409-00413", json!({ "label": "altered" }), json!(["label_unreadable"])),
        ("JP2409-00414", json!({ "label": "absent" }), json!(["label_absent"])),
        ("JP2409-00415", mismatch, json!(["mismatch"])),
    ] {
        let id = desk.receive(serial, found)["id"].clone();
        let before = desk.read("ticket_get", json!({ "id": id }));
        assert_eq!(before["lock"], json!({ "kind": "identity", "doubts": doubts }), "{serial}");
        let findings = json!({ "id": id, "facts": { "findings": ["product_fault"] } });
        // What was seen of the label is stated with it: leaving it out would end the doubt by itself.
        let mut facts = findings.clone();
        facts["facts"]["serial"] = before["assessment"]["facts"]["serial"].clone();
        assert_eq!(desk.refused("verdict_record", facts), "identity_locked", "{serial}");
        let life = desk.write("identity_confirm", confirm(&id, serial));
        assert_eq!(life["lock"], Value::Null, "{serial}");
        let verdict = |life: &Value| life["assessment"]["verdict"].clone();
        assert_eq!(verdict(&life), verdict(&before), "{serial}: a person's decision changes no verdict");
    }
}

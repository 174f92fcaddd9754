//! Masters: brought in from files, and what follows from them when a unit is received.

use crate::support::{Desk, desk};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

const MODELS: &str = "型号,中文名称,产品类别,配件清单,技术指标,序列号规则,替代型号,固件版本,资料,在产\n\
    NV-640,手持夜视仪,整机,电池；充电器；遮光罩,NETD=≤35 [mK],JP####-#####,NV-650,2.4,用户手册 | manuals/nv640.pdf,是\n\
    DT-12,探测器,探测器,,,DT-*,,,,是\n";
const DEALERS: &str = "dealer_code,dealer,authorised_from,authorised_to,standing_consent\n\
    D-017,华强,2025-01-01,,yes\nD-020,Old Shop,2020-01-01,2024-12-31,no\n";

fn open(desk: &Desk, kind: &str, file: &[u8]) -> Value {
    desk.read(
        "master_open",
        json!({ "kind": kind, "name": format!("{kind}.csv"), "base64": STANDARD.encode(file) }),
    )
}

fn bring(desk: &Desk, kind: &str, file: &str) -> Value {
    let preview = open(desk, kind, file.as_bytes());
    let report = desk.write("master_import", json!({ "file": preview["file"] }));
    assert_eq!(report["errors"], json!([]), "{report}");
    assert_eq!(
        (&report["imported"], &report["updated"]),
        (&preview["new"], &preview["changed"]),
        "an import does what its preview promised"
    );
    report
}

fn draft(with: Value) -> Value {
    let mut draft = json!({ "serial": "JP2409-00417", "received_on": "2026-03-02" });
    for (name, value) in with.as_object().unwrap() {
        draft[name] = value.clone();
    }
    draft
}

/// The source of a derived fact and what the source is called.
fn source(assessment: &Value, fact: &str) -> Option<(String, String)> {
    let derived = assessment["derived"].as_array().unwrap().iter().find(|one| one["fact"] == fact)?;
    assert!(derived["as_of"].is_number() || derived["source"] == "intake", "{derived} says as of when");
    let text = |name: &str| derived[name].as_str().unwrap().to_owned();
    Some((text("source"), text("by")))
}

fn from(source: &str, by: &str) -> Option<(String, String)> {
    Some((source.to_owned(), by.to_owned()))
}

#[test]
fn a_file_of_models_reads_in_both_languages_and_encodings() {
    let desk = desk();
    let gb = encoding_rs_of(MODELS);
    let preview = open(&desk, "model", &gb);
    assert_eq!(
        (&preview["encoding"], &preview["new"], &preview["good"]),
        (&json!("GB18030"), &json!(2), &json!(2))
    );
    desk.write("master_import", json!({ "file": preview["file"] }));
    let card = desk.read("model_get", json!({ "model": "nv-640" }));
    assert_eq!(
        card["model"]["kit"],
        json!(["battery", "charger", "遮光罩"]),
        "known accessories become codes"
    );
    assert_eq!(
        card["model"]["specification"],
        json!([{ "parameter": "NETD", "value": "≤35", "unit": "mK" }])
    );
    assert_eq!(card["model"]["documents"], json!([{ "title": "用户手册", "target": "manuals/nv640.pdf" }]));
    let english = "model,name_en,product_class\nNV-640,Handheld,terminal\n";
    assert_eq!(bring(&desk, "model", english)["updated"], 1);
    let card = desk.read("model_get", json!({ "model": "NV-640" }));
    assert_eq!((&card["model"]["name_en"], &card["model"]["firmware"]), (&json!("Handheld"), &json!("2.4")));
    assert_eq!(
        card["model"]["kit"].as_array().unwrap().len(),
        3,
        "a column the file does not have says nothing"
    );
}

fn encoding_rs_of(text: &str) -> Vec<u8> {
    nightbench_app::demo::RegisterFile::Gb18030.bytes(text).unwrap()
}

#[test]
fn an_empty_cell_clears_what_a_missing_column_keeps() {
    let desk = desk();
    bring(&desk, "dealer", DEALERS);
    assert_eq!(bring(&desk, "dealer", "dealer_code,authorised_to\nD-020,\n")["updated"], 1);
    let page = desk.read("master_list", json!({ "kind": "dealer", "text": "old" }));
    let dealer = &page["rows"][0]["master"]["entry"];
    assert_eq!((&dealer["authorised_to"], &dealer["authorised_from"]), (&Value::Null, &json!("2020-01-01")));
}

#[test]
fn bad_rows_are_named_and_a_complete_list_with_bad_rows_is_refused() {
    let desk = desk();
    bring(&desk, "model", MODELS);
    let file =
        "model,product_class,serial_pattern\nNV-640,terminal,JP*-1\n,module,\nNV-7,module,\nNV-7,detector,\n";
    let preview = open(&desk, "model", file.as_bytes());
    let errors: Vec<_> =
        preview["errors"].as_array().unwrap().iter().map(|e| (&e["row"], &e["code"])).collect();
    assert_eq!(
        errors,
        [
            (&json!(2), &json!("not_a_pattern")),
            (&json!(3), &json!("no_key")),
            (&json!(5), &json!("duplicate_key"))
        ]
    );
    let complete = json!({ "file": preview["file"], "complete": true });
    assert_eq!(desk.refused("master_import", complete), "masters_incomplete");
    assert_eq!(desk.read("master_list", json!({ "kind": "model" }))["total"], 2, "nothing was changed");
}

#[test]
fn a_complete_list_ends_what_it_leaves_out_and_says_so_before() {
    let desk = desk();
    bring(&desk, "model", MODELS);
    let preview = open(&desk, "model", "model\nNV-640\n".as_bytes());
    assert_eq!(preview["ended"], 0);
    let preview = desk.read("master_remap", json!({ "file": preview["file"], "complete": true }));
    assert_eq!(preview["ended"], 1);
    let report = desk.write("master_import", json!({ "file": preview["file"], "complete": true }));
    assert_eq!((&report["ended"], &report["unchanged"]), (&json!(1), &json!(1)));
    assert_eq!(desk.read("model_get", json!({ "model": "DT-12" })), Value::Null, "it says nothing any more");
    let rows = desk.read("master_list", json!({ "kind": "model" }))["rows"].clone();
    let ended: Vec<_> = rows.as_array().unwrap().iter().map(|row| (&row["key"], &row["ended"])).collect();
    assert_eq!(ended, [(&json!("DT-12"), &json!(true)), (&json!("NV-640"), &json!(false))]);
    let history = desk.read("master_history", json!({ "kind": "model" }));
    assert_eq!((&history[0]["complete"], &history[0]["ended"]), (&json!(true), &json!(1)));
}

#[test]
fn a_file_without_its_key_column_can_be_mapped_by_a_person() {
    let desk = desk();
    let preview = open(&desk, "loan", "SN,Who\nJP2409-00417,李雷\n".as_bytes());
    assert_eq!((&preview["has_key"], &preview["fields"][0]), (&json!(false), &json!("serial")));
    assert_eq!(desk.refused("master_import", json!({ "file": preview["file"] })), "masters_no_key_column");
    let map = json!({ "SN": "serial", "Who": "with" });
    assert_eq!(desk.read("master_remap", json!({ "file": preview["file"], "map": map }))["new"], 1);
    assert_eq!(desk.write("master_import", json!({ "file": preview["file"] }))["imported"], 1);
    let template = desk.read("master_template", json!({ "kind": "loan", "language": "en" }));
    let text = STANDARD.decode(template["base64"].as_str().unwrap()).unwrap();
    assert_eq!(String::from_utf8(text).unwrap(), "\u{feff}Serial no.,Model,Kind,With,Since,Until\r\n");
    assert!(desk.printer.jobs.lock().unwrap().is_empty());
    desk.read("master_template", json!({ "kind": "loan", "language": "en", "open": true }));
    let opened = desk.printer.jobs.lock().unwrap().pop();
    assert!(
        opened.is_some_and(
            |(by, _, bytes)| by == "viewer" && bytes.starts_with("\u{feff}Serial no.".as_bytes())
        )
    );
}

#[test]
fn class_and_kit_come_from_the_model_before_the_register() {
    let desk = desk();
    bring(&desk, "model", MODELS);
    desk.import("serial,model,product_class\nJP2409-00417,NV-640,module\n");
    let assessment = desk.read("verdict_assess", draft(json!({})));
    assert_eq!(assessment["facts"]["product_class"], "terminal");
    assert_eq!(source(&assessment, "product_class"), from("model", "NV-640"));
    let check = desk.read("intake_check", draft(json!({})));
    assert_eq!(check["model"]["model"]["kit"], json!(["battery", "charger", "遮光罩"]));
    let typed = desk.read("verdict_assess", draft(json!({ "product_class": "module" })));
    assert_eq!(typed["facts"]["product_class"], "module", "typing by hand stays possible and wins");
}

#[test]
fn a_detector_inside_a_terminal_is_a_terminal() {
    let desk = desk();
    bring(&desk, "model", MODELS);
    let typed = draft(json!({ "model": "NV-640", "product_class": "detector" }));
    let assessment = desk.read("verdict_assess", typed.clone());
    assert_eq!(assessment["facts"]["product_class"], "terminal");
    assert_eq!(source(&assessment, "product_class"), from("model", "NV-640"));
    let conflicts = desk.read("intake_check", typed.clone())["conflicts"].clone();
    let master = json!({ "kind": "master", "field": "product_class", "by": "NV-640", "says": "terminal", "intake": "detector" });
    assert!(conflicts.as_array().unwrap().contains(&master), "{conflicts}");
    let mut stated = typed;
    stated["facts"] = json!({ "product_class": "detector" });
    let assessment = desk.read("verdict_assess", stated);
    assert_eq!(assessment["facts"]["product_class"], "detector", "a stated fact is never replaced");
}

#[test]
fn an_authorised_dealer_shows_an_authorised_source_and_nothing_shows_the_opposite() {
    let desk = desk();
    bring(&desk, "dealer", DEALERS);
    let bought = |dealer: &str| {
        draft(json!({ "dealer": dealer, "facts": { "purchase": { "voucher_date": "2026-02-25" } } }))
    };
    let yes = desk.read("verdict_assess", bought("华强"));
    assert_eq!(yes["facts"]["authorised_source"], true);
    assert_eq!(source(&yes, "authorised_source"), from("dealer", "华强"));
    for dealer in ["Old Shop", "nobody knows", ""] {
        let assessment = desk.read("verdict_assess", bought(dealer));
        assert_eq!(assessment["facts"].get("authorised_source"), None, "{dealer}");
        assert!(!assessment["verdict"]["excluded_by"].to_string().contains("5.12"), "{dealer}");
    }
    let conflicts = desk.read("intake_check", bought("Old Shop"))["conflicts"].to_string();
    assert!(conflicts.contains("dealer_not_authorised"), "a person is told: {conflicts}");
    assert!(!desk.read("intake_check", bought("nobody knows"))["conflicts"].to_string().contains("dealer"));
}

#[test]
fn a_contract_that_names_the_serial_gives_its_terms_with_its_number() {
    let desk = desk();
    bring(
        &desk,
        "contract",
        "contract,buyer,serials,sale_kind,unit_months,return_days,fee_inside_warranty\n\
         C-2026-8,上海公司,JP2409-00400..JP2409-00499,special_price,36,15,no\n",
    );
    let assessment = desk.read("verdict_assess", draft(json!({})));
    let terms = json!({ "unit_months": 36, "return_days": 15, "fee_inside_warranty": false });
    assert_eq!(assessment["facts"]["contract"], terms);
    assert_eq!(source(&assessment, "contract"), from("contract", "C-2026-8"));
    assert_eq!(source(&assessment, "sale_kind"), from("contract", "C-2026-8"));
    let derived = assessment["derived"].as_array().unwrap().iter();
    let mut of_contract = derived.filter(|one| one["source"] == "contract");
    assert!(of_contract.all(|one| one["file"] == "contract.csv"), "and the file that says so");
    let life = desk.read("unit_get", json!({ "serial": "JP2409-00417" }));
    assert_eq!(
        (&life["contracts"][0]["contract"]["number"], &life["contracts"][0]["file"]),
        (&json!("C-2026-8"), &json!("contract.csv"))
    );
    let other = desk.read("verdict_assess", draft(json!({ "serial": "JP2409-00500" })));
    assert_eq!(other["facts"].get("contract"), None);
    bring(&desk, "contract", "contract,serials\nC-2026-9,JP2409-00417\n");
    let both = desk.read("verdict_assess", draft(json!({})));
    assert_eq!(both["facts"].get("contract"), None, "two contracts are a question, not an answer");
    let conflicts = desk.read("intake_check", draft(json!({})))["conflicts"].clone();
    assert!(
        conflicts
            .as_array()
            .unwrap()
            .contains(&json!({ "kind": "contracts", "numbers": ["C-2026-8", "C-2026-9"] }))
    );
}

#[test]
fn a_contract_for_a_model_is_its_buyers_alone() {
    let desk = desk();
    bring(&desk, "contract", "contract,buyer,models,unit_months\nC-1,上海公司,NV-640,36\n");
    desk.import("serial,model,customer\nJP2409-00417,NV-640,上海公司\nJP2409-00418,NV-640,李雷\n");
    let contract = |serial: &str| {
        let assessment = desk.read("verdict_assess", draft(json!({ "serial": serial })));
        assessment["facts"].get("contract").cloned()
    };
    assert_eq!(contract("JP2409-00417"), Some(json!({ "unit_months": 36 })));
    assert_eq!(contract("JP2409-00418"), None);
}

#[test]
fn a_unit_out_on_loan_is_borrowed_and_one_of_ours_is_known_as_such() {
    let desk = desk();
    bring(
        &desk,
        "loan",
        "serial,model,kind,with,since,until\nJP2409-00417,NV-640,loan,李雷,2026-01-10,\nJP2409-00418,NV-640,demo,,,\n",
    );
    let out = desk.read("verdict_assess", draft(json!({})));
    assert_eq!(out["facts"]["sale_kind"], "borrowed");
    assert_eq!(source(&out, "sale_kind"), from("loan_register", ""));
    let at_home = desk.read("verdict_assess", draft(json!({ "serial": "JP2409-00418" })));
    assert_eq!(at_home["facts"].get("sale_kind"), None);
    for serial in ["JP2409-00417", "JP2409-00418"] {
        assert_eq!(desk.read("intake_check", draft(json!({ "serial": serial })))["loan"]["serial"], serial);
        assert_eq!(
            desk.receive(serial, json!({}))["row"]["owned_by_us"],
            true,
            "nobody at the counter said so"
        );
    }
    assert_eq!(desk.receive("JP2409-00419", json!({}))["row"]["owned_by_us"], false);
}

#[test]
fn a_serial_that_does_not_look_like_its_model_is_told_and_received_all_the_same() {
    let desk = desk();
    bring(&desk, "model", MODELS);
    let odd = draft(json!({ "serial": "JP24O9-00417", "model": "NV-640" }));
    let conflicts = desk.read("intake_check", odd)["conflicts"].clone();
    let told = json!({ "kind": "serial_pattern", "model": "NV-640", "pattern": "JP####-#####" });
    assert!(conflicts.as_array().unwrap().contains(&told), "{conflicts}");
    let scanned = desk.read("scan_resolve", json!({ "text": "JP2409-00999" }));
    assert_eq!(scanned["fits_model"], "NV-640", "an unknown serial that fits one model suggests it");
    assert_eq!(desk.read("scan_resolve", json!({ "text": "ZZ-1" }))["fits_model"], Value::Null);
}

#[test]
fn a_unit_page_shows_its_models_card() {
    let desk = desk();
    bring(&desk, "model", MODELS);
    desk.import("serial,model\nJP2409-00417,NV-640\n");
    let unit = desk.read("unit_get", json!({ "serial": "JP2409-00417" }));
    let card = &unit["model_card"]["model"];
    assert_eq!((&card["successor"], &card["firmware"]), (&json!("NV-650"), &json!("2.4")));
    assert_eq!(unit["product_class"], "terminal");
}

#[test]
fn the_charges_of_a_day_are_those_of_the_version_in_force() {
    let desk = desk();
    bring(
        &desk,
        "charge",
        "code,version,effective_on,currency,kind,amount\nL-01,2025,2025-01-01,CNY,labour,100\n\
         L-01,2026,2026-01-01,CNY,工时费,\"1,280.50\"\n",
    );
    let lines = desk.read("charge_list", json!({ "on": "2026-03-02" }));
    assert_eq!((&lines[0]["amount_minor"], lines.as_array().unwrap().len()), (&json!(128_050), 1));
    assert_eq!(desk.read("charge_list", json!({ "on": "2024-03-02" })), json!([]));
}

#[test]
fn one_file_may_be_looked_at_as_two_kinds_and_is_imported_as_what_it_was_opened_for() {
    let desk = desk();
    let file = "serial,model\nJP2409-00417,NV-640\n";
    let as_loan = open(&desk, "loan", file.as_bytes());
    let as_sale = desk.read("registry_open", json!({ "name": "x.csv", "base64": STANDARD.encode(file) }));
    assert_ne!(as_loan["file"], as_sale["file"]);
    assert_eq!(desk.refused("registry_import", json!({ "file": as_loan["file"] })), "registry_file_gone");
    assert_eq!(desk.refused("master_import", json!({ "file": as_sale["file"] })), "registry_file_gone");
}

#[test]
fn a_template_in_either_language_is_a_file_whose_every_column_is_known() {
    let desk = desk();
    for kind in ["model", "dealer", "contract", "charge", "loan"] {
        for language in ["en", "zh-CN"] {
            let template = desk.read("master_template", json!({ "kind": kind, "language": language }));
            let text = STANDARD.decode(template["base64"].as_str().unwrap()).unwrap();
            let headings = String::from_utf8(text.clone()).unwrap();
            assert!(!headings.contains('_'), "no heading is a code: {headings}");
            let preview = open(&desk, kind, &[text, b"x\r\n".to_vec()].concat());
            let fields: Vec<_> =
                preview["headings"].as_array().unwrap().iter().map(|one| &one["field"]).collect();
            assert_eq!(json!(fields), preview["fields"], "{kind} {language}");
        }
    }
}

#[test]
fn a_name_leads_to_one_dealer_and_one_whose_authorisation_is_over_is_said_so() {
    let desk = desk();
    let file = "dealer_code,dealer,authorised_to\nD-1,华强,2020-12-31\nD-2,华 强,\nD-3,Old Shop,\nD-1,华强,2020-12-31\n";
    let preview = open(&desk, "dealer", file.as_bytes());
    let report = desk.write("master_import", json!({ "file": preview["file"] }));
    assert_eq!((&report["imported"], &report["errors"][0]["row"]), (&json!(2), &json!(3)));
    assert_eq!(report["errors"][0]["code"], "duplicate_name");
    let page = desk.read("master_list", json!({ "kind": "dealer" }));
    let expired: Vec<_> = page["rows"].as_array().unwrap().iter().map(|row| &row["expired_on"]).collect();
    assert_eq!(expired, [&json!("2020-12-31"), &Value::Null]);
}

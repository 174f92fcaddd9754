//! Files of customers and of intakes from another system.

use crate::support::{Desk, desk};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

fn import(desk: &Desk, command: &str, csv: &str, dry_run: bool) -> Value {
    desk.write(command, json!({ "base64": STANDARD.encode(csv), "dry_run": dry_run }))
}

#[test]
fn intakes_of_a_file_are_received_one_by_one_and_bad_rows_are_named() {
    let desk = desk();
    let csv = "序列号,型号,产品类别,故障现象,客户,电话,收件日期,购买日期\n\
        JP2409-00417,NV-640,整机,无法开机,李雷,13980005966,2026/2/27,2025-12-01\n\
        JP2409-00418,NV-640,望远镜,无法开机,李雷,13980005966,2026/2/27,\n\
        JP2409-00417,NV-640,整机,无法开机,李雷,13980005966,2026-02-27,\n\
        JP2409-00419,NV-640,整机,,韩梅梅,13980005967,2026-02-27,\n";
    let errors = json!([
        { "row": 3, "field": "product_class", "code": "unknown_class" },
        { "row": 4, "field": "serial", "code": "open_ticket" },
        { "row": 5, "field": "symptom", "code": "required" },
    ]);
    let report = import(&desk, "intake_import", csv, false);
    assert_eq!(report, json!({ "rows": 4, "imported": 1, "updated": 0, "skipped": 3, "errors": errors }));
    let page = desk.read("ticket_list", json!({}));
    let life = desk.read("ticket_get", json!({ "id": page["rows"][0]["id"] }));
    assert_eq!(life["row"]["received_on"], "2026-02-27");
    assert_eq!(life["facts"]["purchase"]["voucher_date"], "2025-12-01");
    for language in nightbench_app::Language::ALL {
        let told = nightbench_app::registry::with_messages(report.clone(), language);
        for error in told["errors"].as_array().unwrap() {
            assert!(!error["message"].as_str().unwrap().contains('⟦'), "{error}");
        }
    }
}

#[test]
fn customers_of_a_file_are_taken_up_once_and_brought_up_to_date() {
    let desk = desk();
    let csv = "customer,phone,email\nLi Lei,139 8000 5966,\nHan Meimei,none,\n";
    let report = import(&desk, "customer_import", csv, false);
    let errors = json!([{ "row": 3, "field": "phone", "code": "not_a_phone" }]);
    assert_eq!(report, json!({ "rows": 2, "imported": 1, "updated": 0, "skipped": 1, "errors": errors }));
    let newer = "phone,customer,email\n+86 13980005966,li lei,li@example.org\n13980005966,Li Lei,\n";
    let report = import(&desk, "customer_import", newer, false);
    assert_eq!(
        (&report["imported"], &report["updated"]),
        (&json!(0), &json!(2)),
        "the name as last written stands"
    );
}

#[test]
fn a_dry_run_writes_nothing() {
    let desk = desk();
    let csv = "serial,model,product_class,symptom,customer,phone,received_on\n\
        JP2409-00417,NV-640,terminal,dark,Li,13980005966,2026-02-27\n";
    assert_eq!(import(&desk, "intake_import", csv, true)["imported"], 1);
    assert_eq!(import(&desk, "customer_import", csv, true)["imported"], 1);
    assert_eq!(desk.read("ticket_list", json!({}))["rows"], json!([]));
    assert_eq!(import(&desk, "customer_import", csv, false)["imported"], 1, "it was not taken up before");
}

#[test]
fn a_file_without_the_column_it_needs_is_refused() {
    let desk = desk();
    let request = json!({ "base64": STANDARD.encode("a,b\n1,2\n") });
    assert_eq!(desk.refused("intake_import", request.clone()), "registry_no_serial_column");
    assert_eq!(desk.refused("customer_import", request), "registry_no_serial_column");
}

//! How long a unit and its parts are covered, as of any day.

use crate::support::desk;
use serde_json::{Value, json};

const ROWS: &str = "serial,model,product_class,voucher_date,contract_date,sale_kind\n\
    JP2409-00417,NV-640,terminal,2026-02-25,,normal\n\
    JP2409-00418,D-12,detector,2026-02-20,2026-02-28,normal\n\
    JP2409-00419,NV-640,terminal,2026-02-25,,borrowed\n\
    JP2409-00420,NV-640,terminal,,,normal\n";

fn last(item: &Value) -> &Value {
    &item["last"]["date"]
}

#[test]
fn a_registered_unit_is_covered_from_its_purchase_and_its_parts_for_their_own_period() {
    let desk = desk();
    desk.import(ROWS);
    let account = desk.read("unit_cover", json!({ "serial": "jp2409-00417" }));
    assert_eq!(account["as_of"], "2026-03-02");
    assert_eq!(
        (last(&account["unit"]), &account["unit"]["is_covered"]),
        (&json!("2028-02-25"), &json!(true))
    );
    assert_eq!(last(&account["parts"]), "2026-05-25");
    assert_eq!(
        account["unit"]["lines"],
        json!([{
            "entry": { "entry": "purchase", "serial": "JP2409-00417", "starts_on": "2026-02-25",
                "unit_months": 24, "part_months": 3 },
            "nominal_end": "2028-02-25", "moved_end": true,
        }])
    );
}

#[test]
fn another_day_is_answered_by_what_was_known_then() {
    let desk = desk();
    desk.import(ROWS);
    let on = |as_of: &str| desk.read("unit_cover", json!({ "serial": "JP2409-00417", "as_of": as_of }));
    assert_eq!(on("2026-05-25")["parts"]["is_covered"], true);
    assert_eq!(on("2026-05-26")["parts"]["is_covered"], false);
    assert_eq!(on("2028-02-26")["unit"]["is_covered"], false);
    let before = on("2026-02-24");
    assert_eq!((&before["unit"]["lines"], last(&before["unit"])), (&json!([]), &Value::Null));
}

#[test]
fn what_the_table_or_the_register_does_not_say_is_not_invented() {
    let desk = desk();
    desk.import(ROWS);
    // The parts of a detector are blank in the table; of two purchase dates the later counts.
    let detector = desk.read("unit_cover", json!({ "serial": "JP2409-00418" }));
    assert_eq!(last(&detector["unit"]), "2027-03-01");
    assert_eq!((last(&detector["parts"]), &detector["parts"]["is_covered"]), (&Value::Null, &Value::Null));
    for serial in ["JP2409-00419", "JP2409-00420", "JP2409-00999"] {
        let account = desk.read("unit_cover", json!({ "serial": serial }));
        assert_eq!(account["unit"]["lines"], json!([]), "{serial}");
    }
}

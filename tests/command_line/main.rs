//! The command line as scripts meet it: the real `nightbench-cli`, its standard output and its exit status. What the
//! answers mean is proven in the crates; here it is that they come out.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests: a failed expectation ends the test with what was seen"
)]

use nightbench_tests::programs::{Cli, program, root};
use serde_json::{Value, json};
use std::process::{Command, Output};

/// Bought 2026-03-02, claimed on day 49 without the invoice.
const CLAIM: &str = r#"{"case":"X","product_class":"terminal","claim_object":"whole","sale_kind":"normal",
    "purchase":{"voucher_date":"2026-03-02"},"claim_date":"2026-04-20","findings":["product_fault"],
    "documents":{"warranty_certificate":true,"purchase_proof":false},"serial":{"label":"readable","matches":true},
    "authorised_source":true,"accessories_complete":true,"return_consent":true}"#;

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// What it printed, each line a JSON value.
fn lines(output: &Output) -> Vec<Value> {
    text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn claim_line() -> String {
    CLAIM.replace('\n', " ")
}

#[test]
fn a_mistyped_directory_is_an_error_and_nothing_is_made_there() {
    let folder = tempfile::tempdir().unwrap();
    let mistyped = folder.path().join("no-such-station");
    let cli = Cli::on(&mistyped);
    for words in
        [&["tickets"][..], &["doctor"], &["policy", "list"], &["policy", "diff", "shipped", "shipped"]]
    {
        let output = cli.run(words, "");
        assert_eq!(output.status.code(), Some(1), "{words:?}");
        let said = format!("{}{}", text(&output.stdout), text(&output.stderr));
        assert!(
            said.contains("not_initialised") || said.contains("has not been set up"),
            "{words:?}: {said}"
        );
        assert!(!mistyped.exists(), "{words:?} made a directory");
    }
}

#[test]
fn a_command_without_a_request_takes_nothing_and_an_empty_object() {
    let folder = tempfile::tempdir().unwrap();
    let cli = Cli::station(folder.path());
    for request in ["", "null", "{}"] {
        let shelf: Value = serde_json::from_str(&cli.does(&["call", "policy_list"], request)).unwrap();
        assert!(!shelf["policies"].as_array().unwrap().is_empty(), "{request:?}");
    }
}

#[test]
fn verdicts_come_out_one_a_line_and_a_bad_line_stops_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let input = format!("{}\n{{\"case\":\"B\",\"claim_date\":\"never\"}}\n{}\n", claim_line(), claim_line());
    let output = Cli::on(folder.path()).run(&["assess"], &input);
    assert_eq!(output.status.code(), Some(1));
    let answers = lines(&output);
    assert_eq!(answers[0]["excluded_by"], json!(["5.8b"]));
    assert_eq!((&answers[1]["case"], &answers[1]["error"]["field"]), (&json!("B"), &json!("claim_date")));
    assert_eq!(answers[2], answers[0]);
}

#[test]
fn an_explanation_is_in_the_language_that_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    for (language, words) in [
        (
            "en",
            ["In-warranty repair: Not entitled", "The period for a refund ended on 2026-03-09.", "Reading 8"],
        ),
        ("zh-CN", ["保内维修：不适用", "退货期限至 2026-03-09", "解读 8"]),
    ] {
        let output = Cli::on(folder.path()).run(&["assess", "--explain", "--lang", language], &claim_line());
        assert!(output.status.success());
        let said = text(&output.stdout);
        for word in words {
            assert!(said.contains(word), "{word} is missing in: {said}");
        }
    }
}

#[test]
fn two_packs_are_compared_and_a_bad_one_is_refused_by_line() {
    let folder = tempfile::tempdir().unwrap();
    let cli = Cli::on(folder.path());
    cli.does(&["demo", "--units", "200", "--seed", "7"], "");
    let shipped = std::fs::read_to_string(root().join("policies/jingpin-commitment.toml")).unwrap();
    let pack = folder.path().join("longer.toml");
    let longer =
        shipped.replace("version = \"2026.1\"", "version = \"2027.1\"").replace("days = 7\n", "days = 15\n");
    assert_ne!(longer, shipped);
    std::fs::write(&pack, &longer).unwrap();
    let pack = pack.to_str().unwrap();

    let diff: Value = serde_json::from_str(&cli.does(&["policy", "diff", "shipped", pack], "")).unwrap();
    let regions = diff["packs"]["regions"].as_array().unwrap();
    assert!(!regions.is_empty());
    assert!(regions.iter().all(|region| region["remedy"] == "refund"), "{regions:?}");

    std::fs::write(pack, longer.replacen("clause = \"3.3\"", "clause = \"3.9\"", 1)).unwrap();
    let refused = cli.run(&["policy", "check", pack], "");
    assert_eq!(refused.status.code(), Some(1));
    let said = format!("{}{}", text(&refused.stdout), text(&refused.stderr));
    let line = 1 + longer.lines().position(|line| line == "clause = \"3.3\"").unwrap();
    assert!(said.contains("3.9") && said.contains("longer.toml"), "{said}");
    assert!((line - 1..=line + 1).any(|near| said.contains(&format!("line {near}:"))), "line {line}: {said}");
}

#[test]
fn a_pack_is_checked_by_itself_and_beside_those_in_force_in_the_language_that_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let shipped = std::fs::read_to_string(root().join("policies/jingpin-commitment.toml")).unwrap();
    let named = |version: &str| shipped.replace("version = \"2026.1\"", version);
    let path = folder.path().join("pack.toml");
    let check = |bytes: &[u8], language: &str| {
        std::fs::write(&path, bytes).unwrap();
        let pack = path.to_str().unwrap();
        let mut command = Command::new(program("nightbench-cli"));
        command.args(["--messages", language, "policy", "check", pack]).env_remove("NIGHTBENCH_DATA");
        let output = command.output().unwrap();
        (output.status.code(), format!("{}{}", text(&output.stdout), text(&output.stderr)))
    };
    let fits = named("version = \"2027.1\"\nsupersedes = \"2026.1\"");
    let overlaps = named("version = \"2027.1\"");
    let gap = fits.replace("days = 7\n", "days = 45\n");
    for (sentence, bytes, status, english, chinese) in [
        ("it fits", fits.as_bytes(), 0, "beside the packs in force it is good", "并列也无误"),
        ("it is the shipped one", shipped.as_bytes(), 0, "is not newer than 2026.1", "不比已有的 2026.1 新"),
        ("it overlaps", overlaps.as_bytes(), 0, "for the earliest purchases", "对最早的购买同时适用"),
        ("it is incoherent", gap.as_bytes(), 1, "is granted Refund", "可享受退货"),
        ("it is no text", &[0xff, 0xfe], 1, "this is not UTF-8 text", "不是 UTF-8 文本"),
        ("it is no TOML", b"[pack", 1, "this line is not TOML: [pack", "此行不符合 TOML 写法：[pack"),
    ] {
        for (language, words) in [("en", english), ("zh-CN", chinese)] {
            let (code, said) = check(bytes, language);
            assert_eq!(code, Some(status), "{sentence}: {said}");
            assert!(said.contains(words), "{sentence}: {words} is missing in: {said}");
        }
        let (_, said) = check(bytes, "zh-CN");
        let is_english = |word: &&str| said.contains(word);
        let left: Vec<&str> = [" is ", " the ", " not "].into_iter().filter(is_english).collect();
        assert!(left.is_empty(), "{sentence}: {left:?} in {said}");
    }
}

#[test]
fn a_list_of_another_kind_is_refused_also_when_it_is_only_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let cli = Cli::station(folder.path());
    let file = folder.path().join("other.csv");
    std::fs::write(&file, "Colour,Size\nred,7\ngreen,8\n").unwrap();
    let path = file.to_str().unwrap();
    for kind in ["models", "dealers", "contracts", "charges", "loans", "registry"] {
        let looked_at = cli.run(&["import", kind, path, "--dry-run"], "");
        let said = format!("{}{}", text(&looked_at.stdout), text(&looked_at.stderr));
        assert_eq!(looked_at.status.code(), Some(1), "{kind}: {said}");
        assert!(said.contains("_column"), "{kind}: {said}");
    }
}

#[test]
fn masters_are_imported_by_kind_and_a_bad_row_is_told_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let cli = Cli::station(folder.path());
    let file = folder.path().join("models.csv");
    std::fs::write(&file, "型号,产品类别,序列号规则\nNV-640,整机,JP####-#####\nNV-7,整机,JP*-1\n").unwrap();
    let path = file.to_str().unwrap();
    let dry = cli.run(&["import", "models", path, "--dry-run"], "");
    let report: Value = serde_json::from_slice(&dry.stdout).unwrap();
    assert_eq!(
        (&report["imported"], &report["dry_run"], dry.status.code()),
        (&json!(1), &json!(true), Some(1))
    );
    let done = cli.run(&["import", "models", path], "");
    assert_eq!(done.status.code(), Some(1), "a bad row makes the exit status 1");
    let report: Value = serde_json::from_slice(&done.stdout).unwrap();
    let told = &report["errors"][0];
    assert_eq!(
        (&report["imported"], &told["row"], &told["code"]),
        (&json!(1), &json!(3), &json!("not_a_pattern"))
    );
    assert!(told["message"].as_str().unwrap().contains("serial pattern"));
    let refused = cli.run(&["import", "models", path, "--complete"], "");
    assert!(format!("{}{}", text(&refused.stdout), text(&refused.stderr)).contains("masters_incomplete"));
    std::fs::write(&file, "Code,Kind\nNV-7,module\n").unwrap();
    let mapped = cli.does(
        &["import", "models", path, "--map", "Code=model", "--map", "Kind=product_class", "--complete"],
        "",
    );
    let report: Value = serde_json::from_str(&mapped).unwrap();
    assert_eq!((&report["imported"], &report["ended"]), (&json!(1), &json!(1)));
    assert_eq!(cli.run(&["import", "registry", path, "--complete"], "").status.code(), Some(2));
}

#[test]
fn a_list_of_parts_is_looked_at_then_brought_in_and_a_bad_row_is_told_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let cli = Cli::station(folder.path());
    let file = folder.path().join("stock.csv");
    std::fs::write(&file, "备件号,中文名称,在库\nP-100,镜头组,4\nP-200,主板,many\n").unwrap();
    let path = file.to_str().unwrap();
    let dry: Value =
        serde_json::from_slice(&cli.run(&["import", "parts", path, "--dry-run"], "").stdout).unwrap();
    assert_eq!((&dry["imported"], &dry["dry_run"]), (&json!(1), &json!(true)));
    let done = cli.run(&["import", "parts", path], "");
    assert_eq!(done.status.code(), Some(1), "a bad row makes the exit status 1");
    let report: Value = serde_json::from_slice(&done.stdout).unwrap();
    let told = &report["errors"][0];
    assert_eq!(
        (&report["imported"], &told["row"], &told["field"]),
        (&json!(1), &json!(3), &json!("on_hand")),
        "the look before kept nothing"
    );
    assert!(!told["message"].as_str().unwrap().is_empty());
    assert_eq!(cli.run(&["import", "parts", path, "--map", "X=number"], "").status.code(), Some(2));
}

#[test]
fn a_line_that_cannot_be_received_is_told_by_line_and_field_and_the_next_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let cli = Cli::station(folder.path());
    let good = json!({
        "serial": "JP2609-00001", "model": "NV-640", "product_class": "terminal", "symptom": "no picture",
        "received_on": "2026-11-20", "customer": { "name": "Li Lei", "phone": "13900005966" },
        "facts": { "product_class": "module" },
    });
    let mut bad = good.clone();
    bad["received_on"] = json!("20-11-2026");
    let output = cli.run(&["receive"], &format!("{bad}\n[1]\n{good}\n"));
    assert_eq!(output.status.code(), Some(1));
    let answers = lines(&output);
    assert_eq!(
        (&answers[0]["line"], &answers[0]["error"]["args"]["field"]),
        (&json!(1), &json!("intake.received_on"))
    );
    assert_eq!((&answers[1]["line"], &answers[1]["error"]["code"]), (&json!(2), &json!("not_an_object")));
    assert!(answers[2]["rma"].is_string());
    let kinds: Vec<&str> =
        answers[2]["conflicts"].as_array().unwrap().iter().filter_map(|one| one["kind"].as_str()).collect();
    assert!(kinds.contains(&"facts"), "{kinds:?}");
    assert_eq!(cli.lines(&["tickets"], "").len(), 1);
}

#[test]
fn a_unit_of_our_own_gets_its_internal_order_as_a_file_and_a_customers_unit_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let cli = Cli::station(&folder.path().join("station"));
    let unit = |serial: &str, owned_by_us: bool| {
        let unit = json!({
            "serial": serial, "model": "NV-640", "product_class": "terminal", "symptom": "no picture",
            "received_on": "2026-11-20", "customer": { "name": "Li Lei", "phone": "13900005966" },
            "owned_by_us": owned_by_us,
        });
        cli.lines(&["receive"], &unit.to_string())[0]["rma"].as_str().unwrap().to_owned()
    };
    let (ours, theirs) = (unit("JP2609-00001", true), unit("JP2609-00002", false));
    let out = folder.path().join("order.pdf");
    let path = out.to_str().unwrap();
    let said: Value =
        serde_json::from_str(&cli.does(&["form", "internal", &ours, "--out", path], "")).unwrap();
    assert_eq!((&said["path"], &said["pages"]), (&json!(path), &json!(1)));
    assert!(std::fs::read(&out).unwrap().starts_with(b"%PDF"));
    let refused = cli.run(&["form", "internal", &theirs, "--out", path], "");
    assert_eq!(refused.status.code(), Some(1));
    let said = format!("{}{}", text(&refused.stdout), text(&refused.stderr));
    assert!(said.contains("not_our_unit"), "{said}");
}

#[test]
fn numbers_for_a_power_cut_are_reserved_and_stand_on_the_sheet() {
    let folder = tempfile::tempdir().unwrap();
    let cli = Cli::station(&folder.path().join("station"));
    let out = folder.path().join("tags.pdf");
    let path = out.to_str().unwrap();
    cli.does(&["numbers", "tags", "--count", "9", "--out", path], "");
    assert!(std::fs::read(&out).unwrap().starts_with(b"%PDF"));
    let waiting: Value = serde_json::from_str(&cli.does(&["call", "rma_list"], "{}")).unwrap();
    assert_eq!(waiting.as_array().unwrap().len(), 9);
    let none = cli.run(&["numbers", "tags", "--count", "0", "--out", path], "");
    assert_ne!(none.status.code(), Some(0));
}

#[test]
fn a_newer_calendar_says_what_it_moves_and_all_work_orders_are_written_into_a_table() {
    let folder = tempfile::tempdir().unwrap();
    let cli = Cli::on(folder.path());
    cli.does(&["init", "--centre", "CD01"], "");
    let intake = json!({ "serial": "JP2409-00417", "model": "NV-640", "product_class": "terminal", "symptom": "dark",
        "customer": { "name": "Li Lei", "phone": "13980005966" }, "received_on": "2026-11-20" });
    cli.does(&["receive"], &intake.to_string());
    let file = folder.path().join("december.csv");
    std::fs::write(&file, "date,kind,name_zh,name_en\n2026-12-02,holiday,休,Rest\n").unwrap();
    let file = file.to_str().unwrap();
    let before: Value = serde_json::from_str(&cli.does(&["tickets"], "")).unwrap();
    let said: Value =
        serde_json::from_str(&cli.does(&["import", "calendar", file, "--dry-run"], "")).unwrap();
    assert_eq!((&said["moved"], &said["dry_run"]), (&json!(1), &json!(true)));
    let same: Value = serde_json::from_str(&cli.does(&["tickets"], "")).unwrap();
    assert_eq!(same["limit_on"], before["limit_on"], "a dry run moves nothing");
    cli.does(&["import", "calendar", file], "");
    let after: Value = serde_json::from_str(&cli.does(&["tickets"], "")).unwrap();
    assert_eq!(after["limit_on"], said["moves"][0]["after"]["limit_on"]);
    assert_ne!(after["limit_on"], before["limit_on"]);

    let out = folder.path().join("tickets.csv");
    cli.does(&["export", "tickets", "--out", out.to_str().unwrap()], "");
    let table = std::fs::read_to_string(&out).unwrap();
    assert!(table.lines().count() == 2 && table.contains("JP2409-00417"), "{table}");
    let workbook = folder.path().join("tickets.xlsx");
    cli.does(&["export", "tickets", "--out", workbook.to_str().unwrap()], "");
    assert!(std::fs::read(&workbook).unwrap().starts_with(b"PK"));
    let refused = cli.run(&["export", "tickets", "--out", "tickets.pdf"], "");
    assert_eq!(refused.status.code(), Some(2));
}

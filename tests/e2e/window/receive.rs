//! The main job, by keyboard alone, from an empty computer to the printed form: set up, import the sales
//! register, scan, check in, read the determination, print. Once in each language, with the same steps, from
//! a register as each is likely to be sent: a text of Chinese Excel, and a workbook.

use crate::sample::Register;
use nightbench_app::Language;
use nightbench_tests::paper;
use nightbench_tests::programs::Cli;
use nightbench_tests::window::Window;
use nightbench_tests::words::Words;
use serde_json::{Value, json};
use std::path::Path;

/// Dark pixels of the page that is shown, and how many a filled form surely has.
const INK: &str = "
    const page = document.querySelector('[role=dialog] canvas');
    if (page === null || page.width === 0) return 0;
    const { data } = page.getContext('2d').getImageData(0, 0, page.width, page.height);
    let ink = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at + 3] > 0 && data[at] < 128) ink += 1;
    return ink;
";
const INK_MIN: u64 = 5_000;

#[test]
fn a_unit_is_received_from_an_empty_computer_to_the_printed_form_in_chinese() {
    receive(Language::ZhCn, "register-gb18030.csv");
}

#[test]
fn a_unit_is_received_from_an_empty_computer_to_the_printed_form_in_english() {
    receive(Language::En, "register.xlsx");
}

fn receive(language: Language, register_file: &str) {
    let words = Words::of(language);
    let folder = tempfile::tempdir().unwrap();
    let (data, file) = (folder.path().join("station"), folder.path().join(register_file));
    let cli = Cli::on(&data);
    let register = Register::make(&cli, &file);
    let unit = register.newest_device();
    let keep = |window: &Window, step: &str| window.picture(&format!("receive-{step}-{}", words.code()));

    let window = Window::open(&data);
    set_up(&window, words);
    window.sees("heading", &words.t("place-bench"));
    keep(&window, "1-bench");
    import(&window, words, &file);
    keep(&window, "2-imported");

    window.press("Alt+1");
    window.sees("heading", &words.t("place-bench"));
    window.scans(&unit.serial);
    window.sees("heading", &words.t("place-intake"));
    window.until("the register's model", || {
        (window.value("textbox", &words.t("field-model")) == unit.model).then_some(())
    });
    fill_in(&window, words);
    let symptom = "开机后画面左上角坏点成片,温度越高越明显 / dead pixels, upper left";
    window.tabs_to("textbox", &words.t("field-symptom"));
    window.types(symptom);
    diagnose(&window, words);
    let outcome = window.until("a settled determination", || {
        let beside = window.beside(&words.t("remedy-free_repair"));
        beside.contains(&words.t("outcome-granted")).then_some(beside)
    });
    assert!(outcome.contains("3.1"), "no clause beside the outcome: {outcome}");
    assert_eq!(
        window.evaluate("return document.scrollingElement.scrollTop"),
        0,
        "the frame has left the screen"
    );
    keep(&window, "3-checked-in");

    window.press("Ctrl+Enter");
    window.sees_some("dialog", &words.t("form-application"));
    window.sees("img", &words.with("preview-page", &[("number", "1"), ("of", "1")]));
    // A page is drawn piece by piece; it is whole when nothing has been added for a while.
    let (mut before, mut unchanged) = (0, 0);
    window.until("the whole form drawn", || {
        let ink = window.evaluate(INK).as_u64()?;
        unchanged = if ink == before { unchanged + 1 } else { 0 };
        before = ink;
        (INK_MIN < ink && 20 < unchanged).then_some(())
    });
    keep(&window, "4-form");
    window.press("Escape");
    window.sees("button", &words.t("open-ticket"));
    keep(&window, "5-received");
    drop(window);

    let [ticket] = &cli.lines(&["tickets"], "")[..] else { panic!("one work order") };
    assert_eq!(ticket["serial"], unit.serial);
    let life = cli.call("ticket_get", &json!({ "id": ticket["id"] }));
    assert_eq!(life["intake"]["symptom"], symptom);
    judged_by_the_engine(&cli, &life["verdicts"][0]);
    printed(&cli, &life, folder.path());
}

/// The first screen of a new computer: language, centre, name.
fn set_up(window: &Window, words: Words) {
    if words.code() == "en" {
        window.tabs_to("radio", &words.t("language-zh-CN"));
        window.press("Right");
    }
    window.tabs_to("textbox", &words.t("setup-centre"));
    window.types("CD01");
    window.press("Tab");
    window.types("成都服务中心 Chengdu");
    window.press("Tab");
    window.types("陈");
    window.press("Enter");
}

fn import(window: &Window, words: Words, file: &Path) {
    window.press("Alt+5");
    window.tabs_to("button", &words.t("register-import-first"));
    window.press("Enter");
    window.sees("button", &words.t("import-choose"));
    window.chooses_file(file);
    window.sees("button", &words.t("import-now"));
    window.press("Ctrl+Enter");
    let name = file.file_name().unwrap().to_str().unwrap();
    window.reads(&words.with("import-done", &[("name", name)]));
}

/// What a counter looks at: each paper and the label are there, and so is every accessory.
fn fill_in(window: &Window, words: Words) {
    window.tabs_to("checkbox", &words.t("evidence-warranty_certificate"));
    for item in ["purchase_proof", "serial_label", "serial_match", "authorised_source", "consent"] {
        window.press("Space");
        window.press("Right");
        assert_eq!(window.focus(), format!("checkbox \"{}\"", words.t(&format!("evidence-{item}"))));
    }
    window.press("Space");
    window.tabs_to("button", &words.t("accessories-all"));
    window.press("Enter");
}

/// What the technician sees at once: a fault of the product itself.
fn diagnose(window: &Window, words: Words) {
    window.tabs_to("button", &format!("{} {}", words.t("section-diagnosis"), words.t("diagnosed-not_yet")));
    window.press("Enter");
    window.tabs_to("checkbox", &words.t("finding-product_fault"));
    window.press("Space");
}

/// The determination kept with the work order is the engine's own answer to the same facts.
fn judged_by_the_engine(cli: &Cli, kept: &Value) {
    let [asked] = &cli.lines(&["assess"], &kept["facts"].to_string())[..] else { panic!("one answer") };
    assert_eq!(kept["verdict"]["remedies"], asked["remedies"]);
    assert_eq!(asked["remedies"]["free_repair"]["outcome"], "granted");
}

/// The paper of the record can be read: its text, and its QR code, which leads back to the work order.
fn printed(cli: &Cli, life: &Value, folder: &Path) {
    let [made] = &life["papers"].as_array().unwrap()[..] else { panic!("one paper: {life}") };
    let kept = cli.call("form_read", &json!({ "id": made["id"] }));
    let pdf = folder.join("form.pdf");
    std::fs::write(&pdf, paper::decoded(kept["base64"].as_str().unwrap())).unwrap();
    let text = paper::text(&pdf);
    for part in [&life["row"]["rma"], &life["row"]["serial"], &life["row"]["model"], &life["row"]["customer"]]
    {
        let part = part.as_str().unwrap();
        assert!(text.contains(part), "{part} is not on the paper:\n{text}");
    }
    let page = paper::first_page(&pdf, folder);
    assert!(!page.is_blank());
    let codes = paper::qr_codes(&page);
    let scans: Vec<Value> =
        codes.iter().map(|code| cli.call("scan_resolve", &json!({ "text": code }))).collect();
    assert!(scans.iter().any(|scan| scan["ticket"]["rma"] == life["row"]["rma"]), "{codes:?} {scans:?}");
}

//! What stands on paper, read back from its text layer in each language.

mod pdf;
mod samples;

use nightbench_domain::intake::{Accessory, Presence};
use nightbench_domain::quote::ExceptionGround;
use nightbench_domain::serial::SerialNumber;
use nightbench_forms::application::{ApplicationForm, BlankForm};
use nightbench_forms::mark::Mark;
use nightbench_forms::parcel::{Freight, ParcelReceipt};
use nightbench_forms::{Form, FormLanguage};
use nightbench_locale::{Language, ids_of, knows, say};

use pdf::{Paper, squeeze};
use std::collections::BTreeSet;

fn assert_shows(paper: &Paper, language: FormLanguage, expected: &[&str]) {
    let text = paper.text();
    for part in expected {
        assert!(text.contains(&squeeze(part)), "{language}: {part:?} is not in\n{text}");
    }
}

fn word(language: Language, id: &str) -> String {
    let of_paper = format!("paper-{id}");
    if knows(language, &of_paper) { say(language, &of_paper, &[]) } else { say(language, id, &[]) }
}

/// The words of the sheet that stand on it whatever the case is.
fn captions(language: FormLanguage, ids: &[&str]) -> Vec<String> {
    let languages: &[Language] = match language {
        FormLanguage::ZhCn => &[Language::ZhCn],
        FormLanguage::En => &[Language::En],
        FormLanguage::Both => &Language::ALL,
    };
    languages.iter().flat_map(|language| ids.iter().map(|id| word(*language, id))).collect()
}

const APPLICATION_CAPTIONS: &[&str] = &[
    "application-title",
    "application-enclose",
    "rma",
    "centre",
    "centre-name",
    "ship-to",
    "phone",
    "hours",
    "company",
    "company-china",
    "company-china-phone",
    "company-overseas",
    "company-overseas-phone",
    "company-email",
    "company-email-address",
    "customer",
    "name",
    "email",
    "address",
    "dealer",
    "unit",
    "model",
    "class",
    "serial",
    "condition",
    "received",
    "purchase-date",
    "contract-date",
    "document-number",
    "documents",
    "document-voucher",
    "document-contract",
    "document-certificate",
    "accessories",
    "fault",
    "symptom",
    "first-reported",
    "first-reported-to",
    "remote",
    "wanted",
    "remedy-refund",
    "remedy-exchange",
    "remedy-free_repair",
    "remedy-paid_repair",
    "determination",
    "column-remedy",
    "column-outcome",
    "column-last-day",
    "column-missing",
    "column-clauses",
    "declarations",
    "declare-true",
    "declare-charge",
    "declare-consent",
    "declare-accessories",
    "declare-cycle",
    "declare-backup",
    "data-notice",
    "signatures",
    "sign-customer",
    "sign-staff",
    "sign-date",
];

/// What of an intake and its surroundings must be readable on the form, however long it is.
fn recorded(form: &ApplicationForm) -> Vec<String> {
    let intake = &form.intake;
    let mut parts = vec![
        form.rma.to_string(),
        form.centre.phone.clone(),
        intake.customer.name.reveal().clone(),
        intake.customer.company.reveal().clone(),
        intake.customer.phone.reveal().clone(),
        intake.customer.email.reveal().clone(),
        intake.customer.address.reveal().clone(),
        intake.dealer.clone(),
        intake.model.clone(),
        intake.serial.to_string(),
        intake.condition.clone(),
        intake.received_on.to_string(),
        intake.purchase_document.clone(),
        intake.symptom.clone(),
        intake.remote_attempts.clone(),
        "2026-10-28".to_owned(),
        "jp 2026.1 · 9f3a5d0c71b8e246".to_owned(),
        "41c07e9be55d2aa8".to_owned(),
        "2026-11-24 10:42 (UTC+08:00) · 前台 1".to_owned(),
    ];
    parts.extend(intake.first_reported.iter().flat_map(|first| [first.on.to_string(), first.to.clone()]));
    // A code is printed as its word, which another test checks.
    let own_words = |accessory: &&Accessory| !accessory.item.is_ascii();
    parts.extend(intake.accessories.iter().filter(own_words).map(|accessory| accessory.item.clone()));
    parts
}

#[test]
fn an_application_form_shows_everything_recorded_in_each_language() {
    let form = samples::application();
    for language in FormLanguage::ALL {
        let paper = Paper::print(&Form::Application(Box::new(form.clone())), language);
        let mut expected = captions(language, APPLICATION_CAPTIONS);
        expected.extend(captions(
            language,
            &["preliminary", "class-terminal", "outcome-denied", "outcome-needs"],
        ));
        expected.extend(captions(language, &["calendar-provisional", "state-missing", "state-not_checked"]));
        expected.extend(recorded(&form));
        assert_shows(&paper, language, &expected.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(paper.pdf.pages, 1, "{language}");
    }
}

#[test]
fn the_text_says_what_is_ticked_what_is_missing_and_each_last_day() {
    let paper = Paper::print(&Form::Application(Box::new(samples::application())), FormLanguage::En);
    assert_shows(
        &paper,
        FormLanguage::En,
        &[
            "✓ Battery",
            "Data cable not checked",
            "Strap missing",
            "✓ Exchange",
            "✓ Invoice or receipt",
            "Contract not checked",
            "Refund Not entitled 2026-11-04",
            "Exchange Pending 2026-11-27",
            "In-warranty repair Pending 2028-10-30",
            "As of the report on 2026-11-20",
        ],
    );
    assert!(!paper.text().contains(&squeeze("✓ Refund")));
}

#[test]
fn both_languages_stand_on_one_form_chinese_first() {
    let text = Paper::print(&Form::Application(Box::new(samples::application())), FormLanguage::Both).text();
    let place = |part: &str| text.find(&squeeze(part)).unwrap_or_else(|| panic!("{part}"));
    assert!(place("售后服务申请单") < place("After-sales service application form"));
    assert!(place("换货 Exchange") < place("保内维修 In-warranty repair"));
    assert!(place("成都售后服务中心") < place("Chengdu Service Centre"));
}

#[test]
fn no_word_of_the_longest_realistic_content_is_lost() {
    for form in [samples::longest(), samples::european()] {
        for language in FormLanguage::ALL {
            let paper = Paper::print(&Form::Application(Box::new(form.clone())), language);
            let expected = recorded(&form);
            assert_shows(&paper, language, &expected.iter().map(String::as_str).collect::<Vec<_>>());
            assert!(paper.pdf.pages <= 2, "{language}: {} pages", paper.pdf.pages);
        }
    }
}

/// Page breaks put headers and footers between the lines, so the characters are counted.
#[test]
fn content_at_the_limits_of_the_record_still_prints_whole() {
    let mut form = samples::longest();
    form.intake.symptom = "鑫".repeat(2_000);
    form.intake.remote_attempts = "ж".repeat(2_000);
    form.intake.customer.address = "Ω".repeat(2_000).into();
    form.intake.accessories =
        (1..=60).map(|number| Accessory { item: format!("淼{number}"), state: Presence::Present }).collect();
    let paper = Paper::print(&Form::Application(Box::new(form)), FormLanguage::Both);
    let text = paper.text();
    for (letter, count) in [('鑫', 2_000), ('ж', 2_000), ('Ω', 2_000)] {
        assert_eq!(text.chars().filter(|c| *c == letter).count(), count, "{letter}");
    }
    // The part to keep names the first of a long list again and says how many more there are.
    assert!((1..=60).all(|number| text.contains(&format!("淼{number}"))));
    assert!(text.contains(&squeeze("另有 44 项，见上联")), "{text}");
}

#[test]
fn an_empty_form_asks_for_everything_and_fits_one_page() {
    for product_class in [None, samples::blank().product_class] {
        for language in FormLanguage::ALL {
            let form = BlankForm { product_class, ..samples::blank() };
            let paper = Paper::print(&Form::Blank(Box::new(form)), language);
            let mut expected = captions(language, APPLICATION_CAPTIONS);
            expected.extend(captions(language, &["by-hand", "staff-fills", "class-terminal"]));
            assert_shows(&paper, language, &expected.iter().map(String::as_str).collect::<Vec<_>>());
            assert_eq!(paper.pdf.pages, 1, "{language}");
            assert!(!paper.text().contains('✓'), "{language}: nothing is ticked");
        }
    }
}

#[test]
fn a_receipt_shows_the_number_the_dates_and_the_remedies_still_open() {
    for language in FormLanguage::ALL {
        let paper = Paper::print(&Form::Receipt(Box::new(samples::receipt())), language);
        let mut expected = captions(
            language,
            &[
                "receipt-title",
                "receipt-keep",
                "receipt-cycle",
                "receipt-target",
                "receipt-limit",
                "receipt-note",
                "receipt-remedies",
                "received",
                "first-reported",
                "company-china-phone",
                "remedy-exchange",
                "remedy-free_repair",
                "preliminary",
            ],
        );
        let values =
            ["CD01-A7K3M-00412-3", "2026-11-20", "2026-11-24", "2026-12-08", "2026-12-22", "2026-11-27"];
        expected.extend(values.map(str::to_owned));
        assert_shows(&paper, language, &expected.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(paper.pdf.pages, 1);
        let refund = captions(language, &["remedy-refund"]);
        assert!(refund.iter().all(|word| !paper.text().contains(&squeeze(word))), "a refund is not open");
    }
}

#[test]
fn a_label_shows_the_end_of_the_serial_number_and_no_customer() {
    for language in FormLanguage::ALL {
        let paper = Paper::print(&Form::Label(Box::new(samples::label())), language);
        assert_shows(&paper, language, &["CD01-A7K3M-00412-3", "NV-640 手持热像仪", "0417", "2026-11-24"]);
        assert!(!paper.text().contains("JP2409"), "only the end of the serial number is shown");
        assert_eq!(paper.pdf.pages, 1);
    }
}

#[test]
fn the_customer_s_part_says_what_is_needed_to_ask_and_to_collect() {
    for language in FormLanguage::ALL {
        let words = Paper::print(&Form::Application(Box::new(samples::application())), language).words();
        let title = if language == FormLanguage::En { "Collection" } else { "取机凭证" };
        let slip = words.iter().find(|word| word.text.contains(title)).unwrap().clone();
        let kept = |word: &&pdf::Word| word.page == slip.page && word.top > slip.top - 12.0;
        let text: String = words.iter().filter(kept).map(|word| word.text.as_str()).collect();
        let mut expected = captions(
            language,
            &[
                "slip-keep",
                "first-reported",
                "received",
                "receipt-target",
                "receipt-limit",
                "slip-accessories",
                "remedy-exchange",
                "remedy-free_repair",
                "company-china-phone",
                "company",
            ],
        );
        let values = [
            "CD01-A7K3M-00412-3",
            "NV-640 手持热像仪",
            "JP2409-00417",
            "2026-11-20",
            "2026-11-24",
            "2026-12-08",
            "2026-12-22",
            "2026-11-27",
            "028-8535 5966",
        ];
        expected.extend(values.map(str::to_owned));
        // Three columns stand side by side, so a long text is looked for word by word.
        for word in expected.iter().flat_map(|part| part.split_whitespace()) {
            assert!(text.contains(&squeeze(word)), "{language}: {word} is not in {text}");
        }
        let refund = captions(language, &["remedy-refund"]);
        assert!(refund.iter().all(|word| !text.contains(&squeeze(word))), "a refund is not open");
    }
}

#[test]
fn a_parcel_s_receipt_lists_each_unit_and_repeats_its_head_on_every_page() {
    for language in FormLanguage::ALL {
        let parcel = samples::parcel();
        let paper = Paper::print(&Form::Parcel(Box::new(parcel.clone())), language);
        let mut expected: Vec<String> = parcel
            .units
            .iter()
            .flat_map(|unit| {
                [unit.rma.as_ref().map(ToString::to_string).unwrap_or_default(), unit.serial.clone()]
            })
            .collect();
        expected.extend([parcel.waybill.clone(), parcel.sender.clone(), parcel.carrier.clone()]);
        expected.extend(captions(
            language,
            &[
                "parcel-short",
                "parcel-nothing",
                "mark-damaged_in_transit",
                "parcel-not_checked_in",
                "parcel-number_follows",
            ],
        ));
        expected.extend(parcel.short.iter().chain(&parcel.damaged).cloned());
        assert_shows(&paper, language, &expected.iter().map(String::as_str).collect::<Vec<_>>());
        let words = paper.words();
        let of = |text: &str| -> BTreeSet<usize> {
            words.iter().filter(|word| word.text.contains(text)).map(|word| word.page).collect()
        };
        let head = if language == FormLanguage::En { "State" } else { "状态" };
        assert!(of("CD01-A7K3M-").len() >= 2, "{language}");
        assert!(of(head).is_superset(&of("CD01-A7K3M-")), "{language}: each page has the head of its list");
    }
}

#[test]
fn the_list_for_the_sender_says_what_differs_and_nothing_of_the_units_that_do_not() {
    for language in FormLanguage::ALL {
        let parcel = samples::parcel();
        let paper = Paper::print(&Form::Differences(Box::new(parcel.clone())), language);
        let mut expected = captions(language, &["parcel-short", "parcel-damaged", "differences-reply"]);
        expected.extend([parcel.waybill.clone(), parcel.sender.clone()]);
        expected.extend(parcel.short.iter().chain(&parcel.damaged).cloned());
        assert_shows(&paper, language, &expected.iter().map(String::as_str).collect::<Vec<_>>());
        let text = paper.text();
        assert!(!text.contains("JP2409-00504"), "{language}: a unit that came as announced");
        let extra = captions(language, &["parcel-extra"]);
        assert!(extra.iter().all(|words| !text.contains(&squeeze(words))), "{language}: there is none");
        let even = ParcelReceipt { short: vec![], damaged: vec![], ..parcel };
        let paper = Paper::print(&Form::Differences(Box::new(even)), language);
        assert_shows(&paper, language, &[&captions(language, &["parcel-nothing"]).concat()]);
    }
}

#[test]
fn an_internal_order_promises_no_remedy_and_addresses_no_customer() {
    for language in FormLanguage::ALL {
        let paper = Paper::print(&Form::Internal(Box::new(samples::internal())), language);
        let mut expected = captions(language, &["internal-title", "mark-owned_by_us", "receipt-target"]);
        expected.push("CD01-A7K3M-00412-3".to_owned());
        assert_shows(&paper, language, &expected.iter().map(String::as_str).collect::<Vec<_>>());
        let text = paper.text();
        for id in [
            "remedy-refund",
            "remedy-exchange",
            "remedy-free_repair",
            "declarations",
            "sign-customer",
            "preliminary",
        ] {
            for word in captions(language, &[id]) {
                assert!(!text.contains(&squeeze(&word)), "{language}: {word}");
            }
        }
        assert_eq!(paper.pdf.pages, 1);
    }
}

#[test]
fn what_must_be_seen_at_a_glance_stands_on_the_label_and_on_the_form() {
    let marks = vec![Mark::TemporaryTag, Mark::DamagedInTransit, Mark::LateEntry, Mark::NotSeenHere];
    let mut label = samples::label();
    label.labels[0].serial = SerialNumber::stand_in(&label.labels[0].rma);
    label.labels[0].marks.clone_from(&marks);
    let mut form = samples::application();
    form.marks = marks;
    for language in FormLanguage::ALL {
        let words = captions(
            language,
            &["mark-temporary_tag", "mark-damaged_in_transit", "mark-late_entry", "mark-not_seen_here"],
        );
        let mut expected: Vec<&str> = words.iter().map(String::as_str).collect();
        assert_shows(
            &Paper::print(&Form::Application(Box::new(form.clone())), language),
            language,
            &expected,
        );
        // On the small label the marks stand in one language.
        expected.truncate(4);
        expected.push("TAG");
        assert_shows(&Paper::print(&Form::Label(Box::new(label.clone())), language), language, &expected);
    }
}

/// Nobody has anything to pay where nothing is to be done.
#[test]
fn where_no_fault_was_found_both_repairs_read_nothing_to_repair() {
    let mut form = samples::application();
    let determination = form.determination.as_mut().unwrap();
    let verdict = &mut determination.verdict;
    verdict.remedies.free_repair.outcome = nightbench_eligibility::verdict::Outcome::Denied;
    verdict.remedies.paid_repair.outcome = nightbench_eligibility::verdict::Outcome::Granted;
    let mut ground = verdict.grounds[0].clone();
    ground.id = "ground-operates_normally".into();
    ground.facts = [nightbench_eligibility::verdict::FactName::Findings].into_iter().collect();
    verdict.grounds.push(ground);
    for (language, word) in [(FormLanguage::ZhCn, "无需维修"), (FormLanguage::En, "Nothing to repair")] {
        let text = Paper::print(&Form::Application(Box::new(form.clone())), language).text();
        assert!(text.matches(&squeeze(word)).count() >= 2, "{language}: {text}");
    }
}

#[test]
fn a_quote_shows_every_alternative_with_its_total_and_a_field_to_sign() {
    for language in FormLanguage::ALL {
        let paper = Paper::print(&Form::Quote(Box::new(samples::quote())), language);
        let mut expected = captions(
            language,
            &[
                "quote-title",
                "quote-return",
                "quote-sign",
                "quote-decline",
                "quote-tax-included",
                "quote-exception",
            ],
        );
        let plain = [
            "Q2",
            "12,800.50 CNY",
            "900.00 CNY",
            "13,700.50 CNY",
            "198.00 CNY",
            "223.00 CNY",
            "合同 2026-017 第 7.2 条",
        ];
        expected.extend(plain.map(str::to_owned));
        expected.extend(["2026-04-01", "更换探测器组件", "外壳翻新"].map(str::to_owned));
        assert_shows(&paper, language, &expected.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(paper.pdf.pages, 1, "{language}");
    }
}

#[test]
fn a_draft_says_that_it_is_none_and_cannot_be_signed() {
    for language in FormLanguage::ALL {
        let paper =
            Paper::print(&Form::Quote(Box::new(samples::draft_quote(ExceptionGround::Law))), language);
        let expected = captions(language, &["quote-draft", "quote-no-charge"]);
        assert_shows(&paper, language, &expected.iter().map(String::as_str).collect::<Vec<_>>());
        let text = paper.text();
        for word in captions(language, &["quote-sign", "quote-choose"]) {
            assert!(!text.contains(&squeeze(&word)), "{language}: {word}");
        }
        assert!(!text.contains("Q2"), "{language}");
    }
}

#[test]
fn the_sheet_of_a_week_tells_small_numbers_as_counts_and_shares_with_what_they_are_of() {
    for (language, words) in [
        (
            FormLanguage::ZhCn,
            [
                "服务周报",
                "2026 年第 47 周",
                "2026-11-16 至 2026-11-22",
                "75%18/24",
                "3/7",
                "96%23/24",
                "57,623",
                "五周最高",
                "待料 · 原定 2026-11-18 到",
                "未指派",
                "第 30 天",
                "逾期",
                "先办：尚未确定处理结果（技术员）",
                "快门卡滞",
                "JP2409-",
                "成都夜行者户外用品有限公司",
                "2 件备件成本未知",
                "最早收件的未结工单",
            ],
        ),
        (
            FormLanguage::En,
            [
                "Weekly service sheet",
                "Week 47 of 2026",
                "2026-11-16 to 2026-11-22",
                "75%18 of 24",
                "3 of 7",
                "96%23 of 24",
                "57,623",
                "30.0",
                "Awaiting parts · was expected 2026-11-18",
                "nobody",
                "day 30",
                "Overdue",
                "First:",
                "Shutter stuck",
                "JP2409-",
                "Display faulty",
                "2 more pieces",
                "Oldest open work orders",
            ],
        ),
    ] {
        let paper = Paper::print(&Form::Week(Box::new(samples::week())), language);
        assert_shows(&paper, language, &words);
    }
}

#[test]
fn the_sheet_of_a_week_without_records_says_so_and_shows_no_zero() {
    for (language, words) in [
        (
            FormLanguage::ZhCn,
            ["周末没有未结工单。", "五周内无检测到的故障。", "数字截至 2026-11-20，本周尚未结束"],
        ),
        (
            FormLanguage::En,
            [
                "No work order was open",
                "No fault was diagnosed",
                "Figures up to 2026-11-20; the week is not over",
            ],
        ),
    ] {
        let paper = Paper::print(&Form::Week(Box::new(samples::empty_week())), language);
        assert_shows(&paper, language, &words);
        assert!(!paper.text().contains("0.0"), "{language}");
    }
}

/// terms.md: 三包 names a statutory scheme these goods are not in; 终端 is a product class, never a computer.
#[test]
fn forbidden_words_stand_on_no_paper() {
    let forms = [
        Form::Application(Box::new(samples::application())),
        Form::Blank(Box::new(samples::blank())),
        Form::Receipt(Box::new(samples::receipt())),
        Form::Internal(Box::new(samples::internal())),
        Form::Quote(Box::new(samples::quote())),
        Form::Parcel(Box::new(samples::parcel())),
        Form::Differences(Box::new(samples::parcel())),
        Form::Week(Box::new(samples::week())),
        Form::Tags(Box::new(samples::tags())),
    ];
    for form in forms {
        let text = Paper::print(&form, FormLanguage::Both).text();
        for word in ["三包", "终端", "配件"] {
            assert!(!text.contains(word), "{word}");
        }
    }
}

/// A word of the paper catalogue that nothing prints is dead, or its template forgot it.
#[test]
fn every_word_of_the_paper_catalogue_is_printed_somewhere() {
    let mut undetermined = samples::application();
    undetermined.determination = None;
    undetermined.intake.first_reported = None;
    undetermined.intake.product_class = nightbench_domain::unit::ProductClass::Module;
    undetermined.customer_in_qr = false;
    let mut outside = samples::application();
    if let Some(determination) = &mut outside.determination {
        let remedies = &mut determination.verdict.remedies;
        for answer in [&mut remedies.refund, &mut remedies.exchange, &mut remedies.paid_repair] {
            answer.outcome = nightbench_eligibility::verdict::Outcome::Denied;
            answer.needs.clear();
        }
        remedies.free_repair.outcome = nightbench_eligibility::verdict::Outcome::Granted;
        remedies.exchange.unsigned = true;
    }
    let mut nothing_open = samples::receipt();
    if let Some(determination) = &mut nothing_open.determination {
        determination.verdict.outside_policy = true;
        let remedies = &mut determination.verdict.remedies;
        for answer in [
            &mut remedies.refund,
            &mut remedies.exchange,
            &mut remedies.free_repair,
            &mut remedies.paid_repair,
        ] {
            answer.outcome = nightbench_eligibility::verdict::Outcome::Denied;
        }
    }
    let collect = ParcelReceipt { freight: Some(Freight::Collect), ..samples::parcel() };
    let mut damaged = samples::application();
    damaged.marks = vec![Mark::DamagedInHouse, Mark::Relabelled, Mark::LateEntry, Mark::NotSeenHere];
    let text: String = [
        Form::Application(Box::new(samples::application())),
        Form::Application(Box::new(undetermined)),
        Form::Application(Box::new(outside)),
        Form::Blank(Box::new(BlankForm { product_class: None, ..samples::blank() })),
        Form::Receipt(Box::new(samples::receipt())),
        Form::Receipt(Box::new(nothing_open)),
        Form::Label(Box::new(samples::label())),
        Form::Blank(Box::new(samples::numbered_blank())),
        Form::LabelSheet(Box::new(samples::label_sheet())),
        Form::Tags(Box::new(samples::tags())),
        Form::Internal(Box::new(samples::internal())),
        Form::Quote(Box::new(samples::quote())),
        Form::Quote(Box::new(samples::draft_quote(ExceptionGround::Law))),
        Form::Quote(Box::new(samples::draft_quote(ExceptionGround::AdvanceDeclaration))),
        Form::Parcel(Box::new(samples::parcel())),
        Form::Differences(Box::new(samples::parcel())),
        Form::Parcel(Box::new(collect)),
        Form::Application(Box::new(damaged)),
        Form::Calibration(Box::new(samples::calibration())),
    ]
    .iter()
    .map(|form| Paper::print(form, FormLanguage::Both).text())
    .collect();
    // Names of drawings and of files, and messages whose values other tests check.
    let not_printed = ["alt", "label-title", "label_sheet-title", "code_sheet-title", "tag-title"];
    for language in Language::ALL {
        for id in ["paper.ftl", "paper_quote.ftl"].into_iter().flat_map(|file| ids_of(language, file)) {
            let id = &id;
            let words = say(language, id, &[]);
            let skipped = words.contains('{') || not_printed.iter().any(|end| id.ends_with(end));
            assert!(skipped || text.contains(&squeeze(&words)), "{language}: {id} ({words})");
        }
    }
}

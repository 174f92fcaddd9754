//! The bar codes, read from the rendered page by a reader that knows nothing of how they were drawn.

mod pdf;
mod samples;

use nightbench_domain::id::CentreCode;
use nightbench_domain::rma::{RmaNumber, Series};
use nightbench_forms::label::RollLabels;
use nightbench_forms::paper_record::PaperRecord;
use nightbench_forms::stock::{DotPitch, LabelSize, LabelStock};
use nightbench_forms::{Form, FormLanguage};
use rxing::BarcodeFormat;

use pdf::Paper;

/// What a hand scanner or a phone resolves on a printed page.
const SCANNER_DPI: u32 = 200;

#[test]
fn the_forms_qr_code_gives_back_the_unit_the_dates_and_the_customer() {
    let form = samples::application();
    for language in FormLanguage::ALL {
        let paper = Paper::print(&Form::Application(Box::new(form.clone())), language);
        let scanned = paper.code(BarcodeFormat::QR_CODE, SCANNER_DPI);
        assert_eq!(PaperRecord::decode(&scanned), Ok(form.paper_record()), "{language}");
    }
}

#[test]
fn the_fullest_qr_code_is_still_read() {
    for form in [samples::longest(), samples::european()] {
        let paper = Paper::print(&Form::Application(Box::new(form.clone())), FormLanguage::Both);
        let record = PaperRecord::decode(&paper.code(BarcodeFormat::QR_CODE, SCANNER_DPI)).unwrap();
        assert_eq!((record.rma, record.serial), (form.rma, form.intake.serial));
        assert!(form.intake.symptom.starts_with(&record.symptom));
    }
}

#[test]
fn a_centre_that_keeps_customers_out_of_codes_prints_none() {
    let mut form = samples::application();
    form.customer_in_qr = false;
    let paper = Paper::print(&Form::Application(Box::new(form)), FormLanguage::En);
    let record = PaperRecord::decode(&paper.code(BarcodeFormat::QR_CODE, SCANNER_DPI)).unwrap();
    assert_eq!(record.customer, None);
    assert!(paper.text().contains("holdsthecaseandnopersonaldata"));
}

#[test]
fn the_number_is_scanned_from_every_paper_that_bears_it() {
    let papers = [
        ("application", Form::Application(Box::new(samples::application()))),
        ("receipt", Form::Receipt(Box::new(samples::receipt()))),
        ("delivery", Form::Delivery(Box::new(samples::delivery()))),
        ("decision", Form::Decision(Box::new(samples::decision()))),
        ("refund", Form::Refund(Box::new(samples::refund()))),
        ("report", Form::Report(Box::new(samples::report()))),
        ("internal", Form::Internal(Box::new(samples::internal()))),
        ("quote", Form::Quote(Box::new(samples::quote()))),
    ];
    for (name, form) in papers {
        let scanned = Paper::print(&form, FormLanguage::Both).code(BarcodeFormat::CODE_128, SCANNER_DPI);
        assert_eq!(RmaNumber::parse(&scanned), Ok(samples::rma()), "{name}");
    }
}

/// 203 and 300 dots per inch are what label printers have; each dot is black or not.
#[test]
fn both_codes_of_a_label_are_read_at_the_resolution_of_label_printers() {
    let paper = Paper::print(&Form::Label(Box::new(samples::label())), FormLanguage::Both);
    for resolution in [203, 300] {
        for kind in [BarcodeFormat::CODE_128, BarcodeFormat::QR_CODE] {
            let scanned = paper.burnt_code(kind, resolution);
            assert_eq!(RmaNumber::parse(&scanned), Ok(samples::rma()), "{kind:?} at {resolution}");
        }
    }
}

/// Where bars are whole dots, a printer of that resolution draws them as they are.
#[test]
fn a_number_is_read_from_every_size_of_label_at_the_printer_s_own_resolution() {
    for size in LabelSize::ALL {
        for (resolution, dots) in [(DotPitch::Dots203, 203), (DotPitch::Dots300, 300)] {
            let stock = LabelStock { size, resolution, ..LabelStock::default() };
            let label = RollLabels { stock, ..samples::label() };
            let paper = Paper::print(&Form::Label(Box::new(label)), FormLanguage::Both);
            let scanned = paper.burnt_code(BarcodeFormat::CODE_128, dots);
            assert_eq!(RmaNumber::parse(&scanned), Ok(samples::rma()), "{size:?} {resolution:?}");
        }
    }
}

#[test]
fn a_used_sheet_of_labels_goes_on_at_the_label_that_was_named_and_leaves_the_others_white() {
    let sheet = samples::label_sheet();
    let paper = Paper::print(&Form::LabelSheet(Box::new(sheet)), FormLanguage::Both);
    for label in 1..=24_u8 {
        let (row, column) = (f64::from((label - 1) / 3), f64::from((label - 1) % 3));
        let found = paper.code_within(column * 70.0, 0.5 + row * 37.0, 70.0, 37.0);
        let expected = (8..=12).contains(&label).then(|| samples::rma().to_string());
        assert_eq!(found, expected, "label {label}");
    }
}

#[test]
fn every_place_of_a_sheet_of_codes_is_read_where_its_name_stands() {
    let sheet = samples::codes();
    let paper = Paper::print(&Form::Codes(Box::new(sheet.clone())), FormLanguage::ZhCn);
    for (at, label) in sheet.labels.iter().take(21).enumerate() {
        let place = |number: usize| f64::from(u8::try_from(number).unwrap());
        let (row, column) = (place(at / 3), place(at % 3));
        let found = paper.code_within(7.21 + column * 66.04, 15.15 + row * 38.1, 63.5, 38.1);
        assert_eq!(found.as_deref(), Some(label.code.as_str()));
    }
    assert_eq!(paper.pdf.pages, 2, "nine of thirty stand on a second sheet");
    assert!(paper.text().contains("货架A30"));
}

#[test]
fn numbered_tags_and_numbered_blank_forms_carry_the_numbers_that_were_reserved() {
    let tags = samples::tags();
    let paper = Paper::print(&Form::Tags(Box::new(tags.clone())), FormLanguage::Both);
    for (at, number) in tags.numbers.iter().take(8).enumerate() {
        let left = if at % 2 == 0 { 0.0 } else { 105.0 };
        let top = f64::from(u8::try_from(at / 2).unwrap()) * 74.25;
        let found = paper.code_within(left, top, 105.0, 74.25);
        assert_eq!(found.as_deref(), Some(number.as_str()));
    }
    assert_eq!(paper.pdf.pages, 2);
    let form = Paper::print(&Form::Blank(Box::new(samples::numbered_blank())), FormLanguage::ZhCn);
    assert_eq!(RmaNumber::parse(&form.code(BarcodeFormat::CODE_128, SCANNER_DPI)), Ok(samples::rma()));
}

#[test]
fn the_longest_number_still_fits_a_label() {
    let centre = CentreCode::parse("WAREHSE9").unwrap();
    let rma = RmaNumber::new(&centre, &Series::parse("A7K3M").unwrap(), 123_456);
    let mut label = samples::label();
    label.labels[0].rma = rma.clone();
    let paper = Paper::print(&Form::Label(Box::new(label)), FormLanguage::Both);
    assert_eq!(RmaNumber::parse(&paper.burnt_code(BarcodeFormat::CODE_128, 300)), Ok(rma.clone()));
    assert_eq!(RmaNumber::parse(&paper.burnt_code(BarcodeFormat::QR_CODE, 203)), Ok(rma.clone()));
    assert!(paper.text().contains(rma.as_str()));
}

#[test]
fn an_empty_form_bears_no_code_that_could_be_scanned_for_a_unit() {
    let paper = Paper::print(&Form::Blank(Box::new(samples::blank())), FormLanguage::Both);
    let found = paper.codes(SCANNER_DPI);
    assert!(found.is_empty(), "{found:?}");
}

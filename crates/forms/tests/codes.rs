//! The bar codes, read from the rendered page by a reader that knows nothing of how they were drawn.

mod pdf;
mod samples;

use nightbench_domain::id::CentreCode;
use nightbench_domain::rma::{RmaNumber, Series};
use nightbench_forms::label::UnitLabel;
use nightbench_forms::paper_record::PaperRecord;
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

#[test]
fn the_longest_number_still_fits_a_label() {
    let centre = CentreCode::parse("WAREHSE9").unwrap();
    let rma = RmaNumber::new(&centre, &Series::parse("A7K3M").unwrap(), 123_456);
    let label = UnitLabel { rma: rma.clone(), ..samples::label() };
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

//! A record goes onto paper and comes back, whole or saying what it lost.

use chrono::NaiveDate;
use nightbench_domain::claim::Remedy;
use nightbench_domain::id::CentreCode;
use nightbench_domain::rma::{RmaNumber, Series};
use nightbench_domain::serial::SerialNumber;
use nightbench_domain::unit::ProductClass;

use super::{PREFIX, PaperCustomer, PaperRecord, PaperRecordError, base45, crc16, field};
use crate::barcode::qr;

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

fn record() -> PaperRecord {
    PaperRecord {
        rma: RmaNumber::new(&CentreCode::parse("CD01").unwrap(), &Series::parse("A7K3M").unwrap(), 412),
        serial: SerialNumber::parse("JP2409-00417").unwrap(),
        product_class: ProductClass::Terminal,
        model: Some("NV-640 手持热像仪".to_owned()),
        voucher_date: day(2026, 10, 28),
        contract_date: None,
        first_reported_on: day(2026, 11, 20),
        received_on: day(2026, 11, 24),
        remedy_wanted: Some(Remedy::Exchange),
        customer: Some(PaperCustomer {
            name: "李雷".to_owned().into(),
            phone: "139 8000 5966".to_owned().into(),
        }),
        symptom: "开机后画面左上角坏点成片,温度越高越明显".to_owned(),
        symptom_is_cut: false,
    }
}

#[test]
fn a_record_comes_back_from_paper_as_it_was_printed() {
    for class in ProductClass::ALL {
        for wanted in Remedy::ALL.map(Some).into_iter().chain([None]) {
            let printed = PaperRecord { product_class: class, remedy_wanted: wanted, ..record() };
            assert_eq!(PaperRecord::decode(&printed.encode()), Ok(printed));
        }
    }
}

#[test]
fn a_record_without_personal_data_comes_back_without_it() {
    let printed = PaperRecord { customer: None, contract_date: day(2026, 10, 20), ..record() };
    assert_eq!(PaperRecord::decode(&printed.encode()), Ok(printed));
}

#[test]
fn a_scanner_behind_caps_lock_or_an_input_method_is_understood() {
    let text = record().encode();
    let full_width: String = text
        .chars()
        .map(|c| if c == ' ' { '\u{3000}' } else { char::from_u32(u32::from(c) + 0xfee0).unwrap() })
        .collect();
    for typed in [text.to_lowercase(), format!(" {text}\r\n"), full_width] {
        assert_eq!(PaperRecord::decode(&typed), Ok(record()), "{typed}");
    }
}

#[test]
fn a_long_symptom_is_cut_between_two_characters_and_says_so() {
    let long = "夜间使用约二十分钟后画面出现横条纹并伴随卡顿。".repeat(18);
    let back = PaperRecord::decode(&PaperRecord { symptom: long.clone(), ..record() }.encode()).unwrap();
    assert!(back.symptom_is_cut);
    assert!(long.starts_with(&back.symptom));
    assert!(back.symptom.chars().count() >= 70, "{} characters are left", back.symptom.chars().count());
}

#[test]
fn the_longest_values_still_fit_a_code_and_what_was_left_out_is_empty_not_wrong() {
    let longest = PaperRecord {
        rma: RmaNumber::new(
            &CentreCode::parse("ABCDEFGH").unwrap(),
            &Series::parse("A7K3M").unwrap(),
            999_999_999,
        ),
        serial: SerialNumber::parse(&"9".repeat(40)).unwrap(),
        model: Some("热".repeat(80)),
        contract_date: day(2026, 10, 20),
        customer: Some(PaperCustomer { name: "公".repeat(200).into(), phone: "1".repeat(200).into() }),
        symptom: "坏".repeat(2000),
        ..record()
    };
    let text = longest.encode();
    assert!(qr::fits(&text), "{} characters", text.len());
    let back = PaperRecord::decode(&text).unwrap();
    assert_eq!((back.model, back.customer), (None, None));
    assert_eq!((back.rma, back.serial), (longest.rma, longest.serial));
}

#[test]
fn every_lost_or_changed_character_is_noticed() {
    let text = record().encode();
    for at in PREFIX.len()..text.len() {
        let lost = format!("{}{}", &text[..at], &text[at + 1..]);
        let other = if text[at..].starts_with('7') { "8" } else { "7" };
        let changed = format!("{}{other}{}", &text[..at], &text[at + 1..]);
        assert_eq!(PaperRecord::decode(&lost), Err(PaperRecordError::Damaged), "without character {at}");
        assert_eq!(PaperRecord::decode(&changed), Err(PaperRecordError::Damaged), "character {at} changed");
    }
}

#[test]
fn no_code_ends_in_a_space_that_trimming_would_lose() {
    for length in 0..120 {
        let text = PaperRecord { symptom: "a".repeat(length), ..record() }.encode();
        assert!(!text.ends_with(' '), "{text}");
    }
}

#[test]
fn other_codes_are_told_from_damaged_ones() {
    for other in ["JP2409-00417", "https://example.com", "NB2:BB8", ""] {
        assert_eq!(PaperRecord::decode(other), Err(PaperRecordError::Foreign), "{other}");
    }
    assert_eq!(PaperRecord::decode(PREFIX), Err(PaperRecordError::Damaged));
}

#[test]
fn a_whole_code_with_a_foreign_content_is_refused() {
    let mut bytes = [field('R', "CD01-A7K3M-00412-0"), field('S', "JP2409-00417"), field('C', "T")].concat();
    bytes.extend_from_slice(&crc16(&bytes).to_be_bytes());
    let text = format!("{PREFIX}{}", base45::encode(&bytes));
    assert_eq!(PaperRecord::decode(&text), Err(PaperRecordError::Content));
}

#[test]
fn the_check_sum_is_that_of_the_catalogue_of_crcs() {
    assert_eq!(crc16(b"123456789"), 0x29b1);
}

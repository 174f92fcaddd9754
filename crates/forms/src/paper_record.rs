//! The record that the form's QR code carries, so that a paper refills an intake where there is no network
//! and the sender's station is unknown. Written here when a form is printed, read by `app` when a scan
//! starts with [`PREFIX`]. Not a copy of the intake: what does not fit is on the same paper in words.
//!
//! A code is typed by a scanner that plays keyboard, so it holds only characters which every layout types
//! alike and which survive Caps Lock: the 45 of a QR code's alphanumeric mode.
//! `NB1:` then base 45 (RFC 9285) of fields and a CRC. A field is one letter and its value, fields are
//! separated by U+001F, and their text is GB 18030, in which a Chinese character takes two bytes and not
//! three. Readers skip letters they do not know, so a later version may add fields; one that changes a
//! field's meaning must change the prefix.
//!
//! Personal data: an intake cannot be received without a name and a phone number, both stand in clear on
//! the same sheet, and typing them again is where errors come from. So they may be included, nothing else
//! may (no address, no e-mail), the centre can turn them off, and the form's data notice says which it is.
//! The encoding is no secret: whoever photographs the sheet reads both.

mod base45;

use chrono::NaiveDate;
use encoding_rs::GB18030;
use nightbench_domain::claim::Remedy;
use nightbench_domain::pii::Pii;
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::SerialNumber;
use nightbench_domain::unit::ProductClass;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What every code starts with: the format and its version.
pub const PREFIX: &str = "NB1:";

/// What a paper says about its unit, as far as it fits a code that scanners read from a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperRecord {
    /// The number of the intake the paper belongs to.
    pub rma: RmaNumber,
    /// The unit's serial number.
    pub serial: SerialNumber,
    /// The unit's class.
    pub product_class: ProductClass,
    /// The model; `None` when it was too long for the code.
    pub model: Option<String>,
    /// The date on the purchase voucher.
    pub voucher_date: Option<NaiveDate>,
    /// The date on the purchase contract.
    pub contract_date: Option<NaiveDate>,
    /// The first documented report.
    pub first_reported_on: Option<NaiveDate>,
    /// The day the centre took the unit.
    pub received_on: Option<NaiveDate>,
    /// The remedy the customer asked for.
    pub remedy_wanted: Option<Remedy>,
    /// Name and phone number; `None` when the centre does not print them in codes or they did not fit.
    pub customer: Option<PaperCustomer>,
    /// The reported fault, as much of it as fitted.
    pub symptom: String,
    /// Whether the paper says more about the fault than `symptom` does.
    pub symptom_is_cut: bool,
}

/// The least an intake needs to know of a customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperCustomer {
    /// Person or company.
    pub name: Pii<String>,
    /// Phone number as the customer gave it.
    pub phone: Pii<String>,
}

/// Why a scan is not a paper's record. Says nothing of its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PaperRecordError {
    /// It does not start with [`PREFIX`]: some other code, or a later version.
    #[error("not the code of a service application form")]
    Foreign,
    /// It starts right and its check sum does not fit: characters were lost or changed on the way.
    #[error("the code was not read completely: scan it again")]
    Damaged,
    /// It was read as it was written, and its content is not a record.
    #[error("the code does not hold a unit's record")]
    Content,
}

const FIELD_SEPARATOR: char = '\u{1f}';
/// 138 groups of three characters after the prefix fill a code of version 12; each group is two bytes.
const BYTES_MAX: usize = 138 * 2;
const CRC_BYTES: usize = 2;

impl PaperRecord {
    /// The text of the QR code. Always fits: first the model, then the customer are left out when they
    /// are too long, and the symptom is cut between two characters.
    #[must_use]
    pub fn encode(&self) -> String {
        let mut body = Body::default();
        body.add('R', self.rma.as_str());
        body.add('S', self.serial.as_str());
        body.add('C', class_code(self.product_class));
        body.add_date('V', self.voucher_date);
        body.add_date('K', self.contract_date);
        body.add_date('F', self.first_reported_on);
        body.add_date('I', self.received_on);
        if let Some(remedy) = self.remedy_wanted {
            body.add('W', remedy_code(remedy));
        }
        if let Some(model) = &self.model {
            body.add('M', model);
        }
        if let Some(customer) = &self.customer {
            body.add_both([('N', customer.name.reveal()), ('T', customer.phone.reveal())]);
        }
        body.add_symptom(&self.symptom, self.symptom_is_cut);
        let mut bytes = body.bytes;
        bytes.extend_from_slice(&crc16(&bytes).to_be_bytes());
        format!("{PREFIX}{}", base45::encode(&bytes))
    }

    /// Reads what a scanner typed. Case, white space around it and full-width characters (an input method
    /// was on) are forgiven. A space may stand inside a code but never at its end, where base 45 has its
    /// highest digit, so trimming loses nothing.
    ///
    /// # Errors
    /// `Foreign` for any other text, `Damaged` when characters are missing or wrong, `Content` when the
    /// record lacks what every record has.
    pub fn decode(scanned: &str) -> Result<Self, PaperRecordError> {
        let typed: String = scanned.trim().chars().map(half_width).collect();
        let encoded = typed.strip_prefix(PREFIX).ok_or(PaperRecordError::Foreign)?;
        let mut bytes = base45::decode(encoded).ok_or(PaperRecordError::Damaged)?;
        let at = bytes.len().checked_sub(CRC_BYTES).ok_or(PaperRecordError::Damaged)?;
        let crc = bytes.split_off(at);
        if crc != crc16(&bytes).to_be_bytes() {
            return Err(PaperRecordError::Damaged);
        }
        let text = GB18030
            .decode_without_bom_handling_and_without_replacement(&bytes)
            .ok_or(PaperRecordError::Content)?;
        Self::from_fields(&Fields(text.split(FIELD_SEPARATOR).collect()))
    }

    fn from_fields(fields: &Fields<'_>) -> Result<Self, PaperRecordError> {
        let required = |letter| fields.get(letter).ok_or(PaperRecordError::Content);
        let class = required('C')?;
        let whole_symptom = fields.get('Y');
        Ok(Self {
            rma: RmaNumber::parse(required('R')?).map_err(|_| PaperRecordError::Content)?,
            serial: SerialNumber::parse(required('S')?).map_err(|_| PaperRecordError::Content)?,
            product_class: ProductClass::ALL
                .into_iter()
                .find(|known| class_code(*known) == class)
                .ok_or(PaperRecordError::Content)?,
            model: fields.get('M').map(str::to_owned),
            voucher_date: fields.date('V')?,
            contract_date: fields.date('K')?,
            first_reported_on: fields.date('F')?,
            received_on: fields.date('I')?,
            remedy_wanted: match fields.get('W') {
                None => None,
                Some(code) => Some(
                    Remedy::ALL
                        .into_iter()
                        .find(|known| remedy_code(*known) == code)
                        .ok_or(PaperRecordError::Content)?,
                ),
            },
            customer: match (fields.get('N'), fields.get('T')) {
                (Some(name), Some(phone)) => {
                    Some(PaperCustomer { name: name.to_owned().into(), phone: phone.to_owned().into() })
                }
                (Some(_), None) | (None, Some(_) | None) => None,
            },
            symptom: whole_symptom.or_else(|| fields.get('Z')).unwrap_or_default().to_owned(),
            symptom_is_cut: whole_symptom.is_none() && fields.get('Z').is_some(),
        })
    }
}

/// The fields of a record while it is written. Never longer than fits beside the check sum.
#[derive(Default)]
struct Body {
    bytes: Vec<u8>,
}

impl Body {
    fn room(&self) -> usize {
        BYTES_MAX - CRC_BYTES - self.bytes.len()
    }

    fn add(&mut self, letter: char, value: &str) {
        let field = field(letter, value);
        if field.len() <= self.room() {
            self.bytes.extend_from_slice(&field);
        }
    }

    /// Two values of which one alone is of no use.
    fn add_both(&mut self, values: [(char, &str); 2]) {
        let fields = values.map(|(letter, value)| field(letter, value)).concat();
        if fields.len() <= self.room() {
            self.bytes.extend_from_slice(&fields);
        }
    }

    fn add_date(&mut self, letter: char, date: Option<NaiveDate>) {
        if let Some(date) = date {
            self.add(letter, &date.format("%Y%m%d").to_string());
        }
    }

    /// `Y` is the whole symptom, `Z` the beginning of a longer one.
    fn add_symptom(&mut self, symptom: &str, is_cut: bool) {
        let whole = field('Y', symptom);
        if !is_cut && whole.len() <= self.room() {
            self.bytes.extend_from_slice(&whole);
            return;
        }
        let mut cut = symptom;
        while field('Z', cut).len() > self.room() {
            match cut.char_indices().next_back() {
                Some((last, _)) => cut = cut.get(..last).unwrap_or_default(),
                None => return,
            }
        }
        self.bytes.extend_from_slice(&field('Z', cut));
    }
}

/// One field with the separator that ends it. Control characters would be read as structure, so they
/// become spaces.
fn field(letter: char, value: &str) -> Vec<u8> {
    let clean: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let (bytes, _, _) = GB18030.encode(&clean);
    let mut field = vec![letter as u8];
    field.extend_from_slice(&bytes);
    field.push(FIELD_SEPARATOR as u8);
    field
}

/// The fields of a record while it is read.
struct Fields<'a>(Vec<&'a str>);

impl<'a> Fields<'a> {
    fn get(&self, letter: char) -> Option<&'a str> {
        self.0.iter().find_map(|field| field.strip_prefix(letter))
    }

    fn date(&self, letter: char) -> Result<Option<NaiveDate>, PaperRecordError> {
        self.get(letter)
            .map(|text| NaiveDate::parse_from_str(text, "%Y%m%d").map_err(|_| PaperRecordError::Content))
            .transpose()
    }
}

const fn class_code(class: ProductClass) -> &'static str {
    match class {
        ProductClass::Terminal => "T",
        ProductClass::Module => "M",
        ProductClass::Detector => "D",
    }
}

const fn remedy_code(remedy: Remedy) -> &'static str {
    match remedy {
        Remedy::Refund => "R",
        Remedy::Exchange => "E",
        Remedy::FreeRepair => "F",
        Remedy::PaidRepair => "P",
    }
}

fn half_width(c: char) -> char {
    let half = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        other => other,
    };
    half.to_ascii_uppercase()
}

/// CRC-16/IBM-3740 (polynomial 1021 hex, start FFFF hex): finds every burst of up to 16 wrong bits.
fn crc16(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0xffff, |crc, byte| {
        (0..8).fold(crc ^ (u16::from(*byte) << 8), |crc, _| {
            if crc & 0x8000 == 0 { crc << 1 } else { (crc << 1) ^ 0x1021 }
        })
    })
}

#[cfg(test)]
mod tests;

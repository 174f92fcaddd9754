//! The waybill: the number a carrier gave a parcel, as it is scanned, typed and compared. Which carrier a number
//! looks like is a suggestion by its published shape, never a refusal: carriers change their numbers.

use crate::serial::fold;
use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// A folded waybill number: 6 to 32 capital letters and digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Waybill(String);

/// Why a text is no waybill number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WaybillError {
    /// Shorter than 6 or longer than 32 characters after folding.
    #[error("a waybill number has 6 to 32 characters")]
    Length,
    /// Holds a character no waybill has.
    #[error("a waybill number has letters and digits only")]
    Character,
}

/// Who brought a parcel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Carrier {
    /// SF Express.
    Sf,
    /// JD Logistics.
    Jd,
    /// YTO Express.
    Yto,
    /// ZTO Express.
    Zto,
    /// STO Express.
    Sto,
    /// Yunda Express.
    Yunda,
    /// J&T Express.
    Jt,
    /// The post: EMS and other items under the UPU's numbers.
    Ems,
    /// Deppon Express.
    Deppon,
    /// UPS.
    Ups,
    /// FedEx. Its numbers are bare digits that others use too, so they suggest nothing.
    Fedex,
    /// DHL. As with FedEx.
    Dhl,
    /// Another carrier, or somebody's own van.
    Other,
}

impl Carrier {
    /// Every carrier, in the order a list offers them.
    pub const ALL: [Self; 13] = [
        Self::Sf,
        Self::Jd,
        Self::Yto,
        Self::Zto,
        Self::Sto,
        Self::Yunda,
        Self::Jt,
        Self::Ems,
        Self::Deppon,
        Self::Ups,
        Self::Fedex,
        Self::Dhl,
        Self::Other,
    ];
}

impl Waybill {
    /// Folds and checks what was typed or scanned. Spaces and dashes go, letters become capitals. A carton of several
    /// under one JD number carries `-1-3-` behind it: that counts the cartons and is no part of the number.
    ///
    /// # Errors
    /// When the length is off or a character cannot be part of a waybill number.
    pub fn parse(text: &str) -> Result<Self, WaybillError> {
        let folded = fold(text);
        let number = match folded.split_once('-') {
            Some((number, _carton)) if folded.starts_with("JD") => number.to_owned(),
            Some(_) | None => folded.replace('-', ""),
        };
        if !number.chars().all(|c| c.is_ascii_alphanumeric()) {
            return Err(WaybillError::Character);
        }
        if (6..=32).contains(&number.len()) { Ok(Self(number)) } else { Err(WaybillError::Length) }
    }

    /// The number as it is stored and shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The carrier whose numbers have this shape; `None` when none or several do.
    #[must_use]
    pub fn suggested_carrier(&self) -> Option<Carrier> {
        let number = self.0.as_str();
        let digits =
            |text: &str, count: usize| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
        let after =
            |prefix: &str, count: usize| number.strip_prefix(prefix).is_some_and(|rest| digits(rest, count));
        let jd =
            number.strip_prefix("JD").and_then(|rest| rest.get(2..)).is_some_and(|rest| digits(rest, 11));
        let starts = |prefixes: &[&str]| prefixes.iter().any(|prefix| number.starts_with(prefix));
        if after("SF", 13) {
            Some(Carrier::Sf)
        } else if jd {
            Some(Carrier::Jd)
        } else if after("YT", 13) {
            Some(Carrier::Yto)
        } else if after("JT", 13) {
            Some(Carrier::Jt)
        } else if after("DPK", 12) {
            Some(Carrier::Deppon)
        } else if is_postal(number) {
            Some(Carrier::Ems)
        } else if is_ups(number) {
            Some(Carrier::Ups)
        } else if digits(number, 14) && starts(&["73", "74", "75", "76", "78"]) {
            Some(Carrier::Zto)
        } else if digits(number, 15) && starts(&["77"]) {
            Some(Carrier::Sto)
        } else if digits(number, 15) && starts(&["31", "43", "46"]) {
            // Not every number with a 3 in front: 35 begins the IMEI of a phone.
            Some(Carrier::Yunda)
        } else {
            None
        }
    }
}

/// UPU S10: two letters, eight digits with their check digit, the country.
fn is_postal(number: &str) -> bool {
    const WEIGHTS: [u32; 8] = [8, 6, 4, 2, 3, 5, 9, 7];
    let (Some(service), Some(serial), Some(country)) = (number.get(..2), number.get(2..11), number.get(11..))
    else {
        return false;
    };
    let letters = |text: &str| text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase());
    let digits: Vec<u32> = serial.chars().filter_map(|c| c.to_digit(10)).collect();
    if !letters(service) || !letters(country) || digits.len() != 9 {
        return false;
    }
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    let check = match 11 - sum % 11 {
        10 => 0,
        11 => 5,
        check => check,
    };
    digits.last() == Some(&check)
}

/// `1Z`, fifteen characters and their check digit: letters count 2 for A, 3 for B and so on modulo ten, every second
/// character twice.
fn is_ups(number: &str) -> bool {
    let Some(rest) = number.strip_prefix("1Z") else { return false };
    let value = |c: char| match c {
        'A'..='Z' => (u32::from(c) - u32::from('A') + 2) % 10,
        digit => digit.to_digit(10).unwrap_or_default(),
    };
    let Some((body, check)) = rest.split_at_checked(15) else { return false };
    let sum: u32 = body.chars().zip([1, 2].into_iter().cycle()).map(|(c, weight)| value(c) * weight).sum();
    check.len() == 1 && check.chars().all(|c| c.to_digit(10) == Some((10 - sum % 10) % 10))
}

impl TryFrom<String> for Waybill {
    type Error = WaybillError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Waybill> for String {
    fn from(waybill: Waybill) -> Self {
        waybill.0
    }
}

impl fmt::Display for Waybill {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Carrier, Waybill, WaybillError};

    fn read(text: &str) -> Waybill {
        Waybill::parse(text).unwrap()
    }

    #[test]
    fn a_waybill_is_the_same_however_it_is_written() {
        for text in
            ["SF1234567890123", " sf 1234 5678 90123 ", "ＳＦ１２３４５６７８９０１２３", "SF-1234-567890123"]
        {
            assert_eq!(read(text).as_str(), "SF1234567890123", "{text}");
        }
    }

    #[test]
    fn the_cartons_of_one_jd_parcel_share_its_number() {
        assert_eq!(read("JDVA01234567890-2-3-"), read("JDVA01234567890-1-3-"));
        assert_eq!(read("JDVA01234567890-2-3-").as_str(), "JDVA01234567890");
    }

    #[test]
    fn a_carrier_is_suggested_by_the_shape_of_its_numbers() {
        for (text, carrier) in [
            ("SF1234567890123", Some(Carrier::Sf)),
            ("SF123456789012", None),
            ("JDVA01234567890", Some(Carrier::Jd)),
            ("YT1234567890123", Some(Carrier::Yto)),
            ("75301234567890", Some(Carrier::Zto)),
            ("72301234567890", None),
            ("773012345678901", Some(Carrier::Sto)),
            ("432012345678901", Some(Carrier::Yunda)),
            ("356938035643809", None),
            ("JT1234567890123", Some(Carrier::Jt)),
            ("DPK123456789012", Some(Carrier::Deppon)),
            ("EE473124829CN", Some(Carrier::Ems)),
            ("EE473124828CN", None),
            ("1Z999AA10123456784", Some(Carrier::Ups)),
            ("1Z999AA10123456785", None),
            ("JP2409-00417", None),
        ] {
            assert_eq!(read(text).suggested_carrier(), carrier, "{text}");
        }
    }

    #[test]
    fn a_text_that_is_no_waybill_is_refused_with_its_reason() {
        assert_eq!(Waybill::parse("SF12"), Err(WaybillError::Length));
        assert_eq!(Waybill::parse("运单1234567"), Err(WaybillError::Character));
    }
}

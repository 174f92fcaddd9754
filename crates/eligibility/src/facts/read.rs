//! Reads facts from JSON and refuses what is not facts, by field. A misspelt field would silently leave a verdict
//! open or wrong, so an unknown field or code is an error and never skipped. Messages name fields and the codes that
//! are allowed, never the value that was given: it may be personal.

use super::{
    Answer, Buyer, Contract, Counting, Documents, Facts, PriorRepair, Purchase, PurchaseChannel, RepairScope,
    Serial, SerialLabel,
};
use super::{stream, twins};
use chrono::NaiveDate;
use nightbench_domain::claim::{ClaimObject, Finding};
use nightbench_domain::code;
use nightbench_domain::unit::{ProductClass, SaleKind};
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

/// The longest agreed period of a contract, in months.
pub(super) const MONTHS_MOST: u32 = 1_200;
/// The longest agreed window of a contract, in days.
pub(super) const DAYS_MOST: u32 = 36_500;

/// A line that is not facts. The caller tells it in the form of contracts.md, in the language of the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedFacts {
    /// The caller's name for the claim, where it could still be read.
    pub case: Option<String>,
    /// What is wrong.
    pub error: FactsError,
}

/// Why something is not facts.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {}", .fault.code())]
pub struct FactsError {
    /// Path of the field, such as `purchase.voucher_date` or `prior_repairs[1].scope`; empty for the whole line.
    pub field: String,
    /// What is wrong with it.
    pub fault: FactsFault,
}

/// What is wrong with a field of facts. Its sentence is `line_fault-` and the id, in locales/*/line_fault.ftl.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactsFault {
    /// The text is not JSON, from this place on.
    NotJson {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
    },
    /// A field that no rule knows, most often a misspelt one.
    UnknownField {
        /// The fields there are.
        known: &'static [&'static str],
    },
    /// A field that stands twice: which of the two is meant, nobody can say.
    Twice,
    /// A word that is not one of the field's codes.
    UnknownCode {
        /// The codes.
        known: Vec<String>,
    },
    /// A text that is no country's two letters.
    UnknownCountry,
    /// A text where a number is expected, and the like.
    WrongType {
        /// What is expected.
        expected: Expected,
    },
    /// Not a day of the calendar in the form YYYY-MM-DD, or later than any claim.
    BadDate,
    /// A number beyond what the field allows.
    OutOfRange {
        /// The largest.
        most: u32,
    },
}

/// What a field of facts takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A JSON object.
    Object,
    /// A JSON array.
    List,
    /// Any text.
    Text,
    /// One of some codes.
    Code,
    /// A whole number from 0.
    Number,
    /// `true` or `false`.
    YesOrNo,
    /// A text YYYY-MM-DD.
    Date,
    /// A text of two letters.
    Country,
}

impl FactsFault {
    /// The kind of error, for programs (contracts.md).
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotJson { .. } => "not_json",
            Self::UnknownField { .. } => "unknown_field",
            Self::Twice => "duplicate_field",
            Self::UnknownCode { .. } | Self::UnknownCountry => "unknown_code",
            Self::WrongType { .. } => "wrong_type",
            Self::BadDate => "bad_date",
            Self::OutOfRange { .. } => "out_of_range",
        }
    }
}

impl Facts {
    /// Reads one JSON object of contracts.md section 1.
    ///
    /// # Errors
    /// [`RefusedFacts`] with the first field that is wrong.
    pub fn from_json(text: &str) -> Result<Self, RefusedFacts> {
        stream::read(text).map_or_else(|| Self::from_json_carefully(text), Ok)
    }

    fn from_json_carefully(text: &str) -> Result<Self, RefusedFacts> {
        let value: Value = serde_json::from_str(text).map_err(|error| RefusedFacts {
            case: None,
            error: FactsError {
                field: String::new(),
                fault: FactsFault::NotJson { line: error.line(), column: error.column() },
            },
        })?;
        let facts = Self::from_value(&value)?;
        match twins::first(text) {
            None => Ok(facts),
            Some(field) => {
                let error = FactsError { field, fault: FactsFault::Twice };
                Err(RefusedFacts { case: facts.case, error })
            }
        }
    }

    /// Reads facts from parsed JSON.
    ///
    /// # Errors
    /// [`RefusedFacts`] with the first field that is wrong.
    pub fn from_value(value: &Value) -> Result<Self, RefusedFacts> {
        let case = value.get("case").and_then(Value::as_str).map(str::to_owned);
        read_facts(value).map_err(|error| RefusedFacts { case, error })
    }
}

impl<'de> Deserialize<'de> for Facts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        read_facts(&value).map_err(D::Error::custom)
    }
}

fn read_facts(value: &Value) -> Result<Facts, FactsError> {
    const FIELDS: &[&str] = &[
        "case",
        "product_class",
        "claim_object",
        "purchase",
        "claim_date",
        "sale_kind",
        "contract",
        "findings",
        "consumable_defect",
        "documents",
        "serial",
        "authorised_source",
        "accessories_complete",
        "return_consent",
        "prior_repairs",
        "counting",
        "buyer",
        "country",
        "purchase_channel",
        "goods_received_on",
    ];
    let object = Object::open(value, "", FIELDS)?;
    Ok(Facts {
        case: match object.map.get("case") {
            None | Some(Value::Null) => None,
            Some(Value::String(case)) => Some(case.clone()),
            Some(Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => {
                return Err(wrong_type("case", Expected::Text));
            }
        },
        product_class: object.answer("product_class", one_of(&ProductClass::ALL))?,
        claim_object: object.answer("claim_object", one_of(&[ClaimObject::Whole, ClaimObject::Part]))?,
        purchase: object.answer("purchase", read_purchase)?,
        claim_date: object.answer("claim_date", date)?,
        sale_kind: object.answer("sale_kind", one_of(&SaleKind::ALL))?,
        contract: object.answer("contract", read_contract)?,
        findings: object.answer("findings", list_of(one_of(&Finding::ALL)))?,
        consumable_defect: object.answer("consumable_defect", yes_or_no)?,
        documents: object.answer("documents", read_documents)?,
        serial: object.answer("serial", read_serial)?,
        authorised_source: object.answer("authorised_source", yes_or_no)?,
        accessories_complete: object.answer("accessories_complete", yes_or_no)?,
        return_consent: object.answer("return_consent", yes_or_no)?,
        prior_repairs: object.answer("prior_repairs", list_of(read_prior_repair))?,
        counting: object.answer("counting", one_of(&Counting::ALL))?,
        buyer: object.answer("buyer", one_of(&Buyer::ALL))?,
        country: object.answer("country", country)?,
        purchase_channel: object.answer("purchase_channel", one_of(&PurchaseChannel::ALL))?,
        goods_received_on: object.answer("goods_received_on", date)?,
    })
}

fn read_purchase(value: &Value, path: &str) -> Result<Purchase, FactsError> {
    let object = Object::open(value, path, &["voucher_date", "contract_date"])?;
    Ok(Purchase {
        voucher_date: object.answer("voucher_date", date)?,
        contract_date: object.answer("contract_date", date)?,
    })
}

fn read_contract(value: &Value, path: &str) -> Result<Contract, FactsError> {
    const FIELDS: &[&str] = &[
        "unit_months",
        "part_months",
        "return_days",
        "exchange_days",
        "period_starts_on",
        "special_price_return",
        "covers_borrowed",
        "fee_inside_warranty",
    ];
    let object = Object::open(value, path, FIELDS)?;
    Ok(Contract {
        unit_months: object.answer("unit_months", number_up_to(MONTHS_MOST))?,
        part_months: object.answer("part_months", number_up_to(MONTHS_MOST))?,
        return_days: object.answer("return_days", number_up_to(DAYS_MOST))?,
        exchange_days: object.answer("exchange_days", number_up_to(DAYS_MOST))?,
        period_starts_on: object.answer("period_starts_on", date)?,
        special_price_return: object.answer("special_price_return", yes_or_no)?,
        covers_borrowed: object.answer("covers_borrowed", yes_or_no)?,
        fee_inside_warranty: object.answer("fee_inside_warranty", yes_or_no)?,
    })
}

fn read_documents(value: &Value, path: &str) -> Result<Documents, FactsError> {
    let object = Object::open(value, path, &["warranty_certificate", "purchase_proof"])?;
    Ok(Documents {
        warranty_certificate: object.answer("warranty_certificate", yes_or_no)?,
        purchase_proof: object.answer("purchase_proof", yes_or_no)?,
    })
}

fn read_serial(value: &Value, path: &str) -> Result<Serial, FactsError> {
    let object = Object::open(value, path, &["label", "matches"])?;
    Ok(Serial {
        label: object.answer("label", one_of(&SerialLabel::ALL))?,
        matches: object.answer("matches", yes_or_no)?,
    })
}

/// An entry may be null or "unavailable" itself: there was a repair of which nothing is known.
fn read_prior_repair(value: &Value, path: &str) -> Result<PriorRepair, FactsError> {
    if value.is_null() {
        return Ok(PriorRepair::default());
    }
    if is_unavailable(value) {
        return Ok(PriorRepair { completed: Some(Answer::UNAVAILABLE), scope: Some(Answer::UNAVAILABLE) });
    }
    let object = Object::open(value, path, &["completed", "scope"])?;
    Ok(PriorRepair {
        completed: object.answer("completed", date)?,
        scope: object.answer("scope", one_of(&RepairScope::ALL))?,
    })
}

/// A JSON object of which every field is known.
struct Object<'a> {
    map: &'a Map<String, Value>,
    path: &'a str,
}

impl<'a> Object<'a> {
    fn open(value: &'a Value, path: &'a str, known: &'static [&'static str]) -> Result<Self, FactsError> {
        let map = value.as_object().ok_or_else(|| wrong_type(path, Expected::Object))?;
        let object = Self { map, path };
        match map.keys().find(|name| !known.contains(&name.as_str())) {
            None => Ok(object),
            Some(name) => {
                Err(FactsError { field: object.path_of(name), fault: FactsFault::UnknownField { known } })
            }
        }
    }

    fn answer<T>(
        &self,
        name: &str,
        read: impl Fn(&Value, &str) -> Result<T, FactsError>,
    ) -> Result<Option<Answer<T>>, FactsError> {
        match self.map.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(value) if is_unavailable(value) => Ok(Some(Answer::UNAVAILABLE)),
            Some(value) => Ok(Some(Answer::Known(read(value, &self.path_of(name))?))),
        }
    }

    fn path_of(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }
}

fn is_unavailable(value: &Value) -> bool {
    value.as_str() == Some("unavailable")
}

fn one_of<T: Copy + Serialize + DeserializeOwned>(
    all: &[T],
) -> impl Fn(&Value, &str) -> Result<T, FactsError> {
    move |value, path| {
        if !value.is_string() {
            return Err(wrong_type(path, Expected::Code));
        }
        T::deserialize(value).map_err(|_| FactsError {
            field: path.to_owned(),
            fault: FactsFault::UnknownCode { known: all.iter().map(code).collect() },
        })
    }
}

fn list_of<T>(
    read: impl Fn(&Value, &str) -> Result<T, FactsError>,
) -> impl Fn(&Value, &str) -> Result<Vec<T>, FactsError> {
    move |value, path| {
        let entries = value.as_array().ok_or_else(|| wrong_type(path, Expected::List))?;
        entries.iter().enumerate().map(|(at, entry)| read(entry, &format!("{path}[{at}]"))).collect()
    }
}

fn number_up_to(most: u32) -> impl Fn(&Value, &str) -> Result<u32, FactsError> {
    move |value, path| {
        let out_of_range = || FactsError { field: path.to_owned(), fault: FactsFault::OutOfRange { most } };
        match value {
            Value::Number(number) => number
                .as_u64()
                .and_then(|number| u32::try_from(number).ok())
                .filter(|&number| number <= most)
                .ok_or_else(out_of_range),
            Value::Null | Value::Bool(_) | Value::String(_) | Value::Array(_) | Value::Object(_) => {
                Err(wrong_type(path, Expected::Number))
            }
        }
    }
}

fn yes_or_no(value: &Value, path: &str) -> Result<bool, FactsError> {
    value.as_bool().ok_or_else(|| wrong_type(path, Expected::YesOrNo))
}

fn date(value: &Value, path: &str) -> Result<NaiveDate, FactsError> {
    let text = value.as_str().ok_or_else(|| wrong_type(path, Expected::Date))?;
    day(text).ok_or_else(|| FactsError { field: path.to_owned(), fault: FactsFault::BadDate })
}

/// The years that facts can name: the longest period of a contract from any of them still ends in a year of four digits.
const YEARS: std::ops::RangeInclusive<i32> = 1..=9_800;

/// A day written YYYY-MM-DD and in no other way: chrono alone would also read 2026-3-2 and years of five digits.
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u32, |number, digit| {
            digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'))
        })
    };
    let year = i32::try_from(number(&[y1, y2, y3, y4])?).ok().filter(|year| YEARS.contains(year))?;
    NaiveDate::from_ymd_opt(year, number(&[m1, m2])?, number(&[d1, d2])?)
}

/// Two capital letters.
pub(super) fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn country(value: &Value, path: &str) -> Result<String, FactsError> {
    let text = value.as_str().ok_or_else(|| wrong_type(path, Expected::Country))?;
    if is_country(text) {
        return Ok(text.to_owned());
    }
    Err(FactsError { field: path.to_owned(), fault: FactsFault::UnknownCountry })
}

fn wrong_type(path: &str, expected: Expected) -> FactsError {
    FactsError { field: path.to_owned(), fault: FactsFault::WrongType { expected } }
}

//! Reads facts straight from their text into the fields, without a tree of JSON values in between: a replay reads
//! millions. It accepts less than the careful reader (read.rs), explains nothing, and must never accept anything the
//! careful reader would read otherwise; whatever it stumbles over is read again there, which then names the field.

use super::read::{DAYS_MOST, MONTHS_MOST, day, is_country};
use super::{Answer, Buyer, Contract, Counting, Documents, Facts, PriorRepair, Purchase, PurchaseChannel};
use super::{RepairScope, Serial, SerialLabel};
use chrono::NaiveDate;
use nightbench_domain::claim::{ClaimObject, Finding};
use nightbench_domain::unit::{ProductClass, SaleKind};
use serde::de::value::{Error as CodeError, StrDeserializer};
use serde::de::{Deserialize, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// Facts, or nothing where the careful reader must look.
pub(super) fn read(text: &str) -> Option<Facts> {
    let Fact(facts) = serde_json::from_str::<Fact<Facts>>(text).ok()?;
    match facts? {
        Answer::Known(facts) => Some(facts),
        Answer::Unavailable(_) => None,
    }
}

/// A fact in one of its three states.
struct Fact<T>(Option<Answer<T>>);

/// How a fact is written when it is known. What a kind of fact does not take is refused.
trait Known: Sized {
    fn of_text<E: Error>(_: &str) -> Result<Self, E> {
        Err(refused())
    }
    fn of_yes_or_no<E: Error>(_: bool) -> Result<Self, E> {
        Err(refused())
    }
    fn of_number<E: Error>(_: u64) -> Result<Self, E> {
        Err(refused())
    }
    fn of_object<'de, A: MapAccess<'de>>(_: A) -> Result<Self, A::Error> {
        Err(refused())
    }
    fn of_list<'de, A: SeqAccess<'de>>(_: A) -> Result<Self, A::Error> {
        Err(refused())
    }
}

/// A field takes its value once; of two the careful reader tells the name.
fn once<T, E: Error>(field: &mut Option<T>, value: Option<T>) -> Result<(), E> {
    if field.is_some() {
        return Err(refused());
    }
    *field = value;
    Ok(())
}

/// The careful reader says what is wrong.
fn refused<E: Error>() -> E {
    E::custom("not read at once")
}

impl<'de, T: Known> Deserialize<'de> for Fact<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(States(PhantomData))
    }
}

struct States<T>(PhantomData<T>);

impl<'de, T: Known> Visitor<'de> for States<T> {
    type Value = Fact<T>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a fact")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Fact(None))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        if text == "unavailable" {
            return Ok(Fact(Some(Answer::UNAVAILABLE)));
        }
        T::of_text(text).map(known)
    }

    fn visit_bool<E: Error>(self, answer: bool) -> Result<Self::Value, E> {
        T::of_yes_or_no(answer).map(known)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        T::of_number(number).map(known)
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<Self::Value, A::Error> {
        T::of_object(object).map(known)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
        T::of_list(list).map(known)
    }
}

fn known<T>(value: T) -> Fact<T> {
    Fact(Some(Answer::Known(value)))
}

/// Objects, field by field; a field that is not named here is refused, and so is a name with an escape in it.
macro_rules! objects {
    ($($object:ident { $($name:ident $(up to $most:ident)?),+ $(,)? })+) => { $(
        impl Known for $object {
            fn of_object<'de, A: MapAccess<'de>>(mut object: A) -> Result<Self, A::Error> {
                let mut read = Self::default();
                while let Some(name) = object.next_key::<&str>()? {
                    match name {
                        $(stringify!($name) => {
                            once(&mut read.$name, objects!(@value object $($most)?))?;
                        })+
                        _ => return Err(refused()),
                    }
                }
                Ok(read)
            }
        }
    )+ };
    (@value $object:ident) => { $object.next_value::<Fact<_>>()?.0 };
    (@value $object:ident $most:ident) => { $object.next_value::<Fact<UpTo<$most>>>()?.0.map(UpTo::number) };
}

objects! {
    Purchase { voucher_date, contract_date }
    Contract {
        unit_months up to MONTHS_MOST,
        part_months up to MONTHS_MOST,
        return_days up to DAYS_MOST,
        exchange_days up to DAYS_MOST,
        period_starts_on,
        special_price_return,
        covers_borrowed,
        fee_inside_warranty,
    }
    Documents { warranty_certificate, purchase_proof }
    Serial { label, matches }
    PriorRepair { completed, scope }
}

impl Known for Facts {
    fn of_object<'de, A: MapAccess<'de>>(mut object: A) -> Result<Self, A::Error> {
        let mut facts = Self::default();
        while let Some(name) = object.next_key::<&str>()? {
            match name {
                "case" => once(&mut facts.case, object.next_value()?)?,
                "product_class" => once(&mut facts.product_class, object.next_value::<Fact<_>>()?.0)?,
                "claim_object" => once(&mut facts.claim_object, object.next_value::<Fact<_>>()?.0)?,
                "purchase" => once(&mut facts.purchase, object.next_value::<Fact<_>>()?.0)?,
                "claim_date" => once(&mut facts.claim_date, object.next_value::<Fact<_>>()?.0)?,
                "sale_kind" => once(&mut facts.sale_kind, object.next_value::<Fact<_>>()?.0)?,
                "contract" => once(&mut facts.contract, object.next_value::<Fact<_>>()?.0)?,
                "findings" => once(&mut facts.findings, object.next_value::<Fact<_>>()?.0)?,
                "consumable_defect" => once(&mut facts.consumable_defect, object.next_value::<Fact<_>>()?.0)?,
                "documents" => once(&mut facts.documents, object.next_value::<Fact<_>>()?.0)?,
                "serial" => once(&mut facts.serial, object.next_value::<Fact<_>>()?.0)?,
                "authorised_source" => once(&mut facts.authorised_source, object.next_value::<Fact<_>>()?.0)?,
                "accessories_complete" => {
                    once(&mut facts.accessories_complete, object.next_value::<Fact<_>>()?.0)?
                }
                "return_consent" => once(&mut facts.return_consent, object.next_value::<Fact<_>>()?.0)?,
                "prior_repairs" => once(&mut facts.prior_repairs, object.next_value::<Fact<_>>()?.0)?,
                "counting" => once(&mut facts.counting, object.next_value::<Fact<_>>()?.0)?,
                "buyer" => once(&mut facts.buyer, object.next_value::<Fact<_>>()?.0)?,
                "country" => once(&mut facts.country, object.next_value::<Fact<_>>()?.0)?,
                "purchase_channel" => once(&mut facts.purchase_channel, object.next_value::<Fact<_>>()?.0)?,
                "goods_received_on" => once(&mut facts.goods_received_on, object.next_value::<Fact<_>>()?.0)?,
                _ => return Err(refused()),
            }
        }
        Ok(facts)
    }
}

/// A whole number with a bound.
struct UpTo<const MOST: u32>(u32);

impl<const MOST: u32> UpTo<MOST> {
    fn number(answer: Answer<Self>) -> Answer<u32> {
        match answer {
            Answer::Known(Self(number)) => Answer::Known(number),
            Answer::Unavailable(unavailable) => Answer::Unavailable(unavailable),
        }
    }
}

impl<const MOST: u32> Known for UpTo<MOST> {
    fn of_number<E: Error>(number: u64) -> Result<Self, E> {
        let number = u32::try_from(number).ok().filter(|&number| number <= MOST);
        number.map(Self).ok_or_else(refused)
    }
}

impl Known for bool {
    fn of_yes_or_no<E: Error>(answer: bool) -> Result<Self, E> {
        Ok(answer)
    }
}

impl Known for NaiveDate {
    fn of_text<E: Error>(text: &str) -> Result<Self, E> {
        day(text).ok_or_else(refused)
    }
}

/// The only text among the facts is the country.
impl Known for String {
    fn of_text<E: Error>(text: &str) -> Result<Self, E> {
        if is_country(text) { Ok(text.to_owned()) } else { Err(refused()) }
    }
}

/// Codes are what serde calls the variants.
macro_rules! codes {
    ($($code:ident),+ $(,)?) => { $(
        impl Known for $code {
            fn of_text<E: Error>(text: &str) -> Result<Self, E> {
                let text: StrDeserializer<'_, CodeError> = text.into_deserializer();
                Self::deserialize(text).map_err(|_| refused())
            }
        }
    )+ };
}

codes! {
    ProductClass, ClaimObject, SaleKind, SerialLabel, RepairScope, Counting, Buyer, PurchaseChannel,
}

impl Known for Vec<Finding> {
    fn of_list<'de, A: SeqAccess<'de>>(mut list: A) -> Result<Self, A::Error> {
        let mut findings = Self::new();
        while let Some(code) = list.next_element::<&str>()? {
            let code: StrDeserializer<'_, CodeError> = code.into_deserializer();
            findings.push(Finding::deserialize(code).map_err(|_| refused())?);
        }
        Ok(findings)
    }
}

impl Known for Vec<PriorRepair> {
    fn of_list<'de, A: SeqAccess<'de>>(mut list: A) -> Result<Self, A::Error> {
        let mut repairs = Self::new();
        while let Some(Fact(repair)) = list.next_element()? {
            repairs.push(match repair {
                None => PriorRepair::default(),
                Some(Answer::Unavailable(_)) => {
                    PriorRepair { completed: Some(Answer::UNAVAILABLE), scope: Some(Answer::UNAVAILABLE) }
                }
                Some(Answer::Known(repair)) => repair,
            });
        }
        Ok(repairs)
    }
}

#[cfg(test)]
mod tests {
    use super::{Facts, read};
    use serde_json::Value;
    use std::collections::BTreeSet;

    /// What the careful reader says of the same text.
    fn carefully(text: &str) -> Option<Facts> {
        let value: Value = serde_json::from_str(text).ok()?;
        Facts::from_value(&value).ok()
    }

    #[test]
    fn every_worked_case_is_read_at_once_and_as_carefully() {
        for line in include_str!("../../tests/examples.ndjson").lines() {
            let example: Value = serde_json::from_str(line).unwrap();
            let text = example["facts"].to_string();
            let at_once = read(&text);
            assert!(at_once.is_some(), "{text}");
            assert_eq!(at_once, carefully(&text), "{text}");
        }
    }

    #[test]
    fn what_is_read_at_once_is_never_read_otherwise_by_the_careful_reader() {
        let values = [
            "null",
            "true",
            "false",
            "0",
            "3",
            "-1",
            "1201",
            "36501",
            "4294967296",
            "2.0",
            "1e2",
            "\"\"",
            "\"unavailable\"",
            "\"terminal\"",
            "\"term\\u0069nal\"",
            "\"whole\"",
            "\"product\"",
            "\"cn\"",
            "\"CN\"",
            "\"cN\"",
            "\"2026-03-02\"",
            "\"2026-3-2\"",
            "\"2026-02-30\"",
            "\"+026-03-02\"",
            "\"20260302\"",
            "\"0000-01-01\"",
            "\"２026-03-02\"",
            "[]",
            "[null]",
            "[\"product_fault\"]",
            "[\"unavailable\"]",
            "[{\"product_fault\":null}]",
            "{\"product_fault\":null}",
            "{}",
            "{\"voucher_date\":\"2026-03-02\"}",
            "{\"voucher_date\":\"2026-03-02\",\"voucher_date\":null}",
            "{\"label\":\"absent\",\"matches\":\"unavailable\"}",
            "{\"label\":true}",
            "{\"unit_months\":1200}",
            "{\"unit_months\":1201}",
            "{\"return_days\":36500}",
            "{\"return_days\":36501}",
            "{\"unit_months\":-0}",
            "[{\"completed\":\"2026-03-02\",\"scope\":\"paid\"},\"unavailable\",null]",
            "[[]]",
            "{\"purchase_proof\":false}",
            "\"consumer\"",
            "\"shop\"",
            "\"normal\"",
        ];
        let fields = [
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
            "c\\u0061se",
            "unknown",
        ];
        let mut at_once = 0;
        let mut fields_with_a_value = BTreeSet::new();
        for field in fields {
            for value in values {
                for text in [
                    format!("{{\"{field}\":{value}}}"),
                    format!("{{\"{field}\":{value},\"{field}\":null}}"),
                    format!("{{\"{field}\":{value}}} x"),
                    format!("[{{\"{field}\":{value}}}]"),
                ] {
                    if let Some(facts) = read(&text) {
                        if facts != Facts::default() {
                            fields_with_a_value.insert(field);
                        }
                        assert_eq!(Some(facts), carefully(&text), "{text}");
                        at_once += 1;
                    }
                }
            }
        }
        assert!(100 < at_once, "{at_once}");
        // A name that is written with an escape is not one of ours until it is unescaped.
        let left = ["c\\u0061se", "unknown"];
        let unread: Vec<&str> =
            fields.into_iter().filter(|field| !fields_with_a_value.contains(field)).collect();
        assert_eq!(unread, left, "no field is left to the careful reader");
        for text in ["null", "\"unavailable\"", "true", "[]", ""] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}

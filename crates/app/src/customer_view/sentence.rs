//! One sentence for the customer, in both languages at once: the message it is, and the values that read differently in each.
//! Which sentences a verdict calls for is told in customer_view.rs.

use chrono::NaiveDate;
use nightbench_eligibility::verdict::Need;
use nightbench_locale::{Language, long_date, say};
use serde::Serialize;
use ts_rs::TS;

/// A sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Sentence {
    /// The message it is, `customer-in_time`.
    pub id: String,
    /// In words.
    pub text: BothLanguages,
}

/// A text in Chinese and in English.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BothLanguages {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// A value of a sentence, which reads differently in each language.
#[derive(Clone, Copy)]
pub(super) enum Part<'a> {
    /// A date.
    Day(NaiveDate),
    /// One or several messages, joined by "or" or by commas.
    OneOf(&'a [&'a str]),
    /// Several messages, all of them meant.
    AllOf(&'a [&'a str]),
}

pub(super) fn plain(id: &str) -> Sentence {
    spoken(id, &[])
}

pub(super) fn spoken(id: &str, parts: &[(&str, Part<'_>)]) -> Sentence {
    let text = |language: Language| {
        let values: Vec<_> =
            parts.iter().map(|(name, part)| (*name, worded(language, *part).into())).collect();
        say(language, id, &values)
    };
    Sentence { id: id.to_owned(), text: BothLanguages { zh: text(Language::ZhCn), en: text(Language::En) } }
}

fn worded(language: Language, part: Part<'_>) -> String {
    match part {
        Part::Day(day) => long_date(language, day),
        Part::OneOf(ids) => joined(language, ids, "customer-or"),
        Part::AllOf(ids) => joined(language, ids, "customer-list"),
    }
}

/// A list in the manner of the language, its last two joined by `last`.
fn joined(language: Language, ids: &[&str], last: &str) -> String {
    let mut text = String::new();
    for (at, id) in ids.iter().enumerate() {
        let next = say(language, id, &[]);
        let joint = if at + 1 == ids.len() { last } else { "customer-list" };
        text = if at == 0 {
            next
        } else {
            say(language, joint, &[("items", text.into()), ("next", next.into())])
        };
    }
    text
}

/// What the customer is asked for.
pub(super) const fn brought(need: Need) -> Option<&'static str> {
    match need {
        Need::Accessories => Some("customer-bring-accessories"),
        Need::AuthorisedSource => Some("customer-bring-authorised_source"),
        Need::Contract => Some("customer-bring-contract"),
        Need::Dates => Some("customer-bring-dates"),
        Need::PurchaseDate => Some("customer-bring-purchase_date"),
        Need::PurchaseProof => Some("customer-bring-purchase_proof"),
        Need::WarrantyCertificate => Some("customer-bring-warranty_certificate"),
        Need::ClaimObject
        | Need::Consent
        | Need::ConsumableDefect
        | Need::Diagnosis
        | Need::ProductClass
        | Need::Review
        | Need::SaleKind
        | Need::SerialLabel
        | Need::SerialMatch => None,
    }
}

/// What is ours to do.
pub(super) const fn awaited(need: Need) -> Option<&'static str> {
    match need {
        Need::ClaimObject => Some("customer-wait-claim_object"),
        Need::Consent => Some("customer-wait-consent"),
        Need::ConsumableDefect => Some("customer-wait-consumable_defect"),
        Need::Diagnosis => Some("customer-wait-diagnosis"),
        Need::ProductClass => Some("customer-wait-product_class"),
        Need::Review => Some("customer-wait-review"),
        Need::SaleKind => Some("customer-wait-sale_kind"),
        Need::SerialLabel => Some("customer-wait-serial_label"),
        Need::SerialMatch => Some("customer-wait-serial_match"),
        Need::Accessories
        | Need::AuthorisedSource
        | Need::Contract
        | Need::Dates
        | Need::PurchaseDate
        | Need::PurchaseProof
        | Need::WarrantyCertificate => None,
    }
}

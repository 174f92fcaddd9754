//! The quote (维修报价单): what a paid service would cost, in alternatives, for the customer's signature (4.2). A draft is
//! marked as one all over and has no field to sign. Its looks are in `forms/quote.typ`.

use chrono::NaiveDate;
use nightbench_domain::intake::Intake;
use nightbench_domain::money::Currency;
use nightbench_domain::quote::{Alternative, AlternativeKind, QuoteLine, QuoteTerms};
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::{code, quote};
use serde_json::{Value, json};

use crate::FormError;
use crate::application::{class_key, merge, rma_json, sheet};
use crate::centre::{Printed, ServiceCentre};
use crate::form::FormLanguage;
use crate::words::for_print;

/// A quote as it is given to the customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteForm {
    /// The number of the intake.
    pub rma: RmaNumber,
    /// Who does the work.
    pub centre: ServiceCentre,
    /// What was recorded about the unit and its customer.
    pub intake: Intake,
    /// `Q1`; `None`: a draft, which is no quote.
    pub number: Option<String>,
    /// The day it was given to the customer; `None`: a draft.
    pub issued_on: Option<NaiveDate>,
    /// What it says.
    pub terms: QuoteTerms,
    /// When and where it is printed.
    pub printed: Printed,
}

impl QuoteForm {
    /// The content as `quote.typ` reads it.
    pub(crate) fn content(&self, language: FormLanguage) -> Result<Value, FormError> {
        let (intake, terms) = (&self.intake, &self.terms);
        let mut alternatives = Vec::new();
        for (alternative, letter) in terms.alternatives.iter().zip('A'..) {
            alternatives.push(alternative_json(alternative, letter, &terms.currency));
        }
        let mut content = sheet(language, &self.centre, &self.printed, "none");
        merge(
            &mut content,
            json!({
                "rma": rma_json(&self.rma)?,
                "number": self.number,
                "issued": self.issued_on.map(|on| on.to_string()),
                "valid_until": terms.valid_until.to_string(),
                "currency": terms.currency.as_str(),
                "tax": terms.is_tax_included.map(|is| if is { "included" } else { "excluded" }),
                "note": for_print(&terms.note),
                "exception": terms.exception.as_ref().map(|exception| json!({
                    "ground": code(&exception.ground),
                    "reference": for_print(&exception.reference),
                })),
                "alternatives": alternatives,
                "customer": {
                    "name": for_print(intake.customer.name_in_full().reveal()),
                    "phone": for_print(intake.customer.phone.reveal()),
                },
                "unit": {
                    "model": for_print(&intake.model),
                    "class": class_key(intake.product_class),
                    "serial": for_print(intake.serial.as_str()),
                    "symptom": for_print(&intake.symptom),
                },
            }),
        );
        Ok(content)
    }
}

fn alternative_json(alternative: &Alternative, letter: char, currency: &Currency) -> Value {
    json!({
        "letter": letter.to_string(),
        "is_return": alternative.kind == AlternativeKind::ReturnUnrepaired,
        "title": for_print(&alternative.title),
        "lines": alternative.lines.iter().map(|line| line_json(line, currency)).collect::<Vec<_>>(),
        "total": amount(alternative.total_minor(), currency),
    })
}

fn line_json(line: &QuoteLine, currency: &Currency) -> Value {
    // A name that is known in one language only stands in both.
    let either = |name: &str, other: &str| for_print(if name.is_empty() { other } else { name });
    json!({
        "kind": code(&line.kind),
        "code": for_print(&line.code),
        "name": { "zh": either(&line.name_zh, &line.name_en), "en": either(&line.name_en, &line.name_zh) },
        "quantity": line.quantity.to_string(),
        "unit": currency.amount_text(line.unit_minor),
        "amount": amount(line.total_minor(), currency),
    })
}

/// An amount in words; nothing where a draft's sum is beyond what is counted.
fn amount(minor: Result<u64, quote::QuoteProblem>, currency: &Currency) -> String {
    minor.map(|minor| currency.amount_text(minor)).unwrap_or_default()
}

//! The customer's receipt (受理回执): what was taken in, by when it will be back, what is still open. Its
//! looks are in `forms/receipt.typ`.

use chrono::NaiveDate;
use nightbench_domain::intake::Intake;
use nightbench_domain::rma::RmaNumber;
use nightbench_locale::{Language, weekday};
use serde_json::{Value, json};

use crate::FormError;
use crate::application::{accessory_json, class_key, merge, rma_json, sheet};
use crate::centre::{Printed, ServiceCentre};
use crate::determination::Determination;
use crate::form::FormLanguage;
use crate::words::for_print;

/// A customer's receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerReceipt {
    /// The number of the intake, by which the customer asks.
    pub rma: RmaNumber,
    /// The six digits by which somebody collects the unit without this paper.
    pub pickup_code: String,
    /// Who took the unit in.
    pub centre: ServiceCentre,
    /// What was recorded.
    pub intake: Intake,
    /// What could be said about the remedies; `None` when nothing was assessed.
    pub determination: Option<Determination>,
    /// Working day 10 after receipt (3.1).
    pub target_on: NaiveDate,
    /// Working day 20 after receipt (3.1).
    pub limit_on: NaiveDate,
    /// Whether those two days lie in a calendar year that is not yet published.
    pub cycle_is_provisional: bool,
    /// When and where it is printed.
    pub printed: Printed,
}

impl CustomerReceipt {
    /// The content as `receipt.typ` reads it.
    pub(crate) fn content(&self, language: FormLanguage) -> Result<Value, FormError> {
        let intake = &self.intake;
        let mut content = sheet(language, &self.centre, &self.printed, "none");
        merge(
            &mut content,
            json!({
                "rma": rma_json(&self.rma)?,
                "pickup": self.pickup_code,
                "customer": { "name": for_print(intake.customer.name_in_full().reveal()), "phone": for_print(intake.customer.phone.reveal()) },
                "unit": {
                    "model": for_print(&intake.model),
                    "class": class_key(intake.product_class),
                    "serial": for_print(intake.serial.as_str()),
                    "condition": for_print(&intake.condition),
                    "symptom": for_print(&intake.symptom),
                },
                "accessories": intake.accessories.iter().map(accessory_json).collect::<Vec<_>>(),
                "reported": intake.first_reported.as_ref().map(|first| first.on.to_string()),
                "received": dated(intake.received_on),
                "target": dated(self.target_on),
                "limit": dated(self.limit_on),
                "provisional": self.cycle_is_provisional,
                "open": self.determination.as_ref().map(Determination::open_rows),
                "determination": self.determination.as_ref().map(Determination::to_json),
            }),
        );
        Ok(content)
    }
}

/// A date with its weekday in both languages.
fn dated(date: NaiveDate) -> Value {
    json!({
        "date": date.to_string(),
        "weekday": { "zh": weekday(Language::ZhCn, date), "en": weekday(Language::En, date) },
    })
}

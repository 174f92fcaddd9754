//! The internal order of a unit that belongs to the company: what is on record of it and what is to be done, for the
//! bench and the files. It is no letter to anybody: it promises no remedy and refuses none. Its looks are in
//! `forms/internal.typ`.

use nightbench_domain::cycle::Cycle;
use nightbench_domain::intake::Intake;
use nightbench_domain::rma::RmaNumber;
use serde_json::{Value, json};

use crate::FormError;
use crate::application::{accessory_json, class_key, merge, rma_json, sheet};
use crate::centre::{Printed, ServiceCentre};
use crate::form::FormLanguage;
use crate::mark::{Mark, marks_json};
use crate::words::for_print;

/// An order of the company to itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InternalOrder {
    /// The number of the intake.
    pub rma: RmaNumber,
    /// Who does the work.
    pub centre: ServiceCentre,
    /// What was recorded about the unit and its fault.
    pub intake: Intake,
    /// Day 10 and day 20, which run for the company's own units as well.
    pub cycle: Cycle,
    /// What must be seen at a glance.
    pub marks: Vec<Mark>,
    /// When and where it is printed.
    pub printed: Printed,
}

impl InternalOrder {
    /// The content as `internal.typ` reads it.
    pub(crate) fn content(&self, language: FormLanguage) -> Result<Value, FormError> {
        let intake = &self.intake;
        let mut content = sheet(language, &self.centre, &self.printed, "none");
        merge(
            &mut content,
            json!({
                "rma": rma_json(&self.rma)?,
                "marks": marks_json(&self.marks),
                "sent_by": for_print(intake.customer.name_in_full().reveal()),
                "phone": for_print(intake.customer.phone.reveal()),
                "unit": {
                    "model": for_print(&intake.model),
                    "class": class_key(intake.product_class),
                    "serial": for_print(intake.serial.as_str()),
                    "condition": for_print(&intake.condition),
                },
                "accessories": intake.accessories.iter().map(accessory_json).collect::<Vec<_>>(),
                "symptom": for_print(&intake.symptom),
                "remote": for_print(&intake.remote_attempts),
                "reported": intake.first_reported.as_ref().map(|first| first.on.to_string()),
                "received": intake.received_on.to_string(),
                "target": self.cycle.target_on.to_string(),
                "limit": self.cycle.limit_on.to_string(),
            }),
        );
        Ok(content)
    }
}

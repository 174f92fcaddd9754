//! The worksheet of a refund (退款核算单): the price of the receipt and the document it stands in, the seller who pays, where
//! the old unit goes, and that it is paid once for a serial (3.3). For the customer's and the clerk's signature. Its looks
//! are in `forms/refund.typ`.

use chrono::NaiveDate;
use nightbench_domain::code;
use nightbench_domain::disposition::Disposition;
use nightbench_domain::intake::Intake;
use nightbench_domain::resolution::Choice;
use nightbench_domain::rma::RmaNumber;
use serde_json::{Value, json};

use crate::FormError;
use crate::application::{class_key, merge, rma_json, sheet};
use crate::centre::{Printed, ServiceCentre};
use crate::delivery::{NotedPayment, payment_json};
use crate::form::FormLanguage;
use crate::words::{both, for_print};

/// A worksheet of a refund.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefundWorksheet {
    /// The number of the work order.
    pub rma: RmaNumber,
    /// Who worked it out.
    pub centre: ServiceCentre,
    /// What was recorded when the unit came.
    pub intake: Intake,
    /// The day of the purchase that counts; `None`: not known.
    pub bought_on: Option<NaiveDate>,
    /// The price of the receipt, with its currency.
    pub price: String,
    /// The purchase document it stands in.
    pub document: String,
    /// The seller who pays.
    pub payer: String,
    /// The customer's choice, if it is on record.
    pub choice: Option<Choice>,
    /// Where the old unit goes; `None`: not decided yet.
    pub disposition: Option<Disposition>,
    /// What was paid back.
    pub payments: Vec<NotedPayment>,
    /// Who worked it out, by name.
    pub worked_by: String,
    /// When and where it is printed.
    pub printed: Printed,
}

impl RefundWorksheet {
    /// The content as `refund.typ` reads it.
    pub(crate) fn content(&self, language: FormLanguage) -> Result<Value, FormError> {
        let intake = &self.intake;
        let mut content = sheet(language, &self.centre, &self.printed, "none");
        merge(
            &mut content,
            json!({
                "rma": rma_json(&self.rma)?,
                "customer": { "name": for_print(intake.customer.name.reveal()), "phone": for_print(intake.customer.phone.reveal()) },
                "unit": {
                    "model": for_print(&intake.model),
                    "class": class_key(intake.product_class),
                    "serial": for_print(intake.serial.as_str()),
                },
                "received": intake.received_on.to_string(),
                "bought": self.bought_on.map(|on| on.to_string()),
                "price": self.price,
                "document": for_print(&self.document),
                "payer": for_print(&self.payer),
                "choice": self.choice.as_ref().map(|choice| json!({
                    "who": for_print(choice.who.reveal()),
                    "on": choice.on.to_string(),
                    "words": for_print(choice.words.reveal()),
                })),
                "disposition": self.disposition.map(|goes| both(&format!("disposition-{}", code(&goes)), &[])),
                "payments": self.payments.iter().map(payment_json).collect::<Vec<_>>(),
                "worked_by": for_print(&self.worked_by),
            }),
        );
        Ok(content)
    }
}

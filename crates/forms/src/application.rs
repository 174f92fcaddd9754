//! The after-sales service application form (4.2): what stands on the sheet that travels with the unit,
//! filled from an intake or empty for a pen. Its looks are in `forms/application.typ`.

use chrono::NaiveDate;
use nightbench_calendar::CalendarStatus;
use nightbench_domain::cycle::Cycle;
use nightbench_domain::intake::{Accessory, Intake, Presence, default_accessories};
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::unit::ProductClass;
use serde_json::{Value, json};

use crate::FormError;
use crate::barcode::{Drawing, code128, qr};
use crate::centre::{Printed, ServiceCentre};
use crate::determination::{Determination, remedy_key};
use crate::form::FormLanguage;
use crate::mark::{Mark, marks_json};
use crate::paper_record::{PaperCustomer, PaperRecord};
use crate::words::{self, for_print};

/// A filled application form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApplicationForm {
    /// The number of the intake.
    pub rma: RmaNumber,
    /// Where the unit is to be sent.
    pub centre: ServiceCentre,
    /// What was recorded about customer, unit and fault.
    pub intake: Intake,
    /// The papers of the purchase.
    pub purchase: PurchasePapers,
    /// What could be said about the remedies at the time; `None` when nothing was assessed.
    pub determination: Option<Determination>,
    /// Day 10 and day 20 of the repair cycle, for the part that the customer keeps.
    pub cycle: Cycle,
    /// What must be seen at a glance.
    pub marks: Vec<Mark>,
    /// Whether the QR code also carries the customer's name and phone number. See `paper_record`.
    pub customer_in_qr: bool,
    /// When and where it is printed.
    pub printed: Printed,
}

/// The papers that prove a purchase and the warranty (2.1, 2.N1, 5.8).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PurchasePapers {
    /// The invoice or receipt.
    pub voucher: PurchasePaper,
    /// The purchase contract.
    pub contract: PurchasePaper,
    /// The warranty certificate or card.
    pub certificate: PurchasePaper,
}

/// One such paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PurchasePaper {
    /// Whether it was shown.
    pub state: Presence,
    /// The date written on it.
    pub date: Option<NaiveDate>,
}

/// The application form without content, to be filled in by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlankForm {
    /// Where the unit is to be sent.
    pub centre: ServiceCentre,
    /// A number reserved for it, which makes it the form of one unit with a part for the customer to keep; `None` for
    /// forms that are given out before anything is agreed.
    pub rma: Option<RmaNumber>,
    /// As many further forms in the same file, with these numbers, each from a page of its own.
    pub further: Vec<RmaNumber>,
    /// Whose accessories are listed to be ticked; `None` leaves lines to write them on.
    pub product_class: Option<ProductClass>,
    /// When and where it is printed.
    pub printed: Printed,
}

impl ApplicationForm {
    /// What the QR code of this form carries.
    #[must_use]
    pub fn paper_record(&self) -> PaperRecord {
        let intake = &self.intake;
        PaperRecord {
            rma: self.rma.clone(),
            serial: intake.serial.clone(),
            product_class: intake.product_class,
            model: Some(intake.model.clone()),
            voucher_date: self.purchase.voucher.date,
            contract_date: self.purchase.contract.date,
            first_reported_on: intake.first_reported.as_ref().map(|first| first.on),
            received_on: Some(intake.received_on),
            remedy_wanted: intake.remedy_wanted,
            customer: self.customer_in_qr.then(|| PaperCustomer {
                name: intake.customer.name.clone(),
                phone: intake.customer.phone.clone(),
            }),
            symptom: intake.symptom.clone(),
            symptom_is_cut: false,
        }
    }

    /// The content as `application.typ` reads it.
    pub(crate) fn content(&self, language: FormLanguage) -> Result<Value, FormError> {
        let intake = &self.intake;
        let code = qr::encode(&self.paper_record().encode()).ok_or(FormError::Barcode)?;
        let mut came = intake.accessories.clone();
        came.retain(|accessory| accessory.state != Presence::Missing);
        let notice = if self.customer_in_qr { "with_customer" } else { "without_customer" };
        let mut content = sheet(language, &self.centre, &self.printed, notice);
        merge(
            &mut content,
            json!({
                "by_hand": false,
                "rma": rma_json(&self.rma)?,
                "further": [],
                "qr": drawing_json(&code),
                "customer": {
                    "name": for_print(intake.customer.name_in_full().reveal()),
                    "phone": for_print(intake.customer.phone.reveal()),
                    "email": for_print(intake.customer.email.reveal()),
                    "address": for_print(intake.customer.address.reveal()),
                    "dealer": for_print(&intake.dealer),
                },
                "unit": {
                    "model": for_print(&intake.model),
                    "class": class_key(intake.product_class),
                    "serial": for_print(intake.serial.as_str()),
                    "received": intake.received_on.to_string(),
                    "condition": for_print(&intake.condition),
                },
                "purchase": {
                    "voucher": paper_json(self.purchase.voucher),
                    "contract": paper_json(self.purchase.contract),
                    "certificate": paper_json(self.purchase.certificate),
                    "number": for_print(&intake.purchase_document),
                },
                "accessories": intake.accessories.iter().map(accessory_json).collect::<Vec<_>>(),
                "fault": {
                    "symptom": for_print(&intake.symptom),
                    "reported": intake.first_reported.as_ref().map(|first| first.on.to_string()),
                    "reported_to": intake.first_reported.as_ref().map(|first| for_print(&first.to)),
                    "remote": for_print(&intake.remote_attempts),
                },
                "wanted": intake.remedy_wanted.map(remedy_key),
                "determination": self.determination.as_ref().map(Determination::to_json),
                "marks": marks_json(&self.marks),
                "slip": {
                    "target": self.cycle.target_on.to_string(),
                    "limit": self.cycle.limit_on.to_string(),
                    "provisional": self.cycle.calendar_status == CalendarStatus::Provisional,
                    "open": self.determination.as_ref().map(Determination::open_rows),
                    "accessories": came.iter().take(SLIP_ACCESSORIES_MAX).map(accessory_json).collect::<Vec<_>>(),
                    "more": slip_more(came.len()),
                },
            }),
        );
        Ok(content)
    }
}

impl BlankForm {
    /// The content as `application.typ` reads it: the same fields, all empty.
    pub(crate) fn content(&self, language: FormLanguage) -> Result<Value, FormError> {
        let accessories: Vec<Value> = self
            .product_class
            .map(default_accessories)
            .unwrap_or_default()
            .iter()
            .map(|item| json!({ "item": words::accessory(item), "state": null }))
            .collect();
        let nothing = json!({ "state": null, "date": "" });
        let slip = json!({ "target": null, "limit": null, "provisional": false, "open": null, "accessories": [], "more": null });
        let further: Result<Vec<Value>, FormError> = self.further.iter().map(rma_json).collect();
        let mut content = sheet(language, &self.centre, &self.printed, "none");
        merge(
            &mut content,
            json!({
                "by_hand": true,
                "rma": self.rma.as_ref().map(rma_json).transpose()?,
                "further": further?,
                "qr": null,
                "customer": { "name": "", "phone": "", "email": "", "address": "", "dealer": "" },
                "unit": {
                    "model": "",
                    "class": self.product_class.map(class_key),
                    "serial": "",
                    "received": "",
                    "condition": "",
                },
                "purchase": { "voucher": nothing, "contract": nothing, "certificate": nothing, "number": "" },
                "accessories": accessories,
                "fault": { "symptom": "", "reported": "", "reported_to": "", "remote": "" },
                "wanted": null,
                "determination": null,
                "marks": [],
                "slip": self.rma.as_ref().map(|_| slip),
            }),
        );
        Ok(content)
    }
}

/// What every sheet has: words, languages, who prints and when.
pub(crate) fn sheet(
    language: FormLanguage,
    centre: &ServiceCentre,
    printed: &Printed,
    qr_notice: &str,
) -> Value {
    let languages: Vec<&str> = language
        .languages()
        .iter()
        .map(|language| match language {
            nightbench_locale::Language::ZhCn => "zh",
            nightbench_locale::Language::En => "en",
        })
        .collect();
    let stamp = [("at", printed.moment().into()), ("station", for_print(&printed.station).into())];
    json!({
        "languages": languages,
        "words": words::all(),
        "centre": centre.to_json(),
        "printed": words::both("paper-printed", &stamp),
        "data_notice": words::both("paper-data-notice-text", &[("qr", qr_notice.into())]),
    })
}

/// Puts the fields of one object into another.
pub(crate) fn merge(into: &mut Value, fields: Value) {
    if let (Value::Object(into), Value::Object(fields)) = (into, fields) {
        into.extend(fields);
    }
}

/// The number in words and as a bar code.
pub(crate) fn rma_json(rma: &RmaNumber) -> Result<Value, FormError> {
    code_json(rma.as_str())
}

/// A text in words and as a bar code.
pub(crate) fn code_json(text: &str) -> Result<Value, FormError> {
    let code = code128::encode(text).ok_or(FormError::Barcode)?;
    Ok(json!({
        "text": text,
        "code128": drawing_json(&code),
        "alt": words::both("paper-code128-alt", &[("text", text.into())]),
    }))
}

pub(crate) fn drawing_json(drawing: &Drawing) -> Value {
    json!({ "svg": drawing.svg, "modules": drawing.modules })
}

pub(crate) fn accessory_json(accessory: &Accessory) -> Value {
    json!({ "item": words::accessory(&accessory.item), "state": presence_key(accessory.state) })
}

/// The part that is kept has room for so many accessories; the form above it lists them all.
const SLIP_ACCESSORIES_MAX: usize = 16;

/// That there are more of them, if there are.
fn slip_more(came: usize) -> Option<Value> {
    let more = came.checked_sub(SLIP_ACCESSORIES_MAX).filter(|more| *more > 0)?;
    let count = i64::try_from(more).unwrap_or(i64::MAX);
    Some(words::both("paper-slip-more", &[("count", nightbench_locale::Value::Count(count))]))
}

fn paper_json(paper: PurchasePaper) -> Value {
    json!({
        "state": presence_key(paper.state),
        "date": paper.date.map(|date| date.to_string()).unwrap_or_default(),
    })
}

const fn presence_key(state: Presence) -> &'static str {
    match state {
        Presence::NotChecked => "not_checked",
        Presence::Present => "present",
        Presence::Missing => "missing",
    }
}

pub(crate) const fn class_key(class: ProductClass) -> &'static str {
    match class {
        ProductClass::Terminal => "terminal",
        ProductClass::Module => "module",
        ProductClass::Detector => "detector",
    }
}

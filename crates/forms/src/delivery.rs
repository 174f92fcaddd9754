//! The delivery note (返还单): what the customer gets back, what was done to it in words, what is with it, until when it is
//! covered, for their signature. Before the hand-over it has room for a pen where nobody said yet how it goes. Its looks
//! are in `forms/delivery.typ`.

use chrono::NaiveDate;
use nightbench_calendar::CalendarStatus;
use nightbench_domain::bench_sheet::Measured;
use nightbench_domain::code;
use nightbench_domain::handover::{FreightDecision, GivenUnit, HandoverWay};
use nightbench_domain::intake::{Intake, Presence};
use nightbench_domain::payment::{PaymentKind, PaymentMethod};
use nightbench_domain::resolution::{Resolution, UnrepairedReason};
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::waybill::Waybill;
use serde_json::{Value, json};

use crate::FormError;
use crate::application::{class_key, merge, rma_json, sheet};
use crate::centre::{Bilingual, Printed, ServiceCentre};
use crate::form::FormLanguage;
use crate::report;
use crate::words::{accessory, both, for_print};

/// A delivery note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeliveryNote {
    /// The number of the work order.
    pub rma: RmaNumber,
    /// Who gives it back.
    pub centre: ServiceCentre,
    /// What was recorded when it came.
    pub intake: Intake,
    /// What was decided for the customer.
    pub resolution: Resolution,
    /// Why it goes back as it came, where it does.
    pub unrepaired: Option<UnrepairedReason>,
    /// What was found and done, in words for the customer, one thing a line.
    pub work: Vec<Bilingual>,
    /// The parts that were replaced.
    pub parts: Vec<ReplacedPart>,
    /// What the test before the return measured, against its standard.
    pub measured: Vec<Measured>,
    /// Who bears the freight of an unconsented return (3.3).
    pub freight: Option<FreightDecision>,
    /// The unit given in exchange.
    pub given: Option<GivenUnit>,
    /// The last covered day of what goes back, and whether it is published; `None`: nothing says one.
    pub covered_until: Option<(NaiveDate, CalendarStatus)>,
    /// What was paid.
    pub payments: Vec<NotedPayment>,
    /// The dealer on whose account the charge goes, or empty.
    pub account: String,
    /// Units of ours that are still with the customer, by serial.
    pub loans: Vec<String>,
    /// How it left; `None`: it did not yet.
    pub left: Option<Left>,
    /// When and where it is printed.
    pub printed: Printed,
}

/// A part that was replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplacedPart {
    /// Its name.
    pub name: String,
    /// The serial of the old one, or empty.
    pub old_serial: String,
    /// The serial of the new one, or empty.
    pub new_serial: String,
}

/// A payment as the note says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotedPayment {
    /// In which direction.
    pub kind: PaymentKind,
    /// How.
    pub method: PaymentMethod,
    /// How much, with its currency.
    pub amount: String,
    /// When.
    pub paid_on: NaiveDate,
    /// By which it is found, or empty.
    pub reference: String,
}

/// An accessory as it went back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeliveredAccessory {
    /// A code, or the clerk's words.
    pub item: String,
    /// Whether it went back.
    pub is_returned: bool,
}

/// How it left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// The day.
    pub on: NaiveDate,
    /// The hour and minute.
    pub at: String,
    /// By carrier, or by hand.
    pub way: HandoverWay,
    /// What came of each thing that was with it.
    pub accessories: Vec<DeliveredAccessory>,
    /// What was agreed about those that were not returned.
    pub missing_note: String,
    /// The condition in which it went back, or empty: as it came.
    pub condition: String,
}

impl DeliveryNote {
    /// The content as `delivery.typ` reads it.
    pub(crate) fn content(&self, language: FormLanguage) -> Result<Value, FormError> {
        let intake = &self.intake;
        let mut content = sheet(language, &self.centre, &self.printed, "none");
        merge(
            &mut content,
            json!({
                "rma": rma_json(&self.rma)?,
                "customer": { "name": for_print(intake.customer.name_in_full().reveal()), "phone": for_print(intake.customer.phone.reveal()) },
                "unit": {
                    "model": for_print(&intake.model),
                    "class": class_key(intake.product_class),
                    "serial": for_print(intake.serial.as_str()),
                    "symptom": for_print(&intake.symptom),
                    "condition": for_print(&intake.condition),
                },
                "received": intake.received_on.to_string(),
                "result": both(&format!("resolution-{}", code(&self.resolution)), &[]),
                "reason": self.unrepaired.map(|reason| both(&format!("unrepaired-{}", code(&reason)), &[])),
                "work": self.work.iter().map(|line| json!({ "zh": for_print(&line.zh), "en": for_print(&line.en) })).collect::<Vec<_>>(),
                "parts": self.parts.iter().map(part_json).collect::<Vec<_>>(),
                "measured": self.measured.iter().map(report::line).collect::<Vec<_>>(),
                "given": self.given.as_ref().map(|given| json!({
                    "model": for_print(&given.model),
                    "serial": for_print(given.serial.as_str()),
                })),
                "covered_until": self.covered_until.map(|(on, _)| on.to_string()),
                "provisional": self.covered_until.is_some_and(|(_, status)| status == CalendarStatus::Provisional),
                "payments": self.payments.iter().map(payment_json).collect::<Vec<_>>(),
                "is_repaired": matches!(self.resolution, Resolution::FreeRepair | Resolution::PaidRepair | Resolution::Exchange),
                "freight": self.freight.as_ref().map(|freight| both(
                    &format!("paper-delivery-freight-{}", code(&freight.bearer)),
                    &[("name", for_print(&freight.decided_by).into())],
                )),
                "account": for_print(&self.account),
                "loans": self.loans.iter().map(|serial| for_print(serial)).collect::<Vec<_>>(),
                "accessories": self.accessories_json(),
                "left": self.left.as_ref().map(left_json),
            }),
        );
        Ok(content)
    }

    /// What went back, or before the hand-over what came and is to be ticked.
    fn accessories_json(&self) -> Vec<Value> {
        match &self.left {
            Some(left) => left
                .accessories
                .iter()
                .map(|one| {
                    let state = if one.is_returned { "present" } else { "missing" };
                    json!({ "item": accessory(&one.item), "state": state })
                })
                .collect(),
            None if self.resolution.gives_the_unit_back() => {
                let came = self.intake.accessories.iter().filter(|one| one.state == Presence::Present);
                came.map(|one| json!({ "item": accessory(&one.item), "state": "open" })).collect()
            }
            None => Vec::new(),
        }
    }
}

fn part_json(part: &ReplacedPart) -> Value {
    json!({
        "name": for_print(&part.name),
        "old": for_print(&part.old_serial),
        "new": for_print(&part.new_serial),
    })
}

pub(crate) fn payment_json(payment: &NotedPayment) -> Value {
    json!({
        "kind": both(&format!("payment_kind-{}", code(&payment.kind)), &[]),
        "method": both(&format!("payment_method-{}", code(&payment.method)), &[]),
        "amount": payment.amount,
        "on": payment.paid_on.to_string(),
        "reference": for_print(&payment.reference),
    })
}

fn left_json(left: &Left) -> Value {
    let (carrier, waybill, by) = match &left.way {
        HandoverWay::Shipped { carrier, waybill } => (
            Some(both(&format!("carrier-{}", code(carrier)), &[])),
            waybill.as_ref().map(Waybill::as_str).unwrap_or_default(),
            "",
        ),
        HandoverWay::Collected { by, .. } => (None, "", by.reveal().as_str()),
    };
    json!({
        "on": left.on.to_string(),
        "at": left.at,
        "carrier": carrier,
        "waybill": waybill,
        "by": for_print(by),
        "missing": for_print(&left.missing_note),
        "condition": for_print(&left.condition),
    })
}

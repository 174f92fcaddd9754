//! A hand-over as it is typed, read into what is kept of it: how it left, who bears the freight, what was given.

use super::{Before, HandoverRequest, Here, freight_answer, refused};
use crate::error::AppError;
use crate::exchange;
use nightbench_domain::handover::{
    CollectionProof, CustomerSignature, FreightDecision, GivenUnit, Handover, HandoverWay, InvoiceRequest,
    pickup_code,
};
use nightbench_domain::intake::IntakeReason;
use nightbench_domain::pii::Pii;
use nightbench_domain::resolution::{Resolution, UnrepairedReason};
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::SerialNumber;
use nightbench_domain::time_of_day::time_of_day;
use nightbench_domain::waybill::{Carrier, Waybill};
use nightbench_store::exchange as exchanges;
use nightbench_store::intake::IntakeRecord;
use nightbench_store::{Tx, attachment};
use serde::Deserialize;
use ts_rs::TS;

/// How it leaves, as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum WaySaid {
    /// A carrier took it.
    Shipped {
        /// Which; absent: the one whose numbers look like the waybill.
        #[serde(default)]
        carrier: Option<Carrier>,
        /// The carrier's number in any writing, or empty: our own van.
        #[serde(default)]
        waybill: String,
    },
    /// Somebody came for it.
    Collected {
        /// Who, by name.
        by: Pii<String>,
        /// What showed that they may have it.
        proof: CollectionProof,
        /// The number of the receipt as scanned, or the pick-up code as told.
        #[serde(default)]
        shown: String,
    },
}

/// The unit given in exchange, as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GivenSaid {
    /// Its serial in any writing.
    pub serial: String,
    /// Its model.
    pub model: String,
}

/// What was typed, as it is kept.
pub(super) fn said(
    tx: &Tx<'_>,
    before: &Before,
    request: &HandoverRequest,
    here: &Here,
) -> Result<Handover, AppError> {
    let now = here.now;
    let trimmed = |text: &str| text.trim().to_owned();
    let personal = |text: &Pii<String>| Pii::new(trimmed(text.reveal()));
    let at = match request.at.trim() {
        "" => now.time(),
        typed => time_of_day(typed).ok_or_else(|| refused("at", IntakeReason::NotATime))?,
    };
    let freight = freight(tx, before, request, here)?;
    if let Some(CustomerSignature::Scanned { attachment }) = request.signature {
        let scans = attachment::of(tx, attachment::Owner::Ticket(request.id))?;
        if !scans.iter().any(|scan| scan.id == attachment) {
            return Err(refused("signature", IntakeReason::Contradicts));
        }
    }
    Ok(Handover {
        on: request.on.unwrap_or_else(|| now.date()),
        at,
        late_reason: trimmed(&request.late_reason),
        way: way(&before.record, &request.way)?,
        accessories: request.accessories.clone(),
        missing_note: trimmed(&request.missing_note),
        condition: trimmed(&request.condition),
        signature: request.signature,
        account: trimmed(&request.account),
        invoice: request.invoice.as_ref().map(|invoice| InvoiceRequest {
            title: personal(&invoice.title),
            tax_number: personal(&invoice.tax_number),
            send_to: personal(&invoice.send_to),
        }),
        freight,
        given: given_unit(tx, before, request)?,
        loan_note: trimmed(&request.loan_note),
        note: trimmed(&request.note),
    })
}

/// Who bears the freight of an unconsented return: the answer on record, which nothing that is typed here sets aside, else
/// what whoever is here decides.
fn freight(
    tx: &Tx<'_>,
    before: &Before,
    request: &HandoverRequest,
    here: &Here,
) -> Result<Option<FreightDecision>, AppError> {
    let here = |bearer| FreightDecision { bearer, decided_by: here.actor.clone() };
    if before.unrepaired != Some(UnrepairedReason::WithoutConsent) {
        return Ok(request.freight.map(here));
    }
    match (freight_answer(tx, request.id)?, request.freight) {
        (Some(answered), Some(typed)) if typed != answered.bearer => {
            Err(refused("freight", IntakeReason::Contradicts))
        }
        (Some(answered), _) => Ok(Some(answered)),
        (None, typed) => Ok(typed.map(here)),
    }
}

/// How it left; who collects shows the receipt or tells the code of this very work order.
fn way(record: &IntakeRecord, said: &WaySaid) -> Result<HandoverWay, AppError> {
    match said {
        WaySaid::Shipped { carrier, waybill: number } => {
            let waybill = waybill(number)?;
            let looks_like = || waybill.as_ref().and_then(Waybill::suggested_carrier);
            let carrier =
                carrier.or_else(looks_like).ok_or_else(|| refused("carrier", IntakeReason::Required))?;
            Ok(HandoverWay::Shipped { carrier, waybill })
        }
        WaySaid::Collected { by, proof, shown } => {
            match proof {
                CollectionProof::Receipt => {
                    let is_shown = RmaNumber::parse(shown).is_ok_and(|rma| rma == record.rma);
                    if !is_shown {
                        return Err(AppError::ReceiptOfAnother);
                    }
                }
                CollectionProof::PickupCode => {
                    if shown.trim() != pickup_code(record.id) {
                        return Err(AppError::PickupCodeWrong);
                    }
                }
                CollectionProof::Identity => {}
            }
            Ok(HandoverWay::Collected { by: Pii::new(by.reveal().trim().to_owned()), proof: *proof })
        }
    }
}

/// The unit given in exchange: the one that was chosen, or the one that is typed if it is free to give.
fn given_unit(
    tx: &Tx<'_>,
    before: &Before,
    request: &HandoverRequest,
) -> Result<Option<GivenUnit>, AppError> {
    let Some(said) = &request.given else {
        let chosen = exchanges::of_ticket(tx, request.id)?;
        let chosen = chosen.filter(|_| before.resolution == Resolution::Exchange);
        return Ok(chosen.map(|chosen| GivenUnit { serial: chosen.serial, model: chosen.model }));
    };
    let serial = SerialNumber::parse(&said.serial).map_err(|_| refused("given", IntakeReason::NotASerial))?;
    // That it is not the unit that came, is told with the other fields.
    if serial != before.record.intake.serial {
        exchange::refuse_taken(tx, request.id, &before.record.intake.serial, &serial)?;
    }
    Ok(Some(GivenUnit { serial, model: said.model.trim().to_owned() }))
}

pub(super) fn waybill(text: &str) -> Result<Option<Waybill>, AppError> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    Waybill::parse(text).map(Some).map_err(AppError::Waybill)
}

//! The hand-over: how what the customer gets left the house, with what belongs to it, and what it does to the cover
//! (2.2). With it the cycle of clause 3.1 ends. It is not the status (`ticket`), not whether it may happen (`gate`) and
//! not the money (`payment`).
//!
//! Pure: `app/handover.rs` brings the clock and what stands on record.

use crate::id::{AttachmentId, TicketId};
use crate::intake::{Accessory, Intake, IntakeProblem, IntakeReason, Presence};
use crate::ledger::{CoverEntry, CoveredItem, RepairTerms};
use crate::pii::Pii;
use crate::resolution::{Resolution, UnrepairedReason};
use crate::serial::SerialNumber;
use crate::waybill::{Carrier, Waybill};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How it left the house.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum HandoverWay {
    /// A carrier took it.
    Shipped {
        /// Which.
        carrier: Carrier,
        /// The carrier's number; `None` only where there is none: our own van.
        waybill: Option<Waybill>,
    },
    /// Somebody came for it.
    Collected {
        /// Who, by name.
        by: Pii<String>,
        /// What showed that they may have it.
        proof: CollectionProof,
    },
}

/// What showed that somebody may collect a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CollectionProof {
    /// The customer's receipt of this work order.
    Receipt,
    /// The pick-up code that stands on that receipt.
    PickupCode,
    /// Neither; who they are was looked at, and the note says how.
    Identity,
}

/// What came of one thing that was with the unit when it was received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReturnedAccessory {
    /// As the check-in names it: a code, or the clerk's words.
    pub item: String,
    /// Whether it went back with the unit.
    pub is_returned: bool,
}

/// That the customer signed for what they got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CustomerSignature {
    /// On the paper in our files.
    OnPaper,
    /// On a scan that is attached to the work order.
    Scanned {
        /// The attachment.
        attachment: AttachmentId,
    },
}

/// The invoice a customer asks for. Who writes it is another department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InvoiceRequest {
    /// To whom it is made out.
    pub title: Pii<String>,
    /// Their tax number, or empty for a private person.
    #[serde(default)]
    pub tax_number: Pii<String>,
    /// Where it is sent, or empty.
    #[serde(default)]
    pub send_to: Pii<String>,
}

/// Who bears the freight of a unit that came without our consent and goes back (3.3, reading 16).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FreightBearer {
    /// We do.
    Company,
    /// The customer does.
    Customer,
}

/// A person's decision on that freight: nothing is charged by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FreightDecision {
    /// Who bears it.
    pub bearer: FreightBearer,
    /// Who decided, by name; staff, no customer.
    pub decided_by: String,
}

/// One hand-over, as it is said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Handover {
    /// The civil day at the centre: the end of the cycle, and the day of the cover ledger.
    pub on: NaiveDate,
    /// The hour and minute by the centre's clock.
    #[ts(type = "string")]
    pub at: NaiveTime,
    /// Why it is written down on a later day; empty where it is not.
    pub late_reason: String,
    /// How it left.
    pub way: HandoverWay,
    /// What came of each thing that was with the unit.
    pub accessories: Vec<ReturnedAccessory>,
    /// What was agreed about those that were not returned, or empty.
    pub missing_note: String,
    /// The condition in which it went back, or empty: as it came.
    pub condition: String,
    /// How the customer signed; `None`: a carrier took it.
    pub signature: Option<CustomerSignature>,
    /// The dealer on whose account the charge goes, or empty: it is paid.
    pub account: String,
    /// The invoice asked for.
    pub invoice: Option<InvoiceRequest>,
    /// Who bears the freight of an unconsented return.
    pub freight: Option<FreightDecision>,
    /// The unit given in exchange.
    pub given: Option<GivenUnit>,
    /// Why a unit of ours that was lent meanwhile is still out, or empty: none is.
    pub loan_note: String,
    /// Anything else, or empty.
    pub note: String,
}

/// The unit that a customer got for another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GivenUnit {
    /// Its serial.
    pub serial: SerialNumber,
    /// Its model.
    pub model: String,
}

/// What a hand-over is held against.
#[derive(Debug, Clone, Copy)]
pub struct HandoverOf<'a> {
    /// The unit that came.
    pub serial: &'a SerialNumber,
    /// Day 0.
    pub received_on: NaiveDate,
    /// What was looked for when it came.
    pub accessories: &'a [Accessory],
    /// What was decided for the customer.
    pub resolution: Resolution,
    /// Why it goes back as it came, where it does.
    pub unrepaired: Option<UnrepairedReason>,
    /// Whether a unit of ours stays out that was lent meanwhile.
    pub is_loan_out: bool,
    /// Now, by the centre's clock.
    pub now: NaiveDateTime,
}

impl HandoverOf<'_> {
    /// Whether a person must say who bears the freight (reading 16).
    #[must_use]
    pub fn asks_freight(&self) -> bool {
        self.unrepaired == Some(UnrepairedReason::WithoutConsent)
    }
}

impl Handover {
    /// What must be put right before it can be recorded; empty when nothing. Field names are those of the request.
    #[must_use]
    pub fn problems(&self, of: &HandoverOf<'_>) -> Vec<IntakeProblem> {
        let mut problems = Vec::new();
        let mut say = |field: &str, reason| problems.push(IntakeProblem { field: field.to_owned(), reason });
        if self.on < of.received_on {
            say("on", IntakeReason::BeforeReceipt);
        } else if self.on.and_time(self.at) > of.now {
            say(if self.on > of.now.date() { "on" } else { "at" }, IntakeReason::InFuture);
        } else if self.on < of.now.date() && is_blank(&self.late_reason) {
            say("late_reason", IntakeReason::Required);
        }
        match &self.way {
            HandoverWay::Shipped { carrier, waybill } => {
                if waybill.is_none() && *carrier != Carrier::Other {
                    say("waybill", IntakeReason::Required);
                }
            }
            HandoverWay::Collected { by, proof } => {
                if is_blank(by.reveal()) {
                    say("by", IntakeReason::Required);
                }
                if *proof == CollectionProof::Identity && is_blank(&self.note) {
                    say("note", IntakeReason::Required);
                }
                if self.signature.is_none() {
                    say("signature", IntakeReason::Required);
                }
            }
        }
        self.accessory_problems(of, &mut say);
        match (&self.given, of.resolution == Resolution::Exchange) {
            (None, true) => say("given", IntakeReason::Required),
            (Some(given), true) if given.serial == *of.serial => say("given", IntakeReason::Contradicts),
            (Some(given), true) if is_blank(&given.model) => say("given.model", IntakeReason::Required),
            (Some(_), false) => say("given", IntakeReason::Contradicts),
            (Some(_), true) | (None, false) => {}
        }
        match (&self.freight, of.asks_freight()) {
            (None, true) => say("freight", IntakeReason::Required),
            (Some(freight), true) if is_blank(&freight.decided_by) => {
                say("freight.decided_by", IntakeReason::Required);
            }
            (Some(_), false) => say("freight", IntakeReason::Contradicts),
            (Some(_), true) | (None, false) => {}
        }
        if of.is_loan_out && is_blank(&self.loan_note) {
            say("loan_note", IntakeReason::Required);
        }
        if self.invoice.as_ref().is_some_and(|invoice| is_blank(invoice.title.reveal())) {
            say("invoice.title", IntakeReason::Required);
        }
        for (field, text, max) in self.limits() {
            if text.chars().count() > max {
                say(field, IntakeReason::TooLong);
            }
        }
        problems
    }

    /// Everything that was with the unit is answered for, and what is missing is signed for. What belongs to a unit that
    /// stays here stays with it.
    fn accessory_problems(&self, of: &HandoverOf<'_>, say: &mut impl FnMut(&str, IntakeReason)) {
        if !of.resolution.gives_the_unit_back() {
            return;
        }
        let came = of.accessories.iter().filter(|accessory| accessory.state == Presence::Present);
        let answered = |item: &str| self.accessories.iter().any(|accessory| accessory.item == item);
        if !came.into_iter().all(|accessory| answered(&accessory.item)) {
            say("accessories", IntakeReason::Required);
        }
        if self.accessories.iter().any(|accessory| !accessory.is_returned) && is_blank(&self.missing_note) {
            say("missing_note", IntakeReason::Required);
        }
    }

    fn limits(&self) -> Vec<(&'static str, &str, usize)> {
        let mut limits = vec![
            ("late_reason", self.late_reason.as_str(), Intake::TEXT_CHARS_MAX),
            ("missing_note", &self.missing_note, Intake::TEXT_CHARS_MAX),
            ("condition", &self.condition, Intake::TEXT_CHARS_MAX),
            ("loan_note", &self.loan_note, Intake::TEXT_CHARS_MAX),
            ("note", &self.note, Intake::TEXT_CHARS_MAX),
            ("account", &self.account, Intake::NAME_CHARS_MAX),
        ];
        if let HandoverWay::Collected { by, .. } = &self.way {
            limits.push(("by", by.reveal(), Intake::NAME_CHARS_MAX));
        }
        if let Some(invoice) = &self.invoice {
            limits.push(("invoice.title", invoice.title.reveal(), Intake::NAME_CHARS_MAX));
            limits.push(("invoice.tax_number", invoice.tax_number.reveal(), Intake::NAME_CHARS_MAX));
            limits.push(("invoice.send_to", invoice.send_to.reveal(), Intake::NAME_CHARS_MAX));
        }
        if let Some(given) = &self.given {
            limits.push(("given.model", &given.model, Intake::MODEL_CHARS_MAX));
        }
        limits
    }
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// What was done, as far as the cover ledger asks (2.2).
#[derive(Debug, Clone, Copy)]
pub struct WorkDone<'a> {
    /// The unit that came.
    pub serial: &'a SerialNumber,
    /// What was decided for the customer.
    pub resolution: Resolution,
    /// Whether any of the work was free, beside what was paid.
    pub has_free_work: bool,
    /// The part that the claim was about; `None`: the unit.
    pub claimed_part: Option<&'a str>,
    /// The parts that were replaced, by name, and who bore each.
    pub replaced: &'a [(String, RepairTerms)],
    /// The unit given in exchange.
    pub given: Option<&'a SerialNumber>,
}

/// What a hand-over enters into the cover ledger: the repaired or replaced item gets what 2.2 gives it, the unit given
/// in exchange inherits, and what was paid is on record and prolongs nothing (readings 11 to 13).
///
/// Where part of the work was free, the unit itself was repaired within the warranty scope, whatever was paid beside.
#[must_use]
pub fn cover_entries(work: &WorkDone<'_>, completed_on: NaiveDate) -> Vec<CoverEntry> {
    let repair = |item: CoveredItem, terms| CoverEntry::Repair { item, completed_on, terms };
    let claimed = || match work.claimed_part {
        None => CoveredItem::unit(work.serial.clone()),
        Some(part) => CoveredItem::part(work.serial.clone(), part.to_owned()),
    };
    let of_claim: &[RepairTerms] = match (work.resolution, work.has_free_work) {
        (Resolution::FreeRepair, _) => &[RepairTerms::Warranty],
        (Resolution::PaidRepair, true) => &[RepairTerms::Warranty, RepairTerms::Paid],
        (Resolution::PaidRepair, false) => &[RepairTerms::Paid],
        (Resolution::Exchange, _) => {
            let given = work.given.map(|by| CoverEntry::Exchange {
                serial: work.serial.clone(),
                by: by.clone(),
                completed_on,
            });
            return given.into_iter().collect();
        }
        // Nothing was repaired, or nothing goes on being covered.
        (Resolution::Refund | Resolution::NoFaultFound | Resolution::ReturnUnrepaired, _) => {
            return Vec::new();
        }
    };
    let mut entries: Vec<_> = of_claim.iter().map(|terms| repair(claimed(), *terms)).collect();
    for (part, terms) in work.replaced {
        let entry = repair(CoveredItem::part(work.serial.clone(), part.clone()), *terms);
        if !entries.contains(&entry) {
            entries.push(entry);
        }
    }
    entries
}

/// The code by which somebody collects the unit of a work order without its receipt: six digits that stand on the
/// receipt and follow from nothing a stranger knows.
#[must_use]
pub fn pickup_code(ticket: TicketId) -> String {
    let mut hasher = blake3::Hasher::new_derive_key("nightbench 2026 pick-up code");
    hasher.update(ticket.uuid().as_bytes());
    let [a, b, c, d, ..] = *hasher.finalize().as_bytes();
    format!("{:06}", u32::from_be_bytes([a, b, c, d]) % 1_000_000)
}

#[cfg(test)]
mod tests;

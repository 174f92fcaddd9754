//! The hand-over: what the customer gets leaves the house, by carrier or by hand, with what belongs to it. One
//! transaction writes how it went, what was paid and what came back, ends the cycle (3.1), moves custody and enters the
//! covers (2.2). It is never undone; a wrong waybill is amended. Closing is here too, also as of an earlier day.

mod said;

pub use said::{GivenSaid, WaySaid};

use said::{said, waybill};

use crate::claim::{Said, claim};
use crate::commands::Written;
use crate::custody;
use crate::disposition;
use crate::error::AppError;
use crate::exchange;
use crate::known::Known;
use crate::lending::{self, LoanReturn};
use crate::part_line;
use crate::payment::{self, Account};
use crate::refund;
use crate::standing;
use crate::station::App;
use crate::ticket::{self, TicketLife, TicketRef};
use crate::ticket_event::happen;
use crate::user;
use chrono::{NaiveDate, NaiveDateTime};
use nightbench_domain::claim::ClaimObject;
use nightbench_domain::disposition::Disposition;
use nightbench_domain::handover::{
    CustomerSignature, FreightBearer, FreightDecision, Handover, HandoverOf, HandoverWay, InvoiceRequest,
    ReturnedAccessory, WorkDone, cover_entries,
};
use nightbench_domain::id::{CoverEntryId, HandoverAmendmentId, HandoverId, TicketId};
use nightbench_domain::intake::{Intake, IntakeProblem, IntakeReason};
use nightbench_domain::ledger::CoverEntry;
use nightbench_domain::payment::Payment;
use nightbench_domain::place::PlaceKind;
use nightbench_domain::resolution::{Resolution, UnrepairedReason};
use nightbench_domain::ticket::Event;
use nightbench_domain::waybill::Carrier;
use nightbench_eligibility::facts::{Answer, Facts};
use nightbench_store::handover::{self as store, HandoverRecord};
use nightbench_store::intake::IntakeRecord;
use nightbench_store::lending::Lending;
use nightbench_store::payment::PaymentRecord;
use nightbench_store::{Source, Tx, cover, decision, intake, resolution, ticket as tickets};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The request of `handover_record`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HandoverRequest {
    /// The work order.
    pub id: TicketId,
    /// The day; today when absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// The hour and minute by the centre's clock, as in `14:30`; now when empty.
    #[serde(default)]
    pub at: String,
    /// Why it is written down on a later day.
    #[serde(default)]
    pub late_reason: String,
    /// How it left.
    pub way: WaySaid,
    /// What came of each thing that was with the unit.
    #[serde(default)]
    pub accessories: Vec<ReturnedAccessory>,
    /// What was agreed about those that were not returned.
    #[serde(default)]
    pub missing_note: String,
    /// The condition in which it goes back; empty: as it came.
    #[serde(default)]
    pub condition: String,
    /// How the customer signed.
    #[serde(default)]
    pub signature: Option<CustomerSignature>,
    /// The dealer on whose account the charge goes.
    #[serde(default)]
    pub account: String,
    /// What is paid with it.
    #[serde(default)]
    pub payments: Vec<Payment>,
    /// The invoice asked for.
    #[serde(default)]
    pub invoice: Option<InvoiceRequest>,
    /// Who bears the freight of an unconsented return, as whoever is here decides; absent: as the answer on record says.
    #[serde(default)]
    pub freight: Option<FreightBearer>,
    /// The unit given in exchange.
    #[serde(default)]
    pub given: Option<GivenSaid>,
    /// Where the unit goes that stays with us; absent: as it was decided, or later.
    #[serde(default)]
    pub disposition: Option<Disposition>,
    /// In the decider's own words; needed before a unit is destroyed.
    #[serde(default)]
    pub disposition_note: String,
    /// The part that was claimed for, where the claim was about a part.
    #[serde(default)]
    pub repaired_part: String,
    /// Units of ours that come back with it.
    #[serde(default)]
    pub loans_back: Vec<LoanReturn>,
    /// Why a unit of ours stays out.
    #[serde(default)]
    pub loan_note: String,
    /// Anything else.
    #[serde(default)]
    pub note: String,
}

/// The request of `handover_amend`: a waybill that was typed wrong.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HandoverAmend {
    /// The work order.
    pub id: TicketId,
    /// Who really took it.
    pub carrier: Carrier,
    /// The right number, in any writing.
    pub waybill: String,
    /// How it came to be wrong.
    pub reason: String,
}

/// The request of `handover_close`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HandoverClose {
    /// The work order.
    pub id: TicketId,
    /// As of which day; today when absent. An earlier one is for a manager to say.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// Why as of an earlier day.
    #[serde(default)]
    pub reason: String,
}

/// What a work order has of its hand-over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TicketHandover {
    /// How it was handed over; absent while it was not.
    pub done: Option<HandoverRecord>,
    /// What is owed; absent where no charge was agreed.
    pub account: Option<Account>,
    /// What was paid, oldest first, withdrawn payments among it.
    pub payments: Vec<PaymentRecord>,
    /// What was lent meanwhile, oldest first.
    pub loans: Vec<Lending>,
    /// What the hand-over entered into the cover ledger.
    pub covers: Vec<CoverEntry>,
    /// Who bears the freight of an unconsented return, as the answer on record says; absent: nobody answered.
    pub freight: Option<FreightDecision>,
}

/// What a work order has of its hand-over.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn of_ticket(app: &App, id: TicketId) -> Result<TicketHandover, AppError> {
    Ok(TicketHandover {
        done: store::of_ticket(&app.store, id)?,
        account: payment::account(&app.store, id)?,
        payments: nightbench_store::payment::of_ticket(&app.store, id)?,
        loans: nightbench_store::lending::of_ticket(&app.store, id)?,
        covers: cover::of_ticket(&app.store, id)?,
        freight: freight_answer(&app.store, id)?,
    })
}

/// Who bears the freight of an unconsented return by the answer on record (3.3, reading 16).
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn freight_answer(
    source: &impl Source,
    id: TicketId,
) -> Result<Option<FreightDecision>, AppError> {
    let answered = decision::granted(source, id)?.freight;
    Ok(answered.map(|(is_ours, by)| FreightDecision {
        bearer: if is_ours { FreightBearer::Company } else { FreightBearer::Customer },
        decided_by: by.name,
    }))
}

/// The day a work order was handed over, if it was.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn day_of(app: &App, row: &tickets::TicketRow) -> Result<Option<NaiveDate>, AppError> {
    if row.is_open { Ok(None) } else { Ok(store::day_of(&app.store, row.id)?) }
}

/// Refuses a hand-over of which nobody said how it went.
///
/// # Errors
/// `HandoverNotRecorded` when nothing is recorded.
pub(crate) fn refuse_unrecorded(source: &impl Source, id: TicketId) -> Result<(), AppError> {
    store::day_of(source, id)?.map(|_| ()).ok_or(AppError::HandoverNotRecorded)
}

pub(crate) fn record(app: &App, request: HandoverRequest) -> Result<Written<TicketLife>, AppError> {
    let id = request.id;
    if request.freight.is_some() {
        user::refuse_unless_deciding(app)?;
    }
    let here = Here { now: app.local(app.now_ms())?.naive_local(), actor: app.actor()? };
    let today = here.now.date();
    let written = app.write(|tx| {
        let before = Before::load(tx, id)?;
        let handover = said(tx, &before, &request, &here)?;
        for payment in request.payments {
            payment::add(app, tx, id, payment, today)?;
        }
        if before.resolution == Resolution::Refund {
            refund::refuse_unpaid(tx, id)?;
        }
        if let Some(given) = handover.given.as_ref().filter(|_| before.resolution == Resolution::Exchange) {
            exchange::refuse_inferior(tx, id, &before.record.intake, &given.serial, &given.model)?;
        }
        for back in &request.loans_back {
            lending::end(tx, &LoanReturn { id, ..back.clone() }, today)?;
        }
        before.check(&handover, lending::is_out(tx, id)?, here.now)?;
        let entries = before.covers(app, tx, &handover, request.repaired_part.trim())?;
        let customer = before.record.customer_id;
        store::record(tx, HandoverId::new(app.ports.ids.uuid()), id, customer, &handover)?;
        let goes_to = match handover.way {
            HandoverWay::Shipped { .. } => PlaceKind::Courier,
            HandoverWay::Collected { .. } => PlaceKind::Customer,
        };
        if before.resolution.gives_the_unit_back() {
            custody::travel(app, tx, id, goes_to)?;
        }
        if let Some(disposition) = request.disposition {
            disposition::decide(app, tx, id, disposition, &request.disposition_note)?;
        }
        happen(app, tx, id, Event::HandOver, "")?;
        for entry in &entries {
            cover::enter(tx, CoverEntryId::new(app.ports.ids.uuid()), id, entry)?;
        }
        Ok(())
    })?;
    let life = ticket::get(app, TicketRef { id })?;
    Ok(Written { value: life, changes: written.changes })
}

pub(crate) fn amend(app: &App, request: HandoverAmend) -> Result<Written<TicketLife>, AppError> {
    let reason = worded("reason", &request.reason)?;
    if reason.is_empty() {
        return Err(AppError::ReasonRequired);
    }
    let waybill = waybill(&request.waybill)?;
    if waybill.is_none() && request.carrier != Carrier::Other {
        return Err(refused("waybill", IntakeReason::Required));
    }
    let written = app.write(|tx| {
        tickets::by_id(tx, request.id)?.ok_or(AppError::NotFound)?;
        let record = store::of_ticket(tx, request.id)?.ok_or(AppError::NotShipped)?;
        if matches!(record.handover.way, HandoverWay::Collected { .. }) {
            return Err(AppError::NotShipped);
        }
        let id = HandoverAmendmentId::new(app.ports.ids.uuid());
        Ok(store::amend(tx, request.id, id, request.carrier, waybill.as_ref(), &reason)?)
    })?;
    let life = ticket::get(app, TicketRef { id: request.id })?;
    Ok(Written { value: life, changes: written.changes })
}

pub(crate) fn close(app: &App, request: HandoverClose) -> Result<Written<TicketLife>, AppError> {
    let (today, reason) = (app.today()?, worded("reason", &request.reason)?);
    let on = request.on.unwrap_or(today);
    if on > today {
        return Err(refused("on", IntakeReason::InFuture));
    }
    if on < today {
        user::refuse_unless_managing(app)?;
        if reason.is_empty() {
            return Err(AppError::ReasonRequired);
        }
    }
    let written = app.write(|tx| {
        happen(app, tx, request.id, Event::Close, &reason)?;
        let left_on = store::day_of(tx, request.id)?.ok_or(AppError::HandoverNotRecorded)?;
        if on < left_on {
            return Err(refused("on", IntakeReason::Contradicts));
        }
        Ok(store::close(tx, request.id, on, &reason)?)
    })?;
    let life = ticket::get(app, TicketRef { id: request.id })?;
    Ok(Written { value: life, changes: written.changes })
}

/// Who is at this station, and when by the centre's clock: what a transaction does not look up.
struct Here {
    now: NaiveDateTime,
    actor: String,
}

/// A ticket before its hand-over.
struct Before {
    record: IntakeRecord,
    resolution: Resolution,
    unrepaired: Option<UnrepairedReason>,
    claims_part: bool,
}

impl Before {
    /// # Errors
    /// `Ticket` when its status is another, `Gate` when nothing was decided for the customer.
    fn load(tx: &Tx<'_>, id: TicketId) -> Result<Self, AppError> {
        let row = tickets::by_id(tx, id)?.ok_or(AppError::NotFound)?;
        row.status.after(Event::HandOver)?;
        let record = intake::by_id(tx, id)?.ok_or(AppError::NotFound)?;
        let decided = resolution::of_ticket(tx, id)?.into_iter().next();
        let resolution = decided.as_ref().and_then(|decided| decided.resolution);
        let stated: Facts = serde_json::from_value(record.facts.clone()).map_err(AppError::BadRequest)?;
        let known = Known::of_intake(tx, &record.intake)?;
        let facts = claim(&Said::by_intake(&record.intake, &stated), &known).facts;
        Ok(Self {
            resolution: resolution.ok_or(AppError::Gate(nightbench_domain::gate::Gate::NoResolution))?,
            unrepaired: decided.and_then(|decided| decided.reason),
            claims_part: facts.claim_object.as_ref().and_then(Answer::known) == Some(&ClaimObject::Part),
            record,
        })
    }

    fn check(&self, handover: &Handover, is_loan_out: bool, now: NaiveDateTime) -> Result<(), AppError> {
        let intake = &self.record.intake;
        let problems = handover.problems(&HandoverOf {
            serial: &intake.serial,
            received_on: intake.received_on,
            accessories: &intake.accessories,
            resolution: self.resolution,
            unrepaired: self.unrepaired,
            is_loan_out,
            now,
        });
        if problems.is_empty() { Ok(()) } else { Err(AppError::Intake(problems)) }
    }

    /// What the hand-over does to covers.
    fn covers(
        &self,
        app: &App,
        tx: &Tx<'_>,
        handover: &Handover,
        part: &str,
    ) -> Result<Vec<CoverEntry>, AppError> {
        let is_repair = matches!(self.resolution, Resolution::FreeRepair | Resolution::PaidRepair);
        if is_repair && self.claims_part && part.is_empty() {
            return Err(refused("repaired_part", IntakeReason::Required));
        }
        if part.chars().count() > Intake::NAME_CHARS_MAX {
            return Err(refused("repaired_part", IntakeReason::TooLong));
        }
        let put_in = part_line::put_in(tx, self.record.id)?;
        let replaced: Vec<_> = put_in.iter().map(|(card, line)| (card.label(), line.terms)).collect();
        let work = WorkDone {
            serial: &self.record.intake.serial,
            resolution: self.resolution,
            has_free_work: standing::standing(app, tx, self.record.id)?.has_free_work,
            claimed_part: self.claims_part.then_some(part),
            replaced: &replaced,
            given: handover.given.as_ref().map(|given| &given.serial),
        };
        Ok(cover_entries(&work, handover.on))
    }
}

fn worded(field: &str, text: &str) -> Result<String, AppError> {
    let text = text.trim();
    if text.chars().count() > Intake::TEXT_CHARS_MAX {
        return Err(refused(field, IntakeReason::TooLong));
    }
    Ok(text.to_owned())
}

fn refused(field: &str, reason: IntakeReason) -> AppError {
    AppError::Intake(vec![IntakeProblem { field: field.to_owned(), reason }])
}

//! Receiving a unit: check while it is typed, receive once, amend with a reason. From the moment
//! `receive` returns, the number exists and the record is on the disk.

use crate::claim::{self, Said};
use crate::commands::Written;
use crate::consignment;
use crate::custody;
use crate::draft::IntakeDraft;
use crate::error::AppError;
use crate::known::Known;
use crate::masters::ModelCard;
use crate::scan::{LookAlike, look_alikes};
use crate::station::App;
use crate::ticket::{TicketLife, TicketRef, TicketRow, dated};
use crate::verdict;
use nightbench_domain::customer::Customer;
use nightbench_domain::id::{CustomerId, DraftId, TicketId};
use nightbench_domain::intake::{Conflict, Intake, IntakeProblem};
use nightbench_domain::loan::Loan;
use nightbench_domain::pii::Pii;
use nightbench_domain::registry::Sale;
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::SerialNumber;
use nightbench_store::intake::{self as store, IntakeRecord, Statement};
use nightbench_store::{Tx, customer, draft, ticket};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a screen should show beside a half-typed intake.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Check {
    /// Fields that must be put right before it can be received.
    pub problems: Vec<IntakeProblem>,
    /// What contradicts the register or itself; recorded, never a refusal.
    pub conflicts: Vec<Conflict>,
    /// The serial, folded, once it is one.
    pub serial: Option<SerialNumber>,
    /// The open work order that blocks receiving this serial.
    pub open: Option<TicketRow>,
    /// Known serials that look like it.
    pub look_alikes: Vec<LookAlike>,
    /// What the register says.
    pub sale: Option<Sale>,
    /// When the register was last imported, milliseconds since 1970 UTC.
    pub register_as_of: Option<i64>,
    /// What the master of its model says: class, kit, specification.
    pub model: Option<ModelCard>,
    /// While no model is known: the one model whose serials look like this one.
    pub fits_model: Option<String>,
    /// What the register of our own units says of the serial.
    pub loan: Option<Loan>,
    /// How many work orders this serial had before.
    pub earlier_tickets: u32,
}

/// The request of `intake_receive`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReceiveRequest {
    /// The draft it was typed in; it ends, and its attachments move to the work order.
    #[serde(default)]
    pub draft_id: Option<DraftId>,
    /// The intake.
    pub intake: IntakeDraft,
}

/// A received unit, durably saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Received {
    /// The work order.
    pub id: TicketId,
    /// Its number, for life.
    pub rma: RmaNumber,
    /// What was recorded as contradictory, and whether the claim date was taken from the receipt.
    pub conflicts: Vec<Conflict>,
    /// The work order as lists show it.
    pub row: TicketRow,
}

/// The request of `intake_amend`: corrects what was typed wrong. The serial's and the dates' old values
/// stay in the history.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AmendRequest {
    /// The work order.
    pub id: TicketId,
    /// The intake as it should read.
    pub intake: IntakeDraft,
    /// Why.
    pub reason: String,
}

pub(crate) fn check(app: &App, draft: IntakeDraft) -> Result<Check, AppError> {
    let draft = consignment::dated(app, draft)?;
    let serial = SerialNumber::parse(&draft.serial).ok();
    let known = Known::of_draft(&app.store, &draft)?;
    let open =
        serial.as_ref().map(|serial| ticket::open_by_serial(&app.store, serial)).transpose()?.flatten();
    let earlier = serial.as_ref().map(|serial| store::by_serial(&app.store, serial)).transpose()?;
    let mut conflicts = claim::conflicts(&Said::by_draft(&draft), &draft.model, &known);
    conflicts.extend(consignment::conflict(&app.store, draft.consignment, draft.received_on)?);
    Ok(Check {
        problems: draft.complete(app.today()?).err().unwrap_or_default(),
        conflicts,
        open: open.map(|row| app.row(row)).transpose()?,
        look_alikes: serial.as_ref().map(|serial| look_alikes(app, serial)).transpose()?.unwrap_or_default(),
        register_as_of: known.register_as_of,
        fits_model: known.fitting_model(&app.store)?,
        model: known.model.map(ModelCard::from),
        loan: known.loan.map(|loan| loan.entry),
        earlier_tickets: earlier.map_or(0, |tickets| u32::try_from(tickets.len()).unwrap_or(u32::MAX)),
        sale: known.sale,
        serial,
    })
}

/// Receives a unit: customer, intake, work order, verdict and journal in one transaction that is on the disk when
/// this returns.
pub(crate) fn receive(app: &App, request: ReceiveRequest) -> Result<Written<Received>, AppError> {
    let today = app.today()?;
    let draft = consignment::dated(app, request.intake)?;
    let intake = draft.complete(today).map_err(AppError::Intake)?;
    let facts = draft.facts;
    let id = TicketId::new(app.ports.ids.uuid());
    let calendar = app.calendar(intake.calendar.as_deref())?;
    let written = app.write(|tx| {
        let known = Known::of_intake(tx, &intake)?;
        let said = Said::by_intake(&intake, &facts);
        let mut conflicts = claim::conflicts(&said, &intake.model, &known);
        conflicts.extend(consignment::conflict(tx, intake.consignment, Some(intake.received_on))?);
        let customer = customer_on_record(app, tx, &intake.customer)?;
        let statement = Statement {
            customer,
            intake: &intake,
            facts: &serde_json::to_value(&facts).map_err(AppError::BadRequest)?,
            conflicts: &conflicts,
        };
        let rma = store::receive(tx, id, &statement, &dated(calendar, intake.received_on))?;
        verdict::keep(app, tx, id, &claim::claim(&said, &known).facts)?;
        custody::arrive(app, tx, id)?;
        if let Some(parcel) = intake.consignment {
            consignment::took(app, tx, parcel, id, &intake, request.draft_id)?;
        }
        if let Some(draft) = request.draft_id {
            draft::receive(tx, draft, id)?;
        }
        Ok((rma, conflicts))
    })?;
    let (rma, conflicts) = written.value;
    let row = app.row(ticket::by_id(&app.store, id)?.ok_or(AppError::NotFound)?)?;
    Ok(Written { value: Received { id, rma, conflicts, row }, changes: written.changes })
}

/// Corrects what was typed wrong. The dates of the cycle follow the received date, and a verdict on the corrected
/// facts is recorded beside the earlier ones.
pub(crate) fn amend(app: &App, request: AmendRequest) -> Result<Written<TicketLife>, AppError> {
    let reason = request.reason.trim();
    if reason.is_empty() {
        return Err(AppError::ReasonRequired);
    }
    let draft = consignment::dated(app, request.intake)?;
    let intake = draft.complete(app.today()?).map_err(AppError::Intake)?;
    let facts = draft.facts;
    let calendar = app.calendar(intake.calendar.as_deref())?;
    let written = app.write(|tx| {
        let before = store::by_id(tx, request.id)?.ok_or(AppError::NotFound)?;
        let known = Known::of_intake(tx, &intake)?;
        let said = Said::by_intake(&intake, &facts);
        let mut conflicts = claim::conflicts(&said, &intake.model, &known);
        conflicts.extend(consignment::conflict(tx, intake.consignment, Some(intake.received_on))?);
        let statement = Statement {
            customer: amended_customer(app, tx, &before, &intake)?,
            intake: &intake,
            facts: &serde_json::to_value(&facts).map_err(AppError::BadRequest)?,
            conflicts: &conflicts,
        };
        let changed = store::amend(tx, request.id, &statement, reason)?;
        consignment::follow(app, tx, request.id, before.intake.consignment, &intake)?;
        ticket::redate(tx, request.id, &dated(calendar, intake.received_on))?;
        if !changed.is_empty() {
            verdict::keep(app, tx, request.id, &claim::claim(&said, &known).facts)?;
        }
        Ok(())
    })?;
    let life = crate::ticket::get(app, TicketRef { id: request.id })?;
    Ok(Written { value: life, changes: written.changes })
}

/// The customer on record, brought up to date, or a new one.
pub(crate) fn customer_on_record(app: &App, tx: &Tx<'_>, stated: &Customer) -> Result<CustomerId, AppError> {
    if let Some(known) = customer::find(tx, stated)? {
        customer::update(tx, known.id, &merged(&known.customer, stated))?;
        return Ok(known.id);
    }
    let id = CustomerId::new(app.ports.ids.uuid());
    customer::add(tx, id, stated)?;
    Ok(id)
}

/// A corrected name or phone number is the same customer, unless those belong to another one on record.
fn amended_customer(
    app: &App,
    tx: &Tx<'_>,
    before: &IntakeRecord,
    intake: &Intake,
) -> Result<CustomerId, AppError> {
    if let Some(known) = customer::find(tx, &intake.customer)?
        && known.id != before.customer_id
    {
        return customer_on_record(app, tx, &intake.customer);
    }
    customer::update(tx, before.customer_id, &intake.customer)?;
    Ok(before.customer_id)
}

/// What was left empty this time is still known from the last.
pub(crate) fn merged(known: &Customer, stated: &Customer) -> Customer {
    let either = |stated: &Pii<String>, known: &Pii<String>| {
        if stated.reveal().trim().is_empty() { known.clone() } else { stated.clone() }
    };
    Customer {
        name: stated.name.clone(),
        phone: stated.phone.clone(),
        email: either(&stated.email, &known.email),
        address: either(&stated.address, &known.address),
    }
}

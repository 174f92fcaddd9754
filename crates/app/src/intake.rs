//! Receiving a unit: check while it is typed, receive once, amend with a reason. From the moment
//! `receive` returns, the number exists and the record is on the disk.

use crate::authorisation::{self, QuotedNumber};
use crate::claim::{self, Said};
use crate::commands::Written;
use crate::conflicts::conflicts;
use crate::consignment;
use crate::custody;
use crate::customer;
use crate::decision::{self, Question};
use crate::draft::IntakeDraft;
use crate::enquiry::{self, AskedAbout};
use crate::error::AppError;
use crate::known::Known;
use crate::masters::ModelCard;
use crate::repeat::{self, Repeats};
use crate::scan::{LookAlike, look_alikes};
use crate::sender;
use crate::session::SecondPerson;
use crate::station::App;
use crate::ticket::{TicketLife, TicketRef, TicketRow, dated};
use crate::verdict;
use nightbench_domain::decision::DecisionKind;
use nightbench_domain::id::{DraftId, TicketId};
use nightbench_domain::intake::{Conflict, Intake, IntakeProblem, IntakeReason};
use nightbench_domain::label::LabelState;
use nightbench_domain::loan::Loan;
use nightbench_domain::pii::Pii;
use nightbench_domain::registry::Sale;
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::SerialNumber;
use nightbench_store::intake::{self as store, Statement, Why};
use nightbench_store::{draft, identity, ticket};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a screen should show beside a half-typed intake.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
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
    /// What the quoted number is found to be.
    pub quoted: Option<QuotedNumber>,
    /// Whether the label was found in a state that a photo should show.
    pub asks_label_photo: bool,
    /// The enquiry in which this unit was asked about.
    pub asked: Option<AskedAbout>,
    /// When we last put a label on this unit, milliseconds since 1970 UTC.
    pub relabelled_at: Option<i64>,
    /// How soon it came back, and what its batch suffers from.
    pub repeats: Repeats,
    /// Who is its sender while no customer is named: that of its parcel, or the dealer. Absent where a customer is
    /// named, or must be, being the sender.
    pub sender: Option<Pii<String>>,
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
    /// The second person, who must be there when the first report changes.
    #[serde(default)]
    pub second: Option<SecondPerson>,
}

pub(crate) fn check(app: &App, draft: IntakeDraft) -> Result<Check, AppError> {
    let draft = consignment::dated(app, draft)?;
    let sender = sender::of(&app.store, &draft)?;
    let draft = sender::named(draft, sender.clone());
    let serial = SerialNumber::parse(&draft.serial).ok().filter(|serial| !serial.is_stand_in());
    let known = Known::of_draft(&app.store, &draft)?;
    let relabelled = serial.as_ref().map(|serial| identity::relabellings(&app.store, serial)).transpose()?;
    let open =
        serial.as_ref().map(|serial| ticket::open_by_serial(&app.store, serial)).transpose()?.flatten();
    let earlier = serial.as_ref().map(|serial| store::by_serial(&app.store, serial)).transpose()?;
    let mut conflicts = conflicts(&Said::by_draft(&draft), &draft.model, &known);
    conflicts.extend(consignment::conflict(&app.store, draft.consignment, draft.received_on)?);
    let back_on = draft.received_on.map_or_else(|| app.today(), Ok)?;
    let model =
        known.sale.as_ref().filter(|_| draft.model.is_empty()).map_or(&draft.model, |sale| &sale.model);
    let repeats = serial.as_ref().map(|serial| repeat::of(app, &app.store, serial, model, None, back_on));
    Ok(Check {
        repeats: repeats.transpose()?.unwrap_or_default(),
        sender: sender.map(|sender| sender.name_in_full()),
        problems: draft.complete(app.today()?).err().unwrap_or_default(),
        conflicts,
        open: open.map(|row| app.row(row)).transpose()?,
        look_alikes: serial.as_ref().map(|serial| look_alikes(app, serial)).transpose()?.unwrap_or_default(),
        register_as_of: known.register_as_of,
        fits_model: known.fitting_model(&app.store)?,
        model: known.model.map(ModelCard::from),
        loan: known.loan.map(|loan| loan.entry),
        earlier_tickets: earlier.map_or(0, |tickets| u32::try_from(tickets.len()).unwrap_or(u32::MAX)),
        asks_label_photo: draft.label.is_some_and(LabelState::asks_for_photo),
        quoted: authorisation::quoted(app, &draft)?,
        asked: enquiry::asked_about(app, &draft)?,
        relabelled_at: relabelled.and_then(|labels| labels.first().map(|label| label.done_at)),
        sale: known.sale,
        serial,
    })
}

/// Receives a unit: customer, intake, work order, verdict and journal in one transaction that is on the disk when
/// this returns.
pub(crate) fn receive(app: &App, request: ReceiveRequest) -> Result<Written<Received>, AppError> {
    let today = app.today()?;
    let draft = consignment::dated(app, request.intake)?;
    let sender = sender::of(&app.store, &draft)?;
    let draft = sender::named(draft, sender);
    let is_sure = draft.is_sure_of_number();
    let mut intake = draft.complete(today).map_err(AppError::Intake)?;
    let facts = draft.facts;
    let id = TicketId::new(app.ports.ids.uuid());
    let calendar = app.calendar(intake.calendar.as_deref())?;
    let repeats = repeat::of(app, &app.store, &intake.serial, &intake.model, None, intake.received_on)?;
    let written = app.write(|tx| {
        let (under, quoted) = authorisation::received_under(tx, intake.authorisation.take(), is_sure)?;
        intake.authorisation = quoted;
        if intake.serial.is_stand_in() {
            intake.serial = SerialNumber::stand_in(&under.rma);
        }
        if let Some(parcel) = intake.consignment {
            intake.damage = consignment::damage_of(tx, parcel, &intake, request.draft_id)?;
        }
        let known = Known::of_intake(tx, &intake)?;
        // The register of our own units knows what nobody at the counter may.
        intake.owned_by_us |= known.loan.is_some();
        let said = Said::by_intake(&intake, &facts);
        let mut conflicts = conflicts(&said, &intake.model, &known);
        conflicts.extend(consignment::conflict(tx, intake.consignment, Some(intake.received_on))?);
        let statement = Statement {
            customer: customer::on_record(app, tx, &intake.customer)?,
            parties: &customer::parties_on_record(app, tx, &intake.parties)?,
            intake: &intake,
            facts: &serde_json::to_value(&facts).map_err(AppError::BadRequest)?,
            conflicts: &conflicts,
        };
        store::receive(tx, id, &under.rma, &statement, &dated(&calendar, intake.received_on))?;
        if let Some(given) = under.given {
            nightbench_store::authorisation::take_up(tx, given, id)?;
        }
        enquiry::took(tx, id, under.given, request.draft_id, &intake.serial)?;
        verdict::keep(app, tx, id, &claim::claim(&said, &known).facts)?;
        if repeats.is_after_our_paid_repair() && !intake.owned_by_us {
            decision::ask(app, tx, Question::of(id, DecisionKind::OurWork, ""))?;
        }
        custody::arrive(app, tx, id)?;
        if let Some(parcel) = intake.consignment {
            consignment::took(app, tx, parcel, id, &intake, request.draft_id)?;
        }
        if let Some(draft) = request.draft_id {
            draft::receive(tx, draft, id)?;
        }
        Ok((under.rma, conflicts))
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
    let sender = sender::of(&app.store, &draft)?;
    let is_sent = sender.is_some();
    let draft = sender::named(draft, sender);
    let is_sure = draft.is_sure_of_number();
    let mut intake = draft.complete(app.today()?).map_err(AppError::Intake)?;
    let facts = draft.facts;
    let calendar = app.calendar(intake.calendar.as_deref())?;
    let before = store::by_id(&app.store, request.id)?.ok_or(AppError::NotFound)?;
    let second = if is_report_changed(&before.intake, &intake) {
        Some(app.second_person(request.second.as_ref())?)
    } else {
        None
    };
    let written = app.write(|tx| {
        let before = store::by_id(tx, request.id)?.ok_or(AppError::NotFound)?;
        if intake.serial.is_stand_in() && intake.serial != before.intake.serial {
            return Err(AppError::Intake(vec![IntakeProblem {
                field: "serial".to_owned(),
                reason: IntakeReason::NotASerial,
            }]));
        }
        intake.authorisation = authorisation::named_later(
            tx,
            request.id,
            &before.rma,
            before.intake.authorisation.as_ref(),
            intake.authorisation.take(),
            is_sure,
        )?;
        let known = Known::of_intake(tx, &intake)?;
        let said = Said::by_intake(&intake, &facts);
        let mut conflicts = conflicts(&said, &intake.model, &known);
        conflicts.extend(consignment::conflict(tx, intake.consignment, Some(intake.received_on))?);
        let statement = Statement {
            // A customer who is taken out is somebody else than the sender who takes the place.
            customer: if is_sent {
                customer::on_record(app, tx, &intake.customer)?
            } else {
                customer::amended(app, tx, &before, &intake)?
            },
            parties: &customer::parties_on_record(app, tx, &intake.parties)?,
            intake: &intake,
            facts: &serde_json::to_value(&facts).map_err(AppError::BadRequest)?,
            conflicts: &conflicts,
        };
        let changed = store::amend(tx, request.id, &statement, &Why { reason, second: second.as_deref() })?;
        consignment::follow(app, tx, request.id, before.intake.consignment, &intake)?;
        consignment::tell(tx, request.id, before.intake.damage.as_ref(), intake.damage.as_ref())?;
        ticket::redate(tx, request.id, &dated(&calendar, intake.received_on))?;
        if !changed.is_empty() {
            verdict::keep(app, tx, request.id, &claim::claim(&said, &known).facts)?;
        }
        Ok(())
    })?;
    let life = crate::ticket::get(app, TicketRef { id: request.id })?;
    Ok(Written { value: life, changes: written.changes })
}

/// Whether the date the 7 and 30 days are counted to would move, or what says so.
fn is_report_changed(before: &Intake, after: &Intake) -> bool {
    (&before.first_reported, before.no_earlier_report) != (&after.first_reported, after.no_earlier_report)
}

//! The draft: an intake while it is being typed. Saved at every field and found again after a crash or a
//! power cut. It is not a record: nothing of it is journaled until the unit is received.

use crate::commands::Written;
use crate::error::AppError;
use crate::session;
use crate::station::App;
use chrono::NaiveDate;
use nightbench_calendar::Calendar;
use nightbench_domain::claim::Remedy;
use nightbench_domain::customer::Customer;
use nightbench_domain::id::{ConsignmentId, DraftId, UserId};
use nightbench_domain::intake::{Accessory, Channel, FirstReported, Intake, IntakeProblem, IntakeReason};
use nightbench_domain::pii::Pii;
use nightbench_domain::serial::{SerialError, SerialNumber};
use nightbench_domain::unit::ProductClass;
use nightbench_eligibility::facts::Facts;
use nightbench_store::draft as store;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An intake as far as it is known. Every field may be missing; the same object, filled, is what
/// `nightbench-cli receive` reads.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct IntakeDraft {
    /// As typed or scanned; folded when the unit is received.
    pub serial: String,
    /// The model.
    pub model: String,
    /// The class.
    pub product_class: Option<ProductClass>,
    /// What the customer says is wrong.
    pub symptom: String,
    /// Who brought or sent it.
    pub customer: Customer,
    /// The day the centre took it.
    pub received_on: Option<NaiveDate>,
    /// How it arrived.
    pub channel: Channel,
    /// The dealer, or empty.
    pub dealer: String,
    /// The first documented report.
    pub first_reported: DraftReport,
    /// What was tried before it was sent in.
    pub remote_attempts: String,
    /// The accessories looked for.
    pub accessories: Vec<Accessory>,
    /// The condition at the counter.
    pub condition: String,
    /// Number of the purchase document.
    pub purchase_document: String,
    /// Which remedy the customer asks for.
    pub remedy_wanted: Option<Remedy>,
    /// Whether the paper form came with it.
    pub paper_form: Option<bool>,
    /// Country of the working-day calendar; the centre's when absent.
    pub calendar: Option<String>,
    /// The parcel it came in; its day is the received date unless another is stated.
    pub consignment: Option<ConsignmentId>,
    /// What is known of the claim. Class, claim date and accessories are taken from the fields above
    /// unless they are stated here.
    pub facts: Facts,
}

/// The first documented report, while it is being typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct DraftReport {
    /// The date.
    pub on: Option<NaiveDate>,
    /// To whom.
    pub to: String,
}

/// Names a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftRef {
    /// The draft.
    pub id: DraftId,
}

/// The request of `draft_save`: a new draft when `id` is absent.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveRequest {
    /// The draft to replace.
    #[serde(default)]
    pub id: Option<DraftId>,
    /// All of it.
    pub draft: IntakeDraft,
}

/// A draft as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SavedDraft {
    /// Its identity.
    pub id: DraftId,
    /// Its content.
    pub draft: IntakeDraft,
    /// When it was last saved, milliseconds since 1970 UTC.
    pub saved_at: i64,
}

/// A draft in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DraftRow {
    /// Its identity.
    pub id: DraftId,
    /// The serial as typed, or empty.
    pub serial: String,
    /// The model, or empty.
    pub model: String,
    /// The customer's name, or empty.
    pub customer: Pii<String>,
    /// When it was last saved, milliseconds since 1970 UTC.
    pub saved_at: i64,
    /// When it was put away, milliseconds since 1970 UTC; it can be taken back for 30 days.
    pub discarded_at: Option<i64>,
    /// Who last saved it; absent when nobody was signed in.
    pub user: Option<UserId>,
}

impl IntakeDraft {
    /// The intake this draft describes, once nothing is missing or wrong. `today` is the civil date at the centre.
    ///
    /// # Errors
    /// Every field that must be put right, in the order of the screen.
    pub fn complete(&self, today: NaiveDate) -> Result<Intake, Vec<IntakeProblem>> {
        let mut problems = Vec::new();
        let mut say = |field: &str, reason| problems.push(IntakeProblem { field: field.to_owned(), reason });
        let serial = SerialNumber::parse(&self.serial);
        match &serial {
            Ok(_) => {}
            Err(SerialError::Empty) => say("serial", IntakeReason::Required),
            Err(SerialError::Length | SerialError::Character) => say("serial", IntakeReason::NotASerial),
        }
        if self.product_class.is_none() {
            say("product_class", IntakeReason::Required);
        }
        if self.received_on.is_none() {
            say("received_on", IntakeReason::Required);
        }
        if self.calendar.as_deref().is_some_and(|country| Calendar::of(country).country() != country) {
            say("calendar", IntakeReason::UnknownCalendar);
        }
        if let (Ok(serial), Some(class), Some(received_on)) = (&serial, self.product_class, self.received_on)
        {
            let intake = self.intake(serial.clone(), class, received_on);
            problems.extend(intake.problems(today));
            return if problems.is_empty() { Ok(intake) } else { Err(problems) };
        }
        // The other fields are looked at with stand-ins, so that a person is told everything at once.
        if let Ok(stand_in) = SerialNumber::parse("NONE") {
            let class = self.product_class.unwrap_or(ProductClass::Terminal);
            problems.extend(self.intake(stand_in, class, self.received_on.unwrap_or(today)).problems(today));
        }
        Err(problems)
    }

    fn intake(&self, serial: SerialNumber, product_class: ProductClass, received_on: NaiveDate) -> Intake {
        let first_reported = self
            .first_reported
            .on
            .map(|on| FirstReported { on, to: self.first_reported.to.trim().to_owned() });
        Intake {
            serial,
            model: self.model.trim().to_owned(),
            product_class,
            symptom: self.symptom.trim().to_owned(),
            customer: self.customer.clone(),
            received_on,
            channel: self.channel,
            dealer: self.dealer.trim().to_owned(),
            first_reported,
            remote_attempts: self.remote_attempts.trim().to_owned(),
            accessories: self.accessories.clone(),
            condition: self.condition.trim().to_owned(),
            purchase_document: self.purchase_document.trim().to_owned(),
            remedy_wanted: self.remedy_wanted,
            paper_form: self.paper_form,
            calendar: self.calendar.clone(),
            consignment: self.consignment,
        }
    }

    /// The draft that describes a received intake: what amending starts from.
    #[must_use]
    pub fn of(intake: &Intake, facts: &Facts) -> Self {
        Self {
            serial: intake.serial.as_str().to_owned(),
            model: intake.model.clone(),
            product_class: Some(intake.product_class),
            symptom: intake.symptom.clone(),
            customer: intake.customer.clone(),
            received_on: Some(intake.received_on),
            channel: intake.channel,
            dealer: intake.dealer.clone(),
            first_reported: intake
                .first_reported
                .as_ref()
                .map(|first| DraftReport { on: Some(first.on), to: first.to.clone() })
                .unwrap_or_default(),
            remote_attempts: intake.remote_attempts.clone(),
            accessories: intake.accessories.clone(),
            condition: intake.condition.clone(),
            purchase_document: intake.purchase_document.clone(),
            remedy_wanted: intake.remedy_wanted,
            paper_form: intake.paper_form,
            calendar: intake.calendar.clone(),
            consignment: intake.consignment,
            facts: facts.clone(),
        }
    }
}

pub(crate) fn list(app: &App, (): ()) -> Result<Vec<DraftRow>, AppError> {
    let kept = store::list(&app.store)?.into_iter().chain(store::discarded(&app.store)?);
    kept.map(row).collect()
}

pub(crate) fn get(app: &App, request: DraftRef) -> Result<SavedDraft, AppError> {
    saved(store::by_id(&app.store, request.id)?.ok_or(AppError::NotFound)?)
}

pub(crate) fn save(app: &App, request: SaveRequest) -> Result<Written<SavedDraft>, AppError> {
    let id = request.id.unwrap_or_else(|| DraftId::new(app.ports.ids.uuid()));
    let content = serde_json::to_value(&request.draft).map_err(AppError::BadRequest)?;
    let at_ms = app.now_ms();
    let user = session::signed_in(app)?.map(|user| user.id);
    let written = app.write_local(|tx| {
        store::save(tx, id, &content, at_ms)?;
        Ok(store::typed_by(tx, id, user)?)
    })?;
    let value = SavedDraft { id, draft: request.draft, saved_at: at_ms };
    Ok(Written { value, changes: written.changes })
}

pub(crate) fn discard(app: &App, request: DraftRef) -> Result<Written<DraftRow>, AppError> {
    let written = app.write_local(|tx| Ok(store::discard(tx, request.id, app.now_ms())?))?;
    let value = row(store::by_id(&app.store, request.id)?.ok_or(AppError::NotFound)?)?;
    Ok(Written { value, changes: written.changes })
}

pub(crate) fn restore(app: &App, request: DraftRef) -> Result<Written<DraftRow>, AppError> {
    let written = app.write_local(|tx| Ok(store::restore(tx, request.id)?))?;
    let value = row(store::by_id(&app.store, request.id)?.ok_or(AppError::NotFound)?)?;
    Ok(Written { value, changes: written.changes })
}

fn saved(record: store::Draft) -> Result<SavedDraft, AppError> {
    let draft = serde_json::from_value(record.content).map_err(AppError::BadRequest)?;
    Ok(SavedDraft { id: record.id, draft, saved_at: record.updated_at })
}

fn row(record: store::Draft) -> Result<DraftRow, AppError> {
    let (discarded_at, user) = (record.discarded_at, record.user);
    let SavedDraft { id, draft, saved_at } = saved(record)?;
    Ok(DraftRow {
        id,
        serial: draft.serial,
        model: draft.model,
        customer: draft.customer.name,
        saved_at,
        discarded_at,
        user,
    })
}

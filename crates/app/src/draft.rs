//! The draft: an intake while it is being typed. Saved at every field and found again after a crash or a
//! power cut. It is not a record: nothing of it is journaled until the unit is received.

use crate::commands::Written;
use crate::error::AppError;
use crate::session;
use crate::station::App;
use chrono::NaiveDate;
use nightbench_calendar::Calendar;
use nightbench_domain::authorisation::Authorisation;
use nightbench_domain::claim::Remedy;
use nightbench_domain::customer::Customer;
use nightbench_domain::damage::Damage;
use nightbench_domain::id::{ConsignmentId, DraftId, UserId};
use nightbench_domain::intake::{
    Accessory, Channel, FirstReported, Intake, IntakeProblem, IntakeReason, LateEntry,
};
use nightbench_domain::label::LabelState;
use nightbench_domain::party::Parties;
use nightbench_domain::pii::Pii;
use nightbench_domain::rma::{RmaError, RmaNumber};
use nightbench_domain::serial::{SerialError, SerialNumber};
use nightbench_domain::time_of_day::time_of_day;
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
    /// As typed or scanned; folded when the unit is received. Empty with `no_serial`.
    pub serial: String,
    /// No serial can be read: the unit is received under a temporary tag that carries its number.
    pub no_serial: bool,
    /// How the label with the serial was found; absent: not looked at.
    pub label: Option<LabelState>,
    /// The model.
    pub model: String,
    /// The class.
    pub product_class: Option<ProductClass>,
    /// What the customer says is wrong.
    pub symptom: String,
    /// Who brought or sent it.
    pub customer: Customer,
    /// Who else is concerned; a role that is absent or blank is the customer's.
    pub parties: Parties,
    /// The day the centre took it.
    pub received_on: Option<NaiveDate>,
    /// How it arrived; absent: not stated.
    pub channel: Option<Channel>,
    /// What showed that we agreed to receive it; absent: not looked for.
    pub authorisation: Option<DraftAuthorisation>,
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
    /// Damage in transit or in our hands.
    pub damage: Option<Damage>,
    /// When it really came, where it is typed after the fact; `received_on` is that day.
    pub late_entry: Option<DraftLateEntry>,
    /// The unit is our own: a demonstration or loan unit.
    pub owned_by_us: bool,
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
    /// What documents it.
    pub proof: String,
    /// Somebody asked, and nothing was reported before the unit came.
    pub none: bool,
}

/// What showed that we agreed to receive the unit, while it is being typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum DraftAuthorisation {
    /// A number stood on the parcel, or the customer named it.
    Number {
        /// As typed or scanned.
        rma: String,
        /// Somebody looked whether another unit has it: asked of a number that was given before a restore.
        #[serde(default)]
        sure: bool,
    },
    /// Somebody looked, and there was none.
    None,
}

/// When a unit really came, while it is being typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct DraftLateEntry {
    /// The time of day, as in 08:35.
    pub at: String,
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

impl DraftAuthorisation {
    /// Whether a number is to be typed and is not.
    pub(crate) fn is_blank(&self) -> bool {
        match self {
            Self::Number { rma, .. } => rma.trim().is_empty(),
            Self::None => false,
        }
    }
}

impl IntakeDraft {
    /// The intake this draft describes, once nothing is missing or wrong. `today` is the civil date at the centre.
    ///
    /// # Errors
    /// Every field that must be put right, in the order of the screen.
    pub fn complete(&self, today: NaiveDate) -> Result<Intake, Vec<IntakeProblem>> {
        let mut problems = Vec::new();
        let mut say = |field: &str, reason| problems.push(IntakeProblem { field: field.to_owned(), reason });
        let serial = self.serial();
        if let Err(reason) = &serial {
            say("serial", *reason);
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
        let authorisation = self.authorisation().unwrap_or_else(|reason| {
            say("authorisation.rma", reason);
            None
        });
        let late_entry = self.late_entry().unwrap_or_else(|reason| {
            say("late_entry.at", reason);
            None
        });
        let typed = |serial, class, received_on| Intake {
            authorisation: authorisation.clone(),
            late_entry,
            ..self.intake(serial, class, received_on)
        };
        if let (Ok(serial), Some(class), Some(received_on)) = (&serial, self.product_class, self.received_on)
        {
            let intake = typed(serial.clone(), class, received_on);
            problems.extend(intake.problems(today));
            return if problems.is_empty() { Ok(intake) } else { Err(problems) };
        }
        // The other fields are looked at with stand-ins, so that a person is told everything at once.
        let class = self.product_class.unwrap_or(ProductClass::Terminal);
        let received_on = self.received_on.unwrap_or(today);
        problems.extend(typed(SerialNumber::unread(), class, received_on).problems(today));
        Err(problems)
    }

    /// The serial as typed, or the stand-in where none can be read. A temporary tag is no serial: it is only kept on
    /// the intake that has it.
    fn serial(&self) -> Result<SerialNumber, IntakeReason> {
        match (SerialNumber::parse(&self.serial), self.no_serial) {
            (Ok(serial), is_unread) if serial.is_stand_in() == is_unread => Ok(serial),
            (_, true) => Ok(SerialNumber::unread()),
            (Err(SerialError::Empty), false) => Err(IntakeReason::Required),
            (Ok(_) | Err(SerialError::Length | SerialError::Character), false) => {
                Err(IntakeReason::NotASerial)
            }
        }
    }

    /// What was quoted. What a number is worth is found out on receipt.
    ///
    /// # Errors
    /// Why the text is no RMA number.
    pub(crate) fn authorisation(&self) -> Result<Option<Authorisation>, IntakeReason> {
        match &self.authorisation {
            None => Ok(None),
            Some(DraftAuthorisation::None) => Ok(Some(Authorisation::None)),
            Some(number) if number.is_blank() => Err(IntakeReason::Required),
            Some(DraftAuthorisation::Number { rma, .. }) => match RmaNumber::parse(rma) {
                Ok(rma) => Ok(Some(Authorisation::Number { rma, standing: None })),
                Err(RmaError::Shape) => Err(IntakeReason::NotANumber),
                Err(RmaError::Check) => Err(IntakeReason::Misread),
            },
        }
    }

    /// Whether somebody looked that no other unit has the number quoted.
    pub(crate) fn is_sure_of_number(&self) -> bool {
        match &self.authorisation {
            Some(DraftAuthorisation::Number { sure, .. }) => *sure,
            Some(DraftAuthorisation::None) | None => false,
        }
    }

    fn late_entry(&self) -> Result<Option<LateEntry>, IntakeReason> {
        let Some(typed) = &self.late_entry else { return Ok(None) };
        if typed.at.trim().is_empty() {
            return Err(IntakeReason::Required);
        }
        time_of_day(&typed.at).map(|at| Some(LateEntry { at })).ok_or(IntakeReason::NotATime)
    }

    fn intake(&self, serial: SerialNumber, product_class: ProductClass, received_on: NaiveDate) -> Intake {
        let first_reported = self.first_reported.on.map(|on| FirstReported {
            on,
            to: self.first_reported.to.trim().to_owned(),
            proof: self.first_reported.proof.trim().to_owned(),
        });
        Intake {
            serial,
            model: self.model.trim().to_owned(),
            product_class,
            symptom: self.symptom.trim().to_owned(),
            customer: self.customer.clone(),
            received_on,
            channel: self.channel,
            authorisation: None,
            dealer: self.dealer.trim().to_owned(),
            first_reported,
            no_earlier_report: self.first_reported.none,
            remote_attempts: self.remote_attempts.trim().to_owned(),
            accessories: self.accessories.clone(),
            condition: self.condition.trim().to_owned(),
            purchase_document: self.purchase_document.trim().to_owned(),
            remedy_wanted: self.remedy_wanted,
            paper_form: self.paper_form,
            calendar: self.calendar.clone(),
            consignment: self.consignment,
            label: self.label,
            parties: self.parties.without_blanks(),
            damage: self
                .damage
                .as_ref()
                .map(|damage| Damage { place: damage.place, note: damage.note.trim().to_owned() }),
            late_entry: None,
            owned_by_us: self.owned_by_us,
        }
    }

    /// The draft that describes a received intake: what amending starts from.
    #[must_use]
    pub fn of(intake: &Intake, facts: &Facts) -> Self {
        Self {
            serial: intake.serial.as_str().to_owned(),
            no_serial: intake.serial.is_stand_in(),
            label: intake.label,
            model: intake.model.clone(),
            product_class: Some(intake.product_class),
            symptom: intake.symptom.clone(),
            customer: intake.customer.clone(),
            parties: intake.parties.clone(),
            received_on: Some(intake.received_on),
            channel: intake.channel,
            authorisation: intake.authorisation.as_ref().map(|authorisation| match authorisation {
                Authorisation::Number { rma, .. } => {
                    DraftAuthorisation::Number { rma: rma.to_string(), sure: false }
                }
                Authorisation::None => DraftAuthorisation::None,
            }),
            dealer: intake.dealer.clone(),
            first_reported: intake
                .first_reported
                .as_ref()
                .map(|first| DraftReport {
                    on: Some(first.on),
                    to: first.to.clone(),
                    proof: first.proof.clone(),
                    none: false,
                })
                .unwrap_or_else(|| DraftReport { none: intake.no_earlier_report, ..DraftReport::default() }),
            remote_attempts: intake.remote_attempts.clone(),
            accessories: intake.accessories.clone(),
            condition: intake.condition.clone(),
            purchase_document: intake.purchase_document.clone(),
            remedy_wanted: intake.remedy_wanted,
            paper_form: intake.paper_form,
            damage: intake.damage.clone(),
            late_entry: intake
                .late_entry
                .map(|late| DraftLateEntry { at: late.at.format("%H:%M").to_string() }),
            owned_by_us: intake.owned_by_us,
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

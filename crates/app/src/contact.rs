//! The log of what was said about an enquiry or a work order: reading it with its duties and what was promised, writing
//! an entry down, withdrawing one. Nothing is sent to anybody.

use crate::commands::Written;
use crate::duty::{self, DutyState};
use crate::error::AppError;
use crate::follow_up::{self, FollowUpRow};
use crate::reason::reason;
use crate::station::App;
use nightbench_domain::contact::{About, AttemptResult, CallerCheck, Contact, Direction, Way};
use nightbench_domain::customer::Customer;
use nightbench_domain::duty::DutyKind;
use nightbench_domain::id::{ContactId, CustomerId, EnquiryId};
use nightbench_domain::pii::Pii;
use nightbench_store::contact::{self as store, KnownContact};
use nightbench_store::{Source, Tx, enquiry, follow_up as owed, intake, ticket};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The request of `contact_log`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ContactLog {
    /// What it is about.
    pub about: About,
    /// How.
    pub way: Way,
    /// Who spoke first.
    pub direction: Direction,
    /// Nobody was reached.
    #[serde(default)]
    pub unreached: bool,
    /// With whom; empty: with the customer on record.
    #[serde(default)]
    pub with: Pii<String>,
    /// What was said.
    #[serde(default)]
    pub words: Pii<String>,
    /// When, milliseconds since 1970 UTC; now when absent.
    #[serde(default)]
    pub at: Option<i64>,
    /// What came of an attempt to solve it from afar (3.1); absent: it was none.
    #[serde(default)]
    pub attempt: Option<AttemptResult>,
    /// The check before details were read out; absent: none was made.
    #[serde(default)]
    pub check: Option<CallerCheck>,
    /// The duties it closes, beside those an attempt closes by itself.
    #[serde(default)]
    pub closes: Vec<DutyKind>,
}

/// The request of `contact_withdraw`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ContactWithdraw {
    /// The entry.
    pub id: ContactId,
    /// Why it is wrong.
    pub reason: String,
}

/// An entry of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ContactRow {
    /// The entry.
    pub id: ContactId,
    /// What it is about; of a work order that was asked about first also the enquiry.
    pub about: About,
    /// What was said.
    pub contact: Contact,
    /// When it was written down, milliseconds since 1970 UTC.
    pub logged_at: i64,
    /// Who wrote it down.
    pub logged_by: String,
    /// When it was withdrawn, milliseconds since 1970 UTC.
    pub withdrawn_at: Option<i64>,
    /// Why; empty when it stands.
    pub withdrawn_why: String,
}

/// Everything that was said and is owed about an enquiry or a work order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Correspondence {
    /// Whom it is with, as now on record.
    pub customer: Customer,
    /// The enquiry a work order began with.
    pub enquiry: Option<EnquiryId>,
    /// What was said, newest first; of a work order with what was said in its enquiry.
    pub contacts: Vec<ContactRow>,
    /// Promised dates and complaints, newest first.
    pub follow_ups: Vec<FollowUpRow>,
    /// What is owed and what was, the open ones first.
    pub duties: Vec<DutyState>,
}

pub(crate) fn list(app: &App, about: About) -> Result<Correspondence, AppError> {
    let mut said = store::of(&app.store, about)?;
    let owed = owed::of(&app.store, about)?;
    let (duties, enquiry) = match about {
        About::Ticket { id } => {
            let row = ticket::by_id(&app.store, id)?.ok_or(AppError::NotFound)?;
            let duties = duty::of_known_ticket(app, &row, &said, &owed)?;
            let asked = enquiry::unit_of_ticket(&app.store, id)?.map(|unit| unit.enquiry);
            if let Some(id) = asked {
                said.extend(store::of(&app.store, About::Enquiry { id })?);
            }
            (duties, asked)
        }
        About::Enquiry { id } => {
            let known = enquiry::by_id(&app.store, id)?.ok_or(AppError::NotFound)?;
            (duty::of_known_enquiry(app, &known, &said, &owed)?, None)
        }
    };
    let customer = customer_of(&app.store, about)?;
    let card = nightbench_store::customer::by_id(&app.store, customer)?;
    Ok(Correspondence {
        customer: card.map(|known| known.customer).unwrap_or_default(),
        enquiry,
        contacts: said.into_iter().map(ContactRow::from).collect(),
        follow_ups: owed.into_iter().map(|known| follow_up::row(app, known)).collect::<Result<_, _>>()?,
        duties,
    })
}

pub(crate) fn log(app: &App, request: ContactLog) -> Result<Written<Correspondence>, AppError> {
    let now = app.now_ms();
    let trimmed = |text: Pii<String>| Pii::new(text.reveal().trim().to_owned());
    let contact = Contact {
        way: request.way,
        direction: request.direction,
        is_reached: !request.unreached,
        with: trimmed(request.with),
        words: trimmed(request.words),
        at: request.at.unwrap_or(now),
        attempt: request.attempt,
        check: request.check,
        closes: request.closes,
    };
    let problems = contact.problems(now);
    if !problems.is_empty() {
        return Err(AppError::Entry(problems));
    }
    let by = app.actor()?;
    let written = app.write(|tx| write(app, tx, request.about, &contact, &by))?;
    Ok(Written { value: list(app, request.about)?, changes: written.changes })
}

/// Withdraws an entry that is wrong. It stays to be seen, and the duties it closed are open again; a result that rested
/// on it stands until it is taken back.
pub(crate) fn withdraw(app: &App, request: ContactWithdraw) -> Result<Written<Correspondence>, AppError> {
    let why = reason(&request.reason)?;
    let known = store::by_id(&app.store, request.id)?.ok_or(AppError::NotFound)?;
    let written = app.write(|tx| Ok(store::withdraw(tx, &known, why, app.now_ms())?))?;
    Ok(Written { value: list(app, known.about)?, changes: written.changes })
}

/// Writes an entry down that was looked at already, as of whoever acts.
pub(crate) fn write(
    app: &App,
    tx: &Tx<'_>,
    about: About,
    contact: &Contact,
    by: &str,
) -> Result<(), AppError> {
    let (id, customer) = (ContactId::new(app.ports.ids.uuid()), customer_of(tx, about)?);
    Ok(store::log(tx, id, about, customer, contact, by)?)
}

/// Under whose key what is said goes on record.
///
/// # Errors
/// `NotFound` when there is no such enquiry or work order.
pub(crate) fn customer_of(source: &impl Source, about: About) -> Result<CustomerId, AppError> {
    let customer = match about {
        About::Ticket { id } => intake::by_id(source, id)?.map(|record| record.customer_id),
        About::Enquiry { id } => enquiry::by_id(source, id)?.map(|known| known.customer),
    };
    customer.ok_or(AppError::NotFound)
}

impl From<KnownContact> for ContactRow {
    fn from(known: KnownContact) -> Self {
        Self {
            id: known.id,
            about: known.about,
            contact: known.contact,
            logged_at: known.logged_at,
            logged_by: known.logged_by,
            withdrawn_at: known.withdrawn_at,
            withdrawn_why: known.withdrawn_why,
        }
    }
}

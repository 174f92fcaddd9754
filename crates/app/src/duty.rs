//! Duties as a person meets them: those of one enquiry or work order here, all of them in queue.rs. The rules are in
//! domain/duty.rs; here they are asked with what stands on record. Nothing is closed here: the log and the records do it.

mod queue;

pub use queue::{DutyCounts, DutyList, DutyListRequest, DutyRow, DutySpan};
pub(crate) use queue::{counts, list};

use crate::error::AppError;
use crate::standing::standing;
use crate::station::App;
use chrono::{Days, NaiveDate, NaiveTime, TimeZone};
use nightbench_domain::authorisation::Authorisation;
use nightbench_domain::duty::{
    Duty, EnquirySeen, FollowUpSeen, Met, Owed, Spoken, TicketSeen, Uncollected, Warning, of_enquiry,
    of_follow_up, of_ticket, reminder_due, warned_from,
};
use nightbench_domain::id::{EnquiryId, TicketId};
use nightbench_domain::operation::{Operation, Value};
use nightbench_domain::ticket::Status;
use nightbench_store::contact::KnownContact;
use nightbench_store::decision::granted;
use nightbench_store::enquiry::{self, KnownEnquiry};
use nightbench_store::follow_up::KnownFollowUp;
use nightbench_store::ticket::{self, TicketRow};
use nightbench_store::{StoreError, intake, journal};
use serde::Serialize;
use ts_rs::TS;

/// A duty as it stands now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DutyState {
    /// The duty.
    pub duty: Duty,
    /// Its time has passed and nothing closed it.
    pub is_overdue: bool,
    /// It was closed after its time.
    pub is_late: bool,
}

/// The duties of an enquiry and of what was promised about it, the open ones first.
pub(crate) fn of_known_enquiry(
    app: &App,
    known: &KnownEnquiry,
    said: &[KnownContact],
    owed: &[KnownFollowUp],
) -> Result<Vec<DutyState>, AppError> {
    all(app, enquiry_duties(known, said), owed)
}

/// The duties of a work order and of what was promised about it, the open ones first.
pub(crate) fn of_known_ticket(
    app: &App,
    row: &TicketRow,
    said: &[KnownContact],
    owed: &[KnownFollowUp],
) -> Result<Vec<DutyState>, AppError> {
    all(app, of_ticket(&seen(app, row)?, &spoken(said)), owed)
}

/// The end of a civil day at the centre: 0:00 of the day after it, milliseconds since 1970 UTC.
pub(crate) fn end_of(app: &App, day: NaiveDate) -> Result<i64, AppError> {
    let next = day.checked_add_days(Days::new(1)).unwrap_or(day).and_time(NaiveTime::MIN);
    instant(app, next)
}

/// The instant of a local time at the centre. An hour that is passed over when the clocks are moved is the hour after
/// it, one that comes twice the first of them.
pub(crate) fn instant(app: &App, local: chrono::NaiveDateTime) -> Result<i64, AppError> {
    let zone = app.zone()?;
    let later = || zone.from_local_datetime(&(local + chrono::TimeDelta::hours(1))).earliest();
    let found = zone.from_local_datetime(&local).earliest().or_else(later);
    Ok(found.map_or_else(|| local.and_utc().timestamp_millis(), |found| found.timestamp_millis()))
}

/// When an enquiry that reached us at an instant must be answered.
pub(crate) fn reply_due_at(app: &App, received_at: i64) -> Result<i64, AppError> {
    let received = app.local(received_at)?.naive_local();
    instant(app, nightbench_domain::duty::reply_due(&*app.calendar(None)?, received))
}

fn ticket_row(app: &App, id: TicketId) -> Result<TicketRow, AppError> {
    ticket::by_id(&app.store, id)?.ok_or(AppError::NotFound)
}

fn enquiry_of(app: &App, id: EnquiryId) -> Result<KnownEnquiry, AppError> {
    enquiry::by_id(&app.store, id)?.ok_or(AppError::NotFound)
}

fn all(app: &App, duties: Vec<Duty>, owed: &[KnownFollowUp]) -> Result<Vec<DutyState>, AppError> {
    let mut states: Vec<_> = duties.into_iter().map(|duty| state(app, duty)).collect();
    for known in owed {
        states.push(state(app, follow_up_duty(app, known)?));
    }
    states.sort_by_key(|state| {
        (state.duty.closed.is_some(), state.duty.due_at.unwrap_or(i64::MAX), state.duty.kind)
    });
    Ok(states)
}

fn state(app: &App, duty: Duty) -> DutyState {
    DutyState { is_overdue: duty.is_overdue(app.now_ms()), is_late: duty.is_late(), duty }
}

fn enquiry_duties(known: &KnownEnquiry, said: &[KnownContact]) -> Vec<Duty> {
    let seen = EnquirySeen {
        received_at: known.enquiry.received_at,
        reply_due_at: known.reply_due_at,
        result: known.result,
    };
    of_enquiry(&seen, &spoken(said))
}

fn follow_up_duty(app: &App, known: &KnownFollowUp) -> Result<Duty, AppError> {
    Ok(of_follow_up(&FollowUpSeen {
        id: known.id,
        kind: known.follow_up.kind,
        opened_at: known.opened_at,
        due_at: end_of(app, known.follow_up.due_on)?,
        met: known.ended_at.map(|at| Met { at, who: known.ended_by.clone() }),
    }))
}

/// What the log says, without what was withdrawn.
fn spoken(said: &[KnownContact]) -> Vec<Spoken> {
    let standing = said.iter().filter(|known| known.withdrawn_at.is_none());
    standing
        .map(|known| Spoken {
            id: known.id,
            at: known.contact.at,
            who: known.logged_by.clone(),
            is_reached: known.contact.is_reached,
            closes: known.contact.closes.clone(),
        })
        .collect()
}

fn seen(app: &App, row: &TicketRow) -> Result<TicketSeen, AppError> {
    let journal = Journal::of(app, row.id)?;
    let intake = intake::by_id(&app.store, row.id)?.map(|record| record.intake);
    let came_without =
        intake.as_ref().is_some_and(|intake| intake.authorisation == Some(Authorisation::None));
    let country = intake.as_ref().and_then(|intake| intake.calendar.as_deref());
    let consent = if came_without { consent_owed(app, row, &journal)? } else { None };
    let today = app.today()?;
    let is_exceeded = row.is_open && today > row.cycle.limit_on;
    let is_warned_of = today >= warned_from(&*app.calendar(country)?, row.received_on);
    let seen = TicketSeen {
        consent,
        form: form_owed(row, &journal),
        agreement: journal.agreement(row),
        uncollected: uncollected(app, row, &journal)?,
        warning: is_warned_of
            .then(|| warning(app, row.received_on, row.cycle.limit_on, country))
            .transpose()?,
        is_exceeded_since: is_exceeded.then(|| end_of(app, row.cycle.limit_on)).transpose()?,
    };
    Ok(if row.is_open { seen } else { seen.done() })
}

/// A unit that came without consent waits for a decision, whichever way it goes.
fn consent_owed(app: &App, row: &TicketRow, journal: &Journal) -> Result<Option<Owed>, AppError> {
    let decided = granted(&app.store, row.id)?.consent.map(|(_, by)| Met { at: by.at, who: by.name });
    let met = match decided {
        Some(decided) => Some(decided),
        // Somebody wrote into the record that the company agreed.
        None if standing(app, &app.store, row.id)?.has_consent => journal.newest("intake.amend").map(met),
        None => None,
    };
    Ok(Some(Owed { since: row.opened_at, met }))
}

/// A form that came with the unit was never owed.
fn form_owed(row: &TicketRow, journal: &Journal) -> Option<Owed> {
    let came = row.form_obtained.as_ref().and_then(|_| journal.newest("ticket.form_obtained"));
    let owed = |met| Owed { since: row.opened_at, met };
    if row.is_form_owed { Some(owed(None)) } else { came.map(|operation| owed(Some(met(operation)))) }
}

/// The days on which the customer of a work order is warned that its limit comes near.
fn warning(
    app: &App,
    received_on: NaiveDate,
    limit_on: NaiveDate,
    country: Option<&str>,
) -> Result<Warning, AppError> {
    let warned_from = warned_from(&*app.calendar(country)?, received_on);
    Ok(Warning { since: instant(app, warned_from.and_time(NaiveTime::MIN))?, by: end_of(app, limit_on)? })
}

/// Since when a unit waits to be collected; saying that nobody came does not begin the count anew.
fn uncollected(app: &App, row: &TicketRow, journal: &Journal) -> Result<Option<Uncollected>, AppError> {
    if !matches!(row.status, Status::Ready | Status::Unclaimed) {
        return Ok(None);
    }
    let ready_at = journal.came_to(Status::Ready).map_or(row.opened_at, |operation| operation.at);
    ready_since(app, ready_at).map(Some)
}

/// A unit that was made ready at an instant and waits.
fn ready_since(app: &App, ready_at: i64) -> Result<Uncollected, AppError> {
    let ready_on = app.local(ready_at)?.date_naive();
    let remind_by = end_of(app, reminder_due(&*app.calendar(None)?, ready_on))?;
    Ok(Uncollected { ready_at, remind_by })
}

fn met(operation: &Operation) -> Met {
    Met { at: operation.at, who: operation.actor.clone() }
}

/// What the journal says of one work order, oldest first; nothing where it is damaged.
struct Journal(Vec<Operation>);

impl Journal {
    fn of(app: &App, id: TicketId) -> Result<Self, AppError> {
        let entries = match journal::timeline(&app.store, id.uuid()) {
            Err(StoreError::Damaged { .. }) => Vec::new(),
            read => read?,
        };
        Ok(Self(entries.into_iter().map(|entry| entry.operation).collect()))
    }

    fn newest(&self, kind: &str) -> Option<&Operation> {
        self.0.iter().rfind(|operation| operation.kind == kind)
    }

    /// When the work order last came to a status.
    fn came_to(&self, status: Status) -> Option<&Operation> {
        let code = Value::Text(nightbench_domain::code(&status));
        self.0.iter().rfind(|operation| status_of(operation) == Some(&code))
    }

    /// Since when the charge waits, or last waited, to be agreed. What moves the work order on ends it.
    fn agreement(&self, row: &TicketRow) -> Option<Owed> {
        let waits = row.status == Status::AwaitingAgreement;
        let Some(came) = self.came_to(Status::AwaitingAgreement) else {
            return waits.then_some(Owed { since: row.opened_at, met: None });
        };
        let moved_on = self.0.iter().rev().take_while(|operation| *operation != came);
        let ended = moved_on.filter(|operation| status_of(operation).is_some()).last();
        Some(Owed { since: came.at, met: if waits { None } else { ended.map(met) } })
    }
}

/// The status to which an operation moves a work order.
fn status_of(operation: &Operation) -> Option<&Value> {
    let moved = (operation.kind == "ticket.transition").then_some(&operation.fields)?;
    moved.iter().find(|field| field.name == "status").map(|field| &field.value)
}

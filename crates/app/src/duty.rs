//! Duties as a person meets them: those of one enquiry or work order, and what is owed today. The rules are in
//! domain/duty.rs; here they are asked with what stands on record. Nothing is closed here: the log and the records do it.

use crate::error::AppError;
use crate::standing::standing;
use crate::station::App;
use chrono::{Days, NaiveDate, NaiveTime, TimeZone};
use nightbench_calendar::Calendar;
use nightbench_domain::authorisation::Authorisation;
use nightbench_domain::contact::About;
use nightbench_domain::duty::{
    Duty, DutyKind, EnquirySeen, FollowUpSeen, Met, Owed, Spoken, TicketSeen, Uncollected, Warning,
    last_warned_limit, of_enquiry, of_follow_up, of_ticket, reminder_due, warned_from,
};
use nightbench_domain::id::{EnquiryId, TicketId};
use nightbench_domain::operation::{Operation, Value};
use nightbench_domain::pii::Pii;
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::ticket::Status;
use nightbench_store::contact::{self as log, KnownContact};
use nightbench_store::decision::granted;
use nightbench_store::enquiry::{self, KnownEnquiry};
use nightbench_store::follow_up::{self, KnownFollowUp};
use nightbench_store::ticket::{self, TicketRow};
use nightbench_store::{StoreError, intake, journal};
use serde::Serialize;
use std::collections::BTreeMap;
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

/// A duty in a list of many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DutyRow {
    /// What is owed.
    pub state: DutyState,
    /// To what it belongs.
    pub about: About,
    /// The number of the work order; absent for an enquiry.
    pub rma: Option<RmaNumber>,
    /// Whom it is owed to.
    pub customer: Pii<String>,
    /// What was asked, promised or complained of; empty where the clause says all.
    pub words: Pii<String>,
}

/// How many of each source a list looks at.
const ROWS_MAX: u32 = 200;

/// What is owed by the end of today, every enquiry that waits for an answer and every customer who is to be warned; the one
/// due first first.
pub(crate) fn list(app: &App, (): ()) -> Result<Vec<DutyRow>, AppError> {
    let today = app.today()?;
    let by = end_of(app, today)?;
    let mut rows = Vec::new();
    for known in enquiry::open(&app.store, ROWS_MAX)? {
        let about = About::Enquiry { id: known.id };
        let owed = enquiry_duties(&known, &log::of(&app.store, about)?);
        // Whoever asked waits for an answer, also when it is due tomorrow.
        let reply = owed.into_iter().filter(|duty| duty.kind == DutyKind::Reply && duty.closed.is_none());
        rows.extend(reply.map(|duty| DutyRow {
            state: state(app, duty),
            about,
            rma: None,
            customer: known.enquiry.customer.name.clone(),
            words: known.enquiry.words.clone(),
        }));
    }
    for known in follow_up::owed(&app.store, today, ROWS_MAX)? {
        let (rma, customer) = whose(app, known.about)?;
        let duty = follow_up_duty(app, &known)?;
        let words = known.follow_up.words;
        rows.push(DutyRow { state: state(app, duty), about: known.about, rma, customer, words });
    }
    for id in log::untold(&app.store, today, ROWS_MAX)? {
        let Some(row) = ticket::by_id(&app.store, id)? else { continue };
        let since = Some(end_of(app, row.cycle.limit_on)?);
        let owed = of_ticket(&TicketSeen { is_exceeded_since: since, ..TicketSeen::default() }, &[]);
        rows.extend(owed.into_iter().map(|duty| DutyRow {
            state: state(app, duty),
            about: About::Ticket { id },
            rma: Some(row.rma.clone()),
            customer: row.customer_name.clone(),
            words: Pii::default(),
        }));
    }
    for id in unwarned(app, today)? {
        let Some(row) = ticket::by_id(&app.store, id)? else { continue };
        let Some(record) = intake::by_id(&app.store, id)? else { continue };
        let warning = Some(warning(app, &row, record.intake.calendar.as_deref())?);
        let owed = of_ticket(&TicketSeen { warning, ..TicketSeen::default() }, &[]);
        rows.extend(owed.into_iter().map(|duty| DutyRow {
            state: state(app, duty),
            about: About::Ticket { id },
            rma: Some(row.rma.clone()),
            customer: row.customer_name.clone(),
            words: Pii::default(),
        }));
    }
    for id in log::uncollected(&app.store, ROWS_MAX)? {
        let Some(row) = ticket::by_id(&app.store, id)? else { continue };
        let uncollected = uncollected(app, &row, &Journal::of(app, id)?)?;
        let seen = TicketSeen { uncollected, ..TicketSeen::default() };
        let about = About::Ticket { id };
        let owed = of_ticket(&seen, &spoken(&log::of(&app.store, about)?));
        rows.extend(owed.into_iter().filter(|duty| duty.closed.is_none()).map(|duty| DutyRow {
            state: state(app, duty),
            about,
            rma: Some(row.rma.clone()),
            customer: row.customer_name.clone(),
            words: Pii::default(),
        }));
    }
    // Whoever is to be warned is warned from the first day on, not on the last.
    let is_listed_early = |kind| matches!(kind, DutyKind::Reply | DutyKind::WarnLimit);
    rows.retain(|row| is_listed_early(row.state.duty.kind) || row.state.duty.due_at <= Some(by));
    rows.sort_by_key(|row| row.state.duty.due_at);
    Ok(rows)
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

/// The number of a work order, and whom it or the enquiry belongs to.
pub(crate) fn whose(app: &App, about: About) -> Result<(Option<RmaNumber>, Pii<String>), AppError> {
    Ok(match about {
        About::Ticket { id } => {
            let row = ticket_row(app, id)?;
            (Some(row.rma), row.customer_name)
        }
        About::Enquiry { id } => (None, enquiry_of(app, id)?.enquiry.customer.name),
    })
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
        warning: is_warned_of.then(|| warning(app, row, country)).transpose()?,
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

/// The work orders whose customer is to be warned today, by the calendar that each is counted with.
fn unwarned(app: &App, today: NaiveDate) -> Result<Vec<TicketId>, AppError> {
    let last_of = Calendar::countries().into_iter().map(|country| {
        let last = last_warned_limit(&*app.calendar(Some(&country))?, today);
        Ok((country, last))
    });
    let last_of = last_of.collect::<Result<BTreeMap<_, _>, AppError>>()?;
    let centre = app.calendar(None)?;
    Ok(log::unwarned(&app.store, today, centre.country(), &last_of, ROWS_MAX)?)
}

/// The days on which the customer of a work order is warned that its limit comes near.
fn warning(app: &App, row: &TicketRow, country: Option<&str>) -> Result<Warning, AppError> {
    let since =
        instant(app, warned_from(&*app.calendar(country)?, row.received_on).and_time(NaiveTime::MIN))?;
    Ok(Warning { since, by: end_of(app, row.cycle.limit_on)? })
}

/// Since when a unit waits to be collected; saying that nobody came does not begin the count anew.
fn uncollected(app: &App, row: &TicketRow, journal: &Journal) -> Result<Option<Uncollected>, AppError> {
    if !matches!(row.status, Status::Ready | Status::Unclaimed) {
        return Ok(None);
    }
    let ready_at = journal.came_to(Status::Ready).map_or(row.opened_at, |operation| operation.at);
    let ready_on = app.local(ready_at)?.date_naive();
    let remind_by = end_of(app, reminder_due(&*app.calendar(None)?, ready_on))?;
    Ok(Some(Uncollected { ready_at, remind_by }))
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

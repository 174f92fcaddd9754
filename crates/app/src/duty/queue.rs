//! All duties in one list by the time they are due: what is owed today, or everything that is open.

use super::{DutyState, end_of, enquiry_duties, follow_up_duty, ready_since, state, ticket_row, warning};
use crate::error::AppError;
use crate::session;
use crate::standing::standing;
use crate::station::App;
use chrono::NaiveDate;
use nightbench_calendar::Calendar;
use nightbench_domain::contact::About;
use nightbench_domain::duty::{Duty, DutyKind, Owed, TicketSeen, last_warned_limit, of_ticket};
use nightbench_domain::id::UserId;
use nightbench_domain::pii::Pii;
use nightbench_domain::rma::RmaNumber;
use nightbench_store::duty::{self as store, Owing};
use nightbench_store::{contact, enquiry, follow_up};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The most rows of a list, and how many of each source it looks at.
const ROWS_MAX: u32 = 200;

/// Which duties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DutySpan {
    /// What is owed by the end of today, every enquiry that waits for its answer and every customer who is to be warned.
    #[default]
    Today,
    /// Everything that is open, also what has no time.
    Open,
}

/// The request of `duty_list`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DutyListRequest {
    /// Which duties; those of today when absent.
    #[serde(default)]
    pub span: DutySpan,
    /// Only those of the work orders and promises that whoever is signed in sees to; of nobody where nobody is.
    #[serde(default)]
    pub is_mine: bool,
}

/// Duties, the one due first first; those without a time last, the oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DutyList {
    /// At most 200.
    pub rows: Vec<DutyRow>,
    /// Whether there are more than are listed.
    pub has_more: bool,
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
    /// Who sees to it, a name of our staff; empty = nobody yet.
    pub owner: String,
    /// What was asked, promised or complained of; empty where the clause says all.
    pub words: Pii<String>,
}

/// A duty that is open, before it is known whether it is listed.
struct Candidate {
    about: About,
    duty: Duty,
    /// Of an enquiry or a promise, which have them beside what they are about.
    owner: Option<String>,
    words: Pii<String>,
}

/// How many duties of today there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct DutyCounts {
    /// Their time has passed.
    pub overdue: u32,
    /// Those of today, the overdue ones included.
    pub today: u32,
    /// Whether there are more than were counted: of no kind more than 200 are.
    pub has_more: bool,
}

pub(crate) fn list(app: &App, request: DutyListRequest) -> Result<DutyList, AppError> {
    let found = found(app, request)?;
    let rows_max = usize::try_from(ROWS_MAX).unwrap_or(usize::MAX);
    let has_more = found.has_more || found.candidates.len() > rows_max;
    let rows = found.candidates.into_iter().take(rows_max).map(|candidate| row(app, candidate));
    Ok(DutyList { rows: rows.collect::<Result<_, _>>()?, has_more })
}

pub(crate) fn counts(app: &App, (): ()) -> Result<DutyCounts, AppError> {
    let Found { candidates, has_more } = found(app, DutyListRequest::default())?;
    let now = app.now_ms();
    let of = |rows: usize| u32::try_from(rows).unwrap_or(u32::MAX);
    let overdue = candidates.iter().filter(|candidate| candidate.duty.is_overdue(now)).count();
    Ok(DutyCounts { overdue: of(overdue), today: of(candidates.len()), has_more })
}

/// The duties of a request in their order, as far as they were looked at.
fn found(app: &App, request: DutyListRequest) -> Result<Found, AppError> {
    let owner = match (request.is_mine, session::signed_in(app)?) {
        (false, _) => None,
        (true, Some(user)) => Some(user.id),
        (true, None) => return Ok(Found::default()),
    };
    let today = app.today()?;
    let mut found = Found::default();
    if owner.is_none() {
        of_enquiries(app, request.span, &mut found)?;
    }
    let last_day = match request.span {
        DutySpan::Today => Some(today),
        DutySpan::Open => None,
    };
    found.take(follow_up::owed(&app.store, last_day, owner, ROWS_MAX)?, |known| {
        let duty = follow_up_duty(app, &known)?;
        let owner = known.owner_name.unwrap_or(known.opened_by);
        Ok(Some(Candidate { about: known.about, duty, owner: Some(owner), words: known.follow_up.words }))
    })?;
    of_tickets(app, owner, &mut found)?;
    if request.span == DutySpan::Open {
        without_a_time(app, owner, &mut found)?;
    }
    let by = end_of(app, today)?;
    // Whoever is to be warned is warned from the first day on, not on the last; whoever asked waits for an answer.
    let is_listed_early = |kind| matches!(kind, DutyKind::Reply | DutyKind::WarnLimit);
    let is_listed = |duty: &Duty| {
        request.span == DutySpan::Open
            || is_listed_early(duty.kind)
            || duty.due_at.is_some_and(|due| due <= by)
    };
    found.candidates.retain(|candidate| is_listed(&candidate.duty));
    found
        .candidates
        .sort_by_key(|Candidate { duty, .. }| (duty.due_at.unwrap_or(i64::MAX), duty.since, duty.kind));
    Ok(found)
}

/// What was found so far.
#[derive(Default)]
struct Found {
    candidates: Vec<Candidate>,
    /// Whether a source had more than was asked of it.
    has_more: bool,
}

impl Found {
    fn take<T>(
        &mut self,
        source: Vec<T>,
        mut candidate: impl FnMut(T) -> Result<Option<Candidate>, AppError>,
    ) -> Result<(), AppError> {
        self.has_more |= u32::try_from(source.len()).is_ok_and(|rows| rows >= ROWS_MAX);
        for found in source {
            self.candidates.extend(candidate(found)?);
        }
        Ok(())
    }

    /// The duty of each work order, by what is known of it.
    fn owe(
        &mut self,
        source: Vec<Owing>,
        seen: impl Fn(&Owing) -> Result<TicketSeen, AppError>,
    ) -> Result<(), AppError> {
        self.take(source, |owing| {
            let about = About::Ticket { id: owing.ticket };
            let duty = of_ticket(&seen(&owing)?, &[]).into_iter().find(|duty| duty.closed.is_none());
            Ok(duty.map(|duty| Candidate { about, duty, owner: None, words: Pii::default() }))
        })
    }
}

fn of_enquiries(app: &App, span: DutySpan, found: &mut Found) -> Result<(), AppError> {
    for known in enquiry::open(&app.store, ROWS_MAX)? {
        let about = About::Enquiry { id: known.id };
        let duties = enquiry_duties(&known, &contact::of(&app.store, about)?);
        let is_asked = |kind| match span {
            DutySpan::Today => kind == DutyKind::Reply,
            DutySpan::Open => true,
        };
        let open = duties.into_iter().filter(|duty| duty.closed.is_none() && is_asked(duty.kind)).collect();
        found.take(open, |duty| {
            let words = known.enquiry.words.clone();
            Ok(Some(Candidate { about, duty, owner: Some(String::new()), words }))
        })?;
    }
    Ok(())
}

/// What is owed of work orders by a time.
fn of_tickets(app: &App, owner: Option<UserId>, found: &mut Found) -> Result<(), AppError> {
    let today = app.today()?;
    found.owe(store::untold(&app.store, today, owner, ROWS_MAX)?, |owing| {
        Ok(TicketSeen { is_exceeded_since: Some(end_of(app, owing.limit_on)?), ..TicketSeen::default() })
    })?;
    found.owe(unwarned(app, today, owner)?, |owing| {
        let warning = warning(app, owing.received_on, owing.limit_on, owing.calendar.as_deref())?;
        Ok(TicketSeen { warning: Some(warning), ..TicketSeen::default() })
    })?;
    found.owe(store::uncollected(&app.store, owner, ROWS_MAX)?, |owing| {
        Ok(TicketSeen { uncollected: Some(ready_since(app, owing.since)?), ..TicketSeen::default() })
    })
}

/// What is owed of work orders and no clause sets a time for.
fn without_a_time(app: &App, owner: Option<UserId>, found: &mut Found) -> Result<(), AppError> {
    let owed = |owing: &Owing| Some(Owed { since: owing.since, met: None });
    found.owe(store::unagreed(&app.store, owner, ROWS_MAX)?, |owing| {
        Ok(TicketSeen { agreement: owed(owing), ..TicketSeen::default() })
    })?;
    found.owe(store::without_form(&app.store, owner, ROWS_MAX)?, |owing| {
        Ok(TicketSeen { form: owed(owing), ..TicketSeen::default() })
    })?;
    found.owe(store::unconsented(&app.store, owner, ROWS_MAX)?, |owing| {
        // Somebody may have written into the record that the company agreed.
        let is_owed = !standing(app, &app.store, owing.ticket)?.has_consent;
        Ok(TicketSeen { consent: owed(owing).filter(|_| is_owed), ..TicketSeen::default() })
    })
}

/// The work orders whose customer is to be warned today, by the calendar that each is counted with.
fn unwarned(app: &App, today: NaiveDate, owner: Option<UserId>) -> Result<Vec<Owing>, AppError> {
    let last_of = Calendar::countries().into_iter().map(|country| {
        let last = last_warned_limit(&*app.calendar(Some(&country))?, today);
        Ok((country, last))
    });
    let last_of = last_of.collect::<Result<BTreeMap<_, _>, AppError>>()?;
    let centre = app.calendar(None)?;
    Ok(store::unwarned(&app.store, today, centre.country(), &last_of, owner, ROWS_MAX)?)
}

fn row(app: &App, candidate: Candidate) -> Result<DutyRow, AppError> {
    let Candidate { about, duty, owner, words } = candidate;
    let (rma, customer, ticket_owner) = match about {
        About::Ticket { id } => {
            let row = ticket_row(app, id)?;
            (Some(row.rma), row.customer_name, row.owner.map(|owner| owner.name))
        }
        About::Enquiry { id } => (None, super::enquiry_of(app, id)?.enquiry.customer.name, None),
    };
    let owner = owner.or(ticket_owner).unwrap_or_default();
    Ok(DutyRow { state: state(app, duty), about, rma, customer, owner, words })
}

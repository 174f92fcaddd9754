//! Work orders in lists and one at a time, with everything that belongs to them and their history as the
//! journal has it.

mod row;
pub use row::{SyncState, TicketRow, TicketState};

use crate::attachment::{self, Attachment, Owner};
use crate::bench::{self, Counts};
use crate::commands::Written;
use crate::decision::{self, DecisionRow};
use crate::diagnosis::{self, Diagnosis};
use crate::error::AppError;
use crate::exchange::{self, TicketExchange};
use crate::form::{self, Paper};
use crate::given::{Given, GivenRemedy};
use crate::handover::{self, TicketHandover};
use crate::identity;
use crate::part_line::{self, TicketParts};
use crate::quote::{self, QuoteRow};
use crate::refund::{self, TicketRefund};
use crate::session;
use crate::station::App;
use crate::ticket_event::{self, ActRequest};
use crate::verdict::{self, Assessment, VerdictRow};
use crate::work::{self, Work};
use chrono::NaiveDate;
use nightbench_calendar::Calendar;
use nightbench_domain::cycle::Cycle;
use nightbench_domain::id::TicketId;
use nightbench_domain::intake::{Conflict, Intake};
use nightbench_domain::label::LabelState;
use nightbench_domain::operation::{Operation, Value};
use nightbench_domain::photo::PhotoOf;
use nightbench_domain::pii::Pii;
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::ticket::{Event, Lock};
use nightbench_eligibility::facts::Facts;
use nightbench_store::identity::{IdentityDecision, Relabelling};
use nightbench_store::ticket::{self as store, FormObtained, Listing};
use nightbench_store::{StoreError, intake, journal};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Which work orders a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TicketFilter {
    /// Those whose unit is here, nearest limit first.
    #[default]
    Open,
    /// Of these, between day 10 and day 20.
    Due,
    /// Of these, past day 20.
    Overdue,
    /// Of those whose unit is here, the ones whose paper form is still to be obtained.
    FormOwed,
    /// Those that were handed over and are not closed, nearest limit first.
    HandedOver,
    /// Every one, newest first.
    All,
    /// Open ones assigned to whoever is signed in, or held by them, nearest limit first.
    Mine,
}

/// The request of `ticket_list`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TicketListRequest {
    /// Which ones.
    #[serde(default)]
    pub filter: TicketFilter,
    /// Text to look for; then the newest come first, and of `filter` only open or not counts. Empty for all.
    #[serde(default)]
    pub text: String,
    /// The `next` of the page before.
    #[serde(default)]
    pub after: Option<String>,
    /// At most this many rows; 100 when absent, never more than 500.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// A page of work orders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TicketPage {
    /// The rows.
    pub rows: Vec<TicketRow>,
    /// Where the next page starts, absent on the last.
    pub next: Option<String>,
    /// The figures of all work orders, whatever the filter.
    pub counts: Counts,
}

/// Names a work order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TicketRef {
    /// The work order.
    pub id: TicketId,
}

/// The request of `ticket_find`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FindRequest {
    /// The number, as typed or scanned.
    pub rma: String,
}

/// The request of `ticket_cancel`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CancelRequest {
    /// The work order.
    pub id: TicketId,
    /// Why it was received by mistake.
    pub reason: String,
}

/// Everything about one work order.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TicketLife {
    /// The row lists show.
    pub row: TicketRow,
    /// The intake as it reads now.
    pub intake: Intake,
    /// The facts as they were stated.
    pub facts: Facts,
    /// What the rules say of them today, with what was taken from the intake and the register.
    pub assessment: Assessment,
    /// What can be done with it now, whose move it is, and what was decided.
    pub work: Work,
    /// Why it stands still, and who may let it go on; absent when it does not.
    pub lock: Option<Lock>,
    /// The newest decision on who the unit is.
    pub identity: Option<IdentityDecision>,
    /// The labels we put on this unit, newest first.
    pub relabelled: Vec<Relabelling>,
    /// Whether a person must look at every charge to the customer first: the unit was damaged in transit or in our
    /// hands (`intake.damage` says which). The verdict does not change by it.
    pub charge_review: bool,
    /// When and how an owed paper form came.
    pub form_obtained: Option<FormObtained>,
    /// How it was handed over, what was paid, what was lent meanwhile.
    pub handover: TicketHandover,
    /// What was recorded as contradictory.
    pub conflicts: Vec<Conflict>,
    /// What was found out about the unit, and how soon it came back.
    pub diagnosis: Diagnosis,
    /// Whether its label was found in a state that a photo should show, and none was marked as showing it.
    pub asks_label_photo: bool,
    /// Photos and videos.
    pub attachments: Vec<Attachment>,
    /// Verdicts, newest first.
    pub verdicts: Vec<VerdictRow>,
    /// The remedies that stand by an answer of a person and not by the newest verdict, which no answer changes.
    pub given: Vec<GivenRemedy>,
    /// Questions to people, those that wait first.
    pub decisions: Vec<DecisionRow>,
    /// Papers, newest first.
    pub papers: Vec<Paper>,
    /// What it needs of parts, and what was put in.
    pub parts: TicketParts,
    /// The unit given for it, where that is decided.
    pub exchange: TicketExchange,
    /// What is refunded for it, where that is decided.
    pub refund: TicketRefund,
    /// Its quotes: the draft, then the newest revision first.
    pub quotes: Vec<QuoteRow>,
    /// What happened, newest first. Each entry's hash and its link to the one before were checked as it was read.
    pub timeline: Vec<TimelineEntry>,
    /// Whether an entry of the journal did not hold; then `timeline` is empty and the doctor says more.
    pub timeline_damaged: bool,
}

/// One thing that happened, as the journal has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TimelineEntry {
    /// When, by the station's clock, milliseconds since 1970 UTC.
    pub at: i64,
    /// Who.
    pub actor: String,
    /// Where: the short name of another workstation; absent when it was this one.
    pub station: Option<String>,
    /// What, `noun.verb`.
    pub kind: String,
    /// The fields it set.
    pub fields: Vec<TimelineField>,
}

/// A field that was set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TimelineField {
    /// Its name.
    pub name: String,
    /// Its value as text; absent when it was cleared or the customer's key was destroyed.
    pub value: Option<Pii<String>>,
    /// In a correction, what it was before; absent elsewhere, and where nothing was said of it before.
    pub was: Option<Pii<String>>,
}

/// The verbs of operations that correct what another said.
const CORRECTIONS: [&str; 2] = ["amend", "update"];
/// The most rows a page has.
pub(crate) const ROWS_MAX: u32 = 500;
/// The rows of a page when nothing is asked.
pub(crate) const ROWS: u32 = 100;

/// The dates of a cycle with the pack that gave them, as the store keeps them.
pub(crate) fn dated(calendar: &Calendar, received_on: NaiveDate) -> store::Cycle {
    let cycle = Cycle::of(calendar, received_on);
    store::Cycle {
        target_on: cycle.target_on,
        limit_on: cycle.limit_on,
        calendar_status: cycle.calendar_status,
        calendar_hash: calendar.hash().to_owned(),
    }
}

pub(crate) fn list(app: &App, request: TicketListRequest) -> Result<TicketPage, AppError> {
    let as_of = app.today()?;
    let rows_max = request.limit.unwrap_or(ROWS).clamp(1, ROWS_MAX);
    let after =
        request.after.as_deref().map(serde_json::from_str).transpose().map_err(AppError::BadRequest)?;
    let page = if request.text.trim().is_empty() {
        let listing = match request.filter {
            TicketFilter::Open => Listing::OpenByLimit,
            TicketFilter::Due => Listing::Due { as_of },
            TicketFilter::Overdue => Listing::Overdue { as_of },
            TicketFilter::FormOwed => Listing::FormOwed,
            TicketFilter::HandedOver => Listing::HandedOver,
            TicketFilter::All => Listing::AllNewest,
            TicketFilter::Mine => match session::signed_in(app)? {
                Some(user) => Listing::Of { user: user.id },
                None => return Ok(TicketPage { rows: Vec::new(), next: None, counts: bench::counts(app)? }),
            },
        };
        store::page(&app.store, listing, after.as_ref(), rows_max)?
    } else {
        let open_only = match request.filter {
            TicketFilter::Open
            | TicketFilter::Due
            | TicketFilter::Overdue
            | TicketFilter::FormOwed
            | TicketFilter::Mine => true,
            TicketFilter::HandedOver | TicketFilter::All => false,
        };
        store::matching(&app.store, &request.text, open_only, after.as_ref(), rows_max)?
    };
    let next =
        page.next.map(|next| serde_json::to_string(&next)).transpose().map_err(AppError::BadRequest)?;
    Ok(TicketPage { rows: app.rows(page.rows)?, next, counts: bench::counts(app)? })
}

pub(crate) fn find(app: &App, request: FindRequest) -> Result<TicketRow, AppError> {
    let rma = RmaNumber::parse(&request.rma)?;
    app.row(store::by_rma(&app.store, &rma)?.ok_or(AppError::NotFound)?)
}

pub(crate) fn get(app: &App, request: TicketRef) -> Result<TicketLife, AppError> {
    let row = store::by_id(&app.store, request.id)?.ok_or(AppError::NotFound)?;
    let record = intake::by_id(&app.store, request.id)?.ok_or(AppError::NotFound)?;
    let facts: Facts = serde_json::from_value(record.facts).map_err(AppError::BadRequest)?;
    let assessment = verdict::assess_intake(app, &record.intake, &facts)?;
    let entries = match journal::timeline(&app.store, request.id.uuid()) {
        Err(StoreError::Damaged { .. }) => None,
        read => Some(read?),
    };
    let verdicts = verdict::rows(app, request.id, entries.as_deref().unwrap_or_default())?;
    let decided = nightbench_store::identity::newest(&app.store, request.id)?;
    let relabelled = nightbench_store::identity::relabellings(&app.store, &record.intake.serial)?;
    let attachments = attachment::list(app, Owner::Ticket { id: request.id })?;
    let shows_label = attachments.iter().any(|photo| photo.shows == Some(PhotoOf::Label));
    Ok(TicketLife {
        work: work::of(app, &row, entries.as_deref().unwrap_or_default())?,
        lock: identity::lock(&record.intake.serial, &assessment.facts, decided.as_ref()),
        identity: decided,
        relabelled,
        charge_review: record.intake.damage.is_some(),
        form_obtained: row.form_obtained.clone(),
        diagnosis: diagnosis::of(app, request.id, &record.intake)?,
        row: app.row(row)?,
        exchange: exchange::of_ticket(&app.store, request.id, &record.intake)?,
        refund: refund::of_ticket(&app.store, request.id, &record.intake)?,
        facts,
        assessment,
        handover: handover::of_ticket(app, request.id)?,
        conflicts: record.conflicts,
        asks_label_photo: !shows_label && record.intake.label.is_some_and(LabelState::asks_for_photo),
        attachments,
        intake: record.intake,
        verdicts,
        given: Given::load(app, &app.store, request.id)?.remedies(),
        decisions: decision::of_ticket(app, request.id)?,
        papers: form::papers(app, request.id)?,
        parts: part_line::of_ticket(app, request.id)?,
        quotes: quote::rows(app, request.id)?,
        timeline_damaged: entries.is_none(),
        timeline: timeline(app, entries.unwrap_or_default())?,
    })
}

pub(crate) fn timeline(app: &App, journaled: Vec<journal::Entry>) -> Result<Vec<TimelineEntry>, AppError> {
    let here = nightbench_store::station::station(&app.store)?.map(|station| station.id);
    let mut entries = Vec::new();
    // What was said last of each field of a noun: a correction is told beside it.
    let mut last: BTreeMap<(String, String), Option<Pii<String>>> = BTreeMap::new();
    for entry in journaled {
        let operation = entry.operation;
        let (noun, verb) = operation.kind.split_once('.').unwrap_or((&operation.kind, ""));
        let is_correction = CORRECTIONS.contains(&verb);
        let mut fields = Vec::new();
        for field in &operation.fields {
            let value = match &field.value {
                Value::Null => None,
                Value::Sealed(sealed) => journal::unseal(&app.store, &operation, &field.name, sealed)?,
                Value::Text(text) => Some(Pii::new(text.clone())),
                Value::Bool(_) | Value::Integer(_) | Value::List(_) | Value::Map(_) => {
                    Some(Pii::new(serde_json::to_string(&field.value).map_err(AppError::BadRequest)?))
                }
            };
            let before = last.insert((noun.to_owned(), field.name.clone()), value.clone()).flatten();
            let was = before.filter(|was| is_correction && !was.reveal().is_empty());
            fields.push(TimelineField { name: field.name.clone(), value, was });
        }
        entries.push(TimelineEntry {
            at: operation.at,
            station: (Some(operation.station) != here).then(|| short_name(&operation)),
            actor: operation.actor,
            kind: operation.kind,
            fields,
        });
    }
    entries.reverse();
    Ok(entries)
}

/// `CD01 · 3f2a`: the centre, and what tells its workstations apart.
fn short_name(operation: &Operation) -> String {
    let id = operation.station.to_string();
    let tail: String = id.chars().rev().take(4).collect();
    format!("{} · {}", operation.centre.as_str(), tail.chars().rev().collect::<String>())
}

pub(crate) fn cancel(app: &App, request: CancelRequest) -> Result<Written<TicketLife>, AppError> {
    ticket_event::act(app, ActRequest { id: request.id, event: Event::Cancel, note: request.reason })
}

pub(crate) fn reopen(app: &App, request: TicketRef) -> Result<Written<TicketLife>, AppError> {
    ticket_event::act(app, ActRequest { id: request.id, event: Event::Reopen, note: String::new() })
}

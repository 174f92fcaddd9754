//! Quotes: written from the charge standard, looked at where somebody must, given to the customer under a number, and
//! answered. An issued quote is never changed; what is different goes into the next revision. Whether the work is free
//! or paid is the engine's answer (4.2), and a charge within the warranty names the exception of 1.2 it rests on.

use crate::commands::Written;
use crate::error::AppError;
use crate::given::{Given, GivenRemedy};
use crate::identity;
use crate::payment::is_freight_ours;
use crate::station::App;
use crate::ticket::{self, TicketLife, TicketRef};
use crate::ticket_event;
use crate::user;
use crate::verdict;
use chrono::{Days, NaiveDate};
use nightbench_domain::charge::{Charge, ChargeKind};
use nightbench_domain::claim::Remedy;
use nightbench_domain::id::{QuoteId, TicketId};
use nightbench_domain::intake::Intake;
use nightbench_domain::money::Currency;
use nightbench_domain::quote::{
    Alternative, AlternativeKind, LineKind, QuoteAnswer, QuoteChoice, QuoteLine, QuoteProblem, QuoteState,
    QuoteTerms,
};
use nightbench_domain::serial::fold;
use nightbench_domain::ticket::Event;
use nightbench_eligibility::facts::Facts;
use nightbench_eligibility::verdict::Outcome;
use nightbench_store::attachment::{self, Owner};
use nightbench_store::intake::IntakeRecord;
use nightbench_store::quote::{self as store, QuoteRecord};
use nightbench_store::{Tx, intake, master};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// How long a quote is proposed to stand, in days. A person may choose another day.
const VALID_DAYS: u64 = 30;

/// A quote as screens show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuoteRow {
    /// Its identity.
    pub id: QuoteId,
    /// `Q1`, `Q2`; absent for a draft.
    pub number: Option<String>,
    /// How far it is today.
    pub state: QuoteState,
    /// What it says.
    pub terms: QuoteTerms,
    /// What its lines come to.
    pub sums: QuoteSums,
    /// Who looked at the charges of a damaged unit, or empty.
    pub reviewed_by: String,
    /// In their words.
    pub review: String,
    /// Who wrote it last.
    pub made_by: String,
    /// When, milliseconds since 1970 UTC.
    pub made_at: i64,
    /// The day it was given to the customer; absent for a draft.
    pub issued_on: Option<NaiveDate>,
    /// By whom, or empty.
    pub issued_by: String,
    /// What the customer answered.
    pub answer: Option<QuoteAnswer>,
    /// What was accepted, in minor units; absent without an answer.
    pub accepted_minor: Option<u64>,
    /// Who recorded the answer, or empty.
    pub answered_by: String,
    /// When it was recorded, milliseconds since 1970 UTC.
    pub answered_at: Option<i64>,
}

/// What the lines of a quote come to, in minor units. Where a sum is beyond what is counted, there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuoteSums {
    /// By alternative and line.
    pub lines_minor: Vec<Vec<Option<u64>>>,
    /// By alternative.
    pub totals_minor: Vec<Option<u64>>,
}

/// The request of `quote_check`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuoteCheckRequest {
    /// The work order.
    pub ticket: TicketId,
    /// What is typed.
    pub terms: QuoteTerms,
}

/// What a quote comes to while it is typed, and what keeps it from being issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuoteCheck {
    /// What its lines come to.
    pub sums: QuoteSums,
    /// What must be put right first.
    pub problem: Option<QuoteProblem>,
    /// The work is free by the commitment, and no exception of 1.2 is named for the charge.
    pub needs_exception: bool,
}

/// What a new quote of a work order starts from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuoteStart {
    /// What it would say: the draft there is, else the newest revision again, else an empty repair.
    pub terms: QuoteTerms,
    /// The lines of the charge standard for this unit, in the order of their codes.
    pub standard: Vec<Charge>,
    /// The repair is free by the commitment: every charge names the exception of 1.2 it rests on.
    pub is_free: bool,
    /// Somebody who decides looks at the charges first: the unit was damaged in transit or in our hands.
    pub needs_review: bool,
}

/// The request of `quote_save`: keeps a draft.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuoteSaveRequest {
    /// The work order.
    pub ticket: TicketId,
    /// The draft; absent to begin one.
    #[serde(default)]
    pub id: Option<QuoteId>,
    /// What it says.
    pub terms: QuoteTerms,
}

/// Names a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuoteRef {
    /// The quote.
    pub id: QuoteId,
}

/// The request of `quote_review`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuoteReviewRequest {
    /// The draft.
    pub id: QuoteId,
    /// Why the customer may be charged in spite of the damage.
    pub words: String,
}

/// The request of `quote_answer`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuoteAnswerRequest {
    /// The issued quote.
    pub id: QuoteId,
    /// What the customer said.
    pub answer: QuoteAnswer,
}

impl QuoteSums {
    fn of(terms: &QuoteTerms) -> Self {
        let line = |line: &QuoteLine| line.total_minor().ok();
        Self {
            lines_minor: terms.alternatives.iter().map(|one| one.lines.iter().map(line).collect()).collect(),
            totals_minor: terms.alternatives.iter().map(|one| one.total_minor().ok()).collect(),
        }
    }
}

impl QuoteRow {
    fn of(record: QuoteRecord, today: NaiveDate) -> Self {
        let state = record.state_on(today);
        let accepted_minor = record
            .answer
            .as_ref()
            .and_then(|answered| record.terms.accepted_minor(&answered.answer.choice).ok());
        let (answer, answered_by, answered_at) = match record.answer {
            None => (None, String::new(), None),
            Some(answered) => (Some(answered.answer), answered.by, Some(answered.at)),
        };
        Self {
            id: record.id,
            number: record.revision.map(number),
            state,
            sums: QuoteSums::of(&record.terms),
            terms: record.terms,
            reviewed_by: record.reviewed_by,
            review: record.review,
            made_by: record.made_by,
            made_at: record.made_at,
            issued_on: record.issued.as_ref().map(|issued| issued.on),
            issued_by: record.issued.map(|issued| issued.by).unwrap_or_default(),
            answer,
            accepted_minor,
            answered_by,
            answered_at,
        }
    }
}

/// What a revision is called.
pub(crate) fn number(revision: u32) -> String {
    format!("Q{revision}")
}

/// The quotes of a work order: its draft, then the newest revision first.
pub(crate) fn rows(app: &App, ticket: TicketId) -> Result<Vec<QuoteRow>, AppError> {
    let today = app.today()?;
    Ok(store::of_ticket(&app.store, ticket)?.into_iter().map(|one| QuoteRow::of(one, today)).collect())
}

pub(crate) fn start(app: &App, request: TicketRef) -> Result<QuoteStart, AppError> {
    let record = chargeable(app, request.id)?;
    let is_free = is_free(app, &record)?;
    let standard = standard(app, &record.intake)?;
    let newest = store::of_ticket(&app.store, request.id)?.into_iter().next();
    let valid_until = app.today()? + Days::new(VALID_DAYS);
    let terms = match newest {
        Some(quote) if quote.state == QuoteState::Draft => quote.terms,
        Some(quote) => QuoteTerms { valid_until, ..quote.terms },
        None => first_terms(&standard, is_free, valid_until),
    };
    let terms = if is_freight_ours(&app.store, request.id)? { terms.without_freight() } else { terms };
    Ok(QuoteStart { terms, standard, is_free, needs_review: record.intake.damage.is_some() })
}

pub(crate) fn check(app: &App, request: QuoteCheckRequest) -> Result<QuoteCheck, AppError> {
    let record = chargeable(app, request.ticket)?;
    let terms = request.terms.tidy();
    let needs_exception = terms.charges() && terms.exception.is_none() && is_free(app, &record)?;
    Ok(QuoteCheck { sums: QuoteSums::of(&terms), problem: terms.check(app.today()?).err(), needs_exception })
}

pub(crate) fn save(app: &App, request: QuoteSaveRequest) -> Result<Written<TicketLife>, AppError> {
    chargeable(app, request.ticket)?;
    let terms = request.terms.tidy();
    terms.check_draft().map_err(AppError::Quote)?;
    let id = request.id.unwrap_or_else(|| QuoteId::new(app.ports.ids.uuid()));
    let written = app.write(|tx| {
        let draft = store::of_ticket(tx, request.ticket)?
            .into_iter()
            .find(|quote| quote.state == QuoteState::Draft)
            .map(|quote| quote.id);
        match (request.id, draft) {
            (None, None) => {}
            (Some(asked), Some(there)) if asked == there => {}
            (None, Some(_)) => return Err(AppError::QuoteDraftThere),
            (Some(_), _) => return Err(AppError::QuoteNotDraft),
        }
        Ok(store::save(tx, id, request.ticket, &terms)?)
    })?;
    answered(app, request.ticket, written)
}

pub(crate) fn discard(app: &App, request: QuoteRef) -> Result<Written<TicketLife>, AppError> {
    let quote = draft(app, request.id)?;
    let written = app.write(|tx| Ok(store::discard(tx, request.id)?))?;
    answered(app, quote.ticket, written)
}

/// Somebody who decides looked at the charges: the unit was damaged on the way or here, and pays for none of that.
pub(crate) fn review(app: &App, request: QuoteReviewRequest) -> Result<Written<TicketLife>, AppError> {
    user::refuse_unless_deciding(app)?;
    let quote = draft(app, request.id)?;
    let words = request.words.trim();
    if words.is_empty() {
        return Err(AppError::ReasonRequired);
    }
    if words.chars().count() > Intake::TEXT_CHARS_MAX {
        return Err(AppError::Quote(QuoteProblem::TooLong));
    }
    let actor = app.actor()?;
    let written = app.write(|tx| Ok(store::review(tx, request.id, &actor, words)?))?;
    answered(app, quote.ticket, written)
}

/// Gives a draft to the customer: from now on it has a number and does not change, and the work order waits for the
/// answer, where it is in a status that can.
pub(crate) fn issue(app: &App, request: QuoteRef) -> Result<Written<TicketLife>, AppError> {
    let quote = draft(app, request.id)?;
    let record = chargeable(app, quote.ticket)?;
    let today = app.today()?;
    quote.terms.check(today).map_err(AppError::Quote)?;
    if quote.terms.charges() {
        if quote.terms.exception.is_none() && is_free(app, &record)? {
            return Err(AppError::QuoteNeedsException);
        }
        if record.intake.damage.is_some() && quote.reviewed_by.is_empty() {
            return Err(AppError::QuoteNeedsReview);
        }
    }
    if is_freight_ours(&app.store, quote.ticket)? && quote.terms.clone().without_freight() != quote.terms {
        return Err(AppError::QuoteFreightOurs);
    }
    let facts = facts(&record)?;
    let written = app.write(|tx| {
        identity::refuse_locked(tx, &record, &facts)?;
        let revision = store::issue(tx, request.id, today)?;
        moves_on(app, tx, quote.ticket, Event::AskAgreement, &number(revision))
    })?;
    answered(app, quote.ticket, written)
}

/// Records what the customer answered. It moves the work order on where it waits for the answer.
pub(crate) fn answer(app: &App, request: QuoteAnswerRequest) -> Result<Written<TicketLife>, AppError> {
    let quote = store::by_id(&app.store, request.id)?.ok_or(AppError::NotFound)?;
    let issued = quote.issued.as_ref().ok_or(AppError::QuoteNotOut)?;
    if quote.state != QuoteState::Issued {
        return Err(AppError::QuoteNotOut);
    }
    let answer = tidy(request.answer);
    answer.check(&quote.terms, issued.on, app.today()?).map_err(AppError::Quote)?;
    let event = if quote.terms.agrees_to_repair(&answer.choice) { Event::Agree } else { Event::Decline };
    let written = app.write(|tx| {
        if let Some(scan) = answer.scan {
            let shown = attachment::of(tx, Owner::Ticket(quote.ticket))?;
            if !shown.iter().any(|attachment| attachment.id == scan) {
                return Err(AppError::NotFound);
            }
        }
        store::answer(tx, request.id, &answer)?;
        let note = quote.revision.map(number).unwrap_or_default();
        match moves_on(app, tx, quote.ticket, event, &note) {
            // What the customer said is a fact, whatever still has to be settled before the work begins.
            Err(AppError::Gate(_shut)) => Ok(()),
            moved => moved,
        }
    })?;
    answered(app, quote.ticket, written)
}

/// Lets the event happen where it fits the status; elsewhere the quote is only recorded.
fn moves_on(app: &App, tx: &Tx<'_>, ticket: TicketId, event: Event, note: &str) -> Result<(), AppError> {
    match ticket_event::happen(app, tx, ticket, event, note) {
        Ok(_) | Err(AppError::Ticket(_)) => Ok(()),
        Err(refused) => Err(refused),
    }
}

/// The record of a work order that a customer can be charged for.
///
/// # Errors
/// `InternalOrder` for a unit of our own.
fn chargeable(app: &App, ticket: TicketId) -> Result<IntakeRecord, AppError> {
    let record = intake::by_id(&app.store, ticket)?.ok_or(AppError::NotFound)?;
    if record.intake.owned_by_us { Err(AppError::InternalOrder { rma: record.rma }) } else { Ok(record) }
}

/// Whether the commitment grants the repair without a charge, or a person gives it.
fn is_free(app: &App, record: &IntakeRecord) -> Result<bool, AppError> {
    let assessment = verdict::assess_intake(app, &record.intake, &facts(record)?)?;
    let is_by_verdict = assessment.verdict.remedies.free_repair.outcome == Outcome::Granted;
    // What a person gave free of charge is charged for no sooner than what the commitment grants.
    Ok(is_by_verdict || Given::load(app, &app.store, record.id)?.remedies().iter().any(is_free_repair))
}

fn is_free_repair(given: &GivenRemedy) -> bool {
    given.remedy == Remedy::FreeRepair
}

fn facts(record: &IntakeRecord) -> Result<Facts, AppError> {
    serde_json::from_value(record.facts.clone()).map_err(AppError::BadRequest)
}

fn draft(app: &App, id: QuoteId) -> Result<QuoteRecord, AppError> {
    let quote = store::by_id(&app.store, id)?.ok_or(AppError::NotFound)?;
    if quote.state == QuoteState::Draft { Ok(quote) } else { Err(AppError::QuoteNotDraft) }
}

/// The charge standard in force today as far as it speaks of this unit. A line for the model stands in place of the same
/// line for its class, and that in place of the one for every unit.
fn standard(app: &App, intake: &Intake) -> Result<Vec<Charge>, AppError> {
    let mut by_code: BTreeMap<String, (u8, Charge)> = BTreeMap::new();
    for line in master::charge_standard(&app.store, app.today()?)? {
        let charge = line.entry;
        let is_for_class = charge.product_class.is_none_or(|class| class == intake.product_class);
        let is_for_model = charge.model.is_empty() || fold(&charge.model) == fold(&intake.model);
        if !is_for_class || !is_for_model {
            continue;
        }
        let closeness = u8::from(charge.product_class.is_some()) + 2 * u8::from(!charge.model.is_empty());
        let before = by_code.get(&charge.code).map(|(closeness, _)| *closeness);
        if before.is_none_or(|before| before < closeness) {
            by_code.insert(charge.code.clone(), (closeness, charge));
        }
    }
    Ok(by_code.into_values().map(|(_, charge)| charge).collect())
}

/// What a first quote proposes: an empty repair, and the unit as it came for what the standard asks for looking at it
/// and sending it back. Within the warranty nothing is proposed to be charged.
fn first_terms(standard: &[Charge], is_free: bool, valid_until: NaiveDate) -> QuoteTerms {
    let currency = standard.iter().find_map(|charge| Currency::parse(&charge.currency).ok());
    let currency = currency.unwrap_or_else(Currency::yuan);
    let is_proposed = |charge: &&Charge| match charge.kind {
        ChargeKind::Inspection | ChargeKind::Freight => charge.currency == currency.as_str() && !is_free,
        ChargeKind::Labour | ChargeKind::Part => false,
    };
    let back = standard.iter().filter(is_proposed).map(line).collect();
    let empty = |kind, lines| Alternative { kind, title: String::new(), lines };
    QuoteTerms {
        is_tax_included: None,
        valid_until,
        alternatives: vec![
            empty(AlternativeKind::Repair, Vec::new()),
            empty(AlternativeKind::ReturnUnrepaired, back),
        ],
        note: String::new(),
        exception: None,
        currency,
    }
}

fn line(charge: &Charge) -> QuoteLine {
    QuoteLine {
        kind: match charge.kind {
            ChargeKind::Labour => LineKind::Labour,
            ChargeKind::Inspection => LineKind::Inspection,
            ChargeKind::Part => LineKind::Part,
            ChargeKind::Freight => LineKind::Freight,
        },
        code: charge.code.clone(),
        name_zh: charge.name_zh.clone(),
        name_en: charge.name_en.clone(),
        quantity: 1,
        unit_minor: charge.amount_minor,
    }
}

fn tidy(answer: QuoteAnswer) -> QuoteAnswer {
    let choice = match answer.choice {
        QuoteChoice::Accept { alternative, mut lines } => {
            lines.sort_unstable();
            QuoteChoice::Accept { alternative, lines }
        }
        QuoteChoice::Decline => QuoteChoice::Decline,
    };
    let trimmed = |text: &str| text.trim().to_owned().into();
    QuoteAnswer { choice, who: trimmed(answer.who.reveal()), words: trimmed(answer.words.reveal()), ..answer }
}

fn answered(app: &App, ticket: TicketId, written: Written<()>) -> Result<Written<TicketLife>, AppError> {
    Ok(Written { value: ticket::get(app, TicketRef { id: ticket })?, changes: written.changes })
}

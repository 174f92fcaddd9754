//! What was agreed to be paid for a work order and what was paid. A payment that was written down by mistake is
//! withdrawn with its reason, up to the hand-over; nothing here moves money.

use crate::commands::Written;
use crate::error::AppError;
use crate::resolution::refuse_settled;
use crate::station::App;
use crate::ticket::{self, TicketLife, TicketRef};
use chrono::NaiveDate;
use nightbench_domain::id::{PaymentId, TicketId};
use nightbench_domain::money::Currency;
use nightbench_domain::payment::{Payment, PaymentKind, open_minor};
use nightbench_store::payment::{self as store, PaymentRecord};
use nightbench_store::{Source, Tx, decision, handover, quote};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The request of `payment_record`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PaymentRequest {
    /// The work order.
    pub id: TicketId,
    /// What was paid.
    pub payment: Payment,
}

/// The request of `payment_withdraw`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PaymentWithdraw {
    /// The work order.
    pub id: TicketId,
    /// The payment that was a mistake.
    pub payment: PaymentId,
    /// Why it was.
    pub reason: String,
}

/// What is owed for a work order by the charge that was agreed (4.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Account {
    /// The currency of the amounts.
    pub currency: String,
    /// The total that was agreed, in minor units.
    #[ts(type = "number")]
    pub agreed_minor: u64,
    /// What was received of it, in minor units.
    #[ts(type = "number")]
    pub received_minor: u64,
    /// What is still to be paid, in minor units.
    #[ts(type = "number")]
    pub open_minor: u64,
}

pub(crate) fn record(app: &App, request: PaymentRequest) -> Result<Written<TicketLife>, AppError> {
    let today = app.today()?;
    let written = app.write(|tx| {
        refuse_settled(tx, request.id)?;
        add(app, tx, request.id, request.payment, today)
    })?;
    let life = ticket::get(app, TicketRef { id: request.id })?;
    Ok(Written { value: life, changes: written.changes })
}

pub(crate) fn withdraw(app: &App, request: PaymentWithdraw) -> Result<Written<TicketLife>, AppError> {
    let reason = request.reason.trim();
    if reason.is_empty() {
        return Err(AppError::ReasonRequired);
    }
    let written = app.write(|tx| {
        refuse_settled(tx, request.id)?;
        Ok(store::withdraw(tx, request.id, request.payment, reason)?)
    })?;
    let life = ticket::get(app, TicketRef { id: request.id })?;
    Ok(Written { value: life, changes: written.changes })
}

/// Checks a payment and writes it down.
///
/// # Errors
/// `Intake` with the fields that cannot stand.
pub(crate) fn add(
    app: &App,
    tx: &Tx<'_>,
    ticket: TicketId,
    payment: Payment,
    today: NaiveDate,
) -> Result<(), AppError> {
    let payment = Payment {
        currency: payment.currency.trim().to_ascii_uppercase(),
        reference: payment.reference.trim().to_owned(),
        ..payment
    };
    let owed = match payment.kind {
        PaymentKind::Received => account(tx, ticket)?.map(|account| account.currency),
        PaymentKind::Refund => None,
    };
    let problems = payment.problems(today, owed.as_deref());
    if !problems.is_empty() {
        return Err(AppError::Intake(problems));
    }
    Ok(store::record(tx, PaymentId::new(app.ports.ids.uuid()), ticket, &payment)?)
}

/// What is owed for a work order; none where no charge was agreed.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn account(source: &impl Source, ticket: TicketId) -> Result<Option<Account>, AppError> {
    let Some((currency, agreed_minor)) = agreed(source, ticket)? else { return Ok(None) };
    let paid = store::of_ticket(source, ticket)?;
    let received_minor = total(&paid, PaymentKind::Received, &currency);
    let open_minor = open_minor(agreed_minor, received_minor);
    Ok(Some(Account { currency, agreed_minor, received_minor, open_minor }))
}

/// Whether something is still to be paid and not on a dealer's account: what the gate of the hand-over asks.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn is_open(source: &impl Source, ticket: TicketId) -> Result<bool, AppError> {
    let is_owed = account(source, ticket)?.is_some_and(|account| account.open_minor > 0);
    let on_account =
        handover::of_ticket(source, ticket)?.is_some_and(|record| !record.handover.account.is_empty());
    Ok(is_owed && !on_account)
}

/// How much of a refund the customer got, in minor units of its currency.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn refunded_minor(
    source: &impl Source,
    ticket: TicketId,
    currency: &Currency,
) -> Result<u64, AppError> {
    Ok(total(&store::of_ticket(source, ticket)?, PaymentKind::Refund, currency.as_str()))
}

/// The total that was agreed, with its currency: what the customer chose of the newest quote that was given to them.
fn agreed(source: &impl Source, ticket: TicketId) -> Result<Option<(String, u64)>, AppError> {
    let newest = quote::of_ticket(source, ticket)?.into_iter().find(|quote| quote.revision.is_some());
    let Some((mut terms, answered)) = newest.and_then(|quote| Some((quote.terms, quote.answer?))) else {
        return Ok(None);
    };
    if is_freight_ours(source, ticket)? {
        terms = terms.without_freight();
    }
    let agreed_minor = terms.accepted_minor(&answered.answer.choice).map_err(AppError::Quote)?;
    Ok((agreed_minor > 0).then(|| (terms.currency.as_str().to_owned(), agreed_minor)))
}

/// Whether it was decided that we bear the freight of an unconsented return (3.3, reading 16).
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn is_freight_ours(source: &impl Source, ticket: TicketId) -> Result<bool, AppError> {
    Ok(decision::granted(source, ticket)?.freight.is_some_and(|(is_ours, _)| is_ours))
}

fn total(paid: &[PaymentRecord], kind: PaymentKind, currency: &str) -> u64 {
    paid.iter()
        .filter(|record| record.withdrawn.is_none())
        .map(|record| &record.payment)
        .filter(|payment| payment.kind == kind && payment.currency == currency)
        .fold(0, |sum, payment| sum.saturating_add(payment.amount_minor))
}

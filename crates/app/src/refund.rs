//! The worksheet of a refund (3.3): the price of the receipt and the document it stands in, the seller who pays, and where
//! the old unit goes. Once for each serial, ever. That the money went back is a payment (payment.rs).

use crate::commands::Written;
use crate::disposition;
use crate::error::AppError;
use crate::known::Known;
use crate::payment;
use crate::reason::reason;
use crate::resolution::refuse_settled;
use crate::station::App;
use crate::ticket::{self, TicketLife, TicketRef};
use nightbench_domain::disposition::Disposition;
use nightbench_domain::id::{AttachmentId, RefundId, TicketId};
use nightbench_domain::intake::{Intake, IntakeProblem, IntakeReason};
use nightbench_domain::money::{AMOUNT_MINOR_MAX, Currency};
use nightbench_domain::resolution::Resolution;
use nightbench_store::refund::{self as store, RefundRecord};
use nightbench_store::{Source, Tx, attachment, intake, resolution, ticket as tickets};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The request of `refund_save`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RefundSaveRequest {
    /// The work order.
    pub id: TicketId,
    /// The price of the receipt, in minor units.
    #[ts(type = "number")]
    pub price_minor: u64,
    /// Its currency; CNY when absent.
    #[serde(default = "Currency::yuan")]
    pub currency: Currency,
    /// The purchase document the price stands in: its number, its date.
    pub document: String,
    /// The scan of it; absent: the paper itself was seen.
    #[serde(default)]
    pub attachment: Option<AttachmentId>,
    /// The seller who pays.
    pub payer: String,
    /// Where the old unit goes; absent: as it was decided, or later.
    #[serde(default)]
    pub disposition: Option<Disposition>,
    /// In the decider's own words; needed before a unit is destroyed.
    #[serde(default)]
    pub disposition_note: String,
}

/// The request of `refund_withdraw`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RefundWithdraw {
    /// The work order.
    pub id: TicketId,
    /// Why it does not stand.
    pub reason: String,
}

/// The worksheet as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RefundSheet {
    /// The price of the receipt, in minor units.
    #[ts(type = "number")]
    pub price_minor: u64,
    /// Its currency.
    pub currency: Currency,
    /// The purchase document the price stands in.
    pub document: String,
    /// The scan of it; absent: the paper itself was seen.
    pub attachment: Option<AttachmentId>,
    /// The seller who pays.
    pub payer: String,
    /// How much of it was paid back, in minor units.
    #[ts(type = "number")]
    pub refunded_minor: u64,
    /// Who said so last.
    pub worked_by: String,
    /// When, milliseconds UTC.
    #[ts(type = "number")]
    pub worked_at: i64,
}

/// The refund of a work order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TicketRefund {
    /// The worksheet.
    pub sheet: Option<RefundSheet>,
    /// The seller who most likely pays: the dealer it came from or was bought from; or empty.
    pub likely_payer: String,
}

/// The refund of a work order as it stands.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn of_ticket(source: &impl Source, id: TicketId, came: &Intake) -> Result<TicketRefund, AppError> {
    let sheet = store::of_ticket(source, id)?.map(|record| sheet(source, record)).transpose()?;
    let likely_payer = if came.dealer.is_empty() {
        Known::of_intake(source, came)?.sale.map(|sale| sale.dealer).unwrap_or_default()
    } else {
        came.dealer.clone()
    };
    Ok(TicketRefund { sheet, likely_payer })
}

pub(crate) fn save(app: &App, request: RefundSaveRequest) -> Result<Written<TicketLife>, AppError> {
    let (document, payer) = (request.document.trim().to_owned(), request.payer.trim().to_owned());
    let problems = problems(request.price_minor, &document, &payer);
    if !problems.is_empty() {
        return Err(AppError::Entry(problems));
    }
    let worked_by = app.actor()?;
    let written = app.write(|tx| {
        refuse_settled(tx, request.id)?;
        refuse_unless_refund(tx, request.id)?;
        let came = intake::by_id(tx, request.id)?.ok_or(AppError::NotFound)?.intake;
        if let Some(scan) = request.attachment {
            let scans = attachment::of(tx, attachment::Owner::Ticket(request.id))?;
            if !scans.iter().any(|known| known.id == scan) {
                return Err(AppError::Entry(vec![problem("attachment", IntakeReason::Contradicts)]));
            }
        }
        let before = store::by_serial(tx, &came.serial)?;
        if let Some(other) = before.as_ref().filter(|before| before.ticket != request.id) {
            let rma = tickets::by_id(tx, other.ticket)?.ok_or(AppError::NotFound)?.rma;
            return Err(AppError::RefundedBefore { rma });
        }
        let refund = RefundRecord {
            id: before.map_or_else(|| RefundId::new(app.ports.ids.uuid()), |before| before.id),
            ticket: request.id,
            serial: came.serial,
            price_minor: request.price_minor,
            currency: request.currency.clone(),
            document: document.clone(),
            attachment: request.attachment,
            payer: payer.clone(),
            worked_by: worked_by.clone(),
            worked_at: app.now_ms(),
        };
        store::work(tx, &refund)?;
        match request.disposition {
            Some(goes) => disposition::decide(app, tx, request.id, goes, &request.disposition_note),
            None => Ok(()),
        }
    })?;
    let life = ticket::get(app, TicketRef { id: request.id })?;
    Ok(Written { value: life, changes: written.changes })
}

pub(crate) fn withdraw(app: &App, request: RefundWithdraw) -> Result<Written<TicketLife>, AppError> {
    let reason = reason(&request.reason)?;
    let written = app.write(|tx| {
        refuse_settled(tx, request.id)?;
        store::of_ticket(tx, request.id)?.ok_or(AppError::NotFound)?;
        take_back(tx, request.id, reason)
    })?;
    let life = ticket::get(app, TicketRef { id: request.id })?;
    Ok(Written { value: life, changes: written.changes })
}

/// Takes the worksheet of a ticket back, if there is one.
///
/// # Errors
/// When the store fails.
pub(crate) fn take_back(tx: &Tx<'_>, id: TicketId, reason: &str) -> Result<(), AppError> {
    match store::of_ticket(tx, id)? {
        Some(refund) => Ok(store::withdraw(tx, &refund, reason)?),
        None => Ok(()),
    }
}

/// Refuses to hand over a refund that nobody worked out, or of which another sum was paid than the price of the receipt.
///
/// # Errors
/// `RefundNotWorked`; `Intake` with the payments.
pub(crate) fn refuse_unpaid(source: &impl Source, id: TicketId) -> Result<(), AppError> {
    let refund = store::of_ticket(source, id)?.ok_or(AppError::RefundNotWorked)?;
    let refunded_minor = payment::refunded_minor(source, id, &refund.currency)?;
    let reason = match refunded_minor {
        0 => IntakeReason::Required,
        paid if paid == refund.price_minor => return Ok(()),
        _ => IntakeReason::Contradicts,
    };
    Err(AppError::Intake(vec![problem("payments", reason)]))
}

fn sheet(source: &impl Source, record: RefundRecord) -> Result<RefundSheet, AppError> {
    Ok(RefundSheet {
        refunded_minor: payment::refunded_minor(source, record.ticket, &record.currency)?,
        price_minor: record.price_minor,
        currency: record.currency,
        document: record.document,
        attachment: record.attachment,
        payer: record.payer,
        worked_by: record.worked_by,
        worked_at: record.worked_at,
    })
}

fn problems(price_minor: u64, document: &str, payer: &str) -> Vec<IntakeProblem> {
    let mut problems = Vec::new();
    match price_minor {
        0 => problems.push(problem("price_minor", IntakeReason::Required)),
        1..=AMOUNT_MINOR_MAX => {}
        _ => problems.push(problem("price_minor", IntakeReason::TooLong)),
    }
    for (field, text) in [("document", document), ("payer", payer)] {
        if text.is_empty() {
            problems.push(problem(field, IntakeReason::Required));
        } else if text.chars().count() > Intake::NAME_CHARS_MAX {
            problems.push(problem(field, IntakeReason::TooLong));
        }
    }
    problems
}

fn refuse_unless_refund(tx: &Tx<'_>, id: TicketId) -> Result<(), AppError> {
    let decided = resolution::of_ticket(tx, id)?.into_iter().next();
    match decided.and_then(|decided| decided.resolution) {
        Some(Resolution::Refund) => Ok(()),
        Some(_) | None => Err(AppError::NotARefund),
    }
}

fn problem(field: &str, reason: IntakeReason) -> IntakeProblem {
    IntakeProblem { field: field.to_owned(), reason }
}

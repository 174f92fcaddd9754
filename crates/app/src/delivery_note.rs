//! What stands on a delivery note: filled from the record of a work order that is ready or handed over. What the note
//! looks like is in `forms/delivery.typ`; called by ticket_paper.rs.

use crate::bench_report;
use crate::cover::{self, CoverRequest};
use crate::error::AppError;
use crate::handover::freight_answer;
use crate::part_line;
use crate::station::App;
use nightbench_domain::handover::Handover;
use nightbench_domain::money::Currency;
use nightbench_domain::part::PartCard;
use nightbench_domain::payment::Payment;
use nightbench_domain::resolution::UnrepairedReason;
use nightbench_domain::ticket::Status;
use nightbench_forms::centre::{Printed, ServiceCentre};
use nightbench_forms::delivery::{DeliveredAccessory, DeliveryNote, Left, NotedPayment, ReplacedPart};
use nightbench_store::intake::IntakeRecord;
use nightbench_store::part::LineRecord;
use nightbench_store::{handover, lending, resolution, ticket};

/// Fills the note of a work order.
///
/// # Errors
/// `NothingToHandOver` before it is ready and without a resolution.
pub(crate) fn fill(
    app: &App,
    record: IntakeRecord,
    centre: ServiceCentre,
    printed: Printed,
) -> Result<DeliveryNote, AppError> {
    let row = ticket::by_id(&app.store, record.id)?.ok_or(AppError::NotFound)?;
    if !matches!(row.status, Status::Ready | Status::Unclaimed | Status::Returned | Status::Closed) {
        return Err(AppError::NothingToHandOver);
    }
    let decided = resolution::of_ticket(&app.store, record.id)?.into_iter().next();
    let resolution =
        decided.as_ref().and_then(|decided| decided.resolution).ok_or(AppError::NothingToHandOver)?;
    let done = handover::of_ticket(&app.store, record.id)?.map(|record| record.handover);
    let given = done.as_ref().and_then(|done| done.given.clone());
    let serial = given.as_ref().map_or(&record.intake.serial, |given| &given.serial);
    let as_of = done.as_ref().map(|done| done.on);
    let covered_until = match as_of {
        // What the hand-over does to the cover is known once it is recorded.
        None => None,
        Some(_) => {
            let account = cover::account(app, CoverRequest { serial: serial.to_string(), as_of })?;
            account.unit.last.map(|last| (last.date, last.status))
        }
    };
    let is_unconsented =
        decided.as_ref().is_some_and(|decided| decided.reason == Some(UnrepairedReason::WithoutConsent));
    let freight = match &done {
        Some(done) => done.freight.clone(),
        None if is_unconsented => freight_answer(&app.store, record.id)?,
        None => None,
    };
    let payments = nightbench_store::payment::of_ticket(&app.store, record.id)?;
    let out = lending::of_ticket(&app.store, record.id)?.into_iter();
    Ok(DeliveryNote {
        rma: record.rma,
        centre,
        resolution,
        unrepaired: decided.and_then(|decided| decided.reason),
        work: bench_report::work(app, record.id)?,
        parts: part_line::put_in(&app.store, record.id)?.into_iter().map(replaced).collect(),
        measured: bench_report::tested(app, record.id)?,
        freight,
        covered_until,
        payments: payments
            .into_iter()
            .filter(|record| record.withdrawn.is_none())
            .map(|record| noted(&record.payment))
            .collect(),
        account: done.as_ref().map(|done| done.account.clone()).unwrap_or_default(),
        loans: out.filter(|lent| lent.returned_on.is_none()).map(|lent| lent.serial.to_string()).collect(),
        left: done.map(left),
        given,
        intake: record.intake,
        printed,
    })
}

fn replaced((card, line): (PartCard, LineRecord)) -> ReplacedPart {
    let name =
        if line.quantity == 1 { card.label() } else { format!("{} × {}", card.label(), line.quantity) };
    ReplacedPart { name, old_serial: line.serial_old, new_serial: line.serial_new }
}

fn left(done: Handover) -> Left {
    let delivered = |one: nightbench_domain::handover::ReturnedAccessory| DeliveredAccessory {
        item: one.item,
        is_returned: one.is_returned,
    };
    Left {
        on: done.on,
        at: done.at.format("%H:%M").to_string(),
        way: done.way,
        accessories: done.accessories.into_iter().map(delivered).collect(),
        missing_note: done.missing_note,
        condition: done.condition,
    }
}

pub(crate) fn noted(payment: &Payment) -> NotedPayment {
    let amount = Currency::parse(&payment.currency).map_or_else(
        |_| payment.amount_minor.to_string(),
        |currency| currency.amount_text(payment.amount_minor),
    );
    NotedPayment {
        kind: payment.kind,
        method: payment.method,
        amount,
        paid_on: payment.paid_on,
        reference: payment.reference.clone(),
    }
}

//! Payments: money that changed hands for a work order. One that was written down by mistake is withdrawn with its
//! reason and stays on record.

use crate::Source;
use crate::changes::Noun;
use crate::error::StoreError;
use crate::sql::{all, count, decode, integer, parse, run};
use crate::transact::Tx;
use nightbench_domain::code;
use nightbench_domain::id::{PaymentId, TicketId};
use nightbench_domain::payment::Payment;
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A payment on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaymentRecord {
    /// Its id.
    pub id: PaymentId,
    /// What was paid.
    pub payment: Payment,
    /// Who wrote it down.
    pub recorded_by: String,
    /// When, milliseconds UTC.
    #[ts(type = "number")]
    pub recorded_at: i64,
    /// Why it was a mistake; `None`: it counts.
    pub withdrawn: Option<String>,
}

/// Records a payment.
///
/// # Errors
/// When the database refuses.
pub fn record(tx: &Tx<'_>, id: PaymentId, ticket: TicketId, payment: &Payment) -> Result<(), StoreError> {
    let (kind, method) = (code(&payment.kind), code(&payment.method));
    let (amount_minor, paid_on) = (integer(payment.amount_minor)?, payment.paid_on.to_string());
    let act = tx.act.ok_or(StoreError::Unrecorded { noun: Noun::Handover })?;
    run(
        tx.connection,
        include_str!("record.sql"),
        named_params! {":id": id.to_string(), ":ticket": ticket.to_string(), ":kind": kind, ":method": method,
        ":amount_minor": amount_minor, ":currency": payment.currency, ":paid_on": paid_on,
        ":reference": payment.reference, ":recorded_by": act.actor, ":recorded_at": act.at_ms},
    )?;
    let fields = vec![
        ("ticket", ticket.to_string().into()),
        ("kind", kind.into()),
        ("method", method.into()),
        ("amount_minor", amount_minor.into()),
        ("currency", payment.currency.as_str().into()),
        ("paid_on", paid_on.into()),
        ("reference", payment.reference.as_str().into()),
    ];
    tx.append("payment.record", 1, id.uuid(), fields)?;
    Ok(())
}

/// Says that a payment was written down by mistake.
///
/// # Errors
/// `Missing` when there is no such payment that counts.
pub fn withdraw(tx: &Tx<'_>, ticket: TicketId, id: PaymentId, reason: &str) -> Result<(), StoreError> {
    let at_ms = tx.act.map(|act| act.at_ms).unwrap_or_default();
    let written = run(
        tx.connection,
        include_str!("withdraw.sql"),
        named_params! {":id": id.to_string(), ":ticket": ticket.to_string(), ":at": at_ms, ":reason": reason},
    )?;
    if written == 0 {
        return Err(StoreError::Missing { noun: Noun::Handover });
    }
    let fields = vec![("ticket", ticket.to_string().into()), ("withdrawn", reason.into())];
    tx.append("payment.withdraw", 1, id.uuid(), fields)?;
    Ok(())
}

/// The payments of a work order, oldest first, withdrawn ones among them.
///
/// # Errors
/// When the database cannot be read.
pub fn of_ticket(source: &impl Source, ticket: TicketId) -> Result<Vec<PaymentRecord>, StoreError> {
    let ticket = ticket.to_string();
    source.read(|connection| {
        all(connection, include_str!("of_ticket.sql"), named_params! {":ticket": ticket}, read)
    })
}

fn read(row: &Row<'_>) -> Result<PaymentRecord, StoreError> {
    let is_withdrawn = row.get::<_, Option<i64>>("withdrawn_at")?.is_some();
    let reason: String = row.get("withdraw_reason")?;
    Ok(PaymentRecord {
        id: parse(row, "id")?,
        payment: Payment {
            kind: decode(row, "kind")?,
            method: decode(row, "method")?,
            amount_minor: count(row, "amount_minor")?,
            currency: row.get("currency")?,
            paid_on: parse(row, "paid_on")?,
            reference: row.get("reference")?,
        },
        recorded_by: row.get("recorded_by")?,
        recorded_at: row.get("recorded_at")?,
        withdrawn: is_withdrawn.then_some(reason),
    })
}

//! What is refunded for a unit (3.3): the price of its receipt, from which document, and the seller who pays. One stands for
//! a serial, ever. That money really went back stands in `payment`.

use crate::Source;
use crate::error::StoreError;
use crate::sql::{count, decode, integer, one, parse, run};
use crate::transact::Tx;
use nightbench_domain::id::{AttachmentId, RefundId, TicketId};
use nightbench_domain::money::Currency;
use nightbench_domain::serial::SerialNumber;
use rusqlite::{Row, named_params};

/// A worksheet on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefundRecord {
    /// Its id.
    pub id: RefundId,
    /// Which ticket.
    pub ticket: TicketId,
    /// The unit that came.
    pub serial: SerialNumber,
    /// The price of the receipt, in minor units.
    pub price_minor: u64,
    /// Its currency.
    pub currency: Currency,
    /// The purchase document the price stands in: its number, its date.
    pub document: String,
    /// The scan of it; `None`: the paper itself was seen.
    pub attachment: Option<AttachmentId>,
    /// The seller who pays.
    pub payer: String,
    /// Who said so last.
    pub worked_by: String,
    /// When, milliseconds UTC.
    pub worked_at: i64,
}

/// Records a worksheet, or changes it.
///
/// # Errors
/// When the database refuses: another one stands for the serial.
pub fn work(tx: &Tx<'_>, refund: &RefundRecord) -> Result<(), StoreError> {
    let (price_minor, attachment) =
        (integer(refund.price_minor)?, refund.attachment.map(|attachment| attachment.to_string()));
    run(
        tx.connection,
        include_str!("work.sql"),
        named_params! {":id": refund.id.to_string(), ":ticket": refund.ticket.to_string(),
        ":serial": refund.serial.as_str(), ":price_minor": price_minor, ":currency": refund.currency.as_str(),
        ":document": refund.document, ":attachment": attachment, ":payer": refund.payer,
        ":worked_by": refund.worked_by, ":worked_at": refund.worked_at},
    )?;
    let fields = vec![
        ("ticket", refund.ticket.to_string().into()),
        ("serial", refund.serial.as_str().into()),
        ("price_minor", price_minor.into()),
        ("currency", refund.currency.as_str().into()),
        ("document", refund.document.as_str().into()),
        ("attachment", attachment.into()),
        ("payer", refund.payer.as_str().into()),
    ];
    tx.append("refund.work", 1, refund.id.uuid(), fields)?;
    Ok(())
}

/// Takes a worksheet back.
///
/// # Errors
/// `StatusMoved` when it was taken back meanwhile.
pub fn withdraw(tx: &Tx<'_>, refund: &RefundRecord, reason: &str) -> Result<(), StoreError> {
    let params =
        named_params! {":id": refund.id.to_string(), ":withdrawn_at": tx.at_ms(), ":withdrawn_why": reason};
    if run(tx.connection, include_str!("withdraw.sql"), params)? == 0 {
        return Err(StoreError::StatusMoved);
    }
    let fields = vec![("ticket", refund.ticket.to_string().into()), ("reason", reason.into())];
    tx.append("refund.withdraw", 1, refund.id.uuid(), fields)?;
    Ok(())
}

/// The worksheet of a ticket that stands.
///
/// # Errors
/// When the database cannot be read.
pub fn of_ticket(source: &impl Source, ticket: TicketId) -> Result<Option<RefundRecord>, StoreError> {
    let params = named_params! {":ticket": ticket.to_string()};
    source.read(|connection| one(connection, include_str!("of_ticket.sql"), params, read))
}

/// The worksheet that stands for a serial, of whichever ticket.
///
/// # Errors
/// When the database cannot be read.
pub fn by_serial(source: &impl Source, serial: &SerialNumber) -> Result<Option<RefundRecord>, StoreError> {
    let params = named_params! {":serial": serial.as_str()};
    source.read(|connection| one(connection, include_str!("by_serial.sql"), params, read))
}

fn read(row: &Row<'_>) -> Result<RefundRecord, StoreError> {
    let attachment: Option<String> = row.get("attachment")?;
    Ok(RefundRecord {
        id: parse(row, "id")?,
        ticket: parse(row, "ticket")?,
        serial: decode(row, "serial")?,
        price_minor: count(row, "price_minor")?,
        currency: decode(row, "currency")?,
        document: row.get("document")?,
        attachment: attachment.map(|_| parse(row, "attachment")).transpose()?,
        payer: row.get("payer")?,
        worked_by: row.get("worked_by")?,
        worked_at: row.get("worked_at")?,
    })
}

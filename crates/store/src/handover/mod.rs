//! Hand-overs: how what a customer gets left the house. One for each work order, never deleted. A waybill that was typed
//! wrong is amended, and what it was stays on record. What a hand-over did to covers is in cover/.

use crate::Source;
use crate::changes::Noun;
use crate::error::StoreError;
use crate::journal::New;
use crate::sql::{all, damaged, date, decode, decode_optional, json, one, parse, run};
use crate::transact::Tx;
use chrono::NaiveDate;
use nightbench_domain::code;
use nightbench_domain::handover::{
    CustomerSignature, FreightDecision, GivenUnit, Handover, HandoverWay, InvoiceRequest,
};
use nightbench_domain::id::{AttachmentId, CustomerId, HandoverAmendmentId, HandoverId, TicketId};
use nightbench_domain::waybill::{Carrier, Waybill};
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A hand-over on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HandoverRecord {
    /// Its id.
    pub id: HandoverId,
    /// How it went.
    pub handover: Handover,
    /// Who wrote it down.
    pub recorded_by: String,
    /// When, milliseconds UTC.
    #[ts(type = "number")]
    pub recorded_at: i64,
    /// The day as of which the work order was closed; `None`: it is not, or only the journal says when.
    pub closed_on: Option<NaiveDate>,
    /// What was wrong with the waybill before, newest first.
    pub amendments: Vec<HandoverAmendment>,
}

/// A correction of a waybill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HandoverAmendment {
    /// Its id.
    pub id: HandoverAmendmentId,
    /// The carrier before.
    pub carrier_before: Carrier,
    /// The number before.
    pub waybill_before: Option<Waybill>,
    /// The carrier since.
    pub carrier: Carrier,
    /// The number since.
    pub waybill: Option<Waybill>,
    /// Why.
    pub reason: String,
    /// Who.
    pub amended_by: String,
    /// When, milliseconds UTC.
    #[ts(type = "number")]
    pub amended_at: i64,
}

/// Records a hand-over. The names in it are sealed under the customer's key where they travel.
///
/// # Errors
/// When the database refuses: a work order is handed over once.
pub fn record(
    tx: &Tx<'_>,
    id: HandoverId,
    ticket: TicketId,
    customer: CustomerId,
    handover: &Handover,
) -> Result<(), StoreError> {
    let act = tx.act.ok_or(StoreError::Unrecorded { noun: Noun::Handover })?;
    let (on, at) = (handover.on.to_string(), handover.at.format("%H:%M:%S").to_string());
    let Left { way, carrier, waybill, by, proof } = Left::of(&handover.way);
    let accessories = serde_json::to_value(&handover.accessories)?;
    let (signature, scan) = signed(handover.signature);
    let invoice = handover.invoice.as_ref();
    let of_invoice = |part: fn(&InvoiceRequest) -> &str| invoice.map(part);
    let title = of_invoice(|invoice| invoice.title.reveal());
    let tax_number = of_invoice(|invoice| invoice.tax_number.reveal()).unwrap_or_default();
    let send_to = of_invoice(|invoice| invoice.send_to.reveal()).unwrap_or_default();
    let freight = handover.freight.as_ref();
    let bearer = freight.map(|freight| code(&freight.bearer));
    let decided_by = freight.map_or("", |freight| freight.decided_by.as_str());
    let given = handover.given.as_ref();
    let given_serial = given.map(|given| given.serial.to_string());
    let given_model = given.map_or("", |given| given.model.as_str());
    run(
        tx.connection,
        include_str!("record.sql"),
        named_params! {":id": id.to_string(), ":ticket": ticket.to_string(), ":on": on, ":at": at,
        ":late_reason": handover.late_reason, ":way": way, ":carrier": carrier, ":waybill": waybill,
        ":collected_by": by, ":proof": proof, ":accessories": accessories.to_string(),
        ":missing_note": handover.missing_note, ":condition": handover.condition, ":signature": signature,
        ":signature_scan": scan, ":account": handover.account, ":invoice_title": title,
        ":invoice_tax_number": tax_number, ":invoice_send_to": send_to, ":freight_bearer": bearer,
        ":freight_decided_by": decided_by, ":given_serial": given_serial, ":given_model": given_model,
        ":loan_note": handover.loan_note, ":note": handover.note, ":recorded_by": act.actor, ":recorded_at": act.at_ms},
    )?;
    let personal = |text: &str| New::Personal(customer, text.to_owned());
    let mut fields: Vec<(&str, New)> = vec![
        ("ticket", ticket.to_string().into()),
        ("handed_over_on", on.into()),
        ("handed_over_at", at.into()),
        ("late_reason", handover.late_reason.as_str().into()),
        ("way", way.into()),
        ("carrier", carrier.into()),
        ("waybill", waybill.into()),
        ("proof", proof.into()),
        ("accessories", New::json(&accessories)?),
        ("missing_note", handover.missing_note.as_str().into()),
        ("condition", handover.condition.as_str().into()),
        ("signature", signature.into()),
        ("signature_scan", scan.into()),
        ("account", handover.account.as_str().into()),
        ("freight_bearer", bearer.into()),
        ("freight_decided_by", decided_by.into()),
        ("given_serial", given_serial.into()),
        ("given_model", given_model.into()),
        ("loan_note", handover.loan_note.as_str().into()),
        ("note", handover.note.as_str().into()),
    ];
    let named = [
        ("collected_by", by),
        ("invoice_title", title.unwrap_or_default()),
        ("invoice_tax_number", tax_number),
        ("invoice_send_to", send_to),
    ];
    fields.extend(
        named.into_iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| (name, personal(text))),
    );
    fields.retain(|(_, value)| !value.is_empty());
    tx.append("handover.record", 1, id.uuid(), fields)?;
    Ok(())
}

/// Corrects the waybill of a hand-over; what it was stays.
///
/// # Errors
/// `Missing` when the work order was not handed over to a carrier.
pub fn amend(
    tx: &Tx<'_>,
    ticket: TicketId,
    id: HandoverAmendmentId,
    carrier: Carrier,
    waybill: Option<&Waybill>,
    reason: &str,
) -> Result<(), StoreError> {
    let missing = || StoreError::Missing { noun: Noun::Handover };
    let before = of_ticket(tx, ticket)?.ok_or_else(missing)?;
    let HandoverWay::Shipped { carrier: old_carrier, waybill: old_waybill } = &before.handover.way else {
        return Err(missing());
    };
    let act = tx.act.ok_or(StoreError::Unrecorded { noun: Noun::Handover })?;
    let (carrier, waybill) = (code(&carrier), waybill.map(Waybill::as_str));
    let handover = before.id.to_string();
    run(
        tx.connection,
        include_str!("add_amendment.sql"),
        named_params! {":id": id.to_string(), ":handover": handover, ":carrier_before": code(old_carrier),
        ":waybill_before": old_waybill.as_ref().map(Waybill::as_str), ":carrier": carrier, ":waybill": waybill,
        ":reason": reason, ":amended_by": act.actor, ":amended_at": act.at_ms},
    )?;
    run(
        tx.connection,
        include_str!("amend.sql"),
        named_params! {":id": handover, ":carrier": carrier, ":waybill": waybill},
    )?;
    let fields = vec![
        ("ticket", ticket.to_string().into()),
        ("carrier", carrier.into()),
        ("waybill", waybill.map(str::to_owned).into()),
        ("waybill_before", old_waybill.as_ref().map(ToString::to_string).into()),
        ("reason", reason.into()),
    ];
    tx.append("handover.amend", 1, before.id.uuid(), fields)?;
    Ok(())
}

/// Says as of which day the work order of a hand-over was closed. The closing itself is a transition of the ticket.
///
/// # Errors
/// `Missing` when it was not handed over.
pub fn close(tx: &Tx<'_>, ticket: TicketId, on: NaiveDate, reason: &str) -> Result<(), StoreError> {
    let record = of_ticket(tx, ticket)?.ok_or(StoreError::Missing { noun: Noun::Handover })?;
    let on = on.to_string();
    run(
        tx.connection,
        include_str!("close.sql"),
        named_params! {":id": record.id.to_string(), ":closed_on": on},
    )?;
    let mut fields = vec![("ticket", ticket.to_string().into()), ("closed_on", on.into())];
    if !reason.is_empty() {
        fields.push(("reason", reason.into()));
    }
    tx.append("handover.close", 1, record.id.uuid(), fields)?;
    Ok(())
}

/// The hand-over of a work order, with its amendments.
///
/// # Errors
/// When the database cannot be read.
pub fn of_ticket(source: &impl Source, ticket: TicketId) -> Result<Option<HandoverRecord>, StoreError> {
    let ticket = ticket.to_string();
    source.read(|connection| {
        let found = one(connection, include_str!("of_ticket.sql"), named_params! {":ticket": ticket}, read)?;
        let Some(mut record) = found else { return Ok(None) };
        let handover = record.id.to_string();
        record.amendments = all(
            connection,
            include_str!("amendments.sql"),
            named_params! {":handover": handover},
            read_amendment,
        )?;
        Ok(Some(record))
    })
}

/// The day a work order was handed over.
///
/// # Errors
/// When the database cannot be read.
pub fn day_of(source: &impl Source, ticket: TicketId) -> Result<Option<NaiveDate>, StoreError> {
    let ticket = ticket.to_string();
    source.read(|connection| {
        one(connection, include_str!("day_of.sql"), named_params! {":ticket": ticket}, |row| {
            parse(row, "handed_over_on")
        })
    })
}

/// The work orders that went under a waybill, newest first; at most ten.
///
/// # Errors
/// When the database cannot be read.
pub fn by_waybill(source: &impl Source, waybill: &Waybill) -> Result<Vec<TicketId>, StoreError> {
    let waybill = waybill.as_str();
    source.read(|connection| {
        all(connection, include_str!("by_waybill.sql"), named_params! {":waybill": waybill}, |row| {
            parse(row, "ticket")
        })
    })
}

/// How it left, column by column.
struct Left<'a> {
    way: &'static str,
    carrier: Option<String>,
    waybill: Option<String>,
    by: &'a str,
    proof: Option<String>,
}

impl<'a> Left<'a> {
    fn of(way: &'a HandoverWay) -> Self {
        match way {
            HandoverWay::Shipped { carrier, waybill } => Self {
                way: "shipped",
                carrier: Some(code(carrier)),
                waybill: waybill.as_ref().map(ToString::to_string),
                by: "",
                proof: None,
            },
            HandoverWay::Collected { by, proof } => Self {
                way: "collected",
                carrier: None,
                waybill: None,
                by: by.reveal(),
                proof: Some(code(proof)),
            },
        }
    }
}

fn signed(signature: Option<CustomerSignature>) -> (Option<String>, Option<String>) {
    match signature {
        None => (None, None),
        Some(CustomerSignature::OnPaper) => (Some("on_paper".to_owned()), None),
        Some(CustomerSignature::Scanned { attachment }) => {
            (Some("scanned".to_owned()), Some(attachment.to_string()))
        }
    }
}

fn read(row: &Row<'_>) -> Result<HandoverRecord, StoreError> {
    let at: String = row.get("handed_over_at")?;
    Ok(HandoverRecord {
        id: parse(row, "id")?,
        handover: Handover {
            on: parse(row, "handed_over_on")?,
            at: at.parse().map_err(|_| damaged("handed_over_at"))?,
            late_reason: row.get("late_reason")?,
            way: way(row)?,
            accessories: json(row, "accessories")?,
            missing_note: row.get("missing_note")?,
            condition: row.get("condition")?,
            signature: signature(row)?,
            account: row.get("account")?,
            invoice: invoice(row)?,
            freight: match decode_optional(row, "freight_bearer")? {
                Some(bearer) => Some(FreightDecision { bearer, decided_by: row.get("freight_decided_by")? }),
                None => None,
            },
            given: match decode_optional(row, "given_serial")? {
                Some(serial) => Some(GivenUnit { serial, model: row.get("given_model")? }),
                None => None,
            },
            loan_note: row.get("loan_note")?,
            note: row.get("note")?,
        },
        recorded_by: row.get("recorded_by")?,
        recorded_at: row.get("recorded_at")?,
        closed_on: date(row, "closed_on")?,
        amendments: Vec::new(),
    })
}

fn way(row: &Row<'_>) -> Result<HandoverWay, StoreError> {
    match row.get::<_, String>("way")?.as_str() {
        "shipped" => Ok(HandoverWay::Shipped {
            carrier: decode(row, "carrier")?,
            waybill: decode_optional(row, "waybill")?,
        }),
        "collected" => Ok(HandoverWay::Collected {
            by: row.get::<_, String>("collected_by")?.into(),
            proof: decode(row, "proof")?,
        }),
        _ => Err(damaged("way")),
    }
}

fn signature(row: &Row<'_>) -> Result<Option<CustomerSignature>, StoreError> {
    match row.get::<_, Option<String>>("signature")?.as_deref() {
        None => Ok(None),
        Some("on_paper") => Ok(Some(CustomerSignature::OnPaper)),
        Some("scanned") => {
            let attachment: AttachmentId = parse(row, "signature_scan")?;
            Ok(Some(CustomerSignature::Scanned { attachment }))
        }
        Some(_) => Err(damaged("signature")),
    }
}

fn invoice(row: &Row<'_>) -> Result<Option<InvoiceRequest>, StoreError> {
    let Some(title) = row.get::<_, Option<String>>("invoice_title")? else { return Ok(None) };
    Ok(Some(InvoiceRequest {
        title: title.into(),
        tax_number: row.get::<_, String>("invoice_tax_number")?.into(),
        send_to: row.get::<_, String>("invoice_send_to")?.into(),
    }))
}

fn read_amendment(row: &Row<'_>) -> Result<HandoverAmendment, StoreError> {
    Ok(HandoverAmendment {
        id: parse(row, "id")?,
        carrier_before: decode(row, "carrier_before")?,
        waybill_before: decode_optional(row, "waybill_before")?,
        carrier: decode(row, "carrier")?,
        waybill: decode_optional(row, "waybill")?,
        reason: row.get("reason")?,
        amended_by: row.get("amended_by")?,
        amended_at: row.get("amended_at")?,
    })
}

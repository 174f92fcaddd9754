//! The units of an enquiry: each is said, given a number to be sent in under, begun as a check-in, and becomes a work
//! order. Journaled with the enquiry as their owner.

use crate::Source;
use crate::changes::Noun;
use crate::error::StoreError;
use crate::journal::New;
use crate::sql::{all, count, damaged, decode_optional, one, parse, run};
use crate::transact::Tx;
use nightbench_domain::code;
use nightbench_domain::enquiry::EnquiryUnit;
use nightbench_domain::id::{AuthorisationId, CustomerId, DraftId, EnquiryId, EnquiryUnitId, TicketId};
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::SerialNumber;
use rusqlite::{Row, named_params};

/// A unit of an enquiry on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownUnit {
    /// Its id.
    pub id: EnquiryUnitId,
    /// Of which enquiry.
    pub enquiry: EnquiryId,
    /// Its place in the list.
    pub place: u32,
    /// What is known of it.
    pub unit: EnquiryUnit,
    /// The number it is sent in under, on record.
    pub authorisation: Option<AuthorisationId>,
    /// That number.
    pub rma: Option<RmaNumber>,
    /// The check-in that was begun for it.
    pub draft: Option<DraftId>,
    /// Its work order, once it came.
    pub ticket: Option<TicketId>,
}

/// Adds a unit to an enquiry. Its symptom is sealed for whoever asked.
///
/// # Errors
/// When the database refuses.
pub fn add_unit(
    tx: &Tx<'_>,
    enquiry: EnquiryId,
    customer: CustomerId,
    id: EnquiryUnitId,
    place: u32,
    unit: &EnquiryUnit,
) -> Result<(), StoreError> {
    run(
        tx.connection,
        include_str!("add_unit.sql"),
        named_params! {":id": id.to_string(), ":enquiry": enquiry.to_string(), ":place": place,
        ":serial": unit.serial.as_ref().map(SerialNumber::as_str), ":model": unit.model,
        ":product_class": unit.product_class.as_ref().map(code), ":symptom": unit.symptom},
    )?;
    let mut set = fields(customer, unit);
    set.retain(|(_, value)| !value.is_empty());
    set.push(("of_enquiry", enquiry.to_string().into()));
    tx.append("enquiry.unit", 1, id.uuid(), set)?;
    Ok(())
}

/// Corrects what is known of a unit; journals the fields that change.
///
/// # Errors
/// `Missing` when there is no such unit.
pub fn set_unit(
    tx: &Tx<'_>,
    id: EnquiryUnitId,
    customer: CustomerId,
    unit: &EnquiryUnit,
) -> Result<(), StoreError> {
    let before = self::unit(tx, id)?.ok_or(StoreError::Missing { noun: Noun::Enquiry })?;
    let old = fields(customer, &before.unit);
    let mut changed: Vec<_> =
        fields(customer, unit).into_iter().filter(|field| !old.contains(field)).collect();
    if changed.is_empty() {
        return Ok(());
    }
    run(
        tx.connection,
        include_str!("set_unit.sql"),
        named_params! {":id": id.to_string(), ":serial": unit.serial.as_ref().map(SerialNumber::as_str),
        ":model": unit.model, ":product_class": unit.product_class.as_ref().map(code), ":symptom": unit.symptom},
    )?;
    changed.push(("of_enquiry", before.enquiry.to_string().into()));
    tx.append("enquiry.unit", 1, id.uuid(), changed)?;
    Ok(())
}

/// Takes a unit off an enquiry that was put there by mistake.
///
/// # Errors
/// `Missing` when there is no such unit.
pub fn remove_unit(tx: &Tx<'_>, id: EnquiryUnitId, at_ms: i64) -> Result<(), StoreError> {
    let before = unit(tx, id)?.ok_or(StoreError::Missing { noun: Noun::Enquiry })?;
    run(tx.connection, include_str!("remove_unit.sql"), named_params! {":id": id.to_string()})?;
    let set = vec![("removed_at", at_ms.into()), ("of_enquiry", before.enquiry.to_string().into())];
    tx.append("enquiry.unit_remove", 1, id.uuid(), set)?;
    Ok(())
}

/// Says under which number a unit is sent in.
///
/// # Errors
/// When the database refuses.
pub fn give_number(
    tx: &Tx<'_>,
    known: &KnownUnit,
    authorisation: AuthorisationId,
    rma: &RmaNumber,
) -> Result<(), StoreError> {
    let params = named_params! {":id": known.id.to_string(), ":authorisation": authorisation.to_string()};
    run(tx.connection, include_str!("give_number.sql"), params)?;
    let set = vec![
        ("authorisation", authorisation.to_string().into()),
        ("rma", rma.as_str().into()),
        ("of_enquiry", known.enquiry.to_string().into()),
    ];
    tx.append("enquiry.unit", 1, known.id.uuid(), set)?;
    Ok(())
}

/// Remembers the check-in that was begun for a unit. A draft is no record, so this is found again and not journaled.
///
/// # Errors
/// When the database refuses.
pub fn begin_draft(tx: &Tx<'_>, id: EnquiryUnitId, draft: DraftId) -> Result<(), StoreError> {
    let params = named_params! {":id": id.to_string(), ":draft": draft.to_string()};
    tx.watch.derived(|| run(tx.connection, include_str!("begin_draft.sql"), params))?;
    Ok(())
}

/// Gives a unit to the work order it became.
///
/// # Errors
/// When the database refuses.
pub fn take_up(tx: &Tx<'_>, known: &KnownUnit, ticket: TicketId) -> Result<(), StoreError> {
    let params = named_params! {":id": known.id.to_string(), ":ticket": ticket.to_string()};
    run(tx.connection, include_str!("take_up.sql"), params)?;
    let set = vec![("became", ticket.to_string().into()), ("of_enquiry", known.enquiry.to_string().into())];
    tx.append("enquiry.unit", 1, known.id.uuid(), set)?;
    Ok(())
}

/// The units of an enquiry, in their order.
///
/// # Errors
/// When the database cannot be read.
pub fn units(source: &impl Source, enquiry: EnquiryId) -> Result<Vec<KnownUnit>, StoreError> {
    let enquiry = enquiry.to_string();
    source.read(|connection| {
        all(connection, include_str!("units.sql"), named_params! {":enquiry": enquiry}, read)
    })
}

/// The unit of that id.
///
/// # Errors
/// When the database cannot be read.
pub fn unit(source: &impl Source, id: EnquiryUnitId) -> Result<Option<KnownUnit>, StoreError> {
    let id = id.to_string();
    source.read(|connection| one(connection, include_str!("unit_by_id.sql"), named_params! {":id": id}, read))
}

/// The unit that is sent in under that number.
///
/// # Errors
/// When the database cannot be read.
pub fn unit_of_number(source: &impl Source, id: AuthorisationId) -> Result<Option<KnownUnit>, StoreError> {
    let id = id.to_string();
    source.read(|connection| {
        one(connection, include_str!("unit_by_authorisation.sql"), named_params! {":authorisation": id}, read)
    })
}

/// The unit that check-in was begun for.
///
/// # Errors
/// When the database cannot be read.
pub fn unit_of_draft(source: &impl Source, id: DraftId) -> Result<Option<KnownUnit>, StoreError> {
    let id = id.to_string();
    source.read(|connection| {
        one(connection, include_str!("unit_by_draft.sql"), named_params! {":draft": id}, read)
    })
}

/// The unit of that serial which was asked about and did not come yet: the newest enquiry that was not settled without
/// it.
///
/// # Errors
/// When the database cannot be read.
pub fn unit_awaited(source: &impl Source, serial: &SerialNumber) -> Result<Option<KnownUnit>, StoreError> {
    let params = named_params! {":serial": serial.as_str()};
    source.read(|connection| one(connection, include_str!("unit_awaited.sql"), params, read))
}

/// The unit that became that work order.
///
/// # Errors
/// When the database cannot be read.
pub fn unit_of_ticket(source: &impl Source, id: TicketId) -> Result<Option<KnownUnit>, StoreError> {
    let id = id.to_string();
    source.read(|connection| {
        one(connection, include_str!("unit_by_ticket.sql"), named_params! {":ticket": id}, read)
    })
}

/// The fields as the journal names them.
fn fields(customer: CustomerId, unit: &EnquiryUnit) -> Vec<(&'static str, New)> {
    let symptom = match unit.symptom.as_str() {
        "" => New::from(""),
        text => New::Personal(customer, text.to_owned()),
    };
    vec![
        ("serial", unit.serial.as_ref().map_or("", SerialNumber::as_str).into()),
        ("model", unit.model.as_str().into()),
        ("product_class", unit.product_class.as_ref().map(code).into()),
        ("symptom", symptom),
    ]
}

fn read(row: &Row<'_>) -> Result<KnownUnit, StoreError> {
    let is_there = |column| Ok::<_, StoreError>(row.get::<_, Option<String>>(column)?.is_some());
    Ok(KnownUnit {
        id: parse(row, "id")?,
        enquiry: parse(row, "enquiry")?,
        place: u32::try_from(count(row, "place")?).map_err(|_| damaged("place"))?,
        unit: EnquiryUnit {
            serial: decode_optional(row, "serial")?,
            model: row.get("model")?,
            product_class: decode_optional(row, "product_class")?,
            symptom: row.get("symptom")?,
        },
        authorisation: is_there("authorisation")?.then(|| parse(row, "authorisation")).transpose()?,
        rma: decode_optional(row, "rma")?,
        draft: is_there("draft")?.then(|| parse(row, "draft")).transpose()?,
        ticket: is_there("ticket")?.then(|| parse(row, "ticket")).transpose()?,
    })
}

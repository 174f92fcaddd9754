//! Enquiries and the units they are about. What was said about one is in contact/, what was promised in follow_up/; the
//! number a unit is sent in under is in authorisation/.

mod unit;

pub use unit::{
    KnownUnit, add_unit, begin_draft, give_number, remove_unit, set_unit, take_up, unit, unit_awaited,
    unit_of_draft, unit_of_number, unit_of_ticket, units,
};

use crate::Source;
use crate::changes::Noun;
use crate::customer;
use crate::error::StoreError;
use crate::journal::New;
use crate::sql::{all, count, damaged, decode, decode_optional, one, parse, run};
use crate::transact::Tx;
use nightbench_domain::code;
use nightbench_domain::contact::Way;
use nightbench_domain::customer::Customer;
use nightbench_domain::enquiry::{Enquiry, EnquiryResult};
use nightbench_domain::id::{CustomerId, EnquiryId};
use nightbench_domain::serial::fold;
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};

/// An enquiry on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownEnquiry {
    /// Its id.
    pub id: EnquiryId,
    /// Who asked what, the customer as now on record.
    pub enquiry: Enquiry,
    /// Who asked.
    pub customer: CustomerId,
    /// When it must be answered, milliseconds UTC.
    pub reply_due_at: i64,
    /// What came of it; `None` while it is open.
    pub result: Option<EnquiryResult>,
    /// What is said of the result.
    pub result_words: String,
    /// When the result was stated, milliseconds UTC.
    pub result_at: Option<i64>,
    /// Who recorded it.
    pub recorded_by: String,
    /// Whether something is left to do.
    pub is_open: bool,
    /// How many units it is about.
    pub units: u32,
    /// The serial of the first of them as kept, or empty.
    pub first_serial: String,
    /// The model of the first of them, or empty.
    pub first_model: String,
}

/// Where a page of enquiries ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct After {
    /// Of its last row, milliseconds UTC.
    pub received_at: i64,
    /// Of its last row.
    pub id: EnquiryId,
}

/// Records an enquiry. `customer` is on record already and owns the words.
///
/// # Errors
/// When the database refuses.
pub fn open_one(
    tx: &Tx<'_>,
    id: EnquiryId,
    customer: CustomerId,
    enquiry: &Enquiry,
    reply_due_at: i64,
    recorded_by: &str,
) -> Result<(), StoreError> {
    run(
        tx.connection,
        include_str!("open_one.sql"),
        named_params! {":id": id.to_string(), ":way": code(&enquiry.way), ":received_at": enquiry.received_at,
        ":reply_due_at": reply_due_at, ":customer": customer.to_string(), ":words": enquiry.words.reveal(),
        ":recorded_by": recorded_by},
    )?;
    tx.append("enquiry.open", 1, id.uuid(), fields(customer, enquiry, reply_due_at))?;
    Ok(())
}

/// Corrects what was recorded of an enquiry; journals the fields that change.
///
/// # Errors
/// `Missing` when there is no such enquiry.
pub fn amend(
    tx: &Tx<'_>,
    id: EnquiryId,
    customer: CustomerId,
    enquiry: &Enquiry,
    reply_due_at: i64,
) -> Result<(), StoreError> {
    let before = known(tx, id)?;
    let old = fields(before.customer, &before.enquiry, before.reply_due_at);
    let changed: Vec<_> =
        fields(customer, enquiry, reply_due_at).into_iter().filter(|field| !old.contains(field)).collect();
    if changed.is_empty() {
        return Ok(());
    }
    run(
        tx.connection,
        include_str!("amend.sql"),
        named_params! {":id": id.to_string(), ":way": code(&enquiry.way), ":received_at": enquiry.received_at,
        ":reply_due_at": reply_due_at, ":customer": customer.to_string(), ":words": enquiry.words.reveal()},
    )?;
    tx.append("enquiry.amend", 1, id.uuid(), changed)?;
    Ok(())
}

/// States what came of an enquiry.
///
/// # Errors
/// `Missing` when there is no such enquiry.
pub fn end(
    tx: &Tx<'_>,
    id: EnquiryId,
    result: EnquiryResult,
    words: &str,
    at_ms: i64,
) -> Result<(), StoreError> {
    let before = known(tx, id)?;
    set_result(tx, id, Some(result), words, Some(at_ms))?;
    let words = New::Personal(before.customer, words.to_owned());
    let set = vec![("result", code(&result).into()), ("result_words", words), ("result_at", at_ms.into())];
    tx.append("enquiry.end", 1, id.uuid(), set)?;
    Ok(())
}

/// Takes the result of an enquiry back.
///
/// # Errors
/// `Missing` when there is no such enquiry.
pub fn reopen(tx: &Tx<'_>, id: EnquiryId) -> Result<(), StoreError> {
    set_result(tx, id, None, "", None)?;
    let none = || New::from(None::<String>);
    let set = vec![("result", none()), ("result_words", none()), ("result_at", none())];
    tx.append("enquiry.reopen", 1, id.uuid(), set)?;
    Ok(())
}

/// The enquiry of that id.
///
/// # Errors
/// When the database cannot be read.
pub fn by_id(source: &impl Source, id: EnquiryId) -> Result<Option<KnownEnquiry>, StoreError> {
    let id = id.to_string();
    source.read(|connection| one(connection, include_str!("by_id.sql"), named_params! {":id": id}, read))
}

/// Enquiries with something left to do, the one that must be answered first first.
///
/// # Errors
/// When the database cannot be read.
pub fn open(source: &impl Source, rows: u32) -> Result<Vec<KnownEnquiry>, StoreError> {
    source.read(|connection| all(connection, include_str!("open.sql"), named_params! {":rows": rows}, read))
}

/// A page of all enquiries, newest first; with a text those whose customer, words or units hold it.
///
/// # Errors
/// When the database cannot be read.
pub fn page(
    source: &impl Source,
    text: &str,
    after: Option<&After>,
    rows: u32,
) -> Result<Vec<KnownEnquiry>, StoreError> {
    // Behind the last instant there is no row before the first page.
    let (at, id) = after.map_or((i64::MAX, String::new()), |after| (after.received_at, after.id.to_string()));
    let text = text.trim();
    source.read(|connection| {
        if text.is_empty() {
            let params = named_params! {":received_at": at, ":id": id, ":rows": rows};
            return all(connection, include_str!("page.sql"), params, read);
        }
        let phone = Customer { phone: text.to_owned().into(), ..Customer::default() }.phone_key();
        // A few digits of a serial are no phone number.
        let phone = if phone.len() < 4 { String::new() } else { phone };
        let params = named_params! {":received_at": at, ":id": id, ":rows": rows, ":text": text,
        ":serial": fold(text), ":phone": phone};
        all(connection, include_str!("matching.sql"), params, read)
    })
}

pub(crate) fn known(tx: &Tx<'_>, id: EnquiryId) -> Result<KnownEnquiry, StoreError> {
    by_id(tx, id)?.ok_or(StoreError::Missing { noun: Noun::Enquiry })
}

fn set_result(
    tx: &Tx<'_>,
    id: EnquiryId,
    result: Option<EnquiryResult>,
    words: &str,
    at_ms: Option<i64>,
) -> Result<(), StoreError> {
    let is_open = result.is_none_or(|result| !result.ends());
    let written = run(
        tx.connection,
        include_str!("set_result.sql"),
        named_params! {":id": id.to_string(), ":result": result.as_ref().map(code), ":result_words": words,
        ":result_at": at_ms, ":is_open": is_open},
    )?;
    if written == 0 { Err(StoreError::Missing { noun: Noun::Enquiry }) } else { Ok(()) }
}

/// The fields as the journal names them; what was asked is sealed for whoever asked.
fn fields(customer: CustomerId, enquiry: &Enquiry, reply_due_at: i64) -> Vec<(&'static str, New)> {
    vec![
        ("way", code(&enquiry.way).into()),
        ("received_at", enquiry.received_at.into()),
        ("reply_due_at", reply_due_at.into()),
        ("customer", customer.to_string().into()),
        ("words", New::Personal(customer, enquiry.words.reveal().clone())),
    ]
}

fn read(row: &Row<'_>) -> Result<KnownEnquiry, StoreError> {
    let way: Way = decode(row, "way")?;
    Ok(KnownEnquiry {
        id: parse(row, "id")?,
        enquiry: Enquiry {
            way,
            received_at: row.get("received_at")?,
            customer: customer::read_as(row, "customer_")?,
            words: row.get::<_, String>("words")?.into(),
        },
        customer: parse(row, "customer")?,
        reply_due_at: row.get("reply_due_at")?,
        result: decode_optional(row, "result")?,
        result_words: row.get("result_words")?,
        result_at: row.get("result_at")?,
        recorded_by: row.get("recorded_by")?,
        is_open: row.get("is_open")?,
        units: u32::try_from(count(row, "units")?).map_err(|_| damaged("units"))?,
        first_serial: row.get("first_serial")?,
        first_model: row.get("first_model")?,
    })
}

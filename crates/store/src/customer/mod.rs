//! Customers: who brings or sends units. A person is found again by phone number and name. Personal values are
//! plain in the encrypted file, where screens and papers need them, and sealed in the journal, which travels.

use crate::Source;
use crate::changes::Noun;
use crate::entropy::Entropy;
use crate::error::StoreError;
use crate::journal::New;
use crate::seal::CustomerKey;
use crate::search;
use crate::sql::{all, one, parse, run};
use crate::transact::Tx;
use nightbench_domain::customer::Customer;
use nightbench_domain::id::{CustomerId, TicketId};
use nightbench_domain::pii::Pii;
use rusqlite::{Connection, Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A customer on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KnownCustomer {
    /// Its id.
    pub id: CustomerId,
    /// Name, company, phone, e-mail, address as last recorded.
    pub customer: Customer,
}

/// Records a customer and draws the key that seals the personal values in the journal.
///
/// # Errors
/// When the database refuses.
pub fn add(tx: &Tx<'_>, id: CustomerId, customer: &Customer) -> Result<(), StoreError> {
    write(tx, include_str!("add.sql"), id, customer)?;
    add_key(tx.connection, id, &CustomerKey(tx.entropy.bytes()))?;
    // Whoever speaks for no company says nothing of one.
    let said =
        fields(customer).into_iter().filter(|(name, value)| *name != "company" || !value.reveal().is_empty());
    let set = said.map(|(name, value)| (name, personal(id, value))).collect();
    tx.append("customer.add", 1, id.uuid(), set)?;
    Ok(())
}

/// Records what changed of a customer; nothing when nothing did. The work orders of the customer are found by
/// the new values afterwards.
///
/// # Errors
/// `Missing` when there is no such customer.
pub fn update(tx: &Tx<'_>, id: CustomerId, customer: &Customer) -> Result<(), StoreError> {
    let before = by_id(tx, id)?.ok_or(StoreError::Missing { noun: Noun::Customer })?.customer;
    let old = fields(&before);
    let changed: Vec<_> = fields(customer).into_iter().filter(|field| !old.contains(field)).collect();
    if changed.is_empty() {
        return Ok(());
    }
    write(tx, include_str!("update.sql"), id, customer)?;
    let set = changed.into_iter().map(|(name, value)| (name, personal(id, value))).collect();
    tx.append("customer.update", 1, id.uuid(), set)?;
    index_tickets(tx.connection, id)
}

/// Writes the lines by which the work orders of a customer are found.
pub(crate) fn index_tickets(connection: &Connection, id: CustomerId) -> Result<(), StoreError> {
    let params = named_params! {":customer": id.to_string()};
    let tickets = all(connection, include_str!("tickets.sql"), params, |row| parse::<TicketId>(row, "id"))?;
    tickets.into_iter().try_for_each(|ticket| search::index(connection, ticket))
}

/// The customer of that id.
///
/// # Errors
/// When the database cannot be read.
pub fn by_id(source: &impl Source, id: CustomerId) -> Result<Option<KnownCustomer>, StoreError> {
    source.read(|connection| {
        one(connection, include_str!("by_id.sql"), named_params! {":id": id.to_string()}, read)
    })
}

/// The customer with the same phone number and name, however they are written.
///
/// # Errors
/// When the database cannot be read.
pub fn find(source: &impl Source, customer: &Customer) -> Result<Option<KnownCustomer>, StoreError> {
    let (phone_key, name_key) = (customer.phone_key(), name_key(customer));
    source.read(|connection| {
        one(
            connection,
            include_str!("find.sql"),
            named_params! {":phone_key": phone_key, ":name_key": name_key},
            read,
        )
    })
}

/// Everybody with that phone number, for filling the form while it is typed; at most ten.
///
/// # Errors
/// When the database cannot be read.
pub fn by_phone(source: &impl Source, phone: &Pii<String>) -> Result<Vec<KnownCustomer>, StoreError> {
    let phone_key = Customer { phone: phone.clone(), ..Customer::default() }.phone_key();
    source.read(|connection| {
        all(connection, include_str!("by_phone.sql"), named_params! {":phone_key": phone_key}, read)
    })
}

/// Everybody whose phone number ends in these four digits, those recorded last first; at most twenty.
///
/// # Errors
/// When the database cannot be read.
pub fn by_phone_tail(source: &impl Source, phone_tail: &str) -> Result<Vec<KnownCustomer>, StoreError> {
    source.read(|connection| {
        let params = named_params! {":phone_tail": phone_tail};
        all(connection, include_str!("by_phone_tail.sql"), params, read)
    })
}

/// The key of a customer; `None` when there is no such customer or it was erased.
pub(crate) fn key(connection: &Connection, id: CustomerId) -> Result<Option<CustomerKey>, StoreError> {
    one(connection, include_str!("key.sql"), named_params! {":customer": id.to_string()}, |row| {
        Ok(CustomerKey(row.get("key")?))
    })
}

/// The key that unseals a customer's values in operations; `None` for one who was erased or is not on record.
///
/// # Errors
/// When the database cannot be read.
pub fn secret(source: &impl Source, id: CustomerId) -> Result<Option<[u8; 32]>, StoreError> {
    source.read(|connection| Ok(key(connection, id)?.map(|key| key.0)))
}

/// Draws a key for every customer without one, after a salvage lost some. What their lost keys sealed stays
/// sealed.
pub(crate) fn draw_missing_keys(connection: &Connection, entropy: &Entropy) -> Result<(), StoreError> {
    let customers =
        all(connection, include_str!("without_key.sql"), [], |row| parse::<CustomerId>(row, "id"))?;
    customers.into_iter().try_for_each(|id| add_key(connection, id, &CustomerKey(entropy.bytes())))
}

pub(crate) fn add_key(connection: &Connection, id: CustomerId, key: &CustomerKey) -> Result<(), StoreError> {
    let params = named_params! {":customer": id.to_string(), ":key": key.0};
    run(connection, include_str!("add_key.sql"), params)?;
    Ok(())
}

fn write(tx: &Tx<'_>, sql: &str, id: CustomerId, customer: &Customer) -> Result<(), StoreError> {
    run(
        tx.connection,
        sql,
        named_params! {":id": id.to_string(), ":name": customer.name.reveal(), ":phone": customer.phone.reveal(),
        ":email": customer.email.reveal(), ":address": customer.address.reveal(),
        ":company": customer.company.reveal(),
        ":phone_key": customer.phone_key(), ":name_key": name_key(customer),
        ":at": tx.act.map(|act| act.at_ms).unwrap_or_default()},
    )?;
    Ok(())
}

fn fields(customer: &Customer) -> [(&'static str, &Pii<String>); 5] {
    [
        ("name", &customer.name),
        ("phone", &customer.phone),
        ("email", &customer.email),
        ("address", &customer.address),
        ("company", &customer.company),
    ]
}

fn personal(id: CustomerId, value: &Pii<String>) -> New {
    New::Personal(id, value.reveal().clone())
}

/// The name without spaces, case and width.
fn name_key(customer: &Customer) -> String {
    nightbench_domain::serial::fold(customer.name.reveal())
}

fn read(row: &Row<'_>) -> Result<KnownCustomer, StoreError> {
    Ok(KnownCustomer { id: parse(row, "id")?, customer: read_as(row, "")? })
}

/// The customer a row holds beside something else, under column names that begin with `prefix`.
pub(crate) fn read_as(row: &Row<'_>, prefix: &str) -> Result<Customer, StoreError> {
    let text = |name: &str| row.get::<_, String>(format!("{prefix}{name}").as_str()).map(Pii::from);
    Ok(Customer {
        name: text("name")?,
        company: text("company")?,
        phone: text("phone")?,
        email: text("email")?,
        address: text("address")?,
    })
}

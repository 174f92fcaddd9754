//! The people and companies around an intake, on record: found by phone and name, kept up to date, and picked by the
//! last four digits of a phone number, which a caller may say aloud.

use crate::error::AppError;
use crate::station::App;
use nightbench_domain::customer::Customer;
use nightbench_domain::id::CustomerId;
use nightbench_domain::intake::Intake;
use nightbench_domain::party::{Parties, PartyRole};
use nightbench_domain::pii::Pii;
use nightbench_domain::serial::fold;
use nightbench_store::intake::IntakeRecord;
use nightbench_store::{Tx, customer as store};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The request of `customer_find`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CustomerFindRequest {
    /// The last four digits of the phone number, or all of it.
    pub phone_tail: Pii<String>,
}

/// Somebody on record whose phone number ends so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FoundCustomer {
    /// Their record.
    pub id: CustomerId,
    /// The phone number as a list shows it: all but its beginning and end as stars.
    pub phone_masked: Pii<String>,
    /// Everything that fills a field when they are picked.
    pub customer: Customer,
}

/// Up to twenty people, those recorded last first; none while fewer than four digits are typed.
pub(crate) fn find(app: &App, request: CustomerFindRequest) -> Result<Vec<FoundCustomer>, AppError> {
    let typed = Customer { phone: request.phone_tail, ..Customer::default() };
    let (key, tail) = (typed.phone_key(), typed.phone_tail());
    if tail.chars().count() < 4 {
        return Ok(Vec::new());
    }
    let known = store::by_phone_tail(&app.store, &tail)?.into_iter();
    let fits = known.filter(|known| known.customer.phone_key().ends_with(&key));
    Ok(fits
        .map(|known| FoundCustomer {
            id: known.id,
            phone_masked: known.customer.phone_masked(),
            customer: known.customer,
        })
        .collect())
}

/// The record of a customer, brought up to date, or a new one.
pub(crate) fn on_record(app: &App, tx: &Tx<'_>, customer: &Customer) -> Result<CustomerId, AppError> {
    if let Some(known) = store::find(tx, customer)? {
        store::update(tx, known.id, &merged(&known.customer, customer))?;
        return Ok(known.id);
    }
    let id = CustomerId::new(app.ports.ids.uuid());
    store::add(tx, id, customer)?;
    Ok(id)
}

/// The records of everybody else around an intake.
pub(crate) fn parties_on_record(
    app: &App,
    tx: &Tx<'_>,
    parties: &Parties,
) -> Result<BTreeMap<PartyRole, CustomerId>, AppError> {
    parties.filled().map(|(role, party)| Ok((role, on_record(app, tx, party)?))).collect()
}

/// A corrected name or phone number is the same customer, unless those belong to another one on record.
pub(crate) fn amended(
    app: &App,
    tx: &Tx<'_>,
    before: &IntakeRecord,
    intake: &Intake,
) -> Result<CustomerId, AppError> {
    if let Some(known) = store::find(tx, &intake.customer)?
        && known.id != before.customer_id
    {
        return on_record(app, tx, &intake.customer);
    }
    store::update(tx, before.customer_id, &intake.customer)?;
    Ok(before.customer_id)
}

/// What was left empty this time is still known from the last.
pub(crate) fn merged(known: &Customer, stated: &Customer) -> Customer {
    let either = |stated: &Pii<String>, known: &Pii<String>| {
        if fold(stated.reveal()).is_empty() { known.clone() } else { stated.clone() }
    };
    Customer {
        name: stated.name.clone(),
        phone: stated.phone.clone(),
        company: either(&stated.company, &known.company),
        email: either(&stated.email, &known.email),
        address: either(&stated.address, &known.address),
    }
}

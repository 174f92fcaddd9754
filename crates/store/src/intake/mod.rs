//! Intakes: what the desk recorded when it received a unit, and its later corrections. Receiving opens the
//! ticket in the same write; what happens to the ticket afterwards is in ticket/.

use crate::Source;
use crate::changes::Noun;
use crate::error::StoreError;
use crate::journal::New;
use crate::search;
use crate::sql::{all, code, date, decode, decode_optional, json, one, parse, run};
use crate::station;
use crate::ticket::{self, Cycle};
use crate::transact::Tx;
use nightbench_domain::customer::Customer;
use nightbench_domain::id::{CustomerId, TicketId};
use nightbench_domain::intake::{Conflict, FirstReported, Intake};
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::SerialNumber;
use rusqlite::types::ToSql;
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is recorded of one unit: the intake, whose it is, the facts of the claim as stated, and what does not
/// agree in them.
#[derive(Debug, Clone, Copy)]
pub struct Statement<'a> {
    /// Whose unit it is; on record already.
    pub customer: CustomerId,
    /// What the desk recorded. Its `customer` is not written here: `customer` is.
    pub intake: &'a Intake,
    /// The facts of the claim, a JSON object.
    pub facts: &'a serde_json::Value,
    /// What does not agree.
    pub conflicts: &'a [Conflict],
}

/// An intake on record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IntakeRecord {
    /// The id it shares with its ticket.
    pub id: TicketId,
    /// The number on its papers.
    pub rma: RmaNumber,
    /// When it was typed in, milliseconds UTC.
    #[ts(type = "number")]
    pub received_at: i64,
    /// Whose unit it is.
    pub customer_id: CustomerId,
    /// What was recorded, with the customer as now on record.
    pub intake: Intake,
    /// The facts of the claim as stated.
    pub facts: serde_json::Value,
    /// What does not agree in them.
    pub conflicts: Vec<Conflict>,
}

/// Receives a unit: gives it an RMA number and opens its ticket.
///
/// # Errors
/// `OpenTicket` when the serial has an open ticket; `NotInitialised` before there is a number series.
pub fn receive(
    tx: &Tx<'_>,
    id: TicketId,
    statement: &Statement<'_>,
    cycle: &Cycle,
) -> Result<RmaNumber, StoreError> {
    ticket::refuse_second(tx, &statement.intake.serial)?;
    let rma = station::next_rma(tx)?;
    let at_ms = tx.act.map(|act| act.at_ms).unwrap_or_default();
    write(
        tx,
        include_str!("receive.sql"),
        id,
        statement,
        &[(":rma", &rma.as_str()), (":received_at", &at_ms)],
    )?;
    ticket::open(tx, id, &statement.intake.serial, at_ms, cycle)?;
    let mut fields = vec![("rma", New::from(rma.as_str()))];
    fields.extend(self::fields(statement)?.into_iter().filter(|(_, value)| !value.is_empty()));
    tx.append("intake.receive", 1, id.uuid(), fields)?;
    search::index(tx.connection, id)?;
    Ok(rma)
}

/// Corrects an intake; journals the fields that change, with the reason if one is given, and returns their
/// names. The ticket's dates are not moved by it: the application dates it anew with `ticket::redate`.
///
/// # Errors
/// `Missing` when there is no such intake; `OpenTicket` when the corrected serial has another open ticket.
pub fn amend(
    tx: &Tx<'_>,
    id: TicketId,
    statement: &Statement<'_>,
    reason: &str,
) -> Result<Vec<&'static str>, StoreError> {
    let before = by_id(tx, id)?.ok_or(StoreError::Missing { noun: Noun::Intake })?;
    let old = fields(&before.statement())?;
    let mut changed: Vec<_> = fields(statement)?.into_iter().filter(|field| !old.contains(field)).collect();
    let names = changed.iter().map(|(name, _)| *name).collect::<Vec<_>>();
    if names.is_empty() {
        return Ok(names);
    }
    if before.intake.serial != statement.intake.serial {
        ticket::correct_serial(tx, id, &statement.intake.serial)?;
    }
    write(tx, include_str!("amend.sql"), id, statement, &[])?;
    if !reason.is_empty() {
        changed.push(("reason", reason.into()));
    }
    tx.append("intake.amend", 1, id.uuid(), changed)?;
    search::index(tx.connection, id)?;
    Ok(names)
}

/// The intake of that id.
///
/// # Errors
/// When the database cannot be read.
pub fn by_id(source: &impl Source, id: TicketId) -> Result<Option<IntakeRecord>, StoreError> {
    let id = id.to_string();
    source.read(|connection| one(connection, include_str!("by_id.sql"), named_params! {":id": id}, read))
}

/// The intake of that number.
///
/// # Errors
/// When the database cannot be read.
pub fn by_rma(source: &impl Source, rma: &RmaNumber) -> Result<Option<IntakeRecord>, StoreError> {
    let rma = rma.as_str();
    source.read(|connection| one(connection, include_str!("by_rma.sql"), named_params! {":rma": rma}, read))
}

/// Every intake of that serial, newest first: the unit's life at this centre.
///
/// # Errors
/// When the database cannot be read.
pub fn by_serial(source: &impl Source, serial: &SerialNumber) -> Result<Vec<IntakeRecord>, StoreError> {
    let serial = serial.as_str();
    source.read(|connection| {
        all(connection, include_str!("by_serial.sql"), named_params! {":serial": serial}, read)
    })
}

impl IntakeRecord {
    /// What it states, in the form `amend` takes.
    #[must_use]
    pub fn statement(&self) -> Statement<'_> {
        Statement {
            customer: self.customer_id,
            intake: &self.intake,
            facts: &self.facts,
            conflicts: &self.conflicts,
        }
    }
}

/// The fields as the journal names them. A field that is not named when the intake is received is empty.
fn fields(statement: &Statement<'_>) -> Result<Vec<(&'static str, New)>, StoreError> {
    let Intake {
        serial,
        model,
        product_class,
        symptom,
        customer: _,
        received_on,
        channel,
        dealer,
        first_reported,
        remote_attempts,
        accessories,
        condition,
        purchase_document,
        remedy_wanted,
        paper_form,
        calendar,
        consignment,
    } = statement.intake;
    Ok(vec![
        ("serial", serial.as_str().into()),
        ("model", model.as_str().into()),
        ("product_class", code(product_class)?.into()),
        ("symptom", symptom.as_str().into()),
        ("customer", statement.customer.to_string().into()),
        ("received_on", received_on.to_string().into()),
        ("channel", code(channel)?.into()),
        ("dealer", dealer.as_str().into()),
        ("first_reported_on", first_reported.as_ref().map(|first| first.on.to_string()).into()),
        ("first_reported_to", first_reported.as_ref().map_or("", |first| first.to.as_str()).into()),
        ("remote_attempts", remote_attempts.as_str().into()),
        ("accessories", New::json(&serde_json::to_value(accessories)?)?),
        ("condition", condition.as_str().into()),
        ("purchase_document", purchase_document.as_str().into()),
        ("remedy_wanted", remedy_wanted.as_ref().map(code).transpose()?.into()),
        ("paper_form", (*paper_form).into()),
        ("calendar", calendar.clone().into()),
        ("consignment", consignment.map(|id| id.to_string()).into()),
        ("facts", New::json(statement.facts)?),
        ("conflicts", New::json(&serde_json::to_value(statement.conflicts)?)?),
    ])
}

/// Binds every column that receiving and amending share.
fn write(
    tx: &Tx<'_>,
    sql: &str,
    id: TicketId,
    statement: &Statement<'_>,
    more: &[(&str, &dyn ToSql)],
) -> Result<(), StoreError> {
    let intake = statement.intake;
    let first = intake.first_reported.as_ref();
    let serial = intake.serial.as_str();
    let (id, customer) = (id.to_string(), statement.customer.to_string());
    let (look_alike_key, product_class) = (intake.serial.look_alike_key(), code(&intake.product_class)?);
    let (channel, received_on) = (code(&intake.channel)?, intake.received_on.to_string());
    let (reported_on, reported_to) =
        (first.map(|first| first.on.to_string()), first.map_or("", |first| &first.to));
    let consignment = intake.consignment.map(|id| id.to_string());
    let accessories = serde_json::to_string(&intake.accessories)?;
    let remedy_wanted = intake.remedy_wanted.as_ref().map(code).transpose()?;
    let (facts, conflicts) = (statement.facts.to_string(), serde_json::to_string(statement.conflicts)?);
    let mut params: Vec<(&str, &dyn ToSql)> = vec![
        (":id", &id),
        (":serial", &serial),
        (":look_alike_key", &look_alike_key),
        (":model", &intake.model),
        (":product_class", &product_class),
        (":symptom", &intake.symptom),
        (":customer", &customer),
        (":dealer", &intake.dealer),
        (":channel", &channel),
        (":received_on", &received_on),
        (":first_reported_on", &reported_on),
        (":first_reported_to", &reported_to),
        (":remote_attempts", &intake.remote_attempts),
        (":accessories", &accessories),
        (":condition", &intake.condition),
        (":purchase_document", &intake.purchase_document),
        (":remedy_wanted", &remedy_wanted),
        (":paper_form", &intake.paper_form),
        (":calendar", &intake.calendar),
        (":consignment", &consignment),
        (":facts", &facts),
        (":conflicts", &conflicts),
    ];
    params.extend_from_slice(more);
    run(tx.connection, sql, params.as_slice())?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<IntakeRecord, StoreError> {
    let first_reported = match date(row, "first_reported_on")? {
        Some(on) => Some(FirstReported { on, to: row.get("first_reported_to")? }),
        None => None,
    };
    Ok(IntakeRecord {
        id: parse(row, "id")?,
        rma: decode(row, "rma")?,
        received_at: row.get("received_at")?,
        customer_id: parse(row, "customer")?,
        intake: Intake {
            serial: decode(row, "serial")?,
            model: row.get("model")?,
            product_class: decode(row, "product_class")?,
            symptom: row.get("symptom")?,
            customer: Customer {
                name: row.get::<_, String>("customer_name")?.into(),
                phone: row.get::<_, String>("customer_phone")?.into(),
                email: row.get::<_, String>("customer_email")?.into(),
                address: row.get::<_, String>("customer_address")?.into(),
            },
            received_on: parse(row, "received_on")?,
            channel: decode(row, "channel")?,
            dealer: row.get("dealer")?,
            first_reported,
            remote_attempts: row.get("remote_attempts")?,
            accessories: json(row, "accessories")?,
            condition: row.get("condition")?,
            purchase_document: row.get("purchase_document")?,
            remedy_wanted: decode_optional(row, "remedy_wanted")?,
            paper_form: row.get("paper_form")?,
            calendar: row.get("calendar")?,
            consignment: match row.get::<_, Option<String>>("consignment")? {
                Some(_) => Some(parse(row, "consignment")?),
                None => None,
            },
        },
        facts: json(row, "facts")?,
        conflicts: json(row, "conflicts")?,
    })
}

//! The unit that is to be given for the one that came (3.2), with the two specifications side by side as they were when it
//! was chosen. A choice is never changed, only withdrawn; one stands at a time, of a ticket and of a serial. What the
//! hand-over does to covers stands in `cover`.

use crate::Source;
use crate::error::StoreError;
use crate::sql::{decode, json, one, parse, run};
use crate::transact::Tx;
use nightbench_domain::comparison::Compared;
use nightbench_domain::id::{DecisionId, ExchangeId, TicketId};
use nightbench_domain::serial::SerialNumber;
use rusqlite::{Row, named_params};

/// A choice on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExchangeRecord {
    /// Its id.
    pub id: ExchangeId,
    /// Which ticket.
    pub ticket: TicketId,
    /// The serial of the unit to be given.
    pub serial: SerialNumber,
    /// Its model.
    pub model: String,
    /// The model of the unit that came.
    pub model_old: String,
    /// The two models, parameter by parameter; empty where they are one model.
    pub compared: Vec<Compared>,
    /// The question whether the unit is not inferior; `None` where the comparison shows it.
    pub decision: Option<DecisionId>,
    /// Who chose it.
    pub chosen_by: String,
    /// When, milliseconds UTC.
    pub chosen_at: i64,
}

/// Records a choice.
///
/// # Errors
/// When the database refuses: the ticket has one that stands, or another ticket has the unit.
pub fn choose(tx: &Tx<'_>, chosen: &ExchangeRecord) -> Result<(), StoreError> {
    let decision = chosen.decision.map(|decision| decision.to_string());
    run(
        tx.connection,
        include_str!("choose.sql"),
        named_params! {":id": chosen.id.to_string(), ":ticket": chosen.ticket.to_string(),
        ":serial": chosen.serial.as_str(), ":model": chosen.model, ":model_old": chosen.model_old,
        ":compared": serde_json::to_string(&chosen.compared)?, ":decision": decision,
        ":chosen_by": chosen.chosen_by, ":chosen_at": chosen.chosen_at},
    )?;
    let fields = vec![
        ("ticket", chosen.ticket.to_string().into()),
        ("serial", chosen.serial.as_str().into()),
        ("model", chosen.model.as_str().into()),
        ("model_old", chosen.model_old.as_str().into()),
        ("compared", serde_json::to_string(&chosen.compared)?.into()),
        ("decision", decision.into()),
    ];
    tx.append("exchange.choose", 1, chosen.id.uuid(), fields)?;
    Ok(())
}

/// Takes a choice back.
///
/// # Errors
/// `StatusMoved` when it was taken back meanwhile.
pub fn withdraw(tx: &Tx<'_>, chosen: &ExchangeRecord, reason: &str) -> Result<(), StoreError> {
    let params =
        named_params! {":id": chosen.id.to_string(), ":withdrawn_at": tx.at_ms(), ":withdrawn_why": reason};
    if run(tx.connection, include_str!("withdraw.sql"), params)? == 0 {
        return Err(StoreError::StatusMoved);
    }
    let fields = vec![("ticket", chosen.ticket.to_string().into()), ("reason", reason.into())];
    tx.append("exchange.withdraw", 1, chosen.id.uuid(), fields)?;
    Ok(())
}

/// The choice of a ticket that stands.
///
/// # Errors
/// When the database cannot be read.
pub fn of_ticket(source: &impl Source, ticket: TicketId) -> Result<Option<ExchangeRecord>, StoreError> {
    let params = named_params! {":ticket": ticket.to_string()};
    source.read(|connection| one(connection, include_str!("of_ticket.sql"), params, read))
}

/// The choice that a unit stands in, as the one to be given.
///
/// # Errors
/// When the database cannot be read.
pub fn by_serial(source: &impl Source, serial: &SerialNumber) -> Result<Option<ExchangeRecord>, StoreError> {
    let params = named_params! {":serial": serial.as_str()};
    source.read(|connection| one(connection, include_str!("by_serial.sql"), params, read))
}

fn read(row: &Row<'_>) -> Result<ExchangeRecord, StoreError> {
    let decision: Option<String> = row.get("decision")?;
    Ok(ExchangeRecord {
        id: parse(row, "id")?,
        ticket: parse(row, "ticket")?,
        serial: decode(row, "serial")?,
        model: row.get("model")?,
        model_old: row.get("model_old")?,
        compared: json(row, "compared")?,
        decision: decision.map(|_| parse(row, "decision")).transpose()?,
        chosen_by: row.get("chosen_by")?,
        chosen_at: row.get("chosen_at")?,
    })
}

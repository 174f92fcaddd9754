//! The work orders of every centre, for lists. A row follows from the merged state of its record; its cycle is computed
//! when it is asked for, by the same functions the stations use, and never stored.

use crate::centre::{self, Centre};
use crate::error::HqError;
use crate::outside::Outside;
use crate::store::{Cell, Row, Tx};
use chrono::NaiveDate;
use nightbench_calendar::{Calendar, CalendarStatus};
use nightbench_domain::code;
use nightbench_domain::cycle::{Cycle, CycleState};
use nightbench_domain::id::{CentreCode, TicketId};
use nightbench_domain::operation::Value;
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::SerialNumber;
use nightbench_sync::entity::Entity;
use serde::Serialize;
use uuid::Uuid;

/// A work order as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ticket {
    /// Whose it is.
    pub centre: CentreCode,
    /// Its id.
    pub id: TicketId,
    /// Its number.
    pub rma: RmaNumber,
    /// The unit's serial number.
    pub serial: String,
    /// How far it is, a code of `Status`.
    pub status: String,
    /// Day 0 of its cycle.
    pub received_on: NaiveDate,
    /// Day 10.
    pub target_on: NaiveDate,
    /// Day 20.
    pub limit_on: NaiveDate,
    /// Provisional when a day up to the limit is not published yet.
    pub calendar_status: CalendarStatus,
    /// Where it stands in its cycle today, by the centre's own date.
    pub state: TicketState,
}

/// Where a work order stands in its cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TicketState {
    /// Up to day 10.
    OnTime,
    /// Day 11 to day 20.
    Due,
    /// Past day 20.
    Overdue,
    /// The unit is no longer there.
    Done,
}

/// Where a list of work orders goes on: after this number and id.
pub type Cursor = (String, String);

impl Ticket {
    /// Where the list goes on after it.
    #[must_use]
    pub fn cursor(&self) -> Cursor {
        (self.rma.to_string(), self.id.to_string())
    }
}

/// Work orders of a centre, by number; from the first, or after another.
///
/// # Errors
/// When the database fails.
pub async fn page(
    tx: &mut Tx,
    outside: &dyn Outside,
    centre: &Centre,
    after: Option<Cursor>,
    limit: u64,
) -> Result<Vec<Ticket>, HqError> {
    // No number and no id is empty.
    let (rma, id) = after.unwrap_or_default();
    let cells = vec![(&centre.code).into(), rma.into(), id.into(), limit.into()];
    let rows = tx.all(include_str!("ticket/page.sql"), cells).await?;
    let today = centre.today(outside);
    rows.into_iter().map(|row| read(row, centre, today)).collect()
}

/// Of the given serials, which work orders are open with each.
pub(crate) async fn open_by_serial(
    tx: &mut Tx,
    centre: &CentreCode,
    serials: Vec<String>,
) -> Result<Vec<(String, Vec<Uuid>)>, HqError> {
    let asked = serials.iter().map(|serial| vec![centre.into(), serial.as_str().into()]).collect();
    let answers = tx.all_each(include_str!("ticket/open_by_serial.sql"), asked).await?;
    let ids = |rows: Vec<Row>| rows.into_iter().map(|mut row| row.parse()).collect::<Result<_, _>>();
    serials.into_iter().zip(answers).map(|(serial, rows)| Ok((serial, ids(rows)?))).collect()
}

/// A serial as it stands in the list; `None` for what can be none, which is never found again.
pub(crate) fn folded(serial: &str) -> Option<String> {
    SerialNumber::parse(serial).ok().map(|serial| serial.as_str().to_owned())
}

/// Writes the rows of these records anew, where they are work orders; and where a centre says where it is, that.
pub(crate) async fn follow(
    tx: &mut Tx,
    centre: &CentreCode,
    moved: &[(Uuid, &Entity)],
) -> Result<(), HqError> {
    let rows: Vec<Vec<Cell>> = moved.iter().filter_map(|(id, entity)| project(centre, *id, entity)).collect();
    tx.run_each(include_str!("ticket/save.sql"), rows).await?;
    for (_, entity) in moved {
        // Only a centre's card has both.
        if let (Some(zone), Some(country)) = (text(entity, "zone"), text(entity, "country")) {
            centre::describe(tx, centre, zone, country).await?;
        }
    }
    Ok(())
}

/// The row of a record; `None` where it is no work order, or lacks what every work order has.
fn project(centre: &CentreCode, id: Uuid, entity: &Entity) -> Option<Vec<Cell>> {
    let status = entity.passed.last()?;
    let rma: RmaNumber = text(entity, "rma")?.to_owned().try_into().ok()?;
    let received_on: NaiveDate = text(entity, "received_on")?.parse().ok()?;
    let serial = text(entity, "serial").and_then(folded).unwrap_or_default();
    let calendar = text(entity, "calendar").filter(|calendar| centre::is_country(calendar));
    Some(vec![
        centre.into(),
        Cell::text(id),
        rma.as_str().into(),
        serial.into(),
        code(status).into(),
        status.is_open().into(),
        Cell::text(received_on),
        calendar.into(),
    ])
}

/// What a field of a record says, where it is text.
pub(crate) fn text<'a>(entity: &'a Entity, field: &str) -> Option<&'a str> {
    match &entity.fields.get(field)?.value {
        Value::Text(text) => Some(text),
        Value::Null
        | Value::Bool(_)
        | Value::Integer(_)
        | Value::Sealed(_)
        | Value::List(_)
        | Value::Map(_) => None,
    }
}

fn read(mut row: Row, centre: &Centre, today: NaiveDate) -> Result<Ticket, HqError> {
    let (id, rma) = (row.parse()?, row.text()?);
    let (serial, status, is_open) = (row.text()?, row.text()?, row.integer()? == 1);
    let (received_on, calendar) = (row.parse()?, row.optional(Row::text)?);
    let cycle = Cycle::of(Calendar::of(calendar.as_deref().unwrap_or(&centre.country)), received_on);
    let state = match (is_open, cycle.state(today)) {
        (false, _) => TicketState::Done,
        (true, CycleState::OnTime) => TicketState::OnTime,
        (true, CycleState::Due) => TicketState::Due,
        (true, CycleState::Overdue) => TicketState::Overdue,
    };
    Ok(Ticket {
        centre: centre.code.clone(),
        id,
        rma: rma.try_into().map_err(|_| HqError::Damaged("an RMA number"))?,
        serial,
        status,
        received_on,
        target_on: cycle.target_on,
        limit_on: cycle.limit_on,
        calendar_status: cycle.calendar_status,
        state,
    })
}

//! Units: every serial this station knows, from the register or from a work order, and the life of one.

use crate::claim::{Said, claim};
use crate::draft::IntakeDraft;
use crate::error::AppError;
use crate::known::{Asked, Known};
use crate::masters::{ContractCard, ModelCard};
use crate::scan::{LookAlike, look_alikes};
use crate::station::App;
use crate::ticket::TicketRow;
use nightbench_domain::claim::ClaimObject;
use nightbench_domain::loan::Loan;
use nightbench_domain::registry::Sale;
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::SerialNumber;
use nightbench_domain::unit::ProductClass;
use nightbench_eligibility::facts::Facts;
use nightbench_store::identity::Relabelling;
use nightbench_store::{intake, registry, ticket, unit as store};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The request of `unit_list`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UnitListRequest {
    /// What a serial must start with; empty for all.
    #[serde(default)]
    pub text: String,
    /// The `next` of the page before.
    #[serde(default)]
    pub after: Option<String>,
    /// At most this many rows; 100 when absent, never more than 500.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// A page of units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UnitPage {
    /// The rows, by serial.
    pub rows: Vec<UnitRow>,
    /// Where the next page starts, absent on the last.
    pub next: Option<String>,
}

/// A unit in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UnitRow {
    /// Its serial.
    pub serial: SerialNumber,
    /// Its model, or empty.
    pub model: String,
    /// Its class, if known.
    pub product_class: Option<ProductClass>,
    /// Whether the register holds it.
    pub registered: bool,
    /// How many work orders it had.
    pub tickets: u32,
    /// The number of its open work order.
    pub open: Option<RmaNumber>,
}

/// The request of `unit_get`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UnitRef {
    /// The serial, in any writing.
    pub serial: String,
}

/// Everything about one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UnitLife {
    /// Its serial.
    pub serial: SerialNumber,
    /// Its model, or empty.
    pub model: String,
    /// Its class, if known.
    pub product_class: Option<ProductClass>,
    /// What the register says.
    pub sale: Option<Sale>,
    /// When the register was last imported, milliseconds since 1970 UTC.
    pub register_as_of: Option<i64>,
    /// What the master of its model says.
    pub model_card: Option<ModelCard>,
    /// The contracts that cover it. With more than one, which of them counts is a person's to say.
    pub contracts: Vec<ContractCard>,
    /// What the register of our own units says of it.
    pub loan: Option<Loan>,
    /// Its work orders, newest first.
    pub tickets: Vec<TicketRow>,
    /// Known serials that look like it.
    pub look_alikes: Vec<LookAlike>,
    /// The labels we put on it, newest first: events of its history that change no cover.
    pub relabelled: Vec<Relabelling>,
}

pub(crate) fn list(app: &App, request: UnitListRequest) -> Result<UnitPage, AppError> {
    let rows_max = request.limit.unwrap_or(crate::ticket::ROWS).clamp(1, crate::ticket::ROWS_MAX);
    let page =
        store::page(&app.store, &request.text, request.after.as_deref().unwrap_or_default(), rows_max)?;
    let next = page.last().filter(|_| page.len() == rows_max as usize).map(|last| last.serial.to_string());
    let rows = page
        .into_iter()
        .map(|unit| UnitRow {
            serial: unit.serial,
            model: unit.model,
            product_class: unit.product_class,
            registered: unit.is_registered,
            tickets: unit.tickets,
            open: unit.open,
        })
        .collect();
    Ok(UnitPage { rows, next })
}

pub(crate) fn get(app: &App, request: UnitRef) -> Result<UnitLife, AppError> {
    let serial = SerialNumber::parse(&request.serial).map_err(|_| AppError::NotFound)?;
    let sale = registry::by_serial(&app.store, &serial)?;
    let mut rows = Vec::new();
    for record in intake::by_serial(&app.store, &serial)? {
        rows.extend(ticket::by_id(&app.store, record.id)?);
    }
    let newest = rows.first();
    let known_class = newest.map(|row| row.product_class);
    let model = newest.map(|row| row.model.clone()).or_else(|| sale.as_ref().map(|sale| sale.model.clone()));
    let asked =
        Asked { serial: Some(&serial), model: model.as_deref().unwrap_or_default(), ..Asked::default() };
    let known = Known::of(&app.store, &asked)?;
    let of_model = known.model.as_ref().and_then(|model| model.entry.product_class);
    Ok(UnitLife {
        model: model.unwrap_or_default(),
        product_class: known_class.or(of_model).or_else(|| sale.as_ref().and_then(|sale| sale.product_class)),
        register_as_of: crate::registry::as_of(app)?,
        model_card: known.model.map(ModelCard::from),
        contracts: known.contracts.into_iter().map(ContractCard::from).collect(),
        loan: known.loan.map(|loan| loan.entry),
        tickets: app.rows(rows)?,
        look_alikes: look_alikes(app, &serial)?,
        relabelled: nightbench_store::identity::relabellings(&app.store, &serial)?,
        sale,
        serial,
    })
}

/// What is known of a unit that nobody claims for now.
pub(crate) fn facts(app: &App, serial: &SerialNumber) -> Result<Facts, AppError> {
    let newest = intake::by_serial(&app.store, serial)?.into_iter().next();
    let asked = Asked {
        serial: Some(serial),
        model: newest.as_ref().map_or("", |record| &record.intake.model),
        dealer: newest.as_ref().map_or("", |record| &record.intake.dealer),
    };
    let known = Known::of(&app.store, &asked)?;
    let draft = IntakeDraft {
        product_class: newest.map(|record| record.intake.product_class),
        received_on: Some(app.today()?),
        // The unit itself is asked about, not a part of it.
        facts: Facts { claim_object: Some(ClaimObject::Whole.into()), ..Facts::default() },
        ..IntakeDraft::default()
    };
    Ok(claim(&Said::by_draft(&draft), &known).facts)
}

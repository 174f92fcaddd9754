//! The cover of a unit and of its parts as of a day: the ledger of `domain`, fed with what the station knows.
//!
//! Today that is the purchase, from the register. A work order has no hand-over yet, so no repair and no exchange has
//! happened to any cover; they enter here, and into the claim's earlier repairs, where a ticket records one.

use crate::error::AppError;
use crate::station::App;
use crate::unit;
use chrono::NaiveDate;
use nightbench_calendar::{Calendar, Reached};
use nightbench_domain::ledger::{CoverEntry, CoverLedger, CoverLine, CoveredItem};
use nightbench_domain::serial::SerialNumber;
use nightbench_eligibility::facts::Facts;
use nightbench_eligibility::policy::Policy;
use nightbench_eligibility::{BasePeriod, last_covered_day};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The request of `unit_cover`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CoverRequest {
    /// The serial, in any writing.
    pub serial: String,
    /// The day by whose knowledge is answered; today when absent.
    #[serde(default)]
    pub as_of: Option<NaiveDate>,
}

/// What a unit and its parts are covered for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CoverAccount {
    /// The day by whose knowledge it answers.
    pub as_of: NaiveDate,
    /// The unit.
    pub unit: ItemCover,
    /// Its parts that no repair names.
    pub parts: ItemCover,
}

/// What one item is covered for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ItemCover {
    /// What happened to its cover, oldest first; empty where nothing is known, or outside the policy.
    pub lines: Vec<CoverLine>,
    /// The last covered day after the roll over rest days; absent where nothing says one.
    pub last: Option<Reached>,
    /// Whether the day asked about is covered; absent where nothing says.
    pub is_covered: Option<bool>,
}

pub(crate) fn account(app: &App, request: CoverRequest) -> Result<CoverAccount, AppError> {
    let serial = SerialNumber::parse(&request.serial).map_err(|_| AppError::NotFound)?;
    let facts = unit::facts(app, &serial)?;
    let as_of = match request.as_of {
        Some(as_of) => as_of,
        None => app.today()?,
    };
    let packs = app.packs();
    let policy = packs.of(&facts);
    let ledger = ledger(policy, &serial, &facts);
    let item = |part: Option<String>| {
        let item = CoveredItem { serial: serial.clone(), part };
        let lines = ledger.lines(&item, as_of, policy.floor_months());
        let end = lines.last().and_then(|line| line.nominal_end);
        let last = end.map(|end| last_covered_day(policy, Calendar::of("CN"), &facts, end));
        ItemCover { lines, last, is_covered: last.map(|last| as_of <= last.date) }
    };
    // No repair names a part without a name.
    Ok(CoverAccount { as_of, unit: item(None), parts: item(Some(String::new())) })
}

/// What happened to the cover of a unit.
fn ledger(policy: &Policy, serial: &SerialNumber, facts: &Facts) -> CoverLedger {
    let purchase = BasePeriod::of(policy, facts).map(|base| CoverEntry::Purchase {
        serial: serial.clone(),
        starts_on: base.starts_on,
        unit_months: base.unit_months,
        part_months: base.part_months,
    });
    CoverLedger::of(purchase.into_iter().collect())
}

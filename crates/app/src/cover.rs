//! The cover of a unit and of its parts as of a day: the ledger of `domain`, fed with what the station knows.
//!
//! That is the purchase, from the register or from the unit it was given for, and what hand-overs entered since: the same
//! entries that a claim takes its earlier repairs from.

use crate::error::AppError;
use crate::station::App;
use crate::unit;
use chrono::NaiveDate;
use nightbench_calendar::Reached;
use nightbench_domain::ledger::{CoverEntry, CoverLedger, CoverLine, CoveredItem};
use nightbench_domain::serial::SerialNumber;
use nightbench_eligibility::facts::Facts;
use nightbench_eligibility::policy::Policy;
use nightbench_eligibility::{BasePeriod, last_covered_day};
use nightbench_store::cover;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
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
    /// Its parts that a repair names, by name.
    pub named: Vec<PartCover>,
}

/// What a part is covered for that a repair names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartCover {
    /// The part, as its repair names it.
    pub part: String,
    /// What it is covered for.
    pub cover: ItemCover,
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
    let entries = cover::of_serial(&app.store, &serial)?;
    let parts = named_parts(&entries);
    let ledger = ledger(policy, &first_of(&entries, &serial), &facts, entries);
    let calendar = app.law_calendar();
    let item = |part: Option<String>| {
        let item = CoveredItem { serial: serial.clone(), part };
        let lines = ledger.lines(&item, as_of, policy.floor_months());
        let end = lines.last().and_then(|line| line.nominal_end);
        let last = end.map(|end| last_covered_day(policy, &calendar, &facts, end));
        ItemCover { lines, last, is_covered: last.map(|last| as_of <= last.date) }
    };
    // No repair names a part without a name.
    let named = parts.into_iter().map(|part| PartCover { cover: item(Some(part.clone())), part }).collect();
    Ok(CoverAccount { as_of, unit: item(None), parts: item(Some(String::new())), named })
}

/// What happened to the cover of a unit; `serial` is the one that was bought.
fn ledger(policy: &Policy, serial: &SerialNumber, facts: &Facts, entries: Vec<CoverEntry>) -> CoverLedger {
    let purchase = BasePeriod::of(policy, facts).map(|base| CoverEntry::Purchase {
        serial: serial.clone(),
        starts_on: base.starts_on,
        unit_months: base.unit_months,
        part_months: base.part_months,
    });
    CoverLedger::of(purchase.into_iter().chain(entries).collect())
}

/// The unit that was bought: the first of those that were given for one another.
fn first_of(entries: &[CoverEntry], serial: &SerialNumber) -> SerialNumber {
    let mut first = serial;
    for entry in entries.iter().rev() {
        if let CoverEntry::Exchange { serial, by, .. } = entry
            && by == first
        {
            first = serial;
        }
    }
    first.clone()
}

/// The parts that repairs name, each once.
fn named_parts(entries: &[CoverEntry]) -> Vec<String> {
    let part = |entry: &CoverEntry| match entry {
        CoverEntry::Repair { item, .. } => item.part.clone(),
        CoverEntry::Purchase { .. } | CoverEntry::Exchange { .. } => None,
    };
    let names: BTreeSet<String> = entries.iter().filter_map(part).collect();
    names.into_iter().collect()
}

//! The cover ledger: what began, prolonged or passed on the warranty of a unit and of its parts, and so how long each
//! is covered as of any day (2.1, 2.2, readings 11 to 13). It is an account of what happened: no rule about a claim is
//! here, no period and no floor (the pack's months are arguments), and no roll over rest days.
//!
//! Called by the use cases of a unit and of a claim, which feed [`CoverLedger::prior_repairs`] to the engine; the engine
//! then finds the same last day.

use crate::claim::RepairScope;
use crate::serial::SerialNumber;
use chrono::NaiveDate;
use nightbench_calendar::add_months;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What has a cover of its own: a unit, or a part of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub struct CoveredItem {
    /// The unit.
    pub serial: SerialNumber,
    /// The part by the name it has in repairs of this unit; the unit itself without one.
    pub part: Option<String>,
}

impl CoveredItem {
    /// The unit itself.
    #[must_use]
    pub const fn unit(serial: SerialNumber) -> Self {
        Self { serial, part: None }
    }

    /// A part of a unit.
    #[must_use]
    pub const fn part(serial: SerialNumber, name: String) -> Self {
        Self { serial, part: Some(name) }
    }
}

/// Something that happened to a cover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "entry", rename_all = "snake_case")]
pub enum CoverEntry {
    /// The unit was bought, and every part in it (2.1, 2.T).
    Purchase {
        /// The unit.
        serial: SerialNumber,
        /// The first day of the period; it is not counted.
        starts_on: NaiveDate,
        /// The unit's period in months; none where table and contract leave it blank.
        unit_months: Option<u32>,
        /// The period of each of its parts in months; none where table and contract leave it blank.
        part_months: Option<u32>,
    },
    /// An item was repaired or, as a part, replaced in its place.
    Repair {
        /// What was repaired.
        item: CoveredItem,
        /// The hand-over to carrier or customer (reading 12).
        completed_on: NaiveDate,
        /// Who bore it.
        terms: RepairTerms,
    },
    /// A unit was exchanged under warranty: another one takes its place with its accessories and inherits what
    /// remains of its cover and of its parts' covers.
    Exchange {
        /// The unit that came back; it is covered no longer.
        serial: SerialNumber,
        /// The unit that was given for it.
        by: SerialNumber,
        /// The hand-over to carrier or customer.
        completed_on: NaiveDate,
    },
}

/// Who bore a repair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RepairTerms {
    /// Within the warranty scope: the item gets the floor of 2.2.
    Warranty,
    /// The customer paid: nothing is prolonged (reading 12).
    Paid,
}

/// A repair that is over, as the claimed item sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeenRepair {
    /// The hand-over.
    pub completed_on: NaiveDate,
    /// What was repaired, seen from the claimed item.
    pub scope: RepairScope,
}

/// An entry with the cover after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CoverLine {
    /// What happened.
    pub entry: CoverEntry,
    /// The last day of the item's cover after it, before any roll over rest days; none where nothing says one.
    pub nominal_end: Option<NaiveDate>,
    /// Whether this entry moved the end: a purchase sets it, the floor of 2.2 may prolong it.
    pub moved_end: bool,
}

/// Entries in the order in which they happened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CoverLedger {
    /// INVARIANT: by day; of one day in the order they were given.
    entries: Vec<CoverEntry>,
}

impl CoverLedger {
    /// A ledger of what happened, given in any order; entries of one day stay as they are given.
    #[must_use]
    pub fn of(mut entries: Vec<CoverEntry>) -> Self {
        entries.sort_by_key(CoverEntry::on);
        Self { entries }
    }

    /// What happened to an item's cover up to and including a day, oldest first, with the end after each entry.
    ///
    /// For a unit that was given in exchange it begins with the purchase of the first one (reading 13: nothing
    /// restarts); for one that went back it is empty from then on. Entries about other items of the same unit are
    /// among them and move nothing (reading 11).
    #[must_use]
    pub fn lines(&self, item: &CoveredItem, as_of: NaiveDate, floor_months: u32) -> Vec<CoverLine> {
        let mut end = None;
        let mut line = |entry: &CoverEntry| {
            let before = end;
            end = entry.end_after(before, item, floor_months);
            CoverLine { entry: entry.clone(), nominal_end: end, moved_end: end != before }
        };
        self.history(&item.serial, as_of).into_iter().map(&mut line).collect()
    }

    /// The last day of an item's cover by what was known on a day, before any roll over rest days; none where nothing
    /// says one.
    #[must_use]
    pub fn nominal_end(&self, item: &CoveredItem, as_of: NaiveDate, floor_months: u32) -> Option<NaiveDate> {
        self.lines(item, as_of, floor_months).last().and_then(|line| line.nominal_end)
    }

    /// The first day of the period that an item stands in: of the original purchase, whatever was exchanged since
    /// (reading 13).
    #[must_use]
    pub fn starts_on(&self, serial: &SerialNumber, as_of: NaiveDate) -> Option<NaiveDate> {
        self.history(serial, as_of).into_iter().find_map(|entry| match entry {
            CoverEntry::Purchase { starts_on, .. } => Some(*starts_on),
            CoverEntry::Repair { .. } | CoverEntry::Exchange { .. } => None,
        })
    }

    /// The earlier repairs of a claim made for an item on a day, oldest first. What was completed after the claim is
    /// not among them (reading 12).
    #[must_use]
    pub fn prior_repairs(&self, item: &CoveredItem, claimed_on: NaiveDate) -> Vec<SeenRepair> {
        let seen =
            |entry: &CoverEntry| Some(SeenRepair { completed_on: entry.on(), scope: entry.scope(item)? });
        self.history(&item.serial, claimed_on).into_iter().filter_map(seen).collect()
    }

    /// The entries behind the cover of a serial up to and including a day: those of the units it was given for, too.
    fn history(&self, serial: &SerialNumber, as_of: NaiveDate) -> Vec<&CoverEntry> {
        let mut history: Vec<&CoverEntry> = Vec::new();
        let mut holder = serial;
        // Backwards from the day: whose entries count changes where a unit was given for another.
        for entry in self.entries.iter().rev().skip_while(|entry| entry.on() > as_of) {
            match entry {
                CoverEntry::Purchase { serial, .. } if serial == holder => {
                    history.push(entry);
                    break;
                }
                CoverEntry::Repair { item, .. } if item.serial == *holder => history.push(entry),
                CoverEntry::Exchange { serial, by, .. } if by == holder => {
                    history.push(entry);
                    holder = serial;
                }
                // It went back: what was before belongs to the unit that was given for it.
                CoverEntry::Exchange { serial, .. } if serial == holder => break,
                CoverEntry::Purchase { .. } | CoverEntry::Repair { .. } | CoverEntry::Exchange { .. } => {}
            }
        }
        history.reverse();
        history
    }
}

impl CoverEntry {
    /// The day of the entry: the start of the period, or the hand-over.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        match self {
            Self::Purchase { starts_on, .. } => *starts_on,
            Self::Repair { completed_on, .. } | Self::Exchange { completed_on, .. } => *completed_on,
        }
    }

    /// The end of an item's cover after this entry of its history.
    fn end_after(
        &self,
        before: Option<NaiveDate>,
        item: &CoveredItem,
        floor_months: u32,
    ) -> Option<NaiveDate> {
        if let Self::Purchase { starts_on, unit_months, part_months, .. } = self {
            let months = if item.part.is_none() { unit_months } else { part_months };
            return months.map(|months| add_months(*starts_on, months));
        }
        match self.scope(item) {
            // 2.2 and reading 12: at least the floor from completion; exactly so much left changes nothing.
            Some(RepairScope::Product | RepairScope::PartSame) => {
                before.max(Some(add_months(self.on(), floor_months)))
            }
            Some(RepairScope::PartOther | RepairScope::Paid) | None => before,
        }
    }

    /// What this entry of an item's history repaired, seen from the item; none for a purchase.
    ///
    /// The parts of a unit that was exchanged were replaced with it. A repair of the unit is not one of its parts.
    fn scope(&self, item: &CoveredItem) -> Option<RepairScope> {
        let own = if item.part.is_none() { RepairScope::Product } else { RepairScope::PartSame };
        match self {
            Self::Purchase { .. } => None,
            Self::Repair { terms: RepairTerms::Paid, .. } => Some(RepairScope::Paid),
            Self::Repair { item: repaired, terms: RepairTerms::Warranty, .. } => {
                Some(if repaired.part == item.part { own } else { RepairScope::PartOther })
            }
            Self::Exchange { .. } => Some(own),
        }
    }
}

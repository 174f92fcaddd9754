//! The history of the two schemas, forward only. A released step is never edited. Which step a database is at stands in
//! the database; each step and its number are written in one transaction.

/// One step, in both dialects.
pub(super) struct Step {
    pub(super) version: i64,
    pub(super) sqlite: &'static str,
    pub(super) postgres: &'static str,
}

/// Every step, oldest first. To add one, write both files and duplicate the last entry.
pub(super) const STEPS: &[Step] = &[
    Step {
        version: 1,
        sqlite: include_str!("../../../../migrations/hq/sqlite/0001_records.sql"),
        postgres: include_str!("../../../../migrations/hq/postgres/0001_records.sql"),
    },
    // Duplicate the entry above for the next step.
];

/// The newest schema this program knows.
pub(super) fn known() -> i64 {
    STEPS.last().map_or(0, |step| step.version)
}

/// The steps that lead from a schema to the newest.
pub(super) fn after(found: i64) -> impl Iterator<Item = &'static Step> {
    STEPS.iter().filter(move |step| step.version > found)
}

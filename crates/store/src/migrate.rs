//! The schema and its history: forward only, each step in one immediate transaction, with a backup of a store
//! that has records before anything is changed. A newer schema is refused by open.rs before it comes here.

use crate::error::StoreError;
use crate::search;
use rusqlite::{Connection, TransactionBehavior};

/// One step of the schema. A released step is never edited: what it did is what stores out there have.
struct Step {
    version: u32,
    sql: &'static str,
}

/// Every step, oldest first. To add one, duplicate the last line and raise its number, so that two branches
/// that both add a step conflict in git and not in a service centre.
const STEPS: &[Step] = &[
    Step { version: 1, sql: include_str!("../../../migrations/desk/0001_records.sql") },
    Step { version: 2, sql: include_str!("../../../migrations/desk/0002_search.sql") },
    Step { version: 3, sql: include_str!("../../../migrations/desk/0003_packs.sql") },
    Step { version: 4, sql: include_str!("../../../migrations/desk/0004_people.sql") },
    Step { version: 5, sql: include_str!("../../../migrations/desk/0005_masters.sql") },
    Step { version: 6, sql: include_str!("../../../migrations/desk/0006_receiving.sql") },
    Step { version: 7, sql: include_str!("../../../migrations/desk/0007_parcels.sql") },
    Step { version: 8, sql: include_str!("../../../migrations/desk/0008_life.sql") },
    Step { version: 9, sql: include_str!("../../../migrations/desk/0009_decisions.sql") },
    Step { version: 10, sql: include_str!("../../../migrations/desk/0010_diagnosis.sql") },
    Step { version: 11, sql: include_str!("../../../migrations/desk/0011_quotes.sql") },
    Step { version: 13, sql: include_str!("../../../migrations/desk/0013_handover.sql") },
    Step { version: 14, sql: include_str!("../../../migrations/desk/0014_contact.sql") },
    Step { version: 15, sql: include_str!("../../../migrations/desk/0015_parts.sql") },
    Step { version: 16, sql: include_str!("../../../migrations/desk/0016_desk.sql") },
    Step { version: 17, sql: include_str!("../../../migrations/desk/0017_calendar.sql") },
    Step { version: 19, sql: include_str!("../../../migrations/desk/0019_week.sql") },
    Step { version: 20, sql: include_str!("../../../migrations/desk/0020_board.sql") },
    Step { version: 21, sql: include_str!("../../../migrations/desk/0021_duty.sql") },
    Step { version: 22, sql: include_str!("../../../migrations/desk/0022_sync.sql") },
    Step { version: 23, sql: include_str!("../../../migrations/desk/0023_stations.sql") },
    Step { version: 24, sql: include_str!("../../../migrations/desk/0024_twin.sql") },
    Step { version: 25, sql: include_str!("../../../migrations/desk/0025_covering.sql") },
    // Duplicate the line above for the next step.
];

/// The newest schema this program knows.
pub(crate) fn known() -> u32 {
    STEPS.iter().map(|step| step.version).max().unwrap_or_default()
}

/// The schema a database has; 0 when it is empty.
pub(crate) fn version(connection: &Connection) -> Result<u32, StoreError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Brings a database to the newest schema, one durable step after the other.
pub(crate) fn upgrade(connection: &mut Connection) -> Result<(), StoreError> {
    upgrade_to(connection, known())
}

/// Brings a database to a schema, for a salvaged store that was not at the newest.
pub(crate) fn upgrade_to(connection: &mut Connection, target: u32) -> Result<(), StoreError> {
    let found = version(connection)?;
    let held: bool = connection.pragma_query_value(None, "foreign_keys", |row| row.get(0))?;
    // A table that is made anew is gone for a moment.
    connection.pragma_update(None, "foreign_keys", false)?;
    for step in STEPS.iter().filter(|step| step.version > found && step.version <= target) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(step.sql)?;
        transaction.pragma_update(None, "user_version", step.version)?;
        transaction.commit()?;
    }
    Ok(connection.pragma_update(None, "foreign_keys", held)?)
}

/// Makes the search index again when it is missing or was made in another way.
pub(crate) fn reindex(connection: &mut Connection) -> Result<(), StoreError> {
    if search::is_current(connection)? {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    search::rebuild(&transaction)?;
    Ok(transaction.commit()?)
}

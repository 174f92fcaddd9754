//! The versions of what the test bench measures. A version is never changed: the newest holds, and going back is a new
//! version that says the same as an old one. The shipped catalogue is no row; it is version 0.

use crate::Source;
use crate::error::StoreError;
use crate::journal::New;
use crate::sql::{all, count, integer, json, one, parse, run};
use crate::transact::Tx;
use nightbench_domain::bench_catalogue::BenchCatalogue;
use nightbench_domain::id::BenchCatalogueId;
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A version of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CatalogueVersion {
    /// Its id.
    pub id: BenchCatalogueId,
    /// Counts up from 1.
    #[ts(type = "number")]
    pub version: u64,
    /// What is measured.
    pub content: BenchCatalogue,
    /// Why it was changed.
    pub reason: String,
    /// Who.
    pub saved_by: String,
    /// When, milliseconds UTC.
    #[ts(type = "number")]
    pub saved_at: i64,
}

/// Saves a version.
///
/// # Errors
/// When the database refuses, as it does when the version is there already.
pub fn save(tx: &Tx<'_>, version: &CatalogueVersion) -> Result<(), StoreError> {
    let content = serde_json::to_value(&version.content)?;
    run(
        tx.connection,
        include_str!("save.sql"),
        named_params! {":id": version.id.to_string(), ":version": integer(version.version)?,
        ":content": content.to_string(), ":reason": version.reason, ":saved_by": version.saved_by,
        ":saved_at": version.saved_at},
    )?;
    let fields = vec![
        ("version", integer(version.version)?.into()),
        ("content", New::json(&content)?),
        ("reason", version.reason.as_str().into()),
    ];
    tx.append("bench_catalogue.save", 1, version.id.uuid(), fields)?;
    Ok(())
}

/// The version that holds; none: the shipped one.
///
/// # Errors
/// When the database cannot be read.
pub fn newest(source: &impl Source) -> Result<Option<CatalogueVersion>, StoreError> {
    source.read(|connection| one(connection, include_str!("newest.sql"), [], read))
}

/// Every version, newest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list(source: &impl Source) -> Result<Vec<CatalogueVersion>, StoreError> {
    source.read(|connection| all(connection, include_str!("list.sql"), [], read))
}

fn read(row: &Row<'_>) -> Result<CatalogueVersion, StoreError> {
    Ok(CatalogueVersion {
        id: parse(row, "id")?,
        version: count(row, "version")?,
        content: json(row, "content")?,
        reason: row.get("reason")?,
        saved_by: row.get("saved_by")?,
        saved_at: row.get("saved_at")?,
    })
}

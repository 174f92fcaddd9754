//! Installed policy packs: the signed files as they came. A row is never changed or deleted, which the database itself
//! refuses. Whether a pack is good and fits beside the others is decided before it comes here (app/policy.rs).

use crate::Source;
use crate::error::StoreError;
use crate::sql::{all, run};
use crate::transact::Tx;
use rusqlite::{Row, named_params};
use uuid::{Builder, Uuid};

/// A pack as it was installed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstalledPack {
    /// Name of the pack.
    pub id: String,
    /// Its version.
    pub version: String,
    /// BLAKE3 of the text, hexadecimal.
    pub hash: String,
    /// The file, as it was signed.
    pub text: String,
    /// Ed25519 signature of the text's bytes, base64.
    pub signature: String,
    /// Name of the trusted key that the signature fits.
    pub signed_by: String,
    /// When, milliseconds UTC.
    pub installed_at: i64,
}

/// Adds a pack: one row, one operation.
///
/// # Errors
/// When the database refuses, as it does when that version is there already.
pub fn install(tx: &Tx<'_>, pack: &InstalledPack) -> Result<(), StoreError> {
    run(
        tx.connection,
        include_str!("add.sql"),
        named_params! {":id": pack.id, ":version": pack.version, ":hash": pack.hash, ":text": pack.text,
        ":signature": pack.signature, ":signed_by": pack.signed_by, ":installed_at": pack.installed_at},
    )?;
    let fields = vec![
        ("id", pack.id.as_str().into()),
        ("version", pack.version.as_str().into()),
        ("hash", pack.hash.as_str().into()),
        ("text", pack.text.as_str().into()),
        ("signature", pack.signature.as_str().into()),
        ("signed_by", pack.signed_by.as_str().into()),
        ("installed_at", pack.installed_at.into()),
    ];
    tx.append("pack.install", 1, pack_entity(&pack.id, &pack.version), fields)?;
    Ok(())
}

/// Every installed pack, in the order in which they were installed.
///
/// # Errors
/// When the database cannot be read.
pub fn installed(source: &impl Source) -> Result<Vec<InstalledPack>, StoreError> {
    source.read(|connection| all(connection, include_str!("all.sql"), [], read))
}

/// The entity of a pack: made from its id and version, so that all stations mean the same record.
fn pack_entity(id: &str, version: &str) -> Uuid {
    let name = format!("{id}@{version}");
    let derived = blake3::derive_key("nightbench 2026: entity of a policy pack", name.as_bytes());
    Builder::from_custom_bytes(std::array::from_fn(|place| derived.get(place).copied().unwrap_or_default()))
        .into_uuid()
}

fn read(row: &Row<'_>) -> Result<InstalledPack, StoreError> {
    Ok(InstalledPack {
        id: row.get("id")?,
        version: row.get("version")?,
        hash: row.get("hash")?,
        text: row.get("text")?,
        signature: row.get("signature")?,
        signed_by: row.get("signed_by")?,
        installed_at: row.get("installed_at")?,
    })
}

//! What this machine remembers (not a record, written by `transact_local`), and the centre's card, which papers
//! carry and which is a record (`centre.describe`).

use crate::Source;
use crate::error::StoreError;
use crate::sql::{all, json, one, run};
use crate::station;
use crate::transact::Tx;
use nightbench_domain::id::CentreCode;
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::{Builder, Uuid};

/// The centre as its papers name it. Nothing in it is about a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct CentreCard {
    /// Name in Chinese.
    pub name_zh: String,
    /// Name in English.
    pub name_en: String,
    /// Receiving address in Chinese.
    pub address_zh: String,
    /// Receiving address in English.
    pub address_en: String,
    /// Telephone of the centre.
    pub phone: String,
    /// Opening hours, in the centre's own words.
    pub hours: String,
    /// IANA time zone of its civil dates and 24-hour duties.
    pub zone: String,
    /// Two-letter country whose working days run the cycle unless the intake says another.
    pub country: String,
}

impl Default for CentreCard {
    fn default() -> Self {
        Self {
            name_zh: String::new(),
            name_en: String::new(),
            address_zh: String::new(),
            address_en: String::new(),
            phone: String::new(),
            hours: String::new(),
            zone: "Asia/Shanghai".to_owned(),
            country: "CN".to_owned(),
        }
    }
}

/// A setting by its key, `None` when it was never set.
///
/// # Errors
/// `Damaged` when the stored text is not JSON.
pub fn get(source: &impl Source, key: &str) -> Result<Option<serde_json::Value>, StoreError> {
    source.read(|connection| {
        one(connection, include_str!("get.sql"), named_params! {":key": key}, |row| json(row, "value"))
    })
}

/// Every setting, by key.
///
/// # Errors
/// `Damaged` when a stored text is not JSON.
pub fn all_settings(source: &impl Source) -> Result<Vec<(String, serde_json::Value)>, StoreError> {
    source.read(|connection| {
        all(connection, include_str!("all.sql"), [], |row| Ok((row.get("key")?, json(row, "value")?)))
    })
}

/// Sets a setting.
///
/// # Errors
/// When the database refuses.
pub fn set(tx: &Tx<'_>, key: &str, value: &serde_json::Value, at_ms: i64) -> Result<(), StoreError> {
    run(
        tx.connection,
        include_str!("set.sql"),
        named_params! {":key": key, ":value": value.to_string(), ":updated_at": at_ms},
    )?;
    Ok(())
}

/// The centre's card; the defaults before it was described.
///
/// # Errors
/// When the database cannot be read.
pub fn centre_card(source: &impl Source) -> Result<CentreCard, StoreError> {
    let card = source.read(|connection| one(connection, include_str!("centre.sql"), [], read_card))?;
    Ok(card.unwrap_or_default())
}

/// Describes the centre; journals the fields that change.
///
/// # Errors
/// `NotInitialised` before the station has a centre.
pub fn describe_centre(tx: &Tx<'_>, card: &CentreCard) -> Result<(), StoreError> {
    let centre = station::station(tx)?.ok_or(StoreError::NotInitialised)?.centre;
    let before = one(tx.connection, include_str!("centre.sql"), [], read_card)?;
    let changed: Vec<_> = fields(card)
        .into_iter()
        .filter(|(name, text)| {
            let unchanged = |old: &CentreCard| fields(old).contains(&(*name, *text));
            !before.as_ref().is_some_and(unchanged)
        })
        .map(|(name, text)| (name, text.into()))
        .collect();
    if changed.is_empty() {
        return Ok(());
    }
    run(
        tx.connection,
        include_str!("describe.sql"),
        named_params! {":name_zh": card.name_zh, ":name_en": card.name_en, ":address_zh": card.address_zh,
        ":address_en": card.address_en, ":phone": card.phone, ":hours": card.hours, ":zone": card.zone,
        ":country": card.country, ":updated_at": tx.act.map(|act| act.at_ms).unwrap_or_default()},
    )?;
    tx.append("centre.describe", 1, centre_entity(&centre), changed)?;
    Ok(())
}

/// The entity of a centre's card: made from its code, so that all its stations mean the same record.
#[must_use]
pub fn centre_entity(centre: &CentreCode) -> Uuid {
    let derived = blake3::derive_key("nightbench 2026: entity of a centre", centre.as_str().as_bytes());
    Builder::from_custom_bytes(std::array::from_fn(|place| derived.get(place).copied().unwrap_or_default()))
        .into_uuid()
}

fn fields(card: &CentreCard) -> [(&'static str, &str); 8] {
    [
        ("name_zh", &card.name_zh),
        ("name_en", &card.name_en),
        ("address_zh", &card.address_zh),
        ("address_en", &card.address_en),
        ("phone", &card.phone),
        ("hours", &card.hours),
        ("zone", &card.zone),
        ("country", &card.country),
    ]
}

fn read_card(row: &Row<'_>) -> Result<CentreCard, StoreError> {
    Ok(CentreCard {
        name_zh: row.get("name_zh")?,
        name_en: row.get("name_en")?,
        address_zh: row.get("address_zh")?,
        address_en: row.get("address_en")?,
        phone: row.get("phone")?,
        hours: row.get("hours")?,
        zone: row.get("zone")?,
        country: row.get("country")?,
    })
}

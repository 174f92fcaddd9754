//! Units: every serial this station knows. Not a table of its own: a unit is known by the register, by an intake,
//! or by both.

use crate::Source;
use crate::error::StoreError;
use crate::sql::{all, count, decode, decode_optional};
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::{SerialNumber, fold};
use nightbench_domain::unit::ProductClass;
use rusqlite::named_params;

/// A unit as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitRow {
    /// Its serial.
    pub serial: SerialNumber,
    /// Its model: the register's, else the last intake's, else empty.
    pub model: String,
    /// Its class, in the same order.
    pub product_class: Option<ProductClass>,
    /// Whether the register holds it.
    pub is_registered: bool,
    /// How many work orders it had here.
    pub tickets: u32,
    /// The number of its open work order.
    pub open: Option<RmaNumber>,
}

/// One page of the units whose serial begins so, by serial, after the one given; both may be empty.
///
/// # Errors
/// When the database cannot be read.
pub fn page(
    source: &impl Source,
    beginning: &str,
    after: &str,
    rows_max: u32,
) -> Result<Vec<UnitRow>, StoreError> {
    let first = fold(beginning);
    let beyond = format!("{first}\u{10ffff}");
    let params = named_params! {":from": first.as_str().max(after), ":beyond": beyond, ":after": after, ":rows_max": rows_max};
    source.read(|connection| {
        all(connection, include_str!("page.sql"), params, |row| {
            Ok(UnitRow {
                serial: decode(row, "serial")?,
                model: row.get("model")?,
                product_class: decode_optional(row, "product_class")?,
                is_registered: row.get("is_registered")?,
                tickets: u32::try_from(count(row, "tickets")?).unwrap_or(u32::MAX),
                open: decode_optional(row, "open")?,
            })
        })
    })
}

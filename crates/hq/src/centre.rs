//! A service centre as headquarters knows it: the code its stations and numbers begin with, and whose days it keeps.

use crate::error::HqError;
use crate::outside::Outside;
use crate::store::{Access, Cell, Row, Store, Tx};
use crate::stream;
use chrono::NaiveDate;
use chrono_tz::Tz;
use nightbench_domain::id::CentreCode;
use serde::Serialize;

/// Where a centre is until one of its stations says otherwise.
const ZONE: Tz = Tz::Asia__Shanghai;
const COUNTRY: &str = "CN";

/// A centre.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Centre {
    /// Its code.
    pub code: CentreCode,
    /// What headquarters calls it.
    pub name: String,
    /// The zone of its civil dates.
    pub zone: Tz,
    /// Two letters: whose working days run a cycle that names no calendar.
    pub country: String,
}

impl Centre {
    /// The civil date at the centre.
    #[must_use]
    pub fn today(&self, outside: &dyn Outside) -> NaiveDate {
        outside.now().with_timezone(&self.zone).date_naive()
    }
}

/// Adds a centre, with an empty stream.
///
/// # Errors
/// `CentreThere` when its code is taken.
pub async fn add(
    store: &dyn Store,
    outside: &dyn Outside,
    code: &CentreCode,
    name: &str,
) -> Result<(), HqError> {
    let mut tx = store.begin(Access::Write, Some(code)).await?;
    let cells = vec![
        code.into(),
        name.into(),
        ZONE.name().into(),
        COUNTRY.into(),
        outside.now().timestamp_millis().into(),
    ];
    if tx.run(include_str!("centre/add.sql"), cells).await? == 0 {
        return Err(HqError::CentreThere(code.clone()));
    }
    stream::open(&mut tx, outside, code).await?;
    tx.commit().await
}

/// The centre of that code.
///
/// # Errors
/// `NoCentre` when there is none.
pub async fn by_code(tx: &mut Tx, code: &CentreCode) -> Result<Centre, HqError> {
    let row = tx.one(include_str!("centre/by_code.sql"), vec![code.into()]).await?;
    read(row.ok_or_else(|| HqError::NoCentre(code.clone()))?)
}

/// Every centre, by code.
///
/// # Errors
/// When the database fails.
pub async fn list(store: &dyn Store) -> Result<Vec<Centre>, HqError> {
    let mut tx = store.begin(Access::Read, None).await?;
    let rows = tx.all(include_str!("centre/list.sql"), Vec::new()).await?;
    tx.commit().await?;
    rows.into_iter().map(read).collect()
}

/// Takes over where a station says its centre is; what is no zone or country stays as it was.
pub(crate) async fn describe(
    tx: &mut Tx,
    code: &CentreCode,
    zone: &str,
    country: &str,
) -> Result<(), HqError> {
    let before = by_code(tx, code).await?;
    let zone: Tz = zone.parse().unwrap_or(before.zone);
    let country = if is_country(country) { country } else { &before.country };
    let cells: Vec<Cell> = vec![zone.name().into(), country.into(), code.into()];
    tx.run(include_str!("centre/describe.sql"), cells).await?;
    Ok(())
}

/// Two capital letters.
pub(crate) fn is_country(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn read(mut row: Row) -> Result<Centre, HqError> {
    Ok(Centre {
        code: CentreCode::parse(&row.text()?).map_err(|_| HqError::Damaged("a centre"))?,
        name: row.text()?,
        zone: row.parse()?,
        country: row.text()?,
    })
}

//! The lists people work from, page by page. A page begins after the last row of the one before it, so it costs
//! the same at the end of a long list as at its beginning, and a row that arrives meanwhile shifts nothing.

use super::{TicketRow, read};
use crate::Source;
use crate::error::StoreError;
use crate::search;
use crate::sql::{all, count, one};
use chrono::NaiveDate;
use nightbench_domain::code;
use nightbench_domain::id::{TicketId, UserId};
use nightbench_domain::ticket::Status;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which tickets, in which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "listing")]
pub enum Listing {
    /// Open ones, those nearest to their limit first.
    OpenByLimit,
    /// Open ones, newest first.
    OpenNewest,
    /// All, newest first.
    AllNewest,
    /// Open ones that are assigned to somebody or whose unit they hold, nearest limit first.
    Of {
        /// Who.
        user: UserId,
    },
    /// Open ones past their target and not past their limit, nearest limit first.
    Due {
        /// Today at the centre.
        as_of: NaiveDate,
    },
    /// Open ones past their limit, longest overdue first.
    Overdue {
        /// Today at the centre.
        as_of: NaiveDate,
    },
    /// Open ones whose paper form is still to be obtained (4.2), nearest limit first.
    FormOwed,
    /// Those that were handed over and are not closed, nearest limit first.
    HandedOver,
}

/// Where a page ended: the keys of its last row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Cursor {
    /// The limit of the last row.
    pub limit_on: NaiveDate,
    /// When the last row was opened, milliseconds UTC.
    #[ts(type = "number")]
    pub opened_at: i64,
    /// The last row.
    pub id: TicketId,
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Page {
    /// Its rows.
    pub rows: Vec<TicketRow>,
    /// Where the next page begins; `None` at the end of the list.
    pub next: Option<Cursor>,
}

/// What the bench shows of today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Counts {
    /// Open tickets.
    #[ts(type = "number")]
    pub open: u64,
    /// Of these, past the target and not past the limit.
    #[ts(type = "number")]
    pub due: u64,
    /// Of these, past the limit.
    #[ts(type = "number")]
    pub overdue: u64,
    /// Units received on the day and not cancelled.
    #[ts(type = "number")]
    pub received: u64,
    /// Open tickets whose paper form is still to be obtained.
    #[ts(type = "number")]
    pub forms_owed: u64,
}

/// One page of a list, `rows_max` rows long at most.
///
/// # Errors
/// When the database cannot be read.
pub fn page(
    source: &impl Source,
    listing: Listing,
    after: Option<&Cursor>,
    rows_max: u32,
) -> Result<Page, StoreError> {
    let id = after.map(|cursor| cursor.id.to_string()).unwrap_or_default();
    let limit_on = after.map(|cursor| cursor.limit_on.to_string()).unwrap_or_default();
    let opened_at = after.map_or(i64::MAX, |cursor| cursor.opened_at);
    let by_limit = named_params! {":limit_on": limit_on, ":id": id, ":rows_max": rows_max};
    let newest = named_params! {":opened_at": opened_at, ":id": id, ":rows_max": rows_max};
    let rows = source.read(|connection| match listing {
        Listing::OpenByLimit => all(connection, include_str!("page_open_by_limit.sql"), by_limit, read),
        Listing::FormOwed => all(connection, include_str!("page_form_owed.sql"), by_limit, read),
        Listing::HandedOver => all(connection, include_str!("page_handed_over.sql"), by_limit, read),
        Listing::OpenNewest => all(connection, include_str!("page_open_newest.sql"), newest, read),
        Listing::AllNewest => all(connection, include_str!("page_all_newest.sql"), newest, read),
        Listing::Of { user } => all(
            connection,
            include_str!("page_of.sql"),
            named_params! {":limit_on": limit_on, ":id": id, ":rows_max": rows_max, ":user": user.to_string()},
            read,
        ),
        Listing::Due { as_of } => all(
            connection,
            include_str!("page_due.sql"),
            named_params! {":limit_on": limit_on, ":id": id, ":rows_max": rows_max, ":as_of": as_of.to_string()},
            read,
        ),
        Listing::Overdue { as_of } => all(
            connection,
            include_str!("page_overdue.sql"),
            named_params! {":limit_on": limit_on, ":id": id, ":rows_max": rows_max, ":as_of": as_of.to_string()},
            read,
        ),
    })?;
    Ok(Page::of(rows, rows_max))
}

/// One page of the tickets that match a text, newest first. A text without a letter or digit matches nothing.
///
/// # Errors
/// When the database cannot be read.
pub fn matching(
    source: &impl Source,
    text: &str,
    open_only: bool,
    after: Option<&Cursor>,
    rows_max: u32,
) -> Result<Page, StoreError> {
    let Some(query) = search::query(text) else { return Ok(Page { rows: Vec::new(), next: None }) };
    let id = after.map(|cursor| cursor.id.to_string()).unwrap_or_default();
    let opened_at = after.map_or(i64::MAX, |cursor| cursor.opened_at);
    let params = named_params! {":query": query, ":open_only": open_only, ":opened_at": opened_at, ":id": id,
    ":rows_max": rows_max};
    let rows = source.read(|connection| all(connection, include_str!("matching.sql"), params, read))?;
    Ok(Page::of(rows, rows_max))
}

/// What the bench shows of a day.
///
/// # Errors
/// When the database cannot be read.
pub fn counts(source: &impl Source, as_of: NaiveDate) -> Result<Counts, StoreError> {
    let params = named_params! {":as_of": as_of.to_string(), ":cancelled": code(&Status::Cancelled)};
    let counted = source.read(|connection| {
        one(connection, include_str!("counts.sql"), params, |row| {
            Ok(Counts {
                open: count(row, "open")?,
                due: count(row, "due")?,
                overdue: count(row, "overdue")?,
                received: count(row, "received")?,
                forms_owed: count(row, "forms_owed")?,
            })
        })
    })?;
    Ok(counted.unwrap_or_default())
}

impl Cursor {
    /// Where a page that ends with a row ends.
    pub(crate) const fn after(row: &TicketRow) -> Self {
        Self { limit_on: row.cycle.limit_on, opened_at: row.opened_at, id: row.id }
    }
}

impl Page {
    fn of(rows: Vec<TicketRow>, rows_max: u32) -> Self {
        let is_full = u32::try_from(rows.len()).is_ok_and(|len| len == rows_max);
        let next = rows.last().filter(|_| is_full).map(Cursor::after);
        Self { rows, next }
    }
}

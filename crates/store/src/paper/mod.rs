//! Papers as they were made: which form, in which language, how many pages, the PDF itself and its hash, and
//! whether it was printed. Making and printing are journaled. How a paper looks is the `forms` crate's.

use crate::Source;
use crate::blob;
use crate::changes::Noun;
use crate::error::StoreError;
use crate::journal::New;
use crate::sql::{all, count, damaged, one, parse, run};
use crate::transact::Tx;
use nightbench_domain::id::{ConsignmentId, PaperId, TicketId};
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use std::io::Cursor;
use ts_rs::TS;

/// For what a paper was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperOf {
    /// A work order.
    Ticket(TicketId),
    /// A parcel.
    Consignment(ConsignmentId),
}

/// A paper to be kept.
#[derive(Debug, Clone, Copy)]
pub struct NewPaper<'a> {
    /// Its id.
    pub id: PaperId,
    /// For what it was made.
    pub of: PaperOf,
    /// Code of the form, as in `application`.
    pub form: &'a str,
    /// `zh-CN`, `en` or `both`.
    pub language: &'a str,
    /// How many pages.
    pub pages: u32,
    /// The PDF.
    pub pdf: &'a [u8],
    /// The clock, milliseconds UTC.
    pub at_ms: i64,
}

/// A paper on record, without its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Paper {
    /// Its id.
    pub id: PaperId,
    /// For what it was made.
    pub of: PaperOf,
    /// Code of the form.
    pub form: String,
    /// Its language.
    pub language: String,
    /// BLAKE3 of the PDF, 64 hexadecimal digits.
    pub hash: String,
    /// Bytes of the PDF.
    #[ts(type = "number")]
    pub size: u64,
    /// How many pages.
    pub pages: u32,
    /// When it was made, milliseconds UTC.
    #[ts(type = "number")]
    pub made_at: i64,
    /// The last print; `None` when it was never printed.
    pub printed: Option<Printed>,
}

/// The last print of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Printed {
    /// The printer's name.
    pub to: String,
    /// When, milliseconds UTC.
    #[ts(type = "number")]
    pub at: i64,
}

/// Keeps a paper.
///
/// # Errors
/// When the database refuses, as it does when there is no such ticket or parcel.
pub fn add(tx: &Tx<'_>, new: &NewPaper<'_>) -> Result<Paper, StoreError> {
    let stored = blob::put(tx, &mut Cursor::new(new.pdf), None)?;
    let (ticket, consignment) = match new.of {
        PaperOf::Ticket(ticket) => (Some(ticket.to_string()), None),
        PaperOf::Consignment(consignment) => (None, Some(consignment.to_string())),
    };
    run(
        tx.connection,
        include_str!("add.sql"),
        named_params! {":id": new.id.to_string(), ":ticket": ticket, ":consignment": consignment, ":form": new.form,
        ":language": new.language, ":blob": stored.hash, ":pages": new.pages, ":made_at": new.at_ms},
    )?;
    let paper = by_id(tx, new.id)?.ok_or(StoreError::Missing { noun: Noun::Paper })?;
    let fields = vec![
        new.of.field(),
        ("form", new.form.into()),
        ("language", new.language.into()),
        ("hash", paper.hash.as_str().into()),
        ("pages", i64::from(new.pages).into()),
        ("made_at", new.at_ms.into()),
    ];
    tx.append("paper.make", 1, new.id.uuid(), fields)?;
    Ok(paper)
}

/// Records that a paper went to a printer. Every print is in the journal, the last one in the row.
///
/// # Errors
/// `Missing` when there is no such paper.
pub fn printed(tx: &Tx<'_>, id: PaperId, to: &str, at_ms: i64) -> Result<(), StoreError> {
    let paper = by_id(tx, id)?.ok_or(StoreError::Missing { noun: Noun::Paper })?;
    run(
        tx.connection,
        include_str!("printed.sql"),
        named_params! {":id": id.to_string(), ":printed_to": to, ":printed_at": at_ms},
    )?;
    let fields = vec![paper.of.field(), ("printed_to", to.into()), ("printed_at", at_ms.into())];
    tx.append("paper.print", 1, id.uuid(), fields)?;
    Ok(())
}

/// The papers of a ticket, newest first.
///
/// # Errors
/// When the database cannot be read.
pub fn of_ticket(source: &impl Source, ticket: TicketId) -> Result<Vec<Paper>, StoreError> {
    let ticket = ticket.to_string();
    source.read(|connection| {
        all(connection, include_str!("of_ticket.sql"), named_params! {":ticket": ticket}, read)
    })
}

/// The papers of a parcel, newest first.
///
/// # Errors
/// When the database cannot be read.
pub fn of_consignment(source: &impl Source, consignment: ConsignmentId) -> Result<Vec<Paper>, StoreError> {
    let id = consignment.to_string();
    source.read(|connection| {
        all(connection, include_str!("of_consignment.sql"), named_params! {":consignment": id}, read)
    })
}

/// The paper of that id.
///
/// # Errors
/// When the database cannot be read.
pub fn by_id(source: &impl Source, id: PaperId) -> Result<Option<Paper>, StoreError> {
    let id = id.to_string();
    source.read(|connection| one(connection, include_str!("by_id.sql"), named_params! {":id": id}, read))
}

/// The PDF of a paper, verified against its hash.
///
/// # Errors
/// `Missing` when it is not here, `Damaged` when it is not what was made.
pub fn content(source: &impl Source, paper: &Paper) -> Result<Vec<u8>, StoreError> {
    let hash = blake3::Hash::from_hex(&paper.hash).map_err(|_| damaged("blob"))?;
    blob::get(source, *hash.as_bytes())?.ok_or(StoreError::Missing { noun: Noun::Paper })
}

impl PaperOf {
    /// How an operation says for what it was made.
    fn field(self) -> (&'static str, New) {
        match self {
            Self::Ticket(ticket) => ("ticket", ticket.to_string().into()),
            Self::Consignment(consignment) => ("of_consignment", consignment.to_string().into()),
        }
    }
}

fn read(row: &Row<'_>) -> Result<Paper, StoreError> {
    let ticket: Option<String> = row.get("ticket")?;
    let printed_at: Option<i64> = row.get("printed_at")?;
    let printed = match printed_at {
        Some(at) => Some(Printed { to: row.get("printed_to")?, at }),
        None => None,
    };
    Ok(Paper {
        id: parse(row, "id")?,
        of: match ticket {
            Some(_) => PaperOf::Ticket(parse(row, "ticket")?),
            None => PaperOf::Consignment(parse(row, "consignment")?),
        },
        form: row.get("form")?,
        language: row.get("language")?,
        hash: blake3::Hash::from_bytes(row.get("blob")?).to_hex().to_string(),
        size: count(row, "size")?,
        pages: u32::try_from(count(row, "pages")?).map_err(|_| damaged("pages"))?,
        made_at: row.get("made_at")?,
        printed,
    })
}

//! Photos, short videos and documents of a ticket or a parcel, or of a draft that is to become a ticket. Adding to a
//! record and removing from it are journaled; removing hides, it does not delete. The bytes are in blob/.

use crate::Source;
use crate::blob::{self, Stored};
use crate::changes::Noun;
use crate::error::StoreError;
use crate::journal::New;
use crate::sql::{all, count, decode_optional, integer, one, parse, run};
use crate::transact::Tx;
use nightbench_domain::code;
use nightbench_domain::id::{AttachmentId, ConsignmentId, DraftId, TicketId};
use nightbench_domain::photo::PhotoOf;
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use std::io::{Read, Seek};
use ts_rs::TS;

/// Whose attachment it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// A ticket's: a record.
    Ticket(TicketId),
    /// A parcel's: a record.
    Consignment(ConsignmentId),
    /// A draft's: not a record yet.
    Draft(DraftId),
}

/// What is to be attached.
#[derive(Debug, Clone, Copy)]
pub struct NewAttachment<'a> {
    /// Its id.
    pub id: AttachmentId,
    /// Whose it becomes.
    pub owner: Owner,
    /// File name as it came.
    pub name: &'a str,
    /// Media type, as in `image/jpeg`.
    pub media_type: &'a str,
    /// What it was taken to show, where something asks for a photo of just that.
    pub shows: Option<PhotoOf>,
    /// A small picture of it, made by the caller.
    pub thumbnail: Option<&'a [u8]>,
    /// The clock, milliseconds UTC.
    pub at_ms: i64,
}

/// An attachment on record, without its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Attachment {
    /// Its id.
    pub id: AttachmentId,
    /// Whose it is.
    pub owner: Owner,
    /// Hash of its content, 64 hexadecimal digits.
    pub hash: String,
    /// File name as it came.
    pub name: String,
    /// Media type.
    pub media_type: String,
    /// What it was taken to show; `None`: nothing that was asked for.
    pub shows: Option<PhotoOf>,
    /// Bytes of its content.
    #[ts(type = "number")]
    pub size: u64,
    /// Whether there is a small picture of it.
    pub has_thumbnail: bool,
    /// When it was added, milliseconds UTC.
    #[ts(type = "number")]
    pub added_at: i64,
}

/// Attaches a content: `transact` for a ticket or a parcel, `transact_local` for a draft.
///
/// # Errors
/// `File` when the content cannot be read; `Missing` when the owner is not there.
pub fn add(
    tx: &Tx<'_>,
    new: &NewAttachment<'_>,
    content: &mut (impl Read + Seek),
) -> Result<Attachment, StoreError> {
    let stored = blob::put(tx, content, new.thumbnail)?;
    let (ticket, consignment, draft) = match new.owner {
        Owner::Ticket(ticket) => (Some(ticket.to_string()), None, None),
        Owner::Consignment(consignment) => (None, Some(consignment.to_string()), None),
        Owner::Draft(draft) => (None, None, Some(draft.to_string())),
    };
    run(
        tx.connection,
        include_str!("add.sql"),
        named_params! {":id": new.id.to_string(), ":ticket": ticket, ":draft": draft, ":consignment": consignment,
        ":blob": stored.hash, ":name": new.name, ":media_type": new.media_type,
        ":shows": new.shows.as_ref().map(code), ":added_at": new.at_ms},
    )?;
    let attachment = by_id(tx, new.id)?.ok_or(StoreError::Missing { noun: Noun::Attachment })?;
    journal(tx, &attachment, new.owner)?;
    Ok(attachment)
}

/// Hides an attachment. A record's keeps its bytes, because they were evidence; the removal is journaled.
///
/// # Errors
/// `Missing` when there is no such attachment.
pub fn remove(tx: &Tx<'_>, id: AttachmentId, at_ms: i64) -> Result<(), StoreError> {
    let attachment = by_id(tx, id)?.ok_or(StoreError::Missing { noun: Noun::Attachment })?;
    run(
        tx.connection,
        include_str!("remove.sql"),
        named_params! {":id": id.to_string(), ":removed_at": at_ms},
    )?;
    if let Some(of) = attachment.owner.field() {
        let fields = vec![of, ("removed_at", at_ms.into())];
        tx.append("attachment.remove", 1, id.uuid(), fields)?;
    }
    Ok(())
}

/// Shows a hidden attachment again; the undo of [`remove`], journaled like it.
///
/// # Errors
/// `Missing` when there is no such attachment.
pub fn restore(tx: &Tx<'_>, id: AttachmentId) -> Result<(), StoreError> {
    let attachment = by_id(tx, id)?.ok_or(StoreError::Missing { noun: Noun::Attachment })?;
    run(tx.connection, include_str!("restore.sql"), named_params! {":id": id.to_string()})?;
    if let Some(of) = attachment.owner.field() {
        let fields = vec![of, ("removed_at", None::<String>.into())];
        tx.append("attachment.restore", 1, id.uuid(), fields)?;
    }
    Ok(())
}

/// The attachments a ticket, a parcel or a draft shows, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn of(source: &impl Source, owner: Owner) -> Result<Vec<Attachment>, StoreError> {
    let (sql, id) = match owner {
        Owner::Ticket(ticket) => (include_str!("of_ticket.sql"), ticket.to_string()),
        Owner::Consignment(consignment) => (include_str!("of_consignment.sql"), consignment.to_string()),
        Owner::Draft(draft) => (include_str!("of_draft.sql"), draft.to_string()),
    };
    source.read(|connection| all(connection, sql, named_params! {":owner": id}, read))
}

/// The attachment of that id, hidden or not.
///
/// # Errors
/// When the database cannot be read.
pub fn by_id(source: &impl Source, id: AttachmentId) -> Result<Option<Attachment>, StoreError> {
    let id = id.to_string();
    source.read(|connection| one(connection, include_str!("by_id.sql"), named_params! {":id": id}, read))
}

/// The bytes of an attachment, verified against their hash.
///
/// # Errors
/// `Missing` when they are not here, `Damaged` when they are not what was attached.
pub fn content(source: &impl Source, attachment: &Attachment) -> Result<Vec<u8>, StoreError> {
    blob::get(source, attachment.content_hash()?)?.ok_or(StoreError::Missing { noun: Noun::Attachment })
}

/// The small picture of an attachment; `None` when it has none.
///
/// # Errors
/// When the database cannot be read.
pub fn thumbnail(source: &impl Source, attachment: &Attachment) -> Result<Option<Vec<u8>>, StoreError> {
    blob::thumbnail(source, attachment.content_hash()?)
}

impl Owner {
    /// How an operation says whose it is; `None` for what is no record.
    fn field(self) -> Option<(&'static str, New)> {
        match self {
            Self::Ticket(ticket) => Some(("ticket", ticket.to_string().into())),
            Self::Consignment(consignment) => Some(("of_consignment", consignment.to_string().into())),
            Self::Draft(_) => None,
        }
    }
}

impl Attachment {
    fn content_hash(&self) -> Result<[u8; 32], StoreError> {
        let hash = blake3::Hash::from_hex(&self.hash);
        hash.map(|hash| *hash.as_bytes()).map_err(|_| crate::sql::damaged("blob"))
    }
}

/// Makes the attachments of a draft those of the ticket it became; what was hidden stays behind.
pub(crate) fn move_to_ticket(tx: &Tx<'_>, draft: DraftId, ticket: TicketId) -> Result<(), StoreError> {
    let attachments = of(tx, Owner::Draft(draft))?;
    let params = named_params! {":draft": draft.to_string(), ":ticket": ticket.to_string()};
    run(tx.connection, include_str!("move_to_ticket.sql"), params)?;
    remove_of_draft(tx, draft)?;
    attachments.iter().try_for_each(|attachment| journal(tx, attachment, Owner::Ticket(ticket)))
}

/// Forgets the attachments of a draft.
pub(crate) fn remove_of_draft(tx: &Tx<'_>, draft: DraftId) -> Result<(), StoreError> {
    run(tx.connection, include_str!("remove_of_draft.sql"), named_params! {":draft": draft.to_string()})?;
    Ok(())
}

/// Journals an attachment of a record; a draft is none.
fn journal(tx: &Tx<'_>, attachment: &Attachment, owner: Owner) -> Result<(), StoreError> {
    let Some(of) = owner.field() else { return Ok(()) };
    let mut fields = vec![
        of,
        ("hash", attachment.hash.as_str().into()),
        ("name", attachment.name.as_str().into()),
        ("media_type", attachment.media_type.as_str().into()),
        ("size", integer(attachment.size)?.into()),
        ("added_at", attachment.added_at.into()),
    ];
    if let Some(shows) = &attachment.shows {
        fields.push(("shows", code(shows).into()));
    }
    tx.append("attachment.add", 1, attachment.id.uuid(), fields)?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<Attachment, StoreError> {
    let (ticket, consignment): (Option<String>, Option<String>) =
        (row.get("ticket")?, row.get("consignment")?);
    let owner = match (ticket, consignment) {
        (Some(_), _) => Owner::Ticket(parse(row, "ticket")?),
        (None, Some(_)) => Owner::Consignment(parse(row, "consignment")?),
        (None, None) => Owner::Draft(parse(row, "draft")?),
    };
    let stored = Stored { hash: row.get("blob")?, size: count(row, "size")? };
    Ok(Attachment {
        id: parse(row, "id")?,
        owner,
        hash: blake3::Hash::from_bytes(stored.hash).to_hex().to_string(),
        name: row.get("name")?,
        media_type: row.get("media_type")?,
        shows: decode_optional(row, "shows")?,
        size: stored.size,
        has_thumbnail: row.get("has_thumbnail")?,
        added_at: row.get("added_at")?,
    })
}

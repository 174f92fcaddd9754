//! Photos, short videos and PDF files of an intake, a parcel or a work order, kept by content hash inside the encrypted
//! store, with a thumbnail for photos.

use crate::commands::Written;
use crate::error::AppError;
use crate::form::{self, PaperFile};
use crate::picture::{self, Media};
use crate::station::App;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use nightbench_domain::id::{AttachmentId, ConsignmentId, DraftId, TicketId};
use nightbench_domain::photo::PhotoOf;
use nightbench_store::Tx;
use nightbench_store::attachment::{self as store, NewAttachment};
use serde::{Deserialize, Serialize};
use std::io::Cursor;
use ts_rs::TS;

/// The largest photo, in bytes.
pub const PHOTO_BYTES_MAX: u64 = 25 * 1024 * 1024;
/// The largest document, in bytes.
pub const DOCUMENT_BYTES_MAX: u64 = 25 * 1024 * 1024;
/// The largest video, in bytes: about a minute from a phone.
pub const VIDEO_BYTES_MAX: u64 = 100 * 1024 * 1024;

/// What an attachment belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Owner {
    /// An intake that is still being typed.
    Draft {
        /// The draft.
        id: DraftId,
    },
    /// A parcel.
    Consignment {
        /// The parcel.
        id: ConsignmentId,
    },
    /// A received unit.
    Ticket {
        /// The work order.
        id: TicketId,
    },
}

/// The request of `attachment_add`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddRequest {
    /// What it belongs to.
    pub owner: Owner,
    /// The file's name.
    pub name: String,
    /// Its content.
    pub base64: String,
    /// What it was taken to show, where something asks for a photo of just that.
    #[serde(default)]
    pub shows: Option<PhotoOf>,
}

/// Names an attachment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AttachmentRef {
    /// The attachment.
    pub id: AttachmentId,
}

/// An attachment in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Attachment {
    /// Its identity.
    pub id: AttachmentId,
    /// The file's name.
    pub name: String,
    /// What it is, found from the content: `image/jpeg`, `video/mp4`, `application/pdf`.
    pub media_type: String,
    /// What it was taken to show; absent: nothing that was asked for.
    pub shows: Option<PhotoOf>,
    /// Bytes.
    pub size: u64,
    /// BLAKE3 of the content, hexadecimal.
    pub hash: String,
    /// When it was added, milliseconds since 1970 UTC.
    pub added_at: i64,
    /// A small JPEG as a data URL; absent for all else and for photos that cannot be decoded.
    pub thumbnail: Option<String>,
}

/// The content of an attachment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Content {
    /// The file's name.
    pub name: String,
    /// What it is.
    pub media_type: String,
    /// The content.
    pub base64: String,
}

pub(crate) fn add(app: &App, request: AddRequest) -> Result<Written<Attachment>, AppError> {
    // Base64 is four characters for three bytes: too large is told before anything is decoded.
    let limit = VIDEO_BYTES_MAX.max(PHOTO_BYTES_MAX);
    if request.base64.len() as u64 / 4 * 3 > limit {
        return Err(AppError::AttachmentTooLarge { max_bytes: limit });
    }
    let bytes = STANDARD.decode(request.base64).map_err(|_| AppError::Base64)?;
    let (media_type, max_bytes, thumbnail) = match picture::media(&bytes).ok_or(AppError::AttachmentKind)? {
        Media::Photo(media_type) => (media_type, PHOTO_BYTES_MAX, picture::thumbnail(&bytes)),
        // What shows the label is a photo of it.
        Media::Video(_) | Media::Document(_) if request.shows.is_some() => {
            return Err(AppError::AttachmentNoPhoto);
        }
        Media::Video(media_type) => (media_type, VIDEO_BYTES_MAX, None),
        Media::Document(media_type) => (media_type, DOCUMENT_BYTES_MAX, None),
    };
    if bytes.len() as u64 > max_bytes {
        return Err(AppError::AttachmentTooLarge { max_bytes });
    }
    let id = AttachmentId::new(app.ports.ids.uuid());
    let owner = stored(request.owner);
    let name = file_name(&request.name);
    let new = NewAttachment {
        id,
        owner,
        name: &name,
        media_type,
        shows: request.shows,
        thumbnail: thumbnail.as_deref(),
        at_ms: app.now_ms(),
    };
    let add = |tx: &Tx<'_>| -> Result<(), AppError> {
        Ok(store::add(tx, &new, &mut Cursor::new(&bytes)).map(drop)?)
    };
    let changes = match request.owner {
        Owner::Draft { .. } => app.write_local(add)?.changes,
        Owner::Ticket { .. } | Owner::Consignment { .. } => app.write(add)?.changes,
    };
    Ok(Written { value: one(app, id)?, changes })
}

const fn stored(owner: Owner) -> store::Owner {
    match owner {
        Owner::Draft { id } => store::Owner::Draft(id),
        Owner::Ticket { id } => store::Owner::Ticket(id),
        Owner::Consignment { id } => store::Owner::Consignment(id),
    }
}

pub(crate) fn list(app: &App, owner: Owner) -> Result<Vec<Attachment>, AppError> {
    store::of(&app.store, stored(owner))?.into_iter().map(|record| shown(app, record)).collect()
}

pub(crate) fn read(app: &App, request: AttachmentRef) -> Result<Content, AppError> {
    let record = store::by_id(&app.store, request.id)?.ok_or(AppError::NotFound)?;
    let base64 = STANDARD.encode(store::content(&app.store, &record)?);
    Ok(Content { name: record.name, media_type: record.media_type, base64 })
}

/// Opens the content in the system's own viewer: a video this window cannot play, a PDF to print.
pub(crate) fn open(app: &App, request: AttachmentRef) -> Result<PaperFile, AppError> {
    let record = store::by_id(&app.store, request.id)?.ok_or(AppError::NotFound)?;
    // The name is the sender's and its ending may lie: a viewer is chosen by what the content is.
    let ending = match record.media_type.as_str() {
        "image/jpeg" => "jpg",
        "video/quicktime" => "mov",
        other => other.rsplit('/').next().unwrap_or("bin"),
    };
    let content = store::content(&app.store, &record)?;
    let file = form::spool(app, &format!("{}.{ending}", record.id), &content)?;
    app.ports.printer.show(&file)?;
    Ok(PaperFile { path: file.display().to_string() })
}

pub(crate) fn remove(app: &App, request: AttachmentRef) -> Result<Written<Attachment>, AppError> {
    set_removed(app, request.id, true)
}

pub(crate) fn restore(app: &App, request: AttachmentRef) -> Result<Written<Attachment>, AppError> {
    set_removed(app, request.id, false)
}

fn set_removed(app: &App, id: AttachmentId, removed: bool) -> Result<Written<Attachment>, AppError> {
    let record = store::by_id(&app.store, id)?.ok_or(AppError::NotFound)?;
    let at_ms = app.now_ms();
    let write = |tx: &Tx<'_>| -> Result<(), AppError> {
        if removed { Ok(store::remove(tx, id, at_ms)?) } else { Ok(store::restore(tx, id)?) }
    };
    let changes = match record.owner {
        store::Owner::Draft(_) => app.write_local(write)?.changes,
        store::Owner::Ticket(_) | store::Owner::Consignment(_) => app.write(write)?.changes,
    };
    Ok(Written { value: one(app, id)?, changes })
}

fn one(app: &App, id: AttachmentId) -> Result<Attachment, AppError> {
    shown(app, store::by_id(&app.store, id)?.ok_or(AppError::NotFound)?)
}

fn shown(app: &App, record: store::Attachment) -> Result<Attachment, AppError> {
    let thumbnail = store::thumbnail(&app.store, &record)?;
    Ok(Attachment {
        id: record.id,
        name: record.name,
        media_type: record.media_type,
        shows: record.shows,
        size: record.size,
        hash: record.hash,
        added_at: record.added_at,
        thumbnail: thumbnail.map(|jpeg| format!("data:image/jpeg;base64,{}", STANDARD.encode(jpeg))),
    })
}

/// The last part of a path, at most 120 characters, without control characters.
fn file_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|c| !c.is_control()).take(120).collect()
}

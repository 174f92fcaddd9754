//! Bytes by content: photos, videos, papers, in pieces of 1 MiB inside the encrypted database. On purpose: one
//! file is the record, one commit makes a photo and its entry durable together, one backup holds both, and sync
//! sends the same pieces. The same content is stored once. Whose bytes they are is in attachment/ and paper/.

use crate::Source;
use crate::error::{Damage, StoreError};
use crate::sql::{all, count, each, integer, one, run};
use crate::transact::Tx;
use rusqlite::named_params;
use std::io::{Read, Seek};

/// Bytes of a piece.
const CHUNK_BYTES: usize = 1 << 20;

/// A content on record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stored {
    pub(crate) hash: [u8; 32],
    pub(crate) size: u64,
}

/// Stores a content unless it is there. It is read twice, first for its name, so that the pieces can be written
/// under it; a content that changes between the two is refused.
pub(crate) fn put(
    tx: &Tx<'_>,
    content: &mut (impl Read + Seek),
    thumbnail: Option<&[u8]>,
) -> Result<Stored, StoreError> {
    const READ: &str = "read the attachment";
    content.rewind().map_err(StoreError::file(READ))?;
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(&mut *content).map_err(StoreError::file(READ))?;
    let stored = Stored { hash: *hasher.finalize().as_bytes(), size: hasher.count() };
    let params =
        named_params! {":hash": stored.hash, ":size": integer(stored.size)?, ":thumbnail": thumbnail};
    if run(tx.connection, include_str!("add.sql"), params)? == 0 {
        return Ok(stored);
    }
    content.rewind().map_err(StoreError::file(READ))?;
    let mut written = blake3::Hasher::new();
    for place in 0_i64.. {
        let mut bytes = Vec::with_capacity(CHUNK_BYTES);
        let piece = content.by_ref().take(CHUNK_BYTES as u64).read_to_end(&mut bytes);
        if piece.map_err(StoreError::file(READ))? == 0 {
            break;
        }
        written.update(&bytes);
        let params = named_params! {":blob": stored.hash, ":place": place, ":bytes": bytes};
        run(tx.connection, include_str!("add_chunk.sql"), params)?;
    }
    if written.finalize().as_bytes() == &stored.hash {
        Ok(stored)
    } else {
        Err(StoreError::Operation { reason: "the content changed while it was read" })
    }
}

/// A content, verified. `None` when it is not here.
pub(crate) fn get(source: &impl Source, hash: [u8; 32]) -> Result<Option<Vec<u8>>, StoreError> {
    source.read(|connection| {
        let size = one(connection, include_str!("size.sql"), named_params! {":hash": hash}, |row| {
            count(row, "size")
        })?;
        let Some(size) = size else { return Ok(None) };
        let mut content = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
        each(connection, include_str!("chunks.sql"), named_params! {":blob": hash}, |row| {
            content.extend_from_slice(row.get_ref("bytes")?.as_blob().map_err(rusqlite::Error::from)?);
            Ok(())
        })?;
        if blake3::hash(&content).as_bytes() == &hash {
            Ok(Some(content))
        } else {
            Err(StoreError::Damaged { what: Damage::Blob })
        }
    })
}

/// The small picture of a content; `None` when it has none.
pub(crate) fn thumbnail(source: &impl Source, hash: [u8; 32]) -> Result<Option<Vec<u8>>, StoreError> {
    source.read(|connection| {
        let found = one(connection, include_str!("thumbnail.sql"), named_params! {":hash": hash}, |row| {
            Ok(row.get::<_, Option<Vec<u8>>>("thumbnail")?)
        })?;
        Ok(found.flatten())
    })
}

/// What verifying every content found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Verified {
    pub(crate) blobs: u64,
    /// Not what their hash says, or not here although something names them.
    pub(crate) damaged: u64,
}

/// Reads and verifies every content.
pub(crate) fn verify_all(source: &impl Source) -> Result<Verified, StoreError> {
    let hashes = source.read(|connection| {
        all(connection, include_str!("named.sql"), [], |row| Ok(row.get::<_, [u8; 32]>("blob")?))
    })?;
    let mut verified = Verified::default();
    for hash in hashes {
        verified.blobs += 1;
        match get(source, hash) {
            Ok(Some(_)) => {}
            Ok(None) | Err(StoreError::Damaged { .. }) => verified.damaged += 1,
            Err(error) => return Err(error),
        }
    }
    Ok(verified)
}

/// Removes contents that nothing names any more: photos of drafts that were purged.
pub(crate) fn sweep(tx: &Tx<'_>) -> Result<(), StoreError> {
    run(tx.connection, include_str!("sweep_chunks.sql"), [])?;
    run(tx.connection, include_str!("sweep.sql"), [])?;
    Ok(())
}

//! TEMPORARY
use crate::connect::StationKey;
use crate::directory::Directory;
use crate::error::StoreError;
use rusqlite::Connection;
use std::path::PathBuf;
pub(crate) fn finish_restore(_: &Directory) -> Result<(), StoreError> {
    Ok(())
}
pub(crate) fn before_migration(
    _: &Directory,
    _: &Connection,
    _: &StationKey,
    _: u32,
    _: i64,
) -> Result<PathBuf, StoreError> {
    Err(StoreError::Key)
}

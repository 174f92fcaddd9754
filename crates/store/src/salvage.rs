//! TEMPORARY
use crate::connect::{Place, StationKey};
use crate::directory::Directory;
use crate::error::StoreError;
use crate::open::Opening;
use rusqlite::Connection;
/// S
#[derive(Debug)]
pub struct Salvage {}
pub(crate) fn salvage(_: &Directory, _: &StationKey, _: &Opening) -> Result<Salvage, StoreError> {
    Err(StoreError::Key)
}
pub(crate) fn look(connection: &Connection) -> Result<u32, StoreError> {
    crate::migrate::version(connection)
}
pub(crate) fn look_at_all(connection: &Connection) -> Result<u32, StoreError> {
    crate::migrate::version(connection)
}
pub(crate) fn key_opens_a_page(_: &Place, _: &StationKey) -> Result<bool, StoreError> {
    Ok(false)
}
pub(crate) fn remember_roots(_: &Directory, _: &Connection) -> Result<(), StoreError> {
    Ok(())
}

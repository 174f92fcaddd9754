//! A program of headquarters that reads lists over HTTP: it shows a token, of which only the hash is kept. It writes
//! nothing.

use crate::error::HqError;
use crate::outside::Outside;
use crate::store::{Access, Cell, Store};
use nightbench_sync::hex::Hex;

/// What a token begins with, so that one that is found somewhere is known for what it is.
const PREFIX: &str = "nbr_";

/// Gives a program its token, or a new one in place of the old.
///
/// # Errors
/// When the database fails.
pub async fn add(store: &dyn Store, outside: &dyn Outside, name: &str) -> Result<String, HqError> {
    let token = format!("{PREFIX}{}", Hex(outside.random()?));
    let mut tx = store.begin(Access::Write, None).await?;
    let cells = vec![Cell::storable(name), (&hash(&token)).into(), outside.now().timestamp_millis().into()];
    tx.run(include_str!("reader/add.sql"), cells).await?;
    tx.commit().await?;
    Ok(token)
}

/// Ends a program's token; false when there is none of that name.
///
/// # Errors
/// When the database fails.
pub async fn revoke(store: &dyn Store, outside: &dyn Outside, name: &str) -> Result<bool, HqError> {
    let mut tx = store.begin(Access::Write, None).await?;
    let cells = vec![outside.now().timestamp_millis().into(), Cell::storable(name)];
    let is_revoked = tx.run(include_str!("reader/revoke.sql"), cells).await? == 1;
    tx.commit().await?;
    Ok(is_revoked)
}

/// The program that shows a token; `None` when nobody does.
///
/// # Errors
/// When the database fails.
pub async fn of_token(store: &dyn Store, token: &str) -> Result<Option<String>, HqError> {
    let mut tx = store.begin(Access::Read, None).await?;
    let found = tx.one(include_str!("reader/of_token.sql"), vec![(&hash(token)).into()]).await?;
    tx.commit().await?;
    found.map(|mut row| row.text()).transpose()
}

/// 256 random bits need no slow hash.
fn hash(token: &str) -> [u8; 32] {
    *blake3::hash(token.as_bytes()).as_bytes()
}

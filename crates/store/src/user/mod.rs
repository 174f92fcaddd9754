//! The people who work here: a record, journaled without PINs and badges; and the wrong PINs in a row, which are
//! no record. Who may change whom, and what a PIN must be, is decided before it comes here (app/user.rs).

use crate::Source;
use crate::changes::Noun;
use crate::error::StoreError;
use crate::journal::New;
use crate::sql::{all, count, decode, one, parse, run};
use crate::transact::Tx;
use nightbench_domain::code;
use nightbench_domain::id::UserId;
use nightbench_domain::user::{User, WrongPins, name_key};
use rusqlite::{Row, named_params};

/// A user on record, with what signing in needs. Not for the window: the hash stays in the back end.
#[derive(Clone, PartialEq, Eq)]
pub struct UserRecord {
    /// Who.
    pub user: User,
    /// Hash of the PIN, a PHC string; `None` when no PIN was set.
    pub pin_hash: Option<String>,
    /// Whether a badge was set.
    pub has_badge: bool,
}

impl std::fmt::Debug for UserRecord {
    /// Without the hash.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { user, pin_hash, has_badge } = self;
        write!(f, "UserRecord({user:?}, pin: {}, badge: {has_badge})", pin_hash.is_some())
    }
}

/// The hash of a badge's text under the station's badge key, 32 bytes.
pub type BadgeHash = [u8; 32];

/// Adds somebody or changes what is said of them; journals what changes. PIN and badge stay as they are.
///
/// # Errors
/// When the database refuses, as it does when two active people would share a name.
pub fn save(tx: &Tx<'_>, user: &User) -> Result<(), StoreError> {
    let before = by_id(tx, user.id)?.map(|record| fields(&record.user)).transpose()?.unwrap_or_default();
    let changed: Vec<_> = fields(user)?.into_iter().filter(|field| !before.contains(field)).collect();
    if changed.is_empty() {
        return Ok(());
    }
    run(
        tx.connection,
        include_str!("save.sql"),
        named_params! {":id": user.id.to_string(), ":name": user.name, ":name_key": name_key(&user.name),
        ":role": code(&user.role), ":is_active": user.is_active, ":at": at_ms(tx)},
    )?;
    tx.append("user.save", 1, user.id.uuid(), changed)?;
    Ok(())
}

/// Sets a PIN by its hash. The journal says that there is one, not which.
///
/// # Errors
/// `Missing` when there is no such user.
pub fn set_pin(tx: &Tx<'_>, id: UserId, pin_hash: &str) -> Result<(), StoreError> {
    let params = named_params! {":id": id.to_string(), ":pin_hash": pin_hash, ":at": at_ms(tx)};
    found(run(tx.connection, include_str!("set_pin.sql"), params)?)?;
    forget_wrong_pins(tx, id)?;
    tx.append("user.set_pin", 1, id.uuid(), vec![("has_pin", true.into())])?;
    Ok(())
}

/// Sets a badge by its hash, or takes it away. The journal says whether there is one, not which.
///
/// # Errors
/// `Missing` when there is no such user; when the database refuses, as it does when somebody active has it.
pub fn set_badge(tx: &Tx<'_>, id: UserId, badge_hash: Option<&BadgeHash>) -> Result<(), StoreError> {
    let params = named_params! {":id": id.to_string(), ":badge_hash": badge_hash, ":at": at_ms(tx)};
    found(run(tx.connection, include_str!("set_badge.sql"), params)?)?;
    tx.append("user.set_badge", 1, id.uuid(), vec![("has_badge", badge_hash.is_some().into())])?;
    Ok(())
}

/// Everybody: those who work here first, each by name.
///
/// # Errors
/// When the database cannot be read.
pub fn list(source: &impl Source) -> Result<Vec<UserRecord>, StoreError> {
    source.read(|connection| all(connection, include_str!("list.sql"), [], read))
}

/// The user of that id, active or not.
///
/// # Errors
/// When the database cannot be read.
pub fn by_id(source: &impl Source, id: UserId) -> Result<Option<UserRecord>, StoreError> {
    let id = id.to_string();
    source.read(|connection| one(connection, include_str!("by_id.sql"), named_params! {":id": id}, read))
}

/// The active user of that name, found without spaces, case and width.
///
/// # Errors
/// When the database cannot be read.
pub fn by_name(source: &impl Source, name: &str) -> Result<Option<UserRecord>, StoreError> {
    let params = named_params! {":name_key": name_key(name)};
    source.read(|connection| one(connection, include_str!("by_name.sql"), params, read))
}

/// The active user with that badge.
///
/// # Errors
/// When the database cannot be read.
pub fn by_badge(source: &impl Source, badge_hash: &BadgeHash) -> Result<Option<UserRecord>, StoreError> {
    let params = named_params! {":badge_hash": badge_hash};
    source.read(|connection| one(connection, include_str!("by_badge.sql"), params, read))
}

/// The wrong PINs in a row of a user.
///
/// # Errors
/// When the database cannot be read.
pub fn wrong_pins(source: &impl Source, id: UserId) -> Result<WrongPins, StoreError> {
    let params = named_params! {":user": id.to_string()};
    let counted = source.read(|connection| {
        one(connection, include_str!("wrong_pins.sql"), params, |row| {
            let count = u32::try_from(count(row, "count")?).unwrap_or(u32::MAX);
            Ok(WrongPins { count, last_at_ms: row.get("last_at")? })
        })
    })?;
    Ok(counted.unwrap_or_default())
}

/// Counts one more wrong PIN. No record.
///
/// # Errors
/// When the database refuses.
pub fn count_wrong_pin(tx: &Tx<'_>, id: UserId, at_ms: i64) -> Result<(), StoreError> {
    let params = named_params! {":user": id.to_string(), ":at": at_ms};
    run(tx.connection, include_str!("count_wrong_pin.sql"), params)?;
    Ok(())
}

/// Begins a new row after a right PIN. No record.
///
/// # Errors
/// When the database refuses.
pub fn forget_wrong_pins(tx: &Tx<'_>, id: UserId) -> Result<(), StoreError> {
    run(tx.connection, include_str!("forget_wrong_pins.sql"), named_params! {":user": id.to_string()})?;
    Ok(())
}

fn fields(user: &User) -> Result<Vec<(&'static str, New)>, StoreError> {
    Ok(vec![
        ("name", user.name.as_str().into()),
        ("role", code(&user.role).into()),
        ("is_active", user.is_active.into()),
    ])
}

fn at_ms(tx: &Tx<'_>) -> i64 {
    tx.act.map(|act| act.at_ms).unwrap_or_default()
}

const fn found(rows: usize) -> Result<(), StoreError> {
    if rows == 0 { Err(StoreError::Missing { noun: Noun::User }) } else { Ok(()) }
}

fn read(row: &Row<'_>) -> Result<UserRecord, StoreError> {
    Ok(UserRecord {
        user: User {
            id: parse(row, "id")?,
            name: row.get("name")?,
            role: decode(row, "role")?,
            is_active: row.get("is_active")?,
        },
        pin_hash: row.get("pin_hash")?,
        has_badge: row.get("has_badge")?,
    })
}

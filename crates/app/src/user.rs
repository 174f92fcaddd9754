//! The people who work here: listed, added, changed, switched off, given a PIN or a badge. Signing in is in
//! session.rs. As long as no active manager has a PIN anybody may do this, because there is nobody to ask;
//! from then on a manager must be signed in.

use crate::commands::Written;
use crate::error::AppError;
use crate::pin;
use crate::session;
use crate::station::App;
use nightbench_domain::id::UserId;
use nightbench_domain::pii::Pii;
use nightbench_domain::user::{self as domain, Role, User};
use nightbench_store::search;
use nightbench_store::user::{self as store, UserRecord};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Somebody as the list of people shows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UserRow {
    /// Who.
    pub id: UserId,
    /// The name they go by.
    pub name: String,
    /// What they do.
    pub role: Role,
    /// Whether they still work here.
    pub is_active: bool,
    /// Whether they have a PIN.
    pub has_pin: bool,
    /// Whether they have a badge.
    pub has_badge: bool,
    /// What one types to choose them: the initials and the whole name, lower case, in pinyin.
    pub spellings: [String; 2],
}

/// The request of `user_save`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UserSaveRequest {
    /// Whom to change; absent to add somebody.
    #[serde(default)]
    pub id: Option<UserId>,
    /// The name they go by.
    pub name: String,
    /// What they do.
    pub role: Role,
    /// Whether they work here; true when absent.
    #[serde(default = "works_here")]
    pub is_active: bool,
    /// What their badge says when it is scanned; absent to leave it as it is, empty to take it away.
    #[serde(default)]
    pub badge: Option<Pii<String>>,
}

/// The request of `user_set_pin`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetPinRequest {
    /// Whose.
    pub user: UserId,
    /// The new PIN: 4 to 8 digits, not one digit repeated, not a row.
    pub pin: Pii<String>,
}

impl From<&UserRecord> for UserRow {
    fn from(record: &UserRecord) -> Self {
        let User { id, name, role, is_active } = record.user.clone();
        let spellings = search::spellings(&name);
        let has_pin = record.pin_hash.is_some();
        Self { id, name, role, is_active, has_pin, has_badge: record.has_badge, spellings }
    }
}

pub(crate) fn list(app: &App, (): ()) -> Result<Vec<UserRow>, AppError> {
    Ok(store::list(&app.store)?.iter().map(UserRow::from).collect())
}

pub(crate) fn save(app: &App, request: UserSaveRequest) -> Result<Written<UserRow>, AppError> {
    refuse_unless_managing(app)?;
    let id = request.id.unwrap_or_else(|| UserId::new(app.ports.ids.uuid()));
    let name = domain::name(&request.name).ok_or(AppError::UserName)?;
    let user = User { id, name, role: request.role, is_active: request.is_active };
    let written = app.write(|tx| {
        if request.id.is_some() && store::by_id(tx, id)?.is_none() {
            return Err(AppError::NotFound);
        }
        let namesake = store::by_name(tx, &user.name)?.filter(|other| other.user.id != id);
        if user.is_active && namesake.is_some() {
            return Err(AppError::UserNameTaken);
        }
        let was_managed = is_managed(&store::list(tx)?);
        store::save(tx, &user)?;
        match request.badge.as_ref().map(Pii::reveal) {
            None => {}
            Some(text) if text.trim().is_empty() => store::set_badge(tx, id, None)?,
            Some(text) => give_badge(app, tx, id, text)?,
        }
        if was_managed && !is_managed(&store::list(tx)?) {
            return Err(AppError::LastManager);
        }
        Ok(())
    })?;
    answered(app, id, written)
}

pub(crate) fn set_pin(app: &App, request: SetPinRequest) -> Result<Written<UserRow>, AppError> {
    let is_own = session::signed_in(app)?.is_some_and(|user| user.id == request.user);
    if !is_own {
        refuse_unless_managing(app)?;
    }
    let hash = pin::hash(app, &request.pin)?;
    let written = app.write(|tx| Ok(store::set_pin(tx, request.user, &hash)?))?;
    answered(app, request.user, written)
}

/// Whether whoever is at this station now may say who works here.
pub(crate) fn may_manage(app: &App) -> Result<bool, AppError> {
    if !is_managed(&store::list(&app.store)?) {
        return Ok(true);
    }
    Ok(session::signed_in(app)?.is_some_and(|user| user.role == Role::Manager))
}

/// Whether whoever is at this station now may decide what the rules leave to a person. As long as nobody who decides can
/// sign in, anybody may, because there is nobody to ask.
pub(crate) fn may_decide(app: &App) -> Result<bool, AppError> {
    let can_be_asked = |record: &UserRecord| {
        record.user.is_active && record.user.role.decides() && (record.pin_hash.is_some() || record.has_badge)
    };
    if !store::list(&app.store)?.iter().any(can_be_asked) {
        return Ok(true);
    }
    Ok(session::signed_in(app)?.is_some_and(|user| user.role.decides()))
}

/// Refuses what is for an adjudicator or a manager to decide.
///
/// # Errors
/// `DeciderNeeded` when somebody else is at this station.
pub(crate) fn refuse_unless_deciding(app: &App) -> Result<(), AppError> {
    if may_decide(app)? { Ok(()) } else { Err(AppError::DeciderNeeded) }
}

/// Whether there is a manager who can sign in and be asked.
fn is_managed(people: &[UserRecord]) -> bool {
    people
        .iter()
        .any(|record| record.user.is_active && record.user.role == Role::Manager && record.pin_hash.is_some())
}

/// Refuses what is for a manager to say.
///
/// # Errors
/// `ManagerNeeded` when somebody else is at this station.
pub(crate) fn refuse_unless_managing(app: &App) -> Result<(), AppError> {
    if may_manage(app)? { Ok(()) } else { Err(AppError::ManagerNeeded) }
}

fn give_badge(app: &App, tx: &nightbench_store::Tx<'_>, id: UserId, text: &str) -> Result<(), AppError> {
    let hash = pin::new_badge(app, tx, text)?;
    if store::by_badge(tx, &hash)?.is_some_and(|other| other.user.id != id) {
        return Err(AppError::BadgeTaken);
    }
    Ok(store::set_badge(tx, id, Some(&hash))?)
}

fn answered(app: &App, id: UserId, written: Written<()>) -> Result<Written<UserRow>, AppError> {
    let record = store::by_id(&app.store, id)?.ok_or(AppError::NotFound)?;
    Ok(Written { value: UserRow::from(&record), changes: written.changes })
}

const fn works_here() -> bool {
    true
}

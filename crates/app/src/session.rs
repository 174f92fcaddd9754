//! Who stands at this station. The session lives as long as this program and is in no file: it names the actor of
//! what is written. Nothing asks for a sign-in but acts of two people; where nobody is signed in, records name
//! the station's own user as before.

use crate::commands::Written;
use crate::error::AppError;
use crate::pin;
use crate::station::App;
use crate::user::{self, UserRow};
use nightbench_domain::id::UserId;
use nightbench_domain::pii::Pii;
use nightbench_domain::user::User;
use nightbench_store::user::{self as store, UserRecord};
use nightbench_store::{Changes, Noun, Source};
use serde::{Deserialize, Serialize};
use std::sync::{Mutex, PoisonError};
use ts_rs::TS;

/// Who is signed in; part of [`App`].
#[derive(Debug, Default)]
pub(crate) struct SignedIn(Mutex<Option<UserId>>);

/// Who is at this station, and who could be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Session {
    /// Who is signed in.
    pub user: Option<User>,
    /// Who can sign in: everybody active with a PIN or a badge, by name.
    pub people: Vec<UserRow>,
    /// Whether whoever is here now may say who works here.
    pub may_manage: bool,
    /// Whether whoever is here now may decide what the rules leave to a person: which unit this is, for one.
    pub may_decide: bool,
}

/// The request of `session_start`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StartRequest {
    /// Who.
    pub user: UserId,
    /// Their PIN.
    pub pin: Pii<String>,
}

/// The request of `session_badge`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BadgeRequest {
    /// What the badge says.
    pub text: Pii<String>,
}

/// The second person of an act that takes two, with what proves that they are there: the optional field
/// `second` of the commands that record such an act.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(untagged)]
pub enum SecondPerson {
    /// By PIN.
    Pin {
        /// Who.
        user: UserId,
        /// Their PIN.
        pin: Pii<String>,
    },
    /// By badge.
    Badge {
        /// What the badge says.
        badge: Pii<String>,
    },
}

pub(crate) fn get(app: &App, (): ()) -> Result<Session, AppError> {
    let can_sign_in =
        |record: &&UserRecord| record.user.is_active && (record.pin_hash.is_some() || record.has_badge);
    Ok(Session {
        user: signed_in(app)?,
        people: store::list(&app.store)?.iter().filter(can_sign_in).map(UserRow::from).collect(),
        may_manage: user::may_manage(app)?,
        may_decide: user::may_decide(app)?,
    })
}

pub(crate) fn start(app: &App, request: StartRequest) -> Result<Written<Session>, AppError> {
    let record = active(app, request.user)?;
    pin::check(app, &record, &request.pin)?;
    become_user(app, Some(record.user.id))
}

pub(crate) fn badge(app: &App, request: BadgeRequest) -> Result<Written<Session>, AppError> {
    let owner = pin::badge_owner(&app.store, request.text.reveal())?.ok_or(AppError::UnknownBadge)?;
    become_user(app, Some(owner.user.id))
}

pub(crate) fn end(app: &App, (): ()) -> Result<Written<Session>, AppError> {
    become_user(app, None)
}

/// Who is signed in and still works here.
pub(crate) fn signed_in(app: &App) -> Result<Option<User>, AppError> {
    signed_in_of(app, &app.store)
}

/// The same from inside a write, which reads through its transaction.
pub(crate) fn signed_in_of(app: &App, source: &impl Source) -> Result<Option<User>, AppError> {
    let id = *app.signed_in.0.lock().unwrap_or_else(PoisonError::into_inner);
    let record = id.map(|id| store::by_id(source, id)).transpose()?.flatten();
    Ok(record.map(|record| record.user).filter(|user| user.is_active))
}

impl App {
    /// The name that stands as the actor: of who is signed in, else of this machine's user, else `desk`.
    pub(crate) fn actor(&self) -> Result<String, AppError> {
        self.actor_of(&self.store)
    }

    /// The same from inside a write, which reads through its transaction.
    pub(crate) fn actor_of(&self, source: &impl Source) -> Result<String, AppError> {
        if let Some(user) = signed_in_of(self, source)? {
            return Ok(user.name);
        }
        let actor = crate::settings::of(source)?.actor;
        Ok(if actor.is_empty() { "desk".to_owned() } else { actor })
    }

    /// The name of the second person of an act that takes two, for the field `second` of its operation. Any role
    /// will do, but not the one who acts. It writes (a PIN is an attempt that counts), so it is asked before
    /// [`App::write`] and never inside it.
    ///
    /// # Errors
    /// `SecondPersonNeeded` when nobody was named or nobody here can be, `SecondPersonSame` when it is the actor,
    /// `UnknownBadge`, `NotFound`, `NoPin`, `PinWait` or `WrongPin` when they did not prove to be there.
    pub fn second_person(&self, second: Option<&SecondPerson>) -> Result<String, AppError> {
        let second = second.ok_or(AppError::SecondPersonNeeded)?;
        let record = match second {
            SecondPerson::Pin { user, .. } => active(self, *user)?,
            SecondPerson::Badge { badge } => {
                pin::badge_owner(&self.store, badge.reveal())?.ok_or(AppError::UnknownBadge)?
            }
        };
        // By name, so that whoever works without signing in under their own name is not their own second.
        let key = nightbench_domain::user::name_key;
        if key(&record.user.name) == key(&self.actor()?) {
            return Err(AppError::SecondPersonSame);
        }
        match second {
            SecondPerson::Pin { pin, .. } => pin::check(self, &record, pin)?,
            SecondPerson::Badge { .. } => {}
        }
        Ok(record.user.name)
    }
}

fn active(app: &App, id: UserId) -> Result<UserRecord, AppError> {
    store::by_id(&app.store, id)?.filter(|record| record.user.is_active).ok_or(AppError::NotFound)
}

fn become_user(app: &App, id: Option<UserId>) -> Result<Written<Session>, AppError> {
    *app.signed_in.0.lock().unwrap_or_else(PoisonError::into_inner) = id;
    Ok(Written { value: get(app, ())?, changes: Changes::from([Noun::Session]) })
}

//! What a board shows: which list, of which work orders. A view is what a link carries and what a person saves under a name.

use crate::commands::Written;
use crate::error::{AppError, BoardProblem};
use crate::session;
use crate::station::App;
use nightbench_domain::id::UserId;
use nightbench_domain::ticket::Status;
use nightbench_store::board::Chosen;
use nightbench_store::settings;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use ts_rs::TS;

/// The key under which saved views are kept on this machine.
const KEY: &str = "board_views";
/// The longest name of a view, in characters.
const NAME_MAX: usize = 40;
/// The most views that are kept.
const VIEWS_MAX: usize = 30;

/// The lists of the board, each of open work orders, nearest limit first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BoardList {
    /// Past day 20.
    #[default]
    Overdue,
    /// Day 20 is today or within three working days.
    DueSoon,
    /// Still in time, and will not make day 20: the part comes too late, or most like units did not make it.
    WillMiss,
    /// Waiting for the answer to a quote.
    AwaitingAgreement,
    /// Waiting for papers.
    AwaitingDocuments,
    /// Waiting for parts.
    AwaitingParts,
    /// With the factory or another centre.
    Away,
    /// Somebody complains.
    Complaints,
    /// All of them.
    Open,
}

impl BoardList {
    /// Every list, in the order they are shown.
    pub const ALL: [Self; 9] = [
        Self::Overdue,
        Self::DueSoon,
        Self::WillMiss,
        Self::AwaitingAgreement,
        Self::AwaitingDocuments,
        Self::AwaitingParts,
        Self::Away,
        Self::Complaints,
        Self::Open,
    ];

    /// The status a list is of; `None` where it is of several.
    pub(crate) const fn status(self) -> Option<Status> {
        match self {
            Self::AwaitingAgreement => Some(Status::AwaitingAgreement),
            Self::AwaitingDocuments => Some(Status::AwaitingDocuments),
            Self::AwaitingParts => Some(Status::AwaitingParts),
            Self::Away => Some(Status::Away),
            Self::Overdue | Self::DueSoon | Self::WillMiss | Self::Complaints | Self::Open => None,
        }
    }
}

/// Whose work orders: written `me`, `nobody` or the id of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub enum BoardOwner {
    /// Whoever is signed in.
    Me,
    /// Those that nobody is assigned to.
    Nobody,
    /// Somebody's.
    User(UserId),
}

/// What a board shows. What is absent asks for nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct BoardView {
    /// Which list.
    pub list: BoardList,
    /// Of that list, those in one status.
    pub status: Option<Status>,
    /// Whose.
    pub owner: Option<BoardOwner>,
    /// Of one model, as its name is written.
    pub model: Option<String>,
    /// From one dealer, likewise.
    pub dealer: Option<String>,
}

/// A view under its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SavedView {
    /// Its name, 1 to 40 characters; one name is one view.
    pub name: String,
    /// What it shows.
    pub view: BoardView,
}

/// Names a view.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ViewRef {
    /// Its name.
    pub name: String,
}

impl From<BoardOwner> for String {
    fn from(owner: BoardOwner) -> Self {
        owner.to_string()
    }
}

impl fmt::Display for BoardOwner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Me => f.write_str("me"),
            Self::Nobody => f.write_str("nobody"),
            Self::User(user) => user.fmt(f),
        }
    }
}

impl TryFrom<String> for BoardOwner {
    type Error = <UserId as FromStr>::Err;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        match text.as_str() {
            "me" => Ok(Self::Me),
            "nobody" => Ok(Self::Nobody),
            user => Ok(Self::User(user.parse()?)),
        }
    }
}

impl BoardView {
    /// What the store is asked for. Where nobody is signed in, "mine" are those of nobody.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(crate) fn chosen(&self, app: &App) -> Result<Chosen, AppError> {
        let owner = match self.owner {
            Some(BoardOwner::Me) => Some(session::signed_in(app)?.map(|user| user.id)),
            Some(BoardOwner::Nobody) => Some(None),
            Some(BoardOwner::User(user)) => Some(Some(user)),
            None => None,
        };
        Ok(Chosen { status: self.status, owner, model: self.model.clone(), dealer: self.dealer.clone() })
    }
}

pub(crate) fn saved(app: &App, (): ()) -> Result<Vec<SavedView>, AppError> {
    let stored = settings::get(&app.store, KEY)?;
    // A view that this version does not read is no reason to show none.
    let views = stored.and_then(|stored| stored.as_array().cloned()).unwrap_or_default();
    Ok(views.into_iter().filter_map(|view| serde_json::from_value(view).ok()).collect())
}

pub(crate) fn save(app: &App, request: SavedView) -> Result<Written<Vec<SavedView>>, AppError> {
    let name = request.name.trim().to_owned();
    if name.is_empty() || name.chars().count() > NAME_MAX {
        return Err(AppError::Board(BoardProblem::ViewName));
    }
    let mut views = saved(app, ())?;
    let saved = SavedView { name, view: request.view };
    let is_full = views.len() >= VIEWS_MAX;
    match views.iter_mut().find(|view| view.name == saved.name) {
        Some(view) => *view = saved,
        None if is_full => return Err(AppError::Board(BoardProblem::ViewsFull)),
        None => views.push(saved),
    }
    keep(app, views)
}

pub(crate) fn forget(app: &App, request: ViewRef) -> Result<Written<Vec<SavedView>>, AppError> {
    let mut views = saved(app, ())?;
    views.retain(|view| view.name != request.name);
    keep(app, views)
}

fn keep(app: &App, views: Vec<SavedView>) -> Result<Written<Vec<SavedView>>, AppError> {
    let value = serde_json::to_value(&views).map_err(AppError::BadRequest)?;
    let written = app.write_local(|tx| Ok(settings::set(tx, KEY, &value, app.now_ms())?))?;
    Ok(Written { value: views, changes: written.changes })
}

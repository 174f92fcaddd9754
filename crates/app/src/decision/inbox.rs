//! The inbox of questions: which wait, for whom, and how often we gave more than the commitment grants.

use super::row::{DecisionRow, row};
use crate::error::AppError;
use crate::session;
use crate::station::App;
use crate::ticket::{ROWS, ROWS_MAX};
use chrono::NaiveDate;
use nightbench_domain::decision::{DecisionKind, DecisionState};
use nightbench_domain::id::DecisionId;
use nightbench_domain::user::Role;
use nightbench_store::decision::{self as store, Waiting};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The request of `decision_list`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct DecisionListRequest {
    /// Which.
    pub view: DecisionView,
    /// Only those a role is asked. Of no meaning for `mine`, which knows who is here.
    pub role: Option<Role>,
    /// Only those of a kind; of no meaning for what waits.
    pub kind: Option<DecisionKind>,
    /// `next` of the page before.
    pub after: Option<String>,
    /// At most as many rows; 100 when absent, never more than 500.
    pub limit: Option<u32>,
}

/// Which questions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DecisionView {
    /// Those whoever is signed in can go on with; where nobody is, all that wait.
    #[default]
    Mine,
    /// All that wait, those due first before the others.
    Waiting,
    /// Those that wait no more, newest first.
    Settled,
}

/// For whom `mine` was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DecisionViewOf {
    /// Their name.
    pub name: String,
    /// Their role.
    pub role: Role,
}

/// One page of the inbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DecisionPage {
    /// The questions.
    pub rows: Vec<DecisionRow>,
    /// Where the next page begins; absent after the last.
    pub next: Option<String>,
    /// Who is here; absent where nobody is signed in.
    pub of: Option<DecisionViewOf>,
    /// The figures, whatever page is shown.
    pub counts: DecisionCounts,
}

/// How many questions wait, and how often we gave more than the commitment grants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct DecisionCounts {
    /// Those whoever is signed in can go on with; where nobody is, all that wait.
    pub mine: u64,
    /// All that wait.
    pub waiting: u64,
    /// Of these, past the day an answer was expected.
    pub overdue: u64,
    /// Evidence excused.
    pub waiver: DecisionFigures,
    /// Given though we owe nothing.
    pub goodwill: DecisionFigures,
    /// Given against the engine.
    pub exception: DecisionFigures,
}

/// How often one kind was asked, by what became of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct DecisionFigures {
    /// It waits.
    pub waiting: u64,
    /// Yes.
    pub accepted: u64,
    /// No.
    pub refused: u64,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum Cursor {
    Due(NaiveDate, DecisionId),
    Settled(i64, DecisionId),
}

pub(crate) fn list(app: &App, request: DecisionListRequest) -> Result<DecisionPage, AppError> {
    let rows_max = request.limit.unwrap_or(ROWS).clamp(1, ROWS_MAX);
    let after =
        request.after.as_deref().map(serde_json::from_str).transpose().map_err(AppError::BadRequest)?;
    let (due, at) = match after {
        Some(Cursor::Due(due_on, id)) => (Some((due_on, id)), None),
        Some(Cursor::Settled(settled_at, id)) => (None, Some((settled_at, id))),
        None => (None, None),
    };
    let user = session::signed_in(app)?;
    let mut found = match (request.view, &user) {
        (DecisionView::Mine, Some(user)) => {
            let of = Waiting::ForOne { role: user.role, name: &user.name };
            store::waiting(&app.store, of, due, rows_max + 1)?
        }
        (DecisionView::Mine, None) => store::waiting(&app.store, Waiting::For(None), due, rows_max + 1)?,
        (DecisionView::Waiting, _) => {
            store::waiting(&app.store, Waiting::For(request.role), due, rows_max + 1)?
        }
        (DecisionView::Settled, _) => {
            store::settled(&app.store, request.role, request.kind, at, rows_max + 1)?
        }
    };
    let rows_max = usize::try_from(rows_max).unwrap_or(usize::MAX);
    let has_more = found.len() > rows_max;
    found.truncate(rows_max);
    let last = found.last().filter(|_| has_more).map(|last| match last.settled_at {
        Some(settled_at) => Cursor::Settled(settled_at, last.asked.id),
        None => Cursor::Due(last.asked.due_on, last.asked.id),
    });
    Ok(DecisionPage {
        rows: found.into_iter().map(|decision| row(app, decision)).collect::<Result<_, _>>()?,
        next: last.map(|last| serde_json::to_string(&last)).transpose().map_err(AppError::BadRequest)?,
        of: user.map(|user| DecisionViewOf { name: user.name, role: user.role }),
        counts: counts(app)?,
    })
}

/// The figures of the inbox.
pub(crate) fn counts(app: &App) -> Result<DecisionCounts, AppError> {
    let user = session::signed_in(app)?;
    let of = user.as_ref().map(|user| (user.role, user.name.as_str()));
    let counted = store::counts(&app.store, app.today()?, of)?;
    let tally = store::tally(&app.store)?;
    let figures = |kind: DecisionKind| {
        let count = |fits: &dyn Fn(DecisionState) -> bool| -> u64 {
            tally.iter().filter(|row| row.kind == kind && fits(row.state)).map(|row| row.count).sum()
        };
        DecisionFigures {
            waiting: count(&|state| state.is_open()),
            accepted: count(&|state| state == DecisionState::Accepted),
            refused: count(&|state| state == DecisionState::Refused),
        }
    };
    Ok(DecisionCounts {
        mine: if user.is_some() { counted.mine } else { counted.waiting },
        waiting: counted.waiting,
        overdue: counted.overdue,
        waiver: figures(DecisionKind::Waiver),
        goodwill: figures(DecisionKind::Goodwill),
        exception: figures(DecisionKind::Exception),
    })
}

//! What the desktop says outside of the window: the figures beside the clock, and a notification when a task falls due. It is
//! read where others look on, so no customer is named.

use crate::bench;
use crate::duty::{self, DutyListRequest, DutyRow};
use crate::error::AppError;
use crate::settings;
use crate::station::App;
use nightbench_domain::code;
use nightbench_domain::contact::About;
use nightbench_domain::duty::DutyKind;
use nightbench_locale::{Language, Value, say};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// How long before its time a task is told of: an hour, in milliseconds.
const AHEAD_MS: i64 = 3_600_000;

/// The request of `notice_get`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NoticeRequest {
    /// The `told` of the answer before; absent at the first look.
    #[serde(default)]
    pub told: Option<BTreeSet<String>>,
}

/// What stands beside the clock now, and what is new to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Notices {
    /// The most pressing figure in a few characters; empty when there is none.
    pub badge: String,
    /// The figures, each a line that opens a place of the window.
    pub lines: Vec<NoticeLine>,
    /// The word for leaving the program.
    pub quit: String,
    /// A notification to show now.
    pub notice: Option<Notice>,
    /// The tasks that were told of, to be given back with the next request.
    pub told: BTreeSet<String>,
}

/// A line beside the clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoticeLine {
    /// The line, in the language of the screen.
    pub text: String,
    /// The address in the window that it opens.
    pub place: String,
}

/// A notification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Notice {
    /// What it is about.
    pub title: String,
    /// What is to be done, of which work order, by when.
    pub body: String,
}

pub(crate) fn get(app: &App, request: NoticeRequest) -> Result<Notices, AppError> {
    let settings = settings::get(app, ())?;
    let language = settings.language;
    let counts = bench::counts(app)?;
    let tasks = duty::counts(app, ())?;
    let figures = [
        (counts.overdue, "notice-tickets-overdue", "/board"),
        (u64::from(tasks.overdue), "notice-tasks-overdue", "/duties"),
        (u64::from(tasks.today), "notice-tasks-today", "/duties"),
        (counts.decisions, "notice-decisions", "/decisions"),
    ];
    let mut lines = vec![NoticeLine { text: say(language, "notice-open", &[]), place: "/".to_owned() }];
    lines.extend(figures.into_iter().filter(|(count, ..)| *count > 0).map(|(count, id, place)| NoticeLine {
        text: say(language, id, &[("count", i64::try_from(count).unwrap_or(i64::MAX).into())]),
        place: place.to_owned(),
    }));
    let badge = match counts.overdue + u64::from(tasks.overdue) {
        0 => String::new(),
        pressing => pressing.to_string(),
    };
    let pressing = pressing(app)?;
    let told = request.told.unwrap_or_default();
    let new: Vec<_> = pressing.iter().filter(|row| !told.contains(&key(row))).collect();
    Ok(Notices {
        badge,
        lines,
        quit: say(language, "notice-quit", &[]),
        notice: if settings.notifies { notice(app, language, &new)? } else { None },
        told: pressing.iter().map(key).collect(),
    })
}

/// Tasks whose time has come or comes within the hour, and customers who are to be warned.
fn pressing(app: &App) -> Result<Vec<DutyRow>, AppError> {
    let soon = app.now_ms() + AHEAD_MS;
    let mut rows = duty::list(app, DutyListRequest::default())?.rows;
    rows.retain(|row| {
        let duty = &row.state.duty;
        duty.kind == DutyKind::WarnLimit || duty.due_at.is_some_and(|due| due <= soon)
    });
    Ok(rows)
}

/// One task is told by its name, several by their number.
fn notice(app: &App, language: Language, new: &[&DutyRow]) -> Result<Option<Notice>, AppError> {
    let title = say(language, "notice-title", &[]);
    let body = match new {
        [] => return Ok(None),
        [one] => {
            let duty = &one.state.duty;
            let task = say(language, &format!("duty-{}", code(&duty.kind)), &[]);
            let about =
                one.rma.as_ref().map_or_else(|| say(language, "owed-enquiry", &[]), ToString::to_string);
            let at = match duty.due_at {
                Some(due) => app.local(due)?.format("%Y-%m-%d %H:%M").to_string(),
                None => String::new(),
            };
            let args = [
                ("task", task.as_str().into()),
                ("about", about.as_str().into()),
                ("at", at.as_str().into()),
            ];
            say(language, "notice-one", &args)
        }
        several => {
            let overdue = several.iter().filter(|row| row.state.is_overdue).count();
            say(language, "notice-several", &[("count", number(several.len())), ("overdue", number(overdue))])
        }
    };
    Ok(Some(Notice { title, body }))
}

fn number(count: usize) -> Value<'static> {
    i64::try_from(count).unwrap_or(i64::MAX).into()
}

/// What tells one task from another, for as long as it has the same time.
fn key(row: &DutyRow) -> String {
    let duty = &row.state.duty;
    let follow_up = duty.follow_up.map(|id| id.to_string()).unwrap_or_default();
    let about = match row.about {
        About::Ticket { id } => id.to_string(),
        About::Enquiry { id } => id.to_string(),
    };
    format!("{about} {} {follow_up} {}", code(&duty.kind), duty.due_at.unwrap_or_default())
}

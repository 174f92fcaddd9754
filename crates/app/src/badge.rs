//! Badges on a sheet of labels. Only a hash of a badge is kept, so one is printed at the moment it is drawn and never
//! again: whoever lost theirs gets a new one, and the old one is nobody's. Signing in by badge is in session.rs,
//! registering a badge somebody has already in user.rs.

use crate::commands::Written;
use crate::error::AppError;
use crate::form::Pdf;
use crate::paper_sheet::{self, SheetTo};
use crate::pin;
use crate::station::App;
use crate::ticket_paper;
use crate::user::refuse_unless_managing;
use nightbench_domain::id::UserId;
use nightbench_domain::user::{Role, User, badge_text};
use nightbench_forms::code_sheet::{CodeLabel, CodeSheet};
use nightbench_forms::grid::SheetGrid;
use nightbench_forms::{Form, FormLanguage};
use nightbench_locale::{Language, say};
use nightbench_store::Source;
use nightbench_store::user as store;
use serde::Deserialize;
use ts_rs::TS;

/// The request of `badge_print`: a new badge for each of these people, on one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BadgesRequest {
    /// For whom, each once; at most 100, all of whom work here.
    pub users: Vec<UserId>,
    /// In which language.
    pub language: FormLanguage,
    /// The division of the sheets.
    #[serde(default)]
    pub grid: SheetGrid,
    /// The first label to print on: 1 is the upper left one, then along the row.
    #[serde(default = "first")]
    pub start: u8,
    /// Where it goes besides being answered.
    #[serde(default)]
    pub to: SheetTo,
}

/// As many as a centre has people, and more.
const BADGES_MAX: usize = 100;

/// Draws and prints. The sheet is handed on before anything is written: where that fails every badge is as it was.
pub(crate) fn print(app: &App, request: BadgesRequest) -> Result<Written<Pdf>, AppError> {
    refuse_unless_managing(app)?;
    let start =
        request.grid.start_at(request.start).map_err(|none| AppError::NoSuchLabel { last: none.last })?;
    let mut ids = request.users;
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() || ids.len() > BADGES_MAX {
        return Err(AppError::TooManyLabels { most: BADGES_MAX });
    }
    let drawn = ids.into_iter().map(|id| Ok((colleague(&app.store, id)?, draw(app))));
    let drawn = drawn.collect::<Result<Vec<(User, String)>, AppError>>()?;
    let labels = drawn.iter().map(|(user, text)| label(user, text)).collect();
    let printed = ticket_paper::printed(app, app.now_ms())?;
    let sheet = Form::Codes(Box::new(CodeSheet { labels, grid: request.grid, start, printed }));
    let pdf = paper_sheet::press(app, &sheet, request.language, "badges", &request.to)?;
    let written = app.write(|tx| {
        drawn.iter().try_for_each(|(user, text)| {
            colleague(tx, user.id)?;
            Ok(store::set_badge(tx, user.id, Some(&pin::new_badge(app, tx, text)?))?)
        })
    })?;
    Ok(Written { value: pdf, changes: written.changes })
}

/// Somebody who works here.
fn colleague(source: &impl Source, id: UserId) -> Result<User, AppError> {
    let user = store::by_id(source, id)?.map(|record| record.user);
    user.filter(|user| user.is_active).ok_or(AppError::NotFound)
}

fn draw(app: &App) -> String {
    let mut random = [0; 16];
    app.ports.ids.fill(&mut random);
    badge_text(random)
}

fn label(user: &User, text: &str) -> CodeLabel {
    let role = |language| say(language, role_words(user.role), &[]);
    CodeLabel {
        code: text.to_owned(),
        name: user.name.clone(),
        captions: [role(Language::ZhCn), role(Language::En)],
    }
}

const fn role_words(role: Role) -> &'static str {
    match role {
        Role::Technician => "role-technician",
        Role::Desk => "role-desk",
        Role::Manager => "role-manager",
        Role::Adjudicator => "role-adjudicator",
        Role::Hq => "role-hq",
    }
}

const fn first() -> u8 {
    1
}

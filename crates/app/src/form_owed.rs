//! The duty to obtain the paper form of a unit that came without it, or of which nobody looked (4.2). It is closed only
//! by saying when and how the form came; that it did not come after all is an entry of its own.

use crate::commands::Written;
use crate::error::AppError;
use crate::station::App;
use crate::ticket::{self, TicketLife, TicketRef};
use chrono::NaiveDate;
use nightbench_domain::id::TicketId;
use nightbench_domain::intake::{Intake, IntakeProblem, IntakeReason};
use nightbench_store::ticket::{self as store, FormObtained};
use serde::Deserialize;
use ts_rs::TS;

/// The request of `paper_form_obtained`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ObtainedRequest {
    /// The work order.
    pub id: TicketId,
    /// The day it came.
    pub on: NaiveDate,
    /// How: by post, by e-mail, filled in here.
    pub how: String,
}

/// The request of `paper_form_withdraw`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WithdrawRequest {
    /// The work order.
    pub id: TicketId,
    /// Why the entry was a mistake.
    pub reason: String,
}

pub(crate) fn obtained(app: &App, request: ObtainedRequest) -> Result<Written<TicketLife>, AppError> {
    let how = request.how.trim();
    let problem = if request.on > app.today()? {
        Some(("on", IntakeReason::InFuture))
    } else if how.is_empty() {
        Some(("how", IntakeReason::Required))
    } else if how.chars().count() > Intake::NAME_CHARS_MAX {
        Some(("how", IntakeReason::TooLong))
    } else {
        None
    };
    if let Some((field, reason)) = problem {
        return Err(AppError::Intake(vec![IntakeProblem { field: field.to_owned(), reason }]));
    }
    let written = app.write(|tx| {
        let row = store::by_id(tx, request.id)?.ok_or(AppError::NotFound)?;
        if !row.is_form_owed {
            return Err(AppError::FormNotOwed);
        }
        let form = FormObtained { on: request.on, how: how.to_owned() };
        Ok(store::form_obtained(tx, request.id, Some(&form), "")?)
    })?;
    let life = ticket::get(app, TicketRef { id: request.id })?;
    Ok(Written { value: life, changes: written.changes })
}

pub(crate) fn withdraw(app: &App, request: WithdrawRequest) -> Result<Written<TicketLife>, AppError> {
    let reason = request.reason.trim();
    if reason.is_empty() {
        return Err(AppError::ReasonRequired);
    }
    let written = app.write(|tx| {
        let row = store::by_id(tx, request.id)?.ok_or(AppError::NotFound)?;
        if row.form_obtained.is_none() {
            return Err(AppError::FormNotOwed);
        }
        Ok(store::form_obtained(tx, request.id, None, reason)?)
    })?;
    let life = ticket::get(app, TicketRef { id: request.id })?;
    Ok(Written { value: life, changes: written.changes })
}

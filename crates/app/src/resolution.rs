//! What is decided for the customer of a work order, with the customer's choice. A resolution the newest verdict does not
//! grant is refused, unless a person granted it; what an event still needs beside it is the gates' to say.

use crate::commands::Written;
use crate::error::AppError;
use crate::exchange;
use crate::given::Given;
use crate::refund;
use crate::standing::{self, remedy_of};
use crate::station::App;
use crate::ticket::{self, TicketLife, TicketRef};
use chrono::NaiveDate;
use nightbench_domain::claim::Remedy;
use nightbench_domain::gate::{Gate, Standing};
use nightbench_domain::id::{ResolutionId, TicketId};
use nightbench_domain::intake::Intake;
use nightbench_domain::pii::Pii;
use nightbench_domain::resolution::{Choice, Resolution, UnrepairedReason};
use nightbench_domain::ticket::{Refusal, Status};
use nightbench_store::resolution::{self as store, Resolved};
use nightbench_store::{Tx, intake};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The request of `ticket_resolve`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ResolveRequest {
    /// The work order.
    pub id: TicketId,
    /// What the customer gets.
    pub resolution: Resolution,
    /// Why the unit goes back as it came; needed for that resolution and for no other.
    #[serde(default)]
    pub reason: Option<UnrepairedReason>,
    /// In the decider's own words.
    #[serde(default)]
    pub note: String,
    /// The customer's choice; absent: the one on record stays, if the resolution does.
    #[serde(default)]
    pub choice: Option<Choice>,
}

/// Whether a resolution may be decided now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct ResolutionOffer {
    /// The resolution.
    pub resolution: Resolution,
    /// What stands against it; absent when nothing does.
    pub gate: Option<Gate>,
    /// The clause that speaks of it.
    pub clause: &'static str,
}

/// Every resolution with what stands against it.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn offers(given: &Given, standing: &Standing) -> Vec<ResolutionOffer> {
    let offer = |resolution: Resolution| {
        let gate = against(given, resolution, standing);
        ResolutionOffer { resolution, gate, clause: resolution.clause() }
    };
    Resolution::ALL.into_iter().map(offer).collect()
}

pub(crate) fn resolve(app: &App, request: ResolveRequest) -> Result<Written<TicketLife>, AppError> {
    let today = app.today()?;
    let choice = request.choice.map(|choice| checked(choice, today)).transpose()?;
    let note = request.note.trim().to_owned();
    if note.chars().count() > Intake::TEXT_CHARS_MAX {
        return Err(AppError::NoteTooLong);
    }
    if (request.resolution == Resolution::ReturnUnrepaired) != request.reason.is_some() {
        return Err(AppError::UnrepairedReason);
    }
    let mut decided = Resolved {
        id: ResolutionId::new(app.ports.ids.uuid()),
        resolution: Some(request.resolution),
        reason: request.reason,
        note,
        choice,
        decided_by: app.actor()?,
        decided_at: app.now_ms(),
    };
    let written = app.write(|tx| {
        refuse_settled(tx, request.id)?;
        let standing = standing::standing(app, tx, request.id)?;
        if let Some(gate) = against(&Given::load(app, tx, request.id)?, request.resolution, &standing) {
            return Err(AppError::Gate(gate));
        }
        if request.reason == Some(UnrepairedReason::WithoutConsent) && standing.has_consent {
            return Err(AppError::Gate(Gate::ConsentGiven));
        }
        let before = store::of_ticket(tx, request.id)?.into_iter().next();
        let kept = before.filter(|before| before.resolution == decided.resolution);
        decided.choice = decided.choice.take().or_else(|| kept.and_then(|kept| kept.choice));
        // What was chosen or worked out for another resolution is not kept for this one.
        if request.resolution != Resolution::Exchange {
            exchange::take_back(app, tx, request.id, "")?;
        }
        if request.resolution != Resolution::Refund {
            refund::take_back(tx, request.id, "")?;
        }
        let customer = intake::by_id(tx, request.id)?.ok_or(AppError::NotFound)?.customer_id;
        Ok(store::decide(tx, request.id, customer, &decided, false)?)
    })?;
    let life = ticket::get(app, TicketRef { id: request.id })?;
    Ok(Written { value: life, changes: written.changes })
}

/// What stands against deciding a resolution. Consent, evidence and the choice may still come: they are the gates of
/// what follows.
fn against(given: &Given, resolution: Resolution, standing: &Standing) -> Option<Gate> {
    if standing.is_locked && resolution != Resolution::ReturnUnrepaired {
        return Some(Gate::Locked);
    }
    let remedy = remedy_of(resolution)?;
    let is_granted = match remedy {
        // Outside the policy a separate quotation stays possible; a charge on a covered ticket is agreed first (1.2).
        Remedy::PaidRepair => standing.has_paid_work || standing.is_charge_agreed,
        Remedy::Refund | Remedy::Exchange | Remedy::FreeRepair => given.of(remedy).is_granted,
    };
    (!is_granted).then_some(Gate::NotGranted)
}

/// What was handed over, closed or cancelled is not decided anew.
pub(crate) fn refuse_settled(tx: &Tx<'_>, id: TicketId) -> Result<(), AppError> {
    let row = nightbench_store::ticket::by_id(tx, id)?.ok_or(AppError::NotFound)?;
    if row.status == Status::Returned {
        return Err(AppError::Ticket(Refusal::HandedOver));
    }
    Ok(row.status.refuse_ended()?)
}

/// The choice as it is kept.
fn checked(choice: Choice, today: NaiveDate) -> Result<Choice, AppError> {
    let trimmed = |text: Pii<String>| Pii::new(text.reveal().trim().to_owned());
    let Choice { who, on, words } = choice;
    let (who, words) = (trimmed(who), trimmed(words));
    let is_long = |text: &Pii<String>, max| text.reveal().chars().count() > max;
    if who.reveal().is_empty() || words.reveal().is_empty() || on > today {
        return Err(AppError::ChoiceIncomplete);
    }
    if is_long(&who, Intake::NAME_CHARS_MAX) || is_long(&words, Intake::TEXT_CHARS_MAX) {
        return Err(AppError::NoteTooLong);
    }
    Ok(Choice { who, on, words })
}

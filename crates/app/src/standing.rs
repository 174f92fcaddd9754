//! What stands on record of a ticket as far as the gates ask for it (`domain::gate`): put together from the intake, the
//! newest verdict and what people decided. Nothing is decided here. Called by ticket_event.rs and work.rs, by the board and the week for what comes next.

use crate::claim::{Said, claim};
use crate::diagnosis as findings;
use crate::error::AppError;
use crate::given::{Given, Grant};
use crate::identity;
use crate::known::Known;
use crate::payment;
use crate::station::App;
use crate::ticket::TicketRow;
use nightbench_domain::claim::{Finding, Remedy};
use nightbench_domain::gate::Standing;
use nightbench_domain::id::TicketId;
use nightbench_domain::next::{Mover, Next};
use nightbench_domain::resolution::{Resolution, UnrepairedReason};
use nightbench_eligibility::facts::{Answer, Facts};
use nightbench_store::resolution::Resolved;
use nightbench_store::{Source, decision, diagnosis, disposition, intake, quote, resolution};

/// What the gates of a ticket stand on now.
///
/// # Errors
/// `NotFound` without such a ticket; when the store cannot be read.
pub(crate) fn standing(app: &App, source: &impl Source, id: TicketId) -> Result<Standing, AppError> {
    let record = intake::by_id(source, id)?.ok_or(AppError::NotFound)?;
    let stated: Facts = serde_json::from_value(record.facts).map_err(AppError::BadRequest)?;
    let known = Known::of_intake(source, &record.intake)?;
    let facts = claim(&Said::by_intake(&record.intake, &stated), &known).facts;
    let decided = nightbench_store::identity::newest(source, id)?;
    let given = Given::load(app, source, id)?;
    let has_consent = given.granted.consent.as_ref().is_some_and(|(is_yes, _)| *is_yes)
        || facts.return_consent.as_ref().and_then(Answer::known) == Some(&true);
    let of = |remedy| given.of(remedy);
    let is_free = |grant: Grant| grant.is_granted && grant.has_evidence && has_consent;
    let resolved = resolution::of_ticket(source, id)?.into_iter().next();
    let resolution = resolved.as_ref().and_then(|resolved| resolved.resolution);
    let (is_granted, has_evidence) = match resolution.and_then(remedy_of) {
        Some(Remedy::FreeRepair) => (is_free(of(Remedy::FreeRepair)), true),
        Some(remedy) => (of(remedy).is_granted, of(remedy).has_evidence),
        None => (true, true),
    };
    let disposed = disposition::of_ticket(source, id)?.into_iter().next();
    let agreement = quote::agreement(source, id, app.today_of(source)?)?;
    let finds = |finding: Finding| {
        facts.findings.as_ref().and_then(Answer::known).is_some_and(|found| found.contains(&finding))
    };
    Ok(Standing {
        is_second_missing: finds(Finding::AgainstManual)
            && diagnosis::newest(source, id)?.is_none_or(|newest| newest.second.is_empty()),
        is_soak_missing: finds(Finding::OperatesNormally) && !findings::is_soaked(source, id)?,
        is_locked: identity::lock(&record.intake.serial, &facts, decided.as_ref()).is_some(),
        has_consent,
        has_free_work: is_free(of(Remedy::FreeRepair)),
        has_paid_work: agreement.has_paid_work
            || given
                .verdict
                .as_ref()
                .is_some_and(|verdict| verdict.outside_policy || of(Remedy::PaidRepair).is_granted),
        is_charge_agreed: agreement.is_charge_agreed,
        is_quote_out: agreement.is_quote_out,
        is_our_work_open: decision::our_work_open(source, id)?,
        resolution,
        is_granted,
        has_evidence,
        has_choice: resolved.as_ref().is_some_and(has_choice),
        is_test_passed: diagnosis::test_passed_since_repair(source, id)?,
        is_payment_open: payment::is_open(source, id)?,
        has_disposition: resolution.is_some_and(Resolution::gives_the_unit_back)
            || disposed.is_some_and(|disposed| disposed.disposition.is_some()),
        open_decisions: decision::open_count(source, id)?,
    })
}

/// What comes next in each work order, with the gate that is shut before it: what a list says from status and resolution
/// alone, asked of everything on record.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn with_next(app: &App, mut row: TicketRow) -> Result<TicketRow, AppError> {
    // What others have to do has no gate.
    if row.next.is_some_and(|next| !matches!(next.mover, Mover::Customer | Mover::Supplier)) {
        row.next = Next::of(row.status, &standing(app, &app.store, row.id)?);
    }
    Ok(row)
}

/// The remedy a resolution gives; none for a unit that goes back as it came or without a fault.
pub(crate) const fn remedy_of(resolution: Resolution) -> Option<Remedy> {
    match resolution {
        Resolution::FreeRepair => Some(Remedy::FreeRepair),
        Resolution::PaidRepair => Some(Remedy::PaidRepair),
        Resolution::Exchange => Some(Remedy::Exchange),
        Resolution::Refund => Some(Remedy::Refund),
        Resolution::NoFaultFound | Resolution::ReturnUnrepaired => None,
    }
}

/// The customer chose; or the company refuses what came without its consent, and there is nothing to choose (3.3).
fn has_choice(resolved: &Resolved) -> bool {
    resolved.choice.is_some() || resolved.reason == Some(UnrepairedReason::WithoutConsent)
}

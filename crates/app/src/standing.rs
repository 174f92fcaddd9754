//! What stands on record of a ticket as far as the gates ask for it (`domain::gate`): put together from the intake, the
//! newest verdict and what people decided. Nothing is decided here. Called by ticket_event.rs and work.rs.

use crate::claim::{Said, claim};
use crate::error::AppError;
use crate::identity;
use crate::known::Known;
use crate::payment;
use nightbench_domain::claim::Remedy;
use nightbench_domain::decision::Excuse;
use nightbench_domain::gate::Standing;
use nightbench_domain::id::TicketId;
use nightbench_domain::resolution::{Resolution, UnrepairedReason};
use nightbench_eligibility::facts::{Answer, Facts};
use nightbench_eligibility::verdict::{Need, Outcome, Verdict};
use nightbench_store::decision::Granted;
use nightbench_store::resolution::Resolved;
use nightbench_store::{Source, decision, diagnosis, disposition, intake, quote, resolution, verdict};

/// How a remedy stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Grant {
    /// The verdict grants it but for consent and evidence, or a person does.
    is_granted: bool,
    /// The evidence its clause asks for is here or excused.
    has_evidence: bool,
}

/// What the gates of a ticket stand on now.
///
/// # Errors
/// `NotFound` without such a ticket; when the store cannot be read.
pub(crate) fn standing(source: &impl Source, id: TicketId) -> Result<Standing, AppError> {
    let record = intake::by_id(source, id)?.ok_or(AppError::NotFound)?;
    let stated: Facts = serde_json::from_value(record.facts).map_err(AppError::BadRequest)?;
    let known = Known::of_intake(source, &record.intake)?;
    let facts = claim(&Said::by_intake(&record.intake, &stated), &known).facts;
    let decided = nightbench_store::identity::newest(source, id)?;
    let verdict = newest_verdict(source, id)?;
    let granted = decision::granted(source, id)?;
    let has_consent =
        granted.consent == Some(true) || facts.return_consent.as_ref().and_then(Answer::known) == Some(&true);
    let of = |remedy| verdict.as_ref().map_or(NOTHING, |verdict| grant(verdict, remedy, &granted));
    let is_free = |grant: Grant| grant.is_granted && grant.has_evidence && has_consent;
    let resolved = resolution::of_ticket(source, id)?.into_iter().next();
    let resolution = resolved.as_ref().and_then(|resolved| resolved.resolution);
    let (is_granted, has_evidence) = match resolution.and_then(remedy_of) {
        Some(Remedy::FreeRepair) => (is_free(of(Remedy::FreeRepair)), true),
        Some(remedy) => (of(remedy).is_granted, of(remedy).has_evidence),
        None => (true, true),
    };
    let disposed = disposition::of_ticket(source, id)?.into_iter().next();
    let agreement = quote::agreement(source, id)?;
    Ok(Standing {
        is_locked: identity::lock(&record.intake.serial, &facts, decided.as_ref()).is_some(),
        has_consent,
        has_free_work: is_free(of(Remedy::FreeRepair)),
        has_paid_work: agreement.has_paid_work
            || verdict
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

/// Whether a resolution is granted: by the newest verdict but for consent and evidence, or by a person.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn is_granted(source: &impl Source, id: TicketId, remedy: Remedy) -> Result<bool, AppError> {
    let (verdict, granted) = (newest_verdict(source, id)?, decision::granted(source, id)?);
    Ok(verdict.is_some_and(|verdict| grant(&verdict, remedy, &granted).is_granted))
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

const NOTHING: Grant = Grant { is_granted: false, has_evidence: false };

fn newest_verdict(source: &impl Source, id: TicketId) -> Result<Option<Verdict>, AppError> {
    let saved = verdict::newest(source, id)?;
    saved.map(|saved| serde_json::from_value(saved.verdict)).transpose().map_err(AppError::BadRequest)
}

/// Consent has a gate of its own and missing evidence another, so that what is missing is named.
fn grant(verdict: &Verdict, remedy: Remedy, granted: &Granted) -> Grant {
    let answer = verdict.remedies.of(remedy);
    let lacks_only_evidence =
        answer.needs.iter().all(|need| excused_by(*need).is_some() || *need == Need::Consent);
    let is_granted = match answer.outcome {
        Outcome::Granted => true,
        Outcome::Needs => lacks_only_evidence,
        Outcome::Denied => false,
    };
    let is_missing = |need: &Need| excused_by(*need).is_some_and(|excuse| !granted.excused.contains(&excuse));
    let is_given = granted.remedies.contains(&remedy);
    let has_evidence = !answer.needs.iter().any(is_missing);
    Grant { is_granted: is_granted || is_given, has_evidence: has_evidence || is_given }
}

/// The waiver that stands in for what the customer does not bring, papers and accessories; none for other needs.
const fn excused_by(need: Need) -> Option<Excuse> {
    match need {
        Need::Accessories => Some(Excuse::Accessories),
        Need::PurchaseProof => Some(Excuse::PurchaseProof),
        Need::WarrantyCertificate => Some(Excuse::WarrantyCertificate),
        Need::AuthorisedSource
        | Need::ClaimObject
        | Need::Consent
        | Need::ConsumableDefect
        | Need::Contract
        | Need::Dates
        | Need::Diagnosis
        | Need::ProductClass
        | Need::PurchaseDate
        | Need::Review
        | Need::SaleKind
        | Need::SerialLabel
        | Need::SerialMatch => None,
    }
}

/// The customer chose; or the company refuses what came without its consent, and there is nothing to choose (3.3).
fn has_choice(resolved: &Resolved) -> bool {
    resolved.choice.is_some() || resolved.reason == Some(UnrepairedReason::WithoutConsent)
}

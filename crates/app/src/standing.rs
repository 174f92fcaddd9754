//! What stands on record of a ticket as far as the gates ask for it (`domain::gate`): put together from the intake, the
//! newest verdict and what people decided. Nothing is decided here. Called by ticket_event.rs and work.rs.

use crate::claim::{Said, claim};
use crate::error::AppError;
use crate::identity;
use crate::known::Known;
use nightbench_domain::claim::Remedy;
use nightbench_domain::gate::Standing;
use nightbench_domain::id::TicketId;
use nightbench_domain::resolution::{Resolution, UnrepairedReason};
use nightbench_eligibility::facts::{Answer, Facts};
use nightbench_eligibility::verdict::{Need, Outcome, Verdict};
use nightbench_store::resolution::Resolved;
use nightbench_store::{Source, diagnosis, disposition, intake, quote, resolution, verdict};

/// What people granted beyond the verdict.
#[derive(Debug, Clone, Copy, Default)]
struct Granted {
    /// The remedies are given though the verdict does not grant them (goodwill, exception).
    any_remedy: bool,
    /// Missing evidence is excused (waiver).
    evidence: bool,
    /// The company consents to the return.
    consent: bool,
}

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
    // Waivers, goodwill, exceptions and consents of people.
    let granted = Granted::default();
    let has_consent = granted.consent || facts.return_consent.as_ref().and_then(Answer::known) == Some(&true);
    let of = |remedy| verdict.as_ref().map_or(NOTHING, |verdict| grant(verdict, remedy, granted));
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
        is_our_work_open: false,
        resolution,
        is_granted,
        has_evidence,
        has_choice: resolved.as_ref().is_some_and(has_choice),
        is_test_passed: diagnosis::test_passed_since_repair(source, id)?,
        is_payment_open: false,
        has_disposition: resolution.is_some_and(Resolution::gives_the_unit_back)
            || disposed.is_some_and(|disposed| disposed.disposition.is_some()),
        open_decisions: 0,
    })
}

/// Whether a resolution is granted: by the newest verdict but for consent and evidence, or by a person.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn is_granted(source: &impl Source, id: TicketId, remedy: Remedy) -> Result<bool, AppError> {
    let verdict = newest_verdict(source, id)?;
    Ok(verdict.is_some_and(|verdict| grant(&verdict, remedy, Granted::default()).is_granted))
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
fn grant(verdict: &Verdict, remedy: Remedy, granted: Granted) -> Grant {
    let answer = verdict.remedies.of(remedy);
    let lacks_only_evidence = answer.needs.iter().all(|need| is_evidence(*need) || *need == Need::Consent);
    let is_granted = match answer.outcome {
        Outcome::Granted => true,
        Outcome::Needs => lacks_only_evidence,
        Outcome::Denied => false,
    };
    let has_evidence = !answer.needs.iter().any(|need| is_evidence(*need));
    Grant {
        is_granted: is_granted || granted.any_remedy,
        has_evidence: has_evidence || granted.evidence || granted.any_remedy,
    }
}

/// What the customer brings: papers and accessories.
const fn is_evidence(need: Need) -> bool {
    match need {
        Need::Accessories | Need::PurchaseProof | Need::WarrantyCertificate => true,
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
        | Need::SerialMatch => false,
    }
}

/// The customer chose; or the company refuses what came without its consent, and there is nothing to choose (3.3).
fn has_choice(resolved: &Resolved) -> bool {
    resolved.choice.is_some() || resolved.reason == Some(UnrepairedReason::WithoutConsent)
}

//! The decision letter of a work order: whether it may go out yet, and what stands on it. It speaks of the newest recorded
//! verdict with what people decided beside it; what is open is said to be open, and a denial that turns on a reading
//! nobody answers for is no letter before a person decided. Called by ticket_paper.rs, and by decision/ for the question.

use crate::claim::{Derived, FactSource};
use crate::error::AppError;
use crate::given::Given;
use crate::identity;
use crate::standing::standing;
use crate::station::App;
use crate::verdict::{self, Assessment};
use nightbench_domain::claim::Remedy;
use nightbench_domain::code;
use nightbench_domain::gate::shown;
use nightbench_eligibility::facts::Facts;
use nightbench_eligibility::letter::LetterRefusal;
use nightbench_eligibility::verdict::{FactName, Outcome, Verdict};
use nightbench_forms::centre::{Bilingual, Printed, ServiceCentre};
use nightbench_forms::decision::{DecisionLetter, PersonsDecision};
use nightbench_locale::{Language, say};
use nightbench_store::decision::GivenBy;
use nightbench_store::intake::IntakeRecord;

/// The remedies a letter decides on; a paid repair is offered, not granted.
const RIGHTS: [Remedy; 3] = [Remedy::Refund, Remedy::Exchange, Remedy::FreeRepair];

/// Fills the letter of a work order.
///
/// # Errors
/// `LetterProvisional` while a denial waits for a person, `LetterOpen` while nothing is decided, `LetterOutdated` when the
/// rules say something else today than in the newest recorded verdict, `IdentityLocked`, `Gate` where what speaks against
/// the customer is not shown (5.5, 5.9).
pub(crate) fn fill(
    app: &App,
    record: IntakeRecord,
    centre: ServiceCentre,
    printed: Printed,
) -> Result<DecisionLetter, AppError> {
    let stated: Facts = serde_json::from_value(record.facts.clone()).map_err(AppError::BadRequest)?;
    let today = verdict::assess_intake(app, &record.intake, &stated)?;
    let decided = nightbench_store::identity::newest(&app.store, record.id)?;
    if identity::lock(&record.intake.serial, &today.facts, decided.as_ref()).is_some() {
        return Err(AppError::IdentityLocked);
    }
    let given = Given::load(app, &app.store, record.id)?;
    shown(&standing(app, &app.store, record.id)?)?;
    let Assessment { facts, verdict, explanation, derived, .. } = today;
    if given.verdict.as_ref().is_none_or(|recorded| !is_same(recorded, &verdict)) {
        return Err(AppError::LetterOutdated);
    }
    let by_people = by_people(app, &given)?;
    refuse(app, &facts, &verdict, &given, &by_people)?;
    let sources = derived.iter().filter_map(|one| source(app, one).transpose()).collect::<Result<_, _>>()?;
    Ok(DecisionLetter {
        rma: record.rma,
        centre,
        intake: record.intake,
        facts,
        sources,
        verdict,
        explanation,
        by_people,
        printed,
    })
}

/// Whether two verdicts say the same of the rights.
fn is_same(recorded: &Verdict, today: &Verdict) -> bool {
    RIGHTS.into_iter().all(|remedy| {
        let (one, other) = (recorded.remedies.of(remedy), today.remedies.of(remedy));
        (one.outcome, one.last_day, &one.needs) == (other.outcome, other.last_day, &other.needs)
    })
}

fn refuse(
    app: &App,
    facts: &Facts,
    verdict: &Verdict,
    given: &Given,
    by_people: &[PersonsDecision],
) -> Result<(), AppError> {
    let is_open = |remedy: &Remedy| verdict.remedies.of(*remedy).outcome == Outcome::Needs;
    let is_persons = |remedy: &Remedy| by_people.iter().any(|decision| decision.remedy == *remedy);
    // What is open stands on the letter as open; what the letter decides is the rest.
    let about: Vec<Remedy> =
        RIGHTS.into_iter().filter(|remedy| !is_open(remedy) || is_persons(remedy)).collect();
    if about.is_empty() {
        return Err(AppError::LetterOpen);
    }
    let persons = RIGHTS.into_iter().filter(is_persons);
    let decided: Vec<Remedy> = persons.chain(given.granted.looked_at.keys().copied()).collect();
    match refusal(app, facts, verdict, &about, &decided) {
        None => Ok(()),
        Some(LetterRefusal::Open(_)) => Err(AppError::LetterOpen),
        Some(LetterRefusal::Provisional(remedies)) => {
            Err(AppError::LetterProvisional { readings: readings(app, facts, verdict, &remedies) })
        }
    }
}

fn refusal(
    app: &App,
    facts: &Facts,
    verdict: &Verdict,
    about: &[Remedy],
    decided: &[Remedy],
) -> Option<LetterRefusal> {
    let packs = app.packs();
    verdict.decision_letter_refusal((packs.of(facts), &*app.law_calendar(), facts), about, decided)
}

/// The denials of a verdict that are no letter before a person decided, the provisional ones among them.
pub(crate) fn waiting(app: &App, facts: &Facts, verdict: &Verdict) -> Vec<Remedy> {
    let is_denied = |remedy: &Remedy| verdict.remedies.of(*remedy).outcome == Outcome::Denied;
    let denied: Vec<Remedy> = RIGHTS.into_iter().filter(is_denied).collect();
    match refusal(app, facts, verdict, &denied, &[]) {
        Some(LetterRefusal::Provisional(remedies)) => remedies,
        Some(LetterRefusal::Open(_)) | None => Vec::new(),
    }
}

/// The readings that wait for a person and that these denials turn on; where none alone turns one, all that wait.
fn readings(app: &App, facts: &Facts, verdict: &Verdict, remedies: &[Remedy]) -> Vec<u8> {
    let packs = app.packs();
    let waiting = packs.of(facts).readings().iter().filter(|entry| entry.needs_a_person());
    let waiting: Vec<u8> = waiting.map(|entry| entry.reading.number()).collect();
    let turns =
        |number: &&u8| remedies.iter().any(|remedy| verdict.remedies.of(*remedy).readings.contains(number));
    let turning: Vec<u8> = waiting.iter().filter(turns).copied().collect();
    if turning.is_empty() { waiting } else { turning }
}

/// What people decided on the rights: given beside the verdict, not given where it leaves them to a person, or looked at
/// and left denied.
fn by_people(app: &App, given: &Given) -> Result<Vec<PersonsDecision>, AppError> {
    let decision = |remedy: Remedy, is_granted: bool, by: &GivenBy| -> Result<PersonsDecision, AppError> {
        Ok(PersonsDecision {
            remedy,
            is_granted,
            kind: by.kind,
            clause: by.clause.clone(),
            name: by.name.clone(),
            on: app.day_of(by.at)?,
        })
    };
    let granted = given.remedies();
    let mut all = Vec::new();
    for remedy in RIGHTS {
        let denied = given.granted.looked_at.get(&remedy).or_else(|| given.granted.refused.get(&remedy));
        if let Some(one) = granted.iter().find(|one| one.remedy == remedy) {
            all.push(decision(remedy, true, &one.by)?);
        } else if let Some(by) = denied.filter(|_| !given.is_granted_by_verdict(remedy)) {
            all.push(decision(remedy, false, by)?);
        }
    }
    Ok(all)
}

/// Where a fact that nobody stated was taken from, in words; none where the fact has no name here.
fn source(app: &App, derived: &Derived) -> Result<Option<(FactName, Bilingual)>, AppError> {
    let Some(name) = FactName::ALL.into_iter().find(|name| name.code() == derived.fact) else {
        return Ok(None);
    };
    let at = derived.as_of.map(|at| app.day_of(at)).transpose()?;
    let id = match (derived.source, at) {
        (
            FactSource::Register
            | FactSource::Model
            | FactSource::Dealer
            | FactSource::Contract
            | FactSource::LoanRegister
            | FactSource::StandingConsent,
            Some(_),
        ) => format!("fact_source-by-{}", code(&derived.source)),
        (
            FactSource::Model
            | FactSource::Dealer
            | FactSource::Contract
            | FactSource::LoanRegister
            | FactSource::StandingConsent,
            None,
        ) => "fact_source-register".to_owned(),
        (
            FactSource::Register
            | FactSource::Intake
            | FactSource::Receipt
            | FactSource::Counter
            | FactSource::Authorisation
            | FactSource::Unannounced
            | FactSource::Label
            | FactSource::Exchange
            | FactSource::Ledger,
            _,
        ) => format!("fact_source-{}", code(&derived.source)),
    };
    let at = at.map(|at| at.to_string()).unwrap_or_default();
    let text =
        |language| say(language, &id, &[("by", derived.by.as_str().into()), ("at", at.as_str().into())]);
    Ok(Some((name, Bilingual::new(text(Language::ZhCn), text(Language::En)))))
}

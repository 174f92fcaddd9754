//! What is wrong with a unit: recorded line by line, put into the facts of the claim, and judged anew; the earlier verdict
//! stays. A fault whose cause is not shown leaves the claim undiagnosed and asks the adjudicator. That the unit was used
//! against its manual takes a second person (5.9), that there is no fault a soak that ended without one (5.5).

use crate::bench_catalogue;
use crate::bench_sheet::{self, BenchSheetRow};
use crate::claim::{self, Said};
use crate::commands::Written;
use crate::conflicts::conflicts;
use crate::decision::{self, Question};
use crate::error::AppError;
use crate::identity;
use crate::known::Known;
use crate::repeat::{self, Repeats};
use crate::session::SecondPerson;
use crate::station::App;
use crate::ticket::{self, TicketLife, TicketRef};
use crate::verdict;
use nightbench_domain::bench_sheet::{SheetKind, SheetResult};
use nightbench_domain::claim::Finding;
use nightbench_domain::decision::DecisionKind;
use nightbench_domain::diagnosis::{Conclusion, DiagnosisProblem, DiagnosisReason, FaultLine};
use nightbench_domain::id::{DiagnosisId, TicketId};
use nightbench_domain::intake::Intake;
use nightbench_domain::ticket::{Refusal, Status};
use nightbench_eligibility::facts::Facts;
use nightbench_store::diagnosis::{self as store, DiagnosisRecord};
use nightbench_store::intake::{self, IntakeRecord, Statement, Why};
use nightbench_store::{Source, Tx};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What was found out about the unit of a work order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Diagnosis {
    /// Every diagnosis, newest first; the newest counts.
    pub records: Vec<DiagnosisRecord>,
    /// Every sheet of the test bench, newest first, those that were corrected included.
    pub sheets: Vec<BenchSheetRow>,
    /// Whether the newest final test since the last repair began was passed (3.1).
    pub is_test_passed: bool,
    /// How soon the unit came back, and what its batch suffers from.
    pub repeats: Repeats,
}

/// The request of `diagnosis_record`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DiagnosisRequest {
    /// The work order.
    pub id: TicketId,
    /// What is wrong, or that nothing is; all of it, also what an earlier diagnosis said.
    pub lines: Vec<FaultLine>,
    /// The second person, who must be there when the unit was used against its manual (5.9).
    #[serde(default)]
    pub second: Option<SecondPerson>,
}

/// Everything that was found out about the unit of an intake.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn of(app: &App, id: TicketId, intake: &Intake) -> Result<Diagnosis, AppError> {
    Ok(Diagnosis {
        records: store::of_ticket(&app.store, id)?,
        sheets: bench_sheet::rows(&app.store, id)?,
        is_test_passed: store::test_passed_since_repair(&app.store, id)?,
        repeats: repeat::of(app, &app.store, &intake.serial, &intake.model, Some(id), intake.received_on)?,
    })
}

pub(crate) fn record(app: &App, request: DiagnosisRequest) -> Result<Written<TicketLife>, AppError> {
    let DiagnosisRequest { id, lines, second } = request;
    let lines: Vec<FaultLine> = lines.into_iter().map(trimmed).collect();
    let conclusion =
        bench_catalogue::fault_lists(&app.store)?.conclude(&lines).map_err(AppError::Diagnosis)?;
    if conclusion.has(Finding::OperatesNormally) {
        soaked(&app.store, id, &lines)?;
    }
    let second = if conclusion.has(Finding::AgainstManual) {
        app.second_person(second.as_ref())?
    } else {
        String::new()
    };
    let diagnosis = DiagnosisRecord {
        id: DiagnosisId::new(app.ports.ids.uuid()),
        ticket: id,
        lines,
        is_cause_open: conclusion.is_cause_open(),
        second,
        made_by: app.actor()?,
        made_on: app.today()?,
        made_at: app.now_ms(),
    };
    let written = app.write(|tx| {
        let before = intake::by_id(tx, id)?.ok_or(AppError::NotFound)?;
        refuse_ended(tx, id)?;
        store::record(tx, &diagnosis)?;
        assess_anew(app, tx, &before, &conclusion)?;
        if diagnosis.is_cause_open && !before.intake.owned_by_us {
            decision::ask(app, tx, Question::of(id, DecisionKind::Cause, ""))?;
        }
        Ok(())
    })?;
    Ok(Written { value: ticket::get(app, TicketRef { id })?, changes: written.changes })
}

/// The facts of the claim say what was established from now on, and a verdict on them stands beside the earlier ones.
fn assess_anew(
    app: &App,
    tx: &Tx<'_>,
    before: &IntakeRecord,
    conclusion: &Conclusion,
) -> Result<(), AppError> {
    let mut facts: Facts = serde_json::from_value(before.facts.clone()).map_err(AppError::BadRequest)?;
    facts.findings = conclusion.findings.clone().map(Into::into);
    facts.consumable_defect = conclusion.consumable_defect.map(Into::into);
    identity::refuse_locked(tx, before, &facts)?;
    let known = Known::of_intake(tx, &before.intake)?;
    let said = Said::by_intake(&before.intake, &facts);
    let conflicts = conflicts(&said, &before.intake.model, &known);
    let stated = serde_json::to_value(&facts).map_err(AppError::BadRequest)?;
    let statement = Statement { facts: &stated, conflicts: &conflicts, ..before.statement() };
    intake::amend(tx, before.id, &statement, &Why::default())?;
    verdict::keep(app, tx, before.id, &claim::claim(&said, &known).facts)?;
    Ok(())
}

/// Whether the newest soak of a work order ended without a fault. One that was corrected counts no more.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn is_soaked(source: &impl Source, ticket: TicketId) -> Result<bool, AppError> {
    let sheets = nightbench_store::bench_sheet::of_ticket(source, ticket)?;
    let mut counting = sheets.iter().filter(|sheet| sheet.replaced_by.is_none());
    let newest = counting.find(|sheet| sheet.kind == SheetKind::Soak);
    Ok(newest.is_some_and(|sheet| sheet.result == SheetResult::Passed))
}

/// That nothing is wrong is shown by a unit that ran for hours without a fault (5.5).
fn soaked(source: &impl Source, ticket: TicketId, lines: &[FaultLine]) -> Result<(), AppError> {
    if is_soaked(source, ticket)? {
        return Ok(());
    }
    let is_nff = |line: &FaultLine| line.cause.is_empty();
    Err(AppError::Diagnosis(vec![DiagnosisProblem {
        line: lines.iter().position(is_nff).unwrap_or_default(),
        field: "fault".to_owned(),
        reason: DiagnosisReason::SoakNeeded,
    }]))
}

/// What was handed over, closed or received by mistake is not diagnosed any more.
fn refuse_ended(tx: &Tx<'_>, id: TicketId) -> Result<(), AppError> {
    let row = nightbench_store::ticket::by_id(tx, id)?.ok_or(AppError::NotFound)?;
    match row.status {
        Status::Returned => Err(Refusal::HandedOver.into()),
        Status::Closed => Err(Refusal::Closed.into()),
        Status::Cancelled => Err(Refusal::Cancelled.into()),
        Status::ToBeDiagnosed
        | Status::UnderDiagnosis
        | Status::AwaitingDocuments
        | Status::AwaitingAgreement
        | Status::AwaitingParts
        | Status::InRepair
        | Status::InTest
        | Status::Away
        | Status::Ready
        | Status::Unclaimed
        | Status::OnHold => Ok(()),
    }
}

fn trimmed(line: FaultLine) -> FaultLine {
    let trim = |text: String| text.trim().to_owned();
    FaultLine {
        symptom: trim(line.symptom),
        fault: trim(line.fault),
        cause: trim(line.cause),
        action: trim(line.action),
        position: trim(line.position),
        note: trim(line.note),
    }
}

//! What stands on the report of the test bench, and what of it stands in short on the delivery note: filled from the sheets
//! that count and the newest diagnosis. What it looks like is in `forms/report.typ`; called by ticket_paper.rs and
//! delivery_note.rs.

use crate::bench_catalogue;
use crate::error::AppError;
use crate::station::App;
use nightbench_domain::bench_sheet::{Measured, SheetKind};
use nightbench_domain::diagnosis::FaultLine;
use nightbench_domain::fault_list::ListEntry;
use nightbench_domain::id::TicketId;
use nightbench_domain::measure::Judgement;
use nightbench_forms::centre::{Bilingual, Printed, ServiceCentre};
use nightbench_forms::report::{BenchReport, ReportFinding, ReportSheet};
use nightbench_store::attachment::{self, Attachment, Owner};
use nightbench_store::bench_sheet::{self as sheets, BenchSheet};
use nightbench_store::diagnosis;
use nightbench_store::intake::IntakeRecord;

/// Fills the report of a work order.
///
/// # Errors
/// `NoBenchReport` while nothing was measured and nothing diagnosed.
pub(crate) fn fill(
    app: &App,
    record: IntakeRecord,
    centre: ServiceCentre,
    printed: Printed,
) -> Result<BenchReport, AppError> {
    let photos = attachment::of(&app.store, Owner::Ticket(record.id))?;
    let mut counting = counting(app, record.id)?;
    counting.sort_by_key(|sheet| (sheet.kind, sheet.made_at));
    let findings: Vec<ReportFinding> =
        said(app, record.id)?.into_iter().map(|(said, note)| ReportFinding { said, note }).collect();
    if counting.is_empty() && findings.is_empty() {
        return Err(AppError::NoBenchReport);
    }
    Ok(BenchReport {
        rma: record.rma,
        centre,
        model: record.intake.model,
        serial: record.intake.serial,
        sheets: counting.into_iter().map(|sheet| report_sheet(sheet, &photos)).collect(),
        findings,
        printed,
    })
}

/// What was found and done, one thing a line.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn work(app: &App, ticket: TicketId) -> Result<Vec<Bilingual>, AppError> {
    let joined = |(said, note): (Vec<Bilingual>, String)| {
        let line = |pick: fn(&Bilingual) -> &str| {
            let words = said.iter().map(pick).chain((!note.is_empty()).then_some(note.as_str()));
            words.collect::<Vec<_>>().join(" · ")
        };
        Bilingual::new(line(|name| &name.zh), line(|name| &name.en))
    };
    Ok(said(app, ticket)?.into_iter().map(joined).collect())
}

/// The values of the newest test before the return.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn tested(app: &App, ticket: TicketId) -> Result<Vec<Measured>, AppError> {
    let newest = counting(app, ticket)?.into_iter().find(|sheet| sheet.kind == SheetKind::FinalTest);
    Ok(newest.map(|sheet| measured(sheet.lines)).unwrap_or_default())
}

/// The sheets nobody corrected, newest first.
fn counting(app: &App, ticket: TicketId) -> Result<Vec<BenchSheet>, AppError> {
    let mut all = sheets::of_ticket(&app.store, ticket)?;
    all.retain(|sheet| sheet.replaced_by.is_none());
    Ok(all)
}

fn measured(lines: Vec<Measured>) -> Vec<Measured> {
    lines.into_iter().filter(|line| line.judgement != Judgement::NotMeasured).collect()
}

fn report_sheet(sheet: BenchSheet, photos: &[Attachment]) -> ReportSheet {
    let around = sheet.around;
    let name = |id| photos.iter().find(|photo| photo.id == id).map(|photo| photo.name.clone());
    ReportSheet {
        kind: sheet.kind,
        result: sheet.result,
        made_on: sheet.made_on,
        made_by: sheet.made_by,
        lines: measured(sheet.lines),
        instruments: around.instruments,
        celsius: around.ambient.celsius,
        humidity: around.ambient.humidity,
        soak: around.soak,
        frames: around
            .frames
            .into_iter()
            .map(|frame| (frame.moment, name(frame.attachment).unwrap_or_default()))
            .collect(),
        note: around.note,
    }
}

/// The lines of the newest diagnosis: their names, and the technician's own words.
fn said(app: &App, ticket: TicketId) -> Result<Vec<(Vec<Bilingual>, String)>, AppError> {
    let lists = bench_catalogue::fault_lists(&app.store)?;
    let of_line = |line: FaultLine| {
        let named = [
            (&lists.symptom, &line.symptom),
            (&lists.fault, &line.fault),
            (&lists.cause, &line.cause),
            (&lists.action, &line.action),
            (&lists.position, &line.position),
        ];
        let said = named.into_iter().filter_map(|(list, code)| name(list, code)).collect();
        (said, line.note)
    };
    let newest = diagnosis::newest(&app.store, ticket)?;
    Ok(newest.map(|record| record.lines.into_iter().map(of_line).collect()).unwrap_or_default())
}

/// A code that the lists of this program do not know any more stands as it is.
fn name(list: &[ListEntry], code: &str) -> Option<Bilingual> {
    if code.is_empty() {
        return None;
    }
    let known = list.iter().find(|entry| entry.code == code);
    Some(known.map_or_else(
        || Bilingual::new(code, code),
        |entry| Bilingual::new(entry.zh.clone(), entry.en.clone()),
    ))
}

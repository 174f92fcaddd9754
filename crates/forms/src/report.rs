//! The report of the test bench: what a unit measured against its standards, with which instruments, and what was found
//! wrong. It says what was seen; what follows for the customer stands on other papers. Its looks are in
//! `forms/report.typ`.

use chrono::NaiveDate;
use nightbench_domain::bench_sheet::{FrameMoment, Instrument, Measured, SheetKind, SheetResult, Soak};
use nightbench_domain::code;
use nightbench_domain::measure::{Judgement, LimitKind};
use nightbench_domain::rma::RmaNumber;
use nightbench_domain::serial::SerialNumber;
use serde_json::{Value, json};

use crate::FormError;
use crate::application::{merge, rma_json, sheet};
use crate::centre::{Bilingual, Printed, ServiceCentre};
use crate::form::FormLanguage;
use crate::words::{both, for_print};

/// A report of the test bench.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BenchReport {
    /// The number of the work order.
    pub rma: RmaNumber,
    /// Who measured.
    pub centre: ServiceCentre,
    /// The model.
    pub model: String,
    /// The serial.
    pub serial: SerialNumber,
    /// The sheets that count, in the order of the journey.
    pub sheets: Vec<ReportSheet>,
    /// What is wrong, line by line; empty while it is not diagnosed.
    pub findings: Vec<ReportFinding>,
    /// When and where it is printed.
    pub printed: Printed,
}

/// A sheet as it stands on a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportSheet {
    /// Why the unit was measured.
    pub kind: SheetKind,
    /// What it shows as a whole.
    pub result: SheetResult,
    /// On which day.
    pub made_on: NaiveDate,
    /// By whom.
    pub made_by: String,
    /// What was measured; what was not is left out.
    pub lines: Vec<Measured>,
    /// With what.
    pub instruments: Vec<Instrument>,
    /// The air around the bench in degrees Celsius, or empty.
    pub celsius: String,
    /// Its relative humidity in per cent, or empty.
    pub humidity: String,
    /// How long it ran; of a soak only.
    pub soak: Option<Soak>,
    /// The pictures the unit made, by name.
    pub frames: Vec<(FrameMoment, String)>,
    /// Anything else, or empty.
    pub note: String,
}

/// A line of the diagnosis as it stands on a report: names, each in both languages, of what was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportFinding {
    /// Symptom, fault, cause, action, position, in this order, as far as they were said.
    pub said: Vec<Bilingual>,
    /// In the technician's own words, or empty.
    pub note: String,
}

impl BenchReport {
    /// The content as `report.typ` reads it.
    pub(crate) fn content(&self, language: FormLanguage) -> Result<Value, FormError> {
        let mut content = sheet(language, &self.centre, &self.printed, "none");
        merge(
            &mut content,
            json!({
                "rma": rma_json(&self.rma)?,
                "model": for_print(&self.model),
                "serial": for_print(self.serial.as_str()),
                "sheets": self.sheets.iter().map(ReportSheet::to_json).collect::<Vec<_>>(),
                "findings": self.findings.iter().map(ReportFinding::to_json).collect::<Vec<_>>(),
            }),
        );
        Ok(content)
    }
}

impl ReportSheet {
    fn ambient(&self) -> Option<Value> {
        let or_dash = |text: &str| if text.is_empty() { "—".to_owned() } else { for_print(text) };
        let values =
            [("celsius", or_dash(&self.celsius).into()), ("humidity", or_dash(&self.humidity).into())];
        let is_known = !self.celsius.is_empty() || !self.humidity.is_empty();
        is_known.then(|| both("paper-report-ambient", &values))
    }

    fn to_json(&self) -> Value {
        let instrument = |one: &Instrument| {
            let due = one.calibration_due.map(|due| due.to_string()).unwrap_or_default();
            let expired = one.is_expired_on(self.made_on);
            let id = if expired { "paper-report-instrument-expired" } else { "paper-report-instrument" };
            both(
                id,
                &[
                    ("name", for_print(&one.name).into()),
                    ("serial", for_print(&one.serial).into()),
                    ("due", if due.is_empty() { "—".into() } else { due.into() }),
                ],
            )
        };
        let head = [("date", self.made_on.to_string().into()), ("who", for_print(&self.made_by).into())];
        json!({
            "kind": both(&format!("sheet_kind-{}", code(&self.kind)), &[]),
            "result": both(&format!("sheet_result-{}", code(&self.result)), &[]),
            "passed": self.result == SheetResult::Passed,
            "head": both("paper-report-made", &head),
            "lines": self.lines.iter().map(line).collect::<Vec<_>>(),
            "instruments": self.instruments.iter().map(instrument).collect::<Vec<_>>(),
            "ambient": self.ambient(),
            "soak": self.soak.as_ref().map(soak),
            "frames": self.frames.iter().map(frame).collect::<Vec<_>>(),
            "note": for_print(&self.note),
        })
    }
}

fn soak(soak: &Soak) -> Value {
    let or_dash = |text: &str| if text.is_empty() { "—".to_owned() } else { for_print(text) };
    let values = [
        ("hours", or_dash(&soak.hours).into()),
        ("cycles", or_dash(&soak.cycles).into()),
        ("celsius", or_dash(&soak.celsius).into()),
    ];
    let seen = if soak.is_fault_seen { "sheet-soak-fault_seen" } else { "paper-report-soak-none" };
    json!([both("sheet-soak-line", &values), both(seen, &[])])
}

fn frame((moment, name): &(FrameMoment, String)) -> Value {
    both(&format!("paper-report-frame-{}", code(moment)), &[("name", for_print(name).into())])
}

/// A measured value as papers say it.
pub(crate) fn line(line: &Measured) -> Value {
    let asked = &line.asked;
    let standard = match (asked.limit, asked.standard.as_str()) {
        (LimitKind::YesNo, _) => both("limit-yes_no", &[]),
        (LimitKind::Max | LimitKind::Min | LimitKind::Range | LimitKind::Equal, "") => {
            both("limit-unknown", &[])
        }
        (limit, standard) => {
            both(&format!("limit-{}", code(&limit)), &[("standard", for_print(standard).into())])
        }
    };
    let value = match (asked.limit, line.value.as_str()) {
        (LimitKind::YesNo, "yes") => both("value-yes", &[]),
        (LimitKind::YesNo, "no") => both("value-no", &[]),
        (LimitKind::YesNo | LimitKind::Max | LimitKind::Min | LimitKind::Range | LimitKind::Equal, value) => {
            json!({ "zh": for_print(value), "en": for_print(value) })
        }
    };
    json!({
        "name": { "zh": for_print(&asked.zh), "en": for_print(&asked.en) },
        "unit": for_print(&asked.unit),
        "standard": standard,
        "value": value,
        "judgement": both(&format!("judgement-{}", code(&line.judgement)), &[]),
        "failed": line.judgement == Judgement::Fail,
    })
}

impl ReportFinding {
    fn to_json(&self) -> Value {
        let names = |pick: fn(&Bilingual) -> &str| {
            self.said.iter().map(|name| for_print(pick(name))).collect::<Vec<_>>().join(" · ")
        };
        json!({
            "said": { "zh": names(|name| &name.zh), "en": names(|name| &name.en) },
            "note": for_print(&self.note),
        })
    }
}

//! What is wrong with a unit, line by line from short lists, and what follows from it for the claim: the findings the
//! commitment asks for, or that the cause is still open. Not what was measured (`bench_sheet`), not what the findings
//! are worth (the `eligibility` crate).

use crate::claim::Finding;
use crate::fault_list::{FaultLists, ListEntry};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// One thing that is wrong with the unit, or that nothing is. Codes of the short lists; empty: not said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct FaultLine {
    /// What shows itself.
    pub symptom: String,
    /// What is wrong; always said.
    pub fault: String,
    /// Why; said unless the fault says it itself.
    pub cause: String,
    /// What is to be done.
    pub action: String,
    /// Where in the unit.
    pub position: String,
    /// In the technician's own words.
    pub note: String,
}

/// What follows from a diagnosis for the claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conclusion {
    /// What the technician established; `None` while a cause is open: then the claim counts as not diagnosed.
    pub findings: Option<Vec<Finding>>,
    /// Whether a defect of a consumable is proven; `None`: no consumable, or not examined.
    pub consumable_defect: Option<bool>,
}

impl Conclusion {
    /// Whether a fault is confirmed whose cause is not shown.
    #[must_use]
    pub const fn is_cause_open(&self) -> bool {
        self.findings.is_none()
    }

    /// Whether a finding is among them.
    #[must_use]
    pub fn has(&self, finding: Finding) -> bool {
        self.findings.as_ref().is_some_and(|findings| findings.contains(&finding))
    }
}

/// Why a line of a diagnosis is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[error("line {line}, {field}: {reason}")]
pub struct DiagnosisProblem {
    /// Which line, the first is 0.
    pub line: usize,
    /// Which field of it.
    pub field: String,
    /// Why.
    pub reason: DiagnosisReason,
}

/// What is wrong with a diagnosis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum DiagnosisReason {
    /// It is missing.
    #[error("it is missing")]
    Required,
    /// It is not in the list.
    #[error("it is not in the list")]
    Unknown,
    /// The entry says nothing without words beside it.
    #[error("the entry needs words beside it")]
    NoteNeeded,
    /// It is too long.
    #[error("it is too long")]
    TooLong,
    /// The fault says its cause itself.
    #[error("the fault says its cause itself")]
    NoCauseAsked,
    /// No fault was found stands beside a fault, or within specification beside a fault of the product (reading 18).
    #[error("it contradicts another line")]
    Contradiction,
    /// No soak of this work order ended without a fault (5.5).
    #[error("no soak ended without a fault")]
    SoakNeeded,
}

impl FaultLists {
    /// The most lines of a diagnosis.
    pub const LINES_MAX: usize = 20;
    /// The longest note of a line, in characters.
    pub const NOTE_CHARS_MAX: usize = 2_000;

    /// What follows from the lines.
    ///
    /// # Errors
    /// Everything that is wrong with them, in their order.
    pub fn conclude(&self, lines: &[FaultLine]) -> Result<Conclusion, Vec<DiagnosisProblem>> {
        let mut problems = Vec::new();
        let mut read = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            let mut refuse = |field: &str, reason| {
                problems.push(DiagnosisProblem { line: at, field: field.to_owned(), reason });
            };
            if at >= Self::LINES_MAX || line.note.chars().count() > Self::NOTE_CHARS_MAX {
                refuse("note", DiagnosisReason::TooLong);
            }
            for (field, code, list) in [
                ("symptom", &line.symptom, &self.symptom),
                ("action", &line.action, &self.action),
                ("position", &line.position, &self.position),
            ] {
                if let Err(reason) = entry(list, code, &line.note) {
                    refuse(field, reason);
                }
            }
            match self.meaning(line) {
                Ok(meaning) => read.push((at, meaning)),
                Err((field, reason)) => refuse(field, reason),
            }
        }
        if lines.is_empty() {
            problems.push(DiagnosisProblem {
                line: 0,
                field: "fault".to_owned(),
                reason: DiagnosisReason::Required,
            });
        }
        if problems.is_empty() {
            problems.extend(contradiction(&read));
        }
        if problems.is_empty() { Ok(concluded(read)) } else { Err(problems) }
    }

    /// What one line is for the commitment; `None` inside: its cause is open.
    fn meaning(&self, line: &FaultLine) -> Result<Meaning, (&'static str, DiagnosisReason)> {
        let fault = entry(&self.fault, &line.fault, &line.note).map_err(|reason| ("fault", reason))?;
        let fault = fault.ok_or(("fault", DiagnosisReason::Required))?;
        let cause = entry(&self.cause, &line.cause, &line.note).map_err(|reason| ("cause", reason))?;
        match (fault.finding, cause) {
            (Some(finding), None) => Ok(Meaning { finding: Some(finding), consumable_defect: None }),
            (Some(_), Some(_)) => Err(("cause", DiagnosisReason::NoCauseAsked)),
            (None, None) => Err(("cause", DiagnosisReason::Required)),
            (None, Some(cause)) => {
                Ok(Meaning { finding: cause.finding, consumable_defect: cause.consumable_defect })
            }
        }
    }
}

/// What a line is for the commitment.
#[derive(Debug, Clone, Copy)]
struct Meaning {
    /// `None`: its cause is open.
    finding: Option<Finding>,
    consumable_defect: Option<bool>,
}

impl Meaning {
    /// Whether it is a fault of the product itself; a consumable with a proven defect is one (reading 18).
    fn is_of_product(self) -> bool {
        self.finding == Some(Finding::ProductFault) || self.consumable_defect == Some(true)
    }
}

/// The entry of a code; `None` where none is said.
fn entry<'a>(
    list: &'a [ListEntry],
    code: &str,
    note: &str,
) -> Result<Option<&'a ListEntry>, DiagnosisReason> {
    if code.is_empty() {
        return Ok(None);
    }
    let chosen = list.iter().find(|entry| entry.code == code && !entry.is_retired);
    let entry = chosen.ok_or(DiagnosisReason::Unknown)?;
    if entry.needs_note && note.trim().is_empty() {
        Err(DiagnosisReason::NoteNeeded)
    } else {
        Ok(Some(entry))
    }
}

/// The line that contradicts another: no fault was found stands alone, and what is within specification does not stand
/// beside a fault of the product (reading 18).
fn contradiction(read: &[(usize, Meaning)]) -> Option<DiagnosisProblem> {
    let is = |finding: Finding| move |(_, meaning): &&(usize, Meaning)| meaning.finding == Some(finding);
    let other = |(_, meaning): &(usize, Meaning)| meaning.finding != Some(Finding::OperatesNormally);
    let alone = read.iter().find(is(Finding::OperatesNormally)).filter(|_| read.iter().any(other));
    let within = read
        .iter()
        .find(is(Finding::WithinSpecification))
        .filter(|_| read.iter().any(|(_, meaning)| meaning.is_of_product()));
    alone.or(within).map(|(line, _)| DiagnosisProblem {
        line: *line,
        field: "fault".to_owned(),
        reason: DiagnosisReason::Contradiction,
    })
}

fn concluded(read: Vec<(usize, Meaning)>) -> Conclusion {
    let defects: Vec<Option<bool>> = read
        .iter()
        .filter(|(_, meaning)| meaning.finding == Some(Finding::Consumable))
        .map(|(_, meaning)| meaning.consumable_defect)
        .collect();
    let consumable_defect = if defects.contains(&Some(true)) {
        Some(true)
    } else if defects.contains(&None) {
        None
    } else {
        defects.first().copied().flatten()
    };
    let findings: Option<BTreeSet<Finding>> = read.into_iter().map(|(_, meaning)| meaning.finding).collect();
    Conclusion { findings: findings.map(|findings| findings.into_iter().collect()), consumable_defect }
}

#[cfg(test)]
mod tests {
    use super::{DiagnosisReason, FaultLine};
    use crate::claim::Finding;
    use crate::fault_list::tests::lists;

    fn line(fault: &str, cause: &str) -> FaultLine {
        FaultLine { fault: fault.to_owned(), cause: cause.to_owned(), ..FaultLine::default() }
    }

    #[test]
    fn causes_that_are_shown_become_findings() {
        use Finding::{Consumable, MisuseOrEnvironment, OperatesNormally, ProductFault, WithinSpecification};
        for (lines, findings, defect) in [
            (&[("no_power", "solder")][..], Some(&[ProductFault][..]), None),
            (
                &[("no_power", "impact"), ("no_power", "solder")],
                Some(&[ProductFault, MisuseOrEnvironment]),
                None,
            ),
            (&[("no_power", "solder"), ("no_power", "solder")], Some(&[ProductFault]), None),
            (&[("none", "")], Some(&[OperatesNormally]), None),
            (
                &[("in_spec", ""), ("no_power", "impact")],
                Some(&[MisuseOrEnvironment, WithinSpecification]),
                None,
            ),
            (&[("no_power", "worn")], Some(&[Consumable]), Some(false)),
            (&[("no_power", "worn"), ("no_power", "worn_early")], Some(&[Consumable]), Some(true)),
            (&[("no_power", "worn"), ("no_power", "worn_unseen")], Some(&[Consumable]), None),
            // A fault whose cause is open leaves the whole claim undiagnosed.
            (&[("no_power", "not_shown")], None, None),
            (&[("no_power", "solder"), ("no_power", "not_shown")], None, None),
        ] {
            let typed: Vec<FaultLine> = lines.iter().map(|(fault, cause)| line(fault, cause)).collect();
            let conclusion = lists().conclude(&typed).unwrap();
            assert_eq!(conclusion.findings.as_deref(), findings, "{lines:?}");
            assert_eq!(conclusion.consumable_defect, defect, "{lines:?}");
        }
    }

    #[test]
    fn what_says_too_little_or_contradicts_itself_is_refused() {
        use DiagnosisReason::{Contradiction, NoCauseAsked, NoteNeeded, Required, Unknown};
        for (lines, at, field, reason) in [
            (&[][..], 0, "fault", Required),
            (&[("", "solder")], 0, "fault", Required),
            (&[("no_power", "")], 0, "cause", Required),
            (&[("no_power", "solder"), ("smoke", "solder")], 1, "fault", Unknown),
            (&[("no_power", "magic")], 0, "cause", Unknown),
            (&[("no_power", "other")], 0, "cause", NoteNeeded),
            (&[("none", "solder")], 0, "cause", NoCauseAsked),
            (&[("no_power", "impact"), ("none", "")], 1, "fault", Contradiction),
            (&[("in_spec", ""), ("no_power", "solder")], 0, "fault", Contradiction),
            (&[("in_spec", ""), ("no_power", "worn_early")], 0, "fault", Contradiction),
            (&[("none", ""), ("no_power", "not_shown")], 0, "fault", Contradiction),
        ] {
            let typed: Vec<FaultLine> = lines.iter().map(|(fault, cause)| line(fault, cause)).collect();
            let problems = lists().conclude(&typed).unwrap_err();
            let [problem] = problems.as_slice() else { panic!("{lines:?}: {problems:?}") };
            assert_eq!(
                (problem.line, problem.field.as_str(), problem.reason),
                (at, field, reason),
                "{lines:?}"
            );
        }
    }

    #[test]
    fn every_code_of_a_line_is_of_its_list() {
        let good = FaultLine {
            symptom: "no_image".to_owned(),
            action: "replace".to_owned(),
            position: "main_board".to_owned(),
            ..line("no_power", "solder")
        };
        assert!(lists().conclude(std::slice::from_ref(&good)).is_ok());
        let bad = FaultLine { position: "roof".to_owned(), ..good };
        assert_eq!(lists().conclude(&[bad]).unwrap_err()[0].field, "position");
    }

    #[test]
    fn what_is_retired_is_not_chosen_any_more() {
        let mut lists = lists();
        lists.cause.iter_mut().for_each(|entry| entry.is_retired = entry.code == "impact");
        assert_eq!(
            lists.conclude(&[line("no_power", "impact")]).unwrap_err()[0].reason,
            DiagnosisReason::Unknown
        );
        assert!(lists.conclude(&[line("no_power", "solder")]).is_ok());
    }
}

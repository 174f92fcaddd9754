//! One protocol of the test bench: what was measured on a unit, with which instruments, in which surroundings, and what
//! the values are worth against what was asked. Never changed once it is saved: a correction is a new sheet that names
//! the old one. Not the list of what can be measured (`bench_catalogue`), not what is wrong with the unit (`diagnosis`).

use crate::bench_catalogue::Asked;
use crate::id::{AttachmentId, BenchSheetId};
use crate::measure::{Decimal, Judgement, Limit, Value, ValueError, judge};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why the unit was measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SheetKind {
    /// As it came.
    Incoming,
    /// After it ran for hours, to make a fault show itself.
    Soak,
    /// Before it goes back (3.1).
    FinalTest,
}

impl SheetKind {
    /// Every kind, in the order of the journey.
    pub const ALL: [Self; 3] = [Self::Incoming, Self::Soak, Self::FinalTest];
}

/// A sheet as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SheetDraft {
    /// Why the unit was measured.
    pub kind: SheetKind,
    /// The sheet this one corrects.
    #[serde(default)]
    pub replaces: Option<BenchSheetId>,
    /// What was read off.
    #[serde(default)]
    pub readings: Vec<BenchReading>,
    /// By which instruments.
    #[serde(default)]
    pub instruments: Vec<Instrument>,
    /// In which surroundings.
    #[serde(default)]
    pub ambient: Ambient,
    /// How long it ran; of a soak only.
    #[serde(default)]
    pub soak: Option<Soak>,
    /// Pictures the unit made, among the work order's photos.
    #[serde(default)]
    pub frames: Vec<Frame>,
    /// Anything else.
    #[serde(default)]
    pub note: String,
}

/// A value as it was typed or came from a test bench.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BenchReading {
    /// The parameter's code.
    pub parameter: String,
    /// What was read off; empty: not measured.
    pub value: String,
}

/// What was measured with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Instrument {
    /// What it is, as in blackbody.
    pub name: String,
    /// Its own serial number.
    pub serial: String,
    /// The last day of its calibration; `None`: not known.
    pub calibration_due: Option<NaiveDate>,
}

impl Instrument {
    /// Whether its calibration had run out on a day. What is not known has not run out; that is told by itself.
    #[must_use]
    pub fn is_expired_on(&self, day: NaiveDate) -> bool {
        self.calibration_due.is_some_and(|due| due < day)
    }
}

/// The air around the bench, as read off.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Ambient {
    /// In degrees Celsius, or empty.
    pub celsius: String,
    /// Relative humidity in per cent, or empty.
    pub humidity: String,
}

/// A unit left running to make a fault show itself (5.5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Soak {
    /// How many hours it ran.
    pub hours: String,
    /// How many times it was switched on and off or heated and cooled, or empty.
    #[serde(default)]
    pub cycles: String,
    /// At which temperature in degrees Celsius; several as a range in words. May be empty.
    #[serde(default)]
    pub celsius: String,
    /// Whether a fault showed itself.
    pub is_fault_seen: bool,
}

/// A picture the unit made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// Which photo of the work order.
    pub attachment: AttachmentId,
    /// When it was made.
    pub moment: FrameMoment,
}

/// When a picture was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FrameMoment {
    /// Before the repair.
    Before,
    /// After it.
    After,
}

/// A line of a sheet: what was asked, what was read off, and what it is worth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Measured {
    /// What was asked, with the standard that held on that day.
    pub asked: Asked,
    /// What was read off, in the spelling of records; empty: not measured.
    pub value: String,
    /// What it is worth.
    pub judgement: Judgement,
}

/// What a sheet shows as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SheetResult {
    /// Everything that is required was measured, and nothing failed.
    Passed,
    /// A value is outside its limit, or a fault showed itself.
    Failed,
    /// Nothing failed, and something that is required was not measured.
    Incomplete,
}

/// Why a field of a sheet is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[error("{field}: {reason}")]
pub struct SheetProblem {
    /// Which: a parameter's code, or the field's name with dots inside.
    pub field: String,
    /// Why.
    pub reason: SheetReason,
}

/// What is wrong with a field of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum SheetReason {
    /// It is missing.
    #[error("it is missing")]
    Required,
    /// It is not a number.
    #[error("it is not a number")]
    NotNumeric,
    /// It is neither yes nor no.
    #[error("it is neither yes nor no")]
    NotYesOrNo,
    /// It is too long.
    #[error("it is too long")]
    TooLong,
    /// The parameter is not measured on this class of product.
    #[error("the parameter is not measured on this class of product")]
    NotMeasuredHere,
    /// The parameter stands twice.
    #[error("the parameter stands twice")]
    Twice,
    /// Nothing was measured and nothing was seen.
    #[error("nothing was measured")]
    Nothing,
    /// The picture is not one of this work order.
    #[error("the picture is not one of this work order")]
    NotAFrame,
    /// The sheet it corrects is not one of this work order, is of another kind, or was corrected already.
    #[error("the sheet it corrects is not the newest of its kind of this work order")]
    NotCorrectable,
}

impl From<ValueError> for SheetReason {
    fn from(error: ValueError) -> Self {
        match error {
            ValueError::NotNumeric => Self::NotNumeric,
            ValueError::NotYesOrNo => Self::NotYesOrNo,
            ValueError::TooLong => Self::TooLong,
        }
    }
}

/// What a sheet says once its values are held against what was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protocol {
    /// One line for each thing that was asked, in that order.
    pub lines: Vec<Measured>,
    /// What it shows as a whole.
    pub result: SheetResult,
    /// What cannot be recorded so.
    pub problems: Vec<SheetProblem>,
}

impl SheetDraft {
    /// The longest note, in characters.
    pub const NOTE_CHARS_MAX: usize = 2_000;
    /// The longest name of an instrument and the longest of its numbers, in characters.
    pub const NAME_CHARS_MAX: usize = 80;
    /// The most instruments and the most pictures of a sheet.
    pub const LIST_MAX: usize = 12;

    /// Holds what was read off against what is asked.
    #[must_use]
    pub fn protocol(&self, asked: Vec<Asked>) -> Protocol {
        let mut problems = Vec::new();
        for (at, reading) in self.readings.iter().enumerate() {
            if !asked.iter().any(|asked| asked.code == reading.parameter) {
                problems.push(problem(&reading.parameter, SheetReason::NotMeasuredHere));
            } else if self.readings.iter().take(at).any(|before| before.parameter == reading.parameter) {
                problems.push(problem(&reading.parameter, SheetReason::Twice));
            }
        }
        let lines: Vec<Measured> = asked.into_iter().map(|asked| self.line(asked, &mut problems)).collect();
        problems.extend(self.surroundings());
        let is_measured = |line: &Measured| line.judgement != Judgement::NotMeasured;
        if problems.is_empty() && self.soak.is_none() && !lines.iter().any(is_measured) {
            problems.push(problem("readings", SheetReason::Nothing));
        }
        Protocol { result: self.result(&lines), lines, problems }
    }

    fn line(&self, asked: Asked, problems: &mut Vec<SheetProblem>) -> Measured {
        let read = self.readings.iter().find(|reading| reading.parameter == asked.code);
        let value = match Value::read(asked.limit, read.map_or("", |read| &read.value), &asked.unit) {
            Ok(value) => value,
            Err(error) => {
                problems.push(problem(&asked.code, error.into()));
                None
            }
        };
        // A standard that cannot be read is none: the catalogue was checked when it was saved, the master when asked.
        let limit = Limit::read(asked.limit, &asked.standard, &asked.unit).ok().flatten();
        Measured {
            judgement: judge(value.as_ref(), limit.as_ref()),
            value: value.map(|value| value.text()).unwrap_or_default(),
            asked,
        }
    }

    fn result(&self, lines: &[Measured]) -> SheetResult {
        let any = |judgement| lines.iter().any(|line| line.judgement == judgement);
        let is_open = |line: &Measured| line.asked.is_required && line.judgement == Judgement::NotMeasured;
        if any(Judgement::Fail) || self.soak.as_ref().is_some_and(|soak| soak.is_fault_seen) {
            SheetResult::Failed
        } else if lines.iter().any(is_open) || (self.kind == SheetKind::Soak && self.soak.is_none()) {
            SheetResult::Incomplete
        } else {
            SheetResult::Passed
        }
    }

    /// What is wrong around the values.
    fn surroundings(&self) -> Vec<SheetProblem> {
        let mut problems = Vec::new();
        let mut number = |field: &str, text: &str| {
            if !text.trim().is_empty() && Decimal::parse(text).is_err() {
                problems.push(problem(field, SheetReason::NotNumeric));
            }
        };
        number("ambient.celsius", &self.ambient.celsius);
        number("ambient.humidity", &self.ambient.humidity);
        if let Some(soak) = &self.soak {
            number("soak.hours", &soak.hours);
            if !soak.cycles.trim().is_empty() && soak.cycles.trim().parse::<u32>().is_err() {
                problems.push(problem("soak.cycles", SheetReason::NotNumeric));
            }
            if soak.hours.trim().is_empty() {
                problems.push(problem("soak.hours", SheetReason::Required));
            }
        } else if self.kind == SheetKind::Soak {
            problems.push(problem("soak.hours", SheetReason::Required));
        }
        let is_long = |text: &str, max| text.chars().count() > max;
        for (at, instrument) in self.instruments.iter().enumerate() {
            if instrument.name.trim().is_empty() {
                problems.push(problem(&format!("instruments.{at}.name"), SheetReason::Required));
            }
            if [&instrument.name, &instrument.serial]
                .into_iter()
                .any(|text| is_long(text, Self::NAME_CHARS_MAX))
            {
                problems.push(problem(&format!("instruments.{at}.name"), SheetReason::TooLong));
            }
        }
        if self.instruments.len() > Self::LIST_MAX {
            problems.push(problem("instruments", SheetReason::TooLong));
        }
        if self.frames.len() > Self::LIST_MAX {
            problems.push(problem("frames", SheetReason::TooLong));
        }
        let soak_celsius = self.soak.as_ref().map_or("", |soak| &soak.celsius);
        if is_long(soak_celsius, Self::NAME_CHARS_MAX) {
            problems.push(problem("soak.celsius", SheetReason::TooLong));
        }
        if is_long(&self.note, Self::NOTE_CHARS_MAX) {
            problems.push(problem("note", SheetReason::TooLong));
        }
        problems
    }
}

fn problem(field: &str, reason: SheetReason) -> SheetProblem {
    SheetProblem { field: field.to_owned(), reason }
}

#[cfg(test)]
mod tests {
    use super::{BenchReading, Instrument, SheetDraft, SheetKind, SheetReason, SheetResult, Soak};
    use crate::bench_catalogue::{Asked, StandardSource};
    use crate::measure::{Judgement, LimitKind};

    fn asked(code: &str, is_required: bool) -> Asked {
        let word = || code.to_owned();
        Asked {
            code: word(),
            zh: word(),
            en: word(),
            unit: "mK".to_owned(),
            limit: LimitKind::Max,
            standard: "50".to_owned(),
            source: StandardSource::Catalogue,
            is_required,
        }
    }

    fn sheet(kind: SheetKind, values: &[(&str, &str)]) -> SheetDraft {
        let reading = |(code, value): &(&str, &str)| BenchReading {
            parameter: (*code).to_owned(),
            value: (*value).to_owned(),
        };
        SheetDraft {
            kind,
            replaces: None,
            readings: values.iter().map(reading).collect(),
            instruments: Vec::new(),
            ambient: super::Ambient::default(),
            soak: None,
            frames: Vec::new(),
            note: String::new(),
        }
    }

    #[test]
    fn a_sheet_passes_when_all_that_is_required_keeps_its_limit() {
        use SheetResult::{Failed, Incomplete, Passed};
        for (values, expected) in [
            (&[("netd", "49"), ("mtf", "50")][..], Passed),
            (&[("netd", "49")], Passed),
            (&[("mtf", "49")], Incomplete),
            (&[("netd", ""), ("mtf", "49")], Incomplete),
            (&[("netd", "51")], Failed),
            (&[("netd", "49"), ("mtf", "51")], Failed),
        ] {
            let protocol =
                sheet(SheetKind::FinalTest, values).protocol(vec![asked("netd", true), asked("mtf", false)]);
            assert_eq!(protocol.result, expected, "{values:?}");
            assert_eq!(protocol.problems, [], "{values:?}");
        }
    }

    #[test]
    fn a_soak_needs_its_hours_and_fails_when_the_fault_showed_itself() {
        let soak = |hours: &str, is_fault_seen| Soak {
            hours: hours.to_owned(),
            cycles: "3".to_owned(),
            celsius: "-20..50".to_owned(),
            is_fault_seen,
        };
        for (soak, result, problem) in [
            (Some(soak("24", false)), SheetResult::Passed, None),
            (Some(soak("24", true)), SheetResult::Failed, None),
            (Some(soak("a night", false)), SheetResult::Passed, Some(SheetReason::NotNumeric)),
            (Some(soak("", false)), SheetResult::Passed, Some(SheetReason::Required)),
            (None, SheetResult::Incomplete, Some(SheetReason::Required)),
        ] {
            let draft = SheetDraft { soak, ..sheet(SheetKind::Soak, &[]) };
            let protocol = draft.protocol(vec![asked("netd", false)]);
            let found = protocol.problems.first().map(|problem| problem.reason);
            assert_eq!((protocol.result, found), (result, problem), "{:?}", draft.soak);
        }
    }

    #[test]
    fn what_cannot_be_recorded_names_its_field() {
        for (values, field, reason) in [
            (&[("netd", "good")][..], "netd", SheetReason::NotNumeric),
            (&[("gain", "1")], "gain", SheetReason::NotMeasuredHere),
            (&[("netd", "1"), ("netd", "2")], "netd", SheetReason::Twice),
            (&[("netd", " ")], "readings", SheetReason::Nothing),
        ] {
            let protocol = sheet(SheetKind::Incoming, values).protocol(vec![asked("netd", true)]);
            let found: Vec<_> =
                protocol.problems.iter().map(|one| (one.field.as_str(), one.reason)).collect();
            assert_eq!(found, [(field, reason)]);
        }
        let mut draft = sheet(SheetKind::Incoming, &[("netd", "1")]);
        draft.ambient.celsius = "warm".to_owned();
        draft.instruments = vec![Instrument { serial: "BB-7".to_owned(), ..Instrument::default() }];
        let protocol = draft.protocol(vec![asked("netd", true)]);
        let fields: Vec<&str> = protocol.problems.iter().map(|one| one.field.as_str()).collect();
        assert_eq!(fields, ["ambient.celsius", "instruments.0.name"]);
        assert_eq!(protocol.lines[0].judgement, Judgement::Pass);
    }

    #[test]
    fn a_calibration_holds_through_its_last_day() {
        let due = |text: &str| Instrument { calibration_due: text.parse().ok(), ..Instrument::default() };
        let day = "2026-03-10".parse().unwrap();
        for (text, is_expired) in [("2026-03-09", true), ("2026-03-10", false), ("", false)] {
            assert_eq!(due(text).is_expired_on(day), is_expired, "{text}");
        }
    }
}

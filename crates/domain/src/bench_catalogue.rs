//! What is measured on which class of product, and against what, with the short lists of a diagnosis: the catalogue of
//! the test bench. The shipped one is `catalogue/`; a manager may put another version in its place. What a model's master
//! says of a parameter goes before the catalogue's standard. Not a protocol of one unit (`bench_sheet`), not what the
//! lists are for the commitment (`diagnosis`).

use crate::bench_sheet::SheetKind;
use crate::fault_list::FaultLists;
use crate::measure::{Limit, LimitKind, StandardError, bare};
use crate::model::Model;
use crate::serial::fold;
use crate::unit::ProductClass;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// One thing that is measured.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// Its code in records and in the files of test benches: lower-case letters, digits and `_`, at most 40.
    pub code: String,
    /// Its name in Chinese.
    pub zh: String,
    /// Its name in English.
    pub en: String,
    /// Other names it has in data sheets and in files of test benches.
    #[serde(default)]
    pub also: Vec<String>,
    /// The unit, or empty.
    #[serde(default)]
    pub unit: String,
    /// How a value is held against its standard.
    pub limit: LimitKind,
    /// The standard of each class it is measured on; empty where only a model's master can say. A class that is not
    /// named is not measured.
    pub standard: BTreeMap<ProductClass, String>,
    /// The sheets that are not complete without it.
    #[serde(default)]
    pub required: Vec<SheetKind>,
}

/// The parameters, in the order in which they are measured, and the short lists.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BenchCatalogue {
    /// Each of them.
    pub parameter: Vec<Parameter>,
    /// The short lists of a diagnosis; absent: those that were shipped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub lists: Option<FaultLists>,
}

/// Why an entry of a catalogue is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[error("{list} {entry}, {field}: {reason}")]
pub struct CatalogueProblem {
    /// Which list it stands in: `parameter`, or one of the short lists as `cause`.
    pub list: String,
    /// Which entry, the first is 0.
    pub entry: usize,
    /// Which field of it.
    pub field: String,
    /// Why.
    pub reason: CatalogueReason,
}

/// What is wrong with a field of a catalogue's entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum CatalogueReason {
    /// It is missing.
    #[error("it is missing")]
    Required,
    /// It is no code: lower-case letters, digits and `_`.
    #[error("a code has lower-case letters, digits and _")]
    NotACode,
    /// The code or name stands twice.
    #[error("it stands twice")]
    Twice,
    /// It is too long.
    #[error("it is too long")]
    TooLong,
    /// The standard is not a number.
    #[error("the standard is not a number")]
    NotNumeric,
    /// The standard is not two numbers, the smaller first.
    #[error("the standard is not two numbers, the smaller first, as in 12..16")]
    NotARange,
    /// The standard of what works or does not is `yes`.
    #[error("the standard of what works or does not is yes")]
    NotYes,
    /// A cause says what it is for the commitment, or that it is open; nothing else says so but a fault with a finding.
    #[error("a cause has a finding or is open, and only a cause or a fault has one")]
    Meaning,
    /// Only the cause of a worn consumable proves or disproves a defect (5.7).
    #[error("only a consumable has a proven or disproved defect (5.7)")]
    NoConsumable,
    /// What a shipped entry is for the commitment does not change.
    #[error("what a shipped entry is for the commitment does not change")]
    Fixed,
}

impl From<StandardError> for CatalogueReason {
    fn from(error: StandardError) -> Self {
        match error {
            StandardError::NotNumeric => Self::NotNumeric,
            StandardError::NotARange => Self::NotARange,
            StandardError::NotYes => Self::NotYes,
        }
    }
}

/// Who says what a value is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StandardSource {
    /// The catalogue.
    Catalogue,
    /// The master of the unit's model.
    Model,
}

/// A parameter as it is asked of one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Asked {
    /// Its code.
    pub code: String,
    /// Its name in Chinese.
    pub zh: String,
    /// Its name in English.
    pub en: String,
    /// The unit, or empty.
    pub unit: String,
    /// How a value is held against its standard.
    pub limit: LimitKind,
    /// The standard; empty where nobody says one.
    pub standard: String,
    /// Who says it.
    pub source: StandardSource,
    /// Whether the sheet is not complete without it.
    pub is_required: bool,
}

impl BenchCatalogue {
    /// The most parameters a catalogue has.
    pub const PARAMETERS_MAX: usize = 200;
    /// The longest name, unit or standard, in characters.
    pub const TEXT_CHARS_MAX: usize = 80;

    /// Everything that is wrong with it, in the order of its entries.
    #[must_use]
    pub fn problems(&self) -> Vec<CatalogueProblem> {
        let mut problems = Vec::new();
        for (entry, parameter) in self.parameter.iter().enumerate() {
            let mut refuse = |field: &str, reason| {
                let list = "parameter".to_owned();
                problems.push(CatalogueProblem { list, entry, field: field.to_owned(), reason });
            };
            if entry >= Self::PARAMETERS_MAX {
                refuse("code", CatalogueReason::TooLong);
            }
            if !is_code(&parameter.code) {
                refuse("code", CatalogueReason::NotACode);
            }
            let mut before = self.parameter.iter().take(entry);
            if before.any(|other| other.code == parameter.code) {
                refuse("code", CatalogueReason::Twice);
            }
            for (field, text) in [("zh", &parameter.zh), ("en", &parameter.en)] {
                if text.trim().is_empty() {
                    refuse(field, CatalogueReason::Required);
                }
            }
            let is_long = |text: &String| text.chars().count() > Self::TEXT_CHARS_MAX;
            if [&parameter.zh, &parameter.en, &parameter.unit].into_iter().chain(&parameter.also).any(is_long)
            {
                refuse("zh", CatalogueReason::TooLong);
            }
            if parameter.standard.is_empty() {
                refuse("standard", CatalogueReason::Required);
            }
            for standard in parameter.standard.values() {
                if is_long(standard) {
                    refuse("standard", CatalogueReason::TooLong);
                } else if let Err(error) = Limit::read(parameter.limit, standard, &parameter.unit) {
                    refuse("standard", error.into());
                }
            }
        }
        problems.extend(self.lists.iter().flat_map(FaultLists::problems));
        problems
    }

    /// What a sheet of this kind asks of a unit of this class. A final test asks for what it requires only in so far as
    /// the class is measured at all; the order is that of the catalogue.
    #[must_use]
    pub fn asked(&self, class: ProductClass, kind: SheetKind, model: Option<&Model>) -> Vec<Asked> {
        let of_class = |parameter: &&Parameter| parameter.standard.contains_key(&class);
        self.parameter.iter().filter(of_class).map(|parameter| parameter.of(class, kind, model)).collect()
    }

    /// The parameter somebody calls by this name: its code, one of its names, or another it has.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&Parameter> {
        self.parameter.iter().find(|parameter| parameter.is_called(name))
    }
}

impl Parameter {
    /// Whether somebody calls it by this name, whatever the case, width and separators.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        let wanted = key(name);
        let mut names = [&self.code, &self.zh, &self.en].into_iter().chain(&self.also);
        !wanted.is_empty() && names.any(|own| key(own) == wanted)
    }

    fn of(&self, class: ProductClass, kind: SheetKind, model: Option<&Model>) -> Asked {
        let said = model.and_then(|model| self.said_by(model));
        let (standard, source) = match said {
            Some(standard) => (standard, StandardSource::Model),
            None => (self.standard.get(&class).cloned().unwrap_or_default(), StandardSource::Catalogue),
        };
        Asked {
            code: self.code.clone(),
            zh: self.zh.clone(),
            en: self.en.clone(),
            unit: self.unit.clone(),
            limit: self.limit,
            standard,
            source,
            is_required: self.required.contains(&kind),
        }
    }

    /// What the model's master says of it, where that can be held against a value: a sentence of a data sheet that is no
    /// limit, or a number in another unit, is for people to read and does not take the catalogue's standard away.
    fn said_by(&self, model: &Model) -> Option<String> {
        if self.code == FIRMWARE && !model.firmware.trim().is_empty() {
            return Some(model.firmware.trim().to_owned());
        }
        let line = model.specification.iter().find(|line| self.is_called(&line.parameter))?;
        let is_same_unit = line.unit.trim().is_empty() || key(&line.unit) == key(&self.unit);
        let limit = Limit::read(self.limit, &line.value, &self.unit).ok().flatten();
        // A number alone: its comparison sign and its unit stand beside it.
        let value = if self.limit.is_number() { bare(&line.value, &self.unit) } else { line.value.trim() };
        (is_same_unit && limit.is_some()).then(|| value.to_owned())
    }
}

/// The parameter whose standard is the newest firmware of the model.
const FIRMWARE: &str = "firmware";

/// A name without what files and people write differently.
fn key(name: &str) -> String {
    fold(name).chars().filter(|c| !" _-/·.()（）".contains(*c)).collect()
}

/// Whether a text is a code of a catalogue.
#[must_use]
pub fn is_code(text: &str) -> bool {
    (1..=40).contains(&text.len())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::{BenchCatalogue, CatalogueReason, Parameter, StandardSource};
    use crate::bench_sheet::SheetKind;
    use crate::measure::LimitKind;
    use crate::model::{Model, Specification};
    use crate::unit::ProductClass;

    fn netd() -> Parameter {
        Parameter {
            code: "netd".to_owned(),
            zh: "噪声等效温差".to_owned(),
            en: "NETD".to_owned(),
            also: vec!["热灵敏度".to_owned()],
            unit: "mK".to_owned(),
            limit: LimitKind::Max,
            standard: [(ProductClass::Terminal, "50".to_owned())].into(),
            required: vec![SheetKind::FinalTest],
        }
    }

    fn model(parameter: &str, value: &str, unit: &str) -> Model {
        let line = |text: &str| text.to_owned();
        let line = Specification { parameter: line(parameter), value: line(value), unit: line(unit) };
        Model { specification: vec![line], ..Model::default() }
    }

    #[test]
    fn what_the_models_master_says_goes_before_the_standard() {
        let catalogue = BenchCatalogue { parameter: vec![netd()], lists: None };
        for (said, standard, source) in [
            (None, "50", StandardSource::Catalogue),
            (Some(model("NETD", "≤35", "mK")), "35", StandardSource::Model),
            (Some(model("NETD", "< 35 mK", "mK")), "35", StandardSource::Model),
            (Some(model("热灵敏度", "35", "")), "35", StandardSource::Model),
            (Some(model("Netd", "0.035", "K")), "50", StandardSource::Catalogue),
            (Some(model("NETD", "excellent", "mK")), "50", StandardSource::Catalogue),
            (Some(model("Lens", "35", "mm")), "50", StandardSource::Catalogue),
        ] {
            let asked = catalogue.asked(ProductClass::Terminal, SheetKind::FinalTest, said.as_ref());
            assert_eq!((asked[0].standard.as_str(), asked[0].source), (standard, source), "{said:?}");
            assert!(asked[0].is_required);
        }
        assert!(catalogue.asked(ProductClass::Detector, SheetKind::FinalTest, None).is_empty());
    }

    #[test]
    fn the_newest_firmware_of_the_model_is_the_standard_of_the_firmware() {
        let firmware =
            Parameter { code: "firmware".to_owned(), limit: LimitKind::Equal, unit: String::new(), ..netd() };
        let model = Model { firmware: "V2.1".to_owned(), ..Model::default() };
        let asked = BenchCatalogue { parameter: vec![firmware], lists: None };
        let asked = asked.asked(ProductClass::Terminal, SheetKind::Incoming, Some(&model));
        assert_eq!((asked[0].standard.as_str(), asked[0].is_required), ("V2.1", false));
    }

    #[test]
    fn an_entry_that_cannot_be_measured_is_refused_with_its_field() {
        let standard = |text: &str| [(ProductClass::Module, text.to_owned())].into();
        for (broken, field, reason) in [
            (Parameter { code: "NETD".to_owned(), ..netd() }, "code", CatalogueReason::NotACode),
            (Parameter { en: " ".to_owned(), ..netd() }, "en", CatalogueReason::Required),
            (Parameter { standard: [].into(), ..netd() }, "standard", CatalogueReason::Required),
            (Parameter { standard: standard("low"), ..netd() }, "standard", CatalogueReason::NotNumeric),
            (
                Parameter { limit: LimitKind::Range, standard: standard("5"), ..netd() },
                "standard",
                CatalogueReason::NotARange,
            ),
            (Parameter { zh: "长".repeat(81), ..netd() }, "zh", CatalogueReason::TooLong),
            (netd(), "code", CatalogueReason::Twice),
        ] {
            let problems = BenchCatalogue { parameter: vec![netd(), broken], lists: None }.problems();
            let found = problems.iter().find(|problem| problem.reason == reason);
            assert_eq!(
                found.map(|problem| (problem.entry, problem.field.as_str())),
                Some((1, field)),
                "{reason:?}"
            );
        }
    }
}

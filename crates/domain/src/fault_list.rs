//! The short lists a diagnosis is chosen from: symptoms, faults, causes, actions, positions, each entry with its words in
//! both languages and what it is for the commitment. They are part of the catalogue of the test bench (`bench_catalogue`);
//! what follows from entries that were chosen is `diagnosis`.

use crate::bench_catalogue::{BenchCatalogue, CatalogueProblem, CatalogueReason, is_code};
use crate::claim::Finding;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// One entry of a short list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListEntry {
    /// Its code in records: lower-case letters, digits and `_`, at most 40.
    pub code: String,
    /// Its words in Chinese.
    pub zh: String,
    /// Its words in English.
    pub en: String,
    /// Of a cause: what it is for the commitment. Of a fault: what it is whatever its cause, as appearance (5.10).
    #[serde(default)]
    pub finding: Option<Finding>,
    /// Of the cause of a worn consumable: whether a defect of material or workmanship is proven (5.7).
    #[serde(default)]
    pub consumable_defect: Option<bool>,
    /// Of a cause: that it is not shown, so that a person decides whether the fault counts as the product's.
    #[serde(default)]
    pub is_open: bool,
    /// Whether it says nothing without words beside it.
    #[serde(default)]
    pub needs_note: bool,
    /// Whether it is not chosen any more. Diagnoses on record still read their words from it.
    #[serde(default)]
    pub is_retired: bool,
}

/// The short lists, each in the order in which it is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FaultLists {
    /// What shows itself.
    pub symptom: Vec<ListEntry>,
    /// What is wrong.
    pub fault: Vec<ListEntry>,
    /// Why.
    pub cause: Vec<ListEntry>,
    /// What is to be done.
    pub action: Vec<ListEntry>,
    /// Where in the unit.
    pub position: Vec<ListEntry>,
}

impl FaultLists {
    /// The most entries of one list.
    pub const ENTRIES_MAX: usize = 500;

    /// The lists by name, in the order in which they are shown.
    #[must_use]
    pub fn named(&self) -> [(&'static str, &[ListEntry]); 5] {
        [
            ("symptom", &self.symptom),
            ("fault", &self.fault),
            ("cause", &self.cause),
            ("action", &self.action),
            ("position", &self.position),
        ]
    }

    /// Everything that is wrong with the lists, in their order.
    #[must_use]
    pub fn problems(&self) -> Vec<CatalogueProblem> {
        let mut problems = Vec::new();
        for (name, list) in self.named() {
            let mut seen = BTreeSet::new();
            for (at, entry) in list.iter().enumerate() {
                let mut refuse = |field: &str, reason| problems.push(problem(name, at, field, reason));
                if at >= Self::ENTRIES_MAX {
                    refuse("code", CatalogueReason::TooLong);
                }
                if !is_code(&entry.code) {
                    refuse("code", CatalogueReason::NotACode);
                }
                if !seen.insert(&entry.code) {
                    refuse("code", CatalogueReason::Twice);
                }
                for (field, words) in [("zh", &entry.zh), ("en", &entry.en)] {
                    if words.trim().is_empty() {
                        refuse(field, CatalogueReason::Required);
                    } else if words.chars().count() > BenchCatalogue::TEXT_CHARS_MAX {
                        refuse(field, CatalogueReason::TooLong);
                    }
                }
                let is_cause = name == "cause";
                let says_too_little = is_cause && entry.finding.is_some() == entry.is_open;
                let says_too_much =
                    !is_cause && (entry.is_open || name != "fault" && entry.finding.is_some());
                if says_too_little || says_too_much {
                    refuse("finding", CatalogueReason::Meaning);
                }
                let is_worn = is_cause && entry.finding == Some(Finding::Consumable);
                if entry.consumable_defect.is_some() && !is_worn {
                    refuse("consumable_defect", CatalogueReason::NoConsumable);
                }
            }
        }
        problems
    }

    /// The lists with what stood in those before and is not named any more: retired, because diagnoses on record name it.
    #[must_use]
    pub fn after(mut self, before: &Self) -> Self {
        for (list, was) in [
            (&mut self.symptom, &before.symptom),
            (&mut self.fault, &before.fault),
            (&mut self.cause, &before.cause),
            (&mut self.action, &before.action),
            (&mut self.position, &before.position),
        ] {
            for old in was {
                if !list.iter().any(|entry| entry.code == old.code) {
                    list.push(ListEntry { is_retired: true, ..old.clone() });
                }
            }
        }
        self
    }

    /// The entries that became something else for the commitment than they were: what a unit's fault is, was judged once.
    #[must_use]
    pub fn turned(&self, before: &Self) -> Vec<CatalogueProblem> {
        let meaning = |entry: &ListEntry| (entry.finding, entry.consumable_defect, entry.is_open);
        let mut problems = Vec::new();
        for ((name, now), (_, was)) in self.named().into_iter().zip(before.named()) {
            for (at, entry) in now.iter().enumerate() {
                let old = was.iter().find(|old| old.code == entry.code);
                if old.is_some_and(|old| meaning(old) != meaning(entry)) {
                    problems.push(problem(name, at, "finding", CatalogueReason::Fixed));
                }
            }
        }
        problems
    }
}

fn problem(list: &str, entry: usize, field: &str, reason: CatalogueReason) -> CatalogueProblem {
    CatalogueProblem { list: list.to_owned(), entry, field: field.to_owned(), reason }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{FaultLists, ListEntry};
    use crate::bench_catalogue::CatalogueReason;
    use crate::claim::Finding;

    pub(crate) fn entry(code: &str, finding: Option<Finding>) -> ListEntry {
        ListEntry {
            code: code.to_owned(),
            zh: code.to_owned(),
            en: code.to_owned(),
            finding,
            consumable_defect: None,
            is_open: false,
            needs_note: false,
            is_retired: false,
        }
    }

    pub(crate) fn lists() -> FaultLists {
        let worn = |code: &str, proven| ListEntry {
            consumable_defect: proven,
            ..entry(code, Some(Finding::Consumable))
        };
        FaultLists {
            symptom: vec![entry("no_image", None)],
            fault: vec![
                entry("no_power", None),
                entry("none", Some(Finding::OperatesNormally)),
                entry("in_spec", Some(Finding::WithinSpecification)),
            ],
            cause: vec![
                entry("solder", Some(Finding::ProductFault)),
                entry("impact", Some(Finding::MisuseOrEnvironment)),
                worn("worn", Some(false)),
                worn("worn_early", Some(true)),
                worn("worn_unseen", None),
                ListEntry { needs_note: true, ..entry("other", Some(Finding::ProductFault)) },
                ListEntry { is_open: true, ..entry("not_shown", None) },
            ],
            action: vec![entry("replace", None)],
            position: vec![entry("main_board", None)],
        }
    }

    #[test]
    fn lists_whose_entries_mean_nothing_are_refused() {
        assert_eq!(lists().problems(), []);
        for (broken, field, reason) in [
            (entry("Solder", Some(Finding::ProductFault)), "code", CatalogueReason::NotACode),
            (entry("solder", Some(Finding::ProductFault)), "code", CatalogueReason::Twice),
            (entry("dust", None), "finding", CatalogueReason::Meaning),
            (
                ListEntry { consumable_defect: Some(true), ..entry("dust", Some(Finding::ProductFault)) },
                "consumable_defect",
                CatalogueReason::NoConsumable,
            ),
        ] {
            let mut lists = lists();
            lists.cause.push(broken);
            let found = lists.problems();
            let found: Vec<_> = found
                .iter()
                .map(|one| (one.list.as_str(), one.entry, one.field.as_str(), one.reason))
                .collect();
            assert_eq!(found, [("cause", 7, field, reason)]);
        }
    }

    #[test]
    fn an_entry_is_never_lost_and_never_becomes_something_else_for_the_commitment() {
        let mut fewer = lists();
        fewer.cause.retain(|entry| entry.code != "impact");
        let after = fewer.after(&lists());
        let impact = after.cause.last().unwrap();
        assert_eq!(
            (impact.code.as_str(), impact.is_retired, after.turned(&lists())),
            ("impact", true, vec![])
        );
        let mut turned = lists();
        turned.cause[0].finding = Some(Finding::NormalWear);
        assert_eq!(turned.turned(&lists())[0].reason, CatalogueReason::Fixed);
    }
}

//! The verdict as it stands on paper: four rows and where they come from. Not the verdict itself, which is
//! a stored record with its grounds; this is what of it a customer is shown, always marked preliminary.

use chrono::NaiveDate;
use nightbench_domain::claim::Remedy;
use nightbench_locale::Language;
use serde_json::{Value, json};

use crate::centre::Bilingual;
use crate::words;

/// What was determined when the form was printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Determination {
    /// One row per remedy, in the order of `Remedy::ALL`.
    pub rows: [DeterminationRow; 4],
    /// The first documented report the windows were measured at, if a date was known (reading 6).
    pub claim_date: Option<NaiveDate>,
    /// The proven exclusions by clause, such as `5.2`.
    pub excluded_by: Vec<String>,
    /// Whether the commitment does not apply to this unit at all.
    pub outside_policy: bool,
    /// Whether a day that was counted lies in a calendar year that is not yet published.
    pub is_provisional: bool,
    /// Id and version of the policy pack.
    pub policy: String,
    /// The policy pack's hash in hexadecimal.
    pub policy_hash: String,
    /// The calendar pack's hash in hexadecimal, or empty when no calendar was needed.
    pub calendar_hash: String,
}

/// One remedy and what was determined about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeterminationRow {
    /// Which of the four.
    pub remedy: Remedy,
    /// Whether the customer is entitled to it.
    pub outcome: RowOutcome,
    /// The last day of its window, after the rest-day roll; for free repair the last covered day.
    pub last_day: Option<NaiveDate>,
    /// What is still to be settled, in words; empty unless pending.
    pub missing: Vec<Bilingual>,
    /// The clauses that decide it.
    pub clauses: Vec<String>,
}

/// An outcome in the words of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowOutcome {
    /// The customer is entitled to it.
    Granted,
    /// The customer is not.
    Denied,
    /// It turns on what is still to be settled.
    Needs,
    /// A paid repair while a free remedy stands.
    NotNeeded,
}

/// As much of a hash as is compared by eye.
const HASH_CHARS_SHOWN: usize = 16;

impl Determination {
    pub(crate) fn to_json(&self) -> Value {
        let mut notes = Vec::new();
        if let Some(date) = self.claim_date {
            notes.push(words::both("paper-claim-date", &[("date", date.to_string().into())]));
        }
        if self.outside_policy {
            notes.push(words::both("paper-outside-policy", &[]));
        }
        if !self.excluded_by.is_empty() {
            let clauses = self.excluded_by.join(", ");
            notes.push(words::both("paper-excluded-by", &[("clauses", clauses.into())]));
        }
        if self.is_provisional {
            notes.push(words::both("paper-calendar-provisional", &[]));
        }
        json!({
            "rows": self.rows.iter().map(DeterminationRow::to_json).collect::<Vec<_>>(),
            "notes": notes,
            "sources": self.sources(),
        })
    }

    fn sources(&self) -> Vec<Value> {
        let shown = |hash: &str| hash.chars().take(HASH_CHARS_SHOWN).collect::<String>();
        let mut sources = vec![words::both(
            "paper-policy",
            &[("pack", (&self.policy).into()), ("hash", shown(&self.policy_hash).into())],
        )];
        if !self.calendar_hash.is_empty() {
            sources.push(words::both("paper-calendar", &[("hash", shown(&self.calendar_hash).into())]));
        }
        sources
    }
}

impl DeterminationRow {
    pub(crate) fn to_json(&self) -> Value {
        let missing_in = |language: Language| {
            self.missing.iter().map(|words| words.in_language(language).to_owned()).collect::<Vec<_>>()
        };
        json!({
            "remedy": remedy_key(self.remedy),
            "outcome": match self.outcome {
                RowOutcome::Granted => "granted",
                RowOutcome::Denied => "denied",
                RowOutcome::Needs => "needs",
                RowOutcome::NotNeeded => "not_needed",
            },
            "last_day": self.last_day.map(|day| day.to_string()),
            "missing": { "zh": missing_in(Language::ZhCn), "en": missing_in(Language::En) },
            "clauses": self.clauses.join(", "),
        })
    }
}

/// The end of the ids of a remedy's words: `paper-remedy-refund`.
pub(crate) const fn remedy_key(remedy: Remedy) -> &'static str {
    match remedy {
        Remedy::Refund => "refund",
        Remedy::Exchange => "exchange",
        Remedy::FreeRepair => "free_repair",
        Remedy::PaidRepair => "paid_repair",
    }
}

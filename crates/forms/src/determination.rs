//! The verdict as it stands on paper: four rows, what they rest on and that they are preliminary. The whole
//! proof stays in the record; a customer is shown the outcome, its last day, what is missing, the clauses to
//! look it up by, the one reason that tells most, and what a missing paper would bring.

use chrono::NaiveDate;
use nightbench_calendar::CalendarStatus;
use nightbench_domain::claim::Remedy;
use nightbench_eligibility::Explanation;
use nightbench_eligibility::verdict::{FactName, Ground, Outcome, RemedyVerdict, Verdict};
use nightbench_locale::{Language, Value};
use serde_json::json;

use crate::explanation::{counterfactual, sentence, telling_reason};
use crate::words;

/// What was determined when the form was printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Determination {
    /// The engine's answer, as it is stored with the ticket.
    pub verdict: Verdict,
    /// What would be different, if a date or a paper were.
    pub explanation: Explanation,
    /// The report the windows were measured at, if a date was known (reading 6).
    pub claim_date: Option<NaiveDate>,
    /// The claim date is the day the unit came, nobody has said whether the fault was reported before, and reported by this
    /// day more would be granted; `None` where an earlier report changes nothing or somebody answered.
    pub reported_by: Option<NaiveDate>,
}

/// What would be different where only the date was missed.
const EARLIER: &str = "counterfactual-earlier";

/// As much of a hash as is compared by eye.
const HASH_CHARS_SHOWN: usize = 16;

impl Determination {
    /// As `application.typ` reads it.
    pub(crate) fn to_json(&self) -> serde_json::Value {
        json!({
            "rows": Remedy::ALL.map(|remedy| self.row(remedy)),
            "basis": self.basis(),
            "notes": self.notes(),
            "sources": self.sources(),
        })
    }

    /// The rows a customer may still hope for: entitled, pending, or refused only until a person has decided.
    pub(crate) fn open_rows(&self) -> Vec<serde_json::Value> {
        let is_open = |answer: &RemedyVerdict| match answer.outcome {
            Outcome::Granted | Outcome::Needs => true,
            Outcome::Denied => answer.unsigned,
        };
        Remedy::ALL
            .into_iter()
            .filter(|remedy| is_open(self.verdict.remedies.of(*remedy)))
            .map(|remedy| self.row(remedy))
            .collect()
    }

    fn row(&self, remedy: Remedy) -> serde_json::Value {
        let answer = self.verdict.remedies.of(remedy);
        // Repair in warranty ends with the cover; repair against payment has no window. That the unit is covered says
        // nothing of a repair that is denied, but where the day was missed and nothing else.
        let mut would_be = self.explanation.counterfactuals.iter();
        let is_missed = would_be.any(|told| told.remedy == remedy && told.id == EARLIER);
        let last_day = match remedy {
            Remedy::FreeRepair if answer.outcome == Outcome::Denied && !is_missed => None,
            Remedy::Refund | Remedy::Exchange => answer.last_day,
            Remedy::FreeRepair => self.verdict.cover.last_covered_day,
            Remedy::PaidRepair => None,
        };
        let clauses: Vec<&str> = answer.clauses.iter().map(|clause| clause.as_str()).collect();
        json!({
            "remedy": remedy_key(remedy),
            "outcome": outcome_key(&self.verdict, remedy),
            "unsigned": answer.unsigned,
            "last_day": last_day.map(|day| day.to_string()),
            "missing": answer.needs.iter().map(|need| words::both(&format!("need-{}", need.code()), &[])).collect::<Vec<_>>(),
            "clauses": clauses.join(", "),
        })
    }

    /// Why, in at most two lines a remedy: the reason that tells most, and the first thing that would change it.
    fn basis(&self) -> Vec<serde_json::Value> {
        let of_remedy = |remedy: Remedy| {
            let in_language = |language: Language| -> Option<String> {
                let reason = telling_reason(&self.verdict, remedy).map(|ground| sentence(language, ground));
                let mut would_be = self.explanation.counterfactuals.iter();
                // "It was possible until" stands in the reason already.
                let would_be = would_be.find(|told| told.remedy == remedy && told.id != EARLIER);
                let would_be = would_be.map(|told| counterfactual(language, told));
                let space = match language {
                    Language::ZhCn => "",
                    Language::En => " ",
                };
                let lines: Vec<String> = reason.into_iter().chain(would_be).collect();
                (!lines.is_empty()).then(|| lines.join(space))
            };
            let (zh, en) = (in_language(Language::ZhCn)?, in_language(Language::En)?);
            Some(json!({ "remedy": remedy_key(remedy), "zh": zh, "en": en }))
        };
        Remedy::ALL.into_iter().filter_map(of_remedy).collect()
    }

    fn notes(&self) -> Vec<serde_json::Value> {
        let verdict = &self.verdict;
        let mut notes = Vec::new();
        if let Some(date) = self.claim_date {
            let date = ("date", date.to_string().into());
            notes.push(match self.reported_by {
                None => words::both("paper-claim-date", &[date]),
                Some(by) => words::both("paper-received-date", &[date, ("by", by.to_string().into())]),
            });
        }
        if verdict.outside_policy {
            notes.push(words::both("paper-outside-policy", &[]));
        }
        if !verdict.excluded_by.is_empty() {
            let clauses: Vec<&str> = verdict.excluded_by.iter().map(|clause| clause.as_str()).collect();
            notes.push(words::both("paper-excluded-by", &[("clauses", clauses.join(", ").into())]));
        }
        if self.is_provisional() {
            notes.push(words::both("paper-calendar-provisional", &[]));
        }
        notes
    }

    /// Whether a day that is printed rests on a calendar year that is not yet published.
    fn is_provisional(&self) -> bool {
        let remedies = &self.verdict.remedies;
        [
            remedies.refund.calendar_status,
            remedies.exchange.calendar_status,
            self.verdict.cover.calendar_status,
        ]
        .contains(&Some(CalendarStatus::Provisional))
    }

    fn sources(&self) -> [serde_json::Value; 2] {
        let shown = |hash: &str| Value::from(hash.chars().take(HASH_CHARS_SHOWN).collect::<String>());
        let policy = &self.verdict.policy;
        let pack = format!("{} {}", policy.id, policy.version);
        [
            words::both("paper-policy", &[("pack", pack.into()), ("hash", shown(&policy.hash))]),
            words::both("paper-calendar", &[("hash", shown(&self.verdict.calendar_hash))]),
        ]
    }
}

/// The end of the id of an outcome's words. A paid repair is not refused to anyone, it is not needed; and where no
/// fault was found there is nothing to repair, in warranty or out of it.
pub(crate) fn outcome_key(verdict: &Verdict, remedy: Remedy) -> &'static str {
    match (verdict.remedies.of(remedy).outcome, remedy) {
        (Outcome::Granted, Remedy::PaidRepair) if is_without_fault(verdict) => "nothing_to_repair",
        (Outcome::Granted, _) => "granted",
        (Outcome::Needs, _) => "needs",
        (Outcome::Denied, Remedy::PaidRepair) if !verdict.outside_policy => "not_needed",
        (Outcome::Denied, Remedy::FreeRepair) if is_without_fault(verdict) => "nothing_to_repair",
        (Outcome::Denied, _) => "denied",
    }
}

/// The grounds by which a diagnosis found nothing that a repair could mend.
const WITHOUT_FAULT: [&str; 3] =
    ["ground-operates_normally", "ground-within_specification", "ground-no_fault_found"];

/// Whether everything that was diagnosed is that there is no fault.
fn is_without_fault(verdict: &Verdict) -> bool {
    let rests_on_findings = |ground: &&Ground| ground.facts.iter().any(|fact| fact == FactName::Findings);
    let is_none = |ground: &Ground| WITHOUT_FAULT.contains(&ground.id.as_ref());
    let mut diagnosed = verdict.grounds.iter().filter(rests_on_findings);
    diagnosed.next().is_some_and(is_none) && diagnosed.all(is_none)
}

/// The end of the ids of a remedy's words: `remedy-refund`.
pub(crate) const fn remedy_key(remedy: Remedy) -> &'static str {
    match remedy {
        Remedy::Refund => "refund",
        Remedy::Exchange => "exchange",
        Remedy::FreeRepair => "free_repair",
        Remedy::PaidRepair => "paid_repair",
    }
}

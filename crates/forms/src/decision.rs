//! The decision letter (处理决定书): what is granted and what is not, by which clause and on which facts, who decided where
//! the rules left it to a person, what the customer can still do and until when. It says what verdict and answers say;
//! whether it may go out is asked before it is filled (app/decision_letter.rs). Its looks are in `forms/decision.typ`.

use chrono::NaiveDate;
use nightbench_calendar::CalendarStatus;
use nightbench_domain::claim::Remedy;
use nightbench_domain::code;
use nightbench_domain::decision::DecisionKind;
use nightbench_domain::intake::Intake;
use nightbench_domain::rma::RmaNumber;
use nightbench_eligibility::Explanation;
use nightbench_eligibility::facts::Facts;
use nightbench_eligibility::message::{clause_message_id, fact_message_id};
use nightbench_eligibility::verdict::{ClauseId, Effect, FactName, FactSet, Ground, Outcome, Verdict};
use nightbench_locale::{Language, say};
use serde_json::{Value, json};

use crate::FormError;
use crate::application::{class_key, merge, rma_json, sheet};
use crate::centre::{Bilingual, Printed, ServiceCentre};
use crate::determination::{outcome_key, remedy_key};
use crate::explanation::{counterfactual, fact_value, sentence};
use crate::form::FormLanguage;
use crate::words::{both, for_print};

/// A decision letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionLetter {
    /// The number of the work order.
    pub rma: RmaNumber,
    /// Who decides.
    pub centre: ServiceCentre,
    /// What was recorded when the unit came.
    pub intake: Intake,
    /// What is known of the claim.
    pub facts: Facts,
    /// Where each fact that nobody stated was taken from.
    pub sources: Vec<(FactName, Bilingual)>,
    /// The engine's answer, as it is stored with the ticket.
    pub verdict: Verdict,
    /// What would be different, if a paper were.
    pub explanation: Explanation,
    /// What people decided beside it.
    pub by_people: Vec<PersonsDecision>,
    /// When and where it is printed.
    pub printed: Printed,
}

/// What a person decided on a remedy where the rules left it to one, or beyond them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonsDecision {
    /// Which remedy.
    pub remedy: Remedy,
    /// Whether it is granted.
    pub is_granted: bool,
    /// What the question was about.
    pub kind: DecisionKind,
    /// Its clause, as in `3.3`; empty for none.
    pub clause: String,
    /// Who decided; staff, no customer.
    pub name: String,
    /// On which day.
    pub on: NaiveDate,
}

/// The remedies a letter decides on. A paid repair is no right that is granted or denied; it is offered beside.
const RIGHTS: [Remedy; 3] = [Remedy::Refund, Remedy::Exchange, Remedy::FreeRepair];

/// The most reasons that stand under one remedy: what decides, not the whole proof.
const REASONS_MAX: usize = 3;

impl DecisionLetter {
    /// The content as `decision.typ` reads it.
    pub(crate) fn content(&self, language: FormLanguage) -> Result<Value, FormError> {
        let intake = &self.intake;
        let mut content = sheet(language, &self.centre, &self.printed, "none");
        merge(
            &mut content,
            json!({
                "rma": rma_json(&self.rma)?,
                "customer": { "name": for_print(intake.customer.name.reveal()) },
                "unit": {
                    "model": for_print(&intake.model),
                    "class": class_key(intake.product_class),
                    "serial": for_print(intake.serial.as_str()),
                },
                "received": intake.received_on.to_string(),
                "decided": self.printed.at.date_naive().to_string(),
                "rows": RIGHTS.map(|remedy| self.row(remedy)),
                "facts": self.fact_rows(),
                "steps": self.steps(),
                "pack": format!("{} {}", self.verdict.policy.id, self.verdict.policy.version),
            }),
        );
        Ok(content)
    }

    fn person(&self, remedy: Remedy) -> Option<&PersonsDecision> {
        self.by_people.iter().find(|decision| decision.remedy == remedy)
    }

    /// Whether a remedy is granted, by the verdict or by a person.
    fn is_granted(&self, remedy: Remedy) -> bool {
        match self.person(remedy) {
            Some(decision) => decision.is_granted,
            None => self.verdict.remedies.of(remedy).outcome == Outcome::Granted,
        }
    }

    fn is_open(&self, remedy: Remedy) -> bool {
        self.person(remedy).is_none() && self.verdict.remedies.of(remedy).outcome == Outcome::Needs
    }

    fn row(&self, remedy: Remedy) -> Value {
        let answer = self.verdict.remedies.of(remedy);
        let person = self.person(remedy);
        let outcome = match person {
            Some(decision) if decision.is_granted => "granted",
            Some(_) => "denied",
            None => outcome_key(&self.verdict, remedy),
        };
        let clauses: Vec<Value> = answer.clauses.iter().map(clause_json).collect();
        json!({
            "remedy": remedy_key(remedy),
            "outcome": outcome,
            "last_day": self.last_day(remedy).map(|(day, _)| day.to_string()),
            "provisional": self.last_day(remedy).is_some_and(|(_, status)| status == CalendarStatus::Provisional),
            "clauses": clauses,
            "reasons": self.reasons(remedy),
            "missing": if self.is_open(remedy) { self.missing(remedy) } else { Vec::new() },
            "person": person.map(person_json),
        })
    }

    /// The last day of what is granted; of a denial it is in its reason.
    fn last_day(&self, remedy: Remedy) -> Option<(NaiveDate, CalendarStatus)> {
        if !self.is_granted(remedy) && !self.is_open(remedy) {
            return None;
        }
        let answer = self.verdict.remedies.of(remedy);
        let (day, status) = match remedy {
            Remedy::Refund | Remedy::Exchange => (answer.last_day, answer.calendar_status),
            Remedy::FreeRepair => (self.verdict.cover.last_covered_day, self.verdict.cover.calendar_status),
            Remedy::PaidRepair => (None, None),
        };
        Some((day?, status.unwrap_or(CalendarStatus::Published)))
    }

    /// What decided, clause by clause; where a person decided against the rules, what they say stays in sight.
    fn reasons(&self, remedy: Remedy) -> Vec<Value> {
        let towards = match self.verdict.remedies.of(remedy).outcome {
            Outcome::Granted => Effect::For,
            Outcome::Denied => Effect::Against,
            Outcome::Needs => return Vec::new(),
        };
        let decides = |ground: &&Ground| {
            ground.effect == towards && ground.decides.contains(remedy) && !ground.facts.is_empty()
        };
        let deciding = self.verdict.grounds.iter().filter(decides).take(REASONS_MAX);
        deciding
            .map(|ground| {
                json!({
                    "clause": ground.clause.as_str(),
                    "zh": sentence(Language::ZhCn, ground),
                    "en": sentence(Language::En, ground),
                })
            })
            .collect()
    }

    fn missing(&self, remedy: Remedy) -> Vec<Value> {
        let needs = self.verdict.remedies.of(remedy).needs.iter();
        needs.map(|need| both(&format!("need-{}", need.code()), &[])).collect()
    }

    /// The facts that the outcomes of the rights rest on, with their sources.
    fn fact_rows(&self) -> Vec<Value> {
        let decides = |ground: &&Ground| RIGHTS.iter().any(|remedy| ground.decides.contains(*remedy));
        let named = self.verdict.grounds.iter().filter(decides);
        let named = named.fold(FactSet::of([]), |facts, ground| facts.and(ground.facts));
        let stated = serde_json::to_value(&self.facts).unwrap_or_default();
        let row = |name: FactName| {
            let value = |language| fact_value(language, &stated, name);
            let source = self.sources.iter().find(|(fact, _)| *fact == name).map(|(_, source)| source);
            Some(json!({
                "name": both(&fact_message_id(name), &[]),
                "value": { "zh": for_print(&value(Language::ZhCn)?), "en": for_print(&value(Language::En)?) },
                "source": match source {
                    Some(source) => json!({ "zh": for_print(&source.zh), "en": for_print(&source.en) }),
                    None => both("paper-decision-as-stated", &[]),
                },
            }))
        };
        named.iter().filter_map(row).collect()
    }

    /// What the customer can still do, and until when.
    fn steps(&self) -> Vec<Value> {
        let mut steps = Vec::new();
        for remedy in RIGHTS {
            let name = |language| say(language, &format!("remedy-{}", remedy_key(remedy)), &[]);
            let with = |id: &str, day: NaiveDate| {
                let text = |language: Language| {
                    say(language, id, &[("remedy", name(language).into()), ("day", day.to_string().into())])
                };
                json!({ "zh": text(Language::ZhCn), "en": text(Language::En) })
            };
            match (self.is_granted(remedy), remedy, self.last_day(remedy)) {
                (true, Remedy::FreeRepair, Some((day, _))) => {
                    steps.push(with("paper-decision-covered-to", day))
                }
                (true, _, Some((day, _))) => steps.push(with("paper-decision-claim-by", day)),
                (true, _, None) | (false, _, _) => {}
            }
        }
        if RIGHTS.into_iter().filter(|remedy| self.is_granted(*remedy)).count() > 1 {
            steps.push(both("paper-decision-choose", &[]));
        }
        let would_be = self.explanation.counterfactuals.iter();
        // What only an earlier date would bring cannot be done any more.
        let would_be = would_be.filter(|told| {
            !told.supplied.is_empty() && RIGHTS.contains(&told.remedy) && !self.is_granted(told.remedy)
        });
        steps.extend(would_be.map(|told| {
            json!({ "zh": counterfactual(Language::ZhCn, told), "en": counterfactual(Language::En, told) })
        }));
        let is_offered = outcome_key(&self.verdict, Remedy::PaidRepair) == "granted"
            && !self.is_granted(Remedy::FreeRepair);
        if is_offered {
            steps.push(both("paper-decision-paid", &[]));
        }
        steps.push(both("paper-decision-unrepaired", &[]));
        steps.push(both("paper-decision-object", &[]));
        steps
    }
}

/// A clause with its short title in our words.
fn clause_json(clause: &ClauseId) -> Value {
    json!({ "id": clause.as_str(), "title": both(&clause_message_id(clause), &[]) })
}

fn person_json(decision: &PersonsDecision) -> Value {
    let id = if decision.is_granted { "paper-decision-by-granted" } else { "paper-decision-by-denied" };
    let in_language = |language: Language| {
        let kind = say(language, &format!("decision-kind-{}", code(&decision.kind)), &[]);
        let name = if decision.name.is_empty() { "—".to_owned() } else { for_print(&decision.name) };
        let clause = if decision.clause.is_empty() { "none" } else { decision.clause.as_str() };
        let values = [
            ("name", name.into()),
            ("on", decision.on.to_string().into()),
            ("kind", kind.into()),
            ("clause", clause.into()),
        ];
        say(language, id, &values)
    };
    json!({ "zh": in_language(Language::ZhCn), "en": in_language(Language::En) })
}

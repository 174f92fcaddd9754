//! A verdict in words: which sentences, in which order. One rendering for the command line, which prints all of it as
//! text, and for paper, which takes the deciding reasons and what would be different (determination.rs). The window
//! renders the verdict's fields by itself, by the same message ids. It decides nothing: what stands under which remedy
//! is said by the grounds.

use crate::determination::{outcome_key, remedy_key};
use nightbench_domain::claim::Remedy;
use nightbench_domain::code;
use nightbench_eligibility::facts::Facts;
use nightbench_eligibility::message::fact_message_id;
use nightbench_eligibility::verdict::{Effect, FactName, FactSet, Ground, Need, Outcome, Verdict};
use nightbench_eligibility::{Counterfactual, Explanation};
use nightbench_locale::{Language, Value, say};
use std::fmt::Write;

/// What is told.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// What is known of the claim.
    pub facts: &'a Facts,
    /// The answer to it.
    pub verdict: &'a Verdict,
    /// What makes it understandable beside its grounds.
    pub explanation: &'a Explanation,
}

impl Told<'_> {
    /// The whole explanation as lines of text: each remedy with its proof tree (`+` for, `-` against, `?` open, `=` what
    /// follows), then what would change it, what to ask next, and what it rests on besides. Ends with a line end.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let words = Words { language, facts: serde_json::to_value(self.facts).unwrap_or_default() };
        let verdict = self.verdict;
        let mut lines: Vec<String> = Vec::new();
        lines.extend(verdict.case.clone());
        for remedy in Remedy::ALL {
            lines.push(words.headline(verdict, remedy));
            lines.extend(words.tree(verdict, remedy));
        }
        let would_be = self.explanation.counterfactuals.iter();
        words.list(
            &mut lines,
            "explain-counterfactuals",
            would_be.map(|told| counterfactual(language, told)),
        );
        let next = verdict.next_question.map(|need| words.say(&format!("ask-{}", need.code())));
        words.list(&mut lines, "explain-next", next.into_iter());
        let moot: Vec<String> =
            verdict.no_longer_matters.iter().map(|name| words.say(&fact_message_id(name))).collect();
        words.list(&mut lines, "explain-no_longer_matters", words.joined(moot).into_iter());
        words.list(&mut lines, "explain-readings", self.readings(&words));
        let assumed = verdict.assumptions.iter().map(|one| words.say(&format!("assumption-{}", one.code())));
        words.list(&mut lines, "explain-assumptions", assumed);
        let notes = verdict.notes.iter().map(|note| {
            let confidence = words.say(&format!("confidence-{}", note.confidence));
            let says = words.say(&note.id);
            let values =
                [("note", says.into()), ("law", (&note.law).into()), ("confidence", confidence.into())];
            say(language, "explain-note", &values)
        });
        words.list(&mut lines, "explain-notes", notes);
        let policy = [("id", (&verdict.policy.id).into()), ("version", (&verdict.policy.version).into())];
        lines.push(say(language, "explain-policy", &policy));
        lines.into_iter().fold(String::new(), |mut text, line| {
            // Writing into a text cannot fail.
            let _ = writeln!(text, "{line}");
            text
        })
    }

    fn readings(&self, words: &Words) -> impl Iterator<Item = String> {
        self.explanation.readings.iter().map(|reading| {
            let remedies = reading.remedies.iter().map(|&remedy| words.remedy(remedy)).collect();
            let says = match words.language {
                Language::ZhCn => &reading.says.zh,
                Language::En => &reading.says.en,
            };
            let level = words.say(&format!("level-{}", code(&reading.level)));
            let values = [
                ("number", i64::from(reading.number).into()),
                ("remedies", words.joined(remedies).unwrap_or_default().into()),
                ("level", level.into()),
                ("says", says.into()),
            ];
            say(words.language, "explain-reading", &values)
        })
    }
}

/// The sentence of a ground.
pub(crate) fn sentence(language: Language, ground: &Ground) -> String {
    let values: Vec<(&str, Value<'_>)> =
        ground.args.iter().map(|(name, arg)| (name, arg.to_string().into())).collect();
    say(language, &ground.id, &values)
}

/// The sentence of what would be different.
pub(crate) fn counterfactual(language: Language, told: &Counterfactual) -> String {
    let piece = |need: Need| say(language, &format!("if-{}", need.code()), &[]);
    let supplied = told
        .supplied
        .iter()
        .copied()
        .map(piece)
        .reduce(|one, other| say(language, "if-both", &[("one", one.into()), ("other", other.into())]));
    let needs = told.needs.iter().map(|need| say(language, &format!("need-{}", need.code()), &[])).collect();
    let values = [
        ("remedy", remedy_key(told.remedy).into()),
        ("supplied", supplied.unwrap_or_default().into()),
        ("needs", joined(language, needs).unwrap_or_default().into()),
        ("last_day", told.last_day.map(|day| day.to_string()).unwrap_or_default().into()),
    ];
    say(language, &told.id, &values)
}

/// The one reason that tells a customer most about an outcome: for a denial what stands against it, for an entitlement
/// the period it lies in, for a charge what is to be paid for. None for what is open: what is missing is said instead.
pub(crate) fn telling_reason(verdict: &Verdict, remedy: Remedy) -> Option<&Ground> {
    let outcome = verdict.remedies.of(remedy).outcome;
    let towards = match (outcome, remedy) {
        (Outcome::Needs, _) => return None,
        (Outcome::Denied, Remedy::PaidRepair) => Effect::For,
        (Outcome::Granted, Remedy::PaidRepair) | (Outcome::Denied, _) => Effect::Against,
        (Outcome::Granted, Remedy::Refund | Remedy::Exchange | Remedy::FreeRepair) => Effect::For,
    };
    let deciding: Vec<&Ground> = verdict
        .grounds
        .iter()
        .filter(|ground| ground.decides.contains(remedy) && ground.effect == towards)
        .collect();
    let is_its_own = |ground: &&&Ground| ground.remedies.iter().eq([remedy]);
    deciding.iter().find(is_its_own).or(deciding.last()).copied()
}

/// A fact's value in words, of facts as they are written; None where it was not stated.
pub(crate) fn fact_value(language: Language, facts: &serde_json::Value, name: FactName) -> Option<String> {
    Words { language, facts: facts.clone() }.value(name)
}

/// A list in the manner of the language; None for an empty one.
fn joined(language: Language, items: Vec<String>) -> Option<String> {
    items.into_iter().reduce(|items, next| {
        say(language, "explain-list", &[("items", items.into()), ("next", next.into())])
    })
}

/// The words of one language, and the facts as they are written.
struct Words {
    language: Language,
    facts: serde_json::Value,
}

impl Words {
    fn say(&self, id: &str) -> String {
        say(self.language, id, &[])
    }

    fn remedy(&self, remedy: Remedy) -> String {
        self.say(&format!("remedy-{}", remedy_key(remedy)))
    }

    fn joined(&self, items: Vec<String>) -> Option<String> {
        joined(self.language, items)
    }

    /// A heading with its lines; nothing where there are none.
    fn list(&self, lines: &mut Vec<String>, heading: &str, items: impl Iterator<Item = String>) {
        let mut items = items.peekable();
        if items.peek().is_some() {
            lines.push(self.say(heading));
            lines.extend(items.map(|item| format!("  {item}")));
        }
    }

    /// A remedy with its outcome, its last day and what it needs.
    fn headline(&self, verdict: &Verdict, remedy: Remedy) -> String {
        let answer = verdict.remedies.of(remedy);
        let outcome = self.say(&format!("outcome-{}", outcome_key(verdict, remedy)));
        let last_day = match (answer.outcome, remedy) {
            (Outcome::Denied, _) | (_, Remedy::PaidRepair) => None,
            (_, Remedy::Refund | Remedy::Exchange) => answer.last_day,
            (_, Remedy::FreeRepair) => verdict.cover.last_covered_day,
        };
        let until =
            last_day.map(|day| say(self.language, "explain-until", &[("last_day", day.to_string().into())]));
        let unsigned = answer.unsigned.then(|| self.say("outcome-unsigned"));
        let parts = std::iter::once(outcome).chain(until).chain(unsigned).collect();
        let outcome = self.joined(parts).unwrap_or_default();
        let missing = answer.needs.iter().map(|need| self.say(&format!("need-{}", need.code()))).collect();
        let outcome = match self.joined(missing) {
            Some(missing) => self.fact(outcome, missing),
            None => outcome,
        };
        say(
            self.language,
            "explain-remedy",
            &[("remedy", self.remedy(remedy).into()), ("outcome", outcome.into())],
        )
    }

    /// The proof tree of a remedy: what follows, what decides it, and what else weighs on it.
    fn tree(&self, verdict: &Verdict, remedy: Remedy) -> Vec<String> {
        let grounds = || verdict.grounds.iter();
        let is_open = verdict.remedies.of(remedy).outcome == Outcome::Needs;
        let follows = |ground: &&Ground| ground.facts.is_empty() && ground.remedies.contains(remedy);
        let decides = |ground: &&Ground| {
            let is_asked = is_open && ground.effect == Effect::Open && ground.remedies.contains(remedy);
            !ground.facts.is_empty() && (ground.decides.contains(remedy) || is_asked)
        };
        let weighs =
            |ground: &&Ground| ground.remedies.contains(remedy) && !follows(ground) && !decides(ground);
        let mut lines: Vec<String> =
            grounds().filter(follows).map(|ground| format!("  = {}", self.cited(ground))).collect();
        lines.extend(grounds().filter(decides).map(|ground| self.leaf(ground)));
        let beside = grounds().filter(weighs).map(|ground| self.leaf(ground));
        let beside: Vec<String> = beside.collect();
        if !beside.is_empty() {
            lines.push(format!("  {}", self.say("explain-beside")));
            lines.extend(beside);
        }
        lines
    }

    /// A ground with its direction, its clause and the facts it rests on.
    fn leaf(&self, ground: &Ground) -> String {
        let mark = match ground.effect {
            Effect::For => '+',
            Effect::Against => '-',
            Effect::Open => '?',
        };
        let cited = self.cited(ground);
        match self.facts_of(ground.facts) {
            Some(facts) => format!("  {mark} {cited}  <- {facts}"),
            None => format!("  {mark} {cited}"),
        }
    }

    fn cited(&self, ground: &Ground) -> String {
        format!("{} [{}]", sentence(self.language, ground), ground.clause)
    }

    /// The facts with their values. What was not stated is left out beside what was: it rests on its default.
    fn facts_of(&self, facts: FactSet) -> Option<String> {
        let stated: Vec<FactName> = facts.iter().filter(|&name| self.value(name).is_some()).collect();
        let shown = if stated.is_empty() { facts.iter().collect() } else { stated };
        let fact = |name: FactName| {
            let value = self.value(name).unwrap_or_else(|| self.say("value-not_stated"));
            self.fact(self.say(&fact_message_id(name)), value)
        };
        self.joined(shown.into_iter().map(fact).collect())
    }

    fn fact(&self, name: String, value: String) -> String {
        say(self.language, "explain-fact", &[("name", name.into()), ("value", value.into())])
    }

    /// A fact's value in words; None where it was not stated.
    fn value(&self, name: FactName) -> Option<String> {
        let mut value = &self.facts;
        for part in name.code().split('.') {
            // "Asked, no answer" of a whole holds for its parts.
            value = if value.is_string() { value } else { value.get(part)? };
        }
        if name == FactName::Contract && value.is_object() {
            return Some(self.say("value-seen"));
        }
        self.value_text(value)
    }

    fn value_text(&self, value: &serde_json::Value) -> Option<String> {
        use serde_json::Value::{Array, Bool, Null, Number, Object, String};
        match value {
            Null => None,
            Bool(is_so) => Some(self.say(if *is_so { "value-yes" } else { "value-no" })),
            Number(number) => Some(number.to_string()),
            String(text) if text.starts_with(|first: char| first.is_ascii_digit()) => Some(text.clone()),
            String(code) => Some(self.say(&format!("value-{code}"))),
            Array(items) if items.is_empty() => Some(self.say("value-none")),
            Array(items) => self.joined(items.iter().filter_map(|item| self.value_text(item)).collect()),
            Object(repair) => {
                let part = |name: &str| {
                    let said = repair.get(name).and_then(|value| self.value_text(value));
                    said.unwrap_or_else(|| self.say("value-not_stated"))
                };
                let values = [("completed", part("completed").into()), ("scope", part("scope").into())];
                Some(say(self.language, "explain-repair", &values))
            }
        }
    }
}

//! Everything of a verdict that the contract defines, by brute force: outcomes, needs, last days, what is proven to
//! exclude, the readings an outcome turns on, and which denials wait for a person. Not the grounds and not the words.

use crate::claim::{Claim, Class, FINDINGS, Label, Object};
use crate::complete::{
    Findings, in_time, is_barred, is_contradictory, is_outside, last_day, months, nominal_days, tail,
};
use crate::completions::{Completions, Outcome, Values};
use crate::day::{self, Day, months_after};
use crate::rest::is_published;
use crate::{REMEDIES, TURNABLE};
use serde_json::{Value, json};

/// Readings that are unsigned, or on which an adjudicator decides: a denial that turns on one is provisional.
const FOR_A_PERSON: [u8; 3] = [8, 9, 10];

/// The answer that facts must get.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    /// In the order of [`REMEDIES`].
    pub(crate) remedies: [RemedyAnswer; 4],
    /// The policy does not apply at all.
    pub(crate) outside_policy: bool,
    /// What is proven, in the order of the clauses, 1.1 last.
    pub(crate) excluded_by: Vec<&'static str>,
    /// `nominal_end`, `last_covered_day` and `calendar_status`, as JSON has them.
    pub(crate) cover: [Option<String>; 3],
    /// What was taken for granted.
    pub(crate) assumptions: Vec<&'static str>,
    /// Readings whose alternative would change an outcome.
    pub(crate) readings: Vec<u8>,
}

/// The answer on one remedy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RemedyAnswer {
    /// `granted`, `denied` or `needs`, and what it needs.
    pub(crate) outcome: Outcome,
    /// `last_day`, `nominal_last_day` and `calendar_status`, as JSON has them.
    pub(crate) days: [Option<String>; 3],
    /// The denial turns on a reading that waits for a person.
    pub(crate) unsigned: bool,
}

impl Answer {
    /// Works the answer out; `None` where there would be more than `most` completions to look at.
    pub(crate) fn to(claim: &Claim, most: usize) -> Option<(Self, Completions)> {
        let values = Values::of(claim, 0);
        if most < values.count() {
            return None;
        }
        let completions = values.completions(claim, 0);
        let outcomes = completions.outcomes();
        let mut readings = Vec::new();
        let mut unsigned = [false; 4];
        for turned in TURNABLE {
            let other = Values::of(claim, turned).completions(claim, turned);
            if other.sizes == completions.sizes && other.rulings == completions.rulings {
                continue;
            }
            let other = other.outcomes();
            if other != outcomes {
                readings.push(turned);
            }
            for remedy in (0..4).filter(|_| FOR_A_PERSON.contains(&turned)) {
                unsigned[remedy] |= outcomes[remedy].0 == "denied" && outcomes[remedy] != other[remedy];
            }
        }
        let days = last_days(claim);
        let mut remedy = 0;
        let remedies = outcomes.map(|outcome| {
            let days = days.get(remedy).cloned().unwrap_or_default();
            remedy += 1;
            RemedyAnswer { outcome, days, unsigned: unsigned[remedy - 1] }
        });
        let answer = Self {
            remedies,
            outside_policy: is_known_outside(claim),
            excluded_by: excluded_by(claim),
            cover: cover(claim),
            assumptions: assumptions(claim),
            readings,
        };
        Some((answer, completions))
    }

    /// The fields in which a verdict differs from this answer, each with what it says and what it should.
    pub(crate) fn differences(&self, verdict: &Value) -> Vec<String> {
        let mut differences = Vec::new();
        let mut compare = |field: String, found: &Value, expected: Value| {
            if *found != expected {
                differences.push(format!("{field}: {found}, expected {expected}"));
            }
        };
        for (name, expected) in REMEDIES.into_iter().zip(&self.remedies) {
            let found = &verdict["remedies"][name];
            let field = |part: &str| format!("{name}.{part}");
            compare(field("outcome"), &found["outcome"], json!(expected.outcome.0));
            compare(field("needs"), &found["needs"], json!(expected.outcome.1));
            compare(field("unsigned"), &found["unsigned"], json!(expected.unsigned));
            for (part, day) in ["last_day", "nominal_last_day", "calendar_status"].iter().zip(&expected.days)
            {
                compare(field(part), &found[part], json!(day));
            }
        }
        for (part, day) in ["nominal_end", "last_covered_day", "calendar_status"].iter().zip(&self.cover) {
            compare(format!("cover.{part}"), &verdict["cover"][part], json!(day));
        }
        compare("outside_policy".to_owned(), &verdict["outside_policy"], json!(self.outside_policy));
        compare("excluded_by".to_owned(), &verdict["excluded_by"], json!(self.excluded_by));
        compare("assumptions".to_owned(), &verdict["assumptions"], json!(self.assumptions));
        compare("readings".to_owned(), &verdict["readings"], json!(self.readings));
        differences
    }
}

fn is_known_outside(claim: &Claim) -> bool {
    claim.sale.known().is_some_and(|sale| is_outside(claim, sale))
}

/// The day from which everything runs.
fn start(claim: &Claim) -> Option<Day> {
    claim.terms().starts_on.or_else(|| claim.bought(0)).filter(|_| !is_known_outside(claim))
}

/// Of refund and exchange, also of denied and pending ones; none outside the policy and for a special price.
fn last_days(claim: &Claim) -> Vec<[Option<String>; 3]> {
    let is_barred = claim.sale.known().is_some_and(|sale| is_barred(claim, sale));
    let Some(start) = start(claim).filter(|_| !is_barred) else { return Vec::new() };
    let (refund, exchange) = nominal_days(claim, start, 0);
    let written = |nominal: Day| {
        let reached = last_day(claim, nominal, 0);
        [Some(day::to_text(reached)), Some(day::to_text(nominal)), Some(status(claim, nominal, reached))]
    };
    vec![written(refund), written(exchange)]
}

/// Given where every class and object that is possible has the same period.
fn cover(claim: &Claim) -> [Option<String>; 3] {
    let Some(start) = start(claim) else { return [None, None, None] };
    let mut periods = Vec::new();
    for class in [Class::Terminal, Class::Module, Class::Detector] {
        for object in [Object::Whole, Object::Part] {
            let is_possible = claim.class.known().is_none_or(|known| known == class)
                && claim.object.known().is_none_or(|known| known == object);
            if is_possible {
                periods.push(months(claim, class, object, 0));
            }
        }
    }
    let Some(period) = periods[0].filter(|_| periods.iter().all(|other| *other == periods[0])) else {
        return [None, None, None];
    };
    let end = months_after(start, period, false);
    let with_tail = tail(claim, 0).map_or(end, |tail| tail.max(end));
    let reached = last_day(claim, with_tail, 0);
    [Some(day::to_text(end)), Some(day::to_text(reached)), Some(status(claim, with_tail, reached))]
}

/// Without a roll no calendar is asked, so that nothing is provisional.
fn status(claim: &Claim, nominal: Day, reached: Day) -> String {
    let is_certain = claim.is_plain || is_published(nominal, reached);
    (if is_certain { "published" } else { "provisional" }).to_owned()
}

fn excluded_by(claim: &Claim) -> Vec<&'static str> {
    if is_known_outside(claim) {
        return Vec::new();
    }
    let mut proven = Vec::new();
    if is_over_in_every_completion(claim) {
        proven.push("5.1");
    }
    let mut is_nothing_covered = false;
    if let Some(codes) = claim.findings.known() {
        // A consumable's defect that is still open may turn out either way; a contradiction proves nothing.
        let defects = claim.defect.known().map_or(vec![true, false], |defect| vec![defect]);
        let each: Vec<Findings> = defects.into_iter().map(|defect| Findings { codes, defect }).collect();
        if !each.iter().any(|&findings| is_contradictory(findings)) {
            for (at, (name, clause)) in FINDINGS.into_iter().enumerate().skip(1) {
                let is_proven =
                    codes >> at & 1 == 1 && (name != "consumable" || claim.defect.known() == Some(false));
                match clause {
                    "1.1" => is_nothing_covered = is_proven || codes == 0,
                    clause if is_proven => proven.push(clause),
                    _ => {}
                }
            }
        }
    }
    let is = |fact: Option<bool>| fact == Some(false);
    let papers = [
        ("5.8a", is(claim.certificate.known())),
        ("5.8b", is(claim.proof.known())),
        ("5.8c", claim.label.known() == Some(Label::Unreadable)),
        ("5.8d", claim.label.known() == Some(Label::Absent)),
        ("5.8e", is(claim.matches.known())),
        ("5.12", is(claim.source.known())),
    ];
    proven.extend(papers.into_iter().filter(|(_, is_proven)| *is_proven).map(|(clause, _)| clause));
    proven.sort_by_key(|clause| {
        let number = clause.trim_start_matches("5.").trim_end_matches(char::is_alphabetic);
        (number.parse::<u8>().unwrap_or(99), *clause)
    });
    if is_nothing_covered {
        proven.push("1.1");
    }
    proven
}

fn is_over_in_every_completion(claim: &Claim) -> bool {
    let Some(claimed) = claim.claimed.known() else { return false };
    let Some(bought) = claim.bought(0).or(claim.terms().starts_on) else { return false };
    if claim.bought(0).is_some_and(|bought| claimed < bought) {
        return false;
    }
    let classes = [Class::Terminal, Class::Module, Class::Detector];
    let classes = classes.into_iter().filter(|class| claim.class.known().is_none_or(|known| known == *class));
    classes.into_iter().all(|class| {
        let objects = [Object::Whole, Object::Part];
        let mut objects =
            objects.into_iter().filter(|object| claim.object.known().is_none_or(|known| known == *object));
        objects.all(|object| in_time(claim, class, object, bought, 0).is_covered == Some(false))
    })
}

fn assumptions(claim: &Claim) -> Vec<&'static str> {
    let mut assumptions = Vec::new();
    if claim.contract.known().is_none_or(|terms| terms.has_unanswered) {
        assumptions.push("contract_defaults");
    }
    if claim.is_a_repair_left_out {
        assumptions.push("prior_repair_left_out");
    }
    if claim.are_repairs_unanswered {
        assumptions.push("no_prior_repairs");
    }
    if claim.is_counting_unanswered {
        assumptions.push("rest_days_roll");
    }
    assumptions
}

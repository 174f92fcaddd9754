//! Whether a verdict may go out as a decision: a denial that turns on a reading nobody answers for is provisional until a
//! person decided, also where it takes several such readings at once to turn it. It writes no letter and keeps no
//! decision; who prints one asks here first.

use crate::claim::Claim;
use crate::facts::Facts;
use crate::policy::Policy;
use crate::policy::reading::{Choices, Reading};
use crate::remedy_set::RemedySet;
use crate::space::Space;
use crate::table::{IN_THE_TABLE, Table};
use crate::verdict::{Outcome, Verdict};
use nightbench_calendar::Calendar;
use nightbench_domain::claim::Remedy;

/// Why a verdict is no decision letter yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LetterRefusal {
    /// These denials turn on a reading that is unsigned or must be adjudicated, and no person has decided on them.
    Provisional(Vec<Remedy>),
    /// These remedies are open: a letter that denied or granted them would be invented.
    Open(Vec<Remedy>),
}

impl Verdict {
    /// The denials that wait for a person, in the order in which remedies are shown.
    pub fn provisional(&self) -> impl Iterator<Item = Remedy> {
        Remedy::ALL.into_iter().filter(|&remedy| self.remedies.of(remedy).unsigned)
    }

    /// Whether a denial of it waits for a person.
    #[must_use]
    pub fn is_provisional(&self) -> bool {
        self.provisional().next().is_some()
    }

    /// Why this verdict cannot be printed as a decision letter about some remedies, of which a person has decided on
    /// `decided`; None when it can. A remedy that the letter does not speak of does not hinder it.
    ///
    /// Policy, calendar and facts are those it was made by. A denial may stand under the alternative of every single
    /// reading and fall when two are turned together, so every combination of those that nobody answers for is followed.
    #[must_use]
    pub fn decision_letter_refusal(
        &self,
        (policy, calendar, facts): (&Policy, &Calendar, &Facts),
        about: &[Remedy],
        decided: &[Remedy],
    ) -> Option<LetterRefusal> {
        let undecided: RemedySet =
            Remedy::ALL.into_iter().filter(|one| about.contains(one) && !decided.contains(one)).collect();
        let with_outcome = |outcome: Outcome| {
            undecided.iter().filter(move |&remedy| self.remedies.of(remedy).outcome == outcome)
        };
        let alone: RemedySet = self.provisional().collect();
        let together: RemedySet = with_outcome(Outcome::Denied).collect();
        let together = turned_together(policy, calendar, facts, together.without(alone));
        let provisional: Vec<Remedy> = alone.only(undecided).and(together).iter().collect();
        if !provisional.is_empty() {
            return Some(LetterRefusal::Provisional(provisional));
        }
        let open: Vec<Remedy> = with_outcome(Outcome::Needs).collect();
        (!open.is_empty()).then_some(LetterRefusal::Open(open))
    }
}

/// Those of some denials that do not stand under every combination of the readings that wait for a person.
fn turned_together(policy: &Policy, calendar: &Calendar, facts: &Facts, denied: RemedySet) -> RemedySet {
    let waiting = policy.readings().iter().filter(|entry| entry.needs_a_person());
    let (in_table, elsewhere): (Vec<Reading>, Vec<Reading>) = waiting
        .map(|entry| entry.reading)
        .filter(|reading| reading.is_decided_by_facts())
        .partition(|reading| IN_THE_TABLE.contains(reading));
    let claim = Claim::of(facts);
    let mut turned = RemedySet::NONE;
    for choices in combinations(policy.choices, &in_table) {
        if turned == denied {
            break;
        }
        // One table serves every combination of the readings that do not act in it.
        let table = Table::compile(choices);
        for choices in combinations(choices, &elsewhere) {
            let outcomes = Space::of(policy, calendar, &claim, choices).outcomes(&table);
            let falls = |remedy: &Remedy| outcomes.of(*remedy).outcome != Outcome::Denied;
            turned = turned.and(denied.iter().filter(falls).collect());
        }
    }
    turned
}

/// The choices with every combination of some readings the other way, the choices themselves first.
fn combinations(choices: Choices, readings: &[Reading]) -> impl Iterator<Item = Choices> {
    (0_u32..1 << readings.len()).map(move |set| {
        let others = readings.iter().enumerate().filter(move |(at, _)| set >> at & 1 == 1);
        others.fold(choices, |choices, (_, reading)| choices.turned(*reading))
    })
}

#[cfg(test)]
mod tests {
    use super::LetterRefusal;
    use crate::{Facts, Policy, assess};
    use nightbench_calendar::Calendar;
    use nightbench_domain::claim::Remedy::{self, Exchange, FreeRepair, PaidRepair, Refund};

    fn facts(changes: &str) -> Facts {
        let found = if changes.contains("findings") { "" } else { r#""findings":["product_fault"],"# };
        let line = format!(
            r#"{{"purchase":{{"voucher_date":"2026-03-02"}},"claim_date":"2026-03-05","product_class":"terminal","claim_object":"whole",
            "contract":{{}},"serial":{{"label":"readable","matches":true}},"authorised_source":true,
            "accessories_complete":true,"return_consent":true,{found}{changes}}}"#
        );
        Facts::from_json(&line).unwrap()
    }

    #[test]
    fn a_provisional_denial_is_no_letter_before_a_person_decided() {
        let documents = r#""documents":{"warranty_certificate":true,"purchase_proof":true}"#;
        let normal = r#""sale_kind":"normal""#;
        let all = Remedy::ALL;
        for (sentence, changes, about, decided, refusal) in [
            ("everything is granted or not needed", format!("{normal},{documents}"), &all[..], &[][..], None),
            (
                "a lost card turns on reading 8",
                format!(r#"{normal},"documents":{{"warranty_certificate":false,"purchase_proof":true}}"#),
                &all,
                &[],
                Some(LetterRefusal::Provisional(vec![Refund, Exchange, FreeRepair])),
            ),
            (
                "decided on all that is denied",
                format!(r#"{normal},"documents":{{"warranty_certificate":false,"purchase_proof":true}}"#),
                &all,
                &[Refund, Exchange, FreeRepair],
                None,
            ),
            (
                "decided on some",
                format!(r#"{normal},"documents":{{"warranty_certificate":false,"purchase_proof":true}}"#),
                &all,
                &[Refund],
                Some(LetterRefusal::Provisional(vec![Exchange, FreeRepair])),
            ),
            (
                "a letter about the repair alone does not wait for the exchange of special-price goods",
                format!(r#""sale_kind":"special_price",{documents}"#),
                &[FreeRepair],
                &[],
                None,
            ),
            (
                "the exchange of special-price goods turns on reading 9",
                format!(r#""sale_kind":"special_price",{documents}"#),
                &[Refund, Exchange],
                &[],
                Some(LetterRefusal::Provisional(vec![Exchange])),
            ),
            (
                "a prototype turns on reading 10",
                format!(r#""sale_kind":"prototype_special_price",{documents}"#),
                &[FreeRepair, PaidRepair],
                &[],
                Some(LetterRefusal::Provisional(vec![FreeRepair])),
            ),
            (
                "a prototype without its card stays denied under reading 8 and under reading 10, and not under both",
                r#""sale_kind":"prototype_special_price","documents":{"warranty_certificate":false,"purchase_proof":true}"#
                    .to_owned(),
                &[FreeRepair],
                &[],
                Some(LetterRefusal::Provisional(vec![FreeRepair])),
            ),
            (
                "and decided on it is a letter",
                r#""sale_kind":"prototype_special_price","documents":{"warranty_certificate":false,"purchase_proof":true}"#
                    .to_owned(),
                &[FreeRepair],
                &[FreeRepair],
                None,
            ),
            (
                "a denial that no unsigned reading carries goes out",
                format!(r#"{normal},{documents},"findings":["third_party"]"#),
                &[Refund, Exchange, FreeRepair],
                &[],
                None,
            ),
            (
                "what is open is no letter",
                format!(r#"{normal},"documents":{{"warranty_certificate":true}}"#),
                &[Refund],
                &[],
                Some(LetterRefusal::Open(vec![Refund])),
            ),
        ] {
            let (policy, calendar, facts) = (Policy::shipped().unwrap(), Calendar::of("CN"), facts(&changes));
            let verdict = assess(policy, calendar, &facts);
            let given = verdict.decision_letter_refusal((policy, calendar, &facts), about, decided);
            assert_eq!(given, refusal, "{sentence}");
        }
    }

    #[test]
    fn a_verdict_is_provisional_where_a_denial_waits_for_a_person() {
        let (policy, calendar) = (Policy::shipped().unwrap(), Calendar::of("CN"));
        let is_provisional = |certificate: bool| {
            let papers =
                format!(r#""documents":{{"warranty_certificate":{certificate},"purchase_proof":true}}"#);
            assess(policy, calendar, &facts(&format!(r#""sale_kind":"normal",{papers}"#))).is_provisional()
        };
        assert!(is_provisional(false) && !is_provisional(true));
    }
}

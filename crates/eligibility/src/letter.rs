//! Whether a verdict may go out as a decision: a denial that turns on a reading nobody answers for is provisional until a
//! person decided. It writes no letter and keeps no decision; who prints one asks here first.

use crate::verdict::{Outcome, Verdict};
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
    #[must_use]
    pub fn decision_letter_refusal(&self, about: &[Remedy], decided: &[Remedy]) -> Option<LetterRefusal> {
        let undecided = |&remedy: &Remedy| about.contains(&remedy) && !decided.contains(&remedy);
        let provisional: Vec<Remedy> = self.provisional().filter(undecided).collect();
        if !provisional.is_empty() {
            return Some(LetterRefusal::Provisional(provisional));
        }
        let is_open = |&remedy: &Remedy| self.remedies.of(remedy).outcome == Outcome::Needs;
        let open: Vec<Remedy> = Remedy::ALL.into_iter().filter(undecided).filter(is_open).collect();
        (!open.is_empty()).then_some(LetterRefusal::Open(open))
    }
}

#[cfg(test)]
mod tests {
    use super::LetterRefusal;
    use crate::{Policy, Verdict, assess_line};
    use nightbench_domain::claim::Remedy::{self, Exchange, FreeRepair, PaidRepair, Refund};

    fn verdict(changes: &str) -> Verdict {
        let facts = format!(
            r#"{{"purchase":{{"voucher_date":"2026-03-02"}},"claim_date":"2026-03-05","product_class":"terminal","claim_object":"whole",
            "contract":{{}},"findings":["product_fault"],"serial":{{"label":"readable","matches":true}},"authorised_source":true,
            "accessories_complete":true,"return_consent":true,{changes}}}"#
        );
        assess_line(Policy::shipped().unwrap(), &facts).unwrap()
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
                "what is open is no letter",
                format!(r#"{normal},"documents":{{"warranty_certificate":true}}"#),
                &[Refund],
                &[],
                Some(LetterRefusal::Open(vec![Refund])),
            ),
        ] {
            let verdict = verdict(&changes);
            assert_eq!(verdict.decision_letter_refusal(about, decided), refusal, "{sentence}");
        }
        assert!(!verdict(&format!("{normal},{documents}")).is_provisional());
    }
}

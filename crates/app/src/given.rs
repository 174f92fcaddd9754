//! How the remedies of a work order stand: the newest verdict, which no answer changes, and beside it what people gave.
//! Gates ask it (standing.rs), and screens and the decision letter show it. It writes nothing and asks nobody.
//!
//! An excused paper counts as if it were there: what the rules say of the same facts with that paper is what the waiver
//! gives. So it sets aside a denial that rests on the missing paper alone, and no other.

use crate::error::AppError;
use crate::station::App;
use nightbench_domain::claim::Remedy;
use nightbench_domain::decision::Excuse;
use nightbench_domain::id::TicketId;
use nightbench_eligibility::assess;
use nightbench_eligibility::facts::{Answer, Documents, Facts};
use nightbench_eligibility::verdict::{Need, Outcome, Verdict};
use nightbench_store::decision::{GivenBy, Granted, granted};
use nightbench_store::{Source, verdict};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A remedy that a person gives, or whose missing evidence a person excused, beside a verdict that does not grant it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GivenRemedy {
    /// Which.
    pub remedy: Remedy,
    /// What is excused; empty where the remedy itself was given.
    pub excuses: Vec<Excuse>,
    /// By which answer.
    pub by: GivenBy,
}

/// How a remedy stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Grant {
    /// The verdict grants it but for consent and evidence, or a person does.
    pub(crate) is_granted: bool,
    /// The evidence its clause asks for is here or excused.
    pub(crate) has_evidence: bool,
}

/// The newest verdict of a work order and what people gave beside it.
pub(crate) struct Given {
    /// The verdict; none of a work order that has none.
    pub(crate) verdict: Option<Verdict>,
    /// What the answers on record give.
    pub(crate) granted: Granted,
    /// What the rules would say if what is excused were there; none where nothing is.
    if_there: Option<Verdict>,
}

impl Given {
    /// # Errors
    /// When the store cannot be read.
    pub(crate) fn load(app: &App, source: &impl Source, ticket: TicketId) -> Result<Self, AppError> {
        let granted = granted(source, ticket)?;
        let Some(saved) = verdict::newest(source, ticket)? else {
            return Ok(Self { verdict: None, granted, if_there: None });
        };
        let verdict = serde_json::from_value(saved.verdict).map_err(AppError::BadRequest)?;
        let if_there = if granted.excused.is_empty() {
            None
        } else {
            let facts = serde_json::from_value(saved.facts).map_err(AppError::BadRequest)?;
            let there = with_excused(facts, &granted.excused);
            let packs = app.packs();
            // By the commitment the verdict was made by; by the one in force, where that is not here any more.
            let policy = packs
                .policy(&saved.policy_version)
                .filter(|policy| policy.reference().hash == saved.policy_hash);
            Some(match policy {
                Some(policy) => assess(policy, &app.law_calendar(), &there),
                None => packs.assess(&app.law_calendar(), &there),
            })
        };
        Ok(Self { verdict: Some(verdict), granted, if_there })
    }

    /// How a remedy stands by verdict and answers together.
    pub(crate) fn of(&self, remedy: Remedy) -> Grant {
        let Some(verdict) = &self.verdict else { return Grant::default() };
        if self.granted.remedies.contains_key(&remedy) {
            return Grant { is_granted: true, has_evidence: true };
        }
        let by_verdict = self.by(verdict, remedy);
        let by_waiver = self.if_there.as_ref().map(|there| self.by(there, remedy));
        match by_waiver {
            Some(waived) if !by_verdict.is_granted && remedy != Remedy::PaidRepair => waived,
            Some(_) | None => by_verdict,
        }
    }

    /// Whether the verdict itself grants a remedy, whatever people said.
    pub(crate) fn is_granted_by_verdict(&self, remedy: Remedy) -> bool {
        self.verdict.as_ref().is_some_and(|verdict| verdict.remedies.of(remedy).outcome == Outcome::Granted)
    }

    /// The remedies that stand by an answer and not by the verdict, in the order in which they are shown.
    pub(crate) fn remedies(&self) -> Vec<GivenRemedy> {
        let Some(verdict) = &self.verdict else { return Vec::new() };
        let given = |remedy: Remedy| {
            let outcome = verdict.remedies.of(remedy).outcome;
            let stands = self.of(remedy);
            if outcome == Outcome::Granted || !stands.is_granted || !stands.has_evidence {
                return None;
            }
            if let Some(by) = self.granted.remedies.get(&remedy) {
                return Some(GivenRemedy { remedy, excuses: Vec::new(), by: by.clone() });
            }
            // What lacks only consent stands by nobody's answer.
            let lacks_evidence =
                verdict.remedies.of(remedy).needs.iter().any(|need| excused_by(*need).is_some());
            let excused = (outcome == Outcome::Denied || lacks_evidence).then_some(&self.granted.excused)?;
            let by = excused.values().max_by_key(|by| by.at)?.clone();
            Some(GivenRemedy { remedy, excuses: excused.keys().copied().collect(), by })
        };
        Remedy::ALL.into_iter().filter_map(given).collect()
    }

    /// Consent has a gate of its own and missing evidence another, so that what is missing is named.
    fn by(&self, verdict: &Verdict, remedy: Remedy) -> Grant {
        let answer = verdict.remedies.of(remedy);
        let lacks_only_evidence =
            answer.needs.iter().all(|need| excused_by(*need).is_some() || *need == Need::Consent);
        let is_granted = match answer.outcome {
            Outcome::Granted => true,
            Outcome::Needs => lacks_only_evidence,
            Outcome::Denied => false,
        };
        let is_missing =
            |need: &Need| excused_by(*need).is_some_and(|excuse| !self.granted.excused.contains_key(&excuse));
        Grant { is_granted, has_evidence: !answer.needs.iter().any(is_missing) }
    }
}

/// The facts as if what is excused were there.
fn with_excused(mut facts: Facts, excused: &BTreeMap<Excuse, GivenBy>) -> Facts {
    for excuse in excused.keys() {
        if *excuse == Excuse::Accessories {
            facts.accessories_complete = Some(true.into());
            continue;
        }
        let shown = facts.documents.as_ref().and_then(Answer::known).cloned().unwrap_or_default();
        let with = match excuse {
            Excuse::WarrantyCertificate => Documents { warranty_certificate: Some(true.into()), ..shown },
            Excuse::PurchaseProof => Documents { purchase_proof: Some(true.into()), ..shown },
            Excuse::Accessories => shown,
        };
        facts.documents = Some(with.into());
    }
    facts
}

/// The waiver that stands in for what the customer does not bring, papers and accessories; none for other needs.
const fn excused_by(need: Need) -> Option<Excuse> {
    match need {
        Need::Accessories => Some(Excuse::Accessories),
        Need::PurchaseProof => Some(Excuse::PurchaseProof),
        Need::WarrantyCertificate => Some(Excuse::WarrantyCertificate),
        Need::AuthorisedSource
        | Need::ClaimObject
        | Need::Consent
        | Need::ConsumableDefect
        | Need::Contract
        | Need::Dates
        | Need::Diagnosis
        | Need::ProductClass
        | Need::PurchaseDate
        | Need::Review
        | Need::SaleKind
        | Need::SerialLabel
        | Need::SerialMatch => None,
    }
}

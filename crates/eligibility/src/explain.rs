//! What a verdict alone does not say: what would have to be different for a remedy to be better off, and what the
//! readings say that it turns on. The proof tree itself is in the verdict (`grounds`).
//!
//! This is beside [`assess`](crate::assess) and not inside it, because it asks the rules again for every fact that could
//! still be supplied: a verdict is replayed by the million, an explanation is read by one person.

use crate::assess;
use crate::claim::known;
use crate::fact_name::FactName;
use crate::facts::{Answer, Documents, Facts, PriorRepair, RepairScope, Serial, SerialLabel};
use crate::grounds::facts_of;
use crate::outcomes::{RemedyOutcome, outcomes};
use crate::packs::Packs;
use crate::policy::reading::{Signature, StopLevel};
use crate::policy::{Policy, Words};
use crate::verdict::{Need, Outcome, Verdict};
use chrono::NaiveDate;
use nightbench_calendar::Calendar;
use nightbench_domain::claim::{Finding, Remedy};
use nightbench_domain::unit::SaleKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What makes a verdict understandable beside its grounds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Explanation {
    /// What would be better for the customer if something were different, by remedy in the order in which they are
    /// shown. Never about the paid repair: nobody asks how to be charged.
    pub counterfactuals: Vec<Counterfactual>,
    /// The readings that an outcome turns on, by number.
    pub readings: Vec<TurningReading>,
}

/// What a remedy would come to if one or two facts were different, and better for the customer than it is.
///
/// Only what is minimal is told: two facts only where no single one is enough, never more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Counterfactual {
    /// The remedy.
    pub remedy: Remedy,
    /// Message id of the sentence in the catalogue: `counterfactual-earlier`, `-repair_shown`, `-granted`,
    /// `-granted_until`, `-needs`.
    pub id: String,
    /// What would be supplied: one fact, or two together; nothing where a date would be another. Its words are under `if-` and the need's code.
    pub supplied: Vec<Need>,
    /// The facts that would be different.
    pub facts: Vec<FactName>,
    /// What the remedy would come to.
    pub outcome: Outcome,
    /// What it would still need.
    pub needs: Vec<Need>,
    /// The last day on which it could be claimed, or on which the repair is free; null where unknown.
    pub last_day: Option<NaiveDate>,
}

/// A reading that an outcome turns on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TurningReading {
    /// 1 to 21. Its short title is under `reading-` and the number.
    pub number: u8,
    /// The remedies that its alternative would change.
    pub remedies: Vec<Remedy>,
    /// What it says, in both languages.
    pub says: Words,
    /// How far the engine may go on it alone.
    pub level: StopLevel,
    /// Who answers for it; null where nobody does yet.
    pub signature: Option<Signature>,
    /// Whether a denial that turns on it waits for a person.
    pub needs_a_person: bool,
}

/// Explains a verdict that this policy gave on these facts.
#[must_use]
pub fn explain(policy: &Policy, calendar: &Calendar, facts: &Facts, verdict: &Verdict) -> Explanation {
    let asked = Asked { policy, calendar, facts, verdict };
    let with_claims = [Remedy::Refund, Remedy::Exchange, Remedy::FreeRepair];
    let counterfactuals = with_claims.into_iter().flat_map(|remedy| {
        let mut found: Vec<Counterfactual> = asked.earlier(remedy).into_iter().collect();
        found.extend(asked.with_repair_shown(remedy));
        found.extend(asked.with_more_evidence(remedy));
        found
    });
    Explanation { counterfactuals: counterfactuals.collect(), readings: turning_readings(policy, verdict) }
}

impl Packs {
    /// Explains a verdict that one of these packs gave on these facts, today or long ago: an explanation is not stored,
    /// it follows from facts, pack and calendar. None where the verdict was made by a pack or a calendar that is not
    /// here any more.
    #[must_use]
    pub fn explain(&self, calendar: &Calendar, facts: &Facts, verdict: &Verdict) -> Option<Explanation> {
        let policy = self.policies().find(|policy| policy.reference().hash == verdict.policy.hash)?;
        (calendar.hash() == verdict.calendar_hash).then(|| explain(policy, calendar, facts, verdict))
    }
}

fn turning_readings(policy: &Policy, verdict: &Verdict) -> Vec<TurningReading> {
    let turning = policy.readings().iter().filter(|entry| verdict.readings.contains(&entry.reading.number()));
    turning
        .map(|entry| {
            let number = entry.reading.number();
            let does_turn = |remedy: &Remedy| verdict.remedies.of(*remedy).readings.contains(&number);
            TurningReading {
                number,
                remedies: Remedy::ALL.into_iter().filter(does_turn).collect(),
                says: entry.says.clone(),
                level: entry.level,
                signature: entry.signature.clone(),
                needs_a_person: entry.needs_a_person(),
            }
        })
        .collect()
}

/// What is asked about.
struct Asked<'a> {
    policy: &'a Policy,
    calendar: &'a Calendar,
    facts: &'a Facts,
    verdict: &'a Verdict,
}

impl Asked<'_> {
    /// A denial that comes from the date alone: claimed by the last day, the remedy would have been better.
    fn earlier(&self, remedy: Remedy) -> Option<Counterfactual> {
        let claimed = *known(&self.facts.claim_date)?;
        let last_day = last_day(self.verdict, remedy)?;
        if last_day >= claimed || self.verdict.remedies.of(remedy).outcome != Outcome::Denied {
            return None;
        }
        let changed = Facts { claim_date: Some(last_day.into()), ..self.facts.clone() };
        let would_be = self.outcome_on(&changed, remedy);
        self.is_better(remedy, would_be).then(|| Counterfactual {
            remedy,
            id: "counterfactual-earlier".to_owned(),
            supplied: Vec::new(),
            facts: vec![FactName::ClaimDate],
            outcome: would_be.outcome,
            needs: would_be.needs.iter().collect(),
            last_day: Some(last_day),
        })
    }

    /// What an earlier repair would change of which end or scope is unknown, so that it proves no cover (reading 12): as
    /// if it had ended with the claim. Until when it then covered nobody knows, so no last day is told.
    fn with_repair_shown(&self, remedy: Remedy) -> Option<Counterfactual> {
        let claimed = *known(&self.facts.claim_date)?;
        let repairs = known(&self.facts.prior_repairs)?;
        let shown = repairs.iter().map(|repair| PriorRepair {
            completed: Some(known(&repair.completed).copied().unwrap_or(claimed).into()),
            scope: Some(known(&repair.scope).copied().unwrap_or(RepairScope::Product).into()),
        });
        let shown: Vec<PriorRepair> = shown.collect();
        let changed = Facts { prior_repairs: Some(shown.into()), ..self.facts.clone() };
        let would_be = self.outcome_on(&changed, remedy);
        self.is_better(remedy, would_be).then(|| Counterfactual {
            remedy,
            id: "counterfactual-repair_shown".to_owned(),
            supplied: Vec::new(),
            facts: vec![FactName::PriorRepairs],
            outcome: would_be.outcome,
            needs: would_be.needs.iter().collect(),
            last_day: None,
        })
    }

    /// What one piece that can still be supplied would change, else what two would.
    fn with_more_evidence(&self, remedy: Remedy) -> Vec<Counterfactual> {
        if self.verdict.remedies.of(remedy).outcome == Outcome::Granted {
            return Vec::new();
        }
        let pieces: Vec<Need> = SUPPLIABLE.into_iter().filter(|&piece| self.can_be_supplied(piece)).collect();
        let single = pieces.iter().filter_map(|&piece| self.if_supplied(remedy, &[piece]));
        let single: Vec<Counterfactual> = single.collect();
        if !single.is_empty() {
            return single;
        }
        let pairs = pieces
            .iter()
            .enumerate()
            .flat_map(|(at, &one)| pieces.iter().skip(at + 1).map(move |&other| [one, other]));
        pairs.filter_map(|pair| self.if_supplied(remedy, &pair)).collect()
    }

    fn if_supplied(&self, remedy: Remedy, pieces: &[Need]) -> Option<Counterfactual> {
        let changed = pieces.iter().fold(self.facts.clone(), |facts, &piece| supplied(facts, piece));
        let would_be = self.outcome_on(&changed, remedy);
        if !self.is_better(remedy, would_be) {
            return None;
        }
        let last_day = last_day(&assess(self.policy, self.calendar, &changed), remedy);
        let id = match (would_be.outcome, last_day) {
            (Outcome::Granted, Some(_)) => "counterfactual-granted_until",
            (Outcome::Granted, None) => "counterfactual-granted",
            (Outcome::Needs | Outcome::Denied, _) => "counterfactual-needs",
        };
        Some(Counterfactual {
            remedy,
            id: id.to_owned(),
            supplied: pieces.to_vec(),
            facts: pieces.iter().flat_map(|&piece| facts_of(piece).iter()).collect(),
            outcome: would_be.outcome,
            needs: would_be.needs.iter().collect(),
            last_day,
        })
    }

    /// Whether the piece is wanting or unknown and somebody could still put it right.
    fn can_be_supplied(&self, piece: Need) -> bool {
        let facts = self.facts;
        let documents = known(&facts.documents);
        let serial = known(&facts.serial);
        let is_good = |fact: &Option<Answer<bool>>| known(fact) == Some(&true);
        match piece {
            Need::Accessories => !is_good(&facts.accessories_complete),
            Need::AuthorisedSource => !is_good(&facts.authorised_source),
            Need::Consent => !is_good(&facts.return_consent),
            Need::ConsumableDefect => {
                let found = known(&facts.findings);
                found.is_some_and(|found| found.contains(&Finding::Consumable))
                    && known(&facts.consumable_defect).is_none()
            }
            // Findings that contradict each other count as none.
            Need::Diagnosis => {
                known(&facts.findings).is_none()
                    || Remedy::ALL
                        .iter()
                        .any(|one| self.verdict.remedies.of(*one).needs.contains(&Need::Diagnosis))
            }
            Need::PurchaseProof => documents.is_none_or(|documents| !is_good(&documents.purchase_proof)),
            Need::SaleKind => known(&facts.sale_kind).is_none(),
            Need::SerialLabel => serial.is_none_or(|serial| known(&serial.label).is_none()),
            Need::SerialMatch => serial.is_none_or(|serial| !is_good(&serial.matches)),
            Need::WarrantyCertificate => {
                documents.is_none_or(|documents| !is_good(&documents.warranty_certificate))
            }
            Need::ClaimObject
            | Need::Contract
            | Need::Dates
            | Need::ProductClass
            | Need::PurchaseDate
            | Need::Review => false,
        }
    }

    fn outcome_on(&self, facts: &Facts, remedy: Remedy) -> RemedyOutcome {
        outcomes(self.policy, self.calendar, facts).of(remedy)
    }

    fn is_better(&self, remedy: Remedy, would_be: RemedyOutcome) -> bool {
        standing(would_be.outcome) > standing(self.verdict.remedies.of(remedy).outcome)
    }
}

/// How good an outcome is for the customer.
const fn standing(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Denied => 0,
        Outcome::Needs => 1,
        Outcome::Granted => 2,
    }
}

/// The last day of a remedy, if it has one.
fn last_day(verdict: &Verdict, remedy: Remedy) -> Option<NaiveDate> {
    match remedy {
        Remedy::Refund | Remedy::Exchange => verdict.remedies.of(remedy).last_day,
        Remedy::FreeRepair => verdict.cover.last_covered_day,
        Remedy::PaidRepair => None,
    }
}

/// What somebody may still supply, in order of what it costs (question.rs). How it was sold, what the findings are and
/// whether there is a serial number are not supplied but found out, so they count only while they are unknown.
pub(crate) const SUPPLIABLE: [Need; 10] = [
    Need::SerialLabel,
    Need::Accessories,
    Need::WarrantyCertificate,
    Need::PurchaseProof,
    Need::SerialMatch,
    Need::AuthorisedSource,
    Need::SaleKind,
    Need::Consent,
    Need::ConsumableDefect,
    Need::Diagnosis,
];

/// The facts with the piece as good as it can be.
fn supplied(facts: Facts, piece: Need) -> Facts {
    let good = Some(Answer::Known(true));
    let documents = || known(&facts.documents).cloned().unwrap_or_else(Documents::default);
    let serial = || known(&facts.serial).cloned().unwrap_or_else(Serial::default);
    match piece {
        Need::Accessories => Facts { accessories_complete: good, ..facts },
        Need::AuthorisedSource => Facts { authorised_source: good, ..facts },
        Need::Consent => Facts { return_consent: good, ..facts },
        Need::ConsumableDefect => Facts { consumable_defect: good, ..facts },
        Need::Diagnosis => Facts { findings: Some(vec![Finding::ProductFault].into()), ..facts },
        Need::PurchaseProof => {
            let documents = Documents { purchase_proof: good, ..documents() };
            Facts { documents: Some(documents.into()), ..facts }
        }
        Need::SaleKind => Facts { sale_kind: Some(SaleKind::Normal.into()), ..facts },
        Need::SerialLabel => {
            let serial = Serial { label: Some(SerialLabel::Readable.into()), ..serial() };
            Facts { serial: Some(serial.into()), ..facts }
        }
        Need::SerialMatch => {
            let serial = Serial { matches: good, ..serial() };
            Facts { serial: Some(serial.into()), ..facts }
        }
        Need::WarrantyCertificate => {
            let documents = Documents { warranty_certificate: good, ..documents() };
            Facts { documents: Some(documents.into()), ..facts }
        }
        Need::ClaimObject
        | Need::Contract
        | Need::Dates
        | Need::ProductClass
        | Need::PurchaseDate
        | Need::Review => facts,
    }
}

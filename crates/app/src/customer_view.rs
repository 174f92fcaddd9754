//! The determination in two sentences for the customer, in both languages at once: what the turned screen says. It
//! decides nothing: each sentence restates the verdict and what people gave or refused beside it. What the verdict grants
//! is never worded as lost; what it leaves open, what a person has still to sign and what an earlier report would bring is
//! never worded as refused. Called by the customer screen, which opens from the work order and from the check-in.

mod sentence;
#[cfg(test)]
mod tests;

pub use sentence::{BothLanguages, Sentence};

use crate::draft::{self, DraftRef, IntakeDraft};
use crate::earlier_report::EarlierReport;
use crate::error::AppError;
use crate::given::Given;
use crate::known::Known;
use crate::station::App;
use crate::verdict::{self, Assessment};
use chrono::NaiveDate;
use nightbench_domain::claim::{Finding, Remedy};
use nightbench_domain::id::{DraftId, TicketId};
use nightbench_domain::rma::RmaNumber;
use nightbench_eligibility::facts::{Answer, Facts};
use nightbench_eligibility::verdict::{Need, Outcome, Verdict};
use nightbench_store::intake;
use sentence::{Part, awaited, brought, plain, spoken};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The request of `customer_view`: whose determination.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum CustomerViewRequest {
    /// That of a work order, on the facts as they are today.
    Ticket {
        /// Which.
        id: TicketId,
    },
    /// That of a check-in that is still being typed, as it was saved.
    Draft {
        /// Which.
        id: DraftId,
    },
}

/// What the customer is shown. Nothing of the shop, of other customers or of the determination's making.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CustomerView {
    /// The number to ask by; absent before the unit is received.
    pub rma: Option<RmaNumber>,
    /// The model; empty while it is not typed.
    pub model: String,
    /// The day of the determination, in words.
    pub as_of: BothLanguages,
    /// Where the claim stands, and what stays or comes next.
    pub sentences: [Sentence; 2],
    /// That all of it is preliminary.
    pub note: BothLanguages,
}

/// At most so much is asked for in one sentence; the rest is asked for when this has come.
const ASKED_FOR_MAX: usize = 3;

pub(crate) fn view(app: &App, request: CustomerViewRequest) -> Result<CustomerView, AppError> {
    let today = app.today()?;
    let (rma, model, is_ours, assessment, decided) = match request {
        CustomerViewRequest::Ticket { id } => {
            let record = intake::by_id(&app.store, id)?.ok_or(AppError::NotFound)?;
            let facts = serde_json::from_value(record.facts.clone()).map_err(AppError::BadRequest)?;
            let assessment = verdict::assess_intake(app, &record.intake, &facts)?;
            let decided = Decided::of(&Given::load(app, &app.store, id)?);
            (Some(record.rma), record.intake.model, record.intake.owned_by_us, assessment, decided)
        }
        CustomerViewRequest::Draft { id } => {
            let typed: IntakeDraft = draft::get(app, DraftRef { id })?.draft;
            let model = typed.model.clone();
            let is_ours = typed.owned_by_us || Known::of_draft(&app.store, &typed)?.is_ours();
            (None, model, is_ours, verdict::assess_draft(app, typed)?, Decided::default())
        }
    };
    let Assessment { facts, verdict, earlier_report, .. } = assessment;
    Ok(CustomerView {
        rma,
        model,
        as_of: spoken("customer-as-of", &[("today", Part::Day(today))]).text,
        sentences: if is_ours {
            internal()
        } else {
            sentences(&facts, &verdict, &decided, &earlier_report, today)
        },
        note: plain(if is_ours { "customer-internal-note" } else { "customer-note" }).text,
    })
}

/// What people decided beside the verdict, as far as the customer is told. Not who, not why.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decided {
    /// Remedies that a person gives.
    pub given: Vec<Remedy>,
    /// Remedies that the verdict leaves to a person, who does not give them.
    pub refused: Vec<Remedy>,
    /// Remedies of which a person looked at the denial.
    pub looked_at: Vec<Remedy>,
}

impl Decided {
    fn of(given: &Given) -> Self {
        Self {
            given: given.remedies().into_iter().map(|one| one.remedy).collect(),
            refused: given.granted.refused.keys().copied().collect(),
            looked_at: given.granted.looked_at.keys().copied().collect(),
        }
    }
}

/// The two sentences of a verdict and of what people decided beside it. What only an earlier report would bring is asked
/// for while nobody has said whether there was one.
#[must_use]
pub fn sentences(
    facts: &Facts,
    verdict: &Verdict,
    decided: &Decided,
    earlier: &[EarlierReport],
    today: NaiveDate,
) -> [Sentence; 2] {
    let case = Case { facts, verdict, decided, earlier, today };
    let granted = case.with(|remedy| verdict.remedies.of(remedy).outcome == Outcome::Granted);
    let given = case.with(|remedy| decided.given.contains(&remedy) && !granted.contains(&remedy));
    if !given.is_empty() {
        return Case::given(&given, &granted);
    }
    if verdict.outside_policy {
        return case.outside();
    }
    if !granted.is_empty() {
        return case.granted(&granted);
    }
    let open = case.open_rights();
    if !open.is_empty() {
        return case.open(&open);
    }
    let refused = case.with(|remedy| decided.refused.contains(&remedy));
    if !refused.is_empty() {
        return [spoken("customer-refused", &[("remedies", Part::OneOf(&names(&refused)))]), case.paid()];
    }
    case.nothing_free()
}

/// What the screen says of a unit of our own, whatever the verdict: nobody has a right to anything here, and nobody is
/// refused.
fn internal() -> [Sentence; 2] {
    [plain("customer-internal"), plain("customer-internal_next")]
}

/// The remedies a customer does not pay for, the best first.
const RIGHTS: [Remedy; 3] = [Remedy::Refund, Remedy::Exchange, Remedy::FreeRepair];

/// A verdict while its sentences are looked for.
#[derive(Clone, Copy)]
struct Case<'a> {
    facts: &'a Facts,
    verdict: &'a Verdict,
    decided: &'a Decided,
    earlier: &'a [EarlierReport],
    today: NaiveDate,
}

impl Case<'_> {
    fn with(&self, is_so: impl Fn(Remedy) -> bool) -> Vec<Remedy> {
        RIGHTS.into_iter().filter(|remedy| is_so(*remedy)).collect()
    }

    /// The rights whose denial a person has still to sign.
    fn undecided(&self) -> Vec<Remedy> {
        self.with(|remedy| {
            let answer = self.verdict.remedies.of(remedy);
            let is_open = answer.unsigned && !self.decided.looked_at.contains(&remedy);
            answer.outcome == Outcome::Denied && is_open
        })
    }

    /// The rights that something is still missing for, and that nobody refused.
    fn open_rights(&self) -> Vec<Remedy> {
        let is_refused = |remedy: Remedy| self.decided.refused.contains(&remedy);
        self.with(|remedy| self.verdict.remedies.of(remedy).outcome == Outcome::Needs && !is_refused(remedy))
    }

    /// A person gives what the verdict does not.
    fn given(given: &[Remedy], granted: &[Remedy]) -> [Sentence; 2] {
        let first = spoken("customer-given", &[("remedies", Part::OneOf(&names(given)))]);
        let second = match (granted, given) {
            ([], [_]) => plain("customer-carried_out"),
            ([], _) => plain("customer-given_choose"),
            (also, _) => spoken("customer-given_also", &[("remedies", Part::OneOf(&names(also)))]),
        };
        [first, second]
    }

    fn needs(&self, remedies: &[Remedy]) -> Vec<Need> {
        let mut needs: Vec<Need> = remedies
            .iter()
            .flat_map(|remedy| self.verdict.remedies.of(*remedy).needs.iter().copied())
            .collect();
        needs.sort_unstable();
        needs.dedup();
        needs
    }

    /// The last day of a right; that of a repair is the cover's.
    fn last_day(&self, remedy: Remedy) -> Option<NaiveDate> {
        match remedy {
            Remedy::Refund | Remedy::Exchange => self.verdict.remedies.of(remedy).last_day,
            Remedy::FreeRepair => self.verdict.cover.last_covered_day,
            Remedy::PaidRepair => None,
        }
    }

    /// Lent, or a prototype: denied as a whole, unless a person has still to say that it is one.
    fn outside(&self) -> [Sentence; 2] {
        if self.undecided().is_empty() {
            [plain("customer-own_agreement"), plain("customer-separate_offer")]
        } else {
            [plain("customer-colleague_decides"), plain("customer-until_then")]
        }
    }

    /// Something is granted: it is named, and then what else stays open, or how long it is good for.
    fn granted(&self, granted: &[Remedy]) -> [Sentence; 2] {
        let today = ("today", Part::Day(self.today));
        let first = if *granted == [Remedy::FreeRepair] {
            spoken("customer-in_warranty", &[today])
        } else {
            spoken("customer-in_time", &[today, ("remedies", Part::OneOf(&names(granted)))])
        };
        [first, self.beside(granted)]
    }

    fn beside(&self, granted: &[Remedy]) -> Sentence {
        let undecided = self.undecided();
        if !undecided.is_empty() {
            return spoken("customer-still_decides", &[("remedies", Part::OneOf(&names(&undecided)))]);
        }
        let open = self.open_rights();
        if !open.is_empty() {
            return self.missing(&open, "customer-stays_wait", "customer-stays_bring");
        }
        if let Some((day, remedies)) = self.by_an_earlier_report(granted) {
            return spoken(
                "customer-reported_earlier",
                &[("day", Part::Day(day)), ("remedies", Part::OneOf(&remedies))],
            );
        }
        if self.verdict.remedies.paid_repair.outcome == Outcome::Granted {
            return plain("customer-rest_paid");
        }
        let best = granted.first().copied();
        match (best, best.and_then(|remedy| self.last_day(remedy))) {
            (Some(Remedy::Refund | Remedy::Exchange), Some(day)) => {
                spoken("customer-report_within", &[("day", Part::Day(day))])
            }
            (Some(Remedy::FreeRepair), Some(day)) => {
                spoken("customer-covered_to", &[("day", Part::Day(day))])
            }
            (Some(Remedy::PaidRepair) | None, _) | (Some(_), None) => plain("customer-carried_out"),
        }
    }

    /// Nothing is granted yet and something may be. In time is only said where the day is known up to which it is.
    fn open(&self, open: &[Remedy]) -> [Sentence; 2] {
        let in_time: Vec<Remedy> = open.iter().copied().filter(|remedy| self.is_in_time(*remedy)).collect();
        if in_time.is_empty() {
            let second =
                self.missing(open, "customer-nothing_refused_wait", "customer-nothing_refused_bring");
            [plain("customer-undecided"), second]
        } else {
            let first = spoken("customer-in_time_open", &[("today", Part::Day(self.today))]);
            [first, self.missing(&in_time, "customer-stays_wait", "customer-stays_bring")]
        }
    }

    /// Whether what is missing can no longer move the period, which the report then lies in: else it would be denied.
    fn is_in_time(&self, remedy: Remedy) -> bool {
        let of_the_period = |need: &Need| {
            matches!(
                need,
                Need::ClaimObject
                    | Need::Contract
                    | Need::Dates
                    | Need::ProductClass
                    | Need::PurchaseDate
                    | Need::SaleKind
            )
        };
        self.last_day(remedy).is_some() && !self.verdict.remedies.of(remedy).needs.iter().any(of_the_period)
    }

    /// What is missing: what the customer can bring is asked for; what is ours to do is said only when nothing is.
    fn missing(&self, remedies: &[Remedy], wait: &str, bring: &str) -> Sentence {
        let needs = self.needs(remedies);
        let named = names(remedies);
        let asked_for: Vec<&str> =
            needs.iter().filter_map(|need| brought(*need)).take(ASKED_FOR_MAX).collect();
        let ours = needs.iter().find_map(|need| awaited(*need));
        match (asked_for.is_empty(), ours) {
            (true, Some(ours)) => {
                spoken(wait, &[("remedies", Part::OneOf(&named)), ("what", Part::AllOf(&[ours]))])
            }
            (true, None) => plain("customer-colleague_decides"),
            (false, _) => {
                spoken(bring, &[("remedies", Part::OneOf(&named)), ("what", Part::AllOf(&asked_for))])
            }
        }
    }

    /// None of the rights is granted or open: nothing to repair, over, or not covered; and never the last word where
    /// a person has still to sign it.
    fn nothing_free(&self) -> [Sentence; 2] {
        if self.is_without_fault() {
            return [plain("customer-no_fault"), plain("customer-no_charge_unasked")];
        }
        if !self.undecided().is_empty() {
            let papers = self.papers_missing();
            let second = if papers.is_empty() {
                plain("customer-until_then")
            } else {
                spoken("customer-papers_help", &[("what", Part::AllOf(&papers))])
            };
            return [plain("customer-colleague_decides"), second];
        }
        if self.by_an_earlier_report(&[]).is_some() {
            let asked_for = [("what", Part::AllOf(&["customer-bring-dates"]))];
            return [plain("customer-undecided"), spoken("customer-nothing_refused_bring", &asked_for)];
        }
        let first = if self.verdict.excluded_by.iter().any(|clause| clause.as_str() == WARRANTY_OVER) {
            match self.verdict.cover.last_covered_day {
                Some(day) => spoken("customer-ended", &[("day", Part::Day(day))]),
                None => plain("customer-ended_undated"),
            }
        } else {
            plain("customer-not_covered")
        };
        [first, self.paid()]
    }

    /// The rights that an earlier report would bring beside those that are granted, and by which day.
    fn by_an_earlier_report(&self, granted: &[Remedy]) -> Option<(NaiveDate, Vec<&'static str>)> {
        let better = granted.first().map_or(RIGHTS.len(), |best| {
            RIGHTS.iter().position(|remedy| remedy == best).unwrap_or(RIGHTS.len())
        });
        let is_refused = |remedy: Remedy| {
            self.decided.refused.contains(&remedy) || self.decided.looked_at.contains(&remedy)
        };
        let of_interest = RIGHTS.into_iter().take(better).filter(|remedy| !is_refused(*remedy));
        let open: Vec<&EarlierReport> = of_interest
            .filter_map(|remedy| self.earlier.iter().find(|earlier| earlier.remedy == remedy))
            .collect();
        // The latest day is that of the last right of the row: what it brings is the least, and is said of it alone.
        let latest = open.iter().max_by_key(|earlier| earlier.until)?;
        Some((latest.until, names(&[latest.remedy])))
    }

    /// What is left when nothing is free.
    fn paid(&self) -> Sentence {
        let is_refused = self.decided.refused.contains(&Remedy::PaidRepair);
        match self.verdict.remedies.paid_repair.outcome {
            Outcome::Granted => plain("customer-paid_offer"),
            Outcome::Needs if !is_refused => plain("customer-colleague_about_return"),
            Outcome::Needs | Outcome::Denied => plain("customer-no_charge_unasked"),
        }
    }

    /// Diagnosed, and everything found is that nothing is wrong.
    fn is_without_fault(&self) -> bool {
        let found = self.facts.findings.as_ref().and_then(Answer::known);
        found.is_some_and(|found| {
            let is_none = |finding: &Finding| {
                matches!(finding, Finding::OperatesNormally | Finding::WithinSpecification)
            };
            found.iter().all(is_none)
        })
    }

    /// The papers whose absence counts against the claim and which may still turn up.
    fn papers_missing(&self) -> Vec<&'static str> {
        let documents = self.facts.documents.as_ref().and_then(Answer::known);
        let is_missing = |shown: Option<&Answer<bool>>| shown.and_then(Answer::known) == Some(&false);
        let mut papers = Vec::new();
        if is_missing(documents.and_then(|papers| papers.purchase_proof.as_ref())) {
            papers.push("customer-bring-purchase_proof");
        }
        if is_missing(documents.and_then(|papers| papers.warranty_certificate.as_ref())) {
            papers.push("customer-bring-warranty_certificate");
        }
        papers
    }
}

/// The provision by which a claim comes too late.
const WARRANTY_OVER: &str = "5.1";

fn names(remedies: &[Remedy]) -> Vec<&'static str> {
    remedies
        .iter()
        .filter_map(|remedy| match remedy {
            Remedy::Refund => Some("customer-remedy-refund"),
            Remedy::Exchange => Some("customer-remedy-exchange"),
            Remedy::FreeRepair => Some("customer-remedy-free_repair"),
            Remedy::PaidRepair => None,
        })
        .collect()
}

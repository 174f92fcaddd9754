//! What is known of a claim, put together: the facts a person stated, then what the intake's own fields say,
//! then what the masters and the sales register say. A stated fact is never replaced.

use crate::arrival::{self, Arrival};
use crate::draft::IntakeDraft;
use crate::known::Known;
use chrono::NaiveDate;
use nightbench_domain::claim::{ClaimObject, RepairScope};
use nightbench_domain::contract::ContractTerms;
use nightbench_domain::dealer::Authorised;
use nightbench_domain::intake::{Intake, accessories_complete};
use nightbench_domain::ledger::{CoverEntry, CoverLedger, CoveredItem};
use nightbench_domain::registry::Sale;
use nightbench_domain::serial::SerialNumber;
use nightbench_domain::unit::{ProductClass, SaleKind};
use nightbench_eligibility::facts::{Answer, Contract, Counting, Facts, PriorRepair, Purchase};
use nightbench_store::master::Recorded;
use serde::Serialize;
use ts_rs::TS;

/// A fact nobody stated for this claim, and where it was taken from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Derived {
    /// Its name in the contract, with dots inside: `purchase.voucher_date`.
    pub fact: String,
    /// Its source.
    pub source: FactSource,
    /// As of when the source says so: when it was last imported, milliseconds since 1970 UTC. Absent where the
    /// source is the intake itself.
    pub as_of: Option<i64>,
    /// What the source calls it: the model's code, the contract's number, the dealer's name. Empty where the
    /// source has one only.
    pub by: String,
    /// The name of the file that last said so. Empty where the source is no master.
    pub file: String,
}

impl Derived {
    /// A fact the intake itself gives, as of now.
    #[must_use]
    pub fn here(fact: &str, source: FactSource) -> Self {
        Self { fact: fact.to_owned(), source, as_of: None, by: String::new(), file: String::new() }
    }

    /// A fact a master says, which it calls `by`.
    pub(crate) fn of_master<M>(fact: &str, source: FactSource, master: &Recorded<M>, by: &str) -> Self {
        Self {
            as_of: Some(master.said_at),
            by: by.to_owned(),
            file: master.said_by.clone(),
            ..Self::here(fact, source)
        }
    }
}

/// Where a fact was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FactSource {
    /// A field of the intake.
    Intake,
    /// The received date, because no earlier report is documented (reading 6).
    Receipt,
    /// The sales register.
    Register,
    /// The master of the unit's model.
    Model,
    /// The master of the dealer it came from.
    Dealer,
    /// A purchase contract that covers the unit.
    Contract,
    /// The register of our own demo and loan units.
    LoanRegister,
    /// The act at the counter.
    Counter,
    /// The number that was issued before the unit came.
    Authorisation,
    /// A consent a dealer has once and for all.
    StandingConsent,
    /// It came by courier or dealer without a number we gave.
    Unannounced,
    /// The state of the label.
    Label,
    /// The unit it was given for in exchange.
    Exchange,
    /// Earlier repairs and exchanges of the unit, by the cover ledger.
    Ledger,
}

/// Facts with their sources.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// All that is known.
    pub facts: Facts,
    /// Which of it was taken from elsewhere.
    pub derived: Vec<Derived>,
}

/// The fields of an intake that say something about the claim.
pub struct Said<'a> {
    /// The class.
    pub product_class: Option<ProductClass>,
    /// The first documented report.
    pub first_reported_on: Option<NaiveDate>,
    /// Somebody asked, and nothing was reported earlier.
    pub no_earlier_report: bool,
    /// The day the centre took the unit.
    pub received_on: Option<NaiveDate>,
    /// Whether all accessories came.
    pub accessories_complete: Option<bool>,
    /// The unit is our own.
    pub owned_by_us: bool,
    /// How the unit came: by which way, on whose word, with which label.
    pub arrival: Arrival,
    /// The facts that were stated.
    pub facts: &'a Facts,
}

impl<'a> Said<'a> {
    /// What a half-typed intake says.
    #[must_use]
    pub fn by_draft(draft: &'a IntakeDraft) -> Self {
        Self {
            product_class: draft.product_class,
            first_reported_on: draft.first_reported.on,
            no_earlier_report: draft.first_reported.none,
            received_on: draft.received_on,
            accessories_complete: accessories_complete(&draft.accessories),
            owned_by_us: draft.owned_by_us,
            arrival: Arrival::by_draft(draft),
            facts: &draft.facts,
        }
    }

    /// What a received intake says, with the facts stated for it.
    #[must_use]
    pub fn by_intake(intake: &Intake, facts: &'a Facts) -> Self {
        Self {
            product_class: Some(intake.product_class),
            first_reported_on: intake.first_reported.as_ref().map(|first| first.on),
            no_earlier_report: intake.no_earlier_report,
            received_on: Some(intake.received_on),
            accessories_complete: intake.accessories_complete(),
            owned_by_us: intake.owned_by_us,
            arrival: Arrival::by_intake(intake),
            facts,
        }
    }
}

/// Puts a claim together.
#[must_use]
pub fn claim(said: &Said<'_>, known: &Known) -> Claim {
    let mut claim = Claim { facts: said.facts.clone(), derived: Vec::new() };
    from_intake(&mut claim, said, known);
    from_history(&mut claim, known);
    from_masters(&mut claim, said, known);
    // A unit given in exchange was not bought: the day it is registered with begins nothing (reading 13).
    if let Some(sale) = known.sale.as_ref().filter(|_| known.inherited.is_none()) {
        let Claim { facts, derived } = &mut claim;
        from_register(facts, sale, &mut |fact| {
            derived
                .push(Derived { as_of: known.register_as_of, ..Derived::here(fact, FactSource::Register) });
        });
    }
    // Last, because it asks for the purchase date.
    source_of_supply(&mut claim, known);
    claim
}

fn from_intake(claim: &mut Claim, said: &Said<'_>, known: &Known) {
    let Claim { facts, derived } = claim;
    derived.extend(arrival::derive(facts, &said.arrival, known));
    let mut take = |fact: &str, source| derived.push(Derived::here(fact, source));
    if facts.product_class.is_none()
        && let Some(class) = said.product_class
        // The class of the whole device comes from its model then.
        && !is_detector_of_terminal(class, known)
    {
        facts.product_class = Some(class.into());
        take("product_class", FactSource::Intake);
    }
    if facts.claim_date.is_none() {
        if let Some(on) = said.first_reported_on {
            facts.claim_date = Some(on.into());
            take("claim_date", FactSource::Intake);
        } else if let Some(on) = said.received_on {
            facts.claim_date = Some(on.into());
            take("claim_date", FactSource::Receipt);
        }
    }
    if facts.accessories_complete.is_none()
        && let Some(complete) = said.accessories_complete
    {
        facts.accessories_complete = Some(complete.into());
        take("accessories_complete", FactSource::Intake);
    }
    if facts.counting.is_none()
        && let Some(country) = facts.country.as_ref().and_then(Answer::known)
        && country != "CN"
    {
        facts.counting = Some(Counting::Plain.into());
        take("counting", FactSource::Intake);
    }
}

/// A detector built into a complete device is part of a terminal: whoever types what they hold in their hand has not
/// said what was sold.
fn is_detector_of_terminal(class: ProductClass, known: &Known) -> bool {
    let of_model = known.model.as_ref().and_then(|model| model.entry.product_class);
    class == ProductClass::Detector && of_model == Some(ProductClass::Terminal)
}

/// What became of the unit here before: what it inherits from the one it was given for, and its earlier repairs.
fn from_history(claim: &mut Claim, known: &Known) {
    let Claim { facts, derived } = claim;
    if let Some(inherited) = &known.inherited {
        let mut take = |fact: &str| {
            let by = inherited.from.to_string();
            derived.push(Derived { by, ..Derived::here(fact, FactSource::Exchange) });
        };
        if facts.product_class.is_none() && inherited.facts.product_class.is_some() {
            facts.product_class.clone_from(&inherited.facts.product_class);
            take("product_class");
        }
        if facts.purchase.is_none() && inherited.facts.purchase.is_some() {
            facts.purchase.clone_from(&inherited.facts.purchase);
            take("purchase");
        }
        if facts.sale_kind.is_none() && inherited.facts.sale_kind.is_some() {
            facts.sale_kind.clone_from(&inherited.facts.sale_kind);
            take("sale_kind");
        }
        if facts.contract.is_none() && inherited.facts.contract.is_some() {
            facts.contract.clone_from(&inherited.facts.contract);
            take("contract");
        }
    }
    let claimed_on = facts.claim_date.as_ref().and_then(Answer::known).copied();
    if facts.prior_repairs.is_none()
        && let (Some(serial), Some(claimed_on)) = (&known.serial, claimed_on)
    {
        let is_part = facts.claim_object.as_ref().and_then(Answer::known) == Some(&ClaimObject::Part);
        let repairs = prior_repairs(serial, &known.covers, is_part, claimed_on);
        if !repairs.is_empty() {
            facts.prior_repairs = Some(repairs.into());
            derived.push(Derived::here("prior_repairs", FactSource::Ledger));
        }
    }
}

/// The earlier repairs of a claim. A claim for a part does not say which part it is, so of a part's repair it stays
/// open whether it was the same one: unknown proves no cover.
fn prior_repairs(
    serial: &SerialNumber,
    entries: &[CoverEntry],
    is_part: bool,
    claimed_on: NaiveDate,
) -> Vec<PriorRepair> {
    let ledger = CoverLedger::of(entries.to_vec());
    let of_unit = ledger.prior_repairs(&CoveredItem::unit(serial.clone()), claimed_on);
    if !is_part {
        return of_unit.into_iter().map(PriorRepair::from).collect();
    }
    let of_part = ledger.prior_repairs(&CoveredItem::part(serial.clone(), String::new()), claimed_on);
    let seen = of_unit.into_iter().zip(of_part).map(|(of_unit, of_part)| match of_unit.scope {
        RepairScope::PartOther => PriorRepair { scope: None, ..PriorRepair::from(of_part) },
        RepairScope::Product | RepairScope::PartSame | RepairScope::Paid => PriorRepair::from(of_part),
    });
    seen.collect()
}

fn from_masters(claim: &mut Claim, said: &Said<'_>, known: &Known) {
    let Claim { facts, derived } = claim;
    if facts.product_class.is_none()
        && let Some(model) = &known.model
        && let Some(class) = model.entry.product_class
    {
        facts.product_class = Some(class.into());
        derived.push(Derived::of_master("product_class", FactSource::Model, model, &model.entry.code));
    }
    let day = said.received_on.or(said.first_reported_on);
    if facts.sale_kind.is_none()
        && let Some(loan) = &known.loan
        && day.is_some_and(|day| loan.entry.is_out_on(day))
    {
        facts.sale_kind = Some(SaleKind::Borrowed.into());
        derived.push(Derived::of_master("sale_kind", FactSource::LoanRegister, loan, ""));
    }
    let Some(contract) = known.contract() else { return };
    let number = &contract.entry.number;
    if facts.sale_kind.is_none()
        && let Some(kind) = contract.entry.sale_kind
    {
        facts.sale_kind = Some(kind.into());
        derived.push(Derived::of_master("sale_kind", FactSource::Contract, contract, number));
    }
    if facts.contract.is_none() {
        facts.contract = Some(terms(&contract.entry.terms).into());
        derived.push(Derived::of_master("contract", FactSource::Contract, contract, number));
    }
}

/// What a contract says of its own, as the engine asks for it.
fn terms(terms: &ContractTerms) -> Contract {
    Contract {
        unit_months: terms.unit_months.map(Answer::from),
        part_months: terms.part_months.map(Answer::from),
        return_days: terms.return_days.map(Answer::from),
        exchange_days: terms.exchange_days.map(Answer::from),
        period_starts_on: terms.period_starts_on.map(Answer::from),
        special_price_return: terms.special_price_return.map(Answer::from),
        covers_borrowed: terms.covers_borrowed.map(Answer::from),
        fee_inside_warranty: terms.fee_inside_warranty.map(Answer::from),
    }
}

/// A dealer that was authorised on the day of the purchase shows an authorised source. Nothing shows the opposite: a
/// dealer that is not known, or was not authorised then, is for a person to judge (5.12).
fn source_of_supply(claim: &mut Claim, known: &Known) {
    let Claim { facts, derived } = claim;
    if facts.authorised_source.is_none()
        && let Some(dealer) = &known.dealer
        && let Some(on) = purchased_on(facts)
        && dealer.entry.authorised_on(on) == Authorised::Yes
    {
        facts.authorised_source = Some(true.into());
        derived.push(Derived::of_master("authorised_source", FactSource::Dealer, dealer, &dealer.entry.name));
    }
}

/// The day of the purchase: the voucher's, else the contract's.
pub(crate) fn purchased_on(facts: &Facts) -> Option<NaiveDate> {
    let purchase = facts.purchase.as_ref().and_then(Answer::known)?;
    let date = |answer: &Option<Answer<NaiveDate>>| answer.as_ref().and_then(Answer::known).copied();
    date(&purchase.voucher_date).or_else(|| date(&purchase.contract_date))
}

fn from_register(facts: &mut Facts, sale: &Sale, take: &mut impl FnMut(&str)) {
    if facts.product_class.is_none()
        && let Some(class) = sale.product_class
    {
        facts.product_class = Some(class.into());
        take("product_class");
    }
    if facts.sale_kind.is_none()
        && let Some(kind) = sale.sale_kind
    {
        facts.sale_kind = Some(kind.into());
        take("sale_kind");
    }
    // "Asked, no answer" about the whole purchase stays as it was said.
    let unsaid = match &facts.purchase {
        None => Some(Purchase::default()),
        Some(Answer::Known(purchase)) => Some(purchase.clone()),
        Some(Answer::Unavailable(_)) => None,
    };
    let Some(mut purchase) = unsaid else { return };
    if purchase.voucher_date.is_none()
        && let Some(date) = sale.voucher_date
    {
        purchase.voucher_date = Some(date.into());
        take("purchase.voucher_date");
    }
    if purchase.contract_date.is_none()
        && let Some(date) = sale.contract_date
    {
        purchase.contract_date = Some(date.into());
        take("purchase.contract_date");
    }
    if purchase != Purchase::default() {
        facts.purchase = Some(purchase.into());
    }
}

#[cfg(test)]
pub(crate) mod sample {
    //! What tests of the claim and of its conflicts say and know: one sold terminal, one thing stated at a time.

    use super::Said;
    use crate::arrival::Arrival;
    use crate::known::Known;
    use nightbench_domain::registry::Sale;
    use nightbench_domain::serial::SerialNumber;
    use nightbench_domain::unit::{ProductClass, SaleKind};
    use nightbench_eligibility::facts::Facts;

    pub(crate) fn known() -> Known {
        Known { sale: Some(sale()), register_as_of: Some(1), ..Known::default() }
    }

    pub(crate) fn sale() -> Sale {
        Sale {
            serial: SerialNumber::parse("JP2409-00417").unwrap(),
            model: "NV-640".to_owned(),
            product_class: Some(ProductClass::Terminal),
            contract_date: None,
            voucher_date: "2026-03-02".parse().ok(),
            sale_kind: Some(SaleKind::Normal),
            dealer: String::new(),
            customer: String::new().into(),
            phone: String::new().into(),
        }
    }

    pub(crate) fn facts(json: &str) -> Facts {
        serde_json::from_str(json).unwrap()
    }

    pub(crate) fn said<'a>(facts: &'a Facts, reported: Option<&str>) -> Said<'a> {
        Said {
            product_class: None,
            first_reported_on: reported.map(|date| date.parse().unwrap()),
            no_earlier_report: false,
            received_on: "2026-03-10".parse().ok(),
            accessories_complete: Some(true),
            owned_by_us: false,
            arrival: Arrival::default(),
            facts,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::sample::{facts, known, said};
    use super::{Claim, FactSource, claim};
    use nightbench_eligibility::facts::Facts;

    fn sources(claim: &Claim) -> Vec<(&str, FactSource)> {
        claim.derived.iter().map(|derived| (derived.fact.as_str(), derived.source)).collect()
    }

    #[test]
    fn the_register_fills_what_nobody_stated() {
        let nothing = Facts::default();
        let claim = claim(&said(&nothing, None), &known());
        assert_eq!(
            sources(&claim),
            [
                ("claim_date", FactSource::Receipt),
                ("accessories_complete", FactSource::Intake),
                ("product_class", FactSource::Register),
                ("sale_kind", FactSource::Register),
                ("purchase.voucher_date", FactSource::Register),
            ]
        );
    }

    #[test]
    fn a_stated_fact_is_never_replaced_not_even_by_unavailable() {
        let stated = facts(
            r#"{"sale_kind":"borrowed","purchase":"unavailable","claim_date":"2026-03-05","product_class":"module"}"#,
        );
        let claim = claim(&said(&stated, Some("2026-03-04")), &known());
        assert_eq!(sources(&claim), [("accessories_complete", FactSource::Intake)]);
        assert_eq!(claim.facts.purchase, stated.purchase);
    }
}

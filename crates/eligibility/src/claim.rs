//! A claim as the rules read it: the facts with the defaults of contracts.md filled in and the unanswered left open.
//! It decides nothing; rules/ and space.rs ask it.

use crate::facts::{
    Answer, Contract, Counting, Documents, Facts, Purchase, RepairScope, Serial, SerialLabel,
};
use crate::policy::reading::{Choices, Reading};
use crate::verdict::Assumption;
use chrono::NaiveDate;
use nightbench_domain::claim::{ClaimObject, Finding};
use nightbench_domain::unit::{ProductClass, SaleKind};

/// The facts, flattened: `None` is unknown, whether it was asked or not.
#[derive(Debug, Clone)]
pub(crate) struct Claim {
    pub(crate) product_class: Option<ProductClass>,
    pub(crate) claim_object: Option<ClaimObject>,
    pub(crate) voucher_date: Option<NaiveDate>,
    pub(crate) contract_date: Option<NaiveDate>,
    pub(crate) claim_date: Option<NaiveDate>,
    pub(crate) sale_kind: Option<SaleKind>,
    pub(crate) is_contract_seen: bool,
    pub(crate) terms: Terms,
    pub(crate) findings: Option<Vec<Finding>>,
    pub(crate) consumable_defect: Option<bool>,
    pub(crate) warranty_certificate: Option<bool>,
    pub(crate) purchase_proof: Option<bool>,
    pub(crate) serial_label: Option<SerialLabel>,
    pub(crate) serial_match: Option<bool>,
    pub(crate) authorised_source: Option<bool>,
    pub(crate) accessories: Option<bool>,
    pub(crate) consent: Option<bool>,
    pub(crate) repairs: Vec<Repair>,
    pub(crate) counting: Counting,
    pub(crate) assumptions: Vec<Assumption>,
}

/// The terms of the contract; `None` and `false` where it says nothing of its own.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Terms {
    pub(crate) unit_months: Option<u32>,
    pub(crate) part_months: Option<u32>,
    pub(crate) return_days: Option<u32>,
    pub(crate) exchange_days: Option<u32>,
    pub(crate) period_starts_on: Option<NaiveDate>,
    pub(crate) special_price_return: bool,
    pub(crate) covers_borrowed: bool,
    pub(crate) fee_inside_warranty: bool,
}

/// An earlier repair of which end and scope are known.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Repair {
    pub(crate) completed: NaiveDate,
    pub(crate) scope: RepairScope,
}

impl Claim {
    pub(crate) fn of(facts: &Facts) -> Self {
        let purchase = known(&facts.purchase).cloned().unwrap_or_else(Purchase::default);
        let documents = known(&facts.documents).cloned().unwrap_or_else(Documents::default);
        let serial = known(&facts.serial).cloned().unwrap_or_else(Serial::default);
        let contract = known(&facts.contract);
        let mut assumptions = Vec::new();
        if contract.is_none_or(has_unavailable_term) {
            assumptions.push(Assumption::ContractDefaults);
        }
        let listed = known(&facts.prior_repairs).map_or(&[][..], Vec::as_slice);
        let repairs: Vec<Repair> = listed
            .iter()
            .filter_map(|repair| {
                Some(Repair { completed: *known(&repair.completed)?, scope: *known(&repair.scope)? })
            })
            .collect();
        if repairs.len() < listed.len() {
            assumptions.push(Assumption::PriorRepairLeftOut);
        }
        Self {
            product_class: known(&facts.product_class).copied(),
            claim_object: known(&facts.claim_object).copied(),
            voucher_date: known(&purchase.voucher_date).copied(),
            contract_date: known(&purchase.contract_date).copied(),
            claim_date: known(&facts.claim_date).copied(),
            sale_kind: known(&facts.sale_kind).copied(),
            is_contract_seen: contract.is_some(),
            terms: contract.map(Terms::of).unwrap_or_default(),
            findings: known(&facts.findings).cloned(),
            consumable_defect: known(&facts.consumable_defect).copied(),
            warranty_certificate: known(&documents.warranty_certificate).copied(),
            purchase_proof: known(&documents.purchase_proof).copied(),
            serial_label: known(&serial.label).copied(),
            serial_match: known(&serial.matches).copied(),
            authorised_source: known(&facts.authorised_source).copied(),
            accessories: known(&facts.accessories_complete).copied(),
            consent: known(&facts.return_consent).copied(),
            repairs,
            counting: known(&facts.counting).copied().unwrap_or_default(),
            assumptions,
        }
    }

    /// 2.1: "From the date of purchase (subject to the date on the original purchase voucher ...)". Note 1: "The
    /// purchase date is based on the date on the original purchase contract." Where both are known and differ, the
    /// later (reading 7, art. 498); where one is known, that one.
    pub(crate) fn purchase_date(&self, choices: Choices) -> Option<NaiveDate> {
        match (self.voucher_date, self.contract_date) {
            (Some(voucher), Some(_)) if choices.is_alternative(Reading::PurchaseDatesDiffer) => Some(voucher),
            (Some(voucher), Some(contract)) => Some(voucher.max(contract)),
            (one, other) => one.or(other),
        }
    }
}

impl Terms {
    fn of(contract: &Contract) -> Self {
        Self {
            unit_months: known(&contract.unit_months).copied(),
            part_months: known(&contract.part_months).copied(),
            return_days: known(&contract.return_days).copied(),
            exchange_days: known(&contract.exchange_days).copied(),
            period_starts_on: known(&contract.period_starts_on).copied(),
            special_price_return: known(&contract.special_price_return) == Some(&true),
            covers_borrowed: known(&contract.covers_borrowed) == Some(&true),
            fee_inside_warranty: known(&contract.fee_inside_warranty) == Some(&true),
        }
    }
}

/// The answer to a fact, if it was asked and there was one.
pub(crate) fn known<T>(fact: &Option<Answer<T>>) -> Option<&T> {
    fact.as_ref().and_then(Answer::known)
}

fn has_unavailable_term(contract: &Contract) -> bool {
    fn unavailable<T>(fact: &Option<Answer<T>>) -> bool {
        matches!(fact, Some(Answer::Unavailable(_)))
    }
    let Contract {
        unit_months,
        part_months,
        return_days,
        exchange_days,
        period_starts_on,
        special_price_return,
        covers_borrowed,
        fee_inside_warranty,
    } = contract;
    [unit_months, part_months, return_days, exchange_days].into_iter().any(unavailable)
        || unavailable(period_starts_on)
        || [special_price_return, covers_borrowed, fee_inside_warranty].into_iter().any(unavailable)
}

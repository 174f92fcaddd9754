//! A claim as the rules read it: the facts with the defaults of contracts.md filled in and the unanswered left open.
//! It decides nothing; rules/ and space.rs ask it. It is a flat value: making one allocates nothing.

use crate::facts::{Answer, Contract, Counting, Facts, PriorRepair, RepairScope, SerialLabel};
use crate::policy::reading::{Choices, Reading};
use crate::table::values_of;
use crate::verdict::Assumption;
use chrono::NaiveDate;
use nightbench_domain::claim::{ClaimObject, Finding};
use nightbench_domain::unit::{ProductClass, SaleKind};

/// The facts, flattened: `None` is unknown, whether it was asked or not.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Claim {
    pub(crate) product_class: Option<ProductClass>,
    pub(crate) claim_object: Option<ClaimObject>,
    pub(crate) voucher_date: Option<NaiveDate>,
    pub(crate) contract_date: Option<NaiveDate>,
    pub(crate) claim_date: Option<NaiveDate>,
    pub(crate) sale_kind: Option<SaleKind>,
    pub(crate) is_contract_seen: bool,
    pub(crate) terms: Terms,
    pub(crate) findings: Option<FindingSet>,
    pub(crate) consumable_defect: Option<bool>,
    pub(crate) warranty_certificate: Option<bool>,
    pub(crate) purchase_proof: Option<bool>,
    pub(crate) serial_label: Option<SerialLabel>,
    pub(crate) serial_match: Option<bool>,
    pub(crate) authorised_source: Option<bool>,
    pub(crate) accessories: Option<bool>,
    pub(crate) consent: Option<bool>,
    pub(crate) repairs: Repairs,
    pub(crate) counting: Counting,
    /// A term of the contract was not seen, so that the table's values are taken for granted.
    is_a_term_assumed: bool,
    /// The end or the scope of an earlier repair is unknown, so that it proves no cover.
    is_a_repair_left_out: bool,
    /// It was asked whether there were earlier repairs, and nobody could say.
    are_repairs_unanswered: bool,
    /// It was asked how last days are counted, and nobody could say.
    is_counting_unanswered: bool,
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

/// When the claimed item, or what it belongs to, was last repaired. Of the repairs of one kind only the last matters: a
/// later completion never ends a tail earlier. Those completed after the claim, and paid ones, are not here (reading 12).
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Repairs {
    pub(crate) product: Option<NaiveDate>,
    pub(crate) part_same: Option<NaiveDate>,
    pub(crate) part_other: Option<NaiveDate>,
}

/// Some of the findings, each once. One bit for each, in the order of [`Finding::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct FindingSet(u16);

impl FindingSet {
    pub(crate) const fn contains(self, finding: Finding) -> bool {
        self.0 >> finding as u16 & 1 == 1
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = Finding> {
        values_of(self.0).filter_map(|at| Finding::ALL.get(at).copied())
    }

    const fn with(self, finding: Finding) -> Self {
        Self(self.0 | 1 << finding as u16)
    }
}

impl FromIterator<Finding> for FindingSet {
    fn from_iter<I: IntoIterator<Item = Finding>>(findings: I) -> Self {
        findings.into_iter().fold(Self::default(), Self::with)
    }
}

impl Claim {
    pub(crate) fn of(facts: &Facts) -> Self {
        let purchase = known(&facts.purchase);
        let documents = known(&facts.documents);
        let serial = known(&facts.serial);
        let contract = known(&facts.contract);
        let claim_date = known(&facts.claim_date).copied();
        let listed = known(&facts.prior_repairs).map_or(&[][..], Vec::as_slice);
        let (repairs, is_a_repair_left_out) = Repairs::of(listed, claim_date);
        Self {
            product_class: known(&facts.product_class).copied(),
            claim_object: known(&facts.claim_object).copied(),
            voucher_date: purchase.and_then(|purchase| known(&purchase.voucher_date)).copied(),
            contract_date: purchase.and_then(|purchase| known(&purchase.contract_date)).copied(),
            claim_date,
            sale_kind: known(&facts.sale_kind).copied(),
            is_contract_seen: contract.is_some(),
            terms: contract.map(Terms::of).unwrap_or_default(),
            findings: known(&facts.findings).map(|findings| findings.iter().copied().collect()),
            consumable_defect: known(&facts.consumable_defect).copied(),
            warranty_certificate: documents.and_then(|seen| known(&seen.warranty_certificate)).copied(),
            purchase_proof: documents.and_then(|seen| known(&seen.purchase_proof)).copied(),
            serial_label: serial.and_then(|serial| known(&serial.label)).copied(),
            serial_match: serial.and_then(|serial| known(&serial.matches)).copied(),
            authorised_source: known(&facts.authorised_source).copied(),
            accessories: known(&facts.accessories_complete).copied(),
            consent: known(&facts.return_consent).copied(),
            repairs,
            counting: known(&facts.counting).copied().unwrap_or_default(),
            is_a_term_assumed: contract.is_none_or(has_unavailable_term),
            is_a_repair_left_out,
            are_repairs_unanswered: is_unanswered(&facts.prior_repairs),
            is_counting_unanswered: is_unanswered(&facts.counting),
        }
    }

    /// What is taken for granted without having been seen. That nobody asked about earlier repairs or how to count is
    /// how most claims are; that it was asked in vain is said.
    pub(crate) fn assumptions(&self) -> Vec<Assumption> {
        let taken = [
            (Assumption::ContractDefaults, self.is_a_term_assumed),
            (Assumption::PriorRepairLeftOut, self.is_a_repair_left_out),
            (Assumption::NoPriorRepairs, self.are_repairs_unanswered),
            (Assumption::RestDaysRoll, self.is_counting_unanswered),
        ];
        taken.into_iter().filter_map(|(assumption, is_taken)| is_taken.then_some(assumption)).collect()
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

impl Repairs {
    /// The last completions of the repairs that are known, and whether one is not.
    fn of(listed: &[PriorRepair], claimed: Option<NaiveDate>) -> (Self, bool) {
        let mut repairs = Self::default();
        let mut is_one_left_out = false;
        for repair in listed {
            let (Some(&completed), Some(scope)) = (known(&repair.completed), known(&repair.scope)) else {
                is_one_left_out = true;
                continue;
            };
            let last = match scope {
                RepairScope::Product => &mut repairs.product,
                RepairScope::PartSame => &mut repairs.part_same,
                RepairScope::PartOther => &mut repairs.part_other,
                RepairScope::Paid => continue,
            };
            if claimed.is_none_or(|claimed| completed <= claimed) {
                *last = (*last).max(Some(completed));
            }
        }
        (repairs, is_one_left_out)
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

/// Whether a fact was asked and there was no answer.
const fn is_unanswered<T>(fact: &Option<Answer<T>>) -> bool {
    matches!(fact, Some(Answer::Unavailable(_)))
}

fn has_unavailable_term(contract: &Contract) -> bool {
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
    [unit_months, part_months, return_days, exchange_days].into_iter().any(is_unanswered)
        || is_unanswered(period_starts_on)
        || [special_price_return, covers_borrowed, fee_inside_warranty].into_iter().any(is_unanswered)
}

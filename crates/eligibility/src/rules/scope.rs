//! Does the policy apply to goods that were sold or lent like these?
//!
//! Note 2: "Borrowed products are not covered by Jingpin's warranty policy." 3.3: "According to the specific purchase
//! and sales contract, products sold at special prices are not eligible for return and exchange services; prototypes
//! sold at special prices are not eligible for Jingpin's relevant policies."

use crate::claim::{Claim, Terms};
use crate::policy::reading::{Choices, Reading};
use crate::policy::{ContractTerm, Policy, SaleEffect};
use crate::world::Standing;
use nightbench_domain::unit::SaleKind;

/// How far the policy applies to a claim whose sale kind is `kind`.
pub(crate) fn standing(policy: &Policy, claim: &Claim, kind: SaleKind, choices: Choices) -> Standing {
    // Reading 21: the contract may shift every term, so its alternative tells nothing before it is seen.
    if !claim.is_contract_seen && choices.is_alternative(Reading::ContractNotSeen) {
        return Standing::ContractUnseen;
    }
    let Some(rule) = policy.sale_rule(kind) else { return Standing::Full };
    // 0 and 2.1: the contract prevails.
    if rule.lifted_by.is_some_and(|term| claim.terms.has(term)) {
        return Standing::Full;
    }
    // Reading 9: "return and exchange services" bars the 30-day exchange of 3.2 too.
    let no_return = if choices.is_alternative(Reading::SpecialPriceBar) {
        Standing::NoRefund
    } else {
        Standing::NoRefundOrExchange
    };
    match rule.effect {
        SaleEffect::Full => Standing::Full,
        SaleEffect::NoReturnOrExchange => no_return,
        // Reading 10: "relevant policies" is the whole policy; the same for borrowed units.
        SaleEffect::Outside if choices.is_alternative(Reading::PrototypesAndBorrowed) => no_return,
        SaleEffect::Outside => Standing::Outside,
    }
}

impl Terms {
    /// Whether the contract gives what lifts the effect of a sale kind.
    pub(crate) const fn has(&self, term: ContractTerm) -> bool {
        match term {
            ContractTerm::SpecialPriceReturn => self.special_price_return,
            ContractTerm::UnitMonths => self.unit_months.is_some(),
            ContractTerm::CoversBorrowed => self.covers_borrowed,
        }
    }
}

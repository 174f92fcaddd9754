//! What the findings amount to.
//!
//! 1.1: covered are "product performance failures [that] may affect normal use due to material, process or
//! manufacturing problems". 5: "In the following cases, Jingpin products are not covered by free warranty". 5.7:
//! "Consumables and packaging materials ... unless the failure is caused by defects in materials or workmanship."

use crate::claim::FindingSet;
use crate::policy::Policy;
use crate::world::Diagnosis;

/// The class of a complete diagnosis. `is_defect_proven` matters only where a consumable is among the findings.
///
/// Reading 18: each fault stands on its own cause; a consumable with a proven defect is a product fault; a product
/// fault together with `operates_normally` or `within_specification` contradicts itself. Reading 17: a finding of 5.2,
/// 5.3, 5.6, 5.9 or 5.11 is written down only where it caused a fault.
pub(crate) fn diagnosis(policy: &Policy, findings: FindingSet, is_defect_proven: bool) -> Diagnosis {
    let mut is_product_fault = false;
    let mut contradicts = false;
    let mut is_user_caused = false;
    let mut is_excluded = false;
    for finding in findings.iter() {
        match policy.exclusion(finding) {
            None => is_product_fault = true,
            Some(rule) if rule.unless_defect_proven && is_defect_proven => is_product_fault = true,
            Some(rule) => {
                contradicts |= rule.contradicts_product_fault;
                is_user_caused |= rule.user_caused;
                is_excluded |= is_of_section_five(rule.clause.as_str());
            }
        }
    }
    match (is_product_fault, contradicts) {
        (true, true) => Diagnosis::Contradictory,
        (true, false) if is_user_caused => Diagnosis::BesideUserCaused,
        (true, false) if is_excluded => Diagnosis::BesideMinor,
        (true, false) => Diagnosis::ProductFault,
        (false, _) if is_excluded => Diagnosis::Excluded,
        (false, _) => Diagnosis::NothingCovered,
    }
}

fn is_of_section_five(clause: &str) -> bool {
    clause.starts_with("5.")
}

//! What is granted in a complete claim, and on which condition. One function from world to rulings; it is total.
//!
//! 2.1: "After the warranty period expires, we will provide paid repair service." 3.1: "Our company will repair or
//! replace parts damaged due to product quality free of charge. For situations beyond the warranty period, our company
//! will charge". 3.2, 3.3: within 30 and 7 days the customer "can choose". 1.2: "no additional fees are charged for
//! services within the warranty period."

use crate::policy::reading::{Choices, Reading};
use crate::world::{Covered, Diagnosis, Lack, Ruling, Rulings, Standing, Time, World};

/// The rulings on the four remedies in a world, in the order in which the law decides.
pub(crate) fn rule(world: &World, choices: Choices) -> Rulings {
    // 2.N2, 3.3.N: what is outside the policy is decided before everything else, dates included.
    if world.standing == Standing::Outside {
        return Rulings::all(Ruling::Denied);
    }
    let Time::At { in_refund_window, in_exchange_window, cover } = world.time else {
        return Rulings::all(Ruling::Lacks(Lack::Dates));
    };
    if world.standing == Standing::ContractUnseen {
        return Rulings::all(Ruling::Lacks(Lack::Contract));
    }
    let windows = Windows {
        refund: in_refund_window && world.standing == Standing::Full,
        exchange: in_exchange_window && matches!(world.standing, Standing::Full | Standing::NoRefund),
    };
    // 5.1, then 5.8 and 5.12: whatever the fault is, a proven exclusion decides.
    let ruled = if cover == Covered::Over || world.is_evidence_wanting {
        excluded_by_section_five(choices)
    } else {
        by_diagnosis(world.diagnosis, windows, cover, choices)
    };
    conditions(world, ruled, choices)
}

#[derive(Clone, Copy)]
struct Windows {
    refund: bool,
    exchange: bool,
}

/// 5: "... are not covered by free warranty, but users can choose free warranty repairs". Reading 1: paid repairs.
fn excluded_by_section_five(choices: Choices) -> Rulings {
    let is_free = choices.is_alternative(Reading::ExcludedRepairs);
    Rulings {
        refund: Ruling::Denied,
        exchange: Ruling::Denied,
        free_repair: granted_if(is_free),
        paid_repair: granted_if(!is_free),
    }
}

fn by_diagnosis(diagnosis: Diagnosis, windows: Windows, cover: Covered, choices: Choices) -> Rulings {
    let are_mixed_paid = choices.is_alternative(Reading::MixedFindings);
    let does_fact_exclude = choices.is_alternative(Reading::ExclusionsByCause);
    match diagnosis {
        // 1.1: nothing that the warranty covers; a repair is paid.
        Diagnosis::NothingCovered => Rulings {
            refund: Ruling::Denied,
            exchange: Ruling::Denied,
            free_repair: Ruling::Denied,
            paid_repair: Ruling::Granted,
        },
        Diagnosis::Excluded => excluded_by_section_five(choices),
        Diagnosis::BesideMinor | Diagnosis::BesideUserCaused if are_mixed_paid => {
            excluded_by_section_five(choices)
        }
        Diagnosis::BesideUserCaused if does_fact_exclude => excluded_by_section_five(choices),
        // Reading 18: the product's fault is repaired free, the rest is paid.
        Diagnosis::ProductFault => product_fault(windows, cover),
        Diagnosis::BesideMinor => beside_another(product_fault(windows, cover), choices),
        Diagnosis::BesideUserCaused => {
            let ruled = beside_another(product_fault(windows, cover), choices);
            // 3.3: "provided that the products are complete and there is no fault caused by the user."
            let exchange = match ruled.exchange {
                Ruling::Granted => Ruling::Lacks(Lack::Review),
                Ruling::Denied | Ruling::Lacks(_) => ruled.exchange,
            };
            Rulings { refund: Ruling::Denied, exchange, ..ruled }
        }
        Diagnosis::Contradictory => undiagnosed(windows, cover, choices),
    }
}

/// 3.2 and 3.3 by their windows, 3.1 by the period. Reading 19: a blank period leaves both repairs to the contract.
fn product_fault(windows: Windows, cover: Covered) -> Rulings {
    let (free_repair, paid_repair) = match cover {
        Covered::Inside => (Ruling::Granted, Ruling::Denied),
        Covered::Over => (Ruling::Denied, Ruling::Granted),
        Covered::Blank => (Ruling::Lacks(Lack::Contract), Ruling::Lacks(Lack::Contract)),
    };
    Rulings {
        refund: granted_if(windows.refund),
        exchange: granted_if(windows.exchange),
        free_repair,
        paid_repair,
    }
}

/// The other fault is paid for, whatever the period; under the alternative of reading 1 it is not.
fn beside_another(ruled: Rulings, choices: Choices) -> Rulings {
    if choices.is_alternative(Reading::ExcludedRepairs) {
        return ruled;
    }
    Rulings { paid_repair: Ruling::Granted, ..ruled }
}

/// A contradictory diagnosis counts as none: what every diagnosis would give, else the diagnosis is lacking.
fn undiagnosed(windows: Windows, cover: Covered, choices: Choices) -> Rulings {
    let mut agreed: Option<Rulings> = None;
    for diagnosis in Diagnosis::POSSIBLE {
        let ruled = by_diagnosis(diagnosis, windows, cover, choices);
        agreed = Some(agreed.map_or(ruled, |before| Rulings {
            refund: same_or_undiagnosed(before.refund, ruled.refund),
            exchange: same_or_undiagnosed(before.exchange, ruled.exchange),
            free_repair: same_or_undiagnosed(before.free_repair, ruled.free_repair),
            paid_repair: same_or_undiagnosed(before.paid_repair, ruled.paid_repair),
        }));
    }
    agreed.unwrap_or(Rulings::all(Ruling::Lacks(Lack::Diagnosis)))
}

fn same_or_undiagnosed(one: Ruling, other: Ruling) -> Ruling {
    if one == other { one } else { Ruling::Lacks(Lack::Diagnosis) }
}

/// 3.3: "Customers must obtain the consent of our company before returning any product. For products returned without
/// consent, we may refuse" (reading 15). 3.2, 3.3: the unit comes with "its original accessories" (reading 14).
/// Consent is asked before accessories where it is known to be missing.
fn conditions(world: &World, ruled: Rulings, choices: Choices) -> Rulings {
    let consent = |ruling: Ruling| match ruling {
        Ruling::Granted if !world.is_consented => {
            if choices.is_alternative(Reading::SentWithoutConsent) {
                Ruling::Denied
            } else {
                Ruling::Lacks(Lack::Consent)
            }
        }
        Ruling::Granted | Ruling::Denied | Ruling::Lacks(_) => ruling,
    };
    let accessories = |ruling: Ruling| match ruling {
        Ruling::Granted if !world.are_accessories_complete => {
            if choices.is_alternative(Reading::AccessoriesIncomplete) {
                Ruling::Denied
            } else {
                Ruling::Lacks(Lack::Accessories)
            }
        }
        Ruling::Granted | Ruling::Denied | Ruling::Lacks(_) => ruling,
    };
    Rulings {
        refund: accessories(consent(ruled.refund)),
        exchange: accessories(consent(ruled.exchange)),
        free_repair: consent(ruled.free_repair),
        paid_repair: consent(ruled.paid_repair),
    }
}

const fn granted_if(is_due: bool) -> Ruling {
    if is_due { Ruling::Granted } else { Ruling::Denied }
}

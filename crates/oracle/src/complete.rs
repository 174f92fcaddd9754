//! A complete claim and what each remedy comes to, clause by clause, with at most one reading turned the other way. Not
//! the completion of unknown facts (completions.rs).

use crate::claim::{Claim, Class, Label, Object, Sale, Scope};
use crate::day::{Day, months_after};
use crate::rest::rolled;

/// Every fact that the rules ask for, known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Complete {
    pub(crate) class: Class,
    pub(crate) object: Object,
    pub(crate) bought: Day,
    pub(crate) sale: Sale,
    pub(crate) findings: Findings,
    pub(crate) certificate: bool,
    pub(crate) proof: bool,
    pub(crate) label: Label,
    pub(crate) matches: bool,
    pub(crate) source: bool,
    pub(crate) accessories: bool,
    pub(crate) consent: bool,
}

/// A diagnosis: a set of codes, bit n for code n of the claim's list, and whether the consumable's defect is proven.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Findings {
    /// The set of codes.
    pub(crate) codes: u16,
    /// Matters only where a consumable is among the codes.
    pub(crate) defect: bool,
}

/// What a remedy comes to: granted, denied, or the known lack that keeps it open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ruling {
    Granted,
    Denied,
    Dates,
    Review,
    Contract,
    Consent,
    Accessories,
    Diagnosis,
}

use Ruling::{Accessories, Consent, Contract, Dates, Denied, Diagnosis, Granted, Review};

const PRODUCT_FAULT: u16 = 1;
const OPERATES_NORMALLY: u16 = 1 << 4;
const CONSUMABLE: u16 = 1 << 6;
const WITHIN_SPECIFICATION: u16 = 1 << 10;
/// 5.2, 5.3, 5.6, 5.9 and 5.11: caused by the user or by somebody the user let at it.
const USER_CAUSED: u16 = 1 << 1 | 1 << 2 | 1 << 5 | 1 << 7 | 1 << 9;
const NORMAL_WEAR: u16 = 1 << 3;
const THIRD_PARTY: u16 = 1 << 2;

/// One diagnosis of each sort there is: an undiagnosed claim is completed with these. A test shows that each of the
/// other 4,081 sets of codes is treated in every situation like one of them.
pub(crate) const SAMPLES: [Findings; 15] = [
    Findings { codes: 0, defect: false },
    Findings { codes: WITHIN_SPECIFICATION, defect: false },
    Findings { codes: OPERATES_NORMALLY, defect: false },
    Findings { codes: NORMAL_WEAR, defect: false },
    Findings { codes: THIRD_PARTY, defect: false },
    Findings { codes: THIRD_PARTY | WITHIN_SPECIFICATION, defect: false },
    Findings { codes: CONSUMABLE, defect: false },
    Findings { codes: CONSUMABLE, defect: true },
    Findings { codes: CONSUMABLE | THIRD_PARTY, defect: false },
    Findings { codes: CONSUMABLE | THIRD_PARTY, defect: true },
    Findings { codes: PRODUCT_FAULT, defect: false },
    Findings { codes: PRODUCT_FAULT | NORMAL_WEAR, defect: false },
    Findings { codes: PRODUCT_FAULT | THIRD_PARTY, defect: false },
    Findings { codes: PRODUCT_FAULT | CONSUMABLE, defect: false },
    Findings { codes: PRODUCT_FAULT | CONSUMABLE, defect: true },
];

/// Reading 18: a product fault beside "operates normally" or "within specification" cannot be.
pub(crate) const fn is_contradictory(findings: Findings) -> bool {
    is_own_fault(findings) && findings.codes & (OPERATES_NORMALLY | WITHIN_SPECIFICATION) != 0
}

/// 5.7: "unless the failure is caused by defects in materials or workmanship"; then it is a product fault.
const fn is_own_fault(findings: Findings) -> bool {
    findings.codes & PRODUCT_FAULT != 0 || findings.codes & CONSUMABLE != 0 && findings.defect
}

/// Whether refund and exchange are in time, and the warranty: inside, over, or blank in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct InTime {
    pub(crate) refund: bool,
    pub(crate) exchange: bool,
    pub(crate) is_covered: Option<bool>,
}

/// The nominal last days of refund and exchange. Reading 2 turned counts the day of purchase, reading 3 turned leaves
/// the thirtieth day out, reading 13 turned starts again after the last repair of the product.
pub(crate) fn nominal_days(claim: &Claim, start: Day, turned: u8) -> (Day, Day) {
    let terms = claim.terms();
    let day_one = i32::from(turned == 2);
    let exclusive = i32::from(turned == 3);
    let mut start = start;
    if turned == 13 {
        for &(completed, scope) in &claim.repairs {
            if scope == Scope::Product && claim.claimed.known().is_none_or(|claimed| completed <= claimed) {
                start = start.max(completed);
            }
        }
    }
    let refund = (terms.return_days.unwrap_or(7) - day_one).max(0);
    let exchange = ((terms.exchange_days.unwrap_or(30) - exclusive).max(0) - day_one).max(0);
    (start + refund, start + exchange)
}

/// 2.T, or what the contract says instead. `None` is the blank cell; reading 19 turned fills it.
pub(crate) fn months(claim: &Claim, class: Class, object: Object, turned: u8) -> Option<i32> {
    let terms = claim.terms();
    let agreed = match object {
        Object::Whole => terms.unit_months,
        Object::Part => terms.part_months,
    };
    agreed.or(match (class, object) {
        (Class::Terminal, Object::Whole) => Some(24),
        (Class::Module | Class::Detector, Object::Whole) => Some(12),
        (Class::Terminal | Class::Module, Object::Part) => Some(3),
        (Class::Detector, Object::Part) => (turned == 19).then_some(3),
    })
}

/// 2.2 with readings 11 and 12: three months after the completion of a repair in warranty of the claimed item, if it
/// was completed by the day of the claim. The latest of them.
pub(crate) fn tail(claim: &Claim, turned: u8) -> Option<Day> {
    let counts = |&&(completed, scope): &&(Day, Scope)| {
        let belongs = match scope {
            Scope::Product | Scope::PartSame => true,
            Scope::PartOther => turned == 11,
            Scope::Paid => false,
        };
        belongs && claim.claimed.known().is_none_or(|claimed| completed <= claimed)
    };
    claim.repairs.iter().filter(counts).map(|&(completed, _)| months_after(completed, 3, turned == 5)).max()
}

/// Civil Code 203, unless the parties agreed otherwise (204) or reading 4 is turned.
pub(crate) fn last_day(claim: &Claim, nominal: Day, turned: u8) -> Day {
    if claim.is_plain || turned == 4 { nominal } else { rolled(nominal) }
}

/// Where a dated claim stands in time.
pub(crate) fn in_time(claim: &Claim, class: Class, object: Object, bought: Day, turned: u8) -> InTime {
    let claimed = claim.claimed.known().unwrap();
    let start = claim.terms().starts_on.unwrap_or(bought);
    let (refund, exchange) = nominal_days(claim, start, turned);
    let includes = |nominal: Day| claimed <= last_day(claim, nominal, turned);
    let end = months(claim, class, object, turned).map(|months| months_after(start, months, turned == 5));
    let is_covered = if tail(claim, turned).is_some_and(includes) { Some(true) } else { end.map(includes) };
    InTime { refund: includes(refund), exchange: includes(exchange), is_covered }
}

/// 2.N2 and 3.3.N: borrowed goods and special-price prototypes, unless the contract takes them in.
pub(crate) fn is_outside(claim: &Claim, sale: Sale) -> bool {
    match sale {
        Sale::Borrowed => !claim.terms().covers_borrowed,
        Sale::Prototype => claim.terms().unit_months.is_none(),
        Sale::Normal | Sale::SpecialPrice => false,
    }
}

/// 3.3.N: "products sold at special prices are not eligible for return and exchange services".
pub(crate) fn is_barred(claim: &Claim, sale: Sale) -> bool {
    sale == Sale::SpecialPrice && !claim.terms().special_price_return
}

/// The four remedies of a complete claim.
pub(crate) fn rulings(claim: &Claim, complete: &Complete, turned: u8) -> [Ruling; 4] {
    // Reading 21 turned: nothing is told before the contract is seen, not even whether the policy applies.
    let is_unread = turned == 21 && claim.contract.known().is_none();
    let is_outside = is_outside(claim, complete.sale);
    if is_outside && turned != 10 && !is_unread {
        return [Denied; 4];
    }
    let Some(claimed) = claim.claimed.known() else { return [Dates; 4] };
    if claim.bought(turned).is_some_and(|bought| claimed < bought) {
        return [Dates; 4];
    }
    if is_unread {
        return [Contract; 4];
    }
    let mut time = in_time(claim, complete.class, complete.object, complete.bought, turned);
    if is_barred(claim, complete.sale) || is_outside {
        time.refund = false;
        time.exchange &= turned == 9;
    }
    let papers = if turned == 8 {
        complete.certificate || complete.proof
    } else {
        complete.certificate && complete.proof
    };
    let is_proven = papers && complete.label == Label::Readable && complete.matches && complete.source;
    let ruled = if time.is_covered == Some(false) || !is_proven {
        excluded(turned)
    } else if is_contradictory(complete.findings) {
        undiagnosed(time, turned)
    } else {
        diagnosed(complete.findings, time, turned)
    };
    under_conditions(ruled, complete, turned)
}

/// Section 5: no refund, no exchange, a repair for money; for nothing where reading 1 is turned.
const fn excluded(turned: u8) -> [Ruling; 4] {
    if turned == 1 { [Denied, Denied, Granted, Denied] } else { [Denied, Denied, Denied, Granted] }
}

fn diagnosed(findings: Findings, time: InTime, turned: u8) -> [Ruling; 4] {
    let mut beside = findings.codes & !PRODUCT_FAULT;
    if findings.defect {
        beside &= !CONSUMABLE;
    }
    let is_user_caused = beside & USER_CAUSED != 0;
    if !is_own_fault(findings) {
        let is_of_section_five = beside & !WITHIN_SPECIFICATION != 0;
        return if is_of_section_five { excluded(turned) } else { [Denied, Denied, Denied, Granted] };
    }
    let does_exclude = turned == 18 && beside != 0 || turned == 17 && is_user_caused;
    if does_exclude {
        return excluded(turned);
    }
    let refund = if time.refund && !is_user_caused { Granted } else { Denied };
    let exchange = match (time.exchange, is_user_caused) {
        (false, _) => Denied,
        (true, true) => Review,
        (true, false) => Granted,
    };
    let free = if time.is_covered.is_none() { Contract } else { Granted };
    // Reading 1 turned makes the repair of the other fault free too: then nothing is left to pay.
    let paid = match (beside != 0 && turned != 1, time.is_covered) {
        (true, _) => Granted,
        (false, None) => Contract,
        (false, Some(_)) => Denied,
    };
    [refund, exchange, free, paid]
}

/// A diagnosis that contradicts itself is none: what all sorts agree on, else the diagnosis is lacking.
fn undiagnosed(time: InTime, turned: u8) -> [Ruling; 4] {
    let mut each = SAMPLES.iter().map(|&findings| diagnosed(findings, time, turned));
    let mut agreed = each.next().unwrap();
    for other in each {
        for remedy in 0..4 {
            if agreed[remedy] != other[remedy] {
                agreed[remedy] = Diagnosis;
            }
        }
    }
    agreed
}

/// 3.3: consent before any return (reading 15); 3.2 and 3.3: the original accessories (reading 14).
fn under_conditions(ruled: [Ruling; 4], complete: &Complete, turned: u8) -> [Ruling; 4] {
    let mut ruled = ruled;
    for (remedy, ruling) in ruled.iter_mut().enumerate() {
        if *ruling != Granted {
            continue;
        }
        if !complete.consent {
            *ruling = if turned == 15 { Denied } else { Consent };
        } else if !complete.accessories && remedy < 2 {
            *ruling = if turned == 14 { Denied } else { Accessories };
        }
    }
    ruled
}

#[cfg(test)]
mod tests {
    use super::{Findings, InTime, Ruling, SAMPLES, diagnosed, is_contradictory};
    use crate::TURNABLE;

    /// What a diagnosis leads to wherever a claim can stand in time, under every reading.
    fn everywhere(findings: Findings) -> Vec<[Ruling; 4]> {
        let mut all = Vec::new();
        for turned in std::iter::once(0).chain(TURNABLE) {
            for (refund, exchange) in [(true, true), (false, true), (false, false), (true, false)] {
                for is_covered in [Some(true), None] {
                    all.push(diagnosed(findings, InTime { refund, exchange, is_covered }, turned));
                }
            }
        }
        all
    }

    #[test]
    fn the_samples_stand_for_every_set_of_codes() {
        let samples: Vec<_> = SAMPLES.iter().map(|&findings| everywhere(findings)).collect();
        let mut sets = 0;
        for codes in 0..1 << 11 {
            for defect in [false, true] {
                let findings = Findings { codes, defect };
                sets += 1;
                if !is_contradictory(findings) {
                    assert!(samples.contains(&everywhere(findings)), "{findings:?}");
                }
            }
        }
        assert_eq!(sets, 4_096);
        assert!(!SAMPLES.into_iter().any(is_contradictory));
    }
}

//! Why the grid may leave values out: what it takes one of stands for all of its sort. Every set of findings is treated
//! like the one of its sort, every day like the days beside its cut points, and without a claim date the purchase is
//! nothing.

use crate::grid::{self, Axis, NO_CLAIM_DATE, NO_PURCHASE_DATE, Record};
use nightbench_calendar::Calendar;
use nightbench_domain::claim::{ClaimObject, Finding};
use nightbench_domain::unit::ProductClass;
use nightbench_eligibility::facts::{Answer, Contract, Facts, Purchase};
use nightbench_eligibility::verdict::{Need, Outcome};
use nightbench_eligibility::{Outcomes, Policy, outcomes};
use nightbench_oracle::Claim;
use std::collections::HashMap;
use std::time::Instant;

/// What a set of findings amounts to by the clauses, with the consumable's defect proven or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Sort {
    NothingCovered,
    Excluded,
    ProductFault,
    BesideMinor,
    BesideUserCaused,
    Contradictory,
}

fn sort(findings: &[Finding], is_defective: bool) -> Sort {
    use Finding::{
        AgainstManual, Appearance, Consumable, CustomerSoftwareChange, MisuseOrEnvironment, NormalWear,
        OperatesNormally, ProductFault, ThirdParty, UnauthorisedRepair, WithinSpecification,
    };
    let has = |some: &[Finding]| some.iter().any(|finding| findings.contains(finding));
    let is_own = has(&[ProductFault]) || has(&[Consumable]) && is_defective;
    let is_minor = has(&[NormalWear, Appearance]) || has(&[Consumable]) && !is_defective;
    let is_user =
        has(&[MisuseOrEnvironment, ThirdParty, CustomerSoftwareChange, AgainstManual, UnauthorisedRepair]);
    match (is_own, has(&[OperatesNormally]), has(&[WithinSpecification])) {
        (true, true, _) | (true, _, true) => Sort::Contradictory,
        (true, false, false) if is_user => Sort::BesideUserCaused,
        (true, false, false) if is_minor => Sort::BesideMinor,
        (true, false, false) => Sort::ProductFault,
        (false, is_normal, _) if is_user || is_minor || is_normal => Sort::Excluded,
        (false, _, _) => Sort::NothingCovered,
    }
}

/// All that the engine says of a diagnosis in situations that differ in everything else.
fn everywhere(findings: &[Finding], defect: Option<bool>) -> Vec<Outcomes> {
    let (policy, calendar) = (Policy::shipped().unwrap(), Calendar::of("CN"));
    let mut all = Vec::new();
    for (class, object) in [(0, 0), (2, 1), (3, 2)] {
        for (sale, others) in [(0, 0), (0, 2), (1, 0), (4, 0), (0, 1)] {
            for time in 0..grid::SIZES[Axis::Time as usize] {
                let record: Record = [others, others, 0, 0, 0, 0, 0, sale, object, class, 0, time];
                let mut facts = grid::facts(&record);
                facts.findings = Some(findings.to_vec().into());
                facts.consumable_defect = defect.map(Answer::Known);
                let mut outcomes = outcomes(policy, calendar, &facts);
                // Whether the defect or the diagnosis is asked for is a matter of names, not of sorts.
                for remedy in [
                    &mut outcomes.refund,
                    &mut outcomes.exchange,
                    &mut outcomes.free_repair,
                    &mut outcomes.paid_repair,
                ] {
                    let needs = remedy.needs.iter().map(|need| match need {
                        Need::ConsumableDefect => Need::Diagnosis,
                        other => other,
                    });
                    remedy.needs = needs.collect();
                }
                all.push(outcomes);
            }
        }
    }
    all
}

#[test]
#[cfg_attr(debug_assertions, ignore = "looks at a million claims: in release only")]
fn every_set_of_findings_is_treated_like_the_one_of_its_sort_in_the_grid() {
    let begun = Instant::now();
    let mut by_sort: HashMap<[Sort; 2], Vec<Outcomes>> = HashMap::new();
    for findings in grid::DIAGNOSES {
        by_sort.insert([sort(findings, false); 2], everywhere(findings, None));
    }
    assert_eq!(by_sort.len(), 6, "the grid has one of each sort");
    let mut sets = 0;
    for bits in 0_u32..1 << Finding::ALL.len() {
        let chosen = Finding::ALL.into_iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1);
        let findings: Vec<Finding> = chosen.map(|(_, finding)| finding).collect();
        for defect in [None, Some(false), Some(true)] {
            sets += 1;
            // A defect that is still open leaves two sorts possible; the first such set stands for the others.
            let sorts =
                defect.map_or([false, true], |defect| [defect; 2]).map(|defect| sort(&findings, defect));
            let own = everywhere(&findings, defect);
            let stands_for = by_sort.entry(sorts).or_insert_with(|| own.clone());
            assert!(*stands_for == own, "{findings:?}, defect {defect:?}, is not like others of {sorts:?}");
        }
    }
    let seconds = begun.elapsed().as_secs_f64();
    println!("{sets} diagnoses of {} sorts treated by sort: {seconds:.1} s", by_sort.len());
    assert_eq!((sets, by_sort.len()), (6_144, 11));
}

/// One item for each length of period in table 2.T.
const ITEMS: [(ProductClass, ClaimObject); 3] = [
    (ProductClass::Terminal, ClaimObject::Whole),
    (ProductClass::Module, ClaimObject::Whole),
    (ProductClass::Module, ClaimObject::Part),
];

#[test]
#[cfg_attr(debug_assertions, ignore = "looks at half a million claims: in release only")]
fn on_every_day_the_engine_reads_as_the_second_reading_and_a_later_claim_improves_nothing() {
    let begun = Instant::now();
    let all: Vec<_> = grid::day("2024-01-01").iter_days().take(366).collect();
    let (one, other) = all.split_at(all.len() / 2);
    let sweep = |days: &[chrono::NaiveDate]| days.iter().map(|&bought| sweep_from(bought)).sum::<usize>();
    let claims = std::thread::scope(|scope| {
        let one = scope.spawn(|| sweep(one));
        sweep(other) + one.join().unwrap()
    });
    println!("{claims} claims on every day read alike twice: {:.1} s", begun.elapsed().as_secs_f64());
    assert_eq!(claims, 366 * 3 * 780);
}

/// Claims on every day from the one before the purchase on.
fn sweep_from(bought: chrono::NaiveDate) -> usize {
    let (policy, calendar) = (Policy::shipped().unwrap(), Calendar::of("CN"));
    let mut claims = 0;
    for (class, object) in ITEMS {
        let mut facts = grid::facts(&[0; 12]);
        facts.purchase = Some(Purchase { voucher_date: Some(bought.into()), contract_date: None }.into());
        facts.product_class = Some(class.into());
        facts.claim_object = Some(object.into());
        let mut json = serde_json::to_value(&facts).unwrap();
        let mut before: Option<[u8; 3]> = None;
        for claimed in bought.pred_opt().unwrap().iter_days().take(780) {
            claims += 1;
            facts.claim_date = Some(claimed.into());
            json["claim_date"] = claimed.to_string().into();
            let given = outcomes(policy, calendar, &facts);
            let expected = nightbench_oracle::outcomes(&Claim::read(&json).unwrap());
            let four = [given.refund, given.exchange, given.free_repair, given.paid_repair];
            for (given, (outcome, needs)) in four.into_iter().zip(&expected) {
                let word = match given.outcome {
                    Outcome::Granted => "granted",
                    Outcome::Denied => "denied",
                    Outcome::Needs => "needs",
                };
                let given: Vec<&str> = given.needs.iter().map(Need::code).collect();
                assert_eq!((word, &given), (*outcome, needs), "bought {bought}, claimed {claimed}");
            }
            if bought <= claimed {
                let now =
                    [four[0], four[1], four[2]].map(|given| u8::from(given.outcome == Outcome::Granted));
                let is_improved = |before: [u8; 3]| before.iter().zip(&now).any(|(before, now)| before < now);
                assert!(!before.is_some_and(is_improved), "improved: bought {bought}, claimed {claimed}");
                before = Some(now);
            }
        }
    }
    claims
}

#[test]
fn without_a_claim_date_the_purchase_makes_no_difference() {
    let (policy, calendar) = (Policy::shipped().unwrap(), Calendar::of("CN"));
    let all_unknown: Record = std::array::from_fn(|axis| grid::SIZES[axis] - 1);
    for sale in 0..grid::SIZES[Axis::Sale as usize] {
        for mut record in [[0; 12], all_unknown] {
            record[Axis::Sale as usize] = sale;
            let undated = |time: usize| {
                record[Axis::Time as usize] = time;
                let mut facts = grid::facts(&record);
                facts.claim_date = None;
                outcomes(policy, calendar, &facts)
            };
            let all: Vec<Outcomes> = (0..=NO_PURCHASE_DATE).map(undated).collect();
            record[Axis::Time as usize] = NO_CLAIM_DATE;
            let own = outcomes(policy, calendar, &grid::facts(&record));
            assert!(all.iter().all(|other| *other == own), "{record:?}");
        }
    }
}

#[test]
fn a_contract_that_says_nothing_and_one_that_was_not_seen_lead_to_the_same() {
    let (policy, calendar) = (Policy::shipped().unwrap(), Calendar::of("CN"));
    for at in (0..grid::RECORDS).step_by(40_009) {
        let silent = grid::facts(&grid::record(at));
        assert_eq!(silent.contract, Some(Answer::Known(Contract::default())));
        let not_seen = Facts { contract: None, ..silent.clone() };
        assert_eq!(outcomes(policy, calendar, &silent), outcomes(policy, calendar, &not_seen));
    }
}

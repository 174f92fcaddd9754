//! A second engine, slow and simple: it completes every unknown fact with every value it can have, concrete purchase
//! dates day by day, and reads the definitions of the contract literally. It shares no code with the engine but the
//! shapes of facts and the calendar's answer for one day; the two must agree on any partial claim.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

use chrono::{Datelike, Days, NaiveDate};
use nightbench_calendar::Calendar;
use nightbench_eligibility::{Policy, assess_line};
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_oneof, proptest};
use proptest::{option, test_runner::TestCaseError};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// A fact in a partial claim; `None` is unknown.
#[derive(Debug, Clone)]
struct Partial {
    class: Option<&'static str>,
    object: Option<&'static str>,
    bought: Option<NaiveDate>,
    claimed: Option<NaiveDate>,
    sale: Option<&'static str>,
    contract: Option<Contract>,
    findings: Option<BTreeSet<&'static str>>,
    defect: Option<bool>,
    certificate: Option<bool>,
    proof: Option<bool>,
    label: Option<&'static str>,
    matches: Option<bool>,
    source: Option<bool>,
    accessories: Option<bool>,
    consent: Option<bool>,
    repairs: Vec<(NaiveDate, &'static str)>,
    plain: bool,
}

#[derive(Debug, Clone, Default)]
struct Contract {
    unit_months: Option<u32>,
    part_months: Option<u32>,
    return_days: Option<u32>,
    exchange_days: Option<u32>,
    starts: Option<NaiveDate>,
    special_return: bool,
    borrowed: bool,
}

/// A complete claim.
#[derive(Debug, Clone)]
struct Complete {
    class: &'static str,
    object: &'static str,
    bought: NaiveDate,
    sale: &'static str,
    findings: Findings,
    evidence: [bool; 5],
    accessories: bool,
    consent: bool,
}

#[derive(Debug, Clone, PartialEq)]
struct Findings {
    codes: BTreeSet<&'static str>,
    defect: bool,
}

const CLASSES: [&str; 3] = ["terminal", "module", "detector"];
const OBJECTS: [&str; 2] = ["whole", "part"];
const SALES: [&str; 4] = ["normal", "special_price", "prototype_special_price", "borrowed"];
const REMEDIES: [&str; 4] = ["refund", "exchange", "free_repair", "paid_repair"];
/// One code of each sort is enough to be undiagnosed over; known findings use all of them.
const UNDIAGNOSED: [&str; 6] = [
    "product_fault",
    "third_party",
    "normal_wear",
    "operates_normally",
    "consumable",
    "within_specification",
];
const ALL_FINDINGS: [&str; 11] = [
    "product_fault",
    "misuse_or_environment",
    "third_party",
    "normal_wear",
    "operates_normally",
    "customer_software_change",
    "consumable",
    "against_manual",
    "appearance",
    "unauthorised_repair",
    "within_specification",
];
const USER_CAUSED: [&str; 5] = [
    "misuse_or_environment",
    "third_party",
    "customer_software_change",
    "against_manual",
    "unauthorised_repair",
];

// ---------------------------------------------------------------- a complete claim

fn is_own_fault(findings: &Findings) -> bool {
    findings.codes.contains("product_fault") || (findings.codes.contains("consumable") && findings.defect)
}

fn is_contradictory(findings: &Findings) -> bool {
    is_own_fault(findings)
        && (findings.codes.contains("operates_normally") || findings.codes.contains("within_specification"))
}

fn months_after(from: NaiveDate, months: u32) -> NaiveDate {
    let month0 = from.month0() + months;
    let (year, month) = (from.year() + i32::try_from(month0 / 12).unwrap(), month0 % 12 + 1);
    (1..=from.day()).rev().find_map(|day| NaiveDate::from_ymd_opt(year, month, day)).unwrap()
}

fn roll(mut day: NaiveDate, plain: bool) -> NaiveDate {
    while !plain && !Calendar::of("CN").is_working(day) {
        day = day + Days::new(1);
    }
    day
}

/// Whether refund and exchange are in time, and the cover: `Some(true)` inside, `Some(false)` over, `None` blank.
fn in_time(partial: &Partial, class: &str, object: &str, bought: NaiveDate) -> (bool, bool, Option<bool>) {
    let contract = partial.contract.clone().unwrap_or_default();
    let claimed = partial.claimed.unwrap();
    let start = contract.starts.unwrap_or(bought);
    let until = |days: u32| roll(start + Days::new(days.into()), partial.plain) >= claimed;
    let table = match (class, object) {
        ("terminal", "whole") => Some(24),
        ("module" | "detector", "whole") => Some(12),
        ("terminal" | "module", "part") => Some(3),
        _ => None,
    };
    let agreed = if object == "whole" { contract.unit_months } else { contract.part_months };
    let end = agreed.or(table).map(|months| months_after(start, months));
    let tails = partial
        .repairs
        .iter()
        .filter(|(completed, scope)| *completed <= claimed && ["product", "part_same"].contains(scope));
    let is_in_tail =
        tails.clone().any(|(completed, _)| roll(months_after(*completed, 3), partial.plain) >= claimed);
    let cover = match end {
        _ if is_in_tail => Some(true),
        Some(end) => Some(roll(end, partial.plain) >= claimed),
        None => None,
    };
    (until(contract.return_days.unwrap_or(7)), until(contract.exchange_days.unwrap_or(30)), cover)
}

/// `granted`, `denied`, or the known lack.
fn outcome(partial: &Partial, claim: &Complete, remedy: &str) -> &'static str {
    let contract = partial.contract.clone().unwrap_or_default();
    let is_outside = match claim.sale {
        "borrowed" => !contract.borrowed,
        "prototype_special_price" => contract.unit_months.is_none(),
        _ => false,
    };
    if is_outside {
        return "denied";
    }
    let Some(claimed) = partial.claimed else { return "dates" };
    if partial.bought.is_some_and(|bought| claimed < bought) {
        return "dates";
    }
    let (refund_in_time, exchange_in_time, cover) = in_time(partial, claim.class, claim.object, claim.bought);
    let is_barred = claim.sale == "special_price" && !contract.special_return;
    let ruled = if cover == Some(false) || claim.evidence.contains(&false) {
        if remedy == "paid_repair" { "granted" } else { "denied" }
    } else if is_contradictory(&claim.findings) {
        let each: BTreeSet<&str> = diagnoses()
            .into_iter()
            .map(|findings| {
                let with = Complete { findings, accessories: true, consent: true, ..claim.clone() };
                outcome(partial, &with, remedy)
            })
            .collect();
        if each.len() == 1 { each.into_iter().next().unwrap() } else { "diagnosis" }
    } else {
        by_findings(
            &claim.findings,
            remedy,
            refund_in_time && !is_barred,
            exchange_in_time && !is_barred,
            cover,
        )
    };
    match ruled {
        "granted" if !claim.consent => "consent",
        "granted" if !claim.accessories && ["refund", "exchange"].contains(&remedy) => "accessories",
        other => other,
    }
}

fn by_findings(
    findings: &Findings,
    remedy: &str,
    may_refund: bool,
    may_exchange: bool,
    cover: Option<bool>,
) -> &'static str {
    let is_own = is_own_fault(findings);
    let is_user = findings.codes.iter().any(|code| USER_CAUSED.contains(code));
    let is_more = findings.codes.iter().any(|code| match *code {
        "product_fault" => false,
        "consumable" => !findings.defect,
        _ => true,
    });
    match remedy {
        "refund" if is_own && may_refund && !is_user => "granted",
        "exchange" if is_own && may_exchange && is_user => "review",
        "exchange" if is_own && may_exchange => "granted",
        "free_repair" if is_own && cover.is_none() => "contract",
        "free_repair" if is_own => "granted",
        "paid_repair" if !is_own || is_more => "granted",
        "paid_repair" if cover.is_none() => "contract",
        _ => "denied",
    }
}

/// Every diagnosis that does not contradict itself.
fn diagnoses() -> Vec<Findings> {
    let mut all = Vec::new();
    for bits in 0_u32..1 << UNDIAGNOSED.len() {
        let codes: BTreeSet<&str> = UNDIAGNOSED
            .iter()
            .enumerate()
            .filter(|(at, _)| bits >> at & 1 == 1)
            .map(|(_, code)| *code)
            .collect();
        for defect in [false, true] {
            let findings = Findings { codes: codes.clone(), defect };
            if !is_contradictory(&findings) {
                all.push(findings);
            }
        }
    }
    all
}

// ---------------------------------------------------------------- the completions of a partial claim

/// The values each unknown can have; the number of them is one where it is known.
struct Choices {
    classes: Vec<&'static str>,
    objects: Vec<&'static str>,
    bought: Vec<NaiveDate>,
    sales: Vec<&'static str>,
    findings: Vec<Findings>,
    evidence: [Vec<bool>; 5],
    accessories: Vec<bool>,
    consent: Vec<bool>,
    diagnosis_name: &'static str,
}

const AXES: usize = 12;

fn either(known: Option<bool>) -> Vec<bool> {
    known.map_or(vec![true, false], |known| vec![known])
}

fn choices(partial: &Partial) -> Choices {
    let classes = partial.class.map_or(CLASSES.to_vec(), |one| vec![one]);
    let objects = partial.object.map_or(OBJECTS.to_vec(), |one| vec![one]);
    // Every day of the last three and a half years, each kind of day once: days on which every class and object is
    // in the same time are alike for every rule.
    let bought = match (partial.bought, partial.claimed) {
        (Some(bought), _) => vec![bought],
        (None, None) => vec![NaiveDate::default()],
        (None, Some(claimed)) => {
            let mut kinds = BTreeMap::new();
            for back in 0..1_300 {
                let day = claimed - Days::new(back);
                let kind: Vec<_> = classes
                    .iter()
                    .flat_map(|class| objects.iter().map(move |object| (class, object)))
                    .map(|(class, object)| in_time(partial, class, object, day))
                    .collect();
                kinds.entry(kind).or_insert(day);
            }
            kinds.into_values().collect()
        }
    };
    let (findings, diagnosis_name) = match &partial.findings {
        None => (diagnoses(), "diagnosis"),
        Some(codes) => {
            let with = |defect| Findings { codes: codes.clone(), defect };
            let known: Vec<Findings> = match partial.defect {
                Some(defect) => vec![with(defect)],
                None if codes.contains("consumable") => vec![with(true), with(false)],
                None => vec![with(false)],
            };
            if known.iter().all(is_contradictory) {
                (diagnoses(), "diagnosis")
            } else {
                (known, "consumable_defect")
            }
        }
    };
    let label = partial.label.map(|label| label == "readable");
    Choices {
        classes,
        objects,
        bought,
        sales: partial.sale.map_or(SALES.to_vec(), |one| vec![one]),
        findings,
        evidence: [partial.certificate, partial.proof, label, partial.matches, partial.source].map(either),
        accessories: either(partial.accessories),
        consent: either(partial.consent),
        diagnosis_name,
    }
}

impl Choices {
    fn names(&self) -> [&'static str; AXES] {
        [
            "product_class",
            "claim_object",
            "purchase_date",
            "sale_kind",
            self.diagnosis_name,
            "warranty_certificate",
            "purchase_proof",
            "serial_label",
            "serial_match",
            "authorised_source",
            "accessories",
            "consent",
        ]
    }

    fn sizes(&self) -> [usize; AXES] {
        let [a, b, c, d, e] = &self.evidence;
        [
            self.classes.len(),
            self.objects.len(),
            self.bought.len(),
            self.sales.len(),
            self.findings.len(),
            a.len(),
            b.len(),
            c.len(),
            d.len(),
            e.len(),
            self.accessories.len(),
            self.consent.len(),
        ]
    }

    fn complete(&self, at: [usize; AXES]) -> Complete {
        Complete {
            class: self.classes[at[0]],
            object: self.objects[at[1]],
            bought: self.bought[at[2]],
            sale: self.sales[at[3]],
            findings: self.findings[at[4]].clone(),
            evidence: [0, 1, 2, 3, 4].map(|piece| self.evidence[piece][at[5 + piece]]),
            accessories: self.accessories[at[10]],
            consent: self.consent[at[11]],
        }
    }
}

/// The outcome of a remedy by the definition: definite when every completion agrees, else the facts of which one
/// alone, in some completion of the others, changes it.
fn expected(partial: &Partial, choices: &Choices, remedy: &str) -> (String, Vec<String>) {
    let sizes = choices.sizes();
    let total: usize = sizes.iter().product();
    let place = |mut index: usize| {
        sizes.map(|size| {
            let value = index % size;
            index /= size;
            value
        })
    };
    let outcomes: Vec<&str> =
        (0..total).map(|index| outcome(partial, &choices.complete(place(index)), remedy)).collect();
    if outcomes.iter().all(|one| one == &outcomes[0]) {
        return match outcomes[0] {
            "granted" | "denied" => (outcomes[0].to_owned(), Vec::new()),
            lack => ("needs".to_owned(), vec![lack.to_owned()]),
        };
    }
    let mut needs = Vec::new();
    let mut step = 1;
    for (axis, name) in choices.names().into_iter().enumerate() {
        let changes = |index: usize| {
            let first = index - place(index)[axis] * step;
            outcomes[index] != outcomes[first]
        };
        if (0..total).any(changes) {
            needs.push(name.to_owned());
        }
        step *= sizes[axis];
    }
    needs.sort();
    ("needs".to_owned(), needs)
}

// ---------------------------------------------------------------- random partial claims

fn json_of(partial: &Partial) -> Value {
    let contract = partial.contract.as_ref().map(|contract| {
        json!({
            "unit_months": contract.unit_months, "part_months": contract.part_months,
            "return_days": contract.return_days, "exchange_days": contract.exchange_days,
            "period_starts_on": contract.starts, "special_price_return": contract.special_return,
            "covers_borrowed": contract.borrowed,
        })
    });
    let repairs: Vec<Value> = partial
        .repairs
        .iter()
        .map(|(completed, scope)| json!({"completed": completed, "scope": scope}))
        .collect();
    json!({
        "product_class": partial.class, "claim_object": partial.object,
        "purchase": {"voucher_date": partial.bought}, "claim_date": partial.claimed, "sale_kind": partial.sale,
        "contract": contract, "findings": partial.findings, "consumable_defect": partial.defect,
        "documents": {"warranty_certificate": partial.certificate, "purchase_proof": partial.proof},
        "serial": {"label": partial.label, "matches": partial.matches}, "authorised_source": partial.source,
        "accessories_complete": partial.accessories, "return_consent": partial.consent, "prior_repairs": repairs,
        "counting": if partial.plain { "plain" } else { "cn" },
    })
}

/// Mostly good, sometimes unknown, rarely bad: claims that stay open long enough to be interesting.
fn evidence() -> impl Strategy<Value = Option<bool>> {
    prop_oneof![6 => Just(Some(true)), 2 => Just(None), 1 => Just(Some(false))]
}

fn one_of(all: &'static [&'static str]) -> impl Strategy<Value = Option<&'static str>> {
    option::weighted(0.7, proptest::sample::select(all))
}

fn day() -> impl Strategy<Value = NaiveDate> {
    let from: NaiveDate = "2025-12-20".parse().unwrap();
    (0_u64..300).prop_map(move |days| from + Days::new(days))
}

/// Days back from the claim, near the ends of windows and periods.
fn days_back() -> impl Strategy<Value = i64> {
    prop_oneof![-3_i64..40, 80_i64..100, 355_i64..375, 720_i64..745, 0_i64..1_200]
}

fn contracts() -> impl Strategy<Value = Option<Contract>> {
    let months = || option::weighted(0.3, 0_u32..30);
    let days = || option::weighted(0.3, 0_u32..60);
    let terms = (
        months(),
        months(),
        days(),
        days(),
        option::weighted(0.15, days_back()),
        any::<bool>(),
        any::<bool>(),
    );
    let some = terms.prop_map(
        |(unit_months, part_months, return_days, exchange_days, back, special_return, borrowed)| {
            let claim: NaiveDate = "2026-06-15".parse().unwrap();
            let starts = back.map(|back| claim - chrono::TimeDelta::days(back));
            Contract {
                unit_months,
                part_months,
                return_days,
                exchange_days,
                starts,
                special_return,
                borrowed,
            }
        },
    );
    prop_oneof![3 => Just(None), 3 => Just(Some(Contract::default())), 4 => some.prop_map(Some)]
}

fn findings() -> impl Strategy<Value = Option<BTreeSet<&'static str>>> {
    let some = proptest::collection::btree_set(proptest::sample::select(&ALL_FINDINGS[..]), 0..3);
    prop_oneof![
        3 => Just(Some(BTreeSet::from(["product_fault"]))),
        2 => Just(None),
        5 => some.prop_map(Some),
        2 => proptest::sample::select(&ALL_FINDINGS[1..]).prop_map(|code| Some(BTreeSet::from(["product_fault", code]))),
        1 => proptest::sample::select(&ALL_FINDINGS[..]).prop_map(|code| Some(BTreeSet::from(["consumable", code]))),
    ]
}

fn partial_claims() -> impl Strategy<Value = Partial> {
    let scopes = proptest::sample::select(&["product", "part_same", "part_other", "paid"][..]);
    let repairs = prop_oneof![
        2 => Just(Vec::new()),
        1 => proptest::collection::vec((-30_i64..200, scopes), 1..3),
    ];
    let label = prop_oneof![
        6 => Just(Some("readable")), 2 => Just(None), 1 => Just(Some("unreadable")), 1 => Just(Some("absent"))
    ];
    let sale = prop_oneof![4 => Just(Some("normal")), 6 => one_of(&SALES)];
    let what = (
        one_of(&CLASSES),
        one_of(&OBJECTS),
        sale,
        contracts(),
        findings(),
        option::weighted(0.4, any::<bool>()),
    );
    let when = (option::weighted(0.95, day()), option::weighted(0.7, days_back()), repairs, any::<bool>());
    let seen = (evidence(), evidence(), label, evidence(), evidence(), evidence(), evidence());
    (what, when, seen).prop_map(|(what, (claimed, back, repairs, plain), seen)| {
        let (class, object, sale, contract, findings, defect) = what;
        let (certificate, proof, label, matches, source, accessories, consent) = seen;
        let about = claimed.unwrap_or("2026-06-15".parse().unwrap());
        let before = |back: i64| about - chrono::TimeDelta::days(back);
        Partial {
            class,
            object,
            bought: back.map(before),
            claimed,
            sale,
            contract,
            findings,
            defect,
            certificate,
            proof,
            label,
            matches,
            source,
            accessories,
            consent,
            repairs: repairs.into_iter().map(|(back, scope)| (before(back), scope)).collect(),
            plain,
        }
    })
}

/// Claims with more completions than this are left to the smaller ones that they contain.
const COMPLETIONS_MAX: usize = 20_000;

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, max_global_rejects: 100_000, ..ProptestConfig::default() })]

    #[test]
    fn the_engine_answers_as_the_definitions_read(partial in partial_claims()) {
        let choices = choices(&partial);
        if choices.sizes().iter().product::<usize>() > COMPLETIONS_MAX {
            return Err(TestCaseError::reject("too many completions"));
        }
        let facts = json_of(&partial).to_string();
        let verdict = serde_json::to_value(assess_line(Policy::shipped().unwrap(), &facts).unwrap()).unwrap();
        for remedy in REMEDIES {
            let found = &verdict["remedies"][remedy];
            let (outcome, needs) = expected(&partial, &choices, remedy);
            proptest::prop_assert_eq!(&found["outcome"], &json!(outcome), "{} {}", remedy, facts);
            proptest::prop_assert_eq!(&found["needs"], &json!(needs), "{} {}", remedy, facts);
        }
    }
}

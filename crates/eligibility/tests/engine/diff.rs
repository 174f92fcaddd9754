//! What two packs decide differently: the regions a change of a pack leads to, and nothing beside them.

use nightbench_calendar::Calendar;
use nightbench_eligibility::diff::{Cut, DayRange, PolicyDiff, Region, diff};
use nightbench_eligibility::outcomes;
use nightbench_eligibility::policy::Policy;

const SHIPPED: &str = include_str!("../../../../policies/jingpin-commitment.toml");

fn edited(changes: &[(&str, &str)]) -> Policy {
    let text = changes.iter().fold(SHIPPED.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    });
    Policy::load("pack.toml", &text).unwrap()
}

fn days(range: &DayRange) -> String {
    let cut = |cut: Option<Cut>| match cut {
        None => String::new(),
        Some(Cut::Purchase) => "0".to_owned(),
        Some(Cut::Days(days)) => format!("{days}d"),
        Some(Cut::Months(months)) => format!("{months}m"),
    };
    if range.is_before_purchase {
        "before".to_owned()
    } else {
        format!("{}..{}", cut(range.after), cut(range.up_to))
    }
}

/// A region on one line: `refund denied -> granted: claim_day 7d..10d, findings product_fault`.
fn line(region: &Region) -> String {
    let told = |told: &nightbench_eligibility::diff::Told| {
        let needs: Vec<&str> = told.needs.iter().map(|need| need.code()).collect();
        format!("{:?} {}", told.outcome, needs.join("+")).trim().to_lowercase()
    };
    let conditions: Vec<String> = region
        .conditions
        .iter()
        .map(|condition| {
            let mut values: Vec<String> = condition.any_of.clone();
            values.extend(condition.days.iter().map(days));
            values.extend(condition.none_of.iter().map(|code| format!("!{code}")));
            format!("{:?} {}", condition.aspect, values.join("|"))
        })
        .collect();
    format!(
        "{:?} {} -> {}: {}",
        region.remedy,
        told(&region.before),
        told(&region.after),
        conditions.join(", ")
    )
}

fn lines(diff: &PolicyDiff) -> Vec<String> {
    diff.regions.iter().map(line).collect()
}

#[test]
fn a_pack_does_not_differ_from_itself() {
    let shipped = Policy::shipped().unwrap();
    let diff = diff(shipped, shipped);
    assert_eq!((diff.regions, diff.entries, diff.claims_changed), (vec![], vec![], 0));
    assert!(diff.claims > 3_000, "{}", diff.claims);
}

#[test]
fn a_longer_window_shows_as_the_days_it_adds() {
    let diff = diff(Policy::shipped().unwrap(), &edited(&[("days = 7", "days = 10")]));
    assert_eq!(
        lines(&diff),
        [
            "Refund denied -> granted: ClaimDay 7d..10d, Sale !special_price|!prototype_special_price|!borrowed, \
             Findings product_fault|consumable+consumable_defect|product_fault+normal_wear|product_fault+appearance\
             |product_fault+consumable|product_fault+consumable+consumable_defect, Wanting nothing",
        ]
    );
    assert_eq!(diff.entries.len(), 1);
    assert_eq!((diff.entries[0].list.as_str(), diff.entries[0].entry.as_str()), ("windows", "refund"));
    assert_eq!((&diff.entries[0].before["days"], &diff.entries[0].after["days"]), (&7.into(), &10.into()));
    let region = &diff.regions[0];
    assert!(region.clauses_after.iter().any(|clause| clause.as_str() == "3.3"), "{region:?}");
}

#[test]
fn days_that_follow_each_other_are_told_as_one_range() {
    // The earlier end of the exchange lies between the two ends of the refund and cuts the days in two.
    let diff = diff(&edited(&[("days = 30", "days = 15")]), &edited(&[("days = 7", "days = 20")]));
    let told = lines(&diff);
    assert!(
        told.iter().any(|line| line.starts_with("Refund denied -> granted: ClaimDay 7d..20d,")),
        "{told:?}"
    );
}

#[test]
fn days_that_lie_apart_are_told_apart() {
    // The refund ends on day 7 or 20, the whole unit's warranty after 3 or 6 months: between the two nothing differs.
    let diff = diff(
        Policy::shipped().unwrap(),
        &edited(&[("days = 7", "days = 20"), ("months = 24", "months = 36")]),
    );
    let told = lines(&diff);
    assert!(
        told.iter().any(|line| line.starts_with("Refund denied -> granted: ClaimDay 7d..20d,")),
        "{told:?}"
    );
    assert!(told.iter().any(|line| line.contains("ClaimDay 24m..36m")), "{told:?}");
    assert!(!told.iter().any(|line| line.contains("7d..36m")), "{told:?}");
}

/// Reading 8: of certificate and invoice one alone that cannot be produced excludes, or both together only.
#[test]
fn a_claim_that_lacks_both_papers_is_not_one_that_lacks_one() {
    let diff = diff(
        Policy::shipped().unwrap(),
        &edited(&[("chosen = \"both_needed\"", "chosen = \"only_lacking_both\"")]),
    );
    let wanting: Vec<&Vec<String>> = diff
        .regions
        .iter()
        .flat_map(|region| &region.conditions)
        .filter(|condition| format!("{:?}", condition.aspect) == "Wanting")
        .map(|condition| &condition.any_of)
        .collect();
    assert!(!wanting.is_empty());
    for codes in wanting {
        assert_eq!(
            codes,
            &["warranty_certificate", "purchase_proof"],
            "lacking both is denied by both packs"
        );
    }
}

/// Every change of a pack that a rule can see, and the remedies it reaches.
#[test]
fn each_kind_of_change_is_found_where_it_acts_and_its_examples_are_true() {
    for (sentence, from, to, remedies) in [
        ("a longer period", "months = 24", "months = 36", "FreeRepair PaidRepair"),
        ("a shorter exchange", "days = 30", "days = 15", "Exchange"),
        (
            "a sale kind let in",
            "effect = \"no_return_or_exchange\"\nlifted_by = \"special_price_return\"",
            "effect = \"full\"",
            "Exchange Refund",
        ),
        (
            "a finding that is the user's",
            "finding = \"normal_wear\"",
            "finding = \"normal_wear\"\nuser_caused = true",
            "Exchange Refund",
        ),
        (
            "the floor of 2.2",
            "[floor]\nclause = \"2.2\"\nmonths = 3",
            "[floor]\nclause = \"2.2\"\nmonths = 6",
            "FreeRepair PaidRepair",
        ),
        ("reading 1", "chosen = \"paid\"", "chosen = \"free\"", "FreeRepair PaidRepair"),
        (
            "reading 4",
            "chosen = \"rolls_forward\"",
            "chosen = \"no_roll\"",
            "Refund Exchange FreeRepair PaidRepair",
        ),
        (
            "reading 5",
            "chosen = \"last_of_month\"",
            "chosen = \"first_of_next_month\"",
            "FreeRepair PaidRepair",
        ),
        ("reading 7", "chosen = \"later\"", "chosen = \"voucher\"", "Refund Exchange FreeRepair PaidRepair"),
        (
            "reading 8",
            "chosen = \"both_needed\"",
            "chosen = \"only_lacking_both\"",
            "Refund Exchange FreeRepair PaidRepair",
        ),
        ("reading 9", "chosen = \"exchange_too\"", "chosen = \"return_only\"", "Exchange"),
        (
            "reading 10",
            "chosen = \"outside_policy\"",
            "chosen = \"no_return_or_exchange\"",
            "FreeRepair PaidRepair",
        ),
        ("reading 11", "chosen = \"repaired_item\"", "chosen = \"whole_product\"", "FreeRepair PaidRepair"),
        ("reading 13", "chosen = \"never_restart\"", "chosen = \"restart\"", "Exchange"),
        ("reading 14", "chosen = \"condition\"", "chosen = \"refusal\"", "Refund Exchange"),
        (
            "reading 18",
            "chosen = \"each_by_its_cause\"",
            "chosen = \"all_paid\"",
            "Refund Exchange FreeRepair",
        ),
        (
            "reading 19",
            "chosen = \"needs_contract\"",
            "chosen = \"alternative_months\"",
            "FreeRepair PaidRepair",
        ),
        (
            "reading 21",
            "chosen = \"table_values\"",
            "chosen = \"needs_contract\"",
            "Refund Exchange FreeRepair PaidRepair",
        ),
    ] {
        let (shipped, other) = (Policy::shipped().unwrap(), edited(&[(from, to)]));
        let diff = diff(shipped, &other);
        assert!(diff.claims_changed > 0 && !diff.regions.is_empty(), "{sentence}");
        let reached: Vec<String> = diff.regions.iter().map(|region| format!("{:?}", region.remedy)).collect();
        for remedy in remedies.split(' ') {
            assert!(reached.iter().any(|name| name == remedy), "{sentence}: {remedy} in {:#?}", lines(&diff));
        }
        for region in &diff.regions {
            let told = |policy: &Policy| {
                outcomes(policy, Calendar::of("CN"), &region.example).of(region.remedy).into()
            };
            assert_eq!((&told(shipped), &told(&other)), (&region.before, &region.after), "{sentence}");
        }
        assert!(
            diff.regions.len() <= 32,
            "{sentence}: {} regions are no summary\n{:#?}",
            diff.regions.len(),
            lines(&diff)
        );
    }
}

#[test]
fn who_answers_for_a_reading_changes_no_outcome_and_is_told() {
    let signed = edited(&[(
        "level = \"adjudicate\"",
        "level = \"inform\"\nsigned_by = \"headquarters\"\nsigned_on = \"2027-01-01\"",
    )]);
    let diff = diff(Policy::shipped().unwrap(), &signed);
    assert_eq!(diff.claims_changed, 0);
    assert_eq!((diff.entries[0].list.as_str(), diff.entries[0].entry.as_str()), ("readings", "8"));
}

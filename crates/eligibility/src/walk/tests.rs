//! The axes of a walk through claims: what stands together on one, and what each choice makes of a claim.

use super::{Choice, Made, Setting, Situation, sales, situations};
use crate::policy::{ContractTerm, Policy};
use nightbench_domain::unit::SaleKind;

const SHIPPED: &str = include_str!("../../../../policies/jingpin-commitment.toml");

fn names(choices: &[Choice]) -> Vec<Vec<&str>> {
    choices.iter().map(|choice| choice.names.iter().map(String::as_str).collect()).collect()
}

fn with(from: &str, to: &str) -> Policy {
    assert!(SHIPPED.contains(from), "{from}");
    Policy::load("pack.toml", &SHIPPED.replacen(from, to, 1)).unwrap()
}

#[test]
fn sale_kinds_of_the_same_effect_stand_together_and_a_period_of_its_own_alone() {
    let shipped = Policy::shipped().unwrap();
    let special = "special_price+special_price_return";
    let outside = vec!["prototype_special_price", "borrowed"];
    let own_period = vec!["prototype_special_price+unit_months"];
    let alike = sales(&[shipped, shipped]);
    let full = vec!["normal", special, "borrowed+covers_borrowed"];
    assert_eq!(names(&alike), [full, vec!["special_price"], outside.clone(), own_period.clone()]);

    let never_lifted = with("lifted_by = \"covers_borrowed\"\n", "");
    let differ = sales(&[shipped, &never_lifted]);
    let full = vec!["normal", special];
    let lifted = vec!["borrowed+covers_borrowed"];
    assert_eq!(names(&differ), [full, vec!["special_price"], outside, own_period, lifted]);

    let asks = with("chosen = \"table_values\"", "chosen = \"needs_contract\"");
    assert_eq!(names(&sales(&[shipped, &asks])).last().unwrap(), &["contract_unseen"]);
    assert_eq!(names(&sales(&[&asks, &asks])).last().unwrap(), &["prototype_special_price+unit_months"]);
}

#[test]
fn each_situation_is_named() {
    let shipped = Policy::shipped().unwrap();
    assert_eq!(names(&situations(&[shipped, shipped])), [["ordinary"]]);
    let turned = with("chosen = \"rolls_forward\"", "chosen = \"no_roll\"");
    assert_eq!(names(&situations(&[shipped, &turned])), [["ordinary"], ["rest_day"]]);
    let floor = with("[floor]\nclause = \"2.2\"\nmonths = 3", "[floor]\nclause = \"2.2\"\nmonths = 6");
    assert_eq!(names(&situations(&[shipped, &floor])), [["ordinary"], ["tail_over"]]);
    for (situation, code) in [
        (Situation::ShortMonth, "short_month"),
        (Situation::TwoDates, "two_dates"),
        (Situation::OtherPartRepaired, "other_part_repaired"),
        (Situation::UnitRepaired, "unit_repaired"),
    ] {
        assert_eq!(situation.code(), code);
    }
}

#[test]
fn a_sale_with_a_term_is_made_with_that_term_in_the_contract() {
    for (term, name) in [
        (ContractTerm::SpecialPriceReturn, "special_price_return"),
        (ContractTerm::CoversBorrowed, "covers_borrowed"),
        (ContractTerm::UnitMonths, "unit_months"),
    ] {
        let mut made = Made::new();
        made.set(&Setting::Sale(SaleKind::Normal, Some(term)));
        let facts = serde_json::to_value(made.facts()).unwrap();
        let contract = facts["contract"].as_object().unwrap();
        let stated: Vec<&str> =
            contract.iter().filter(|(_, value)| !value.is_null()).map(|(name, _)| name.as_str()).collect();
        assert_eq!(stated, [name]);
    }
}

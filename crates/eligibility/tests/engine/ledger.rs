//! The cover ledger and the engine are two accounts of one thing: a claim that carries the ledger's earlier repairs is
//! covered up to the day the ledger says.

use chrono::{Days, NaiveDate};
use nightbench_calendar::Calendar;
use nightbench_domain::ledger::{CoverEntry, CoverLedger, CoveredItem, RepairTerms};
use nightbench_domain::serial::SerialNumber;
use nightbench_eligibility::facts::PriorRepair;
use nightbench_eligibility::{BasePeriod, Facts, Policy, assess, last_covered_day};
use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, any, prop_assert_eq, proptest};
use proptest::sample::select;
use serde_json::json;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn serial(name: &str) -> SerialNumber {
    SerialNumber::parse(name).unwrap()
}

/// What happened to the unit after its purchase: a repair of it or of a part, in warranty or paid, or an exchange.
fn entry(at: usize, holder: &mut SerialNumber, on: NaiveDate, kind: u8) -> CoverEntry {
    let part = |name: &str| CoveredItem::part(holder.clone(), name.to_owned());
    let repair = |item, terms| CoverEntry::Repair { item, completed_on: on, terms };
    match kind {
        0 => repair(CoveredItem::unit(holder.clone()), RepairTerms::Warranty),
        1 => repair(part("battery"), RepairTerms::Warranty),
        2 => repair(part("lens"), RepairTerms::Warranty),
        3 => repair(CoveredItem::unit(holder.clone()), RepairTerms::Paid),
        _ => {
            let by = serial(&format!("NV-{at}"));
            let old = std::mem::replace(holder, by.clone());
            CoverEntry::Exchange { serial: old, by, completed_on: on }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_engine_finds_the_last_covered_day_of_the_ledger(
        bought_days in 0_u64..700,
        happened in vec((1_u64..900, 0_u8..5), 0..6),
        claimed_after in 0_u64..1_100,
        class in select(vec!["terminal", "module"]),
        is_part in any::<bool>(),
    ) {
        let policy = Policy::shipped().unwrap();
        let calendar = Calendar::of("CN");
        let bought = day("2023-03-30") + Days::new(bought_days);
        let claimed = bought + Days::new(claimed_after);
        let facts: Facts = serde_json::from_value(json!({
            "product_class": class, "claim_object": if is_part { "part" } else { "whole" },
            "purchase": {"voucher_date": bought}, "claim_date": claimed, "sale_kind": "normal",
        })).unwrap();

        let base = BasePeriod::of(policy, &facts).unwrap();
        let mut holder = serial("NV-FIRST");
        let mut entries = vec![CoverEntry::Purchase {
            serial: holder.clone(), starts_on: base.starts_on,
            unit_months: base.unit_months, part_months: base.part_months,
        }];
        let mut happened = happened;
        happened.sort_unstable();
        for (at, (after, kind)) in happened.into_iter().enumerate() {
            let on = bought + Days::new(after);
            // The claim is made for the unit the customer has on that day.
            if on <= claimed {
                entries.push(entry(at, &mut holder, on, kind));
            } else {
                let mut later = holder.clone();
                entries.push(entry(at, &mut later, on, kind.min(3)));
            }
        }
        let ledger = CoverLedger::of(entries);
        let item = CoveredItem { serial: holder, part: is_part.then(|| "battery".to_owned()) };
        let repairs = ledger.prior_repairs(&item, claimed).into_iter().map(PriorRepair::from);
        let facts = Facts { prior_repairs: Some(repairs.collect::<Vec<_>>().into()), ..facts };

        let cover = assess(policy, calendar, &facts).cover;
        let end = ledger.nominal_end(&item, claimed, policy.floor_months()).unwrap();
        prop_assert_eq!(cover.last_covered_day, Some(last_covered_day(policy, calendar, &facts, end).date));
        prop_assert_eq!(ledger.starts_on(&item.serial, claimed), Some(bought));
    }
}

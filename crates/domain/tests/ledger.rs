//! The cover ledger against its sentences, and against a model that knows nothing but single days: which of them are
//! covered for which item, day after day.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use chrono::{Datelike, Days, NaiveDate};
use nightbench_domain::claim::RepairScope;
use nightbench_domain::ledger::{CoverEntry, CoverLedger, CoveredItem, RepairTerms};
use nightbench_domain::serial::SerialNumber;
use proptest::collection::vec;
use proptest::prelude::{
    Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest,
};
use std::collections::{BTreeMap, BTreeSet};

const FLOOR: u32 = 3;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn serial(name: &str) -> SerialNumber {
    SerialNumber::parse(name).unwrap()
}

fn unit(name: &str) -> CoveredItem {
    CoveredItem::unit(serial(name))
}

fn part(name: &str, part: &str) -> CoveredItem {
    CoveredItem::part(serial(name), part.to_owned())
}

fn bought(name: &str, on: &str) -> CoverEntry {
    CoverEntry::Purchase {
        serial: serial(name),
        starts_on: day(on),
        unit_months: Some(24),
        part_months: Some(3),
    }
}

fn repaired(item: CoveredItem, on: &str) -> CoverEntry {
    CoverEntry::Repair { item, completed_on: day(on), terms: RepairTerms::Warranty }
}

fn exchanged(old: &str, new: &str, on: &str) -> CoverEntry {
    CoverEntry::Exchange { serial: serial(old), by: serial(new), completed_on: day(on) }
}

/// The end of an item's cover in the far future, as text.
fn end(entries: &[CoverEntry], item: &CoveredItem) -> Option<String> {
    let end = CoverLedger::of(entries.to_vec()).nominal_end(item, day("2040-01-01"), FLOOR);
    end.map(|end| end.to_string())
}

#[test]
fn a_purchase_covers_the_unit_and_its_parts_each_for_its_own_period() {
    let entries = [bought("NV-A", "2024-03-02")];
    assert_eq!(end(&entries, &unit("NV-A")).unwrap(), "2026-03-02");
    assert_eq!(end(&entries, &part("NV-A", "battery")).unwrap(), "2024-06-02");
    assert_eq!(end(&entries, &unit("NV-B")), None);
}

#[test]
fn a_repair_gives_at_least_the_floor_and_never_takes_away() {
    for (completed, after) in [
        // Nine months are left: nothing changes.
        ("2025-06-01", "2026-03-02"),
        // Exactly three months are left: nothing changes.
        ("2025-12-02", "2026-03-02"),
        ("2025-12-03", "2026-03-03"),
        // Completed after the period's end: it counts.
        ("2026-03-20", "2026-06-20"),
        // From the 30th of November to the last day of February.
        ("2025-11-30", "2026-03-02"),
        ("2026-11-30", "2027-02-28"),
    ] {
        let entries = [bought("NV-A", "2024-03-02"), repaired(unit("NV-A"), completed)];
        assert_eq!(end(&entries, &unit("NV-A")).unwrap(), after, "completed {completed}");
    }
}

#[test]
fn a_repaired_part_prolongs_its_own_cover_and_no_other() {
    let entries = [bought("NV-A", "2026-01-05"), repaired(part("NV-A", "battery"), "2026-03-25")];
    assert_eq!(end(&entries, &part("NV-A", "battery")).unwrap(), "2026-06-25");
    assert_eq!(end(&entries, &part("NV-A", "lens")).unwrap(), "2026-04-05");
    assert_eq!(end(&entries, &unit("NV-A")).unwrap(), "2028-01-05");
}

#[test]
fn a_paid_repair_prolongs_nothing() {
    let paid =
        CoverEntry::Repair { item: unit("NV-A"), completed_on: day("2026-02-20"), terms: RepairTerms::Paid };
    assert_eq!(end(&[bought("NV-A", "2024-03-02"), paid], &unit("NV-A")).unwrap(), "2026-03-02");
}

#[test]
fn a_unit_given_in_exchange_inherits_what_remains_and_restarts_nothing() {
    let ledger = CoverLedger::of(vec![
        bought("NV-A", "2024-03-02"),
        repaired(unit("NV-A"), "2026-02-10"),
        exchanged("NV-A", "NV-B", "2026-05-05"),
    ]);
    let end = |name, on| ledger.nominal_end(&unit(name), day(on), FLOOR).map(|end| end.to_string());
    assert_eq!(end("NV-A", "2026-05-04").unwrap(), "2026-05-10");
    assert_eq!(end("NV-B", "2026-05-04"), None);
    // From the day of the exchange the new unit holds the cover; the old one has none.
    assert_eq!(end("NV-A", "2026-05-05"), None);
    assert_eq!(end("NV-B", "2026-05-05").unwrap(), "2026-08-05");
    assert_eq!(ledger.starts_on(&serial("NV-B"), day("2026-05-05")), Some(day("2024-03-02")));
    let repairs = ledger.prior_repairs(&unit("NV-B"), day("2026-06-01"));
    let seen: Vec<_> = repairs.iter().map(|seen| (seen.completed_on.to_string(), seen.scope)).collect();
    assert_eq!(
        seen,
        [("2026-02-10".to_owned(), RepairScope::Product), ("2026-05-05".to_owned(), RepairScope::Product)]
    );
}

#[test]
fn a_claim_sees_earlier_repairs_from_its_own_item_and_none_after_it() {
    let ledger = CoverLedger::of(vec![
        repaired(part("NV-A", "lens"), "2026-05-01"),
        bought("NV-A", "2026-01-05"),
        repaired(unit("NV-A"), "2026-02-01"),
        CoverEntry::Repair {
            item: part("NV-A", "battery"),
            completed_on: day("2026-03-01"),
            terms: RepairTerms::Paid,
        },
        repaired(part("NV-A", "battery"), "2026-04-01"),
    ]);
    let seen = |item: &CoveredItem| {
        let repairs = ledger.prior_repairs(item, day("2026-04-30"));
        repairs.into_iter().map(|seen| seen.scope).collect::<Vec<_>>()
    };
    use RepairScope::{Paid, PartOther, PartSame, Product};
    assert_eq!(seen(&unit("NV-A")), [Product, Paid, PartOther]);
    assert_eq!(seen(&part("NV-A", "battery")), [PartOther, Paid, PartSame]);
    assert_eq!(seen(&part("NV-A", "lens")), [PartOther, Paid, PartOther]);
    assert_eq!(seen(&unit("NV-B")), []);
}

// ---------------------------------------------------------------- a model of single days

/// The covered days of each item that anybody holds.
type CoveredDays = BTreeMap<(usize, usize), BTreeSet<NaiveDate>>;

const UNITS: [&str; 3] = ["NV-A", "NV-B", "NV-C"];
/// The unit itself and its parts.
const PARTS: [Option<&str>; 3] = [None, Some("battery"), Some("lens")];

#[derive(Debug, Clone)]
enum Event {
    Bought { unit: usize, months: Option<u32>, part_months: Option<u32> },
    Repaired { unit: usize, part: usize, is_paid: bool },
    Exchanged { old: usize, new: usize },
}

/// The days after one up to the same day so many months later, or to that month's last day; counted one by one.
fn days_of(from: NaiveDate, months: u32) -> BTreeSet<NaiveDate> {
    let mut days = BTreeSet::from([from]);
    let (mut at, mut month, mut begun) = (from, from.month(), 0);
    loop {
        let next = at.succ_opt().unwrap();
        if next.month() != month {
            if begun == months {
                break;
            }
            (month, begun) = (next.month(), begun + 1);
        }
        if begun == months && next.day() > from.day() {
            break;
        }
        at = next;
        days.insert(at);
    }
    days
}

fn happens(covered: &mut CoveredDays, on: NaiveDate, event: &Event) {
    match *event {
        Event::Bought { unit, months, part_months } => {
            for part in 0..PARTS.len() {
                let months = if part == 0 { months } else { part_months };
                covered.insert((unit, part), months.map(|months| days_of(on, months)).unwrap_or_default());
            }
        }
        Event::Repaired { is_paid: true, .. } => {}
        Event::Repaired { unit, part, is_paid: false } => {
            covered.entry((unit, part)).or_default().extend(days_of(on, FLOOR));
        }
        Event::Exchanged { old, new } => {
            for part in 0..PARTS.len() {
                let mut inherited = covered.remove(&(old, part)).unwrap_or_default();
                inherited.extend(days_of(on, FLOOR));
                covered.insert((new, part), inherited);
            }
        }
    }
}

fn entry(on: NaiveDate, event: &Event) -> CoverEntry {
    match *event {
        Event::Bought { unit, months, part_months } => CoverEntry::Purchase {
            serial: serial(UNITS[unit]),
            starts_on: on,
            unit_months: months,
            part_months,
        },
        Event::Repaired { unit, part, is_paid } => CoverEntry::Repair {
            item: item(unit, part),
            completed_on: on,
            terms: if is_paid { RepairTerms::Paid } else { RepairTerms::Warranty },
        },
        Event::Exchanged { old, new } => {
            CoverEntry::Exchange { serial: serial(UNITS[old]), by: serial(UNITS[new]), completed_on: on }
        }
    }
}

fn item(unit: usize, part: usize) -> CoveredItem {
    CoveredItem { serial: serial(UNITS[unit]), part: PARTS[part].map(str::to_owned) }
}

fn event() -> impl Strategy<Value = Event> {
    let units = || 0..UNITS.len();
    let months = || prop_oneof![Just(None), Just(Some(3)), Just(Some(12)), Just(Some(24))];
    prop_oneof![
        1 => (units(), months(), months())
            .prop_map(|(unit, months, part_months)| Event::Bought { unit, months, part_months }),
        4 => (units(), 0..PARTS.len(), any::<bool>())
            .prop_map(|(unit, part, is_paid)| Event::Repaired { unit, part, is_paid }),
        2 => (units(), 1..UNITS.len())
            .prop_map(|(old, step)| Event::Exchanged { old, new: (old + step) % UNITS.len() }),
    ]
}

/// Events with their days, several of one day at times; the model is told them in the ledger's order.
fn events() -> impl Strategy<Value = Vec<(NaiveDate, Event)>> {
    let first = day("2023-11-28");
    vec((0_u64..900, event()), 0..12).prop_map(move |mut events| {
        events.sort_by_key(|(at, _)| *at);
        events.into_iter().map(|(at, event)| (first + Days::new(at), event)).collect()
    })
}

fn ledger(events: &[(NaiveDate, Event)]) -> CoverLedger {
    CoverLedger::of(events.iter().map(|(on, event)| entry(*on, event)).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn every_item_is_covered_as_long_as_the_model_of_single_days_says(
        events in events(), as_of in 0_u64..1_000,
    ) {
        let as_of = day("2023-11-28") + Days::new(as_of);
        let mut covered = CoveredDays::new();
        for (on, event) in events.iter().filter(|(on, _)| *on <= as_of) {
            happens(&mut covered, *on, event);
        }
        let ledger = ledger(&events);
        for unit in 0..UNITS.len() {
            for part in 0..PARTS.len() {
                let model = covered.get(&(unit, part)).and_then(|days| days.last().copied());
                prop_assert_eq!(ledger.nominal_end(&item(unit, part), as_of, FLOOR), model);
            }
        }
    }

    #[test]
    fn no_repair_and_no_exchange_ever_shortens_a_cover(events in events()) {
        let ledger = ledger(&events);
        for unit in 0..UNITS.len() {
            for part in 0..PARTS.len() {
                let lines = ledger.lines(&item(unit, part), day("2040-01-01"), FLOOR);
                for pair in lines.windows(2) {
                    prop_assert!(pair[0].nominal_end <= pair[1].nominal_end);
                    prop_assert_eq!(pair[1].moved_end, pair[0].nominal_end != pair[1].nominal_end);
                }
            }
        }
    }

    #[test]
    fn the_order_in_which_entries_of_different_days_are_given_does_not_matter(events in events()) {
        let mut reversed: Vec<_> = events.clone();
        reversed.dedup_by_key(|(on, _)| *on);
        let forward = ledger(&reversed);
        reversed.reverse();
        prop_assert_eq!(forward, ledger(&reversed));
    }
}

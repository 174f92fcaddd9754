//! The table against the rules it was compiled from, asked world by world.

use super::of_pack::IN_THE_TABLE;
use super::{Holding, Possible, Table, Tables, values_of};
use crate::policy::reading::{Choices, Reading};
use crate::rules::remedy::rule;
use crate::world::{Axis, RemedySet, Ruling, World};
use nightbench_domain::claim::Remedy;
use proptest::prelude::{ProptestConfig, Strategy, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;
use std::sync::OnceLock;

const AXES: [Axis; 6] =
    [Axis::Time, Axis::Standing, Axis::Diagnosis, Axis::Evidence, Axis::Accessories, Axis::Consent];

/// Every table that is compiled: ours and each alternative.
fn readings() -> impl Strategy<Value = Choices> {
    let alternatives =
        select(&IN_THE_TABLE[..]).prop_map(|reading: Reading| Choices::default().turned(reading));
    prop_oneof![proptest::strategy::Just(Choices::default()), alternatives]
}

fn possibles() -> impl Strategy<Value = Possible> {
    let some = |axis: Axis| 1_u16..1 << axis.size();
    let diagnoses = prop_oneof![
        (0_u16..6).prop_map(|one| 1 << one),
        ((0_u16..6), (0_u16..6)).prop_map(|(one, other)| 1 << one | 1 << other),
        proptest::strategy::Just(0b1_1111),
    ];
    let outer = (some(Axis::Time), some(Axis::Standing), diagnoses);
    let inner = (some(Axis::Evidence), some(Axis::Accessories), some(Axis::Consent));
    (outer, inner).prop_map(|((time, standing, diagnosis), (evidence, accessories, consent))| Possible {
        time,
        standing,
        diagnosis,
        evidence,
        accessories,
        consent,
    })
}

static TABLES: OnceLock<Tables> = OnceLock::new();

fn compiled(choices: Choices) -> &'static Table {
    let tables = TABLES.get_or_init(|| Tables::compile(Choices::default()));
    let turned = tables.turned.iter().find(|turned| Choices::default().turned(turned.reading) == choices);
    turned.map_or(&tables.own, |turned| &turned.table)
}

/// The places of the possible worlds, one by one.
fn worlds(possible: &Possible) -> Vec<usize> {
    AXES.into_iter().fold(vec![0], |places, axis| {
        let values: Vec<usize> = values_of(possible.on(axis)).collect();
        places
            .into_iter()
            .flat_map(|place| values.iter().map(move |value| place + value * axis.stride()))
            .collect()
    })
}

fn ruling(place: usize, choices: Choices, remedy: Remedy) -> Ruling {
    rule(&World::at(place), choices).of(remedy)
}

/// Whether some possible world changes with another possible value on one axis alone.
fn is_pivotal(possible: &Possible, axis: Axis, choices: Choices, remedy: Remedy) -> bool {
    worlds(&possible.with(axis, 1)).into_iter().any(|place| {
        let mut rulings =
            values_of(possible.on(axis)).map(|value| ruling(place + value * axis.stride(), choices, remedy));
        let first = rulings.next();
        rulings.any(|other| Some(other) != first)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_table_answers_as_the_rules_do_world_by_world(possible in possibles(), choices in readings(), among in 1_u16..1 << 13) {
        let table = compiled(choices);
        let (rulings, open) = table.settled(&possible);
        let worlds = worlds(&possible);
        for remedy in Remedy::ALL {
            let first = ruling(worlds[0], choices, remedy);
            let agree = worlds.iter().all(|&place| ruling(place, choices, remedy) == first);
            prop_assert_eq!(open.contains(remedy), !agree);
            if agree {
                prop_assert_eq!(rulings.of(remedy), first);
            }
            let axes = table.pivotal(&possible, remedy);
            for axis in AXES.into_iter().filter(|&axis| axis != Axis::Time) {
                prop_assert_eq!(axes.contains(axis), is_pivotal(&possible, axis, choices, remedy), "{:?}", axis);
            }
            let times = possible.time & among;
            let differ = times != 0 && is_pivotal(&possible.with(Axis::Time, times), Axis::Time, choices, remedy);
            prop_assert_eq!(times != 0 && table.alike(&possible, remedy).differ_among(times), differ);
        }
    }

    #[test]
    fn a_turned_table_is_given_with_the_remedies_on_which_it_rules_otherwise(possible in possibles(), reading in select(&IN_THE_TABLE[..])) {
        let (ours, theirs) = (Choices::default(), Choices::default().turned(reading));
        let differs = |remedy: &Remedy| {
            worlds(&possible)
                .into_iter()
                .any(|place| ruling(place, ours, *remedy) != ruling(place, theirs, *remedy))
        };
        let differing: RemedySet = Remedy::ALL.into_iter().filter(differs).collect();
        let tables = TABLES.get_or_init(|| Tables::compile(ours));
        let remedies = tables.turned(reading, &possible).map_or(RemedySet::NONE, |(_, remedies)| remedies);
        prop_assert_eq!(remedies, differing);
    }

    #[test]
    fn a_ruling_is_sure_where_every_possible_world_has_it(possible in possibles(), choices in readings()) {
        let holding = Holding::of(compiled(choices));
        for remedy in Remedy::ALL {
            let rulings: Vec<Ruling> =
                worlds(&possible).into_iter().map(|place| ruling(place, choices, remedy)).collect();
            for one in Ruling::ALL {
                let is_sure = rulings.iter().all(|ruling| *ruling == one);
                let sure = holding.ruling(remedy, one);
                prop_assert_eq!(sure.holds(possible.time, possible.standing, possible.inner()), is_sure);
            }
        }
    }
}

//! Stations, centres and HQ in one process, on a virtual clock, with every fault we know of: requests and answers lost,
//! doubled and out of order, stations cut off, killed, restored, set back and cloned, clocks that jump by years, HQ restored
//! from a backup. By seed: the same seed, the same world. Afterwards nothing is lost, nothing is double, and every end
//! holds the same records.
//!
//! `SEED=n cargo test -p nightbench-sync --test simulation` repeats one world; `SEEDS=n` runs so many, `FROM=n` from there.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "tests: a failed expectation ends the test with what was seen"
)]

mod chance;
mod hq;
mod station;
mod world;

use hq::{Bug, Stream};
use nightbench_domain::operation::{OperationHash, Value};
use nightbench_sync::entity::{Entity, SETTLE};
use nightbench_sync::wire::{Committed, Contest, Verdict};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;
use world::{World, mark, read};

/// Lets a world live and come to rest; what is wrong with it then.
fn run(seed: u64, bug: Option<Bug>) -> Result<World, String> {
    let mut world = World::new(seed, bug);
    world.live(160);
    world.rest()?;
    for (centre, stream) in &world.hq.streams {
        let of = format!("centre {centre}");
        nothing_is_double(stream).map_err(|wrong| format!("{of}: {wrong}"))?;
        the_verdicts_are_right(&stream.commits).map_err(|wrong| format!("{of}: {wrong}"))?;
        if replayed(&stream.commits) != stream.records {
            return Err(format!("{of}: its records are not what its stream says"));
        }
    }
    nothing_is_lost(&world)?;
    replicas_are_equal(&world)?;
    match world.troubles.first() {
        Some(trouble) => Err(format!("trouble without a cause: {trouble}")),
        None => Ok(world),
    }
}

fn nothing_is_double(stream: &Stream) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    let double = stream
        .commits
        .iter()
        .map(|committed| mark(&committed.operation))
        .find(|mark| !seen.insert(mark.clone()));
    double.map_or(Ok(()), |mark| Err(format!("{mark} is there twice")))
}

fn nothing_is_lost(world: &World) -> Result<(), String> {
    let there = world.hq.streams.values().flat_map(|stream| &stream.commits);
    let there: BTreeSet<_> = there.map(|committed| mark(&committed.operation)).collect();
    let lost: Vec<_> = world.expected.difference(&there).collect();
    if lost.is_empty() { Ok(()) } else { Err(format!("lost: {lost:?}")) }
}

fn replicas_are_equal(world: &World) -> Result<(), String> {
    for station in &world.stations {
        let (stream, who) = (&world.hq.streams[&station.centre], station.id);
        let is_equal = station.disk.stream == stream.commits
            && station.disk.records == stream.records
            && station.disk.content == stream.content.unwrap_or(hq::NOTHING)
            && station.pending().is_empty();
        if !is_equal {
            return Err(format!("station {who} does not hold what HQ holds"));
        }
        if let Some(foreign) = stream.commits.iter().find(|committed| {
            let of = world.stations.iter().find(|station| station.id == committed.station);
            of.is_none_or(|of| of.centre != station.centre)
        }) {
            return Err(format!("{} came from another centre", mark(&foreign.operation)));
        }
    }
    Ok(())
}

fn replayed(commits: &[Committed]) -> BTreeMap<Uuid, Entity> {
    let mut records = BTreeMap::<Uuid, Entity>::new();
    for committed in commits {
        if let Some(operation) = read(&committed.operation)
            && !matches!(committed.verdict, Verdict::Quarantined { .. })
        {
            let hash = OperationHash::of(committed.operation.as_bytes());
            records.entry(operation.entity).or_default().apply(&operation, hash, &committed.verdict);
        }
    }
    records
}

/// A second reading of the rule for a plain field, from the stream alone: it applies exactly when it was written on what
/// holds, a concurrent one that differs waits, and none decides by a clock.
fn the_verdicts_are_right(commits: &[Committed]) -> Result<(), String> {
    struct Holds {
        value: Value,
        set_by: OperationHash,
        base: Option<OperationHash>,
        same: Vec<OperationHash>,
    }
    let mut holding = BTreeMap::<Uuid, Holds>::new();
    for committed in commits {
        let Some(operation) = read(&committed.operation) else { continue };
        let Some(field) = operation.fields.iter().find(|field| field.name == "symptom") else { continue };
        let (late, contested) = match &committed.verdict {
            Verdict::Accepted => (false, false),
            Verdict::Merged { late } => (late.contains(&field.name), false),
            Verdict::Conflict { fields, late } => {
                let is_later = |name: &str, how| name == "symptom" && how == Contest::Later;
                (
                    late.contains(&field.name),
                    fields.iter().any(|contested| is_later(&contested.field, contested.how)),
                )
            }
            Verdict::Quarantined { .. } => continue,
        };
        let hash = OperationHash::of(committed.operation.as_bytes());
        let expected = match holding.get(&operation.entity) {
            None => (false, false),
            Some(now) if field.base_op.is_some_and(|base| base == now.set_by || now.same.contains(&base)) => {
                (false, false)
            }
            Some(now) if now.value == field.value || now.base == Some(hash) => (true, false),
            Some(_) => (false, true),
        };
        if (late, contested) != expected {
            return Err(format!("the verdict on {} is wrong: {:?}", operation.actor, committed.verdict));
        }
        if !late && !contested {
            let holds = Holds { value: field.value.clone(), set_by: hash, base: field.base_op, same: vec![] };
            holding.insert(operation.entity, holds);
        } else if let Some(now) = holding.get_mut(&operation.entity)
            && late
            && now.value == field.value
        {
            now.same.push(hash);
        }
    }
    Ok(())
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().unwrap())
}

#[test]
fn nothing_is_lost_nothing_is_double_and_all_replicas_are_equal() {
    let (from, count) = match number("SEED") {
        Some(seed) => (seed, 1),
        None => (number("FROM").unwrap_or_default(), number("SEEDS").unwrap_or(2_000)),
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from) as u64;
    let (mut commits, mut conflicts, mut settled) = (0, 0, 0);
    std::thread::scope(|scope| {
        let hands: Vec<_> = (0..workers)
            .map(|worker| {
                scope.spawn(move || {
                    let seeds = (from..from + count).filter(|seed| seed % workers == worker);
                    seeds.fold((0, 0, 0), |sum, seed| {
                        let world = run(seed, None).unwrap_or_else(|wrong| {
                            panic!("{wrong}; SEED={seed} cargo test -p nightbench-sync --test simulation")
                        });
                        let commits: Vec<_> =
                            world.hq.streams.values().flat_map(|stream| &stream.commits).collect();
                        let of = |is: fn(&&&Committed) -> bool| commits.iter().filter(is).count();
                        let conflicts = of(|one| matches!(one.verdict, Verdict::Conflict { .. }));
                        let settled = of(|one| one.operation.contains(SETTLE));
                        (sum.0 + commits.len(), sum.1 + conflicts, sum.2 + settled)
                    })
                })
            })
            .collect();
        for hand in hands {
            let sum = hand.join().unwrap();
            (commits, conflicts, settled) = (commits + sum.0, conflicts + sum.1, settled + sum.2);
        }
    });
    println!("{count} worlds from {from}: {commits} operations, {conflicts} in conflict, {settled} settled");
    assert!(
        count == 1 || (conflicts > 0 && settled > 0),
        "worlds in which nothing is contested prove nothing"
    );
}

/// A harness that finds no planted bug would find no other.
#[test]
fn planted_bugs_are_found() {
    for bug in [Bug::ForkIgnored, Bug::ClockDecides, Bug::SerialCursor] {
        let found = (0..300).find_map(|seed| run(seed, Some(bug)).err().map(|wrong| (seed, wrong)));
        let (seed, wrong) = found.unwrap_or_else(|| panic!("{bug:?} was not found"));
        println!("{bug:?} is found with seed {seed}: {wrong}");
    }
}

#[test]
fn the_same_seed_is_the_same_world() {
    let stream =
        |world: World| world.hq.streams.into_values().map(|stream| stream.commits).collect::<Vec<_>>();
    assert_eq!(stream(run(7, None).unwrap()), stream(run(7, None).unwrap()));
}

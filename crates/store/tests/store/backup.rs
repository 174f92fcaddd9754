//! Backups open on an empty machine, are verified to the last bit, replace nothing by force, and never let an RMA
//! number be given twice.

use crate::common::{NOW, initialise, open, opening, receive, ticket_id, unit};
use nightbench_store::{Opening, StoreError, backup, intake, journal, station};
use std::collections::BTreeSet;
use std::fs;
use tempfile::TempDir;

fn later(seed: u64) -> Opening {
    Opening { at_ms: NOW + 1_000_000 + i64::try_from(seed).unwrap(), ..opening(seed) }
}

#[test]
fn a_backup_opens_on_an_empty_machine_with_everything_in_it() {
    let (here, there) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let store = open(here.path()).store;
    initialise(&store);
    receive(&store, 1, &unit("JP2409-00001")).unwrap();
    let file = there.path().join("stick").with_extension("nightbench");
    let manifest = store.backup(&file, NOW).unwrap();
    assert_eq!(backup::verify(&file).unwrap(), manifest);
    assert_eq!(manifest.centre.as_ref().unwrap().as_str(), "CD01");
    let data = there.path().join("data");
    let restored = backup::restore(&file, &data, &later(7)).unwrap();
    assert_eq!(restored.replaced, None);
    let opened = open(&data);
    assert!(opened.salvaged.is_none());
    let record = intake::by_id(&opened.store, ticket_id(1)).unwrap().unwrap();
    assert_eq!(record.intake, unit("JP2409-00001"));
    let chains = journal::verify_all(&opened.store).unwrap();
    assert_eq!(
        chains.iter().map(|chain| (chain.entries, chain.fault)).collect::<Vec<_>>(),
        [(3, None), (1, None)]
    );
    let names: Vec<_> = fs::read_dir(here.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!names.iter().any(|name| name.to_string_lossy().contains("copying")), "{names:?}");
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read_a_backup() {
    use std::os::unix::fs::PermissionsExt;
    let here = TempDir::new().unwrap();
    let store = open(here.path()).store;
    let file = here.path().join("b.nightbench");
    store.backup(&file, NOW).unwrap();
    assert_eq!(fs::metadata(file).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn numbers_given_after_the_backup_are_not_given_again_after_a_restore() {
    let here = TempDir::new().unwrap();
    let file = here.path().join("b.nightbench");
    let data = here.path().join("data");
    let mut given = BTreeSet::new();
    let mut n = 0;
    let mut take = |store: &nightbench_store::Store, count: u32| {
        for _ in 0..count {
            n += 1;
            let rma = receive(store, n, &unit(&format!("JP2409-{n:05}"))).unwrap().value;
            assert!(given.insert(rma.clone()), "{rma} was given twice");
        }
    };
    let store = open(&data).store;
    initialise(&store);
    take(&store, 3);
    store.backup(&file, NOW).unwrap();
    take(&store, 3);
    let old = station::station(&store).unwrap().unwrap();
    drop(store);
    for round in 0..4 {
        let restored = backup::restore(&file, &data, &later(100 + round)).unwrap();
        assert!(restored.replaced.unwrap().join("store.db").exists(), "what was there is kept");
        let store = open(&data).store;
        let station = station::station(&store).unwrap().unwrap();
        assert_eq!((station.id, &station.centre), (old.id, &old.centre));
        assert_ne!((station.epoch, &station.series), (old.epoch, &old.series));
        assert_eq!(Some(&station.series), restored.series.as_ref());
        assert!(station::series_used(&store).unwrap().contains(&old.series), "the old series is remembered");
        take(&store, 3);
        let chain = journal::verify_all(&store).unwrap();
        assert!(chain.iter().all(|chain| chain.fault.is_none()));
        drop(store);
    }
}

/// A flipped bit anywhere, a cut anywhere: refused, with the directory as it was.
#[test]
fn a_damaged_backup_is_refused_and_nothing_is_touched() {
    let here = TempDir::new().unwrap();
    let data = here.path().join("data");
    let store = open(&data).store;
    initialise(&store);
    receive(&store, 1, &unit("JP2409-00001")).unwrap();
    let file = here.path().join("b.nightbench");
    store.backup(&file, NOW).unwrap();
    drop(store);
    let good = fs::read(&file).unwrap();
    let before = fs::read(data.join("store.db")).unwrap();
    let refuse = |bytes: &[u8], what: &str| {
        fs::write(&file, bytes).unwrap();
        match backup::restore(&file, &data, &later(7)) {
            Err(StoreError::NotABackup | StoreError::BackupDamaged { .. }) => {}
            other => panic!("{what}: {other:?}"),
        }
    };
    let places = (0..400).chain((400..good.len()).step_by(good.len() / 60));
    for at in places {
        let mut bytes = good.clone();
        bytes[at] ^= 1;
        refuse(&bytes, &format!("bit at {at}"));
    }
    for length in [0, 10, 30, 300, good.len() / 2, good.len() - 1] {
        refuse(&good[..length], &format!("cut at {length}"));
    }
    refuse(&[good.as_slice(), b"x"].concat(), "something at the end");
    assert_eq!(fs::read(data.join("store.db")).unwrap(), before);
    assert!(!data.join("replaced").exists() && !data.join("incoming").exists());
    let opened = open(&data);
    assert!(opened.salvaged.is_none() && intake::by_id(&opened.store, ticket_id(1)).unwrap().is_some());
}

#[test]
fn a_backup_is_taken_while_others_write() {
    let here = TempDir::new().unwrap();
    let store = open(&here.path().join("data")).store;
    initialise(&store);
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for n in 1..=40 {
                receive(&store, n, &unit(&format!("JP2409-{n:05}"))).unwrap();
            }
        });
        for round in 0..3 {
            let file = here.path().join(format!("{round}.nightbench"));
            store.backup(&file, NOW).unwrap();
            let data = here.path().join(format!("restored-{round}"));
            backup::restore(&file, &data, &later(round)).unwrap();
            let restored = open(&data).store;
            let chains = journal::verify_all(&restored).unwrap();
            assert!(chains.iter().all(|chain| chain.fault.is_none()), "a moment between two commits");
        }
        writer.join().unwrap();
    });
}

#[test]
fn a_store_in_use_is_not_replaced() {
    let here = TempDir::new().unwrap();
    let store = open(here.path()).store;
    let file = here.path().join("b.nightbench");
    store.backup(&file, NOW).unwrap();
    assert!(matches!(backup::restore(&file, here.path(), &later(7)), Err(StoreError::InUse { .. })));
}

/// The swap is interrupted after each of its steps and finished by the next start.
#[test]
fn an_interrupted_restore_is_finished_by_the_next_start() {
    let here = TempDir::new().unwrap();
    let data = here.path().join("data");
    let store = open(&data).store;
    initialise(&store);
    receive(&store, 1, &unit("JP2409-00001")).unwrap();
    let file = here.path().join("b.nightbench");
    store.backup(&file, NOW).unwrap();
    receive(&store, 2, &unit("JP2409-00002")).unwrap();
    drop(store);
    let other = here.path().join("other");
    backup::restore(&file, &other, &later(7)).unwrap();
    for step in 0..6 {
        let crashed = here.path().join(format!("crashed-{step}"));
        fs::create_dir_all(crashed.join("incoming")).unwrap();
        fs::create_dir_all(crashed.join("replaced/then")).unwrap();
        let copy = |from: &std::path::Path, to: &str, name: &str| {
            let target = crashed.join(to);
            fs::copy(from.join(name), target.join(name)).unwrap();
        };
        let names = ["store.db", "station.key"];
        // How far the swap came: nothing moved, the old key still there, all moved, new file in place.
        let (old_moved, new_moved) = [(0, 0), (1, 0), (2, 0), (2, 1), (2, 2), (2, 2)][step];
        for (at, name) in names.into_iter().enumerate() {
            copy(&data, if at < old_moved { "replaced/then" } else { "" }, name);
        }
        for (at, name) in names.into_iter().enumerate() {
            copy(&other, if at < new_moved { "" } else { "incoming" }, name);
        }
        fs::write(crashed.join("incoming/complete"), "replaced/then").unwrap();
        if new_moved > 0 || step == 2 {
            fs::write(crashed.join("incoming/moved"), "").unwrap();
        }
        let opened = open(&crashed);
        assert!(opened.salvaged.is_none(), "step {step}");
        assert!(intake::by_id(&opened.store, ticket_id(1)).unwrap().is_some(), "step {step}");
        assert!(
            intake::by_id(&opened.store, ticket_id(2)).unwrap().is_none(),
            "step {step}: the restored one"
        );
        assert!(crashed.join("replaced/then/store.db").exists(), "step {step}");
        assert!(!crashed.join("incoming").exists(), "step {step}");
        drop(opened);
    }
}

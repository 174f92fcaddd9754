//! The store as a file: who may open it, what is in its directory, what happens when it is damaged. Nothing a
//! person could miss is ever deleted.

use crate::common::{NOW, initialise, open, opening, receive, ticket_id, unit};
use nightbench_store::doctor::{Code, Level, doctor};
use nightbench_store::{Damage, Opened, Salvage, Store, StoreError, intake, journal, station, ticket};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A data directory with a station and `units` received units, closed.
fn filled(units: u128) -> TempDir {
    let directory = TempDir::new().unwrap();
    let store = open(directory.path()).store;
    initialise(&store);
    for n in 1..=units {
        receive(&store, n, &unit(&format!("JP2409-{n:05}"))).unwrap();
    }
    directory
}

fn flip(file: &Path, at: usize) {
    let mut bytes = fs::read(file).unwrap();
    bytes[at] ^= 0x40;
    fs::write(file, bytes).unwrap();
}

fn readable(store: &Store, units: u128) -> usize {
    (1..=units).filter(|n| matches!(intake::by_id(store, ticket_id(*n)), Ok(Some(_)))).count()
}

#[test]
fn what_was_committed_is_there_when_the_store_is_opened_again() {
    let directory = filled(3);
    let opened = open(directory.path());
    assert!(opened.salvaged.is_none() && opened.migration_backup.is_none());
    assert_eq!(readable(&opened.store, 3), 3);
}

#[test]
fn a_second_program_is_told_who_has_the_store_open() {
    let directory = TempDir::new().unwrap();
    let first = open(directory.path());
    match Store::open(directory.path(), opening(2)) {
        Err(StoreError::InUse { pid }) => assert_eq!(pid, Some(std::process::id())),
        other => panic!("{other:?}"),
    }
    drop(first);
    assert!(Store::open(directory.path(), opening(3)).is_ok());
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read_the_directory_and_the_key() {
    use std::os::unix::fs::PermissionsExt;
    let parent = TempDir::new().unwrap();
    let data = parent.path().join("data");
    drop(open(&data));
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&data), 0o700);
    assert_eq!(mode(&data.join("station.key")), 0o600);
    assert_eq!(mode(&data.join("store.db")), 0o600);
}

#[test]
fn the_file_shows_nothing_of_its_content() {
    let directory = filled(1);
    let bytes = fs::read(directory.path().join("store.db")).unwrap();
    for text in ["JP2409-00001", "SQLite format", "CREATE TABLE", "李雷"] {
        assert!(!bytes.windows(text.len()).any(|window| window == text.as_bytes()), "{text}");
    }
}

#[test]
fn a_missing_or_wrong_key_touches_nothing() {
    let directory = filled(2);
    let (file, key) = (directory.path().join("store.db"), directory.path().join("station.key"));
    let (before, right) = (fs::read(&file).unwrap(), fs::read(&key).unwrap());
    fs::remove_file(&key).unwrap();
    assert!(matches!(Store::open(directory.path(), opening(2)), Err(StoreError::Key)));
    assert!(!key.exists(), "no other key was drawn");
    for wrong in ["", "zz", &format!("{}\n", "ab".repeat(32))] {
        fs::write(&key, wrong).unwrap();
        assert!(matches!(Store::open(directory.path(), opening(2)), Err(StoreError::Key)), "{wrong}");
    }
    assert_eq!(fs::read(&file).unwrap(), before);
    assert!(!directory.path().join("damaged").exists());
    fs::write(&key, right).unwrap();
    assert_eq!(readable(&open(directory.path()).store, 2), 2);
}

#[test]
fn a_damaged_first_page_costs_no_record() {
    for at in [20, 60, 120, 2000, 4095] {
        let directory = filled(30);
        let before = fs::read(directory.path().join("store.db")).unwrap();
        flip(&directory.path().join("store.db"), at);
        let opened = open(directory.path());
        let salvaged = opened.salvaged.unwrap();
        assert_eq!(salvaged.incomplete, Vec::<String>::new(), "byte {at}");
        assert!(salvaged.is_journal_whole, "byte {at}");
        assert_eq!(readable(&opened.store, 30), 30, "byte {at}");
        let aside = fs::read(salvaged.aside.join("store.db")).unwrap();
        assert_eq!(aside.len(), before.len(), "the damaged file is kept as it was");
        assert!(salvaged.aside.join("station.key").exists());
    }
}

#[test]
fn a_damaged_salt_is_not_needed_and_is_reported() {
    let directory = filled(2);
    flip(&directory.path().join("store.db"), 3);
    let opened = open(directory.path());
    assert_eq!(readable(&opened.store, 2), 2);
    let pages = doctor(&opened.store, NOW).into_iter().find(|check| check.code == Code::Pages).unwrap();
    assert_eq!(pages.level, Level::Fail);
}

/// The first page of each important table, which leads to all its rows, and every eighth page besides: at most
/// what was on the page is lost, and what is lost is said.
#[test]
fn a_damaged_page_anywhere_costs_only_what_was_on_it() {
    let original = filled(30);
    let pages = fs::read(original.path().join("store.db")).unwrap().len() / 4096;
    let roots: serde_json::Value =
        serde_json::from_slice(&fs::read(original.path().join("store.roots")).unwrap()).unwrap();
    let first = |table: &str| usize::try_from(roots["tables"][table]["page"].as_u64().unwrap()).unwrap() - 1;
    let tables = ["station", "chain", "journal", "customer", "customer_key", "intake", "ticket", "entity_op"];
    let damaged: BTreeSet<usize> = tables.into_iter().map(first).chain((0..pages).step_by(8)).collect();
    for page in damaged {
        let directory = TempDir::new().unwrap();
        for name in ["store.db", "station.key", "store.roots"] {
            fs::copy(original.path().join(name), directory.path().join(name)).unwrap();
        }
        flip(&directory.path().join("store.db"), page * 4096 + 1000);
        // A page in the middle is seen by whoever reads it; doctor reads all.
        let salvaged = match Store::open(directory.path(), opening(5)) {
            Ok(Opened { salvaged: Some(salvaged), .. }) => salvaged,
            Ok(opened) => {
                let checks = doctor(&opened.store, NOW);
                let level = checks.iter().find(|check| check.code == Code::Pages).unwrap().level;
                assert_eq!(level, Level::Fail, "page {page} is found by doctor");
                drop(opened);
                open(directory.path()).salvaged.expect("the next start salvages")
            }
            Err(error) => panic!("page {page}: {error:?}"),
        };
        check_salvaged(directory.path(), &salvaged, page);
    }
}

fn check_salvaged(directory: &Path, salvaged: &Salvage, page: usize) {
    let opened = open(directory);
    assert!(opened.salvaged.is_none(), "page {page}: salvaged once, sound afterwards");
    let rows: u64 = salvaged.kept.values().sum();
    let lost = if salvaged.incomplete.is_empty() { 30 } else { 8 };
    assert!(readable(&opened.store, 30) >= lost, "page {page}: {salvaged:?}");
    assert!(rows > 100, "page {page}: {salvaged:?}");
    let series = station::station(&opened.store).unwrap().expect("still a station").series;
    assert_eq!(station::series_used(&opened.store).unwrap().len(), 2, "page {page}: {series:?}");
    receive(&opened.store, 77, &unit("JP2409-77777")).unwrap();
    let faults: Vec<_> = doctor(&opened.store, NOW)
        .into_iter()
        .filter(|check| {
            check.level == Level::Fail && check.code != Code::Journal && check.code != Code::References
        })
        .collect();
    assert!(faults.is_empty(), "page {page}: {faults:?}");
    let chains = journal::verify_all(&opened.store).unwrap();
    assert_eq!(chains.last().unwrap().fault, None, "page {page}: the new chain is whole");
    let is_old_whole = chains.iter().all(|chain| chain.fault.is_none());
    assert_eq!(is_old_whole, salvaged.is_journal_whole, "page {page}");
}

#[test]
fn a_truncated_file_is_salvaged_and_kept() {
    let original = filled(30);
    let length = fs::read(original.path().join("store.db")).unwrap().len();
    for keep in [100, 4096, length / 2, length - 4096, length - 10] {
        let directory = TempDir::new().unwrap();
        for name in ["store.db", "station.key", "store.roots"] {
            fs::copy(original.path().join(name), directory.path().join(name)).unwrap();
        }
        let file = fs::OpenOptions::new().write(true).open(directory.path().join("store.db")).unwrap();
        file.set_len(keep as u64).unwrap();
        let opened = open(directory.path());
        let salvaged = opened.salvaged.expect("a short file is never taken for a whole one");
        assert_eq!(fs::metadata(salvaged.aside.join("store.db")).unwrap().len(), keep as u64);
        if keep == length - 10 || keep == length - 4096 {
            assert!(salvaged.kept.values().sum::<u64>() > 100, "{keep}: {salvaged:?}");
        }
        if station::station(&opened.store).unwrap().is_none() {
            initialise(&opened.store);
        }
        receive(&opened.store, 77, &unit("JP2409-77777")).unwrap();
    }
}

#[test]
fn a_store_whose_file_is_gone_or_empty_is_told_and_not_begun_anew() {
    let directory = filled(3);
    let database = directory.path().join("store.db");
    fs::write(&database, b"").unwrap();
    assert!(matches!(Store::open(directory.path(), opening(1)), Err(StoreError::Lost)));
    fs::remove_file(&database).unwrap();
    assert!(matches!(Store::open(directory.path(), opening(2)), Err(StoreError::Lost)));
    assert!(!database.exists());
}

#[test]
fn commits_that_are_only_in_the_log_survive_the_loss_of_the_first_page() {
    let directory = TempDir::new().unwrap();
    let store = open(directory.path()).store;
    initialise(&store);
    for n in 1..=5 {
        receive(&store, n, &unit(&format!("JP2409-{n:05}"))).unwrap();
    }
    // What a power cut leaves: the database and its log, not folded in.
    let crashed = TempDir::new().unwrap();
    for name in ["store.db", "store.db-wal", "station.key", "store.roots"] {
        fs::copy(directory.path().join(name), crashed.path().join(name)).unwrap();
    }
    // The log holds a newer first page; without it the database alone must do.
    let log = fs::read(crashed.path().join("store.db-wal")).unwrap();
    assert!(log.len() > 4096, "the commits are in the log");
    flip(&crashed.path().join("store.db"), 500);
    let opened = open(crashed.path());
    assert_eq!(readable(&opened.store, 5), 5, "{:?}", opened.salvaged);
}

#[test]
fn a_log_without_its_database_is_kept_and_not_written_into_a_new_one() {
    let directory = TempDir::new().unwrap();
    let store = open(directory.path()).store;
    initialise(&store);
    let crashed = TempDir::new().unwrap();
    for name in ["store.db-wal", "station.key"] {
        fs::copy(directory.path().join(name), crashed.path().join(name)).unwrap();
    }
    let log = fs::read(crashed.path().join("store.db-wal")).unwrap();
    let opened = open(crashed.path());
    assert!(station::station(&opened.store).unwrap().is_none(), "a new store");
    let aside = fs::read_dir(crashed.path().join("damaged")).unwrap().next().unwrap().unwrap().path();
    assert_eq!(fs::read(aside.join("store.db-wal")).unwrap(), log);
}

#[test]
fn a_bad_page_met_while_working_does_not_end_the_working_day() {
    let directory = filled(60);
    let file = directory.path().join("store.db");
    let pages = fs::read(&file).unwrap().len() / 4096;
    // The first page of every table and index; what reads one of them may need that very page.
    let roots: i64 = crate::common::raw(directory.path())
        .query_row("SELECT max(rootpage) FROM sqlite_schema", [], |row| row.get(0))
        .unwrap();
    let roots = usize::try_from(roots).unwrap();
    let (mut damaged, mut refused) = (0, 0);
    for page in 2..pages {
        let before = fs::read(&file).unwrap();
        flip(&file, page * 4096 + 1000);
        let store = open(directory.path()).store;
        let met = (1..=60).any(|n| {
            matches!(intake::by_id(&store, ticket_id(n)), Err(StoreError::Damaged { what: Damage::Page }))
        });
        if met {
            damaged += 1;
            assert!(directory.path().join("store.suspect").exists());
            // Readers go on after the bad page.
            assert!(
                ticket::counts(&store, crate::common::date("2026-12-01")).is_ok() || page < roots,
                "{page}"
            );
            refused += usize::from(receive(&store, 9_000 + page as u128, &unit("JP2409-99999")).is_err());
        }
        drop(store);
        let _ = fs::remove_file(directory.path().join("store.suspect"));
        for log in ["store.db-wal", "store.db-shm"] {
            let _ = fs::remove_file(directory.path().join(log));
        }
        fs::write(&file, before).unwrap();
    }
    assert!(damaged > 0, "the test met no bad page");
    assert!(refused < damaged, "writes elsewhere in the file went on: {refused} of {damaged}");
}

#[test]
fn every_journal_row_that_is_changed_is_found() {
    let directory = filled(3);
    let entries = 1 + 3 * 2;
    for place in 1..=entries {
        for column in ["hash", "bytes", "about", "seq"] {
            let copy = TempDir::new().unwrap();
            for name in ["store.db", "station.key"] {
                fs::copy(directory.path().join(name), copy.path().join(name)).unwrap();
            }
            let connection = crate::common::raw(copy.path());
            connection.execute_batch("DROP TRIGGER journal_is_never_changed").unwrap();
            let change = match column {
                "seq" => "seq = 999".to_owned(),
                "about" => "about = 'somebody else'".to_owned(),
                "hash" => "hash = zeroblob(32)".to_owned(),
                // One bit of one byte in the middle.
                _ => "bytes = CAST(replace(CAST(bytes AS TEXT), '\"proto\":1', '\"proto\":3') AS BLOB)"
                    .to_owned(),
            };
            let changed =
                connection.execute(&format!("UPDATE journal SET {change} WHERE place = {place}"), []);
            assert_eq!(changed.unwrap(), 1);
            drop(connection);
            let store = open(copy.path()).store;
            let check = doctor(&store, NOW).into_iter().find(|check| check.code == Code::Journal).unwrap();
            assert_eq!(check.level, Level::Fail, "row {place}, {column}");
        }
    }
}

#[test]
fn a_journal_cut_short_is_found_by_its_head() {
    let directory = filled(3);
    let connection = crate::common::raw(directory.path());
    connection
        .execute_batch("DROP TRIGGER journal_is_never_deleted; DELETE FROM journal WHERE place = 7;")
        .unwrap();
    drop(connection);
    let fault = journal::verify_all(&open(directory.path()).store).unwrap().remove(0).fault.unwrap();
    assert_eq!(fault.kind, journal::FaultKind::Head);
}

#[test]
fn the_journal_and_verdicts_cannot_be_changed_by_sql() {
    let directory = filled(1);
    let connection = crate::common::raw(directory.path());
    for statement in ["UPDATE journal SET about = ''", "DELETE FROM journal"] {
        assert!(connection.execute_batch(statement).is_err(), "{statement}");
    }
}

#[test]
fn a_healthy_store_has_nothing_but_warnings() {
    let directory = filled(3);
    let store = open(directory.path()).store;
    let checks = doctor(&store, NOW);
    assert!(checks.iter().all(|check| check.level != Level::Fail), "{checks:?}");
    assert_eq!(checks.len(), 9);
}

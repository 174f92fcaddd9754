//! The store itself, on both databases: transactions, streams, one centre hidden from another.

use crate::both::{Fixed, Hq, centre, on_both};
use crate::postgres;
use nightbench_hq::error::HqError;
use nightbench_hq::store::{self, Access, Place};
use nightbench_hq::{centre as centres, stream};

#[tokio::test(flavor = "multi_thread")]
async fn a_centre_is_added_once() {
    on_both(async |hq| {
        let cd01 = centre("CD01");
        centres::add(&*hq.store, &*hq.outside, &cd01, "Chengdu").await.unwrap();
        let again = centres::add(&*hq.store, &*hq.outside, &cd01, "Chongqing").await;
        assert!(matches!(again, Err(HqError::CentreThere(_))));
        let names: Vec<String> =
            centres::list(&*hq.store).await.unwrap().into_iter().map(|centre| centre.name).collect();
        assert_eq!(names, ["Chengdu"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_committed_was_never_there() {
    on_both(async |hq| {
        let cd01 = centre("CD01");
        centres::add(&*hq.store, &*hq.outside, &cd01, "Chengdu").await.unwrap();
        let mut tx = hq.store.begin(Access::Write, Some(&cd01)).await.unwrap();
        assert_eq!(stream::advance(&mut tx, &cd01, 5, &[1; 32]).await.unwrap(), 5);
        drop(tx);
        let mut tx = hq.store.begin(Access::Write, Some(&cd01)).await.unwrap();
        assert_eq!(stream::lock(&mut tx, &cd01).await.unwrap().head, 0);
        assert_eq!(stream::advance(&mut tx, &cd01, 3, &[2; 32]).await.unwrap(), 3);
        tx.commit().await.unwrap();
        let mut tx = hq.store.begin(Access::Read, Some(&cd01)).await.unwrap();
        let stream = stream::at(&mut tx, &cd01).await.unwrap();
        assert_eq!((stream.head, stream.content_hash), (3, [2; 32]));
        tx.commit().await.unwrap();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_sees_one_state_while_others_write() {
    on_both(async |hq| {
        let cd01 = centre("CD01");
        centres::add(&*hq.store, &*hq.outside, &cd01, "Chengdu").await.unwrap();
        let mut reader = hq.store.begin(Access::Read, Some(&cd01)).await.unwrap();
        assert_eq!(stream::at(&mut reader, &cd01).await.unwrap().head, 0);
        let mut writer = hq.store.begin(Access::Write, Some(&cd01)).await.unwrap();
        stream::advance(&mut writer, &cd01, 7, &[0; 32]).await.unwrap();
        writer.commit().await.unwrap();
        assert_eq!(stream::at(&mut reader, &cd01).await.unwrap().head, 0);
        reader.commit().await.unwrap();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn more_readers_than_connections_wait_for_each_other() {
    on_both(async |hq| {
        centres::add(&*hq.store, &*hq.outside, &centre("CD01"), "Chengdu").await.unwrap();
        let readers = (0..64).map(|_| centres::list(&*hq.store));
        let lists = futures_util::future::try_join_all(readers).await.unwrap();
        assert!(lists.iter().all(|list| list.len() == 1));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn opening_again_finds_everything() {
    on_both(async |hq| {
        centres::add(&*hq.store, &*hq.outside, &centre("CD01"), "Chengdu").await.unwrap();
        let again = store::open(hq.place()).await.unwrap();
        assert_eq!(centres::list(&*again).await.unwrap().len(), 1);
        assert_eq!(again.ailments().await.unwrap(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_transaction_of_one_centre_sees_and_writes_nothing_of_another_on_postgresql() {
    let hq = Hq::open(Some(postgres::database())).await;
    let (cd01, gz01) = (centre("CD01"), centre("GZ01"));
    for code in [&cd01, &gz01] {
        centres::add(&*hq.store, &*hq.outside, code, "Somewhere").await.unwrap();
    }
    let mut tx = hq.store.begin(Access::Write, Some(&cd01)).await.unwrap();
    // The statements name the other centre outright, as a mistake in one of them would.
    assert!(matches!(stream::at(&mut tx, &gz01).await, Err(HqError::NoCentre(_))));
    assert!(matches!(stream::advance(&mut tx, &gz01, 1, &[0; 32]).await, Err(HqError::NoCentre(_))));
    assert!(stream::open(&mut tx, &Fixed::default(), &gz01).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_doctor_says_when_row_level_security_is_passed() {
    let hq = Hq::open(Some(postgres::database())).await;
    let url = postgres::as_superuser(hq.url.as_deref().unwrap());
    let superuser = store::open(Place::Postgres(&url)).await.unwrap();
    assert!(superuser.ailments().await.unwrap()[0].contains("superuser"));
}

#[tokio::test(flavor = "multi_thread")]
async fn records_of_a_later_program_are_refused_untouched() {
    let hq = Hq::open(None).await;
    let file = rusqlite::Connection::open(hq.data.join("nightbench-hq.db")).unwrap();
    file.pragma_update(None, "user_version", 999).unwrap();
    let refused = store::open(hq.place()).await;
    assert!(matches!(refused.err(), Some(HqError::NewerSchema { found: 999, .. })));
}

#[tokio::test(flavor = "multi_thread")]
async fn both_databases_have_the_same_tables_and_columns() {
    let sqlite = Hq::open(None).await;
    let postgres = Hq::open(Some(postgres::database())).await;
    let in_sqlite = "SELECT tables.name, columns.name, columns.\"notnull\" FROM sqlite_schema AS tables \
         JOIN pragma_table_info(tables.name) AS columns WHERE tables.type = 'table'";
    let in_postgres = "SELECT table_name::text, column_name::text, (is_nullable = 'NO')::int::bigint \
         FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'schema_step'";
    let mut columns = Vec::new();
    for (hq, sql) in [(sqlite, in_sqlite), (postgres, in_postgres)] {
        let mut tx = hq.store.begin(Access::Read, None).await.unwrap();
        let mut rows: Vec<(String, String, i64)> = Vec::new();
        for mut row in tx.all(sql, Vec::new()).await.unwrap() {
            rows.push((row.text().unwrap(), row.text().unwrap(), row.integer().unwrap()));
        }
        tx.commit().await.unwrap();
        rows.sort();
        columns.push(rows);
    }
    assert!(columns[0].len() > 50);
    assert_eq!(columns[0], columns[1]);
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn the_file_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let hq = Hq::open(None).await;
    centres::add(&*hq.store, &*hq.outside, &centre("CD01"), "Chengdu").await.unwrap();
    for entry in std::fs::read_dir(&hq.data).unwrap() {
        let entry = entry.unwrap();
        assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{:?}", entry.path());
    }
}

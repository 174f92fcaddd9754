//! Whether who follows a stream by its numbers misses nothing while many write at once, through two servers on one
//! PostgreSQL. The same harness is first shown to catch a stream that is numbered by a serial column.

use crate::bench::Bench;
use crate::both::{Hq, centre};
use crate::postgres;
use futures_util::future::join_all;
use nightbench_hq::centre as centres;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio_postgres::{Client, NoTls};

const WRITERS: u64 = 32;

/// How many rows all of them write; long runs set `NIGHTBENCH_HQ_ROWS`.
fn rows() -> u64 {
    std::env::var("NIGHTBENCH_HQ_ROWS").ok().and_then(|text| text.parse().ok()).unwrap_or(5_000)
}

/// Something that many write and one follows.
trait Stream: Sync {
    /// Writes the rows of one writer, a few at a time.
    fn write(&self, writer: u64, rows: u64) -> impl Future<Output = ()>;

    /// What stands after the place the follower has, as (writer, row).
    fn follow(&self) -> impl Future<Output = Vec<(u64, u64)>>;
}

/// How many of the written rows the follower never saw.
async fn missed(stream: &impl Stream, rows_each: u64) -> usize {
    let is_written = AtomicBool::new(false);
    let write = async {
        join_all((0..WRITERS).map(|writer| stream.write(writer, rows_each))).await;
        is_written.store(true, Ordering::SeqCst);
    };
    let follow = async {
        let mut seen = BTreeSet::new();
        loop {
            let is_last = is_written.load(Ordering::SeqCst);
            let page = stream.follow().await;
            if is_last && page.is_empty() {
                return seen;
            }
            seen.extend(page);
        }
    };
    let ((), seen) = tokio::join!(write, follow);
    let written = (0..WRITERS).flat_map(|writer| (1..=rows_each).map(move |row| (writer, row)));
    written.filter(|row| !seen.contains(row)).count()
}

/// Stations of one centre that push through two servers.
struct Centre {
    servers: [Hq; 2],
    writers: Vec<tokio::sync::Mutex<Bench>>,
    follower: tokio::sync::Mutex<Bench>,
}

impl Stream for Centre {
    async fn write(&self, writer: u64, rows: u64) {
        let hq = &self.servers[writer as usize % 2];
        let mut bench = self.writers[writer as usize].lock().await;
        while bench.acked < rows {
            for row in bench.acked..rows.min(bench.acked + 1 + writer % 9) {
                bench.receive(&format!("SN{writer:02}{row:05}"), "2026-02-10");
            }
            let mut request = bench.request();
            request.pull_max = 0;
            let answer = bench.send(hq, &request).await.unwrap();
            assert_eq!(answer.refused, []);
            bench.acked = answer.acked[0].seq;
        }
    }

    async fn follow(&self) -> Vec<(u64, u64)> {
        // It asks one server, then the other.
        let mut bench = self.follower.lock().await;
        let hq = &self.servers[bench.cursor as usize % 2];
        let answer = bench.round(hq).await;
        let name = |station: u128| (station - 1) as u64;
        answer.page.iter().map(|row| (name(row.station.uuid().as_u128()), row.seq)).collect()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_follows_a_stream_misses_nothing_of_32_writers_on_two_servers() {
    let hq = Hq::open(Some(postgres::database())).await;
    centres::add(&*hq.store, &*hq.outside, &centre("CD01"), "Chengdu").await.unwrap();
    let second = Hq::open(hq.url.clone()).await;
    let mut writers = Vec::new();
    for writer in 0..WRITERS {
        writers.push(tokio::sync::Mutex::new(Bench::enrolled(&hq, u128::from(writer) + 1, "CD01").await));
    }
    let follower = tokio::sync::Mutex::new(Bench::enrolled(&hq, 99, "CD01").await);
    let stream = Centre { servers: [hq, second], writers, follower };
    let rows_each = rows() / WRITERS;
    assert_eq!(missed(&stream, rows_each).await, 0);
    let follower = stream.follower.lock().await;
    assert_eq!(follower.cursor, rows_each * WRITERS);
}

/// Rows that a serial column numbers: the number is taken before the commit.
struct Serial {
    address: String,
    reader: Client,
    cursor: tokio::sync::Mutex<i64>,
}

async fn connect(address: &str) -> Client {
    let (client, connection) = tokio_postgres::connect(address, NoTls).await.unwrap();
    tokio::spawn(connection);
    client
}

impl Stream for Serial {
    async fn write(&self, writer: u64, rows: u64) {
        let client = connect(&self.address).await;
        for row in 1..=rows {
            let row = format!("BEGIN; INSERT INTO planted (writer, row) VALUES ({writer}, {row})");
            client.batch_execute(&row).await.unwrap();
            // As long as the rest of a push takes.
            tokio::time::sleep(Duration::from_millis(writer % 4)).await;
            client.batch_execute("COMMIT").await.unwrap();
        }
    }

    async fn follow(&self) -> Vec<(u64, u64)> {
        let mut cursor = self.cursor.lock().await;
        let sql = "SELECT id, writer, row FROM planted WHERE id > $1 ORDER BY id";
        let rows = self.reader.query(sql, &[&*cursor]).await.unwrap();
        rows.iter()
            .map(|row| {
                *cursor = row.get(0);
                (row.get::<_, i64>(1) as u64, row.get::<_, i64>(2) as u64)
            })
            .collect()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_harness_catches_a_stream_that_is_numbered_before_the_commit() {
    let address = postgres::database();
    let reader = connect(&address).await;
    let table =
        "CREATE TABLE planted (id BIGSERIAL PRIMARY KEY, writer BIGINT NOT NULL, row BIGINT NOT NULL)";
    reader.batch_execute(table).await.unwrap();
    let stream = Serial { address, reader, cursor: tokio::sync::Mutex::new(0) };
    assert!(missed(&stream, 20).await > 0);
}

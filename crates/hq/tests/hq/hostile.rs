//! A station with a valid key that means no good, by seed: bad content, broken chains, replays, gaps, other centres' ids.
//! Whatever it sends gets an answer, the records stay whole, and nobody else notices.

use crate::bench::{Bench, text};
use crate::both::{Hq, centre, on_both};
use nightbench_domain::operation::Value;
use nightbench_hq::doctor::{self, Level};
use nightbench_hq::store::Access;
use nightbench_hq::{centre as centres, stream};
use serde_json::json;
use uuid::Uuid;

/// How many seeds, one after the other on the same records; long runs set `NIGHTBENCH_HQ_SEEDS`.
fn seeds() -> u64 {
    std::env::var("NIGHTBENCH_HQ_SEEDS").ok().and_then(|text| text.parse().ok()).unwrap_or(200)
}

/// A generator of its own, so that a seed is the same again.
struct Chance(u64);

impl Chance {
    fn below(&mut self, count: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % count
    }

    fn of<T: Clone>(&mut self, items: &[T]) -> T {
        items[self.below(items.len() as u64) as usize].clone()
    }

    fn value(&mut self) -> Value {
        let long = "9".repeat(3_000);
        match self.below(8) {
            0 => Value::Null,
            1 => Value::Bool(true),
            2 => Value::Integer(i64::MIN),
            3 => text("SN0001"),
            4 => text("\0\u{202e}\u{fffd}"),
            5 => text(&long),
            6 => Value::List(vec![text("returned"), Value::Integer(7)]),
            _ => text(self.of(&["closed", "ready", "returned", "2026-02-30", "CN", "Asia/Shanghai", ""])),
        }
    }
}

/// One bad act; what the station has to send afterwards is in its chain.
fn misbehave(chance: &mut Chance, bench: &mut Bench, victim: Uuid) {
    let kinds = [
        "intake.receive",
        "intake.amend",
        "ticket.transition",
        "conflict.settle",
        "centre.describe",
        "no.such",
    ];
    let names =
        ["serial", "status", "from", "rma", "received_on", "settles", "zone", "country", "calendar", "\0"];
    let own = Uuid::from_u128(u128::from(chance.below(3)) + 1);
    let entity = chance.of(&[own, victim, Uuid::nil()]);
    let fields: Vec<(&str, Value)> =
        (0..chance.below(5)).map(|_| (chance.of(&names), chance.value())).collect();
    bench.write(chance.of(&kinds), entity, &fields);
    match chance.below(12) {
        0 => bench.distort(|json| json["centre"] = json!("GZ01")),
        1 => bench.distort(|json| json["proto"] = json!(99)),
        2 => bench.distort(|json| json["fields"] = json!({ "a": 1.5 })),
        3 => bench.distort(|json| json["base_cursor"] = json!(u64::MAX)),
        4 => bench.distort(|json| json["at"] = json!(i64::MIN)),
        5 => bench.distort(|json| json["newer"] = json!({ "than": "this program" })),
        6 => {
            bench.append("{".repeat(500));
        }
        7 => {
            bench.append(String::new());
        }
        // These break the chain, so the batch is refused and the station has to begin another.
        8 => bench.distort(|json| json["seq"] = json!(1)),
        9 => bench.distort(|json| json["station"] = json!(Uuid::nil())),
        10 => bench.distort(|json| json["prev_hash"] = json!("00".repeat(32))),
        _ => {}
    }
}

/// A round with a request that is bent in transit; every answer will do, as long as there is one.
async fn send_bent(chance: &mut Chance, hq: &Hq, bench: &mut Bench) {
    let mut request = bench.request();
    match chance.below(10) {
        0 => request.cursor = u64::MAX,
        1 => request.heads.iter_mut().for_each(|head| head.seq = head.seq.wrapping_sub(1)),
        2 => request.batches.iter_mut().for_each(|batch| batch.first_seq = u64::MAX),
        3 => request.batches.iter_mut().for_each(|batch| batch.first_seq = 0),
        4 => request.batches.iter_mut().for_each(|batch| batch.operations.reverse()),
        5 => request.batches.iter_mut().for_each(|batch| batch.operations.clear()),
        6 => request.batches.extend_from_within(..),
        7 => request.pull_max = u32::MAX,
        8 => request.heads.clear(),
        _ => {}
    }
    if let Ok(answer) = bench.send(hq, &request).await {
        bench.acked =
            answer.acked.iter().filter(|acked| acked.epoch == bench.epoch).map(|acked| acked.seq).sum();
        bench.cursor = chance.below(answer.head + 1);
        bench.incarnation = chance.of(&[None, Some(answer.incarnation)]);
        if !answer.refused.is_empty() {
            anew(chance, bench);
        }
    }
}

/// Another chain, as after a restore.
fn anew(chance: &mut Chance, bench: &mut Bench) {
    let mut fresh = Bench::stranger(bench.id.uuid().as_u128(), "CD01");
    fresh.nonce.clone_from(&bench.nonce);
    fresh.epoch.0 = chance.below(u64::from(u32::MAX)) << 8;
    *bench = fresh;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hostile_station_is_always_answered_and_harms_nobody_else() {
    on_both(async |hq| {
        for code in ["CD01", "GZ01"] {
            centres::add(&*hq.store, &*hq.outside, &centre(code), "Somewhere").await.unwrap();
        }
        let mut foe = Bench::enrolled(&hq, 666, "CD01").await;
        let mut neighbour = Bench::enrolled(&hq, 1, "CD01").await;
        let mut elsewhere = Bench::enrolled(&hq, 2, "GZ01").await;
        let victim = neighbour.receive("SN0001", "2026-02-10");
        elsewhere.receive("SN0001", "2026-02-10");
        elsewhere.drain(&hq).await;
        for seed in 0..seeds() {
            let mut chance = Chance(seed);
            for _ in 0..chance.below(4) {
                misbehave(&mut chance, &mut foe, victim);
            }
            send_bent(&mut chance, &hq, &mut foe).await;
            hq.outside.pass(chrono::TimeDelta::seconds(1));
        }
        // The neighbour works and agrees with headquarters; what it wrote is there.
        neighbour.step(victim, "to_be_diagnosed", "under_diagnosis");
        neighbour.drain(&hq).await;
        assert_eq!(neighbour.acked, 2);
        let checks = doctor::examine(&*hq.store).await.unwrap();
        assert!(checks.iter().all(|check| check.level != Level::Fail), "{checks:?}");
        let mut tx = hq.store.begin(Access::Read, Some(&elsewhere.centre)).await.unwrap();
        assert_eq!(stream::at(&mut tx, &elsewhere.centre).await.unwrap().head, 1);
        tx.commit().await.unwrap();
    })
    .await;
}

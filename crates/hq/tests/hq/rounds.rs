//! Rounds of stations, on both databases: what is kept, repeated, refused and given.

use crate::bench::{Bench, text};
use crate::both::{Hq, centre, on_both};
use chrono::TimeDelta;
use nightbench_hq::doctor::{self, Level};
use nightbench_hq::store::Access;
use nightbench_hq::{centre as centres, station, stream};
use nightbench_sync::wire::{BatchRefusal, Refusal, Verdict};

async fn at_cd01(hq: &Hq) -> (Bench, Bench) {
    centres::add(&*hq.store, &*hq.outside, &centre("CD01"), "Chengdu").await.unwrap();
    (Bench::enrolled(hq, 1, "CD01").await, Bench::enrolled(hq, 2, "CD01").await)
}

async fn worst(hq: &Hq) -> (Level, Vec<String>) {
    let checks = doctor::examine(&*hq.store).await.unwrap();
    let rank = |level: &Level| [Level::Ok, Level::Warn, Level::Fail].iter().position(|other| other == level);
    let worst = checks.iter().map(|check| check.level).max_by_key(rank).unwrap_or(Level::Ok);
    (worst, checks.into_iter().map(|check| check.message).collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_station_wrote_reaches_the_others_of_its_centre_and_nobody_else() {
    on_both(async |hq| {
        let (mut first, mut second) = at_cd01(&hq).await;
        centres::add(&*hq.store, &*hq.outside, &centre("GZ01"), "Guangzhou").await.unwrap();
        let mut elsewhere = Bench::enrolled(&hq, 3, "GZ01").await;
        let ticket = first.receive("SN0001", "2026-02-10");
        first.step(ticket, "to_be_diagnosed", "under_diagnosis");
        let answer = first.round(&hq).await;
        assert!(answer.verdicts.iter().all(|judged| judged.verdict == Verdict::Accepted));
        assert_eq!((answer.head, answer.page.len(), first.acked), (2, 2, 2));
        second.drain(&hq).await;
        assert_eq!(second.records, first.records);
        elsewhere.drain(&hq).await;
        assert!(elsewhere.records.is_empty());
        assert_eq!(worst(&hq).await.0, Level::Ok);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_round_is_one_request_under_a_kilobyte() {
    on_both(async |hq| {
        let (mut first, _) = at_cd01(&hq).await;
        first.receive("SN0001", "2026-02-10");
        first.drain(&hq).await;
        let request = first.request();
        let answer = first.send(&hq, &request).await.unwrap();
        assert!(size(&request) < 1024 && size(&answer) < 1024);
        assert_eq!((answer.status(), answer.page.len()), (200, 0));
    })
    .await;
}

fn size(message: &impl serde::Serialize) -> usize {
    serde_json::to_vec(message).unwrap().len()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_repeat_gets_the_verdict_it_had_and_nothing_is_kept_twice() {
    on_both(async |hq| {
        let (mut first, _) = at_cd01(&hq).await;
        first.receive("SN0001", "2026-02-10");
        first.receive("SN0002", "2026-02-10");
        let request = first.request();
        // The answer was lost after the commit.
        let lost = first.send(&hq, &request).await.unwrap();
        first.receive("SN0003", "2026-02-10");
        let again = first.send(&hq, &first.request()).await.unwrap();
        assert_eq!(again.verdicts[..2], lost.verdicts[..]);
        assert_eq!((again.verdicts.len(), again.head), (3, 3));
        first.drain(&hq).await;
        assert_eq!(first.cursor, 3);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gap_is_answered_with_the_place_that_is_awaited() {
    on_both(async |hq| {
        let (mut first, _) = at_cd01(&hq).await;
        for serial in ["SN0001", "SN0002", "SN0003"] {
            first.receive(serial, "2026-02-10");
        }
        let mut request = first.request();
        request.batches = vec![first.batch(2, first.chain[1..].to_vec())];
        let answer = first.send(&hq, &request).await.unwrap();
        assert_eq!(answer.status(), 409);
        assert_eq!(answer.refused[0].reason, BatchRefusal::Expect { seq: 1 });
        assert_eq!((answer.acked[0].seq, answer.head), (0, 0));
        first.drain(&hq).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fork_is_refused_shown_and_ended_by_a_new_chain() {
    on_both(async |hq| {
        let (mut first, _) = at_cd01(&hq).await;
        first.receive("SN0001", "2026-02-10");
        first.receive("SN0002", "2026-02-10");
        first.drain(&hq).await;
        // The station was set back to its first operation without noticing, and went on.
        let (nonce, kept) = (first.nonce.clone(), first.chain[0].clone());
        let mut back = Bench::stranger(1, "CD01");
        back.nonce = nonce;
        back.append(kept.clone());
        back.acked = 1;
        back.receive("SN0009", "2026-02-10");
        let answer = back.send(&hq, &back.request()).await.unwrap();
        assert_eq!(answer.status(), 409);
        assert!(matches!(answer.refused[0].reason, BatchRefusal::Fork { seq: 2, .. }));
        assert_eq!((answer.head, answer.verdicts.len()), (2, 0));
        let (level, messages) = worst(&hq).await;
        assert_eq!(level, Level::Warn);
        assert!(messages.iter().any(|message| message.contains("twice")), "{messages:?}");
        // A new epoch, and what was written is there.
        let mut anew = Bench::stranger(1, "CD01");
        anew.epoch.0 = 77;
        anew.nonce = answer.nonce;
        anew.receive("SN0009", "2026-02-10");
        anew.drain(&hq).await;
        assert_eq!(anew.cursor, 3);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bad_operation_is_kept_aside_with_its_transaction_and_the_chain_goes_on() {
    on_both(async |hq| {
        let (mut first, mut second) = at_cd01(&hq).await;
        first.receive("SN0001", "2026-02-10");
        let ticket = first.receive("SN0002", "2026-02-10");
        first.write_on("ticket.transition", ticket, &[("status", text("nowhere"))]);
        first.append("not an operation at all".to_owned());
        first.receive("SN0003", "2026-02-10");
        let answer = first.round(&hq).await;
        let is = |at: usize| matches!(answer.verdicts[at].verdict, Verdict::Quarantined { .. });
        assert_eq!([0, 1, 2, 3, 4].map(is), [false, true, true, true, false]);
        assert_eq!(first.acked, 5);
        first.drain(&hq).await;
        second.drain(&hq).await;
        assert_eq!(second.records, first.records);
        let (level, messages) = worst(&hq).await;
        assert_eq!(level, Level::Warn, "{messages:?}");
        assert!(messages.contains(&"3 operations in quarantine".to_owned()), "{messages:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_station_that_speaks_of_another_centre_reaches_only_its_own() {
    on_both(async |hq| {
        let (mut first, _) = at_cd01(&hq).await;
        centres::add(&*hq.store, &*hq.outside, &centre("GZ01"), "Guangzhou").await.unwrap();
        first.centre = centre("GZ01");
        first.receive("SN0001", "2026-02-10");
        let answer = first.round(&hq).await;
        assert!(matches!(answer.verdicts[0].verdict, Verdict::Quarantined { .. }));
        let mut tx = hq.store.begin(Access::Read, Some(&centre("GZ01"))).await.unwrap();
        assert_eq!(stream::at(&mut tx, &centre("GZ01")).await.unwrap().head, 0);
        tx.commit().await.unwrap();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_a_station_writes_stops_its_chain() {
    on_both(async |hq| {
        let (mut first, mut second) = at_cd01(&hq).await;
        let ticket = first.receive("SN0001", "2026-02-10");
        let deep = format!("{}{}", "[".repeat(110), "]".repeat(110));
        let deep: nightbench_domain::operation::Value = serde_json::from_str(&deep).unwrap();
        let long = "X".repeat(20_000);
        for value in [text("zero \0 character"), text(&long), deep, text("\u{202e}")] {
            for name in ["serial", "rma", "received_on", "note", "calendar", "zone", "country"] {
                first.write("intake.amend", ticket, &[(name, value.clone())]);
            }
            first.write("intake.amend", ticket, &[(&*format!("{long}\0"), value)]);
        }
        first.at = i64::MAX;
        first.write("intake.amend", ticket, &[("note", text("from the end of time"))]);
        first.distort(|json| json["base_cursor"] = u64::MAX.into());
        second.receive("SN0001", "2026-02-10");
        second.drain(&hq).await;
        first.drain(&hq).await;
        second.drain(&hq).await;
        assert_eq!(first.records, second.records);
        let (level, messages) = worst(&hq).await;
        assert_ne!(level, Level::Fail, "{messages:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backlog_of_weeks_goes_in_batches_and_comes_in_pages() {
    on_both(async |hq| {
        let (mut first, mut second) = at_cd01(&hq).await;
        for count in 0..1_201 {
            first.receive(&format!("SN{count:05}"), "2026-02-10");
        }
        first.drain(&hq).await;
        second.drain(&hq).await;
        assert_eq!((second.cursor, second.records.len()), (1_201, 1_201));
        // Pages are bounded by bytes too.
        for _ in 0..5 {
            first.write("note.add", uuid::Uuid::from_u128(5), &[("note", text(&"x".repeat(400_000)))]);
        }
        while first.acked < first.chain.len() as u64 {
            let mut request = first.request();
            let next = first.chain[first.acked as usize].clone();
            request.batches = vec![first.batch(first.acked + 1, vec![next])];
            request.pull_max = 0;
            let answer = first.send(&hq, &request).await.unwrap();
            first.follow(&answer);
        }
        assert_eq!(second.round(&hq).await.page.len(), 2);
        second.drain(&hq).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_travel_beside_the_operations_to_who_takes_them() {
    on_both(async |hq| {
        let (mut first, mut second) = at_cd01(&hq).await;
        let name = first.sealed(40);
        first.write("customer.add", uuid::Uuid::from_u128(40), &[("name", name)]);
        first.round(&hq).await;
        let answer = second.round(&hq).await;
        assert_eq!(answer.keys, first.keys);
        assert_eq!(second.round(&hq).await.keys, []);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_is_taken_once_and_only_from_who_sealed_it() {
    on_both(async |hq| {
        let (mut first, mut second) = at_cd01(&hq).await;
        let used = first.nonce.clone();
        first.round(&hq).await;
        let current = std::mem::replace(&mut first.nonce, used);
        let refused = first.send(&hq, &first.request()).await.unwrap_err();
        assert_eq!(refused, Refusal::Nonce { nonce: current.clone() });
        first.nonce = current;
        first.round(&hq).await;

        let mut other = first.request();
        other.station = second.id;
        assert_eq!(first.send(&hq, &other).await.unwrap_err(), Refusal::Seal);
        std::mem::swap(&mut first.signer, &mut second.signer);
        assert_eq!(first.send(&hq, &first.request()).await.unwrap_err(), Refusal::Seal);
        let mut stranger = Bench::stranger(9, "CD01");
        assert_eq!(stranger.send(&hq, &stranger.request()).await.unwrap_err(), Refusal::Station);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revoked_station_is_refused_and_what_it_wrote_stays() {
    on_both(async |hq| {
        let (mut first, mut second) = at_cd01(&hq).await;
        first.receive("SN0001", "2026-02-10");
        first.round(&hq).await;
        let mut tx = hq.store.begin(Access::Write, None).await.unwrap();
        assert!(station::revoke(&mut tx, &*hq.outside, first.id).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(first.send(&hq, &first.request()).await.unwrap_err(), Refusal::Station);
        second.drain(&hq).await;
        assert_eq!(second.cursor, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_of_another_age_is_told_which_ages_are_served() {
    on_both(async |hq| {
        let (mut first, _) = at_cd01(&hq).await;
        let mut request = first.request();
        request.proto = 99;
        assert!(matches!(first.send(&hq, &request).await, Err(Refusal::Proto { newest: 1, .. })));
        first.round(&hq).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn records_that_were_set_back_begin_a_new_life_and_get_back_what_they_lost() {
    on_both(async |hq| {
        let (mut first, mut second) = at_cd01(&hq).await;
        first.receive("SN0001", "2026-02-10");
        first.drain(&hq).await;
        let before = first.incarnation;
        first.receive("SN0002", "2026-02-10");
        // Both saw what a restored database no longer has.
        first.cursor = 2;
        second.incarnation = before;
        second.cursor = 2;
        let answer = second.send(&hq, &second.request()).await.unwrap();
        assert_ne!(Some(answer.incarnation), before);
        assert_eq!(answer.page.len(), 1);
        second.follow(&answer);
        first.drain(&hq).await;
        second.drain(&hq).await;
        assert_eq!((first.cursor, &first.records), (2, &second.records));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_clock_is_believed_and_none_is_refused() {
    on_both(async |hq| {
        let (mut first, _) = at_cd01(&hq).await;
        let entity = uuid::Uuid::from_u128(5);
        let now = nightbench_hq::outside::Outside::now(&*hq.outside).timestamp_millis();
        first.at = 0;
        first.write("note.add", entity, &[("note", text("long ago"))]);
        first.drain(&hq).await;
        hq.outside.pass(TimeDelta::hours(1));
        // Written on what came an hour ago: not before that, and not after now.
        for at in [0, now + 60_000, i64::MAX] {
            first.at = at;
            first.write("note.add", entity, &[("note", text(&at.to_string()))]);
        }
        first.drain(&hq).await;
        let mut tx = hq.store.begin(Access::Read, Some(&first.centre)).await.unwrap();
        let rows = tx.all("SELECT effective_at FROM op ORDER BY commit_seq", Vec::new()).await.unwrap();
        let times: Vec<i64> = rows.into_iter().map(|mut row| row.integer().unwrap()).collect();
        assert_eq!(times, [0, now, now + 60_000, now + 3_600_000]);
        tx.commit().await.unwrap();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_doctor_finds_a_changed_operation() {
    let hq = Hq::open(None).await;
    let (mut first, _) = at_cd01(&hq).await;
    let ticket = first.receive("SN0001", "2026-02-10");
    first.step(ticket, "to_be_diagnosed", "under_diagnosis");
    first.drain(&hq).await;
    let file = rusqlite::Connection::open(hq.data.join("nightbench-hq.db")).unwrap();
    let change = "UPDATE op SET bytes = CAST(replace(CAST(bytes AS TEXT), 'SN0001', 'SN0002') AS BLOB)";
    assert!(file.execute(change, []).is_err(), "an operation is never changed");
    file.execute_batch("DROP TRIGGER op_is_never_changed").unwrap();
    file.execute(change, []).unwrap();
    assert_eq!(worst(&hq).await.0, Level::Fail);
}

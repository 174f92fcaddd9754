//! One-time codes, on both databases.

use crate::both::{Hq, centre, on_both};
use chrono::TimeDelta;
use nightbench_domain::id::{CentreCode, StationId};
use nightbench_hq::enrolment::{self, Refusal};
use nightbench_hq::error::HqError;
use nightbench_hq::store::Access;
use nightbench_hq::{centre as centres, station};
use nightbench_sync::hex::Hex;
use nightbench_sync::wire::{EnrolRequest, PROTO};
use uuid::Uuid;

const KEY: [u8; 32] = [7; 32];

fn bench(number: u128) -> StationId {
    StationId::new(Uuid::from_u128(number))
}

/// A station that is set up as CD01 brings a code.
async fn redeem(hq: &Hq, code: &str, id: StationId, key: &[u8; 32]) -> Result<CentreCode, Refusal> {
    redeem_as(hq, "CD01", code, id, key).await
}

async fn redeem_as(
    hq: &Hq,
    named: &str,
    code: &str,
    station: StationId,
    key: &[u8; 32],
) -> Result<CentreCode, Refusal> {
    let request = EnrolRequest {
        proto: PROTO,
        program: "test 1".to_owned(),
        code: code.to_owned(),
        centre: centre(named),
        station,
        public_key: Hex(*key),
    };
    let mut tx = hq.store.begin(Access::Write, None).await.unwrap();
    let redeemed = enrolment::redeem(&mut tx, &*hq.outside, &request).await.unwrap();
    tx.commit().await.unwrap();
    redeemed
}

async fn issue(hq: &Hq, code: &str) -> String {
    enrolment::issue(&*hq.store, &*hq.outside, &centre(code)).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_enrols_one_station_at_the_centre_it_was_made_for() {
    on_both(async |hq| {
        let none = enrolment::issue(&*hq.store, &*hq.outside, &centre("CD01")).await;
        assert!(matches!(none, Err(HqError::NoCentre(_))));
        centres::add(&*hq.store, &*hq.outside, &centre("CD01"), "Chengdu").await.unwrap();
        let code = issue(&hq, "CD01").await;
        assert_eq!(code.len(), 19, "{code}");
        assert_eq!(redeem(&hq, "AAAA-AAAA-AAAA-AAAA", bench(1), &KEY).await, Err(Refusal::BadCode));
        let typed = code.to_lowercase().replace('-', " ");
        assert_eq!(redeem(&hq, &typed, bench(1), &KEY).await, Ok(centre("CD01")));
        assert_eq!(redeem(&hq, &code, bench(2), &KEY).await, Err(Refusal::BadCode));
        assert_eq!(redeem(&hq, &code, bench(1), &[8; 32]).await, Err(Refusal::BadCode));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_station_whose_answer_was_lost_is_answered_again() {
    on_both(async |hq| {
        centres::add(&*hq.store, &*hq.outside, &centre("CD01"), "Chengdu").await.unwrap();
        let code = issue(&hq, "CD01").await;
        for _ in 0..3 {
            assert_eq!(redeem(&hq, &code, bench(1), &KEY).await, Ok(centre("CD01")));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_ends_after_a_week() {
    on_both(async |hq| {
        centres::add(&*hq.store, &*hq.outside, &centre("CD01"), "Chengdu").await.unwrap();
        let code = issue(&hq, "CD01").await;
        hq.outside.pass(TimeDelta::days(7));
        assert_eq!(redeem(&hq, &code, bench(1), &KEY).await, Err(Refusal::BadCode));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_station_stays_with_its_centre_and_may_get_a_new_key_there() {
    on_both(async |hq| {
        for code in ["CD01", "GZ01"] {
            centres::add(&*hq.store, &*hq.outside, &centre(code), "Somewhere").await.unwrap();
        }
        let code = issue(&hq, "CD01").await;
        redeem(&hq, &code, bench(1), &KEY).await.unwrap();
        let other = issue(&hq, "GZ01").await;
        assert_eq!(redeem_as(&hq, "GZ01", &other, bench(1), &KEY).await, Err(Refusal::OtherCentre));
        // One that is set up as another centre is not bound by a mistaken code, and the code stays good.
        assert_eq!(redeem(&hq, &other, bench(2), &KEY).await, Err(Refusal::OtherCentre));
        assert_eq!(redeem_as(&hq, "GZ01", &other, bench(3), &KEY).await, Ok(centre("GZ01")));
        let again = issue(&hq, "CD01").await;
        assert_eq!(redeem(&hq, &again, bench(1), &[9; 32]).await, Ok(centre("CD01")));
        let mut tx = hq.store.begin(Access::Read, None).await.unwrap();
        let station = station::by_id(&mut tx, bench(1)).await.unwrap().unwrap();
        assert_eq!(station.public_key, [9; 32]);
        tx.commit().await.unwrap();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_nonce_is_used_once() {
    on_both(async |hq| {
        centres::add(&*hq.store, &*hq.outside, &centre("CD01"), "Chengdu").await.unwrap();
        let code = issue(&hq, "CD01").await;
        redeem(&hq, &code, bench(1), &KEY).await.unwrap();
        let mut tx = hq.store.begin(Access::Write, None).await.unwrap();
        let station = station::by_id(&mut tx, bench(1)).await.unwrap().unwrap();
        let fresh = station::renew(&mut tx, &*hq.outside, &station, "test 2").await.unwrap();
        assert!(fresh.is_some_and(|fresh| fresh != station.nonce));
        assert_eq!(station::renew(&mut tx, &*hq.outside, &station, "test 2").await.unwrap(), None);
        tx.commit().await.unwrap();
    })
    .await;
}

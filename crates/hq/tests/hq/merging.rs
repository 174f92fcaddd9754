//! What headquarters decides where stations wrote without knowing of each other, and the lists that follow from it.

use crate::bench::{Bench, text};
use crate::both::{Hq, centre, on_both};
use chrono::TimeDelta;
use nightbench_hq::store::Access;
use nightbench_hq::ticket::{Ticket, TicketState};
use nightbench_hq::{centre as centres, conflict, ticket};
use nightbench_sync::wire::{Contest, Verdict};

async fn at_cd01(hq: &Hq) -> (Bench, Bench) {
    centres::add(&*hq.store, &*hq.outside, &centre("CD01"), "Chengdu").await.unwrap();
    (Bench::enrolled(hq, 1, "CD01").await, Bench::enrolled(hq, 2, "CD01").await)
}

async fn tickets(hq: &Hq) -> Vec<Ticket> {
    let mut tickets = Vec::new();
    for centre in centres::list(&*hq.store).await.unwrap() {
        let mut tx = hq.store.begin(Access::Read, Some(&centre.code)).await.unwrap();
        tickets.extend(ticket::page(&mut tx, &*hq.outside, &centre, None, 100).await.unwrap());
        tx.commit().await.unwrap();
    }
    tickets
}

async fn questions(hq: &Hq) -> u64 {
    let mut tx = hq.store.begin(Access::Read, Some(&centre("CD01"))).await.unwrap();
    let count = conflict::count(&mut tx, &centre("CD01")).await.unwrap();
    tx.commit().await.unwrap();
    count
}

fn contests(verdict: &Verdict) -> Vec<Contest> {
    match verdict {
        Verdict::Conflict { fields, .. } => fields.iter().map(|contested| contested.how).collect(),
        Verdict::Accepted | Verdict::Merged { .. } | Verdict::Quarantined { .. } => Vec::new(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_value_stays_and_the_later_waits_for_a_person() {
    on_both(async |hq| {
        let (mut first, mut second) = at_cd01(&hq).await;
        let ticket = first.receive("SN0001", "2026-02-10");
        first.drain(&hq).await;
        second.drain(&hq).await;
        first.write("intake.amend", ticket, &[("model", text("NV-650"))]);
        second.write("intake.amend", ticket, &[("model", text("NV-660")), ("symptom", text("dark"))]);
        second.drain(&hq).await;
        let answer = first.round(&hq).await;
        assert_eq!(contests(&answer.verdicts[0].verdict), [Contest::Later]);
        assert_eq!(questions(&hq).await, 1);
        first.drain(&hq).await;
        second.drain(&hq).await;
        assert_eq!(first.records, second.records);
        assert_eq!(first.records[&ticket].fields["model"].value, text("NV-660"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_that_is_settled_waits_no_longer() {
    on_both(async |hq| {
        let (mut first, mut second) = at_cd01(&hq).await;
        let ticket = first.receive("SN0001", "2026-02-10");
        first.drain(&hq).await;
        second.drain(&hq).await;
        second.write("intake.amend", ticket, &[("model", text("NV-660"))]);
        second.drain(&hq).await;
        let later = first.write("intake.amend", ticket, &[("model", text("NV-650"))]);
        first.drain(&hq).await;
        second.drain(&hq).await;
        let settles = nightbench_domain::operation::Value::List(vec![text(&later.to_string())]);
        second.write("conflict.settle", ticket, &[("model", text("NV-650")), ("settles", settles)]);
        second.drain(&hq).await;
        assert_eq!(questions(&hq).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_serial_taken_in_twice_without_a_line_stays_twice_until_a_person_decides() {
    on_both(async |hq| {
        let (mut first, mut second) = at_cd01(&hq).await;
        first.receive("SN0001", "2026-02-10");
        second.receive("SN0001", "2026-02-11");
        second.receive("SN0002", "2026-02-11");
        first.drain(&hq).await;
        let answer = second.round(&hq).await;
        assert_eq!(contests(&answer.verdicts[0].verdict), [Contest::Duplicate]);
        assert_eq!(answer.verdicts[1].verdict, Verdict::Accepted);
        assert_eq!(tickets(&hq).await.len(), 3);
        assert_eq!(questions(&hq).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_serial_may_come_again_once_it_was_handed_over() {
    on_both(async |hq| {
        let (mut first, mut second) = at_cd01(&hq).await;
        let ticket = first.receive("SN0001", "2026-02-10");
        first.step(ticket, "to_be_diagnosed", "ready");
        first.step(ticket, "ready", "returned");
        first.drain(&hq).await;
        second.drain(&hq).await;
        second.receive("SN0001", "2026-02-11");
        let answer = second.round(&hq).await;
        assert_eq!(answer.verdicts[0].verdict, Verdict::Accepted);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_computes_each_cycle_from_the_calendar_and_the_day() {
    on_both(async |hq| {
        let (mut first, _) = at_cd01(&hq).await;
        // 2 March 2026 at the centre.
        let done = first.receive("SN0001", "2026-02-10");
        first.receive("SN0002", "2026-02-10");
        first.step(done, "to_be_diagnosed", "ready");
        first.step(done, "ready", "returned");
        first.drain(&hq).await;
        let list = tickets(&hq).await;
        assert_eq!(list.len(), 2);
        assert_eq!((list[0].state, list[0].status.as_str()), (TicketState::Done, "returned"));
        let open = &list[1];
        assert_eq!((open.serial.as_str(), open.status.as_str()), ("SN0002", "to_be_diagnosed"));
        let days = [open.received_on, open.target_on, open.limit_on].map(|day| day.to_string());
        assert_eq!(days, ["2026-02-10", "2026-03-02", "2026-03-16"]);
        let mut states = Vec::new();
        for days in [0, 1, 14] {
            hq.outside.pass(TimeDelta::days(days));
            states.push(tickets(&hq).await[1].state);
        }
        assert_eq!(states, [TicketState::OnTime, TicketState::Due, TicketState::Overdue]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_centre_that_says_where_it_is_gets_its_own_days() {
    on_both(async |hq| {
        let (mut first, _) = at_cd01(&hq).await;
        first.receive("SN0001", "2026-02-10");
        let card = [("zone", text("Europe/Berlin")), ("country", text("DE"))];
        first.write("centre.describe", uuid::Uuid::from_u128(1), &card);
        first.drain(&hq).await;
        let centres = centres::list(&*hq.store).await.unwrap();
        assert_eq!((centres[0].zone.name(), centres[0].country.as_str()), ("Europe/Berlin", "DE"));
        assert_eq!(tickets(&hq).await[0].target_on.to_string(), "2026-02-24");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_corrected_intake_is_corrected_in_the_list() {
    on_both(async |hq| {
        let (mut first, _) = at_cd01(&hq).await;
        let ticket = first.receive("SN0001", "2026-02-10");
        first.drain(&hq).await;
        let fields = [("serial", text("SN0007")), ("received_on", text("2026-02-09"))];
        first.write("intake.amend", ticket, &fields);
        first.drain(&hq).await;
        let list = tickets(&hq).await;
        assert_eq!(
            (list[0].serial.as_str(), list[0].received_on.to_string().as_str()),
            ("SN0007", "2026-02-09")
        );
    })
    .await;
}

//! Duties: what is owed since when and until when, and which entry or record closes it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use chrono::NaiveDateTime;
use nightbench_calendar::Calendar;
use nightbench_domain::duty::{
    Closing, DutyKind, EnquirySeen, FollowUpSeen, Met, Owed, Spoken, TicketSeen, Uncollected,
    WARN_WORKING_DAYS, Warning, last_warned_limit, of_enquiry, of_follow_up, of_ticket, reminder_due,
    reply_due, warned_from,
};
use nightbench_domain::enquiry::EnquiryResult;
use nightbench_domain::follow_up::FollowUpKind;
use nightbench_domain::id::{ContactId, FollowUpId};
use uuid::Uuid;

const RECEIVED: i64 = 1_000;
const DUE: i64 = 2_000;

fn entry(n: u128) -> ContactId {
    ContactId::new(Uuid::from_u128(n))
}

fn spoken(n: u128, at: i64, closes: &[DutyKind]) -> Spoken {
    let who = "李娜".to_owned();
    Spoken { id: entry(n), at, who, is_reached: !closes.is_empty(), closes: closes.to_vec() }
}

fn closed(result: Option<EnquiryResult>, log: &[Spoken]) -> [Option<Closing>; 2] {
    let duties = of_enquiry(&EnquirySeen { received_at: RECEIVED, reply_due_at: DUE, result }, log);
    assert_eq!(duties[0].kind, DutyKind::Reply);
    assert_eq!((duties[0].due_at, duties[1].due_at), (Some(DUE), None));
    [duties[0].closed.clone(), duties[1].closed.clone()]
}

#[test]
fn an_enquiry_is_answered_within_24_hours_of_working_days() {
    let time = |text| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    for (country, received, due) in [
        ("CN", "2026-03-06 15:00", "2026-03-09 15:00"),
        ("CN", "2026-03-07 20:00", "2026-03-10 00:00"),
        ("CN", "2026-02-14 11:00", "2026-02-24 11:00"),
        ("DE", "2026-04-02 09:00", "2026-04-07 09:00"),
    ] {
        let found = reply_due(Calendar::of(country), time(received));
        assert_eq!(found, time(due), "{country} {received}");
    }
}

#[test]
fn only_an_entry_of_the_log_closes_the_duties_of_an_enquiry() {
    let by = |n, at| Some(Closing { at, who: "李娜".to_owned(), entry: Some(entry(n)) });
    assert_eq!(closed(None, &[]), [None, None]);
    assert_eq!(closed(Some(EnquiryResult::SolvedRemotely), &[]), [None, None], "a result is no answer");
    let advised = [spoken(2, 1_800, &[DutyKind::Reply]), spoken(1, 1_500, &[DutyKind::Reply])];
    assert_eq!(closed(None, &advised), [by(1, 1_500), None], "the earliest counts");
    let before = [spoken(1, 999, &[DutyKind::Reply])];
    assert_eq!(closed(None, &before), [None, None], "what was said before is no answer to it");
    let tries = [spoken(1, 1_200, &[]), spoken(2, 1_300, &[])];
    assert_eq!(closed(None, &tries), [None, None], "nobody was reached");
    assert_eq!(closed(Some(EnquiryResult::NoAnswer), &tries), [by(2, 1_300), by(2, 1_300)]);
}

#[test]
fn an_answer_at_the_last_hour_is_late_from_the_hour_itself_on() {
    let seen = EnquirySeen { received_at: RECEIVED, reply_due_at: DUE, result: None };
    for (at, is_late) in [(1_999, false), (2_000, true)] {
        let duties = of_enquiry(&seen, &[spoken(1, at, &[DutyKind::Reply])]);
        assert_eq!((duties[0].is_late(), duties[0].is_overdue(9_000)), (is_late, false));
    }
    let open = of_enquiry(&seen, &[]);
    assert_eq!((open[0].is_overdue(1_999), open[0].is_overdue(2_000)), (false, true));
    assert!(!open[1].is_overdue(i64::MAX), "no clause sets a time for the attempt");
}

#[test]
fn a_work_order_past_its_limit_owes_the_customer_a_word() {
    assert!(of_ticket(&TicketSeen::default(), &[]).is_empty());
    let form = Some(Owed { since: 1, met: None });
    let seen = TicketSeen { form, is_exceeded_since: Some(50), ..TicketSeen::default() };
    let kinds = |log: &[Spoken]| {
        let duties = of_ticket(&seen, log);
        duties.iter().map(|duty| (duty.kind, duty.closed.is_some())).collect::<Vec<_>>()
    };
    let (form, told) = (DutyKind::PaperForm, DutyKind::TellExceeded);
    assert_eq!(kinds(&[]), [(form, false), (told, false)]);
    let log = [spoken(1, 40, &[DutyKind::TellExceeded])];
    assert_eq!(kinds(&log), [(form, false), (told, true)], "told in good time counts");
}

#[test]
fn a_customer_is_warned_before_the_limit_and_told_after_it_never_both() {
    let warning = Some(Warning { since: 30, by: 50 });
    let owed = |is_exceeded_since, log: &[Spoken]| {
        let duties = of_ticket(&TicketSeen { warning, is_exceeded_since, ..TicketSeen::default() }, log);
        let seen = duties.iter().map(|duty| (duty.kind, duty.due_at, duty.closed.as_ref().map(|it| it.at)));
        seen.collect::<Vec<_>>()
    };
    let (warn, told) = (DutyKind::WarnLimit, DutyKind::TellExceeded);
    assert_eq!(owed(None, &[]), [(warn, Some(50), None)]);
    assert_eq!(owed(Some(50), &[]), [(told, Some(50), None)], "day 20 has passed without a word");
    assert_eq!(owed(None, &[spoken(1, 40, &[warn])]), [(warn, Some(50), Some(40))]);
    assert_eq!(
        owed(Some(50), &[spoken(1, 40, &[warn])]),
        [(told, Some(50), Some(40))],
        "who was warned knows"
    );
    assert_eq!(
        owed(None, &[spoken(1, 20, &[told])]),
        [(warn, Some(50), Some(20))],
        "and who was told at once"
    );
    assert_eq!(owed(None, &[spoken(1, 40, &[DutyKind::Reply])]), [(warn, Some(50), None)]);
    assert_eq!(owed(None, &[spoken(1, 40, &[])]), [(warn, Some(50), None)], "nobody was reached");
}

#[test]
fn the_last_limit_of_which_is_warned_is_of_the_unit_whose_day_18_it_is() {
    assert_eq!(WARN_WORKING_DAYS, 18);
    for country in ["CN", "DE"] {
        let calendar = Calendar::of(country);
        let day = |n: u64| "2026-01-05".parse::<chrono::NaiveDate>().unwrap() + chrono::Days::new(n);
        for received in (0..90).map(day) {
            let limit = calendar.add_working_days(received, 20).date;
            for today in (0..130).map(day) {
                let is_warned = today >= warned_from(calendar, received);
                let within = limit <= last_warned_limit(calendar, today);
                assert_eq!(is_warned, within, "{country}: received {received}, on {today}");
            }
        }
    }
}

#[test]
fn what_a_record_of_its_own_closed_stays_with_the_day_and_the_person() {
    let met = |at| Some(Met { at, who: "陈主管".to_owned() });
    let seen = TicketSeen {
        consent: Some(Owed { since: 1, met: met(7) }),
        form: Some(Owed { since: 1, met: met(8) }),
        agreement: Some(Owed { since: 5, met: None }),
        ..TicketSeen::default()
    };
    let log = [spoken(1, 6, &[DutyKind::AgreeCharge])];
    let closed: Vec<_> = of_ticket(&seen, &log).into_iter().map(|duty| (duty.kind, duty.closed)).collect();
    let by = |at| Some(Closing { at, who: "陈主管".to_owned(), entry: None });
    let expected = [(DutyKind::Consent, by(7)), (DutyKind::PaperForm, by(8)), (DutyKind::AgreeCharge, None)];
    assert_eq!(closed, expected, "and the log closes none of them");
}

#[test]
fn a_unit_that_waits_is_reminded_of_after_ten_working_days_and_again_when_it_is_ready_again() {
    for (ready, due) in [("2026-03-06", "2026-03-20"), ("2026-03-07", "2026-03-20")] {
        assert_eq!(reminder_due(Calendar::of("CN"), ready.parse().unwrap()), due.parse().unwrap());
    }
    let seen = TicketSeen {
        uncollected: Some(Uncollected { ready_at: 100, remind_by: 900 }),
        ..TicketSeen::default()
    };
    let closed = |at, kind| of_ticket(&seen, &[spoken(1, at, &[kind])])[0].closed.is_some();
    assert!(closed(100, DutyKind::RemindUnclaimed));
    assert!(!closed(99, DutyKind::RemindUnclaimed), "a reminder of the time before is not of this one");
    assert!(!closed(500, DutyKind::TellExceeded), "another word is no reminder");
    assert!(of_ticket(&seen, &[])[0].is_overdue(900));
}

#[test]
fn every_duty_names_its_clause_but_for_those_we_took_on_ourselves() {
    for kind in DutyKind::ALL {
        let is_our_word = matches!(
            kind,
            DutyKind::PromisedDate | DutyKind::WarnLimit | DutyKind::Complaint | DutyKind::RemindUnclaimed
        );
        assert_eq!(kind.clause().is_none(), is_our_word, "{kind:?}");
    }
}

#[test]
fn a_promise_is_owed_until_it_is_closed() {
    let id = FollowUpId::new(Uuid::nil());
    let open = FollowUpSeen { id, kind: FollowUpKind::Promise, opened_at: 1, due_at: 5, met: None };
    let duty = of_follow_up(&open);
    assert_eq!((duty.kind, duty.is_overdue(4), duty.is_overdue(5)), (DutyKind::PromisedDate, false, true));
    let met = Some(Met { at: 4, who: "李娜".to_owned() });
    let kept = of_follow_up(&FollowUpSeen { met, ..open.clone() });
    assert_eq!(
        (kept.is_overdue(9), kept.is_late(), kept.closed.unwrap().who.as_str()),
        (false, false, "李娜")
    );
    let complaint = FollowUpSeen { kind: FollowUpKind::Complaint, ..open };
    assert_eq!(of_follow_up(&complaint).kind, DutyKind::Complaint);
}

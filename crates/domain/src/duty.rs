//! What the commitment obliges us to do beside the repair itself: one duty with its clause, since when and until when, and
//! what closed it. Derived by rules from what stands on record whenever it is asked for, never stored as truth, and closed
//! only by an entry that somebody made. The cycle of the repair is not among them: that is cycle.rs.

use crate::enquiry::EnquiryResult;
use crate::follow_up::FollowUpKind;
use crate::id::{ContactId, FollowUpId};
use chrono::{NaiveDate, NaiveDateTime};
use nightbench_calendar::Calendar;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Clock hours for the first advice, counted on working days (4.1, "within 24 hours (working days)").
pub const REPLY_CLOCK_HOURS: u32 = 24;

/// Working days a unit waits to be collected before its customer is reminded. Our own word: no clause sets a time.
pub const REMINDER_WORKING_DAYS: u32 = 10;

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DutyKind {
    /// Advise whoever asked (4.1).
    Reply,
    /// Try to solve it from afar before it is sent in (3.1).
    RemoteAttempt,
    /// Decide whether the company agrees to the return (3.3).
    Consent,
    /// Obtain the paper form (4.2).
    PaperForm,
    /// Agree the charge before paid work (4.2).
    AgreeCharge,
    /// Keep the day that was promised.
    PromisedDate,
    /// Tell the customer that the cycle is exceeded (3.1).
    TellExceeded,
    /// Settle a complaint.
    Complaint,
    /// Remind the customer of a unit that is ready and was not collected.
    RemindUnclaimed,
}

/// One duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Duty {
    /// What is to be done.
    pub kind: DutyKind,
    /// The clause it follows from; `None` where only our own word binds us.
    pub clause: Option<String>,
    /// Since when, milliseconds since 1970 UTC.
    pub since: i64,
    /// When it must be done at the latest, milliseconds since 1970 UTC; `None`: no clause sets a time.
    pub due_at: Option<i64>,
    /// The promised date or complaint it comes from.
    pub follow_up: Option<FollowUpId>,
    /// What closed it; `None` while it is open.
    pub closed: Option<Closing>,
}

/// What closed a duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Closing {
    /// When it was done, milliseconds since 1970 UTC.
    pub at: i64,
    /// Who did it, or wrote it down; a name of our staff, empty where the record does not say.
    pub who: String,
    /// The entry of the log that says so; `None` where a record of its own does.
    pub entry: Option<ContactId>,
}

/// What the log says of one entry, as far as duties ask for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// The entry.
    pub id: ContactId,
    /// When it was said, milliseconds since 1970 UTC.
    pub at: i64,
    /// Who wrote it down.
    pub who: String,
    /// Whether anybody was reached.
    pub is_reached: bool,
    /// The duties it closes.
    pub closes: Vec<DutyKind>,
}

/// What stands on record of an enquiry, as far as duties ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EnquirySeen {
    /// When it reached us, milliseconds since 1970 UTC.
    pub received_at: i64,
    /// When it must be answered, milliseconds since 1970 UTC.
    pub reply_due_at: i64,
    /// What came of it.
    pub result: Option<EnquiryResult>,
}

/// What stands on record of a work order, as far as duties ask for it. `None`: there is no such duty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TicketSeen {
    /// The unit came without consent.
    pub consent: Option<Owed>,
    /// The unit came without the paper form.
    pub form: Option<Owed>,
    /// A quote waits for the customer's answer, or the last one did.
    pub agreement: Option<Owed>,
    /// The unit is ready and nobody came for it.
    pub uncollected: Option<Uncollected>,
    /// Since when day 20 has passed and the unit is still here, milliseconds since 1970 UTC.
    pub is_exceeded_since: Option<i64>,
}

/// What is owed until a record of its own says that it is done: a decision, the form, an agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    /// Since when, milliseconds since 1970 UTC.
    pub since: i64,
    /// When that record was made and by whom; `None`: it was not.
    pub met: Option<Met>,
}

/// The record that ends what is owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// When, milliseconds since 1970 UTC.
    pub at: i64,
    /// By whom; a name of our staff.
    pub who: String,
}

/// A unit that waits to be collected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Uncollected {
    /// When it was last made ready, milliseconds since 1970 UTC.
    pub ready_at: i64,
    /// The end of the day on which the customer is reminded, milliseconds since 1970 UTC.
    pub remind_by: i64,
}

/// What stands on record of a promised date or a complaint, as far as duties ask for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUpSeen {
    /// Which.
    pub id: FollowUpId,
    /// What it is.
    pub kind: FollowUpKind,
    /// When it was opened, milliseconds since 1970 UTC.
    pub opened_at: i64,
    /// The end of its day at the centre, milliseconds since 1970 UTC.
    pub due_at: i64,
    /// When it was closed and by whom; `None` while it is open.
    pub met: Option<Met>,
}

impl DutyKind {
    /// Every duty, in the order a unit meets them.
    pub const ALL: [Self; 9] = [
        Self::Reply,
        Self::RemoteAttempt,
        Self::Consent,
        Self::PaperForm,
        Self::AgreeCharge,
        Self::PromisedDate,
        Self::TellExceeded,
        Self::Complaint,
        Self::RemindUnclaimed,
    ];

    /// The clause it follows from; `None` where only our own word binds us.
    #[must_use]
    pub const fn clause(self) -> Option<&'static str> {
        match self {
            Self::Reply => Some("4.1"),
            Self::RemoteAttempt | Self::TellExceeded => Some("3.1"),
            Self::Consent => Some("3.3"),
            Self::PaperForm | Self::AgreeCharge => Some("4.2"),
            Self::PromisedDate | Self::Complaint | Self::RemindUnclaimed => None,
        }
    }

    /// Whether an entry of the log closes it; the others have a record of their own: a decision, the form, an agreement,
    /// the closing words of a promise or a complaint.
    #[must_use]
    pub const fn is_closed_by_contact(self) -> bool {
        match self {
            Self::Reply | Self::RemoteAttempt | Self::TellExceeded | Self::RemindUnclaimed => true,
            Self::Consent | Self::PaperForm | Self::AgreeCharge | Self::PromisedDate | Self::Complaint => {
                false
            }
        }
    }
}

impl Duty {
    const fn open(since: i64, due_at: Option<i64>) -> Opened {
        Opened { since, due_at }
    }

    /// Whether its time has passed and nothing closed it. `now` in milliseconds since 1970 UTC.
    #[must_use]
    pub fn is_overdue(&self, now: i64) -> bool {
        self.closed.is_none() && self.due_at.is_some_and(|due| now >= due)
    }

    /// Whether it was closed only after its time had passed.
    #[must_use]
    pub fn is_late(&self) -> bool {
        matches!((&self.closed, self.due_at), (Some(closed), Some(due)) if closed.at >= due)
    }
}

impl TicketSeen {
    /// What stays of it once the unit is gone: nothing is owed any more, what was done stands.
    #[must_use]
    pub fn done(self) -> Self {
        let done = |owed: Option<Owed>| owed.filter(|owed| owed.met.is_some());
        Self {
            consent: done(self.consent),
            form: done(self.form),
            agreement: done(self.agreement),
            uncollected: None,
            is_exceeded_since: None,
        }
    }
}

impl From<Met> for Closing {
    fn from(met: Met) -> Self {
        Self { at: met.at, who: met.who, entry: None }
    }
}

impl From<&Spoken> for Closing {
    fn from(spoken: &Spoken) -> Self {
        Self { at: spoken.at, who: spoken.who.clone(), entry: Some(spoken.id) }
    }
}

/// Since when and until when a duty stands.
struct Opened {
    since: i64,
    due_at: Option<i64>,
}

impl Opened {
    fn duty(self, kind: DutyKind, closed: Option<Closing>) -> Duty {
        let clause = kind.clause().map(str::to_owned);
        Duty { kind, clause, since: self.since, due_at: self.due_at, follow_up: None, closed }
    }
}

/// When an enquiry must be answered at the latest, in the centre's local time: 24 clock hours counted on working days
/// only, so that one of Friday 15:00 is due on Monday 15:00.
#[must_use]
pub fn reply_due(calendar: &Calendar, received: NaiveDateTime) -> NaiveDateTime {
    calendar.add_working_clock_hours(received, REPLY_CLOCK_HOURS).at
}

/// The duties of an enquiry: to advise, and to try from afar. Where nobody could be reached and the enquiry ended so, the
/// last try closes both.
#[must_use]
pub fn of_enquiry(seen: &EnquirySeen, log: &[Spoken]) -> Vec<Duty> {
    let tried = || match seen.result {
        Some(EnquiryResult::NoAnswer) => newest_try(log),
        Some(EnquiryResult::SolvedRemotely | EnquiryResult::HardwareFault | EnquiryResult::SendIn) | None => {
            None
        }
    };
    let closed = |kind| first_closing(log, kind, seen.received_at).or_else(tried);
    vec![
        Duty::open(seen.received_at, Some(seen.reply_due_at)).duty(DutyKind::Reply, closed(DutyKind::Reply)),
        Duty::open(seen.received_at, None).duty(DutyKind::RemoteAttempt, closed(DutyKind::RemoteAttempt)),
    ]
}

/// The duties of a work order, those that are done included.
#[must_use]
pub fn of_ticket(seen: &TicketSeen, log: &[Spoken]) -> Vec<Duty> {
    let by_record = [
        (DutyKind::Consent, &seen.consent),
        (DutyKind::PaperForm, &seen.form),
        (DutyKind::AgreeCharge, &seen.agreement),
    ];
    let mut duties: Vec<Duty> = by_record
        .into_iter()
        .filter_map(|(kind, owed)| owed.as_ref().map(|owed| (kind, owed)))
        .map(|(kind, owed)| Duty::open(owed.since, None).duty(kind, owed.met.clone().map(Closing::from)))
        .collect();
    if let Some(since) = seen.is_exceeded_since {
        // The customer may be told before the day comes, when it is seen that it cannot be kept.
        let told = first_closing(log, DutyKind::TellExceeded, i64::MIN);
        duties.push(Duty::open(since, Some(since)).duty(DutyKind::TellExceeded, told));
    }
    if let Some(Uncollected { ready_at, remind_by }) = seen.uncollected {
        let reminded = first_closing(log, DutyKind::RemindUnclaimed, ready_at);
        duties.push(Duty::open(ready_at, Some(remind_by)).duty(DutyKind::RemindUnclaimed, reminded));
    }
    duties
}

/// The day on which the customer is reminded of a unit that was made ready on `ready_on` and not collected.
#[must_use]
pub fn reminder_due(calendar: &Calendar, ready_on: NaiveDate) -> NaiveDate {
    calendar.add_working_days(ready_on, REMINDER_WORKING_DAYS).date
}

/// The duty of a promised date or a complaint.
#[must_use]
pub fn of_follow_up(seen: &FollowUpSeen) -> Duty {
    let kind = match seen.kind {
        FollowUpKind::Promise => DutyKind::PromisedDate,
        FollowUpKind::Complaint => DutyKind::Complaint,
    };
    let closed = seen.met.clone().map(Closing::from);
    let duty = Duty::open(seen.opened_at, Some(seen.due_at)).duty(kind, closed);
    Duty { follow_up: Some(seen.id), ..duty }
}

/// The earliest entry, not before an instant, that closes a duty.
fn first_closing(log: &[Spoken], kind: DutyKind, since: i64) -> Option<Closing> {
    let closing = log.iter().filter(|spoken| spoken.closes.contains(&kind) && spoken.at >= since);
    closing.min_by_key(|spoken| spoken.at).map(Closing::from)
}

/// The last try that reached nobody.
fn newest_try(log: &[Spoken]) -> Option<Closing> {
    let tries = log.iter().filter(|spoken| !spoken.is_reached);
    tries.max_by_key(|spoken| spoken.at).map(Closing::from)
}

#[cfg(test)]
mod tests {
    use super::{
        Closing, DutyKind, EnquirySeen, FollowUpSeen, Met, Owed, Spoken, TicketSeen, Uncollected, of_enquiry,
        of_follow_up, of_ticket, reminder_due, reply_due,
    };
    use crate::enquiry::EnquiryResult;
    use crate::follow_up::FollowUpKind;
    use crate::id::{ContactId, FollowUpId};
    use chrono::NaiveDateTime;
    use nightbench_calendar::Calendar;
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
    fn what_a_record_of_its_own_closed_stays_with_the_day_and_the_person() {
        let met = |at| Some(Met { at, who: "陈主管".to_owned() });
        let seen = TicketSeen {
            consent: Some(Owed { since: 1, met: met(7) }),
            form: Some(Owed { since: 1, met: met(8) }),
            agreement: Some(Owed { since: 5, met: None }),
            ..TicketSeen::default()
        };
        let log = [spoken(1, 6, &[DutyKind::AgreeCharge])];
        let closed: Vec<_> =
            of_ticket(&seen, &log).into_iter().map(|duty| (duty.kind, duty.closed)).collect();
        let by = |at| Some(Closing { at, who: "陈主管".to_owned(), entry: None });
        let expected =
            [(DutyKind::Consent, by(7)), (DutyKind::PaperForm, by(8)), (DutyKind::AgreeCharge, None)];
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
            let is_our_word =
                matches!(kind, DutyKind::PromisedDate | DutyKind::Complaint | DutyKind::RemindUnclaimed);
            assert_eq!(kind.clause().is_none(), is_our_word, "{kind:?}");
        }
    }

    #[test]
    fn a_promise_is_owed_until_it_is_closed() {
        let id = FollowUpId::new(Uuid::nil());
        let open = FollowUpSeen { id, kind: FollowUpKind::Promise, opened_at: 1, due_at: 5, met: None };
        let duty = of_follow_up(&open);
        assert_eq!(
            (duty.kind, duty.is_overdue(4), duty.is_overdue(5)),
            (DutyKind::PromisedDate, false, true)
        );
        let met = Some(Met { at: 4, who: "李娜".to_owned() });
        let kept = of_follow_up(&FollowUpSeen { met, ..open.clone() });
        assert_eq!(
            (kept.is_overdue(9), kept.is_late(), kept.closed.unwrap().who.as_str()),
            (false, false, "李娜")
        );
        let complaint = FollowUpSeen { kind: FollowUpKind::Complaint, ..open };
        assert_eq!(of_follow_up(&complaint).kind, DutyKind::Complaint);
    }
}

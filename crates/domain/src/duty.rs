//! What the commitment obliges us to do beside the repair itself: one duty with its clause, since when and until when, and
//! what closed it. Derived by rules from what stands on record whenever it is asked for, never stored as truth, and closed
//! only by an entry that somebody made. The cycle of the repair is not among them: that is cycle.rs.

use crate::cycle::LIMIT_WORKING_DAYS;
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

/// The working day from which a unit that is still here will probably miss its limit. Our own word: no clause asks us to
/// say so before the limit has passed.
pub const WARN_WORKING_DAYS: u32 = 18;

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
    /// Warn the customer that the cycle will probably be exceeded; once it is, [`Self::TellExceeded`] takes its place.
    WarnLimit,
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
    /// The unit is still here on the last days before its limit.
    pub warning: Option<Warning>,
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

/// The days between working day 18 and the limit, on which the customer is warned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Warning {
    /// The beginning of working day 18, milliseconds since 1970 UTC.
    pub since: i64,
    /// The end of the last day before the limit has passed, milliseconds since 1970 UTC.
    pub by: i64,
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
    pub const ALL: [Self; 10] = [
        Self::Reply,
        Self::RemoteAttempt,
        Self::Consent,
        Self::PaperForm,
        Self::AgreeCharge,
        Self::PromisedDate,
        Self::WarnLimit,
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
            Self::PromisedDate | Self::WarnLimit | Self::Complaint | Self::RemindUnclaimed => None,
        }
    }

    /// Whether an entry of the log closes it; the others have a record of their own: a decision, the form, an agreement,
    /// the closing words of a promise or a complaint.
    #[must_use]
    pub const fn is_closed_by_contact(self) -> bool {
        match self {
            Self::Reply
            | Self::RemoteAttempt
            | Self::WarnLimit
            | Self::TellExceeded
            | Self::RemindUnclaimed => true,
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
            warning: None,
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
    // The customer may be told before the day comes, when it is seen that it cannot be kept; who was warned knows.
    let told = || {
        let said = [DutyKind::TellExceeded, DutyKind::WarnLimit];
        said.into_iter()
            .filter_map(|kind| first_closing(log, kind, i64::MIN))
            .min_by_key(|closing| closing.at)
    };
    if let Some(since) = seen.is_exceeded_since {
        duties.push(Duty::open(since, Some(since)).duty(DutyKind::TellExceeded, told()));
    } else if let Some(Warning { since, by }) = seen.warning {
        duties.push(Duty::open(since, Some(by)).duty(DutyKind::WarnLimit, told()));
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

/// The day from which the customer of a unit received on `received_on` is warned.
#[must_use]
pub fn warned_from(calendar: &Calendar, received_on: NaiveDate) -> NaiveDate {
    calendar.add_working_days(received_on, WARN_WORKING_DAYS).date
}

/// The last limit of which is warned on a day: of every unit whose limit is not after it, working day 18 has come.
#[must_use]
pub fn last_warned_limit(calendar: &Calendar, today: NaiveDate) -> NaiveDate {
    calendar.add_working_days(today, LIMIT_WORKING_DAYS - WARN_WORKING_DAYS).date
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

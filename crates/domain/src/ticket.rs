//! The ticket: the repair work order of an intake. Status says how far the work is; it is not the
//! resolution for the customer and not the disposition of the hardware. A lock stands beside the status: it says that
//! nothing may be decided for now, and why.
//!
//! Events go in, a new status or a named refusal comes out. Today a ticket is opened by its intake and can
//! be cancelled when it was received by mistake.

use crate::identity::Doubt;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How far the work order is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Received, nobody has looked inside yet (待检测).
    ToBeDiagnosed,
    /// Received by mistake; the number stays used (已取消).
    Cancelled,
}

/// Why a ticket stands still beside its status: nothing that decides or resolves is recorded while it stands. What was
/// seen and corrected may be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Lock {
    /// It is not certain which unit this is (5.8c to 5.8e); a person decides.
    Identity {
        /// What is in doubt.
        doubts: Vec<Doubt>,
    },
}

impl Lock {
    /// The lock of a unit whose identity is in doubt; none where nothing is, or a person decided.
    #[must_use]
    pub fn of_identity(doubts: Vec<Doubt>, is_decided: bool) -> Option<Self> {
        (!doubts.is_empty() && !is_decided).then_some(Self::Identity { doubts })
    }
}

/// What can happen to a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// It was received by mistake.
    Cancel,
    /// The cancellation was the mistake.
    Reopen,
}

/// Why an event is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is cancelled already.
    #[error("the work order is cancelled already")]
    AlreadyCancelled,
    /// It is open already.
    #[error("the work order is open already")]
    AlreadyOpen,
}

impl Status {
    /// Every status, in the order a ticket passes them.
    pub const ALL: [Self; 2] = [Self::ToBeDiagnosed, Self::Cancelled];

    /// Whether the unit is still here and its cycle still runs.
    #[must_use]
    pub const fn is_open(self) -> bool {
        match self {
            Self::ToBeDiagnosed => true,
            Self::Cancelled => false,
        }
    }

    /// The status after an event.
    ///
    /// # Errors
    /// A named refusal when the event is not possible in this status.
    pub const fn after(self, event: Event) -> Result<Self, Refusal> {
        match (self, event) {
            (Self::ToBeDiagnosed, Event::Cancel) => Ok(Self::Cancelled),
            (Self::Cancelled, Event::Reopen) => Ok(Self::ToBeDiagnosed),
            (Self::Cancelled, Event::Cancel) => Err(Refusal::AlreadyCancelled),
            (Self::ToBeDiagnosed, Event::Reopen) => Err(Refusal::AlreadyOpen),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Event, Lock, Refusal, Status};
    use crate::identity::Doubt;

    #[test]
    fn a_doubt_locks_a_ticket_until_a_person_decided() {
        for (doubts, is_decided, is_locked) in [
            (vec![], false, false),
            (vec![Doubt::LabelUnreadable], false, true),
            (vec![Doubt::LabelAbsent, Doubt::TemporaryTag], true, false),
        ] {
            assert_eq!(Lock::of_identity(doubts, is_decided).is_some(), is_locked);
        }
    }

    #[test]
    fn every_status_answers_every_event() {
        for (status, event, result) in [
            (Status::ToBeDiagnosed, Event::Cancel, Ok(Status::Cancelled)),
            (Status::ToBeDiagnosed, Event::Reopen, Err(Refusal::AlreadyOpen)),
            (Status::Cancelled, Event::Cancel, Err(Refusal::AlreadyCancelled)),
            (Status::Cancelled, Event::Reopen, Ok(Status::ToBeDiagnosed)),
        ] {
            assert_eq!(status.after(event), result, "{status:?} {event:?}");
        }
    }
}

//! The log of what was said: one entry for each call, message, letter or visit, by whom, in which words, and which duties
//! it closes. It is what closes a duty; it is no letter, and nothing is sent by it. Called for enquiries and work orders.

use crate::duty::DutyKind;
use crate::id::{EnquiryId, TicketId};
use crate::intake::{Intake, IntakeProblem, IntakeReason};
use crate::pii::Pii;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What something that was said is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum About {
    /// A work order.
    Ticket {
        /// Which.
        id: TicketId,
    },
    /// An enquiry.
    Enquiry {
        /// Which.
        id: EnquiryId,
    },
}

/// How somebody reached us, or we them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// By phone.
    Call,
    /// By e-mail.
    Email,
    /// By a messenger.
    Message,
    /// By the form of a web site.
    Web,
    /// By post.
    Letter,
    /// At the counter, or on a visit.
    Visit,
}

/// Who spoke first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// They to us.
    In,
    /// We to them.
    Out,
}

/// What came of an attempt to solve it from afar (3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AttemptResult {
    /// The unit works again.
    Solved,
    /// The fault is still there.
    NotSolved,
    /// The customer did not want to try.
    Declined,
    /// Nothing can be tried from afar: it does not switch on, it is broken.
    NotPossible,
}

/// What a caller is asked before details are read out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CheckItem {
    /// The name on record.
    Name,
    /// The last four digits of the phone number on record.
    PhoneTail,
    /// The serial number of the unit.
    Serial,
    /// The RMA number.
    Rma,
    /// The day of purchase.
    PurchaseDate,
}

/// Whether somebody is who they say, asked before details were read to them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CallerCheck {
    /// What was asked; at least one.
    pub asked: Vec<CheckItem>,
    /// Whether every answer was right.
    pub is_passed: bool,
}

/// One entry of the log, as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// How.
    pub way: Way,
    /// Who spoke first.
    pub direction: Direction,
    /// Whether anybody was reached: nobody took the call, the e-mail came back.
    #[serde(default = "yes")]
    pub is_reached: bool,
    /// With whom; empty: with the customer on record.
    #[serde(default)]
    pub with: Pii<String>,
    /// What was said, 1 to 2,000 characters; may be empty only where nobody was reached.
    #[serde(default)]
    pub words: Pii<String>,
    /// When it was said, milliseconds since 1970 UTC.
    pub at: i64,
    /// What came of an attempt to solve it from afar; `None`: it was none.
    #[serde(default)]
    pub attempt: Option<AttemptResult>,
    /// The check before details were read out; `None`: none was made.
    #[serde(default)]
    pub check: Option<CallerCheck>,
    /// The duties it closes.
    #[serde(default)]
    pub closes: Vec<DutyKind>,
}

const fn yes() -> bool {
    true
}

impl Way {
    /// Every way, in the order people choose from.
    pub const ALL: [Self; 6] = [Self::Call, Self::Email, Self::Message, Self::Web, Self::Letter, Self::Visit];

    /// Whether both sides speak, whoever began: what was asked can be answered at once.
    #[must_use]
    pub const fn is_live(self) -> bool {
        match self {
            Self::Call | Self::Visit => true,
            Self::Email | Self::Message | Self::Web | Self::Letter => false,
        }
    }
}

impl Contact {
    /// Whether it can close a duty: we spoke, and somebody heard it.
    #[must_use]
    pub const fn can_close(&self) -> bool {
        let is_ours = match self.direction {
            Direction::Out => true,
            Direction::In => self.way.is_live(),
        };
        self.is_reached && is_ours
    }

    /// The duties it closes: those that were named, and where it was a remote attempt that one and the advice given by it.
    #[must_use]
    pub fn closing(&self) -> Vec<DutyKind> {
        let mut closes = self.closes.clone();
        if self.attempt.is_some() {
            closes.extend([DutyKind::Reply, DutyKind::RemoteAttempt]);
        }
        closes.sort_unstable();
        closes.dedup();
        closes
    }

    /// What must be put right before it is logged. `now` is the station's clock, milliseconds since 1970 UTC.
    #[must_use]
    pub fn problems(&self, now: i64) -> Vec<IntakeProblem> {
        let mut problems = Vec::new();
        let mut say = |field: &str, reason| problems.push(IntakeProblem { field: field.to_owned(), reason });
        if self.words.reveal().trim().is_empty() && self.is_reached {
            say("words", IntakeReason::Required);
        }
        if self.words.reveal().chars().count() > Intake::TEXT_CHARS_MAX {
            say("words", IntakeReason::TooLong);
        }
        if self.with.reveal().chars().count() > Intake::NAME_CHARS_MAX {
            say("with", IntakeReason::TooLong);
        }
        if self.at > now {
            say("at", IntakeReason::InFuture);
        }
        if self.check.as_ref().is_some_and(|check| check.asked.is_empty()) {
            say("check", IntakeReason::Required);
        }
        let closes = self.closing();
        if !closes.iter().all(|duty| duty.is_closed_by_contact()) || !(closes.is_empty() || self.can_close())
        {
            say("closes", IntakeReason::CannotClose);
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::{AttemptResult, Contact, Direction, Way};
    use crate::duty::DutyKind;
    use crate::intake::IntakeReason;

    fn said(way: Way, direction: Direction, is_reached: bool) -> Contact {
        Contact {
            way,
            direction,
            is_reached,
            with: String::new().into(),
            words: "asked to charge it overnight".to_owned().into(),
            at: 1_000,
            attempt: None,
            check: None,
            closes: vec![DutyKind::Reply],
        }
    }

    #[test]
    fn a_duty_is_closed_by_what_we_said_and_somebody_heard() {
        for (way, direction, is_reached, closes) in [
            (Way::Call, Direction::Out, true, true),
            (Way::Call, Direction::In, true, true),
            (Way::Visit, Direction::In, true, true),
            (Way::Email, Direction::Out, true, true),
            (Way::Email, Direction::In, true, false),
            (Way::Web, Direction::In, true, false),
            (Way::Letter, Direction::In, true, false),
            (Way::Message, Direction::In, true, false),
            (Way::Call, Direction::Out, false, false),
            (Way::Email, Direction::Out, false, false),
        ] {
            let problems = said(way, direction, is_reached).problems(1_000);
            assert_eq!(problems.is_empty(), closes, "{way:?} {direction:?} {is_reached}");
        }
    }

    #[test]
    fn a_duty_with_a_record_of_its_own_is_not_talked_away() {
        for duty in [DutyKind::PaperForm, DutyKind::Consent, DutyKind::AgreeCharge, DutyKind::Complaint] {
            let said = Contact { closes: vec![duty], ..said(Way::Call, Direction::Out, true) };
            assert_eq!(said.problems(1_000).len(), 1, "{duty:?}");
        }
    }

    #[test]
    fn an_attempt_is_advice_too_and_nothing_is_said_tomorrow_or_without_words() {
        let tried =
            Contact { attempt: Some(AttemptResult::NotSolved), ..said(Way::Call, Direction::Out, true) };
        assert_eq!(tried.closing(), [DutyKind::Reply, DutyKind::RemoteAttempt]);
        let problems = Contact { at: 1_001, words: String::from(" ").into(), ..tried }.problems(1_000);
        let reasons: Vec<_> =
            problems.iter().map(|problem| (problem.field.as_str(), problem.reason)).collect();
        assert_eq!(reasons, [("words", IntakeReason::Required), ("at", IntakeReason::InFuture)]);
    }
}

//! The ticket: the repair work order of an intake. Status says how far the work is; it is not the resolution for the
//! customer (`resolution`) and not what becomes of the hardware (`disposition`). A lock stands beside the status: it
//! says that nothing may be decided for now, and why.
//!
//! Events go in, a new status or a named refusal comes out. What an event needs beside the right status (an agreement,
//! a consent, a test) is a gate and stands in `gate`.

use crate::identity::Doubt;
pub use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How far the work order is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Received, nobody has looked inside yet (待检测).
    ToBeDiagnosed,
    /// Somebody is finding out what is wrong (检测中).
    UnderDiagnosis,
    /// A paper the commitment asks for is missing (待资料).
    AwaitingDocuments,
    /// A quote is out and not answered (待报价确认, 4.2).
    AwaitingAgreement,
    /// A part must come first (待料).
    AwaitingParts,
    /// Somebody is repairing it (维修中).
    InRepair,
    /// Repaired or found without fault, and being tested (复检).
    InTest,
    /// With the factory or another centre; its custody travels, its clock does not start anew (返厂/调拨).
    Away,
    /// What the customer gets is ready to be handed over: the unit, another one, or the refund (待返还).
    Ready,
    /// Ready, and nobody came for it or took it in (无人认领).
    Unclaimed,
    /// Handed over to the carrier or the customer: the cycle has ended (已返还, 3.1).
    Returned,
    /// Nothing is left to do (已关闭).
    Closed,
    /// It came without our consent and nobody decided yet (待处置, 3.3).
    OnHold,
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

/// What can happen to a ticket, in the order of the journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// Somebody begins, or begins again, to find out what is wrong.
    StartDiagnosis,
    /// A paper is asked of the customer.
    AskDocuments,
    /// The paper came.
    DocumentsCame,
    /// A quote is given to the customer (4.2).
    AskAgreement,
    /// The customer agreed to it.
    Agree,
    /// The customer declined it, or it expired.
    Decline,
    /// A part that is not here is needed.
    AwaitParts,
    /// It came.
    PartsCame,
    /// Somebody begins to repair.
    StartRepair,
    /// The work is done, or there was none to do, and the unit is tested.
    StartTest,
    /// The test showed a fault.
    FailTest,
    /// The test was passed.
    PassTest,
    /// The unit goes to the factory or another centre.
    SendAway,
    /// It came back from there.
    ComeBack,
    /// What is to be handed over needs no repair and no test: a refund, another unit, the unit as it came.
    PrepareReturn,
    /// It was handed to the carrier or the customer.
    HandOver,
    /// Nobody comes for it.
    NobodyCame,
    /// Somebody spoke up after all.
    SomebodyCame,
    /// Nothing is left to do.
    Close,
    /// It came without our consent and waits for a decision.
    Hold,
    /// We consent after all.
    Release,
    /// It was received by mistake.
    Cancel,
    /// The cancellation was the mistake.
    Reopen,
}

impl Event {
    /// Every event, in the order of the journey.
    pub const ALL: [Self; 23] = [
        Self::StartDiagnosis,
        Self::AskDocuments,
        Self::DocumentsCame,
        Self::AskAgreement,
        Self::Agree,
        Self::Decline,
        Self::AwaitParts,
        Self::PartsCame,
        Self::StartRepair,
        Self::StartTest,
        Self::FailTest,
        Self::PassTest,
        Self::SendAway,
        Self::ComeBack,
        Self::PrepareReturn,
        Self::HandOver,
        Self::NobodyCame,
        Self::SomebodyCame,
        Self::Close,
        Self::Hold,
        Self::Release,
        Self::Cancel,
        Self::Reopen,
    ];

    /// Whether it means nothing to the next reader without words: which paper is asked for, where the unit is sent, what
    /// the test showed, why it was received by mistake.
    #[must_use]
    pub const fn needs_words(self) -> bool {
        match self {
            Self::AskDocuments | Self::FailTest | Self::SendAway | Self::Cancel => true,
            Self::StartDiagnosis
            | Self::DocumentsCame
            | Self::AskAgreement
            | Self::Agree
            | Self::Decline
            | Self::AwaitParts
            | Self::PartsCame
            | Self::StartRepair
            | Self::StartTest
            | Self::PassTest
            | Self::ComeBack
            | Self::PrepareReturn
            | Self::HandOver
            | Self::NobodyCame
            | Self::SomebodyCame
            | Self::Close
            | Self::Hold
            | Self::Release
            | Self::Reopen => false,
        }
    }

    /// What is wrong when the event comes in a status that has no special reason against it.
    const fn misplaced(self) -> Refusal {
        match self {
            Self::DocumentsCame => Refusal::NoDocumentsAsked,
            Self::Agree | Self::Decline => Refusal::NoQuoteOut,
            Self::PartsCame => Refusal::NoPartsAwaited,
            Self::FailTest | Self::PassTest => Refusal::NotInTest,
            Self::ComeBack => Refusal::NotAway,
            Self::HandOver | Self::NobodyCame => Refusal::NotReady,
            Self::SomebodyCame => Refusal::NotUnclaimed,
            Self::Close => Refusal::NotHandedOver,
            Self::Hold | Self::Cancel => Refusal::WorkBegan,
            Self::Release => Refusal::NotOnHold,
            Self::Reopen => Refusal::Open,
            Self::AskAgreement | Self::AwaitParts | Self::StartRepair | Self::StartTest => {
                Refusal::NotUnderDiagnosis
            }
            Self::StartDiagnosis | Self::AskDocuments | Self::SendAway | Self::PrepareReturn => {
                Refusal::AlreadyThere
            }
        }
    }
}

impl Status {
    /// Every status, in the order a ticket passes them; those beside the way last.
    pub const ALL: [Self; 14] = [
        Self::ToBeDiagnosed,
        Self::UnderDiagnosis,
        Self::AwaitingDocuments,
        Self::AwaitingAgreement,
        Self::AwaitingParts,
        Self::InRepair,
        Self::InTest,
        Self::Away,
        Self::Ready,
        Self::Unclaimed,
        Self::Returned,
        Self::Closed,
        Self::OnHold,
        Self::Cancelled,
    ];

    /// Refuses what nobody decides any more once a work order is closed or cancelled. A unit that was handed over may
    /// still be spoken of.
    ///
    /// # Errors
    /// `Closed`, `Cancelled`.
    pub const fn refuse_ended(self) -> Result<(), Refusal> {
        match self {
            Self::Closed => Err(Refusal::Closed),
            Self::Cancelled => Err(Refusal::Cancelled),
            Self::ToBeDiagnosed
            | Self::UnderDiagnosis
            | Self::AwaitingDocuments
            | Self::AwaitingAgreement
            | Self::AwaitingParts
            | Self::InRepair
            | Self::InTest
            | Self::Away
            | Self::Ready
            | Self::Unclaimed
            | Self::Returned
            | Self::OnHold => Ok(()),
        }
    }

    /// Whether the unit is still ours to deal with and its cycle still runs (3.1). A serial has one such ticket at most:
    /// what was handed over may come again before its old work order is closed.
    #[must_use]
    pub const fn is_open(self) -> bool {
        match self {
            Self::ToBeDiagnosed
            | Self::UnderDiagnosis
            | Self::AwaitingDocuments
            | Self::AwaitingAgreement
            | Self::AwaitingParts
            | Self::InRepair
            | Self::InTest
            | Self::Away
            | Self::Ready
            | Self::Unclaimed
            | Self::OnHold => true,
            Self::Returned | Self::Closed | Self::Cancelled => false,
        }
    }

    /// The status after an event.
    ///
    /// # Errors
    /// A named refusal when the event is not possible in this status.
    pub fn after(self, event: Event) -> Result<Self, Refusal> {
        use Event as E;
        let next = match self {
            Self::ToBeDiagnosed => match event {
                E::StartDiagnosis => Self::UnderDiagnosis,
                E::AskDocuments => Self::AwaitingDocuments,
                E::SendAway => Self::Away,
                E::PrepareReturn => Self::Ready,
                E::Hold => Self::OnHold,
                E::Cancel => Self::Cancelled,
                other => return Err(other.misplaced()),
            },
            Self::UnderDiagnosis => match event {
                E::AskDocuments => Self::AwaitingDocuments,
                E::AskAgreement => Self::AwaitingAgreement,
                E::AwaitParts => Self::AwaitingParts,
                E::StartRepair => Self::InRepair,
                E::StartTest => Self::InTest,
                E::SendAway => Self::Away,
                E::PrepareReturn => Self::Ready,
                E::StartDiagnosis => return Err(Refusal::AlreadyThere),
                other => return Err(other.misplaced()),
            },
            Self::AwaitingDocuments => match event {
                E::DocumentsCame | E::StartDiagnosis => Self::UnderDiagnosis,
                E::AskAgreement => Self::AwaitingAgreement,
                E::PrepareReturn => Self::Ready,
                E::Cancel => Self::Cancelled,
                other => return Err(other.misplaced()),
            },
            Self::AwaitingAgreement => match event {
                E::Agree | E::StartRepair => Self::InRepair,
                E::Decline | E::StartDiagnosis => Self::UnderDiagnosis,
                E::AskDocuments => Self::AwaitingDocuments,
                E::AwaitParts => Self::AwaitingParts,
                E::SendAway => Self::Away,
                E::PrepareReturn => Self::Ready,
                E::AskAgreement => return Err(Refusal::AlreadyThere),
                other => return Err(other.misplaced()),
            },
            Self::AwaitingParts => match event {
                E::PartsCame | E::StartRepair => Self::InRepair,
                E::StartDiagnosis => Self::UnderDiagnosis,
                E::AskAgreement => Self::AwaitingAgreement,
                E::SendAway => Self::Away,
                E::PrepareReturn => Self::Ready,
                E::AwaitParts => return Err(Refusal::AlreadyThere),
                other => return Err(other.misplaced()),
            },
            Self::InRepair => match event {
                E::AskDocuments => Self::AwaitingDocuments,
                E::AskAgreement => Self::AwaitingAgreement,
                E::AwaitParts => Self::AwaitingParts,
                E::StartDiagnosis => Self::UnderDiagnosis,
                E::StartTest => Self::InTest,
                E::SendAway => Self::Away,
                E::PrepareReturn => Self::Ready,
                E::StartRepair => return Err(Refusal::AlreadyThere),
                other => return Err(other.misplaced()),
            },
            Self::InTest => match event {
                E::FailTest | E::StartRepair => Self::InRepair,
                E::PassTest => Self::Ready,
                E::StartDiagnosis => Self::UnderDiagnosis,
                E::SendAway => Self::Away,
                E::StartTest => return Err(Refusal::AlreadyThere),
                // There is no way from a test to the customer but passing it.
                E::PrepareReturn => return Err(Refusal::NotReady),
                E::AskDocuments | E::AskAgreement | E::AwaitParts => return Err(Refusal::BeingTested),
                other => return Err(other.misplaced()),
            },
            Self::Away => match event {
                E::ComeBack => Self::UnderDiagnosis,
                // A refund or another unit does not wait for the one that is away.
                E::PrepareReturn => Self::Ready,
                E::SendAway => return Err(Refusal::AlreadyThere),
                _not_here => return Err(Refusal::Away),
            },
            Self::Ready => match event {
                E::HandOver => Self::Returned,
                E::NobodyCame => Self::Unclaimed,
                E::StartDiagnosis => Self::UnderDiagnosis,
                E::PrepareReturn => return Err(Refusal::AlreadyThere),
                E::AskDocuments
                | E::AskAgreement
                | E::AwaitParts
                | E::StartRepair
                | E::StartTest
                | E::SendAway => return Err(Refusal::Ready),
                other => return Err(other.misplaced()),
            },
            Self::Unclaimed => match event {
                E::HandOver => Self::Returned,
                E::SomebodyCame => Self::Ready,
                E::NobodyCame => return Err(Refusal::AlreadyThere),
                E::StartDiagnosis
                | E::AskDocuments
                | E::AskAgreement
                | E::AwaitParts
                | E::StartRepair
                | E::StartTest
                | E::SendAway
                | E::PrepareReturn => return Err(Refusal::Ready),
                other => return Err(other.misplaced()),
            },
            Self::Returned => match event {
                E::Close => Self::Closed,
                _too_late => return Err(Refusal::HandedOver),
            },
            Self::Closed => return Err(Refusal::Closed),
            Self::OnHold => match event {
                E::Release => Self::ToBeDiagnosed,
                // The company may refuse and send it back as it came (3.3).
                E::PrepareReturn => Self::Ready,
                E::Cancel => Self::Cancelled,
                E::Hold => return Err(Refusal::AlreadyThere),
                _without_consent => return Err(Refusal::OnHold),
            },
            Self::Cancelled => match event {
                E::Reopen => Self::ToBeDiagnosed,
                _not_ours => return Err(Refusal::Cancelled),
            },
        };
        Ok(next)
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

    /// Every pair as a table a person can read: what is not listed is refused, and how is in the golden file.
    #[test]
    fn every_status_answers_every_event() {
        let mut said = String::new();
        for status in Status::ALL {
            said.push_str(&format!("{}\n", crate::code(&status)));
            for event in Event::ALL {
                let answer = match status.after(event) {
                    Ok(next) => format!("-> {}", crate::code(&next)),
                    Err(refusal) => {
                        let clause =
                            refusal.clause().map(|clause| format!(" ({clause})")).unwrap_or_default();
                        format!("   {}{clause}", crate::code(&refusal))
                    }
                };
                said.push_str(&format!("  {:<16} {answer}\n", crate::code(&event)));
            }
        }
        let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/ticket.golden");
        if std::env::var_os("UPDATE_GOLDENS").is_some() {
            std::fs::write(golden, &said).unwrap();
        }
        assert_eq!(said, std::fs::read_to_string(golden).unwrap(), "UPDATE_GOLDENS=1 writes the table anew");
    }

    #[test]
    fn nothing_leads_to_the_customer_but_a_passed_test_or_what_needs_none() {
        for status in Status::ALL {
            for event in Event::ALL {
                if status.after(event) == Ok(Status::Ready) {
                    let is_allowed =
                        matches!(event, Event::PassTest | Event::PrepareReturn | Event::SomebodyCame);
                    assert!(is_allowed, "{status:?} {event:?}");
                }
            }
        }
        assert_eq!(Status::InTest.after(Event::PrepareReturn), Err(Refusal::NotReady));
    }

    #[test]
    fn what_was_handed_over_is_never_overwritten() {
        for event in Event::ALL {
            let expected = if event == Event::Close { Ok(Status::Closed) } else { Err(Refusal::HandedOver) };
            assert_eq!(Status::Returned.after(event), expected);
            assert_eq!(Status::Closed.after(event), Err(Refusal::Closed));
        }
    }

    #[test]
    fn every_status_is_reached_and_every_open_one_has_a_way_out() {
        for wanted in Status::ALL {
            let mut reached = vec![Status::ToBeDiagnosed];
            let mut next = 0;
            while let Some(&status) = reached.get(next) {
                let after = Event::ALL.iter().filter_map(|&event| status.after(event).ok());
                for found in after {
                    if !reached.contains(&found) {
                        reached.push(found);
                    }
                }
                next += 1;
            }
            assert!(reached.contains(&wanted), "{wanted:?}");
            let is_left = Event::ALL.iter().any(|&event| wanted.after(event).is_ok());
            assert_eq!(is_left, wanted != Status::Closed, "{wanted:?}");
        }
    }
}

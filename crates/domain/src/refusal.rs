//! Why an event does not fit the status of a ticket, by name. What an event needs beside the right status is a gate and
//! stands in `gate`. Known to others as `ticket::Refusal`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why an event does not fit a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// It is open already.
    #[error("the work order is open already")]
    Open,
    /// It was received by mistake; nothing happens to it but being opened again.
    #[error("the work order is cancelled")]
    Cancelled,
    /// It is closed.
    #[error("the work order is closed")]
    Closed,
    /// What was handed over is a fact of the world and is never overwritten.
    #[error("the unit was handed over")]
    HandedOver,
    /// It came without our consent; first it is decided whether we take it (3.3).
    #[error("the unit came without consent")]
    OnHold,
    /// It is not here; first it comes back.
    #[error("the unit is away")]
    Away,
    /// It is there already.
    #[error("the work order is there already")]
    AlreadyThere,
    /// Work has begun, so it was not received by mistake and not held for want of consent.
    #[error("work has begun")]
    WorkBegan,
    /// It is ready to be handed over; work would begin with a new diagnosis.
    #[error("the unit is ready to be handed over")]
    Ready,
    /// Nobody is finding out what is wrong with it, so nobody can say what it needs.
    #[error("the unit is not under diagnosis")]
    NotUnderDiagnosis,
    /// It is being tested; what else it needs is found by a new diagnosis.
    #[error("the unit is being tested")]
    BeingTested,
    /// No paper was asked for.
    #[error("no paper was asked for")]
    NoDocumentsAsked,
    /// No quote is out (4.2).
    #[error("no quote is out")]
    NoQuoteOut,
    /// No part was awaited.
    #[error("no part was awaited")]
    NoPartsAwaited,
    /// It is not being tested; nothing goes back before its test (3.1).
    #[error("the unit is not being tested")]
    NotInTest,
    /// It is not away.
    #[error("the unit is here")]
    NotAway,
    /// It is not ready to be handed over: there is no way around the test (3.1).
    #[error("the unit is not ready to be handed over")]
    NotReady,
    /// Nobody said that it lies here unclaimed.
    #[error("the unit is not unclaimed")]
    NotUnclaimed,
    /// It was not handed over yet, so there is something left to do (3.1).
    #[error("the unit was not handed over")]
    NotHandedOver,
    /// It is not held for want of consent.
    #[error("the work order is not on hold")]
    NotOnHold,
}

impl Refusal {
    /// The clause that stands behind it, where one does.
    #[must_use]
    pub const fn clause(self) -> Option<&'static str> {
        match self {
            Self::OnHold => Some("3.3"),
            Self::NoQuoteOut => Some("4.2"),
            Self::NotInTest | Self::NotReady | Self::NotHandedOver => Some("3.1"),
            Self::Open
            | Self::Cancelled
            | Self::Closed
            | Self::HandedOver
            | Self::Away
            | Self::AlreadyThere
            | Self::WorkBegan
            | Self::Ready
            | Self::NotUnderDiagnosis
            | Self::BeingTested
            | Self::NoDocumentsAsked
            | Self::NoPartsAwaited
            | Self::NotAway
            | Self::NotUnclaimed
            | Self::NotOnHold => None,
        }
    }
}

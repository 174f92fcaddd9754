//! A decision: a question that the rules leave to a person, and what that person answered. It is not the engine's
//! verdict, which no answer changes, and not the customer's own choice (`resolution::Choice`). Here stand the kinds of
//! questions, who is asked, and which reply fits which state; who may give one is for the use cases.

use crate::id::{AttachmentId, PaperId};
use crate::user::Role;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DecisionKind {
    /// What the table leaves blank: does the purchase contract grant it (reading 19)?
    Contract,
    /// The rules leave it to a person: is it granted all the same (reading 18)?
    Review,
    /// The unit came without our consent: do we receive it (3.3, reading 15)?
    Consent,
    /// The date of the claim is missing or lies before the purchase: which date counts?
    Dates,
    /// A denial turns on a reading nobody answers for: does it stand?
    Unsigned,
    /// The fault is confirmed and its cause is not shown: does it count as the product's own?
    Cause,
    /// The unit is back after our own paid repair: did our work fail (2.2)?
    OurWork,
    /// A paper or a part that a clause asks for is missing: is it excused?
    Waiver,
    /// The commitment does not grant it: do we give it all the same?
    Goodwill,
    /// Somebody holds that the engine is wrong: is the remedy granted against its verdict?
    Exception,
    /// A unit that came without consent goes back: do we pay its freight (3.3, reading 16)?
    Freight,
}

/// Where a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DecisionState {
    /// It waits for the one who is asked.
    Asked,
    /// It waits for the one who asked: something was asked back.
    AskedBack,
    /// Answered with yes.
    Accepted,
    /// Answered with no.
    Refused,
    /// Whoever asked took it back.
    Withdrawn,
    /// The newest verdict does not ask it any more.
    NoLongerAsked,
}

/// What somebody says to a question. Each is kept with its reason, who and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DecisionReply {
    /// Yes.
    Accept,
    /// No.
    Refuse,
    /// Something must be said first; back to the one who asked.
    AskBack,
    /// The one who asked answers what was asked back.
    Explain,
    /// The one who asked takes the question back.
    Withdraw,
    /// An answer was a mistake: the question waits again, the answer stays in the history.
    TakeBack,
}

/// Why a reply does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum DecisionRefusal {
    /// It was answered.
    #[error("the question is answered")]
    Answered,
    /// It waits for whoever asked.
    #[error("the question waits for the one who asked")]
    AskedBack,
    /// Nothing was asked back.
    #[error("nothing was asked back")]
    NothingAskedBack,
    /// It was withdrawn, or the verdict does not ask it any more.
    #[error("the question is not asked any more")]
    Gone,
    /// It has no answer that could be taken back.
    #[error("the question has no answer")]
    NotAnswered,
    /// The unit was handed over on it.
    #[error("the unit was handed over")]
    HandedOver,
    /// A decision letter went out on it.
    #[error("a decision letter was printed on it")]
    Printed,
    /// A verdict asks it by itself, and stops asking by itself.
    #[error("the verdict asks this by itself")]
    AskedByVerdict,
}

/// What a waiver excuses: the evidence that clauses ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Excuse {
    /// The warranty certificate (5.8a).
    WarrantyCertificate,
    /// The invoice or receipt (5.8b).
    PurchaseProof,
    /// The original accessories (3.2, 3.3).
    Accessories,
}

/// What is on record for whoever answers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DecisionEvidence {
    /// A fact of the claim, by its name as in `purchase.voucher_date`; its value is the claim's.
    Fact {
        /// The name.
        name: String,
    },
    /// A photo, video or document.
    Attachment {
        /// Which.
        id: AttachmentId,
    },
    /// A paper that was made here.
    Paper {
        /// Which.
        id: PaperId,
    },
}

impl DecisionKind {
    /// Every kind: those a verdict asks first, then those people ask.
    pub const ALL: [Self; 11] = [
        Self::Contract,
        Self::Review,
        Self::Consent,
        Self::Dates,
        Self::Unsigned,
        Self::Cause,
        Self::OurWork,
        Self::Waiver,
        Self::Goodwill,
        Self::Exception,
        Self::Freight,
    ];

    /// Working days until an answer is due. Ours, not the commitment's: its cycle goes on meanwhile.
    pub const ANSWER_WORKING_DAYS: u32 = 2;

    /// Whether a verdict asks it, and stops asking it, by itself.
    #[must_use]
    pub const fn is_asked_by_verdict(self) -> bool {
        match self {
            Self::Contract | Self::Review | Self::Consent | Self::Dates | Self::Unsigned => true,
            Self::Cause | Self::OurWork | Self::Waiver | Self::Goodwill | Self::Exception | Self::Freight => {
                false
            }
        }
    }

    /// Whether each remedy is a question of its own. The others are answered once for the whole claim.
    #[must_use]
    pub const fn is_per_remedy(self) -> bool {
        match self {
            Self::Review | Self::Unsigned | Self::Goodwill | Self::Exception => true,
            Self::Contract
            | Self::Consent
            | Self::Dates
            | Self::Cause
            | Self::OurWork
            | Self::Waiver
            | Self::Freight => false,
        }
    }

    /// Whether whoever asks names one remedy that would be given.
    #[must_use]
    pub const fn names_a_remedy(self) -> bool {
        match self {
            Self::Goodwill | Self::Exception => true,
            Self::Contract
            | Self::Review
            | Self::Consent
            | Self::Dates
            | Self::Unsigned
            | Self::Cause
            | Self::OurWork
            | Self::Waiver
            | Self::Freight => false,
        }
    }

    /// Whether a yes takes a second person who is there.
    #[must_use]
    pub const fn takes_two(self) -> bool {
        matches!(self, Self::Exception)
    }

    /// Who is asked where nobody says otherwise: what the commitment means is for the adjudicator, what we give beyond
    /// it for the manager.
    #[must_use]
    pub const fn asked_of(self) -> Role {
        match self {
            Self::Review | Self::Unsigned | Self::Cause | Self::OurWork | Self::Exception => {
                Role::Adjudicator
            }
            Self::Contract | Self::Consent | Self::Dates | Self::Waiver | Self::Goodwill | Self::Freight => {
                Role::Manager
            }
        }
    }

    /// The clause it is about where nobody names another.
    #[must_use]
    pub const fn clause(self) -> &'static str {
        match self {
            Self::Consent | Self::Freight => "3.3",
            Self::Cause => "1.1",
            Self::OurWork => "2.2",
            Self::Contract
            | Self::Review
            | Self::Dates
            | Self::Unsigned
            | Self::Waiver
            | Self::Goodwill
            | Self::Exception => "",
        }
    }

    /// The reading it follows where that is always the same.
    #[must_use]
    pub const fn reading(self) -> Option<u8> {
        match self {
            Self::Consent => Some(15),
            Self::Freight => Some(16),
            Self::Contract
            | Self::Review
            | Self::Dates
            | Self::Unsigned
            | Self::Cause
            | Self::OurWork
            | Self::Waiver
            | Self::Goodwill
            | Self::Exception => None,
        }
    }
}

impl DecisionState {
    /// Every state.
    pub const ALL: [Self; 6] =
        [Self::Asked, Self::AskedBack, Self::Accepted, Self::Refused, Self::Withdrawn, Self::NoLongerAsked];

    /// Whether it waits for somebody.
    #[must_use]
    pub const fn is_open(self) -> bool {
        match self {
            Self::Asked | Self::AskedBack => true,
            Self::Accepted | Self::Refused | Self::Withdrawn | Self::NoLongerAsked => false,
        }
    }

    /// Where it stands after a reply.
    ///
    /// # Errors
    /// Says why the reply does not fit.
    pub const fn after(self, reply: DecisionReply) -> Result<Self, DecisionRefusal> {
        use DecisionReply as Reply;
        match (self, reply) {
            (Self::Asked, Reply::Accept) => Ok(Self::Accepted),
            (Self::Asked, Reply::Refuse) => Ok(Self::Refused),
            (Self::Asked, Reply::AskBack) => Ok(Self::AskedBack),
            (Self::AskedBack, Reply::Explain) => Ok(Self::Asked),
            (Self::Asked | Self::AskedBack, Reply::Withdraw) => Ok(Self::Withdrawn),
            (Self::Accepted | Self::Refused, Reply::TakeBack) => Ok(Self::Asked),
            (Self::Asked, Reply::Explain) => Err(DecisionRefusal::NothingAskedBack),
            (Self::AskedBack, Reply::Accept | Reply::Refuse | Reply::AskBack) => {
                Err(DecisionRefusal::AskedBack)
            }
            (Self::Asked | Self::AskedBack, Reply::TakeBack) => Err(DecisionRefusal::NotAnswered),
            (
                Self::Accepted | Self::Refused,
                Reply::Accept | Reply::Refuse | Reply::AskBack | Reply::Explain | Reply::Withdraw,
            ) => Err(DecisionRefusal::Answered),
            (
                Self::Withdrawn | Self::NoLongerAsked,
                Reply::Accept
                | Reply::Refuse
                | Reply::AskBack
                | Reply::Explain
                | Reply::Withdraw
                | Reply::TakeBack,
            ) => Err(DecisionRefusal::Gone),
        }
    }
}

impl DecisionReply {
    /// Every reply.
    pub const ALL: [Self; 6] =
        [Self::Accept, Self::Refuse, Self::AskBack, Self::Explain, Self::Withdraw, Self::TakeBack];
}

impl Excuse {
    /// Every excuse, in the order people choose from.
    pub const ALL: [Self; 3] = [Self::WarrantyCertificate, Self::PurchaseProof, Self::Accessories];
}

#[cfg(test)]
mod tests {
    use super::DecisionRefusal::{Answered, AskedBack as WaitsForAsker, Gone, NotAnswered, NothingAskedBack};
    use super::DecisionReply::{Accept, AskBack, Explain, Refuse, TakeBack, Withdraw};
    use super::DecisionState::{Accepted, Asked, AskedBack, NoLongerAsked, Refused, Withdrawn};
    use super::{DecisionKind, DecisionReply, DecisionState};

    #[test]
    fn every_state_of_a_question_answers_every_reply() {
        let table = [
            (
                Asked,
                [
                    Ok(Accepted),
                    Ok(Refused),
                    Ok(AskedBack),
                    Err(NothingAskedBack),
                    Ok(Withdrawn),
                    Err(NotAnswered),
                ],
            ),
            (
                AskedBack,
                [
                    Err(WaitsForAsker),
                    Err(WaitsForAsker),
                    Err(WaitsForAsker),
                    Ok(Asked),
                    Ok(Withdrawn),
                    Err(NotAnswered),
                ],
            ),
            (
                Accepted,
                [Err(Answered), Err(Answered), Err(Answered), Err(Answered), Err(Answered), Ok(Asked)],
            ),
            (Refused, [Err(Answered), Err(Answered), Err(Answered), Err(Answered), Err(Answered), Ok(Asked)]),
            (Withdrawn, [Err(Gone); 6]),
            (NoLongerAsked, [Err(Gone); 6]),
        ];
        assert_eq!(table.map(|(state, _)| state), DecisionState::ALL);
        assert_eq!(DecisionReply::ALL, [Accept, Refuse, AskBack, Explain, Withdraw, TakeBack]);
        for (state, replies) in table {
            assert_eq!(DecisionReply::ALL.map(|reply| state.after(reply)), replies, "{state:?}");
        }
    }

    #[test]
    fn what_beyond_the_commitment_is_given_is_never_asked_by_a_verdict() {
        for kind in DecisionKind::ALL {
            assert!(!(kind.is_asked_by_verdict() && (kind.names_a_remedy() || kind.takes_two())), "{kind:?}");
        }
    }
}

//! What we owe by a day because we said so or because somebody complains: a promised date or a complaint, with its owner,
//! its day and its closing words. What the commitment owes by itself is duty.rs; this is where two of its duties come from.

use crate::id::UserId;
use crate::intake::{Intake, IntakeProblem, IntakeReason};
use crate::pii::Pii;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FollowUpKind {
    /// A day we named to the customer.
    Promise,
    /// A complaint that is to be settled.
    Complaint,
}

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FollowUpEnd {
    /// The promise was kept.
    Kept,
    /// The promise was broken.
    Broken,
    /// The complaint was settled.
    Settled,
    /// Whoever was promised it, or complained, does not want it any more.
    Withdrawn,
}

/// A promised date or a complaint as it was opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// What it is.
    pub kind: FollowUpKind,
    /// What was promised, or what the complaint says; 1 to 2,000 characters.
    pub words: Pii<String>,
    /// The day it is owed by, a civil date at the centre.
    pub due_on: NaiveDate,
    /// Who sees to it; `None`: whoever opened it.
    #[serde(default)]
    pub owner: Option<UserId>,
}

impl FollowUpKind {
    /// How it can end, in the order people choose from.
    #[must_use]
    pub const fn ends(self) -> &'static [FollowUpEnd] {
        match self {
            Self::Promise => &[FollowUpEnd::Kept, FollowUpEnd::Broken, FollowUpEnd::Withdrawn],
            Self::Complaint => &[FollowUpEnd::Settled, FollowUpEnd::Withdrawn],
        }
    }
}

impl FollowUpEnd {
    /// Whether it takes closing words: a promise that was kept says all by itself.
    #[must_use]
    pub const fn takes_words(self) -> bool {
        match self {
            Self::Kept => false,
            Self::Broken | Self::Settled | Self::Withdrawn => true,
        }
    }
}

impl FollowUp {
    /// What must be put right before it is recorded. A day in the past is owed by nobody; `today` is the civil date at
    /// the centre.
    #[must_use]
    pub fn problems(&self, today: NaiveDate) -> Vec<IntakeProblem> {
        let mut problems = Vec::new();
        let mut say = |field: &str, reason| problems.push(IntakeProblem { field: field.to_owned(), reason });
        if self.words.reveal().trim().is_empty() {
            say("words", IntakeReason::Required);
        } else if self.words.reveal().chars().count() > Intake::TEXT_CHARS_MAX {
            say("words", IntakeReason::TooLong);
        }
        if self.due_on < today {
            say("due_on", IntakeReason::InPast);
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::{FollowUp, FollowUpEnd, FollowUpKind};

    #[test]
    fn a_promise_names_a_day_that_can_still_be_kept() {
        let today = "2026-03-02".parse().unwrap();
        for (due_on, words, problems) in [
            ("2026-03-02", "call back", 0),
            ("2026-03-20", "call back", 0),
            ("2026-03-01", "call back", 1),
            ("2026-03-01", " ", 2),
        ] {
            let promise = FollowUp {
                kind: FollowUpKind::Promise,
                words: words.to_owned().into(),
                due_on: due_on.parse().unwrap(),
                owner: None,
            };
            assert_eq!(promise.problems(today).len(), problems, "{due_on} {words:?}");
        }
    }

    #[test]
    fn a_complaint_is_settled_with_words_and_a_promise_kept_without() {
        assert!(!FollowUpKind::Complaint.ends().contains(&FollowUpEnd::Kept));
        assert!(!FollowUpKind::Promise.ends().contains(&FollowUpEnd::Settled));
        let silent: Vec<_> = FollowUpKind::Promise.ends().iter().filter(|end| !end.takes_words()).collect();
        assert_eq!(silent, [&FollowUpEnd::Kept]);
    }
}

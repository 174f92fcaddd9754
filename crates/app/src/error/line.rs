//! Why a round with HQ did not succeed. Whatever it is, what was saved here stays saved, and waits.

use super::Failure;

/// What stands between this station and HQ.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LineProblem {
    /// The station has no line to HQ.
    #[error("not enrolled")]
    NotEnrolled,
    /// HQ does not answer.
    #[error("headquarters does not answer")]
    Unreachable,
    /// Something else answers in its place.
    #[error("something else than headquarters answers")]
    NotHq,
    /// The address is none, or of another machine without TLS.
    #[error("not an address of headquarters")]
    Address,
    /// The one-time code is wrong, used or over.
    #[error("the code does not fit")]
    Code,
    /// The code is of another centre.
    #[error("the code is of another centre")]
    Centre,
    /// HQ does not know this station, or does not any more.
    #[error("headquarters does not know this station")]
    Station,
    /// This program is too old or too new for HQ.
    #[error("the versions do not fit")]
    Version,
    /// HQ cannot read what this program sends, or failed.
    #[error("headquarters could not take it")]
    Refused,
    /// Another machine wrote in the name of this one, or this one was set back.
    #[error("another machine wrote in the name of this one")]
    Fork,
}

/// What a person is told of it.
pub(super) fn failure(problem: &LineProblem) -> Failure {
    match problem {
        LineProblem::NotEnrolled => Failure::new("line_not_enrolled", []),
        LineProblem::Unreachable => Failure::new("line_unreachable", []),
        LineProblem::NotHq => Failure::new("line_not_hq", []),
        LineProblem::Address => Failure::new("line_address", []),
        LineProblem::Code => Failure::new("line_code", []),
        LineProblem::Centre => Failure::new("line_centre", []),
        LineProblem::Station => Failure::new("line_station", []),
        LineProblem::Version => Failure::new("line_version", []),
        LineProblem::Refused => Failure::new("line_refused", []),
        LineProblem::Fork => Failure::new("line_fork", []),
    }
}

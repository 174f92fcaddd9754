//! What the board is refused for: a view that cannot be kept, a week that has no figures.

use super::Failure;
use nightbench_domain::week::Week;

/// Why the board cannot keep or show what is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BoardProblem {
    /// A view has no name, or one of more than 40 characters.
    #[error("not a name for a view")]
    ViewName,
    /// There are as many views as can be kept.
    #[error("no further view can be kept")]
    ViewsFull,
    /// A week has figures once it began.
    #[error("the week {week} has not begun")]
    WeekToCome {
        /// Which.
        week: Week,
    },
}

/// What a person is told of it.
pub(super) fn failure(problem: BoardProblem) -> Failure {
    match problem {
        BoardProblem::ViewName => Failure::new("view_name", []),
        BoardProblem::ViewsFull => Failure::new("view_full", []),
        BoardProblem::WeekToCome { week } => Failure::new("week_to_come", [("week", week.to_string())]),
    }
}

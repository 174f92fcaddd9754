//! What a saved view of the board is refused for.

use super::Failure;

/// Why a view cannot be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ViewProblem {
    /// It has no name, or one of more than 40 characters.
    #[error("not a name for a view")]
    Name,
    /// There are as many views as can be kept.
    #[error("no further view can be kept")]
    Full,
}

/// What a person is told of it.
pub(super) fn failure(problem: ViewProblem) -> Failure {
    match problem {
        ViewProblem::Name => Failure::new("view_name", []),
        ViewProblem::Full => Failure::new("view_full", []),
    }
}

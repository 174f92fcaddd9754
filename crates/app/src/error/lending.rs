//! What the lending of a unit of ours is refused for.

use super::Failure;
use nightbench_domain::rma::RmaNumber;

/// Why a unit of ours cannot be lent, or what the lending holds up.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LendingProblem {
    /// The unit to be lent stands in no loan register.
    #[error("the unit is not one of our loan units")]
    NotOurs,
    /// The unit to be lent is out already.
    #[error("the loan unit is out with {rma}")]
    UnitOut {
        /// The number of the work order it is out with.
        rma: RmaNumber,
    },
    /// A unit of ours is still with the customer.
    #[error("a loan unit is still out")]
    Out,
}

/// What a person is told of it.
pub(super) fn failure(problem: &LendingProblem) -> Failure {
    match problem {
        LendingProblem::NotOurs => Failure::new("not_a_loan_unit", []),
        LendingProblem::UnitOut { rma } => Failure::new("loan_unit_out", [("rma", rma.to_string())]),
        LendingProblem::Out => Failure::new("loan_out", []),
    }
}

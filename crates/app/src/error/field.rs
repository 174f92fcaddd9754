//! Fields of a request that must be put right, in one shape whatever was filled in.

use super::Failure;
use nightbench_domain::bench_catalogue::CatalogueProblem;
use nightbench_domain::bench_sheet::SheetProblem;
use nightbench_domain::code;
use nightbench_domain::diagnosis::DiagnosisProblem;
use nightbench_domain::intake::IntakeProblem;
use serde::Serialize;
use ts_rs::TS;

/// A field that must be put right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldProblem {
    /// Where it stands, with dots inside.
    pub field: String,
    /// Why, `problem-<reason>` in the catalogue.
    pub reason: String,
}

impl From<&IntakeProblem> for FieldProblem {
    fn from(problem: &IntakeProblem) -> Self {
        Self { field: problem.field.clone(), reason: code(&problem.reason) }
    }
}

impl From<&SheetProblem> for FieldProblem {
    fn from(problem: &SheetProblem) -> Self {
        Self { field: problem.field.clone(), reason: code(&problem.reason) }
    }
}

impl From<&DiagnosisProblem> for FieldProblem {
    fn from(problem: &DiagnosisProblem) -> Self {
        Self { field: format!("lines.{}.{}", problem.line, problem.field), reason: code(&problem.reason) }
    }
}

impl From<&CatalogueProblem> for FieldProblem {
    fn from(problem: &CatalogueProblem) -> Self {
        Self {
            field: format!("{}.{}.{}", problem.list, problem.entry, problem.field),
            reason: code(&problem.reason),
        }
    }
}

/// A refusal because of fields.
pub(super) fn failure<'a, P>(code: &str, problems: &'a [P]) -> Failure
where
    FieldProblem: From<&'a P>,
{
    Failure {
        problems: problems.iter().map(FieldProblem::from).collect(),
        ..Failure::new(code, [("count", problems.len().to_string())])
    }
}

//! What a place is refused for: its code, or what still needs it; and what a count of places is.

use super::Failure;

/// Why a place cannot be as it was typed, or is not there to be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PlaceProblem {
    /// The text cannot be a place's code.
    #[error("not a code for a place")]
    Code,
    /// Another place has that code.
    #[error("another place has that code")]
    CodeTaken,
    /// The code is a serial that is known.
    #[error("the code is a unit's serial")]
    CodeSerial,
    /// Units are there, so the place cannot be taken out of use.
    #[error("{units} unit(s) are there")]
    NotEmpty {
        /// How many.
        units: usize,
    },
    /// The dock is where units are received; it stays.
    #[error("units are received at this place")]
    Needed,
    /// The place is out of use.
    #[error("the place is out of use")]
    Gone,
    /// No stock-take is open.
    #[error("no stock-take is open")]
    NoStocktake,
    /// A stock-take is open already.
    #[error("a stock-take is open already")]
    StocktakeOpen,
}

/// What a person is told of it.
pub(super) fn failure(problem: PlaceProblem) -> Failure {
    match problem {
        PlaceProblem::Code => Failure::new("place_code", []),
        PlaceProblem::CodeTaken => Failure::new("place_code_taken", []),
        PlaceProblem::CodeSerial => Failure::new("place_code_serial", []),
        PlaceProblem::NotEmpty { units } => Failure::new("place_not_empty", [("units", units.to_string())]),
        PlaceProblem::Needed => Failure::new("place_needed", []),
        PlaceProblem::Gone => Failure::new("place_gone", []),
        PlaceProblem::NoStocktake => Failure::new("no_stocktake", []),
        PlaceProblem::StocktakeOpen => Failure::new("stocktake_open", []),
    }
}

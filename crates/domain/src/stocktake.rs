//! What a scan in a stock-take says of a unit: found, unexpected or unknown. What was not scanned is missing, which
//! needs the list of what should be there and is worked out by the use case.

use crate::place::Place;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a scan says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    /// It is where the records have it.
    Found,
    /// It is here and the records have it elsewhere.
    Unexpected,
    /// No open work order is known for it.
    Unknown,
}

/// What a scan says of a unit that the records have at `recorded` (`None` without an open work order) and that was
/// scanned at `stood` (`None` when no place was scanned before it: then being in the house is enough).
#[must_use]
pub fn counted(recorded: Option<&Place>, stood: Option<&Place>) -> Counted {
    let Some(recorded) = recorded else { return Counted::Unknown };
    let is_there = stood.map_or(recorded.kind.is_here(), |stood| stood.id == recorded.id);
    if is_there { Counted::Found } else { Counted::Unexpected }
}

#[cfg(test)]
mod tests {
    use super::{Counted, counted};
    use crate::id::PlaceId;
    use crate::place::{Place, PlaceCode, PlaceKind};

    #[test]
    fn a_unit_is_found_where_it_is_recorded_and_unexpected_elsewhere() {
        let place = |n: u128, kind| Place {
            id: PlaceId::new(uuid::Uuid::from_u128(n)),
            code: PlaceCode::parse("A").unwrap(),
            name: String::new(),
            kind,
            is_active: true,
        };
        let (shelf, other) = (place(1, PlaceKind::Shelf), place(2, PlaceKind::Shelf));
        let factory = place(3, PlaceKind::Factory);
        for (recorded, stood, says) in [
            (Some(&shelf), Some(&shelf), Counted::Found),
            (Some(&shelf), Some(&other), Counted::Unexpected),
            (Some(&shelf), None, Counted::Found),
            (Some(&factory), None, Counted::Unexpected),
            (Some(&factory), Some(&shelf), Counted::Unexpected),
            (None, Some(&shelf), Counted::Unknown),
            (None, None, Counted::Unknown),
        ] {
            assert_eq!(counted(recorded, stood), says, "{recorded:?} {stood:?}");
        }
    }
}

//! Places: where a unit can be, and who holds it there. A place is a spot with a label that is scanned, such as a
//! shelf; it is not the centre itself and not how far the work is.

use crate::id::{PlaceId, UserId};
use crate::rma::{RmaError, RmaNumber};
use crate::serial::fold;
use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// What kind of spot a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PlaceKind {
    /// Where units arrive (收货区).
    Dock,
    /// A shelf or box of the store room (货架).
    Shelf,
    /// A work bench (工作台).
    Bench,
    /// At the factory (返厂).
    Factory,
    /// On its way with a courier (快递途中).
    Courier,
    /// Back with the customer (已交客户).
    Customer,
}

impl PlaceKind {
    /// Every kind, in the order a unit passes them.
    pub const ALL: [Self; 6] =
        [Self::Dock, Self::Shelf, Self::Bench, Self::Factory, Self::Courier, Self::Customer];

    /// The kinds that every station begins with one place of, with its code.
    pub const BEGINNING: [(Self, &'static str); 5] = [
        (Self::Dock, "DOCK"),
        (Self::Bench, "BENCH"),
        (Self::Factory, "FACTORY"),
        (Self::Courier, "COURIER"),
        (Self::Customer, "CUSTOMER"),
    ];

    /// Whether a unit there is in the house, so that a stock-take expects to find it.
    #[must_use]
    pub const fn is_here(self) -> bool {
        match self {
            Self::Dock | Self::Shelf | Self::Bench => true,
            Self::Factory | Self::Courier | Self::Customer => false,
        }
    }

    /// Who holds a unit that was moved to a place of this kind: whoever was named; at a bench else whoever moved
    /// it there; nobody anywhere else.
    #[must_use]
    pub const fn holder(self, named: Option<UserId>, mover: Option<UserId>) -> Option<UserId> {
        match (self, named) {
            (_, Some(user)) => Some(user),
            (Self::Bench, None) => mover,
            (Self::Dock | Self::Shelf | Self::Factory | Self::Courier | Self::Customer, None) => None,
        }
    }
}

/// A place's code: 1 to 24 capital letters, digits and hyphens, no hyphen at either end. Our own labels carry it
/// with [`LABEL_MARK`] before it, older labels of a store room bare; both are read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct PlaceCode(String);

/// What our labels carry before the code. A window tells a scanner from a typist only by six characters and a digit
/// in a row, which `A-03` has not.
pub const LABEL_MARK: &str = "PLACE1-";

/// The text is not a place's code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a place's code is 1 to 24 letters, digits and hyphens, and no RMA number")]
pub struct PlaceCodeError;

impl PlaceCode {
    /// Reads a code; case, width and spaces are forgiven, as scanners and people write them.
    ///
    /// # Errors
    /// When something else than letters, digits and inner hyphens is left, it is empty or longer than 24, or it
    /// has the shape of an RMA number, which a misread one has too.
    pub fn parse(text: &str) -> Result<Self, PlaceCodeError> {
        let folded = fold(text);
        let code = folded.strip_prefix(LABEL_MARK).unwrap_or(&folded).to_owned();
        let is_plain = code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        let is_framed = !code.starts_with('-') && !code.ends_with('-');
        let is_number = !matches!(RmaNumber::parse(&code), Err(RmaError::Shape));
        let fits = (1..=24).contains(&code.len()) && is_plain && is_framed && !is_number;
        if fits { Ok(Self(code)) } else { Err(PlaceCodeError) }
    }

    /// The code as people read it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the bars of its label say.
    #[must_use]
    pub fn label(&self) -> String {
        format!("{LABEL_MARK}{}", self.0)
    }
}

impl TryFrom<String> for PlaceCode {
    type Error = PlaceCodeError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<PlaceCode> for String {
    fn from(code: PlaceCode) -> Self {
        code.0
    }
}

impl fmt::Display for PlaceCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Place {
    /// Which.
    pub id: PlaceId,
    /// What its label carries; no two places share one.
    pub code: PlaceCode,
    /// What people call it, or empty.
    pub name: String,
    /// What kind of spot it is.
    pub kind: PlaceKind,
    /// Whether units are still put there. A place that is no longer used stays on record.
    pub is_active: bool,
}

/// After how many working days nobody had a unit in hand it is looked for.
pub const UNSEEN_WORKING_DAYS: u32 = 5;

#[cfg(test)]
mod tests {
    use super::{PlaceCode, PlaceKind};
    use crate::id::UserId;

    #[test]
    fn a_code_is_what_a_scanner_reads_off_a_label() {
        for (text, code) in [("a-03", Some("A-03")), (" Ｓ１２ ", Some("S12")), ("7", Some("7"))] {
            assert_eq!(PlaceCode::parse(text).ok().map(String::from).as_deref(), code, "{text}");
        }
        for bad in ["", "-A", "A-", "A_3", "货架3", "A/3", "ABCDEFGHIJKLMNOPQRSTUVWXY", "CD01-A7K3M-00412-K"]
        {
            assert!(PlaceCode::parse(bad).is_err(), "{bad}");
        }
        let shelf = PlaceCode::parse("7").unwrap();
        assert_eq!(PlaceCode::parse(&shelf.label()).unwrap(), shelf);
        let longest = "ABCDEFGHIJKLMNOPQRSTUVWX";
        assert_eq!(PlaceCode::parse(longest).unwrap().as_str(), longest);
    }

    #[test]
    fn a_bench_is_somebodys_and_a_shelf_is_nobodys_unless_a_person_is_named() {
        let user = |n| Some(UserId::new(uuid::Uuid::from_u128(n)));
        for kind in PlaceKind::ALL {
            assert_eq!(kind.holder(user(1), user(2)), user(1), "{kind:?}, named");
            let expected = if kind == PlaceKind::Bench { user(2) } else { None };
            assert_eq!(kind.holder(None, user(2)), expected, "{kind:?}");
        }
    }

    #[test]
    fn every_place_a_station_begins_with_has_a_code_of_its_own() {
        let codes: std::collections::BTreeSet<_> =
            PlaceKind::BEGINNING.iter().map(|(_, code)| PlaceCode::parse(code).unwrap()).collect();
        assert_eq!(codes.len(), PlaceKind::BEGINNING.len());
    }
}

//! A part on stock in a service centre, and what one ticket needs of it. Stock is counted here and nowhere else: it is
//! never negative, and a piece that one ticket reserved cannot be reserved by another. What a part costs the customer
//! stands in the charge standard and on the quote, not here.

use crate::money::Currency;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is said of a part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PartCard {
    /// Its number, folded.
    pub number: String,
    /// Its name in Chinese, or empty.
    pub name_zh: String,
    /// Its name in English, or empty.
    pub name_en: String,
    /// Where it lies in the store, or empty.
    pub position: String,
    /// Whether each piece has a serial of its own.
    pub is_serialised: bool,
    /// What one costs us, in minor units; `None`: not known.
    #[ts(type = "number | null")]
    pub cost_minor: Option<i64>,
    /// The currency of the cost.
    pub currency: Currency,
}

/// How many pieces of a part are here, and how many of them are spoken for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Stock {
    /// INVARIANT: not less than `reserved`.
    on_hand: u32,
    /// Of these, the pieces that tickets reserved.
    reserved: u32,
}

/// How far a ticket is with a part it needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartLineState {
    /// It is not here.
    Wanted,
    /// It is here and kept for this ticket.
    Reserved,
    /// It was given out to the bench.
    Issued,
    /// It is not needed any more, or came back from the bench.
    Released,
}

/// Why stock cannot be moved so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum StockProblem {
    /// Fewer free pieces are here than are asked for.
    #[error("fewer pieces are free than are asked for")]
    NotEnough,
    /// A count says that fewer are here than tickets reserved; first a reservation is taken back.
    #[error("more pieces are reserved than were counted")]
    Reserved,
    /// No piece at all.
    #[error("at least one piece")]
    Nothing,
    /// More pieces than are counted.
    #[error("more pieces than are counted")]
    TooMany,
}

impl PartCard {
    /// The longest text of a card.
    pub const TEXT_CHARS_MAX: usize = 200;

    /// Whether it can be kept: it has a number and a name, and no text is too long.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        let texts = [&self.number, &self.name_zh, &self.name_en, &self.position];
        let has_name = !self.name_zh.is_empty() || !self.name_en.is_empty();
        !self.number.is_empty()
            && has_name
            && texts.iter().all(|text| text.chars().count() <= Self::TEXT_CHARS_MAX)
    }

    /// The name by which repairs and papers know it: its number, and what it is called. The Chinese name goes first,
    /// because the record of a repair is read in every language.
    #[must_use]
    pub fn label(&self) -> String {
        let name = if self.name_zh.is_empty() { &self.name_en } else { &self.name_zh };
        format!("{} {name}", self.number)
    }
}

impl Stock {
    /// The most pieces of one part: beyond it somebody mistyped.
    pub const MAX: u32 = 1_000_000;

    /// Stock as it was kept.
    ///
    /// # Errors
    /// `Reserved` when more would be reserved than are here, `TooMany`.
    pub const fn new(on_hand: u32, reserved: u32) -> Result<Self, StockProblem> {
        if on_hand > Self::MAX {
            Err(StockProblem::TooMany)
        } else if reserved > on_hand {
            Err(StockProblem::Reserved)
        } else {
            Ok(Self { on_hand, reserved })
        }
    }

    /// How many are here.
    #[must_use]
    pub const fn on_hand(self) -> u32 {
        self.on_hand
    }

    /// How many of them are reserved.
    #[must_use]
    pub const fn reserved(self) -> u32 {
        self.reserved
    }

    /// How many of them are free.
    #[must_use]
    pub const fn free(self) -> u32 {
        self.on_hand.saturating_sub(self.reserved)
    }

    /// Pieces come in, or come back from the bench.
    ///
    /// # Errors
    /// `TooMany`.
    pub const fn receive(self, pieces: u32) -> Result<Self, StockProblem> {
        match self.on_hand.checked_add(pieces) {
            Some(on_hand) => Self::new(on_hand, self.reserved),
            None => Err(StockProblem::TooMany),
        }
    }

    /// Somebody counted how many are here.
    ///
    /// # Errors
    /// `Reserved` when tickets reserved more, `TooMany`.
    pub const fn count(self, counted: u32) -> Result<Self, StockProblem> {
        Self::new(counted, self.reserved)
    }

    /// A ticket reserves pieces.
    ///
    /// # Errors
    /// `NotEnough` when fewer are free.
    pub const fn reserve(self, pieces: u32) -> Result<Self, StockProblem> {
        if pieces > self.free() {
            return Err(StockProblem::NotEnough);
        }
        Self::new(self.on_hand, self.reserved + pieces)
    }

    /// A ticket takes a reservation back.
    ///
    /// # Errors
    /// `NotEnough` when fewer are reserved.
    pub const fn release(self, pieces: u32) -> Result<Self, StockProblem> {
        match self.reserved.checked_sub(pieces) {
            Some(reserved) => Self::new(self.on_hand, reserved),
            None => Err(StockProblem::NotEnough),
        }
    }

    /// Reserved pieces are given out to the bench.
    ///
    /// # Errors
    /// `NotEnough` when fewer are reserved.
    pub const fn issue(self, pieces: u32) -> Result<Self, StockProblem> {
        match (self.on_hand.checked_sub(pieces), self.reserved.checked_sub(pieces)) {
            (Some(on_hand), Some(reserved)) => Self::new(on_hand, reserved),
            (None, _) | (_, None) => Err(StockProblem::NotEnough),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Stock, StockProblem};
    use proptest::collection::vec;
    use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest};

    #[derive(Debug, Clone, Copy)]
    enum Act {
        Receive(u32),
        Count(u32),
        Reserve(u32),
        Release(u32),
        Issue(u32),
    }

    fn act() -> impl Strategy<Value = Act> {
        prop_oneof![
            (0_u32..6).prop_map(Act::Receive),
            (0_u32..12).prop_map(Act::Count),
            (0_u32..6).prop_map(Act::Reserve),
            (0_u32..6).prop_map(Act::Release),
            (0_u32..6).prop_map(Act::Issue),
        ]
    }

    #[test]
    fn the_last_piece_is_reserved_once() {
        let one = Stock::default().receive(1).and_then(|stock| stock.reserve(1)).unwrap();
        assert_eq!(one.reserve(1), Err(StockProblem::NotEnough));
        assert_eq!(one.count(0), Err(StockProblem::Reserved));
        assert_eq!(one.issue(1).unwrap(), Stock::default());
        assert_eq!(one.receive(Stock::MAX), Err(StockProblem::TooMany));
    }

    proptest! {
        /// The model counts pieces one by one: free ones and reserved ones in two heaps.
        #[test]
        fn stock_is_what_two_heaps_of_pieces_say(acts in vec(act(), 0..40)) {
            let (mut free, mut kept) = (0_u32, 0_u32);
            let mut stock = Stock::default();
            for act in acts {
                let (moved, heaps) = match act {
                    Act::Receive(n) => (stock.receive(n), Some((free + n, kept))),
                    Act::Count(n) => (stock.count(n), (n >= kept).then(|| (n - kept, kept))),
                    Act::Reserve(n) => (stock.reserve(n), (n <= free).then(|| (free - n, kept + n))),
                    Act::Release(n) => (stock.release(n), (n <= kept).then(|| (free + n, kept - n))),
                    Act::Issue(n) => (stock.issue(n), (n <= kept).then(|| (free, kept - n))),
                };
                prop_assert_eq!(moved.is_ok(), heaps.is_some());
                if let (Ok(next), Some(heaps)) = (moved, heaps) {
                    stock = next;
                    (free, kept) = heaps;
                }
                prop_assert_eq!((stock.free(), stock.reserved()), (free, kept));
                prop_assert!(stock.on_hand() >= stock.reserved());
            }
        }
    }
}

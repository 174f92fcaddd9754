//! People: who works at this centre, in which role, and what a PIN must be. Which act needs a second person is
//! for the use cases; how a PIN is hashed and where it is kept is in `app` and `store`. A staff name is no
//! customer's value: it stands in the history of every record.

use crate::id::UserId;
use crate::rma::SERIES_ALPHABET;
use crate::serial::fold;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What somebody does at the centre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Works on units at a bench (技术员).
    Technician,
    /// Receives and hands out units at the counter (前台).
    Desk,
    /// Runs the centre; says who works here (主管).
    Manager,
    /// Decides what the rules leave to a person (裁定员).
    Adjudicator,
    /// Visits from headquarters (总部).
    Hq,
}

impl Role {
    /// Every role, in the order people choose from.
    pub const ALL: [Self; 5] = [Self::Technician, Self::Desk, Self::Manager, Self::Adjudicator, Self::Hq];

    /// Whether somebody in this role decides what the rules leave to a person: an adjudicator, or the manager who
    /// stands in for one.
    #[must_use]
    pub const fn decides(self) -> bool {
        match self {
            Self::Manager | Self::Adjudicator => true,
            Self::Technician | Self::Desk | Self::Hq => false,
        }
    }
}

/// Somebody who works here, or did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct User {
    /// Who.
    pub id: UserId,
    /// The name they go by, 1 to 40 characters; it is the actor in the history.
    pub name: String,
    /// What they do.
    pub role: Role,
    /// Whether they still work here. Somebody who left stays on record, because the history names them.
    pub is_active: bool,
}

/// The most characters a name has.
pub const NAME_MAX: usize = 40;

/// The name as it is kept: without spaces around it. `None` when nothing is left, it is longer than
/// [`NAME_MAX`] characters or holds a control character.
#[must_use]
pub fn name(text: &str) -> Option<String> {
    let name = text.trim();
    let fits = (1..=NAME_MAX).contains(&name.chars().count()) && !name.contains(char::is_control);
    // A name of invisible characters only would look like none.
    (fits && !name_key(name).is_empty()).then(|| name.to_owned())
}

/// What two active people may not share: the name without spaces, case and width.
#[must_use]
pub fn name_key(name: &str) -> String {
    fold(name)
}

/// The characters of a drawn badge behind [`BADGE_BEGINS`]: 65 bits.
const BADGE_DRAWN: usize = 14;
/// What a drawn badge begins with. A window tells a scanner from a typist by six characters and a digit.
const BADGE_BEGINS: &str = "BADGE1-";

/// The text of a badge that is drawn here, out of random bytes: nothing in it says whose it is.
#[must_use]
pub fn badge_text(random: [u8; 16]) -> String {
    let mut rest = u128::from_be_bytes(random);
    let base = SERIES_ALPHABET.len() as u128;
    let mut text = BADGE_BEGINS.to_owned();
    for _ in 0..BADGE_DRAWN {
        let place = usize::try_from(rest % base).unwrap_or_default();
        text.extend(SERIES_ALPHABET.get(place).copied().map(char::from));
        rest /= base;
    }
    text
}

/// Why a text is not fit as a PIN. None of them repeats the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum PinProblem {
    /// Fewer than 4 or more than 8 digits.
    #[error("a PIN has 4 to 8 digits")]
    Length,
    /// Something else than a digit.
    #[error("a PIN has digits only")]
    Digits,
    /// One digit over and over, as in 1111.
    #[error("a PIN is not one digit repeated")]
    Repeated,
    /// Digits in a row, up or down, as in 1234 or 8765.
    #[error("a PIN is not a row of digits")]
    Row,
}

/// A PIN as it is hashed: full-width digits folded, spaces gone.
///
/// # Errors
/// Says which rule the text breaks: 4 to 8 characters, digits only, not one digit repeated, not a row up or
/// down by one.
pub fn pin(text: &str) -> Result<String, PinProblem> {
    let pin = fold(text);
    if !pin.chars().all(|c| c.is_ascii_digit()) {
        return Err(PinProblem::Digits);
    }
    if !(4..=8).contains(&pin.len()) {
        return Err(PinProblem::Length);
    }
    let all_steps = |step: i16| {
        let follows = |(one, next): (u8, u8)| i16::from(next) - i16::from(one) == step;
        pin.bytes().zip(pin.bytes().skip(1)).all(follows)
    };
    if all_steps(0) {
        Err(PinProblem::Repeated)
    } else if all_steps(1) || all_steps(-1) {
        Err(PinProblem::Row)
    } else {
        Ok(pin)
    }
}

/// Wrong PINs in a row, and when the last one was typed. A right PIN begins a new row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WrongPins {
    /// How many.
    pub count: u32,
    /// When the last one was, by the station's clock, milliseconds since 1970 UTC.
    pub last_at_ms: i64,
}

impl WrongPins {
    /// How many wrong PINs are forgiven before each further one costs a wait.
    pub const FREE: u32 = 5;
    /// The first wait, milliseconds: 30 seconds. Each further wrong PIN doubles it.
    pub const FIRST_WAIT_MS: i64 = 30_000;
    /// The longest wait, milliseconds: 15 minutes.
    pub const LONGEST_WAIT_MS: i64 = 900_000;

    /// How long this user still waits before a PIN is looked at again, milliseconds; 0 for not at all. A clock
    /// that was set back neither ends the wait nor makes it longer than it was.
    #[must_use]
    pub fn wait_ms(self, now_ms: i64) -> i64 {
        let Some(doublings) = self.count.checked_sub(Self::FREE) else { return 0 };
        let wait = Self::FIRST_WAIT_MS
            .checked_shl(doublings.min(16))
            .map_or(Self::LONGEST_WAIT_MS, |wait| wait.min(Self::LONGEST_WAIT_MS));
        let waited = now_ms.saturating_sub(self.last_at_ms).max(0);
        (wait - waited).max(0)
    }
}

#[cfg(test)]
mod tests {
    use super::{PinProblem, WrongPins, badge_text, name, name_key, pin};

    #[test]
    fn a_drawn_badge_fits_its_label_and_uses_every_bit_it_is_given() {
        let texts = [[0; 16], [1; 16], [0xFF; 16]].map(badge_text);
        for text in &texts {
            assert_eq!(text.len(), 21, "{text}");
            assert!(text.starts_with("BADGE1-"));
        }
        assert_ne!(texts[0], texts[1]);
        assert_ne!(texts[1], texts[2]);
    }

    #[test]
    fn a_pin_that_everybody_would_try_first_is_refused_with_the_rule_it_breaks() {
        for (text, result) in [
            ("2468", Ok("2468")),
            ("１３５ ７", Ok("1357")),
            ("12345679", Ok("12345679")),
            ("123", Err(PinProblem::Length)),
            ("123456780", Err(PinProblem::Length)),
            ("", Err(PinProblem::Length)),
            ("12a4", Err(PinProblem::Digits)),
            ("一二三四", Err(PinProblem::Digits)),
            ("7777", Err(PinProblem::Repeated)),
            ("12345", Err(PinProblem::Row)),
            ("87654321", Err(PinProblem::Row)),
            // Wraps around, so it is no row.
            ("8901", Ok("8901")),
        ] {
            assert_eq!(pin(text), result.map(str::to_owned), "{text}");
        }
    }

    #[test]
    fn after_five_wrong_pins_the_wait_doubles_from_half_a_minute_to_a_quarter_of_an_hour() {
        for (count, seconds) in
            [(0, 0), (4, 0), (5, 30), (6, 60), (7, 120), (8, 240), (9, 480), (10, 900), (4_000_000, 900)]
        {
            let wrong = WrongPins { count, last_at_ms: 1_000_000 };
            assert_eq!(wrong.wait_ms(1_000_000), seconds * 1000, "{count}");
            assert_eq!(wrong.wait_ms(1_000_000 + seconds * 1000), 0, "{count}, waited");
            assert_eq!(wrong.wait_ms(0), seconds * 1000, "{count}, the clock was set back");
        }
        let wrong = WrongPins { count: 6, last_at_ms: 1_000_000 };
        assert_eq!(wrong.wait_ms(1_020_000), 40_000);
    }

    #[test]
    fn names_are_told_apart_without_spaces_case_and_width() {
        assert_eq!(name_key("Zhang Wei"), name_key(" ＺＨＡＮＧ　wei"));
        assert_ne!(name_key("张伟"), name_key("张玮"));
        assert_eq!(name("  张伟 "), Some("张伟".to_owned()));
        for bad in ["", "   ", "\u{200b}", "张\n伟", "长".repeat(41).as_str()] {
            assert_eq!(name(bad), None, "{bad:?}");
        }
    }
}

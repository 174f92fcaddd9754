//! A measured value and what it is held against: an exact decimal, a limit, and the judgement that follows. Not what is
//! measured on which unit (`bench_catalogue`), and not one protocol of it (`bench_sheet`).
//!
//! No float anywhere: a record must say the digits that stood on the instrument, and 0.3 is held against 0.3.

use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// A decimal number as it was read off, `-12.50`. At most nine digits before the point and nine behind it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Decimal(String);

/// The text is not a decimal number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "a number has digits, at most one point or comma before its decimals, and at most nine digits on each side"
)]
pub struct DecimalError;

/// The most digits on either side of the point.
const DIGITS_MAX: usize = 9;

impl Decimal {
    /// Reads a number. Full-width digits and signs, spaces around it and a comma for the point are forgiven; a
    /// separator between thousands is not, because nobody can tell it from the point.
    ///
    /// # Errors
    /// When anything else stands there, or it has more digits than a bench needs.
    pub fn parse(text: &str) -> Result<Self, DecimalError> {
        let plain: String = text.trim().chars().map(half_width).collect();
        let (sign, digits) = match plain.strip_prefix(['-', '+']) {
            Some(rest) if plain.starts_with('-') => ("-", rest),
            Some(rest) => ("", rest),
            None => ("", plain.as_str()),
        };
        let (whole, decimals) = match digits.split_once('.') {
            Some((whole, decimals)) if !decimals.is_empty() => (whole, Some(decimals)),
            Some(_) => return Err(DecimalError),
            None => (digits, None),
        };
        let is_number = |part: &str| part.len() <= DIGITS_MAX && part.chars().all(|c| c.is_ascii_digit());
        if whole.is_empty() || !is_number(whole) || !decimals.is_none_or(is_number) {
            return Err(DecimalError);
        }
        Ok(Self(match decimals {
            Some(decimals) => format!("{sign}{whole}.{decimals}"),
            None => format!("{sign}{whole}"),
        }))
    }

    /// The digits as they were read off.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The value in billionths, by which two numbers are compared: 0.3 and 0.30 are the same.
    fn billionths(&self) -> i64 {
        let (is_negative, digits) = match self.0.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, self.0.as_str()),
        };
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let padded = format!("{whole}{decimals:0<DIGITS_MAX$}");
        // Eighteen digits fit; `parse` lets no more in.
        let value = padded.parse::<i64>().unwrap_or_default();
        if is_negative { -value } else { value }
    }
}

fn half_width(c: char) -> char {
    match c {
        '－' | '−' => '-',
        '．' | '，' | ',' => '.',
        '＋' => '+',
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        other => other,
    }
}

impl TryFrom<String> for Decimal {
    type Error = DecimalError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Decimal> for String {
    fn from(decimal: Decimal) -> Self {
        decimal.0
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How a value is held against its standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LimitKind {
    /// At most the standard.
    Max,
    /// At least the standard.
    Min,
    /// Between two numbers, both included; the standard is written `12..16`.
    Range,
    /// The same words or number, as a firmware version.
    Equal,
    /// Works or does not; the standard is `yes`.
    YesNo,
}

impl LimitKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Max, Self::Min, Self::Range, Self::Equal, Self::YesNo];

    /// Whether its values are numbers.
    #[must_use]
    pub const fn is_number(self) -> bool {
        match self {
            Self::Max | Self::Min | Self::Range => true,
            Self::Equal | Self::YesNo => false,
        }
    }
}

/// What a value is held against, read from a standard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Limit {
    /// At most this.
    Max(Decimal),
    /// At least this.
    Min(Decimal),
    /// From the first to the second, both included.
    Range(Decimal, Decimal),
    /// These words, width and case aside.
    Equal(String),
    /// It works.
    Works,
}

/// A standard that cannot be held against anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StandardError {
    /// A number is needed.
    #[error("the standard is not a number")]
    NotNumeric,
    /// Two numbers are needed, the smaller first: `12..16`.
    #[error("the standard is not two numbers, the smaller first, as in 12..16")]
    NotARange,
    /// Only `yes` can be asked of something that works or does not.
    #[error("the standard of what works or does not is yes")]
    NotYes,
}

impl Limit {
    /// Reads a standard; `None` where it is empty: nothing is known to hold the value against.
    ///
    /// A data sheet writes `≤ 35`, `35 mK`, `12-16` or `12~16`: the comparison sign in front and the unit behind are
    /// passed over, because the kind and the unit stand beside the standard already.
    ///
    /// # Errors
    /// When what is left is not what the kind asks for.
    pub fn read(kind: LimitKind, standard: &str, unit: &str) -> Result<Option<Self>, StandardError> {
        let standard = standard.trim();
        if standard.is_empty() {
            return Ok(None);
        }
        let number = |text: &str| Decimal::parse(bare(text, unit)).map_err(|_| StandardError::NotNumeric);
        Ok(Some(match kind {
            LimitKind::Max => Self::Max(number(standard)?),
            LimitKind::Min => Self::Min(number(standard)?),
            LimitKind::Range => {
                let standard = bare(standard, unit);
                let ends = ["..", "~", "～", "–", "—", " - ", "至"]
                    .iter()
                    .find_map(|sign| standard.split_once(sign));
                let (low, high) =
                    ends.or_else(|| split_at_hyphen(standard)).ok_or(StandardError::NotARange)?;
                let read = |text| Decimal::parse(bare(text, unit)).map_err(|_| StandardError::NotARange);
                let (low, high) = (read(low)?, read(high)?);
                if low.billionths() > high.billionths() {
                    return Err(StandardError::NotARange);
                }
                Self::Range(low, high)
            }
            LimitKind::Equal => Self::Equal(standard.to_owned()),
            LimitKind::YesNo if YES.contains(&fold(standard).as_str()) => Self::Works,
            LimitKind::YesNo => return Err(StandardError::NotYes),
        }))
    }
}

/// The hyphen of `12-16`, which is not the sign of its first number.
fn split_at_hyphen(text: &str) -> Option<(&str, &str)> {
    let (at, _) = text.char_indices().skip(1).find(|(_, c)| *c == '-')?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// A number without the comparison sign in front of it and the unit behind it.
pub(crate) fn bare<'a>(text: &'a str, unit: &str) -> &'a str {
    let text = text.trim().trim_start_matches(['≤', '≥', '<', '>', '=', '＜', '＞']).trim();
    match text.strip_suffix(unit) {
        Some(number) if !unit.is_empty() => number.trim(),
        Some(_) | None => text,
    }
}

const YES: [&str; 5] = ["yes", "y", "true", "ok", "是"];
const NO: [&str; 6] = ["no", "n", "false", "ng", "fail", "否"];

fn fold(text: &str) -> String {
    text.trim().to_lowercase()
}

/// What was read off, in the one spelling records use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A number.
    Number(Decimal),
    /// Words, as a firmware version.
    Words(String),
    /// It works, or it does not.
    Works(bool),
}

impl Value {
    /// The most characters of a value in words.
    pub const CHARS_MAX: usize = 80;

    /// Reads what was typed or came from a test bench; `None` where nothing was measured.
    ///
    /// # Errors
    /// When it is not what the kind of limit asks for.
    pub fn read(kind: LimitKind, text: &str, unit: &str) -> Result<Option<Self>, ValueError> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        if text.chars().count() > Self::CHARS_MAX {
            return Err(ValueError::TooLong);
        }
        Ok(Some(match kind {
            LimitKind::Max | LimitKind::Min | LimitKind::Range => {
                Self::Number(Decimal::parse(bare_value(text, unit)).map_err(|_| ValueError::NotNumeric)?)
            }
            LimitKind::Equal => Self::Words(text.to_owned()),
            LimitKind::YesNo => match fold(text).as_str() {
                yes if YES.contains(&yes) || yes == "pass" || yes == "通过" => Self::Works(true),
                no if NO.contains(&no) || no == "不通过" => Self::Works(false),
                _ => return Err(ValueError::NotYesOrNo),
            },
        }))
    }

    /// The spelling in records: the digits, the words, `yes` or `no`.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Words(words) => words.clone(),
            Self::Works(true) => "yes".to_owned(),
            Self::Works(false) => "no".to_owned(),
        }
    }
}

/// A value without the unit some instruments write behind it.
fn bare_value<'a>(text: &'a str, unit: &str) -> &'a str {
    match text.strip_suffix(unit) {
        Some(number) if !unit.is_empty() => number.trim(),
        Some(_) | None => text,
    }
}

/// What was typed cannot be a value of its parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum ValueError {
    /// A number is needed.
    #[error("the value is not a number")]
    NotNumeric,
    /// Yes or no is needed.
    #[error("the value is neither yes nor no")]
    NotYesOrNo,
    /// It is too long.
    #[error("the value is too long")]
    TooLong,
}

/// What a value is worth against its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Judgement {
    /// It keeps the limit.
    Pass,
    /// It does not.
    Fail,
    /// It was measured, and nothing is known to hold it against.
    NoStandard,
    /// It was not measured.
    NotMeasured,
}

/// Holds a value against its limit. A value of another kind than its limit fails: it does not show what was asked.
#[must_use]
pub fn judge(value: Option<&Value>, limit: Option<&Limit>) -> Judgement {
    let (value, limit) = match (value, limit) {
        (None, _) => return Judgement::NotMeasured,
        (Some(Value::Works(works)), None) => {
            return if *works { Judgement::Pass } else { Judgement::Fail };
        }
        (Some(_), None) => return Judgement::NoStandard,
        (Some(value), Some(limit)) => (value, limit),
    };
    let keeps = match (value, limit) {
        (Value::Number(number), Limit::Max(max)) => number.billionths() <= max.billionths(),
        (Value::Number(number), Limit::Min(min)) => number.billionths() >= min.billionths(),
        (Value::Number(number), Limit::Range(low, high)) => {
            (low.billionths()..=high.billionths()).contains(&number.billionths())
        }
        (Value::Words(words), Limit::Equal(standard)) => fold(words) == fold(standard),
        (Value::Works(works), Limit::Works) => *works,
        (
            Value::Number(_) | Value::Words(_) | Value::Works(_),
            Limit::Max(_) | Limit::Min(_) | Limit::Range(_, _) | Limit::Equal(_) | Limit::Works,
        ) => false,
    };
    if keeps { Judgement::Pass } else { Judgement::Fail }
}

#[cfg(test)]
mod tests {
    use super::{Decimal, Judgement, Limit, LimitKind, Value, judge};

    #[test]
    fn a_number_keeps_the_digits_that_were_read_off() {
        for (typed, kept) in [
            ("35", "35"),
            (" 35.10 ", "35.10"),
            ("-0,5", "-0.5"),
            ("３５．２", "35.2"),
            ("+4", "4"),
            ("0.000000001", "0.000000001"),
        ] {
            assert_eq!(Decimal::parse(typed).unwrap().as_str(), kept, "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for typed in [
            "",
            "-",
            ".",
            "5.",
            ".5",
            "1.2.3",
            "1,234.5",
            "1e-9",
            "12 mK",
            "0x10",
            "1234567890",
            "0.0123456789",
        ] {
            assert!(Decimal::parse(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn a_value_is_held_against_its_standard() {
        use Judgement::{Fail, NoStandard, NotMeasured, Pass};
        use LimitKind::{Equal, Max, Min, Range, YesNo};
        for (kind, unit, standard, typed, expected) in [
            (Max, "mK", "35", "35.0", Pass),
            (Max, "mK", "≤35", "34.999999999", Pass),
            (Max, "mK", "≤ 35 mK", "35.000000001", Fail),
            (Max, "mK", "35mK", "34 mK", Pass),
            (Max, "mK", "", "35", NoStandard),
            (Max, "mK", "35", "", NotMeasured),
            (Max, "°C", "-5", "-6", Pass),
            (Min, "min", "240", "239.9", Fail),
            (Min, "min", "240", "240", Pass),
            (Range, "V", "3.6..4.2", "3.6", Pass),
            (Range, "V", "3.6-4.2", "4.2", Pass),
            (Range, "V", "3.6~4.2 V", "4.3", Fail),
            (Range, "°C", "-20-50", "-21", Fail),
            (Range, "°C", "-20-50", "-20", Pass),
            (Equal, "", "V2.10", "v2.10", Pass),
            (Equal, "", "V2.10", "V2.1", Fail),
            (YesNo, "", "yes", "是", Pass),
            (YesNo, "", "yes", "NG", Fail),
            (YesNo, "", "", "no", Fail),
        ] {
            let limit = Limit::read(kind, standard, unit).unwrap();
            let value = Value::read(kind, typed, unit).unwrap();
            let judged = judge(value.as_ref(), limit.as_ref());
            assert_eq!(judged, expected, "{kind:?} {standard:?} {typed:?}");
        }
    }

    #[test]
    fn a_standard_must_be_one() {
        for (kind, standard) in [
            (LimitKind::Max, "good"),
            (LimitKind::Range, "16"),
            (LimitKind::Range, "16..12"),
            (LimitKind::YesNo, "no"),
        ] {
            assert!(Limit::read(kind, standard, "").is_err(), "{kind:?} {standard}");
        }
    }
}

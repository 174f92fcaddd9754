//! One reason of a verdict: which facts meet which clause and what that does to which remedies. Its sentence is in
//! locales/*/verdict.ftl; here are only codes and values. A ground decides nothing, it tells what the rules did.

use crate::fact_name::{FactName, FactSet};
use crate::remedy_set::RemedySet;
use crate::verdict::ClauseId;
use chrono::NaiveDate;
use nightbench_domain::claim::Remedy;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use ts_rs::TS;

/// One reason: facts, the clause they meet, and what that does to which remedies.
///
/// The grounds that name a remedy in `remedies` or `decides` are its tree. Those that name it in `decides` are its
/// proof: while the facts they name stay as they are, no change of any other fact changes the outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Ground {
    /// Message id of the sentence in the catalogue, such as `ground-refund_window_over`.
    pub id: Cow<'static, str>,
    /// The clause.
    pub clause: ClauseId,
    /// Which way it weighs.
    pub effect: Effect,
    /// The remedies it weighs on, in the order in which they are shown.
    #[ts(as = "Vec<Remedy>")]
    pub remedies: RemedySet,
    /// The facts it rests on; a fact that was not stated rests on its default. None for what only follows from the
    /// other grounds.
    #[serde(default)]
    #[ts(as = "Vec<FactName>")]
    pub facts: FactSet,
    /// The remedies whose outcome rests on it. It may be a remedy on which it weighs not itself: that the product's
    /// own fault is repaired free is why nothing is to be paid.
    #[serde(default)]
    #[ts(as = "Vec<Remedy>")]
    pub decides: RemedySet,
    /// Values of the sentence by name: ISO dates, numbers, clause numbers and codes.
    #[ts(as = "BTreeMap<String, String>")]
    pub args: Args,
}

/// Which way a ground weighs for the remedies it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// For them.
    For,
    /// Against them.
    Against,
    /// It leaves them open, or is to be known beside them.
    Open,
}

/// The values of a sentence by name. In JSON an object of texts.
#[derive(Debug, Clone)]
pub struct Args(Values);

/// Most sentences have one value, which needs no list.
#[derive(Debug, Clone)]
enum Values {
    One((Cow<'static, str>, Arg)),
    /// INVARIANT: sorted by name, so that what was written reads back equal.
    Listed(Vec<(Cow<'static, str>, Arg)>),
}

/// A value of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// A day, written 2026-03-09.
    Day(NaiveDate),
    /// A code or number, as it is written.
    Code(Cow<'static, str>),
}

impl Args {
    /// The values, by name.
    pub(crate) fn of<const N: usize>(named: [(&'static str, Arg); N]) -> Self {
        let mut named = named.map(|(name, arg)| (Cow::Borrowed(name), arg));
        named.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        let mut named = named.into_iter();
        Self(match named.next() {
            Some(only) if N == 1 => Values::One(only),
            first => Values::Listed(first.into_iter().chain(named).collect()),
        })
    }

    /// The values with their names.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Arg)> {
        let values = match &self.0 {
            Values::One(only) => std::slice::from_ref(only),
            Values::Listed(list) => list,
        };
        values.iter().map(|(name, arg)| (name.as_ref(), arg))
    }
}

impl Default for Args {
    fn default() -> Self {
        Self(Values::Listed(Vec::new()))
    }
}

impl PartialEq for Args {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Args {}

impl From<NaiveDate> for Arg {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

impl From<&'static str> for Arg {
    fn from(code: &'static str) -> Self {
        Self::Code(Cow::Borrowed(code))
    }
}

impl fmt::Display for Arg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Code(code) => f.write_str(code),
        }
    }
}

impl Serialize for Args {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.iter().len()))?;
        for (name, arg) in self.iter() {
            match arg {
                Arg::Day(day) => map.serialize_entry(name, day)?,
                Arg::Code(code) => map.serialize_entry(name, code)?,
            }
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Args {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let texts: BTreeMap<String, String> = BTreeMap::deserialize(deserializer)?;
        let arg = |text: String| match text.parse() {
            Ok(day) => Arg::Day(day),
            Err(_) => Arg::Code(Cow::Owned(text)),
        };
        let list = texts.into_iter().map(|(name, text)| (Cow::Owned(name), arg(text)));
        Ok(Self(Values::Listed(list.collect())))
    }
}

#[cfg(test)]
mod tests {
    use super::{Arg, Args};

    #[test]
    fn values_are_equal_by_name_and_value_however_they_are_kept() {
        let one = |clause: &'static str| Args::of([("clause", Arg::from(clause))]);
        assert_eq!(one("3.2"), one("3.2"));
        assert_ne!(one("3.2"), one("3.3"));
        assert_ne!(one("3.2"), Args::of([("remedy", Arg::from("3.2"))]));
        assert_ne!(one("3.2"), Args::default());
    }

    #[test]
    fn a_value_of_a_sentence_reads_as_it_is_written_in_records() {
        assert_eq!(Arg::from("5.8b").to_string(), "5.8b");
        assert_eq!(Arg::Day("2026-03-09".parse().unwrap()).to_string(), "2026-03-09");
    }
}

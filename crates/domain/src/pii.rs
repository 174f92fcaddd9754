//! Values about a person. `Pii` keeps them out of logs and errors: it cannot be displayed, and its debug
//! form says only that something is there. It travels through serde unchanged, because records and
//! commands must carry it.

use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// A personal value: a name, a phone number, an address.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct Pii<T>(T);

impl<T> Pii<T> {
    /// Marks a value as personal.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value itself, for a screen, a paper or the store; never for a log or an error.
    pub const fn reveal(&self) -> &T {
        &self.0
    }

    /// Gives the value away.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> fmt::Debug for Pii<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[personal]")
    }
}

impl<T> From<T> for Pii<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

#[cfg(test)]
mod tests {
    use super::Pii;

    #[test]
    fn debug_output_never_shows_the_value() {
        assert_eq!(format!("{:?}", Some(Pii::new("Li Lei"))), "Some([personal])");
    }
}

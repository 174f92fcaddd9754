//! The words a person reads, from the same catalogues as the window, so that a test finds controls by their
//! names in either language and no test has a text of its own.

use nightbench_app::Language;
use nightbench_app::error::say;
use std::collections::BTreeMap;

/// The catalogue of one language.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    language: Language,
}

impl Words {
    /// Of a language.
    #[must_use]
    pub const fn of(language: Language) -> Self {
        Self { language }
    }

    /// The language as settings write it.
    #[must_use]
    pub fn code(self) -> String {
        self.language.to_string()
    }

    /// A message without values.
    #[must_use]
    pub fn t(self, id: &str) -> String {
        self.with(id, &[])
    }

    /// A message with values.
    #[must_use]
    pub fn with(self, id: &str, values: &[(&str, &str)]) -> String {
        let values: BTreeMap<String, String> =
            values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        say(self.language, id, &values)
    }
}

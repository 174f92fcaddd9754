//! The two languages of the program. Not the language of a person or of a form: both are settings,
//! kept elsewhere and passed in.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A language in which every text of the program exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum Language {
    /// Simplified Chinese, the first language of the program.
    #[serde(rename = "zh-CN")]
    ZhCn,
    /// English.
    #[serde(rename = "en")]
    En,
}

impl Language {
    /// Both languages, Chinese first.
    pub const ALL: [Self; 2] = [Self::ZhCn, Self::En];

    /// The BCP 47 tag, which is also the name of the folder under `locales`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::En => "en",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// The text is not the tag of a language of the program.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown language {tag:?}: expected zh-CN or en")]
pub struct UnknownLanguage {
    tag: String,
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|language| language.tag() == tag)
            .ok_or_else(|| UnknownLanguage { tag: tag.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_tag_is_read_back_as_its_language() {
        for language in Language::ALL {
            assert_eq!(language.tag().parse(), Ok(language));
            assert_eq!(serde_json::to_value(language).unwrap(), language.tag());
        }
    }

    #[test]
    fn another_language_is_refused_by_name() {
        let refusal = "de".parse::<Language>().unwrap_err();
        assert_eq!(refusal.to_string(), "unknown language \"de\": expected zh-CN or en");
    }
}

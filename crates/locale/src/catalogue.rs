//! The embedded messages and the one way to say one. Parsed once per language, on first use.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::Language;

mod embedded {
    include!(concat!(env!("OUT_DIR"), "/catalogue_files.rs"));
}

/// A value to be put into a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    /// Text, put in as it is: a name, an ISO date, a clause number.
    Text(Cow<'a, str>),
    /// A number of things, which may choose a plural form ("1 day", "2 days").
    Count(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<i64> for Value<'_> {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<i32> for Value<'_> {
    fn from(count: i32) -> Self {
        Self::Count(count.into())
    }
}

impl From<u32> for Value<'_> {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}

/// The text of a message in one language, with the values put in.
///
/// This never fails, because the text is on its way to a person: an id that is not in the catalogue is
/// shown as `⟦id⟧`, a value that was not given as `{$name}`, both plain to see. Code that must not print
/// such a thing asks [`knows`] first, and the tests of this crate hold the languages together.
pub fn say(language: Language, id: &str, values: &[(&str, Value<'_>)]) -> String {
    let bundle = bundle(language);
    let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
        return format!("⟦{id}⟧");
    };
    let mut args = FluentArgs::with_capacity(values.len());
    for (name, value) in values {
        match value {
            Value::Text(text) => args.set(*name, FluentValue::String(Cow::Borrowed(text.as_ref()))),
            Value::Count(count) => args.set(*name, FluentValue::from(*count)),
        }
    }
    // A value that is missing is already visible in the text.
    let mut errors = Vec::new();
    bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
}

/// Whether the catalogue of a language has a message of this id.
pub fn knows(language: Language, id: &str) -> bool {
    bundle(language).get_message(id).is_some_and(|message| message.value().is_some())
}

/// Every message id of a language, file by file in the order written.
pub fn ids(language: Language) -> Vec<String> {
    files(language).iter().flat_map(|(file, _)| ids_of(language, file)).collect()
}

/// The message ids of one catalogue file, such as `paper.ftl`, in the order written; none when there is no
/// such file.
pub fn ids_of(language: Language, file: &str) -> Vec<String> {
    let source = files(language).iter().find(|(name, _)| *name == file);
    source
        .iter()
        .flat_map(|(_, source)| source.lines())
        .filter_map(message_id_of_line)
        .map(str::to_owned)
        .collect()
}

/// The embedded catalogue files of a language as (file name, Fluent source), in the order of their
/// names. The window formats these same sources.
pub const fn files(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::ZhCn => embedded::ZH_CN,
        Language::En => embedded::EN,
    }
}

/// In Fluent a message starts in the first column with `id =`; terms start with `-`, comments with `#`.
fn message_id_of_line(line: &str) -> Option<&str> {
    if !line.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return None;
    }
    line.split_once('=').map(|(id, _)| id.trim_end())
}

fn bundle(language: Language) -> &'static FluentBundle<FluentResource> {
    static ZH_CN: OnceLock<FluentBundle<FluentResource>> = OnceLock::new();
    static EN: OnceLock<FluentBundle<FluentResource>> = OnceLock::new();
    let cell = match language {
        Language::ZhCn => &ZH_CN,
        Language::En => &EN,
    };
    cell.get_or_init(|| parse(language))
}

fn parse(language: Language) -> FluentBundle<FluentResource> {
    let locales = language.tag().parse().into_iter().collect();
    let mut bundle = FluentBundle::new_concurrent(locales);
    // The marks protect mixed writing directions; both our languages run left to right, and the marks
    // would end up in search, in PDFs and in exports.
    bundle.set_use_isolating(false);
    for (_, source) in files(language) {
        // What can be parsed is used; what cannot fails `tests/catalogue.rs`, not a user's screen.
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        // A second message of one id is left out; the same tests refuse it.
        let _: Result<(), _> = bundle.add_resource(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::{knows, say};
    use crate::Language;

    #[test]
    fn an_unknown_message_is_plain_to_see() {
        assert!(!knows(Language::En, "no-such-message"));
        assert_eq!(say(Language::En, "no-such-message", &[]), "⟦no-such-message⟧");
    }

    #[test]
    fn a_count_chooses_the_english_plural() {
        assert_eq!(say(Language::En, "working-days", &[("count", 1.into())]), "1 working day");
        assert_eq!(say(Language::En, "working-days", &[("count", 20.into())]), "20 working days");
        assert_eq!(say(Language::ZhCn, "working-days", &[("count", 20.into())]), "20 个工作日");
    }

    #[test]
    fn a_missing_value_is_plain_to_see_and_no_isolating_marks_are_printed() {
        assert_eq!(say(Language::ZhCn, "working-days", &[]), "{$count} 个工作日");
    }
}

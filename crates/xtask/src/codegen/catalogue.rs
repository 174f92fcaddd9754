//! One language's messages as the window needs to know them: names and the values each takes. It reads
//! the grammar with Fluent's own parser and judges no wording.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser;

use crate::step::Stop;

/// What a value must be for the message to be spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// Anything that can be shown.
    Shown,
    /// A number: a plural depends on it or it is formatted as one.
    Number,
}

/// The values of one message by name, and where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Message {
    pub(super) values: BTreeMap<String, Kind>,
    place: String,
}

/// Messages by name; an attribute is named `message.attribute`.
pub(super) type Catalogue = BTreeMap<String, Message>;

/// Reads every `.ftl` file of a language.
pub(super) fn read(locales: &Path, language: &str) -> Result<Catalogue, Stop> {
    let folder = locales.join(language);
    let refused = |source| Stop::io(format!("read locales/{language}"), source);
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder).map_err(refused)? {
        let path = entry.map_err(refused)?.path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            files.push(path);
        }
    }
    files.sort();
    let mut catalogue = Catalogue::new();
    for path in files {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).map_err(refused)?;
        add_file(&mut catalogue, &format!("locales/{language}/{name}"), &text)?;
    }
    Ok(catalogue)
}

/// Adds one file's messages; a file that does not parse or repeats a name is refused with its line.
fn add_file(catalogue: &mut Catalogue, file: &str, text: &str) -> Result<(), Stop> {
    let resource = parser::parse(text).map_err(|(_, errors)| {
        let complaints = errors.iter().map(|error| {
            let line = line_at(text, error.pos.start);
            format!("{file}:{line}: {}", error.kind)
        });
        Stop::Refused(complaints.collect::<Vec<_>>().join("\n"))
    })?;
    // Fluent's parser keeps no places; messages come in the order of their lines.
    let mut lines = text.lines().zip(1_usize..);
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let line = lines.find(|(line, _)| defines(line, message.id.name)).map_or(1, |(_, number)| number);
        let place = format!("{file}:{line}");
        if let Some(pattern) = &message.value {
            insert(catalogue, message.id.name.to_owned(), pattern, &place)?;
        }
        for attribute in &message.attributes {
            let name = format!("{}.{}", message.id.name, attribute.id.name);
            insert(catalogue, name, &attribute.value, &place)?;
        }
    }
    Ok(())
}

fn insert(catalogue: &mut Catalogue, name: String, pattern: &Pattern<&str>, place: &str) -> Result<(), Stop> {
    if let Some(first) = catalogue.get(&name) {
        return Err(Stop::Refused(format!("{place}: `{name}` is already written at {}", first.place)));
    }
    let mut values = BTreeMap::new();
    in_pattern(pattern, &mut values);
    catalogue.insert(name, Message { values, place: place.to_owned() });
    Ok(())
}

fn defines(line: &str, name: &str) -> bool {
    line.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with('='))
}

fn line_at(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

/// Where the two languages differ in names or values, each with the place to mend.
pub(super) fn disagreements(chinese: &Catalogue, english: &Catalogue) -> Vec<String> {
    let mut complaints = Vec::new();
    for (one, other, language) in [(chinese, english, "en"), (english, chinese, "zh-CN")] {
        for (name, message) in one {
            if !other.contains_key(name) {
                complaints.push(format!("{}: `{name}` is missing in {language}", message.place));
            }
        }
    }
    for (name, message) in chinese {
        let Some(twin) = english.get(name) else { continue };
        let values = |message: &Message| message.values.keys().cloned().collect::<Vec<_>>().join(", ");
        if !message.values.keys().eq(twin.values.keys()) {
            let (ours, theirs) = (values(message), values(twin));
            complaints.push(format!(
                "{}: `{name}` takes ({ours}) here and ({theirs}) at {}",
                message.place, twin.place
            ));
        }
    }
    complaints
}

fn in_pattern(pattern: &Pattern<&str>, values: &mut BTreeMap<String, Kind>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, values);
        }
    }
}

fn in_expression(expression: &Expression<&str>, values: &mut BTreeMap<String, Kind>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, Kind::Shown, values),
        Expression::Select { selector, variants } => {
            let counts = variants.iter().all(|variant| match variant.key {
                VariantKey::NumberLiteral { .. } => true,
                VariantKey::Identifier { name } => {
                    ["zero", "one", "two", "few", "many", "other"].contains(&name)
                }
            });
            // A lone `other` says nothing about the selector.
            let counts = counts && 1 < variants.len();
            in_inline(selector, if counts { Kind::Number } else { Kind::Shown }, values);
            for variant in variants {
                in_pattern(&variant.value, values);
            }
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, kind: Kind, values: &mut BTreeMap<String, Kind>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            let known = values.entry(id.name.to_owned()).or_insert(kind);
            *known = (*known).max(kind);
        }
        InlineExpression::FunctionReference { id, arguments } => {
            let kind = if id.name == "NUMBER" { Kind::Number } else { Kind::Shown };
            in_arguments(arguments, kind, values);
        }
        InlineExpression::TermReference { arguments: Some(arguments), .. } => {
            in_arguments(arguments, Kind::Shown, values);
        }
        InlineExpression::Placeable { expression } => in_expression(expression, values),
        InlineExpression::TermReference { arguments: None, .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. } => {}
    }
}

fn in_arguments(arguments: &CallArguments<&str>, kind: Kind, values: &mut BTreeMap<String, Kind>) {
    for argument in &arguments.positional {
        in_inline(argument, kind, values);
    }
    for argument in &arguments.named {
        in_inline(&argument.value, kind, values);
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::codegen) fn catalogue(file: &str, text: &str) -> Catalogue {
        let mut catalogue = Catalogue::new();
        add_file(&mut catalogue, file, text).unwrap();
        catalogue
    }

    #[test]
    fn a_plural_makes_its_value_a_number_and_a_choice_of_words_does_not() {
        let plural =
            "days =\n    { $count ->\n        [one] { $count } day\n       *[other] { $count } days\n    }\n";
        let choice = "class =\n    { $kind ->\n        [terminal] device\n       *[module] module\n    }\n";
        assert_eq!(catalogue("a.ftl", plural)["days"].values["count"], Kind::Number);
        assert_eq!(catalogue("a.ftl", choice)["class"].values["kind"], Kind::Shown);
    }

    #[test]
    fn attributes_and_functions_are_read_too() {
        let read = catalogue("a.ftl", "save = Save\n    .hint = { NUMBER($left) } left in { $place }\n");
        let expected = BTreeMap::from([("left".to_owned(), Kind::Number), ("place".to_owned(), Kind::Shown)]);
        assert_eq!(read["save.hint"].values, expected);
    }

    #[test]
    fn a_name_or_a_value_missing_in_one_language_is_named_with_file_and_line() {
        let chinese = catalogue("zh.ftl", "a = { $x }\nb = b\n");
        let english = catalogue("en.ftl", "a = { $y }\nc = c\n");
        assert_eq!(
            disagreements(&chinese, &english),
            [
                "zh.ftl:2: `b` is missing in en",
                "en.ftl:2: `c` is missing in zh-CN",
                "zh.ftl:1: `a` takes (x) here and (y) at en.ftl:1"
            ]
        );
    }

    #[test]
    fn a_broken_message_and_a_repeated_one_are_refused_with_their_line() {
        let mut read = Catalogue::new();
        let broken = add_file(&mut read, "a.ftl", "ok = ok\n\nbroken = { $\n").unwrap_err().to_string();
        assert!(broken.starts_with("a.ftl:3:"), "{broken}");
        let mut read = Catalogue::new();
        let twice = add_file(&mut read, "a.ftl", "a = 1\nb = 2\na = 3\n").unwrap_err().to_string();
        assert_eq!(twice, "a.ftl:3: `a` is already written at a.ftl:1");
    }
}

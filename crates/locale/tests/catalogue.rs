//! The catalogue held together: both languages say the same things with the same values, every file can
//! be parsed, and words that the trade's list of terms forbids are not printed.

#![allow(clippy::panic, reason = "a catalogue that cannot be read is reported with its file and its cause")]

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Resource,
};
use nightbench_locale::{Language, files, ids, knows};

/// What one message needs, and where it is written.
#[derive(Debug, PartialEq, Eq)]
struct Shape {
    file: &'static str,
    values: BTreeSet<String>,
}

fn parsed(language: Language) -> Vec<(&'static str, Resource<&'static str>)> {
    files(language)
        .iter()
        .map(|(file, source)| match fluent_syntax::parser::parse(*source) {
            Ok(resource) => (*file, resource),
            Err((_, errors)) => panic!("{language}/{file} cannot be parsed: {errors:?}"),
        })
        .collect()
}

fn shapes(language: Language) -> BTreeMap<String, Shape> {
    let mut shapes = BTreeMap::new();
    for (file, resource) in parsed(language) {
        for entry in &resource.body {
            let (id, patterns): (String, Vec<&Pattern<&str>>) = match entry {
                Entry::Message(message) => (
                    message.id.name.to_owned(),
                    message.value.iter().chain(message.attributes.iter().map(|a| &a.value)).collect(),
                ),
                Entry::Term(term) => (
                    format!("-{}", term.id.name),
                    std::iter::once(&term.value).chain(term.attributes.iter().map(|a| &a.value)).collect(),
                ),
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
                Entry::Junk { content } => panic!("{language}/{file}: not a message: {content}"),
            };
            let mut values = BTreeSet::new();
            for pattern in patterns {
                values_of_pattern(pattern, &mut values);
            }
            let twice = shapes.insert(id.clone(), Shape { file, values });
            assert!(twice.is_none(), "{language}: {id} is written in {file} and in {twice:?}");
        }
    }
    shapes
}

fn values_of_pattern(pattern: &Pattern<&str>, values: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression } => values_of_expression(expression, values),
        }
    }
}

fn values_of_expression(expression: &Expression<&str>, values: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => values_of_inline(inline, values),
        Expression::Select { selector, variants } => {
            values_of_inline(selector, values);
            for variant in variants {
                values_of_pattern(&variant.value, values);
            }
        }
    }
}

fn values_of_inline(inline: &InlineExpression<&str>, values: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            values.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => values_of_expression(expression, values),
        InlineExpression::FunctionReference { arguments, .. } => values_of_call(arguments, values),
        InlineExpression::TermReference { arguments: Some(arguments), .. } => {
            values_of_call(arguments, values);
        }
        InlineExpression::TermReference { arguments: None, .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. } => {}
    }
}

fn values_of_call(arguments: &CallArguments<&str>, values: &mut BTreeSet<String>) {
    for argument in &arguments.positional {
        values_of_inline(argument, values);
    }
    for argument in &arguments.named {
        values_of_inline(&argument.value, values);
    }
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_values_in_the_same_files() {
    let zh = shapes(Language::ZhCn);
    let en = shapes(Language::En);
    let all: BTreeSet<&String> = zh.keys().chain(en.keys()).collect();
    let differing: Vec<String> = all
        .into_iter()
        .filter(|id| zh.get(*id) != en.get(*id))
        .map(|id| format!("{id}: zh-CN {:?}, en {:?}", zh.get(id), en.get(id)))
        .collect();
    assert!(differing.is_empty(), "\n{}", differing.join("\n"));
}

#[test]
fn every_message_that_is_listed_can_be_said() {
    for language in Language::ALL {
        let listed = ids(language);
        let written: BTreeSet<String> =
            shapes(language).into_keys().filter(|id| !id.starts_with('-')).collect();
        assert_eq!(listed.iter().cloned().collect::<BTreeSet<_>>(), written);
        assert!(listed.iter().all(|id| knows(language, id)), "{language}");
    }
}

/// terms.md: 三包 is a statutory term for goods of its own catalogue; 终端 is a product class and never a
/// computer, so the words for a workstation must not contain it; 配件 means two things at once.
#[test]
fn words_that_would_say_something_else_are_not_used() {
    for (file, source) in files(Language::ZhCn) {
        for word in ["三包", "终端机", "终端电脑", "配件"] {
            let line = source.lines().find(|line| !line.starts_with('#') && line.contains(word));
            assert_eq!(line, None, "{file} uses {word}");
        }
    }
}

//! Whatever a verdict can say has words in both languages, and every clause of the pack a title.

use nightbench_eligibility::message::message_ids;
use nightbench_eligibility::policy::Policy;
use std::collections::BTreeSet;

const CHINESE: &str = include_str!("../../../../locales/zh-CN/verdict.ftl");
const ENGLISH: &str = include_str!("../../../../locales/en/verdict.ftl");

/// In Fluent a message starts in the first column with `id =`.
fn ids(catalogue: &str) -> BTreeSet<&str> {
    let lines = catalogue.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()));
    lines.filter_map(|line| line.split_once(" =").map(|(id, _)| id)).collect()
}

#[test]
fn both_languages_have_every_sentence_and_no_other() {
    let wanted = message_ids(Policy::shipped().unwrap());
    let wanted: BTreeSet<&str> = wanted.iter().map(String::as_str).collect();
    for (language, catalogue) in [("zh-CN", CHINESE), ("en", ENGLISH)] {
        let written = ids(catalogue);
        assert_eq!(
            wanted.difference(&written).collect::<Vec<_>>(),
            Vec::<&&str>::new(),
            "missing in {language}"
        );
        assert_eq!(
            written.difference(&wanted).collect::<Vec<_>>(),
            Vec::<&&str>::new(),
            "unused in {language}"
        );
    }
}

/// The words of a message, without the language: what is put into it.
fn values(catalogue: &str, id: &str) -> BTreeSet<String> {
    let from = catalogue.find(&format!("\n{id} =")).unwrap() + 1;
    let message: Vec<&str> = catalogue
        .get(from..)
        .unwrap()
        .lines()
        .enumerate()
        .take_while(|(at, line)| *at == 0 || line.starts_with(' '))
        .map(|(_, line)| line)
        .collect();
    let pieces = message.join("\n");
    pieces.split('$').skip(1).map(|rest| rest.split([' ', '}']).next().unwrap().to_owned()).collect()
}

#[test]
fn both_languages_put_the_same_values_into_a_sentence() {
    for id in message_ids(Policy::shipped().unwrap()) {
        assert_eq!(values(CHINESE, &id), values(ENGLISH, &id), "{id}");
    }
}

//! The explanation as a person reads it on the command line, word for word in both languages.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use nightbench_calendar::Calendar;
use nightbench_eligibility::{Facts, Packs};
use nightbench_forms::explanation::Told;
use nightbench_locale::Language;

fn told(language: Language) -> String {
    let (packs, calendar) = (Packs::shipped().unwrap(), Calendar::of("CN"));
    let texts = include_str!("explanation/facts.ndjson").lines().map(|line| {
        let facts = Facts::from_json(line).unwrap();
        let verdict = packs.assess(calendar, &facts);
        let explanation = packs.explain(calendar, &facts, &verdict).unwrap();
        Told { facts: &facts, verdict: &verdict, explanation: &explanation }.text(language)
    });
    texts.collect::<Vec<_>>().join("\n")
}

#[test]
fn an_explanation_reads_as_the_golden_files_show() {
    for (language, golden) in [
        (Language::En, include_str!("explanation/en.txt")),
        (Language::ZhCn, include_str!("explanation/zh-CN.txt")),
    ] {
        let text = told(language);
        assert!(text == golden, "the explanation has changed; it now reads:\n{text}");
    }
}

#[test]
fn every_word_of_an_explanation_is_in_the_catalogue() {
    for language in [Language::En, Language::ZhCn] {
        let text = told(language);
        assert!(!text.contains('⟦') && !text.contains("{$"), "{text}");
    }
}

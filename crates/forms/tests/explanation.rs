//! The explanation as a person reads it on the command line, word for word in both languages.
//! To accept a change, run with `UPDATE_GOLDENS=1`; read the diff.

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
    for (language, name) in [(Language::En, "en.txt"), (Language::ZhCn, "zh-CN.txt")] {
        let golden = std::path::Path::new("tests/explanation").join(name);
        let text = told(language);
        if std::env::var_os("UPDATE_GOLDENS").is_some() {
            std::fs::write(&golden, &text).unwrap();
        }
        assert_eq!(text, std::fs::read_to_string(&golden).unwrap(), "UPDATE_GOLDENS=1 writes it anew");
    }
}

#[test]
fn every_word_of_an_explanation_is_in_the_catalogue() {
    for language in [Language::En, Language::ZhCn] {
        let text = told(language);
        assert!(!text.contains('⟦') && !text.contains("{$"), "{text}");
    }
}

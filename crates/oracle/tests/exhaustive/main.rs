//! Every record of a finite abstraction of claims, complete and partial, against the laws that any reading of the
//! commitment must keep, and the engine's exactness on all of them. Runs in release only (`cargo xtask test` does so);
//! grid.rs says what the records are.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]
#![allow(clippy::print_stdout, reason = "a proof says how much it looked at")]

mod answers;
mod complete;
mod faithful;
mod grid;
mod partial;
mod planted;

use answers::Answers;
use nightbench_calendar::Calendar;
use nightbench_domain::claim::Remedy;
use nightbench_eligibility::verdict::Need;
use nightbench_eligibility::{Policy, outcomes};
use partial::Counts;
use std::sync::OnceLock;
use std::time::Instant;

/// The engine's answers under the shipped pack, asked once for all tests.
fn shipped() -> &'static Answers {
    static SHIPPED: OnceLock<Answers> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let begun = Instant::now();
        let answers = Answers::of_the_engine(Policy::shipped().unwrap(), Calendar::of("CN"));
        let seconds = begun.elapsed().as_secs_f64();
        println!(
            "{} records asked in {seconds:.1} s, {} different answers",
            grid::RECORDS,
            answers.distinct()
        );
        answers
    })
}

/// Broken laws with the facts, ready for `nightbench-cli assess`, and what the engine makes of them.
fn told(broken: impl IntoIterator<Item = (&'static str, grid::Record)>) -> String {
    let (policy, calendar) = (Policy::shipped().unwrap(), Calendar::of("CN"));
    let one = |(law, record): (&str, grid::Record)| {
        let facts = grid::facts(&record);
        let given = outcomes(policy, calendar, &facts);
        let answer = |remedy: Remedy| {
            let needs: Vec<&str> = given.of(remedy).needs.iter().map(Need::code).collect();
            format!("{remedy:?} {:?} {}", given.of(remedy).outcome, needs.join(" "))
        };
        let answers = Remedy::ALL.map(answer).join("; ");
        format!("\n{law}\n  facts: {}\n  given: {answers}", serde_json::to_string(&facts).unwrap())
    };
    broken.into_iter().map(one).collect()
}

#[test]
#[cfg_attr(debug_assertions, ignore = "looks at millions of records: in release only")]
fn every_complete_record_keeps_the_laws_and_is_read_alike_twice() {
    let answers = shipped();
    let begun = Instant::now();
    let (complete, broken) = complete::broken(answers);
    assert_eq!(told(broken), "");
    assert_eq!(complete, grid::COMPLETE_RECORDS);
    let (compared, differing) = complete::differing_from_the_second_reading(answers);
    let differing = differing.into_iter().map(|record| ("read otherwise by the second reading", record));
    assert_eq!(told(differing), "");
    assert_eq!(compared, grid::COMPLETE_RECORDS / 15 * 16, "those without a claim date too");
    let seconds = begun.elapsed().as_secs_f64();
    println!(
        "{complete} complete records keep {} laws, {compared} read alike twice: {seconds:.1} s",
        complete::LAWS.len()
    );
}

#[test]
#[cfg_attr(debug_assertions, ignore = "looks at millions of records: in release only")]
fn every_partial_record_is_exact_and_learning_overturns_nothing() {
    let answers = shipped();
    let begun = Instant::now();
    let (counts, broken) = partial::check(answers);
    assert_eq!(told(broken.into_iter().map(|broken| (broken.law, broken.record))), "");
    println!("{counts:?}: {:.1} s", begun.elapsed().as_secs_f64());
    assert_eq!(counts, Counts { records: grid::RECORDS, ..counts });
}

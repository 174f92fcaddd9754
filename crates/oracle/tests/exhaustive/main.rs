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
use nightbench_eligibility::Policy;
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

#[test]
#[cfg_attr(debug_assertions, ignore = "looks at millions of records: in release only")]
fn every_complete_record_keeps_the_laws_and_is_read_alike_twice() {
    let answers = shipped();
    let begun = Instant::now();
    let (complete, broken) = complete::broken(answers);
    assert_eq!(broken, Vec::new());
    assert_eq!(complete, grid::COMPLETE_RECORDS);
    let (compared, differing) = complete::differing_from_the_second_reading(answers);
    assert_eq!(differing, Vec::<grid::Record>::new());
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
    assert_eq!(broken, Vec::new());
    println!("{counts:?}: {:.1} s", begun.elapsed().as_secs_f64());
    assert_eq!(counts, Counts { records: grid::RECORDS, ..counts });
}

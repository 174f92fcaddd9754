//! The engine against the second reading of the commitment, on random claims: outcomes, needs, last days, proven
//! exclusions, readings, denials that wait for a person, and the next question. And the proof that this comparison sees
//! something: mistakes are planted in the pack and in the calendar, and it must find each of them.
//!
//! `NIGHTBENCH_CASES` and `NIGHTBENCH_SEED` are set by `cargo xtask prove`; a failure prints the command that repeats it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]
#![allow(clippy::print_stdout, reason = "a proof says how much it looked at")]

mod claims;
mod planted;

use nightbench_calendar::Calendar;
use nightbench_eligibility::{Facts, Policy, assess};
use nightbench_oracle::{Claim, differences};
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use serde_json::Value;
use std::hash::{BuildHasher, RandomState};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

/// Claims with more completions than this are passed over here; every one of the finite abstraction is looked at by the
/// exhaustive test, however many completions it has.
const COMPLETIONS_MAX: usize = 6_000;

/// The cases that follow from one seed. Small, so that repeating a failure takes a moment.
const CASES_OF_A_SEED: u32 = 1_000;

/// Everything in which the engine differs from the second reading; `None` where that has too much to look at.
fn found(policy: &Policy, calendar: &Calendar, facts: &Value) -> Option<Vec<String>> {
    let claim = Claim::read(facts).unwrap();
    let read = Facts::from_value(facts).unwrap_or_else(|refused| panic!("{refused:?}: {facts}"));
    let verdict = serde_json::to_value(assess(policy, calendar, &read)).unwrap();
    differences(&claim, &verdict, COMPLETIONS_MAX)
}

/// The smallest claim among the cases of a seed that the engine answers differently, with the differences.
fn first_difference(policy: &Policy, calendar: &Calendar, seed: u64, cases: u32) -> Option<(Value, String)> {
    let config =
        Config { cases, failure_persistence: None, max_global_rejects: 1_000_000, ..Config::default() };
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    let result = runner.run(&claims::claims(), |facts| match found(policy, calendar, &facts) {
        None => Err(TestCaseError::reject("too many completions")),
        Some(differences) if differences.is_empty() => Ok(()),
        Some(differences) => Err(TestCaseError::fail(differences.join("; "))),
    });
    match result {
        Ok(()) => None,
        Err(TestError::Fail(reason, facts)) => Some((facts, reason.to_string())),
        Err(TestError::Abort(reason)) => panic!("the generator gave up: {reason}"),
    }
}

fn from_environment(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{name} is a whole number, not `{text}`")))
}

#[test]
fn the_engine_answers_as_the_second_reading_does() {
    let usual = if cfg!(debug_assertions) { 500 } else { 20_000 };
    let cases = from_environment("NIGHTBENCH_CASES").unwrap_or(usual);
    let first = from_environment("NIGHTBENCH_SEED").unwrap_or_else(|| RandomState::new().hash_one(0) >> 16);
    let seeds = cases.div_ceil(CASES_OF_A_SEED.into());
    let in_each = u32::try_from(cases / seeds).unwrap();
    let begun = Instant::now();
    let (next, failures) = (AtomicU64::new(0), Mutex::new(Vec::new()));
    let work = || {
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seeds <= seed || !failures.lock().unwrap().is_empty() {
                return;
            }
            let seed = first + seed;
            let policy = Policy::shipped().unwrap();
            if let Some((facts, differences)) = first_difference(policy, Calendar::of("CN"), seed, in_each) {
                failures.lock().unwrap().push(format!(
                    "{differences}\n  facts: {facts}\n  again: cargo xtask prove --seed {seed} --cases {in_each}"
                ));
            }
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(work);
        scope.spawn(work);
    });
    let failures = failures.into_inner().unwrap();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
    println!(
        "{} claims from seed {first} answered alike in {:.1} s",
        seeds * u64::from(in_each),
        begun.elapsed().as_secs_f64()
    );
}

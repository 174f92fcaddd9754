//! How often the heap is asked for memory by one evaluation of each claim. A program of its own, because counting costs
//! time; `eligibility` runs it and puts its lines beside the times.
//!
//! Prints one JSON object: for `outcome`, `grounds` and `facts` (read from their text) the allocations for each claim.

mod case;

use allocation_counter::measure;
use nightbench_calendar::Calendar;
use nightbench_eligibility::{Facts, Policy, assess, outcomes};
use serde_json::json;
use std::error::Error;
use std::hint::black_box;
use std::process::ExitCode;

fn main() -> ExitCode {
    match count() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("allocations: {error}");
            ExitCode::FAILURE
        }
    }
}

fn count() -> Result<(), Box<dyn Error>> {
    let policy = Policy::shipped()?;
    let calendar = Calendar::of("CN");
    let (mut outcome, mut grounds, mut facts) = (Vec::new(), Vec::new(), Vec::new());
    for case in case::all()? {
        let text = case.json.to_string();
        let decide = || {
            black_box(outcomes(policy, calendar, black_box(&case.facts)));
        };
        // What is worked out once, on first use, is no part of an evaluation.
        decide();
        drop(assess(policy, calendar, &case.facts));
        outcome.push(measure(decide).count_total);
        grounds.push(measure(|| drop(black_box(assess(policy, calendar, &case.facts)))).count_total);
        facts.push(measure(|| drop(black_box(Facts::from_json(&text)))).count_total);
        // The program beside this one reads the rest.
        black_box((case.name, case.is_complete, case.expected));
    }
    println!("{}", json!({ "outcome": outcome, "grounds": grounds, "facts": facts }));
    Ok(())
}

//! zen-engine answers the claims of `cargo xtask bench eligibility`: reads the file of claims named on its command
//! line, then one order a line on standard input, and answers each with one line of JSON.
//!
//! `answers`: what it says of each claim. `round REPEATS` and `trace REPEATS`: nanoseconds for one evaluation of each
//! claim, the mean of so many in a row, without and with zen's trace. Claims are parsed and turned into the engine's
//! own values before any clock runs, the graph is compiled, and taking the answer apart is not measured.

mod commitment;

use futures_executor::block_on;
use serde_json::{Value, json};
use std::error::Error;
use std::hint::black_box;
use std::io::{BufRead, Write};
use std::process::ExitCode;
use std::time::Instant;
use zen_engine::model::DecisionContent;
use zen_engine::{Decision, DecisionEngine, EvaluationOptions, Variable};

fn main() -> ExitCode {
    match serve() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("zen-peer: {error}");
            ExitCode::FAILURE
        }
    }
}

fn serve() -> Result<(), Box<dyn Error>> {
    let file = std::env::args_os().nth(1).ok_or("usage: zen-peer CLAIMS")?;
    let claims: Vec<Value> = serde_json::from_slice(&std::fs::read(file)?)?;
    let claims: Vec<Variable> = claims.into_iter().map(Variable::from).collect();
    let content: DecisionContent = serde_json::from_value(commitment::graph())?;
    let mut decision = DecisionEngine::default().create_decision(content.into())?;
    decision.compile();
    let mut out = std::io::stdout().lock();
    for order in std::io::stdin().lock().lines() {
        let order = order?;
        let mut words = order.split_whitespace();
        let answer = match (words.next(), words.next().and_then(|repeats| repeats.parse().ok())) {
            (Some("answers"), _) => answers(&decision, &claims)?,
            (Some("round"), Some(repeats)) => round(&decision, &claims, repeats, false)?,
            (Some("trace"), Some(repeats)) => round(&decision, &claims, repeats, true)?,
            _ => return Err(format!("no such order: {order}").into()),
        };
        writeln!(out, "{answer}")?;
        out.flush()?;
    }
    Ok(())
}

fn answers(decision: &Decision, claims: &[Variable]) -> Result<Value, Box<dyn Error>> {
    let mut all = Vec::new();
    for claim in claims {
        let answer = block_on(decision.evaluate(claim.shallow_clone())).map_err(|error| error.to_string())?;
        all.push(serde_json::to_value(&answer.result)?);
    }
    Ok(Value::Array(all))
}

fn round(
    decision: &Decision,
    claims: &[Variable],
    repeats: u32,
    trace: bool,
) -> Result<Value, Box<dyn Error>> {
    let mut nanoseconds = Vec::new();
    for claim in claims {
        let begun = Instant::now();
        for _ in 0..repeats {
            let options = EvaluationOptions { trace, ..EvaluationOptions::default() };
            let answer = block_on(decision.evaluate_with_opts(black_box(claim).shallow_clone(), options));
            black_box(answer.map_err(|error| error.to_string())?);
        }
        nanoseconds.push(begun.elapsed().as_secs_f64() * 1e9 / f64::from(repeats));
    }
    Ok(json!(nanoseconds))
}
